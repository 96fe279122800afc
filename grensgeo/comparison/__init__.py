"""Two situations held against each other: what changes, for whom, and how sure that is."""

from grensgeo.comparison.compared import Comparison
from grensgeo.comparison.comparing import compare
from grensgeo.comparison.people_concerned import ChangeLimits

__all__ = ["ChangeLimits", "Comparison", "compare"]
