"""Read a GTFS feed: every file parsed, checked, cross-referenced and turned into a ``Feed``."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.geodata.cut_outline import cut_outline
from grensgeo.gtfs.calendar import ServiceDays, cut_days, service_days
from grensgeo.gtfs.cutting import DAYS_AFTER, DAYS_BEFORE, CutTo, FeedCut, reading_order
from grensgeo.gtfs.doubtful_feed import check_doubts, check_exceptions, check_zones
from grensgeo.gtfs.feed_info import check_span
from grensgeo.gtfs.findings import Finding, Findings
from grensgeo.gtfs.flex import report_only_flexible, without_flexible
from grensgeo.gtfs.frequencies import check_frequencies, frequencies_table
from grensgeo.gtfs.reading.archive import open_archive
from grensgeo.gtfs.reading.cells import parse
from grensgeo.gtfs.reading.relations import RELATIONS
from grensgeo.gtfs.references import prune
from grensgeo.gtfs.routes import check_route_names, check_route_types
from grensgeo.gtfs.shapes import shapes_table
from grensgeo.gtfs.stop_times import (
    Calls,
    build_calls,
    calls_of,
    check_call_columns,
    check_call_stops,
)
from grensgeo.gtfs.stops import (
    check_called_stops,
    check_stops,
    stops_table,
    with_stations,
    without_border_points,
)
from grensgeo.gtfs.transfers import check_transfers, pathways_table, transfers_table
from grensgeo.gtfs.trips import find_twins, trips_table
from grensgeo.gtfs.unused_columns import check_unused_columns

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import BinaryIO

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.gtfs.reading.relations import Relation
    from grensgeo.gtfs.reading.rows import RowChoice

#: Errors written out before the rest is only counted.
_MOST_ERRORS = 12


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
    usual
        Of a feed that was cut to dates: trips of its area by day, on whatever days they run,
        index ``date``; ``trips``, then a column a country.
    outline
        Of a feed that was cut to an area: its outline with the margin, degrees.
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
    usual: pd.DataFrame | None = field(default=None, repr=False)
    outline: BaseGeometry | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        """Return a line with the counts and dates of the feed."""
        return (
            f"<Feed {self.name}: {len(self.trips):,} trips at {len(self.stops):,} stops, "
            f"{self.days.first} to {self.days.last}>"
        )

    @property
    def zones(self) -> tuple[str, ...]:
        """Time zones of the trips, that of most trips first."""
        return tuple(str(zone) for zone in self.trips["zone"].value_counts().index)


def read_feed(
    path: str | Path,
    *,
    name: str = "",
    repair: bool = False,
    area: gpd.GeoDataFrame | gpd.GeoSeries | None = None,
    buffer_km: float = 0.0,
    dates: date | tuple[date, date] | None = None,
) -> Feed:
    """Read a GTFS feed, whole or cut to an area and to dates while it is read.

    A feed that is cut is never held whole: those of nations fit into little memory. Trips are kept
    whole, also where they leave the area, with all trips of their vehicle and all of their
    stations; what is left out is counted in ``findings`` and not judged.

    Parameters
    ----------
    path
        Zip file, or folder with the ``.txt`` files.
    name
        What to call it; the name of the file without ending if not given.
    repair
        Leave out rows with errors, and all that hangs on them (a trip goes as a whole), instead
        of refusing the feed. What was left out stands in a warning and in ``findings``.
    area
        Polygons in any CRS: trips that call nowhere in them are left out. With a column
        ``country``, dates that have few trips in one country are told.
    buffer_km
        Width of a margin around the area, kilometres, that counts as in it.
    dates
        A day, or the first and the last of several: trips that run on none of them, two days
        before or the day after are left out, and the feed answers for no other days.

    Returns
    -------
    Feed
        The feed.

    Raises
    ------
    FileError
        If the archive is not sound (:func:`~grensgeo.gtfs.reading.archive.open_archive`) or a
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
    feed, findings = inspect_feed(path, name=name, to=_asked(area, buffer_km, dates))
    errors = [finding for finding in findings if finding.severity == "error"]
    if feed is None or (errors and not repair):
        shown = "; ".join(str(finding) for finding in errors[:_MOST_ERRORS])
        more = len(errors) - _MOST_ERRORS
        shown += f"; and {more} more kinds of error" if more > 0 else ""
        advice = "; mend the feed, or read it with repair=True (--repair) to leave these out"
        advice = "" if repair or feed is None else advice
        raise InputError("feed-refused", f"{path}: {shown}{advice}")
    if errors:
        gone = [str(f) for f in findings if f.code == "left_out"] or [str(f) for f in errors]
        warnings.warn(
            GrensgeoWarning(
                "feed-errors-left-out",
                f"{path}: {len(errors)} kinds of error, left out: {'; '.join(gone)}",
            ),
            stacklevel=2,
        )
    return feed


