"""A study: one file that names inputs, trips, cutoffs, scenarios and outputs, run end to end."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError, some
from grensgeo.files import read_toml
from grensgeo.maps.atlas import LONGEST_MIN
from grensgeo.monitor import period_faults
from grensgeo.words import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from grensgeo.traveltimes import Trip

#: Origins a block; bounds memory to block x destinations x 4 bytes.
BLOCK = 1000


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
    """

    network: str
    modes: tuple[str, ...]
    cutoffs_min: tuple[float, ...]
    origins: tuple[tuple[str, str, float, float], ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class StudyTrip:
    """A trip of a study and the network it is made on."""

    trip_id: str
    network: str
    trip: Trip


@dataclass(frozen=True)
class StudyScenario:
    """A scenario file of a study and the trips that are computed with it."""

    path: Path
    trips: tuple[str, ...]


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
        What goes into the feed of the monitor.
    atlas
        What the atlas offers; no atlas is made if None.
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
    path = Path(path)
    return _Reader(path).study(read_toml(path))


def _limited(
    trips: tuple[StudyTrip, ...],
    cutoffs: tuple[float, ...],
    isochrones: tuple[IsochroneSet, ...],
    *,
    atlas: bool,
) -> tuple[StudyTrip, ...]:
    """Give every trip a longest time, so that none is offered that nobody asked about."""
    longest = max((*cutoffs, float(LONGEST_MIN) if atlas else 0.0), default=0.0)
    limited = []
    for item in trips:
        drawn = [max(s.cutoffs_min, default=0.0) for s in isochrones if item.trip.mode in s.modes]
        limit = max(longest, *drawn, 0.0)
        known = item.trip.max_min is not None or not limit
        trip = item.trip if known else replace(item.trip, max_min=limit)
        limited.append(replace(item, trip=trip))
    return tuple(limited)


class _Reader:
    """Collects every fault of one study file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[str] = []

    def take(
        self, table: object, where: str, keys: Mapping[str, type | tuple[type, ...]]
    ) -> dict[str, Any]:
        """Give the known keys of a table; a key ending in ``?`` may be left out."""
        if not isinstance(table, dict):
            self.faults.append(f"{where} is not a table")
            table = {}
        known = {key.rstrip("?"): kind for key, kind in keys.items()}
        unknown = sorted(set(table) - set(known))
        if unknown:
            self.faults.append(
                f"{where}: unknown keys {', '.join(unknown)}; known are {', '.join(known)}"
            )
        result = {}
        for key, kind in keys.items():
            name = key.rstrip("?")
            if name not in table:
                if not key.endswith("?"):
                    self.faults.append(f"{where}: key {name!r} is missing")
            elif not isinstance(table[name], kind) or (
                kind is not bool and isinstance(table[name], bool)
            ):
                self.faults.append(f"{where}: {name} = {table[name]!r} has the wrong type")
            else:
                result[name] = table[name]
        return result

    def names(self, table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
        """Give a list of names; one that is there must not be empty."""
        values = table.get(key, [])
        if not all(isinstance(value, str) for value in values):
            self.faults.append(f"{where}: {key} = {values} is not a list of names")
            return ()
        if key in table and not values:
            self.faults.append(f"{where}: {key} is empty; name at least one")
        return tuple(values)

    def study(self, data: dict[str, Any]) -> Study:
        """Read the whole file."""
        top = self.take(
            data,
            "the study file",
            {
                "study": dict,
                "networks": dict,
                "trips": list,
                "reach": dict,
                "isochrones?": list,
                "scenarios?": list,
                "monitor?": dict,
                "atlas?": dict,
            },
        )
        head = self.head(top.get("study", {}))
        folder = self.path.parent
        networks = self.networks(top.get("networks", {}))
        reach = self.take(
            top.get("reach", {}),
            "[reach]",
            {"areas": list, "cutoffs_min": list, "opportunities": list},
        )
        cutoffs = self.cutoffs(reach.get("cutoffs_min", []), "[reach]")
        areas = self.names(reach, "areas", "[reach]")
        opportunities = self.names(reach, "opportunities", "[reach]")
        trips = tuple(t for t in map(self.trip, top.get("trips", [])) if t is not None)
        ids = [trip.trip_id for trip in trips]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            self.faults.append(f"[[trips]]: id twice: {some(twice)}")
        isochrones = tuple(map(self.isochrone_set, top.get("isochrones", [])))
        trips = _limited(trips, cutoffs, isochrones, atlas="atlas" in top)
        scenarios = tuple(map(self.scenario, top.get("scenarios", [])))
        monitor_trips, monitor_cutoff = self.monitor(top, cutoffs)
        atlas = None
        if "atlas" in top:
            atlas = self.atlas(top["atlas"], trips, scenarios, opportunities)
        used = [item.network for item in trips] + [item.network for item in isochrones]
        self.references(used, networks, "networks")
        named = [name for item in scenarios for name in item.trips]
        self.references([*named, *monitor_trips], ids, "trips")
        if self.faults:
            raise InputError(f"{self.path}: " + "; ".join(self.faults))
        return Study(
            study_id=head["id"],
            title=head["title"],
            language=head.get("language", "nl"),
            period=head["period"],
            region=folder / head["region"],
            networks=networks,
            trips=trips,
            areas=areas,
            cutoffs_min=cutoffs,
            opportunities=opportunities,
            isochrones=isochrones,
            scenarios=scenarios,
            monitor_trips=monitor_trips,
            monitor_cutoff_min=monitor_cutoff,
            atlas=atlas,
        )

    def head(self, table: object) -> dict[str, Any]:
        """Read ``[study]``."""
        head = self.take(
            table,
            "[study]",
            {"id": str, "region": str, "title": dict, "period": str, "language?": str},
        )
        title = head.get("title", {})
        words = [value for value in title.values() if isinstance(value, str) and value.strip()]
        if sorted(title) != sorted(LANGUAGES) or len(words) != len(title):
            self.faults.append("[study.title]: give nl, de and en, each a text")
        if "period" in head:
            self.faults += [f"[study]: {fault}" for fault in period_faults(head["period"])]
        if head.get("language", "nl") not in LANGUAGES:
            self.faults.append(f"[study]: language {head['language']!r}; choose nl, de or en")
        return head

    def networks(self, table: Mapping[str, object]) -> dict[str, Path]:
        """Read ``[networks]``: a folder by name."""
        folders = {}
        for name, value in table.items():
            if isinstance(value, str):
                folders[name] = self.path.parent / value
            else:
                self.faults.append(f"[networks]: {name} = {value!r} is not a folder name")
        return folders

    def monitor(
        self, top: Mapping[str, Any], cutoffs: tuple[float, ...]
    ) -> tuple[tuple[str, ...], float]:
        """Read ``[monitor]``: trips and the cutoff; no trips where it is left out."""
        if "monitor" not in top:
            return (), 0.0
        values = self.take(
            top["monitor"], "[monitor]", {"trips": list, "cutoff_min": (int, float)}
        )
        trips = self.names(values, "trips", "[monitor]")
        cutoff = float(values.get("cutoff_min", math.nan))
        if "cutoff_min" in values and cutoff not in cutoffs:
            self.faults.append(f"[monitor]: cutoff_min is not among the cutoffs {list(cutoffs)}")
        return trips, cutoff

    def cutoffs(self, values: list[object], where: str) -> tuple[float, ...]:
        """Give rising positive cutoffs."""
        numbers = tuple(
            float(v)
            for v in values
            if isinstance(v, (int, float)) and not isinstance(v, bool) and 0 < v < math.inf
        )
        if len(numbers) != len(values) or not numbers or sorted(set(numbers)) != list(numbers):
            self.faults.append(f"{where}: cutoffs_min = {values} are not rising positive minutes")
        return numbers

    def trip(self, table: object) -> StudyTrip | None:
        """Read one of ``[[trips]]``."""
        from grensgeo.traveltimes import Trip

        number = (int, float)
        values = self.take(
            table,
            "[[trips]]",
            {
                "id": str,
                "network": str,
                "mode": str,
                "max_min?": number,
                "max_snap_m?": number,
                "access?": str,
                "egress?": str,
                "max_access_min?": number,
                "max_egress_min?": number,
                "park_min?": number,
                "departure?": str,
                "arrival?": str,
                "window_min?": number,
                "percentiles?": list,
                "max_rides?": int,
                "max_change_min?": number,
                "seed?": int,
                "period?": str,
                "max_stress?": int,
                "foreign_routing?": bool,
                "crossing_time_min?": number,
                "delays?": bool,
            },
        )
        if not {"id", "network", "mode"} <= set(values):
            return None
        trip_id, network, mode = values.pop("id"), values.pop("network"), values.pop("mode")
        try:
            return StudyTrip(trip_id, network, Trip(mode, **values))
        except InputError as error:
            self.faults.append(f"[[trips]] {trip_id}: {error}")
            return None

    def isochrone_set(self, table: object) -> IsochroneSet:
        """Read one of ``[[isochrones]]``."""
        values = self.take(
            table,
            "[[isochrones]]",
            {
                "network": str,
                "modes": list,
                "cutoffs_min": list,
                "origins?": list,
                "places?": list,
            },
        )
        origins = []
        for entry in values.get("origins", []):
            number = (int, float)
            point = self.take(
                entry,
                "[[isochrones]] origins",
                {"id": str, "name": str, "lon": number, "lat": number},
            )
            if len(point) == 4:
                origins.append(
                    (point["id"], point["name"], float(point["lon"]), float(point["lat"]))
                )
        from grensgeo.modes import TRIP_MODES

        places = self.names(values, "places", "[[isochrones]]")
        modes = self.names(values, "modes", "[[isochrones]]")
        unknown = [mode for mode in modes if mode not in TRIP_MODES]
        if unknown:
            self.faults.append(
                f"[[isochrones]]: unknown modes {some(unknown)}; known are {', '.join(TRIP_MODES)}"
            )
        if not origins and not places:
            self.faults.append("[[isochrones]]: give origins or places")
        return IsochroneSet(
            values.get("network", ""),
            modes,
            self.cutoffs(values.get("cutoffs_min", []), "[[isochrones]]"),
            tuple(origins),
            places,
        )

    def scenario(self, table: object) -> StudyScenario:
        """Read one of ``[[scenarios]]``."""
        values = self.take(table, "[[scenarios]]", {"file": str, "trips": list})
        trips = self.names(values, "trips", "[[scenarios]]")
        return StudyScenario(self.path.parent / values.get("file", ""), trips)

    def atlas(
        self,
        table: object,
        trips: Sequence[StudyTrip],
        scenarios: Sequence[StudyScenario],
        counted: tuple[str, ...],
    ) -> StudyAtlas | None:
        """Read ``[atlas]``: trips of the study, further departures of them, and the opening."""
        where, folder = "[atlas]", self.path.parent
        values = self.take(
            table,
            where,
            {
                "trips": list,
                "departures?": list,
                "percentiles?": list,
                "opportunities?": list,
                "scenarios?": list,
                "place?": str,
                "trip?": str,
                "cutoff_min?": int,
            },
        )
        own = {item.trip_id: item for item in trips}
        named = self.names(values, "trips", where)
        self.references(named, own, "trips")
        offered = {name: own[name].trip for name in named if name in own}
        networks = sorted({own[name].network for name in offered})
        if len(networks) > 1:
            self.faults.append(f"{where}: trips on networks {some(networks)}; give those of one")
        like = {name: name for name in offered}
        titles: dict[str, Mapping[str, str]] = {}
        for entry in values.get("departures", []):
            self.departure(entry, offered, like, titles)
        if "percentiles" in values:
            self.percentiles(values["percentiles"], offered)
        if "trip" in values:
            self.references([values["trip"]], offered, "trips")
        paths = {item.path: item.trips for item in scenarios}
        chosen = [folder / name for name in self.names(values, "scenarios", where)] or [*paths]
        self.references(map(str, chosen), map(str, paths), "scenarios")
        cutoff = values.get("cutoff_min", 45)
        if not 1 <= cutoff <= LONGEST_MIN:
            self.faults.append(f"{where}: cutoff_min = {cutoff}, expected 1 to {LONGEST_MIN}")
        if not networks:
            return None
        return StudyAtlas(
            network=networks[0],
            trips=offered,
            titles=titles,
            opportunities=self.names(values, "opportunities", where) or counted,
            scenarios={
                path: tuple(name for name in offered if like[name] in paths[path])
                for path in chosen
                if path in paths
            },
            place=values.get("place"),
            trip=values.get("trip"),
            cutoff_min=cutoff,
        )

    def departure(
        self,
        table: object,
        offered: dict[str, Trip],
        like: dict[str, str],
        titles: dict[str, Mapping[str, str]],
    ) -> None:
        """Read one of ``[[atlas.departures]]``: a trip of the atlas at another time of day."""
        where = "[[atlas.departures]]"
        values = self.take(
            table,
            where,
            {
                "id": str,
                "trip": str,
                "title?": dict,
                "departure?": str,
                "window_min?": (int, float),
                "period?": str,
            },
        )
        if not {"trip", "id"} <= set(values):
            return
        name, base, title = values.pop("id"), values.pop("trip"), values.pop("title", None)
        if title is not None:
            titles[name] = title
            if not all(lang in LANGUAGES and isinstance(word, str) and word.strip()
                       for lang, word in title.items()) or not title:  # fmt: skip
                self.faults.append(f"{where} {name}: title {title}; give texts for nl, de, en")
        self.references([base], offered, "trips")
        if name in offered:
            self.faults.append(f"{where}: id {name!r} twice")
        elif base in offered:
            try:
                offered[name] = replace(offered[base], **values)
            except InputError as error:
                self.faults.append(f"{where} {name}: {error}")
            like[name] = like[base]

    def percentiles(self, values: list[int], offered: dict[str, Trip]) -> None:
        """Give the trips by timetable these percentiles."""
        timed = [name for name, t in offered.items() if t.mode == "transit" and t.moment]
        if offered and not timed:
            self.faults.append("[atlas]: percentiles are of trips by timetable; there is none")
        for name in timed:
            try:
                offered[name] = replace(offered[name], percentiles=tuple(values))
            except InputError as error:
                self.faults.append(f"[atlas]: {error}")
                return

    def references(self, used: Iterable[str], known: Iterable[str], what: str) -> None:
        """Find names that nothing bears."""
        names = list(known)
        unknown = sorted(set(used) - set(names))
        if unknown:
            self.faults.append(f"unknown {what} {some(unknown)}; known are {', '.join(names)}")
