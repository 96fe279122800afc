from hypothesis import given
from hypothesis import strategies as st

from grensgeo.maps.shared_outlines import LETTERS, read_shared, share_corners, write_steps

SQUARE = [(0, 0), (0, 5), (5, 5), (5, 0)]


def read_steps(text):
    """Read letters in the plainest way; js/src/shared/geometry.js does the same."""
    found, value, digits = [], 0, []
    for letter in text:
        digits.append(LETTERS.index(letter))
        if digits[-1] < 32:
            code = sum((digit % 32) << (5 * k) for k, digit in enumerate(digits))
            value += code >> 1 if code % 2 == 0 else ~(code >> 1)
            found.append(value)
            digits = []
    return found


def followed(runs, corners):
    """Follow runs of corners."""
    found = []
    for first, count in zip(runs[::2], runs[1::2], strict=True):
        way = 1 if count > 0 else -1
        found += [corners[first + way * k] for k in range(abs(count))]
    return found


@given(st.lists(st.integers(-(2**29), 2**29)))
def test_whole_numbers_come_back(values):
    assert read_steps(write_steps(values)) == values


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 4), st.integers(-2, 2)), min_size=3, max_size=9),
        max_size=6,
    )
)
def test_every_ring_comes_back_corner_by_corner(rings):
    # few corners, so that rings share many, in either direction and out of order
    ((found,), (x, y)) = share_corners([[rings]])
    corners = list(zip(read_steps(x), read_steps(y), strict=True))
    assert len(set(corners)) == len(corners)
    assert [followed(runs, corners) for runs in found[0]] == rings
    ((read,),) = read_shared([[found[0]]], [x, y])
    assert [[tuple(corner) for corner in ring.tolist()] for ring in read] == rings


def test_a_common_line_costs_a_run():
    other = [(5, 0), (5, 5), (9, 5), (9, 0)]
    found, _ = share_corners([[[SQUARE]], [[other]]])
    assert found == [[[[0, 4]]], [[[3, -2, 4, 2]]]]


def test_no_areas_have_no_corners():
    assert share_corners([]) == ([], ["", ""])
    assert read_shared([], ["", ""]) == []
