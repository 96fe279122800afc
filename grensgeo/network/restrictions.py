"""Forbidden turns, read from OpenStreetMap's restriction relations.

A restriction names the way that one comes from, what lies between (a node, or one or several ways)
and the way that one would turn into. All of these are read for each vehicle that has a mode here;
what else there is (hours, broken relations) is counted in notes.

Source: OpenStreetMap wiki, "Relation:restriction".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.network.turns import Passages, Turns
from grensgeo.notes import Note
from grensgeo.osm.restriction_tags import RestrictionMembers, restricted_modes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from grensgeo.arrays import Flags
    from grensgeo.network.contents import Streets
    from grensgeo.osm.elements import Restriction

#: Edges of the longest row between the two ways of a restriction.
_MOST_BETWEEN = 50


def read_turns(streets: Streets, restrictions: Sequence[Restriction]) -> tuple[Turns, list[Note]]:
    """Find the turns that restrictions forbid.

    Parameters
    ----------
    streets
        The streets; vertices and edges carry the ids of the nodes and ways they were made of.
    restrictions
        Relations.

    Returns
    -------
    tuple
        The turns, and notes about what was read and what was not.
    """
    reading = _Reading(_Crossroads.of(streets, restrictions))
    for restriction in restrictions:
        kinds, fault = restricted_modes(dict(restriction.tags))
        found = RestrictionMembers.of(restriction)
        fault = fault or found.fault
        if not fault and not kinds:  # binds buses or lorries alone
            continue
        fault = fault or reading.add(found, kinds)
        if fault:
            reading.unread.setdefault(fault, []).append(restriction.id)
        else:
            reading.n_read += 1
    return reading.turns(), reading.notes()


@dataclass(eq=False)
class _Reading:
    """What has been read so far.

    Attributes
    ----------
    banned
        Modes by vertex, edge that one comes along, and edge that one must not turn into.
    only
        By vertex and edge, the edges that alone may follow, with modes.
    rows, only_rows
        The same of rows of arcs: those that are forbidden, and what alone may follow them.
    """

    roads: _Crossroads
    banned: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    only: dict[tuple[int, int], dict[int, int]] = field(default_factory=dict)
    rows: Counter[tuple[int, ...]] = field(default_factory=Counter)
    only_rows: dict[tuple[int, ...], dict[int, int]] = field(default_factory=dict)
    unread: dict[str, list[int]] = field(default_factory=dict)
    n_read: int = 0

    def add(self, found: RestrictionMembers, kinds: Mapping[str, int]) -> str:
        """Add a restriction, or return why it cannot be read."""
        bound = int(np.bitwise_or.reduce(list(kinds.values())))
        if found.ways_between:
            rows, fault = self.roads.rows(found, bound)
            for arcs, modes in rows:
                for kind, mask in kinds.items():
                    self._add_row(arcs, modes & mask, only=not kind.startswith("no_"))
            return fault
        corner = self.roads.corner(found.via[0])
        pairs, fault = corner.pairs(found, bound) if corner else ([], "")
        if corner is None or not pairs:
            return fault or "streets.turns.nowhere"
        for one, other in pairs:
            for kind, modes in kinds.items():
                bound = modes & corner.arriving[one] & corner.leaving[other]
                if kind.startswith("no_"):
                    self.banned[corner.vertex, one, other] |= bound
                else:
                    allowed = self.only.setdefault((corner.vertex, one), {})
                    allowed[other] = allowed.get(other, 0) | bound
        return ""

    def _add_row(self, arcs: tuple[int, ...], modes: int, *, only: bool) -> None:
        """Add a row of arcs that is forbidden, or all that leave it on the way."""
        if not only:
            self.rows[arcs] |= modes
            return
        first, second = arcs[:2]
        allowed = self.only.setdefault((self.roads.end(first), first // 2), {})
        allowed[second // 2] = allowed.get(second // 2, 0) | modes
        for step in range(2, len(arcs)):
            further = self.only_rows.setdefault(arcs[:step], {})
            further[arcs[step]] = further.get(arcs[step], 0) | modes

    def turns(self) -> Turns:
        """Return all that is forbidden."""
        for (vertex, one), allowed in self.only.items():
            bound = int(np.bitwise_or.reduce(list(allowed.values())))
            for other, leaving in self.roads.at[vertex].leaving.items():
                self.banned[vertex, one, other] |= bound & leaving & ~allowed.get(other, 0)
        for row, further in self.only_rows.items():
            bound = int(np.bitwise_or.reduce(list(further.values())))
            for arc, leaving in self.roads.out(self.roads.end(row[-1])):
                self.rows[*row, arc] |= bound & leaving & ~further.get(arc, 0)
        passages = Passages.of((row, modes) for row, modes in self.rows.items() if modes)
        return Turns.of(((*turn, modes) for turn, modes in self.banned.items() if modes), passages)

    def notes(self) -> list[Note]:
        """Count what was read and what was not."""
        if not self.n_read and not self.unread:
            return []
        return [
            Note("streets.turns.kept", n=self.n_read),
            *(
                Note(fault, n=len(ids), example=str(ids[0]))
                for fault, ids in sorted(self.unread.items())
            ),
        ]


@dataclass(frozen=True)
class _Corner:
    """A vertex with the edges that one may come along or leave by, and in which modes."""

    vertex: int
    arriving: Mapping[int, int]
    leaving: Mapping[int, int]
    way: Mapping[int, int]

    def pairs(self, found: RestrictionMembers, modes: int) -> tuple[list[tuple[int, int]], str]:
        """Return the pairs of edges that some mode may use, or say why they cannot be told."""
        pairs: list[tuple[int, int]] = []
        for one in found.ways_from:
            for other in found.ways_to:
                arriving = [
                    e for e, m in self.arriving.items() if m & modes and self.way[e] == one
                ]
                leaving = [
                    e for e, m in self.leaving.items() if m & modes and self.way[e] == other
                ]
                if one == other:  # a U-turn, on either side of the node where the way runs on
                    pairs += [(edge, edge) for edge in arriving if edge in leaving]
                elif len(arriving) > 1 or len(leaving) > 1:
                    return [], "streets.turns.runs-on"
                else:
                    pairs += [(a, b) for a in arriving for b in leaving]
        return pairs, ""


@dataclass(frozen=True, eq=False)
class _Crossroads:
    """The vertices that restrictions name, and the edges of the ways that they name."""

    streets: Streets
    at: Mapping[int, _Corner]
    vertex_of: Mapping[int, int]
    edges_of: Mapping[int, list[int]]

    @classmethod
    def of(cls, streets: Streets, restrictions: Sequence[Restriction]) -> _Crossroads:
        """Find what restrictions name."""
        members = [member for item in restrictions for member in item.members]
        nodes = np.array(sorted({ref for role, _, ref in members if role == "via"}), np.int64)
        order = np.argsort(streets.vertex_id, kind="stable")
        place = np.searchsorted(streets.vertex_id[order], nodes)
        vertex = order[np.minimum(place, streets.n_vertices - 1)]
        known = streets.vertex_id[vertex] == nodes
        between = {
            item.id: [ref for role, kind, ref in item.members if (role, kind) == ("via", "w")]
            for item in restrictions
        }
        ways = {
            ref
            for item in restrictions
            if between[item.id]
            for _, kind, ref in item.members
            if kind == "w"
        }
        edges = np.flatnonzero(np.isin(streets.way_id, np.array(sorted(ways), np.int64)))
        edges_of: dict[int, list[int]] = {way: [] for way in ways}
        for edge in edges.tolist():
            edges_of[int(streets.way_id[edge])].append(edge)
        wanted = np.zeros(streets.n_vertices, dtype=bool)
        wanted[vertex[known]] = True
        wanted[streets.tail[edges]] = wanted[streets.head[edges]] = True
        vertex_of = dict(zip(nodes[known].tolist(), vertex[known].tolist(), strict=True))
        return cls(streets, _corners(streets, wanted), vertex_of, edges_of)

    def corner(self, node: int) -> _Corner | None:
        """Return the corner at a node, if there is one."""
        return self.at[self.vertex_of[node]] if node in self.vertex_of else None

    def end(self, arc: int) -> int:
        """Return the vertex that an arc leads to."""
        ends = self.streets.tail if arc % 2 else self.streets.head
        return int(ends[arc // 2])

    def mask(self, arc: int) -> int:
        """Return the modes that may use an arc."""
        streets = self.streets
        masks = streets.access_backward if arc % 2 else streets.access_forward
        return int(masks[arc // 2])

    def out(self, vertex: int) -> list[tuple[int, int]]:
        """Return the arcs that leave a vertex, with modes."""
        arcs = [
            arc
            for edge in self.at[vertex].way
            for arc in (2 * edge, 2 * edge + 1)
            if self.end(arc ^ 1) == vertex
        ]
        return [(arc, self.mask(arc)) for arc in arcs if self.mask(arc)]

    def _arcs(self, ways: Sequence[int]) -> list[int]:
        edges = [edge for way in ways for edge in self.edges_of[way]]
        return [arc for edge in edges for arc in (2 * edge, 2 * edge + 1)]

    def rows(
        self, found: RestrictionMembers, bound: int
    ) -> tuple[list[tuple[tuple[int, ...], int]], str]:
        """Return the rows of arcs that lead over all ways in between, or say why there are none.

        Only those that some mode may drive count. Where a way runs on beyond the junction with
        what lies between, there may be several; none is guessed at.
        """
        between = {
            arc: int(self.streets.way_id[arc // 2]) for arc in self._arcs(found.ways_between)
        }
        last = self._arcs(found.ways_to)
        rows: dict[tuple[int, int], list[tuple[tuple[int, ...], int]]] = {}
        front: list[tuple[tuple[int, ...], int]] = [
            ((arc,), mask)
            for arc in self._arcs(found.ways_from)
            if (mask := self.mask(arc) & bound)
        ]
        while front:
            row, mask = front.pop()
            here = self.end(row[-1])
            been = {self.end(arc) for arc in row} | {self.end(arc ^ 1) for arc in row[1:]}
            if {between[arc] for arc in row[1:]} == set(found.ways_between):
                ends = [
                    ((*row, arc), mask & self.mask(arc))
                    for arc in last
                    if self.end(arc ^ 1) == here and arc // 2 != row[-1] // 2
                ]
                for whole, modes in ends:
                    if modes:
                        ways = self.streets.way_id[[whole[0] // 2, whole[-1] // 2]].tolist()
                        rows.setdefault((ways[0], ways[1]), []).append((whole, modes))
            if len(row) <= _MOST_BETWEEN:
                front += [
                    ((*row, arc), mask & self.mask(arc))
                    for arc in between
                    if self.end(arc ^ 1) == here
                    and (self.end(arc) not in been)
                    and mask & self.mask(arc)
                    and arc // 2 != row[-1] // 2
                ]
        if any(len(some) > 1 for some in rows.values()):
            return [], "streets.turns.runs-on"
        found_rows = [row for some in rows.values() for row in some]
        return found_rows, "" if found_rows else "streets.turns.nowhere"


def _corners(streets: Streets, wanted: Flags) -> dict[int, _Corner]:
    """Return the vertices that restrictions name."""
    arriving: dict[int, dict[int, int]] = {int(v): {} for v in np.flatnonzero(wanted)}
    leaving: dict[int, dict[int, int]] = {v: {} for v in arriving}
    way: dict[int, dict[int, int]] = {v: {} for v in arriving}
    for at, edge, forward in _ends(streets, wanted):
        masks = int(streets.access_forward[edge]), int(streets.access_backward[edge])
        come, go = masks if forward else masks[::-1]
        way[at][edge] = int(streets.way_id[edge])
        if come:
            arriving[at][edge] = arriving[at].get(edge, 0) | come
        if go:
            leaving[at][edge] = leaving[at].get(edge, 0) | go
    return {at: _Corner(at, arriving[at], leaving[at], way[at]) for at in arriving}


def _ends(streets: Streets, wanted: Flags) -> Iterator[tuple[int, int, bool]]:
    """Return vertex, edge and whether the edge ends there, for both ends of edges, in order."""
    for edge in np.flatnonzero(wanted[streets.tail] | wanted[streets.head]).tolist():
        tail, head = int(streets.tail[edge]), int(streets.head[edge])
        if wanted[tail]:
            yield tail, edge, False
        if wanted[head]:
            yield head, edge, True
