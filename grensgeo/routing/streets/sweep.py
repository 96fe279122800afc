"""Travel times from many places at once, swept down a customised hierarchy.

From an origin every shortcut that leads up is followed to the root of the elimination tree, which
is a few hundred vertices; then the vertices are gone through from above, each looking at the
upper ends of its shortcuts. Up to 64 origins share a sweep, so that the innermost loop is the
minimum of numbers that lie side by side, many to an instruction. For given destinations only the
vertices on their paths to the root are swept. One origin alone is swept by
:mod:`grensgeo.routing.streets.alone`.

Sums on the way up are made in double, on the way down in single precision: a time is right within
about 5e-7 of itself, half a millisecond in a quarter of an hour.

Source: D. Delling, A. V. Goldberg, A. Nowatzyk, R. F. Werneck (2013), PHAST: Hardware-accelerated
shortest path trees, Journal of Parallel and Distributed Computing 73(7), 940-952; restricted to
targets as in D. Delling, A. V. Goldberg, R. F. Werneck (2011), Faster batched shortest paths in
road networks, ATMOS 2011, 52-63; on elimination trees as in J. Dibbelt, B. Strasser, D. Wagner
(2016), Customizable contraction hierarchies, ACM Journal of Experimental Algorithmics 21(1), 1.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.routing.streets.aiming import LONGEST_S, levels_of
from grensgeo.routing.streets.alone import deliver, sweep_alone
from grensgeo.routing.workers import share, workers_for

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats, Indices, Longs, Singles
    from grensgeo.routing.streets.aiming import Aimed, Hops

    #: Start, upper ends, seconds up, and parents: what is climbed.
    Climb = tuple[Longs, Indices, Singles, Indices]
    #: Start, upper ends and seconds down of the swept vertices, and the place of every vertex
    #: among them (-1 if it is not).
    Swept = tuple[Longs, Indices, Singles, Indices]
    #: Vertex and seconds of the two hops of every origin, and of every destination.
    Seeds = tuple[Indices, Floats]
    Goals = tuple[Indices, Singles]
    #: Seconds of one origin by vertex, its path, seconds of a block, and vertices it has met.
    Workspace = tuple[Floats, Indices, Singles, Flags]

#: Most origins in one sweep, and the step in which there are fewer: sixteen single-precision
#: numbers fill a cache line. The kernels take the number from an array's shape: were it known when
#: they are compiled, the innermost loop would be unrolled into single numbers and take longer.
MOST_LANES = 64
LANE_STEP = 16

#: A square of so many times to a side is turned at once: it fits into the nearest memory.
_TURNED_TOGETHER = 128


def sweep(aimed: Aimed, origins: Hops, *, limit_s: float = np.inf) -> Singles:
    """Compute the seconds from every origin to every destination.

    Parameters
    ----------
    aimed
        Destinations and metric, from :func:`grensgeo.routing.streets.aiming.aim`.
    origins
        Where sweeps start, up to 64 at a time; where journeys end, if ``aimed`` is reversed.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float32 (n_origins, n_destinations), seconds; NaN where unreached. The origins of one
        destination lie side by side in memory, as they are swept. It does not depend on the
        number of threads. The caller bounds the memory by the number of origins it gives at a
        time; the kernels use 256 bytes a selected vertex and thread.

    Raises
    ------
    InputError
        If an origin is next to a vertex that is not there.

    Examples
    --------
    >>> from grensgeo.routing.streets.aiming import Hops, aim
    >>> from grensgeo.routing.streets.customisation import customise
    >>> from grensgeo.routing.streets.hierarchy import contract
    >>> hierarchy = contract(np.array([1, 0, 2]), np.array([0, 1]), np.array([1, 2]))
    >>> metric = customise(hierarchy, np.array([60.0, 5.0]), np.array([70.0, 6.0]))
    >>> everywhere = Hops.at(np.arange(3))
    >>> sweep(aim(hierarchy, metric, everywhere), everywhere)
    array([[ 0., 60., 65.],
           [70.,  0.,  5.],
           [76.,  6.,  0.]], dtype=float32)
    """
    hierarchy, chosen = aimed.hierarchy, aimed.selection
    leave = aimed.metric.down_s if aimed.reverse else aimed.metric.up_s
    out = np.empty((len(aimed.place), len(origins)), dtype=np.float32)
    limit = np.float32(min(limit_s, LONGEST_S))
    if len(origins) == 1:
        seconds, reached = sweep_alone(aimed, origins, limit_s=limit_s)
        deliver(aimed, seconds, reached, limit_s=limit_s, out=out[:, 0])
        return out.T
    n_lanes = min(MOST_LANES, -(-len(origins) // LANE_STEP) * LANE_STEP)
    n_workers = workers_for(-(-len(origins) // max(n_lanes, 1)))
    climb = hierarchy.start, hierarchy.high, leave, hierarchy.parent
    swept = chosen.start, chosen.high, aimed.down_s, chosen.place
    seeds = levels_of(hierarchy, origins), np.array(origins.seconds, dtype=np.float64)
    goals = aimed.place, aimed.seconds

    def work(worker: int) -> None:
        space = workspace(hierarchy.n_vertices, chosen.n_selected, n_lanes)
        _sweep_blocks(climb, swept, seeds, goals, limit, space, worker, n_workers, out)

    share(work, n_workers)
    return out.T


def workspace(n_vertices: int, n_swept: int, n_lanes: int) -> Workspace:
    """Build what a thread needs to sweep blocks of so many origins."""
    block = np.empty((max(n_swept, 1), n_lanes), dtype=np.float32)
    block[0, :] = np.inf  # destinations that are nowhere hop from here if nothing is swept
    return (
        np.full(n_vertices, np.inf),
        np.empty(n_vertices, dtype=np.int32),
        block,
        np.zeros(n_swept, dtype=np.bool_),
    )


def by_origin(seconds: Singles) -> Singles:
    """Arrange the destinations of each origin side by side in memory.

    Parameters
    ----------
    seconds
        (n_origins, n_destinations): as :func:`sweep` gives them.

    Returns
    -------
    ndarray
        The same in rows.
    """
    if seconds.flags.c_contiguous:
        return seconds
    out = np.empty(seconds.shape, dtype=np.float32)
    n_origins, n_destinations = seconds.shape
    # so many at a time that they stay at hand
    for first in range(0, n_origins, _TURNED_TOGETHER):
        rows = slice(first, first + _TURNED_TOGETHER)
        for left in range(0, n_destinations, _TURNED_TOGETHER):
            columns = slice(left, left + _TURNED_TOGETHER)
            out[rows, columns] = seconds[rows, columns]
    return out


@kernel(inner=True)
def _climb(climb: Climb, seeds: Seeds, row: int, work: Workspace) -> int:
    """Search the shortcuts up from an origin; return the number of vertices on its path.

    The paths of its two hops are merged, from below.
    """
    start, high, leave, parent = climb
    vertex, seconds = seeds
    best, path = work[0], work[1]
    one, other = vertex[row, 0], vertex[row, 1]
    for hop in range(2):
        at = vertex[row, hop]
        if at >= 0:
            best[at] = min(best[at], seconds[row, hop])
    count = 0
    while one >= 0 or other >= 0:
        if other < 0 or 0 <= one < other:
            here = one
            one = parent[one]
        else:
            here = other
            if one == other:
                one = -1
            other = parent[other]
        path[count] = here
        count += 1
        so_far = best[here]
        for shortcut in range(start[here], start[here + 1]):
            best[high[shortcut]] = min(best[high[shortcut]], so_far + leave[shortcut])
    return count


@kernel(inner=True)
def _descend(swept: Swept, block: Singles, met: Flags) -> None:
    """Sweep the vertices from above, all origins of the block at once."""
    start, high, enter, _ = swept
    n_lanes = block.shape[1]
    for here in range(len(start) - 2, -1, -1):
        if met[here]:
            met[here] = False
        else:
            block[here, :] = np.inf
        for shortcut in range(start[here], start[here + 1]):
            above = high[shortcut]
            step = enter[shortcut]
            for lane in range(n_lanes):
                block[here, lane] = min(block[here, lane], block[above, lane] + step)


@kernel
def sweep_block(  # noqa: PLR0917 - numba takes no keyword-only arguments
    climb: Climb, swept: Swept, seeds: Seeds, first: int, work: Workspace
) -> None:
    """Fill the block with the seconds of its origins."""
    place = swept[3]
    best, path, block, met = work
    for lane in range(min(block.shape[1], len(seeds[0]) - first)):
        count = _climb(climb, seeds, first + lane, work)
        for step in range(count):
            at = place[path[step]]
            if at >= 0:
                if not met[at]:
                    met[at] = True
                    block[at, :] = np.inf
                block[at, lane] = best[path[step]]
            best[path[step]] = np.inf
    _descend(swept, block, met)


@kernel(inner=True)
def _deliver(  # noqa: PLR0917 - numba takes no keyword-only arguments
    block: Singles, goals: Goals, limit: np.float32, first: int, out: Singles
) -> None:
    """Add hops from the swept vertices to the destinations."""
    at, hop = goals
    missing = np.float32(np.nan)
    n_lanes = min(block.shape[1], out.shape[1] - first)
    begin = np.uintp(first)  # signed, it might count from the end, and the loop stay scalar
    for goal in range(len(at)):
        one, other = at[goal, 0], at[goal, 1]
        hop_one, hop_other = hop[goal, 0], hop[goal, 1]
        for lane in range(n_lanes):
            best = min(block[one, lane] + hop_one, block[other, lane] + hop_other)
            out[goal, begin + np.uintp(lane)] = best if best <= limit else missing


@kernel(nogil=True)
def _sweep_blocks(  # noqa: PLR0917 - numba takes no keyword-only arguments
    climb: Climb,
    swept: Swept,
    seeds: Seeds,
    goals: Goals,
    limit: np.float32,
    work: Workspace,
    worker: int,
    n_workers: int,
    out: Singles,
) -> None:
    """Fill a row a destination, a column an origin: one worker's blocks of columns."""
    block = work[2]
    n_lanes = block.shape[1]
    for first in range(worker * n_lanes, out.shape[1], n_workers * n_lanes):
        sweep_block(climb, swept, seeds, first, work)
        _deliver(block, goals, limit, first, out)
