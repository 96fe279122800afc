"""The directed graph of one mode, as arrays ready for routing."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.network.model import COUNTRIES, SpeedChange, Streets
from grensgeo.network.modes import SpeedTable, durations_s

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class Graph:
    """Directed arcs of one mode in compressed rows.

    The arcs that leave vertex ``v`` are ``indptr[v]`` up to ``indptr[v + 1]``.

    Attributes
    ----------
    indptr
        int64 (n_vertices + 1,).
    heads
        int32 (n_arcs,): vertex at the end of the arc.
    weights_s
        float64 (n_arcs,): seconds along the arc.
    arc_edge
        int32 (n_arcs,): edge of the network that the arc runs along.
    component
        int32 (n_vertices,): strong component; 0 is the largest, the others by falling size.
    """

    indptr: npt.NDArray[np.int64]
    heads: npt.NDArray[np.int32]
    weights_s: npt.NDArray[np.float64]
    arc_edge: npt.NDArray[np.int32]
    component: npt.NDArray[np.int32]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @property
    def n_vertices(self) -> int:
        """Number of vertices."""
        return len(self.component)

    @property
    def n_arcs(self) -> int:
        """Number of directed arcs."""
        return len(self.heads)


def build_graph(
    streets: Streets,
    mode: str,
    *,
    speeds: SpeedTable | None = None,
    country: str | None = None,
    change: SpeedChange | None = None,
) -> Graph:
    """Build the directed graph of one mode.

    Parameters
    ----------
    streets
        The streets.
    mode
        A street mode.
    speeds
        Speed table; the one that comes with grensgeo if not given.
    country
        Use only the edges of this country, as when foreign routing is forbidden.
    change
        What a scenario made of the mode's speeds.

    Returns
    -------
    Graph
        Arcs with seconds, sorted by tail, then edge, then direction.

    Raises
    ------
    InputError
        If the mode or the country is unknown.
    """
    forward, backward = durations_s(streets, mode, speeds=speeds, change=change)
    usable = np.ones(streets.n_edges, dtype=bool)
    if country is not None:
        if country not in COUNTRIES[1:]:
            known = ", ".join(COUNTRIES[1:])
            raise InputError(f"country {country!r} is unknown; choose one of {known}")
        usable = streets.country == COUNTRIES.index(country)
    ahead = np.flatnonzero(usable & ~np.isnan(forward)).astype(np.int32)
    back = np.flatnonzero(usable & ~np.isnan(backward)).astype(np.int32)
    tails = np.concatenate([streets.tail[ahead], streets.head[back]])
    heads = np.concatenate([streets.head[ahead], streets.tail[back]])
    edges = np.concatenate([ahead, back])
    weights = np.concatenate([forward[ahead], backward[back]])
    order = np.lexsort((edges, tails))  # stable: forward before backward on a loop
    indptr = np.zeros(streets.n_vertices + 1, dtype=np.int64)
    np.cumsum(np.bincount(tails, minlength=streets.n_vertices), out=indptr[1:])
    heads = heads[order]
    return Graph(
        indptr=indptr,
        heads=heads,
        weights_s=weights[order],
        arc_edge=edges[order],
        component=_components(indptr, heads),
    )


def _components(
    indptr: npt.NDArray[np.int64], heads: npt.NDArray[np.int32]
) -> npt.NDArray[np.int32]:
    """Label strong components by falling size; of equal ones the first vertex decides."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    n = len(indptr) - 1
    if n == 0:
        return np.zeros(0, dtype=np.int32)
    ones = np.ones(len(heads), dtype=np.int8)
    matrix = csr_array((ones, heads, indptr), shape=(n, n))
    _, label = connected_components(matrix, directed=True, connection="strong")
    _, first, inverse, size = np.unique(
        label, return_index=True, return_inverse=True, return_counts=True
    )
    rank = np.empty(len(size), dtype=np.int32)
    rank[np.lexsort((first, -size))] = np.arange(len(size), dtype=np.int32)
    return rank[inverse]
