"""What is known of the nodes of a grid and of what lies between them, by tiles."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.traveltimes.stretches import PATCHES, SIDE

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Indices, Longs, Singles
    from grensgeo.traveltimes.quarters import Quarters
    from grensgeo.traveltimes.stretches import Bytes, Looked, Shorts, Squares

    Array = npt.NDArray[np.generic]
    Tile = tuple[int, int]

    #: Streets of patches, each once a patch; how far what is nearest to it lies at most; and where
    #: the streets of a patch begin.
    PatchStreets = tuple[Indices, Singles, Longs]

    #: Of streets of patches: the squares that they pass through, where their stretches begin.
    StreetStretches = tuple[Squares, Longs]

    #: Square, parts, first and last share
    #: (:class:`grensgeo.traveltimes.stretches.Looked`).
    Stretches = tuple[Bytes, Shorts, Shorts, Shorts]

    #: Places between nodes: which of those of a patch, street, share of it and distance; and where
    #: those of each patch begin (:class:`grensgeo.traveltimes.stretches.Looked`).
    Unseen = tuple[Shorts, Indices, Singles, Singles, Longs]

    #: Arrays of a pool as kernels take them.
    PoolArrays = tuple[tuple[Indices, Singles, Singles], PatchStreets, StreetStretches, Stretches]

_NODES = SIDE**2

#: Arrays with elements for nodes, for streets, for stretches and for places between nodes, and
#: those that say where the streets and such places of each patch begin, and the stretches of each
#: street.
_OF_NODES = ("number", "fraction", "distance_m", "quarters")
_OF_STREETS = ("street", "street_far_m", "street_squares")
_OF_STRETCHES = ("stretch_cell", "stretch_parts", "stretch_first", "stretch_last")
_OF_UNSEEN = ("unseen_place", "unseen_street", "unseen_fraction", "unseen_distance_m")
_STARTS = ("street_start", "stretch_start", "unseen_start")


@dataclass(eq=False)
class NodePool:
    """The nodes of tiles; it grows as tiles are asked for.

    Attributes
    ----------
    tiles
        Where the nodes of each tile begin, in tiles; -1 for one that no street is near.
    number, fraction, distance_m, quarters, street, street_far_m, street_squares
        Nodes, row by row within their tile, and streets, patch by patch
        (:class:`grensgeo.traveltimes.stretches.Looked`).
    street_start
        int64 (n_patches + 1,): where the streets of each patch begin.
    stretch_cell, stretch_parts, stretch_first, stretch_last
        Stretches, by patches and streets.
    stretch_start
        int64 (n_streets + 1,): where the stretches of each street of each patch begin.
    unseen_place, unseen_street, unseen_fraction, unseen_distance_m
        Places between nodes, patch by patch.
    unseen_start
        int64 (n_patches + 1,): where those of each patch begin.
    used
        How many tiles are filled.
    near
        The tiles that a street may be near; None as long as nobody looked.
    """

    tiles: dict[Tile, int]
    number: Indices
    fraction: Singles
    distance_m: Singles
    quarters: Quarters
    street: Indices
    street_far_m: Singles
    street_squares: Squares
    street_start: Longs
    stretch_cell: Bytes
    stretch_parts: Shorts
    stretch_first: Shorts
    stretch_last: Shorts
    stretch_start: Longs
    unseen_place: Shorts
    unseen_street: Indices
    unseen_fraction: Singles
    unseen_distance_m: Singles
    unseen_start: Longs
    used: int = 0
    near: dict[Tile, None] | None = None

    @classmethod
    def empty(cls) -> NodePool:
        """Return a pool without any tile."""
        whole, single = np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32)
        byte, short = np.empty(0, dtype=np.uint8), np.empty(0, dtype=np.uint16)
        start = np.zeros(1, dtype=np.int64)
        quarters = np.empty((0, 4), dtype=np.uint32)
        streets = whole, single, np.empty(0, dtype=np.uint64), start
        return cls(
            {}, whole, single, single, quarters, *streets, byte, short, short, short, start,
            short, whole, single, single, start,
        )  # fmt: skip

    @property
    def arrays(self) -> PoolArrays:
        """What is known of nodes, streets and stretches, not to be written to."""
        self._close()
        return (
            (self.number, self.fraction, self.distance_m),
            (self.street, self.street_far_m, self.street_start),
            (self.street_squares, self.stretch_start),
            (
                self.stretch_cell,
                self.stretch_parts,
                self.stretch_first,
                self.stretch_last,
            ),
        )

    @property
    def unseen(self) -> Unseen:
        """What is known of places between nodes, not to be written to."""
        self._close()
        return (
            self.unseen_place,
            self.unseen_street,
            self.unseen_fraction,
            self.unseen_distance_m,
            self.unseen_start,
        )

    def _close(self) -> None:
        """Set all arrays to be read only."""
        for name in (*_OF_NODES, *_OF_STREETS, *_OF_STRETCHES, *_OF_UNSEEN, *_STARTS):
            getattr(self, name).setflags(write=False)

    def edges(self, slot: int) -> Indices:
        """Return the nearest street of each node of a tile: int32 (rows, columns), -1 for none."""
        numbers = self.number[slot * _NODES : (slot + 1) * _NODES].reshape(SIDE, SIDE)
        first = self.street_start[slot * PATCHES : (slot + 1) * PATCHES]
        side = int(PATCHES**0.5)
        begin = np.kron(
            first.reshape(side, side), np.ones((SIDE // side, SIDE // side), dtype=int)
        )
        edges: Indices = self.street[begin + numbers]
        return edges

    def clear(self) -> None:
        """Drop all tiles."""
        near = self.near
        bare = NodePool.empty()
        for one in fields(self):
            setattr(self, one.name, getattr(bare, one.name))
        self.near = near

    def add(self, parts: list[tuple[list[Tile], Looked]]) -> None:
        """Add tiles with what was found there, some at a time."""
        added: dict[str, list[Array]] = {}
        for tiles, looked in parts:
            for name, values in self._added(tiles, looked).items():
                added.setdefault(name, []).append(values)
        for name, pieces in added.items():
            old = getattr(self, name)
            if name in _STARTS:
                more = np.cumsum(np.concatenate(pieces)) + old[-1]
                setattr(self, name, np.concatenate([old, more]))
            else:
                setattr(self, name, np.concatenate([old, *pieces]))

    def _added(self, tiles: list[Tile], looked: Looked) -> dict[str, Array]:
        """Return what tiles add to each array: how many to a patch where it is to begin."""
        streets = np.append(0, np.cumsum(looked.street_count))[::PATCHES]
        on = np.maximum.reduceat(looked.street, streets[:-1]) >= 0
        for tile, full in zip(tiles, on.tolist(), strict=True):
            self.tiles[tile] = self.used if full else -1
            self.used += full
        patches = np.repeat(on, PATCHES)
        of_streets = np.repeat(patches, looked.street_count)
        kept = {
            **dict.fromkeys(_OF_NODES, np.repeat(on, _NODES)),
            **dict.fromkeys(_OF_STREETS, of_streets),
            **dict.fromkeys(_OF_STRETCHES, np.repeat(of_streets, looked.street_stretches)),
            **dict.fromkeys(_OF_UNSEEN, np.repeat(patches, looked.unseen_count)),
        }
        values: dict[str, Array] = {
            name: getattr(looked, name)[mask] for name, mask in kept.items()
        }
        values["street_start"] = looked.street_count[patches]
        values["stretch_start"] = looked.street_stretches[of_streets]
        values["unseen_start"] = looked.unseen_count[patches]
        return values
