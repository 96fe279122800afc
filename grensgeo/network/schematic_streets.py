"""Build a schematic road network where no street data can be had.

Layers: main roads between towns, junctions and exits, as they are drawn or as straight lines;
where none is drawn, a modelled road between the main places of adjacent municipalities that no
listed road joins; a lattice of local roads over the inhabited cells; and ways on foot and by
bicycle from each stop to the cells around it. The layers of two countries meet only where a
listed road crosses the border. Every result made from it is called schematic.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import InputError, some
from grensgeo.geodata.road_tables import parse_via
from grensgeo.modes import MODES, mode_bit
from grensgeo.network.contents import Streets
from grensgeo.network.drawn_roads import STEP_M, cut_line, parts_by_people, places_along
from grensgeo.network.model import Network
from grensgeo.network.road_refs import RoadRefs
from grensgeo.network.schematic_lattice import (
    adjacent_municipalities,
    beside_larger,
    bridges,
    cell_neighbours,
    cell_sizes_m,
)
from grensgeo.notes import Note
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Flags, Floats
    from grensgeo.geodata.road_tables import RoadTables


#: Road length over straight line of whole trips: Germany 1.32 (Ballou, Rahardja and Sakai 2002,
#: Transportation Research Part A 36(9)); 1.2 to 1.4 for trips of a few kilometres in American
#: cities (Giacomin and Levinson 2015, Environment and Planning B 42(6)).
TRIP_DETOUR = 1.3
#: A lattice with diagonals is itself longer than the straight line, by the mean of
#: cos t + (sqrt 2 - 1) sin t over the eighth of a circle: 8 (sqrt 2 - 1) / pi.
LATTICE_DETOUR = 8.0 * (np.sqrt(2.0) - 1.0) / np.pi
#: A main road runs through streets from a town outwards as long as it passes cells with at least
#: so many inhabitants per square kilometre: an urban cluster (Eurostat, Applying the Degree of
#: Urbanisation, 2021).
URBAN_PER_KM2 = 300
#: A main place is the listed town that lies within this distance, or a vertex of its own.
SAME_PLACE_M = 1000.0
#: A town or exit is tied to the cells within this distance, and at least to the nearest.
ATTACH_M = 1000.0
#: A junction farther than this from every cell lies where nobody lives: it has no local streets.
FARTHEST_M = 2000.0
#: A road that is listed up to the border alone goes on to the nearest cell across it, if that lies
#: within this distance.
ACROSS_M = 3000.0
#: A stop is tied to the cells within this distance: half an hour on foot with its detour.
STOP_M = 2000.0
#: A station of a bus line, of which there are many, is tied to so many cells at most, within this
#: distance, and at least to the nearest; and to stops so near that one walks there to change.
STATION_M = 1000.0
STATION_CELLS = 4
CHANGE_M = 500.0
#: No road is invented between neighbours that listed roads join within this detour (assumption).
JOINED_DETOUR = 1.5

#: Half the diagonal of a square of side 1.
_HALF_DIAGONAL = np.sqrt(0.5)

_NO_SLOW_TRAFFIC = ("motorway", "trunk")
_NO_TOWN_ENDS = ("motorway", "trunk")


@dataclass(frozen=True)
class _RoadEdge:
    """One edge to be."""

    tail: int
    head: int
    highway: str
    country: int
    detour: float
    built_up: bool = False
    car: bool = True
    #: Corners of its line between both ends, degrees.
    via: tuple[tuple[float, float], ...] = ()
    #: What is signed on it.
    ref: str = ""


def build_schematic(
    tables: RoadTables,
    cells: gpd.GeoDataFrame,
    municipalities: gpd.GeoDataFrame,
    *,
    border: gpd.GeoSeries,
    stops: pd.DataFrame | None = None,
    stations: pd.DataFrame | None = None,
    model_missing: bool = True,
    provenance: Provenance | None = None,
) -> Network:
    """Build the schematic network of a region.

    Parameters
    ----------
    tables
        Points and roads, from :func:`grensgeo.geodata.road_tables.read_roads`.
    cells
        Inhabited cells (schema.CELLS).
    municipalities
        Municipalities with their main places (schema.MUNICIPALITIES).
    border
        The national border, lines in EPSG:4326.
    stops
        Stops of public transport lines: ``lon``, ``lat`` (degrees) and ``country``.
    stations
        Stations of buses, one row each: ``lon``, ``lat`` (degrees) and ``country``.
    model_missing
        Whether neighbours that no listed road joins get a modelled one; not where the tables have
        every main road there is.
    provenance
        Sources of what went in.

    Returns
    -------
    Network
        ``barriers`` is the border, ``extent`` the municipalities, ``provenance.schematic`` is
        true. Vertices are the cells in their order, then the points in theirs, then main places
        that no point stands for, then town edges and border crossings, then stops, then stations.

    Raises
    ------
    InputError
        If a listed road between two countries does not meet the border, or a country of a point
        has no cells.

    Source
    ------
    Detours: :data:`TRIP_DETOUR` and :data:`LATTICE_DETOUR`; speeds: ``network/speeds.csv``.
    """
    draft = _Draft(cells, tables, municipalities)
    draft.add_lattice(cells)
    draft.add_roads(tables, border.union_all())
    drawn = any(edge.via for edge in draft.edges)
    modelled = draft.add_missing(tables, municipalities) if model_missing else 0
    draft.attach()
    draft.go_on_across()
    if stops is not None:
        draft.add_stops(stops)
    if stations is not None:
        draft.add_stations(stations)
    notes = (
        Note("schematic-drawn" if drawn else "schematic"),
        *((Note("schematic-roads-modelled", n=int(modelled)),) if model_missing else ()),
    )
    # in its canonical order, so that the same input gives the same bytes
    extent = municipalities.geometry.union_all().normalize()
    series = type(border)
    return Network(
        streets=draft.streets(),
        barriers=border,
        extent=series([extent], crs="EPSG:4326"),
        provenance=(provenance or Provenance()) | Provenance((), notes, schematic=True),
        refs=RoadRefs.of((-n, edge.ref) for n, edge in enumerate(draft.edges, start=1)),
    )


class _Draft:
    """The network while it grows: vertices first, then edges, layer by layer."""

    def __init__(
        self, cells: gpd.GeoDataFrame, tables: RoadTables, municipalities: gpd.GeoDataFrame
    ) -> None:
        from pyproj import Geod, Transformer
        from scipy.spatial import cKDTree

        points = tables.points
        self.geod = Geod(ellps="WGS84")
        zone = int((float(cells["lon"].mean()) + 180.0) // 6.0) + 1
        self.project = Transformer.from_crs(4326, 32600 + zone, always_xy=True)
        self.lon = [*cells["lon"], *points["lon"]]
        self.lat = [*cells["lat"], *points["lat"]]
        self.country = [COUNTRIES.index(c) for c in [*cells["country"], *points["country"]]]
        self.n_cells = len(cells)
        self.size_m = cell_sizes_m(cells["grid_id"].tolist())
        people = cells.groupby("grid_id")["population"].transform("sum").to_numpy()
        self.urban = people >= URBAN_PER_KM2 * (self.size_m / 1000.0) ** 2
        #: How much farther than a cell of the smallest size one reaches: what is near its edge
        #: lies far from the point that stands for it.
        self.beyond_m = _HALF_DIAGONAL * (self.size_m - self.size_m.min())
        self.cell_tree = cKDTree(self._plane()[: self.n_cells])
        self.edges: list[_RoadEdge] = []
        first = self.n_cells
        self.stops: list[int] = []
        self.position = {name: first + i for i, name in enumerate(points["name"])}
        kinds = points["kind"].tolist()
        self.towns = {first + i for i, kind in enumerate(kinds) if kind == "town"}
        self.at_border = {first + i for i, kind in enumerate(kinds) if kind == "border"}
        self.named = [
            first + i for i, kind in enumerate(kinds) if kind not in ("interchange", "border")
        ]
        self.places = self._main_places(municipalities)
        missing = {self.country[v] for v in self.named} - set(self.country[: self.n_cells])
        if missing:
            raise InputError(
                "cells-missing", f"no cells in {some(COUNTRIES[c] for c in sorted(missing))}"
            )

    def _main_places(self, municipalities: gpd.GeoDataFrame) -> list[int]:
        """Return the vertex of each main place: a listed town nearby, or a new one."""
        towns = sorted(self.towns)
        vertices = []
        rows = zip(
            municipalities["place_lon"],
            municipalities["place_lat"],
            municipalities["country"],
            strict=True,
        )
        for lon, lat, country in rows:
            code = COUNTRIES.index(country)
            near = [(self._metres_to(v, lon, lat), v) for v in towns if self.country[v] == code]
            if near and min(near)[0] <= SAME_PLACE_M:
                vertices.append(min(near)[1])
                continue
            vertex = self._add(lon, lat, code)
            self.towns.add(vertex)
            self.named.append(vertex)
            vertices.append(vertex)
        return vertices

    def _add(self, lon: float, lat: float, country: int) -> int:
        """Add a vertex."""
        self.lon.append(float(lon))
        self.lat.append(float(lat))
        self.country.append(country)
        return len(self.lon) - 1

    def _metres_to(self, vertex: int, lon: float, lat: float) -> float:
        """Measure from a vertex to a place, geodesically."""
        return float(self.geod.inv(self.lon[vertex], self.lat[vertex], lon, lat)[2])

    def _metres(self, tail: int, head: int) -> float:
        """Measure between vertices, geodesically."""
        return self._metres_to(tail, self.lon[head], self.lat[head])

    def _length_m(self, edge: _RoadEdge) -> float:
        """Measure the line of a road, geodesically."""
        line = self._line(edge)
        return float(self.geod.line_length(line[:, 0], line[:, 1]))

    def _plane(self) -> Floats:
        """Return all vertices in metres."""
        return np.column_stack(self.project.transform(self.lon, self.lat))

    def add_lattice(self, cells: gpd.GeoDataFrame) -> None:
        """Join each cell to its eight neighbours of the same country, and what stays apart."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        codes = self.country[: self.n_cells]
        pairs = cell_neighbours(cells["grid_id"].tolist(), codes)
        pairs = np.concatenate([pairs, beside_larger(cells, self.size_m, codes)])
        for code in sorted(set(self.country[: self.n_cells])):
            members = np.flatnonzero(np.array(self.country[: self.n_cells]) == code)
            here = pairs[np.isin(pairs[:, 0], members)]
            while True:
                graph = coo_array(
                    (np.ones(len(here)), (here[:, 0], here[:, 1])), (self.n_cells, self.n_cells)
                )
                label = connected_components(graph, directed=False)[1][members].astype(np.int64)
                if len(np.unique(label)) == 1:
                    break
                here = np.concatenate([here, bridges(members, label, self._plane()[members])])
            self.edges += [
                self._local(int(a), int(b), code, built_up=self.urban[a] and self.urban[b])
                for a, b in here
            ]

    @staticmethod
    def _local(tail: int, head: int, country: int, *, built_up: bool) -> _RoadEdge:
        """Return a local road of the lattice, through streets where people live at both ends."""
        detour = TRIP_DETOUR / LATTICE_DETOUR
        return _RoadEdge(tail, head, "local", country, detour, bool(built_up))

    def add_roads(self, tables: RoadTables, border: BaseGeometry) -> None:
        """Add the listed roads, cut at the border and at the edge of towns."""
        astray: list[str] = []
        roads = tables.roads[tables.roads["class"] != "none"]
        lines = roads["via"] if "via" in roads else [None] * len(roads)
        columns = ("from", "to", "road", "class", "built_up", "detour_factor")
        for row, via in zip(roads[list(columns)].itertuples(index=False), lines, strict=True):
            # the names "from" and "class" are Python's, so that columns are taken by position
            start, end, road, highway, built_up, detour = row
            tail, head = self.position[start], self.position[end]
            edge = _RoadEdge(
                tail,
                head,
                highway,
                self.country[head if tail in self.at_border else tail],
                float(detour),
                bool(built_up),
                via=parse_via(via),
                ref=str(road),
            )
            if self.at_border & {tail, head} or self.country[tail] == self.country[head]:
                self._add_road(edge)
                continue
            halves = self._halves(edge, border)
            if halves:
                for half in halves:
                    self._add_road(half)
            else:
                astray.append(f"{start} - {end} ({road})")
        if astray:
            raise InputError(
                "road-misses-border",
                f"roads between two countries that do not meet the border: {some(astray)}; "
                "mend the country or the position of their points",
            )

    def _line(self, edge: _RoadEdge) -> Floats:
        """Return the line of a road, degrees."""
        ends = [(self.lon[v], self.lat[v]) for v in (edge.tail, edge.head)]
        return np.array([ends[0], *edge.via, ends[1]])

    def _halves(self, edge: _RoadEdge, border: BaseGeometry) -> list[_RoadEdge]:
        """Cut a road in two at a new vertex where it meets the border, if it does."""
        import shapely

        line = shapely.LineString(self._line(edge))
        hits = shapely.get_coordinates(line.intersection(border))
        if not len(hits):
            return []
        # where the border winds over the line: halfway between the first and the last meeting
        along = sorted(line.project(shapely.Point(*hit), normalized=True) for hit in hits)
        share = (along[0] + along[-1]) / 2.0
        place = line.interpolate(share, normalized=True)
        middle = self._add(place.x, place.y, self.country[edge.tail])
        first, second = (cut_line(self._line(edge), *part) for part in ((0, share), (share, 1)))
        return [
            replace(edge, head=middle, via=_corners(first)),
            replace(edge, tail=middle, country=self.country[edge.head], via=_corners(second)),
        ]

    def _add_road(self, edge: _RoadEdge) -> None:
        """Add a main road, its parts in towns as built-up pieces of their own."""
        if edge.built_up or edge.highway in _NO_TOWN_ENDS:
            self.edges.append(edge)
            return
        if edge.via or not self.towns & {edge.tail, edge.head}:
            self._add_drawn(edge)
            return
        start = self._urban_share(edge.tail, edge.head)
        end = self._urban_share(edge.head, edge.tail)
        if start + end >= 1.0:
            self.edges.append(replace(edge, built_up=True))
            return
        shares = [share for share in (start, 1.0 - end) if 0.0 < share < 1.0]
        stations = [edge.tail]
        for share in shares:
            lon = self.lon[edge.tail] + share * (self.lon[edge.head] - self.lon[edge.tail])
            lat = self.lat[edge.tail] + share * (self.lat[edge.head] - self.lat[edge.tail])
            stations.append(self._add(lon, lat, edge.country))
        stations.append(edge.head)
        inside = [True] * (start > 0) + [False] + [True] * (end > 0)
        for tail, head, built_up in zip(stations[:-1], stations[1:], inside, strict=True):
            self.edges.append(replace(edge, tail=tail, head=head, built_up=built_up))

    def _add_drawn(self, edge: _RoadEdge) -> None:
        """Add a road whose built-up parts are those with people along them."""
        line = self._line(edge)
        plane = np.column_stack(self.project.transform(line[:, 0], line[:, 1]))
        shares, places = places_along(plane)
        metres = float(np.hypot(*np.diff(plane, axis=0).T).sum())
        tail = edge.tail
        for part in parts_by_people(shares, self._people_at(places), metres):
            last = part.end >= 1.0
            piece = cut_line(line, part.start, part.end)
            lon, lat = piece[-1].tolist()
            head = edge.head if last else self._add(lon, lat, edge.country)
            self.edges.append(
                replace(edge, tail=tail, head=head, built_up=part.built_up, via=_corners(piece))
            )
            tail = head

    def _people_at(self, places: Floats) -> Flags:
        """Return whether people enough live at each place, in metres."""
        distance, nearest = self.cell_tree.query(places)
        within = distance <= SAME_PLACE_M + self.beyond_m[nearest]
        return np.asarray(within & self.urban[nearest])

    def _urban_share(self, tail: int, head: int) -> float:
        """Compute how much of the way from a town runs through urban cells."""
        if tail not in self.towns:
            return 0.0
        steps = max(int(self._metres(tail, head) // STEP_M), 1)
        shares = np.arange(steps + 1) / steps
        ends = np.column_stack(
            self.project.transform(
                [self.lon[tail], self.lon[head]], [self.lat[tail], self.lat[head]]
            )
        )
        rural = np.flatnonzero(~self._people_at(ends[0] + shares[:, None] * (ends[1] - ends[0])))
        return float(shares[rural[0]]) if len(rural) else 1.0

    def add_missing(self, tables: RoadTables, municipalities: gpd.GeoDataFrame) -> int:
        """Add a road between neighbours that listed roads do not join; give how many."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import dijkstra

        main = [edge for edge in self.edges if edge.highway != "local"]
        lengths = [edge.detour * self._length_m(edge) for edge in main]
        ends = np.array([(edge.tail, edge.head) for edge in main]).reshape(-1, 2)
        size = len(self.lon)
        graph = coo_array((lengths, (ends[:, 0], ends[:, 1])), (size, size)).tocsr()
        none = tables.roads[tables.roads["class"] == "none"]
        barred = {
            frozenset((self.position[a], self.position[b]))
            for a, b in zip(none["from"], none["to"], strict=True)
        }
        reached: dict[int, Floats] = {}
        count = 0
        for one, other in adjacent_municipalities(municipalities):
            tail, head = self.places[one], self.places[other]
            pair = frozenset((tail, head))
            if len(pair) < 2 or pair in barred:
                continue
            barred.add(pair)
            if tail not in reached:
                reached[tail] = dijkstra(graph, directed=False, indices=[tail])[0]
            if reached[tail][head] <= JOINED_DETOUR * self._metres(tail, head):
                continue
            self._add_road(_RoadEdge(tail, head, "secondary", self.country[tail], TRIP_DETOUR))
            count += 1
        return count

    def attach(self) -> None:
        """Join towns and exits to the local roads of their own country."""
        from scipy.spatial import cKDTree

        plane = self._plane()
        codes = np.array(self.country)
        for code in sorted({self.country[v] for v in self.named}):
            members = np.flatnonzero(codes[: self.n_cells] == code)
            tree = cKDTree(plane[members])
            for vertex in [v for v in self.named if self.country[v] == code]:
                near = set(tree.query_ball_point(plane[vertex], ATTACH_M))
                apart, nearest = tree.query(plane[vertex])
                farthest_m = FARTHEST_M + self.beyond_m[members[int(nearest)]]
                if vertex in self.towns or apart <= farthest_m:
                    near.add(int(nearest))
                self.edges += [
                    self._local(vertex, int(cell), code, built_up=self.urban[cell])
                    for cell in members[sorted(near)]
                ]

    def go_on_across(self) -> None:
        """Join a road that is listed up to the border alone to the nearest cell across it."""
        from scipy.spatial import cKDTree

        plane, codes = self._plane(), np.array(self.country)
        sides: dict[int, set[int]] = {vertex: set() for vertex in self.at_border}
        for edge in self.edges:
            for vertex in {edge.tail, edge.head} & self.at_border:
                sides[vertex].add(edge.country)
        for vertex, known in sorted(sides.items()):
            if len(known) != 1:
                continue
            members = np.flatnonzero(~np.isin(codes[: self.n_cells], list(known)))
            if not len(members):
                continue
            apart, nearest = cKDTree(plane[members]).query(plane[vertex])
            if apart <= ACROSS_M:
                cell = int(members[int(nearest)])
                self.edges.append(
                    _RoadEdge(vertex, cell, "tertiary", self.country[cell], TRIP_DETOUR)
                )

    def add_stops(self, stops: pd.DataFrame) -> None:
        """Add ways on foot and by bicycle from each stop to the cells around it.

        The lattice alone leads from cell to cell, which on the short way to a stop is far from
        straight. Cars keep to the roads. A stop without cells around it lies outside the region.
        """
        from scipy.spatial import cKDTree

        codes = np.array(self.country)
        xy = np.column_stack(self.project.transform(stops["lon"], stops["lat"]))
        plane = self._plane()
        for code in sorted(set(codes[: self.n_cells].tolist())):
            members = np.flatnonzero(codes[: self.n_cells] == code)
            tree = cKDTree(plane[members])
            for row in np.flatnonzero(stops["country"] == COUNTRIES[code]):
                near = sorted(tree.query_ball_point(xy[row], STOP_M))
                if not near:
                    continue
                vertex = self._add(stops["lon"].iloc[row], stops["lat"].iloc[row], code)
                self.stops.append(vertex)
                self.edges += [
                    _RoadEdge(vertex, int(members[i]), "local", code, TRIP_DETOUR, car=False)
                    for i in near
                ]

    def add_stations(self, stations: pd.DataFrame) -> None:
        """Add ways from each station of a bus to the nearest cells, and to stops to change at."""
        from scipy.spatial import cKDTree

        xy = np.column_stack(self.project.transform(stations["lon"], stations["lat"]))
        codes = np.array([COUNTRIES.index(country) for country in stations["country"]])
        plane = self._plane()
        for code in sorted(set(codes.tolist())):
            members = np.flatnonzero(np.array(self.country[: self.n_cells]) == code)
            if not len(members):
                raise InputError("cells-missing", f"stations: no cells in {COUNTRIES[code]}")
            ranks = range(1, min(STATION_CELLS, len(members)) + 1)
            rows = np.flatnonzero(codes == code)
            found = cKDTree(plane[members]).query(xy[rows], k=ranks)
            apart, nearest = (np.asarray(part) for part in found)
            for row, metres, cells in zip(rows, apart, nearest, strict=True):
                vertex = self._add(stations["lon"].iloc[row], stations["lat"].iloc[row], code)
                self.stops.append(vertex)
                near = cells[: max(int((metres <= STATION_M).sum()), 1)]
                self.edges += [
                    _RoadEdge(vertex, int(members[i]), "local", code, TRIP_DETOUR, car=False)
                    for i in near
                ]
        self._add_changes(len(stations))

    def _add_changes(self, count: int) -> None:
        """Join the last ``count`` stops to all stops of their country near by."""
        from scipy.spatial import cKDTree

        plane = self._plane()[self.stops]
        first = len(self.stops) - count
        for one, other in sorted(cKDTree(plane).query_pairs(CHANGE_M)):
            tail, head = self.stops[one], self.stops[other]
            if other >= first and self.country[tail] == self.country[head]:
                code = self.country[tail]
                self.edges.append(_RoadEdge(tail, head, "local", code, TRIP_DETOUR, car=False))

    def streets(self) -> Streets:
        """Build the arrays."""
        count = len(self.edges)
        lon, lat = np.array(self.lon), np.array(self.lat)
        tail = np.array([edge.tail for edge in self.edges], dtype=np.int32)
        head = np.array([edge.head for edge in self.edges], dtype=np.int32)
        counts = np.array([2 + len(edge.via) for edge in self.edges], dtype=np.int64)
        start = np.concatenate([[0], np.cumsum(counts)])
        coords = np.empty((int(start[-1]), 2))
        coords[start[:-1]] = np.column_stack([lon[tail], lat[tail]])
        coords[start[1:] - 1] = np.column_stack([lon[head], lat[head]])
        for index in np.flatnonzero(counts > 2).tolist():
            coords[start[index] + 1 : start[index + 1] - 1] = self.edges[index].via
        steps = self.geod.inv(coords[:-1, 0], coords[:-1, 1], coords[1:, 0], coords[1:, 1])[2]
        steps[start[1:-1] - 1] = 0.0
        drawn = np.add.reduceat(np.append(steps, 0.0), start[:-1])
        slow = sum(mode_bit(mode) for mode in MODES if mode != "car")
        masks = np.array(
            [
                edge.car * mode_bit("car") | (0 if edge.highway in _NO_SLOW_TRAFFIC else slow)
                for edge in self.edges
            ],
            dtype=np.uint8,
        )
        unknown = np.full(count, np.nan, dtype=np.float32)
        return Streets(
            vertex_id=-np.arange(1, len(lon) + 1, dtype=np.int64),
            lon=lon,
            lat=lat,
            vertex_country=np.array(self.country, dtype=np.uint8),
            tail=tail,
            head=head,
            # whole metres: a schematic length is not known better, and takes less room
            length_m=np.rint(drawn * np.array([edge.detour for edge in self.edges])),
            way_id=-np.arange(1, count + 1, dtype=np.int64),
            highway=np.array([HIGHWAYS.index(e.highway) for e in self.edges], dtype=np.uint8),
            country=np.array([edge.country for edge in self.edges], dtype=np.uint8),
            built_up=np.array([edge.built_up for edge in self.edges], dtype=bool),
            access_forward=masks,
            access_backward=masks.copy(),
            maxspeed_forward_kmh=unknown,
            maxspeed_backward_kmh=unknown.copy(),
            fixed_duration_s=unknown.copy(),
            surface=np.zeros(count, dtype=np.uint8),
            coords_start=start,
            coords=coords,
        )


def _corners(line: Floats) -> tuple[tuple[float, float], ...]:
    """Return what a line passes between its ends."""
    return tuple((float(lon), float(lat)) for lon, lat in line[1:-1])
