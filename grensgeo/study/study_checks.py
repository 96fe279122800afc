"""What a study names, opened and held against what it asks for, before the long work starts."""

from __future__ import annotations

import warnings
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from grensgeo.declared.option import like, nearest
from grensgeo.declared.record_reader import RecordReader
from grensgeo.errors import Fault, GrensgeoError, GrensgeoWarning, InputError, some
from grensgeo.study.study_atlas import page_faults
from grensgeo.study.study_file import open_study
from grensgeo.study.study_inputs import StudyInputs
from grensgeo.study.study_situations import drawn_networks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from grensgeo.declared.toml_lines import Path as At
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario
    from grensgeo.study.study_file import IsochroneSet, Study, StudyScenario

#: Days around one without service among which another is looked for: a year.
_DAYS_AROUND = 366
#: So far from the streets of a network without an outline no origin is snapped, degrees.
_NEAR_DEG = 0.1


def check_study(study: Study) -> None:
    """Open everything that a study names, and say what is missing, misspelt or elsewhere.

    Parameters
    ----------
    study
        What :func:`grensgeo.study.read_study` gave.

    Raises
    ------
    InputError
        With every fault at once: a region, a network or a scenario that cannot be read or does
        not fit, unknown areas, opportunities and places, days without any service, origins
        outside a network's data.
    """
    hold_study(StudyInputs(study))


def check_study_file(path: Path) -> Study:
    """Read a study file, and open everything that it names.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    Study
        What it says.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    InputError
        With every fault at once, by line: those of :func:`grensgeo.study.read_study` and those of
        :func:`check_study`.
    """
    reader, study = open_study(path)
    _look(reader, StudyInputs(study), sound=not reader.faults)
    reader.fail(str(path))
    return study


def hold_study(inputs: StudyInputs) -> None:
    """Validate what a study asks for against its region, networks and scenarios.

    Parameters
    ----------
    inputs
        What it names; whatever is opened stays open.

    Raises
    ------
    InputError
        As :func:`check_study`.
    """
    study = inputs.study
    reader = RecordReader(study.lines)
    _look(reader, inputs)
    reader.fail(f"study {study.study_id}")


def _look(reader: RecordReader, inputs: StudyInputs, *, sound: bool = True) -> None:
    """Open what a study names, and collect faults; what its file does not tell is left out."""
    study = inputs.study
    region: Region | None = None
    networks: dict[str, Network] = {}
    if sound or ("study", "region") in study.lines:
        try:
            region = inputs.own_region()
        except GrensgeoError as error:
            near = _near_path(study.region)
            reader.place(_ended(error.at("region"), near), ("study", "region"))
    for name, folder in study.networks.items():
        try:
            networks[name] = inputs.network(name)
        except GrensgeoError as error:
            told = _ended(error.at(f"network {name}"), _near_path(folder))
            reader.place(told, ("networks", name))
    if region is not None:
        _look_at_region(reader, study, region)
        if len(networks) == len(study.networks):
            region = inputs.region()
        for one in study.monitor_facilities:
            try:
                inputs.facilities_of(one)
            except GrensgeoError as error:
                reader.place(_ended(error.at(one.kind), _near_path(one.path)), (*one.at, "file"))
    if study.monitor_errors is not None:
        try:
            inputs.errors()
        except GrensgeoError as error:
            told = _ended(error.at("errors"), _near_path(study.monitor_errors))
            reader.place(told, ("monitor", "errors"))
    _look_at_longest(reader, study)
    _look_at_service(reader, study, networks)
    _look_at_scenarios(reader, inputs, region, networks)
    for item in study.isochrones:
        if item.network in networks:
            _look_at_origins(reader, item, networks[item.network], region)


def _ended(faults: list[Fault], more: str) -> list[Fault]:
    """Return faults with a remark after the last."""
    *first, last = faults
    return [*first, Fault(last.code, f"{last}{more}", last.where)]


def _near_path(path: Path) -> str:
    """Return a remark on what lies where a missing file was looked for and is called like it."""
    if path.exists() or not path.parent.is_dir():
        return ""
    return nearest(path.name, [one.name for one in path.parent.iterdir()])


def _look_at_region(reader: RecordReader, study: Study, region: Region) -> None:
    """Collect areas, opportunities and places that the region lacks."""
    areas = sorted(set(region.municipalities["area"]))
    _named(reader, study.areas, areas, what="areas", at=("reach", "areas"))
    known = list(region.opportunities)
    at = ("reach", "opportunities")
    _named(reader, study.opportunities, known, what="opportunities", at=at)
    for item in study.isochrones:
        for number, code in enumerate(item.places):
            if code not in region.places.index:
                text = f"[[isochrones]]: unknown places {code}; {_near_place(code, region)}"
                reader.add("id-unknown", text, (*item.at, "places", number))
    if study.atlas is not None:
        place, counted = study.atlas.place, study.atlas.opportunities
        if place is not None and place not in region.places.index:
            text = f"[atlas]: unknown place {place}; {_near_place(place, region)}"
            reader.add("id-unknown", text, ("atlas", "place"))
        if counted != study.opportunities:
            at = ("atlas", "opportunities")
            _named(reader, counted, known, what="opportunities", at=at, where="[atlas]: ")


