"""One origin alone, at the cost of what it reaches.

A subtree of the elimination tree that the origin is not in can only be come to from the upper ends
of the shortcuts of its root; where all of these lie beyond the limit, it is left out. So are
vertices without any shortcut. What is reached is listed, and nothing else is looked at again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.routing.streets.aiming import LONGEST_S, levels_of

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Indices, Longs, Singles
    from grensgeo.routing.streets.aiming import Aimed, Hops

    #: As in :mod:`grensgeo.routing.streets.sweep`.
    Climb = tuple[Longs, Indices, Singles, Indices]
    Swept = tuple[Longs, Indices, Singles, Indices]
    Seeds = tuple[Indices, Floats]

#: Where one vertex of so many is reached, or more, all destinations are gone through.
_DENSE = 3


def sweep_alone(aimed: Aimed, origin: Hops, *, limit_s: float = np.inf) -> tuple[Singles, Indices]:
    """Compute the seconds from one origin to those of the swept vertices that it reaches.

    Parameters
    ----------
    aimed, limit_s
        As for :func:`sweep`.
    origin
        One origin.

    Returns
    -------
    seconds : ndarray
        float32 (n_selected,) by place; anything where a vertex is not reached.
    reached : ndarray
        int32: the places of those that are, from above.

    Examples
    --------
    >>> from grensgeo.routing.streets.aiming import Hops, aim
    >>> from grensgeo.routing.streets.customisation import customise
    >>> from grensgeo.routing.streets.hierarchy import contract
    >>> hierarchy = contract(np.array([1, 0, 2]), np.array([0, 1]), np.array([1, 2]))
    >>> metric = customise(hierarchy, np.array([60.0, 5.0]), np.array([70.0, 6.0]))
    >>> aimed = aim(hierarchy, metric, Hops.at(np.arange(3)))
    >>> seconds, reached = sweep_alone(aimed, Hops.at(np.array([0])), limit_s=60)
    >>> sorted(seconds[reached].tolist())
    [0.0, 60.0]
    """
    hierarchy, chosen = aimed.hierarchy, aimed.selection
    leave = aimed.metric.down_s if aimed.reverse else aimed.metric.up_s
    found: tuple[Singles, Indices] = _sweep_alone(
        (hierarchy.start, hierarchy.high, leave, hierarchy.parent),
        (chosen.start, chosen.high, aimed.down_s, chosen.place),
        (aimed.above.start, aimed.above.high, chosen.size),
        aimed.last,
        (levels_of(hierarchy, origin), np.array(origin.seconds, dtype=np.float64)),
        np.float32(min(limit_s, LONGEST_S)),
    )
    return found


@kernel(inner=True)
def _above(parent: Indices, vertex: Indices) -> Indices:
    """List the vertices on the paths of an origin's two hops, merged, from below."""
    path = np.empty(64, dtype=np.int32)
    one, other = vertex[0, 0], vertex[0, 1]
    count = 0
    while one >= 0 or other >= 0:
        if count == len(path):
            longer = np.empty(2 * count, dtype=np.int32)
            for step in range(count):  # a slice would take seconds to compile, for its message
                longer[step] = path[step]
            path = longer
        if other < 0 or 0 <= one < other:
            path[count] = one
            one = parent[one]
        else:
            path[count] = other
            if one == other:
                one = parent[one]
            other = parent[other]
        count += 1
    return path[:count]


@kernel(inner=True)
def _climb_alone(climb: Climb, seeds: Seeds, path: Indices) -> Floats:
    """Return the seconds from an origin to the vertices on its path; no others are looked at."""
    start, high, leave, parent = climb
    vertex, hop = seeds
    best = np.empty(len(parent))
    for here in path:
        best[here] = np.inf
    for side in range(2):
        if vertex[0, side] >= 0:
            best[vertex[0, side]] = min(best[vertex[0, side]], hop[0, side])
    for here in path:
        so_far = best[here]
        for shortcut in range(start[here], start[here + 1]):
            best[high[shortcut]] = min(best[high[shortcut]], so_far + leave[shortcut])
    return best


@kernel(inner=True)
def _next_on(path: Indices, place: Indices, step: int) -> tuple[int, int]:
    """Return the step before this one whose vertex is selected, and its place; -1 for none."""
    step -= 1
    while step >= 0 and place[path[step]] < 0:
        step -= 1
    return step, (place[path[step]] if step >= 0 else -1)


