"""Points on streets and vertices, placed on chains and in the core.

A point on a chain hops to or from both its ends; one on a street that is cut, because a turn is
forbidden at one of its ends, hops to or from the core. Arrays in, arrays out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.kernels import kernel
from grensgeo.routing.streets.aiming import Hops

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Longs
    from grensgeo.routing.streets.chain_seconds import Along
    from grensgeo.routing.streets.chains import Chains
    from grensgeo.routing.streets.ends import Ends

    #: Edge and fraction of each point, and the vertices and seconds by either end of its edge.
    Streets = tuple[Indices, Floats, Indices, Floats]
    #: Of :class:`grensgeo.routing.streets.layout.Layout`: the edge that a street is, and its
    #: number among those that are cut.
    Named = tuple[Indices, Indices]
    #: Of edges: chain, position, and whether it runs against the chain.
    OfEdges = tuple[Indices, Indices, Flags]
    #: Of vertices: number in the core, chain, and place in it.
    OfVertices = tuple[Indices, Indices, Indices]
    #: Of chains: where their edges begin, tail and head.
    OfChains = tuple[Longs, Indices, Indices]
    #: Seconds, and edges that are closed, on the way to the head and on the way to the tail.
    Ways = tuple[Floats, Indices, Floats, Indices]
    #: Chain, group, positions and seconds of points, and vertices and seconds of their hops.
    Placed = tuple[Indices, Indices, Longs, Floats, Indices, Floats]

#: In place of its chain, what marks a point in the middle of an edge that is not there.
_ASTRAY = -2


@dataclass(frozen=True, eq=False)
class Points:
    """Points on streets with durations, as the core sees them.

    Attributes
    ----------
    hops
        From or to the ends of the chain that the point is on, or the core vertex it is at.
    chain
        int32 (n,): that chain; -1 where the point is in the core or nowhere.
    group
        int32 (n,): points of one group may be joined without passing a vertex of the core: those
        on a chain, and those on a street that is cut; -1 for none.
    at
        int64 (n, 2): positions of the places on the chain before and after the point.
    seconds
        float64 (n, 2): seconds between the point and those; ``inf`` for none.
    ends
        The points as they were given; None if they are all the vertices of the network.
    """

    hops: Hops
    chain: npt.NDArray[np.int32]
    group: npt.NDArray[np.int32]
    at: npt.NDArray[np.int64]
    seconds: npt.NDArray[np.float64]
    ends: Ends | None


def place_points(
    chains: Chains, along: Along, ends: Ends, *, named: Named, leaving: bool
) -> Points:
    """Find the chains that points are on, and the seconds to or from their ends.

    Parameters
    ----------
    chains, along
        The chains and the seconds along them.
    ends
        Points on streets.
    named
        ``edge_of`` and ``cut`` of :class:`grensgeo.routing.streets.layout.Layout`.
    leaving
        Journeys begin at the points; else they end there.

    Returns
    -------
    Points
        As the core sees them.

    Raises
    ------
    InputError
        If a point lies along a street that is not among the edges.
    """
    both = (ends.leave, ends.leave_s()) if leaving else (ends.enter, ends.arrive_s())
    streets = ends.edge, ends.fraction, *both
    return _place_all(chains, along, streets, ends, named=named, leaving=leaving)


def place_vertices(chains: Chains, along: Along, *, leaving: bool) -> Points:
    """Place every vertex as a point.

    Parameters
    ----------
    chains, along, leaving
        As for :func:`place_points`.

    Returns
    -------
    Points
        As the core sees them, in the order of the vertices.
    """
    n = len(chains.core_of)
    edge = np.full(n, -1, dtype=np.int32)
    vertex = np.stack([np.arange(n, dtype=np.int32), edge], axis=1)
    seconds = np.full((n, 2), np.inf)
    seconds[:, 0] = 0.0
    streets = edge, np.zeros(n), vertex, seconds
    named = chains.edge_chain, chains.edge_chain  # not looked at: these are on no street
    return _place_all(chains, along, streets, None, named=named, leaving=leaving)


def _place_all(
    chains: Chains,
    along: Along,
    streets: Streets,
    ends: Ends | None,
    *,
    named: Named,
    leaving: bool,
) -> Points:
    """Place points on streets or at vertices; raise on those that are astray."""
    n = len(streets[0])
    ahead, back = (along.ahead_s, along.ahead_closed), (along.back_s, along.back_closed)
    chain, group = np.empty((2, n), dtype=np.int32)
    at, seconds = np.empty((n, 2), dtype=np.int64), np.empty((n, 2))
    vertex, hop = np.empty((n, 2), dtype=np.int32), np.empty((n, 2))
    sound = _place(
        streets,
        named,
        (chains.edge_chain, chains.edge_at, chains.flipped),
        (chains.core_of, chains.chain_of, chains.place_of),
        (chains.start, chains.tail, chains.head),
        (*ahead, *back) if leaving else (*back, *ahead),
        (chain, group, at, seconds, vertex, hop),
    )
    if not sound:
        _refuse(streets[0], chain, len(named[0]))
    return Points(Hops(vertex, hop), chain, group, at, seconds, ends)


def _refuse(edge: Indices, chain: Indices, n_edges: int) -> None:
    """Raise on points on edges that are not there, or in the middle of one that is not used."""
    outside = np.flatnonzero(edge >= n_edges)
    if len(outside):
        raise InputError(
            "index-unknown", f"points {some(outside)} are on edges not of the {n_edges}"
        )
    bad = np.flatnonzero(chain == _ASTRAY)
    raise InputError(
        "snapped-to-other-mode",
        f"points {some(bad)} lie along edges {some(edge[bad])}, which this mode does not use; "
        "snap them to its own edges",
    )


@kernel
def _place(  # noqa: PLR0917 - numba takes no keyword-only arguments
    streets: Streets,
    named: Named,
    of_edges: OfEdges,
    of_vertices: OfVertices,
    of_chains: OfChains,
    ways: Ways,
    placed: Placed,
) -> bool:
    """Fill in the points; return whether each is on an edge that is there, or at a vertex."""
    edge_of, cut = named
    chain, group, at, seconds, vertex, hop = placed
    sound = True
    for point in range(len(chain)):
        chain[point] = group[point] = -1
        for side in range(2):
            at[point, side] = 0
            seconds[point, side] = hop[point, side] = np.inf
            vertex[point, side] = -1
        street = streets[0][point]
        if street >= len(edge_of):
            return False
        edge = edge_of[street] if street >= 0 else -1
        number = cut[street] if street >= 0 else -1
        if edge >= 0 and of_edges[0][edge] >= 0:
            _place_on_edge(streets, point, edge, of_edges, placed)
        elif number < 0:  # on a street that is not used, or none, one can only be at an end
            _place_at_end(streets, point, of_vertices, of_chains[0], placed)
        if chain[point] >= 0:
            group[point] = chain[point]
            _hop_to_ends(point, of_chains, ways, placed)
        else:
            if number >= 0:
                group[point] = len(of_chains[1]) + number
            _hop_to_core(streets, point, of_vertices[0], placed)
        sound = sound and chain[point] != _ASTRAY
    return sound


@kernel(inner=True)
def _place_on_edge(  # noqa: PLR0917 - numba takes no keyword-only arguments
    streets: Streets, point: int, edge: int, of_edges: OfEdges, placed: Placed
) -> None:
    """Place a point on the chain of its edge, between the places at the ends of it."""
    both = streets[3]
    edge_chain, edge_at, flipped = of_edges
    chain, _, at, seconds, _, _ = placed
    chain[point] = edge_chain[edge]
    before = edge_at[edge] + chain[point]  # a chain has a place more than edges
    first = 1 if flipped[edge_at[edge]] else 0
    at[point, 0], at[point, 1] = before, before + 1
    seconds[point, 0], seconds[point, 1] = both[point, first], both[point, 1 - first]


@kernel(inner=True)
def _place_at_end(  # noqa: PLR0917 - numba takes no keyword-only arguments
    streets: Streets, point: int, of_vertices: OfVertices, start: Longs, placed: Placed
) -> None:
    """Place a point at the end of its edge that it is at, which may lie within a chain."""
    _, fraction, vertex, both = streets
    _, chain_of, place_of = of_vertices
    chain, _, at, seconds, _, _ = placed
    side = 0 if both[point, 0] < both[point, 1] else 1
    here = vertex[point, side]
    if both[point, side] == np.inf or here < 0:
        return
    if 0 < fraction[point] < 1:
        chain[point] = _ASTRAY
    elif chain_of[here] >= 0:
        chain[point] = chain_of[here]
        at[point, 0] = at[point, 1] = start[chain_of[here]] + chain_of[here] + place_of[here]
        seconds[point, 0] = both[point, side]


@kernel(inner=True)
def _hop_to_core(streets: Streets, point: int, core_of: Indices, placed: Placed) -> None:
    """Add the hops of a point that is on no chain."""
    _, _, by, both = streets
    _, _, _, _, vertex, hop = placed
    for side in range(2):
        if both[point, side] < np.inf and by[point, side] >= 0:
            vertex[point, side] = core_of[by[point, side]]
            if vertex[point, side] >= 0:
                hop[point, side] = both[point, side]


@kernel(inner=True)
def _hop_to_ends(point: int, of_chains: OfChains, ways: Ways, placed: Placed) -> None:
    """Add the hops of a point on a chain to both its ends, by the nearer of its places.

    A closed edge adds no seconds but one to the count, from the tail on: see
    :class:`grensgeo.routing.streets.chain_seconds.Along`.
    """
    start, tail, head = of_chains
    onward, shut, homeward, barred = ways
    chain, _, at, seconds, vertex, hop = placed
    mine = chain[point]
    last = start[mine + 1] + mine
    vertex[point, 0], vertex[point, 1] = tail[mine], head[mine]
    for side in range(2):
        place, own = at[point, side], seconds[point, side]
        if barred[place] == 0:
            hop[point, 0] = min(hop[point, 0], own + homeward[place])
        if shut[place] == shut[last]:
            hop[point, 1] = min(hop[point, 1], own + (onward[last] - onward[place]))
