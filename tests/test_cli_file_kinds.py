"""``grensgeo check`` knows every file that grensgeo reads or writes."""

import json
import shutil
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import rasterio
import shapely
import test_statistics_de_genesis as genesis
import test_statistics_grids as grids
import test_statistics_nl_cbs as cbs

from grensgeo import schema
from grensgeo.cli.file_kinds import describe, is_feed
from grensgeo.errors import FileError, InputError
from grensgeo.provenance import Provenance, Source, write_json

SQUARE = shapely.box(6.8, 52.1, 6.9, 52.2)
DECLARED = [value for value in vars(schema).values() if isinstance(value, schema.Table)]
VALUES = {"string": "a", "integer": 1, "number": 1.0, "boolean": True}


def rows_of(table):
    """Make one row that holds to a declaration."""
    row = {column.name: [VALUES[column.kind]] for column in table.columns}
    if not table.geometry:
        return pd.DataFrame(row)
    shape = SQUARE.centroid if table.geometry == ("Point",) else SQUARE
    return gpd.GeoDataFrame(row, geometry=[shape], crs=4326)


@pytest.mark.parametrize("table", DECLARED, ids=lambda table: table.name)
def test_every_declared_table_is_known(table, tmp_path):
    frame = rows_of(table)
    expected = {
        "points": "1 points",
        "isochrones": "isochrones: 1 polygons",
        "listings": "listings: 1 rows",
    }.get(table.name, f"{table.name}: 1 rows")
    if table.name == "listings":  # its reader knows what a type, a code and a day can be
        known = {"opp_type": "internship", "country": "NL", "region_code": "GM0153", "lon": None,
                 "lat": None, "eqf_min": 3, "eqf_max": 4, "sector_nace": "C", "language": "nl",
                 "valid_from": "2026-02-01", "valid_to": "2026-07-01", "occupation": None}  # fmt: skip
        frame = frame.assign(**known).drop(columns="occupation")
    name = "t.parquet" if table.geometry else "t.csv"
    frame.to_parquet(tmp_path / name) if table.geometry else frame.to_csv(
        tmp_path / name, index=False
    )
    assert describe(tmp_path / name) == expected


def test_a_table_that_breaks_its_declaration_is_told(tmp_path):
    frame = rows_of(schema.TRAVEL_TIMES)
    pd.concat([frame, frame]).to_csv(tmp_path / "t.csv", index=False)
    with pytest.raises(InputError, match=r"t\.csv: travel times: duplicate from_id/to_id: a a"):
        describe(tmp_path / "t.csv")
    frame.assign(travel_time_min="soon").to_csv(tmp_path / "t.csv", index=False)
    with pytest.raises(InputError, match="'travel_time_min' holds soon, not numbers"):
        describe(tmp_path / "t.csv")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,country,shops\nE,NL,80\nG,DE,\n", "counts by id: shops of 2 places"),
        ("cell_id;mbo\na;1,5\n", "counts by cell_id: mbo of 1 places"),
        ("way_id,speed_kmh\n1,30\n", "observed speeds: 1 ways"),
        ("way_id,level\n1,3\n2,4\n", "levels of traffic stress: 2 ways"),
        ("id,closed,open,border_effect\na,1,2,1\n", "the effect of a border: 1 rows"),
        ("id,measure,value\na,gravity,2\n", "a measure of accessibility: 1 rows"),
        (
            "id,baseline,scenario,difference\na,1,2,1\n",
            "a scenario held against the baseline: 1 rows",
        ),
        ("id,name,country,lon,lat,source\na,A,NL,6.9,52.2,x\n", "1 hubs, which are points"),
        ("id,lon,lat\na,6.9,52.2\n", "1 points"),
    ],
)
def test_tables_that_are_read(tmp_path, text, told):
    (tmp_path / "t.csv").write_text(text)
    assert describe(tmp_path / "t.csv") == told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("id,country,shops\nE,NL,many\n", "shops is not a number: 'many'"),
        ("id,country,shops\nE,NL,1\nE,DE,1\n", "duplicate id: E"),
        ("id,measure,value\na,gravity,high\n", "value is not a number: 'high'"),
        ("colour\nred\n", "no column 'id', 'lon', 'lat'"),
    ],
)
def test_tables_that_are_faulty(tmp_path, text, word):
    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(InputError, match=word):
        describe(tmp_path / "t.csv")


def test_own_tables_of_speeds_hours_and_delays():
    for name, told in (("speeds", "speeds by"), ("hours", "shares of"), ("delays", "delays at")):
        assert describe(Path(f"grensgeo/network/{name}.csv")).startswith(told)


