"""Text whose fields are separated by commas, semicolons or tabs, as the world's programs save it.

A spreadsheet in Dutch or German separates by semicolons and writes decimals with a comma, often in
Windows-1252; others put ``sep=;`` above the header, save UTF-16, or end lines as old Macs do.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import warnings
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from grensgeo.errors import FileError, GrensgeoWarning, InputError, some
from grensgeo.files.formulas import unmark_table
from grensgeo.files.places import read_bytes
from grensgeo.files.spoilt import doubt, hold_rows, hold_text, letter_notes
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

#: How much of a file is looked at to tell what it is.
_START_BYTES = 4096
#: A table of this region has some dozens, a matrix of its municipalities hundreds.
MOST_COLUMNS = 10_000
#: What pandas calls a column without a name.
NAMELESS = "Unnamed: "
_SEPARATORS = (",", ";", "\t", "|")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: Numbers with a decimal comma, with points between thousands or without.
_COMMA = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+(?:[eE][-+]?\d+)?")
_WHOLE = re.compile(r"[-+]?\d+")
#: Three digits after the only comma: thousands as English writes them, or decimals.
_EITHER = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}")
#: Columns whose numbers are quantities, not counts: their names end in a unit.
_QUANTITY = re.compile(r"(?:^|_)(?:lon|lat|s|min|m|km|kmh|per_h|effect|share)$")


def read_csv(path: Path, *, text: Sequence[str] | None = None) -> pd.DataFrame:
    """Read a CSV file.

    Parameters
    ----------
    path
        The file, with a header; separated by commas, semicolons, tabs or bars, in UTF-8, UTF-16 or
        Windows-1252, plain or as ``.gz``. Where commas do not separate, they may be decimal ones.
    text
        Columns that stay text; all of them if left out.

    Returns
    -------
    DataFrame
        Only an empty field is missing; ``NA`` or ``nan`` are what they say. Blanks around names
        and before values are left out.

    Raises
    ------
    FileError
        If it is missing or is not text.
    InputError
        If it has no header, a name stands in it twice, or rows have more fields than it names.

    Warns
    -----
    GrensgeoWarning
        If the text is not UTF-8 and is read as Windows-1252.
    """
    import pandas as pd

    content = decode(path)
    hold_text(content, path)
    doubt(letter_notes(content, path))
    first, _, rest = content.partition("\n")
    stated = re.fullmatch(r'\s*"?sep=(.)"?\s*', first, flags=re.IGNORECASE)
    if stated:
        content = rest
    separator, names = _header(content, path, stated[1] if stated else None)
    try:
        frame = pd.read_csv(
            io.StringIO(content), sep=separator, header=0, names=names,
            dtype=str if text is None else {n: str for n in names if n.lower() in text},
            keep_default_na=False, na_values=[""], low_memory=False, skipinitialspace=True,
        )  # fmt: skip
    except pd.errors.EmptyDataError:
        raise InputError(
            "table-empty", f"{path}: the file is empty; write a header and rows"
        ) from None
    except (pd.errors.ParserError, csv.Error) as error:
        raise InputError(
            "rows-ragged",
            f"{path}: rows differ in length ({str(error).strip()}); write decimals with a point, "
            "or separate columns by semicolons",
        ) from None
    except (ValueError, OverflowError) as error:
        raise InputError(
            "table-unreadable", f"{path}: cannot be read as a table ({error})"
        ) from None
    if not isinstance(frame.index, pd.RangeIndex):  # pandas takes surplus fields for an index
        raise InputError(
            "rows-ragged",
            f"{path}: rows have more fields than the header names; write decimals with a point, "
            "or separate columns by semicolons",
        )
    _hold_shape(frame, content, separator, path)
    frame = _without_empty(unmark_table(frame))
    if separator != "," and text is not None:
        for name in frame.columns:
            if name.lower() not in text:
                frame[name] = _with_points(frame[name])
    return frame


def _hold_shape(frame: pd.DataFrame, content: str, separator: str, path: Path) -> None:
    """Raise on rows that a quotation swallowed and on headers among rows; warn of short rows."""
    if frame.empty or len(frame.columns) < 2:
        return
    names = list(frame.columns)
    again = frame[frame[names[0]].astype(object) == names[0]]
    hold_rows(again.to_numpy(dtype=object).tolist(), names, path)
    if '"' in content:
        _hold_quotations(frame, separator, path)
    if not bool(frame[names[-1]].isna().any()):
        return
    lines = content.rstrip("\n").split("\n")
    if '"' in content:  # a separator or the end of a line may stand in a field
        rows = csv.reader(lines, delimiter=separator, skipinitialspace=True)
        widths = [(rows.line_num, len(row)) for row in rows if row]
    else:
        widths = [(k, line.count(separator) + 1) for k, line in enumerate(lines, 1) if line]
    short = [line for line, width in widths[1:] if width < len(names)]
    if not short:
        return
    if short == [widths[-1][0]]:
        doubt([Note("doubts.cut-short", where=str(path), line=short[0])], stacklevel=4)
    else:
        doubt(
            [Note("doubts.short-rows", where=str(path), n=len(short), line=short[0])], stacklevel=4
        )


def _hold_quotations(frame: pd.DataFrame, separator: str, path: Path) -> None:
    """Raise where a quotation that was not closed took in whole rows."""
    least = len(frame.columns) - 1
    for name in frame.columns:
        column = frame[name]
        if column.dtype.kind in "biufc":
            continue
        for row, value in column[column.astype(str).str.contains("\n", regex=False)].items():
            inner = str(value).split("\n")[1:-1] or str(value).split("\n")[1:]
            if any(line.count(separator) >= max(1, least) for line in inner) or (
                str(value).split("\n")[-1].count(separator) >= max(1, least - 1)
            ):
                raise InputError(
                    "table-unreadable",
                    f"{path}: a quotation mark in row {row}, {name}, takes in whole rows "
                    f"({str(value)[:40]!r}); close it, or write two for one",
                )


def _without_empty(frame: pd.DataFrame) -> pd.DataFrame:
    """Drop the empty columns and rows that a spreadsheet saves around a table."""
    spare = [
        name
        for name in frame.columns
        if name.startswith(NAMELESS) and bool(frame[name].isna().all())
    ]
    whole = frame.drop(columns=spare) if spare else frame
    empty = whole.isna().all(axis=1)
    return whole[~empty].reset_index(drop=True) if empty.any() else whole


def plain_lines(path: Path) -> list[str]:
    """Read a CSV file, however it was saved, as lines with commas and decimal points.

    Parameters
    ----------
    path
        The file; see :func:`read_csv`.

    Returns
    -------
    list of str
        The header and the rows.

    Raises
    ------
    FileError
        If it is missing or is not text.
    InputError
        If it is no table.
    """
    text: str = read_csv(path, text=()).to_csv(index=False)
    return text.splitlines()


def decode(path: Path) -> str:
    """Read the text of a file, whatever it is encoded in; lines end in a single character.

    Parameters
    ----------
    path
        The file, plain or packed by gzip (``.gz``).

    Returns
    -------
    str
        The text.

    Raises
    ------
    FileError
        If it is missing, holds binary data or cannot be decoded.

    Warns
    -----
    GrensgeoWarning
        If it is not UTF-8 and is read as Windows-1252.
    """
    data = read_bytes(path)
    if path.suffix.lower() == ".gz":
        try:
            data = gzip.decompress(data)
        except (EOFError, zlib.error) as error:
            raise FileError(
                "file-truncated", f"{path}: packed data that are cut short or damaged ({error})"
            ) from None
        except OSError as error:  # of gzip, where it is no such file
            raise FileError(
                "file-unreadable", f"{path}: cannot be read ({error.strerror or error})"
            ) from None
    return text_of(data, path)


def text_of(data: bytes, path: Path, *, windows: bool = False) -> str:
    """Decode text in UTF-8, UTF-16 or Windows-1252; lines end in a single character.

    Parameters
    ----------
    data
        The bytes.
    path
        The file that they are of, for errors.
    windows
        Whether files of this kind are known to be saved in Windows-1252: no warning then.

    Returns
    -------
    str
        The text.

    Raises
    ------
    FileError
        If the data are binary or cannot be decoded.

    Warns
    -----
    GrensgeoWarning
        If they are not UTF-8 and are read as Windows-1252, unless ``windows`` says so.
    """
    known = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if known is None and b"\0" in data[:_START_BYTES]:
        raise FileError(
            "file-binary", f"{path}: not a readable CSV file (binary data); save it as UTF-8"
        )
    try:
        text = data.decode(known or "utf-8")
    except UnicodeDecodeError as error:
        text = "" if known else _windows(data, path, warn=not windows)
        if not text:
            raise FileError(
                "file-encoding-wrong",
                f"{path}: not a readable CSV file ({error}); save it as UTF-8",
            ) from None
    if "\0" in text:
        raise FileError(
            "file-binary", f"{path}: not a readable CSV file (binary data); save it as UTF-8"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _windows(data: bytes, path: Path, *, warn: bool) -> str:
    """Decode what a spreadsheet on Windows saved; empty where it is not that."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    if any(ord(mark) < 32 and mark not in "\t\n\r\f" for mark in text):
        return ""  # not what a spreadsheet saves
    if warn:
        letter = next(mark for mark in text if ord(mark) > 127)
        note = Note("files.windows-1252", path=str(path), letter=repr(letter))
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=5)
    return text


