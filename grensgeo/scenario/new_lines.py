"""New public transport lines, as lines at a headway and as a timetable."""

from __future__ import annotations

import difflib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import some
from grensgeo.network import COUNTRIES, Services
from grensgeo.network.services import build_services
from grensgeo.sources.gtfs.calls import Calls
from grensgeo.sources.gtfs.days import ServiceDays
from grensgeo.sources.gtfs.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.sources.services import NewLines, ServiceTables

    #: Stop to its name, lon, lat and country.
    Places = dict[str, dict[str, object]]

_PLACE = ("name", "lon", "lat", "country")

#: Kind of vehicle as GTFS codes it: a train. It tells of which trains it might be a duplicate.
_TRAIN = 2


def place_stops(new: NewLines, network: Network) -> tuple[Places, list[str]]:
    """Look up the stops that new lines name without saying where they are.

    Parameters
    ----------
    new
        The lines.
    network
        The network; its lines at a headway are looked through before its timetables, in which
        ``feed:`` may stand before an id.

    Returns
    -------
    dict
        Stop to ``name``, ``lon``, ``lat`` and ``country`` (empty where it is not known).
    list of str
        What is wrong: stops that are not there, that are several, or new ones whose id is taken.
    """
    known = _known(network)
    places, faults, lost = {}, [], []
    for stop in new.known_stops:
        found = known.get(stop, [])
        if not found:
            near = difflib.get_close_matches(stop, list(known), n=2)
            lost.append(f"{stop}{f' (did you mean {some(near)}?)' if near else ''}")
        elif len(found) > 1:
            faults.append(f"stop {stop!r} is in several feeds; write feed:{stop}")
        else:
            places[stop] = found[0]
    if lost:
        faults.append(
            f"stops that the network does not have: {some(lost)}; give them name, lon, lat and "
            "country"
        )
    own = set() if network.services is None else set(network.services.stops["stop_id"])
    taken = [stop for stop in new.own_stops if stop in own]
    if taken:
        faults.append(f"stops that are there already: {some(taken)}; write their ids alone")
    return places, faults


