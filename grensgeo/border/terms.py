"""On which terms the other side of a border is open: what people perceive, and what they may take.

Terms change no travel time. They say how many perceived minutes a crossing takes, what part of the
opportunities across is open to those who come, and whether any of it counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.matching import KINDS, Matching, as_matching
from grensgeo.border.resistance import RESISTANCES, Resistance, as_resistance, hold_once
from grensgeo.errors import InputError, some
from grensgeo.measures.combining import MARGINS
from grensgeo.measures.long_reach import REACHED, WHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd


def _nobody_minds() -> Resistance:
    return RESISTANCES["none"]


def _all_open() -> Matching:
    return as_matching(1.0)


@dataclass(frozen=True)
class BorderTerms:
    """The terms on which what lies across the border counts.

    Attributes
    ----------
    resistance
        Perceived minutes of crossing; nobody minds it by default.
    matching
        Part of the opportunities across that are open to those who come; all by default.
    foreign_destinations
        False: the border is closed in the reading of PBL/CBS (2015), foreign destinations dropped.

    Examples
    --------
    >>> BorderTerms().plain, BorderTerms(resistance=23).plain
    (True, False)
    """

    resistance: Resistance = field(default_factory=_nobody_minds)
    matching: Matching = field(default_factory=_all_open)
    foreign_destinations: bool = True

    def __post_init__(self) -> None:
        """Convert minutes, names and weights to what they stand for."""
        object.__setattr__(self, "resistance", as_resistance(self.resistance))
        object.__setattr__(self, "matching", as_matching(self.matching))
        hold_once(self.resistance, self.matching)

    @property
    def plain(self) -> bool:
        """Whether everything across counts as it is."""
        minds = self.resistance.elsewhere_min != 0 or any(self.resistance.minutes.values())
        return self.foreign_destinations and not minds and self.matching == _all_open()

    def __str__(self) -> str:
        """Format the terms in one line."""
        if not self.foreign_destinations:
            return "border closed: foreign destinations dropped"
        return f"{self.resistance}; {self.matching}"

    def between(self, home: str, abroad: str) -> tuple[float, float]:
        """Return the perceived minutes, and the part that counts, of what lies abroad.

        Parameters
        ----------
        home, abroad
            Countries of the origin and of the destination.

        Raises
        ------
        InputError
            For a direction that they leave out, and for a matching by sector, level or language,
            which counts by country do not tell.
        """
        if home == abroad:
            return 0.0, 1.0
        if not self.foreign_destinations:
            return 0.0, 0.0
        minutes = self.resistance.minutes.get((home, abroad), self.resistance.elsewhere_min)
        if minutes is None:
            raise InputError(
                "case-missing",
                f"resistance: no minutes for {home} to {abroad}; give them, or take .both_ways()",
            )
        return float(minutes), self.matching.weight(home, abroad, {})


def reach_on_terms(
    measure: Callable[[Sequence[float]], pd.DataFrame],
    terms: BorderTerms,
    *,
    cutoffs_min: Sequence[float],
    countries: Sequence[str],
) -> pd.DataFrame:
    """Compute reach on the terms of a border.

    What lies abroad counts if it is reached within the cutoff less the perceived minutes, and as
    much of it as is open.

    Parameters
    ----------
    measure
        Returns reach (``schema.REACH``) of cutoffs, of every origin and opportunity.
    terms
        The terms.
    cutoffs_min
        Cutoffs, minutes.
    countries
        Countries of origins and destinations.

    Returns
    -------
    DataFrame
        ``schema.REACH`` of these cutoffs: ``open`` is what is realised on the terms, and
        ``open_lower`` and ``open_upper`` are the least and the most of that, where counts have
        bounds.
        ``share_without_ride`` is null, as it is not known of what counts in part.

    Raises
    ------
    InputError
        As :meth:`BorderTerms.between`.
    """
    import pandas as pd

    if terms.plain:
        return measure(cutoffs_min)
    kinds = sorted({key for rule in terms.matching.rules for key in rule.asks_for()} & {*KINDS})
    if kinds:
        raise InputError(
            "column-missing",
            f"matching asks for {some(kinds)}, which counts by country do not tell; use "
            "border_effect with a table of opportunities that has these columns",
        )
    known = sorted(set(countries))
    between = {(a, b): terms.between(a, b) for a in known for b in known}
    minutes = {minutes for minutes, _ in between.values()}
    asked = sorted({c - m for c in cutoffs_min for m in minutes if c - m > 0} | {*cutoffs_min})
    table = measure(asked)
    keys = ["id", "opportunity", WHERE]
    found = table.set_index([*keys, "cutoff_min"])[REACHED]
    wanted = table[table["cutoff_min"].isin(list(cutoffs_min))].reset_index(drop=True)
    pairs = list(zip(wanted["country"], wanted[WHERE], strict=True))
    unknown = sorted({pair for pair in pairs if pair not in between})
    if unknown:
        raise InputError("country-unknown", f"border: no terms between {some(unknown)}")
    sooner = wanted[keys].assign(
        cutoff_min=wanted["cutoff_min"] - np.array([between[pair][0] for pair in pairs])
    )
    reached = found.reindex(pd.MultiIndex.from_frame(sooner)).to_numpy()
    # within less than nothing there is nothing, where it is known what there is
    nothing = wanted[REACHED].where(wanted[REACHED].isna(), 0.0)
    reached = np.where(sooner["cutoff_min"] <= 0, nothing, reached)
    part = np.array([between[pair][1] for pair in pairs])
    summed = _summed(wanted.assign(**{REACHED: reached * part}))
    return _with_margins(summed, table, between)


def _with_margins(
    wanted: pd.DataFrame,
    table: pd.DataFrame,
    between: Mapping[tuple[str, str], tuple[float, float]],
) -> pd.DataFrame:
    """Add between what open lies on the terms, where counts have bounds.

    Bounds are known of all other countries together: of a home whose neighbours are not all on the
    same terms, open has none.
    """
    import pandas as pd

    if not {*MARGINS} <= {*table.columns}:
        return wanted
    homes = {a for a, b in between if a != b}
    terms = {home: {between[a, b] for a, b in between if a == home != b} for home in homes}
    alike = {home: next(iter(found)) for home, found in terms.items() if len(found) == 1}
    apart = sorted(homes - {*alike})
    minutes = wanted["country"].map({home: found[0] for home, found in alike.items()}).fillna(0.0)
    part = wanted["country"].map({home: found[1] for home, found in alike.items()}).fillna(1.0)
    keys = ["id", "opportunity", "cutoff_min"]
    known = table.drop_duplicates(keys).set_index(keys)
    sooner = wanted[keys].assign(cutoff_min=wanted["cutoff_min"] - minutes)
    at = known.reindex(pd.MultiIndex.from_frame(sooner))
    result = wanted.copy()
    for end in ("lower", "upper"):
        across = (at[f"open_{end}"] - at[f"closed_{end}"]).to_numpy(dtype=np.float64)
        across = np.where(sooner["cutoff_min"] <= 0, 0.0, across)
        opened = wanted[f"closed_{end}"] + across * part
        result[f"open_{end}"] = opened.where(
            wanted[f"open_{end}"].notna() & ~wanted["country"].isin(apart)
        )
    return result


def _summed(table: pd.DataFrame) -> pd.DataFrame:
    """Compute what follows from the reach by country anew: open, effect, share across."""
    by = ["id", "opportunity", "cutoff_min"]
    group = table.groupby(by, sort=False)[REACHED]
    opened = group.transform("sum").where(table["open"].notna())
    table = table.assign(open=opened)
    table["border_effect"] = (table["open"] / table["closed"] - 1).where(table["closed"] > 0)
    if "share_across" in table:
        across = 1 - table["closed"] / table["open"]
        table["share_across"] = across.where(table["open"] > 0)
    if "share_without_ride" in table:
        table["share_without_ride"] = table["share_without_ride"].astype("float64") * float("nan")
    return table
