"""Travel times through a timetable for every departure of a window: range-RAPTOR.

Rides are taken round by round: round ``k`` boards wherever ``k - 1`` rides lead. The window is
gone through from its last departure to its first, and what was found for a later departure stays:
leaving earlier one can always wait. A trip is ridden over a stretch in round ``k`` only if no trip
of its pattern as early was ridden there before, in any round up to ``k`` and for any later
departure, so that each is ridden once a round for the whole window and not once a minute.

Where many origins are asked for at once, :mod:`grensgeo.routing.transit.onward` finds the same
with less.

A journey is an access leg, rides and an egress leg. Between two rides lies a change at the same
stop or one way between stops; neither a way before the first ride nor one after the last is
walked, since access and egress legs are. Waiting before the first ride counts. Labels are by
number of rides, so that a journey with more rides never hides one with fewer.

Sources: D. Delling, T. Pajor, R. F. Werneck (2015), Round-based public transit routing,
Transportation Science 49(3), 591-604 (rounds, and rRAPTOR for a range of departures); S. Witt
(2015), Trip-based public transit routing, ESA 2015, LNCS 9294, 1025-1036 (stretches of trips that
are ridden already are left out).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.kernels import kernel
from grensgeo.routing.transit.boardings import list_boardings
from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.keys import (
    MOST_RIDES,
    RIDE_BITS,
    UNREACHED,
    read_off,
    since,
    sorting_network,
    without_rides,
)
from grensgeo.routing.transit.onward import many_percentiles, pays
from grensgeo.routing.transit.question import Question
from grensgeo.routing.transit.schedule import LONGEST_S, MOST_TRIPS, whole_seconds
from grensgeo.routing.workers import share, workers_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from grensgeo.arrays import Codes, Floats, Indices, Longs, Singles
    from grensgeo.routing.transit.boardings import Boardings
    from grensgeo.routing.transit.schedule import Lines, Schedule

    #: Start, stop and whole seconds of legs.
    Sparse = tuple[Longs, Indices, Indices]

#: Destinations that are sorted side by side: 60 departures of them fill half a second-level cache.
SORTED_TOGETHER = 1024


@dataclass(frozen=True, eq=False)
class Egress:
    """Legs from stops to destinations, by stop: built once and used by every origin.

    Attributes
    ----------
    start
        int64 (n_stops + 1,): the legs from stop ``s`` are ``start[s]`` up to ``start[s + 1]``.
    place
        int32 (n_legs,): which of the :attr:`served` destinations.
    seconds
        int32 (n_legs,): whole seconds.
    served
        int64 (n_served,): positions of the destinations that have a leg, ascending.
    n_destinations
        Number of destinations, with legs or without.
    """

    start: Longs
    place: Indices
    seconds: Indices
    served: Longs
    n_destinations: int

    @classmethod
    def from_legs(cls, legs: Legs, n_stops: int) -> Egress:
        """Turn legs by destination round.

        Parameters
        ----------
        legs
            The stops from which each destination is reached.
        n_stops
            Number of stops.

        Returns
        -------
        Egress
            The same legs, by stop.

        Raises
        ------
        InputError
            If a leg is from a stop that is not there, or its seconds cannot be.

        Examples
        --------
        >>> from grensgeo.routing.transit.journeys import Legs
        >>> legs = Legs.from_pairs(2, np.array([0, 1]), np.array([1, 1]), np.array([60.0, 30.5]))
        >>> Egress.from_legs(legs, 2).seconds
        array([60, 31], dtype=int32)
        """
        _, stop, seconds = _whole("egress", legs, n_stops)
        count = np.diff(legs.start)
        place = np.repeat((np.cumsum(count > 0) - 1).astype(np.int32), count)
        order = np.argsort(stop, kind="stable")
        start = np.zeros(n_stops + 1, dtype=np.int64)
        np.cumsum(np.bincount(stop, minlength=n_stops), out=start[1:])
        return cls(start, place[order], seconds[order], np.flatnonzero(count), len(legs))


@dataclass(frozen=True, eq=False)
class Window:
    """The departures that are asked about.

    Attributes
    ----------
    moments_s
        (n_moments,) ascending: whole seconds of departure, or of arrival where the schedule is a
        mirror.
    max_rides
        Most rides of a journey.
    limit_s
        Longer journeys, from the moment of departure on, are not looked for.
    """

    moments_s: npt.NDArray[np.integer]
    max_rides: int
    limit_s: float

    def __post_init__(self) -> None:
        """Check the values."""
        moments = self.moments_s
        if not (
            len(moments)
            and np.issubdtype(moments.dtype, np.integer)
            and (np.diff(moments) > 0).all()
            and np.abs(moments[[0, -1]]).max() <= LONGEST_S
        ):
            raise InputError(
                "out-of-range",
                f"moments_s: {some(moments.tolist())}; give whole seconds, ascending, at least "
                f"one, none further than {LONGEST_S} from midnight",
            )
        if not 1 <= self.max_rides <= MOST_RIDES:
            raise InputError(
                "out-of-range", f"max_rides: {self.max_rides}; give 1 to {MOST_RIDES}"
            )
        if not self.limit_s >= 0:
            raise InputError("out-of-range", f"limit_s: {self.limit_s}; give seconds, 0 or more")

    @property
    def limit(self) -> int:
        """Whole seconds of the longest journey."""
        return int(min(self.limit_s, LONGEST_S))


def percentile_times(
    schedule: Schedule,
    access: Legs,
    egress: Egress,
    *,
    window: Window,
    percentiles: Sequence[float],
    rows: slice,
    direct_s: Floats | None = None,
    boardings: Callable[[tuple[int, int]], Boardings] | None = None,
) -> tuple[Singles, Codes]:
    """Compute percentiles of the travel time over the departures of a window.

    Parameters
    ----------
    schedule
        The timetable.
    access
        Legs from each origin to stops. In a mirror: from stops to each destination.
    egress
        Legs from stops to each destination, turned round. In a mirror: from each origin.
    window
        The departures. In a mirror: the moments by which one must have arrived.
    percentiles
        Above 0, up to 100; 50 is the median.
    rows
        The origins to compute (in a mirror the destinations), so that the caller bounds memory.
    direct_s
        (n_rows, n_destinations): seconds without any ride, NaN where there is no such way; the
        faster counts.
    boardings
        Gives the schedule's boardings of a span of time, if it keeps them; they are listed anew
        otherwise, where they are needed.

    Returns
    -------
    seconds : ndarray
        float32 (n_percentiles, n_rows, n_destinations): whole seconds from the departure, waiting
        included, to the arrival; NaN where that share of departures does not get there within
        the limit. In a mirror columns are origins.
    rides : ndarray
        uint8, of the same shape: rides of the journey that takes these seconds, the fewest if
        several do; 0 where only ``direct_s`` does or nothing gets there.

    Raises
    ------
    InputError
        If a percentile, a leg or the shape of ``direct_s`` cannot be.

    Notes
    -----
    Percentiles are not interpolated: of ``n`` times in ascending order, those not reached last,
    percentile ``p`` is number ``ceil(p / 100 * n)``, the nearest rank. So does R5
    (``TravelTimeReducer.findPercentileIndex``).
    """
    ranks = nearest_ranks(percentiles, len(window.moments_s))
    access = _some(access, rows)
    question = _question(schedule, access, egress, window)
    direct = _direct(direct_s, (len(access), egress.n_destinations), window.limit)
    shape = (len(ranks), len(access), egress.n_destinations)
    seconds, rides = np.empty(shape, dtype=np.float32), np.empty(shape, dtype=np.uint8)
    order = (*sorting_network(len(window.moments_s)), ranks)
    if pays(schedule, question, len(access)):
        make = partial(list_boardings, schedule) if boardings is None else boardings
        span = int(question.moments[0]), int(question.moments[-1]) + question.limit
        many_percentiles(schedule.lines, make(span), question, direct, order, seconds, rides)
    else:
        n_workers = workers_for(len(access))

        def work(worker: int) -> None:
            space = (
                np.empty((len(question.moments), len(question.served)), dtype=np.int32),
                np.zeros((len(question.moments), SORTED_TOGETHER), dtype=np.int32),
            )
            told = worker, n_workers
            _percentiles(schedule.lines, question, direct, order, seconds, rides, space, *told)

        share(work, n_workers)
    return seconds, rides


def profile_times(
    schedule: Schedule,
    access: Legs,
    egress: Egress,
    *,
    window: Window,
    rows: slice,
    direct_s: Floats | None = None,
) -> tuple[Singles, Codes]:
    """Compute the travel time for every single departure of a window.

    Parameters
    ----------
    schedule, access, egress, window, rows, direct_s
        As for :func:`percentile_times`.

    Returns
    -------
    seconds : ndarray
        float32 (n_rows, n_moments, n_destinations): NaN where not reached within the limit.
    rides : ndarray
        uint8, of the same shape.

    Raises
    ------
    InputError
        If a leg or the shape of ``direct_s`` cannot be.
    """
    access = _some(access, rows)
    question = _question(schedule, access, egress, window)
    direct = _direct(direct_s, (len(access), egress.n_destinations), window.limit)
    shape = (len(access), len(window.moments_s), egress.n_destinations)
    keys = np.full(shape, UNREACHED, dtype=np.int32)
    if direct_s is not None:
        keys[:] = direct[:, None]
    served = np.empty((*shape[:2], len(egress.served)), dtype=np.int32)
    n_workers = workers_for(len(access))
    share(
        lambda one: _profiles(schedule.lines, question, direct, served, one, n_workers),
        n_workers,
    )
    keys[:, :, egress.served] = served
    if schedule.reverse:
        keys = keys[:, ::-1]
    seconds = (keys >> RIDE_BITS).astype(np.float32)
    seconds[keys == UNREACHED] = np.nan
    return seconds, (keys & MOST_RIDES).astype(np.uint8)


def nearest_ranks(percentiles: Sequence[float], n: int) -> Longs:
    """Return the places of percentiles among ``n`` ascending values.

    Parameters
    ----------
    percentiles
        Above 0, up to 100.
    n
        Number of values.

    Returns
    -------
    ndarray
        int64: place of each, from 0.

    Raises
    ------
    InputError
        If a percentile is not above 0 and up to 100.

    Examples
    --------
    >>> nearest_ranks([5, 25, 50, 55, 100], 60)
    array([ 2, 14, 29, 32, 59])
    """
    asked = np.asarray(percentiles, dtype=np.float64)
    bad = asked[~((asked > 0) & (asked <= 100))]
    if len(bad) or not len(asked):
        raise InputError(
            "out-of-range",
            f"percentiles: {some(bad.tolist()) or 'none'}; give numbers above 0, up to 100",
        )
    # 55 % of 60 is 33.000000000000004 in binary; a billionth is a rounding error
    return np.maximum(np.ceil(asked * n / 100 - 1e-9).astype(np.int64) - 1, 0)


def _some(legs: Legs, rows: slice) -> Legs:
    """Select the legs of some points, so that no others are looked at."""
    first, last, _ = rows.indices(len(legs))
    start = legs.start[first : max(first, last) + 1]
    part = slice(start[0], start[-1])
    return Legs(start - start[0], legs.stop[part], legs.seconds[part])


def _whole(name: str, legs: Legs, n_stops: int) -> Sparse:
    """Check legs and give them in whole seconds."""
    bad = legs.stop[(legs.stop < 0) | (legs.stop >= n_stops)]
    if len(bad):
        raise InputError(
            "index-unknown", f"{name}: legs to stops {some(bad.tolist())} of {n_stops} stops"
        )
    wrong = legs.seconds[~((legs.seconds >= 0) & (legs.seconds <= LONGEST_S))]
    if len(wrong):
        raise InputError(
            "out-of-range",
            f"{name}: legs of {some(wrong.tolist())} seconds; give 0 to {LONGEST_S}, and leave "
            "out those that do not exist",
        )
    return legs.start, legs.stop, whole_seconds(legs.seconds).astype(np.int32)


def _question(schedule: Schedule, access: Legs, egress: Egress, window: Window) -> Question:
    """Check the legs and put them and the departures next to the timetable."""
    start, stop, seconds = _whole("access", access, schedule.n_stops)
    if len(egress.start) != schedule.n_stops + 1:
        raise InputError(
            "lengths-differ",
            f"egress: legs from {len(egress.start) - 1} stops, and the timetable has "
            f"{schedule.n_stops}",
        )
    moments = window.moments_s.astype(np.int64)
    return Question(
        from_start=start,
        from_stop=stop,
        from_s=seconds,
        to_start=egress.start,
        to_place=egress.place,
        to_s=egress.seconds,
        served=egress.served,
        moments=np.negative(moments[::-1]) if schedule.reverse else moments,
        max_rides=window.max_rides,
        limit=window.limit,
    )


def _direct(direct_s: Floats | None, shape: tuple[int, int], limit: int) -> Indices:
    """Check the seconds without any ride and make them keys; none where nothing is given."""
    if direct_s is None:
        return np.zeros((0, 0), dtype=np.int32)
    if direct_s.shape != shape or (direct_s < 0).any():
        raise InputError(
            "shape-wrong",
            f"direct_s: {direct_s.shape}; give {shape}, seconds of 0 or more, NaN for no way",
        )
    reached = direct_s <= limit
    keys = np.full(shape, UNREACHED, dtype=np.int32)
    keys[reached] = whole_seconds(direct_s[reached]) << RIDE_BITS
    return keys


@kernel(nogil=True)
def _percentiles(  # noqa: PLR0917 - numba takes no keyword-only arguments
    lines: Lines,
    question: Question,
    direct: Indices,
    order: tuple[Indices, Indices, Longs],
    seconds: Singles,
    rides: Codes,
    space: tuple[Indices, Indices],
    worker: int,
    n_workers: int,
) -> None:
    """Search from one worker's origins and read percentiles off."""
    served = question.served
    keys, together = space
    for row in range(worker, len(question.from_start) - 1, n_workers):
        _search(lines, question, row, direct[row:], keys)
        # Where no leg leads there is at most the way without any ride
        without_rides(direct, row, seconds[:, row], rides[:, row])
        for left in range(0, len(served), together.shape[1]):
            part = served[left : left + together.shape[1]]
            for number in range(len(keys)):
                for place in range(len(part)):
                    together[number, place] = keys[number, left + place]
            read_off(together, order, part, seconds[:, row], rides[:, row])