def _asked(
    area: gpd.GeoDataFrame | gpd.GeoSeries | None,
    buffer_km: float,
    dates: date | tuple[date, date] | None,
) -> CutTo | None:
    """Return what a feed is to be cut to; None for nothing."""
    import geopandas as gpd

    if area is None and buffer_km:
        raise InputError("option-unfit", "buffer_km is the margin around an area; give area")
    if area is None and dates is None:
        return None
    outline = None if area is None else cut_outline(area, buffer_km=buffer_km)
    if dates is None:
        return CutTo(outline)
    first, last = dates if isinstance(dates, tuple) else (dates, dates)
    if last < first:
        raise InputError("out-of-range", f"dates end on {last}, before they begin on {first}")
    land = None
    if isinstance(area, gpd.GeoDataFrame) and "country" in area:
        land = area[["country", area.geometry.name]].to_crs(4326).dissolve("country").reset_index()
    return CutTo(outline, first, last, land)


def inspect_feed(
    path: Path, *, name: str = "", to: CutTo | None = None
) -> tuple[Feed | None, tuple[Finding, ...]]:
    """Read a feed and list what is wrong, without refusing it for errors in its rows.

    Parameters
    ----------
    path
        Zip file or folder.
    name
        What to call it.
    to
        What to cut it to while it is read; nothing if not given.

    Returns
    -------
    Feed or None
        The feed without rows that have errors; ``None`` if that leaves no timetable, which is
        an error of its own where no other tells why.
    tuple of Finding
        Errors first.

    Raises
    ------
    FileError
        If the archive is not sound or a file in it is not UTF-8.
    """
    findings = Findings()
    tables, bad, cut = _read_tables(path, findings, to)
    if findings_block(findings):
        return None, findings.sorted()
    if cut is not None and not _keeps(tables, cut, findings):
        return None, findings.sorted()
    without_flexible(tables, bad, findings)
    check_call_stops(tables, bad, findings)
    zones = [str(zone) for zone in tables["agency"]["agency_timezone"].dropna().unique()]
    tables["stops"] = check_stops(
        tables["stops"],
        bad["stops"],
        zones,
        findings,
        shapes=tables.get("shapes"),
        swapped_rows=None if cut is None else cut.swapped_rows,
    )
    check_zones(tables["stops"][~bad["stops"]], zones, findings)
    if "frequencies" in tables:
        bad["frequencies"] |= check_frequencies(tables["frequencies"], findings)
    tables = prune(tables, bad, findings)
    days = service_days(tables, findings) if len(tables["stop_times"]) else None
    if days is not None and to is not None and not _runs(days, to, findings):
        return None, findings.sorted()
    if days is None:
        if not findings.errors():
            findings.add("error", "no_trips", "no trip has any calls", file="stop_times.txt")
        return None, findings.sorted()
    tables = without_border_points(tables, findings)
    check_called_stops(tables, findings)
    check_route_names(tables["routes"], findings)
    if "transfers" in tables:
        check_transfers(tables["transfers"], findings)
    check_route_types(tables["routes"], findings)
    check_unused_columns(tables, findings)
    feed = _build_feed(tables, days, findings, name=name or _name(path))
    if feed is None:
        return None, findings.sorted()
    if to is not None and to.first is not None and to.last is not None:
        days = cut_days(feed.days, to.first, to.last, before=DAYS_BEFORE, after=DAYS_AFTER)
        feed = replace(feed, days=days, usual=None if cut is None else cut.usual)
    if to is not None:
        feed = replace(feed, outline=to.outline)
    return replace(feed, sha256=_checksum(path)), feed.findings


def _keeps(tables: Mapping[str, pd.DataFrame], cut: FeedCut, findings: Findings) -> bool:
    """Report what was cut, and return whether any trip is left."""
    cut.report(findings)
    if len(tables["stop_times"]) and len(tables["trips"]):
        return True
    findings.add(
        "error",
        "no_trips",
        f"no trip calls in the area{' on ' if cut.to.days else ''}{cut.to.days}",
        file="stop_times.txt",
        remedy="give the feed of this area and of these days, or widen what it is cut to",
    )
    return False


