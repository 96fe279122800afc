import numpy as np
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.routing.streets.hierarchy import contract, order
from grensgeo.routing.streets.overlay import join, thin
from grensgeo.routing.streets.perfect import least_seconds


def drawn(seed, n, n_arcs, n_metrics):
    rng = np.random.default_rng(seed)
    ends = rng.integers(0, n, (2, n_arcs))
    seconds = rng.integers(0, 60, (n_arcs, n_metrics)).astype(float)
    seconds[rng.random(seconds.shape) < 0.2] = np.inf
    return ends[0], ends[1], seconds


def all_pairs(n, tail, head, seconds):
    """Compute the least seconds between all vertices (Floyd and Warshall)."""
    times = np.full((n, n), np.inf)
    np.minimum.at(times, (tail, head), seconds)
    np.fill_diagonal(times, 0.0)
    for k in range(n):
        times = np.minimum(times, times[:, k, None] + times[None, k])
    return times


@settings(deadline=None, max_examples=examples(40))
@given(st.integers(0, 10_000), st.integers(2, 14), st.integers(1, 40), st.integers(1, 3))
def test_times_between_kept_vertices_stay(seed, n, n_arcs, n_metrics):
    tail, head, seconds = drawn(seed, n, n_arcs, n_metrics)
    kept = np.random.default_rng(seed).random(n) < 0.4
    limit = 100.0
    found = thin(n, tail, head, seconds, kept=kept, limit_s=limit)
    assert (found.low < found.high).all()
    for metric in range(n_metrics):
        wanted = all_pairs(n, tail, head, seconds[:, metric])
        up, down = found.seconds[:, :, metric].T
        ends = np.concatenate([found.low, found.high]), np.concatenate([found.high, found.low])
        times = all_pairs(n, *ends, np.concatenate([up, down]))
        for both in (wanted, times):
            both[both > limit] = np.inf
        assert np.array_equal(times[kept][:, kept], wanted[kept][:, kept])
        # no edge is longer than the way round, nor is it said to have one that is too short
        least = times[found.low, found.high], times[found.high, found.low]
        for way in (0, 1):
            bound = found.least_s[:, way, metric]
            assert (found.seconds[:, way, metric] >= bound * (1 - 1e-6)).all()
            assert (least[way] >= np.where(bound > limit, 0, bound) * (1 - 1e-6)).all()


def test_a_junction_goes_and_a_long_edge_with_it():
    # a star of three around 3, and an edge that is longer than the way through it
    tail, head = np.array([0, 1, 2, 0]), np.array([3, 3, 3, 1])
    both = np.concatenate([tail, head]), np.concatenate([head, tail])
    seconds = np.tile([10.0, 20.0, 30.0, 99.0], 2)[:, None]
    kept = np.array([True, True, True, False])
    found = thin(4, *both, seconds, kept=kept, limit_s=3600.0)
    assert found.low.tolist() == [0, 0, 1]
    assert found.high.tolist() == [1, 2, 2]
    assert found.seconds[:, 0, 0].tolist() == found.seconds[:, 1, 0].tolist() == [30.0, 40.0, 50.0]


def test_an_edge_that_one_metric_needs_stays_for_it_alone():
    tail, head = np.array([0, 0, 1]), np.array([1, 2, 2])
    seconds = np.array([[9.0, 1.0], [2.0, 2.0], [2.0, 2.0]])
    both = np.concatenate([tail, head]), np.concatenate([head, tail])
    found = thin(3, *both, np.tile(seconds, (2, 1)), kept=np.ones(3, bool), limit_s=60.0)
    assert found.low.tolist() == [0, 0, 1]
    assert found.seconds[0, 0].tolist() == [np.inf, 1.0]
    assert found.least_s[0, 0].tolist() == [4.0, 1.0]


def test_nothing_is_left_of_a_graph_without_points():
    tail, head, seconds = drawn(1, 9, 30, 1)
    assert not len(thin(9, tail, head, seconds, kept=np.zeros(9, bool), limit_s=60.0).low)
    none = np.zeros(0, dtype=np.int64)
    assert not len(join(3, none, none, np.zeros((0, 1)))[0])


@settings(deadline=None, max_examples=examples(20))
@given(st.integers(0, 10_000), st.integers(2, 12), st.integers(1, 40), st.integers(1, 10))
def test_least_seconds_are_those_of_all_ways(seed, n, n_arcs, n_metrics):
    low, high, seconds = join(n, *drawn(seed, n, n_arcs, n_metrics))
    if not len(low):
        return
    found = least_seconds(contract(order(n, low, high), low, high), seconds)
    for metric in range(n_metrics):
        up, down = seconds[:, :, metric].T
        both = np.concatenate([low, high]), np.concatenate([high, low])
        times = all_pairs(n, *both, np.concatenate([up, down]))
        np.testing.assert_allclose(found[:, 0, metric], times[low, high], rtol=1e-6)
        np.testing.assert_allclose(found[:, 1, metric], times[high, low], rtol=1e-6)
