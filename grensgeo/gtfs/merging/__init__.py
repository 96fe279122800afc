"""Merging the feeds of two countries: stations and trains that both have."""
