"""Seconds of shortcuts where few streets change, as if all were added up anew."""

import numpy as np
import pytest

from grensgeo.routing.streets.customisation import ByPlace, Sums, add_up, customise_again
from grensgeo.routing.streets.hierarchy import contract, order

#: A grid of 3 x 3, a loop and a parallel street.
GRID = np.arange(9).reshape(3, 3)
TAIL = np.concatenate([GRID[:, :-1].ravel(), GRID[:-1].ravel(), [4, 0]]).astype(np.int32)
HEAD = np.concatenate([GRID[:, 1:].ravel(), GRID[1:].ravel(), [4, 1]]).astype(np.int32)
HIERARCHY = contract(order(9, TAIL, HEAD), TAIL, HEAD)
AHEAD, BACK = 10.0 + np.arange(len(TAIL)), 30.0 - np.arange(len(TAIL))


@pytest.mark.parametrize("now_s", [0.0, 1.0, 100.0, np.inf])
def test_any_street_alone_may_change(now_s):
    """Among them is the one along the first shortcut, and the loop, which has none."""
    before = add_up(HIERARCHY, AHEAD, BACK)
    assert {-1, 0} <= set(HIERARCHY.edge_shortcut.tolist())
    for edge in range(len(TAIL)):
        ahead, back = AHEAD.copy(), BACK.copy()
        ahead[edge] = back[edge] = now_s
        whole = add_up(HIERARCHY, ahead, back)
        again = customise_again(
            HIERARCHY, before, ByPlace.of(ahead, back), changed=np.array([edge])
        )
        assert again.up_s.tolist() == whole.up_s.tolist()
        assert again.down_s.tolist() == whole.down_s.tolist()


def test_what_is_kept_is_frozen_and_rounds_to_single_precision():
    sums = add_up(HIERARCHY, AHEAD, BACK)
    metric, named = sums.rounded(), ByPlace.of(AHEAD.copy(), BACK.copy())
    assert {sums.up_s.dtype, sums.down_s.dtype} == {np.dtype(np.float64)}
    assert {metric.up_s.dtype, metric.down_s.dtype} == {np.dtype(np.float32)}
    assert {named.ahead_closed.dtype, named.back_closed.dtype} == {np.dtype(np.int32)}
    for array in (sums.up_s, sums.down_s, metric.up_s, metric.down_s, *vars(named).values()):
        assert not array.flags.writeable
    assert Sums(np.array([0.1]), np.array([3.0])).rounded().up_s[0] == np.float32(0.1)
