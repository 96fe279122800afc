"""The fastest journeys over lines at headways: by hand, then against an expanded graph."""

import heapq
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.routing.transit.headways import stop_times

NAN = np.nan


def run(n_stops, lines, transfers=(), **options):
    """Lines: (headway, [(stop, arrival, departure), ...]), one direction each."""
    calls = [call for _, line in lines for call in line]
    start = np.cumsum([0] + [len(line) for _, line in lines])
    return stop_times(
        n_stops,
        start,
        [c[0] for c in calls],
        [c[1] for c in calls],
        call_departure_s=[c[2] for c in calls],
        line_headway_s=[h for h, _ in lines],
        transfer_from=[t[0] for t in transfers],
        transfer_to=[t[1] for t in transfers],
        transfer_s=[t[2] for t in transfers],
        **options,
    )


def test_waits_half_the_headway_and_rides():
    times = run(3, [(600, [(0, 0, 0), (1, 100, 130), (2, 200, 200)])])
    np.testing.assert_array_equal(times, [[0, 400, 500], [NAN, 0, 300 + 200 - 130], [NAN, NAN, 0]])


def test_change_costs_its_minutes_and_the_second_wait():
    lines = [(600, [(0, 0, 0), (1, 100, 100)]), (1200, [(1, 0, 0), (2, 50, 50)])]
    assert run(3, lines)[0, 2] == 300 + 100 + 600 + 50
    assert run(3, lines, [(1, 1, 60)])[0, 2] == 300 + 100 + 60 + 600 + 50
    # the change is not paid by who arrives, nor by who starts there
    times = run(3, lines, [(1, 1, 60)])
    assert times[0, 1] == 400
    assert times[1, 2] == 650


def test_transfer_between_stops_runs_one_way_and_is_not_chained():
    lines = [(600, [(0, 0, 0), (1, 100, 100)]), (600, [(2, 0, 0), (3, 50, 50)])]
    times = run(5, lines, [(1, 2, 180), (3, 4, 20)])
    assert times[0, 2] == 300 + 100 + 180
    assert times[0, 3] == 300 + 100 + 180 + 300 + 50
    assert times[0, 4] == 300 + 100 + 180 + 300 + 50 + 20
    assert np.isnan(times[2, 1])
    chained = run(3, [], [(0, 1, 60), (1, 2, 60)])
    assert chained[0, 1] == 60
    assert np.isnan(chained[0, 2])


def test_number_of_rides_is_bounded():
    lines = [(600, [(k, 0, 0), (k + 1, 100, 100)]) for k in range(4)]
    assert run(5, lines)[0, 4] == 4 * 400
    times = run(5, lines, max_rides=2)
    assert times[0, 2] == 800
    assert np.isnan(times[0, 3])


def test_a_slower_first_ride_is_kept_if_it_saves_a_ride():
    # two quick rides to stop 2, or one slow one; from 2 one more to 3
    lines = [
        (20, [(0, 0, 0), (1, 10, 10)]),
        (20, [(1, 0, 0), (2, 10, 10)]),
        (20, [(0, 0, 0), (2, 500, 500)]),
        (20, [(2, 0, 0), (3, 10, 10)]),
    ]
    assert run(4, lines, max_rides=2)[0, 3] == 510 + 20
    assert run(4, lines, max_rides=3)[0, 3] == 60


def test_a_line_may_call_at_a_stop_twice():
    times = run(3, [(20, [(0, 0, 0), (1, 100, 100), (0, 200, 200), (2, 250, 250)])])
    assert times[0, 2] == 60
    assert times[1, 0] == 110


def test_lines_worth_boarding_are_counted_together():
    # 10 and 20 minutes between trains: six and three an hour, so one every 400 s
    quick, slow = [(0, 0, 0), (1, 300, 300)], [(0, 0, 0), (1, 450, 450)]
    both = 400 / 2 + (6 * 300 + 3 * 450) / 9
    assert run(2, [(600, quick), (1200, slow)])[0, 1] == pytest.approx(both)
    # two half-hourly halves make what one line at twice the frequency is
    one = run(2, [(1800, quick)])[0, 1]
    assert one == 900 + 300
    assert run(2, [(3600, quick), (3600, quick)])[0, 1] == pytest.approx(one)


def test_a_line_that_is_slower_than_waiting_is_let_pass():
    quick, slow = [(0, 0, 0), (1, 300, 300)], [(0, 0, 0), (1, 3600, 3600)]
    assert run(2, [(600, quick), (60, slow)])[0, 1] == 600


def test_nothing_runs():
    np.testing.assert_array_equal(run(2, []), [[0, NAN], [NAN, 0]])
    assert run(0, []).shape == (0, 0)


