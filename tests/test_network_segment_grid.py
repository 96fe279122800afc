"""Lines by the squares of a grid, held to GEOS."""

import numpy as np
import pytest
import shapely
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.network.segment_grid import SegmentGrid

NOBODY = SegmentGrid.of(np.zeros(1, dtype=np.int64), np.empty((0, 2)))


def grid_of(lines):
    start = np.cumsum([0, *map(len, lines)])
    return SegmentGrid.of(start, np.array([xy for line in lines for xy in line], dtype=float))


def nearest(lines, points, within=np.inf, *, kept=None, walls=(), metres=1.0):
    grid = grid_of(lines)
    return grid.nearest(
        np.array(points, dtype=float),
        np.full(len(points), float(within)),
        kept=np.ones(len(lines), dtype=bool) if kept is None else np.array(kept),
        walls=grid_of(walls) if walls else NOBODY,
        tolerance_m=np.full(len(walls), metres),
    )


def test_the_nearest_line_and_where_on_it():
    lines = [[(0, 0), (100, 0), (100, 100)], [(0, 50), (60, 50)]]
    line, fraction, distance = nearest(lines, [(50, 10), (100, 80), (-30, 50), (500, 0)], 100)
    assert line.tolist() == [0, 0, 1, -1]
    np.testing.assert_allclose(fraction, [0.25, 0.9, 0.0, np.nan])
    np.testing.assert_allclose(distance, [10, 0, 30, np.nan])


def test_of_lines_equally_near_the_first_counts_and_some_do_not_count():
    lines = [[(0, 0), (0, 100)], [(0, 0), (100, 0)], [(0, 0), (-100, 0)]]
    assert nearest(lines, [(0, 0), (5, 5), (-5, 5)])[0].tolist() == [0, 0, 0]
    kept = [False, True, True]
    assert nearest(lines, [(0, 0), (5, 5), (-5, 5)], kept=kept)[0].tolist() == [1, 1, 2]


def test_exactly_as_far_as_one_looks_is_near():
    assert nearest([[(0, 0), (0, 100)]], [(30, 50), (31, 50)], 30)[0].tolist() == [0, -1]


def test_a_leg_crosses_no_wall_but_with_its_last_metres():
    lines = [[(0, 10), (100, 10)], [(0, -30), (100, -30)], [(0, -40), (100, -40)]]
    river = [[(-500, 0), (500, 0)]]
    points = [(50, -3), (50, 3), (50, 0)]
    assert nearest(lines, points)[0].tolist() == [0, 0, 0]
    assert nearest(lines, points, walls=river)[0].tolist() == [1, 0, 0]
    assert nearest(lines, points, walls=river, metres=11)[0].tolist() == [0, 0, 0]
    two = [*river, [(-500, -20), (500, -20)], [(-500, -35), (500, -35)]]
    assert nearest(lines, points, walls=two)[0].tolist() == [-1, 0, 0]
    # a wall of many pieces has no hole where two of them meet
    bent = [[(x, 0.01 * x) for x in range(-500, 501, 10)]]
    assert set(nearest(lines, [(x, -3) for x in range(5, 95)], walls=bent)[0].tolist()) == {1}


def test_where_nothing_is_nothing_is_found():
    line, fraction, distance = nearest([[(5, 5)]], [(5, 5)])
    assert line.tolist() == [-1]
    assert np.isnan([fraction, distance]).all()
    assert not NOBODY.near_lines(np.zeros(0, dtype=int), 5.0, kept=np.zeros(0, dtype=bool)).any()


@settings(max_examples=examples(60))
@given(
    seed=st.integers(0, 2**32 - 1),
    scale=st.sampled_from([30.0, 1000.0, 100_000.0]),
    on_grid=st.booleans(),
)
def test_the_same_lines_as_a_tree_finds(seed, scale, on_grid):
    """Lines, fractions and distances to the last digit; walls that no leg crosses."""
    rng = np.random.default_rng(seed)

    def draw(n, most):
        lines = [rng.uniform(-scale, scale, (rng.integers(2, 6), 2)) for _ in range(n)]
        lines = [first[0] + (first - first[0]) * most for first in lines]
        return [np.round(one / scale * 4) * scale / 4 if on_grid else one for one in lines]

    lines, walls = draw(12, 0.5), draw(int(rng.integers(0, 4)), 1.0)
    points = rng.uniform(-1.2 * scale, 1.2 * scale, (15, 2))
    within = float(rng.choice([0.3 * scale, 3 * scale]))
    shapes = shapely.linestrings(
        np.concatenate(lines), indices=np.repeat(range(12), list(map(len, lines)))
    )
    dams = [shapely.LineString(wall) for wall in walls]
    found, fraction, distance = nearest(lines, points, within, walls=walls)
    for point, line, share, away in zip(points, found, fraction, distance, strict=True):
        spot, expected = shapely.Point(point), -1
        far = shapely.distance(shapes, spot)
        for other in np.lexsort((np.arange(12), far)):
            foot = shapes[other].interpolate(shapes[other].project(spot))
            leg = np.array(foot.coords[0]) - point
            cut = max(1 - 1 / max(np.hypot(*leg), 1e-9), 0)
            short = shapely.LineString([point, point + cut * leg])
            if far[other] <= within and not (cut and shapely.crosses(short, dams).any()):
                expected = other
                break
        assert line == expected
        if line >= 0:
            assert away == far[line]
            length = shapes[line].length
            there = shapes[line].project(spot) / length if length else 0
            assert share == pytest.approx(there, abs=0.011 / max(length, 0.011))
    near = grid_of(lines).near_lines(np.arange(6), within / 3, kept=np.arange(12) > 5)
    assert near.tolist() == [
        bool(shapely.dwithin(shapes[k], shapes[6:], within / 3).any()) for k in range(6)
    ]
