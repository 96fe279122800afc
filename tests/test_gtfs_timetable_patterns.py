"""Runs gathered in patterns: none lost, none overtaking, and back again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.gtfs.runs import Runs, concatenate, empty_runs, select, shift
from grensgeo.gtfs.timetable.patterns import gather


def runs_of(trips):
    """Make runs from [(stops, times, board), …]; a time is arrival and departure."""
    lengths = [len(stops) for stops, _, _ in trips]
    flat = [time for _, times, _ in trips for time in times]
    n = len(trips)
    return Runs(
        start=np.cumsum([0, *lengths]).astype(np.int64),
        stop=np.array([s for stops, _, _ in trips for s in stops], dtype=np.int32),
        arrival_s=np.array(flat, dtype=np.int32),
        departure_s=np.array(flat, dtype=np.int32),
        board_ok=np.array([b for _, _, board in trips for b in board], dtype=np.uint8),
        alight_ok=np.ones(len(flat), dtype=np.uint8),
        trip_id=np.array([str(i) for i in range(n)], dtype=object),
        line=np.array(["x"] * n, dtype=object),
        headsign=np.array([""] * n, dtype=object),
        route_id=np.array(["r"] * n, dtype=object),
        number=np.array([""] * n, dtype=object),
        operator=np.array([""] * n, dtype=object),
        feed=np.zeros(n, dtype=np.int16),
        route_type=np.full(n, 2, dtype=np.int16),
    )


def rows_of(patterns):
    """Give each trip's stops and times back."""
    found = {}
    for p in range(len(patterns.pattern_stop_start) - 1):
        stops = patterns.pattern_stop[
            patterns.pattern_stop_start[p] : patterns.pattern_stop_start[p + 1]
        ].tolist()
        span = slice(patterns.pattern_time_start[p], patterns.pattern_time_start[p + 1])
        times = patterns.trip_departure_s[span].reshape(-1, len(stops))
        first = patterns.pattern_trip_start[p]
        for i, own in enumerate(times.tolist()):
            found[patterns.trip_id[first + i]] = (stops, own)
    return found


trips = st.lists(
    st.integers(2, 4).flatmap(
        lambda n: st.tuples(
            st.just(list(range(n))),
            st.lists(st.integers(0, 50), min_size=n, max_size=n).map(sorted),
            st.lists(st.integers(0, 1), min_size=n, max_size=n),
        )
    ),
    min_size=1,
    max_size=25,
)


@given(trips)
def test_every_trip_is_kept_and_none_overtakes(given_trips):
    patterns = gather(runs_of(given_trips))
    found = rows_of(patterns)
    assert found == {str(i): (stops, times) for i, (stops, times, _) in enumerate(given_trips)}
    for p in range(len(patterns.pattern_stop_start) - 1):
        n = int(np.diff(patterns.pattern_stop_start)[p])
        span = slice(patterns.pattern_time_start[p], patterns.pattern_time_start[p + 1])
        for times in (patterns.trip_arrival_s, patterns.trip_departure_s):
            assert (np.diff(times[span].reshape(-1, n), axis=0) >= 0).all()


@given(trips)
def test_patterns_are_as_few_as_orders_allow_for_trips_that_keep_theirs(given_trips):
    same = [([0, 1], [i * 10, i * 10 + 5], [1, 1]) for i in range(len(given_trips))]
    assert len(gather(runs_of(same)).pattern_stop_start) - 1 == 1


def test_select_shift_and_concatenate():
    runs = runs_of([([0, 1], [0, 10], [1, 1]), ([2, 3, 4], [5, 6, 7], [1, 0, 1])])
    chosen = select(runs, [1, 0, 1])
    assert chosen.start.tolist() == [0, 3, 5, 8]
    assert chosen.stop.tolist() == [2, 3, 4, 0, 1, 2, 3, 4]
    later = shift(chosen, np.array([100, 200, 300]))
    assert later.arrival_s.tolist() == [105, 106, 107, 200, 210, 305, 306, 307]
    assert runs.arrival_s.tolist() == [0, 10, 5, 6, 7]
    assert len(concatenate([runs, empty_runs(), runs])) == 4
    assert len(gather(empty_runs()).trip_id) == 0


def test_runs_are_frozen():
    runs = runs_of([([0, 1], [0, 10], [1, 1])])
    with pytest.raises(ValueError, match="read-only"):
        runs.stop[0] = 1
