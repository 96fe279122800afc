"""Trips of a line that no longer run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import ANY_NAMES, NAMES, documented, option
from grensgeo.errors import Fault, Faults, InputError
from grensgeo.scenario.checks import as_names, unknown_name
from grensgeo.scenario.line_changes import LINE
from grensgeo.scenario.line_modification import LineModification
from grensgeo.scenario.line_stops import clock_s
from grensgeo.scenario.timetable_changes import trips_of, without

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class RemoveTrips(LineModification):
    """Remove trips of a public transport line: by their ids, or those that leave in a span.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> RemoveTrips("RB64", between=("20:00", "24:00")).describe()
    'line RB64 without the trips from 20:00 to 24:00'
    """

    kind: ClassVar[str] = "remove-trips"

    line: str = field(metadata=LINE)
    trips: Sequence[str] = field(
        default=(), metadata=option(ANY_NAMES, "their ids in the feed", absent="`between`")
    )
    between: Sequence[str] | None = field(
        default=None,
        metadata=option(
            NAMES, 'from and until when they leave their first stop, as ["20:00", "24:00"]; '
            "the second time does not count",
            absent="`trips`",
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += self.own_faults()
        names, wrong = as_names(self.trips, name="trips")
        faults += wrong
        object.__setattr__(self, "trips", names)
        if not wrong and bool(names) == (self.between is not None):
            faults.add("give-exactly-one", "give one of trips and between")
        if self.between is not None:
            pair = tuple(self.between) if isinstance(self.between, list | tuple) else ()
            times = [clock_s(text) for text in pair]
            first, last = times if len(times) == 2 else (None, None)
            if first is None or last is None or first >= last:
                text = f"between: {self.between!r} is not two rising times, as 20:00 and 24:00"
                faults.add("moment-wrong", text)
            object.__setattr__(self, "between", pair)
        if faults:
            raise InputError.of(faults, where=self.kind)

    def _span_s(self) -> tuple[int, int]:
        first, last = (clock_s(text) or 0 for text in self.between or ("0:00", "0:00"))
        return first, last

    def describe(self) -> str:
        """Return in plain English what it does."""
        if self.between is not None:
            return f"line {self.line} without the trips from {' to '.join(self.between)}"
        return f"line {self.line} without the trips {', '.join(self.trips)}"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        faults = Faults()
        faults += super().faults(network)
        if faults:
            return faults
        masks, _ = trips_of(network.feeds, self.line)
        known = [
            name
            for feed, mask in zip(network.feeds, masks, strict=True)
            for name in feed.trips.index[mask].astype(str)
        ]
        faults += [
            unknown_name(name, known, f"trip of line {self.line}")
            for name in self.trips
            if name not in set(known)
        ]
        left = [self._kept(feed, mask) for feed, mask in zip(network.feeds, masks, strict=True)]
        if not faults and all(not mask.any() for mask in left):
            faults.add("line-is-all", f"no trips are left without those of {self.line!r}")
        return faults

    def _kept(self, feed: Feed, mask: Flags) -> Flags:
        """Return which trips still run."""
        often = self._frequencies(feed, mask)
        at_headways = np.zeros(len(mask), dtype=bool)
        at_headways[feed.frequencies["trip"].to_numpy(dtype=np.int64)] = True
        still = np.zeros(len(mask), dtype=bool)
        still[often["trip"].to_numpy(dtype=np.int64)] = True
        return np.where(at_headways & mask, still, ~self._meant(feed, mask))

    def _meant(self, feed: Feed, mask: Flags) -> Flags:
        """Return which trips are meant, by their ids or by their first departure."""
        if self.between is None:
            return mask & np.asarray(feed.trips.index.isin(self.trips))
        first, last = self._span_s()
        departure = feed.calls.departure_s[feed.calls.start[:-1]]
        meant: Flags = mask & (departure >= first) & (departure < last)
        return meant

    def _frequencies(self, feed: Feed, mask: Flags) -> pd.DataFrame:
        """Return the headways without the departures that are meant."""
        import pandas as pd

        frame = feed.frequencies
        own = mask[frame["trip"].to_numpy(dtype=np.int64)]
        if self.between is None:
            named = np.asarray(feed.trips.index.isin(self.trips))
            kept: pd.DataFrame = frame[~(own & named[frame["trip"].to_numpy(dtype=np.int64)])]
            return kept
        first, last = self._span_s()
        rows = []
        for row in frame[own].to_dict("records"):
            start, end, every = (int(row[name]) for name in ("start_s", "end_s", "headway_s"))
            # departures keep their distance: those behind the span begin at a whole headway
            again = start + max(0, -((start - last) // every)) * every
            if start < min(end, first):
                rows.append(row | {"end_s": min(end, first)})
            if again < end:
                rows.append(row | {"start_s": again})
        more = pd.DataFrame(rows, columns=frame.columns).astype(frame.dtypes)
        result: pd.DataFrame = pd.concat([frame[~own], more], ignore_index=True)
        return result

    def feed_with(self, feed: Feed, mask: Flags, network: Network) -> Feed:
        """Return a timetable without the trips."""
        del network
        kept = self._kept(feed, mask)
        return without(replace(feed, frequencies=self._frequencies(feed, mask)), ~kept)
