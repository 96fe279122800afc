"""Bringing people to work and learning across the border: placements, and places to meet."""

from grensgeo.grenswerk.asked_days import AskedDays
from grensgeo.grenswerk.days_by_place import days_by_place
from grensgeo.grenswerk.free_days import FreeDays
from grensgeo.grenswerk.meetings import meeting_pairs, meeting_reach, meeting_times, read_hubs
from grensgeo.grenswerk.missed_changes import missed_changes
from grensgeo.grenswerk.placements import Student, placements_for, students_for
from grensgeo.grenswerk.possible_days import days_of_pair, possible_days

__all__ = [
    "AskedDays",
    "FreeDays",
    "Student",
    "days_by_place",
    "days_of_pair",
    "meeting_pairs",
    "meeting_reach",
    "meeting_times",
    "missed_changes",
    "placements_for",
    "possible_days",
    "read_hubs",
    "students_for",
]
