"""Edges of streets cut in pieces, with all that stands on them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.network import Controls, SpeedChange, Turns
from grensgeo.network.drawn_roads import cut_line
from grensgeo.network.turns import Passages
from grensgeo.polylines import quantise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.arrays import Floats, Indices, Longs
    from grensgeo.network import Network, Streets

_PER_VERTEX = ("vertex_id", "lon", "lat", "vertex_country")
_SHAPE = ("tail", "head", "coords_start", "coords")
#: Columns that a piece has a share of.
_SHARED_OUT = ("length_m", "climb_m", "descent_m")


@dataclass(frozen=True, eq=False)
class Cut:
    """A network of which some edges are cut.

    Attributes
    ----------
    network
        The network: an edge that is cut keeps its number as the first of its pieces, the others
        follow behind all edges, as the vertices do between them.
    vertex
        Vertex at each place of each edge that was cut.
    """

    network: Network
    vertex: Mapping[tuple[int, float], int]


def line_of(streets: Streets, edge: int) -> Floats:
    """Return the line of an edge, degrees."""
    return streets.coords[streets.coords_start[edge] : streets.coords_start[edge + 1]]


def cut_edges(network: Network, places: Mapping[int, Sequence[float]]) -> Cut:
    """Cut edges at places along them.

    Parameters
    ----------
    network
        The network; it is not changed.
    places
        Edge to shares of its length, rising, each between 0 and 1.

    Returns
    -------
    Cut
        Times along the edges stay what they were.
    """
    streets, n = network.streets, network.streets.n_edges
    vertex: dict[tuple[int, float], int] = {}
    lonlat: list[Floats] = []
    country: list[int] = []
    tail, head = streets.tail.copy(), streets.head.copy()
    more_tail, more_head, parent = list[int](), list[int](), list[int]()
    shares = list[float]()
    last = np.arange(n, dtype=np.int64)
    first_share = np.ones(n)
    lines: dict[int, list[Floats]] = {}
    for edge, at in places.items():
        line = line_of(streets, edge)
        bounds = [0.0, *at, 1.0]
        k = np.array([np.cos(np.radians(line[:, 1].mean())), 1.0])
        parts = [quantise(cut_line(line * k, a, b) / k) for a, b in pairwise(bounds)]
        for share, part in zip(at, parts, strict=False):
            vertex[edge, share] = streets.n_vertices + len(lonlat)
            lonlat.append(part[-1])
            country.append(streets.country[edge])
        ends = [int(tail[edge]), *(vertex[edge, share] for share in at), int(head[edge])]
        first_share[edge], head[edge] = bounds[1], ends[1]
        lines[edge] = [parts[0]]
        for k_piece in range(1, len(parts)):
            more_tail.append(ends[k_piece])
            more_head.append(ends[k_piece + 1])
            parent.append(edge)
            shares.append(bounds[k_piece + 1] - bounds[k_piece])
            lines[edge].append(parts[k_piece])
        last[edge] = n + len(parent) - 1
    source = np.concatenate([np.arange(n), np.array(parent, dtype=np.int64)]).astype(np.int64)
    columns = _columns(streets, source, np.concatenate([first_share, shares]))
    columns |= _new_vertices(streets, lonlat, country)
    columns |= {
        "tail": np.concatenate([tail, more_tail]).astype(np.int32),
        "head": np.concatenate([head, more_head]).astype(np.int32),
        **_coords(streets, lines, parent),
    }
    pieces = {edge: _pieces(edge, parent, n) for edge in places}
    changed = replace(
        network,
        streets=replace(streets, **columns),
        turns=_turned(network, last, pieces),
        controls=_controlled(network.controls, last),
        **on_edges(network, source),
    )
    return Cut(changed, vertex)


def _pieces(edge: int, parent: list[int], n: int) -> list[int]:
    return [edge, *(n + k for k, of in enumerate(parent) if of == edge)]


def _columns(streets: Streets, source: Longs, share: Floats) -> dict[str, Any]:
    """Return what edges carry, of pieces too."""
    found = {}
    for item in fields(streets):
        if item.name not in (*_PER_VERTEX, *_SHAPE):
            values = getattr(streets, item.name)[source]
            if item.name in _SHARED_OUT:
                values = (values * share).astype(values.dtype)
            found[item.name] = values
    return found


def _new_vertices(streets: Streets, lonlat: list[Floats], country: list[int]) -> dict[str, Any]:
    """Return the vertices with those at which edges are cut."""
    more = np.array(lonlat, dtype=np.float64).reshape(-1, 2)
    ids = min(0, int(streets.vertex_id.min(initial=0))) - 1 - np.arange(len(more))
    return {
        "vertex_id": np.concatenate([streets.vertex_id, ids]).astype(np.int64),
        "lon": np.concatenate([streets.lon, more[:, 0]]),
        "lat": np.concatenate([streets.lat, more[:, 1]]),
        "vertex_country": np.concatenate([streets.vertex_country, country]).astype(np.uint8),
    }


def _coords(
    streets: Streets, lines: Mapping[int, list[Floats]], parent: list[int]
) -> dict[str, Any]:
    """Return the lines of edges, those that are cut in their pieces."""
    sizes = np.diff(streets.coords_start)
    kept = np.ones(streets.n_edges, dtype=bool)
    kept[list(lines)] = False
    taken = dict.fromkeys(lines, 0)
    behind = []
    for edge in parent:
        taken[edge] += 1
        behind.append(lines[edge][taken[edge]])
    new_sizes = sizes.copy()
    for edge, parts in lines.items():
        new_sizes[edge] = len(parts[0])
    start = np.concatenate([[0], np.cumsum([*new_sizes, *(len(part) for part in behind)])])
    coords = np.empty((int(start[-1]), 2))
    at = np.repeat(start[:-1][: streets.n_edges] - streets.coords_start[:-1], sizes)
    whole = np.repeat(kept, sizes)
    coords[(np.arange(len(streets.coords)) + at)[whole]] = streets.coords[whole]
    for edge, parts in lines.items():
        coords[start[edge] : start[edge + 1]] = parts[0]
    for place, part in enumerate(behind, start=streets.n_edges):
        coords[start[place] : start[place + 1]] = part
    return {"coords_start": start.astype(np.int64), "coords": coords}


def on_edges(network: Network, source: Longs) -> dict[str, Any]:
    """Return what is laid on edges, each as on the one that it comes from; -1: on none."""
    new = source < 0
    at = np.where(new, 0, source)

    def take(values: Floats, otherwise: float) -> Floats:
        if not len(values):
            return np.full(len(at), otherwise)
        return np.where(new, otherwise, values[at])

    observed = network.observed_speeds
    if observed is not None:
        columns = {item.name: getattr(observed, item.name) for item in fields(observed)}
        observed = replace(
            observed, **{name: take(values, np.nan) for name, values in columns.items()}
        )
    changes = {
        mode: SpeedChange(take(change.speed_kmh, np.nan), take(change.factor, 1.0))
        for mode, change in network.speed_changes.items()
    }
    return {"observed_speeds": observed, "speed_changes": changes}


def _controlled(controls: Controls, last: Longs) -> Controls:
    """Return where one is stopped: at the end of the last piece, or of the first coming back."""
    if not len(controls):
        return controls
    edge = np.where(controls.forward, last[controls.edge], controls.edge)
    return replace(controls, edge=edge.astype(np.int32))


def _turned(network: Network, last: Longs, pieces: Mapping[int, list[int]]) -> Turns:
    """Return the forbidden turns, by the pieces that meet where one turns."""
    turns, streets = network.turns, network.streets

    def meeting(edge: Indices, via: Indices, *, coming: bool) -> Indices:
        ends = streets.head[edge] == via
        if not coming:  # of a loop one leaves by its tail
            ends &= streets.tail[edge] != via
        return np.where(ends, last[edge], edge).astype(np.int32)

    rows = [
        (_expanded(arcs, pieces), 1 << bit)
        for bit in range(8)
        for arcs in (turns.passages.rows(1 << bit) if len(turns.passages) else ())
    ]
    return Turns(
        turns.via.copy(),
        meeting(turns.from_edge, turns.via, coming=True),
        meeting(turns.to_edge, turns.via, coming=False),
        turns.modes.copy(),
        Passages.of(rows),
    )


def _expanded(arcs: tuple[int, ...], pieces: Mapping[int, list[int]]) -> list[int]:
    """Return a row of arcs by pieces: all of those in the middle, one of either end."""
    result = []
    for place, arc in enumerate(arcs):
        edge, backward = divmod(arc, 2)
        own = [2 * piece + backward for piece in pieces.get(edge, [edge])]
        own = own[::-1] if backward else own
        if place == 0:
            own = own[-1:]
        elif place == len(arcs) - 1:
            own = own[:1]
        result += own
    return result
