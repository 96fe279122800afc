"""The feed for the region's data portal: observations, indicators, and what they mean."""

from grensgeo.monitor.feed_options import (
    FEED_OPTIONS,
    FeedOptions,
    FeedTrip,
    option_faults,
    period_faults,
    read_options,
)
from grensgeo.monitor.levels import LEVELS
from grensgeo.monitor.observations import STATUSES
from grensgeo.monitor.writers import write_monitor

__all__ = [
    "FEED_OPTIONS",
    "LEVELS",
    "STATUSES",
    "FeedOptions",
    "FeedTrip",
    "option_faults",
    "period_faults",
    "read_options",
    "write_monitor",
]
