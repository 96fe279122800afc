"""From ways and nodes to vertices and edges.

A vertex stands where two ways meet, where a way ends or crosses itself, where a barrier stops some
mode, and at signals and level crossings; an edge is the piece of a way between two vertices. Ways
and nodes come in the order of their ids, so the same ways give the same graph, whatever files they
came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class Topology:
    """Edges between vertices, with the nodes of their lines.

    Attributes
    ----------
    vertex_node
        int64 (n_vertices,): position of the vertex's node.
    made
        bool (n_vertices,): True for a copy of a vertex at a barrier.
    tail, head
        int32 (n_edges,).
    way
        int64 (n_edges,): position of the edge's way; -1 for an edge through a barrier.
    admitted
        uint8 (n_edges,): who may pass the barrier; 0 for other edges.
    start
        int64 (n_edges + 1,): the line of edge ``e`` is ``node[start[e]:start[e + 1]]``.
    node
        int64: positions of nodes.
    n_cut
        Number of ways that were cut because some of their nodes are missing.
    """

    vertex_node: npt.NDArray[np.int64]
    made: npt.NDArray[np.bool_]
    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    way: npt.NDArray[np.int64]
    admitted: npt.NDArray[np.uint8]
    start: npt.NDArray[np.int64]
    node: npt.NDArray[np.int64]
    n_cut: int


def connect(
    way: npt.NDArray[np.int64],
    node: npt.NDArray[np.int64],
    *,
    way_mask: npt.NDArray[np.uint8],
    node_mask: npt.NDArray[np.uint8],
    stops: npt.NDArray[np.bool_],
) -> Topology:
    """Find vertices and edges.

    Parameters
    ----------
    way
        int64 (n,): the way at each of its nodes in turn, rising.
    node
        int64 (n,): position of the node; -1 where it is missing from the extract.
    way_mask
        uint8 (n_ways,): modes that may use a way at all.
    node_mask
        uint8 (n_nodes,): modes that may pass a node.
    stops
        bool (n_nodes,): nodes that are vertices wherever they lie.

    Returns
    -------
    Topology
        Edges in the order of the ways, edges through barriers last.
    """
    piece, way, node, n_cut = _pieces(way, node)
    n_nodes = len(node_mask)
    used_by = np.zeros(n_nodes, dtype=np.uint8)
    np.bitwise_or.at(used_by, node, way_mask[way])
    blocking = (used_by & ~node_mask) != 0
    first = np.diff(piece, prepend=-1) != 0
    last = np.append(first[1:], True)[: len(first)]
    is_vertex = first | last | (np.bincount(node, minlength=n_nodes) > 1)[node]
    is_vertex |= blocking[node] | stops[node]
    at = np.flatnonzero(is_vertex)
    begin, end = at[:-1], at[1:]
    within = piece[begin] == piece[end]
    begin, end = begin[within], end[within]
    count = end - begin + 1
    start = np.zeros(len(begin) + 1, dtype=np.int64)
    np.cumsum(count, out=start[1:])
    line = node[np.repeat(begin - start[:-1], count) + np.arange(start[-1])]
    vertex_node, ends = np.unique(np.stack([node[begin], node[end]], axis=1), return_inverse=True)
    plain = Topology(
        vertex_node=vertex_node,
        made=np.zeros(len(vertex_node), dtype=bool),
        tail=ends.reshape(-1, 2)[:, 0].astype(np.int32),
        head=ends.reshape(-1, 2)[:, 1].astype(np.int32),
        way=way[begin],
        admitted=np.zeros(len(begin), dtype=np.uint8),
        start=start,
        node=line,
        n_cut=n_cut,
    )
    return _with_barriers(plain, blocking, node_mask)


def _pieces(
    way: npt.NDArray[np.int64], node: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64], int]:
    """Cut ways where nodes are missing; drop nodes said twice in a row and lone nodes."""
    missing = node < 0
    n_cut = len(np.unique(way[missing]))
    gap = np.cumsum(missing)
    way, node, gap = way[~missing], node[~missing], gap[~missing]
    new = np.ones(len(way), dtype=bool)
    new[1:] = (way[1:] != way[:-1]) | (gap[1:] != gap[:-1])
    again = np.zeros(len(way), dtype=bool)
    again[1:] = ~new[1:] & (node[1:] == node[:-1])
    piece = np.cumsum(new)[~again]
    way, node = way[~again], node[~again]
    lone = np.bincount(piece)[piece] < 2
    return piece[~lone], way[~lone], node[~lone], n_cut


def _with_barriers(
    plain: Topology, blocking: npt.NDArray[np.bool_], node_mask: npt.NDArray[np.uint8]
) -> Topology:
    """Copy the vertex of a barrier for each edge that meets it, and join the copies.

    The first edge keeps the vertex itself; a zero-length edge leads from it to each copy, for
    those whom the barrier lets through.
    """
    ends = np.stack([plain.tail, plain.head], axis=1).ravel()
    meets = np.flatnonzero(blocking[plain.vertex_node[ends]])
    meets = meets[np.argsort(ends[meets], kind="stable")]
    vertex = ends[meets]
    later = np.zeros(len(meets), dtype=bool)
    later[1:] = vertex[1:] == vertex[:-1]
    moved, original = meets[later], vertex[later]
    n_before, n_made = len(plain.vertex_node), len(moved)
    copies = np.arange(n_before, n_before + n_made, dtype=np.int32)
    ends[moved] = copies
    tail, head = ends.reshape(-1, 2).T
    copied = plain.vertex_node[original]
    admitted = node_mask[copied]
    passes = admitted != 0
    n_through = int(passes.sum())
    return Topology(
        vertex_node=np.concatenate([plain.vertex_node, copied]),
        made=np.concatenate([plain.made, np.ones(n_made, dtype=bool)]),
        tail=np.concatenate([tail, original[passes]]),
        head=np.concatenate([head, copies[passes]]),
        way=np.concatenate([plain.way, np.full(n_through, -1, dtype=np.int64)]),
        admitted=np.concatenate([plain.admitted, admitted[passes]]),
        start=np.concatenate(
            [plain.start, plain.start[-1] + 2 * np.arange(1, n_through + 1, dtype=np.int64)]
        ),
        node=np.concatenate([plain.node, np.repeat(copied[passes], 2)]),
        n_cut=plain.n_cut,
    )
