"""Times from stop to stop over lines that run at a headway.

Nothing here depends on the clock: a ride is half the headway of waiting and then the minutes on
board. First every pair of stops that some line joins gets its time, over all lines that are worth
boarding; then the fastest journey is found by rounds, one round a ride (Delling, Pajor and
Werneck, "Round-based public transit routing", 2015, without its timetable).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from grensgeo.errors import Fault, Faults, InputError, some

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Longs


def stop_times(
    n_stops: int,
    line_start: npt.ArrayLike,
    call_stop: npt.ArrayLike,
    call_arrival_s: npt.ArrayLike,
    *,
    call_departure_s: npt.ArrayLike,
    line_headway_s: npt.ArrayLike,
    transfer_from: npt.ArrayLike,
    transfer_to: npt.ArrayLike,
    transfer_s: npt.ArrayLike,
    max_rides: int = 4,
) -> Floats:
    """Compute the fastest expected time between all stops.

    A journey is at most ``max_rides`` rides with one transfer, or a change at the stop itself,
    between two of them; a transfer may also come before the first ride, after the last one or
    alone. Each ride costs half the headway and the minutes on board. Where several lines run from
    one stop to another, the first train of those worth boarding is taken: their departures are
    counted together, as if evenly spaced, and the minutes on board are the mean by frequency.

    Parameters
    ----------
    n_stops
        Number of stops; a stop is its position.
    line_start
        Longs (n_lines + 1,): the calls of line ``l`` are ``line_start[l]:line_start[l + 1]``.
        A line runs in one direction only: the way back is a line of its own, as
        :func:`grensgeo.network.headway_services.to_arrays` gives it.
    call_stop
        Longs (n_calls,): the stop of each call.
    call_arrival_s, call_departure_s
        Seconds (n_calls,) from the start of the line, never falling along it.
    line_headway_s
        Seconds (n_lines,) between two departures, above zero.
    transfer_from, transfer_to, transfer_s
        Longs and seconds (n_transfers,): walking from stop to stop, one direction each.
        Transfers are not chained. One from a stop to itself is the time that a change there
        takes; without it a change takes no time.
    max_rides
        Most rides in one journey; at least 1.

    Returns
    -------
    ndarray
        float64 (n_stops, n_stops): seconds from row to column, waiting for the first ride
        included; 0 on the diagonal, NaN where no journey exists.

    Raises
    ------
    InputError
        With every fault at once: lengths that do not agree, stops that are not there, headways
        that are not above zero, times that are not finite or that fall.

    Notes
    -----
    There is no cap on the first wait. People who know the timetable wait for less at long
    headways (Ingvardson and others 2018, Transportation Research Part C 95), so an hourly line is
    served worse here than in life; a cap would hide what a denser service brings. No connection
    is timed, which errs on the same side; lines that share a stretch but leave together and not
    in turn are served better here than in life.

    Source
    ------
    Half the headway: the mean wait for a regular service of passengers who arrive at random
    (Welding 1957, "The instability of a close-interval service", Operational Research Quarterly
    8(3)). Lines worth boarding: the set that makes the expected time least (Chriqui and
    Robillard 1975, "Common bus lines", Transportation Science 9(2)).

    Examples
    --------
    One line from stop 0 over 1 to 2, every 30 minutes, 10 minutes from stop to stop:

    >>> times = stop_times(
    ...     3, [0, 3], [0, 1, 2], [0, 600, 1200],
    ...     call_departure_s=[0, 600, 1200], line_headway_s=[1800],
    ...     transfer_from=[], transfer_to=[], transfer_s=[],
    ... )
    >>> times[0]
    array([   0., 1500., 2100.])
    >>> bool(np.isnan(times[2, 0]))
    True
    """
    start = np.asarray(line_start, dtype=np.int64)
    stop = np.asarray(call_stop, dtype=np.int64)
    arrival = np.asarray(call_arrival_s, dtype=np.float64)
    departure = np.asarray(call_departure_s, dtype=np.float64)
    headway = np.asarray(line_headway_s, dtype=np.float64)
    walk_from = np.asarray(transfer_from, dtype=np.int64)
    walk_to = np.asarray(transfer_to, dtype=np.int64)
    walk = np.asarray(transfer_s, dtype=np.float64)
    faults = _length_faults(start, headway, (stop, arrival, departure), (walk_from, walk_to, walk))
    if not faults:
        faults = [
            *_reference_faults(n_stops, stop, walk_from, walk_to),
            *_time_faults(start, arrival, departure, headway=headway),
        ]
        if not np.all(np.isfinite(walk) & (walk >= 0)):
            faults.append(Fault("negative-or-infinite", "transfer_s is negative or not finite"))
        faults.extend(_twice(walk_from, walk_to))
    if max_rides < 1:
        faults.append(Fault("out-of-range", f"max_rides is {max_rides}, expected at least 1"))
    if faults:
        raise InputError.of(faults, where="lines at headways")

    same = walk_from == walk_to
    change = np.zeros(n_stops)
    change[walk_from[same]] = walk[same]
    ride_start, ride_to, ride_s = _rides(
        start, stop, arrival, departure=departure, headway=headway
    )
    result: Floats = _all_rounds(
        np.searchsorted(ride_start, np.arange(n_stops + 1)).astype(np.int64),
        ride_to,
        ride_s,
        walk_from[~same],
        walk_to[~same],
        walk[~same],
        change,
        max_rides,
    )
    return result


def _length_faults(
    start: Longs,
    headway: Floats,
    calls: tuple[npt.NDArray[np.generic], ...],
    transfers: tuple[npt.NDArray[np.generic], ...],
) -> list[Fault]:
    """List arrays whose lengths do not agree."""
    faults = Faults()
    if len(start) != len(headway) + 1:
        faults.add(
            "lengths-differ", f"line_start has {len(start)} rows, expected {len(headway) + 1}"
        )
    elif start[0] != 0 or start[-1] != len(calls[0]) or np.any(np.diff(start) < 0):
        faults.add("array-broken", "line_start does not rise from 0 to the number of calls")
    if len({len(array) for array in calls}) > 1:
        faults.add(
            "lengths-differ", "call_stop, call_arrival_s and call_departure_s differ in length"
        )
    if len({len(array) for array in transfers}) > 1:
        faults.add("lengths-differ", "transfer_from, transfer_to and transfer_s differ in length")
    return faults


def _reference_faults(n_stops: int, *references: Longs) -> list[Fault]:
    """List stops that are named but are not there."""
    named = np.unique(np.concatenate(references)) if references else np.array([], dtype=np.int64)
    missing = named[(named < 0) | (named >= n_stops)]
    return (
        [Fault("index-unknown", f"stops {some(missing)} are not among the {n_stops} stops")]
        if len(missing)
        else []
    )


def _twice(walk_from: Longs, walk_to: Longs) -> list[Fault]:
    """List transfers that are named more than once."""
    pairs, counts = np.unique(np.stack([walk_from, walk_to]), axis=1, return_counts=True)
    twice = [f"{a} to {b}" for a, b in pairs[:, counts > 1].T]
    return [Fault("row-twice", f"transfers are named twice: {some(twice)}")] if twice else []


def _time_faults(
    start: Longs, arrival: Floats, departure: Floats, *, headway: Floats
) -> list[Fault]:
    """List lines whose times or headways cannot be true."""
    faults = Faults()
    wrong = np.flatnonzero(~(np.isfinite(headway) & (headway > 0)))
    if len(wrong):
        faults.add("out-of-range", f"line_headway_s is not above zero on lines {some(wrong)}")
    wrong = np.flatnonzero(~(np.isfinite(arrival) & np.isfinite(departure)))
    if len(wrong):
        faults.add("negative-or-infinite", f"times are not finite at calls {some(wrong)}")
        return faults
    falls = departure < arrival
    falls[1:] |= arrival[1:] < departure[:-1]
    firsts = start[:-1][start[:-1] < len(arrival)]
    falls[firsts] = departure[firsts] < arrival[firsts]
    wrong = np.flatnonzero(falls)
    if len(wrong):
        faults.add("times-run-backwards", f"times fall along the line at calls {some(wrong)}")
    return faults


def _rides(
    start: Longs, stop: Longs, arrival: Floats, *, departure: Floats, headway: Floats
) -> tuple[Longs, Longs, Floats]:
    """Return the expected time of a ride between each two stops that a line joins.

    Sorted by the stop of departure: from, to, seconds with waiting.
    """
    line, origin, destination, seconds = _joined(start, stop, arrival, departure)
    # of each line only the shortest way between two stops, then the lines of each pair by time
    order = np.lexsort((seconds, line, destination, origin))
    order = order[_fresh(origin[order], destination[order], line[order])]
    order = order[np.lexsort((seconds[order], destination[order], origin[order]))]
    fresh = _fresh(origin[order], destination[order])
    first = np.append(np.flatnonzero(fresh), len(order)).astype(np.int64)
    expected: Floats = _common_lines(first, seconds[order], headway[line[order]])
    return origin[order][fresh], destination[order][fresh], expected


def _fresh(*columns: Longs) -> npt.NDArray[np.bool_]:
    """Mark the rows that differ from the row before."""
    fresh = np.zeros(len(columns[0]), dtype=np.bool_)
    fresh[:1] = True
    for column in columns:
        fresh[1:] |= np.diff(column) != 0
    return fresh


@numba.njit(cache=True)
def _joined(
    start: Longs, stop: Longs, arrival: Floats, departure: Floats
) -> tuple[Longs, Longs, Longs, Floats]:
    """List each two calls of a line, the earlier one first: line, from, to, seconds on board."""
    count = 0
    for number in range(len(start) - 1):
        calls = start[number + 1] - start[number]
        count += calls * (calls - 1) // 2
    line = np.empty(count, np.int64)
    origin = np.empty(count, np.int64)
    destination = np.empty(count, np.int64)
    seconds = np.empty(count, np.float64)
    at = 0
    for number in range(len(start) - 1):
        for board in range(start[number], start[number + 1]):
            for alight in range(board + 1, start[number + 1]):
                line[at] = number
                origin[at] = stop[board]
                destination[at] = stop[alight]
                seconds[at] = arrival[alight] - departure[board]
                at += 1
    return line, origin, destination, seconds


@numba.njit(cache=True)
def _common_lines(first: Longs, seconds: Floats, headway: Floats) -> Floats:
    """Choose the quickest lines of each pair, as long as the next one lowers the expected time."""
    expected = np.empty(len(first) - 1)
    for pair in range(len(first) - 1):
        row = first[pair]
        best = headway[row] / 2.0 + seconds[row]
        per_s = 1.0 / headway[row]
        weighted = 0.5 + per_s * seconds[row]
        for other in range(row + 1, first[pair + 1]):
            if seconds[other] >= best:
                break
            per_s += 1.0 / headway[other]
            weighted += seconds[other] / headway[other]
            best = weighted / per_s
        expected[pair] = best
    return expected


@numba.njit(cache=True)
def _all_rounds(  # noqa: PLR0917  # numba takes no keyword-only arguments
    ride_start: Longs,
    ride_to: Longs,
    ride_s: Floats,
    walk_from: Longs,
    walk_to: Longs,
    walk: Floats,
    change: Floats,
    max_rides: int,
) -> Floats:
    """Run the rounds from each stop in turn."""
    n_stops = len(change)
    result = np.full((n_stops, n_stops), np.nan)
    for origin in range(n_stops):
        best = np.full(n_stops, np.inf)  # arrived, however
        ready = np.full(n_stops, np.inf)  # able to board
        best[origin] = 0.0
        ready[origin] = 0.0
        for w in range(len(walk)):
            if walk_from[w] == origin and walk[w] < best[walk_to[w]]:
                best[walk_to[w]] = walk[w]
                ready[walk_to[w]] = walk[w]
        for _ in range(max_rides):
            ridden = np.full(n_stops, np.inf)  # alighted in this round
            for at in range(n_stops):
                if ready[at] < np.inf:
                    for ride in range(ride_start[at], ride_start[at + 1]):
                        to = ride_to[ride]
                        ridden[to] = min(ridden[to], ready[at] + ride_s[ride])
            improved = False
            for at in range(n_stops):
                best[at] = min(best[at], ridden[at])
                if ridden[at] + change[at] < ready[at]:
                    ready[at] = ridden[at] + change[at]
                    improved = True
            for w in range(len(walk)):
                there = ridden[walk_from[w]] + walk[w]
                best[walk_to[w]] = min(best[walk_to[w]], there)
                if there < ready[walk_to[w]]:
                    ready[walk_to[w]] = there
                    improved = True
            if not improved:
                break
        for at in range(n_stops):
            if best[at] < np.inf:
                result[origin, at] = best[at]
    return result
