"""Time to change between two stops."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import FLAG, NUMBER, TEXT, documented, option
from grensgeo.errors import Fault, Faults, InputError
from grensgeo.gtfs.transfers import SINGLE
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.line_changes import with_lines
from grensgeo.scenario.line_stops import SAID, stops_named, unknown_stop
from grensgeo.scenario.modification import NetworkModification

if TYPE_CHECKING:
    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network

#: Kinds of transfers of GTFS: with a least time, and impossible.
_LEAST, _IMPOSSIBLE = 2, 3


@documented
@dataclass(frozen=True)
class SetTransfer(NetworkModification):
    """Set how long it takes to change between two stops, or at one, or that nobody can.

    It holds for all lines that no transfer of their own is given for, and takes the place of what
    the timetable says.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> SetTransfer("Gronau", "Gronau", 2).describe()
    'changing from Gronau to Gronau takes 2 min'
    """

    kind: ClassVar[str] = "set-transfer"

    from_stop: str = field(metadata=option(TEXT, f"where one gets off: {SAID}"))
    to_stop: str = field(metadata=option(TEXT, "where one gets on, likewise; may be the same"))
    minutes: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "least minutes from getting off to getting on",
            absent="nobody can change there", least=0, most=120,
        ),
    )  # fmt: skip
    both_ways: bool = field(
        default=True, metadata=option(FLAG, "whether it holds the other way too")
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        for name in ("from_stop", "to_stop"):
            value = getattr(self, name)
            if not isinstance(value, str) or not value:
                faults.add("type-wrong", f"{name}: {value!r} is not the id or name of a stop")
        faults += number_faults(self.record(), {"minutes": self.minutes})
        if not isinstance(self.both_ways, bool):
            faults.add("key-of-wrong-type", f"both_ways: {self.both_ways!r} is not true or false")
        if faults:
            raise InputError.of(faults, where=self.kind)

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return ("transit",)

    def describe(self) -> str:
        """Return in plain English what it does."""
        ends = f"from {self.from_stop} to {self.to_stop}"
        if self.minutes is None:
            return f"no changing {ends}"
        return f"changing {ends} takes {self.minutes:g} min"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        faults = Faults()
        if not network.feeds:
            faults.add("no-public-transport", "the network has no public transport")
            return faults
        names = dict.fromkeys((self.from_stop, self.to_stop))
        lost = [x for x in names if not any(stops_named(f, x).any() for f in network.feeds)]
        faults += [unknown_stop(network, name) for name in lost]
        if not lost and not any(self._ends(feed) for feed in network.feeds):
            faults.add(
                "stop-in-several-feeds",
                f"{self.from_stop} and {self.to_stop} are in two timetables, and a transfer "
                "stands in one; name stops of one, which stations of both share",
            )
        return faults

    def _ends(self, feed: Feed) -> tuple[Flags, Flags] | None:
        """Return the stops at both ends; None where a feed lacks one."""
        one, other = stops_named(feed, self.from_stop), stops_named(feed, self.to_stop)
        return (one, other) if one.any() and other.any() else None

    def laid(self, network: Network) -> Network:
        """Return a network in which changing takes so long."""
        return with_lines(network, [self._with_transfer(feed) for feed in network.feeds], ())

    def _with_transfer(self, feed: Feed) -> Feed:
        """Return a timetable with the transfer."""
        import pandas as pd

        found = self._ends(feed)
        if found is None:
            return feed
        frame = feed.transfers
        ways = [found, found[::-1]] if self.both_ways else [found]
        kind = frame["transfer_type"].to_numpy()
        general = (kind <= _IMPOSSIBLE) & (frame[list(SINGLE)] == "").all(axis=1).to_numpy()
        start, end = (frame[name].to_numpy(dtype=np.int64) for name in ("from_stop", "to_stop"))
        replaced = np.zeros(len(frame), dtype=bool)
        pairs: dict[tuple[int, int], None] = {}
        for one, other in ways:
            replaced |= general & (start >= 0) & one[start] & (end >= 0) & other[end]
            pairs |= {(a, b): None for a in _tops(feed, one) for b in _tops(feed, other)}
        least = np.nan if self.minutes is None else 60.0 * self.minutes
        row = {"transfer_type": _IMPOSSIBLE if self.minutes is None else _LEAST}
        rows = [
            {
                "from_stop": a,
                "to_stop": b,
                **row,
                "min_transfer_s": least,
                **dict.fromkeys(SINGLE, ""),
            }
            for a, b in pairs
        ]
        more = pd.DataFrame(rows, columns=frame.columns)
        if len(frame):
            more = pd.concat([frame[~replaced], more.astype(frame.dtypes)], ignore_index=True)
        return replace(feed, transfers=more, sha256="")


def _tops(feed: Feed, own: Flags) -> list[int]:
    """Return the stops whose station is not among them: what holds for a station holds below."""
    parent = feed.stops["parent"].to_numpy()
    within = (parent >= 0) & own[np.maximum(parent, 0)]
    found: list[int] = np.flatnonzero(own & ~within).tolist()
    return found
