"""What a measure tells its reader: which results are missing, and which are bounds."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, GrensgeoWarning, some
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix, TimesLike

#: A figure that leaves out more than one person in twenty is told to the reader.
MIN_COVERED = 0.95


def prepared(
    times: TimesLike | pd.DataFrame, opportunities: pd.Series, *, active: bool
) -> tuple[Matrix, npt.NDArray[np.float64], str]:
    """Read the times as one matrix, and the opportunities in the order of its columns.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``; by ``from_id`` where not active.
    active
        False to look from the destinations, whose opportunities are the origins.

    Returns
    -------
    matrix
        A row per place that a result is for.
    counts
        float64 (n_columns,), NaN where not known.
    name
        What the opportunities are called.
    """
    matrix = dense.as_matrix(times)
    if not active:
        matrix = matrix.turned()
    name = str(getattr(opportunities, "name", None) or "opportunities")
    return (
        matrix,
        dense.counts_at(opportunities, matrix.to_id, name=name, place=matrix.columns),
        name,
    )


def series(matrix: Matrix, values: npt.NDArray[np.float64], *, name: str) -> pd.Series:
    """Return values as a Series by the ids of the rows."""
    import pandas as pd

    result: pd.Series = pd.Series(
        values, index=pd.Index(matrix.from_id, name=matrix.index_name), name=name
    )
    return result


def unknown_rows(matrix: Matrix) -> Fault | None:
    """Report which rows have no result."""
    lost = ~matrix.from_known
    if not lost.any():
        return None
    return Fault(
        "origins-without-result",
        f"{int(lost.sum())} of {len(lost)} {matrix.rows} have no result "
        f"({some(matrix.from_id[lost])}): not snapped to the network, or no time and no reason "
        "given",
    )


def lower_bounds(
    unknown: npt.NDArray[np.float64],
    missing: npt.NDArray[np.bool_],
    matrix: Matrix,
    *,
    name: str,
    told: str = "the reach of {touched} {rows} that have them within the cutoff is a lower bound "
    "or null",
) -> Fault | None:
    """Report how many rows reach columns whose figure is not known."""
    touched = int((np.nan_to_num(unknown) > 0).sum())
    if not touched:
        return None
    where = ""
    if matrix.to_country is not None:
        where = f" in {' and '.join(sorted(set(matrix.to_country[missing])))}"
    return Fault(
        "figure-unknown",
        f"{name}: the figure of {int(missing.sum())} {matrix.columns}{where} is not known "
        f"({some(matrix.to_id[missing])}); " + told.format(touched=touched, rows=matrix.rows),
    )


def unreached_rows(matrix: Matrix, rows: npt.NDArray[np.bool_], *, what: str) -> Fault | None:
    """Report which rows are null because they reach too little."""
    if not rows.any():
        return None
    end = "" if matrix.max_min is None else f" (times end at max_min={matrix.max_min:g})"
    return Fault(
        "too-little-in-reach",
        f"{int(rows.sum())} of {len(rows)} {matrix.rows} are null ({some(matrix.from_id[rows])}): "
        f"{what} in reach{end}",
    )


def warn(notes: Iterable[Fault | None], *, stacklevel: int = 3) -> None:
    """Warn once of all that the reader must know."""
    told = [note for note in dict.fromkeys(notes) if note]
    if told:
        warnings.warn(GrensgeoWarning.of(told), stacklevel=stacklevel)
