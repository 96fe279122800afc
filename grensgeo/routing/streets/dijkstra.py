"""Street routing by Dijkstra's algorithm, many to many, from and to points along edges.

Arrays in, arrays out. A point stands on an edge, a fraction of the way from its tail to its
head; it leaves and is reached by either end as the directions of the edge allow, each with its
part of the edge's duration. Seconds throughout.

Source: E. W. Dijkstra (1959), A note on two problems in connexion with graphs, Numerische
Mathematik 1, 269-271; binary heap with lazy deletion.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numba as nb
import numpy as np

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.integer]
    Starts = npt.NDArray[np.int64]
    Indices = npt.NDArray[np.int32]
    #: Tail, head, and the seconds to or from each.
    Seeds = tuple[Indices, Indices, Floats, Floats]
    #: Edge, fraction, seconds off the network.
    Places = tuple[Indices, Floats, Floats]
    #: Seconds by vertex, vertices touched, keys and items of the heap.
    Workspace = tuple[Floats, Indices, Floats, Indices]


@dataclass(frozen=True, eq=False)
class Ports:
    """Where the edges of a network hang in its graph; an array a kind, an element an edge.

    In arrays of two columns the first is from tail to head, the second from head to tail. See
    :class:`grensgeo.network.Graph`, which has all of them.

    Attributes
    ----------
    tail, head
        int32 (n_edges,): end vertices, from which one may set out along every edge.
    depart, arrive
        int32 (n_edges, 2): vertex from which the edge is entered, and to which it leads.
    reached
        int32 (n_vertices,): vertex to which all that arrive at a vertex lead.
    begin_s, end_s
        float64 (n_edges, 2): seconds lost between the vertex from which the edge is entered and a
        point on it, and between a point on it and the vertex to which it leads.
    """

    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    depart: npt.NDArray[np.int32]
    arrive: npt.NDArray[np.int32]
    reached: npt.NDArray[np.int32]
    begin_s: Floats
    end_s: Floats

    @classmethod
    def plain(cls, tail: Ints, head: Ints) -> Ports:
        """Take edges between whole vertices, where nothing is lost."""
        ends = np.stack([tail, head], axis=1).astype(np.int32)
        every = np.arange(int(ends.max(initial=-1)) + 1, dtype=np.int32)
        nothing = np.zeros(ends.shape)
        return cls(ends[:, 0], ends[:, 1], ends, ends[:, ::-1], every, nothing, nothing)


@dataclass(frozen=True, eq=False)
class Ends:
    """Points on edges where journeys begin or end, one element a point.

    Attributes
    ----------
    edge
        int32: position of the edge; anything negative is a point that is nowhere on the network,
        whose times are all NaN.
    fraction
        float64: where on the edge, 0 at the tail, 1 at the head. At exactly 0 or 1 the point is
        the vertex itself and may use every edge there.
    leave
        int32 (n, 2): vertices that one comes to from the point, by way of the tail and of the
        head of its edge.
    enter
        int32 (n, 2): vertices that one comes from to the point, by way of the tail and the head.
    leave_lost_s, enter_lost_s
        float64 (n, 2): seconds lost on these ways, beside those along the edge.
    tail, head
        int32: end vertices of the edge, where nothing is forbidden the same as the columns of
        ``leave`` and ``enter``.
    forward_s, backward_s
        float64: seconds along the whole edge, tail to head and head to tail; NaN where that
        direction is closed.
    offset_s
        float64: seconds between the point and the network, added to every journey.
    """

    edge: npt.NDArray[np.int32]
    fraction: Floats
    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    forward_s: Floats
    backward_s: Floats
    offset_s: Floats
    leave: npt.NDArray[np.int32]
    enter: npt.NDArray[np.int32]
    leave_lost_s: Floats
    enter_lost_s: Floats

    def __post_init__(self) -> None:
        """Check lengths and values."""
        faults = [
            f"{item.name} has {len(getattr(self, item.name))} rows, expected {len(self.edge)}"
            for item in fields(self)
            if len(getattr(self, item.name)) != len(self.edge)
        ]
        if not faults:
            on = self.edge >= 0
            for name, wrong in (
                ("fraction", ~((self.fraction >= 0) & (self.fraction <= 1))),
                ("offset_s", ~(np.isfinite(self.offset_s) & (self.offset_s >= 0))),
                ("forward_s", (self.forward_s < 0) | np.isinf(self.forward_s)),
                ("backward_s", (self.backward_s < 0) | np.isinf(self.backward_s)),
            ):
                bad = np.flatnonzero(on & wrong)
                if len(bad):
                    values = getattr(self, name)[bad]
                    faults.append(f"{name} is {some(values)} at points {some(bad)}")
        if faults:
            raise InputError("ends: " + "; ".join(faults))

    @classmethod
    def on_edges(
        cls,
        edge: Ints,
        fraction: Floats,
        offset_s: Floats,
        *,
        tail: Ints,
        head: Ints,
        forward_s: Floats,
        backward_s: Floats,
        ports: Ports | None = None,
    ) -> Ends:
        """Look up the edges of points.

        Parameters
        ----------
        edge, fraction, offset_s
            One element a point; a negative edge is a point that is not on the network.
        tail, head, forward_s, backward_s
            One element an edge of the network.
        ports
            Where the edges hang in a graph in which turns are forbidden or time is lost.

        Returns
        -------
        Ends
            One element a point.
        """
        at = np.maximum(edge, 0)
        on = edge >= 0
        if len(tail) == 0:
            nowhere = np.full(len(edge), np.nan)
            none = np.full(len(edge), -1, dtype=np.int32)
            pair, lost = np.stack([none, none], axis=1), np.zeros((len(edge), 2))
            return cls(
                none, nowhere, none, none, nowhere, nowhere, nowhere, pair, pair, lost, lost
            )
        hung = Ports.plain(tail, head) if ports is None else ports
        ends = np.stack([tail[at], head[at]], axis=1).astype(np.int32)
        # at the vertex itself one may set out along every edge, and has come by any of them
        standing = np.stack([fraction == 0, fraction == 1], axis=1)
        return cls(
            leave=np.where(standing, ends, hung.arrive[at, ::-1]).astype(np.int32),
            enter=np.where(standing, hung.reached[ends], hung.depart[at]).astype(np.int32),
            leave_lost_s=np.where(standing, 0.0, hung.end_s[at, ::-1]),
            enter_lost_s=np.where(standing, 0.0, hung.begin_s[at]),
            edge=edge.astype(np.int32),
            fraction=np.where(on, fraction, np.nan),
            tail=tail[at].astype(np.int32),
            head=head[at].astype(np.int32),
            forward_s=np.where(on, forward_s[at], np.nan),
            backward_s=np.where(on, backward_s[at], np.nan),
            offset_s=np.where(on, offset_s, np.nan),
        )

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.edge)

    def __getitem__(self, rows: slice) -> Ends:
        """Take some of the points."""
        return Ends(*(getattr(self, item.name)[rows] for item in fields(self)))

    def leave_s(self) -> tuple[Floats, Floats]:
        """Return the seconds from the point to its tail and to its head, offset included.

        ``inf`` where the edge does not lead there.
        """
        by_tail = self.backward_s * self.fraction + self.leave_lost_s[:, 0]
        by_head = self.forward_s * (1 - self.fraction) + self.leave_lost_s[:, 1]
        return self._by_ends(by_tail, by_head)

    def arrive_s(self) -> tuple[Floats, Floats]:
        """Return the seconds from its tail and from its head to the point, offset included.

        ``inf`` where the edge does not lead there.
        """
        by_tail = self.forward_s * self.fraction + self.enter_lost_s[:, 0]
        by_head = self.backward_s * (1 - self.fraction) + self.enter_lost_s[:, 1]
        return self._by_ends(by_tail, by_head)

    def _by_ends(self, by_tail: Floats, by_head: Floats) -> tuple[Floats, Floats]:
        """Add the offset, leave out closed ways, and from a vertex all but the vertex itself.

        What begins or ends at a vertex goes along no part of the edge: all that is lost between
        the vertex and the edge's middle is in the arcs there.
        """
        at_tail, at_head = self.fraction == 0, self.fraction == 1
        by_tail = np.where(at_tail, 0.0, np.where(at_head, np.inf, by_tail)) + self.offset_s
        by_head = np.where(at_head, 0.0, np.where(at_tail, np.inf, by_head)) + self.offset_s
        nowhere = self.edge < 0
        return (
            np.where(np.isnan(by_tail) | nowhere, np.inf, by_tail),
            np.where(np.isnan(by_head) | nowhere, np.inf, by_head),
        )


def check_graph(
    indptr: Ints, heads: Ints, weights_s: Floats, arc_edge: Ints | None = None
) -> None:
    """Raise on arrays that are not a graph with finite, non-negative weights.

    Parameters
    ----------
    indptr
        (n_vertices + 1,): where the arcs of each vertex begin.
    heads
        (n_arcs,): vertex at the end of each arc.
    weights_s
        (n_arcs,): seconds.
    arc_edge
        (n_arcs,): edge of each arc, named in the error; the arc itself is named without it.

    Raises
    ------
    InputError
        With the edges whose weight is NaN, negative or infinite, or what does not fit together.

    Examples
    --------
    >>> check_graph(np.array([0, 1, 1]), np.array([1]), np.array([-3.0]), np.array([7]))
    Traceback (most recent call last):
    grensgeo.errors.InputError: graph: weights_s is -3.0 at edges 7; durations are finite seconds, 0 or more
    """  # noqa: E501 - a doctest's output stands on one line
    faults = []
    if len(weights_s) != len(heads):
        faults.append(f"{len(weights_s)} weights for {len(heads)} arcs")
    if len(indptr) == 0 or indptr[0] != 0 or indptr[-1] != len(heads):
        faults.append(f"indptr must run from 0 to {len(heads)}")
    elif (np.diff(indptr) < 0).any():
        faults.append("indptr goes down")
    if len(heads) and (heads.min() < 0 or heads.max() >= len(indptr) - 1):
        faults.append("heads point at a vertex that is not there")
    bad = np.flatnonzero(~(np.isfinite(weights_s) & (weights_s >= 0)))
    if len(bad):
        where = f"arcs {some(bad)}" if arc_edge is None else f"edges {some(arc_edge[bad])}"
        values = some(weights_s[bad])
        faults.append(f"weights_s is {values} at {where}; durations are finite seconds, 0 or more")
    if faults:
        raise InputError("graph: " + "; ".join(faults))


def many_to_many(
    indptr: Ints,
    heads: Ints,
    weights_s: Floats,
    origins: Ends,
    *,
    destinations: Ends,
    limit_s: float = np.inf,
) -> Floats:
    """Compute the seconds from every origin to every destination.

    Parameters
    ----------
    indptr, heads, weights_s
        The directed graph as in :func:`check_graph`; it is checked.
    origins, destinations
        Points on edges. An origin and a destination on the same edge are joined directly where
        the direction allows it, and around otherwise.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float64 (n_origins, n_destinations), seconds; NaN where unreached. The caller bounds the
        memory by the number of origins it gives at a time.

    Raises
    ------
    InputError
        If the arrays are not a graph, or a weight is NaN, negative or infinite.

    Examples
    --------
    A one-way street of 60 s from vertex 0 to vertex 1, and one of 100 s back:

    >>> ends = Ends.on_edges(
    ...     np.array([0, 0]), np.array([0.25, 0.75]), np.zeros(2), tail=np.array([0, 1]),
    ...     head=np.array([1, 0]), forward_s=np.array([60.0, 100.0]),
    ...     backward_s=np.array([np.nan, np.nan]))
    >>> many_to_many(np.array([0, 1, 2]), np.array([1, 0]), np.array([60.0, 100.0]), ends,
    ...              destinations=ends)
    array([[  0.,  30.],
           [130.,   0.]])
    """
    check_graph(indptr, heads, weights_s)
    out = np.empty((len(origins), len(destinations)))
    leave_tail, leave_head = origins.leave_s()
    arrive_tail, arrive_head = destinations.arrive_s()
    _rows_to_points(
        *_plain(indptr, heads, weights_s),
        (origins.edge, origins.fraction, origins.offset_s),
        (*_columns(origins.leave), leave_tail, leave_head),
        (destinations.edge, destinations.fraction, destinations.offset_s),
        (*_columns(destinations.enter), arrive_tail, arrive_head),
        destinations.forward_s,
        destinations.backward_s,
        limit_s,
        _n_workers(len(origins)),
        out,
    )
    return out


def to_vertices(
    indptr: Ints,
    heads: Ints,
    weights_s: Floats,
    origins: Ends,
    *,
    limit_s: float = np.inf,
) -> Floats:
    """Compute the seconds from every origin to every vertex.

    Parameters
    ----------
    indptr, heads, weights_s
        The directed graph as in :func:`check_graph`; it is checked.
    origins
        Points on edges.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float64 (n_origins, n_vertices), seconds; NaN where unreached.

    Raises
    ------
    InputError
        If the arrays are not a graph, or a weight is NaN, negative or infinite.

    Examples
    --------
    >>> ends = Ends.on_edges(
    ...     np.array([0]), np.array([0.5]), np.array([5.0]), tail=np.array([0]),
    ...     head=np.array([1]), forward_s=np.array([60.0]), backward_s=np.array([np.nan]))
    >>> to_vertices(np.array([0, 1, 1]), np.array([1]), np.array([60.0]), ends)
    array([[nan, 35.]])
    """
    check_graph(indptr, heads, weights_s)
    out = np.empty((len(origins), len(indptr) - 1))
    by_tail, by_head = origins.leave_s()
    _rows_to_vertices(
        *_plain(indptr, heads, weights_s),
        (*_columns(origins.leave), by_tail, by_head),
        limit_s,
        _n_workers(len(origins)),
        out,
    )
    return out


def _columns(pairs: Indices) -> tuple[Indices, Indices]:
    """Return two columns as arrays of their own."""
    return np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])


def _n_workers(n_rows: int) -> int:
    """Return how many rows are worked on at once; the results do not depend on it."""
    return min(n_rows, int(nb.get_num_threads()))


def _plain(
    indptr: Ints, heads: Ints, weights_s: Floats
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], Floats]:
    """Return the dtypes that the kernels are compiled for, once."""
    return (
        np.ascontiguousarray(indptr, dtype=np.int64),
        np.ascontiguousarray(heads, dtype=np.int32),
        np.ascontiguousarray(weights_s, dtype=np.float64),
    )


@nb.njit(cache=True)
def _push(keys: Floats, items: Indices, size: int, key: float, item: int) -> int:  # noqa: PLR0917 - numba takes no keyword-only arguments
    """Put an item into the heap; give the new size."""
    place = size
    while place > 0:
        parent = (place - 1) >> 1
        if keys[parent] <= key:
            break
        keys[place] = keys[parent]
        items[place] = items[parent]
        place = parent
    keys[place] = key
    items[place] = item
    return size + 1


@nb.njit(cache=True)
def _pop(keys: Floats, items: Indices, size: int) -> int:
    """Take the first item off the heap (the caller has read it); give the new size."""
    size -= 1
    key = keys[size]
    item = items[size]
    place = 0
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size and keys[child + 1] < keys[child]:
            child += 1
        if key <= keys[child]:
            break
        keys[place] = keys[child]
        items[place] = items[child]
        place = child
    keys[place] = key
    items[place] = item
    return size


@nb.njit(cache=True)
def _search(  # noqa: PLR0917 - numba takes no keyword-only arguments
    indptr: Starts,
    heads: Indices,
    weights: Floats,
    seeds: Seeds,
    row: int,
    limit: float,
    work: Workspace,
) -> int:
    """Fill ``dist`` from one origin and give the number of vertices that were touched."""
    dist, touched, keys, items = work
    tail, head, by_tail, by_head = seeds
    size = 0
    n_touched = 0
    for vertex, seconds in ((tail[row], by_tail[row]), (head[row], by_head[row])):
        if seconds <= limit and seconds < dist[vertex]:
            if dist[vertex] == np.inf:
                touched[n_touched] = vertex
                n_touched += 1
            dist[vertex] = seconds
            size = _push(keys, items, size, seconds, vertex)
    while size > 0:
        key = keys[0]
        vertex = items[0]
        size = _pop(keys, items, size)
        if key > dist[vertex]:
            continue
        for arc in range(indptr[vertex], indptr[vertex + 1]):
            seconds = key + weights[arc]
            other = heads[arc]
            if seconds < dist[other] and seconds <= limit:
                if dist[other] == np.inf:
                    touched[n_touched] = other
                    n_touched += 1
                dist[other] = seconds
                size = _push(keys, items, size, seconds, other)
    return n_touched


@nb.njit(cache=True)
def _workspace(n_vertices: int, n_arcs: int) -> Workspace:
    """Allocate what one worker needs; the heap holds at most each arc once and two seeds."""
    return (
        np.full(n_vertices, np.inf),
        np.empty(n_vertices, dtype=np.int32),
        np.empty(n_arcs + 2),
        np.empty(n_arcs + 2, dtype=np.int32),
    )


@nb.njit(cache=True, parallel=True)
def _rows_to_vertices(  # noqa: PLR0917 - numba takes no keyword-only arguments
    indptr: Starts,
    heads: Indices,
    weights: Floats,
    seeds: Seeds,
    limit: float,
    n_workers: int,
    out: Floats,
) -> None:
    """Fill a row an origin, a column a vertex."""
    n_rows = out.shape[0]
    for worker in nb.prange(n_workers):
        work = _workspace(len(indptr) - 1, len(heads))
        dist, touched = work[0], work[1]
        for row in range(worker, n_rows, n_workers):
            n_touched = _search(indptr, heads, weights, seeds, row, limit, work)
            out[row, :] = np.nan
            for place in range(n_touched):
                vertex = touched[place]
                out[row, vertex] = dist[vertex]
                dist[vertex] = np.inf


@nb.njit(cache=True, parallel=True)
def _rows_to_points(  # noqa: PLR0913, PLR0917 - numba takes no keyword-only arguments
    indptr: Starts,
    heads: Indices,
    weights: Floats,
    origin: Places,
    seeds: Seeds,
    target: Places,
    last: Seeds,
    forward: Floats,
    backward: Floats,
    limit: float,
    n_workers: int,
    out: Floats,
) -> None:
    """Fill a row an origin, a column a destination."""
    from_edge, from_fraction, from_offset = origin
    to_edge, to_fraction, to_offset = target
    tail, head, by_tail, by_head = last
    n_rows, n_columns = out.shape
    for worker in nb.prange(n_workers):
        work = _workspace(len(indptr) - 1, len(heads))
        dist, touched = work[0], work[1]
        for row in range(worker, n_rows, n_workers):
            edge = from_edge[row]
            if edge < 0:
                out[row, :] = np.nan
                continue
            n_touched = _search(indptr, heads, weights, seeds, row, limit, work)
            for column in range(n_columns):
                if to_edge[column] < 0:
                    out[row, column] = np.nan
                    continue
                best = min(
                    dist[tail[column]] + by_tail[column], dist[head[column]] + by_head[column]
                )
                ahead = to_fraction[column] - from_fraction[row]
                # from and to a vertex one does not go along the edge, but along its arcs
                within = 0.0 < from_fraction[row] < 1.0 and 0.0 < to_fraction[column] < 1.0
                if to_edge[column] == edge and (within or ahead == 0.0):
                    direct = np.nan
                    if ahead == 0.0:
                        direct = 0.0
                    elif ahead > 0.0:
                        direct = forward[column] * ahead
                    else:
                        direct = -backward[column] * ahead
                    direct += from_offset[row] + to_offset[column]
                    if not np.isnan(direct):  # NaN: the direction is closed
                        best = min(best, direct)
                out[row, column] = best if best <= limit and best < np.inf else np.nan
            for place in range(n_touched):
                dist[touched[place]] = np.inf
