"""Timetables in GTFS: read, checked, put together across the border, laid out for one date."""

from grensgeo.sources.gtfs.feed import Feed, inspect_feed, read_feed
from grensgeo.sources.gtfs.findings import Finding
from grensgeo.sources.gtfs.laying import timetable_on
from grensgeo.sources.gtfs.merging import MergeRules
from grensgeo.sources.gtfs.patterns import draw
from grensgeo.sources.gtfs.report import FeedReport, check_feed
from grensgeo.sources.gtfs.service import check_date, service_per_day
from grensgeo.sources.gtfs.timetable import Headways, Merge, Runs, Timetable
from grensgeo.sources.gtfs.together import FeedsReport, check_feeds

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
    "inspect_feed",
    "read_feed",
    "service_per_day",
    "timetable_on",
]
