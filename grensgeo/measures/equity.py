"""How evenly accessibility is spread: over people, over incomes, over groups.

Every index takes the accessibility of places and how many people live there, so that it speaks of
people and not of places.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.counts import hold_numbers
from grensgeo.errors import Faults, GrensgeoWarning, InputError, some
from grensgeo.measures.caveats import MIN_COVERED

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats


@dataclass(frozen=True, eq=False)
class _People:
    """Accessibility and number of people of the places with both, and by what they are ranked."""

    access: Floats
    people: Floats
    rank: Floats
    group: npt.NDArray[np.object_]


def gini(
    access: pd.Series, *, population: pd.Series, groups: pd.Series | None = None
) -> float | pd.Series:
    """Return the Gini index: half the mean difference between two people, beside the mean.

    Parameters
    ----------
    access
        Accessibility by id of place; a place without (NaN) is left out.
    population
        People by id; every place needs a row.
    groups
        Group by id, for one index a group.

    Returns
    -------
    float or Series
        0 where everybody has the same, near 1 where one has all; NaN where nobody has any. By
        group where ``groups`` is given.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, and for values that are negative, infinite or
        not a number.

    Warns
    -----
    GrensgeoWarning
        Where places without a value hold more than 5% of the people.

    Source
    ------
    Gini (1912); weighed as in Lerman and Yitzhaki (1989), Improving the accuracy of estimates of
    Gini coefficients; ``gini_index`` of the R package accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> gini(pd.Series({"a": 1.0, "b": 3.0}), population=pd.Series({"a": 1, "b": 1}))
    0.25
    """
    return _each(_read(access, population, groups=groups), _gini, groups, "gini")


def theil(
    access: pd.Series, *, population: pd.Series, groups: pd.Series | None = None
) -> float | pd.Series:
    """Return the Theil T index, which can be split into parts within and between groups.

    Parameters
    ----------
    access
        Accessibility by id of place; a place without (NaN) is left out.
    population
        People by id; every place needs a row.
    groups
        Group by id, for one index a group. ``theil_components`` splits the index instead.

    Returns
    -------
    float or Series
        0 where everybody has the same, at most the logarithm of the number of people; NaN where
        nobody has any. By group where ``groups`` is given.

    Raises
    ------
    InputError
        As ``gini`` does.

    Warns
    -----
    GrensgeoWarning
        As ``gini`` does.

    Source
    ------
    Theil (1967), Economics and information theory: ``sum_i p_i x_i / m ln(x_i / m)`` with shares
    of the people p and mean m, where ``0 ln 0`` is 0; ``theil_t`` of the R package accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> access, people = pd.Series({"a": 1.0, "b": 3.0}), pd.Series({"a": 1, "b": 1})
    >>> round(theil(access, population=people), 6)
    0.130812
    """
    return _each(_read(access, population, groups=groups), _theil, groups, "theil")


def theil_components(
    access: pd.Series, *, population: pd.Series, groups: pd.Series
) -> pd.DataFrame:
    """Split the Theil T index into what lies within groups and what lies between them.

    Parameters
    ----------
    access
        Accessibility by id of place; a place without (NaN) is left out.
    population
        People by id; every place needs a row.
    groups
        Group by id: income class, country, urban or rural.

    Returns
    -------
    DataFrame
        A row per group, in order: ``group``, ``population_share``, ``access_share`` and the parts
        ``within`` and ``between``. All parts together are the index; a part between can be below
        zero.

    Raises
    ------
    InputError
        As ``gini`` does.

    Warns
    -----
    GrensgeoWarning
        As ``gini`` does.

    Source
    ------
    Shorrocks (1980), The class of additively decomposable inequality measures; ``theil_t`` of the
    R package accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> parts = theil_components(
    ...     pd.Series({"a": 1.0, "b": 3.0}), population=pd.Series({"a": 1, "b": 1}),
    ...     groups=pd.Series({"a": "NL", "b": "DE"}),
    ... )
    >>> parts[["within", "between"]].sum().round(6).to_dict()
    {'within': 0.0, 'between': 0.130812}
    """
    import pandas as pd

    read = _read(access, population, groups=groups)
    everything, everybody = float(read.access @ read.people), float(read.people.sum())
    rows = []
    for group, part in _parts(read):
        held, people = float(part.access @ part.people), float(part.people.sum())
        share, head = held / everything, people / everybody
        within = _theil(part)
        rows.append(
            {
                "group": group,
                "population_share": head,
                "access_share": share,
                "within": share * within if held > 0 else 0.0,
                "between": share * math.log(share / head) if held > 0 else 0.0,
            }
        )
    return pd.DataFrame(rows)


def palma_ratio(
    access: pd.Series,
    *,
    population: pd.Series,
    income: pd.Series,
    groups: pd.Series | None = None,
) -> float | pd.Series:
    """Return the mean accessibility of the richest tenth over that of the poorest 40 percent.

    Parameters
    ----------
    access
        Accessibility by id of place; a place without (NaN) is left out.
    population
        People by id; every place needs a row.
    income
        Income a head by id, or anything else to rank people by, such as the share of young
        people. Every place with people needs a row.
    groups
        Group by id, for one ratio a group; tenths are then those of the group.

    Returns
    -------
    float or Series
        1 where both have the same, above 1 where the rich have more; NaN where either class has
        nobody or the poorest have none. By group where ``groups`` is given.

    Raises
    ------
    InputError
        As ``gini`` does.

    Warns
    -----
    GrensgeoWarning
        As ``gini`` does.

    Source
    ------
    Palma (2011), Homogeneous middles vs. heterogeneous tails, as adapted by Herszenhut, Pereira,
    Portugal and Oliveira (2022); classes as ``palma_ratio`` of the R package accessibility makes
    them: whole places with an income up to the weighed 40% quantile and above the 90% quantile.

    Examples
    --------
    >>> import pandas as pd
    >>> ids = list("abcdefghij")
    >>> people, income = pd.Series(10, index=ids), pd.Series(range(10), index=ids)
    >>> access = pd.Series([2.0] * 4 + [5.0] * 5 + [6.0], index=ids)
    >>> palma_ratio(access, population=people, income=income)
    3.0
    """
    return _each(_read(access, population, rank=income, groups=groups), _palma, groups, "palma")


def concentration_index(
    access: pd.Series,
    *,
    population: pd.Series,
    income: pd.Series,
    kind: Literal["standard", "corrected"] = "standard",
    groups: pd.Series | None = None,
) -> float | pd.Series:
    """Return whether accessibility lies with the rich or with the poor.

    Parameters
    ----------
    access
        Accessibility by id of place; a place without (NaN) is left out.
    population
        People by id; every place needs a row.
    income
        Income a head by id, or anything else to rank people by. Places with the same income share
        one rank, so the order of rows does not matter.
    kind
        ``"standard"``, relative; ``"corrected"`` by the lowest and the highest value found, so
        that places can be compared whose means differ.
    groups
        Group by id, for one index a group.

    Returns
    -------
    float or Series
        Between -1 and 1: below zero where the poor have more. NaN where nobody has any, or where
        all have the same for ``"corrected"``. By group where ``groups`` is given.

    Raises
    ------
    InputError
        For another kind, and as ``gini`` does.

    Warns
    -----
    GrensgeoWarning
        As ``gini`` does.

    Source
    ------
    Wagstaff, Paci and van Doorslaer (1991), On the measurement of inequalities in health: ``2
    cov(x, r) / m`` with the fractional rank r; Erreygers (2009), Correcting the concentration
    index: ``8 cov(x, r) / (max - min)``; ``concentration_index`` of the R package accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> access, people = pd.Series({"a": 1.0, "b": 3.0}), pd.Series({"a": 1, "b": 1})
    >>> concentration_index(access, population=people, income=pd.Series({"a": 20, "b": 40}))
    0.25
    """
    if kind not in ("standard", "corrected"):
        raise InputError("choice-unknown", f"kind={kind!r}; choose standard or corrected")
    index = _concentration if kind == "standard" else _corrected
    read = _read(access, population, rank=income, groups=groups)
    return _each(read, index, groups, "concentration_index")


def fgt(
    access: pd.Series,
    *,
    population: pd.Series,
    line: float,
    order: float = 0,
    groups: pd.Series | None = None,
) -> float | pd.Series:
    """Return the Foster-Greer-Thorbecke measure of poverty of accessibility.

    Parameters
    ----------
    access
        Accessibility by id of place; a place without (NaN) is left out.
    population
        People by id; every place needs a row.
    line
        Accessibility below which people are poor, above zero.
    order
        0: share of people who are poor (headcount). 1: how far below the line people are on
        average (gap). 2: the same, with the poorest weighing more (severity).
    groups
        Group by id, for one figure a group.

    Returns
    -------
    float or Series
        Between 0 and 1. By group where ``groups`` is given.

    Raises
    ------
    InputError
        For a line that is not above zero or an order below zero, and as ``gini`` does.

    Warns
    -----
    GrensgeoWarning
        As ``gini`` does.

    Source
    ------
    Foster, Greer and Thorbecke (1984), A class of decomposable poverty measures: ``sum_i p_i
    ((line - x_i) / line) ** order`` over the poor; ``fgt_poverty`` of the R package accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> access, people = pd.Series({"a": 50.0, "b": 300.0}), pd.Series({"a": 1, "b": 3})
    >>> fgt(access, population=people, line=100), fgt(access, population=people, line=100, order=1)
    (0.25, 0.125)
    """
    if not 0 < float(line) < math.inf or not 0 <= float(order) < math.inf:
        raise InputError(
            "out-of-range",
            f"line={line!r}, order={order!r}; give a line above zero and an order of 0, 1 or 2",
        )

    def index(read: _People) -> float:
        gap = np.clip((line - read.access) / line, 0.0, None)
        poor = read.access < line
        return float(read.people @ np.where(poor, gap**order, 0.0) / read.people.sum())

    return _each(_read(access, population, groups=groups), index, groups, "fgt")


def _read(
    access: pd.Series,
    population: pd.Series,
    *,
    rank: pd.Series | None = None,
    groups: pd.Series | None = None,
) -> _People:
    """Arrange everything in the order of the places, and drop what has no value."""
    import pandas as pd

    ids = access.index
    inputs = {"access": access, "population": population, "income": rank, "groups": groups}
    faults = Faults()
    for name, series in inputs.items():
        if series is None:
            continue
        if not isinstance(series, pd.Series):
            raise InputError(
                "type-wrong", f"{name}: expected a Series by id, found {type(series).__name__}"
            )
        if not series.index.is_unique:
            raise InputError(
                "id-twice",
                f"{name}: duplicate ids {some(series.index[series.index.duplicated()])}",
            )
        absent = ids[~ids.isin(series.index)]
        if len(absent):
            faults.add("row-missing", f"{name}: no row for {some(absent)}")
    if faults:
        raise InputError.of(faults)
    values = _numbers(access, "access")
    people = _numbers(population.reindex(ids), "population")
    if np.isnan(people).any():
        raise InputError(
            "value-missing",
            f"population: not known for {some(ids[np.isnan(people)])}; give 0 where nobody lives",
        )
    ranks = np.zeros(len(ids))
    if rank is not None:
        ranks = pd.to_numeric(rank.reindex(ids), errors="coerce").to_numpy(dtype=np.float64)
    group = np.zeros(len(ids), dtype=object)
    if groups is not None:
        group = groups.reindex(ids).to_numpy(dtype=object)
    told = np.isfinite(ranks) & np.asarray(pd.notna(group), dtype=bool)
    lost = ~told & (people > 0)
    if lost.any():
        raise InputError(
            "value-missing", f"income or groups: no value for {some(ids[lost])}, where people live"
        )
    use = (people > 0) & ~np.isnan(values)
    if not use.any():
        raise InputError("no-figure-known", "access: no place with people has a value")
    covered = people[use].sum() / people.sum()
    if covered < MIN_COVERED:
        without = ids[np.isnan(values) & (people > 0)]
        warnings.warn(
            GrensgeoWarning(
                "people-left-out",
                f"access: known for {covered:.0%} of the people; the index leaves out those of "
                f"{some(without)}",
            ),
            stacklevel=3,
        )
    return _People(values[use], people[use], ranks[use], group[use])


def _numbers(series: pd.Series, name: str) -> Floats:
    """Return a column as float64, or say which values cannot be."""
    import pandas as pd

    hold_numbers(series, name=name)
    numbers = pd.to_numeric(series, errors="coerce")
    wrong = series[(numbers.isna() & series.notna()) | (numbers < 0) | (numbers == math.inf)]
    if len(wrong):
        rows = some(f"{key}: {value}" for key, value in wrong.items())
        raise InputError(
            "negative-or-infinite", f"{name}: negative, infinite or not a number ({rows})"
        )
    return np.asarray(numbers, dtype=np.float64)


def _each(
    read: _People, index: Callable[[_People], float], groups: pd.Series | None, name: str
) -> float | pd.Series:
    """Return one figure, or one a group."""
    import pandas as pd

    if groups is None:
        return index(read)
    figures = {group: index(part) for group, part in _parts(read)}
    result: pd.Series = pd.Series(figures, name=name, dtype="float64")
    return result.rename_axis("group")


def _parts(read: _People) -> list[tuple[object, _People]]:
    """Split places by group, in the order of the groups."""
    import pandas as pd

    codes, found = pd.factorize(read.group, sort=True)
    return [
        (
            group,
            _People(*(column[codes == code] for column in vars(read).values())),
        )
        for code, group in enumerate(found)
    ]


def _mean(read: _People) -> float:
    return float(read.people @ read.access / read.people.sum())


def _gini(read: _People) -> float:
    mean = _mean(read)
    if mean == 0:
        return math.nan
    order = np.argsort(read.access, kind="stable")
    weight = read.people[order] / read.people.sum()
    rank = np.cumsum(weight) - weight / 2
    # Twice the covariance with the rank; places of the same value may stand in any order.
    return float(2 * (weight * (read.access[order] - mean)) @ rank / mean)


def _theil(read: _People) -> float:
    mean = _mean(read)
    if mean == 0:
        return math.nan
    ratio = read.access / mean
    logs = np.log(ratio, out=np.zeros_like(ratio), where=ratio > 0)
    return float(read.people @ (ratio * logs) / read.people.sum())


def _palma(read: _People) -> float:
    poorest = read.rank <= _quantile(read, 0.4)
    richest = read.rank > _quantile(read, 0.9)
    if not poorest.any() or not richest.any():
        return math.nan
    low, high = (
        float(read.people[part] @ read.access[part] / read.people[part].sum())
        for part in (poorest, richest)
    )
    return high / low if low > 0 else math.nan


def _quantile(read: _People, part: float) -> float:
    """Return the income of a person so far up the ranking, between the two nearest people.

    Source: ``wtd.quantile`` of the R package Hmisc, type "quantile", which ``palma_ratio`` of the
    R package accessibility uses.
    """
    order = np.argsort(read.rank, kind="stable")
    upto = np.cumsum(read.people[order])
    person = 1 + (upto[-1] - 1) * part
    low = max(math.floor(person), 1)
    between = person % 1
    values = [
        read.rank[order][min(np.searchsorted(upto, min(number, upto[-1])), len(upto) - 1)]
        for number in (low, low + 1)
    ]
    return float((1 - between) * values[0] + between * values[1])


def _covariance(read: _People) -> float:
    """Return the covariance of accessibility with the rank by income, the tied sharing one."""
    _, place = np.unique(read.rank, return_inverse=True)
    weight = read.people / read.people.sum()
    tied = np.bincount(place, weights=weight)
    rank = (np.cumsum(tied) - tied / 2)[place]
    return float((weight * (read.access - _mean(read))) @ rank)


def _concentration(read: _People) -> float:
    mean = _mean(read)
    return 2 * _covariance(read) / mean if mean > 0 else math.nan


def _corrected(read: _People) -> float:
    span = float(read.access.max() - read.access.min())
    return 8 * _covariance(read) / span if span > 0 else math.nan
