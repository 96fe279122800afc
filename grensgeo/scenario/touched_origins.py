"""Which origins a change of streets can touch, so that the others need not be computed again.

Let ``d(v)`` be the least seconds from an origin to each vertex before the change, and let the
change give some arcs ``u -> v`` other seconds ``w'`` than their ``w`` (closed: infinite). Suppose
that within the limit

- no arc that becomes slower is tight: ``d(u) + w > d(v)``;
- no arc that becomes faster shortens: ``d(u) + w' >= d(v)``.

Then ``d`` holds after the change too. No time becomes longer: the arcs of a shortest way before
are all tight, so none of them is slower now. No time becomes shorter: every arc still has
``d(v) <= d(u) + w'``, and adding that up along any way gives at least ``d`` of its end (the
feasible potentials of linear programming). Times beyond the limit stay beyond it by the same sums.
What is reached on an edge hangs on ``d`` at its ends and on the edge itself, so an origin is
touched besides if it stands on an edge that changes or is snapped elsewhere now, or if a
destination does that lies within the limit, before or after. Everybody else reaches the same.

Sums in single precision are right within :data:`SLACK` of the limit: an arc that is tight by less
counts as tight, which touches a few origins too many and never one too few.

Source: R. Bellman (1958), On a routing problem, Quarterly of Applied Mathematics 16(1), 87-90, for
the conditions under which given times are shortest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.network.graph import seconds_by_place
from grensgeo.routing.streets.times import many_to_many
from grensgeo.traveltimes.legs import ModeStreets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grensgeo.arrays import Flags, Floats, Longs, Singles
    from grensgeo.network import Network, Snapping
    from grensgeo.scenario.origin_reach import OriginReach
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.metrics import StreetMetric

#: Share of the limit by which a sum in single precision may be off: four of the 5e-7 that
#: :mod:`grensgeo.routing.streets.sweep` states, for two times and the arc between, and to spare.
SLACK = 4e-6
#: Most times to vertices that are kept rather than computed again: 256 MB.
_KEPT = 64_000_000
#: Most times to vertices at once.
_BLOCK = 16_000_000


@dataclass(frozen=True, eq=False)
class StreetDifference:
    """What a change of streets can touch.

    Attributes
    ----------
    tail, head
        int64 (n_arcs,): ends of the arcs that take other seconds.
    before_s, after_s
        float64 (n_arcs,): their seconds; ``inf`` where there is none.
    origins
        bool (n_origins,): who stands on an edge that changes, or is snapped elsewhere now.
    reached_at
        int64: vertices by which destinations on such edges, or snapped elsewhere, are reached.
    """

    tail: Longs
    head: Longs
    before_s: Floats
    after_s: Floats
    origins: Flags
    reached_at: Longs


class StreetPotential:
    """Seconds from the origins of a question to all vertices, before any change.

    Parameters
    ----------
    reach
        The question.
    network
        The network before.
    trip
        A trip by one street mode.
    """

    def __init__(self, reach: OriginReach, network: Network, trip: Trip) -> None:
        self.reach, self.trip = reach, trip
        self.streets = ModeStreets.of(network, trip.mode, trip, speeds=None)
        self.snapped = self.streets.snap(reach.starts), self.streets.snap(reach.goals)
        self.ends = self.streets.ends(self.snapped[0])

    @property
    def is_kept(self) -> bool:
        """Whether the seconds of all origins are kept."""
        return len(self.reach) * self._n_vertices <= _KEPT

    def difference(self, network: Network) -> StreetDifference | None:
        """Compare other streets with those before.

        Parameters
        ----------
        network
            The network after a change.

        Returns
        -------
        StreetDifference or None
            None where their vertices are others, so that anybody may be touched.
        """
        after = ModeStreets.of(network, self.trip.mode, self.trip, speeds=None)
        snapped = after.snap(self.reach.starts), after.snap(self.reach.goals)
        one, other = self.streets.metric, after.metric
        if one is not other and not _same_vertices(one, other):
            return None
        edges = _edges_that_differ(one, other)
        mine = _moved(self.snapped[0], snapped[0]) | _on(self.snapped[0], edges)
        theirs = _moved(self.snapped[1], snapped[1]) | _on(self.snapped[1], edges)
        beside = np.concatenate([each.edge[theirs] for each in (self.snapped[1], snapped[1])])
        beside = np.unique(beside[beside >= 0])
        streets, graph = self.streets.network.streets, one.shape.graph
        # by the vertex itself, or by that from which the edge is entered
        ends = np.stack([streets.tail[beside], streets.head[beside]])
        near = np.concatenate([graph.reached[ends].ravel(), graph.depart[beside].ravel()])
        return StreetDifference(
            *_arcs(one, other, edges), origins=mine, reached_at=np.unique(near).astype(np.int64)
        )

    def touched(self, differences: Sequence[StreetDifference]) -> list[Flags]:
        """Return whom changes can touch: bool (n_origins,) for each."""
        found = [one.origins.copy() for one in differences]
        if any(_asks(one) for one in differences):
            for rows, seconds in self._blocks():
                for mine, one in zip(found, differences, strict=True):
                    if not mine[rows].all():
                        mine[rows] |= self._touched_in(seconds, one)
        return found

    def _touched_in(self, seconds: Singles, change: StreetDifference) -> Flags:
        """Return which rows of seconds to vertices a change can touch."""
        limit = self.reach.limit_s
        if not np.isfinite(limit):
            limit = float(np.fmax.reduce(seconds, axis=None, initial=0.0)) + 1.0
        slack = SLACK * limit
        result = np.asarray((seconds[:, change.reached_at] <= limit + slack).any(axis=1))
        begin = seconds[:, change.tail].astype(np.float64)
        end = np.nan_to_num(seconds[:, change.head].astype(np.float64), nan=np.inf)
        # slower by what it was, faster by what it is
        least = begin + np.minimum(change.before_s, change.after_s)
        # unreached (NaN) is no way at all
        used = (least <= end + slack) & (least <= limit + slack)
        return np.asarray(result | used.any(axis=1), dtype=bool)

    def _blocks(self) -> Iterator[tuple[slice, Singles]]:
        """Yield the seconds of some origins after the other to all vertices."""
        if self._held is not None:
            yield slice(0, len(self.reach)), self._held
            return
        step = max(64, _BLOCK // max(self._n_vertices, 1) // 64 * 64)
        for first in range(0, len(self.reach), step):
            rows = slice(first, min(first + step, len(self.reach)))
            yield rows, self._seconds(rows)

    @property
    def _n_vertices(self) -> int:
        return self.streets.metric.shape.graph.n_vertices

    @cached_property
    def _held(self) -> Singles | None:
        """The seconds of all origins, if they can be kept."""
        return self._seconds(slice(0, len(self.reach))) if self.is_kept else None

    def _seconds(self, rows: slice) -> Singles:
        metric = self.streets.metric
        found = many_to_many(metric.timed, self.ends[rows], destinations=metric.everywhere)
        return np.asfortranarray(found)


def _asks(change: StreetDifference) -> bool:
    """Return whether it has to be looked from where the change is reached."""
    return bool(len(change.tail) or len(change.reached_at))


def _same_vertices(one: StreetMetric, other: StreetMetric) -> bool:
    """Return whether two metrics differ along edges alone: vertices and turns are the same."""
    a, b = one.shape.graph, other.shape.graph
    return a is b or b.closes_only(a) or a.closes_only(b)


def _edges_that_differ(one: StreetMetric, other: StreetMetric) -> Longs:
    """Return the edges that take other seconds, or are open to others, in two metrics."""
    if one is other:
        return np.zeros(0, dtype=np.int64)
    pairs = [*zip(one.durations_s, other.durations_s, strict=True)]
    if one.delays is not other.delays:
        both = zip(one.lost_s, other.lost_s, strict=True)
        pairs += [(a[:, way], b[:, way]) for a, b in both for way in (0, 1)]
    differ = np.zeros(len(one.durations_s[0]), dtype=bool)
    for a, b in pairs:
        if a is not b:
            differ |= (a != b) & ~(np.isnan(a) & np.isnan(b))
    return np.flatnonzero(differ).astype(np.int64)


def _arcs(
    one: StreetMetric, other: StreetMetric, edges: Longs
) -> tuple[Longs, Longs, Floats, Floats]:
    """Return ends of the arcs along some edges, and what they take in either metric."""
    if not len(edges):
        return *np.zeros((2, 0), dtype=np.int64), *np.zeros((2, 0))
    rows: dict[tuple[int, int, int], list[float]] = {}
    for column, metric in enumerate((one, other)):
        graph = metric.shape.graph
        seconds = seconds_by_place(metric.durations_s, metric.delays)
        arcs = np.flatnonzero(np.isin(graph.arc_edge, edges))
        tails = np.searchsorted(graph.indptr, arcs, side="right") - 1
        place = graph.arc_place[arcs]
        ends = zip(tails.tolist(), graph.heads[arcs].tolist(), place.tolist(), strict=True)
        for key, taken in zip(ends, seconds[place].tolist(), strict=True):
            rows.setdefault(key, [np.inf, np.inf])[column] = taken
    keys = np.array(list(rows), dtype=np.int64).reshape(-1, 3)
    taken_s = np.array(list(rows.values())).reshape(-1, 2)
    differ = taken_s[:, 0] != taken_s[:, 1]
    return keys[differ, 0], keys[differ, 1], taken_s[differ, 0], taken_s[differ, 1]


def _moved(before: Snapping, after: Snapping) -> Flags:
    """Return which points stand elsewhere."""
    result = np.zeros(len(before), dtype=bool)
    for name in ("status", "edge", "fraction", "distance_m"):
        a, b = getattr(before, name), getattr(after, name)
        if a is not b:
            differ = a != b
            result |= differ & ~(np.isnan(a) & np.isnan(b)) if a.dtype.kind == "f" else differ
    return result


def _on(snapped: Snapping, edges: Longs) -> Flags:
    """Return which points stand on some edges."""
    if not len(edges):
        return np.zeros(len(snapped), dtype=bool)
    return np.isin(snapped.edge, edges)
