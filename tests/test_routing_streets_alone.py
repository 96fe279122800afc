"""One origin alone, where the way up to the root is long."""

import numpy as np
import pytest

from grensgeo.routing.streets import alone
from grensgeo.routing.streets.aiming import Hops, aim
from grensgeo.routing.streets.alone import deliver, sweep_alone
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


def between_all(n, tail, head, ahead, back):
    """Seconds between all vertices, by going over each in turn (Floyd and Warshall)."""
    seconds = np.full((n, n), np.inf)
    np.fill_diagonal(seconds, 0)
    np.minimum.at(seconds, (tail, head), ahead)
    np.minimum.at(seconds, (head, tail), back)
    for over in range(n):
        seconds = np.minimum(seconds, seconds[:, over, None] + seconds[over])
    return seconds


def hops(rng, n, count):
    vertex = rng.integers(-1, n, (count, 2)).astype(np.int32)
    return Hops(vertex, np.where(vertex >= 0, rng.integers(0, 9, (count, 2)), np.inf))


@pytest.mark.parametrize("dense", [0, 10**6])
@pytest.mark.parametrize("reverse", [False, True])
def test_destinations_have_the_shortest_time_whichever_way_they_are_gone_through(
    dense, reverse, monkeypatch
):
    monkeypatch.setattr(alone, "_DENSE", dense)
    rng = np.random.default_rng(41)
    n, found = 14, 0
    for limit in [0, 3, 8, 15, 25, np.inf] * 5:
        tail, head = (rng.integers(0, n, 22).astype(np.int32) for _ in range(2))
        ahead, back = rng.integers(0, 20, (2, 22)).astype(float)
        hierarchy = contract(rng.permutation(n), tail, head)
        goals, origin = hops(rng, n, 9), hops(rng, n, 1)
        aimed = aim(hierarchy, customise(hierarchy, ahead, back), goals, reverse=reverse)
        out = np.full(9, -1, dtype=np.float32)
        seconds, reached = sweep_alone(aimed, origin, limit_s=limit)
        deliver(aimed, seconds, reached, limit_s=limit, out=out)
        between = between_all(n, tail, head, ahead, back)
        between = between.T if reverse else between
        to = between[origin.vertex[0]] + origin.seconds[0, :, None]
        to = np.where(origin.vertex[0][:, None] >= 0, to, np.inf).min(axis=0)
        at = to[goals.vertex] + goals.seconds
        at = np.where(goals.vertex >= 0, at, np.inf).min(axis=1)
        assert out.tolist() == pytest.approx(
            np.where(at <= limit, at, np.nan).tolist(), nan_ok=True
        )
        # what is listed is what is reached of the vertices that lead to a goal, each once
        chosen = aimed.selection.place >= 0
        expected = aimed.selection.place[chosen][to[hierarchy.vertex[chosen]] <= min(limit, 999)]
        assert reached.tolist() == sorted(expected.tolist(), reverse=True)
        found += np.isfinite(out).sum()
    assert found > 40
