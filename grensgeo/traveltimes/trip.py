"""What kind of trip is made: mode, limits, legs at both ends."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.modes import MODES
from grensgeo.network.delays import DelayTable, measure_delays
from grensgeo.network.hours import FREE_FLOW, HourTable, period_at
from grensgeo.network.speeds import PARKING_MIN
from grensgeo.notes import Note

if TYPE_CHECKING:
    from grensgeo.network import Network, SpeedTable

#: Modes of a trip: those of the streets, and public transport.
TRIP_MODES = (*MODES, "transit")

#: Modes that ``max_stress`` is for.
CYCLING = ("bicycle", "ebike")

#: Longest leg between a point and the streets, metres, where the trip does not say: in Twente and
#: the Münsterland farms stand up to some hundred metres off the next public way. On a schematic
#: network, whose local roads stand for many, five times that.
SNAP_M = 500.0
SCHEMATIC_SNAP_M = 2_500.0

#: Walking speed off the network, that of the speed table on streets.
OFF_NETWORK_KMH = 5.0


#: Most rides of a journey that the search through a timetable can count.
MOST_RIDES = 15

#: Journeys by timetable are not looked for beyond a day.
LONGEST_MIN = 1440.0

#: Minutes beyond which a value is more likely in seconds (assumption): nobody parks for longer
#: than an hour, and the longest waits at borders of the union are shorter than four.
_PLAUSIBLE_MIN = {"park_min": 60.0, "crossing_time_min": 240.0}

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

#: What only trips by public transport have.
_TRANSIT_ONLY = (
    "access", "egress", "max_access_min", "max_egress_min", "window_min", "max_rides",
    "max_change_min", "seed",
)  # fmt: skip

#: The same of limits, which are told where times are computed (assumption): a day's
#: journey, hours of walking to a stop or between two.
_PLAUSIBLE_LIMIT_MIN = {
    "max_min": 1440.0, "window_min": 1440.0, "max_access_min": 240.0, "max_egress_min": 240.0,
    "max_change_min": 120.0,
}  # fmt: skip

_NEVER_NONE = ("max_access_min", "max_egress_min", "max_change_min", "crossing_time_min")


@dataclass(frozen=True)
class Trip:
    """A kind of trip.

    Off the network everybody walks in a straight line at 5 km/h, at both ends and in every mode.
    A trip from a place to the very same coordinates takes 0 minutes, parking included: nobody
    sets out.

    Attributes
    ----------
    mode
        ``car``, ``bicycle``, ``ebike``, ``walk`` or ``transit``.
    max_min
        Longest trip, minutes from door to door; longer ones are unreached. No limit if None.
    max_snap_m
        Longest leg between a point and the network, metres. If None, 500, or 2500 on a schematic
        network.
    access, egress
        Street modes to the first stop and from the last one; for ``transit`` only.
    max_access_min, max_egress_min
        Longest legs to the first stop and from the last, off-network part included. Without any
        ride one goes no longer than both together.
    park_min
        Minutes outside the moving car: getting to it, parking, walking on. If None, the sum of
        :data:`grensgeo.network.PARKING_MIN` for a car, 0 for other modes. On a ``transit`` trip
        it counts where the access or egress leg is by car.
    departure, arrival
        Local date and time (``2026-03-10T07:30``) of leaving, or by which one has to be there;
        one of the two at most. Where the network has timetables, a ``transit`` trip with one is
        made by them. The local time is that of the timetables, unless it names its zone
        (``2026-03-10T07:30+01:00``). Lines that run at a headway do not depend on it. It also
        tells in which period cars drive where ``period`` does not.
    window_min
        Minutes. With a departure one leaves at it and every minute after it within the window
        (60 minutes from 8:00: 60 departures, the last at 8:59). With an arrival one has to be
        there at it, and every minute before it within the window (60 minutes to 8:30: 60
        deadlines, the first at 7:31). Without a window there is one departure or deadline. The
        time of a departure ends when one is there; the time of a deadline begins with the latest
        departure that is in time for it, and ends with the deadline, so that waiting at the
        destination counts.
    percentiles
        Which percentiles of the times of the window to give: whole numbers from 1 to 100. They
        are not interpolated: of 60 departures (or deadlines) in order of their times the median
        is number 30.
        If None the median. For trips by timetable.
    max_rides
        Most vehicles that one rides in, 1 to 15; for trips by timetable.
    max_change_min
        Longest walk through the streets from one stop to another between two rides; for trips by
        timetable. 12 minutes are 1 km.
    seed
        Seed by which trips that run at no fixed minute (``frequencies.txt``) get one.
    period
        Period of the day whose traffic slows cars: ``free_flow``, ``morning_peak``,
        ``off_peak``, ``evening_peak``, or one of the speed table's own. If None, that of the
        departure, or of the minute before the arrival (working days 7 to 9 and 16 to 18 o'clock are peaks, other hours
        from 6 to 20 off-peak), and free flow without one.
    max_stress
        Highest level of traffic stress that a cyclist takes (1 suits children, 2 most adults, 3
        confident cyclists, 4 hardly anybody; :mod:`grensgeo.network.stress`). Streets above it
        are not used, not even pushing the bicycle. For trips by bicycle or e-bike, and for
        ``transit`` with such an access or egress leg.
    foreign_routing
        If False, only streets and stops in the origin's own country are used.
    crossing_time_min
        Minutes that each crossing of the national border takes beside the way itself, as where
        there are checks; on the streets and in a train or bus alike.
    delays
        Count the mean wait at traffic signals and level crossings
        (:class:`grensgeo.network.DelayTable`, or one's own). Left out unless asked for: the speeds
        by car are a share of the limit that holds such stops already, so set speeds of one's own
        with them; those by bicycle and on foot do not hold them.

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

    mode: str
    _: KW_ONLY
    max_min: float | None = None
    max_snap_m: float | None = None
    access: str = "walk"
    egress: str = "walk"
    max_access_min: float = 30.0
    max_egress_min: float = 30.0
    park_min: float | None = None
    departure: str | None = None
    arrival: str | None = None
    window_min: float | None = None
    percentiles: tuple[int, ...] | None = None
    max_rides: int = 8
    max_change_min: float = 12.0
    seed: int = 0
    period: str | None = None
    max_stress: int | None = None
    foreign_routing: bool = True
    crossing_time_min: float = 0.0
    delays: bool | DelayTable = False

    def __post_init__(self) -> None:
        """Check every field."""
        faults = []
        for name, known in (("mode", TRIP_MODES), ("access", MODES), ("egress", MODES)):
            value = getattr(self, name)
            if value not in known:
                faults.append(f"{name} {value!r} is not known; choose one of {', '.join(known)}")
        for name, least in (
            ("max_min", "above 0"),
            ("max_access_min", "above 0"),
            ("max_egress_min", "above 0"),
            ("max_change_min", "0 or more"),
            ("window_min", "above 0"),
            ("max_snap_m", "0 or more"),
            ("park_min", "0 or more"),
            ("crossing_time_min", "0 or more"),
        ):
            value = getattr(self, name)
            if value is None and name not in _NEVER_NONE:
                continue
            number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if (
                not number
                or not math.isfinite(value)
                or value < 0
                or (value == 0 and least == "above 0")
            ):
                faults.append(f"{name} is {value!r}, expected a number {least}")
        faults.extend(self._idle_faults())
        faults.extend(self._moment_faults())
        faults.extend(self._timetable_faults())
        faults.extend(self._street_faults())
        if not isinstance(self.delays, (bool, DelayTable)):
            faults.append(f"delays is {self.delays!r}, expected True, False or a DelayTable")
        if not isinstance(self.foreign_routing, bool):
            faults.append(f"foreign_routing is {self.foreign_routing!r}, expected True or False")
        if faults:
            raise InputError("trip: " + "; ".join(faults))
        if self.percentiles is not None:
            object.__setattr__(self, "percentiles", tuple(sorted(map(int, self.percentiles))))
        for name, most in _PLAUSIBLE_MIN.items():
            if (value := getattr(self, name)) is not None and value > most:
                note = Note("implausible.minutes", name=name, minutes=float(value))
                warnings.warn(note, GrensgeoWarning, stacklevel=3)

    @property
    def moment(self) -> str | None:
        """Departure or arrival, whichever was given.

        Examples
        --------
        >>> Trip("transit", arrival="2026-03-10T08:30").moment
        '2026-03-10T08:30'
        """
        return self.arrival if self.departure is None else self.departure

    def _idle_faults(self) -> list[str]:
        """List options that the mode knows nothing of."""
        faults = []
        usual = {item.name: item.default for item in fields(self)}
        if self.mode in MODES:
            given = [name for name in _TRANSIT_ONLY if getattr(self, name) != usual[name]]
            if given:
                faults.append(
                    f"{', '.join(given)}: for mode transit only, not for {self.mode}; leave "
                    f"{'it' if len(given) == 1 else 'them'} out"
                )
        elif self.park_min is not None and "car" not in {self.access, self.egress}:
            faults.append("park_min is for a car, and no leg of this trip is by car; leave it out")
        return faults

    def _moment_faults(self) -> list[str]:
        if self.departure is not None and self.arrival is not None:
            return ["give either departure or arrival, not both"]
        if self.moment is None:
            needs = "window_min needs a departure or an arrival"
            return [needs] if self.window_min is not None else []
        name = "departure" if self.arrival is None else "arrival"
        form = f"{name} is {self.moment!r}, expected local time such as 2026-03-10T07:30"
        try:
            moment = datetime.fromisoformat(self.moment)
        except (TypeError, ValueError):
            return [form]
        faults = []
        if "T" not in self.moment:
            faults.append(f"{form}, with a time of day")
        elif moment.tzinfo is not None and self.mode != "transit":
            faults.append(f"{form}, without a time zone")
        elif moment.tzinfo is not None and "car" in {self.access, self.egress} and not self.period:
            faults.append(f"{name} with a time zone does not tell the traffic; give period too")
        return faults

    def _timetable_faults(self) -> list[str]:
        faults = []
        for name, least, most in (("max_rides", 1, MOST_RIDES), ("seed", 0, None)):
            value = getattr(self, name)
            if (
                not isinstance(value, int)
                or isinstance(value, bool)
                or value < least
                or (most is not None and value > most)
            ):
                bounds = f"from {least} to {most}" if most is not None else f"of {least} or more"
                faults.append(f"{name} is {value!r}, expected a whole number {bounds}")
        if self.percentiles is None:
            return faults
        given = self.percentiles
        numbers = isinstance(given, Sequence) and not isinstance(given, str)
        if (
            not numbers
            or not given
            or any(isinstance(p, bool) or p not in range(1, 101) for p in given)
            or len(set(given)) < len(given)
        ):
            faults.append(
                f"percentiles is {given!r}, expected whole numbers from 1 to 100, each once"
            )
        if self.mode != "transit" or self.moment is None:
            faults.append("percentiles need mode 'transit' and a departure or an arrival")
        return faults

    def _street_faults(self) -> list[str]:
        faults = []
        if self.period is not None and (
            not isinstance(self.period, str) or not self.period.strip()
        ):
            faults.append(f"period is {self.period!r}, expected a name such as morning_peak")
        if self.max_stress is None:
            return faults
        if isinstance(self.max_stress, bool) or self.max_stress not in (1, 2, 3, 4):
            faults.append(f"max_stress is {self.max_stress!r}, expected 1, 2, 3 or 4")
        modes = (self.access, self.egress) if self.mode == "transit" else (self.mode,)
        if not set(modes) & set(CYCLING):
            faults.append(
                f"max_stress is for trips by {' or '.join(CYCLING)}, not by {' and '.join(modes)}"
            )
        return faults

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
        if isinstance(self.delays, DelayTable):
            return self.delays
        return DelayTable.default() if self.delays else None

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
        by_timetable: bool = False,
        network: Network | None = None,
        speeds: SpeedTable | None = None,
    ) -> tuple[Note, ...]:
        """Return the assumptions of the trip, for manifests and maps.

        Parameters
        ----------
        by_timetable
            Whether its public transport runs by a timetable and not at headways.
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
        notes += self._street_notes(network, speeds)
        if not self.foreign_routing:
            notes.append(Note("trip.domestic"))
        if self.mode == "transit":
            notes += self._timetable_notes() if by_timetable else self._headway_notes()
        return tuple(notes)

    def _street_notes(self, network: Network | None, speeds: SpeedTable | None) -> list[Note]:
        """Report what of period, stress, crossings and delays took effect."""
        notes = []
        period, idle = self.speed_period(), network is not None
        if "car" in self.modes():
            if period != FREE_FLOW:
                idle = network is not None and not _slows(network, period, speeds)
                notes.append(_period_note(period, idle=idle))
        elif self.mode != "transit" and self.period:
            notes.append(Note("trip.period-not-car"))
        elif self.mode != "transit" and self.moment:
            notes.append(Note(_HOUR_IDLE[self.mode], at=str(self.moment)))
        if self.max_stress is not None:
            notes.append(Note("trip.stress", level=self.max_stress))
        if self.crossing_time_min:
            minutes = self.crossing_time_min
            idle = (
                network is not None
                and self.mode != "transit"
                and measure_delays(network, self.mode, crossing_s=60.0 * minutes) is None
            )
            notes.append(Note("trip.crossing-idle" if idle else "trip.crossing", minutes=minutes))
        table = self.delay_table()
        if table is not None and network is not None:
            n = _waits(network, table, self.modes() - {"transit"})
            notes.append(
                Note("trip.delays", table=table.name, n=n) if n else Note("trip.delays-idle")
            )
        return notes

    def _headway_notes(self) -> list[Note]:
        """Report that lines run at headways, and what of the trip does not matter then."""
        names = ("departure", "arrival", "window_min", "max_rides", "max_change_min", "seed")
        usual = {item.name: item.default for item in fields(self)}
        given = [name for name in names if getattr(self, name) != usual[name]]
        idle = [Note("trip.headways-idle", options=", ".join(given))] if given else []
        return [Note("headways"), *idle]

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

    def doubts(self) -> tuple[Note, ...]:
        """Return a note on each limit that is possible but hardly meant.

        Examples
        --------
        >>> [note.code for note in Trip("walk", max_min=5400).doubts()]
        ['implausible.minutes']
        """
        return tuple(
            Note("implausible.minutes", name=name, minutes=float(value))
            for name, most in _PLAUSIBLE_LIMIT_MIN.items()
            if (value := getattr(self, name)) is not None and value > most
        )


def _slows(network: Network, period: str, speeds: SpeedTable | None) -> bool:
    """Return whether a period slows cars on any street of a network."""
    hours = HourTable.default() if speeds is None or speeds.hours is None else speeds.hours
    streets = network.streets
    slower = hours.edge_factors(streets, period) != 1.0
    slower &= np.isnan(streets.fixed_duration_s)
    seconds = zip(
        network.durations_s("car", speeds), network.durations_s("car", speeds, period=period),
        strict=True,
    )  # fmt: skip
    return any(bool((then[slower] < now[slower]).any()) for then, now in seconds)


def _period_note(period: str, *, idle: bool) -> Note:
    """Return the note on a period of traffic, with words for those of grensgeo's own table."""
    if (period, idle) in _PERIOD:
        return Note(_PERIOD[period, idle])
    return Note("trip.period-idle" if idle else "trip.period", period=period)


def _waits(network: Network, table: DelayTable, modes: frozenset[str]) -> int:
    """Count the controls of a network at which any of the modes waits."""
    kinds = network.controls.kind
    if not len(kinds):
        return 0
    columns = [MODES.index(mode) for mode in modes]
    seconds = np.array(table.delay_s)[:, columns].max(axis=1)
    return int((seconds[kinds] > 0).sum())
