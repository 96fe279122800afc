"""A made-up region of the true size: real cities, set side by side and joined with roads.

No extract of the whole region may be needed for a benchmark, so its size is made up: a quarter is
Porto, Münster, Aachen and Enschede on four places of a grid over the sample's municipalities,
four quarters are the region. Each city keeps its shape in metres; ids are new. Neighbours on the
grid are joined by roads. The cities are denser than the region's countryside and the cuts between
them smaller than between real towns; times on it mean nothing, only what they cost.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Tags = dict[str, str]

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".region"
SAMPLE = HERE.parent / "data" / "sample"
#: One of each makes a quarter of the region: about 630,000 nodes of streets.
CITIES = (
    "benchmark/porto_2015-06_r5-test.osm.pbf",
    "osm/muenster_city_roads_2025-02_rebuilt.osm.pbf",
    "osm/aachen_nl-de-be_2021-08.osm.pbf",
    "osm/enschede_city_footres_2023-12_rebuilt.osm.pbf",
)
#: Quarters of the region: column and row of their first place on the grid of four by four.
QUARTERS = ((0, 0), (2, 0), (0, 2), (2, 2))
PLACES = 4
WAY_KEYS = ("highway", "railway", "route", "waterway", "public_transport")
#: Roads that may lead out of a city; Enschede's extract holds none above residential but primary.
THROUGH = ("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential")
#: Roads between two neighbours, and the distance between the nodes that are drawn along them.
ROADS = 12
STEP_M = 250.0
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, eq=False)
class City:
    """What one extract holds of streets: nodes by position, kilometres around the middle."""

    east_km: Floats
    north_km: Floats
    node_tags: dict[int, Tags]
    ways: list[tuple[Tags, npt.NDArray[np.int64]]]
    restrictions: list[tuple[Tags, list[tuple[str, str, int]]]]
    ends: npt.NDArray[np.int64]  # nodes at which a road may begin


@dataclass(frozen=True, eq=False)
class Tile:
    """A city in its place, with the first of its new ids."""

    city: City
    lon: Floats
    lat: Floats
    first_node: int
    first_way: int
    quarter: int


def region_file(shared: Path, quarters: int) -> Path:
    """Give the extract of one, two or four quarters; it is written if it is not there yet."""
    from osmium import SimpleWriter

    inputs = [shared / name for name in CITIES]
    key = hashlib.sha256(Path(__file__).read_bytes())
    for path in inputs:
        key.update(f"{path.name} {path.stat().st_size}".encode())
    file = CACHE / f"region-{quarters}-{key.hexdigest()[:12]}.osm.pbf"
    if file.exists():
        return file
    CACHE.mkdir(exist_ok=True)
    for old in CACHE.glob(f"region-{quarters}-*"):
        old.unlink()
    cities = [read_city(path) for path in inputs]
    tiles, roads = lay_out(cities, quarters)
    half = file.with_name(f"region-{quarters}-half.osm.pbf")
    with SimpleWriter(str(half), overwrite=True) as writer:
        write(writer, tiles, roads)
    half.rename(file)
    return file


def read_city(path: Path) -> City:
    """Read the streets, railways and rivers of an extract, their nodes and turn restrictions."""
    import osmium

    kept: dict[int, tuple[Tags, list[int]]] = {}
    for way in osmium.FileProcessor(str(path), osmium.osm.WAY):
        if any(key in way.tags for key in WAY_KEYS):
            kept[way.id] = dict(way.tags), [node.ref for node in way.nodes]
    wanted = np.unique(np.concatenate([refs for _, refs in kept.values()]))
    lonlat = np.full((len(wanted), 2), np.nan)
    tags = {}
    place = {node: k for k, node in enumerate(wanted.tolist())}
    for node in osmium.FileProcessor(str(path), osmium.osm.NODE):
        k = place.get(node.id)
        if k is not None:
            lonlat[k] = node.lon, node.lat
            if len(node.tags):
                tags[k] = dict(node.tags)
    way_place = {way: k for k, way in enumerate(sorted(kept))}
    restrictions = []
    for relation in osmium.FileProcessor(str(path), osmium.osm.RELATION):
        known = {"n": place, "w": way_place}
        members = [
            (m.role, m.type, known[m.type][m.ref])
            for m in relation.members
            if m.ref in known.get(m.type, ())
        ]
        whole = len(members) == len(list(relation.members))
        if relation.tags.get("type") == "restriction" and whole:
            restrictions.append((dict(relation.tags), members))
    ways = [(kept[way][0], np.searchsorted(wanted, kept[way][1])) for way in way_place]
    out = [refs[[0, -1]] for tags_, refs in ways if tags_.get("highway") in THROUGH]
    ends = np.unique(np.concatenate(out))
    middle = np.nanmedian(lonlat, axis=0)
    east = (lonlat[:, 0] - middle[0]) * KM_PER_DEGREE * np.cos(np.radians(middle[1]))
    north = (lonlat[:, 1] - middle[1]) * KM_PER_DEGREE
    return City(east, north, tags, ways, restrictions, ends[~np.isnan(east[ends])])


def municipalities() -> gpd.GeoDataFrame:
    """Read the real municipalities, which give every edge its country."""
    import geopandas as gpd

    return gpd.read_parquet(SAMPLE / "municipalities.parquet")


def lay_out(cities: list[City], quarters: int) -> tuple[list[Tile], list[tuple[Floats, Any]]]:
    """Put the cities on the grid, each at the main place of a municipality, and join them."""
    real = municipalities()
    west, south, east, north = real.total_bounds
    at: dict[tuple[int, int], Tile] = {}
    node = way = 1
    for quarter, (column, row) in enumerate(QUARTERS[:quarters], 1):
        for k, city in enumerate(cities):
            spot = column + k % 2, row + k // 2
            lon = west + (east - west) * (spot[0] + 0.5) / PLACES
            lat = south + (north - south) * (spot[1] + 0.5) / PLACES
            shrink = np.cos(np.radians(lat))
            far = np.hypot((real["place_lon"] - lon) * shrink, real["place_lat"] - lat)
            main = real.loc[far.idxmin()]
            lon, lat = float(main["place_lon"]), float(main["place_lat"])
            at[spot] = Tile(
                city,
                lon + city.east_km / (KM_PER_DEGREE * shrink),
                lat + city.north_km / KM_PER_DEGREE,
                node,
                way,
                quarter,
            )
            node += len(city.east_km)
            way += len(city.ways)
    roads = []
    for (column, row), tile in sorted(at.items()):
        for step in ((1, 0), (0, 1)):
            other = at.get((column + step[0], row + step[1]))
            if other is not None:
                roads += list(join(tile, other))
    return list(at.values()), roads


def join(one: Tile, other: Tile) -> Iterator[tuple[Floats, tuple[int, int]]]:
    """Draw roads between two cities: the points along them, and the nodes at both ends.

    Seen along the line between the two, each city is cut into lanes with as many ends of streets
    in each; a road joins the outermost of a lane in one with that of the same lane in the other.
    """
    middles = [np.array([np.nanmean(tile.lon), np.nanmean(tile.lat)]) for tile in (one, other)]
    toward = (middles[1] - middles[0]) / np.hypot(*(middles[1] - middles[0]))
    n_roads = min(ROADS, len(one.city.ends), len(other.city.ends))
    outermost = []
    for tile, sign in ((one, 1.0), (other, -1.0)):
        ends = tile.city.ends
        ahead = sign * (tile.lon[ends] * toward[0] + tile.lat[ends] * toward[1])
        aside = tile.lat[ends] * toward[0] - tile.lon[ends] * toward[1]
        lanes = np.array_split(np.argsort(aside, kind="stable"), n_roads)
        outermost.append([int(ends[lane[np.argmax(ahead[lane])]]) for lane in lanes])
    for a, b in zip(*outermost, strict=True):
        start, end = (np.array([t.lon[k], t.lat[k]]) for t, k in ((one, a), (other, b)))
        metres = float(np.hypot(*(end - start))) * KM_PER_DEGREE * 1000
        share = np.linspace(0.0, 1.0, int(metres / STEP_M) + 2)[1:-1, None]
        yield start * (1 - share) + end * share, (one.first_node + a, other.first_node + b)


def write(writer: Any, tiles: list[Tile], roads: list[tuple[Floats, Any]]) -> None:  # noqa: ANN401
    """Write nodes, ways and relations in rising order of ids."""
    from osmium.osm import mutable

    for tile in tiles:
        tags = tile.city.node_tags
        for k, lonlat in enumerate(zip(tile.lon.tolist(), tile.lat.tolist(), strict=True)):
            if not np.isnan(lonlat[0]):  # NaN: the extract lacks the node
                node = mutable.Node(id=tile.first_node + k, location=lonlat, tags=tags.get(k, {}))
                writer.add_node(node)
    next_node = tiles[-1].first_node + len(tiles[-1].lon)
    drawn = []
    for points, (start, end) in roads:
        ids = range(next_node, next_node + len(points))
        for node_id, lonlat in zip(ids, points.tolist(), strict=True):
            writer.add_node(mutable.Node(id=node_id, location=tuple(lonlat), tags={}))
        drawn.append([start, *ids, end])
        next_node += len(points)
    for tile in tiles:
        for k, (tags, refs) in enumerate(tile.city.ways):
            nodes = (refs + tile.first_node).tolist()
            # Streets of other towns have other names, so sets of tags are as many as in earnest
            own = {"name": f"{tags['name']} {tile.quarter}"} if "name" in tags else {}
            writer.add_way(mutable.Way(id=tile.first_way + k, nodes=nodes, tags=tags | own))
    next_way = tiles[-1].first_way + len(tiles[-1].city.ways)
    for k, nodes in enumerate(drawn):
        tags = {"highway": "secondary", "maxspeed": "80"}
        writer.add_way(mutable.Way(id=next_way + k, nodes=nodes, tags=tags))
    number = 0
    for tile in tiles:
        first = {"n": tile.first_node, "w": tile.first_way}
        for tags, members in tile.city.restrictions:
            number += 1
            moved = [(kind, first[kind] + place, role) for role, kind, place in members]
            writer.add_relation(mutable.Relation(id=number, members=moved, tags=tags))
