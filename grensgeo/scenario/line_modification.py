"""What modifications of one line's trips share."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.scenario.line_changes import line_faults, name_faults, with_lines
from grensgeo.scenario.line_stops import stop_faults
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.timetable_changes import trips_of

if TYPE_CHECKING:
    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network


class LineModification(NetworkModification):
    """A change to the trips of a line, feed by feed.

    Attributes
    ----------
    line
        A field of each kind: which line is meant.
    """

    line: str

    def stops(self) -> tuple[str, ...]:
        """Return the stops of the line that it names."""
        return ()

    def own_faults(self) -> list[Fault]:
        """Return what is wrong with the line and the stops as they are said."""
        faults = Faults()
        faults += name_faults(self.line)
        for name in self.stops():
            if not isinstance(name, str) or not name:
                faults.add("type-wrong", f"{name!r} is not the id or name of a stop")
        return faults

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        wrong = line_faults(network, self.line)
        if wrong:
            return wrong
        masks, _ = trips_of(network.feeds, self.line)
        return stop_faults(network.feeds, masks, self.stops(), line=self.line)

    def laid(self, network: Network) -> Network:
        """Return a network in which the line runs otherwise."""
        # minutes that are drawn stay those that were drawn before the change
        network = replace(network, feeds=interlace(network.feeds))
        masks, _ = trips_of(network.feeds, self.line)
        feeds = [
            self.feed_with(feed, mask, network) if mask.any() else feed
            for feed, mask in zip(network.feeds, masks, strict=True)
        ]
        return with_lines(network, interlace(feeds), ())

    @abstractmethod
    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable in which the trips of the line are changed.

        Parameters
        ----------
        feed
            A timetable; it is not changed.
        mask
            bool (n_trips,): the trips of the line.
        network
            The network, for stops of its other timetables.
        """
