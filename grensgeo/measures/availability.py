"""Spatial availability: opportunities shared out among those who compete for them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, InputError, some
from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense
from grensgeo.measures.competition import blank_and_tell, competition
from grensgeo.measures.decay import as_decay

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.measures.impedance import Curve, Decay
    from grensgeo.measures.matrix import TimesLike


def spatial_availability(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    demand: pd.Series,
    decay: Decay | Curve,
    alpha: float = 1.0,
    active: bool = True,
) -> pd.Series:
    """Share out all opportunities among the origins, by demand and travel time.

    What one origin gets no other gets: the results add up to the number of opportunities that
    anybody reaches.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``; NaN where the number is not known.
    demand
        How many compete, by ``from_id``; NaN where the number is not known.
    decay
        Decay function f.
    alpha
        Exponent of demand; 1 shares out in proportion to it.
    active
        False for passive accessibility: opportunities by ``from_id``, demand by ``to_id``, result
        by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, opportunities. NaN where the origin was not snapped, where its
        demand is not known, and where only unknown figures are reached.

    Raises
    ------
    InputError
        For an alpha that is not above zero, ids that do not match or appear twice, and times or
        counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures or unknown demand make a result a bound, places were not snapped, or
        opportunities are left that nobody reaches.

    Source
    ------
    Soukhov, Paez, Higgins and Mohamed (2023), Introducing spatial availability, a
    singly-constrained measure of competitive accessibility, PLOS ONE 18(1):
    ``V_i = sum_j O_j P_i^alpha f_ij / sum_k P_k^alpha f_kj``.

    Examples
    --------
    >>> import pandas as pd
    >>> from grensgeo import decay
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "b"], "to_id": ["c", "c"], "travel_time_min": [10.0, 10.0]}
    ... )
    >>> spatial_availability(
    ...     times, pd.Series({"c": 10}), demand=pd.Series({"a": 30, "b": 20}),
    ...     decay=decay.exponential(0.1),
    ... ).round(9).to_dict()
    {'a': 6.0, 'b': 4.0}
    """
    if not 0 < float(alpha) < math.inf:
        raise InputError("out-of-range", f"alpha={alpha!r}; give a finite number above zero")
    weigh = as_decay(decay)
    here = competition(times, opportunities, demand, active=active)
    matrix, supply = here.matrix, np.nan_to_num(here.supply)
    unknown = np.isnan(here.demand)
    people = np.nan_to_num(here.demand) ** alpha
    wanted, unseen = np.zeros(len(supply)), np.zeros(len(supply))
    for rows, weights in dense.blocks(matrix, weigh):
        wanted += people[rows] @ weights
        if unknown[rows].any():
            unseen += unknown[rows].astype(np.float64) @ (weights > 0)
    ratio = np.divide(supply, wanted, out=np.zeros(len(supply)), where=wanted > 0)
    missing = np.isnan(here.supply)
    flags = np.column_stack(
        [missing, ~missing, np.zeros(len(supply)), (supply > 0) & (unseen > 0)]
    ).astype(np.float64)
    result = np.zeros(len(matrix.from_id))
    reached = np.zeros((len(matrix.from_id), 4))
    for rows, weights in dense.blocks(matrix, weigh):
        result[rows] = people[rows] * (weights @ ratio)
        if missing.any() or unseen.any():
            reached[rows] = (weights > 0).astype(np.float64) @ flags
    result[unknown] = np.nan
    told = blank_and_tell(here, result, reached)
    own = unknown & matrix.from_known
    if own.any():
        lost = some(matrix.from_id[own])
        told.append(
            Fault("competition-not-known", f"demand: not known at {lost}, whose own share is null")
        )
    left = (supply > 0) & (wanted == 0) & matrix.to_known
    if left.any():
        told.append(
            Fault(
                "shared-out-to-nobody",
                f"{here.name}: {supply[left].sum():.0f} at {int(left.sum())} {matrix.columns} "
                f"({some(matrix.to_id[left])}) are shared out to nobody, since nobody whose "
                "number is known reaches them",
            )
        )
    notes.warn([*told, dense.cut_tail(matrix.max_min, weigh)])
    return notes.series(matrix, result, name=here.name)