def test_layers(tmp_path):
    frame = gpd.GeoDataFrame({"country": ["NL"]}, geometry=[SQUARE], crs=4326)
    frame.to_file(tmp_path / "b.gpkg")
    assert describe(tmp_path / "b.gpkg") == "boundaries: 1 polygons of NL"
    frame.drop(columns="country").to_file(tmp_path / "c.geojson")
    assert describe(tmp_path / "c.geojson") == "1 polygons without a column country"
    frame.set_geometry(frame.boundary).to_file(tmp_path / "l.fgb")
    assert describe(tmp_path / "l.fgb") == "1 lines"
    bad = gpd.GeoDataFrame({"country": ["XX"]}, geometry=[SQUARE], crs=4326)
    bad.to_file(tmp_path / "x.gpkg")
    with pytest.raises(InputError, match="XX"):
        describe(tmp_path / "x.gpkg")


def test_isochrones_of_several_modes_have_one_key(tmp_path):
    frame = gpd.GeoDataFrame(
        {"from_id": ["a", "a"], "cutoff_min": [15, 15], "mode": ["car", "walk"]},
        geometry=[SQUARE, SQUARE],
        crs=4326,
    )
    frame.to_parquet(tmp_path / "i.parquet")
    assert describe(tmp_path / "i.parquet") == "isochrones: 2 polygons"
    frame.assign(mode="car").to_parquet(tmp_path / "i.parquet")
    with pytest.raises(InputError, match=r"duplicate from_id/cutoff_min/mode: a 15\.0 car"):
        describe(tmp_path / "i.parquet")


def test_manifests_and_other_json(tmp_path):
    known = Provenance((Source("a", "A", "CC0-1.0", "A"),), ("a note",))
    write_json(known.to_dict(), tmp_path / "reach.csv.manifest.json")
    assert describe(tmp_path / "reach.csv.manifest.json") == "manifest: 1 sources, 1 notes"
    (tmp_path / "x.json").write_text('{"colour": "red"}')
    with pytest.raises(
        InputError, match="neither GeoJSON nor a manifest of grensgeo; found colour"
    ):
        describe(tmp_path / "x.json")


def test_rasters(tmp_path):
    profile = {"driver": "GTiff", "width": 2, "height": 3, "count": 1, "dtype": "float32",
               "transform": rasterio.Affine(0.1, 0, 6.8, 0, -0.1, 52.4)}  # fmt: skip
    for name, crs in (("h.tif", "EPSG:4326"), ("n.tif", None)):
        with rasterio.open(tmp_path / name, "w", crs=crs, **profile) as raster:
            raster.write(np.ones((1, 3, 2), dtype="float32"))
    assert describe(tmp_path / "h.tif") == "raster: 2 x 3 cells, 1 bands, EPSG:4326"
    with pytest.raises(InputError, match="has no CRS"):
        describe(tmp_path / "n.tif")
    (tmp_path / "x.tif").write_bytes(b"II*\0")
    with pytest.raises(FileError, match=r"x\.tif: not a raster"):
        describe(tmp_path / "x.tif")


def test_the_feed_of_the_monitor(tmp_path):
    for name, table in (("observations", schema.OBSERVATIONS), ("indicators", schema.INDICATORS)):
        rows_of(table).to_csv(tmp_path / f"{name}.csv", index=False)
    package = {"resources": [{"path": "observations.csv"}, {"path": "indicators.csv"}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    told = describe(tmp_path)
    assert told == describe(tmp_path / "datapackage.json")
    assert told.startswith("data package: observations.csv: observations: 1 rows; indicators.csv")
    (tmp_path / "indicators.csv").unlink()
    with pytest.raises(FileError, match=r"indicators\.csv: no such file"):
        describe(tmp_path)


def test_what_is_not_known_is_told(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"x")
    with pytest.raises(InputError, match=r"\.docx is not known; grensgeo reads"):
        describe(tmp_path / "a.docx")


def test_a_zip_of_a_shapefile_is_no_feed(tmp_path):
    (tmp_path / "s").mkdir()
    gpd.GeoDataFrame({"id": ["a"]}, geometry=[SQUARE.centroid], crs=4326).to_file(
        tmp_path / "s" / "p.shp"
    )
    shutil.make_archive(str(tmp_path / "p"), "zip", tmp_path / "s")
    assert not is_feed(tmp_path / "p.zip")
    assert describe(tmp_path / "p.zip") == "1 points"
    with zipfile.ZipFile(tmp_path / "f.ZIP", "w") as archive:
        archive.writestr("stop_times.txt", "")
    assert is_feed(tmp_path / "f.ZIP")


@pytest.mark.parametrize(
    ("make", "reader"),
    [
        (cbs.statline, "read_cbs_jobs"),
        (cbs.odata3, "read_cbs_jobs"),
        (cbs.lisa, "read_lisa"),
        (genesis.modern, "read_genesis"),
        (grids.zensus, "read_zensus_grid"),
        (grids.squares, "read_cbs_squares"),
    ],
)
def test_what_publishers_bring_out_is_named(tmp_path, make, reader):
    assert reader in describe(make(tmp_path))


def test_tables_of_a_schematic_network():
    assert describe(Path("data/sources/roads.csv")).startswith("roads of a schematic network")
    assert describe(Path("data/sources/road_points.csv")).startswith("points of a schematic")
