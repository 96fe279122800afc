"""Matching: what part of the opportunities across the border are open to those who come.

A diploma that is not recognised, a language that is not spoken and a law that differs make a
foreign job count for less, however near it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from numbers import Real
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.fitted import fitted_by_name
from grensgeo.countries import hold_countries
from grensgeo.counts import hold_numbers
from grensgeo.errors import InputError, some
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

#: By what an opportunity can be told apart, beside the two countries.
KINDS = ("sector", "level", "language")


@dataclass(frozen=True)
class Match:
    """One weight and what it holds for; what is left out holds for all.

    Attributes
    ----------
    weight
        Part of the opportunities that count, 0 to 1.
    from_country, to_country
        Countries of the origin and of the destination.
    sector, level, language
        Of the opportunity, as its table writes them.

    Raises
    ------
    InputError
        For a weight beyond 0 to 1, one for opportunities in the own country, or a country that is
        no code of ISO 3166.

    Examples
    --------
    >>> Match(0.3, to_country="DE", language="de").weight
    0.3
    """

    weight: float
    from_country: str | None = None
    to_country: str | None = None
    sector: str | None = None
    level: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        """Validate that the weight lies between 0 and 1, and that the rule is of foreign ones."""
        if not 0 <= float(self.weight) <= 1:
            raise InputError(
                "out-of-range", f"matching: weight {self.weight!r}; give a number from 0 to 1"
            )
        ends = {"from_country": self.from_country, "to_country": self.to_country}
        hold_countries(ends, ends.values(), where="matching", empty=True)
        if self.from_country is not None and self.from_country == self.to_country:
            raise InputError(
                "weight-within-country",
                f"matching: a weight within {self.to_country}; opportunities in the own country "
                "always count in full",
            )

    def fits(self, subject: dict[str, object]) -> bool:
        """Return whether it holds for an opportunity.

        Parameters
        ----------
        subject
            What is known of it, by the names of the attributes.

        Returns
        -------
        bool
            True if nothing that is asked for differs.
        """
        return all(
            getattr(self, key) is None or getattr(self, key) == value
            for key, value in subject.items()
        )

    def asks_for(self) -> tuple[str, ...]:
        """Name what it asks for."""
        named = ("from_country", "to_country", *KINDS)
        return tuple(key for key in named if getattr(self, key) is not None)


@dataclass(frozen=True)
class Matching:
    """Weights of foreign opportunities; of several that hold, the one that asks for most counts.

    Attributes
    ----------
    rules
        The weights.
    source
        Where they come from.
    reference_date
        Of when they are; empty where nobody told.
    intervals
        Between what the weights lie, by countries of origin and destination, as far as somebody
        told: 95 % intervals.

    Raises
    ------
    InputError
        If two weights hold for the same.

    Examples
    --------
    >>> rules = Matching((Match(0.8), Match(0.3, to_country="DE", language="de")))
    >>> rules.weight("NL", "DE", {"language": "de"}), rules.weight("NL", "DE", {"language": "en"})
    (0.3, 0.8)
    """

    rules: tuple[Match, ...]
    source: str = ""
    reference_date: str = ""
    intervals: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Validate that every rule is there once."""
        object.__setattr__(self, "rules", tuple(self.rules))
        keys = [tuple((key, getattr(rule, key)) for key in rule.asks_for()) for rule in self.rules]
        twice = [key for key in set(keys) if keys.count(key) > 1]
        if twice:
            texts = (", ".join(f"{k}={v}" for k, v in key) or "everything" for key in twice)
            raise InputError("row-twice", f"matching: two weights for {some(texts)}; keep one")

    @classmethod
    def from_frame(cls, frame: pd.DataFrame, *, source: str = "") -> Matching:
        """Read weights from a table.

        Parameters
        ----------
        frame
            ``weight`` and any of ``from_country, to_country, sector, level, language``; an empty
            cell holds for all.
        source
            Where they come from.

        Returns
        -------
        Matching
            A rule per row.

        Raises
        ------
        InputError
            For columns that are not known, weights outside 0 to 1, and rows that say the same.

        Examples
        --------
        >>> import pandas as pd
        >>> table = pd.DataFrame({"to_country": ["DE", "NL"], "weight": [0.5, 0.6]})
        >>> Matching.from_frame(table).weight("DE", "NL", {})
        0.6
        """
        known = ("weight", "from_country", "to_country", *KINDS)
        strange = [name for name in frame.columns if name not in known]
        if strange or "weight" not in frame.columns:
            raise InputError(
                "column-unknown",
                f"matching: columns {some(frame.columns)}; give weight and any of "
                f"{', '.join(known[1:])}",
            )
        rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
        rules = []
        for row in rows:
            if row["weight"] is None:
                raise InputError(
                    "value-missing", "matching: a row without a weight; give a number from 0 to 1"
                )
            rules.append(Match(**{str(key): value for key, value in row.items()}))
        return cls(tuple(rules), source)

    def weight(self, home: str, abroad: str, kind: dict[str, object]) -> float:
        """Return the weight of an opportunity.

        Parameters
        ----------
        home, abroad
            Countries of the origin and of the destination.
        kind
            Its sector, level and language, as far as they are told.

        Returns
        -------
        float
            1 in the own country.

        Raises
        ------
        InputError
            If no weight holds for it, or two that ask for equally much.
        """
        if home == abroad:
            return 1.0
        subject = {**dict.fromkeys(KINDS), **kind, "from_country": home, "to_country": abroad}
        fitting = [rule for rule in self.rules if rule.fits(subject)]
        told = ", ".join(f"{key} {value}" for key, value in kind.items())
        what = f"{home} to {abroad}" + (f" ({told})" if told else "")
        if not fitting:
            raise InputError(
                "case-missing",
                f"matching: no weight for {what}; add a rule, or one without conditions for all",
            )
        most = max(len(rule.asks_for()) for rule in fitting)
        best = {rule.weight for rule in fitting if len(rule.asks_for()) == most}
        if len(best) > 1:
            raise InputError(
                "rules-tie",
                f"matching: weights {some(sorted(best))} hold for {what} and ask for equally "
                "much; add a rule that asks for both",
            )
        return float(best.pop())

    def __str__(self) -> str:
        """Format the weights in one line."""
        parts = [
            " ".join([f"{rule.weight:g}", *(f"{k} {getattr(rule, k)}" for k in rule.asks_for())])
            for rule in self.rules
        ]
        text = f"matching {', '.join(parts)}"
        return f"{text} ({self.source})" if self.source else text


