"""Travel times that are added up while they are computed, and never held together.

A table of 100,000 x 100,000 times takes 40 GB; what is counted within three cutoffs takes a few
megabytes. Along streets the sums are made in the sweep itself
(:mod:`grensgeo.routing.streets.within`), by public transport a block of origins at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.errors import InputError
from grensgeo.extras import progress_bar
from grensgeo.routing.streets.within import add_up_within
from grensgeo.traveltimes.cut_edge import edge_minutes, ends_somewhere
from grensgeo.traveltimes.legs import StreetTimes
from grensgeo.traveltimes.router import keep_at_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from grensgeo.arrays import Codes, Floats, Longs, Singles
    from grensgeo.network.snapping import Snapping
    from grensgeo.provenance import Provenance
    from grensgeo.traveltimes.compute import Begun
    from grensgeo.traveltimes.trip import Trip

#: Origins between two steps of the progress bar, where sums are made in the sweep.
_STEP: Final = 4096


@dataclass(frozen=True, eq=False)
class TravelTimeSums:
    """Travel times from every origin to every destination, for measures that only add them up.

    Made by :func:`grensgeo.traveltimes.travel_time_sums`. :func:`grensgeo.reach`,
    :func:`grensgeo.cumulative`, :func:`grensgeo.gravity` and :func:`grensgeo.border_effect` take
    it as they take a :class:`grensgeo.traveltimes.TravelTimes`, and give the same.

    Attributes
    ----------
    begun
        Places, where they stand, and what their times are computed by.
    trip
        The trip.
    block
        Origins whose times are held at once, where sums are not made in the sweep.
    progress
        Show a progress bar.
    """

    begun: Begun
    trip: Trip
    block: int = 1000
    progress: bool = False
    _edge: dict[int, Singles] = field(default_factory=dict, repr=False)

    @property
    def from_id(self) -> npt.NDArray[np.object_]:
        """Ids of the origins."""
        return self.begun.places[0].ids

    @property
    def to_id(self) -> npt.NDArray[np.object_]:
        """Ids of the destinations."""
        return self.begun.places[1].ids

    @property
    def from_status(self) -> Codes:
        """Of each origin: 0 snapped, 1 not_snapped, 2 outside_data."""
        return self.from_snapping.status

    @property
    def to_status(self) -> Codes:
        """The same of each destination."""
        return self.to_snapping.status

    @property
    def from_country(self) -> npt.NDArray[np.object_] | None:
        """Countries as given with the origins, or None."""
        return self.begun.places[0].country

    @property
    def to_country(self) -> npt.NDArray[np.object_] | None:
        """Countries as given with the destinations, or None."""
        return self.begun.places[1].country

    @property
    def from_snapping(self) -> Snapping:
        """Where the origins stand on the network."""
        return self.begun.journeys.from_snapping

    @property
    def to_snapping(self) -> Snapping:
        """Where the destinations stand on the network."""
        return self.begun.journeys.to_snapping

    @property
    def provenance(self) -> Provenance:
        """Sources and assumptions, those of the network among them."""
        return self.begun.provenance

    @property
    def edge_min(self) -> Singles | None:
        """Minutes from each origin to where a network that was cut ends, as in ``TravelTimes``.

        Of trips by timetable they come with :meth:`minute_blocks`, and are computed by it where it
        was not asked for yet.
        """
        if self.in_sweep:
            everyone = slice(0, len(self.from_id))
            return edge_minutes(self.begun.network, self.begun.journeys.parts, everyone)
        if not ends_somewhere(self.begun.network, by_timetable=True):
            return None
        if sum(map(len, self._edge.values())) < len(self.from_id):
            for _ in self.minute_blocks():
                pass
        return np.concatenate([self._edge[first] for first in sorted(self._edge)])

    @property
    def in_sweep(self) -> bool:
        """Whether :meth:`sums_within` can be asked: whether all ways lead along streets."""
        return all(isinstance(part, StreetTimes) for part in self.begun.journeys.parts)

    @property
    def by_timetable(self) -> bool:
        """Whether :meth:`minute_blocks` tells rides."""
        return bool(self.begun.journeys.percentiles)

    def sums_within(self, limits_min: Singles, counts: Floats) -> Floats:
        """Add up what lies within limits of every origin, in the sweep.

        Parameters
        ----------
        limits_min
            float32 (n_limits,): minutes, included.
        counts
            float64 (n_to, n_columns): what there is at each destination, without NaN.

        Returns
        -------
        ndarray
            float64 (n_limits, n_from, n_columns): what the times of
            :func:`grensgeo.traveltimes.travel_times` have within the same limits. A time lies
            within a limit here exactly where it does there; sums of whole numbers are the same,
            others within 1e-12 of themselves.

        Raises
        ------
        InputError
            For trips by public transport.
        """
        journeys = self.begun.journeys
        out = np.zeros((len(limits_min), len(self.from_id), counts.shape[1]))
        start, listed = _lists(journeys.same, len(self.from_id))
        with progress_bar(
            len(self.from_id), f"sums by {self.trip.mode}", unit="origin", shown=self.progress
        ) as bar:
            for part in journeys.parts:
                if not isinstance(part, StreetTimes):
                    raise InputError(
                        "times-not-held",
                        "sums_within: a trip by public transport; ask for minute_blocks",
                    )
                limits_s = longest_seconds(part, limits_min)
                for first in range(0, len(out[0]), _STEP):
                    rows = slice(first, min(first + _STEP, len(self.from_id)))
                    here = part.origins.edge[rows] >= 0
                    same = start[rows.start : rows.stop + 1]
                    found = add_up_within(
                        part.metric.timed,
                        part.origins[rows],
                        destinations=part.targets,
                        counts=counts,
                        limits_s=limits_s,
                        limit_s=part.reach_s,
                        same=(same - same[0], listed[same[0] : same[-1]]),
                    )
                    # an origin lies in one country, and has sums in its part alone
                    out[:, rows][:, here] = found[:, here]
                    bar.update(int(here.sum()))
        keep_at_home(self.begun.network)
        return out

    def minute_blocks(self) -> Iterator[tuple[slice, Singles, Codes | None]]:
        """Compute the minutes of some origins after the other.

        Yields
        ------
        rows
            Which origins.
        minutes
            float32 (n_rows, n_to), NaN where there is no time.
        rides
            uint8, the same shape: vehicles ridden in; None but for trips by timetable.
        """
        n, step = len(self.from_id), max(self.block, 1)
        plan = self.begun.journeys.plan
        if plan is not None and plan.reverse:
            step = max(n, 1)  # each block would search from all destinations again
        with progress_bar(
            n, f"sums by {self.trip.mode}", unit="origin", shown=self.progress
        ) as bar:
            for first in range(0, n, step):
                rows = slice(first, min(first + step, n))
                times = self.begun.rows(rows, self.trip, bar=bar)
                if times.edge_min is not None:
                    self._edge[first] = times.edge_min
                yield rows, times.minutes, times.rides

    def __repr__(self) -> str:
        """Summarise the mode and the size."""
        size = f"{len(self.from_id)} origins x {len(self.to_id)} destinations"
        return f"<TravelTimeSums: {self.trip.mode}, {size}>"


def longest_seconds(part: StreetTimes, limits_min: Singles) -> Singles:
    """Return the longest seconds on the streets that still lie within limits of door to door.

    From these seconds to minutes one gets by adding what parking takes, the trip's limit and a
    division, each rounded to single precision. All of them rise with the seconds, so that the last
    number that lies within a limit parts the others exactly.

    Parameters
    ----------
    part
        Times along streets.
    limits_min
        float32 (n_limits,): minutes, included.

    Returns
    -------
    ndarray
        float32 (n_limits,): seconds; -1 where not even a way of no length lies within.
    """

    def within(bits: Longs) -> npt.NDArray[np.bool_]:
        # the bits of numbers from 0 on, read as whole numbers, rise with them
        seconds = bits.astype(np.uint32).view(np.float32).copy()
        found: npt.NDArray[np.bool_] = part.door_to_door(seconds) / np.float32(60) <= limits_min
        return found

    low = np.full(len(limits_min), -1, dtype=np.int64)
    high = np.full(len(limits_min), np.array(np.inf, dtype=np.float32).view(np.uint32), np.int64)
    while (high - low > 1).any():
        middle = np.where(high - low > 1, (low + high) // 2, np.maximum(low, 0))
        inside = within(middle)
        moved = high - low > 1
        low, high = np.where(moved & inside, middle, low), np.where(moved & ~inside, middle, high)
    seconds = np.maximum(low, 0).astype(np.uint32).view(np.float32)
    return np.where(low < 0, np.float32(-1), seconds).astype(np.float32)


def _lists(same: tuple[Longs, Longs], n: int) -> tuple[Longs, Longs]:
    """Return where the list of each origin begins, and the lists, of pairs whose rows rise."""
    row, column = same
    start = np.searchsorted(row, np.arange(n + 1)).astype(np.int64)
    return start, np.ascontiguousarray(column, dtype=np.int64)
