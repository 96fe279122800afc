"""Parse the cells of one file: ids, times, dates and numbers as declared in ``relations``."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from grensgeo.gtfs.reading.rows import ReadCells, split

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    import numpy.typing as npt
    import pandas as pd
    import pyarrow as pa

    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.relations import Field, Relation
    from grensgeo.gtfs.reading.rows import RowChoice

    #: Tables of a feed, and which rows have an error, by name of the file without ``.txt``.
    Tables = dict[str, pd.DataFrame]
    Bad = dict[str, npt.NDArray[np.bool_]]

_TIME = re.compile(r"([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])\Z")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\Z")

#: Kinds that become categories of text.
_TEXT = {"id", "text", "zone"}

_FORM = {
    "time": "no time; write H:MM:SS, past midnight 25:10:00",
    "date": "no date; write YYYYMMDD",
    "whole": "no whole number",
    "number": "no number; write digits with a decimal point",
    "lat": "no degrees; write digits with a decimal point",
    "lon": "no degrees; write digits with a decimal point",
    "zone": "no time zone; write one such as Europe/Amsterdam",
}


def parse(
    file: BinaryIO,
    relation: Relation,
    findings: Findings,
    *,
    where: str,
    choice: RowChoice | None = None,
) -> tuple[pd.DataFrame, npt.NDArray[np.bool_]]:
    """Read one file.

    Parameters
    ----------
    file
        The file.
    relation
        Its declaration.
    findings
        Collects every fault.
    where
        Feed to name in errors.
    choice
        Which rows are kept; all if not given.

    Returns
    -------
    DataFrame
        The declared columns that are there, indexed by row in the file (the header is row 1).
        Ids and text are categories, times seconds (float64, NaN where empty), dates
        ``datetime64[s]``, numbers float64, whole numbers with a default int64.
    ndarray
        bool: rows with an error.

    Raises
    ------
    FileError
        If the bytes are not UTF-8 or no CSV at all.
    """
    import pandas as pd

    raw = split(file, relation, findings, where=where, choice=choice)
    declared = {field.name: field for field in relation.fields}
    if not raw.headed:
        return pd.DataFrame(), raw.bad
    lost = [f.name for f in relation.fields if f.required and f.name not in raw.columns]
    for name in lost:
        findings.add(
            "warning" if relation.aside else "error",
            "missing_required_column",
            "the column is missing",
            file=relation.file,
            field=name,
            remedy="the file is not used without it" if relation.aside else "add it",
        )
    bad = raw.bad.copy()
    columns: dict[str, object] = {}
    for name, cells in {} if lost and relation.aside else raw.columns.items():
        column = _Column(cells, raw.row, relation.file, declared[name])
        columns[name] = column.convert(findings, bad)
    if (raw.count if choice else len(bad)) == 0 and relation.required:
        findings.add(
            "error",
            "empty_file",
            "the file has no rows",
            file=relation.file,
            remedy="a feed needs them; fetch it again",
        )
    return pd.DataFrame(columns, index=pd.Index(raw.row, name="row"), copy=False), bad


def text_column(frame: pd.DataFrame, name: str) -> npt.NDArray[np.object_]:
    """Return a column as text, empty where it is or where the feed has no such column."""
    if name not in frame:
        return np.full(len(frame), "", dtype=object)
    return frame[name].astype("object").fillna("").to_numpy(dtype=object, copy=True)


class _Column:
    """One column of text on its way to values: each different cell is looked at once."""

    def __init__(
        self,
        column: pa.Array,
        rows: npt.NDArray[np.int64],
        file: str,
        field: Field,
    ) -> None:
        self.rows, self.file, self.field = rows, file, field
        read = ReadCells.of(column)
        self.cells, self.codes = read.texts, read.codes
        cells = column.dictionary.to_pylist()
        self.padded = [a for a, b in zip(cells, self.cells, strict=True) if a != b]

    def convert(self, findings: Findings, bad: npt.NDArray[np.bool_]) -> object:
        """Convert the column to values; mark the rows with an error in ``bad``."""
        if self.field.kind in _TEXT and self.padded:
            findings.add(
                "notice",
                "leading_or_trailing_whitespaces",
                f"spaces around {len(self.padded):,} values",
                file=self.file,
                field=self.field.name,
                values=self.padded,
                remedy="they were taken off",
            )
        if self.field.filled:
            self._fault(
                findings,
                bad,
                self.codes < 0,
                ("missing_required_value", "empty", "fill it in"),
            )
        if self.field.kind in _TEXT:
            return self._categories(findings, bad)
        return self._values(findings, bad)

    def _categories(self, findings: Findings, bad: npt.NDArray[np.bool_]) -> pd.Categorical:
        """Return ids or text as categories; cells that differ in spaces only are one."""
        import pandas as pd

        if self.field.kind == "zone":
            wrong = np.array([not _is_zone(cell) for cell in self.cells] + [False])
            self._fault(
                findings,
                bad,
                wrong[self.codes],
                ("invalid_timezone", _FORM["zone"].split("; ")[0], _FORM["zone"].split("; ")[1]),
            )
        names = [name for name in dict.fromkeys(self.cells) if name]
        place = {name: i for i, name in enumerate(names)}
        renumber = np.array([place.get(cell, -1) for cell in self.cells] + [-1], dtype=np.int32)
        categories = pd.Index(names, dtype="str")
        return pd.Categorical.from_codes(renumber[self.codes], categories=categories)

    def _values(self, findings: Findings, bad: npt.NDArray[np.bool_]) -> npt.NDArray[np.generic]:
        """Parse times, dates or numbers."""
        kind, field = self.field.kind, self.field
        values = np.array([_PARSE[kind](cell) for cell in self.cells] + [np.nan])
        values[-1] = np.nan
        what, _, remedy = _FORM[kind].partition("; ")
        self._fault(
            findings,
            bad,
            (np.isnan(values)[self.codes]) & (self.codes >= 0),
            (f"invalid_{kind}", what, remedy or "correct it"),
        )
        low, high = _BOUNDS.get(kind, (field.low, field.high))
        with np.errstate(invalid="ignore"):
            beyond = np.zeros(len(values), dtype=bool)
            if low is not None:
                beyond |= values < low
            if high is not None:
                beyond |= values > high
        if beyond.any():
            span = f"from {low:g}" + ("" if high is None else f" to {high:g}")
            self._fault(
                findings,
                bad,
                beyond[self.codes],
                ("number_out_of_range", f"not {span}", "correct it"),
            )
            if field.spare:
                values[beyond] = np.nan
        column = values[self.codes]
        if kind == "date":
            known = ~np.isnan(column)
            days = np.full(len(column), np.datetime64("NaT", "s"))
            days[known] = column[known].astype("int64").astype("datetime64[D]").astype(days.dtype)
            return days
        if field.default is not None:
            column = np.where(np.isnan(column), field.default, column)
            return column.astype(np.int64)
        return column

    def _fault(
        self,
        findings: Findings,
        bad: npt.NDArray[np.bool_],
        wrong: npt.NDArray[np.bool_],
        what: tuple[str, str, str],
    ) -> None:
        """Report the rows that are wrong: code, message and remedy."""
        if not wrong.any():
            return
        code, message, remedy = what
        if self.field.spare:
            remedy = "taken as empty"
        else:
            bad |= wrong
        seen = dict.fromkeys(self.codes[wrong][:10_000].tolist())
        findings.add(
            "warning" if self.field.spare else "error",
            code,
            message,
            file=self.file,
            field=self.field.name,
            rows=self.rows[wrong],
            values=[self.cells[i] for i in seen if i >= 0],
            remedy=remedy,
        )


def _time(cell: str) -> float:
    """Read H:MM:SS as seconds; NaN where it is none."""
    match = _TIME.match(cell)
    if match is None:
        return np.nan
    hours, minutes, seconds = match.groups()
    return int(hours) * 3600.0 + int(minutes) * 60 + int(seconds)


def _date(cell: str) -> float:
    """Read YYYYMMDD as days since 1970, also with the ``.0`` of pandas; NaN where it is none."""
    cell = cell.removesuffix(".0")
    if len(cell) != 8 or not cell.isascii() or not cell.isdigit():
        return np.nan
    try:
        day = date(int(cell[:4]), int(cell[4:6]), int(cell[6:]))
    except ValueError:
        return np.nan
    return float(day.toordinal() - date(1970, 1, 1).toordinal())


def _number(cell: str) -> float:
    """Read a number; NaN where it is none or not finite."""
    value = float(cell) if _NUMBER.match(cell) else np.nan
    return value if np.isfinite(value) else np.nan


def _whole(cell: str) -> float:
    """Read a whole number; NaN where it is none."""
    value = _number(cell)
    return value if value == np.floor(value) else np.nan


def _is_zone(cell: str) -> bool:
    """Return whether the database of time zones knows a name."""
    try:
        ZoneInfo(cell)
    except (KeyError, ValueError, OSError):
        return False
    return bool(cell)


_PARSE: dict[str, Callable[[str], float]] = {
    "time": _time,
    "date": _date,
    "whole": _whole,
    "number": _number,
    "lat": _number,
    "lon": _number,
}

_BOUNDS: dict[str, tuple[float | None, float | None]] = {"lat": (-90, 90), "lon": (-180, 180)}