#: Fitted parts of what lies across, by name: what flows of commuters tell of a border. The same
#: name stands for the same border as minutes in ``RESISTANCES``.
MATCHINGS: dict[str, Matching] = {
    name: Matching(
        tuple(
            Match(min(term.weight[0], 1.0), from_country=term.way[0], to_country=term.way[1])
            for term in terms
        ),
        source=terms[0].source,
        reference_date=terms[0].reference_date,
        intervals={term.way: term.weight[1:] for term in terms},
    )
    for name, terms in fitted_by_name().items()
}


def as_matching(matching: Matching | str | float) -> Matching:
    """Convert to a matching: one as it is, by name, or one weight for all across a border.

    Raises
    ------
    InputError
        For a name that is not known, and a weight that is no number from 0 to 1.
    """
    if isinstance(matching, Matching):
        return matching
    if isinstance(matching, str):
        if matching not in MATCHINGS:
            raise InputError(
                "choice-unknown",
                f"matching {matching!r} is not known; choose {', '.join(MATCHINGS)}, or give a "
                "weight",
            )
        return MATCHINGS[matching]
    if isinstance(matching, bool) or not isinstance(matching, Real):
        raise InputError(
            "type-wrong", f"matching is {matching!r}; give a weight from 0 to 1, or a Matching"
        )
    return Matching((Match(float(matching)),))


