"""The feed of a study for the region's data portal: which figures, and what is told of trips."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.modes import mode_bit
from grensgeo.monitor import FeedTrip, write_monitor

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from grensgeo.maps.trip_names import TripName
    from grensgeo.monitor import FeedOptions
    from grensgeo.network import Network
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region
    from grensgeo.study.study_file import Study
    from grensgeo.traveltimes import Trip


def feed_trips(
    study: Study,
    networks: Mapping[str, Network],
    called: Mapping[str, TripName],
    stops: Mapping[str, Mapping[str, Mapping[str, int]]] | None = None,
) -> dict[str, FeedTrip]:
    """Return what the feed tells of each trip of a study, by its id.

    Parameters
    ----------
    study, networks
        The study, and the networks by the names it uses.
    called
        How the trips are called.
    stops
        Stops of each kind of vehicle by municipality, of each trip by timetable.
    """
    found = {
        item.trip_id: feed_trip(item.trip, networks[item.network], called.get(item.trip_id))
        for item in study.trips
    }
    for item in study.trips:
        towns = (stops or {}).get(item.trip_id)
        if item.trip.mode == "transit" and towns is not None:
            served = {code for kind in towns.values() for code, calls in kind.items() if calls}
            found[item.trip_id] = replace(found[item.trip_id], served=tuple(sorted(served)))
    return found


def feed_trip(trip: Trip, network: Network, called: TripName | None) -> FeedTrip:
    """Return what the feed tells of a trip on a network."""
    by_timetable = trip.mode == "transit"
    parts = {"streets", "timetables"} if by_timetable else {"streets"}
    when = trip.departure or trip.arrival or ""
    if when and trip.window_min is not None:
        when = (
            f"{when}/PT{trip.window_min:g}M"
            if trip.departure
            else (f"PT{trip.window_min:g}M/{when}")
        )
    return FeedTrip(
        mode=trip.mode,
        access=trip.access if by_timetable else "",
        departure_window=when,
        percentile=50.0 if by_timetable else None,
        by=None if called is None else called.by,
        source_ids=tuple(
            sorted({one.source_id for one in network.provenance.sources if one.bears(parts)})
        ),
        street_km={} if by_timetable else _street_km(network, trip.mode),
    )


def _street_km(network: Network, mode: str) -> dict[str, float]:
    """Return the kilometres of streets that a mode may use, by country."""
    streets = network.streets
    access = streets.access_forward | streets.access_backward
    open_to = (access & mode_bit(mode)) > 0
    metres = np.bincount(streets.country[open_to], streets.length_m[open_to], len(COUNTRIES))
    return {
        country: round(float(length) / 1000.0)
        for country, length in zip(COUNTRIES, metres, strict=True)
        if country and length > 0
    }


def write_study_feed(
    study: Study,
    cells: pd.DataFrame,
    folder: Path,
    *,
    region: Region,
    provenance: Provenance,
    trips: Mapping[str, FeedTrip],
    scenarios: Mapping[str, Mapping[str, str]],
    scenario_regions: Mapping[str, Region] | None = None,
    proximity: pd.DataFrame | None = None,
    errors: tuple[dict[str, Any], ...] = (),
) -> list[Path]:
    """Write the feed of a study, where it has one.

    Parameters
    ----------
    study
        The study, which says which trips and cutoffs go in.
    cells
        Reach of cells by all its trips and scenarios.
    folder
        Where the feed goes.
    region, provenance, trips, scenarios, scenario_regions, proximity
        As :func:`grensgeo.monitor.write_monitor` has them.

    errors
        Errors against published figures, which the quality sheet tells.

    Returns
    -------
    list
        Paths of the files; none where the study has no feed.
    """
    if not study.monitor_trips:
        return []
    chosen = cells["mode"].isin(study.monitor_trips)
    if study.monitor_cutoff_min:
        chosen &= cells["cutoff_min"] == study.monitor_cutoff_min
    return write_monitor(
        cells[chosen],
        folder,
        region=region,
        provenance=provenance,
        period=study.period,
        trips={name: trip for name, trip in trips.items() if name in study.monitor_trips},
        scenarios=scenarios,
        scenario_regions=scenario_regions,
        options=replace(_with_recipe(study), errors=errors),
        proximity=proximity,
    )


def _with_recipe(study: Study) -> FeedOptions:
    """Return the options of a study's feed, with the study by which it is made again.

    Its file may lie anywhere, so that the feed is the same wherever it does.
    """
    return replace(study.monitor_options, recipe={"study": study.study_id})
