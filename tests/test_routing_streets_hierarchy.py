import numba as nb
import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.routing.streets.customisation import (
    ByPlace,
    add_up,
    customise,
    customise_again,
    open_seconds,
)
from grensgeo.routing.streets.hierarchy import contract, order

NAN = np.nan


def grid(side):
    """Streets of a square town."""
    at = np.arange(side * side).reshape(side, side)
    tail = np.concatenate([at[:, :-1].ravel(), at[:-1].ravel()])
    head = np.concatenate([at[:, 1:].ravel(), at[1:].ravel()])
    return side * side, tail, head


def shortcuts(hierarchy):
    """Lower and upper end of each shortcut, as vertices of the network."""
    low = np.repeat(np.arange(hierarchy.n_vertices), np.diff(hierarchy.start))
    return [
        (int(hierarchy.vertex[a]), int(hierarchy.vertex[b]))
        for a, b in zip(low, hierarchy.high, strict=True)
    ]


def eliminated(rank, tail, head):
    """Shortcuts by the definition: contract from below, join all that is above."""
    n = len(rank)
    near = [set() for _ in range(n)]
    for a, b in zip(tail, head, strict=True):
        if a != b:
            near[a].add(int(b))
            near[b].add(int(a))
    found = set()
    for v in np.argsort(rank):
        above = [u for u in near[v] if rank[u] > rank[v]]
        found |= {(int(v), u) for u in above}
        for u in above:
            near[u] |= set(above) - {u}
    return found


# order


def test_order_is_a_ranking_and_stays_the_same():
    n, tail, head = grid(20)
    rank = order(n, tail, head)
    assert sorted(rank) == list(range(n))
    np.testing.assert_array_equal(order(n, tail, head), rank)
    # neither direction nor repetition nor loops matter
    twice = np.concatenate([tail, head, [3]]), np.concatenate([head, tail, [3]])
    np.testing.assert_array_equal(order(n, *twice), rank)


def test_order_makes_few_shortcuts_and_a_flat_tree():
    n, tail, head = grid(40)
    hierarchy = contract(order(n, tail, head), tail, head)
    by_rows = contract(np.arange(n), tail, head)
    assert hierarchy.n_shortcuts < by_rows.n_shortcuts / 2
    depth = np.zeros(n, dtype=int)
    for v in range(n - 2, -1, -1):
        depth[v] = depth[hierarchy.parent[v]] + 1
    assert depth.max() < 250


def test_order_of_vertices_without_edges_and_of_none():
    none = np.empty(0, dtype=np.int32)
    assert order(0, none, none).tolist() == []
    assert sorted(order(3, none, none)) == [0, 1, 2]
    assert sorted(order(4, np.array([1]), np.array([3]))) == [0, 1, 2, 3]


# contract


