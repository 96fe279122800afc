"""Lines as a timetable: at headways or by clock faces, at known minutes or at some drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import all_countries
from grensgeo.errors import some
from grensgeo.gtfs.calendar import ServiceDays
from grensgeo.gtfs.feed import Feed
from grensgeo.gtfs.stop_times import Calls
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.gtfs.transfers import SINGLE
from grensgeo.lines.services_file import ServiceTables
from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd

    from grensgeo.lines.clock_faces import ClockFace

#: Kind of vehicle as GTFS codes it: a train. It tells of which trains it might be a duplicate.
_TRAIN = 2


#: Where lines do not say when they run: a vehicle passes the middle of the line from 5 to 24
#: o'clock. Assumed, from what regional trains of both countries do on a working day.
FIRST_S, LAST_S = 5 * 3600, 24 * 3600

#: Where lines do not say on which days they run: on any that somebody may ask for.
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)

#: Whose clock counts where lines do not say: that of the country of their first stop.
_ZONES = {country.code: country.time_zone for country in all_countries()}


def line_feed(
    tables: ServiceTables, *, taken: Collection[str] = (), countries: bool = True
) -> Feed:
    """Return the timetable of a services file.

    Parameters
    ----------
    tables
        The lines, all with their minutes.
    taken
        Names of the network's other timetables.
    countries
        Whether the countries of stops are known to the network.

    Returns
    -------
    Feed
        Lines with first and last departures at these, others at no fixed minute.
    """
    hours = tables.hours
    name = "lines"
    while name in taken:
        name += "-again"
    first, last = hours.days or (_FIRST_DAY, _LAST_DAY)
    return feed_of_lines(
        tables,
        hours.spans,
        name=name,
        days=every_day(first, last),
        zone=hours.zone or zone_of(tables) or "UTC",
        countries=countries,
    )


def assumed_hours(tables: ServiceTables) -> tuple[Note, ...]:
    """Return notes on what a services file does not say of when its lines run."""
    known = {*tables.hours.spans, *(face.line_id for face in tables.faces)}
    loose = [line for line in tables.lines["line_id"] if line not in known]
    notes = []
    if loose:
        values = {"first": FIRST_S // 3600, "last": LAST_S // 3600}
        notes.append(Note("lines.hours-assumed", n=len(loose), lines=some(loose), **values))
    if tables.hours.days is None:
        notes.append(Note("lines.days-assumed"))
    return tuple(notes)


def every_day(first: date, last: date) -> ServiceDays:
    """Return one service of every day from a first to a last one."""
    n_days = (last - first) // timedelta(days=1) + 1
    return ServiceDays(first, ("every-day",), np.ones((1, n_days), dtype=bool))


def zone_of(tables: ServiceTables) -> str | None:
    """Return the clock of the country in which the first line starts; None where it has none."""
    first = tables.calls["stop_id"].iloc[0]
    country = tables.stops.set_index("stop_id")["country"][first]
    return _ZONES.get(str(country))


def with_lines_of_old(
    feeds: tuple[Feed, ...], frames: Mapping[str, pd.DataFrame]
) -> tuple[tuple[Feed, ...], tuple[Note, ...]]:
    """Return timetables with the lines at headways that a network had beside them until 2026.

    Parameters
    ----------
    feeds
        The timetables.
    frames
        ``stops``, ``lines``, ``calls`` and ``transfers`` of the lines.

    Returns
    -------
    tuple
        The timetables, with one more for the lines that none of them has; notes on it.
    """
    there = {str(route) for feed in feeds for route in feed.trips["route_id"].unique()}
    lines = frames["lines"][~frames["lines"]["line_id"].isin(there)].reset_index(drop=True)
    if not len(lines):
        return feeds, ()
    calls = frames["calls"][frames["calls"]["line_id"].isin(lines["line_id"])]
    tables = ServiceTables(
        stops=frames["stops"],
        lines=lines,
        calls=calls.sort_values(["line_id", "sequence"]).reset_index(drop=True),
        transfers=frames["transfers"],
        provenance=Provenance(),
    )
    feed = line_feed(tables, taken=[feed.name for feed in feeds])
    return (*feeds, feed), assumed_hours(tables)


def feed_of_lines(
    tables: ServiceTables,
    spans: Mapping[str, tuple[int, int]],
    *,
    name: str,
    days: ServiceDays,
    zone: str,
    countries: bool,
) -> Feed:
    """Write lines as a timetable: there and back at whole headways, or by their clock faces.

    Parameters
    ----------
    tables
        Stops, lines, calls and times to change.
    spans
        Line to seconds after midnight of the first and the last departure from either end. Lines
        that are not in it run at no fixed minute, in the middle of their way from
        :data:`FIRST_S` to :data:`LAST_S`.
    name
        Name of the feed.
    days
        On which the only service runs.
    zone
        Whose clock counts.
    countries
        Whether stops carry their countries.

    Returns
    -------
    Feed
        A trip each way of each line, with its frequency; of lines with clock faces one for each
        vehicle, with ``inferred`` among the columns of ``trips`` where some are.
    """
    import pandas as pd

    stops = tables.stops.set_index("stop_id")
    number = {stop: row for row, stop in enumerate(stops.index)}
    vehicles = _Vehicles([], [], [], [])
    for line, headway_min in zip(
        tables.lines["line_id"], tables.lines["headway_min"], strict=True
    ):
        faces = [face for face in tables.faces if face.line_id == line]
        if faces:
            _at_clock_faces(vehicles, faces, number)
            continue
        own = tables.calls[tables.calls["line_id"] == line]
        there = [
            (number[stop], round(60 * arrival), round(60 * departure))
            for stop, arrival, departure in zip(
                own["stop_id"], own["arrival_min"], own["departure_min"], strict=True
            )
        ]
        headway_s = max(1, round(60 * headway_min))
        _at_headways(vehicles, line, there, headway_s=headway_s, span=spans.get(line))
    ends = [str(stops["name"].iloc[run[-1][0]]) for run in vehicles.calls]
    feed = Feed(
        name=name,
        stops=_stops(stops, countries=countries),
        trips=_trips(vehicles, ends, zone),
        calls=_calls([np.array(run, dtype=np.int32) for run in vehicles.calls]),
        days=days,
        frequencies=pd.DataFrame(
            vehicles.frequencies, columns=["trip", "start_s", "end_s", "headway_s", "exact"]
        ).astype(np.int64),
        transfers=_transfers(tables.transfers, number),
        pathways=pd.DataFrame(
            {
                "from_stop": np.zeros(0, dtype=np.int64),
                "to_stop": np.zeros(0, dtype=np.int64),
                "both_ways": np.zeros(0, dtype=bool),
                "length_m": np.zeros(0),
                "duration_s": np.zeros(0),
            }
        ),
        shapes=pd.DataFrame({"shape_id": [], "shape_pt_lon": [], "shape_pt_lat": []}),
    )
    return _more_often(feed, tables.hours.by_hour) if tables.hours.by_hour else feed


@dataclass(frozen=True, eq=False)
class _Vehicles:
    """What a feed of lines is made of, while it grows.

    ``trips``: id and line; ``calls``: stop, arrival and departure of each, in seconds;
    ``inferred``: whether it is; ``frequencies``: trip, start, end, headway and if it is exact.
    """

    trips: list[tuple[str, str]]
    calls: list[list[tuple[int, int, int]]]
    inferred: list[bool]
    frequencies: list[tuple[int, int, int, int, int]]


def _at_headways(
    vehicles: _Vehicles,
    line: str,
    there: list[tuple[int, int, int]],
    *,
    headway_s: int,
    span: tuple[int, int] | None,
) -> None:
    """Add a line that runs there and back at a headway."""
    end = there[-1][1]
    back = [(stop, end - departure, end - arrival) for stop, arrival, departure in there[::-1]]
    middle = round(end / 2)
    first, last = span or (max(0, FIRST_S - middle), max(0, LAST_S - middle - 1))
    for way, run in (("there", there), ("back", back)):
        exact = int(span is not None)
        vehicles.frequencies.append((len(vehicles.trips), first, last + 1, headway_s, exact))
        vehicles.trips.append((f"{line}-{way}", line))
        vehicles.calls.append(run)
        vehicles.inferred.append(False)


def _at_clock_faces(
    vehicles: _Vehicles, faces: list[ClockFace], number: Mapping[str, int]
) -> None:
    """Add the vehicles of a line's clock faces, each at its minute."""
    taken = {name for name, _ in vehicles.trips}
    for face in faces:
        way = "back" if face.back else "there"
        for clock_s, inferred in zip(face.clock_s, face.inferred, strict=True):
            first_s = clock_s + round(60 * face.calls[0][2])
            # one that sets out before midnight is of the day before: it does so on this day too
            day_s = 86_400 if first_s < 0 else 0
            minute = (first_s + day_s) // 60
            name = f"{face.line_id}-{way}-{minute // 60:02d}{minute % 60:02d}"
            while name in taken:
                name += f"-{face.calls[0][0]}"
            taken.add(name)
            vehicles.trips.append((name, face.line_id))
            vehicles.inferred.append(inferred)
            vehicles.calls.append(
                [
                    (
                        number[stop],
                        clock_s + day_s + round(60 * arrival),
                        clock_s + day_s + round(60 * departure),
                    )
                    for stop, arrival, departure in face.calls
                ]
            )


