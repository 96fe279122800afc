"""Street times for points on edges: chains, hierarchy and sweeps behind one door.

:func:`prepare` looks at the shape of the streets, once per network and mode; :func:`customise`
lays durations on it, once per mode, hour and scenario; :func:`many_to_many`, :func:`to_vertices`
and :func:`from_vertices` answer. Arrays in, arrays out, seconds throughout; the answers are those
of :mod:`grensgeo.routing.dijkstra`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba as nb
import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.routing import hierarchy as levels
from grensgeo.routing import sweep as sweeps
from grensgeo.routing.chains import Along, Chains, find_chains, measure_chains, whole_chains
from grensgeo.routing.sweep import Hops

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.routing.dijkstra import Ends
    from grensgeo.routing.hierarchy import Hierarchy, Metric
    from grensgeo.routing.sweep import Aimed

    Ints = npt.NDArray[np.integer]
    Indices = npt.NDArray[np.int32]
    Floats = npt.NDArray[np.float64]
    Singles = npt.NDArray[np.float32]
    Flags = npt.NDArray[np.bool_]
    #: Edge, fraction, offset, and the whole edge's seconds ahead and back.
    Places = tuple[Indices, Floats, Floats, Floats, Floats]
    #: Chain, positions on it and seconds to or from them.
    OnChains = tuple[Indices, npt.NDArray[np.int64], Floats]
    #: Where each list begins, and the lists.
    Sorted = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
    #: Seconds and closed edges from each chain's tail to its places, ahead and back.
    Sums = tuple[Floats, Floats, Indices, Indices]


@dataclass(frozen=True, eq=False)
class Skeleton:
    """The shape of a mode's streets, made ready for any durations.

    Attributes
    ----------
    tail, head
        int32 (n_edges,): ends of the edges of the network.
    chains
        The chains, and the core between them.
    hierarchy
        The hierarchy of the core; its edges are the chains.
    """

    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    chains: Chains
    hierarchy: Hierarchy

    @property
    def n_vertices(self) -> int:
        """Number of vertices of the network."""
        return len(self.chains.core_of)


@dataclass(frozen=True, eq=False)
class Timed:
    """A skeleton with durations.

    Attributes
    ----------
    skeleton
        The shape.
    along
        Seconds along the chains.
    metric
        Seconds of the hierarchy's shortcuts.
    """

    skeleton: Skeleton
    along: Along
    metric: Metric


@dataclass(frozen=True, eq=False)
class Points:
    """Points on streets with durations, as the core sees them.

    Attributes
    ----------
    hops
        From or to the ends of the chain that the point is on, or the core vertex it is at.
    chain
        int32 (n,): that chain; -1 where the point is in the core or nowhere.
    at
        int64 (n, 2): positions of the places on the chain before and after the point.
    seconds
        float64 (n, 2): seconds between the point and those; ``inf`` for none.
    ends
        The points as they were given; None if they are all the vertices of the network.
    """

    hops: Hops
    chain: npt.NDArray[np.int32]
    at: npt.NDArray[np.int64]
    seconds: npt.NDArray[np.float64]
    ends: Ends | None


@dataclass(frozen=True, eq=False)
class Targets:
    """Points to which times are wanted again and again, made ready.

    Attributes
    ----------
    timed
        The streets and durations that they were made ready for.
    points
        The points.
    by_chain
        int64 (n_chains + 1,) and int64: where the list of points on each chain begins, and the
        lists.
    aimed
        What is swept to them.
    """

    timed: Timed
    points: Points
    by_chain: Sorted
    aimed: Aimed


def prepare(
    n_vertices: int,
    tail: Ints,
    head: Ints,
    *,
    used: Flags | None = None,
    rank: Ints | None = None,
) -> Skeleton:
    """Contract chains, order the core and contract it.

    Parameters
    ----------
    n_vertices
        Number of vertices.
    tail, head
        (n_edges,): ends of the undirected edges.
    used
        (n_edges,): whether the edge belongs to the network of this mode, in either direction; all
        do if not given. Fewer edges make a smaller and faster skeleton.
    rank
        (n_core,): rank of the core's vertices, if it was kept from an earlier call; it is
        ``skeleton.hierarchy.level``.

    Returns
    -------
    Skeleton
        The shape.

    Raises
    ------
    InputError
        If an edge ends at a vertex that is not there, or ``rank`` does not fit.

    Examples
    --------
    >>> skeleton = prepare(3, np.array([0, 1]), np.array([1, 2]))
    >>> skeleton.chains.n_core, skeleton.hierarchy.n_shortcuts
    (2, 1)
    """
    chains = find_chains(n_vertices, tail, head, used=used)
    if rank is None:
        rank = levels.order(chains.n_core, chains.tail, chains.head)
    elif len(rank) != chains.n_core:
        raise InputError(f"rank has {len(rank)} rows, but the core {chains.n_core} vertices")
    ends = np.array(tail, dtype=np.int32), np.array(head, dtype=np.int32)
    return Skeleton(*ends, chains, levels.contract(rank, chains.tail, chains.head))


def customise(
    skeleton: Skeleton,
    forward_s: Floats,
    backward_s: Floats,
    *,
    open_forward: Flags | None = None,
    open_backward: Flags | None = None,
) -> Timed:
    """Lay durations on a skeleton.

    Parameters
    ----------
    skeleton
        The shape.
    forward_s, backward_s
        (n_edges,): seconds along each edge, tail to head and head to tail.
    open_forward, open_backward
        (n_edges,): whether the edge may be used in that direction; everywhere if not given. The
        seconds of a closed direction, and of an edge that the skeleton does not use, are not
        looked at and may be NaN.

    Returns
    -------
    Timed
        The skeleton with durations.

    Raises
    ------
    InputError
        If the seconds of an open direction are NaN, negative or infinite; the message names the
        edges.
    """
    along = measure_chains(
        skeleton.chains,
        forward_s,
        backward_s,
        open_forward=open_forward,
        open_backward=open_backward,
    )
    ahead, back, ahead_open, back_open = whole_chains(skeleton.chains, along)
    metric = levels.customise(
        skeleton.hierarchy, ahead, back, open_forward=ahead_open, open_backward=back_open
    )
    return Timed(skeleton, along, metric)


def aim(timed: Timed, points: Ends | None = None, *, reverse: bool = False) -> Targets:
    """Make destinations ready to be asked for again and again.

    Parameters
    ----------
    timed
        Streets with durations.
    points
        Points on edges; every vertex of the network if not given.
    reverse
        Journeys run from these points to those that are given later, as for the catchment of a
        place of work.

    Returns
    -------
    Targets
        What :func:`many_to_many` takes as destinations.

    Raises
    ------
    InputError
        If a point lies along an edge that the skeleton does not use.
    """
    if points is None:
        placed = _all_vertices(timed, leaving=reverse)
    else:
        placed = _points(timed, points, leaving=reverse)
    aimed = sweeps.aim(timed.skeleton.hierarchy, timed.metric, placed.hops, reverse=reverse)
    return Targets(
        timed, placed, _sort_by_chain(placed.chain, timed.skeleton.chains.n_chains), aimed
    )


def many_to_many(
    timed: Timed,
    origins: Ends,
    *,
    destinations: Ends | Targets,
    limit_s: float = np.inf,
) -> Singles:
    """Compute the seconds from every origin to every destination.

    Parameters
    ----------
    timed
        Streets with durations.
    origins, destinations
        Points on edges. An origin and a destination on the same edge or chain are joined directly
        where the direction allows it, and around otherwise. Destinations that are asked for more
        than once, or that journeys start from, are made ready by :func:`aim`.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float32 (n_origins, n_destinations), seconds, right within about 3e-7 of themselves; NaN
        where unreached. The origins of one destination lie side by side in memory. It does not
        depend on the number of threads. The caller bounds the memory by the number of origins it
        gives at a time.

    Raises
    ------
    InputError
        If a point lies along an edge that the skeleton does not use, or the destinations were made
        ready for other streets or durations.

    Examples
    --------
    A street of 60 s and one of 100 s in a row:

    >>> from grensgeo.routing.dijkstra import Ends
    >>> tail, head = np.array([0, 1]), np.array([1, 2])
    >>> seconds = np.array([60.0, 100.0])
    >>> timed = customise(prepare(3, tail, head), seconds, seconds)
    >>> ends = Ends.on_edges(np.array([0, 1]), np.array([0.5, 0.25]), np.zeros(2), tail=tail,
    ...                      head=head, forward_s=seconds, backward_s=seconds)
    >>> many_to_many(timed, ends, destinations=ends)
    array([[ 0., 55.],
           [55.,  0.]], dtype=float32)
    >>> many_to_many(timed, ends, destinations=aim(timed))
    array([[ 30.,  30., 130.],
           [ 85.,  25.,  75.]], dtype=float32)
    """
    targets = destinations if isinstance(destinations, Targets) else aim(timed, destinations)
    if targets.timed is not timed:
        raise InputError("many_to_many: aim the destinations at the same streets and durations")
    points = _points(timed, origins, leaving=not targets.aimed.reverse)
    out = sweeps.sweep(targets.aimed, points.hops, limit_s=limit_s)
    along = timed.along
    nowhere = np.empty(0, dtype=np.int32), np.empty(0), np.empty(0), np.empty(0), np.empty(0)
    _join_directly(
        (along.ahead_s, along.back_s, along.ahead_closed, along.back_closed),
        (points.chain, points.at, points.seconds),
        _on_edges(origins),
        targets.by_chain,
        (targets.points.chain, targets.points.at, targets.points.seconds),
        nowhere if targets.points.ends is None else _on_edges(targets.points.ends),
        targets.aimed.reverse,
        min(limit_s, sweeps.LONGEST_S),
        out.T,
    )
    return out


def _on_edges(ends: Ends) -> Places:
    """Give edge, fraction, offset and the edge's seconds in both directions."""
    return (
        np.array(ends.edge, dtype=np.int32),
        np.array(ends.fraction, dtype=np.float64),
        np.array(ends.offset_s, dtype=np.float64),
        np.array(ends.forward_s, dtype=np.float64),
        np.array(ends.backward_s, dtype=np.float64),
    )


