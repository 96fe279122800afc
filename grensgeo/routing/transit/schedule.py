"""Lay a timetable out for searching: trips by pattern, boarding by stop, ways between stops.

Arrays in, arrays out. Searching backwards in time (arrive by) is searching forwards in a mirror:
every time changes its sign, every trip its direction, and getting on is getting off.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from grensgeo.errors import Faults, InputError, some

if TYPE_CHECKING:
    from collections.abc import Sized

    import numpy.typing as npt

    from grensgeo.arrays import Codes, Indices, Longs

    #: From, to and seconds of ways between stops.
    Ways = tuple[npt.NDArray[np.integer], npt.NDArray[np.integer], npt.NDArray[np.number]]

#: No time of a timetable is further from midnight, and no journey longer: 194 days. A time and a
#: number of rides then fit into 32 bits together, with room for sums, and whole seconds into
#: single precision.
LONGEST_S = 1 << 24
#: Ways through the streets are sums in single precision, right within 5e-7 of themselves: so much
#: of a way of five hours. Without it a way of just 720 s would take 721 s now and then.
ROUNDING_S = 0.01
#: No pattern has more trips, so that their numbers fit into 16 bits and the labels of a city into
#: the first-level cache.
MOST_TRIPS = (1 << 15) - 1


class TimetableLike(Protocol):
    """What a timetable has to offer; see :class:`grensgeo.gtfs.Timetable`."""

    @property
    def n_stops(self) -> int: ...  # noqa: D102 - declared, with all others, by the timetable
    @property
    def pattern_stop_start(self) -> Longs: ...  # noqa: D102
    @property
    def pattern_stop(self) -> Indices: ...  # noqa: D102
    @property
    def board_ok(self) -> Codes: ...  # noqa: D102
    @property
    def alight_ok(self) -> Codes: ...  # noqa: D102
    @property
    def pattern_trip_start(self) -> Longs: ...  # noqa: D102
    @property
    def pattern_time_start(self) -> Longs: ...  # noqa: D102
    @property
    def trip_arrival_s(self) -> Indices: ...  # noqa: D102
    @property
    def trip_departure_s(self) -> Indices: ...  # noqa: D102
    @property
    def min_change_s(self) -> Indices: ...  # noqa: D102
    @property
    def change_ok(self) -> Codes: ...  # noqa: D102
    @property
    def transfer_from(self) -> Indices: ...  # noqa: D102
    @property
    def transfer_to(self) -> Indices: ...  # noqa: D102
    @property
    def transfer_s(self) -> Indices: ...  # noqa: D102
    @property
    def forbidden_from(self) -> Indices: ...  # noqa: D102
    @property
    def forbidden_to(self) -> Indices: ...  # noqa: D102
    @property
    def headways(self) -> Sized: ...  # noqa: D102


class Lines(NamedTuple):
    """What a search reads. A call is a stop of a pattern; its trips are all those of the pattern.

    Attributes
    ----------
    stop_start, stop_call
        int64 (n_stops + 1,) and int32: the calls at each stop where a passenger may get on and
        ride at least one stop further.
    stop_trips
        int32, alongside ``stop_call``: number of trips.
    stop_departure
        int64, alongside ``stop_call``: where the departures of the first trip stand.
    departure_s
        int32: departures call by call, each trip after trip.
    call_stop, call_end
        int32 (n_calls,): stop, and the last call of the pattern.
    call_off
        uint8 (n_calls,): 1 where a passenger may get off.
    call_arrival, call_stride
        int64 (n_calls,): the arrival of trip ``t`` stands at ``call_arrival + t * call_stride``.
    arrival_s
        int32: arrivals pattern by pattern, trip by trip, call by call.
    way_start, way_stop, way_s
        int64 (n_stops + 1,), int32 and int32: stops where a line can be boarded after getting
        off, with the seconds until one is ready to. The stop itself is one of them, unless
        changing is forbidden there.
    """

    stop_start: Longs
    stop_call: Indices
    stop_trips: Indices
    stop_departure: Longs
    departure_s: Indices
    call_stop: Indices
    call_end: Indices
    call_off: Codes
    call_arrival: Longs
    call_stride: Longs
    arrival_s: Indices
    way_start: Longs
    way_stop: Indices
    way_s: Indices


@dataclass(frozen=True, eq=False)
class Schedule:
    """A timetable ready to be searched.

    Attributes
    ----------
    lines
        What a search reads.
    reverse
        Whether this is the mirror that a search for the latest departure runs in.
    pattern_start
        int64 (n_patterns + 1,): first call of each pattern, of the mirror if it is one.
    trip_start
        int64 (n_patterns + 1,): first trip of each pattern, of the mirror if it is one.
    call_departure
        int64 (n_calls,): where the departures of each call's first trip stand.
    """

    lines: Lines
    reverse: bool
    pattern_start: Longs
    trip_start: Longs
    call_departure: Longs

    @property
    def n_stops(self) -> int:
        """Number of stops."""
        return len(self.lines.way_start) - 1


@dataclass(frozen=True, eq=False)
class _Arrays:
    """The arrays of patterns, as they are or mirrored."""

    pattern_stop_start: Longs
    pattern_stop: Indices
    board_ok: Codes
    alight_ok: Codes
    pattern_trip_start: Longs
    pattern_time_start: Longs
    trip_arrival_s: Indices
    trip_departure_s: Indices

    @classmethod
    def of(cls, timetable: TimetableLike) -> _Arrays:
        return cls(*(getattr(timetable, item.name) for item in fields(cls)))

    def mirrored(self) -> _Arrays:
        """Run time backwards: whole arrays read from their end, patterns and trips and calls."""
        return _Arrays(
            pattern_stop_start=self.pattern_stop_start[-1] - self.pattern_stop_start[::-1],
            pattern_stop=self.pattern_stop[::-1],
            board_ok=self.alight_ok[::-1],
            alight_ok=self.board_ok[::-1],
            pattern_trip_start=self.pattern_trip_start[-1] - self.pattern_trip_start[::-1],
            pattern_time_start=self.pattern_time_start[-1] - self.pattern_time_start[::-1],
            trip_arrival_s=-self.trip_departure_s[::-1],
            trip_departure_s=-self.trip_arrival_s[::-1],
        )


def prepare(
    timetable: TimetableLike,
    *,
    walks: Ways | None = None,
    least_change_s: int = 0,
    reverse: bool = False,
) -> Schedule:
    """Prepare a timetable for searching.

    Parameters
    ----------
    timetable
        A :class:`grensgeo.gtfs.Timetable`, or the same arrays.
    walks
        Ways between stops through the streets, beside those that the timetable states: from, to
        and seconds of walking; ``least_change_s`` comes on top of them. Where the timetable
        states a way between two stops that one counts; where it forbids changing none does.
    least_change_s
        No change, at whichever stop, takes less.
    reverse
        Prepare for moments of arrival, in :mod:`grensgeo.routing.transit.raptor`.

    Returns
    -------
    Schedule
        Ready to be searched.

    Raises
    ------
    InputError
        If arrays do not belong together, or times run backwards, or a trip overtakes another of
        its pattern, or trips at headways have no minute yet.
    """
    if len(timetable.headways):
        raise InputError(
            "headways-not-drawn",
            f"timetable: {len(timetable.headways)} trips at headways have no minute yet; draw "
            "them first (grensgeo.gtfs.draw)",
        )
    arrays = _Arrays.of(timetable)
    _check(arrays, timetable.n_stops)
    ways = _ways(timetable, walks, least_change_s)
    if reverse:
        arrays = arrays.mirrored()
        ways = (ways[1], ways[0], ways[2])
    length = np.diff(arrays.pattern_stop_start)
    call_trips = np.repeat(np.diff(arrays.pattern_trip_start), length)
    call_end = np.repeat(arrays.pattern_stop_start[1:] - 1, length)
    call_departure = np.cumsum(call_trips) - call_trips
    can_board = (arrays.board_ok != 0) & (np.arange(len(call_end)) < call_end) & (call_trips > 0)
    boarding = np.flatnonzero(can_board)
    stop_start, by_stop = _grouped(arrays.pattern_stop[boarding], timetable.n_stops)
    stop_call = boarding[by_stop]
    number = np.arange(len(call_end)) - np.repeat(arrays.pattern_stop_start[:-1], length)
    leads_on = np.diff(stop_start)[ways[1]] > 0
    way_from, way_to, way_s = (part[leads_on] for part in ways)
    way_start, order = _grouped(way_from, timetable.n_stops)
    # Copies, since a timetable's arrays are frozen: to numba those are of another type, and every
    # kernel would be compiled twice
    lines = Lines(
        stop_start=stop_start,
        stop_call=stop_call.astype(np.int32),
        stop_trips=call_trips[stop_call].astype(np.int32),
        stop_departure=call_departure[stop_call],
        departure_s=_call_by_call(arrays, arrays.trip_departure_s),
        call_stop=np.array(arrays.pattern_stop, dtype=np.int32, order="C"),
        call_end=call_end.astype(np.int32),
        call_off=np.array(arrays.alight_ok, dtype=np.uint8, order="C"),
        call_arrival=np.repeat(arrays.pattern_time_start[:-1], length) + number,
        call_stride=np.repeat(length, length),
        arrival_s=np.array(arrays.trip_arrival_s, dtype=np.int32, order="C"),
        way_start=way_start,
        way_stop=way_to[order].astype(np.int32),
        way_s=way_s[order].astype(np.int32),
    )
    return Schedule(
        lines=lines,
        reverse=reverse,
        pattern_start=arrays.pattern_stop_start,
        trip_start=arrays.pattern_trip_start,
        call_departure=call_departure,
    )


def whole_seconds(seconds: npt.NDArray[np.number]) -> npt.NDArray[np.int64]:
    """Round up to whole seconds, so that nobody gets on just after the doors close.

    Parameters
    ----------
    seconds
        Seconds, none null.

    Returns
    -------
    ndarray
        int64, of the same shape; :data:`ROUNDING_S` is taken for a rounding error.

    Examples
    --------
    >>> whole_seconds(np.array([59.2, 60.0, 60.001]))
    array([60, 60, 60])
    """
    return np.ceil(np.asarray(seconds, dtype=np.float64) - ROUNDING_S).astype(np.int64)


def _grouped(keys: npt.NDArray[np.integer], n: int) -> tuple[Longs, Longs]:
    """Return where each of ``n`` groups starts, and the order that puts them together."""
    start = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(keys, minlength=n), out=start[1:])
    return start, np.argsort(keys, kind="stable")


def _blocks(arrays: _Arrays) -> tuple[Longs, Longs, Longs]:
    """Return pattern, trip within it and call within it of every time."""
    length, trips = np.diff(arrays.pattern_stop_start), np.diff(arrays.pattern_trip_start)
    pattern = np.repeat(np.arange(len(length)), length * trips)
    place = np.arange(len(pattern)) - arrays.pattern_time_start[pattern]
    return pattern, place // length[pattern], place % length[pattern]


def _call_by_call(arrays: _Arrays, times: Indices) -> Indices:
    """Arrange times call by call, so that trips are searched side by side."""
    pattern, trip, call = _blocks(arrays)
    trips = np.diff(arrays.pattern_trip_start)
    out = np.empty(len(times), dtype=np.int32)
    out[arrays.pattern_time_start[pattern] + call * trips[pattern] + trip] = times
    return out


def _ways(
    timetable: TimetableLike, walks: Ways | None, least_s: int
) -> tuple[Longs, Longs, Longs]:
    """Collect changes at a stop, ways of the timetable and those through the streets."""
    n = timetable.n_stops
    parts: list[Ways] = [(timetable.transfer_from, timetable.transfer_to, timetable.transfer_s)]
    if walks is not None:
        if np.isnan(walks[2]).any():
            raise InputError(
                "value-missing", "walks: seconds are null; leave out ways that do not exist"
            )
        parts.append((walks[0], walks[1], whole_seconds(walks[2]) + least_s))
    faults = Faults()
    for name, (head, tail, seconds) in zip(("transfers", "walks"), parts, strict=False):
        stops = np.concatenate([head, tail])
        bad = stops[(stops < 0) | (stops >= n)]
        if len(bad):
            faults.add(
                "index-unknown", f"{name}: stops {some(bad.tolist())} are not among the {n}"
            )
        wrong = seconds[~((seconds >= 0) & (seconds <= LONGEST_S))]
        if len(wrong):
            faults.add(
                "out-of-range", f"{name}: {some(wrong.tolist())} seconds; give 0 to {LONGEST_S}"
            )
    if faults:
        raise InputError.of(faults)
    start, end, took = (
        np.concatenate([part[number] for part in parts]).astype(np.int64) for number in range(3)
    )
    pair = start * n + end
    # The first of each pair stands: a way that the timetable states goes before one on foot
    rank = np.concatenate([np.full(len(part[0]), number) for number, part in enumerate(parts)])
    order = np.lexsort((took, rank, pair))
    first = np.ones(len(order), dtype=bool)
    first[1:] = np.diff(pair[order]) != 0
    chosen = order[first & (start[order] != end[order])]
    forbidden = timetable.forbidden_from.astype(np.int64) * n + timetable.forbidden_to
    chosen = chosen[~np.isin(pair[chosen], forbidden)]
    here = np.flatnonzero(timetable.change_ok)
    return (
        np.concatenate([here, start[chosen]]),
        np.concatenate([here, end[chosen]]),
        np.maximum(np.concatenate([timetable.min_change_s[here], took[chosen]]), least_s),
    )


def _check(arrays: _Arrays, n_stops: int) -> None:
    """Raise if the arrays of patterns do not belong together or their times cannot be."""
    length, trips = np.diff(arrays.pattern_stop_start), np.diff(arrays.pattern_trip_start)
    times = np.concatenate([[0], np.cumsum(length * trips)])
    calls = {len(arrays.pattern_stop), len(arrays.board_ok), len(arrays.alight_ok)}
    stored = {len(arrays.trip_arrival_s), len(arrays.trip_departure_s)}
    if (
        calls != {int(arrays.pattern_stop_start[-1])}
        or stored != {int(times[-1])}
        or not np.array_equal(times, arrays.pattern_time_start)
    ):
        raise InputError(
            "lengths-differ",
            f"timetable: {len(length)} patterns with {sorted(calls)} calls and {sorted(stored)} "
            f"times do not belong together; {int(times[-1])} times are due",
        )
    faults = Faults()
    bad = np.flatnonzero((arrays.pattern_stop < 0) | (arrays.pattern_stop >= n_stops))
    if len(bad):
        faults.add(
            "index-unknown",
            f"calls at stops {some(arrays.pattern_stop[bad].tolist())} of {n_stops} stops",
        )
    both = (arrays.trip_arrival_s, arrays.trip_departure_s)
    if len(both[0]) and max(np.abs(values, dtype=np.int64).max() for values in both) > LONGEST_S:
        faults.add("out-of-range", f"times lie more than {LONGEST_S} s from midnight")
    pattern, trip, call = _blocks(arrays)
    arrival, departure = both
    onward = np.flatnonzero(call[1:] > 0) + 1
    back = np.zeros(len(pattern), dtype=bool)
    back[departure < arrival] = True
    back[onward] |= arrival[onward] < departure[onward - 1]
    if back.any():
        faults.add(
            "times-run-backwards",
            f"times run backwards in patterns {some(np.unique(pattern[back]))}",
        )
    later = np.flatnonzero(trip > 0)
    before = later - length[pattern[later]]
    passes = (arrival[later] < arrival[before]) | (departure[later] < departure[before])
    if passes.any():
        faults.add(
            "trips-overtake",
            f"a trip overtakes another in patterns {some(np.unique(pattern[later[passes]]))}; "
            "put them into patterns of their own",
        )
    if trips.max(initial=0) > MOST_TRIPS:
        faults.add(
            "too-large", f"a pattern has {trips.max()} trips; at most {MOST_TRIPS} can be searched"
        )
    if faults:
        raise InputError.of(faults, where="timetable")
