"""Streets, rail and rivers out of OpenStreetMap extracts, as they stand there.

What is read here is still OpenStreetMap: ways with node ids and tags. What the tags mean for a
mode, and where ways meet, is worked out in ``meanings`` and ``connecting``.
"""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from grensgeo.errors import FileError, InputError, some
from grensgeo.osm.access import ACCESS_KEYS, DIRECTIONS
from grensgeo.osm.elements import (
    AREA,
    OUTLINE,
    RAIL,
    STREET,
    WATER,
    Multipolygon,
    OsmExtract,
    Restriction,
)
from grensgeo.osm.extract_files import Extract, find_faults, reporting
from grensgeo.osm.uniting import (
    GONE,
    WAY_COLUMNS,
    Reading,
    drop_outdated,
    rank_of,
    unite_nodes,
    unite_ways,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from osmium.osm import Node, Relation, Way

_CYCLEWAY = ("cycleway", "cycleway:left", "cycleway:right", "cycleway:both")
_LIMITED = ("maxspeed", "maxspeed:vehicle", "maxspeed:motor_vehicle", "maxspeed:motorcar")
#: Tags that are kept; the others say nothing about topology, access or speed.
_KEPT = frozenset(
    (
        *("highway", "railway", "route", "waterway", "public_transport", "man_made", "place"),
        *("area", "tunnel"),
        *ACCESS_KEYS,
        *(f"{key}:{way}" for key in ACCESS_KEYS for way in (*DIRECTIONS, "conditional")),
        *("oneway", *(f"oneway:{key}" for key in ACCESS_KEYS[1:])),
        *(f"{key}:oneway" for key in ACCESS_KEYS[1:]),
        *("junction", "motorroad", "bicycle_road", "cyclestreet", "service"),
        *("conveying", "smoothness", "impassable", "status", "ramp:bicycle"),
        *_CYCLEWAY,
        *(f"{key}:oneway" for key in _CYCLEWAY),
        *(key + end for key in _LIMITED for end in ("", ":forward", ":backward", ":conditional")),
        *("maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic"),
        *("sidewalk", "sidewalk:left", "sidewalk:right", "sidewalk:both", "lit"),
        *("surface", "tracktype", "duration", "interval", "barrier", "name"),
        *("bridge", "lanes", "lanes:forward", "lanes:backward", "usage"),
    )
)
#: Of ferries: a boat that takes lorries or buses takes cars.
_KEPT_OF_FERRIES = _KEPT | {"hgv", "goods", "psv", "bus", "coach", "tourist_bus", "motorhome"}
#: Of areas, these say nothing: one crosses them in any direction.
_OF_LINES = ("oneway", "junction", "conveying")
_UNFILTERED = (
    "no way with a highway tag; give an extract that was not filtered, for instance from Geofabrik"
)
_NODE_COLUMNS = 3
#: A ring has three corners, and its first node twice.
_LEAST_RING = 3
_WAY_KEYS = ("highway", "railway", "route", "waterway", "public_transport", "man_made")
_ELSEWHERE_KEYS = ("highway", "railway", "amenity", "entrance", "building", "public_transport")
_RAIL = ("rail", "light_rail")
_STATIONS = ("station", "halt")
_RIVERS = ("river", "canal")
#: A river in one of these passes under the land, so people walk over it.
_UNDERGROUND = ("yes", "culvert", "flooded", "building_passage")
#: What makes traffic wait at a node, by its key and value, and which way of the street it faces.
_CONTROLS = (("highway", "traffic_signals"), ("railway", "level_crossing"))
_FACING = ("traffic_signals:direction", "direction")
#: What says of a barrier that it lets somebody pass, or nobody.
_OF_BARRIERS = ("barrier", "bollard", "locked")


def read_osm(paths: str | Path | Sequence[str | Path], *, progress: bool = False) -> OsmExtract:
    """Read one or several OpenStreetMap extracts.

    Extracts may overlap: an element that stands in several of them counts once, in its newest
    version. A way that the edge of one extract cuts takes the missing nodes from the others.

    Kept are ways with ``highway``, platforms, piers, ``route=ferry``,
    ``railway=rail|light_rail`` and ``waterway=river|canal`` above ground, their nodes, barriers,
    traffic signals, level crossings, stations and turn restrictions. Squares (closed ways with
    ``area=yes`` or ``place=square``, and multipolygons) are kept as areas, which people cross
    freely. What is marked as deleted (``visible=false``, JOSM's ``action=delete``) is left out.

    Parameters
    ----------
    paths
        ``.osm.pbf``, ``.osm`` or ``.osm.xml``, ``.o5m`` or ``.opl`` files, in capitals or not,
        also packed by gzip or bzip2. Nodes may stand after the ways.
    progress
        Show a progress bar on standard error.

    Returns
    -------
    OsmExtract
        Ways, nodes, barriers, stations and turn restrictions; coordinates in units of 1e-7
        degree.

    Raises
    ------
    FileError
        If a file is missing, truncated or not OpenStreetMap data.
    InputError
        If no file is given, or a file holds no ways for traffic at all.

    Warns
    -----
    GrensgeoWarning
        If extracts contradict each other and carry no version to tell which is newer.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    files = [Extract.of(path) for path in given]
    if not files:
        raise InputError(
            "none-given", "no OSM file is given; name at least one .osm.pbf or .osm file"
        )
    faults = find_faults(files)
    if faults:
        raise FileError.of(faults)
    reading = Reading(array("q"), array("q"), [], {}, {}, {}, {}, set())
    sources = []
    opened = []
    for named in _bar(files, "OSM files", progress=progress):
        before = len(reading.way_rows)
        with reporting(named):
            file, source = named.opened()
            opened.append(file)
            sources.append(source)
            _read_relations(file, reading)
            _read_ways(file, reading)
            _read_tagged_nodes(file, reading)
        if len(reading.way_rows) == before:
            raise InputError("no-streets", f"{named}: holds no streets, {_UNFILTERED}")
    kinds = set(reading.way_rows[3::WAY_COLUMNS])
    if not kinds & {STREET, AREA, OUTLINE}:
        raise InputError("no-streets", f"{some(files)}: hold no streets, {_UNFILTERED}")
    ways = unite_ways(reading)
    nodes = unite_nodes(reading, opened)
    dates = {source.reference_date for source in sources}
    if len(files) > 1 and (len(dates) > 1 or "" in dates):
        drop_outdated(reading, opened)
    tagged = {node: tags for node, (_, tags) in reading.node_tags.items() if tags}
    used = sorted(set(nodes[:, 0].tolist()) & set(tagged))
    relations = [reading.relations[key][2] for key in sorted(reading.relations)]
    return OsmExtract(
        ways=ways,
        tag_sets=tuple(dict(tags) for tags in reading.tag_sets),
        node_id=nodes[:, 0].copy(),
        node_x=nodes[:, 1].astype(np.int32),
        node_y=nodes[:, 2].astype(np.int32),
        node_tags={node: tagged[node] for node in used},
        stations=tuple((key, *reading.stations[key][1:]) for key in sorted(reading.stations)),
        sources=tuple(sorted(set(sources))),
        restrictions=tuple(found for found in relations if isinstance(found, Restriction)),
        multipolygons=tuple(found for found in relations if isinstance(found, Multipolygon)),
        deleted=tuple(sorted(reading.deleted)),
    )


def _bar(files: list[Extract], text: str, *, progress: bool) -> Iterable[Extract]:
    if not progress:
        return files
    from tqdm import tqdm

    return tqdm(files, desc=text, unit="file")


def _kind(tags: Mapping[str, str], *, closed: bool) -> int | None:
    """Return which kind of way this is; None for one that is not kept."""
    is_pier = tags.get("man_made") == "pier"
    if is_pier or _is_walked(tags) or tags.get("route") == "ferry":
        # the wiki takes a closed pier for an area, and a closed street for a ring
        filled = tags.get("area") == "yes" or tags.get("place") == "square"
        filled |= is_pier and "highway" not in tags and tags.get("area") != "no"
        return AREA if closed and filled else STREET
    if tags.get("railway") in _RAIL:
        return RAIL
    if tags.get("waterway") in _RIVERS and tags.get("tunnel") not in _UNDERGROUND:
        return WATER
    return None


def _is_walked(tags: Mapping[str, str]) -> bool:
    return "highway" in tags or "platform" in (tags.get("railway"), tags.get("public_transport"))


def _read_ways(file: Extract, reading: Reading) -> None:
    """Read the ways that are kept, with the places of their nodes, wherever those stand."""
    import osmium

    def ways() -> osmium.FileProcessor:
        both = osmium.FileProcessor(file.file, osmium.osm.NODE | osmium.osm.WAY)
        return both.with_locations("flex_mem").with_filter(
            osmium.filter.EntityFilter(osmium.osm.WAY)
        )

    node_rows, lost = array("q"), set[int]()
    seen = set[int]()
    for way in cast("Iterable[Way]", ways().with_filter(osmium.filter.KeyFilter(*_WAY_KEYS))):
        tags = _kept(way)
        kind = _kind(tags, closed=way.is_closed() and len(way.nodes) > _LEAST_RING)
        if kind is not None:
            seen.add(way.id)
            _take(way, kind, tags, reading=reading, gone=file.is_gone(way))
            _take_places(way, node_rows, lost)
    outlines = _outlines(reading) - seen
    if outlines:
        rest = ways()
        if min(outlines) > 0:
            rest = rest.with_filter(osmium.filter.IdFilter(outlines))
        for way in cast("Iterable[Way]", rest):
            if way.id in outlines:
                _take(way, OUTLINE, {}, reading=reading, gone=file.is_gone(way))
                _take_places(way, node_rows, lost)
    node_rows.extend(_late_places(file, lost))
    nodes = np.frombuffer(node_rows, dtype=np.int64).reshape(-1, _NODE_COLUMNS)
    _, first = np.unique(nodes[:, 0], return_index=True)
    reading.nodes.append(nodes[first])


def _kept(element: Way | Relation) -> dict[str, str]:
    keys = _KEPT_OF_FERRIES if element.tags.get("route") == "ferry" else _KEPT
    return {tag.k: tag.v for tag in element.tags if tag.k in keys}


def _outlines(reading: Reading) -> set[int]:
    return {
        way
        for _, _, found in reading.relations.values()
        if isinstance(found, Multipolygon)
        for way in (*found.outer, *found.inner)
    }


def _tag_set(tags: Mapping[str, str], reading: Reading) -> int:
    key = tuple(sorted(tags.items()))
    return reading.tag_sets.setdefault(key, len(reading.tag_sets))


def _take(way: Way, kind: int, tags: Mapping[str, str], *, reading: Reading, gone: bool) -> None:
    """Add a way; one that is deleted stands for its newest version all the same."""
    version, timestamp = version_of(way)
    if gone:
        kind, version = GONE, version + 1
        reading.deleted.add(way.id)
    if kind == AREA:
        tags = _of_area(tags)
    refs = [node.ref for node in way.nodes]
    row = (way.id, version, timestamp, kind, _tag_set(tags, reading), len(refs))
    reading.way_rows.extend(row)
    reading.way_nodes.extend(refs)


def _of_area(tags: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in tags.items() if not key.startswith(_OF_LINES)}


def _take_places(way: Way, node_rows: array[int], lost: set[int]) -> None:
    for node in way.nodes:
        place = node.location
        if place.valid():
            node_rows.extend((node.ref, place.x, place.y))
        else:
            lost.add(node.ref)


def _late_places(file: Extract, lost: set[int]) -> Iterator[int]:
    """Return id, x and y of nodes whose places libosmium does not find for the ways.

    They stand after the ways (as Overpass writes them), or carry the negative ids of an editor,
    which its index does not hold.
    """
    import osmium

    negative = any(node < 0 for node in lost)
    if not lost or (file.is_sorted and not negative):
        return
    nodes = osmium.FileProcessor(file.file, osmium.osm.NODE)
    if not negative:
        nodes = nodes.with_filter(osmium.filter.IdFilter(lost))
    for node in cast("Iterable[Node]", nodes):
        if node.id in lost and node.location.valid():
            yield from (node.id, node.location.x, node.location.y)


def _read_tagged_nodes(file: Extract, reading: Reading) -> None:
    """Read barriers, nodes with access tags of their own or that make one wait, and stations."""
    import osmium

    nodes = osmium.FileProcessor(file.file, osmium.osm.NODE).with_filter(
        osmium.filter.KeyFilter("barrier", "railway", "highway", *ACCESS_KEYS)
    )
    for node in cast("Iterable[Node]", nodes):
        if file.is_gone(node):
            continue
        tags = {tag.k: tag.v for tag in node.tags}
        rank = rank_of(node)
        if reading.node_tags.get(node.id, (rank,))[0] <= rank:
            reading.node_tags[node.id] = (rank, _barrier_tags(tags) | _control_tags(tags))
        is_newest = reading.stations.get(node.id, (rank,))[0] <= rank
        if tags.get("railway") in _STATIONS and is_newest:
            kept = {key: value for key, value in tags.items() if key in _KEPT}
            place = node.location
            reading.stations[node.id] = (rank, place.x, place.y, kept)


def _barrier_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return the access tags of a node that stands in the way; of other nodes, nothing.

    Access tags on a crossing, an entrance or a car park say who may use those, not who may pass
    along the street.
    """
    if "barrier" not in tags and any(key in tags for key in _ELSEWHERE_KEYS):
        return {}
    return {key: tags[key] for key in (*_OF_BARRIERS, *ACCESS_KEYS) if key in tags}


def _control_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return what makes traffic wait at a node, and in which direction."""
    kept = {key: value for key, value in _CONTROLS if tags.get(key) == value}
    return kept | {key: tags[key] for key in _FACING if kept and key in tags}


def _read_relations(file: Extract, reading: Reading) -> None:
    """Read turn restrictions and multipolygons; of other relations remember the version only.

    In a newer extract a relation may no longer be a restriction.
    """
    import osmium

    relations = osmium.FileProcessor(file.file, osmium.osm.RELATION)
    for relation in cast("Iterable[Relation]", relations):
        version, timestamp = version_of(relation)
        found: Restriction | Multipolygon | None = None
        if file.is_gone(relation):
            version += 1
        elif relation.tags.get("type") == "restriction":
            found = Restriction(
                relation.id,
                tuple(sorted((tag.k, tag.v) for tag in relation.tags)),
                tuple((member.role, member.type, member.ref) for member in relation.members),
            )
        elif relation.tags.get("type") == "multipolygon":
            found = _multipolygon(relation, reading)
        row = (version, timestamp, found)
        before = reading.relations.get(relation.id, row)
        # Of one version, the copy that an extract's edge has not shortened is kept.
        reading.relations[relation.id] = max(before, row, key=_relation_rank)


def _multipolygon(relation: Relation, reading: Reading) -> Multipolygon | None:
    tags = _kept(relation)
    if not (_is_walked(tags) or tags.get("man_made") == "pier"):
        return None
    ways = [member for member in relation.members if member.type == "w"]
    inner = tuple(member.ref for member in ways if member.role == "inner")
    outer = tuple(member.ref for member in ways if member.role != "inner")
    return Multipolygon(relation.id, _tag_set(_of_area(tags), reading), outer, inner)


def _relation_rank(
    row: tuple[int, int, Restriction | Multipolygon | None],
) -> tuple[int, int, int, tuple[object, ...]]:
    """Rank copies of a relation, so that the order of the files does not matter."""
    version, timestamp, found = row
    if isinstance(found, Restriction):
        return version, timestamp, len(found.members), (found.members, found.tags)
    if isinstance(found, Multipolygon):
        parts = len(found.outer) + len(found.inner)
        return version, timestamp, parts, (found.outer, found.inner)
    return version, timestamp, -1, ()