def _points(timed: Timed, ends: Ends, *, leaving: bool) -> Points:
    """Find the chains that points are on, and the seconds to or from their ends."""
    skeleton, chains = timed.skeleton, timed.skeleton.chains
    outside = np.flatnonzero(ends.edge >= len(skeleton.tail))
    if len(outside):
        raise InputError(f"points {some(outside)} are on edges not of the {len(skeleton.tail)}")
    by_tail, by_head = ends.leave_s() if leaving else ends.arrive_s()
    n = len(ends)
    chain = np.full(n, -1, dtype=np.int32)
    at = np.zeros((n, 2), dtype=np.int64)
    seconds = np.full((n, 2), np.inf)
    core = np.full(n, -1, dtype=np.int32)

    if len(chains.edge):
        edge = np.maximum(ends.edge, 0)
        on = (ends.edge >= 0) & (chains.edge_chain[edge] >= 0)
        chain[on] = chains.edge_chain[edge[on]]
        before = chains.edge_at[edge[on]] + chain[on]
        at[on] = np.stack([before, before + 1], axis=1)
        flipped = chains.flipped[chains.edge_at[edge[on]]]
        both = np.stack([by_tail[on], by_head[on]], axis=1)
        seconds[on] = np.where(flipped[:, None], both[:, ::-1], both)
    else:
        on = np.zeros(n, dtype=bool)

    # On an edge that is not used one can only be at either end
    off = (ends.edge >= 0) & ~on
    astray = off & (
        (np.isfinite(by_tail) & (ends.fraction != 0))
        | (np.isfinite(by_head) & (ends.fraction != 1))
    )
    if astray.any():
        bad = np.flatnonzero(astray)
        raise InputError(
            f"points {some(bad)} lie along edges {some(ends.edge[bad])}, which this mode does not "
            "use; snap them to its own edges"
        )
    off &= np.isfinite(by_tail) | np.isfinite(by_head)
    vertex = np.where(np.isfinite(by_tail), ends.tail, ends.head)[off]
    chain[off] = chains.chain_of[vertex]
    core[off] = chains.core_of[vertex]
    at[off] = _positions(chains, vertex)[:, None]
    seconds[off, 0] = np.minimum(by_tail, by_head)[off]
    return _with_hops(timed, (chain, at, seconds), core, ends=ends, leaving=leaving)


