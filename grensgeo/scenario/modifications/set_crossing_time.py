"""Minutes that crossings of a border take."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import ANY_NAMES, NUMBER, TEXT, Kind, documented, option
from grensgeo.errors import Faults, InputError, some
from grensgeo.modes import TRIP_MODES
from grensgeo.network.crossings import WITHIN_M, CrossingRule, CrossingTable
from grensgeo.scenario.border_changes import (
    FROM,
    NEAR,
    TO,
    WAYS,
    WITHIN,
    crossing_faults,
    selection_faults,
)
from grensgeo.scenario.checks import as_names, number_faults
from grensgeo.scenario.modification import Modification

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.scenario.situation import Situation
    from grensgeo.traveltimes import Trip

#: Longest wait that is believed, minutes (assumption: the longest waits at borders of the union
#: are shorter than four hours, see the trip's own option).
_MOST_MIN = 240

_HOURS = Kind(
    "a pair of hours", (list,),
    {"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 24},
     "minItems": 2, "maxItems": 2},
)  # fmt: skip


@documented
@dataclass(frozen=True)
class SetCrossingTime(Modification):
    """Set what crossings of a border take, as where there are checks: all, or some of them.

    The minutes come beside the way itself, on streets and in vehicles alike, and take the place of
    those that were set before for the same crossings.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> SetCrossingTime(10, to_country="DE", hours=(6, 20)).describe()
    'crossing the border takes 10 min any to DE 6 to 20 h'
    """

    kind: ClassVar[str] = "set-crossing-time"

    minutes: float = field(
        metadata=option(NUMBER, "what a crossing takes, min", least=0, most=_MOST_MIN)
    )
    from_country: str | None = field(default=None, metadata=FROM)
    to_country: str | None = field(default=None, metadata=TO)
    ways: tuple[int, ...] = field(default=(), metadata=WAYS)
    near: Sequence[float] | None = field(default=None, metadata=NEAR)
    within_m: float = field(default=WITHIN_M, metadata=WITHIN)
    line: str | None = field(
        default=None,
        metadata=option(
            TEXT, "vehicles of this line: its `route_id` or what stands on them", absent="all",
        ),
    )  # fmt: skip
    modes: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "street modes, and `transit` for vehicles", absent="all",
            choices=TRIP_MODES,
        ),
    )  # fmt: skip
    hours: Sequence[float] | None = field(
        default=None,
        metadata=option(
            _HOURS, "from and until which hour of the day, as [6, 20]", absent="at any",
            more="On streets that of the trip's departure or arrival; for a vehicle that at which "
            "it crosses.",
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = selection_faults(self)
        numbers = {"minutes": self.minutes, "within_m": self.within_m}
        faults += number_faults(self.record(), numbers)
        modes, wrong = as_names(self.modes, name="modes")
        faults += wrong
        object.__setattr__(self, "modes", modes)
        unknown = [mode for mode in modes if mode not in TRIP_MODES]
        told = Faults()
        if unknown:
            told.add("choice-unknown", f"modes: {some(unknown)}; choose {', '.join(TRIP_MODES)}")
        pair = self.hours
        if pair is not None:
            if isinstance(pair, str) or len(pair) != 2:
                told.add("key-of-wrong-type", f"hours: {pair!r} is not two hours, as [6, 20]")
            else:
                object.__setattr__(self, "hours", (float(pair[0]), float(pair[1])))
        faults += told
        if not faults:
            try:
                self._rule()
            except InputError as error:
                faults += error.faults
        if faults:
            raise InputError.of(faults, where=self.kind)

    def _rule(self) -> CrossingRule:
        """Return what is set, as a rule of a table."""
        near, hours = self.near, self.hours
        return CrossingRule(
            float(self.minutes),
            self.from_country,
            self.to_country,
            self.modes,
            self.ways,
            None if near is None else (near[0], near[1]),
            self.within_m,
            self.line or "",
            None if hours is None else (hours[0], hours[1]),
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """The trips alone."""
        return ("trips",)

    @property
    def needs(self) -> tuple[str, ...]:
        """The trips, and the network where places or lines are named."""
        named = self._rule().on_streets or self.line is not None
        return ("network", "trips") if named else ("trips",)

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        if self.line is not None:
            return ("transit",)
        return self.modes or TRIP_MODES

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"crossing the border takes {self._rule()}"

    def changed(self, situation: Situation, faults: Faults) -> Situation:
        """Return a situation whose trips take so long at the border, or itself with faults."""
        if situation.network is not None:
            wrong = crossing_faults(situation.network, self._rule(), what=self.describe())
            faults += wrong
            if wrong:
                return situation
        trips = {
            name: self._held(trip) if trip.modes() & set(self.touches()) else trip
            for name, trip in situation.trips.items()
        }
        return replace(situation, trips=trips)

    def _held(self, trip: Trip) -> Trip:
        """Return a trip that is held up at the border."""
        rule, before = self._rule(), trip.crossing_time_min
        if rule == CrossingRule(self.minutes):
            return replace(trip, crossing_time_min=float(self.minutes))
        if not isinstance(before, CrossingTable):
            before = CrossingTable(minutes=before)
        kept = tuple(
            one for one in before.rules if replace(one, minutes=0.0) != replace(rule, minutes=0.0)
        )
        return replace(trip, crossing_time_min=replace(before, rules=(*kept, rule)))
