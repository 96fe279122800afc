"""Percentiles for many origins at once: what follows a boarding is worked out once for them all.

Whoever boards a vehicle at a stop, from whichever origin and at whichever minute, has the same
journeys ahead. So the earliest arrivals after each boarding of the timetable, at all destinations,
are worked out backwards, by number of rides: on board, an arrival is by getting off at a later
call and going on from there, by an egress leg or by any boarding that a way between stops leads
to in time, with a ride less. An origin's arrivals are then the earliest after the boardings that
its access legs reach. Destinations are taken some at a time, side by side.

The result is that of :mod:`grensgeo.routing.transit.raptor`, which is faster for few origins,
since it looks only at what they reach.

Source: J. Dibbelt, T. Pajor, B. Strasser, D. Wagner (2018), Connection scan algorithm, ACM Journal
of Experimental Algorithmics 23, 1.7 (profiles of a whole timetable, backwards, by rides); here by
trips, and for all destinations instead of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numba as nb
import numpy as np

from grensgeo.routing.transit.keys import RIDE_BITS, UNREACHED, read_off, since, without_rides

if TYPE_CHECKING:
    from grensgeo.arrays import Codes, Indices, Ints, Longs, Singles
    from grensgeo.routing.transit.question import Question
    from grensgeo.routing.transit.schedule import Lines, Schedule


#: Destinations that are taken side by side: what follows the boardings of a city's three hours
#: then stays in the third-level cache, and the minutes of an origin in the first.
TOGETHER = 128
#: Of a timetable with more boardings fewer are, though a cache line full of them, so that no more
#: bytes are held.
LEAST_TOGETHER = 16
MOST_BYTES = 1 << 28
#: Ways, rides and destinations, multiplied, whose arrivals cost what a search from one origin
#: does: 270 to 410 with the buses of Münster, to its cells and to those of the region.
A_SEARCH = 300


class Boardings(NamedTuple):
    """All boardings that journeys may contain, by stop and time, and what leads to them.

    Attributes
    ----------
    stop_start
        int64 (n_stops + 1,): boardings at stop ``s`` are ``stop_start[s]`` up to
        ``stop_start[s + 1]``, ascending in time.
    departure_s
        int32 (n_boardings,): when the vehicle leaves.
    run_last
        int32 (n_runs,): last call of each vehicle's pattern.
    run_start
        int64 (n_runs + 1,): where the calls of each vehicle stand, from the last one backwards,
        as far as anybody can be on board.
    left_s
        int32: arrival at each of these calls, UNREACHED where getting off leads nowhere.
    boarded
        int32, at the same places: the boarding at the call before, -1 where there is none.
    change_start, change
        int64 and int32: boardings that getting off at each of these places leads to.
    """

    stop_start: Longs
    departure_s: Indices
    run_last: Indices
    run_start: Longs
    left_s: Indices
    boarded: Indices
    change_start: Longs
    change: Indices


class _EgressLegs(NamedTuple):
    """Egress legs by block of destinations and stop.

    Attributes
    ----------
    start
        int64 (n_blocks * n_stops + 1,): legs of block ``b`` and stop ``s`` begin at
        ``start[b * n_stops + s]``.
    place
        int32: destination within its block.
    seconds
        int32: whole seconds.
    width
        Destinations of a block.
    """

    start: Longs
    place: Indices
    seconds: Indices
    width: int


def pays(schedule: Schedule, question: Question, n_origins: int) -> bool:
    """Return whether working backwards from all boardings costs less than searching by origin.

    Parameters
    ----------
    schedule
        The timetable.
    question
        What is asked.
    n_origins
        Number of origins.

    Returns
    -------
    bool
        An estimate; either way gives the same.
    """
    ways = 1 + len(schedule.lines.way_stop) / max(1, schedule.n_stops)
    return n_origins * A_SEARCH > ways * question.max_rides * len(question.served)


def many_percentiles(  # noqa: PLR0917 - as the kernel for few origins takes them
    schedule: Schedule,
    question: Question,
    direct: Indices,
    order: tuple[Indices, Indices, Longs],
    seconds: Singles,
    rides: Codes,
) -> None:
    """Compute what follows every boarding and read percentiles off for each origin.

    Parameters
    ----------
    schedule
        The timetable.
    question
        Legs and departures.
    direct
        int32 (n_rows, n_destinations): keys without any ride, or none at all.
    order
        A sorting network for the departures, and the place of each percentile.
    seconds, rides
        (n_percentiles, n_rows, n_destinations): filled.
    """
    laid = _boardings(schedule, question)
    width = TOGETHER
    while width > LEAST_TOGETHER and 8 * width * len(laid.departure_s) > MOST_BYTES:
        width //= 2
    legs = _by_block(question, schedule.n_stops, width)
    call_stop = schedule.lines.call_stop
    _read(call_stop, laid, legs, question, direct, order, seconds, rides)


def _by_block(question: Question, n_stops: int, width: int) -> _EgressLegs:
    """Group egress legs."""
    stop = np.repeat(np.arange(n_stops), np.diff(question.to_start))
    group = question.to_place // width * n_stops + stop
    n_groups = -(-len(question.served) // width) * n_stops
    order = np.argsort(group, kind="stable")
    start = np.searchsorted(group[order], np.arange(n_groups + 1))
    place = (question.to_place % width)[order].astype(np.int32)
    return _EgressLegs(start, place, question.to_s[order], width)


def _boardings(schedule: Schedule, question: Question) -> Boardings:
    """List the boardings from the first departure to the end of the longest journey."""
    lines, n_stops = schedule.lines, schedule.n_stops
    span = (int(question.moments[0]), int(question.moments[-1] + question.limit))
    low, high = _trips_within(lines.departure_s, lines.stop_departure, lines.stop_trips, *span)
    count = high - low
    start = np.cumsum(count) - count
    number = np.arange(count.sum()) - np.repeat(start, count)
    departure_s = lines.departure_s[np.repeat(lines.stop_departure + low, count) + number]
    stop = np.repeat(np.repeat(np.arange(n_stops), np.diff(lines.stop_start)), count)
    order = np.lexsort((departure_s, stop))
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    stop_start = np.zeros(n_stops + 1, dtype=np.int64)
    np.cumsum(np.bincount(stop, minlength=n_stops), out=stop_start[1:])
    # The boarding of trip t at call c is place[at[c, 0] + t], if at[c, 1] <= t < at[c, 2]
    at = np.zeros((len(lines.call_stop), 3), dtype=np.int64)
    at[lines.stop_call] = np.column_stack([start - low, low, high])
    departure_s = departure_s[order]
    begin, last, trips = (
        schedule.pattern_start[:-1],
        schedule.pattern_start[1:] - 1,
        np.diff(schedule.trip_start).astype(np.int32),
    )
    # A vehicle that leaves its last stop but one in time, and its first one
    calls = schedule.call_departure
    low = _trips_within(lines.departure_s, calls[np.maximum(last - 1, begin)], trips, *span)[0]
    high = _trips_within(lines.departure_s, calls[begin], trips, *span)[1]
    count = np.where(last > begin, np.maximum(high - low, 0), 0)
    pattern = np.repeat(np.arange(len(count)), count)
    trip = np.arange(len(pattern)) - np.repeat(np.cumsum(count) - count - low, count)
    vehicles = (begin[pattern], last[pattern], trip)
    return Boardings(
        stop_start,
        departure_s,
        last[pattern].astype(np.int32),
        *_changes(lines, calls, span, vehicles, (place, at, stop_start, departure_s)),
    )


@nb.njit(cache=True)
def _trips_within(  # noqa: PLR0917 - numba takes no keyword-only arguments
    departure_s: Indices, start: Longs, count: Ints, first_s: int, latest_s: int
) -> tuple[Longs, Longs]:
    """Find the first trip of each list that leaves in a span of time, and the one after the last.

    The departures of list ``i`` are ``departure_s[start[i]]`` and on, ascending.
    """
    low, high = np.empty(len(start), dtype=np.int64), np.empty(len(start), dtype=np.int64)
    for i in range(len(start)):
        here = departure_s[start[i] : start[i] + count[i]]
        low[i] = np.searchsorted(here, first_s)
        high[i] = np.searchsorted(here, latest_s, side="right")
    return low, high


@nb.njit(cache=True)
def _first_from(departure_s: Indices, low: int, high: int, time: int) -> int:
    """Return the first place from ``low`` up to ``high`` that is not before a time."""
    while low < high:
        middle = (low + high) >> 1
        if departure_s[middle] < time:
            low = middle + 1
        else:
            high = middle
    return low


@nb.njit(cache=True)
def _changes(  # noqa: PLR0917 - numba takes no keyword-only arguments
    lines: Lines,
    call_departure: Longs,
    span: tuple[int, int],
    vehicles: tuple[Longs, Longs, Longs],
    boardings: tuple[Indices, Longs, Longs, Indices],
) -> tuple[Longs, Indices, Indices, Longs, Indices]:
    """Trace each vehicle backwards and return what getting off leads to."""
    first_s, latest_s = span
    begin, last, trips = vehicles
    place_of, at, stop_start, departure_s = boardings
    n_runs = len(trips)
    run_start = np.zeros(n_runs + 1, dtype=np.int64)
    n_ways = 0
    for run in range(n_runs):
        run_start[run + 1] = run_start[run]
        for call in range(last[run], begin[run], -1):
            if lines.departure_s[call_departure[call - 1] + trips[run]] < first_s:
                break
            run_start[run + 1] += 1
            stop = lines.call_stop[call]
            n_ways += lines.way_start[stop + 1] - lines.way_start[stop]
    n_places = run_start[-1]
    left_s = np.full(n_places, UNREACHED, dtype=np.int32)
    boarded = np.full(n_places, -1, dtype=np.int32)
    change_start = np.zeros(n_places + 1, dtype=np.int64)
    change = np.empty(n_ways, dtype=np.int32)
    n = 0
    for run in range(n_runs):
        trip = trips[run]
        for place in range(run_start[run], run_start[run + 1]):
            call = last[run] - (place - run_start[run])
            if at[call - 1, 1] <= trip < at[call - 1, 2]:
                boarded[place] = place_of[at[call - 1, 0] + trip]
            time = lines.arrival_s[lines.call_arrival[call] + trip * lines.call_stride[call]]
            if lines.call_off[call] and time <= latest_s:
                left_s[place] = time
                stop = lines.call_stop[call]
                for way in range(lines.way_start[stop], lines.way_start[stop + 1]):
                    there = lines.way_stop[way]
                    end = stop_start[there + 1]
                    ready_s = time + lines.way_s[way]
                    found = _first_from(departure_s, stop_start[there], end, ready_s)
                    if found < end:
                        change[n] = found
                        n += 1
            change_start[place + 1] = n
    return run_start, left_s, boarded, change_start, change[:n].copy()


@nb.njit(cache=True, parallel=True)
def _read(  # noqa: PLR0917 - numba takes no keyword-only arguments
    call_stop: Indices,
    laid: Boardings,
    legs: _EgressLegs,
    question: Question,
    direct: Indices,
    order: tuple[Indices, Indices, Longs],
    seconds: Singles,
    rides: Codes,
) -> None:
    """Compute what follows boardings, block of destinations by block, and read origins off."""
    n_stops, n_runs = len(laid.stop_start) - 1, len(laid.run_last)
    n_origins = len(question.from_start) - 1
    for number in nb.prange(n_origins):
        row = int(np.int64(number))  # unsigned within the loop: every kernel would compile twice
        without_rides(direct, row, seconds[:, row], rides[:, row])
    # Arrivals after each boarding or a later one at its stop, of so many rides and of one less.
    # The last block is as wide as all others: only whole rows are added up side by side
    planes = np.empty((2, len(laid.departure_s), legs.width), dtype=np.int32)
    for block in range(-(-len(question.served) // legs.width)):
        left = block * legs.width
        start = legs.start[block * n_stops : (block + 1) * n_stops + 1]
        for ride in range(1, question.max_rides + 1):
            fewer, after = planes[(ride - 1) % 2], planes[ride % 2]
            for number in nb.prange(n_runs):
                run = int(np.int64(number))
                _ride(call_stop, laid, (start, legs.place, legs.seconds), run, ride, fewer, after)
            for stop in nb.prange(n_stops):
                for one in range(laid.stop_start[stop + 1] - 2, laid.stop_start[stop] - 1, -1):
                    _earlier(after[one], after[one + 1], 0)
        for number in nb.prange(n_origins):
            row = int(np.int64(number))
            keys = np.empty((len(question.moments), legs.width), dtype=np.int32)
            columns = question.served[left : left + legs.width]
            _arrive(laid, question, row, planes[question.max_rides % 2], keys)
            if len(direct):
                for place in range(len(columns)):
                    key = direct[row, columns[place]]
                    for moment in range(len(keys)):
                        keys[moment, place] = min(keys[moment, place], key)
            read_off(keys, order, columns, seconds[:, row], rides[:, row])


@nb.njit(cache=True, inline="always")
def _earlier(one: Indices, other: Indices, more: int) -> None:
    """Keep the earlier arrival at each destination, the other one with so many more rides."""
    for place in range(len(one)):
        one[place] = min(one[place], np.int32(other[place] + more))


@nb.njit(cache=True)
def _ride(  # noqa: PLR0917 - numba takes no keyword-only arguments
    call_stop: Indices,
    laid: Boardings,
    legs: tuple[Longs, Indices, Indices],
    run: int,
    ride: int,
    fewer: Indices,
    after: Indices,
) -> None:
    """Trace a vehicle backwards, with at most so many rides, this one counted."""
    start, to_place, to_s = legs
    on_board = np.full(after.shape[1], UNREACHED, dtype=np.int32)
    first = laid.run_start[run]
    for place in range(first, laid.run_start[run + 1]):
        if laid.left_s[place] != UNREACHED:
            stop = call_stop[laid.run_last[run] - (place - first)]
            for leg in range(start[stop], start[stop + 1]):
                key = ((laid.left_s[place] + to_s[leg]) << RIDE_BITS) + 1
                on_board[to_place[leg]] = min(on_board[to_place[leg]], key)
            if ride > 1:
                for change in range(laid.change_start[place], laid.change_start[place + 1]):
                    _earlier(on_board, fewer[laid.change[change]], 1)
        if laid.boarded[place] >= 0:
            after[laid.boarded[place]] = on_board


@nb.njit(cache=True)
def _arrive(  # noqa: PLR0917 - numba takes no keyword-only arguments
    laid: Boardings, question: Question, row: int, after: Indices, keys: Indices
) -> None:
    """Fill the keys of one origin: a row a departure, a column a destination."""
    begin, end = question.from_start[row], question.from_start[row + 1]
    reached = np.empty(end - begin, dtype=np.int64)
    for leg in range(begin, end):
        reached[leg - begin] = laid.stop_start[question.from_stop[leg] + 1]
    at = np.full(keys.shape[1], UNREACHED, dtype=np.int32)
    for number in range(len(keys) - 1, -1, -1):
        moment = question.moments[number]
        for leg in range(begin, end):
            before = reached[leg - begin]
            low = laid.stop_start[question.from_stop[leg]]
            one = _first_from(laid.departure_s, low, before, moment + question.from_s[leg])
            if one < before:
                reached[leg - begin] = one
                _earlier(at, after[one], 0)
        since(at, moment, question.limit, keys[number])
