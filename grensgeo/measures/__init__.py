"""How much can be reached: one module for each way to measure it."""

from grensgeo.measures.availability import spatial_availability
from grensgeo.measures.bycountry import reach
from grensgeo.measures.byname import MEASURES, by_name
from grensgeo.measures.catchments import floating_catchment
from grensgeo.measures.closest import dual, nearest
from grensgeo.measures.combining import combine, compare
from grensgeo.measures.contradictions import check_reach
from grensgeo.measures.cutoffs import cumulative, cumulative_interval
from grensgeo.measures.equity import (
    concentration_index,
    fgt,
    gini,
    palma_ratio,
    theil,
    theil_components,
)
from grensgeo.measures.fitting import DecayFit, fit_decay
from grensgeo.measures.performance import transport_performance
from grensgeo.measures.potential import gravity
from grensgeo.measures.utility import logsum

__all__ = [
    "MEASURES",
    "DecayFit",
    "by_name",
    "check_reach",
    "combine",
    "compare",
    "concentration_index",
    "cumulative",
    "cumulative_interval",
    "dual",
    "fgt",
    "fit_decay",
    "floating_catchment",
    "gini",
    "gravity",
    "logsum",
    "nearest",
    "palma_ratio",
    "reach",
    "spatial_availability",
    "theil",
    "theil_components",
    "transport_performance",
]
