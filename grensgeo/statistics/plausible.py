"""How many people a cell can hold, and how many jobs a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import Fault, some
from grensgeo.statistics.published import lines

if TYPE_CHECKING:
    import pandas as pd

#: More people, or jobs, to the square kilometre live or stand nowhere: in Paris 53,000 do, and a
#: tower holds some thousands on its own. Source: Eurostat, census grid 2021.
_MOST_PER_KM2, _MOST_IN_ONE_PLACE = 100_000, 5_000
#: No region of NUTS 3, no Kreis and no Gemeinde has so many jobs: all of Spain has 21 million.
MOST_IN_REGION = 20_000_000


def crowd_faults(count: pd.Series, size_m: float) -> list[Fault]:
    """Find cells with more people than can be.

    Parameters
    ----------
    count
        People by line; NaN where not known.
    size_m
        Length of a cell's side, m.

    Returns
    -------
    list of str
        One fault, or none.
    """
    most = _MOST_PER_KM2 * (size_m / 1000) ** 2 + _MOST_IN_ONE_PLACE
    return _too_many(count, most, f"more than {most:,.0f} people in a cell of {size_m:g} m")


def region_size_faults(count: pd.Series) -> list[Fault]:
    """Find regions with more jobs or people than any has, as where thousands are taken twice.

    Parameters
    ----------
    count
        Figures by line; NaN where not known.

    Returns
    -------
    list of str
        One fault, or none.
    """
    return _too_many(count, MOST_IN_REGION, f"more than {MOST_IN_REGION:,} in one region")


def _too_many(count: pd.Series, most: float, said: str) -> list[Fault]:
    """Return a fault on figures that are larger than they can be; none where none are."""
    large = count[count > most]
    if large.empty:
        return []
    return [
        Fault(
            "figures-implausible",
            f"{said}: {some(f'{value:.0f}' for value in large)}, {lines(large.index)}; look at "
            "the unit, and whether the number stands for what is not known",
        )
    ]
