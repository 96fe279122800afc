"""Sums of what lies within limits, added up while it is swept: no table of times is ever held.

A sweep (:mod:`grensgeo.routing.streets.sweep`) fills a block with the seconds of up to 64 origins;
what is counted at the destinations is added to the sums of these origins at once, and the block is
used again. So the memory is that of the sums, and of a block for each thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.kernels import kernel
from grensgeo.routing.streets.aiming import LONGEST_S, levels_of
from grensgeo.routing.streets.direct_ways import direct_pairs, place
from grensgeo.routing.streets.sweep import LANE_STEP, MOST_LANES, sweep_block, workspace
from grensgeo.routing.workers import share, workers_for

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats, Longs, Singles
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.routing.streets.placed_points import Points
    from grensgeo.routing.streets.skeletons import Timed
    from grensgeo.routing.streets.sweep import Climb, Goals, Seeds, Swept, Workspace
    from grensgeo.routing.streets.times import Targets

    #: Where the counts of each destination begin, their columns and values.
    Counts = tuple[Longs, Longs, Floats]
    #: Where the list of each origin begins, and the destinations and seconds of the lists: those
    #: to which no vertex of the core is passed.
    Joined = tuple[Longs, Longs, Floats]
    #: A row and a column for each pair that is the very same place, rows in order: where the list
    #: of each origin begins, and the lists.
    Same = tuple[Longs, Longs]


def add_up_within(
    timed: Timed,
    origins: Ends,
    *,
    destinations: Targets,
    counts: Floats,
    limits_s: Singles,
    limit_s: float = np.inf,
    same: Same | None = None,
) -> Floats:
    """Add up what lies within limits of every origin.

    Parameters
    ----------
    timed
        Streets with durations.
    origins
        Points on edges.
    destinations
        From :func:`grensgeo.routing.streets.times.aim`, of the same streets and durations.
    counts
        float64 (n_destinations, n_columns): what there is at each, without NaN.
    limits_s
        float32 (n_limits,): a destination counts where its seconds, as
        :func:`grensgeo.routing.streets.times.many_to_many` gives them to the last digit, are not
        above. Below 0 for none.
    limit_s
        Longer journeys are not reached.
    same
        The destinations that are the very same place as each origin: they lie within every limit,
        however one gets from one to the other.

    Returns
    -------
    ndarray
        float64 (n_limits, n_origins, n_columns). It does not depend on the number of threads.

    Raises
    ------
    InputError
        If a point lies along an edge that is not used, or the destinations were made ready for
        other streets or durations, or journeys start from them.

    Examples
    --------
    A street of 60 s and one of 100 s in a row:

    >>> from grensgeo.routing.streets.ends import Ends
    >>> from grensgeo.routing.streets.layout import Layout
    >>> from grensgeo.routing.streets.skeletons import customise_layout, prepare_layout
    >>> from grensgeo.routing.streets.times import aim
    >>> tail, head = np.array([0, 1]), np.array([1, 2])
    >>> seconds = np.array([60.0, 100.0])
    >>> layout = Layout.of_edges(3, tail, head, forward_s=seconds, backward_s=seconds)
    >>> timed = customise_layout(prepare_layout(layout), layout)
    >>> ends = Ends.on_edges(np.array([0, 1]), np.array([0.5, 0.25]), np.zeros(2), tail=tail,
    ...                      head=head, forward_s=seconds, backward_s=seconds)
    >>> add_up_within(timed, ends, destinations=aim(timed, ends), counts=np.array([[3.0], [4.0]]),
    ...               limits_s=np.array([54, 55], dtype=np.float32))[:, :, 0]
    array([[3., 4.],
           [7., 7.]])
    """
    aimed = destinations.aimed
    if destinations.timed is not timed or aimed.reverse:
        raise InputError(
            "prepared-for-other-streets",
            "add_up_within: aim the destinations at the same streets and durations, not reversed",
        )
    points = place(timed, origins, leaving=True)
    hierarchy, chosen = aimed.hierarchy, aimed.selection
    n = len(origins)
    if same is None:
        same = np.zeros(n + 1, dtype=np.int64), np.empty(0, dtype=np.int64)
    limit = min(limit_s, LONGEST_S)
    out = np.zeros((len(limits_s), n, counts.shape[1]))
    n_lanes = min(MOST_LANES, -(-n // LANE_STEP) * LANE_STEP)
    n_blocks = -(-n // max(n_lanes, 1))
    sparse = _sparse(counts)
    # those with something to count, in the order in which their vertices lie in the block
    order = np.flatnonzero(np.diff(sparse[0]))
    order = order[np.argsort(aimed.place[order, 0], kind="stable")]
    climb = hierarchy.start, hierarchy.high, aimed.metric.up_s, hierarchy.parent
    swept = chosen.start, chosen.high, aimed.down_s, chosen.place
    seeds = levels_of(hierarchy, points.hops), np.array(points.hops.seconds, dtype=np.float64)
    goals = aimed.place, aimed.seconds
    limits = np.minimum(np.asarray(limits_s, dtype=np.float32), np.float32(limit))
    joined = _joined(timed, (points, origins), destinations, limit)
    n_workers = workers_for(n_blocks)

    def work(worker: int) -> None:
        space = workspace(hierarchy.n_vertices, chosen.n_selected, n_lanes)
        here = np.zeros(len(aimed.place), dtype=np.bool_)
        sums = np.empty((len(limits), counts.shape[1], n_lanes))
        _add_up_blocks(
            climb,
            swept,
            seeds,
            goals,
            limits,
            (sparse, order),
            joined,
            same,
            (space, here, sums),
            (worker, n_workers),
            out,
        )

    share(work, n_workers)
    return out


def _joined(
    timed: Timed, origins: tuple[Points, Ends], destinations: Targets, limit: float
) -> Joined:
    """List the destinations to which each origin passes no vertex of the core."""
    goals = destinations.points
    row, column, seconds = direct_pairs(timed, origins, (goals, goals.ends), destinations.by_group)
    near = seconds <= limit
    start = np.searchsorted(row[near], np.arange(len(origins[0].group) + 1))
    return start.astype(np.int64), column[near], seconds[near]


def _sparse(counts: Floats) -> Counts:
    """Return the counts that are not 0, by destination."""
    row, column = np.nonzero(counts)
    start = np.searchsorted(row, np.arange(len(counts) + 1))
    values = np.asarray(counts[row, column], dtype=np.float64)
    return start.astype(np.int64), np.ascontiguousarray(column, dtype=np.int64), values


@kernel(inner=True)
def _add_block(  # noqa: PLR0917 - numba takes no keyword-only arguments
    block: Singles, goals: Goals, limits: Singles, counts: Counts, order: Longs, sums: Floats
) -> None:
    """Add what lies within the limits to the sums (n_limits, n_columns, n_lanes)."""
    at, hop = goals
    start, column, value = counts
    n_lanes = block.shape[1]
    seconds = np.empty(n_lanes, dtype=np.float32)
    for goal in order:
        one, other = at[goal, 0], at[goal, 1]
        hop_one, hop_other = hop[goal, 0], hop[goal, 1]
        for lane in range(n_lanes):
            seconds[lane] = min(block[one, lane] + hop_one, block[other, lane] + hop_other)
        for number in range(len(limits)):
            limit = limits[number]
            for k in range(start[goal], start[goal + 1]):
                more, into = value[k], column[k]
                for lane in range(n_lanes):
                    sums[number, into, lane] += more if seconds[lane] <= limit else 0.0


@kernel(inner=True)
def _add_rest(  # noqa: PLR0917 - numba takes no keyword-only arguments
    goal: int,
    swept: np.float32,
    nearer: np.float32,
    limits: Singles,
    counts: Counts,
    lane: int,
    sums: Floats,
) -> None:
    """Add a destination that is nearer than the sweep found to the limits between the two."""
    start, column, value = counts
    for number in range(len(limits)):
        if nearer <= limits[number] and not swept <= limits[number]:
            for k in range(start[goal], start[goal + 1]):
                sums[number, column[k], lane] += value[k]


@kernel(inner=True)
def _swept_s(block: Singles, goals: Goals, goal: int, lane: int) -> np.float32:
    """Return the seconds to a destination as the sweep found them."""
    at, hop = goals
    by_one = block[at[goal, 0], lane] + hop[goal, 0]
    return min(by_one, block[at[goal, 1], lane] + hop[goal, 1])


@kernel(inner=True)
def _add_joined(  # noqa: PLR0917 - numba takes no keyword-only arguments
    block: Singles,
    goals: Goals,
    limits_s: Singles,
    counts: Counts,
    joined: Joined,
    same: Same,
    first: int,
    here: Flags,
    sums: Floats,
) -> None:
    """Add what one gets to without passing a vertex of the core, and what is the same place."""
    start, listed, joined_s = joined
    same_start, same_listed = same
    for lane in range(min(block.shape[1], len(start) - 1 - first)):
        row = first + lane
        for number in range(same_start[row], same_start[row + 1]):
            goal = same_listed[number]
            here[goal] = True
            swept = _swept_s(block, goals, goal, lane)
            for k in range(len(limits_s)):  # 0 min is within every limit, with parking or without
                if not swept <= limits_s[k]:
                    for c in range(counts[0][goal], counts[0][goal + 1]):
                        sums[k, counts[1][c], lane] += counts[2][c]
        for number in range(start[row], start[row + 1]):
            goal = listed[number]
            if not here[goal]:
                swept = _swept_s(block, goals, goal, lane)
                _add_rest(goal, swept, np.float32(joined_s[number]), limits_s, counts, lane, sums)
        for number in range(same_start[row], same_start[row + 1]):
            here[same_listed[number]] = False


@kernel(nogil=True)
def _add_up_blocks(  # noqa: PLR0913, PLR0917 - numba takes no keyword-only arguments
    climb: Climb,
    swept: Swept,
    seeds: Seeds,
    goals: Goals,
    limits_s: Singles,
    counted: tuple[Counts, Longs],
    joined: Joined,
    same: Same,
    work: tuple[Workspace, Flags, Floats],
    share_of: tuple[int, int],
    out: Floats,
) -> None:
    """Sweep one worker's blocks, one after the other, and add up."""
    counts, order = counted
    space, here, sums = work
    worker, n_workers = share_of
    block = space[2]
    n_limits, n_columns, n_lanes = sums.shape
    n_origins = out.shape[1]
    for first in range(worker * n_lanes, n_origins, n_workers * n_lanes):
        sweep_block(climb, swept, seeds, first, space)
        sums[:] = 0.0
        _add_block(block, goals, limits_s, counts, order, sums)
        _add_joined(block, goals, limits_s, counts, joined, same, first, here, sums)
        for lane in range(min(n_lanes, n_origins - first)):
            for number in range(n_limits):
                for column in range(n_columns):
                    out[number, first + lane, column] = sums[number, column, lane]
