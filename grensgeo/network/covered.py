"""The area that the streets of a network cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.polylines import take_lines

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Longs
    from grensgeo.network.contents import Streets

#: Side of the cells that the extent is made of, degrees (about 2.2 km by 1.4 km).
_CELL_DEGREES = 0.02


def land_area(streets: Streets) -> object:
    """Outline the area that the streets of a network cover, ferries left out.

    Parameters
    ----------
    streets
        The streets.

    Returns
    -------
    Polygon or MultiPolygon
        As :func:`covered_area`; of ferries only the landings count.
    """
    edges = np.flatnonzero(np.isnan(streets.fixed_duration_s))
    start, places = take_lines(streets.coords_start, edges)
    landings = np.stack([streets.lon, streets.lat], axis=1)
    start = np.append(start, start[-1] + 1 + np.arange(len(landings)))
    return covered_area(start, np.concatenate([streets.coords[places], landings]))


def covered_area(start: Longs, coords: Floats) -> object:
    """Outline the area that data cover.

    Parameters
    ----------
    start
        int64 (n + 1,).
    coords
        float64 (n_coords, 2): lon, lat of the streets.

    Returns
    -------
    Polygon or MultiPolygon
        The cells of 0.02 degrees (about 2.2 by 1.4 km) that a street leads through and the cells
        next to them, holes filled: a point outside is at least 1.4 km from any street.
    """
    import shapely

    places = coords
    step = np.diff(coords, axis=0)
    step[start[1:-1] - 1] = 0.0  # from one street to the next
    n = np.ceil(np.abs(step).max(axis=1, initial=0.0) / (_CELL_DEGREES / 2)).astype(np.int64)
    long = np.flatnonzero(n > 1)
    if len(long):
        number = np.repeat(long, n[long])
        share = np.concatenate([np.arange(count) / count for count in n[long]])
        places = np.concatenate([coords, coords[number] + share[:, None] * step[number]])
    cell = np.unique(np.floor(places / _CELL_DEGREES).astype(np.int64), axis=0)
    corner = cell * _CELL_DEGREES
    side = _CELL_DEGREES
    around = shapely.box(
        corner[:, 0] - side, corner[:, 1] - side, corner[:, 0] + 2 * side, corner[:, 1] + 2 * side
    )
    whole = shapely.set_precision(shapely.union_all(around), 1e-7)
    filled = [shapely.Polygon(part.exterior) for part in shapely.get_parts(whole)]
    return shapely.union_all(filled)
