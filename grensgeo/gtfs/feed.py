"""A feed: read, held to account, and ready to be laid out for a date."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.gtfs.archive import open_archive
from grensgeo.gtfs.calls import Calls, build_calls
from grensgeo.gtfs.checking import (
    check_called_stops,
    check_frequencies,
    check_lesser,
    check_stops,
    prune,
    without_border_points,
)
from grensgeo.gtfs.days import ServiceDays, service_days
from grensgeo.gtfs.findings import Finding, Findings
from grensgeo.gtfs.flexible import check_calls, tell_flexible_only, without_flexible
from grensgeo.gtfs.parsing import parse
from grensgeo.gtfs.relations import FLEXIBLE, RELATIONS
from grensgeo.gtfs.remarks import find_twins, remark
from grensgeo.gtfs.stations import with_stations

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.relations import Relation

#: Errors written out before the rest is only counted.
_MOST_ERRORS = 12

#: What a transfer may be restricted to, as columns of :attr:`Feed.transfers`.
SINGLE = ("from_route", "to_route", "from_trip", "to_trip")


@dataclass(frozen=True, eq=False)
class Feed:
    """One feed.

    Attributes
    ----------
    name
        What it is called in ids and messages: the name of its file, if not given.
    stops
        Indexed by ``stop_id``: ``stop_name``, ``stop_lon``, ``stop_lat`` (degrees, EPSG:4326),
        ``location_type``, ``parent`` (position of the station in this table, -1 for none),
        ``platform_code``.
    trips
        Indexed by ``trip_id``: ``route_id``, ``service`` (row of ``days.active``), ``line``
        (short name, else long name, else ``route_id``), ``number`` (``trip_short_name``),
        ``headsign``, ``route_type``, ``zone``, ``shape_id``, ``block`` (empty for none),
        ``operator`` (``agency_name``).
    calls
        Calls of each trip.
    days
        Which service runs when.
    frequencies
        ``trip`` (position in ``trips``), ``start_s``, ``end_s``, ``headway_s``, ``exact``.
    transfers
        ``from_stop``, ``to_stop`` (positions in ``stops``), ``transfer_type``,
        ``min_transfer_s`` (NaN where not given), and ids of the lines and trips that it holds
        for, empty for all: ``from_route``, ``to_route``, ``from_trip``, ``to_trip``. Where the
        trips are one vehicle's (types 4 and 5) a stop may be -1 for none.
    pathways
        ``from_stop``, ``to_stop`` (positions), ``both_ways``, ``length_m``, ``duration_s``.
    shapes
        ``shape_id``, ``shape_pt_lon``, ``shape_pt_lat`` in order; empty where there are none.
    findings
        Warnings, notices and, where it was read with repair, errors.
    sha256
        Checksum of the zip; empty for a folder.
    """

    name: str
    stops: pd.DataFrame
    trips: pd.DataFrame
    calls: Calls
    days: ServiceDays
    frequencies: pd.DataFrame
    transfers: pd.DataFrame
    pathways: pd.DataFrame
    shapes: pd.DataFrame = field(repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    sha256: str = ""

    def __repr__(self) -> str:
        """Sum the feed up in a line."""
        return (
            f"<Feed {self.name}: {len(self.trips):,} trips at {len(self.stops):,} stops, "
            f"{self.days.first} to {self.days.last}>"
        )

    @property
    def zones(self) -> tuple[str, ...]:
        """Time zones of the trips, that of most trips first."""
        return tuple(str(zone) for zone in self.trips["zone"].value_counts().index)


def read_feed(path: str | Path, *, name: str = "", repair: bool = False) -> Feed:
    """Read a GTFS feed.

    Parameters
    ----------
    path
        Zip file, or folder with the ``.txt`` files.
    name
        What to call it; the name of the file without ending if not given.
    repair
        Leave out rows with errors, and all that hangs on them (a trip goes as a whole), instead
        of refusing the feed. What was left out is told in a warning and in ``findings``.

    Returns
    -------
    Feed
        The feed.

    Raises
    ------
    FileError
        If the archive is not sound (:func:`~grensgeo.gtfs.archive.open_archive`) or a
        file in it is not UTF-8.
    InputError
        With every error that was found, if ``repair`` is false or they leave no timetable.

    Warns
    -----
    GrensgeoWarning
        If rows were left out.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> tables = {
    ...     "agency": "agency_id,agency_name,agency_url,agency_timezone"
    ...     "|A,Bahn,https://example.org,Europe/Berlin",
    ...     "stops": "stop_id,stop_name,stop_lat,stop_lon"
    ...     "|e,Enschede,52.222,6.890|g,Gronau,52.213,7.026",
    ...     "routes": "route_id,agency_id,route_short_name,route_type|R,A,RB64,2",
    ...     "trips": "route_id,service_id,trip_id|R,D,1",
    ...     "stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence"
    ...     "|1,8:00:00,8:00:00,e,1|1,8:12:00,8:12:00,g,2",
    ...     "calendar_dates": "service_id,date,exception_type|D,20231017,1",
    ... }
    >>> with TemporaryDirectory() as folder:
    ...     for table, text in tables.items():
    ...         file = Path(folder) / f"{table}.txt"
    ...         _ = file.write_text(text.replace("|", chr(10)), encoding="utf-8")
    ...     feed = read_feed(folder, name="bahn")
    >>> feed
    <Feed bahn: 1 trips at 2 stops, 2023-10-17 to 2023-10-17>
    """
    path = Path(path)
    feed, findings = inspect_feed(path, name=name)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors and (not repair or feed is None):
        shown = "; ".join(str(finding) for finding in errors[:_MOST_ERRORS])
        more = len(errors) - _MOST_ERRORS
        shown += f"; and {more} more kinds of error" if more > 0 else ""
        advice = "; mend the feed, or read it with repair=True (--repair) to leave these out"
        advice = "" if repair or feed is None else advice
        raise InputError(f"{path}: {shown}{advice}")
    if feed is None:
        raise InputError(f"{path}: no trip in it can be used")
    if errors:
        gone = [str(f) for f in findings if f.code == "left_out"] or [str(f) for f in errors]
        warnings.warn(
            f"{path}: {len(errors)} kinds of error, left out: {'; '.join(gone)}",
            GrensgeoWarning,
            stacklevel=2,
        )
    return feed


def inspect_feed(path: Path, *, name: str = "") -> tuple[Feed | None, tuple[Finding, ...]]:
    """Read a feed and list what is wrong, without refusing it for errors in its rows.

    Parameters
    ----------
    path
        Zip file or folder.
    name
        What to call it.

    Returns
    -------
    Feed or None
        The feed without rows that have errors; ``None`` if that leaves no timetable.
    tuple of Finding
        Errors first.

    Raises
    ------
    FileError
        If the archive is not sound or a file in it is not UTF-8.
    """
    findings = Findings()
    tables, bad = _read_tables(path, findings)
    if findings_block(findings):
        return None, findings.sorted()
    without_flexible(tables, bad, findings)
    check_calls(tables, bad, findings)
    zones = [str(zone) for zone in tables["agency"]["agency_timezone"].dropna().unique()]
    tables["stops"] = check_stops(
        tables["stops"], bad["stops"], zones, findings, shapes=tables.get("shapes")
    )
    if "frequencies" in tables:
        bad["frequencies"] |= check_frequencies(tables["frequencies"], findings)
    tables = prune(tables, bad, findings)
    days = service_days(tables, findings) if len(tables["stop_times"]) else None
    if days is None:
        if not findings.errors():
            findings.add("error", "no_trips", "no trip has any calls", file="stop_times.txt")
        return None, findings.sorted()
    tables = without_border_points(tables, findings)
    check_called_stops(tables, findings)
    check_lesser(tables, findings)
    remark(tables, findings)
    feed = _laid_out(tables, days, findings, name=name or _name(path))
    if feed is None:
        return None, findings.sorted()
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    return replace(feed, sha256=sha256), feed.findings


def _name(path: Path) -> str:
    """Name a feed after its file or folder."""
    return path.stem if path.suffix.lower() == ".zip" else path.name


def _laid_out(
    tables: Mapping[str, pd.DataFrame],
    days: ServiceDays,
    findings: Findings,
    *,
    name: str,
) -> Feed | None:
    """Make a feed of tables that hold no error; none where no trip is left."""
    stops, trips = _stops(tables["stops"]), _trips(tables, days)
    calls, usable = build_calls(tables["stop_times"], stops, trips, findings)
    _check_span(tables, days, findings)
    if not usable.any():
        if not findings.errors():
            findings.add(
                "error",
                "no_trips",
                "no trip has two calls at a time",
                file="stop_times.txt",
                remedy="fill the times in, or fetch the feed again",
            )
        return None
    calls = _only(calls, usable)
    trips = trips[usable]
    stops = with_stations(stops, findings)
    frequencies = _frequencies(tables, trips)
    find_twins(calls, trips, days, findings, but=frequencies["trip"].to_numpy())
    return Feed(
        name=name,
        stops=stops,
        trips=trips,
        calls=calls,
        days=days,
        frequencies=frequencies,
        transfers=_transfers(tables, stops),
        pathways=_pathways(tables, stops),
        shapes=_shapes(tables),
        findings=findings.sorted(),
    )


#: Findings without which nothing further can be looked at.
_BLOCKING = {"missing_required_file", "missing_required_column", "empty_file", "flex_only"}


def findings_block(findings: Findings) -> bool:
    """Tell if a file or column is missing without which nothing further can be looked at."""
    return any(finding.code in _BLOCKING for finding in findings.errors())


def _read_tables(
    path: Path, findings: Findings
) -> tuple[dict[str, pd.DataFrame], dict[str, npt.NDArray[np.bool_]]]:
    """Read every file that is declared, and note those that are missing."""
    tables: dict[str, pd.DataFrame] = {}
    bad: dict[str, npt.NDArray[np.bool_]] = {}
    with open_archive(path, findings) as archive:
        if archive.has_areas and "stops" not in archive.members:
            tell_flexible_only(findings)
            return tables, bad
        for relation in RELATIONS:
            if relation.name in archive.members:
                data = archive.members[relation.name]()
                frame, wrong = _parsed(data, relation, findings, path)
                if len(frame.columns):
                    tables[relation.name], bad[relation.name] = frame, wrong
            elif relation.required:
                findings.add(
                    "error",
                    "missing_required_file",
                    "the file is missing",
                    file=relation.file,
                    remedy="a feed needs it; fetch it again",
                )
    if "calendar" not in tables and "calendar_dates" not in tables:
        findings.add(
            "error",
            "missing_required_file",
            "neither calendar.txt nor calendar_dates.txt is there",
            file="calendar.txt",
            remedy="a feed needs one of them; fetch it again",
        )
    _check_columns(tables, findings)
    return tables, bad


def _parsed(
    data: bytes, relation: Relation, findings: Findings, path: Path
) -> tuple[pd.DataFrame, npt.NDArray[np.bool_]]:
    """Read one file; one that no trip hangs on is left out where it cannot be read."""
    import pandas as pd

    try:
        return parse(data, relation, findings, where=str(path))
    except FileError as error:
        if not relation.aside:
            raise
        said = str(error).removeprefix(f"{path}: {relation.file}").lstrip(":, ")
        findings.add(
            "warning",
            "unreadable_file",
            f"it cannot be read ({said})",
            file=relation.file,
            remedy="the feed was read without it",
        )
        return pd.DataFrame(), np.zeros(0, dtype=bool)


def _check_columns(tables: dict[str, pd.DataFrame], findings: Findings) -> None:
    """Make sure that calls have a stop and a time; those of GTFS-Flex have neither."""
    calls = tables.get("stop_times")
    if calls is None:
        return
    flexible = any(name in calls for name in FLEXIBLE)
    timed = "arrival_time" in calls or "departure_time" in calls
    if flexible and not ("stop_id" in calls and timed):
        tell_flexible_only(findings)
        return
    lost = [name for name in ("arrival_time", "departure_time") if not timed]
    for name in lost + ["stop_id"] * ("stop_id" not in calls):
        findings.add(
            "error",
            "missing_required_column",
            "the column is missing",
            file="stop_times.txt",
            field=name,
            remedy="add it",
        )


def _text(frame: pd.DataFrame, name: str) -> npt.NDArray[np.object_]:
    """Give a column as text, empty where it is or where the feed has no such column."""
    if name not in frame:
        return np.full(len(frame), "", dtype=object)
    return frame[name].astype("object").fillna("").to_numpy(dtype=object, copy=True)


def _stops(frame: pd.DataFrame) -> pd.DataFrame:
    """Lay the stops out; places in a station without coordinates get the station's."""
    import pandas as pd

    ids = pd.Index(frame["stop_id"].astype("str"), name="stop_id")
    parent = ids.get_indexer(pd.Index(_text(frame, "parent_station"), dtype="str"))
    lon, lat = frame["stop_lon"].to_numpy().copy(), frame["stop_lat"].to_numpy().copy()
    lost = np.isnan(lon) & (parent >= 0)
    lon[lost], lat[lost] = lon[parent[lost]], lat[parent[lost]]
    kind = frame["location_type"].to_numpy() if "location_type" in frame else np.zeros(len(ids))
    names = _text(frame, "stop_name")
    nameless = (names == "") & (parent >= 0)
    names[nameless] = names[parent[nameless]]
    return pd.DataFrame(
        {
            "stop_name": names,
            "stop_lon": lon,
            "stop_lat": lat,
            "location_type": kind.astype(np.int8),
            "parent": parent.astype(np.int32),
            "platform_code": _text(frame, "platform_code"),
        },
        index=ids,
    )


