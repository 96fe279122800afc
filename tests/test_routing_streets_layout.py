from dataclasses import fields, replace

import numpy as np
import pytest

from grensgeo.routing.streets.layout import Layout, lay_out
from grensgeo.routing.streets.skeletons import prepare_layout

NAN = np.nan


def laid(weights=(5.0, 7.0, 6.0, 8.0)):
    """Street 0 both ways between 0 and 1; street 1 comes to 1, is left from 2; a loop at 0."""
    return lay_out(
        np.array([0, 3, 4, 5]),
        np.array([1, 1, 0, 0, 0]),
        np.array([*weights[:2], 9.0, *weights[2:]]),
        arc_edge=np.array([0, 1, 2, 0, 1]),
        depart=np.array([[0, 1], [0, 2], [0, 0], [1, 0]]),
        arrive=np.array([[1, 0], [1, 0], [0, 0], [0, 1]]),
    )


def test_whole_streets_stay_one_edge_and_cut_ones_become_two():
    layout = laid()
    assert layout.tail.tolist() == [0, 0, 0, 2]
    assert layout.head.tolist() == [1, 0, 1, 0]
    assert layout.forward_s.tolist() == [5, 9, 7, 8]
    np.testing.assert_array_equal(layout.backward_s, [6, 9, NAN, NAN])
    assert layout.edge_of.tolist() == [0, -1, 1, -1]  # street 3 has no arc
    assert layout.cut.tolist() == [-1, 0, -1, -1]
    assert layout.kept.all()


def test_turns_run_one_way_and_name_no_street():
    layout = lay_out(
        np.array([0, 1, 1]),
        np.array([1]),
        np.array([0.0]),
        arc_edge=np.array([-1]),
        depart=np.zeros((0, 2), dtype=np.int32),
        arrive=np.zeros((0, 2), dtype=np.int32),
    )
    assert (layout.tail.tolist(), layout.head.tolist()) == ([0], [1])
    assert np.isnan(layout.backward_s).all()


def test_seconds_are_no_part_of_the_shape():
    assert laid().shape_key() == laid((1, 2, 3, 4)).shape_key()
    other = replace(laid(), kept=~laid().kept)
    assert laid().shape_key() != other.shape_key()
    skeleton = prepare_layout(laid())
    assert skeleton.n_vertices == 3


def test_no_streets():
    none = np.zeros(0, dtype=np.int32)
    layout = lay_out(
        np.zeros(1, dtype=np.int64),
        none,
        none.astype(float),
        arc_edge=none,
        depart=none.reshape(0, 2),
        arrive=none.reshape(0, 2),
    )
    assert prepare_layout(layout).n_vertices == 0


def whole(used=None):
    """Streets between whole vertices, numbered as a caller may number them."""
    return Layout.of_edges(
        4,
        np.array([0, 1, 3]),
        np.array([1, 2, 1]),
        forward_s=np.array([5, 6, 7]),
        backward_s=np.array([NAN, 8.0, 9.0]),
        used=used,
    )


def test_of_streets_between_whole_vertices_those_of_a_mode_are_edges():
    layout = whole()
    assert layout.edge_of.tolist() == [0, 1, 2]
    assert layout.forward_s.tolist() == [5, 6, 7]
    layout = whole(np.array([False, True, True]))
    assert (layout.tail.tolist(), layout.head.tolist()) == ([1, 3], [2, 1])
    assert (layout.forward_s.tolist(), layout.backward_s.tolist()) == ([6, 7], [8, 9])
    assert layout.edge_of.tolist() == [-1, 0, 1]
    assert layout.cut.tolist() == [-1, -1, -1]
    assert layout.kept.tolist() == [False] * 4


def test_numbers_take_four_bytes_each_and_nobody_writes_over_them():
    kinds = {"tail": "int32", "head": "int32", "forward_s": "float64", "backward_s": "float64",
             "kept": "bool", "edge_of": "int32", "cut": "int32"}  # fmt: skip
    for layout in (laid(), whole(), whole(np.zeros(3, dtype=bool))):
        arrays = {item.name: getattr(layout, item.name) for item in fields(layout)}
        assert {name: array.dtype.name for name, array in arrays.items()} == kinds
        for array in arrays.values():
            with pytest.raises(ValueError, match="read-only"):
                array[:] = 0


@pytest.mark.parametrize("name", ["tail", "head", "kept", "edge_of", "cut"])
def test_whatever_is_part_of_the_shape_names_it(name):
    array = getattr(laid(), name)
    other = replace(laid(), **{name: ~array if array.dtype == bool else array + 1})
    assert other.shape_key() != laid().shape_key()
    longer = replace(laid(), **{name: np.append(array, array[:1])})
    assert longer.shape_key() != laid().shape_key()


def test_what_stands_at_the_end_of_one_part_of_the_shape_is_no_start_of_the_next():
    first, tail = laid(), laid().tail
    moved = replace(first, tail=tail[:-1], head=np.append(tail[-1:], first.head))
    assert moved.shape_key() != first.shape_key()


def test_the_first_street_may_be_cut():
    layout = lay_out(
        np.array([0, 1, 1, 2]),
        np.array([1, 0]),
        np.array([3.0, 4.0]),
        arc_edge=np.array([0, 0]),
        depart=np.array([[0, 2]]),
        arrive=np.array([[1, 0]]),
    )
    assert (layout.edge_of.tolist(), layout.cut.tolist()) == ([-1], [0])
    assert (layout.tail.tolist(), layout.head.tolist()) == ([0, 2], [1, 0])


def test_streets_that_run_side_by_side_or_against_each_other_keep_their_own_seconds():
    # three streets of 0 and 1: one each way, one both ways, and two loops of turns at 1 and 2
    layout = lay_out(
        np.array([0, 2, 5, 6]),
        np.array([1, 1, 0, 0, 2, 1]),
        np.array([1.0, 2, 3, 4, 5, 6]),
        arc_edge=np.array([0, 2, 1, 2, -1, -1]),
        depart=np.array([[0, 1], [1, 0], [1, 0]]),
        arrive=np.array([[1, 0], [0, 1], [0, 1]]),
    )
    assert layout.tail.tolist() == [0, 1, 1, 1, 2]
    assert layout.head.tolist() == [1, 0, 0, 2, 1]
    assert layout.forward_s.tolist() == [1, 3, 4, 5, 6]
    np.testing.assert_array_equal(layout.backward_s, [NAN, NAN, 2, NAN, NAN])
    # a turn keeps both its ends, and cuts no street
    assert layout.kept.tolist() == [False, True, True]
    assert (layout.edge_of.tolist(), layout.cut.tolist()) == ([0, 1, 2], [-1, -1, -1])


def test_cut_streets_have_numbers_of_their_own():
    # streets 1 and 2 are left from where they do not come to; 0 is whole
    layout = lay_out(
        np.array([0, 3, 4, 5, 6]),
        np.array([1, 1, 2, 0, 0, 0]),
        np.arange(6.0),
        arc_edge=np.array([0, 1, 2, 0, 2, 1]),
        depart=np.array([[0, 1], [0, 3], [0, 2]]),
        arrive=np.array([[1, 0], [1, 0], [2, 1]]),
    )
    assert layout.cut.tolist() == [-1, 0, 1]
    assert layout.edge_of.tolist() == [0, -1, -1]
    assert layout.tail.tolist() == [0, 0, 0, 2, 3]
    assert layout.forward_s.tolist() == [0, 1, 2, 4, 5]
