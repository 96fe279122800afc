"""What a day's timetable offers between two sets of places: trips by a time, first and last ways.

The same searches as those of :func:`grensgeo.travel_times`, of one timetable of the whole day:
there by a deadline, home from a moment on, and with them the first arrival of the day and the last
departure, which those who ask for one day after another want to know of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.routing.transit.raptor import Egress, Window, profile_times
from grensgeo.routing.transit.schedule import prepare as prepare_schedule
from grensgeo.routing.transit.schedule import whole_seconds
from grensgeo.traveltimes.compute import prepare
from grensgeo.traveltimes.departures import TimetableTimes

if TYPE_CHECKING:
    from datetime import date

    from grensgeo.arrays import Floats, Singles
    from grensgeo.network import Network, SpeedTable
    from grensgeo.routing.transit.schedule import Schedule
    from grensgeo.traveltimes.compute import Journeys
    from grensgeo.traveltimes.departures import Plan
    from grensgeo.traveltimes.legs import Places
    from grensgeo.traveltimes.trip import Trip

_DAY_S = 86_400


def on_date(trip: Trip, day: date, clock: str, *, arrive: bool) -> Trip:
    """Return a trip on a date: there by a time of day, or leaving at it.

    Parameters
    ----------
    trip
        Without departure and arrival.
    day
        The date.
    clock
        Time of day, as 08:30.
    arrive
        Whether one has to be there by then.
    """
    # checked already: made anew it would say again what is implausible
    taken: Trip = object.__new__(type(trip))
    name = "arrival" if arrive else "departure"
    vars(taken).update(vars(trip) | {name: f"{day.isoformat()}T{clock}"})
    return taken


@dataclass(frozen=True, eq=False)
class DayTimes:
    """Two sets of places with the timetable of a day between them.

    Attributes
    ----------
    journeys
        The routing.
    direct_s
        (n_origins, n_destinations): seconds without any ride, NaN where that is no way.
    limit_s
        Longest trip.
    """

    journeys: Journeys
    direct_s: Floats
    limit_s: float

    @classmethod
    def of(
        cls,
        network: Network,
        ends: tuple[Places, Places],
        trip: Trip,
        plan: Plan,
        *,
        speeds: SpeedTable | None = None,
        direct_s: Floats | None = None,
    ) -> DayTimes:
        """Prepare the search between two sets of places.

        Parameters
        ----------
        network, speeds
            As for :func:`grensgeo.travel_times`.
        ends
            Origins and destinations.
        trip
            With its time of day.
        plan
            The timetable of the date, at all hours that are asked about, for departures.
        direct_s
            What the same trip takes without any ride, if another day told it.
        """
        journeys = prepare(network, ends[0], ends[1], trip, speeds=speeds, plan=plan)
        if direct_s is None:
            shape = len(ends[0]), len(ends[1])
            direct_s = np.full(shape, np.nan)
            for part in journeys.parts:
                if isinstance(part, TimetableTimes):
                    np.fmin(direct_s, part.direct_s(slice(0, shape[0])), out=direct_s)
        return cls(journeys, direct_s, 60.0 * float(trip.max_min or np.inf))

    @cached_property
    def parts(self) -> list[tuple[TimetableTimes, Schedule]]:
        """The parts that ride, each with the mirror of its timetable."""
        return [
            (part, prepare_schedule(part.timetable, walks=part.walks, reverse=True))
            for part in self.journeys.parts
            if isinstance(part, TimetableTimes)
        ]

    def leaving(self, moment_s: int) -> Singles:
        """Return minutes of who leaves at a second: float32 (n_origins, n_destinations)."""
        return self._minutes(self._forwards(moment_s, self.limit_s))

    def arriving(self, deadline_s: int) -> Singles:
        """Return minutes from the latest way that is there by a second until that second."""
        return self._minutes(self._backwards(deadline_s, self.limit_s))

    def first_arrivals(self, moment_s: int) -> Floats:
        """Return by which second one can be there who may leave from a second on, with a ride.

        float64, NaN where nothing leads there within 24 hours, however long it takes.
        """
        return self._forwards(moment_s, _DAY_S) + float(moment_s)

    def last_departures(self, deadline_s: int) -> Floats:
        """Return at which second one has to leave to be there by a second, with a ride."""
        return float(deadline_s) - self._backwards(deadline_s, _DAY_S)

    def _minutes(self, seconds: Floats) -> Singles:
        """Return minutes with a ride or without, whichever is less."""
        direct = np.full(seconds.shape, np.nan)
        short = self.direct_s <= self.limit_s
        direct[short] = whole_seconds(self.direct_s[short])
        least = np.fmin(seconds, direct).astype(np.float32)
        minutes: Singles = least / np.float32(60.0)
        minutes[self.journeys.same[0], self.journeys.same[1]] = 0.0
        return minutes

    def _forwards(self, moment_s: int, limit_s: float) -> Floats:
        """Return seconds with a ride, from one moment on."""
        found = np.full(self.direct_s.shape, np.nan)
        for part, _ in self.parts:
            seconds, _ = profile_times(
                part.schedule,
                part.access,
                part.onward,
                window=Window(np.array([moment_s]), part.window.max_rides, limit_s),
                rows=slice(0, len(found)),
            )
            np.fmin(found, seconds[:, 0], out=found)
        return found

    def _backwards(self, deadline_s: int, limit_s: float) -> Floats:
        """Return seconds with a ride until a deadline."""
        found = np.full(self.direct_s.shape, np.nan)
        for part, mirror in self.parts:
            seconds, _ = profile_times(
                mirror,
                part.egress,
                Egress.from_legs(part.access, mirror.n_stops),
                window=Window(np.array([deadline_s]), part.window.max_rides, limit_s),
                rows=slice(0, len(part.egress)),
            )
            np.fmin(found, seconds[:, 0].T, out=found)
        return found
