"""Numbers in tables of people's own: what is one, what only looks like one, and which are counts.

A spreadsheet writes 84.590 for what others write 84590, turns 1-3 into a date, and keeps years and
postcodes in columns of numbers. What cannot be told apart is asked, never guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from grensgeo.errors import Fault, Faults, InputError, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

#: Whole numbers, decimals with a point or a comma, and those with an exponent (R writes 1e+05).
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?|\d+(?:\.\d+)?[eE][+-]?\d+")
#: Three digits after the only mark, and no more than three before it: thousands or decimals.
EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_GROUPED = re.compile(
    r"\d{1,3}(?:([.,'\N{RIGHT SINGLE QUOTATION MARK} \N{NO-BREAK SPACE}])\d{3})+"
)
_NEGATIVE = re.compile(r"[-\u2212]\s*\d.*")

#: Columns of a table of places that are no counts, and need no question.
PLAIN = ("id", "country", "name", "lon", "lat")
#: Names of columns that hold numbers and no counts: years, codes, coordinates, shares, bounds.
_NO_COUNT = re.compile(
    r"year|jaar|jahr|peiljaar|stichtag|peildatum|.*(date|datum).*|period\w*|zeit|time|"
    r"pc\d?|plz|zip\w*|postcode\w*|postal\w*|postleitzahl|"
    r"code|nr|no|num|nummer|number|index|fid|ogc_fid|objectid|ags|ars|gm|kreis|nuts\d?|"
    r".*_(id|code|nr|date|year|jaar|jahr)|x|y|.*longitude|.*latitude|"
    r".*(share|aandeel|anteil|percent|prozent|procent|pct|ratio)\w*|.*%.*|"
    r"lower|upper|marker|.*area(_km2|_m2|_ha)?|km2|.*_(km2|km|m|m2|ha|min|s|kmh)",
    re.IGNORECASE,
)
#: What is no number, by the letters that numpy has for kinds of columns.
_KINDS = {"M": "dates", "m": "spans of time", "b": "true and false", "c": "complex numbers"}
#: Whole numbers that a year can be, where every place has the same.
_YEARS = (1950, 2050)


def kind_fault(values: pd.Series) -> str:
    """Name what values are that are no numbers, though a library would make numbers of them.

    Parameters
    ----------
    values
        A column.

    Returns
    -------
    str
        ``dates``, ``spans of time``, ``true and false`` or ``complex numbers``; empty for others.

    Examples
    --------
    >>> import pandas as pd
    >>> kind_fault(pd.Series(pd.to_datetime(["2020-03-01"]))), kind_fault(pd.Series([1, 2]))
    ('dates', '')
    """
    import datetime as dt

    import numpy as np

    kind = getattr(values.dtype, "kind", "O")
    if kind != "O":
        return _KINDS.get(kind, "")
    classes: dict[str, Any] = {
        "b": (bool, np.bool_),
        "M": dt.date,
        "m": dt.timedelta,
        "c": complex,
    }
    found = [k for k, c in classes.items() if any(isinstance(value, c) for value in values)]
    return _KINDS[found[0]] if found else ""


def hold_numbers(values: pd.Series, *, name: str) -> None:
    """Raise on a column of which numbers could be made only by guessing.

    Parameters
    ----------
    values
        Numbers, or text.
    name
        What they are, for the error.

    Raises
    ------
    InputError
        For dates, spans of time, true and false, and text that may be read in two ways.

    Examples
    --------
    >>> import pandas as pd
    >>> hold_numbers(pd.Series([True, False]), name="people")
    Traceback (most recent call last):
    ...
    grensgeo.errors.InputError: people: true and false, not numbers (True, False)
    """
    kind = kind_fault(values)
    if kind:
        raise InputError("not-a-number", f"{name}: {kind}, not numbers ({some(values.head(6))})")
    if values.dtype.kind in "iuf" or not any(isinstance(value, str) for value in values):
        return
    text = values.map(lambda value: value if isinstance(value, str) else None)
    faults = read_numbers(text, name=name)[1]
    if faults:
        raise InputError.of(faults)


def read_numbers(text: pd.Series, *, name: str) -> tuple[pd.Series, list[Fault]]:
    """Read counts that were written as text, where it is clear what they are.

    Parameters
    ----------
    text
        Fields by id or line; empty or missing where a count is not known.
    name
        Name of the column, for faults.

    Returns
    -------
    tuple of Series and list of str
        float64, NaN where not known; and faults: signs that may part thousands, percentages,
        words, numbers below zero.

    Examples
    --------
    >>> import pandas as pd
    >>> read_numbers(pd.Series(["84.590", "987"]), name="jobs")[1][0][:38]
    'jobs: thousands or decimals? 84.590 (r'
    """
    import pandas as pd

    plain = text.where(text.notna(), "").astype(str).str.strip()
    told = plain[plain != ""]
    number = told.str.fullmatch(_NUMBER)
    either = told.str.fullmatch(EITHER)
    grouped = told.str.fullmatch(_GROUPED) & ~number
    below = told.str.fullmatch(_NEGATIVE)
    faults = Faults()
    for mark in (".", ","):
        doubtful = either & told.str.contains(mark, regex=False)
        sure = number & ~either & told.str.contains(mark, regex=False)
        if doubtful.any() and not sure.any():
            first = told[doubtful].iloc[0]
            digits = first.replace(mark, "")
            faults.add(
                "decimals-ambiguous",
                f"{name}: thousands or decimals? {_listed(told, doubtful)}; write {digits}, or "
                f"{first.replace(mark, '.')}0 if it is a decimal",
            )
    if below.any():
        faults.add(
            "negative-or-infinite",
            f"{name}: below zero: {_listed(told, below)}; write nothing where it is not known",
        )
    for hit, what in (
        (grouped, "signs between thousands"),
        (~number & ~grouped & ~below, "no counts"),
    ):
        if hit.any():
            faults.add(
                "not-a-number",
                f"{name}: {what}: {_listed(told, hit)}; write plain numbers, and nothing where a "
                "count is not known",
            )
    numbers = plain.where(plain.str.fullmatch(_NUMBER)).str.replace(",", ".", regex=False)
    return pd.to_numeric(numbers, errors="coerce").astype("float64"), faults


def _listed(text: pd.Series, hit: pd.Series) -> str:
    """List the fields for which something holds, each with its row."""
    return some(f"{value} (row {place})" for place, value in text[hit].items())


def count_columns(table: pd.DataFrame, wanted: Sequence[str] | None = None) -> list[str]:
    """Choose which columns of a table of places are counts.

    Parameters
    ----------
    table
        Places, with numbers as numbers or as text.
    wanted
        The columns that the user named; all that are clear if None.

    Returns
    -------
    list of str
        Names of columns.

    Raises
    ------
    InputError
        Saying which columns are not clear, or not there, and the remedy.

    Examples
    --------
    >>> import pandas as pd
    >>> count_columns(pd.DataFrame({"id": ["a"], "country": ["NL"], "jobs": [80]}))
    ['jobs']
    """
    others = [str(name) for name in table.columns if name not in PLAIN]
    if wanted:
        absent = [name for name in wanted if name not in table.columns]
        if absent:
            raise InputError(
                "column-missing",
                f"no column {some(map(repr, absent))}; there are {some(others, most=12)}",
            )
        return list(dict.fromkeys(wanted))
    if not others:
        raise InputError("column-missing", "no column of counts beside id and country")
    doubtful = {name: why for name in others if (why := _doubt(name, table[name]))}
    if doubtful:
        clear = [name for name in others if name not in doubtful] or ["NAME"]
        listed = some(f"{name} ({why})" for name, why in doubtful.items())
        raise InputError(
            "column-not-clear",
            f"which columns are counts? Not clear of {listed}; name those to count, such as "
            f"--columns {' '.join(clear)}",
        )
    return others


def _doubt(name: str, values: pd.Series) -> str:
    """Report why a column may hold something else than counts; empty where it holds them."""
    if _NO_COUNT.fullmatch(name.strip()):
        return "by its name"
    told = [str(value).strip() for value in values.dropna()]
    told = [value for value in told if value != ""]
    if any(re.search(r"[^\W\d_]", re.sub(r"(?<=\d)[eE](?=[-+]?\d)", "", v)) for v in told):
        return "holds words"
    if any(re.fullmatch(r"0\d+", value) for value in told):
        return "begins with zeros, as codes do"
    whole = {value.removesuffix(".0") for value in told}
    if len(told) > 1 and len(whole) == 1 and (only := whole.pop()).isdigit():
        return "the same year everywhere" if _YEARS[0] <= int(only) <= _YEARS[1] else ""
    return ""


def unlike_units(counts: pd.Series, countries: pd.Series) -> str:
    """Find a country whose counts seem to stand in thousands beside others in ones.

    Parameters
    ----------
    counts, countries
        Counts and the country of each place, by id.

    Returns
    -------
    str
        The two countries and the middle of their counts; empty where they are alike. The middle
        ones must lie 200 times apart, or 20 times where one country alone has decimals: towns and
        villages lie less far apart (in the sample by 4).
    """
    found = {}
    for country, part in counts[counts > 0].groupby(countries.reindex(counts.index)):
        found[str(country)] = (float(part.median()), bool((part % 1 > 0).any()), len(part))
    names = sorted(found, key=lambda name: found[name][0])
    if len(names) < 2:
        return ""
    (small, parts, n), (large, whole, m) = found[names[0]], found[names[-1]]
    far = large / small
    if (far >= 200 and min(n, m) >= 3) or (far >= 20 and parts and not whole):
        return f"{names[0]} {small:.4g}, {names[-1]} {large:.4g}"
    return ""


def unmatched(counts: pd.Series, places: Iterable[object]) -> pd.Series:
    """Return the counts above zero of ids that are none of the places.

    Parameters
    ----------
    counts
        Counts by id.
    places
        Ids that are counted.

    Returns
    -------
    Series
        Those that nobody reaches, because no time leads there.
    """
    lost: pd.Series = counts[~counts.index.isin(list(places)) & (counts > 0)]
    return lost
