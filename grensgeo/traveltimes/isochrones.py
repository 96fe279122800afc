"""Isochrones: the area within reach of an origin, as nested polygons.

A mesh is laid over what can be reached, fine near the origin and coarser further away
(:mod:`grensgeo.traveltimes.mesh`). Its nodes are destinations like any other: they are snapped by
the same rules and get the same times as in a matrix. The isochrone is the contour of these times,
so a point lies inside it when the matrix says that it is reached, up to a cell of the mesh.
Between a node that is reached and one that is not (beyond a river, or off the network) the line
runs in the middle. The polygon depends on the origin, the trip and the cutoff, and on nothing else
that is asked with them.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Faults, GrensgeoWarning, InputError, some

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Floats
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.compute import Journeys
    from grensgeo.traveltimes.lattice import GridWindow, Plane
    from grensgeo.traveltimes.legs import Places, StreetTimes
    from grensgeo.traveltimes.mesh import Mesh, Minutes
    from grensgeo.traveltimes.router import Router


#: Distances between nodes that can be asked for, metres: finer than this a place is not known,
#: and coarser than that a grid shows no street at all.
_FINEST_M, _COARSEST_M = 0.5, 10_000

#: Distance between the nodes near an origin where no resolution is given, metres; by public
#: transport times vary over the walk to a stop, and each node costs a search.
_CELL_M, _TRANSIT_CELL_M = 12.5, 50.0

#: Most grid nodes for one origin where a resolution is given.
_MOST_NODES = 4_000_000

#: Corners of polygons are whole multiples of this, about a centimetre.
_PRECISION_DEGREES = 1e-7


def isochrones(
    network: Network | Router,
    origins: pd.DataFrame,
    trip: Trip,
    *,
    cutoffs_min: Sequence[float] | float,
    resolution_m: float | None = None,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> gpd.GeoDataFrame:
    """Compute the area within reach of each origin.

    Parameters
    ----------
    network
        The network, or a :class:`grensgeo.Router` of it.
    origins
        Places, as for :func:`grensgeo.traveltimes.travel_times`.
    trip
        Mode, limits and legs.
    cutoffs_min
        Minutes, door to door.
    resolution_m
        Distance between the nodes of the grid, metres, for all origins and cutoffs. If None,
        12.5 m near an origin (0.8 km at least; by public transport 50 m, for 3.2 km), and twice
        as much whenever it is twice as far away.
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
        That of an origin and a cutoff is the same whatever other origins and cutoffs are asked.

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
    from tqdm import tqdm

    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.lattice import Plane
    from grensgeo.traveltimes.legs import Places, StreetTimes
    from grensgeo.traveltimes.router import network_of

    network = network_of(network)
    cutoffs = _cutoffs(cutoffs_min, trip, resolution_m)
    places = Places.read(network, origins, where="origins")
    start = prepare(network, places, _nowhere(), replace(trip, max_min=cutoffs[-1]), speeds=speeds)
    kept = np.flatnonzero(_on_network(start, places))
    plane = Plane.of(network)
    spots = plane.to_metres(places.lonlat)
    reach = _Reach(network, start, trip)
    by_lattice = trip.foreign_routing and isinstance(start.parts[0], StreetTimes)
    geometry: list[BaseGeometry] = []
    with tqdm(total=len(kept), desc=f"isochrones by {trip.mode}", disable=not progress) as bar:
        for row in kept.tolist():
            x, y = spots[row]
            mesh = _mesh(float(x), float(y), trip, resolution_m)
            boxes = [reach.box(row, cutoff, (x, y)) for cutoff in cutoffs]
            _check_size(mesh, boxes[-1])
            if by_lattice:
                minutes = _by_lattice(network, start, row, mesh, trip=trip, speeds=speeds)
            else:
                only = Places(places.ids[[row]], places.lonlat[[row]], _some(places.country, row))
                minutes = _by_matrix(
                    network, only, mesh, boxes[-1], trip=trip, longest_min=cutoffs[-1],
                    speeds=speeds,
                )  # fmt: skip
            for cutoff, box in zip(cutoffs, boxes, strict=True):
                geometry.append(_area(plane, mesh, box, cutoff, minutes=minutes))
            bar.update()
    return gpd.GeoDataFrame(
        {
            "from_id": np.repeat(places.ids[kept], len(cutoffs)),
            "cutoff_min": np.tile(np.array(cutoffs), len(kept)),
            "mode": trip.mode,
        },
        geometry=geometry,
        crs=4326,
    )


