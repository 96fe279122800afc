"""One plain RAPTOR for every minute: what the searches over a window are held against."""

# ruff: noqa: ANN401 - what a kernel takes is its own
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numba as nb
import numpy as np

from benchmarks.transit_cases import LIMIT_S, MAX_RIDES, PERCENTILES, Case
from grensgeo.routing.transit.keys import UNREACHED
from grensgeo.routing.transit.raptor import nearest_ranks
from grensgeo.routing.transit.schedule import whole_seconds

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.routing.transit.schedule import Lines

    Array = npt.NDArray[Any]


def ask_plain(case: Case, rows: slice) -> Array:
    """One RAPTOR a minute."""
    lines = case.schedule.lines
    pattern_start = case.schedule.pattern_start
    call_pattern = np.repeat(np.arange(len(pattern_start) - 1), np.diff(pattern_start))
    board = np.zeros(len(lines.call_stop), dtype=np.uint8)
    board[lines.stop_call] = 1
    trips = np.diff(case.schedule.trip_start)
    routes = (pattern_start, call_pattern, board, case.schedule.call_departure, trips)
    legs = (
        case.access.start,
        case.access.stop,
        whole_seconds(case.access.seconds).astype(np.int32),
    )
    egress = (case.egress.start, case.egress.served[case.egress.place], case.egress.seconds)
    ranks = nearest_ranks(PERCENTILES, len(case.moments))
    out = np.empty((len(ranks), rows.stop - rows.start, case.egress.n_destinations))
    for row in range(rows.start, rows.stop):
        times = np.empty((len(case.moments), case.egress.n_destinations), dtype=np.int32)
        for number, moment in enumerate(case.moments):
            plain_raptor(
                lines, routes, legs, egress, (row, moment, moment + LIMIT_S), times[number]
            )
        out[:, row - rows.start] = np.sort(times, axis=0)[ranks]
    out[out == UNREACHED] = np.nan
    return out


@nb.njit(cache=True)
def plain_raptor(  # noqa: PLR0915, PLR0917 - a kernel of one piece, as in the paper
    lines: Lines, routes: Any, access: Any, egress: Any, asked: Any, out: Array
) -> None:
    """Search one departure as Delling, Pajor and Werneck (2015) have it, algorithm 1.

    Marked stops gather routes with the first marked call, each is traversed once a round, and a
    label counts only if it beats the best of all rounds. Target pruning has no place in a search
    to all.
    """
    pattern_start, call_pattern, can_board, call_departure, n_trips = routes
    row, moment, latest = asked
    n_stops, n_patterns = len(lines.way_start) - 1, len(pattern_start) - 1
    best = np.full(n_stops, UNREACHED, dtype=np.int32)
    best_ready = np.full(n_stops, UNREACHED, dtype=np.int32)
    ready = np.full(n_stops, UNREACHED, dtype=np.int32)
    first_call = np.full(n_patterns, -1, dtype=np.int32)
    queue = np.empty(n_patterns, dtype=np.int32)
    marked = np.zeros(n_stops, dtype=np.bool_)
    marks = np.empty(n_stops, dtype=np.int32)
    improved = np.zeros(n_stops, dtype=np.bool_)
    off = np.empty(n_stops, dtype=np.int32)
    n_marks = 0
    for leg in range(access[0][row], access[0][row + 1]):
        stop = access[1][leg]
        ready[stop] = min(ready[stop], moment + access[2][leg])
        if not marked[stop]:
            marked[stop] = True
            marks[n_marks] = stop
            n_marks += 1
    for ride in range(MAX_RIDES):
        n_queue = 0
        for place in range(n_marks):
            stop = marks[place]
            marked[stop] = False
            for here in range(lines.stop_start[stop], lines.stop_start[stop + 1]):
                call = lines.stop_call[here]
                pattern = call_pattern[call]
                if first_call[pattern] < 0:
                    queue[n_queue] = pattern
                    n_queue += 1
                    first_call[pattern] = call
                else:
                    first_call[pattern] = min(first_call[pattern], call)
        n_off = 0
        for place in range(n_queue):
            pattern = queue[place]
            trip = n_trips[pattern]
            at = 0
            for call in range(first_call[pattern], pattern_start[pattern + 1]):
                stop = lines.call_stop[call]
                if trip < n_trips[pattern] and lines.call_off[call]:
                    time = lines.arrival_s[at + call]
                    if time < best[stop] and time <= latest:
                        best[stop] = time
                        if not improved[stop]:
                            improved[stop] = True
                            off[n_off] = stop
                            n_off += 1
                if can_board[call] and ready[stop] <= latest:
                    base = call_departure[call]
                    low, high = 0, trip
                    if high > 0 and lines.departure_s[base + high - 1] >= ready[stop]:
                        while low < high:
                            middle = (low + high) >> 1
                            if lines.departure_s[base + middle] < ready[stop]:
                                low = middle + 1
                            else:
                                high = middle
                        trip = high
                        at = lines.call_arrival[call] + trip * lines.call_stride[call] - call
            first_call[pattern] = -1
        if ride == MAX_RIDES - 1 or n_off == 0:
            break
        # Stops marked in the last round only count with the label of that round
        for place in range(n_marks):
            ready[marks[place]] = UNREACHED
        n_marks = 0
        for place in range(n_off):
            stop = off[place]
            improved[stop] = False
            for way in range(lines.way_start[stop], lines.way_start[stop + 1]):
                there, time = lines.way_stop[way], best[stop] + lines.way_s[way]
                if time < best_ready[there] and time <= latest:
                    best_ready[there] = time
                    ready[there] = time
                    if not marked[there]:
                        marked[there] = True
                        marks[n_marks] = there
                        n_marks += 1
    out[:] = UNREACHED
    for stop in range(n_stops):
        if best[stop] < UNREACHED:
            for leg in range(egress[0][stop], egress[0][stop + 1]):
                point = egress[1][leg]
                out[point] = min(out[point], best[stop] + egress[2][leg] - moment)
    for point in range(len(out)):
        if out[point] > latest - moment:
            out[point] = UNREACHED
