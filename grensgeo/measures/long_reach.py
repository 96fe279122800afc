"""Tables of reach: a row for each place, cutoff, opportunity and country of destination."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import ISO_3166, countries_in_order
from grensgeo.errors import GrensgeoWarning, some
from grensgeo.measures import matrix as dense
from grensgeo.notes import Note
from grensgeo.schema import REACH

if TYPE_CHECKING:
    import pandas as pd

#: What tells one figure from another, apart from the country of destination.
KEYS = ("id", "cutoff_min", "opportunity", "mode", "scenario")
#: The columns of a country of destination, and what is reached there.
WHERE, REACHED = "to_country", "reach"

#: What tables of reach had before: a column for each country.
_PER_COUNTRY = re.compile(r"reach_([a-z]{2})")


def row_keys(table: pd.DataFrame) -> list[str]:
    """Return the columns of a table that tell one figure from another."""
    return [name for name in KEYS if name in table.columns]


def totals(table: pd.DataFrame) -> pd.DataFrame:
    """Return what holds over all countries of destination, once a figure.

    Parameters
    ----------
    table
        ``schema.REACH``.

    Returns
    -------
    DataFrame
        The same without ``to_country`` and ``reach``, a row for each place, cutoff, opportunity,
        mode and scenario, in the order in which they first appear.
    """
    once = table.drop_duplicates(row_keys(table)).drop(columns=[WHERE, REACHED])
    return once.reset_index(drop=True)


def by_destination(table: pd.DataFrame) -> pd.DataFrame:
    """Return what is reached in each country, a column a country.

    Parameters
    ----------
    table
        ``schema.REACH``, no row twice.

    Returns
    -------
    DataFrame
        float64, a column for each country by its code, rows as :func:`totals` gives them. NaN
        where no figure is known; 0 where the table has no row of a country, in which then no
        destination was asked for.
    """
    import pandas as pd

    place = table.groupby(row_keys(table), sort=False, dropna=False).ngroup().to_numpy()
    countries = countries_in_order(table[WHERE])
    column = pd.Categorical(table[WHERE], categories=countries).codes
    found = np.zeros((int(place.max(initial=-1)) + 1, len(countries)))
    found[place, column] = table[REACHED].to_numpy(dtype=np.float64)
    return pd.DataFrame(found, columns=countries)


def long_reach(table: pd.DataFrame, sides: pd.DataFrame) -> pd.DataFrame:
    """Arrange a table by country of destination.

    Parameters
    ----------
    table
        A row for each figure, with ``country``.
    sides
        What is reached in each country, as :func:`by_destination` gives it.

    Returns
    -------
    DataFrame
        A row for each figure and country, with ``to_country``, ``reach`` and what follows from
        these: ``closed``, ``open``, ``border_effect`` and ``share_across``.
    """
    figures = sides.to_numpy(dtype=np.float64)
    home = table["country"].to_numpy(dtype=object)[:, None] == np.array(sides.columns, object)
    opened = figures.sum(axis=1)
    closed = np.where(home, figures, 0.0).sum(axis=1)
    across = np.where(home, 0.0, figures).sum(axis=1)
    measured = table.assign(
        closed=closed,
        open=opened,
        border_effect=dense.effect(closed, opened),
        share_across=dense.share(across, opened),
    )
    each = len(sides.columns)
    result = measured.iloc[np.repeat(np.arange(len(table)), each)].reset_index(drop=True)
    result[WHERE] = np.tile(np.array(sides.columns, dtype=object), len(table))
    result[REACHED] = figures.ravel()
    return in_order(result)


def in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Arrange the columns in the order of the declaration; others come last."""
    known = [column.name for column in REACH.columns if column.name in table.columns]
    return table[[*known, *(name for name in table.columns if name not in known)]]


def sides_of_old(table: pd.DataFrame) -> dict[str, str]:
    """Return by code of a country the column that an older table has for it.

    Parameters
    ----------
    table
        Any table.

    Returns
    -------
    dict
        Such as ``{"BE": "reach_be"}``; empty where a table is long by country already.
    """
    if REACHED in table.columns:
        return {}
    found = {str(name): _PER_COUNTRY.fullmatch(str(name)) for name in table.columns}
    sides = {shape[1].upper(): name for name, shape in found.items() if shape}
    return {country: name for country, name in sides.items() if country in ISO_3166}


def lengthen(table: pd.DataFrame, *, where: str) -> pd.DataFrame:
    """Read a table of reach that has a column for each country, as grensgeo wrote them before.

    Parameters
    ----------
    table
        Any table of reach.
    where
        File or argument to name in the note.

    Returns
    -------
    DataFrame
        The table itself where it is long by country already; else a row for each country.

    Warns
    -----
    GrensgeoWarning
        Where it was not.
    """
    sides = sides_of_old(table)
    if not sides:
        return table
    note = Note("reach.columns-by-country", where=where, columns=some(sides.values()))
    warnings.warn(GrensgeoWarning.of([note]), stacklevel=3)
    each = np.repeat(np.arange(len(table)), len(sides))
    result = table.drop(columns=list(sides.values())).iloc[each].reset_index(drop=True)
    result[WHERE] = np.tile(np.array(list(sides), dtype=object), len(table))
    result[REACHED] = table[list(sides.values())].to_numpy().ravel()
    return in_order(result)
