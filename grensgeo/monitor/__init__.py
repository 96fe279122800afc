"""The feed for the region's data portal: observations, indicators, and what they mean."""

from grensgeo.monitor.feed_kinds import describe_feed_file
from grensgeo.monitor.feed_manifest import differing, read_recipe
from grensgeo.monitor.feed_options import (
    ERRORS,
    FACILITIES,
    FEED_OPTIONS,
    RADII,
    FeedOptions,
    FeedTrip,
    option_faults,
    period_faults,
    read_options,
)
from grensgeo.monitor.levels import LEVELS
from grensgeo.monitor.measured_errors import read_errors
from grensgeo.monitor.observations import STATUSES
from grensgeo.monitor.series import compare_feeds
from grensgeo.monitor.writers import write_monitor

__all__ = [
    "ERRORS",
    "FACILITIES",
    "FEED_OPTIONS",
    "LEVELS",
    "RADII",
    "STATUSES",
    "FeedOptions",
    "FeedTrip",
    "compare_feeds",
    "describe_feed_file",
    "differing",
    "option_faults",
    "period_faults",
    "read_errors",
    "read_options",
    "read_recipe",
    "write_monitor",
]
