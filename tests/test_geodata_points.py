import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from grensgeo.errors import FileError, InputError
from grensgeo.geodata.points import as_points, extent_polygon, read_points
from grensgeo.schema import POINTS

EXTENT = gpd.GeoSeries([shapely.box(6.3, 51.7, 8.2, 52.6)], crs=4326)
PLACES = gpd.GeoDataFrame(
    {"id": ["00", "GM0153"], "country": ["DE", "NL"], "other": [1, 2]},
    geometry=gpd.points_from_xy([7.63, 6.89], [51.96, 52.22]),
    crs=4326,
)


def written(tmp_path, text, name="points.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def geojson(tmp_path, *coordinates, crs=None, properties=None):
    data = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": properties or {"id": f"p{k}"},
                "geometry": {"type": "Point", "coordinates": list(xy)},
            }
            for k, xy in enumerate(coordinates)
        ],
    }
    if crs:
        data["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    return written(tmp_path, json.dumps(data), "points.geojson")


@pytest.mark.parametrize("name", ["p.gpkg", "p.parquet", "p.geojson", "p.csv"])
@pytest.mark.parametrize("epsg", [4326, 25832])
def test_every_format_gives_the_same_points(tmp_path, name, epsg):
    path = tmp_path / name
    frame = PLACES if path.suffix in {".csv", ".geojson"} else PLACES.to_crs(epsg)
    if path.suffix == ".csv":
        pd.DataFrame(frame.drop(columns="geometry")).assign(
            lon=frame.geometry.x, lat=frame.geometry.y
        ).to_csv(path, index=False)
    elif path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path)
    points = read_points(path, extent=EXTENT)
    assert list(points["id"]) == ["00", "GM0153"]
    assert list(points["country"]) == ["DE", "NL"]
    assert points.crs.to_epsg() == 4326
    np.testing.assert_allclose(points.geometry.x, [7.63, 6.89], atol=1e-7)
    POINTS.check(points)


def test_geojson_with_a_declared_crs_is_brought_to_degrees(tmp_path):
    path = geojson(tmp_path, (405_000, 5_757_000), crs=25832)
    point = read_points(path, extent=EXTENT).geometry.iloc[0]
    assert point.x == pytest.approx(7.616, abs=1e-2)


def test_csv_with_semicolons_a_mark_and_a_quote(tmp_path):
    path = written(tmp_path, '\ufeffid;lon;lat;name\n007;6.9;52.2;"Enschede; NL"\n')
    assert list(read_points(path)["id"]) == ["007"]


def test_parquet_without_geometry(tmp_path):
    path = tmp_path / "p.parquet"
    pd.DataFrame({"id": ["a"], "lon": [6.9], "lat": [52.2]}).to_parquet(path)
    assert list(read_points(path)["id"]) == ["a"]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "the file is empty"),
        ("id,lon,lat\n", "holds no points"),
        ("name,lon,lat\na,7,52\n", r"no column 'id'; found 'name', 'lon', 'lat'"),
        ("id,x,y\na,7,52\n", "no coordinates; give columns 'lon' and 'lat'"),
        ("id,lon,lat\na,7,52\na,7,52\nb,7,52\n", "duplicate id: a;"),
        ("id,lon,lat\na,7,52\n,7,52\n", "empty id in rows 1"),
        ("id,lon,lat\na,7,\nb,,52\n", "no coordinates for a, b"),
        ("id,lon,lat\na,7,52\nb,x,52\n", "lon is not a number: 'x'"),
        ("id;lon;lat\na;6,9h;52,2\n", r"lon is not a number: '6,9h'; write degrees with a"),
        ("id,lon,lat\na,6,9,52,2\n", "decimals with a point"),
        ("id,lon,lat\na,7,52\nb,6,9,52,2\n", "decimals with a point"),
        ("id,lon,lat\na,52.2,6.9\nb,6.9,52.2\n", r"swapped for a \(52.2000, 6.9000\)"),
        ("id,lon,lat\na,254000,471000\n", r"not degrees for a \(254000, 471000\)"),
        ("id,lon,lat\na,52.2,106.9\n", "swapped"),
    ],
)
def test_faults_of_a_csv_are_one_clear_line(tmp_path, text, match):
    path = written(tmp_path, text)
    with pytest.raises(InputError, match=match) as caught:
        read_points(path, extent=EXTENT)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_several_faults_are_told_at_once(tmp_path):
    path = written(tmp_path, "id,lon,lat\na,7,\na,52.2,6.9\n")
    with pytest.raises(InputError, match=r"no coordinates for a; .*swapped.*; duplicate id: a"):
        read_points(path, extent=EXTENT)


