"""The arcs of all metrics of a page's shape under names that they have in common.

See :mod:`grensgeo.traveltimes.portable_streets` for what becomes of them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.routing.streets.overlay import thin
from grensgeo.traveltimes.metrics import StreetMetric, find_metric
from grensgeo.traveltimes.portable_coding import CodedShape, code_shape
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Longs
    from grensgeo.network import Network
    from grensgeo.network.contents import Streets
    from grensgeo.network.graph import Graph
    from grensgeo.traveltimes.metric_key import MetricKey
    from grensgeo.traveltimes.portable_variants import Variants

#: A layer has one pace, which tells how long its streets are, where so many of them have it.
_ALIKE = 0.9
#: Seconds off the network are carried in steps of this.
OFFSET_STEP_S = 0.02


@dataclass(frozen=True, eq=False)
class Stand:
    """Where points are snapped to.

    Attributes
    ----------
    streets
        Number of the streets among those of the network and its scenarios.
    status
        uint8 (n_points,): as in :class:`grensgeo.network.Snapping`.
    edge
        int32 (n_points,): -1 for nowhere.
    fraction, distance_m
        float64 (n_points,): where on the edge, and how far off it.
    """

    streets: int
    status: npt.NDArray[np.uint8]
    edge: npt.NDArray[np.int32]
    fraction: Floats
    distance_m: Floats

    def along(self) -> Flags:
        """Return which points stand between the ends of their edge."""
        return (self.edge >= 0) & (self.fraction > 0) & (self.fraction < 1)

    def vertex(self, streets: Streets) -> Longs:
        """Return the vertices of the streets at which points stand; -1 for none."""
        at = np.maximum(self.edge, 0)
        ends = np.where(self.fraction == 1, streets.head[at], streets.tail[at])
        return np.where((self.edge >= 0) & ~self.along(), ends, -1).astype(np.int64)

    def same(self, other: Stand) -> Flags:
        """Return which points stand at the very same place."""
        nowhere = (self.edge < 0) & (other.edge < 0)
        there: Flags = (self.edge == other.edge) & (self.fraction == other.fraction)
        return there | nowhere

    def offset_steps(self) -> npt.NDArray[np.int32]:
        """Return the seconds off the network in whole steps."""
        steps: npt.NDArray[np.int32] = np.rint(
            self.distance_m / (OFF_NETWORK_KMH / 3.6) / OFFSET_STEP_S
        ).astype(np.int32)
        return steps

    def key(self) -> tuple[object, ...]:
        """Return what is equal for the same standing points."""
        parts = (self.status, self.edge, self.fraction, self.distance_m)
        return self.streets, *(part.tobytes() for part in parts)


@dataclass(frozen=True, eq=False)
class Layer:
    """A mode's durations in a network.

    Attributes
    ----------
    network, question, metric
        The network, what was asked about it, and the answer.
    streets
        Number of its streets among those of the network and its scenarios.
    """

    network: Network
    question: MetricKey
    metric: StreetMetric
    streets: int


@dataclass(frozen=True, eq=False)
class _Metric:
    """One metric: a graph, what it takes along its streets, and which of them are open."""

    graph: Graph
    durations_s: tuple[Floats, Floats]
    is_open: Flags  # (n_edges, 2)
    streets: int  # number of its streets


class ArcUnion:
    """The arcs of all metrics of a shape, and where points stand among them.

    Attributes
    ----------
    layers, stands
        By their numbers.
    """

    def __init__(
        self,
        layers: Mapping[int, Layer],
        stands: Mapping[int, Stand],
        *,
        variants: Variants,
        lonlat: Floats,
        country: npt.NDArray[np.uint8],
        limit_s: float,
        fine: bool,
    ) -> None:
        self.layers = dict(sorted(layers.items()))
        self.stands = dict(sorted(stands.items()))
        self.variants, self.lonlat, self.country = variants, lonlat, country
        self.limit_s, self.fine = limit_s, fine
        self.n_vertices, self.n_edges = variants.n_vertices, variants.n_edges
        self.codes = [0, *sorted({int(code) for code in country} - {0})]
        # those of one country after the other: its shapes of all modes are kept meanwhile
        found = [[_metric(layer, code) for layer in self.layers.values()] for code in self.codes]
        self.metrics = [metric for codes in zip(*found, strict=True) for metric in codes]
        self._lay_positions()

    def sets(self) -> dict[int, list[int]]:
        """Return by layer the metric that holds for each country's code, 0 for all streets."""
        wide = max(self.codes) + 1
        result = {}
        for place, layer in enumerate(self.layers):
            found = [-1] * wide
            for number, code in enumerate(self.codes):
                found[code] = place * len(self.codes) + number
            result[layer] = found
        return result

    def _lay_positions(self) -> None:
        """Mark where points stand along streets, and number these places."""
        n, e = self.n_vertices, self.n_edges
        whole = np.ones(e, dtype=bool)
        split = np.zeros(n, dtype=bool)
        for metric in self.metrics:
            graph = metric.graph
            edge, vertex = self._numbers(metric.streets)
            whole[edge] &= (graph.depart == graph.arrive[:, ::-1]).all(axis=1)
            split[vertex] |= graph.reached != np.arange(len(vertex))
        self.whole, self.split = whole, split
        along = [self._along(stand) for stand in self.stands.values()]
        # sorted by their first part, the edge, and then by their second, the fraction
        self.positions = np.unique(np.concatenate(along))
        self.edge = self.positions.real.astype(np.int64)
        self.fraction = self.positions.imag
        self.first_position = 2 * n + 4 * e
        at = self.first_position + 2 * np.arange(len(self.positions))
        self.leave = at
        self.enter = at + ~whole[self.edge]
        self.next_other = self.first_position + 2 * len(self.positions)
        self.others: dict[bytes, int] = {}

    def _numbers(self, streets: int) -> tuple[Longs, Longs]:
        """Return the common numbers of the edges and the vertices of some streets."""
        return self.variants.edge(streets), self.variants.vertex(streets)

    def _along(self, stand: Stand) -> npt.NDArray[np.complex128]:
        """Return where the points stand that stand along an edge: the edge, and how far along."""
        on = stand.along()
        edge = self.variants.edge(stand.streets)[stand.edge[on]]
        return np.asarray(edge + 1j * stand.fraction[on], dtype=np.complex128)

    def _names(self, metric: _Metric) -> Longs:
        """Name the vertices of a graph: by the streets' own numbers, or by arcs at split ones."""
        graph, n, e = metric.graph, self.n_vertices, self.n_edges
        edge, vertex = self._numbers(metric.streets)
        names = np.full(graph.n_vertices, -1, dtype=np.int64)
        names[: len(vertex)] = vertex
        second = np.flatnonzero(graph.reached >= len(vertex))
        names[graph.reached[second]] = n + vertex[second]
        arc = (2 * edge[:, None] + np.arange(2)).ravel()
        for number, ports in enumerate((graph.arrive, graph.depart)):
            arcs = np.flatnonzero(names[ports.ravel()] < 0)
            names[ports.ravel()[arcs]] = 2 * n + 2 * e * number + arc[arcs]
        unnamed = np.flatnonzero(names < 0)
        if len(unnamed):  # beginnings and ends of streets that are laid once more
            parts = (graph.indptr, graph.heads, np.array(metric.streets))
            digest = hashlib.sha256(b"".join(part.tobytes() for part in parts)).digest()
            if digest not in self.others:
                self.others[digest] = self.next_other
                self.next_other += graph.n_vertices
            names[unnamed] = self.others[digest] + unnamed
        return names

    def stand_at(self, stand: int) -> tuple[Longs, Longs]:
        """Return the names of the vertices by which points are left and come to; -1 for none."""
        points = self.stands[stand]
        own = points.vertex(self.variants.streets[points.streets])
        at = np.where(own >= 0, self.variants.vertex(points.streets)[own], -1)
        second = np.where((at >= 0) & self.split[at], self.n_vertices + at, at)
        on = np.flatnonzero(points.along())
        place = np.searchsorted(self.positions, self._along(points))
        leave, enter = at.copy(), second
        leave[on], enter[on] = self.leave[place], self.enter[place]
        return leave, enter

    def _arcs(self, metric: _Metric) -> tuple[Longs, Longs, Floats]:
        """Return the arcs of a metric under their names, points among them."""
        graph = metric.graph
        edge, vertex = self._numbers(metric.streets)
        names = self._names(metric)
        tails = np.repeat(names[: graph.n_vertices], np.diff(graph.indptr))
        heads = names[graph.heads]
        cut = np.zeros(self.n_edges, dtype=bool)
        cut[self.edge] = self.whole[self.edge]  # such a street is there in pieces
        stays = (graph.arc_edge < 0) | ~cut[edge][graph.arc_edge]
        arcs = [(tails[stays], heads[stays], graph.weights_s[stays])]
        whole = vertex[graph.reached == np.arange(len(vertex))]
        whole = whole[self.split[whole]]
        arcs.append((whole, self.n_vertices + whole, np.zeros(len(whole))))
        arcs += self._pieces(metric, names)
        tail, head, seconds = (np.concatenate(part) for part in zip(*arcs, strict=True))
        return tail, head, seconds

    def _pieces(self, metric: _Metric, names: Longs) -> list[tuple[Longs, Longs, Floats]]:
        """Return the arcs to, from and between the places along streets."""
        graph, fraction = metric.graph, self.fraction
        numbers = self.variants.edge(metric.streets)
        if not len(self.edge) or not len(numbers):
            return []
        of_edge = np.full(self.n_edges, -1, dtype=np.int64)
        of_edge[numbers] = np.arange(len(numbers))
        edge = of_edge[self.edge]  # among those of these streets
        there = edge >= 0
        starts = np.diff(self.edge, prepend=-1) != 0
        ends = np.append(starts[1:], True)
        result = []
        for way in (0, 1):
            seconds = metric.durations_s[way][edge]
            is_open = there & metric.is_open[edge, way]
            part = fraction if way == 0 else 1.0 - fraction  # of the edge before the place
            first, last = (starts, ends) if way == 0 else (ends, starts)
            first, last = np.flatnonzero(first & is_open), np.flatnonzero(last & is_open)
            begin, end = graph.begin_s[edge, way], graph.end_s[edge, way]
            result.append((
                names[graph.depart[edge[first], way]],
                self.enter[first],
                begin[first] + part[first] * seconds[first],
            ))  # fmt: skip
            result.append((
                self.leave[last],
                names[graph.arrive[edge[last], way]],
                (1.0 - part[last]) * seconds[last] + end[last],
            ))  # fmt: skip
            before = np.flatnonzero(~ends & is_open)
            after = before + 1
            step = (fraction[after] - fraction[before]) * seconds[before]
            one, other = (before, after) if way == 0 else (after, before)
            result.append((self.enter[one], self.enter[other], step))
            result.append((self.leave[one], self.leave[other], step))
        apart = np.flatnonzero(there & (self.leave != self.enter))
        result.append((self.leave[apart], self.enter[apart], np.zeros(len(apart))))
        return result

    def coded(self) -> CodedShape:
        """Write what is left of the arcs, thinned out, as whole numbers."""
        found = [self._arcs(metric) for metric in self.metrics]
        top = int(max(max(part.max(initial=0) for part in arcs[:2]) for arcs in found)) + 1
        points = [self.stand_at(stand) for stand in self.stands]
        kept = np.unique(np.concatenate([vertex for pair in points for vertex in pair]))
        kept = kept[kept >= 0]
        top = max(top, int(kept.max(initial=0)) + 1)
        pair = np.sort(np.concatenate([arcs[0] * top + arcs[1] for arcs in found]))
        pair = pair[np.diff(pair, prepend=-1) != 0]  # sorting is quicker than unique's own way
        seconds = np.full((len(pair), len(found)), np.inf)
        for number, (tail, head, weights) in enumerate(found):
            at = np.searchsorted(pair, tail * top + head)
            np.minimum.at(seconds[:, number], at, weights)
        name, ends = np.unique(
            np.concatenate([pair // top, pair % top, kept]), return_inverse=True
        )
        n_arcs = len(pair)
        is_kept = np.zeros(len(name), dtype=bool)
        is_kept[ends[2 * n_arcs :]] = True
        overlay = thin(
            len(name),
            ends[:n_arcs],
            ends[n_arcs : 2 * n_arcs],
            seconds,
            kept=is_kept,
            limit_s=self.limit_s,
        )
        return code_shape(
            overlay,
            name,
            kept=is_kept,
            starts=self._starts(name),
            n_countries=len(self.codes),
            limit_s=self.limit_s,
            spots=(points[0][0], self.lonlat),
            paces=np.array([pace for paces, _ in self._found_paces for pace in paces]),
            metre_s=[paces[0] if share >= _ALIKE else 0.0 for paces, share in self._found_paces],
            fine=self.fine,
        )

    def _starts(self, name: Longs) -> list[Longs]:
        """Return the vertices of the points that may ask under each metric."""
        result = []
        for code in self.codes:
            own = self.country == code if code else np.ones(len(self.country), bool)
            leave = [self.stand_at(stand)[0][own] for stand in self.stands]
            vertex = np.unique(np.concatenate(leave))
            result.append(np.searchsorted(name, vertex[vertex >= 0]))
        return result * len(self.layers)

    @cached_property
    def _found_paces(self) -> list[tuple[list[float], float]]:
        """Gather by layer the commonest seconds per metre, and the share of the first."""
        found = []
        for layer in self.layers.values():
            metres = layer.network.streets.length_m
            length = np.where(metres > 0, metres, np.nan)
            pace = np.round(layer.metric.durations_s[0] / length, 9)
            values, count = np.unique(pace[~np.isnan(pace)], return_counts=True)
            often = np.argsort(-count)[:2]
            share = count[often[0]] / count.sum() if len(often) else 0.0
            found.append((values[often].tolist() or [0.0], float(share)))
        return found


def _metric(layer: Layer, code: int) -> _Metric:
    """Return the metric of a layer with all streets, or with those of one country."""
    made, streets = layer.metric, layer.network.streets
    usable = np.ones(streets.n_edges, dtype=bool)
    if code:
        made = find_metric(layer.network, replace(layer.question, country=COUNTRIES[code]))
        usable = (streets.country == code) | streets.shared
    is_open = usable[:, None] & ~np.isnan(np.stack(made.durations_s, axis=1))
    return _Metric(made.graph, made.durations_s, is_open, layer.streets)
