"""Gemeindedaten of the BA. The workbooks are made up after a description of the published ones."""

import openpyxl
import pytest

from grensgeo.errors import InputError
from grensgeo.statistics import read_ba_municipalities

#: As it is described: groups of columns whose head stands above the first of them alone.
HEADS = {
    0: "Gemeinde-\nschlüssel", 1: "Gemeinde",
    2: "Sozialversicherungspflichtig Beschäftigte am Wohnort",
    10: "Sozialversicherungspflichtig Beschäftigte am Arbeitsort",
    11: "Wohnort gleich Arbeitsort", 12: "Einpendler", 13: "Auspendler", 14: "Betriebe",
}  # fmt: skip
PARTS = ["Insgesamt", "Männer", "Frauen", "Deutsche", "Ausländer", "u20", "20-25", "55+"]
#: Code, residents, workplaces, stayers, in, out.
ROWS = [
    ("01", 1000, 902, 500, 402, 500),
    ("01001", 600, 500, 300, 200, 300),
    ("01051", 400, 402, 200, 202, 200),
    ("01051001", 300, 350, 180, 170, 120),
    ("01051002", 98, 50, 20, 30, 78),
    ("01051003", "*", "*", "-", "*", "*"),
]


def book(tmp_path, rows=ROWS, heads=HEADS, name="gemband-dlk-0-202406-xlsx.xlsx",
         stand="Stichtag: 30. Juni 2024"):  # fmt: skip
    file = tmp_path / name
    workbook = openpyxl.Workbook()
    workbook.active.title = "Deckblatt"
    workbook.active["A1"] = "Statistik der Bundesagentur für Arbeit"
    sheet = workbook.create_sheet("Gemeindedaten")
    sheet["A1"] = "Gemeindedaten nach Wohn- und Arbeitsort"
    sheet["A3"] = stand
    for column, text in heads.items():
        sheet.cell(5, column + 1, text)
    for n, text in enumerate(PARTS):
        sheet.cell(7, n + 3, text)
    for n, (code, lives, works, stays, comes, goes) in enumerate(rows):
        cells = [code, f"Ort {n}", lives, *[0] * 7, works, stays, comes, goes, 5]
        for column, value in enumerate(cells):
            sheet.cell(9 + n, column + 1, value)
    sheet.cell(9 + len(rows) + 1, 1, "© Statistik der Bundesagentur für Arbeit")
    workbook.save(file)
    return file


def test_every_gemeinde_has_its_jobs_and_commuters(tmp_path):
    table = read_ba_municipalities(book(tmp_path)).set_index(["region_code", "opportunity"])
    assert table.loc[("01051001", "jobs"), "count"] == 350
    assert table.loc[("01051001", "employed_residents"), "count"] == 300
    assert table.loc[("01051002", "commuters_in"), "count"] == 30
    assert table.loc[("01051002", "commuters_out"), "count"] == 78
    assert set(table.index.get_level_values(0)) == {
        "01001000", "01051001", "01051002", "01051003",
    }  # fmt: skip
    assert (table["reference_date"] == "2024-06-30").all()
    assert (table["job_concept"] == "svb_workplace").all()


def test_a_city_that_is_a_kreis_is_a_gemeinde_once(tmp_path):
    for code in ("01001", "01001000"):
        rows = [(code if r[0] == "01001" else r[0], *r[1:]) for r in ROWS]
        table = read_ba_municipalities(book(tmp_path, rows))
        jobs = table[(table["opportunity"] == "jobs") & (table["region_code"] == "01001000")]
        assert jobs["count"].tolist() == [500]


def test_what_is_hidden_is_no_zero(tmp_path):
    table = read_ba_municipalities(book(tmp_path))
    row = table[(table["region_code"] == "01051003") & (table["opportunity"] == "jobs")].iloc[0]
    assert (row["marker"], row["lower"]) == ("*", 1.0)
    assert row[["count", "upper"]].isna().all()


def test_codes_that_are_numbers_get_their_zero_back(tmp_path):
    rows = [(int(code), *rest) for code, *rest in ROWS]
    assert read_ba_municipalities(book(tmp_path, rows)).equals(
        read_ba_municipalities(book(tmp_path))
    )


def test_the_day_is_that_of_words_or_name(tmp_path):
    numbers = book(tmp_path, stand="Stichtag 30.06.2024", name="b.xlsx")
    assert read_ba_municipalities(numbers)["reference_date"].unique() == ["2024-06-30"]
    silent = book(tmp_path, stand="")
    assert read_ba_municipalities(silent)["reference_date"].unique() == ["2024-06-30"]
    with pytest.raises(InputError, match="is named 2023-06, and speaks of 2024-06-30"):
        read_ba_municipalities(book(tmp_path, name="gemband-dlk-0-202306-xlsx.xlsx"))
    nameless = book(tmp_path, stand="", name="c.xlsx")
    with pytest.raises(InputError, match="of which day"):
        read_ba_municipalities(nameless)
    assert len(read_ba_municipalities(nameless, date="2022-06-30")) == 16


@pytest.mark.parametrize(
    ("rows", "heads", "code"),
    [
        # columns by their heads exchanged: what comes in is then what goes out
        (ROWS, HEADS | {12: "Auspendler", 13: "Einpendler"}, "parts-contradict-total"),
        (ROWS, {k: v for k, v in HEADS.items() if k != 10}, "columns-not-as-published"),
        # not filled below the Kreis yet
        (
            [r if len(r[0]) < 8 else (r[0], *["-"] * 5) for r in ROWS], HEADS,
            "parts-contradict-total",
        ),
        # a Kreis among its parts twice
        ([*ROWS, ROWS[3]], HEADS, "row-twice"),
        ([*ROWS, ("99051001", 1, 1, 1, 0, 0)], HEADS, "code-malformed"),
        ([*ROWS, ("01051004", 1, 1.5, 1, 0, 0)], HEADS, "decimals-ambiguous"),
    ],
)  # fmt: skip
def test_another_table_is_refused(tmp_path, rows, heads, code):
    with pytest.raises(InputError) as caught:
        read_ba_municipalities(book(tmp_path, rows, heads))
    assert code in {fault.code for fault in caught.value.faults}


def test_another_workbook_is_refused(tmp_path):
    file = tmp_path / "other.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = 1
    workbook.save(file)
    with pytest.raises(InputError, match="no sheet 'Gemeindedaten'"):
        read_ba_municipalities(file)
