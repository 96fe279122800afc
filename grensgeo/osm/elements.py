"""What is kept of OpenStreetMap's elements, whatever files they stood in."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Codes, Indices, Longs
    from grensgeo.provenance import Source

#: Kinds of way that are kept, by code: lines of traffic, railways, rivers, closed ways that one
#: crosses freely (squares), and outlines of multipolygons that are nothing else.
STREET, RAIL, WATER, AREA, OUTLINE = 0, 1, 2, 3, 4
#: Stands among the nodes of a way for those beyond the outline that the extract was cut to.
BEYOND = -(2**63)


@dataclass(frozen=True, eq=False)
class OsmWays:
    """Ways in rising order of their ids.

    Attributes
    ----------
    id
        int64 (n,): OSM way id.
    kind
        uint8 (n,): :data:`STREET`, :data:`RAIL`, :data:`WATER`, :data:`AREA` or
        :data:`OUTLINE`.
    tag_set
        int32 (n,): position in :attr:`OsmExtract.tag_sets`.
    start
        int64 (n + 1,): the nodes of way ``i`` are ``nodes[start[i]:start[i + 1]]``.
    nodes
        int64: OSM node ids.
    """

    id: Longs
    kind: Codes
    tag_set: Indices
    start: Longs
    nodes: Longs

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)


@dataclass(frozen=True)
class Restriction:
    """A relation that forbids a turn, or allows no other.

    Attributes
    ----------
    id
        OSM relation id.
    tags
        All of its tags, by rising key.
    members
        Role, kind (``n``, ``w`` or ``r``) and id of each, in the order of the relation.
    """

    id: int
    tags: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Multipolygon:
    """An area that one crosses freely, drawn by the ways around it.

    Attributes
    ----------
    id
        OSM relation id.
    tag_set
        Position in :attr:`OsmExtract.tag_sets`.
    outer, inner
        Ids of the ways around it and around what is left out of it.
    """

    id: int
    tag_set: int
    outer: tuple[int, ...]
    inner: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Clipped:
    """What was left out of an extract that was cut to an outline.

    Attributes
    ----------
    outline
        Polygon or MultiPolygon in degrees.
    n_outside
        Ways of which no node lies within.
    n_cut
        Streets that end where they cross the outline.
    example
        Id of one of these; empty where there is none.
    n_restrictions
        Turn restrictions of which a part is left out.
    """

    outline: BaseGeometry
    n_outside: int
    n_cut: int
    example: str
    n_restrictions: int


@dataclass(frozen=True, eq=False)
class OsmExtract:
    """What one or several extracts hold, each element once, before any topology.

    Attributes
    ----------
    ways
        Streets, railways, rivers, squares and outlines of squares.
    tag_sets
        The different sets of tags that ways carry.
    node_id
        int64 (n_nodes,): nodes that the ways use and that the extracts hold, rising.
    node_x, node_y
        int32 (n_nodes,): longitude and latitude in units of 1e-7 degree, as OSM stores them.
    node_tags
        Tags of the nodes that are barriers, carry access tags of their own, or make traffic wait
        (signals, level crossings).
    stations
        Railway stations and halts: id, x, y and tags, rising by id.
    sources
        One for each file.
    restrictions
        Turn restrictions, rising by id.
    multipolygons
        Squares that several ways draw, rising by id.
    deleted
        Ids of the ways that the files hold as deleted, rising.
    clipped
        What was left out, where the extract was cut to an outline.
    """

    ways: OsmWays
    tag_sets: tuple[Mapping[str, str], ...]
    node_id: Longs
    node_x: Indices
    node_y: Indices
    node_tags: Mapping[int, Mapping[str, str]]
    stations: tuple[tuple[int, int, int, Mapping[str, str]], ...]
    sources: tuple[Source, ...]
    restrictions: tuple[Restriction, ...] = ()
    multipolygons: tuple[Multipolygon, ...] = ()
    deleted: tuple[int, ...] = ()
    clipped: Clipped | None = None

    def __post_init__(self) -> None:
        """Freeze the arrays."""
        for node_array in (self.node_id, self.node_x, self.node_y):
            node_array.setflags(write=False)

    def positions(self, nodes: Longs) -> Longs:
        """Return where nodes stand in ``node_id``; -1 where they are missing."""
        if not len(self.node_id):
            return np.full(len(nodes), -1, dtype=np.int64)
        place = np.searchsorted(self.node_id, nodes)
        place = np.minimum(place, len(self.node_id) - 1)
        return np.where(self.node_id[place] == nodes, place, -1)
