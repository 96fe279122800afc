"""Points of the same street or chain joined directly, where no vertex of the core is passed.

Few pairs of points are, so they are listed and looked at side by side by numpy: kernels for them
would take as long to compile as a tenth of all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.routing.streets.placed_points import Points, place_points

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Longs, Singles
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.routing.streets.skeletons import Timed

    #: The points that are in a group, by their groups, and these groups.
    Sorted = tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]
    #: Origin and destination of each pair, origins rising, and the seconds between them.
    Pairs = tuple[Longs, Longs, Floats]


def join_directly(  # noqa: PLR0917 - as for direct_pairs
    timed: Timed,
    origins: tuple[Points, Ends],
    targets: tuple[Points, Ends | None],
    by_group: Sorted,
    limit_s: float,
    out: Singles,
    *,
    reverse: bool = False,
) -> None:
    """Shorten times between points for which no vertex of the core is passed."""
    row, column, seconds = direct_pairs(timed, origins, targets, by_group, reverse=reverse)
    if not len(row):
        return
    shorter = (seconds <= limit_s) & ~(out[row, column] <= seconds)
    out[row[shorter], column[shorter]] = seconds[shorter]


def direct_pairs(
    timed: Timed,
    origins: tuple[Points, Ends],
    targets: tuple[Points, Ends | None],
    by_group: Sorted,
    *,
    reverse: bool = False,
) -> Pairs:
    """List the pairs of points of one group, with the seconds by no vertex of the core.

    Parameters
    ----------
    timed
        Streets with durations.
    origins, targets
        Points, and where they are; no place where these are all the vertices.
    by_group
        The targets from :func:`sort_by_group`.
    reverse
        Journeys run from the targets to the origins.

    Returns
    -------
    tuple
        Positions of origins, rising, and of targets, and seconds; ``inf`` where there is no such
        way.
    """
    points, ends = origins
    goals, goal_ends = targets
    row, column = _same_group(points.group, by_group)
    if not len(row):
        return row, column, np.empty(0)
    best = np.full(len(row), np.inf)
    if timed.skeleton.chains.n_chains:
        here, there = points.at[row, :, None], goals.at[column, None, :]
        ways = timed.along.between_s(*((there, here) if reverse else (here, there)))
        sums = points.seconds[row, :, None] + ways + goals.seconds[column, None, :]
        best = sums.min(axis=(1, 2))
    if goal_ends is not None:
        same = np.flatnonzero(ends.edge[row] == goal_ends.edge[column])
        start, begin, end, stop = ends, row[same], column[same], goal_ends
        if reverse:
            start, begin, end, stop = goal_ends, column[same], row[same], ends
        direct = _along_edge(start, begin, stop, end)
        # a closed direction is NaN
        best[same] = np.where(direct < best[same], direct, best[same])
    return row, column, best


def place(timed: Timed, ends: Ends, *, leaving: bool) -> Points:
    """Place points on the chains and in the core, where journeys leave from or come to them."""
    skeleton = timed.skeleton
    named = skeleton.edge_of, skeleton.cut
    return place_points(skeleton.chains, timed.along, ends, named=named, leaving=leaving)


def sort_by_group(group: Indices) -> Sorted:
    """List the points that are in a group by their groups, and these groups.

    Examples
    --------
    >>> sort_by_group(np.array([3, -1, 0, 3], dtype=np.int32))
    (array([2, 0, 3]), array([0, 3, 3], dtype=int32))
    """
    on = np.flatnonzero(group >= 0)
    on = on[np.argsort(group[on], kind="stable")]
    return on, group[on]


def _same_group(group: Indices, by_group: Sorted) -> tuple[Longs, Longs]:
    """Pair points with all those listed of their group."""
    listed, groups = by_group
    on = (group >= 0).nonzero()[0]
    first = groups.searchsorted(group[on])
    count = groups.searchsorted(group[on], side="right") - first
    if not count.any():  # most origins alone, which wait for each call of numpy
        return on[:0], listed[:0]
    row = np.repeat(on, count)
    place_in_list = np.arange(len(row)) + np.repeat(first - (np.cumsum(count) - count), count)
    return row, listed[place_in_list]


def _along_edge(start: Ends, begin: Longs, stop: Ends, end: Longs) -> Floats:
    """Return the seconds between points of the same edge, along it.

    NaN where the direction is closed. From and to a vertex one goes by its arcs, with all that is
    lost there, and not by this way.
    """
    left, right = start.fraction[begin], stop.fraction[end]
    ahead = np.where(right > left, start.forward_s[begin], -start.backward_s[begin])
    inner: Flags = (left > 0) & (left < 1) & (right > 0) & (right < 1)
    seconds = np.where(inner, (right - left) * ahead, np.nan)
    seconds[left == right] = 0.0
    found: Floats = seconds + (start.offset_s[begin] + stop.offset_s[end])
    return found
