"""Resistance: minutes that a border seems to take, beside those that it takes.

It enters the decay of what lies across, and never a travel time or a map of times. Real minutes
at a crossing are ``crossing_time`` and belong to the trip.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass, field, replace
from numbers import Real
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.fitted import fitted_by_name
from grensgeo.countries import all_countries, hold_countries
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from grensgeo.border.matching import Matching


@dataclass(frozen=True)
class Resistance:
    """Perceived minutes of crossing a border, by direction.

    Attributes
    ----------
    minutes
        By country of origin and of destination: ``{("NL", "DE"): 46.0}``. Within a country it is
        always 0.
    purpose
        What the trip is for, such as ``commuting``.
    mode
        Mode that it was found for; empty for any.
    source
        Where the figures come from.
    elsewhere_min
        Minutes in the directions that are not listed; None where that would be a guess.
    reference_date
        Of when the figures are; empty where nobody told.
    intervals
        Between what the minutes lie, by direction, as far as somebody told: 95 % intervals.

    Raises
    ------
    InputError
        For minutes below 0, or within one country, or a country that is no code of ISO 3166.

    Examples
    --------
    >>> Resistance({("NL", "DE"): 30.0}).minutes[("NL", "DE")]
    30.0
    """

    minutes: Mapping[tuple[str, str], float]
    purpose: str = ""
    mode: str = ""
    source: str = ""
    elsewhere_min: float | None = None
    reference_date: str = ""
    intervals: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Validate that the minutes are numbers of at least 0, between two countries."""
        faults = [
            f"{home} to {abroad}: {value!r}"
            for (home, abroad), value in self.minutes.items()
            if not float(value) >= 0 or home == abroad
        ]
        if self.elsewhere_min is not None and not float(self.elsewhere_min) >= 0:
            faults.append(f"elsewhere: {self.elsewhere_min!r}")
        ends = [country for pair in self.minutes for country in pair]
        hold_countries(["a direction"] * len(ends), ends, where="resistance")
        if faults:
            raise InputError(
                "out-of-range",
                f"resistance: {some(faults)}; give minutes of at least 0 between two countries",
            )
        # A copy, so that changing the caller's dictionary does not change this.
        minutes = {key: float(value) for key, value in self.minutes.items()}
        object.__setattr__(self, "minutes", minutes)

    def both_ways(self) -> Resistance:
        """Assume the same in the directions that are not known.

        Returns
        -------
        Resistance
            With every direction turned round too, where it had no figure of its own; the source
            says so.

        Examples
        --------
        >>> Resistance({("NL", "DE"): 46.0}).both_ways().minutes[("DE", "NL")]
        46.0
        """
        turned = {(abroad, home): value for (home, abroad), value in self.minutes.items()}
        note = "assumed the same in the other direction"
        return replace(
            self,
            minutes=turned | dict(self.minutes),
            source=f"{self.source}; {note}" if self.source else note,
        )

    def between(self, home: str, countries: npt.NDArray[np.object_]) -> npt.NDArray[np.float64]:
        """Return the minutes from one country to each of the destinations'.

        Parameters
        ----------
        home
            Country of the origin.
        countries
            Country of each destination.

        Returns
        -------
        array
            float64, perceived minutes for each destination; 0 in the own country.

        Raises
        ------
        InputError
            For a direction that it says nothing of.
        """
        found = {
            abroad: self.minutes.get((home, abroad), self.elsewhere_min)
            for abroad in set(countries)
            if abroad != home
        }
        missing = sorted(abroad for abroad, minutes in found.items() if minutes is None)
        if missing:
            raise InputError(
                "case-missing",
                f"resistance: no minutes for {some(f'{home} to {a}' for a in missing)}; give "
                "them, or take .both_ways() to assume the same in either direction",
            )
        found[home] = 0.0
        return np.array([found[country] for country in countries], dtype=np.float64)

    def __str__(self) -> str:
        """Format the minutes in one line."""
        parts = [f"{home} to {abroad} {value:g}" for (home, abroad), value in self.minutes.items()]
        if self.elsewhere_min is not None:
            parts.append(f"{'elsewhere ' if parts else ''}{self.elsewhere_min:g}")
        text = f"resistance {', '.join(parts)} min"
        return f"{text} ({self.source})" if self.source else text


#: More than this nobody has found; the most that is published is 46 (see below).
_MOST_MIN = 240.0

#: Known resistances by name. ``none``: the border costs what the way across it costs and no more.
#: Those found for journeys of the residents of a country stand in its file.
RESISTANCES: dict[str, Resistance] = (
    {
        "none": Resistance({}, elsewhere_min=0.0, source="assumption: nobody minds the border"),
    }
    | {
        item["name"]: Resistance(
            {(country.code, abroad): minutes for abroad, minutes in item["minutes"].items()},
            purpose=item["purpose"],
            mode=item["mode"],
            source=item["source"],
            reference_date=item["reference_date"],
        )
        for country in all_countries()
        for item in country.resistances
    }
    | {
        name: Resistance(
            {term.way: max(term.minutes[0], 0.0) for term in terms},
            purpose=terms[0].purpose,
            mode=terms[0].mode,
            source=terms[0].source,
            reference_date=terms[0].reference_date,
            intervals={term.way: term.minutes[1:] for term in terms},
        )
        for name, terms in fitted_by_name().items()
    }
)


def as_resistance(resistance: Resistance | str | float) -> Resistance:
    """Convert to a resistance: one as it is, by name, or as minutes in every direction.

    Raises
    ------
    InputError
        For a name that is not known, and minutes that are not at least 0.
    """
    if isinstance(resistance, Resistance):
        return resistance
    if not isinstance(resistance, str):
        if isinstance(resistance, bool) or not isinstance(resistance, Real):
            raise InputError(
                "type-wrong",
                f"resistance is {resistance!r}; give minutes, a Resistance, or one of "
                f"{', '.join(RESISTANCES)}",
            )
        minutes = float(resistance)
        if _MOST_MIN < minutes < math.inf:
            note = Note("implausible.resistance", minutes=minutes)
            warnings.warn(GrensgeoWarning.of([note]), stacklevel=3)
        return Resistance({}, elsewhere_min=minutes)
    if resistance not in RESISTANCES:
        raise InputError(
            "choice-unknown",
            f"resistance {resistance!r} is not known; choose {', '.join(RESISTANCES)}, or give "
            "minutes",
        )
    return RESISTANCES[resistance]


def hold_once(resistance: Resistance, matching: Matching) -> None:
    """Raise where minutes and weights were fitted to the same flows, which counts them twice.

    Parameters
    ----------
    resistance, matching
        What is asked for together.

    Raises
    ------
    InputError
        If both come from one fit.
    """
    if resistance.intervals and resistance.source and resistance.source == matching.source:
        raise InputError(
            "border-counted-twice",
            "resistance and matching were fitted to the same flows, each to all that the border "
            "does; take one of the two",
        )
