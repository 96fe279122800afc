"""Street times for points on edges: chains, hierarchy and sweeps behind one door.

:mod:`grensgeo.routing.streets.skeletons` looks at the shape of the streets, once per network and
mode, and adds durations, once per mode, hour and scenario; :func:`aim` and :func:`many_to_many`
answer. Arrays in, arrays out, seconds throughout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.routing.streets import aiming
from grensgeo.routing.streets.aiming import LONGEST_S
from grensgeo.routing.streets.direct_ways import join_directly, place, sort_by_group
from grensgeo.routing.streets.placed_points import Points, place_vertices
from grensgeo.routing.streets.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Callable

    from grensgeo.arrays import Singles
    from grensgeo.routing.streets.aiming import Aimed, Hops, Selection
    from grensgeo.routing.streets.direct_ways import Sorted
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.routing.streets.skeletons import Timed


@dataclass(frozen=True, eq=False)
class Targets:
    """Points to which times are wanted again and again, made ready.

    Attributes
    ----------
    timed
        The streets and durations that they were made ready for.
    points
        The points.
    by_group
        From :func:`grensgeo.routing.streets.direct_ways.sort_by_group`.
    aimed
        What is swept to them.
    """

    timed: Timed
    points: Points
    by_group: Sorted
    aimed: Aimed


def aim(
    timed: Timed,
    points: Ends | None = None,
    *,
    reverse: bool = False,
    select: Callable[[Hops], Selection] | None = None,
) -> Targets:
    """Prepare destinations to be asked for again and again.

    Parameters
    ----------
    timed
        Streets with durations.
    points
        Points on edges; every vertex of the network if not given.
    reverse
        Journeys run from these points to those that are given later, as for the catchment of a
        place of work.
    select
        Returns the part of the hierarchy above points, as
        :func:`grensgeo.routing.streets.sweep.select` finds it: it fits every metric.

    Returns
    -------
    Targets
        What :func:`many_to_many` takes as destinations.

    Raises
    ------
    InputError
        If a point lies along an edge that the skeleton does not use.
    """
    if points is None:
        placed = place_vertices(timed.skeleton.chains, timed.along, leaving=reverse)
    else:
        placed = place(timed, points, leaving=reverse)
    aimed = aiming.aim(
        timed.skeleton.hierarchy,
        timed.metric,
        placed.hops,
        selection=None if select is None else select(placed.hops),
        reverse=reverse,
    )
    by_group = sort_by_group(placed.group)
    return Targets(timed, placed, by_group, aimed)


def many_to_many(
    timed: Timed,
    origins: Ends,
    *,
    destinations: Ends | Targets,
    limit_s: float = np.inf,
) -> Singles:
    """Compute the seconds from every origin to every destination.

    Parameters
    ----------
    timed
        Streets with durations.
    origins, destinations
        Points on edges. An origin and a destination on the same edge or chain are joined directly
        where the direction allows it, and around otherwise. Destinations that are asked for more
        than once, or that journeys start from, are made ready by :func:`aim`.
    limit_s
        Longer journeys are not reached.

    Returns
    -------
    ndarray
        float32 (n_origins, n_destinations), seconds, right within about 5e-7 of themselves; NaN
        where unreached. The origins of one destination lie side by side in memory. It does not
        depend on the number of threads. The caller bounds the memory by the number of origins it
        gives at a time.

    Raises
    ------
    InputError
        If a point lies along an edge that the skeleton does not use, or the destinations were made
        ready for other streets or durations.

    Examples
    --------
    A street of 60 s and one of 100 s in a row:

    >>> from grensgeo.routing.streets.ends import Ends
    >>> from grensgeo.routing.streets.layout import Layout
    >>> from grensgeo.routing.streets.skeletons import customise_layout, prepare_layout
    >>> tail, head = np.array([0, 1]), np.array([1, 2])
    >>> seconds = np.array([60.0, 100.0])
    >>> layout = Layout.of_edges(3, tail, head, forward_s=seconds, backward_s=seconds)
    >>> timed = customise_layout(prepare_layout(layout), layout)
    >>> ends = Ends.on_edges(np.array([0, 1]), np.array([0.5, 0.25]), np.zeros(2), tail=tail,
    ...                      head=head, forward_s=seconds, backward_s=seconds)
    >>> many_to_many(timed, ends, destinations=ends)
    array([[ 0., 55.],
           [55.,  0.]], dtype=float32)
    >>> many_to_many(timed, ends, destinations=aim(timed))
    array([[ 30.,  30., 130.],
           [ 85.,  25.,  75.]], dtype=float32)
    """
    targets = destinations if isinstance(destinations, Targets) else aim(timed, destinations)
    if targets.timed is not timed:
        raise InputError(
            "prepared-for-other-streets",
            "many_to_many: aim the destinations at the same streets and durations",
        )
    points = place(timed, origins, leaving=not targets.aimed.reverse)
    out = sweep(targets.aimed, points.hops, limit_s=limit_s)
    join_directly(
        timed,
        (points, origins),
        (targets.points, targets.points.ends),
        targets.by_group,
        min(limit_s, LONGEST_S),
        out,
        reverse=targets.aimed.reverse,
    )
    return out