def _cutoffs(
    cutoffs_min: Sequence[float] | float, trip: Trip, resolution_m: float | None
) -> tuple[float, ...]:
    """Check cutoffs and resolution; give the cutoffs rising."""
    faults = Faults()
    given = cutoffs_min
    if isinstance(given, (int, float, np.number)):
        given = (float(given),)
    try:
        cutoffs = tuple(sorted(float(value) for value in given))
    except (TypeError, ValueError):
        raise InputError(
            "cutoffs-wrong",
            f"isochrones: cutoffs_min is {cutoffs_min!r}, expected minutes such as (15, 30)",
        ) from None
    wrong = [value for value in cutoffs if not (math.isfinite(value) and value > 0)]
    if wrong or not cutoffs:
        faults.add("cutoffs-wrong", f"cutoffs_min is {list(given)}, expected minutes above 0")
    if len(set(cutoffs)) < len(cutoffs):
        faults.add("cutoffs-wrong", f"cutoffs_min is {list(given)}, expected each once")
    if not wrong and cutoffs and trip.max_min is not None and cutoffs[-1] > trip.max_min:
        faults.add(
            "cutoff-beyond-times",
            f"cutoff {cutoffs[-1]:g} is beyond the trip's max_min {trip.max_min:g}; raise max_min",
        )
    if resolution_m is not None and not _FINEST_M <= resolution_m <= _COARSEST_M:
        faults.add(
            "out-of-range",
            f"resolution_m is {resolution_m}, expected metres from {_FINEST_M:g} to "
            f"{_COARSEST_M:,}",
        )
    if faults:
        raise InputError.of(faults, where="isochrones")
    return cutoffs


def _nowhere() -> Places:
    """Return no places at all."""
    from grensgeo.traveltimes.legs import Places

    return Places(np.zeros(0, dtype=object), np.zeros((0, 2)))


def _some(values: npt.NDArray[np.object_] | None, row: int) -> npt.NDArray[np.object_] | None:
    return None if values is None else values[[row]]


def _on_network(start: Journeys, places: Places) -> npt.NDArray[np.bool_]:
    """Find the origins that are on the network, and warn of those that are not."""
    from grensgeo.network.snapping import SNAPPED, STATUSES

    snapping = start.from_snapping
    kept: npt.NDArray[np.bool_] = snapping.status == SNAPPED
    lost = [
        f"{name} ({STATUSES[status]})"
        for name, status in zip(snapping.ids[~kept], snapping.status[~kept], strict=True)
    ]
    if lost and not kept.any():
        raise InputError(
            "not-on-network",
            f"isochrones: no origin is on the network: {some(lost)}; raise max_snap_m, correct "
            "their coordinates or build the network from an extract that covers them",
        )
    if lost:
        warnings.warn(
            GrensgeoWarning(
                "not-on-network",
                f"{len(lost)} of {len(places)} origins are not on the network and have no "
                f"isochrones: {some(lost)}; raise max_snap_m or correct their coordinates",
            ),
            stacklevel=3,
        )
    return kept


