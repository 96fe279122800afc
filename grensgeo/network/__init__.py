"""Street and rail networks of both sides of a border, with their services."""

from grensgeo.network.build import build_network
from grensgeo.network.graph import Graph
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
from grensgeo.network.snapping import Snapping
from grensgeo.network.storage import load_network

__all__ = [
    "COUNTRIES",
    "HIGHWAYS",
    "MODES",
    "PARKING_MIN",
    "Graph",
    "Network",
    "Rail",
    "Services",
    "Snapping",
    "SpeedChange",
    "SpeedTable",
    "Streets",
    "build_network",
    "load_network",
    "mode_bit",
]
