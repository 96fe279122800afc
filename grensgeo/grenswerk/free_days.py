"""Days that are free in a part of a country: public holidays by rule, school ones by table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries.country_files import by_code
from grensgeo.errors import Faults, InputError, some
from grensgeo.files import read_csv
from grensgeo.schema import SCHOOL_HOLIDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags

#: Days of a week in the order of ``date.weekday()``.
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, eq=False)
class FreeDays:
    """Public and school holidays of parts of countries.

    Public holidays follow from the rules of each country's file; school holidays are declared in
    a table, of whose years alone something is known.

    Attributes
    ----------
    school
        :data:`grensgeo.schema.SCHOOL_HOLIDAYS`.

    Examples
    --------
    >>> free = FreeDays.default()
    >>> free.public("DE", "NW", [date(2026, 6, 4)])
    ['Fronleichnam']
    >>> free.public("NL", "Noord", [date(2026, 6, 4)])
    [None]
    >>> free.school_days("NL", "Noord", [date(2026, 7, 6), date(2026, 9, 1), date(2031, 7, 7)])
    [True, False, None]
    """

    school: pd.DataFrame

    @classmethod
    def default(cls) -> FreeDays:
        """Read the school holidays that come with grensgeo.

        Returns
        -------
        FreeDays
            The Netherlands by region (Noord, Midden, Zuid) and Germany by Land, from summer 2022
            to summer 2028.

        Source
        ------
        Regeling vaststelling schoolvakanties; KMK, Ferienregelung der Länder; both as compiled by
        the Python package holidays 0.109.
        """
        import pandas as pd

        with (
            resources.files(__package__)
            .joinpath("school_holidays.csv")
            .open(encoding="utf-8") as file
        ):
            return cls.from_table(pd.DataFrame(list(csv.DictReader(file))))

    @classmethod
    def read(cls, path: str | Path) -> FreeDays:
        """Read school holidays of one's own.

        Parameters
        ----------
        path
            CSV of :data:`grensgeo.schema.SCHOOL_HOLIDAYS`.

        Raises
        ------
        FileError, InputError
            If the file cannot be read or the table cannot be.
        """
        return cls.from_table(read_csv(Path(path)), where=str(path))

    @classmethod
    def from_table(cls, table: pd.DataFrame, *, where: str = "school holidays") -> FreeDays:
        """Check a table of school holidays.

        Parameters
        ----------
        table
            :data:`grensgeo.schema.SCHOOL_HOLIDAYS`.
        where
            File or argument to name in the error.

        Raises
        ------
        InputError
            If a column is missing, a country is none, or a holiday ends before it begins.
        """
        import pandas as pd

        table = SCHOOL_HOLIDAYS.check(table.astype("string"), where=where).reset_index(drop=True)
        faults = Faults()
        strange = sorted(set(table["country"]) - set(by_code()))
        if strange:
            faults.add("country-unknown", f"country {some(map(repr, strange))}; give NL, DE …")
        first, last = (
            pd.to_datetime(table[name], format="%Y-%m-%d", errors="coerce")
            for name in ("first_day", "last_day")
        )
        for name, days in (("first_day", first), ("last_day", last)):
            if days.isna().any():
                wrong = table.loc[days.isna(), name].tolist()
                faults.add("date-wrong", f"{name} {some(map(repr, wrong))}; write 2026-07-04")
        if (last < first).any():
            names = table.loc[last < first, "name"].tolist()
            faults.add("date-wrong", f"{some(names)}: the last day is before the first")
        if faults:
            raise InputError.of(faults, where=where)
        return cls(table)

    def public(self, country: str, part: str | None, days: Sequence[date]) -> list[str | None]:
        """Return the public holiday that each day is.

        Parameters
        ----------
        country
            Code of ISO 3166.
        part
            Part of it, ISO 3166-2 after the hyphen; without one only holidays of the whole
            country count.
        days
            The days.
        """
        known = by_code()[country]
        found: list[str | None] = []
        for day in days:
            there = [one for one in known.holidays_on(day) if not one.parts or part in one.parts]
            found.append(there[0].name if there else None)
        return found

    def school_days(
        self, country: str, part: str | None, days: Sequence[date]
    ) -> list[bool | None]:
        """Return whether each day lies in the school holidays.

        Parameters
        ----------
        country, part
            As in the table.
        days
            The days.

        Returns
        -------
        list
            None where the table does not know: another part, or other years.
        """
        first, last = self._spans(country, part)
        if not len(first):
            return [None] * len(days)
        at = np.array(days, dtype="datetime64[D]")
        free: Flags = np.any((at[:, None] >= first) & (at[:, None] <= last), axis=1)
        known: Flags = np.asarray((at >= first.min()) & (at <= last.max()))
        return [bool(one) if sure else None for one, sure in zip(free, known, strict=True)]

    def _spans(
        self, country: str, part: str | None
    ) -> tuple[npt.NDArray[np.datetime64], npt.NDArray[np.datetime64]]:
        """Return the first and last days of the holidays of a part."""
        own = (self.school["country"] == country) & (self.school["part"] == (part or ""))
        rows = self.school[own.to_numpy(dtype=bool)]
        first, last = (rows[name].to_numpy(dtype="datetime64[D]") for name in
                       ("first_day", "last_day"))  # fmt: skip
        return first, last


def split_holidays(country: str) -> bool:
    """Return whether some public holidays of a country are those of parts alone."""
    return any(one.parts for one in by_code()[country].holidays)


def days_between(since: str | date, until: str | date) -> list[date]:
    """Return the days from one to another, both counted.

    Examples
    --------
    >>> len(days_between("2026-09-01", "2027-07-09"))
    312
    """
    first, last = (
        day if isinstance(day, date) else date.fromisoformat(day) for day in (since, until)
    )
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def parts_of(
    countries: Iterable[str], codes: Iterable[str | None], nuts3: Iterable[str | None]
) -> npt.NDArray[np.object_]:
    """Find the part of its country in which each place lies, whose holidays it has.

    Parameters
    ----------
    countries
        Codes of ISO 3166.
    codes
        Codes of municipalities.
    nuts3
        Their NUTS 3 regions.

    Returns
    -------
    ndarray
        object: None where it is not declared (``country_parts.csv``).

    Examples
    --------
    >>> parts_of(["DE", "NL", "NL"], ["05554020", "GM0153", "GM0197"], ["DEA34", "NL213", "NL225"])
    array(['NW', 'Noord', None], dtype=object)
    """
    table = _declared_parts()
    found = [
        next(
            (
                table[country, text[:n]]
                for text in (code or "", region or "")
                for n in range(len(text), 1, -1)
                if (country, text[:n]) in table
            ),
            None,
        )
        for country, code, region in zip(countries, codes, nuts3, strict=True)
    ]
    parts = np.empty(len(found), dtype=object)
    parts[:] = found
    return parts


@cache
def _declared_parts() -> dict[tuple[str, str], str]:
    text = resources.files(__package__).joinpath("country_parts.csv").read_text(encoding="utf-8")
    return {
        (row["country"], row["code"]): row["part"] for row in csv.DictReader(text.splitlines())
    }


def weekday_flags(days: Sequence[date], weekdays: Iterable[str]) -> Flags:
    """Return which days are of some weekdays.

    Examples
    --------
    >>> weekday_flags([date(2026, 6, 4), date(2026, 6, 6)], ["mon", "thu"])
    array([ True, False])
    """
    numbers = [WEEKDAYS.index(name) for name in weekdays]
    return np.array([day.weekday() in numbers for day in days], dtype=bool)
