"""The market of apprenticeships, on a small workbook in the true format."""

from pathlib import Path

import openpyxl
import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.schema import FACTS
from grensgeo.statistics.de.bibb import read_bibb_matching

RAW = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "boundaries" / "raw"

TITLE = (
    "Neu abgeschlossene Ausbildungsverträge, unvermittelte Bewerber, unbesetzte "
    "Ausbildungsplätze, Angebot und Nachfrage mit Veränderungen zum Vorjahr in Prozent (VR) im  "
    "Arbeitsagenturbezirk Ahlen-Münster"
)
HEADS = (
    "NAA", "UVB ohne Alternative1)", "UVB mit Alternative 1)", "UBA 2)", "Angebot 2)",
    "Nachfrage nach alter Definiton 1)", "Nachfrage nach erweiterter Definition 1)",
)  # fmt: skip
#: code, occupation, then for each heading the two years. Of 26 the places left over are hidden.
ROWS = [
    ("01", "Angehörige der regulären Streitkräfte", [(0, 0)] * 7),
    ("25", "Maschinen- und Fahrzeugtechnikberufe",
     [(273, 294), (12, 9), (21, 21), (9, 21), (282, 315), (285, 303), (306, 324)]),
    ("26", "Mechatronik-, Energie- und Elektroberufe",
     [(246, 309), (6, 3), (12, 9), (6, "*"), (252, "*"), (252, 312), (264, 321)]),
    ("nil", "nicht zugeordnete Berufe", [(27, 27), (0, 0), (9, 12), (0, 0), (27, 27), (27, 27), (36, 39)]),
]  # fmt: skip
ALL = [(546, 630), (18, 12), (42, 42), (15, 27), (561, 657), (564, 642), (606, 684)]


def written(folder, rows=ROWS, *, total=ALL, title=TITLE, years=(2022, 2023), heads=HEADS):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Ahlen-Münster"
    sheet["A1"] = title
    sheet["A2"] = "Berufshauptgruppe\n (ohne die Berufe für Menschen mit Behinderung)"
    for i, head in enumerate(heads):
        column = 4 + 3 * i
        sheet.cell(2, column, head)
        sheet.merge_cells(start_row=2, end_row=2, start_column=column, end_column=column + 2)
        for k, year in enumerate((*years, "VR")):
            sheet.cell(3, column + k, year)
    sheet["A4"] = "                  "
    for r, (code, name, figures) in enumerate(rows, 5):
        sheet.cell(r, 1, code)
        sheet.cell(r, 2, name)
        for i, (before, after) in enumerate(figures):
            for k, value in enumerate((before, after, ".")):
                sheet.cell(r, 4 + 3 * i + k, value)
    last = 5 + len(rows) + 1
    sheet.cell(last - 1, 1, "            ")
    sheet.cell(last, 2, "alle Berufe")
    for i, (before, after) in enumerate(total):
        sheet.cell(last, 4 + 3 * i, before)
        sheet.cell(last, 5 + 3 * i, after)
    sheet.cell(last + 2, 2, "Legende:")
    sheet.cell(last + 2, 3, "NAA: Neu abgeschlossene Ausbildungsverträge; UVB: Unvermittelte")
    path = folder / "bibb.xlsx"
    book.save(path)
    return path


def changed(row, column, value):
    """Put another value in one cell of the rows; column counts years of all headings."""
    code, name, figures = ROWS[row]
    flat = [value for pair in figures for value in pair]
    flat[column] = value
    pairs = [*zip(flat[::2], flat[1::2], strict=True)]
    return [*ROWS[:row], (code, name, pairs), *ROWS[row + 1 :]]


def test_the_total_of_the_later_year(tmp_path):
    table = read_bibb_matching(written(tmp_path))
    assert len(table) == 1
    row = FACTS.check(table).iloc[0]
    assert (row["region_code"], row["opportunity"]) == ("Ahlen-Münster", "apprenticeships_offered")
    assert row[["count", "lower", "upper"]].tolist() == [657, 656, 658]
    assert row["reference_date"] == "2023-09-30"
    earlier = read_bibb_matching(written(tmp_path), year=2022, measure="contracts").iloc[0]
    assert earlier[["count", "reference_date"]].tolist() == [546, "2022-09-30"]


