"""What the readers of publishers' files share: decoding, marks, codes, refusals by line."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import Fault, FileError, InputError
from grensgeo.files import need_columns
from grensgeo.statistics import published as checking
from grensgeo.statistics.published import Marker


def by_line(values, first=2):
    index = pd.RangeIndex(first, first + len(values), name="line")
    return pd.Series(values, index=index, dtype="str")


# --- decoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encodings_of_the_publishers(tmp_path, encoding):
    file = tmp_path / "a.csv"
    file.write_bytes("Münster;\N{EN DASH}\r\n".encode(encoding))
    assert checking.decode(file) == "Münster;\N{EN DASH}\n"


def test_what_is_no_text_is_told(tmp_path):
    archive, binary = tmp_path / "a.zip", tmp_path / "b.csv"
    archive.write_bytes(b"PK\x03\x04 and more")
    binary.write_bytes(b"a;b\n\0\0\0")
    with pytest.raises(FileError, match=r"ZIP archive or a workbook; unpack it"):
        checking.decode(archive)
    with pytest.raises(FileError, match="binary data"):
        checking.decode(binary)
    with pytest.raises(FileError, match="no such file"):
        checking.decode(tmp_path / "none.csv")
    with pytest.raises(FileError, match="is a folder"):
        checking.decode(tmp_path)
    (tmp_path / "c.csv").write_bytes(b"\xff\xfea")  # half a letter of UTF-16
    with pytest.raises(FileError, match="not a readable CSV"):
        checking.decode(tmp_path / "c.csv")


def test_letters_that_were_lost_before_are_told_by_line(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("id;n\nA;3\nB;\ufffd\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"letters or marks were lost .*line 3"):
        checking.decode(file)


# --- rows


def test_rows_keep_their_line_in_the_file(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text('about;this\n"code";"n"\n"01";" 5 "\n\n"02";""\n', encoding="utf-8")
    frame = checking.read_rows(file, separator=";", header=2)
    assert frame.index.tolist() == [3, 5]
    assert frame.to_dict("list") == {"code": ["01", "02"], "n": ["5", ""]}


def test_a_header_may_be_named_anew(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("key;key\n1;2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"names some twice \('key'\)"):
        checking.read_rows(file, separator=";")
    assert list(checking.read_rows(file, separator=";", names=["a", "b"])) == ["a", "b"]
    with pytest.raises(InputError, match="has 2 columns, not 1"):
        checking.read_rows(file, separator=";", names=["a"])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a;b\n1;2\n3\n", "differ in length.*line 3"),
        ("a;b\n1;2\n3;4;5\n", "differ in length.*line 3"),
        ('a;b\n1;"2\n2"\n\n3\n', "differ in length.*line 5"),
        ('a;b\n1;"2\n3;4\n', "differ in length|quotation marks"),
        ("a;b\n", "no rows"),
        ("a;b\n\n\n", "no rows"),
        ("", "no rows|columns"),
    ],
)
def test_rows_that_do_not_fit_are_told(tmp_path, text, fault):
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        checking.read_rows(file, separator=";")


def test_a_file_of_another_kind_is_told_by_its_columns(tmp_path):
    with pytest.raises(InputError, match=r"not a list: no column 'z'; found 'a'"):
        need_columns(pd.DataFrame({"a": [1]}), ["z"], path=tmp_path, what="a list")


# --- figures

MARKS = {"*": Marker("hidden", 1.0, 2.0), "-": Marker("zero", 0.0, 0.0), ".": Marker("secret", 0)}


def test_figures_and_marks_are_told_apart():
    figures, faults = checking.read_counts(by_line(["12", "*", "-", "."]), MARKS)
    assert faults == []
    np.testing.assert_array_equal(figures["count"], [12, np.nan, 0, np.nan])
    np.testing.assert_array_equal(figures["lower"], [12, 1, 0, 0])
    np.testing.assert_array_equal(figures["upper"], [12, 2, 0, np.nan])
    assert figures["marker"].fillna("figure").tolist() == ["figure", "*", "-", "."]


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "value"),
    [
        ("1.234", ",", ".", 1234),
        ("1.234.567,5", ",", ".", 1234567.5),
        ("1 234", ".", " ", 1234),
        ("0,5", ",", "", 0.5),
        ("588.6", ".", "", 588.6),
    ],
)
def test_notations_are_read_as_they_are_declared(text, decimal, thousands, value):
    figures, faults = checking.read_counts(
        by_line([text]), {}, decimal=decimal, thousands=thousands
    )
    assert (figures["count"].tolist(), faults) == ([value], [])


@pytest.mark.parametrize(
    "text", ["1.234", "12 345", "1e5", "nan", "NA", "abc", "1.2.3", "+5", "\u0663"]
)
def test_other_notations_are_refused_by_line(text):
    figures, (fault,) = checking.read_counts(by_line(["1", text]), MARKS, decimal=",")
    assert "line 3" in fault
    assert repr(text) in fault
    assert figures["count"].isna().tolist() == [False, True]


@pytest.mark.parametrize("text", ["-5", "-1.234", "\u22125"])
def test_negative_figures_are_refused_by_line(text):
    _, (fault,) = checking.read_counts(by_line(["1", text]), MARKS)
    assert fault.startswith("negative figures")
    assert "line 3" in fault


@given(st.lists(st.integers(0, 10**9), min_size=1), st.floats(0, 100))
def test_rounding_leaves_room_and_nobody_below_zero(counts, half):
    figures, _ = checking.read_counts(by_line([str(n) for n in counts]), {})
    wide = checking.widen(figures, half)
    assert (wide["lower"] <= wide["count"]).all()
    assert (wide["count"] <= wide["upper"]).all()
    assert (wide["lower"] >= 0).all()
    np.testing.assert_allclose(wide["upper"] - wide["count"], half, atol=1e-6)


def test_rounding_leaves_marks_alone():
    figures, _ = checking.read_counts(by_line(["*", "", "-"]), {**MARKS, "": Marker("empty")})
    pd.testing.assert_frame_equal(checking.widen(figures, 50), figures)
    assert figures["marker"].tolist() == ["*", "blank", "-"]


# --- codes


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("GM0153", "gemeente"), ("CR12", "corop"), ("PV23", "provincie"), ("LD02", "landsdeel"),
        ("NL00", "country"), ("AM06", "region"), ("T001038", "total"), ("05", "land"),
        ("055", "regierungsbezirk"), ("05515", "kreis"), ("05554020", "gemeinde"),
        ("055540020020", "regionalschluessel"), ("DG", "country"), ("Enschede", None),
        ("GM153", None), ("5515", None), ("55", None), ("00515", None), ("17001", None),
    ],
)  # fmt: skip
def test_codes_tell_their_level(code, level):
    assert checking.region_level(code) == level


def test_codes_that_lost_their_zeros_are_named_with_their_lines():
    codes = by_line(["05554020", "5554020", "5515", "153", "5,55E+06", "Münster"])
    faults = checking.code_faults(codes, ["gemeinde", "kreis", "gemeente"])
    assert len(faults) == 5
    assert "'5554020', line 3" in faults[0]
    assert "AGS of eight digits" in faults[0]
    assert "'5515', line 4" in faults[1]
    assert "'153', line 5" in faults[2]
    assert "saved as numbers ('5,55E+06', line 6)" in faults[3]
    assert "'Münster', line 7" in faults[4]
    assert checking.code_faults(by_line(["05515"]), ["kreis"]) == []


def test_totals_among_their_parts_are_named_with_their_lines():
    levels = checking.levels_of(by_line(["05", "05515", "05554", "05554020"]))
    (fault,) = checking.mixture_faults(levels, remedy="choose")
    assert "land (line 2), kreis (lines 3, 4), gemeinde (line 5); choose" in fault
    assert checking.mixture_faults(levels[1:3], remedy="choose") == []


def test_one_value_is_settled_on_or_asked_for():
    dates = by_line(["2022", "2023", "2022"])
    assert checking.choose(dates, "2023", what="date", option="date") == ("2023", [])
    assert checking.choose(dates[:1], None, what="date", option="date") == ("2022", [])
    value, (fault,) = checking.choose(dates, None, what="date", option="date")
    assert value is None
    assert fault == (
        "more than one date: '2022' (lines 2, 4), '2023' (line 3); choose one with date="
    )
    _, (fault,) = checking.choose(dates, "2021", what="date", option="date")
    assert fault == "no date '2021'; the file holds '2022', '2023'"


def test_rows_that_come_twice_are_named_with_their_lines():
    frame = pd.DataFrame({"code": ["a", "b", "a"]}, index=by_line(["", "", ""]).index)
    (fault,) = checking.duplicate_faults(frame, ["code"])
    assert "rows come twice (a; lines 2, 4)" in fault
    assert checking.duplicate_faults(frame[:2], ["code"]) == []


def test_faults_are_raised_at_once(tmp_path):
    checking.refuse(tmp_path, [])
    with pytest.raises(InputError, match=r"one; two"):
        checking.refuse(tmp_path, [Fault("row-twice", "one"), Fault("number-wrong", "two")])
