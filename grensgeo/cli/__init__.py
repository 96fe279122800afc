"""The command line: the library's own words, thin over it."""

from grensgeo.cli.program import main

__all__ = ["main"]