def _header(content: str, path: Path, stated: str | None) -> tuple[str, list[str]]:
    """Detect what separates by the header; raise where a column is named twice.

    pandas would rename the second one in silence.
    """
    header = next((line for line in content.split("\n") if line.strip()), "")
    if not header:
        raise InputError("table-empty", f"{path}: the file is empty; write a header and rows")
    widest = max(header.count(mark) for mark in _SEPARATORS) + 1
    if widest > MOST_COLUMNS:
        raise InputError(
            "table-too-wide",
            f"{path}: {widest:,} columns, more than {MOST_COLUMNS:,}; keep those that are needed, "
            "or lay the table out in rows",
        )
    try:
        rows = {
            mark: next(csv.reader([header], delimiter=mark, skipinitialspace=True), [])
            for mark in ((stated,) if stated else _SEPARATORS)
        }
    except (csv.Error, TypeError, ValueError) as error:
        raise InputError(
            "table-unreadable", f"{path}: the header cannot be read ({error})"
        ) from None
    separator = max(rows, key=lambda mark: len(rows[mark]))
    names = [name.strip() for name in rows[separator]]
    twice = sorted(name for name, n in Counter(names).items() if n > 1 and name)
    if twice:
        raise InputError(
            "column-twice", f"{path}: the header names {some(map(repr, twice))} more than once"
        )
    # a spreadsheet leaves empty columns behind; pandas wants a name for each
    return separator, [name or f"{NAMELESS}{k}" for k, name in enumerate(names)]


def _with_points(column: pd.Series) -> pd.Series:
    """Return numbers with decimal commas as numbers; a column that holds anything else stays text.

    Counts that all have three digits behind the comma stay text too: they may be thousands.
    """
    if column.dtype.kind in "biufc":
        return column
    values = column.dropna().astype(str).str.strip()
    comma = values.str.fullmatch(_COMMA)
    if not comma.any() or not (comma | values.str.fullmatch(_WHOLE)).all():
        return column
    if not _QUANTITY.search(str(column.name)) and values[comma].str.fullmatch(_EITHER).all():
        return column
    plain = values.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    return plain.astype("float64").reindex(column.index)


def degrees(column: pd.Series) -> pd.Series:
    """Return coordinates written with a decimal comma as those with a point.

    Parameters
    ----------
    column
        Coordinates, as text or as numbers.

    Returns
    -------
    Series
        The same; text with one comma among digits has a point in its place.
    """
    if column.dtype.kind in "biufc":
        return column
    return column.map(
        lambda value: (
            value.replace(",", ".")
            if isinstance(value, str) and re.fullmatch(r"\s*[-+]?\d{1,3},\d+\s*", value)
            else value
        )
    )