def test_an_extent_that_is_no_layer_is_refused():
    with pytest.raises(InputError, match=r"extent: give polygons.*not a dict"):
        extent_polygon({})


def test_points_outside_the_extent_are_let_through(tmp_path):
    path = written(tmp_path, "id,lon,lat\na,4.9,52.4\n")
    assert len(read_points(path, extent=EXTENT)) == 1


def test_geojson_that_lies_outside_the_region_without_crs(tmp_path):
    with pytest.raises(
        InputError, match=r"declares no CRS, and its coordinates .* are not degrees"
    ):
        read_points(geojson(tmp_path, (254_000, 471_000)), extent=EXTENT)
    with pytest.raises(
        InputError, match=r"declares no CRS, and all its 2 points.*outside the region"
    ):
        read_points(geojson(tmp_path, (2.0, 48.0), (2.1, 48.0)), extent=EXTENT)
    with pytest.raises(InputError, match="swapped"):
        read_points(geojson(tmp_path, (52.2, 6.9)), extent=EXTENT)
    # one of them in the region: the others are reported where they are snapped
    assert len(read_points(geojson(tmp_path, (2.0, 48.0), (6.9, 52.2)), extent=EXTENT)) == 2


def test_ids_that_are_whole_numbers_become_text(tmp_path):
    assert read_points(geojson(tmp_path, (6.9, 52.2), properties={"id": 7}))["id"].tolist() == [
        "7"
    ]
    frame = gpd.GeoDataFrame(
        {"id": pd.array([10**15 + 1, 2], dtype="int64")},
        geometry=PLACES.geometry[:2].to_list(),
        crs=4326,
    )
    for name in ("p.gpkg", "p.parquet"):
        frame.to_parquet(tmp_path / name) if name.endswith("parquet") else frame.to_file(
            tmp_path / name
        )
        assert read_points(tmp_path / name)["id"].tolist() == ["1000000000000001", "2"]
    with pytest.raises(InputError, match=r"ids are float \(7\.5\), not text"):
        read_points(geojson(tmp_path, (6.9, 52.2), properties={"id": 7.5}))
    with pytest.raises(InputError, match=r"ids are .*int.* \(7\), not text"):
        as_points(pd.DataFrame({"id": [7], "lon": [6.9], "lat": [52.2]}))


@pytest.mark.parametrize(
    ("country", "code", "lost"),
    [
        ("DE", "5554020", True),
        ("DE", "05554020", False),
        ("NL", "153", True),
        ("NL", "GM0153", False),
        ("CH", "261", False),  # the number of Zurich
        ("DE", "16055000", False),
    ],
)
def test_codes_of_municipalities_that_a_spreadsheet_took_for_numbers(
    tmp_path, country, code, lost
):
    lonlat = "8.5,47.4" if country == "CH" else "6.9,52.2"
    path = written(tmp_path, f"region_code,country,lon,lat\n{code},{country},{lonlat}\n")
    if not lost:
        assert read_points(path)["id"].tolist() == [code]
        return
    with pytest.raises(InputError, match=f"took for numbers: {code}; write a [Gg]eme"):
        read_points(path)


