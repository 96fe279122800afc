"""What a hierarchy is made of beside its shortcuts: its order, its pieces, its edges."""

from dataclasses import fields

import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.routing.streets import hierarchy as levels
from grensgeo.routing.streets.hierarchy import check_edges, contract, lists, order


def contracted(seed, n, n_edges):
    rng = np.random.default_rng(seed)
    tail, head = rng.integers(0, n, (2, n_edges))
    return contract(order(n, tail, head), tail, head)


@settings(max_examples=examples(40))
@given(st.integers(0, 10_000), st.integers(1, 30))
def test_a_tree_takes_no_shortcut_and_a_ring_one_less_than_it_has_diagonals(seed, n):
    """Minimum degree is best where the best is known: no fill in a tree, a ring is cut up once."""
    rng = np.random.default_rng(seed)
    number = rng.permutation(n)
    tail, head = number[1:], number[[rng.integers(0, k) for k in range(1, n)]]
    assert contract(order(n, tail, head), tail, head).n_shortcuts == n - 1
    if n >= 3:
        tail, head = number, np.roll(number, 1)
        assert contract(order(n, tail, head), tail, head).n_shortcuts == n + n - 3


@settings(max_examples=examples(40))
@given(st.integers(0, 10_000), st.integers(1, 24), st.sampled_from([1, 2, 3, 5, 50]))
def test_pieces_are_the_largest_subtrees_of_a_share_of_the_vertices(seed, n, parts):
    hierarchy = contracted(seed, n, n + n // 3)
    most = max(n // parts, 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(levels, "PIECE_SHARE", 1 / parts)
        roots, apart = hierarchy.pieces
    sizes = hierarchy.size[roots]
    assert (np.diff(sizes) <= 0).all()  # the largest first
    assert (np.diff(roots)[np.diff(sizes) == 0] > 0).all()
    assert (sizes <= most).all()
    assert all(
        hierarchy.parent[v] < 0 or hierarchy.size[hierarchy.parent[v]] > most for v in roots
    )
    inside = [
        v
        for root, size in zip(roots, sizes, strict=True)
        for v in range(root - size + 1, root + 1)
    ]
    assert sorted([*inside, *apart]) == list(range(n))  # each vertex is in one of them, or apart
    assert (np.diff(apart) > 0).all()


def test_a_town_of_less_than_a_share_of_one_has_pieces_of_one():
    roots, apart = contract(np.arange(3), np.array([0, 1]), np.array([1, 2])).pieces
    assert (roots.tolist(), apart.tolist()) == ([0], [1, 2])


def test_the_largest_pieces_come_first_and_equal_ones_in_their_order(monkeypatch):
    # rows of one and of two vertices by turns
    hierarchy = contract(np.arange(60), np.arange(0, 60, 3), np.arange(1, 60, 3))
    monkeypatch.setattr(levels, "PIECE_SHARE", 0.5)
    roots, apart = hierarchy.pieces
    assert hierarchy.size[roots].tolist() == [2] * 20 + [1] * 20
    assert (np.diff(roots)[hierarchy.size[roots][1:] == hierarchy.size[roots][:-1]] > 0).all()
    assert not len(apart)


def test_edges_are_listed_by_their_lower_end():
    #  edges of 0-1-2 and a loop, one of them twice and the other way
    hierarchy = contract(np.arange(3), np.array([1, 0, 2, 1, 2]), np.array([2, 1, 2, 0, 0]))
    start, edges = hierarchy.edges_above
    assert hierarchy.level.tolist() == [0, 1, 2]
    assert start.tolist() == [0, 3, 4, 4]
    assert edges.tolist() == [1, 3, 4, 0]
    assert (hierarchy.n_edges, hierarchy.n_vertices, hierarchy.n_shortcuts) == (5, 3, 3)
    assert hierarchy.edge_rises.tolist() == [True, True, False, False, False]
    assert hierarchy.edge_shortcut[2] == -1
    for array in (start, edges):
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0


@pytest.mark.parametrize("kind", [np.int32, np.int64])
def test_numbers_take_four_bytes_each_and_nobody_writes_over_them(kind):
    ends = np.array([0, 1, 2], dtype=kind), np.array([1, 2, 2], dtype=kind)
    assert order(3, *ends).dtype == order(0, ends[0][:0], ends[1][:0]).dtype == np.int32
    hierarchy = contract(np.array([1, 0, 2], dtype=kind), *ends)
    wide = {"start": "int64", "below_start": "int64", "edge_rises": "bool"}
    for item in fields(hierarchy):
        array = getattr(hierarchy, item.name)
        assert array.dtype.name == wide.get(item.name, "int32"), item.name
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0
    assert len(hierarchy.start) == len(hierarchy.below_start) == 4
    start, edges = hierarchy.edges_above
    assert (start.dtype, edges.dtype) == (np.int64, np.int32)
    start, values = lists(np.array([1, 0, 1]), np.array([3, 4, 5], dtype=np.int32), 2)
    assert (start.dtype, values.dtype, start.tolist(), values.tolist()) == (
        np.int64, np.int32, [0, 1, 3], [4, 3, 5],
    )  # fmt: skip


def test_what_is_given_stays_as_it_was():
    rank, tail, head = np.array([2, 0, 1], dtype=np.int32), np.array([0, 1]), np.array([1, 2])
    contract(rank, tail, head)
    assert (rank.tolist(), tail.tolist(), head.tolist()) == ([2, 0, 1], [0, 1], [1, 2])
    rank[:] = 0  # nor is it frozen


@pytest.mark.parametrize(("a", "b"), [(-1, 0), (0, -1), (2, 0), (0, 2)])
def test_an_edge_that_ends_nowhere_is_named(a, b):
    with pytest.raises(InputError, match="edges 1 end at a vertex that is not one of the 2"):
        check_edges(2, np.array([0, a, 1]), np.array([1, b, 0]))
    check_edges(2, np.array([0, 1]), np.array([1, 0]))
