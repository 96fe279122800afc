"""All boardings of a timetable within a span of time, and the changes that are worth making.

From a vehicle one could change, at every stop and over every way between stops, to whatever leaves
next. Most of that leads nowhere sooner than staying seated and getting off later, or than another
change from the same vehicle with as many rides. Such changes are dropped once for a timetable: a
vehicle's calls are gone through from the last to the first, and a change stays only if it gets to
some stop earlier than all that was looked at before.

Source: S. Witt (2015), Trip-based public transit routing, ESA 2015, LNCS 9294, 1025-1036 (the
reduction of transfers).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.routing.transit.keys import UNREACHED

if TYPE_CHECKING:
    from grensgeo.arrays import Indices, Ints, Longs
    from grensgeo.routing.transit.schedule import Lines, Schedule

#: Bits of the time or number of a trip below the number of a vehicle in the labels of a search for
#: changes: later vehicles have smaller labels, so that none are cleared between two vehicles.
_LABEL_BITS = 32


class Boardings(NamedTuple):
    """Boardings from the latest to the earliest: a vehicle between one call and the next.

    Attributes
    ----------
    call_start, call_low, call_high
        int64 (n_calls,): the boarding of trip ``t`` at call ``c`` is
        ``boarding_of[call_start[c] + t]``, for ``call_low[c] <= t < call_high[c]``.
    boarding_of
        int32 (n_boardings,).
    departure_s
        int32 (n_boardings,): when the vehicle leaves, descending.
    left_s
        int32 (n_boardings,): arrival at the next call, UNREACHED where nobody gets off there in
        time.
    left_stop
        int32 (n_boardings,): its stop.
    seated
        int32 (n_boardings,): the boarding that staying seated there amounts to, -1 where nobody
        does.
    change_start, change
        int64 (n_boardings + 1,) and int32: the boardings that getting off there leads to.
    backwards
        Whether every boarding comes after those that it leads to. It does unless vehicles and
        changes take no time at all.
    """

    call_start: Longs
    call_low: Longs
    call_high: Longs
    boarding_of: Indices
    departure_s: Indices
    left_s: Indices
    left_stop: Indices
    seated: Indices
    change_start: Longs
    change: Indices
    backwards: bool


def list_boardings(schedule: Schedule, span: tuple[int, int]) -> Boardings:
    """List the boardings of a span of time and the changes between them.

    Parameters
    ----------
    schedule
        The timetable.
    span
        Whole seconds: the first departure, and the latest arrival.

    Returns
    -------
    Boardings
        Ready for :mod:`grensgeo.routing.transit.onward`.
    """
    lines, departure = schedule.lines, schedule.call_departure
    trips = np.repeat(np.diff(schedule.trip_start), np.diff(schedule.pattern_start))
    low, high = _trips_within(lines.departure_s, departure, trips, *span)
    high = np.where(np.arange(len(low)) < lines.call_end, high, low)  # nobody boards at the end
    count = high - low
    start = np.cumsum(count) - count
    call = np.repeat(np.arange(len(count)), count)
    trip = np.arange(len(call)) - np.repeat(start - low, count)
    leaves = lines.departure_s[departure[call] + trip]
    # Of boardings at one moment that of a later call first: it may be what a vehicle stays for
    order = np.lexsort((-call, np.negative(leaves, dtype=np.int64)))
    boarding_of = np.empty(len(order), dtype=np.int32)
    boarding_of[order] = np.arange(len(order), dtype=np.int32)
    trip, after = trip[order], call[order] + 1
    left_s = lines.arrival_s[lines.call_arrival[after] + trip * lines.call_stride[after]]
    left_s = np.where((lines.call_off[after] != 0) & (left_s <= span[1]), left_s, UNREACHED)
    seated = np.full(len(order), -1, dtype=np.int32)
    on = np.flatnonzero(trip < high[after])
    seated[on] = boarding_of[(start - low)[after[on]] + trip[on]]
    found = _changes(
        lines, schedule.pattern_start, (start - low, low, high), boarding_of, left_s, span[1]
    )
    return Boardings(
        start - low,
        low,
        high,
        boarding_of,
        leaves[order],
        left_s,
        lines.call_stop[after],
        seated,
        *_in_order(*found),
    )


@kernel
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


@kernel
def first_from(departure_s: Indices, low: int, high: int, time: int) -> int:
    """Return the first place from ``low`` up to ``high`` that is not before a time."""
    while low < high:
        middle = (low + high) >> 1
        if departure_s[middle] < time:
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def _changes(  # noqa: PLR0915, PLR0917 - in one piece, as the search from an origin is
    lines: Lines,
    pattern_start: Longs,
    within: tuple[Longs, Longs, Longs],
    boarding_of: Indices,
    left_s: Indices,
    latest_s: int,
) -> tuple[Longs, Longs, Indices]:
    """Find the changes that each getting off is worth: the places of the first and after the last.

    For one vehicle, ``aboard`` has the earliest trip that it brings onto each stretch of a pattern
    and ``best`` the earliest getting off at each stop, seated or after one change, here or at a
    later call. A change that makes none of them earlier has something as early with as few rides
    in its place, which leads on to whatever the change does. ``owner`` is the change to which a
    stop's best is due; one that loses all its stops to others of the same call is dropped, too.
    """
    call_start, call_low, call_high = within
    way_start, way_stop, way_s = lines.way_start, lines.way_stop, lines.way_s
    stop_start, stop_call = lines.stop_start, lines.stop_call
    departure_s, arrival_s, call_stop = lines.departure_s, lines.arrival_s, lines.call_stop
    aboard = np.zeros(len(call_stop), dtype=np.int64)
    best = np.zeros(len(way_start) - 1, dtype=np.int64)
    owner = np.full(len(best), -1, dtype=np.int64)
    first = np.zeros(len(left_s), dtype=np.int64)
    last = np.zeros(len(left_s), dtype=np.int64)
    change = np.empty(1024, dtype=np.int32)
    owned = np.empty(1024, dtype=np.int64)
    vehicle = n = made = 0
    for pattern in range(len(pattern_start) - 1):
        begin, end = pattern_start[pattern], pattern_start[pattern + 1] - 1
        if end <= begin:
            continue
        for trip in range(call_low[end - 1], call_high[begin]):
            vehicle += 1
            base = np.int64(vehicle) << _LABEL_BITS
            for call in range(end - 1, begin - 1, -1):
                if trip < call_low[call]:
                    break
                if trip >= call_high[call]:
                    continue
                here = boarding_of[call_start[call] + trip]
                time = left_s[here]
                first[here] = last[here] = n
                if time == UNREACHED:
                    continue
                stop = call_stop[call + 1]
                if time - base < best[stop]:
                    best[stop] = time - base
                    owner[stop] = -1
                made_before = made
                for way in range(way_start[stop], way_start[stop + 1]):
                    ready_s = time + way_s[way]
                    for place in range(stop_start[way_stop[way]], stop_start[way_stop[way] + 1]):
                        on = stop_call[place]
                        departure = lines.stop_departure[place]
                        low, high = call_low[on], call_high[on]
                        high = min(high, aboard[on] + base)
                        if high <= low or departure_s[departure + high - 1] < ready_s:
                            continue
                        high -= 1
                        while low < high:
                            middle = (low + high) >> 1
                            if departure_s[departure + middle] < ready_s:
                                low = middle + 1
                            else:
                                high = middle
                        worth = 0
                        row_s = lines.call_arrival[on] + low * lines.call_stride[on] - on
                        for off in range(on + 1, lines.call_end[on] + 1):
                            if aboard[off - 1] <= low - base:
                                break
                            aboard[off - 1] = low - base
                            there_s = arrival_s[row_s + off]
                            if there_s > latest_s:
                                break
                            there = call_stop[off]
                            if lines.call_off[off] and there_s - base < best[there]:
                                if owner[there] >= made_before:
                                    owned[owner[there] - made_before] -= 1
                                best[there] = there_s - base
                                owner[there] = made
                                worth += 1
                                # Counted at once: a loop of the pattern may take a stop anew
                                if worth == 1:
                                    if made - made_before == len(owned):
                                        owned = np.concatenate((owned, owned))
                                    owned[made - made_before] = 0
                                owned[made - made_before] += 1
                        if worth:
                            if n == len(change):
                                change = np.concatenate((change, change))
                            change[n] = boarding_of[call_start[on] + low]
                            n += 1
                            made += 1
                kept = first[here]
                for number in range(made - made_before):
                    if owned[number]:
                        change[kept] = change[first[here] + number]
                        kept += 1
                n = last[here] = kept
    return first, last, change[:n].copy()


@kernel
def _in_order(first: Longs, last: Longs, change: Indices) -> tuple[Longs, Indices, bool]:
    """Arrange changes by boarding; tell whether all of them lead to boardings before it."""
    start = np.zeros(len(first) + 1, dtype=np.int64)
    arranged = np.empty(len(change), dtype=np.int32)
    backwards, n = True, 0
    for boarding in range(len(first)):
        for place in range(first[boarding], last[boarding]):
            arranged[n] = change[place]
            backwards &= change[place] < boarding
            n += 1
        start[boarding + 1] = n
    return start, arranged, backwards
