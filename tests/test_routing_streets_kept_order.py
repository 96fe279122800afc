"""An order kept from other streets."""

import numpy as np
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.routing.streets import kept_order
from grensgeo.routing.streets.kept_order import keep_order


def kept(level, *edges):
    tail, head = np.array(edges, dtype=np.int32).reshape(-1, 2).T
    return keep_order(np.array(level), tail, head).tolist()


def test_old_vertices_keep_their_order_whatever_joins_them():
    # the lowest of all has number 0, and is not taken for new
    assert kept([1, 2, 0], (2, 1)) == [1, 2, 0]
    assert kept([5, 9, 7]) == [0, 2, 1]


def test_a_new_vertex_stands_just_below_the_lowest_of_its_neighbours():
    assert kept([1, 8, 4, 9, -1], (4, 1), (2, 4), (3, 4)) == [0, 3, 2, 4, 1]


def test_new_vertices_in_a_row_stand_one_below_the_other():
    # 0 is old, and 1 to 3 hang on it; 4 and 5 are old
    row = (0, 1), (2, 1), (2, 3)
    assert kept([6, -1, -1, -1, 5, 7], *row) == [4, 3, 2, 1, 0, 5]


def test_who_has_no_old_neighbour_is_first_of_all():
    assert kept([0, -1, 1, -1], (1, 3)) == [2, 0, 3, 1]
    assert kept([-1, -1]) == [0, 1]
    assert kept([]) == []


def test_it_is_looked_so_many_times_for_a_neighbour(monkeypatch):
    # 1 hangs on 0, and 2 on 1: who is not found by then is first of all, as one that hangs on none
    for steps, ranks in ((2, [3, 2, 1, 0]), (1, [3, 2, 0, 1])):
        monkeypatch.setattr(kept_order, "_STEPS", steps)
        assert kept([5, -1, -1, 0], (0, 1), (1, 2)) == ranks


def test_equals_stay_in_their_own_order():
    level = np.random.default_rng(1).integers(0, 3, 200)
    found = keep_order(level, *np.zeros((2, 0), dtype=np.int32))
    assert found.dtype == np.int32
    by_level = np.argsort(found)
    assert by_level.tolist() == sorted(range(200), key=lambda vertex: (level[vertex], vertex))


@settings(max_examples=examples(40))
@given(
    st.lists(st.integers(-3, 9), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20),
)
def test_it_is_a_ranking_that_holds_the_old_one(level, edges):
    level = np.maximum(level, -1)
    edges = [(a % len(level), b % len(level)) for a, b in edges]
    rank = np.array(kept(level, *edges))
    assert sorted(rank) == list(range(len(level)))
    old = np.flatnonzero(level >= 0)
    assert (
        old[np.argsort(rank[old])].tolist() == old[np.argsort(level[old], kind="stable")].tolist()
    )
    for a, b in [*edges, *((b, a) for a, b in edges)]:
        if level[a] < 0 <= level[b]:
            assert rank[a] < rank[b]
