import ast

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import offenders, tree

from grensgeo.files import read_csv, read_table, write_table
from grensgeo.files.formulas import mark_table, marked, unmark_table, unmarked, without_noise
from grensgeo.schema import side_schema

FORMULAS = [
    "=1+1",
    "+31 53",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\uff1d1+1",
    "'=1",
    "''=1",
    "=cmd|' /C'!A0",
]
HARMLESS = ["GM0153", "05554020", "'s-Hertogenbosch", "'t Harde", "-5", "+3,5", "-", "", "a=b"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_marked_as_text(text):
    assert marked(text) == "'" + text
    assert unmarked(marked(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_formula_stays_as_it_is(text):
    assert marked(text) == unmarked(text) == text


@given(st.text(alphabet="'=+-@\t\r\n5aé,;\"", max_size=6))
def test_law_what_was_marked_comes_back(text):
    assert unmarked(marked(text)) == text


def test_ids_come_back_from_a_file_and_a_spreadsheet_sees_no_formula(tmp_path):
    frame = pd.DataFrame({"id": FORMULAS, "=name": HARMLESS, "n": np.arange(9.0)})
    write_table(frame, tmp_path / "t.csv")
    raw = pd.read_csv(tmp_path / "t.csv", dtype=str, keep_default_na=False)
    cells = [*raw.columns, *raw["id"], *raw["'=name"]]
    assert not [cell for cell in cells if cell[:1] in set("=+@\t") and cell != "+3,5"]
    back = read_csv(tmp_path / "t.csv")
    assert back["id"].tolist() == FORMULAS
    assert back["=name"].fillna("").tolist() == HARMLESS
    read = read_table(tmp_path / "t.csv", needs=("id",), what="a table")
    assert read["id"].tolist() == FORMULAS


def test_a_table_without_formulas_is_the_same_table():
    frame = pd.DataFrame({"id": ["a", None], "kind": pd.Categorical(["x", "y"]), "n": [1, 2]})
    pd.testing.assert_frame_equal(mark_table(frame), frame)
    pd.testing.assert_frame_equal(unmark_table(frame), frame)


def test_times_are_written_without_the_noise_of_single_precision(tmp_path):
    minutes = np.array([24.230093, 0.1, np.nan, 45.0], dtype=np.float32)
    table = pd.DataFrame({"from_id": list("abcd"), "travel_time_min": minutes.astype(np.float64)})
    write_table(table, tmp_path / "t.csv")
    text = (tmp_path / "t.csv").read_text(encoding="utf-8")
    assert text.splitlines()[1:] == ["a,24.230093", "b,0.1", "c,", "d,45.0"]
    again = pd.read_csv(tmp_path / "t.csv")["travel_time_min"].to_numpy(dtype=np.float32)
    np.testing.assert_array_equal(again, minutes)


def test_doubles_keep_their_digits():
    frame = pd.DataFrame({"effect": [11.668045868305944, 0.5], "large": [1e300, 1.0]})
    pd.testing.assert_frame_equal(without_noise(frame), frame)


def test_a_side_file_says_what_is_text_and_what_it_means():
    frame = pd.DataFrame(
        {"from_id": ["05554020"], "to_id": ["GM0153"], "travel_time_min": [24.5], "own": [1]}
    )
    described = side_schema(frame)
    fields = {field["name"]: field for field in described["fields"]}
    assert fields["from_id"] == {"name": "from_id", "type": "string", "description": "Origin"}
    assert fields["travel_time_min"]["unit"] == "min"
    assert fields["own"] == {"name": "own", "type": "integer"}
    assert described["missingValues"] == [""]


#: Where rows are written otherwise, and what is done about formulas there.
OTHER_SINKS = {
    "grenswerk/offer_list.py": "each text is marked", "monitor/feed_files.py": "written() marks",
    "monitor/standards/sdmx.py": "codes alone, for programs",
    "monitor/standards/wide.py": "cells are texts", "files/workbooks.py": "cells are texts",
    "fetch/doors.py": "raw files as their publisher writes them", "network/speeds.py": "in memory",
}  # fmt: skip


def sinks(path):
    """List the lines on which a table is written for spreadsheets without being marked."""
    found = []
    for call in ast.walk(tree(path)):
        name = ast.unparse(call.func) if isinstance(call, ast.Call) else ""
        plain = name.endswith(("to_csv", "to_excel")) and "mark_table" not in name
        # without a path a text is made, in memory
        if (plain and call.args) or name in {"csv.writer", "csv.DictWriter", "Workbook"}:
            found.append(call.lineno)
    return found


def test_every_table_that_leaves_is_marked():
    assert {file: at for file, at in offenders(sinks).items() if file not in OTHER_SINKS} == {}
