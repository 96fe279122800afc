"""Junctions without signals: on which edges one comes to one and has to look or to give way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.modes import mode_bit
from grensgeo.network.controls import JUNCTION_M
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.signals import CONTROLS

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats
    from grensgeo.network.contents import Streets
    from grensgeo.network.controls import Controls

#: Classes of streets by who goes first where two meet: signs on a road of a higher class, priority
#: to the right between equals. Turning lanes stand below the road that they leave. Driveways
#: (service, track) make no junction of the street that they lead to, and schematic local roads
#: stand for many junctions, which their speeds hold. An assumption, as signs are rarely mapped.
_ORDER = (
    ("unclassified", "residential", "road", "living_street"),
    ("tertiary_link",),
    ("tertiary",),
    ("secondary_link",),
    ("secondary",),
    ("primary_link",),
    ("primary",),
    ("trunk_link", "motorway_link"),
    ("trunk",),
    ("motorway",),
)

#: From so many streets on it is a junction.
_LEAST = 3
_DEGREE_M = 111_195.0


def unsignalled(streets: Streets, controls: Controls, mode: str) -> tuple[Flags, Flags]:
    """Find the ends of edges at which one comes to a junction without signals.

    Parameters
    ----------
    streets
        The streets.
    controls
        Their signals: a junction that has some, or lies within 40 m of some, is left out.
    mode
        A street mode; only streets that it may use make junctions.

    Returns
    -------
    tuple of ndarray
        bool (n_edges, 2), coming to the head and coming to the tail: where one gives way to a
        street of a higher class, and where all that meet are of one class.
    """
    bit = mode_bit(mode)
    rank = np.zeros(len(HIGHWAYS), dtype=np.int8)
    for number, classes in enumerate(_ORDER, start=1):
        rank[[HIGHWAYS.index(name) for name in classes]] = number
    open_to = ((streets.access_forward | streets.access_backward) & bit) > 0
    own = np.where(open_to, rank[streets.highway], 0)
    counts = own > 0
    at = np.concatenate([streets.tail[counts], streets.head[counts]])
    ranks = np.concatenate([own[counts], own[counts]])
    size = np.bincount(at, minlength=streets.n_vertices)
    highest = np.zeros(streets.n_vertices, dtype=np.int8)
    lowest = np.full(streets.n_vertices, np.iinfo(np.int8).max, dtype=np.int8)
    np.maximum.at(highest, at, ranks)
    np.minimum.at(lowest, at, ranks)
    junction = (size >= _LEAST) & ~_near_signals(streets, controls)
    give, equal = np.zeros((2, streets.n_edges, 2), dtype=bool)
    for way, end in enumerate((streets.head, streets.tail)):
        comes = counts & junction[end]
        give[:, way] = comes & (own < highest[end])
        equal[:, way] = comes & (lowest[end] == highest[end])
    return give, equal


def _near_signals(streets: Streets, controls: Controls) -> Flags:
    """Return which vertices belong to a junction with signals."""
    from scipy.spatial import KDTree

    near = np.zeros(streets.n_vertices, dtype=bool)
    signals = controls.kind == CONTROLS.index("traffic_signals")
    if not signals.any():
        return near
    edge, forward = controls.edge[signals], controls.forward[signals]
    vertex = np.unique(np.where(forward, streets.head[edge], streets.tail[edge]))
    narrow = np.cos(np.radians(streets.lat.mean()))
    place: Floats = np.stack([streets.lon * narrow, streets.lat], axis=1) * _DEGREE_M
    distance, _ = KDTree(place[vertex]).query(place, distance_upper_bound=JUNCTION_M)
    near[np.isfinite(distance)] = True
    return near
