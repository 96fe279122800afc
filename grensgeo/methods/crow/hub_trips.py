"""Park-and-ride: by car to a hub, and on by public transport or by bicycle.

As the method is written (IKOB's later versions, ``compute_chain_travel_time``) each way by a hub
has its own time and cost, and the best hub counts. The program at 2567106 (``chain_generator``)
goes about it otherwise, see :func:`_coded`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.methods.crow.ikob_costs import (
    cycle_cost,
    drive_cost,
    drive_rates,
    fare,
    transit_cost,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from grensgeo.arrays import Floats, Longs
    from grensgeo.methods.crow.decay_parameters import Variant
    from grensgeo.methods.crow.ikob_inputs import Hubs, IkobInputs, Skims

#: What the program takes for the least over hubs before it has seen one.
_NEVER = 9999.0
_ALL = slice(None)


@dataclass(frozen=True, eq=False)
class _CodedTrips:
    """Ways by hubs as the program lays them together, (n_hubs, n, n), whole minutes and km."""

    near_end_min: Floats
    near_end_car_km: Floats
    near_end_ride_km: Floats
    near_start_min: Floats
    near_start_car_km: Floats
    near_start_ride_km: Floats
    bicycle_min: Floats
    bicycle_car_km: Floats


def by_hubs(
    inputs: IkobInputs, means: str, income: int, *, part: str, variant: Variant, rows: slice
) -> list[Floats]:
    """Compute experienced minutes by the best hubs.

    Parameters
    ----------
    inputs
        The case, with hubs.
    means
        ``car_fossil`` or ``car_electric``.
    income
        Which class, by number.
    part
        Part of the day.
    variant
        As the method is written, or as IKOB's program computes it.
    rows
        Origins that are asked for.

    Returns
    -------
    list of ndarray
        (rows, n) each, NaN where there is no way: on by public transport (as coded: with the car
        for the longer leg, and for the shorter one) and on by bicycle.
    """
    hubs, skims = inputs.hubs, inputs.skims[part]
    assert hubs is not None  # asked where there are any
    value = inputs.value_min_per_eur[income]
    if variant == "coded":
        return _experienced_as_coded(inputs, skims, means, value=value, rows=rows)
    places = np.array(hubs.places)
    drive = drive_cost(inputs.prices, skims, means, rows)[:, places] + np.array(hubs.cost_eur)
    if skims.extra_car_eur is not None:
        drive = drive + skims.extra_car_eur[rows][:, places]
    there = skims.car_min[rows][:, places] + value * drive
    ride = np.where(skims.transit_min > 0, skims.transit_min, np.nan)[places]
    ride = ride + np.array(hubs.transit_change_min)[:, None]
    paid = np.array(hubs.pays_transit)[:, None]
    ride = ride + value * paid * transit_cost(inputs.prices, skims, _ALL)[places]
    cycled = skims.bicycle_min[places] + np.array(hubs.bicycle_change_min)[:, None]
    cost = cycle_cost(inputs.prices, skims, _ALL)
    if cost is not None:
        cycled = cycled + value * cost[places]
    return [_best(there, ride), _best(there, cycled)]


def _best(there: Floats, onward: Floats) -> Floats:
    """Return the least over hubs of both legs: (rows, hubs) and (hubs, n) give (rows, n)."""
    result = np.full((len(there), onward.shape[1]), np.nan)
    for hub in range(len(onward)):
        np.fmin(result, there[:, hub, None] + onward[hub], out=result)
    return result


def best_hubs(
    inputs: IkobInputs, *, part: str, variant: Variant = "written"
) -> tuple[Longs, Longs]:
    """Find through which hub one is quickest.

    Parameters
    ----------
    inputs
        The case, with hubs.
    part
        Part of the day.
    variant
        As the method is written, or as IKOB's program computes it: that takes the hub for bicycles
        from the kilometres by car to park-and-ride.

    Returns
    -------
    tuple of ndarray
        (n, n) places by number: on by public transport, and on by bicycle; -1 where no hub gives a
        way.
    """
    hubs, skims = inputs.hubs, inputs.skims[part]
    assert hubs is not None  # asked where there are any
    places = np.array(hubs.places)
    if variant == "coded":
        trips = _coded(skims, hubs)
        return places[trips.near_end_min.argmin(0)], places[trips.near_start_car_km.argmin(0)]
    there = skims.car_min[:, places].T[:, :, None]
    ride = np.where(skims.transit_min > 0, skims.transit_min, np.nan)[places][:, None]
    cycled = skims.bicycle_min[places][:, None]
    found = []
    for onward, change in ((ride, hubs.transit_change_min), (cycled, hubs.bicycle_change_min)):
        total = there + onward + np.array(change)[:, None, None]
        total = np.where(np.isnan(total), np.inf, total)
        found.append(np.where(np.isinf(total.min(0)), -1, places[total.argmin(0)]))
    return found[0], found[1]


def _coded(skims: Skims, hubs: Hubs) -> _CodedTrips:
    """Build ways by each hub as the program does.

    Whether the ride comes first is decided by comparing it with the drive onward, and the bicycle
    leg is taken the wrong way round where the hub lies nearer to the destination. All is rounded.
    """
    car, km, ride, bike = skims.car_min, skims.car_km, skims.transit_min, skims.bicycle_min
    ride_km = np.zeros_like(km) if skims.transit_km is None else skims.transit_km
    layers: list[list[Floats]] = [[] for _ in range(8)]
    changes = zip(hubs.places, hubs.transit_change_min, hubs.bicycle_change_min, strict=True)
    for hub, change, cycle_change in changes:
        ridden_to = (
            ride[:, hub, None] + car[hub],
            km[hub] + 0 * car,
            ride_km[:, hub, None] + 0 * car,
        )
        driven_to = (
            car[:, hub, None] + ride[hub],
            km[:, hub, None] + 0 * car,
            ride_km[hub] + 0 * car,
        )
        first = ride[:, hub, None] <= car[hub]
        near_end = [np.where(first, a, b) for a, b in zip(ridden_to, driven_to, strict=True)]
        near_start = [np.where(first, b, a) for a, b in zip(ridden_to, driven_to, strict=True)]
        near = bike[:, hub, None] <= bike[hub]
        cycled = np.where(near, bike[:, hub, None] + car[hub], bike[:, hub] + car[hub][:, None])
        driven = np.where(near, km[hub] + 0 * car, km[hub][:, None] + 0 * car)
        near_end[0], near_start[0] = near_end[0] + change, near_start[0] + change
        for layer, one in zip(
            layers, (*near_end, *near_start, cycled + cycle_change, driven), strict=True
        ):
            layer.append(np.where(np.isnan(one), _NEVER, np.round(one)))
    return _CodedTrips(*(np.array(layer) for layer in layers))


def _experienced_as_coded(
    inputs: IkobInputs, skims: Skims, means: str, *, value: float, rows: slice
) -> list[Floats]:
    """Return experienced minutes by hubs as the program has them.

    The least time, the fewest kilometres by car and the fewest by public transport are each taken
    over all hubs, so that they may be of different ones.
    """
    assert inputs.hubs is not None  # asked where there are any
    trips = _coded(skims, inputs.hubs)
    per_km, _ = drive_rates(inputs.prices, means)
    extra = 0.0 if skims.extra_car_eur is None else skims.extra_car_eur[rows]
    least: Callable[[Floats], Floats] = lambda layers: layers.min(0, initial=_NEVER)[rows]  # noqa: E731
    ways = [
        (trips.near_end_min, trips.near_end_car_km, trips.near_end_ride_km),
        (trips.near_start_min, trips.near_start_car_km, trips.near_start_ride_km),
        (trips.bicycle_min, trips.bicycle_car_km, None),
    ]
    result = []
    for minutes, car_km, ride_km in ways:
        cost = least(car_km) * per_km + extra
        if ride_km is not None:
            cost = cost + fare(inputs.prices, least(ride_km))
        shortest = least(minutes)
        result.append(np.where(shortest >= _NEVER, np.nan, shortest + value * cost))
    return result
