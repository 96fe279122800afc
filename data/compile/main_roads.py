"""The real main roads of the region, from the waypoints of Travel Mapping."""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import csv
import dataclasses
import json
import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from grensgeo.fetch.catalogue import checksum
from grensgeo.geodata.road_tables import RoadTables, read_roads
from grensgeo.provenance import Source, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

WAYPOINTS = "roads/travelmapping_region_roads.geojson"
SOURCE = Source(
    "main-roads-travelmapping",
    "Main roads: junctions, exits, border points and lines between them",
    "ODbL-1.0",
    "© OpenStreetMap contributors, waypoints via Travel Mapping",
    "2026-11-28",
    "https://github.com/TravelMapping/HighwayData",
)
#: Class of a road by the list that it stands in: Autobahnen and autosnelwegen, Bundesstraßen and
#: rijkswegen, provincial roads and Landesstraßen, rings and expressways of towns.
CLASSES = {
    "deua": "motorway",
    "nlda": "motorway",
    "deub": "primary",
    "nldr": "primary",
    "deusf": "primary",
    "nldsf": "primary",
    "nldp": "secondary",
    "nlds": "secondary",
    "nldrw": "secondary",
    "deunwl": "secondary",
    "deunil": "secondary",
}
_RANKS = ("motorway", "trunk", "primary", "secondary")
_COUNTRIES = {"NLD": "NL", "DEU-NW": "DE", "DEU-NI": "DE"}
_BORDER = {"NLD/DEU", "DEU/NLD"}
#: A motorway's waypoint that another motorway names, or that stands where the list changes state:
#: nothing else meets it there.
_OTHER_MOTORWAY = re.compile(r"A\d+(?:_[NESW])?$|N[IW]/N[IW]$")
_DIGITS = 6
#: Files that the main roads are kept in.
FILES = ("points.csv", "roads.csv", "manifest.json")
#: A crossing written down by hand, drawn straight between two towns, is the one of a main road
#: that meets the border within this distance of it.
SAME_CROSSING_M = 2000.0

#: Two editions of the list put one waypoint this far apart at most.
SAME_WAYPOINT_M = 30.0
_METRES_NORTH = 111_200.0
_METRES_EAST = 68_400.0  # at 52 degrees north

Place = tuple[float, float]


@dataclass(frozen=True)
class _Run:
    """A run of one route: its waypoints in their order."""

    route: str
    root: str
    highway: str
    country: str
    labels: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass
class _Section:
    """A section between two waypoints, and every route that runs on it."""

    ends: tuple[Place, Place]
    via: tuple[Place, ...]
    highway: str
    routes: list[str]


def read_main_roads(path: Path, expressways: Path, beyond: Path | None = None) -> RoadTables:
    """Read the main roads.

    Parameters
    ----------
    path
        Runs of routes with the labels of their waypoints (GeoJSON); a label that begins with a
        plus sign is a corner of the line alone.
    expressways
        CSV ``root, from, to, source``: stretches of other roads that are kept for motor vehicles.
    beyond
        CSV ``run, root, system, region, route, label, lon, lat``: runs of motorways where those of
        ``path`` end.

    Returns
    -------
    RoadTables
        A point for each waypoint at which a road can be left, a drawn section between each two.
    """
    express = pd.read_csv(expressways)
    runs = [_run(feature) for feature in json.loads(path.read_text("utf-8"))["features"]]
    runs += [] if beyond is None else _runs_beyond(beyond, runs)
    sections: dict[tuple[Place, ...], _Section] = {}
    for run in runs:
        for piece, highway in _pieces(run, express):
            line = min(piece, piece[::-1])
            known = sections.setdefault(
                line, _Section((line[0], line[-1]), line[1:-1], highway, [])
            )
            known.highway = min(known.highway, highway, key=_RANKS.index)
            known.routes.append(run.route)
    used = {place for section in sections.values() for place in section.ends}
    points = _points(runs, used)
    names = dict(zip(points.pop("place"), points["name"], strict=True))
    roads = pd.DataFrame(
        [
            (
                names[section.ends[0]],
                names[section.ends[1]],
                "/".join(dict.fromkeys(section.routes)),
                section.highway,
                False,
                1.0,
                ", ".join(f"{lon:.5f} {lat:.5f}" for lon, lat in section.via),
            )
            for section in sections.values()
        ],
        columns=["from", "to", "road", "class", "built_up", "detour_factor", "via"],
    )
    return RoadTables(points=points, roads=roads)


