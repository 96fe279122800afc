"""What lies before the first ride and after the last: access and egress legs.

A place's stops are all those within the access (or egress) leg along the streets.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import GrensgeoWarning, some
from grensgeo.network.prepared import SharedPart
from grensgeo.network.snapping import NOT_SNAPPED
from grensgeo.routing.transit.journeys import Legs
from grensgeo.traveltimes.legs import Places, StreetTimes, blocks, only

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.traveltimes.legs import ModeStreets
    from grensgeo.traveltimes.metrics import StreetMetric
    from grensgeo.traveltimes.trip import Trip

#: Questions about legs whose answers are kept: to and from stops, of the trips of a study.
_QUESTIONS = 12

#: Most legs of all of them: some 120 MB.
_LEGS = 10_000_000


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


@dataclass(frozen=True, eq=False)
class AskedLegs:
    """What legs depend on: with the same streets and durations, points are where they are.

    Attributes
    ----------
    metric, origins, destinations, park_s, limit_s
        As in :class:`StreetTimes`.
    by_destination
        Whether the legs are listed by destination.
    """

    metric: StreetMetric
    origins: Ends
    destinations: Ends
    park_s: float
    limit_s: float
    by_destination: bool

    def same_as(self, other: AskedLegs) -> bool:
        """Return whether the answers are the same."""
        return (
            self.metric is other.metric
            and (self.park_s, self.limit_s) == (other.park_s, other.limit_s)
            and self.by_destination == other.by_destination
            and all(
                np.array_equal(mine.edge, theirs.edge)
                and np.array_equal(mine.fraction, theirs.fraction, equal_nan=True)
                and np.array_equal(mine.offset_s, theirs.offset_s, equal_nan=True)
                for mine, theirs in (
                    (self.origins, other.origins),
                    (self.destinations, other.destinations),
                )
            )
        )


class KeptLegs(SharedPart):
    """The legs to and from stops that were asked for last.

    A network shares them with its scenarios: legs of the same durations are the same.
    """

    def __init__(self) -> None:
        self.found: list[tuple[AskedLegs, Legs]] = []

    def get(self, times: StreetTimes, *, by_destination: bool = False) -> Legs:
        """Return legs by origin, or by destination, computed now or kept from before."""
        asked = AskedLegs(
            times.metric,
            times.origins,
            times.destinations,
            times.park_s,
            times.limit_s,
            by_destination,
        )
        for place, (before, legs) in enumerate(self.found):
            if before.same_as(asked):
                self.found.append(self.found.pop(place))
                return legs
        here, there, seconds = reached_pairs(times)
        if by_destination:
            here, there = there, here
        points = times.destinations if by_destination else times.origins
        legs = Legs.from_pairs(len(points), here, there, seconds)
        if len(legs.stop) <= _LEGS:
            self.found.append((asked, legs))
            while len(self.found) > _QUESTIONS or sum(len(x.stop) for _, x in self.found) > _LEGS:
                del self.found[0]
        return legs


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
    kept = access.network.prepared.part(KeptLegs)
    return kept.get(to_stops), kept.get(from_stops, by_destination=True)


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
