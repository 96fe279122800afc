"""Files that a user names: what is wrong with them is said once; writing is whole or not at all."""

import gzip
import os
import warnings

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import FileError, GrensgeoWarning, InputError, listening
from grensgeo.files import (
    beside,
    need_ending,
    need_file,
    need_place,
    read_csv,
    read_layer,
    read_table,
    read_toml,
    text_of,
    write_table,
)

LAYER = gpd.GeoDataFrame(
    {"name": ["a", "b"]}, geometry=gpd.points_from_xy([6.9, 7.0], [52.2, 52.3]), crs=4326
)


@pytest.fixture
def write(tmp_path):
    """Write a file of text or bytes."""

    def call(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return call


def test_a_folder_and_nothing_are_no_files(tmp_path):
    with pytest.raises(FileError, match="is a folder; name a file"):
        need_file(tmp_path)
    with pytest.raises(FileError, match="no such file"):
        need_file(tmp_path / "none.csv")
    with pytest.raises(InputError, match=r"ends in \.csv"):
        need_ending(tmp_path / "a.xls", (".csv",))


def test_a_place_to_write_is_looked_at_before_the_work(tmp_path):
    (tmp_path / "file").write_text("")
    need_place(tmp_path / "new" / "deep" / "t.csv")
    need_place(tmp_path / "file")
    need_place(tmp_path, folder=True)
    with pytest.raises(FileError, match="is a folder; name a file"):
        need_place(tmp_path)
    with pytest.raises(FileError, match="is a file; name a folder"):
        need_place(tmp_path / "file", folder=True)
    with pytest.raises(FileError, match="file is a file; choose another folder"):
        need_place(tmp_path / "file" / "t.csv")


def test_a_folder_without_permission_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda place, _: place != tmp_path)  # root may everywhere
    with pytest.raises(FileError, match="no permission"):
        need_place(tmp_path / "t.csv")


def test_what_fails_leaves_nothing_behind(tmp_path):
    def half_way():
        with beside(tmp_path / "new" / "deep" / "t") as folder:
            (folder / "part").write_text("half")
            raise ValueError("stopped")

    with pytest.raises(ValueError, match="stopped"):
        half_way()
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_says_names_the_file(tmp_path):
    with pytest.raises(FileError, match=r"t\.csv: cannot be written \(disk full\)"):  # noqa: SIM117
        with beside(tmp_path / "t.csv"):
            raise OSError(28, "disk full")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("separator", [",", ";"])
def test_csv_with_a_byte_order_mark_keeps_ids_as_text(write, separator):
    text = f"\ufeffid,n\n00,1.5\n{'NA'},\n".replace(",", separator)
    frame = read_csv(write("a.csv", text), text=("id",))
    assert frame["id"].tolist() == ["00", "NA"]
    assert frame["n"].tolist()[0] == 1.5
    assert frame["n"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("content", "error", "word"),
    [
        ("", InputError, "empty"),
        ("\n\n", InputError, "empty"),
        ("id,id,n\na,b,1\n", InputError, "header names 'id' more than once"),
        ("id,n\na,1,5\n", InputError, "more fields than the header"),
        ('id,n\n"a,1\n', InputError, "rows differ"),
        (b"id,n\n\0\0,1\n", FileError, "binary"),
        (b"\xff\xfei\0d", FileError, "not a readable CSV"),
        (b"id,n\n\x81,1\n", FileError, "save it as UTF-8"),
    ],
)
def test_csv_that_is_none_is_refused_by_name(write, content, error, word):
    with pytest.raises(error, match=word) as caught:
        read_csv(write("bad.csv", content))
    assert "bad.csv" in str(caught.value)


def test_a_table_lacking_columns_or_numbers_is_refused_by_name(write, tmp_path):
    path = write("t.csv", "from_id;to_id;minutes\n00;01;3h5\n")
    with pytest.raises(InputError, match=r"t\.csv: not travel times: no column 'x'; found"):
        read_table(path, needs=("from_id", "x"), what="travel times")
    with pytest.raises(InputError, match=r"t\.csv: minutes is not a number: '3h5'; write dec"):
        read_table(path, needs=("from_id",), what="travel times", numbers=("minutes", "open"))
    damaged = write("t.parquet", "PAR1")
    with pytest.raises(FileError, match=r"t\.parquet: cannot be read"):
        read_table(damaged, needs=(), what="travel times")


