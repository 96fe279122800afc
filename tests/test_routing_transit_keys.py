"""Times with rides in one number, and percentiles of them."""

import numpy as np
import pytest

from grensgeo.routing.transit.keys import (
    UNREACHED,
    read_off,
    since,
    sorting_network,
    without_rides,
)


@pytest.mark.parametrize("n", [*range(1, 18), 60, 61])
def test_network_of_comparisons_sorts(n):
    first, second = sorting_network(n)
    rng = np.random.default_rng(n)
    cases = np.vstack([rng.integers(0, 2, (n, 50)).T, rng.integers(0, 99, (n, 50)).T]).T
    for one, other in zip(first, second, strict=True):
        pair = cases[[one, other]]
        cases[one], cases[other] = pair.min(axis=0), pair.max(axis=0)
    assert (np.diff(cases, axis=0) >= 0).all()


def test_least_number_is_earliest_then_of_fewest_rides():
    keys = np.empty(4, dtype=np.int32)
    since(
        np.array([(100 << 4) + 2, (160 << 4) + 15, 161 << 4, UNREACHED], np.int32), 100, 60, keys
    )
    assert keys.tolist() == [2, (60 << 4) + 15, UNREACHED, UNREACHED]
    # Midnight of yesterday, in a mirror: before zero
    since(np.array([-50 << 4], np.int32), -100, 60, keys[:1])
    assert keys[0] == 50 << 4


def test_percentiles_are_read_off_where_legs_lead():
    seconds, rides = np.empty((2, 3), np.float32), np.empty((2, 3), np.uint8)
    direct = np.array([[UNREACHED] * 3, [UNREACHED, 90 << 4, 90 << 4]], dtype=np.int32)
    without_rides(direct, 1, seconds, rides)
    np.testing.assert_array_equal(seconds, [[np.nan, 90, 90]] * 2)
    keys = np.array([[UNREACHED, 0], [(30 << 4) + 2, 0], [(20 << 4) + 1, 0]], dtype=np.int32)
    order = (*sorting_network(3), np.array([0, 2]))
    # The second column is beyond the destinations
    read_off(keys, order, np.array([1]), seconds, rides)
    np.testing.assert_array_equal(seconds, [[np.nan, 20, 90], [np.nan, np.nan, 90]])
    assert rides.tolist() == [[0, 1, 0], [0, 0, 0]]
    without_rides(np.zeros((0, 0), np.int32), 0, seconds, rides)
    assert np.isnan(seconds).all()
