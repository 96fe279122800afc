"""``stop_times.txt``: the calls of every trip, in order, with missing times interpolated."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.flex import report_only_flexible
from grensgeo.gtfs.reading.relations import FLEXIBLE
from grensgeo.polylines import straight_m

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.cells import Bad, Tables


#: Fastest believable speed between two calls by kind of vehicle, in km/h, and any other.
#: Source: MobilityData gtfs-validator, rule fast_travel_between_consecutive_stops.
_FASTEST_KMH = {0: 100, 1: 150, 2: 500, 3: 150, 4: 80, 5: 30, 6: 50, 7: 50, 11: 150, 12: 150}
_FASTEST_OTHER_KMH = 200
#: Times are often given in whole minutes.
_ROUNDING_S = 60

_FILE = "stop_times.txt"


@dataclass(frozen=True, eq=False)
class Calls:
    """Calls of all trips, trip by trip in the order of ``trips``.

    Attributes
    ----------
    start
        int64 (n_trips + 1,): first call of each trip.
    stop
        int32 (n_calls,): position of the stop in ``stops``.
    arrival_s, departure_s
        int32 (n_calls,): GTFS seconds, counted from noon less twelve hours.
    board_ok, alight_ok
        uint8 (n_calls,): 0 where ``pickup_type`` or ``drop_off_type`` is 1.
    """

    start: npt.NDArray[np.int64]
    stop: npt.NDArray[np.int32]
    arrival_s: npt.NDArray[np.int32]
    departure_s: npt.NDArray[np.int32]
    board_ok: npt.NDArray[np.uint8]
    alight_ok: npt.NDArray[np.uint8]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)


def check_call_columns(tables: dict[str, pd.DataFrame], findings: Findings) -> None:
    """Check that calls have a stop and a time; those of GTFS-Flex have neither."""
    calls = tables.get("stop_times")
    if calls is None:
        return
    flexible = any(name in calls for name in FLEXIBLE)
    timed = "arrival_time" in calls or "departure_time" in calls
    if flexible and not ("stop_id" in calls and timed):
        report_only_flexible(findings)
        return
    lost = [name for name in ("arrival_time", "departure_time") if not timed]
    for name in lost + ["stop_id"] * ("stop_id" not in calls):
        findings.add(
            "error",
            "missing_required_column",
            "the column is missing",
            file="stop_times.txt",
            field=name,
            remedy="add it",
        )


def check_call_stops(tables: Tables, bad: Bad, findings: Findings) -> None:
    """Find calls at no stop."""
    calls = tables["stop_times"]
    lost = calls["stop_id"].isna().to_numpy()
    if not lost.any():
        return
    bad["stop_times"] = bad["stop_times"] | lost
    findings.add(
        "error",
        "missing_required_value",
        "empty",
        file="stop_times.txt",
        field="stop_id",
        rows=calls.index[lost],
        remedy="fill it in",
    )


def build_calls(
    stop_times: pd.DataFrame, stops: pd.DataFrame, trips: pd.DataFrame, findings: Findings
) -> tuple[Calls, npt.NDArray[np.bool_]]:
    """Build the calls of each trip from ``stop_times``, in order.

    Parameters
    ----------
    stop_times
        Rows as read; each trip and stop is known.
    stops
        Indexed by ``stop_id``, with ``stop_lon`` and ``stop_lat``.
    trips
        Indexed by ``trip_id``, with ``route_type``.
    findings
        Collects what is wrong and what was filled in.

    Returns
    -------
    Calls
        One group a trip, in the order of ``trips``; a trip that cannot be used has none.
    ndarray
        bool (n_trips,): trips that can be used.
    """
    rows = _CallRows(stop_times, stops, trips)
    usable = np.ones(len(trips), dtype=bool)
    rows.one_sided(findings)
    rows.open_ends(findings)
    rows.too_short(findings, usable)
    rows.backwards(findings, usable)
    rows.left_out(findings, usable)
    rows.fill(findings, usable)
    rows.too_fast(findings, usable, trips["route_type"].to_numpy())
    rows.on_request(findings)
    return rows.result(usable), usable


def _between(
    timed: npt.NDArray[np.bool_], trip: npt.NDArray[np.intp], n_trips: int
) -> npt.NDArray[np.bool_]:
    """Return which calls lie from the first to the last of their trip that has a time."""
    place = np.arange(len(timed))
    first = np.full(n_trips, len(timed), dtype=np.int64)
    last = np.full(n_trips, -1, dtype=np.int64)
    np.minimum.at(first, trip[timed], place[timed])
    np.maximum.at(last, trip[timed], place[timed])
    return np.asarray((place >= first[trip]) & (place <= last[trip]))


class _CallRows:
    """Rows of ``stop_times`` sorted by trip and sequence, on their way to calls."""

    def __init__(self, stop_times: pd.DataFrame, stops: pd.DataFrame, trips: pd.DataFrame) -> None:
        trip = trips.index.get_indexer(stop_times["trip_id"].cat.categories)
        stop = stops.index.get_indexer(stop_times["stop_id"].cat.categories)
        self.trip = trip[stop_times["trip_id"].cat.codes]
        sequence = stop_times["stop_sequence"].to_numpy()
        order = np.lexsort((sequence, self.trip))
        timed = np.zeros(len(order), dtype=bool)
        for name in ("arrival_time", "departure_time"):
            if name in stop_times:
                timed |= ~np.isnan(stop_times[name].to_numpy()[order])
        # Calls before the first time or after the last cannot be interpolated
        inside = _between(timed, self.trip[order], len(trips))
        self.open_trip = self.trip[order[~inside]]
        self.open_row = stop_times.index.to_numpy()[order[~inside]]
        order = order[inside]
        self.trip = self.trip[order]
        self.stop = stop[stop_times["stop_id"].cat.codes][order].astype(np.int32)
        self.row = stop_times.index.to_numpy()[order]
        self.arrival = self._numbers(stop_times, "arrival_time", order)
        self.departure = self._numbers(stop_times, "departure_time", order)
        self.pickup = self._codes(stop_times, "pickup_type", order)
        self.drop_off = self._codes(stop_times, "drop_off_type", order)
        self.shape_m = self._numbers(stop_times, "shape_dist_traveled", order)
        self.start = np.zeros(len(trips) + 1, dtype=np.int64)
        np.cumsum(np.bincount(self.trip, minlength=len(trips)), out=self.start[1:])
        self.first = np.zeros(len(order), dtype=bool)
        self.first[self.start[:-1][np.diff(self.start) > 0]] = True
        self.last = np.roll(self.first, -1)
        self.names = trips.index
        self.step_m = self._steps(stops)

    def _steps(self, stops: pd.DataFrame) -> npt.NDArray[np.float64]:
        """Compute the straight distance from the call before; 0 at the first of a trip."""
        lon, lat = (stops[name].to_numpy()[self.stop] for name in ("stop_lon", "stop_lat"))
        steps = np.zeros(len(self.stop))
        steps[1:] = straight_m(lon[:-1], lat[:-1], lon[1:], lat[1:])
        steps[self.first] = 0
        return steps

    @staticmethod
    def _numbers(
        frame: pd.DataFrame, name: str, order: npt.NDArray[np.intp]
    ) -> npt.NDArray[np.float64]:
        """Return a column of numbers, NaN where the feed has none."""
        if name not in frame:
            return np.full(len(order), np.nan)
        return np.asarray(frame[name].to_numpy()[order], dtype=np.float64)

    @staticmethod
    def _codes(
        frame: pd.DataFrame, name: str, order: npt.NDArray[np.intp]
    ) -> npt.NDArray[np.int64]:
        """Return a column of codes, 0 where the feed has none."""
        if name not in frame:
            return np.zeros(len(order), dtype=np.int64)
        return np.asarray(frame[name].to_numpy()[order], dtype=np.int64)

    def _trips(self, rows: npt.NDArray[np.intp]) -> list[str]:
        """Return the ids of the trips of some rows."""
        return [str(self.names[trip]) for trip in self.trip[rows[:1000]]]

    def _drop(
        self,
        findings: Findings,
        usable: npt.NDArray[np.bool_],
        wrong: npt.NDArray[np.bool_],
        what: tuple[str, str, str, str],
    ) -> None:
        """Report wrong rows as errors, and mark their trips as not usable."""
        at = np.flatnonzero(wrong)
        if len(at) == 0:
            return
        code, field, message, remedy = what
        usable[self.trip[at]] = False
        findings.add(
            "error",
            code,
            message,
            file=_FILE,
            field=field,
            rows=self.row[at],
            values=self._trips(at),
            remedy=remedy,
        )

    def one_sided(self, findings: Findings) -> None:
        """Fill in the arrival from the departure, or the other way round, where one is missing."""
        only_arrival = np.isnan(self.departure) & ~np.isnan(self.arrival)
        only_departure = np.isnan(self.arrival) & ~np.isnan(self.departure)
        at = np.flatnonzero(only_arrival | only_departure)
        if len(at) == 0:
            return
        self.arrival = np.where(only_departure, self.departure, self.arrival)
        self.departure = np.where(only_arrival, self.arrival, self.departure)
        findings.add(
            "notice",
            "stop_time_with_only_arrival_or_departure_time",
            "calls with only one of arrival and departure",
            file=_FILE,
            rows=self.row[at],
            remedy="it was taken for both",
        )

    def open_ends(self, findings: Findings) -> None:
        """Report calls before the first and after the last time of a trip; they are left out.

        R5 and OpenTripPlanner read such a feed too, and leave the trip or these calls out.
        """
        if len(self.open_row) == 0:
            return
        names = [str(self.names[trip]) for trip in dict.fromkeys(self.open_trip[:1000].tolist())]
        findings.add(
            "warning",
            "missing_trip_edge",
            "no time at the first or last calls of trips",
            file=_FILE,
            field="arrival_time",
            rows=self.open_row,
            values=names,
            remedy="these calls were left out, as nobody knows when the vehicle is there; only "
            "times between two that are given can be interpolated",
        )

    def too_short(self, findings: Findings, usable: npt.NDArray[np.bool_]) -> None:
        """Drop trips that call nowhere or once."""
        short = np.flatnonzero(np.diff(self.start) < 2)
        if len(short) == 0:
            return
        usable[short] = False
        findings.add(
            "warning",
            "unusable_trip",
            f"{len(short):,} trips with fewer than two calls at a time",
            file="trips.txt",
            field="trip_id",
            values=[str(name) for name in self.names[short]],
            remedy="they were left out",
            count=len(short),
        )

    def backwards(self, findings: Findings, usable: npt.NDArray[np.bool_]) -> None:
        """Find trips that arrive before they left."""
        with np.errstate(invalid="ignore"):
            self._drop(
                findings,
                usable,
                self.departure < self.arrival,
                (
                    "stop_time_departure_before_arrival_time",
                    "departure_time",
                    "a departure before the arrival on trips",
                    "correct the times; past midnight they go on with 24:00:00",
                ),
            )
            known = np.flatnonzero(~np.isnan(self.arrival))
            later = known[1:][~self.first[known[1:]]]
            before = known[:-1][~self.first[known[1:]]]
            same = self.trip[later] == self.trip[before]
            wrong = np.zeros(len(self.row), dtype=bool)
            early = self.arrival[later] < self.departure[before]
            wrong[later[same & early]] = True
        self._drop(
            findings,
            usable,
            wrong,
            (
                "stop_time_with_arrival_before_previous_departure_time",
                "arrival_time",
                "an arrival before the departure from the call before, on trips",
                "correct the times; past midnight they go on with 24:00:00",
            ),
        )

    def left_out(self, findings: Findings, usable: npt.NDArray[np.bool_]) -> None:
        """Count the trips whose times cannot be."""
        gone = np.flatnonzero(~usable & (np.diff(self.start) >= 2))
        if len(gone):
            findings.add(
                "warning",
                "left_out",
                f"{len(gone):,} of {len(usable):,} trips have times that cannot be",
                file="trips.txt",
                values=[str(name) for name in self.names[gone[:1000]]],
                remedy="they are left out where the feed is read with repair",
                count=len(gone),
            )

    def fill(self, findings: Findings, usable: npt.NDArray[np.bool_]) -> None:
        """Interpolate blank times: along the shape, else along straight lines, else evenly.

        Source: gtfs-lib, which R5 reads feeds with, interpolates along straight lines
        (``GTFSFeed.getInterpolatedStopTimesForTrip``).
        """
        blank = np.flatnonzero(np.isnan(self.arrival) & usable[self.trip])
        if len(blank) == 0:
            return
        # For each blank call the known ones around it; trips begin and end with a known one
        known = np.flatnonzero(~np.isnan(self.arrival))
        after = np.searchsorted(known, blank)
        before, after = known[after - 1], known[after]
        straight = np.cumsum(self.step_m)
        index = np.arange(len(self.row), dtype=float)
        falls = np.zeros(len(self.row), dtype=bool)
        with np.errstate(invalid="ignore"):
            falls[1:] = ~(self.shape_m[1:] >= self.shape_m[:-1])
        # Distances along a shape serve where they never fall between the two known calls
        fallen = np.cumsum(falls)
        along = (fallen[after] == fallen[before]) & (self.shape_m[after] > self.shape_m[before])
        straightly = ~along & (straight[after] > straight[before])
        share = np.empty(len(blank))
        evenly = ~along & ~straightly
        for chosen, measure in ((along, self.shape_m), (straightly, straight), (evenly, index)):
            here, low, high = blank[chosen], before[chosen], after[chosen]
            share[chosen] = (measure[here] - measure[low]) / (measure[high] - measure[low])
        leave, arrive = self.departure[before], self.arrival[after]
        time = np.floor(leave + share * (arrive - leave) + 0.5)
        self.arrival = self.arrival.copy()
        self.departure = self.departure.copy()
        self.arrival[blank] = self.departure[blank] = time
        ways = [
            (int(along.sum()), "by distance along the shape"),
            (int(straightly.sum()), "by straight distance between stops"),
            (int(evenly.sum()), "evenly"),
        ]
        findings.add(
            "notice",
            "blank_times",
            "calls without times on trips",
            file=_FILE,
            field="arrival_time",
            rows=self.row[blank],
            values=self._trips(blank),
            remedy="interpolated " + ", ".join(f"{n:,} {how}" for n, how in ways if n),
        )

    def too_fast(
        self,
        findings: Findings,
        usable: npt.NDArray[np.bool_],
        route_type: npt.NDArray[np.int64],
    ) -> None:
        """Warn of trips that fly: a stop is misplaced or a time wrong."""
        limit = np.array([_FASTEST_KMH.get(int(t), _FASTEST_OTHER_KMH) for t in route_type])
        duration = np.zeros(len(self.row))
        duration[1:] = self.arrival[1:] - self.departure[:-1]
        seconds = np.maximum(duration, 0) + _ROUNDING_S
        seen = usable[self.trip] & ~self.first
        fast = seen & (self.step_m / seconds * 3.6 > limit[self.trip])
        at = np.flatnonzero(fast)
        if len(at) == 0:
            return
        worst = at[np.argmax(self.step_m[at] / seconds[at])]
        findings.add(
            "warning",
            "fast_travel_between_consecutive_stops",
            f"faster than the vehicle can be, at worst {self.step_m[worst] / 1000:,.0f} km in "
            f"{duration[worst] / 60:.0f} min, on trips",
            file=_FILE,
            field="arrival_time",
            rows=self.row[at],
            values=self._trips(at),
            remedy="look at the coordinates of the stops (swapped?) and at the times",
        )

    def on_request(self, findings: Findings) -> None:
        """Report which calls count as served though somebody has to ask for them first."""
        for kind, code, message in (
            (2, "on_demand", "calls that are made only if a passenger rings up"),
            (3, "ask_driver", "calls that are made only if a passenger asks the driver"),
        ):
            at = np.flatnonzero((self.pickup == kind) | (self.drop_off == kind))
            if len(at):
                findings.add(
                    "notice",
                    code,
                    message,
                    file=_FILE,
                    field="pickup_type",
                    rows=self.row[at],
                    values=self._trips(at),
                    remedy="they count as served",
                )

    def result(self, usable: npt.NDArray[np.bool_]) -> Calls:
        """Return the calls of the trips that can be used."""
        keep = usable[self.trip]
        start = np.zeros(len(usable) + 1, dtype=np.int64)
        np.cumsum(np.where(usable, np.diff(self.start), 0), out=start[1:])
        return Calls(
            start=start,
            stop=self.stop[keep],
            arrival_s=self.arrival[keep].astype(np.int32),
            departure_s=self.departure[keep].astype(np.int32),
            board_ok=(self.pickup[keep] != 1).astype(np.uint8),
            alight_ok=(self.drop_off[keep] != 1).astype(np.uint8),
        )


def calls_of(calls: Calls, usable: npt.NDArray[np.bool_]) -> Calls:
    """Select the calls of the trips that can be used; the others have none."""
    start = np.append(calls.start[:-1][usable], calls.start[-1])
    return Calls(
        start=start,
        stop=calls.stop,
        arrival_s=calls.arrival_s,
        departure_s=calls.departure_s,
        board_ok=calls.board_ok,
        alight_ok=calls.alight_ok,
    )
