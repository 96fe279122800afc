"""A student's year: on how many of its days one is at a placement in time, and home again after.

Days on which the same trains and buses run are searched once. What is asked of each is what
:func:`grensgeo.journeys` tells of it: the latest way that is there by the start, the first home
from the end on, neither longer than the trip may be.
"""

from __future__ import annotations

import warnings
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.errors import Fault, GrensgeoWarning, InputError, some
from grensgeo.grenswerk.asked_days import (
    ANY,
    AreaHolidays,
    HolidayArea,
    PlaceHours,
    area_notes,
    areas_of,
    days_off,
    is_clock,
)
from grensgeo.grenswerk.day_outcomes import (
    OUTCOMES,
    POSSIBLE,
    REASONS,
    UNKNOWN_DAY,
    weighted_median,
)
from grensgeo.grenswerk.free_days import FreeDays
from grensgeo.notes import Note
from grensgeo.schema import DAYS_OF_PAIR, POSSIBLE_DAYS
from grensgeo.traveltimes.router import network_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Floats, Longs
    from grensgeo.grenswerk.asked_days import AskedDays
    from grensgeo.grenswerk.day_searches import SearchedDays, TripDays
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Trip

#: Pairs of a home and a place that are held at once.
_TOGETHER = 400_000

#: Columns of what a missed change costs, there and home, and what they are counted from.
_MISSED = (
    ("days_despite_missed", "missed_later_min", "on_time", "later_min"),
    ("days_home_despite_missed", "missed_home_later_min", "home_on_time", "home_later_min"),
)

#: Times of day by minutes after midnight, up to 03:00 of the next day and beyond.
_CLOCKS = np.array([f"{n // 60:02d}:{n % 60:02d}" for n in range(3 * 1440)], dtype=object)


def possible_days(
    network: Network,
    homes: pd.DataFrame,
    places: pd.DataFrame,
    asked: AskedDays,
    *,
    trips: Mapping[str, Trip],
    free_days: FreeDays | None = None,
    speeds: SpeedTable | None = None,
    missed_changes: bool = False,
) -> pd.DataFrame:
    """Count the days of a year on which one can be at a place in time, and home again after.

    Parameters
    ----------
    network
        The network, with timetables of the year; days outside them are counted as unknown.
    homes
        ``id``, ``lon``, ``lat``, ``country``, and ``part`` of the country whose holidays count
        (see :func:`grensgeo.grenswerk.free_days.parts_of`).
    places
        Internships or firms: the same, and ``start`` and ``end`` where a place has its own.
    asked
        Which days, and from when to when.
    trips
        Kinds of trips by name, without departure or arrival, each with ``max_min``. The way home
        is the same turned round: whoever cycles to the station cycles home from it.
    free_days
        Public and school holidays; those that come with grensgeo if not given.
    speeds
        Speed table.
    missed_changes
        Whether to count too on how many days one is there by the start, and home, although any
        one change is missed, and how much later: some searches more for each pair and kind of
        days.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.POSSIBLE_DAYS`: a row per home, place and trip, and one of mode
        ``any`` for whichever of the trips serves on a day, there and home alike.

    Raises
    ------
    InputError
        If the tables do not fit, or a trip has no ``max_min``, or a time of its own.

    Warns
    -----
    GrensgeoWarning
        If days lie outside the timetables, or the holidays of an area are not known; and as
        :func:`grensgeo.travel_times`.

    Examples
    --------
    See docs/year.md.
    """
    import pandas as pd

    ends = homes, places
    year = _Year.of(network, ends, asked, trips=trips, free_days=free_days, speeds=speeds)
    year.warn()
    step = max(1, _TOGETHER // max(len(places), 1))
    tables, outside = [], set[date]()
    for first in range(0, len(homes), step):
        rows = np.arange(first, min(first + step, len(homes)))
        for hours, columns in year.by_hours:
            searched = year.search(rows, columns, hours, missed=missed_changes)
            outside |= searched.outside
            tables += _counted(searched, year, rows, columns)
    if outside:
        note = Note("year.days-unknown", n=len(outside), example=min(outside).isoformat())
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=2)
    table = pd.concat(tables, ignore_index=True)
    rank = [
        pd.Index(known).get_indexer(pd.Index(table[column]))
        for column, known in (
            ("mode", [*trips, ANY]),
            ("to_id", list(places["id"].astype(str))),
            ("from_id", list(homes["id"].astype(str))),
        )
    ]
    declared = [
        column.name for column in POSSIBLE_DAYS.columns if column.required or missed_changes
    ]
    return POSSIBLE_DAYS.check(table.iloc[np.lexsort(rank)].reset_index(drop=True)[declared])


