"""The land of each country in a region and the margin around it, where its streets are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES, countries_in_order, nuts_written
from grensgeo.fetch.entries import read_entries
from grensgeo.fetch.needs import RegionNeeds
from grensgeo.fetch.region_fetch import read_outlines_of
from grensgeo.region.boundaries import close_seam

if TYPE_CHECKING:
    import geopandas as gpd
    import shapely

    from grensgeo.fetch.doors import WantedFile
    from grensgeo.fetch.lock import RawFolder
    from grensgeo.spec import RegionSpec

#: How far beyond the margin land is kept, degrees: streets end on its outline.
_SLACK_DEGREES = 0.02


def boundaries_there(spec: RegionSpec, raw: RawFolder) -> list[WantedFile] | None:
    """Return the boundaries of a region that were fetched; None where outlines are missing.

    Parameters
    ----------
    spec
        The region's file.
    raw
        Folder of what was fetched for it.
    """
    needed = RegionNeeds(spec, read_entries(None)).boundaries()
    there = [item for item in needed if item.file in raw.files and raw.at(item.file).exists()]
    return None if any(item not in there for item in needed if item.role != "nuts3") else there


def land_around(
    spec: RegionSpec,
    raw: RawFolder,
    outline: shapely.Geometry,
    *,
    region: gpd.GeoDataFrame | None = None,
) -> gpd.GeoDataFrame | None:
    """Return the land of each country as far as streets are loaded.

    Parameters
    ----------
    spec, raw
        As :func:`boundaries_there`.
    outline
        The region with its margin, degrees.
    region
        Land of the region by ``country``, which holds where it is given.

    Returns
    -------
    GeoDataFrame or None
        ``country, geometry`` in EPSG:4326, a row a country: the region's own land, beyond it that
        of the municipalities of its countries, and of NUTS 3 regions elsewhere; the seam between
        them is closed. What was given where no boundaries were fetched.
    """
    import geopandas as gpd
    import pandas as pd
    import shapely

    there = boundaries_there(spec, raw)
    if there is None:
        return region
    outlines, units = read_outlines_of(spec, raw, there)
    west, south, east, north = shapely.bounds(outline)
    box = shapely.box(
        west - _SLACK_DEGREES, south - _SLACK_DEGREES, east + _SLACK_DEGREES,
        north + _SLACK_DEGREES,
    )  # fmt: skip
    whole = [] if region is None else [region[["country", "geometry"]].to_crs(4326)]
    own = _near(outlines, box)
    if whole:
        own["geometry"] = shapely.difference(
            own.geometry.to_numpy(), whole[0].geometry.union_all()
        )
    parts = [*whole, own]
    if "nuts3" in units:
        known = pd.concat(parts).geometry.union_all()
        called = {nuts_written(code): code for code in COUNTRIES[1:]}
        country = units["nuts3"]["region_code"].astype(str).str[:2].map(called)
        other = country.notna() & ~country.isin(spec.countries)
        more = _near(units["nuts3"][other].assign(country=country[other]), box)
        more["geometry"] = shapely.difference(more.geometry.to_numpy(), known)
        parts.append(more)
    land = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs=4326)
    land = land.set_geometry(shapely.make_valid(land.geometry.to_numpy()), crs=4326)
    land = land[shapely.area(land.geometry.to_numpy()) > 0].dissolve("country")
    codes = tuple(str(code) for code in land.index)
    order = tuple(code for code in spec.countries if code in codes)
    order += tuple(code for code in countries_in_order(codes) if code not in order)
    if len(codes) > 1:
        shapes, _ = close_seam(
            land.geometry.map(_polygons), np.array(codes, dtype=str), order=order
        )
        land = land.set_geometry(shapes)
    return land[["geometry"]].reset_index()


def _near(frame: gpd.GeoDataFrame, box: shapely.Geometry) -> gpd.GeoDataFrame:
    """Return the parts of outlines within a box."""
    near = frame[frame.geometry.intersects(box)][["country", "geometry"]].copy()
    near["geometry"] = near.geometry.make_valid().intersection(box)
    return near


def _polygons(shape: shapely.Geometry) -> shapely.Geometry:
    """Return the polygons of a shape, without lines at which two of them touched."""
    import shapely

    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.MultiPolygon([p for p in parts if p.geom_type == "Polygon"])
