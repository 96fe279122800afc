"""Vertices at which turns are forbidden, split so that a plain graph obeys.

Arcs are numbered: twice the edge from tail to head, and one more from head to tail.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.network.speeds import durations_s

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.arrays import Flags, Indices, Longs
    from grensgeo.network.contents import Streets
    from grensgeo.network.turns import Turns

    _Row = tuple[int, ...]

#: Columns of arrays by edge and direction: from tail to head, and from head to tail.
FORWARD, BACKWARD = 0, 1


@dataclass(frozen=True, eq=False)
class SplitEdges:
    """Where edges begin and end in a graph with split vertices, and the turns between.

    Attributes
    ----------
    n_vertices
        Number of vertices, those made here included.
    depart, arrive, reached
        As in :class:`grensgeo.network.Graph`.
    through
        int64 (n_edges, 2): vertex from which one drives along an edge. It is ``depart``, but where
        the edge is laid twice: then one comes to ``depart`` from either, to points on the edge.
    turn_from, turn_to
        int64: ends of the turns at split vertices.
    copied, copy_from, copy_to
        int64: arcs that are laid once more, and the ends of the copies.
    """

    n_vertices: int
    depart: Longs
    arrive: Longs
    reached: Longs
    through: Longs
    turn_from: Longs
    turn_to: Longs
    copied: Longs
    copy_from: Longs
    copy_to: Longs

    @classmethod
    def whole(cls, streets: Streets) -> SplitEdges:
        """Return the edges of streets whose every vertex is whole."""
        ends = np.stack([streets.tail, streets.head], axis=1).astype(np.int64)
        none = np.zeros(0, dtype=np.int64)
        every = np.arange(streets.n_vertices)
        there = ends[:, ::-1].copy()
        return cls(streets.n_vertices, ends, there, every, ends, *([none] * 5))


@dataclass(frozen=True, eq=False)
class Bans:
    """What one mode may not do.

    Attributes
    ----------
    one, other
        int64: pairs of arcs that may not follow each other.
    rows
        Rows of three arcs or more that may not follow each other, though none of the pairs in them
        is forbidden.
    """

    one: Longs
    other: Longs
    rows: tuple[_Row, ...]

    @classmethod
    def of(cls, turns: Turns, bit: int, streets: Streets, is_open: Flags) -> Bans:
        """Select the bans of a mode that concern arcs that are open to it."""
        mine = (turns.modes & bit) > 0
        whole = SplitEdges.whole(streets)
        banned = turns.via[mine], turns.from_edge[mine], turns.to_edge[mine]
        one, other = _banned_arcs(whole, is_open, banned)
        free = is_open.ravel()
        pairs = set(zip(one.tolist(), other.tolist(), strict=True))
        rows = {
            row
            for row in turns.passages.rows(bit)
            if free[list(row)].all() and pairs.isdisjoint(pairwise(row))
        }
        # a row that holds another is never driven whole
        kept = [row for row in rows if not any(_holds(row, short) for short in rows)]
        return cls(one, other, tuple(sorted(kept)))

    def without_turning_round(self, streets: Streets, is_open: Flags) -> Bans:
        """Return the bans with turning round forbidden where it would get one past one."""
        # numba is loaded where a car meets a forbidden turn
        from grensgeo.network.rounds import turns_round

        whole = SplitEdges.whole(streets)
        depart, arrive = whole.depart.ravel(), whole.arrive.ravel()
        corners = [arrive[self.one], *(arrive[[row[0], row[-2]]] for row in self.rows)]
        near = _near_bans(whole, is_open, near=np.unique(np.concatenate(corners)))
        seconds = np.stack(durations_s(streets, "car"), axis=1)
        seconds = np.where(is_open, seconds, np.nan).ravel()
        aside = self.one != self.other ^ 1  # to turn round is no aim of its own
        rows = [case for row in self.rows for case in pairwise(row)]
        ends = [row[-1] for row in self.rows for _ in row[1:]]
        begun = np.array(rows, dtype=np.int64).reshape(-1, 2)
        cases = (
            np.concatenate([self.one[aside], begun[:, 0]]),
            np.concatenate([self.other[aside], begun[:, 1]]),
            np.concatenate([self.other[aside], np.array(ends, dtype=np.int64)]),
        )
        far = turns_round(
            cases, (self.one, self.other), depart=depart, arrive=arrive, seconds=seconds
        )
        round_ = np.union1d(near, far)
        one = np.concatenate([self.one, round_])
        other = np.concatenate([self.other, round_ ^ 1])
        pairs = np.unique(np.stack([one, other], axis=1), axis=0)
        return replace(self, one=pairs[:, 0], other=pairs[:, 1])


def _holds(row: _Row, short: _Row) -> bool:
    """Return whether a row holds a shorter one."""
    n = len(short)
    return n < len(row) and any(row[k : k + n] == short for k in range(len(row) - n + 1))


def split(streets: Streets, bans: Bans) -> SplitEdges:
    """Split the vertices at which turns are forbidden.

    Of a split vertex, its own number stays with those edges that may be followed by any other; a
    second number (``reached``) goes to those that may follow any other.

    Parameters
    ----------
    streets
        The streets.
    bans
        What may not be done, of arcs that are open.

    Returns
    -------
    SplitEdges
        The vertices; all are whole where nothing is forbidden.
    """
    whole = SplitEdges.whole(streets)
    if not len(bans.one) and not bans.rows:
        return whole
    copies = _PassageCopies.of(bans)
    depart, arrive = whole.depart.ravel().copy(), whole.arrive.ravel().copy()
    # arcs that come to a ban, and arcs that go on from one, get vertices of their own; between
    # these lie arcs of 0 s for all pairs that are allowed
    coming = np.union1d(bans.one, copies.entered[:, 0])
    going = np.union1d(bans.other, copies.watched)
    cut = np.union1d(arrive[coming], depart[going])
    n, n_split = streets.n_vertices, len(cut)
    # numbers: the streets' own, second numbers of the cut ones, ends of arcs that come to a ban,
    # beginnings of arcs that go on from one
    reached = whole.reached.copy()
    reached[cut] = n + np.arange(n_split)
    at_coming, at_going = arrive[coming], depart[going]
    arrive[coming] = n + n_split + np.arange(len(coming))
    leaving = np.isin(depart, cut)
    depart[leaving] = reached[depart[leaving]]
    depart[going] = n + n_split + len(coming) + np.arange(len(going))
    pair_one, pair_other = _pairs(
        np.searchsorted(cut, at_coming), np.searchsorted(cut, at_going), n_split
    )
    taken = np.concatenate([np.stack([bans.one, bans.other], axis=1), copies.entered[:, :2]])
    # a pair of arcs as one number, so that those which are taken are found in one go
    key = coming[pair_one] * len(depart) + going[pair_other]
    free = ~np.isin(key, taken[:, 0] * len(depart) + taken[:, 1])
    ports = SplitEdges(
        n_vertices=n + n_split + len(coming) + len(going),
        depart=depart.reshape(-1, 2),
        arrive=arrive.reshape(-1, 2),
        reached=reached,
        through=depart.reshape(-1, 2),
        turn_from=np.concatenate([cut, at_going, arrive[coming], arrive[coming][pair_one[free]]]),
        turn_to=np.concatenate(
            [reached[cut], depart[going], reached[at_coming], depart[going][pair_other[free]]]
        ),
        copied=whole.copied,
        copy_from=whole.copy_from,
        copy_to=whole.copy_to,
    )
    return copies.lay(ports, whole, bans) if len(copies.rows) else ports


def _pairs(at_one: Longs, at_other: Longs, n: int) -> tuple[Longs, Longs]:
    """Pair each of some with each of others at the same place; give their positions."""
    by_place = np.argsort(at_other, kind="stable")
    count = np.bincount(at_other, minlength=n)
    start = np.cumsum(count) - count
    here = count[at_one]
    one = np.repeat(np.arange(len(at_one)), here)
    step = np.arange(len(one)) - np.repeat(np.cumsum(here) - here, here)
    return one, by_place[np.repeat(start[at_one], here) + step]


@dataclass(frozen=True, eq=False)
class _PassageCopies:
    """Edges that are laid once more, for those who have come the way of a row so far.

    Attributes
    ----------
    rows
        What has been driven at the end of each copy: the beginning of a row, two arcs or more. The
        copy is of its last arc.
    entered
        int64 (n, 3): arc that one comes along, arc that one turns into, and the copy of the latter
        that is taken.
    watched
        int64: arcs that do not follow a copy as they follow the edge itself.
    """

    rows: tuple[_Row, ...]
    entered: Longs
    watched: Longs

    @classmethod
    def of(cls, bans: Bans) -> _PassageCopies:
        """List the beginnings of rows."""
        begun = sorted({row[:k] for row in bans.rows for k in range(2, len(row))})
        number = {row: k for k, row in enumerate(begun)}
        entered = [(*row, number[row]) for row in begun if len(row) == 2]
        # what may not follow, and what is laid twice itself, where a copy ends
        watched = [row[-1] for row in bans.rows]
        watched += [row[-1] for row in begun]
        return cls(
            tuple(begun),
            np.array(entered, dtype=np.int64).reshape(-1, 3),
            np.unique(np.array(watched, dtype=np.int64)),
        )

    def lay(self, ports: SplitEdges, whole: SplitEdges, bans: Bans) -> SplitEdges:
        """Add the copies to ports."""
        # each copy of an arc has a beginning and an end of its own; points on an arc that is laid
        # more than once are left by its own vertex, to which the beginnings of all copies lead
        arcs = np.array([row[-1] for row in self.rows], dtype=np.int64)
        begin = ports.n_vertices + np.arange(len(arcs))
        end = begin + len(arcs)
        twice = np.unique(arcs)
        points = ports.n_vertices + 2 * len(arcs) + np.arange(len(twice))
        through, depart = ports.through.ravel(), ports.depart.ravel().copy()
        depart[twice] = points
        turns = [
            *zip(through[twice].tolist(), points.tolist(), strict=True),
            *zip(begin.tolist(), points[np.searchsorted(twice, arcs)].tolist(), strict=True),
            *((int(ports.arrive.ravel()[one]), int(begin[copy])) for one, _, copy in self.entered),
        ]
        going_at: dict[int, list[int]] = {}
        going = np.union1d(bans.other, self.watched)
        for arc, vertex in zip(going.tolist(), whole.depart.ravel()[going].tolist(), strict=True):
            going_at.setdefault(vertex, []).append(arc)
        step = _Steps(bans, {row: k for k, row in enumerate(self.rows)})
        for copy, row in enumerate(self.rows):
            at = int(whole.arrive.ravel()[row[-1]])
            turns.append((int(end[copy]), int(ports.reached[at])))
            for arc in going_at.get(at, []):
                following = step.after(row, arc)
                if following is not None:
                    port = through[arc] if following < 0 else begin[following]
                    turns.append((int(end[copy]), int(port)))
        more = np.array(turns, dtype=np.int64)
        return replace(
            ports,
            n_vertices=ports.n_vertices + 2 * len(arcs) + len(twice),
            depart=depart.reshape(-1, 2),
            turn_from=np.concatenate([ports.turn_from, more[:, 0]]),
            turn_to=np.concatenate([ports.turn_to, more[:, 1]]),
            copied=arcs,
            copy_from=begin,
            copy_to=end,
        )


class _Steps:
    """What may follow the beginning of a row, and which beginning one is on then."""

    def __init__(self, bans: Bans, number: Mapping[_Row, int]) -> None:
        self.number = number
        self.banned: set[_Row] = set(bans.rows)
        self.banned.update(zip(bans.one.tolist(), bans.other.tolist(), strict=True))

    def after(self, row: _Row, arc: int) -> int | None:
        """Return the number of the copy to take into an arc, -1 for the edge, None for a ban."""
        # the longest end of what has been driven that is the beginning of a row, as in a search
        # for several words at once (Aho and Corasick 1975)
        tails = [(*row[k:], arc) for k in range(len(row))]
        if any(tail in self.banned for tail in tails):
            return None
        return next((self.number[tail] for tail in tails if tail in self.number), -1)


def _banned_arcs(
    whole: SplitEdges,
    is_open: Flags,
    banned: tuple[Indices, Indices, Indices],
) -> tuple[Longs, Longs]:
    """Return the pairs of open arcs (twice the edge, plus 1 backward) that may not follow."""
    via, from_edge, to_edge = banned
    ones, others = [], []
    for coming in (FORWARD, BACKWARD):
        for going in (FORWARD, BACKWARD):
            real = (
                is_open[from_edge, coming]
                & is_open[to_edge, going]
                & (whole.arrive[from_edge, coming] == via)
                & (whole.depart[to_edge, going] == via)
            )
            ones.append(2 * from_edge[real].astype(np.int64) + coming)
            others.append(2 * to_edge[real].astype(np.int64) + going)
    return np.concatenate(ones), np.concatenate(others)


def _near_bans(whole: SplitEdges, is_open: Flags, *, near: Longs) -> Longs:
    """Return the arcs near some vertices after which a car may not turn round.

    They are those that come to one of the vertices, and those that lead away from it as far as
    the next junction; never one into a dead end.
    """
    depart, arrive, free = whole.depart.ravel(), whole.arrive.ravel(), is_open.ravel()
    arcs = np.flatnonzero(free)
    # with two arcs out of a vertex, their sum less the one tells the other
    n_out = np.bincount(depart[arcs], minlength=whole.n_vertices)
    sum_out = np.zeros(whole.n_vertices, dtype=np.int64)
    np.add.at(sum_out, depart[arcs], arcs)
    two_way = free & is_open[:, ::-1].ravel()
    found = two_way & np.isin(arrive, near)
    front = np.flatnonzero(two_way & np.isin(depart, near))
    passed = np.zeros(len(free), dtype=bool)
    while len(front):
        found[front] = passed[front] = True
        # where the street only runs on, there is one arc beside the one back
        on = front[n_out[arrive[front]] == 2]
        front = np.unique(sum_out[arrive[on]] - (on ^ 1))
        front = front[two_way[front] & ~passed[front]]
    return np.flatnonzero(found & (n_out[arrive] > 1))
