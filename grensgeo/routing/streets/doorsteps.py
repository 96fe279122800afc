"""From the vertices of the streets on to a great many destinations, for a few origins.

To the vertices leads :func:`grensgeo.routing.streets.times.many_to_many`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba as nb
import numpy as np

from grensgeo.routing.streets.aiming import LONGEST_S
from grensgeo.routing.streets.direct_ways import (
    join_directly,
    n_groups,
    on_edges,
    place,
    sort_by_group,
    stretch,
)

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Singles
    from grensgeo.routing.streets.direct_ways import Places, Sorted
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.routing.streets.placed_points import Points
    from grensgeo.routing.streets.skeletons import Timed


@dataclass(frozen=True, eq=False)
class Landings:
    """Destinations as seen from the vertices around them.

    Attributes
    ----------
    edge
        int32 (n,): edge; negative for nowhere.
    fraction, offset_s
        float64 (n,): as in :class:`grensgeo.routing.streets.ends.Ends`.
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
        """Build destinations as seen from the vertices."""
        seconds = np.stack(ends.arrive_s(), axis=1)
        return cls(ends.edge, ends.fraction, ends.offset_s, ends.enter, seconds)


def land(
    seconds: Singles, origins: Ends, *, landings: Landings, limit_s: float = np.inf
) -> Singles:
    """Compute times to destinations from those to the vertices, for a few origins.

    Parameters
    ----------
    seconds
        (n_origins, n_vertices): from ``many_to_many`` to every vertex.
    origins
        The same origins.
    landings
        Destinations.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float32 (n_origins, n_destinations), seconds: what ``many_to_many`` gives for the same
        destinations, within about 5e-7 of themselves.

    Examples
    --------
    >>> from grensgeo.routing.streets.ends import Ends
    >>> from grensgeo.routing.streets.layout import Layout
    >>> from grensgeo.routing.streets.skeletons import customise_layout, prepare_layout
    >>> from grensgeo.routing.streets.times import aim, many_to_many
    >>> tail, head, seconds = np.array([0, 1]), np.array([1, 2]), np.array([60.0, 100.0])
    >>> layout = Layout.of_edges(3, tail, head, forward_s=seconds, backward_s=seconds)
    >>> timed = customise_layout(prepare_layout(layout), layout)
    >>> ends = Ends.on_edges(np.array([0, 1]), np.array([0.5, 0.25]), np.zeros(2), tail=tail,
    ...                      head=head, forward_s=seconds, backward_s=seconds)
    >>> land(many_to_many(timed, ends, destinations=aim(timed)), ends, landings=Landings.of(ends))
    array([[ 0., 55.],
           [55.,  0.]], dtype=float32)
    """
    out = np.empty((len(landings.edge), len(origins)), dtype=np.float32)
    _land(
        seconds.T,
        on_edges(origins),
        (landings.edge, landings.fraction, landings.offset_s),
        (landings.vertex, landings.seconds),
        min(limit_s, LONGEST_S),
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
        """Find destinations on streets with durations."""
        chains = timed.skeleton.chains
        points = place(timed, ends, leaving=False)
        within = np.flatnonzero(chains.core_of >= 0)
        of_core = np.full(chains.n_core + 1, -1, dtype=np.int32)  # the last: for none
        of_core[chains.core_of[within]] = within
        by_group = sort_by_group(points.group, n_groups(timed.skeleton))
        return cls(timed, points, by_group, of_core[points.hops.vertex])


def deliver(
    seconds: Singles, origins: Ends, *, doorsteps: Doorsteps, limit_s: float = np.inf
) -> Singles:
    """Compute times to destinations from those to the vertices, for origins that ask for the same.

    Parameters
    ----------
    seconds
        (n_origins, n_vertices): from ``many_to_many`` to every vertex.
    origins
        The same origins.
    doorsteps
        Destinations.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float32 (n_origins, n_destinations), seconds: to the last digit what ``many_to_many``
        gives for the same origins and destinations.

    Examples
    --------
    >>> from grensgeo.routing.streets.ends import Ends
    >>> from grensgeo.routing.streets.layout import Layout
    >>> from grensgeo.routing.streets.skeletons import customise_layout, prepare_layout
    >>> from grensgeo.routing.streets.times import aim, many_to_many
    >>> tail, head, seconds = np.array([0, 1]), np.array([1, 2]), np.array([60.0, 100.0])
    >>> layout = Layout.of_edges(3, tail, head, forward_s=seconds, backward_s=seconds)
    >>> timed = customise_layout(prepare_layout(layout), layout)
    >>> ends = Ends.on_edges(np.array([0, 1]), np.array([0.5, 0.25]), np.zeros(2), tail=tail,
    ...                      head=head, forward_s=seconds, backward_s=seconds)
    >>> deliver(many_to_many(timed, ends, destinations=aim(timed)), ends,
    ...         doorsteps=Doorsteps.of(timed, ends))
    array([[ 0., 55.],
           [55.,  0.]], dtype=float32)
    """
    timed = doorsteps.timed
    points = place(timed, origins, leaving=True)
    limit = min(limit_s, LONGEST_S)
    out = np.empty((len(doorsteps.vertex), len(origins)), dtype=np.float32)
    _deliver(
        seconds.T,
        doorsteps.vertex,
        doorsteps.points.hops.seconds.astype(np.float32),
        np.float32(limit),
        out,
    )
    ends = doorsteps.points.ends
    join_directly(
        timed, (points, origins), (doorsteps.points, ends), doorsteps.by_group, limit, out
    )
    return out.T


@nb.njit(cache=True)
def _deliver(  # noqa: PLR0917 - numba takes no keyword-only arguments
    by_vertex: Singles, vertex: Indices, hop: Singles, limit: np.float32, out: Singles
) -> None:
    """Add hops to the destinations as the sweep does: the shorter sum in single precision."""
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
    """Add hops from the vertices to the destinations, or go along the edge that both are on."""
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
                    along = stretch(
                        from_fraction[origin], fraction[goal], forward[origin], backward[origin]
                    )
                    along += from_offset[origin] + offset[goal]
                    if along < best:  # noqa: PLR1730 - see above
                        best = along
            out[goal, origin] = best if best <= limit else np.nan
