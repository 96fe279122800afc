"""Holding the tables of a feed against each other and against the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from grensgeo.gtfs.calls import straight_m
from grensgeo.gtfs.relations import RELATIONS
from grensgeo.gtfs.usage import rows_needed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings, Severity
    from grensgeo.gtfs.relations import Field, Relation

    Tables = dict[str, pd.DataFrame]
    Bad = dict[str, npt.NDArray[np.bool_]]

#: West, south, east, north of the land that has zones of a name (degrees, generous).
_ZONE_BOXES = {
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


def prune(tables: Tables, bad: Bad, findings: Findings) -> Tables:
    """Check keys and references, and leave out rows with errors and what hangs on them.

    Parameters
    ----------
    tables
        Tables as read, by name.
    bad
        Rows with an error so far, by name.
    findings
        Takes duplicates, unknown references, and how much was left out.

    Returns
    -------
    dict of str to DataFrame
        The tables without those rows. A trip goes as a whole.
    """
    bad = {name: mask.copy() for name, mask in bad.items()}
    tables = _one_agency(tables, bad, findings)
    kept: Tables = {}
    for relation in RELATIONS:
        if relation.name not in tables:
            continue
        frame, wrong = tables[relation.name], bad[relation.name]
        for field in relation.fields:
            if field.references and field.name in frame:
                wrong |= _check_reference(tables, kept, findings, relation=relation, field=field)
        if relation.name == "trips":
            wrong |= _check_service(tables, kept, frame, findings)
        again, same = _check_key(frame, relation, wrong, findings)
        kept[relation.name] = frame[~(wrong | again)]
        if same.any():
            tables[relation.name] = frame[~same]
            wrong = wrong[~same]
            frame = tables[relation.name]
        if relation.name in {"stop_times", "frequencies"}:
            broken = frame.loc[wrong, "trip_id"].dropna().unique()
            for name in kept if len(broken) else ():
                if "trip_id" in kept[name]:
                    kept[name] = kept[name][~kept[name]["trip_id"].isin(broken)]
    if findings.errors():
        findings.spare_unused(rows_needed(tables))
    _tell_left_out(tables, kept, findings)
    return kept


def _tell_left_out(tables: Tables, kept: Tables, findings: Findings) -> None:
    """Count the rows that are left out, by file, with the first of them."""
    refused = bool(findings.errors())
    for relation in RELATIONS:
        frame = tables.get(relation.name)
        if frame is None or len(kept[relation.name]) == len(frame):
            continue
        gone = ~frame.index.isin(kept[relation.name].index)
        n = int(gone.sum())
        name = relation.key[0] if relation.key and relation.key[0] in frame else ""
        findings.add(
            "warning",
            "left_out",
            f"{n:,} of {len(frame):,} rows have an error or belong to one that has",
            file=relation.file,
            rows=None if name else frame.index[gone],
            values=list(frame.loc[gone, name].dropna().unique()[:1000]) if name else (),
            remedy="they are left out" + (" where the feed is read with repair" * refused),
            count=n,
        )


def _one_agency(tables: Tables, bad: Bad, findings: Findings) -> Tables:
    """Give routes without an agency the only one that there is."""
    import pandas as pd

    agency, routes = tables["agency"], tables["routes"]
    tables = dict(tables)
    if "agency_id" not in agency:
        agency = agency.assign(agency_id=pd.Categorical([""] * len(agency)))
    elif len(agency) == 1:
        agency = agency.assign(agency_id=agency["agency_id"].astype("str").fillna(""))
        agency = agency.astype({"agency_id": "category"})
    zones = list(agency.loc[~bad["agency"], "agency_timezone"].dropna().unique())
    given = routes["agency_id"].astype("str") if "agency_id" in routes else None
    if given is None:
        given = pd.Series(None, index=routes.index, dtype="str")
    if len(agency) == 1:
        given = given.fillna(str(agency["agency_id"].iloc[0]))
    at = given.isna().to_numpy()
    if at.any():
        shared = len(zones) == 1
        bad["routes"] |= at & (not shared)
        findings.add(
            "warning" if shared else "error",
            "missing_required_value",
            "empty, though the feed has several agencies",
            file="routes.txt",
            field="agency_id",
            rows=routes.index[at],
            values=list(routes.loc[at, "route_id"]),
            remedy="name the agency"
            + (
                "; the zone of the times is that of all agencies"
                if shared
                else ": it decides in which zone the times are"
            ),
        )
    tables["agency"] = agency
    tables["routes"] = routes.assign(agency_id=given.astype("category"))
    if len(zones) > 1:
        findings.add(
            "warning",
            "inconsistent_agency_timezone",
            "agencies in several zones",
            file="agency.txt",
            field="agency_timezone",
            values=zones,
            remedy="the times of each agency were read in its own zone",
        )
    return tables


def _check_key(
    frame: pd.DataFrame, relation: Relation, wrong: npt.NDArray[np.bool_], findings: Findings
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Find rows that stand twice, of which the first counts, and those that are harmless."""
    none = np.zeros(len(frame), dtype=bool)
    key = [name for name in relation.key if name in frame]
    if not key or len(key) < len(relation.key):
        return none, none
    sound = frame[~wrong] if wrong.any() else frame
    twice = sound.duplicated(key, keep="first").to_numpy()
    if not twice.any():
        return none, none
    decides = [name for name in relation.decides if name in frame]
    same = sound.duplicated(key + decides if decides else None, keep="first").to_numpy() & twice
    for rows, severity, remedy in (
        (twice & ~same, "error", "keep one row of each; with repair the first counts"),
        (same, "warning", "they say the same in what counts; the first of each counts"),
    ):
        if rows.any():
            findings.add(
                cast("Severity", severity),
                "duplicate_key",
                f"{' and '.join(key)} stand in it twice",
                file=relation.file,
                field=key[0],
                rows=sound.index[rows],
                values=list(sound.loc[rows, key[0]].head(1000)),
                remedy=remedy,
            )
    return frame.index.isin(sound.index[twice]), frame.index.isin(sound.index[same])


