"""How long a train takes from one stop to the next over stretches of different limits."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: m/s², on average up to the top speed and down from it. The diesel railcars of the Münsterland
#: (Talent, class 643) start with 0.7 and can brake with 1.2 (Wikipedia, "Bombardier Talent");
#: power is short at speed, and trains brake for signals and passengers with about half of what
#: they could: means are assumed.
ACCELERATION = 0.5
BRAKING = 0.6


def running_s(
    stretches: Sequence[tuple[float, float]],
    *,
    acceleration: float = ACCELERATION,
    braking: float = BRAKING,
) -> float:
    """Compute the shortest time from a standstill to a standstill.

    Parameters
    ----------
    stretches
        Length in metres and limit in km/h of each, in the order in which they are run over.
    acceleration, braking
        m/s², constant.

    Returns
    -------
    float
        Seconds. The limit of a stretch is kept from its beginning to its end; the length of the
        train, slopes and curves take no part.

    Source
    ------
    Uniform acceleration: within a stretch the speed rises from ``u`` and falls to ``w``, with
    ``v² = (2 a b s + b u² + a w²) / (a + b)`` at the top where the limit is not reached.

    Examples
    --------
    36 km/h are reached after 20 s and 100 m; 1,000 m take 80 s at that speed, and braking 20 s:

    >>> running_s([(1200.0, 36.0)], acceleration=0.5, braking=0.5)
    140.0
    """
    lengths = [length for length, _ in stretches]
    limits = [kmh / 3.6 for _, kmh in stretches]
    # Speed between stretches: no more than both limits, and what the ones before and after allow
    between = [0.0, *(min(pair) for pair in pairwise(limits)), 0.0]
    for place, length in enumerate(lengths):
        reached = math.sqrt(between[place] ** 2 + 2 * acceleration * length)
        between[place + 1] = min(between[place + 1], reached)
    for place in reversed(range(len(lengths))):
        held = math.sqrt(between[place + 1] ** 2 + 2 * braking * lengths[place])
        between[place] = min(between[place], held)
    total = 0.0
    for place, (length, limit) in enumerate(zip(lengths, limits, strict=True)):
        u, w = between[place], between[place + 1]
        top = math.sqrt(
            (2 * acceleration * braking * length + braking * u**2 + acceleration * w**2)
            / (acceleration + braking)
        )
        top = min(top, limit)
        steady = length - (top**2 - u**2) / (2 * acceleration) - (top**2 - w**2) / (2 * braking)
        # what is left over by rounding is no stretch
        total += (top - u) / acceleration + (top - w) / braking + max(steady, 0.0) / max(top, u, w)
    return total
