"""How far beyond a cutoff the nodes of a grid lie: the surface whose zero is an isochrone's edge.

What is further from the cutoff than one walks from a node to the next counts as that far, and so
does a node that is not reached: the line then runs half-way. The surface falls everywhere as the
cutoff rises, and depends on its place and cutoff alone, so areas of one place are nested.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grensgeo.arrays import Floats
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
    within = minutes <= cutoff_min
    column, row = np.floor(spot / cell_m).astype(np.int64) - (window.west, window.south)
    rows = np.append(np.flatnonzero(within.any(axis=1)), row)
    columns = np.append(np.flatnonzero(within.any(axis=0)), column)
    low, left = rows.min() - 1, columns.min() - 1
    high, right = max(rows.max(), row + 1) + 2, max(columns.max(), column + 1) + 2
    least = 1e-4 * cell_m
    beyond = minutes[low:high, left:right] - cutoff_min
    beyond = np.clip(np.nan_to_num(beyond, nan=margin_min), -margin_min, margin_min)
    beyond[[0, -1]] = beyond[:, [0, -1]] = margin_min
    x_m = (window.west + np.arange(left, right)) * cell_m
    y_m = (window.south + np.arange(low, high)) * cell_m
    x_m, beyond, place = _lined(x_m, beyond, float(spot[0]))
    y_m, turned, line = _lined(y_m, beyond.T, float(spot[1]))
    beyond = np.ascontiguousarray(turned.T)
    # nobody sets out for where one is already, where parking alone takes longer
    here = beyond[line : line + 2, place : place + 2]
    here[...] = np.minimum(here, -least)
    # so far from zero that it is plain between which two nodes an outline runs
    beyond = np.where(beyond <= 0, np.minimum(beyond, -least), np.maximum(beyond, least))
    return Surface(x_m, y_m, beyond)


def _lined(lines: Floats, values: Floats, spot: float) -> tuple[Floats, Floats, int]:
    """Add the lines of the part of a cell that a spot lies in between its columns."""
    at = int(np.clip(np.searchsorted(lines, spot, side="right") - 1, 0, len(lines) - 2))
    width = lines[at + 1] - lines[at]
    parts = _PARTS
    while parts > 2 and width / parts < _PART_M:  # in halves at least
        parts //= 2
    part = min(int((spot - lines[at]) / width * parts), parts - 1)
    steps = [step for step in (part, part + 1) if 0 < step < parts]
    left, right = values[:, at], values[:, at + 1]
    new = [left + (right - left) * (step / parts) for step in steps]
    places = [lines[at] + width * (step / parts) for step in steps]
    return (
        np.insert(lines, at + 1, places),
        np.insert(values, [at + 1] * len(steps), np.array(new).T.reshape(len(values), -1), axis=1),
        at if part == 0 else at + 1,
    )
