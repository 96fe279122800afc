"""Outlines of what lies below zero on a surface, exact enough to be nested to the last digit.

An outline crosses the line between two nodes at one of a fixed set of places on it, never at a
node. Between two such crossings it runs straight through one cell. So the outlines of two surfaces
of which one lies nowhere above the other share a crossing or are apart there, and the larger area
holds the smaller one, without looking at it. Cells stay rectangles in degrees, so no rounding
makes two such stretches cross.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Floats
    from grensgeo.traveltimes.surface import Surface


#: Places between two nodes at which an outline may cross are at least so far apart, metres, and so
#: many at most; a power of two.
_APART_M, _MOST = 0.08, 256


def outline(surface: Surface, *, to_degrees: Callable[[Floats], Floats]) -> BaseGeometry:
    """Build the area below zero.

    Parameters
    ----------
    surface
        Values over lines of nodes.
    to_degrees
        Brings metres, float64 (n, 2), to degrees, each axis by itself: what is equal stays equal,
        and what is 4 cm apart stays in order.

    Returns
    -------
    Polygon or MultiPolygon
        Valid, with holes, in degrees.
    """
    import contourpy
    import shapely

    beyond = surface.beyond
    generator = contourpy.contour_generator(
        z=beyond, fill_type=contourpy.FillType.ChunkCombinedOffsetOffset
    )
    found: Any = generator.filled(min(2 * float(beyond.min()), -1.0), 0.0)
    (points,), (rings,), (polygons,) = found
    if points is None:
        return shapely.Polygon()
    area: BaseGeometry = shapely.from_ragged_array(
        shapely.GeometryType.MULTIPOLYGON,
        to_degrees(_placed(points, surface)),
        (rings, polygons, [0, len(polygons) - 1]),
    )[0]
    parts = shapely.get_parts(area)
    only: BaseGeometry = parts[0] if len(parts) == 1 else area
    return only


def _placed(points: Floats, surface: Surface) -> Floats:
    """Place points between nodes where an outline may cross, in metres."""
    whole = np.rint(points)
    # each lies on a column or a row: there one of its numbers is whole
    along = (np.abs(points - whole)).argmax(axis=1)
    metres = np.empty_like(points)
    for axis, lines in enumerate((surface.x_m, surface.y_m)):
        length = np.diff(lines)
        count = np.exp2(np.floor(np.log2(length / _APART_M)))
        count = np.clip(count, 4, _MOST)
        before = np.clip(np.floor(points[:, axis]).astype(np.int64), 0, len(length) - 1)
        share = points[:, axis] - before
        number = np.minimum(np.floor(share * count[before]), count[before] - 1)
        between = lines[before] + length[before] * ((number + 0.5) / count[before])
        at = lines[whole[:, axis].astype(np.int64)]
        metres[:, axis] = np.where(along == axis, between, at)
    return metres
