"""Door-to-door times by public transport as it runs: a timetable, and a window of departures.

Access, egress and the way without any ride are those of :mod:`grensgeo.traveltimes.stop_legs`;
what lies between is searched for every departure of the window, and percentiles are read off.
StopsOnStreets are linked on foot through the streets beside the ways that the timetable states.

Where one has to be there by a time, the window is one of deadlines, and the search runs in the
mirror of the timetable: from the destinations, back in time, to the origins.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.gtfs.timetable.on_date import MIN_CHANGE_S, timetable_on
from grensgeo.gtfs.timetable.patterns import draw
from grensgeo.network.prepared import Kept, Same, SharedPart
from grensgeo.notes import Note
from grensgeo.routing.transit.boardings import list_boardings
from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.raptor import Egress, Window, percentile_times
from grensgeo.routing.transit.schedule import prepare
from grensgeo.traveltimes.arriving import Search, percentile_seconds, to_stops
from grensgeo.traveltimes.border_calls import held_by, within
from grensgeo.traveltimes.cut_edge import legs_to_edge
from grensgeo.traveltimes.legs import ModeStreets, Places, StreetTimes, blocks
from grensgeo.traveltimes.stop_legs import KeptLegs, StopsOnStreets, direct_times, stop_legs
from grensgeo.traveltimes.trip import LONGEST_MIN

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.errors import Fault
    from grensgeo.gtfs import Timetable
    from grensgeo.network import Network, SpeedTable
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.routing.transit.boardings import Boardings
    from grensgeo.routing.transit.schedule import Schedule, Ways
    from grensgeo.traveltimes.metrics import StreetMetric
    from grensgeo.traveltimes.trip import Trip


#: Vehicles of the day before run so long after midnight, and journeys last so long, as a rule.
_AROUND_MIN = 180.0

#: Timetables that are kept for a network and its scenarios: a day's of the trips of a study, in
#: both countries.
_KEPT = 8


class Timetables(SharedPart):
    """The days of the trips that were asked for last, and the same ready to be searched."""

    def __init__(self) -> None:
        self.plans = Kept[tuple[object, ...], "tuple[Plan, list[tuple[Fault, ...]]]"](_KEPT)
        self.schedules = Kept[
            tuple[Plan, str | None, "StreetMetric", float, float],
            "tuple[Timetable, Ways, Schedule]",
        ](_KEPT)
        self.boardings = Kept[tuple["Schedule", tuple[int, int]], "Boardings"](_KEPT)


@dataclass(frozen=True, eq=False)
class Plan:
    """The timetable of a trip's date.

    Attributes
    ----------
    timetable
        Every trip with times of its own.
    stop_country
        str (n_stops,): empty where it is not known; None where no country was looked for.
    moments_s
        int64: seconds after the timetable's midnight, ascending: departures, or deadlines.
    reverse
        Whether these are deadlines.
    drawn
        Whether any trip of the day has minutes that were drawn with the trip's seed.
    """

    timetable: Timetable
    stop_country: npt.NDArray[np.object_] | None
    moments_s: npt.NDArray[np.int64]
    reverse: bool = False
    drawn: bool = False

    @classmethod
    def of(cls, network: Network, trip: Trip) -> Plan:
        """Return the timetable of the network's feeds on the date of a trip, made once.

        Raises
        ------
        InputError
            As :meth:`build`.

        Warns
        -----
        GrensgeoWarning
            If vehicles of a day outside a feed might be needed, or countries matter and that of
            some stops is not known.
        """
        key = (
            Same(*network.feeds), trip.departure, trip.arrival, trip.window_min, trip.max_min,
            trip.seed, trip.crossing_time_min, trip.foreign_routing,
        )  # fmt: skip
        plans = network.prepared.part(Timetables).plans
        plan, said = plans.get(key, lambda: _build(network, trip))
        for faults in said:  # each time, whoever asked before
            warnings.warn(GrensgeoWarning.of(faults), stacklevel=2)
        return plan

    @classmethod
    def build(
        cls, network: Network, trip: Trip, *, hours: tuple[float, float] | None = None
    ) -> Plan:
        """Build the timetable of the network's feeds on the date of a trip.

        Parameters
        ----------
        network
            The network.
        trip
            The trip.
        hours
            Hours after midnight between which vehicles are in it; those that the trip needs if
            not given.

        Raises
        ------
        InputError
            If the date is outside a feed, the clock never shows the time, the feeds' clocks
            differ and the trip's time has no zone, or countries matter and are not known.

        Warns
        -----
        GrensgeoWarning
            If vehicles of a day outside a feed might be needed, or countries matter and that of
            some stops is not known.
        """
        moment, zone = moment_of(network, trip)
        day = moment if moment.tzinfo is None else moment.astimezone(ZoneInfo(zone))
        reverse = trip.arrival is not None
        since_h, until_h = hours or hours_needed(trip, day)
        timetable = timetable_on(
            network.feeds,
            day.date(),
            zone=zone,
            since_h=since_h,
            until_h=until_h,
            moved=bool(trip.crossing_time_min),
        )
        drawn = len(timetable.headways) > 0
        timetable = draw(timetable, trip.seed)
        country = _stop_countries(network, timetable)
        if country is None and (trip.crossing_time_min or not trip.foreign_routing):
            raise InputError(
                "country-missing",
                "trip: crossing_time_min and foreign_routing=False need the country of each stop; "
                "give the feeds to the network with countries= (grensgeo build --boundaries)",
            )
        if trip.crossing_time_min or not trip.foreign_routing:
            _warn_of_unknown(timetable, country)
        if country is not None and trip.crossing_time_min:
            timetable = held_by(timetable, country, trip.crossing_time_min)
        minutes = 60 * np.arange(max(1, math.ceil(trip.window_min or 0.0)), dtype=np.int64)
        if reverse:
            minutes = -minutes[::-1]
        moments_s = timetable.seconds_at(moment) + minutes
        dark = _beyond(network, trip, timetable, moments_s)
        for note in dark:
            warnings.warn(GrensgeoWarning.of([note]), stacklevel=2)
        timetable = replace(timetable, notes=(*timetable.notes, *dark))
        return cls(timetable, country, moments_s, reverse, drawn)


def _build(network: Network, trip: Trip) -> tuple[Plan, list[tuple[Fault, ...]]]:
    """Build the timetable of a trip, and keep what there is to warn of."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        plan = Plan.build(network, trip)
    told = [item.message for item in said]
    return plan, [warning.faults for warning in told if isinstance(warning, GrensgeoWarning)]


