"""What measures of competition have in common: who wants the same opportunities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, some
from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix, TimesLike


@dataclass(frozen=True, eq=False)
class Competition:
    """Supply at the columns of a matrix and demand at its rows.

    Attributes
    ----------
    matrix
        Travel times, a row per place that a result is for.
    supply, demand
        float64 (n_columns,) and (n_rows,), NaN where not known.
    name
        What the opportunities are called.
    """

    matrix: Matrix
    supply: npt.NDArray[np.float64]
    demand: npt.NDArray[np.float64]
    name: str


def competition(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    demand: pd.Series,
    *,
    active: bool,
) -> Competition:
    """Read times, opportunities and demand in one order."""
    matrix, supply, name = notes.prepared(times, opportunities, active=active)
    wanted = dense.counts_at(demand, matrix.from_id, name="demand", place=matrix.rows)
    return Competition(matrix, supply, wanted, name)


def blank_and_tell(
    here: Competition,
    result: npt.NDArray[np.float64],
    reached: npt.NDArray[np.float64],
) -> list[Fault | None]:
    """Clear the results that are not known, in place, and note why and what is a bound.

    Parameters
    ----------
    here
        Supply and demand.
    result
        float64 (n_rows,), changed in place.
    reached
        float64 (n_rows, 4): how many columns each row reaches whose supply is not known, whose
        supply is known, for which nobody is known to compete, and for which somebody competes
        whose number is not known.

    Returns
    -------
    list of Fault or None
        What the reader must know.
    """
    matrix, name = here.matrix, here.name
    unknown, known, unwanted, contested = reached.T
    result[(unknown > 0) & (known == 0)] = np.nan
    result[unwanted > 0] = np.nan
    result[~matrix.from_known] = np.nan
    unknown = np.where(matrix.from_known, unknown, np.nan)
    lonely = matrix.from_known & (unwanted > 0)
    upper = matrix.from_known & (contested > 0) & ~np.isnan(result)
    told = [
        dense.unsnapped_warning(matrix, here.supply, name=name),
        notes.unknown_rows(matrix),
        _demand_not_snapped(here),
        notes.lower_bounds(
            unknown,
            np.isnan(here.supply),
            matrix,
            name=name,
            told="the result of {touched} {rows} that reach them leaves them out or is null",
        ),
    ]
    if upper.any():
        missing = np.isnan(here.demand)
        told.append(
            Fault(
                "competition-not-known",
                f"demand: not known at {int(missing.sum())} {matrix.rows} "
                f"({some(matrix.from_id[missing])}), who compete unseen; the result of "
                f"{int(upper.sum())} {matrix.rows} is an upper bound",
            )
        )
    if lonely.any():
        told.append(
            Fault(
                "too-little-in-reach",
                f"{int(lonely.sum())} of {len(lonely)} {matrix.rows} are null "
                f"({some(matrix.from_id[lonely])}): they reach {name} that nobody is known to "
                "compete for, so a share of it is not defined",
            )
        )
    return told


def _demand_not_snapped(here: Competition) -> Fault | None:
    """Report whose demand competes for nothing because they are not on the network."""
    lost = ~here.matrix.from_known & (np.nan_to_num(here.demand) > 0)
    if not lost.any():
        return None
    held = float(here.demand[lost].sum())
    return Fault(
        "competition-not-known",
        f"demand: {held:.0f} ({held / float(np.nansum(here.demand)):.1%}) at "
        f"{int(lost.sum())} {here.matrix.rows} that have no result compete for nothing",
    )
