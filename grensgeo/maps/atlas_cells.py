"""Outlines of cells as arrays that travel inside a page; ``js/src/atlas/cells.js`` draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError, some
from grensgeo.maps.base import TOLERANCE_DEGREES, UNITS_PER_DEGREE
from grensgeo.planes import utm_epsg_of

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Floats

#: Cells that reach to within this of where the data end count as its edge: what lies beyond might
#: be reached from there as well.
EDGE_M = 1_500.0
#: Counts that differ by less than this share of them differ by what sums round off.
_SAME = 1e-9


def outlines(cells: gpd.GeoDataFrame) -> dict[str, npt.NDArray[np.integer[Any]]]:
    """Write the outlines of cells as steps on a grid of ten-thousandths of a degree.

    Parameters
    ----------
    cells
        (Multi)polygons in any CRS.

    Returns
    -------
    dict
        ``rings`` (rings of each cell), ``corners`` (corners of each ring), ``start_x, start_y``
        (first corner of each ring, a step from that of the ring before), ``step_x, step_y`` (every
        other corner, a step from the one before). Holes are rings like any other: what lies in an
        even number of rings is outside. Rings that shrink to nothing are left out.

    Raises
    ------
    InputError
        If the CRS is missing, or something is not a polygon.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from shapely import box
    >>> found = outlines(gpd.GeoDataFrame(geometry=[box(7, 52, 7.01, 52.02)], crs=4326))
    >>> found["corners"].tolist(), found["start_x"].tolist(), found["step_y"].tolist()
    ([4], [70100], [200, 0, -200])
    """
    import numpy as np
    import shapely

    if cells.crs is None:
        raise InputError("crs-missing", "cells have no CRS; set one, for instance 4326")
    shapes = cells.to_crs(4326).geometry.to_numpy()
    kinds = shapely.get_type_id(shapes)
    wrong = cells.index[~np.isin(kinds, (3, 6))]  # polygon, multipolygon
    if len(wrong):
        raise InputError(
            "geometry-wrong-kind",
            f"cells {some(wrong)} are no polygons; give the outline of each cell",
        )
    parts, cell = shapely.get_parts(shapely.simplify(shapes, TOLERANCE_DEGREES), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    owner = cell[part]
    size = shapely.get_num_coordinates(rings)
    number = np.repeat(np.arange(len(rings)), size)
    points = np.rint(shapely.get_coordinates(rings) * UNITS_PER_DEGREE).astype(np.int64)
    # the last corner of a ring is its first again, and corners may meet on the grid
    keep = np.ones(len(points), dtype=bool)
    keep[np.cumsum(size) - 1] = False
    same = (np.diff(points, axis=0) == 0).all(axis=1) & (np.diff(number) == 0)
    keep[1:] &= ~same
    corners = np.bincount(number[keep], minlength=len(rings))
    whole = corners >= 3
    keep &= whole[number]
    points, number, corners = points[keep], number[keep], corners[whole]
    opening = np.ones(len(points), dtype=bool)
    opening[1:] = np.diff(number) != 0
    starts = np.diff(points[opening], axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))[~opening]
    return {
        "rings": np.bincount(owner[whole], minlength=len(shapes)).astype(np.uint16),
        "corners": corners.astype(np.uint32),
        "start_x": starts[:, 0].astype(np.int32),
        "start_y": starts[:, 1].astype(np.int32),
        "step_x": steps[:, 0].astype(np.int32),
        "step_y": steps[:, 1].astype(np.int32),
    }


def not_shared(
    own: Floats, totals: Floats, municipality: npt.NDArray[np.int32], people: Floats
) -> tuple[npt.NDArray[np.int32], Floats]:
    """Find the cells whose count is not their municipality's, shared by inhabitants.

    The page shares counts itself, as most stand by inhabitants; those at places it is told.

    Parameters
    ----------
    own
        What stands at each cell; NaN where it is not known.
    totals
        Count of each municipality; NaN where it is not known.
    municipality
        Number of the municipality of each cell.
    people
        Inhabitants of each cell.

    Returns
    -------
    tuple
        Numbers of the cells, and their counts.

    Examples
    --------
    >>> import numpy as np
    >>> where = np.array([0, 0, 1, 1])
    >>> at, counts = not_shared(np.array([1.0, 2, 9, 0]), np.array([3.0, 9]), where, where + 1.0)
    >>> at.tolist(), counts.tolist()
    ([0, 1, 2, 3], [1.0, 2.0, 9.0, 0.0])
    """
    import numpy as np

    with np.errstate(invalid="ignore", divide="ignore"):
        shared = totals[municipality] * people / np.bincount(municipality, people)[municipality]
    at = np.flatnonzero(~np.isclose(own, shared, rtol=_SAME, atol=0, equal_nan=True))
    return at.astype(np.int32), own[at]


def data_edge(areas: gpd.GeoDataFrame) -> BaseGeometry:
    """Return the line where the data end: the outer outline of all municipalities together.

    Parameters
    ----------
    areas
        Municipalities in EPSG:4326.

    Returns
    -------
    (Multi)LineString
        Lines in degrees, without holes inside.
    """
    import shapely

    whole = shapely.union_all(areas.geometry.to_numpy(), grid_size=1 / UNITS_PER_DEGREE)
    parts = [shapely.Polygon(part.exterior) for part in shapely.get_parts(whole)]
    return shapely.boundary(shapely.union_all(parts))


def at_edge(cells: gpd.GeoDataFrame, edge: BaseGeometry) -> npt.NDArray[np.bool_]:
    """Find which cells lie where the data end.

    Parameters
    ----------
    cells
        Cells in any CRS.
    edge
        What :func:`data_edge` gave.

    Returns
    -------
    array of bool
        By cell: True within 1.5 km of the edge.
    """
    import geopandas as gpd
    import shapely

    crs = utm_epsg_of(cells)
    band = gpd.GeoSeries([edge], crs=4326).to_crs(crs).iloc[0].buffer(EDGE_M)
    shapely.prepare(band)
    near: npt.NDArray[np.bool_] = shapely.intersects(band, cells.to_crs(crs).geometry.to_numpy())
    return near
