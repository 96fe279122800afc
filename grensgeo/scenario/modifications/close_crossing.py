"""Crossings of a border that are closed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import ANY_NAMES, TEXT, documented, option
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.modes import MODES
from grensgeo.network.crossings import WITHIN_M, CrossingRule
from grensgeo.scenario.border_changes import (
    NEAR,
    WAYS,
    WITHIN,
    close_crossings,
    crossing_faults,
    crossing_vertices,
    selection_faults,
)
from grensgeo.scenario.checks import as_names, number_faults
from grensgeo.scenario.line_changes import with_lines
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.timetable_changes import trips_of
from grensgeo.scenario.trip_pieces import cut_at_border

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class CloseCrossing(NetworkModification):
    """Close crossings of a border: streets by place, or a line, whose trips end on either side.

    The streets on both sides stay open. To close all of them at once there is `close-border`.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> CloseCrossing(near=(7.0, 52.2), modes=("car",)).describe()
    'crossings near 7, 52.2 closed to car'
    """

    kind: ClassVar[str] = "close-crossing"

    ways: tuple[int, ...] = field(default=(), metadata=WAYS)
    near: Sequence[float] | None = field(default=None, metadata=NEAR)
    within_m: float = field(default=WITHIN_M, metadata=WITHIN)
    line: str | None = field(
        default=None,
        metadata=option(
            TEXT, "the crossing of this line: its `route_id` or what stands on its vehicles",
            absent="of streets",
        ),
    )  # fmt: skip
    modes: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "street modes that may cross no more", absent="all", choices=MODES,
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += selection_faults(self)
        faults += number_faults(self.record(), {"within_m": self.within_m})
        modes, wrong = as_names(self.modes, name="modes")
        faults += wrong
        object.__setattr__(self, "modes", modes)
        unknown = [mode for mode in modes if mode not in MODES]
        if unknown:
            faults.add("choice-unknown", f"modes: {some(unknown)}; choose from {', '.join(MODES)}")
        if not (self.ways or self.near is not None or self.line is not None):
            faults.add("option-missing", "say which crossings: give ways, near or line")
        if self.line is not None and modes:
            faults.add("option-unfit", "modes: a line is closed to all; leave modes out")
        if faults:
            raise InputError.of(faults, where=self.kind)

    def _rule(self) -> CrossingRule:
        near = None if self.near is None else (self.near[0], self.near[1])
        return CrossingRule(
            0.0, ways=self.ways, near=near, within_m=self.within_m, line=self.line or ""
        )

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",) if self.line is not None else self.modes or MODES

    def describe(self) -> str:
        """Return in plain English what it does."""
        where = str(self._rule()).removeprefix("0 min ")
        if self.line is not None:
            return f"{where} ends at the border"
        return f"crossings {where} closed to {', '.join(self.modes) or 'all modes'}"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        wrong = crossing_faults(network, self._rule(), what=self.describe())
        if wrong or self.line is None:
            return wrong
        masks, _ = trips_of(network.feeds, self.line)
        if any("country" in f.stops for f, m in zip(network.feeds, masks, strict=True) if m.any()):
            return []
        text = f"line {self.line!r}: the countries of its stops are not known; build the network "
        return [Fault("country-missing", text + "with countries= (grensgeo build --boundaries)")]

    def laid(self, network: Network) -> Network:
        """Return a network in which the crossings are closed."""
        if self.line is None:
            vertices = crossing_vertices(network.streets)
            chosen = vertices[self._rule().at_vertices(network.streets, vertices)]
            return close_crossings(network, chosen, self.modes or MODES)
        network = replace(network, feeds=interlace(network.feeds))
        masks, _ = trips_of(network.feeds, self.line)
        feeds = [
            cut_at_border(feed, mask) if mask.any() and "country" in feed.stops else feed
            for feed, mask in zip(network.feeds, masks, strict=True)
        ]
        return with_lines(network, interlace(feeds), ())
