from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from grensgeo.errors import FileError, InputError
from grensgeo.region.boundaries import (
    close_seam,
    national_border,
    read_layer,
    read_municipalities,
    read_nuts3,
    simplify_outlines,
)

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "boundaries"


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
    closed, seam = close_seam(areas, country)
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
    closed, seam = close_seam(areas, np.array(["NL", "DE"]))
    assert seam.n_gaps == 0
    assert closed[0].equals(areas[0])


def test_invalid_outline_is_named():
    bow = shapely.Polygon([(6, 52), (7, 53), (7, 52), (6, 53)])
    with pytest.raises(InputError, match="outlines 0 are invalid"):
        close_seam(gpd.GeoSeries([bow], crs=4326), np.array(["NL"]))


def test_border_and_simplified_coverage():
    areas, country = drawn()
    closed, _ = close_seam(areas, country)
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


def test_reading_faults_are_named(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_layer(tmp_path / "absent.geojson", ())
    broken = tmp_path / "broken.geojson"
    broken.write_text("{")
    with pytest.raises(FileError, match="not readable, or cut short"):
        read_layer(broken, ())
    frame = gpd.GeoDataFrame({"x": [1]}, geometry=[shapely.Point(7, 52)], crs=4326)
    frame.to_file(tmp_path / "points.gpkg")
    with pytest.raises(InputError, match="columns ags are missing"):
        read_layer(tmp_path / "points.gpkg", ("ags", "x"))


def test_codes_and_regions_are_checked(tmp_path):
    square = [shapely.box(6.9, 52.0, 7.0, 52.1), shapely.box(7.0, 52.0, 7.1, 52.1)]
    nl = gpd.GeoDataFrame(
        {"statcode": ["GM0153"], "statnaam": ["Enschede"]}, geometry=square[:1], crs=4326
    )
    de = gpd.GeoDataFrame({"ags": ["05554020"], "name": ["Gronau"]}, geometry=square[1:], crs=4326)
    nl.to_file(tmp_path / "nl.gpkg")
    de.to_file(tmp_path / "de.gpkg")
    nuts3 = {"Enschede": ("NL213", "Twente"), "05554": ("DEA34", "Borken")}
    frame = read_municipalities(tmp_path / "nl.gpkg", tmp_path / "de.gpkg", nuts3=nuts3)
    assert frame["region_code"].tolist() == ["05554020", "GM0153"]
    assert frame["area"].tolist() == ["muensterland", "twente"]
    with pytest.raises(InputError, match="no NUTS3 region is known for Enschede"):
        read_municipalities(
            tmp_path / "nl.gpkg", tmp_path / "de.gpkg", nuts3={"05554": ("DEA34", "Borken")}
        )
    de.assign(ags="5554020").to_file(tmp_path / "short.gpkg")
    with pytest.raises(InputError, match="5554020"):
        read_municipalities(tmp_path / "nl.gpkg", tmp_path / "short.gpkg", nuts3=nuts3)


@pytest.mark.shared_data
@pytest.mark.skipif(not SHARED.is_dir(), reason="shared/data/boundaries is not here")
def test_real_layers_become_one_coverage():
    nuts3 = read_nuts3(SHARED / "de_kreise_vg1000.gpkg", SHARED / "nl_pc4_inwoners.gpkg")
    assert nuts3["Enschede"] == ("NL213", "Twente")
    assert nuts3["03456"] == ("DE94B", "Grafschaft Bentheim")
    frame = read_municipalities(
        SHARED / "nl_gemeenten_2022.geojson",
        SHARED / "de_gemeinden_vg250ew_2023.geojson",
        nuts3=nuts3,
    )
    assert len(frame) == 304
    areas = frame.geometry.to_numpy()
    assert shapely.coverage_is_valid(areas)
    seam = frame.attrs["seam"]
    assert 0.5e6 < seam.overlap_m2 < 2e6
    assert 0.3e6 < seam.gap_m2 < 2e6
    # what is left of narrow gaps lies at the outer ends of the border, not along it
    narrow = shapely.coverage_invalid_edges(areas, gap_width=0.003)
    border = national_border(frame)
    assert len(border) == 1
    ends = shapely.buffer(shapely.boundary(border.iloc[0]), 0.02)
    on_border = shapely.intersection(shapely.union_all(narrow), border.iloc[0])
    assert shapely.difference(on_border, ends).is_empty
