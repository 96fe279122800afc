"""Decay functions as a likelihood needs them: their logarithm and its slopes in the parameters.

Every parameter is searched by its logarithm, so that it stays above zero and its interval lies
evenly about it on the scale on which it acts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.measures import decay as curves

if TYPE_CHECKING:
    from collections.abc import Callable

    from grensgeo.arrays import Floats
    from grensgeo.measures.impedance import Decay

DecayKind = Literal["exponential", "power", "gaussian", "log_logistic"]


@dataclass(frozen=True)
class DecayFamily:
    """A family of decay functions.

    Attributes
    ----------
    parameters
        Names of what is searched, by its logarithm.
    start
        Where the search starts, given the mean minutes of a trip.
    log_weight
        Logarithms of parameters and minutes to the logarithm of the weight (n,) and its slopes
        (n, n_parameters).
    make
        The decay function of the parameters themselves.
    """

    parameters: tuple[str, ...]
    start: Callable[[float], tuple[float, ...]]
    log_weight: Callable[[Floats, Floats], tuple[Floats, Floats]]
    make: Callable[..., Decay]


def _exponential(logs: Floats, minutes: Floats) -> tuple[Floats, Floats]:
    weight = -math.exp(logs[0]) * minutes
    return weight, weight[:, None]


def _power(logs: Floats, minutes: Floats) -> tuple[Floats, Floats]:
    weight = -math.exp(logs[0]) * np.log(np.maximum(minutes, 1.0))
    return weight, weight[:, None]


def _gaussian(logs: Floats, minutes: Floats) -> tuple[Floats, Floats]:
    weight = -0.5 * minutes**2 * math.exp(-2 * logs[0])
    return weight, -2 * weight[:, None]


def _log_logistic(logs: Floats, minutes: Floats) -> tuple[Floats, Floats]:
    slope = math.exp(logs[1])
    # a time of nothing weighs 1 whatever the parameters
    level = slope * (np.log(np.maximum(minutes, 1e-6)) - logs[0])
    part = 1 / (1 + np.exp(-level))
    return -np.logaddexp(0.0, level), np.column_stack([part * slope, -part * level])


def _median_and_slope(median_min: float, slope: float) -> Decay:
    return curves.log_logistic(-slope * math.log(median_min), slope)


#: Source: the functions of :mod:`grensgeo.measures.decay`, which name theirs.
FAMILIES: dict[str, DecayFamily] = {
    "exponential": DecayFamily(
        ("rate",), lambda mean: (1 / mean,), _exponential, curves.exponential
    ),
    "power": DecayFamily(("exponent",), lambda _: (2.0,), _power, curves.power),
    "gaussian": DecayFamily(("sd_min",), lambda mean: (mean,), _gaussian, curves.gaussian),
    "log_logistic": DecayFamily(
        ("median_min", "slope"), lambda mean: (mean, 3.0), _log_logistic, _median_and_slope
    ),
}
