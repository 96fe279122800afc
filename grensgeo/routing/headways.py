"""Times from stop to stop over lines that run at a headway.

Nothing here depends on the clock: a ride is half the headway of waiting and then the minutes on
board, so the fastest journey is found by rounds, one round a ride (Delling, Pajor and Werneck,
"Round-based public transit routing", 2015, without its timetable).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]


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
    alone. Each ride costs half the headway of its line and the minutes on board.

    Parameters
    ----------
    n_stops
        Number of stops; a stop is its position.
    line_start
        Integers (n_lines + 1,): the calls of line ``l`` are ``line_start[l]:line_start[l + 1]``.
        A line runs in one direction only: the way back is a line of its own, as
        :func:`grensgeo.network.services.to_arrays` gives it.
    call_stop
        Integers (n_calls,): the stop of each call.
    call_arrival_s, call_departure_s
        Seconds (n_calls,) from the start of the line, never falling along it.
    line_headway_s
        Seconds (n_lines,) between two departures, above zero.
    transfer_from, transfer_to, transfer_s
        Integers and seconds (n_transfers,): walking from stop to stop, one direction each.
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
    served worse here than in life; a cap would hide what a denser service brings. Two lines on
    the same pair of stops are not combined into one shorter headway, and no connection is timed:
    both err on the side of longer times.

    Source
    ------
    Half the headway: the mean wait for a regular service of passengers who arrive at random
    (Welding 1957, "The instability of a close-interval service", Operational Research Quarterly
    8(3)).

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
            faults.append("transfer_s is negative or not finite")
        faults.extend(_twice(walk_from, walk_to))
    if max_rides < 1:
        faults.append(f"max_rides is {max_rides}, expected at least 1")
    if faults:
        raise InputError("lines at headways: " + "; ".join(faults))

    same = walk_from == walk_to
    change = np.zeros(n_stops)
    change[walk_from[same]] = walk[same]
    result: Floats = _all_rounds(
        start,
        stop,
        arrival,
        departure,
        headway / 2.0,
        walk_from[~same],
        walk_to[~same],
        walk[~same],
        change,
        max_rides,
    )
    return result


def _length_faults(
    start: Integers,
    headway: Floats,
    calls: tuple[npt.NDArray[np.generic], ...],
    transfers: tuple[npt.NDArray[np.generic], ...],
) -> list[str]:
    """List arrays whose lengths do not agree."""
    faults = []
    if len(start) != len(headway) + 1:
        faults.append(f"line_start has {len(start)} rows, expected {len(headway) + 1}")
    elif start[0] != 0 or start[-1] != len(calls[0]) or np.any(np.diff(start) < 0):
        faults.append("line_start does not rise from 0 to the number of calls")
    if len({len(array) for array in calls}) > 1:
        faults.append("call_stop, call_arrival_s and call_departure_s differ in length")
    if len({len(array) for array in transfers}) > 1:
        faults.append("transfer_from, transfer_to and transfer_s differ in length")
    return faults


def _reference_faults(n_stops: int, *references: Integers) -> list[str]:
    """List stops that are named but are not there."""
    named = np.unique(np.concatenate(references)) if references else np.array([], dtype=np.int64)
    missing = named[(named < 0) | (named >= n_stops)]
    return [f"stops {some(missing)} are not among the {n_stops} stops"] if len(missing) else []


def _twice(walk_from: Integers, walk_to: Integers) -> list[str]:
    """List transfers that are named more than once."""
    pairs, counts = np.unique(np.stack([walk_from, walk_to]), axis=1, return_counts=True)
    twice = [f"{a} to {b}" for a, b in pairs[:, counts > 1].T]
    return [f"transfers are named twice: {some(twice)}"] if twice else []


def _time_faults(
    start: Integers, arrival: Floats, departure: Floats, *, headway: Floats
) -> list[str]:
    """List lines whose times or headways cannot be true."""
    faults = []
    wrong = np.flatnonzero(~(np.isfinite(headway) & (headway > 0)))
    if len(wrong):
        faults.append(f"line_headway_s is not above zero on lines {some(wrong)}")
    wrong = np.flatnonzero(~(np.isfinite(arrival) & np.isfinite(departure)))
    if len(wrong):
        faults.append(f"times are not finite at calls {some(wrong)}")
        return faults
    falls = departure < arrival
    falls[1:] |= arrival[1:] < departure[:-1]
    firsts = start[:-1][start[:-1] < len(arrival)]
    falls[firsts] = departure[firsts] < arrival[firsts]
    wrong = np.flatnonzero(falls)
    if len(wrong):
        faults.append(f"times fall along the line at calls {some(wrong)}")
    return faults


@numba.njit(cache=True)
def _all_rounds(  # noqa: PLR0917  # numba takes no keyword-only arguments
    start: Integers,
    stop: Integers,
    arrival: Floats,
    departure: Floats,
    wait: Floats,
    walk_from: Integers,
    walk_to: Integers,
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
            for line in range(len(wait)):
                # the time of boarding, less the time in the line's own clock
                boarded = np.inf
                for call in range(start[line], start[line + 1]):
                    at = stop[call]
                    ridden[at] = min(ridden[at], boarded + arrival[call])
                    boarded = min(boarded, ready[at] + wait[line] - departure[call])
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
