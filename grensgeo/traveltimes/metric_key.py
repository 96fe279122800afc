"""What the durations of a mode's streets depend on: the question that metrics are kept by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo.network.hours import FREE_FLOW

if TYPE_CHECKING:
    from grensgeo.network import SpeedTable
    from grensgeo.network.crossings import CrossingTable
    from grensgeo.network.delays import DelayTable
    from grensgeo.traveltimes.trip import Trip


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
    crossing_s: float | CrossingTable

    @classmethod
    def of(
        cls, trip: Trip, mode: str, *, country: str | None, speeds: SpeedTable | None
    ) -> MetricKey:
        """Read from a trip what matters to the streets."""
        # traffic slows cars alone: others know no hour, unless one is named that must be there
        hourly = mode == "car" or trip.period is not None
        return cls(
            mode,
            country,
            trip.speeds_of(mode, speeds),
            trip.speed_period() if hourly else FREE_FLOW,
            trip.stress_limit(mode),
            trip.delay_table(),
            trip.crossing_s(mode),
        )
