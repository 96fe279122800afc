"""The streets that a measure changes, as lines for a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Longs
    from grensgeo.network import Network


def changed_lines(before: Network | None, after: Network | None) -> BaseGeometry:
    """Return the streets that are new, or have another law or speed, as one geometry.

    Parameters
    ----------
    before, after
        The network without and with the measure.

    Returns
    -------
    MultiLineString
        EPSG:4326; empty where no street changes.
    """
    import shapely

    if before is None or after is None:
        return shapely.MultiLineString()
    streets = after.streets
    start = streets.coords_start
    return shapely.MultiLineString(
        [
            shapely.LineString(streets.coords[start[edge] : start[edge + 1]])
            for edge in _edges_changed(before, after).tolist()
            if start[edge + 1] - start[edge] > 1
        ]
    )


def _edges_changed(before: Network, after: Network) -> Longs:
    """Return the edges of a network that another does not have as they are."""
    edges = after.streets.edges_unlike(before.streets)
    if edges is None:
        return np.arange(before.streets.n_edges, after.streets.n_edges, dtype=np.int64)
    differ = np.zeros(after.streets.n_edges, dtype=bool)
    differ[edges] = True
    for mode in {*before.speed_changes, *after.speed_changes}:
        one, other = before.speed_changes.get(mode), after.speed_changes.get(mode)
        if one is other:
            continue
        sides = [
            (np.full(len(differ), np.nan), np.ones(len(differ)))
            if change is None
            else (change.speed_kmh, change.factor)
            for change in (one, other)
        ]
        speeds, factors = zip(*sides, strict=True)
        differ |= (speeds[0] != speeds[1]) & ~(np.isnan(speeds[0]) & np.isnan(speeds[1]))
        differ |= factors[0] != factors[1]
    return np.flatnonzero(differ).astype(np.int64)