def _runs(days: ServiceDays, to: CutTo, findings: Findings) -> bool:
    """Return whether a feed has any of the days that it is cut to."""
    if to.first is None or to.last is None or (days.first <= to.last and to.first <= days.last):
        return True
    findings.add(
        "error",
        "expired_calendar" if to.first > days.last else "future_calendar",
        f"{to.days} is outside the days of the trips in the area, {days.first} to {days.last}",
        file="calendar.txt",
        remedy="choose a date in them, or fetch a feed of that date",
    )
    return False


def _checksum(path: Path) -> str:
    """Return the checksum of a zip; empty for a folder."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _name(path: Path) -> str:
    """Return the name of a feed: that of its file or folder."""
    return path.stem if path.suffix.lower() == ".zip" else path.name


def _build_feed(
    tables: Mapping[str, pd.DataFrame],
    days: ServiceDays,
    findings: Findings,
    *,
    name: str,
) -> Feed | None:
    """Build a feed from tables without errors; none where no trip is left."""
    stops, trips = stops_table(tables["stops"]), trips_table(tables, days)
    calls, usable = build_calls(tables["stop_times"], stops, trips, findings)
    check_span(tables, days, findings)
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
    calls = calls_of(calls, usable)
    trips = trips[usable]
    stops = with_stations(stops, findings)
    frequencies = frequencies_table(tables, trips)
    check_doubts(tables, stops, calls, findings)
    check_exceptions(tables, days, findings)
    find_twins(calls, trips, days, findings, but=frequencies["trip"].to_numpy())
    return Feed(
        name=name,
        stops=stops,
        trips=trips,
        calls=calls,
        days=days,
        frequencies=frequencies,
        transfers=transfers_table(tables, stops),
        pathways=pathways_table(tables, stops),
        shapes=shapes_table(tables),
        findings=findings.sorted(),
    )


#: Findings without which nothing further can be looked at.
_BLOCKING = {"missing_required_file", "missing_required_column", "empty_file", "flex_only"}


def findings_block(findings: Findings) -> bool:
    """Return whether a file or column is missing without which nothing more can be checked."""
    return any(finding.code in _BLOCKING for finding in findings.errors())


def _read_tables(
    path: Path, findings: Findings, to: CutTo | None
) -> tuple[dict[str, pd.DataFrame], dict[str, npt.NDArray[np.bool_]], FeedCut | None]:
    """Read every file that is declared, cut or whole, and note those that are missing."""
    tables: dict[str, pd.DataFrame] = {}
    bad: dict[str, npt.NDArray[np.bool_]] = {}
    cut: FeedCut | None = None
    with open_archive(path, findings) as archive:
        if archive.has_areas and "stops" not in archive.members:
            report_only_flexible(findings)
            return tables, bad, None
        order = list(RELATIONS)
        if to is not None:
            cut = FeedCut(archive.members, to, str(path))
            order.sort(key=lambda relation: reading_order(relation.name))
        told = {relation.name: Findings() for relation in RELATIONS}
        for relation in order:
            if relation.name in archive.members:
                choice = None if cut is None else cut.choice(relation.name, tables)
                with archive.members[relation.name]() as file:
                    frame, wrong = _parsed(
                        file, relation, told[relation.name], path=path, choice=choice
                    )
                if len(frame.columns):
                    tables[relation.name], bad[relation.name] = frame, wrong
            elif relation.required:
                told[relation.name].add(
                    "error",
                    "missing_required_file",
                    "the file is missing",
                    file=relation.file,
                    remedy="a feed needs it; fetch it again",
                )
    for each in told.values():
        findings.extend(each)
    if "calendar" not in tables and "calendar_dates" not in tables:
        findings.add(
            "error",
            "missing_required_file",
            "neither calendar.txt nor calendar_dates.txt is there",
            file="calendar.txt",
            remedy="a feed needs one of them; fetch it again",
        )
    check_call_columns(tables, findings)
    return {name: tables[name] for name in told if name in tables}, bad, cut


def _parsed(
    file: BinaryIO,
    relation: Relation,
    findings: Findings,
    *,
    path: Path,
    choice: RowChoice | None,
) -> tuple[pd.DataFrame, npt.NDArray[np.bool_]]:
    """Read one file; one that no trip hangs on is left out where it cannot be read."""
    import pandas as pd

    try:
        return parse(file, relation, findings, where=str(path), choice=choice)
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
