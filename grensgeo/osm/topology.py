"""From ways and nodes to vertices and edges.

A vertex stands where two ways meet, where a way ends or crosses itself, where a barrier stops some
mode, and at signals and level crossings; an edge is the piece of a way between two vertices. Where
a ferry lands it has a vertex beside that of the streets, and an edge without length leads aboard.
Ways and nodes come in the order of their ids, so the same ways give the same graph, whatever
files they came from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.osm.barriers import belongs_elsewhere

if TYPE_CHECKING:
    from grensgeo.arrays import Codes, Flags, Indices, Ints, Longs


@dataclass(frozen=True, eq=False)
class Topology:
    """Edges between vertices, with the nodes of their lines.

    Attributes
    ----------
    vertex_node
        int64 (n_vertices,): position of the vertex's node.
    made
        bool (n_vertices,): True for a copy of a vertex at a barrier or a landing.
    tail, head
        int32 (n_edges,).
    way
        int64 (n_edges,): position of the edge's way; -1 for an edge through a barrier or aboard.
    admitted
        uint8 (n_edges,): who may pass the barrier or go aboard; 0 for other edges.
    boards
        int64 (n_edges,): number of the wait for the ferry that an edge leads aboard; -1 for other
        edges.
    start
        int64 (n_edges + 1,): the line of edge ``e`` is ``node[start[e]:start[e + 1]]``.
    node
        int64: positions of nodes.
    n_cut
        Number of ways that were cut because some of their nodes are missing.
    elsewhere
        int64: positions of nodes whose barrier belongs to a side way and cuts no street.
    """

    vertex_node: Longs
    made: Flags
    tail: Indices
    head: Indices
    way: Longs
    admitted: Codes
    boards: Longs
    start: Longs
    node: Longs
    n_cut: int
    elsewhere: Longs


@dataclass(frozen=True, eq=False)
class WayKinds:
    """What the topology must know of ways.

    Attributes
    ----------
    mask
        uint8 (n_ways,): modes that may use a way at all.
    highway
        int64 (n_ways,): its class, as in :data:`grensgeo.network.HIGHWAYS`.
    wait
        int64 (n_ways,): number of the wait for a ferry; -1 for ways on land.
    """

    mask: Codes
    highway: Longs
    wait: Longs


def connect(
    way: Longs,
    node: Longs,
    *,
    ways: WayKinds,
    node_mask: Codes,
    stops: Flags,
    beside: Longs,
) -> Topology:
    """Find vertices and edges.

    Parameters
    ----------
    way
        int64 (n,): the way at each of its nodes in turn, rising.
    node
        int64 (n,): position of the node; -1 where it is missing from the extract, -2 where the
        way was cut on purpose.
    ways
        What is known of each way.
    node_mask
        uint8 (n_nodes,): modes that may pass a node.
    stops
        bool (n_nodes,): nodes that are vertices wherever they lie.
    beside
        int64: nodes at which a way that no mode may use meets the streets.

    Returns
    -------
    Topology
        Edges in the order of the ways, edges through barriers last.
    """
    piece, way, node, n_cut = _pieces(way, node)
    n_nodes = len(node_mask)
    used_by = np.zeros(n_nodes, dtype=np.uint8)
    np.bitwise_or.at(used_by, node, ways.mask[way])
    blocking = (used_by & ~node_mask) != 0
    first = np.diff(piece, prepend=-1) != 0
    last = np.append(first[1:], True)[: len(first)]
    # a node is a vertex where a piece ends, where pieces meet (or one meets itself), where it
    # stops somebody and where traffic waits
    is_vertex = first | last | (np.bincount(node, minlength=n_nodes) > 1)[node]
    is_vertex |= blocking[node] | stops[node]
    # an edge lies between two vertices that follow each other on one piece
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
        boards=np.full(len(begin), -1, dtype=np.int64),
        start=start,
        node=line,
        n_cut=n_cut,
        elsewhere=np.zeros(0, dtype=np.int64),
    )
    landed = _with_landings(plain, ways)
    return _with_barriers(landed, blocking, ways, node_mask=node_mask, beside=beside)


def _pieces(way: Longs, node: Longs) -> tuple[Longs, Longs, Longs, int]:
    """Cut ways where nodes are missing; drop nodes said twice in a row and lone nodes."""
    missing = node < 0
    n_cut = len(np.unique(way[node == -1]))
    gap = np.cumsum(missing)  # rises at each missing node: what lies on two sides of it differs
    way, node, gap = way[~missing], node[~missing], gap[~missing]
    new = np.ones(len(way), dtype=bool)
    new[1:] = (way[1:] != way[:-1]) | (gap[1:] != gap[:-1])
    again = np.zeros(len(way), dtype=bool)
    again[1:] = ~new[1:] & (node[1:] == node[:-1])
    piece = np.cumsum(new)[~again]
    way, node = way[~again], node[~again]
    lone = np.bincount(piece)[piece] < 2
    return piece[~lone], way[~lone], node[~lone], n_cut


def _with_landings(plain: Topology, ways: WayKinds) -> Topology:
    """Add vertices of ferries where they land, one for each wait, and edges that lead aboard.

    So one boards once and leaves once, however many ways draw the crossing.
    """
    ends = np.stack([plain.tail, plain.head], axis=1).ravel()
    wait = np.repeat(ways.wait[plain.way], 2)
    ashore = np.zeros(len(plain.vertex_node), dtype=bool)
    ashore[ends[wait < 0]] = True
    moved = np.flatnonzero((wait >= 0) & ashore[ends])
    if not len(moved):
        return plain
    pairs = np.stack([ends[moved], wait[moved]], axis=1)
    landings, which = np.unique(pairs, axis=0, return_inverse=True)
    which = which.reshape(-1)
    admitted = np.zeros(len(landings), dtype=np.uint8)
    np.bitwise_or.at(admitted, which, ways.mask[plain.way[moved // 2]])
    copies = len(plain.vertex_node) + np.arange(len(landings))
    ends[moved] = copies[which]
    return _extended(
        replace(plain, tail=ends[::2].copy(), head=ends[1::2].copy()),
        at=landings[:, 0],
        through=np.ones(len(landings), dtype=bool),
        admitted=admitted,
        boards=landings[:, 1],
    )


def _extended(
    plain: Topology,
    *,
    at: Ints,
    through: Flags,
    admitted: Codes,
    boards: Longs,
) -> Topology:
    """Add copies of some vertices, and edges without length to those that one reaches."""
    n_before, n_through = len(plain.vertex_node), int(through.sum())
    copied = plain.vertex_node[at]
    copies = np.arange(n_before, n_before + len(at), dtype=np.int32)
    return replace(
        plain,
        vertex_node=np.concatenate([plain.vertex_node, copied]),
        made=np.concatenate([plain.made, np.ones(len(at), dtype=bool)]),
        tail=np.concatenate([plain.tail, at[through]]).astype(np.int32),
        head=np.concatenate([plain.head, copies[through]]).astype(np.int32),
        way=np.concatenate([plain.way, np.full(n_through, -1, dtype=np.int64)]),
        admitted=np.concatenate([plain.admitted, admitted[through]]),
        boards=np.concatenate([plain.boards, boards[through]]),
        start=np.concatenate(
            [plain.start, plain.start[-1] + 2 * np.arange(1, n_through + 1, dtype=np.int64)]
        ),
        node=np.concatenate([plain.node, np.repeat(copied[through], 2)]),
    )


def _with_barriers(
    plain: Topology,
    blocking: Flags,
    ways: WayKinds,
    *,
    node_mask: Codes,
    beside: Longs,
) -> Topology:
    """Split the vertex of a barrier for each edge that meets it, and join the copies.

    The first edge keeps the vertex itself, or the street that the barrier does not stand on; a
    zero-length edge leads from it to each copy, for those whom the barrier lets through.
    """
    # ends of edges: place 2 e is the tail of edge e, place 2 e + 1 its head
    ends = np.stack([plain.tail, plain.head], axis=1).ravel()
    meets = np.flatnonzero(blocking[plain.vertex_node[ends]])
    meets = meets[np.argsort(ends[meets], kind="stable")]
    node = plain.vertex_node[ends[meets]]
    way = plain.way[meets // 2]
    mask = np.where(way < 0, plain.admitted[meets // 2], ways.mask[way])
    other = beside[blocking[beside]]
    free, runs_on = belongs_elsewhere(
        np.concatenate([node, other]),
        np.concatenate([mask, np.zeros(len(other), dtype=np.uint8)]),
        np.concatenate([np.where(way < 0, -1, ways.highway[way]), np.full(len(other), -1)]),
        node_mask=node_mask,
    )
    runs_on = runs_on[: len(meets)]
    held = ~np.isin(node, free)
    meets, runs_on, vertex = meets[held], runs_on[held], ends[meets[held]]
    parted = np.zeros(len(plain.vertex_node), dtype=bool)
    parted[vertex[runs_on]] = True
    # ends at one vertex stand in a row, of which all but the first get copies
    later = np.zeros(len(meets), dtype=bool)
    later[1:] = vertex[1:] == vertex[:-1]
    later = np.where(parted[vertex], ~runs_on, later)
    moved, original = meets[later], vertex[later]
    ends[moved] = len(plain.vertex_node) + np.arange(len(moved))
    admitted = node_mask[plain.vertex_node[original]]
    cut = replace(
        plain,
        tail=ends[::2].copy(),
        head=ends[1::2].copy(),
        elsewhere=np.union1d(free, plain.vertex_node[parted]),
    )
    return _extended(
        cut,
        at=original,
        through=admitted != 0,
        admitted=admitted,
        boards=np.full(len(moved), -1, dtype=np.int64),
    )
