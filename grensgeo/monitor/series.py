"""A feed over time: a year appended, figures revised, and two feeds compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import FileError, InputError, some
from grensgeo.files import read_csv
from grensgeo.files.layers import read_layer
from grensgeo.monitor.monitor_feed import in_order
from grensgeo.monitor.municipal_changes import on_new_map, read_changes, successors
from grensgeo.monitor.package import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.schema import Table

#: What an indicator is: it does not change under one id.
_FIXED = ("unit", "aggregation", "numerator", "denominator", "summable", "kind")
#: Beyond this modified z-score a change is called an outlier. Source: Iglewicz and Hoaglin (1993),
#: How to Detect and Handle Outliers: 3.5, of 0.6745 (x - median) / MAD.
_OUTLYING, _TO_SIGMA = 3.5, 0.6745
#: Changes are held against each other where there are as many, and are told if they are as large.
_FEWEST, _LEAST = 5, 0.01
KEY = ["indicator_id", "region_code", "region_level", "period"]


def read_feed(folder: Path) -> dict[str, pd.DataFrame]:
    """Read the tables of a feed.

    Parameters
    ----------
    folder
        Folder that :func:`grensgeo.monitor.write_monitor` wrote.

    Returns
    -------
    dict
        Tables by name, in the types of their declaration.

    Raises
    ------
    FileError
        If one is not there.
    InputError
        If one is not what it is declared to be.
    """
    return {name: _read(folder / f"{name}.csv", table) for name, table in TABLES}


def _read(path: Path, table: Table) -> pd.DataFrame:
    """Read one table; codes stay text."""
    if not path.exists():
        raise FileError("file-missing", f"{path}: no such file; write the feed again")
    text = [column.name for column in table.columns if column.kind == "string"]
    frame = table.check(read_csv(path, text=text), where=str(path))
    for name in text:
        frame[name] = frame[name].astype(object).where(frame[name].notna(), None)
    return frame


def append(feed: MonitorFeed, folder: Path) -> MonitorFeed:
    """Append a feed to an earlier one: its period is new, or revised.

    Parameters
    ----------
    feed
        The feed of one period.
    folder
        The earlier feed, which is not changed.

    Returns
    -------
    MonitorFeed
        With the periods of both. Figures that are computed anew take the place of the earlier
        ones, which are kept among the revisions with their run.

    Raises
    ------
    InputError
        If an indicator is another one under the same id, or a revision does not say from when it
        holds.
    """
    import geopandas as gpd
    import pandas as pd

    before = read_feed(folder)
    (run,) = feed.runs.to_dict("records")
    if run["run_id"] in set(before["runs"]["run_id"]):
        earlier = before["runs"]["run_id"] == run["run_id"]
        run = before["runs"][earlier].to_dict("records")[0]
    _hold_indicators(feed.indicators, before["indicators"])
    periods = set(feed.observations["period"])
    again = before["observations"]["period"].isin(periods)
    replaced = before["observations"][again]
    replaced = replaced[replaced["run_id"] != run["run_id"]]
    if len(replaced):
        if not feed.options.valid_from:
            raise InputError(
                "option-missing",
                f"monitor: {some(sorted(periods))} is in {folder} already; give valid_from, the "
                "day from which the revision holds",
            )
        run["revises"] = replaced["run_id"].iloc[0]
    runs = pd.concat([before["runs"], pd.DataFrame([run])], ignore_index=True)
    shapes = read_layer(folder / "geometry.parquet").drop(columns="bbox", errors="ignore")
    outlines = pd.concat([feed.geometry, shapes]).drop_duplicates(["region_code", "region_level"])
    return replace(
        feed,
        observations=in_order(_joined(before["observations"][~again], feed.observations)),
        indicators=_joined(feed.indicators, before["indicators"], "indicator_id").sort_values(
            "indicator_id", ignore_index=True
        ),
        regions=_joined(
            feed.regions, before["regions"], "region_code", "region_level", "nuts_version"
        ),
        sources=_joined(feed.sources, before["sources"], "source_id").sort_values(
            "source_id", ignore_index=True
        ),
        runs=runs.drop_duplicates("run_id"),
        revisions=in_order(_joined(before["revisions"], replaced)),
        geometry=gpd.GeoDataFrame(outlines, geometry="geometry", crs=4326).reset_index(drop=True),
    )


def _joined(first: pd.DataFrame, second: pd.DataFrame, *key: str) -> pd.DataFrame:
    """Return rows of both, of the same key those of the first."""
    import pandas as pd

    parts = [part.astype(object) for part in (first, second) if len(part)]
    both = pd.concat(parts, ignore_index=True) if parts else first
    return both.drop_duplicates(list(key), ignore_index=True) if key else both


def _hold_indicators(now: pd.DataFrame, before: pd.DataFrame) -> None:
    """Raise where an id stands for another indicator than before."""
    both = now.merge(before, on="indicator_id", suffixes=("", "_before"))
    changed = [
        f"{row['indicator_id']} ({name}: {row[f'{name}_before']} before, now {row[name]})"
        for row in both.astype(object).where(both.notna(), None).to_dict("records")
        for name in _FIXED
        if row[name] != row[f"{name}_before"]
    ]
    if changed:
        raise InputError(
            "indicator-changed", f"monitor: ids that stand for something else: {some(changed)}"
        )


def compare_feeds(old: Path, new: Path, *, changes: Path | None = None) -> pd.DataFrame:
    """Compare two feeds: what changed, by how much, and what stands out.

    Parameters
    ----------
    old, new
        Folders of feeds.
    changes
        Changes of municipalities beside those that are known.

    Returns
    -------
    DataFrame
        A row for each figure that differs or is in one of them alone: ``indicator_id,
        region_code, region_level, period_old, period, old, new, status_old, status, difference,
        relative, outlier``. Periods of both are compared with themselves, a later one with the
        last of the old feed; figures of before are computed for the municipalities of after.
    """
    import pandas as pd

    first, second = read_feed(old), read_feed(new)
    told, later, known = first["observations"], second["observations"], read_changes(changes)
    before, after = sorted(set(told["period"])), sorted(set(later["period"]))
    pairs = [(period, period) for period in after if period in before]
    pairs += [(before[-1], period) for period in after if before and period > before[-1]]
    frames = []
    for earlier, period in pairs:
        # a feed of several years has the municipalities of all of them: those of a year count
        there, here = (_towns(x, of) for x, of in ((later, period), (told, earlier)))
        moved, broken = successors(sorted(here - there), known, known=there)
        part = told[told["period"] == earlier]
        mapped = on_new_map(part, first["indicators"], moved, broken)
        frames.append(_pair(mapped, later, earlier, period))
    columns = [*KEY[:3], "period_old", "period", "old", "new", "status_old", "status",
               "difference", "relative", "outlier"]  # fmt: skip
    if not frames:
        return pd.DataFrame(columns=columns)
    return pd.concat(frames, ignore_index=True)[columns]


def _towns(observed: pd.DataFrame, period: str) -> set[str]:
    """Return the municipalities of which a period has figures."""
    here = (observed["period"] == period) & (observed["region_level"] == "municipality")
    return set(observed.loc[here, "region_code"])


def _pair(told: pd.DataFrame, later: pd.DataFrame, before: str, after: str) -> pd.DataFrame:
    """Compare one period with another."""
    key = KEY[:3]
    left, right = (
        table.loc[table["period"] == period, [*key, "value", "status"]]
        for table, period in ((told, before), (later, after))
    )
    both = left.merge(right, on=key, how="outer", suffixes=("_old", ""))
    both = both.rename(columns={"value_old": "old", "value": "new"})
    both["difference"] = both["new"] - both["old"]
    both["relative"] = both["difference"] / both["old"].abs().where(both["old"] != 0)
    both["outlier"] = _outliers(both)
    both["period_old"], both["period"] = before, after
    same = both["difference"].abs() <= 1e-11 * both["old"].abs()
    same |= both["old"].isna() & both["new"].isna()
    changed: pd.DataFrame = both[~same | (both["status_old"] != both["status"])]
    return changed


def _outliers(both: pd.DataFrame) -> pd.Series:
    """Mark relative changes that stand out among those of the same indicator and level."""
    grouped = both.groupby(["indicator_id", "region_level"])["relative"]
    off = (both["relative"] - grouped.transform("median")).abs()
    spread = off.groupby([both["indicator_id"], both["region_level"]]).transform("median")
    far = np.where(spread > 0, _TO_SIGMA * off / spread.where(spread > 0), np.inf * (off > 0))
    many = grouped.transform("count") >= _FEWEST
    marked: pd.Series = many & (off >= _LEAST) & (far > _OUTLYING)
    return marked
