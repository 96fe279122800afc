"""Several extracts made one: each element once, in its newest version."""

from __future__ import annotations

import warnings
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np

from grensgeo.errors import GrensgeoWarning, some
from grensgeo.osm.elements import Multipolygon, OsmWays, Restriction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osmium.osm import Node, Relation, Way
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Flags, Longs
    from grensgeo.osm.extract_files import Extract

#: Version, timestamp and place: the highest of several copies of a node is taken.
Rank: TypeAlias = tuple[int, int, int, int]
#: An element that is deleted: its newest version, after which none of it is left.
GONE = 9

#: Numbers that :class:`Reading` keeps of each way.
WAY_COLUMNS = 6
#: Ways that are looked at together.
_TOGETHER = 50_000


@dataclass(eq=False)
class Reading:
    """Ways, nodes and stations as they come in, from all files."""

    way_rows: array[int]  # id, version, timestamp, kind, tag set, number of nodes
    way_nodes: array[int]
    nodes: list[Longs]  # a file each: id, x, y of the nodes of its ways
    tag_sets: dict[tuple[tuple[str, str], ...], int]
    node_tags: dict[int, tuple[Rank, dict[str, str]]]
    stations: dict[int, tuple[Rank, int, int, dict[str, str]]]
    relations: dict[int, tuple[int, int, Restriction | Multipolygon | None]]  # version, timestamp
    deleted: set[int]
    outline: BaseGeometry | None = None
    n_outside: int = 0


def is_among(ids: Longs, known: Longs) -> Flags:
    """Find which ids stand in a list that rises.

    Examples
    --------
    >>> is_among(np.array([3, 4]), np.array([1, 3])).tolist()
    [True, False]
    """
    if not len(known):
        return np.zeros(len(ids), dtype=bool)
    place = np.minimum(np.searchsorted(known, ids), len(known) - 1)
    found: Flags = known[place] == ids
    return found


@dataclass(eq=False)
class WayBatch:
    """Ways on their way into a reading, some at a time: those outside are dropped.

    Attributes
    ----------
    reading
        Takes them.
    within
        Ids of the nodes within the outline, rising; None where every way is kept.
    taken
        Ids of the ways that the reading took.
    tag_sets
        Numbers of the sets of tags of ways that are held: of those that are dropped, none comes
        into the reading.
    """

    reading: Reading
    within: Longs | None
    taken: set[int] = field(default_factory=set)
    tag_sets: dict[tuple[tuple[str, str], ...], int] = field(default_factory=dict)
    _rows: array[int] = field(default_factory=lambda: array("q"))
    _nodes: array[int] = field(default_factory=lambda: array("q"))

    def add(self, row: tuple[int, ...], refs: list[int]) -> None:
        """Add a way: the numbers that :class:`Reading` keeps of it, and its nodes."""
        self._rows.extend(row)
        self._nodes.extend(refs)
        if len(self._rows) >= WAY_COLUMNS * _TOGETHER and self.within is not None:
            self.flush()

    def _held(self) -> tuple[Longs, Longs, Longs]:
        rows = np.array(self._rows, dtype=np.int64).reshape(-1, WAY_COLUMNS)
        nodes = np.array(self._nodes, dtype=np.int64)
        return rows, nodes, np.repeat(np.arange(len(rows)), rows[:, 5])

    def touching(self, within: Longs) -> set[int]:
        """Return the ids of the ways that have one of some nodes."""
        rows, nodes, way = self._held()
        return set(rows[np.unique(way[is_among(nodes, within)]), 0].tolist())

    def keep(self, ids: set[int]) -> None:
        """Drop all ways but some."""
        rows, nodes, way = self._held()
        kept = np.isin(rows[:, 0], np.array(sorted(ids), dtype=np.int64))
        self._rows = array("q", rows[kept].ravel().tobytes())
        self._nodes = array("q", nodes[kept[way]].tobytes())

    def flush(self) -> None:
        """Send the ways that lie within to the reading; what is deleted goes along."""
        rows, nodes, way = self._held()
        if self.within is not None:
            kept = rows[:, 3] == GONE
            kept[way[is_among(nodes, self.within)]] = True
            self.reading.n_outside += int((~kept).sum())
            rows, nodes = rows[kept], nodes[kept[way]]
        used, place = np.unique(rows[:, 4], return_inverse=True)
        known, sets = self.reading.tag_sets, list(self.tag_sets)
        numbers = [known.setdefault(sets[number], len(known)) for number in used.tolist()]
        rows[:, 4] = np.array(numbers, dtype=np.int64)[place]
        self.tag_sets = {}
        self.reading.way_rows.frombytes(rows.tobytes())
        self.reading.way_nodes.frombytes(nodes.tobytes())
        self.taken |= set(rows[:, 0].tolist())
        self._rows, self._nodes = array("q"), array("q")


