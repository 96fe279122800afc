"""The least seconds between the ends of each shortcut, by whatever way: perfect customisation.

Customising (:mod:`grensgeo.routing.streets.customisation`) finds the ways below a shortcut.
Those that run above it are found by going through the vertices once more, from above. Here both
are done under many metrics at once, whose seconds lie side by side.

Source: J. Dibbelt, B. Strasser, D. Wagner (2016), Customizable contraction hierarchies, ACM
Journal of Experimental Algorithmics 21(1), 1.5, section 7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Longs, Singles
    from grensgeo.routing.streets.hierarchy import Hierarchy

#: Metrics side by side come in such a number: so many single-precision numbers fill a register.
_LANE_STEP = 8


def least_seconds(hierarchy: Hierarchy, seconds: Floats) -> npt.NDArray[np.float32]:
    """Compute the least seconds between the ends of each edge.

    Parameters
    ----------
    hierarchy
        The shortcuts of the edges.
    seconds
        (n_edges, 2, n_metrics): seconds along each edge, tail to head and back, under each metric;
        ``inf`` where closed.

    Returns
    -------
    ndarray
        float32 (n_edges, 2, n_metrics), within single precision; 0 for a loop. What is less than
        in ``seconds`` belongs to an edge that no shortest way needs.

    Examples
    --------
    A triangle in which the way round is shorter than an edge:

    >>> from grensgeo.routing.streets.hierarchy import contract
    >>> tail, head, seconds = np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([9.0, 2.0, 3.0])
    >>> both = np.stack([seconds, seconds], axis=1)[:, :, None]
    >>> least_seconds(contract(np.array([0, 1, 2]), tail, head), both)[:, 0, 0].tolist()
    [5.0, 2.0, 3.0]
    """
    n_metrics = seconds.shape[2]
    n_lanes = -(-n_metrics // _LANE_STEP) * _LANE_STEP
    up = np.full((hierarchy.n_shortcuts, n_lanes), np.inf, dtype=np.float32)
    down = up.copy()
    shortcut, rises = hierarchy.edge_shortcut, hierarchy.edge_rises
    _lay_edges(shortcut, rises, seconds, up, down)
    _from_below(
        hierarchy.start,
        hierarchy.high,
        hierarchy.below_start,
        hierarchy.below,
        hierarchy.below_shortcut,
        up,
        down,
    )
    _from_above(hierarchy.start, hierarchy.high, up, down)
    found = np.zeros(seconds.shape, dtype=np.float32)
    real = np.flatnonzero(shortcut >= 0)
    there = shortcut[real]
    rise = rises[real, None]
    found[real, 0] = np.where(rise, up[there, :n_metrics], down[there, :n_metrics])
    found[real, 1] = np.where(rise, down[there, :n_metrics], up[there, :n_metrics])
    return found


@kernel
def _lay_edges(  # noqa: PLR0917 - numba takes no keyword-only arguments
    edge_shortcut: Indices, edge_rises: Flags, seconds: Floats, up: Singles, down: Singles
) -> None:
    """Assign the shortcuts the seconds of the edges along them; of parallel edges the least."""
    for edge in range(len(edge_shortcut)):
        shortcut = edge_shortcut[edge]
        if shortcut < 0:
            continue
        rising, falling = (0, 1) if edge_rises[edge] else (1, 0)
        for lane in range(seconds.shape[2]):
            up[shortcut, lane] = min(up[shortcut, lane], np.float32(seconds[edge, rising, lane]))
            down[shortcut, lane] = min(
                down[shortcut, lane], np.float32(seconds[edge, falling, lane])
            )


@kernel
def _from_below(  # noqa: PLR0917 - numba takes no keyword-only arguments
    start: Longs,
    high: Indices,
    low_start: Longs,
    low: Indices,
    low_shortcut: Indices,
    up: Singles,
    down: Singles,
) -> None:
    """Shorten each shortcut by way of each vertex below both its ends (lower triangles)."""
    n, n_lanes = len(start) - 1, up.shape[1]
    place = np.empty(n, dtype=np.int64)  # of the shortcut up from here, by its upper end
    for vertex in range(n):
        for shortcut in range(start[vertex], start[vertex + 1]):
            place[high[shortcut]] = shortcut
        for k in range(low_start[vertex], low_start[vertex + 1]):
            first = low_shortcut[k]
            for second in range(first + 1, start[low[k] + 1]):
                shortcut = place[high[second]]
                for lane in range(n_lanes):
                    up[shortcut, lane] = min(
                        up[shortcut, lane], down[first, lane] + up[second, lane]
                    )
                    down[shortcut, lane] = min(
                        down[shortcut, lane], down[second, lane] + up[first, lane]
                    )


@kernel
def _from_above(start: Longs, high: Indices, up: Singles, down: Singles) -> None:
    """Scan all triangles from above, each of which may shorten its two lower sides."""
    n, n_lanes = len(start) - 1, up.shape[1]
    place = np.full(n, -1, dtype=np.int64)  # as above
    for vertex in range(n - 1, -1, -1):
        for shortcut in range(start[vertex], start[vertex + 1]):
            place[high[shortcut]] = shortcut
        for one in range(start[vertex], start[vertex + 1]):
            # the upper ends of a vertex's shortcuts are all joined with each other
            for across in range(start[high[one]], start[high[one] + 1]):
                other = place[high[across]]
                if other < start[vertex]:
                    continue
                for lane in range(n_lanes):
                    up[other, lane] = min(up[other, lane], up[one, lane] + up[across, lane])
                    down[other, lane] = min(
                        down[other, lane], down[across, lane] + down[one, lane]
                    )
                    up[one, lane] = min(up[one, lane], up[other, lane] + down[across, lane])
                    down[one, lane] = min(down[one, lane], up[across, lane] + down[other, lane])
        for shortcut in range(start[vertex], start[vertex + 1]):
            place[high[shortcut]] = -1