@kernel(nogil=True)
def _profiles(  # noqa: PLR0917 - numba takes no keyword-only arguments
    lines: Lines, question: Question, direct: Indices, keys: Indices, worker: int, n_workers: int
) -> None:
    """Search from one worker's origins."""
    for row in range(worker, len(question.from_start) - 1, n_workers):
        _search(lines, question, row, direct[row:], keys[row])


@kernel(inner=True)
def _search(  # noqa: PLR0915, PLR0917 - in one piece: handing arrays on from the inner loops costs
    # more than all else that they do
    lines: Lines,
    question: Question,
    row: int,
    direct: Indices,
    keys: Indices,
) -> None:
    """Fill the keys of one origin: a row a departure, a column a destination.

    By number of rides at most, ``arrival`` has the earliest getting off at each stop, ``ready``
    the earliest being ready to get on, and ``aboard`` the earliest trip that left each call.
    """
    stop_start, stop_call, stop_trips = lines.stop_start, lines.stop_call, lines.stop_trips
    stop_departure, departure_s, arrival_s = (
        lines.stop_departure,
        lines.departure_s,
        lines.arrival_s,
    )
    call_stop, call_end, call_off = lines.call_stop, lines.call_end, lines.call_off
    call_arrival, call_stride = lines.call_arrival, lines.call_stride
    way_start, way_stop, way_s = lines.way_start, lines.way_stop, lines.way_s
    from_start, from_stop, from_s = question.from_start, question.from_stop, question.from_s
    to_start, to_place, to_s = question.to_start, question.to_place, question.to_s
    moments, max_rides, limit = question.moments, question.max_rides, question.limit
    n_stops = len(way_start) - 1
    arrival = np.full((n_stops, max_rides + 1), UNREACHED, dtype=np.int32)
    ready = np.full((n_stops, max_rides + 1), UNREACHED, dtype=np.int32)
    aboard = np.full((len(call_stop), max_rides), MOST_TRIPS, dtype=np.int16)
    best = np.full(n_stops, UNREACHED, dtype=np.int32)
    # Lists of stops, and the round or departure in which each stop was last put there
    marked = np.empty(n_stops, dtype=np.int32)
    met = np.empty(n_stops, dtype=np.int32)
    better = np.empty(n_stops, dtype=np.int32)
    marked_in = np.zeros(n_stops, dtype=np.int64)
    met_in = np.zeros(n_stops, dtype=np.int64)
    better_in = np.zeros(n_stops, dtype=np.int64)
    at = np.full(keys.shape[1], UNREACHED, dtype=np.int32)
    stamp = 0
    for number in range(len(moments) - 1, -1, -1):
        moment = moments[number]
        latest = moment + limit
        stamp += 1
        departure = stamp
        n_marked = n_better = 0
        for leg in range(from_start[row], from_start[row + 1]):
            stop = from_stop[leg]
            time = moment + from_s[leg]
            more = 0
            while more <= max_rides and ready[stop, more] > time:
                ready[stop, more] = time
                more += 1
            if marked_in[stop] != stamp:
                marked_in[stop] = stamp
                marked[n_marked] = stop
                n_marked += 1
        for ride in range(1, max_rides + 1):
            stamp += 1
            n_met = 0
            for place in range(n_marked):
                stop = marked[place]
                time = ready[stop, ride - 1]
                for here in range(stop_start[stop], stop_start[stop + 1]):
                    # Is there an earlier trip than any that was ridden from here?
                    call = stop_call[here]
                    first = stop_departure[here]
                    trip = min(aboard[call, ride - 1], stop_trips[here])
                    if trip == 0 or departure_s[first + trip - 1] < time:
                        continue
                    low = 0
                    trip -= 1
                    while low < trip:
                        middle = (low + trip) >> 1
                        if departure_s[first + middle] < time:
                            low = middle + 1
                        else:
                            trip = middle
                    row_s = call_arrival[call] + trip * call_stride[call] - call
                    for off in range(call + 1, call_end[call] + 1):
                        if aboard[off - 1, ride - 1] <= trip:
                            break
                        more = ride - 1
                        while more < max_rides and aboard[off - 1, more] > trip:
                            aboard[off - 1, more] = trip
                            more += 1
                        there_s = arrival_s[row_s + off]
                        if there_s > latest:
                            break
                        there = call_stop[off]
                        if call_off[off] and there_s < arrival[there, ride]:
                            arrival[there, ride] = there_s
                            if met_in[there] != stamp:
                                met_in[there] = stamp
                                met[n_met] = there
                                n_met += 1
            n_marked = 0
            for place in range(n_met):
                stop = met[place]
                time = arrival[stop, ride]
                more = ride + 1
                while more <= max_rides and arrival[stop, more] > time:
                    arrival[stop, more] = time
                    more += 1
                key = (time << RIDE_BITS) + ride
                if key < best[stop]:
                    best[stop] = key
                    if better_in[stop] != departure:
                        better_in[stop] = departure
                        better[n_better] = stop
                        n_better += 1
                if ride == max_rides:
                    continue
                for way in range(way_start[stop], way_start[stop + 1]):
                    there, there_s = way_stop[way], time + way_s[way]
                    if there_s > latest or there_s >= ready[there, ride]:
                        continue
                    more = ride
                    while more <= max_rides and ready[there, more] > there_s:
                        ready[there, more] = there_s
                        more += 1
                    if marked_in[there] != stamp:
                        marked_in[there] = stamp
                        marked[n_marked] = there
                        n_marked += 1
            if n_marked == 0:
                break
        for place in range(n_better):
            stop = better[place]
            for leg in range(to_start[stop], to_start[stop + 1]):
                place_to = to_place[leg]
                at[place_to] = min(at[place_to], best[stop] + (to_s[leg] << RIDE_BITS))
        since(at, moment, limit, keys[number])
    if len(direct):
        for place in range(len(at)):
            key = direct[0, question.served[place]]
            for number in range(len(moments)):
                keys[number, place] = min(keys[number, place], key)
