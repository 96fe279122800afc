"""The nodes of an endless grid over a network, each with its nearest street, for all origins.

Nodes lie at whole multiples of the cell in the network's :class:`Plane`, so that the grids of all
origins share them. They are snapped by the same rules as any place, all of a network at once where
they are not too many, else a square tile at a time. From the seconds to the ends of streets follow
those to the nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.network.prepared import Kept, Part, Same
from grensgeo.network.snapping import Edges, edge_index, within_extent
from grensgeo.routing.workers import share, workers_for
from grensgeo.traveltimes.node_minutes import fill_minutes
from grensgeo.traveltimes.node_pool import SIDE, NodePool

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Singles
    from grensgeo.network import Network
    from grensgeo.network.snapping import EdgeIndex
    from grensgeo.traveltimes.legs import ModeStreets, StreetTimes
    from grensgeo.traveltimes.metrics import StreetMetric
    from grensgeo.traveltimes.node_pool import Tile

#: Nodes of a tile.
_NODES = SIDE**2

#: Tiles that are snapped together, and the most of a pool: twelve million nodes, 150 MB.
_BATCH = 64
_MOST = 3072

#: Where a window takes more than one in so many of the tiles, all are snapped at once: the next
#: place then costs as little as this one again.
_WHOLE = 16

#: Pools that are kept, and metrics whose streets' ends are.
_POOLS, _METRICS = 4, 8

#: So many nodes a thread fills before another one is worth its start.
_ALONE = 150_000

#: Metres of a degree of latitude on a sphere of the earth's mean radius, 6,371,008.8 m (Moritz
#: 2000, Geodetic Reference System 1980); on the ellipsoid they are within 0.7%.
_METRES_PER_DEGREE = 111_195.08


@dataclass(frozen=True)
class Plane:
    """Metres in which columns are meridians and rows are parallels, the same all over a network.

    What is straight in it along an axis is straight in degrees too, whatever is rounded. True are
    its metres along a meridian, and along the middle parallel of the network.

    Attributes
    ----------
    x_m, y_m
        Metres of a degree of longitude and of latitude.
    stretch
        By how much it may be longer than the ground, anywhere on the network.
    """

    x_m: float
    y_m: float
    stretch: float

    @classmethod
    def of(cls, network: Network) -> Plane:
        """Return the plane of a network."""
        south, north = np.radians([network.streets.lat.min(), network.streets.lat.max()])
        middle = float(np.cos((south + north) / 2))
        least = max(min(float(np.cos(south)), float(np.cos(north))), 1e-3)
        # and a hundredth for the ellipsoid
        return cls(_METRES_PER_DEGREE * middle, _METRES_PER_DEGREE, 1.01 * middle / least)

    def to_metres(self, lonlat: Floats) -> Floats:
        """Convert degrees to metres: float64 (n, 2)."""
        return lonlat * (self.x_m, self.y_m)

    def to_degrees(self, metres: Floats) -> Floats:
        """Convert metres to degrees: float64 (n, 2)."""
        return metres / (self.x_m, self.y_m)


@dataclass(frozen=True)
class GridWindow:
    """Part of the endless grid: columns and rows, the last ones not included."""

    west: int
    south: int
    east: int
    north: int

    @classmethod
    def around(cls, box: Floats, cell_m: float) -> GridWindow:
        """Cover a box (west, south, east, north in metres)."""
        low = np.floor(box[:2] / cell_m).astype(int)
        high = np.ceil(box[2:] / cell_m).astype(int) + 1
        return cls(int(low[0]), int(low[1]), int(high[0]), int(high[1]))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.north - self.south, self.east - self.west

    @property
    def size(self) -> int:
        """Number of nodes."""
        return self.shape[0] * self.shape[1]

    def within(self, other: GridWindow) -> tuple[slice, slice]:
        """Return the rows and columns of this window in a larger one."""
        return (
            slice(self.south - other.south, self.north - other.south),
            slice(self.west - other.west, self.east - other.west),
        )

    def lies_in(self, other: GridWindow) -> bool:
        """Return whether every node is one of another window."""
        return self.overlap(other) == self

    def overlap(self, other: GridWindow) -> GridWindow:
        """Return what two windows share."""
        return GridWindow(
            max(self.west, other.west),
            max(self.south, other.south),
            min(self.east, other.east),
            min(self.north, other.north),
        )


@dataclass(frozen=True, eq=False)
class Entries:
    """How the streets of a metric are come to, an element a street.

    Attributes
    ----------
    vertex
        int32 (n_edges, 4): from which it is entered by its tail and by its head, and to which all
        lead that come to its tail and to its head.
    seconds
        float64 (n_edges, 4): lost on entering by the tail and by the head, and along it from its
        tail and from its head; NaN where closed.
    """

    vertex: npt.NDArray[np.int32]
    seconds: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Freeze both arrays."""
        self.vertex.setflags(write=False)
        self.seconds.setflags(write=False)

    @classmethod
    def of(cls, network: Network, metric: StreetMetric) -> Entries:
        """Collect them from the graph of a metric."""
        graph, streets = metric.shape.graph, network.streets
        ends = graph.reached[np.stack([streets.tail, streets.head], axis=1)]
        return cls(
            np.hstack([graph.depart, ends]).astype(np.int32),
            np.hstack([metric.lost_s[0], np.stack(metric.durations_s, axis=1)]),
        )


