"""Polygons that say which streets are meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Fault, Faults
from grensgeo.polylines import take_lines

if TYPE_CHECKING:
    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    from grensgeo.network import Streets


def read_polygon(
    value: BaseGeometry | Mapping[str, Any] | Sequence[Sequence[float]],
) -> tuple[BaseGeometry, list[Fault]]:
    """Read a polygon, or say what is wrong with it."""
    import shapely
    from shapely.geometry import shape
    from shapely.geometry.base import BaseGeometry

    try:
        if isinstance(value, BaseGeometry):
            polygon = value
        elif isinstance(value, Mapping):
            polygon = shape(dict(value))
        else:
            polygon = shapely.Polygon([(float(lon), float(lat)) for lon, lat in value])
    except (ValueError, TypeError, KeyError, AttributeError, shapely.errors.ShapelyError) as error:
        return shapely.Polygon(), [
            Fault(
                "geometry-invalid",
                f"polygon: not a ring of lon, lat pairs or a GeoJSON polygon ({error})",
            )
        ]
    if polygon.geom_type not in ("Polygon", "MultiPolygon") or polygon.is_empty:
        return shapely.Polygon(), [
            Fault(
                "geometry-wrong-kind",
                f"polygon: is an empty or other geometry ({polygon.geom_type})",
            )
        ]
    faults = Faults()
    if not polygon.is_valid:
        faults.add("geometry-invalid", f"polygon: not valid ({shapely.is_valid_reason(polygon)})")
    west, south, east, north = polygon.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        faults.add(
            "coordinates-not-degrees",
            "polygon: coordinates out of range; write degrees, lon before lat",
        )
    return polygon, faults


def edges_within(
    streets: Streets, edges: npt.NDArray[np.intp], polygon: BaseGeometry
) -> npt.NDArray[np.bool_]:
    """Select which edges have their middle in a polygon."""
    import shapely

    start, places = take_lines(streets.coords_start, edges.astype(np.int64))
    owner = np.repeat(np.arange(len(edges)), np.diff(start))
    lines = shapely.linestrings(streets.coords[places], indices=owner)
    middles = shapely.line_interpolate_point(lines, 0.5, normalized=True)
    shapely.prepare(polygon)
    return np.asarray(shapely.intersects(polygon, middles), dtype=np.bool_)
