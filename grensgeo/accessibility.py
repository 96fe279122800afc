"""How much can be reached: cumulative opportunities within a cutoff, by country."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import matrix as dense
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.schema import REACH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.matrix import Matrix, TimesLike

#: The two sides of the border that the columns of the reach table are named after.
_SIDES = ("NL", "DE")

#: A mean that leaves out more than one inhabitant in twenty is told to the reader.
_MIN_COVERED = 0.95

_LEVELS = ("cutoff_min", "opportunity", "mode", "scenario")


def cumulative(
    times: TimesLike | pd.DataFrame, opportunities: pd.Series, *, cutoff_min: float
) -> pd.Series:
    """Count the opportunities within a travel time of each origin.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``. Every destination needs a row: 0 where there are none, NaN where
        the number is not known.
    cutoff_min
        Minutes, included: a time of exactly the cutoff lies within it.

    Returns
    -------
    Series
        float64 by ``from_id``, named after the opportunities. NaN where the origin was not
        snapped, or where figures lie within the cutoff of which none is known.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, and for times or counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make a result a lower bound, or destinations were not snapped.

    Source
    ------
    Hansen (1959), How accessibility shapes land use, with a rectangular impedance: the cumulative
    opportunities measure of Wickstrom (1971) and Wachs and Kumagai (1973).

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "a"], "to_id": ["b", "c"], "travel_time_min": [15.0, 45.0]}
    ... )
    >>> cumulative(times, pd.Series({"b": 100, "c": 50}), cutoff_min=45).to_dict()
    {'a': 150.0}
    """
    import pandas as pd

    cutoffs = dense.check_cutoffs([cutoff_min])
    matrix = dense.as_matrix(times)
    name = str(getattr(opportunities, "name", None) or "opportunities")
    counts = dense.counts_at(opportunities, matrix.to_id, name=name)
    members = np.ones((len(counts), 1), dtype=bool)
    total, unknown = dense.reached(matrix, counts[:, None], members, cutoffs=cutoffs)
    notes = [
        dense.unsnapped_warning(matrix, counts, name=name),
        _unknown_origins(matrix),
        _lower_bounds(unknown[0, :, 0], np.isnan(counts), matrix, name=name),
    ]
    _warn(notes)
    result: pd.Series = pd.Series(
        total[0, :, 0], index=pd.Index(matrix.from_id, name="from_id"), name=name
    )
    return result


def reach(
    times: TimesLike | pd.DataFrame,
    opportunities: Mapping[str, pd.Series],
    *,
    cutoffs_min: Sequence[float],
    countries: pd.Series | None = None,
) -> pd.DataFrame:
    """Count the opportunities within travel times of each origin, by country of destination.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        By name (``jobs``), how many by ``to_id``; NaN where the number is not known.
    cutoffs_min
        Minutes, included.
    countries
        ``NL`` or ``DE`` by id, of origins and destinations; needed where ``times`` does not
        carry them.

    Returns
    -------
    DataFrame
        ``schema.REACH``: a row per origin, cutoff and opportunity. ``closed`` counts the own
        country only (foreign destinations dropped), ``open`` both. A country without any known
        figure of an opportunity has a null reach, and so has ``open``: a missing figure is never
        counted as zero. ``unknown_within`` counts the destinations within the cutoff without a
        known figure; where it is not zero, the reach is a lower bound.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, for times or counts that cannot be, and for
        countries that are missing or neither NL nor DE.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make reach a lower bound or null, where destinations were not
        snapped, and where no destination lies in one of the countries.

    Source
    ------
    PBL/CBS (2015), Arbeidsmarkt zonder grenzen: jobs within reach with and without those
    across the border.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({
    ...     "from_id": ["Enschede", "Enschede"], "to_id": ["Enschede", "Gronau"],
    ...     "travel_time_min": [5.0, 15.0],
    ... })
    >>> table = reach(
    ...     times, {"jobs": pd.Series({"Enschede": 80_000, "Gronau": 20_000})},
    ...     cutoffs_min=[15], countries=pd.Series({"Enschede": "NL", "Gronau": "DE"}),
    ... )
    >>> table[["closed", "open", "border_effect"]].iloc[0].to_dict()
    {'closed': 80000.0, 'open': 100000.0, 'border_effect': 0.25}
    """
    cutoffs = dense.check_cutoffs(cutoffs_min)
    if not opportunities:
        raise InputError("opportunities: none given; give at least one Series by to_id")
    matrix = dense.as_matrix(times, countries=countries)
    from_country, to_country = _sides(matrix)
    names = list(opportunities)
    counts = np.column_stack(
        [dense.counts_at(opportunities[name], matrix.to_id, name=name) for name in names]
    )
    notes = [_unknown_origins(matrix), _empty_sides(to_country)]
    totals, unknowns = {}, {}
    for side in _SIDES:
        here = np.repeat((to_country == side)[:, None], len(names), axis=1)
        totals[side], unknowns[side] = dense.reached(matrix, counts, here, cutoffs=cutoffs)
        nothing_known = here.any(axis=0) & ~(here & ~np.isnan(counts)).any(axis=0)
        notes += [
            f"{names[i]}: no figure is known for any of the {int(here[:, i].sum())} destinations "
            f"in {side}; reach_{side.lower()} and open are null"
            for i in np.flatnonzero(nothing_known)
        ]
    unknown = unknowns["NL"] + unknowns["DE"]
    for i, name in enumerate(names):
        missing = np.isnan(counts[:, i])
        notes.append(dense.unsnapped_warning(matrix, counts[:, i], name=name))
        notes.append(_lower_bounds(unknown[-1, :, i], missing, matrix, name=name))
    _warn(notes)
    return _reach_table(
        matrix, from_country, (totals["NL"], totals["DE"], unknown), labels=(cutoffs, names)
    )


def _reach_table(
    matrix: Matrix,
    from_country: npt.NDArray[np.object_],
    figures: tuple[npt.NDArray[np.float64], ...],
    *,
    labels: tuple[tuple[float, ...], list[str]],
) -> pd.DataFrame:
    """Lay out (n_cutoffs, n_from, n_opportunities) as a row per origin, cutoff, opportunity."""
    import pandas as pd

    cutoffs, names = labels
    nl, de, unknown = (np.moveaxis(figure, 0, 1).reshape(-1) for figure in figures)
    each = len(cutoffs) * len(names)
    country = np.repeat(from_country, each)
    table = pd.DataFrame(
        {
            "id": np.repeat(matrix.from_id, each),
            "country": country,
            "cutoff_min": np.tile(np.repeat(cutoffs, len(names)), len(matrix.from_id)),
            "opportunity": np.tile(
                np.array(names, dtype=object), len(cutoffs) * len(matrix.from_id)
            ),
            "reach_nl": nl,
            "reach_de": de,
        }
    )
    table = _with_measures(table)
    table["unknown_within"] = unknown
    if matrix.mode is not None:
        table["mode"] = matrix.mode
    return REACH.check(table)


def _with_measures(table: pd.DataFrame) -> pd.DataFrame:
    """Add what follows from the reach in each country."""
    nl = table["reach_nl"].to_numpy(dtype=np.float64)
    de = table["reach_de"].to_numpy(dtype=np.float64)
    dutch = (table["country"] == "NL").to_numpy()
    closed, across = np.where(dutch, nl, de), np.where(dutch, de, nl)
    opened = nl + de
    return table.assign(
        closed=closed,
        open=opened,
        border_effect=dense.effect(closed, opened),
        share_across=dense.share(across, opened),
    )


def _sides(matrix: Matrix) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
    """Give the countries, all of them NL or DE."""
    from_country, to_country = matrix.countries()
    faults = []
    for ids, found in ((matrix.from_id, from_country), (matrix.to_id, to_country)):
        other = ~np.isin(found, _SIDES)
        if other.any():
            faults += [f"{ids[i]} ({found[i]})" for i in np.flatnonzero(other)]
    if faults:
        raise InputError(
            f"countries: the reach table knows NL and DE, not {some(faults)}; leave these places "
            "out, or use border_effect, which knows any countries"
        )
    return from_country, to_country


def _empty_sides(to_country: npt.NDArray[np.object_]) -> str:
    """Say in which country no destination lies."""
    empty = [side for side in _SIDES if not (to_country == side).any()]
    if not empty:
        return ""
    return (
        f"no destination lies in {' or '.join(empty)}, so nothing is reached there; give the "
        "destinations of both countries"
    )


def _unknown_origins(matrix: Matrix) -> str:
    """Say which origins have no result."""
    lost = ~matrix.from_known
    if not lost.any():
        return ""
    return (
        f"{int(lost.sum())} of {len(lost)} origins have no result ({some(matrix.from_id[lost])}): "
        "not snapped to the network, or no time and no reason given"
    )


def _lower_bounds(
    unknown: npt.NDArray[np.float64],
    missing: npt.NDArray[np.bool_],
    matrix: Matrix,
    *,
    name: str,
) -> str:
    """Say how many origins reach destinations whose figure is not known."""
    touched = int((np.nan_to_num(unknown) > 0).sum())
    if not touched:
        return ""
    where = ""
    if matrix.to_country is not None:
        where = f" in {' and '.join(sorted(set(matrix.to_country[missing])))}"
    return (
        f"{name}: the figure of {int(missing.sum())} destinations{where} is not known "
        f"({some(matrix.to_id[missing])}); the reach of {touched} origins that have them within "
        "the cutoff is a lower bound or null"
    )


def _warn(notes: list[str]) -> None:
    """Give one warning with all that the reader must know."""
    told = [note for note in dict.fromkeys(notes) if note]
    if told:
        warnings.warn("; ".join(told), GrensgeoWarning, stacklevel=3)


def combine(table: pd.DataFrame, *, weights: pd.Series, groups: pd.Series) -> pd.DataFrame:
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

    Returns
    -------
    DataFrame
        ``schema.REACH`` with a row per group, cutoff and opportunity (and mode and scenario, if
        the table has them). ``population_covered`` is the share of the group's population that
        lives in cells whose reach is known; the others are left out of the mean. Where a
        country's figure is not known for any cell, it and ``open`` stay null. ``unknown_within``
        is the largest of the cells.

    Raises
    ------
    InputError
        If a cell has no weight or group, a weight is negative, a row appears twice, or a group
        has cells in two countries.

    Warns
    -----
    GrensgeoWarning
        Where cells with a known reach cover less than 95% of a group's population.

    Examples
    --------
    >>> import pandas as pd
    >>> cells = pd.DataFrame({
    ...     "id": ["c1", "c2"], "country": "NL", "cutoff_min": 30, "opportunity": "jobs",
    ...     "reach_nl": [100.0, 200.0], "reach_de": [50.0, 0.0], "closed": [100.0, 200.0],
    ...     "open": [150.0, 200.0], "border_effect": [0.5, 0.0],
    ... })
    >>> combine(
    ...     cells, weights=pd.Series({"c1": 300, "c2": 100}),
    ...     groups=pd.Series({"c1": "GM0153", "c2": "GM0153"}),
    ... )[["id", "closed", "open"]].values.tolist()
    [['GM0153', 125.0, 162.5]]
    """
    import pandas as pd

    cells = REACH.check(table, where="reach")
    levels = [name for name in _LEVELS if name in cells.columns]
    cells["_group"], cells["_weight"] = _grouping(cells, weights, groups, levels=levels)
    by = ["_group", *levels]
    usable = {
        side: cells[side].notna().groupby([cells[name] for name in by]).transform("any")
        for side in ("reach_nl", "reach_de")
    }
    counted = usable["reach_nl"] | usable["reach_de"]
    for side, some_known in usable.items():
        counted &= cells[side].notna() | ~some_known
    part = cells["_weight"].where(counted, 0.0)
    sums = pd.DataFrame({name: cells[name] for name in by})
    sums["country"] = cells["country"]
    sums["_part"] = part
    for side in usable:
        sums[side] = cells[side].where(counted) * part
    if "unknown_within" in cells.columns:
        sums["unknown_within"] = cells["unknown_within"].where(counted)
    # A sum over nothing known must stay null, hence min_count.
    grouped = sums.groupby(by, sort=True, observed=True)
    result = grouped[["country"]].first()
    weight = grouped["_part"].sum()
    for side in usable:
        result[side] = grouped[side].sum(min_count=1) / weight.where(weight > 0)
    if "unknown_within" in cells.columns:
        result["unknown_within"] = grouped["unknown_within"].max()
    everybody = weights.astype("float64").groupby(groups.reindex(weights.index)).sum()
    total = everybody.reindex(result.index.get_level_values("_group")).to_numpy()
    result["population_covered"] = dense.share(
        np.asarray(weight, dtype=np.float64), np.asarray(total, dtype=np.float64)
    )
    result = result.reset_index().rename(columns={"_group": "id"})
    _warn_uncovered(result)
    return REACH.check(_in_order(_with_measures(result)))


