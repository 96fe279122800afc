"""Lines as flat arrays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo import polylines

#: Two lines: one of 3 coordinates along the equator, one of 2 up a meridian.
START = np.array([0, 3, 5])
COORDS = np.array([[0.0, 0.0], [0.01, 0.0], [0.03, 0.0], [5.0, 1.0], [5.0, 1.01]])
DEGREE_M = 111_319.5  # at the equator, WGS84


def test_lines_are_taken_in_the_order_asked_for():
    start, places = polylines.take_lines(START, np.array([1, 0, 1]))
    assert start.tolist() == [0, 2, 5, 7]
    assert places.tolist() == [3, 4, 0, 1, 2, 3, 4]


def test_lengths_and_middles_follow_the_line():
    segments = polylines.segment_lengths_m(START, COORDS)
    lengths = polylines.line_lengths_m(START, segments)
    assert lengths == pytest.approx([0.03 * DEGREE_M, 0.01 * 110_574], rel=1e-4)
    middles = polylines.middles(START, COORDS, segments)
    np.testing.assert_allclose(middles, [[0.015, 0.0], [5.0, 1.005]], atol=1e-9)


def test_no_lines_have_no_lengths():
    start, coords = np.array([0]), np.zeros((0, 2))
    segments = polylines.segment_lengths_m(start, coords)
    assert len(polylines.line_lengths_m(start, segments)) == 0
    assert polylines.middles(start, coords, segments).shape == (0, 2)


@given(st.lists(st.floats(-180, 180), max_size=20))
def test_whole_units_stay_as_they_are(degrees):
    once = polylines.quantise(np.array(degrees))
    assert np.array_equal(polylines.quantise(once), once)
    assert np.abs(once - degrees).max(initial=0) <= 0.51 / polylines.UNITS_PER_DEGREE


def test_straight_distances():
    one = np.array([7.0]), np.array([52.0])
    # A tenth of a degree along a meridian is 11.12 km on a sphere of 6,371 km.
    assert polylines.straight_m(*one, np.array([7.0]), np.array([52.1]))[0] == pytest.approx(
        11_119.5, abs=1
    )
    assert polylines.straight_m(*one, *one)[0] == 0
