"""Areas get the checks that points get."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.geodata.areas import as_areas, need_near, swapped_with

HOME = shapely.box(6.0, 52.0, 7.0, 53.0)


def areas(*shapes, crs=4326):
    return gpd.GeoDataFrame({"country": ["NL"] * len(shapes)}, geometry=list(shapes), crs=crs)


def test_areas_in_metres_come_back_in_degrees():
    there = areas(HOME).to_crs(28992)
    back = as_areas(there, where="b")
    assert back.crs.to_epsg() == 4326
    assert shapely.area(back.geometry[0]) == pytest.approx(1.0, rel=1e-3)
    assert there.crs.to_epsg() == 28992


@pytest.mark.parametrize(
    ("frame", "word"),
    [
        (areas(HOME).drop(columns="geometry"), "b: no geometry"),
        (areas(HOME, crs=None), "b: no CRS"),
        (areas(), "b: holds no polygons"),
        (areas(shapely.Point(6, 52)), "b: geometry Point, expected polygons"),
        (
            areas(shapely.box(254_000, 471_000, 255_000, 472_000)),
            r"\(255000, 471000\) are not deg",
        ),
        (areas(shapely.transform(HOME, lambda xy: xy * (1, 1.9))), "not degrees, in rows 0"),
        (
            areas(HOME, shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])),
            "cross themselves in rows 1",
        ),
        (
            areas(shapely.transform(HOME, lambda xy: np.where(xy == 53.0, np.nan, xy))),
            "no numbers in rows 0",
        ),
    ],
)
def test_what_no_outline_can_be(frame, word):
    with pytest.raises(InputError, match=word):
        as_areas(frame, where="b")


def test_outlines_that_cross_themselves_by_a_hair_are_repaired_and_told():
    # a spike of a ten-thousandth of a degree that runs back over itself
    spike = shapely.Polygon([(6, 52), (7, 52), (7, 53), (7.0001, 53), (7, 53), (6, 53)])
    assert not spike.is_valid
    with pytest.warns(GrensgeoWarning, match=r"b: outlines that touch or cross .*: 1, in rows 1"):
        read = as_areas(areas(HOME, spike), where="b")
    assert read.geometry.is_valid.all()
    assert read.geometry[1].area == pytest.approx(1.0)


def test_rows_without_geometry_are_counted():
    with pytest.warns(GrensgeoWarning, match=r"b: rows without geometry, .*: 1 of 2, such as 1"):
        assert len(as_areas(areas(HOME, None), where="b")) == 1


def test_areas_that_lie_here_only_with_the_axes_swapped():
    lon, lat = np.array([6.2, 6.4]), np.array([52.1, 52.3])
    turned = shapely.transform(HOME, lambda xy: xy[:, ::-1])
    assert swapped_with(np.array([turned]), lon, lat)
    assert not swapped_with(np.array([HOME]), lon, lat)
    assert not swapped_with(np.array([turned, HOME]), lon, lat)
    assert not swapped_with(np.array([shapely.box(0, 0, 1, 1)]), lon, lat)


def test_areas_that_are_drawn_on_another_land():
    land = areas(HOME).geometry
    need_near(as_areas(areas(HOME.buffer(0.1)), where="b"), land, where="b")
    with pytest.raises(InputError, match="b: lies elsewhere than the region; give those"):
        need_near(areas(shapely.box(1, 1, 2, 2)), land, where="b")
    turned = shapely.transform(HOME, lambda xy: xy[:, ::-1])
    with pytest.raises(InputError, match="latitude and longitude are swapped"):
        need_near(areas(turned), land, where="b")
