"""Where a car would turn round on the street only to get past a forbidden turn.

A car that may not turn where it would could drive on, turn round and come back from another side.
Elsewhere nobody gains by turning round, so it need not be forbidden there. For each ban the legal
way is looked for, on which one turns round at dead ends alone (as R5, OSRM and Valhalla have it;
valhalla#1801: "not permitted along the same edge unless the edge is a dead-end"); then turning
round is forbidden wherever it would be quicker than that.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats, Longs

    #: Where the list of each begins, and the lists.
    Lists = tuple[Longs, Longs]

#: A legal way that is longer is not looked for: who would have to drive on for a quarter of an
#: hour turns round somewhere, in a yard or a side street that no map has.
_LONGEST_S = 900.0

#: Turning round is forbidden up to this share beyond the legal way, as the times that it is found
#: with are those of free flow, and hours and scenarios shift them.
_MARGIN = 1.25


def turns_round(
    cases: tuple[Longs, Longs, Longs],
    banned: tuple[Longs, Longs],
    *,
    depart: Longs,
    arrive: Longs,
    seconds: Floats,
) -> Longs:
    """Find the arcs after which turning round would get a car past a forbidden turn.

    Parameters
    ----------
    cases
        Of each ban: the arc that one comes along, the arc that must not follow it straight away
        there, and the arc that one would like to come to.
    banned
        Pairs of arcs that may not follow each other.
    depart, arrive
        (n_arcs,): vertex from which an arc is entered, and to which it leads. An arc and the next
        (an even number and the one after it) are the two directions of a street.
    seconds
        (n_arcs,): seconds along an arc; NaN where it is closed.

    Returns
    -------
    ndarray
        Arcs, rising; never one into a dead end.
    """
    n_vertices = int(max(depart.max(initial=-1), arrive.max(initial=-1))) + 1
    free = np.flatnonzero(~np.isnan(seconds))
    found = np.zeros(len(seconds), dtype=bool)
    _search(
        cases,
        _lists(banned[0], banned[1], len(seconds)),
        (_lists(depart[free], free, n_vertices), _lists(arrive[free], free, n_vertices)),
        (depart, arrive, seconds),
        found,
    )
    return np.flatnonzero(found)


def _lists(key: Longs, value: Longs, n: int) -> Lists:
    """Sort values into lists by key."""
    start = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(key, minlength=n), out=start[1:])
    return start, value[np.argsort(key, kind="stable")].astype(np.int64)


@kernel
def _search(  # noqa: PLR0917 - numba takes no keyword-only arguments
    cases: tuple[Longs, Longs, Longs],
    banned: Lists,
    around: tuple[Lists, Lists],
    arcs: tuple[Longs, Longs, Floats],
    found: Flags,
) -> None:
    """Find the arcs of all cases."""
    depart, arrive, seconds = arcs
    # both stand at infinity between cases: what a case has touched is put back at its end
    come = np.full(len(seconds), np.inf)  # from the ban to the end of an arc, turning nowhere
    back = np.full(len(around[1][0]) - 1, np.inf)  # from a vertex to the wanted arc, at best
    for case in range(len(cases[0])):
        touched, limit = _go_on(
            (cases[0][case], cases[1][case], cases[2][case]), banned, around[0], arcs, come
        )
        reached = _come_back(depart[cases[2][case]], limit, around[1], arcs, back)
        for arc in touched:
            other = arc ^ 1
            if not np.isnan(seconds[other]):
                at = arrive[arc]
                is_dead_end = around[0][0][at + 1] - around[0][0][at] == 1
                # drive on to the end of this arc, turn round, and go back to the wanted one: is
                # that quicker than the legal way?
                if not is_dead_end and come[arc] + seconds[other] + back[depart[arc]] < limit:
                    found[arc] = True
            come[arc] = np.inf
        for vertex in reached:
            back[vertex] = np.inf


@kernel(inner=True)
def _go_on(  # noqa: PLR0917 - numba takes no keyword-only arguments
    case: tuple[int, int, int],
    banned: Lists,
    out: Lists,
    arcs: tuple[Longs, Longs, Floats],
    come: Floats,
) -> tuple[list[int], float]:
    """Search on from a ban without turning round; return the arcs met, and how far one looks."""
    _, arrive, seconds = arcs
    source, skipped, target = case
    limit = _LONGEST_S
    known = False
    # a search over arcs, not vertices: what may follow depends on how one came. An entry of the
    # heap that is later than ``come`` was overtaken; what is popped on time is final
    come[source] = 0.0
    touched = [source]
    heap = [(0.0, source)]
    while len(heap) > 0:
        spent, arc = heapq.heappop(heap)
        if spent > come[arc]:
            continue
        if spent > limit:
            known = True
            break
        at = arrive[arc]
        is_dead_end = out[0][at + 1] - out[0][at] == 1
        for place in range(out[0][at], out[0][at + 1]):
            other = out[1][place]
            if other == arc ^ 1 and not is_dead_end:
                continue
            if arc == source and other == skipped:
                continue
            allowed = True
            for ban in range(banned[0][arc], banned[0][arc + 1]):
                if banned[1][ban] == other:
                    allowed = False
            if not allowed:
                continue
            # arcs are popped by rising time, so the first that reaches the target is the quickest
            if other == target and not known:
                known = True
                limit = min(_LONGEST_S, spent * _MARGIN)
            later = spent + seconds[other]
            if later < come[other]:
                if come[other] == np.inf:
                    touched.append(other)
                come[other] = later
                heapq.heappush(heap, (later, other))
    # without any legal way, one turns round where one can
    return touched, limit if known else 0.0


@kernel(inner=True)
def _come_back(  # noqa: PLR0917 - numba takes no keyword-only arguments
    goal: int, limit: float, into: Lists, arcs: tuple[Longs, Longs, Floats], back: Floats
) -> list[int]:
    """Compute the time to a vertex from those around it, turning anywhere; return these."""
    depart, _, seconds = arcs
    # backward from the goal; bans are not looked at, so the time is a lower bound
    back[goal] = 0.0
    reached = [goal]
    heap = [(0.0, goal)]
    while len(heap) > 0:
        spent, at = heapq.heappop(heap)
        if spent > back[at]:
            continue
        if spent > limit:
            break
        for place in range(into[0][at], into[0][at + 1]):
            arc = into[1][place]
            before = depart[arc]
            later = spent + seconds[arc]
            if later < back[before]:
                if back[before] == np.inf:
                    reached.append(before)
                back[before] = later
                heapq.heappush(heap, (later, before))
    return reached
