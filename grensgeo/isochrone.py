"""Isochrones: the area within reach of an origin, as nested polygons.

A regular grid is laid over what can be reached. Its nodes are destinations like any other: they
are snapped by the same rules and get the same times as in a matrix. The isochrone is the contour
of these times, so a point lies inside it when the matrix says that it is reached, up to a cell of
the grid. Between a node that is reached and one that is not (beyond a river, or off the network)
the line runs in the middle.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import GrensgeoWarning, InputError, some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.compute import Journeys
    from grensgeo.traveltimes.lattice import Window
    from grensgeo.traveltimes.legs import Places, StreetTimes
    from grensgeo.traveltimes.timetables import TimetableTimes
    from grensgeo.traveltimes.transit import TransitTimes

    Floats = npt.NDArray[np.float64]

#: Coarser than this a grid shows no street at all.
_COARSEST_M = 10_000

#: Cells along the longer side of the largest isochrone, where no resolution is given.
_CELLS = 300

#: Resolutions that are chosen among, metres.
_RESOLUTIONS_M = (25.0, 50.0, 100.0, 200.0, 250.0, 500.0, 1000.0, 2000.0, 5000.0)

#: Most grid nodes for one origin, and for all origins that share a grid.
_MOST_NODES = 4_000_000

#: Corners of polygons are whole multiples of this, about a centimetre.
_PRECISION_DEGREES = 1e-7


def isochrones(
    network: Network,
    origins: pd.DataFrame,
    trip: Trip,
    *,
    cutoffs_min: Sequence[float],
    resolution_m: float | None = None,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> gpd.GeoDataFrame:
    """Draw the area within reach of each origin.

    Parameters
    ----------
    network
        The network.
    origins
        Places, as for :func:`grensgeo.traveltimes.travel_times`.
    trip
        Mode, limits and legs.
    cutoffs_min
        Minutes, door to door.
    resolution_m
        Distance between the nodes of the grid, metres. If None, the largest area is about 300
        cells wide, of 25 m at least.
    speeds
        Speed table; the one that comes with grensgeo if not given.
    progress
        Show a progress bar.

    Returns
    -------
    GeoDataFrame
        ``from_id``, ``cutoff_min``, ``mode``, ``geometry`` (valid polygons and multipolygons
        with holes, EPSG:4326): a row for each origin and cutoff, origins in the order given,
        cutoffs rising. The polygons of an origin contain it, and each contains the smaller ones.

    Raises
    ------
    InputError
        If the origins, cutoffs or resolution cannot be true, the cutoffs go beyond the trip's
        ``max_min``, the grid would have too many nodes, or no origin is on the network.

    Warns
    -----
    GrensgeoWarning
        If some origins are not on the network; they have no rows.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from grensgeo.network import Network
    >>> from grensgeo.traveltimes import Trip
    >>> graph = nx.MultiDiGraph(crs="epsg:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.89, "y": 52.22}), (2, {"x": 6.90, "y": 52.22})])
    >>> street = {"osmid": 1, "highway": "residential", "length": 683.4, "oneway": False}
    >>> _ = graph.add_edge(1, 2, **street), graph.add_edge(2, 1, **street)
    >>> network = Network.from_osmnx(graph)
    >>> places = pd.DataFrame({"id": ["a", "b"], "lon": [6.89, 6.90], "lat": [52.22, 52.22]})
    >>> areas = isochrones(network, places, Trip("walk"), cutoffs_min=[2, 4])
    >>> areas[["from_id", "cutoff_min"]].to_numpy().tolist()
    [['a', 2.0], ['a', 4.0], ['b', 2.0], ['b', 4.0]]
    """
    import geopandas as gpd
    import shapely
    from tqdm import tqdm

    from grensgeo.network.snapping import swap_extent, to_metres
    from grensgeo.network.whereabouts import hold_places
    from grensgeo.sources.points import as_points
    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.lattice import Window
    from grensgeo.traveltimes.legs import Places, StreetTimes
    from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

    cutoffs = _cutoffs(cutoffs_min, trip, resolution_m)
    points = as_points(origins, where="origins", extent=swap_extent(network))
    places = Places.of(hold_places(network, points, where="origins"))
    bounded = replace(trip, max_min=cutoffs[-1])
    start = prepare(network, places, _nowhere(), bounded, speeds=speeds)
    kept = _on_network(start, places)
    boxes = _boxes(network, start, bounded)[kept]
    places = Places(places.ids[kept], places.lonlat[kept], _some(places.country, kept))
    cell_m = resolution_m if resolution_m is not None else _resolution(boxes)
    windows = [Window.around(box, cell_m) for box in boxes]
    _check_size(windows, cell_m)
    spots = to_metres(network, places.lonlat)
    # the time in which one walks across a cell: as far as that, a node tells where the line runs
    margin_min = cell_m / (OFF_NETWORK_KMH / 0.06)
    further = replace(trip, max_min=cutoffs[-1] + margin_min)
    if trip.foreign_routing and isinstance(start.parts[0], StreetTimes):
        grids = _grids_by_lattice(
            network, start.parts[0], further, kept=kept, windows=windows, cell_m=cell_m,
            speeds=speeds,
        )  # fmt: skip
    else:
        grids = _grids_by_matrix(
            network, places, further, windows=windows, cell_m=cell_m, speeds=speeds
        )
    geometry: list[BaseGeometry] = [shapely.Polygon()] * (len(places) * len(cutoffs))
    with tqdm(total=len(places), desc=f"isochrones by {trip.mode}", disable=not progress) as bar:
        for k, minutes in grids:
            areas = _contours(minutes, windows[k], cutoffs, cell_m=cell_m, margin=margin_min)
            nested = _nest(areas, spots[k], network, cell_m=cell_m)
            geometry[k * len(cutoffs) : (k + 1) * len(cutoffs)] = nested
            bar.update()
    return gpd.GeoDataFrame(
        {
            "from_id": np.repeat(places.ids, len(cutoffs)),
            "cutoff_min": np.tile(np.array(cutoffs), len(places)),
            "mode": trip.mode,
        },
        geometry=geometry,
        crs=4326,
    )


def _cutoffs(
    cutoffs_min: Sequence[float], trip: Trip, resolution_m: float | None
) -> tuple[float, ...]:
    """Check cutoffs and resolution; give the cutoffs rising."""
    faults = []
    cutoffs = tuple(sorted(float(value) for value in cutoffs_min))
    wrong = [value for value in cutoffs if not (math.isfinite(value) and value > 0)]
    if wrong or not cutoffs:
        faults.append(f"cutoffs_min is {list(cutoffs_min)}, expected minutes above 0")
    if len(set(cutoffs)) < len(cutoffs):
        faults.append(f"cutoffs_min is {list(cutoffs_min)}, expected each once")
    if not wrong and cutoffs and trip.max_min is not None and cutoffs[-1] > trip.max_min:
        faults.append(
            f"cutoff {cutoffs[-1]:g} is beyond the trip's max_min {trip.max_min:g}; raise max_min"
        )
    if resolution_m is not None and not 0 < resolution_m <= _COARSEST_M:
        faults.append(
            f"resolution_m is {resolution_m}, expected metres above 0 and up to {_COARSEST_M:,}"
        )
    if faults:
        raise InputError("isochrones: " + "; ".join(faults))
    return cutoffs


def _nowhere() -> Places:
    """Give no places at all."""
    from grensgeo.traveltimes.legs import Places

    return Places(np.zeros(0, dtype=object), np.zeros((0, 2)))


def _some(
    values: npt.NDArray[np.object_] | None, kept: npt.NDArray[np.bool_]
) -> npt.NDArray[np.object_] | None:
    return None if values is None else values[kept]


def _on_network(start: Journeys, places: Places) -> npt.NDArray[np.bool_]:
    """Tell which origins are on the network, and of those that are not."""
    from grensgeo.network.snapping import SNAPPED, STATUSES

    snapping = start.from_snapping
    kept: npt.NDArray[np.bool_] = snapping.status == SNAPPED
    lost = [
        f"{name} ({STATUSES[status]})"
        for name, status in zip(snapping.ids[~kept], snapping.status[~kept], strict=True)
    ]
    if lost and not kept.any():
        raise InputError(
            f"isochrones: no origin is on the network: {some(lost)}; raise max_snap_m, correct "
            "their coordinates or build the network from an extract that covers them"
        )
    if lost:
        warnings.warn(
            f"{len(lost)} of {len(places)} origins are not on the network and have no "
            f"isochrones: {some(lost)}; raise max_snap_m or correct their coordinates",
            GrensgeoWarning,
            stacklevel=3,
        )
    return kept


def _boxes(network: Network, start: Journeys, trip: Trip) -> Floats:
    """Give a box in metres around all that each origin can reach: (n, 4) w, s, e, n."""
    from grensgeo.traveltimes.lattice import edge_boxes
    from grensgeo.traveltimes.legs import StreetTimes, snap_limit_m

    corners = edge_boxes(network)
    boxes = np.full((len(start.from_snapping), 4), np.nan)
    own = start.from_snapping.edge
    boxes[own >= 0] = corners[own[own >= 0]]
    for part in start.parts:
        if isinstance(part, StreetTimes):
            _grow_by_streets(boxes, part, network)
        else:
            _grow_by_streets(boxes, part.direct, network)
            _grow_by_stops(boxes, part, network, trip)
    return boxes + snap_limit_m(network, trip) * np.array([-1.0, -1.0, 1.0, 1.0])


def _grow_by_streets(boxes: Floats, times: StreetTimes, network: Network) -> None:
    """Widen the boxes to every edge that is reached at one end at least."""
    from grensgeo.traveltimes.lattice import vertex_boxes
    from grensgeo.traveltimes.legs import blocks

    west, south, east, north = vertex_boxes(network, times.core)
    for rows in blocks(len(boxes), len(west)):
        reached = times.to_vertices(rows) <= times.limit_s - times.park_s
        for row, here in enumerate(reached, start=rows.start):
            at = np.flatnonzero(here)
            if len(at):
                low = west[at].min(), south[at].min()
                _grow(boxes, row, np.array([[*low, east[at].max(), north[at].max()]]))


def _grow_by_stops(
    boxes: Floats, times: TransitTimes | TimetableTimes, network: Network, trip: Trip
) -> None:
    """Widen the boxes to all that the egress leg can reach from each stop in the time left."""
    from grensgeo.network.snapping import to_metres

    xy = to_metres(network, times.stop_lonlat)
    arrival = times.at_stops(slice(0, len(boxes)))
    left = np.minimum(60.0 * trip.max_egress_min, times.limit_s - arrival)
    radius = left * _fastest_ms(network, trip.egress)
    for row in range(len(boxes)):
        at = np.flatnonzero(radius[row] > 0)
        if len(at):
            reach = radius[row, at, None]
            _grow(boxes, row, np.hstack([xy[at] - reach, xy[at] + reach]))


def _grow(boxes: Floats, row: int, corners: Floats) -> None:
    low, high = corners[:, :2].min(axis=0), corners[:, 2:].max(axis=0)
    boxes[row, :2] = np.fmin(boxes[row, :2], low)
    boxes[row, 2:] = np.fmax(boxes[row, 2:], high)


def _fastest_ms(network: Network, mode: str) -> float:
    """Give the highest speed of a mode anywhere on the network, metres a second."""
    lengths = network.streets.length_m
    fastest = 0.0
    for seconds in network.durations_s(mode):
        moving = seconds > 0
        if moving.any():
            fastest = max(fastest, float((lengths[moving] / seconds[moving]).max()))
    return fastest


def _resolution(boxes: Floats) -> float:
    """Choose the distance between nodes by the longest side of the largest box."""
    wanted = float((boxes[:, 2:] - boxes[:, :2]).max()) / _CELLS
    return next((size for size in _RESOLUTIONS_M if size >= wanted), wanted)


def _check_size(windows: list[Window], cell_m: float) -> None:
    largest = max(window.size for window in windows)
    if largest > _MOST_NODES:
        raise InputError(
            f"isochrones: at resolution_m {cell_m:g} one of them needs {largest:,} grid nodes, "
            f"more than {_MOST_NODES:,}; choose a coarser resolution or shorter cutoffs"
        )


def _union(windows: list[Window]) -> Window:
    from grensgeo.traveltimes.lattice import Window

    return Window(
        min(window.west for window in windows),
        min(window.south for window in windows),
        max(window.east for window in windows),
        max(window.north for window in windows),
    )


def _groups(windows: list[Window]) -> list[list[int]]:
    """Let all origins share one grid, so that a node is snapped once; each its own if too far."""
    if _union(windows).size <= _MOST_NODES:
        return [list(range(len(windows)))]
    return [[k] for k in range(len(windows))]


def _grids_by_lattice(
    network: Network,
    times: StreetTimes,
    trip: Trip,
    *,
    kept: npt.NDArray[np.bool_],
    windows: list[Window],
    cell_m: float,
    speeds: SpeedTable | None,
) -> Iterator[tuple[int, Floats]]:
    """Give the number of each origin that is kept, and its minutes to the nodes around it."""
    from grensgeo.traveltimes.lattice import Lattice
    from grensgeo.traveltimes.legs import Streets, blocks

    lattice = Lattice(Streets.of(network, trip.mode, trip, speeds=speeds), cell_m)
    limit_min = math.inf if trip.max_min is None else trip.max_min
    times = replace(times, limit_s=60.0 * limit_min)
    number = np.cumsum(kept) - 1
    for rows in blocks(len(kept), times.core.graph.n_vertices):
        by_vertex = times.to_vertices(rows)
        for row in rows.start + np.flatnonzero(kept[rows]):
            k = int(number[row])
            seconds = lattice.seconds(times, row, by_vertex[row - rows.start], windows[k])
            yield k, seconds.astype(np.float64) / 60.0


def _grids_by_matrix(
    network: Network,
    places: Places,
    trip: Trip,
    *,
    windows: list[Window],
    cell_m: float,
    speeds: SpeedTable | None,
) -> Iterator[tuple[int, Floats]]:
    """Give the number of each origin and its minutes to the nodes of a grid of shared nodes."""
    from grensgeo.network.snapping import to_degrees
    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.legs import Places, blocks

    for group in _groups(windows):
        whole = _union([windows[k] for k in group])
        wanted = np.zeros(whole.shape, dtype=bool)
        for k in group:
            wanted[windows[k].within(whole)] = True
        row, column = np.nonzero(wanted)
        cells = np.column_stack([column + whole.west, row + whole.south])
        metres = cells.astype(np.float64) * cell_m
        nodes = Places(row.astype(object), to_degrees(network, metres))
        mine = Places(places.ids[group], places.lonlat[group], _take(places.country, group))
        journeys = prepare(network, mine, nodes, trip, speeds=speeds)
        for rows in blocks(len(group), len(nodes)):
            minutes = journeys.minutes(rows)
            for k, reached in zip(group[rows], minutes, strict=True):
                grid = np.full(whole.shape, np.nan)
                grid[row, column] = reached
                yield k, grid[windows[k].within(whole)]


def _take(
    values: npt.NDArray[np.object_] | None, group: list[int]
) -> npt.NDArray[np.object_] | None:
    return None if values is None else values[group]


def _contours(
    minutes: Floats,
    window: Window,
    cutoffs: tuple[float, ...],
    *,
    cell_m: float,
    margin: float,
) -> list[BaseGeometry]:
    """Draw the area within each cutoff, in metres.

    What is further than the margin from the cutoff counts as the margin, and so does a node that
    is not reached: the line then runs half-way. The larger the cutoff, the lower the surface
    everywhere, so the areas are nested.
    """
    import contourpy
    import shapely

    # a ring of nodes out of reach closes every area
    x = (np.arange(window.west - 1, window.east + 1)) * cell_m
    y = (np.arange(window.south - 1, window.north + 1)) * cell_m
    areas: list[BaseGeometry] = []
    for cutoff in cutoffs:
        surface = np.clip(np.nan_to_num(minutes - cutoff, nan=margin), -margin, margin)
        surface = np.pad(surface, 1, constant_values=margin)
        generator = contourpy.contour_generator(
            x, y, surface, fill_type=contourpy.FillType.OuterOffset
        )
        polygons = []
        for points, offsets in zip(*generator.filled(-2 * margin, 0.0), strict=True):
            rings = [points[a:b] for a, b in pairwise(offsets)]
            polygons.append(shapely.Polygon(rings[0], rings[1:]))
        areas.append(shapely.MultiPolygon(polygons))
    return areas


def _areas_only(geometry: BaseGeometry) -> BaseGeometry:
    """Keep the polygons, without the lines and points that mending may leave."""
    import shapely

    parts = shapely.get_parts(shapely.get_parts(geometry))
    polygons = parts[shapely.area(parts) > 0]  # nothing else has one
    if len(polygons) == 1:
        only: BaseGeometry = polygons[0]
        return only
    return shapely.MultiPolygon(polygons)


def _nest(
    areas: list[BaseGeometry], spot: Floats, network: Network, *, cell_m: float
) -> list[BaseGeometry]:
    """Bring areas to degrees; each contains the origin and the smaller ones."""
    import shapely

    from grensgeo.network.snapping import to_degrees

    def complete(area: BaseGeometry) -> BaseGeometry:
        # an origin from which nothing is reached in time, as with parking: the origin itself
        if shapely.contains_xy(area, *spot):
            return area
        return shapely.make_valid(area).union(shapely.Point(spot).buffer(cell_m / 2))

    def rounded(metres: Floats) -> Floats:
        return np.round(to_degrees(network, metres) / _PRECISION_DEGREES) * _PRECISION_DEGREES

    smaller: BaseGeometry = shapely.Polygon()
    nested: list[BaseGeometry] = []
    for area in areas:
        larger = shapely.transform(complete(area), rounded)
        if not larger.is_valid:
            larger = shapely.set_precision(shapely.make_valid(larger), _PRECISION_DEGREES)
            larger = _areas_only(larger)
        if nested and not larger.covers(smaller):
            # where outlines cross, rounding bends the common one by up to a unit
            around = smaller.buffer(2 * _PRECISION_DEGREES)
            larger = shapely.union(larger, around, grid_size=_PRECISION_DEGREES)
        smaller = _areas_only(larger)
        nested.append(smaller)
    return nested
