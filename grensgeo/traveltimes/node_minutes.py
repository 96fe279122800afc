"""Minutes to the nodes of a grid, from the seconds to the ends of streets: patch by patch.

Where all streets of a patch are reached long before the cutoff, or none before it, nobody looks at
its nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.traveltimes.node_pool import ACROSS, PATCH, PATCHES, SIDE
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Indices, Longs, Singles
    from grensgeo.traveltimes.node_pool import PoolArrays

    #: Street of the origin, where on it, and seconds to there and along it, forth and back.
    Start = tuple[float, float, float, float, float]

    #: Seconds to both ends of a street, to where it is entered there, and along it both ways.
    Known = tuple[float, float, float, float, float, float]

_NODES = SIDE**2

_OFF_NETWORK_MS = OFF_NETWORK_KMH / 3.6


@kernel(inner=True)
def _stretch(begin: float, end: float, forward_s: float, backward_s: float) -> float:
    """Return the seconds along a street between two fractions of it, and NaN where it is closed.

    From and to a vertex one goes by its arcs, with all that is lost there, and not by this way.
    """
    if begin == end:
        return 0.0
    if not (0.0 < begin < 1.0 and 0.0 < end < 1.0):
        return np.nan
    return (end - begin) * (forward_s if end > begin else -backward_s)


@kernel(inner=True)
def _known(on: int, entries: tuple[Indices, Floats], by_vertex: Singles) -> Known:
    """Return what is known of a street."""
    vertex, lost = entries
    return (
        np.float64(by_vertex[vertex[on, 2]]),
        np.float64(by_vertex[vertex[on, 3]]),
        by_vertex[vertex[on, 0]] + lost[on, 0],
        by_vertex[vertex[on, 1]] + lost[on, 1],
        lost[on, 2],
        lost[on, 3],
    )


@kernel(inner=True)
def _seconds(part: float, known: Known, on: int, origin: Start) -> float:
    """Return the seconds to a place on a street: by either end, or along it."""
    tail, head, by_tail, by_head, along_tail, along_head = known
    if part == 0.0:
        best = tail
    elif part == 1.0:
        best = head
    else:
        best = by_tail + along_tail * part
        other = by_head + along_head * (1.0 - part)
        if other <= best or best != best:  # noqa: PLR0124 - NaN where no way leads
            best = other
    if on == origin[0]:
        along = origin[2] + _stretch(origin[1], part, origin[3], origin[4])
        if along <= best or best != best:  # noqa: PLR0124 - see above
            best = along
    return best


@kernel(inner=True)
def _latest(known: Known) -> float:
    """Return when all of a street is reached from its ends, or a little later; infinite: never.

    Where both ends lead on, no place is later than half-way between what they take, were the
    slower direction that of both; nor than by either alone. No branch and no division, of which
    the one is not foreseen and the other checked for zero: they take longer than all else here.
    """
    tail, head, by_tail, by_head, along_tail, along_head = known
    one, other = by_tail + along_tail, by_head + along_head
    slower = along_tail if along_tail > along_head else along_head  # noqa: FURB136 - NaN
    both = 0.5 * (by_tail + by_head + slower)
    peak = one if one == one else other  # noqa: PLR0124 - NaN where no way leads
    peak = other if other < peak else peak  # noqa: FURB136 - NaN
    two_ways = (one == one) & (other == other)  # noqa: PLR0124 - as above
    peak = both if two_ways & (both < peak) else peak
    latest = tail if tail > head else head  # noqa: FURB136 - NaN
    latest = peak if peak > latest else latest  # noqa: FURB136 - NaN
    known_all = (tail == tail) & (head == head) & (peak == peak)  # noqa: PLR0124 - as above
    return latest if known_all else np.inf


@kernel(inner=True)
def _earliest(known: Known) -> float:
    """Return the earliest that any place on a street is reached from its ends."""
    earliest = np.inf
    for k in range(4):
        if known[k] < earliest:  # noqa: PLR1730 - NaN is not
            earliest = known[k]
    return earliest


@kernel(inner=True)
def _bounds(  # noqa: PLR0917 - numba takes no keyword-only arguments
    patch: int,
    streets: tuple[Indices, Singles, Longs],
    entries: tuple[Indices, Floats],
    by_vertex: Singles,
    origin: Start,
    limits: tuple[float, float, float],
) -> tuple[float, float]:
    """Return seconds before and after which no node of a patch is reached, where that tells."""
    street, far_m, start = streets
    park, below, above = limits
    early, late = np.inf, 0.0
    for k in range(start[patch], start[patch + 1]):
        on = street[k]
        if on < 0:
            late = np.inf
            continue
        if on == origin[0]:
            return 0.0, np.inf
        known = _known(on, entries, by_vertex)
        early = min(early, _earliest(known) + park)
        late = max(late, _latest(known) + far_m[k] / _OFF_NETWORK_MS + park)
        if early <= above and late >= below:
            break
    return early, late


@kernel(inner=True)
def _put(out: Floats, part: tuple[int, int, int, int], value: float) -> None:
    """Fill a part of a window: rows and columns, the last ones not included."""
    for row in range(np.uintp(part[0]), np.uintp(part[1])):
        for column in range(np.uintp(part[2]), np.uintp(part[3])):
            out[row, column] = value


@kernel(nogil=True)
def fill_minutes(  # noqa: PLR0917 - numba takes no keyword-only arguments
    slots: Indices,
    corner: tuple[int, int],
    pool: PoolArrays,
    entries: tuple[Indices, Floats],
    by_vertex: Singles,
    origin: Start,
    limits: tuple[float, float, float],
    out: Floats,
) -> None:
    """Fill a window with the minutes to its nodes.

    Parameters
    ----------
    slots
        Which tile of the pool each is, from the south and the west; -1 for none.
    corner
        First column and row of the window.
    pool
        Nodes, and streets of patches.
    entries, by_vertex, origin
        How streets are come to, the seconds to vertices, and where one sets out.
    limits
        Seconds of parking; and minutes below and above which none need be exact.
    out
        The window.
    """
    (edge, fraction, distance), streets = pool
    west, south = corner
    rows, columns = out.shape
    park, below, above = limits
    exact = (park, 60.0 * below, 60.0 * above)
    for at in range(slots.shape[0] * slots.shape[1] * PATCHES):
        tile, patch = at // PATCHES, at % PATCHES
        slot = slots[tile // slots.shape[1], tile % slots.shape[1]]
        # where column and row 0 of the tile lie in the window
        zero_row = (south // SIDE + tile // slots.shape[1]) * SIDE - south
        zero_column = (west // SIDE + tile % slots.shape[1]) * SIDE - west
        first = zero_row + patch // ACROSS * PATCH
        begin = zero_column + patch % ACROSS * PATCH
        last, end = min(first + PATCH, rows), min(begin + PATCH, columns)
        first, begin = max(first, 0), max(begin, 0)
        if first >= last or begin >= end:
            continue
        if slot < 0:
            _put(out, (first, last, begin, end), np.nan)
            continue
        place = slot * PATCHES + patch
        early, late = _bounds(place, streets, entries, by_vertex, origin, exact)
        if early > exact[2]:
            _put(out, (first, last, begin, end), np.nan)
            continue
        if late < exact[1]:
            _put(out, (first, last, begin, end), late / 60.0)
            continue
        known_of = -1  # the street of the node before, of which this is known:
        known = (np.nan, np.nan, np.nan, np.nan, np.nan, np.nan)
        for row in range(first, last):
            for column in range(begin, end):
                node = slot * _NODES + (row - zero_row) * SIDE + column - zero_column
                on = edge[node]
                if on < 0:
                    out[row, column] = np.nan
                    continue
                if on != known_of:
                    known_of, known = on, _known(on, entries, by_vertex)
                best = _seconds(float(fraction[node]), known, on, origin)
                out[row, column] = (best + distance[node] / _OFF_NETWORK_MS + park) / 60.0