def days_of_pair(
    network: Network,
    home: pd.DataFrame,
    place: pd.DataFrame,
    asked: AskedDays,
    *,
    trips: Mapping[str, Trip],
    free_days: FreeDays | None = None,
    speeds: SpeedTable | None = None,
) -> pd.DataFrame:
    """Return what becomes of each day of one home and one place.

    Parameters
    ----------
    network, asked, trips, free_days, speeds
        As for :func:`possible_days`.
    home, place
        One row each.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.DAYS_OF_PAIR`: a row per day and trip, and ``any``.

    Raises
    ------
    InputError
        As :func:`possible_days`, and if there is more than one home or place.
    """
    import pandas as pd

    for frame, where in ((home, "home"), (place, "place")):
        if len(frame) != 1:
            raise InputError("more-than-one-place", f"{where}: {len(frame)} places; give one")
    ends = home, place
    year = _Year.of(network, ends, asked, trips=trips, free_days=free_days, speeds=speeds)
    ((hours, column),) = year.by_hours
    searched = year.search(np.arange(1), column, hours)
    here, there = year.holidays[year.home_areas[0]], year.holidays[year.place_areas[0]]
    off = days_off(asked, here, there)
    tables = []
    for name, found in searched.trips.items():
        outcome = found.outcome[searched.of_day, 0, 0]
        on = bool(found.judged[0, 0])
        tables.append(
            pd.DataFrame(
                {
                    "date": [day.isoformat() for day in year.days],
                    "mode": name,
                    "asked": ~off,
                    "outcome": [
                        OUTCOMES[code] if on and not free else None
                        for code, free in zip(outcome, off, strict=True)
                    ],
                    "public_here": here.public,
                    "public_there": there.public,
                    "school_here": pd.array(here.school, dtype="boolean"),
                    "school_there": pd.array(there.school, dtype="boolean"),
                    "there_min": _unless(off, found.there_min[searched.of_day, 0, 0]),
                    "home_min": _unless(off, found.home_min[searched.of_day, 0, 0]),
                }
            )
        )
    table = pd.concat(tables, ignore_index=True).sort_values("date", kind="stable")
    return DAYS_OF_PAIR.check(table.reset_index(drop=True))


def _unless(off: Flags, values: Floats) -> Floats:
    return np.where(off, np.nan, values)


def _check_trips(trips: Mapping[str, Trip]) -> None:
    """Validate the trips: each with a longest time, and none with a time of day."""
    faults = [] if trips else [Fault("none-given", "give at least one trip")]
    if ANY in trips:
        faults.append(
            Fault("name-reserved", f"{ANY!r} is the name of whichever serves; name it otherwise")
        )
    for name, trip in trips.items():
        if trip.max_min is None:
            faults.append(Fault("option-missing", f"{name}: give max_min, the longest trip"))
        if trip.moment is not None or trip.window_min is not None or trip.percentiles:
            faults.append(
                Fault(
                    "option-unfit",
                    f"{name}: has a time of its own; the days tell it (start and end)",
                )
            )
    if faults:
        raise InputError.of(faults, where="trips")


