"""Streets, rail and rivers out of OpenStreetMap extracts, as they stand there.

What is read here is still OpenStreetMap: ways with node ids and tags. What the tags mean for a
mode, and where ways meet, is worked out in :mod:`grensgeo.network`.
"""

from __future__ import annotations

import hashlib
import warnings
from array import array
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np

from grensgeo.errors import FileError, GrensgeoWarning, InputError, some
from grensgeo.provenance import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt
    from osmium.osm import Node, Relation, Way

#: Version, timestamp and place: the highest of several copies of a node is taken.
_Rank: TypeAlias = tuple[int, int, int, int]

#: Kinds of way that are kept, by code.
STREET, RAIL, WATER = 0, 1, 2

_SUFFIXES = (".osm.pbf", ".pbf", ".osm", ".osm.bz2", ".osm.gz", ".o5m", ".opl")
_ACCESS = ("access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot")
_CYCLEWAY = ("cycleway", "cycleway:left", "cycleway:right", "cycleway:both")
#: Tags that are kept; the others say nothing about topology, access or speed.
_KEPT = frozenset(
    (
        *("highway", "railway", "route", "waterway", "public_transport", "area", "tunnel"),
        *_ACCESS,
        *(f"{key}:{way}" for key in _ACCESS for way in ("forward", "backward")),
        *("oneway", "oneway:bicycle", "oneway:foot", "oneway:motor_vehicle", "oneway:motorcar"),
        *("junction", "motorroad", "bicycle_road", "cyclestreet", "service"),
        *_CYCLEWAY,
        *(f"{key}:oneway" for key in _CYCLEWAY),
        *("maxspeed", "maxspeed:forward", "maxspeed:backward", "maxspeed:conditional"),
        *("maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic"),
        *("sidewalk", "sidewalk:left", "sidewalk:right", "sidewalk:both", "lit"),
        *("surface", "tracktype", "duration", "interval", "barrier", "name"),
        *("bridge", "lanes", "lanes:forward", "lanes:backward", "usage"),
    )
)
_UNFILTERED = (
    "no way with a highway tag; give an extract that was not filtered, for instance from Geofabrik"
)
_WAY_COLUMNS = 6
_NODE_COLUMNS = 3
_WAY_KEYS = ("highway", "railway", "route", "waterway", "public_transport")
_ELSEWHERE_KEYS = ("highway", "railway", "amenity", "entrance", "building", "public_transport")
_RAIL = ("rail", "light_rail")
_STATIONS = ("station", "halt")
_RIVERS = ("river", "canal")
#: A river in one of these passes under the land, so people walk over it.
_UNDERGROUND = ("yes", "culvert", "flooded", "building_passage")
#: What makes traffic wait at a node, by its key and value, and which way of the street it faces.
_CONTROLS = (("highway", "traffic_signals"), ("railway", "level_crossing"))
_FACING = ("traffic_signals:direction", "direction")


@dataclass(frozen=True, eq=False)
class Ways:
    """Ways in rising order of their ids.

    Attributes
    ----------
    id
        int64 (n,): OSM way id.
    kind
        uint8 (n,): :data:`STREET`, :data:`RAIL` or :data:`WATER`.
    tag_set
        int32 (n,): position in :attr:`OsmExtract.tag_sets`.
    start
        int64 (n + 1,): the nodes of way ``i`` are ``nodes[start[i]:start[i + 1]]``.
    nodes
        int64: OSM node ids.
    """

    id: npt.NDArray[np.int64]
    kind: npt.NDArray[np.uint8]
    tag_set: npt.NDArray[np.int32]
    start: npt.NDArray[np.int64]
    nodes: npt.NDArray[np.int64]

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


