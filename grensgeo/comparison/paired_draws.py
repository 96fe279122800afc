"""The same draws on both sides of a comparison, so that what is not known cancels.

What is drawn is what :mod:`grensgeo.uncertainty` varies: counts known between bounds only,
departures of lines at headways and the moment of the departure time window, and speeds. A draw
takes one value of each, before and after alike: only what the change itself makes of it is left in
the difference.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import datetime, timedelta
from itertools import repeat
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.comparison.added_up import AddedUp
from grensgeo.comparison.cell_figures import CellFigures
from grensgeo.comparison.measuring import Asked, Measured, measure, parts_of
from grensgeo.declared import NUMBER, WHOLE, option, record_of, value_faults
from grensgeo.errors import Faults, InputError
from grensgeo.notes import Note
from grensgeo.traveltimes.departing import departing
from grensgeo.uncertainty import speed_draws

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.comparison.people_concerned import ChangeLimits
    from grensgeo.comparison.places_compared import ComparedPlaces
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Situation
    from grensgeo.traveltimes import Trip

    _Widths = Mapping[str, float | Mapping[str, float]]

#: Draws of counts that are added up in one sweep over the streets.
_TOGETHER = 8


@dataclass(frozen=True)
class Draws:
    """How often what is drawn, the same on both sides.

    Attributes
    ----------
    draws
        How many.
    seed
        The same seed gives the same.
    shift_min
        Within so many minutes, earlier or later, the departure time window of a trip by timetable
        is moved; half its width by default.
    level
        Part of the draws that lies between the bounds, and in which a change must have the sign of
        the central run to be told.
    speeds
        Half widths by mode, as :func:`grensgeo.draw_speeds` takes them; none by default.

    Raises
    ------
    InputError
        With every fault at once.
    """

    draws: int = field(
        default=100,
        metadata=option(WHOLE, "how many draws, the same on both sides", unit="N", least=2),
    )
    _: KW_ONLY
    seed: int = field(default=0, metadata=option(WHOLE, "seed of the draws", unit="N", least=0))
    shift_min: int | None = field(
        default=None,
        metadata=option(
            WHOLE, "the departure time window is moved by up to so many minutes",
            absent="half its width", unit="MIN", least=0, most=720,
        ),
    )  # fmt: skip
    level: float = field(
        default=0.95,
        metadata=option(
            NUMBER, "part of the draws between the bounds, in which a change has its sign",
            unit="PART", above=0, most=1,
        ),
    )  # fmt: skip
    speeds: _Widths = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check what is said."""
        record = record_of(type(self))
        faults = Faults()
        faults += value_faults(
            record, {item.name: getattr(self, item.name) for item in record.options}
        )
        if not isinstance(self.speeds, Mapping):
            faults.add("type-wrong", "speeds: give half widths by mode, as {'car': 0.1}")
        if faults:
            raise InputError.of(faults, where="draws")
        object.__setattr__(self, "speeds", MappingProxyType(dict(self.speeds)))

    def moves(self, trip: Trip) -> bool:
        """Return whether the times of a trip differ from draw to draw."""
        return trip.mode == "transit" or trip.mode in self.speeds

    def trip(self, trip: Trip, number: int) -> Trip:
        """Return a trip as one draw has it: other departures of lines, another moment."""
        if trip.mode != "transit" or trip.moment is None:
            return trip
        within = self.shift_min
        if within is None:
            within = int(trip.window_min or 0) // 2
        rng = np.random.default_rng([self.seed, number])
        seed, shift = int(rng.integers(2**31)), int(rng.integers(-within, within + 1))
        moment = datetime.fromisoformat(trip.moment) + timedelta(minutes=shift)
        other = moment.isoformat(timespec="minutes")
        if trip.arrival is None:
            return replace(trip, seed=seed, departure=other)
        return replace(trip, seed=seed, arrival=other)

    def units(self, name: str, n: int) -> Floats:
        """Return where between their bounds counts lie, float64 (draws, n_municipalities).

        Parameters
        ----------
        name
            The opportunity: what is drawn does not depend on which others are asked for.
        n
            Municipalities, each of which has one count.
        """
        rng = np.random.default_rng([self.seed, zlib.crc32(name.encode())])
        return rng.random((self.draws, n))


@dataclass(frozen=True, eq=False)
class _DrawnCounts:
    """Opportunities of a region, draw by draw.

    Attributes
    ----------
    central
        Counts by name.
    bounds
        The least and the most, of those that have bounds that differ.
    units
        Of these: where between them the count of each cell lies, (draws, n_cells).
    """

    central: Mapping[str, pd.Series]
    bounds: Mapping[str, tuple[pd.Series, pd.Series]]
    units: Mapping[str, Floats]

    @classmethod
    def of(
        cls, region: Region, names: tuple[str, ...], draws: Draws, codes: pd.Index
    ) -> _DrawnCounts:
        told = {name: region.opportunities.bounds(name) for name in names}
        bounds = {
            name: pair
            for name, pair in told.items()
            if pair is not None and bool((pair[1] - pair[0] > 0).any())
        }
        at = codes.get_indexer(region.cells["region_code"].to_numpy())
        units = {name: draws.units(name, len(codes))[:, at] for name in bounds}
        return cls({name: region.opportunities[name] for name in names}, bounds, units)

    def draw(self, number: int) -> dict[str, pd.Series]:
        """Return the counts of one draw."""
        found = dict(self.central)
        for name, (low, high) in self.bounds.items():
            found[name] = low + (high - low) * self.units[name][number]
        return found