def _grouping(
    cells: pd.DataFrame, weights: pd.Series, groups: pd.Series, *, levels: list[str]
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.float64]]:
    """Give group and weight of each row, or name every cell that lacks one."""
    ids = cells["id"].drop_duplicates()
    faults = []
    twice = cells.duplicated(["id", *levels])
    if twice.any():
        faults.append(f"reach: duplicate rows of {some(cells.loc[twice, 'id'])}")
    for name, series in (("weights", weights), ("groups", groups)):
        if not series.index.is_unique:
            repeated = series.index[series.index.duplicated()]
            raise InputError(f"{name}: duplicate ids {some(repeated)}")
        missing = ids[~ids.isin(series.index[series.notna()])]
        if len(missing):
            faults.append(f"{name}: no value for the cells {some(missing)}")
    if faults:
        raise InputError("; ".join(faults))
    weight = np.asarray(weights.reindex(cells["id"]), dtype=np.float64)
    wrong = ~(np.isfinite(weight) & (weight >= 0))
    if wrong.any():
        bad = cells.loc[wrong, "id"].drop_duplicates()
        raise InputError(f"weights: negative or infinite for the cells {some(bad)}")
    group = groups.reindex(cells["id"]).to_numpy(dtype=object)
    countries = cells["country"].groupby(group).nunique()
    if (countries > 1).any():
        raise InputError(
            f"groups: cells of two countries in {some(countries.index[countries > 1])}; the "
            "closed reach of such a group is not defined"
        )
    return group, weight


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Put the columns in the order of the declaration."""
    return table[[column.name for column in REACH.columns if column.name in table.columns]]


def _warn_uncovered(table: pd.DataFrame) -> None:
    """Say which groups have a reach for only a part of their population."""
    thin = table[table["population_covered"] < _MIN_COVERED]
    if len(thin):
        least = thin.groupby("id")["population_covered"].min()
        rows = [f"{name} ({part:.0%})" for name, part in least.items()]
        warnings.warn(
            f"reach is known for less than {_MIN_COVERED:.0%} of the population of {some(rows)}; "
            "their means leave out the others",
            GrensgeoWarning,
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
        Which column: ``open``, ``closed``, ``reach_nl`` or ``reach_de``.

    Returns
    -------
    DataFrame
        ``id, country, cutoff_min, opportunity, mode`` (where the tables have it), ``measure,
        baseline, scenario, difference, relative``: the difference in opportunities and as a share
        of the baseline, null where either is unknown, and ``relative`` also where the baseline
        is 0. Rows stand in the order of the baseline.

    Raises
    ------
    InputError
        If the measure is not one of these, or the two tables do not have the same rows.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"id": "GM0153", "country": "NL", "cutoff_min": 45, "opportunity": "jobs",
    ...        "reach_nl": 100.0, "reach_de": 20.0, "closed": 100.0, "border_effect": 0.2}
    >>> table = compare(
    ...     pd.DataFrame([row | {"open": 120.0}]), pd.DataFrame([row | {"open": 150.0}])
    ... )
    >>> table[["baseline", "scenario", "difference", "relative"]].values.tolist()
    [[120.0, 150.0, 30.0, 0.25]]
    """
    if measure not in ("open", "closed", "reach_nl", "reach_de"):
        raise InputError(
            f"measure {measure!r} cannot be compared; choose open, closed, reach_nl or reach_de"
        )
    before = REACH.check(baseline, where="baseline")
    after = REACH.check(scenario, where="scenario")
    keys = ["id", "cutoff_min", "opportunity"]
    if "mode" in before.columns and "mode" in after.columns:
        keys.append("mode")
    faults = []
    tables = {"baseline": before.set_index(keys), "scenario": after.set_index(keys)}
    for name, other in (("baseline", "scenario"), ("scenario", "baseline")):
        index = tables[name].index
        if not index.is_unique:
            repeated = [" ".join(map(str, key)) for key in index[index.duplicated()]]
            faults.append(f"{name}: duplicate rows {some(repeated)}")
        only = [" ".join(map(str, key)) for key in index.difference(tables[other].index)]
        if only:
            faults.append(f"only in the {name}: {some(only)}")
    if faults:
        raise InputError("compare: " + "; ".join(faults))
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
