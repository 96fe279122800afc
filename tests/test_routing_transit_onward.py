"""What follows boardings, for many origins at once, against searching from each of them."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numba
import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_routing_transit_raptor import (
    FEEDS,
    MOMENTS,
    Feed,
    H,
    M,
    legs,
    patterns,
    random_feed,
    random_region,
    trip,
)

import grensgeo as gg
from grensgeo.routing.transit import onward
from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.raptor import Egress, Window, percentile_times
from grensgeo.routing.transit.schedule import prepare

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
PORTO_ALEGRE = SHARED / "benchmark" / "porto_alegre_r5r"


def both(feed, access, egress, *, window, percentiles, reverse=False, direct=None):
    """Hold the two ways to the same answer against each other; give the answer."""
    schedule = prepare(patterns(feed), reverse=reverse)
    here, there = (egress, access) if reverse else (access, egress)
    answers = []
    for shared in (False, True):
        with patch("grensgeo.routing.transit.raptor.pays", return_value=shared):
            answers.append(
                percentile_times(
                    schedule,
                    legs(*here),
                    Egress.from_legs(legs(*there), feed.n_stops),
                    window=window,
                    percentiles=percentiles,
                    rows=slice(None),
                    direct_s=direct,
                )
            )
    for alone, together in zip(*answers, strict=True):
        np.testing.assert_array_equal(together, alone)
    return answers[1]


@settings(max_examples=examples(4) * FEEDS, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32).map(random_feed), st.booleans(), st.booleans())
def test_random_feeds_agree_with_searching_from_each_origin(case, reverse, walk):
    feed, access, egress, max_rides, limit = case
    shape = (len(egress), len(access)) if reverse else (len(access), len(egress))
    direct = np.full(shape, np.nan)
    direct[0, 1] = 15 * M
    both(
        feed,
        access,
        egress,
        window=Window(np.array(MOMENTS), max_rides, limit),
        percentiles=(1, 25, 50, 75, 90, 100),
        reverse=reverse,
        direct=direct if walk else None,
    )


@pytest.mark.parametrize("width", [16, 128])
@pytest.mark.parametrize("reverse", [False, True])
def test_larger_region_agrees_in_blocks_of_any_width(width, reverse):
    feed, points = random_region()
    window = Window(np.arange(H, 2 * H, 60), 4, 2 * H)
    with patch.object(onward, "TOGETHER", width):
        seconds, rides = both(
            feed, points, points, window=window, percentiles=(25, 50, 75), reverse=reverse
        )
    assert (~np.isnan(seconds)).mean() > 0.5
    assert rides.max() >= (2 if numba.config.DISABLE_JIT else 3)


def test_large_timetables_are_done_in_narrow_blocks():
    feed, points = random_region()
    window = Window(np.arange(H, 2 * H, 60), 4, 2 * H)
    with patch.object(onward, "MOST_BYTES", 1):
        both(feed, points, points, window=window, percentiles=(50,))


def test_vehicle_that_waits_for_the_next_is_met_across_the_window():
    # One boards at 8, after the window, and gets off where the second line leaves only at 40
    feed = Feed(3, [trip((0, 8), (1, 20)), trip((1, 40), (2, 50)), trip((1, 15), (2, 25))])
    window = Window(np.array([0, M]), 2, H)
    seconds, rides = both(feed, [{0: 60}], [{2: 30}], window=window, percentiles=(50, 100))
    assert seconds.ravel().tolist() == [49 * M + 30, 50 * M + 30]
    assert rides.ravel().tolist() == [2, 2]
    seconds, _ = both(
        feed, [{0: 60}], [{2: 30}], window=Window(np.array([0]), 1, H), percentiles=(50,)
    )
    assert np.isnan(seconds).all()


def test_nothing_runs_and_nobody_is_reached():
    window = Window(np.array([0]), 4, H)
    one, none = Feed(2, [trip((0, 0), (1, 10))]), Feed(2, [])
    for feed in (one, none):
        seconds, _ = both(feed, [{}, {0: 0}], [{}, {1: 0}], window=window, percentiles=(50,))
        expected = [[np.nan, np.nan], [np.nan, 600 if feed is one else np.nan]]
        np.testing.assert_array_equal(seconds[0], expected)
    seconds, _ = both(one, [{0: 0}], [{}, {}], window=window, percentiles=(50,))
    assert np.isnan(seconds).all()


def test_threads_give_the_same():
    feed, points = random_region()
    window = Window(np.arange(H, 2 * H, 60), 4, 2 * H)
    answers = []
    before = numba.get_num_threads()
    try:
        for threads in (1, before):
            numba.set_num_threads(threads)
            answers.append(both(feed, points, points, window=window, percentiles=(50,))[0])
    finally:
        numba.set_num_threads(before)
    np.testing.assert_array_equal(*answers)


def test_pays_for_many_origins_to_few_destinations():
    feed, points = random_region()
    schedule = prepare(patterns(feed))
    egress = Egress.from_legs(legs(*points), feed.n_stops)
    asked = []

    def remember(schedule, question, n_origins):
        asked.append([onward.pays(schedule, question, n) for n in (1, n_origins, 10_000)])
        return asked[0][1]

    with patch("grensgeo.routing.transit.raptor.pays", remember):
        percentile_times(
            schedule, Legs.from_pairs(1, *np.zeros((3, 1), dtype=int)), egress,
            window=Window(np.arange(0, H, 60), 8, H), percentiles=(50,), rows=slice(None),
        )  # fmt: skip
    assert asked == [[False, False, True]]


@pytest.mark.parametrize("rides", [4, 14, 15])
def test_more_rides_than_a_journey_may_have_are_not_counted(rides):
    # A line from each stop to the next, and a slow one all the way
    lines = [trip((stop, 10 * stop), (stop + 1, 10 * stop + 9)) for stop in range(18)]
    slow = trip(*((stop, 0 if stop == 0 else 300 + stop) for stop in range(19)))
    feed = Feed(19, [*lines, slow])
    window = Window(np.array([0]), rides, 10 * H)
    ends = [{stop: 0} for stop in range(1, 19)]
    _, found = both(feed, [{0: 0}], ends, window=window, percentiles=(50,))
    assert found[0, 0].tolist() == [*range(1, rides + 1), *[1] * (18 - rides)]


def test_vehicles_that_take_no_time_are_followed():
    # By whole minutes a feed may have a vehicle at two stops in one minute, and changes in none
    lines = [trip((0, 5), (1, 5)), trip((1, 5), (0, 5), (2, 5)), trip((2, 5), (3, 5), (1, 5))]
    feed = Feed(4, lines)
    points = [{stop: 0} for stop in range(4)]
    window = Window(np.array([0, 5 * M]), 4, H)
    seconds, rides = both(feed, points, points, window=window, percentiles=(50, 100))
    assert seconds[1, 0].tolist()[1:] == [300, 300, 300]
    assert rides[1, 0].tolist()[1:] == [1, 1, 2]


@pytest.mark.long
@pytest.mark.shared_data
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_dense_city_agrees_with_searching_from_each_origin():
    if not PORTO_ALEGRE.exists():
        pytest.skip(f"shared data are absent: {PORTO_ALEGRE}")
    extract, feed = PORTO_ALEGRE / "poa_osm.pbf", PORTO_ALEGRE / "poa_eptc.zip"
    network = gg.build_network([extract], gtfs=[feed])
    points = pd.read_csv(PORTO_ALEGRE / "poa_hexgrid.csv", dtype={"id": str})
    week = gg.Trip("transit", departure="2019-05-13T14:00", window_min=60, max_min=120)
    short = replace(week, departure="2019-05-13T14:20", max_rides=3, max_min=60)
    for trip_of in (week, short):
        answers = []
        for shared in (False, True):
            with patch("grensgeo.routing.transit.raptor.pays", return_value=shared):
                answers.append(gg.travel_times(network, points[::31], points, trip_of))
        one, other = answers
        np.testing.assert_array_equal(one.percentile_minutes, other.percentile_minutes)
        np.testing.assert_array_equal(one.rides, other.rides)