def _more_often(feed: Feed, by_hour: Mapping[str, Mapping[int, float]]) -> Feed:
    """Add departures in hours in which lines leave more often, in turn with those that they have.

    What they have is drawn first, so that lines of one section go on taking turns; the others
    share their draw.
    """
    import pandas as pd

    feed = interlace((feed,))[0]
    lines = feed.trips["route_id"].to_numpy(dtype=object)
    more = []
    for row in feed.frequencies.to_dict("records"):
        usual = row["headway_s"]
        for start, end, headway_s in _spells(by_hour.get(lines[row["trip"]], {})):
            start_s, end_s = max(start, row["start_s"]), min(end, row["end_s"])
            for later_s in range(headway_s, usual, headway_s):
                own = row | {"start_s": start_s, "end_s": end_s}
                turn = (row["start_s"] - start_s + later_s) % usual
                if row["exact"]:
                    own["start_s"] = start_s + turn
                else:
                    own["later_s"] = (turn + row["later_s"]) % usual
                if own["start_s"] < end_s:
                    more.append(own)
    added = pd.DataFrame(more, columns=feed.frequencies.columns)
    if not more:
        return feed
    rows = pd.concat([feed.frequencies, added.astype(feed.frequencies.dtypes)], ignore_index=True)
    return replace(feed, frequencies=rows)


