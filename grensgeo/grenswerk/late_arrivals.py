"""When one arrives who misses a change of the trip that was planned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.network.prepared import Kept
from grensgeo.routing.transit.itinerary import JourneyTree, Moment, journey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grensgeo.arrays import Flags, Floats
    from grensgeo.routing.transit.itinerary import Journey, Leg
    from grensgeo.routing.transit.journeys import Legs
    from grensgeo.routing.transit.schedule import Schedule
    from grensgeo.traveltimes.departures import TimetableTimes

#: Second of the day until which one goes on: the night belongs to the day.
_UNTIL_S = 27 * 3600

#: Searches from a stop at a second that are kept: those who miss the same train go on alike.
_KEPT = 64


class Missed(NamedTuple):
    """A change that is missed: which ride, and the second at which one arrives; None for never."""

    ride: int
    arrival_s: int | None


class DespiteMissed(NamedTuple):
    """Pairs, each with the change whose loss costs most, (n_origins, n_destinations).

    ``on_time`` tells who is there by the last second although any one change is missed;
    ``later_min`` how much later than planned, NaN where there is nothing to change, inf where not
    that day.
    """

    on_time: Flags
    later_min: Floats

    def turned(self) -> DespiteMissed:
        """Return the same seen from the destinations."""
        return DespiteMissed(self.on_time.T, self.later_min.T)


@dataclass(frozen=True, eq=False)
class DayRides:
    """The rides of a day between two sets of places.

    Attributes
    ----------
    part
        Legs to and from stops.
    schedule, mirror
        The timetable for departures, and that for deadlines; None where none is asked.
    """

    part: TimetableTimes
    schedule: Schedule
    mirror: Schedule | None
    _trees: Kept[tuple[int, int], JourneyTree] = field(default_factory=lambda: Kept(_KEPT))

    def planned(
        self, pair: tuple[int, int], moment_s: int, *, there: bool, direct_s: float
    ) -> Journey | None:
        """Return the journey that is made: the first from the moment at which one leaves.

        Parameters
        ----------
        pair
            Numbers of the origin and the destination.
        moment_s
            Second by which one has to be there, or at which one leaves.
        there
            Whether one has to be there by then.
        direct_s
            Seconds without any ride; NaN where there is no such way.
        """
        ends = _leg(self.part.access, pair[0]), _leg(self.part.egress, pair[1])
        window = self.part.window

        def first(schedule: Schedule, moment_s: int) -> Journey | None:
            return journey(
                schedule,
                *ends,
                moment_s=moment_s,
                max_rides=window.max_rides,
                limit_s=window.limit_s,
                direct_s=direct_s,
            )

        if there and self.mirror is not None:
            latest = first(self.mirror, moment_s)
            if latest is None or not len(latest):
                return None
            moment_s = latest.departure_s
        return first(self.schedule, moment_s)

    def missed(self, planned: Journey, destination: int) -> Iterator[Missed]:
        """Return each change of a journey that may be missed.

        Who misses one stands at the stop as the vehicle leaves, and goes on by whatever is there
        first, on foot too.
        """
        egress = _leg(self.part.egress, destination)
        for ride in range(1, len(planned)):
            stop, now = int(planned.board_stop[ride]), int(planned.board_s[ride]) + 1
            found = self._from_stop(stop, now).to(egress)
            times = [] if found is None else [found.arrival_s]
            times += [now + int(np.ceil(one)) for one in egress[1][egress[0] == stop]]
            yield Missed(ride, min(times, default=None))

    def _from_stop(self, stop: int, now: int) -> JourneyTree:
        """Return all that one who stands at a stop can still ride."""
        lines = self.schedule.lines
        ways = slice(int(lines.way_start[stop]), int(lines.way_start[stop + 1]))
        here = (
            np.append(lines.way_stop[ways], stop).astype(np.int32),
            np.append(lines.way_s[ways], 0).astype(np.float64),
        )
        moment = Moment(now, self.part.window.max_rides, float(max(0, _UNTIL_S - now)))
        return self._trees.get(
            (stop, now), lambda: JourneyTree.search(self.schedule, here, moment)
        )


def despite_missed(
    parts: Iterable[DayRides],
    direct_s: Floats,
    reached: Flags,
    *,
    moment_s: int,
    last_s: float | None = None,
) -> DespiteMissed:
    """Search what a missed change costs on the latest way there, or on the first way home.

    Parameters
    ----------
    parts
        The rides of the day.
    direct_s
        (n_origins, n_destinations): seconds without any ride, NaN where that is no way.
    reached
        Pairs that are there in time if nothing is missed; no others are searched.
    moment_s
        Second by which one has to be there, or from which on one goes home.
    last_s
        Second by which one has to be home; None on the way there.
    """
    on_time, later_min = np.ones(reached.shape, dtype=bool), np.full(reached.shape, np.nan)
    parts, there = list(parts), last_s is None
    latest_s = float(moment_s) if last_s is None else last_s
    for column, row in np.argwhere(reached.T).tolist():  # those who go to one place share searches
        found = [
            (planned.departure_s if there else -planned.arrival_s, part, planned)
            for part in parts
            if (planned := part.planned(
                (row, column), moment_s, there=there, direct_s=float(direct_s[row, column])
            )) is not None
        ]  # fmt: skip
        if not found:  # without any ride: nothing is changed
            continue
        _, part, planned = max(found, key=lambda one: one[0])
        late = [
            np.inf if one.arrival_s is None else one.arrival_s
            for one in part.missed(planned, column)
        ]
        if late:
            on_time[row, column] = max(late) <= latest_s
            later_min[row, column] = (max(late) - planned.arrival_s) / 60
    return DespiteMissed(on_time, later_min)


def _leg(legs: Legs, point: int) -> Leg:
    """Return the stops of a point, and the seconds to or from them."""
    own = slice(int(legs.start[point]), int(legs.start[point + 1]))
    return legs.stop[own], legs.seconds[own]
