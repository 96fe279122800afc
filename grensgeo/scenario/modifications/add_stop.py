"""Stops at which a line calls besides."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.declared import NAMES, NUMBER, TEXT, documented, option
from grensgeo.errors import Fault, Faults, InputError
from grensgeo.polylines import straight_m
from grensgeo.scenario.checks import as_names, number_faults
from grensgeo.scenario.line_changes import LINE
from grensgeo.scenario.line_modification import LineModification
from grensgeo.scenario.line_stops import (
    SAID,
    known_stop,
    stops_named,
    unknown_stop,
    with_stop,
    with_stop_of,
)
from grensgeo.scenario.region_changes import POINT, place_faults
from grensgeo.scenario.timetable_changes import trips_of
from grensgeo.scenario.trip_pieces import Call, Piece, calls_of_trip, moved_calls, with_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class AddStop(LineModification):
    """Let a public transport line call at one more stop, between two that follow each other.

    It comes so far along as the stop lies between the two in a straight line, and everything
    behind it later by what stopping takes: who gets on or off before is as fast as before, who
    rides through is later by that, and may miss a connection. A stop that takes nothing makes
    nobody later.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> AddStop("RB64", ("Gronau", "Epe"), 2, stop="Gronau Süd").describe()
    'line RB64 calls at Gronau Süd between Gronau and Epe'
    """

    kind: ClassVar[str] = "add-stop"

    line: str = field(metadata=LINE)
    between: Sequence[str] = field(
        metadata=option(NAMES, f"the stops before and behind it, in either order: each {SAID}")
    )
    takes_min: float = field(
        metadata=option(
            NUMBER, "minutes that stopping takes in all: braking, standing, starting",
            least=0, most=15,
        )
    )  # fmt: skip
    dwell_min: float = field(
        default=0.0, metadata=option(NUMBER, "minutes of it that it stands", least=0, most=15)
    )
    stop: str | None = field(
        default=None,
        metadata=option(
            TEXT, f"a stop that is there: {SAID}", absent="`name` and `at` are needed"
        ),
    )
    name: str | None = field(
        default=None, metadata=option(TEXT, "name of a new stop", absent="`stop` is needed")
    )
    at: Sequence[float] | None = field(
        default=None, metadata=option(POINT, "where it lies, [lon, lat]", absent="with `stop`")
    )
    country: str | None = field(
        default=None,
        metadata=option(
            TEXT, "its country", absent="that of the stops beside it, if they are of one",
            choices=COUNTRIES[1:],
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        names, wrong = as_names(self.between, name="between")
        faults += wrong
        object.__setattr__(self, "between", names)
        if not wrong and len(names) != 2:
            faults.add("key-of-wrong-type", f"between: {list(names)!r} is not two stops")
        faults += self.own_faults()
        numbers = {"takes_min": self.takes_min, "dwell_min": self.dwell_min}
        bounds = number_faults(self.record(), numbers)
        faults += bounds
        if not bounds and self.dwell_min > self.takes_min:
            faults.add("out-of-range", f"dwell_min: {self.dwell_min:g} is more than takes_min")
        new = self.name is not None or self.at is not None
        if (self.stop is None) != new or (self.name is None) != (self.at is None):
            faults.add("give-exactly-one", "give stop, or name and at")
        if self.at is not None:
            wrong = place_faults(None, self.at)
            faults += wrong
            if not wrong:
                object.__setattr__(self, "at", tuple(map(float, self.at)))
        if self.country is not None and self.country not in COUNTRIES[1:]:
            known = ", ".join(COUNTRIES[1:])
            faults.add("country-unknown", f"country: {self.country!r}; choose from {known}")
        if faults:
            raise InputError.of(faults, where=self.kind)

    def stops(self) -> tuple[str, ...]:
        """Return the stops of the line that it names."""
        return tuple(self.between)

    def describe(self) -> str:
        """Return in plain English what it does."""
        one, other = self.between
        return f"line {self.line} calls at {self.stop or self.name} between {one} and {other}"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have, or where the stops do not follow each other."""
        faults = Faults()
        faults += super().faults(network)
        if self.stop is not None and network.feeds and not known_stop(network, self.stop):
            faults.append(unknown_stop(network, self.stop))
        if faults:
            return faults
        masks, _ = trips_of(network.feeds, self.line)
        pairs = [
            (feed, call, after)
            for feed, mask in zip(network.feeds, masks, strict=True)
            for trip in np.flatnonzero(mask).tolist()
            for call, after in self._pairs(feed, calls_of_trip(feed, trip))
        ]
        if not pairs:
            one, other = self.between
            text = f"line {self.line}: no trip goes from {one} to {other} without a call between"
            faults.add("stops-not-in-a-row", text)
        unclear = any(
            feed.stops["country"].iloc[call[0]] != feed.stops["country"].iloc[after[0]]
            for feed, call, after in pairs
            if "country" in feed.stops
        )
        if unclear and self.at is not None and self.country is None:
            faults.add("option-missing", "country: the stops beside it lie in two; say which")
        return faults

    def _pairs(self, feed: Feed, calls: Sequence[Call]) -> list[tuple[Call, Call]]:
        """Return the calls of a trip between which the stop comes."""
        one, other = (stops_named(feed, name) for name in self.between)
        return [
            (call, after)
            for call, after in itertools.pairwise(calls)
            if (one[call[0]] and other[after[0]]) or (other[call[0]] and one[after[0]])
        ]

    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable in which the line calls there too."""
        trips = np.flatnonzero(mask).tolist()
        pairs = {trip: self._pairs(feed, calls_of_trip(feed, trip)) for trip in trips}
        first = next((found[0] for found in pairs.values() if found), None)
        if first is None:
            return feed
        more, place = self._with_stop(feed, first[0][0], network)
        replaced, pieces = np.zeros(len(mask), dtype=bool), []
        for trip in trips:
            if pairs[trip]:
                replaced[trip] = True
                calls = self._calling(more, calls_of_trip(feed, trip), pairs[trip], place)
                pieces.append(Piece(trip, tuple(calls)))
        return with_pieces(more, replaced, pieces)

    def _with_stop(self, feed: Feed, beside: int, network: Network) -> tuple[Feed, int]:
        """Return a timetable with the stop, and its position."""
        if self.stop is not None:
            found = known_stop(network, self.stop)
            own = [place for other, place in found if other is feed]
            return (feed, own[0]) if own else with_stop_of(feed, *found[0])
        country = self.country
        if country is None and "country" in feed.stops:
            country = str(feed.stops["country"].iloc[beside])
        lon, lat = self.at or (0.0, 0.0)
        row = {
            "stop_name": self.name, "stop_lon": lon, "stop_lat": lat, "country": country or "",
        }  # fmt: skip
        slug = re.sub(r"[^a-z0-9]+", "-", str(self.name).lower()).strip("-")
        return with_stop(feed, f"new-{slug}", row)

    def _calling(
        self, feed: Feed, calls: Sequence[Call], pairs: list[tuple[Call, Call]], place: int
    ) -> list[Call]:
        """Return the calls of a trip with those at the stop."""
        takes_s, dwell_s = round(60 * self.takes_min), round(60 * self.dwell_min)
        result: list[Call] = []
        later = 0
        for call, after in zip(calls, [*calls[1:], None], strict=True):
            result += moved_calls([call], later)
            if after is None or (call, after) not in pairs:
                continue
            run = after[1] - call[2]
            share = _share(feed, call[0], place, after[0])
            arrival = call[2] + later + round(share * run + (takes_s - dwell_s) / 2)
            result.append((place, arrival, arrival + dwell_s, 1, 1))
            later += takes_s
        return result


def _share(feed: Feed, before: int, place: int, after: int) -> float:
    """Return how far along a stop lies between two others, in straight lines."""
    lon, lat = (feed.stops[name].to_numpy(dtype=np.float64) for name in ("stop_lon", "stop_lat"))
    ends = np.array([before, place]), np.array([place, after])
    one, other = straight_m(lon[ends[0]], lat[ends[0]], lon[ends[1]], lat[ends[1]])
    return float(one / (one + other)) if one + other > 0 else 0.5
