"""Percentiles for many origins at once: what follows a boarding is worked out once for them all.

Whoever boards a vehicle at a stop, from whichever origin and at whichever minute, has the same
journeys ahead. So the earliest arrivals after each boarding of the timetable, at all destinations,
are worked out backwards in time: on board, an arrival is by getting off at the next call and going
on from there, by an egress leg or by a boarding that a change leads to, with a ride more, or by
staying seated. All of these are later boardings, so one pass from the latest to the earliest finds
the earliest arrivals by any number of rides, and the fewest rides that they take. Where more are
needed somewhere than a journey may have, a pass a ride takes its place. An origin's arrivals are
then the earliest after the boardings that its access legs reach. Destinations are taken some at a
time, side by side.

The result is that of :mod:`grensgeo.routing.transit.raptor`, which is faster for few origins,
since it looks only at what they reach.

Source: J. Dibbelt, T. Pajor, B. Strasser, D. Wagner (2018), Connection scan algorithm, ACM Journal
of Experimental Algorithmics 23, 1.7 (profiles of a whole timetable, backwards); here with the
changes of :mod:`grensgeo.routing.transit.boardings`, and for all destinations instead of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numba as nb
import numpy as np

from grensgeo.kernels import kernel
from grensgeo.routing.transit.boardings import first_from
from grensgeo.routing.transit.keys import (
    MOST_RIDES,
    RIDE_BITS,
    UNREACHED,
    read_off,
    since,
    without_rides,
)
from grensgeo.routing.transit.schedule import MOST_TRIPS
from grensgeo.routing.workers import share, workers_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from grensgeo.arrays import Codes, Indices, Longs, Singles
    from grensgeo.routing.transit.boardings import Boardings
    from grensgeo.routing.transit.question import Question
    from grensgeo.routing.transit.schedule import Lines, Schedule

    #: Number of a worker, and of all of them.
    _Part = tuple[int, int]

#: Destinations that are taken side by side: what follows the boardings of some minutes then stays
#: in the second-level cache, and the minutes of an origin in the first.
TOGETHER = 128
#: Of a timetable with more boardings fewer are, though a cache line full of them, so that no more
#: bytes are held.
LEAST_TOGETHER = 16
MOST_BYTES = 1 << 28
#: Bytes that the first rides of some origins may take before they are known to be fewer.
FIRST_BYTES = 1 << 25
#: What an origin's own search costs for each boarding of the timetable, and what finding the
#: changes costs, in arrivals at one destination that are compared (0.24 ns): 180 with the buses of
#: Münster, 600 with those of Porto Alegre. And how many changes a boarding keeps at most, as a
#: rule: 3 there, 8 here.
A_SEARCH, A_CHANGE, MOST_CHANGES = 400, 11_000, 8
#: Journeys that are the earliest take fewer rides, as a rule: one pass is enough.
MANY_RIDES = 8


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
    ways = len(schedule.lines.way_stop) / max(1, schedule.n_stops)
    passes = 1 if question.max_rides >= MANY_RIDES else question.max_rides
    compared = passes * (1 + min(ways, MOST_CHANGES)) * len(question.served)
    return n_origins * A_SEARCH > compared + A_CHANGE


class _FirstRides(NamedTuple):
    """The boardings that each origin's access legs reach, none without need.

    Attributes
    ----------
    start
        int64 (n_origins + 1,): those of origin ``i`` are ``start[i]`` up to ``start[i + 1]``, by
        the latest departure from the origin, descending.
    boarding
        int32.
    until
        int32 (n_origins, n_moments): how many of an origin's are reached at each departure.
    """

    start: Longs
    boarding: Indices
    until: Indices


class _EgressLegs(NamedTuple):
    """Egress legs by block of destinations and stop.

    Attributes
    ----------
    start
        int64 (n_blocks, n_stops + 1): legs of block ``b`` and stop ``s`` are ``start[b, s]`` up to
        ``start[b, s + 1]``.
    place
        int32: destination within its block.
    seconds
        int32: whole seconds.
    """

    start: Longs
    place: Indices
    seconds: Indices


def many_percentiles(  # noqa: PLR0917 - as the kernel for few origins takes them
    lines: Lines,
    boardings: Boardings,
    question: Question,
    direct: Indices,
    order: tuple[Indices, Indices, Longs],
    seconds: Singles,
    rides: Codes,
) -> None:
    """Compute what follows every boarding and read percentiles off for each origin.

    Parameters
    ----------
    lines
        The timetable.
    boardings
        Its boardings from the first departure to the latest arrival.
    question
        Legs and departures.
    direct
        int32 (n_rows, n_destinations): keys without any ride, or none at all.
    order
        A sorting network for the departures, and the place of each percentile.
    seconds, rides
        (n_percentiles, n_rows, n_destinations): filled.
    """
    _share_out(seconds.shape[1], _fill_without_rides, direct, seconds, rides)
    n_boardings, n_served = len(boardings.departure_s), len(question.served)
    width = TOGETHER
    while width > LEAST_TOGETHER and 8 * width * n_boardings > MOST_BYTES:
        width //= 2
    n_blocks = -(-n_served // width)
    side_by_side = MOST_BYTES // (8 * width * max(n_boardings, 1))
    side_by_side = max(1, min(nb.get_num_threads(), n_blocks, side_by_side))
    firsts = _first_rides(lines, boardings, question)
    legs = _by_block(question, len(lines.way_start) - 1, width)
    # Memory is taken when it is written to: the second half only where rides are counted out. The
    # last block is as wide as all others: only whole rows are added up side by side
    planes = np.empty((2, side_by_side, n_boardings, width), dtype=np.int32)
    at_once = boardings.backwards
    for block in range(0, n_blocks, side_by_side):
        part = _EgressLegs(legs.start[block : block + side_by_side], legs.place, legs.seconds)
        after = planes[0, : len(part.start)]
        if at_once:
            most = _follow(boardings, part, question.limit, after, after, 0)
            # What was found with more rides than there may be is not what was asked for, and it
            # is so for other destinations as a rule
            at_once = most <= min(question.max_rides, MOST_RIDES - 1)
        if not at_once:
            after = _by_rides(boardings, part, question, planes[:, : len(part.start)])
        read = firsts, question, direct, order, block, after, seconds, rides
        _share_out(len(firsts.until), _read, *read)


def _share_out(n: int, work: Callable[..., object], *given: object) -> None:
    """Apply a kernel to so many rows or blocks, every so many-th by one of the workers."""
    n_workers = workers_for(n)
    share(lambda worker: work(*given, (worker, n_workers)), n_workers)


def _by_rides(
    boardings: Boardings, legs: _EgressLegs, question: Question, planes: Indices
) -> Indices:
    """Compute what follows boardings with a ride more at a time, as long as any is of use."""
    after: Indices = planes[0]
    for ride in range(1, question.max_rides + 1):
        fewer, after = planes[(ride - 1) % 2], planes[ride % 2]
        most = _follow(boardings, legs, question.limit, fewer, after, ride)
        if most < ride:
            break
    return after


def _by_block(question: Question, n_stops: int, width: int) -> _EgressLegs:
    """Group egress legs."""
    stop = np.repeat(np.arange(n_stops), np.diff(question.to_start))
    group = question.to_place // width * n_stops + stop
    n_blocks = -(-len(question.served) // width)
    order = np.argsort(group, kind="stable")
    start = np.searchsorted(group[order], np.arange(n_blocks * n_stops + 1))
    by_block = np.arange(n_blocks)[:, None] * n_stops + np.arange(n_stops + 1)
    place = (question.to_place % width)[order].astype(np.int32)
    return _EgressLegs(start[by_block], place, question.to_s[order])


def _first_rides(lines: Lines, boardings: Boardings, question: Question) -> _FirstRides:
    """Find the boardings that each origin reaches, some origins at a time."""
    at_call = boardings.call_high - boardings.call_low
    at_stop = np.add.reduceat(np.append(at_call[lines.stop_call], 0), lines.stop_start[:-1])
    at_stop[np.diff(lines.stop_start) == 0] = 0
    # No more than all that leave the stops of the access legs
    most = np.concatenate([[0], np.cumsum(at_stop[question.from_stop])])[question.from_start]
    n_origins = len(question.from_start) - 1
    until = np.empty((n_origins, len(question.moments)), dtype=np.int32)
    parts, first = [], 0
    while first < n_origins:
        last = int(np.searchsorted(most, most[first] + FIRST_BYTES // 4, side="right")) - 1
        last = min(max(last, first + 1), n_origins)
        start = most[first : last + 1] - most[first]
        found = np.empty(start[-1], dtype=np.int32)
        _share_out(last - first, _board, lines, boardings, question, first, start, found, until)
        parts.append(_close_up(found, start, until[first:last, 0]))
        first = last
    start = np.concatenate([[0], np.cumsum(until[:, 0], dtype=np.int64)])
    return _FirstRides(start, np.concatenate([*parts, np.empty(0, dtype=np.int32)]), until)


@kernel(nogil=True)
def _board(  # noqa: PLR0917 - numba takes no keyword-only arguments
    lines: Lines,
    boardings: Boardings,
    question: Question,
    first: int,
    start: Longs,
    found: Indices,
    until: Indices,
    part: _Part,
) -> None:
    """Find the boardings that some origins reach."""
    for one in range(part[0], len(start) - 1, part[1]):
        row = first + one
        _board_from(
            lines, boardings, question, row, found[start[one] : start[one + 1]], until[row]
        )


@kernel
def _close_up(found: Indices, start: Longs, count: Indices) -> Indices:
    """Return so many of each part, one part's after the other's."""
    kept = np.empty(count.sum(), dtype=np.int32)
    n = 0
    for part in range(len(count)):
        kept[n : n + count[part]] = found[start[part] : start[part] + count[part]]
        n += count[part]
    return kept


@kernel(inner=True)
def _board_from(  # noqa: PLR0917 - numba takes no keyword-only arguments
    lines: Lines,
    boardings: Boardings,
    question: Question,
    row: int,
    found: Indices,
    until: Indices,
) -> None:
    """Find the boardings that one origin reaches, none of a vehicle that it boards before.

    All boardings are listed by the last moment at which one can leave for them. From the last
    moment to the first, ``aboard`` has the earliest trip on each stretch of a pattern; of the
    boardings of a moment those stay whose vehicle nobody is on before, nor an earlier one.
    """
    moments, n_moments = question.moments, len(question.moments)
    listed = np.full(n_moments, -1, dtype=np.int32)
    before = np.empty(len(found), dtype=np.int32)
    on_call = np.empty(len(found), dtype=np.int32)
    on_trip = np.empty(len(found), dtype=np.int32)
    n = 0
    for leg in range(question.from_start[row], question.from_start[row + 1]):
        stop, leg_s = question.from_stop[leg], question.from_s[leg]
        for place in range(lines.stop_start[stop], lines.stop_start[stop + 1]):
            call = lines.stop_call[place]
            departure, high = lines.stop_departure[place], boardings.call_high[call]
            trip = departure + boardings.call_low[call]
            trip = first_from(lines.departure_s, trip, departure + high, moments[0] + leg_s)
            trip -= departure
            moment, before_this = 0, -1
            while trip < high and before_this < n_moments - 1:
                leave_s = lines.departure_s[departure + trip] - leg_s
                while moment + 1 < n_moments and moments[moment + 1] <= leave_s:
                    moment += 1
                if moment > before_this:  # of several in one minute the first
                    on_call[n], on_trip[n] = call, trip
                    before[n], listed[moment] = listed[moment], n
                    n += 1
                before_this = moment
                trip += 1
    aboard = np.full(len(lines.call_stop), MOST_TRIPS, dtype=np.int32)
    kept = 0
    for moment in range(n_moments - 1, -1, -1):
        one = listed[moment]
        while one >= 0:
            for call in range(on_call[one], lines.call_end[on_call[one]]):
                if aboard[call] <= on_trip[one]:
                    break
                aboard[call] = on_trip[one]
            one = before[one]
        one = listed[moment]
        while one >= 0:
            call, trip = on_call[one], on_trip[one]
            one = before[one]
            inner = call > 0 and lines.call_end[call - 1] == lines.call_end[call]
            if aboard[call] == trip and not (inner and aboard[call - 1] <= trip):
                found[kept] = boardings.boarding_of[boardings.call_start[call] + trip]
                kept += 1
        until[moment] = kept


@kernel(nogil=True)
def _fill_without_rides(direct: Indices, seconds: Singles, rides: Codes, part: _Part) -> None:
    """Fill the percentiles of all origins with the way without any ride."""
    for row in range(part[0], seconds.shape[1], part[1]):
        without_rides(direct, row, seconds[:, row], rides[:, row])


def _follow(  # noqa: PLR0917 - as the kernel takes them
    boardings: Boardings,
    legs: _EgressLegs,
    limit: int,
    fewer: Indices,
    after: Indices,
    ride: int,
) -> int:
    """Compute what follows the boardings, for some blocks of destinations; return most rides.

    With at most ``ride`` rides, changes lead to what another pass found with fewer; with any
    number of rides (0), to what this one found before.
    """
    most = np.zeros(len(after), dtype=np.int64)
    _share_out(len(after), _follow_blocks, boardings, legs, limit, fewer, after, ride, most)
    return int(most.max())


@kernel(nogil=True)
def _follow_blocks(  # noqa: PLR0917 - numba takes no keyword-only arguments
    boardings: Boardings,
    legs: _EgressLegs,
    limit: int,
    fewer: Indices,
    after: Indices,
    ride: int,
    most: Longs,
    part: _Part,
) -> None:
    """Compute what follows the boardings, for the blocks of one worker; fill in most rides."""
    for block in range(part[0], len(after), part[1]):
        most[block] = _follow_one(boardings, legs, limit, block, fewer[block], after[block], ride)


@kernel(inner=True)
def _follow_one(  # noqa: PLR0917 - numba takes no keyword-only arguments
    boardings: Boardings,
    legs: _EgressLegs,
    limit: int,
    block: int,
    fewer: Indices,
    after: Indices,
    ride: int,
) -> int:
    """Compute what follows the boardings, for one block of destinations."""
    width = after.shape[1]
    most = np.int32(0)
    for here in range(len(boardings.seated)):
        seated, left_s = boardings.seated[here], boardings.left_s[here]
        if seated >= 0:
            for place in range(width):
                after[here, place] = after[seated, place]
        else:
            for place in range(width):
                after[here, place] = UNREACHED
        if left_s == UNREACHED:
            continue
        if ride != 1:
            for number in range(boardings.change_start[here], boardings.change_start[here + 1]):
                change = boardings.change[number]
                for place in range(width):
                    after[here, place] = min(
                        after[here, place], np.int32(fewer[change, place] + 1)
                    )
        stop = boardings.left_stop[here]
        for leg in range(legs.start[block, stop], legs.start[block, stop + 1]):
            key = np.int32(((left_s + legs.seconds[leg]) << RIDE_BITS) + 1)
            after[here, legs.place[leg]] = min(after[here, legs.place[leg]], key)
        # What takes longer than a journey may take is of no use to anybody who comes here
        longest = np.int32(((boardings.departure_s[here] + limit) << RIDE_BITS) + MOST_RIDES)
        for place in range(width):
            key = after[here, place]
            most = max(most, np.int32(key & MOST_RIDES) if key <= longest else np.int32(0))
    return int(most)


@kernel(nogil=True)
def _read(  # noqa: PLR0917 - numba takes no keyword-only arguments
    firsts: _FirstRides,
    question: Question,
    direct: Indices,
    order: tuple[Indices, Indices, Longs],
    first_block: int,
    after: Indices,
    seconds: Singles,
    rides: Codes,
    part: _Part,
) -> None:
    """Read origins off what follows the boardings, for some blocks of destinations."""
    width = after.shape[2]
    for row in range(part[0], len(firsts.until), part[1]):
        keys = np.empty((len(question.moments), width), dtype=np.int32)
        boarding = firsts.boarding[firsts.start[row] : firsts.start[row + 1]]
        for block in range(len(after)):
            left = (first_block + block) * width
            columns = question.served[left : left + width]
            _arrive(boarding, firsts.until[row], question, after[block], keys)
            if len(direct):
                for place in range(len(columns)):
                    key = direct[row, columns[place]]
                    for moment in range(len(keys)):
                        keys[moment, place] = min(keys[moment, place], key)
            read_off(keys, order, columns, seconds[:, row], rides[:, row])


@kernel(inner=True)
def _arrive(  # noqa: PLR0917 - numba takes no keyword-only arguments
    boarding: Indices, until: Indices, question: Question, after: Indices, keys: Indices
) -> None:
    """Fill the keys of one origin: a row a departure, a column a destination."""
    width = keys.shape[1]
    at = np.full(width, UNREACHED, dtype=np.int32)
    reached = 0
    for number in range(len(keys) - 1, -1, -1):
        while reached < until[number]:
            one = boarding[reached]
            for place in range(width):
                at[place] = min(at[place], after[one, place])
            reached += 1
        since(at, question.moments[number], question.limit, keys[number])
