"""The sample's base map: main roads, tracks, stations, rivers, built-up land, nature, places.

Canals, lesser rivers, woods and the built-up land of what lies outside Overijssel are missing: no
file of them could be had. They come by themselves for a region with an extract of OpenStreetMap.
"""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import dataclasses
import json
import tomllib
from itertools import pairwise
from typing import TYPE_CHECKING

import geopandas as gpd
import main_roads
import numpy as np
import pandas as pd
import shapely

from grensgeo.fetch.catalogue import checksum
from grensgeo.geodata.base_features import ROAD_RANKS, BaseMap
from grensgeo.provenance import Provenance, Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

TRACKS = "rail/travelmapping_rail_region.geojson"
STATIONS = "rail/trainline_stations_region.csv"
BUILT_UP = "places/top10nl_plaatsen_overijssel_2026-04.gpkg"
NATURE = "nature/natura2000_overijssel.geojson"
RIVERS = "basemap/ne_10m_rivers_europe_region.geojson"
PLACES = "places.csv"
#: Sources that nothing else of the sample rests on.
SOURCES = {
    NATURE: Source(
        "natura2000-nl",
        "Natura 2000 areas of Overijssel",
        "Public Domain Mark 1.0 (*)",
        "RVO via PDOK",
        url="https://www.pdok.nl/introductie/-/article/natura-2000",
    ),
    RIVERS: Source(
        "natural-earth-rivers",
        "Rivers of Europe, 1:10 million",
        "public domain",
        "Natural Earth",
        url="https://www.naturalearthdata.com",
    ),
}
#: Sources of the region's tables, and those of the written rail lines, that it shares.
FROM_REGION = ("top10nl-places-2026", "geonames-cities500")
FROM_RAIL = ("travel-mapping-rail", "trainline-stations")
#: Lists of trams and light railways, which are no railways.
_NO_RAILWAY = ("isb", "strb", "tram")
#: Lists of long-distance trains and regional expresses: the lines that they run on are main lines.
_MAIN = ("ic", "ice")
#: Corners of outlines that are nearer than this to the line without them are left out, degrees
#: (some 10 m: a pixel at the closest zoom).
_THIN_DEG = 1e-4
#: Grid of all corners, degrees.
_GRID_DEG = 1e-5
#: Inhabitants from which on a place is a city, a town.
_CITY, _TOWN = 50_000, 15_000
#: Two places of one name within this are one, degrees.
_SAME_DEG = 0.04
_COLUMNS = ["layer", "rank", "name", "population", "geometry"]

Row = tuple[str, int, str, int | None, "BaseGeometry"]


def compile_base_map(
    shared: Path,
    own: Path,
    area: BaseGeometry,
    known: Iterable[Source],
    *,
    roads: str = "main",
) -> BaseMap:
    """Compile the base map of an area.

    Parameters
    ----------
    shared
        Folder of raw inputs.
    own
        Folder ``data``.
    area
        Land of the region in degrees; what lies beyond is left out.
    known
        Sources of the region.
    roads
        ``none``: without main roads.
    """
    drawn = _roads(shared / main_roads.WAYPOINTS, own / "sources" / "expressways.csv")
    rows = [
        *(drawn if roads != "none" else []),
        *_tracks(shared / TRACKS),
        *_stations(shared / STATIONS),
        *_rivers(shared / RIVERS),
        *_nature(shared / NATURE),
        *_built_up(shared / BUILT_UP),
        *_places(shared / BUILT_UP, own / "compile" / PLACES),
    ]
    frame = gpd.GeoDataFrame(pd.DataFrame(rows, columns=_COLUMNS), geometry="geometry", crs=4326)
    frame["population"] = frame["population"].astype("Int64")
    frame["geometry"] = frame.geometry.simplify(_THIN_DEG)
    clipped = frame.clip(area).explode(ignore_index=True)
    clipped["geometry"] = clipped.geometry.set_precision(_GRID_DEG)
    clipped = clipped[~clipped.geometry.is_empty].explode(ignore_index=True)
    wanted = clipped["layer"].map(lambda name: name in {"nature", "built_up"})
    area_like = clipped.geometry.geom_type.str.endswith("Polygon")
    kept = clipped[area_like | ~wanted].sort_values(
        ["layer", "rank", "name"], kind="stable", ignore_index=True
    )
    files = {main_roads.WAYPOINTS: main_roads.SOURCE} if roads != "none" else {}
    files |= SOURCES
    sources = [
        dataclasses.replace(source, sha256=checksum(shared / name))
        for name, source in files.items()
    ]
    sources += [source for source in known if source.source_id in FROM_REGION]
    written = tomllib.loads((own / "sources" / "rail_minutes.toml").read_text("utf-8"))
    sources += [Source(**one) for one in written["sources"] if one["source_id"] in FROM_RAIL]
    return BaseMap(kept, Provenance(tuple(sorted(sources))))


