"""Two situations held against each other: what changes, for whom, and how sure that is."""

from grensgeo.comparison.compared import Comparison
from grensgeo.comparison.comparing import compare
from grensgeo.comparison.paired_draws import Draws
from grensgeo.comparison.people_concerned import ChangeLimits
from grensgeo.comparison.statements import Statement

__all__ = ["ChangeLimits", "Comparison", "Draws", "Statement", "compare"]
