"""Points of the same street, joined along it."""

from types import SimpleNamespace

import numpy as np
import pytest

from grensgeo.routing.streets.direct_ways import direct_pairs, join_directly, sort_by_group
from grensgeo.routing.streets.ends import Ends

INF, NAN = np.inf, np.nan
#: No chain is there, so that points are joined along their street alone.
TIMED = SimpleNamespace(skeleton=SimpleNamespace(chains=SimpleNamespace(n_chains=0)))
FRACTION = np.array([0.0, 0.25, 0.75, 1.0, 0.25])
OFFSET = np.array([0.0, 0, 1, 0, 2])
N = len(FRACTION)


def street(forward_s=8.0, backward_s=80.0, edge=0):
    """Place five points on a street; ``edge`` may be another, beside it, of the same seconds."""
    ends = Ends.on_edges(
        np.full(N, edge), FRACTION, OFFSET,
        tail=np.array([0, 0]), head=np.array([1, 1]),
        forward_s=np.full(2, forward_s), backward_s=np.full(2, backward_s),
    )  # fmt: skip
    return SimpleNamespace(group=np.zeros(N, dtype=np.int32)), ends


def pairs(origins, targets, **options):
    found = direct_pairs(TIMED, origins, targets, sort_by_group(targets[0].group), **options)
    assert found[0].tolist() == np.repeat(np.arange(N), N).tolist()
    assert found[1].tolist() == [*range(N)] * N
    return found[2].reshape(N, N)


#: A vertex is left and come to by its arcs; who stands where another does need go nowhere.
TWO_WAYS = [
    [0, INF, INF, INF, INF],
    [INF, 0, 5, INF, 2],
    [INF, 41, 2, INF, 43],
    [INF, INF, INF, 0, INF],
    [INF, 2, 7, INF, 4],
]
ONE_WAY = [
    [0, INF, INF, INF, INF],
    [INF, 0, 5, INF, 2],
    [INF, INF, 2, INF, INF],
    [INF, INF, INF, 0, INF],
    [INF, 2, 7, INF, 4],
]


@pytest.mark.parametrize(("backward_s", "expected"), [(80.0, TWO_WAYS), (NAN, ONE_WAY)])
def test_points_of_a_street_are_joined_along_it_but_not_its_ends(backward_s, expected):
    points = street(backward_s=backward_s)
    assert pairs(points, points).tolist() == expected
    assert pairs(points, points, reverse=True).tolist() == np.transpose(expected).tolist()


def test_points_of_parallel_streets_are_not():
    assert np.isinf(pairs(street(), street(edge=1))).all()


@pytest.mark.parametrize(("limit_s", "joined"), [(5.0, True), (4.99, False)])
def test_who_takes_as_long_as_the_limit_is_reached(limit_s, joined):
    points = street()
    out = np.full((N, N), NAN, dtype=np.float32)
    join_directly(TIMED, points, points, sort_by_group(points[0].group), limit_s, out)
    assert (out[1, 2] == 5) == joined
    assert np.isnan(out[2, 1])
    assert np.isnan(out[0, 1])


def test_only_what_is_longer_is_shortened():
    points = street()
    out = np.full((N, N), 6.0, dtype=np.float32)
    join_directly(TIMED, points, points, sort_by_group(points[0].group), INF, out)
    assert out.tolist() == np.minimum(TWO_WAYS, 6).tolist()


def test_who_is_in_no_group_is_joined_with_nobody():
    group = np.array([-1, 0, 1, -1, 1], dtype=np.int32)
    points = SimpleNamespace(group=group), street()[1]
    row, column, seconds = direct_pairs(TIMED, points, points, sort_by_group(group))
    assert row.tolist() == [1, 2, 2, 4, 4]
    assert column.tolist() == [1, 2, 4, 2, 4]
    assert seconds.tolist() == [0, 2, 43, 7, 4]
