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
from grensgeo.extras import progress_bar
from grensgeo.geodata.cut_outline import lies_inside
from grensgeo.osm.access import ACCESS_KEYS
from grensgeo.osm.clipping import clip
from grensgeo.osm.elements import (
    AREA,
    OUTLINE,
    STREET,
    Multipolygon,
    OsmExtract,
    Restriction,
)
from grensgeo.osm.extract_files import Extract, find_faults, reporting
from grensgeo.osm.kept_tags import KEPT, WAY_KEYS, area_tags, is_walked, kept_tags, way_kind
from grensgeo.osm.node_places import node_places
from grensgeo.osm.uniting import (
    GONE,
    WAY_COLUMNS,
    Reading,
    WayBatch,
    drop_outdated,
    is_among,
    rank_of,
    unite_nodes,
    unite_ways,
    version_of,
)
from grensgeo.polylines import UNITS_PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from osmium.osm import Node, Relation, Way
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Longs

_UNFILTERED = (
    "no way with a highway tag; give an extract that was not filtered, for instance from Geofabrik"
)
_NODE_COLUMNS = 3
#: A ring has three corners, and its first node twice.
_LEAST_RING = 3
_ELSEWHERE_KEYS = ("highway", "railway", "amenity", "entrance", "building", "public_transport")
_STATIONS = ("station", "halt")
#: What makes traffic wait at a node, by its key and value, and which way of the street it faces.
_CONTROLS = (("highway", "traffic_signals"), ("railway", "level_crossing"))
_FACING = ("traffic_signals:direction", "direction")
#: What says of a barrier that it lets somebody pass, or nobody.
_OF_BARRIERS = ("barrier", "bollard", "locked")


