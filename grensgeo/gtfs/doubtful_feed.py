"""What is doubtful in a feed: other zones and units, half of a day or of a line, names spoilt."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.files.spoilt import LOST, read_twice
from grensgeo.gtfs.stops import ZONE_BOXES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.calendar import ServiceDays
    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.stop_times import Calls

#: Fewer stops, trips or rows tell nothing of the whole.
_FEW_STOPS: Final = 3
_FEW_TRIPS: Final = 8
#: No vehicle leaves so often, seconds: such headways are minutes.
_SHORT_HEADWAY_S: Final = 60
#: Nobody needs a transfer of so few seconds to be told: such times are minutes.
_SHORT_TRANSFER_S: Final = 30
#: Exceptions farther than this from every day of a calendar, days, belong to another edition.
_FAR_DAYS: Final = 366


def check_zones(stops: pd.DataFrame, zones: Sequence[str], findings: Findings) -> None:
    """Report a feed whose stops lie on another continent than its time zone.

    Parameters
    ----------
    stops
        ``stops.txt`` as read, without rows that have errors.
    zones
        Time zones of the agencies.
    findings
        Collects what is doubtful.
    """
    boxes = [ZONE_BOXES.get(zone.partition("/")[0]) for zone in zones]
    lon, lat = stops["stop_lon"].to_numpy(), stops["stop_lat"].to_numpy()
    known = np.isfinite(lon) & np.isfinite(lat)
    if not boxes or not all(boxes) or not known.any():
        return
    inside = np.zeros(len(lon), dtype=bool)
    for west, south, east, north in filter(None, boxes):
        inside |= (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    if inside[known].any():
        return
    findings.add(
        "warning",
        "zone_elsewhere",
        "none of the stops lies where that zone is",
        file="agency.txt",
        field="agency_timezone",
        values=zones,
        remedy="times were read in it; name the zone in which the vehicles run",
    )


def check_doubts(
    tables: Mapping[str, pd.DataFrame], stops: pd.DataFrame, calls: Calls, findings: Findings
) -> None:
    """Report what is doubtful in a feed as a whole.

    Parameters
    ----------
    tables
        Tables as read, without rows that have errors.
    stops
        The stops, in the order by which calls name them.
    calls
        Calls of the trips that can be used.
    findings
        Collects what is doubtful.
    """
    _one_place(stops, findings)
    _names(stops, findings)
    _half_a_day(calls, findings)
    if "frequencies" not in tables or not len(tables["frequencies"]):
        _one_way(stops, calls, findings)
    else:
        _headways(tables["frequencies"], findings)
    if "transfers" in tables and "min_transfer_time" in tables["transfers"]:
        _transfers(tables["transfers"], findings)


def _one_place(stops: pd.DataFrame, findings: Findings) -> None:
    """Report stops that all lie at one point."""
    lonlat = stops[["stop_lon", "stop_lat"]].to_numpy(dtype=np.float64)
    if len(lonlat) < _FEW_STOPS or not (lonlat == lonlat[0]).all():
        return
    findings.add(
        "warning",
        "stops_in_one_place",
        f"all {len(lonlat)} stops lie at one point",
        file="stops.txt",
        field="stop_lat",
        values=[f"{lonlat[0, 0]:g} {lonlat[0, 1]:g}"],
        remedy="fill in where each of them is",
    )


def _names(stops: pd.DataFrame, findings: Findings) -> None:
    """Report names whose letters were lost, or decoded wrongly."""
    if "stop_name" not in stops:
        return
    names = stops["stop_name"].dropna().astype(str)
    spoilt = [name for name in names if not name.isascii() and (LOST in name or read_twice(name))]
    if spoilt:
        findings.add(
            "warning",
            "letters_spoilt",
            "letters were lost or decoded wrongly before the file was saved",
            file="stops.txt",
            field="stop_name",
            values=spoilt,
            count=len(spoilt),
            remedy="fetch the feed again; stations are matched by name",
        )


def _half_a_day(calls: Calls, findings: Findings) -> None:
    """Report a feed that begins at night and has no afternoon: hours of a clock of twelve."""
    n = len(calls.start) - 1
    if n < _FEW_TRIPS:
        return
    hours = calls.departure_s[calls.start[:-1]] // 3600
    if ((hours >= 13) & (hours < 24)).any() or not ((hours >= 1) & (hours < 5)).any():
        return
    findings.add(
        "warning",
        "no_afternoon",
        f"of {n} trips some begin between 1 and 5 o'clock, and none between 13 and 24",
        file="stop_times.txt",
        field="departure_time",
        remedy="write hours of a clock of 24, if afternoons were written as mornings",
    )


def _one_way(stops: pd.DataFrame, calls: Calls, findings: Findings) -> None:
    """Report a feed in which nothing runs back, however many trips there are."""
    n = len(calls.start) - 1
    if n < _FEW_TRIPS:
        return
    first, last = calls.stop[calls.start[:-1]], calls.stop[calls.start[1:] - 1]
    names = (
        stops["stop_name"].astype(str).to_numpy()
        if "stop_name" in stops
        else stops.index.to_numpy(dtype=object)
    )
    pairs = set(zip(names[first], names[last], strict=True))
    if any(a == b or (b, a) in pairs for a, b in pairs):
        return
    seen = {pair for trip in range(n) for pair in _steps(names, calls, trip)}
    if any((b, a) in seen for a, b in seen):
        return
    a, b = min(pairs)
    findings.add(
        "warning",
        "one_way_only",
        f"{n} trips run one way, such as {a} to {b}, and none the other",
        file="trips.txt",
        field="trip_id",
        remedy="look whether the other way was lost; what is read is one way",
    )


def _steps(names: npt.NDArray[np.object_], calls: Calls, trip: int) -> set[tuple[str, str]]:
    """Return the pairs of names between which a trip runs without a stop."""
    called = names[calls.stop[calls.start[trip] : calls.start[trip + 1]]]
    return set(pairwise(called))


def _headways(frequencies: pd.DataFrame, findings: Findings) -> None:
    """Report headways that are so short that they seem to be minutes."""
    headway = frequencies["headway_secs"].to_numpy(dtype=np.float64)
    short = headway < _SHORT_HEADWAY_S
    if short.any():
        findings.add(
            "warning",
            "short_headway",
            f"headways of less than {_SHORT_HEADWAY_S} seconds",
            file="frequencies.txt",
            field="headway_secs",
            rows=frequencies.index[short],
            values=[f"{value:g}" for value in headway[short]],
            remedy="write seconds, if these are minutes",
        )


def _transfers(transfers: pd.DataFrame, findings: Findings) -> None:
    """Report least times of transfers that all are so short that they seem to be minutes."""
    least = transfers["min_transfer_time"].to_numpy(dtype=np.float64)
    told = least[np.isfinite(least) & (least > 0)]
    if len(told) >= _FEW_STOPS and told.max() <= _SHORT_TRANSFER_S:
        findings.add(
            "warning",
            "short_transfers",
            f"none of {len(told)} least times is longer than {_SHORT_TRANSFER_S} seconds",
            file="transfers.txt",
            field="min_transfer_time",
            values=[f"{value:g}" for value in told],
            count=len(told),
            remedy="write seconds, if these are minutes",
        )


def check_exceptions(
    tables: Mapping[str, pd.DataFrame], days: ServiceDays, findings: Findings
) -> None:
    """Report exceptions that lie years from every day of the calendar.

    Parameters
    ----------
    tables
        Tables as read, without rows that have errors.
    days
        The days of the feed.
    findings
        Collects what is doubtful.
    """
    calendar, dates = tables.get("calendar"), tables.get("calendar_dates")
    if calendar is None or dates is None or not len(calendar) or not len(dates):
        return
    first, last = calendar["start_date"].min(), calendar["end_date"].max()
    gap = np.maximum((first - dates["date"]).dt.days, (dates["date"] - last).dt.days)
    far = (gap > _FAR_DAYS).to_numpy()
    if far.any():
        findings.add(
            "warning",
            "far_exception",
            f"more than a year from the calendar, {first.date()} to {last.date()}",
            file="calendar_dates.txt",
            field="date",
            rows=dates.index[far],
            values=[str(day.date()) for day in dates.loc[far, "date"]],
            remedy=f"they count; the feed begins on {days.first} with them",
        )