def hours_needed(trip: Trip, moment: datetime) -> tuple[float, float]:
    """Return from which hour of its date until which a trip needs the timetable.

    Parameters
    ----------
    trip
        The trip.
    moment
        Its departure or arrival, in the zone that seconds count in.
    """
    span_h = ((trip.window_min or 0.0) + (trip.max_min or LONGEST_MIN)) / 60
    hour = moment.hour + moment.minute / 60 + moment.second / 3600
    # An hour more for the nights on which the clock is changed
    if trip.arrival is None:
        return 0.0, hour + span_h + 1
    return min(0.0, hour - span_h - 1), max(24.0, hour + 1)


def moment_of(network: Network, trip: Trip) -> tuple[datetime, str]:
    """Return the departure or arrival of a trip, and the zone that seconds count in.

    Raises
    ------
    InputError
        If the feeds' clocks differ and the trip's time has no zone.
    """
    moment = datetime.fromisoformat(str(trip.moment))
    zones = list(dict.fromkeys(feed.zones[0] for feed in network.feeds))
    if moment.tzinfo is None:
        offsets = {moment.replace(tzinfo=ZoneInfo(zone)).utcoffset() for zone in zones}
        if len(offsets) > 1:
            raise InputError(
                "clocks-differ",
                f"trip: the clocks of the feeds differ ({', '.join(zones)}); give the "
                f"{'departure' if trip.arrival is None else 'arrival'} with its zone, such as "
                f"{trip.moment}+01:00",
            )
    return moment, zones[0]