def _trips(tables: Mapping[str, pd.DataFrame], days: ServiceDays) -> pd.DataFrame:
    """Lay the trips out, with what their line and agency say."""
    import pandas as pd

    trips, routes, agency = tables["trips"], tables["routes"], tables["agency"]
    short, long = _text(routes, "route_short_name"), _text(routes, "route_long_name")
    ids = _text(routes, "route_id")
    line = np.where(short != "", short, np.where(long != "", long, ids))
    zone = dict(zip(_text(agency, "agency_id"), _text(agency, "agency_timezone"), strict=True))
    named = dict(zip(_text(agency, "agency_id"), _text(agency, "agency_name"), strict=True))
    # Where no agency is named all are in one zone
    common = next(iter(zone.values()), "")
    agencies = _text(routes, "agency_id")
    zones = np.array([zone.get(i, common) for i in agencies], dtype=object)
    operators = np.array([named.get(i, "") for i in agencies], dtype=object)
    route = pd.Index(ids).get_indexer(pd.Index(_text(trips, "route_id")))
    service = pd.Index(days.services).get_indexer(pd.Index(_text(trips, "service_id")))
    return pd.DataFrame(
        {
            "route_id": ids[route],
            "service": service.astype(np.int32),
            "line": line[route],
            "number": _text(trips, "trip_short_name"),
            "headsign": _text(trips, "trip_headsign"),
            "route_type": routes["route_type"].to_numpy()[route].astype(np.int16),
            "zone": zones[route],
            "shape_id": _text(trips, "shape_id"),
            "block": _text(trips, "block_id"),
            "operator": operators[route],
        },
        index=pd.Index(trips["trip_id"].astype("str"), name="trip_id"),
    )


