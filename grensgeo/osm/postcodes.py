"""Postcodes out of OpenStreetMap extracts: each at the middle of the addresses that have it."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from grensgeo.countries import postcode_area
from grensgeo.osm.extract_files import Extract, reporting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KEY = "addr:postcode"
#: Several postcodes in one value are those of a street, not of an address.
_SEVERAL = (";", ",")


def read_postcodes(extracts: Sequence[Extract]) -> dict[str, tuple[float, float]]:
    """Read the postcodes of addresses, on points and buildings.

    Parameters
    ----------
    extracts
        Sound extracts; they may overlap, and each address counts once.

    Returns
    -------
    dict
        Longitude and latitude by postcode, in order; of a country whose postcodes name a street,
        by the part that names an area (:func:`grensgeo.countries.postcode_area`).
    """
    found: dict[str, tuple[array[float], array[float]]] = {}
    seen: set[tuple[str, int]] = set()
    for file in extracts:
        for key, said, lon, lat in _addresses(file):
            if key in seen or any(mark in said for mark in _SEVERAL):
                continue
            seen.add(key)
            code = postcode_area(said)
            if code:
                lons, lats = found.setdefault(code, (array("d"), array("d")))
                lons.append(lon)
                lats.append(lat)
    # one address with a mistyped postcode moves no median
    return {
        code: (float(np.median(lons)), float(np.median(lats)))
        for code, (lons, lats) in sorted(found.items())
    }


def _addresses(file: Extract) -> Iterable[tuple[tuple[str, int], str, float, float]]:
    """Yield kind and number, postcode and place of what has an address."""
    import osmium

    named = osmium.filter.KeyFilter(_KEY)
    with reporting(file):
        elements = osmium.FileProcessor(file.file).with_locations().with_filter(named)
        for element in cast("Iterable[Any]", elements):
            if element.is_relation() or not element.visible:
                continue
            at = element.location if element.is_node() else element.nodes[0].location
            if at.valid():
                yield (element.type_str(), element.id), element.tags[_KEY], at.lon, at.lat
