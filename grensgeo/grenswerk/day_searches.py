"""The days of a year searched: once for all days on which the same trains and buses run."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.errors import GrensgeoWarning
from grensgeo.grenswerk.asked_days import ANY, PlaceHours
from grensgeo.grenswerk.day_outcomes import POSSIBLE, UNKNOWN_DAY, furthest, judge
from grensgeo.grenswerk.late_arrivals import DayRides, DespiteMissed, despite_missed
from grensgeo.network.running import JOURNEY
from grensgeo.network.snapping import SNAPPED
from grensgeo.traveltimes.alike_days import IDLE, UNKNOWN, alike_dates, second_of
from grensgeo.traveltimes.compute import prepare, warn_of_places
from grensgeo.traveltimes.day_times import DayTimes, on_date
from grensgeo.traveltimes.departing import departing
from grensgeo.traveltimes.departures import Plan
from grensgeo.traveltimes.legs import Places
from grensgeo.traveltimes.stop_legs import direct_mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from grensgeo.arrays import Codes, Flags, Floats, Longs
    from grensgeo.errors import Fault
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.compute import Journeys

#: Longest trip that a day's first and last connection may be, minutes.
_A_DAY_MIN = 1440.0
_DAY_S = 86_400
#: A day of connections begins at three in the morning, when least runs, and lasts until the next.
DAY_BEGINS = "03:00"

#: What is said of a date and not of a year: how little runs on a Sunday is what is asked.
_OF_A_DATE = (
    "timetables.poor-day", "timetables.poor-day-in", "timetables.days-around-arrive",
    "timetables.days-around-depart",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class DayQuestion:
    """What is searched.

    Attributes
    ----------
    network, speeds
        As for :func:`grensgeo.travel_times`.
    homes, places
        Tables of points.
    days
        The days.
    hours
        From when to when.
    runs_like
        The date whose timetable is every day's, or None.
    timed
        The trips by timetable.
    missed
        Whether to search what a missed change costs, there and on the way home.
    """

    network: Network
    homes: pd.DataFrame
    places: pd.DataFrame
    days: Sequence[date]
    hours: PlaceHours
    runs_like: date | None
    speeds: SpeedTable | None
    timed: tuple[Trip, ...] = ()
    missed: bool = False


@dataclass(frozen=True, eq=False)
class TripDays:
    """A trip on the kinds of days.

    Attributes
    ----------
    judged
        bool (n_homes, n_places): False where either is not on the network.
    outcome
        uint8 (n_kinds, n_homes, n_places), in ``day_outcomes.OUTCOMES``.
    there_min, home_min, first_s, last_s
        Alike: minutes there and home; seconds of the first arrival and the last way home.
    on_time, later_min
        Alike, on the way there: whether one is there by the start although any one change is
        missed, and how much later than planned; NaN where nothing is changed.
    home_on_time, home_later_min
        The same on the way home: whether one is home within the longest trip.
    """

    judged: Flags
    outcome: Codes
    there_min: Floats
    home_min: Floats
    first_s: Floats
    last_s: Floats
    on_time: Flags
    later_min: Floats
    home_on_time: Flags
    home_later_min: Floats


@dataclass(frozen=True, eq=False)
class SearchedDays:
    """What was found.

    Attributes
    ----------
    of_day
        int64 (n_days,): the kind of each day.
    trips
        By name, and :data:`ANY`.
    outside
        Days that a timetable knows nothing of.
    """

    of_day: Longs
    trips: Mapping[str, TripDays]
    outside: frozenset[date]


def search_days(question: DayQuestion, trips: Mapping[str, Trip]) -> SearchedDays:
    """Search the days of a question, those that are alike once.

    Parameters
    ----------
    question
        Homes, places and days.
    trips
        Kinds of trips by name, without a time of day.
    """
    timed = tuple(trip for trip in trips.values() if trip.mode == "transit")
    question = replace(question, timed=timed)
    dates, there, home, evening = _dates(question)
    alike = _alike(question, dates, trips)
    # a kind of day: the dates whose timetables one goes there, home and in the evening by
    kinds, of_day = np.unique(
        np.stack([alike[there], alike[home], alike[evening]], axis=1), axis=0, return_inverse=True
    )
    search = _Search(question, dates)
    found: dict[str, list[_KindFound]] = {name: [] for name in trips}
    for kind in kinds.tolist():  # every trip on one kind of days: its timetable is kept so long
        for name, trip in trips.items():
            found[name].append(search.kind(name, trip, tuple(kind)))
    search.say()
    known = {
        name: np.array([trip.mode != "transit" or UNKNOWN not in kind for kind in kinds[:, :2]])
        for name, trip in trips.items()
    }
    judged = {
        name: _judged(question, trip, found[name], (known[name], search.judged[name]))
        for name, trip in trips.items()
    }
    judged[ANY] = _any(judged)
    outside = {
        day
        for day, row in zip(question.days, alike[there], strict=True)
        if timed and row == UNKNOWN
    }
    return SearchedDays(of_day.reshape(-1).astype(np.int64), judged, frozenset(outside))


def _dates(question: DayQuestion) -> tuple[list[date], Longs, Longs, Longs]:
    """Return the dates whose timetables count, and which of them by day: there, home, evening."""
    hours, like = question.hours, question.runs_like
    there = [like or day for day in question.days]
    home = [like or day + timedelta(hours.nights) for day in question.days]
    dates = sorted({*there, *home})
    place = {day: n for n, day in enumerate(dates)}
    # until connections begin anew a night is that of the day before
    evening = home if hours.end >= DAY_BEGINS else there
    numbers = [
        np.array([place[day] for day in days], dtype=np.int64) for days in (there, home, evening)
    ]
    return dates, numbers[0], numbers[1], numbers[2]


def _alike(question: DayQuestion, dates: list[date], trips: Mapping[str, Trip]) -> Longs:
    """Return for each date the first with the same timetable, or that it is not known."""
    timed = question.timed
    driven = {"car"} & {mode for trip in trips.values() for mode in _modes(trip)}
    if timed and not question.network.feeds:
        departing(question.network, timed[0])  # raises: there is no public transport
    alike = np.zeros(len(dates), dtype=np.int64)
    if timed:
        alike = alike_dates(
            question.network,
            dates,
            hours=_span(question.hours, timed),
            clocks=(*question.hours, DAY_BEGINS),
        )
    if driven:  # speeds of cars know weekends and holidays
        alike = np.where(alike < 0, alike, np.arange(len(dates)))
    return alike


def _modes(trip: Trip) -> tuple[str, ...]:
    return (trip.access, trip.egress) if trip.mode == "transit" else (trip.mode,)


def _span(hours: PlaceHours, trips: Sequence[Trip]) -> tuple[float, float]:
    """Return the hours of a date that its trips and its connections need."""
    longest_h = max(float(trip.max_min or _A_DAY_MIN) for trip in trips) / 60
    start_s, end_s = hours.seconds
    end_s -= _DAY_S * hours.nights
    # an hour more for the nights on which the clock is changed
    return min(0.0, start_s / 3600 - longest_h - 1), max(28.0, end_s / 3600 + longest_h + 1)


def turned(trip: Trip) -> Trip:
    """Return the way home of a trip: its legs at both ends change places."""
    if trip.mode != "transit":
        return trip
    return replace(
        trip,
        access=trip.egress,
        egress=trip.access,
        max_access_min=trip.max_egress_min,
        max_egress_min=trip.max_access_min,
    )


class _KindFound(NamedTuple):
    """The matrices (n_homes, n_places) of a trip on one kind of days."""

    there_min: Floats
    home_min: Floats
    first_s: Floats
    last_s: Floats
    on_time: Flags
    later_min: Floats
    home_on_time: Flags
    home_later_min: Floats


class _Search:
    """The matrices of a question, each searched once."""

    def __init__(self, question: DayQuestion, dates: list[date]) -> None:
        self.question, self.dates = question, dates
        self.shape = len(question.homes), len(question.places)
        self.judged: dict[str, Flags] = {}
        self.said: dict[str, Sequence[Fault]] = {}
        self.ends = [
            Places.read(question.network, frame, where=where)
            for frame, where in ((question.homes, "homes"), (question.places, "places"))
        ]
        self.known: dict[tuple[str, str, int], list[Floats]] = {}
        self.direct: dict[tuple[str, str], Floats] = {}
        # without any ride nothing is missed
        self.nothing = DespiteMissed(np.ones(self.shape, bool), np.full(self.shape, np.nan))
        self.late: dict[tuple[str, str, int], DespiteMissed] = {}
        self.plans: dict[tuple[object, ...], Plan] = {}

    def kind(self, name: str, trip: Trip, dates: tuple[int, int, int]) -> _KindFound:
        """Return what is found on one kind of days."""
        there, home, evening = dates
        if trip.mode != "transit":
            none = np.full(self.shape, np.nan)
            return _KindFound(
                self._streets(name, "there", trip, there),
                self._streets(name, "home", trip, home),
                none,
                none,
                *self.nothing,
                *self.nothing,
            )
        ways = [self._rides(name, "there", trip, there), self._rides(name, "home", trip, home)]
        last = ways[1] if evening == home else self._rides(name, "home", trip, evening)
        late = [self.late.get((name, *key), self.nothing)
                for key in (("there", there), ("home", home))]  # fmt: skip
        return _KindFound(ways[0][0], ways[1][0], ways[0][1], last[1], *late[0], *late[1])

    def say(self) -> None:
        """Warn of what was warned of in any of the searches, once."""
        for faults in self.said.values():
            warnings.warn(GrensgeoWarning.of(faults), stacklevel=4)

    def _streets(self, name: str, way: str, trip: Trip, place: int) -> Floats:
        """Return the minutes of a trip along streets, the same on every day but by car."""
        key = name, way, place if trip.mode == "car" else 0
        if key not in self.known:
            if trip.mode == "car":
                trip = self._dated(trip, way, max(place, 0))
            ends = self.ends if way == "there" else self.ends[::-1]
            with self._listening():
                journeys = prepare(
                    self.question.network, ends[0], ends[1], trip, speeds=self.question.speeds
                )
                warn_of_places(journeys, self.question.network, trip, stacklevel=1)
            self._judge(name, way, journeys)
            minutes = journeys.minutes(slice(0, len(ends[0]))).astype(np.float64)
            self.known[key] = [minutes if way == "there" else minutes.T]
        return self.known[key][0]

    def _rides(self, name: str, way: str, trip: Trip, place: int) -> list[Floats]:
        """Return the minutes of a trip by timetable, and its first or last connections."""
        key = name, way, place
        if key not in self.known:
            if place < 0:
                none = np.full(self.shape, np.nan)
                alone = self._alone(name, way, trip) if place == IDLE else none
                self.known[key] = [alone, none]
            else:
                self.known[key] = self._searched(name, way, trip, place)
        return self.known[key]

    def _alone(self, name: str, way: str, trip: Trip) -> Floats:
        """Return the minutes of a trip on a day on which nothing runs."""
        one = _without_rides(trip if way == "there" else turned(trip))
        return self._streets(f"{name} without rides", way, one, 0)

    def _searched(self, name: str, way: str, trip: Trip, place: int) -> list[Floats]:
        question, network = self.question, self.question.network
        there = way == "there"
        dated = self._dated(trip if there else turned(trip), way, place)
        ends = (self.ends[0], self.ends[1]) if there else (self.ends[1], self.ends[0])
        with self._listening():
            day = DayTimes.of(
                network,
                ends,
                dated,
                self._plan(dated, place),
                speeds=question.speeds,
                direct_s=self.direct.get((name, way)),
            )
            warn_of_places(day.journeys, network, dated, stacklevel=1)
        self.direct[name, way] = day.direct_s
        self._judge(name, way, day.journeys)
        start, end, begins = (
            second_of(self.dates[place], clock, network.feeds[0].zones[0])
            for clock in (*question.hours, DAY_BEGINS)
        )
        minutes = day.arriving(start) if there else day.leaving(end)
        if question.missed:
            parts = [DayRides(part, part.schedule, mirror) for part, mirror in day.parts]
            late = despite_missed(
                parts, day.direct_s, ~np.isnan(minutes), moment_s=start if there else end,
                last_s=None if there else end + day.limit_s,
            )  # fmt: skip
            self.late[name, way, place] = late if there else late.turned()
        if there:
            return [minutes.astype(np.float64), day.first_arrivals(begins)]
        last = day.last_departures(begins + _DAY_S)
        return [minutes.astype(np.float64).T, last.T]

    def _dated(self, trip: Trip, way: str, place: int) -> Trip:
        hours, there = self.question.hours, way == "there"
        clock = hours.start if there else hours.end
        return on_date(trip, self.dates[place], clock, arrive=there)

    def _plan(self, trip: Trip, place: int) -> Plan:
        """Return the timetable of a date, one for all trips that find the same in it."""
        key = place, trip.seed, trip.crossing_time_min, trip.foreign_routing
        if key not in self.plans:
            self.plans = {old: plan for old, plan in self.plans.items() if old[0] == place}
            longest = replace(trip, arrival=None, departure=f"{self.dates[place]}T{DAY_BEGINS}")
            hours = _span(self.question.hours, self.question.timed)
            self.plans[key] = Plan.build(self.question.network, longest, hours=hours)
        return self.plans[key]

    def _judge(self, name: str, way: str, journeys: Journeys) -> None:
        """Keep which pairs are on the network, both ways."""
        on = np.outer(
            journeys.from_snapping.status == SNAPPED, journeys.to_snapping.status == SNAPPED
        )
        name = name.removesuffix(" without rides")
        before = self.judged.get(name, np.ones(self.shape, dtype=bool))
        self.judged[name] = before & (on if way == "there" else on.T)

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Keep what is warned of, but what is said of a date."""
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            yield
        for item in said:
            message = item.message
            if not isinstance(message, GrensgeoWarning):
                warnings.warn_explicit(message, item.category, item.filename, item.lineno)
            elif any(fault.code not in _OF_A_DATE for fault in message.faults):
                self.said.setdefault(str(message), message.faults)


