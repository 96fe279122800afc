"""Which dates have the same timetable: the same trains and buses run at the hours that matter.

A year of two hundred days has a dozen timetables: those of an ordinary Tuesday, of Fridays in the
school holidays, of Sundays. What is asked of every day is searched once for each.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from grensgeo.gtfs.timetable.on_date import service_day_begins
from grensgeo.gtfs.timetable.timetable import local_midnight

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from grensgeo.gtfs import Feed
    from grensgeo.network import Network

_DAY_S = 86_400

#: What is returned of a date that a feed knows nothing of, and of one on which nothing runs.
UNKNOWN, IDLE = -1, -2


def alike_dates(
    network: Network,
    dates: Sequence[date],
    *,
    hours: tuple[float, float],
    clocks: Sequence[str],
) -> npt.NDArray[np.int64]:
    """Find the dates on which a search finds the same timetable.

    Parameters
    ----------
    network
        The network, with feeds whose clocks agree.
    dates
        The dates.
    hours
        From which hour after midnight until which the timetable matters, as of
        :func:`grensgeo.gtfs.timetable.on_date.timetable_on`.
    clocks
        Times of day that are asked about, as 08:30: on the days on which the clock is changed
        they are other seconds after midnight.

    Returns
    -------
    ndarray
        int64 (n_dates,): the place of the first date with the same; :data:`UNKNOWN` where it is
        outside a feed, :data:`IDLE` where nothing runs.
    """
    services = [_Services(feed) for feed in network.feeds]
    zone = services[0].zones[0]
    span_s = round(3600 * hours[0]), round(3600 * hours[1])
    found = np.full(len(dates), UNKNOWN, dtype=np.int64)
    first: dict[object, int] = {}
    for place, day in enumerate(dates):
        if not all(one.knows(day) for one in services):
            continue
        running = tuple(one.running(day, zone, span_s) for one in services)
        if not any(running):
            found[place] = IDLE
            continue
        moments = tuple(second_of(day, clock, zone) for clock in clocks)
        found[place] = first.setdefault((running, moments), place)
    return found


def second_of(day: date, clock: str, zone: str) -> int:
    """Return the second after midnight at which the clock of a zone shows a time of day.

    Examples
    --------
    >>> second_of(date(2026, 3, 28), "08:30", "Europe/Amsterdam")
    30600
    >>> second_of(date(2026, 3, 29), "08:30", "Europe/Amsterdam")  # put forward at two
    27000
    """
    moment = datetime.fromisoformat(f"{day.isoformat()}T{clock}").replace(tzinfo=ZoneInfo(zone))
    since = local_midnight(day, zone).astimezone(UTC)
    return int((moment.astimezone(UTC) - since).total_seconds())


class _Services:
    """The services of a feed, and the hours of their days at which they have a trip under way."""

    def __init__(self, feed: Feed) -> None:
        self.days, self.zones = feed.days, feed.zones
        calls, trips, frame = feed.calls, feed.trips, feed.frequencies
        self.first = calls.departure_s[calls.start[:-1]].astype(np.int64)
        self.last = calls.arrival_s[calls.start[1:] - 1].astype(np.int64)
        self.service = trips["service"].to_numpy(dtype=np.int64)
        self.zone = np.array(trips["zone"], dtype=object)
        if len(frame):
            row = frame["trip"].to_numpy(dtype=np.int64)
            length = (self.last - self.first)[row]
            fixed = np.ones(len(self.first), dtype=bool)
            fixed[row] = False
            begins, ends = (frame[name].to_numpy(dtype=np.int64) for name in ("start_s", "end_s"))
            self.first = np.concatenate([self.first[fixed], begins])
            self.last = np.concatenate([self.last[fixed], ends + length])
            self.service = np.concatenate([self.service[fixed], self.service[row]])
            self.zone = np.concatenate([self.zone[fixed], self.zone[row]])
        self.latest = int(self.last.max(initial=0))
        self.known: dict[tuple[str, int], npt.NDArray[np.int64]] = {}

    def knows(self, day: date) -> bool:
        """Return whether a date is one of the feed's."""
        return self.days.first <= day <= self.days.last

    def running(
        self, day: date, zone: str, span_s: tuple[int, int]
    ) -> tuple[tuple[int, int, str, bytes], ...]:
        """Return the services of each service day with a trip under way in a span of a date."""
        since_s, until_s = span_s
        found = []
        for offset in range((since_s - self.latest) // _DAY_S - 1, until_s // _DAY_S + 2):
            other = day + timedelta(days=offset)
            active = self.days.on(other)
            for own in self.zones if active.any() else ():
                later = service_day_begins(other, own, day, zone)
                there = self._under_way(own, later, span_s)
                there = there[active[there]]
                if len(there):
                    found.append((offset, later, own, there.tobytes()))
        return tuple(found)

    def _under_way(self, zone: str, later: int, span_s: tuple[int, int]) -> npt.NDArray[np.int64]:
        """Return the services with a trip under way in the span, were they to run."""
        if (zone, later) not in self.known:
            there = (self.last + later >= span_s[0]) & (self.first + later <= span_s[1])
            self.known[zone, later] = np.unique(self.service[there & (self.zone == zone)])
        return self.known[zone, later]
