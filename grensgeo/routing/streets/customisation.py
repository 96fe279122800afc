"""Customisation: the shortcuts of a hierarchy get their seconds.

All of them for a new mode, hour or scenario (:func:`customise`); where few edges changed, only
those above them (:func:`customise_again`), to the same last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, InputError, some
from grensgeo.kernels import kernel
from grensgeo.routing.workers import share, workers_for

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Ints, Longs
    from grensgeo.routing.streets.hierarchy import Hierarchy

#: A subtree of at most this share of the vertices is customised by one worker; what lies above
#: all of them is done last. Smaller shares balance better and leave more for last.
PIECE_SHARE = 1 / 32


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
    up, down = _laid(hierarchy, forward_s, backward_s)
    pieces = np.flatnonzero(_piece_roots(hierarchy))
    pieces = pieces[np.argsort(-hierarchy.size[pieces], kind="stable")]
    rows = hierarchy.start, hierarchy.high
    below = hierarchy.below_start, hierarchy.below, hierarchy.below_shortcut
    n_workers = workers_for(len(pieces))

    def work(worker: int) -> None:
        mine = pieces[worker::n_workers].copy()
        _customise_pieces(rows, below, mine, hierarchy.size, up, down)

    share(work, n_workers)
    above = np.flatnonzero(_above(hierarchy, pieces))
    alone = np.ones_like(hierarchy.size)
    alone.setflags(write=False)  # to numba frozen arrays are of another type
    _customise_pieces(rows, below, above, alone, up, down)
    return Sums(up, down)


def customise_again(
    hierarchy: Hierarchy,
    before: Sums,
    forward_s: Floats,
    backward_s: Floats,
    *,
    changed: Ints,
) -> Sums:
    """Compute the seconds of each shortcut where few edges have others than before.

    Only shortcuts above the edges that changed are looked at, and of these only the ones below
    which something did change.

    Parameters
    ----------
    hierarchy, forward_s, backward_s
        As for :func:`add_up`.
    before
        The sums of the same hierarchy with the seconds before.
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
    >>> seconds = np.array([60.0, 9.0]), np.array([70.0, 5.0])
    >>> after = customise_again(hierarchy, before, *seconds, changed=np.array([1]))
    >>> after.up_s.tolist(), after.down_s.tolist()
    ([70.0, 9.0, 69.0], [60.0, 5.0, 75.0])
    """
    laid = _laid(hierarchy, forward_s, backward_s)
    up, down = before.up_s.copy(), before.down_s.copy()
    shortcuts = hierarchy.edge_shortcut[changed]
    lower = np.searchsorted(hierarchy.start, shortcuts[shortcuts >= 0], side="right") - 1
    marked = np.zeros(hierarchy.n_vertices, dtype=np.bool_)
    marked[lower] = True
    rows = hierarchy.start, hierarchy.high
    below = hierarchy.below_start, hierarchy.below, hierarchy.below_shortcut
    _customise_marked(rows, below, marked, laid, up, down)
    return Sums(up, down)


def _laid(hierarchy: Hierarchy, forward: Floats, backward: Floats) -> tuple[Floats, Floats]:
    """Return the seconds of shortcuts that lie along edges, up and down; ``inf`` for others."""
    up = np.full(hierarchy.n_shortcuts, np.inf)
    down = np.full(hierarchy.n_shortcuts, np.inf)
    _lay_edges(hierarchy.edge_shortcut, hierarchy.edge_rises, forward, backward, up, down)
    return up, down


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


def _piece_roots(hierarchy: Hierarchy) -> Flags:
    """Report which vertices are the roots of the largest subtrees that one worker takes."""
    most = max(int(hierarchy.n_vertices * PIECE_SHARE), 1)
    size, parent = hierarchy.size, hierarchy.parent
    above = np.where(parent >= 0, size[parent], most + 1)
    return (size <= most) & (above > most)


def _above(hierarchy: Hierarchy, pieces: Longs) -> Flags:
    """Mark the vertices that lie in none of the subtrees, which are ranges."""
    steps = np.zeros(hierarchy.n_vertices + 1, dtype=np.int8)
    steps[pieces - hierarchy.size[pieces] + 1] += 1
    steps[pieces + 1] -= 1
    return np.asarray(np.cumsum(steps[:-1], dtype=np.int8) == 0, dtype=np.bool_)


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
        up[shortcut] = min(up[shortcut], rising)
        down[shortcut] = min(down[shortcut], falling)


@kernel(inner=True)
def _customise_vertex(  # noqa: PLR0917 - numba takes no keyword-only arguments
    start: Longs,
    high: Indices,
    low_start: Longs,
    low: Indices,
    low_shortcut: Indices,
    vertex: int,
    place_of: Indices,
    up: Floats,
    down: Floats,
) -> None:
    """Shorten the shortcuts up from a vertex by way of each lower neighbour (lower triangles)."""
    for shortcut in range(start[vertex], start[vertex + 1]):
        place_of[high[shortcut]] = shortcut
    for place in range(low_start[vertex], low_start[vertex + 1]):
        first = low_shortcut[place]
        to_vertex, from_vertex = up[first], down[first]
        for second in range(first + 1, start[low[place] + 1]):
            shortcut = place_of[high[second]]
            up[shortcut] = min(up[shortcut], from_vertex + up[second])
            down[shortcut] = min(down[shortcut], down[second] + to_vertex)


@kernel(nogil=True)
def _customise_pieces(  # noqa: PLR0917 - numba takes no keyword-only arguments
    rows: tuple[Longs, Indices],
    below: tuple[Longs, Indices, Indices],
    pieces: Longs,
    size: Indices,
    up: Floats,
    down: Floats,
) -> None:
    """Customise subtrees; a vertex looks only at shortcuts from within its own subtree."""
    start, high = rows
    low_start, low, low_shortcut = below
    place_of = np.empty(len(size), dtype=np.int32)
    for root in pieces:
        for vertex in range(root - size[root] + 1, root + 1):
            _customise_vertex(
                start, high, low_start, low, low_shortcut, vertex, place_of, up, down
            )


@kernel
def _customise_marked(  # noqa: PLR0917 - numba takes no keyword-only arguments
    rows: tuple[Longs, Indices],
    below: tuple[Longs, Indices, Indices],
    marked: Flags,
    laid: tuple[Floats, Floats],
    up: Floats,
    down: Floats,
) -> None:
    """Customise the vertices that are marked, from below, and those above what changes.

    The seconds of a marked vertex's shortcuts begin as those of the edges along them. Where one
    comes out other than it was, so may the third side of every triangle with it. That begins at
    the lower of two upper ends: at those below the topmost that changed, or at this one itself.
    """
    start, high = rows
    low_start, low, low_shortcut = below
    place_of = np.empty(len(marked), dtype=np.int32)
    was_up = np.empty(len(marked))
    was_down = np.empty(len(marked))
    for vertex in range(len(marked)):
        if not marked[vertex]:
            continue
        first, last = start[vertex], start[vertex + 1]
        for shortcut in range(first, last):
            was_up[shortcut - first] = up[shortcut]
            was_down[shortcut - first] = down[shortcut]
            up[shortcut] = laid[0][shortcut]
            down[shortcut] = laid[1][shortcut]
        _customise_vertex(start, high, low_start, low, low_shortcut, vertex, place_of, up, down)
        top = first - 1
        for shortcut in range(first, last):
            at = shortcut - first
            if up[shortcut] != was_up[at] or down[shortcut] != was_down[at]:
                top = shortcut
        if top >= first:
            for shortcut in range(first, min(top + 1, last - 1)):
                marked[high[shortcut]] = True
