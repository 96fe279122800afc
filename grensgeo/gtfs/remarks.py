"""What a feed says beside its times and is not used, and trips that stand in it twice."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.calls import Calls
    from grensgeo.gtfs.days import ServiceDays
    from grensgeo.gtfs.findings import Findings


#: Kinds of vehicle of the standard, and the first of its extended ones. Source: GTFS Schedule
#: Reference, route_type; Google, Extended GTFS Route Types.
_KINDS = (0, 1, 2, 3, 4, 5, 6, 7, 11, 12)
_EXTENDED_FROM = 100

#: File, its key, column, codes that say something, and what is told of them.
_UNUSED = (
    (
        ("trips", "trip_id", "bikes_allowed", {1, 2}),
        "trips say whether bicycles may come along (bikes_allowed)",
        "not used: with access or egress by bicycle none is taken on board",
    ),
    (
        ("trips", "trip_id", "wheelchair_accessible", {1, 2}),
        "trips say whether wheelchairs may come along (wheelchair_accessible)",
        "not used: travel times are those of people who can board any vehicle",
    ),
    (
        ("stops", "stop_id", "wheelchair_boarding", {1, 2}),
        "stops say whether wheelchairs can board (wheelchair_boarding)",
        "not used: travel times are those of people who can board anywhere",
    ),
    *(
        (
            (table, key, f"continuous_{name}", {0, 2, 3}),
            f"one may {what} between stops (continuous_{name})",
            "not used: one boards and gets off at stops only",
        )
        for table, key in (("routes", "route_id"), ("stop_times", "trip_id"))
        for name, what in (("pickup", "board"), ("drop_off", "get off"))
    ),
)


def remark(tables: Mapping[str, pd.DataFrame], findings: Findings) -> None:
    """Say which columns bear on a journey and are not used.

    Parameters
    ----------
    tables
        Tables by name, without what cannot be used.
    findings
        Takes the remarks.
    """
    _remark_kinds(tables["routes"], findings)
    for (table, key, name, codes), message, remedy in _UNUSED:
        frame = tables[table]
        if name not in frame:
            continue
        rows = np.flatnonzero(np.isin(frame[name].to_numpy(), list(codes)))
        if len(rows):
            findings.add(
                "notice",
                name,
                message,
                file=f"{table}.txt",
                field=name,
                rows=frame.index[rows],
                values=list(frame[key].iloc[rows[:1000]].dropna()),
                remedy=remedy,
            )


def _remark_kinds(routes: pd.DataFrame, findings: Findings) -> None:
    """Say which lines are of a kind that neither the standard nor its extension knows."""
    kind = routes["route_type"].to_numpy()
    at = np.flatnonzero(~np.isin(kind, _KINDS) & (kind < _EXTENDED_FROM))
    if len(at):
        findings.add(
            "warning",
            "unexpected_enum_value",
            "lines of a kind of vehicle that the standard does not know",
            file="routes.txt",
            field="route_type",
            rows=routes.index[at],
            values=[int(value) for value in kind[at[:1000]]],
            remedy="their trips run as others do; their kind is not known",
        )


def find_twins(
    calls: Calls,
    trips: pd.DataFrame,
    days: ServiceDays,
    findings: Findings,
    *,
    but: npt.NDArray[np.int64],
) -> None:
    """Find trips that are the same vehicle twice: one line, stops, times, and a day in common.

    Parameters
    ----------
    calls
        Calls of the trips.
    trips
        As in :class:`~grensgeo.gtfs.feed.Feed`.
    days
        Which service runs when.
    findings
        Takes the trips.
    but
        Positions of trips at headways: they stand for many departures.
    """
    n_calls = np.diff(calls.start)
    frequent = np.zeros(len(trips), dtype=bool)
    frequent[but] = True
    line = trips["line"].astype("category").cat.codes.to_numpy()
    first, last = calls.start[:-1], calls.start[1:] - 1
    keys = np.column_stack([line, n_calls, calls.departure_s[first], calls.stop[last]])
    _, group, size = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
    # Days as bits of one number: two services meet where both have a bit
    days_of = [int.from_bytes(row.tobytes(), "big") for row in np.packbits(days.active, axis=1)]
    service = trips["service"].tolist()
    twins: list[int] = []
    seen: dict[tuple[int, bytes], int] = {}
    for trip in np.flatnonzero((size[group.ravel()] > 1) & ~frequent).tolist():
        rows = slice(calls.start[trip], calls.start[trip + 1])
        told = hashlib.blake2b(digest_size=16)
        for column in (calls.stop[rows], calls.arrival_s[rows], calls.departure_s[rows]):
            told.update(column.tobytes())
        key = int(line[trip]), told.digest()
        before = seen.get(key, 0)
        if before & days_of[service[trip]]:
            twins.append(trip)
        seen[key] = before | days_of[service[trip]]
    if twins:
        findings.add(
            "notice",
            "duplicate_trips",
            "trips that stand in it twice: the same line, stops and times on the same day",
            file="trips.txt",
            field="trip_id",
            values=[str(name) for name in trips.index[twins]],
            remedy="they count twice in trips a day, and travel times are the same without them",
            count=len(twins),
        )
