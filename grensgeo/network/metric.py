"""The metric CRS of a network: the UTM zone of its middle.

Within 0.1% of the geodesic for anything that lies in the zone or the half of the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.planes import utm_epsg

if TYPE_CHECKING:
    from pyproj import Transformer

    from grensgeo.arrays import Floats
    from grensgeo.network.contents import Streets


def metric_epsg(streets: Streets) -> int:
    """Return the EPSG code of the UTM zone of the streets' middle.

    Raises
    ------
    InputError
        If there are no streets.
    """
    if streets.n_vertices == 0:
        raise InputError(
            "no-streets", "the network has no streets; build it from an extract that has some"
        )
    lon = (float(streets.lon.min()) + float(streets.lon.max())) / 2
    return utm_epsg(lon, (float(streets.lat.min()) + float(streets.lat.max())) / 2)


def to_metres(streets: Streets, lonlat: Floats) -> Floats:
    """Return degrees in the streets' metric CRS: float64 (n, 2), metres."""
    x, y = transformer(4326, metric_epsg(streets)).transform(lonlat[:, 0], lonlat[:, 1])
    return np.column_stack([x, y])


def transformer(source: int, target: int) -> Transformer:
    """Return what brings coordinates from one CRS to another, x before y."""
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True)
