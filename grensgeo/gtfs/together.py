"""Several feeds held against each other: what of them is one, and what only looks like it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grensgeo.errors import InputError
from grensgeo.gtfs.laying import timetable_on
from grensgeo.gtfs.service import service_per_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from grensgeo.gtfs.feed import Feed
    from grensgeo.gtfs.timetable import Merge

#: Cases written out of each kind, before the rest is only counted.
_MOST = 20
_KINDS = {
    "station": "stations taken for one",
    "duplicate": "trains that two feeds have, counted once",
    "joined": "trains that one feed cuts and another goes on with, made whole",
    "kept_apart": "trips that looked like one and stay two",
}


@dataclass(frozen=True)
class FeedsReport:
    """What several feeds have in common on a date.

    Attributes
    ----------
    date
        The date.
    merges
        All that was brought together, and all that nearly was; see
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
    """Hold several feeds against each other, as they are laid out together.

    Parameters
    ----------
    feeds
        At least two. Feeds of one name are numbered.
    on
        The date; that on which most runs in all of them, if not given.

    Returns
    -------
    FeedsReport
        What was brought together, and what nearly was.

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
    """Choose the date on which the feed with the least service has most of its own."""
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
            f"the feeds have no date in common on which all run ({spans}); they cannot be held "
            "against each other"
        )
    return pd.Timestamp(least.index[int(least.to_numpy().argmax())]).date()
