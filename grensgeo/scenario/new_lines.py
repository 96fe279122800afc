"""New public transport lines, as a timetable."""

from __future__ import annotations

import difflib
import itertools
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.lines.line_tables import check_lines
from grensgeo.network import COUNTRIES
from grensgeo.network.line_feeds import every_day, feed_of_lines, line_feed
from grensgeo.network.snapping import swap_extent, within_extent
from grensgeo.network.whereabouts import hold_places
from grensgeo.polylines import straight_m

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.feed import Feed
    from grensgeo.lines.services_file import NewLines, ServiceTables
    from grensgeo.network import Network

    #: Stop to its name, lon, lat and country.
    Places = dict[str, dict[str, object]]

#: No train is scheduled faster, km/h: 350 on the line from Beijing to Shanghai (China Railway,
#: since 2017), 320 in Europe.
FASTEST_LINE_KMH = 350

#: Degrees around a network's data in which a stop may lie before it is asked whether its
#: coordinates are exchanged.
_WIDER = 0.5

_PLACE = ("name", "lon", "lat", "country")


def place_stops(new: NewLines, network: Network) -> tuple[Places, list[Fault]]:
    """Find the stops that new lines name without saying where they are.

    Parameters
    ----------
    new
        The lines.
    network
        The network, in whose timetables ``feed:`` may stand before an id.

    Returns
    -------
    dict
        Stop to ``name``, ``lon``, ``lat`` and ``country`` (empty where it is not known).
    list of str
        What is wrong: stops that are not there, or that are several.
    """
    known = _known(network)
    places, faults, lost = {}, Faults(), []
    for stop in new.known_stops:
        found = known.get(stop, [])
        if not found:
            near = difflib.get_close_matches(stop, list(known), n=2)
            lost.append(f"{stop}{f' (did you mean {some(near)}?)' if near else ''}")
        elif len(found) > 1:
            faults.add(
                "stop-in-several-feeds", f"stop {stop!r} is in several feeds; write feed:{stop}"
            )
        else:
            places[stop] = found[0]
    if lost:
        faults.add(
            "id-unknown",
            f"stops that the network does not have: {some(lost)}; give them name, lon, lat and "
            "country",
        )
    return places, faults


