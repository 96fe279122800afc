"""GTFS feeds: read, checked, merged across the border, and as the timetable of a date."""

from grensgeo.gtfs.feed import Feed, inspect_feed, read_feed
from grensgeo.gtfs.findings import Finding
from grensgeo.gtfs.merging.operators import drop_operators
from grensgeo.gtfs.merging.rules import Merge, MergeRules
from grensgeo.gtfs.report import FeedReport, FeedsReport, check_feed, check_feeds
from grensgeo.gtfs.runs import Headways, Runs
from grensgeo.gtfs.service import check_date, service_per_day
from grensgeo.gtfs.timetable.on_date import timetable_on
from grensgeo.gtfs.timetable.patterns import draw
from grensgeo.gtfs.timetable.timetable import Timetable

__all__ = [
    "Feed",
    "FeedReport",
    "FeedsReport",
    "Finding",
    "Headways",
    "Merge",
    "MergeRules",
    "Runs",
    "Timetable",
    "check_date",
    "check_feed",
    "check_feeds",
    "draw",
    "drop_operators",
    "inspect_feed",
    "read_feed",
    "service_per_day",
    "timetable_on",
]
