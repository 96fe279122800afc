"""What a border costs: reach with it closed, as it is, and open."""

from grensgeo.border.effect import (
    DESTINATIONS_DROPPED,
    ROUTING_FORBIDDEN,
    border_effect,
    border_sensitivity,
)
from grensgeo.border.matching import MATCHINGS, Match, Matching
from grensgeo.border.resistance import RESISTANCES, Resistance, as_resistance
from grensgeo.border.terms import BorderTerms, reach_on_terms

__all__ = [
    "DESTINATIONS_DROPPED",
    "MATCHINGS",
    "RESISTANCES",
    "ROUTING_FORBIDDEN",
    "BorderTerms",
    "Match",
    "Matching",
    "Resistance",
    "as_resistance",
    "border_effect",
    "border_sensitivity",
    "reach_on_terms",
]
