"""GTFS-Flex: demand-responsive trips, reported and left out, as no timetable holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.reading.relations import FLEXIBLE

if TYPE_CHECKING:
    from grensgeo.gtfs.findings import Findings, Severity
    from grensgeo.gtfs.reading.cells import Bad, Tables


#: Severity, message and remedy by code.
_SAID: dict[str, tuple[Severity, str, str]] = {
    "flex_trip": (
        "warning",
        "trips that come when asked for, within areas or spans of time (GTFS-Flex)",
        "left out: no timetable holds them",
    ),
    "flex_deviation": (
        "notice",
        "trips that also come when asked for, within areas or spans of time (GTFS-Flex)",
        "their calls at fixed times count",
    ),
}


def without_flexible(tables: Tables, bad: Bad, findings: Findings) -> None:
    """Drop calls within areas or windows of time, and trips that have no others.

    A trip that also calls at two stops or more at fixed times keeps these calls.

    Parameters
    ----------
    tables, bad
        Tables as read and their rows with an error, by name; both are changed.
    findings
        Collects what was left out.
    """
    calls = tables["stop_times"]
    flexible = np.zeros(len(calls), dtype=bool)
    for name in FLEXIBLE:
        if name in calls:
            flexible |= calls[name].notna().to_numpy()
    trip = calls["trip_id"].cat.codes.to_numpy()
    names = calls["trip_id"].cat.categories
    known, n = trip >= 0, len(names)
    some = np.bincount(trip[known & flexible], minlength=n) > 0
    lone = some & (np.bincount(trip[known & ~flexible], minlength=n) < 2)
    for code, trips in (("flex_trip", names[lone]), ("flex_deviation", names[some & ~lone])):
        if len(trips):
            severity, message, remedy = _SAID[code]
            findings.add(
                severity,
                code,
                message,
                file="trips.txt",
                field="trip_id",
                values=list(trips),
                remedy=remedy,
                count=len(trips),
            )
    drop = flexible | (known & np.append(lone, False)[trip])
    if drop.any():
        tables["stop_times"], bad["stop_times"] = calls[~drop], bad["stop_times"][~drop]
        gone = tables["trips"]["trip_id"].isin(names[lone]).to_numpy()
        tables["trips"], bad["trips"] = tables["trips"][~gone], bad["trips"][~gone]
        if drop.all():
            report_only_flexible(findings)


def report_only_flexible(findings: Findings) -> None:
    """Report that a feed has no trip at fixed times."""
    findings.add(
        "error",
        "flex_only",
        "the feed holds trips that come when asked for, within areas or spans of time "
        "(GTFS-Flex), and none at fixed times",
        file="stop_times.txt",
        remedy="there is no timetable in it; travel times need a feed of scheduled trips",
    )
