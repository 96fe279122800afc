"""Layers with styles in one GeoPackage, as QGIS looks for them."""

import sqlite3
from xml.etree import ElementTree as ET

import geopandas as gpd
import pyogrio
import pytest
import shapely

from grensgeo.errors import InputError
from grensgeo.files.geopackages import StyledLayer, write_geopackage
from grensgeo.maps.qgis_styles import ClassLook, Look, graduated_style, single_style

SQUARES = gpd.GeoDataFrame(
    {"code": ["00", "01"], "n": [1.0, None]},
    geometry=[shapely.box(6, 52, 7, 53), shapely.box(7, 52, 8, 53)],
    crs=4326,
)
CLASSES = [
    ClassLook(0, 1, "up to 1 & <b>", Look("fill", "#ff0000")),
    ClassLook(1, 2, "more", Look("fill", "")),
]
#: Columns of the table of styles in the order in which QGIS makes it.
QGIS = [
    "id", "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
    "styleQML", "styleSLD", "useAsDefault", "description", "owner", "ui", "update_time",
]  # fmt: skip


def written(folder, name="a.gpkg"):
    qml, sld = graduated_style("n", CLASSES, label="code")
    point = gpd.GeoDataFrame({"name": ["x"]}, geometry=[shapely.Point(6.5, 52.5)], crs=4326)
    layers = [
        StyledLayer(
            "squares", SQUARES, "Squares", "two", qml, sld, {"n": "how many", "gone": "-"}
        ),
        StyledLayer("points", point, "Points", "", *single_style(Look("marker", "#00ff00"))),
        StyledLayer("none", SQUARES[:0], "None"),
    ]
    write_geopackage(layers, folder / name)
    return folder / name


def test_layers_are_read_again_and_each_has_its_style(tmp_path):
    path = written(tmp_path)
    assert pyogrio.list_layers(path)[:, 0].tolist() == ["squares", "points", "layer_styles"]
    again = gpd.read_file(path, layer="squares")
    assert again["code"].tolist() == ["00", "01"]
    assert again.crs.to_epsg() == 4326
    with sqlite3.connect(path) as file:
        assert [row[1] for row in file.execute("PRAGMA table_info(layer_styles)")] == QGIS
        rows = file.execute(
            "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles"
        ).fetchall()
        tables = dict(file.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))
        said = file.execute("SELECT column_name, description FROM gpkg_data_columns").fetchall()
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    file.close()
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("squares", "geom", 1),
        ("points", "geom", 1),
    ]
    assert tables == {"squares": "geom", "points": "geom"}
    assert said == [("n", "how many")]


def test_the_same_layers_give_the_same_bytes(tmp_path):
    assert written(tmp_path).read_bytes() == written(tmp_path, "b.gpkg").read_bytes()
    with pytest.raises(InputError):
        write_geopackage([], tmp_path / "a.zip")


@pytest.mark.parametrize(("kind", "number"), [("marker", "0"), ("line", "1"), ("fill", "2")])
def test_a_style_is_what_qgis_reads(kind, number):
    classes = [
        ClassLook(0, 5, "near", Look(kind, "#014636")),
        ClassLook(5, 9, "far", Look(kind, "#d0d1e6")),
    ]
    qml, sld = graduated_style("n", classes)
    assert qml.startswith("<!DOCTYPE qgis")
    root = ET.fromstring(qml)
    assert (root.tag, root.findtext("layerGeometryType")) == ("qgis", number)
    renderer = root.find("renderer-v2")
    assert (renderer.get("type"), renderer.get("attr")) == ("graduatedSymbol", "n")
    symbols = {one.get("name"): one for one in renderer.iter("symbol")}
    ranges = renderer.find("ranges").findall("range")
    assert [float(one.get("upper")) for one in ranges] == [5.0, 9.0]
    assert {one.get("symbol") for one in ranges} == set(symbols)
    for symbol in symbols.values():
        assert symbol.get("type") == kind
        options = symbol.find("layer").find("Option")
        assert options.get("type") == "Map"
        assert len(options.findall("Option")) > 3
    described = ET.fromstring(sld.encode())
    space = "{http://www.opengis.net/sld}"
    assert [one.text for one in described.iter(f"{space}Title")] == ["near", "far"]


def test_words_in_a_style_are_text():
    qml, sld = graduated_style("n", CLASSES)
    assert "<b>" not in qml + sld
    labels = [one.get("label") for one in ET.fromstring(qml).iter("range")]
    assert labels == ["up to 1 & <b>", "more"]
