"""Crossings of a border: which are meant, and how they are closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.declared import NUMBER, TEXT, WHOLES, option
from grensgeo.errors import Fault, Faults, some
from grensgeo.modes import mode_bit
from grensgeo.network.turns import Turns
from grensgeo.scenario.checks import as_ways
from grensgeo.scenario.line_changes import line_faults
from grensgeo.scenario.region_changes import POINT, place_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Flags, Indices
    from grensgeo.network import CrossingRule, Network, Streets

#: How crossings are declared; all that is given has to fit.
WAYS = option(
    WHOLES, "crossings of these ways, by their ids as OpenStreetMap numbers them",
    absent="of any",
)  # fmt: skip
NEAR = option(POINT, "crossings of streets around a point, [lon, lat]", absent="anywhere")
WITHIN = option(NUMBER, "how far around it, m", unit="M", above=0, most=50_000)
FROM = option(TEXT, "country that one leaves", absent="any", choices=COUNTRIES[1:])
TO = option(TEXT, "country that one enters", absent="any", choices=COUNTRIES[1:])


def selection_faults(item: Any) -> list[Fault]:  # noqa: ANN401 - a modification with these fields
    """List what is wrong with how crossings are said, and keep ways and point as tuples."""
    faults = Faults()
    ways, wrong = as_ways(item.ways)
    faults += wrong
    object.__setattr__(item, "ways", ways)
    if item.near is not None:
        wrong = place_faults(None, item.near)
        faults += [Fault(one.code, one.replace("at:", "near:")) for one in wrong]
        if not wrong:
            object.__setattr__(item, "near", tuple(map(float, item.near)))
    for name in ("from_country", "to_country"):
        code = getattr(item, name, None)
        if code is not None and code not in COUNTRIES[1:]:
            faults.add(
                "country-unknown", f"{name}: {code!r}; choose from {', '.join(COUNTRIES[1:])}"
            )
    if item.line is not None and (not isinstance(item.line, str) or not item.line):
        faults.add("type-wrong", f"line: {item.line!r} is not the id of a line")
    if item.line is not None and (ways or item.near is not None):
        faults.add("option-unfit", "line: no line knows a place on streets; leave ways and near")
    return faults


def crossing_faults(network: Network, rule: CrossingRule, *, what: str) -> list[Fault]:
    """List what a network does not have of the crossings that a rule means."""
    if rule.line:
        return line_faults(network, rule.line)
    if not rule.on_streets:
        return []
    vertices = crossing_vertices(network.streets)
    crossing = sorted(
        {int(way) for way in network.streets.way_id[_edges_at(network.streets, vertices)]}
    )
    lost = [way for way in rule.ways if way not in crossing]
    if lost:
        there = f"ways that do are {some(crossing, most=20)}" if crossing else "none does"
        text = f"ways: {some(lost)} cross no border in this network; {there}"
        return [Fault("way-unknown", text)]
    if rule.at_vertices(network.streets, vertices).any():
        return []
    nearest = ""
    if rule.near is not None and len(vertices):
        lon, lat = network.streets.lon[vertices], network.streets.lat[vertices]
        k = int(np.argmin(np.hypot((lon - rule.near[0]) * 0.6, lat - rule.near[1])))
        nearest = f"; the nearest crossing is at [{lon[k]:.4f}, {lat[k]:.4f}]"
    return [Fault("no-street-fits", f"no street crosses a border where {what!r} says{nearest}")]


def crossing_vertices(streets: Streets) -> Indices:
    """Return the vertices at which streets of two countries meet."""
    ends = np.concatenate([streets.tail, streets.head])
    country = np.concatenate([streets.country, streets.country])
    known = country > 0
    least = np.full(streets.n_vertices, 255, dtype=np.uint8)
    most = np.zeros(streets.n_vertices, dtype=np.uint8)
    np.minimum.at(least, ends[known], country[known])
    np.maximum.at(most, ends[known], country[known])
    return np.flatnonzero((most > 0) & (least != most)).astype(np.int32)


def _edges_at(streets: Streets, vertices: Indices) -> Flags:
    return np.isin(streets.tail, vertices) | np.isin(streets.head, vertices)


def close_crossings(network: Network, vertices: Indices, modes: Sequence[str]) -> Network:
    """Return a network in which nobody passes from one country to another at some vertices.

    The streets on both sides stay as they are.
    """
    streets = network.streets
    bits = sum(mode_bit(mode) for mode in modes)
    at = np.flatnonzero(_edges_at(streets, vertices))
    chosen = set(vertices.tolist())
    ends: dict[int, list[int]] = {}
    for edge in at.tolist():
        for vertex in {int(streets.tail[edge]), int(streets.head[edge])} & chosen:
            ends.setdefault(vertex, []).append(edge)
    turns = network.turns
    columns = (turns.via, turns.from_edge, turns.to_edge, turns.modes)
    banned = list(zip(*(column.tolist() for column in columns), strict=True))
    banned += [
        (vertex, one, other, bits)
        for vertex, edges in ends.items()
        for one in edges
        for other in edges
        if streets.country[one] != streets.country[other]
        and streets.country[one] > 0
        and streets.country[other] > 0
    ]
    return replace(network, turns=Turns.of(banned, turns.passages))
