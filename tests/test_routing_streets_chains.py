from dataclasses import fields

import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.routing.streets.chain_seconds import (
    measure_again,
    measure_alike,
    measure_chains,
    whole_chains,
)
from grensgeo.routing.streets.chains import find_chains

NAN = np.nan


def chains_of(n, *pairs, used=None):
    tail, head = (np.array(v, dtype=np.int32) for v in zip(*pairs, strict=True))
    return find_chains(n, tail, head, used=used)


def spelled(chains):
    """Each chain as its end vertices and the edges between, minus where an edge is flipped."""
    words = []
    for c in range(chains.n_chains):
        rows = slice(chains.start[c], chains.start[c + 1])
        edges = [
            f"{'-' if back else ''}{e}"
            for e, back in zip(chains.edge[rows], chains.flipped[rows], strict=True)
        ]
        tail, head = chains.core_vertex[[chains.tail[c], chains.head[c]]]
        words.append(f"{tail}:{' '.join(edges)}:{head}")
    return words


def test_a_path_is_one_chain():
    chains = chains_of(4, (0, 1), (2, 1), (2, 3))
    assert spelled(chains) == ["0:0 -1 2:3"]
    assert chains.core_of.tolist() == [0, -1, -1, 1]
    assert chains.chain_of.tolist() == [-1, 0, 0, -1]
    assert chains.place_of.tolist() == [0, 1, 2, 0]
    assert chains.edge_chain.tolist() == [0, 0, 0]
    assert chains.edge_at.tolist() == [0, 1, 2]


def test_junctions_and_dead_ends_stay():
    #  0 - 1 - 2 - 3, and 4 hangs on 2
    chains = chains_of(5, (0, 1), (1, 2), (2, 3), (2, 4))
    assert spelled(chains) == ["0:0 1:2", "2:2:3", "2:3:4"]


def test_parallel_edges_and_a_loop():
    # two edges between 0 and 1, of which 1 has no other: a chain back to 0; a loop at 2 keeps 2
    assert spelled(chains_of(2, (0, 1), (1, 0))) == ["0:0 1:0"]
    assert spelled(chains_of(4, (0, 1), (1, 2), (2, 2))) == ["0:0 1:2", "2:2:2"]
    # a vertex with a loop only
    assert spelled(chains_of(1, (0, 0))) == ["0:0:0"]


def test_a_ring_keeps_its_first_vertex_and_so_does_a_lone_vertex():
    chains = chains_of(5, (1, 2), (2, 3), (3, 1))
    assert spelled(chains) == ["1:0 1 2:1"]
    assert chains.core_vertex.tolist() == [0, 1, 4]


def test_a_ring_on_a_street():
    chains = chains_of(4, (0, 1), (1, 2), (2, 3), (3, 1))
    assert spelled(chains) == ["0:0:1", "1:1 2 3:1"]


def test_edges_that_the_mode_does_not_use_make_no_junction():
    used = np.array([True, True, False])
    chains = chains_of(4, (0, 1), (1, 2), (1, 3), used=used)
    assert spelled(chains) == ["0:0 1:2"]
    assert chains.edge_chain.tolist() == [0, 0, -1]
    assert chains.core_vertex.tolist() == [0, 2, 3]


def test_no_edges():
    none = np.empty(0, dtype=np.int32)
    chains = find_chains(2, none, none)
    assert chains.n_core == 2
    assert chains.n_chains == 0
    along = measure_chains(chains, np.empty(0), np.empty(0))
    assert [len(v) for v in whole_chains(chains, along)] == [0, 0]


def test_seconds_along_a_chain_in_both_directions():
    chains = chains_of(4, (0, 1), (2, 1), (2, 3))
    forward, backward = np.array([10.0, 20, 40]), np.array([11.0, 22, NAN])
    along = measure_chains(chains, forward, backward)
    # edge 1 runs against the chain, so ahead is its backward direction
    assert along.ahead_s.tolist() == [0, 10, 32, 72]
    assert along.back_s.tolist() == [0, 11, 31, 31]
    assert along.back_closed.tolist() == [0, 0, 0, 1]
    assert [whole.tolist() for whole in whole_chains(chains, along)] == [[72], [np.inf]]
    here, there = np.array([0, 1, 2, 3, 3, 2]), np.array([3, 2, 1, 1, 3, 0])
    assert along.between_s(here, there).tolist() == [72, 22, 20, np.inf, 0, 31]


@pytest.mark.parametrize("wrong", [-1.0, np.inf])
def test_nobody_looks_at_the_seconds_of_an_edge_that_the_mode_does_not_use(wrong):
    chains = chains_of(3, (0, 1), (1, 2), used=np.array([True, False]))
    along = measure_chains(chains, np.ones(2), np.array([1.0, wrong]))
    assert along.back_s.tolist() == [0, 1]


@pytest.mark.parametrize(("wrong", "said"), [(-1.0, "-1.0"), (np.inf, "inf")])
def test_faulty_seconds_are_refused_where_nan_is_closed(wrong, said):
    chains = chains_of(3, (0, 1), (1, 2))
    told = rf"backward_s is {said} at edges 1; durations are finite"
    seconds = np.array([NAN, 1.0]), np.array([1.0, wrong])
    with pytest.raises(InputError, match=told):
        measure_chains(chains, *seconds)
    sound = measure_chains(chains, np.ones(2), np.ones(2))
    with pytest.raises(InputError, match=r"backward_s is .* durations are finite"):
        measure_again(
            chains, sound, lambda e: (seconds[0][e], seconds[1][e]), changed=np.array([0])
        )


