"""Facilities: points that a user gives, or places that an extract of OpenStreetMap holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES, hold_countries
from grensgeo.errors import InputError, some
from grensgeo.geodata.points import read_points
from grensgeo.geodata.territories import check_countries, locate
from grensgeo.notes import Note
from grensgeo.osm.extract_files import Extract
from grensgeo.osm.found_places import read_osm_places
from grensgeo.provenance import Provenance, Source, provenance_of

if TYPE_CHECKING:
    import geopandas as gpd

#: Ends of the names of extracts.
_EXTRACTS = (".pbf", ".osm", ".osm.bz2", ".osm.gz", ".osm.xml")


@dataclass(frozen=True, eq=False)
class Facilities:
    """Facilities of one kind.

    Attributes
    ----------
    kind
        What they are, such as ``schools``; stands as ``opportunity`` in tables.
    points
        ``id, country`` and points in EPSG:4326.
    provenance
        Where they come from.
    """

    kind: str
    points: gpd.GeoDataFrame
    provenance: Provenance


def read_facilities(
    path: str | Path,
    kind: str,
    *,
    countries: gpd.GeoDataFrame,
    source: Source | None = None,
) -> Facilities:
    """Read facilities of one kind, each with the country in which it lies.

    Parameters
    ----------
    path
        Points with an ``id`` (CSV with ``lon`` and ``lat``, GeoJSON, GeoPackage, …), or an extract
        of OpenStreetMap, of which the places of the kind are taken.
    kind
        What they are; of an extract a kind of :func:`grensgeo.osm.found_places.read_place_kinds`.
    countries
        Polygons with a column ``country``. What lies in none of them is left out.
    source
        Who published the points; not needed of an extract, nor where a manifest lies beside them.

    Returns
    -------
    Facilities
        At least one.

    Raises
    ------
    FileError
        If the file is missing or unreadable.
    InputError
        If nobody says where the points come from, none lies in the countries, or a country that
        the file gives is another one than where the point lies.
    """
    path = Path(path)
    if path.name.lower().endswith(_EXTRACTS):
        found = read_osm_places(path, kind, countries=countries)
        _, told = Extract.of(path).opened()
        return Facilities(kind, found[["id", "country", "geometry"]], Provenance((told,)))
    points = read_points(path, extent=countries.geometry)
    told_of = provenance_of(path)
    if source is not None:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        told_of = Provenance((replace(source, sha256=digest),))
    if not told_of.sources:
        raise InputError(
            "source-missing",
            f"{path}: nobody says where these {kind} come from; give licence and attribution",
        )
    lon, lat = points.geometry.x.to_numpy(), points.geometry.y.to_numpy()
    inside = np.array(COUNTRIES, dtype=object)[locate(check_countries(countries), lon, lat)]
    if "country" in points.columns:
        known = {one: code for one, code in zip(points["id"], inside, strict=True) if code}
        hold_countries(points["id"], points["country"], where=str(path), known=known)
    there = inside != ""
    if not there.any():
        raise InputError(
            "nothing-in-area", f"{path}: none of {len(points)} {kind} lies in the region "
            f"({some(points['id'])}); give points of the region",
        )  # fmt: skip
    kept = points.assign(country=inside)[there].reset_index(drop=True)
    if not there.all():
        left = points.loc[~there, "id"]
        note = Note("proximity.outside", kind=kind, n=len(left), first=str(left.iloc[0]))
        told_of |= Provenance(notes=(note,))
    return Facilities(kind, kept[["id", "country", "geometry"]], told_of)
