"""Realised reach: what people really have across a border, today and when its term halves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.effect import border_effect
from grensgeo.border.fitted import fitted_by_name
from grensgeo.border.matching import Match, Matching
from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.measures.impedance import Decay
    from grensgeo.measures.matrix import TimesLike

#: Columns of terms that are needed.
TERMS = ("from_country", "to_country", "weight", "weight_lower", "weight_upper", "minutes",
         "minutes_lower", "minutes_upper")  # fmt: skip
#: What is computed, by the column of terms that it takes, and the power that it is taken to.
_CASES = {
    "today": ("weight", 1.0),
    "today_lower": ("weight_lower", 1.0),
    "today_upper": ("weight_upper", 1.0),
    "halved": ("weight", 0.5),
    "halved_lower": ("weight_lower", 0.5),
    "halved_upper": ("weight_upper", 0.5),
}


def terms_named(name: str) -> pd.DataFrame:
    """Return fitted terms by name.

    Parameters
    ----------
    name
        One of ``MATCHINGS``.

    Returns
    -------
    DataFrame
        As :attr:`BorderFit.terms` has them.

    Raises
    ------
    InputError
        For a name that is not known.
    """
    import pandas as pd

    known = fitted_by_name()
    if name not in known:
        raise InputError("choice-unknown", f"terms {name!r} not known; choose {', '.join(known)}")
    rows = [(*term.way, *term.weight, *term.minutes) for term in known[name]]
    return pd.DataFrame(rows, columns=list(TERMS))


def realised_reach(
    times: Mapping[str, TimesLike | pd.DataFrame],
    opportunities: Mapping[str, pd.Series],
    *,
    terms: pd.DataFrame | str,
    cutoff_min: float | None = None,
    decay: Decay | None = None,
    countries: pd.Series | None = None,
    homes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Compute what people really have across the border, today and when its term halves.

    What lies across counts with the weight of its direction. When the term halves, the weight is
    the square root of what it was: half of its logarithm, and with an exponential decay half of
    its minutes.

    Parameters
    ----------
    times
        Travel times by the name of a mode.
    opportunities
        How many, by ``to_id``, by the name of a group: jobs of a sector, of a level.
    terms
        :attr:`BorderFit.terms`, or a name of ``MATCHINGS``. A direction that flows do not tell
        lies between nothing and all: its value is NaN.
    cutoff_min, decay, countries
        As ``border_effect`` takes them.
    homes
        By id of the origin: ``region_code`` and ``population``, for the mean inhabitant of each
        municipality; left out, a row per origin.

    Returns
    -------
    DataFrame
        A row per place, mode and group: ``id, country, mode, opportunity``, ``closed``, ``today``
        and ``halved`` (opportunities, each with ``_lower`` and ``_upper`` by the interval of the
        term), ``open``; ``across_today`` and ``across_halved`` (what of it lies across); and
        ``border_min`` with ``border_min_lower, border_min_upper``: the minutes that the border is
        worth from there, NaN where it borders on several countries.

    Raises
    ------
    InputError
        For terms without their columns, homes that are missing, and as ``border_effect`` does.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({"from_id": ["E", "E"], "to_id": ["E", "G"],
    ...                       "travel_time_min": [5.0, 15.0]})
    >>> terms = pd.DataFrame([("NL", "DE", 0.04, 0.01, 0.09, 50.0, 40.0, 60.0)],
    ...     columns=["from_country", "to_country", "weight", "weight_lower", "weight_upper",
    ...              "minutes", "minutes_lower", "minutes_upper"])
    >>> table = realised_reach({"car": times}, {"jobs": pd.Series({"E": 80.0, "G": 100.0})},
    ...     terms=terms, cutoff_min=30, countries=pd.Series({"E": "NL", "G": "DE"}))
    >>> table[["closed", "today", "halved", "open", "border_min"]].values.tolist()
    [[80.0, 84.0, 100.0, 180.0, 50.0]]
    """
    import pandas as pd

    given = terms_named(terms) if isinstance(terms, str) else terms
    missing = [name for name in TERMS if name not in given.columns]
    if missing:
        raise InputError(
            "column-missing", f"terms: no column {some(missing)}; give BorderFit.terms"
        )
    frames = []
    for mode, found in times.items():
        for group, counts in opportunities.items():
            table = _one(
                found, counts, given, cutoff_min=cutoff_min, decay=decay, countries=countries
            )
            table.insert(2, "mode", mode)
            table.insert(3, "opportunity", group)
            frames.append(table)
    result = pd.concat(frames, ignore_index=True)
    if homes is not None:
        result = _by_municipality(result, homes)
    for case in ("today", "halved"):
        result[f"across_{case}"] = result[case] - result["closed"]
    return _with_minutes(result, given)


def _one(
    times: TimesLike | pd.DataFrame,
    counts: pd.Series,
    terms: pd.DataFrame,
    *,
    cutoff_min: float | None,
    decay: Decay | None,
    countries: pd.Series | None,
) -> pd.DataFrame:
    """Compute every case of one mode and group; what is realised is linear in the weights."""
    result = None
    for name, (column, power) in _CASES.items():
        weights = terms[column].to_numpy(dtype=np.float64)
        weights = np.clip(np.nan_to_num(weights, nan=0.0), 0.0, 1.0) ** power
        ways = zip(terms["from_country"], terms["to_country"], weights, strict=True)
        matching = Matching(
            tuple(Match(float(w), from_country=a, to_country=b) for a, b, w in ways)
        )
        found = border_effect(
            times, counts, cutoff_min=cutoff_min, decay=decay, countries=countries,
            matching=matching,
        )  # fmt: skip
        if result is None:
            result = found[["id", "country", "closed", "open"]].copy()
        untold = set(terms.loc[terms[column].isna(), "from_country"])
        result[name] = found["realised"].mask(found["country"].isin(list(untold)))
    if result is None:  # there are always cases
        raise InputError("none-given", "realised_reach: no cases")
    order = ["id", "country", "closed", *_CASES, "open"]
    return result[order]


def _by_municipality(table: pd.DataFrame, homes: pd.DataFrame) -> pd.DataFrame:
    """Combine rows of homes into those of the mean inhabitant of each municipality."""
    lost = sorted(set(table["id"]) - set(homes.index))
    if lost:
        raise InputError(
            "row-missing",
            f"homes: no row for the origins {some(lost)}; give each its municipality",
        )
    values = ["closed", *_CASES, "open"]
    people = table["id"].map(homes["population"]).astype("float64")
    weighed = table[values].mul(people, axis=0)
    keys = [table["id"].map(homes["region_code"]).rename("id"), *(
        table[name] for name in ("country", "mode", "opportunity")
    )]  # fmt: skip
    known = weighed.notna().mul(people, axis=0).groupby(keys).sum()
    sums = weighed.groupby(keys).sum(min_count=1)
    # nobody is left out quietly: a mean over some of the people only is no mean of the place
    whole = people.groupby(keys).sum()
    share = known.div(whole, axis=0)
    return (sums / known).where(share >= _LEAST_SHARE).reset_index()


#: A mean is told where it holds for at least this part of a place's people.
_LEAST_SHARE = 0.95


def _with_minutes(table: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """Add the minutes that the border is worth from each country, where it is one border."""
    ways = terms.groupby("from_country").filter(lambda rows: len(rows) == 1)
    ways = ways.set_index("from_country")
    for name in ("minutes", "minutes_lower", "minutes_upper"):
        table[name.replace("minutes", "border_min")] = table["country"].map(ways[name])
    return table
