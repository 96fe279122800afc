"""Laws that hold between the figures of one study, whatever its data: a gate before it is written.

Each figure of a study is computed once, by one part of grensgeo; here they are held against each
other and computed a second time in the plainest way. Who breaks a law is told, and nothing is
written: a wrong number in a report is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo.errors import Fault, InputError, some
from grensgeo.measures.combining import MARGINS
from grensgeo.measures.contradictions import check_reach
from grensgeo.measures.long_reach import REACHED, WHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd
    from pandas.core.groupby import DataFrameGroupBy

    from grensgeo.measures.curves import MeanCurves
    from grensgeo.region.region import Region

#: What sums in another order may differ by, as a share.
ROUNDING: Final = 1e-9
#: The same beside nothing: a billionth of a job.
NOTHING: Final = 1e-9
#: What tells one figure of a place from another.
_KEYS: Final = ("id", "mode", "scenario", "opportunity", WHERE, "cutoff_min")
#: Opportunities that the curves of an atlas may lie beside the table: one cell at the cutoff.
_AT_CUTOFF: Final = 1e-2
#: Columns that are shares of a whole.
_SHARES: Final = ("population_covered", "share_without_ride", "edge_share", "share_across")


@dataclass(frozen=True)
class Law:
    """One law, and how it was held to.

    Attributes
    ----------
    name
        What must hold, in a few words.
    compared
        How many figures were compared.
    widest
        The widest gap between two figures that must be equal, as a share of them; 0 for a law
        that compares by more or less.
    broken
        Where it does not hold.
    """

    name: str
    compared: int
    widest: float = 0.0
    broken: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, str | int | float]:
        """Return it as a manifest notes it."""
        return {"law": self.name, "compared": self.compared, "widest": float(f"{self.widest:.2g}")}


def require(laws: Iterable[Law], *, where: str) -> tuple[Law, ...]:
    """Validate that every law holds.

    Parameters
    ----------
    laws
        What was looked at.
    where
        The study.

    Returns
    -------
    tuple of Law
        The same.

    Raises
    ------
    InputError
        With every law that is broken, and where.
    """
    looked = tuple(laws)
    faults = [
        Fault(
            "results-contradict",
            f"{law.name} does not hold: {some(law.broken)}; the inputs may contradict each other, "
            "or grensgeo is wrong; nothing was written",
        )
        for law in looked
        if law.broken
    ]
    if faults:
        raise InputError.of(faults, where=where)
    return looked


def laws_of_tables(
    cells: pd.DataFrame,
    levels: Mapping[str, pd.DataFrame],
    regions: Mapping[str, Region],
    *,
    expected: Mapping[tuple[str, str], int],
    quicker: Sequence[tuple[str, str]] = (),
) -> list[Law]:
    """Compare the tables of a study with each other and with its region.

    Parameters
    ----------
    cells
        Reach of cells (``schema.REACH``) with ``mode`` and ``scenario``.
    levels
        Reach by ``region_code`` and by ``nuts3``, from the same cells.
    regions
        The region by scenario: one may move people and opportunities.
    expected
        How many cells each trip and scenario is to have.
    quicker
        Pairs of trips of which the first is nowhere slower than the second.

    Returns
    -------
    list of Law
        Whether tables contradict themselves; whether each cell stands in them once; nesting of
        cutoffs; what is reached against what there is; bounds; inhabitants; means over these;
        shares; trips that are nowhere slower than others.
    """
    texts = ("id", "country", "mode", "scenario", "opportunity", WHERE)
    cells = cells.astype(dict.fromkeys(texts, "category"))  # compared by number, not letter
    return [
        _itself(levels),
        _sums(cells),
        _once(cells, expected),
        _nested(cells),
        _bounded(cells, regions),
        _between({"cells": cells, **levels}),
        _people(regions),
        *(_means(cells, table, regions, level=level) for level, table in levels.items()),
        _shares({"cells": cells, **levels}),
        *(_nowhere_slower(cells, fast, slow) for fast, slow in quicker),
    ]


def _itself(tables: Mapping[str, pd.DataFrame]) -> Law:
    """Compare the columns of each table: sums, effects, countries."""
    broken: list[str] = []
    for name, table in tables.items():
        for (mode, scenario), part in table.groupby(["mode", "scenario"], sort=False):
            try:
                check_reach(part, where=f"{name}, {mode}, {scenario}")
            except InputError as error:
                broken += [f"{name}, {mode}, {scenario}: {fault}" for fault in error.faults]
    compared = sum(len(table) for table in tables.values())
    return Law("columns of reach follow from each other", compared, broken=tuple(broken))


def _sums(cells: pd.DataFrame) -> Law:
    """Add the countries of each figure of a cell up, and compare: there are too many for more."""
    order, first = _figures(cells, [name for name in _KEYS if name != WHERE])
    starts = np.flatnonzero(first)

    def column(name: str) -> npt.NDArray[np.float64]:
        values: npt.NDArray[np.float64] = cells[name].to_numpy(np.float64, na_value=np.nan)
        return values[order]

    reached = column(REACHED)
    own = _same(cells["country"], cells[WHERE])[order]
    if not len(starts):
        return Law("cells reach what they reach in each country", 0)
    parts = {
        "open": np.add.reduceat(np.nan_to_num(reached), starts),
        "closed": np.add.reduceat(np.where(own, np.nan_to_num(reached), 0.0), starts),
    }
    wrong = np.zeros(len(cells), dtype=bool)
    widest = 0.0
    for name, again in parts.items():
        told = column(name)
        gap = np.abs(told[starts] - again) / np.maximum(again, 1.0)
        widest = max(widest, float(np.nanmax(gap, initial=0.0)))
        wrong[order[starts[gap > ROUNDING]]] = True
        wrong[order] |= ~first & _differs(told, np.roll(told, 1))
    closed, opened = column("closed")[starts], column("open")[starts]
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = {"border_effect": opened / closed - 1, "share_across": 1 - closed / opened}
    for name, ratio in ratios.items():
        told = column(name)[starts]
        wrong[order[starts[np.isfinite(ratio) & _differs(told, ratio)]]] = True
        wrong[order[starts[~np.isfinite(ratio) & ~np.isnan(told)]]] = True
    broken = tuple(_rows(cells, wrong, "open"))
    return Law("cells reach what they reach in each country", len(starts), widest, broken)


def _same(one: pd.Series, other: pd.Series) -> npt.NDArray[np.bool_]:
    """Return where two columns of categories say the same."""
    numbers = one.cat.categories.get_indexer(other.cat.categories)
    same: npt.NDArray[np.bool_] = one.cat.codes.to_numpy() == numbers[other.cat.codes.to_numpy()]
    return same


def _differs(
    one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Return which figures differ by more than rounding, or of which only one is known."""
    lost = np.isnan(one) != np.isnan(other)
    wrong: npt.NDArray[np.bool_] = lost | (np.abs(one - other) > _slack(other) + ROUNDING)
    return wrong


