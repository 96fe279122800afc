"""Public transport lines that run more or less often."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import NUMBER, documented, option
from grensgeo.errors import Fault, GrensgeoWarning, InputError
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.line_changes import (
    LINE,
    MAX_HEADWAY_MIN,
    line_faults,
    name_faults,
    with_lines,
)
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.timetable_changes import every, trips_of

if TYPE_CHECKING:
    from grensgeo.network import Network
    from grensgeo.notes import Note


@documented
@dataclass(frozen=True)
class AdjustFrequency(NetworkModification):
    """Change how often a public transport line runs.

    Trips at headways get the new one. Trips at fixed times are laid anew, direction by direction,
    from the first departure of a day to the last, each with the running times of the trip that was
    nearest to it. A line that comes more often than before keeps the departures that it has, and
    longer gaps within the day are filled, by short runs that go the whole way now where there are
    any: nobody is later for it. One that comes less often keeps
    its first and last departure.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        If the line has no name, or the headway is no number above 0.

    Examples
    --------
    >>> AdjustFrequency("RB64", 30).describe()
    'line RB64 every 30 min'
    """

    kind: ClassVar[str] = "adjust-frequency"

    line: str = field(metadata=LINE)
    headway_min: float = field(
        metadata=option(
            NUMBER, "minutes from one departure to the next, in both directions",
            above=0, most=MAX_HEADWAY_MIN,
        )
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = name_faults(self.line)
        faults += number_faults(self.record(), {"headway_min": self.headway_min})
        if faults:
            raise InputError.of(faults, where="adjust-frequency")

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"line {self.line} every {self.headway_min:g} min"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        return line_faults(network, self.line)

    def laid(self, network: Network) -> Network:
        """Return a network in which the line runs at the new headway."""
        masks, _ = trips_of(network.feeds, self.line)
        said: list[Note] = []
        several = [
            feed.name for feed, mask in zip(network.feeds, masks, strict=True) if mask.any()
        ]
        if len(several) > 1:
            warnings.warn(
                GrensgeoWarning(
                    "line-in-several-feeds",
                    f"adjust-frequency: line {self.line!r} is in the timetables "
                    f"{', '.join(several)} and is laid anew in each; trains that both have count "
                    "once only if they still meet, which timetable_on(...).merges tells. Name the "
                    "line of one as feed:line",
                ),
                stacklevel=2,
            )
        feeds = list(interlace(network.feeds))
        headway_s = max(1, round(60 * self.headway_min))
        for number, mask in enumerate(masks):
            if mask.any():
                feeds[number], notes = every(feeds[number], mask, headway_s, line=self.line)
                said += notes
        return with_lines(network, interlace(feeds), said)
