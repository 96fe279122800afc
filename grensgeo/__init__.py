"""What people on each side of a border can reach, how fast, and what the border costs them.

The public names are loaded when they are first used, so that ``import grensgeo`` is quick.

Examples
--------
>>> import grensgeo as gg
>>> gg.Trip("walk", max_min=30).mode
'walk'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grensgeo import decay
    from grensgeo.accessibility import (
        DecayFit,
        combine,
        compare,
        cumulative,
        cumulative_interval,
        dual,
        fit_decay,
        floating_catchment,
        gravity,
        logsum,
        nearest,
        reach,
        spatial_availability,
        transport_performance,
    )
    from grensgeo.border import (
        RESISTANCES,
        Match,
        Matching,
        Resistance,
        border_effect,
        border_sensitivity,
    )
    from grensgeo.equity import (
        concentration_index,
        fgt,
        gini,
        palma_ratio,
        theil,
        theil_components,
    )
    from grensgeo.errors import FileError, GrensgeoError, GrensgeoWarning, InputError
    from grensgeo.isochrone import isochrones
    from grensgeo.maps import Atlas, Map
    from grensgeo.meetings import meeting_pairs, meeting_reach, meeting_times, read_hubs
    from grensgeo.monitor import write_monitor
    from grensgeo.network import (
        DelayTable,
        HourTable,
        Network,
        SpeedTable,
        build_network,
        load_network,
        with_feeds,
    )
    from grensgeo.placements import Student, placements_for, students_for
    from grensgeo.provenance import Provenance, Source
    from grensgeo.region import Region, load_region
    from grensgeo.scenario import (
        AddLine,
        AdjustFrequency,
        ModifyStreets,
        RemoveLine,
        Scenario,
        read_scenario,
    )
    from grensgeo.sources.frameworks import eqf_range, nace_section, nace_sections
    from grensgeo.sources.gtfs import Feed, Timetable, check_feed, read_feed, timetable_on
    from grensgeo.sources.harmonising import (
        Conversion,
        add_up,
        bounds,
        conversion_at,
        convert,
        intervals,
    )
    from grensgeo.sources.points import read_points
    from grensgeo.sources.publishers.ba import Commuters, read_ba_commuters, unite_commuters
    from grensgeo.sources.publishers.bibb import read_bibb_matching
    from grensgeo.sources.publishers.cbs import read_cbs_commuters, read_cbs_jobs, read_lisa
    from grensgeo.sources.publishers.fetching import fetch_cbs
    from grensgeo.sources.publishers.genesis import read_genesis
    from grensgeo.sources.publishers.grids import read_cbs_squares, read_zensus_grid
    from grensgeo.sources.publishers.plain import read_listings
    from grensgeo.sources.publishers.vacancies import read_jobsuche, read_stagemarkt
    from grensgeo.sources.rasters import RasterWeights
    from grensgeo.sources.services import read_services
    from grensgeo.sources.spreading import spread
    from grensgeo.study import Study, read_study, run_study
    from grensgeo.traveltimes import (
        TravelTimes,
        Trip,
        journeys,
        travel_time_blocks,
        travel_times,
    )
    from grensgeo.traveltimes.portable import Portable, portable
    from grensgeo.uncertainty import ModelSpread, draw_speeds, model_spread

_HOME = {
    "accessibility": (
        "DecayFit",
        "combine",
        "compare",
        "cumulative",
        "cumulative_interval",
        "dual",
        "fit_decay",
        "floating_catchment",
        "gravity",
        "logsum",
        "nearest",
        "reach",
        "spatial_availability",
        "transport_performance",
    ),
    "border": (
        "RESISTANCES",
        "Match",
        "Matching",
        "Resistance",
        "border_effect",
        "border_sensitivity",
    ),
    "equity": ("concentration_index", "fgt", "gini", "palma_ratio", "theil", "theil_components"),
    "errors": ("FileError", "GrensgeoError", "GrensgeoWarning", "InputError"),
    "isochrone": ("isochrones",),
    "maps": ("Atlas", "Map"),
    "meetings": ("meeting_pairs", "meeting_reach", "meeting_times", "read_hubs"),
    "monitor": ("write_monitor",),
    "network": (
        "DelayTable",
        "HourTable",
        "Network",
        "SpeedTable",
        "build_network",
        "load_network",
        "with_feeds",
    ),
    "placements": ("Student", "placements_for", "students_for"),
    "provenance": ("Provenance", "Source"),
    "region": ("Region", "load_region"),
    "scenario": (
        "AddLine",
        "AdjustFrequency",
        "ModifyStreets",
        "RemoveLine",
        "Scenario",
        "read_scenario",
    ),
    "sources.frameworks": ("eqf_range", "nace_section", "nace_sections"),
    "sources.gtfs": ("Feed", "Timetable", "check_feed", "read_feed", "timetable_on"),
    "sources.harmonising": (
        "Conversion",
        "add_up",
        "bounds",
        "conversion_at",
        "convert",
        "intervals",
    ),
    "sources.points": ("read_points",),
    "sources.publishers.ba": ("Commuters", "read_ba_commuters", "unite_commuters"),
    "sources.publishers.bibb": ("read_bibb_matching",),
    "sources.publishers.cbs": ("read_cbs_commuters", "read_cbs_jobs", "read_lisa"),
    "sources.publishers.fetching": ("fetch_cbs",),
    "sources.publishers.genesis": ("read_genesis",),
    "sources.publishers.grids": ("read_cbs_squares", "read_zensus_grid"),
    "sources.publishers.plain": ("read_listings",),
    "sources.publishers.vacancies": ("read_jobsuche", "read_stagemarkt"),
    "sources.rasters": ("RasterWeights",),
    "sources.services": ("read_services",),
    "sources.spreading": ("spread",),
    "study": ("Study", "read_study", "run_study"),
    "traveltimes": ("TravelTimes", "Trip", "journeys", "travel_time_blocks", "travel_times"),
    "traveltimes.portable": ("Portable", "portable"),
    "uncertainty": ("ModelSpread", "draw_speeds", "model_spread"),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "RESISTANCES",
    "AddLine",
    "AdjustFrequency",
    "Atlas",
    "Commuters",
    "Conversion",
    "DecayFit",
    "DelayTable",
    "Feed",
    "FileError",
    "GrensgeoError",
    "GrensgeoWarning",
    "HourTable",
    "InputError",
    "Map",
    "Match",
    "Matching",
    "ModelSpread",
    "ModifyStreets",
    "Network",
    "Portable",
    "Provenance",
    "RasterWeights",
    "Region",
    "RemoveLine",
    "Resistance",
    "Scenario",
    "Source",
    "SpeedTable",
    "Student",
    "Study",
    "Timetable",
    "TravelTimes",
    "Trip",
    "add_up",
    "border_effect",
    "border_sensitivity",
    "bounds",
    "build_network",
    "check_feed",
    "combine",
    "compare",
    "concentration_index",
    "conversion_at",
    "convert",
    "cumulative",
    "cumulative_interval",
    "decay",
    "draw_speeds",
    "dual",
    "eqf_range",
    "fetch_cbs",
    "fgt",
    "fit_decay",
    "floating_catchment",
    "gini",
    "gravity",
    "intervals",
    "isochrones",
    "journeys",
    "load_network",
    "load_region",
    "logsum",
    "meeting_pairs",
    "meeting_reach",
    "meeting_times",
    "model_spread",
    "nace_section",
    "nace_sections",
    "nearest",
    "palma_ratio",
    "placements_for",
    "portable",
    "reach",
    "read_ba_commuters",
    "read_bibb_matching",
    "read_cbs_commuters",
    "read_cbs_jobs",
    "read_cbs_squares",
    "read_feed",
    "read_genesis",
    "read_hubs",
    "read_jobsuche",
    "read_lisa",
    "read_listings",
    "read_points",
    "read_scenario",
    "read_services",
    "read_stagemarkt",
    "read_study",
    "read_zensus_grid",
    "run_study",
    "spatial_availability",
    "spread",
    "students_for",
    "theil",
    "theil_components",
    "timetable_on",
    "transport_performance",
    "travel_time_blocks",
    "travel_times",
    "unite_commuters",
    "with_feeds",
    "write_monitor",
]


def __getattr__(name: str) -> object:
    """Load the module that a public name lives in."""
    if name == "decay":
        return import_module("grensgeo.decay")
    if name not in _MODULE:
        msg = f"module 'grensgeo' has no attribute {name!r}"
        raise AttributeError(msg)
    value: object = getattr(import_module(f"grensgeo.{_MODULE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
