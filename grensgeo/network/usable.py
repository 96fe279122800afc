"""Streets that some mode may use."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from grensgeo.errors import InputError
from grensgeo.network.contents import Streets
from grensgeo.polylines import take_lines


def keep_usable(streets: Streets) -> Streets:
    """Drop edges that no mode may use, and vertices that no edge is left at.

    Parameters
    ----------
    streets
        The streets.

    Returns
    -------
    Streets
        The others, in the same order.

    Raises
    ------
    InputError
        If nothing is left.
    """
    edges = np.flatnonzero((streets.access_forward | streets.access_backward) != 0)
    if not len(edges):
        raise InputError(
            "no-streets", "no street may be used by any mode; check the access tags of the data"
        )
    ends = np.stack([streets.tail[edges], streets.head[edges]], axis=1)
    vertices, position = np.unique(ends, return_inverse=True)
    position = position.reshape(-1, 2)
    start, places = take_lines(streets.coords_start, edges)
    per_vertex = ("vertex_id", "lon", "lat", "vertex_country")
    apart = {*per_vertex, "tail", "head", "coords_start", "coords"}
    columns = [name for name in Streets.__dataclass_fields__ if name not in apart]
    return replace(
        streets,
        **{name: getattr(streets, name)[vertices] for name in per_vertex},
        **{name: getattr(streets, name)[edges] for name in columns},
        tail=position[:, 0].astype(np.int32),
        head=position[:, 1].astype(np.int32),
        coords_start=start,
        coords=streets.coords[places],
    )