def _known(network: Network) -> dict[str, list[dict[str, object]]]:
    """Give the places of all stops by their ids, where they have one."""
    known: dict[str, list[dict[str, object]]] = {}
    if network.services is not None:
        for stop, *values in _rows(
            network.services.stops, "stop_id", "name", "lon", "lat", "country"
        ):
            known[stop] = [dict(zip(_PLACE, values, strict=True))]
    at_headways = set(known)
    for feed in network.feeds:
        stops = feed.stops if "country" in feed.stops else feed.stops.assign(country="")
        columns = ("stop_id", "stop_name", "stop_lon", "stop_lat", "country")
        for stop, *values in _rows(stops.reset_index(), *columns):
            place = dict(zip(_PLACE, values, strict=True))
            known[f"{feed.name}:{stop}"] = [place]
            if stop not in at_headways:
                known.setdefault(stop, []).append(place)
    return known


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Give some columns row by row."""
    return zip(*(frame[name].tolist() for name in columns), strict=True)


def services_of(tables: ServiceTables, services: Services | None) -> Services:
    """Add new lines to lines at a headway.

    Parameters
    ----------
    tables
        The lines, all with their minutes.
    services
        The lines that there are, or None.

    Returns
    -------
    Services
        All of them, checked.

    Raises
    ------
    InputError
        If minutes, coordinates or countries cannot be.
    """
    import pandas as pd

    if services is None:
        # the country of a stop of a timetable may not be known; nothing is routed by it
        country = tables.stops["country"]
        country = country.where(country.isin(COUNTRIES[1:]), COUNTRIES[1])
        return build_services(replace(tables, stops=tables.stops.assign(country=country)))
    own = tables.stops[~tables.stops["stop_id"].isin(services.stops["stop_id"])]
    kept = tables.transfers.merge(
        services.transfers, on=["from_stop_id", "to_stop_id"], how="left", indicator=True
    )["_merge"]
    more = {
        "stops": own,
        "lines": tables.lines,
        "calls": tables.calls,
        "transfers": tables.transfers[(kept == "left_only").to_numpy()],
    }
    frames = {}
    for name, frame in more.items():
        before = getattr(services, name)
        parts = [part for part in (before, frame.reindex(columns=before.columns)) if len(part)]
        frames[name] = pd.concat(parts, ignore_index=True) if parts else before
    return build_services(Services(**frames))


def feed_of(new: NewLines, tables: ServiceTables, feeds: Sequence[Feed]) -> Feed:
    """Write new lines as a timetable: there and back at whole headways, every day.

    Parameters
    ----------
    new
        The lines, each with its first and last departure.
    tables
        The same, all with their minutes.
    feeds
        The timetables that there are, whose days and clock count.

    Returns
    -------
    Feed
        Named after the lines.
    """
    import pandas as pd

    stops = tables.stops.set_index("stop_id")
    number = {stop: row for row, stop in enumerate(stops.index)}
    trips: list[tuple[str, str, str]] = []
    calls, frequencies = [], []
    for line, headway_min in new.headways.items():
        own = tables.calls[tables.calls["line_id"] == line]
        there = [
            (number[stop], round(60 * arrival), round(60 * departure))
            for stop, arrival, departure in zip(
                own["stop_id"], own["arrival_min"], own["departure_min"], strict=True
            )
        ]
        end = there[-1][1]
        back = [(stop, end - departure, end - arrival) for stop, arrival, departure in there[::-1]]
        first, last = new.spans[line]
        for way, run in (("there", there), ("back", back)):
            frequencies.append((len(trips), first, last + 1, round(60 * headway_min), 1))
            headsign = str(stops["name"].iloc[run[-1][0]])
            trips.append((f"{line}-{way}", line, headsign))
            calls.append(np.array(run, dtype=np.int32))
    return Feed(
        name=_name(list(new.headways), feeds),
        stops=_stops(stops, feeds),
        trips=_trips(trips, feeds[0].zones[0]),
        calls=_calls(calls),
        days=_days(feeds),
        frequencies=pd.DataFrame(
            frequencies, columns=["trip", "start_s", "end_s", "headway_s", "exact"]
        ),
        transfers=_transfers(tables.transfers, number),
        pathways=feeds[0].pathways.iloc[:0],
        shapes=feeds[0].shapes.iloc[:0],
    )


def _name(lines: list[str], feeds: Sequence[Feed]) -> str:
    """Name a feed after its lines, as no other is named."""
    name, taken = "new-" + "-".join(lines), {feed.name for feed in feeds}
    while name in taken:
        name += "-again"
    return name


def _stops(stops: pd.DataFrame, feeds: Sequence[Feed]) -> pd.DataFrame:
    """Lay stops out as a feed's, with their countries where feeds know these."""
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
    if any("country" in feed.stops for feed in feeds):
        frame["country"] = stops["country"].to_numpy(dtype=object)
    return frame


def _trips(rows: list[tuple[str, str, str]], zone: str) -> pd.DataFrame:
    """Lay trips out: their ids, lines and headsigns."""
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
    """Put calls one after the other: stop, arrival, departure."""
    stop, arrival, departure = np.concatenate(runs).T.copy()
    start = np.zeros(len(runs) + 1, dtype=np.int64)
    np.cumsum([len(run) for run in runs], out=start[1:])
    allowed = np.ones(len(stop), dtype=np.uint8)
    return Calls(start, stop, arrival, departure, allowed, allowed.copy())


def _days(feeds: Sequence[Feed]) -> ServiceDays:
    """Run on every day of any feed."""
    first = min(feed.days.first for feed in feeds)
    n_days = (max(feed.days.last for feed in feeds) - first) // timedelta(days=1) + 1
    return ServiceDays(first, ("every-day",), np.ones((1, n_days), dtype=bool))


def _transfers(walks: pd.DataFrame, number: dict[str, int]) -> pd.DataFrame:
    """Lay out the times to change, which are least times."""
    import pandas as pd

    return pd.DataFrame(
        {
            "from_stop": walks["from_stop_id"].map(number).to_numpy(dtype=np.int64),
            "to_stop": walks["to_stop_id"].map(number).to_numpy(dtype=np.int64),
            "transfer_type": np.full(len(walks), 2, dtype=np.int64),
            "min_transfer_s": 60.0 * walks["transfer_min"].to_numpy(dtype=np.float64),
        }
    )
