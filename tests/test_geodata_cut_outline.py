"""The outline that data are cut to, and what lies beyond it."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from grensgeo.errors import InputError
from grensgeo.geodata.cut_outline import cut_outline, lies_beyond, lies_inside


def areas(*shapes, crs=4326):
    return gpd.GeoSeries(shapes, crs=crs)


def test_the_margin_is_as_wide_as_it_is_said_on_every_side():
    box = shapely.box(6.8, 52.2, 7.0, 52.3)
    outline = cut_outline(areas(box), buffer_km=5)
    metric = gpd.GeoSeries([box, outline], crs=4326).to_crs(32632)
    ring = shapely.get_point(
        metric.iloc[1].exterior, np.arange(len(metric.iloc[1].exterior.coords))
    )
    away = shapely.distance(metric.iloc[0], ring)
    assert 4_990 <= away.min() <= away.max() <= 5_150
    assert metric.iloc[0].buffer(4_990).within(metric.iloc[1])


def test_without_a_margin_it_is_the_areas_themselves_in_any_crs():
    two = [shapely.box(6.8, 52.2, 6.9, 52.3), shapely.box(6.9, 52.2, 7.0, 52.3)]
    outline = cut_outline(areas(*two), buffer_km=0)
    assert outline.equals(shapely.box(6.8, 52.2, 7.0, 52.3))
    metric = cut_outline(areas(*two).to_crs(25832), buffer_km=0)
    assert metric.symmetric_difference(outline).area < 1e-9


def test_holes_that_a_margin_leaves_are_filled_and_parts_stay_apart():
    ring = shapely.box(6.5, 52.0, 7.0, 52.3).difference(shapely.box(6.6, 52.1, 6.9, 52.2))
    assert len(cut_outline(areas(ring), buffer_km=0.5).interiors) == 0
    assert len(cut_outline(areas(ring), buffer_km=0).interiors) == 1
    apart = areas(shapely.box(6.5, 52.0, 6.6, 52.1), shapely.box(7.5, 52.0, 7.6, 52.1))
    assert cut_outline(apart, buffer_km=1).geom_type == "MultiPolygon"


@pytest.mark.parametrize("width", [-1, 501, float("nan"), float("inf")])
def test_a_margin_that_cannot_be_is_told(width):
    with pytest.raises(InputError, match="buffer_km"):
        cut_outline(areas(shapely.box(6, 52, 7, 53)), buffer_km=width)


def test_areas_that_are_no_polygons_are_told():
    with pytest.raises(InputError, match="my area"):
        cut_outline(areas(shapely.Point(6, 52)), buffer_km=1, where="my area")


def test_what_is_on_the_line_lies_beyond_it_within_rounding():
    outline = cut_outline(areas(shapely.box(6.0, 52.0, 7.0, 53.0)), buffer_km=0)
    lon = np.array([6.5, 7.0, 6.9999999, 6.99999, 7.1])
    lat = np.array([52.5, 52.5, 52.5, 52.5, 52.5])
    assert lies_inside(outline, lon, lat).tolist() == [True, False, True, True, False]
    assert lies_beyond(outline, lon, lat).tolist() == [False, True, True, False, True]
