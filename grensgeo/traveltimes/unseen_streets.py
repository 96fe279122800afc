"""Streets that no node of a grid is nearest to, and that are not reached between nodes that are.

What lies between two nodes may be nearest to a street that neither is nearest to, so that no time
of a node tells of it. Such places are looked up once a network
(:func:`grensgeo.traveltimes.stretches.look_around`). Where one is not reached and all nodes around
are, one of these stays beyond the cutoff: as in :mod:`grensgeo.traveltimes.pockets`, on the same
squares.

Which one follows from the times of the nodes around alone: the latest, so that it stays beyond
every shorter cutoff too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.traveltimes.node_minutes import OFF_NETWORK_MS, known_of, seconds_to
from grensgeo.traveltimes.pockets import beyond
from grensgeo.traveltimes.stretches import ACROSS, FINE, PATCH, PATCHES, SIDE
from grensgeo.traveltimes.turned_nodes import AROUND, NODES_AROUND, STANDS_FOR, exactly

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Longs
    from grensgeo.traveltimes.node_minutes import Bounds, Streets, Window
    from grensgeo.traveltimes.node_pool import Unseen

    #: Row and column of the corner that a square has in the south and the west, and the colour of
    #: the nodes around it that may stay beyond a cutoff.
    Spot = tuple[int, int, int]


#: By colour and part of a square: a bit for each of the nodes around that stands for it.
_STANDING = np.stack(
    [(STANDS_FOR >> part & 1) @ (1 << np.arange(AROUND)) for part in range(FINE**2)], axis=1
)


@kernel(inner=True)
def _beyond(spot: Spot, high: float, minutes: Floats) -> int:
    """Return which nodes around a square are not reached before some minutes, a bit each."""
    row, column, kind = spot
    result = 0
    for k in range(AROUND):
        i, j = row + NODES_AROUND[kind, k, 0], column + NODES_AROUND[kind, k, 1]
        inside = 0 <= i < minutes.shape[0] and 0 <= j < minutes.shape[1]
        if not (inside and minutes[i, j] < high):
            result |= 1 << k
    return result


@kernel(inner=True)
def _latest_around(spot: Spot, part: int, window: Window, streets: Streets) -> tuple[int, int]:
    """Return row and column of the latest of the nodes around a part, all of them reached."""
    row, column, latest = -1, -1, -np.inf
    for k in range(AROUND):
        if STANDS_FOR[spot[2], k] >> part & 1:
            i, j = spot[0] + NODES_AROUND[spot[2], k, 0], spot[1] + NODES_AROUND[spot[2], k, 1]
            # more may be told than is true of nodes that are plainly early
            time = exactly(i, j, window, streets)
            if time > latest:
                row, column, latest = i, j, time
    return row, column


@kernel(nogil=True)
def unseen(  # noqa: PLR0917 - numba takes no keyword-only arguments
    window: Window,
    looks: tuple[Streets, Unseen],
    limits: tuple[float, float],
    bounds: Bounds,
    minutes: Floats,
) -> Longs:
    """Find the nodes that stay beyond a cutoff for streets that no node around knows.

    Parameters
    ----------
    window, bounds, minutes
        As :func:`grensgeo.traveltimes.pockets.pockets` takes them.
    looks
        How streets are come to, as
        :func:`grensgeo.traveltimes.node_minutes.fill_minutes` took it, and the places that are
        looked at.
    limits
        The cutoff and a walk between two nodes, minutes.

    Returns
    -------
    ndarray
        int64: numbers of nodes in the window, a node as often as there is reason.
    """
    slots, (west, south), (_, (on, _, street_start), _, _) = window
    streets, (place, number, fraction, distance, start) = looks
    entries, by_vertex, origin, park = streets
    cutoff, margin = limits
    high = beyond(cutoff, margin)
    count, node = 0, np.empty(64, dtype=np.int64)
    patches, begins, _, last_of_all = bounds
    for nth in range(len(patches)):
        tile, own = patches[nth] // PATCHES, patches[nth] % PATCHES
        slot = slots[tile // slots.shape[1], tile % slots.shape[1]]
        at = slot * PATCHES + own
        first = (south // SIDE + tile // slots.shape[1]) * SIDE - south + own // ACROSS * PATCH
        begin = (west // SIDE + tile % slots.shape[1]) * SIDE - west + own % ACROSS * PATCH
        before, later = -1, 0  # the square of the look before, and which nodes around are beyond
        for look in range(start[at], start[at + 1]):
            if last_of_all[begins[nth] + number[look]] <= 60.0 * cutoff:
                continue
            square, part = place[look] // FINE**2, place[look] % FINE**2
            up, along = square // PATCH, square % PATCH
            spot = first + up, begin + along, 1 - (up + along) % 2
            if square != before:
                before, later = square, _beyond(spot, high, minutes)
            if later & _STANDING[spot[2], part]:
                continue
            street = street_start[at] + number[look]
            known = known_of(street, entries, by_vertex)
            best = seconds_to(float(fraction[look]), known, on[street], origin)
            time = (best + distance[look] / OFF_NETWORK_MS + park) / 60.0
            if time <= cutoff:  # NaN where it is never reached
                continue
            row, column = _latest_around(spot, part, window, streets)
            if count == len(node):
                node = np.append(node, np.empty(count, dtype=np.int64))
            node[count] = row * minutes.shape[1] + column
            count += 1
    return node[:count]
