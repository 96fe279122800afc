"""What a sweep looks at: points next to a network, and the hierarchy above the destinations."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.kernels import kernel

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Indices, Ints, Longs, Singles
    from grensgeo.routing.streets.customisation import Metric
    from grensgeo.routing.streets.hierarchy import Hierarchy

#: No journey is longer; anything above is infinite.
LONGEST_S = float(np.finfo(np.float32).max)


@dataclass(frozen=True, eq=False)
class Hops:
    """Points next to a network, each one hop from at most two vertices.

    As origins, the hops lead to the vertices; as destinations, from them.

    Attributes
    ----------
    vertex
        int32 (n, 2): vertices; -1 for none.
    seconds
        float64 (n, 2): seconds of the hop; ``inf`` for none.
    """

    vertex: npt.NDArray[np.int32]
    seconds: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Check shapes and values."""
        if self.vertex.shape != self.seconds.shape or self.vertex.shape[1:] != (2,):
            raise InputError(
                "shape-wrong",
                f"hops: vertex {self.vertex.shape} and seconds {self.seconds.shape} must both "
                "have two columns and a row a point",
            )
        if not (self.seconds >= 0).all():
            bad = np.flatnonzero((~(self.seconds >= 0)).any(axis=1))
            raise InputError(
                "negative-or-infinite",
                f"hops: seconds are {some(self.seconds[bad].tolist())} at points {some(bad)}; "
                "they are 0 or more",
            )

    @classmethod
    def at(cls, vertices: Ints) -> Hops:
        """Place points at vertices.

        Parameters
        ----------
        vertices
            (n,): vertices.

        Returns
        -------
        Hops
            One hop of 0 s a point.
        """
        vertex = np.full((len(vertices), 2), -1, dtype=np.int32)
        vertex[:, 0] = vertices
        seconds = np.full((len(vertices), 2), np.inf)
        seconds[:, 0] = 0.0
        return cls(vertex, seconds)

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.vertex)


@dataclass(frozen=True, eq=False)
class Selection:
    """The part of a hierarchy that lies above given points: all that a sweep to them needs.

    Attributes
    ----------
    place
        int32 (n_vertices,): by number inside the hierarchy, the place among the selected; -1 if
        not selected.
    start
        int64 (n_selected + 1,): where the shortcuts up from each selected vertex begin.
    high
        int32: place of the upper end.
    shortcut
        int32: the shortcut's position in the hierarchy.
    size
        int32 (n_selected,): how many selected vertices there are in the subtree of each, itself
        included; their places are those before its own.
    """

    place: npt.NDArray[np.int32]
    start: npt.NDArray[np.int64]
    high: npt.NDArray[np.int32]
    shortcut: npt.NDArray[np.int32]
    size: npt.NDArray[np.int32]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @property
    def n_selected(self) -> int:
        """Number of vertices that are swept."""
        return len(self.start) - 1


def select(hierarchy: Hierarchy, points: Hops) -> Selection:
    """Select the part of a hierarchy that lies above points.

    Parameters
    ----------
    hierarchy
        The hierarchy.
    points
        Destinations, or origins where times are wanted against the direction of travel.

    Returns
    -------
    Selection
        It fits every metric of the hierarchy, and every set of points among these.

    Raises
    ------
    InputError
        If a point is next to a vertex that is not there.
    """
    level = levels_of(hierarchy, points)
    place = np.full(hierarchy.n_vertices, -1, dtype=np.int32)  # filled here: quicker to compile
    shape = hierarchy.start, hierarchy.high, hierarchy.parent, hierarchy.size
    return Selection(place, *_select(shape, level.ravel(), place))


