"""Public transport lines of a network, found by name and changed.

A line runs at a headway (the network's services), by timetable (its feeds), or both; a
modification changes whatever there is of it.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

from grensgeo.declared import TEXT, option
from grensgeo.errors import Fault, GrensgeoWarning
from grensgeo.provenance import Provenance
from grensgeo.scenario.timetable_changes import alike, lines_of, trips_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from grensgeo.gtfs import Feed
    from grensgeo.network import Network, Services
    from grensgeo.notes import Note

#: Bound that catches a slip of the pen (a headway in seconds).
MAX_HEADWAY_MIN = 24 * 60

#: How the line that is meant is declared.
LINE = option(
    TEXT, "id of the line in the network's services; in timetables its `route_id` or what stands "
    "on the vehicle, with `feed:` before it for that of one feed",
)  # fmt: skip


def name_faults(line: object) -> list[Fault]:
    """Check if this cannot be the name of a line."""
    return (
        []
        if isinstance(line, str) and line
        else [Fault("type-wrong", f"line {line!r} is not the id of a line")]
    )


def headway_lines(services: Services | None) -> list[str]:
    """Return the ids of lines at a headway."""
    return [] if services is None else services.lines["line_id"].tolist()


def in_services(services: Services | None, line: str) -> bool:
    """Return whether a line runs at a headway."""
    return line in headway_lines(services)


def line_faults(network: Network, line: str) -> list[Fault]:
    """Name what the network does not have of a line, or has more than one of."""
    if network.services is None and not network.feeds:
        return [
            Fault("no-public-transport", f"line {line!r}: the network has no public transport")
        ]
    masks, faults = trips_of(network.feeds, line)
    if faults or any(mask.any() for mask in masks) or in_services(network.services, line):
        return faults
    return [alike(line, [*headway_lines(network.services), *lines_of(network.feeds)])]


def warn_of_rest(network: Network, line: str, masks: list[npt.NDArray[np.bool_]]) -> None:
    """Warn if a line is changed for trips with a departure only, or for those without one."""
    if network.services is None or not network.feeds:
        return
    timed = any(mask.any() for mask in masks)
    if timed and in_services(network.services, line):
        return
    kind, other = ("with", "without") if timed else ("without", "with")
    have, lack = (
        ("timetables", "lines at headways") if timed else ("lines at headways", "timetables")
    )
    warnings.warn(
        GrensgeoWarning(
            "line-in-one-model",
            f"scenario: line {line!r} is one of the network's {have} alone, so that only trips "
            f"{kind} a departure or arrival change; trips {other} one run by the {lack}",
        ),
        stacklevel=3,
    )


def with_headway(services: Services | None, line: str, headway_min: float) -> Services | None:
    """Return services in which a line runs at a headway."""
    if services is None:
        return None
    lines = services.lines.copy()
    lines["headway_min"] = lines["headway_min"].astype("float64")
    lines.loc[lines["line_id"] == line, "headway_min"] = float(headway_min)
    return replace(services, lines=lines)


def with_lines(
    network: Network, services: Services | None, feeds: list[Feed], said: list[Note]
) -> Network:
    """Return a network with other lines, and notes on what was done."""
    provenance = network.provenance | Provenance(notes=tuple(said))
    return replace(network, services=services, feeds=tuple(feeds), provenance=provenance)
