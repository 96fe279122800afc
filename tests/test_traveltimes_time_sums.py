"""Times that are added up as they are computed give what their table gives."""

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from towns import COUNTRIES, DAY, buses, random_points, town

import grensgeo as gg
from grensgeo import decay
from grensgeo.errors import InputError
from grensgeo.network import with_feeds
from grensgeo.traveltimes import Trip
from grensgeo.traveltimes.time_sums import longest_seconds

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")

TRIPS = [
    Trip("car"),
    Trip("walk", max_min=40),
    Trip("bicycle", foreign_routing=False),
    Trip("car", crossing_time_min=7, park_min=3, max_min=25),
]
PEOPLE = 150


@pytest.fixture(scope="module")
def world():
    """A town, places in it, and all their times."""
    network, people = town(4), random_points(7, PEOPLE, name="p")
    return network, people, [gg.travel_times(network, people, people, trip) for trip in TRIPS]


def counts_of(people, seed, *, whole=True):
    rng = np.random.default_rng(seed)
    numbers = rng.integers(0, 9, len(people)).astype(float)
    numbers[rng.random(len(people)) < 0.1] = np.nan
    return pd.Series(numbers if whole else numbers / 3, index=people["id"].to_numpy())


@settings(max_examples=examples(12))
@given(
    st.integers(0, 99),
    st.lists(st.tuples(*2 * [st.integers(0, PEOPLE - 1)]), min_size=1, max_size=4),
    st.sampled_from(range(len(TRIPS))),
    st.integers(1, PEOPLE),
)
def test_law_the_same_table_at_cutoffs_that_are_times(world, seed, pairs, number, n):
    network, people, known = world
    minutes = known[number].minutes
    # where a time is the cutoff to the last digit, and just before it
    cutoffs = {float(minutes[pair]) for pair in pairs if not np.isnan(minutes[pair])} | {0.0, 5.0}
    cutoffs |= {float(np.nextafter(np.float32(c), np.float32(0))) for c in cutoffs}
    ends = people.iloc[:n]
    jobs = {"jobs": counts_of(people, seed), "pupils": counts_of(people, seed + 1)}
    asked = {"cutoffs_min": sorted(cutoffs), "edge": counts_of(people, seed + 2) > 6}
    times = gg.travel_times(network, ends, people, TRIPS[number])
    sums = gg.travel_time_sums(network, ends, people, TRIPS[number])
    expected = gg.reach(times, jobs, **asked)
    pd.testing.assert_frame_equal(gg.reach(sums, jobs, **asked), expected, check_exact=True)


@pytest.mark.parametrize("number", range(len(TRIPS)))
def test_measures_take_either(world, number):
    network, people, known = world
    times, jobs = known[number], counts_of(people, 3, whole=False).rename("jobs")
    sums = gg.travel_time_sums(network, people, people, TRIPS[number])
    for measure, options in (
        (gg.cumulative, {"cutoff_min": 12}),
        (gg.gravity, {"decay": decay.exponential(0.1)}),
    ):
        pd.testing.assert_series_equal(
            measure(sums, jobs, **options), measure(times, jobs, **options), rtol=1e-12
        )
    for options in (
        {"cutoff_min": 12},
        {"decay": decay.exponential(0.1), "resistance": 9, "matching": 0.5},
        {"cutoff_min": 20, "resistance": 5},
    ):
        pd.testing.assert_frame_equal(
            gg.border_effect(sums, jobs, **options),
            gg.border_effect(times, jobs, **options),
            rtol=1e-12,
        )


def test_the_border_closed_to_routing_is_held_against_the_open_one(world):
    network, people, _ = world
    jobs = counts_of(people, 3).rename("jobs")
    trips = Trip("bicycle"), Trip("bicycle", foreign_routing=False)
    opened, closed = (gg.travel_times(network, people, people, trip) for trip in trips)
    sums = [gg.travel_time_sums(network, people, people, trip) for trip in trips]
    asked = {"cutoff_min": 14, "resistance": 3}
    expected = gg.border_effect(opened, jobs, closed=closed, **asked)
    for one, other in ((sums[0], sums[1]), (sums[0], closed), (opened, sums[1])):
        found = gg.border_effect(one, jobs, closed=other, **asked)
        pd.testing.assert_frame_equal(found, expected, rtol=1e-12)
    turned = gg.travel_time_sums(network, people[::-1], people, trips[1])
    with pytest.raises(InputError, match="in another order") as caught:
        gg.border_effect(sums[0], jobs, closed=turned, **asked)
    assert caught.value.code == "ids-differ"
    with pytest.raises(InputError, match="quicker than with the border open"):
        gg.border_effect(sums[1], jobs, closed=sums[0], **asked)


def test_what_needs_all_times_at_once_says_so(world):
    network, people, _ = world
    sums = gg.travel_time_sums(network, people, people, TRIPS[0])
    with pytest.raises(InputError, match="compute them with travel_times") as caught:
        gg.cumulative(sums, counts_of(people, 1), cutoff_min=10, active=False)
    assert caught.value.code == "times-not-held"
    with pytest.raises(InputError, match="compute them with travel_times"):
        gg.measures.nearest(sums, counts_of(people, 1), k=2)
    assert repr(sums) == "<TravelTimeSums: car, 150 origins x 150 destinations>"


def test_by_timetable_the_share_without_a_ride_too(tmp_path):
    feed = buses(tmp_path / "buses.zip", 5)
    network = with_feeds(town(4), [feed], countries=COUNTRIES)
    people = random_points(2, 40, name="p")
    jobs = {"jobs": counts_of(people, 8)}
    for when in ({"departure": f"{DAY}T08:00"}, {"arrival": f"{DAY}T09:00"}):
        trip = Trip("transit", window_min=10, max_min=60, **when)
        sums = gg.travel_time_sums(network, people, people, trip)
        found = gg.reach(sums, jobs, cutoffs_min=[15, 40])
        expected = gg.reach(
            gg.travel_times(network, people, people, trip), jobs, cutoffs_min=[15, 40]
        )
        pd.testing.assert_frame_equal(found, expected, check_exact=True)
        assert found["share_without_ride"].between(0, 0.999).any()


def test_the_longest_seconds_part_the_times_exactly(world):
    network, people, _ = world
    sums = gg.travel_time_sums(network, people, people, TRIPS[3])
    (part,) = sums.begun.journeys.parts
    limits = np.array([0, 2.5, 3, 7.1, 25], dtype=np.float32)
    found = longest_seconds(part, limits)
    assert found[:2].tolist() == [-1, -1]  # parking alone takes 3 min
    assert 0 <= found[2] < 1e-5  # 180 s and a trifle are 180 s in single precision

    def minutes(seconds):
        return part.door_to_door(np.array([seconds], dtype=np.float32))[0] / np.float32(60)

    assert minutes(found[3]) <= limits[3] < minutes(np.nextafter(found[3], np.float32(np.inf)))
    assert minutes(found[4]) == 25
