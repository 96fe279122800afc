"""The streets of one mode with durations: made once, held with the network, asked again and again.

The shape of the streets is looked at once for each mode and shared by the scenarios that leave it
as it is; durations are laid on it once for each mode, period and scenario.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

import numpy as np

from grensgeo.network.crossings import CrossingRule, CrossingTable
from grensgeo.network.delays import Delays, DelayTable, measure_delays
from grensgeo.network.edge_durations import durations_at
from grensgeo.network.graph import (
    Graph,
    GraphShape,
    seconds_at,
    seconds_by_place,
)
from grensgeo.network.graph_shapes import find_shape
from grensgeo.network.prepared import Kept, Part, PointAnswers, Same
from grensgeo.network.speeds import driven_kmh, lay_speeds
from grensgeo.routing.streets.aiming import Aimed, Hops, Selection, select
from grensgeo.routing.streets.chain_seconds import Along
from grensgeo.routing.streets.chains import Chains
from grensgeo.routing.streets.customisation import Metric, Sums
from grensgeo.routing.streets.ends import Ends
from grensgeo.routing.streets.hierarchy import Hierarchy
from grensgeo.routing.streets.layout import lay_out
from grensgeo.routing.streets.placed_points import Points
from grensgeo.routing.streets.skeletons import (
    Skeleton,
    Timed,
    customise_again,
    customise_alike,
    customise_skeleton,
    prepare_layout,
)
from grensgeo.routing.streets.times import Targets, aim
from grensgeo.routing.warm import announce
from grensgeo.traveltimes.few_edges import (
    FEW,
    access_differs,
    delays_that_differ,
    durations_that_differ,
    edges_changed,
    edges_that_differ,
    grown,
    with_durations,
)
from grensgeo.traveltimes.metric_key import MetricKey

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Indices, Longs
    from grensgeo.network import Network
    from grensgeo.network.contents import SpeedChange
    from grensgeo.routing.streets.layout import Layout

    _ShapeKey = tuple[str, str | None, int | None, Same]


#: How many metrics are kept for each network, and shapes for it and its scenarios: the modes and
#: countries of a study, for two trips. What was asked for last stays.
_MOST = 8


#: Speeds before a scenario that are kept, for scenarios of the same network.
_SPEEDS = 4

#: Parts of a hierarchy that are kept for it.
_SELECTIONS = 4


class LaidOut(NamedTuple):
    """The streets of a mode as a skeleton, and where the seconds of its edges stand.

    Attributes
    ----------
    skeleton
        The skeleton.
    ahead_at, back_at
        int32 (n,): place of the seconds of each of its edges among those of
        :func:`grensgeo.network.graph.seconds_by_place`.
    """

    skeleton: Skeleton
    ahead_at: Indices
    back_at: Indices

    def along(self, edges: Indices) -> Longs:
        """Return those of the skeleton's edges that run along some edges of the streets."""
        whole = self.skeleton.edge_of[edges]
        whole = whole[whole >= 0]
        # edges that are cut or laid twice stand behind those that are whole, one each way
        n_whole = int(self.skeleton.edge_of.max(initial=-1)) + 1
        cut = np.flatnonzero(np.isin(self.ahead_at[n_whole:] // 2, edges))
        return np.concatenate([whole, n_whole + cut])


#: What the parts of a metric are made of, when it is saved or sent.
PACKED_CLASSES: Final = (
    CrossingTable, CrossingRule, MetricKey, DelayTable, Delays, GraphShape, Skeleton, Chains,
    Hierarchy, Timed, Along, Metric,
    Sums, Targets, Points, Hops, Ends, Aimed, Selection,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class StreetShape:
    """The streets of one mode, whatever they take: hours and scenarios of other speeds share it.

    Attributes
    ----------
    graph
        The arcs.
    skeletons
        The skeletons that are there already, by what names them.
    selections
        Parts of the hierarchy above destinations that were asked for last.
    kin
        The shape of the streets that these are a copy of, whose order is kept.
    """

    graph: GraphShape
    skeletons: Kept[str, Skeleton] = field(repr=False)
    selections: PointAnswers[Selection] = field(repr=False)
    kin: StreetShape | None = field(default=None, repr=False)

    @classmethod
    def like(cls, graph: GraphShape, skeletons: Kept[str, Skeleton], kin: Self | None) -> Self:
        """Return the shape of streets; where some of its kin's are closed, it shares the rest."""
        if kin is not None and graph.closes_only(kin.graph):
            result = cls(graph, skeletons, kin.selections, kin)
            vars(result)["laid"] = kin.laid
            return result
        return cls(graph, skeletons, PointAnswers(most=_SELECTIONS), kin)

    @cached_property
    def laid(self) -> LaidOut:
        """The skeleton, contracted when it is first asked for."""
        graph, places = self.graph, self.graph.arc_place
        layout = lay_out(
            graph.indptr,
            graph.heads,
            np.arange(len(graph.heads), dtype=np.float64),  # arcs in the place of their seconds
            arc_edge=graph.arc_edge,
            depart=graph.depart,
            arrive=graph.arrive,
        )
        closed = 2 * len(graph.depart) + 1
        at = []
        for arc in (layout.forward_s, layout.backward_s):
            is_open = ~np.isnan(arc)
            place = np.full(len(arc), closed, dtype=np.int32)
            place[is_open] = places[arc[is_open].astype(np.intp)]
            at.append(place)
        skeleton = self.skeletons.get(
            layout.shape_key(), lambda: _contract(layout, self._levels())
        )
        return LaidOut(skeleton, *at)

    def _levels(self) -> Indices | None:
        """Return the number of each vertex in the hierarchy of the kin."""
        if self.kin is None:
            return None
        return self.kin.laid.skeleton.levels(self.graph.vertices_in(self.kin.graph))

    @cached_property
    def along_chains(self) -> tuple[Indices, Indices]:
        """Where the seconds of edges stand, in the order of the chains, along and against them."""
        chains = self.laid.skeleton.chains
        ways = self.laid.ahead_at[chains.edge], self.laid.back_at[chains.edge]
        return np.where(chains.flipped, *ways[::-1]), np.where(chains.flipped, *ways)

    def select(self, hops: Hops) -> Selection:
        """Return what is swept to get to points, found now or kept from before."""
        hierarchy = self.laid.skeleton.hierarchy
        return self.selections.get(hops.vertex, lambda: select(hierarchy, hops))


@dataclass(frozen=True, eq=False)
class StreetMetric:
    """The streets of one mode with durations.

    Attributes
    ----------
    made_of
        Streets, turns, controls and observed speeds that it was made of.
    shape
        The streets of the mode.
    durations_s
        Seconds along each edge, tail to head and head to tail.
    delays
        Seconds lost on edges beside, if any.
    change
        What a scenario made of the speeds.
    before
        A metric of the same shape and delays, and the few edges whose durations differ from it.
    alike
        Another metric of the same shape, as that before a scenario.
    """

    made_of: Same = field(repr=False)
    shape: StreetShape
    durations_s: tuple[Floats, Floats]
    delays: Delays | None = None
    change: SpeedChange | None = None
    before: tuple[StreetMetric, Indices] | None = field(default=None, repr=False)
    alike: StreetMetric | None = field(default=None, repr=False)

    @cached_property
    def graph(self) -> Graph:
        """The mode's graph with seconds."""
        return self.shape.graph.weigh(self.durations_s, self.delays)

    @property
    def lost_s(self) -> tuple[Floats, Floats]:
        """Delays between a vertex and an edge's middle, and back, as in :class:`Delays`."""
        if self.delays is None:
            nothing = np.broadcast_to(0.0, self.shape.graph.depart.shape)
            return nothing, nothing
        return self.delays.begin_s, self.delays.end_s

    @property
    def timed(self) -> Timed:
        """The hierarchy with these durations."""
        return self.customised[0]

    @cached_property
    def customised(self) -> tuple[Timed, Sums]:
        """The hierarchy with these durations, and in double precision; made when asked for."""
        laid = self.shape.laid
        if self.before is None:
            seconds = seconds_by_place(self.durations_s, self.delays)
            if self.alike is not None and _fits(self.alike, self.durations_s, seconds):
                return customise_alike(self.alike.timed, self.shape.along_chains, seconds)
            return customise_skeleton(laid.skeleton, seconds[laid.ahead_at], seconds[laid.back_at])
        metric, edges = self.before
        if not len(edges):
            return metric.customised

        def seconds_of(mine: Indices) -> tuple[Floats, Floats]:
            known = self.durations_s, self.delays
            return seconds_at(*known, laid.ahead_at[mine]), seconds_at(*known, laid.back_at[mine])

        return customise_again(metric.customised, seconds_of, changed=laid.along(edges))

    @cached_property
    def everywhere(self) -> Targets:
        """Every vertex of the graph as a destination."""
        return self.aim(None)

    def aim(self, points: Ends | None) -> Targets:
        """Prepare destinations; every vertex if none are given."""
        return aim(self.timed, points, select=self.shape.select)


def _fits(metric: StreetMetric, durations_s: tuple[Floats, Floats], seconds: Floats) -> bool:
    """Return whether a metric is customised and closes what sound durations close."""
    if "customised" not in vars(metric):
        return False
    if not (np.fmin.reduce(seconds) >= 0 and np.fmax.reduce(seconds) < np.inf):
        return False  # it is said elsewhere what is wrong
    both = zip(metric.durations_s, durations_s, strict=True)
    return all(np.array_equal(np.isnan(one), np.isnan(other)) for one, other in both)


def _contract(layout: Layout, level: Indices | None) -> Skeleton:
    announce()
    return prepare_layout(layout, level=level)


class StreetMetrics(Part):
    """The metrics of a network by question, and what they share with those of its scenarios.

    Attributes
    ----------
    skeletons
        By what names their layout: a shape is known again by what it is, not by where it is.
    shapes
        By mode, country and level of stress, streets and turns.
    driven
        Speeds before a scenario, by what they depend on.
    delays
        Delays, by what they depend on.
    metrics
        By question.
    before
        The same of the network that this one is a copy of.
    changed
        The same of the network with other streets that this one is a copy of.
    known
        Of :meth:`names` those that are saved.
    """

    def __init__(self) -> None:
        self.skeletons = Kept[str, Skeleton](_MOST)
        self.shapes = Kept["_ShapeKey", StreetShape](_MOST)
        self.driven = Kept[tuple[object, ...], tuple["Floats", "Floats"]](_SPEEDS)
        self.delays = Kept[tuple[object, ...], Delays | None](_MOST)
        self.metrics = Kept[MetricKey, StreetMetric](_MOST)
        self.before: StreetMetrics | None = None
        self.changed: StreetMetrics | None = None
        self.known: frozenset[str] = frozenset()

    def handed_on(self, *, same_streets: bool) -> StreetMetrics:
        """Return a part that shares all but the metrics, and knows those."""
        result = StreetMetrics()
        result.skeletons = self.skeletons
        if same_streets:
            result.shapes, result.driven, result.delays = self.shapes, self.driven, self.delays
            result.before, result.changed = self, self.changed
        else:
            result.changed = self
        return result

    def metric_before(self, key: MetricKey) -> StreetMetric | None:
        """Return the metric of a question before the scenario, if it is there."""
        part = self.before
        while part is not None:
            if key in part.metrics.held:
                return part.metrics.held[key]
            part = part.before
        return None

    def metric_of_lines(self, key: MetricKey) -> StreetMetric | None:
        """Return a metric of the same question on the streets that these are a copy of."""
        part = self.changed
        while part is not None:
            metric = part.metrics.held.get(key)
            if metric is not None:
                return metric
            part = part.changed
        return None

    def metric_of_kin(self, key: MetricKey, shape: StreetShape) -> StreetMetric | None:
        """Return a metric of the same question on the streets whose skeleton a shape shares."""
        part = self.changed
        while part is not None:
            metric = part.metrics.held.get(key)
            if metric is not None and metric.shape is shape.kin:
                return metric if vars(shape).get("laid") is metric.shape.laid else None
            part = part.changed
        return None

    def kin(self, network: Network, key: MetricKey) -> StreetShape | None:
        """Return a shape of the streets that these are a copy of, if one is contracted.

        Their vertices and edges have the same numbers, but for those that are new.
        """
        part, streets = self.changed, network.streets
        while part is not None:
            fits = [
                (made_from.parts[1] is network.turns, shape)
                for (*named, made_from), shape in part.shapes.held.items()
                if tuple(named) == (key.mode, key.country, key.max_stress)
                and "laid" in vars(shape)
                and grown(shape.graph, streets)
            ]
            if fits:  # the first with the same turns, if there is one
                return max(fits, key=lambda fit: fit[0])[1]
            part = part.changed
        return None

    def names(self) -> frozenset[str]:
        """Return the names of what was contracted, and of the streets that it was laid under."""
        laid = {
            f"{key.mode}, {key.country}, {key.max_stress}"
            for key, metric in self.metrics.held.items()
            if key.speeds is None and "customised" in vars(metric)
        }
        return frozenset(self.skeletons.held) | laid

    def saved(self) -> dict[str, Any]:
        """Return what is kept as plain arrays, but for speed tables of one's own."""
        metrics = [(key, one) for key, one in self.metrics.held.items() if key.speeds is None]
        shapes = list(dict.fromkeys(metric.shape for _, metric in metrics))
        return {
            "skeletons": self.skeletons.held,
            "shapes": [
                (shape.graph, *tuple(vars(shape).get("laid", ())), shape.selections.found)
                for shape in shapes
            ],
            "metrics": [
                (
                    key,
                    shapes.index(metric.shape),
                    metric.durations_s,
                    metric.delays,
                    vars(metric).get("customised"),
                    vars(metric).get("everywhere"),
                )
                for key, metric in metrics
            ],
            "driven": [
                (mode, period, kmh)
                for (mode, speeds, period, made_of), kmh in self.driven.held.items()
                if speeds is None and made_of in {metric.made_of for _, metric in metrics}
            ],
        }

    @classmethod
    def restored(cls, saved: dict[str, Any], network: Network) -> StreetMetrics:
        """Return what :meth:`saved` gave of the same network."""
        result = cls()
        result.skeletons.held.update(saved["skeletons"])
        shapes = []
        for graph, *laid, selections in saved["shapes"]:
            shape = StreetShape(
                graph, result.skeletons, PointAnswers(selections, most=_SELECTIONS)
            )
            if laid:
                vars(shape)["laid"] = LaidOut(*laid)
            shapes.append(shape)
        made_from = made_of(network)
        for key, number, seconds, delays, customised, everywhere in saved["metrics"]:
            shape, change = shapes[number], network.speed_changes.get(key.mode)
            metric = StreetMetric(made_from, shape, seconds, delays, change)
            made = {"customised": customised, "everywhere": everywhere}
            vars(metric).update({name: value for name, value in made.items() if value is not None})
            result.metrics.held[key] = metric
            result.shapes.held[_shape_key(network, key)] = shape
            result.delays.held[_delays_key(network, key)] = delays
        for mode, period, kmh in saved["driven"]:
            result.driven.held[mode, None, period, made_from] = kmh
        result.known = result.names()
        return result


def find_metric(network: Network, key: MetricKey) -> StreetMetric:
    """Return the streets of a network with durations, made now or kept from before.

    Parameters
    ----------
    network
        The network.
    key
        What the durations depend on.

    Returns
    -------
    StreetMetric
        The same for the same question.

    Raises
    ------
    InputError
        If the network cannot answer the question.
    """
    part = network.prepared.part(StreetMetrics)
    return part.metrics.get(key, lambda: _make(network, key, part))


def made_of(network: Network) -> Same:
    """Return what metrics are made of but for a scenario's speeds, as a key: four parts."""
    return Same(network.streets, network.turns, network.controls, network.observed_speeds)


def _shape_key(network: Network, key: MetricKey) -> _ShapeKey:
    return key.mode, key.country, key.max_stress, Same(network.streets, network.turns)


def _delays_key(network: Network, key: MetricKey) -> tuple[object, ...]:
    made_of = Same(network.streets, network.controls)
    return key.mode, key.delays, key.crossing_s, made_of


def _delays(network: Network, key: MetricKey) -> Delays | None:
    return measure_delays(network, key.mode, table=key.delays, crossing_s=key.crossing_s)


def _made_again(network: Network, key: MetricKey, part: StreetMetrics) -> StreetMetric | None:
    """Return a metric as that of streets that lie the same but for few edges; None of others.

    Other limits, levels of stress and speeds are other weights on the same arcs, closed streets
    weights that nobody pays; the order is kept, and only what lies above them is customised.
    """
    known, change = part.metric_of_lines(key), network.speed_changes.get(key.mode)
    if known is None:
        return None
    edges = edges_changed(network, known.made_of, known.change, mode=key.mode)
    if edges is None or len(edges) > FEW:
        return None
    again = durations_at(
        network, key.mode, edges, speeds=key.speeds, period=key.period, max_stress=key.max_stress
    )
    durations, shape = with_durations(known.durations_s, edges, again), known.shape
    both = zip(known.durations_s, durations, strict=True)
    if any((np.isnan(one[edges]) != np.isnan(other[edges])).any() for one, other in both):
        shape = part.shapes.get(
            _shape_key(network, key),
            lambda: StreetShape.like(
                find_shape(network, key.mode, durations, country=key.country),
                part.skeletons,
                known.shape,
            ),
        )
        if vars(shape).get("laid") is not known.shape.laid:
            return None  # more was opened, or turns are others
    edges, delays = (
        edges[durations_that_differ(known.durations_s, durations, at=edges)],
        known.delays,
    )
    if key.delays is not None and access_differs(network, known.made_of):
        delays = part.delays.get(_delays_key(network, key), lambda: _delays(network, key))
        edges = np.union1d(edges, delays_that_differ(delays, known.delays)).astype(np.int32)
    before = (known, edges) if len(edges) <= FEW else None
    return StreetMetric(made_of(network), shape, durations, delays, change, before)


def _make(network: Network, key: MetricKey, part: StreetMetrics) -> StreetMetric:
    kept = _made_again(network, key, part)
    if kept is not None:
        return kept
    made_from, change = made_of(network), network.speed_changes.get(key.mode)
    delays = part.delays.get(_delays_key(network, key), lambda: _delays(network, key))
    driven = part.driven.get(
        (key.mode, key.speeds, key.period, made_from),
        lambda: driven_kmh(
            network.streets,
            key.mode,
            speeds=key.speeds,
            observed=network.observed_speeds if key.mode == "car" else None,
            period=key.period,
        ),
    )
    known = part.metric_before(key)
    if known is not None and known.made_of == made_from:
        edges = edges_that_differ(known.change, change)
        if not len(edges):
            return known  # what was made of it holds on
        if len(edges) <= FEW:
            again = lay_speeds(
                network.streets,
                key.mode,
                driven,
                change=change,
                max_stress=key.max_stress,
                edges=edges,
            )
            durations = with_durations(known.durations_s, edges, again)
            return StreetMetric(made_from, known.shape, durations, delays, change, (known, edges))
    durations = lay_speeds(
        network.streets, key.mode, driven, change=change, max_stress=key.max_stress
    )
    shape = part.shapes.get(
        _shape_key(network, key),
        lambda: StreetShape.like(
            find_shape(network, key.mode, durations, country=key.country),
            part.skeletons,
            part.kin(network, key),
        ),
    )
    before = part.metric_of_kin(key, shape)
    if before is not None and before.delays is None and delays is None:
        edges = durations_that_differ(before.durations_s, durations)
        if len(edges) <= FEW:
            return StreetMetric(made_from, shape, durations, None, change, (before, edges))
    alike = None if known is None else known.alike or known
    if alike is not None and alike.shape is not shape:
        alike = None
    return StreetMetric(made_from, shape, durations, delays, change, alike=alike)
