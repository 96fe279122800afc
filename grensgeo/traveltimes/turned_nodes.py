"""Nodes of a grid that are brought within a cutoff, so that no reached street is left out.

A place on a street lies inside an area, or within the width of its edge, if one of the nodes
around it is in. Where all of them lie beyond the cutoff (each is nearer to another street, or so
far off that the walk to it takes too long) and the street is reached, one of them is brought in.
Only every other node may be, like the squares of one colour on a chessboard: what is not reached
keeps the others, and is not filled in.

Which one follows from its time and from those of the nodes around, and not from what else is
asked: the earliest, as long as it is not in by itself, so that it stays in for every longer
cutoff. Where the earliest is so late that nobody knows it yet, it is the nearest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.traveltimes.node_minutes import OFF_NETWORK_MS, along_street, known_of, seconds_to
from grensgeo.traveltimes.stretches import ACROSS, FINE, PATCH, PATCHES, SHARES, SIDE

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Ints, Longs
    from grensgeo.traveltimes.node_minutes import Bounds, Known, Streets, Window

_NODES = SIDE**2

#: How much later than a stretch the nodes around may be for the earliest to be known, and how far
#: a turned node is taken within the cutoff at least: shares of a walk between two nodes.
KNOWN, _TURN = 0.9, 0.05

#: The greatest distance at which a node stands for what lies in a part of a square, in distances
#: between nodes.
_FAR = 1.8

#: Rows and columns of nodes around a patch: one before those of its squares' corners, one after.
_WIDE = PATCH + 3

#: A bit for every other node of a row, from the first and from the second.
_EVERY_OTHER = (sum(1 << k for k in range(0, _WIDE, 2)), sum(1 << k for k in range(1, _WIDE, 2)))

#: A bit for each square in a row of a patch.
_ROW = (1 << PATCH) - 1


def _nodes_around() -> tuple[Ints, Ints, Ints, Ints]:
    """List the nodes around a square that may be brought in, and for which parts each stands.

    Returns
    -------
    tuple
        Where its row and column together are even, and odd: int64 (2, n, 2), rows and columns from
        the square's corner in the south and the west; int64 (2, n), a bit for each part that lies
        near enough, wherever in it one is; and int64 (2, n_parts), which of them is the corner of
        the square that is nearest to each part. Last for which parts some nodes stand: int64
        (2, 256), for those of the two rows in the south, and in the north, a bit each.
    """
    places = np.moveaxis(np.mgrid[-1:3, -1:3], 0, -1).reshape(-1, 2)
    middle = (np.moveaxis(np.mgrid[:FINE, :FINE], 0, -1).reshape(-1, 2) + 0.5) / FINE
    offset = np.abs(places[:, None] - middle)
    near = np.hypot(*np.moveaxis(offset + 0.5 / FINE, -1, 0)) <= _FAR
    stands = near @ (1 << np.arange(FINE**2))
    apart = np.hypot(*np.moveaxis(offset, -1, 0))
    apart[~((places == 0) | (places == 1)).all(axis=1)] = np.inf
    some = np.arange(256)[:, None] >> np.arange(8) & 1
    both = [np.bitwise_or.reduce(some * half, axis=1) for half in (stands[:8], stands[8:])]
    kinds = [np.flatnonzero(places.sum(axis=1) % 2 == odd) for odd in range(2)]
    return (
        np.stack([places[own] for own in kinds]),
        np.stack([stands[own] for own in kinds]),
        np.stack([apart[own].argmin(axis=0) for own in kinds]),
        np.stack(both),
    )


NODES_AROUND, STANDS_FOR, NEAREST, _ALL_STAND_FOR = _nodes_around()
AROUND = NODES_AROUND.shape[1]


@kernel
def within(cutoff_min: float, margin_min: float) -> float:
    """Return the minutes that are given to a node that is brought within a cutoff.

    Examples
    --------
    >>> within(30.0, 1.0)
    29.95
    """
    return cutoff_min - _TURN * margin_min


@kernel(inner=True)
def _soonest(known: Known, stretch: tuple[float, float], begun_s: float) -> float:
    """Return the earliest that a stretch of a street is reached; infinite for never.

    On the street that one sets out from, no earlier than along it.
    """
    tail, head, by_tail, by_head, along_tail, along_head = known
    first, last = stretch
    best = begun_s
    best = min(best, by_tail + along_tail * first)
    best = min(best, by_head + along_head * (1.0 - last))
    if first == 0.0 and tail < best:
        best = np.float64(tail)
    if last == 1.0 and head < best:
        best = np.float64(head)
    return best


@kernel(inner=True)
def _read_around(  # noqa: PLR0917 - numba takes no keyword-only arguments
    row: int, column: int, low: float, minutes: Floats, around: tuple[Floats, Longs]
) -> None:
    """Read the minutes to the nodes around a patch, infinite for never or outside the window.

    By rows a bit is set for each that may be brought in, if need be, and is in.
    """
    near, rows = around
    whole = row > 0 and column > 0
    whole = (
        whole and row + PATCH + 2 <= minutes.shape[0] and column + PATCH + 2 <= minutes.shape[1]
    )
    for i in range(_WIDE):
        within = 0
        for j in range(_WIDE):
            time = np.inf
            up, along = row + i - 1, column + j - 1
            if whole or (0 <= up < minutes.shape[0] and 0 <= along < minutes.shape[1]):
                here = minutes[np.uintp(up), np.uintp(along)]
                time = here if here == here else np.inf  # noqa: PLR0124 - NaN
            near[np.uintp(i), np.uintp(j)] = time
            within |= int(time <= low) << j
        rows[i] = within & _EVERY_OTHER[i % 2]


@kernel(inner=True)
def _open_squares(rows: Longs) -> np.uint64:
    """Return the squares of a patch with a corner that may be brought in and is not, as bits."""
    result = np.uint64(0)
    for i in range(1, PATCH + 1):
        beyond = rows[i] ^ _EVERY_OTHER[i % 2] | rows[i + 1] ^ _EVERY_OTHER[1 - i % 2]
        result |= np.uint64((beyond >> 1 | beyond >> 2) & _ROW) << np.uint64(PATCH * (i - 1))
    return result


@kernel(inner=True)
def _stood_for(rows: Longs, up: int, along: int) -> int:
    """Return the parts of a square for which some node around stands, by what rows tell."""
    south = rows[up] >> along & 15 | (rows[up + 1] >> along & 15) << 4
    north = rows[up + 2] >> along & 15 | (rows[up + 3] >> along & 15) << 4
    return int(_ALL_STAND_FOR[0, south] | _ALL_STAND_FOR[1, north])


@kernel(inner=True)
def _left_out(parts: int, within: float, place: tuple[int, int], near: Floats) -> int:
    """Return those of the parts of a square for which no node around is in early enough."""
    up, along = place
    odd, left = (up + along) % 2, parts
    for k in range(AROUND):
        if near[up + 1 + NODES_AROUND[odd, k, 0], along + 1 + NODES_AROUND[odd, k, 1]] <= within:
            left &= ~STANDS_FOR[odd, k]
    return left


@kernel
def exactly(row: int, column: int, window: Window, streets: Streets) -> float:
    """Return the minutes to a node of a tile that a street is near."""
    slots, (west, south), ((number, fraction, distance), (street, _, start), _, _) = window
    entries, by_vertex, origin, park = streets
    up, along = row + south, column + west
    slot = slots[up // SIDE - south // SIDE, along // SIDE - west // SIDE]
    i, j = up % SIDE, along % SIDE
    node = slot * _NODES + i * SIDE + j
    on = start[slot * PATCHES + i // PATCH * ACROSS + j // PATCH] + number[node]
    known = known_of(on, entries, by_vertex)
    best = seconds_to(float(fraction[node]), known, street[on], origin)
    return float((best + distance[node] / OFF_NETWORK_MS + park) / 60.0)


@kernel(inner=True)
def _earliest(part: int, odd: int, near_by: Floats) -> int:
    """Return which of the nodes around a part is the earliest; -1 where none is reached."""
    chosen, best = -1, np.inf
    for k in range(AROUND):
        if STANDS_FOR[odd, k] >> part & 1 and near_by[k] < best:
            chosen, best = k, near_by[k]
    return chosen


@kernel(nogil=True)
def turned(  # noqa: PLR0915, PLR0917 - in one piece: handing arrays on costs
    window: Window,
    streets: Streets,
    limits: tuple[float, float, float],
    bounds: Bounds,
    minutes: Floats,
) -> Longs:
    """Find the nodes that are brought within a cutoff, as part of the tiles say.

    Parameters
    ----------
    window, streets
        As :func:`grensgeo.traveltimes.node_minutes.fill_minutes` took them.
    limits
        The cutoff and a walk between two nodes, minutes; and minutes below which those to nodes
        are none too small, but may be too large.
    bounds, minutes
        What it returned for the tiles, and filled.

    Returns
    -------
    ndarray
        int64: numbers of nodes in the window, a node as often as there is reason to turn it.
    """
    slots, (west, south), (_, (on, _, street_start), passed_by, stretches) = window
    squares, stretch_start = passed_by
    patches, begins, earliest, _ = bounds
    cutoff, margin, below = limits
    cell, parts, first, last = stretches
    entries, by_vertex, origin, park = streets
    low, most_s = within(cutoff, margin), 60.0 * cutoff
    # of what is reached no earlier than this, any node that is in may tell
    known_s = 60.0 * (low - KNOWN * margin)
    count, node = 0, np.empty(256, dtype=np.int64)
    near, rows = np.empty((_WIDE, _WIDE)), np.empty(_WIDE, dtype=np.int64)
    near_by = np.empty(AROUND)
    for number in range(len(patches)):
        tile, patch = patches[number] // PATCHES, patches[number] % PATCHES
        slot = slots[tile // slots.shape[1], tile % slots.shape[1]]
        zero_row = (south // SIDE + tile // slots.shape[1]) * SIDE - south
        zero_column = (west // SIDE + tile % slots.shape[1]) * SIDE - west
        zero_row += patch // ACROSS * PATCH
        zero_column += patch % ACROSS * PATCH
        _read_around(zero_row, zero_column, low, minutes, (near, rows))
        open_squares = _open_squares(rows)
        begin = street_start[slot * PATCHES + patch] - begins[number]
        for bound in range(np.uintp(begins[number]), np.uintp(begins[number + 1])):
            street, soon_s = np.uintp(begin) + bound, earliest[bound]
            is_open = squares[street] & open_squares
            if not is_open or soon_s > most_s:
                continue
            after = np.uintp(stretch_start[street + np.uintp(1)])
            for stretch in range(np.uintp(stretch_start[street]), after):
                if not is_open >> np.uint64(cell[stretch]) & np.uint64(1):
                    continue
                up, along = int(cell[stretch]) // PATCH, int(cell[stretch]) % PATCH
                own_parts = int(parts[stretch])
                left = own_parts & ~_stood_for(rows, up, along)
                if soon_s >= known_s:
                    if not left:
                        continue
                elif not _left_out(own_parts, soon_s / 60.0 + KNOWN * margin, (up, along), near):
                    continue
                shares = first[stretch] / SHARES, last[stretch] / SHARES
                begun_s = np.inf
                if on[street] == origin[0]:  # along it, to the nearer end of the stretch
                    at = min(max(origin[1], shares[0]), shares[1])
                    along_s = origin[2] + along_street(origin[1], at, origin[3], origin[4])
                    begun_s = along_s if along_s == along_s else np.inf  # noqa: PLR0124 - NaN
                own_s = _soonest(known_of(int(street), entries, by_vertex), shares, begun_s) + park
                own_min = own_s / 60.0 + KNOWN * margin
                if own_s > most_s:
                    continue
                if own_min < low:
                    left = _left_out(own_parts, own_min, (up, along), near)
                if not left:
                    continue
                row, column, odd = zero_row + up, zero_column + along, (up + along) % 2
                for k in range(AROUND):
                    i, j = NODES_AROUND[odd, k, 0], NODES_AROUND[odd, k, 1]
                    near_by[k] = near[up + 1 + i, along + 1 + j]
                for part in range(FINE**2):
                    if not left >> part & 1:
                        continue
                    k, nearest = _earliest(part, odd, near_by), NEAREST[odd, part]
                    if k >= 0 and near_by[k] < below:
                        # more may be told than is true of nodes that are plainly early
                        if near_by[nearest] <= low:
                            continue
                        for other in range(AROUND):
                            if STANDS_FOR[odd, other] >> part & 1 and near_by[other] < below:
                                near_by[other] = exactly(
                                    row + NODES_AROUND[odd, other, 0],
                                    column + NODES_AROUND[odd, other, 1],
                                    window,
                                    streets,
                                )
                        k = _earliest(part, odd, near_by)
                    if k < 0 or near_by[k] > own_min:
                        k = nearest
                    if near_by[k] <= low:
                        continue
                    left &= ~STANDS_FOR[odd, k]
                    i, j = row + NODES_AROUND[odd, k, 0], column + NODES_AROUND[odd, k, 1]
                    if 0 <= i < minutes.shape[0] and 0 <= j < minutes.shape[1]:
                        if count == len(node):
                            node = np.append(node, np.empty(count, dtype=np.int64))
                        node[count] = i * minutes.shape[1] + j
                        count += 1
    return node[:count]
