"""How much can be reached: one module for each way to measure it."""

from grensgeo.accessibility.availability import spatial_availability
from grensgeo.accessibility.bycountry import reach
from grensgeo.accessibility.byname import MEASURES, by_name
from grensgeo.accessibility.catchments import floating_catchment
from grensgeo.accessibility.closest import dual, nearest
from grensgeo.accessibility.combining import combine, compare
from grensgeo.accessibility.contradictions import check_reach
from grensgeo.accessibility.cutoffs import cumulative, cumulative_interval
from grensgeo.accessibility.fitting import DecayFit, fit_decay
from grensgeo.accessibility.performance import transport_performance
from grensgeo.accessibility.potential import gravity
from grensgeo.accessibility.utility import logsum

__all__ = [
    "MEASURES",
    "DecayFit",
    "by_name",
    "check_reach",
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
]