def _beyond(
    network: Network, trip: Trip, timetable: Timetable, moments_s: npt.NDArray[np.int64]
) -> list[Note]:
    """Report which days just outside each feed a trip would need."""
    ahead_min = 0.0 if trip.arrival else min(trip.max_min or LONGEST_MIN, _AROUND_MIN)
    first = timetable.clock_at(int(moments_s[0] - 60 * _AROUND_MIN)).date()
    last = timetable.clock_at(int(moments_s[-1] + 60 * ahead_min)).date()
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    code = "timetables.days-around-arrive" if trip.arrival else "timetables.days-around-depart"
    return [
        Note(code, at=str(trip.moment), feed=feed.name, days=", ".join(map(str, dark)))
        for feed in network.feeds
        if (dark := [day for day in days if not feed.days.knows(day)])
    ]


def _stop_countries(network: Network, timetable: Timetable) -> npt.NDArray[np.object_] | None:
    """Return the country of each stop; None if no feed knows any."""
    if not any("country" in feed.stops for feed in network.feeds):
        return None
    result = np.full(timetable.n_stops, "", dtype=object)
    for number, feed in enumerate(network.feeds):
        at = np.flatnonzero(timetable.stop_feed == number)
        prefix = f"{feed.name}:" if len(network.feeds) > 1 else ""
        ids = [str(name).removeprefix(prefix) for name in timetable.stop_ids[at]]
        if "country" in feed.stops:
            result[at] = feed.stops["country"].loc[ids].to_numpy(dtype=object)
    return result


def _warn_of_unknown(timetable: Timetable, country: npt.NDArray[np.object_] | None) -> None:
    """Report which stops that are called at lie in no known country."""
    if country is None:
        return
    called = np.zeros(timetable.n_stops, dtype=bool)
    called[timetable.pattern_stop] = True
    unknown = timetable.stop_ids[np.unique(timetable.stop_original[called & (country == "")])]
    if len(unknown):
        warnings.warn(
            GrensgeoWarning(
                "country-missing",
                f"the country of stops {some(unknown)} is not known: no border is counted there, "
                "and "
                "with foreign_routing=False nobody gets on or off; give the feeds to the network "
                "with countries= that cover them (grensgeo build --boundaries)",
            ),
            stacklevel=3,
        )


