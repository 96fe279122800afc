"""Whether a services file can be true: its fields, its lines, and how they refer to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.files import read_toml
from grensgeo.lines.clock_faces import face_faults, hours_of
from grensgeo.lines.service_hours import CALENDAR, SPAN, calendar_faults, span_faults
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from pathlib import Path

_STOP = {"id": str, "name": str, "lon": float, "lat": float, "country": str}
_LINE = {"id": str, "name": str, "operator": str, "headway_min": float, "source": str}
_TRANSFER = {"from": str, "to": str, "minutes": float}
#: Fields in which a line states its minutes itself; without them they are modelled.
MINUTES = {"arrival_min", "departure_min"}
_MODEL = {"max_kmh", "speed_kmh", "detour_factor", "track_km", "dwell_min", "published_min"}
#: Fields that say when a line leaves, beside its headway.
_WHEN = SPAN | {"clock_faces", "by_hour"}
_TOP = {"change_min", "sources", "stops", "lines", "transfers"}
#: What a new line may leave out, with what counts instead.
_NOT_STATED = {"operator": "not stated", "source": "not stated"}


def read_checked(path: Path, *, new: bool) -> tuple[dict[str, Any], Provenance]:
    """Read a file and hold it to account; give its content and its sources."""
    data = read_toml(path)
    lines = data.get("lines")
    if new and isinstance(lines, list):
        data["lines"] = [_NOT_STATED | row if isinstance(row, dict) else row for row in lines]
    more = {"note", "stops", "modelled"} | MINUTES | _MODEL | _WHEN
    top = _TOP if new else _TOP | CALENDAR
    faults = [Fault("key-unknown", f"unknown field {name!r}") for name in sorted(set(data) - top)]
    faults += _row_faults(data, "stops", _STOP, {"note"}, by_id=new)
    faults += _row_faults(data, "lines", _LINE, more)
    faults += _row_faults(data, "transfers", _TRANSFER, set())
    if not _is(data.get("change_min"), float) or data["change_min"] < 0:
        faults.append(
            Fault(
                "out-of-range", "change_min (minutes that a change takes) is missing or below zero"
            )
        )
    try:
        provenance = Provenance.from_dict({"sources": data.get("sources", [])})
    except InputError as error:
        faults += error.faults
        provenance = Provenance()
    except TypeError as error:
        faults.append(Fault("provenance-unreadable", str(error)))
        provenance = Provenance()
    if not faults:
        stated = {source.source_id for source in provenance.sources}
        faults = _reference_faults(data, stated | (set(_NOT_STATED.values()) if new else set()))
        faults += [] if new else calendar_faults(data)
    if faults:
        raise InputError.of(faults, where=str(path))
    return data, provenance


def _is(value: object, kind: type) -> bool:
    """Return whether a TOML value is text, or a finite number."""
    if kind is str:
        return isinstance(value, str) and bool(value)
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) < float("inf")
    )


def _row_faults(
    data: dict[str, Any],
    table: str,
    kinds: dict[str, type],
    optional: set[str],
    *,
    by_id: bool = False,
) -> list[Fault]:
    """List rows that lack a field, have one of another kind or one that is not known.

    With ``by_id`` a row may be an id alone.
    """
    rows = data.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return [Fault("key-of-wrong-type", f"{table} is not a list of tables; write [[{table}]]")]
    if not rows and table != "transfers":
        return [Fault("key-missing", f"no {table}; write them as [[{table}]]")]
    faults = Faults()
    for number, row in enumerate(rows, start=1):
        where = f"{table} {row.get('id', number)}"
        wanted = {"id": str} if by_id and set(row) == {"id"} else kinds
        if "clock_faces" in row:
            wanted = {name: kind for name, kind in wanted.items() if name != "headway_min"}
        wrong = [name for name, kind in wanted.items() if not _is(row.get(name), kind)]
        if wrong:
            faults.add("key-of-wrong-type", f"{where}: missing or of another kind: {some(wrong)}")
        unknown = sorted(set(row) - set(kinds) - optional)
        if unknown:
            faults.add("key-unknown", f"{where}: unknown fields {some(unknown)}")
        if table == "lines":
            faults += [*span_faults(row, where), *_line_faults(row, where)]
    return faults


def _line_faults(line: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with a line's stops and minutes."""
    stops = line.get("stops")
    if not isinstance(stops, list) or len(stops) < 2 or not all(_is(s, str) for s in stops):
        return [
            Fault("key-of-wrong-type", f"{where}: stops is not a list of at least two stop ids")
        ]
    faults = Faults()
    if "clock_faces" in line:
        faults += face_faults(line, where)
    if "by_hour" in line:
        faults += _by_hour_faults(line, where)
    return [*faults, *_minute_faults(line, where)]


