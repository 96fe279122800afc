"""Time to change: at a stop, within a station, and by transfers and pathways of the feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.transfers import SINGLE
from grensgeo.polylines import straight_m

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    import pandas as pd

#: Walking, as in the speed table of grensgeo's streets.
WALK_M_PER_S = 5 / 3.6
#: Way on foot by straight distance. Source: MATSim's default beelineDistanceFactor.
DETOUR = 1.3

#: A boarding area lies on a platform, and that in a station.
_LEVELS = 3

#: Longest way inside a station that pathways may make, in seconds.
_MAX_PATHWAYS_S = 1800.0

#: In place of seconds: nobody changes there.
FORBIDDEN = -1.0


class Family:
    """Which places of a feed are parts of which: platforms of stations, boarding areas of both."""

    def __init__(self, parent: npt.NDArray[np.int32]) -> None:
        """Index the places of each station by the place above each, -1 for none."""
        self.top = tops(parent)
        self._parts: dict[int, list[int]] = {}
        for place in np.flatnonzero(parent >= 0).tolist():
            above = int(parent[place])
            for _ in range(_LEVELS):
                self._parts.setdefault(above, []).append(place)
                if parent[above] < 0:
                    break
                above = int(parent[above])

    def of(self, place: int) -> list[int]:
        """Return the places for which holds what holds for a place: itself and its parts."""
        return [place, *self._parts.get(place, ())]

    def exact(self, *places: int) -> int:
        """Count the places that have no parts: transfers between those take precedence."""
        return sum(place not in self._parts for place in places)


def tops(parent: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """Return the station above each place, itself if there is none."""
    top = np.where(parent >= 0, parent, np.arange(len(parent))).astype(np.int64)
    for _ in range(_LEVELS):
        top = np.where(parent[top] >= 0, parent[top], top)
    return top


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
        # On foot and by pathways: what a transfer without a time of its own takes
        self._plain: dict[tuple[int, int], float] = {}
        self._stated: dict[tuple[int, int], float] = {}
        self._single: dict[tuple[int, int], float] = {}
        self._copied: list[
            tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float64]]
        ] = []

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
                start, end = np.array(np.meshgrid(group, group)).reshape(2, -1)
                pairs = zip(
                    start.tolist(), end.tolist(), self._walk(start, end).tolist(), strict=True
                )
                self._plain.update({(a, b): s for a, b, s in pairs if a != b})

    def _walk(
        self, start: npt.NDArray[np.intp], end: npt.NDArray[np.intp]
    ) -> npt.NDArray[np.float64]:
        """Compute seconds on foot between pairs of stops, at least the general time."""
        length = straight_m(self._lon[start], self._lat[start], self._lon[end], self._lat[end])
        return np.maximum(np.ceil(length * DETOUR / WALK_M_PER_S), self._general_s)

    def pathways(self, frame: pd.DataFrame, stop: npt.NDArray[np.int64]) -> None:
        """Add the ways that a feed draws inside its stations; there are no others there.

        Parameters
        ----------
        frame
            ``pathways`` of a feed; ends are positions in the feed's table of stops.
        stop
            int64 (n_places,): stop of each place of the feed, -1 for entrances and the like.

        Source
        ------
        GTFS reference, pathways.txt: "If any pathways are defined, it is assumed that all
        pathways throughout the station are represented." Where they lead from one stop to no
        other, none within the station does; ways through the streets are not touched.
        """
        if len(frame) == 0:
            return
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import dijkstra

        start = frame["from_stop"].to_numpy()
        end = frame["to_stop"].to_numpy()
        length = frame["length_m"].to_numpy() / WALK_M_PER_S
        given = frame["duration_s"].to_numpy()
        # One of which neither is given takes no less than a second, and what it joins no less
        # than the straight way between the stops at its ends
        seconds = np.nan_to_num(np.where(np.isnan(given), length, given))
        unknown = not (seconds > 0).all()
        seconds = np.maximum(seconds, 1.0)
        both = frame["both_ways"].to_numpy(dtype=bool)
        tails = np.concatenate([start, end[both]])
        heads = np.concatenate([end, start[both]])
        weights = np.concatenate([seconds, seconds[both]])
        # Of two pathways between the same places the shorter counts; a sparse array would add them
        shortest: dict[tuple[int, int], float] = {}
        for tail, head, weight in zip(
            tails.tolist(), heads.tolist(), weights.tolist(), strict=True
        ):
            shortest[tail, head] = min(weight, shortest.get((tail, head), np.inf))
        pairs = np.array(list(shortest), dtype=np.int64)
        graph = coo_array(
            (list(shortest.values()), (pairs[:, 0], pairs[:, 1])), shape=(len(stop), len(stop))
        ).tocsr()
        ends = np.unique(np.concatenate([start, end]))
        ends = ends[stop[ends] >= 0]
        if len(ends) == 0:
            return
        # Between stops only: entrances and nodes are passed on the way
        times = dijkstra(graph, indices=ends, limit=_MAX_PATHWAYS_S)[:, ends]
        for origin, row in zip(stop[ends].tolist(), times, strict=True):
            for place, took in zip(stop[ends].tolist(), row.tolist(), strict=True):
                way = (int(origin), int(place))
                # The straight walk within the station no longer holds: pathways are complete
                walked = self._plain.pop(way, 0.0)
                if origin != place and np.isfinite(took):
                    least = max(self._general_s, walked if unknown else 0.0)
                    self._plain[way] = max(float(np.ceil(took)), least)

    def transfers(self, frame: pd.DataFrame, stop: npt.NDArray[np.int64], family: Family) -> None:
        """Add the transfers of a feed; one between platforms counts before one of stations.

        Parameters
        ----------
        frame
            ``transfers`` of a feed; ends are positions in the feed's table of stops. Those of
            single lines and trips are left out: see ``single_transfers``.
        stop
            int64 (n_places,): stop of each place, -1 for stations that no trip calls at.
        family
            What holds for a place holds for these places.
        """
        general = (frame[list(SINGLE)] == "").all(axis=1).to_numpy()
        table = frame[general & (frame["transfer_type"].to_numpy() <= 3)]
        columns = ("from_stop", "to_stop", "transfer_type", "min_transfer_s")
        rows = []
        for start, end, kind, least in zip(
            *(table[name].tolist() for name in columns), strict=True
        ):
            whole = family.exact(start, end)
            rows.append((whole, family.of(start), family.of(end), int(kind), float(least)))
        for _, from_places, to_places, kind, least in sorted(rows, key=lambda row: row[0]):
            for a in stop[from_places].tolist():
                for b in stop[to_places].tolist():
                    if a >= 0 and b >= 0:
                        self._stated[a, b] = self.seconds(a, b, kind, least)

    def seconds(self, start: int, end: int, kind: int, least: float) -> float:
        """Return the seconds of a transfer, or that it is forbidden.

        Parameters
        ----------
        start, end
            Stops.
        kind
            0 recommended, 1 timed: the vehicle waits, 2 with a least time, 3 impossible.
        least
            Seconds; NaN where none are given.

        Returns
        -------
        float
            Whole seconds, or :data:`FORBIDDEN`. A transfer without a time of its own takes what
            the way on foot or by pathways does.
        """
        if kind == 3:
            return FORBIDDEN
        if kind == 1:
            return 0.0
        if kind == 2 and not np.isnan(least):
            return least
        if start == end or (start, end) in self._plain:
            return self._plain.get((start, end), float(self._general_s))
        return float(self._walk(np.array([start]), np.array([end]))[0])

    def usual(self, start: int, end: int) -> float | None:
        """Return the seconds from stop to stop for all lines; None where only streets may lead."""
        otherwise = float(self._general_s) if start == end else None
        return self._stated.get((start, end), self._plain.get((start, end), otherwise))

    def copy_ways(
        self,
        original: npt.NDArray[np.int32],
        first_s: npt.NDArray[np.float64],
        last_s: npt.NDArray[np.float64],
    ) -> None:
        """Copy the ways of a stop to those that stand for single trips at it.

        Parameters
        ----------
        original
            int32 (n_stops and copies,): the stop itself, or the one that it stands for.
        first_s, last_s
            float64, of the same length: the first time at which one may get off, and the last at
            which one may get on; between two copies of which nobody has the time there is no way.
        """
        copies: dict[int, list[int]] = {}
        for stop in range(len(self._lon), len(original)):
            copies.setdefault(int(original[stop]), [int(original[stop])]).append(stop)
        self._lon, self._lat = self._lon[original], self._lat[original]
        # Changing at one stop is a way too, once its trips call at copies of it
        same = {(stop, stop): float(self._general_s) for stop in copies}
        for (start, end), seconds in (same | self._plain | self._stated).items():
            if start in copies or end in copies:
                one = np.array(copies.get(start, [start]))
                other = np.array(copies.get(end, [end]))
                a, b = np.nonzero(first_s[one][:, None] <= last_s[other][None, :])
                self._copied.append((one[a], other[b], np.full(len(a), seconds)))

    def set_seconds(self, starts: Iterable[int], ends: Sequence[int], seconds: float) -> None:
        """Set the seconds of all ways between some stops, or forbid them."""
        self._single.update({(start, end): seconds for start in starts for end in ends})

    def result(self) -> Changes:
        """Build the arrays of a timetable."""
        n = len(self._lon)
        parts = [_table(self._plain | self._stated), *self._copied, _table(self._single)]
        start, end, seconds = (
            np.concatenate([part[number] for part in parts]) for number in range(3)
        )
        # of each pair the last counts, by stop and stop
        _, place = np.unique((start * n + end)[::-1], return_index=True)
        start, end, seconds = (part[len(part) - 1 - place] for part in (start, end, seconds))
        shut, here = seconds == FORBIDDEN, start == end
        least = np.full(n, self._general_s, dtype=np.int32)
        allowed = np.ones(n, dtype=np.uint8)
        least[start[here & ~shut]] = seconds[here & ~shut]
        allowed[start[here & shut]] = 0
        return Changes(
            min_change_s=least,
            change_ok=allowed,
            transfer_from=start[~here & ~shut].astype(np.int32),
            transfer_to=end[~here & ~shut].astype(np.int32),
            transfer_s=seconds[~here & ~shut].astype(np.int32),
            forbidden_from=start[~here & shut].astype(np.int32),
            forbidden_to=end[~here & shut].astype(np.int32),
        )


def _table(
    ways: dict[tuple[int, int], float],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the ends and seconds of ways as arrays."""
    ends = np.array(list(ways), dtype=np.int64).reshape(-1, 2)
    return ends[:, 0], ends[:, 1], np.array(list(ways.values()), dtype=np.float64)
