"""How far the edge is of data that were cut to an outline while they were read.

What lies beyond the cut cannot be reached, so that what is reached from near it is too little. On
streets the way to the edge is a way to the nearest vertex on the outline or beyond it: one search
backwards from all of them at once, whatever the number of origins. By public transport one comes
there at stops beyond the outline, whose trips were kept whole, and by legs from stops: the whole
edge is one more destination, which every departure reaches where it is nearest.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

import numpy as np
import shapely

from grensgeo.geodata.cut_outline import lies_beyond
from grensgeo.network.prepared import Kept, Part, Same
from grensgeo.network.snapping import SNAPPED, Snapping
from grensgeo.notes import Note
from grensgeo.routing.transit.journeys import Legs
from grensgeo.traveltimes.legs import StreetTimes
from grensgeo.traveltimes.stop_legs import KeptLegs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Flags, Floats, Singles
    from grensgeo.gtfs import Timetable
    from grensgeo.network import Network
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.traveltimes.legs import ModeStreets
    from grensgeo.traveltimes.metrics import StreetMetric
    from grensgeo.traveltimes.stop_legs import StopsOnStreets
    from grensgeo.traveltimes.trip import Trip

#: Metrics whose ways to the edge are kept.
_MOST = 8


class WithoutRide(Protocol):
    """What is read of times by timetable."""

    @property
    def direct(self) -> StreetTimes:
        """The way without any ride."""

    @property
    def access_by_car(self) -> StreetTimes | None:
        """Ways to the first stop that are no whole trip, if any."""


class WaysToEdge(Part):
    """Where the edge of a network is, and the seconds from every vertex of a graph to it."""

    def __init__(self) -> None:
        self.beyond = Kept[Same, "Flags"](2)
        self.seconds = Kept[Same, "Floats"](_MOST)


def ends_somewhere(network: Network, *, by_timetable: bool) -> bool:
    """Return whether the data of a network were cut to an outline.

    Parameters
    ----------
    network
        The network.
    by_timetable
        Whether its timetables are asked about too, and not its streets alone.
    """
    return bool(_outlines(network, by_timetable=by_timetable))


def edge_minutes(
    network: Network, parts: Sequence[StreetTimes | WithoutRide], rows: slice
) -> Singles | None:
    """Compute the least minutes from origins to where data that were cut end, without any ride.

    Parameters
    ----------
    network
        The network.
    parts
        Times by country of origin. Of those by timetable the way without any ride counts, and the
        one to the first stop; what is reached by a ride is found with the times themselves.
    rows
        Which origins.

    Returns
    -------
    ndarray or None
        float32 (n_rows,): minutes from door to the edge, parking included as for places beyond
        it; NaN where it is not reached, within the trip's limit. None for data that were not cut.
    """
    timed = any(not isinstance(part, StreetTimes) for part in parts)
    if not ends_somewhere(network, by_timetable=timed):
        return None
    found = np.full(rows.stop - rows.start, np.inf)
    for part in parts:
        if isinstance(part, StreetTimes):
            ways = [part]
        else:
            ways = [part.direct, *([part.access_by_car] if part.access_by_car else [])]
        for times in ways:
            found = np.minimum(found, _to_edge_s(network, times, rows, by_timetable=timed))
    minutes: Singles = np.where(np.isfinite(found), found / 60.0, np.nan).astype(np.float32)
    return minutes


def legs_to_edge(
    trip: Trip,
    stops: StopsOnStreets,
    timetable: Timetable,
    *,
    egress: ModeStreets,
    walking: ModeStreets,
) -> Legs | None:
    """Compute the legs from stops to where the data end.

    Parameters
    ----------
    trip
        The trip.
    stops
        The stops.
    timetable
        The timetable.
    egress, walking
        Streets in the mode of the egress leg, and on foot: a change may lead there too.

    Returns
    -------
    Legs or None
        Of one point, the edge: none from stops beyond the outline, where one gets off there, and
        the shortest from others to vertices of streets on it or beyond it. None for data that
        were not cut.
    """
    network = egress.network
    outlines = _outlines(network, by_timetable=True)
    if not outlines:
        return None
    called = np.zeros(timetable.n_stops, dtype=bool)
    called[timetable.pattern_stop] = True
    off = np.zeros(timetable.n_stops, dtype=bool)
    for outline in outlines:
        off |= lies_beyond(outline, timetable.stop_lon, timetable.stop_lat)
    seconds = np.where(called & stops.own & off, 0.0, np.inf)
    legs = [(egress, trip.max_egress_min, trip.egress)]
    if trip.egress != "walk" or trip.max_change_min > trip.max_egress_min:
        legs.append((walking, trip.max_change_min, "walk"))
    for streets, longest_min, mode in legs:
        ends = _ends_at_edge(streets)
        if not len(ends):
            continue
        times = streets.times(
            stops.on(streets),
            ends,
            limit_s=60.0 * longest_min,
            park_min=trip.park_minutes(mode) if mode == "car" else 0.0,
        )
        found = network.prepared.part(KeptLegs).get(times, by_destination=True)
        np.minimum.at(seconds, found.stop, found.seconds)
    there = np.flatnonzero(np.isfinite(seconds))
    return Legs.from_pairs(1, np.zeros(len(there), dtype=np.int64), there, seconds[there])


def edge_notes(network: Network, trip: Trip) -> tuple[Note, ...]:
    """Return what is said of trips on data that were cut."""
    if network.outline is not None:
        return (Note("network.cut-edge"),)
    if trip.mode == "transit" and ends_somewhere(network, by_timetable=True):
        return (Note("timetables.cut-edge"),)
    return ()


def _outlines(network: Network, *, by_timetable: bool) -> list[BaseGeometry]:
    """Return the outlines that the data were cut to, each once."""
    found = [] if network.outline is None else [network.outline.iloc[0]]
    for feed in network.feeds if by_timetable else ():
        own = feed.outline
        if own is not None and not any(shapely.equals_exact(own, one, 1e-9) for one in found):
            found.append(own)
    return found


def _beyond(network: Network, *, by_timetable: bool) -> Flags:
    """Find the vertices of the streets that lie on the outline or beyond it."""
    streets = network.streets

    def find() -> Flags:
        found: Flags = np.zeros(streets.n_vertices, dtype=bool)
        for outline in _outlines(network, by_timetable=by_timetable):
            found |= lies_beyond(outline, streets.lon, streets.lat)
        return found

    key = Same(network.outline, network.feeds if by_timetable else None)
    return network.prepared.part(WaysToEdge).beyond.get(key, find)


def _to_edge_s(network: Network, times: StreetTimes, rows: slice, *, by_timetable: bool) -> Floats:
    """Return the seconds of some origins along streets to the edge, parking included."""
    beyond = _beyond(network, by_timetable=by_timetable)
    kept = network.prepared.part(WaysToEdge).seconds
    make = partial(_seconds, times.metric, beyond)
    to_edge = kept.get(Same(times.metric, beyond), make)
    ends = times.origins[rows]
    leave_s = ends.leave_s()
    by_end = np.where(np.isfinite(leave_s), leave_s + to_edge[ends.leave], np.inf)
    seconds: Floats = by_end.min(axis=1) + times.park_s
    return np.where(seconds <= times.limit_s, seconds, np.inf)


def _seconds(metric: StreetMetric, beyond: Flags) -> Floats:
    """Search backwards from all vertices on the outline or beyond it: ``inf`` if unreached."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    graph = metric.graph
    goals = np.unique(graph.reached[np.flatnonzero(beyond)])
    if not len(goals):
        return np.full(graph.n_vertices, np.inf)
    arcs = csr_array(
        (graph.weights_s, graph.heads, graph.indptr), shape=(graph.n_vertices, graph.n_vertices)
    )
    seconds: Floats = dijkstra(arcs.T.tocsr(), indices=goals, min_only=True)
    return seconds


def _ends_at_edge(streets: ModeStreets) -> Ends:
    """Return the vertices at which the streets of a mode come to the edge.

    Of streets that were not cut there, as where the timetable alone was, those that lead across.
    """
    network, laid = streets.network, streets.network.streets
    beyond = _beyond(network, by_timetable=True)
    forward, backward = streets.metric.durations_s
    usable = ~np.isnan(forward) | ~np.isnan(backward)
    ends = np.stack([laid.tail, laid.head], axis=1)
    there = beyond[ends] & usable[:, None]
    if network.outline is None:
        there &= ~there.all(axis=1, keepdims=True)
    edge, end = np.nonzero(there)
    _, first = np.unique(ends[edge, end], return_index=True)
    n = len(first)
    return streets.ends(
        Snapping(
            ids=np.arange(n).astype(str).astype(object),
            status=np.full(n, SNAPPED, dtype=np.uint8),
            edge=edge[first].astype(np.int32),
            fraction=end[first].astype(np.float64),
            distance_m=np.zeros(n),
            component=np.zeros(n, dtype=np.int32),
        )
    )
