"""Trips that go on as trips of another line: a train that nobody has to leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.scenario.line_stops import stops_named, with_stop_of
from grensgeo.scenario.timetable_changes import new_services
from grensgeo.scenario.trip_pieces import Call, Piece, calls_of_trip, moved_calls, with_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Flags
    from grensgeo.gtfs import Feed

#: How long trains without fixed minutes stand where they go on as another line (assumption: two
#: minutes, as at a large station; where the minutes are fixed these tell).
_STAND_S = 120


@dataclass(frozen=True)
class _End:
    """A trip that ends or begins at the stop, while partners are looked for.

    Attributes
    ----------
    feed, trip
        Which.
    at_s
        When it arrives, or leaves.
    days
        Days on which it is still alone, by number.
    """

    feed: int
    trip: int
    at_s: int
    days: frozenset[int]


@dataclass(frozen=True)
class Through:
    """A trip that goes on as another.

    Attributes
    ----------
    feed, trip, on_feed, on_trip
        Numbers of the feeds, and positions of the trips.
    days
        On which days, by number; None at headways: on all of them.
    """

    feed: int
    trip: int
    on_feed: int
    on_trip: int
    days: frozenset[int] | None


def pair_trips(
    feeds: Sequence[Feed],
    ending: Sequence[Flags],
    beginning: Sequence[Flags],
    stop: str,
    *,
    wait_s: int,
) -> list[Through]:
    """Find which trips that end at a stop go on as trips that begin there.

    Each goes on as the first that leaves within the wait, on the days that both run.

    Parameters
    ----------
    feeds
        Timetables.
    ending, beginning
        bool (n_trips,) a feed: trips of the one line, and of the other.
    stop
        Where they are joined.
    wait_s
        The longest stand.
    """
    ends, starts = _ends(feeds, ending, stop, last=True), _ends(feeds, beginning, stop, last=False)
    left = {(one.feed, one.trip): one.days for one in starts}
    found = []
    for one in sorted(ends, key=lambda end: (end.at_s, end.feed, end.trip)):
        days = one.days
        for other in sorted(starts, key=lambda end: (end.at_s, end.feed, end.trip)):
            if not one.at_s <= other.at_s <= one.at_s + wait_s:
                continue
            common = days & left[other.feed, other.trip]
            if common:
                found.append(Through(one.feed, one.trip, other.feed, other.trip, common))
                left[other.feed, other.trip] -= common
                days -= common
    return found + _at_headways(feeds, ending, beginning, stop)


def _stop_at(feed: Feed, stop: str, *, last: bool) -> Flags:
    """Return which trips end, or begin, at a stop."""
    calls = feed.calls
    at = calls.start[1:] - 1 if last else calls.start[:-1]
    return stops_named(feed, stop)[calls.stop[at]]


def _often(feed: Feed) -> dict[int, list[tuple[int, ...]]]:
    """Return the headways of each trip that has any."""
    frame = feed.frequencies
    found: dict[int, list[tuple[int, ...]]] = {}
    names = ("trip", "headway_s", "exact")
    for trip, *rest in zip(*(frame[name].tolist() for name in names), strict=True):
        found.setdefault(int(trip), []).append(tuple(rest))
    return found


def _ends(feeds: Sequence[Feed], masks: Sequence[Flags], stop: str, *, last: bool) -> list[_End]:
    """List the trips at fixed times that end, or begin, at a stop."""
    found = []
    for number, (feed, mask) in enumerate(zip(feeds, masks, strict=True)):
        calls, often, days = feed.calls, _often(feed), feed.days
        for trip in np.flatnonzero(mask & _stop_at(feed, stop, last=last)).tolist():
            if trip in often:
                continue
            at = calls.arrival_s[calls.start[trip + 1] - 1]
            if not last:
                at = calls.departure_s[calls.start[trip]]
            service = int(feed.trips["service"].iloc[trip])
            first = days.first.toordinal() - days.before
            running = frozenset((np.flatnonzero(days.active[service]) + first).tolist())
            found.append(_End(number, trip, int(at), running))
    return found


def _at_headways(
    feeds: Sequence[Feed], ending: Sequence[Flags], beginning: Sequence[Flags], stop: str
) -> list[Through]:
    """Pair trips at the same headway, one each."""
    ends, starts = (
        [
            (number, trip, tuple(rows))
            for number, (feed, mask) in enumerate(zip(feeds, masks, strict=True))
            for trip, rows in _often(feed).items()
            if mask[trip] and _stop_at(feed, stop, last=last)[trip]
        ]
        for masks, last in ((ending, True), (beginning, False))
    )
    found = []
    for feed, trip, rows in ends:
        partner = next((other for other in starts if other[2] == rows), None)
        if partner is not None:
            starts.remove(partner)
            found.append(Through(feed, trip, partner[0], partner[1], None))
    return found


def with_through(feeds: Sequence[Feed], pairs: Sequence[Through]) -> list[Feed]:
    """Return timetables in which trips go on as others: one trip each, in the feed of the first.

    What runs alone on other days goes on doing so.
    """
    result = list(feeds)
    taken: dict[tuple[int, int], set[int] | None] = {}
    for pair in pairs:
        for key in ((pair.feed, pair.trip), (pair.on_feed, pair.on_trip)):
            before = taken.setdefault(key, set())
            taken[key] = None if pair.days is None or before is None else before | pair.days
    pieces: dict[int, list[Piece]] = {}
    for number in range(len(feeds)):
        own = [pair for pair in pairs if pair.feed == number]
        for pair in own:
            result[number], piece = _joined(result[number], feeds, pair)
            pieces.setdefault(number, []).append(piece)
    for number, feed in enumerate(feeds):
        gone = {trip: days for (of, trip), days in taken.items() if of == number}
        if gone:
            joined = [pair for pair in pairs if pair.feed == number]
            result[number] = _written(
                result[number], feed, gone, joined=joined, pieces=pieces.get(number, [])
            )
    return result


def _joined(feed: Feed, feeds: Sequence[Feed], pair: Through) -> tuple[Feed, Piece]:
    """Return a feed that has the stops of both trips, and the trip that they are together."""
    other = feeds[pair.on_feed]
    before = calls_of_trip(feeds[pair.feed], pair.trip)
    after: list[Call] = []
    for stop, a, d, on, off in calls_of_trip(other, pair.on_trip):
        place = stop
        if pair.on_feed != pair.feed:
            feed, place = with_stop_of(feed, other, stop)
        after.append((place, a, d, on, off))
    if pair.days is None:
        after = moved_calls(after, before[-1][1] + _STAND_S - after[0][2])
    stop, arrival, _, _, off = before[-1]
    _, _, departure, on, _ = after[0]
    meeting: Call = (stop, arrival, departure, on, off)
    calls = (*before[:-1], meeting, *after[1:])
    return feed, Piece(pair.trip, tuple(calls), name="~through", block=False)


def _written(
    feed: Feed,
    before: Feed,
    gone: dict[int, set[int] | None],
    *,
    joined: Sequence[Through],
    pieces: Sequence[Piece],
) -> Feed:
    """Return a feed with through trips, in which the others run on the days that are left."""
    days, service = before.days, before.trips["service"].to_numpy()
    first = days.first.toordinal() - days.before
    active: list[Flags] = []
    number: dict[bytes, int] = {}

    def service_of(running: Flags) -> int:
        """Return the number of a service that runs on some days."""
        key = running.tobytes()
        if key not in number:
            number[key] = len(days.services) + len(active)
            active.append(running)
        return number[key]

    replaced = np.zeros(len(before.trips), dtype=bool)
    changed = service.copy()
    for trip, lost in gone.items():
        running = days.active[service[trip]].copy()
        if lost is None:
            running[:] = False
        else:
            running[[day - first for day in lost]] = False
        replaced[trip] = not running.any()
        if running.any():
            changed[trip] = service_of(running)
    through = []
    for pair in joined:
        running = days.active[service[pair.trip]].copy()
        if pair.days is not None:
            running[:] = False
            running[[day - first for day in pair.days]] = True
        through.append(service_of(running))
    feed = replace(feed, trips=feed.trips.assign(service=changed))
    result = with_pieces(feed, replaced, pieces)
    known = result.trips["service"].to_numpy(copy=True)
    if through:
        known[-len(through) :] = through
    more = replace(
        days,
        services=(*days.services, *new_services(days.services, len(active))),
        active=np.vstack([days.active, *active]) if active else days.active,
    )
    return replace(result, trips=result.trips.assign(service=known), days=more)
