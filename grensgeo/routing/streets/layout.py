"""A directed graph laid out as the edges that the street core is made of.

An edge that is entered and left by the same vertex at either end is one edge with two durations.
One that is not, because a turn is forbidden there, becomes an edge of its own each way, and so
does every turn. Arrays in, arrays out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Ints


@dataclass(frozen=True, eq=False)
class Layout:
    """Edges between the vertices of a directed graph.

    Attributes
    ----------
    tail, head
        int32 (n,): ends.
    forward_s, backward_s
        float64 (n,): seconds from tail to head and from head to tail; NaN where closed.
    kept
        bool (n_vertices,): vertices that a chain must not run through.
    edge_of
        int32 (n_streets,): the edge that a street is; -1 where it is cut or not in the graph.
    cut
        int32 (n_streets,): number among the streets that are cut; -1 where it is none of them.
    """

    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    forward_s: npt.NDArray[np.float64]
    backward_s: npt.NDArray[np.float64]
    kept: npt.NDArray[np.bool_]
    edge_of: npt.NDArray[np.int32]
    cut: npt.NDArray[np.int32]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @classmethod
    def of_edges(
        cls,
        n_vertices: int,
        tail: Ints,
        head: Ints,
        *,
        forward_s: Floats,
        backward_s: Floats,
        used: Flags | None = None,
    ) -> Layout:
        """Build from edges between whole vertices, where no turn is forbidden.

        Parameters
        ----------
        n_vertices
            Number of vertices.
        tail, head
            (n_edges,): ends.
        forward_s, backward_s
            (n_edges,): seconds from tail to head and from head to tail; NaN where closed.
        used
            (n_edges,): whether the edge belongs to the network of this mode, in either direction;
            all do if not given. Fewer edges make a smaller and faster skeleton.

        Returns
        -------
        Layout
            The edges; a street is an edge.
        """
        kept = np.arange(len(tail)) if used is None else np.flatnonzero(used)
        edge_of = np.full(len(tail), -1, dtype=np.int32)
        edge_of[kept] = np.arange(len(kept))
        return cls(
            tail=tail[kept].astype(np.int32),
            head=head[kept].astype(np.int32),
            forward_s=forward_s[kept].astype(np.float64),
            backward_s=backward_s[kept].astype(np.float64),
            kept=np.zeros(n_vertices, dtype=bool),
            edge_of=edge_of,
            cut=np.full(len(tail), -1, dtype=np.int32),
        )

    def shape_key(self) -> str:
        """Return what names the shape: the same for layouts that differ in seconds alone."""
        digest = hashlib.sha256()
        for name in ("tail", "head", "kept", "edge_of", "cut"):
            array = np.ascontiguousarray(getattr(self, name))
            digest.update(f"{name} {array.dtype} {array.shape} ".encode())
            digest.update(array.data)
        return digest.hexdigest()


def lay_out(
    indptr: Ints, heads: Ints, weights_s: Floats, *, arc_edge: Ints, depart: Ints, arrive: Ints
) -> Layout:
    """Arrange a directed graph as edges.

    Parameters
    ----------
    indptr, heads, weights_s
        The graph in compressed rows: where the arcs of each vertex begin, the vertex at the end
        of each arc, and its seconds.
    arc_edge
        (n_arcs,): street of each arc; negative for a turn.
    depart, arrive
        (n_streets, 2): vertex from which a street is entered and to which it leads, tail to head
        in the first column and head to tail in the second.

    Returns
    -------
    Layout
        Edges: the streets that are whole, by number, then arcs that run one way.

    Examples
    --------
    A street both ways between vertices 0 and 1, and one that comes to 1 and is left from 2:

    >>> laid = lay_out(np.array([0, 2, 3, 4]), np.array([1, 1, 0, 0]), np.array([5.0, 7, 6, 8]),
    ...                arc_edge=np.array([0, 1, 0, 1]), depart=np.array([[0, 1], [0, 2]]),
    ...                arrive=np.array([[1, 0], [1, 0]]))
    >>> laid.tail.tolist(), laid.head.tolist(), laid.backward_s.tolist()
    ([0, 0, 2], [1, 1, 0], [6.0, nan, nan])
    >>> laid.edge_of.tolist(), laid.cut.tolist(), laid.kept.tolist()
    ([0, -1], [-1, 0], [True, True, True])
    """
    n_vertices, n_streets = len(indptr) - 1, len(depart)
    tails = np.repeat(np.arange(n_vertices, dtype=np.int32), np.diff(indptr))
    whole = (depart[:, 0] == arrive[:, 1]) & (depart[:, 1] == arrive[:, 0])
    of_whole = arc_edge >= 0
    of_whole[of_whole] = whole[arc_edge[of_whole]]
    seconds = np.full((2, n_streets), np.nan)
    arcs = np.flatnonzero(of_whole)
    street = arc_edge[arcs]
    ahead = (tails[arcs] == depart[street, 0]) & (heads[arcs] == arrive[street, 0])
    back = (tails[arcs] == depart[street, 1]) & (heads[arcs] == arrive[street, 1])
    # both are true of a loop, which leads nowhere: whichever of its seconds will do
    for way, mine in zip(seconds, (ahead, back), strict=True):
        way[street[mine]] = weights_s[arcs[mine]]
    used = np.flatnonzero(~np.isnan(seconds).all(axis=0))
    single = np.flatnonzero(~of_whole)
    kept = np.zeros(n_vertices, dtype=bool)
    kept[tails[single]] = kept[heads[single]] = True
    edge_of = np.full(n_streets, -1, dtype=np.int32)
    edge_of[used] = np.arange(len(used))
    cut = np.full(n_streets, -1, dtype=np.int32)
    streets_cut = np.unique(arc_edge[single][arc_edge[single] >= 0])
    cut[streets_cut] = np.arange(len(streets_cut))
    return Layout(
        tail=np.concatenate([depart[used, 0], tails[single]]).astype(np.int32),
        head=np.concatenate([depart[used, 1], heads[single]]).astype(np.int32),
        forward_s=np.concatenate([seconds[0, used], weights_s[single]]),
        backward_s=np.concatenate([seconds[1, used], np.full(len(single), np.nan)]),
        kept=kept,
        edge_of=edge_of,
        cut=cut,
    )