@dataclass(frozen=True, eq=False)
class OsmExtract:
    """What one or several extracts hold, each element once, before any topology.

    Attributes
    ----------
    ways
        Streets, railways and rivers.
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
    """

    ways: Ways
    tag_sets: tuple[Mapping[str, str], ...]
    node_id: npt.NDArray[np.int64]
    node_x: npt.NDArray[np.int32]
    node_y: npt.NDArray[np.int32]
    node_tags: Mapping[int, Mapping[str, str]]
    stations: tuple[tuple[int, int, int, Mapping[str, str]], ...]
    sources: tuple[Source, ...]
    restrictions: tuple[Restriction, ...] = ()

    def __post_init__(self) -> None:
        """Freeze the arrays."""
        for node_array in (self.node_id, self.node_x, self.node_y):
            node_array.setflags(write=False)


@dataclass(eq=False)
class _Reading:
    """Ways, nodes and stations as they come in, from all files."""

    way_rows: array[int]  # id, version, timestamp, kind, tag set, number of nodes
    way_nodes: array[int]
    nodes: list[npt.NDArray[np.int64]]  # a file each: id, x, y of the nodes of its ways
    tag_sets: dict[tuple[tuple[str, str], ...], int]
    node_tags: dict[int, tuple[_Rank, dict[str, str]]]
    stations: dict[int, tuple[_Rank, int, int, dict[str, str]]]
    relations: dict[int, tuple[int, int, Restriction | None]]  # version, timestamp


def read_osm(paths: str | Path | Sequence[str | Path], *, progress: bool = False) -> OsmExtract:
    """Read one or several OpenStreetMap extracts.

    Extracts may overlap: an element that stands in several of them counts once, in its newest
    version. A way that the edge of one extract cuts takes the missing nodes from the others.

    Kept are ways with ``highway``, platforms, ``route=ferry``, ``railway=rail|light_rail`` and
    ``waterway=river|canal`` above ground, their nodes, barriers, traffic signals, level
    crossings, stations and turn restrictions. Areas (``area=yes``) are left out: people cross
    them freely, which no line shows.

    Parameters
    ----------
    paths
        ``.osm.pbf``, ``.osm``, ``.osm.bz2``, ``.osm.gz``, ``.o5m`` or ``.opl`` files.
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
    files = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
    if not files:
        raise InputError("no OSM file is given; name at least one .osm.pbf or .osm file")
    faults = [fault for file in files if (fault := _fault(file))]
    if faults:
        raise FileError("; ".join(faults))
    reading = _Reading(array("q"), array("q"), [], {}, {}, {}, {})
    sources = []
    for file in _bar(files, "OSM files", progress=progress):
        before = len(reading.way_rows)
        with _reporting(file):
            sources.append(_read_header(file))
            _read_ways(file, reading)
            _read_tagged_nodes(file, reading)
            _read_restrictions(file, reading)
        if len(reading.way_rows) == before:
            raise InputError(f"{file}: holds no streets, {_UNFILTERED}")
    if STREET not in reading.way_rows[3::_WAY_COLUMNS]:
        raise InputError(f"{some(files)}: hold no streets, {_UNFILTERED}")
    ways = _unite_ways(reading)
    nodes = _unite_nodes(reading, files)
    dates = {source.reference_date for source in sources}
    if len(files) > 1 and (len(dates) > 1 or "" in dates):
        _drop_outdated(reading, files)
    tagged = {node: tags for node, (_, tags) in reading.node_tags.items() if tags}
    used = sorted(set(nodes[:, 0].tolist()) & set(tagged))
    return OsmExtract(
        ways=ways,
        tag_sets=tuple(dict(tags) for tags in reading.tag_sets),
        node_id=nodes[:, 0].copy(),
        node_x=nodes[:, 1].astype(np.int32),
        node_y=nodes[:, 2].astype(np.int32),
        node_tags={node: tagged[node] for node in used},
        stations=tuple((key, *reading.stations[key][1:]) for key in sorted(reading.stations)),
        sources=tuple(sorted(set(sources))),
        restrictions=tuple(
            found for _, (_, _, found) in sorted(reading.relations.items()) if found is not None
        ),
    )


def _bar(files: list[Path], text: str, *, progress: bool) -> Iterable[Path]:
    if not progress:
        return files
    from tqdm import tqdm

    return tqdm(files, desc=text, unit="file")


def _fault(file: Path) -> str:
    if not file.exists():
        return f"{file}: no such file; check the path, or fetch the extract first"
    if file.is_dir():
        return f"{file}: is a folder; name the .osm.pbf or .osm files in it"
    if not file.name.lower().endswith(_SUFFIXES):
        return f"{file}: not an OSM file by its name; expected {', '.join(_SUFFIXES)}"
    if file.stat().st_size == 0:
        return f"{file}: is empty; fetch it again"
    return ""


class _reporting:  # noqa: N801 -- used as a function in a with statement
    """Turn what libosmium raises into one line that names the file and the remedy."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        import osmium

        # libosmium's exceptions arrive as RuntimeError or a child of it, but for this one.
        known = (RuntimeError, osmium.InvalidLocationError)
        if kind is not None and issubclass(kind, known):
            raise FileError(
                f"{self.file}: truncated, damaged or not OSM data ({error}); fetch it again and "
                "compare its checksum with the publisher's"
            ) from None


