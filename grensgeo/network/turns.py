"""Turns that are forbidden, read from OpenStreetMap's restriction relations.

A restriction names the way that one comes from, the node where one turns and the way that one
would turn into. Read are the standard forms with a node in between, for each vehicle that has a
mode here; what else there is (a way in between, hours, broken relations) is counted in a note.

Source: OpenStreetMap wiki, "Relation:restriction".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from grensgeo.network.model import Streets
    from grensgeo.sources.osm import Restriction

# Bits of grensgeo.network.MODES, which cannot be imported here: the model holds turns.
_CAR, _BICYCLES, _WALK = 1, 2 | 4, 8
_BITS = (1, 2, 4, 8)
#: Modes that the vehicles of OSM's keys are, the general before the particular. A restriction
#: that names no vehicle binds them all, cycles included, but nobody on foot.
_VEHICLES = {
    "": _CAR | _BICYCLES,
    "vehicle": _CAR | _BICYCLES,
    "motor_vehicle": _CAR,
    "motorcar": _CAR,
    "bicycle": _BICYCLES,
    "foot": _WALK,
}
_HOURS = ("day_on", "day_off", "hour_on", "hour_off")
_KINDS = ("no_", "only_")


@dataclass(frozen=True, eq=False)
class Turns:
    """Turns that are forbidden, each once.

    Attributes
    ----------
    via
        int32 (n,): vertex at which one turns.
    from_edge, to_edge
        int32 (n,): the edge that one comes along, and the edge that one must not turn into. A
        U-turn has the same edge twice.
    modes
        uint8 (n,): bits of :data:`grensgeo.network.MODES` that the ban binds.
    """

    via: npt.NDArray[np.int32]
    from_edge: npt.NDArray[np.int32]
    to_edge: npt.NDArray[np.int32]
    modes: npt.NDArray[np.uint8]

    def __post_init__(self) -> None:
        """Check lengths, and freeze every array."""
        lengths = {len(getattr(self, item.name)) for item in fields(self)}
        if len(lengths) > 1:
            raise InputError(f"turns: arrays of different lengths {some(sorted(lengths))}")
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @classmethod
    def of(cls, banned: Iterable[tuple[int, int, int, int]]) -> Turns:
        """Take rows of via, from edge, to edge and modes.

        Examples
        --------
        >>> turns = Turns.of([(4, 0, 1, 7)])
        >>> len(turns), turns.from_edge.tolist()
        (1, [0])
        """
        rows = np.array(sorted(banned), dtype=np.int64).reshape(-1, 4)
        via, one, other = (np.ascontiguousarray(rows[:, k], dtype=np.int32) for k in range(3))
        return cls(via, one, other, rows[:, 3].astype(np.uint8))

    def __len__(self) -> int:
        """Give the number of forbidden turns."""
        return len(self.via)

    def check(self, streets: Streets) -> None:
        """Refuse turns whose edges do not meet at their vertex.

        Raises
        ------
        InputError
            With the turns.
        """
        if not len(self):
            return
        ends = np.stack([streets.tail, streets.head], axis=1)
        edges = np.stack([self.from_edge, self.to_edge], axis=1)
        there = (edges >= 0) & (edges < streets.n_edges)
        meet = there & (ends[np.where(there, edges, 0)] == self.via[:, None, None]).any(axis=2)
        bad = np.flatnonzero(~meet.all(axis=1))
        if len(bad):
            raise InputError(
                f"turns {some(bad)}: their edges do not meet at their vertex; build the network "
                "anew, or leave them out when edges are left out"
            )


def read_turns(
    streets: Streets, restrictions: Sequence[Restriction]
) -> tuple[Turns, tuple[str, ...]]:
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
    corners = _corners(streets, restrictions)
    banned: Counter[tuple[int, int, int]] = Counter()
    only: dict[tuple[int, int], dict[int, int]] = {}
    unread: Counter[str] = Counter()
    n_read = 0
    for restriction in restrictions:
        kinds, fault = _kinds(dict(restriction.tags))
        found = _Members.of(restriction)
        fault = fault or found.fault
        if fault:
            unread[fault] += 1
            continue
        if not kinds:  # binds buses or lorries alone
            continue
        corner = corners.get(found.via[0])
        bound = int(np.bitwise_or.reduce(list(kinds.values())))
        pairs, fault = corner.pairs(found, bound) if corner else ([], "")
        if corner is None or not pairs:
            unread[fault or "that bind no junction of these streets"] += 1
            continue
        n_read += 1
        for one, other in pairs:
            for kind, modes in kinds.items():
                bound = modes & corner.arriving[one] & corner.leaving[other]
                if kind.startswith("no_"):
                    banned[corner.vertex, one, other] |= bound
                else:
                    allowed = only.setdefault((corner.vertex, one), {})
                    allowed[other] = allowed.get(other, 0) | bound
    at = {corner.vertex: corner for corner in corners.values()}
    for (vertex, one), allowed in only.items():
        bound = int(np.bitwise_or.reduce(list(allowed.values())))
        for other, leaving in at[vertex].leaving.items():
            banned[vertex, one, other] |= bound & leaving & ~allowed.get(other, 0)
    turns = Turns.of((*turn, modes) for turn, modes in banned.items() if modes)
    return turns, _notes(n_read, unread)


def _notes(n_read: int, unread: Counter[str]) -> tuple[str, ...]:
    if not n_read and not unread:
        return ()
    left_out = ", ".join(f"{unread[fault]} {fault}" for fault in sorted(unread))
    return (
        f"Turn restrictions: {n_read} are kept"
        + (f"; not read: {left_out}." if left_out else "."),
    )


def _kinds(tags: Mapping[str, str]) -> tuple[dict[str, int], str]:
    """Give the modes that each kind of restriction in the tags binds, or say why none is read."""
    conditional = any(key.endswith(":conditional") for key in tags)
    named = [key for key in tags if key.partition(":")[0] == "restriction"]
    if any(key in tags for key in _HOURS) or (conditional and "restriction" not in tags):
        return {}, "at certain hours"
    if not named or any(
        not tags[key].startswith((*_KINDS, "none")) for key in named if "conditional" not in key
    ):
        return {}, "of an unknown kind"
    kind_of: dict[int, str] = {}
    for vehicle, modes in _VEHICLES.items():  # what is said of one kind of vehicle comes last
        key = f"restriction:{vehicle}" if vehicle else "restriction"
        if key in tags:
            kind_of |= {bit: tags[key] for bit in _BITS if bit & modes}
    for vehicle in tags.get("except", "").split(";"):
        for bit in _BITS:
            if vehicle.strip() and bit & _VEHICLES.get(vehicle.strip(), 0):
                kind_of.pop(bit, None)
    kinds: dict[str, int] = {}
    for bit, kind in kind_of.items():
        if kind != "none":
            kinds[kind] = kinds.get(kind, 0) | bit
    return kinds, ""


@dataclass(frozen=True)
class _Members:
    """Members of a restriction by role: ids of ways, of the node, and what is wrong with them."""

    ways_from: tuple[int, ...]
    via: tuple[int, ...]
    ways_to: tuple[int, ...]
    fault: str

    @classmethod
    def of(cls, restriction: Restriction) -> _Members:
        """Sort the members of a relation."""

        def ids(role: str, kind: str) -> tuple[int, ...]:
            return tuple(
                dict.fromkeys(ref for r, k, ref in restriction.members if (r, k) == (role, kind))
            )

        one, via, to = ids("from", "w"), ids("via", "n"), ids("to", "w")
        fault = ""
        if ids("via", "w"):
            fault = "with a way in between (via)"
        elif len(via) != 1 or not one or not to:
            fault = "incomplete"
        return cls(one, via, to, fault)


@dataclass(frozen=True)
class _Corner:
    """A vertex with the edges that one may come along or leave by, and in which modes."""

    vertex: int
    arriving: Mapping[int, int]
    leaving: Mapping[int, int]
    way: Mapping[int, int]

    def pairs(self, found: _Members, modes: int) -> tuple[list[tuple[int, int]], str]:
        """Give the pairs of edges that some mode may use, or say why they cannot be told."""
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
                    return [], "whose way runs on beyond the node"
                else:
                    pairs += [(a, b) for a in arriving for b in leaving]
        return pairs, ""


def _corners(streets: Streets, restrictions: Sequence[Restriction]) -> dict[int, _Corner]:
    """Give the vertices that restrictions name, by the id of their node."""
    nodes = sorted({ref for r in restrictions for role, _, ref in r.members if role == "via"})
    order = np.argsort(streets.vertex_id, kind="stable")
    place = np.searchsorted(streets.vertex_id[order], nodes)
    place = np.minimum(place, streets.n_vertices - 1)
    vertex = order[place] if len(order) else place
    known = streets.vertex_id[vertex] == nodes
    wanted = np.zeros(streets.n_vertices, dtype=bool)
    wanted[vertex[known]] = True
    arriving: dict[int, dict[int, int]] = {int(v): {} for v in vertex[known]}
    leaving: dict[int, dict[int, int]] = {int(v): {} for v in vertex[known]}
    way: dict[int, dict[int, int]] = {int(v): {} for v in vertex[known]}
    for at, edge, forward in _ends(streets, wanted):
        masks = int(streets.access_forward[edge]), int(streets.access_backward[edge])
        come, go = masks if forward else masks[::-1]
        way[at][edge] = int(streets.way_id[edge])
        if come:
            arriving[at][edge] = arriving[at].get(edge, 0) | come
        if go:
            leaving[at][edge] = leaving[at].get(edge, 0) | go
    return {
        node: _Corner(at, arriving[at], leaving[at], way[at])
        for node, at in zip(np.array(nodes)[known].tolist(), vertex[known].tolist(), strict=True)
    }


def _ends(streets: Streets, wanted: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int, bool]]:
    """Give vertex, edge and whether the edge ends there, for both ends of edges, in order."""
    for edge in np.flatnonzero(wanted[streets.tail] | wanted[streets.head]).tolist():
        tail, head = int(streets.tail[edge]), int(streets.head[edge])
        if wanted[tail]:
            yield tail, edge, False
        if wanted[head]:
            yield head, edge, True