def read_osm(
    paths: str | Path | Sequence[str | Path],
    *,
    outline: BaseGeometry | None = None,
    progress: bool = False,
) -> OsmExtract:
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
    outline
        Polygon or MultiPolygon in degrees that the extracts are cut to while they are read
        (:func:`grensgeo.geodata.cut_outline.cut_outline`): what lies outside is not held.
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
        If no file is given, a file holds no ways for traffic at all, or none lies within the
        outline.

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
    reading = Reading(array("q"), array("q"), [], {}, {}, {}, {}, set(), outline)
    sources = []
    opened = []
    for named in _each(files, "OSM files", progress=progress):
        before = len(reading.way_rows), reading.n_outside
        with reporting(named):
            file, source = named.opened()
            opened.append(file)
            sources.append(source)
            _read_relations(file, reading)
            _read_ways(file, reading)
            _read_tagged_nodes(file, reading)
        if (len(reading.way_rows), reading.n_outside) == before:
            raise InputError("no-streets", f"{named}: holds no streets, {_UNFILTERED}")
    kinds = set(reading.way_rows[3::WAY_COLUMNS])
    if not kinds & {STREET, AREA, OUTLINE}:
        if outline is None:
            raise InputError("no-streets", f"{some(files)}: hold no streets, {_UNFILTERED}")
        raise InputError(
            "elsewhere",
            f"{some(files)}: no street lies within the area; give the extract of this area, or "
            "another area",
        )
    ways = unite_ways(reading)
    nodes = unite_nodes(reading, opened)
    dates = {source.reference_date for source in sources}
    if len(files) > 1 and (len(dates) > 1 or "" in dates):
        drop_outdated(reading, opened)
    tagged = {node: tags for node, (_, tags) in reading.node_tags.items() if tags}
    used = sorted(set(nodes[:, 0].tolist()) & set(tagged))
    relations = [reading.relations[key][2] for key in sorted(reading.relations)]
    extract = OsmExtract(
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
    return extract if outline is None else clip(extract, outline, n_outside=reading.n_outside)


def _each(files: list[Extract], text: str, *, progress: bool) -> Iterable[Extract]:
    with progress_bar(len(files), text, unit="file", shown=progress) as bar:
        for file in files:
            yield file
            bar.update()


def _read_ways(file: Extract, reading: Reading) -> None:
    """Read the ways that are kept, with the places of their nodes, wherever those stand."""
    import osmium

    first = len(reading.way_nodes)
    batch = WayBatch(reading, _nodes_within(file, reading))
    found = osmium.FileProcessor(file.file, osmium.osm.WAY)
    ways = cast("Iterable[Way]", found.with_filter(osmium.filter.KeyFilter(*WAY_KEYS)))
    for way in ways:
        tags = kept_tags(way)
        kind = way_kind(tags, closed=way.is_closed() and len(way.nodes) > _LEAST_RING)
        if kind is not None:
            _take(way, kind, tags, batch=batch, gone=file.is_gone(way))
    batch.flush()
    _read_outlines(file, reading, batch)
    _read_places(file, reading, np.frombuffer(reading.way_nodes, dtype=np.int64)[first:])


def _nodes_within(file: Extract, reading: Reading) -> Longs | None:
    """Return the ids of the nodes within the outline, rising; None where there is no outline."""
    if reading.outline is None:
        return None
    found = [
        ids[lies_inside(reading.outline, x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE)]
        for ids, x, y in node_places(file)
    ]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


def _read_outlines(file: Extract, reading: Reading, batch: WayBatch) -> None:
    """Read the ways that draw squares and are nothing else."""
    import osmium

    squares = [one for _, _, one in reading.relations.values() if isinstance(one, Multipolygon)]
    outlines = {way for one in squares for way in (*one.outer, *one.inner)} - batch.taken
    if not outlines:
        return
    rest = osmium.FileProcessor(file.file, osmium.osm.WAY)
    if min(outlines) > 0:
        rest = rest.with_filter(osmium.filter.IdFilter(outlines))
    drawing = WayBatch(reading, None)
    touched = set(batch.taken)
    for way in cast("Iterable[Way]", rest):
        if way.id in outlines:
            _take(way, OUTLINE, {}, batch=drawing, gone=file.is_gone(way))
    if batch.within is not None:
        touched |= drawing.touching(batch.within)
        near = [one for one in squares if not touched.isdisjoint((*one.outer, *one.inner))]
        drawing.keep({way for one in near for way in (*one.outer, *one.inner)})
    drawing.flush()


def _read_places(file: Extract, reading: Reading, refs: Longs) -> None:
    """Read where the nodes of the ways lie."""
    wanted = np.unique(refs)
    found = [
        np.stack([ids[hit], x[hit].astype(np.int64), y[hit].astype(np.int64)], axis=1)
        for ids, x, y in node_places(file)
        if (hit := np.flatnonzero(is_among(ids, wanted))).size
    ]
    rows = np.concatenate(found) if found else np.zeros((0, _NODE_COLUMNS), dtype=np.int64)
    _, first = np.unique(rows[:, 0], return_index=True)
    reading.nodes.append(rows[first])


def _tag_set(tags: Mapping[str, str], holder: Reading | WayBatch) -> int:
    key = tuple(sorted(tags.items()))
    return holder.tag_sets.setdefault(key, len(holder.tag_sets))


def _take(way: Way, kind: int, tags: Mapping[str, str], *, batch: WayBatch, gone: bool) -> None:
    """Add a way; one that is deleted stands for its newest version all the same."""
    version, timestamp = version_of(way)
    if gone:
        kind, version = GONE, version + 1
        batch.reading.deleted.add(way.id)
    if kind == AREA:
        tags = area_tags(tags)
    refs = [node.ref for node in way.nodes]
    number = _tag_set(tags, batch)
    batch.add((way.id, version, timestamp, kind, number, len(refs)), refs)


def _read_tagged_nodes(file: Extract, reading: Reading) -> None:
    """Read barriers, nodes with access tags of their own or that make one wait, and stations."""
    import osmium

    nodes = osmium.FileProcessor(file.file, osmium.osm.NODE).with_filter(
        osmium.filter.KeyFilter("barrier", "railway", "highway", *ACCESS_KEYS)
    )
    west, south, east, north = _bounds(reading)
    taken = np.unique(reading.nodes[-1][:, 0])
    for node in cast("Iterable[Node]", nodes):
        if file.is_gone(node):
            continue
        place = node.location
        near = west <= place.x <= east and south <= place.y <= north
        if not near and not is_among(np.array([node.id]), taken)[0]:
            continue
        tags = {tag.k: tag.v for tag in node.tags}
        rank = rank_of(node)
        if reading.node_tags.get(node.id, (rank,))[0] <= rank:
            reading.node_tags[node.id] = (rank, _barrier_tags(tags) | _control_tags(tags))
        is_newest = reading.stations.get(node.id, (rank,))[0] <= rank
        if tags.get("railway") in _STATIONS and is_newest:
            kept = {key: value for key, value in tags.items() if key in KEPT}
            reading.stations[node.id] = (rank, place.x, place.y, kept)


def _bounds(reading: Reading) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what is kept, in units of 1e-7 degree."""
    if reading.outline is None:
        return -np.inf, -np.inf, np.inf, np.inf
    west, south, east, north = np.array(reading.outline.bounds) * UNITS_PER_DEGREE
    return float(west), float(south), float(east), float(north)


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
    tags = kept_tags(relation)
    if not (is_walked(tags) or tags.get("man_made") == "pier"):
        return None
    ways = [member for member in relation.members if member.type == "w"]
    inner = tuple(member.ref for member in ways if member.role == "inner")
    outer = tuple(member.ref for member in ways if member.role != "inner")
    return Multipolygon(relation.id, _tag_set(area_tags(tags), reading), outer, inner)


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