def test_every_fault_is_told_at_once():
    with pytest.raises(InputError) as caught:
        run(2, [(0, [(0, 0, 0), (7, 100, 90)])], [(0, 1, -5)], max_rides=0)
    for words in ("stops 7", "headway", "fall along the line at calls 1", "negative", "max_rides"):
        assert words in str(caught.value)
    with pytest.raises(InputError, match=r"rises? from 0|rise from 0"):
        stop_times(
            1, [0, 2], [0], [0], call_departure_s=[0], line_headway_s=[60],
            transfer_from=[], transfer_to=[], transfer_s=[],
        )  # fmt: skip
    with pytest.raises(InputError, match="differ in length"):
        stop_times(
            1, [0, 1], [0], [0], call_departure_s=[0, 1], line_headway_s=[60],
            transfer_from=[0], transfer_to=[], transfer_s=[],
        )  # fmt: skip
    with pytest.raises(InputError, match="named twice: 0 to 1"):
        run(2, [], [(0, 1, 5), (0, 1, 6)])
    with pytest.raises(InputError, match="not finite"):
        run(2, [(60, [(0, 0, 0), (1, NAN, 5)])])


@st.composite
def timetables(draw):
    n_stops = draw(st.integers(2, 6))
    lines = []
    for _ in range(draw(st.integers(0, 5))):
        stops = draw(st.lists(st.integers(0, n_stops - 1), min_size=2, max_size=5))
        clock, calls = 0, []
        for stop in stops:
            arrival = clock + draw(st.integers(0, 50))
            clock = arrival + draw(st.integers(0, 9))
            calls.append((stop, arrival, clock))
        lines.append((2 * draw(st.integers(1, 60)), calls))
    pairs = draw(
        st.dictionaries(
            st.tuples(st.integers(0, n_stops - 1), st.integers(0, n_stops - 1)),
            st.integers(0, 40),
            max_size=6,
        )
    )
    return n_stops, lines, [(a, b, s) for (a, b), s in pairs.items()], draw(st.integers(1, 4))


def direct(lines, origin, destination):
    """Expected time of one ride: the best of all sets of lines."""
    joined = []
    for headway, calls in lines:
        ways = [
            arrival - departure
            for i, (a, _, departure) in enumerate(calls)
            for b, arrival, _ in calls[i + 1 :]
            if (a, b) == (origin, destination)
        ]
        if ways:
            joined.append((1 / headway, min(ways)))
    sets = [s for k in range(1, len(joined) + 1) for s in combinations(joined, k)]
    return min(
        ((0.5 + sum(f * t for f, t in s)) / sum(f for f, _ in s) for s in sets), default=None
    )


def expanded(n_stops, lines, transfers, max_rides):
    """Plain Dijkstra over (place, rides): at a stop by walk or by ride, and ready to board."""
    change = {a: s for a, b, s in transfers if a == b}
    walks = [(a, b, s) for a, b, s in transfers if a != b]
    rides_of = {
        a: [(b, s) for b in range(n_stops) if (s := direct(lines, a, b)) is not None]
        for a in range(n_stops)
    }
    result = np.full((n_stops, n_stops), NAN)
    for origin in range(n_stops):
        queue = [(0, "start", origin, 0)]
        done = {}
        while queue:
            cost, kind, stop, rides = heapq.heappop(queue)
            if (kind, stop, rides) in done:
                continue
            done[kind, stop, rides] = cost
            if kind in {"start", "ridden"}:
                extra = change.get(stop, 0) if kind == "ridden" else 0
                heapq.heappush(queue, (cost + extra, "ready", stop, rides))
                for a, b, s in walks:
                    if a == stop:
                        heapq.heappush(queue, (cost + s, "ready", b, rides))
                        heapq.heappush(queue, (cost + s, "walked", b, rides))
            elif kind == "ready" and rides < max_rides:
                for to, s in rides_of[stop]:
                    heapq.heappush(queue, (cost + s, "ridden", to, rides + 1))
        for (kind, stop, _), cost in done.items():
            if kind != "ready":
                result[origin, stop] = np.fmin(result[origin, stop], cost)
    return result


@settings(max_examples=80)
@given(timetables())
def test_equals_dijkstra_over_the_expanded_graph(case):
    n_stops, lines, transfers, max_rides = case
    np.testing.assert_allclose(
        run(n_stops, lines, transfers, max_rides=max_rides),
        expanded(n_stops, lines, transfers, max_rides),
    )


@settings(max_examples=30)
@given(timetables())
def test_a_denser_service_is_never_slower(case):
    n_stops, lines, transfers, max_rides = case
    before = run(n_stops, lines, transfers, max_rides=max_rides)
    denser = [(headway / 2, calls) for headway, calls in lines]
    after = run(n_stops, denser, transfers, max_rides=max_rides)
    np.testing.assert_array_equal(np.isnan(before), np.isnan(after))
    assert not np.any(after > before + 1e-6)
