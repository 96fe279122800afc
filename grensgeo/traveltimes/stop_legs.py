"""What lies before the first ride and after the last: access and egress legs.

A place's stops are all those within the access (or egress) leg along the streets.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import GrensgeoWarning, some
from grensgeo.network.snapping import NOT_SNAPPED
from grensgeo.routing.transit.journeys import Legs
from grensgeo.traveltimes.legs import Places, StreetTimes, blocks, only

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.traveltimes.legs import ModeStreets
    from grensgeo.traveltimes.trip import Trip


def direct_mode(trip: Trip) -> str:
    """Return the mode of a whole trip without any ride: that of the access leg, never the car."""
    return trip.access if trip.access != "car" else "walk"


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