@pytest.mark.parametrize("name", ["l.gpkg", "l.geojson", "l.parquet"])
def test_layers_go_and_come_back(tmp_path, name):
    write_table(LAYER, tmp_path / "new" / name)
    again = read_layer(tmp_path / "new" / name)
    assert again["name"].tolist() == ["a", "b"]
    assert again.crs.to_epsg() == 4326
    assert [p.name for p in (tmp_path / "new").iterdir()] == [name]


def test_layers_that_are_none_are_refused(write, tmp_path):
    for name in ("l.gpkg", "l.geojson", "l.parquet"):
        with pytest.raises(FileError, match=name):
            read_layer(write(name, "<html>404</html>"))
    for layer in ("a", "b"):
        LAYER.to_file(tmp_path / "two.gpkg", layer=layer)
    with pytest.raises(InputError, match=r"2 layers \(a, b\); name one with layer="):
        read_layer(tmp_path / "two.gpkg")
    with pytest.raises(InputError, match=r"no layer 'c'; there are a, b"):
        read_layer(tmp_path / "two.gpkg", layer="c")
    assert len(read_layer(tmp_path / "two.gpkg", layer="b")) == 2


def test_a_table_over_a_folder_is_refused(tmp_path):
    (tmp_path / "t.csv").mkdir()
    with pytest.raises(FileError, match="is a folder"):
        write_table(pd.DataFrame({"a": [1]}), tmp_path / "t.csv")


@pytest.mark.parametrize("content", ["a = [", b"a = '\xff'"])
def test_toml_that_is_none_is_refused(write, content):
    with pytest.raises(FileError, match=r"bad\.toml: not a TOML file"):
        read_toml(write("bad.toml", content))
    with pytest.raises(FileError, match="is a folder"):
        read_toml(write("x", "").parent)


# --- what the world's programs save


def test_windows_letters_are_read_and_told(write):
    path = write("w.csv", "id;name;jobs\na;Zwölle;3\n".encode("cp1252"))
    with pytest.warns(GrensgeoWarning, match=r"w\.csv: not UTF-8; read as Windows-1252.*'ö'"):
        assert read_csv(path, text=("id", "name"))["name"].tolist() == ["Zwölle"]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("id;jobs\na;1234,5\nb;7\n", [1234.5, 7.0]),
        ("id;jobs\na;1.234,5\nb;\n", [1234.5, None]),
        ("id\tjobs\na\t-0,25\nb\t1e3\n", None),  # not written alike: text
        ("id;jobs\na;84,590\nb;1,200\n", None),  # thousands, or decimals?
        ("id;jobs\na;1,200,000\nb;1\n", None),
        ('id,jobs\na,"84,5"\nb,3\n', None),  # commas separate: decimals have points
    ],
)
def test_decimal_commas(write, text, jobs):
    read = read_csv(write("j.csv", text), text=("id",))["jobs"]
    if jobs is None:
        assert not pd.api.types.is_numeric_dtype(read)
    else:
        assert read.isna().tolist() == [value is None for value in jobs]
        assert read.dropna().tolist() == [value for value in jobs if value is not None]


def test_quantities_may_have_three_digits_behind_the_comma(write):
    path = write("t.csv", "from_id;to_id;travel_time_min\n00;01;3,125\n")
    times = read_table(path, needs=("from_id",), what="times", numbers=("travel_time_min",))
    assert times["travel_time_min"].tolist() == [3.125]
    assert times["from_id"].tolist() == ["00"]


def test_packed_text_is_read_and_told_apart(write):
    path = write("j.csv.gz", gzip.compress(b"id,jobs\n00,3\n"))
    assert read_table(path, needs=("id",), what="jobs").to_dict("list") == {
        "id": ["00"],
        "jobs": [3],
    }
    with pytest.raises(FileError, match=r"j\.csv\.gz"):
        read_table(
            write("j.csv.gz", gzip.compress(b"id,jobs\n00,3\n")[:-9]), needs=(), what="jobs"
        )


def test_parquet_with_ids_in_the_index(tmp_path):
    frame = pd.DataFrame({"jobs": [1]}, index=pd.Index(["00"], name="id"))
    frame.to_parquet(tmp_path / "j.parquet")
    assert read_table(tmp_path / "j.parquet", needs=("id",), what="jobs")["id"].tolist() == ["00"]
    LAYER.set_index("name").to_parquet(tmp_path / "l.parquet")
    assert read_layer(tmp_path / "l.parquet")["name"].tolist() == ["a", "b"]


