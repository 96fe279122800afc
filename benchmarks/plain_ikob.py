"""IKOB in plain loops: group by group, pair by pair, as its text reads.

``benchmarks.ikob`` times it, and tests hold the product to it. Park-and-ride is left out.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.methods.crow.decay_parameters import DecayParameters, Variant, decay_parameters
from grensgeo.methods.crow.person_groups import GROUPS, INCOMES, MODE_SETS, PersonGroup

if TYPE_CHECKING:
    from grensgeo.methods.crow.ikob_inputs import IkobInputs

Matrix = list[list[float]]
NEVER = 9999.0


def experienced(inputs: IkobInputs, part: str, variant: Variant) -> dict[tuple[str, int], Matrix]:
    """Experienced minutes by means and class of income."""
    skims, prices = inputs.skims[part], inputs.prices
    n = len(inputs.ids)
    times: dict[tuple[str, int], Matrix] = {}
    rates = {
        "car_fossil": (prices.fossil_per_km + prices.levy_fossil_per_km, 0.0),
        "car_electric": (prices.electric_per_km + prices.levy_electric_per_km, 0.0),
        "free_car": (prices.levy_electric_per_km, 0.0),
        "no_car": (prices.shared_per_km + prices.levy_electric_per_km, prices.shared_per_min),
        "no_licence": (prices.taxi_per_km + prices.levy_electric_per_km, prices.taxi_per_min),
    }
    parking = np.zeros((n, 2)) if inputs.parking_min is None else inputs.parking_min
    first, last = (0, 1) if variant == "coded" else (1, 0)
    for income in range(len(INCOMES)):
        value = inputs.value_min_per_eur[income]
        for means, (per_km, per_min) in rates.items():
            made = [[NEVER] * n for _ in range(n)]
            for i in range(n):
                for j in range(n):
                    minutes = skims.car_min[i][j]
                    hired = means in ("no_car", "no_licence")
                    if hired and variant == "coded" and minutes < 7:
                        continue
                    cost = skims.car_km[i][j] * per_km + minutes * per_min
                    made[i][j] = minutes + parking[i][first] + parking[j][last] + value * cost
            times[means, income] = made
        for means in ("transit", "free_transit"):
            made = [[NEVER] * n for _ in range(n)]
            for i in range(n):
                for j in range(n):
                    minutes = skims.transit_min[i][j]
                    if minutes > 0.5:
                        fare = (
                            prices.transit_start + prices.transit_per_km * skims.transit_km[i][j]
                        )
                        made[i][j] = minutes + (value * fare if means == "transit" else 0)
            times[means, income] = made
        times["bicycle", income] = [list(row) for row in skims.bicycle_min]
    return times


def weighed(times: Matrix, told: DecayParameters, variant: Variant) -> Matrix:
    """Weights of one means."""
    n = len(times)
    result = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            if times[i][j] < 180:
                grown = math.exp((times[i][j] - told.turning_min) * told.steepness_per_min)
                weight = told.scaling / (1 + grown)
                result[i][j] = 0.0 if variant == "coded" and weight < 0.001 else weight
    return result


def single(
    inputs: IkobInputs, times: dict[tuple[str, int], Matrix], variant: Variant
) -> dict[tuple[str, str, int], Matrix]:
    """Weights by means, preference and class of income."""
    result = {}
    for (means, income), made in times.items():
        mode = {"bicycle": "bicycle", "transit": "transit", "free_transit": "transit"}.get(
            means, "car"
        )
        for preference in ("car", "neutral", "bicycle", "transit"):
            told = decay_parameters(mode, preference, inputs.motive, variant=variant)
            result[means, preference, income] = weighed(made, told, variant)
    return result


def best(
    weights: dict[tuple[str, str, int], Matrix],
    group: PersonGroup,
    modes: tuple[str, ...],
    *,
    income: int,
    car: str,
) -> Matrix:
    """Greatest weight of a group among modes."""
    preference = group.preference_among(modes)
    taken = []
    for mode in modes:
        if mode == "bicycle":
            taken.append(weights["bicycle", preference, income])
        elif mode == "transit" and group.free_transit:
            taken.append(weights["free_transit", "transit", income])
        elif mode == "transit":
            taken.append(weights["transit", preference, income])
        else:
            taken.append(weights[car, "car" if car == "free_car" else preference, income])
    n = len(taken[0])
    return [[max(one[i][j] for one in taken) for j in range(n)] for i in range(n)]


def all_weights(
    inputs: IkobInputs, part: str, variant: Variant
) -> dict[tuple[int, int, int], Matrix]:
    """Weights by class of income, set of modes and group, mixed over fossil and electric cars."""
    weights = single(inputs, experienced(inputs, part, variant), variant)
    n = len(inputs.ids)
    result = {}
    for income in range(len(INCOMES)):
        electric = inputs.electric_shares[income]
        for k, modes in enumerate(MODE_SETS):
            for g, group in enumerate(GROUPS):
                if group.car == "car":
                    pair = [
                        best(weights, group, modes, income=income, car=car)
                        for car in ("car_fossil", "car_electric")
                    ]
                    result[income, k, g] = [
                        [
                            (1 - electric) * pair[0][i][j] + electric * pair[1][i][j]
                            for j in range(n)
                        ]
                        for i in range(n)
                    ]
                else:
                    result[income, k, g] = best(
                        weights, group, modes, income=income, car=group.car
                    )
    return result


def plain_ikob(inputs: IkobInputs, part: str, variant: Variant) -> dict[str, np.ndarray]:
    """Reach, potential and competition, (4, 7, n)."""
    n = len(inputs.ids)
    names = ("reach", "potential", "competition_for_jobs", "competition_for_people")
    found = {name: np.zeros((len(INCOMES), len(MODE_SETS), n)) for name in names}
    weights = all_weights(inputs, part, variant)
    for (income, k, g), weight in weights.items():
        for i in range(n):
            for j in range(n):
                part_here = inputs.shares[i, income, g]
                found["reach"][income, k, i] += part_here * weight[i][j] * inputs.jobs[j, income]
                people = part_here * inputs.people[i, income]
                found["potential"][income, k, j] += people * weight[i][j]
    for (income, k, g), weight in weights.items():
        for i in range(n):
            for j in range(n):
                part_here = inputs.shares[i, income, g]
                rivals = found["potential"][income, k, j]
                if rivals > 0:
                    gained = part_here * weight[i][j] * inputs.jobs[j, income] / rivals
                    found["competition_for_jobs"][income, k, i] += gained
                if variant == "coded":
                    offers = found["reach"][income, k, j] or 1.0
                    gained = part_here * weight[i][j] * inputs.people[j, income] / offers
                    found["competition_for_people"][income, k, i] += gained
                else:
                    offers = found["reach"][income, k, i] or math.inf
                    gained = part_here * weight[i][j] * inputs.people[i, income] / offers
                    found["competition_for_people"][income, k, j] += gained
    return found
