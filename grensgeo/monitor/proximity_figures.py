"""Figures of proximity: how near facilities are to the inhabitants of each region.

Means are those of the mean inhabitant, over cells weighted by people, as CBS computes proximity
over the persons of an area; a median is that of the people themselves and follows from no other
median; who lives farther from a facility than a norm allows is counted. A mean of which some
inhabitant found none within the longest trip is missing: it would be that of the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Fault, Faults, some
from grensgeo.measures.caveats import MIN_COVERED
from grensgeo.monitor.indicators import BASELINE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.monitor.levels import RegionLevel
    from grensgeo.monitor.observations import Known

_MEAN, _MEDIAN, _COUNT = "mean_inhabitant", "median_inhabitant", "inhabitants"
#: Names of the mean and of the median by what a row of proximity measures.
_NAMED = {
    "time": ("nearest_min", "median_min"),
    "distance": ("nearest_km", "median_km"),
    "count": ("within", None),
}
_SIDES = (("both", ""), ("own", "_closed"))


def proximity_faults(
    table: pd.DataFrame, norms: Sequence[Mapping[str, Any]], trips: Mapping[str, object]
) -> list[Fault]:
    """List what keeps figures of proximity from being made.

    Parameters
    ----------
    table
        ``schema.PROXIMITY``.
    norms
        Those of the feed.
    trips
        Trips that are known, by name.
    """
    faults = Faults()
    strange = sorted({*table["mode"]} - {*trips})
    if strange:
        faults.add(
            "name-unknown", f"proximity: trips that the reach does not have {some(strange)}"
        )
    twice = table.duplicated(["id", "opportunity", "mode", "measure", "radius_km"])
    if twice.any():
        faults.add("row-twice", f"proximity: rows that stand twice: {some(table['id'][twice])}")
    timed = table[table["measure"] == "time"]
    for norm in norms:
        here = timed[timed["opportunity"] == norm["opportunity"]]
        if here.empty:
            continue
        if float(norm.get("least", 1)) != 1:
            faults.add(
                "option-unfit",
                f"[[monitor.norms]]: {norm['opportunity']} are facilities, of which the nearest "
                "is known; leave least out",
            )
        if float(norm["cutoff_min"]) > here["longest"].min():
            faults.add(
                "out-of-range",
                f"[[monitor.norms]]: {norm['opportunity']} were looked for within "
                f"{here['longest'].min():g} min; cutoff_min is {norm['cutoff_min']:g}",
            )
    return faults


def proximity_figures(table: pd.DataFrame, level: RegionLevel, known: Known) -> pd.DataFrame:
    """Compute the figures of proximity of the regions of a level, from their cells.

    Parameters
    ----------
    table
        ``schema.PROXIMITY`` of cells.
    level
        Which cells make which region.
    known
        Inhabitants by cell, norms, and how many countries are shown.

    Returns
    -------
    DataFrame
        As :func:`grensgeo.monitor.observations.level_figures` returns them.
    """
    import pandas as pd

    groups = level.groups.dropna()
    inside = table[table["id"].isin(groups.index)]
    people = known.population
    totals = people.reindex(groups.index).groupby(groups).sum()
    rows: list[dict[str, Any]] = []
    keys = ["opportunity", "mode", "measure", "radius_km"]
    norms = list(known.norms)
    for key, part in inside.groupby(keys, dropna=False, sort=True):
        kind, trip, measure, radius = key
        codes = part["id"].map(groups)
        for code, cells in part.groupby(codes, sort=True):
            weight = cells["id"].map(people).to_numpy(dtype=float)
            one = _Region(cells, weight, float(totals[code]))
            same = {
                "id": code, "opportunity": kind, "trip": trip, "scenario_id": BASELINE,
                "cutoff_min": np.nan, "least": np.nan, "radius_km": radius,
                "n_origins": int(one.known.sum()), "population": float(weight[one.known].sum()),
            }  # fmt: skip
            for side, ending in _SIDES:
                if ending and known.countries < 2:
                    continue
                rows += [same | told for told in one.means(str(measure), side, ending)]
            if measure == "time":
                for norm in norms:
                    if norm["opportunity"] == kind:
                        rows += [same | told for told in one.beyond(norm, known.countries)]
                if known.countries > 1:
                    rows += [same | told for told in one.abroad()]
    result = pd.DataFrame(rows)
    if result.empty:
        return result
    result["region_level"] = level.name
    result["country"] = result["id"].map(level.countries)
    for name in ("lower", "upper", "edge_share", "share_without_ride"):
        result[name] = np.nan
    estimated = result.pop("estimated") | known.schematic
    missing = result["value"].isna()
    result["status"] = np.where(missing, "M", np.where(estimated, "E", "A"))
    return result


class _Region:
    """The cells of one region, by one kind, trip and measure.

    Parameters
    ----------
    cells
        Rows of ``schema.PROXIMITY``.
    weight
        Inhabitants of each.
    everybody
        Inhabitants of the region, also of cells that are not there.
    """

    def __init__(
        self, cells: pd.DataFrame, weight: npt.NDArray[np.float64], everybody: float
    ) -> None:
        self.cells, self.weight = cells, weight
        reason = cells["reason"]
        self.known: npt.NDArray[np.bool_] = (reason.isna() | (reason == "unreached")).to_numpy()
        people = weight[self.known].sum()
        self.enough = bool(everybody > 0 and people >= MIN_COVERED * everybody)
        self.whole = bool(people >= everybody)

    def means(self, measure: str, side: str, ending: str) -> list[dict[str, Any]]:
        """Return the mean of a side, and its median where there is one."""
        mean, median = _NAMED[measure]
        values = self.cells[side].to_numpy(dtype=float)[self.known]
        weight = self.weight[self.known]
        found = not np.isnan(values[weight > 0]).any()
        told = [(mean, _MEAN, self._mean(values, weight) if found else np.nan)]
        if median is not None:
            told.append((median, _MEDIAN, _median(values, weight)))
        return [
            {
                "measure": name + ending,
                "place_definition": whose,
                "value": value if self.enough else np.nan,
                "estimated": not self.whole,
            }
            for name, whose, value in told
        ]

    def beyond(self, norm: Mapping[str, Any], countries: int) -> list[dict[str, Any]]:
        """Return how many live farther than a norm allows, and their share."""
        rows = []
        for side, ending in _SIDES:
            if ending and countries < 2:
                continue
            values = self.cells[side].to_numpy(dtype=float)[self.known]
            far = ~(values <= float(norm["cutoff_min"]))
            rows += self._counted("below" + ending, float(self.weight[self.known][far].sum()))
        more = {"cutoff_min": float(norm["cutoff_min"]), "least": 1.0}
        return [row | more for row in rows]

    def abroad(self) -> list[dict[str, Any]]:
        """Return of how many the nearest lies in another country, and their share."""
        nearest = self.cells["nearest_country"]
        across = (nearest.notna() & (nearest != self.cells["country"])).to_numpy()
        return self._counted("nearest_across", float(self.weight[self.known & across].sum()))

    def _counted(self, name: str, people: float) -> list[dict[str, Any]]:
        total = self.weight[self.known].sum()
        share = people / total if total > 0 else np.nan
        return [
            {
                "measure": measure,
                "place_definition": _COUNT,
                "value": value if self.enough else np.nan,
                "estimated": not self.whole,
            }
            for measure, value in ((f"people_{name}", people), (f"share_{name}", share))
        ]

    def _mean(self, values: npt.NDArray[np.float64], weight: npt.NDArray[np.float64]) -> float:
        """Return the mean over people; cells without any do not count."""
        there = weight > 0
        total = weight[there].sum()
        return float((values[there] * weight[there]).sum() / total) if total > 0 else np.nan


def _median(values: npt.NDArray[np.float64], weight: npt.NDArray[np.float64]) -> float:
    """Return the value within which half of the people have one; NaN where fewer have any."""
    far = np.where(np.isnan(values), np.inf, values)
    order = np.argsort(far, kind="stable")
    reached = np.cumsum(weight[order])
    if not len(reached) or reached[-1] <= 0:
        return np.nan
    at = int(np.searchsorted(reached, reached[-1] / 2.0))
    middle = float(far[order][at])
    return middle if np.isfinite(middle) else np.nan
