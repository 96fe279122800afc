"""Outlines as publishers bring them out, whatever their columns are called."""

import zipfile

import geopandas as gpd
import pytest
import shapely

from grensgeo.errors import GrensgeoError, listening
from grensgeo.geodata.published_outlines import read_published_outlines

COLUMNS = {"code": "AGS", "name": "GEN", "population": "EWZ", "land": "GF"}


def layer(**columns):
    n = len(next(iter(columns.values())))
    shapes = [shapely.box(7 + k / 10, 52, 7.1 + k / 10, 52.1) for k in range(n)]
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=4326)


@pytest.fixture
def german(tmp_path):
    """Two Gemeinden, one with a second piece of land and one of water."""
    frame = layer(
        AGS=["01001000", "01001000", "01001000", "01051001"], GEN=["F", "F", "F", "B"],
        EWZ=[100, 100, 100, 50], GF=[4, 4, 2, 4],
    ).to_crs(25832)  # fmt: skip
    file = tmp_path / "DE_VG250.gpkg"
    frame.to_file(file, layer="vg250_gem")
    frame.to_file(file, layer="vg250_krs")
    return file


def test_parts_are_one_and_water_and_inhabitants_are_not_added(german, tmp_path):
    packed = tmp_path / "vg250.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(german, "vg250/inner_2021/DE_VG250.gpkg")
    for file in (german, packed):
        found = read_published_outlines(file, COLUMNS, country="DE", layer="VG250_GEM", land="4")
        assert found["region_code"].tolist() == ["01001000", "01051001"]
        assert found["population"].tolist() == [100, 50]
        assert found["country"].unique().tolist() == ["DE"]
        assert shapely.area(found.geometry.to_numpy()).round(4).tolist() == [0.02, 0.01]
        assert found.crs == 4326


def test_capitals_do_not_count(tmp_path):
    file = tmp_path / "wfs.geojson"
    layer(ags=["05515000"], gen=["M"], gf=[4]).to_file(file)
    found = read_published_outlines(file, COLUMNS, country="DE", land="4")
    assert found[["region_code", "name"]].values.tolist() == [["05515000", "M"]]


def test_one_country_of_a_file_of_all(tmp_path):
    file = tmp_path / "lau.geojson"
    layer(GISCO_ID=["EL_1", "BE_2"], CNTR_CODE=["EL", "BE"]).to_file(file)
    columns = {"code": "GISCO_ID", "country": "CNTR_CODE"}
    found = read_published_outlines(file, columns, country="GR", called="EL")
    assert found[["region_code", "country"]].values.tolist() == [["EL_1", "GR"]]
    with pytest.raises(GrensgeoError, match="no outlines of FR"):
        read_published_outlines(file, columns, country="FR")


def test_what_is_missing_is_told(german, tmp_path):
    with pytest.raises(GrensgeoError, match="no column ARS; found AGS"):
        read_published_outlines(german, {"code": "ARS"}, layer="vg250_gem")
    with pytest.raises(GrensgeoError, match="several layers; there are vg250_gem, vg250_krs"):
        read_published_outlines(german, COLUMNS)
    empty = tmp_path / "a.zip"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(GrensgeoError, match="no GeoPackage in the archive"):
        read_published_outlines(empty, COLUMNS)


def test_an_outline_beyond_all_bounds_is_told_and_nothing_else(tmp_path):
    file = tmp_path / "outlines.gpkg"
    frame = layer(AGS=["05515000", "05515004"])
    # crosses itself, so that it is mended first
    far = [(7, 52), (1e300, 1e300), (1e300, 52), (7, 1e300), (7, 52)]
    frame.loc[1, "geometry"] = shapely.Polygon(far)
    frame.to_file(file)
    with pytest.raises(GrensgeoError, match=r"are not degrees|outlines that are none"):
        read_published_outlines(file, {"code": "AGS"}, country="DE")


def test_an_outline_that_is_none_is_told(tmp_path, monkeypatch):
    file = tmp_path / "outlines.gpkg"
    frame = layer(AGS=["05515000", "05515004"])
    frame.loc[1, "geometry"] = None
    frame.to_file(file)
    with pytest.raises(GrensgeoError, match="no outline of 05515004; leave the row out"):
        read_published_outlines(file, {"code": "AGS"}, country="DE")

    def refuse(_shapes):
        raise shapely.errors.GEOSException("UnsupportedOperationException")

    monkeypatch.setattr(gpd.GeoSeries, "make_valid", refuse)
    with pytest.raises(GrensgeoError, match="outlines that are none"):
        read_published_outlines(file, {"code": "AGS"}, country="DE")


def test_rows_without_a_code_two_names_of_one_and_people_below_zero_are_told(tmp_path):
    file = tmp_path / "outlines.gpkg"
    layer(
        AGS=["05515000", "05515000", "05515004", None, " "], GEN=["M", "N", "B", "x", "y"],
        EWZ=[100, 90, -9, 5, 5],
    ).to_file(file)  # fmt: skip
    columns = {"code": "AGS", "name": "GEN", "population": "EWZ"}
    with listening() as heard:
        found = read_published_outlines(file, columns, country="DE")
    assert found["region_code"].tolist() == ["05515000", "05515004"]
    assert found["population"].iloc[0] == 100
    assert found["population"].isna().tolist() == [False, True]
    assert {fault.code: str(fault) for one in heard for fault in one.faults} == {
        "doubts.outlines-without-code": "outlines.gpkg: outlines without a code, left out: 2.",
        "doubts.people-below-zero": "outlines.gpkg: the number of inhabitants is -9 at 05515004, "
        "which counts as not known.",
        "doubts.code-of-two-names": "outlines.gpkg: codes with more than one name, read as one "
        "area: 05515000.",
    }
