"""Bringing people to work and learning across the border: placements, and places to meet."""

from grensgeo.grenswerk.meetings import meeting_pairs, meeting_reach, meeting_times, read_hubs
from grensgeo.grenswerk.placements import Student, placements_for, students_for

__all__ = [
    "Student",
    "meeting_pairs",
    "meeting_reach",
    "meeting_times",
    "placements_for",
    "read_hubs",
    "students_for",
]
