"""Cut a feed to an area and to dates while it is read: a nation's feed in little memory.

``stop_times.txt`` is read twice, a block at a time: first for the trips that call in the area,
then for all calls of these. Trips are kept whole, with those that the same vehicle makes, with
whole stations, and with the rows of other files that they name. Where it is not known that a row
is of no concern (a stop without a place, a trip without known days) it is kept, and judged as in
the whole feed; what is cut is counted and not judged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import FileError
from grensgeo.geodata.cut_outline import lies_inside
from grensgeo.gtfs.calendar import idle_services, service_days, sum_by_day
from grensgeo.gtfs.findings import Findings
from grensgeo.gtfs.reading.cells import parse, text_column
from grensgeo.gtfs.reading.relations import RELATIONS
from grensgeo.gtfs.reading.rows import RowChoice
from grensgeo.gtfs.stops import check_stops, groups_by_name, stops_table
from grensgeo.gtfs.timetable.changes import tops

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from typing import BinaryIO

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Flags, Floats
    from grensgeo.gtfs.reading.cells import Tables
    from grensgeo.gtfs.reading.rows import ReadCells

#: Service days around those asked about whose trips may run on these: trips of the evening before
#: run past midnight, and a night train or ferry past a second one; those of the next morning
#: follow a late departure.
DAYS_BEFORE, DAYS_AFTER = 2, 1

_RELATION = {relation.name: relation for relation in RELATIONS}

#: What transfers and pathways name, each with the file whose rows it must be among.
_ENDS = {
    "from_stop_id": "stops",
    "to_stop_id": "stops",
    "from_route_id": "routes",
    "to_route_id": "routes",
    "from_trip_id": "trips",
    "to_trip_id": "trips",
}

#: Files that are read whole: they are short, and rows of them hold for all others.
_WHOLE = {"feed_info", "agency"}

#: Transfers between trips of one vehicle.
_ONE_VEHICLE = {"4", "5"}

#: Files that are chosen by a column of trips that are kept.
_BY_TRIPS = {
    "routes": "route_id",
    "calendar": "service_id",
    "calendar_dates": "service_id",
    "shapes": "shape_id",
    "frequencies": "trip_id",
}


@dataclass(frozen=True, eq=False)
class CutTo:
    """What a feed is cut to.

    Attributes
    ----------
    outline
        In degrees; None for everywhere.
    first, last
        The days asked about; None for all.
    land
        Polygons with a column ``country``, in degrees: trips of each country are counted apart.
    """

    outline: BaseGeometry | None = None
    first: date | None = None
    last: date | None = None
    land: gpd.GeoDataFrame | None = None

    @property
    def days(self) -> str:
        """The days, written as ISO 8601 does; empty for all."""
        if self.first is None:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


@dataclass
class _Counts:
    """What was seen while a feed was cut."""

    trips: int = 0
    calls: int = 0
    kept_calls: int = 0
    stops: int = 0
    kept_stops: int = 0


@dataclass(eq=False)
class FeedCut:
    """Which rows of each file of a feed are kept.

    Attributes
    ----------
    members
        What opens each file.
    to
        What the feed is cut to.
    where
        Feed to name in errors.
    swapped_rows
        Rows of ``stops.txt`` whose coordinates are swapped, as all stops of the feed tell.
    kept
        Ids of trips that are kept.
    usual
        Trips of the area by day, in all and by country, on whatever days they run; None where all
        days are kept.
    """

    members: Mapping[str, Callable[[], BinaryIO]]
    to: CutTo
    where: str
    swapped_rows: npt.NDArray[np.int64] = field(
        default_factory=lambda: np.zeros(0, dtype=np.int64)
    )
    kept: set[str] = field(default_factory=set)
    usual: pd.DataFrame | None = None
    _near: dict[str, int] = field(default_factory=dict)
    _calendars: dict[str, pd.DataFrame] = field(default_factory=dict)
    _idle: set[str] = field(default_factory=set)
    _strays: set[str] = field(default_factory=set)
    _counts: _Counts = field(default_factory=_Counts)
    _others: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the trips that are kept; none where what they are found by is missing."""
        self._place_stops()
        self._near = self._trips_near()
        self._idle = self._idle_services()
        near = self._trips(lambda cells: _test(cells, "trip_id", self._near))
        self._strays = self._near.keys() - set(near["trip_id"])
        self.usual = self._usual_service(near)
        running = ~near["service_id"].isin(self._idle)
        self.kept = set(near.loc[running, "trip_id"])
        self._link(near[running])

    def _read(self, name: str, choice: RowChoice | None = None) -> pd.DataFrame:
        """Read rows of a file as they are, to be judged later; empty where it cannot be read."""
        import pandas as pd

        relation = _RELATION[name]
        if name not in self.members:
            return pd.DataFrame()
        with self.members[name]() as file:
            try:
                frame, bad = parse(file, relation, Findings(), where=self.where, choice=choice)
            except FileError:
                if relation.aside:
                    return pd.DataFrame()
                raise
        return frame.assign(bad=bad)

    def _place_stops(self) -> None:
        """Find which stops lie in the area, or in a station of which a part does."""
        frame, agency = self._read("stops"), self._read("agency")
        self._label: dict[str, int] = {}
        self._outside: set[str] = set()
        self._country: dict[str, int] = {}
        if not {"stop_id", "stop_lat", "stop_lon"} <= set(frame.columns):
            return
        zones = []
        if "agency_timezone" in agency:
            zones = [str(zone) for zone in agency["agency_timezone"].dropna().unique()]
        bad, told = frame.pop("bad").to_numpy(copy=True), Findings()
        frame = check_stops(frame, bad, zones, told)
        self.swapped_rows = np.array(told.rows_of("swapped_coordinates"), dtype=np.int64)
        first = (frame["stop_id"].notna() & ~frame["stop_id"].duplicated()).to_numpy()
        stops, unsure = stops_table(frame[first]), bad[first]
        label = tops(stops["parent"].to_numpy())
        by_name = groups_by_name(stops)
        label[by_name >= 0] = len(stops) + by_name[by_name >= 0]
        ids = [str(stop) for stop in stops.index]
        self._label = dict(zip(ids, label.tolist(), strict=True))
        if self.to.outline is None:
            return
        lon, lat = stops["stop_lon"].to_numpy(), stops["stop_lat"].to_numpy()
        self._country = self._countries_of(ids, lon, lat)
        inside = unsure | np.isnan(lon) | np.isnan(lat) | lies_inside(self.to.outline, lon, lat)
        near = np.bincount(label, weights=inside, minlength=2 * len(stops)) > 0
        self._outside = {stop for stop, here in zip(ids, near[label], strict=True) if not here}

    def _countries_of(self, ids: list[str], lon: Floats, lat: Floats) -> dict[str, int]:
        """Find in which country stops lie, as bits of a number: two for the first, then four."""
        if self.to.land is None:
            return {}
        found: dict[str, int] = {}
        for number, shape in enumerate(self.to.land.geometry, start=1):
            inside = np.flatnonzero(lies_inside(shape, lon, lat))
            found |= {ids[i]: 1 << number for i in inside.tolist()}
        return found

    def _called_near(self, cells: Mapping[str, ReadCells]) -> Flags:
        """Return which calls are not known to be outside the area."""
        if "stop_id" not in cells:
            return np.ones(len(cells["trip_id"].codes), dtype=bool)
        outside = self._outside
        return cells["stop_id"].test(lambda stop: stop not in outside, empty=True)

    def _trips_near(self) -> dict[str, int]:
        """Find the trips that call in the area, each with the countries as bits of a number."""
        found: dict[str, int] = {}

        def look(cells: Mapping[str, ReadCells]) -> Flags:
            trip = cells["trip_id"]
            near = self._called_near(cells) & (trip.codes >= 0)
            bits = np.ones(len(trip.codes), dtype=np.int64)
            if self._country and "stop_id" in cells:
                stop = cells["stop_id"]
                of_stop = [self._country.get(text, 0) for text in stop.texts]
                bits |= np.array([*of_stop, 0], dtype=np.int64)[stop.codes]
            of_trip = np.zeros(len(trip.texts), dtype=np.int64)
            np.bitwise_or.at(of_trip, trip.codes[near], bits[near])
            for i in np.flatnonzero(of_trip).tolist():
                text = trip.texts[i]
                found[text] = found.get(text, 0) | int(of_trip[i])
            self._counts.calls += len(trip.codes)
            return np.zeros(len(trip.codes), dtype=bool)

        self._read("stop_times", _needing("trip_id", look, "stop_id", only=True))
        return found

    def _usual_service(self, near: pd.DataFrame) -> pd.DataFrame | None:
        """Count the trips of the area by day, on whatever days they run."""
        if self.to.first is None:
            return None
        tables = self._calendars | {"trips": near.drop_duplicates("trip_id")}
        days = service_days(tables, Findings()) if self._calendars else None
        if days is None:
            return None
        place = {service: i for i, service in enumerate(days.services)}
        found = tables["trips"]["service_id"].map(place)
        known = found.notna().to_numpy()
        service = found[known].to_numpy(dtype=np.int64)
        bits = np.array(
            [self._near[trip] for trip in tables["trips"]["trip_id"][known]], dtype=int
        )
        land = [] if self.to.land is None else list(self.to.land["country"])
        counts = {
            name: np.bincount(service[bits >> number & 1 == 1], minlength=len(place))
            for number, name in enumerate(["trips", *land])
        }
        return sum_by_day(days, {name: count for name, count in counts.items() if count.any()})

    def _idle_services(self) -> set[str]:
        """Find the services that run on none of the days."""
        if self.to.first is None or self.to.last is None:
            return set()
        faulty: set[str] = set()
        for name in ("calendar", "calendar_dates"):
            frame = self._read(name)
            if "bad" not in frame or not {f.name for f in _RELATION[name].fields} <= set(frame):
                continue
            bad = frame["bad"].to_numpy()
            faulty |= set(frame.loc[bad, "service_id"].dropna().astype(str))
            self._calendars[name] = frame[~bad].drop_duplicates([*_RELATION[name].key])
        first = self.to.first - timedelta(days=DAYS_BEFORE)
        last = self.to.last + timedelta(days=DAYS_AFTER)
        return idle_services(self._calendars, first, last) - faulty

    def _trips(self, choose: Callable[[Mapping[str, ReadCells]], Flags]) -> pd.DataFrame:
        """Read id, service and block of some trips."""
        import pandas as pd

        frame = self._read("trips", _needing("trip_id", choose, "block_id"))
        return pd.DataFrame(
            {name: text_column(frame, name) for name in ("trip_id", "service_id", "block_id")},
            dtype=object,
        )

    def _link(self, kept: pd.DataFrame) -> None:
        """Add trips that vehicles of the kept ones make as well, until there are no more."""
        pairs = self._pairs()
        seen, blocks = set(self.kept), set[str]()
        while True:
            new_blocks = set(kept["block_id"]) - blocks - {""}
            linked = {b for a, b in pairs if a in self.kept} | {
                a for a, b in pairs if b in self.kept
            }
            linked -= seen
            if not new_blocks and not linked:
                return
            blocks |= new_blocks
            more = self._trips(
                lambda cells, linked=linked, blocks=new_blocks: (  # type: ignore[misc]
                    _test(cells, "trip_id", linked) | _test(cells, "block_id", blocks)
                )
            )
            kept = more[~more["trip_id"].isin(seen) & ~more["service_id"].isin(self._idle)]
            seen |= linked
            seen |= set(kept["trip_id"])
            self.kept |= set(kept["trip_id"])

    def _pairs(self) -> list[tuple[str, str]]:
        """Read the transfers between trips of one vehicle."""
        frame = self._read(
            "transfers",
            RowChoice(
                ("transfer_type",), lambda cells: _test(cells, "transfer_type", _ONE_VEHICLE)
            ),
        )
        if not len(frame):
            return []
        ends = (text_column(frame, "from_trip_id"), text_column(frame, "to_trip_id"))
        return [(a, b) for a, b in zip(*ends, strict=True) if a and b]

    def choice(self, name: str, tables: Tables) -> RowChoice | None:
        """Return which rows of a file are kept; None for all.

        Parameters
        ----------
        name
            The file, without ``.txt``.
        tables
            What was read of files before it in :func:`reading_order`.
        """
        if name in _WHOLE:
            return None
        if name == "stop_times":
            return _needing("trip_id", self._calls_kept, "stop_id")
        if name == "trips":
            return _needing("trip_id", self._trips_kept)
        if name == "stops":
            return _needing("stop_id", self._stops_kept(_ids(tables, "stop_times", "stop_id")))
        if name in _BY_TRIPS:
            column = _BY_TRIPS[name]
            ids = _ids(tables, "trips", column)
            return _needing(column, lambda cells: _test(cells, column, ids))
        among = {end: _ids(tables, of, f"{of[:-1]}_id") for end, of in _ENDS.items()}
        return RowChoice(tuple(among), lambda cells: _all_among(cells, among))

    def _calls_kept(self, cells: Mapping[str, ReadCells]) -> Flags:
        """Return the calls of trips that are kept; and those of no known trip in the area."""
        kept = _test(cells, "trip_id", self.kept | self._strays)
        nameless = cells["trip_id"].codes < 0
        if nameless.any() and "stop_id" in cells:
            kept |= nameless & (cells["stop_id"].codes >= 0) & self._called_near(cells)
        self._counts.kept_calls += int(kept.sum())
        return kept

    def _trips_kept(self, cells: Mapping[str, ReadCells]) -> Flags:
        """Return the trips that are kept, and take note of the first that is not."""
        trip = cells["trip_id"]
        kept = _test(cells, "trip_id", self.kept)
        self._counts.trips += int((trip.codes >= 0).sum())
        if not self._others and (other := ~kept & (trip.codes >= 0)).any():
            names = (trip.texts[i] for i in trip.codes[other].tolist())
            self._others += [next((name for name in names if name not in self._near), "")]
            self._others = [name for name in self._others if name]
        return kept

    def _stops_kept(self, called: Iterable[str]) -> Callable[[Mapping[str, ReadCells]], Flags]:
        """Return what chooses the stops that trips call at, with all of their stations."""
        groups = {self._label[stop] for stop in called if stop in self._label}
        wanted = {stop for stop, group in self._label.items() if group in groups}

        def choose(cells: Mapping[str, ReadCells]) -> Flags:
            kept = _test(cells, "stop_id", wanted)
            self._counts.stops += len(kept)
            self._counts.kept_stops += int(kept.sum())
            return kept

        return choose

    def report(self, findings: Findings) -> None:
        """Report how much was cut.

        Parameters
        ----------
        findings
            Collects it.
        """
        counts = self._counts
        idle = len(self._near.keys() - self._strays - self.kept)
        far = counts.trips - len(self.kept) - idle
        remedy = "left out while it was read; what stands in their rows was not looked at"
        if far > 0:
            findings.add(
                "notice",
                "cut_to_area",
                f"{far:,} of {counts.trips:,} trips call nowhere in the area; kept are "
                f"{counts.kept_calls:,} of {counts.calls:,} calls and {counts.kept_stops:,} of "
                f"{counts.stops:,} stops",
                file="trips.txt",
                values=self._others,
                remedy=remedy,
                count=far,
            )
        if self.to.first is not None:
            findings.add(
                "notice",
                "cut_to_dates",
                f"{idle:,} trips of the area run on none of the days asked about",
                file="trips.txt",
                values=[self.to.days],
                remedy=remedy,
                count=idle,
            )


