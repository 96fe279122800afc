"""Chains of streets between junctions, contracted without losing a second along them.

A vertex where exactly two edges meet offers no choice. Chains of such vertices become one edge
each between the vertices that are left, the core; the seconds along a chain are kept by place, so
that a point in mid-chain is as exact as one at a junction. Arrays in, arrays out.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.kernels import kernel
from grensgeo.routing.streets.hierarchy import check_edges, lists

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Indices, Ints, Longs


@dataclass(frozen=True, eq=False)
class Chains:
    """A network's core and the chains between its vertices.

    A chain has places 0, its tail, to k, its head, for its k edges; between them lie vertices in
    which nothing else ends. Its places stand one after another, one more than its edges, so place
    ``p`` of chain ``c`` is at ``start[c] + c + p``.

    Attributes
    ----------
    core_vertex
        int32 (n_core,): vertex of the network, ascending.
    core_of
        int32 (n_vertices,): number in the core; -1 within a chain.
    chain_of
        int32 (n_vertices,): chain that the vertex lies within; -1 in the core.
    place_of
        int32 (n_vertices,): its place in that chain; 0 in the core.
    tail, head
        int32 (n_chains,): core numbers of the chain's ends.
    start
        int64 (n_chains + 1,): where the edges of each chain begin.
    edge
        int32 (n_used,): edges in the order of the chains.
    flipped
        bool (n_used,): the edge runs against its chain.
    edge_chain
        int32 (n_edges,): chain of each edge; -1 where the edge is not used.
    edge_at
        int32 (n_edges,): its position in ``edge``; -1 where the edge is not used.
    """

    core_vertex: npt.NDArray[np.int32]
    core_of: npt.NDArray[np.int32]
    chain_of: npt.NDArray[np.int32]
    place_of: npt.NDArray[np.int32]
    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    start: npt.NDArray[np.int64]
    edge: npt.NDArray[np.int32]
    flipped: npt.NDArray[np.bool_]
    edge_chain: npt.NDArray[np.int32]
    edge_at: npt.NDArray[np.int32]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @property
    def n_core(self) -> int:
        """Number of vertices in the core."""
        return len(self.core_vertex)

    @property
    def n_chains(self) -> int:
        """Number of chains."""
        return len(self.tail)

    def last_of(self, chain: Ints) -> Longs:
        """Return the position of the heads of chains among all places."""
        return self.start[chain + 1] + chain


def find_chains(
    n_vertices: int,
    tail: Ints,
    head: Ints,
    *,
    used: Flags | None = None,
    kept: Flags | None = None,
) -> Chains:
    """Find the chains between the vertices where there is a choice.

    Parameters
    ----------
    n_vertices
        Number of vertices.
    tail, head
        (n_edges,): ends of the undirected edges.
    used
        (n_edges,): whether the edge belongs to the network of this mode; all do if not given.
    kept
        (n_vertices,): vertices that must be in the core, whatever meets there.

    Returns
    -------
    Chains
        A ring that no other street touches has its first vertex in the core; so has a vertex
        without edges.

    Raises
    ------
    InputError
        If an edge ends at a vertex that is not there.

    Examples
    --------
    A path of four vertices is one chain:

    >>> chains = find_chains(4, np.array([0, 1, 3]), np.array([1, 2, 2]))
    >>> chains.core_vertex, chains.edge, chains.flipped
    (array([0, 3], dtype=int32), array([0, 1, 2], dtype=int32), array([False, False,  True]))
    """
    check_edges(n_vertices, tail, head)
    use = np.ones(len(tail), dtype=bool) if used is None else np.array(used, dtype=bool)
    if len(use) != len(tail):
        raise InputError("lengths-differ", f"used has {len(use)} rows, expected {len(tail)}")
    keep = np.zeros(n_vertices, dtype=bool) if kept is None else np.array(kept, dtype=bool)
    if len(keep) != n_vertices:
        raise InputError("lengths-differ", f"kept has {len(keep)} rows, expected {n_vertices}")
    tails, heads = np.array(tail, dtype=np.int32), np.array(head, dtype=np.int32)
    at, incident, in_core = _incident(tails, heads, use, keep)
    n_used = int(np.count_nonzero(use))
    chain_of = np.full(n_vertices, -1, dtype=np.int32)
    place_of = np.zeros(n_vertices, dtype=np.int32)
    edge, flipped = np.empty(n_used, dtype=np.int32), np.empty(n_used, dtype=np.bool_)
    ends, start = np.empty((n_used, 2), dtype=np.int32), np.zeros(n_used + 1, dtype=np.int64)
    n_chains = _walk(
        tails,
        heads,
        at,
        incident,
        in_core,
        (chain_of, place_of),
        (np.zeros(len(tail), dtype=np.bool_), edge, flipped),
        (ends, start),
    )
    ends, start = ends[:n_chains].copy(), start[: n_chains + 1].copy()  # parts of longer arrays
    core_of = np.where(in_core, np.cumsum(in_core) - 1, -1).astype(np.int32)
    edge_chain = np.full(len(tail), -1, dtype=np.int32)
    edge_chain[edge] = np.repeat(np.arange(len(ends), dtype=np.int32), np.diff(start))
    edge_at = np.full(len(tail), -1, dtype=np.int32)
    edge_at[edge] = np.arange(len(edge), dtype=np.int32)
    return Chains(
        core_vertex=np.flatnonzero(in_core).astype(np.int32),
        core_of=core_of,
        chain_of=chain_of,
        place_of=place_of,
        tail=core_of[ends[:, 0]],
        head=core_of[ends[:, 1]],
        start=start,
        edge=edge,
        flipped=flipped,
        edge_chain=edge_chain,
        edge_at=edge_at,
    )


def _incident(
    tail: Indices, head: Indices, use: Flags, keep: Flags
) -> tuple[Longs, Indices, Flags]:
    """List the edges at each vertex, and say where there is a choice or an end."""
    edge = np.repeat(np.flatnonzero(use).astype(np.int32), 2)
    vertex = np.stack([tail[use], head[use]], axis=1).ravel()
    is_loop = tail == head
    once = ~is_loop[edge]
    once[::2] = True
    start, incident = lists(vertex[once], edge[once], len(keep))
    in_core = keep | (np.diff(start) != 2)
    in_core[tail[use & is_loop]] = True
    return start, incident, in_core


@kernel
def _walk(  # noqa: PLR0917 - numba takes no keyword-only arguments
    tail: Indices,
    head: Indices,
    at: Longs,
    incident: Indices,
    in_core: Flags,
    places: tuple[Indices, Indices],
    walked: tuple[Flags, Indices, Flags],
    chains: tuple[Indices, Longs],
) -> int:
    """Walk every chain from one end to the other, in the order of the vertices; count them."""
    chain_of, place_of = places
    is_walked, edges, flipped = walked
    ends, start = chains
    n_chains = 0
    count = 0
    for rings in range(2):  # what no walk from the core has met lies on rings
        for vertex in range(len(in_core)):
            if rings == 1 and not in_core[vertex] and chain_of[vertex] < 0:
                in_core[vertex] = True
            if not in_core[vertex]:
                continue
            for first in range(at[vertex], at[vertex + 1]):
                edge = incident[first]
                if is_walked[edge]:
                    continue
                here = vertex
                place = 0
                while True:
                    is_walked[edge] = True
                    edges[count] = edge
                    flipped[count] = tail[edge] != here
                    here = tail[edge] if flipped[count] else head[edge]
                    count += 1
                    place += 1
                    if in_core[here]:
                        break
                    chain_of[here] = n_chains
                    place_of[here] = place
                    other = incident[at[here]]
                    edge = incident[at[here] + 1] if other == edge else other
                ends[n_chains, 0] = vertex
                ends[n_chains, 1] = here
                n_chains += 1
                start[n_chains] = count
    return n_chains
