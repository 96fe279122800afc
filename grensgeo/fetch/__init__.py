"""Fetching data: the catalogue of sources, and downloads."""
