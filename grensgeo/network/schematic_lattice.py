"""Which cells and municipalities of a country lie beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.planes import utm_epsg_of

if TYPE_CHECKING:
    import geopandas as gpd

    from grensgeo.arrays import Floats, Longs

#: Municipalities whose outlines come this close are neighbours.
NEAR_M = 50.0


def cell_neighbours(grid_ids: list[str], country: list[int]) -> Longs:
    """Pair cells of one country that share a grid cell, a side or a corner."""
    where: dict[tuple[int, int, int], list[int]] = {}
    for index, (grid_id, code) in enumerate(zip(grid_ids, country, strict=True)):
        row, column = grid_id.partition("N")[2].split("E")
        where.setdefault((int(row), int(column), code), []).append(index)
    pairs = []
    for (north, east, code), parts in where.items():
        pairs += [(a, b) for i, a in enumerate(parts) for b in parts[i + 1 :]]
        for step in ((0, 1), (1, -1), (1, 0), (1, 1)):
            others = where.get((north + step[0], east + step[1], code), [])
            pairs += [(a, b) for a in parts for b in others]
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def bridges(members: Longs, label: Longs, xy: Floats) -> Longs:
    """Join each component but the largest to the nearest cell of another."""
    from scipy.spatial import cKDTree

    sizes = np.bincount(label)
    found = []
    for component in np.unique(label):
        if component == sizes.argmax():
            continue
        inside, outside = np.flatnonzero(label == component), np.flatnonzero(label != component)
        distance, nearest = (np.asarray(a) for a in cKDTree(xy[outside]).query(xy[inside]))
        best = int(distance.argmin())
        found.append((members[inside[best]], members[outside[int(nearest[best])]]))
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def adjacent_municipalities(municipalities: gpd.GeoDataFrame) -> list[tuple[int, int]]:
    """Pair municipalities of one country that touch."""
    geometry: Any = municipalities.geometry
    # outlines are generalised, so that neighbours may miss each other by some metres
    plane = geometry.to_crs(utm_epsg_of(geometry))
    one, other = plane.sindex.query(plane, predicate="dwithin", distance=NEAR_M)
    country = municipalities["country"].to_numpy()
    keep = (one < other) & (country[one] == country[other])
    return sorted(zip(one[keep].tolist(), other[keep].tolist(), strict=True))
