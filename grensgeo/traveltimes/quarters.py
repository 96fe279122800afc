"""Quarters of the squares between the nodes of a grid: how much later than nodes one gets there.

From the place on a street that is nearest to a node one walks on to what lies around. How long
that takes, beside the walk to the node, depends on the streets alone: it is looked up once, and
kept in steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Longs, Singles

    #: Steps of each quarter of a square, eight bits for each of its nodes.
    Quarters = npt.NDArray[np.uint32]

    #: Corners of the streets in degrees, where those of each begin, and metres of a degree of
    #: longitude and latitude in the plane of the grid.
    Lines = tuple[Floats, Longs, tuple[float, float]]

#: Places along a side of a quarter of a square that are looked at.
LOOKS = 4

#: Bits that a step takes, the last of them, and how many there are to a distance between nodes;
#: 0 stands for a node that is nowhere the nearest.
STEP_BITS, _LAST, _STEPS = 8, 255, 100

#: Steps before that of a place that is reached when the node is, and by how much of a distance
#: between nodes what they tell may be wrong, by rounding.
_ZERO, _ROUNDING = 128, 1e-6


def _told() -> Floats:
    """Return between which shares of a distance between nodes each step lies: float64 (2, n)."""
    most = (np.arange(_LAST + 1) - _ZERO) / _STEPS
    least = most - 1 / _STEPS
    least[1], most[_LAST] = -np.inf, np.inf
    return np.stack([least - _ROUNDING, most + _ROUNDING])


#: Walks between two nodes by which a place is later than a node: at least, and at most, by steps.
TOLD = _told()


@kernel
def foot_of(on: int, share: float, lines: Lines) -> tuple[float, float]:
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


@kernel
def nearest_of(
    look: int, corner: tuple[float, float], step: tuple[float, float], feet: Floats
) -> tuple[int, float]:
    """Return what is nearest to a place in a quarter of a square, and the distance squared.

    ``corner`` and ``step`` are metres: where the quarter begins, and from there to the next nodes.
    """
    x = corner[0] + (look % LOOKS + 0.5) / (2 * LOOKS) * step[0]
    y = corner[1] + (look // LOOKS + 0.5) / (2 * LOOKS) * step[1]
    nearest, by = np.inf, 0
    for k in range(4):
        dx, dy = x - feet[k, 0], y - feet[k, 1]
        apart = dx * dx + dy * dy
        if apart < nearest:
            nearest, by = apart, k
    return by, nearest


@kernel
def look_at_quarters(
    nodes: tuple[Indices, Singles, Singles], tiles: Longs, cell_m: float, lines: Lines
) -> Quarters:
    """Compute how much later than the nodes of a square one gets to each quarter of it.

    Parameters
    ----------
    nodes
        Street, share of it and distance of each node of tiles, (n, side + 1, side + 1): with those
        of the next row and column.
    tiles
        int64 (n, 2): row and column of each.
    cell_m
        Distance between nodes, metres.
    lines
        Where the streets lie.

    Returns
    -------
    ndarray
        uint32 (n side side, 4): for the square that begins at each node, by quarters, and of these
        by nodes, a step each, of the place that is latest of those to which it is the nearest.
        Quarters go by the node in their corner, from the south and the west; nodes by how they lie
        from there: that one, the next along the row, the next along the column, the one across.
    """
    edge, share, away = nodes
    side = edge.shape[1] - 1
    out = np.zeros((len(edge) * side**2, 4), dtype=np.uint32)
    at, feet, latest = np.empty((side + 1, side + 1, 2)), np.empty((4, 2)), np.empty(4)
    for tile in range(len(edge)):
        for i in range(side + 1):
            for j in range(side + 1):
                at[i, j, 0], at[i, j, 1] = np.inf, np.inf
                on = edge[tile, i, j]
                if on >= 0:
                    at[i, j, 0], at[i, j, 1] = foot_of(on, float(share[tile, i, j]), lines)
        for i in range(side):
            for j in range(side):
                for quarter in range(4):
                    steps = 0
                    row, column = i + quarter // 2, j + quarter % 2
                    rise, run = 1 - quarter // 2 * 2, 1 - quarter % 2 * 2
                    for k in range(4):
                        up, along = row + rise * (k // 2), column + run * (k % 2)
                        feet[k, 0], feet[k, 1] = at[up, along, 0], at[up, along, 1]
                        latest[k] = -1.0
                    corner = (
                        cell_m * (tiles[tile, 1] * side + column),
                        cell_m * (tiles[tile, 0] * side + row),
                    )
                    for look in range(LOOKS**2):
                        by, apart = nearest_of(look, corner, (run * cell_m, rise * cell_m), feet)
                        if latest[by] < apart < np.inf:
                            latest[by] = apart
                    for k in range(4):
                        if latest[k] >= 0.0:
                            own = away[tile, row + rise * (k // 2), column + run * (k % 2)]
                            later = (np.sqrt(latest[k]) - own) / cell_m * _STEPS + _ZERO
                            step = int(min(max(np.ceil(later), 1.0), _LAST))
                            steps |= step << STEP_BITS * k
                    out[(tile * side + i) * side + j, quarter] = steps
    return out
