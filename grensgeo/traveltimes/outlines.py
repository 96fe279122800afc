"""Outlines of what lies below zero on a surface, exact enough to be nested to the last digit.

An outline crosses the line between two nodes at one of a fixed set of places on it, never at a
node. Between two such crossings it runs straight through one cell. So the outlines of two surfaces
of which one lies nowhere above the other share a crossing or are apart there, and the larger area
holds the smaller one, without looking at it. Cells stay rectangles in degrees, so no rounding
makes two such stretches cross.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Floats, Longs
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
    import shapely

    count = _places(np.diff(surface.x_m)), _places(np.diff(surface.y_m))
    points, start, owner = _rings(surface.beyond, (surface.x_m, surface.y_m), count)
    if not len(owner):
        return shapely.Polygon()
    # each outer ring, and after it its holes
    order = np.argsort(owner, kind="stable")
    length = np.diff(start)[order]
    rings = np.append(0, np.cumsum(length))
    ordered = points[np.repeat(start[:-1][order] - rings[:-1], length) + np.arange(rings[-1])]
    polygons = np.append(np.flatnonzero(order == owner[order]), len(owner))
    area: BaseGeometry = shapely.from_ragged_array(
        shapely.GeometryType.MULTIPOLYGON,
        to_degrees(ordered),
        (rings, polygons, np.array([0, len(polygons) - 1])),
    )[0]
    only: BaseGeometry | None = shapely.get_geometry(area, 0) if len(polygons) == 2 else None
    return area if only is None else only


def _places(length: Floats) -> Floats:
    """Return how many places for a crossing lie between lines that are so far apart."""
    count: Floats = np.clip(np.exp2(np.floor(np.log2(length / _APART_M))), 4, _MOST)
    return count


#: Sides of a square, by which an outline comes in and goes out.
_BOTTOM, _RIGHT, _TOP, _LEFT = range(4)


@kernel(inner=True)
def _way_out(beyond: Floats, row: int, column: int, side: int) -> int:
    """Return by which side of a square an outline goes out that comes in by another.

    What is below zero lies to the left of it. Where two corners across from each other do, the
    square's middle says whether they hang together.
    """
    south_west, south_east = beyond[row, column], beyond[row, column + 1]
    north_west, north_east = beyond[row + 1, column], beyond[row + 1, column + 1]
    a, b, c, d = south_west < 0, south_east < 0, north_east < 0, north_west < 0
    if a and c and not b and not d:
        joined = south_west + south_east + north_west + north_east <= 0
        if side == _BOTTOM:
            return _RIGHT if joined else _LEFT
        return _LEFT if joined else _RIGHT
    if b and d and not a and not c:
        joined = south_west + south_east + north_west + north_east <= 0
        if side == _RIGHT:
            return _TOP if joined else _BOTTOM
        return _BOTTOM if joined else _TOP
    if b and not a:
        out = _BOTTOM
    elif c and not b:
        out = _RIGHT
    else:
        out = _TOP if d and not c else _LEFT
    return out


@kernel(inner=True)
def _crossing(one: float, other: float, count: float) -> float:
    """Return where between two nodes an outline crosses, 0 to 1."""
    number = min(np.floor(one / (one - other) * count), count - 1.0)
    return float((number + 0.5) / count)


@kernel
def _rings(
    beyond: Floats, lines: tuple[Floats, Floats], count: tuple[Floats, Floats]
) -> tuple[Floats, Longs, Longs]:
    """Trace the rings around what lies below zero, which is nothing along the outermost lines.

    Returns their points, where each ring begins, and the outer ring of each; an outer ring has
    itself. A ring is met first at the lowest row that it crosses, from the left: an outer one
    comes from outside there. A hole belongs to what the ring to the left of it belongs to.
    """
    x_m, y_m = lines
    rows, columns = beyond.shape
    crossings = 0
    for row in range(1, rows):
        for column in range(1, columns):
            low = beyond[row, column] < 0
            # numbers, for the sum of two truths is a truth where this runs as Python
            crossings += int(low != (beyond[row, column - 1] < 0))
            crossings += int(low != (beyond[row - 1, column] < 0))
    points = np.empty((crossings + crossings // 4 + 1, 2))
    start = np.zeros(crossings // 4 + 2, dtype=np.int64)
    owner = np.empty(crossings // 4 + 1, dtype=np.int64)
    met = np.zeros((rows, columns if crossings else 0), dtype=np.int32)  # rings, from 1
    n, ring = 0, 0
    for row in range(1, rows if crossings else 0):
        before = -1  # the outer ring of what the last crossing of this row belongs to
        for column in range(columns - 1):
            outside = beyond[row, column] >= 0
            if outside == (beyond[row, column + 1] >= 0):
                continue
            if met[row, column]:
                before = owner[met[row, column] - 1]
                continue
            owner[ring] = before = ring if outside else before
            ring += 1
            first = n
            i, j, side = (row - 1, column, _TOP) if outside else (row, column, _BOTTOM)
            while True:
                # by this side of the square of row i and column j
                if side in (_BOTTOM, _TOP):
                    at = i if side == _BOTTOM else i + 1
                    if met[at, j]:
                        break
                    met[at, j] = ring
                    share = _crossing(beyond[at, j], beyond[at, j + 1], count[0][j])
                    points[n, 0] = x_m[j] + (x_m[j + 1] - x_m[j]) * share
                    points[n, 1] = y_m[at]
                else:
                    at = j if side == _LEFT else j + 1
                    share = _crossing(beyond[i, at], beyond[i + 1, at], count[1][i])
                    points[n, 0] = x_m[at]
                    points[n, 1] = y_m[i] + (y_m[i + 1] - y_m[i]) * share
                n += 1
                out = _way_out(beyond, i, j, side)
                if out == _BOTTOM:
                    i, side = i - 1, _TOP
                elif out == _RIGHT:
                    j, side = j + 1, _LEFT
                elif out == _TOP:
                    i, side = i + 1, _BOTTOM
                else:
                    j, side = j - 1, _RIGHT
            points[n] = points[first]
            n += 1
            start[ring] = n
    return points[:n], start[: ring + 1], owner[:ring]
