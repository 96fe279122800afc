"""The feed of a study for the region's data portal: which figures, and what is told of trips."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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
    study: Study, networks: Mapping[str, Network], called: Mapping[str, TripName]
) -> dict[str, FeedTrip]:
    """Return what the feed tells of each trip of a study, by its id.

    Parameters
    ----------
    study, networks
        The study, and the networks by the names it uses.
    called
        How the trips are called.
    """
    return {
        item.trip_id: feed_trip(item.trip, networks[item.network], called.get(item.trip_id))
        for item in study.trips
    }


def feed_trip(trip: Trip, network: Network, called: TripName | None) -> FeedTrip:
    """Return what the feed tells of a trip on a network."""
    by_timetable = trip.mode == "transit"
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
        source_ids=tuple(sorted({one.source_id for one in network.provenance.sources})),
    )


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
        options=_with_recipe(study),
        proximity=proximity,
    )


def _with_recipe(study: Study) -> FeedOptions:
    """Return the options of a study's feed, with the study by which it is made again.

    Its file may lie anywhere, so that the feed is the same wherever it does.
    """
    return replace(study.monitor_options, recipe={"study": study.study_id})
