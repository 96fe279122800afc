"""The few edges in which a scenario's network differs from one whose durations are known."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Floats, Indices, Longs
    from grensgeo.network import Network
    from grensgeo.network.contents import SpeedChange, Streets
    from grensgeo.network.delays import Delays
    from grensgeo.network.graph import GraphShape
    from grensgeo.network.prepared import Same

#: Up to so many edges that differ are customised alone; more are as soon done with all.
FEW = 1000


def edges_changed(
    network: Network, made_of: Same, change: SpeedChange | None, *, mode: str
) -> Indices | None:
    """Return the edges that may take otherwise than on a network whose streets lie the same.

    Parameters
    ----------
    network
        The network now.
    made_of
        Streets, turns, controls and observed speeds of the other.
    change
        What a scenario made of its speeds.
    mode
        A street mode.

    Returns
    -------
    ndarray or None
        int32, rising: other access, limits, stress, measured speeds or scenarios. None where
        anything else is another.
    """
    streets: Any
    observed: Any
    streets, turns, controls, observed = made_of.parts
    if turns is not network.turns or controls is not network.controls:
        return None
    edges, now = network.streets.edges_unlike(streets), network.observed_speeds
    if edges is None or (now is None) != (observed is None):
        return None
    if now is not None and now is not observed:
        measured = [
            (getattr(now, item.name), getattr(observed, item.name)) for item in fields(now)
        ]
        edges = np.union1d(edges, _unlike(measured))
    spoken = edges_that_differ(change, network.speed_changes.get(mode))
    return np.union1d(edges, spoken).astype(np.int32)


def access_differs(network: Network, made_of: Same) -> bool:
    """Return whether any mode may go other ways than on other streets: junctions are others."""
    streets: Any = made_of.parts[0]
    here = network.streets
    pairs = [
        (getattr(here, f"access_{way}"), getattr(streets, f"access_{way}"))
        for way in ("forward", "backward")
    ]
    return any(one is not other and not np.array_equal(one, other) for one, other in pairs)


def delays_that_differ(one: Delays | None, other: Delays | None) -> Longs:
    """Return the edges on which other seconds are lost."""
    if one is other or (one is None and other is None):
        return np.zeros(0, dtype=np.int64)
    sides = [
        getattr(delays, name) if delays is not None else None
        for name in ("begin_s", "end_s")
        for delays in (one, other)
    ]
    pairs = [
        (np.zeros(1) if a is None else a[:, way], np.zeros(1) if b is None else b[:, way])
        for a, b in (sides[:2], sides[2:])
        for way in (0, 1)
    ]
    return _unlike(pairs)


def with_durations(
    durations_s: tuple[Floats, Floats], edges: Indices, again: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """Return durations with others on some edges."""
    ahead, back = durations_s[0].copy(), durations_s[1].copy()
    ahead[edges], back[edges] = again
    return ahead, back


def grown(shape: GraphShape, streets: Streets) -> bool:
    """Return whether edges of streets run as those of a shape do, but for a few that were cut.

    Vertices and edges keep their numbers where streets are added or closed; were they others, no
    order could be kept.
    """
    n, n_vertices = len(shape.depart), len(shape.reached)
    if n > streets.n_edges or n_vertices > streets.n_vertices:
        return False
    whole = (shape.depart < n_vertices) & (shape.depart >= 0)
    ends = np.stack([streets.tail[:n], streets.head[:n]], axis=1)
    return int(np.count_nonzero(whole & (shape.depart != ends))) <= n // 10


def _unlike(pairs: Sequence[tuple[Floats, Floats]]) -> Longs:
    """Return where any two arrays hold other numbers; NaN is like NaN."""
    differ = [(one != other) & ~(np.isnan(one) & np.isnan(other)) for one, other in pairs]
    return np.flatnonzero(np.any(differ, axis=0))


def durations_that_differ(
    one: tuple[Floats, Floats], other: tuple[Floats, Floats], *, at: Indices | None = None
) -> Indices:
    """Return the edges that take otherwise, or are closed otherwise, in two metrics.

    Parameters
    ----------
    one, other
        Durations along and against the edges.
    at
        Only these edges, of which the positions are returned; all if not given.
    """
    pairs = zip(one, other, strict=True)
    return _unlike([(a, b) if at is None else (a[at], b[at]) for a, b in pairs]).astype(np.int32)


def edges_that_differ(one: SpeedChange | None, other: SpeedChange | None) -> Indices:
    """Return the edges whose speeds two scenarios, or one and none, change otherwise."""
    if one is other:
        return np.zeros(0, dtype=np.int32)
    if one is None or other is None:
        changed = [change for change in (one, other) if change is not None]
        differ = [~np.isnan(change.speed_kmh) | (change.factor != 1) for change in changed]
    else:
        both = np.isnan(one.speed_kmh) & np.isnan(other.speed_kmh)
        same = both | (one.speed_kmh == other.speed_kmh)
        differ = [~same | (one.factor != other.factor)]
    return np.flatnonzero(differ[0]).astype(np.int32)
