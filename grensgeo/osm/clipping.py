"""An extract cut to an outline: what lies within is kept, and streets end where they cross it.

A node lies within the outline or it does not. Between one that does and one that does not, a way
ends at a node of its own where it crosses the outline; the rest of it is left out, as are ways of
which no node lies within. Squares that reach across are kept whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.geodata.cut_outline import lies_inside
from grensgeo.notes import Note
from grensgeo.osm.elements import AREA, BEYOND, OUTLINE, STREET, Clipped, OsmWays
from grensgeo.osm.restriction_tags import RestrictionMembers
from grensgeo.polylines import UNITS_PER_DEGREE

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Codes, Flags, Floats, Longs
    from grensgeo.osm.elements import OsmExtract, Restriction


def clip(extract: OsmExtract, outline: BaseGeometry, *, n_outside: int = 0) -> OsmExtract:
    """Cut an extract to an outline.

    Parameters
    ----------
    extract
        What was read; of ways that have a node within the outline, all nodes.
    outline
        Polygon or MultiPolygon in degrees.
    n_outside
        Ways without a node within that were left out as they were read.

    Returns
    -------
    OsmExtract
        The part within; ``clipped`` tells what was left out.
    """
    ways = extract.ways
    place = extract.positions(ways.nodes)
    within = _within(extract, outline)
    there = place >= 0
    inside = there & within[place] if len(within) else there
    way = np.repeat(np.arange(len(ways.id)), np.diff(ways.start))
    touched = np.zeros(len(ways.id), dtype=bool)
    touched[way[inside]] = True
    known = set(ways.id[touched].tolist())
    squares = [m for m in extract.multipolygons if not known.isdisjoint((*m.outer, *m.inner))]
    members = [ref for square in squares for ref in (*square.outer, *square.inner)]
    drawn = np.isin(ways.id, np.array(members, dtype=np.int64))
    kept = (touched & (ways.kind != OUTLINE)) | drawn
    whole = drawn | (ways.kind == AREA)
    crossing = _Crossings.of(extract, way, inside, place=place, uncut=whole | ~kept)
    kept_ways = _cut(_as_outlines(extract, drawn & ~touched), crossing, way, kept=kept)
    streets_cut = np.unique(way[crossing.beyond & kept[way]])
    cut = ways.id[streets_cut][ways.kind[streets_cut] == STREET]
    restrictions = _kept_restrictions(extract, set(kept_ways.id.tolist()), within)
    clipped = Clipped(
        outline=outline,
        n_outside=n_outside + int((~touched & (ways.kind != OUTLINE)).sum()),
        n_cut=len(cut),
        example=str(cut[0]) if len(cut) else "",
        n_restrictions=len(extract.restrictions) - len(restrictions),
    )
    return _with_nodes(
        replace(
            extract,
            ways=kept_ways,
            tag_sets=(*extract.tag_sets, {}),
            restrictions=restrictions,
            multipolygons=tuple(squares),
            clipped=clipped,
        ),
        crossing,
        outline,
    )


def note_clipped(clipped: Clipped | None) -> list[Note]:
    """Return notes on where the streets end because they were cut there."""
    if clipped is None:
        return []
    counts = {"n": clipped.n_cut, "outside": clipped.n_outside, "turns": clipped.n_restrictions}
    return [Note("streets.clipped", **counts)]


def _as_outlines(extract: OsmExtract, drawn: Flags) -> OsmWays:
    """Return the ways, some of which do nothing but draw a square: their tags say nothing."""
    ways = extract.ways
    kind: Codes = np.where(drawn, OUTLINE, ways.kind).astype(ways.kind.dtype)
    tag_set = np.where(drawn, len(extract.tag_sets), ways.tag_set).astype(ways.tag_set.dtype)
    return replace(ways, kind=kind, tag_set=tag_set)


def _within(extract: OsmExtract, outline: BaseGeometry) -> Flags:
    lon = extract.node_x / UNITS_PER_DEGREE
    return lies_inside(outline, lon, extract.node_y / UNITS_PER_DEGREE)


@dataclass(frozen=True, eq=False)
class _Crossings:
    """Where ways leave the outline and come back.

    Attributes
    ----------
    beyond
        bool: places in the ways' nodes that lie outside, of ways that are cut.
    leaves, returns
        int64: number of the crossing just before such a place, and of that just after; -1 for
        none.
    ends
        int64 (n, 2): positions of the node within and of the node outside.
    ids
        int64 (n,): ids of the nodes that are made there, below all others.
    """

    beyond: Flags
    leaves: Longs
    returns: Longs
    ends: Longs
    ids: Longs

    @classmethod
    def of(
        cls, extract: OsmExtract, way: Longs, inside: Flags, *, place: Longs, uncut: Flags
    ) -> _Crossings:
        """Find the crossings of all ways that are cut."""
        beyond = (place >= 0) & ~inside & ~uncut[way]
        same = way[1:] == way[:-1]
        leaving = np.zeros(len(way), dtype=bool)
        returning = np.zeros(len(way), dtype=bool)
        leaving[1:] = beyond[1:] & inside[:-1] & same
        returning[:-1] = beyond[:-1] & inside[1:] & same
        out, back = np.flatnonzero(leaving), np.flatnonzero(returning)
        pairs = np.stack(
            [place[np.append(out - 1, back + 1)], place[np.append(out, back)]], axis=1
        )
        ends, number = np.unique(pairs, axis=0, return_inverse=True)
        number = number.reshape(-1)
        leaves = np.full(len(way), -1, dtype=np.int64)
        returns = leaves.copy()
        leaves[out], returns[back] = number[: len(out)], number[len(out) :]
        lowest = min(0, int(extract.node_id.min(initial=0)))
        return cls(beyond, leaves, returns, ends, lowest - 1 - np.arange(len(ends)))


def _cut(ways: OsmWays, crossing: _Crossings, way: Longs, *, kept: Flags) -> OsmWays:
    """Write the nodes of the ways that are kept anew: within, at crossings, and gaps between."""
    left, back = crossing.leaves >= 0, crossing.returns >= 0
    gap = left | back
    count = np.where(crossing.beyond, left.astype(int) + gap + back, 1)
    count[~kept[way]] = 0
    first = np.cumsum(count) - count
    nodes = np.full(int(count.sum()), BEYOND, dtype=np.int64)
    plain = ~crossing.beyond & kept[way]
    nodes[first[plain]] = ways.nodes[plain]
    left, back = left & kept[way], back & kept[way]
    nodes[first[left]] = crossing.ids[crossing.leaves[left]]
    nodes[first[back] + count[back] - 1] = crossing.ids[crossing.returns[back]]
    rows = np.flatnonzero(kept)
    lengths = np.bincount(way, weights=count, minlength=len(kept)).astype(np.int64)[rows]
    start = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(lengths, out=start[1:])
    kinds: Codes = ways.kind[rows]
    return OsmWays(ways.id[rows], kinds, ways.tag_set[rows], start, nodes)


def _with_nodes(extract: OsmExtract, crossing: _Crossings, outline: BaseGeometry) -> OsmExtract:
    """Keep the nodes that are used, with those at crossings, and what stands on them."""
    used = np.isin(extract.node_id, extract.ways.nodes)
    x, y = _places(extract, crossing.ends, outline)
    ids = np.concatenate([extract.node_id[used], crossing.ids])
    order = np.argsort(ids)
    known = set(extract.node_id[used].tolist())
    lon, lat = (
        np.array([station[axis] for station in extract.stations], dtype=np.float64)
        / UNITS_PER_DEGREE
        for axis in (1, 2)
    )
    near = lies_inside(outline, lon, lat)
    return replace(
        extract,
        node_id=ids[order],
        node_x=np.concatenate([extract.node_x[used], x])[order].astype(np.int32),
        node_y=np.concatenate([extract.node_y[used], y])[order].astype(np.int32),
        node_tags={node: tags for node, tags in extract.node_tags.items() if node in known},
        stations=tuple(
            station for station, here in zip(extract.stations, near, strict=True) if here
        ),
    )


def _places(extract: OsmExtract, ends: Longs, outline: BaseGeometry) -> tuple[Longs, Longs]:
    """Return where lines from nodes within to nodes outside first cross the outline, in units."""
    import shapely

    if not len(ends):
        none = np.zeros(0, dtype=np.int64)
        return none, none
    corners: Floats = np.stack([extract.node_x[ends], extract.node_y[ends]], axis=2)
    corners = corners / UNITS_PER_DEGREE
    lines = shapely.linestrings(corners)
    met = shapely.intersection(lines, shapely.boundary(outline))
    points, row = shapely.get_coordinates(met, return_index=True)
    # a node on the outline itself may be missed by a hair: it is where the way ends
    points = np.concatenate([points, corners[:, 1]])
    row = np.append(row, np.arange(len(ends)))
    away = ((points - corners[row, 0]) ** 2).sum(axis=1)
    order = np.lexsort((away, row))
    nearest = order[np.flatnonzero(np.diff(row[order], prepend=-1))]
    units = np.rint(points[nearest] * UNITS_PER_DEGREE).astype(np.int64)
    return units[:, 0], units[:, 1]


def _kept_restrictions(
    extract: OsmExtract, ways: set[int], within: Flags
) -> tuple[Restriction, ...]:
    """Return the restrictions of which all ways are there and whose node lies within.

    All ways that meet at a node within are kept, so that nothing is lost of what is forbidden
    there; a turn that leads out of the outline and back cannot be taken any more.
    """
    nodes = set(extract.node_id[within].tolist())
    kept = []
    for restriction in extract.restrictions:
        found = RestrictionMembers.of(restriction)
        needed = {*found.ways_from, *found.ways_to, *found.ways_between}
        if needed <= ways and set(found.via) <= nodes:
            kept.append(restriction)
    return tuple(kept)