def draw_both(
    before: Situation,
    after: Situation,
    asked: Asked,
    *,
    central: tuple[Measured, Measured],
    places: ComparedPlaces,
    limits: ChangeLimits,
    draws: Draws,
) -> tuple[AddedUp, tuple[Note, ...]]:
    """Draw what is not known and add up both situations, draw by draw.

    Parameters
    ----------
    before, after, asked
        The situations, and what is asked of them.
    central
        Their figures without draws.
    places, limits
        As :meth:`AddedUp.of` takes them.
    draws
        What is drawn.

    Returns
    -------
    tuple
        The sums of all draws, the draw first, and notes of what was drawn.

    Raises
    ------
    InputError
        If nothing of it can be drawn: streets alone, speeds as they are, counts without bounds.
    """
    codes = parts_of(before)[0].municipalities.index
    sides = []
    for situation, measured in zip((before, after), central, strict=True):
        counts = _DrawnCounts.of(parts_of(situation)[0], asked.opportunities, draws, codes)
        sides.append((situation, counts, measured.figures))
    moving = [name for name in asked.trips if draws.moves(before.trips[name])]
    bounded = sorted({name for _, counts, _ in sides for name in counts.bounds})
    if not moving and not bounded:
        raise InputError(
            "option-unfit",
            "draws: nothing differs from draw to draw, as no trip is by timetable and no count "
            "has bounds; give speeds={'car': 0.1}, or leave draws out",
        )
    drawn = [
        _figures(situation, asked, counts, figures, draws=draws)
        for situation, counts, figures in sides
    ]
    sums = [AddedUp.of(old, new, places, limits) for old, new in zip(*drawn, strict=True)]
    return AddedUp.stack(sums), _notes(before, asked, draws, bounded=bounded)


def _figures(
    situation: Situation, asked: Asked, counts: _DrawnCounts, figures: CellFigures, *, draws: Draws
) -> Iterator[CellFigures]:
    """Yield the figures of a situation, draw by draw."""
    _, network = parts_of(situation)
    timed = {name: departing(network, situation.trips[name]) for name in asked.trips}
    still = [name for name in asked.trips if not draws.moves(timed[name])]
    stay = {name: figures.of_mode(name) for name in still}
    drawn: dict[str, list[CellFigures]] = {}
    for number, other in enumerate(_networks(network, draws)):
        if number % _TOGETHER == 0 and counts.bounds:
            some = range(number, min(number + _TOGETHER, draws.draws))
            drawn = {
                name: _of_counts(situation, asked, counts, some=some, stay=stay[name])
                for name in still
            }
        parts = []
        for name in asked.trips:
            if name in stay:
                same = drawn[name][number % _TOGETHER] if drawn else stay[name]
                parts.append(same)
                continue
            one = replace(situation, network=other, trips={name: draws.trip(timed[name], number)})
            found = measure(one, replace(asked, trips=(name,)), counts=counts.draw(number))
            parts.append(found.figures)
        yield CellFigures.joined(parts)


def _networks(network: Network, draws: Draws) -> Iterator[Network]:
    """Return the network of each draw."""
    if draws.speeds:
        return speed_draws(network, draws.speeds, draws=draws.draws, seed=draws.seed)
    return repeat(network, draws.draws)


def _of_counts(
    situation: Situation, asked: Asked, counts: _DrawnCounts, *, some: range, stay: CellFigures
) -> list[CellFigures]:
    """Return the figures of some draws of counts along streets, all in one sweep."""
    named = {
        f"{name} {number}": series
        for number in some
        for name, series in counts.draw(number).items()
    }
    alone = replace(asked, trips=(stay.reach_keys[0].mode,))
    found = measure(situation, alone, counts=named, reach_only=True).figures
    rows = {key: k for k, key in enumerate(found.reach_keys)}
    result = []
    for number in some:
        at = [
            rows[key._replace(opportunity=f"{key.opportunity} {number}")]
            for key in stay.reach_keys
        ]
        result.append(replace(stay, opened=found.opened[at], closed=found.closed[at]))
    return result


def _notes(
    before: Situation, asked: Asked, draws: Draws, *, bounded: list[str]
) -> tuple[Note, ...]:
    """Return what was drawn."""
    told = [Note("comparison.draws", draws=draws.draws, seed=str(draws.seed))]
    timed = [before.trips[name] for name in asked.trips if before.trips[name].mode == "transit"]
    if timed:
        widths = {
            int(trip.window_min or 0) // 2 if draws.shift_min is None else draws.shift_min
            for trip in timed
        }
        told.append(Note("comparison.draws-departures", shift=max(widths)))
    if draws.speeds:
        said = ", ".join(
            f"{mode} {width:g}" if isinstance(width, int | float) else mode
            for mode, width in draws.speeds.items()
        )
        told.append(Note("comparison.draws-speeds", widths=said))
    if bounded:
        told.append(Note("comparison.draws-counts", names=", ".join(bounded)))
    return (*told, Note("model-spread"))