def _spells(by_hour: Mapping[int, float]) -> list[tuple[int, int, int]]:
    """Return hours of one headway that follow each other: start, end and headway, in seconds."""
    spells: list[tuple[int, int, int]] = []
    for hour, headway_min in sorted(by_hour.items()):
        headway_s = max(1, round(60 * headway_min))
        start = 3600 * hour
        if spells and spells[-1][1:] == (start, headway_s):
            start = spells.pop()[0]
        spells.append((start, 3600 * (hour + 1), headway_s))
    return spells


def _stops(stops: pd.DataFrame, *, countries: bool) -> pd.DataFrame:
    """Convert stops to a feed's."""
    import pandas as pd

    frame = pd.DataFrame(
        {
            "stop_name": stops["name"].astype(object),
            "stop_lon": stops["lon"],
            "stop_lat": stops["lat"],
            "location_type": np.zeros(len(stops), dtype=np.int8),
            "parent": np.full(len(stops), -1, dtype=np.int32),
            "platform_code": "",
        }
    )
    frame.index = pd.Index(stops.index, dtype="str", name="stop_id")
    if countries:
        frame["country"] = stops["country"].to_numpy(dtype=object)
    return frame


def _trips(vehicles: _Vehicles, headsigns: list[str], zone: str) -> pd.DataFrame:
    """Build the table of trips: their ids, lines and headsigns, and which of them are inferred."""
    import pandas as pd

    ids, lines = zip(*vehicles.trips, strict=True)
    frame = pd.DataFrame(
        {
            "route_id": np.array(lines, dtype=object),
            "service": np.zeros(len(ids), dtype=np.int32),
            "line": np.array(lines, dtype=object),
            "number": "",
            "headsign": np.array(headsigns, dtype=object),
            "route_type": np.full(len(ids), _TRAIN, dtype=np.int16),
            "zone": zone,
            "shape_id": "",
        },
        index=pd.Index(ids, dtype="str", name="trip_id"),
    )
    return frame.assign(inferred=vehicles.inferred) if any(vehicles.inferred) else frame


def _calls(runs: list[np.ndarray[tuple[int, int], np.dtype[np.int32]]]) -> Calls:
    """Join calls, one trip after the other: stop, arrival, departure."""
    stop, arrival, departure = np.concatenate(runs).T.copy()
    start = np.zeros(len(runs) + 1, dtype=np.int64)
    np.cumsum([len(run) for run in runs], out=start[1:])
    allowed = np.ones(len(stop), dtype=np.uint8)
    return Calls(start, stop, arrival, departure, allowed, allowed.copy())


def _transfers(walks: pd.DataFrame, number: dict[str, int]) -> pd.DataFrame:
    """Build the table of times to change, which are least times."""
    import pandas as pd

    return pd.DataFrame(
        {
            "from_stop": walks["from_stop_id"].map(number).to_numpy(dtype=np.int64),
            "to_stop": walks["to_stop_id"].map(number).to_numpy(dtype=np.int64),
            "transfer_type": np.full(len(walks), 2, dtype=np.int64),
            "min_transfer_s": 60.0 * walks["transfer_min"].to_numpy(dtype=np.float64),
            **{name: np.full(len(walks), "", dtype=object) for name in SINGLE},
        }
    )
