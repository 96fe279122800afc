"""New streets: where they meet those that are there, and each other."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.geodata.territories import METRES_PER_DEGREE
from grensgeo.network.stress import with_stress
from grensgeo.osm.access import way_access
from grensgeo.osm.cycling import CycleTags
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.limits import built_up
from grensgeo.polylines import line_lengths_m, quantise, segment_lengths_m
from grensgeo.scenario.cut_edges import cut_edges, line_of, on_edges
from grensgeo.scenario.edge_boxes import edge_boxes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import shapely

    from grensgeo.arrays import Codes, Floats, Longs
    from grensgeo.network import Network, Streets

#: Places nearer to each other than this are one, metres.
_SAME_M = 1.0


@dataclass(frozen=True)
class NewLine:
    """A street to be.

    Attributes
    ----------
    coords
        float64 (n, 2): lon, lat.
    tags
        What OpenStreetMap would tag it.
    modes
        Bits of the modes that may use it; 0: those that its tags let.
    """

    coords: Floats
    tags: dict[str, str]
    modes: int = 0


@dataclass
class _Node:
    """A place on a new line at which something meets it.

    Attributes
    ----------
    along_m
        How far along.
    point
        Where, in the plane.
    edge, share
        The edge that it meets and how far along that; -1 for none.
    """

    along_m: float
    point: tuple[float, float]
    edge: int = -1
    share: float = 0.0


class Meetings:
    """New lines in a plane, with the places where they meet streets and each other.

    Attributes
    ----------
    nodes
        Places on each line, rising.
    loose
        Ends that meet nothing, as (lon, lat).
    joined
        How often a line meets a street that was there.
    """

    def __init__(self, network: Network, lines: Sequence[NewLine], *, join_m: float) -> None:
        import shapely

        self.network, self.join_m = network, join_m
        lat = float(np.mean(np.concatenate([line.coords[:, 1] for line in lines])))
        self.scale = np.array([np.cos(np.radians(lat)), 1.0]) * METRES_PER_DEGREE
        self.lines = [shapely.LineString(line.coords * self.scale) for line in lines]
        self.aloft = ["bridge" in line.tags or "tunnel" in line.tags for line in lines]
        self.nodes: list[list[_Node]] = [[] for _ in lines]
        self.edges, shapes = self._near()
        self.shapes = dict(zip(self.edges.tolist(), shapes, strict=True))
        self.tree = shapely.STRtree(shapes)
        for number in range(len(lines)):
            self._meet_streets(number)
        for one, other in itertools.combinations(range(len(lines)), 2):
            self._meet_each_other(one, other)
        self._meet_borders()
        ends = [self._end(number, last) for number in range(len(lines)) for last in (0, 1)]
        self.loose = [point for point in ends if point is not None]
        self.joined = sum(node.edge >= 0 for nodes in self.nodes for node in nodes)
        for nodes in self.nodes:
            nodes.sort(key=lambda node: (node.along_m, -node.edge))

    def _near(self) -> tuple[Longs, list[shapely.LineString]]:
        """Return the streets near the new lines, and their lines in the plane."""
        import shapely

        streets = self.network.streets
        box = shapely.total_bounds(self.lines) + np.array([-1, -1, 1, 1]) * self.join_m
        bounds = np.concatenate([box[:2] / self.scale, box[2:] / self.scale])
        chosen = edge_boxes(self.network).beside(tuple(bounds.tolist()))
        chosen &= np.isnan(streets.fixed_duration_s) & (streets.length_m > 0)
        chosen &= (streets.access_forward | streets.access_backward) > 0
        edges = np.flatnonzero(chosen)
        shapes = [
            shapely.LineString(line_of(streets, edge) * self.scale) for edge in edges.tolist()
        ]
        return edges, shapes

    def _meet_streets(self, number: int) -> None:
        """Find the streets that a line crosses, where both are on the ground, and at its ends."""
        line, structure = self.lines[number], self.network.streets.structure
        if not self.aloft[number]:
            for k in self.tree.query(line, predicate="intersects").tolist():
                edge = int(self.edges[k])
                if structure[edge] == 0:
                    for point in _points(line.intersection(self.shapes[edge])):
                        share = self.shapes[edge].project(point, normalized=True)
                        node = _Node(line.project(point), (point.x, point.y), edge, share)
                        self.nodes[number].append(node)
        for last in (0, 1):
            self._join_end(number, last)

    def _join_end(self, number: int, last: int) -> None:
        """Join an end of a line to the nearest street that is near, if none is crossed there."""
        import shapely

        line = self.lines[number]
        along = line.length if last else 0.0
        if any(abs(node.along_m - along) <= self.join_m for node in self.nodes[number]):
            return
        point = shapely.Point(line.coords[-last])
        found = self.tree.query_nearest(point, max_distance=self.join_m, all_matches=False)
        if len(found):
            edge = int(self.edges[found[0]])
            share = self.shapes[edge].project(point, normalized=True)
            at = self.shapes[edge].interpolate(share, normalized=True)
            self.nodes[number].append(_Node(along, (at.x, at.y), edge, share))

    def _meet_each_other(self, one: int, other: int) -> None:
        """Find where two lines meet: where they cross, and where one ends at the other."""
        import shapely

        first, second = self.lines[one], self.lines[other]
        points = []
        if not (self.aloft[one] or self.aloft[other]) or first.touches(second):
            points = _points(first.intersection(second))
        for line, against in ((first, second), (second, first)):
            for end in (line.coords[0], line.coords[-1]):
                point = shapely.Point(end)
                near = 0 < point.distance(against) <= self.join_m
                if near and not any(point.distance(there) <= self.join_m for there in points):
                    points.append(against.interpolate(against.project(point)))
        for point in points:
            for number, line in ((one, first), (other, second)):
                node = _Node(line.project(point), (point.x, point.y))
                self.nodes[number].append(node)

    def _meet_borders(self) -> None:
        """Find where lines cross a national border."""
        import shapely

        borders = self.network.borders
        if borders is None or not len(borders):
            return
        parts = shapely.get_parts(borders.to_numpy())
        lines = [shapely.LineString(shapely.get_coordinates(p) * self.scale) for p in parts]
        for number, line in enumerate(self.lines):
            for border in lines:
                if line.intersects(border):
                    self.nodes[number] += [
                        _Node(line.project(point), (point.x, point.y))
                        for point in _points(line.intersection(border))
                    ]

    def _end(self, number: int, last: int) -> tuple[float, float] | None:
        """Return an end that meets nothing, after adding it as a place."""
        line = self.lines[number]
        along = line.length if last else 0.0
        if any(abs(node.along_m - along) <= _SAME_M for node in self.nodes[number]):
            return None
        x, y = line.coords[-last]
        crossed = any(abs(node.along_m - along) <= self.join_m for node in self.nodes[number])
        self.nodes[number].append(_Node(along, (x, y)))
        return None if crossed else (x / self.scale[0], y / self.scale[1])


def _points(shape: shapely.Geometry) -> list[Any]:
    """Return the points at which two lines meet: both ends where they run together."""
    import shapely

    found = []
    for part in shapely.get_parts(shape).tolist():
        if part.geom_type == "Point":
            found.append(part)
        elif part.geom_type == "LineString" and not part.is_empty:
            found += [shapely.Point(part.coords[0]), shapely.Point(part.coords[-1])]
    return found


def with_streets(network: Network, lines: Sequence[NewLine], meetings: Meetings) -> Network:
    """Return a network with new streets.

    Parameters
    ----------
    network
        The network; it is not changed.
    lines
        The streets.
    meetings
        Where they meet others.

    Returns
    -------
    Network
        Streets and vertices that there are keep their numbers; streets that are met are cut.
    """
    cuts, at_end = _cuts(network.streets, meetings)
    cut = cut_edges(network, cuts)
    streets = cut.network.streets
    made: dict[tuple[int, int], int] = {}
    points: list[tuple[float, float]] = []
    pieces: list[tuple[int, int, Floats, int]] = []
    for number, nodes in enumerate(meetings.nodes):
        vertices: list[tuple[_Node, int]] = []
        for node in nodes:
            if node.edge >= 0:
                key = node.edge, at_end[node.edge, node.share]
                vertex = cut.vertex.get(key, _whole_end(network.streets, *key))
            else:
                place = round(node.point[0] / _SAME_M), round(node.point[1] / _SAME_M)
                if place not in made:
                    made[place] = streets.n_vertices + len(points)
                    points.append((node.point[0] / meetings.scale[0],
                                   node.point[1] / meetings.scale[1]))  # fmt: skip
                vertex = made[place]
            if not vertices or (
                vertex != vertices[-1][1] and node.along_m - vertices[-1][0].along_m > 0
            ):
                vertices.append((node, vertex))
        line = meetings.lines[number]
        for (a, tail), (b, head) in itertools.pairwise(vertices):
            coords = _between(line, a, b) / meetings.scale
            pieces.append((tail, head, coords, number))
    return _appended(cut.network, lines, pieces, points)


def _cuts(
    streets: Streets, meetings: Meetings
) -> tuple[dict[int, list[float]], dict[tuple[int, float], float]]:
    """Return where edges are cut, and for each meeting the cut or end (0, 1) that it is at."""
    met: dict[int, set[float]] = {}
    for nodes in meetings.nodes:
        for node in nodes:
            if node.edge >= 0:
                met.setdefault(node.edge, set()).add(node.share)
    cuts: dict[int, list[float]] = {}
    at: dict[tuple[int, float], float] = {}
    for edge, shares in met.items():
        near = min(0.5, _SAME_M / max(float(streets.length_m[edge]), _SAME_M))
        kept: list[float] = []
        for share in sorted(shares):
            if share <= near or share >= 1 - near:
                at[edge, share] = float(round(share))
            elif kept and share - kept[-1] <= near:
                at[edge, share] = kept[-1]
            else:
                kept.append(share)
                at[edge, share] = share
        if kept:
            cuts[edge] = kept
    return cuts, at


def _whole_end(streets: Streets, edge: int, share: float) -> int:
    """Return the vertex at an end of an edge."""
    return int(streets.tail[edge] if share < 0.5 else streets.head[edge])


def _between(line: shapely.LineString, one: _Node, other: _Node) -> Floats:
    """Return the part of a line between two places, which its ends are moved to."""
    coords = np.asarray(line.coords)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(coords, axis=0).T))])
    inside = (along > one.along_m) & (along < other.along_m)
    return np.concatenate([[one.point], coords[inside], [other.point]])


def _appended(
    network: Network,
    lines: Sequence[NewLine],
    pieces: Sequence[tuple[int, int, Floats, int]],
    points: Sequence[tuple[float, float]],
) -> Network:
    """Return a network with edges and vertices behind those that it has."""
    from scipy.spatial import KDTree

    streets, n = network.streets, len(pieces)
    more = np.array(points, dtype=np.float64).reshape(-1, 2)
    lon, lat = np.append(streets.lon, more[:, 0]), np.append(streets.lat, more[:, 1])
    k = np.cos(np.radians(lat.mean()))
    known = np.flatnonzero(streets.vertex_country > 0)
    middles = np.array([coords.mean(axis=0) for *_, coords, _ in pieces]).reshape(-1, 2)
    country = np.zeros(n, dtype=np.uint8)
    vertex_country = np.zeros(len(more), dtype=np.uint8)
    if len(known):
        tree = KDTree(np.stack([streets.lon[known] * k, streets.lat[known]], axis=1))
        country = streets.vertex_country[known[tree.query(middles * [k, 1.0])[1]]]
        if len(more):
            vertex_country = streets.vertex_country[known[tree.query(more * [k, 1.0])[1]]]
    for place, (tail, head, *_) in enumerate(pieces):
        ends = [v for v in (tail, head) if v < streets.n_vertices]
        told = {int(streets.vertex_country[v]) for v in ends} - {0}
        if len(told) == 1:  # the border is a place of its own, so that it lies at an end
            country[place] = told.pop()
    coords = quantise(np.concatenate([coords for *_, coords, _ in pieces]))
    start = np.cumsum([0, *(len(coords) for *_, coords, _ in pieces)]).astype(np.int64)
    length = line_lengths_m(start, segment_lengths_m(start, coords))
    lowest = min(0, int(streets.way_id.min(initial=0)))
    own = _own_columns(lines, [number for *_, number in pieces], country)
    own |= {
        "tail": np.array([tail for tail, *_ in pieces], dtype=np.int32),
        "head": np.array([head for _, head, *_ in pieces], dtype=np.int32),
        "length_m": np.maximum(length, 0.01),
        "way_id": lowest - 1 - np.array([number for *_, number in pieces], dtype=np.int64),
        "country": country,
    }
    ids = min(0, int(streets.vertex_id.min(initial=0))) - 1 - np.arange(len(more))
    vertices: dict[str, Any] = {
        "vertex_id": np.append(streets.vertex_id, ids),
        "lon": lon,
        "lat": lat,
        "vertex_country": np.append(streets.vertex_country, vertex_country),
    }
    columns = dict(vertices)
    columns["coords"] = np.concatenate([streets.coords, coords])
    columns["coords_start"] = np.concatenate(
        [streets.coords_start, streets.coords_start[-1] + start[1:]]
    )
    alone = type(streets)(**vertices, **own, coords=coords, coords_start=start)
    if streets.stress_forward.any() or streets.stress_backward.any():
        sets = CycleTags.read([line.tags for line in lines])
        alone = with_stress(alone, sets.take(np.array([number for *_, number in pieces])))
    for item in fields(streets):
        if item.name not in columns:
            old, new = getattr(streets, item.name), getattr(alone, item.name)
            columns[item.name] = np.concatenate([old, new.astype(old.dtype)])
    source = np.concatenate([np.arange(streets.n_edges), np.full(n, -1)]).astype(np.int64)
    return replace(network, streets=replace(streets, **columns), **on_edges(network, source))


def _own_columns(
    lines: Sequence[NewLine], numbers: Sequence[int], country: Codes
) -> dict[str, Any]:
    """Return what new edges carry by their tags."""
    n = len(numbers)
    masks = np.zeros((n, 2), dtype=np.uint8)
    limit = np.full(n, np.nan, dtype=np.float32)
    structure, urban = np.zeros(n, dtype=np.uint8), np.zeros(n, dtype=bool)
    for place, number in enumerate(numbers):
        line = lines[number]
        masks[place] = way_access(line.tags, line.tags["highway"], COUNTRIES[country[place]])
        if line.modes:
            oneway = line.tags.get("oneway") == "yes"
            masks[place] = line.modes, 0 if oneway else line.modes
        if "maxspeed" in line.tags:
            limit[place] = float(line.tags["maxspeed"])
        structure[place] = 1 if "bridge" in line.tags else 2 if "tunnel" in line.tags else 0
        # as the same tags would say of a street that is there
        urban[place] = built_up(line.tags, line.tags["highway"], float(limit[place]))
    unknown = np.full(n, np.nan, dtype=np.float32)
    return {
        "highway": np.array(
            [HIGHWAYS.index(lines[number].tags["highway"]) for number in numbers], dtype=np.uint8
        ),
        "built_up": urban,
        "access_forward": masks[:, 0].copy(),
        "access_backward": masks[:, 1].copy(),
        "maxspeed_forward_kmh": limit,
        "maxspeed_backward_kmh": limit.copy(),
        "fixed_duration_s": unknown,
        "surface": np.zeros(n, dtype=np.uint8),
        "structure": structure,
    }
