"""What kind of trip is made: mode, limits, legs at both ends."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.declared import documented
from grensgeo.errors import InputError
from grensgeo.modes import CYCLING, MODES
from grensgeo.network.crossings import CrossingTable
from grensgeo.network.delays import JUNCTIONS, DelayTable, measure_delays
from grensgeo.network.hours import FREE_FLOW, OFF_PEAK, HourTable, period_at, period_parts
from grensgeo.network.junctions import unsignalled
from grensgeo.network.running import RUNNING, holds_stops, running_speeds
from grensgeo.network.speeds import PARKING_MIN
from grensgeo.notes import Note
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.signals import CONTROLS
from grensgeo.traveltimes.holiday_notes import countries_of_streets, holiday_notes
from grensgeo.traveltimes.trip_options import TripOptions

if TYPE_CHECKING:
    from grensgeo.network import Network, SpeedTable

#: Longest leg between a point and the streets, metres, where the trip does not say: in Twente and
#: the Münsterland farms stand up to some hundred metres off the next public way. On a schematic
#: network, whose local roads stand for many, five times that.
SNAP_M = 500.0
SCHEMATIC_SNAP_M = 2_500.0

#: Walking speed off the network, that of the speed table on streets.
OFF_NETWORK_KMH = 5.0

#: Journeys by timetable are not looked for beyond a day.
LONGEST_MIN = 1440.0

_SIGNALS = CONTROLS.index("traffic_signals")

#: Codes of notes by mode: minutes of parking, and a time of day that changes nothing.
_PARKING = {
    "car": "trip.parking-car",
    "bicycle": "trip.parking-bicycle",
    "ebike": "trip.parking-ebike",
    "walk": "trip.parking-walk",
    "transit": "trip.parking-legs",
}
_HOUR_IDLE = {
    "bicycle": "trip.hour-idle-bicycle",
    "ebike": "trip.hour-idle-ebike",
    "walk": "trip.hour-idle-walk",
}

#: Codes of notes by period of grensgeo's own speed table, and whether it slows nobody.
_PERIOD = {
    ("morning_peak", False): "trip.period-morning_peak",
    ("morning_peak", True): "trip.period-idle-morning_peak",
    ("off_peak", False): "trip.period-off_peak",
    ("off_peak", True): "trip.period-idle-off_peak",
    ("night", False): "trip.period-night",
    ("night", True): "trip.period-idle-night",
    ("evening_peak", False): "trip.period-evening_peak",
    ("evening_peak", True): "trip.period-idle-evening_peak",
}

#: Codes of notes by whether one has to arrive, within a window, and the median counts.
_BY_TIMETABLE = {
    (False, False, True): "trip.timetable.depart-median",
    (False, False, False): "trip.timetable.depart-percentile",
    (False, True, True): "trip.timetable.depart-window-median",
    (False, True, False): "trip.timetable.depart-window-percentile",
    (True, False, True): "trip.timetable.arrive-median",
    (True, False, False): "trip.timetable.arrive-percentile",
    (True, True, True): "trip.timetable.arrive-window-median",
    (True, True, False): "trip.timetable.arrive-window-percentile",
}


@documented
@dataclass(frozen=True)
class Trip(TripOptions):
    """A kind of trip.

    Off the network everybody walks in a straight line at 5 km/h, at both ends and in every mode.
    A trip from a place to the very same coordinates takes 0 minutes, parking included: nobody
    sets out.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> Trip("car", max_min=45).park_minutes("car")
    3.0
    >>> Trip("plane")
    Traceback (most recent call last):
    grensgeo.errors.InputError: trip: mode 'plane' is not known; choose one of car, bicycle, ebike, walk, transit
    """  # noqa: E501 - a doctest's output stands on one line

    def _repr_html_(self) -> str:
        """Show the mode, and what was not left out, in a notebook."""
        from grensgeo.cards import card

        told = {
            item.name: getattr(self, item.name)
            for item in fields(self)
            if item.name != "mode" and getattr(self, item.name) != item.default
        }
        return card(f"Trip: {self.mode}", told)

    def speed_period(self) -> str:
        """Return the period of the day whose traffic slows cars.

        Returns
        -------
        str
            :attr:`period`, or that of the departure, or that of the minute before the arrival, in
            which one still drives, or ``free_flow``.

        Examples
        --------
        >>> Trip("car", departure="2026-03-10T07:30").speed_period()
        'morning_peak'
        >>> Trip("car", arrival="2026-03-10T09:00").speed_period()
        'morning_peak'
        """
        if self.period is not None:
            return self.period
        if self.arrival is not None:
            # the drive ends at the arrival: by nine one drives before nine
            moment = datetime.fromisoformat(self.arrival) - timedelta(minutes=1)
            return period_at(moment.isoformat())
        return FREE_FLOW if self.departure is None else period_at(self.departure)

    def stress_limit(self, mode: str) -> int | None:
        """Return the highest level of traffic stress on a leg.

        Parameters
        ----------
        mode
            The street mode of the leg.

        Returns
        -------
        int or None
            :attr:`max_stress` by bicycle and e-bike, else None.
        """
        return self.max_stress if mode in CYCLING else None

    def delay_table(self) -> DelayTable | None:
        """Return the delays of signals and level crossings that count, if any.

        Returns
        -------
        DelayTable or None
            The trip's own, or the one that comes with grensgeo.
        """
        if not self.delays:
            return None
        table = self.delays if isinstance(self.delays, DelayTable) else DelayTable.default()
        return table.slowed("car", _slower(self.speed_period())) if self._runs() else table

    def speeds_of(self, mode: str, given: SpeedTable | None) -> SpeedTable | None:
        """Return the speed table of a leg, if it is not the default one.

        Parameters
        ----------
        mode
            The street mode of the leg.
        given
            The table that was given beside the trip, if any.

        Returns
        -------
        SpeedTable or None
            The given one; speeds between stops where cars run; else None.

        Raises
        ------
        InputError
            If stops would count twice, or two tables are given.

        Examples
        --------
        >>> Trip("car", delays=True, car_speeds="running").speeds_of("car", None).name
        'running.csv'
        >>> Trip("car", delays=True).speeds_of("car", None)
        Traceback (most recent call last):
        grensgeo.errors.InputError: delays by car: the default speeds hold the stops already...
        """
        if mode != "car":
            return given
        if self._runs() and given is not None:
            raise InputError(
                "option-unfit",
                f"car_speeds 'running' and a speed table ({given.name}) are both given; leave one "
                "out",
            )
        if self._runs():
            return running_speeds()
        table = self.delay_table()
        if holds_stops(given) and table is not None and any(table.waits("car")):
            raise InputError(
                "counted-twice",
                "delays by car: the default speeds hold the stops already, which would count "
                "twice; give speeds between stops (car_speeds = 'running', --car-speeds running), "
                "a speed table of your own (in Python, speeds=), or leave delays out",
            )
        return given

    def check_stops(self) -> None:
        """Raise if stops would count twice where no speed table can be given beside the trip.

        Raises
        ------
        InputError
            As :meth:`speeds_of`.

        Examples
        --------
        >>> Trip("walk", delays=True).check_stops()
        """
        if "car" in self.modes():
            self.speeds_of("car", None)

    def _runs(self) -> bool:
        """Return whether cars drive at speeds between stops."""
        return self.car_speeds == RUNNING

    def crossing_s(self, mode: str) -> float | CrossingTable:
        """Return what crossings of the border take on a leg along streets.

        Parameters
        ----------
        mode
            The street mode of the leg.

        Returns
        -------
        float or CrossingTable
            Seconds where they are the same at every crossing, else what each takes at the hour of
            the trip. Minutes that hold for some hours alone do not count where it has none.

        Examples
        --------
        >>> Trip("car", crossing_time_min=2).crossing_s("car")
        120.0
        """
        if not isinstance(self.crossing_time_min, CrossingTable):
            return 60.0 * self.crossing_time_min
        moment = None if self.moment is None else datetime.fromisoformat(self.moment)
        hour = None if moment is None else moment.hour + moment.minute / 60
        held = self.crossing_time_min.on_street(mode, hour)
        return held if isinstance(held, CrossingTable) else 60.0 * held

    def computed_percentiles(self) -> tuple[int, ...]:
        """Return the percentiles that are computed for a trip by timetable.

        Returns
        -------
        tuple of int
            :attr:`percentiles`, ascending; with several of them the median too, which is what
            measures are computed from.

        Examples
        --------
        >>> trip = Trip("transit", departure="2026-03-10T07:30", percentiles=(90, 10))
        >>> trip.computed_percentiles()
        (10, 50, 90)
        """
        asked = self.percentiles or (50,)
        return asked if len(asked) == 1 else tuple(sorted({*asked, 50}))

    def park_minutes(self, mode: str) -> float:
        """Return the minutes of parking that count when this street mode is used.

        Parameters
        ----------
        mode
            The mode of the whole trip, or of a leg to or from a stop.

        Returns
        -------
        float
            Minutes.
        """
        if self.park_min is not None and mode in {self.mode, "car"}:
            return self.park_min
        return sum(PARKING_MIN.values()) if mode == "car" else 0.0

    def modes(self) -> frozenset[str]:
        """Return the modes that it uses: its own, and those to and from stops.

        Examples
        --------
        >>> sorted(Trip("transit", access="bicycle").modes()), sorted(Trip("car").modes())
        (['bicycle', 'transit', 'walk'], ['car'])
        """
        ends = {self.access, self.egress} if self.mode == "transit" else set()
        return frozenset({self.mode, *ends})

    def notes(
        self,
        *,
        network: Network | None = None,
        speeds: SpeedTable | None = None,
    ) -> tuple[Note, ...]:
        """Return the assumptions of the trip, for manifests and maps.

        Parameters
        ----------
        network
            The network that it was made on: then what was asked for and took no effect there is
            noted as such.
        speeds
            Speed table, if not the one that comes with grensgeo.

        Returns
        -------
        tuple of Note
            Each with a code and words in three languages.
        """
        notes = [Note("trip.off-network", kmh=OFF_NETWORK_KMH)]
        parking = self.park_minutes(self.mode)
        if self.mode == "transit":
            parking = self.park_minutes("car") if "car" in self.modes() else 0.0
        if parking:
            notes.append(Note(_PARKING[self.mode], minutes=parking))
        if network is not None and self.moment is not None:
            notes += holiday_notes(network, str(self.moment), drives="car" in self.modes())
        notes += self._street_notes(network, speeds)
        if not self.foreign_routing:
            notes.append(Note("trip.domestic"))
        if self.mode == "transit" and self.moment is not None:
            notes += self._timetable_notes()
        return tuple(notes)

    def _street_notes(self, network: Network | None, speeds: SpeedTable | None) -> list[Note]:
        """Report what of period, stress, crossings and delays took effect."""
        notes = []
        period, idle = self.speed_period(), network is not None
        if "car" in self.modes():
            if period != FREE_FLOW:
                idle = network is not None and not _slows(network, period, speeds)
                notes.append(_period_note(period, network, idle=idle))
        elif self.mode != "transit" and self.period:
            notes.append(Note("trip.period-not-car"))
        elif self.mode != "transit" and self.moment:
            notes.append(Note(_HOUR_IDLE[self.mode], at=str(self.moment)))
        if self.max_stress is not None:
            notes.append(Note("trip.stress", level=self.max_stress))
        if isinstance(self.crossing_time_min, CrossingTable):
            notes.append(Note("trip.crossing-table", table=str(self.crossing_time_min)))
            if self.crossing_time_min.hourly and self.moment is None and self.mode != "transit":
                notes.append(Note("trip.crossing-hours-idle"))
        elif self.crossing_time_min:
            minutes = self.crossing_time_min
            idle = (
                network is not None
                and self.mode != "transit"
                and measure_delays(network, self.mode, crossing_s=60.0 * minutes) is None
            )
            notes.append(Note("trip.crossing-idle" if idle else "trip.crossing", minutes=minutes))
        table = self.delay_table()
        if self._runs():
            notes.append(Note("trip.running"))
            signals = network is None or bool((network.controls.kind == _SIGNALS).any())
            notes += [] if signals else [Note("trip.running-no-signals")]
        if table is not None and network is not None:
            n = _waits(network, table, self.modes() - {"transit"})
            notes.append(
                Note("trip.delays", table=table.name, n=n) if n else Note("trip.delays-idle")
            )
        return notes

    def _timetable_notes(self) -> list[Note]:
        """Report which departures or deadlines were looked at, and which of their times count."""
        kept = self.computed_percentiles()
        values: dict[str, str | float] = {"at": str(self.moment), "rides": self.max_rides}
        if self.window_min is not None:
            values["minutes"] = self.window_min
        if 50 not in kept:
            values["percentile"] = kept[0]
        way = self.arrival is not None, self.window_min is not None, 50 in kept
        notes = [Note(_BY_TIMETABLE[way], **values)]
        return notes if self.max_min is not None else [Note("trip.beyond-day"), *notes]


def _slower(period: str) -> float:
    """Return how much longer stops take in a period: as much as streets of towns slow down.

    What is measured of peaks is the whole journey, so that its stops and what lies between them
    grow alike. A period of a table of one's own is not known here, and stretches no stops.
    """
    hours, (name, _) = HourTable.default(), period_parts(period)
    if name not in hours.periods:
        return 1.0
    at = hours.periods.index(name), 0, 1, HIGHWAYS.index("primary")
    return 1.0 / float(hours.factor[at])


def _slows(network: Network, period: str, speeds: SpeedTable | None) -> bool:
    """Return whether a period changes what cars drive on any street of a network."""
    hours = HourTable.default() if speeds is None or speeds.hours is None else speeds.hours
    streets = network.streets
    slower = hours.edge_factors(streets, period) != 1.0
    slower &= np.isnan(streets.fixed_duration_s)
    seconds = zip(
        network.durations_s("car", speeds), network.durations_s("car", speeds, period=period),
        strict=True,
    )  # fmt: skip
    return any(bool((np.abs(then - now)[slower] > 0).any()) for then, now in seconds)


def _period_note(period: str, network: Network | None, *, idle: bool) -> Note:
    """Return the note on a period of traffic, with words for those of grensgeo's own table."""
    period, free = period_parts(period)
    if network is not None and free and set(countries_of_streets(network)) <= set(free):
        period = OFF_PEAK
    if (period, idle) in _PERIOD:
        return Note(_PERIOD[period, idle])
    return Note("trip.period-idle" if idle else "trip.period", period=period)


def _waits(network: Network, table: DelayTable, modes: frozenset[str]) -> int:
    """Count the controls of a network at which any of the modes waits."""
    kinds, seconds = network.controls.kind, np.zeros(len(CONTROLS))
    for mode in modes:
        columns = np.array(table.delay_s)[: len(CONTROLS), MODES.index(mode)]
        seconds = np.maximum(seconds, columns)
    n = int((seconds[kinds] > 0).sum())
    for mode in modes:
        waits = [table.delay(kind, mode) > 0 for kind in JUNCTIONS]
        if any(waits):
            ends = unsignalled(network.streets, network.controls, mode)
            n += sum(int(at.sum()) for at, counts in zip(ends, waits, strict=True) if counts)
    return n