def test_workbooks(tmp_path):
    frame = pd.DataFrame({"id": [1, 2], "jobs": [0.5, None]})
    frame.to_excel(tmp_path / "one.xlsx", index=False)
    read = read_table(tmp_path / "one.xlsx", needs=("id", "jobs"), what="jobs")
    assert read["id"].tolist() == ["1", "2"]
    assert read["jobs"].isna().tolist() == [False, True]
    with pd.ExcelWriter(tmp_path / "two.xlsx") as book:
        for sheet in ("a", "b"):
            frame.to_excel(book, sheet_name=sheet, index=False)
    with pytest.raises(InputError, match=r"2 sheets \(a, b\); name one with layer="):
        read_table(tmp_path / "two.xlsx", needs=(), what="jobs")
    assert len(read_table(tmp_path / "two.xlsx", needs=(), what="jobs", layer="b")) == 2
    whole = (tmp_path / "one.xlsx").read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FileError, match="not a readable workbook"):
        read_table(tmp_path / "cut.xlsx", needs=(), what="jobs")


def test_styles_that_qgis_keeps_beside_a_layer_are_no_layer(tmp_path):
    path = tmp_path / "l.gpkg"
    LAYER.to_file(path, layer="places")
    pyogrio.write_dataframe(pd.DataFrame({"styleName": ["x"]}), path, layer="layer_styles")
    pyogrio.write_dataframe(pd.DataFrame({"note": ["x"]}), path, layer="remarks")
    assert read_layer(path)["name"].tolist() == ["a", "b"]
    pyogrio.write_dataframe(pd.DataFrame({"note": ["x"]}), tmp_path / "t.gpkg", layer="remarks")
    with pytest.raises(FileError, match="no layer with shapes"):
        read_layer(tmp_path / "t.gpkg")


def test_shapes_that_are_none_are_one_clear_line(write):
    ring = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}'
    path = write("l.geojson", f'{{"type":"Feature","properties":{{}},"geometry":{ring}}}')
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", GrensgeoWarning)
            read_layer(path)
    except FileError as error:
        assert "l.geojson" in str(error)  # noqa: PT017 -- GDAL mends it in some versions


def test_what_gdal_says_of_shapes_is_passed_on(write):
    rows = [
        f'{{"type":"Feature","id":1,"properties":{{}},"geometry":{{"type":"Point","coordinates":{at}}}}}'
        for at in ([6.9, 52.2], [7.0, 52.3])
    ]
    path = write("l.geojson", f'{{"type":"FeatureCollection","features":[{",".join(rows)}]}}')
    with listening() as heard:
        assert len(read_layer(path)) == 2
    ((told,),) = [one.faults for one in heard]
    assert told.code == "files.gdal-says"
    assert f"{path}: GDAL says" in told
    assert "id = 1" in told


@pytest.mark.parametrize("meta", [b"{", b"[]", b'{"columns": 3}', b'{"version": "1.0.0"}'])
def test_geoparquet_with_damaged_metadata(tmp_path, meta):
    LAYER.to_parquet(tmp_path / "l.parquet")
    table = pq.read_table(tmp_path / "l.parquet")
    pq.write_table(table.replace_schema_metadata({b"geo": meta}), tmp_path / "l.parquet")
    with pytest.raises(FileError, match=r"l\.parquet: cannot be read"):
        read_layer(tmp_path / "l.parquet")


def test_what_a_frame_carries_along_is_not_written(tmp_path):
    LAYER.attrs["seam"] = object()
    for name in ("a.parquet", "a.gpkg", "a.csv"):
        write_table(LAYER, tmp_path / name)
    LAYER.attrs.clear()


def test_settings_nested_without_end(write):
    with pytest.raises(FileError, match=r"deep\.toml: not a TOML file \(nested too deeply\)"):
        read_toml(write("deep.toml", "a = " + "[" * 50000))
    with pytest.raises(FileError, match=r"long\.toml: not a TOML file"):
        read_toml(write("long.toml", "a = " + "1" * 5000))


