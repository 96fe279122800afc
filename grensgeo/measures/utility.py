"""Logsum accessibility: what the best of many choices is worth, in minutes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense
from grensgeo.measures.decay import exponential
from grensgeo.measures.potential import BOUND

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.measures.matrix import TimesLike


def logsum(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    rate: float,
    active: bool = True,
) -> pd.Series:
    """Return the expected value of the best choice among all opportunities, in minutes.

    Differences are what it is for: a measure that saves everybody two minutes raises it by two,
    and one that opens choices across the border raises it by what these choices are worth.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``; NaN where the number is not known.
    rate
        How strongly a minute weighs in the choice, per minute, as in ``decay.exponential``.
    active
        False for passive accessibility: opportunities by ``from_id``, result by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, minutes, with one opportunity at 0 minutes as the zero. NaN where
        the origin was not snapped, reaches no opportunity, or reaches only unknown ones.

    Raises
    ------
    InputError
        For a rate that is not above zero, ids that do not match or appear twice, and times or
        counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make a result a lower bound, places were not snapped, or nothing is
        reached.

    Source
    ------
    Williams (1977), On the formation of travel demand models and economic evaluation measures of
    user benefit; Ben-Akiva and Lerman (1985), Discrete choice analysis, with the opportunities as
    the size variable: ``A_i = ln(sum_j O_j exp(-rate t_ij)) / rate``.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({"from_id": ["a"], "to_id": ["b"], "travel_time_min": [12.0]})
    >>> logsum(times, pd.Series({"b": 1}), rate=0.1).to_dict()
    {'a': -12.0}
    """
    if not 0 < float(rate) < math.inf:
        raise InputError(
            "out-of-range", f"rate={rate!r}; give a finite number per minute above zero, as 0.1"
        )
    matrix, counts, name = notes.prepared(times, opportunities, active=active)
    missing = np.isnan(counts)
    held = np.nan_to_num(counts) > 0
    total = np.full(len(matrix.from_id), np.nan)
    unknown = np.zeros(len(matrix.from_id))

    for rows, minutes in dense.blocks(matrix, dense.finite_or_infinite):
        nearest = minutes[:, held].min(axis=1, initial=np.inf)
        # Taken from the nearest opportunity on, so that far-off places do not vanish in exp.
        # Where nothing is reached this is infinite less infinite, and stays null.
        with np.errstate(invalid="ignore", divide="ignore"):
            weights = np.exp(-rate * (minutes[:, held] - nearest[:, None]))
            total[rows] = np.log(weights @ counts[held]) / rate - nearest
        unknown[rows] = np.isfinite(minutes[:, missing]).sum(axis=1)
    total[np.isinf(total)] = np.nan
    total[~matrix.from_known] = np.nan
    unknown[~matrix.from_known] = np.nan
    nothing = matrix.from_known & np.isnan(total) & (unknown == 0)
    notes.warn(
        [
            dense.unsnapped_warning(matrix, counts, name=name),
            notes.unknown_rows(matrix),
            dense.cut_tail(matrix.max_min, exponential(rate)),
            notes.lower_bounds(unknown, missing, matrix, name=name, told=BOUND),
            notes.unreached_rows(matrix, nothing, what=f"no {name}"),
        ]
    )
    return notes.series(matrix, total, name=name)
