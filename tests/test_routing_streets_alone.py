"""One origin alone, where the way up to the root is long."""

import numpy as np
import pytest

from grensgeo.routing.streets.aiming import Hops, aim
from grensgeo.routing.streets.alone import sweep_alone
from grensgeo.routing.streets.customisation import customise
from grensgeo.routing.streets.hierarchy import contract

N = 150


@pytest.mark.parametrize("reverse", [False, True])
def test_an_origin_below_a_long_path_reaches_all_of_it(reverse):
    """A street contracted from one end to the other has a tree as high as it is long."""
    at = np.arange(N, dtype=np.int32)
    hierarchy = contract(at, at[:-1], at[1:])
    metric = customise(hierarchy, np.full(N - 1, 2.0), np.full(N - 1, 3.0))
    aimed = aim(hierarchy, metric, Hops.at(at), reverse=reverse)
    origin = Hops(np.array([[0, 100]], dtype=np.int32), np.array([[5.0, 7]]))
    seconds, reached = sweep_alone(aimed, origin)
    on, off = (3, 2) if reverse else (2, 3)  # seconds a street, away from 0 and to it
    from_end = 5 + on * at
    from_within = 7 + np.where(at < 100, off * (100 - at), on * (at - 100))
    assert seconds[aimed.place[:, 0]].tolist() == np.minimum(from_end, from_within).tolist()
    assert reached.tolist() == sorted(range(N), reverse=True)
    near = sweep_alone(aimed, origin, limit_s=9)[1]
    first = np.flatnonzero(np.minimum(from_end, from_within) <= 9)
    assert sorted(near) == sorted(aimed.place[first, 0])
