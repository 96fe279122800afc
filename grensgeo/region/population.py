"""Inhabitants on cells; the total of each municipality is kept to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import Faults, InputError, some
from grensgeo.region.boundaries import GRID_DEG
from grensgeo.region.sharing import apportion

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import shapely

#: The grid of the European statistical offices: ETRS89-LAEA, equal in area.
GRID_CRS = 3035


def make_cells(
    parts: gpd.GeoDataFrame,
    weights: npt.NDArray[np.float64],
    totals: pd.Series,
    *,
    keep: npt.NDArray[np.bool_] | None = None,
) -> gpd.GeoDataFrame:
    """Assign each municipality's inhabitants to its parts of the grid, to the person.

    Parameters
    ----------
    parts
        What :func:`grensgeo.region.cell_kinds.lay_cells` gave; with ``lon`` and ``lat`` where a
        point of its own stands for each.
    weights
        A weight for each part.
    totals
        Inhabitants by ``region_code``.
    keep
        Parts that stay though nobody lives there.

    Returns
    -------
    GeoDataFrame
        As :data:`grensgeo.schema.CELLS` in EPSG:4326, parts without inhabitants left out; the
        sum over a municipality's cells is its total exactly.

    Raises
    ------
    InputError
        If a municipality has inhabitants but no weight anywhere.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    population = np.zeros(len(parts), dtype=np.int64)
    faults = Faults()
    for code, rows in parts.groupby("region_code").indices.items():
        if totals[code] and not weights[rows].sum() > 0:
            faults.append(code)
            continue
        population[rows] = apportion(weights[rows], int(totals[code]))
    absent = sorted(set(totals.index[totals > 0]) - set(parts["region_code"]))
    if faults or absent:
        raise InputError(
            "no-inhabited-land", f"no inhabited land is known in {some([*faults, *absent])}"
        )
    some_one = population > 0 if keep is None else (population > 0) | keep
    cells = parts[some_one].to_crs(4326).reset_index(drop=True)
    geometry = _quantised(cells.geometry.to_numpy())
    points = shapely.point_on_surface(geometry)
    cells["cell_id"] = cells["grid_id"] + "-" + cells["region_code"]
    cells["population"] = population[some_one]
    if "lon" not in cells:
        cells["lon"], cells["lat"] = shapely.get_x(points), shapely.get_y(points)
    cells["lon"], cells["lat"] = np.round(cells["lon"], 6), np.round(cells["lat"], 6)
    columns = ["cell_id", "grid_id", "region_code", "country", "population", "lon", "lat"]
    return gpd.GeoDataFrame(cells[columns], geometry=geometry, crs=4326).sort_values(
        "cell_id", ignore_index=True
    )


def _quantised(geometry: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Round all corners to the coordinate grid and keep only the areas."""
    import numpy as np
    import shapely

    rounded = shapely.set_precision(geometry, GRID_DEG)
    areas: list[shapely.Geometry] = []
    for before, after in zip(geometry, rounded, strict=True):
        # a sliver narrower than the coordinate grid vanishes on it and stays as it was
        polygons = _areas_of(after) or _areas_of(before)
        areas.append(polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons))
    return shapely.normalize(np.array(areas, dtype=np.object_))


def _areas_of(geometry: shapely.Geometry) -> list[shapely.Polygon]:
    """List the polygons of a geometry that have an area."""
    import shapely

    parts = shapely.get_parts(geometry)
    return [part for part in parts if isinstance(part, shapely.Polygon) and part.area > 0]