def test_shortcuts_of_a_star_contracted_from_the_middle():
    rank = np.array([0, 1, 2, 3])
    hierarchy = contract(rank, np.array([0, 0, 0]), np.array([1, 2, 3]))
    assert set(shortcuts(hierarchy)) == {(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}
    # and from the rim there are none but the streets
    hierarchy = contract(rank[::-1], np.array([0, 0, 0]), np.array([1, 2, 3]))
    assert set(shortcuts(hierarchy)) == {(1, 0), (2, 0), (3, 0)}


@st.composite
def graphs(draw, most=14):
    n = draw(st.integers(1, most))
    vertex = st.integers(0, n - 1)
    edges = draw(st.lists(st.tuples(vertex, vertex), max_size=3 * most))
    tail = np.array([a for a, _ in edges], dtype=np.int32)
    head = np.array([b for _, b in edges], dtype=np.int32)
    return np.array(draw(st.permutations(range(n)))), tail, head


@settings(max_examples=examples(100))
@given(graphs())
def test_contraction_follows_its_definition(graph):
    rank, tail, head = graph
    n = len(rank)
    hierarchy = contract(rank, tail, head)
    found = shortcuts(hierarchy)
    assert len(found) == len(set(found))
    # ranked anew within the tree, so which end is lower stays the same for each shortcut
    assert set(found) == eliminated(rank, tail, head)
    assert (hierarchy.vertex[hierarchy.level] == np.arange(n)).all()
    for v in range(n):
        row = hierarchy.high[hierarchy.start[v] : hierarchy.start[v + 1]]
        assert (np.diff(row) > 0).all()
        assert hierarchy.parent[v] == (row[0] if len(row) else -1)
        # every descendant lies in the range of the subtree
        inside = [v]
        for u in range(v - 1, -1, -1):
            if hierarchy.parent[u] in inside:
                inside.append(u)
        assert sorted(inside) == list(range(v - hierarchy.size[v] + 1, v + 1))
        below = slice(hierarchy.below_start[v], hierarchy.below_start[v + 1])
        assert (hierarchy.high[hierarchy.below_shortcut[below]] == v).all()
        for u, s in zip(hierarchy.below[below], hierarchy.below_shortcut[below], strict=True):
            assert hierarchy.start[u] <= s < hierarchy.start[u + 1]
    for e, s in enumerate(hierarchy.edge_shortcut):
        if tail[e] == head[e]:
            assert s == -1
            assert not hierarchy.edge_rises[e]
        else:
            ends = (tail[e], head[e]) if hierarchy.edge_rises[e] else (head[e], tail[e])
            assert found[s] == ends


def test_what_is_not_a_graph_is_refused():
    with pytest.raises(InputError, match="rank must hold each of 0 to 1 once"):
        contract(np.array([1, 1]), np.array([0]), np.array([1]))
    with pytest.raises(InputError, match="edges 0 end at a vertex that is not one of the 2"):
        contract(np.array([0, 1]), np.array([0]), np.array([2]))
    with pytest.raises(InputError, match="1 tails for 2 heads"):
        order(3, np.array([0]), np.array([1, 2]))


# customise


def test_shortcuts_take_the_shorter_way():
    #  a triangle 0-1-2 with a slow side 0-2; vertex 1 is contracted first
    tail, head = np.array([0, 1, 0]), np.array([1, 2, 2])
    hierarchy = contract(np.array([1, 0, 2]), tail, head)
    metric = customise(hierarchy, np.array([5.0, 6, 100]), np.array([1.0, 2, 100]))
    seconds = dict(
        zip(shortcuts(hierarchy), zip(metric.up_s, metric.down_s, strict=True), strict=True)
    )
    assert seconds == {(1, 0): (1, 5), (1, 2): (6, 2), (0, 2): (11, 3)}


def test_parallel_edges_loops_and_closed_directions():
    tail, head = np.array([0, 1, 0, 0]), np.array([1, 0, 1, 0])
    hierarchy = contract(np.array([0, 1]), tail, head)
    ahead, back = np.array([9.0, NAN, 7, 0]), np.array([4.0, 5, NAN, 0])
    metric = customise(
        hierarchy, ahead, back, open_forward=~np.isnan(ahead), open_backward=~np.isnan(back)
    )
    # 0 to 1: 9, 5 (edge 1 backwards) or 7; 1 to 0: only 4 is open
    assert (metric.up_s.tolist(), metric.down_s.tolist()) == ([5], [4])


@pytest.mark.parametrize(("wrong", "said"), [(NAN, "nan"), (-1.0, "-1.0"), (np.inf, "inf")])
def test_faulty_seconds_are_refused_by_edge(wrong, said):
    hierarchy = contract(np.arange(3), np.array([0, 1]), np.array([1, 2]))
    ones, faulty = np.ones(2), np.array([1.0, wrong])
    with pytest.raises(InputError, match=rf"forward_s is {said} at edges 1; durations"):
        customise(hierarchy, faulty, ones)
    with pytest.raises(
        InputError, match=rf"forward_s is {said} .*; backward_s is {said} at edges 1"
    ):
        customise(hierarchy, faulty, faulty)
    closed = np.array([True, False])
    assert np.isinf(customise(hierarchy, faulty, ones, open_forward=closed).up_s[1])
    with pytest.raises(InputError, match="forward_s has 3 seconds and 2 directions, expected 2"):
        customise(hierarchy, np.ones(3), ones)


def test_open_seconds_leaves_its_arguments_alone():
    seconds = np.array([1.0, NAN])
    opened, faults = open_seconds(seconds, np.array([True, False]), 2, "forward_s")
    assert (opened.tolist(), faults) == ([1, np.inf], [])
    assert np.isnan(seconds[1])


def test_the_number_of_threads_changes_nothing():
    n, tail, head = grid(60)
    rng = np.random.default_rng(2)
    forward, backward = rng.uniform(0, 60, (2, len(tail)))
    hierarchy = contract(order(n, tail, head), tail, head)
    threads = nb.get_num_threads()
    results = []
    for count in (1, threads, threads):
        nb.set_num_threads(count)
        results.append(customise(hierarchy, forward, backward))
    nb.set_num_threads(threads)
    for other in results[1:]:
        np.testing.assert_array_equal(other.up_s, results[0].up_s)
        np.testing.assert_array_equal(other.down_s, results[0].down_s)


def test_few_edges_customised_again_are_customised_anew():
    n, tail, head = grid(12)
    rng = np.random.default_rng(3)
    hierarchy = contract(order(n, tail, head), tail, head)
    seconds = rng.uniform(1, 60, (2, len(tail)))
    seconds[rng.random(seconds.shape) < 0.1] = np.inf
    before = add_up(hierarchy, *seconds)
    for few in (0, 1, 1, 5, 60):
        seconds = seconds.copy()
        changed = rng.choice(len(tail), few, replace=False)
        seconds[:, changed] *= rng.choice([0.2, 1.0, 3.0], (2, few))
        seconds[0, changed[:1]] = rng.choice([np.inf, 7.0])
        again = customise_again(hierarchy, before, ByPlace.of(*seconds), changed=changed)
        anew = add_up(hierarchy, *seconds)
        np.testing.assert_array_equal(again.up_s, anew.up_s)
        np.testing.assert_array_equal(again.down_s, anew.down_s)
        before = again


def test_arrays_are_frozen():
    hierarchy = contract(np.arange(2), np.array([0]), np.array([1]))
    metric = customise(hierarchy, np.ones(1), np.ones(1))
    for array in (hierarchy.high, hierarchy.level, metric.up_s, metric.down_s):
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0
