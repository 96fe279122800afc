"""Public transport lines that run more or less often, that are new, or that are taken away.

A line runs at a headway (the network's services), by timetable (its feeds), or both; a
modification changes whatever there is of it.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network.tracks import run_on_tracks
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario import timetables
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.new_lines import (
    feed_of,
    line_faults,
    place_stops,
    services_of,
    warn_of_far_stops,
)
from grensgeo.sources.services import NewLines, read_new_lines

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from grensgeo.network import Network, Services
    from grensgeo.scenario.new_lines import Places
    from grensgeo.sources.gtfs import Feed
    from grensgeo.sources.services import ServiceTables

#: Bound that catches a slip of the pen (a headway in seconds).
_MAX_HEADWAY_MIN = 24 * 60


@dataclass(frozen=True)
class AdjustFrequency:
    """Let a public transport line run more or less often.

    In timetables, trips at headways get the new one. Trips at fixed times are laid anew, direction
    by direction, from the first departure of a day to the last, each with the running times of
    the trip that was nearest to it. A line that comes more often than before keeps the departures
    that it has, and longer gaps within the day are filled: nobody is later for it. One that comes
    less often keeps its first and last departure.

    Attributes
    ----------
    line
        Id of the line in the network's services; in timetables its ``route_id`` or what stands
        on the vehicle, with ``feed:`` before it for that of one feed.
    headway_min
        Minutes from one departure to the next, in both directions.

    Raises
    ------
    InputError
        If the line has no name, or the headway is no number above 0.

    Examples
    --------
    >>> AdjustFrequency("RB64", 30).describe()
    'line RB64 every 30 min'
    """

    line: str
    headway_min: float

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        faults = _name_faults(self.line)
        faults += number_faults("headway_min", self.headway_min, most=_MAX_HEADWAY_MIN)
        if faults:
            raise InputError("adjust-frequency: " + "; ".join(faults))

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Say in plain English what it does."""
        return f"line {self.line} every {self.headway_min:g} min"

    def faults(self, network: Network) -> list[str]:
        """Name what the network does not have.

        Parameters
        ----------
        network
            A network.

        Returns
        -------
        list of str
            A sentence for each fault; empty if there is none.
        """
        return _line_faults(network, self.line)

    def apply(self, network: Network) -> Network:
        """Give a network in which the line runs at the new headway.

        Parameters
        ----------
        network
            A network; it is not changed.

        Returns
        -------
        Network
            A copy in which the line runs so, in timetables and at headways alike.

        Raises
        ------
        InputError
            If the network has no such line.
        """
        faults = self.faults(network)
        if faults:
            raise InputError("; ".join(faults))
        services, masks = network.services, timetables.trips_of(network.feeds, self.line)[0]
        said: list[Note] = []
        if _in_services(services, self.line):
            services = _with_headway(services, self.line, self.headway_min)
        _warn_of_rest(network, self.line, masks)
        several = [
            feed.name for feed, mask in zip(network.feeds, masks, strict=True) if mask.any()
        ]
        if len(several) > 1:
            warnings.warn(
                f"adjust-frequency: line {self.line!r} is in the timetables {', '.join(several)} "
                "and is laid anew in each; trains that both have count once only if they still "
                "meet, which timetable_on(...).merges tells. Name the line of one as feed:line",
                GrensgeoWarning,
                stacklevel=2,
            )
        feeds = list(network.feeds)
        headway_s = max(1, round(60 * self.headway_min))
        for number, mask in enumerate(masks):
            if mask.any():
                feeds[number], notes = timetables.every(
                    feeds[number], mask, headway_s, line=self.line
                )
                said += notes
        return _changed(network, services, feeds, said)


