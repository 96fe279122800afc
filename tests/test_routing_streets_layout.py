from dataclasses import replace

import numpy as np

from grensgeo.routing.streets.layout import lay_out
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
