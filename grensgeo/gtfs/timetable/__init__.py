"""The timetable of one date: patterns, blocks, changes and transfers of single trips."""
