"""Lines as flat arrays of coordinates: lengths, middles, shapes; and straight distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Longs


#: Coordinates are kept in whole units of 1e-7 degree (about a centimetre), as OSM keeps them.
UNITS_PER_DEGREE = 10_000_000


#: Mean radius of the earth in metres (IUGG).
EARTH_M = 6_371_008.8


def quantise(degrees: Floats) -> Floats:
    """Round degrees to whole units of 1e-7 degree.

    Parameters
    ----------
    degrees
        float64, any shape.

    Returns
    -------
    ndarray
        float64 of the same shape: the double nearest to each whole number of units.
    """
    return np.rint(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE


def take_lines(start: Longs, rows: Longs) -> tuple[Longs, Longs]:
    """Pick some lines out of a flat array.

    Parameters
    ----------
    start
        int64 (n + 1,): line ``i`` is ``start[i]`` up to ``start[i + 1]``.
    rows
        int64: the lines to pick, in the order wanted.

    Returns
    -------
    tuple
        The new ``start``, and for each of its places the place in the old array.
    """
    count = start[rows + 1] - start[rows]
    begin = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(count, out=begin[1:])
    return begin, np.repeat(start[rows] - begin[:-1], count) + np.arange(begin[-1])


def segment_lengths_m(start: Longs, coords: Floats) -> Floats:
    """Measure the way from each coordinate of a line to the next.

    Parameters
    ----------
    start
        int64 (n + 1,): line ``i`` is ``coords[start[i]:start[i + 1]]``.
    coords
        float64 (n_coords, 2): lon, lat.

    Returns
    -------
    ndarray
        float64 (n_coords,): metres on the WGS84 ellipsoid; 0 at the end of each line.

    Source
    ------
    Karney 2013, doi:10.1007/s00190-012-0578-z, as in PROJ.
    """
    from pyproj import Geod

    lengths = np.zeros(len(coords))
    if len(coords) > 1:
        lon, lat = coords[:, 0], coords[:, 1]
        lengths[:-1] = Geod(ellps="WGS84").inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2]
    lengths[start[1:] - 1] = 0.0
    return lengths


def line_lengths_m(start: Longs, segments_m: Floats) -> Floats:
    """Add up the segments of each line.

    Parameters
    ----------
    start
        int64 (n + 1,).
    segments_m
        float64: as :func:`segment_lengths_m` gives them.

    Returns
    -------
    ndarray
        float64 (n,): metres.
    """
    if len(start) == 1:
        return np.zeros(0)
    return np.add.reduceat(segments_m, start[:-1])


def middles(
    start: Longs,
    coords: Floats,
    segments_m: Floats,
) -> Floats:
    """Find the middle of each line, measured along it.

    Parameters
    ----------
    start
        int64 (n + 1,).
    coords
        float64 (n_coords, 2): lon, lat.
    segments_m
        float64 (n_coords,): as :func:`segment_lengths_m` gives them.

    Returns
    -------
    ndarray
        float64 (n, 2): lon, lat.
    """
    if len(start) == 1:
        return np.zeros((0, 2))
    reached = np.concatenate([[0.0], np.cumsum(segments_m)])  # up to each coordinate
    half = (reached[start[:-1]] + reached[start[1:] - 1]) / 2
    segment = np.searchsorted(reached, half, side="right") - 1
    segment = np.clip(segment, start[:-1], start[1:] - 2)
    step = np.where(segments_m[segment] > 0, segments_m[segment], 1.0)
    share = np.clip((half - reached[segment]) / step, 0.0, 1.0)[:, None]
    middle: Floats = coords[segment] * (1 - share) + coords[segment + 1] * share
    return middle


def straight_m(
    lon: Floats,
    lat: Floats,
    other_lon: Floats,
    other_lat: Floats,
) -> Floats:
    """Return the great-circle distance in metres (haversine on a sphere, 0.5% at most off)."""
    phi, other_phi = np.radians(lat), np.radians(other_lat)
    half = np.sin((other_phi - phi) / 2) ** 2
    half += np.cos(phi) * np.cos(other_phi) * np.sin(np.radians(other_lon - lon) / 2) ** 2
    return np.asarray(2 * EARTH_M * np.arcsin(np.sqrt(np.minimum(half, 1))))
