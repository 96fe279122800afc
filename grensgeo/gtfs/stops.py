"""``stops.txt``: coordinates and stations, checked, completed and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.reading.cells import text_column
from grensgeo.polylines import EARTH_M, straight_m

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.cells import Tables


#: West, south, east, north of the land that has zones of a name (degrees, generous).
ZONE_BOXES = {
    "Africa": (-26, -36, 58, 38),
    "America": (-180, -57, -10, 84),
    "Australia": (72, -55, 160, -8),
    "Europe": (-32, 34, 70, 82),
}


#: How German feeds (HAFAS) name the point at which a line crosses the border.
_BORDER_POINT = r"\((?:Gr|Grenze)\)\s*$"


#: A stop farther than this from the middle of its feed, but near once latitude and longitude
#: change places, has them swapped. Kilometres; no feed of the region is as wide.
_SWAP_KM = 1500


#: Stops of one name no farther apart than this, one from the next, are one station. Declared: half
#: of the 100 m within which MOTIS links any two stops (``timetable.link_stop_distance``), as the
#: straight way over tracks is not always open.
ONE_STATION_M = 50.0


def check_stops(
    stops: pd.DataFrame,
    bad: npt.NDArray[np.bool_],
    zones: list[str],
    findings: Findings,
    *,
    shapes: pd.DataFrame | None = None,
    swapped_rows: npt.NDArray[np.int64] | None = None,
) -> pd.DataFrame:
    """Find stops without coordinates, at 0 degrees, or with them swapped.

    Parameters
    ----------
    stops
        ``stops.txt`` as read.
    bad
        bool: rows with an error; those found are added.
    zones
        Time zones of the agencies, by which the continent of the stops is known.
    findings
        Collects what is wrong.
    shapes
        ``shapes.txt`` as read, by which the place of the feed is known.
    swapped_rows
        Rows of which it is known already that their coordinates are swapped: those among all
        stops of the feed, where these are some of them.

    Returns
    -------
    DataFrame
        The same, where a station without coordinates has those of its stops' middle, and a stop
        without them those of its station.
    """
    kind = np.zeros(len(stops), dtype=np.int64)
    if "location_type" in stops:
        kind = stops["location_type"].to_numpy()
    stops = _placed(stops, kind, findings)
    lon, lat = stops["stop_lon"].to_numpy(), stops["stop_lat"].to_numpy()
    none = np.isnan(lon) | np.isnan(lat)

    def fault(code: str, rows: npt.NDArray[np.bool_], message: str, remedy: str) -> None:
        if not rows.any():
            return
        np.logical_or(bad, rows, out=bad)
        findings.add(
            "error",
            code,
            message,
            file="stops.txt",
            field="stop_lat",
            rows=stops.index[rows],
            values=list(stops.loc[rows, "stop_id"].head(1000)),
            remedy=remedy,
        )

    fault(
        "stop_without_location",
        none & (kind <= 2) & ~bad,
        "no coordinates at stops",
        "fill stop_lat and stop_lon in",
    )
    origin = ~none & _near_origin(lon, lat)
    fault("point_near_origin", origin, "near 0° N 0° E, stops", "fill in where they are")
    if swapped_rows is None:
        swapped = ~none & ~origin & _swapped(lon, lat, zones, shapes)
    else:
        swapped = stops.index.isin(swapped_rows)
    fault(
        "swapped_coordinates",
        swapped,
        "latitude and longitude changed places at stops",
        "put degrees north in stop_lat and degrees east in stop_lon",
    )
    return stops


def _near_origin(
    lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Return which coordinates lie near 0° N 0° E, as those do that were never filled in."""
    return (np.abs(lon) < 1) & (np.abs(lat) < 1)


