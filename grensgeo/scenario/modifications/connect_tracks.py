"""Two lines that become one through train."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import NUMBER, TEXT, documented, option
from grensgeo.errors import Fault, Faults, InputError
from grensgeo.gtfs.timetable.blocks import LONGEST_STAND_S
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.line_changes import LINE, line_faults, name_faults, with_lines
from grensgeo.scenario.line_stops import STOP, stop_faults
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.through_trains import Through, pair_trips, with_through
from grensgeo.scenario.timetable_changes import trips_of
from grensgeo.scenario.trip_copies import written_out

if TYPE_CHECKING:
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class ConnectTracks(NetworkModification):
    """Join two lines at a stop where both end, so that passengers stay seated, both ways.

    A trip goes on as the first of the other line that leaves within the wait, on the days on which
    both run, whichever timetables they stand in; the others go on running as they do. Lines at
    headways whose minutes are drawn are joined where these are the same, and then stand two
    minutes; those at exact headways are trips at fixed times. Nobody is later for
    it: who rode either train rides it still, at the same time where minutes are fixed.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> ConnectTracks("RE13", "RB64", "Enschede").describe()
    'lines RE13 and RB64 joined at Enschede'
    """

    kind: ClassVar[str] = "connect-tracks"

    line: str = field(metadata=LINE)
    onto: str = field(metadata=option(TEXT, "the other line, likewise"))
    stop: str = field(metadata=STOP)
    wait_min: float = field(
        default=LONGEST_STAND_S / 60,
        metadata=option(NUMBER, "longest stand there, min", least=0, most=60),
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += [*name_faults(self.line), *name_faults(self.onto)]
        if not isinstance(self.stop, str) or not self.stop:
            faults.add("type-wrong", f"stop: {self.stop!r} is not the id or name of a stop")
        faults += number_faults(self.record(), {"wait_min": self.wait_min})
        if faults:
            raise InputError.of(faults, where=self.kind)

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"lines {self.line} and {self.onto} joined at {self.stop}"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        faults = Faults()
        for line in (self.line, self.onto):
            wrong = line_faults(network, line)
            faults += wrong
            if not wrong:
                masks, _ = trips_of(network.feeds, line)
                faults += stop_faults(network.feeds, masks, (self.stop,), line=line)
        if faults:
            return faults
        masks, _ = trips_of(network.feeds, self.line)
        others, _ = trips_of(network.feeds, self.onto)
        if any((one & other).any() for one, other in zip(masks, others, strict=True)):
            faults.add("name-twice", f"{self.line} and {self.onto} are one line")
        elif not self._pairs(self._at_fixed_times(network)):
            faults.add(
                "trains-do-not-meet",
                f"no trip of {self.line} or {self.onto} ends at {self.stop} and one of the other "
                f"begins there within {self.wait_min:g} min on a day of both; raise wait_min, or "
                "give both the same headway first (adjust-frequency)",
            )
        return faults

    def _at_fixed_times(self, network: Network) -> Network:
        """Return a network in which trips of the lines at exact headways are written out."""
        both = [trips_of(network.feeds, line)[0] for line in (self.line, self.onto)]
        feeds = tuple(
            written_out(feed, one | other)
            for feed, one, other in zip(network.feeds, *both, strict=True)
        )
        return replace(network, feeds=feeds)

    def _pairs(self, network: Network) -> list[Through]:
        """Return the trips that go on as others, either way."""
        masks, _ = trips_of(network.feeds, self.line)
        others, _ = trips_of(network.feeds, self.onto)
        wait_s = round(60 * self.wait_min)
        there = pair_trips(network.feeds, masks, others, self.stop, wait_s=wait_s)
        return there + pair_trips(network.feeds, others, masks, self.stop, wait_s=wait_s)

    def laid(self, network: Network) -> Network:
        """Return a network in which the lines are joined."""
        network = self._at_fixed_times(replace(network, feeds=interlace(network.feeds)))
        feeds = with_through(network.feeds, self._pairs(network))
        served = [feed for feed in feeds if np.size(feed.calls.stop)]
        return with_lines(network, interlace(served), ())
