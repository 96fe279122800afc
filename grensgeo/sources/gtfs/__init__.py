"""Timetables in GTFS: read, checked, put together across the border, laid out for one date."""

from grensgeo.sources.gtfs.timetable import Headways, Merge, Runs, Timetable

__all__ = ["Headways", "Merge", "Runs", "Timetable"]
