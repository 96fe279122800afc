"""Street and rail networks of both sides of a border, with their services."""

from grensgeo.network.build import build_network
from grensgeo.network.controls import CONTROLS, Controls
from grensgeo.network.delays import Delays, DelayTable, measure_delays
from grensgeo.network.feeds import with_feeds
from grensgeo.network.graph import Graph
from grensgeo.network.hours import HourTable
from grensgeo.network.model import (
    COUNTRIES,
    HIGHWAYS,
    MODES,
    Network,
    Rail,
    Services,
    SpeedChange,
    Streets,
    mode_bit,
)
from grensgeo.network.modes import PARKING_MIN, SpeedTable
from grensgeo.network.observed import ObservedSpeeds
from grensgeo.network.snapping import Snapping
from grensgeo.network.storage import load_network
from grensgeo.network.turns import Turns

__all__ = [
    "CONTROLS",
    "COUNTRIES",
    "HIGHWAYS",
    "MODES",
    "PARKING_MIN",
    "Controls",
    "DelayTable",
    "Delays",
    "Graph",
    "HourTable",
    "Network",
    "ObservedSpeeds",
    "Rail",
    "Services",
    "Snapping",
    "SpeedChange",
    "SpeedTable",
    "Streets",
    "Turns",
    "build_network",
    "load_network",
    "measure_delays",
    "mode_bit",
    "with_feeds",
]
