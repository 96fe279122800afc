"""What it costs a student to miss a change, there or on the way home."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import InputError
from grensgeo.schema import MISSED_CHANGES

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.routing.transit.itinerary import Journey
    from grensgeo.routing.transit.schedule import Schedule
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.departures import TimetableTimes

#: Hours after midnight until which the timetable is looked at: the night belongs to the day.
_HOURS = (-6.0, 30.0)
_UNTIL_S = 27 * 3600


def missed_changes(
    network: Network,
    home: pd.DataFrame,
    place: pd.DataFrame,
    trip: Trip,
    *,
    day: str,
    start: str = "08:30",
    end: str = "17:00",
) -> pd.DataFrame:
    """Find for each change of a day's trips when one arrives who misses it.

    Parameters
    ----------
    network
        The network.
    home, place
        One row each: ``id``, ``lon``, ``lat``.
    trip
        By public transport, without departure or arrival, with ``max_min``.
    day
        The date, ISO 8601.
    start, end
        Time of day to be there by, and to go home from.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.MISSED_CHANGES`: a row per change of the latest way that is there
        by the start, and of the first way home. Who misses one stands at the stop as the vehicle
        leaves, and goes on by whatever is there first; empty where there is nothing to change.

    Raises
    ------
    InputError
        If the trip is not by public transport or has no ``max_min``; and as
        :func:`grensgeo.journeys`.

    Examples
    --------
    See docs/year.md.
    """
    import pandas as pd

    from grensgeo.grenswerk.day_searches import turned

    if trip.mode != "transit" or trip.max_min is None:
        raise InputError(
            "option-missing", "missed changes: give a trip of mode 'transit' with max_min"
        )
    rows = []
    for way, one, ends, clock in (
        ("there", trip, (home, place), start),
        ("home", turned(trip), (place, home), end),
    ):
        rows += _of_a_way(network, way, one, ends=ends, on=(date.fromisoformat(day), clock))
    columns = [column.name for column in MISSED_CHANGES.columns]
    return MISSED_CHANGES.check(pd.DataFrame(rows, columns=columns))


def _of_a_way(
    network: Network,
    way: str,
    trip: Trip,
    *,
    ends: tuple[pd.DataFrame, pd.DataFrame],
    on: tuple[date, str],
) -> list[dict[str, Any]]:
    """Return the rows of one way."""
    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.day_times import on_date
    from grensgeo.traveltimes.departures import Plan, TimetableTimes
    from grensgeo.traveltimes.legs import Places
    from grensgeo.traveltimes.router import network_of

    network, there = network_of(network), way == "there"
    dated = on_date(trip, *on, arrive=there)
    plan = Plan.build(network, dated, hours=_HOURS)
    places = [Places.read(network, frame, where=way) for frame in ends]
    journeys = prepare(network, places[0], places[1], dated, plan=plan)
    rows = []
    for part in journeys.parts:
        if not isinstance(part, TimetableTimes):
            continue
        moment_s = int(plan.moments_s[0])
        last_s = moment_s if there else moment_s + int(part.window.limit)
        schedule = part.forwards.schedule if there else part.schedule
        planned = _planned(part, schedule, moment_s, there=there)
        if planned is None:
            continue
        for ride in range(1, len(planned)):
            late_s = _after_missing(part, schedule, planned, ride)
            later = np.nan if late_s is None else (late_s - planned.arrival_s) / 60
            table = part.timetable
            rows.append(
                {
                    "date": on[0].isoformat(),
                    "way": way,
                    "change": ride,
                    "stop": str(table.stop_names[planned.board_stop[ride]]),
                    "line": str(table.trip_line[planned.trip[ride]]),
                    "planned": table.clock_at(planned.arrival_s).strftime("%H:%M"),
                    "missed": None if late_s is None else table.clock_at(late_s).strftime("%H:%M"),
                    "later_min": later,
                    "still_possible": late_s is not None and late_s <= last_s,
                }
            )
    return rows


def _planned(
    part: TimetableTimes, schedule: Schedule, moment_s: int, *, there: bool
) -> Journey | None:
    """Return the journey that is made: the first from the moment at which one leaves."""
    from grensgeo.routing.transit.itinerary import journey

    ends = (part.access.stop, part.access.seconds), (part.egress.stop, part.egress.seconds)
    told: dict[str, Any] = {
        "max_rides": part.window.max_rides,
        "limit_s": part.window.limit_s,
        "direct_s": float(part.direct_s(slice(0, 1))[0, 0]),
    }
    if there:
        latest = journey(part.schedule, *ends, moment_s=moment_s, **told)
        if latest is None or not len(latest):
            return None
        moment_s = latest.departure_s
    return journey(schedule, *ends, moment_s=moment_s, **told)


def _after_missing(
    part: TimetableTimes, schedule: Schedule, planned: Journey, ride: int
) -> int | None:
    """Return when one arrives who stands at the stop as a ride of the journey leaves."""
    from grensgeo.routing.transit.itinerary import journey

    stop, now = int(planned.board_stop[ride]), int(planned.board_s[ride]) + 1
    lines = schedule.lines
    ways = slice(int(lines.way_start[stop]), int(lines.way_start[stop + 1]))
    stops = np.append(lines.way_stop[ways], stop).astype(np.int32)
    seconds = np.append(lines.way_s[ways], 0).astype(np.float64)
    found = journey(
        schedule,
        (stops, seconds),
        (part.egress.stop, part.egress.seconds),
        moment_s=now,
        max_rides=part.window.max_rides,
        limit_s=float(max(0, _UNTIL_S - now)),
        direct_s=float("nan"),
    )
    times = [] if found is None else [found.arrival_s]
    on_foot = part.egress.seconds[part.egress.stop == stop]
    times += [now + int(np.ceil(one)) for one in on_foot]
    return min(times, default=None)
