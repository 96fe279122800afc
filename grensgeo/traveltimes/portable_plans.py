"""The timetables that travel with a network: runs once each, whichever trip or scenario has them.

A trip of a date is carried in both directions: leaving the place in the window of departures, and
having to be there by the end of the same window. Scenarios and trips of one date share most runs,
so all runs go into one pool, and what is carried for each plan is which of them run.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import InputError, some
from grensgeo.gtfs.runs import concatenate, select
from grensgeo.gtfs.timetable.patterns import gather, ungather
from grensgeo.routing.transit.raptor import Window
from grensgeo.traveltimes.departures import Plan
from grensgeo.traveltimes.trip import LONGEST_MIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from grensgeo.gtfs import Timetable
    from grensgeo.gtfs.runs import Runs
    from grensgeo.network import Network
    from grensgeo.traveltimes.trip import Trip

    Arrays = dict[str, npt.NDArray[Any] | list[str]]

#: Columns of a run that a page does not need; they must not make two equal runs different.
_UNUSED = ("line", "headsign", "route_id", "number", "operator", "feed", "route_type")
#: What of them tells a reader which vehicle to take.
_TOLD = ("line", "headsign")

#: How to change at stops, as a timetable names it.
_AT_STOPS = ("min_change_s", "change_ok")
_BETWEEN = ("transfer_from", "transfer_to", "transfer_s", "forbidden_from", "forbidden_to")


def both_ways(trip: Trip) -> tuple[Trip, Trip]:
    """Return a trip by timetable as it is made from a place and to it.

    Parameters
    ----------
    trip
        A trip; with a departure or an arrival if it is by timetable.

    Returns
    -------
    tuple of Trip
        Leaving in the window from the departure, and having to be there in the window up to its
        end, at the same speeds. A trip without departure and arrival twice.

    Examples
    --------
    >>> from grensgeo.traveltimes import Trip
    >>> both_ways(Trip("transit", departure="2026-03-10T07:30", window_min=60))[1].arrival
    '2026-03-10T08:30'
    """
    if trip.moment is None:
        return trip, trip
    window = timedelta(minutes=trip.window_min or 0.0)
    moment = datetime.fromisoformat(trip.moment)
    period = trip.speed_period()

    def shown(time: datetime) -> str:
        return time.isoformat(timespec="seconds" if time.second else "minutes")

    if trip.departure is not None:
        there = replace(trip, departure=None, arrival=shown(moment + window), period=period)
        return trip, there
    return replace(trip, arrival=None, departure=shown(moment - window), period=period), trip


@dataclass(eq=False)
class Plans:
    """Timetables while they are gathered.

    Attributes
    ----------
    number
        Stops by id, in the order in which they were met.
    stops
        Name, longitude, latitude and country code of each.
    runs
        Runs that are there already, by their calls.
    pool
        The same, a piece a timetable.
    members
        Which runs each plan has.
    changes
        Ways to change, once each.
    notes
        What the timetables assume.
    """

    number: dict[str, int] = field(default_factory=dict)
    stops: list[tuple[str, float, float, int]] = field(default_factory=list)
    runs: dict[bytes, int] = field(default_factory=dict)
    pool: list[Runs] = field(default_factory=list)
    members: list[npt.NDArray[np.int64]] = field(default_factory=list)
    changes: list[dict[str, npt.NDArray[Any]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lay_out(self, network: Network, trip: Trip) -> dict[str, Any]:
        """Add the timetable of a trip, and return where it is.

        Raises
        ------
        InputError
            As :class:`grensgeo.traveltimes.departures.Plan` does, where the country of a stop is
            not known, or where a stop of one id lies at two places.
        """
        plan = Plan.of(network, trip)
        stop = self._stops(plan)
        window = Window(plan.moments_s, trip.max_rides, 60.0 * (trip.max_min or LONGEST_MIN))
        self.notes += [note for note in plan.timetable.notes if note not in self.notes]
        return {
            "plan": self._plan(self._members(plan, stop, window)),
            "changes": self._changes(plan.timetable, stop),
            "moments_s": plan.moments_s.tolist(),
            "limit_s": window.limit,
            "max_rides": trip.max_rides,
        }

    def lay_out_all(self, variants: Iterable[Network], trip: Trip) -> list[dict[str, Any]]:
        """Add the timetable of a trip in several networks of the same streets.

        Raises
        ------
        InputError
            As :meth:`lay_out`.
        """
        added: dict[tuple[int, ...], dict[str, Any]] = {}
        result = []
        for network in variants:
            feeds = tuple(id(feed) for feed in network.feeds)
            if feeds not in added:
                added[feeds] = self.lay_out(network, trip)
            result.append(added[feeds])
        return result

    def _plan(self, members: npt.NDArray[np.int64]) -> int:
        """Return the number of a plan, the same for those that have the same runs."""
        for number, other in enumerate(self.members):
            if np.array_equal(np.sort(members), np.sort(other)):
                return number
        self.members.append(members)
        return len(self.members) - 1

    def _stops(self, plan: Plan) -> npt.NDArray[np.int32]:
        """Return the numbers of a timetable's stops among all."""
        table, country = plan.timetable, plan.stop_country
        if country is None:
            raise InputError(
                "country-missing",
                "trip: the atlas must know the country of each stop; give the feeds to the "
                "network with countries= (grensgeo build --boundaries)",
            )
        rows = zip(table.stop_names, table.stop_lon, table.stop_lat, country, strict=True)
        # a scenario may bring a second feed; with one alone ids do not name it
        alone = f"{table.feeds[0]}:" if len(table.feeds) == 1 else ""
        names = [f"{alone}{name}" for name in table.stop_ids]
        # a copy at which single trips call is a stop of its own, numbered among those of its stop
        copies = np.flatnonzero(table.stop_original != np.arange(table.n_stops)).tolist()
        for number, at in enumerate(copies, start=1):
            names[at] += f"~{number}"
        moved = []
        for name, row in zip(names, rows, strict=True):
            stop = str(row[0]), float(row[1]), float(row[2]), COUNTRIES.index(row[3])
            at = self.number.setdefault(name, len(self.stops))
            if at == len(self.stops):
                self.stops.append(stop)
            elif self.stops[at] != stop:
                moved.append(name)
        if moved:
            raise InputError(
                "stop-in-two-places",
                f"scenarios: stops {some(moved)} lie elsewhere in one of the networks, or have "
                "another name; give stops that move ids of their own",
            )
        return np.array([self.number[name] for name in names], dtype=np.int32)

    def _members(
        self, plan: Plan, stop: npt.NDArray[np.int32], window: Window
    ) -> npt.NDArray[np.int64]:
        """Add the runs of a plan to the pool, those that can be of use in its window."""
        runs = ungather(plan.timetable)
        opens, closes = runs.departure_s[runs.start[:-1]], runs.arrival_s[runs.start[1:] - 1]
        first, last = int(window.moments_s[0]), int(window.moments_s[-1])
        early = first - window.limit if plan.reverse else first
        late = last if plan.reverse else last + window.limit
        runs = select(runs, np.flatnonzero((closes >= early) & (opens <= late)))
        runs = replace(runs, stop=stop[runs.stop])
        calls = np.stack(
            [runs.stop, runs.arrival_s, runs.departure_s, runs.board_ok, runs.alight_ok], axis=1
        ).astype(np.int32)
        fresh, members = [], []
        for run, (start, end) in enumerate(zip(runs.start[:-1], runs.start[1:], strict=True)):
            key = calls[start:end].tobytes()
            if key not in self.runs:
                self.runs[key] = len(self.runs)
                fresh.append(run)
            members.append(self.runs[key])
        self.pool.append(select(runs, fresh))
        return np.array(members, dtype=np.int64)

    def _changes(self, table: Timetable, stop: npt.NDArray[np.int32]) -> int:
        """Return the number of a timetable's ways to change, the same for those that are the same.

        Stops that a timetable does not have are not called at; how to change there is no matter.
        """
        found = {name: stop[getattr(table, name)] for name in _BETWEEN if name != "transfer_s"}
        found["transfer_s"] = np.array(table.transfer_s)
        found |= {name: np.array(getattr(table, name)) for name in _AT_STOPS}
        found["stop"] = stop
        for number, other in enumerate(self.changes):
            if all(np.array_equal(other[name], found[name]) for name in found):
                return number
        self.changes.append(found)
        return len(self.changes) - 1

    def arrays(self) -> Arrays:
        """Return everything that was gathered."""
        if not self.members:
            return {}
        runs = concatenate(self.pool)
        n_runs = len(runs)
        names = np.arange(n_runs).astype(str).astype(object)
        blank = np.full(n_runs, "", dtype=object)
        unused = {name: blank.copy() for name in _UNUSED[:5]}
        patterns = gather(replace(runs, trip_id=names, **unused))
        place = np.empty(n_runs, dtype=np.int64)
        place[patterns.trip_id.astype(np.int64)] = np.arange(n_runs)
        arrays: Arrays = {
            "pattern/calls": np.diff(patterns.pattern_stop_start).astype(np.int32),
            "pattern/runs": np.diff(patterns.pattern_trip_start).astype(np.int32),
            "call/stop": patterns.pattern_stop,
            "call/board": patterns.board_ok,
            "call/alight": patterns.alight_ok,
        }
        arrays |= _times(patterns.trip_arrival_s, patterns.trip_departure_s, arrays)
        arrays |= _vehicles(runs, patterns.trip_id.astype(np.int64))
        for number, members in enumerate(self.members):
            runs_of = np.zeros(n_runs, dtype=np.uint8)
            runs_of[place[members]] = 1
            arrays[f"plan/{number}/run"] = runs_of
        for number, changes in enumerate(self.changes):
            arrays |= {f"changes/{number}/{name}": part for name, part in changes.items()}
        return arrays

    @property
    def lonlat(self) -> npt.NDArray[np.float64]:
        """Degrees of the stops: float64 (n_stops, 2)."""
        return np.array([stop[1:3] for stop in self.stops], dtype=np.float64).reshape(-1, 2)

    @property
    def country(self) -> npt.NDArray[np.uint8]:
        """Country codes of the stops."""
        return np.array([stop[3] for stop in self.stops], dtype=np.uint8)

    def stop_arrays(self) -> Arrays:
        """Return ids and names of the stops."""
        return {
            "stop/id": list(self.number),
            # a line each, whatever a feed holds
            "stop/name": [" ".join(stop[0].split()) for stop in self.stops],
            "stop/lon": self.lonlat[:, 0],
            "stop/lat": self.lonlat[:, 1],
        }


