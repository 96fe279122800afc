"""How long a mode takes on few edges, where all others are known."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.network.hours import FREE_FLOW
from grensgeo.network.speeds import driven_kmh, lay_speeds

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Ints
    from grensgeo.network.data import NetworkData
    from grensgeo.network.speeds import SpeedTable


def durations_at(
    network: NetworkData,
    mode: str,
    edges: Ints,
    *,
    speeds: SpeedTable | None = None,
    period: str = FREE_FLOW,
    max_stress: int | None = None,
) -> tuple[Floats, Floats]:
    """Compute how long a mode takes on some edges of a network.

    Parameters
    ----------
    network, mode, speeds, period, max_stress
        As for :func:`grensgeo.network.speeds.durations_of`, which has raised already on what
        cannot be.
    edges
        The edges.

    Returns
    -------
    tuple
        What :func:`grensgeo.network.speeds.durations_of` returns of these edges.
    """
    streets = network.streets.at_edges(edges)
    observed, change = network.observed_speeds, network.speed_changes.get(mode)
    if observed is not None:
        names = [item.name for item in fields(observed)]
        observed = replace(observed, **{name: getattr(observed, name)[edges] for name in names})
    if change is not None:
        change = replace(change, speed_kmh=change.speed_kmh[edges], factor=change.factor[edges])
    driven = driven_kmh(
        streets,
        mode,
        speeds=speeds,
        observed=observed if mode == "car" else None,
        period=period,
    )
    ahead, back = lay_speeds(streets, mode, driven, change=change)
    if max_stress is not None:
        for seconds, level in ((ahead, streets.stress_forward), (back, streets.stress_backward)):
            seconds[(level == 0) | (level > max_stress)] = np.nan
    return ahead, back
