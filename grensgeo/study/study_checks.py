"""What a study names, opened and held against what it asks for, before the long work starts."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, GrensgeoError, GrensgeoWarning, InputError, some
from grensgeo.study.study_atlas import atlas_faults, page_faults
from grensgeo.study.study_situations import drawn_networks, situations_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario
    from grensgeo.study.study_file import IsochroneSet, Study, StudyScenario


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
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region

    faults = Faults()
    region: Region | None = None
    networks: dict[str, Network] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        try:
            region = load_region(study.region)
        except GrensgeoError as error:
            faults.extend(error.at("region"))
        for name, folder in study.networks.items():
            try:
                networks[name] = load_network(folder)
            except GrensgeoError as error:
                faults.extend(error.at(f"network {name}"))
        faults += [] if region is None else region_faults(study, region)
        faults += _service_faults(study, networks)
        faults += _day_faults(study, networks)
        faults += _scenario_faults(study, region, networks)
        for item in study.isochrones:
            if item.network in networks:
                faults += _origin_faults(item, networks[item.network], region)
    if faults:
        raise InputError.of(faults, where=f"study {study.study_id}")


def region_faults(study: Study, region: Region) -> list[Fault]:
    """List what a study asks for and the region lacks, or its own trips rule out.

    Parameters
    ----------
    study
        The study.
    region
        Its region.

    Returns
    -------
    list of str
        Nothing, or sentences.
    """
    faults = Faults()
    areas = set(region.municipalities["area"])
    unknown = sorted(set(study.areas) - areas)
    if unknown:
        faults.add(
            "name-unknown", f"unknown areas {some(unknown)}; known are {', '.join(sorted(areas))}"
        )
    missing = [name for name in study.opportunities if name not in region.opportunities]
    if missing:
        known = ", ".join(region.opportunities)
        faults.add("name-unknown", f"unknown opportunities {some(missing)}; known are {known}")
    short = [
        item.trip_id
        for item in study.trips
        if item.trip.max_min is not None and item.trip.max_min < max(study.cutoffs_min)
    ]
    if short:
        faults.add(
            "cutoff-beyond-times",
            f"[[trips]] {some(short)}: max_min is shorter than the cutoff "
            f"{max(study.cutoffs_min):g}; raise it or leave it out",
        )
    faults += _longest_faults(study)
    places = {code for item in study.isochrones for code in item.places}
    absent = sorted(places - set(region.places.index))
    if absent:
        faults.add(
            "id-unknown",
            f"[[isochrones]]: unknown places {some(absent)}; give codes such as GM0153",
        )
    if study.atlas is not None:
        faults += atlas_faults(study.atlas, region)
    return faults


def _longest_faults(study: Study) -> list[Fault]:
    """Name isochrones that go beyond the trip of their mode."""
    longest = {item.trip.mode: item.trip.max_min for item in reversed(study.trips)}
    return [
        Fault(
            "cutoff-beyond-times",
            f"[[isochrones]] {mode}: cutoff {max(item.cutoffs_min):g} is beyond the trip's "
            f"max_min {limit:g}; raise it or leave it out",
        )
        for item in study.isochrones
        for mode in item.modes
        if (limit := longest.get(mode)) is not None and limit < max(item.cutoffs_min)
    ]


def _service_faults(study: Study, networks: Mapping[str, Network]) -> list[Fault]:
    """List trips by public transport on networks that have none."""
    used = {(item.trip.mode, item.network) for item in study.trips}
    used |= {(mode, item.network) for item in study.isochrones for mode in item.modes}
    return [
        Fault(
            "no-public-transport",
            f"network {name}: has no public transport, though {mode} is asked for on it",
        )
        for mode, name in sorted(used)
        if mode == "transit" and name in networks and not networks[name].feeds
    ]


def _moments(study: Study) -> Iterator[tuple[str, str, str]]:
    """Iterate over the trips by timetable: what they are called, their network, their moment."""
    for item in study.trips:
        if item.trip.mode == "transit" and item.trip.moment:
            yield f"[[trips]] {item.trip_id}", item.network, item.trip.moment
    if study.atlas is not None:
        for name, trip in study.atlas.trips.items():
            if trip.mode == "transit" and trip.moment:
                yield f"[atlas] {name}", study.atlas.network, trip.moment


def _day_faults(study: Study, networks: Mapping[str, Network]) -> list[Fault]:
    """List trips on days on which nothing runs."""
    faults: dict[str, Fault] = {}
    for where, network, moment in _moments(study):
        feeds = networks[network].feeds if network in networks else ()
        day = datetime.fromisoformat(moment).date()
        if feeds and not any(feed.days.on(day).any() for feed in feeds):
            spans = some(f"{feed.name} {feed.days.first} to {feed.days.last}" for feed in feeds)
            faults[moment[:10]] = Fault(
                "no-service-on-day",
                f"{where}: nothing runs on {day}; the timetables of network {network} hold "
                f"{spans}",
            )
    return list(faults.values())


def _scenario_faults(
    study: Study, region: Region | None, networks: Mapping[str, Network]
) -> list[Fault]:
    """List scenarios that cannot be read, do not fit the networks of their trips, or no page."""
    from grensgeo.scenario import read_scenario

    faults = Faults()
    names: dict[Path, str] = {}
    changed: dict[tuple[Path, str], Network] = {}
    for item in study.scenarios:
        try:
            scenario = read_scenario(item.path)
            faults += idle_faults(study, item, scenario)
            names[item.path] = scenario.name
            alone = replace(study, scenarios=(item,))
            known = {item.path: scenario}
            situations = situations_of(alone, region, networks, known)
            changed |= drawn_networks(situations, known)
        except GrensgeoError as error:
            faults.extend(error.faults)
    if region is not None:
        faults += page_faults(study, region, networks, changed=changed, names=names)
    return faults


def idle_faults(study: Study, planned: StudyScenario, scenario: Scenario) -> list[Fault]:
    """List the trips for which a study asks for a scenario that changes nothing for them."""
    if scenario.parts & {"region", "border"}:
        return []  # what counts is another thing, whatever the trip
    idle = [
        item.trip_id
        for item in study.trips
        if item.trip_id in planned.trips and not scenario.modes & item.trip.modes()
    ]
    if not idle:
        return []
    fault = Fault(
        "scenario-without-effect",
        f"[[scenarios]] {scenario.name}: changes nothing for {some(idle)}, only for trips that "
        f"use {', '.join(sorted(scenario.modes))}; take them out of its trips",
    )
    return [fault]


def _origin_faults(item: IsochroneSet, network: Network, region: Region | None) -> list[Fault]:
    """List origins of isochrones that are no points, or lie outside a network's data."""
    import pandas as pd

    from grensgeo.geodata.points import as_points

    rows = [{"id": name, "lon": lon, "lat": lat} for name, _, lon, lat in item.origins]
    if region is not None:
        known = [code for code in item.places if code in region.places.index]
        places = region.places.loc[known, ["region_code", "lon", "lat"]]
        rows += places.rename(columns={"region_code": "id"}).to_dict("records")
    if not rows:
        return []
    where = f"[[isochrones]] on network {item.network}"
    try:
        points = as_points(pd.DataFrame(rows), where=where, extent=network.extent)
    except InputError as error:
        return [*error.faults]
    if network.extent is None:
        return []
    area = network.extent.to_crs(4326).union_all()
    outside = points.loc[~points.geometry.intersects(area), "id"]
    return (
        [Fault("outside-data", f"{where}: {some(outside)} lie outside its data")]
        if len(outside)
        else []
    )
