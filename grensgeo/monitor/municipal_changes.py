"""Municipalities that became parts of others, and figures of before on the map of after.

``municipal_changes.csv`` has those of the Netherlands from 2015 to 2025, each with the page that
names the municipalities; new names get new codes (CBS, Herindelingen en grenswijzigingen). It is
held to the number of municipalities that CBS counts each year: 403 in 2014, then 393, 390, 388,
380, 355, 355, 352, 345 and 342 in 2023. In 2024 there are 342 again, and none was to be united in
2025 (200ok.nl/aantal-gemeenten, of 5 January 2024; no list of 2025 itself was seen). North
Rhine-Westphalia has had its 396 since 1976 (call for papers on the fifty years of its reform,
histrhen.landesgeschichte.eu, June 2023), so none was united there. What Lower Saxony united on 1
November 2016 lies in its east and south, far from the border (Landesamt für Statistik
Niedersachsen, press release 94/16), and is not listed; its later changes are not confirmed. Those
of Germany are in Destatis's Namens-, Grenz- und Schlüsseländerungen; a table of one's own adds
them.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.files import read_csv

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    import pandas as pd

_COLUMNS = ("date", "old_code", "new_code", "moved")
_WHOLE, _PART = "whole", "part"
#: Statuses from the least known to the most.
_WORST = "QMEA"


def read_changes(path: Path | None = None) -> pd.DataFrame:
    """Read changes of municipalities: those that are known here, and a table of one's own.

    Parameters
    ----------
    path
        CSV ``date, old_code, new_code, moved``: ``whole``, or ``part`` of one that was divided.

    Returns
    -------
    DataFrame
        These columns, sorted by date.

    Raises
    ------
    InputError
        If a column is missing, or ``moved`` is another word.
    """
    import pandas as pd

    known = files(__package__).joinpath("municipal_changes.csv")
    with known.open(encoding="utf-8") as file:
        frames = [pd.read_csv(file, dtype=str)[list(_COLUMNS)]]
    if path is not None:
        own = read_csv(path, text=_COLUMNS)
        absent = [name for name in _COLUMNS if name not in own.columns]
        if absent:
            raise InputError(
                "column-missing", f"{path}: no column {some(absent)}; write {', '.join(_COLUMNS)}"
            )
        strange = sorted(set(own["moved"]) - {_WHOLE, _PART})
        if strange:
            raise InputError(
                "choice-unknown", f"{path}: moved is {some(strange)}; write whole or part"
            )
        frames.append(own[list(_COLUMNS)])
    whole = pd.concat(frames).drop_duplicates()
    return whole.sort_values("date", kind="stable", ignore_index=True)


def successors(
    codes: Collection[str], changes: pd.DataFrame, *, known: Collection[str]
) -> tuple[dict[str, str], set[str]]:
    """Return what became of municipalities that are no longer there.

    Parameters
    ----------
    codes
        Codes of before.
    changes
        What :func:`read_changes` gave.
    known
        Codes of after.

    Returns
    -------
    moved, broken
        The code of after by that of before, as far as the whole went there; and codes of after
        that got a part of another one, so that their figures of before cannot be computed.

    Examples
    --------
    >>> changes = read_changes()
    >>> successors(["GM0265", "GM0153"], changes, known=["GM1945", "GM0153"])
    ({'GM0265': 'GM1945'}, set())
    """
    there, moved, broken = set(known), {}, set()
    steps = {str(old): rows for old, rows in changes.groupby("old_code")}
    for code in codes:
        now, seen = code, {code}
        while now not in there and now in steps:
            rows = steps[now]
            if (rows["moved"] == _PART).any():
                broken |= set(rows["new_code"])
                break
            now = str(rows["new_code"].iloc[-1])
            if now in seen:
                break
            seen.add(now)
        if now in there and now != code:
            moved[code] = now
    return moved, broken


def on_new_map(
    observed: pd.DataFrame, indicators: pd.DataFrame, moved: dict[str, str], broken: set[str]
) -> pd.DataFrame:
    """Compute figures of before for the municipalities of after.

    Parameters
    ----------
    observed
        ``schema.OBSERVATIONS``.
    indicators
        ``schema.INDICATORS``: which figures are sums, means or ratios.
    moved, broken
        What :func:`successors` gave.

    Returns
    -------
    DataFrame
        Figures of municipalities that were united are one: sums added up, means weighted by
        inhabitants, ratios computed from numerator and denominator. A ratio of which these are
        not told, and what got a part of another municipality, is missing (status M). The rest is
        as it was.
    """
    import pandas as pd

    if not moved and not broken:
        return observed
    town = observed["region_level"] == "municipality"
    target = observed["region_code"].map(lambda code: moved.get(code, code))
    touched = town & target.isin({*moved.values(), *broken})
    if not touched.any():
        return observed
    part = observed[touched].assign(_to=target[touched])
    rules = indicators.set_index("indicator_id")
    rows = [
        _united(group, str(rules["aggregation"].get(key[0], "ratio")), broken=key[1] in broken)
        for key, group in part.groupby(["indicator_id", "_to", "period"], sort=True)
    ]
    merged = pd.DataFrame(rows)
    merged = _ratios(merged, rules)
    merged.loc[merged["value"].isna() & (merged["status"] != "Q"), "status"] = "M"
    kept = [observed[~touched], merged[observed.columns].astype(observed.dtypes.to_dict())]
    return pd.concat(kept, ignore_index=True)


def _united(group: pd.DataFrame, rule: str, *, broken: bool) -> dict[str, object]:
    """Return one row for several of one indicator and period."""
    row: dict[str, object] = {str(name): value for name, value in group.iloc[0].items()}
    row["region_code"] = row.pop("_to")
    if len(group) == 1 and not broken:
        return row
    people = group["population"].astype("float64")
    row["population"] = people.sum(min_count=len(group))
    row["n_origins"] = group["n_origins"].astype("float64").sum(min_count=len(group))
    row["status"] = min(group["status"], key=_WORST.index)
    row["source_ids"] = ";".join(
        sorted({x for ids in group["source_ids"] for x in ids.split(";")})
    )
    weight = people / people.sum() if people.sum() > 0 else people * np.nan
    for name in ("value", "lower", "upper", "edge_share", "share_without_ride"):
        numbers = group[name].astype("float64")
        summed = rule == "sum" and name in {"value", "lower", "upper"}
        mean = rule != "ratio" or name == "edge_share"
        whole = (
            numbers.sum(min_count=len(group))
            if summed
            else ((numbers * weight).sum(min_count=len(group)) if mean else np.nan)
        )
        row[name] = np.nan if broken else whole
    return row


def _ratios(merged: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """Compute ratios anew from what stands above and below their line."""
    key = ["indicator_id", "region_code", "period"]
    value = merged.set_index(key)["value"]
    result = merged.copy()
    for number, row in enumerate(merged.to_dict("records")):
        rule = rules.loc[row["indicator_id"]] if row["indicator_id"] in rules.index else None
        if rule is None or not isinstance(rule["numerator"], str) or not np.isnan(row["value"]):
            continue
        above, below = (
            value.get((rule[name], row["region_code"], row["period"]), np.nan)
            for name in ("numerator", "denominator")
        )
        result.loc[result.index[number], "value"] = above / below if below > 0 else np.nan
    return result
