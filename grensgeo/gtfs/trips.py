"""``trips.txt``: trips with line and agency of their route; days and duplicates are checked."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.reading.cells import text_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.calendar import ServiceDays
    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.cells import Tables
    from grensgeo.gtfs.stop_times import Calls


def check_service(
    tables: Tables, kept: Tables, trips: pd.DataFrame, findings: Findings
) -> npt.NDArray[np.bool_]:
    """Find trips whose days are nowhere."""
    known: set[str] = set()
    for name in ("calendar", "calendar_dates"):
        if name in tables and "service_id" in tables[name]:
            known |= set(tables[name]["service_id"].dropna())
    present = {
        str(service)
        for name in ("calendar", "calendar_dates")
        if name in kept
        for service in kept[name]["service_id"].unique()
    }
    lost = (trips["service_id"].notna() & ~trips["service_id"].isin(known)).to_numpy()
    if lost.any():
        findings.add(
            "warning",
            "foreign_key_violation",
            "neither in calendar.txt nor in calendar_dates.txt",
            file="trips.txt",
            field="service_id",
            rows=trips.index[lost],
            values=list(trips.loc[lost, "service_id"].head(1000)),
            remedy="these trips were left out, as they run on no day that is known",
        )
    return np.asarray(~trips["service_id"].isin(present))


def trips_table(tables: Mapping[str, pd.DataFrame], days: ServiceDays) -> pd.DataFrame:
    """Build the table of trips, with the line and agency of their route."""
    import pandas as pd

    trips, routes, agency = tables["trips"], tables["routes"], tables["agency"]
    short, long = text_column(routes, "route_short_name"), text_column(routes, "route_long_name")
    ids = text_column(routes, "route_id")
    line = np.where(short != "", short, np.where(long != "", long, ids))
    zone = dict(
        zip(text_column(agency, "agency_id"), text_column(agency, "agency_timezone"), strict=True)
    )
    named = dict(
        zip(text_column(agency, "agency_id"), text_column(agency, "agency_name"), strict=True)
    )
    # Where no agency is named all are in one zone
    common = next(iter(zone.values()), "")
    agencies = text_column(routes, "agency_id")
    zones = np.array([zone.get(i, common) for i in agencies], dtype=object)
    operators = np.array([named.get(i, "") for i in agencies], dtype=object)
    route = pd.Index(ids).get_indexer(pd.Index(text_column(trips, "route_id")))
    service = pd.Index(days.services).get_indexer(pd.Index(text_column(trips, "service_id")))
    return pd.DataFrame(
        {
            "route_id": ids[route],
            "service": service.astype(np.int32),
            "line": line[route],
            "number": text_column(trips, "trip_short_name"),
            "headsign": text_column(trips, "trip_headsign"),
            "route_type": routes["route_type"].to_numpy()[route].astype(np.int16),
            "zone": zones[route],
            "shape_id": text_column(trips, "shape_id"),
            "block": text_column(trips, "block_id"),
            "operator": operators[route],
        },
        index=pd.Index(trips["trip_id"].astype("str"), name="trip_id"),
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
        As in :class:`~grensgeo.gtfs.None.Feed`.
    days
        Which service runs when.
    findings
        Collects the trips.
    but
        Positions of trips at headways: they stand for many departures.
    """
    n_calls = np.diff(calls.start)
    frequent = np.zeros(len(trips), dtype=bool)
    frequent[but] = True
    line = trips["line"].astype("category").cat.codes.to_numpy()
    first, last = calls.start[:-1], calls.start[1:] - 1
    # Only trips alike in line, calls, start and end are compared call by call
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