def within(tables: RoadTables, area: BaseGeometry, beyond_deg: float) -> RoadTables:
    """Keep motorways, and of other roads the sections that touch an area or what lies around it.

    What leads to no point of the area is left out: a piece of a motorway far away, or of a road at
    the edge, that nothing joins to the rest.
    """
    place = tables.points.set_index("name")[["lon", "lat"]]
    inside = shapely.contains_xy(area, place["lon"], place["lat"])
    around = shapely.contains_xy(area.buffer(beyond_deg), place["lon"], place["lat"])
    near = dict(zip(place.index, around, strict=True))
    keep = [
        highway == "motorway" or near[start] or near[end]
        for start, end, highway in zip(
            tables.roads["from"], tables.roads["to"], tables.roads["class"], strict=True
        )
    ]
    roads = tables.roads[keep]
    number = {name: index for index, name in enumerate(place.index)}
    ends = roads["from"].map(number), roads["to"].map(number)
    graph = coo_array((np.ones(len(roads)), ends), (len(number), len(number)))
    label = connected_components(graph, directed=False)[1]
    joined = np.isin(label, np.unique(label[inside]))[ends[0]]
    roads = roads[joined].reset_index(drop=True)
    used = tables.points["name"].isin({*roads["from"], *roads["to"]})
    return RoadTables(points=tables.points[used].reset_index(drop=True), roads=roads)


def with_towns(main: RoadTables, hand: RoadTables) -> RoadTables:
    """Combine main roads with the towns and crossings that were written down by hand.

    A crossing gives way to a main road that meets the border beside it.

    Parameters
    ----------
    main
        The main roads; those of :func:`no_roads` where there are to be none.
    hand
        Points of towns, and straight roads across the border.
    """
    place = hand.points.set_index("name")
    border = main.points[main.points["kind"] == "border"]
    lines = gpd.GeoSeries(
        [
            shapely.LineString(place.loc[[start, end], ["lon", "lat"]].to_numpy())
            for start, end in zip(hand.roads["from"], hand.roads["to"], strict=True)
        ],
        crs=4326,
    )
    metric = lines.estimate_utm_crs()
    spots = gpd.GeoSeries(gpd.points_from_xy(border["lon"], border["lat"]), crs=4326)
    met = spots.to_crs(metric).union_all()
    own = ~(lines.to_crs(metric).distance(met) <= SAME_CROSSING_M).to_numpy()
    roads = hand.roads[own]
    towns = (hand.points["kind"] == "town") | hand.points["name"].isin(
        {*roads["from"], *roads["to"]}
    )
    return RoadTables(
        points=pd.concat([main.points, hand.points[towns]], ignore_index=True),
        roads=pd.concat([main.roads, roads.assign(via=None)], ignore_index=True),
    )


def no_roads() -> RoadTables:
    """Return tables without main roads, for a network that goes without them."""
    return RoadTables(
        points=pd.DataFrame(columns=["name", "country", "lon", "lat", "kind", "source"]),
        roads=pd.DataFrame(
            columns=["from", "to", "road", "class", "built_up", "detour_factor", "via"]
        ),
    )


def source_of(shared: Path) -> Source:
    """Return the source of the main roads, with the checksum of its file."""
    return dataclasses.replace(SOURCE, sha256=checksum(shared / WAYPOINTS))


def keep(tables: RoadTables, folder: Path, source: Source) -> RoadTables:
    """Write main roads to files of their own, and return what is read of them.

    Their collectors state no licence: whoever wants none of it leaves this folder out and builds
    the networks anew, with ``ROADS=none``.

    Parameters
    ----------
    tables
        The main roads.
    folder
        Where to write ``points.csv``, ``roads.csv`` and ``manifest.json``.
    source
        Where they are from, and under which licence.
    """
    folder.mkdir(parents=True, exist_ok=True)
    built_up = tables.roads.assign(built_up="no")  # told by the people along a drawn line
    for name, frame in (("points.csv", tables.points), ("roads.csv", built_up)):
        frame.to_csv(folder / name, index=False, lineterminator="\n")
    manifest = {
        "kind": "main_roads",
        "files": {name: checksum(folder / name) for name in FILES[:2]},
        "sources": [source.to_dict()],
    }
    write_json(manifest, folder / FILES[2])
    return read_roads(folder / FILES[1], folder / FILES[0])


