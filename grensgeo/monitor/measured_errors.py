"""Errors against figures that others published, as a quality sheet tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError, some
from grensgeo.files import read_table

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = ("mode", "kind", "figures", "ratio", "error")
_KINDS = ("time", "distance")


def read_errors(path: Path) -> tuple[dict[str, Any], ...]:
    """Read errors that were measured against published figures.

    Parameters
    ----------
    path
        CSV ``mode, kind, figures, ratio, error``: how many published times or distances were
        compared (``kind``), the median of computed over published, and the median of its distance
        from 1; rows as the sheet tells them.

    Returns
    -------
    tuple
        A row each.

    Raises
    ------
    FileError
        If the file is missing or unreadable.
    InputError
        If a column is missing, a kind is unknown, or a figure is none.
    """
    table = read_table(
        path, needs=_COLUMNS, what="errors against published figures",
        numbers=("figures", "ratio", "error"),
    )  # fmt: skip
    strange = sorted(set(table["kind"]) - {*_KINDS})
    if strange:
        raise InputError(
            "choice-unknown", f"{path}: kind is {some(strange)}; write {' or '.join(_KINDS)}"
        )
    if table[list(_COLUMNS)].isna().any().any():
        raise InputError("value-missing", f"{path}: values are missing; fill or drop the rows")
    return tuple(
        {
            "mode": str(row["mode"]),
            "kind": str(row["kind"]),
            "figures": int(row["figures"]),
            "ratio": float(row["ratio"]),
            "error": float(row["error"]),
        }
        for row in table.to_dict("records")
    )