class _Year(NamedTuple):
    """A question: homes and places, the days and trips, and the areas and hours of each."""

    network: Network
    homes: pd.DataFrame
    places: pd.DataFrame
    asked: AskedDays
    trips: Mapping[str, Trip]
    speeds: SpeedTable | None
    days: list[date]
    holidays: dict[HolidayArea, AreaHolidays]
    home_areas: list[HolidayArea]
    place_areas: list[HolidayArea]
    home_area: Longs
    place_area: Longs
    by_hours: list[tuple[PlaceHours, Longs]]

    @classmethod
    def of(
        cls,
        network: Network,
        ends: tuple[pd.DataFrame, pd.DataFrame],
        asked: AskedDays,
        *,
        trips: Mapping[str, Trip],
        free_days: FreeDays | None,
        speeds: SpeedTable | None,
    ) -> _Year:
        """Collect them, with every fault of the trips and the tables."""
        _check_trips(trips)
        network, (homes, places) = network_of(network), ends
        free = FreeDays.default() if free_days is None else free_days
        own = []
        for frame, where in ((homes, "homes"), (places, "places")):
            absent = [name for name in ("id", "country") if name not in frame.columns]
            if absent:
                raise InputError("column-missing", f"{where}: columns {some(absent)} are missing")
            parts = frame["part"] if "part" in frame.columns else [None] * len(frame)
            own.append(areas_of(frame["country"].to_numpy(object), np.array(parts, dtype=object)))
        days = asked.days()
        areas = {area: AreaHolidays.of(area, days, free) for area in [*own[0][0], *own[1][0]]}
        hours = [
            PlaceHours(*pair)
            for pair in zip(
                _clocks(places, "start", asked.start), _clocks(places, "end", asked.end),
                strict=True,
            )
        ]  # fmt: skip
        by_hours = [
            (one, np.flatnonzero([other == one for other in hours]))
            for one in dict.fromkeys(hours)
        ]
        (home_areas, home_area), (place_areas, place_area) = own
        return cls(
            network,
            homes,
            places,
            asked,
            trips,
            speeds,
            days=days,
            holidays=areas,
            home_areas=home_areas,
            place_areas=place_areas,
            home_area=home_area,
            place_area=place_area,
            by_hours=by_hours,
        )

    def search(
        self, rows: Longs, columns: Longs, hours: PlaceHours, *, missed: bool = False
    ) -> SearchedDays:
        """Search the days of some homes and places."""
        from grensgeo.grenswerk.day_searches import DayQuestion, search_days

        like = self.asked.runs_like
        question = DayQuestion(
            self.network,
            self.homes.iloc[rows],
            self.places.iloc[columns],
            self.days,
            hours,
            None if like is None else date.fromisoformat(like),
            self.speeds,
            missed=missed,
        )
        return search_days(question, self.trips)

    def warn(self) -> None:
        """Warn of holidays that are not known."""
        for note in area_notes(self.holidays):
            warnings.warn(GrensgeoWarning.of([note]), stacklevel=3)


def _clocks(places: pd.DataFrame, name: str, usual: str) -> list[str]:
    """Return the times of day of places, their own or the usual."""
    if name not in places.columns:
        return [usual] * len(places)
    own = places[name].astype("string").fillna("")
    given = [str(value) or usual for value in own]
    wrong = [value for value in given if not is_clock(value)]
    if wrong:
        raise InputError(
            "moment-wrong", f"places: {name} {some(map(repr, wrong))}; write a time as 08:30"
        )
    return given