def _named(
    reader: RecordReader,
    names: Iterable[str],
    known: list[str],
    *,
    what: str,
    at: At,
    where: str = "",
) -> None:
    """Collect names that a region does not know, each with its line."""
    for number, name in enumerate(names):
        if name not in known:
            there = f"known are {', '.join(known)}{nearest(name, known)}"
            reader.add("name-unknown", f"{where}unknown {what} {name}; {there}", (*at, number))


def _near_place(code: str, region: Region) -> str:
    """Return which codes there are, and the one of the place that is called or coded like it."""
    names = region.municipalities["name"].astype(str)
    codes = [str(one) for one in region.places.index]
    found = like(code, codes)
    called = like(code.casefold(), [name.casefold() for name in names])
    if called is not None and not code[-1:].isdigit():
        found = str(names.index[[name.casefold() for name in names].index(called)])
    near = f"; nearest is {found} ({names.get(found, '')})" if found is not None else ""
    return f"give codes such as {codes[0]}{near}" if codes else "the region has none"


def _look_at_longest(reader: RecordReader, study: Study) -> None:
    """Collect trips shorter than the cutoffs, and isochrones beyond the trip of their mode."""
    cutoff = max(study.cutoffs_min, default=0.0)
    for item in study.trips:
        if item.trip.max_min is not None and item.trip.max_min < cutoff:
            text = (
                f"[[trips]] {item.trip_id}: max_min is shorter than the cutoff {cutoff:g}; raise "
                "it or leave it out"
            )
            reader.add("cutoff-beyond-times", text, (*item.at, "max_min"))
    longest = {item.trip.mode: item.trip.max_min for item in reversed(study.trips)}
    for drawn in study.isochrones:
        for mode in drawn.modes:
            limit, last = longest.get(mode), max(drawn.cutoffs_min, default=0.0)
            if limit is not None and limit < last:
                text = (
                    f"[[isochrones]] {mode}: cutoff {last:g} is beyond the trip's max_min "
                    f"{limit:g}; raise it or leave it out"
                )
                reader.add("cutoff-beyond-times", text, (*drawn.at, "cutoffs_min"))


def _look_at_service(reader: RecordReader, study: Study, networks: Mapping[str, Network]) -> None:
    """Collect trips by public transport on networks that have none, or on days without any."""
    used: dict[tuple[str, str], At] = {}
    for item in study.trips:
        used.setdefault((item.trip.mode, item.network), (*item.at, "mode"))
    for drawn in study.isochrones:
        for mode in drawn.modes:
            used.setdefault((mode, drawn.network), (*drawn.at, "modes"))
    for (mode, name), at in sorted(used.items()):
        if mode == "transit" and name in networks and not networks[name].feeds:
            text = f"network {name}: has no public transport, though {mode} is asked for on it"
            reader.add("no-public-transport", text, at)
    for item in study.trips:
        if item.trip.max_stress is not None and item.network in networks:
            streets = networks[item.network].streets
            if not (streets.stress_forward.any() or streets.stress_backward.any()):
                text = (
                    f"[[trips]] {item.trip_id}: network {item.network} has no levels of traffic "
                    "stress; leave max_stress out, or build it from OpenStreetMap"
                )
                reader.add("stress-missing", text, (*item.at, "max_stress"))
    told = set()
    for where, network, moment, at in _moments(study):
        feeds = networks[network].feeds if network in networks else ()
        day = datetime.fromisoformat(moment).date()
        if feeds and day not in told and not _runs(feeds, day):
            told.add(day)
            spans = some(f"{feed.name} {feed.days.first} to {feed.days.last}" for feed in feeds)
            near = _near_day(feeds, day)
            text = (
                f"{where}: nothing runs on {day}; the timetables of network {network} hold "
                f"{spans}{'' if near is None else f'; nearest is {near}'}"
            )
            reader.add("no-service-on-day", text, at)


def _moments(study: Study) -> Iterator[tuple[str, str, str, At]]:
    """Iterate over the trips by timetable: their names, network, moment, and where it stands."""
    for item in study.trips:
        if item.trip.mode == "transit" and item.trip.moment:
            at = "departure" if item.trip.departure else "arrival"
            yield f"[[trips]] {item.trip_id}", item.network, item.trip.moment, (*item.at, at)
    if study.atlas is not None:
        for name, trip in study.atlas.trips.items():
            if trip.mode == "transit" and trip.moment:
                at_atlas: At = ("atlas", "departures")
                yield f"[atlas] {name}", study.atlas.network, trip.moment, at_atlas


def _runs(feeds: Iterable[Feed], day: date) -> bool:
    """Return whether anything runs on a day."""
    return any(feed.days.on(day).any() for feed in feeds)


