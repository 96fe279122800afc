import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from grensgeo import schema
from grensgeo.errors import InputError
from grensgeo.schema import Column, Table

TABLES = [value for value in vars(schema).values() if isinstance(value, Table)]

TOY = Table(
    "toys",
    (
        Column("id", "string", "Id"),
        Column("n", "integer", "Count", null="unknown"),
        Column("x", "number", "Length", "m", "unknown"),
        Column("new", "boolean", "Whether new", null="unknown"),
        Column("note", "string", "Remark", null="none", required=False),
    ),
    ("id",),
)
AREA = Table("areas", (Column("id", "string", "Id"),), ("id",), ("Polygon",))
SQUARE = shapely.box(0, 0, 1, 1)
BOW = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


def toys(**change):
    columns = {"id": ["a", "b"], "n": [1, 2], "x": [1.5, 2.5], "new": [True, False]}
    return pd.DataFrame(columns | change)


def areas(geometry, crs=4326):
    return gpd.GeoDataFrame(
        {"id": [str(i) for i in range(len(geometry))]}, geometry=geometry, crs=crs
    )


# --- values


def test_a_good_frame_comes_back_as_declared():
    frame = toys(n=[1.0, 2.0], x=[1, 2], extra=[7, 8])
    checked = TOY.check(frame)
    assert checked["n"].dtype == "int64"
    assert checked["x"].dtype == "float64"
    assert checked["new"].dtype == "bool"
    assert checked["extra"].tolist() == [7, 8]
    assert frame["n"].dtype == "float64"  # the argument is not changed


def test_nulls_are_kept_where_they_mean_something():
    checked = TOY.check(toys(n=[1, None], x=[None, 2.5], new=[None, True], note=["x", None]))
    assert checked["n"].dtype == "Int64"
    assert checked["new"].dtype == "boolean"
    assert pd.isna(checked["n"][1])
    assert np.isnan(checked["x"][0])
    assert pd.isna(checked["new"][0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": [1, 2]}, r"'id' holds int values \(1, 2\); read it as text, so that 00"),
        ({"id": [1.5, 2.0]}, "'id' holds float values"),
        ({"id": ["a", None]}, "'id' is empty in rows 1"),
        ({"id": ["a", "a"]}, "duplicate id: a"),
        ({"n": [1.5, 2]}, "'n' holds 1.5, not whole numbers"),
        ({"n": ["one", 2]}, "'n' holds one, not numbers"),
        ({"x": [np.inf, -np.inf]}, "'x' is infinite in rows 0, 1"),
        ({"x": ["1,5", "2"]}, "'x' holds 1,5, not numbers"),
        ({"new": ["yes", True]}, "'new' holds yes, not true or false"),
        ({"note": [3, "x"]}, "'note' holds int values"),
    ],
)
def test_values_that_do_not_fit_are_named(change, message):
    with pytest.raises(InputError, match=message) as caught:
        TOY.check(toys(**change), where="toys.csv")
    assert str(caught.value).startswith("toys.csv: toys: ")


def test_all_faults_are_told_at_once():
    frame = toys(id=["a", "a"], x=[np.inf, 1.0]).drop(columns="n")
    with pytest.raises(InputError) as caught:
        TOY.check(frame)
    text = str(caught.value)
    assert "column 'n' is missing" in text
    assert "'x' is infinite" in text
    assert "duplicate id: a" in text


def test_an_optional_column_may_be_left_out():
    assert "note" not in TOY.check(toys()).columns


def test_an_empty_frame_has_its_columns():
    empty = toys().iloc[:0]
    assert len(TOY.check(empty)) == 0
    with pytest.raises(InputError, match="column 'id' is missing"):
        TOY.check(pd.DataFrame())


def test_leading_zeros_stay():
    assert TOY.check(toys(id=["05554020", "00"]))["id"].tolist() == ["05554020", "00"]


# --- geometry


def test_a_good_geometry_stays_a_geodataframe():
    checked = AREA.check(areas([SQUARE]))
    assert isinstance(checked, gpd.GeoDataFrame)
    assert checked.crs.to_epsg() == 4326


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pd.DataFrame({"id": ["a"]}), "no geometry; give a GeoDataFrame"),
        (areas([SQUARE], crs=None), r"no CRS; set one, for instance with .set_crs\(4326\)"),
        (areas([SQUARE, None]), "empty geometry in rows 1"),
        (areas([SQUARE, shapely.Polygon()]), "empty geometry in rows 1"),
        (areas([shapely.Point(0, 0)]), "geometry Point, expected Polygon"),
        (areas([SQUARE, BOW]), r"invalid geometry in rows 1; use make_valid\(\)"),
    ],
)
def test_geometry_that_does_not_fit_is_named(frame, message):
    with pytest.raises(InputError, match=message):
        AREA.check(frame)


# --- the declarations themselves


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_declarations_hold_together(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert set(table.key) <= set(names)
    keys = [column for column in table.columns if column.name in table.key]
    assert all(column.required and not column.null for column in keys)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_quantity_ends_in_its_unit(table):
    ends = {"min": "_min", "m": "_m", "s": "_s", "km": "_km", "kmh": "_kmh"}
    for column in table.columns:
        if column.unit in ends:
            assert column.name.endswith(ends[column.unit])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_described(table):
    text = table.describe()
    lines = text.splitlines()
    assert len(lines) == 2 + len(table.columns)
    for column in table.columns:
        assert f"| `{column.name}` | {column.kind} |" in text
        assert column.meaning
    assert all(line.count("|") == 6 for line in lines)