def _check_reference(
    tables: Tables, kept: Tables, findings: Findings, *, relation: Relation, field: Field
) -> npt.NDArray[np.bool_]:
    """Find ids that do not stand where they should; rows whose parent is gone go too."""
    import pandas as pd

    frame = tables[relation.name]
    column = frame[field.name]
    other, _, name = field.references.partition(".")
    names = column.cat.categories
    # An id that is in the file, but in a row with an error, is told there and not here again.
    present = kept.get(other, tables.get(other))
    known = tables[other][name] if other in tables and name in tables[other] else None
    unknown = np.ones(len(names), dtype=bool)
    gone = unknown
    if known is not None and present is not None:
        gone = unknown = known.cat.categories.get_indexer(names) < 0
        if len(present) < len(tables[other]):
            gone = pd.Index(present[name].dropna().unique()).get_indexer(names) < 0
    codes = column.cat.codes.to_numpy()
    filled = codes >= 0
    lost = filled & np.append(unknown, False)[codes]
    optional = field.name in {"shape_id", "parent_station"} or (
        # An agency is asked for its zone only
        field.name == "agency_id" and _one_zone(kept.get("agency"))
    )
    if lost.any():
        findings.add(
            "warning" if optional else "error",
            "foreign_key_violation",
            f"not in {other}.txt",
            file=relation.file,
            field=field.name,
            rows=frame.index[lost],
            values=list(names[unknown]),
            remedy="taken as empty" if optional else f"add them to {other}.txt or mend the ids",
        )
    if optional:
        return np.zeros(len(frame), dtype=bool)
    return np.asarray(filled & np.append(gone, False)[codes])


def _one_zone(agency: pd.DataFrame | None) -> bool:
    """Tell if the times of all agencies are in one zone."""
    return agency is not None and len(agency["agency_timezone"].dropna().unique()) == 1


