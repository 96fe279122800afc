"""Door-to-door times by public transport: access leg, rides, egress leg.

The lines run at headways. A place's stops are all those within the access (or egress) leg along
the streets; the fastest pair of stops counts, or the way without any ride where that is faster.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.network.headway_services import to_arrays
from grensgeo.network.snapping import NOT_SNAPPED
from grensgeo.routing.transit.headways import stop_times
from grensgeo.routing.transit.journeys import Legs, join
from grensgeo.traveltimes.legs import Places, StreetTimes, blocks, only

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.network import Network, Services
    from grensgeo.network.headway_services import ServiceArrays
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.traveltimes.legs import ModeStreets
    from grensgeo.traveltimes.trip import Trip


@dataclass(frozen=True, eq=False)
class TransitTimes:
    """Times by public transport, computed when rows are asked for.

    Attributes
    ----------
    access, egress
        Legs from origins to stops and from stops to destinations.
    rides_s
        float64 (n_stops, n_stops): from stop to stop, the first wait included; NaN where no
        journey exists and on the diagonal.
    stop_lonlat
        float64 (n_stops, 2): degrees.
    direct
        The way without any ride.
    limit_s
        Longer journeys are NaN.
    """

    access: Legs
    egress: Legs
    rides_s: Floats
    stop_lonlat: Floats
    direct: StreetTimes
    limit_s: float

    def at_stops(self, rows: slice) -> Floats:
        """Return the seconds of some origins to the stops, by a ride: NaN unreached."""
        every = np.arange(len(self.stop_lonlat))
        here = Legs.from_pairs(len(every), every, every, np.zeros(len(every)))
        return join(self.access, self.rides_s, here, rows=rows)

    def seconds(self, rows: slice) -> Floats:
        """Return the seconds of some origins: float64 (n_rows, n_destinations), NaN unreached."""
        result = join(self.access, self.rides_s, self.egress, rows=rows)
        result = np.fmin(result, self.direct.seconds(rows))
        result[result > self.limit_s] = np.nan
        return result


def direct_mode(trip: Trip) -> str:
    """Return the mode of a whole trip without any ride: that of the access leg, never the car."""
    return trip.access if trip.access != "car" else "walk"


def prepare_transit(
    trip: Trip,
    *,
    access: ModeStreets,
    egress: ModeStreets,
    direct: ModeStreets,
    ends: dict[str, Ends],
) -> TransitTimes:
    """Compute legs and rides.

    Parameters
    ----------
    trip
        The trip.
    access, egress, direct
        ModeStreets in the mode of each leg, all of the same country.
    ends
        ``origins`` and ``destinations`` on the streets of the access and egress leg, and
        ``direct_origins`` and ``direct_destinations`` on those of the direct way.

    Returns
    -------
    TransitTimes
        Ready to be asked for rows.

    Raises
    ------
    InputError
        If the network has no services.
    """
    services = services_of(access.network)
    arrays = to_arrays(services, country=access.country)
    crossing_s = 60.0 * trip.crossing_time_min * _crossings(services, arrays)
    rides = stop_times(
        len(arrays.stop_ids),
        arrays.line_start,
        arrays.call_stop,
        arrays.call_arrival_s + crossing_s,
        call_departure_s=arrays.call_departure_s + crossing_s,
        line_headway_s=arrays.line_headway_s,
        transfer_from=arrays.transfer_from,
        transfer_to=arrays.transfer_to,
        transfer_s=arrays.transfer_s,
    )
    np.fill_diagonal(rides, np.nan)  # a journey by public transport has a ride
    stops = Places(
        np.array(arrays.stop_ids, dtype=object),
        services.stops[["lon", "lat"]].to_numpy(dtype=np.float64).reshape(-1, 2),
    )
    own = np.ones(len(stops), dtype=bool)
    if access.country is not None:
        own = (services.stops["country"] == access.country).to_numpy(dtype=bool)
    to_legs, from_legs = stop_legs(
        trip, StopsOnStreets(stops, own), access=access, egress=egress, ends=ends
    )
    return TransitTimes(
        access=to_legs,
        egress=from_legs,
        rides_s=rides,
        stop_lonlat=stops.lonlat,
        direct=direct_times(trip, direct, ends),
        limit_s=np.inf if trip.max_min is None else 60.0 * trip.max_min,
    )


@dataclass(frozen=True, eq=False)
class StopsOnStreets:
    """Stops, and which of them may be used.

    Attributes
    ----------
    places
        All of them, in the order of their numbers.
    own
        bool (n_stops,): False for those of a country that is closed.
    """

    places: Places
    own: npt.NDArray[np.bool_]

    def on(self, streets: ModeStreets) -> Ends:
        """Snap the stops to the streets, and warn of those that nobody can get to."""
        snapping = streets.snap(self.places)
        lost = self.places.ids[self.own & (snapping.status == NOT_SNAPPED)]
        if len(lost):
            warnings.warn(
                GrensgeoWarning(
                    "not-on-network",
                    f"{len(lost)} of {len(self.places)} stops have no {streets.mode} street "
                    "within "
                    f"{streets.max_m:g} m and cannot be used: {some(lost)}; correct their "
                    "coordinates "
                    "or raise max_snap_m",
                ),
                stacklevel=2,
            )
        return only(streets.ends(snapping), self.own)


def stop_legs(
    trip: Trip,
    stops: StopsOnStreets,
    *,
    access: ModeStreets,
    egress: ModeStreets,
    ends: dict[str, Ends],
) -> tuple[Legs, Legs]:
    """Compute the legs from origins to stops, and from stops to destinations by destination."""
    to_stops = access.times(
        ends["origins"],
        stops.on(access),
        limit_s=60.0 * trip.max_access_min,
        park_min=trip.park_minutes(trip.access) if trip.access == "car" else 0.0,
    )
    from_stops = egress.times(
        stops.on(egress),
        ends["destinations"],
        limit_s=60.0 * trip.max_egress_min,
        park_min=trip.park_minutes(trip.egress) if trip.egress == "car" else 0.0,
    )
    origin, stop, seconds = reached_pairs(to_stops)
    to_legs = Legs.from_pairs(len(ends["origins"]), origin, stop, seconds)
    stop, destination, seconds = reached_pairs(from_stops)
    return to_legs, Legs.from_pairs(len(ends["destinations"]), destination, stop, seconds)


def direct_times(trip: Trip, streets: ModeStreets, ends: dict[str, Ends]) -> StreetTimes:
    """Prepare the way without any ride, as long as both legs may be together."""
    return streets.times(
        ends["direct_origins"],
        ends["direct_destinations"],
        limit_s=60.0 * (trip.max_access_min + trip.max_egress_min),
        park_min=0.0,
    )


def _crossings(services: Services, arrays: ServiceArrays) -> Floats:
    """Count how often each line has crossed the national border at each of its calls.

    A stop whose country is not known lies in that of the call before.
    """
    country = services.stops["country"].to_numpy(dtype=object)[arrays.call_stop]
    crossed = np.zeros(len(country))
    for first, last in pairwise(arrays.line_start.tolist()):
        count, here = 0, ""
        for call in range(first, last):
            there = country[call] if country[call] in COUNTRIES[1:] else here
            count += bool(here) and there != here
            crossed[call], here = count, there
    return crossed


def services_of(network: Network) -> Services:
    """Return the services of a network.

    Raises
    ------
    InputError
        If it has none.
    """
    if network.services is None:
        raise InputError(
            "no-public-transport",
            "trip: mode 'transit' needs public transport lines, and this network has none; give "
            "build_network(..., services=...) (grensgeo build --services), or choose another mode",
        )
    return network.services


def reached_pairs(
    times: StreetTimes,
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]:
    """Return the reached pairs of a matrix as row, column, seconds; a block at a time."""
    parts: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]] = []
    for rows in blocks(len(times.origins), len(times.destinations)):
        seconds = times.seconds(rows)
        row, column = np.nonzero(~np.isnan(seconds))
        parts.append((row + rows.start, column, seconds[row, column].astype(np.float64)))
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return none, none, np.zeros(0)
    first, second, values = zip(*parts, strict=True)
    return np.concatenate(first), np.concatenate(second), np.concatenate(values)
