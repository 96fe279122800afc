"""Students by cell, as a file has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import InputError, some
from grensgeo.files import read_counts, read_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd


def read_student_counts(
    path: Path,
    cells: pd.Index,
    *,
    columns: Sequence[str] | None = None,
    layer: str | None = None,
) -> pd.DataFrame:
    """Read students by cell, a column for each group.

    Parameters
    ----------
    path
        CSV, Parquet or workbook with ``cell_id`` and counts; empty is missing, not zero.
    cells
        Ids of the cells that there are.
    columns
        The columns that are counts, where others stand beside them.
    layer
        Sheet of a workbook that has several.

    Returns
    -------
    DataFrame
        Counts by ``cell_id``.

    Raises
    ------
    InputError
        With every fault at once: no counts, cells twice or not there, no rows.
    """
    import pandas as pd

    frame = read_table(path, needs=("cell_id",), what="students by cell", layer=layer)
    ids = frame["cell_id"].astype(str)
    counts, faults = read_counts(path, frame.drop(columns="cell_id").set_axis(ids), columns)
    twice, lost = ids[ids.duplicated()], ids[~ids.isin(cells)]
    if len(twice):
        faults.add("id-twice", f"duplicate cell_id: {some(twice)}")
    if len(lost):
        faults.add("id-unknown", f"cells that the region does not have: {some(lost)}")
    if not len(frame):
        faults.add("table-empty", "no rows")
    if faults:
        raise InputError.of(faults, where=str(path))
    return pd.DataFrame(counts, index=pd.Index(ids))
