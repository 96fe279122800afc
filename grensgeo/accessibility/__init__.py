"""How much can be reached: one module for each way to measure it."""

from grensgeo.accessibility.bycountry import reach
from grensgeo.accessibility.combining import combine, compare
from grensgeo.accessibility.cutoffs import cumulative

__all__ = ["combine", "compare", "cumulative", "reach"]
