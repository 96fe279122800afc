"""Sums that are made in the sweep, by hand and beside the table of times."""

import numpy as np
import pytest
from test_routing_streets_times import LINE, Drawn

from grensgeo.errors import InputError
from grensgeo.routing.streets.times import aim, many_to_many
from grensgeo.routing.streets.within import add_up_within

NAN = np.nan


def add_up(drawn, origins, destinations, counts, limits, **options):
    return add_up_within(
        drawn.timed,
        origins,
        destinations=aim(drawn.timed, destinations),
        counts=np.array(counts, dtype=float),
        limits_s=np.array(limits, dtype=np.float32),
        **options,
    )


def test_sums_by_hand():
    # times by rows: 0 105 147; - 0 42; - - 14
    ends = LINE.ends((0, 0.25, 0), (1, 0.5, 0), (2, 0.5, 7))
    found = add_up(LINE, ends, ends, [[1, 0], [2, 10], [4, 0]], [-1, 0, 104, 105, 150])
    assert found[:, :, 0].tolist() == [[0, 0, 0], [1, 2, 0], [1, 6, 4], [3, 6, 4], [7, 6, 4]]
    assert found[:, :, 1].tolist() == [[0, 0, 0], [0, 10, 0], [0, 10, 0], [10, 10, 0], [10, 10, 0]]


def test_the_same_place_lies_within_every_limit_once():
    ends = LINE.ends((0, 0.25, 0), (2, 0.5, 7), (2, 0.5, 7), (-1, NAN, NAN))
    same = np.array([0, 1, 3, 3, 3]), np.array([0, 1, 2])
    found = add_up(LINE, ends, ends, [[1], [2], [4], [8]], [-1, 0, 14, 999], same=same)
    assert found[:, :, 0].tolist() == [[1, 6, 0, 0], [1, 6, 0, 0], [1, 6, 6, 0], [7, 6, 6, 0]]


def test_no_longer_than_the_limit_of_the_journey():
    ends = LINE.ends((0, 0.25, 0), (1, 0.5, 0))
    assert add_up(LINE, ends, ends, [[1], [2]], [500], limit_s=104)[0, :, 0].tolist() == [1, 2]
    assert add_up(LINE, ends, ends, [[1], [2]], [500], limit_s=105)[0, :, 0].tolist() == [3, 2]


def test_more_origins_than_lanes_as_their_table():
    rng = np.random.default_rng(5)
    edges = [(i, j, *rng.integers(5, 90, 2)) for i in range(30) for j in rng.integers(0, 30, 3)]
    drawn = Drawn(30, [edge for edge in edges if edge[0] != edge[1]])
    points = [(rng.integers(len(drawn.tail)), rng.choice([0, 0.3, 1]), 2.0) for _ in range(150)]
    ends = drawn.ends(*points)
    table = many_to_many(drawn.timed, ends, destinations=ends)
    counts, limits = rng.integers(0, 3, (150, 2)), np.unique(table)[::90]
    found = add_up(drawn, ends, ends, counts, limits)
    for limit, sums in zip(limits, found, strict=True):
        np.testing.assert_array_equal(sums, (table <= limit) @ counts)


def test_only_destinations_of_the_same_streets():
    other = Drawn(2, [(0, 1, 10, 10)])
    ends = LINE.ends((0, 0.25, 0))
    for targets in (aim(other.timed), aim(LINE.timed, ends, reverse=True)):
        with pytest.raises(InputError, match="aim the destinations"):
            add_up_within(
                LINE.timed, ends, destinations=targets, counts=np.ones((1, 1)),
                limits_s=np.ones(1, np.float32),
            )  # fmt: skip