def _only(calls: Calls, usable: npt.NDArray[np.bool_]) -> Calls:
    """Drop the trips without calls from the row of starts."""
    start = np.append(calls.start[:-1][usable], calls.start[-1])
    return Calls(
        start=start,
        stop=calls.stop,
        arrival_s=calls.arrival_s,
        departure_s=calls.departure_s,
        board_ok=calls.board_ok,
        alight_ok=calls.alight_ok,
    )


def _frequencies(tables: Mapping[str, pd.DataFrame], trips: pd.DataFrame) -> pd.DataFrame:
    """Lay the frequencies out, without those of trips that cannot be used."""
    import pandas as pd

    frame = tables.get("frequencies")
    if frame is None or not len(frame):
        names = ("trip", "start_s", "end_s", "headway_s", "exact")
        return pd.DataFrame({name: np.zeros(0, dtype=np.int64) for name in names})
    trip = trips.index.get_indexer(pd.Index(_text(frame, "trip_id")))
    exact = frame["exact_times"].to_numpy() if "exact_times" in frame else np.zeros(len(frame))
    table = pd.DataFrame(
        {
            "trip": trip,
            "start_s": frame["start_time"].to_numpy().astype(np.int64),
            "end_s": frame["end_time"].to_numpy().astype(np.int64),
            "headway_s": frame["headway_secs"].to_numpy().astype(np.int64),
            "exact": exact.astype(np.int64),
        }
    )
    return table[table["trip"] >= 0].reset_index(drop=True)


