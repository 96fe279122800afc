import geopandas as gpd
import pytest
from shapely import LineString, MultiPolygon, Point, Polygon, box
from toyregion import toy_region

from grensgeo.errors import InputError
from grensgeo.maps.base import (
    UNITS_PER_DEGREE,
    backdrop,
    base_layer,
    country_at,
    encode,
    municipalities,
    origin_points,
)


def decode(steps):
    points, x, y = [], 0, 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE))
    return points


def test_geometry_comes_back_to_a_ten_thousandth_of_a_degree():
    hole = [(6.2, 52.2), (6.3, 52.2), (6.3, 52.3)]
    shape = MultiPolygon(
        [Polygon([(6, 52), (7, 52), (7, 53), (6, 53)], [hole]), box(8, 52, 9, 53)]
    )
    polygons = encode(shape)
    assert [len(rings) for rings in polygons] == [2, 1]
    back = MultiPolygon([Polygon(decode(r[0]), [decode(h) for h in r[1:]]) for r in polygons])
    assert back.equals(shape)


def test_what_is_smaller_than_the_grid_is_left_out():
    assert encode(box(6, 52, 6.00001, 52.00001)) == []


def test_base_runs_in_the_order_of_codes():
    layer = base_layer(toy_region())
    assert [area[0] for area in layer["areas"]] == [
        "05000001",
        "05000002",
        "05000003",
        "GM0001",
        "GM0002",
    ]
    assert layer["places"][0] == [3, 6.6, 52.2]
    assert layer["bounds"] == [52.1, 6.5, 52.3, 7.3]
    assert layer["border"] == [[69000, 521000, 0, 2000]]


def test_faults_of_a_region_are_named():
    region = toy_region()
    region.municipalities = region.municipalities.iloc[:0]
    with pytest.raises(InputError, match="no municipalities"):
        municipalities(region)
    region = toy_region()
    region.municipalities = region.municipalities.set_axis(["A", "A", "B", "C", "D"]).drop(
        columns="region_code"
    )
    with pytest.raises(InputError, match="duplicate region_code A"):
        municipalities(region)
    region = toy_region()
    region.municipalities = region.municipalities.set_crs(None, allow_override=True)
    with pytest.raises(InputError, match="no CRS"):
        municipalities(region)


def test_lines_travel_by_kind():
    lines = gpd.GeoDataFrame(
        {"kind": ["road", "rail"]},
        geometry=[LineString([(6.6, 52.2), (6.7, 52.2)]), LineString([(6.6, 52.2), (6.6, 52.3)])],
        crs=4326,
    )
    assert backdrop(lines) == {
        "water": [],
        "rail": [[66000, 522000, 0, 1000]],
        "road": [[66000, 522000, 1000, 0]],
    }
    with pytest.raises(InputError, match="unknown kind canal; use water, rail, road"):
        backdrop(lines.assign(kind="canal"))
    with pytest.raises(InputError, match="a column 'kind'"):
        backdrop(lines.drop(columns="kind"))


def test_origins_have_a_place_and_a_country():
    hall = gpd.GeoDataFrame({"id": ["hall"]}, geometry=[Point(6.8, 52.2)], crs=4326)
    assert origin_points(hall.to_crs(28992))["hall"] == pytest.approx((6.8, 52.2))
    areas = municipalities(toy_region())
    assert [country_at(areas, x, 52.2) for x in (6.8, 7.0, 9.0)] == ["NL", "DE", ""]
