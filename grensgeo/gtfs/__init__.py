"""Timetables in GTFS: read, checked, put together across the border, laid out for one date."""

from grensgeo.gtfs.feed import Feed, inspect_feed, read_feed
from grensgeo.gtfs.findings import Finding
from grensgeo.gtfs.laying import timetable_on
from grensgeo.gtfs.merging import MergeRules
from grensgeo.gtfs.patterns import draw
from grensgeo.gtfs.report import FeedReport, check_feed
from grensgeo.gtfs.service import check_date, service_per_day
from grensgeo.gtfs.timetable import Headways, Merge, Runs, Timetable
from grensgeo.gtfs.together import FeedsReport, check_feeds

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
