"""Experienced travel time: minutes, and what a trip costs in minutes (part D1 of the method)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.methods.crow.hub_trips import by_hubs
from grensgeo.methods.crow.ikob_costs import cycle_cost, drive_cost, transit_cost

if TYPE_CHECKING:
    from grensgeo.arrays import Floats
    from grensgeo.methods.crow.decay_parameters import Variant
    from grensgeo.methods.crow.ikob_inputs import IkobInputs

#: Matrices of public transport hold 0 where there is no ride: what is this short is none (IKOB,
#: ``compute_pt_gtt``).
_SHORTEST_RIDE_MIN = 0.5
#: The program lets nobody share a car or take a taxi for a shorter drive; the text does.
_SHORTEST_HIRED_MIN = 7.0
_ALL = slice(None)


class ExperiencedTimes:
    """Experienced minutes of one part of the day, by means of travel and class of income.

    Minutes and costs of a means are the same for every class, and laid together only once.

    Source
    ------
    Stichting CROW, IKOB, part D1: time + value of time x cost; by car with the time to find the
    car and a place for it.
    """

    def __init__(self, inputs: IkobInputs, part: str, variant: Variant = "written") -> None:
        """Keep what they are computed from.

        Parameters
        ----------
        inputs
            The case.
        part
            Part of the day.
        variant
            As the method is written, or as IKOB's program computes it.
        """
        self.inputs, self.part, self.variant = inputs, part, variant
        self._laid: dict[str, tuple[Floats, Floats | None]] = {}

    def of(self, means: str, income: int, rows: slice = _ALL) -> Floats:
        """Compute the experienced minutes of one means of travel for one class of income.

        Parameters
        ----------
        means
            One of ``MEANS``.
        income
            Which class, by number.
        rows
            Origins that are asked for.

        Returns
        -------
        ndarray
            (rows, n) experienced minutes; NaN where there is no way.
        """
        minutes, cost = self.lay(means)
        result = minutes[rows]
        if cost is not None:
            result = cost[rows] * self.inputs.value_min_per_eur[income]
            result += minutes[rows]
        if self.inputs.hubs is not None and means in {"car_fossil", "car_electric"}:
            for way in by_hubs(
                self.inputs, means, income, part=self.part, variant=self.variant, rows=rows
            ):
                result = np.fmin(result, way)
        return result

    def lay(self, means: str) -> tuple[Floats, Floats | None]:
        """Return minutes and euros of a means, (n, n) each; None where it costs nothing."""
        if means not in self._laid:
            self._laid[means] = self._read(means)
        return self._laid[means]

    def _read(self, means: str) -> tuple[Floats, Floats | None]:
        skims, prices = self.inputs.skims[self.part], self.inputs.prices
        if means == "bicycle":
            return skims.bicycle_min, cycle_cost(prices, skims, _ALL)
        if means in {"transit", "free_transit"}:
            ridden = skims.transit_min > _SHORTEST_RIDE_MIN
            minutes = np.where(ridden, skims.transit_min, np.nan)
            return minutes, transit_cost(prices, skims, _ALL) if means == "transit" else None
        hired = means in {"no_car", "no_licence"}
        minutes = skims.car_min
        if self.inputs.parking_min is not None:
            arriving, leaving = self.inputs.parking_min.T
            if self.variant == "coded":  # takes each for the other
                arriving, leaving = leaving, arriving
            minutes = minutes + (leaving[:, None] + arriving)
        if self.variant == "coded" and hired:
            minutes = np.where(skims.car_min >= _SHORTEST_HIRED_MIN, minutes, np.nan)
        cost = drive_cost(prices, skims, means, _ALL)
        if not hired and skims.extra_car_eur is not None:
            cost = cost + skims.extra_car_eur
        if not hired and self.inputs.parking_eur is not None:
            cost = cost + self.inputs.parking_eur
        return minutes, cost