def _read_header(file: Path) -> Source:
    import osmium

    with osmium.io.Reader(str(file), osmium.osm.NOTHING) as reader:
        header = reader.header()
    if header.has_multiple_object_versions:
        raise InputError(
            f"{file}: holds the history of its elements or changes to them; make a plain extract "
            "of it (osmium time-filter, or osmium apply-changes)"
        )
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return Source(
        source_id=f"osm-{digest.hexdigest()[:12]}",
        title=f"OpenStreetMap extract {file.name}",
        licence="ODbL-1.0",
        attribution="© OpenStreetMap contributors",
        reference_date=header.get("osmosis_replication_timestamp", "")[:10],
        url="https://www.openstreetmap.org/copyright",
        sha256=digest.hexdigest(),
    )


def _kind(tags: Mapping[str, str]) -> int | None:
    """Tell which kind of way this is; None for one that is not kept."""
    if tags.get("area") == "yes":
        return None
    if "highway" in tags or tags.get("route") == "ferry":
        return STREET
    if "platform" in (tags.get("railway"), tags.get("public_transport")):
        return STREET
    if tags.get("railway") in _RAIL:
        return RAIL
    if tags.get("waterway") in _RIVERS and tags.get("tunnel") not in _UNDERGROUND:
        return WATER
    return None


def _read_ways(file: Path, reading: _Reading) -> None:
    import osmium

    ways = (
        osmium.FileProcessor(str(file), osmium.osm.NODE | osmium.osm.WAY)
        .with_locations("flex_mem")
        .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
        .with_filter(osmium.filter.KeyFilter(*_WAY_KEYS))
    )
    rows, way_nodes, tag_sets = reading.way_rows, reading.way_nodes, reading.tag_sets
    node_rows = array("q")
    for way in cast("Iterable[Way]", ways):
        tags = {tag.k: tag.v for tag in way.tags if tag.k in _KEPT}
        kind = _kind(tags)
        if kind is None:
            continue
        refs = []
        for node in way.nodes:
            refs.append(node.ref)
            place = node.location
            if place.valid():
                node_rows.extend((node.ref, place.x, place.y))
        key = tuple(sorted(tags.items()))
        tag_set = tag_sets.setdefault(key, len(tag_sets))
        rows.extend((way.id, *_version(way), kind, tag_set, len(refs)))
        way_nodes.extend(refs)
    if way_nodes and min(way_nodes) < 0:
        node_rows.extend(_negative_nodes(file))
    nodes = np.frombuffer(node_rows, dtype=np.int64).reshape(-1, _NODE_COLUMNS)
    _, first = np.unique(nodes[:, 0], return_index=True)
    reading.nodes.append(nodes[first])


