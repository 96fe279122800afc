"""Students by cell come from a table, and every fault of it is told."""

import pandas as pd
import pytest

from grensgeo.errors import InputError
from grensgeo.grenswerk.student_counts import read_student_counts

CELLS = pd.Index(["w", "e"])


def test_groups_are_columns_and_empty_is_missing(tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("cell_id,mbo,hbo\ne,3,\nw,1,2\n", encoding="utf-8")
    table = read_student_counts(path, CELLS)
    assert table["mbo"].to_dict() == {"e": 3, "w": 1}
    assert table["hbo"].isna().tolist() == [True, False]


def test_a_sheet_is_chosen(tmp_path):
    path = tmp_path / "s.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"note": ["no students here"]}).to_excel(book, sheet_name="about")
        table = pd.DataFrame({"cell_id": ["w"], "mbo": [4]})
        table.to_excel(book, sheet_name="students", index=False)
    assert read_student_counts(path, CELLS, layer="students")["mbo"].to_dict() == {"w": 4}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("cell_id,mbo\nw,1\nw,2\nn,3\n",
         "duplicate cell_id: w; cells that the region does not have: n"),
        ("cell_id,mbo\n", "no rows"),
        ("cell_id,mbo\nw,many\n", "mbo"),
    ],
)  # fmt: skip
def test_students_that_cannot_be(tmp_path, text, wrong):
    path = tmp_path / "s.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=wrong):
        read_student_counts(path, CELLS)
