"""The nodes of an endless grid over a network, each with its nearest street, for all origins.

Nodes lie at whole multiples of the cell in the network's :class:`Plane`, so that the grids of all
origins share them. They are snapped by the same rules as any place, and with them what lies
between, all of a network at once where they are not too many, else a square tile at a time. From
the seconds to the ends of streets follow those to the nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.kernels import kernel
from grensgeo.network.prepared import Kept, Part, Same
from grensgeo.network.snapping import Edges, edge_index, within_extent
from grensgeo.routing.workers import share, workers_for
from grensgeo.traveltimes.node_minutes import fill_minutes
from grensgeo.traveltimes.node_pool import NodePool
from grensgeo.traveltimes.pockets import beyond, pockets
from grensgeo.traveltimes.stretches import SIDE, Ground, look_around
from grensgeo.traveltimes.turned_nodes import turned, within
from grensgeo.traveltimes.unseen_streets import unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grensgeo.arrays import Floats, Indices, Longs, Singles
    from grensgeo.network import Network
    from grensgeo.network.snapping import EdgeIndex
    from grensgeo.traveltimes.legs import ModeStreets, StreetTimes
    from grensgeo.traveltimes.metrics import StreetMetric
    from grensgeo.traveltimes.node_minutes import Bounds, Streets
    from grensgeo.traveltimes.node_minutes import Window as TileWindow
    from grensgeo.traveltimes.node_pool import Tile, Unseen
    from grensgeo.traveltimes.pockets import Between
    from grensgeo.traveltimes.stretches import Found

    Limits = tuple[float, ...]

#: Tiles that are snapped together, and the most of a pool: twelve million nodes.
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
class NodeMinutes:
    """Minutes from one origin to the nodes of a window, and what tells which of them are turned.

    Attributes
    ----------
    minutes
        float64 (rows, columns), from the south and the west; NaN unreached.
    window, streets, bounds
        As :func:`grensgeo.traveltimes.turned_nodes.turned` takes them; the last by parts.
    below_min
        Minutes below which those to nodes may be too large.
    between, cell_m
        As :func:`grensgeo.traveltimes.pockets.pockets` takes them.
    looks
        Places between nodes, as :func:`grensgeo.traveltimes.unseen_streets.unseen` takes them.
    """

    minutes: Floats
    window: TileWindow
    streets: Streets
    bounds: Sequence[Bounds]
    below_min: float
    between: Between
    cell_m: float
    looks: Unseen

    def turned(self, cutoff_min: float, *, margin_min: float) -> tuple[Longs, Floats]:
        """Return the nodes that are brought within a cutoff or stay beyond it, and their minutes.

        Parameters
        ----------
        cutoff_min
            Minutes, no fewer than are exact.
        margin_min
            Minutes of a walk from a node to the next.

        Returns
        -------
        tuple
            Numbers of nodes, some more than once, and the minutes that each is given.
        """
        early = self._look(turned, self.streets, (cutoff_min, margin_min, self.below_min))
        late = self._look(pockets, self.between, (cutoff_min, margin_min, self.cell_m))
        unknown = self._look(unseen, (self.streets, self.looks), (cutoff_min, margin_min))
        given = [within(cutoff_min, margin_min), beyond(cutoff_min, margin_min)]
        counts = [len(early), len(late) + len(unknown)]
        return np.concatenate([early, late, unknown]), np.repeat(given, counts)

    def _look(
        self,
        kernel: Callable[..., Longs],
        streets: Streets | Between | tuple[Streets, Unseen],
        limits: Limits,
    ) -> Longs:
        """Return what a kernel finds in all parts."""
        found: list[Any] = [None] * len(self.bounds)

        def look(worker: int) -> None:
            found[worker] = kernel(self.window, streets, limits, self.bounds[worker], self.minutes)

        share(look, len(found))
        return np.concatenate(found)


@dataclass(frozen=True, eq=False)
class Lattice:
    """The grid over the streets of one mode.

    Attributes
    ----------
    streets
        The mode's streets; where they are those of one country, what is nearer to another's street
        is on none.
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
    ) -> NodeMinutes:
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
            Where it is plain that a node lies below these minutes, or above, they may be any more
            that do, or NaN above.

        Returns
        -------
        NodeMinutes
            Of the window.
        """
        pool, slots = self.pool(window)
        entries = self._entries(pool)
        origin = times.origins[row : row + 1]
        start = (
            float(origin.edge[0]),
            float(origin.fraction[0]),
            float(origin.offset_s[0]),
            float(origin.forward_s[0]),
            float(origin.backward_s[0]),
        )
        out = np.empty(window.shape)
        tiles = slots, (window.west, window.south), pool.arrays
        streets = entries, by_vertex, start, times.park_s
        n_workers = workers_for(min(len(slots), window.size // _ALONE + 1))
        bounds: list[Any] = [None] * n_workers

        def fill(worker: int) -> None:
            # whole rows of tiles, so that no two threads write to the same nodes
            part = len(slots) * worker // n_workers, len(slots) * (worker + 1) // n_workers
            bounds[worker] = fill_minutes(tiles, streets, exact_min, part, out)

        share(fill, n_workers)
        lines, plane = self.streets.network.streets, Plane.of(self.streets.network)
        where = lines.coords, lines.coords_start, (plane.x_m, plane.y_m)
        between = pool.quarters, where
        return NodeMinutes(
            out, tiles, streets, bounds, exact_min[0], between, self.cell_m, pool.unseen
        )

    def _entries(self, pool: NodePool) -> Indices:
        """Return how the streets of a pool are come to, patch by patch as they are looked at.

        int32 (n, 8), side by side: vertices from which a street is entered by its tail and by its
        head, and to which all lead that come to its tail and to its head; and the bits of four
        numbers of single precision, seconds lost on entering by the tail and by the head, and
        along it from its tail and from its head; NaN where closed.
        """
        network, metric = self.streets.network, self.streets.metric

        def collect() -> Indices:
            graph, streets = metric.shape.graph, network.streets
            edge = np.maximum(pool.street, 0)
            packed = np.empty((len(edge), 8), dtype=np.int32)
            packed[:, :2] = graph.depart[edge]
            packed[:, 2:4] = graph.reached[np.stack([streets.tail, streets.head], axis=1)[edge]]
            seconds = packed.view(np.float32)
            seconds[:, 4:6] = metric.lost_s[0][edge]
            seconds[:, 6:] = np.stack(metric.durations_s, axis=1)[edge]
            packed.setflags(write=False)
            return packed

        kept = network.prepared.part(GridNodes).entries
        return kept.get(Same(metric, pool.street), collect)

    def edges(self, window: GridWindow) -> Indices:
        """Return the nearest street of the nodes of a window; -1 for none."""
        pool, slots = self.pool(window)
        out = np.full(window.shape, -1, dtype=np.int32)
        for row, column in np.argwhere(slots >= 0).tolist():
            own = _window_of((row + window.south // SIDE, column + window.west // SIDE))
            part = window.overlap(own)
            out[part.within(window)] = pool.edges(int(slots[row, column]))[part.within(own)]
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
        """Add tiles with what is found there."""
        batches = [tiles[first : first + _BATCH] for first in range(0, len(tiles), _BATCH)]
        ground = self._ground()
        pool.add([(batch, look_around(batch, self.cell_m, ground)) for batch in batches])

    def _ground(self) -> Ground:
        """Return the streets and what snaps places to them."""
        network, index, plane = self.streets.network, self._index, Plane.of(self.streets.network)
        streets = network.streets
        return Ground(
            to_lonlat=plane.to_degrees,
            to_xy=index.metric,
            covers=lambda lonlat: within_extent(network, lonlat),
            snap=self._snap,
            lonlat=streets.coords,
            line_start=streets.coords_start,
            scale=(plane.x_m, plane.y_m),
            boxes=edge_boxes(network),
            kept=np.flatnonzero(index.kept),
        )

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

    def _snap(self, xy: Floats) -> Found:
        """Snap places in the metres of the index."""
        streets = self.streets
        found = self._index.search(xy, streets.max_m)
        if streets.country is not None:
            anywhere = edge_index(streets.network, streets.mode, None, streets.max_stress)
            if anywhere is not self._index:
                edge = anywhere.search(xy, streets.max_m)[0]
                own = streets.network.streets.country == COUNTRIES.index(streets.country)
                found[0][(edge < 0) | ~own[edge]] = -1
        return found


class GridNodes(Part):
    """What is known of the nodes of a network.

    Attributes
    ----------
    pools
        Nearest streets, by the edges that count, the longest leg and the distance between nodes.
    entries
        How the streets of a pool are come to, by metric and pool.
    boxes
        Boxes around the streets at each vertex, by metric.
    """

    def __init__(self) -> None:
        self.pools = Kept[tuple[Same, float, float], NodePool](_POOLS)
        self.entries = Kept[Same, "Indices"](_METRICS)
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
                pool,
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


@kernel
def box_within(by_vertex: Singles, limit: float, boxes: Floats) -> Floats:
    """Return the box around the boxes of what lies within a limit; without end where none does."""
    box = np.array([np.inf, np.inf, -np.inf, -np.inf])
    for at in range(len(by_vertex)):
        if by_vertex[at] <= limit:
            box[0], box[1] = min(box[0], boxes[0, at]), min(box[1], boxes[1, at])
            box[2], box[3] = max(box[2], boxes[2, at]), max(box[3], boxes[3, at])
    return box