def _roads(path: Path, expressways: Path) -> list[Row]:
    """Return roads by number and class, their sections joined."""
    beyond = expressways.with_name("motorways_beyond.csv")
    tables = main_roads.read_main_roads(path, expressways, beyond)
    place = dict(
        zip(
            tables.points["name"],
            zip(tables.points["lon"], tables.points["lat"], strict=True),
            strict=True,
        )
    )
    lines: dict[tuple[str, str], list[BaseGeometry]] = {}
    for row in tables.roads.to_dict("records"):
        via = [tuple(map(float, at.split())) for at in row["via"].split(",") if at.strip()]
        line = shapely.LineString([place[row["from"]], *via, place[row["to"]]])
        lines.setdefault((row["class"], row["road"]), []).append(line)
    return [
        ("road", ROAD_RANKS[highway], _numbers(name), None, _joined(parts))
        for (highway, name), parts in lines.items()
    ]


def _numbers(name: str) -> str:
    """Return the numbers of a road; the list calls a ring by a name of its own."""
    return "/".join(one for one in name.split("/") if any(map(str.isdigit, one)))


def _tracks(path: Path) -> list[Row]:
    """Return railways, each piece of track once."""
    rank: dict[tuple[tuple[float, float], ...], int] = {}
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        system = str(feature["properties"]["system"])[3:]
        if system.endswith(_NO_RAILWAY):
            continue
        route = str(feature["properties"]["route"])
        main = system.endswith(_MAIN) or route.startswith(("RE", "IC"))
        corners = [tuple(at) for at in feature["geometry"]["coordinates"]]
        for piece in pairwise(corners):
            key = tuple(sorted(piece))
            rank[key] = min(rank.get(key, 2), 1 if main else 2)
    return [
        (
            "rail",
            one,
            "",
            None,
            _joined([shapely.LineString(p) for p, r in rank.items() if r == one]),
        )
        for one in (1, 2)
    ]


def _stations(path: Path) -> list[Row]:
    """Return stations; one that stands twice is one, and a border point is none."""
    table = pd.read_csv(path, sep=";", dtype=str).dropna(subset=["latitude", "longitude"])
    rows: dict[str, Row] = {}
    for name, lon, lat in zip(table["name"], table["longitude"], table["latitude"], strict=True):
        if name.endswith((" Gr", "(Gr)")):
            continue
        rows[name] = ("station", 1, name, None, shapely.Point(float(lon), float(lat)))
    return [rows[name] for name in sorted(rows)]


def _rivers(path: Path) -> list[Row]:
    """Return rivers."""
    table = gpd.read_file(path)
    return [
        ("waterway", 1, name, None, shape)
        for name, shape in zip(table["name"], table.geometry, strict=True)
    ]


def _nature(path: Path) -> list[Row]:
    """Return protected areas."""
    table = gpd.read_file(path)
    return [
        ("nature", 1, name, None, shapely.make_valid(shape))
        for name, shape in zip(table["naam"], table.geometry, strict=True)
    ]


def _built_up(path: Path) -> list[Row]:
    """Return built-up outlines."""
    table = gpd.read_file(path)
    table = table[table["bebouwde_kom"] == "ja"]
    shape = shapely.union_all(shapely.make_valid(table.geometry.to_numpy()))
    return [("built_up", 1, "", None, shape)]


def _places(built_up: Path, towns: Path) -> list[Row]:
    """Return names of places: those of Overijssel's outlines, then those that are elsewhere."""
    table = gpd.read_file(built_up)
    table = table[table["type"].isin(["woonkern", "buurtschap"])]
    spots = table.geometry.representative_point()
    rows: list[Row] = []
    taken: dict[str, list[tuple[float, float]]] = {}
    own = pd.DataFrame(
        {
            "name": table["naam"],
            "population": table["inwoners_2025"],
            "lon": spots.x.round(5),
            "lat": spots.y.round(5),
            "hamlet": table["type"] == "buurtschap",
        }
    )
    listed = pd.read_csv(towns)[["name", "population", "lon", "lat"]].assign(hamlet=False)
    found = pd.concat([listed, own])[["name", "population", "lon", "lat", "hamlet"]]
    for name, people, lon, lat, hamlet in found.itertuples(index=False):
        near = taken.setdefault(name, [])
        if any(np.hypot(lon - x, lat - y) < _SAME_DEG for x, y in near):
            continue
        near.append((lon, lat))
        rank = 4 if hamlet else 1 if people >= _CITY else 2 if people >= _TOWN else 3
        rows.append(
            ("place", rank, name, int(people), shapely.Point(round(lon, 5), round(lat, 5)))
        )
    return rows


def _joined(lines: Iterable[BaseGeometry]) -> BaseGeometry:
    """Return lines as few long ones."""
    return shapely.line_merge(shapely.union_all(list(lines)))
