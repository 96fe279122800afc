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


def cell_sizes_m(grid_ids: list[str]) -> Longs:
    """Return the side of each cell of the INSPIRE grid, which its code begins with.

    Parameters
    ----------
    grid_ids
        Codes such as ``1kmN3187E4103`` and ``500mN31875E41030``.

    Examples
    --------
    >>> cell_sizes_m(["1kmN3187E4103", "5kmN3185E4100", "500mN31875E41030"]).tolist()
    [1000, 5000, 500]
    """
    return np.array([_square(grid_id)[0] for grid_id in grid_ids], dtype=np.int64)


def _square(grid_id: str) -> tuple[int, int, int]:
    """Return the size of a cell in metres, and in such sizes its row and column."""
    size, _, place = grid_id.partition("N")
    size_m = int(size.removesuffix("km")) * 1000 if size.endswith("km") else int(size[:-1])
    north, east = (int(text) for text in place.split("E"))
    # the corner is written without as many digits as the size has zeros at its end
    unit = 10 ** (len(str(size_m)) - len(str(size_m).rstrip("0")))
    return size_m, north * unit // size_m, east * unit // size_m


def cell_neighbours(grid_ids: list[str], country: list[int]) -> Longs:
    """Pair cells of one country and size that share a grid cell, a side or a corner."""
    where: dict[tuple[int, int, int, int], list[int]] = {}
    for index, (grid_id, code) in enumerate(zip(grid_ids, country, strict=True)):
        where.setdefault((*_square(grid_id), code), []).append(index)
    pairs = []
    for (size_m, north, east, code), parts in where.items():
        pairs += [(a, b) for i, a in enumerate(parts) for b in parts[i + 1 :]]
        for step in ((0, 1), (1, -1), (1, 0), (1, 1)):
            others = where.get((size_m, north + step[0], east + step[1], code), [])
            pairs += [(a, b) for a in parts for b in others]
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def beside_larger(cells: gpd.GeoDataFrame, size_m: Longs, country: list[int]) -> Longs:
    """Pair cells of one country and different sizes that touch.

    Parameters
    ----------
    cells
        Cells with outlines.
    size_m
        Side of each, metres.
    country
        Country of each, by number.
    """
    large = np.flatnonzero(size_m > size_m.min())
    if not len(large):
        return np.zeros((0, 2), dtype=np.int64)
    geometry: Any = cells.geometry
    plane = geometry.to_crs(utm_epsg_of(geometry))
    one, other = plane.sindex.query(plane.iloc[large], predicate="dwithin", distance=NEAR_M)
    one, codes = large[one], np.array(country)
    keep = (size_m[other] < size_m[one]) & (codes[one] == codes[other])
    return np.array(sorted(zip(one[keep], other[keep], strict=True)), np.int64).reshape(-1, 2)


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