def _counted(
    searched: SearchedDays, year: _Year, homes: Longs, places: Longs
) -> list[pd.DataFrame]:
    """Count the days of each pair, those of two areas at a time, whose holidays are the same."""
    tables = []
    for here, there in product(range(len(year.home_areas)), range(len(year.place_areas))):
        rows = np.flatnonzero(year.home_area[homes] == here)
        columns = np.flatnonzero(year.place_area[places] == there)
        if not len(rows) or not len(columns):
            continue
        days = _Days.of(year, year.home_areas[here], year.place_areas[there], searched)
        ids = (
            year.homes["id"].astype(str).to_numpy(dtype=object)[homes[rows]],
            year.places["id"].astype(str).to_numpy(dtype=object)[places[columns]],
        )
        tables += [
            _rows(found, days, np.ix_(days.kinds, rows, columns)).assign(
                from_id=np.repeat(ids[0], len(columns)),
                to_id=np.tile(ids[1], len(rows)),
                mode=name,
            )
            for name, found in searched.trips.items()
        ]
    return tables


class _Days(NamedTuple):
    """The days of two areas: how many, and how many of each kind that is asked about."""

    asked: int
    free: int
    kinds: Longs
    all: Longs
    public: Longs
    school: Longs

    @classmethod
    def of(
        cls, year: _Year, here: HolidayArea, there: HolidayArea, searched: SearchedDays
    ) -> _Days:
        """Count them."""
        sides = year.holidays[here], year.holidays[there]
        off = days_off(year.asked, *sides)
        public = sides[0].is_public() | sides[1].is_public()
        school = sides[0].is_school() | sides[1].is_school()
        n = int(searched.of_day.max(initial=-1)) + 1
        counts = [
            np.bincount(searched.of_day[days], minlength=n)
            for days in (~off, ~off & public, ~off & school)
        ]
        kinds = np.flatnonzero(counts[0])
        return cls(int((~off).sum()), int(off.sum()), kinds, *(one[kinds] for one in counts))


def _rows(found: TripDays, days: _Days, at: tuple[Longs, ...]) -> pd.DataFrame:
    """Return the rows of a trip, of some kinds of days, homes and places."""
    import pandas as pd

    outcome = found.outcome[at]
    on = found.judged[at[1][0], at[2][0]].ravel()
    shape = outcome.shape[1:]

    def count(which: Flags, weights: Longs) -> Floats:
        total = np.einsum("k,kij->ij", weights, which, dtype=np.int64).ravel()
        return np.where(on, total, np.nan)

    lost = (outcome != POSSIBLE) & (outcome != UNKNOWN_DAY)
    possible = outcome == POSSIBLE
    table = {
        "days_asked": np.full(shape, days.asked).ravel(),
        "days_free": np.full(shape, days.free).ravel(),
        "days_possible": count(possible, days.all),
        "days_unknown": count(outcome == UNKNOWN_DAY, days.all),
    }
    for code, name in enumerate(REASONS):
        table[f"lost_{name}"] = count(outcome == code, days.all)
    table["lost_on_public_holiday"] = count(lost, days.public)
    table["lost_in_school_holidays"] = count(lost, days.school)
    for name in ("there_min", "home_min"):
        minutes = np.where(possible, getattr(found, name)[at], np.nan)
        table[name] = _median(minutes, days.all)
    for days_name, minutes_name, on_time, later_min in _MISSED:
        table[days_name] = count(possible & getattr(found, on_time)[at], days.all)
        later = np.where(possible, getattr(found, later_min)[at], np.nan)
        # a day on which one does not arrive costs more than any
        median = _median(later, days.all)
        table[minutes_name] = np.where(np.isinf(median), np.nan, median)
    first, last = _median(found.first_s[at], days.all), _median(found.last_s[at], days.all)
    table["first_arrival"] = _written(np.ceil(first / 60))
    table["last_home"] = _written(np.floor(last / 60))
    return pd.DataFrame(table)


def _median(values: Floats, days: Longs) -> Floats:
    """Return the median over days of each pair."""
    if not len(values):
        return np.full(values.shape[1:], np.nan).ravel()
    return weighted_median(values, days).ravel()


def _written(minutes: Floats) -> npt.NDArray[np.object_]:
    """Return times of day, None for none."""
    known = ~np.isnan(minutes)
    found = np.full(len(minutes), None, dtype=object)
    found[known] = _CLOCKS[minutes[known].astype(np.int64)]
    return found
