"""The nearest street of the nodes of a grid, by tiles, and the streets of their patches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Indices, Longs, Singles

    Tile = tuple[int, int]

    #: Streets of patches, each once a patch; how far its nodes lie from it at most; and where the
    #: streets of a patch begin, or how many they are.
    PatchStreets = tuple[Indices, Singles, Longs]

    #: Arrays of a pool as kernels take them.
    PoolArrays = tuple[tuple[Indices, Singles, Singles], PatchStreets]

#: Nodes along a side of a tile, and of a patch, one of the squares that a tile is cut into.
SIDE, PATCH = 64, 16
ACROSS = SIDE // PATCH
PATCHES = ACROSS**2

_NODES = SIDE**2


@dataclass(eq=False)
class NodePool:
    """The nearest street of nodes, by tiles; it grows as tiles are asked for.

    Attributes
    ----------
    tiles
        Where the nodes of each tile begin, in tiles; -1 for one that no street is near.
    edge
        int32: nearest street of each node, row by row within its tile; -1 for none.
    fraction, distance_m
        float32: where on it, and how far away it is.
    street, street_far_m, street_start
        int32, float32, int64: the streets of each patch of a tile, each once, with how far from it
        a node lies at most; -1 and infinite where there is none; and where each patch begins.
    used
        How many tiles are filled.
    near
        The tiles that a street may be near; None as long as nobody looked.
    """

    tiles: dict[Tile, int]
    edge: Indices
    fraction: Singles
    distance_m: Singles
    street: Indices
    street_far_m: Singles
    street_start: Longs
    used: int = 0
    near: dict[Tile, None] | None = None

    @classmethod
    def empty(cls) -> NodePool:
        """Return a pool without any tile."""
        whole, single = np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32)
        return cls({}, whole, single, single, whole, single, np.zeros(1, dtype=np.int64))

    @property
    def arrays(self) -> PoolArrays:
        """What is known of the nodes and of the patches, not to be written to."""
        n = self.used * _NODES
        nodes = self.edge[:n], self.fraction[:n], self.distance_m[:n]
        streets = self.street[:], self.street_far_m[:], self.street_start[:]
        for view in (*nodes, *streets):
            view.setflags(write=False)
        return nodes, streets

    def trimmed(self) -> NodePool:
        """Return the pool without the room that is kept for more tiles."""
        nodes, streets = self.arrays
        return NodePool(self.tiles, *nodes, *streets, self.used, self.near)

    def clear(self) -> None:
        """Drop all tiles, and keep the room."""
        self.tiles, self.used = {}, 0
        bare = NodePool.empty()
        self.street, self.street_far_m = bare.street, bare.street_far_m
        self.street_start = bare.street_start

    def reserve(self, n_tiles: int) -> None:
        """Add room for more tiles; what was saved lies in memory that cannot be written to."""
        room = (self.used + n_tiles) * _NODES
        if room > len(self.edge) or not self.edge.flags.writeable:
            for name in ("edge", "fraction", "distance_m"):
                old = getattr(self, name)
                new = np.empty(max(room, len(old) * 5 // 4), dtype=old.dtype)
                new[: self.used * _NODES] = old[: self.used * _NODES]
                setattr(self, name, new)

    def add(self, tiles: list[Tile], found: tuple[Indices, Floats, Floats]) -> PatchStreets:
        """Add tiles with what was found for their nodes; give :meth:`close` what this returns."""
        first = self.used
        for number, tile in enumerate(tiles):
            own = slice(number * _NODES, (number + 1) * _NODES)
            if (found[0][own] < 0).all():
                self.tiles[tile] = -1
                continue
            place = slice(self.used * _NODES, (self.used + 1) * _NODES)
            self.edge[place] = found[0][own]
            self.fraction[place], self.distance_m[place] = found[1][own], found[2][own]
            self.tiles[tile] = self.used
            self.used += 1
        new = slice(first * _NODES, self.used * _NODES)
        return _streets_of(self.edge[new], self.distance_m[new])

    def close(self, parts: list[PatchStreets]) -> None:
        """Append the streets of the patches of all tiles that were added."""
        street, far_m, count = (list(arrays) for arrays in zip(*parts, strict=True))
        self.street = np.concatenate([self.street, *street])
        self.street_far_m = np.concatenate([self.street_far_m, *far_m])
        more = np.cumsum(np.concatenate(count)) + self.street_start[-1]
        self.street_start = np.concatenate([self.street_start, more])


def _streets_of(edge: Indices, distance_m: Singles) -> PatchStreets:
    """Return the streets of patches, each once, the farthest node from each, and how many."""
    if not len(edge):
        return edge, distance_m, np.empty(0, dtype=np.int64)
    tiles = len(edge) // _NODES
    split = (tiles, ACROSS, PATCH, ACROSS, PATCH)
    by_patch = edge.reshape(split).swapaxes(2, 3).reshape(-1, PATCH**2)
    order = by_patch.argsort(axis=1, kind="stable")
    street = np.take_along_axis(by_patch, order, axis=1)
    away = distance_m.reshape(split).swapaxes(2, 3).reshape(-1, PATCH**2)
    far_m = np.where(street < 0, np.float32(np.inf), np.take_along_axis(away, order, axis=1))
    new = np.ones(street.shape, dtype=bool)
    new[:, 1:] = street[:, 1:] != street[:, :-1]
    most = np.maximum.reduceat(far_m.ravel(), np.flatnonzero(new))
    return street[new], most, new.sum(axis=1, dtype=np.int64)