def _by_hour_faults(line: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with the headways of single hours."""
    by_hour, usual = line["by_hour"], line.get("headway_min")
    if not isinstance(by_hour, dict) or not by_hour or not _is(usual, float):
        return [
            Fault(
                "key-of-wrong-type",
                f"{where}: by_hour is no table of hours and headways, such as "
                '{ "6-8, 15-18" = 30 }, beside headway_min',
            )
        ]
    faults, known = Faults(), set[int]()
    for text, headway in by_hour.items():
        hours = hours_of(text)
        if not hours or known & set(hours):
            faults.add(
                "time-of-day-wrong",
                f'{where}: by_hour has {text!r}, expected hours such as "6-8, 15-18", each once',
            )
        known |= set(hours or ())
        if not _is(headway, float) or headway <= 0 or usual % headway or headway >= usual:
            faults.add(
                "out-of-range",
                f"{where}: by_hour has a headway of {headway!r}; it has to go into {usual:g} "
                "minutes, the usual one, several times",
            )
    return faults


def _minute_faults(line: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with a line's minutes."""
    stops = line["stops"]
    given, modelled = MINUTES & set(line), _MODEL & set(line)
    if given and modelled:
        return [
            Fault(
                "give-exactly-one",
                f"{where}: has both {some(sorted(given))} and {some(sorted(modelled))}",
            )
        ]
    if given:
        return [
            Fault(
                "key-of-wrong-type",
                f"{where}: {name} is not a list of {len(stops)} numbers, one a stop",
            )
            for name in sorted(MINUTES)
            if not _numbers(line.get(name), len(stops))
        ]
    faults = Faults()
    speeds = [name for name in ("max_kmh", "speed_kmh") if name in line]
    if len(speeds) != 1 or not _is(line[speeds[0]], float) or line[speeds[0]] <= 0:
        faults.add(
            "give-exactly-one",
            f"{where}: give arrival_min and departure_min, or one speed above zero to model them: "
            "max_kmh of its trains on OpenStreetMap's tracks, or speed_kmh from stop to stop",
        )
    if "max_kmh" in line and "detour_factor" in line:
        faults.add(
            "option-unfit",
            f"{where}: detour_factor goes with speed_kmh; tracks have their own length",
        )
    if "track_km" in line:
        faults += _track_faults(line, where)
    for name, least in (("detour_factor", 1.0), ("dwell_min", 0.0)):
        if name in line and (not _is(line[name], float) or line[name] < least):
            faults.add(
                "out-of-range", f"{where}: {name} is {line[name]!r}, expected at least {least:g}"
            )
    published = line.get("published_min", {})
    if not isinstance(published, dict) or not all(
        _is(value, float) or _numbers(value, 2) for value in published.values()
    ):
        faults.add(
            "key-of-wrong-type",
            f"{where}: published_min holds neither numbers nor [arrival, departure]",
        )
    else:
        faults += _published_faults(stops, published, where)
    return faults


def _track_faults(line: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with lengths of track from stop to stop."""
    n = len(line["stops"]) - 1
    other = [name for name in ("max_kmh", "detour_factor") if name in line]
    if other:
        return [Fault("option-unfit", f"{where}: {some(other)} and track_km say one thing twice")]
    if not _numbers(line["track_km"], n) or min(line["track_km"]) <= 0:
        return [
            Fault(
                "key-of-wrong-type",
                f"{where}: track_km is not a list of {n} lengths above zero, one from each stop "
                "to the next",
            )
        ]
    return []


def _numbers(value: object, count: int) -> bool:
    """Return whether a value is a list of so many numbers."""
    return isinstance(value, list) and len(value) == count and all(_is(v, float) for v in value)


def _published_faults(stops: list[str], published: dict[str, Any], where: str) -> list[Fault]:
    """List published minutes of stops that the line does not have, or has twice, or that fall."""
    other = [stop for stop in published if stops.count(stop) != 1]
    if other:
        return [
            Fault(
                "published-minutes-wrong",
                f"{where}: published_min names {some(other)}, not once a stop of the line",
            )
        ]
    times = [0.0]
    for stop in sorted(published, key=stops.index):
        value = published[stop]
        times += value if isinstance(value, list) else [value]
    if times != sorted(times):
        return [Fault("times-run-backwards", f"{where}: published_min falls along the line")]
    return []


def _reference_faults(data: dict[str, Any], sources: set[str]) -> list[Fault]:
    """List ids that stand twice, and references to stops and sources that are not there."""
    faults = Faults()
    for table in ("stops", "lines"):
        ids = [row["id"] for row in data[table]]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            faults.add("id-twice", f"duplicate ids of {table}: {some(twice)}")
    stops = {row["id"] for row in data["stops"]}
    for line in data["lines"]:
        missing = [stop for stop in line["stops"] if stop not in stops]
        if missing:
            faults.add(
                "id-unknown",
                f"line {line['id']} calls at stops that are not listed: {some(missing)}",
            )
        if line["source"] not in sources:
            faults.add(
                "source-unknown", f"line {line['id']} names an unknown source {line['source']!r}"
            )
    ends = [row[end] for row in data.get("transfers", []) for end in ("from", "to")]
    missing = [stop for stop in ends if stop not in stops]
    if missing:
        faults.add("id-unknown", f"transfers name stops that are not listed: {some(missing)}")
    return faults
