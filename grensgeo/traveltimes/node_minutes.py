"""Minutes to the nodes of a grid, from the seconds to the ends of streets: patch by patch.

Where a street of a patch is reached long before the cutoff, or not before it, nobody looks at what
is snapped to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.traveltimes.stretches import ACROSS, PATCH, PATCHES, SIDE
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Indices, Longs, Singles
    from grensgeo.traveltimes.node_pool import PoolArrays

    #: Street of the origin, where on it, and seconds to there and along it, forth and back.
    Start = tuple[float, float, float, float, float]

    #: Seconds to both ends of a street, to where it is entered there, and along it both ways.
    Known = tuple[float, float, float, float, float, float]

    #: Tiles of a window, its first column and row, and the pool of the tiles.
    Window = tuple[Indices, tuple[int, int], PoolArrays]

    #: How streets are come to, seconds to vertices, where one sets out, and seconds of parking.
    Streets = tuple[Indices, Singles, Start, float]

    #: Patches that are not plain, where the streets of each begin, and the seconds before which no
    #: place on these is reached, and after which all are that are nearest to them.
    Bounds = tuple[Longs, Longs, Floats, Floats]

_NODES = SIDE**2

OFF_NETWORK_MS = OFF_NETWORK_KMH / 3.6

#: What is known of a street of a patch: reached not before the cutoff, long before, or about then.
_LATE, _EARLY, _ABOUT = range(3)


@kernel
def along_street(begin: float, end: float, forward_s: float, backward_s: float) -> float:
    """Return the seconds along a street between two fractions of it, and NaN where it is closed.

    From and to a vertex one goes by its arcs, with all that is lost there, and not by this way.
    """
    if begin == end:
        return 0.0
    if not (0.0 < begin < 1.0 and 0.0 < end < 1.0):
        return np.nan
    return (end - begin) * (forward_s if end > begin else -backward_s)


@kernel
def known_of(on: int, entries: Indices, by_vertex: Singles) -> Known:
    """Return what is known of a street."""
    lost = entries.view(np.float32)
    return (
        np.float64(by_vertex[entries[on, 2]]),
        np.float64(by_vertex[entries[on, 3]]),
        by_vertex[entries[on, 0]] + np.float64(lost[on, 4]),
        by_vertex[entries[on, 1]] + np.float64(lost[on, 5]),
        np.float64(lost[on, 6]),
        np.float64(lost[on, 7]),
    )


@kernel
def seconds_to(part: float, known: Known, on: int, origin: Start) -> float:
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
        along = origin[2] + along_street(origin[1], part, origin[3], origin[4])
        if along <= best or best != best:  # noqa: PLR0124 - see above
            best = along
    return best


@kernel(inner=True)
def _latest(known: Known) -> float:
    """Return when all of a street is reached from its ends, or a little later; infinite: never.

    Where both ends lead on, no place is later than half-way between what they take, were the
    slower direction that of both; it is no later than by either alone. No branch and no division,
    of which the one is not foreseen and the other checked.
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
def _as_known(known: Floats, number: int) -> Known:
    """Return what is known of a street of a patch, by its number there."""
    one, two, three = known[number, 0], known[number, 1], known[number, 2]
    return one, two, three, known[number, 3], known[number, 4], known[number, 5]


@kernel(inner=True)
def _put(out: Floats, part: tuple[int, int, int, int], value: float) -> None:
    """Fill a part of a window: rows and columns, the last ones not included."""
    for row in range(np.uintp(part[0]), np.uintp(part[1])):
        for column in range(np.uintp(part[2]), np.uintp(part[3])):
            out[row, column] = value


