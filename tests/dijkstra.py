"""The reference for routing on streets: Dijkstra's algorithm, many to many, between points on edges.

Arrays in, arrays out, seconds throughout; see :mod:`grensgeo.routing.streets.ends` for points.

Source: E. W. Dijkstra (1959), A note on two problems in connexion with graphs, Numerische
Mathematik 1, 269-271; binary heap with lazy deletion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba as nb
import numpy as np

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.routing.streets.ends import Ends

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
    """
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
        raise InputError("array-broken", "graph: " + "; ".join(faults))


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

    >>> from grensgeo.routing.streets.ends import Ends
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
    leave_tail, leave_head = origins.leave_s().T
    arrive_tail, arrive_head = destinations.arrive_s().T
    _rows_to_points(
        *_plain(indptr, heads, weights_s),
        (origins.edge, origins.fraction, origins.offset_s),
        (*_columns(origins.leave), leave_tail, leave_head),
        (destinations.edge, destinations.fraction, destinations.offset_s),
        (*_columns(destinations.enter), arrive_tail, arrive_head),
        destinations.forward_s,
        destinations.backward_s,
        limit_s,
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
    >>> from grensgeo.routing.streets.ends import Ends
    >>> ends = Ends.on_edges(
    ...     np.array([0]), np.array([0.5]), np.array([5.0]), tail=np.array([0]),
    ...     head=np.array([1]), forward_s=np.array([60.0]), backward_s=np.array([np.nan]))
    >>> to_vertices(np.array([0, 1, 1]), np.array([1]), np.array([60.0]), ends)
    array([[nan, 35.]])
    """
    check_graph(indptr, heads, weights_s)
    out = np.empty((len(origins), len(indptr) - 1))
    by_tail, by_head = origins.leave_s().T
    _rows_to_vertices(
        *_plain(indptr, heads, weights_s),
        (*_columns(origins.leave), by_tail, by_head),
        limit_s,
        out,
    )
    return out


def _columns(pairs: Indices) -> tuple[Indices, Indices]:
    """Return two columns as arrays of their own."""
    return np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])


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
def _push(keys: Floats, items: Indices, size: int, key: float, item: int) -> int:
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
def _search(
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


@nb.njit(cache=True)
def _rows_to_vertices(
    indptr: Starts,
    heads: Indices,
    weights: Floats,
    seeds: Seeds,
    limit: float,
    out: Floats,
) -> None:
    """Fill a row an origin, a column a vertex."""
    n_rows = out.shape[0]
    work = _workspace(len(indptr) - 1, len(heads))
    dist, touched = work[0], work[1]
    for row in range(n_rows):
        n_touched = _search(indptr, heads, weights, seeds, row, limit, work)
        out[row, :] = np.nan
        for place in range(n_touched):
            vertex = touched[place]
            out[row, vertex] = dist[vertex]
            dist[vertex] = np.inf


@nb.njit(cache=True)
def _rows_to_points(
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
    out: Floats,
) -> None:
    """Fill a row an origin, a column a destination."""
    from_edge, from_fraction, from_offset = origin
    to_edge, to_fraction, to_offset = target
    tail, head, by_tail, by_head = last
    n_rows, n_columns = out.shape
    work = _workspace(len(indptr) - 1, len(heads))
    dist, touched = work[0], work[1]
    for row in range(n_rows):
        edge = from_edge[row]
        if edge < 0:
            out[row, :] = np.nan
            continue
        n_touched = _search(indptr, heads, weights, seeds, row, limit, work)
        for column in range(n_columns):
            if to_edge[column] < 0:
                out[row, column] = np.nan
                continue
            best = min(dist[tail[column]] + by_tail[column], dist[head[column]] + by_head[column])
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