@pytest.mark.parametrize("name", ["l.gpkg", "l.geojson"])
def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path, monkeypatch, name):
    def full(*_, **__):
        raise pyogrio.errors.DataSourceError("Failed to write: disk full; see GDAL")

    monkeypatch.setattr(gpd.GeoDataFrame, "to_file", full)
    with pytest.raises(
        FileError, match=rf"{name}: cannot be written \(Failed to write: disk full\)"
    ):
        write_table(LAYER, tmp_path / "new" / name)
    assert list(tmp_path.iterdir()) == []


@given(
    rows=st.lists(
        st.tuples(
            st.text("0123456789abcäöß -", min_size=1).filter(lambda text: text == text.strip()),
            st.one_of(
                st.none(), st.floats(-1e6, 1e6).map(lambda value: round(value, 4) + 0.00001)
            ),
        ),
        min_size=1,
        max_size=8,
    ),
    separator=st.sampled_from(";\t|,"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    stated=st.booleans(),
)
def test_law_a_table_reads_the_same_however_a_spreadsheet_saved_it(
    tmp_path_factory, rows, separator, encoding, ends, stated
):
    point = "." if separator == "," else ","
    lines = [f"sep={separator}"] if stated else []
    lines += [separator.join(("id", "travel_time_min"))]
    for name, value in rows:
        number = "" if value is None else f"{value:.5f}".replace(".", point)
        lines.append(separator.join((name, number)))
    path = tmp_path_factory.mktemp("law") / "t.csv"
    path.write_bytes((ends.join(lines) + ends).encode(encoding))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        read = read_table(path, needs=("id",), what="times", numbers=("travel_time_min",))
    assert read["id"].tolist() == [name for name, _ in rows]
    assert read["travel_time_min"].isna().tolist() == [value is None for _, value in rows]
    known = [round(value, 5) for _, value in rows if value is not None]
    assert read["travel_time_min"].dropna().tolist() == pytest.approx(known)


@pytest.mark.parametrize(
    "text",
    ["id;jobs;;\n00;3;;\n;;;\n01;4;;\n;;;\n", "id,jobs\n00,3\n,\n01,4\n", "Id,Jobs\n00,3\n01,4\n"],
)
def test_empty_columns_and_rows_around_a_table_are_none_and_capitals_do_not_matter(write, text):
    read = read_table(write("j.csv", text), needs=("id", "jobs"), what="jobs", numbers=("jobs",))
    assert read.to_dict("list") == {"id": ["00", "01"], "jobs": [3, 4]}


def test_a_column_without_a_name_that_holds_something_stays(write):
    assert len(read_csv(write("j.csv", "id,\n00,3\n"), text=("id",)).columns) == 2


def test_two_spellings_of_one_column_are_not_guessed(write):
    with pytest.raises(InputError, match="no column 'id'; found 'Id', 'ID'"):
        read_table(write("j.csv", "Id,ID\n00,3\n"), needs=("id",), what="jobs")


def test_text_of_a_publisher_in_windows_1252_needs_no_warning(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_bytes("Münster;€ 5\r\n".encode("cp1252"))
    assert text_of(path.read_bytes(), path, windows=True) == "Münster;€ 5\n"
    with pytest.warns(GrensgeoWarning, match="Windows-1252"):
        assert text_of(path.read_bytes(), path) == "Münster;€ 5\n"


def test_a_table_of_very_many_columns_is_told_at_once(tmp_path):
    wide = tmp_path / "wide.csv"
    wide.write_text(",".join(f"c{k}" for k in range(20_000)) + "\n1\n", encoding="utf-8")
    with pytest.raises(InputError, match="20,000 columns, more than 10,000") as told:
        read_csv(wide)
    assert told.value.code == "table-too-wide"


@pytest.mark.long
def test_a_table_of_as_many_columns_as_may_be_is_read(tmp_path):
    wide = tmp_path / "wide.csv"
    most = ";".join(f"c{k}" for k in range(10_000))
    wide.write_text(most + "\n" + ";".join(["1"] * 10_000) + "\n", encoding="utf-8")
    assert read_csv(wide).shape == (1, 10_000)


def test_the_same_layer_gives_the_same_bytes(tmp_path):
    layer = gpd.GeoDataFrame({"id": ["a"]}, geometry=[shapely.Point(6.9, 52.2)], crs=4326)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_table(layer, tmp_path / name / "layer.gpkg")
    one, two = ((tmp_path / name / "layer.gpkg").read_bytes() for name in ("one", "two"))
    assert one == two
    assert b"2000-01-01" in two
