"""The outline that data are cut to: areas of a user, with a margin around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.geodata.areas import as_areas

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Flags, Floats

#: Corners of a margin that lie no further than this off the line without them are left out, as a
#: part of the margin; and corners at a quarter of a circle.
_SLACK, _QUARTER = 0.01, 8
#: Widest margin, kilometres: beyond it no trip within a region leads, and projections go astray.
_WIDEST_KM = 500.0
#: Points this near the outline, in degrees (3 cm), lie on it: coordinates are rounded to 1e-7.
ON_LINE_DEGREES = 3e-7


def cut_outline(
    areas: gpd.GeoDataFrame | gpd.GeoSeries, *, buffer_km: float = 0.0, where: str = "area"
) -> BaseGeometry:
    """Return the outline of areas together, with a margin around them.

    Parameters
    ----------
    areas
        Polygons in any CRS: a region's municipalities, or its outline.
    buffer_km
        Width of the margin, kilometres.
    where
        What to call the areas in errors.

    Returns
    -------
    Polygon or MultiPolygon
        In degrees (EPSG:4326), prepared; holes that a margin leaves are filled.

    Raises
    ------
    InputError
        As :func:`grensgeo.geodata.areas.as_areas`, or if the margin is negative or too wide.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from shapely import box
    >>> outline = cut_outline(gpd.GeoSeries([box(6.8, 52.2, 7.0, 52.3)], crs=4326), buffer_km=5)
    >>> [round(value, 2) for value in outline.bounds]
    [6.73, 52.15, 7.07, 52.35]
    """
    import geopandas as gpd
    import shapely

    if not (np.isfinite(buffer_km) and 0 <= buffer_km <= _WIDEST_KM):
        raise InputError(
            "out-of-range", f"buffer_km is {buffer_km}, expected 0 to {_WIDEST_KM:g} kilometres"
        )
    frame = areas.to_frame("geometry") if isinstance(areas, gpd.GeoSeries) else areas
    shapes = as_areas(frame, where=where).geometry
    whole: BaseGeometry = shapes.union_all()
    if buffer_km:
        flat = gpd.GeoSeries([whole], crs=4326)
        crs = flat.estimate_utm_crs()
        margin_m = 1000.0 * buffer_km
        wide = flat.to_crs(crs).buffer(margin_m * (1 + _SLACK), quad_segs=_QUARTER)
        whole = wide.simplify(margin_m * _SLACK).to_crs(4326).iloc[0]
        parts = [shapely.Polygon(part.exterior) for part in shapely.get_parts(whole)]
        whole = shapely.union_all(parts)
    shapely.prepare(whole)
    return whole


def lies_inside(outline: BaseGeometry, lon: Floats, lat: Floats) -> Flags:
    """Find which points lie within an outline, and not on it.

    Parameters
    ----------
    outline
        In degrees.
    lon, lat
        float64 (n,): degrees.
    """
    import shapely

    west, south, east, north = outline.bounds
    near: Flags = (lon > west) & (lon < east) & (lat > south) & (lat < north)
    near[near] = shapely.contains_xy(outline, lon[near], lat[near])
    return near


def lies_beyond(outline: BaseGeometry, lon: Floats, lat: Floats) -> Flags:
    """Find which points lie on an outline or outside it.

    Parameters
    ----------
    outline
        In degrees.
    lon, lat
        float64 (n,): degrees, rounded to 1e-7.
    """
    import shapely

    inside = lies_inside(outline, lon, lat)
    line = shapely.boundary(outline)
    shapely.prepare(line)
    points = shapely.points(lon[inside], lat[inside])
    inside[inside] = ~shapely.dwithin(line, points, ON_LINE_DEGREES)
    beyond: Flags = ~inside
    return beyond
