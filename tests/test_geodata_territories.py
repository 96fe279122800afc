"""Boundaries lie where the data do, and say of each place one country."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.geodata import territories

LON, LAT = np.array([6.90, 7.10]), np.array([52.10, 52.10])


def two(west=7.0, east=7.0):
    """Draw the Netherlands up to one longitude and Germany from another."""
    return gpd.GeoDataFrame(
        {"country": ["NL", "DE"]},
        geometry=[shapely.box(6.5, 52.0, west, 52.5), shapely.box(east, 52.0, 7.5, 52.5)],
        crs=4326,
    )


def check(frame):
    territories.check_cover(territories.check_countries(frame), LON, LAT)


def test_boundaries_of_this_area_pass():
    check(two())
    check(two(west=7.002))  # two layers that overlap by 137 m
    with pytest.warns(GrensgeoWarning, match="Polygons of DE and NL overlap"):
        check(two(west=7.05, east=6.95))  # by 6.8 km, where there is nothing


@pytest.mark.parametrize(
    ("frame", "word"),
    [
        (
            two(west=7.2),
            r"DE and NL overlap, and 1 places .* \(7.1000, 52.1000\); cut one of them",
        ),
        (two(east=6.8), r"DE and NL overlap, and 1 places .* \(6.9000, 52.1000\)"),
        (two(west=7.4, east=6.6), r"overlap, and 2 places"),
        (
            two().set_geometry(two().translate(3, 0)),
            "lie elsewhere than the data .* give boundaries",
        ),
        (
            two().set_geometry(two().transform(lambda xy: xy[:, ::-1])),
            "lie elsewhere than the data .* latitude and longitude are swapped",
        ),
    ],
)
def test_boundaries_that_give_the_wrong_country_are_refused(frame, word):
    with pytest.raises(InputError, match=word):
        check(frame)