@dataclass(frozen=True, eq=False)
class Aimed:
    """Destinations and a metric, made ready for sweeps from any origins.

    Attributes
    ----------
    hierarchy, metric, selection
        What is swept.
    reverse
        Journeys run from the destinations to where the sweeps start.
    down_s
        float32: seconds of the selected shortcuts from their upper ends, as journeys run.
    place
        int32 (n_destinations, 2): places of the hops' vertices among the selected.
    seconds
        float32 (n_destinations, 2): seconds of the hops; ``inf`` for none.
    """

    hierarchy: Hierarchy
    metric: Metric
    above: Selection
    selection: Selection
    reverse: bool
    down_s: npt.NDArray[np.float32]
    place: npt.NDArray[np.int32]
    seconds: npt.NDArray[np.float32]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for array in (self.down_s, self.place, self.seconds):
            array.setflags(write=False)

    @cached_property
    def last(self) -> int:
        """The last place with shortcuts; those above it, if any, nothing leads to."""
        last = int(np.flatnonzero(np.diff(self.above.start)).max(initial=-1)) + 1
        return min(last, self.above.n_selected - 1)

    @cached_property
    def by_place(self) -> tuple[Longs, Indices, Indices, Singles]:
        """The destinations by the selected vertices that they are hopped to from.

        Where the list of each vertex begins; the vertex, the destination and the seconds of each
        hop.
        """
        lists: tuple[Longs, Indices, Indices, Singles] = _by_place(
            self.place, self.seconds, self.selection.n_selected
        )
        return lists


def aim(
    hierarchy: Hierarchy,
    metric: Metric,
    destinations: Hops,
    *,
    selection: Selection | None = None,
    reverse: bool = False,
) -> Aimed:
    """Prepare destinations for sweeps.

    Parameters
    ----------
    hierarchy, metric
        The hierarchy and its seconds.
    destinations
        Where times are wanted.
    selection
        Part of the hierarchy above the destinations, if it is known from another metric; found
        with :func:`select` if not given.
    reverse
        Let journeys run from ``destinations`` to where the sweeps start: the catchment of a few
        places.

    Returns
    -------
    Aimed
        What :func:`sweep` needs.

    Raises
    ------
    InputError
        If a point is next to a vertex that is not there, or the metric or the selection belongs to
        another hierarchy, or the selection leaves out a destination.
    """
    chosen = select(hierarchy, destinations) if selection is None else selection
    if len(metric.up_s) != hierarchy.n_shortcuts or len(chosen.place) != hierarchy.n_vertices:
        raise InputError(
            "prepared-for-other-streets",
            "aim: the metric or the selection belongs to another hierarchy",
        )
    level = levels_of(hierarchy, destinations)
    on = level >= 0
    place = np.where(on, chosen.place[level], np.int32(-1)) if on.any() else level
    if (place[on] < 0).any():
        raise InputError(
            "prepared-for-other-streets",
            "aim: the selection leaves out destinations; select them all",
        )
    down = metric.up_s if reverse else metric.down_s
    start, high, shortcut, down_s = _open_rows(chosen.start, chosen.high, chosen.shortcut, down)
    return Aimed(
        hierarchy=hierarchy,
        metric=metric,
        above=chosen,
        selection=Selection(chosen.place, start, high, shortcut, chosen.size),
        reverse=reverse,
        down_s=down_s,
        place=np.maximum(place, 0),  # whichever vertex: the hop from it takes forever
        seconds=np.where(on, destinations.seconds, np.inf).astype(np.float32),
    )


def levels_of(hierarchy: Hierarchy, points: Hops) -> Indices:
    """Return the number inside the hierarchy of every hop's vertex; -1 for none."""
    if points.vertex.size and points.vertex.max() >= hierarchy.n_vertices:
        outside = (points.vertex >= hierarchy.n_vertices).any(axis=1)
        bad = some(np.flatnonzero(outside))
        raise InputError(
            "index-unknown", f"points {bad} are next to a vertex not of {hierarchy.n_vertices}"
        )
    on = points.vertex >= 0
    if not on.any():
        return np.full(points.vertex.shape, -1, dtype=np.int32)
    return np.where(on, hierarchy.level[points.vertex], np.int32(-1))