class _Reach:
    """How far each origin gets within a cutoff."""

    def __init__(self, network: Network, start: Journeys, trip: Trip) -> None:
        """Prepare what all cutoffs need."""
        from grensgeo.traveltimes.lattice import Plane
        from grensgeo.traveltimes.legs import StreetTimes, snap_limit_m

        plane = Plane.of(network)
        self.network, self.start = network, start
        self.snap_m = plane.stretch * snap_limit_m(network, trip)
        self.max_egress_s = 60.0 * trip.max_egress_min
        self.stops = [
            (part, plane.to_metres(part.stop_lonlat))
            for part in start.parts
            if not isinstance(part, StreetTimes)
        ]
        self.egress_ms = plane.stretch * _fastest_ms(network, trip.egress) if self.stops else 0.0
        #: Seconds to the stops of each part, of the origin that was looked at last.
        self.arrival: tuple[int, list[Floats]] = (-1, [])

    def box(self, row: int, cutoff_min: float, spot: tuple[float, float]) -> Floats:
        """Return a box in metres around all that an origin can reach: west, south, east, north."""
        from grensgeo.traveltimes.lattice import edge_boxes
        from grensgeo.traveltimes.legs import StreetTimes

        edge = int(self.start.from_snapping.edge[row])
        found = [np.array([*spot, *spot]), edge_boxes(self.network)[edge]]
        for part in self.start.parts:
            times = part if isinstance(part, StreetTimes) else part.direct
            found += _box_by_streets(times, self.network, row, 60.0 * cutoff_min)
        found += self._boxes_by_stops(row, 60.0 * cutoff_min)
        corners = np.stack(found)
        low, high = corners[:, :2].min(axis=0), corners[:, 2:].max(axis=0)
        return np.concatenate([low - self.snap_m, high + self.snap_m])

    def _boxes_by_stops(self, row: int, cutoff_s: float) -> list[Floats]:
        """Return the boxes of what the egress leg can reach from each stop in the time left."""
        if self.arrival[0] != row:
            here = slice(row, row + 1)
            self.arrival = row, [part.at_stops(here)[0] for part, _ in self.stops]
        found = []
        for (_, xy), arrival in zip(self.stops, self.arrival[1], strict=True):
            left = np.minimum(self.max_egress_s, cutoff_s - arrival)
            at = np.flatnonzero(left > 0)
            if len(at):
                reach = (left[at] * self.egress_ms)[:, None]
                low, high = (xy[at] - reach).min(axis=0), (xy[at] + reach).max(axis=0)
                found.append(np.concatenate([low, high]))
        return found


def _box_by_streets(
    times: StreetTimes, network: Network, row: int, cutoff_s: float
) -> list[Floats]:
    """Return the box around every edge that is reached at one end at least, if there is any."""
    from grensgeo.traveltimes.lattice import vertex_boxes

    at = np.flatnonzero(_to_vertices(times, row) <= cutoff_s - times.park_s)
    if not len(at):
        return []
    west, south, east, north = (side[at] for side in vertex_boxes(network, times.metric))
    return [np.array([west.min(), south.min(), east.max(), north.max()])]


def _to_vertices(times: StreetTimes, row: int) -> npt.NDArray[np.float32]:
    """Return the seconds of one origin to the vertices, computed for a block of origins."""
    from grensgeo.traveltimes.legs import blocks

    cuts = blocks(len(times.origins), times.metric.shape.graph.n_vertices)
    rows = next(cut for cut in cuts if row < cut.stop)
    own: npt.NDArray[np.float32] = times.to_vertices(rows)[row - rows.start]
    return own


def _fastest_ms(network: Network, mode: str) -> float:
    """Return the highest speed of a mode anywhere on the network, metres a second."""
    lengths = network.streets.length_m
    fastest = 0.0
    for seconds in network.durations_s(mode):
        moving = seconds > 0
        if moving.any():
            fastest = max(fastest, float((lengths[moving] / seconds[moving]).max()))
    return fastest


def _mesh(x: float, y: float, trip: Trip, resolution_m: float | None) -> Mesh:
    from grensgeo.traveltimes.mesh import Mesh

    if resolution_m is None:
        return Mesh(x, y, _TRANSIT_CELL_M if trip.mode == "transit" else _CELL_M)
    return Mesh(x, y, float(resolution_m), graded=False)


