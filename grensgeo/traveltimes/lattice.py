"""The nodes of an endless grid over a network, snapped once and kept for all origins.

Nodes lie at whole multiples of the cell in the network's :class:`Plane`, so that the grids of all
origins share them. They are snapped a square tile at a time, by the same rules as any place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.network.prepared import Kept, Part
from grensgeo.network.snapping import snap_lonlat
from grensgeo.routing.streets.doorsteps import Landings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grensgeo.arrays import Floats, Singles
    from grensgeo.network import Network, Snapping
    from grensgeo.traveltimes.legs import ModeStreets, StreetTimes
    from grensgeo.traveltimes.metrics import StreetMetric

    _Tile = tuple[int, int]
    #: Mode, country, level of stress, longest leg, cell and tile: what snapping depends on.
    _Key = tuple[str, str | None, int | None, float, float, _Tile]

#: Nodes along a side of a tile.
SIDE = 64

#: Tiles that are snapped together, and most that are kept for one network: two million nodes.
_BATCH = 64
_MOST = 512

#: Metrics whose nodes are kept.
_METRICS = 8


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

    def seconds(
        self,
        times: StreetTimes,
        row: int,
        by_vertex: Singles,
        window: GridWindow,
        *,
        inner: GridWindow | None = None,
    ) -> Singles:
        """Return the seconds from one origin to the nodes of a window.

        Parameters
        ----------
        times
            Times on the same streets.
        row
            The origin.
        by_vertex
            (n_vertices,): its row of ``times.to_vertices``.
        window
            The nodes.
        inner
            Nodes that are not needed; they may be NaN.

        Returns
        -------
        ndarray
            float32 (rows, columns), from the south and the west; NaN unreached.
        """
        result = np.full(window.shape, np.nan, dtype=np.float32)
        origin = times.origins[row : row + 1]
        own = np.ascontiguousarray(by_vertex)[None, :]
        for tile, landings in self._tiles(window, inner):
            found = times.land(origin, own, landings).reshape(SIDE, SIDE)
            whole = _window_of(tile)
            part = window.overlap(whole)
            result[part.within(window)] = found[part.within(whole)]
        return result

    def _tiles(
        self, window: GridWindow, inner: GridWindow | None
    ) -> Iterator[tuple[_Tile, Landings]]:
        """Return the tiles of a window with their nodes as destinations."""
        tiles = [
            (row, column)
            for row in range(window.south // SIDE, (window.north - 1) // SIDE + 1)
            for column in range(window.west // SIDE, (window.east - 1) // SIDE + 1)
            if inner is None or not _window_of((row, column)).lies_in(inner)
        ]
        nodes = self.streets.network.prepared.part(GridNodes)
        kept: dict[tuple[float, float, _Tile], Landings]
        kept = nodes.landings.get(self.streets.metric, dict)
        for first in range(0, len(tiles), _BATCH):
            batch = tiles[first : first + _BATCH]
            absent = [
                tile for tile in batch if (self.streets.max_m, self.cell_m, tile) not in kept
            ]
            for tile, snapping in zip(absent, self._snap(absent), strict=True):
                landings = Landings.of(self.streets.ends(snapping))
                kept[self.streets.max_m, self.cell_m, tile] = landings
            for tile in batch:
                yield tile, kept[self.streets.max_m, self.cell_m, tile]
            _forget(kept)

    def _snap(self, tiles: list[_Tile]) -> list[Snapping]:
        """Snap the nodes of tiles, or take them as they were snapped before."""
        streets = self.streets
        kept = streets.network.prepared.part(GridNodes).snapped
        how = streets.mode, streets.country, streets.max_stress, streets.max_m, self.cell_m
        absent = [tile for tile in tiles if (*how, tile) not in kept]
        if absent:
            metres = np.concatenate([_nodes(tile) for tile in absent]) * self.cell_m
            snapping = snap_lonlat(
                streets.network,
                Plane.of(streets.network).to_degrees(metres),
                streets.mode,
                max_m=streets.max_m,
                country=streets.country,
                max_stress=streets.max_stress,
                ids=np.full(len(metres), "", dtype=object),
            )
            for number, tile in enumerate(absent):
                first = number * SIDE**2
                kept[*how, tile] = snapping[first : first + SIDE**2]
        result = [kept[*how, tile] for tile in tiles]
        _forget(kept)
        return result


class GridNodes(Part):
    """What is known of the nodes of a network.

    Attributes
    ----------
    snapped
        Tiles, by what snapping depends on.
    landings
        Nodes as destinations, by metric.
    boxes
        Boxes around the streets at each vertex, by metric.
    """

    def __init__(self) -> None:
        self.snapped: dict[_Key, Snapping] = {}
        self.landings = Kept["StreetMetric", "dict[tuple[float, float, _Tile], Landings]"](
            _METRICS
        )
        self.boxes = Kept["StreetMetric | None", "Floats"](_METRICS)

    @classmethod
    def restored(cls, snapped: dict[_Key, Snapping]) -> GridNodes:
        """Return a part with the nodes that were snapped."""
        result = cls()
        result.snapped = snapped
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


def _window_of(tile: _Tile) -> GridWindow:
    row, column = tile
    return GridWindow(column * SIDE, row * SIDE, (column + 1) * SIDE, (row + 1) * SIDE)


def _nodes(tile: _Tile) -> Floats:
    """Return column and row of the nodes of a tile, row by row."""
    whole = _window_of(tile)
    row, column = np.mgrid[whole.south : whole.north, whole.west : whole.east]
    return np.column_stack([column.ravel(), row.ravel()]).astype(np.float64)


def _forget(kept: dict[Any, Any]) -> None:
    """Drop what was made first, so that no more is kept than there is room for."""
    for name in list(kept)[:-_MOST]:
        del kept[name]
