"""Realised reach: what people really have across a border, today and when its term halves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.effect import closed_and_open
from grensgeo.border.fitted import fitted_by_name
from grensgeo.border.matching import Match, Matching
from grensgeo.errors import InputError, some
from grensgeo.measures import matrix as dense
from grensgeo.measures.caveats import MIN_COVERED
from grensgeo.measures.contradictions import check_reach
from grensgeo.measures.long_reach import by_destination, totals

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats
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
#: What tells one row from another, and what it tells.
_KEYS = ("id", "country", "mode", "scenario", "opportunity", "cutoff_min")
_FIGURES = ["closed", *_CASES, "open"]


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
        Travel times by the name of a mode; times in parts (``open_travel_times``) are read a part
        at a time.
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
        A row per place, mode and group: ``id, country, mode, opportunity, cutoff_min`` (NaN with
        a decay), ``closed``, ``today`` and ``halved`` (opportunities, each with ``_lower`` and
        ``_upper`` by the interval of the term), ``open``; ``across_today`` and ``across_halved``
        (what of it lies across); and ``border_min`` with ``border_min_lower, border_min_upper``:
        the minutes that the border is worth from there, NaN where nothing lies across, and where
        the country borders on several.

    Raises
    ------
    InputError
        For terms without their columns or a direction, homes that are missing, and as
        ``border_effect`` does.

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

    given = _given(terms)
    frames = []
    for mode, found in times.items():
        matrix = dense.as_matrix(found, countries=countries)
        for group, counts in opportunities.items():
            table, sides = closed_and_open(matrix, counts, cutoff_min=cutoff_min, decay=decay)
            frames.append(_with_cases(table.assign(mode=mode, opportunity=group), sides, given))
    if not frames:
        raise InputError("none-given", "realised reach: give times of a mode, and opportunities")
    return _finished(pd.concat(frames, ignore_index=True), given, homes)


def realised_from_reach(
    reach: pd.DataFrame, *, terms: pd.DataFrame | str, homes: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Compute realised reach from a table of reach, which tells what lies in each country.

    Parameters
    ----------
    reach
        ``schema.REACH``, as :func:`grensgeo.reach`, :func:`grensgeo.write_reach` and a study give
        it.
    terms, homes
        As :func:`realised_reach` takes them.

    Returns
    -------
    DataFrame
        As :func:`realised_reach` gives it, a row per place, mode, scenario, opportunity and
        cutoff, as far as the table tells these.

    Raises
    ------
    InputError
        For a table of reach that contradicts itself, and as :func:`realised_reach`.

    Examples
    --------
    >>> import pandas as pd
    >>> reach = pd.DataFrame({"id": "E", "country": "NL", "cutoff_min": 30.0,
    ...     "opportunity": "jobs", "to_country": ["NL", "DE"], "reach": [80.0, 100.0],
    ...     "closed": 80.0, "open": 180.0, "border_effect": 1.25})
    >>> table = realised_from_reach(reach, terms="commuting-flows-2023")
    >>> table[["closed", "today", "open", "border_min"]].round(1).values.tolist()
    [[80.0, 81.4, 180.0, 45.3]]
    """
    given = _given(terms)
    rows = check_reach(reach)
    return _finished(_with_cases(totals(rows), by_destination(rows), given), given, homes)


def _given(terms: pd.DataFrame | str) -> pd.DataFrame:
    """Return terms with all their columns."""
    given = terms_named(terms) if isinstance(terms, str) else terms
    missing = [name for name in TERMS if name not in given.columns]
    if missing:
        raise InputError(
            "column-missing", f"terms: no column {some(missing)}; give BorderFit.terms"
        )
    return given


def _with_cases(table: pd.DataFrame, sides: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """Return every case of places: what is realised is linear in what lies in each country."""
    home = table["country"].to_numpy(dtype=object)
    reached = sides.to_numpy(dtype=np.float64)
    countries = [str(country) for country in sides.columns]
    own = home[:, None] == np.array(countries, dtype=object)
    kept = [name for name in _KEYS if name in table.columns]
    result = table[[*kept, "closed", "open"]].copy()
    for name, (column, power) in _CASES.items():
        weights = _weights(terms, column, power, homes=home, countries=countries)
        across = np.where(own | (weights == 0), 0.0, weights * reached).sum(axis=1)
        untold = list(set(terms.loc[terms[column].isna(), "from_country"]))
        # added up in another order, it may lie a rounding above what is open
        total = np.fmin(table["closed"] + across, table["open"].fillna(np.inf))
        result[name] = total.mask(table["country"].isin(untold))
    return result[[*kept, *_FIGURES]]


def _weights(
    terms: pd.DataFrame,
    column: str,
    power: float,
    *,
    homes: npt.NDArray[np.object_],
    countries: list[str],
) -> Floats:
    """Return what part of each country counts from each home, (n_homes, n_countries)."""
    import pandas as pd

    weights = terms[column].to_numpy(dtype=np.float64)
    weights = np.clip(np.nan_to_num(weights, nan=0.0), 0.0, 1.0) ** power
    ways = zip(terms["from_country"], terms["to_country"], weights, strict=True)
    matching = Matching(tuple(Match(float(w), from_country=a, to_country=b) for a, b, w in ways))
    number, known = pd.factorize(homes)
    table = [[matching.weight(str(one), other, {}) for other in countries] for one in known]
    found: Floats = np.array(table, dtype=np.float64).reshape(len(known), len(countries))[number]
    return found


def _finished(
    table: pd.DataFrame, terms: pd.DataFrame, homes: pd.DataFrame | None
) -> pd.DataFrame:
    """Return rows of municipalities where homes are told, with what lies across and minutes."""
    result = table if homes is None else _by_municipality(table, homes)
    for case in ("today", "halved"):
        result[f"across_{case}"] = result[case] - result["closed"]
    return _with_minutes(result, terms)


def _by_municipality(table: pd.DataFrame, homes: pd.DataFrame) -> pd.DataFrame:
    """Combine rows of homes into those of the mean inhabitant of each municipality."""
    lost = sorted(set(table["id"]) - set(homes.index))
    if lost:
        raise InputError(
            "row-missing",
            f"homes: no row for the origins {some(lost)}; give each its municipality",
        )
    people = table["id"].map(homes["population"]).astype("float64")
    weighed = table[_FIGURES].mul(people, axis=0)
    others = [name for name in _KEYS[1:] if name in table.columns]
    keys = [table["id"].map(homes["region_code"]).rename("id"), *(table[name] for name in others)]
    known = weighed.notna().mul(people, axis=0).groupby(keys, dropna=False).sum()
    sums = weighed.groupby(keys, dropna=False).sum(min_count=1)
    # nobody is left out quietly: a mean over some of the people only is no mean of the place
    whole = people.groupby(keys, dropna=False).sum()
    share = known.div(whole, axis=0)
    return (sums / known).where(share >= MIN_COVERED).reset_index()


def _with_minutes(table: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """Add the minutes that the border is worth from each place, where it is one border."""
    ways = terms.groupby("from_country").filter(lambda rows: len(rows) == 1)
    ways = ways.set_index("from_country")
    across = table["open"] > table["closed"]  # where nothing lies across there is no border
    for name in ("minutes", "minutes_lower", "minutes_upper"):
        minutes = table["country"].map(ways[name])
        table[name.replace("minutes", "border_min")] = minutes.where(across)
    return table