def _all_vertices(timed: Timed, *, leaving: bool) -> Points:
    """Take every vertex of the network as a point."""
    chains = timed.skeleton.chains
    n = timed.skeleton.n_vertices
    at = np.repeat(_positions(chains, np.arange(n))[:, None], 2, axis=1)
    seconds = np.full((n, 2), np.inf)
    seconds[:, 0] = 0.0
    placed = chains.chain_of.copy(), at, seconds
    return _with_hops(timed, placed, chains.core_of, ends=None, leaving=leaving)


def _positions(chains: Chains, vertex: Ints) -> npt.NDArray[np.int64]:
    """Give the position among all places of vertices within chains; 0 for the core's."""
    chain = chains.chain_of[vertex]
    if chains.n_chains == 0:
        return np.zeros(len(vertex), dtype=np.int64)
    return np.where(chain >= 0, chains.first[chain] + chains.place_of[vertex], 0)


def _with_hops(
    timed: Timed, placed: OnChains, core: Indices, *, ends: Ends | None, leaving: bool
) -> Points:
    """Add the seconds to or from the ends of the chain to those to or from the places on it."""
    chains, along = timed.skeleton.chains, timed.along
    vertex, hop = _add_hops(
        (along.ahead_s, along.back_s, along.ahead_closed, along.back_closed),
        (chains.tail, chains.head, chains.start),
        placed,
        core,
        leaving,
    )
    return Points(Hops(vertex, hop), *placed, ends)


