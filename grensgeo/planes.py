"""Planes in metres: the UTM zone of a place or a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import geopandas as gpd


def utm_epsg(lon: float, lat: float) -> int:
    """Return the EPSG code of the UTM zone of a place, on WGS84.

    Parameters
    ----------
    lon, lat
        Degrees.

    Examples
    --------
    >>> utm_epsg(6.9, 52.2), utm_epsg(-51.2, -30.0)
    (32632, 32722)
    """
    zone = int((lon + 180) // 6) % 60 + 1
    return (32700 if lat < 0 else 32600) + zone


def utm_epsg_of(frame: gpd.GeoDataFrame | gpd.GeoSeries) -> int:
    """Return the EPSG code of the UTM zone of the middle of a layer's bounds.

    The same as ``estimate_utm_crs`` of geopandas, which looks it up among all systems that there
    are and takes a tenth of a second for it.

    Parameters
    ----------
    frame
        A layer with a CRS.

    Examples
    --------
    >>> import geopandas as gpd
    >>> utm_epsg_of(gpd.GeoSeries.from_xy([6.1, 6.9], [52.0, 52.2], crs=4326))
    32632
    """
    west, south, east, north = frame.total_bounds.tolist()
    middle = (west + east) / 2, (south + north) / 2
    if frame.crs is not None and frame.crs.to_epsg() != 4326:
        from pyproj import Transformer

        lonlat = Transformer.from_crs(frame.crs, 4326, always_xy=True).transform(*middle)
        middle = float(lonlat[0]), float(lonlat[1])
    return utm_epsg(*middle)
