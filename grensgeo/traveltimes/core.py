"""The street core of a network: made once, kept while the network lives, asked again and again.

The shape of the streets is looked at once for each mode and shared by the scenarios that leave it
as it is; durations are laid on it once for each mode, period and scenario.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from grensgeo.network.delays import measure_delays
from grensgeo.routing.streets.layout import lay_out
from grensgeo.routing.streets.skeletons import customise_layout, prepare_layout
from grensgeo.routing.streets.times import aim
from grensgeo.routing.warm import announce

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from grensgeo.network import Graph, Network, SpeedTable, Streets
    from grensgeo.network.delays import DelayTable
    from grensgeo.routing.streets.layout import Layout
    from grensgeo.routing.streets.skeletons import Skeleton, Timed
    from grensgeo.routing.streets.times import Targets
    from grensgeo.traveltimes.trip import Trip

    Floats = npt.NDArray[np.float64]

#: How many are kept for each network: the modes and countries of a study, for two trips. What was
#: asked for last stays.
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
        """Take from a trip what matters to the streets."""
        return cls(
            mode,
            country,
            speeds,
            trip.speed_period(),
            trip.stress_limit(mode),
            trip.delay_table(),
            60.0 * trip.crossing_time_min,
        )


@dataclass(frozen=True, eq=False)
class Core:
    """The streets of one mode with durations.

    Attributes
    ----------
    streets
        The streets.
    graph
        The mode's graph.
    durations_s
        Seconds along each edge, tail to head and head to tail.
    """

    streets: Streets
    graph: Graph
    durations_s: tuple[Floats, Floats]

    @cached_property
    def timed(self) -> Timed:
        """The hierarchy with these durations, made when it is first asked for."""
        announce()
        graph = self.graph
        layout = lay_out(
            graph.indptr,
            graph.heads,
            graph.weights_s,
            arc_edge=graph.arc_edge,
            depart=graph.depart,
            arrive=graph.arrive,
        )
        return customise_layout(_skeleton(self.streets, layout), layout)

    @cached_property
    def everywhere(self) -> Targets:
        """Every vertex of the graph as a destination."""
        return aim(self.timed)


_cores: weakref.WeakKeyDictionary[Network, dict[MetricKey, Core]]
_cores = weakref.WeakKeyDictionary()
#: By streets, which scenarios share, and not by network.
_skeletons: weakref.WeakKeyDictionary[Streets, list[tuple[Layout, Skeleton]]]
_skeletons = weakref.WeakKeyDictionary()


def find_core(network: Network, question: MetricKey) -> Core:
    """Return the core of a network, made now or kept from before.

    Parameters
    ----------
    network
        The network.
    question
        What the durations depend on.

    Returns
    -------
    Core
        The same for the same question.

    Raises
    ------
    InputError
        If the network cannot answer the question.
    """
    kept = _cores.setdefault(network, {})
    core = kept.pop(question, None) or _make(network, question)
    kept[question] = core  # to the end: what was asked for last
    for old in list(kept)[:-_MOST]:
        del kept[old]
    return core


def _make(network: Network, question: MetricKey) -> Core:
    mode, speeds = question.mode, question.speeds
    delays = measure_delays(network, mode, table=question.delays, crossing_s=question.crossing_s)
    hour, stress = question.period, question.max_stress
    graph = network.graph(
        mode,
        speeds=speeds,
        country=question.country,
        delays=delays,
        period=hour,
        max_stress=stress,
    )
    durations = network.durations_s(mode, speeds, period=hour, max_stress=stress)
    return Core(network.streets, graph, durations)


def _skeleton(streets: Streets, layout: Layout) -> Skeleton:
    """Return the skeleton of a shape, made now or kept from before."""
    kept = _skeletons.setdefault(streets, [])
    for place, (other, skeleton) in enumerate(kept):
        if layout.has_shape_of(other):
            kept.append(kept.pop(place))
            return skeleton
    skeleton = prepare_layout(layout)
    kept.append((layout, skeleton))
    del kept[:-_MOST]
    return skeleton
