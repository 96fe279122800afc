"""Customisation: the shortcuts of a hierarchy get their seconds.

All of them for a new mode, hour or scenario (:func:`customise`); where few edges changed, only
those above them (:func:`customise_again`), to the same last digit.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, InputError, some
from grensgeo.kernels import kernel
from grensgeo.routing.workers import share, workers_for

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Ints, Longs
    from grensgeo.routing.streets.hierarchy import Hierarchy

    #: Where the shortcuts up from each vertex begin, their upper ends, where those down begin,
    #: their lower ends, and which they are.
    _Shape = tuple[Longs, Indices, Longs, Indices, Indices]
    #: What :class:`ByPlace` holds.
    _Seconds = tuple[Longs, Floats, Floats, Indices, Indices]
    _Places = npt.NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class Metric:
    """Seconds of every shortcut of a hierarchy, in each direction; ``inf`` where none leads.

    Attributes
    ----------
    up_s
        float32 (n_shortcuts,): from the lower to the upper end.
    down_s
        float32 (n_shortcuts,): from the upper to the lower end.
    """

    up_s: npt.NDArray[np.float32]
    down_s: npt.NDArray[np.float32]

    def __post_init__(self) -> None:
        """Freeze both arrays."""
        self.up_s.setflags(write=False)
        self.down_s.setflags(write=False)


@dataclass(frozen=True, eq=False)
class Sums:
    """Seconds of every shortcut in double precision, before :class:`Metric` rounds them.

    Attributes
    ----------
    up_s, down_s
        float64 (n_shortcuts,): as in :class:`Metric`.
    """

    up_s: npt.NDArray[np.float64]
    down_s: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Freeze both arrays."""
        self.up_s.setflags(write=False)
        self.down_s.setflags(write=False)

    def rounded(self) -> Metric:
        """Return them in single precision."""
        return Metric(self.up_s.astype(np.float32), self.down_s.astype(np.float32))