def _placed(stops: pd.DataFrame, kind: npt.NDArray[np.int64], findings: Findings) -> pd.DataFrame:
    """Fill in missing coordinates: stations from their stops, and stops from their station."""
    import pandas as pd

    if "parent_station" not in stops:
        return stops
    xy = stops[["stop_lon", "stop_lat"]].to_numpy(dtype=np.float64)
    lost = np.isnan(xy).any(axis=1) | _near_origin(xy[:, 0], xy[:, 1])
    ids = pd.Index(stops["stop_id"].astype("str"))
    if not lost.any() or not ids.is_unique or ids.hasnans:
        return stops
    parent = ids.get_indexer(pd.Index(stops["parent_station"].astype("str").fillna("")))
    sums, count = np.zeros((len(stops), 3)), (parent >= 0) & ~lost
    np.add.at(sums, parent[count], np.column_stack([xy[count], np.ones(count.sum())]))
    middle = lost & (kind == 1) & (sums[:, 2] > 0)
    xy[middle] = sums[middle, :2] / sums[middle, 2:]
    # Nodes inside a station may go without coordinates; stops and entrances may not.
    held = np.isnan(xy).any(axis=1) & (kind <= 2) & (parent >= 0) & ~middle
    held[held] = ~np.isnan(xy[parent[held]]).any(axis=1)
    held[held] = ~_near_origin(xy[parent[held], 0], xy[parent[held], 1])
    xy[held] = xy[parent[held]]
    for rows, message, remedy in (
        (middle, "no coordinates at stations", "the middle of their stops was taken"),
        (held, "no coordinates at stops", "those of their station were taken"),
    ):
        if rows.any():
            findings.add(
                "warning",
                "stop_without_location",
                message,
                file="stops.txt",
                field="stop_lat",
                rows=stops.index[rows],
                values=list(stops.loc[rows, "stop_id"].head(1000)),
                remedy=remedy,
            )
    return stops.assign(stop_lon=xy[:, 0], stop_lat=xy[:, 1])


