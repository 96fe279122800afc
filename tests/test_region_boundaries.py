import geopandas as gpd
import numpy as np
import pytest
import shapely

from grensgeo.errors import InputError
from grensgeo.region.boundaries import close_seam, national_border, simplify_outlines

ORDER = ("NL", "DE")


def drawn():
    """Two Dutch squares left of a border, two German ones right of it.

    The lower Dutch one overlaps by 0.001 degrees, the upper one leaves a gap of 0.001 in its middle.
    """
    lower = shapely.box(6.9, 52.0, 7.001, 52.1)
    upper = shapely.Polygon(
        [(6.9, 52.1), (7.001, 52.1), (6.999, 52.12), (6.999, 52.18), (7.001, 52.2), (6.9, 52.2)]
    )
    right = [shapely.box(7.0, 52.0, 7.1, 52.1), shapely.box(7.0, 52.1, 7.1, 52.2)]
    return gpd.GeoSeries([lower, upper, *right], crs=4326), np.array(["NL", "NL", "DE", "DE"])


def test_seam_is_closed_on_the_german_line():
    areas, country = drawn()
    closed, seam = close_seam(areas, country, order=ORDER)
    assert shapely.coverage_is_valid(closed.to_numpy(), gap_width=0.003)
    assert closed[2].equals(areas[2])
    assert closed[3].equals(areas[3])
    assert closed[0].equals(shapely.box(6.9, 52.0, 7.0, 52.1))
    assert closed[1].equals(shapely.box(6.9, 52.1, 7.0, 52.2))
    # the gap: 0.001 degrees (68.5 m) wide over 0.06 degrees, tapering over 0.01 and 0.01 more
    assert seam.n_gaps == 1
    assert seam.gap_m2 == pytest.approx(68.5 * 0.07 * 111_250, rel=0.02)
    assert seam.overlap_m2 > 68 * 0.1 * 111_000


def test_a_wide_hole_is_land_not_given():
    areas = gpd.GeoSeries(
        [
            shapely.box(6.9, 52.0, 7.0, 52.1) - shapely.box(6.95, 52.02, 7.0, 52.08),
            shapely.box(7.0, 52.0, 7.1, 52.1),
        ],
        crs=4326,
    )
    closed, seam = close_seam(areas, np.array(["NL", "DE"]), order=ORDER)
    assert seam.n_gaps == 0
    assert closed[0].equals(areas[0])


def test_invalid_outline_is_named():
    bow = shapely.Polygon([(6, 52), (7, 53), (7, 52), (6, 53)])
    with pytest.raises(InputError, match="outlines 0 are invalid"):
        close_seam(gpd.GeoSeries([bow], crs=4326), np.array(["NL"]), order=ORDER)


def test_an_outline_that_another_country_claims_whole_vanishes():
    inside = shapely.box(7.02, 52.02, 7.04, 52.04)
    areas = gpd.GeoSeries([inside, shapely.box(7.0, 52.0, 7.1, 52.1)], index=["a", "b"], crs=4326)
    with pytest.raises(InputError, match="outline a vanishes in its neighbours") as error:
        close_seam(areas, np.array(["NL", "DE"]), order=ORDER)
    assert error.value.codes == ("outline-vanishes",)


def test_border_and_simplified_coverage():
    areas, country = drawn()
    closed, _ = close_seam(areas, country, order=ORDER)
    frame = gpd.GeoDataFrame({"country": country}, geometry=closed)
    border = national_border(frame)
    assert len(border) == 1
    assert border.iloc[0].bounds == (7.0, 52.0, 7.0, 52.2)
    simple = simplify_outlines(frame, tolerance_deg=0.001)
    assert shapely.coverage_is_valid(simple.geometry.to_numpy())
    apart = [
        shapely.transform(area, lambda xy, k=k: np.add(xy, [k, 0]))
        for k, area in enumerate(closed)
    ]
    with pytest.raises(InputError, match="no line in common"):
        national_border(frame.set_geometry(apart, crs=4326))
    assert national_border(frame.iloc[[0, 1]]).empty
    overlapping = gpd.GeoDataFrame({"country": country}, geometry=areas)
    with pytest.raises(InputError, match="close the seam first"):
        simplify_outlines(overlapping, tolerance_deg=0.001)
