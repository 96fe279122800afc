"""Trips of a line that run besides."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import NAMES, TEXT, documented, option
from grensgeo.errors import Fault, Faults, InputError
from grensgeo.scenario.checks import as_names, unknown_name
from grensgeo.scenario.line_changes import LINE
from grensgeo.scenario.line_modification import LineModification
from grensgeo.scenario.line_stops import SAID, clock_s, stops_named
from grensgeo.scenario.timetable_changes import nearest_of, new_services, trips_of
from grensgeo.scenario.trip_copies import TripCopies, with_copies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Flags, Longs
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class AddTrips(LineModification):
    """Add trips to a public transport line: copies of the nearest one from the same stop.

    They run on every day on which the line leaves that stop. What runs stays as it is, so that
    nobody is later for them.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> AddTrips("RB64", "Münster Hbf", ("23:38", "24:38")).describe()
    'line RB64 from Münster Hbf at 23:38, 24:38 too'
    """

    kind: ClassVar[str] = "add-trips"

    line: str = field(metadata=LINE)
    from_stop: str = field(metadata=option(TEXT, f"the first stop of the trips: {SAID}"))
    departures: Sequence[str] = field(
        metadata=option(NAMES, "when they leave there, as 23:38; after midnight as 24:38")
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += self.own_faults()
        names, wrong = as_names(self.departures, name="departures")
        faults += wrong
        object.__setattr__(self, "departures", names)
        odd = [name for name in names if clock_s(name) is None]
        if odd or not (names or wrong):
            faults.add("moment-wrong", f"departures: {odd or 'none'}; give times such as 07:15")
        if faults:
            raise InputError.of(faults, where=self.kind)

    def stops(self) -> tuple[str, ...]:
        """Return the stop of the line that it names."""
        return (self.from_stop,)

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"line {self.line} from {self.from_stop} at {', '.join(self.departures)} too"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        faults = super().faults(network)
        if faults:
            return faults
        masks, _ = trips_of(network.feeds, self.line)
        pairs = list(zip(network.feeds, masks, strict=True))
        if any(self._leaving(feed, mask).any() for feed, mask in pairs):
            return []
        firsts = {
            str(name)
            for feed, mask in pairs
            for name in feed.stops["stop_name"].iloc[feed.calls.stop[feed.calls.start[:-1]][mask]]
        }
        return [unknown_name(self.from_stop, sorted(firsts), f"first stop of line {self.line}")]

    def _leaving(self, feed: Feed, mask: Flags) -> Flags:
        """Return which trips of the line begin at the stop."""
        first = feed.calls.stop[feed.calls.start[:-1]]
        leaving: Flags = mask & stops_named(feed, self.from_stop)[first]
        return leaving

    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable with the trips."""
        del network
        wanted = np.array(sorted({clock_s(text) or 0 for text in self.departures}), dtype=np.int64)
        leaving = self._leaving(feed, mask)
        if not leaving.any():
            return feed
        service = feed.trips["service"].to_numpy()
        own = np.unique(service[leaving])
        kinds, kind_of_day = np.unique(feed.days.active[own], axis=1, return_inverse=True)
        trips: list[Longs] = []
        later: list[Longs] = []
        services: list[Longs] = []
        active: list[Flags] = []
        for kind in np.flatnonzero(kinds.any(axis=0)):
            running = np.flatnonzero(leaving & np.isin(service, own[kinds[:, kind]]))
            departure = feed.calls.departure_s[feed.calls.start[running]].astype(np.int64)
            order = np.argsort(departure, kind="stable")
            running, departure = running[order], departure[order]
            fixed = departure[~np.isin(running, feed.frequencies["trip"].to_numpy())]
            new = np.setdiff1d(wanted, fixed)
            nearest = nearest_of(departure, new)
            trips.append(running[nearest])
            later.append(new - departure[nearest])
            services.append(np.full(len(new), len(feed.days.services) + len(active)))
            active.append(np.ravel(kind_of_day) == kind)
        days = replace(
            feed.days,
            services=(*feed.days.services, *new_services(feed.days.services, len(active))),
            active=np.vstack([feed.days.active, *active]),
        )
        copies = TripCopies(*(np.concatenate(part) for part in (trips, later, services)))
        return with_copies(feed, np.arange(len(mask)), copies, days)
