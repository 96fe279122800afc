"""Checks that all readers of published tables share: encoding, markers, codes, faults by line.

A file of the right shape can hold the wrong content: codes that lost their leading zero in a
spreadsheet, totals among their parts, two reference dates, a thousands point read as a decimal
one. Each check here gives sentences that name lines of the file and the remedy; a reader collects
them and raises once, by :func:`refuse`.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, FileError, InputError, some
from grensgeo.files import read_bytes, text_of
from grensgeo.files.spoilt import hold_merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

#: Value of ``marker`` where the publisher left a field empty.
BLANK = "blank"
#: How many of several values a file holds are listed.
_LISTED = 6

#: A Land, 01 to 16.
_LAND = r"(?:0[1-9]|1[0-6])"

#: Levels of regions by the shape of their code. Sources: CBS, Gebieden in Nederland (two letters
#: and a number); Destatis, Amtlicher Gemeindeschlüssel (Land 2, Regierungsbezirk 1, Kreis 2,
#: Gemeinde 3 digits) and Regionalschlüssel (12 digits, with four for the association).
_LEVELS = (
    ("gemeente", re.compile(r"GM\d{4}")),
    ("wijk", re.compile(r"WK\d{6}")),
    ("buurt", re.compile(r"BU\d{8}")),
    ("corop", re.compile(r"CR\d{2}")),
    ("provincie", re.compile(r"PV\d{2}")),
    ("landsdeel", re.compile(r"LD\d{2}")),
    ("country", re.compile(r"NL\d{2}|DG|DEUTSCHLAND|DINSG")),
    ("total", re.compile(r"T\d{6}")),
    ("region", re.compile(r"[A-Z]{2}\d{2}")),
    ("land", re.compile(_LAND)),
    ("regierungsbezirk", re.compile(_LAND + r"\d")),
    ("kreis", re.compile(_LAND + r"\d{3}")),
    ("gemeinde", re.compile(_LAND + r"\d{6}")),
    ("regionalschluessel", re.compile(_LAND + r"\d{10}")),
)

#: Codes of which a spreadsheet took the leading zero, or which it wrote as a number.
_DAMAGED = (
    ("gemeinde", re.compile(r"\d{7}"), "AGS of eight digits"),
    ("kreis", re.compile(r"\d{4}"), "Kreis code of five digits"),
    ("land", re.compile(r"\d"), "Land code of two digits"),
    ("regionalschluessel", re.compile(r"\d{11}"), "Regionalschlüssel of twelve digits"),
    ("gemeente", re.compile(r"\d{3,4}|GM\d{1,3}"), "gemeente code such as GM0153"),
)
_AS_NUMBER = re.compile(r"\d+[.,]\d+([eE][+-]?\d+)?|\d+[eE][+-]?\d+")


@dataclass(frozen=True)
class Marker:
    """What a publisher means by a mark that stands where a figure could be.

    Attributes
    ----------
    meaning
        In English, after the publisher's own explanation of signs.
    lower
        The least that the figure can be; NaN where there is no figure.
    upper
        The most; NaN where no bound is known. A mark with both equal is a figure.
    """

    meaning: str
    lower: float = nan
    upper: float = nan


def lines(index: Iterable[object]) -> str:
    """Format the numbers of lines of a file.

    Parameters
    ----------
    index
        Numbers of lines, from 1.

    Returns
    -------
    str
        Such as ``line 3`` or ``lines 3, 4 … (12 in all)``.

    Examples
    --------
    >>> lines([3]), lines([3, 4])
    ('line 3', 'lines 3, 4')
    """
    listed = list(index)
    what = getattr(index, "name", None) or "line"  # in JSON there are records instead
    return f"{what}{'s' if len(listed) != 1 else ''} {some(listed)}"


def refuse(path: Path, faults: Sequence[Fault]) -> None:
    """Raise what was found wrong with a file, all at once.

    Parameters
    ----------
    path
        The file.
    faults
        Sentences; nothing happens where there are none.

    Raises
    ------
    InputError
        If there are faults.
    """
    if faults:
        raise InputError.of(faults, where=str(path))


def decode(path: Path) -> str:
    """Read a text file as the publishers save theirs: UTF-8, UTF-16 or Windows-1252.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    str
        Its text, lines ended by a line feed.

    Raises
    ------
    FileError
        If it is missing, no text (an archive, a workbook) or cannot be decoded.
    InputError
        If letters were lost when it was saved before (U+FFFD stands in it), or git left marks of a
        conflict in it.
    """
    data = read_bytes(path)
    if data[:2] == b"PK":
        raise FileError(
            "file-packed", f"{path}: is a ZIP archive or a workbook; unpack it, or save it as CSV"
        )
    text = text_of(data, path, windows=True)
    hold_merged(text, path)
    if "\ufffd" in text:
        broken = [n for n, line in enumerate(text.split("\n"), 1) if "\ufffd" in line]
        raise InputError(
            "letters-lost",
            f"{path}: letters or marks were lost when it was saved ({lines(broken)}); "
            "fetch it again from the publisher",
        )
    return text


def read_rows(
    path: Path, *, separator: str, header: int = 1, names: Sequence[str] | None = None
) -> pd.DataFrame:
    """Read the rows of a delimited file, all as text, each known by its line.

    Parameters
    ----------
    path
        The file, in any encoding that :func:`decode` knows.
    separator
        Between fields.
    header
        Line of the header, from 1; what stands above it is left out.
    names
        Names to use instead of those in the header, where a publisher's come twice.

    Returns
    -------
    DataFrame
        Text without blanks around it; an empty field is ``""``. The index is the line in the
        file, from 1 (``line``). Empty lines are left out.

    Raises
    ------
    FileError
        If the file is missing or is not text.
    InputError
        If there are no rows, a name stands in the header twice, or rows differ in length.
    """
    return rows_of(decode(path), path=path, separator=separator, header=header, names=names)


def rows_of(
    text: str, *, path: Path, separator: str, header: int = 1, names: Sequence[str] | None = None
) -> pd.DataFrame:
    """Parse the rows of a text that was read already; see :func:`read_rows`.

    Parameters
    ----------
    text
        What :func:`decode` gave.
    path
        The file, for errors.
    separator
        Between fields.
    header
        Line of the header, from 1.
    names
        Names to use instead of those in the header.

    Returns
    -------
    DataFrame
        As :func:`read_rows`.

    Raises
    ------
    InputError
        If there are no rows, a name stands in the header twice, or rows differ in length.
    """
    import pandas as pd

    top = text.split("\n", header)[:header]
    found = [name.strip() for name in next(csv.reader([top[-1]], delimiter=separator), [])]
    columns = list(names or found)
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice or len(columns) != len(found):
        raise InputError(
            "columns-not-as-published",
            f"{path}: the header (line {header}) has {len(found)} columns, not {len(columns)}, or "
            f"names some twice ({some(map(repr, twice)) or 'none'}); fetch the file again",
        )
    unpaired = InputError(
        "table-unreadable", f"{path}: quotation marks do not come in pairs; fetch the file again"
    )
    try:
        starts, uneven = _row_lines(text, separator, header=header, width=len(columns))
    except csv.Error:  # a field that never ends
        raise unpaired from None
    if uneven:
        raise InputError(
            "rows-ragged",
            f"{path}: rows differ in length: cut short, or beyond the {len(columns)} of the "
            f"header ({lines(uneven)}); fetch the file again",
        )
    if not starts:
        raise InputError("table-empty", f"{path}: no rows below the header; fetch the file again")
    try:
        frame = pd.read_csv(
            io.StringIO(text), sep=separator, header=None, skiprows=header, names=columns,
            dtype=str, keep_default_na=False, na_values=[], index_col=False,
        )  # fmt: skip
    except pd.errors.ParserError:
        raise unpaired from None
    if len(frame) != len(starts):
        raise unpaired
    frame.index = pd.Index(starts, name="line")
    for name in columns:
        frame[name] = frame[name].str.strip()
    return frame


def _row_lines(
    text: str, separator: str, *, header: int, width: int
) -> tuple[list[int], list[int]]:
    """Find the line on which each row begins, and those of rows that are too short or long."""
    body = io.StringIO(text)
    for _ in range(header):
        body.readline()
    reader = csv.reader(body, delimiter=separator)
    starts, uneven, line = [], [], header + 1
    for row in reader:
        if row:  # an empty line is none
            starts.append(line)
            if len(row) != width:
                uneven.append(line)
        line = header + 1 + reader.line_num
    return starts, uneven


def read_counts(
    text: pd.Series,
    markers: Mapping[str, Marker],
    *,
    decimal: str = ".",
    thousands: str = "",
) -> tuple[pd.DataFrame, list[Fault]]:
    """Read figures and the marks that stand in their place.

    Parameters
    ----------
    text
        Fields as text, by line.
    markers
        Marks of the publisher; ``""`` is one of them where a field may be empty.
    decimal
        Decimal sign of the file.
    thousands
        Sign between thousands; none if left out, and then one that looks like it is a fault.

    Returns
    -------
    tuple of DataFrame and list of str
        ``count`` (NaN where a mark is no figure), ``lower``, ``upper`` (equal to ``count`` where
        it is known; NaN where no bound is known) and ``marker`` (missing where there is a
        figure), by line; and the faults: numbers written otherwise, negative ones.
    """
    import numpy as np
    import pandas as pd

    signs = text.where(text.isin(list(markers)))
    whole = rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+|\d+" if thousands else r"\d+"
    plain = text.str.fullmatch(rf"(?:{whole})(?:{re.escape(decimal)}\d+)?", flags=re.ASCII)
    negative = signs.isna() & text.str.fullmatch(r"[-\u2212]\d[\d.,]*")
    other = signs.isna() & ~plain & ~negative
    digits = text.where(plain & signs.isna())
    if thousands:
        digits = digits.str.replace(thousands, "", regex=False)
    count = pd.to_numeric(digits.str.replace(decimal, ".", regex=False)).astype("float64")
    lower, upper = count.copy(), count.copy()
    for sign, marker in markers.items():
        here = signs == sign
        lower[here], upper[here] = marker.lower, marker.upper
        if marker.lower == marker.upper:
            count[here] = marker.lower
    faults = Faults()
    if negative.any():
        listed = some(map(repr, text[negative].unique()))
        faults.add(
            "negative-or-infinite",
            f"negative figures ({listed}) in {lines(text.index[negative])}; fetch the file again",
        )
    if other.any():
        listed = some(map(repr, text[other].unique()))
        marks = " ".join(map(repr, markers)) or "none"
        faults.add(
            "not-a-number",
            f"neither figures with decimal sign {decimal!r} nor marks of the publisher ({marks}): "
            f"{listed} in {lines(text.index[other])}; a spreadsheet may have saved the numbers "
            "in another way: fetch the file again",
        )
    frame = pd.DataFrame({"count": count, "lower": lower, "upper": upper})
    frame["marker"] = signs.replace("", BLANK).where(signs.notna(), np.nan).astype(object)
    return frame, faults


def whole_faults(text: pd.Series, *, what: str) -> list[Fault]:
    """Find decimals where only whole numbers can stand: 1.234 or 1,000 with a sign for thousands.

    Parameters
    ----------
    text
        Fields as text, by line.
    what
        What is counted.

    Returns
    -------
    list of str
        One fault, or none.
    """
    broken = text[text.str.fullmatch(r"\d+[.,]\d+")]
    if broken.empty:
        return []
    listed = f"{some(map(repr, broken.unique()))}, {lines(broken.index)}"
    return [
        Fault(
            "decimals-ambiguous",
            f"{what} in decimals ({listed}): a sign between thousands? Fetch the file again",
        )
    ]


def widen(figures: pd.DataFrame, half: float) -> pd.DataFrame:
    """Widen rounded figures to the bounds that rounding leaves.

    Parameters
    ----------
    figures
        ``count``, ``lower`` and ``upper``, what :func:`read_counts` gave.
    half
        How far the true figure can lie from a published one; nobody is counted below zero.

    Returns
    -------
    DataFrame
        The same with wider ``lower`` and ``upper`` where there is a figure.
    """
    wide = figures.copy()
    known = wide["count"].notna() & wide["marker"].isna()
    wide.loc[known, "lower"] = (wide.loc[known, "count"] - half).clip(lower=0.0)
    wide.loc[known, "upper"] = wide.loc[known, "count"] + half
    return wide


def region_level(code: str) -> str | None:
    """Return the level of a region, by the shape of its code.

    Parameters
    ----------
    code
        Code of CBS or of the German statistical offices, without blanks.

    Returns
    -------
    str or None
        ``gemeente``, ``wijk``, ``buurt``, ``corop``, ``provincie``, ``landsdeel``, ``country``,
        ``total``, ``region`` (another of CBS), ``land``, ``regierungsbezirk``, ``kreis``,
        ``gemeinde``, ``regionalschluessel``; none for a code of another shape.

    Examples
    --------
    >>> region_level("GM0153"), region_level("05515"), region_level("05554020")
    ('gemeente', 'kreis', 'gemeinde')
    """
    return next((level for level, shape in _LEVELS if shape.fullmatch(code)), None)


def levels_of(codes: pd.Series) -> pd.Series:
    """Return the level of each region; see :func:`region_level`.

    Parameters
    ----------
    codes
        Codes by line.

    Returns
    -------
    Series
        Levels by line; missing for a code of another shape.
    """
    known = {code: region_level(code) for code in codes.unique()}
    return codes.map(known)


def code_faults(codes: pd.Series, levels: Sequence[str]) -> list[Fault]:
    """Find codes that are not those of a region, first of all those that lost a leading zero.

    Parameters
    ----------
    codes
        Codes by line.
    levels
        Levels that the file may hold, see :func:`region_level`.

    Returns
    -------
    list of str
        Faults; none where every code is of one of the levels.
    """
    wrong = codes[~levels_of(codes).isin(list(levels))]
    faults = Faults()
    for level, shape, name in _DAMAGED:
        hit = wrong[wrong.str.fullmatch(shape)] if level in levels else wrong[:0]
        if len(hit):
            faults.add(
                "code-saved-as-number",
                f"codes without their leading zero ({some(map(repr, hit.unique()))}, "
                f"{lines(hit.index)}), as a spreadsheet leaves them, instead of the {name}; "
                "take the file as the publisher gives it",
            )
            wrong = wrong.drop(hit.index)
    numbers = wrong[wrong.str.fullmatch(_AS_NUMBER)]
    if len(numbers):
        faults.add(
            "code-saved-as-number",
            f"codes saved as numbers ({some(map(repr, numbers.unique()))}, "
            f"{lines(numbers.index)}); take the file as the publisher gives it",
        )
        wrong = wrong.drop(numbers.index)
    if len(wrong):
        faults.add(
            "code-malformed",
            f"codes of no region of level {' or '.join(levels)} "
            f"({some(map(repr, wrong.unique()))}, {lines(wrong.index)})",
        )
    return faults


def mixture_faults(levels: pd.Series, *, remedy: str) -> list[Fault]:
    """Find totals among their parts: regions of several levels in one column.

    Parameters
    ----------
    levels
        Level by line, what :func:`levels_of` gave.
    remedy
        What to do about it.

    Returns
    -------
    list of str
        One fault, or none.
    """
    found = levels.dropna().unique()
    if len(found) <= 1:
        return []
    listed = ", ".join(f"{level} ({lines(levels.index[levels == level])})" for level in found)
    return [Fault("totals-among-parts", f"totals stand among their parts: {listed}; {remedy}")]


def choose(
    values: pd.Series, wanted: str | None, *, what: str, option: str
) -> tuple[str | None, list[Fault]]:
    """Choose one value where a file holds several, such as two reference dates.

    Parameters
    ----------
    values
        Values by line.
    wanted
        What the caller asked for, if anything.
    what
        What the values are, such as ``"reference date"``.
    option
        Name of the argument by which one is chosen.

    Returns
    -------
    tuple of str (or None) and list of Fault
        The only value or the one asked for, and faults.
    """
    name = option if "=" in option else f"{option}="
    found = sorted(values.unique())
    if wanted is not None:
        if wanted in found:
            return wanted, []
        known = some(map(repr, found), most=12)
        return None, [Fault("name-unknown", f"no {what} {wanted!r}; the file holds {known}")]
    if len(found) == 1:
        return str(found[0]), []
    listed = some((f"{v!r} ({lines(values.index[values == v])})" for v in found), most=_LISTED)
    told = f"more than one {what}: {listed}; choose one with {name}"
    return None, [Fault("more-than-one", told)]


def duplicate_faults(frame: pd.DataFrame, key: Sequence[str]) -> list[Fault]:
    """Find rows that come twice.

    Parameters
    ----------
    frame
        Rows by line.
    key
        Columns that name a row.

    Returns
    -------
    list of str
        One fault, or none.
    """
    twice = frame.duplicated(list(key), keep=False)
    if not twice.any():
        return []
    names = frame.loc[twice, list(key)].drop_duplicates()
    listed = some(" ".join(map(str, row)) for row in names.itertuples(index=False))
    remedy = "two files were joined, or one dimension was left out of the download"
    return [
        Fault("row-twice", f"rows come twice ({listed}; {lines(frame.index[twice])}); {remedy}")
    ]
