"""Whether a table of reach can be true: its countries, its counts, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import ISO_3166, country_faults
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.measures.long_reach import REACHED, WHERE, lengthen, row_keys
from grensgeo.schema import REACH

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags


#: How far a figure may lie from what the others give, as a share: figures with four digits.
_SHARE = 2e-3
#: How far a ratio may lie from what its counts give, beside what their rounding allows.
_RATIO = 6e-3
#: Decimals to which a table may have been rounded.
_DECIMALS = range(4)


def check_reach(
    table: pd.DataFrame, *, where: str = "reach", known: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Validate a table of reach against its declaration, and against itself.

    Parameters
    ----------
    table
        ``schema.REACH``, or an older one with a column for each country.
    where
        File or argument to name in the error.
    known
        Country by id, where it is known: of cells, municipalities or larger regions.

    Returns
    -------
    DataFrame
        As ``REACH.check`` gives it.

    Raises
    ------
    InputError
        For countries that are no code, or not those of the places;
        for counts and cutoffs below zero; and where ``closed`` is not what is reached in the own
        country, ``open`` not the sum of all, or a ratio not what these give.

    Examples
    --------
    >>> import pandas as pd
    >>> check_reach(pd.DataFrame({
    ...     "id": ["GM0168"], "country": ["NL"], "cutoff_min": [30.0], "opportunity": ["jobs"],
    ...     "to_country": ["NL"], "reach": [10.0], "closed": [10.0], "open": [999.0],
    ...     "border_effect": [98.9],
    ... }))
    Traceback (most recent call last):
    ...
    grensgeo.errors.InputError: reach: open is not the sum of all countries: GM0168 (999, not 10)
    """
    frame = REACH.check(lengthen(table, where=where), where=where)
    places = frame[["id", "country"]].drop_duplicates()
    faults = country_faults(places["id"], places["country"], known=known)
    strange = [f"to_country {code!r}" for code in set(frame[WHERE].unique()) - ISO_3166]
    if strange:
        faults.append(Fault("country-unknown", f"no code of ISO 3166: {some(sorted(strange))}"))
    faults += below_zero(frame, ["cutoff_min", REACHED, "closed", "open",
                                 "unknown_within"])  # fmt: skip
    if not faults:
        faults = _sum_faults(frame) + effect_faults(frame)
    if faults:
        raise InputError.of(faults, where=where)
    return frame


def below_zero(frame: pd.DataFrame, names: list[str]) -> list[Fault]:
    """List columns of which a figure is below zero, with the places."""
    faults = Faults()
    for name in names:
        if name in frame.columns:
            wrong = frame[name].to_numpy(dtype=np.float64, na_value=np.nan) < 0
            if wrong.any():
                faults.add(
                    "negative-or-infinite", f"{name} is below zero: {_rows(frame, wrong, name)}"
                )
    return faults


def effect_faults(frame: pd.DataFrame) -> list[Fault]:
    """List places of which a ratio is not what closed and open give.

    Parameters
    ----------
    frame
        ``id, closed, open, border_effect`` and perhaps ``share_across``, all of them numbers.

    Returns
    -------
    list of str
        Nothing, or a sentence for each column.
    """
    closed = frame["closed"].to_numpy(dtype=np.float64)
    opened = frame["open"].to_numpy(dtype=np.float64)
    faults = Faults()
    unit = _unit(closed, opened)
    under = opened < closed - _slack(closed, unit)
    if under.any():
        rows = [f"{p} ({o:g} and {c:g})" for p, o, c in zip(
            frame.loc[under, "id"], opened[under], closed[under], strict=True)]  # fmt: skip
        faults.add("open-below-closed", f"open is less than closed: {some(rows)}")
    for name, part, whole in (
        ("border_effect", opened - closed, closed),
        ("share_across", opened - closed, opened),
    ):
        if name not in frame.columns:
            continue
        found = frame[name].to_numpy(dtype=np.float64)
        told = ~np.isnan(found) & ~np.isnan(part)
        # a figure over nothing is undefined; over very little, rounding makes it anything
        nothing = told & (whole == 0)
        judged = told & (whole > 0)
        given, slack = np.zeros(len(found)), np.full(len(found), np.inf)
        np.divide(part, whole, out=given, where=judged)
        np.divide(_slack(opened, unit) * (1 + np.abs(given)), whole, out=slack, where=judged)
        wrong = nothing | (judged & (np.abs(found - given) > slack + _RATIO * (1 + np.abs(given))))
        if name == "border_effect" and not under.any():
            wrong |= told & (found < -_RATIO)
        if wrong.any():
            rows = [
                f"{p} ({f:g}, not {'undefined' if w == 0 else format(g, '.4g')})"
                for p, f, g, w in zip(
                    frame.loc[wrong, "id"], found[wrong], given[wrong], whole[wrong], strict=True
                )
            ]
            faults.add(
                "effect-contradicts-sums", f"{name} is not what closed and open give: {some(rows)}"
            )
    return faults


def _sum_faults(frame: pd.DataFrame) -> list[Fault]:
    """List places of which closed and open are not what the countries give."""
    keys = row_keys(frame)
    if frame.duplicated([*keys, WHERE]).any():
        return []  # which is a fault of its own, that is told where rows are counted
    place = frame.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
    values = frame[REACHED].to_numpy(dtype=np.float64)
    here = (frame["country"] == frame[WHERE]).to_numpy()
    n = int(place.max(initial=-1)) + 1
    own = np.full(n, np.nan)
    own[place[here]] = values[here]
    faults = Faults()
    unit = _unit(values, frame["closed"].to_numpy(), frame["open"].to_numpy())
    for name, of_all, what in (
        ("closed", own, "what is reached in the own country"),
        ("open", np.bincount(place, weights=values, minlength=n), "the sum of all countries"),
    ):
        given = np.asarray(of_all[place], dtype=np.float64)
        found = frame[name].to_numpy(dtype=np.float64)
        wrong = np.abs(found - given) > _slack(given, unit)
        if wrong.any():
            rows = [
                f"{p} ({f:g}, not {g:g})"
                for p, f, g in zip(frame.loc[wrong, "id"], found[wrong], given[wrong], strict=True)
            ]
            told = some(dict.fromkeys(rows))
            faults.add("parts-contradict-total", f"{name} is not {what}: {told}")
    return faults


def _unit(*columns: npt.NDArray[np.float64]) -> float:
    """Return the unit to which counts were rounded, or a trifle where they were not."""
    values = np.concatenate([np.asarray(column, dtype=np.float64) for column in columns])
    values = values[~np.isnan(values)]
    return next(
        (10.0**-d for d in _DECIMALS if np.allclose(values, values.round(d), rtol=0, atol=1e-9)),
        1e-6,
    )


def _slack(values: npt.NDArray[np.float64], unit: float) -> npt.NDArray[np.float64]:
    """Return how far a figure may lie from what it should be: three roundings, and a share."""
    return np.asarray(1.5 * unit + _SHARE * np.abs(values), dtype=np.float64)


def _rows(frame: pd.DataFrame, wrong: Flags, name: str) -> str:
    return some(f"{p} ({v:g})" for p, v in frame.loc[wrong, ["id", name]].to_numpy())
