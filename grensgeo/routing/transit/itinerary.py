"""Tell by which rides a journey through a timetable is made: lines, stops, walks and waits.

Arrays in, arrays out. One departure is searched from one origin, and every label keeps where it
came from; :mod:`grensgeo.routing.transit.raptor` gives the same times for whole windows and
regions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.errors import InputError
from grensgeo.kernels import kernel
from grensgeo.routing.transit.keys import UNREACHED
from grensgeo.routing.transit.raptor import Window
from grensgeo.routing.transit.schedule import whole_seconds

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Indices, Longs
    from grensgeo.routing.transit.schedule import Lines, Schedule

    #: Stops and the seconds to or from them.
    Leg = tuple[npt.NDArray[np.integer], npt.NDArray[np.number]]


class _Ride(NamedTuple):
    """One ride, numbered as in the timetable."""

    pattern: int
    trip: int
    board_call: int
    alight_call: int
    board_stop: int
    alight_stop: int
    board_s: int
    alight_s: int


@dataclass(frozen=True, eq=False)
class Journey:
    """One journey from door to door, ride by ride.

    ``departure_s``, then for each ride its walk, wait and time in the vehicle, and then the last
    walk come to ``arrival_s`` exactly.

    Attributes
    ----------
    departure_s, arrival_s
        Seconds at both doors. In a search for the latest departure ``arrival_s`` may be before
        the moment by which one must have arrived.
    pattern, trip
        int64 (n_rides,): as numbered in the timetable.
    board_call, alight_call
        int64 (n_rides,): where in the arrays of ``pattern_stop`` the passenger gets on and off.
    board_stop, alight_stop
        int32 (n_rides,).
    board_s, alight_s
        int64 (n_rides,): when the vehicle leaves, and when it arrives.
    walk_s
        int64 (n_rides + 1,): the access leg, the change before each further ride (walking and
        whatever else it is said to take; where the stop is the same, the time a change takes
        there) and the egress leg. Without any ride the whole way.
    wait_s
        int64 (n_rides,): from being ready at the stop to getting on.
    """

    departure_s: int
    arrival_s: int
    pattern: Longs
    trip: Longs
    board_call: Longs
    alight_call: Longs
    board_stop: Indices
    alight_stop: Indices
    board_s: Longs
    alight_s: Longs
    walk_s: Longs
    wait_s: Longs

    def __len__(self) -> int:
        """Count the rides."""
        return len(self.trip)


def journey(
    schedule: Schedule,
    access: Leg,
    egress: Leg,
    *,
    moment_s: int,
    max_rides: int,
    limit_s: float,
    direct_s: float = np.nan,
) -> Journey | None:
    """Find the journey that arrives first and, of those, has the fewest rides.

    Parameters
    ----------
    schedule
        The timetable. In a mirror the journey that leaves last is found.
    access
        Stops that the origin gets to and the seconds of each leg.
    egress
        Stops from which the destination is reached and the seconds of each leg.
    moment_s
        Departure; in a mirror the moment by which one must have arrived.
    max_rides, limit_s
        As in :class:`grensgeo.routing.transit.raptor.Window`.
    direct_s
        Seconds without any ride; NaN where there is no such way.

    Returns
    -------
    Journey or None
        None where the destination is not reached within the limit.

    Raises
    ------
    InputError
        If a stop is not in the timetable, or the moment, the rides or the limit cannot be.
    """
    here, there = (egress, access) if schedule.reverse else (access, egress)
    moment = Moment(moment_s, max_rides, limit_s)
    return JourneyTree.search(schedule, here, moment).to(there, direct_s=direct_s)


class Moment(NamedTuple):
    """What a search is bounded by: its moment, the most rides and the longest time, seconds."""

    moment_s: int
    max_rides: int
    limit_s: float


@dataclass(frozen=True, eq=False)
class JourneyTree:
    """All journeys of one moment from one point; in a mirror those to it.

    Attributes
    ----------
    schedule
        The timetable.
    here
        Stops near the point, and whole seconds of each leg.
    window
        The moment, the most rides and the limit.
    labels
        What the search found, round by round.
    """

    schedule: Schedule
    here: tuple[npt.NDArray[np.integer], Longs]
    window: Window
    labels: tuple[Indices, Indices, Indices, Indices]

    @classmethod
    def search(cls, schedule: Schedule, here: Leg, moment: Moment) -> JourneyTree:
        """Search the journeys of a moment.

        Parameters
        ----------
        schedule
            The timetable, or the mirror of one.
        here
            Stops near the point, and seconds of each leg: from an origin, or in a mirror to a
            destination.
        moment
            When, and how far.

        Raises
        ------
        InputError
            As :func:`journey`.
        """
        window = Window(np.array([moment.moment_s]), moment.max_rides, moment.limit_s)
        _check_leg(schedule, here, "egress" if schedule.reverse else "access")
        out_s = whole_seconds(here[1])
        start = cls._start(schedule, moment.moment_s)
        labels = _trace(
            schedule.lines,
            (here[0].astype(np.int64), start + out_s),
            moment.max_rides,
            start + window.limit,
        )
        return cls(schedule, (here[0], out_s), window, labels)

    @staticmethod
    def _start(schedule: Schedule, moment_s: int) -> int:
        return -moment_s if schedule.reverse else moment_s

    def to(self, there: Leg, *, direct_s: float = np.nan) -> Journey | None:
        """Return the journey to another point; in a mirror that from it.

        Parameters
        ----------
        there
            Stops near the other point, and seconds of each leg.
        direct_s
            Seconds without any ride; NaN where there is no such way.

        Returns
        -------
        Journey or None
            As :func:`journey`.

        Raises
        ------
        InputError
            If a stop or a leg cannot be.
        """
        schedule, window, (here, out_s) = self.schedule, self.window, self.here
        _check_leg(schedule, there, "access" if schedule.reverse else "egress")
        moment_s, back_s = int(window.moments_s[0]), whole_seconds(there[1])
        took = np.array([[UNREACHED]])  # in case that there are no legs
        if len(back_s):
            took = self.labels[0][:, there[0]] + back_s - self._start(schedule, moment_s)
        # The fewest rides come first
        n_rides, leg = np.unravel_index(int(np.argmin(took)), took.shape)
        direct = np.inf if np.isnan(direct_s) else int(whole_seconds(np.array(direct_s)))
        if min(took[n_rides, leg], direct) > window.limit:
            return None
        if direct <= took[n_rides, leg]:
            walks, rides = [int(direct)], list[_Ride]()
        else:
            rides, changes = _back(schedule, self.labels, int(n_rides), int(there[0][leg]))
            first = int(out_s[here == schedule.lines.call_stop[rides[0].board_call]].min())
            walks = [first, *changes, int(back_s[leg])]
        if schedule.reverse:
            rides = [_unmirrored(schedule, ride) for ride in reversed(rides)]
            walks.reverse()
            moment_s = rides[0].board_s - walks[0] if rides else moment_s - walks[0]
        return _told(moment_s, rides, walks)


def _check_leg(schedule: Schedule, leg: Leg, name: str) -> None:
    """Validate the stops and seconds of legs."""
    stops, seconds = leg
    if len(stops) and (stops.min() < 0 or stops.max() >= schedule.n_stops):
        raise InputError(
            "index-unknown",
            f"{name}: a leg to a stop that is not among the {schedule.n_stops}",
        )
    if not (seconds >= 0).all():
        raise InputError(
            "negative-or-infinite", f"{name}: a leg of less than 0 s, or of none that is known"
        )


def _back(
    schedule: Schedule, labels: tuple[Indices, Indices, Indices, Indices], n_rides: int, stop: int
) -> tuple[list[_Ride], list[int]]:
    """Trace the labels from the last stop back to the first, and return the seconds of changes."""
    arrival, ready, rode, came = labels
    lines = schedule.lines
    rides: list[_Ride] = []
    changes: list[int] = []
    for ride in range(n_rides, 0, -1):
        board, off, trip = (int(value) for value in rode[ride, stop])
        pattern = int(np.searchsorted(schedule.pattern_start, board, side="right")) - 1
        rides.append(
            _Ride(
                pattern=pattern,
                trip=int(schedule.trip_start[pattern]) + trip,
                board_call=board,
                alight_call=off,
                board_stop=int(lines.call_stop[board]),
                alight_stop=stop,
                board_s=int(lines.departure_s[schedule.call_departure[board] + trip]),
                alight_s=int(arrival[ride, stop]),
            )
        )
        if ride > 1:
            at = int(lines.call_stop[board])
            stop = int(came[ride - 1, at])
            changes.append(int(ready[ride - 1, at] - arrival[ride - 1, stop]))
    return rides[::-1], changes[::-1]


def _unmirrored(schedule: Schedule, ride: _Ride) -> _Ride:
    """Turn a ride of the mirror round and number it as in the timetable."""
    last_call, last_trip = schedule.pattern_start[-1] - 1, schedule.trip_start[-1] - 1
    return _Ride(
        pattern=len(schedule.pattern_start) - 2 - ride.pattern,
        trip=int(last_trip) - ride.trip,
        board_call=int(last_call) - ride.alight_call,
        alight_call=int(last_call) - ride.board_call,
        board_stop=ride.alight_stop,
        alight_stop=ride.board_stop,
        board_s=-ride.alight_s,
        alight_s=-ride.board_s,
    )


def _told(departure_s: int, rides: list[_Ride], walks: list[int]) -> Journey:
    """Arrange rides and walks one after the other, with the waits between."""
    waits, now = [], departure_s
    for ride, walk in zip(rides, walks, strict=False):
        waits.append(ride.board_s - now - walk)
        now = ride.alight_s
    table = np.array(rides, dtype=np.int64).reshape(-1, len(_Ride._fields)).T
    columns = dict(zip(_Ride._fields, table, strict=True))
    return Journey(
        departure_s=departure_s,
        arrival_s=now + walks[-1],
        pattern=columns["pattern"],
        trip=columns["trip"],
        board_call=columns["board_call"],
        alight_call=columns["alight_call"],
        board_stop=columns["board_stop"].astype(np.int32),
        alight_stop=columns["alight_stop"].astype(np.int32),
        board_s=columns["board_s"],
        alight_s=columns["alight_s"],
        walk_s=np.array(walks, dtype=np.int64),
        wait_s=np.array(waits, dtype=np.int64),
    )


@kernel
def _trace(
    lines: Lines, access: tuple[Longs, Longs], max_rides: int, latest: int
) -> tuple[Indices, Indices, Indices, Indices]:
    """Search one departure, round by round, and keep by which calls and stops labels came."""
    n_stops = len(lines.way_start) - 1
    arrival = np.full((max_rides + 1, n_stops), UNREACHED, dtype=np.int32)
    ready = np.full((max_rides + 1, n_stops), UNREACHED, dtype=np.int32)
    rode = np.full((max_rides + 1, n_stops, 3), -1, dtype=np.int32)
    came = np.full((max_rides + 1, n_stops), -1, dtype=np.int32)
    fresh = np.zeros(n_stops, dtype=np.bool_)
    for stop, time in zip(*access):  # noqa: B905 - numba knows no strict
        ready[0, stop] = min(ready[0, stop], time)
        fresh[stop] = True
    for ride in range(1, max_rides + 1):
        arrival[ride] = arrival[ride - 1]
        ready[ride] = ready[ride - 1]
        for stop in np.flatnonzero(fresh):
            _ride_on(lines, int(stop), ready[ride - 1, stop], latest, arrival[ride], rode[ride])
        fresh[:] = False
        for stop in np.flatnonzero(arrival[ride] < arrival[ride - 1]):
            for way in range(lines.way_start[stop], lines.way_start[stop + 1]):
                at, seconds = lines.way_stop[way], lines.way_s[way]
                if arrival[ride, stop] + seconds < min(ready[ride, at], latest + 1):
                    ready[ride, at] = arrival[ride, stop] + seconds
                    came[ride, at] = stop
                    fresh[at] = True
    return arrival, ready, rode, came


@kernel
def _ride_on(  # noqa: PLR0917 - numba takes no keyword-only arguments
    lines: Lines, stop: int, ready: int, latest: int, arrival: Indices, rode: Indices
) -> None:
    """Ride every line at a stop to its end."""
    for place in range(lines.stop_start[stop], lines.stop_start[stop + 1]):
        board, first = lines.stop_call[place], lines.stop_departure[place]
        departures = lines.departure_s[first : first + lines.stop_trips[place]]
        trip = np.searchsorted(departures, ready)
        if trip == len(departures):
            continue
        at = lines.call_arrival[board] + trip * lines.call_stride[board] - board
        for off in range(board + 1, lines.call_end[board] + 1):
            there, time = lines.call_stop[off], lines.arrival_s[at + off]
            if lines.call_off[off] and time < arrival[there] and time <= latest:
                arrival[there] = time
                rode[there, 0], rode[there, 1], rode[there, 2] = board, off, trip
