"""Public transport lines that stand longer or shorter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import NUMBER, TEXT, documented, option
from grensgeo.errors import InputError
from grensgeo.scenario.call_changes import set_stands
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.line_changes import LINE
from grensgeo.scenario.line_modification import LineModification
from grensgeo.scenario.line_stops import SAID, stops_named

if TYPE_CHECKING:
    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class AdjustDwell(LineModification):
    """Change how long a public transport line stands at a stop, or at all of them.

    Trips leave their first stop when they do now; running times stay.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> AdjustDwell("RB64", 1.5, stop="Gronau").describe()
    'line RB64 stands 1.5 min at Gronau'
    """

    kind: ClassVar[str] = "adjust-dwell"

    line: str = field(metadata=LINE)
    dwell_min: float = field(
        metadata=option(NUMBER, "minutes between arrival and departure", least=0, most=60)
    )
    stop: str | None = field(
        default=None, metadata=option(TEXT, f"where: {SAID}", absent="at every stop on the way")
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = self.own_faults()
        faults += number_faults(self.record(), {"dwell_min": self.dwell_min})
        if faults:
            raise InputError.of(faults, where=self.kind)

    def stops(self) -> tuple[str, ...]:
        """Return the stop of the line that it names."""
        return () if self.stop is None else (self.stop,)

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"line {self.line} stands {self.dwell_min:g} min at {self.stop or 'every stop'}"

    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable in which the line stands so long."""
        del network
        chosen = np.repeat(mask, np.diff(feed.calls.start))
        if self.stop is not None:
            chosen &= stops_named(feed, self.stop)[feed.calls.stop]
        return set_stands(feed, chosen, round(60 * self.dwell_min))
