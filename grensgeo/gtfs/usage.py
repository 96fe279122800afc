"""Which rows of a feed the trips that run need: a fault elsewhere is no reason to refuse it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd


def rows_needed(tables: Mapping[str, pd.DataFrame]) -> dict[str, npt.NDArray[np.int64]]:
    """Return the rows that trips in use need.

    A trip is in use if it calls anywhere and its days stand in either calendar.

    Parameters
    ----------
    tables
        Tables as read, by name, rows with errors among them.

    Returns
    -------
    dict of str to ndarray
        int64: rows by name of the file (with ``.txt``).
    """
    trips, calls = tables["trips"], tables["stop_times"]
    days: set[str] = set()
    for name in ("calendar", "calendar_dates"):
        if name in tables:
            days |= _values(tables[name], "service_id")
    used = trips[trips["trip_id"].isin(_values(calls, "trip_id")) & trips["service_id"].isin(days)]
    ids = _values(used, "trip_id")
    # A call of no trip may be one of any
    called = calls[calls["trip_id"].isin(ids) | calls["trip_id"].isna()]
    routes = tables["routes"]
    routes = routes[routes["route_id"].isin(_values(used, "route_id"))]
    agency = tables["agency"]
    if "agency_id" in routes and "agency_id" in agency and routes["agency_id"].notna().all():
        agency = agency[agency["agency_id"].isin(_values(routes, "agency_id"))]
    stops = tables["stops"]
    needed = {
        "trips": used,
        "stop_times": called,
        "stops": stops[stops["stop_id"].isin(_values(called, "stop_id"))],
        "routes": routes,
        "agency": agency,
    }
    for name in ("calendar", "calendar_dates"):
        if name in tables:
            frame = tables[name]
            needed[name] = frame[frame["service_id"].isin(_values(used, "service_id"))]
    if "frequencies" in tables:
        frame = tables["frequencies"]
        needed["frequencies"] = frame[frame["trip_id"].isin(ids)]
    rows = {f"{name}.txt": frame.index.to_numpy(np.int64) for name, frame in needed.items()}
    none = np.zeros(0, dtype=np.int64)
    return rows | {relation.file: none for relation in RELATIONS if relation.aside}


def _values(frame: pd.DataFrame, name: str) -> set[str]:
    """Return the different values of a column; none where it is missing."""
    return set(frame[name].dropna().unique()) if name in frame else set()
