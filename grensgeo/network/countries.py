"""In which country a place lies, and where the border between two countries runs."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.network.model import COUNTRIES

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy.typing as npt
    from shapely import Geometry

#: Two boundary layers that miss each other by less than this (degrees, 150 to 220 m) still share
#: a border: the official layers of the region lie up to 131 m apart.
_SEAM_DEGREES = 0.002


def check_countries(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Hold boundaries against what is needed of them.

    Parameters
    ----------
    countries
        Polygons with a column ``country``: countries, municipalities or anything between.

    Returns
    -------
    GeoDataFrame
        ``country`` and geometry in EPSG:4326; empty geometries are left out.

    Raises
    ------
    InputError
        If the column or the CRS is missing, a country is unknown, or a geometry is no polygon.
    """
    if "country" not in countries.columns:
        raise InputError("countries: no column 'country'; name the country of each polygon")
    if countries.crs is None:
        raise InputError("countries: no CRS; set it, for instance with set_crs(4326)")
    unknown = sorted({str(name) for name in countries["country"]} - set(COUNTRIES[1:]))
    if unknown:
        known = ", ".join(COUNTRIES[1:])
        raise InputError(f"countries: unknown countries {some(unknown)}; known are {known}")
    frame = countries.loc[~(countries.geometry.isna() | countries.geometry.is_empty)]
    kinds = set(frame.geom_type) - {"Polygon", "MultiPolygon"}
    if kinds:
        raise InputError(f"countries: geometry {some(sorted(kinds))}, expected polygons")
    return frame[["country", frame.geometry.name]].to_crs(4326)


def locate(
    countries: gpd.GeoDataFrame, lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]
) -> npt.NDArray[np.uint8]:
    """Tell in which country each point lies.

    Parameters
    ----------
    countries
        As :func:`check_countries` gives them.
    lon, lat
        float64 (n,): degrees.

    Returns
    -------
    ndarray
        uint8 (n,): index into :data:`grensgeo.network.COUNTRIES`; 0 where no polygon covers the
        point. Where polygons of two countries overlap, the lower index.
    """
    import shapely

    polygons = np.asarray(countries.geometry)
    codes = np.array([COUNTRIES.index(name) for name in countries["country"]], dtype=np.uint8)
    point, polygon = shapely.STRtree(polygons).query(
        shapely.points(lon, lat), predicate="intersects"
    )
    found = np.full(len(lon), len(COUNTRIES), dtype=np.uint8)
    np.minimum.at(found, point, codes[polygon])
    found[found == len(COUNTRIES)] = 0
    return found


def border_lines(countries: gpd.GeoDataFrame) -> list[Geometry]:
    """Give the lines along which two countries meet.

    Parameters
    ----------
    countries
        As :func:`check_countries` gives them.

    Returns
    -------
    list
        Lines (shapely, lon/lat), for each pair of neighbouring countries.
    """
    import shapely

    whole = {
        name: shapely.union_all(
            np.asarray(countries.geometry[countries["country"] == name]), grid_size=1e-7
        )
        for name in sorted(set(countries["country"]), key=COUNTRIES.index)
    }
    lines: list[Geometry] = []
    for one, other in combinations(whole.values(), 2):
        near = shapely.buffer(other, _SEAM_DEGREES, join_style="mitre")
        shared = shapely.intersection(shapely.boundary(one), near)
        # Where the seam is closed, the common line is exact; else the buffer has found it, with
        # its ends running on by as much as the buffer is wide.
        exact = shapely.intersection(shapely.boundary(one), shapely.boundary(other))
        if exact.length >= shared.length / 2:
            shared = exact
        parts = shapely.get_parts(shapely.line_merge(shared))
        lines += [part for part in parts if part.geom_type == "LineString"]
    return lines
