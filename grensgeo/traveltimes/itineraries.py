"""By which vehicles, walks and waits a travel time by timetable comes about, for one pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import InputError
from grensgeo.network.snapping import SNAPPED
from grensgeo.routing.transit.itinerary import journey
from grensgeo.routing.transit.raptor import nearest_ranks, profile_times
from grensgeo.traveltimes.alignment import Alignments
from grensgeo.traveltimes.compute import prepare
from grensgeo.traveltimes.departures import TimetableTimes
from grensgeo.traveltimes.legs import Places
from grensgeo.traveltimes.router import network_of
from grensgeo.traveltimes.stop_legs import direct_mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Codes, Singles
    from grensgeo.gtfs import Timetable
    from grensgeo.network import Network, SpeedTable
    from grensgeo.routing.transit.itinerary import Journey
    from grensgeo.traveltimes.router import Router
    from grensgeo.traveltimes.trip import Trip

_COLUMNS = (
    "percentile", "travel_time_min", "leg", "mode", "line", "headsign", "trip_id", "from_stop",
    "from_name", "to_stop", "to_name", "departure", "arrival", "wait_min", "duration_min",
)  # fmt: skip


def trace(
    network: Network | Router,
    origin: pd.DataFrame,
    destination: pd.DataFrame,
    trip: Trip,
    *,
    speeds: SpeedTable | None,
) -> gpd.GeoDataFrame:
    """Trace how a travel time comes about; see :func:`grensgeo.traveltimes.journeys`."""
    import geopandas as gpd

    network = network_of(network)
    ends = []
    for frame, where in ((origin, "origin"), (destination, "destination")):
        places = Places.read(network, frame, where=where)
        if len(places) != 1:
            raise InputError("more-than-one-place", f"{where}: {len(places)} places; give one")
        ends.append(places)
    laid = prepare(network, ends[0], ends[1], trip, speeds=speeds)
    if laid.plan is None:
        raise InputError(
            "no-timetable",
            "journeys: the trip is not by timetable; give one of mode 'transit'",
        )
    for where, snapping in (("origin", laid.from_snapping), ("destination", laid.to_snapping)):
        if snapping.status[0] != SNAPPED:
            raise InputError("not-on-network", f"{where}: {snapping.ids[0]} is not on the network")
    rows: list[dict[str, Any]] = []
    shapes: list[BaseGeometry | None] = []
    for part in laid.parts:
        if isinstance(part, TimetableTimes):
            tale = _Tale(part.timetable, trip, (ends[0], ends[1]), Alignments(network.feeds))
            for percentile, found, deadline_s in _chosen(part, trip):
                tale.tell(percentile, found, deadline_s)
            rows += tale.rows
            shapes += tale.shapes
    columns = {name: [row[name] for row in rows] for name in _COLUMNS}
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=4326)


def _chosen(part: TimetableTimes, trip: Trip) -> list[tuple[int, Journey, int | None]]:
    """Find the journey that each percentile is the time of, and its deadline if there is one."""
    window, whole, reverse = part.window, slice(0, 1), part.schedule.reverse
    direct = part.direct_s(whole)
    here = part.egress if reverse else part.access
    seconds, rides = profile_times(
        part.schedule, here, part.onward, window=window, rows=whole, direct_s=direct
    )
    asked = trip.percentiles or part.percentiles
    first = first_moments(seconds[0, :, 0], rides[0, :, 0], part.percentiles)
    chosen = []
    for percentile, at in zip(part.percentiles, first, strict=True):
        if percentile not in asked or at is None:
            continue
        moment_s = int(window.moments_s[at])
        found = journey(
            part.schedule,
            (part.access.stop, part.access.seconds),
            (part.egress.stop, part.egress.seconds),
            moment_s=moment_s,
            max_rides=window.max_rides,
            limit_s=window.limit_s,
            direct_s=float(direct[0, 0]),
        )
        if found is not None:
            chosen.append((percentile, found, moment_s if reverse else None))
    return chosen


def first_moments(took: Singles, ridden: Codes, percentiles: Sequence[float]) -> list[int | None]:
    """Find for each percentile the first moment whose journey takes exactly that long.

    Parameters
    ----------
    took, ridden
        (n_moments,): seconds, NaN where not reached, and rides.
    percentiles
        Above 0, up to 100.

    Returns
    -------
    list
        Places among the moments; None where the percentile is not reached.
    """
    # the fewest rides come first among equals; moments without a journey come last
    order = np.lexsort((np.arange(len(took)), ridden, took))
    found: list[int | None] = []
    for rank in nearest_ranks(percentiles, len(took)):
        at = order[rank]
        same = np.flatnonzero((took == took[at]) & (ridden == ridden[at]))
        found.append(int(same[0]) if len(same) else None)
    return found


@dataclass(frozen=True)
class _Spot:
    """A door or a stop."""

    stop: str | None
    name: str
    lonlat: tuple[float, float]


class _Tale:
    """Writes journeys down as rows."""

    def __init__(
        self,
        timetable: Timetable,
        trip: Trip,
        ends: tuple[Places, Places],
        alignments: Alignments,
    ) -> None:
        self.timetable, self.trip, self.alignments = timetable, trip, alignments
        self.doors = [
            _Spot(None, str(places.ids[0]), (places.lonlat[0, 0], places.lonlat[0, 1]))
            for places in ends
        ]
        self.rows: list[dict[str, Any]] = []
        self.shapes: list[BaseGeometry | None] = []

    def tell(self, percentile: int, found: Journey, deadline_s: int | None) -> None:
        """Write one journey down; it lasts until its deadline where it has one."""
        end_s = found.arrival_s if deadline_s is None else deadline_s
        whole = {
            "percentile": percentile,
            "travel_time_min": (end_s - found.departure_s) / 60,
        }
        first = len(self.rows)
        now, here = found.departure_s, self.doors[0]
        for ride in range(len(found)):
            board, alight = self._stop(found.board_stop[ride]), self._stop(found.alight_stop[ride])
            walk, wait = int(found.walk_s[ride]), int(found.wait_s[ride])
            if board.stop == here.stop:
                wait += walk  # the time to change at a stop is spent there
            elif walk:
                mode = self.trip.access if ride == 0 else "walk"
                self._walk(mode, here, board, (now, now + walk))
            self._ride(found, ride, (board, alight), wait)
            now, here = int(found.alight_s[ride]), alight
        if found.walk_s[-1]:
            mode = self.trip.egress if len(found) else direct_mode(self.trip)
            self._walk(mode, here, self.doors[1], (now, now + int(found.walk_s[-1])))
        if end_s > found.arrival_s:
            self._walk("wait", self.doors[1], self.doors[1], (found.arrival_s, end_s))
        for leg, row in enumerate(self.rows[first:], start=1):
            row.update(whole, leg=leg)

    def _stop(self, stop: int) -> _Spot:
        table = self.timetable
        place = (float(table.stop_lon[stop]), float(table.stop_lat[stop]))
        return _Spot(str(table.stop_ids[stop]), str(table.stop_names[stop]), place)

    def _walk(self, mode: str, start: _Spot, end: _Spot, times: tuple[int, int]) -> None:
        """Write a leg without a vehicle down."""
        vehicle = {"line": None, "headsign": None, "trip_id": None, "wait_min": 0.0}
        self._add((start, end), times, [start.lonlat, end.lonlat], {"mode": mode, **vehicle})

    def _ride(self, found: Journey, ride: int, ends: tuple[_Spot, _Spot], wait_s: int) -> None:
        table, trip = self.timetable, int(found.trip[ride])
        opens, board = table.pattern_stop_start[found.pattern[ride]], found.board_call[ride]
        calls = table.pattern_stop[opens : found.alight_call[ride] + 1]
        vehicle = {
            "mode": "transit",
            "line": str(table.trip_line[trip]),
            "headsign": str(table.trip_headsign[trip]),
            "trip_id": str(table.trip_id[trip]),
            "wait_min": wait_s / 60,
        }
        line = self.alignments.along(
            int(table.trip_feed[trip]),
            str(table.trip_id[trip]),
            list(zip(table.stop_lon[calls], table.stop_lat[calls], strict=True)),
            board=int(board - opens),
        )
        self._add(ends, (int(found.board_s[ride]), int(found.alight_s[ride])), line, vehicle)

    def _add(
        self,
        ends: tuple[_Spot, _Spot],
        times: tuple[int, int],
        line: list[tuple[float, float]],
        vehicle: dict[str, Any],
    ) -> None:
        """Write one leg down; a leg that stays where it is has no line."""
        import shapely

        start, end = ends
        clock = [self.timetable.clock_at(second).isoformat() for second in times]
        self.rows.append(
            {
                **vehicle,
                "from_stop": start.stop,
                "from_name": start.name,
                "to_stop": end.stop,
                "to_name": end.name,
                "departure": clock[0],
                "arrival": clock[1],
                "duration_min": (times[1] - times[0]) / 60,
            }
        )
        self.shapes.append(shapely.LineString(line) if len(set(line)) > 1 else None)
