import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.traveltimes.lattice import GridWindow
from grensgeo.traveltimes.surface import surface_of

CELL_M = 25.0
SPOTS = st.tuples(st.floats(-5_000, 5_000), st.floats(-5_000, 5_000)).map(np.array)


def window_around(spot, cells):
    west, south = (int(value) for value in np.floor(spot / CELL_M) - cells)
    return GridWindow(west, south, west + 2 * cells + 1, south + 2 * cells + 1)


def straight(window, spot):
    """Tell minutes that are the straight distance, a kilometre a minute."""
    row, column = np.mgrid[window.south : window.north, window.west : window.east]
    return np.hypot(column * CELL_M - spot[0], row * CELL_M - spot[1]) / 1000


def surface(spot, cutoff, *, cells=30, minutes=None):
    window = window_around(spot, cells)
    minutes = straight(window, spot) if minutes is None else minutes(window)
    return surface_of(window, CELL_M, minutes, cutoff, margin_min=0.3, spot=spot)


def test_a_surface_holds_what_is_reached_and_a_line_more():
    drawn = surface(np.array([10.0, 10.0]), 0.1)
    assert drawn.x_m[[0, -1]].tolist() == [-100, 125]  # -75 to 100 m are within 100 m of 10 m
    assert drawn.y_m[[0, -1]].tolist() == [-100, 125]
    assert (drawn.beyond[[0, -1]] == 0.3).all()
    assert (drawn.beyond[:, [0, -1]] == 0.3).all()


@given(SPOTS, st.floats(0.001, 0.6), st.floats(0, 0.1))
def test_a_larger_window_changes_nothing_and_a_larger_cutoff_lies_nowhere_above(
    spot, cutoff, more
):
    small, wide = surface(spot, cutoff), surface(spot, cutoff, cells=45)
    for name in ("x_m", "y_m", "beyond"):
        np.testing.assert_array_equal(getattr(small, name), getattr(wide, name))
    large = surface(spot, cutoff + more)
    columns, rows = np.isin(large.x_m, small.x_m), np.isin(large.y_m, small.y_m)
    assert columns.sum() == len(small.x_m)
    assert rows.sum() == len(small.y_m)
    assert (large.beyond[np.ix_(rows, columns)] <= small.beyond).all()
    assert (small.beyond != 0).all()


def test_what_is_not_reached_is_as_far_as_the_next_node():
    def nowhere(window):
        return np.full(window.shape, np.nan)

    spot = np.array([12.3, 45.6])
    drawn = surface(spot, 1.0, minutes=nowhere)
    row, column = np.nonzero(drawn.beyond < 0)
    assert len(row) == 4  # the place itself is within every cutoff
    assert drawn.x_m[column].min() <= spot[0] <= drawn.x_m[column].max()
    assert drawn.y_m[row].min() <= spot[1] <= drawn.y_m[row].max()
    assert np.ptp(drawn.x_m[column]) < 2
    assert drawn.beyond.max() == 0.3
