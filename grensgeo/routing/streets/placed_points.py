"""Points on streets and vertices, placed on chains and in the core.

A point on a chain hops to or from both its ends; one on a street that is cut, because a turn is
forbidden at one of its ends, hops to or from the core. Arrays in, arrays out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.routing.streets.aiming import Hops

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Ints
    from grensgeo.routing.streets.chain_seconds import Along
    from grensgeo.routing.streets.chains import Chains
    from grensgeo.routing.streets.ends import Ends

    #: Chain, positions on it and seconds to or from them.
    OnChains = tuple[Indices, npt.NDArray[np.int64], Floats]


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
    chains: Chains, along: Along, ends: Ends, *, named: tuple[Indices, Indices], leaving: bool
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
    edge_of, cut = named
    if (ends.edge >= len(edge_of)).any():
        outside = np.flatnonzero(ends.edge >= len(edge_of))
        raise InputError(
            "index-unknown", f"points {some(outside)} are on edges not of the {len(edge_of)}"
        )
    both = ends.leave_s() if leaving else ends.arrive_s()
    vertex = np.where(np.isfinite(both), ends.leave if leaving else ends.enter, np.int32(-1))
    n = len(ends)
    chain = np.full(n, -1, dtype=np.int32)
    group = chain.copy()
    at = np.zeros((n, 2), dtype=np.int64)
    seconds = np.full((n, 2), np.inf)

    street = np.flatnonzero(ends.edge >= 0)
    edge = edge_of[ends.edge[street]]
    on = edge >= 0
    on[on] = chains.edge_chain[edge[on]] >= 0
    street, edge = street[on], edge[on]
    if len(street):
        chain[street] = chains.edge_chain[edge]
        before = chains.edge_at[edge] + chain[street]
        at[street] = np.stack([before, before + 1], axis=1)
        flipped = chains.flipped[chains.edge_at[edge]]
        seconds[street] = np.where(flipped[:, None], both[street, ::-1], both[street])
        vertex[street] = -1

    # On a street that is cut, one hops to the core; on one that is not used, one can only be at
    # either end, which may lie within a chain.
    whole = len(street) == n
    if not whole:
        numbers = _look_up(cut, ends.edge)
        loose = numbers >= 0
        _refuse_astray(ends, (vertex >= 0) & ~loose[:, None])
        group[loose] = chains.n_chains + numbers[loose]
        at_end = np.flatnonzero(~loose & (vertex >= 0).any(axis=1))
        only = vertex[at_end].max(axis=1)
        within = chains.chain_of[only] >= 0
        at_end, only = at_end[within], only[within]
        chain[at_end] = chains.chain_of[only]
        at[at_end] = _positions(chains, only)[:, None]
        seconds[at_end, 0] = both[at_end].min(axis=1)
        vertex[at_end] = -1
    np.copyto(group, chain, where=chain >= 0)
    core = vertex if whole else _look_up(chains.core_of, vertex), both
    placed = chain, at, seconds
    vertex, hop = _add_hops(chains, along, placed, *core, leaving=leaving)
    return Points(Hops(vertex, hop), chain, group, at, seconds, ends)


def _refuse_astray(ends: Ends, hops: Flags) -> None:
    """Raise on points in the middle of an edge that is not there."""
    middle = np.stack([ends.fraction != 0, ends.fraction != 1], axis=1)
    bad = np.flatnonzero((hops & middle).any(axis=1))
    if len(bad):
        raise InputError(
            "snapped-to-other-mode",
            f"points {some(bad)} lie along edges {some(ends.edge[bad])}, which this mode does not "
            "use; snap them to its own edges",
        )


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
    chain = chains.chain_of
    at = np.repeat(_positions(chains, np.arange(n))[:, None], 2, axis=1)
    seconds = np.full((n, 2), np.inf)
    seconds[:, 0] = 0.0
    core = np.stack([chains.core_of, np.full_like(chains.core_of, -1)], axis=1)
    placed = chain, at, seconds
    vertex, hop = _add_hops(chains, along, placed, core, seconds, leaving=leaving)
    return Points(Hops(vertex, hop), chain, chain, at, seconds, None)


def _look_up(values: Indices, index: Ints) -> Indices:
    """Select values; -1 where the index is negative."""
    found = np.full(index.shape, -1, dtype=np.int32)
    there = index >= 0
    found[there] = values[index[there]]
    return found


def _positions(chains: Chains, vertex: Ints) -> npt.NDArray[np.int64]:
    """Return the position among all places of vertices within chains; 0 for the core's."""
    chain = chains.chain_of[vertex]
    if chains.n_chains == 0:
        return np.zeros(len(vertex), dtype=np.int64)
    return np.where(chain >= 0, chains.start[chain] + chain + chains.place_of[vertex], 0)


def _add_hops(  # noqa: PLR0917 - parts of a point
    chains: Chains,
    along: Along,
    placed: OnChains,
    core: Indices,
    core_s: Floats,
    *,
    leaving: bool,
) -> tuple[Indices, Floats]:
    """Return vertex and seconds of the two hops of every point."""
    chain, at, seconds = placed
    vertex = core.copy()
    hop = np.where(vertex >= 0, core_s, np.inf)
    within = np.flatnonzero(chain >= 0)
    if not len(within):  # an origin alone in the core waits for each call of numpy
        return vertex, hop
    on, at, seconds = chain[within], at[within], seconds[within]
    vertex[within, 0], vertex[within, 1] = chains.tail[on], chains.head[on]
    hop[within, 0], hop[within, 1] = along.to_ends(
        chains.last_of(on), at, seconds, leaving=leaving
    )
    return vertex, hop
