"""Places between the nodes of a grid that are looked up, and nodes turned for what they tell.

By public transport what lies between two nodes may be reached long after both, or long before, as
the stop is that one comes from. Looked up are the places on streets at which one leaves stops,
around which all else is later, and the middles of the parts of a square: where a street is nearest
that no node around knows (:func:`grensgeo.traveltimes.stretches.look_around`), and all of them
where a node at a corner is close to the cutoff. Where one is reached and no node around
is, one of these is brought in; where one is not and all nodes around are, one stays out: as in
:mod:`grensgeo.traveltimes.turned_nodes` and :mod:`grensgeo.traveltimes.unseen_streets`, with the
times of the places themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.traveltimes.pockets import beyond
from grensgeo.traveltimes.stretches import ACROSS, FINE, PATCH, PATCHES, SIDE
from grensgeo.traveltimes.turned_nodes import KNOWN, NEAREST, NODES_AROUND, STANDS_FOR, within

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grensgeo.arrays import Flags, Floats, Indices, Longs, Singles
    from grensgeo.traveltimes.lattice import GridWindow
    from grensgeo.traveltimes.node_pool import NodePool

_PARTS = FINE**2

#: How close to a cutoff the time of a corner is for all parts of a square to be looked at, in
#: walks between two nodes.
_CLOSE = 1.5

#: Rows and columns around a window that hold no time: as far as nodes around its squares lie.
_EDGE = 2

#: So many places are looked up together, which bounds the memory.
_TOGETHER = 1_000_000


@dataclass(frozen=True, eq=False)
class Looks:
    """Places between the nodes of a window, and the minutes to them.

    Attributes
    ----------
    square
        int64 (n,): the node in the corner of each one's square in the south and the west, by its
        number in the window.
    part
        int64 (n,): part of the square.
    always
        bool (n,): whether it tells however far the times at the corners are from a cutoff: a stop,
        or where a street is nearest that no node around knows.
    corners
        float64 (2, n): the least and the most minutes at the corners of its square, infinite for
        NaN (:func:`at_corners`).
    minutes
        float64 (n,): NaN where it is not reached by the longest cutoff, nor soon after.
    """

    square: Longs
    part: Longs
    always: Flags
    corners: Floats
    minutes: Floats

    def turned(
        self, window: GridWindow, minutes: Floats, cutoff_min: float, *, margin_min: float
    ) -> tuple[Longs, Floats]:
        """Return the nodes that are brought within a cutoff or stay beyond it, and their minutes.

        Parameters
        ----------
        window, minutes
            Nodes, and the minutes to them as they are: (rows, columns), NaN unreached.
        cutoff_min
            Minutes, none above the longest cutoff.
        margin_min
            Minutes of a walk from a node to the next.

        Returns
        -------
        tuple
            Numbers of nodes, some more than once, and the minutes that each is given.
        """
        wide = np.pad(minutes, _EDGE, constant_values=np.nan)
        columns = minutes.shape[1]
        row, column = self.square // columns, self.square % columns
        odd = (row + column + window.south + window.west) % 2
        (least, most), close = self.corners, _CLOSE * margin_min
        low, high = within(cutoff_min, margin_min), beyond(cutoff_min, margin_min)
        reached = self.minutes <= cutoff_min  # NaN is not

        def around(kept: Longs, kind: Longs) -> tuple[Floats, Flags, Longs]:
            """Return times of the nodes around, which of them stand for a place, and numbers."""
            i, j = np.moveaxis(NODES_AROUND[kind], -1, 0) + np.stack([row, column])[:, kept, None]
            stands = (STANDS_FOR[kind] >> self.part[kept, None] & 1) == 1
            return wide[i + _EDGE, j + _EDGE], stands, i * columns + j

        # a place counts for every longer cutoff, once it does for one: areas stay nested
        early = np.flatnonzero(reached & (self.always | (least < cutoff_min + close)))
        times, stands, number = around(early, odd[early])
        known = np.where(stands & ~np.isnan(times), times, np.inf)
        # nobody knows yet of a node that is later than this, and then it does not count
        latest = self.minutes[early] + KNOWN * margin_min
        first, every = known.argmin(axis=1), np.arange(len(early))
        out = ~(known[every, first] <= np.minimum(latest, low))
        sure = known[every, first] <= latest
        first = np.where(sure, first, NEAREST[odd[early], self.part[early]])
        out &= ~(known[every, first] <= low)  # in by itself
        brought = number[every, first][out]
        # and for every shorter one
        late = np.flatnonzero(~reached & (self.always | ~(most <= cutoff_min - close)))
        times, stands, number = around(late, 1 - odd[late])
        inside = np.all(~stands | (times < high), axis=1)
        last = np.where(stands & inside[:, None], times, -np.inf).argmax(axis=1)
        kept_out = number[np.arange(len(late)), last][inside]
        counts = [len(brought), len(kept_out)]
        return np.concatenate([brought, kept_out]), np.repeat([low, high], counts)


def look_between(
    window: GridWindow,
    pooled: tuple[NodePool, Indices],
    minutes: Floats,
    cutoffs_min: Sequence[float],
    *,
    stops: Floats,
    margin_min: float,
    find: Callable[[Floats], Singles],
) -> Looks:
    """Find the times of places between nodes that may tell something.

    Parameters
    ----------
    window, minutes
        Nodes, and the minutes to them.
    pooled
        What is known of the tiles of the window, and where each is.
    cutoffs_min
        Minutes.
    stops
        float64 (n, 2): places at which one leaves stops, in distances between nodes.
    margin_min
        Minutes of a walk from a node to the next.
    find
        The minutes to such places.

    Returns
    -------
    Looks
        What tells for one of the cutoffs or more.
    """
    rows, columns = minutes.shape
    corners, far = at_corners(minutes), _CLOSE * margin_min
    close = np.zeros(corners.shape[1:], dtype=np.bool_)
    for cutoff in cutoffs_min:
        close |= (corners[0] < cutoff + far) & ~(corners[1] <= cutoff - far)
    row, column = close.nonzero()
    all_parts = ((row * columns + column)[:, None] * _PARTS + np.arange(_PARTS)).ravel()
    unseen = _unseen_in(window, *pooled)
    place = np.union1d(unseen, all_parts)
    row, column, part = place // _PARTS // columns, place // _PARTS % columns, place % _PARTS
    spots = np.stack([column + (part % FINE + 0.5) / FINE, row + (part // FINE + 0.5) / FINE])
    # and the stops, each in its own part of its own square
    stops = stops - (window.west, window.south)
    stops = stops[((stops >= 0) & (stops < (columns - 1, rows - 1))).all(axis=1)]
    own, within_own = stops.astype(np.int64).T, (stops % 1.0 * FINE).astype(np.int64).T
    row, column = np.append(row, own[1]), np.append(column, own[0])
    spots = np.add(np.concatenate([spots.T, stops]), (window.west, window.south))
    found = [find(spots[k : k + _TOGETHER]) for k in range(0, len(spots), _TOGETHER)]
    return Looks(
        row * columns + column,
        np.append(part, within_own[1] * FINE + within_own[0]),
        np.append(np.isin(place, unseen), np.ones(len(stops), dtype=np.bool_)),
        corners[:, row, column],
        np.concatenate([np.empty(0), *found]),
    )


def at_corners(minutes: Floats) -> Floats:
    """Return the least and the most minutes at the corners of squares; infinite for NaN.

    float64 (2, rows - 1, columns - 1).
    """
    known = np.where(np.isnan(minutes), np.inf, minutes)
    south, north = known[:-1], known[1:]
    pairs = [np.minimum(south, north), np.maximum(south, north)]
    return np.stack(
        [
            np.minimum(pairs[0][:, :-1], pairs[0][:, 1:]),
            np.maximum(pairs[1][:, :-1], pairs[1][:, 1:]),
        ]
    )


def _unseen_in(window: GridWindow, pool: NodePool, slots: Indices) -> Longs:
    """List the places in squares of a window that the pool has: square and part as one number."""
    place, start = pool.unseen[0].astype(np.int64), pool.unseen[-1]
    rows, columns = window.shape
    found = [np.empty(0, dtype=np.int64)]
    for tile_row, tile_column in np.argwhere(slots >= 0).tolist():
        slot = int(slots[tile_row, tile_column])
        begin, end = start[slot * PATCHES], start[(slot + 1) * PATCHES]
        patch = np.repeat(
            np.arange(PATCHES), np.diff(start[slot * PATCHES : (slot + 1) * PATCHES + 1])
        )
        square, part = place[begin:end] // _PARTS, place[begin:end] % _PARTS
        south = (window.south // SIDE + tile_row) * SIDE - window.south
        west = (window.west // SIDE + tile_column) * SIDE - window.west
        row = south + patch // ACROSS * PATCH + square // PATCH
        column = west + patch % ACROSS * PATCH + square % PATCH
        inside = (row >= 0) & (row < rows - 1) & (column >= 0) & (column < columns - 1)
        found.append(((row * columns + column) * _PARTS + part)[inside])
    return np.concatenate(found)
