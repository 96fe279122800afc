"""Which vertices and edges go from an overlay, round by round: small graphs by hand."""

from dataclasses import fields

import numpy as np
import pytest

from grensgeo.routing.streets import overlay
from grensgeo.routing.streets.overlay import join, thin


def both_ways(*edges):
    """Arcs there and back of (tail, head, seconds)."""
    tail, head, seconds = (np.array(column) for column in zip(*edges, strict=True))
    ends = np.concatenate([tail, head]), np.concatenate([head, tail])
    return *ends, np.tile(seconds.astype(float), 2)[:, None]


def thinned(n, *edges, gone=(), limit_s=3600.0):
    found = thin(n, *both_ways(*edges), kept=~np.isin(np.arange(n), gone), limit_s=limit_s)
    np.testing.assert_array_equal(found.seconds[:, 0], found.seconds[:, 1])
    return dict(zip(zip(found.low.tolist(), found.high.tolist(), strict=True),
                    found.seconds[:, 0, 0].tolist(), strict=True))  # fmt: skip


def star(n_rays, middle=0):
    """A vertex with so many neighbours, as far from it as their number."""
    others = [vertex for vertex in range(n_rays + 1) if vertex != middle]
    return [(middle, vertex, vertex + 1) for vertex in others]


@pytest.mark.parametrize(
    ("seconds", "stays"), [(29.9, True), (30.0, True), (30.1, False), (50.0, False)]
)
def test_an_edge_goes_if_the_way_round_is_shorter_however_little(seconds, stays):
    found = thinned(3, (0, 1, 10), (1, 2, 20), (0, 2, seconds))
    assert found == {(0, 1): 10, (1, 2): 20} | ({(0, 2): seconds} if stays else {})


def test_what_takes_longer_than_the_limit_goes():
    path = (0, 1, 30), (1, 2, 30), (2, 3, 61)
    assert thinned(4, *path, limit_s=60) == {(0, 1): 30, (1, 2): 30}
    assert thinned(4, *path, limit_s=61) == {(0, 1): 30, (1, 2): 30, (2, 3): 61}
    assert thinned(4, *path, gone=[1], limit_s=60) == {(0, 2): 60}
    assert thinned(4, *path, gone=[1], limit_s=59) == {}


def test_the_shorter_of_two_ways_through_stays():
    # by 1 or by 3, one of which is shorter each way
    tail, head = np.array([0, 1, 0, 3, 2, 1, 2, 3]), np.array([1, 2, 3, 2, 1, 0, 3, 0])
    seconds = np.array([1.0, 2, 5, 6, 70, 80, 3, 4])[:, None]
    kept = np.array([True, False, True, False])
    found = thin(4, tail, head, seconds, kept=kept, limit_s=3600.0)
    assert (found.low.tolist(), found.high.tolist()) == ([0], [2])
    assert found.seconds.ravel().tolist() == found.least_s.ravel().tolist() == [3, 7]


def test_an_end_that_leads_nowhere_goes():
    assert thinned(4, (0, 1, 5), (1, 2, 5), (1, 3, 5), gone=[2, 3]) == {(0, 1): 5}


def test_a_hub_of_many_neighbours_stays(monkeypatch):
    monkeypatch.setattr(overlay, "SLACKS", (0, 50))
    pairs = {(a, b): a + b + 2 for a in range(1, 5) for b in range(a + 1, 5)}
    monkeypatch.setattr(overlay, "_MOST_NEIGHBOURS", 5)
    assert thinned(5, *star(4), gone=[0]) == pairs
    monkeypatch.setattr(overlay, "_MOST_NEIGHBOURS", 4)
    assert thinned(5, *star(4), gone=[0]) == {(0, k): k + 1 for k in range(1, 5)}


def test_a_vertex_goes_if_it_leaves_few_more_edges_behind(monkeypatch):
    # four neighbours, both ways: 12 directed edges between them for 8 to them
    for slack, n_left in ((3, 4), (4, 6)):
        monkeypatch.setattr(overlay, "SLACKS", (slack,))
        assert len(thinned(5, *star(4), gone=[0])) == n_left
    # one way in and four out are 4 for 5
    monkeypatch.setattr(overlay, "SLACKS", (-1,))
    tail, head = np.array([1, 0, 0, 0, 0]), np.array([0, 2, 3, 4, 5])
    kept = np.arange(6) > 0
    found = thin(6, tail, head, np.ones((5, 1)), kept=kept, limit_s=9.0)
    assert (found.low.tolist(), found.high.tolist()) == ([1] * 4, [2, 3, 4, 5])
    assert found.seconds[:, 0, 0].tolist() == [2.0] * 4


