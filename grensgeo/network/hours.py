"""How much slower a car is when others drive too: shares of the free-flow speed by period.

The speeds of :class:`grensgeo.network.SpeedTable` are those of free flow by day: 0.8 of a limit
(0.9 to 0.96 on roads without crossings) is what a car drives that nobody holds up. A period takes
a share of that, or more than all of it where higher limits hold at night; never more than is
tagged. Bicycles and people on foot are as fast at every hour.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.countries import COUNTRIES, all_countries
from grensgeo.errors import InputError, some
from grensgeo.files import plain_lines
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from grensgeo.arrays import Floats
    from grensgeo.countries.country_files import Country
    from grensgeo.network.contents import Streets

#: The period whose speeds are those of the speed table; what is used where none is named.
FREE_FLOW: Final = "free_flow"
#: Periods of the default table.
MORNING_PEAK: Final = "morning_peak"
OFF_PEAK: Final = "off_peak"
EVENING_PEAK: Final = "evening_peak"
NIGHT: Final = "night"
#: Stands between a period and the countries that have a day off.
_FREE: Final = "+"
_SATURDAY: Final = 5

#: Hours of working days that are peaks, where it is no holiday: 7 to 9 and 16 to 18 o'clock, as
#: the peaks of the Dutch and German road counts lie. Other hours from 6 to 19 o'clock, on any day,
#: are off-peak; at 19 the limits of the Dutch night begin (RVV 1990 art. 21).
MORNING_H: Final = (7, 9)
EVENING_H: Final = (16, 18)
DAY_H: Final = (6, 19)

#: No period is quicker than this many times free flow: a limit of 130 instead of 100 km/h.
_MOST: Final = 1.3

_COLUMNS: Final = ("period", "country", "highway", "built_up", "factor", "source")
_BUILT_UP: Final = ("no", "yes")
_ANY: Final = "*"


@dataclass(frozen=True, eq=False)
class HourTable:
    """Shares of the free-flow speed by period, country, built-up area and street class.

    Attributes
    ----------
    periods
        Names of the periods; ``free_flow`` is among them.
    factor
        float64 (periods, countries, 2, highways): share of the free-flow speed, above 0; more
        than 1 (at most 1.3) where higher limits hold than by day.
    sources
        Sources of the figures, each once, in the order of the table.
    name
        File that the table was read from, for error messages.

    Examples
    --------
    >>> HourTable.default().periods
    ('free_flow', 'morning_peak', 'off_peak', 'evening_peak', 'night')
    """

    periods: tuple[str, ...]
    factor: Floats
    sources: tuple[str, ...] = ()
    name: str = "hours.csv"

    def __post_init__(self) -> None:
        """Freeze the array."""
        self.factor.setflags(write=False)

    @classmethod
    def default(cls) -> HourTable:
        """Read the table that comes with grensgeo.

        Returns
        -------
        HourTable
            Periods ``free_flow``, ``morning_peak``, ``off_peak``, ``evening_peak``, ``night``.

        Examples
        --------
        >>> HourTable.default().periods
        ('free_flow', 'morning_peak', 'off_peak', 'evening_peak', 'night')
        """
        text = resources.files("grensgeo.network").joinpath("hours.csv")
        return cls._from_lines(text.read_text(encoding="utf-8").splitlines(), "hours.csv")

    @classmethod
    def read(cls, path: str | Path) -> HourTable:
        """Read a table of one's own.

        Parameters
        ----------
        path
            CSV with ``period, country, highway, built_up, factor, source``. ``*`` fits every
            country, class or ``built_up`` (``yes``, ``no``). Of several rows that fit, the one
            that names the class wins, then the one that names the country, then the one that
            names ``built_up``. ``factor`` is a share of the free-flow speed.

        Returns
        -------
        HourTable
            The file's periods, and ``free_flow`` (1 everywhere) where it does not name it.

        Raises
        ------
        FileError
            If the file is missing or not UTF-8 text.
        InputError
            If a column is missing, a value is unknown, a factor is not above 0 and at most 1.3,
            a row stands twice, or a period has no factor for some class.
        """
        return cls._from_lines(plain_lines(Path(path)), str(path))

    @classmethod
    def _from_lines(cls, lines: Iterable[str], name: str) -> HourTable:
        rows, odd = _parse(lines, name)
        if odd:
            raise InputError(
                "rows-wrong", f"{name}: {some(odd)}; see HourTable.read for the columns"
            )
        periods = tuple(dict.fromkeys((FREE_FLOW, *(row["period"] for row in rows))))
        factor = np.full((len(periods), len(COUNTRIES), 2, len(HIGHWAYS)), np.nan)
        factor[0] = 1.0
        for row in sorted(rows, key=_rank):
            where = (
                periods.index(row["period"]),
                _place(row["country"], COUNTRIES),
                _place(row["built_up"], _BUILT_UP),
                _place(row["highway"], HIGHWAYS),
            )
            factor[where] = float(row["factor"])
        missing = [
            f"{periods[p]} {COUNTRIES[c] or 'elsewhere'} {HIGHWAYS[h]} built_up={_BUILT_UP[b]}"
            for p, c, b, h in np.argwhere(np.isnan(factor))
        ]
        if missing:
            raise InputError(
                "case-missing",
                f"{name}: no factor for {some(missing)}; add a row with * for each period, "
                "country and class that is not named",
            )
        sources = tuple(dict.fromkeys(row["source"] for row in rows))
        return cls(periods, factor, sources=sources, name=name)

    def edge_factors(self, streets: Streets, period: str) -> Floats:
        """Compute the share of its free-flow speed that a car drives on each edge.

        Parameters
        ----------
        streets
            The streets.
        period
            One of :attr:`periods`; where it is a holiday in some countries, as :func:`period_at`
            writes it.

        Returns
        -------
        ndarray
            float64 (n_edges,).

        Raises
        ------
        InputError
            If the period is unknown.
        """
        name, free = period_parts(period)
        if name == NIGHT and name not in self.periods:
            name = FREE_FLOW  # a table of one's own may know peaks alone
        if name not in self.periods:
            raise InputError(
                "name-unknown",
                f"period {name!r} is not in {self.name}; choose one of {', '.join(self.periods)}",
            )
        chosen = self.factor[self.periods.index(name)]
        if free:
            calm = OFF_PEAK if OFF_PEAK in self.periods else FREE_FLOW
            places = [COUNTRIES.index(code) for code in free]
            chosen = chosen.copy()
            chosen[places] = self.factor[self.periods.index(calm)][places]
        shares: Floats = chosen[streets.country, streets.built_up.astype(np.intp), streets.highway]
        return shares


def period_at(departure: str) -> str:
    """Return the period of the default table in which a trip sets out.

    Parameters
    ----------
    departure
        Local date and time, as ``2026-03-10T07:30``.

    Returns
    -------
    str
        ``morning_peak``, ``off_peak``, ``evening_peak`` or ``night``; on a day off by law in some
        countries, which know no peak then, these behind it: ``morning_peak+BE,NL``.

    Raises
    ------
    InputError
        If it is not a date and time.

    Examples
    --------
    >>> [period_at(f"2026-03-{day}") for day in ("10T07:30", "10T12:00", "14T07:30", "10T23:00")]
    ['morning_peak', 'off_peak', 'off_peak', 'night']
    >>> period_at("2026-04-27T07:30"), period_at("2026-12-25T07:30")
    ('morning_peak+NL', 'off_peak')
    """
    try:
        moment = datetime.fromisoformat(departure)
    except ValueError:
        raise InputError(
            "moment-wrong",
            f"departure is {departure!r}, expected local time such as 2026-03-10T07:30",
        ) from None
    hour, working = moment.hour, moment.weekday() < _SATURDAY
    free = [one.code for one in holiday_countries(moment.date())] if working else []
    peak = MORNING_PEAK if MORNING_H[0] <= hour < MORNING_H[1] else ""
    peak = EVENING_PEAK if EVENING_H[0] <= hour < EVENING_H[1] else peak
    if working and peak and len(free) < len(all_countries()):
        return peak + (_FREE + ",".join(sorted(free)) if free else "")
    return OFF_PEAK if DAY_H[0] <= hour < DAY_H[1] else NIGHT


def period_parts(period: str) -> tuple[str, tuple[str, ...]]:
    """Return the name of a period and the countries that have a day off then.

    Examples
    --------
    >>> period_parts("morning_peak+BE,NL"), period_parts("off_peak")
    (('morning_peak', ('BE', 'NL')), ('off_peak', ()))
    """
    name, sign, codes = period.partition(_FREE)
    free = tuple(codes.split(","))
    return (name, free) if sign and set(free) <= set(COUNTRIES[1:]) else (period, ())


def holiday_countries(day: date) -> tuple[Country, ...]:
    """Return the countries that have a day off by law, all of them."""
    return tuple(
        country
        for country in all_countries()
        if any(not one.parts for one in country.holidays_on(day))
    )


def _parse(lines: Iterable[str], name: str) -> tuple[list[dict[str, str]], list[str]]:
    reader = csv.DictReader(lines)
    absent = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if absent:
        raise InputError("column-missing", f"{name}: missing columns {', '.join(absent)}")
    known = {"country": COUNTRIES[1:], "highway": HIGHWAYS, "built_up": _BUILT_UP}
    rows: list[dict[str, str]] = []
    odd: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for number, record in enumerate(reader, start=2):
        row = {column: (record[column] or "").strip() for column in _COLUMNS}
        odd += [
            f"row {number}: {column} {row[column]!r}"
            for column, values in known.items()
            if row[column] != _ANY and row[column] not in values
        ]
        odd += [f"row {number}: {c} is empty" for c in ("period", "source") if not row[c]]
        if not _is_share(row["factor"]):
            odd.append(
                f"row {number}: factor {row['factor']!r} is not above 0 and at most {_MOST}"
            )
        key = tuple(row[column] for column in _COLUMNS[:4])
        if key in seen:
            odd.append(f"row {number}: the same place in the table as an earlier row")
        seen.add(key)
        rows.append(row)
    return rows, odd


def _is_share(text: str) -> bool:
    try:
        return 0 < float(text) <= _MOST
    except ValueError:
        return False


def _rank(row: Mapping[str, str]) -> tuple[bool, bool, bool]:
    return row["highway"] != _ANY, row["country"] != _ANY, row["built_up"] != _ANY


def _place(value: str, known: tuple[str, ...]) -> int | slice:
    return slice(None) if value == _ANY else known.index(value)
