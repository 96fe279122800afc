"""How far beyond a cutoff the nodes of a grid lie: the surface whose zero is an isochrone's edge.

What is further from the cutoff than one walks from a node to the next counts as that far, and so
does a node that is not reached: the line then runs half-way. The surface falls everywhere as the
cutoff rises, and depends on its place and cutoff alone, so areas of one place are nested.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Indices
    from grensgeo.traveltimes.lattice import GridWindow


#: Around the place itself a cell is cut into so many parts each way, where that leaves them longer
#: than this, metres: one of them is within every cutoff.
_PARTS, _PART_M = 32, 1.5


@dataclass(frozen=True, eq=False)
class Surface:
    """Minutes beyond a cutoff over lines of nodes; below zero within it.

    Attributes
    ----------
    x_m, y_m
        float64: where the columns and rows lie, metres, ascending.
    beyond
        float64 (rows, columns): never zero, and above zero along the outermost lines.
    """

    x_m: Floats
    y_m: Floats
    beyond: Floats


def surface_of(
    window: GridWindow,
    cell_m: float,
    minutes: Floats,
    cutoff_min: float,
    *,
    margin_min: float,
    spot: Floats,
) -> Surface:
    """Build the surface of one place and cutoff.

    Parameters
    ----------
    window
        Nodes; the place lies between them, and all that is reached, with a line more all round.
    cell_m
        Distance between nodes, metres.
    minutes
        float64 (rows, columns): minutes to the nodes, NaN unreached.
    cutoff_min
        Minutes.
    margin_min
        Minutes of a walk from a node to the next.
    spot
        float64 (2,): the place, metres in the network's plane.

    Returns
    -------
    Surface
        Over the nodes that are reached and those next to them, however large the window is. That
        of a larger cutoff lies nowhere above it.
    """
    column, row = (np.floor(spot / cell_m).astype(np.int64) - (window.west, window.south)).tolist()
    low, high, left, right = _around(minutes, cutoff_min, row, column)
    columns = cell_m * np.arange(window.west + left, window.west + right, dtype=np.float64)
    rows = cell_m * np.arange(window.south + low, window.south + high, dtype=np.float64)
    x_m, x_at, x_share, place = _lined(columns, spot[0])
    y_m, y_at, y_share, line = _lined(rows, spot[1])
    beyond = np.empty((len(y_m), len(x_m)))
    least = 1e-4 * cell_m
    nodes = minutes[low:high, left:right]
    _fill(nodes, (cutoff_min, margin_min, least), (y_at, y_share), (x_at, x_share), beyond)
    # nobody sets out for where one is already, where parking alone takes longer
    here = beyond[line : line + 2, place : place + 2]
    np.minimum(here, -least, out=here)
    return Surface(x_m, y_m, beyond)


def _lined(lines: Floats, spot: float) -> tuple[Floats, Indices, Floats, int]:
    """Add the lines of the part of a cell that a spot lies in; give what lines lie between.

    Returns
    -------
    tuple
        The lines; the number of the line before each among those given, and how far towards the
        next it lies (0 to 1); and the line after which the spot lies.
    """
    at = int(np.clip(np.searchsorted(lines, spot, side="right") - 1, 0, len(lines) - 2))
    width = lines[at + 1] - lines[at]
    parts = _PARTS
    while parts > 2 and width / parts < _PART_M:  # in halves at least
        parts //= 2
    part = min(int((spot - lines[at]) / width * parts), parts - 1)
    shares = [step / parts for step in (part, part + 1) if 0 < step < parts]
    n, after = len(lines), at + 1
    return (
        np.concatenate(
            [lines[:after], [lines[at] + width * share for share in shares], lines[after:]]
        ),
        np.concatenate(
            [np.arange(after), [at] * len(shares), np.arange(after, n)], dtype=np.int32
        ),
        np.concatenate([np.zeros(after), shares, np.zeros(n - after)]),
        at if part == 0 else after,
    )


@kernel
def _around(minutes: Floats, cutoff: float, row: int, column: int) -> tuple[int, int, int, int]:
    """Return the rows and columns that hold what is within the cutoff, with one more all round."""
    low, high, left, right = row, row + 1, column, column + 1
    for i in range(minutes.shape[0]):
        first, last = 0, minutes.shape[1]
        while first < last and not minutes[i, np.uintp(first)] <= cutoff:
            first += 1
        if first == last:
            continue
        while not minutes[i, np.uintp(last - 1)] <= cutoff:
            last -= 1
        low, high = min(low, i), max(high, i)
        left, right = min(left, first), max(right, last - 1)
    return low - 1, high + 2, left - 1, right + 2


@kernel(inner=True)
def _clipped(  # noqa: PLR0917 - numba takes no keyword-only arguments
    minutes: Floats, i: int, j: int, cutoff: float, margin: float
) -> float:
    """Return how far beyond the cutoff a node lies, no farther than the margin."""
    if i == 0 or j == 0 or i == minutes.shape[0] - 1 or j == minutes.shape[1] - 1:
        return margin
    over = minutes[i, j] - cutoff
    if not over < margin:  # or not reached
        return margin
    return float(max(over, -margin))


@kernel(inner=True)
def _between(  # noqa: PLR0917 - numba takes no keyword-only arguments
    minutes: Floats, i: int, j: int, share: float, cutoff: float, margin: float
) -> float:
    """Return the same between a node and the next of its row."""
    one = _clipped(minutes, i, j, cutoff, margin)
    if share == 0.0:
        return one
    return one + (_clipped(minutes, i, j + 1, cutoff, margin) - one) * share


@kernel
def _fill(  # noqa: PLR0917 - numba takes no keyword-only arguments
    minutes: Floats,
    limits: tuple[float, float, float],
    y_lines: tuple[Indices, Floats],
    x_lines: tuple[Indices, Floats],
    beyond: Floats,
) -> None:
    """Fill a surface with the values of nodes, and with those of the lines between them.

    They lie so far from zero that it is plain between which two an outline runs.
    """
    cutoff, margin, least = limits
    (y_at, y_share), (x_at, x_share) = y_lines, x_lines
    last_row, last_column = minutes.shape[0] - 1, minutes.shape[1] - 1
    for row in range(len(y_at)):
        i, up = y_at[row], y_share[row]
        inner_row = up == 0.0 and 0 < i < last_row
        for column in range(len(x_at)):
            j, along = x_at[column], x_share[column]
            if inner_row and along == 0.0 and 0 < j < last_column:
                # as _clipped: nearly all nodes
                over = minutes[np.uintp(i), np.uintp(j)] - cutoff
                value = over if over < margin else margin  # noqa: FURB136 - NaN: not reached
                value = max(value, -margin)
            else:
                value = _between(minutes, i, j, along, cutoff, margin)
                if up > 0.0:
                    above = _between(minutes, i + 1, j, along, cutoff, margin)
                    value += (above - value) * up
            off = max(value if value > 0.0 else -value, least)
            beyond[np.uintp(row), np.uintp(column)] = off if value > 0.0 else -off
