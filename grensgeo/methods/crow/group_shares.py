"""How the people of each class of income are divided over IKOB's groups (part B of the method)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Faults, InputError, some
from grensgeo.methods.crow.person_groups import GROUPS, INCOMES, PREFERENCES

if TYPE_CHECKING:
    from grensgeo.arrays import Floats

#: Part of the cars that a company pays, by income. Source: IKOB, table 4 (VZR).
FREE_CARS = (0.0, 0.02, 0.175, 0.275)
#: Part of the people whose public transport is paid, by degree of urbanity. Source: IKOB, table
#: 5, an estimate from figures of the railways.
FREE_TRANSIT = (0.04, 0.025, 0.01, 0.0, 0.0)
#: Percentages by degree of urbanity (1 very urban to 5 rural) and income. Source: IKOB, tables 1
#: to 3 (CBS): with a car, without one but with a licence, without a licence.
_WITH_CAR = (
    (33, 59, 78, 94), (49, 74, 91, 97), (60, 80, 94, 97), (66, 84, 95, 98), (70, 86, 96, 97),
)  # fmt: skip
_WITHOUT_CAR = (
    (29, 20, 14, 4), (21, 12, 5, 2), (15, 8, 3, 1), (12, 6, 2, 0), (10, 5, 2, 1),
)  # fmt: skip
_WITHOUT_LICENCE = (
    (38, 21, 9, 2), (29, 14, 4, 1), (25, 12, 3, 2), (22, 10, 2, 2), (20, 9, 2, 2),
)  # fmt: skip
#: Percentages by degree of urbanity. Source: IKOB, tables 6 (car, neutral, bicycle, transit) and 7
#: (without a car: neutral, bicycle, transit); OViN and a survey of Amsterdam.
_PREFERENCES = (
    (25, 25, 30, 20), (35, 25, 30, 10), (50, 20, 25, 5), (70, 10, 15, 5), (85, 5, 10, 0),
)  # fmt: skip
_PREFERENCES_WITHOUT_CAR = ((33, 40, 27), (38, 46, 15), (40, 50, 10), (33, 50, 17), (33, 67, 0))
_DEGREES = 5


def _parts(rows: tuple[tuple[float, ...], ...]) -> Floats:
    return np.array(rows, dtype=float) / 100


@dataclass(frozen=True, eq=False)
class GroupTables:
    """What is known of a country's people by degree of urbanity: all are parts of one.

    The defaults are those of the method, for the Netherlands.

    Attributes
    ----------
    with_car, without_car, without_licence
        (5, 4) by degree of urbanity (1 very urban to 5 rural) and income: with a car, with a
        licence only, without a licence.
    preferences, preferences_without_car
        (5, 4) car, neutral, bicycle, transit; and (5, 3) neutral, bicycle, transit.
    free_cars
        (4,) part of the cars that a company pays, by income.
    free_transit
        (5,) part of the people whose public transport is paid, by degree of urbanity.
    """

    with_car: Floats = field(default_factory=lambda: _parts(_WITH_CAR))
    without_car: Floats = field(default_factory=lambda: _parts(_WITHOUT_CAR))
    without_licence: Floats = field(default_factory=lambda: _parts(_WITHOUT_LICENCE))
    preferences: Floats = field(default_factory=lambda: _parts(_PREFERENCES))
    preferences_without_car: Floats = field(
        default_factory=lambda: _parts(_PREFERENCES_WITHOUT_CAR)
    )
    free_cars: Floats = field(default_factory=lambda: np.array(FREE_CARS))
    free_transit: Floats = field(default_factory=lambda: np.array(FREE_TRANSIT))

    def __post_init__(self) -> None:
        """Validate shapes and values."""
        shapes = {
            "with_car": (_DEGREES, len(INCOMES)),
            "without_car": (_DEGREES, len(INCOMES)),
            "without_licence": (_DEGREES, len(INCOMES)),
            "preferences": (_DEGREES, len(PREFERENCES)),
            "preferences_without_car": (_DEGREES, len(PREFERENCES) - 1),
            "free_cars": (len(INCOMES),),
            "free_transit": (_DEGREES,),
        }
        faults = Faults()
        for name, shape in shapes.items():
            values = getattr(self, name)
            if values.shape != shape:
                faults.add("shape-wrong", f"{name} is {values.shape}; give {shape}")
            elif not bool(((values >= 0) & (values <= 1)).all()):
                faults.add("out-of-range", f"{name} has values outside 0 to 1; give parts of one")
        if faults:
            raise InputError.of(faults, where="group tables")


def group_shares(
    income_shares: Floats,
    urbanity: Floats,
    tables: GroupTables | None = None,
    *,
    cars_per_household: Floats | None = None,
) -> Floats:
    """Compute which part of each class of income belongs to each group.

    Parameters
    ----------
    income_shares
        (n, 4) parts of the people of each place in each class of income; NaN where nobody lives.
    urbanity
        (n,) degree of urbanity of each place, 1 very urban to 5 rural.
    tables
        By degree of urbanity; those of the method if left out.
    cars_per_household
        (n,) where fewer than the tables suppose, fewer people have a car; NaN where not known.

    Returns
    -------
    ndarray
        (n, 4, 15): of each place and class of income the part in each of ``GROUPS``.

    Raises
    ------
    InputError
        For degrees of urbanity that are none.

    Source
    ------
    Stichting CROW, IKOB, part B. Those without a car become more by a factor of each class of
    income, as the program has it: the text's factor of the whole place leaves parts that do not
    add up to one.
    """
    tables = GroupTables() if tables is None else tables
    wrong = urbanity[~np.isin(urbanity, np.arange(1, _DEGREES + 1))]
    if len(wrong):
        raise InputError(
            "out-of-range", f"degrees of urbanity {some(wrong)} are none; give 1 to {_DEGREES}"
        )
    degree = urbanity.astype(int) - 1
    supposed = tables.with_car[degree]
    with_car, grown = supposed, np.ones_like(supposed)
    if cars_per_household is not None:
        mean = np.sum(np.nan_to_num(income_shares) * supposed, axis=1)
        fewer = (cars_per_household > 0) & (cars_per_household < mean)
        factor = np.where(fewer, cars_per_household / np.where(fewer, mean, 1.0), 1.0)
        with_car = supposed * factor[:, None]
        lacking = 1 - supposed
        # where everybody was supposed to have a car, nobody is there whose number could grow
        apart = fewer[:, None] & (lacking > 0)
        grown = np.where(apart, (1 - with_car) / np.where(apart, lacking, 1.0), 1.0)
    paid = tables.free_transit[degree][:, None]
    free_car = with_car * tables.free_cars
    result = np.zeros((len(degree), len(INCOMES), len(GROUPS)))
    bases = {
        "free_car": free_car,
        "car": with_car - free_car,
        "no_car": tables.without_car[degree] * grown,
        "no_licence": tables.without_licence[degree] * grown,
    }
    for k, group in enumerate(GROUPS):
        part = bases[group.car] * (paid if group.free_transit else 1 - paid)
        if group.preference:
            without = group.car in {"no_car", "no_licence"}
            among = tables.preferences_without_car if without else tables.preferences
            which = PREFERENCES.index(group.preference) - without
            part = part * among[degree, which][:, None]
        result[:, :, k] = part
    return result


def owners_only(shares: Floats) -> Floats:
    """Return the shares among those who have a car, which add up to one where anybody has.

    Parameters
    ----------
    shares
        (n, 4, 15) of :func:`group_shares`.
    """
    owning = np.array([group.car in {"free_car", "car"} for group in GROUPS])
    result = np.where(owning, shares, 0.0)
    total = result.sum(axis=2, keepdims=True)
    return result / np.where(total > 0, total, 1.0)