@dataclass(frozen=True, eq=False)
class ByPlace:
    """Seconds along edges where they stand among others, so that nothing has to be gathered.

    Attributes
    ----------
    first
        int64 (n_edges + 1,): the seconds of edge ``e`` stand at ``first[e + 1] + e``, as those of
        whole chains do at the last place of each.
    ahead_s, back_s
        float64: seconds from tail to head and from head to tail.
    ahead_closed, back_closed
        int32: above 0 where that way is closed.
    """

    first: npt.NDArray[np.int64]
    ahead_s: npt.NDArray[np.float64]
    back_s: npt.NDArray[np.float64]
    ahead_closed: npt.NDArray[np.int32]
    back_closed: npt.NDArray[np.int32]

    def __post_init__(self) -> None:
        """Freeze every array: to numba frozen arrays are of another type."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @classmethod
    def of(cls, forward_s: Floats, backward_s: Floats) -> ByPlace:
        """Return what stands by edge, ``inf`` where closed."""
        closed = (np.isinf(seconds).astype(np.int32) for seconds in (forward_s, backward_s))
        first = np.zeros(len(forward_s) + 1, dtype=np.int64)
        return cls(first, forward_s, backward_s, *closed)


def customise(
    hierarchy: Hierarchy,
    forward_s: Floats,
    backward_s: Floats,
    *,
    open_forward: Flags | None = None,
    open_backward: Flags | None = None,
) -> Metric:
    """Assign each shortcut its seconds in both directions.

    Sums are made in double and kept in single precision: each shortcut is within 6e-8 of its
    seconds, half a millisecond at two hours.

    Parameters
    ----------
    hierarchy
        The shortcuts.
    forward_s, backward_s
        (n_edges,): seconds along each edge, tail to head and head to tail.
    open_forward, open_backward
        (n_edges,): whether the edge may be used in that direction; everywhere if not given. The
        seconds of a closed direction are not looked at and may be NaN.

    Returns
    -------
    Metric
        Seconds by shortcut.

    Raises
    ------
    InputError
        If the seconds of an open direction are NaN, negative or infinite; the message names the
        edges.

    Examples
    --------
    >>> from grensgeo.routing.streets.hierarchy import contract
    >>> hierarchy = contract(np.array([1, 0, 2]), np.array([0, 1]), np.array([1, 2]))
    >>> metric = customise(hierarchy, np.array([60.0, 5.0]), np.array([np.nan, 5.0]),
    ...                    open_backward=np.array([False, True]))
    >>> metric.up_s.tolist(), metric.down_s.tolist()
    ([inf, 5.0, 65.0], [60.0, 5.0, inf])
    """
    n = hierarchy.n_edges
    forward, forward_fault = open_seconds(forward_s, open_forward, n, "forward_s")
    backward, backward_fault = open_seconds(backward_s, open_backward, n, "backward_s")
    faults = forward_fault + backward_fault
    if faults:
        raise InputError.of(faults, where="metric")
    return add_up(hierarchy, forward, backward).rounded()


def add_up(hierarchy: Hierarchy, forward_s: Floats, backward_s: Floats) -> Sums:
    """Compute the seconds of each shortcut in double precision.

    Parameters
    ----------
    hierarchy
        The shortcuts.
    forward_s, backward_s
        float64 (n_edges,): seconds along each edge, 0 or more, tail to head and head to tail;
        ``inf`` where closed.

    Returns
    -------
    Sums
        Seconds by shortcut.
    """
    up = np.full(hierarchy.n_shortcuts, np.inf)
    down = np.full(hierarchy.n_shortcuts, np.inf)
    _lay_edges(hierarchy.edge_shortcut, hierarchy.edge_rises, forward_s, backward_s, up, down)
    pieces, above = hierarchy.pieces
    shape = _shape(hierarchy)
    n_workers = workers_for(len(pieces))

    def work(worker: int) -> None:
        last = pieces[worker::n_workers].copy()  # of a subtree, which looks at nothing outside it
        first = last - hierarchy.size[last] + 1
        _customise_runs(shape, first, last, _places(hierarchy), up, down)

    share(work, n_workers)
    above = above.copy()
    _customise_runs(shape, above, above, _places(hierarchy), up, down)
    return Sums(up, down)


def _places(hierarchy: Hierarchy) -> _Places:
    """Return room for the place of a shortcut by its upper end."""
    return np.empty(hierarchy.n_vertices, dtype=np.uint32)


def _shape(hierarchy: Hierarchy) -> _Shape:
    """Return what kernels look at of a hierarchy."""
    below = hierarchy.below_start, hierarchy.below, hierarchy.below_shortcut
    return hierarchy.start, hierarchy.high, *below


def customise_again(hierarchy: Hierarchy, before: Sums, edges: ByPlace, *, changed: Ints) -> Sums:
    """Compute the seconds of each shortcut where few edges have others than before.

    Only shortcuts above the edges that changed are looked at, and of these only the ones below
    which something did change.

    Parameters
    ----------
    hierarchy
        The shortcuts.
    before
        The sums of the same hierarchy with the seconds before.
    edges
        Seconds along edges now: few of them are looked at.
    changed
        Edges whose seconds differ from before; more than those do no harm.

    Returns
    -------
    Sums
        To the last digit what :func:`add_up` returns.

    Examples
    --------
    >>> from grensgeo.routing.streets.hierarchy import contract
    >>> hierarchy = contract(np.array([1, 0, 2]), np.array([0, 1]), np.array([1, 2]))
    >>> before = add_up(hierarchy, np.array([60.0, 5.0]), np.array([70.0, 5.0]))
    >>> now = ByPlace.of(np.array([60.0, 9.0]), np.array([70.0, 5.0]))
    >>> after = customise_again(hierarchy, before, now, changed=np.array([1]))
    >>> after.up_s.tolist(), after.down_s.tolist()
    ([70.0, 9.0, 69.0], [60.0, 5.0, 75.0])
    """
    up, down = before.up_s.copy(), before.down_s.copy()
    shortcuts = hierarchy.edge_shortcut[changed]
    lower = np.searchsorted(hierarchy.start, shortcuts[shortcuts >= 0], side="right") - 1
    marked = np.zeros(hierarchy.n_vertices, dtype=np.bool_)
    marked[lower] = True
    named = *hierarchy.edges_above, hierarchy.edge_shortcut, hierarchy.edge_rises
    seconds = edges.first, edges.ahead_s, edges.back_s, edges.ahead_closed, edges.back_closed
    _customise_marked(_shape(hierarchy), named, seconds, marked, up, down)
    return Sums(up, down)


def open_seconds(
    seconds: Floats, is_open: Flags | None, n_edges: int, name: str
) -> tuple[Floats, list[Fault]]:
    """Return seconds with ``inf`` where closed, and what is wrong with them.

    Parameters
    ----------
    seconds
        (n_edges,): seconds along each edge in one direction.
    is_open
        (n_edges,): whether the edge may be used in that direction; everywhere if not given.
    n_edges
        How many there must be.
    name
        What to call the seconds in a message.

    Returns
    -------
    tuple
        float64 (n_edges,) and a list of faults, each naming the edges.

    Examples
    --------
    >>> open_seconds(np.array([5.0, np.nan]), np.array([True, False]), 2, "forward_s")
    (array([ 5., inf]), [])
    """
    opened = np.ones(n_edges, dtype=bool) if is_open is None else np.asarray(is_open, dtype=bool)
    if len(seconds) != n_edges or len(opened) != n_edges:
        return seconds, [
            Fault(
                "lengths-differ",
                f"{name} has {len(seconds)} seconds and {len(opened)} directions, expected "
                f"{n_edges}",
            )
        ]
    bad = np.flatnonzero(opened & ~(np.isfinite(seconds) & (seconds >= 0)))
    if len(bad):
        fault = Fault(
            "negative-or-infinite",
            f"{name} is {some(seconds[bad])} at edges {some(bad)}; durations are finite seconds, "
            "0 or more, and a closed direction is said to be closed",
        )
        return seconds, [fault]
    return np.where(opened, seconds, np.inf), []


@kernel
def _lay_edges(  # noqa: PLR0917 - numba takes no keyword-only arguments
    edge_shortcut: Indices,
    edge_rises: Flags,
    forward: Floats,
    backward: Floats,
    up: Floats,
    down: Floats,
) -> None:
    """Assign the shortcuts the seconds of the edges along them; of parallel edges the least."""
    for edge in range(len(edge_shortcut)):
        shortcut = edge_shortcut[edge]
        if shortcut < 0:
            continue
        rising, falling = forward[edge], backward[edge]
        if not edge_rises[edge]:
            rising, falling = falling, rising
        at = np.uint32(shortcut)
        up[at] = min(up[at], rising)
        down[at] = min(down[at], falling)


@kernel(nogil=True)
def _customise_runs(  # noqa: PLR0917 - numba takes no keyword-only arguments
    shape: _Shape,
    first_vertex: Longs,
    last_vertex: Longs,
    place_of: _Places,
    up: Floats,
    down: Floats,
) -> None:
    """Customise runs of vertices: shorten the shortcuts up from each by way of lower neighbours.

    A triangle's two lower sides are known before its third, since vertices come from below. Places
    are looked up without a sign: signed, each might count from the end, and to find that out takes
    two fifths of the time. It is one loop and no call a vertex, which would count who holds each
    array.
    """
    start, high, low_start, low, low_shortcut = shape
    for run in range(len(first_vertex)):
        for vertex in range(first_vertex[run], last_vertex[run] + 1):
            if low_start[vertex] == low_start[vertex + 1]:
                continue
            for shortcut in range(start[vertex], start[vertex + 1]):
                place_of[np.uint32(high[shortcut])] = shortcut
            for place in range(low_start[vertex], low_start[vertex + 1]):
                first = low_shortcut[place]
                to_vertex, from_vertex = up[first], down[first]
                for second in range(np.uintp(first + 1), np.uintp(start[low[place] + 1])):
                    shortcut = place_of[np.uint32(high[second])]
                    up[shortcut] = min(up[shortcut], from_vertex + up[second])
                    down[shortcut] = min(down[shortcut], down[second] + to_vertex)


@kernel
def _customise_marked(  # noqa: PLR0917 - numba takes no keyword-only arguments
    shape: _Shape,
    named: tuple[Longs, Indices, Indices, Flags],
    seconds: _Seconds,
    marked: Flags,
    up: Floats,
    down: Floats,
) -> None:
    """Customise the vertices that are marked, from below, and those above what changes.

    Where the seconds of a marked vertex's shortcut come out other than they were, so may the third
    side of every triangle with it. That begins at the lower of two upper ends: at those below the
    topmost that changed, or at this one itself.
    """
    start, high = shape[0], shape[1]
    list_start, listed, edge_shortcut, edge_rises = named
    seconds_at, ahead_s, back_s, ahead_closed, back_closed = seconds
    place_of = np.empty(len(marked), dtype=np.uint32)
    here = np.empty(1, dtype=np.int64)
    was_up = np.empty(len(marked))
    was_down = np.empty(len(marked))
    for vertex in range(len(marked)):
        if not marked[vertex]:
            continue
        first, last = start[vertex], start[vertex + 1]
        for shortcut in range(first, last):
            was_up[shortcut - first] = up[shortcut]
            was_down[shortcut - first] = down[shortcut]
            up[shortcut], down[shortcut] = np.inf, np.inf
        for place in range(list_start[vertex], list_start[vertex + 1]):
            edge = listed[place]
            shortcut = edge_shortcut[edge]
            at = seconds_at[edge + 1] + edge
            rising = ahead_s[at] if ahead_closed[at] == 0 else np.inf
            falling = back_s[at] if back_closed[at] == 0 else np.inf
            if not edge_rises[edge]:
                rising, falling = falling, rising
            up[shortcut] = min(up[shortcut], rising)
            down[shortcut] = min(down[shortcut], falling)
        here[0] = vertex
        _customise_runs(shape, here, here, place_of, up, down)
        top = first - 1
        for shortcut in range(first, last):
            at = shortcut - first
            if up[shortcut] != was_up[at] or down[shortcut] != was_down[at]:
                top = shortcut
        if top >= first:
            for shortcut in range(first, min(top + 1, last - 1)):
                marked[high[shortcut]] = True