@kernel
def _sweep_alone(  # noqa: PLR0917 - numba takes no keyword-only arguments
    climb: Climb,
    swept: Swept,
    whole: tuple[Longs, Indices, Indices],
    last: int,
    seeds: Seeds,
    limit: np.float32,
) -> tuple[Singles, Indices]:
    """Return the seconds of one origin by place, in a memory of which little is touched.

    A subtree that the origin is not in is entered from the upper ends of the shortcuts of its
    root: if all of them lie beyond the limit, so does all of it.
    """
    start, high, enter, place = swept
    all_start, all_high, size = whole
    path = _above(climb[3], seeds[0])
    best = _climb_alone(climb, seeds, path)
    seconds = np.empty(len(start) - 1, dtype=np.float32)
    reached = np.empty(len(start) - 1, dtype=np.int32)
    count = 0
    step, own = _next_on(path, place, len(path))  # the vertex on the path that is next, from above
    at = max(last, own)  # beyond these there are only vertices without any shortcut
    while at >= 0:
        here = np.uintp(at)  # no place is signed below: it might count from the end
        time = np.float32(np.inf)
        if at == own:
            time = np.float32(best[path[step]])
        first, end = np.uintp(start[here]), np.uintp(start[here + np.uintp(1)])
        # what lies above has been looked at: what is left out is no upper end of anything
        if first < end:
            # four at once, of fewer the last again: where rows end no processor foresees, and
            # what is chosen by a comparison becomes a jump, what is added to does not
            second = first + np.uintp(first + np.uintp(1) < end)
            third = second + np.uintp(second + np.uintp(1) < end)
            fourth = third + np.uintp(third + np.uintp(1) < end)
            time = min(
                time,
                seconds[np.uint32(high[first])] + enter[first],
                seconds[np.uint32(high[second])] + enter[second],
                seconds[np.uint32(high[third])] + enter[third],
                seconds[np.uint32(high[fourth])] + enter[fourth],
            )
            for more in range(first + np.uintp(4), end):
                time = min(time, seconds[np.uint32(high[more])] + enter[more])
        seconds[here] = time
        if time <= limit:
            reached[np.uintp(count)] = at
            count += 1
        leaves_out = time > limit and at != own
        if at == own:
            step, own = _next_on(path, place, step)
        if leaves_out:
            for upper in range(np.uintp(all_start[here]), np.uintp(all_start[here + np.uintp(1)])):
                if seconds[np.uint32(all_high[upper])] <= limit:
                    leaves_out = False
                    break
        at -= size[here] if leaves_out else 1
    return seconds, reached[:count]


def deliver(
    aimed: Aimed, seconds: Singles, reached: Indices, *, limit_s: float, out: Singles
) -> None:
    """Add hops from the swept vertices to the destinations of one origin.

    Parameters
    ----------
    aimed
        As for :func:`sweep_alone`.
    seconds, reached
        What it returned. The seconds of vertices that are not reached may be overwritten.
    limit_s
        As for :func:`sweep_alone`.
    out
        float32 (n_destinations,), one after another: filled; NaN where not reached.
    """
    limit = np.float32(min(limit_s, LONGEST_S))
    if _DENSE * len(reached) > len(seconds):
        _deliver_all(seconds, reached, (aimed.place, aimed.seconds), limit, out)
    else:
        _deliver_reached(seconds, reached, aimed.by_place, limit, out)


@kernel
def _deliver_reached(  # noqa: PLR0917 - numba takes no keyword-only arguments
    seconds: Singles,
    reached: Indices,
    goals: tuple[Longs, Indices, Indices, Singles],
    limit: np.float32,
    out: Singles,
) -> None:
    """Add hops from the reached vertices, to the destinations next to them."""
    start, place, goal, hop = goals
    missing = np.float32(np.nan)
    out[:] = missing
    step = 0
    while step < len(reached):
        top = reached[step]
        below = top
        while step < len(reached) and reached[step] == below:
            below -= 1
            step += 1
        # the lists of vertices side by side are one: where each ends no processor foresees
        for k in range(np.uintp(start[below + 1]), np.uintp(start[top + 1])):
            time = seconds[np.uint32(place[k])] + hop[k]
            before = out[np.uint32(goal[k])]
            found = time if time <= limit else missing
            out[np.uint32(goal[k])] = before if before <= time else found  # it may be NaN


@kernel
def _deliver_all(  # noqa: PLR0917 - numba takes no keyword-only arguments
    seconds: Singles,
    reached: Indices,
    goals: tuple[Indices, Singles],
    limit: np.float32,
    out: Singles,
) -> None:
    """Add hops to each destination from its vertices, where most are reached."""
    at, hop = goals
    missing = np.float32(np.nan)
    after = len(seconds)
    for step in range(len(reached) + 1):  # from above: between two of them none is reached
        here = reached[step] if step < len(reached) else -1
        for other in range(np.uintp(here + 1), np.uintp(after)):
            seconds[other] = np.inf
        after = here
    for goal in range(len(at)):
        one = seconds[np.uint32(at[goal, 0])] + hop[goal, 0]
        other = seconds[np.uint32(at[goal, 1])] + hop[goal, 1]
        time = min(one, other)
        out[goal] = time if time <= limit else missing
