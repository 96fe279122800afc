"""Public transport lines of a network, found by name and changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grensgeo.declared import TEXT, option
from grensgeo.errors import Fault
from grensgeo.network.usual_departure import usual_moment
from grensgeo.provenance import Provenance
from grensgeo.scenario.timetable_changes import alike, lines_of, trips_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.gtfs import Feed
    from grensgeo.network import Network
    from grensgeo.notes import Note

#: Bound that catches a slip of the pen (a headway in seconds).
MAX_HEADWAY_MIN = 24 * 60

#: How the line that is meant is declared.
LINE = option(
    TEXT, "id of the line: its `route_id` or what stands on the vehicle, with `feed:` before it "
    "for that of one feed",
)  # fmt: skip


def name_faults(line: object) -> list[Fault]:
    """Check if this cannot be the name of a line."""
    return (
        []
        if isinstance(line, str) and line
        else [Fault("type-wrong", f"line {line!r} is not the id of a line")]
    )


def line_faults(network: Network, line: str) -> list[Fault]:
    """Name what the network does not have of a line, or has more than one of."""
    if not network.feeds:
        return [
            Fault("no-public-transport", f"line {line!r}: the network has no public transport")
        ]
    masks, faults = trips_of(network.feeds, line)
    if faults or any(mask.any() for mask in masks):
        return faults
    return [alike(line, lines_of(network.feeds))]


def with_lines(network: Network, feeds: Sequence[Feed], said: Sequence[Note]) -> Network:
    """Return a network with other lines, and notes on what was done.

    Trips that give no departure keep the one that they have without the change.
    """
    usual = usual_moment(network) if network.feeds else None
    provenance = network.provenance | Provenance(notes=tuple(said))
    return replace(network, feeds=tuple(feeds), usual_departure=usual, provenance=provenance)