@pytest.mark.parametrize(
    "text",
    [
        "id;lon;lat\na;6,9;52,2\n",
        "sep=;\nid;lon;lat\na;6.9;52.2\n",
        "ID, Lon, Lat\na, 6.9, 52.2\n",
        "id\tlongitude\tlatitude\na\t6.9\t52.2\n",
        "id,lon,lat\ra,6.9,52.2\r",
        'id,lng,lat\na,"6,9","52,2"\n',
        "id|lon|lat|\na|6.9|52.2|\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(tmp_path, text, encoding):
    path = tmp_path / "p.csv"
    path.write_bytes(text.encode(encoding))
    points = read_points(path)
    assert points["id"].tolist() == ["a"]
    assert points.geometry[0].coords[0] == (6.9, 52.2)


def test_multipoints_of_one_part_are_points(tmp_path):
    frame = gpd.GeoDataFrame({"id": ["a"]}, geometry=[shapely.MultiPoint([(6.9, 52.2)])], crs=4326)
    frame.to_file(tmp_path / "p.gpkg")
    assert read_points(tmp_path / "p.gpkg").geometry[0].coords[0] == (6.9, 52.2)
    two = frame.set_geometry([shapely.MultiPoint([(6.9, 52.2), (7.0, 52.2)])], crs=4326)
    with pytest.raises(InputError, match="geometry is MultiPoint, not points"):
        as_points(two)


@pytest.mark.parametrize("name", ["p.GPKG", "P.GeoJSON", "p.json", "p.shp", "p.fgb", "p.Parquet"])
def test_endings_in_capitals_and_of_other_programs(tmp_path, name):
    frame = gpd.GeoDataFrame({"id": ["a"]}, geometry=PLACES.geometry[:1].to_list(), crs=4326)
    path = tmp_path / name
    drivers = {".json": "GeoJSON", ".gpkg": "GPKG", ".geojson": "GeoJSON"}
    if path.suffix == ".Parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path, driver=drivers.get(path.suffix.lower()))
    assert read_points(path)["id"].tolist() == ["a"]


@pytest.mark.parametrize("name", ["p.gpkg", "p.parquet", "p.geojson", "p.csv"])
def test_files_that_are_not_there_or_not_what_they_say(tmp_path, name):
    path = tmp_path / name
    with pytest.raises(FileError, match="no such file"):
        read_points(path)
    path.write_bytes(b"\x00\xff\xfe\x80 not a table")
    with pytest.raises(FileError, match=name):
        read_points(path)


def test_truncated_files(tmp_path):
    for name in ("p.gpkg", "p.parquet", "p.geojson"):
        path = tmp_path / name
        PLACES.to_parquet(path) if name.endswith("parquet") else PLACES.to_file(path)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        with pytest.raises((FileError, InputError), match=name):
            read_points(path)


def test_endings_and_layers(tmp_path):
    path = written(tmp_path, "", "points.shp.xml")
    with pytest.raises(FileError, match=r"\.xml is not known"):
        read_points(path)
    path = tmp_path / "two.gpkg"
    PLACES.to_file(path, layer="one")
    PLACES.to_file(path, layer="two")
    with pytest.raises(InputError, match=r"2 layers \(one, two\)"):
        read_points(path)


def test_polygons_need_coordinates():
    areas = PLACES.set_geometry(shapely.buffer(PLACES.geometry.to_numpy(), 0.1))
    with pytest.raises(InputError, match=r"geometry is Polygon, not points; use"):
        as_points(areas)
    with_columns = areas.assign(lon=7.0, lat=52.0)
    assert set(as_points(with_columns).geometry.x) == {7.0}


def test_empty_geometry_and_no_ids():
    empty = PLACES.set_geometry([shapely.Point(), shapely.Point(7, 52)])
    with pytest.raises(InputError, match="no coordinates for 00"):
        as_points(empty)
    with pytest.raises(InputError, match="here: no ids; give a column 'id' or 'cell_id'"):
        as_points(PLACES.drop(columns="id"), where="here")
    extent = EXTENT.set_crs(None, allow_override=True)
    with pytest.raises(InputError, match="extent: no CRS"):
        as_points(PLACES, extent=extent)


def test_ids_come_from_the_first_name_that_is_there():
    frame = pd.DataFrame(
        {"region_code": ["GM1", "GM1"], "lon": [7.0, 7.1], "lat": [52.0, 52.0]},
        index=pd.Index(["c1", "c2"], name="cell_id"),
    )
    assert list(as_points(frame)["id"]) == ["c1", "c2"]
    assert list(as_points(frame.rename_axis("x").drop(columns="region_code"))["id"]) == [
        "c1",
        "c2",
    ]


def test_a_series_of_points_and_one_point_do_as_well():
    series = gpd.GeoSeries(gpd.points_from_xy([6.9], [52.2]), index=["home"], crs=4326)
    assert as_points(series)["id"].tolist() == ["home"]
    (point,) = as_points((6.9, 52.2)).itertuples()
    assert (point.id, point.geometry.x, point.geometry.y) == ("6.9, 52.2", 6.9, 52.2)
    for odd in ([6.9, 52.2], {"lon": 6.9}, "Enschede", (6.9, "x"), None):
        with pytest.raises(
            InputError, match=r"origins: is a .*; give a table with ids and points"
        ):
            as_points(odd, where="origins")


@pytest.mark.parametrize("kind", [float, int, "float32", "Float64", str, object])
def test_coordinates_of_any_kind_of_number_are_the_same(kind):
    frame = pd.DataFrame({"id": ["a", "b"], "lon": [7, 6], "lat": [52, 53]})
    points = as_points(frame.astype({"lon": kind, "lat": kind}))
    assert points.geometry.x.tolist() == [7.0, 6.0]
    assert points.geometry.y.tolist() == [52.0, 53.0]