@dataclass(frozen=True, eq=False)
class Lattice:
    """The grid over the streets of one mode.

    Attributes
    ----------
    streets
        The mode's streets.
    cell_m
        Distance between nodes, metres.
    """

    streets: ModeStreets
    cell_m: float

    def minutes(
        self,
        times: StreetTimes,
        row: int,
        by_vertex: Singles,
        window: GridWindow,
        *,
        exact_min: tuple[float, float] = (-np.inf, np.inf),
    ) -> Floats:
        """Return the minutes from one origin to the nodes of a window.

        Parameters
        ----------
        times
            Times on the same streets.
        row
            The origin.
        by_vertex
            (n_vertices,): seconds to the vertices of the graph, NaN unreached.
        window
            The nodes.
        exact_min
            Where it is plain that all nodes of a patch lie below these minutes, or above, they may
            be any that do, or NaN above.

        Returns
        -------
        ndarray
            float64 (rows, columns), from the south and the west; NaN unreached.
        """
        network = self.streets.network
        entries = network.prepared.part(GridNodes).entries.get(
            self.streets.metric, lambda: Entries.of(network, self.streets.metric)
        )
        pool, slots = self.pool(window)
        origin = times.origins[row : row + 1]
        start = (
            float(origin.edge[0]),
            float(origin.fraction[0]),
            float(origin.offset_s[0]),
            float(origin.forward_s[0]),
            float(origin.backward_s[0]),
        )
        arrays, known = pool.arrays, (entries.vertex, entries.seconds)
        out = np.empty(window.shape)

        n_workers = workers_for(min(len(slots), window.size // _ALONE + 1))

        def fill(worker: int) -> None:
            # whole rows of tiles, so that no two threads write to the same nodes
            first, last = (len(slots) * part // n_workers for part in (worker, worker + 1))
            south = max((window.south // SIDE + first) * SIDE, window.south)
            north = min((window.south // SIDE + last) * SIDE, window.north)
            rows = out[south - window.south : north - window.south]
            limits, corner = (times.park_s, *exact_min), (window.west, south)
            fill_minutes(slots[first:last], corner, arrays, known, by_vertex, start, limits, rows)

        share(fill, n_workers)
        return out

    def edges(self, window: GridWindow) -> Indices:
        """Return the nearest street of the nodes of a window; -1 for none."""
        pool, slots = self.pool(window)
        out = np.full(window.shape, -1, dtype=np.int32)
        for row, column in np.argwhere(slots >= 0).tolist():
            own = _window_of((row + window.south // SIDE, column + window.west // SIDE))
            part, first = window.overlap(own), int(slots[row, column]) * _NODES
            tile = pool.edge[first : first + _NODES].reshape(SIDE, SIDE)
            out[part.within(window)] = tile[part.within(own)]
        return out

    def pool(self, window: GridWindow) -> tuple[NodePool, Indices]:
        """Return the pool with all tiles of a window, and where in it each of them is."""
        rows = range(window.south // SIDE, (window.north - 1) // SIDE + 1)
        columns = range(window.west // SIDE, (window.east - 1) // SIDE + 1)
        tiles = [(row, column) for row in rows for column in columns]
        part = self.streets.network.prepared.part(GridNodes)
        how = Same(self._index), self.streets.max_m, self.cell_m
        pool = part.pools.get(how, NodePool.empty)
        if pool.near is None:
            pool.near = self._near()
        missing = [tile for tile in tiles if tile in pool.near and tile not in pool.tiles]
        if missing:
            if len(pool.near) <= min(_MOST, _WHOLE * len(missing)):
                missing = [tile for tile in pool.near if tile not in pool.tiles]
            if pool.used + len(missing) > _MOST:  # of so large a network what is asked for now
                pool.clear()
                missing = [tile for tile in tiles if tile in pool.near]
            self._fill(pool, missing)
        slots = np.array([pool.tiles.get(tile, -1) for tile in tiles], dtype=np.int32)
        return pool, slots.reshape(len(rows), len(columns))

    def _fill(self, pool: NodePool, tiles: list[Tile]) -> None:
        """Snap the nodes of tiles and add them."""
        pool.reserve(len(tiles))
        batches = [tiles[first : first + _BATCH] for first in range(0, len(tiles), _BATCH)]
        pool.close([pool.add(batch, self._snap(batch)) for batch in batches])

    @property
    def _index(self) -> EdgeIndex:
        """The edges that nodes are snapped to."""
        streets = self.streets
        return edge_index(streets.network, streets.mode, streets.country, streets.max_stress)

    def _near(self) -> dict[Tile, None]:
        """Return the tiles that a street lies near enough to, in the order of rows."""
        boxes = edge_boxes(self.streets.network)[self._index.kept]
        if not len(boxes):
            return {}
        far = self.streets.max_m * Plane.of(self.streets.network).stretch
        size = SIDE * self.cell_m
        low = np.floor((boxes[:, :2] - far) / size).astype(np.int64)
        high = np.floor((boxes[:, 2:] + far) / size).astype(np.int64)
        first, last = low.min(axis=0), high.max(axis=0)
        marks = np.zeros(tuple(last - first + 2)[::-1], dtype=np.int32)
        # a street marks a rectangle of tiles: counted up at its corners, then summed both ways
        for x, y, sign in (
            (low[:, 0], low[:, 1], 1), (high[:, 0] + 1, low[:, 1], -1),
            (low[:, 0], high[:, 1] + 1, -1), (high[:, 0] + 1, high[:, 1] + 1, 1),
        ):  # fmt: skip
            np.add.at(marks, (y - first[1], x - first[0]), sign)
        covered = marks.cumsum(axis=0).cumsum(axis=1) > 0
        return dict.fromkeys(map(tuple, (np.argwhere(covered) + first[::-1]).tolist()))

    def _snap(self, tiles: list[Tile]) -> tuple[Indices, Floats, Floats]:
        """Snap the nodes of tiles."""
        network = self.streets.network
        metres = np.concatenate([_nodes(tile) for tile in tiles]) * self.cell_m
        lonlat = Plane.of(network).to_degrees(metres)
        edge, fraction, distance_m = self._index.look(lonlat, self.streets.max_m)
        found = np.flatnonzero(edge >= 0)
        edge[found[~within_extent(network, lonlat[found])]] = -1
        return edge, fraction, distance_m


class GridNodes(Part):
    """What is known of the nodes of a network.

    Attributes
    ----------
    pools
        Nearest streets, by the edges that count, the longest leg and the distance between nodes.
    entries
        How streets are come to, by metric.
    boxes
        Boxes around the streets at each vertex, by metric.
    """

    def __init__(self) -> None:
        self.pools = Kept[tuple[Same, float, float], NodePool](_POOLS)
        self.entries = Kept["StreetMetric", Entries](_METRICS)
        self.boxes = Kept["StreetMetric | None", "Floats"](_METRICS)

    def handed_on(self, *, same_streets: bool) -> GridNodes | None:
        """Return the nodes: they depend on the edges that they were looked up among."""
        if not same_streets:
            return None
        result = GridNodes()
        result.pools = self.pools
        return result

    def saved(self, network: Network) -> list[tuple[object, ...]]:
        """Return the pools as plain arrays."""
        indexes = network.prepared.part(Edges).indexes.held
        return [
            (
                mode,
                country,
                max_stress,
                max_m,
                cell_m,
                pool.trimmed(),
            )
            for (index, max_m, cell_m), pool in self.pools.held.items()
            for (mode, country, max_stress, _), held in indexes.items()
            if index == Same(held)
        ]

    @classmethod
    def restored(cls, saved: list[tuple[Any, ...]], network: Network) -> GridNodes:
        """Return what :meth:`saved` gave of the same network."""
        result = cls()
        for mode, country, max_stress, max_m, cell_m, pool in saved:
            index = edge_index(network, mode, country, max_stress)
            result.pools.held[Same(index), max_m, cell_m] = pool
        return result


def edge_boxes(network: Network) -> Floats:
    """Return the box around each street in the network's plane: (n_edges, 4) w, s, e, n."""
    return network.prepared.part(GridNodes).boxes.get(None, lambda: _edge_boxes(network))


def _edge_boxes(network: Network) -> Floats:
    xy = Plane.of(network).to_metres(network.streets.coords)
    first = network.streets.coords_start[:-1]
    return np.hstack([np.minimum.reduceat(xy, first), np.maximum.reduceat(xy, first)])


def vertex_boxes(network: Network, metric: StreetMetric) -> Floats:
    """Return the box around all streets at each vertex of a graph: (4, n_vertices), as above."""
    boxes = network.prepared.part(GridNodes).boxes
    return boxes.get(metric, lambda: _vertex_boxes(network, metric))


def _vertex_boxes(network: Network, metric: StreetMetric) -> Floats:
    graph = metric.shape.graph
    low = np.full((graph.n_vertices, 2), np.inf)
    high = np.full((graph.n_vertices, 2), -np.inf)
    corners = edge_boxes(network)
    for vertex in (*graph.depart.T, *graph.arrive.T):
        np.minimum.at(low, vertex, corners[:, :2])
        np.maximum.at(high, vertex, corners[:, 2:])
    return np.ascontiguousarray(np.hstack([low, high]).T)


def _window_of(tile: Tile) -> GridWindow:
    row, column = tile
    return GridWindow(column * SIDE, row * SIDE, (column + 1) * SIDE, (row + 1) * SIDE)


def _nodes(tile: Tile) -> Floats:
    """Return column and row of the nodes of a tile, row by row."""
    whole = _window_of(tile)
    row, column = np.mgrid[whole.south : whole.north, whole.west : whole.east]
    return np.column_stack([column.ravel(), row.ravel()]).astype(np.float64)


@kernel
def box_within(by_vertex: Singles, limit: float, boxes: Floats) -> Floats:
    """Return the box around the boxes of what lies within a limit; without end where none does."""
    box = np.array([np.inf, np.inf, -np.inf, -np.inf])
    for at in range(len(by_vertex)):
        if by_vertex[at] <= limit:
            box[0], box[1] = min(box[0], boxes[0, at]), min(box[1], boxes[1, at])
            box[2], box[3] = max(box[2], boxes[2, at]), max(box[3], boxes[3, at])
    return box