def version_of(element: Node | Way | Relation) -> tuple[int, int]:
    """Return the version of an element and its time, which tell the newer of two copies."""
    return element.version, int(element.timestamp.timestamp())


def rank_of(node: Node) -> Rank:
    """Return what tells the newest copy of a node."""
    return (*version_of(node), node.location.y, node.location.x)


def unite_ways(reading: Reading) -> OsmWays:
    """Keep each way once, in rising order of ids, whatever the order of the files."""
    rows = np.frombuffer(reading.way_rows, dtype=np.int64).reshape(-1, WAY_COLUMNS)
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
            GrensgeoWarning(
                "extracts-differ",
                f"ways that differ between extracts without a version to tell the newer: "
                f"{some(doubtful)}; the longer one was taken; use extracts of one date",
            ),
            stacklevel=3,
        )
    chosen = chosen[rows[chosen, 3] != GONE]
    count = rows[chosen, 5]
    united = np.zeros(len(chosen) + 1, dtype=np.int64)
    np.cumsum(count, out=united[1:])
    take = np.repeat(start[chosen] - united[:-1], count) + np.arange(united[-1])
    return OsmWays(
        id=rows[chosen, 0].copy(),
        kind=rows[chosen, 3].astype(np.uint8),
        tag_set=rows[chosen, 4].astype(np.int32),
        start=united,
        nodes=nodes[take],
    )


def unite_nodes(reading: Reading, files: list[Extract]) -> Longs:
    """Keep each node once, in rising order of ids: id, x and y."""
    rows: Longs = np.unique(np.concatenate(reading.nodes), axis=0)
    again = np.flatnonzero(rows[1:, 0] == rows[:-1, 0])
    if not len(again):
        return rows
    newest = _newest_places(files, set(rows[again, 0].tolist()))
    first = np.append(True, rows[1:, 0] != rows[:-1, 0])
    united: Longs = rows[first]
    for node, place in newest.items():
        united[np.searchsorted(united[:, 0], node), 1:] = place
    return united


def _ranks(files: list[Extract], wanted: set[int]) -> dict[int, set[Rank]]:
    """Read the files again for the versions of some nodes; extracts of one date need none."""
    import osmium

    ranks: dict[int, set[Rank]] = {}
    for file in files:
        nodes = osmium.FileProcessor(file.file, osmium.osm.NODE)
        if wanted and min(wanted) > 0:
            nodes = nodes.with_filter(osmium.filter.IdFilter(wanted))
        for node in cast("Iterable[Node]", nodes):
            if node.id in wanted:
                ranks.setdefault(node.id, set()).add(rank_of(node))
    return ranks


def drop_outdated(reading: Reading, files: list[Extract]) -> None:
    """Drop barriers and stations that the newest version of their node is no longer."""
    ranks = _ranks(files, set(reading.node_tags) | set(reading.stations))
    for known in (reading.node_tags, reading.stations):
        for node in [node for node, row in known.items() if row[0] < max(ranks[node])]:
            del known[node]


def _newest_places(files: list[Extract], moved: set[int]) -> dict[int, tuple[int, int]]:
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
            GrensgeoWarning(
                "extracts-differ",
                "nodes that lie elsewhere in another extract without a version to tell the "
                f"newer: {some(doubtful)}; the northern one was taken; use extracts of one date",
            ),
            stacklevel=4,
        )
    return {node: (rank[3], rank[2]) for node, rank in newest.items()}
