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
    from grensgeo.border import (
        RESISTANCES,
        Match,
        Matching,
        Resistance,
        border_effect,
        border_sensitivity,
    )
    from grensgeo.errors import FileError, GrensgeoError, GrensgeoWarning, InputError
    from grensgeo.fetch.cbs_odata import fetch_cbs
    from grensgeo.geodata.points import read_points
    from grensgeo.geodata.rasters import RasterWeights
    from grensgeo.grenswerk.meetings import meeting_pairs, meeting_reach, meeting_times, read_hubs
    from grensgeo.grenswerk.placements import Student, placements_for, students_for
    from grensgeo.gtfs import Feed, Timetable, check_feed, read_feed, timetable_on
    from grensgeo.lines.services_file import read_services
    from grensgeo.listings.job_boards import read_jobsuche, read_stagemarkt
    from grensgeo.listings.plain import read_listings
    from grensgeo.maps import Atlas, Map
    from grensgeo.measures import (
        DecayFit,
        combine,
        compare,
        cumulative,
        cumulative_interval,
        decay,
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
    from grensgeo.measures.equity import (
        concentration_index,
        fgt,
        gini,
        palma_ratio,
        theil,
        theil_components,
    )
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
    from grensgeo.provenance import Provenance, Source
    from grensgeo.region.region import Region, load_region
    from grensgeo.region.spreading import spread
    from grensgeo.scenario import (
        AddLine,
        AdjustFrequency,
        ModifyStreets,
        RemoveLine,
        Scenario,
        read_scenario,
    )
    from grensgeo.statistics.concepts import (
        Conversion,
        add_up,
        bounds,
        conversion_at,
        convert,
        intervals,
    )
    from grensgeo.statistics.de.ba import Commuters, read_ba_commuters, unite_commuters
    from grensgeo.statistics.de.bibb import read_bibb_matching
    from grensgeo.statistics.de.genesis import read_genesis
    from grensgeo.statistics.frameworks import eqf_range, nace_section, nace_sections
    from grensgeo.statistics.grids import read_cbs_squares, read_zensus_grid
    from grensgeo.statistics.nl.cbs import read_cbs_commuters, read_cbs_jobs, read_lisa
    from grensgeo.study import Study, read_study, run_study
    from grensgeo.traveltimes import (
        TravelTimes,
        Trip,
        journeys,
        travel_time_blocks,
        travel_times,
    )
    from grensgeo.traveltimes.isochrones import isochrones
    from grensgeo.traveltimes.portable import Portable, portable
    from grensgeo.uncertainty import ModelSpread, draw_speeds, model_spread

_HOME = {
    "measures": (
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
    "measures.equity": (
        "concentration_index",
        "fgt",
        "gini",
        "palma_ratio",
        "theil",
        "theil_components",
    ),
    "errors": ("FileError", "GrensgeoError", "GrensgeoWarning", "InputError"),
    "traveltimes.isochrones": ("isochrones",),
    "maps": ("Atlas", "Map"),
    "grenswerk.meetings": ("meeting_pairs", "meeting_reach", "meeting_times", "read_hubs"),
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
    "grenswerk.placements": ("Student", "placements_for", "students_for"),
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
    "statistics.frameworks": ("eqf_range", "nace_section", "nace_sections"),
    "gtfs": ("Feed", "Timetable", "check_feed", "read_feed", "timetable_on"),
    "statistics.concepts": (
        "Conversion",
        "add_up",
        "bounds",
        "conversion_at",
        "convert",
        "intervals",
    ),
    "geodata.points": ("read_points",),
    "statistics.de.ba": ("Commuters", "read_ba_commuters", "unite_commuters"),
    "statistics.de.bibb": ("read_bibb_matching",),
    "statistics.nl.cbs": ("read_cbs_commuters", "read_cbs_jobs", "read_lisa"),
    "fetch.cbs_odata": ("fetch_cbs",),
    "statistics.de.genesis": ("read_genesis",),
    "statistics.grids": ("read_cbs_squares", "read_zensus_grid"),
    "listings.plain": ("read_listings",),
    "listings.job_boards": ("read_jobsuche", "read_stagemarkt"),
    "geodata.rasters": ("RasterWeights",),
    "lines.services_file": ("read_services",),
    "region.spreading": ("spread",),
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
        return import_module("grensgeo.measures.decay")
    if name not in _MODULE:
        msg = f"module 'grensgeo' has no attribute {name!r}"
        raise AttributeError(msg)
    value: object = getattr(import_module(f"grensgeo.{_MODULE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
