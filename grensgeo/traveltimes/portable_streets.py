"""The streets that travel with a page: few edges that keep all times between its points.

Each mode's graph, at each hour, in each scenario, with all streets and with those of one country
alone, is one metric of the same union of arcs; a vertex that is split because a turn is forbidden
is known again by the street that leads to it or from it. Points stand at vertices: those along a
street cut it into pieces. Points on a street with a turn that is forbidden at one of its ends are
left by one vertex and come to by another, so that nobody turns round there. What no shortest way
between points needs is left out (:mod:`grensgeo.routing.streets.overlay`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.network.snapping import NOT_SNAPPED, snap_lonlat
from grensgeo.routing.streets.overlay import thin
from grensgeo.traveltimes.legs import snap_limit_m
from grensgeo.traveltimes.metrics import MetricKey, StreetMetric, find_metric, made_of
from grensgeo.traveltimes.portable_coding import CodedShape, code_shape
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Longs
    from grensgeo.network import Network, SpeedTable
    from grensgeo.network.contents import Streets
    from grensgeo.network.graph import Graph
    from grensgeo.traveltimes.trip import Trip

    Arrays = dict[str, npt.NDArray[Any] | list[str]]

#: Seconds off the network are carried in steps of this.
OFFSET_STEP_S = 0.02

#: Modes share a shape where at least this share of streets and of standing points is the same.
_ALIKE = 0.9


@dataclass(frozen=True, eq=False)
class Stand:
    """Where points are snapped to.

    Attributes
    ----------
    status
        uint8 (n_points,): as in :class:`grensgeo.network.Snapping`.
    edge
        int32 (n_points,): -1 for nowhere.
    fraction, distance_m
        float64 (n_points,): where on the edge, and how far off it.
    """

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


@dataclass(frozen=True, eq=False)
class _Metric:
    """One metric: a graph, what it takes along its streets, and which of them are open."""

    graph: Graph
    durations_s: tuple[Floats, Floats]
    is_open: Flags  # (n_edges, 2)


@dataclass(eq=False)
class _Family:
    """What is asked about one mode (and level of stress): its metrics and standing points."""

    layers: list[int] = field(default_factory=list)
    stands: list[int] = field(default_factory=list)
    limit_s: float = 0.0
    fine: bool = False


@dataclass(eq=False)
class StreetsDraft:
    """The streets of a page while trips ask for them: each kind of durations and snapping once.

    Attributes
    ----------
    network
        The network as it is.
    speeds
        Speed table.
    lonlat
        Degrees of the points: cells, places and stops.
    country
        Their codes.
    """

    network: Network
    speeds: SpeedTable | None
    lonlat: Floats
    country: npt.NDArray[np.uint8]
    layers: list[tuple[Network, MetricKey, StreetMetric]] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    layer_of: dict[tuple[object, ...], int] = field(default_factory=dict)
    seconds_of: dict[bytes, int] = field(default_factory=dict)
    stand_of: dict[tuple[str, float, int | None, bool], int] = field(default_factory=dict)
    families: dict[tuple[str, int | None], _Family] = field(default_factory=dict)

    def leg(
        self, trip: Trip, mode: str, variants: Iterable[Network], *, limit_min: float | None
    ) -> dict[str, Any]:
        """Return the numbers of what a leg of a trip needs: a layer a scenario, and snappings."""
        family = self.families.setdefault((mode, trip.stress_limit(mode)), _Family())
        limit_s = np.inf if limit_min is None else 60.0 * limit_min
        family.limit_s = max(family.limit_s, limit_s)
        family.fine |= trip.mode == "transit"
        layers = [self._layer(trip, mode, network) for network in variants]
        stands = [self._stand(trip, mode, own=own) for own in (False, True)]
        family.layers += [one for one in layers if one not in family.layers]
        family.stands += [one for one in stands if one not in family.stands]
        return {"layers": layers, "snapping": stands[0], "own_snapping": stands[1]}

    def _layer(self, trip: Trip, mode: str, network: Network) -> int:
        """Return the number of a mode's durations, the same for those that are the same."""
        question = MetricKey.of(trip, mode, country=None, speeds=self.speeds)
        key = made_of(network), id(network.speed_changes.get(mode)), question
        if key not in self.layer_of:
            made = find_metric(network, question)
            digest = hashlib.sha256(mode.encode())
            for part in (*made.durations_s, made.graph.weights_s, made.graph.heads):
                digest.update(np.ascontiguousarray(part).data)
            number = self.seconds_of.setdefault(digest.digest(), len(self.layers))
            if number == len(self.layers):
                self.layers.append((network, question, made))
            self.layer_of[key] = number
        return self.layer_of[key]

    def _stand(self, trip: Trip, mode: str, *, own: bool) -> int:
        """Return the number of a snapping of all points, the same for the same question."""
        limit_m, stress = snap_limit_m(self.network, trip), trip.stress_limit(mode)
        key = mode, limit_m, stress, own
        if key not in self.stand_of:
            self.stand_of[key] = len(self.stands)
            self.stands.append(self._snap(mode, limit_m, stress, own=own))
        return self.stand_of[key]

    def _snap(self, mode: str, limit_m: float, stress: int | None, *, own: bool) -> Stand:
        """Snap all points, to all streets or to those of their own country."""
        n = len(self.lonlat)
        status = np.full(n, NOT_SNAPPED, dtype=np.uint8)
        edge = np.full(n, -1, dtype=np.int32)
        fraction, distance = np.full(n, np.nan), np.zeros(n)
        for code in self.countries() if own else [0]:
            rows = np.flatnonzero(self.country == code) if own else np.arange(n)
            found = snap_lonlat(
                self.network,
                self.lonlat[rows],
                mode,
                max_m=limit_m,
                country=COUNTRIES[code] or None,
                max_stress=stress,
            )
            status[rows], edge[rows] = found.status, found.edge
            fraction[rows], distance[rows] = found.fraction, np.nan_to_num(found.distance_m)
        return Stand(status, edge, fraction, distance)

    def countries(self) -> list[int]:
        """Return the codes of the countries in which points lie."""
        return sorted({int(code) for code in self.country} - {0})

    def laid_out(self) -> tuple[Arrays, dict[str, Any]]:
        """Return everything that was asked for: arrays, and what of them belongs together."""
        shapes = self._shapes()
        arrays: Arrays = {}
        told: list[dict[str, Any]] = []
        layers: list[dict[str, Any]] = [{} for _ in self.layers]
        snappings = self._snappings()
        for number, families in enumerate(shapes):
            union = _Union(self, families)
            coded = union.coded()
            arrays |= {f"streets/{number}/{name}": part for name, part in coded.arrays.items()}
            told.append(coded.meta | {"spots": union.stands[0]})
            for layer, sets in union.sets().items():
                layers[layer] = {"shape": number, "sets": sets}
            for stand in union.stands:
                snappings[stand]["shapes"].append(number)
                arrays |= self._standing(union, coded, stand, number)
        for stand, standing in enumerate(self.stands):
            offset = np.rint(standing.distance_m / (OFF_NETWORK_KMH / 3.6) / OFFSET_STEP_S)
            arrays[f"snap/{stand}/status"] = standing.status
            arrays[f"snap/{stand}/offset"] = self._beside(stand, offset.astype(np.int32))
        meta = {
            "shapes": told,
            "layers": layers,
            "snappings": snappings,
            "offset_step_s": OFFSET_STEP_S,
        }
        return arrays, meta

    def _snappings(self) -> list[dict[str, Any]]:
        """Return for each snapping what it is written as a difference from, and its shapes."""
        others = {key[:3]: number for key, number in self.stand_of.items() if not key[3]}
        result: list[dict[str, Any]] = [{} for _ in self.stands]
        for (mode, limit_m, stress, own), number in self.stand_of.items():
            beside = others[mode, limit_m, stress] if own else None
            result[number] = {"beside": beside, "shapes": []}
        self._besides = [told["beside"] for told in result]
        return result

    def _beside(self, stand: int, values: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
        """Write a column of a snapping as the difference from the one that it stands beside."""
        other = self._besides[stand]
        if other is None:
            return values
        first = self.stands[other]
        offset = np.rint(first.distance_m / (OFF_NETWORK_KMH / 3.6) / OFFSET_STEP_S)
        before: npt.NDArray[np.int32] = offset.astype(np.int32)
        return np.subtract(values, before)

    def _standing(self, union: _Union, coded: CodedShape, stand: int, shape: int) -> Arrays:
        """Return the vertices of a shape by which points are left and come to."""
        leave, enter = (coded.place(vertex) for vertex in union.stand_at(stand))
        gap = enter - leave
        other = self._besides[stand]
        if other is not None:
            before = [coded.place(vertex) for vertex in union.stand_at(other)]
            leave, gap = leave - before[0], gap - (before[1] - before[0])
        return {f"snap/{stand}/{shape}/leave": leave, f"snap/{stand}/{shape}/gap": gap}

    def _shapes(self) -> list[list[_Family]]:
        """Group families whose streets and standing points are nearly the same."""
        shapes: list[list[_Family]] = []
        for family in self.families.values():
            for shape in shapes:
                if self._alike(family, shape[0]):
                    shape.append(family)
                    break
            else:
                shapes.append([family])
        return shapes

    def _alike(self, one: _Family, other: _Family) -> bool:
        """Return whether two families may share their edges."""
        used = []
        for family in (one, other):
            seconds = self.layers[family.layers[0]][2].durations_s
            used.append(~np.isnan(seconds[0]) | ~np.isnan(seconds[1]))
        if (used[0] & used[1]).sum() < _ALIKE * (used[0] | used[1]).sum():
            return False
        streets = self.network.streets
        first, second = (self.stands[family.stands[0]] for family in (one, other))
        at, there = first.vertex(streets), second.vertex(streets)
        same = np.where(at >= 0, at == there, first.same(second))
        return bool(same.mean() >= _ALIKE) if len(same) else True


class _Union:
    """The arcs of all metrics of a shape under names that they have in common."""

    def __init__(self, draft: StreetsDraft, families: list[_Family]) -> None:
        self.draft = draft
        self.streets = draft.network.streets
        self.layers = sorted({layer for family in families for layer in family.layers})
        self.stands = sorted({stand for family in families for stand in family.stands})
        self.limit_s = max(family.limit_s for family in families)
        self.fine = any(family.fine for family in families)
        self.codes = [0, *draft.countries()]
        # those of one country after the other: its shapes of all modes are kept meanwhile
        found = [[self._metric(layer, code) for layer in self.layers] for code in self.codes]
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

    def _metric(self, layer: int, code: int) -> _Metric:
        from dataclasses import replace

        network, key, made = self.draft.layers[layer]
        if code:
            made = find_metric(network, replace(key, country=COUNTRIES[code]))
        usable = np.ones(self.streets.n_edges, dtype=bool)
        if code:
            usable = (self.streets.country == code) | self.streets.shared
        is_open = usable[:, None] & ~np.isnan(np.stack(made.durations_s, axis=1))
        return _Metric(made.graph, made.durations_s, is_open)

    def _lay_positions(self) -> None:
        """Mark where points stand along streets, and number these places."""
        n, e = self.streets.n_vertices, self.streets.n_edges
        whole = np.ones(e, dtype=bool)
        split = np.zeros(n, dtype=bool)
        for metric in self.metrics:
            graph = metric.graph
            whole &= (graph.depart == graph.arrive[:, ::-1]).all(axis=1)
            split |= graph.reached != np.arange(n)
        self.whole, self.split = whole, split
        stands = [self.draft.stands[stand] for stand in self.stands]
        along = [stand.along() for stand in stands]
        edge = np.concatenate([s.edge[on] for s, on in zip(stands, along, strict=True)])
        fraction = np.concatenate([s.fraction[on] for s, on in zip(stands, along, strict=True)])
        # as complex numbers, which sort by their first part and then by their second
        self.positions = np.unique(edge + 1j * fraction)
        self.edge = self.positions.real.astype(np.int64)
        self.fraction = self.positions.imag
        self.first_position = 2 * n + 4 * e
        at = self.first_position + 2 * np.arange(len(self.positions))
        self.leave = at
        self.enter = at + ~whole[self.edge]
        self.next_other = self.first_position + 2 * len(self.positions)
        self.others: dict[bytes, int] = {}

    def _names(self, graph: Graph) -> Longs:
        """Name the vertices of a graph: by the streets' own numbers, or by arcs at split ones."""
        n, e = self.streets.n_vertices, self.streets.n_edges
        names = np.full(graph.n_vertices, -1, dtype=np.int64)
        names[:n] = np.arange(n)
        second = np.flatnonzero(graph.reached >= n)
        names[graph.reached[second]] = n + second
        for number, ports in enumerate((graph.arrive, graph.depart)):
            arcs = np.flatnonzero(names[ports.ravel()] < 0)
            names[ports.ravel()[arcs]] = 2 * n + 2 * e * number + arcs
        unnamed = np.flatnonzero(names < 0)
        if len(unnamed):  # beginnings and ends of streets that are laid once more
            digest = hashlib.sha256(graph.indptr.tobytes() + graph.heads.tobytes()).digest()
            if digest not in self.others:
                self.others[digest] = self.next_other
                self.next_other += graph.n_vertices
            names[unnamed] = self.others[digest] + unnamed
        return names

    def stand_at(self, stand: int) -> tuple[Longs, Longs]:
        """Return the names of the vertices by which points are left and come to; -1 for none."""
        points = self.draft.stands[stand]
        at = points.vertex(self.streets)
        second = np.where((at >= 0) & self.split[at], self.streets.n_vertices + at, at)
        on = np.flatnonzero(points.along())
        place = np.searchsorted(self.positions, points.edge[on] + 1j * points.fraction[on])
        leave, enter = at.copy(), second
        leave[on], enter[on] = self.leave[place], self.enter[place]
        return leave, enter

    def _arcs(self, metric: _Metric) -> tuple[Longs, Longs, Floats]:
        """Return the arcs of a metric under their names, points among them."""
        graph, n = metric.graph, self.streets.n_vertices
        names = self._names(graph)
        tails = np.repeat(names[: graph.n_vertices], np.diff(graph.indptr))
        heads = names[graph.heads]
        cut = np.zeros(self.streets.n_edges, dtype=bool)
        cut[self.edge] = self.whole[self.edge]  # such a street is there in pieces
        stays = (graph.arc_edge < 0) | ~cut[graph.arc_edge]
        arcs = [(tails[stays], heads[stays], graph.weights_s[stays])]
        whole = np.flatnonzero(self.split & (graph.reached == np.arange(n)))
        arcs.append((whole, n + whole, np.zeros(len(whole))))
        arcs += self._pieces(metric, names)
        tail, head, seconds = (np.concatenate(part) for part in zip(*arcs, strict=True))
        return tail, head, seconds

    def _pieces(self, metric: _Metric, names: Longs) -> list[tuple[Longs, Longs, Floats]]:
        """Return the arcs to, from and between the places along streets."""
        graph, edge, fraction = metric.graph, self.edge, self.fraction
        if not len(edge):
            return []
        starts = np.diff(edge, prepend=-1) != 0
        ends = np.append(starts[1:], True)
        result = []
        for way in (0, 1):
            seconds = metric.durations_s[way][edge]
            is_open = metric.is_open[edge, way]
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
        apart = np.flatnonzero(self.leave != self.enter)
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
            spots=(points[0][0], self.draft.lonlat),
            paces=self._paces(),
            fine=self.fine,
        )

    def _starts(self, name: Longs) -> list[Longs]:
        """Return the vertices of the points that may ask under each metric."""
        result = []
        for code in self.codes:
            own = self.draft.country == code if code else np.ones(len(self.draft.country), bool)
            leave = [self.stand_at(stand)[0][own] for stand in self.stands]
            vertex = np.unique(np.concatenate(leave))
            result.append(np.searchsorted(name, vertex[vertex >= 0]))
        return result * len(self.layers)

    def _paces(self) -> Floats:
        """Return seconds per metre that streets have in common, for steps that fit exactly."""
        length = np.where(self.streets.length_m > 0, self.streets.length_m, np.nan)
        found = []
        for metric in self.metrics[:: len(self.codes)]:
            pace = np.round(metric.durations_s[0] / length, 9)
            values, count = np.unique(pace[~np.isnan(pace)], return_counts=True)
            found += values[np.argsort(-count)[:2]].tolist()
        return np.array(found)
