"""Public transport lines that are new."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import FILE, documented, option
from grensgeo.errors import Fault, InputError
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.lines.services_file import NewLines, read_new_lines
from grensgeo.network.tracks import run_on_tracks
from grensgeo.notes import Note
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.line_changes import with_lines
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.modifications.adjust_frequency import AdjustFrequency
from grensgeo.scenario.new_lines import (
    check_new,
    feed_of,
    place_stops,
    run_faults,
    warn_of_far_stops,
)
from grensgeo.scenario.timetable_changes import lines_of

if TYPE_CHECKING:
    from grensgeo.lines.services_file import ServiceTables
    from grensgeo.network import Network
    from grensgeo.scenario.new_lines import Places


@documented
@dataclass(frozen=True)
class AddLine(NetworkModification):
    """Add new public transport lines.

    They run both ways at their headway, every day that the network's timetables have: from the
    first departure to the last where they say these, else at minutes that are drawn, between those
    of the lines with which they share a section.

    Attributes
    ----------
    {options}

    Raises
    ------
    FileError
        If there is no such file or it is not TOML.
    InputError
        With every fault of the file at once.
    """

    kind: ClassVar[str] = "add-line"

    file: Path = field(
        metadata=option(
            FILE, "services file, beside the scenario",
            more="It is read as `grensgeo build --services` does, with less in it: docs/study.md "
            "shows one.",
        )
    )  # fmt: skip
    _new: NewLines = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Read the file."""
        object.__setattr__(self, "file", Path(self.file))
        object.__setattr__(self, "_new", read_new_lines(self.file))
        faults = [
            fault.at(f"line {line}")
            for line, headway in self._new.headways.items()
            for fault in number_faults(AdjustFrequency.record(), {"headway_min": headway})
        ]
        if faults:
            raise InputError.of(faults, where=f"{self.file}")

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Return in plain English what it does."""
        return ", ".join(
            f"new line {line} every {headway:g} min"
            for line, headway in self._new.headways.items()
        )

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have, or has already."""
        places, faults = place_stops(self._new, network)
        there = lines_of(network.feeds)
        faults += [
            Fault("exists-already", f"line {line!r} is there already")
            for line in self._new.headways
            if line in there
        ]
        if not faults:
            try:
                tables = self._tables(network, places)
                check_new(tables)
                faults += run_faults(tables, self._new.own_stops, network)
            except InputError as error:
                faults.extend(error.faults)
        return [fault.at(f"{self.file.name}") for fault in faults]

    def laid(self, network: Network) -> Network:
        """Return a network with the new lines."""
        tables = self._tables(network, place_stops(self._new, network)[0])
        warn_of_far_stops(tables, self._new.own_stops, network)
        feed = feed_of(self._new, tables, network.feeds)
        loose = [line for line in self._new.headways if line not in self._new.spans]
        told = "scenario.line-added-drawn" if loose else "scenario.line-added"
        days = {"first": str(feed.days.first), "last": str(feed.days.last)}
        said = [Note(told, lines=self.describe(), **days)]
        changed = with_lines(network, interlace((*interlace(network.feeds), feed)), said)
        return replace(changed, provenance=changed.provenance | tables.provenance)

    def _tables(self, network: Network, places: Places) -> ServiceTables:
        """Return the lines with their minutes, on the network's tracks if they run on any."""
        return run_on_tracks(self._new.tables(places), network.rail)