def _swapped(
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
    zones: list[str],
    shapes: pd.DataFrame | None,
) -> npt.NDArray[np.bool_]:
    """Find stops far from where the feed is that are near with latitude and longitude swapped."""
    boxes = [ZONE_BOXES.get(zone.partition("/")[0]) for zone in zones]
    if boxes and all(boxes):
        inside = np.zeros(len(lon), dtype=bool)
        turned = np.zeros(len(lon), dtype=bool)
        for west, south, east, north in filter(None, boxes):
            inside |= (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
            turned |= (lat >= west) & (lat <= east) & (lon >= south) & (lon <= north)
        if (~inside & turned).any():
            return np.asarray(~inside & turned)
    if not (np.isfinite(lon).any() and np.isfinite(lat).any()):
        return np.zeros(len(lon), dtype=bool)
    middle = np.array([np.nanmedian(lon), np.nanmedian(lat)])
    if shapes is not None and len(shapes):
        middle = np.array(
            [shapes["shape_pt_lon"].median(skipna=True), shapes["shape_pt_lat"].median()]
        )
    far = straight_m(lon, lat, np.full_like(lon, middle[0]), np.full_like(lat, middle[1]))
    if len(lon) == 0 or np.isnan(middle).any():
        return np.zeros(len(lon), dtype=bool)
    other = straight_m(lat, lon, np.full_like(lon, middle[0]), np.full_like(lat, middle[1]))
    with np.errstate(invalid="ignore"):
        return np.asarray((far > _SWAP_KM * 1000) & (other < _SWAP_KM * 500))


def without_border_points(tables: Tables, findings: Findings) -> Tables:
    """Drop calls at border points: places on the line where nobody gets on or off.

    Parameters
    ----------
    tables
        Tables by name.
    findings
        Collects which points, and how many calls.

    Returns
    -------
    dict of str to DataFrame
        The tables, ``stop_times`` without those calls.
    """
    stops, calls = tables["stops"], tables["stop_times"]
    if "stop_name" not in stops:
        return tables
    border = stops["stop_name"].astype("str").str.contains(_BORDER_POINT, na=False)
    there = calls["stop_id"].isin(list(stops.loc[border, "stop_id"]))
    if not there.any():
        return tables
    findings.add(
        "notice",
        "border_point",
        f"{int(there.sum()):,} calls at points of the border that are no stations",
        file="stops.txt",
        field="stop_name",
        rows=stops.index[border],
        values=list(stops.loc[border, "stop_name"]),
        remedy="left out: nobody gets on or off there",
    )
    return {**tables, "stop_times": calls[~there]}


def check_called_stops(tables: Mapping[str, pd.DataFrame], findings: Findings) -> None:
    """Find places at which trips call that are no stops, and stops without trips."""
    stops, calls = tables["stops"], tables["stop_times"]
    called = stops["stop_id"].isin(calls["stop_id"].cat.remove_unused_categories().cat.categories)
    kind = stops["location_type"] if "location_type" in stops else called.astype(int) * 0
    wrong = called & (kind != 0)
    if wrong.any():
        findings.add(
            "warning",
            "wrong_stop_time_stop_location_type",
            "trips call at stations or entrances (location_type 1 to 4)",
            file="stops.txt",
            field="location_type",
            rows=stops.index[wrong],
            values=list(stops.loc[wrong, "stop_id"]),
            remedy="they count as stops; name a platform",
        )
    unused = ~called & (kind == 0)
    if unused.any():
        findings.add(
            "notice",
            "stop_without_stop_time",
            "no trip calls at stops",
            file="stops.txt",
            field="stop_id",
            rows=stops.index[unused],
            values=list(stops.loc[unused, "stop_id"].head(1000)),
            remedy="they are kept, without service",
        )


def stops_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Build the table of stops; places in a station without coordinates get the station's."""
    import pandas as pd

    ids = pd.Index(frame["stop_id"].astype("str"), name="stop_id")
    parent = ids.get_indexer(pd.Index(text_column(frame, "parent_station"), dtype="str"))
    lon, lat = frame["stop_lon"].to_numpy().copy(), frame["stop_lat"].to_numpy().copy()
    lost = np.isnan(lon) & (parent >= 0)
    lon[lost], lat[lost] = lon[parent[lost]], lat[parent[lost]]
    kind = frame["location_type"].to_numpy() if "location_type" in frame else np.zeros(len(ids))
    names = text_column(frame, "stop_name")
    nameless = (names == "") & (parent >= 0)
    names[nameless] = names[parent[nameless]]
    return pd.DataFrame(
        {
            "stop_name": names,
            "stop_lon": lon,
            "stop_lat": lat,
            "location_type": kind.astype(np.int8),
            "parent": parent.astype(np.int32),
            "platform_code": text_column(frame, "platform_code"),
        },
        index=ids,
    )


def with_stations(stops: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    """Add a station for stops of one name that lie within a few steps, and in no station.

    Filters that cut a feed to a region often drop the rows of stations, which no trip calls at,
    and with them the way between platforms.

    Parameters
    ----------
    stops
        As in :class:`~grensgeo.gtfs.None.Feed`.
    findings
        Collects which stations were made.

    Returns
    -------
    DataFrame
        The same with a row a station at its end: the middle of its stops, under the id of the
        first of them and ``:station``.
    """
    import pandas as pd

    group = groups_by_name(stops)
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


def groups_by_name(stops: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Find groups of stops of one name that are linked by short steps; -1 for none.

    Parameters
    ----------
    stops
        As :func:`stops_table` builds it.
    """
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
    """Return the members of some groups, in the order in which the first of each stands."""
    at = np.flatnonzero(np.isin(group, chosen))
    order = at[np.argsort(group[at], kind="stable")]
    parts = np.split(order, np.flatnonzero(np.diff(group[order])) + 1)
    return sorted(parts, key=lambda part: int(part[0]))
