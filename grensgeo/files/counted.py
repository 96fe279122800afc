"""Counts in people's own tables: which columns they are, as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.counts import count_columns, kind_fault, read_numbers
from grensgeo.errors import Faults, InputError, some
from grensgeo.files.delimited import read_csv
from grensgeo.files.doubtful_counts import sentinels_among, totals_among
from grensgeo.files.spoilt import doubt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd


def read_counts(
    path: Path, frame: pd.DataFrame, columns: Sequence[str] | None = None
) -> tuple[dict[str, pd.Series], Faults]:
    """Read the counts of a table.

    Parameters
    ----------
    path
        The file; of CSV the text is read again, since ``84.590`` is no longer seen in a number.
    frame
        What :func:`grensgeo.files.read_table` read of it, by id, as faults call its rows.
    columns
        The columns that are counts, where others stand beside them.

    Returns
    -------
    dict
        Counts by id, by column.
    Faults
        Columns that are none, and values that are no counts.
    """
    faults = Faults()
    counts: dict[str, pd.Series] = {}
    try:
        names = count_columns(frame, columns)
    except InputError as error:
        faults.extend(error.faults)
        return counts, faults
    text = read_csv(path) if path.suffix == ".csv" else None
    for name in names:
        kind = kind_fault(frame[name].dropna())
        if kind:
            faults.add("not-counts", f"{name}: {kind}, not counts ({some(frame[name].head(6))})")
        elif text is not None:
            counts[name], found = read_numbers(text[name].set_axis(frame.index), name=name)
            faults += found
        else:
            counts[name] = frame[name]
    if not faults:
        for name, column in counts.items():
            if column.dtype.kind not in "fiu":
                continue
            totals, notes = totals_among(column, name=name)
            faults.extend(totals)
            infinite = column[column.abs() == float("inf")]
            if len(infinite):
                faults.add("negative-or-infinite", f"{name}: infinite at {some(infinite.index)}")
            doubt([*notes, *sentinels_among(column, name=name, where=str(path))], stacklevel=4)
    return counts, faults
