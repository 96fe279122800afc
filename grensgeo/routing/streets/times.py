"""Street times for points on edges: chains, hierarchy and sweeps behind one door.

:func:`prepare` looks at the shape of the streets, once per network and mode; :func:`customise`
lays durations on it, once per mode, hour and scenario; :func:`many_to_many`, :func:`to_vertices`
and :func:`from_vertices` answer. Arrays in, arrays out, seconds throughout; the answers are those
of :mod:`grensgeo.routing.streets.dijkstra`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba as nb
import numpy as np

from grensgeo.errors import InputError
from grensgeo.routing.streets import hierarchy as levels
from grensgeo.routing.streets import sweep as sweeps
from grensgeo.routing.streets.chains import (
    Along,
    Chains,
    find_chains,
    measure_chains,
    whole_chains,
)
from grensgeo.routing.streets.ends import Points, between_s, place_points, place_vertices

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.routing.streets.dijkstra import Ends
    from grensgeo.routing.streets.hierarchy import Hierarchy, Metric
    from grensgeo.routing.streets.layout import Layout
    from grensgeo.routing.streets.sweep import Aimed

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
    edge_of
        int32 (n_streets,): edge of each street that points may be on; -1 for none.
    cut
        int32 (n_streets,): number of each street that is an edge of its own each way; -1 where
        it is not.
    chains
        The chains, and the core between them.
    hierarchy
        The hierarchy of the core; its edges are the chains.
    """

    edge_of: npt.NDArray[np.int32]
    cut: npt.NDArray[np.int32]
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
class Targets:
    """Points to which times are wanted again and again, made ready.

    Attributes
    ----------
    timed
        The streets and durations that they were made ready for.
    points
        The points.
    by_group
        int64 (n_groups + 1,) and int64: where the list of points in each group begins, and the
        lists.
    aimed
        What is swept to them.
    """

    timed: Timed
    points: Points
    by_group: Sorted
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
    every = np.arange(len(tail), dtype=np.int32)
    uncut = np.full(len(tail), -1, dtype=np.int32)
    return Skeleton(every, uncut, chains, _contract(chains, rank))


def prepare_layout(layout: Layout, *, rank: Ints | None = None) -> Skeleton:
    """Contract chains, order the core and contract it, where turns may be forbidden.

    Parameters
    ----------
    layout
        The edges; their seconds do not matter.
    rank
        As for :func:`prepare`.

    Returns
    -------
    Skeleton
        The shape; points are on streets.

    Raises
    ------
    InputError
        If ``rank`` does not fit.
    """
    chains = find_chains(len(layout.kept), layout.tail, layout.head, kept=layout.kept)
    return Skeleton(layout.edge_of, layout.cut, chains, _contract(chains, rank))


def _contract(chains: Chains, rank: Ints | None) -> Hierarchy:
    if rank is None:
        rank = levels.order(chains.n_core, chains.tail, chains.head)
    elif len(rank) != chains.n_core:
        raise InputError(f"rank has {len(rank)} rows, but the core {chains.n_core} vertices")
    return levels.contract(rank, chains.tail, chains.head)