@kernel
def _select(
    shape: tuple[Longs, Indices, Indices, Indices], level: Indices, place: Indices
) -> tuple[Longs, Indices, Indices, Indices]:
    """Mark the paths to the root in ``place``, and copy their rows."""
    start, high, parent, size = shape
    n = len(parent)
    n_rows = 0
    n_shortcuts = 0
    for first in level:
        vertex = first
        while vertex >= 0 and place[vertex] < 0:
            place[vertex] = 0
            n_rows += 1
            n_shortcuts += start[vertex + 1] - start[vertex]
            vertex = parent[vertex]
    count = 0
    first = np.empty(n, dtype=np.int32)  # the place of the first that comes at or after each
    for vertex in range(n):
        first[vertex] = count
        if place[vertex] == 0:
            place[vertex] = count
            count += 1
    chosen_size = np.empty(n_rows, dtype=np.int32)
    chosen_start = np.zeros(n_rows + 1, dtype=np.int64)
    chosen_high = np.empty(n_shortcuts, dtype=np.int32)
    chosen_shortcut = np.empty(n_shortcuts, dtype=np.int32)
    at = 0
    for vertex in range(n):
        if place[vertex] >= 0:
            for shortcut in range(start[vertex], start[vertex + 1]):
                chosen_high[at] = place[high[shortcut]]
                chosen_shortcut[at] = shortcut
                at += 1
            chosen_start[place[vertex] + 1] = at
            chosen_size[place[vertex]] = place[vertex] - first[vertex - size[vertex] + 1] + 1
    return chosen_start, chosen_high, chosen_shortcut, chosen_size


def _open_rows(
    start: Longs, high: Indices, shortcut: Indices, down: Singles
) -> tuple[Longs, Indices, Indices, Singles]:
    """Keep the shortcuts of each selected vertex that lead down, with their seconds."""
    n = len(shortcut)
    found = (
        np.zeros(len(start), dtype=np.int64),
        np.empty(n, dtype=np.int32),
        np.empty(n, dtype=np.int32),
        np.empty(n, dtype=np.float32),
    )
    n_open = _keep_open(start, high, shortcut, down, found)
    return found[0], found[1][:n_open], found[2][:n_open], found[3][:n_open]


@kernel
def _keep_open(  # noqa: PLR0917 - numba takes no keyword-only arguments
    start: Longs,
    high: Indices,
    shortcut: Indices,
    down: Singles,
    found: tuple[Longs, Indices, Indices, Singles],
) -> int:
    """Fill in the shortcuts that lead down, by vertex; count them."""
    open_start, open_high, open_shortcut, seconds = found
    count = 0
    for here in range(len(start) - 1):
        for k in range(start[here], start[here + 1]):
            step = down[np.uint32(shortcut[k])]
            if step < np.inf:
                open_high[count], open_shortcut[count] = high[k], shortcut[k]
                seconds[count] = step
                count += 1
        open_start[here + 1] = count
    return count


@kernel
def _by_place(place: Indices, hop: Singles, n: int) -> tuple[Longs, Indices, Indices, Singles]:
    """List the destinations by the vertices that they are hopped to from."""
    start = np.zeros(n + 1, dtype=np.int64)
    for goal in range(len(place)):
        for side in range(2):
            if hop[goal, side] < np.inf:
                start[place[goal, side] + 1] += 1
    for at in range(n):
        start[at + 1] += start[at]
    free = start.copy()
    places = np.empty(start[n], dtype=np.int32)
    goals = np.empty(start[n], dtype=np.int32)
    seconds = np.empty(start[n], dtype=np.float32)
    for goal in range(len(place)):
        for side in range(2):
            if hop[goal, side] < np.inf:
                here = place[goal, side]
                at = free[here]
                places[at], goals[at], seconds[at] = here, goal, hop[goal, side]
                free[here] += 1
    return start, places, goals, seconds