def _figures(
    cells: pd.DataFrame, names: Sequence[str], *, rising: str | None = None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Return an order that keeps equal rows together, and which rows are the first of theirs."""
    codes = [cells[name].factorize()[0] for name in names]
    within = [] if rising is None else [cells[rising].to_numpy()]
    order: npt.NDArray[np.int64] = np.lexsort([*within, *codes[::-1]])
    first = np.zeros(len(cells), dtype=bool)
    first[:1] = True
    for code in codes:
        first[1:] |= code[order[1:]] != code[order[:-1]]
    return order, first


def _once(cells: pd.DataFrame, expected: Mapping[tuple[str, str], int]) -> Law:
    """Compare the rows with what was asked for: each cell once, each figure for all cells."""
    broken = [
        f"{mode}, {scenario}: {name} twice"
        for name, mode, scenario in cells.loc[
            cells.duplicated(list(_KEYS)), ["id", "mode", "scenario"]
        ].itertuples(index=False, name=None)
    ]
    counts: dict[tuple[str, str], int] = {}
    for key, n in _by(cells, ["mode", "scenario"])["id"].nunique().items():
        mode, scenario = map(str, key)  # type: ignore[call-overload]
        counts[mode, scenario] = int(n)
    broken += [
        f"{mode}, {scenario}: {counts.get((mode, scenario), 0)} of {n} cells"
        for (mode, scenario), n in expected.items()
        if counts.get((mode, scenario), 0) != n
    ]
    broken += [
        f"{mode}, {scenario}: not asked for" for mode, scenario in set(counts) - {*expected}
    ]
    for key, n in _by(cells, [name for name in _KEYS if name != "id"])["id"].size().items():
        mode, scenario, *rest = map(str, key)  # type: ignore[call-overload]
        if n != counts[mode, scenario]:
            broken.append(
                f"{mode}, {scenario}, {', '.join(rest)}: {n} of {counts[mode, scenario]} cells"
            )
    return Law("each cell stands in reach once", len(cells), broken=tuple(broken))


def _nested(cells: pd.DataFrame) -> Law:
    """Compare what is reached within a longer time with what is within a shorter one."""
    order, first = _figures(cells, _KEYS[:-1], rising=_KEYS[-1])
    same = ~first
    broken: list[str] = []
    for name in (REACHED, "closed", "open", "unknown_within"):
        figure = cells[name].to_numpy(dtype=np.float64, na_value=np.nan)[order]
        before = np.concatenate([figure[:1], figure[:-1]])
        less = np.zeros(len(cells), dtype=bool)
        less[order] = same & (figure < before - _slack(before))
        broken += _rows(cells, less, name)
    return Law("more time reaches no less", int(same.sum()), broken=tuple(broken))


def _bounded(cells: pd.DataFrame, regions: Mapping[str, Region]) -> Law:
    """Compare what is reached in a country with what there is in it."""
    broken: list[str] = []
    for (scenario, name, country), part in _by(cells, ["scenario", "opportunity", WHERE]):
        region = regions[str(scenario)]
        lies = (region.cells["country"] == country).to_numpy()
        there = region.opportunities[str(name)][lies].sum()
        more = part[REACHED].to_numpy(dtype=np.float64) > there + _slack(np.array([there]))
        broken += [f"{row}, of {there:g} in all" for row in _rows(part, more, REACHED)]
    return Law("nobody reaches more than there is", len(cells), broken=tuple(broken))


def _between(tables: Mapping[str, pd.DataFrame]) -> Law:
    """Compare figures with the least and the most that they can be."""
    broken, compared = [], 0
    for table in tables.values():
        for bound in {*MARGINS} & {*table.columns}:
            name, _, end = bound.rpartition("_")
            figure = table[name].to_numpy(dtype=np.float64, na_value=np.nan)
            limit = table[bound].to_numpy(dtype=np.float64, na_value=np.nan)
            compared += int((~np.isnan(limit)).sum())
            off = limit - figure if end == "lower" else figure - limit
            broken += _rows(table, off > _slack(figure), bound)
    return Law("figures lie between their bounds", compared, broken=tuple(broken))


def _people(regions: Mapping[str, Region]) -> Law:
    """Add inhabitants of cells up, and compare them with those of municipalities."""
    broken, compared = [], 0
    for scenario, region in regions.items():
        added = region.cells.groupby("region_code")["population"].sum()
        told = region.municipalities.set_index("region_code")["population"]
        told = told.reindex(added.index).astype("float64")
        compared += len(added)
        wrong = (added - told).abs() > _slack(added.to_numpy(dtype=np.float64))
        broken += [
            f"{code}, {scenario}: {added[code]:g} in cells, {told[code]:g} in all"
            for code in added.index[wrong | told.isna()]
        ]
    return Law("inhabitants of cells add up to municipalities", compared, broken=tuple(broken))


def law_of_curves(
    curves: Mapping[tuple[str, str], MeanCurves], municipalities: pd.DataFrame
) -> Law:
    """Compare what the atlas shows at the cutoffs with the table of municipalities.

    Parameters
    ----------
    curves
        Of the mean inhabitants, by trip and scenario.
    municipalities
        Their reach (``schema.REACH``) with ``mode`` and ``scenario``.
    """
    broken, compared, widest = [], 0, 0.0
    for (trip, scenario), curve in curves.items():
        table = municipalities[
            (municipalities["mode"] == trip)
            & (municipalities["scenario"] == scenario)
            & municipalities["opportunity"].isin(curve.opportunities)
            & municipalities[WHERE].isin(curve.countries)
            & municipalities["cutoff_min"].isin(range(curve.reach.shape[-1]))
        ]
        at = (
            [curve.opportunities.index(name) for name in table["opportunity"]],
            [curve.countries.index(code) for code in table[WHERE]],
            [curve.codes.index(code) for code in table["id"]],
            table["cutoff_min"].to_numpy(dtype=np.int64),
        )
        shown, told = curve.reach[at], table[REACHED].to_numpy(dtype=np.float64)
        gap = np.abs(shown - told)
        share = gap / np.maximum(np.abs(told), 1.0)
        widest = max(widest, float(np.nanmax(share, initial=0.0)))
        wrong = (gap > _AT_CUTOFF + _slack(told)) | (np.isnan(shown) != np.isnan(told))
        compared += len(table)
        broken += _rows(table, wrong, REACHED)
    return Law("the atlas shows what the tables say", compared, widest, tuple(broken))


def law_of_proximity(table: pd.DataFrame | None) -> Law:
    """Compare what is nearest in all countries with what is nearest at home.

    Parameters
    ----------
    table
        ``schema.PROXIMITY``; None where a study asks for none.
    """
    name = "of all countries there is no less, and nothing farther, than at home"
    if table is None:
        return Law(name, 0)
    own = table["own"].to_numpy(dtype=np.float64, na_value=np.nan)
    both = table["both"].to_numpy(dtype=np.float64, na_value=np.nan)
    counts = (table["measure"] == "count").to_numpy()
    less = np.where(counts, own - both, both - own)
    lost = ~np.isnan(own) & np.isnan(both)
    far = ~counts & (both > table["longest"].to_numpy(dtype=np.float64) + NOTHING)
    home = (table["nearest_country"] == table["country"]).to_numpy(dtype=np.bool_)
    apart = ~counts & home & (np.isnan(own) | (np.abs(own - both) > _slack(both)))
    wrong = (less > _slack(own)) | lost | far | apart
    broken = [
        f"{row['id']}, {row['mode']}, {row['opportunity']}, {row['measure']}: {row['own']:g} at "
        f"home, {row['both']:g} of all"
        for row in table[wrong].to_dict("records")
    ]
    return Law(name, len(table), broken=tuple(broken))


def _by(table: pd.DataFrame, names: list[str]) -> DataFrameGroupBy[Any, Any]:
    """Group a table by what occurs in it."""
    return table.groupby(names, sort=False, observed=True)


def _means(
    cells: pd.DataFrame, table: pd.DataFrame, regions: Mapping[str, Region], *, level: str
) -> Law:
    """Compute the means over inhabitants again, and compare them."""
    import pandas as pd

    keys = [name for name in _KEYS if name != "id"]
    found = []
    for scenario, part in _by(cells, ["scenario"]):
        region = regions[str(scenario[0])]
        ids, row = part["id"].cat.categories, part["id"].cat.codes.to_numpy()
        code = region.cells["region_code"].reindex(ids)
        if level == "nuts3":
            code = code.map(region.municipalities["nuts3"])
        people = region.cells["population"].reindex(ids).to_numpy(dtype=np.float64)[row]
        reached = part[REACHED].to_numpy(dtype=np.float64)
        weighed = part[keys].assign(
            id=code.astype("category").array[row],
            people=np.where(np.isnan(reached), 0.0, people),
            sum=np.where(np.isnan(reached), 0.0, people * reached),
        )
        found.append(_by(weighed, [*keys, "id"])[["people", "sum"]].sum().reset_index())
    sums = pd.concat(found)
    mean = sums.assign(mean=sums["sum"] / sums["people"].where(sums["people"] > 0))
    mean = mean.astype({name: table[name].dtype for name in (*keys, "id")})
    both = table.merge(mean, on=[*keys, "id"], how="left")
    told, again = both[REACHED].to_numpy(dtype=np.float64), both["mean"].to_numpy()
    gap = np.abs(told - again) / np.maximum(np.abs(again), 1.0)
    lost = np.isnan(told) != np.isnan(again)
    wrong = lost | (gap > ROUNDING)
    widest = float(np.nanmax(gap, initial=0.0))
    what = "municipalities" if level == "region_code" else "larger regions"
    broken = tuple(_rows(both, wrong, REACHED))
    return Law(f"figures of {what} are means over inhabitants", len(both), widest, broken)


def _shares(tables: Mapping[str, pd.DataFrame]) -> Law:
    """Compare shares with nothing and with the whole."""
    broken, compared = [], 0
    for table in tables.values():
        for name in _SHARES:
            if name in table.columns:
                share = table[name].to_numpy(dtype=np.float64, na_value=np.nan)
                compared += int((~np.isnan(share)).sum())
                broken += _rows(table, (share < -ROUNDING) | (share > 1 + ROUNDING), name)
    return Law("shares lie between nothing and the whole", compared, broken=tuple(broken))


def _nowhere_slower(cells: pd.DataFrame, fast: str, slow: str) -> Law:
    """Compare two trips of which one is nowhere slower."""
    keys = [name for name in _KEYS if name != "mode"]
    both = cells[cells["mode"] == slow].merge(
        cells.loc[cells["mode"] == fast, [*keys, REACHED]], on=keys, suffixes=("", "_fast")
    )
    less = both[REACHED].to_numpy(dtype=np.float64)
    less = both[f"{REACHED}_fast"].to_numpy(dtype=np.float64) < less - _slack(less)
    broken = tuple(_rows(both, less, REACHED))
    return Law(f"{fast} reaches no less than {slow}", len(both), broken=broken)


def _slack(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return what sums in another order may differ by."""
    slack: npt.NDArray[np.float64] = np.abs(values) * ROUNDING + NOTHING
    return slack


def _rows(table: pd.DataFrame, wrong: npt.NDArray[np.bool_], name: str) -> list[str]:
    """Return where a figure breaks a law."""
    return [
        f"{row['id']}, {row['mode']}, {row['scenario']}, {row['opportunity']} within "
        f"{row['cutoff_min']:g} min in {row[WHERE]}: {name} {row[name]:g}"
        for row in table[wrong].to_dict("records")
    ]
