"""``calendar.txt`` and ``calendar_dates.txt``: on which days each service runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: Days held at most: a hundred years, from the first day that a timetable can have.
#: Publishers write 2099 for "until further notice", which the standard allows.
_MAX_DAYS = 36_525
_EARLIEST = date(1970, 1, 1)

#: Services times days held at most (a byte each), where that leaves ten years.
_MAX_CELLS = 200_000_000
_TEN_YEARS = 3_653

#: Cells of services and days that are counted at once.
_CELLS = 20_000_000


@dataclass(frozen=True, eq=False)
class ServiceDays:
    """Which service runs on which day.

    Attributes
    ----------
    first
        The first day of the feed.
    services
        Ids in the order of the rows of ``active``.
    active
        bool (n_services, before + n_days + after).
    before, after
        Days around those of the feed that are known as well, where it was cut to dates while it
        was read: what runs past midnight into its days, or soon after them, is of these.
    """

    first: date
    services: tuple[str, ...]
    active: npt.NDArray[np.bool_]
    before: int = 0
    after: int = 0

    def __post_init__(self) -> None:
        """Freeze the array."""
        self.active.setflags(write=False)

    @property
    def n_days(self) -> int:
        """Days from the first to the last with service, both counted."""
        return int(self.active.shape[1]) - self.before - self.after

    @property
    def within(self) -> npt.NDArray[np.bool_]:
        """Which service runs on which day of the feed, bool (n_services, n_days)."""
        return self.active[:, self.before : self.before + self.n_days]

    @property
    def last(self) -> date:
        """The last day of the feed."""
        return self.first + timedelta(days=self.n_days - 1)

    def knows(self, day: date) -> bool:
        """Return whether it is known what runs on a day: one of the feed, or one around them."""
        return -self.before <= (day - self.first).days < self.n_days + self.after

    def on(self, day: date) -> npt.NDArray[np.bool_]:
        """Return for each service whether it runs on a day; none does outside the feed."""
        column = (day - self.first).days + self.before
        if not 0 <= column < self.active.shape[1]:
            return np.zeros(len(self.services), dtype=bool)
        return self.active[:, column]


def service_days(tables: Mapping[str, pd.DataFrame], findings: Findings) -> ServiceDays | None:
    """Build the days of each service from ``calendar.txt`` and ``calendar_dates.txt``.

    Parameters
    ----------
    tables
        Tables by name; either of the two may be absent.
    findings
        Collects calendars that end before they start, services that never run, days that are too
        far away to be held, and a feed that has no day at all.

    Returns
    -------
    ServiceDays or None
        From the first to the last day on which anything runs; ``None`` if there is none.
    """
    import pandas as pd

    calendar, dates = (_of_trips(tables, name) for name in ("calendar", "calendar_dates"))
    frames = [frame for frame in (calendar, dates) if frame is not None and len(frame)]
    ids = pd.Index(
        dict.fromkeys(str(i) for frame in frames for i in frame["service_id"]), dtype="str"
    )
    first, last = _span(calendar, dates)
    if first is not None and last is not None:
        first, last = _limited(first, last, len(ids), findings)
    if first is None or last is None or last < first:
        findings.add(
            "error",
            "expired_calendar",
            "no service on any day",
            file="calendar.txt" if calendar is not None else "calendar_dates.txt",
            remedy="correct the dates; without a day with service there is no timetable",
        )
        return None
    # Days of the week first; exceptions (1 added, 2 removed) replace them
    active = np.zeros((len(ids), (last - first).days + 1), dtype=bool)
    if calendar is not None and len(calendar):
        _regular(calendar, ids, first, active)
        _check_order(calendar, findings)
    if dates is not None and len(dates):
        _exceptional(dates, ids, first, active)
    return _trimmed(active, ids, first, findings)


def idle_services(calendars: Mapping[str, pd.DataFrame], first: date, last: date) -> set[str]:
    """Find services that are known and run on no day of a span.

    Parameters
    ----------
    calendars
        ``calendar`` and ``calendar_dates``, without rows that have errors or stand twice; either
        may be absent.
    first, last
        The span.
    """
    import pandas as pd

    frames = calendars.values()
    ids = pd.Index(dict.fromkeys(str(i) for f in frames for i in f["service_id"]), dtype="str")
    active = np.zeros((len(ids), (last - first).days + 1), dtype=bool)
    if "calendar" in calendars:
        _regular(calendars["calendar"], ids, first, active)
    if "calendar_dates" in calendars:
        _exceptional(calendars["calendar_dates"], ids, first, active)
    return set(ids[np.flatnonzero(~active.any(axis=1))])


def cut_days(
    days: ServiceDays, first: date, last: date, *, before: int, after: int
) -> ServiceDays:
    """Cut the days of a feed to a span, and to some around it.

    Parameters
    ----------
    days
        All days.
    first, last
        The span; it has a day in common with the feed.
    before, after
        Days around it that are known as well.

    Returns
    -------
    ServiceDays
        Of the days that both have.
    """
    opens, closes = max(first, days.first), min(last, days.last)
    column = (opens - days.first).days
    since = max(column - before, 0)
    until = (closes - days.first).days + 1
    beyond = min(until + after, days.n_days)
    return ServiceDays(
        opens, days.services, days.active[:, since:beyond].copy(), column - since, beyond - until
    )


def sum_by_day(days: ServiceDays, counts: Mapping[str, npt.NDArray[np.int64]]) -> pd.DataFrame:
    """Return how many trips run on each day.

    Parameters
    ----------
    days
        Which service runs when.
    counts
        Trips of each service, by the name of their column.

    Returns
    -------
    DataFrame
        Index ``date`` (``datetime64``), every day from the first to the last.
    """
    import pandas as pd

    step = max(1, _CELLS // max(len(days.services), 1))
    return pd.DataFrame(
        {
            name: np.concatenate(
                [count @ days.within[:, i : i + step] for i in range(0, days.n_days, step)]
            )
            for name, count in counts.items()
        },
        index=pd.date_range(days.first, periods=days.n_days, name="date"),
    )


def _of_trips(tables: Mapping[str, pd.DataFrame], name: str) -> pd.DataFrame | None:
    """Return the rows of services that have a trip."""
    frame = tables.get(name)
    if frame is None or "trips" not in tables:
        return frame
    return frame[frame["service_id"].isin(tables["trips"]["service_id"].dropna().unique())]


def _limited(first: date, last: date, services: int, findings: Findings) -> tuple[date, date]:
    """Return the first and the last day, limited to what can be held in memory."""
    most = min(_MAX_DAYS, max(_TEN_YEARS, _MAX_CELLS // max(services, 1)))
    start = max(first, _EARLIEST)
    end = min(last.toordinal(), start.toordinal() + most - 1)
    if start == first and end == last.toordinal():
        return first, last
    findings.add(
        "warning",
        "calendar_too_long",
        f"service from {first} to {last}",
        file="calendar.txt",
        remedy=f"days before {start} and after {date.fromordinal(end)} are left out",
    )
    return start, date.fromordinal(end)


def _span(
    calendar: pd.DataFrame | None, dates: pd.DataFrame | None
) -> tuple[date | None, date | None]:
    """Return the first and the last day that either file names."""
    days: list[pd.Timestamp] = []
    if calendar is not None and len(calendar):
        days += [calendar["start_date"].min(), calendar["end_date"].max()]
    if dates is not None:
        added = dates.loc[dates["exception_type"] == 1, "date"]
        days += [added.min(), added.max()] if len(added) else []
    if not days:
        return None, None
    return min(days).date(), max(days).date()


def _regular(
    calendar: pd.DataFrame, ids: pd.Index[str], first: date, active: npt.NDArray[np.bool_]
) -> None:
    """Mark the days of the week of each service as active."""
    import pandas as pd

    weekday = (np.arange(active.shape[1]) + first.weekday()) % 7
    week = np.stack([calendar[day].to_numpy() == 1 for day in _DAYS], axis=1)
    days = np.datetime64(first) + np.arange(active.shape[1])
    start = calendar["start_date"].to_numpy().astype("datetime64[D]")
    end = calendar["end_date"].to_numpy().astype("datetime64[D]")
    row = ids.get_indexer(pd.Index(calendar["service_id"].astype("str")))
    for i in range(len(calendar)):
        active[row[i]] |= week[i][weekday] & (days >= start[i]) & (days <= end[i])


def _exceptional(
    dates: pd.DataFrame, ids: pd.Index[str], first: date, active: npt.NDArray[np.bool_]
) -> None:
    """Mark the days that are added as active, and those that are removed as not."""
    import pandas as pd

    row = ids.get_indexer(pd.Index(dates["service_id"].astype("str")))
    column = (dates["date"].to_numpy().astype("datetime64[D]") - np.datetime64(first)).astype(int)
    inside = (column >= 0) & (column < active.shape[1])
    active[row[inside], column[inside]] = dates["exception_type"].to_numpy()[inside] == 1


def _check_order(calendar: pd.DataFrame, findings: Findings) -> None:
    """Find calendars that end before they start."""
    wrong = (calendar["end_date"] < calendar["start_date"]).to_numpy()
    if wrong.any():
        findings.add(
            "error",
            "start_and_end_range_out_of_order",
            "end_date is before start_date",
            file="calendar.txt",
            field="end_date",
            rows=calendar.index[wrong],
            values=list(calendar.loc[wrong, "service_id"]),
            remedy="correct the dates; such a service never runs",
        )


def _trimmed(
    active: npt.NDArray[np.bool_], ids: pd.Index[str], first: date, findings: Findings
) -> ServiceDays | None:
    """Trim the days without any service at both ends."""
    used = np.flatnonzero(active.any(axis=0))
    if len(used) == 0:
        findings.add(
            "error",
            "expired_calendar",
            "no service on any day: exceptions take every day away",
            file="calendar_dates.txt",
            remedy="correct the dates; without a day with service there is no timetable",
        )
        return None
    idle = [str(i) for i in ids[np.flatnonzero(~active.any(axis=1))]]
    if idle:
        findings.add(
            "warning",
            "service_never_active",
            "services that run on no day",
            file="calendar.txt",
            field="service_id",
            values=idle,
            remedy="their trips are in no timetable",
        )
    return ServiceDays(
        first=first + timedelta(days=int(used[0])),
        services=tuple(str(i) for i in ids),
        active=active[:, used[0] : used[-1] + 1].copy(),
    )
