"""What crossings of a border take, by place, direction, hour, mode and line."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Faults, InputError
from grensgeo.polylines import straight_m

if TYPE_CHECKING:
    from grensgeo.arrays import Codes, Flags, Floats, Indices
    from grensgeo.network.contents import Streets

#: How far from a point a crossing of it may lie if nothing is said, metres: both carriageways of
#: a motorway and the cycle path beside it, and not the next road.
WITHIN_M = 500.0
_DAY_H = 24.0


@dataclass(frozen=True)
class CrossingRule:
    """Minutes, and the crossings that take them: those that fit all that is given.

    Attributes
    ----------
    minutes
        What a crossing takes, beside the way itself.
    from_country, to_country
        The countries that one leaves and enters.
    modes
        Street modes, and ``transit`` for vehicles; all if empty.
    ways
        Crossings at which one of these ways begins or ends, or the border cuts it.
    near, within_m
        Crossings of streets around a point (lon, lat).
    line
        Vehicles of this line; streets do not fit.
    hours
        From and until which hour of the day, by the clock; over midnight where the second is
        the smaller.

    Raises
    ------
    InputError
        If minutes or hours cannot be.
    """

    minutes: float
    from_country: str | None = None
    to_country: str | None = None
    modes: tuple[str, ...] = ()
    ways: tuple[int, ...] = ()
    near: tuple[float, float] | None = None
    within_m: float = WITHIN_M
    line: str = ""
    hours: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        """Check minutes and hours."""
        faults = Faults()
        if not (math.isfinite(self.minutes) and self.minutes >= 0):
            faults.add("out-of-range", f"minutes: {self.minutes} is not 0 or more")
        if self.hours is not None:
            first, last = self.hours
            if not (0 <= first < _DAY_H and 0 < last <= _DAY_H and first != last):
                faults.add("out-of-range", f"hours: {first:g} to {last:g}; give two from 0 to 24")
        if faults:
            raise InputError.of(faults, where="crossing time")

    @property
    def on_streets(self) -> bool:
        """Whether it names places on streets, which no vehicle of a timetable knows."""
        return bool(self.ways) or self.near is not None

    def holds_at(self, hour: float | None) -> bool:
        """Return whether it holds at an hour of the day; at none where no hour is known."""
        if self.hours is None:
            return True
        if hour is None:
            return False
        first, last = self.hours
        return first <= hour < last if first < last else hour >= first or hour < last

    def between(self, one: Codes, other: Codes) -> Flags:
        """Return which changes of country fit, by numbers of countries."""
        fits = np.ones(len(one), dtype=bool)
        for code, numbers in ((self.from_country, one), (self.to_country, other)):
            if code is not None:
                fits &= numbers == COUNTRIES.index(code)
        return fits

    def at_vertices(self, streets: Streets, vertices: Indices) -> Flags:
        """Return which vertices lie where it says."""
        fits = np.full(len(vertices), not self.line)
        if self.ways:
            edges = np.isin(streets.way_id, self.ways)
            ends = np.concatenate([streets.tail[edges], streets.head[edges]])
            fits &= np.isin(vertices, ends)
        if self.near is not None:
            n = len(vertices)
            lon, lat = np.full(n, self.near[0]), np.full(n, self.near[1])
            metres = straight_m(lon, lat, streets.lon[vertices], streets.lat[vertices])
            fits &= metres <= self.within_m
        return fits

    def __str__(self) -> str:
        """Format it in a few words."""
        parts = [f"{self.minutes:g} min"]
        if self.from_country or self.to_country:
            parts.append(f"{self.from_country or 'any'} to {self.to_country or 'any'}")
        if self.line:
            parts.append(f"line {self.line}")
        if self.ways:
            parts.append(f"ways {', '.join(map(str, self.ways))}")
        if self.near is not None:
            parts.append(f"near {self.near[0]:g}, {self.near[1]:g}")
        if self.modes:
            parts.append(", ".join(self.modes))
        if self.hours is not None:
            parts.append(f"{self.hours[0]:g} to {self.hours[1]:g} h")
        return " ".join(parts)


@dataclass(frozen=True)
class CrossingTable:
    """What each crossing takes: the last of the rules that fit it, else the same for all.

    Attributes
    ----------
    rules
        The rules, in their order.
    minutes
        What other crossings take.

    Examples
    --------
    >>> table = CrossingTable((CrossingRule(10, to_country="DE", hours=(7, 9)),))
    >>> table.at(8.0).rules[0].minutes, table.at(12.0).rules
    (10, ())
    """

    rules: tuple[CrossingRule, ...] = ()
    minutes: float = 0.0

    def at(self, hour: float | None) -> CrossingTable:
        """Return what holds at an hour of the day."""
        holding = tuple(rule for rule in self.rules if rule.holds_at(hour))
        return replace(self, rules=tuple(replace(rule, hours=None) for rule in holding))

    def of_mode(self, mode: str) -> CrossingTable:
        """Return what holds for a mode."""
        holding = tuple(rule for rule in self.rules if not rule.modes or mode in rule.modes)
        if mode == "transit":
            holding = tuple(rule for rule in holding if not rule.on_streets)
        else:
            holding = tuple(rule for rule in holding if not rule.line)
        return replace(self, rules=tuple(replace(rule, modes=()) for rule in holding))

    def on_street(self, mode: str, hour: float | None) -> CrossingTable | float:
        """Return what holds on streets: minutes where they are the same everywhere."""
        held = self.of_mode(mode).at(hour)
        return held if held.rules else held.minutes

    @property
    def hourly(self) -> bool:
        """Whether the hour of the day matters."""
        return any(rule.hours is not None for rule in self.rules)

    def seconds(self, streets: Streets, vertices: Indices, one: Codes, other: Codes) -> Floats:
        """Return what it takes to go from one country to another at some vertices, seconds."""
        minutes = np.full(len(vertices), float(self.minutes))
        crossed = np.flatnonzero(one != other)
        for rule in self.rules:
            fits = rule.between(one[crossed], other[crossed])
            fits &= rule.at_vertices(streets, vertices[crossed])
            minutes[crossed[fits]] = rule.minutes
        return np.where(one == other, 0.0, 60.0 * minutes)

    def __str__(self) -> str:
        """Format it in one line."""
        parts = [str(rule) for rule in self.rules]
        if self.minutes or not parts:
            parts.append(f"{'elsewhere ' if parts else ''}{self.minutes:g} min")
        return "; ".join(parts)
