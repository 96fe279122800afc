"""The table of changes, place by place, with who gains and who loses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.comparison.people_concerned import CLASSES
from grensgeo.schema import COMPARISON

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.comparison.added_up import AddedUp
    from grensgeo.comparison.cell_figures import ReachKey, TimeKey
    from grensgeo.comparison.people_concerned import ChangeLimits
    from grensgeo.comparison.places_compared import ComparedPlaces, Level

#: Measures, and in which unit the figures of each are.
UNITS = {"reach": "count", "border_effect": "ratio", "travel_time": "min"}
#: What is told of a change of each measure: of more, and of less.
_TOLD = {
    "reach": ("gain", "loss"),
    "border_effect": ("rise", "fall"),
    "travel_time": ("loss", "gain"),
}
#: Inhabitants and draws are counted whole; a figure that is less off than this is right.
_NOBODY = 1e-6


@dataclass(frozen=True, eq=False)
class Band:
    """Between what a difference lies.

    Attributes
    ----------
    lower, upper
        (n_figures, n_places): between which the middle part of the draws lies.
    agree
        (n_figures, n_places): share of the draws in which the difference has the sign of the
        central one.
    """

    lower: Floats
    upper: Floats
    agree: Floats


def band(central: Floats, drawn: Floats, level: float) -> Band:
    """Return between what differences lie, and how many draws agree with the central one.

    Of fewer than 2 / (1 - level) draws not one lies beyond each bound: then the bounds are the
    lowest and the highest.

    Parameters
    ----------
    central
        (n_figures, n_places): differences of the central run.
    drawn
        (n_draws, n_figures, n_places): of every draw; NaN where there is none.
    level
        Part of the draws that lies between the bounds.
    """
    import warnings

    outside = 0.0 if is_few(len(drawn), level) else (1 - level) / 2
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # all draws NaN: so are the bounds
        lower, upper = np.nanquantile(drawn, [outside, 1 - outside], axis=0)
    agree = (np.sign(drawn) == np.sign(central)).mean(axis=0)
    return Band(lower, upper, np.where(np.isnan(central), np.nan, agree))


def is_few(draws: int, level: float) -> bool:
    """Return whether bounds are the lowest and the highest of so few draws."""
    return draws * (1 - level) < 2 - _NOBODY


@dataclass(frozen=True, eq=False)
class ChangeTables:
    """Tables of changes.

    Attributes
    ----------
    reach_keys, time_keys
        What the figures are of.
    places
        The places.
    central
        The central run.
    drawn
        Draws, the draw first; None where nothing was drawn.
    limits
        What is much, and what noise.
    level
        Part of the draws between the bounds, and in which a change must have its sign to be told.
    """

    reach_keys: tuple[ReachKey, ...]
    time_keys: tuple[TimeKey, ...]
    places: ComparedPlaces
    central: AddedUp
    drawn: AddedUp | None
    limits: ChangeLimits
    level: float

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return 0 if self.drawn is None else len(self.drawn.opened)

    def table(self) -> pd.DataFrame:
        """Return the changes of all places of all levels (``schema.COMPARISON``)."""
        import pandas as pd

        frames = [
            self._frame(level, measure)
            for level in self.places.levels
            for measure in UNITS
            if (self.time_keys if measure == "travel_time" else self.reach_keys)
        ]
        return COMPARISON.check(pd.concat(frames, ignore_index=True))

    def _frame(self, level: Level, measure: str) -> pd.DataFrame:
        """Return the changes of one measure at one level, a row for each figure and place."""
        import pandas as pd

        ours, keys = self.central, self._keys(measure)
        before, after = _values(ours, measure, level.members)
        change = after - before
        n = len(level.ids)
        told: dict[str, object] = {
            "level": level.name,
            "id": np.tile(np.array(level.ids, dtype=object), len(keys)),
            "name": np.tile(np.array(level.names, dtype=object), len(keys)),
            "country": np.tile(np.array(level.countries, dtype=object), len(keys)),
            "measure": measure,
            "unit": UNITS[measure],
        }
        for name in ("mode", "opportunity", "to_id", "cutoff_min"):
            values = [getattr(key, name, None) for key in keys]
            told[name] = np.repeat(np.array(values, dtype=object), n)
        share = np.divide(
            change, before, out=np.full(change.shape, np.nan), where=np.nan_to_num(before) > 0
        )
        told |= {
            "baseline": before.ravel(),
            "scenario": after.ravel(),
            "difference": change.ravel(),
            "relative": share.ravel(),
        }
        people = ours.concerned(level.members)
        first = len(self.reach_keys)
        people = people[first:] if measure == "travel_time" else people[:first]
        found = None
        if self.drawn is not None:
            old, new = _values(self.drawn, measure, level.members)
            found = band(change, new - old, self.level)
        told["state"] = self._states(measure, (before, after), people, found).ravel()
        for name in ("lower", "upper", "agree"):
            empty = np.full(change.shape, np.nan)
            told[name] = (empty if found is None else getattr(found, name)).ravel()
        counted = self.places.counted and measure != "border_effect"
        told |= _people(people if counted else np.full(people.shape, np.nan))
        frame = pd.DataFrame(told)
        return frame.astype({"cutoff_min": "float64"})[[c.name for c in COMPARISON.columns]]

    def _keys(self, measure: str) -> tuple[ReachKey, ...] | tuple[TimeKey, ...]:
        return self.time_keys if measure == "travel_time" else self.reach_keys

    def _states(
        self, measure: str, values: tuple[Floats, Floats], people: Floats, found: Band | None
    ) -> np.ndarray[tuple[int, ...], np.dtype[np.object_]]:
        """Return what is told of each change."""
        before, after = values
        change = after - before
        more, less = _TOLD[measure]
        states = np.full(change.shape, "same", dtype=object)
        states[change > 0] = more
        states[change < 0] = less
        noise = (
            np.full(change.shape, self.limits.noise_min)
            if measure == "travel_time"
            else self.limits.noise_share
            * np.abs(np.nan_to_num(before) + (measure == "border_effect"))
        )
        unsure = (change != 0) & (np.abs(change) < noise)
        if found is not None:
            unsure |= (change != 0) & (found.agree < self.level)
        states[unsure] = "below_noise"
        states[np.isnan(change)] = "unknown"
        if measure == "border_effect":
            reached = people[:, [CLASSES.index("unknown")]].squeeze(1) < people.sum(axis=1)
            states[np.isnan(change) & reached] = "undefined"
        if measure == "travel_time":
            for name in ("unreached", "no_longer_reached", "newly_reached"):
                some = people[:, CLASSES.index(name)] > _NOBODY
                states[np.isnan(change) & some] = name
        return states


def _values(sums: AddedUp, measure: str, members: Floats) -> tuple[Floats, Floats]:
    """Return the figures of a measure before and after."""
    if measure == "reach":
        return sums.reach(members)
    return sums.effect(members) if measure == "border_effect" else sums.times(members)


def _people(people: Floats) -> dict[str, Floats]:
    """Return columns of inhabitants by class; those who gain much are among those who gain."""
    by = {name: people[:, k].ravel() for k, name in enumerate(CLASSES)}
    told = {"people": people.sum(axis=1).ravel()}
    told["people_gain"] = by["gain"] + by["gain_much"]
    told["people_lose"] = by["lose"] + by["lose_much"]
    return told | {f"people_{name}": by[name] for name in CLASSES if name not in ("gain", "lose")}
