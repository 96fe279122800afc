"""Streets at a border: cut where they cross it, and shared where they run along it.

Nobody knows the line of a border to the metre, and layers of two countries differ. So what happens
within a tolerance of it counts for nothing: a street crosses where it comes from further inside
one country to further inside another, and is cut there; one that stays within the tolerance is of
both countries.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import polylines
from grensgeo.countries import COUNTRIES
from grensgeo.geodata import territories

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import shapely

    from grensgeo.arrays import Codes, Flags, Floats, Longs
    from grensgeo.osm.topology import Topology


#: How far a border may lie from where it is drawn, metres: 95% of the seam between the municipal
#: boundaries of CBS (2022) and BKG (VG250, 2023) are closer than 25.1 m, half of it than 5.8 m.
TOLERANCE_M = 25.0

#: Streets near the border are looked at this often, metres.
_STEP_M = 10.0

#: Coordinates of the pieces that a border is cut into, so that a tree finds the near ones fast.
_PIECE = 16


@dataclass(frozen=True, eq=False)
class AtBorders:
    """Streets that know their countries.

    Attributes
    ----------
    topology
        Edges and vertices, with a vertex more wherever a street crosses a border.
    lon, lat
        float64: degrees of the nodes, those made here at the end.
    country
        uint8 (n_edges,): index into :data:`grensgeo.network.COUNTRIES`. Streets within the
        tolerance that hang together are all of the country that most streets lead to from there.
    vertex_country
        uint8 (n_vertices,): the same of vertices.
    shared
        bool (n_edges,): whether an edge lies within the tolerance and is of both countries.
    """

    topology: Topology
    lon: Floats
    lat: Floats
    country: Codes
    vertex_country: Codes
    shared: Flags


def at_borders(
    topology: Topology,
    lon: Floats,
    lat: Floats,
    *,
    countries: gpd.GeoDataFrame,
    lines: Sequence[shapely.Geometry],
) -> AtBorders:
    """Find the countries of streets, and cut those that cross a border.

    Parameters
    ----------
    topology
        Edges and vertices.
    lon, lat
        float64: degrees of the nodes.
    countries
        As :func:`grensgeo.geodata.territories.check_countries` gives them.
    lines
        Borders, as :func:`grensgeo.geodata.territories.border_lines` gives them.

    Returns
    -------
    AtBorders
        The same streets; away from borders, an edge is in the country of its middle.
    """
    place = np.stack([lon[topology.node], lat[topology.node]], axis=1)
    middle = polylines.middles(
        topology.start, place, polylines.segment_lengths_m(topology.start, place)
    )
    country = territories.locate(countries, middle[:, 0], middle[:, 1])
    if not lines:
        vertex = territories.locate(countries, *_of_vertices(topology, lon, lat))
        nothing = np.zeros(len(country), dtype=bool)
        return AtBorders(topology, lon, lat, country, vertex, nothing)
    border = _Border.of(lines, countries, float(lat.mean()))
    streets = _Along.of(topology, place, border)
    cuts, labels, shared = streets.look(country)
    cut = _cut(topology, cuts, border, (lon, lat))
    pieces = np.repeat(np.arange(len(country)), np.diff(cut.first))
    country, shared = country[pieces], shared[pieces]
    for edge, named in labels.items():
        country[cut.first[edge] : cut.first[edge + 1]] = named
    vertex = territories.locate(countries, *_of_vertices(cut.topology, cut.lon, cut.lat))
    _agree(cut, border, country, vertex, shared=shared)
    return AtBorders(cut.topology, cut.lon, cut.lat, country, vertex, shared)


def _of_vertices(topology: Topology, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    return lon[topology.vertex_node], lat[topology.vertex_node]


@dataclass(frozen=True, eq=False)
class _Border:
    """Borders in plain metres around the middle of the data."""

    tree: shapely.STRtree
    countries: gpd.GeoDataFrame
    scale: Floats

    @classmethod
    def of(
        cls, lines: Sequence[shapely.Geometry], countries: gpd.GeoDataFrame, lat: float
    ) -> _Border:
        import shapely

        scale = territories.METRES_PER_DEGREE * np.array([np.cos(np.radians(lat)), 1.0])
        pieces = []
        for line in lines:
            xy = shapely.get_coordinates(line) * scale
            pieces += [
                shapely.LineString(xy[k : k + _PIECE]) for k in range(0, len(xy) - 1, _PIECE - 1)
            ]
        return cls(shapely.STRtree(pieces), countries, scale)

    def near(self, shapes: npt.NDArray[np.object_]) -> Flags:
        """Return which shapes come within the tolerance."""
        found = np.zeros(len(shapes), dtype=bool)
        found[self.tree.query(shapes, predicate="dwithin", distance=TOLERANCE_M)[0]] = True
        return found

    def crossed(self, line: shapely.LineString, low: float, high: float) -> float:
        """Find where a line crosses, between two distances along it; the middle one of several."""
        import shapely
        from shapely.ops import substring

        part = substring(line, low, high)
        hits = self.tree.geometries[self.tree.query(part, predicate="intersects")]
        points = shapely.get_coordinates(shapely.intersection(hits, part))
        along = np.sort(shapely.line_locate_point(line, shapely.points(points)))
        return float(along[len(along) // 2]) if len(along) else (low + high) / 2


@dataclass(frozen=True, eq=False)
class _Along:
    """Edges near a border, looked at step by step."""

    border: _Border
    edges: Longs
    lines: npt.NDArray[np.object_]

    @classmethod
    def of(cls, topology: Topology, place: Floats, border: _Border) -> _Along:
        import shapely

        n = int((topology.way >= 0).sum())  # edges through barriers stand last
        owner = np.repeat(np.arange(n), np.diff(topology.start[: n + 1]))
        lines = np.asarray(
            shapely.linestrings(place[: len(owner)] * border.scale, indices=owner), dtype=object
        )
        edges = np.flatnonzero(border.near(lines))
        return cls(border, edges, lines[edges])

    def look(self, country: Codes) -> tuple[dict[int, list[float]], dict[int, list[int]], Flags]:
        """Return where edges are to be cut, the countries of the pieces, and what is shared."""
        import shapely

        n = np.maximum(np.ceil(shapely.length(self.lines) / _STEP_M), 1).astype(np.int64)
        owner = np.repeat(np.arange(len(self.lines)), n + 1)
        step = np.concatenate([np.arange(count + 1) / count for count in n] or [np.zeros(0)])
        points = shapely.line_interpolate_point(self.lines[owner], step, normalized=True)
        band = self.border.near(points)
        xy = shapely.get_coordinates(points) / self.border.scale
        land = territories.locate(self.border.countries, xy[:, 0], xy[:, 1])
        land[band] = 0
        start = np.concatenate([[0], np.cumsum(n + 1)])
        cuts: dict[int, list[float]] = {}
        labels: dict[int, list[int]] = {}
        shared = np.zeros(len(country), dtype=bool)
        for row, edge in enumerate(self.edges.tolist()):
            mine = slice(start[row], start[row + 1])
            if band[mine].all():
                shared[edge] = True
                continue
            known = np.flatnonzero(land[mine])
            if not len(known):
                continue
            found = land[mine][known]
            change = np.flatnonzero(np.diff(found.astype(np.int64)))
            along = step[mine] * shapely.length(self.lines[row])
            labels[edge] = [int(found[0]), *found[change + 1].tolist()]
            cuts[edge] = [
                self.border.crossed(self.lines[row], along[known[k]], along[known[k + 1]])
                for k in change.tolist()
            ]
        return {edge: where for edge, where in cuts.items() if where}, labels, shared


@dataclass(frozen=True, eq=False)
class _Cut:
    """A topology with more vertices; ``first``: where the pieces of each old edge begin."""

    topology: Topology
    lon: Floats
    lat: Floats
    first: Longs


def _cut(
    topology: Topology,
    cuts: dict[int, list[float]],
    border: _Border,
    nodes: tuple[Floats, Floats],
) -> _Cut:
    """Cut edges at distances along them."""
    edges = sorted(cuts)
    lon, lat = nodes
    before: list[int] = []  # place among the nodes of lines before which each cut lies
    spots: list[Floats] = []
    for edge in edges:
        part = slice(topology.start[edge], topology.start[edge + 1])
        xy = np.stack([lon[topology.node[part]], lat[topology.node[part]]], axis=1)
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy * border.scale, axis=0).T))])
        for distance in cuts[edge]:
            after = int(np.clip(np.searchsorted(along, distance), 1, len(xy) - 1))
            step = along[after] - along[after - 1]
            share = (distance - along[after - 1]) / step if step > 0 else 0.5
            spots.append(xy[after - 1] + share * (xy[after] - xy[after - 1]))
            before.append(int(topology.start[edge]) + after)
    n_made, n_edges = len(before), len(topology.tail)
    count = np.ones(n_edges, dtype=np.int64)
    count[edges] += np.array([len(cuts[edge]) for edge in edges], dtype=np.int64)
    first = np.concatenate([[0], np.cumsum(count)])
    place = np.array(before, dtype=np.int64)
    fresh_node = len(lon) + np.arange(n_made)
    fresh_vertex = (len(topology.vertex_node) + np.arange(n_made)).astype(np.int32)
    old = np.repeat(np.arange(n_edges), count)
    tail, head = topology.tail[old], topology.head[old]
    # the pieces after a cut: all but the first of each edge
    behind = np.flatnonzero(np.diff(old, prepend=-1) == 0)
    tail[behind], head[behind - 1] = fresh_vertex, fresh_vertex
    # each cut adds two coordinates, the end of one piece and the beginning of the next
    start = np.concatenate(
        [
            topology.start + 2 * np.searchsorted(place, topology.start),
            place + 2 * np.arange(n_made) + 1,
        ]
    )
    made = polylines.quantise(np.array(spots, dtype=np.float64).reshape(-1, 2))
    return _Cut(
        replace(
            topology,
            vertex_node=np.concatenate([topology.vertex_node, fresh_node]),
            made=np.concatenate([topology.made, np.ones(n_made, dtype=bool)]),
            tail=tail,
            head=head,
            way=topology.way[old],
            admitted=topology.admitted[old],
            boards=topology.boards[old],
            start=np.sort(start),
            node=np.insert(topology.node, np.repeat(place, 2), np.repeat(fresh_node, 2)),
        ),
        np.concatenate([lon, made[:, 0]]),
        np.concatenate([lat, made[:, 1]]),
        first,
    )


def _agree(cut: _Cut, border: _Border, country: Codes, vertex: Codes, *, shared: Flags) -> None:
    """Set one country for vertices and shared edges that hang together within the tolerance.

    It is that of most streets which lead away from there, so that who comes from one of them and
    goes on by another crosses no border on the way; of equals, that in which more of the shared
    streets lies.
    """
    import shapely
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    topology = cut.topology
    xy = np.stack(_of_vertices(topology, cut.lon, cut.lat), axis=1) * border.scale
    band = border.near(np.asarray(shapely.points(xy), dtype=object))
    tail, head = topology.tail, topology.head
    # groups: vertices that shared edges (or gates) join within the tolerance
    inside = (shared | (topology.way < 0)) & band[tail] & band[head]
    n = len(vertex)
    links = csr_array((np.ones(inside.sum()), (tail[inside], head[inside])), shape=(n, n))
    n_groups, group = connected_components(links, directed=False)
    votes = np.zeros((n_groups, len(COUNTRIES)))
    leads = ~shared & (topology.way >= 0) & (country > 0)
    for end in (tail, head):
        mine = leads & band[end]
        np.add.at(votes, (group[end[mine]], country[mine]), 1.0)
    place = np.stack([cut.lon[topology.node], cut.lat[topology.node]], axis=1)
    metres = polylines.line_lengths_m(
        topology.start, polylines.segment_lengths_m(topology.start, place)
    )
    lies = np.zeros_like(votes)
    np.add.at(lies, (group[tail[shared]], country[shared]), metres[shared])
    votes += lies / (2 * lies.sum(axis=1, keepdims=True) + 1)  # less than one street
    votes[:, 0] = 0.0
    chosen = votes.argmax(axis=1).astype(np.uint8)
    known: Flags = votes.max(axis=1) > 0
    change = band & known[group]
    vertex[change] = chosen[group[change]]
    edges = shared & known[group[tail]]
    country[edges] = chosen[group[tail[edges]]]
