"""The feed through spreadsheets: codes keep their zeros, and names that look like formulas stay names."""

import json
import shutil
import subprocess

import pandas as pd
import pytest
from openpyxl import load_workbook
from toyfeed import toy_cells, toy_towns, write_toy

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
#: Names that a spreadsheet would run if it took them for formulas.
NAMES = {
    "GM0034": "=1+1",
    "GM0995": '=HYPERLINK("http://x","y")',
    "05554020": "-2+3",
    "05554024": "@SUM(1)",
}
#: Comma, double quotes, UTF-8, from the first line on.
PLAIN = "44,34,76,1"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheets") / "feed"
    region = toy_towns(names=NAMES)
    write_toy(folder, toy_cells(region, modes=("car",)), region=region)
    return folder


def test_pandas_keeps_codes_and_names(made):
    regions = pd.read_csv(made / "regions.csv", dtype=str).set_index("region_code")
    assert regions.loc["05554020", "ags"] == "05554020"
    # marked, so that no spreadsheet runs them
    assert regions.loc["GM0034", "name_nl"] == "'=1+1"
    typed = pd.read_parquet(made / "observations.parquet")
    assert "05554020" in set(typed["region_code"])
    book = pd.read_excel(made / "wide.xlsx", sheet_name="regions", dtype=str)
    told = book.set_index("region_code")["name_nl"]
    assert {code: told[code] for code in NAMES} == NAMES


def convert(path, kind, out, *more):
    """Let LibreOffice write a file anew, in a profile of its own."""
    command = [SOFFICE, f"-env:UserInstallation=file://{out / 'profile'}", "--headless", *more,
               "--convert-to", kind, "--outdir", str(out), str(path)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def column_kinds(folder, name):
    """How LibreOffice is told the columns of a table: text where the package says string."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (table,) = [one for one in package["resources"] if one["name"] == name]
    kinds = [2 if one["type"] == "string" else 1 for one in table["schema"]["fields"]]
    return "/".join(f"{n}/{kind}" for n, kind in enumerate(kinds, start=1))


@pytest.mark.long
def test_the_workbook_goes_through_libreoffice(made, tmp_path):
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-calc)")
    hold_workbook(made, tmp_path, NAMES)


def hold_workbook(folder, out, names):
    """Write the workbook as a workbook and as CSV, and read both back."""
    again = out / "again"
    again.mkdir()
    convert(folder / "wide.xlsx", "xlsx:Calc MS Excel 2007 XML", again)
    book, before = load_workbook(again / "wide.xlsx"), load_workbook(folder / "wide.xlsx")
    for sheet in before:
        other = book[sheet.title]
        assert not [c for row in other.iter_rows() for c in row if c.data_type == "f"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        back = [[cell.value for cell in row] for row in other.iter_rows()]
        assert back == rows, sheet.title
    codes = {cell.value for cell in book["data"]["C"]}
    assert "05554020" in codes
    # every sheet as CSV, as it is shown
    convert(
        folder / "wide.xlsx",
        f"csv:Text - txt - csv (StarCalc):{PLAIN},,0,false,true,false,false,false,-1",
        out,
    )
    regions = pd.read_csv(out / "wide-regions.csv", dtype=str).set_index("region_code")
    assert regions.loc["05554020", "ags"] == "05554020"
    for code, name in names.items():
        assert regions.loc[code, "name_nl"] == name
    data = pd.read_csv(out / "wide-data.csv", dtype={"geoitem": str, "period": str})
    told = pd.read_csv(folder / "wide.csv", sep=";", dtype={"geoitem": str, "period": str})
    pd.testing.assert_frame_equal(data, told, check_dtype=False)


@pytest.mark.long
@pytest.mark.parametrize("name", ["regions", "observations"])
def test_tables_go_through_libreoffice_and_back(made, tmp_path, name):
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-calc)")
    kinds = column_kinds(made, name)
    convert(made / f"{name}.csv", "xlsx:Calc MS Excel 2007 XML", tmp_path,
            f"--infilter=CSV:{PLAIN},{kinds}")  # fmt: skip
    (sheet,) = load_workbook(tmp_path / f"{name}.xlsx")
    assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    back = pd.read_excel(tmp_path / f"{name}.xlsx", dtype=str).fillna("")
    table = pd.read_csv(made / f"{name}.csv", dtype=str, keep_default_na=False)
    assert list(back.columns) == list(table.columns)
    assert back["region_code"].tolist() == table["region_code"].tolist()
    assert "05554020" in set(back["region_code"])
    if name == "observations":
        values = pd.to_numeric(back["value"]).to_numpy()
        assert values == pytest.approx(pd.to_numeric(table["value"]).to_numpy(), rel=1e-12)
    else:
        pd.testing.assert_frame_equal(back, table)
