"""Observations: the figures of each region, from its cells, with status, bounds and sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.measures import combine
from grensgeo.measures.caveats import MIN_COVERED
from grensgeo.measures.long_reach import totals
from grensgeo.monitor.indicators import BASELINE, MEASURES

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
        Opportunities of which some count is modelled, not published.
    schematic
        Whether travel times rest on a schematic network.
    norms
        ``opportunity, cutoff_min, least`` of each norm.
    countries
        How many countries are shown.
    """

    population: pd.Series
    modelled: frozenset[str] = frozenset()
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
    for side in ("lower", "upper"):
        bound = f"{name}_{side}"
        part[side] = part.get(bound, np.nan)
    if name != "open" or "share_without_ride" not in part:
        part["share_without_ride"] = np.nan
    return part


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
        below = here["_people"].where(here[side] < least, 0)
        summed = pd.DataFrame(
            {
                "value": below.groupby([here[key] for key in _KEYS]).sum(),
                "population": here.groupby(_KEYS)["_people"].sum(),
                "n_origins": here.groupby(_KEYS).size(),
            }
        ).reset_index()
        rest = figures.drop(columns=["population", "n_origins"])
        summed = summed.merge(rest, on=_KEYS, how="left")
        summed = summed.assign(least=least, lower=np.nan, upper=np.nan, share_without_ride=np.nan)
        people = summed.assign(measure=f"people_below{ending}", place_definition=_COUNT)
        share = summed.assign(
            measure=f"share_below{ending}",
            value=summed["value"] / summed["population"].where(summed["population"] > 0),
            place_definition=_COUNT,
        )
        parts += [people, share]
    return pd.concat(parts, ignore_index=True)


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


def _with_status(rows: pd.DataFrame, known: Known) -> pd.DataFrame:
    """Mark each figure as normal, estimated or missing."""
    modelled = rows["opportunity"].isin(known.modelled) | known.schematic
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
