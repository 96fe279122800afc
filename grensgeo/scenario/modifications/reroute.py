"""Public transport lines that take another way between two stops."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import ANY_NAMES, TEXT, Kind, documented, option
from grensgeo.errors import Fault, Faults, InputError
from grensgeo.scenario.checks import as_names
from grensgeo.scenario.line_changes import LINE
from grensgeo.scenario.line_modification import LineModification
from grensgeo.scenario.line_stops import (
    SAID,
    known_stop,
    stops_named,
    unknown_stop,
    with_stop_of,
)
from grensgeo.scenario.timetable_changes import trips_of
from grensgeo.scenario.trip_pieces import Call, Piece, calls_of_trip, moved_calls, with_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network

_MINUTES = Kind(
    "a list of rising minutes", (list,),
    {"type": "array", "items": {"type": "number", "exclusiveMinimum": 0}, "minItems": 1},
)  # fmt: skip


@documented
@dataclass(frozen=True)
class Reroute(LineModification):
    """Lead a public transport line another way between two of its stops, in both directions.

    Stops in between that are not on the new way are no longer called at. Everything up to where
    the way parts stays as it is, and what lies behind comes as much later or sooner as the new way
    takes longer or less: who rides on that far is later by no more than that, but for missed
    connections.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> Reroute("RB64", "Gronau", "Ahaus", minutes=(14,)).describe()
    'line RB64 from Gronau to Ahaus without a stop in 14 min'
    """

    kind: ClassVar[str] = "reroute"

    line: str = field(metadata=LINE)
    from_stop: str = field(metadata=option(TEXT, f"where the new way begins: {SAID}"))
    to_stop: str = field(metadata=option(TEXT, "where it ends, likewise"))
    minutes: Sequence[float] = field(
        metadata=option(
            _MINUTES, "minutes from the departure to each stop on it and to its end, rising",
        )
    )  # fmt: skip
    via: Sequence[str] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "stops on it, in order, of any line of the network", absent="none",
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += self.own_faults()
        names, wrong = as_names(self.via, name="via")
        faults += wrong
        object.__setattr__(self, "via", names)
        given = self.minutes if isinstance(self.minutes, list | tuple) else ()
        numbers = [m for m in given if isinstance(m, int | float) and not isinstance(m, bool)]
        rising = len(numbers) == len(given) and all(
            0 < b - a < np.inf for a, b in zip([0, *numbers[:-1]], numbers, strict=True)
        )
        if not given or not rising:
            faults.add("key-of-wrong-type", f"minutes: {self.minutes!r} is not rising minutes")
        elif not wrong and len(numbers) != len(names) + 1:
            faults.add(
                "lengths-differ",
                f"minutes: {len(numbers)} for {len(names)} stops and the end; give one for each",
            )
        object.__setattr__(self, "minutes", tuple(map(float, numbers)))
        if faults:
            raise InputError.of(faults, where=self.kind)

    def stops(self) -> tuple[str, ...]:
        """Return the stops of the line that it names."""
        return (self.from_stop, self.to_stop)

    def describe(self) -> str:
        """Return in plain English what it does."""
        how = f"over {', '.join(self.via)}" if self.via else "without a stop"
        ends = f"{self.from_stop} to {self.to_stop}"
        return f"line {self.line} from {ends} {how} in {self.minutes[-1]:g} min"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        faults = Faults()
        faults += super().faults(network)
        if not network.feeds:
            return faults
        faults += [unknown_stop(network, x) for x in self.via if not known_stop(network, x)]
        if faults:
            return faults
        masks, _ = trips_of(network.feeds, self.line)
        if not any(
            self._section(feed, calls_of_trip(feed, trip))
            for feed, mask in zip(network.feeds, masks, strict=True)
            for trip in np.flatnonzero(mask).tolist()
        ):
            ends = f"{self.from_stop} and {self.to_stop}"
            faults.add("stops-not-in-a-row", f"line {self.line}: no trip calls at both {ends}")
        return faults

    def _section(self, feed: Feed, calls: Sequence[Call]) -> tuple[int, int, bool] | None:
        """Find the calls between which a trip goes the new way, and if it goes backward."""
        one, other = (stops_named(feed, name) for name in self.stops())
        begins = [place for place, call in enumerate(calls) if one[call[0]]]
        ends = [place for place, call in enumerate(calls) if other[call[0]]]
        if not begins or not ends:
            return None
        if begins[0] < ends[-1]:
            return begins[0], next(place for place in ends if place > begins[0]), False
        return ends[0], next(place for place in begins if place > ends[0]), True

    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable in which the line takes the new way."""
        trips = np.flatnonzero(mask).tolist()
        sections = {trip: self._section(feed, calls_of_trip(feed, trip)) for trip in trips}
        if not any(sections.values()):
            return feed
        more, via = feed, []
        for name in self.via:
            found = known_stop(network, name)
            own = [place for other, place in found if other is feed]
            if own:
                via.append(own[0])
            else:
                more, place = with_stop_of(more, *found[0])
                via.append(place)
        replaced, pieces = np.zeros(len(mask), dtype=bool), []
        for trip, section in sections.items():
            if section is not None:
                replaced[trip] = True
                calls = self._led(calls_of_trip(feed, trip), section, via)
                pieces.append(Piece(trip, tuple(calls)))
        return with_pieces(more, replaced, pieces)

    def _led(
        self, calls: Sequence[Call], section: tuple[int, int, bool], via: Sequence[int]
    ) -> list[Call]:
        """Return the calls of a trip that goes the new way."""
        begin, end, backward = section
        seconds = [round(60 * minute) for minute in self.minutes]
        total, passed = seconds[-1], list(zip(via, seconds[:-1], strict=True))
        if backward:
            passed = [(stop, total - s) for stop, s in reversed(passed)]
        leaves = calls[begin][2]
        between = [(stop, leaves + s, leaves + s, 1, 1) for stop, s in passed]
        later = leaves + total - calls[end][1]
        return [*calls[: begin + 1], *between, *moved_calls(calls[end:], later)]