def _without_rides(trip: Trip) -> Trip:
    """Return what is left of a trip where nothing runs: its way without any ride."""
    longest = min(float(trip.max_min or np.inf), trip.max_access_min + trip.max_egress_min)
    mode = direct_mode(trip)
    return replace(
        trip, mode=mode, max_min=longest, departure=None, arrival=None, access="walk",
        egress="walk", max_access_min=30.0, max_egress_min=30.0, max_rides=8, max_change_min=12.0,
        seed=0, park_min=None, period=None, car_speeds=JOURNEY, max_stress=trip.stress_limit(mode),
    )  # fmt: skip


def _judged(
    question: DayQuestion, trip: Trip, found: Sequence[_KindFound], sure: tuple[Flags, Flags]
) -> TripDays:
    """Return what becomes of the kinds of days by a trip."""
    rides = trip.mode == "transit"
    # seconds of the last way home are of the date on which one goes
    later_s = _DAY_S * question.hours.nights if question.hours.end >= DAY_BEGINS else 0
    found = [one._replace(last_s=one.last_s + later_s) for one in found]
    outcome = np.stack(
        [
            judge(
                one.there_min,
                one.home_min,
                first_s=one.first_s if rides else None,
                last_s=one.last_s if rides else None,
                hours_s=question.hours.seconds,
            )
            for one in found
        ]
    )
    known, judged = sure
    outcome[~known] = UNKNOWN_DAY
    return TripDays(judged, outcome, *(np.stack(parts) for parts in zip(*found, strict=True)))