@dataclass(frozen=True, eq=False)
class TimetableTimes:
    """Percentiles of times by timetable, computed when rows are asked for.

    Attributes
    ----------
    timetable
        The timetable.
    schedule
        The same, ready to be searched, with the ways between stops; the mirror of it where one
        has to be there by a time.
    access, egress
        Legs from origins to stops, and from stops to destinations by destination.
    onward
        The latter by stop, for all origins. In the mirror: the former by stop, for all
        destinations.
    window
        Departures, or deadlines.
    percentiles
        Which are computed; see :meth:`grensgeo.traveltimes.Trip.computed_percentiles`.
    direct
        The way without any ride.
    walks
        Ways through the streets between stops: from, to and seconds.
    boardings
        Those of a schedule and span of time that were worked out before.
    to_edge
        Legs from stops to where the data end, as one place; None where they were not cut.
    access_by_car
        Ways to the first stop that are no whole trip, if any.
    """

    timetable: Timetable
    schedule: Schedule
    access: Legs
    egress: Legs
    onward: Egress
    window: Window
    percentiles: tuple[int, ...]
    direct: StreetTimes
    walks: Ways
    boardings: Kept[tuple[Schedule, tuple[int, int]], Boardings]
    to_edge: Legs | None = None
    access_by_car: StreetTimes | None = None

    @property
    def stop_lonlat(self) -> Floats:
        """Degrees: float64 (n_stops, 2)."""
        return np.column_stack([self.timetable.stop_lon, self.timetable.stop_lat])

    def direct_s(self, rows: slice) -> Floats:
        """Return the seconds of some origins without any ride, NaN unreached."""
        return self.direct.seconds(rows).astype(np.float64)

    def detailed(self, rows: slice) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]]:
        """Return seconds and rides of some origins, each (n_percentiles, n_rows, n_columns).

        Columns are the destinations and then, where the data were cut, the edge, without the way
        there that needs no ride. In the mirror every one of them is searched from, however few the
        origins are.
        """
        direct = self.direct_s(rows)
        if self.to_edge is not None:
            direct = np.pad(direct, ((0, 0), (0, len(self.to_edge))), constant_values=np.nan)
        if not self.schedule.reverse:
            return self._search(self.access, self._goals_onward, rows, direct)
        onward = Egress.from_legs(_rows(self.access, rows), self.schedule.n_stops)
        shape = (len(self.percentiles), *direct.shape)
        seconds, rides = np.empty(shape, dtype=np.float32), np.empty(shape, dtype=np.uint8)
        for cut in blocks(direct.shape[1], 2 * len(self.percentiles) * len(direct)):
            found, ridden = self._search(self._goals, onward, cut, direct[:, cut].T)
            seconds[:, :, cut] = found.transpose(0, 2, 1)
            rides[:, :, cut] = ridden.transpose(0, 2, 1)
        return seconds, rides

    @cached_property
    def _goals(self) -> Legs:
        """Legs to destinations, and then to the edge of the data."""
        return self.egress if self.to_edge is None else self.egress.followed_by(self.to_edge)

    @cached_property
    def _goals_onward(self) -> Egress:
        """The same by stop."""
        if self.to_edge is None:
            return self.onward
        return Egress.from_legs(self._goals, self.schedule.n_stops)

    def _search(
        self, here: Legs, there: Egress, rows: slice, direct_s: Floats
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]]:
        """Search from some rows of legs to all that are turned round."""
        return percentile_times(
            self.schedule,
            here,
            there,
            window=self.window,
            percentiles=self.percentiles,
            rows=rows,
            direct_s=direct_s,
            boardings=self._boardings,
        )

    def _boardings(self, span: tuple[int, int]) -> Boardings:
        """Return the boardings of a span of time, listed once."""
        return self.boardings.get(
            (self.schedule, span), partial(list_boardings, self.schedule, span)
        )

    def at_stops(self, rows: slice) -> Floats:
        """Return the seconds of some origins to the stops, by the departure that suits best.

        Where there are deadlines, by any departure, however long before the deadline one is there.
        """
        if self.schedule.reverse:
            fastest = np.full((rows.stop - rows.start, self.schedule.n_stops), np.nan)
            for row in range(rows.start, rows.stop):
                _, took = to_stops(self.forwards, row)
                fastest[row - rows.start] = np.fmin.reduce(took, axis=0, initial=np.nan)
            return fastest
        every = np.arange(self.schedule.n_stops)
        here = Legs.from_pairs(len(every), every, every, np.zeros(len(every)))
        seconds, _ = percentile_times(
            self.schedule,
            self.access,
            Egress.from_legs(here, len(every)),
            window=self.window,
            percentiles=(100 / len(self.window.moments_s),),
            rows=rows,
            boardings=self._boardings,
        )
        best: Floats = seconds[0].astype(np.float64)
        return best

    def middle_by_origin(self, rows: slice, percentile: float) -> npt.NDArray[np.float32]:
        """Return seconds of a few origins to a great many destinations, where there are deadlines.

        As :meth:`detailed`, at the cost of the origins and not of the destinations.
        """
        direct = self.direct_s(rows)
        found = [
            percentile_seconds(self.forwards, row, percentile=percentile, direct_s=own)
            for row, own in zip(range(rows.start, rows.stop), direct, strict=True)
        ]
        return np.stack(found) if found else np.zeros(direct.shape, dtype=np.float32)

    @cached_property
    def forwards(self) -> Search:
        """What is searched from origins where there are deadlines."""
        schedule = prepare(self.timetable, walks=self.walks)
        return Search(schedule, self.access, self.egress, self.window)

    @property
    def limit_s(self) -> float:
        """Longest journey, seconds."""
        return self.window.limit_s


