"""Legs of trips: how the rows of a matrix are cut into blocks."""

from hypothesis import given
from hypothesis import strategies as st

from grensgeo.traveltimes.legs import blocks


def test_the_last_block_is_about_as_large_as_the_others():
    assert [cut.stop - cut.start for cut in blocks(1227, 1000)] == [640, 587]
    assert [cut.stop - cut.start for cut in blocks(1227, 1000, most_rows=5000)] == [1227]
    assert [cut.stop - cut.start for cut in blocks(70, 1000)] == [70]
    assert blocks(0, 10) == []


@given(st.integers(0, 10_000), st.integers(0, 10**8), st.integers(1, 5000))
def test_blocks_cover_every_row_once_and_none_is_too_large(n_rows, n_columns, most):
    cuts = blocks(n_rows, n_columns, most_rows=most)
    assert [row for cut in cuts for row in (cut.start, cut.stop)] == [
        *([0] if n_rows else []),
        *(row for cut in cuts[1:] for row in (cut.start, cut.start)),
        *([n_rows] if n_rows else []),
    ]
    assert all(0 < cut.stop - cut.start <= most for cut in cuts)
