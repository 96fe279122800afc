"""A feed as a cube: which figure stands at which indicator, region and period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.monitor.monitor_feed import MonitorFeed


@dataclass(frozen=True, eq=False)
class Cube:
    """The axes of a feed, and its figures by them.

    Attributes
    ----------
    indicators
        ``schema.INDICATORS`` by id.
    regions
        ``schema.FEED_REGIONS`` by a key that is unique in all levels: the code, with its level
        before it where two levels have one code.
    periods
        Periods, sorted.
    rows
        Observations with ``region`` (that key).
    """

    indicators: pd.DataFrame
    regions: pd.DataFrame
    periods: list[str]
    rows: pd.DataFrame

    @property
    def shape(self) -> tuple[int, int, int]:
        """How many indicators, regions and periods."""
        return len(self.indicators), len(self.regions), len(self.periods)

    def places(self) -> np.ndarray:
        """Return the place of each row in the flat cube, indicators slowest, periods fastest."""
        import pandas as pd

        first = self.indicators.index.get_indexer(pd.Index(self.rows["indicator_id"]))
        second = self.regions.index.get_indexer(pd.Index(self.rows["region"]))
        number = {period: place for place, period in enumerate(self.periods)}
        third = self.rows["period"].map(number).to_numpy()
        _, regions, periods = self.shape
        found: np.ndarray = (first * regions + second) * periods + third
        return found

    def rounded(self) -> list[float | None]:
        """Return the value of each row with the decimals of its indicator, None where missing."""
        decimals = self.rows["indicator_id"].map(self.indicators["decimals"]).tolist()
        return [
            None if np.isnan(value) else round(value, int(digits)) + 0.0
            for value, digits in zip(self.rows["value"].tolist(), decimals, strict=True)
        ]


def cube_of(feed: MonitorFeed) -> Cube:
    """Return a feed as a cube."""
    regions = feed.regions.drop_duplicates(["region_code", "region_level"], keep="last")
    twice = regions["region_code"].duplicated(keep=False)
    key = regions["region_code"].where(
        ~twice, regions["region_level"] + "-" + regions["region_code"]
    )
    keyed = regions.assign(_key=key).set_index("_key")
    lookup = dict(
        zip(zip(regions["region_level"], regions["region_code"], strict=True), key, strict=True)
    )
    observed = feed.observations
    pairs = zip(observed["region_level"], observed["region_code"], strict=True)
    rows = observed.assign(region=[lookup[pair] for pair in pairs])
    return Cube(feed.indicators.set_index("indicator_id"), keyed, feed.periods, rows)
