"""Reach combined into regions, and a scenario held against the baseline."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import hold_countries
from grensgeo.counts import hold_numbers
from grensgeo.errors import Faults, GrensgeoWarning, InputError, some
from grensgeo.measures import matrix as dense
from grensgeo.measures.caveats import MIN_COVERED
from grensgeo.measures.contradictions import check_reach
from grensgeo.measures.long_reach import (
    REACHED,
    WHERE,
    by_destination,
    long_reach,
    totals,
)
from grensgeo.measures.marks import WHOLE
from grensgeo.schema import REACH

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

#: Between what closed and open lie, where counts have bounds.
MARGINS = ("closed_lower", "closed_upper", "open_lower", "open_upper")
_LEVELS = ("cutoff_min", "opportunity", "mode", "scenario")


def combine(
    table: pd.DataFrame,
    *,
    weights: pd.Series,
    groups: pd.Series,
    countries: pd.Series | None = None,
    names: pd.Series | None = None,
) -> pd.DataFrame:
    """Combine the reach of cells into that of municipalities or larger regions.

    The reach of a municipality is the mean over its inhabitants: the population-weighted mean of
    its cells. ``border_effect`` and ``share_across`` are computed from the means, never averaged.

    Parameters
    ----------
    table
        Reach of cells (``schema.REACH``).
    weights
        Population by cell; zero where nobody lives.
    groups
        Municipality (or NUTS3 region) by cell.
    countries
        Country by cell or group, as far as it is known (``region.countries``): what the table
        says is held against it.
    names
        Name by group, which becomes a column; none if left out.

    Returns
    -------
    DataFrame
        ``schema.REACH`` with a row per group, cutoff, opportunity and country of destination (and
        mode and scenario, if the table has them). ``population_covered`` is the share of the
        group's population that lives in cells whose reach is known; the others are left out of
        the mean. Where a country's figure is not known for any cell, it and ``open`` stay null.
        ``unknown_within`` is the largest of the cells. ``share_without_ride`` is that of the mean
        reach; ``edge_share`` is the share of those inhabitants whose reach touches the edge of
        the data.

    Raises
    ------
    InputError
        If a cell has no weight or group, a weight is negative, a row appears twice, a group
        has cells in two countries, or the table contradicts itself or what is known of a country.

    Warns
    -----
    GrensgeoWarning
        Where cells with a known reach cover less than 95% of a group's population.

    Examples
    --------
    >>> import pandas as pd
    >>> cells = pd.DataFrame({
    ...     "id": ["c1", "c1", "c2", "c2"], "country": "NL", "cutoff_min": 30,
    ...     "opportunity": "jobs", "to_country": ["NL", "DE", "NL", "DE"],
    ...     "reach": [100.0, 50.0, 200.0, 0.0], "closed": [100.0, 100.0, 200.0, 200.0],
    ...     "open": [150.0, 150.0, 200.0, 200.0], "border_effect": [0.5, 0.5, 0.0, 0.0],
    ... })
    >>> combine(
    ...     cells, weights=pd.Series({"c1": 300, "c2": 100}),
    ...     groups=pd.Series({"c1": "GM0153", "c2": "GM0153"}),
    ... )[["id", "to_country", "reach", "closed", "open"]].values.tolist()
    [['GM0153', 'NL', 125.0, 125.0, 162.5], ['GM0153', 'DE', 37.5, 125.0, 162.5]]
    """
    import pandas as pd

    known = (
        None if countries is None else dict(zip(map(str, countries.index), countries, strict=True))
    )
    rows = check_reach(table, known=known)
    levels = [name for name in _LEVELS if name in rows.columns]
    _hold_rows(rows, levels)
    cells, sides = totals(rows), by_destination(rows)
    cells["_group"], cells["_weight"] = _grouping(cells, weights, groups)
    by = ["_group", *levels]
    keys = [cells[name] for name in by]
    usable = sides.notna().groupby(keys).transform("any")
    # a country of which nothing is known does not keep its cells out of the mean of the others
    counted = usable.any(axis=1) & (sides.notna() | ~usable).all(axis=1)
    part = cells["_weight"].where(counted, 0.0)
    sums = pd.DataFrame({name: cells[name] for name in by})
    sums["country"] = cells["country"]
    sums["_part"] = part
    for side in sides.columns:
        sums[f"_{side}"] = sides[side].where(counted) * part
    if "unknown_within" in cells.columns:
        sums["unknown_within"] = cells["unknown_within"].where(counted)
    if "share_without_ride" in cells.columns:
        within = sides.fillna(0.0).sum(axis=1)
        within = within.where(cells["share_without_ride"].notna(), 0.0)  # else not by timetable
        sums["_known"] = within.where(counted) * part
        sums["_without"] = (cells["share_without_ride"] * within).fillna(0.0).where(counted) * part
    margins = [name for name in MARGINS if name in cells.columns]
    for name in margins:
        sums[f"_{name}"] = cells[name].where(counted) * part
    if "edge" in cells.columns:
        sums["_edge"] = cells["edge"].astype("float64") * cells["_weight"]
        sums["_snapped"] = cells["_weight"].where(cells["edge"].notna())
    # A sum over nothing known must stay null, hence min_count.
    grouped = sums.groupby(by, sort=True, observed=True)
    result = grouped[["country"]].first()
    # the group's own code may know better than the labels of its cells
    ids = result.index.get_level_values("_group")
    hold_countries(ids, result["country"], where="groups", known=known)
    weight = grouped["_part"].sum()
    means = pd.DataFrame(
        {
            side: (grouped[f"_{side}"].sum(min_count=1) / weight.where(weight > 0)).to_numpy()
            for side in sides.columns
        }
    )
    if "unknown_within" in cells.columns:
        result["unknown_within"] = grouped["unknown_within"].max()
    if "share_without_ride" in cells.columns:
        share = grouped["_without"].sum() / grouped["_known"].sum().replace(0.0, np.nan)
        result["share_without_ride"] = share.mask(share >= WHOLE, 1.0)
    for name in margins:
        result[name] = grouped[f"_{name}"].sum(min_count=1) / weight.where(weight > 0)
    if "edge" in cells.columns:
        result["edge_share"] = grouped["_edge"].sum(min_count=1) / grouped["_snapped"].sum()
    everybody = weights.astype("float64").groupby(groups.reindex(weights.index)).sum()
    total = everybody.reindex(result.index.get_level_values("_group")).to_numpy()
    result["population_covered"] = dense.share(
        np.asarray(weight, dtype=np.float64), np.asarray(total, dtype=np.float64)
    )
    result = result.reset_index().rename(columns={"_group": "id"})
    if names is not None:
        result["name"] = result["id"].map(dict(names))
    _warn_uncovered(result)
    return REACH.check(long_reach(result, means))


def _hold_rows(rows: pd.DataFrame, levels: list[str]) -> None:
    """Raise where a row stands twice."""
    twice = rows.duplicated(["id", *levels, WHERE])
    if twice.any():
        ids = rows.loc[twice, "id"]
        raise InputError("row-twice", f"reach: duplicate rows of {some(dict.fromkeys(ids))}")


def _grouping(
    cells: pd.DataFrame, weights: pd.Series, groups: pd.Series
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.float64]]:
    """Return group and weight of each row, or name every cell that lacks one."""
    ids = cells["id"].drop_duplicates()
    faults = Faults()
    for name, series in (("weights", weights), ("groups", groups)):
        if not series.index.is_unique:
            repeated = series.index[series.index.duplicated()]
            raise InputError("id-twice", f"{name}: duplicate ids {some(repeated)}")
        missing = ids[~ids.isin(series.index[series.notna()])]
        if len(missing):
            faults.add("value-missing", f"{name}: no value for the cells {some(missing)}")
    if faults:
        raise InputError.of(faults)
    hold_numbers(weights, name="weights")
    weight = np.asarray(weights.reindex(cells["id"]), dtype=np.float64)
    wrong = ~(np.isfinite(weight) & (weight >= 0))
    if wrong.any():
        bad = cells.loc[wrong, "id"].drop_duplicates()
        raise InputError(
            "negative-or-infinite", f"weights: negative or infinite for the cells {some(bad)}"
        )
    group = groups.reindex(cells["id"]).to_numpy(dtype=object)
    countries = cells["country"].groupby(group).nunique()
    if (countries > 1).any():
        raise InputError(
            "group-of-two-countries",
            f"groups: cells of two countries in {some(countries.index[countries > 1])}; the "
            "closed reach of such a group is not defined",
        )
    return group, weight


def _warn_uncovered(table: pd.DataFrame) -> None:
    """Report which groups have a reach for only a part of their population."""
    thin = table[table["population_covered"] < MIN_COVERED]
    if len(thin):
        least = thin.groupby("id")["population_covered"].min()
        rows = [f"{name} ({part:.0%})" for name, part in least.items()]
        warnings.warn(
            GrensgeoWarning(
                "people-left-out",
                f"reach is known for less than {MIN_COVERED:.0%} of the population of "
                f"{some(rows)}; "
                "their means leave out the others",
            ),
            stacklevel=3,
        )


def compare(
    baseline: pd.DataFrame, scenario: pd.DataFrame, *, measure: str = "open"
) -> pd.DataFrame:
    """Compare the reach with a scenario with that of the baseline.

    Parameters
    ----------
    baseline, scenario
        Reach (``schema.REACH``) of the same places, cutoffs, opportunities and modes.
    measure
        Which column: ``open``, ``closed``, or ``reach``, by country of destination.

    Returns
    -------
    DataFrame
        ``id, country, cutoff_min, opportunity``, of reach ``to_country``, ``mode`` (where the
        tables have it), ``measure,
        baseline, scenario, difference, relative``: the difference in opportunities and as a share
        of the baseline, null where either is unknown, and ``relative`` also where the baseline
        is 0. Rows stand in the order of the baseline.

    Raises
    ------
    InputError
        If the measure is not one of these, the two tables do not have the same rows, or one of
        them contradicts itself.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"id": "GM0153", "country": "NL", "cutoff_min": 45, "opportunity": "jobs",
    ...        "to_country": "NL", "reach": 100.0, "closed": 100.0}
    >>> before = pd.DataFrame([row | {"open": 100.0, "border_effect": 0.0}])
    >>> after = pd.DataFrame([row | {"reach": 130.0, "closed": 130.0, "open": 130.0,
    ...                              "border_effect": 0.0}])
    >>> table = compare(before, after)
    >>> table[["baseline", "scenario", "difference", "relative"]].values.tolist()
    [[100.0, 130.0, 30.0, 0.3]]
    """
    if measure not in ("open", "closed", REACHED):
        raise InputError(
            "choice-unknown",
            f"measure {measure!r} cannot be compared; choose open, closed, or reach, which is by "
            "country of destination",
        )
    before = check_reach(baseline, where="baseline")
    after = check_reach(scenario, where="scenario")
    keys = ["id", "cutoff_min", "opportunity"]
    if measure == REACHED:
        keys.append(WHERE)
    if "mode" in before.columns and "mode" in after.columns:
        keys.append("mode")
    faults = Faults()
    named = {"baseline": before, "scenario": after}
    if measure != REACHED:  # which is the same in all rows of a figure, of which one is enough
        named = {
            name: table[~table.duplicated(keys) | table.duplicated([*keys, WHERE])]
            for name, table in named.items()
        }
    tables = {name: table.set_index(keys) for name, table in named.items()}
    for name, other in (("baseline", "scenario"), ("scenario", "baseline")):
        index = tables[name].index
        if not index.is_unique:
            repeated = [" ".join(map(str, key)) for key in index[index.duplicated()]]
            faults.add("row-twice", f"{name}: duplicate rows {some(repeated)}")
        only = [" ".join(map(str, key)) for key in index.difference(tables[other].index)]
        if only:
            faults.add("ids-differ", f"only in the {name}: {some(only)}")
    if faults:
        raise InputError.of(faults, where="compare")
    result = tables["baseline"][["country"]].assign(
        measure=measure,
        baseline=tables["baseline"][measure],
        scenario=tables["scenario"][measure],
    )
    result["difference"] = result["scenario"] - result["baseline"]
    result["relative"] = (result["difference"] / result["baseline"]).where(result["baseline"] > 0)
    result = result.reset_index()
    order = ["id", "country", *keys[1:], "measure"]
    return result[[*order, "baseline", "scenario", "difference", "relative"]]