def _negative_nodes(file: Path) -> Iterator[int]:
    """Give id, x and y of nodes that an editor has drawn and not yet uploaded.

    libosmium's index of places holds no negative ids.
    """
    import osmium

    for node in cast("Iterable[Node]", osmium.FileProcessor(str(file), osmium.osm.NODE)):
        if node.id < 0:
            yield from (node.id, node.location.x, node.location.y)


def _version(element: Node | Way | Relation) -> tuple[int, int]:
    return element.version, int(element.timestamp.timestamp())


def _rank(node: Node) -> _Rank:
    return (*_version(node), node.location.y, node.location.x)


def _read_tagged_nodes(file: Path, reading: _Reading) -> None:
    """Read barriers, nodes with access tags of their own or that make one wait, and stations."""
    import osmium

    nodes = osmium.FileProcessor(str(file), osmium.osm.NODE).with_filter(
        osmium.filter.KeyFilter("barrier", "railway", "highway", *_ACCESS)
    )
    for node in cast("Iterable[Node]", nodes):
        tags = {tag.k: tag.v for tag in node.tags}
        rank = _rank(node)
        if reading.node_tags.get(node.id, (rank,))[0] <= rank:
            reading.node_tags[node.id] = (rank, _barrier_tags(tags) | _control_tags(tags))
        is_newest = reading.stations.get(node.id, (rank,))[0] <= rank
        if tags.get("railway") in _STATIONS and is_newest:
            kept = {key: value for key, value in tags.items() if key in _KEPT}
            place = node.location
            reading.stations[node.id] = (rank, place.x, place.y, kept)


def _barrier_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Give the access tags of a node that stands in the way; of other nodes, nothing.

    Access tags on a crossing, an entrance or a car park say who may use those, not who may pass
    along the street.
    """
    if "barrier" not in tags and any(key in tags for key in _ELSEWHERE_KEYS):
        return {}
    return {key: tags[key] for key in ("barrier", *_ACCESS) if key in tags}


def _control_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Give what makes traffic wait at a node, and in which direction."""
    kept = {key: value for key, value in _CONTROLS if tags.get(key) == value}
    return kept | {key: tags[key] for key in _FACING if kept and key in tags}


def _read_restrictions(file: Path, reading: _Reading) -> None:
    """Read turn restrictions; of other relations remember the version only.

    In a newer extract a relation may no longer be a restriction.
    """
    import osmium

    relations = osmium.FileProcessor(str(file), osmium.osm.RELATION)
    for relation in cast("Iterable[Relation]", relations):
        found = None
        if relation.tags.get("type") == "restriction":
            found = Restriction(
                relation.id,
                tuple(sorted((tag.k, tag.v) for tag in relation.tags)),
                tuple((member.role, member.type, member.ref) for member in relation.members),
            )
        row = (*_version(relation), found)
        before = reading.relations.get(relation.id, row)
        # Of one version, the copy that an extract's edge has not shortened is kept.
        reading.relations[relation.id] = max(before, row, key=_relation_rank)


def _relation_rank(
    row: tuple[int, int, Restriction | None],
) -> tuple[int, int, int, tuple[tuple[str, str, int], ...], tuple[tuple[str, str], ...]]:
    """Rank copies of a relation, so that the order of the files does not matter."""
    version, timestamp, found = row
    if found is None:
        return version, timestamp, -1, (), ()
    return version, timestamp, len(found.members), found.members, found.tags


