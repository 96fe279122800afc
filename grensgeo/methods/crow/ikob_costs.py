"""What trips cost in euros, by IKOB's prices or by matrices that somebody else computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grensgeo.arrays import Floats
    from grensgeo.methods.crow.ikob_inputs import Prices, Skims


def drive_rates(prices: Prices, means: str) -> tuple[float, float]:
    """Return what a kilometre and a minute of driving cost, euros."""
    levy = prices.levy_electric_per_km
    return {
        "car_fossil": (prices.fossil_per_km + prices.levy_fossil_per_km, 0.0),
        "car_electric": (prices.electric_per_km + levy, 0.0),
        "free_car": (levy, 0.0),
        "no_car": (prices.shared_per_km + levy, prices.shared_per_min),
        "no_licence": (prices.taxi_per_km + levy, prices.taxi_per_min),
    }[means]


def drive_cost(prices: Prices, skims: Skims, means: str, rows: slice) -> Floats:
    """Compute what driving costs, without parking: (rows, n) euros."""
    told = skims.costs_eur.get(means)
    if told is not None:
        return told[rows]
    per_km, per_min = drive_rates(prices, means)
    cost: Floats = per_km * skims.car_km[rows]
    return cost + per_min * skims.car_min[rows] if per_min else cost


def cycle_cost(prices: Prices, skims: Skims, rows: slice) -> Floats | None:
    """Compute what cycling costs: (rows, n) euros; None where it costs nothing."""
    told = skims.costs_eur.get("bicycle")
    if told is not None:
        return told[rows]
    if not prices.bicycle_per_km or skims.bicycle_km is None:
        return None
    cost: Floats = prices.bicycle_per_km * skims.bicycle_km[rows]
    return cost


def transit_cost(prices: Prices, skims: Skims, rows: slice) -> Floats:
    """Compute what rides by public transport cost: (rows, n) euros."""
    told = skims.costs_eur.get("transit")
    if told is not None:
        return told[rows]
    assert skims.transit_km is not None  # held when the case was made
    return fare(prices, skims.transit_km[rows])


def fare(prices: Prices, km: Floats) -> Floats:
    """Compute the fare of rides over some distance, euros."""
    cost: Floats = prices.transit_start + prices.transit_per_km * km
    return cost if prices.transit_cap is None else np.minimum(cost, prices.transit_cap)
