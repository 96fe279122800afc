"""The options of a trip, declared once, and what values they may have together.

Whatever names the options of a trip is made of this declaration: the command line, the readers of
files, JSON Schemas and the reference in the docs.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from grensgeo.declared import (
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    WHOLES,
    documented,
    option,
    record_of,
    value_faults,
)
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError
from grensgeo.modes import CYCLING, MODES, TRIP_MODES
from grensgeo.network.crossings import CrossingTable
from grensgeo.network.delays import DelayTable
from grensgeo.network.running import JOURNEY, RUNNING
from grensgeo.notes import Note

if TYPE_CHECKING:
    from grensgeo.declared import Option, Record


#: Most rides of a journey that the search through a timetable can count.
MOST_RIDES = 15

#: What only trips by public transport have.
_TRANSIT = ("transit",)

#: Options whose values are checked by what they mean.
_CHECKED_HERE = ("percentiles", "departure", "arrival", "period")

#: Options that are said to be implausible as soon as a trip is made; limits are told where times
#: are computed. More minutes than ``plausible`` are more likely seconds (assumption): nobody parks
#: for longer than an hour, the longest waits at borders of the union are shorter than four, a trip
#: lasts a day, a walk to a stop hours.
_SAID_AT_ONCE = ("park_min", "crossing_time_min")


@documented
@dataclass(frozen=True)
class TripOptions:
    """What can be said of a trip.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.
    """

    mode: str = field(metadata=option(TEXT, "how the trip is made", choices=TRIP_MODES))
    _: KW_ONLY
    max_min: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "longest trip, min; what is farther is unreached",
            absent="no limit", unit="MIN", above=0, plausible=1440.0,
        ),
    )  # fmt: skip
    max_snap_m: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "longest way from a point to a street, m",
            absent="500; schematic roads: 2500", unit="M", least=0,
        ),
    )  # fmt: skip
    access: str = field(
        default="walk",
        metadata=option(TEXT, "mode to the first stop", choices=MODES, modes=_TRANSIT),
    )
    egress: str = field(
        default="walk",
        metadata=option(TEXT, "mode from the last stop", choices=MODES, modes=_TRANSIT),
    )
    max_access_min: float = field(
        default=30.0,
        metadata=option(
            NUMBER, "longest way to the first stop, min", unit="MIN", above=0, modes=_TRANSIT,
            plausible=240.0,
            more="What lies off the network is part of it. Without any ride one goes no longer "
            "than this and the way from the last stop together.",
        ),
    )  # fmt: skip
    max_egress_min: float = field(
        default=30.0,
        metadata=option(
            NUMBER, "longest way from the last stop, min", unit="MIN", above=0, modes=_TRANSIT,
            plausible=240.0,
        ),
    )  # fmt: skip
    park_min: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "outside the moving car: getting to it, parking, walking on, min",
            absent="3 by car, 0 otherwise", unit="MIN", least=0, modes=("car",), plausible=60.0,
            more="By public transport it counts where the way to or from the stops is by car. The "
            "default is the sum of grensgeo.network.PARKING_MIN.",
        ),
    )  # fmt: skip
    departure: str | None = field(
        default=None,
        metadata=option(
            TEXT, "local time, as 2026-03-10T07:30",
            absent="an hour from 8:00 on an ordinary Tuesday; by car free flow", unit="TIME",
            modes=("transit", "car"), timed=True,
            more="It is that of the timetables, unless it names its zone "
            "(2026-03-10T07:30+01:00). Public transport without departure and arrival takes every "
            "minute of an hour from 8:00 on the first Tuesday on which the timetables have at "
            "least as many departures as on their median Tuesday, and the notes say which.",
        ),
    )  # fmt: skip
    arrival: str | None = field(
        default=None,
        metadata=option(
            TEXT, "local time to be there by, instead of a departure",
            absent="by the departure", unit="TIME", modes=("transit", "car"), timed=True,
        ),
    )  # fmt: skip
    window_min: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "every minute so long from the departure on, or up to the arrival",
            absent="one departure", unit="MIN", above=0, modes=_TRANSIT, timed=True,
            plausible=1440.0,
            more="60 minutes from 8:00 are 60 departures, the last at 8:59; 60 minutes to 8:30 "
            "are 60 deadlines, the first at 7:31. The time of a departure ends when one is there; "
            "the time of a deadline begins with the latest departure that is in time for it, and "
            "ends with the deadline, so that waiting at the destination counts.",
        ),
    )  # fmt: skip
    percentiles: tuple[int, ...] | None = field(
        default=None,
        metadata=option(
            WHOLES, "of the times of the window, 1 to 100, as 25 50 75", absent="the median",
            unit="P", modes=_TRANSIT, timed=True,
            more="They are not interpolated: of 60 departures (or deadlines) in order of their "
            "times the median is number 30. Measures count the median.",
        ),
    )  # fmt: skip
    max_rides: int = field(
        default=8,
        metadata=option(
            WHOLE, "most trains and buses, 1 to 15", unit="N", least=1, most=MOST_RIDES,
            modes=_TRANSIT, timed=True,
        ),
    )  # fmt: skip
    max_change_min: float = field(
        default=12.0,
        metadata=option(
            NUMBER, "longest walk between two rides, min", unit="MIN", least=0, modes=_TRANSIT,
            timed=True, plausible=120.0, more="12 minutes are 1 km.",
        ),
    )  # fmt: skip
    seed: int = field(
        default=0,
        metadata=option(
            WHOLE, "of the draw for trips at no fixed minute", unit="N", least=0, modes=_TRANSIT,
            timed=True, more="Those of frequencies.txt whose times are not exact, and of lines "
            "without first and last departure.",
        ),
    )  # fmt: skip
    period: str | None = field(
        default=None,
        metadata=option(
            TEXT, "traffic for cars: free_flow, morning_peak, off_peak, evening_peak, night",
            absent="by the time", unit="NAME", modes=("car",),
            more="Or one of the speed table's own. By the time means that of the departure, or of "
            "the minute before the arrival (working days 7 to 9 and 16 to 18 o'clock are peaks, "
            "but where it is a holiday by law; other hours from 6 to 19 off-peak), and free flow "
            "without one.",
        ),
    )  # fmt: skip
    max_stress: int | None = field(
        default=None,
        metadata=option(
            WHOLE, "highest level of traffic stress by bicycle or ebike: 1 suits children, 2 most "
            "adults",
            absent="every street", choices=(1, 2, 3, 4), modes=CYCLING,
            more="3 suits confident cyclists, 4 hardly anybody (grensgeo.network.stress). Streets "
            "above it are not used, not even pushing the bicycle.",
        ),
    )  # fmt: skip
    foreign_routing: bool = field(
        default=True,
        metadata=option(
            FLAG, "whether streets and lines beyond the origin's country are used",
            off=("--domestic-routing", "closed border, read as: no street or line abroad is used"),
        ),
    )  # fmt: skip
    crossing_time_min: float | CrossingTable = field(
        default=0.0,
        metadata=option(
            NUMBER, "what each crossing of the national border takes, min", unit="MIN", least=0,
            plausible=240.0,
            more="It comes beside the way itself, as where there are checks; on the streets and "
            "in a train or bus alike. In Python a grensgeo.network.CrossingTable too, by "
            "crossing, direction and hour.",
        ),
    )  # fmt: skip
    delays: bool | DelayTable = field(
        default=False,
        metadata=option(
            FLAG, "whether the waits at traffic signals, junctions and level crossings count",
            on="count the waits at traffic signals, junctions and level crossings, by the table "
            "that comes with grensgeo or a CSV of your own",
            more="In Python a grensgeo.network.DelayTable too. By car they need speeds that do "
            "not hold such stops already (car_speeds is running); speeds by bicycle and on foot "
            "do not hold them.",
        ),
    )  # fmt: skip
    car_speeds: str = field(
        default=JOURNEY,
        metadata=option(
            TEXT, "speeds of cars: of the journey with its stops, or running between stops, for "
            "delays",
            choices=(JOURNEY, RUNNING), modes=("car",),
            more="Running speeds leave the stops to delays, which they need; without them cars "
            "would never stop.",
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check every field."""
        left = {*_CHECKED_HERE, *(["delays"] if isinstance(self.delays, DelayTable) else ())}
        if isinstance(self.crossing_time_min, CrossingTable):
            left.add("crossing_time_min")
        values = {
            item.name: getattr(self, item.name) for item in _options() if item.name not in left
        }
        faults = value_faults(trip_record(), values)
        faults.extend(self._idle_faults())
        faults.extend(self._moment_faults())
        faults.extend(self._timetable_faults())
        faults.extend(self._street_faults())
        faults.extend(self._running_faults())
        if faults:
            raise InputError.of(faults, where="trip")
        if self.percentiles is not None:
            object.__setattr__(self, "percentiles", tuple(sorted(map(int, self.percentiles))))
        for note in self._implausible(at_once=True):
            warnings.warn(GrensgeoWarning.of([note]), stacklevel=3)

    @property
    def moment(self) -> str | None:
        """Departure or arrival, whichever was given.

        Examples
        --------
        >>> from grensgeo.traveltimes.trip import Trip
        >>> Trip("transit", arrival="2026-03-10T08:30").moment
        '2026-03-10T08:30'
        """
        return self.arrival if self.departure is None else self.departure

    def _idle_faults(self) -> list[Fault]:
        """List options that the mode knows nothing of."""
        faults = Faults()
        if self.mode in MODES:
            given = [
                item.name
                for item in _options()
                if item.modes == _TRANSIT
                and item.name != "percentiles"  # said with what else they need
                and getattr(self, item.name) != item.default
            ]
            if given:
                faults.append(
                    Fault(
                        "option-unfit",
                        f"{', '.join(given)}: for mode transit only, not for {self.mode}; leave "
                        f"{'it' if len(given) == 1 else 'them'} out",
                    )
                )
        elif self.park_min is not None and "car" not in {self.access, self.egress}:
            faults.append(
                Fault(
                    "option-unfit",
                    "park_min is for a car, and no leg of this trip is by car; leave it out",
                )
            )
        return faults

    def _moment_faults(self) -> list[Fault]:
        if self.departure is not None and self.arrival is not None:
            return [Fault("moment-wrong", "give either departure or arrival, not both")]
        if self.moment is None:
            needs = Fault("moment-wrong", "window_min needs a departure or an arrival")
            return [needs] if self.window_min is not None else []
        name = "departure" if self.arrival is None else "arrival"
        form = f"{name} is {self.moment!r}, expected local time such as 2026-03-10T07:30"
        try:
            moment = datetime.fromisoformat(self.moment)
        except (TypeError, ValueError):
            return [Fault("moment-wrong", form)]
        faults = Faults()
        if "T" not in self.moment:
            faults.append(Fault("moment-wrong", f"{form}, with a time of day"))
        elif moment.tzinfo is not None and self.mode != "transit":
            faults.append(Fault("moment-wrong", f"{form}, without a time zone"))
        elif moment.tzinfo is not None and "car" in {self.access, self.egress} and not self.period:
            faults.append(
                Fault(
                    "moment-wrong",
                    f"{name} with a time zone does not tell the traffic; give period too",
                )
            )
        return faults

    def _timetable_faults(self) -> list[Fault]:
        if self.percentiles is None:
            return []
        faults = Faults()
        given = self.percentiles
        numbers = isinstance(given, Sequence) and not isinstance(given, str)
        if (
            not numbers
            or not given
            or any(isinstance(p, bool) or p not in range(1, 101) for p in given)
            or len(set(given)) < len(given)
        ):
            faults.append(
                Fault(
                    "out-of-range",
                    f"percentiles is {given!r}, expected whole numbers from 1 to 100, each once",
                )
            )
        if self.mode != "transit" or self.moment is None:
            faults.append(
                Fault(
                    "option-missing",
                    "percentiles need mode 'transit' and a departure or an arrival",
                )
            )
        return faults

    def _running_faults(self) -> list[Fault]:
        if self.car_speeds != RUNNING:
            return []
        driven = {self.mode, self.access, self.egress} if self.mode == "transit" else {self.mode}
        if "car" not in driven:
            text = "car_speeds is for a car, and no leg of this trip is by car; leave it out"
            return [Fault("option-unfit", text)]
        if not self.delays:
            text = (
                "car_speeds 'running' is the speed between stops, and nothing counts the stops; "
                "give delays too, or leave car_speeds out"
            )
            return [Fault("option-missing", text)]
        return []

    def _street_faults(self) -> list[Fault]:
        faults = Faults()
        if self.period is not None and (
            not isinstance(self.period, str) or not self.period.strip()
        ):
            faults.append(
                Fault(
                    "option-unfit",
                    f"period is {self.period!r}, expected a name such as morning_peak",
                )
            )
        if self.max_stress is None:
            return faults
        modes = (self.access, self.egress) if self.mode == "transit" else (self.mode,)
        if not set(modes) & set(CYCLING):
            faults.append(
                Fault(
                    "option-unfit",
                    f"max_stress is for trips by {' or '.join(CYCLING)}, not by "
                    f"{' and '.join(modes)}",
                )
            )
        return faults

    def doubts(self) -> tuple[Note, ...]:
        """Return a note on each limit that is possible but hardly meant.

        Examples
        --------
        >>> from grensgeo.traveltimes.trip import Trip
        >>> [note.code for note in Trip("walk", max_min=5400).doubts()]
        ['implausible.minutes']
        """
        return self._implausible(at_once=False)

    def _implausible(self, *, at_once: bool) -> tuple[Note, ...]:
        """Return a note on each of the options that is more than is plausible."""
        values = {item.name: (getattr(self, item.name), item.plausible) for item in _options()}
        return tuple(
            Note("implausible.minutes", name=name, minutes=float(value))
            for name, (value, most) in values.items()
            if (name in _SAID_AT_ONCE) == at_once
            and value is not None
            and not isinstance(value, CrossingTable)
            and most is not None
            and value > most
        )


@cache
def trip_record() -> Record:
    """Return the declaration of a trip's options, of which everything that names them is made."""
    return record_of(TripOptions, "[[trips]]", "a kind of trip")


def _options() -> tuple[Option, ...]:
    return trip_record().options