def _known(network: Network) -> dict[str, list[dict[str, object]]]:
    """Return the places of all stops by their ids, where they have one."""
    known: dict[str, list[dict[str, object]]] = {}
    for feed in network.feeds:
        stops = feed.stops if "country" in feed.stops else feed.stops.assign(country="")
        columns = ("stop_id", "stop_name", "stop_lon", "stop_lat", "country")
        for stop, *values in _rows(stops.reset_index(), *columns):
            place = dict(zip(_PLACE, values, strict=True))
            known[f"{feed.name}:{stop}"] = [place]
            known.setdefault(stop, []).append(place)
    return known


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Return some columns row by row."""
    return zip(*(frame[name].tolist() for name in columns), strict=True)


def run_faults(tables: ServiceTables, own_stops: Sequence[str], network: Network) -> list[Fault]:
    """List new stops and lines that cannot be where and as they are said to be.

    Parameters
    ----------
    tables
        The lines, all with their minutes.
    own_stops
        Ids of the stops that are new.
    network
        The network that they are added to.

    Returns
    -------
    list of str
        A sentence for each fault, with the stop or line that it is about.
    """
    import geopandas as gpd

    stops = tables.stops[tables.stops["stop_id"].isin(list(own_stops))]
    faults = [
        Fault(
            "coordinates-swapped",
            f"stop {name}: lon {lon:g}, lat {lat:g} lies far from the network, and exchanged it "
            "would lie in it; write degrees, lon before lat",
        )
        for name, lon, lat in _rows(stops[_exchanged(stops, network)], "stop_id", "lon", "lat")
    ]
    if len(stops) and not faults:
        points = gpd.GeoDataFrame(
            {"id": stops["stop_id"].to_numpy(), "country": stops["country"].to_numpy()},
            geometry=gpd.points_from_xy(stops["lon"], stops["lat"]),
            crs=4326,
        )
        try:
            hold_places(network, points, where="stops")
        except InputError as error:
            faults.extend(error.faults)
    places = {name: (lon, lat) for name, lon, lat in _rows(tables.stops, "stop_id", "lon", "lat")}
    for line, calls in tables.calls.groupby("line_id", sort=False):
        rows = list(_rows(calls, "stop_id", "arrival_min", "departure_min"))
        faults += _steps_faults(str(line), rows, places)
    return faults


def _steps_faults(
    line: str, calls: list[tuple[Any, ...]], places: dict[str, tuple[float, float]]
) -> list[Fault]:
    """List what is wrong with the calls of one line: stop, arrival and departure."""
    names = [name for name, *_ in calls]
    twice = [a for a, b in itertools.pairwise(names) if a == b]
    if twice:
        return [
            Fault(
                "stop-twice-in-a-row",
                f"line {line}: calls at {some(twice)} twice in a row; write each call once",
            )
        ]
    faults = Faults()
    if names == names[::-1]:
        faults.add(
            "line-goes-back",
            f"line {line}: goes from {names[0]} and back again; every line runs both ways, so "
            "write one of them",
        )
    lon, lat = np.array([places[name] for name in names], dtype=np.float64).T
    metres = straight_m(lon[:-1], lat[:-1], lon[1:], lat[1:])
    minutes = np.array([b[1] - a[2] for a, b in itertools.pairwise(calls)], dtype=np.float64)
    too_fast = np.flatnonzero((minutes > 0) & (0.06 * metres > FASTEST_LINE_KMH * minutes))
    if len(too_fast):
        k = int(too_fast[0])
        faults.add(
            "speed-implausible",
            f"line {line}: {metres[k] / minutes[k] * 0.06:,.0f} km/h from {names[k]} to "
            f"{names[k + 1]} ({metres[k] / 1000:.1f} km in {minutes[k]:g} min), and no train is "
            f"faster than {FASTEST_LINE_KMH}; correct the minutes or where these stops lie",
        )
    return faults


def _exchanged(stops: pd.DataFrame, network: Network) -> npt.NDArray[np.bool_]:
    """Find which stops lie in the network's data only when lon and lat are exchanged."""
    box = _box(network)
    if box is None:
        return np.zeros(len(stops), dtype=bool)
    west, south, east, north = box
    lon, lat = (stops[name].to_numpy(dtype=np.float64) for name in ("lon", "lat"))

    def inside(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        return np.asarray((x >= west) & (x <= east) & (y >= south) & (y <= north))

    return np.asarray(~inside(lon, lat) & inside(lat, lon))


def _box(network: Network) -> tuple[float, float, float, float] | None:
    """Return the bounding box of the network's data, half a degree wider; None without streets."""
    extent = swap_extent(network)
    if extent is None:
        return None
    west, south, east, north = extent.bounds
    return west - _WIDER, south - _WIDER, east + _WIDER, north + _WIDER


def warn_of_far_stops(tables: ServiceTables, own_stops: Sequence[str], network: Network) -> None:
    """Warn of new stops outside the network's data, where nobody gets on or off.

    Parameters
    ----------
    tables, own_stops, network
        As for :func:`line_faults`.

    Warns
    -----
    GrensgeoWarning
        With their ids.
    """
    if network.streets.n_vertices == 0:
        return
    stops = tables.stops[tables.stops["stop_id"].isin(list(own_stops))]
    lonlat = stops[["lon", "lat"]].to_numpy(dtype=np.float64)
    off = stops["stop_id"][~within_extent(network, lonlat)]
    if len(off):
        warnings.warn(
            GrensgeoWarning(
                "outside-data",
                f"add-line: {len(off)} of {len(stops)} new stops lie outside the network's data "
                f"({some(off)}); nobody gets on or off there: correct their coordinates, or build "
                "the network from an extract that covers them",
            ),
            stacklevel=4,
        )


def check_new(tables: ServiceTables) -> None:
    """Raise InputError if minutes, coordinates or countries of new lines cannot be."""
    # the country of a stop of a timetable may not be known; nothing is routed by it
    country = tables.stops["country"]
    country = country.where(country.isin(COUNTRIES[1:]), COUNTRIES[1])
    check_lines(replace(tables, stops=tables.stops.assign(country=country)))


def feed_of(new: NewLines, tables: ServiceTables, feeds: Sequence[Feed]) -> Feed:
    """Write new lines as a timetable: there and back at whole headways, every day.

    Parameters
    ----------
    new
        The lines.
    tables
        The same, all with their minutes.
    feeds
        The timetables that there are, whose days and clock count.

    Returns
    -------
    Feed
        Named after the lines.
    """
    name = _name(list(new.headways), feeds)
    if not feeds:
        return replace(line_feed(tables), name=name)
    return feed_of_lines(
        tables,
        new.spans,
        name=name,
        days=every_day(
            min(feed.days.first for feed in feeds), max(feed.days.last for feed in feeds)
        ),
        zone=feeds[0].zones[0],
        countries=any("country" in feed.stops for feed in feeds),
    )


def _name(lines: list[str], feeds: Sequence[Feed]) -> str:
    """Name a feed after its lines, as no other is named."""
    name, taken = "new-" + "-".join(lines), {feed.name for feed in feeds}
    while name in taken:
        name += "-again"
    return name