def remove(folder: Path) -> None:
    """Remove the files of the main roads, where there are some."""
    for name in FILES:
        (folder / name).unlink(missing_ok=True)
    if folder.is_dir():
        folder.rmdir()


def _run(feature: dict[str, object]) -> _Run:
    """Read one run."""
    facts, geometry = feature["properties"], feature["geometry"]
    assert isinstance(facts, dict)
    assert isinstance(geometry, dict)
    return _Run(
        route=facts["route"],
        root=facts["root"],
        highway=CLASSES[facts["system"]],
        country=_COUNTRIES[facts["region"]],
        labels=tuple(facts["labels"]),
        places=tuple(
            (round(lon, _DIGITS), round(lat, _DIGITS)) for lon, lat in geometry["coordinates"]
        ),
    )


def _runs_beyond(path: Path, known: list[_Run]) -> list[_Run]:
    """Read runs of motorways, on the known waypoints where they begin or cross another one."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    here = [
        place
        for run in known
        for label, place in zip(run.labels, run.places, strict=True)
        if run.highway == "motorway" and not label.startswith("+")
    ]
    own: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        own.setdefault(row["run"], []).append(row)
    runs = []
    for items in own.values():
        places = []
        for row in items:
            place = (float(row["lon"]), float(row["lat"]))
            if not row["label"].startswith("+"):
                place = _same(place, here)
                here.append(place)
            places.append(place)
        first = items[0]
        runs.append(
            _Run(
                route=first["route"],
                root=first["root"],
                highway=CLASSES[first["system"]],
                country=_COUNTRIES[first["region"]],
                labels=tuple(row["label"] for row in items),
                places=tuple(places),
            )
        )
    return runs


def _same(place: Place, known: list[Place]) -> Place:
    """Return the known waypoint that a place is, or the place itself."""
    near = [
        (math.hypot((lon - place[0]) * _METRES_EAST, (lat - place[1]) * _METRES_NORTH), (lon, lat))
        for lon, lat in known
    ]
    apart, nearest = min(near)
    return nearest if apart <= SAME_WAYPOINT_M else place


def _pieces(run: _Run, express: pd.DataFrame) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Iterate over a run's lines from one waypoint to the next, and their class."""
    stops = [i for i, label in enumerate(run.labels) if not label.startswith("+")]
    quick = [
        sorted((run.labels.index(row["from"]), run.labels.index(row["to"])))
        for _, row in express[express["root"] == run.root].iterrows()
    ]
    for start, end in pairwise(stops):
        inside = any(first <= start and end <= last for first, last in quick)
        yield run.places[start : end + 1], "trunk" if inside else run.highway


def _points(runs: list[_Run], used: set[Place]) -> pd.DataFrame:
    """Name the waypoints, and tell what each is."""
    met: dict[Place, list[tuple[str, str, str]]] = {}
    country: dict[Place, str] = {}
    for run in runs:
        for label, place in zip(run.labels, run.places, strict=True):
            if place in used:
                met.setdefault(place, []).append((run.route, label, run.highway))
                country.setdefault(place, run.country)
    rows = []
    for place in sorted(used):
        route, label, _ = met[place][0]
        kind = "junction"
        if any(name in _BORDER for _, name, _ in met[place]):
            kind = "border"
        elif all(highway == "motorway" for *_, highway in met[place]) and (
            len({name for name, *_ in met[place]}) > 1
            or all(_OTHER_MOTORWAY.match(name) for _, name, _ in met[place])
        ):
            kind = "interchange"
        name = f"{route} {label} {place[1]:.4f} {place[0]:.4f}"
        rows.append((name, country[place], *place, kind, SOURCE.source_id, place))
    return pd.DataFrame(rows, columns=["name", "country", "lon", "lat", "kind", "source", "place"])