def _unite_ways(reading: _Reading) -> Ways:
    """Keep each way once, in rising order of ids, whatever the order of the files."""
    rows = np.frombuffer(reading.way_rows, dtype=np.int64).reshape(-1, _WAY_COLUMNS)
    nodes = np.frombuffer(reading.way_nodes, dtype=np.int64)
    tag_sets = list(reading.tag_sets)
    start = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(rows[:, 5], out=start[1:])
    order = np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))
    ids = rows[order, 0]
    bounds = np.flatnonzero(np.diff(ids, prepend=ids[0] - 1, append=ids[-1] + 1))
    chosen = order[bounds[1:] - 1]
    doubtful = []

    def content(row: int) -> tuple[int, list[int], tuple[tuple[str, str], ...]]:
        refs = nodes[start[row] : start[row + 1]].tolist()
        return len(refs), refs, tag_sets[rows[row, 4]]

    for group in np.flatnonzero(np.diff(bounds) > 1):
        same = order[bounds[group] : bounds[group + 1]]
        newest = same[(rows[same, 1:3] == rows[same[-1], 1:3]).all(axis=1)]
        # Where the versions are one, the way that an extract's edge has shortened loses.
        contents = {int(row): content(int(row)) for row in newest}
        best = max(contents, key=contents.__getitem__)
        chosen[group] = best
        if any(other != contents[best] for other in contents.values()):
            doubtful.append(int(rows[best, 0]))
    if doubtful:
        warnings.warn(
            f"ways that differ between extracts without a version to tell the newer: "
            f"{some(doubtful)}; the longer one was taken; use extracts of one date",
            GrensgeoWarning,
            stacklevel=3,
        )
    count = rows[chosen, 5]
    united = np.zeros(len(chosen) + 1, dtype=np.int64)
    np.cumsum(count, out=united[1:])
    take = np.repeat(start[chosen] - united[:-1], count) + np.arange(united[-1])
    return Ways(
        id=rows[chosen, 0].copy(),
        kind=rows[chosen, 3].astype(np.uint8),
        tag_set=rows[chosen, 4].astype(np.int32),
        start=united,
        nodes=nodes[take],
    )


def _unite_nodes(reading: _Reading, files: list[Path]) -> npt.NDArray[np.int64]:
    """Keep each node once, in rising order of ids: id, x and y."""
    rows: npt.NDArray[np.int64] = np.unique(np.concatenate(reading.nodes), axis=0)
    again = np.flatnonzero(rows[1:, 0] == rows[:-1, 0])
    if not len(again):
        return rows
    newest = _newest_places(files, set(rows[again, 0].tolist()))
    first = np.append(True, rows[1:, 0] != rows[:-1, 0])
    united: npt.NDArray[np.int64] = rows[first]
    for node, place in newest.items():
        united[np.searchsorted(united[:, 0], node), 1:] = place
    return united


def _ranks(files: list[Path], wanted: set[int]) -> dict[int, set[_Rank]]:
    """Read the files again for the versions of some nodes; extracts of one date need none."""
    import osmium

    ranks: dict[int, set[_Rank]] = {}
    for file in files:
        nodes = osmium.FileProcessor(str(file), osmium.osm.NODE)
        for node in cast("Iterable[Node]", nodes):
            if node.id in wanted:
                ranks.setdefault(node.id, set()).add(_rank(node))
    return ranks


def _drop_outdated(reading: _Reading, files: list[Path]) -> None:
    """Drop barriers and stations that the newest version of their node is no longer."""
    ranks = _ranks(files, set(reading.node_tags) | set(reading.stations))
    for known in (reading.node_tags, reading.stations):
        for node in [node for node, row in known.items() if row[0] < max(ranks[node])]:
            del known[node]


def _newest_places(files: list[Path], moved: set[int]) -> dict[int, tuple[int, int]]:
    """Find where nodes lie that lie elsewhere in another extract."""
    ranks = _ranks(files, moved)
    newest = {node: max(found) for node, found in ranks.items()}
    doubtful = [
        node
        for node, found in sorted(ranks.items())
        if sum(rank[:2] == newest[node][:2] for rank in found) > 1
    ]
    if doubtful:
        warnings.warn(
            f"nodes that lie elsewhere in another extract without a version to tell the newer: "
            f"{some(doubtful)}; the northern one was taken; use extracts of one date",
            GrensgeoWarning,
            stacklevel=4,
        )
    return {node: (rank[3], rank[2]) for node, rank in newest.items()}
