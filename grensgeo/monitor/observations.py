"""Observations: the figures of each region, from its cells, with status, bounds and sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.measures import combine
from grensgeo.measures.caveats import MIN_COVERED
from grensgeo.measures.combining import MARGINS
from grensgeo.measures.long_reach import totals
from grensgeo.monitor.indicators import BASELINE, CLOSED, MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from grensgeo.monitor.levels import RegionLevel

#: Codes of SDMX, CL_OBS_STATUS: normal, estimated, missing, suppressed.
STATUSES = ("A", "E", "M", "Q")
#: What tells one figure of a region from another.
_KEYS = ["id", "opportunity", "trip", "cutoff_min", "scenario_id"]
_MEAN, _COUNT, _RESIDENT = "mean_inhabitant", "inhabitants", "resident"


@dataclass(frozen=True)
class Known:
    """What is known of the figures beside themselves.

    Attributes
    ----------
    population
        Inhabitants by origin.
    modelled
        Opportunities and countries of which some count is modelled, not published.
    schematic
        Whether travel times rest on a schematic network.
    norms
        ``opportunity, cutoff_min, least`` of each norm.
    countries
        How many countries are shown.
    """

    population: pd.Series
    modelled: frozenset[tuple[str, str]] = frozenset()
    schematic: bool = False
    norms: Iterable[Mapping[str, Any]] = field(default=())
    countries: int = 2


def level_figures(reach: pd.DataFrame, level: RegionLevel, known: Known) -> pd.DataFrame:
    """Compute every figure of the regions of a level.

    Parameters
    ----------
    reach
        Reach of the origins (``schema.REACH`` with ``mode`` and ``scenario``).
    level
        Which origins make which region.
    known
        What is known of them.

    Returns
    -------
    DataFrame
        A row for each figure, with ``value, status, lower, upper`` not rounded, columns of
        :data:`grensgeo.monitor.indicators.IDENTITY`, and what it rests on.
    """
    import pandas as pd

    inside = reach[reach["id"].map(level.groups).notna()]
    if inside.empty:
        return pd.DataFrame()
    groups = level.groups.dropna()
    population = known.population.reindex(groups.index)
    means = combine(inside, weights=population, groups=groups, countries=level.countries)
    figures = totals(means).rename(columns={"mode": "trip", "scenario": "scenario_id"})
    origins = totals(inside).rename(columns={"mode": "trip", "scenario": "scenario_id"})
    origins["_people"] = origins["id"].map(population)
    origins["id"] = origins["id"].map(groups)
    counted = origins[origins["open"].notna() | origins["closed"].notna()]
    sizes = counted.groupby(_KEYS).agg(n_origins=("open", "size"), population=("_people", "sum"))
    figures = figures.join(sizes, on=_KEYS)
    parts = [_reach_part(figures, name, known) for name in _TOLD]
    parts += [_change_part(figures, name) for name in ("change", "relative_change")]
    parts += [_norm_part(origins, norm, known, figures) for norm in known.norms]
    parts.append(_population_part(population, groups))
    result = pd.concat([part for part in parts if len(part)], ignore_index=True)
    result["region_level"] = level.name
    result["country"] = result["id"].map(level.countries)
    return _with_status(result, known)


#: Measures that stand in a table of reach, or follow from it at once.
_TOLD = ("closed", "open", "across", "border_effect", "share_across", "share_without_ride")


def _reach_part(figures: pd.DataFrame, name: str, known: Known) -> pd.DataFrame:
    """Return the rows of a measure that a table of reach holds."""
    if MEASURES[name].of_border and known.countries < 2:
        return figures.iloc[:0]
    part = figures.assign(measure=name, least=np.nan, place_definition=_MEAN)
    if name == "across":
        part["value"] = part["open"] - part["closed"]
    elif name == "share_across":
        part["value"] = (part["open"] - part["closed"]) / part["open"].where(part["open"] > 0)
    elif name in part:
        part["value"] = part[name]
    else:
        return figures.iloc[:0]
    if name == "share_without_ride":
        # by timetable alone; of one trip all or none
        by = part.groupby("trip")["value"].transform(lambda values: values.notna().any())
        part = part[by.astype(bool)]
    part["lower"], part["upper"] = _bounds(part, name)
    if name != "open" or "share_without_ride" not in part:
        part["share_without_ride"] = np.nan
    return part


def _bounds(part: pd.DataFrame, name: str) -> tuple[pd.Series | float, pd.Series | float]:
    """Return the least and the most that a measure can be, where counts have bounds.

    Counts of the own country and of others are bounded apart: what lies across is least where
    both of these are, and a ratio where its numerator is least and its denominator greatest.
    """
    if not {*MARGINS} <= {*part.columns}:
        return np.nan, np.nan
    least, most = part["open_lower"], part["open_upper"]
    own_least, own_most = part["closed_lower"], part["closed_upper"]
    if name == "closed":
        return own_least, own_most
    if name == "open":
        return least, most
    # no less than nothing but for rounding
    low, high = (least - own_least).clip(lower=0), (most - own_most).clip(lower=0)
    if name == "across":
        return low, high
    if name == "border_effect":
        below = own_most, own_least
    elif name == "share_across":
        below = low + own_most, high + own_least
    else:
        return np.nan, np.nan
    least_below, most_below = (one.where(one > 0) for one in below)
    return low / least_below, high / most_below


def _change_part(figures: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return what scenarios change of open reach."""
    planned = figures[figures["scenario_id"] != BASELINE]
    if planned.empty:
        return planned
    keys = [key for key in _KEYS if key != "scenario_id"]
    base = figures[figures["scenario_id"] == BASELINE].set_index(keys)["open"].rename("_base")
    part = planned.join(base, on=keys)
    change = part["open"] - part["_base"]
    value = change if name == "change" else change / part["_base"].where(part["_base"] > 0)
    return part.assign(
        measure=name, least=np.nan, value=value, lower=np.nan, upper=np.nan,
        share_without_ride=np.nan, place_definition=_MEAN,
    )  # fmt: skip