@dataclass(frozen=True, eq=False)
class Strata:
    """Opportunities told apart by kind, in the order of the destinations.

    Attributes
    ----------
    name
        What the opportunities are called.
    counts
        float64 (n_to, n_kinds), NaN where not known.
    kinds
        Sector, level and language of each column, as far as the table has them.
    """

    name: str
    counts: npt.NDArray[np.float64]
    kinds: tuple[dict[str, object], ...]

    def total(self) -> npt.NDArray[np.float64]:
        """Return all opportunities of each destination; NaN where any kind of it is not known."""
        result: npt.NDArray[np.float64] = self.counts.sum(axis=1)
        return result

    def matched(
        self, matching: Matching, home: str, countries: npt.NDArray[np.object_]
    ) -> npt.NDArray[np.float64]:
        """Return the opportunities that are open to people of one country, float64 (n_to,)."""
        weights = np.empty(self.counts.shape)
        for abroad in sorted(set(countries)):
            weights[countries == abroad] = [
                matching.weight(home, abroad, kind) for kind in self.kinds
            ]
        # A kind of weight 0 does not count, so that it is not known does not matter.
        result: npt.NDArray[np.float64] = np.where(weights > 0, self.counts * weights, 0.0).sum(
            axis=1
        )
        return result


def strata(
    opportunities: pd.Series | pd.DataFrame,
    to_id: npt.NDArray[np.object_],
    matching: Matching,
) -> Strata:
    """Arrange opportunities in the order of the destinations, by kind where they differ.

    Parameters
    ----------
    opportunities
        A Series by ``to_id``, or a table ``to_id, count`` with any of ``sector, level,
        language``.
    to_id
        The destinations.
    matching
        Weights, whose conditions the table must be able to answer.

    Returns
    -------
    Strata
        A Series has one kind. In a table, a destination without a row of a kind has none of it;
        every destination needs a row of some kind.

    Raises
    ------
    InputError
        For columns that are missing, rows twice, and as ``counts_at`` does.
    """
    import pandas as pd

    if isinstance(opportunities, pd.Series):
        name = str(opportunities.name or "opportunities")
        parts: list[tuple[dict[str, object], pd.Series]] = [({}, opportunities)]
        told: list[str] = []
    else:
        name = "opportunities"
        told = [key for key in KINDS if key in getattr(opportunities, "columns", ())]
        parts = _parts(opportunities, to_id, told)
    asked = {key for rule in matching.rules for key in rule.asks_for() if key in KINDS} - set(told)
    if asked:
        raise InputError(
            "column-missing",
            f"matching asks for {', '.join(sorted(asked))}, which the opportunities do not tell; "
            "give them as a table to_id, count with these columns",
        )
    counts = [dense.counts_at(series, to_id, name=name) for _, series in parts]
    return Strata(name, np.column_stack(counts), tuple(kind for kind, _ in parts))


def _parts(
    table: pd.DataFrame, to_id: npt.NDArray[np.object_], told: list[str]
) -> list[tuple[dict[str, object], pd.Series]]:
    """Split a table of opportunities by kind, each as a Series by destination."""
    import pandas as pd

    if not isinstance(table, pd.DataFrame) or not {"to_id", "count"} <= set(table.columns):
        raise InputError(
            "type-wrong",
            "opportunities: expected a Series by to_id, or a table to_id, count with any of "
            f"{', '.join(KINDS)}",
        )
    hold_numbers(table["count"], name="opportunities: count")
    empty = table[told].isna().any(axis=1)
    if empty.any():
        raise InputError(
            "value-missing",
            f"opportunities: {', '.join(told)} empty for {some(table.loc[empty, 'to_id'])}; name "
            "what is not known, as 'unknown', and give it a weight",
        )
    twice = table.duplicated(["to_id", *told])
    if twice.any():
        raise InputError(
            "row-twice", f"opportunities: two rows of one kind for {some(table['to_id'][twice])}"
        )
    there = set(table["to_id"])
    absent = [place for place in to_id if place not in there]
    if absent:
        raise InputError(
            "row-missing",
            f"opportunities: no row for the destinations {some(absent)}; write 0 where there are "
            "none and NaN where the number is not known",
        )
    groups: Sequence[tuple[object, pd.DataFrame]] = (
        list(table.groupby(told, sort=True)) if told else [((), table)]
    )
    result = []
    for key, rows in groups:
        values = key if isinstance(key, tuple) else (key,)
        series = rows.set_index("to_id")["count"]
        # No row of this kind, but of another, is a true zero.
        others = [place for place in to_id if place not in series.index]
        result.append(
            (
                dict(zip(told, values, strict=True)),
                pd.concat([series.astype("float64"), pd.Series(0.0, index=others)]),
            )
        )
    return result
