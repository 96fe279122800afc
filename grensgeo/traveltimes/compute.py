"""Travel times from door to door, many to many."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Faults, GrensgeoWarning, InputError, some
from grensgeo.extras import progress_bar
from grensgeo.network.snapping import (
    NOT_SNAPPED,
    OUTSIDE_DATA,
    SNAPPED,
    Snapping,
    part_notes,
)
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.traveltimes.cut_edge import edge_minutes, edge_notes
from grensgeo.traveltimes.departing import departing, departure_notes
from grensgeo.traveltimes.legs import (
    ModeStreets,
    Places,
    StreetTimes,
    blocks,
    edge_countries,
    only,
    snap_limit_m,
)
from grensgeo.traveltimes.result import TravelTimes
from grensgeo.traveltimes.router import keep_at_home, network_of
from grensgeo.traveltimes.stop_legs import direct_mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.extras import ProgressBar
    from grensgeo.network import Network, SpeedTable
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.traveltimes.departures import Plan, TimetableTimes
    from grensgeo.traveltimes.router import Router
    from grensgeo.traveltimes.trip import Trip

    _Masks = tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]


class _TransitLegs(TypedDict):
    """What journeys by public transport are laid out from."""

    access: ModeStreets
    egress: ModeStreets
    direct: ModeStreets
    ends: dict[str, Ends]


@dataclass(frozen=True, eq=False)
class Journeys:
    """Everything that is needed to compute rows of a matrix of travel times.

    Attributes
    ----------
    from_snapping, to_snapping
        Where the places stand.
    parts
        Times by country of origin; one part where foreign routing is allowed.
    same
        Rows and columns of pairs that are the very same place.
    from_served, to_served
        Whether a stop is near; None for street modes.
    plan
        The timetable, for trips by one.
    percentiles
        Which percentiles are computed; empty but for trips by timetable.
    """

    from_snapping: Snapping
    to_snapping: Snapping
    parts: tuple[StreetTimes | TimetableTimes, ...]
    same: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
    from_served: npt.NDArray[np.bool_] | None = None
    to_served: npt.NDArray[np.bool_] | None = None
    plan: Plan | None = None
    percentiles: tuple[int, ...] = ()

    def minutes(self, rows: slice) -> npt.NDArray[np.float32]:
        """Return minutes of some origins: float32 (n_rows, n_to), NaN where there is no time."""
        if self.plan is not None and self.plan.reverse:
            return self._by_origin(rows)
        if self.percentiles:
            middle: npt.NDArray[np.float32] = self.detailed(rows)[0][self.middle]
            return middle
        shape = (rows.stop - rows.start, len(self.to_snapping))
        seconds = np.full(shape, np.nan, np.float32)
        for number, part in enumerate(self.parts):
            if isinstance(part, StreetTimes):
                more = part.seconds(rows)
                seconds = more if number == 0 else np.fmin(seconds, more)
        seconds /= 60.0
        result = seconds.astype(np.float32, copy=False)
        result[self._same_in(rows)] = 0.0
        return result

    def _by_origin(self, rows: slice) -> npt.NDArray[np.float32]:
        """Return the minutes up to deadlines, searched from the origins."""
        minutes = np.full((rows.stop - rows.start, len(self.to_snapping)), np.nan, np.float32)
        for part in self.parts:
            if not isinstance(part, StreetTimes):
                seconds = part.middle_by_origin(rows, self.percentiles[self.middle])
                minutes = np.fmin(minutes, seconds / np.float32(60.0))
        minutes[self._same_in(rows)] = 0.0
        return minutes

    @property
    def middle(self) -> int:
        """Position of the percentile that measures are computed from."""
        return self.percentiles.index(50) if 50 in self.percentiles else 0

    def detailed(
        self, rows: slice
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8], npt.NDArray[np.float32]]:
        """Return minutes and rides of some origins for each percentile of a trip by timetable.

        Last come those to where data that were cut end, by ways with a ride: float32
        (n_percentiles, n_rows), NaN where none leads there.
        """
        n_to = len(self.to_snapping)
        shape = (len(self.percentiles), rows.stop - rows.start, n_to)
        minutes, rides = np.full(shape, np.nan, np.float32), np.zeros(shape, np.uint8)
        edge_min = np.full(shape[:2], np.nan, np.float32)
        for part in self.parts:
            if not isinstance(part, StreetTimes):
                seconds, ridden = part.detailed(rows)
                least = np.fmin.reduce(seconds[:, :, n_to:], axis=2, initial=np.nan)
                edge_min = np.fmin(edge_min, least / np.float32(60.0))
                # an origin lies in one country, and has times in its part alone
                seconds, ridden = seconds[..., :n_to], ridden[..., :n_to]
                there = ~np.isnan(seconds)
                minutes[there], rides[there] = seconds[there] / 60.0, ridden[there]
        row, column = self._same_in(rows)
        minutes[:, row, column], rides[:, row, column] = 0.0, 0
        return minutes, rides, edge_min

    def part(self, rows: slice) -> Journeys:
        """Return what computes some of the origins alone, along streets, with the same targets."""
        parts = []
        for one in self.parts:
            if not isinstance(one, StreetTimes):
                raise InputError("times-not-held", "a trip by public transport; ask for rows")
            own = replace(one, origins=one.origins[rows], last={})
            own.__dict__["targets"] = one.targets  # aimed at once
            parts.append(own)
        return replace(
            self,
            from_snapping=self.from_snapping[rows],
            parts=tuple(parts),
            same=self._same_in(rows),
        )

    def _same_in(self, rows: slice) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        row, column = self.same
        here = (row >= rows.start) & (row < rows.stop)
        return row[here] - rows.start, column[here]


def compute(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    block: int | None = None,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> Iterator[TravelTimes]:
    """Compute the minutes of ``block`` origins at a time, or of all of them at once."""
    begun = begin(network, origins, destinations, trip, speeds=speeds, stacklevel=4)
    n_origins = len(begun.places[0])
    step = block or max(n_origins, 1)
    with progress_bar(n_origins, f"times by {trip.mode}", unit="origin", shown=progress) as bar:
        for first in range(0, max(n_origins, 1), step):
            rows = slice(first, min(first + step, n_origins))
            yield begun.rows(rows, trip, bar=bar)


@dataclass(frozen=True, eq=False)
class Begun:
    """A question of which everything is known but the minutes.

    Attributes
    ----------
    network
        The network.
    places
        Origins and destinations, checked.
    journeys
        What their minutes are computed by.
    provenance
        Sources and assumptions, those of the network among them.
    """

    network: Network
    places: tuple[Places, Places]
    journeys: Journeys
    provenance: Provenance

    def part(self, rows: slice) -> Begun:
        """Return the question of some of the origins alone, of a trip along streets.

        Parameters
        ----------
        rows
            Which.

        Returns
        -------
        Begun
            To all destinations.
        """
        starts, goals = self.places
        return replace(self, places=(starts[rows], goals), journeys=self.journeys.part(rows))

