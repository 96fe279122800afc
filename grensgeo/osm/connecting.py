"""Which ways are streets that some mode may use, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo import polylines
from grensgeo.errors import InputError
from grensgeo.osm.access import ALL
from grensgeo.osm.barriers import barrier_access
from grensgeo.osm.clipping import note_clipped
from grensgeo.osm.elements import AREA, BEYOND, STREET
from grensgeo.osm.ferries import number_waits
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.omissions import note_nodes, note_ways, noted
from grensgeo.osm.signals import is_control
from grensgeo.osm.squares import Square, join_rings, lay_squares
from grensgeo.osm.topology import Topology, WayKinds, connect

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Longs
    from grensgeo.notes import Note
    from grensgeo.osm.elements import OsmExtract
    from grensgeo.osm.meanings import Meanings

_FERRY = HIGHWAYS.index("ferry")


@dataclass(frozen=True, eq=False)
class ConnectedWays:
    """Ways that some mode may use and lines over squares, and how they hang together.

    Attributes
    ----------
    way_id
        int64 (n_ways,): OSM way id.
    tag_set
        int32 (n_ways,): position of the set of tags.
    topology
        Vertices and edges; its ``way`` counts the rows of these arrays.
    waits_s
        Waits for ferries, seconds, by their number in ``topology.boards``.
    notes
        What was left out or guessed.
    """

    way_id: Longs
    tag_set: Indices
    topology: Topology
    waits_s: Floats
    notes: tuple[Note, ...]


def connect_ways(extract: OsmExtract, meanings: Meanings) -> ConnectedWays:
    """Find the streets that some mode may use, and their topology.

    Parameters
    ----------
    extract
        The data.
    meanings
        What its sets of tags mean.

    Returns
    -------
    ConnectedWays
        Ways of the extract in their order, then lines over squares.

    Raises
    ------
    InputError
        If there is no street, or none that has two nodes in the data.
    """
    ways = extract.ways
    is_street = (ways.kind == STREET) & (meanings.highway[ways.tag_set] >= 0)
    usable = meanings.mask[ways.tag_set] != 0
    rows = np.flatnonzero(is_street & usable)
    squares = _squares(extract, meanings)
    if not len(rows) and not squares:
        raise InputError(
            "no-streets",
            "the OSM data hold no street that a car, a bicycle or a person on foot may use; "
            "fetch an extract of an inhabited area that was not filtered",
        )
    start, places = polylines.take_lines(ways.start, rows)
    refs = ways.nodes[places]
    node = np.where(refs == BEYOND, -2, extract.positions(refs))
    used = np.zeros(len(extract.node_id), dtype=bool)
    used[node[node >= 0]] = True
    lines = lay_squares(squares, x=extract.node_x, y=extract.node_y, used=used)
    used[lines.node[lines.node >= 0]] = True
    way_id = np.concatenate([ways.id[rows], lines.way_id])
    tag_set = np.concatenate([ways.tag_set[rows], lines.tag_set])
    node = np.concatenate([node, lines.node])
    position = np.repeat(
        np.arange(len(way_id)), np.concatenate([np.diff(start), np.diff(lines.start)])
    )
    wait, waits_s = number_waits(extract.tag_sets, meanings.highway == _FERRY)
    topology = connect(
        position,
        node,
        ways=WayKinds(
            meanings.mask[tag_set], meanings.highway[tag_set].astype(int), wait[tag_set]
        ),
        beside=_beside(extract, np.flatnonzero(is_street & ~usable)),
        **_node_rules(extract),
    )
    if not len(topology.tail):
        raise InputError(
            "ways-without-nodes",
            "none of the streets has two nodes in the OSM data: it was cut without its nodes; cut "
            "it again with complete ways",
        )
    cut = np.unique(way_id[position[node == -1]])
    notes = (
        *note_clipped(extract.clipped),
        *note_ways(extract, highway=meanings.highway, unread_limits=meanings.unread),
        *note_nodes(extract, used),
        *noted("streets.cut", {int(way): () for way in cut}),
        *noted("streets.squares-outlined", dict.fromkeys(lines.outlined, ())),
        *noted(
            "streets.barrier-elsewhere",
            {int(found): () for found in extract.node_id[topology.elsewhere]},
        ),
    )
    return ConnectedWays(way_id, tag_set, topology, waits_s, notes)


def _squares(extract: OsmExtract, meanings: Meanings) -> list[Square]:
    """Find the areas that some mode may cross, and the rings around them."""
    ways = extract.ways
    usable = (meanings.highway >= 0) & (meanings.mask != 0)

    def nodes(row: int) -> Longs:
        return extract.positions(ways.nodes[ways.start[row] : ways.start[row + 1]])

    found = []
    drawn: set[int] = set()
    for area in extract.multipolygons:
        if not usable[area.tag_set]:
            continue
        drawn.update(area.outer)
        ids = np.array([*area.outer, *area.inner], dtype=np.int64)
        rows = np.minimum(np.searchsorted(ways.id, ids), len(ways.id) - 1)
        here = ways.id[rows] == ids
        if not here.any():
            continue
        rings, pieces = join_rings([nodes(row) for row in rows[here].tolist()])
        if not here.all():
            rings, pieces = [], [*rings, *pieces]
        found.append(Square(int(ids[here][0]), area.tag_set, tuple(rings), tuple(pieces)))
    for row in np.flatnonzero((ways.kind == AREA) & usable[ways.tag_set]).tolist():
        if int(ways.id[row]) not in drawn:
            rings, pieces = join_rings([nodes(row)])
            tag_set = int(ways.tag_set[row])
            found.append(Square(int(ways.id[row]), tag_set, tuple(rings), tuple(pieces)))
    return found


def _beside(extract: OsmExtract, rows: npt.NDArray[np.intp]) -> Longs:
    """List the nodes of ways that nobody may use."""
    _, places = polylines.take_lines(extract.ways.start, rows)
    nodes = extract.positions(extract.ways.nodes[places])
    return nodes[nodes >= 0]


def _node_rules(extract: OsmExtract) -> dict[str, npt.NDArray[Any]]:
    """Read who may pass each node, and which nodes are vertices for what stands there."""
    node_mask = np.full(len(extract.node_id), ALL, dtype=np.uint8)
    stops = np.zeros(len(extract.node_id), dtype=bool)
    for node, tags in extract.node_tags.items():
        place = np.searchsorted(extract.node_id, node)
        node_mask[place] = barrier_access(tags)
        stops[place] = is_control(tags)
    return {"node_mask": node_mask, "stops": stops}
