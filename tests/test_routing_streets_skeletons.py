"""The shape of streets, contracted once, and durations on it."""

from dataclasses import fields

import numpy as np
import pytest

from grensgeo.errors import InputError
from grensgeo.routing.streets.layout import Layout
from grensgeo.routing.streets.skeletons import (
    customise_again,
    customise_alike,
    customise_skeleton,
    prepare_layout,
)

#: 0 -- 1 -- 2 is a chain; 2, 3 and 4 are a triangle, and 5 and 6 hang on its corners 3 and 4.
TAIL, HEAD = np.array([0, 1, 2, 3, 4, 5, 6]), np.array([1, 2, 3, 4, 2, 3, 4])
SECONDS = np.array([[6.0, 7, 8, 9, 10, 11, 12], [3.0, 4, np.nan, 5, 6, 7, 8]])


def layout(seconds=SECONDS):
    return Layout.of_edges(7, TAIL, HEAD, forward_s=seconds[0], backward_s=seconds[1])


def same(found, wanted):
    for one, other in ((found[0].along, wanted[0].along), (found[0].metric, wanted[0].metric)):
        for item in fields(one):
            if isinstance(getattr(one, item.name), np.ndarray):
                np.testing.assert_array_equal(getattr(one, item.name), getattr(other, item.name))
    np.testing.assert_array_equal(found[1].up_s, wanted[1].up_s)
    np.testing.assert_array_equal(found[1].down_s, wanted[1].down_s)


def test_the_number_in_the_hierarchy_of_a_vertex():
    skeleton = prepare_layout(layout())
    assert skeleton.n_vertices == 7
    level = skeleton.levels(np.array([0, 1, 2, 3, 4, 5, 6, -1]))
    # neither what lies within a chain nor what is not there has one, though 6 and 0 have
    assert level[[1, 7]].tolist() == [-1, -1]
    assert sorted(level[[0, 2, 3, 4, 5, 6]]) == list(range(6))
    assert level.dtype == np.int32
    assert skeleton.hierarchy.vertex[level[2]] == skeleton.chains.core_of[2]


def test_a_rank_and_an_order_of_other_streets_are_kept():
    skeleton = prepare_layout(layout())
    again = prepare_layout(layout(), rank=skeleton.hierarchy.level[::-1])
    backwards = contracted_first(again), contracted_first(skeleton)
    assert backwards[0] != backwards[1]
    level = np.array([6, -1, 5, 4, 3, 2, 1])
    assert contracted_first(prepare_layout(layout(), level=level)) == 5  # core vertex of 6
    with pytest.raises(InputError, match="rank has 5 rows, but the core 6 vertices"):
        prepare_layout(layout(), rank=np.arange(5))


def contracted_first(skeleton):
    return int(skeleton.hierarchy.vertex[0])


@pytest.mark.parametrize("changed", [[0], [1, 5], [2], [6, 0, 3], []])
def test_few_edges_customised_again_are_customised_anew(changed):
    skeleton = prepare_layout(layout())
    before = customise_skeleton(skeleton, *SECONDS)
    after = SECONDS.copy()
    after[:, changed] *= 3
    after[0, changed[:1]] = 0.5
    changed = np.array(changed, dtype=np.int32)
    same(
        customise_again(before, lambda edges: tuple(after[:, edges]), changed=changed),
        customise_skeleton(skeleton, *after),
    )


def test_other_seconds_on_the_same_ways_are_customised_anew():
    skeleton = prepare_layout(layout())
    before = customise_skeleton(skeleton, *SECONDS)[0]
    after = SECONDS * 2 + 1
    chains = skeleton.chains
    # forward seconds stand first among those given, then backward ones; an edge may be flipped
    ahead, back = (
        np.where(chains.flipped == way, chains.edge, chains.edge + len(TAIL)).astype(np.int32)
        for way in (False, True)
    )
    found = customise_alike(before, (ahead, back), after.ravel())
    same(found, customise_skeleton(skeleton, *after))
