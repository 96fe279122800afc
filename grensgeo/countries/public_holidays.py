"""Days off by law: which day of a year each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_FROM_EASTER = re.compile(r"easter([+-]\d+)")
_BEFORE = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)<(\d\d-\d\d)")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SUNDAY = 6


@dataclass(frozen=True)
class Holiday:
    """A day off by law.

    Attributes
    ----------
    name
        As the country calls it.
    on
        ``12-25``, days from Easter Sunday: ``easter+39``, or the last of a day of the week before
        a date: ``wed<11-23``.
    parts
        Parts of the country that have it (ISO 3166-2 after the hyphen); empty for all.
    since, until
        First and last year.
    every
        In years that this divides.
    if_sunday
        Days by which it is moved from a Sunday.
    """

    name: str
    on: str
    parts: tuple[str, ...] = ()
    since: int = 1
    until: int = 9999
    every: int = 1
    if_sunday: int = 0

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Holiday:
        """Read an entry of a country's file.

        Raises
        ------
        ValueError, TypeError
            If it is none.
        """
        found = cls(**{**data, "parts": tuple(data.get("parts", ()))})
        found.day_in(2024)
        return found

    def day_in(self, year: int) -> date:
        """Return the day of a year on which it would fall.

        Examples
        --------
        >>> Holiday("Hemelvaartsdag", "easter+39").day_in(2026)
        datetime.date(2026, 5, 14)
        >>> Holiday("Buß- und Bettag", "wed<11-23").day_in(2026)
        datetime.date(2026, 11, 18)
        """
        from_easter = _FROM_EASTER.fullmatch(self.on)
        if from_easter:
            return easter(year) + timedelta(days=int(from_easter[1]))
        before = _BEFORE.fullmatch(self.on)
        if before:
            end = date.fromisoformat(f"{year}-{before[2]}") - timedelta(days=1)
            return end - timedelta(days=(end.weekday() - _WEEKDAYS.index(before[1])) % 7)
        day = date.fromisoformat(f"{year}-{self.on}")
        return day + timedelta(days=self.if_sunday if day.weekday() == _SUNDAY else 0)

    def falls_on(self, day: date) -> bool:
        """Return whether it falls on a day."""
        there = self.since <= day.year <= self.until and day.year % self.every == 0
        return there and self.day_in(day.year) == day


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar.

    Source
    ------
    J. Meeus (1991), Astronomical Algorithms, chapter 8, after Nature 13, 487 (1876).

    Examples
    --------
    >>> [easter(year).isoformat() for year in (2024, 2025, 2026)]
    ['2024-03-31', '2025-04-20', '2026-04-05']
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    after = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * after) // 451
    month, day = divmod(h + after - 7 * m + 114, 31)
    return date(year, month, day + 1)
