"""Points of the same street or chain joined directly, where no vertex of the core is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.routing.streets.placed_points import Points, between_s, place_points

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Singles
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.routing.streets.skeletons import Skeleton, Timed

    #: Edge, fraction, offset, and the whole edge's seconds ahead and back.
    Places = tuple[Indices, Floats, Floats, Floats, Floats]
    #: Chain, positions on it and seconds to or from them.
    OnChains = tuple[Indices, npt.NDArray[np.int64], Floats]
    #: Where each list begins, and the lists.
    Sorted = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
    #: Seconds and closed edges from each chain's tail to its places, ahead and back.
    Sums = tuple[Floats, Floats, Indices, Indices]


def join_directly(  # noqa: PLR0917 - as the kernel
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
    along = timed.along
    points, ends = origins
    goals, goal_ends = targets
    nowhere = np.empty(0, dtype=np.int32), np.empty(0), np.empty(0), np.empty(0), np.empty(0)
    _join_rows(
        (along.ahead_s, along.back_s, along.ahead_closed, along.back_closed),
        (points.group, points.at, points.seconds),
        on_edges(ends),
        by_group,
        (goals.group, goals.at, goals.seconds),
        nowhere if goal_ends is None else on_edges(goal_ends),
        reverse,
        limit_s,
        out,
    )


def n_groups(skeleton: Skeleton) -> int:
    """Return the number of chains and of streets that are cut."""
    return skeleton.chains.n_chains + int(skeleton.cut.max(initial=-1)) + 1


def place(timed: Timed, ends: Ends, *, leaving: bool) -> Points:
    """Place points on the chains and in the core, where journeys leave from or come to them."""
    skeleton = timed.skeleton
    named = skeleton.edge_of, skeleton.cut
    return place_points(skeleton.chains, timed.along, ends, named=named, leaving=leaving)


def on_edges(ends: Ends) -> Places:
    """Return edge, fraction, offset and the edge's seconds in both directions."""
    return (
        np.array(ends.edge, dtype=np.int32),
        np.array(ends.fraction, dtype=np.float64),
        np.array(ends.offset_s, dtype=np.float64),
        np.array(ends.forward_s, dtype=np.float64),
        np.array(ends.backward_s, dtype=np.float64),
    )


@kernel
def sort_by_group(group: Indices, n_groups: int) -> Sorted:
    """List the points in each group: where each list begins, and the lists."""
    start = np.zeros(n_groups + 1, dtype=np.int64)
    for on in group:
        if on >= 0:
            start[on + 1] += 1
    for number in range(n_groups):
        start[number + 1] += start[number]
    free = start[:-1].copy()
    points = np.empty(start[n_groups], dtype=np.int64)
    for point in range(len(group)):
        on = group[point]
        if on >= 0:
            points[free[on]] = point
            free[on] += 1
    return start, points


@kernel
def stretch(begin: float, end: float, forward_s: float, backward_s: float) -> float:
    """Return the seconds along an edge between two fractions of it.

    NaN where the direction is closed. From and to a vertex one goes by its arcs, with all that is
    lost there, and not by this way.
    """
    if begin == end:
        return 0.0
    if not (0.0 < begin < 1.0 and 0.0 < end < 1.0):
        return np.nan
    return (end - begin) * (forward_s if end > begin else -backward_s)


@kernel
def _along_edge(start: Places, row: int, end: Places, column: int) -> float:
    """Return the seconds between two points of the same edge, along it."""
    seconds = stretch(start[1][row], end[1][column], start[3][row], start[4][row])
    return seconds + float(start[2][row] + end[2][column])


@kernel
def directly_s(  # noqa: PLR0917 - numba takes no keyword-only arguments
    along: Sums,
    points: OnChains,
    point_places: Places,
    row: int,
    targets: OnChains,
    target_places: Places,
    column: int,
    reverse: bool,  # noqa: FBT001 - see above
) -> float:
    """Return the seconds between two points of the same group, passing no vertex of the core.

    ``inf`` where there is no such way.
    """
    ahead_s, back_s, ahead_closed, back_closed = along
    _, at, seconds = points
    _, target_at, target_seconds = targets
    best = np.inf
    for side in range(2):
        for other in range(2):
            here, there = at[row, side], target_at[column, other]
            if reverse:
                here, there = there, here
            way = between_s(ahead_s, back_s, ahead_closed, back_closed, here, there)
            best = min(best, seconds[row, side] + way + target_seconds[column, other])
    if len(target_places[0]) > 0 and point_places[0][row] == target_places[0][column]:
        if reverse:
            direct = _along_edge(target_places, column, point_places, row)
        else:
            direct = _along_edge(point_places, row, target_places, column)
        if direct < best:  # noqa: PLR1730 - min() would take the NaN of a closed direction
            best = direct
    return best


@kernel
def _join_rows(  # noqa: PLR0917 - numba takes no keyword-only arguments
    along: Sums,
    points: OnChains,
    point_places: Places,
    by_group: Sorted,
    targets: OnChains,
    target_places: Places,
    reverse: bool,  # noqa: FBT001 - see above
    limit: float,
    out: Singles,
) -> None:
    """Shorten the times between points of the same group, for which no junction is passed."""
    group = points[0]
    start, listed = by_group
    for row in range(len(group)):
        if group[row] < 0:
            continue
        for number in range(start[group[row]], start[group[row] + 1]):
            column = listed[number]
            best = directly_s(
                along, points, point_places, row, targets, target_places, column, reverse
            )
            if best <= limit and not out[column, row] <= best:
                out[column, row] = best