def _near_day(feeds: Iterable[Feed], day: date) -> date | None:
    """Return the day nearest to one on which something runs; a later one of two."""
    feeds = tuple(feeds)
    first, last = min(one.days.first for one in feeds), max(one.days.last for one in feeds)
    middle = min(max(day, first), last)
    for away in range(_DAYS_AROUND):
        for near in (middle + timedelta(days=away), middle - timedelta(days=away)):
            if _runs(feeds, near):
                return near
    return None


def _look_at_scenarios(
    reader: RecordReader,
    inputs: StudyInputs,
    region: Region | None,
    networks: Mapping[str, Network],
) -> None:
    """Collect scenarios that cannot be read, or fit no network of their trips, or no page."""
    study = inputs.study
    names: dict[Path, str] = {}
    changed: dict[tuple[Path, str], Network] = {}
    for item in study.scenarios:
        try:
            scenario = inputs.scenario(item.path)
        except GrensgeoError as error:
            told = _ended(list(error.faults), _near_path(item.path))
            reader.place(_with_file(told, item.path), (*item.at, "file"))
            continue
        reader.place(idle_faults(study, item, scenario), (*item.at, "trips"))
        if scenario.name in names.values():
            text = f"[[scenarios]]: two are called {scenario.name}; give each a name of its own"
            reader.add("name-twice", text, (*item.at, "file"))
        names[item.path] = scenario.name
        used = {one.network for one in study.trips if one.trip_id in item.trips}
        if region is None or not used <= set(networks):
            continue
        for network in sorted(used):
            try:
                situation = inputs.situation(item.path, network)
            except GrensgeoError as error:
                reader.place(error.faults, (*item.at, "file"))
                break
            found = {(item.path, network): situation}
            changed |= drawn_networks(found, {item.path: scenario})
    if region is not None:
        reader.place(
            page_faults(study, region, networks, changed=changed, names=names), ("atlas",)
        )


def _with_file(faults: list[Fault], path: Path) -> list[Fault]:
    """Return faults of a file that names its lines, each with the file."""
    first, *rest = faults
    return [first, *(fault.at(str(path)) for fault in rest)]


def warn_of_missing(study: Study, region: Region) -> None:
    """Warn which figures are not known: reach that holds them is a lower bound or null.

    Parameters
    ----------
    study, region
        The study and its region.
    """
    for name in study.opportunities:
        cells = region.cells[region.opportunities[name].isna()]
        unknown = region.municipalities.loc[cells["region_code"].unique()]
        by_country = [
            f"{country}: {some(part['name'])}" for country, part in unknown.groupby("country")
        ]
        if by_country:
            text = (
                f"{name}: no figure is known in {'; '.join(by_country)}; reach that includes "
                "them is a lower bound, or null where nothing is known; missing is not zero"
            )
            warnings.warn(GrensgeoWarning("figure-unknown", text), stacklevel=3)


def idle_faults(study: Study, planned: StudyScenario, scenario: Scenario) -> list[Fault]:
    """List the trips for which a study asks for a scenario that changes nothing for them."""
    idle = [
        item.trip_id
        for item in study.trips
        if item.trip_id in planned.trips and not scenario.concerns(item.trip)
    ]
    if not idle:
        return []
    fault = Fault(
        "scenario-without-effect",
        f"[[scenarios]] {scenario.name}: changes nothing for {some(idle)}, only for trips that "
        f"use {', '.join(sorted(scenario.modes))}; take them out of its trips",
    )
    return [fault]


def _look_at_origins(
    reader: RecordReader, item: IsochroneSet, network: Network, region: Region | None
) -> None:
    """Collect origins of isochrones that are no points, or lie outside a network's data."""
    import pandas as pd
    import shapely

    from grensgeo.geodata.points import as_points

    rows = [{"id": name, "lon": lon, "lat": lat} for name, _, lon, lat in item.origins]
    lines: list[At] = [(*item.at, "origins", n) for n in range(len(rows))]
    if region is not None:
        for number, code in enumerate(item.places):
            if code in region.places.index:
                point = region.places.loc[code]
                rows.append({"id": code, "lon": point["lon"], "lat": point["lat"]})
                lines.append((*item.at, "places", number))
    if not rows:
        return
    where = f"[[isochrones]] on network {item.network}"
    try:
        points = as_points(pd.DataFrame(rows), where=where, extent=network.extent)
    except InputError as error:
        reader.place(error.faults, (*item.at, "origins"))
        return
    if network.extent is None:  # of streets that were drawn: none lies far from all of them
        lon, lat = network.streets.lon, network.streets.lat
        area = shapely.box(lon.min(), lat.min(), lon.max(), lat.max()).buffer(_NEAR_DEG)
    else:
        area = network.extent.to_crs(4326).union_all()
    outside = ~points.geometry.intersects(area)
    for number in outside.to_numpy().nonzero()[0]:
        name = points["id"].iloc[number]
        reader.add("outside-data", f"{where}: {name} lies outside its data", lines[number])