@dataclass(frozen=True)
class RemoveLine:
    """Let a public transport line run no more.

    Attributes
    ----------
    line
        As for :class:`AdjustFrequency`.

    Raises
    ------
    InputError
        If the line has no name.

    Examples
    --------
    >>> RemoveLine("RB64").describe()
    'without line RB64'
    """

    line: str

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        faults = _name_faults(self.line)
        if faults:
            raise InputError("remove-line: " + "; ".join(faults))

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Say in plain English what it does."""
        return f"without line {self.line}"

    def faults(self, network: Network) -> list[str]:
        """Name what the network does not have.

        Parameters
        ----------
        network
            A network.

        Returns
        -------
        list of str
            A sentence for each fault; empty if there is none.
        """
        faults = _line_faults(network, self.line)
        if not faults:
            masks, _ = timetables.trips_of(network.feeds, self.line)
            if masks and all(mask.all() for mask in masks):
                faults.append(f"line {self.line!r} is all that the timetables have")
            elif _in_services(network.services, self.line) and len(_lines(network.services)) == 1:
                faults.append(f"line {self.line!r} is all that the services have")
        return faults

    def apply(self, network: Network) -> Network:
        """Give a network without the line.

        Parameters
        ----------
        network
            A network; it is not changed.

        Returns
        -------
        Network
            A copy without it, in timetables and at headways alike.

        Raises
        ------
        InputError
            If the network has no such line.
        """
        faults = self.faults(network)
        if faults:
            raise InputError("; ".join(faults))
        services, masks = network.services, timetables.trips_of(network.feeds, self.line)[0]
        if services is not None:
            lines, calls = services.lines, services.calls
            services = replace(
                services,
                lines=lines[lines["line_id"] != self.line].reset_index(drop=True),
                calls=calls[calls["line_id"] != self.line].reset_index(drop=True),
            )
        _warn_of_rest(network, self.line, masks)
        feeds: list[Feed] = []
        said: list[Note] = []
        for feed, mask in zip(network.feeds, masks, strict=True):
            if mask.any():
                n = int(mask.sum())
                said.append(Note("scenario.line-removed", line=self.line, feed=feed.name, n=n))
            if not mask.all():
                feeds.append(timetables.without(feed, mask) if mask.any() else feed)
        return _changed(network, services, feeds, said)


@dataclass(frozen=True)
class AddLine:
    """Add new public transport lines.

    Where the network has timetables they run in them, every day that there is, both ways at
    their headway from the first departure to the last; where it has lines at a headway, or no
    public transport yet, they are lines at a headway.

    Attributes
    ----------
    file
        Services file; :func:`grensgeo.sources.services.read_new_lines` tells what is in it.

    Raises
    ------
    FileError
        If there is no such file or it is not TOML.
    InputError
        With every fault of the file at once.
    """

    file: Path
    _new: NewLines = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Read the file."""
        object.__setattr__(self, "file", Path(self.file))
        object.__setattr__(self, "_new", read_new_lines(self.file))
        faults = [
            f"line {line}: {fault}"
            for line, headway in self._new.headways.items()
            for fault in number_faults("headway_min", headway, most=_MAX_HEADWAY_MIN)
        ]
        if faults:
            raise InputError(f"{self.file}: " + "; ".join(faults))

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Say in plain English what it does."""
        return ", ".join(
            f"new line {line} every {headway:g} min"
            for line, headway in self._new.headways.items()
        )

    def faults(self, network: Network) -> list[str]:
        """Name what the network does not have, or has already.

        Parameters
        ----------
        network
            A network.

        Returns
        -------
        list of str
            A sentence for each fault; empty if there is none.
        """
        places, faults = place_stops(self._new, network)
        there = {*_lines(network.services), *timetables.lines_of(network.feeds)}
        faults += [
            f"line {line!r} is there already" for line in self._new.headways if line in there
        ]
        if network.feeds:
            faults += [
                f"line {line!r}: give first and last, since the network has timetables"
                for line in self._new.headways
                if line not in self._new.spans
            ]
        if not faults:
            try:
                tables = self._tables(network, places)
                services_of(tables, network.services)
                faults += line_faults(tables, self._new.own_stops, network)
            except InputError as error:
                faults.append(str(error))
        return [f"{self.file.name}: {fault}" for fault in faults]

    def apply(self, network: Network) -> Network:
        """Give a network with the new lines.

        Parameters
        ----------
        network
            A network; it is not changed.

        Returns
        -------
        Network
            A copy with the lines, at headways or as a feed of their own.

        Raises
        ------
        InputError
            If the network has no such stop, or has the line already; or if new stops or lines
            cannot be: coordinates exchanged, another country than where they lie, a stop twice
            in a row, faster than any train.

        Warns
        -----
        GrensgeoWarning
            If new stops lie outside the network's data.
        """
        faults = self.faults(network)
        if faults:
            raise InputError("; ".join(faults))
        tables = self._tables(network, place_stops(self._new, network)[0])
        warn_of_far_stops(tables, self._new.own_stops, network)
        services, feeds = network.services, list(network.feeds)
        said: list[Note] = []
        if services is not None or not feeds:
            services = services_of(tables, services)
        if feeds:
            feed = feed_of(self._new, tables, feeds)
            feeds.append(feed)
            said = [
                Note(
                    "scenario.line-added",
                    lines=self.describe(), first=str(feed.days.first), last=str(feed.days.last),
                )
            ]  # fmt: skip
        changed = _changed(network, services, feeds, said)
        return replace(changed, provenance=changed.provenance | tables.provenance)

    def _tables(self, network: Network, places: Places) -> ServiceTables:
        """Give the lines with their minutes, on the network's tracks if they run on any."""
        return run_on_tracks(self._new.tables(places), network.rail)