def test_few_chains_measured_again():
    # two chains of two edges between the ends of a third
    chains = chains_of(5, (0, 1), (2, 1), (0, 3), (3, 2), (0, 2), (2, 4), (4, 0))
    ahead, back = np.array([1.0, 2, NAN, 4, 5, 6, 7]), np.arange(7.0)
    before = measure_chains(chains, ahead, back)
    ahead, back = ahead.copy(), back.copy()
    ahead[0], back[3], ahead[2], ahead[6] = 0.1, NAN, 0.7, NAN
    changed = np.unique(chains.edge_chain[[0, 2, 3, 6]])
    again = measure_again(chains, before, lambda e: (ahead[e], back[e]), changed=changed)
    anew = measure_chains(chains, ahead, back)
    for item in fields(anew):
        np.testing.assert_array_equal(getattr(again, item.name), getattr(anew, item.name))


@pytest.mark.parametrize("each", [1, 2, 4096])
def test_other_seconds_along_the_same_chains(each, monkeypatch):
    monkeypatch.setattr("grensgeo.routing.streets.chain_seconds._CHAINS_EACH", each)
    # a ring of nine with two spokes: chains of three edges, some of them flipped
    ring = [(k, (k + 1) % 9) if k % 2 else ((k + 1) % 9, k) for k in range(9)]
    chains = chains_of(12, *ring, (0, 9), (9, 3), (3, 10), (10, 6), (6, 11), (11, 0))
    assert chains.n_chains == 6
    n = len(chains.edge_chain)
    closed = np.arange(n) % 5 == 3
    before = measure_chains(chains, np.where(closed, NAN, 1.0), np.ones(n))
    rng = np.random.default_rng(9)
    ahead, back = np.where(closed, NAN, rng.uniform(0, 9, n)), rng.uniform(0, 9, n)
    along, whole = measure_alike(chains, before, *places_of(chains, ahead, back))
    anew = measure_chains(chains, ahead, back)
    for item in fields(anew):
        np.testing.assert_array_equal(getattr(along, item.name), getattr(anew, item.name))
    for found, wanted in zip(whole, whole_chains(chains, anew), strict=True):
        np.testing.assert_array_equal(found, wanted)
    assert np.isinf(whole[0]).any()
    assert np.isfinite(whole[1]).any()


def places_of(chains, ahead, back):
    """Write the seconds of each edge once, and say where those along its chain stand."""
    n = len(ahead)
    forth = np.where(chains.flipped, chains.edge + n, chains.edge).astype(np.int32)
    home = np.where(chains.flipped, chains.edge, chains.edge + n).astype(np.int32)
    return (forth, home), np.concatenate([ahead, back])


def test_rows_that_do_not_fit_are_refused():
    with pytest.raises(InputError, match="edges 1 end at a vertex that is not one of the 2"):
        chains_of(2, (0, 1), (1, 2))
    with pytest.raises(InputError, match="used has 1 rows, expected 2"):
        chains_of(3, (0, 1), (1, 2), used=np.array([True]))
    with pytest.raises(InputError, match="forward_s has 1 seconds and 1 directions, expected 2"):
        measure_chains(chains_of(3, (0, 1), (1, 2)), np.ones(1), np.ones(2))


@settings(max_examples=examples(100))
@given(st.integers(1, 12).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.lists(
            st.tuples(st.integers(0, n - 1), st.integers(0, n - 1), st.booleans()), min_size=1,
            max_size=20,
        ),
    )
))  # fmt: skip
def test_chains_cover_each_used_edge_once_and_hang_together(drawn):
    n, edges = drawn
    tail, head, used = (np.array(v) for v in zip(*edges, strict=True))
    chains = find_chains(n, tail, head, used=used)
    assert sorted(chains.edge.tolist()) == np.flatnonzero(used).tolist()
    degree = np.bincount(np.concatenate([tail[used], head[used]]), minlength=n)
    assert (degree[chains.chain_of >= 0] == 2).all()
    assert ((chains.core_of >= 0) ^ (chains.chain_of >= 0)).all()
    for c in range(chains.n_chains):
        here = chains.core_vertex[chains.tail[c]]
        for place, at in enumerate(range(chains.start[c], chains.start[c + 1])):
            e, back = chains.edge[at], chains.flipped[at]
            ends = (head[e], tail[e]) if back else (tail[e], head[e])
            assert ends[0] == here
            here = ends[1]
            if at + 1 < chains.start[c + 1]:
                assert (chains.chain_of[here], chains.place_of[here]) == (c, place + 1)
        assert here == chains.core_vertex[chains.head[c]]


@pytest.mark.parametrize("seed", range(3))
def test_to_both_ends_is_as_between_any_two_places(seed):
    rng = np.random.default_rng(seed)
    n = 12
    tail, head = np.arange(n), (np.arange(n) + 1)
    chains = find_chains(n + 1, tail, head)
    forward, backward = (rng.uniform(1, 90, n) for _ in range(2))
    forward[rng.random(n) < 0.1] = np.nan  # closed one way
    along = measure_chains(chains, forward, backward)
    at = np.repeat(np.arange(n + 1)[:, None], 2, axis=1)
    at[:-1, 1] += 1
    seconds = rng.uniform(0, 9, at.shape)
    seconds[rng.random(len(at)) < 0.2, 1] = np.inf
    first, last = np.zeros(n + 1, dtype=int), np.full(n + 1, n)
    for leaving in (True, False):
        found = along.to_ends(last, at, seconds, leaving=leaving)
        for end, there in zip(found, (first, last), strict=True):
            ways = [
                seconds[:, k]
                + (
                    along.between_s(at[:, k], there)
                    if leaving
                    else along.between_s(there, at[:, k])
                )
                for k in range(2)
            ]
            assert end.tobytes() == np.minimum(*ways).tobytes()