def _transfers(tables: Mapping[str, pd.DataFrame], stops: pd.DataFrame) -> pd.DataFrame:
    """Lay out the transfers: stops by position, lines and trips that they hold for by id."""
    import pandas as pd

    frame = tables.get("transfers")
    if frame is None:
        frame = pd.DataFrame()
    kind = np.zeros(len(frame), dtype=np.int64)
    if "transfer_type" in frame:
        kind = frame["transfer_type"].to_numpy()
    least = np.full(len(frame), np.nan)
    if "min_transfer_time" in frame:
        least = frame["min_transfer_time"].to_numpy()
    ends = [
        stops.index.get_indexer(pd.Index(_text(frame, name), dtype="str"))
        for name in ("from_stop_id", "to_stop_id")
    ]
    single = {name: _text(frame, f"{name}_id") for name in SINGLE}
    # without stops only trips of one vehicle can be meant
    linked = (kind > 3) & (single["from_trip"] != "") & (single["to_trip"] != "")
    keep = linked | ((kind <= 3) & (ends[0] >= 0) & (ends[1] >= 0))
    return pd.DataFrame(
        {
            "from_stop": ends[0][keep],
            "to_stop": ends[1][keep],
            "transfer_type": kind[keep],
            "min_transfer_s": least[keep],
            **{name: ids[keep] for name, ids in single.items()},
        }
    )


