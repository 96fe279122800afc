"""Grids of the census and squares of CBS, small and in the publishers' own formats."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from grensgeo import schema
from grensgeo.errors import FileError, InputError
from grensgeo.statistics.grids import read_cbs_squares, read_zensus_grid

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "boundaries"
DASH = "\N{EN DASH}"

#: Three cells in Gronau.
ZENSUS = """GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner
CRS3035RES100mN3230200E4114300;4114350;3230250;12
CRS3035RES100mN3230200E4114400;4114450;3230250;-
CRS3035RES100mN3230300E4114300;4114350;3230350;3
""".replace(";-\n", f";{DASH}\n")


def zensus(folder, text=ZENSUS, *, name="Zensus2022_Bevoelkerungszahl_100m-Gitter.csv"):
    file = Path(folder) / name
    file.write_text(text, encoding="utf-8")
    return file


def test_people_on_the_grid_of_the_census(tmp_path):
    grid = read_zensus_grid(zensus(tmp_path))
    schema.GRID_FACTS.check(grid)
    np.testing.assert_array_equal(grid["count"], [12, np.nan, 3])
    np.testing.assert_array_equal(grid["lower"], [12, 0, 3])
    np.testing.assert_array_equal(grid["upper"], [12, 2, 3])
    assert grid["marker"].fillna("").tolist() == ["", DASH, ""]
    assert set(grid["size_m"]) == {100}
    assert set(grid["reference_date"]) == {"2022-05-15"}
    assert set(grid["source_id"]) == {"zensus-2022-100m"}
    x, y = _metres(grid, 3035)
    np.testing.assert_allclose(x, [4114350, 4114450, 4114350], atol=1e-3)
    np.testing.assert_allclose(y, [3230250, 3230250, 3230350], atol=1e-3)
    assert grid["lon"].between(6.9, 7.1).all()
    assert grid["lat"].between(52.1, 52.3).all()


def _metres(grid, crs):
    points = gpd.GeoSeries.from_xy(grid["lon"], grid["lat"], crs=4326).to_crs(crs)
    return points.x, points.y


def test_decimals_notes_and_windows_files(tmp_path):
    """An average age, decimals with a comma, a note on few cases; saved in Windows-1252."""
    text = (
        "GITTER_ID_1km;x_mp_1km;y_mp_1km;Durchschnittsalter;werterlaeuternde_Zeichen\n"
        "CRS3035RES1000mN3230000E4114000;4114500;3230500;39,78;KLAMMERN\n"
        f"CRS3035RES1000mN3231000E4114000;4114500;3231500;{DASH};\n"
    )
    file = tmp_path / "Zensus2022_Durchschnittsalter_1km-Gitter.csv"
    file.write_bytes(text.encode("cp1252"))
    grid = read_zensus_grid(file)
    np.testing.assert_array_equal(grid["count"], [39.78, np.nan])
    np.testing.assert_array_equal(grid["upper"], [39.78, np.nan])
    assert set(grid["measure"]) == {"Durchschnittsalter"}


def test_the_grid_of_2011_has_short_ids_too(tmp_path):
    text = "Gitter_ID_1km;x_mp_1km;y_mp_1km;Einwohner\n1kmN3230E4114;4114500;3230500;-1\n"
    file = zensus(tmp_path, text, name="Zensus11_Datensatz_Bevoelkerung_1km.csv")
    with pytest.raises(InputError, match="which census"):
        read_zensus_grid(file)
    (row,) = read_zensus_grid(file, reference_date="2011-05-09").to_dict("records")
    assert np.isnan(row["count"])
    assert (row["lower"], row["upper"], row["marker"]) == (0, 2, "-1")
    x, y = _metres(read_zensus_grid(file, reference_date="2011-05-09"), 3035)
    np.testing.assert_allclose([x[0], y[0]], [4114500, 3230500], atol=1e-3)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("RES100mN3230300E4114300", "RES100mN3230200E4114300", r"rows come twice .*lines 2, 4"),
        ("RES100mN3230300", "RES1000mN3230300", r"ids of no cell of 100 m \('CRS3035.*line 4\)"),
        ("N3230300E4114300", "N3.2303E+06E4114300", r"ids of no cell of 100 m .*line 4"),
        ("N3230300E4114300", "N3230350E4114300", r"ids of no cell of 100 m .*line 4"),
        ("4114350;3230350", "3230350;4114350", r"x_mp_100m is not the centre .*3230350, line 4"),
        ("4114350;3230350", "4114350,0;3230350", r"x_mp_100m is not the centre .*line 4"),
        (";12\n", ";1.234\n", r"'1\.234' in line 2"),
        (";12\n", ";12,5\n", r"Einwohner in decimals \('12,5', line 2\)"),
        (";12\n", ";12,000\n", r"Einwohner in decimals \('12,000', line 2\)"),
        (";12\n", ";-12\n", r"negative figures \('-12'\) in line 2"),
        (";12\n", ";\ufffd\n", r"letters or marks were lost .*line 2"),
        ("GITTER_ID_100m", "id", "not a grid of the census"),
        (";Einwohner", ";Einwohner;Frauen", r"differ in length"),
    ],
)
def test_wrong_content_of_the_census_is_refused_by_line(tmp_path, old, new, fault):
    with pytest.raises(InputError, match=fault):
        read_zensus_grid(zensus(tmp_path, ZENSUS.replace(old, new)))


def test_one_of_several_measures_is_chosen(tmp_path):
    text = (
        "GITTER_ID_1km;x_mp_1km;y_mp_1km;Insgesamt_Bevoelkerung;Evangelisch\n"
        "CRS3035RES1000mN3230000E4114000;4114500;3230500;40;9\n"
    )
    file = zensus(tmp_path, text)
    with pytest.raises(InputError, match=r"more than one measure; choose with measure=; found "
                                         r"'Insgesamt_Bevoelkerung', 'Evangelisch'"):  # fmt: skip
        read_zensus_grid(file)
    assert read_zensus_grid(file, measure="Evangelisch")["count"].tolist() == [9]
    with pytest.raises(InputError, match="no measure 'Frauen'"):
        read_zensus_grid(file, measure="Frauen")


def test_only_cells_within_the_extent_are_kept(tmp_path):
    square = gpd.GeoSeries([shapely.box(4114300, 3230200, 4114400, 3230400)], crs=3035)
    grid = read_zensus_grid(zensus(tmp_path), extent=square)
    assert grid["grid_id"].str[-8:].tolist() == ["E4114300"] * 2
    away = gpd.GeoSeries([shapely.box(0, 0, 1, 1)], crs=4326)
    with pytest.raises(InputError, match="no cell has its centre within the extent"):
        read_zensus_grid(zensus(tmp_path), extent=away)


@pytest.mark.shared_data
def test_the_grid_of_2011_in_its_own_format():
    file = SHARED / "de_zensus2011_einwohner_1km.csv"
    if not file.exists():
        pytest.skip("shared/data is not here")
    grid = read_zensus_grid(file, reference_date="2011-05-09")
    assert len(grid) == 23_019
    assert grid["marker"].notna().sum() == 3_183
    assert grid["count"].min() == 3
    assert grid["count"].sum() == 8_902_984


# --- squares of CBS

#: Three squares in Enschede; -99997 hides fewer than five, -99995 is not available.
SQUARES = {
    "crs28992res100m": ["E2577N4711", "E2578N4711", "E2579N4711"],
    "aantal_inwoners": [35, -99997, -99995],
    "gemiddelde_woz_waarde_woning": [212, -99997, 0],
}


def squares(folder, *, kind="gpkg", change=None, name="cbs_vk100_2023_v1"):
    columns = {**SQUARES, **(change or {})}
    ids = SQUARES["crs28992res100m"]
    corners = [(int(i[1:5]) * 100, int(i[6:]) * 100) for i in ids]
    boxes = [shapely.MultiPolygon([shapely.box(x, y, x + 100, y + 100)]) for x, y in corners]
    frame = gpd.GeoDataFrame(columns, geometry=boxes, crs=28992)
    file = Path(folder) / f"{name}.{kind}"
    if kind == "csv":
        frame.drop(columns="geometry").to_csv(file, index=False)
    else:
        frame.to_file(file)
    return file


@pytest.mark.parametrize("kind", ["gpkg", "csv"])
def test_people_on_the_squares_of_cbs(tmp_path, kind):
    grid = read_cbs_squares(squares(tmp_path, kind=kind))
    schema.GRID_FACTS.check(grid)
    np.testing.assert_array_equal(grid["count"], [35, np.nan, np.nan])
    np.testing.assert_array_equal(grid["lower"], [33, 0, 0])
    np.testing.assert_array_equal(grid["upper"], [37, 4, np.nan])
    assert grid["marker"].fillna("").tolist() == ["", "-99997", "-99995"]
    assert set(grid["reference_date"]) == {"2023-01-01"}
    assert set(grid["source_id"]) == {"cbs-squares-100m-2023"}
    x, y = _metres(grid, 28992)
    np.testing.assert_allclose(x, [257750, 257850, 257950], atol=1e-2)
    np.testing.assert_allclose(y, 471150, atol=1e-2)


def test_another_measure_is_neither_rounded_nor_bounded(tmp_path):
    grid = read_cbs_squares(squares(tmp_path), measure="gemiddelde_woz_waarde_woning")
    np.testing.assert_array_equal(grid["count"], [212, np.nan, 0])
    np.testing.assert_array_equal(grid["upper"], [212, np.nan, 0])


@pytest.mark.parametrize(
    ("measure", "lower", "upper"),
    [
        ("INW2014", [33, 0, 0], [37, 4, np.nan]),
        ("WON2010", [33, 0, 0], [37, 4, np.nan]),
        ("INW_014", [33, 0, 0], [37, np.nan, np.nan]),
        ("P_NL_ACHTG", [35, 0, 0], [35, np.nan, np.nan]),
    ],
)
def test_counts_of_before_2020_are_rounded_and_bounded_too(tmp_path, measure, lower, upper):
    file = squares(tmp_path, change={measure: [35, -99997, -99995]}, name="CBSvierkant100m_2014")
    grid = read_cbs_squares(file, measure=measure, reference_date="2014-01-01")
    np.testing.assert_array_equal(grid["lower"], lower)
    np.testing.assert_array_equal(grid["upper"], upper)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"aantal_inwoners": [35, -5, 10]}, r"aantal_inwoners negative \(-5(\.0)?, (row|line) \d"),
        ({"aantal_inwoners": [35, 33, 10]}, r"not rounded to 5 as they should be.*33"),
        ({"aantal_inwoners": [35, 1.234, 10]}, r"no whole numbers \(1\.234"),
        ({"crs28992res100m": ["E2577N4711"] * 3}, r"rows come twice \(E2577N4711; "),
        (
            {"crs28992res100m": ["E257N4711", "E2578N4711", "x"]},
            r"ids of no square of 100 m \('E2",
        ),
    ],
)
@pytest.mark.parametrize("kind", ["gpkg", "csv"])
def test_wrong_content_of_squares_is_refused_by_row(tmp_path, kind, change, fault):
    with pytest.raises(InputError, match=fault):
        read_cbs_squares(squares(tmp_path, kind=kind, change=change))


def test_squares_that_are_not_rounded_are_taken_when_told(tmp_path):
    file = squares(tmp_path, change={"aantal_inwoners": [35, 33, 10]})
    grid = read_cbs_squares(file, rounded_to=1)
    assert (grid["lower"] == grid["upper"]).all()


def test_squares_of_500_m_begin_on_their_own_grid(tmp_path):
    change = {"crs28992res500m": ["E2575N4710", "E2580N4710", "E2585N4711"]}
    file = squares(tmp_path, kind="csv", change=change, name="cbs_vk500_2023_v1")
    text = file.read_text().replace("crs28992res100m", "oud")
    file.write_text(text)
    with pytest.raises(InputError, match=r"ids of no square of 500 m \('E2585N4711', line 4\)"):
        read_cbs_squares(file)
    file.write_text(text.replace("E2585N4711", "E2585N4710"))
    assert set(read_cbs_squares(file)["size_m"]) == {500}


def test_a_file_that_is_no_squares_is_told(tmp_path):
    with pytest.raises(InputError, match=r"no year in its name; give reference_date="):
        read_cbs_squares(squares(tmp_path, name="squares"))
    with pytest.raises(InputError, match=r"0 of the measure; found 'crs28992res100m'"):
        read_cbs_squares(squares(tmp_path), measure="aantal_banen")
    with pytest.raises(FileError, match="no such file"):
        read_cbs_squares(tmp_path / "cbs_vk100_2023.gpkg")
    broken = tmp_path / "cbs_vk100_2022.gpkg"
    broken.write_bytes(b"not a database")
    with pytest.raises(FileError, match="not readable, or cut short"):
        read_cbs_squares(broken)
    words = squares(tmp_path, kind="csv", change={"aantal_inwoners": ["35", "geheim", "1.000,5"]})
    with pytest.raises(InputError, match=r"is no number \('geheim', '1\.000,5', lines 3, 4\)"):
        read_cbs_squares(words)
