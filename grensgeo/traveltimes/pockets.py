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
from grensgeo.traveltimes.stretches import ACROSS, PATCH, PATCHES, SIDE

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Ints, Longs
    from grensgeo.traveltimes.node_minutes import Bounds, Window

    #: Corners of the streets in degrees, where those of each begin, and metres of a degree of
    #: longitude and latitude in the plane of the grid.
    Lines = tuple[Floats, Longs, tuple[float, float]]

_NODES = SIDE**2

#: How much later than the latest node around it a pocket may be to count, and how far beyond the
#: cutoff the node is taken that stands for it: shares of a walk between two nodes.
_LATER, _STAYS = 0.9, 0.05

#: Places along a side of a quarter of a square that are looked at, and how far from its middle a
#: place in it may be, in distances between nodes.
_LOOKS, _FAR = 4, 0.5**0.5 / 2

#: Rows and columns of nodes before those of a patch, and of all that are around.
_BEFORE = 2
_WIDE = PATCH + 2 * _BEFORE


def _quarters() -> tuple[Ints, Ints]:
    """List the quarters of squares around a node that may stay beyond a cutoff for them.

    Returns
    -------
    tuple
        int64 (n, 4): row and column, from the node, of the corner that a quarter has, and in which
        direction it lies from there; and int64 (n, 3, 2): the other nodes around it that may.
    """
    corners, others = [], []
    for corner in product((-1, 0, 1), repeat=2):
        for up, along in product((-1, 1), repeat=2):
            own = (0, 0), (up, along), (-up, along), (up, -along)
            if sum(corner) % 2:
                own = (1, 0), (-1, 0), (0, 1), (0, -1)
            near = [(corner[0] + i, corner[1] + j) for i, j in own]
            if (0, 0) in near:
                corners.append((*corner, up, along))
                others.append([node for node in near if node != (0, 0)])
    return np.array(corners), np.array(others)


_QUARTERS, _OTHERS = _quarters()


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
def _foot(on: int, share: float, lines: Lines) -> tuple[float, float]:
    """Return where in the plane a place on a street lies, metres."""
    lonlat, line_start, (x_m, y_m) = lines
    first, last = line_start[on], line_start[on + 1] - 1
    length = 0.0
    for k in range(first, last):
        dx, dy = (lonlat[k + 1, 0] - lonlat[k, 0]) * x_m, (lonlat[k + 1, 1] - lonlat[k, 1]) * y_m
        length += np.sqrt(dx * dx + dy * dy)
    left = share * length
    for k in range(first, last):
        dx, dy = (lonlat[k + 1, 0] - lonlat[k, 0]) * x_m, (lonlat[k + 1, 1] - lonlat[k, 1]) * y_m
        piece = np.sqrt(dx * dx + dy * dy)
        if left < piece:
            part = left / piece
            return lonlat[k, 0] * x_m + dx * part, lonlat[k, 1] * y_m + dy * part
        left -= piece
    return lonlat[last, 0] * x_m, lonlat[last, 1] * y_m


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
        foot[0], foot[1] = _foot(on, float(fraction[node]), lines)
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
    for i in range(_LOOKS):
        for j in range(_LOOKS):
            x = corner[0] + (j + 0.5) / (2 * _LOOKS) * step[0]
            y = corner[1] + (i + 0.5) / (2 * _LOOKS) * step[1]
            nearest, by = np.inf, 0
            for k in range(4):
                dx, dy = x - feet[k, 0], y - feet[k, 1]
                apart = dx * dx + dy * dy
                if apart < nearest:
                    nearest, by = apart, k
            time = feet[by, 2] + np.sqrt(nearest) / walk
            if early < feet[by, 3] <= late and cutoff < time <= late:
                return True
    return False


@kernel(nogil=True)
def pockets(  # noqa: PLR0917 - numba takes no keyword-only arguments
    window: Window,
    lines: Lines,
    limits: tuple[float, float, float],
    bounds: Bounds,
    minutes: Floats,
) -> Longs:
    """Find the nodes that stay beyond a cutoff, as part of the tiles say.

    Parameters
    ----------
    window
        As :func:`grensgeo.traveltimes.node_minutes.fill_minutes` took it.
    lines
        Where the streets lie.
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
    cutoff, margin, cell_m = limits
    high, later = beyond(cutoff, margin), _LATER * margin
    count, node = 0, np.empty(64, dtype=np.int64)
    feet, own = np.empty((_WIDE, _WIDE, 4)), np.empty((4, 4))
    looked_up = np.full((_WIDE, _WIDE), -1, dtype=np.int64)  # for which patch last
    rows, columns = minutes.shape
    for patch in bounds[0]:
        tile, place = patch // PATCHES, patch % PATCHES
        first = (south // SIDE + tile // slots.shape[1]) * SIDE - south + place // ACROSS * PATCH
        begin = (west // SIDE + tile % slots.shape[1]) * SIDE - west + place % ACROSS * PATCH
        for at in range(PATCH**2):
            up, along = at // PATCH, at % PATCH
            row, column = first + up, begin + along
            if (up + along) % 2 == 0 or not (0 <= row < rows and 0 <= column < columns):
                continue
            time = minutes[row, column]
            if not cutoff - later < time < high:
                continue
            found = False
            for nth in range(len(_QUARTERS)):
                latest = True
                for other in range(3):
                    i, j = row + _OTHERS[nth, other, 0], column + _OTHERS[nth, other, 1]
                    inside = 0 <= i < rows and 0 <= j < columns
                    latest = latest and inside and minutes[i, j] <= time
                if not latest:
                    continue
                i, j, rise, run = _QUARTERS[nth]
                for k in range(4):
                    line, lane = up + i + rise * (k // 2), along + j + run * (k % 2)
                    foot = feet[line + _BEFORE, lane + _BEFORE]
                    if looked_up[line + _BEFORE, lane + _BEFORE] != patch:
                        looked_up[line + _BEFORE, lane + _BEFORE] = patch
                        _look_up(first + line, begin + lane, window, lines, minutes, foot)
                    own[k] = foot
                corner = cell_m * (column + j + west), cell_m * (row + i + south)
                within = cutoff - margin, time + later
                if _is_pocket(corner, (run * cell_m, rise * cell_m), own, cutoff, within):
                    found = True
                    break
            if found:
                if count == len(node):
                    node = np.append(node, np.empty(count, dtype=np.int64))
                node[count] = row * columns + column
                count += 1
    return node[:count]