def _pathways(tables: Mapping[str, pd.DataFrame], stops: pd.DataFrame) -> pd.DataFrame:
    """Lay out the ways inside stations."""
    import pandas as pd

    frame = tables.get("pathways")
    if frame is None:
        frame = pd.DataFrame()
    both = np.zeros(len(frame), dtype=bool)
    if "is_bidirectional" in frame:
        both = frame["is_bidirectional"].to_numpy() == 1
    none = np.full(len(frame), np.nan)
    ends = [
        stops.index.get_indexer(pd.Index(_text(frame, name), dtype="str"))
        for name in ("from_stop_id", "to_stop_id")
    ]
    return pd.DataFrame(
        {
            "from_stop": ends[0],
            "to_stop": ends[1],
            "both_ways": both,
            "length_m": frame["length"].to_numpy() if "length" in frame else none,
            "duration_s": (
                frame["traversal_time"].to_numpy() if "traversal_time" in frame else none
            ),
        }
    )


def _shapes(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Lay out the shapes, each in order."""
    import pandas as pd

    columns = ["shape_id", "shape_pt_lon", "shape_pt_lat"]
    frame = tables.get("shapes")
    if frame is None:
        return pd.DataFrame(columns=columns)
    order = np.lexsort(
        (frame["shape_pt_sequence"].to_numpy(), frame["shape_id"].cat.codes.to_numpy())
    )
    return frame[columns].iloc[order].reset_index(drop=True)


def _check_span(tables: Mapping[str, pd.DataFrame], days: ServiceDays, findings: Findings) -> None:
    """Say where the publisher's own span is not that of the calendars."""
    info = tables.get("feed_info")
    if info is None or not len(info):
        return
    for name, own, later in (
        ("feed_start_date", days.first, False),
        ("feed_end_date", days.last, True),
    ):
        if name not in info or info[name].isna().iloc[0]:
            continue
        said = info[name].iloc[0].date()
        if (own > said) if later else (own < said):
            findings.add(
                "notice",
                "service_outside_feed_span",
                f"{said}, but the calendars run {'to' if later else 'from'} {own}",
                file="feed_info.txt",
                field=name,
                rows=[2],
                remedy="the calendars count",
            )
