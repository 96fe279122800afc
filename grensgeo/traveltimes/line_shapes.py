"""Lines and stops of public transport on the date of a trip, as shapes for a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.traveltimes.alignment import Alignments
from grensgeo.traveltimes.departing import departing
from grensgeo.traveltimes.departures import Plan
from grensgeo.traveltimes.vehicles import kind_of

if TYPE_CHECKING:
    import geopandas as gpd

    from grensgeo.gtfs import Timetable
    from grensgeo.network import Network
    from grensgeo.traveltimes.trip import Trip

_DAY_S = 86_400


def _timetable(network: Network, trip: Trip) -> Timetable:
    return Plan.of(network, departing(network, trip)).timetable


def _of_the_day(table: Timetable, pattern: int) -> list[int]:
    """Return the trips of a pattern that leave on the date itself, not before or after it."""
    first, end = table.pattern_trip_start[pattern : pattern + 2].tolist()
    begins, ends = table.pattern_stop_start[pattern : pattern + 2].tolist()
    start = int(table.pattern_time_start[pattern])
    leaves = table.trip_departure_s[start + (ends - begins) * np.arange(end - first)]
    found = np.flatnonzero((leaves >= 0) & (leaves < _DAY_S))
    return [int(first + number) for number in found]


def line_shapes(network: Network, trip: Trip) -> gpd.GeoDataFrame:
    """Return the ways that lines run on the date of a trip.

    Parameters
    ----------
    network
        The network with its timetables.
    trip
        A trip by public transport; the whole day of its departure or arrival counts.

    Returns
    -------
    GeoDataFrame
        ``line, kind, from_name, to_name, stops, departures`` at lines in EPSG:4326, each way of
        each line once: along its shape, or straight from stop to stop.
    """
    import geopandas as gpd
    import shapely

    table = _timetable(network, trip)
    alignments = Alignments(network.feeds)
    ways: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    for pattern in range(len(table.pattern_stop_start) - 1):
        calls = table.pattern_stop[slice(*table.pattern_stop_start[pattern : pattern + 2])]
        original = tuple(table.stop_original[calls].tolist())
        for run in _of_the_day(table, pattern):
            ways.setdefault((str(table.trip_line[run]), original), []).append(run)
    rows, shapes = [], []
    for (line, stops), runs in sorted(ways.items(), key=lambda one: (one[0][0], one[0][1])):
        first = runs[0]
        points = [(float(table.stop_lon[s]), float(table.stop_lat[s])) for s in stops]
        way = alignments.along(
            int(table.trip_feed[first]), str(table.trip_id[first]), points, board=0
        )
        if len(set(way)) < 2:
            continue
        rows.append(
            {"line": line, "kind": kind_of(int(table.trip_route_type[first])),
             "from_name": str(table.stop_names[stops[0]]),
             "to_name": str(table.stop_names[stops[-1]]), "stops": len(stops),
             "departures": len(runs)}
        )  # fmt: skip
        shapes.append(shapely.LineString(way))
    return gpd.GeoDataFrame(rows, geometry=shapes, crs=4326)


def stop_points(network: Network, trip: Trip) -> gpd.GeoDataFrame:
    """Return the stops at which something calls on the date of a trip.

    Parameters
    ----------
    network, trip
        As for :func:`line_shapes`.

    Returns
    -------
    GeoDataFrame
        ``stop_id, name, kinds, lines, departures`` at points in EPSG:4326.
    """
    import geopandas as gpd

    table = _timetable(network, trip)
    kinds: dict[int, set[str]] = {}
    lines: dict[int, set[str]] = {}
    departures: dict[int, int] = {}
    for pattern in range(len(table.pattern_stop_start) - 1):
        runs = _of_the_day(table, pattern)
        if not runs:
            continue
        calls = table.pattern_stop[slice(*table.pattern_stop_start[pattern : pattern + 2])]
        kind = kind_of(int(table.trip_route_type[runs[0]]))
        for stop in table.stop_original[calls].tolist():
            kinds.setdefault(stop, set()).add(kind)
            lines.setdefault(stop, set()).update(map(str, table.trip_line[runs]))
            departures[stop] = departures.get(stop, 0) + len(runs)
    order = np.array(sorted(departures), dtype=np.int64)
    rows = {
        "stop_id": table.stop_ids[order].astype(str),
        "name": table.stop_names[order].astype(str),
        "kinds": [", ".join(sorted(kinds[stop])) for stop in order.tolist()],
        "lines": [", ".join(sorted(lines[stop])) for stop in order.tolist()],
        "departures": [departures[stop] for stop in order.tolist()],
    }
    points = gpd.points_from_xy(table.stop_lon[order], table.stop_lat[order])
    return gpd.GeoDataFrame(rows, geometry=points, crs=4326)