def _rows(legs: Legs, rows: slice) -> Legs:
    """Select the legs of some points."""
    start = legs.start[rows.start : rows.stop + 1]
    kept = slice(start[0], start[-1])
    return Legs(start - start[0], legs.stop[kept], legs.seconds[kept])


def prepare_timetable(
    trip: Trip,
    plan: Plan,
    *,
    access: ModeStreets,
    egress: ModeStreets,
    direct: ModeStreets,
    ends: dict[str, Ends],
    speeds: SpeedTable | None,
) -> TimetableTimes:
    """Compute legs and ways between stops.

    Parameters
    ----------
    trip
        The trip.
    plan
        The timetable of its date.
    access, egress, direct, ends
        Streets in the mode of each leg, all of the same country; ``origins`` and
        ``destinations`` on those of the access and egress leg, ``direct_origins`` and
        ``direct_destinations`` on those of the way without any ride.
    speeds
        Speed table, for walking between stops.

    Returns
    -------
    TimetableTimes
        Ready to be asked for rows.
    """
    timetable = plan.timetable
    own = np.ones(timetable.n_stops, dtype=bool)
    if access.country is not None and plan.stop_country is not None:
        own = plan.stop_country == access.country
    places = Places(timetable.stop_ids, np.column_stack([timetable.stop_lon, timetable.stop_lat]))
    stops = StopsOnStreets(places, own)
    to_legs, from_legs = stop_legs(trip, stops, access=access, egress=egress, ends=ends)
    network, country = access.network, access.country
    walking = ModeStreets.of(network, "walk", trip, speeds=speeds, country=country)
    at = stops.on(walking)
    changing = walking.times(at, at, limit_s=60.0 * trip.max_change_min, park_min=0.0)
    timetable, walks, schedule = network.prepared.part(Timetables).schedules.get(
        (plan, country, walking.metric, walking.max_m, trip.max_change_min),
        lambda: _schedule(
            plan, country, own, changing=network.prepared.part(KeptLegs).get(changing)
        ),
    )
    by_car = access.times(
        ends["origins"],
        ends["destinations"],
        limit_s=60.0 * trip.max_access_min,
        park_min=trip.park_minutes(trip.access),
    )
    return TimetableTimes(
        timetable=timetable,
        schedule=schedule,
        access=to_legs,
        egress=from_legs,
        onward=Egress.from_legs(to_legs if plan.reverse else from_legs, timetable.n_stops),
        window=Window(plan.moments_s, trip.max_rides, 60.0 * (trip.max_min or LONGEST_MIN)),
        percentiles=trip.computed_percentiles(),
        direct=direct_times(trip, direct, ends),
        walks=walks,
        boardings=network.prepared.part(Timetables).boardings,
        to_edge=legs_to_edge(trip, stops, timetable, egress=egress, walking=walking),
        access_by_car=by_car if trip.access == "car" else None,
    )


def _schedule(
    plan: Plan, country: str | None, own: npt.NDArray[np.bool_], *, changing: Legs
) -> tuple[Timetable, Ways, Schedule]:
    """Prepare a timetable to be searched at some of its stops, with the ways between these."""
    cut = country is not None and plan.stop_country is not None
    timetable = within(plan.timetable, own) if cut else plan.timetable
    start = np.repeat(np.arange(len(changing)), np.diff(changing.start))
    walks = start, changing.stop, changing.seconds + MIN_CHANGE_S
    return timetable, walks, prepare(timetable, walks=walks, reverse=plan.reverse)