def _norm_part(
    origins: pd.DataFrame, norm: Mapping[str, Any], known: Known, figures: pd.DataFrame
) -> pd.DataFrame:
    """Return how many people live below a norm, and their share, open and closed."""
    import pandas as pd

    rows = origins[
        (origins["opportunity"] == norm["opportunity"])
        & (origins["cutoff_min"] == float(norm["cutoff_min"]))
    ]
    least = float(norm.get("least", 1))
    parts = []
    for side, ending in (("open", ""), ("closed", "_closed")):
        if MEASURES[f"people_below{ending}"].of_border and known.countries < 2:
            continue
        here = rows[rows[side].notna()]
        keys = [here[key] for key in _KEYS]
        # fewest are below the norm where there is most
        columns = {"value": side, "lower": f"{side}_upper", "upper": f"{side}_lower"}
        counted = {
            name: _below(here[of], least, here["_people"], keys) if of in here else np.nan
            for name, of in columns.items()
        }
        people = here["_people"].groupby(keys)
        summed = pd.DataFrame(
            counted | {"population": people.sum(), "n_origins": people.size()}
        ).reset_index()
        rest = figures.drop(columns=["population", "n_origins"])
        summed = summed.merge(rest, on=_KEYS, how="left")
        summed = summed.assign(least=least, share_without_ride=np.nan, place_definition=_COUNT)
        whole = summed["population"].where(summed["population"] > 0)
        absolute = summed.assign(measure=f"people_below{ending}")
        share = summed.assign(
            measure=f"share_below{ending}",
            **{name: summed[name] / whole for name in columns},
        )
        parts += [absolute, share]
    return pd.concat(parts, ignore_index=True)


def _below(
    reach: pd.Series, least: float, people: pd.Series, keys: list[pd.Series]
) -> pd.Series[float]:
    """Return how many people reach less; null where that is not known of some."""
    summed = people.where(reach < least, 0).groupby(keys).sum()
    counted: pd.Series[float] = summed.where(reach.notna().groupby(keys).all())
    return counted


def _population_part(population: pd.Series, groups: pd.Series) -> pd.DataFrame:
    """Return the inhabitants of each region, who may be added up."""
    import pandas as pd

    people = population.groupby(groups).agg(["sum", "size"])
    return pd.DataFrame(
        {
            "id": people.index,
            "measure": "population",
            "opportunity": "population",
            "trip": "",
            "scenario_id": BASELINE,
            "value": people["sum"].to_numpy(dtype=float),
            "population": people["sum"].to_numpy(dtype=float),
            "n_origins": people["size"].to_numpy(),
            "place_definition": _RESIDENT,
        }
    )


def _modelled(rows: pd.DataFrame, known: Known) -> pd.Series[bool]:
    """Return which figures rest on some count that is modelled: of closed those at home alone."""
    import pandas as pd

    at_home = rows["measure"].map(lambda name: MEASURES[name].border == CLOSED)
    everywhere = rows["opportunity"].isin({name for name, _ in known.modelled})
    pairs = pd.MultiIndex.from_arrays([rows["opportunity"], rows["country"]])
    here = pd.Series(pairs.isin(known.modelled), index=rows.index)
    found: pd.Series[bool] = here.where(at_home, everywhere)
    return found


def _with_status(rows: pd.DataFrame, known: Known) -> pd.DataFrame:
    """Mark each figure as normal, estimated or missing."""
    modelled = _modelled(rows, known) | known.schematic
    partial = rows["opportunity"] == ""
    for column, bad in (
        ("unknown_within", (0.0, np.inf)),
        ("population_covered", (-np.inf, MIN_COVERED)),
        ("edge_share", (0.0, np.inf)),
    ):
        if column in rows:
            partial |= rows[column].astype("float64").between(*bad, inclusive="neither")
    counted = rows["measure"] == "population"
    estimated = (modelled | partial) & ~counted
    status = np.where(rows["value"].isna(), "M", np.where(estimated, "E", "A"))
    result = rows.assign(status=status)
    for name in ("lower", "upper", "edge_share", "share_without_ride", "cutoff_min", "least",
                 "radius_km"):  # fmt: skip
        if name not in result:
            result[name] = np.nan
    missing = result["value"].isna()
    result[["lower", "upper"]] = result[["lower", "upper"]].mask(missing, np.nan)
    return result
