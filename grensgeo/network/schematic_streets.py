"""Build a schematic road network where no street data can be had.

Layers: published main roads as straight lines between towns and exits, a modelled road between
the main places of adjacent municipalities that no listed road joins, a lattice of local roads over
the inhabited cells, and ways on foot and by bicycle from each stop to the cells around it. The
layers of two countries meet only where a listed road crosses the border. Every result made from it
is called schematic.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import InputError, some
from grensgeo.modes import MODES, mode_bit
from grensgeo.network.contents import Streets
from grensgeo.network.model import Network
from grensgeo.notes import Note
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.planes import utm_epsg_of
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Floats, Longs
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
#: Steps in which that is looked at, a quarter of a cell.
STEP_M = 250.0
#: A main place is the listed town that lies within this distance, or a vertex of its own.
SAME_PLACE_M = 1000.0
#: A town or exit is tied to the cells within this distance, and at least to the nearest.
ATTACH_M = 1000.0
#: A stop is tied to the cells within this distance: half an hour on foot with its detour.
STOP_M = 2000.0
#: A station of a bus line, of which there are many, is tied to so many cells at most, within this
#: distance, and at least to the nearest; and to stops so near that one walks there to change.
STATION_M = 1000.0
STATION_CELLS = 4
CHANGE_M = 500.0
#: Municipalities whose outlines come this close are neighbours.
NEAR_M = 50.0
#: No road is invented between neighbours that listed roads join within this detour (assumption).
JOINED_DETOUR = 1.5

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


def build_schematic(
    tables: RoadTables,
    cells: gpd.GeoDataFrame,
    municipalities: gpd.GeoDataFrame,
    *,
    border: gpd.GeoSeries,
    stops: pd.DataFrame | None = None,
    stations: pd.DataFrame | None = None,
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
    modelled = draft.add_missing(tables, municipalities)
    draft.attach()
    if stops is not None:
        draft.add_stops(stops)
    if stations is not None:
        draft.add_stations(stations)
    notes = (Note("schematic"), Note("schematic-roads-modelled", n=int(modelled)))
    # in its canonical order, so that the same input gives the same bytes
    extent = municipalities.geometry.union_all().normalize()
    series = type(border)
    return Network(
        streets=draft.streets(),
        barriers=border,
        extent=series([extent], crs="EPSG:4326"),
        provenance=(provenance or Provenance()) | Provenance((), notes, schematic=True),
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
        people = cells.groupby("grid_id")["population"].transform("sum")
        self.urban = people.to_numpy() >= URBAN_PER_KM2
        self.cell_tree = cKDTree(self._plane()[: self.n_cells])
        self.edges: list[_RoadEdge] = []
        first = self.n_cells
        self.stops: list[int] = []
        self.position = {name: first + i for i, name in enumerate(points["name"])}
        self.towns = {first + i for i, kind in enumerate(points["kind"]) if kind == "town"}
        self.named = list(self.position.values())
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

    def _plane(self) -> Floats:
        """Return all vertices in metres."""
        return np.column_stack(self.project.transform(self.lon, self.lat))

    def add_lattice(self, cells: gpd.GeoDataFrame) -> None:
        """Join each cell to its eight neighbours of the same country, and what stays apart."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        pairs = _neighbours(cells["grid_id"].tolist(), self.country[: self.n_cells])
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
                here = np.concatenate([here, _bridges(members, label, self._plane()[members])])
            self.edges += [
                _RoadEdge(int(a), int(b), "local", code, TRIP_DETOUR / LATTICE_DETOUR)
                for a, b in here
            ]

    def add_roads(self, tables: RoadTables, border: BaseGeometry) -> None:
        """Add the listed roads, cut at the border and at the edge of towns."""
        astray: list[str] = []
        roads = tables.roads[tables.roads["class"] != "none"]
        for row in roads.itertuples(index=False):
            # the names "from" and "class" are Python's, so that columns are taken by position
            start, end, road, highway, built_up, detour = row
            tail, head = self.position[start], self.position[end]
            edge = _RoadEdge(
                tail, head, highway, self.country[tail], float(detour), bool(built_up)
            )
            if self.country[tail] == self.country[head]:
                self._add_road(edge)
                continue
            middle = self._crossing(tail, head, border)
            if middle is None:
                astray.append(f"{start} - {end} ({road})")
                continue
            self._add_road(
                _RoadEdge(tail, middle, highway, edge.country, edge.detour, edge.built_up)
            )
            self._add_road(
                _RoadEdge(middle, head, highway, self.country[head], edge.detour, edge.built_up)
            )
        if astray:
            raise InputError(
                "road-misses-border",
                f"roads between two countries that do not meet the border: {some(astray)}; "
                "mend the country or the position of their points",
            )

    def _crossing(self, tail: int, head: int, border: BaseGeometry) -> int | None:
        """Add the vertex at which a road meets the border, if it does."""
        import shapely

        line = shapely.LineString(
            [(self.lon[tail], self.lat[tail]), (self.lon[head], self.lat[head])]
        )
        hits = shapely.get_coordinates(line.intersection(border))
        if not len(hits):
            return None
        # where the border winds over the line: halfway between the first and the last meeting
        along = sorted(line.project(shapely.Point(*hit), normalized=True) for hit in hits)
        place = line.interpolate((along[0] + along[-1]) / 2.0, normalized=True)
        return self._add(place.x, place.y, self.country[tail])

    def _add_road(self, edge: _RoadEdge) -> None:
        """Add a main road, its ends in towns as built-up pieces of their own."""
        if edge.built_up or edge.highway in _NO_TOWN_ENDS:
            self.edges.append(edge)
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
        distance, nearest = self.cell_tree.query(ends[0] + shares[:, None] * (ends[1] - ends[0]))
        rural = np.flatnonzero((distance > SAME_PLACE_M) | ~self.urban[nearest])
        return float(shares[rural[0]]) if len(rural) else 1.0

    def add_missing(self, tables: RoadTables, municipalities: gpd.GeoDataFrame) -> int:
        """Add a road between neighbours that listed roads do not join; give how many."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import dijkstra

        main = [edge for edge in self.edges if edge.highway != "local"]
        lengths = [edge.detour * self._metres(edge.tail, edge.head) for edge in main]
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
        for one, other in _adjacent(municipalities):
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
                near.add(int(tree.query(plane[vertex])[1]))
                self.edges += [
                    _RoadEdge(vertex, int(members[i]), "local", code, TRIP_DETOUR / LATTICE_DETOUR)
                    for i in sorted(near)
                ]

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
        straight = self.geod.inv(lon[tail], lat[tail], lon[head], lat[head])[2]
        slow = sum(mode_bit(mode) for mode in MODES if mode != "car")
        masks = np.array(
            [
                edge.car * mode_bit("car") | (0 if edge.highway in _NO_SLOW_TRAFFIC else slow)
                for edge in self.edges
            ],
            dtype=np.uint8,
        )
        unknown = np.full(count, np.nan, dtype=np.float32)
        coords = np.empty((2 * count, 2))
        coords[0::2] = np.column_stack([lon[tail], lat[tail]])
        coords[1::2] = np.column_stack([lon[head], lat[head]])
        return Streets(
            vertex_id=-np.arange(1, len(lon) + 1, dtype=np.int64),
            lon=lon,
            lat=lat,
            vertex_country=np.array(self.country, dtype=np.uint8),
            tail=tail,
            head=head,
            # whole metres: a schematic length is not known better, and takes less room
            length_m=np.rint(straight * np.array([edge.detour for edge in self.edges])),
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
            coords_start=np.arange(0, 2 * count + 1, 2, dtype=np.int64),
            coords=coords,
        )


def _neighbours(grid_ids: list[str], country: list[int]) -> Longs:
    """Pair cells of one country that share a grid cell, a side or a corner."""
    where: dict[tuple[int, int, int], list[int]] = {}
    for index, (grid_id, code) in enumerate(zip(grid_ids, country, strict=True)):
        row, column = grid_id.partition("N")[2].split("E")
        where.setdefault((int(row), int(column), code), []).append(index)
    pairs = []
    for (north, east, code), parts in where.items():
        pairs += [(a, b) for i, a in enumerate(parts) for b in parts[i + 1 :]]
        for step in ((0, 1), (1, -1), (1, 0), (1, 1)):
            others = where.get((north + step[0], east + step[1], code), [])
            pairs += [(a, b) for a in parts for b in others]
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def _bridges(members: Longs, label: Longs, xy: Floats) -> Longs:
    """Join each component but the largest to the nearest cell of another."""
    from scipy.spatial import cKDTree

    sizes = np.bincount(label)
    bridges = []
    for component in np.unique(label):
        if component == sizes.argmax():
            continue
        inside, outside = np.flatnonzero(label == component), np.flatnonzero(label != component)
        distance, nearest = (np.asarray(a) for a in cKDTree(xy[outside]).query(xy[inside]))
        best = int(distance.argmin())
        bridges.append((members[inside[best]], members[outside[int(nearest[best])]]))
    return np.array(bridges, dtype=np.int64).reshape(-1, 2)


def _adjacent(municipalities: gpd.GeoDataFrame) -> list[tuple[int, int]]:
    """Pair municipalities of one country that touch."""
    geometry: Any = municipalities.geometry
    # outlines are generalised, so that neighbours may miss each other by some metres
    plane = geometry.to_crs(utm_epsg_of(geometry))
    one, other = plane.sindex.query(plane, predicate="dwithin", distance=NEAR_M)
    country = municipalities["country"].to_numpy()
    keep = (one < other) & (country[one] == country[other])
    return sorted(zip(one[keep].tolist(), other[keep].tolist(), strict=True))
