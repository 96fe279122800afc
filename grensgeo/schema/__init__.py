"""Every public table: columns, dtypes, units and what null means.

One declaration feeds validation, documentation and the side files of CSV output.
"""

from grensgeo.schema.feed_tables import (
    FEED_REGIONS,
    FEED_RUNS,
    FEED_SOURCES,
    INDICATORS,
    OBSERVATIONS,
)
from grensgeo.schema.inputs import (
    BASE_MAP,
    CELL_OPPORTUNITIES,
    CELLS,
    FACTS,
    FLOWS,
    GRID_FACTS,
    LISTINGS,
    MUNICIPALITIES,
    OPPORTUNITIES,
    POINTS,
)
from grensgeo.schema.offer_tables import EXPORTED_OFFERS, OFFER_TIMES, OFFERS
from grensgeo.schema.official_methods import IKOB_RESULTS
from grensgeo.schema.placement_days import (
    DAYS_BY_PLACE,
    DAYS_OF_PAIR,
    MISSED_CHANGES,
    POSSIBLE_DAYS,
    SCHOOL_HOLIDAYS,
)
from grensgeo.schema.priced_trips import FARE_PIECES, GENERALISED_COSTS, TRIP_COSTS
from grensgeo.schema.rankings import BEST_MEASURES, CRITICAL_LINKS, LINK_LOSSES
from grensgeo.schema.results import (
    COMPARISON,
    HUB_PAIRS,
    HUB_REACH,
    HUB_TIMES,
    ISOCHRONES,
    JOURNEYS,
    PLACEMENTS,
    PROXIMITY,
    REACH,
    SNAPPING,
    TRAVEL_TIMES,
)
from grensgeo.schema.side import side_schema
from grensgeo.schema.table import Column, Kind, Table, write_parquet

__all__ = [
    "BASE_MAP",
    "BEST_MEASURES",
    "CELLS",
    "CELL_OPPORTUNITIES",
    "COMPARISON",
    "CRITICAL_LINKS",
    "DAYS_BY_PLACE",
    "DAYS_OF_PAIR",
    "EXPORTED_OFFERS",
    "FACTS",
    "FARE_PIECES",
    "FEED_REGIONS",
    "FEED_RUNS",
    "FEED_SOURCES",
    "FLOWS",
    "GENERALISED_COSTS",
    "GRID_FACTS",
    "HUB_PAIRS",
    "HUB_REACH",
    "HUB_TIMES",
    "IKOB_RESULTS",
    "INDICATORS",
    "ISOCHRONES",
    "JOURNEYS",
    "LINK_LOSSES",
    "LISTINGS",
    "MISSED_CHANGES",
    "MUNICIPALITIES",
    "OBSERVATIONS",
    "OFFERS",
    "OFFER_TIMES",
    "OPPORTUNITIES",
    "PLACEMENTS",
    "POINTS",
    "POSSIBLE_DAYS",
    "PROXIMITY",
    "REACH",
    "SCHOOL_HOLIDAYS",
    "SNAPPING",
    "TRAVEL_TIMES",
    "TRIP_COSTS",
    "Column",
    "Kind",
    "Table",
    "side_schema",
    "write_parquet",
]
