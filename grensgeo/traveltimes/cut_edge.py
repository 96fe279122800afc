"""How far the edge is of a network that was cut to an outline while it was read.

What lies beyond the cut cannot be reached on it, so that what is reached from near it is too
little. The way to the edge is a way to the nearest vertex on the outline or beyond it: one search
backwards from all of them at once, whatever the number of origins.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.geodata.cut_outline import lies_beyond
from grensgeo.network.prepared import Kept, Part, Same
from grensgeo.notes import Note
from grensgeo.traveltimes.legs import StreetTimes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Floats, Singles
    from grensgeo.network import Network
    from grensgeo.traveltimes.departures import TimetableTimes
    from grensgeo.traveltimes.metrics import StreetMetric
    from grensgeo.traveltimes.trip import Trip

#: Metrics whose ways to the edge are kept.
_MOST = 8


class WaysToEdge(Part):
    """Seconds from every vertex of a graph to the edge of the network, by metric."""

    def __init__(self) -> None:
        self.seconds = Kept[Same, "Floats"](_MOST)


def edge_minutes(
    network: Network, parts: Sequence[StreetTimes | TimetableTimes], rows: slice
) -> Singles | None:
    """Compute the least minutes from origins to the edge of a network that was cut.

    Parameters
    ----------
    network
        The network.
    parts
        Times by country of origin. Of those by timetable the way without any ride counts alone.
    rows
        Which origins.

    Returns
    -------
    ndarray or None
        float32 (n_rows,): minutes from door to the edge, parking included as for places beyond
        it; NaN where it is not reached, within the trip's limit. None for networks that were not
        cut.
    """
    if network.outline is None:
        return None
    kept = network.prepared.part(WaysToEdge).seconds
    found = np.full(rows.stop - rows.start, np.inf)
    for part in parts:
        times = part if isinstance(part, StreetTimes) else part.direct
        metric = times.metric
        to_edge = kept.get(Same(metric), partial(_seconds, network, metric))
        ends = times.origins[rows]
        leave_s = np.stack(ends.leave_s(), axis=1)
        by_end = np.where(np.isfinite(leave_s), leave_s + to_edge[ends.leave], np.inf)
        seconds = by_end.min(axis=1) + times.park_s
        found = np.minimum(found, np.where(seconds <= times.limit_s, seconds, np.inf))
    minutes: Singles = np.where(np.isfinite(found), found / 60.0, np.nan).astype(np.float32)
    return minutes


def edge_notes(network: Network, trip: Trip) -> tuple[Note, ...]:
    """Return what is said of trips on a network that was cut."""
    if network.outline is None:
        return ()
    return (Note("network.cut-edge" if trip.mode != "transit" else "network.cut-edge-transit"),)


def _seconds(network: Network, metric: StreetMetric) -> Floats:
    """Search backwards from all vertices on the outline or beyond it: ``inf`` if unreached."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    graph, streets = metric.graph, network.streets
    nowhere = np.full(graph.n_vertices, np.inf)
    if network.outline is None:
        return nowhere
    beyond = np.flatnonzero(lies_beyond(network.outline.iloc[0], streets.lon, streets.lat))
    goals = np.unique(graph.reached[beyond])
    if not len(goals):
        return nowhere
    arcs = csr_array(
        (graph.weights_s, graph.heads, graph.indptr), shape=(graph.n_vertices, graph.n_vertices)
    )
    seconds: Floats = dijkstra(arcs.T.tocsr(), indices=goals, min_only=True)
    return seconds
