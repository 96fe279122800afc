"""The weight of each way for a mean person of a class of income, over all groups and means.

All of IKOB's results are sums over it. A group counts by its part of the class where it lives, so
that the mean weight ``M[h, b] = sum_g V[g, h] max_v G[g, h, b, v]`` holds all that reach,
potential and competition ask of the groups: seven matrices a class in the place of some four
hundred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from grensgeo.methods.crow.decay_parameters import LEAST_WEIGHT, LONGEST_MIN, decay_parameters
from grensgeo.methods.crow.mixing import mix_rows
from grensgeo.methods.crow.person_groups import GROUPS, MODE_SETS
from grensgeo.routing.workers import share as share_work
from grensgeo.routing.workers import workers_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.arrays import Floats
    from grensgeo.methods.crow.experienced_times import ExperiencedTimes
    from grensgeo.methods.crow.ikob_inputs import IkobInputs
    from grensgeo.methods.crow.person_groups import PersonGroup

#: So many weights of one matrix are worked on at a time, so that those of all matrices of a block
#: of origins stay in a processor's cache.
_BLOCK = 8_192
#: A means of travel and the preference with which it is weighed.
Way: TypeAlias = tuple[str, str]
#: By the ways of which the best counts, the part of the people of each place (n,) whose they are.
Parts: TypeAlias = "Mapping[tuple[Way, ...], Floats]"


def way_of(
    group: PersonGroup, mode: str, modes: tuple[str, ...], *, electric: bool = False
) -> Way:
    """Return by which means a group takes a mode, and with which preference that is weighed.

    Parameters
    ----------
    group
        The group.
    mode
        One of the modes.
    modes
        All among which it chooses, on which its preference may depend.
    electric
        Whether a car of one's own is electric.
    """
    preference = group.preference_among(modes)
    if mode == "bicycle":
        return "bicycle", "bicycle" if preference == "bicycle" else "neutral"
    if mode == "transit":
        return ("free_transit", "transit") if group.free_transit else ("transit", preference)
    if group.car == "free_car":
        return "free_car", "car"
    if group.car == "car":
        return "car_electric" if electric else "car_fossil", preference
    return group.car, preference


def parts_by_ways(inputs: IkobInputs, income: int) -> list[dict[tuple[Way, ...], Floats]]:
    """Return by set of modes which part of a class chooses among which ways.

    Parameters
    ----------
    inputs
        The case.
    income
        Which class, by number.
    """
    electric = inputs.electric_shares[income]
    result: list[dict[tuple[Way, ...], Floats]] = []
    for modes in MODE_SETS:
        parts: dict[tuple[Way, ...], Floats] = {}
        for k, group in enumerate(GROUPS):
            own = group.car == "car" and "car" in modes
            for charged, weight in (
                ((False, 1 - electric), (True, electric)) if own else ((False, 1),)
            ):
                if weight == 0:
                    continue
                ways = tuple(way_of(group, mode, modes, electric=charged) for mode in modes)
                parts[ways] = parts.get(ways, 0.0) + weight * inputs.shares[:, income, k]
        result.append(parts)
    return result


def mixed_weights(times: ExperiencedTimes, income: int, sets: Sequence[Parts]) -> Floats:
    """Compute mean weights: over groups, each by the best of its ways (parts D2 and D3).

    Parameters
    ----------
    times
        Experienced times of one part of the day.
    income
        Which class, by number.
    sets
        Whose ways and which part of the people, one for each mean that is asked for.

    Returns
    -------
    ndarray
        (n_sets, n, n): origins by destinations.
    """
    inputs, variant = times.inputs, times.variant
    n = len(inputs.ids)
    steep: dict[tuple[str, float], int] = {}
    decays: dict[Way, int] = {}
    rows_of_decays: list[tuple[float, ...]] = []
    ways: list[list[int]] = []
    shares: list[Floats] = []
    for k, parts in enumerate(sets):
        for among, part in parts.items():
            for way in among:
                if way in decays:
                    continue
                means, preference = way
                mode = (
                    inputs.cycle if means == "bicycle" else means if means == "transit" else "car"
                )
                mode = "transit" if means == "free_transit" else mode
                told = decay_parameters(mode, preference, inputs.motive, variant=variant)
                alpha = told.steepness_per_min
                which = steep.setdefault((means, alpha), len(steep))
                held, longest = np.exp(-alpha * told.turning_min), np.exp(alpha * LONGEST_MIN)
                decays[way] = len(rows_of_decays)
                rows_of_decays.append((which, held, told.scaling, longest))
            numbers = [decays[way] for way in among]
            ways.append([k, *numbers, *[-1] * (3 - len(numbers))])
            shares.append(part)
    for means, _ in steep:
        times.lay(means)  # once, before threads ask for it
    table, all_ways = np.array(rows_of_decays, dtype=float), np.array(ways, dtype=np.int64)
    all_shares = np.array(shares, dtype=float)
    result = np.zeros((len(sets), n, n))
    step = max(1, _BLOCK // max(n, 1))
    starts = range(0, n, step)
    n_workers = workers_for(len(starts))
    least = LEAST_WEIGHT if variant == "coded" else 0.0

    def work(worker: int) -> None:
        for start in starts[worker::n_workers]:
            rows = slice(start, min(n, start + step))
            grown = np.empty((len(steep), rows.stop - start, n))
            for (means, alpha), which in steep.items():
                np.multiply(times.of(means, income, rows), alpha, out=grown[which])
            with np.errstate(over="ignore"):
                np.exp(grown, out=grown)
            mix_rows(grown, table, all_ways, all_shares[:, rows], least, result[:, rows])

    share_work(work, n_workers)
    return result
