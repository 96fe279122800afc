"""Stops at which a line no longer calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import NUMBER, documented, option
from grensgeo.errors import InputError
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.line_changes import LINE
from grensgeo.scenario.line_modification import LineModification
from grensgeo.scenario.line_stops import STOP, stops_named
from grensgeo.scenario.trip_pieces import Piece, calls_of_trip, moved_calls, with_pieces

if TYPE_CHECKING:
    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class RemoveStop(LineModification):
    """Let a public transport line pass a stop without calling there.

    Without minutes that are saved all other times stay: then nobody is sooner anywhere. A trip
    that begins or ends at the stop begins or ends at the next one.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> RemoveStop("RB64", "Epe").describe()
    'line RB64 without Epe'
    """

    kind: ClassVar[str] = "remove-stop"

    line: str = field(metadata=LINE)
    stop: str = field(metadata=STOP)
    saves_min: float = field(
        default=0.0,
        metadata=option(
            NUMBER, "minutes by which it is sooner behind the stop", least=0, most=30,
            more="No more than the stand and the runs before and behind take.",
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = self.own_faults()
        faults += number_faults(self.record(), {"saves_min": self.saves_min})
        if faults:
            raise InputError.of(faults, where=self.kind)

    def stops(self) -> tuple[str, ...]:
        """Return the stop of the line that it names."""
        return (self.stop,)

    def describe(self) -> str:
        """Return in plain English what it does."""
        saves = f", {self.saves_min:g} min sooner" if self.saves_min else ""
        return f"line {self.line} without {self.stop}{saves}"

    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable in which the line does not call there."""
        del network
        there = stops_named(feed, self.stop)
        saves_s = round(60 * self.saves_min)
        replaced, pieces = np.zeros(len(mask), dtype=bool), []
        for trip in np.flatnonzero(mask).tolist():
            calls, kept, later = calls_of_trip(feed, trip), [], 0
            for place, call in enumerate(calls):
                if not there[call[0]]:
                    kept += moved_calls([call], later)
                elif kept and place + 1 < len(calls):
                    # one cannot be there before one left the stop before
                    spare = calls[place + 1][1] + later - kept[-1][2]
                    later -= min(saves_s, max(spare, 0))
            if len(kept) < len(calls):
                replaced[trip] = True
                pieces += [Piece(trip, tuple(kept))] if len(kept) > 1 else []
        return with_pieces(feed, replaced, pieces)
