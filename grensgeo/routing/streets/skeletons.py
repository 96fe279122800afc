"""The shape of a mode's streets, contracted once, and durations on it, customised again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.routing.streets import customisation
from grensgeo.routing.streets import hierarchy as levels
from grensgeo.routing.streets.chain_seconds import (
    Along,
    measure_again,
    measure_alike,
    measure_chains,
    whole_chains,
)
from grensgeo.routing.streets.chains import Chains, find_chains
from grensgeo.routing.streets.customisation import ByPlace
from grensgeo.routing.streets.kept_order import keep_order

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Ints
    from grensgeo.routing.streets.customisation import Metric, Sums
    from grensgeo.routing.streets.hierarchy import Hierarchy
    from grensgeo.routing.streets.layout import Layout


@dataclass(frozen=True, eq=False)
class Skeleton:
    """The shape of a mode's streets, made ready for any durations.

    Attributes
    ----------
    edge_of
        int32 (n_streets,): edge of each street that points may be on; -1 for none.
    cut
        int32 (n_streets,): number of each street that is an edge of its own each way; -1 where
        it is not.
    chains
        The chains, and the core between them.
    hierarchy
        The hierarchy of the core; its edges are the chains.
    """

    edge_of: npt.NDArray[np.int32]
    cut: npt.NDArray[np.int32]
    chains: Chains
    hierarchy: Hierarchy

    @property
    def n_vertices(self) -> int:
        """Number of vertices of the network."""
        return len(self.chains.core_of)

    def levels(self, vertices: Ints) -> Indices:
        """Return the number in the hierarchy of vertices of the network; -1 outside the core."""
        core = np.where(vertices >= 0, self.chains.core_of[vertices], np.int32(-1))
        return np.where(core >= 0, self.hierarchy.level[core], np.int32(-1))


@dataclass(frozen=True, eq=False)
class Timed:
    """A skeleton with durations.

    Attributes
    ----------
    skeleton
        The shape.
    along
        Seconds along the chains.
    metric
        Seconds of the hierarchy's shortcuts.
    """

    skeleton: Skeleton
    along: Along
    metric: Metric


def prepare_layout(
    layout: Layout, *, rank: Ints | None = None, level: Ints | None = None
) -> Skeleton:
    """Contract chains, order the core and contract it, where turns may be forbidden.

    Parameters
    ----------
    layout
        The edges; their seconds do not matter.
    rank
        (n_core,): rank of the core's vertices, if it was kept from an earlier call; it is
        ``skeleton.hierarchy.level``.
    level
        (n_vertices,): number in the hierarchy of other streets, -1 for what is new: that order is
        kept.

    Returns
    -------
    Skeleton
        The shape; points are on streets.

    Raises
    ------
    InputError
        If an edge ends at a vertex that is not there, or ``rank`` does not fit.

    Examples
    --------
    >>> from grensgeo.routing.streets.layout import Layout
    >>> seconds = np.array([60.0, 100.0])
    >>> layout = Layout.of_edges(
    ...     3, np.array([0, 1]), np.array([1, 2]), forward_s=seconds, backward_s=seconds)
    >>> skeleton = prepare_layout(layout)
    >>> skeleton.chains.n_core, skeleton.hierarchy.n_shortcuts
    (2, 1)
    """
    chains = find_chains(len(layout.kept), layout.tail, layout.head, kept=layout.kept)
    if level is not None:
        rank = keep_order(level[chains.core_vertex], chains.tail, chains.head)
    return Skeleton(layout.edge_of, layout.cut, chains, _contract(chains, rank))


def _contract(chains: Chains, rank: Ints | None) -> Hierarchy:
    if rank is None:
        rank = levels.order(chains.n_core, chains.tail, chains.head)
    elif len(rank) != chains.n_core:
        raise InputError(
            "lengths-differ", f"rank has {len(rank)} rows, but the core {chains.n_core} vertices"
        )
    return levels.contract(rank, chains.tail, chains.head)


def customise_layout(skeleton: Skeleton, layout: Layout) -> Timed:
    """Customise a skeleton by the durations of a layout of the same shape.

    Parameters
    ----------
    skeleton
        The shape, from :func:`prepare_layout`.
    layout
        The edges with their seconds.

    Returns
    -------
    Timed
        The skeleton with durations.

    Raises
    ------
    InputError
        If the seconds of an open direction are negative or infinite; the message names the edges.
    """
    return customise_skeleton(skeleton, layout.forward_s, layout.backward_s)[0]


def customise_skeleton(
    skeleton: Skeleton, forward_s: Floats, backward_s: Floats
) -> tuple[Timed, Sums]:
    """Customise a skeleton by the seconds along the edges that it was made of.

    Parameters
    ----------
    skeleton
        The shape.
    forward_s, backward_s
        float64 (n_edges,): seconds from tail to head and from head to tail; NaN where closed.

    Returns
    -------
    tuple
        The skeleton with durations, and what :func:`customise_again` starts from.

    Raises
    ------
    InputError
        As :func:`customise_layout`.
    """
    along = measure_chains(skeleton.chains, forward_s, backward_s)
    sums = customisation.add_up(skeleton.hierarchy, *whole_chains(skeleton.chains, along))
    return Timed(skeleton, along, sums.rounded()), sums


def customise_alike(
    before: Timed, at: tuple[Indices, Indices], seconds: Floats
) -> tuple[Timed, Sums]:
    """Customise a skeleton by other seconds where the same edges are closed as before.

    Parameters
    ----------
    before
        The skeleton with other durations.
    at, seconds
        As for :func:`grensgeo.routing.streets.chains.measure_alike`.

    Returns
    -------
    tuple
        To the last digit what :func:`customise_skeleton` returns.
    """
    skeleton = before.skeleton
    along, whole = measure_alike(skeleton.chains, before.along, at, seconds)
    sums = customisation.add_up(skeleton.hierarchy, *whole)
    return Timed(skeleton, along, sums.rounded()), sums


def customise_again(
    before: tuple[Timed, Sums],
    seconds_of: Callable[[Indices], tuple[Floats, Floats]],
    *,
    changed: Ints,
) -> tuple[Timed, Sums]:
    """Customise a skeleton where few edges have other seconds than before.

    Parameters
    ----------
    before
        What :func:`customise_skeleton` returned for the durations before.
    seconds_of
        Returns the seconds along edges now, as for :func:`customise_skeleton`.
    changed
        Edges whose seconds differ from before.

    Returns
    -------
    tuple
        To the last digit what :func:`customise_skeleton` returns.

    Raises
    ------
    InputError
        As :func:`customise_layout`.

    Examples
    --------
    >>> from grensgeo.routing.streets.layout import Layout
    >>> seconds = np.array([60.0, 100.0])
    >>> layout = Layout.of_edges(
    ...     3, np.array([0, 1]), np.array([1, 2]), forward_s=seconds, backward_s=seconds)
    >>> before = customise_skeleton(prepare_layout(layout), seconds, seconds)
    >>> slower = np.array([60.0, 120.0])
    >>> of = lambda edges: (slower[edges], slower[edges])
    >>> customise_again(before, of, changed=np.array([1]))[0].along.ahead_s
    array([  0.,  60., 180.])
    """
    timed, sums = before
    skeleton = timed.skeleton
    chains = np.unique(skeleton.chains.edge_chain[changed])
    chains = chains[chains >= 0]
    along = measure_again(skeleton.chains, timed.along, seconds_of, changed=chains)
    known = along.ahead_s, along.back_s, along.ahead_closed, along.back_closed
    edges = ByPlace(skeleton.chains.start, *known)  # those of a chain stand at its last place
    again = customisation.customise_again(skeleton.hierarchy, sums, edges, changed=chains)
    return Timed(skeleton, along, again.rounded()), again
