"""The UTM zone of a place is that which geopandas looks up."""

import geopandas as gpd
import pytest
import shapely

from grensgeo.planes import utm_epsg, utm_epsg_of


@pytest.mark.parametrize(
    ("lon", "lat", "epsg"),
    [(5.99, 52.0, 32631), (6.0, 52.0, 32632), (-51.2, -30.0, 32722), (180.0, 1.0, 32601)],
)
def test_zones_known_by_hand(lon, lat, epsg):
    assert utm_epsg(lon, lat) == epsg


def test_the_middle_counts_whatever_the_crs():
    one = gpd.GeoSeries([shapely.box(5.0, 52.0, 7.5, 53.0)], crs=4326)
    for layer in (one, one.to_crs(28992), one.to_frame("geometry").to_crs(3035)):
        assert utm_epsg_of(layer) == layer.estimate_utm_crs().to_epsg() == 32632
