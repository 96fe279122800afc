"""An order kept from other streets: a few that were added or closed need no new one.

Whatever order the core is contracted in, times are right; a good one makes few shortcuts. So
vertices keep the order that they have, and those that are new stand just below the lowest of their
neighbours, which become no more than a few shortcuts richer. Arrays in, arrays out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Indices, Ints

#: So many times it is looked for a neighbour that has a place; who has none then is first of all.
_STEPS = 64


def keep_order(level: Ints, tail: Ints, head: Ints) -> Indices:
    """Rank vertices as they were, and new ones below their neighbours.

    Parameters
    ----------
    level
        (n_vertices,): number that each had in an order; -1 where it is new. Equal ones stay in
        their own order.
    tail, head
        (n_edges,): ends of the edges.

    Returns
    -------
    ndarray
        int32 (n_vertices,): rank, 0 contracted first, as
        :func:`grensgeo.routing.streets.hierarchy.contract` takes it.

    Examples
    --------
    A new vertex 1 in the middle of a street between 0 and 2:

    >>> keep_order(np.array([7, -1, 3]), np.array([0, 1]), np.array([1, 2]))
    array([2, 0, 1], dtype=int32)
    """
    place: Floats = np.where(level >= 0, level, np.nan)
    new = np.isnan(place)
    step = 0
    while new.any() and step < _STEPS:
        step += 1
        below = np.full(len(place), np.inf)
        for one, other in ((tail, head), (head, tail)):
            edges = np.flatnonzero(new[one] & ~new[other])
            np.minimum.at(below, one[edges], place[other[edges]])
        found = new & np.isfinite(below)
        if not found.any():
            break
        # between whole numbers there is room for those that are found later, lower still
        place[found] = below[found] - 0.5**step
        new &= ~found
    place[new] = -np.inf
    rank = np.empty(len(place), dtype=np.int32)
    rank[np.argsort(place, kind="stable")] = np.arange(len(place))
    return rank
