"""Lines at a headway, with a first and a last departure, as a timetable."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.calendar import ServiceDays
from grensgeo.gtfs.feed import Feed
from grensgeo.gtfs.stop_times import Calls
from grensgeo.gtfs.transfers import SINGLE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd

    from grensgeo.lines.services_file import ServiceTables

#: Kind of vehicle as GTFS codes it: a train. It tells of which trains it might be a duplicate.
_TRAIN = 2


def line_feed(tables: ServiceTables, *, taken: Collection[str], countries: bool) -> Feed | None:
    """Return the timetable of a services file whose lines have a first and a last departure.

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
    Feed or None
        None where the file has no first and last departures.
    """
    hours = tables.hours
    if hours is None:
        return None
    name = "lines"
    while name in taken:
        name += "-again"
    n_days = (hours.last_day - hours.first_day) // timedelta(days=1) + 1
    return feed_of_lines(
        tables,
        hours.spans,
        name=name,
        days=ServiceDays(hours.first_day, ("every-day",), np.ones((1, n_days), dtype=bool)),
        zone=hours.zone,
        countries=countries,
    )


def feed_of_lines(
    tables: ServiceTables,
    spans: Mapping[str, tuple[int, int]],
    *,
    name: str,
    days: ServiceDays,
    zone: str,
    countries: bool,
) -> Feed:
    """Write lines as a timetable: there and back at whole headways.

    Parameters
    ----------
    tables
        Stops, lines, calls and times to change.
    spans
        Line to seconds after midnight of the first and the last departure from either end.
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
        A trip each way of each line, with its frequency.
    """
    import pandas as pd

    headways = dict(zip(tables.lines["line_id"], tables.lines["headway_min"], strict=True))
    stops = tables.stops.set_index("stop_id")
    number = {stop: row for row, stop in enumerate(stops.index)}
    trips: list[tuple[str, str, str]] = []
    calls, frequencies = [], []
    for line, (first, last) in spans.items():
        own = tables.calls[tables.calls["line_id"] == line]
        there = [
            (number[stop], round(60 * arrival), round(60 * departure))
            for stop, arrival, departure in zip(
                own["stop_id"], own["arrival_min"], own["departure_min"], strict=True
            )
        ]
        end = there[-1][1]
        back = [(stop, end - departure, end - arrival) for stop, arrival, departure in there[::-1]]
        for way, run in (("there", there), ("back", back)):
            headway_s = max(1, round(60 * headways[line]))
            frequencies.append((len(trips), first, last + 1, headway_s, 1))
            headsign = str(stops["name"].iloc[run[-1][0]])
            trips.append((f"{line}-{way}", line, headsign))
            calls.append(np.array(run, dtype=np.int32))
    return Feed(
        name=name,
        stops=_stops(stops, countries=countries),
        trips=_trips(trips, zone),
        calls=_calls(calls),
        days=days,
        frequencies=pd.DataFrame(
            frequencies, columns=["trip", "start_s", "end_s", "headway_s", "exact"]
        ),
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


def _trips(rows: list[tuple[str, str, str]], zone: str) -> pd.DataFrame:
    """Build the table of trips: their ids, lines and headsigns."""
    import pandas as pd

    ids, lines, headsigns = zip(*rows, strict=True)
    return pd.DataFrame(
        {
            "route_id": np.array(lines, dtype=object),
            "service": np.zeros(len(rows), dtype=np.int32),
            "line": np.array(lines, dtype=object),
            "number": "",
            "headsign": np.array(headsigns, dtype=object),
            "route_type": np.full(len(rows), _TRAIN, dtype=np.int16),
            "zone": zone,
            "shape_id": "",
        },
        index=pd.Index(ids, dtype="str", name="trip_id"),
    )


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