@kernel(nogil=True)
def fill_minutes(  # noqa: PLR0915, PLR0917 - in one piece: handing arrays on costs
    window: Window,
    streets: Streets,
    exact: tuple[float, float],
    part: tuple[int, int],
    out: Floats,
) -> Bounds:
    """Fill part of a window with the minutes to its nodes.

    Parameters
    ----------
    window
        Which tile of the pool each is, from the south and the west, -1 for none; the first column
        and row; and what is known of the tiles.
    streets
        How the streets of patches are come to, the seconds to vertices, where one sets out, and
        the seconds of parking.
    exact
        Minutes below and above which none need be exact.
    part
        First and last row of tiles, the last one not included.
    out
        Minutes of the whole window: to be filled.

    Returns
    -------
    tuple
        The patches in which not all is plainly early, nor late, numbered as tiles are; where the
        streets of each begin, and after the last one; and of these streets the seconds before
        which no place on them is reached, and after which all are that the grid knows to be
        nearest to them.
    """
    slots, (west, south), ((number, fraction, distance), (street, far_m, start), _, _) = window
    vertex, by_vertex, origin, park = streets
    lost = vertex.view(np.float32)
    rows, columns = out.shape
    below, above = 60.0 * exact[0], 60.0 * exact[1]
    per_row = slots.shape[1] * PATCHES
    most_patches, most_streets = 0, 0
    for row in range(part[0], part[1]):
        for column in range(slots.shape[1]):
            if slots[row, column] >= 0:
                first = slots[row, column] * PATCHES
                most_patches += PATCHES
                most_streets += start[first + PATCHES] - start[first]
    # of what is not looked at nothing is touched
    patches, begins = np.empty(most_patches, np.int64), np.empty(most_patches + 1, np.int64)
    earliest, last_of_all = np.empty(most_streets), np.empty(most_streets)
    n_patches, done = 0, 0
    state, latest, known = np.empty(64, dtype=np.uint8), np.empty(64), np.empty((64, 6))
    for at in range(part[0] * per_row, part[1] * per_row):
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
        own_first = start[place]
        count = start[place + 1] - own_first
        if count > len(state):
            state, latest = np.empty(2 * count, dtype=np.uint8), np.empty(2 * count)
            known = np.empty((2 * count, 6))
        early, late = np.inf, 0.0
        for nth in range(np.uintp(count)):
            k, here = np.uintp(own_first) + nth, np.uintp(done) + nth
            on, own, most = street[k], np.inf, np.inf
            state[nth] = _LATE
            far_s = np.float64(far_m[k]) / OFF_NETWORK_MS
            if on >= 0:
                # as known_of and _latest: handing arrays and tuples on costs more
                tail = np.float64(by_vertex[np.uint32(vertex[k, 2])])
                head = np.float64(by_vertex[np.uint32(vertex[k, 3])])
                by_tail = by_vertex[np.uint32(vertex[k, 0])] + np.float64(lost[k, 4])
                by_head = by_vertex[np.uint32(vertex[k, 1])] + np.float64(lost[k, 5])
                least = np.inf
                least = tail if tail < least else least  # noqa: FURB136 - NaN
                least = head if head < least else least  # noqa: FURB136 - NaN
                least = by_tail if by_tail < least else least  # noqa: FURB136 - NaN
                least = by_head if by_head < least else least  # noqa: FURB136 - NaN
                own = 0.0 if on == origin[0] else least + park
                along_tail, along_head = np.float64(lost[k, 6]), np.float64(lost[k, 7])
                known[nth, 0], known[nth, 1] = tail, head
                known[nth, 2], known[nth, 3] = by_tail, by_head
                known[nth, 4], known[nth, 5] = along_tail, along_head
                most = _latest((tail, head, by_tail, by_head, along_tail, along_head)) + park
                state[nth] = np.uint8(own <= above) * (
                    np.uint8(2) - np.uint8(most + far_s < below)
                )
            earliest[here], latest[nth], last_of_all[here] = own, most, most + far_s
            early, late = min(early, own), max(late, most + far_s)
        if early > above:
            _put(out, (first, last, begin, end), np.nan)
            continue
        if late < below:
            _put(out, (first, last, begin, end), late / 60.0)
            continue
        patches[n_patches], begins[n_patches] = at, done
        before = -1  # the street of the node before, of which this is known:
        of = (np.nan, np.nan, np.nan, np.nan, np.nan, np.nan)
        for row in range(first, last):
            node = slot * _NODES + (row - zero_row) * SIDE - zero_column
            for column in range(begin, end):
                k = number[node + column]
                if state[k] == _LATE:
                    out[row, column] = np.nan
                    continue
                if state[k] == _EARLY:
                    far = far_m[own_first + k] / OFF_NETWORK_MS
                    out[row, column] = (latest[k] + far) / 60.0
                    continue
                on = street[own_first + k]
                if on != before:
                    before, of = on, _as_known(known, k)
                best = seconds_to(float(fraction[node + column]), of, on, origin)
                best += distance[node + column] / OFF_NETWORK_MS + park
                out[row, column] = best / 60.0
        n_patches += 1
        done += count
    begins[n_patches] = done
    return patches[:n_patches], begins[: n_patches + 1], earliest[:done], last_of_all[:done]