def reading_order(name: str) -> int:
    """Return when a file is read, of a feed that is cut: trips tell what is kept of others.

    Parameters
    ----------
    name
        The file, without ``.txt``.
    """
    first = ("stop_times", "trips", "stops", "routes")
    return first.index(name) if name in first else len(first)


def _needing(
    column: str,
    choose: Callable[[Mapping[str, ReadCells]], Flags],
    *more: str,
    only: bool = False,
) -> RowChoice:
    """Return a choice by a column, and others where there are; no row without that column."""

    def chosen(cells: Mapping[str, ReadCells]) -> Flags:
        if column in cells:
            return choose(cells)
        return np.zeros(len(next(iter(cells.values())).codes), dtype=bool)

    return RowChoice((column, *more), chosen, only=only)


def _test(cells: Mapping[str, ReadCells], column: str, among: Collection[str]) -> Flags:
    """Return in which rows a column holds one of some ids."""
    if column not in cells:
        return np.zeros(len(next(iter(cells.values())).codes), dtype=bool)
    return cells[column].test(among.__contains__, empty=False)


def _all_among(cells: Mapping[str, ReadCells], among: Mapping[str, set[str]]) -> Flags:
    """Return the rows all of whose given ends are kept."""
    kept = [column.test(among[name].__contains__, empty=True) for name, column in cells.items()]
    return np.asarray(np.logical_and.reduce(kept))


def _ids(tables: Tables, name: str, column: str) -> set[str]:
    """Return the ids in a column of a file that was read; none where it has no such column."""
    frame = tables.get(name)
    if frame is None or column not in frame:
        return set()
    return {str(value) for value in frame[column].dropna().unique()}
