"""Merging the feeds of two countries: one station, and one train, where there is one."""
