"""Lines of drawn roads: places along them, parts by people, and pieces cut out."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.network.drawn_roads import (
    SHORTEST_PART_M,
    cut_line,
    parts_by_people,
    places_along,
)

#: Three kilometres east, then one north.
BENT = np.array([[0.0, 0.0], [3000.0, 0.0], [3000.0, 1000.0]])


def length(line):
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def test_places_stand_at_even_steps_along_the_corners():
    shares, places = places_along(BENT, 1000.0)
    assert shares.tolist() == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert places.tolist() == [[0, 0], [1000, 0], [2000, 0], [3000, 0], [3000, 1000]]
    shares, places = places_along(np.array([[0.0, 0.0], [10.0, 0.0]]))
    assert shares.tolist() == [0.0, 1.0]


def test_people_along_a_line_part_it():
    shares = np.linspace(0, 1, 9)
    parts = parts_by_people(shares, (shares > 0.3) & (shares < 0.7), 8000.0)
    assert [(p.start, p.end, p.built_up) for p in parts] == [
        (0.0, 0.3125, False),
        (0.3125, 0.6875, True),
        (0.6875, 1.0, False),
    ]
    # a part of 250 m is as what it lies in
    (whole,) = parts_by_people(shares, shares == 0.5, 2000.0)
    assert (whole.start, whole.end, whole.built_up) == (0.0, 1.0, False)
    # at an end too
    (whole,) = parts_by_people(shares, shares > 0.0, 2000.0)
    assert whole.built_up


@given(st.lists(st.booleans(), min_size=2, max_size=30), st.floats(100, 20_000))
def test_parts_follow_each_other_and_none_is_short(people, metres):
    parts = parts_by_people(np.linspace(0, 1, len(people)), np.array(people), metres)
    assert parts[0].start == 0
    assert parts[-1].end == 1
    for one, other in pairwise(parts):
        assert one.end == other.start
        assert one.built_up != other.built_up
    if len(parts) > 1:
        assert min(p.end - p.start for p in parts) * metres >= SHORTEST_PART_M * (1 - 1e-9)


def test_a_piece_keeps_the_corners_within_it():
    assert cut_line(BENT, 0.5, 1.0).tolist() == [[2000, 0], [3000, 0], [3000, 1000]]
    assert cut_line(BENT, 0.25, 0.5).tolist() == [[1000, 0], [2000, 0]]
    assert cut_line(BENT, 0.0, 1.0).tolist() == BENT.tolist()


@given(st.floats(0.01, 0.99))
def test_two_pieces_are_as_long_as_the_line(share):
    pieces = cut_line(BENT, 0.0, share), cut_line(BENT, share, 1.0)
    assert sum(map(length, pieces)) == pytest.approx(length(BENT))
    assert pieces[0][-1] == pytest.approx(pieces[1][0])
