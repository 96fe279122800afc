"""On which days of a year a student has to be at a placement, and which of them are off."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.errors import Faults, InputError, some
from grensgeo.grenswerk.free_days import WEEKDAYS, days_between, split_holidays, weekday_flags
from grensgeo.notes import Note

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags
    from grensgeo.grenswerk.free_days import FreeDays

#: What may be off: public and school holidays where the student lives, and where the place is.
OFF = ("public_there", "public_here", "school_there", "school_here")

#: Whichever of several trips serves on a day.
ANY = "any"

_DAY_S = 86_400
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

#: Longest span, days: three school years.
_MOST_DAYS = 1100


def is_clock(text: str) -> bool:
    """Return whether a text is a time of day.

    Examples
    --------
    >>> is_clock("08:30"), is_clock("24:00"), is_clock("8:30")
    (True, False, False)
    """
    return _CLOCK.fullmatch(text) is not None


@dataclass(frozen=True)
class AskedDays:
    """When a student has to be there.

    Attributes
    ----------
    since, until
        First and last day, ISO 8601.
    start, end
        Time of day by which one has to be there, and from which on one goes home; an end at or
        before the start is that of the next morning. A place may have its own.
    weekdays
        mon, tue, wed, thu, fri, sat, sun.
    off
        Which holidays are days off, of ``public_there`` (where the place is; the law of the
        place of work), ``public_here`` (where the student lives), ``school_there`` and
        ``school_here``. Others are days like any, on which less may run.
    runs_like
        A date whose timetable is taken for every day, where timetables of the year are not to be
        had; then no day is lost because less runs on it.

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> AskedDays("2026-09-01", "2027-07-09", weekdays=("mon", "tue", "wed")).start
    '08:30'
    """

    since: str
    until: str
    _: KW_ONLY
    start: str = "08:30"
    end: str = "17:00"
    weekdays: tuple[str, ...] = WEEKDAYS[:5]
    off: tuple[str, ...] = ("public_there",)
    runs_like: str | None = None

    def __post_init__(self) -> None:
        faults = Faults()
        days = []
        for name in ("since", "until", "runs_like"):
            value = getattr(self, name)
            if value is None:
                continue
            try:
                days.append(date.fromisoformat(value))
            except (TypeError, ValueError):
                faults.add("date-wrong", f"{name} is {value!r}; write a day such as 2026-09-01")
        if not faults and days[1] < days[0]:
            faults.add("date-wrong", f"until {self.until} is before since {self.since}")
        elif not faults and (days[1] - days[0]).days >= _MOST_DAYS:
            faults.add("out-of-range", f"more than {_MOST_DAYS} days; ask for a year at a time")
        for name in ("start", "end"):
            if not is_clock(str(getattr(self, name))):
                faults.add(
                    "moment-wrong", f"{name} is {getattr(self, name)!r}; write a time as 08:30"
                )
        for name, known in (("weekdays", WEEKDAYS), ("off", OFF)):
            given = getattr(self, name)
            given = (given,) if isinstance(given, str) else tuple(given)
            object.__setattr__(self, name, given)
            strange = [word for word in given if word not in known]
            if strange:
                faults.add(
                    "choice-unknown",
                    f"{name} {some(map(repr, strange))} are not known; write {', '.join(known)}",
                )
        if not self.weekdays:
            faults.add("none-given", "no weekdays are asked for")
        if faults:
            raise InputError.of(faults, where="days")

    def days(self) -> list[date]:
        """Return the days of the weekdays asked for, holidays or not."""
        every = days_between(self.since, self.until)
        return [day for day, on in zip(every, weekday_flags(every, self.weekdays), strict=True)
                if on]  # fmt: skip

    def notes(self) -> tuple[Note, ...]:
        """Return what is assumed of the days."""
        said = [
            Note(
                "year.asked", since=self.since, until=self.until, start=self.start, end=self.end,
                n=len(self.days()),
            )
        ]  # fmt: skip
        codes = ("year.off-public_there", "year.off-public_here",
                 "year.off-school_there", "year.off-school_here")  # fmt: skip
        said += [Note(code) for code, name in zip(codes, OFF, strict=True) if name in self.off]
        if self.runs_like is not None:
            said.append(Note("year.runs-like", day=self.runs_like))
        return tuple(said)


class PlaceHours(NamedTuple):
    """From when to when one is at a place, as 08:30."""

    start: str
    end: str

    @property
    def nights(self) -> int:
        """Days by which the end comes later than the start."""
        return int(self.end <= self.start)

    @property
    def seconds(self) -> tuple[int, int]:
        """Start and end, after midnight of the day of the start."""
        start, end = (3600 * int(clock[:2]) + 60 * int(clock[3:]) for clock in self)
        return start, end + _DAY_S * self.nights


class HolidayArea(NamedTuple):
    """A country and the part of it whose holidays count."""

    country: str
    part: str | None


@dataclass(frozen=True, eq=False)
class AreaHolidays:
    """The holidays of an area on each of some days.

    Attributes
    ----------
    public
        Name of the public holiday, None for none.
    school
        Whether it lies in the school holidays, None where nothing is declared.
    """

    public: list[str | None]
    school: list[bool | None]

    @classmethod
    def of(cls, area: HolidayArea, days: list[date], free: FreeDays) -> AreaHolidays:
        """Return those of an area."""
        return cls(free.public(*area, days), free.school_days(*area, days))

    def is_public(self) -> Flags:
        """Return on which days there is a public holiday."""
        return np.array([name is not None for name in self.public], dtype=bool)

    def is_school(self) -> Flags:
        """Return which days are known to lie in the school holidays."""
        return np.array([bool(known) for known in self.school], dtype=bool)


def days_off(asked: AskedDays, here: AreaHolidays, there: AreaHolidays) -> Flags:
    """Return which days are off for who lives in one area and goes to another."""
    off = np.zeros(len(here.public), dtype=bool)
    for name, side in (("here", here), ("there", there)):
        if f"public_{name}" in asked.off:
            off |= side.is_public()
        if f"school_{name}" in asked.off:
            off |= side.is_school()
    return off


def area_notes(areas: dict[HolidayArea, AreaHolidays]) -> tuple[Note, ...]:
    """Return what is not known of the holidays of areas."""
    said = [
        Note("year.part-unknown", country=area.country)
        for area in areas
        if area.part is None and split_holidays(area.country)
    ]
    said += [
        Note(
            "year.school-unknown",
            where=" ".join(filter(None, area)),
            n=sum(known is None for known in held.school),
        )
        for area, held in areas.items()
        if any(known is None for known in held.school)
    ]
    return tuple(said)


def areas_of(
    countries: npt.NDArray[np.object_], parts: npt.NDArray[np.object_]
) -> tuple[list[HolidayArea], npt.NDArray[np.int64]]:
    """Return the areas of places, and the number of each place's own."""
    own = [HolidayArea(str(country), part if isinstance(part, str) and part else None)
           for country, part in zip(countries, parts, strict=True)]  # fmt: skip
    every = list(dict.fromkeys(own))
    return every, np.array([every.index(area) for area in own], dtype=np.int64)
