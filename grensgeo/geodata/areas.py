"""Areas from a user's table or file, validated as outlines near the places that they are for."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.notes import Note

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

#: Part of its area by which repairing an outline may change it: rings that touch or cross
#: themselves by a hair are common in generalised layers, a figure of eight is another thing.
_MOST_CHANGED = 0.01


def as_areas(frame: pd.DataFrame, *, where: str) -> gpd.GeoDataFrame:
    """Convert areas to EPSG:4326, and raise on what no outline can be.

    Parameters
    ----------
    frame
        Polygons in any CRS, with any columns; the table is not changed.
    where
        What to call the table in errors.

    Returns
    -------
    GeoDataFrame
        The same rows, those without geometry left out, in EPSG:4326; outlines that cross
        themselves by a hair are repaired.

    Raises
    ------
    InputError
        With every fault at once: no geometry or none left, no CRS, geometry that is no polygon,
        coordinates that are missing or are no degrees, outlines that cross themselves.

    Warns
    -----
    GrensgeoWarning
        If outlines were repaired, or rows have no geometry.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        raise InputError("geometry-missing", f"{where}: no geometry; give polygons")
    if frame.crs is None:
        raise InputError(
            "crs-missing", f"{where}: no CRS; set it, for instance with set_crs(4326)"
        )
    empty = (frame.geometry.isna() | frame.geometry.is_empty).to_numpy()
    rows = frame.loc[~empty]
    if rows.empty:
        raise InputError("geometry-missing", f"{where}: holds no polygons")
    kinds = set(rows.geom_type) - {"Polygon", "MultiPolygon"}
    if kinds:
        raise InputError(
            "geometry-wrong-kind", f"{where}: geometry {some(sorted(kinds))}, expected polygons"
        )
    areas = (rows if rows.crs.to_epsg() == 4326 else rows.to_crs(4326)).copy(deep=False)
    shapes = areas.geometry.to_numpy()
    faults = _degree_faults(shapes, np.asarray(areas.index))
    if faults:
        raise InputError.of(faults, where=where)
    crossed = ~shapely.is_valid(shapes)
    if crossed.any():
        areas = areas.set_geometry(_repaired(shapes, np.asarray(areas.index), where), crs=4326)
    if empty.any():
        left_out = frame.index[empty]
        note = Note(
            "areas.without-geometry",
            where=where,
            n=len(left_out),
            of=len(frame),
            example=str(left_out[0]),
        )
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=3)
    return areas


def _degree_faults(shapes: npt.NDArray[np.object_], names: npt.NDArray[np.object_]) -> list[Fault]:
    """List areas whose coordinates are missing or no degrees."""
    import numpy as np
    import shapely

    xy, owner = shapely.get_coordinates(shapes, return_index=True)
    missing = np.unique(owner[~np.isfinite(xy).all(axis=1)])
    faults = Faults()
    if len(missing):
        faults.add(
            "coordinates-missing",
            f"coordinates that are no numbers in rows {some(names[missing])}",
        )
    off = (np.abs(xy[:, 0]) > 180) | (np.abs(xy[:, 1]) > 90)
    if off.any():
        first = int(np.flatnonzero(off)[0])
        faults.add(
            "coordinates-not-degrees",
            f"coordinates ({xy[first, 0]:g}, {xy[first, 1]:g}) are not degrees, in rows "
            f"{some(names[np.unique(owner[off])])}; declare the file's own CRS or reproject to "
            "EPSG:4326",
        )
    return faults


def _repaired(
    shapes: npt.NDArray[np.object_], names: npt.NDArray[np.object_], where: str
) -> npt.NDArray[np.object_]:
    """Repair outlines that cross themselves by a hair, and warn of it; raise on the others."""
    import numpy as np
    import shapely

    crossed = np.flatnonzero(~shapely.is_valid(shapes))
    fresh = shapely.make_valid(shapes[crossed])
    parts = [
        [part for part in shapely.get_parts(shape) if shapely.get_dimensions(part) == 2]
        for shape in fresh
    ]
    fresh = np.array([shapely.union_all(part) for part in parts], dtype=object)
    before, after = shapely.area(shapes[crossed]), shapely.area(fresh)
    wide = ~(np.abs(after - before) <= _MOST_CHANGED * after) | (after <= 0)
    if wide.any():
        listed = some(names[crossed[wide]])
        raise InputError(
            "geometry-invalid",
            f"{where}: outlines that cross themselves in rows {listed}; repair them, for instance "
            "with make_valid(), and look whether they are what was meant",
        )
    note = Note("areas.repaired", where=where, n=len(crossed), rows=some(names[crossed]))
    warnings.warn(GrensgeoWarning.of([note]), stacklevel=4)
    result = shapes.copy()
    result[crossed] = fresh
    return result


def swapped_with(
    areas: npt.NDArray[np.object_], lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]
) -> bool:
    """Return whether areas lie around points only once latitude and longitude are swapped.

    Parameters
    ----------
    areas
        Polygons in degrees.
    lon, lat
        Points, degrees.

    Returns
    -------
    bool
        True where they lie elsewhere as they are, and here the other way about.
    """
    import shapely

    box = shapely.box(lon.min(), lat.min(), lon.max(), lat.max())
    turned = shapely.box(lat.min(), lon.min(), lat.max(), lon.max())
    return not shapely.intersects(areas, box).any() and bool(
        shapely.intersects(areas, turned).any()
    )


def need_near(areas: gpd.GeoDataFrame, land: gpd.GeoSeries, *, where: str) -> None:
    """Raise on areas of which none lies anywhere near the land that they are drawn on.

    Parameters
    ----------
    areas
        As :func:`as_areas` gives them.
    land
        Outlines in EPSG:4326.
    where
        What to call the areas in errors.

    Raises
    ------
    InputError
        Saying whether latitude and longitude are swapped.
    """
    import shapely

    shapes = areas.geometry.to_numpy()
    box = shapely.box(*shapely.total_bounds(land.to_numpy()))
    if shapely.intersects(shapes, box).any():
        return
    lon, lat = shapely.get_coordinates(box).T
    swapped = swapped_with(shapes, lon, lat)
    hint = "latitude and longitude are swapped" if swapped else "give those of this region"
    raise InputError("elsewhere", f"{where}: lies elsewhere than the region; {hint}")
