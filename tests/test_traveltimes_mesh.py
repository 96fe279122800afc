import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.traveltimes.mesh import Mesh, needed, surface_of

COORDINATES = st.floats(-50_000, 50_000)
BOXES = st.tuples(*[st.floats(1.0, 40_000)] * 4)


def box_around(mesh, margins):
    west, south, east, north = margins
    return np.array([mesh.x - west, mesh.y - south, mesh.x + east, mesh.y + north])


def straight(mesh, asked=None):
    """Tell minutes that are the straight distance, a kilometre a minute."""

    def minutes(level, window, inner):
        if asked is not None:
            asked.append((level, window, inner))
        row, column = np.mgrid[window.south : window.north, window.west : window.east]
        size = mesh.size_m(level)
        return np.hypot(column * size - mesh.x, row * size - mesh.y) / 1000

    return minutes


def test_a_small_box_takes_the_finest_level_only():
    mesh = Mesh(10.0, 20.0, 25.0)
    (window,) = mesh.windows(box_around(mesh, (500, 500, 500, 500)))
    # nodes from -500 to 525 m, and one more on each side
    assert (window.west, window.east) == (-21, 23)
    assert (window.south, window.north) == (-21, 23)


def test_levels_halve_towards_the_place():
    mesh = Mesh(0.0, 0.0, 25.0)
    windows = mesh.windows(box_around(mesh, (9_000, 9_000, 9_000, 9_000)))
    assert [mesh.size_m(level) for level in range(len(windows))] == [25, 50, 100, 200]
    assert [window.shape[1] for window in windows] == [128, 128, 128, 93]
    first, second, *_ = needed(windows)
    assert first.all()
    assert (~second).sum() == 64**2


def test_a_resolution_holds_everywhere():
    mesh = Mesh(0.0, 0.0, 100.0, graded=False)
    (window,) = mesh.windows(box_around(mesh, (90_000, 10, 10, 10)))
    assert window.shape == (5, 904)


@given(COORDINATES, COORDINATES, BOXES)
def test_a_level_covers_what_the_next_leaves_out(x, y, margins):
    mesh = Mesh(x, y, 25.0)
    windows = mesh.windows(box_around(mesh, margins))
    for level, window in enumerate(windows):
        block = mesh.block(level)
        assert window.lies_in(block)
        middle = np.array([x, y]) / mesh.size_m(level)
        low, high = np.array([block.west, block.south]), np.array([block.east, block.north])
        assert (middle - low >= 64).all()
        assert (high - middle >= 64).all()


@given(COORDINATES, COORDINATES, BOXES, st.floats(0.001, 60))
def test_a_surface_is_that_of_a_larger_window_too(x, y, margins, cutoff):
    """The lines of a place are its own: a larger box has them all, and lies nowhere above."""
    mesh = Mesh(x, y, 25.0)
    options = {"minutes": straight(mesh), "speed_kmh": 5.0}
    small = surface_of(mesh, box_around(mesh, margins), cutoff, **options)
    wide = tuple(3 * value for value in margins)
    large = surface_of(mesh, box_around(mesh, wide), cutoff, **options)
    columns, rows = np.isin(large.x_m, small.x_m), np.isin(large.y_m, small.y_m)
    assert columns.sum() == len(small.x_m)
    assert rows.sum() == len(small.y_m)
    part = large.beyond[np.ix_(rows, columns)]
    assert (part <= small.beyond).all()
    assert (small.beyond != 0).all()


def test_between_coarser_nodes_values_are_their_mean():
    mesh = Mesh(0.0, 0.0, 25.0)
    asked = []
    surface = surface_of(
        mesh, box_around(mesh, (1700, 10, 10, 10)), 2.0,
        minutes=straight(mesh, asked), speed_kmh=5.0,
    )  # fmt: skip
    assert [level for level, *_ in asked] == [1, 0]
    # west of 1,600 m every second row goes on: between two nodes of 50 m
    west = surface.x_m == -1650
    row = int(np.flatnonzero(surface.y_m == -25)[0])
    value = surface.beyond[row, west]
    around = (surface.beyond[row - 1, west] + surface.beyond[row + 1, west]) / 2
    assert value == pytest.approx(around)


def test_the_place_is_within_every_cutoff():
    mesh = Mesh(12.3, 45.6, 25.0)

    def nowhere(level, window, inner):
        del level, inner
        return np.full(window.shape, np.nan)

    box = box_around(mesh, (100, 100, 100, 100))
    surface = surface_of(mesh, box, 1.0, minutes=nowhere, speed_kmh=5.0)
    row, column = np.nonzero(surface.beyond < 0)
    assert len(row) == 4
    assert surface.x_m[column].min() <= mesh.x <= surface.x_m[column].max()
    assert surface.y_m[row].min() <= mesh.y <= surface.y_m[row].max()
    assert np.ptp(surface.x_m[column]) < 2
