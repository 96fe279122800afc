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
    from grensgeo.accessibility import combine, compare, cumulative, reach
    from grensgeo.border import border_effect
    from grensgeo.errors import FileError, GrensgeoError, GrensgeoWarning, InputError
    from grensgeo.isochrone import isochrones
    from grensgeo.maps import Map
    from grensgeo.monitor import write_monitor
    from grensgeo.network import Network, SpeedTable, build_network, load_network
    from grensgeo.provenance import Provenance, Source
    from grensgeo.region import Region, load_region
    from grensgeo.scenario import AdjustFrequency, ModifyStreets, Scenario, read_scenario
    from grensgeo.sources.gtfs import Feed, Timetable, check_feed, read_feed, timetable_on
    from grensgeo.sources.points import read_points
    from grensgeo.sources.services import read_services
    from grensgeo.study import Study, read_study, run_study
    from grensgeo.traveltimes import TravelTimes, Trip, travel_time_blocks, travel_times

_HOME = {
    "accessibility": ("combine", "compare", "cumulative", "reach"),
    "border": ("border_effect",),
    "errors": ("FileError", "GrensgeoError", "GrensgeoWarning", "InputError"),
    "isochrone": ("isochrones",),
    "maps": ("Map",),
    "monitor": ("write_monitor",),
    "network": ("Network", "SpeedTable", "build_network", "load_network"),
    "provenance": ("Provenance", "Source"),
    "region": ("Region", "load_region"),
    "scenario": ("AdjustFrequency", "ModifyStreets", "Scenario", "read_scenario"),
    "sources.gtfs": ("Feed", "Timetable", "check_feed", "read_feed", "timetable_on"),
    "sources.points": ("read_points",),
    "sources.services": ("read_services",),
    "study": ("Study", "read_study", "run_study"),
    "traveltimes": ("TravelTimes", "Trip", "travel_time_blocks", "travel_times"),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "AdjustFrequency",
    "Feed",
    "FileError",
    "GrensgeoError",
    "GrensgeoWarning",
    "InputError",
    "Map",
    "ModifyStreets",
    "Network",
    "Provenance",
    "Region",
    "Scenario",
    "Source",
    "SpeedTable",
    "Study",
    "Timetable",
    "TravelTimes",
    "Trip",
    "border_effect",
    "build_network",
    "check_feed",
    "combine",
    "compare",
    "cumulative",
    "isochrones",
    "load_network",
    "load_region",
    "reach",
    "read_feed",
    "read_points",
    "read_scenario",
    "read_services",
    "read_study",
    "run_study",
    "timetable_on",
    "travel_time_blocks",
    "travel_times",
    "write_monitor",
]


def __getattr__(name: str) -> object:
    """Load the module that a public name lives in."""
    if name not in _MODULE:
        msg = f"module 'grensgeo' has no attribute {name!r}"
        raise AttributeError(msg)
    value: object = getattr(import_module(f"grensgeo.{_MODULE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
