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
    on_edges,
    stretch,
)

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Singles
    from grensgeo.routing.streets.direct_ways import Places
    from grensgeo.routing.streets.ends import Ends


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
