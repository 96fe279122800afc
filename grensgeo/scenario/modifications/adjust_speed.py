"""Public transport lines that run faster or slower."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import NUMBER, TEXT, documented, option
from grensgeo.errors import InputError
from grensgeo.scenario.call_changes import between_stops, scale_runs
from grensgeo.scenario.checks import number_faults, one_of
from grensgeo.scenario.line_changes import LINE
from grensgeo.scenario.line_modification import LineModification
from grensgeo.scenario.line_stops import stops_named

if TYPE_CHECKING:
    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network

_MAX_FACTOR = 10


@documented
@dataclass(frozen=True)
class AdjustSpeed(LineModification):
    """Change the running times of a public transport line, all of it or between two stops.

    Trips leave their first stop when they do now, and stand as long as they do; what lies behind
    comes sooner or later. So nobody who gets on at the first stop is later for a faster line,
    while who gets on further along has to be there sooner.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> AdjustSpeed("RB64", speed_factor=1.25).describe()
    'line RB64 at 1.25 times its speed'
    """

    kind: ClassVar[str] = "adjust-speed"

    line: str = field(metadata=LINE)
    speed_factor: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "what its speed is multiplied by", absent="`run_time_factor` is needed",
            above=0, most=_MAX_FACTOR,
        ),
    )  # fmt: skip
    run_time_factor: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "what its running times are multiplied by", absent="`speed_factor` is needed",
            above=0, most=_MAX_FACTOR,
        ),
    )  # fmt: skip
    from_stop: str | None = field(
        default=None,
        metadata=option(TEXT, "one end of the section", absent="the whole line"),
    )
    to_stop: str | None = field(
        default=None,
        metadata=option(TEXT, "the other end of the section", absent="the whole line"),
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = self.own_faults()
        numbers = {"speed_factor": self.speed_factor, "run_time_factor": self.run_time_factor}
        faults += number_faults(self.record(), numbers)
        faults += one_of(numbers)
        if (self.from_stop is None) != (self.to_stop is None):
            faults += one_of({"from_stop": self.from_stop, "to_stop": self.to_stop}, both=True)
        if faults:
            raise InputError.of(faults, where=self.kind)

    def stops(self) -> tuple[str, ...]:
        """Return the stops of the line that it names."""
        return tuple(name for name in (self.from_stop, self.to_stop) if name is not None)

    def describe(self) -> str:
        """Return in plain English what it does."""
        where = "" if self.from_stop is None else f" from {self.from_stop} to {self.to_stop}"
        if self.speed_factor is not None:
            return f"line {self.line} at {self.speed_factor:g} times its speed{where}"
        return f"line {self.line} at {self.run_time_factor:g} times its running time{where}"

    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable in which the line runs at the other speed."""
        del network
        named = [stops_named(feed, name) for name in self.stops()]
        one, other = named or (None, None)
        inside = between_stops(feed, mask, one, other)
        factor = self.run_time_factor or 1.0 / (self.speed_factor or 1.0)
        return scale_runs(feed, inside, factor)
