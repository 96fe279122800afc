"""Stations that a feed has lost: stops of one name, a few steps apart, that no station holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.calls import EARTH_M

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings

#: Stops of one name no farther apart than this, one from the next, are one station. Declared: half
#: of the 100 m within which MOTIS links any two stops (``timetable.link_stop_distance``), as the
#: straight way over tracks is not always open.
ONE_STATION_M = 50.0


def with_stations(stops: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    """Put stops of one name that lie within a few steps, and in no station, into one.

    Filters that cut a feed to a region often drop the rows of stations, which no trip calls at,
    and with them the way between platforms.

    Parameters
    ----------
    stops
        As in :class:`~grensgeo.gtfs.feed.Feed`.
    findings
        Takes which stations were made.

    Returns
    -------
    DataFrame
        The same with a row a station at its end: the middle of its stops, under the id of the
        first of them and ``:station``.
    """
    import pandas as pd

    group = _groups(stops)
    sizes = np.bincount(group[group >= 0]) if (group >= 0).any() else np.zeros(0, dtype=np.int64)
    chosen = np.flatnonzero(sizes > 1)
    if len(chosen) == 0:
        return stops
    stops = stops.copy()
    parent = stops["parent"].to_numpy().copy()
    taken, rows, ids = set(stops.index), [], []
    for number, members in enumerate(_members(group, chosen)):
        first = str(stops.index[members[0]])
        name = f"{first}:station"
        while name in taken:
            name += "+"
        taken.add(name)
        parent[members] = len(stops) + number
        ids.append(name)
        rows.append(
            {
                "stop_name": stops["stop_name"].iloc[members[0]],
                "stop_lon": stops["stop_lon"].to_numpy()[members].mean(),
                "stop_lat": stops["stop_lat"].to_numpy()[members].mean(),
                "location_type": 1,
                "parent": -1,
                "platform_code": "",
            }
        )
    stops["parent"] = parent
    more = pd.DataFrame(rows, index=pd.Index(ids, dtype="str", name=stops.index.name))
    findings.add(
        "notice",
        "stations_by_name",
        f"stops in no station, of one name and within {ONE_STATION_M:.0f} m of each other",
        file="stops.txt",
        field="parent_station",
        values=[str(row["stop_name"]) for row in rows],
        remedy="they count as one station each, in which one changes on foot; name the stations "
        "in parent_station where that is wrong",
        count=len(rows),
    )
    return pd.concat([stops, more.astype(stops.dtypes.to_dict())])


def _groups(stops: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Give a number to stops of one name that hang together by short steps; -1 for none."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    group = np.full(len(stops), -1, dtype=np.int64)
    names = stops["stop_name"].str.split().str.join(" ").str.casefold()
    lon, lat = (np.radians(stops[name].to_numpy()) for name in ("stop_lon", "stop_lat"))
    loose = (stops["location_type"].to_numpy() == 0) & (stops["parent"].to_numpy() < 0)
    loose &= (names != "").to_numpy() & ~np.isnan(lon) & ~np.isnan(lat)
    at = np.flatnonzero(loose)
    if len(at) < 2:
        return group
    lon, lat = lon[at], lat[at]
    name = names.iloc[at].astype("category").cat.codes.to_numpy().astype(np.float64)
    xyz = EARTH_M * np.column_stack(
        [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
    )
    # The name is a fourth direction, in which no two are near
    tree = cKDTree(np.column_stack([xyz, name * 10 * ONE_STATION_M]))
    pairs = tree.query_pairs(ONE_STATION_M, output_type="ndarray")
    links = coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(at), len(at)))
    group[at] = connected_components(links, directed=False)[1]
    return group


def _members(
    group: npt.NDArray[np.int64], chosen: npt.NDArray[np.int64]
) -> list[npt.NDArray[np.intp]]:
    """Give the members of some groups, in the order in which the first of each stands."""
    at = np.flatnonzero(np.isin(group, chosen))
    order = at[np.argsort(group[at], kind="stable")]
    parts = np.split(order, np.flatnonzero(np.diff(group[order])) + 1)
    return sorted(parts, key=lambda part: int(part[0]))