def _vehicles(runs: Runs, order: npt.NDArray[np.int64]) -> Arrays:
    """Return what the vehicle of each run is called, and where it goes: once each."""
    told = [tuple(" ".join(str(text).split()) for text in pair) for pair in _pairs(runs, order)]
    number = {pair: at for at, pair in enumerate(sorted(set(told)))}
    columns = zip(_TOLD, zip(*number, strict=True), strict=True) if number else ()
    return {
        "run/vehicle": np.array([number[pair] for pair in told], dtype=np.int32),
        **{f"vehicle/{name}": list(column) for name, column in columns},
    }


def _pairs(runs: Runs, order: npt.NDArray[np.int64]) -> Iterable[tuple[str, str]]:
    return zip(*(getattr(runs, name)[order].tolist() for name in _TOLD), strict=True)


def _times(
    arrival_s: npt.NDArray[np.int32], departure_s: npt.NDArray[np.int32], arrays: Arrays
) -> Arrays:
    """Return times as what changes from one run of a pattern to the next.

    For every call the seconds of riding there from the call before (for the first call the time
    of arrival) and those of standing; less those of the run before it in the pattern.
    """
    calls, runs = np.asarray(arrays["pattern/calls"]), np.asarray(arrays["pattern/runs"])
    ride, stand = np.diff(arrival_s, prepend=np.int32(0)), departure_s - arrival_s
    ride[1:] -= stand[:-1]
    length = np.repeat(calls, runs)  # of every run
    start = np.cumsum(length) - length
    ride[start] = arrival_s[start]
    before = np.arange(len(ride)) - np.repeat(length, length)
    first = np.zeros(len(length), dtype=bool)
    first[(np.cumsum(runs) - runs)[runs > 0]] = True
    later = ~np.repeat(first, length)
    result: Arrays = {}
    for name, values in (("call/ride_s", ride), ("call/stand_s", stand)):
        steps = values.copy()
        steps[later] -= values[before[later]]
        result[name] = steps.astype(np.int32)
    return result
