"""Texts that a spreadsheet would run as formulas, marked in CSV files and unmarked on reading.

An id such as ``=HYPERLINK(...)`` is text here, and a formula to whoever opens the file. It is
written with an apostrophe before it, as spreadsheets themselves mark a text; one is taken away
again on reading, so that ids come back as they were.

Source: OWASP, CSV Injection: fields that begin with =, +, -, @, a tab, a line end, or one of these
signs in full width.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

MARK = "'"
_SIGNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
#: A sign, or apostrophes and a sign: what was marked before is marked once more, and comes back.
_FORMULA = re.compile(f"{MARK}*[{_SIGNS}]", re.DOTALL)
_MARKED = re.compile(f"{MARK}(?={MARK}*[{_SIGNS}])")
#: What begins with a sign and is no formula: a number, or a dash alone.
_HARMLESS = re.compile(r"[-+]?\d+(?:[.,]\d+)?|[-+]")


def marked(value: str) -> str:
    """Return a text as it is written into a CSV file.

    Examples
    --------
    >>> marked("=1+1"), marked("GM0153"), marked("-5")
    ("'=1+1", 'GM0153', '-5')
    """
    if _FORMULA.match(value) and not _HARMLESS.fullmatch(value):
        return MARK + value
    return value


def unmarked(value: str) -> str:
    """Return a text as it was before it was written into a CSV file.

    Examples
    --------
    >>> unmarked("'=1+1"), unmarked("'s-Hertogenbosch")
    ('=1+1', "'s-Hertogenbosch")
    """
    return value[1:] if _MARKED.match(value) else value


def mark_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts and names of columns no spreadsheet takes for formulas."""
    return _each_text(frame, marked)


def unmark_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table as it was before :func:`mark_table`."""
    return _each_text(frame, unmarked)


def _each_text(frame: pd.DataFrame, change: Callable[[str], str]) -> pd.DataFrame:
    """Change every text of a table, and the names of its columns."""
    result = frame.copy(deep=False)
    for place, name in enumerate(frame.columns):
        column = frame.iloc[:, place]
        if column.dtype.kind in "biufcmM":
            continue
        new = {v: change(v) for v in column.dropna().unique() if isinstance(v, str)}
        if any(old != value for old, value in new.items()):
            result[name] = column.map(
                lambda v, new=new: new.get(v, v) if isinstance(v, str) else v
            )
    result.columns = [change(name) if isinstance(name, str) else name for name in frame.columns]
    return result


def without_noise(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose numbers are written with the digits that they have.

    Travel times are computed in single precision: 24.230093 as a double is 24.230093002319336,
    whose last ten digits say nothing. A column all of whose numbers single precision holds is
    written so, and read again as the same times.
    """
    import numpy as np

    result = frame.copy(deep=False)
    for name in frame.columns[frame.dtypes == np.float64]:
        values = frame[name].to_numpy()
        with np.errstate(over="ignore"):
            single = values.astype(np.float32)
        if np.array_equal(single.astype(np.float64), values, equal_nan=True):
            result[name] = single
    return result
