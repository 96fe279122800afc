"""The streets of one mode with durations: made once, held with the network, asked again and again.

The shape of the streets is looked at once for each mode and shared by the scenarios that leave it
as it is; durations are laid on it once for each mode, period and scenario.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from grensgeo.network.delays import DelayTable, measure_delays
from grensgeo.network.graph import Graph
from grensgeo.network.prepared import Kept, Part
from grensgeo.routing.streets.aiming import Aimed, Hops, Selection
from grensgeo.routing.streets.chains import Along, Chains
from grensgeo.routing.streets.ends import Ends
from grensgeo.routing.streets.hierarchy import Hierarchy, Metric
from grensgeo.routing.streets.layout import lay_out
from grensgeo.routing.streets.placed_points import Points
from grensgeo.routing.streets.skeletons import (
    Skeleton,
    Timed,
    customise_layout,
    prepare_layout,
)
from grensgeo.routing.streets.times import Targets, aim
from grensgeo.routing.warm import announce

if TYPE_CHECKING:
    from grensgeo.arrays import Floats
    from grensgeo.network import Network, SpeedTable
    from grensgeo.routing.streets.layout import Layout
    from grensgeo.traveltimes.trip import Trip


#: How many metrics are kept for each network, and shapes for it and its scenarios: the modes and
#: countries of a study, for two trips. What was asked for last stays.
_MOST = 8


@dataclass(frozen=True)
class MetricKey:
    """What the durations of one mode depend on, besides the network.

    Attributes
    ----------
    mode, country
        A street mode, and the country whose streets alone are used.
    speeds
        Speed table, or None for the one that comes with grensgeo.
    period, max_stress
        As for :meth:`grensgeo.network.Network.graph`.
    delays, crossing_s
        As for :func:`grensgeo.network.measure_delays`.
    """

    mode: str
    country: str | None
    speeds: SpeedTable | None
    period: str
    max_stress: int | None
    delays: DelayTable | None
    crossing_s: float

    @classmethod
    def of(
        cls, trip: Trip, mode: str, *, country: str | None, speeds: SpeedTable | None
    ) -> MetricKey:
        """Read from a trip what matters to the streets."""
        return cls(
            mode,
            country,
            speeds,
            trip.speed_period(),
            trip.stress_limit(mode),
            trip.delay_table(),
            60.0 * trip.crossing_time_min,
        )


#: What the parts of a metric are made of, when it is saved or sent.
PACKED_CLASSES: Final = (
    MetricKey, DelayTable, Graph, Skeleton, Chains, Hierarchy, Timed, Along, Metric, Targets,
    Points, Hops, Ends, Aimed, Selection,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class StreetMetric:
    """The streets of one mode with durations.

    Attributes
    ----------
    graph
        The mode's graph.
    durations_s
        Seconds along each edge, tail to head and head to tail.
    skeletons
        The shapes that are there already, by what names them.
    """

    graph: Graph
    durations_s: tuple[Floats, Floats]
    skeletons: Kept[str, Skeleton] = field(repr=False)

    @cached_property
    def timed(self) -> Timed:
        """The hierarchy with these durations, made when it is first asked for."""
        graph = self.graph
        layout = lay_out(
            graph.indptr,
            graph.heads,
            graph.weights_s,
            arc_edge=graph.arc_edge,
            depart=graph.depart,
            arrive=graph.arrive,
        )
        skeleton = self.skeletons.get(layout.shape_key(), lambda: _contract(layout))
        return customise_layout(skeleton, layout)

    @cached_property
    def everywhere(self) -> Targets:
        """Every vertex of the graph as a destination."""
        return aim(self.timed)


def _contract(layout: Layout) -> Skeleton:
    announce()
    return prepare_layout(layout)


class StreetMetrics(Part):
    """The metrics of a network by question, and the shapes that they are laid on."""

    def __init__(self, skeletons: Kept[str, Skeleton] | None = None) -> None:
        self.skeletons = Kept[str, Skeleton](_MOST) if skeletons is None else skeletons
        self.metrics = Kept[MetricKey, StreetMetric](_MOST)

    def handed_on(self, *, same_streets: bool) -> StreetMetrics:
        """Return the shapes: a shape is known again by what it is, not by where it is."""
        del same_streets
        return StreetMetrics(self.skeletons)

    def saved(self) -> dict[str, Any]:
        """Return what is kept as plain arrays, but for speed tables of one's own."""
        return {
            "skeletons": self.skeletons.held,
            "metrics": [
                (
                    key,
                    metric.graph,
                    metric.durations_s,
                    vars(metric).get("timed"),
                    vars(metric).get("everywhere"),
                )
                for key, metric in self.metrics.held.items()
                if key.speeds is None
            ],
        }

    @classmethod
    def restored(cls, saved: dict[str, Any]) -> StreetMetrics:
        """Return what :meth:`saved` gave."""
        result = cls()
        result.skeletons.held.update(saved["skeletons"])
        for key, graph, durations_s, timed, everywhere in saved["metrics"]:
            metric = StreetMetric(graph, durations_s, result.skeletons)
            made = {"timed": timed, "everywhere": everywhere}
            vars(metric).update({name: value for name, value in made.items() if value is not None})
            result.metrics.held[key] = metric
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
    return part.metrics.get(key, lambda: _make(network, key, part.skeletons))


def _make(network: Network, key: MetricKey, skeletons: Kept[str, Skeleton]) -> StreetMetric:
    mode, speeds, hour, stress = key.mode, key.speeds, key.period, key.max_stress
    delays = measure_delays(network, mode, table=key.delays, crossing_s=key.crossing_s)
    graph = network.graph(
        mode,
        speeds=speeds,
        country=key.country,
        delays=delays,
        period=hour,
        max_stress=stress,
    )
    durations = network.durations_s(mode, speeds, period=hour, max_stress=stress)
    return StreetMetric(graph, durations, skeletons)