def _name_faults(line: object) -> list[str]:
    """Say if this cannot be the name of a line."""
    return [] if isinstance(line, str) and line else [f"line {line!r} is not the id of a line"]


def _lines(services: Services | None) -> list[str]:
    """Give the ids of lines at a headway."""
    return [] if services is None else services.lines["line_id"].tolist()


def _in_services(services: Services | None, line: str) -> bool:
    return line in _lines(services)


def _line_faults(network: Network, line: str) -> list[str]:
    """Name what the network does not have of a line, or has more than one of."""
    if network.services is None and not network.feeds:
        return [f"line {line!r}: the network has no public transport"]
    masks, faults = timetables.trips_of(network.feeds, line)
    if faults or any(mask.any() for mask in masks) or _in_services(network.services, line):
        return faults
    return [
        timetables.alike(line, [*_lines(network.services), *timetables.lines_of(network.feeds)])
    ]


def _warn_of_rest(network: Network, line: str, masks: list[npt.NDArray[np.bool_]]) -> None:
    """Tell if a line is changed for trips with a departure only, or for those without one."""
    if network.services is None or not network.feeds:
        return
    timed = any(mask.any() for mask in masks)
    if timed and _in_services(network.services, line):
        return
    kind, other = ("with", "without") if timed else ("without", "with")
    have, lack = (
        ("timetables", "lines at headways") if timed else ("lines at headways", "timetables")
    )
    warnings.warn(
        f"scenario: line {line!r} is one of the network's {have} alone, so that only trips {kind} "
        f"a departure or arrival change; trips {other} one run by the {lack}",
        GrensgeoWarning,
        stacklevel=3,
    )


def _with_headway(services: Services | None, line: str, headway_min: float) -> Services | None:
    """Give services in which a line runs at a headway."""
    if services is None:
        return None
    lines = services.lines.copy()
    lines["headway_min"] = lines["headway_min"].astype("float64")
    lines.loc[lines["line_id"] == line, "headway_min"] = float(headway_min)
    return replace(services, lines=lines)


def _changed(
    network: Network, services: Services | None, feeds: list[Feed], said: list[Note]
) -> Network:
    """Give a network with other lines, and notes on what was done."""
    provenance = network.provenance | Provenance(notes=tuple(said))
    return replace(network, services=services, feeds=tuple(feeds), provenance=provenance)
