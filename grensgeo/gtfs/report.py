"""Reports on one feed (findings, trips a day) and on several (what they have in common)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import InputError
from grensgeo.gtfs.feed import Feed, inspect_feed
from grensgeo.gtfs.findings import Finding
from grensgeo.gtfs.service import check_date, months, service_per_day
from grensgeo.gtfs.timetable.on_date import timetable_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import geopandas as gpd
    import pandas as pd

    from grensgeo.gtfs.merging.rules import Merge

#: Eighths of a line of text, from next to nothing to full.
_BLOCKS = "▁▂▃▄▅▆▇█"

#: Cases written out of each kind, before the rest is only counted.
_MOST = 20
_KINDS = {
    "station": "stations taken for one",
    "duplicate": "trains that two feeds have, counted once",
    "joined": "trains that one feed cuts and another goes on with, made whole",
    "kept_apart": "trips that looked like one and stay two",
}


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
        """Return a line with counts, dates and findings."""
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
        If the archive is not sound or a file in it is not UTF-8; there is no report then.
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
    """Check a date against the days of the feed."""
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


@dataclass(frozen=True)
class FeedsReport:
    """What several feeds have in common on a date.

    Attributes
    ----------
    date
        The date.
    merges
        All that was merged, and all that nearly was; see
        :class:`grensgeo.gtfs.Merge`.
    """

    date: date
    merges: tuple[Merge, ...]

    def text(self) -> str:
        """Write the report for a terminal: a line a kind, then its cases with their reasons."""
        lines = [f"the feeds together on {self.date} ({self.date:%A})"]
        for kind, title in _KINDS.items():
            found = [merge for merge in self.merges if merge.kind == kind]
            lines.append(f"  {title}: {len(found)}")
            lines += [f"    {m.kept} and {m.dropped}: {m.reason}" for m in found[:_MOST]]
            if len(found) > _MOST:
                lines.append(f"    and {len(found) - _MOST} more")
        return "\n".join(lines)


def check_feeds(feeds: Sequence[Feed], *, on: date | None = None) -> FeedsReport:
    """Compare several feeds: what of them is one in a timetable of both, and what nearly is.

    Parameters
    ----------
    feeds
        At least two. Feeds of one name are numbered.
    on
        The date; that on which most runs in all of them, if not given.

    Returns
    -------
    FeedsReport
        What was merged, and what nearly was.

    Raises
    ------
    InputError
        If the feeds have no date in common on which anything runs.
    """
    names = [feed.name for feed in feeds]
    several = [
        replace(feed, name=f"{feed.name}-{names[:i].count(feed.name) + 1}")
        if names.count(feed.name) > 1
        else feed
        for i, feed in enumerate(feeds)
    ]
    day = _common_day(several) if on is None else on
    return FeedsReport(day, timetable_on(several, day, since_h=0, until_h=24).merges)


def _common_day(feeds: Sequence[Feed]) -> date:
    """Find the date on which the feed with the least service has most of its own."""
    import pandas as pd

    shares = []
    for feed in feeds:
        trips = service_per_day(feed, None)["trips"]
        shares.append(trips / max(int(trips.max()), 1))
    least = pd.concat(shares, axis=1, join="inner").min(axis=1)
    least = least[least > 0]
    if least.empty:
        spans = ", ".join(f"{feed.name} {feed.days.first} to {feed.days.last}" for feed in feeds)
        raise InputError(
            "nothing-in-common",
            f"the feeds have no date in common on which all run ({spans}); they cannot be held "
            "against each other",
        )
    return pd.Timestamp(least.index[int(least.to_numpy().argmax())]).date()
