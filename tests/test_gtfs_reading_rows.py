"""Rows of any form that a programme may have written, and what is no CSV with commas."""

import io

import numpy as np
import pytest

from grensgeo.errors import FileError
from grensgeo.gtfs.findings import Findings
from grensgeo.gtfs.reading.relations import RELATIONS
from grensgeo.gtfs.reading.rows import split

TRIPS = next(relation for relation in RELATIONS if relation.name == "trips")
HEAD = "route_id,service_id,trip_id,trip_headsign,block_id"
PLAIN = "R,D,1,Gronau,b\nR,D,2,Ahaus,\n"


def rows(text, *, encoding="utf-8"):
    findings = Findings()
    read = split(io.BytesIO(text.encode(encoding)), TRIPS, findings, where="feed")
    cells = {name: column.to_pylist() for name, column in read.columns.items()}
    return cells, read, [f"{f.code} {f.row or ''}".strip() for f in findings.sorted()]


def trips(text):
    return rows(text)[0]["trip_id"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("R,D,1,Gronau,b\nR,D,2,Ahaus\n", ["missing_cells 3"]),
        ("R,D,1\nR,D,2\n", ["missing_cells"]),
        ("R,D,1,Gronau,b\nR,D,2,Ahaus,,\n", ["extra_cells 3"]),
        ("R,D,1,,,,\nR,D,2,,,,\n", ["extra_cells"]),
        ("R,D,1,Gronau,b,\nR,D,2\n", ["missing_cells 3", "extra_cells"]),
        ("\nR,D,1,Gronau,b\n\n  \nR,D,2,Ahaus,\n,,,,\n", ["empty_row 2"]),
        ("R,D,1,Gronau,b\n\t\nR,D,2,Ahaus\n ,, \n", ["empty_row 3", "missing_cells 4"]),
    ],
)
def test_cells_left_off_or_too_many_and_rows_of_nothing(body, said):
    cells, read, told = rows(f"{HEAD}\n{body}")
    assert cells["trip_id"] == ["1", "2"]
    assert not read.bad.any()
    assert told == said


def test_rows_keep_their_numbers_and_their_order():
    _, read, _ = rows(f"{HEAD}\n\nR,D,1\nR,D,2,Ahaus,b\n\nR,D,3,Epe\nR,D,4,,\n")
    assert read.row.tolist() == [3, 4, 6, 7]
    cells, _, _ = rows(f"{HEAD}\nR,D,1,a,b\nR,D,2\nR,D,3,c,\n")
    assert cells["trip_headsign"] == ["a", None, "c"]
    assert cells["block_id"] == ["b", None, None]


def test_a_comma_that_is_not_in_quotes_is_an_error_of_its_row():
    _, read, told = rows(f"{HEAD}\nR,D,1,Gronau,b\nR,D,2,Ahaus, Bahnhof,b\n")
    assert read.bad.tolist() == [False, True]
    assert told == ["invalid_row_length 3"]


def test_a_last_row_that_may_be_cut_off_is_a_warning():
    findings = Findings()
    split(io.BytesIO(f"{HEAD}\n{PLAIN}R,D,3".encode()), TRIPS, findings, where="feed")
    (finding,) = findings.sorted()
    assert finding.severity == "warning"
    assert "see that it is not cut off" in finding.remedy


@pytest.mark.parametrize("head", [f"{HEAD},,", f"{HEAD},", f" {HEAD.upper()} ", f"{HEAD},x,x"])
def test_headers_with_empty_names_capitals_and_doubled_unknown_columns(head):
    assert trips(f"{head}\n{PLAIN}") == ["1", "2"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_line_ends_of_every_system(end):
    assert trips((HEAD + "\n" + PLAIN).replace("\n", end)) == ["1", "2"]


def test_quoted_cells_with_commas_quotes_and_line_ends():
    text = f'{HEAD}\nR,D,1,"Gronau, ""West""",b\nR,D,"2","a\nb"\n"R",D,3,c,d\n'
    cells, _, _ = rows(text)
    assert cells["trip_headsign"] == ['Gronau, "West"', "a\nb", "c"]
    assert cells["trip_id"] == ["1", "2", "3"]


@pytest.mark.parametrize(("mark", "word"), [(";", "semicolons"), ("\t", "tabs"), ("|", "strokes")])
def test_other_separators_are_named(mark, word):
    with pytest.raises(FileError, match=rf"trips\.txt: its cells are parted by .*{word}.*commas"):
        rows((HEAD + "\n" + PLAIN).replace(",", mark))


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-16", "is UTF-16, not UTF-8"), ("utf-16-le", "as UTF-16 does")]
)
def test_other_encodings_are_named(encoding, said):
    with pytest.raises(FileError, match=said):
        rows(HEAD + "\n" + PLAIN, encoding=encoding)


def test_files_without_rows_or_header():
    _, read, told = rows(HEAD)
    assert (read.headed, len(read.row), list(read.columns)) == (True, 0, HEAD.split(","))
    for text in ("", "\n\n", "\ufeff", ",,\n"):
        _, read, told = rows(text)
        assert not read.headed
        assert "empty_file" in told


def test_one_column_is_read_too():
    cells, read, _ = rows("trip_id\n1\n\n2\n")
    assert cells["trip_id"] == ["1", "2"]
    assert read.row.dtype == np.int64
