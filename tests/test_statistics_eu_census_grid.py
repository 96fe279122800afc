"""Eurostat's census grid. The files are made up after a description of version 3."""

import geopandas as gpd
import pytest
import shapely

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.statistics import read_census_grid
from grensgeo.statistics.eu import census_grid

HEAD = "GRD_ID,T,M,F,EMP,LAND_SURFACE,POPULATED,CNTR_ID\n"
ROWS = """\
CRS3035RES1000mN3069000E4030000,12,6,6,5,1,1,BE-DE-NL
CRS3035RES1000mN3070000E4030000,-8888,-8888,-8888,-8888,1,1,DE
CRS3035RES1000mN3071000E4030000,0,0,0,0,0.5,0,DE
CRS3035RES1000mN3269000E4230000,7,3,4,2,1,1,DE
"""


def grid(tmp_path, rows=ROWS, head=HEAD):
    file = tmp_path / "ESTAT_Census_2021_V3.csv"
    file.write_text(head + rows, encoding="utf-8")
    return file


def test_a_cell_on_a_border_stands_once_with_all_its_people(tmp_path):
    people = read_census_grid(grid(tmp_path)).set_index("grid_id")
    cell = people.loc["CRS3035RES1000mN3069000E4030000"]
    assert (cell["count"], cell["size_m"], cell["reference_date"]) == (12.0, 1000, "2021-01-01")
    assert cell[["lon", "lat"]].round(2).tolist() == [5.89, 50.66]
    assert len(people) == 4


def test_what_is_confidential_is_no_zero_and_zero_is_zero(tmp_path):
    people = read_census_grid(grid(tmp_path))
    assert people["count"].fillna(-1).tolist() == [12.0, -1.0, 0.0, 7.0]
    assert people["marker"].dropna().tolist() == ["-8888"]


def test_only_the_extent_is_kept_however_the_file_is_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(census_grid, "_BLOCK", 130)
    near = gpd.GeoSeries([shapely.box(5.8, 50.6, 6.0, 50.8)], crs=4326)
    people = read_census_grid(grid(tmp_path), extent=near, measure="EMP")
    assert people["count"].fillna(-1).tolist() == [5.0, -1.0, 0.0]
    far = gpd.GeoSeries([shapely.box(20, 50, 21, 51)], crs=4326)
    with pytest.raises(InputError, match="within the extent"):
        read_census_grid(grid(tmp_path), extent=far)


def test_people_in_no_cell_are_told(tmp_path):
    rows = ROWS + "DE_unallocated,1234,1,1,1,0,0,DE\nNL_unallocated,-9999,0,0,0,0,0,NL\n"
    with pytest.warns(GrensgeoWarning, match="left out: 1,234"):
        assert len(read_census_grid(grid(tmp_path, rows))) == 4


@pytest.mark.parametrize(
    ("rows", "head", "code"),
    [
        (ROWS, HEAD.replace("GRD_ID", "SPATIAL"), "column-missing"),
        (ROWS, HEAD.replace(",T,", ",TOTAL,"), "column-missing"),
        (ROWS + ROWS.splitlines()[0], HEAD, "row-twice"),
        (ROWS.replace("1000mN3069000", "100mN3069000"), HEAD, "code-malformed"),
        (ROWS.replace(",12,", ",-12,"), HEAD, "negative-or-infinite"),
        (ROWS.replace(",12,", ',"1,2",'), HEAD, "not-a-number"),
        ("", HEAD, "table-empty"),
        (ROWS + "CRS3035RES1000mN3072000E4030000,1,1,0,1,1,1,", HEAD, "rows-ragged"),
    ],
)
def test_another_file_is_refused(tmp_path, rows, head, code):
    with pytest.raises(InputError) as caught:
        read_census_grid(grid(tmp_path, rows, head))
    assert caught.value.code == code


@pytest.mark.parametrize(
    "rows",
    [ROWS.replace(",12,", ",1,200,"), ROWS + "CRS3035RES1000mN3072000E4030000,1,1"],
)
def test_rows_with_more_or_fewer_fields_than_the_header_are_refused(tmp_path, rows):
    with pytest.raises(FileError, match="Expected 8 columns, got "):
        read_census_grid(grid(tmp_path, rows))
