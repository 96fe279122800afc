"""Street and rail networks of both sides of a border, with their timetables."""

from grensgeo.countries import COUNTRIES
from grensgeo.modes import MODES, mode_bit
from grensgeo.network.build import build_network
from grensgeo.network.contents import Rail, SpeedChange, Streets
from grensgeo.network.controls import Controls
from grensgeo.network.crossings import CrossingRule, CrossingTable
from grensgeo.network.delays import Delays, DelayTable, measure_delays
from grensgeo.network.graph import Graph
from grensgeo.network.hours import HourTable
from grensgeo.network.model import Network, load_network, with_feeds
from grensgeo.network.observed import ObservedSpeeds
from grensgeo.network.running import running_speeds
from grensgeo.network.snapping import Snapping
from grensgeo.network.speeds import PARKING_MIN, SpeedTable
from grensgeo.network.turns import Turns
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.signals import CONTROLS

__all__ = [
    "CONTROLS",
    "COUNTRIES",
    "HIGHWAYS",
    "MODES",
    "PARKING_MIN",
    "Controls",
    "CrossingRule",
    "CrossingTable",
    "DelayTable",
    "Delays",
    "Graph",
    "HourTable",
    "Network",
    "ObservedSpeeds",
    "Rail",
    "Snapping",
    "SpeedChange",
    "SpeedTable",
    "Streets",
    "Turns",
    "build_network",
    "load_network",
    "measure_delays",
    "mode_bit",
    "running_speeds",
    "with_feeds",
]
