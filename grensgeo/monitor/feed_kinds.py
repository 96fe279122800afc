"""What a file of a feed is, for those that are no tables of grensgeo's own."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from grensgeo.files.places import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

#: Files by the end of their names, and what must stand in them, in letters large or small.
_TEXTS = (
    (".px", rb"AXIS-VERSION=", "PX"),
    ("quality.html", rb"<!doctype html>", "quality sheet"),
    ("quality.pdf", rb"%PDF-", "quality sheet"),
    (".ttl", rb"dcat:Dataset", "DCAT-AP as Turtle"),
    (".jsonld", rb"dcat:Dataset", "DCAT-AP as JSON-LD"),
    (".xml", rb"sdmxml/schemas/v3_0/structure", "structure of SDMX 3.0"),
    (".sdmx.csv", rb"STRUCTURE,STRUCTURE_ID,ACTION", "SDMX-CSV 2.0"),
    ("wide.csv", rb"period;geolevel;geoitem", "wide table of indicators"),
    (".jsonstat.json", rb'"class": "dataset"', "JSON-stat 2.0"),
    ("csv-metadata.json", rb"http://www.w3.org/ns/csvw", "CSV on the Web"),
    ("ro-crate-metadata.json", rb"https://w3id.org/ro/crate/", "RO-Crate"),
)


def describe_feed_file(path: Path) -> str | None:
    """Return what a file of a feed is, None for any other.

    Parameters
    ----------
    path
        A file.

    Returns
    -------
    str or None
        What it is, and how many figures or things it holds where that can be told.
    """
    if path.name.lower() == "wide.xlsx":
        from grensgeo.files.workbooks import read_sheets

        sheets = read_sheets(path)
        if {"data", "indicators", "regions"} <= set(sheets):
            return f"wide workbook of indicators: {len(sheets['data'])} rows"
        return None
    for ending, sign, what in _TEXTS:
        if path.name.lower().endswith(ending):
            content = read_bytes(path)
            if not re.search(re.escape(sign), content, re.IGNORECASE):
                return None
            if ending.endswith("json"):
                try:
                    json.loads(content)
                except (ValueError, RecursionError):
                    return None
            return f"{what}: {len(content)} bytes"
    return None
