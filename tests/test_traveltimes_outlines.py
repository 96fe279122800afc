import numpy as np
import shapely
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.traveltimes.outlines import outline
from grensgeo.traveltimes.surface import Surface


def surface(values, *, x_m=None, y_m=None):
    """Put a rim of what is out of reach around values."""
    beyond = np.pad(np.asarray(values, dtype=float), 1, constant_values=1.0)
    rows, columns = beyond.shape
    x_m = np.arange(columns) * 25.0 if x_m is None else x_m
    return Surface(x_m, np.arange(rows) * 25.0 if y_m is None else y_m, beyond)


def drawn(surface):
    return outline(surface, to_degrees=lambda metres: metres)


def test_one_node_is_a_diamond_of_half_a_cell():
    area = drawn(surface([[-1]]))
    assert area.geom_type == "Polygon"
    assert area.symmetric_difference(shapely.Point(25, 25).buffer(12.5, 1)).area < 3


def test_islands_and_holes():
    ring = [[-1, -1, -1], [-1, 1, -1], [-1, -1, -1]]
    area = drawn(surface(np.hstack([ring, np.ones((3, 1)), -np.ones((3, 1))])))
    assert area.geom_type == "MultiPolygon"
    assert sorted(len(part.interiors) for part in area.geoms) == [0, 1]
    assert area.is_valid


def test_nothing_is_reached():
    assert drawn(surface([[1.0, 2.0]])).is_empty


def random_values(seed):
    return np.random.default_rng(seed).choice([-1.0, -0.3, -1e-4, 1e-4, 0.4, 1.0], (12, 12))


@settings(max_examples=examples(60))
@given(st.integers(0, 10_000), st.floats(0, 0.5))
def test_of_two_surfaces_the_lower_one_holds_the_other(seed, less):
    """Whatever the values, corners that touch included: valid and nested to the last digit."""
    values = random_values(seed)
    lower = values - less
    lower = np.where(lower <= 0, np.minimum(lower, -1e-4), np.maximum(lower, 1e-4))
    x_m = np.cumsum(np.random.default_rng(seed).choice([0.6, 1.5, 25.0, 400.0], 14))

    def rounded(metres):
        return np.round(metres * (1.47e-5, 0.9e-5) / 1e-7) * 1e-7

    small, large = (outline(surface(one, x_m=x_m), to_degrees=rounded) for one in (values, lower))
    for area in (small, large):
        assert area.is_valid
    assert large.covers(small)