def _check_size(mesh: Mesh, box: Floats) -> None:
    largest = max(window.size for window in mesh.windows(box))
    if largest > _MOST_NODES:
        raise InputError(
            "too-large",
            f"isochrones: at resolution_m {mesh.cell_m:g} one of them needs {largest:,} grid "
            f"nodes, more than {_MOST_NODES:,}; choose a coarser resolution or shorter cutoffs, "
            "or leave it out",
        )


def _by_lattice(
    network: Network,
    start: Journeys,
    row: int,
    mesh: Mesh,
    *,
    trip: Trip,
    speeds: SpeedTable | None,
) -> Minutes:
    """Return what tells the minutes through the streets from one origin to nodes."""
    from grensgeo.traveltimes.lattice import Lattice
    from grensgeo.traveltimes.legs import ModeStreets, StreetTimes

    (times,) = start.parts
    if not isinstance(times, StreetTimes):
        raise TypeError("times through the streets are looked up on a lattice")
    streets = ModeStreets.of(network, trip.mode, trip, speeds=speeds)
    endless = replace(times, limit_s=math.inf)
    own = _to_vertices(times, row)

    def minutes(level: int, window: GridWindow, inner: GridWindow | None) -> Floats:
        lattice = Lattice(streets, mesh.size_m(level))
        seconds = lattice.seconds(endless, row, own, window, inner=inner)
        return seconds.astype(np.float64) / 60.0

    return minutes


@dataclass(frozen=True, eq=False)
class _Known:
    """Minutes to the nodes of a window of each level."""

    windows: list[GridWindow]
    minutes: list[Floats]

    def __call__(self, level: int, window: GridWindow, inner: GridWindow | None) -> Floats:
        """Return those of a smaller window of a level."""
        del inner  # those are not known, and not needed
        return self.minutes[level][window.within(self.windows[level])]


def _by_matrix(
    network: Network,
    origin: Places,
    mesh: Mesh,
    box: Floats,
    *,
    trip: Trip,
    longest_min: float,
    speeds: SpeedTable | None,
) -> Minutes:
    """Return what tells the minutes from one origin to nodes, computed as in any matrix."""
    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.lattice import Plane
    from grensgeo.traveltimes.legs import Places
    from grensgeo.traveltimes.mesh import needed
    from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

    windows = mesh.windows(box)
    wanted = needed(windows)
    metres = np.concatenate(
        [
            (np.argwhere(mask)[:, ::-1] + (window.west, window.south)) * mesh.size_m(level)
            for level, (window, mask) in enumerate(zip(windows, wanted, strict=True))
        ]
    )
    lonlat = Plane.of(network).to_degrees(metres)
    nodes = Places(np.full(len(metres), "", dtype=object), lonlat)
    # beyond the cutoff by a walk across the largest cell, which tells where the line runs
    beyond_min = mesh.size_m(len(windows)) / (OFF_NETWORK_KMH / 0.06)
    further = replace(trip, max_min=longest_min + beyond_min)
    found = prepare(network, origin, nodes, further, speeds=speeds).minutes(slice(0, 1))[0]
    grids, first = [], 0
    for mask in wanted:
        grid = np.full(mask.shape, np.nan)
        n = int(mask.sum())
        grid[mask] = found[first : first + n]
        grids.append(grid)
        first += n
    return _Known(windows, grids)


def _area(
    plane: Plane, mesh: Mesh, box: Floats, cutoff_min: float, *, minutes: Minutes
) -> BaseGeometry:
    """Draw the area of one origin and cutoff, in degrees."""
    from grensgeo.traveltimes.mesh import surface_of
    from grensgeo.traveltimes.outlines import outline
    from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

    surface = surface_of(mesh, box, cutoff_min, minutes=minutes, speed_kmh=OFF_NETWORK_KMH)

    def rounded(metres: Floats) -> Floats:
        whole: Floats = np.round(plane.to_degrees(metres) / _PRECISION_DEGREES)
        return whole * _PRECISION_DEGREES

    return outline(surface, to_degrees=rounded)