def customise(
    skeleton: Skeleton,
    forward_s: Floats,
    backward_s: Floats,
    *,
    open_forward: Flags | None = None,
    open_backward: Flags | None = None,
) -> Timed:
    """Customise a skeleton by durations.

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


def customise_layout(skeleton: Skeleton, layout: Layout) -> Timed:
    """Customise a skeleton by the durations of a layout of the same shape.

    Parameters
    ----------
    skeleton
        The shape, from :func:`prepare_layout`.
    layout
        The edges with their seconds.

    Returns
    -------
    Timed
        The skeleton with durations.

    Raises
    ------
    InputError
        As :func:`customise`.
    """
    return customise(
        skeleton,
        layout.forward_s,
        layout.backward_s,
        open_forward=~np.isnan(layout.forward_s),
        open_backward=~np.isnan(layout.backward_s),
    )


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
        placed = place_vertices(timed.skeleton.chains, timed.along, leaving=reverse)
    else:
        placed = _place(timed, points, leaving=reverse)
    aimed = sweeps.aim(timed.skeleton.hierarchy, timed.metric, placed.hops, reverse=reverse)
    by_group = _sort_by_group(placed.group, _n_groups(timed.skeleton))
    return Targets(timed, placed, by_group, aimed)


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
        float32 (n_origins, n_destinations), seconds, right within about 5e-7 of themselves; NaN
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

    >>> from grensgeo.routing.streets.dijkstra import Ends
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
    points = _place(timed, origins, leaving=not targets.aimed.reverse)
    out = sweeps.sweep(targets.aimed, points.hops, limit_s=limit_s)
    _join(
        timed,
        (points, origins),
        (targets.points, targets.points.ends),
        targets.by_group,
        min(limit_s, sweeps.LONGEST_S),
        out.T,
        reverse=targets.aimed.reverse,
    )
    return out


@dataclass(frozen=True, eq=False)
class Landings:
    """Destinations as seen from the vertices around them.

    Attributes
    ----------
    edge
        int32 (n,): edge; negative for nowhere.
    fraction, offset_s
        float64 (n,): as in :class:`grensgeo.routing.streets.dijkstra.Ends`.
    vertex
        int32 (n, 2): vertices that one comes from.
    seconds
        float64 (n, 2): seconds from these; ``inf`` for none.
    """

    edge: npt.NDArray[np.int32]
    fraction: npt.NDArray[np.float64]
    offset_s: npt.NDArray[np.float64]
    vertex: npt.NDArray[np.int32]
    seconds: npt.NDArray[np.float64]

    @classmethod
    def of(cls, ends: Ends) -> Landings:
        """Look at destinations from the vertices."""
        seconds = np.stack(ends.arrive_s(), axis=1)
        return cls(ends.edge, ends.fraction, ends.offset_s, ends.enter, seconds)


def land(
    seconds: Singles, origins: Ends, *, landings: Landings, limit_s: float = np.inf
) -> Singles:
    """Go on from the vertices to destinations, for a few origins and many destinations.

    Parameters
    ----------
    seconds
        (n_origins, n_vertices): from :func:`many_to_many` to every vertex.
    origins
        The same origins.
    landings
        Destinations.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float32 (n_origins, n_destinations), seconds: what :func:`many_to_many` gives for the same
        destinations, within about 5e-7 of themselves.

    Examples
    --------
    >>> from grensgeo.routing.streets.dijkstra import Ends
    >>> tail, head, seconds = np.array([0, 1]), np.array([1, 2]), np.array([60.0, 100.0])
    >>> timed = customise(prepare(3, tail, head), seconds, seconds)
    >>> ends = Ends.on_edges(np.array([0, 1]), np.array([0.5, 0.25]), np.zeros(2), tail=tail,
    ...                      head=head, forward_s=seconds, backward_s=seconds)
    >>> land(many_to_many(timed, ends, destinations=aim(timed)), ends, landings=Landings.of(ends))
    array([[ 0., 55.],
           [55.,  0.]], dtype=float32)
    """
    out = np.empty((len(landings.edge), len(origins)), dtype=np.float32)
    _land(
        seconds.T,
        _on_edges(origins),
        (landings.edge, landings.fraction, landings.offset_s),
        (landings.vertex, landings.seconds),
        min(limit_s, sweeps.LONGEST_S),
        out,
    )
    return out.T


@dataclass(frozen=True, eq=False)
class Doorsteps:
    """Destinations as seen from the vertices of the core, for :func:`deliver`.

    Attributes
    ----------
    timed
        The streets and durations that they were looked up on.
    points
        The points.
    by_group
        As in :class:`Targets`.
    vertex
        int32 (n, 2): the vertices that one hops from; -1 for none.
    """

    timed: Timed
    points: Points
    by_group: Sorted
    vertex: npt.NDArray[np.int32]

    @classmethod
    def of(cls, timed: Timed, ends: Ends) -> Doorsteps:
        """Look destinations up on streets with durations."""
        chains = timed.skeleton.chains
        points = _place(timed, ends, leaving=False)
        within = np.flatnonzero(chains.core_of >= 0)
        of_core = np.full(chains.n_core + 1, -1, dtype=np.int32)  # the last: for none
        of_core[chains.core_of[within]] = within
        by_group = _sort_by_group(points.group, _n_groups(timed.skeleton))
        return cls(timed, points, by_group, of_core[points.hops.vertex])


def deliver(
    seconds: Singles, origins: Ends, *, doorsteps: Doorsteps, limit_s: float = np.inf
) -> Singles:
    """Go on from the vertices to destinations, for a few origins that all ask for the same.

    Parameters
    ----------
    seconds
        (n_origins, n_vertices): from :func:`many_to_many` to every vertex.
    origins
        The same origins.
    doorsteps
        Destinations.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float32 (n_origins, n_destinations), seconds: to the last digit what :func:`many_to_many`
        gives for the same origins and destinations.

    Examples
    --------
    >>> from grensgeo.routing.streets.dijkstra import Ends
    >>> tail, head, seconds = np.array([0, 1]), np.array([1, 2]), np.array([60.0, 100.0])
    >>> timed = customise(prepare(3, tail, head), seconds, seconds)
    >>> ends = Ends.on_edges(np.array([0, 1]), np.array([0.5, 0.25]), np.zeros(2), tail=tail,
    ...                      head=head, forward_s=seconds, backward_s=seconds)
    >>> deliver(many_to_many(timed, ends, destinations=aim(timed)), ends,
    ...         doorsteps=Doorsteps.of(timed, ends))
    array([[ 0., 55.],
           [55.,  0.]], dtype=float32)
    """
    timed = doorsteps.timed
    points = _place(timed, origins, leaving=True)
    limit = min(limit_s, sweeps.LONGEST_S)
    out = np.empty((len(doorsteps.vertex), len(origins)), dtype=np.float32)
    _deliver(
        seconds.T,
        doorsteps.vertex,
        doorsteps.points.hops.seconds.astype(np.float32),
        np.float32(limit),
        out,
    )
    ends = doorsteps.points.ends
    _join(timed, (points, origins), (doorsteps.points, ends), doorsteps.by_group, limit, out)
    return out.T


def _join(  # noqa: PLR0917 - as the kernel
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
    _join_directly(
        (along.ahead_s, along.back_s, along.ahead_closed, along.back_closed),
        (points.group, points.at, points.seconds),
        _on_edges(ends),
        by_group,
        (goals.group, goals.at, goals.seconds),
        nowhere if goal_ends is None else _on_edges(goal_ends),
        reverse,
        limit_s,
        out,
    )


def _n_groups(skeleton: Skeleton) -> int:
    """Return the number of chains and of streets that are cut."""
    return skeleton.chains.n_chains + int(skeleton.cut.max(initial=-1)) + 1


def _place(timed: Timed, ends: Ends, *, leaving: bool) -> Points:
    skeleton = timed.skeleton
    named = skeleton.edge_of, skeleton.cut
    return place_points(skeleton.chains, timed.along, ends, named=named, leaving=leaving)


def _on_edges(ends: Ends) -> Places:
    """Return edge, fraction, offset and the edge's seconds in both directions."""
    return (
        np.array(ends.edge, dtype=np.int32),
        np.array(ends.fraction, dtype=np.float64),
        np.array(ends.offset_s, dtype=np.float64),
        np.array(ends.forward_s, dtype=np.float64),
        np.array(ends.backward_s, dtype=np.float64),
    )


