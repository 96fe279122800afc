"""Outlines for the screen: fewer corners, and neighbours that still share every one of them."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from grensgeo.errors import GrensgeoWarning, some
from grensgeo.planes import utm_epsg_of

if TYPE_CHECKING:
    import geopandas as gpd

#: Corners whose triangle with their neighbours is smaller than a square of this side are left
#: out: a pixel is about 100 m wide where the whole region is in view, and 10 m at the closest.
TOLERANCE_M = 100.0
#: Grid of the coordinates, degrees: 11 m, as :data:`grensgeo.maps.base.UNITS_PER_DEGREE`.
GRID_DEGREES = 1e-4


def simplify_coverage(
    areas: gpd.GeoDataFrame, *, tolerance_m: float = TOLERANCE_M, grid: float = GRID_DEGREES
) -> gpd.GeoDataFrame:
    """Simplify areas that cover a region, all at once, so that shared borders stay shared.

    Parameters
    ----------
    areas
        Polygons that neither overlap nor leave gaps, in any CRS.
    tolerance_m
        Side of the square whose area a left-out corner may change.
    grid
        Grid that coordinates are rounded to, degrees.

    Returns
    -------
    GeoDataFrame
        The same rows in EPSG:4326 with simpler polygons: neighbours have exactly the same corners
        along their border. Areas that are no coverage are left as they are, and a warning names them.

    Source
    ------
    Visvalingam and Whyatt 1993 (The Cartographic Journal 30(1)) on the edges of the coverage, as
    GEOS has it.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from shapely import box
    >>> towns = gpd.GeoDataFrame(geometry=[box(7, 52, 7.1, 52.1), box(7.1, 52, 7.2, 52.1)], crs=4326)
    >>> simple = simplify_coverage(towns)
    >>> round(simple.geometry[0].intersection(simple.geometry[1]).length, 3)
    0.1
    """  # noqa: E501 - the example reads better on one line
    import shapely

    metric = areas.to_crs(utm_epsg_of(areas)).geometry
    faults = shapely.coverage_invalid_edges(metric.to_numpy())
    wrong = areas.index[~shapely.is_empty(faults)]
    if len(wrong):
        warnings.warn(
            GrensgeoWarning(
                "outlines-overlap",
                f"outlines overlap or leave gaps, and are drawn with every corner: {some(wrong)}; "
                "mend them in the boundaries (read_municipalities closes the seam of two "
                "countries)",
            ),
            stacklevel=2,
        )
        return areas.to_crs(4326)
    simple = type(metric)(
        shapely.coverage_simplify(metric.to_numpy(), tolerance_m),
        index=areas.index,
        crs=metric.crs,
    )
    return areas.to_crs(4326).set_geometry(_rounded(simple.to_crs(4326), grid))


def _rounded(shapes: gpd.GeoSeries, grid: float) -> gpd.GeoSeries:
    """Round a coverage: its lines are rounded together, and areas made of them anew.

    Rounded one by one, areas may come to overlap where a narrow neck closes.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    lines = shapely.union_all(shapely.boundary(shapes.to_numpy()), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    face, area = shapely.STRtree(shapes.to_numpy()).query(
        shapely.point_on_surface(faces), predicate="within"
    )
    merged = [
        shapely.coverage_union_all(faces[face[area == number]]) for number in range(len(shapes))
    ]
    # a whole number over a whole number: the same bits whatever was rounded before
    exact = shapely.transform(merged, lambda corners: np.rint(corners / grid) / round(1 / grid))
    return gpd.GeoSeries(exact, index=shapes.index, crs=shapes.crs)


def shared_border(areas: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return the line along which the areas of one country touch those of another.

    Parameters
    ----------
    areas
        Polygons of a coverage with a column ``country``.

    Returns
    -------
    GeoSeries
        Lines between each two countries, in the CRS of the areas; empty where none touch.
    """
    import itertools

    import geopandas as gpd
    import shapely

    outlines = [
        shapely.boundary(shapely.coverage_union_all(group.geometry.to_numpy()))
        for _, group in areas.groupby("country", sort=True)
    ]
    shared = [
        shapely.line_merge(shapely.intersection(one, other))
        for one, other in itertools.combinations(outlines, 2)
    ]
    lines = [part for part in shapely.get_parts(shared) if part.geom_type.endswith("LineString")]
    return gpd.GeoSeries(lines, crs=areas.crs)
