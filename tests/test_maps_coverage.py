from pathlib import Path

import geopandas as gpd
import hypothesis.strategies as st
import numpy as np
import pytest
import shapely
from examples import examples
from hypothesis import given, settings
from shapely import box

from grensgeo.errors import GrensgeoWarning
from grensgeo.maps.base import UNITS_PER_DEGREE, encode
from grensgeo.maps.coverage import GRID_DEGREES, shared_border, simplify_coverage

SAMPLE = Path(__file__).parents[1] / "data" / "sample"


def drawn(polygons):
    """Give what a browser draws of an encoded area."""
    rings = [[np.cumsum(np.reshape(r, (-1, 2)), axis=0) for r in rings] for rings in polygons]
    return shapely.MultiPolygon(
        [shapely.Polygon(r[0] / UNITS_PER_DEGREE, [h / UNITS_PER_DEGREE for h in r[1:]])
         for r in rings])  # fmt: skip


@pytest.fixture(scope="module")
def towns():
    return gpd.read_parquet(SAMPLE / "municipalities.parquet")


@pytest.fixture(scope="module")
def simple(towns):
    return simplify_coverage(towns)


def test_adjacent_municipalities_share_their_border_exactly_as_drawn(towns, simple):
    shapes = gpd.GeoSeries([drawn(encode(shape)) for shape in simple.geometry], crs=4326)
    assert shapes.is_valid.all()
    assert shapely.coverage_is_valid(shapes.to_numpy())
    metric = shapes.to_crs(25832)
    one, other = metric.sindex.query(metric, predicate="intersects")
    pairs = one < other
    across = shapely.intersection(metric.to_numpy()[one[pairs]], metric.to_numpy()[other[pairs]])
    assert shapely.area(across).max() < 1.0  # m2
    whole = metric.union_all()
    assert abs(metric.area.sum() - whole.area) < 1.0
    # no gap between neighbours either: the region has the holes that it had, and no other
    before = shapely.get_parts(towns.geometry.union_all())
    holes = shapely.get_num_interior_rings(before).sum()
    assert shapely.get_num_interior_rings(shapely.get_parts(whole)).sum() == holes


def test_far_fewer_corners_and_nearly_the_same_areas(towns, simple):
    before = towns.geometry.count_coordinates().sum()
    assert simple.geometry.count_coordinates().sum() < 0.8 * before
    change = simple.to_crs(25832).area / towns.to_crs(25832).area - 1
    assert change.abs().max() < 0.01


def test_neighbours_stay_neighbours(towns, simple):
    def neighbours(shapes, longer_than):
        one, other = gpd.GeoSeries(shapes).sindex.query(shapes, predicate="intersects")
        length = shapely.length(shapely.intersection(shapes[one], shapes[other]))
        return set(zip(one[length > longer_than], other[length > longer_than], strict=True))

    after = neighbours(simple.geometry.to_numpy(), 0)
    assert neighbours(towns.geometry.to_numpy(), 0.005) <= after


def test_the_border_is_drawn_along_the_outlines(simple):
    line = shared_border(simple).union_all()
    dutch = simple[simple["country"] == "NL"].geometry.union_all()
    german = simple[simple["country"] == "DE"].geometry.union_all()
    assert line.difference(dutch.boundary).length == 0
    assert line.difference(german.boundary).length == 0
    assert 300_000 < gpd.GeoSeries([line], crs=4326).to_crs(25832).length[0] < 400_000


def test_no_border_within_one_country():
    towns = gpd.GeoDataFrame({"country": ["NL"]}, geometry=[box(6, 52, 7, 53)], crs=4326)
    assert shared_border(towns).empty


@settings(max_examples=examples(25))
@given(st.lists(st.floats(-0.4, 0.4), min_size=30, max_size=30), st.floats(1, 2000))
def test_any_coverage_stays_one(jitter, tolerance_m):
    xs = np.add(np.arange(30) * 0.01, 6)
    middle = shapely.LineString(np.column_stack([xs, 52 + 0.01 * np.array(jitter)]))
    faces = shapely.get_parts(
        shapely.polygonize([shapely.union_all([box(6, 51.9, 6.29, 52.1).boundary, middle])])
    )
    out = simplify_coverage(gpd.GeoDataFrame(geometry=faces, crs=4326), tolerance_m=tolerance_m)
    assert shapely.coverage_is_valid(out.geometry.to_numpy())
    corners = shapely.get_coordinates(out.geometry.to_numpy()) / GRID_DEGREES
    assert np.abs(corners - corners.round()).max() < 1e-6


def test_what_is_no_coverage_is_kept_and_named():
    towns = gpd.GeoDataFrame(
        index=["A", "B", "C"],
        geometry=[box(7, 52, 7.11, 52.1), box(7.1, 52, 7.2, 52.1), box(8, 52, 9, 53)],
        crs=4326,
    )
    with pytest.warns(GrensgeoWarning, match="draw[n a-z]* every corner: A, B; mend"):
        out = simplify_coverage(towns)
    assert out.geometry.equals(towns.geometry)
