"""The rides of journeys by timetable, with what tariffs ask about: stops, countries, km."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.costs.rides import Ride, RideStop
from grensgeo.polylines import straight_m
from grensgeo.traveltimes.vehicles import kind_of

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.gtfs import Feed, Timetable
    from grensgeo.routing.transit.itinerary import Journey

#: What a ride is known by: its trip, and the calls at which one gets on and off.
RideKey = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class RideBook:
    """The rides of one timetable, each written down once.

    Attributes
    ----------
    timetable
        The timetable.
    feeds
        Its feeds in order, which know operators.
    country
        Of each stop, empty where it is not known; None where no feed knows any.
    areas
        Outlines with ``region_code``, by which the municipality of a stop is known, or None.
    """

    timetable: Timetable
    feeds: tuple[Feed, ...]
    country: npt.NDArray[np.object_] | None
    areas: gpd.GeoDataFrame | None = None
    _known: dict[RideKey, Ride] = field(default_factory=dict, repr=False)

    def keys(self, journey: Journey) -> tuple[RideKey, ...]:
        """Return what the rides of a journey are known by."""
        trips = journey.trip.tolist()
        calls = journey.board_call.tolist(), journey.alight_call.tolist()
        return tuple(zip(trips, *calls, strict=True))

    def ride(self, key: RideKey) -> Ride:
        """Return a ride."""
        if key not in self._known:
            self._known[key] = self._written(*key)
        return self._known[key]

    def _written(self, trip: int, board: int, alight: int) -> Ride:
        table = self.timetable
        calls = slice(board, alight + 1)
        stops = table.pattern_stop[calls]
        km = self._km[calls] - self._km[board]
        return Ride(
            kind_of(int(table.trip_route_type[trip])),
            str(table.trip_line[trip]),
            self._operator(trip),
            tuple(self._stop(int(stop)) for stop in stops),
            tuple(km.tolist()),
        )

    def _operator(self, trip: int) -> str:
        """Return the operator of a trip; empty where its feed does not say."""
        trips = self.feeds[int(self.timetable.trip_feed[trip])].trips
        if "operator" not in trips:
            return ""
        name = str(self.timetable.trip_id[trip])
        found = next((n for n in (name, name.rpartition("#")[0]) if n in trips.index), None)
        return "" if found is None else str(trips.at[found, "operator"])

    def _stop(self, stop: int) -> RideStop:
        table = self.timetable
        return RideStop(
            str(table.stop_ids[stop]),
            str(table.stop_names[stop]),
            "" if self.country is None else str(self.country[stop]),
            str(self._municipality[stop]),
            float(table.stop_lon[stop]),
            float(table.stop_lat[stop]),
        )

    @cached_property
    def _km(self) -> Floats:
        """Kilometres up to each call, straight from stop to stop; over all patterns on end."""
        table = self.timetable
        lon, lat = table.stop_lon[table.pattern_stop], table.stop_lat[table.pattern_stop]
        steps = np.zeros(len(lon))
        if len(lon) > 1:
            steps[1:] = straight_m(lon[:-1], lat[:-1], lon[1:], lat[1:]) / 1000.0
        starts = table.pattern_stop_start[:-1]
        steps[starts[starts < len(steps)]] = 0.0
        return np.asarray(np.cumsum(steps))

    @cached_property
    def _municipality(self) -> npt.NDArray[np.object_]:
        """Code of the municipality of each stop; empty where it is not known."""
        table = self.timetable
        found = np.full(table.n_stops, "", dtype=object)
        if self.areas is None:
            return found
        import geopandas as gpd

        points = gpd.GeoDataFrame(
            geometry=gpd.points_from_xy(table.stop_lon, table.stop_lat), crs=4326
        )
        own = self.areas[["region_code", self.areas.geometry.name]].to_crs(4326)
        joined = points.sjoin(own.reset_index(drop=True), how="inner", predicate="intersects")
        joined = joined[~joined.index.duplicated(keep="first")]
        found[joined.index.to_numpy()] = joined["region_code"].astype(str).to_numpy(object)
        return found
