"""Floating catchment areas: opportunities per person who competes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.errors import InputError
from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense
from grensgeo.measures.competition import blank_and_tell, competition
from grensgeo.measures.decay import as_decay, luo_qi_2009

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.competition import Competition
    from grensgeo.measures.impedance import Curve, Decay
    from grensgeo.measures.matrix import TimesLike

Method = Literal["2sfca", "e2sfca", "3sfca", "balanced"]
_METHODS = ("2sfca", "e2sfca", "3sfca", "balanced")


def floating_catchment(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    demand: pd.Series,
    method: Method,
    decay: Decay | Curve | None = None,
    active: bool = True,
) -> pd.Series:
    """Return opportunities per competing person, added up over what each origin reaches.

    Demand is counted by the way of those who travel, from origin to destination, so the measure
    is right on times that differ between the two directions.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``; NaN where the number is not known.
    demand
        How many compete, by ``from_id``; NaN where the number is not known.
    method
        ``"2sfca"``: ``A_i = sum_j f_ij S_j / sum_k P_k f_kj``. ``"e2sfca"``: the same with travel
        time zones, by default those of Luo and Qi. ``"3sfca"``: people share themselves out over
        the sites they reach, ``g_ij = f_ij / sum_l f_il`` over the destinations with
        opportunities, and ``A_i = sum_j g_ij f_ij S_j / sum_k P_k g_kj f_kj``. ``"balanced"``:
        weights sum to 1 over the destinations of an origin for demand, and over the origins of a
        destination for supply, so neither is counted twice.
    decay
        Decay function f; ``decay.step(30)`` gives the two-step floating catchment area as first
        published. May be left out for ``"e2sfca"`` and ``"3sfca"``.
    active
        False for passive accessibility: opportunities by ``from_id``, demand by ``to_id``, result
        by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, opportunities per person. NaN where the origin was not snapped,
        where only unknown figures are reached, and where opportunities are reached that nobody
        is known to compete for.

    Raises
    ------
    InputError
        For a method that is not known, a decay that is missing, ids that do not match or appear
        twice, and times or counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures or unknown demand make a result a bound, places were not snapped, or
        a result is not defined.

    Source
    ------
    Luo and Wang (2003), Measures of spatial accessibility to health care in a GIS environment;
    Luo and Qi (2009), An enhanced two-step floating catchment area (E2SFCA) method; Wan, Zou and
    Sternberg (2012), A three-step floating catchment area method; Paez, Higgins and Vivona
    (2019), Demand and level of service inflation in floating catchment area (FCA) methods.

    Examples
    --------
    >>> import pandas as pd
    >>> from grensgeo import decay
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "b"], "to_id": ["c", "c"], "travel_time_min": [10.0, 20.0]}
    ... )
    >>> floating_catchment(
    ...     times, pd.Series({"c": 10}), demand=pd.Series({"a": 30, "b": 20}),
    ...     method="2sfca", decay=decay.step(30),
    ... ).to_dict()
    {'a': 0.2, 'b': 0.2}
    """
    if method not in _METHODS:
        raise InputError("choice-unknown", f"method={method!r}; choose {', '.join(_METHODS)}")
    if decay is None and method in ("2sfca", "balanced"):
        raise InputError(
            "option-missing", f"method {method!r} needs decay=, such as decay.step(30)"
        )
    weigh = luo_qi_2009() if decay is None else as_decay(decay)
    here = competition(times, opportunities, demand, active=active)
    level, reached = _levels(here, method, weigh)
    told = blank_and_tell(here, level, reached)
    notes.warn([*told, dense.cut_tail(here.matrix.max_min, weigh)])
    return notes.series(here.matrix, level, name=here.name)


def _levels(
    here: Competition, method: Method, weigh: Decay
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the level of each row, and what it reaches that is not known (four columns)."""
    matrix, supply = here.matrix, np.nan_to_num(here.supply)
    unknown = np.isnan(here.demand)
    people = np.column_stack([np.nan_to_num(here.demand), unknown])
    # A destination without opportunities is no site that people would share themselves out to.
    sites = np.flatnonzero(here.supply != 0) if method == "3sfca" else slice(None)
    wanted = np.zeros((len(supply), 2))
    inflow = np.zeros(len(supply))
    for rows, weights in dense.blocks(matrix, weigh):
        shares, _ = _shares(weights, method, sites)
        wanted[:, 0] += people[rows, 0] @ shares
        inflow += weights.sum(axis=0)
        if unknown[rows].any():
            wanted[:, 1] += people[rows, 1] @ (shares > 0)
    ratio = np.divide(supply, wanted[:, 0], out=np.zeros(len(supply)), where=wanted[:, 0] > 0)
    if method == "balanced":
        ratio = np.divide(ratio, inflow, out=np.zeros(len(supply)), where=inflow > 0)
    flags = np.column_stack(
        [
            np.isnan(here.supply),
            ~np.isnan(here.supply),
            (supply > 0) & (wanted[:, 0] == 0) & (inflow > 0),
            (supply > 0) & (wanted[:, 1] > 0),
        ]
    )
    level = np.zeros(len(matrix.from_id))
    reached = np.zeros((len(matrix.from_id), 4))
    telling = bool(flags[:, [0, 2, 3]].any())
    for rows, weights in dense.blocks(matrix, weigh):
        level[rows] = _shares(weights, method, sites)[1] @ ratio
        if telling:
            reached[rows] = (weights > 0).astype(np.float64) @ flags
    return level, reached


def _shares(
    weights: npt.NDArray[np.float64], method: Method, sites: npt.NDArray[np.intp] | slice
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the weights by which demand reaches a site, and by which supply reaches people."""
    if method in ("2sfca", "e2sfca"):
        return weights, weights
    total = weights[:, sites].sum(axis=1, keepdims=True)
    shares = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    if method == "balanced":
        return shares, weights
    return shares * weights, shares * weights
