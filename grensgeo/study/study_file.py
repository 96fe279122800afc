"""A study: one file that names inputs, trips, cutoffs, scenarios and outputs, run end to end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError, some
from grensgeo.files import read_record
from grensgeo.maps.atlas import LONGEST_MIN
from grensgeo.monitor import (
    FeedOptions,
    option_faults,
    period_faults,
    read_options,
)
from grensgeo.study.study_options import study_record
from grensgeo.traveltimes.trip_options import trip_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.declared.record_reader import RecordReader
    from grensgeo.declared.toml_lines import Path as At
    from grensgeo.traveltimes import Trip
    from grensgeo.words import Language

#: Minutes of a day: cutoffs are shorter.
_DAY_MIN = 1440


@dataclass(frozen=True)
class IsochroneSet:
    """Isochrones of some origins by some modes over one network.

    Attributes
    ----------
    network
        Name of the network in the study.
    modes
        Modes, in the order in which the map offers them.
    cutoffs_min
        Cutoffs in minutes, rising.
    origins
        Named points ``(id, name, lon, lat)``.
    places
        Codes of municipalities whose main place is an origin.
    at
        Where it stands in the study's file.
    """

    network: str
    modes: tuple[str, ...]
    cutoffs_min: tuple[float, ...]
    origins: tuple[tuple[str, str, float, float], ...] = ()
    places: tuple[str, ...] = ()
    at: At = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class StudyTrip:
    """A trip of a study and the network it is made on."""

    trip_id: str
    network: str
    trip: Trip
    at: At = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class StudyScenario:
    """A scenario file of a study and the trips that are computed with it."""

    path: Path
    trips: tuple[str, ...]
    at: At = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class StudyFacilities:
    """Facilities of one kind of which the feed tells how near they are.

    Attributes
    ----------
    kind
        What they are.
    path
        Points, or an extract.
    licence, attribution, reference_date, url
        Of the points; empty where nothing is said.
    at
        Where it stands in the study's file.
    """

    kind: str
    path: Path
    licence: str = ""
    attribution: str = ""
    reference_date: str = ""
    url: str = ""
    at: At = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class StudyAtlas:
    """What the atlas of a study offers.

    Attributes
    ----------
    network
        Name of the network in the study.
    trips
        Trips by id, in the order in which the atlas offers them.
    titles
        Names of trips by id and language, where the file gives them.
    opportunities
        What can be counted.
    scenarios
        Files of the scenarios that it offers, and the ids of the trips that each is for.
    place
        Code of the municipality with which it opens; the first one if None.
    trip
        Id of the trip with which it opens; the first one if None.
    cutoff_min
        Cutoff with which it opens, whole minutes.
    """

    network: str
    trips: Mapping[str, Trip]
    titles: Mapping[str, Mapping[str, str]]
    opportunities: tuple[str, ...]
    scenarios: Mapping[Path, tuple[str, ...]]
    place: str | None = None
    trip: str | None = None
    cutoff_min: int = 45


@dataclass(frozen=True)
class Study:
    """What a study file says, checked.

    Attributes
    ----------
    study_id
        Short name, used in the manifest.
    title
        Title by language (``nl``, ``de``, ``en``).
    language
        Language in which the maps open.
    period
        Period that the monitor's observations speak of.
    region
        Folder of the region.
    networks
        Folder of each network, by name.
    trips
        Trips from every cell of ``areas`` to every cell of the region.
    areas
        Areas of the region whose people are looked at.
    cutoffs_min
        Cutoffs of the reach tables, minutes.
    opportunities
        What is counted.
    isochrones
        Sets of isochrones.
    scenarios
        Scenarios that are held against the baseline.
    monitor_trips, monitor_cutoff_min
        What goes into the feed of the monitor; all cutoffs if it is 0.
    monitor_options
        What is said of the feed.
    monitor_facilities, monitor_radii_km
        Facilities of which it tells how near they are, and kilometres within which they count.
    monitor_errors
        File of errors against published figures, which its quality sheet tells.
    path
        The study file, where there is one.
    atlas
        What the atlas offers; no atlas is made if None.
    geopackage
        Whether layers with styles are written for QGIS.
    lines
        Line of each path of the file, by which faults that come up later are placed.
    """

    study_id: str
    title: Mapping[str, str]
    language: Language
    period: str
    region: Path
    networks: Mapping[str, Path]
    trips: tuple[StudyTrip, ...]
    areas: tuple[str, ...]
    cutoffs_min: tuple[float, ...]
    opportunities: tuple[str, ...]
    isochrones: tuple[IsochroneSet, ...]
    scenarios: tuple[StudyScenario, ...]
    monitor_trips: tuple[str, ...]
    monitor_cutoff_min: float
    atlas: StudyAtlas | None = None
    lines: Mapping[At, int] = field(default_factory=dict, compare=False, repr=False)
    geopackage: bool = False
    monitor_options: FeedOptions = field(default_factory=FeedOptions)
    monitor_facilities: tuple[StudyFacilities, ...] = ()
    monitor_radii_km: tuple[float, ...] = ()
    monitor_errors: Path | None = None
    path: Path | None = field(default=None, compare=False, repr=False)


def read_study(path: Path) -> Study:
    """Read a study file.

    Parameters
    ----------
    path
        TOML file; paths in it are relative to its folder. ``docs/study.md`` lists the keys.

    Returns
    -------
    Study
        What the file says.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    InputError
        With every unknown key, missing key and unknown reference at once.

    Examples
    --------
    >>> study = read_study(Path("data/sample/study.toml"))
    >>> study.areas, [item.trip_id for item in study.trips]
    (('twente', 'muensterland'), ['car', 'transit', 'transit-bicycle', 'ebike', 'bicycle', 'walk'])
    """
    faults, study = open_study(path)
    faults.fail(str(path))
    return study


def open_study(path: Path) -> tuple[RecordReader, Study]:
    """Read what can be read of a study file.

    Parameters
    ----------
    path
        As in :func:`read_study`.

    Returns
    -------
    RecordReader
        What is wrong with it, so that more can be added before it is raised.
    Study
        What the file says; where it says nothing that can be, nothing stands.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    """
    path = Path(path)
    faults, data = read_record(path, study_record(), where="the study file")
    for fault in period_faults(data.get("study", {}).get("period", "2022")):
        faults.add("period-wrong", f"[study]: {fault}", ("study", "period"))
    return faults, replace(_Reader(faults, path.parent).study(data), path=path)


def _limited(
    trips: tuple[StudyTrip, ...],
    cutoffs: tuple[float, ...],
    isochrones: tuple[IsochroneSet, ...],
    *,
    atlas: bool,
) -> tuple[StudyTrip, ...]:
    """Set the longest time of every trip, so that none is offered that nobody asked about."""
    longest = max((*cutoffs, float(LONGEST_MIN) if atlas else 0.0), default=0.0)
    limited = []
    for item in trips:
        drawn = [max(s.cutoffs_min, default=0.0) for s in isochrones if item.trip.mode in s.modes]
        limit = max(longest, *drawn, 0.0)
        known = item.trip.max_min is not None or not limit
        trip = item.trip if known else replace(item.trip, max_min=limit)
        limited.append(replace(item, trip=trip))
    return tuple(limited)


@dataclass
class _Reader:
    """Build a study of what its file says, and collects what does not fit together.

    Attributes
    ----------
    faults
        Collects faults, each with its line.
    folder
        Paths of the file are relative to it.
    """

    faults: RecordReader
    folder: Path

    def study(self, data: dict[str, Any]) -> Study:
        """Return the study; it holds only if there are no faults."""
        head, reach = data.get("study", {}), data.get("reach", {})
        cutoffs = tuple(map(float, reach.get("cutoffs_min", ())))
        opportunities = tuple(reach.get("opportunities", ()))
        trips = self.trips(data.get("trips", []))
        isochrones = tuple(
            self.isochrone_set(n, values) for n, values in enumerate(data.get("isochrones", []))
        )
        self.cutoffs(data)
        trips = _limited(trips, cutoffs, isochrones, atlas="atlas" in data)
        scenarios = self.scenarios(data.get("scenarios", []))
        monitor = data.get("monitor", {})
        monitor_cutoff = float(monitor.get("cutoff_min", 0.0))
        if "cutoff_min" in monitor and cutoffs and monitor_cutoff not in cutoffs:
            text = f"[monitor]: cutoff_min is not among the cutoffs {list(cutoffs)}"
            self.faults.add("name-unknown", text, ("monitor", "cutoff_min"))
        atlas = None
        if "atlas" in data:
            reader = _AtlasReader(self.faults, self.folder, trips, scenarios)
            atlas = reader.atlas(data["atlas"], _trip_ids(data), opportunities)
        networks = {name: self.folder / path for name, path in data.get("networks", {}).items()}
        self.references(data, networks)
        return Study(
            study_id=head.get("id", ""),
            title=head.get("title", {}),
            language=head.get("language", "nl"),
            period=head.get("period", ""),
            geopackage=head.get("geopackage", False),
            region=self.folder / head.get("region", ""),
            networks=networks,
            trips=trips,
            areas=tuple(reach.get("areas", ())),
            cutoffs_min=cutoffs,
            opportunities=opportunities,
            isochrones=isochrones,
            scenarios=scenarios,
            monitor_trips=tuple(monitor.get("trips", ())),
            monitor_cutoff_min=monitor_cutoff,
            atlas=atlas,
            lines=self.faults.lines,
            monitor_options=self.feed_options(monitor, cutoffs, opportunities),
            monitor_facilities=self.facilities(monitor.get("facilities", [])),
            monitor_radii_km=tuple(map(float, monitor.get("radii_km", ()))),
            monitor_errors=self.folder / monitor["errors"] if monitor.get("errors") else None,
        )

    def cutoffs(self, data: dict[str, Any]) -> None:
        """Check that cutoffs are shorter than a day; seconds are more than that."""
        tables: list[tuple[str, At, dict[str, Any]]]
        tables = [("[reach]", ("reach",), data.get("reach", {}))]
        tables += [
            ("[[isochrones]]", ("isochrones", n), item)
            for n, item in enumerate(data.get("isochrones", []))
        ]
        for where, at, item in tables:
            for number, value in enumerate(item.get("cutoffs_min", ())):
                if value >= _DAY_MIN:
                    text = (
                        f"{where}: cutoffs_min holds {value:g}, expected minutes below {_DAY_MIN}"
                    )
                    self.faults.add("out-of-range", text, (*at, "cutoffs_min", number))
                    break

    def scenarios(self, tables: list[dict[str, Any]]) -> tuple[StudyScenario, ...]:
        """Return the scenarios of ``[[scenarios]]`` that name a file, each once."""
        found: dict[Path, StudyScenario] = {}
        for number, item in enumerate(tables):
            if "file" not in item:
                continue
            path, at = self.folder / item["file"], ("scenarios", number)
            if path in found:
                text = f"[[scenarios]]: {item['file']} twice; name its trips in one table"
                self.faults.add("id-twice", text, (*at, "file"))
            found.setdefault(path, StudyScenario(path, tuple(item.get("trips", ())), at))
        return tuple(found.values())

    def facilities(self, tables: list[dict[str, Any]]) -> tuple[StudyFacilities, ...]:
        """Return the facilities of ``[[monitor.facilities]]``, each kind once."""
        found: dict[str, StudyFacilities] = {}
        for number, item in enumerate(tables):
            if not {"kind", "file"} <= set(item):
                continue
            at = ("monitor", "facilities", number)
            if item["kind"] in found:
                text = f"[[monitor.facilities]]: kind twice: {item['kind']}"
                self.faults.add("id-twice", text, (*at, "kind"))
            told = {name: value for name, value in item.items() if name not in ("kind", "file")}
            one = StudyFacilities(item["kind"], self.folder / item["file"], **told, at=at)
            found.setdefault(item["kind"], one)
        return tuple(found.values())

    def feed_options(
        self, monitor: dict[str, Any], cutoffs: tuple[float, ...], opportunities: tuple[str, ...]
    ) -> FeedOptions:
        """Return what is said of the feed; its norms are of what is counted."""
        options = read_options(monitor)
        for fault in option_faults(options):
            self.faults.add(fault.code, f"[monitor]: {fault}", ("monitor",))
        kinds = {item.get("kind") for item in monitor.get("facilities", [])}
        for number, norm in enumerate(options.norms):
            at = ("monitor", "norms", number)
            if norm.get("opportunity") in kinds:
                continue  # the nearest is known, at any time
            if cutoffs and float(norm.get("cutoff_min", cutoffs[0])) not in cutoffs:
                text = f"[[monitor.norms]]: cutoff_min is not among the cutoffs {list(cutoffs)}"
                self.faults.add("name-unknown", text, (*at, "cutoff_min"))
            if opportunities and norm.get("opportunity", opportunities[0]) not in opportunities:
                text = f"[[monitor.norms]]: opportunity is not among {some(opportunities)}"
                self.faults.add("name-unknown", text, (*at, "opportunity"))
        return options

    def references(self, data: dict[str, Any], networks: Mapping[str, Path]) -> None:
        """Check networks and trips that are named against those that there are."""
        used: list[tuple[str, tuple[str | int, ...]]] = [
            (item["network"], (table, n, "network"))
            for table in ("trips", "isochrones")
            for n, item in enumerate(data.get(table, []))
            if "network" in item
        ]
        if "networks" in data:
            self.faults.references(used, networks, "networks")
        used = [
            (name, ("scenarios", n, "trips"))
            for n, item in enumerate(data.get("scenarios", []))
            for name in item.get("trips", ())
        ]
        used += [(name, ("monitor", "trips")) for name in data.get("monitor", {}).get("trips", ())]
        self.faults.references(used, _trip_ids(data), "trips")

    def trips(self, tables: list[dict[str, Any]]) -> tuple[StudyTrip, ...]:
        """Return the trips of ``[[trips]]`` that can be."""
        from grensgeo.traveltimes import Trip

        trips: list[StudyTrip] = []
        for number, values in enumerate(tables):
            if not {"id", "network", "mode"} <= set(values):
                continue
            options = {name: v for name, v in values.items() if name not in ("id", "network")}
            at, where = ("trips", number), f"[[trips]] {values['id']}"
            if values["id"] in [item.trip_id for item in trips]:
                self.faults.add("id-twice", f"[[trips]]: id twice: {values['id']}", (*at, "id"))
            if not self.faults.hold(trip_record(), options, at, where=where):
                continue
            try:
                trip = Trip(**options)
                trip.check_stops()
                trips.append(StudyTrip(values["id"], values["network"], trip, at))
            except InputError as error:
                self.faults.place(error.at(where), at)
        return tuple(trips)

    def isochrone_set(self, number: int, values: dict[str, Any]) -> IsochroneSet:
        """Return one of ``[[isochrones]]``."""
        points = [item for item in values.get("origins", []) if len(item) == 4]
        places = tuple(values.get("places", ()))
        said = any(("isochrones", number, x) in self.faults.lines for x in ("origins", "places"))
        if not points and not places and not said:
            text = "[[isochrones]]: give origins or places"
            self.faults.add("key-missing", text, ("isochrones", number))
        return IsochroneSet(
            values.get("network", ""),
            tuple(values.get("modes", ())),
            tuple(map(float, values.get("cutoffs_min", ()))),
            tuple((p["id"], p["name"], float(p["lon"]), float(p["lat"])) for p in points),
            places,
            ("isochrones", number),
        )


def _trip_ids(data: dict[str, Any]) -> list[str]:
    """Return the ids of all trips of a file, also of those that cannot be."""
    return list(dict.fromkeys(item["id"] for item in data.get("trips", []) if "id" in item))


@dataclass
class _AtlasReader:
    """Build what an atlas offers of the table ``[atlas]``.

    Attributes
    ----------
    faults, folder
        As in the reader of the study.
    trips, scenarios
        Those of the study.
    """

    faults: RecordReader
    folder: Path
    trips: Sequence[StudyTrip]
    scenarios: Sequence[StudyScenario]

    def atlas(
        self, values: dict[str, Any], ids: Sequence[str], counted: tuple[str, ...]
    ) -> StudyAtlas | None:
        """Return the atlas: trips of the study, further departures of them, and the opening."""
        own = {item.trip_id: item for item in self.trips}
        named = values.get("trips", [])
        self.faults.references([(name, ("atlas", "trips")) for name in named], ids, "trips")
        offered = {name: own[name].trip for name in named if name in own}
        networks = sorted({own[name].network for name in offered})
        if len(networks) > 1:
            text = f"[atlas]: trips on networks {some(networks)}; give those of one"
            self.faults.add("more-than-one", text, ("atlas", "trips"))
        like = {name: name for name in offered}
        titled: dict[str, Mapping[str, str]] = {}
        broken = {name for name in named if name in ids and name not in own}
        for number, entry in enumerate(values.get("departures", [])):
            if entry.get("trip") not in broken:
                self.departure(number, entry, offered, like)
            if {"id", "title"} <= set(entry):
                titled[entry["id"]] = entry["title"]
        if "percentiles" in values:
            self.percentiles(values["percentiles"], offered)
        if "trip" in values:
            known = [*offered, *(name for name in named if name in ids)]
            self.faults.references([(values["trip"], ("atlas", "trip"))], known, "trips")
        paths = {item.path: item.trips for item in self.scenarios}
        chosen = [self.folder / name for name in values.get("scenarios", ())] or [*paths]
        used = [(str(path), ("atlas", "scenarios")) for path in chosen]
        self.faults.references(used, map(str, paths), "scenarios")
        if not networks:
            return None
        return StudyAtlas(
            network=networks[0],
            trips=offered,
            titles=titled,
            opportunities=tuple(values.get("opportunities", ())) or counted,
            scenarios={
                path: tuple(name for name in offered if like[name] in paths[path])
                for path in chosen
                if path in paths
            },
            place=values.get("place"),
            trip=values.get("trip"),
            cutoff_min=values.get("cutoff_min", 45),
        )

    def departure(
        self, number: int, values: dict[str, Any], offered: dict[str, Trip], like: dict[str, str]
    ) -> None:
        """Add one of ``[[atlas.departures]]``: a trip of the atlas at another time of day."""
        if not {"trip", "id"} <= set(values):
            return
        where, at = "[[atlas.departures]]", ("atlas", "departures", number)
        name, base = values["id"], values["trip"]
        options = {key: v for key, v in values.items() if key not in ("id", "trip", "title")}
        self.faults.references([(base, (*at, "trip"))], offered, "trips")
        if name in offered:
            self.faults.add("id-twice", f"{where}: id {name!r} twice", (*at, "id"))
        elif base in offered:
            try:
                offered[name] = replace(offered[base], **options)
            except InputError as error:
                self.faults.place(error.at(f"{where} {name}"), at)
            like[name] = like[base]

    def percentiles(self, values: list[int], offered: dict[str, Trip]) -> None:
        """Set the percentiles of the trips by timetable to these percentiles."""
        at = ("atlas", "percentiles")
        timed = [name for name, t in offered.items() if t.mode == "transit" and t.moment]
        if offered and not timed:
            text = "[atlas]: percentiles are of trips by timetable; there is none"
            self.faults.add("option-unfit", text, at)
        for name in timed:
            try:
                offered[name] = replace(offered[name], percentiles=tuple(values))
            except InputError as error:
                self.faults.place(error.at("[atlas]"), at)
                return
