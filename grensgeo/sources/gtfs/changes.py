"""How long changing takes: at a stop, within a station, and between stops the feed links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.sources.gtfs.calls import straight_m

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

#: Walking, as in the speed table of grensgeo's streets.
WALK_M_PER_S = 5 / 3.6
#: Way on foot by straight distance. Source: MATSim's default beelineDistanceFactor.
DETOUR = 1.3

#: Longest way inside a station that pathways may make, in seconds.
_MAX_PATHWAYS_S = 1800.0

_FORBIDDEN = -1.0


@dataclass(frozen=True, eq=False)
class Changes:
    """Arrays of a timetable on changing; see :class:`Timetable`."""

    min_change_s: npt.NDArray[np.int32]
    change_ok: npt.NDArray[np.uint8]
    transfer_from: npt.NDArray[np.int32]
    transfer_to: npt.NDArray[np.int32]
    transfer_s: npt.NDArray[np.int32]
    forbidden_from: npt.NDArray[np.int32]
    forbidden_to: npt.NDArray[np.int32]


class Ways:
    """Seconds from stop to stop; what is more particular replaces what is more general."""

    def __init__(
        self, lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64], *, general_s: int
    ) -> None:
        """Start with the general time at every stop, and no way between stops."""
        self._lon, self._lat, self._general_s = lon, lat, general_s
        self._ways: dict[tuple[int, int], float] = {}

    def walk_within(self, station: npt.NDArray[np.int32]) -> None:
        """Link all stops of each station on foot.

        Parameters
        ----------
        station
            int32 (n_stops,): station of each stop; -1 for a place that is no stop.
        """
        order = np.argsort(station, kind="stable")
        order = order[station[order] >= 0]
        groups = np.split(order, np.flatnonzero(np.diff(station[order])) + 1)
        for group in groups:
            if len(group) > 1:
                pairs = np.array(np.meshgrid(group, group)).reshape(2, -1)
                self._walk(pairs[0], pairs[1])

    def _walk(self, start: npt.NDArray[np.intp], end: npt.NDArray[np.intp]) -> None:
        """Link pairs of stops on foot, at least as long as the general time."""
        length = straight_m(self._lon[start], self._lat[start], self._lon[end], self._lat[end])
        seconds = np.maximum(np.ceil(length * DETOUR / WALK_M_PER_S), self._general_s)
        pairs = zip(start.tolist(), end.tolist(), seconds.tolist(), strict=True)
        self._ways.update({(a, b): s for a, b, s in pairs if a != b})

    def pathways(self, frame: pd.DataFrame, stop: npt.NDArray[np.int64]) -> None:
        """Take the ways that a feed draws inside its stations.

        Parameters
        ----------
        frame
            ``pathways`` of a feed; ends are positions in the feed's table of stops.
        stop
            int64 (n_places,): stop of each place of the feed, -1 for entrances and the like.
        """
        if len(frame) == 0:
            return
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import dijkstra

        start = frame["from_stop"].to_numpy()
        end = frame["to_stop"].to_numpy()
        length = frame["length_m"].to_numpy() / WALK_M_PER_S
        given = frame["duration_s"].to_numpy()
        seconds = np.where(np.isnan(given), length, given)
        both = frame["both_ways"].to_numpy() & (seconds > 0)
        known = seconds > 0  # a way without length and duration says nothing; it stays out
        tails = np.concatenate([start[known], end[both]])
        heads = np.concatenate([end[known], start[both]])
        weights = np.concatenate([seconds[known], seconds[both]])
        shortest: dict[tuple[int, int], float] = {}
        for tail, head, weight in zip(
            tails.tolist(), heads.tolist(), weights.tolist(), strict=True
        ):
            shortest[tail, head] = min(weight, shortest.get((tail, head), np.inf))
        if not shortest:
            return
        pairs = np.array(list(shortest), dtype=np.int64)
        graph = coo_array(
            (list(shortest.values()), (pairs[:, 0], pairs[:, 1])), shape=(len(stop), len(stop))
        ).tocsr()
        origins = np.unique(tails[stop[tails] >= 0])
        if len(origins) == 0:
            return
        times = dijkstra(graph, indices=origins, limit=_MAX_PATHWAYS_S)
        for row, origin in enumerate(origins.tolist()):
            for place in np.flatnonzero(np.isfinite(times[row])).tolist():
                if place != origin and stop[place] >= 0:
                    way = (int(stop[origin]), int(stop[place]))
                    self._ways[way] = max(float(np.ceil(times[row, place])), self._general_s)

    def transfers(
        self,
        frame: pd.DataFrame,
        stop: npt.NDArray[np.int64],
        children: dict[int, list[int]],
    ) -> None:
        """Take the transfers of a feed; one between platforms counts before one of stations.

        Parameters
        ----------
        frame
            ``transfers`` of a feed; ends are positions in the feed's table of stops.
        stop
            int64 (n_places,): stop of each place, -1 for stations.
        children
            Stops of each station, by the station's position.
        """
        rows = []
        for start, end, kind, least in frame.itertuples(index=False):
            from_stops, to_stops = children.get(start, []), children.get(end, [])
            if stop[start] >= 0:
                from_stops = [int(stop[start])]
            if stop[end] >= 0:
                to_stops = [int(stop[end])]
            exact = int(stop[start] >= 0) + int(stop[end] >= 0)
            rows.append((exact, from_stops, to_stops, int(kind), float(least)))
        for _, from_stops, to_stops, kind, least in sorted(rows, key=lambda row: row[0]):
            for a in from_stops:
                for b in to_stops:
                    self._transfer(a, b, kind, least)

    def _transfer(self, start: int, end: int, kind: int, least: float) -> None:
        """Take one transfer: 0 recommended, 1 timed, 2 with a least time, 3 impossible."""
        if kind == 3:
            self._ways[start, end] = _FORBIDDEN
        elif kind == 1:
            self._ways[start, end] = 0.0
        elif kind == 2 and not np.isnan(least):
            self._ways[start, end] = least
        elif start != end:
            self._walk(np.array([start]), np.array([end]))

    def result(self) -> Changes:
        """Give the arrays of a timetable."""
        n = len(self._lon)
        least = np.full(n, self._general_s, dtype=np.int32)
        allowed = np.ones(n, dtype=np.uint8)
        for (start, end), seconds in self._ways.items():
            if start == end and seconds == _FORBIDDEN:
                allowed[start] = 0
            elif start == end:
                least[start] = int(seconds)
        between = sorted((a, b, s) for (a, b), s in self._ways.items() if a != b)
        table = np.array(between, dtype=np.float64).reshape(-1, 3)
        shut = table[:, 2] == _FORBIDDEN
        return Changes(
            min_change_s=least,
            change_ok=allowed,
            transfer_from=table[~shut, 0].astype(np.int32),
            transfer_to=table[~shut, 1].astype(np.int32),
            transfer_s=table[~shut, 2].astype(np.int32),
            forbidden_from=table[shut, 0].astype(np.int32),
            forbidden_to=table[shut, 1].astype(np.int32),
        )
