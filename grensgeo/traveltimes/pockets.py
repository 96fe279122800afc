"""Pockets of what is not reached between the nodes of a grid: nodes that stay beyond a cutoff.

Halfway between two streets, or beyond the tip of one, it takes longer than at any node around, so
that all of these may be within a cutoff and the place between them is not. One of them then stays
beyond it: the mirror of :mod:`grensgeo.traveltimes.turned_nodes`, on the squares of the other
colour. Which one follows from the times of the nodes around alone: the latest, so that it stays
beyond every shorter cutoff too.

How late it may be in a quarter of a square is told by the nodes at the square's corners: from the
place on a street that is nearest to each one walks on, whichever of these places is nearest.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.traveltimes.node_minutes import OFF_NETWORK_MS
from grensgeo.traveltimes.quarters import LOOKS, STEP_BITS, TOLD, foot_of, nearest_of
from grensgeo.traveltimes.stretches import ACROSS, PATCH, PATCHES, SIDE

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Ints, Longs
    from grensgeo.traveltimes.node_minutes import Bounds, Window
    from grensgeo.traveltimes.quarters import Lines, Quarters

    #: How much later than at the nodes of a pool one is between them, and where the streets lie.
    Between = tuple[Quarters, Lines]

    #: What :func:`_offsets` returns; and the cutoff, a walk between two nodes, and the minutes by
    #: which a place is later than a node, at least and at most, by steps.
    Offsets = tuple[Longs, Longs, Longs]
    Told = tuple[float, float, Floats, Floats]

_NODES = SIDE**2

#: How much later than the latest node around it a pocket may be to count, and how far beyond the
#: cutoff the node is taken that stands for it: shares of a walk between two nodes.
_LATER, _STAYS = 0.9, 0.05

#: How far from the middle of a quarter of a square a place in it may be, in distances between
#: nodes.
_FAR = 0.5**0.5 / 2

#: Nodes of the same colour that are around one: rows and columns from there.
_AROUND = np.array([*product((-1, 1), repeat=2), *product((-2, 0, 2), repeat=2)])
_AROUND = _AROUND[_AROUND.any(axis=1)]

#: What is told of a quarter of a square: all of it is reached by the cutoff, some is not, or one
#: has to look.
_REACHED, _POCKET, _UNTOLD = range(3)


def _quarters() -> tuple[Ints, Longs]:
    """List the quarters of squares around a node that may stay beyond a cutoff for them.

    Returns
    -------
    tuple
        int64 (n, 4): row and column, from the node, of the corner that a quarter has, and in which
        direction it lies from there; and int64 (n,): a bit for each of :data:`_AROUND` that may.
    """
    around = [tuple(node) for node in _AROUND.tolist()]
    corners, others = [], []
    for corner in product((-1, 0, 1), repeat=2):
        for up, along in product((-1, 1), repeat=2):
            own = (0, 0), (up, along), (-up, along), (up, -along)
            if sum(corner) % 2:
                own = (1, 0), (-1, 0), (0, 1), (0, -1)
            near = [(corner[0] + i, corner[1] + j) for i, j in own]
            if (0, 0) in near:
                corners.append((*corner, up, along))
                others.append(sum(1 << around.index(node) for node in near if node != (0, 0)))
    return np.array(corners), np.array(others)


_QUARTERS, _OTHERS = _quarters()

#: Which quarter of its square each is.
_QUARTER_OF = (_QUARTERS[:, 2] < 0) * 2 + (_QUARTERS[:, 3] < 0)

#: How far from a node, at most, the squares begin that it may stay beyond a cutoff for, and end.
_BEFORE, _AFTER = 2, 2


@kernel
def beyond(cutoff_min: float, margin_min: float) -> float:
    """Return the minutes that are given to a node that stays beyond a cutoff.

    Examples
    --------
    >>> beyond(30.0, 1.0)
    30.05
    """
    return cutoff_min + _STAYS * margin_min


@kernel(inner=True)
def _look_up(  # noqa: PLR0917 - numba takes no keyword-only arguments
    row: int, column: int, window: Window, lines: Lines, minutes: Floats, foot: Floats
) -> None:
    """Find the place on a street that is nearest to a node: where it lies, and its minutes.

    After these the minutes to the node. Without a street it lies nowhere near.
    """
    slots, (west, south), ((number, fraction, distance), (street, _, start), _, _) = window
    foot[0], foot[1], foot[2], foot[3] = np.inf, np.inf, np.nan, np.nan
    if not (0 <= row < minutes.shape[0] and 0 <= column < minutes.shape[1]):
        return
    up, along = row + south, column + west
    slot = slots[up // SIDE - south // SIDE, along // SIDE - west // SIDE]
    if slot < 0:
        return
    i, j = up % SIDE, along % SIDE
    node = slot * _NODES + i * SIDE + j
    on = street[start[slot * PATCHES + i // PATCH * ACROSS + j // PATCH] + number[node]]
    if on >= 0:
        foot[0], foot[1] = foot_of(on, float(fraction[node]), lines)
        foot[3] = minutes[row, column]
        foot[2] = foot[3] - distance[node] / OFF_NETWORK_MS / 60.0


@kernel(inner=True)
def _is_pocket(  # noqa: PLR0917 - numba takes no keyword-only arguments
    corner: tuple[float, float],
    step: tuple[float, float],
    feet: Floats,
    cutoff: float,
    bounds: tuple[float, float],
) -> bool:
    """Return whether some place in a quarter of a square is reached after the cutoff.

    ``corner`` and ``step`` are metres: where the quarter begins, and from there to the next nodes.
    Only nodes within the bounds count, and no place that is later than the second.
    """
    early, late = bounds
    walk = 60.0 * OFF_NETWORK_MS
    x, y = corner[0] + 0.25 * step[0], corner[1] + 0.25 * step[1]
    nearest, most = np.inf, -np.inf
    for k in range(4):
        dx, dy = x - feet[k, 0], y - feet[k, 1]
        nearest = min(nearest, dx * dx + dy * dy)
        if early < feet[k, 3] <= late:
            most = max(most, feet[k, 2])
    if most + (np.sqrt(nearest) + _FAR * abs(step[0])) / walk <= cutoff:
        return False
    for look in range(LOOKS**2):
        by, nearest = nearest_of(look, corner, step, feet)
        time = feet[by, 2] + np.sqrt(nearest) / walk
        if early < feet[by, 3] <= late and cutoff < time <= late:
            return True
    return False


@kernel(inner=True)
def _tell(  # noqa: PLR0917 - numba takes no keyword-only arguments
    nth: int, steps: np.uint32, at: int, corners: Longs, times: Floats, late: float, limits: Told
) -> int:
    """Return what is plain of a quarter of a square without a look at streets.

    ``nth`` and ``steps`` are those of the quarter, ``at`` and ``corners`` say where the times at
    its corners stand; ``late`` are the latest minutes that count.
    """
    cutoff, margin, least, most = limits
    early = cutoff - margin
    some = False  # without a jump, for it is so of few
    for k in range(4):
        step = np.uintp(steps >> np.uint32(STEP_BITS * k) & np.uint32((1 << STEP_BITS) - 1))
        own = times[np.uintp(at + corners[nth, k])]
        some |= (own + most[step] > cutoff) & (early < own) & (own <= late) & (step > 0)
    if not some:
        return _REACHED
    for k in range(4):
        step = np.uintp(steps >> np.uint32(STEP_BITS * k) & np.uint32((1 << STEP_BITS) - 1))
        own = times[np.uintp(at + corners[nth, k])]
        surely = early < own <= late and own + most[step] <= late
        if step and surely and own + least[step] > cutoff:
            return _POCKET
    return _UNTOLD


@kernel(inner=True)
def _later_around(row: int, column: int, minutes: Floats) -> int:
    """Return which of the nodes around one are later, or none, a bit each."""
    result, time = 0, minutes[row, column]
    for k in range(len(_AROUND)):
        i, j = row + _AROUND[k, 0], column + _AROUND[k, 1]
        inside = 0 <= i < minutes.shape[0] and 0 <= j < minutes.shape[1]
        if not (inside and minutes[i, j] <= time):
            result |= 1 << k
    return result


@kernel(inner=True)
def _tell_inside(  # noqa: PLR0917 - numba takes no keyword-only arguments
    at: int, node: int, times: Floats, quarters: Quarters, offsets: Offsets, limits: Told
) -> tuple[bool, int]:
    """Return whether a quarter of a square around a node is a pocket, and which are untold.

    Of a node with all that is around it in its tile: nearly all are. ``at`` is its place among the
    times, ``node`` that in the pool.
    """
    around, corners, squares = offsets
    time = times[at]
    late = time + _LATER * limits[1]
    later, untold = np.int64(0), 0
    for k in range(len(_AROUND)):
        later |= np.int64(not times[np.uintp(at + around[k])] <= time) << k
    for nth in range(len(_QUARTERS)):
        if later & _OTHERS[nth]:
            continue
        steps = quarters[np.uintp(node + squares[nth]), np.uintp(_QUARTER_OF[nth])]
        told = _tell(nth, steps, at, corners, times, late, limits)
        if told == _POCKET:
            return True, 0
        untold |= int(told == _UNTOLD) << nth
    return False, untold


@kernel(inner=True)
def _tell_any(  # noqa: PLR0917 - numba takes no keyword-only arguments
    spot: tuple[int, int],
    window: Window,
    quarters: Quarters,
    offsets: Offsets,
    limits: Told,
    minutes: Floats,
) -> tuple[bool, int]:
    """Return the same as :func:`_tell_inside`, of any node."""
    slots, (west, south), _ = window
    (row, column), (rows, columns) = spot, minutes.shape
    times, late = minutes.ravel(), minutes[row, column] + _LATER * limits[1]
    later, untold = _later_around(row, column, minutes), 0
    for nth in range(len(_QUARTERS)):
        if later & _OTHERS[nth]:
            continue
        i, j, rise, run = _QUARTERS[nth]
        first, begin = row + i + min(rise, 0), column + j + min(run, 0)  # the square's first node
        up, along = first + south, begin + west
        slot, told = -1, _UNTOLD
        if 0 <= first < rows - 1 and 0 <= begin < columns - 1:
            slot = slots[up // SIDE - south // SIDE, along // SIDE - west // SIDE]
        if slot >= 0:
            node = slot * _NODES + up % SIDE * SIDE + along % SIDE
            steps = quarters[node, _QUARTER_OF[nth]]
            at = row * columns + column
            told = _tell(nth, steps, at, offsets[1], times, late, limits)
        if told == _POCKET:
            return True, 0
        untold |= int(told == _UNTOLD) << nth
    return False, untold


@kernel(inner=True)
def _look_at(  # noqa: PLR0917 - numba takes no keyword-only arguments
    row: int,
    column: int,
    untold: int,
    window: Window,
    lines: Lines,
    limits: tuple[float, float, float],
    minutes: Floats,
) -> bool:
    """Return whether one of the quarters of squares that are untold is a pocket."""
    west, south = window[1]
    cutoff, margin, cell_m = limits
    within = cutoff - margin, minutes[row, column] + _LATER * margin
    feet = np.empty((4, 4))
    for nth in range(len(_QUARTERS)):
        if not untold >> nth & 1:
            continue
        i, j, rise, run = _QUARTERS[nth]
        for k in range(4):
            up, along = row + i + rise * (k // 2), column + j + run * (k % 2)
            _look_up(up, along, window, lines, minutes, feet[k])
        corner = cell_m * (column + j + west), cell_m * (row + i + south)
        if _is_pocket(corner, (run * cell_m, rise * cell_m), feet, cutoff, within):
            return True
    return False


@kernel(inner=True)
def _offsets(columns: int) -> Offsets:
    """Return how far off what is around a node lies, where times and nodes are one after another.

    The nodes around it; the corners of quarters, and the nodes that their squares begin with.
    """
    around = _AROUND[:, 0] * columns + _AROUND[:, 1]
    corners = np.empty((len(_QUARTERS), 4), dtype=np.int64)
    squares = np.empty(len(_QUARTERS), dtype=np.int64)
    for nth in range(len(_QUARTERS)):
        i, j, rise, run = _QUARTERS[nth]
        squares[nth] = (i + min(rise, 0)) * SIDE + j + min(run, 0)
        for k in range(4):
            corners[nth, k] = (i + rise * (k // 2)) * columns + j + run * (k % 2)
    return around, corners, squares


@kernel(nogil=True)
def pockets(  # noqa: PLR0917 - numba takes no keyword-only arguments
    window: Window,
    between: Between,
    limits: tuple[float, float, float],
    bounds: Bounds,
    minutes: Floats,
) -> Longs:
    """Find the nodes that stay beyond a cutoff, as part of the tiles say.

    Parameters
    ----------
    window
        As :func:`grensgeo.traveltimes.node_minutes.fill_minutes` took it.
    between
        How much later than at the nodes of the pool one is between them, and where streets lie.
    limits
        The cutoff and a walk between two nodes, minutes, and the distance between them, metres.
    bounds, minutes
        What it returned for the tiles, and filled: no node has been turned yet.

    Returns
    -------
    ndarray
        int64: numbers of nodes in the window, each once.
    """
    slots, (west, south), _ = window
    (quarters, lines), (cutoff, margin, _) = between, limits
    high, least = beyond(cutoff, margin), cutoff - _LATER * margin
    count, node = 0, np.empty(64, dtype=np.int64)
    rows, columns = minutes.shape
    times, offsets = minutes.ravel(), _offsets(columns)
    told = cutoff, margin, TOLD[0] * margin, TOLD[1] * margin
    for patch in bounds[0]:
        tile, place = patch // PATCHES, patch % PATCHES
        slot = slots[tile // slots.shape[1], tile % slots.shape[1]]
        i, j = place // ACROSS * PATCH, place % ACROSS * PATCH  # in the tile
        first = (south // SIDE + tile // slots.shape[1]) * SIDE - south + i
        begin = (west // SIDE + tile % slots.shape[1]) * SIDE - west + j
        for up in range(max(0, -first), min(PATCH, rows - first)):
            row = first + up
            for along in range((up + 1) % 2, PATCH, 2):
                column = begin + along
                if not (0 <= column < columns and least < minutes[row, column] < high):
                    continue
                inside = _BEFORE <= row < rows - _AFTER and _BEFORE <= column < columns - _AFTER
                inside &= _BEFORE <= i + up <= SIDE - _AFTER
                inside &= _BEFORE <= j + along <= SIDE - _AFTER
                if inside:
                    own = slot * _NODES + (i + up) * SIDE + j + along
                    at = row * columns + column
                    stays, untold = _tell_inside(at, own, times, quarters, offsets, told)
                else:
                    stays, untold = _tell_any(
                        (row, column), window, quarters, offsets, told, minutes
                    )
                if untold and not stays:
                    stays = _look_at(row, column, untold, window, lines, limits, minutes)
                if stays:
                    if count == len(node):
                        node = np.append(node, np.empty(count, dtype=np.int64))
                    node[count] = row * columns + column
                    count += 1
    return node[:count]
