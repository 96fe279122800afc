"""Street and rail networks of both sides of a border, with their services."""

from grensgeo.network.model import (
    COUNTRIES,
    HIGHWAYS,
    MODES,
    Network,
    Rail,
    Services,
    Streets,
    mode_bit,
)

__all__ = [
    "COUNTRIES",
    "HIGHWAYS",
    "MODES",
    "Network",
    "Rail",
    "Services",
    "Streets",
    "mode_bit",
]
