"""New public transport lines, as lines at a headway and as a timetable."""

from __future__ import annotations

import difflib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import some
from grensgeo.network import COUNTRIES, Services
from grensgeo.network.line_feeds import feed_of_lines
from grensgeo.network.services import build_services
from grensgeo.sources.gtfs.days import ServiceDays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.sources.gtfs.feed import Feed
    from grensgeo.sources.services import NewLines, ServiceTables

    #: Stop to its name, lon, lat and country.
    Places = dict[str, dict[str, object]]

_PLACE = ("name", "lon", "lat", "country")


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
    return feed_of_lines(
        tables,
        new.spans,
        name=_name(list(new.headways), feeds),
        days=_days(feeds),
        zone=feeds[0].zones[0],
        countries=any("country" in feed.stops for feed in feeds),
    )


def _name(lines: list[str], feeds: Sequence[Feed]) -> str:
    """Name a feed after its lines, as no other is named."""
    name, taken = "new-" + "-".join(lines), {feed.name for feed in feeds}
    while name in taken:
        name += "-again"
    return name


def _days(feeds: Sequence[Feed]) -> ServiceDays:
    """Run on every day of any feed."""
    first = min(feed.days.first for feed in feeds)
    n_days = (max(feed.days.last for feed in feeds) - first) // timedelta(days=1) + 1
    return ServiceDays(first, ("every-day",), np.ones((1, n_days), dtype=bool))