@nb.njit(cache=True)
def _sort_by_group(group: Indices, n_groups: int) -> Sorted:
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


@nb.njit(cache=True)
def _stretch(begin: float, end: float, forward_s: float, backward_s: float) -> float:
    """Return the seconds along an edge between two fractions of it.

    NaN where the direction is closed. From and to a vertex one goes by its arcs, with all that is
    lost there, and not by this way.
    """
    if begin == end:
        return 0.0
    if not (0.0 < begin < 1.0 and 0.0 < end < 1.0):
        return np.nan
    return (end - begin) * (forward_s if end > begin else -backward_s)


@nb.njit(cache=True)
def _along_edge(start: Places, row: int, end: Places, column: int) -> float:
    """Return the seconds between two points of the same edge, along it."""
    seconds = _stretch(start[1][row], end[1][column], start[3][row], start[4][row])
    return seconds + float(start[2][row] + end[2][column])


@nb.njit(cache=True)
def _join_directly(  # noqa: PLR0917 - numba takes no keyword-only arguments
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
    ahead_s, back_s, ahead_closed, back_closed = along
    group, at, seconds = points
    _, target_at, target_seconds = targets
    start, listed = by_group
    on_edges = len(target_places[0]) > 0
    for row in range(len(group)):
        if group[row] < 0:
            continue
        for number in range(start[group[row]], start[group[row] + 1]):
            column = listed[number]
            best = np.inf
            for side in range(2):
                for other in range(2):
                    here, there = at[row, side], target_at[column, other]
                    if reverse:
                        here, there = there, here
                    way = between_s(ahead_s, back_s, ahead_closed, back_closed, here, there)
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


@nb.njit(cache=True)
def _deliver(  # noqa: PLR0917 - numba takes no keyword-only arguments
    by_vertex: Singles, vertex: Indices, hop: Singles, limit: np.float32, out: Singles
) -> None:
    """Hop to the destinations as the sweep does: the shorter of two sums in single precision."""
    missing = np.float32(np.nan)
    for goal in range(len(vertex)):
        for origin in range(out.shape[1]):
            best = np.float32(np.inf)
            for side in range(2):
                if vertex[goal, side] >= 0:
                    time = by_vertex[vertex[goal, side], origin] + hop[goal, side]
                    if time < best:  # noqa: PLR1730 - min() would take a NaN
                        best = time
            out[goal, origin] = best if best <= limit else missing


@nb.njit(cache=True)
def _land(  # noqa: PLR0917 - numba takes no keyword-only arguments
    by_vertex: Singles,
    starts: Places,
    goals: tuple[Indices, Floats, Floats],
    hops: tuple[Indices, Floats],
    limit: float,
    out: Singles,
) -> None:
    """Hop from the vertices to the destinations, or go along the edge that both are on."""
    edge, fraction, offset = goals
    vertex, seconds = hops
    from_edge, from_fraction, from_offset, forward, backward = starts
    for goal in range(len(edge)):
        for origin in range(len(from_edge)):
            best = np.inf
            if edge[goal] >= 0:
                for side in range(2):
                    if seconds[goal, side] < np.inf:
                        time = by_vertex[vertex[goal, side], origin] + seconds[goal, side]
                        if time < best:  # noqa: PLR1730 - min() would take a NaN
                            best = time
                if edge[goal] == from_edge[origin]:
                    along = _stretch(
                        from_fraction[origin], fraction[goal], forward[origin], backward[origin]
                    )
                    along += from_offset[origin] + offset[goal]
                    if along < best:  # noqa: PLR1730 - see above
                        best = along
            out[goal, origin] = best if best <= limit else np.nan
