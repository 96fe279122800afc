"""The mesh over which one place's isochrones are drawn: fine near it, coarser further away.

Its nodes lie at whole multiples of a cell in the network's plane, and of twice, four times ...
that cell further out, so that the meshes of neighbouring places share them. A mesh depends on
its place alone: a cutoff cuts a window out of it, and whatever else is asked changes nothing. The
surface over it falls everywhere as the cutoff rises, so areas of one place are nested.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.traveltimes.lattice import SIDE, GridWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from grensgeo.arrays import Floats, Longs

    #: Minutes to the nodes of a window of a level; those of the other window are not needed.
    Minutes = Callable[[int, GridWindow, GridWindow | None], Floats]

#: Each level reaches at least so many of its own cells from the place: a cell is a 32nd of the
#: distance to the place at most, and a 128th at best. Against a grid of 12.5 m all over, areas by
#: car from Münster's station differ by 3% then (10 and 15 min), by bicycle by 2%.
_REACH = 64

#: Around the place itself a cell is cut into so many parts each way, where that leaves them longer
#: than this, metres: one of them is within every cutoff.
_PARTS, _PART_M = 16, 1.5


@dataclass(frozen=True)
class Mesh:
    """The nodes around one place.

    Attributes
    ----------
    x, y
        The place, metres in the network's plane.
    cell_m
        Distance between the nodes of the finest level, 0; twice that of the next, and so on.
    graded
        Whether there are coarser levels; else the finest goes on without end.
    """

    x: float
    y: float
    cell_m: float
    graded: bool = True

    def size_m(self, level: int) -> float:
        """Return the distance between the nodes of a level, metres."""
        return self.cell_m * 2.0**level

    def block(self, level: int) -> GridWindow:
        """Return the nodes at which a level is used, in its own columns and rows: whole tiles."""
        size = self.size_m(level)
        low = [math.floor((v / size - _REACH) / SIDE) * SIDE for v in (self.x, self.y)]
        high = [math.ceil((v / size + _REACH) / SIDE) * SIDE for v in (self.x, self.y)]
        return GridWindow(*low, *high)

    def windows(self, box: Floats) -> list[GridWindow]:
        """Return the nodes of each level that a box takes, the finest level first.

        Parameters
        ----------
        box
            float64 (4,): west, south, east and north in metres; the place lies in it.

        Returns
        -------
        list of GridWindow
            In each level's own columns and rows. That of the coarsest holds the box and a row and
            column more on each side; the others are what their level's block shares with it.
        """
        level = 0
        while True:
            whole = GridWindow.around(box, self.size_m(level))
            whole = GridWindow(whole.west - 1, whole.south - 1, whole.east + 1, whole.north + 1)
            if not self.graded:
                return [whole]
            # the outermost row and column are none of the next level's
            if whole.overlap(self.block(level)) == whole:
                break
            level += 1
        return [
            *(self.block(fine).overlap(_finer(whole, level - fine)) for fine in range(level)),
            whole,
        ]


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
    mesh: Mesh, box: Floats, cutoff_min: float, *, minutes: Minutes, speed_kmh: float
) -> Surface:
    """Build the surface of one place and cutoff.

    Levels are joined from the coarsest to the finest: lines of finer nodes go on through the
    coarser levels, where they lie between two coarser ones and take the mean of their values.
    What is further from the cutoff than one walks across a cell counts as that far, and so does a
    node that is not reached: the line then runs half-way.

    Parameters
    ----------
    mesh
        The nodes.
    box
        float64 (4,): all that is within the cutoff, in metres.
    cutoff_min
        Minutes.
    minutes
        Tells the minutes to nodes: asked for a level, a window of it and the part of that window
        that a finer level answers for, it gives float64 (rows, columns), NaN unreached.
    speed_kmh
        How fast one walks off the network.

    Returns
    -------
    Surface
        That of a larger cutoff lies nowhere above it.
    """
    windows = mesh.windows(box)
    top = len(windows) - 1
    columns, rows, beyond = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, 0))
    for level in range(top, -1, -1):
        window = windows[level]
        inner = _coarser(windows[level - 1]) if level else None
        margin = mesh.size_m(level) / (speed_kmh / 0.06)
        values = minutes(level, window, inner) - cutoff_min
        values = np.clip(np.nan_to_num(values, nan=margin), -margin, margin)
        across = np.arange(window.west, window.east) << level
        along = np.arange(window.south, window.north) << level
        if level == top:
            columns, rows, beyond = across, along, values
            continue
        own = mesh.block(level)
        columns, beyond = _halved(columns, beyond, own.west << level, own.east << level)
        rows, turned = _halved(rows, beyond.T, own.south << level, own.north << level)
        beyond = np.ascontiguousarray(turned.T)
        left, low = np.searchsorted(columns, across[0]), np.searchsorted(rows, along[0])
        beyond[low : low + len(along), left : left + len(across)] = values
    edge = mesh.size_m(top) / (speed_kmh / 0.06)
    beyond[[0, -1]] = beyond[:, [0, -1]] = edge
    x_m, y_m = (lines.astype(np.float64) * mesh.cell_m for lines in (columns, rows))
    return _around_spot(mesh, x_m, y_m, beyond)


def needed(windows: list[GridWindow]) -> list[npt.NDArray[np.bool_]]:
    """Return which nodes of each window no finer window answers for.

    Parameters
    ----------
    windows
        As :meth:`Mesh.windows` gives them.

    Returns
    -------
    list of ndarray
        bool (rows, columns) for each.
    """
    result = []
    for level, window in enumerate(windows):
        mask = np.ones(window.shape, dtype=bool)
        if level:
            mask[_coarser(windows[level - 1]).within(window)] = False
        result.append(mask)
    return result


def _finer(window: GridWindow, levels: int) -> GridWindow:
    """Return the window between the same outermost lines of a finer level."""
    return GridWindow(
        window.west << levels,
        window.south << levels,
        ((window.east - 1) << levels) + 1,
        ((window.north - 1) << levels) + 1,
    )


def _coarser(window: GridWindow) -> GridWindow:
    """Return the nodes of the next coarser level that are nodes of a window too."""
    return GridWindow(
        -(-window.west // 2), -(-window.south // 2),
        (window.east + 1) // 2, (window.north + 1) // 2,
    )  # fmt: skip


def _halved(lines: Longs, values: Floats, low: int, high: int) -> tuple[Longs, Floats]:
    """Add a column half-way between any two that lie from ``low`` to ``high``."""
    first = int(np.searchsorted(lines, low))
    last = int(np.searchsorted(lines, high, side="right"))
    n = max(2 * (last - first) - 1, 0)
    result = np.empty((len(values), first + n + len(lines) - last))
    result[:, :first], result[:, first + n :] = values[:, :first], values[:, last:]
    inside = values[:, first:last]
    result[:, first : first + n : 2] = inside
    result[:, first + 1 : first + n : 2] = (inside[:, :-1] + inside[:, 1:]) / 2
    kept = lines[first:last]
    every = np.empty(n, dtype=np.int64)
    every[::2], every[1::2] = kept, (kept[:-1] + kept[1:]) // 2
    return np.concatenate([lines[:first], every, lines[last:]]), result


def _around_spot(mesh: Mesh, x_m: Floats, y_m: Floats, beyond: Floats) -> Surface:
    """Add narrow lines around the place, so that the little cell that it lies in is reached.

    Nobody sets out for where one is already; it is reached where parking alone takes longer.
    """
    least = 1e-4 * mesh.cell_m
    x_m, beyond, column = _lined(x_m, beyond, mesh.x)
    y_m, turned, row = _lined(y_m, beyond.T, mesh.y)
    beyond = np.ascontiguousarray(turned.T)
    here = beyond[row : row + 2, column : column + 2]
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