def _check_service(
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


def check_stops(
    stops: pd.DataFrame,
    bad: npt.NDArray[np.bool_],
    zones: list[str],
    findings: Findings,
    *,
    shapes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find stops without coordinates, at 0 degrees, or with them swapped.

    Parameters
    ----------
    stops
        ``stops.txt`` as read.
    bad
        bool: rows with an error; those found are added.
    zones
        Time zones of the agencies; they tell on which continent the stops are.
    findings
        Takes what is wrong.
    shapes
        ``shapes.txt`` as read; tells where the feed is.

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
    swapped = ~none & ~origin & _swapped(lon, lat, zones, shapes)
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
    """Tell what lies where coordinates lie that were never filled in."""
    return (np.abs(lon) < 1) & (np.abs(lat) < 1)


def _placed(stops: pd.DataFrame, kind: npt.NDArray[np.int64], findings: Findings) -> pd.DataFrame:
    """Place stations in the middle of their stops, and stops at their station, where need be."""
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
    """Tell stops that are far from where the feed is, and near with coordinates changed round."""
    boxes = [_ZONE_BOXES.get(zone.partition("/")[0]) for zone in zones]
    if boxes and all(boxes):
        inside = np.zeros(len(lon), dtype=bool)
        turned = np.zeros(len(lon), dtype=bool)
        for west, south, east, north in filter(None, boxes):
            inside |= (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
            turned |= (lat >= west) & (lat <= east) & (lon >= south) & (lon <= north)
        if (~inside & turned).any():
            return np.asarray(~inside & turned)
    middle = np.array([np.nanmedian(lon), np.nanmedian(lat)]) if len(lon) else np.zeros(2)
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
    """Leave out calls at border points: places on the line where nobody gets on or off.

    Parameters
    ----------
    tables
        Tables by name.
    findings
        Takes which points, and how many calls.

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
    """Say at which places trips call that are no stops, and which stops see no trip."""
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


def check_lesser(tables: Mapping[str, pd.DataFrame], findings: Findings) -> None:
    """Look at names of lines, at frequencies and at transfers."""
    routes = tables["routes"]
    named = np.zeros(len(routes), dtype=bool)
    for name in ("route_short_name", "route_long_name"):
        if name in routes:
            named |= routes[name].notna().to_numpy()
    if (~named).any():
        findings.add(
            "warning",
            "route_both_short_and_long_name_missing",
            "lines without any name",
            file="routes.txt",
            rows=routes.index[~named],
            values=list(routes.loc[~named, "route_id"]),
            remedy="journeys show their route_id",
        )
    transfers = tables.get("transfers")
    if transfers is not None:
        loose = _useless_transfers(transfers)
        if loose.any():
            findings.add(
                "warning",
                "transfer_without_ends",
                "transfers that name neither two stops nor, in one vehicle, two trips",
                file="transfers.txt",
                rows=transfers.index[loose],
                remedy="not used: changing there takes the stop's usual time",
            )


def _useless_transfers(frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Find transfers of which it is not clear between what they are."""

    def empty(name: str) -> npt.NDArray[np.bool_]:
        if name not in frame:
            return np.ones(len(frame), dtype=bool)
        return np.asarray(frame[name].isna())

    seated = np.zeros(len(frame), dtype=bool)
    if "transfer_type" in frame:
        seated = frame["transfer_type"].to_numpy() >= 4
    trips = empty("from_trip_id") | empty("to_trip_id")
    stops = empty("from_stop_id") | empty("to_stop_id")
    return np.where(seated, trips, stops)


def check_frequencies(frame: pd.DataFrame, findings: Findings) -> npt.NDArray[np.bool_]:
    """Find spans of frequencies that end before they start, or overlap.

    Returns
    -------
    ndarray
        bool: rows with an error.
    """
    start, end = frame["start_time"].to_numpy(), frame["end_time"].to_numpy()
    wrong = end <= start
    if wrong.any():
        findings.add(
            "error",
            "start_and_end_range_out_of_order",
            "end_time is not after start_time",
            file="frequencies.txt",
            field="end_time",
            rows=frame.index[wrong],
            values=list(frame.loc[wrong, "trip_id"]),
            remedy="past midnight times go on with 24:00:00",
        )
    trip = frame["trip_id"].cat.codes.to_numpy()
    order = np.lexsort((start, trip))
    over = (trip[order][1:] == trip[order][:-1]) & (start[order][1:] < end[order][:-1])
    if over.any():
        rows = order[1:][over]
        findings.add(
            "warning",
            "overlapping_frequency",
            "spans of one trip overlap",
            file="frequencies.txt",
            field="start_time",
            rows=frame.index[rows],
            values=list(frame["trip_id"].iloc[rows[:1000]]),
            remedy="the departures of both count; end each where the next starts",
        )
    return np.asarray(wrong)