def _any(found: Mapping[str, TripDays]) -> TripDays:
    """Combine trips: each day by one of them, there and home alike."""
    trips = list(found.values())
    outcome = furthest([np.where(one.judged, one.outcome, 0) for one in trips])
    there, home = (
        np.fmin.reduce(
            [np.where(one.outcome == POSSIBLE, getattr(one, name), np.nan) for one in trips]
        )
        for name in ("there_min", "home_min")
    )
    return TripDays(
        np.logical_or.reduce([one.judged for one in trips]),
        outcome,
        there,
        home,
        np.fmin.reduce([one.first_s for one in trips]),
        np.fmax.reduce([one.last_s for one in trips]),
        *_any_late(trips, "on_time", "later_min"),
        *_any_late(trips, "home_on_time", "home_later_min"),
    )


def _any_late(trips: Sequence[TripDays], on_time: str, later_min: str) -> DespiteMissed:
    """Combine what a missed change costs: by the trip, of those possible, by which it is least."""
    return DespiteMissed(
        np.logical_or.reduce([getattr(one, on_time) & (one.outcome == POSSIBLE) for one in trips]),
        np.fmin.reduce(
            [np.where(one.outcome == POSSIBLE, getattr(one, later_min), np.nan) for one in trips]
        ),
    )
