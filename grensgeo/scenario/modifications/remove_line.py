"""Public transport lines that are taken away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import documented
from grensgeo.errors import Fault, InputError
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.notes import Note
from grensgeo.scenario.line_changes import (
    LINE,
    line_faults,
    name_faults,
    with_lines,
)
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.timetable_changes import trips_of, without

if TYPE_CHECKING:
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class RemoveLine(NetworkModification):
    """Remove a public transport line.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        If the line has no name.

    Examples
    --------
    >>> RemoveLine("RB64").describe()
    'without line RB64'
    """

    kind: ClassVar[str] = "remove-line"

    line: str = field(metadata=LINE)

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = name_faults(self.line)
        if faults:
            raise InputError.of(faults, where="remove-line")

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"without line {self.line}"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        faults = line_faults(network, self.line)
        if not faults:
            masks, _ = trips_of(network.feeds, self.line)
            if masks and all(mask.all() for mask in masks):
                faults.append(
                    Fault("line-is-all", f"line {self.line!r} is all that the timetables have")
                )
        return faults

    def laid(self, network: Network) -> Network:
        """Return a network without the line."""
        masks, _ = trips_of(network.feeds, self.line)
        feeds: list[Feed] = []
        said: list[Note] = []
        for feed, mask in zip(interlace(network.feeds), masks, strict=True):
            if mask.any():
                n = int(mask.sum())
                said.append(Note("scenario.line-removed", line=self.line, feed=feed.name, n=n))
            if not mask.all():
                feeds.append(without(feed, mask) if mask.any() else feed)
        return with_lines(network, feeds, said)
