"""Files that a user names: what is wrong with them is said once; writing is whole or not at all."""

import os

import geopandas as gpd
import pandas as pd
import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.files import (
    beside,
    need_ending,
    need_file,
    need_place,
    read_csv,
    read_layer,
    read_table,
    read_toml,
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
        (b"id,n\n\xfc,1\n", FileError, "save it as UTF-8"),
        (b"id,n\n\0\0,1\n", FileError, "binary"),
        (b"\xff\xfei\0d\0", FileError, "binary"),
    ],
)
def test_csv_that_is_none_is_refused_by_name(write, content, error, word):
    with pytest.raises(error, match=word) as caught:
        read_csv(write("bad.csv", content))
    assert "bad.csv" in str(caught.value)


def test_a_table_lacking_columns_or_numbers_is_refused_by_name(write, tmp_path):
    path = write("t.csv", "from_id;to_id;minutes\n00;01;3,5\n")
    with pytest.raises(InputError, match=r"t\.csv: not travel times: no column 'x'; found"):
        read_table(path, needs=("from_id", "x"), what="travel times")
    with pytest.raises(InputError, match=r"t\.csv: minutes is not a number: '3,5'; write dec"):
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
    with pytest.raises(InputError, match=r"2 layers \(a, b\)"):
        read_layer(tmp_path / "two.gpkg")


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