@nb.njit(cache=True)
def _sort_by_chain(chain: Indices, n_chains: int) -> Sorted:
    """List the points on each chain: where each list begins, and the lists."""
    start = np.zeros(n_chains + 1, dtype=np.int64)
    for on in chain:
        if on >= 0:
            start[on + 1] += 1
    for number in range(n_chains):
        start[number + 1] += start[number]
    free = start[:-1].copy()
    points = np.empty(start[n_chains], dtype=np.int64)
    for point in range(len(chain)):
        on = chain[point]
        if on >= 0:
            points[free[on]] = point
            free[on] += 1
    return start, points


@nb.njit(cache=True)
def _add_hops(  # noqa: PLR0917 - numba takes no keyword-only arguments
    along: Sums,
    chain_ends: tuple[Indices, Indices, npt.NDArray[np.int64]],
    placed: OnChains,
    core: Indices,
    leaving: bool,  # noqa: FBT001 - see above
) -> tuple[Indices, Floats]:
    """Give vertex and seconds of the two hops of every point."""
    ahead_s, back_s, ahead_closed, back_closed = along
    tail, head, start = chain_ends
    chain, at, seconds = placed
    vertex = np.full((len(chain), 2), -1, dtype=np.int32)
    hop = np.full((len(chain), 2), np.inf)
    for point in range(len(chain)):
        on = chain[point]
        if on < 0:
            vertex[point, 0] = core[point]
            if core[point] >= 0:
                hop[point, 0] = seconds[point, 0]
            continue
        vertex[point, 0] = tail[on]
        vertex[point, 1] = head[on]
        for end in range(2):
            for side in range(2):
                if seconds[point, side] == np.inf:
                    continue
                here, there = at[point, side], start[on + end] + on
                if not leaving:
                    here, there = there, here
                way = _between(ahead_s, back_s, ahead_closed, back_closed, here, there)
                hop[point, end] = min(hop[point, end], seconds[point, side] + way)
    return vertex, hop


@nb.njit(cache=True)
def _between(  # noqa: PLR0917 - numba takes no keyword-only arguments
    ahead_s: Floats,
    back_s: Floats,
    ahead_closed: Indices,
    back_closed: Indices,
    here: int,
    there: int,
) -> float:
    """Give the seconds along a chain from one of its places to another."""
    if here <= there:
        return (
            ahead_s[there] - ahead_s[here] if ahead_closed[there] == ahead_closed[here] else np.inf
        )
    return back_s[here] - back_s[there] if back_closed[here] == back_closed[there] else np.inf


@nb.njit(cache=True)
def _along_edge(start: Places, row: int, end: Places, column: int) -> float:
    """Give the seconds between two points of the same edge, along it."""
    ahead = end[1][column] - start[1][row]
    if ahead == 0.0:
        seconds = 0.0
    elif ahead > 0.0:
        seconds = ahead * float(start[3][row])
    else:
        seconds = -ahead * float(start[4][row])
    return seconds + float(start[2][row] + end[2][column])  # NaN where the direction is closed


@nb.njit(cache=True)
def _join_directly(  # noqa: PLR0917 - numba takes no keyword-only arguments
    along: Sums,
    points: OnChains,
    point_places: Places,
    by_chain: Sorted,
    targets: OnChains,
    target_places: Places,
    reverse: bool,  # noqa: FBT001 - see above
    limit: float,
    out: Singles,
) -> None:
    """Shorten the times between points on the same chain, for which no junction is passed."""
    ahead_s, back_s, ahead_closed, back_closed = along
    chain, at, seconds = points
    _, target_at, target_seconds = targets
    start, listed = by_chain
    on_edges = len(target_places[0]) > 0
    for row in range(len(chain)):
        if chain[row] < 0:
            continue
        for number in range(start[chain[row]], start[chain[row] + 1]):
            column = listed[number]
            best = np.inf
            for side in range(2):
                for other in range(2):
                    here, there = at[row, side], target_at[column, other]
                    if reverse:
                        here, there = there, here
                    way = _between(ahead_s, back_s, ahead_closed, back_closed, here, there)
                    best = min(best, seconds[row, side] + way + target_seconds[column, other])
            if on_edges and point_places[0][row] == target_places[0][column]:
                if reverse:
                    direct = _along_edge(target_places, column, point_places, row)
                else:
                    direct = _along_edge(point_places, row, target_places, column)
                if direct < best:  # noqa: PLR1730 - min() would take the NaN of a closed direction
                    best = direct
            if best <= limit and not out[column, row] <= best:
                out[column, row] = best
