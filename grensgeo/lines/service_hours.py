"""Service hours of a services file: first and last departures, days of the week and the zone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from grensgeo.errors import Fault, Faults
from grensgeo.lines.clock_faces import hours_of

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Fields of a line, and of the whole file.
SPAN = frozenset(("first", "last"))
CALENDAR = frozenset(("days", "zone"))
_DAY_S = 86_400
_WHY = {True: "lines say when they leave: ", False: ""}
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")


@dataclass(frozen=True)
class Hours:
    """When lines run, as far as they say.

    Attributes
    ----------
    spans
        Line to seconds after midnight at which the first and the last vehicle leave either end.
    days
        The first and the last day; every day between them too.
    zone
        Whose clock counts.
    by_hour
        Line to hours in which it leaves more often: the hour, and minutes from one to the next.
    """

    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    days: tuple[date, date] | None = None
    zone: str | None = None
    by_hour: Mapping[str, Mapping[int, float]] = field(default_factory=dict)


def spans_of(lines: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Return the first and last departures of the lines that name them.

    Parameters
    ----------
    lines
        Rows of a services file, sound ones.

    Returns
    -------
    dict
        Line to seconds after midnight.

    Examples
    --------
    >>> spans_of([{"id": "RB64", "first": "05:30", "last": "24:30"}, {"id": "RB51"}])
    {'RB64': (19800, 88200)}
    """
    return {
        line["id"]: (_seconds(line["first"]), _seconds(line["last"]))
        for line in lines
        if "first" in line
    }


def by_hour_of(lines: list[dict[str, Any]]) -> dict[str, dict[int, float]]:
    """Return the headways of single hours, of the lines that have some.

    Parameters
    ----------
    lines
        Rows of a services file, sound ones.

    Returns
    -------
    dict
        Line to hour of the day to minutes.

    Examples
    --------
    >>> by_hour_of([{"id": "RE14", "by_hour": {"6-7": 30}}, {"id": "RB51"}])
    {'RE14': {6: 30.0, 7: 30.0}}
    """
    return {
        line["id"]: {
            hour: float(headway)
            for text, headway in line["by_hour"].items()
            for hour in hours_of(text) or ()
        }
        for line in lines
        if "by_hour" in line
    }


def span_faults(line: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with when a line's first and last vehicles leave.

    Parameters
    ----------
    line
        A row of a services file.
    where
        What to call it.

    Returns
    -------
    list of str
        Faults.
    """
    given = [name for name in sorted(SPAN) if name in line]
    wrong = [
        Fault(
            "time-of-day-wrong",
            f"{where}: {name} is {line[name]!r}, expected a time such as 05:30",
        )
        for name in given
        if not isinstance(line[name], str) or not _CLOCK.fullmatch(line[name])
    ]
    if wrong or not given:
        return wrong
    if len(given) == 1:
        return [Fault("key-missing", f"{where}: has {given[0]} alone; give first and last")]
    if _seconds(line["last"]) < _seconds(line["first"]):
        return [
            Fault(
                "times-run-backwards",
                f"{where}: last {line['last']} is before first {line['first']}",
            )
        ]
    if _seconds(line["last"]) - _seconds(line["first"]) >= _DAY_S:
        span = f"from first {line['first']} to last {line['last']} is a day or more"
        return [
            Fault(
                "service-day-too-long",
                f"{where}: {span}: two days' vehicles would run at once; end the day sooner",
            )
        ]
    return []


def calendar_faults(data: dict[str, Any]) -> list[Fault]:
    """List what is wrong with the days and the clock of a file's timetable.

    Parameters
    ----------
    data
        A services file whose lines are sound.

    Returns
    -------
    list of str
        Faults.
    """
    timed = any({"first", "clock_faces"} & set(line) for line in data["lines"])
    days, zone = data.get("days"), data.get("zone")
    faults = Faults()
    known = (
        isinstance(days, list)
        and len(days) == 2
        and all(type(day) is date for day in days)
        and days[0] <= days[1]
    )
    if not known and (timed or days is not None):
        faults.add(
            "key-missing",
            f"{_WHY[timed]}give days = [first, last], dates such as 2026-01-01",
        )
    if (timed or zone is not None) and (
        not isinstance(zone, str) or zone not in available_timezones()
    ):
        faults.add("key-missing", f'{_WHY[timed]}give a zone such as "Europe/Berlin"')
    return faults


def _seconds(clock: str) -> int:
    """Parse a time such as 05:30 as seconds after midnight."""
    hour, _, minute = clock.partition(":")
    return 3600 * int(hour) + 60 * int(minute)
