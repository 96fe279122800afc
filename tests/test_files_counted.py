"""Counts are read as they were written."""

import pandas as pd

from grensgeo.files import read_counts, read_table


def read(tmp_path, text, columns=None):
    path = tmp_path / "c.csv"
    path.write_text(text, encoding="utf-8")
    frame = read_table(path, needs=("id",), what="a table of places").drop(columns="id")
    return read_counts(path, frame, columns)


def test_numbers_come_in_the_order_of_rows(tmp_path):
    counts, faults = read(tmp_path, "id,jobs\nb,2\na,\n")
    assert faults == []
    assert counts["jobs"].tolist()[0] == 2
    assert counts["jobs"].isna().tolist() == [False, True]


def test_what_may_be_thousands_is_asked(tmp_path):
    _, (fault,) = read(tmp_path, "id;jobs\na;84.590\nb;987\n")
    assert "thousands or decimals? 84.590" in fault


def test_what_is_no_count_is_told_with_its_values(tmp_path):
    path = tmp_path / "c.parquet"
    frame = pd.DataFrame({"jobs": pd.to_datetime(["2022-01-01"])})
    counts, faults = read_counts(path, frame, ["jobs"])
    assert counts == {}
    assert [fault.code for fault in faults] == ["not-counts"]
    assert "2022-01-01" in faults[0]
    _, faults = read_counts(path, frame, ["banen"])
    assert "no column 'banen'" in faults[0]