def test_a_round_that_takes_out_few_is_not_made(monkeypatch):
    path = (0, 1, 5), (1, 2, 5), (2, 3, 5)
    for share, gone in ((0.25, False), (0.24, True)):
        monkeypatch.setattr(overlay, "_LEAST_SHARE", share)
        assert ((0, 2) in thinned(4, *path, gone=[1])) == gone


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_neighbours_the_one_that_pays_more_goes_first(turned):
    # 0 has one other neighbour, 1 has three, or the other way round in numbers; whatever is drawn
    number = np.arange(6)[:: -1 if turned else 1]
    ends = number[[[0, 0, 1, 1, 1], [1, 2, 3, 4, 5]]]
    kept = ~np.isin(np.arange(6), number[:2])
    for seed in range(8):
        out = overlay._independent(
            6, ends.min(axis=0), ends.max(axis=0), np.ones((5, 2, 1)), kept=kept, slack=9,
            drawn=np.random.default_rng(seed),
        )  # fmt: skip
        assert np.flatnonzero(out).tolist() == [number[0]]


def test_no_two_neighbours_go_at_once():
    n = 30
    low, high = np.arange(n - 1), np.arange(1, n)
    for seed in range(4):
        drawn = np.random.default_rng(seed)
        kept = np.zeros(n, dtype=bool)
        out = overlay._independent(
            n, low, high, np.ones((n - 1, 2, 1)), kept=kept, slack=0, drawn=drawn
        )
        assert out.any()
        assert not (out[low] & out[high]).any()


def test_a_vertex_without_edges_is_not_looked_at():
    drawn = np.random.default_rng(0)
    none = np.zeros(0, dtype=np.int64)
    out = overlay._independent(
        3, none, none, np.zeros((0, 2, 1)), kept=np.zeros(3, bool), slack=9, drawn=drawn
    )
    assert out.tolist() == [False] * 3


def test_edges_are_pruned_at_the_end_if_they_were_not_before(monkeypatch):
    # in the second turn 0 goes, and leaves pairs that nobody needs beside the edges of a ring
    ring = [(1, 2, 1), (2, 3, 1), (3, 4, 1), (4, 1, 1)]
    wanted = {(1, 2): 1, (2, 3): 1, (3, 4): 1, (1, 4): 1}
    for worth in (0.0, 0.98, 2.0):
        monkeypatch.setattr(overlay, "_WORTH_PRUNING", worth)
        monkeypatch.setattr(overlay, "SLACKS", (0, 14))
        tail, head, seconds = both_ways(*ring, *[(0, k, 1.5) for k in range(1, 5)])
        found = thin(5, tail, head, seconds, kept=np.arange(5) > 0, limit_s=60.0)
        ends = zip(found.low.tolist(), found.high.tolist(), strict=True)
        assert dict(zip(ends, found.seconds[:, 0, 0].tolist(), strict=True)) == wanted
        assert found.least_s.shape == found.seconds.shape
        np.testing.assert_array_equal(found.least_s, found.seconds)


def test_a_way_of_no_seconds_stays():
    assert thinned(2, (0, 1, 0)) == {(0, 1): 0}
    assert thinned(3, (0, 1, 0), (1, 2, 0), gone=[1]) == {(0, 2): 0}


def test_a_graph_of_no_vertices_has_no_edges():
    none = np.zeros(0, dtype=np.int64)
    found = thin(0, none, none, np.zeros((0, 2)), kept=np.zeros(0, bool), limit_s=60.0)
    assert found.low.shape == found.high.shape == (0,)
    assert found.seconds.shape == found.least_s.shape == (0, 2, 2)


@pytest.mark.parametrize("vertex", [0, 5])
@pytest.mark.parametrize("way", [0, 1])
def test_what_a_vertex_leaves_behind_is_counted_by_direction(vertex, way):
    # one neighbour both ways and one by one way: 1 pair of them for 3 edges is 2 less
    low, high = np.array([[0, 0], [1, 2]]) if vertex == 0 else np.array([[1, 2], [5, 5]])
    seconds = np.ones((2, 2, 1))
    seconds[1, way] = np.inf
    kept = np.arange(6) != vertex
    for slack, goes in ((-3, False), (-2, True)):
        out = overlay._independent(
            6, low, high, seconds, kept=kept, slack=slack, drawn=np.random.default_rng(0)
        )
        assert out[vertex] == goes


def test_parallel_arcs_loops_and_what_is_closed():
    closed = np.inf
    tail, head = np.array([2, 0, 2, 1, 0, 1, 0]), np.array([0, 2, 0, 1, 1, 2, 2])
    seconds = np.array([
        [4.0, 9], [5, closed], [6, 8], [1, 1], [closed, closed], [closed, 3], [7, 2],
    ])  # fmt: skip
    low, high, found = join(3, tail, head, seconds)
    assert (low.tolist(), high.tolist()) == ([0, 1], [2, 2])
    assert found.tolist() == [[[5, 2], [4, 8]], [[closed, 3], [closed, closed]]]


def test_nobody_writes_over_an_overlay():
    found = thin(2, *both_ways((0, 1, 5)), kept=np.ones(2, bool), limit_s=60.0)
    kinds = {"low": "int64", "high": "int64", "seconds": "float64", "least_s": "float64"}
    assert {item.name: getattr(found, item.name).dtype.name for item in fields(found)} == kinds
    for name in kinds:
        with pytest.raises(ValueError, match="read-only"):
            getattr(found, name)[:] = 0