def test_groups_of_occupations_stand_without_their_total(tmp_path):
    table = read_bibb_matching(written(tmp_path), by_occupation=True, year=2022)
    assert table["kldb2"].tolist() == ["01", "25", "26", "nil"]
    assert table["opportunity"].tolist()[1] == "apprenticeships_offered_kldb25"
    assert table["count"].tolist() == [0, 282, 252, 27]
    assert table["lower"].tolist() == [0, 281, 251, 26]


def test_a_hidden_figure_lies_between_its_parts_and_what_the_total_leaves(tmp_path):
    table = read_bibb_matching(written(tmp_path), by_occupation=True, measure="left_over")
    hidden = table.set_index("kldb2").loc["26"]
    # total 27 is at most 28; 25 has at least 20, the others at least nothing: at most 8 left
    assert hidden[["lower", "upper", "marker"]].tolist() == [0, 8, "*"]
    offered = read_bibb_matching(written(tmp_path), by_occupation=True).set_index("kldb2")
    # at least its contracts (309 - 1); at most contracts and 8 left over: 318
    assert offered.loc["26", ["lower", "upper"]].tolist() == [308, 318]
    assert offered.loc["26", "count"] != offered.loc["26", "count"]  # null, never zero


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1, *ROWS[0][1:]), *ROWS[1:]], r"saved as numbers.*\(1, rows 5\)"),
        ([("1", *ROWS[0][1:]), *ROWS[1:]], r"two digits \('1', rows 5\)"),
        ([*ROWS, ROWS[1]], r"come twice \(25, rows 6, 9\)"),
        (changed(1, 8, 283), r"no multiples of three, nor a star \(283, rows 6\)"),
        (changed(1, 2, "viele"), r"'viele', rows 6"),
        (changed(1, 2, -3), r"\(-3, rows 6\)"),
        (changed(1, 0, 993), r"groups of NAA add up to 1266, all occupations to 546 \(row 10\)"),
        (changed(1, 8, 288), r"Angebot is not NAA and UBA in rows 6: columns were moved"),
        (ROWS[:1] + ROWS[2:], r"groups of NAA add up to 273, all occupations to 546.*missing"),
        ([], "no rows of groups"),
    ],
)
def test_right_shape_wrong_content_is_refused_by_row(tmp_path, rows, said):
    with pytest.raises(InputError, match=said):
        read_bibb_matching(written(tmp_path, rows), year=2022)


def test_other_workbooks_and_years(tmp_path):
    with pytest.raises(InputError, match="year=2021; the workbook holds 2022 and 2023"):
        read_bibb_matching(written(tmp_path), year=2021)
    with pytest.raises(InputError, match="measure='jobs'; choose contracts"):
        read_bibb_matching(written(tmp_path), measure="jobs")
    with pytest.raises(InputError, match="not a workbook of the BIBB on one Agenturbezirk"):
        read_bibb_matching(written(tmp_path, title="Arbeitslose"))
    with pytest.raises(InputError, match="columns UBA are missing"):
        read_bibb_matching(written(tmp_path, heads=[h for h in HEADS if "UBA" not in h]))
    with pytest.raises(InputError, match="gives the years 2022, '2023'"):
        read_bibb_matching(written(tmp_path, years=(2022, "2023")))
    (tmp_path / "no.xlsx").write_text("NAA;UBA")
    with pytest.raises(FileError, match="not a readable workbook"):
        read_bibb_matching(tmp_path / "no.xlsx")
    with pytest.raises(FileError, match="no such file"):
        read_bibb_matching(tmp_path / "none.xlsx")


def test_two_districts_in_one_workbook(tmp_path):
    path = written(tmp_path)
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.active).title = "Rheine"
    book.save(path)
    with pytest.raises(InputError, match=r"2 sheets with a table \(Ahlen-Münster, Rheine\)"):
        read_bibb_matching(path)


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("name", "offered", "left"), [("Ahlen-Muenster", 4614, 348), ("Rheine", 3168, 390)]
)
def test_the_real_workbooks(name, offered, left):
    path = RAW / f"bibb_matching_2023_{name}.xlsx"
    if not path.exists():
        pytest.skip("shared/data is absent")
    assert read_bibb_matching(path)["count"].tolist() == [offered]
    groups = read_bibb_matching(path, by_occupation=True, measure="left_over")
    assert len(groups) == 38
    known = groups["count"].sum()
    assert known < left
    assert groups["lower"].sum() <= left + 1
    assert groups["upper"].sum() >= left - 1
    assert (groups["lower"] <= groups["upper"]).all()
