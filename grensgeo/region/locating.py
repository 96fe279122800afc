"""In which municipality a point lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Faults, InputError, some
from grensgeo.geodata.points import as_points

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

#: Two boundary layers leave gaps of up to 131 m at the border of the region, and a point on the
#: shore is not drawn better: one this near to a municipality (degrees, 150 to 220 m) lies in it.
_NEAR_DEGREES = 0.002


def municipality_at(
    municipalities: gpd.GeoDataFrame,
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
) -> npt.NDArray[np.int64]:
    """Find in which municipality each point lies.

    Parameters
    ----------
    municipalities
        Polygons (``region.municipalities``).
    lon, lat
        float64 (n,): degrees.

    Returns
    -------
    ndarray
        int64 (n,): row of the municipality, the first where several hold a point; -1 where none
        does, nor lies within 200 m.
    """
    import shapely

    shapes = np.asarray(municipalities.to_crs(4326).geometry)
    points = np.asarray(shapely.points(lon, lat))
    tree = shapely.STRtree(shapes)
    found = np.full(len(points), len(shapes), dtype=np.int64)
    at, shape = tree.query(points, predicate="intersects")
    np.minimum.at(found, at, shape)
    lost = np.flatnonzero(found == len(shapes))
    if len(lost):
        at, shape = tree.query_nearest(points[lost], max_distance=_NEAR_DEGREES, all_matches=False)
        found[lost[at]] = shape
    found[found == len(shapes)] = -1
    return found


def located_points(municipalities: gpd.GeoDataFrame, places: pd.DataFrame) -> gpd.GeoDataFrame:
    """Add country and municipality to points; see :meth:`grensgeo.Region.locate`."""
    points = as_points(places, where="places")
    at = municipality_at(
        municipalities, points.geometry.x.to_numpy(), points.geometry.y.to_numpy()
    )
    faults = Faults()
    if (at < 0).any():
        faults.add(
            "outside-data",
            f"{some(points.loc[at < 0, 'id'])} in no municipality of the region; give points "
            "within it, or a region that holds them",
        )
        raise InputError.of(faults, where="places")
    country = municipalities["country"].to_numpy()[at]
    if "country" in points:
        said = points["country"]
        wrong = said.notna().to_numpy() & (said.to_numpy() != country)
        if wrong.any():
            first = np.flatnonzero(wrong)[0]
            faults.add(
                "outside-country",
                f"{some(points.loc[wrong, 'id'])} in another country than said "
                f"({said.iloc[first]}, lies in {country[first]}); mend the country or the "
                "coordinates",
            )
            raise InputError.of(faults, where="places")
    points["country"] = country
    points["region_code"] = municipalities["region_code"].to_numpy()[at]
    points["municipality"] = municipalities["name"].to_numpy()[at]
    return points[["id", "country", "region_code", "municipality", "geometry"]]
