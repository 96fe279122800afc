"""What is in a feed, what is wrong with it, and how much runs on each day."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.gtfs.feed import Feed, inspect_feed
from grensgeo.gtfs.findings import Finding
from grensgeo.gtfs.service import check_date, months, service_per_day

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd
    import pandas as pd

#: Eighths of a line of text, from next to nothing to full.
_BLOCKS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, eq=False)
class FeedReport:
    """Everything that :func:`check_feed` found.

    Attributes
    ----------
    path
        The feed's file or folder.
    feed
        The feed without rows that have errors; ``None`` if nothing is left.
    findings
        Errors first, then warnings, then notices.
    days
        Index ``date``; ``trips``, then a column a country. Empty without a feed.
    """

    path: Path
    feed: Feed | None
    findings: tuple[Finding, ...]
    days: pd.DataFrame

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    def counts(self) -> dict[str, int]:
        """Count findings by severity."""
        return {
            severity: sum(finding.severity == severity for finding in self.findings)
            for severity in ("error", "warning", "notice")
        }

    def summary(self) -> str:
        """Sum the feed up in a line."""
        told = ", ".join(f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in self.counts().items())
        if self.feed is None:
            return f"GTFS feed that cannot be used: {told}"
        feed = self.feed
        return (
            f"GTFS feed, {len(feed.trips):,} trips at {len(feed.stops):,} stops, "
            f"{feed.days.first} to {feed.days.last}, {'/'.join(feed.zones)}: {told}"
        )

    def text(self) -> str:
        """Write the report for a terminal.

        Returns
        -------
        str
            The summary, the service of each day as a bar, a line a month, for all trips and for
            each country, and a line a finding.
        """
        lines = [self.summary()]
        for name in self.days.columns:
            lines += self._plot(name)
        lines += [f"  {finding.severity}: {finding}" for finding in self.findings]
        return "\n".join(lines)

    def _plot(self, name: str) -> list[str]:
        """Draw one column of days."""
        most = max(int(self.days[name].max()), 1)
        title = "trips a day" if name == "trips" else f"trips a day in {name}"
        told = f"most {most:,}, median {self.days[name].median():,.0f}"
        lines = [f"  {title}: {told} (· none, blank outside the feed)"]
        for month, counts in months(self.days[[name]]):
            bars = "".join(_bar(count, most) for count in counts)
            lines.append(f"    {month} {bars.rstrip()}")
        if f"{self.days.index[-1]:%Y-%m}" > month:
            lines.append(f"    … and on to {self.days.index[-1]:%Y-%m}")
        return lines


def _bar(count: int | None, most: int) -> str:
    """Draw one day."""
    if count is None:
        return " "
    if count == 0:
        return "·"
    return _BLOCKS[min(count * len(_BLOCKS) // most, len(_BLOCKS) - 1)]


def check_feed(
    path: str | Path, *, areas: gpd.GeoDataFrame | None = None, on: date | None = None
) -> FeedReport:
    """Check a GTFS feed.

    Parameters
    ----------
    path
        Zip file, or folder with the ``.txt`` files.
    areas
        Polygons with a column ``country``: the service of each country is counted apart.
    on
        A date that the feed is wanted for: outside the feed is an error, under a fifth of the
        median day, in all or in one country, a warning.

    Returns
    -------
    FeedReport
        Findings and service per day.

    Raises
    ------
    FileError
        If the archive is not sound or a file in it is not UTF-8; nothing can be said then.
    """
    import pandas as pd

    path = Path(path)
    feed, findings = inspect_feed(path)
    if feed is None:
        return FeedReport(path, None, findings, pd.DataFrame())
    days = service_per_day(feed, areas)
    more = () if on is None else _on(feed, on, areas)
    order = ("error", "warning", "notice")
    ranked = sorted((*findings, *more), key=lambda finding: order.index(finding.severity))
    return FeedReport(path, feed, tuple(ranked), days)


def _on(feed: Feed, day: date, areas: gpd.GeoDataFrame | None) -> tuple[Finding, ...]:
    """Hold a date against the feed."""
    if not feed.days.first <= day <= feed.days.last:
        message = f"{day} is outside the feed, {feed.days.first} to {feed.days.last}"
        remedy = "choose a date in it, or fetch a feed of that date"
        code = "expired_calendar" if day > feed.days.last else "future_calendar"
        return (Finding("error", code, "calendar.txt", None, "", message, remedy),)
    remedy = "choose an ordinary day, or look for what is missing before drawing a map"
    return tuple(
        Finding("warning", "poor_service", "calendar.txt", None, "", message, remedy)
        for message in check_date(feed, day, areas)
    )
