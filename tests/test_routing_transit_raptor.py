"""Range-RAPTOR against cases known in advance, one RAPTOR a minute, and a time-expanded Dijkstra."""

import heapq
import os
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import numba
import numpy as np
import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.routing.transit.itinerary import journey
from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.keys import UNREACHED
from grensgeo.routing.transit.raptor import (
    Egress,
    Window,
    nearest_ranks,
    percentile_times,
    profile_times,
)
from grensgeo.routing.transit.schedule import prepare

#: Random feeds; 200 take a minute and are asked for where the kernels change.
FEEDS = int(os.environ.get("GRENSGEO_FEEDS", examples(25)))
NEVER = 10**9
H, M = 3600, 60


@dataclass(frozen=True)
class Call:
    """A stop of a trip."""

    stop: int
    arrival: int
    departure: int
    on: bool = True
    off: bool = True


@dataclass(frozen=True)
class Feed:
    """A timetable by hand: trips as lists of calls, ways as from, to and seconds."""

    n_stops: int
    trips: list[list[Call]]
    change_s: int = 0
    ways: list[tuple[int, int, int]] = field(default_factory=list)
    no_change: tuple[int, ...] = ()

    def change(self, stop):
        return NEVER if stop in self.no_change else self.change_s


def trip(*calls, wait=0):
    """A trip of (stop, minute) with a wait in seconds at each stop."""
    return [Call(stop, round(60 * minute), round(60 * minute) + wait) for stop, minute in calls]


def patterns(feed, **changes):
    """Gather trips in patterns without overtaking, as a reader of GTFS does."""
    groups: dict[tuple, list[list[list[Call]]]] = {}
    for calls in sorted(feed.trips, key=lambda calls: (calls[0].departure, calls[-1].arrival)):
        key = tuple((call.stop, call.on, call.off) for call in calls)
        for group in groups.setdefault(key, []):
            if all(
                one.arrival <= other.arrival and one.departure <= other.departure
                for one, other in zip(group[-1], calls, strict=True)
            ):
                group.append(calls)
                break
        else:
            groups[key].append([calls])
    ordered = [(key, group) for key, lists in groups.items() for group in lists]
    length = [len(key) for key, _ in ordered]
    count = [len(group) for _, group in ordered]
    flat = [call for _, group in ordered for calls in group for call in calls]
    keys = [part for key, _ in ordered for part in key]
    ways = np.array(feed.ways, dtype=np.int32).reshape(-1, 3)
    none = np.zeros(0, dtype=np.int32)
    table = {
        "n_stops": feed.n_stops,
        "pattern_stop_start": np.cumsum([0, *length]),
        "pattern_stop": np.array([key[0] for key in keys], dtype=np.int32),
        "board_ok": np.array([key[1] for key in keys], dtype=np.uint8),
        "alight_ok": np.array([key[2] for key in keys], dtype=np.uint8),
        "pattern_trip_start": np.cumsum([0, *count]),
        "pattern_time_start": np.cumsum([0, *np.multiply(length, count)]).astype(np.int64),
        "trip_arrival_s": np.array([call.arrival for call in flat], dtype=np.int32),
        "trip_departure_s": np.array([call.departure for call in flat], dtype=np.int32),
        "min_change_s": np.full(feed.n_stops, feed.change_s, dtype=np.int32),
        "change_ok": np.array([i not in feed.no_change for i in range(feed.n_stops)], np.uint8),
        "transfer_from": ways[:, 0],
        "transfer_to": ways[:, 1],
        "transfer_s": ways[:, 2],
        "forbidden_from": none,
        "forbidden_to": none,
        "headways": (),
    }
    return SimpleNamespace(**{**table, **changes})


def legs(*points):
    """Legs from dicts of stop to seconds, one a point."""
    rows = [(i, stop, s) for i, point in enumerate(points) for stop, s in point.items()]
    point, stop, seconds = np.array(rows, dtype=float).reshape(-1, 3).T
    return Legs.from_pairs(len(points), point.astype(int), stop.astype(int), seconds)


def ask(feed, access, egress, *, moments, max_rides=4, limit=10 * H, reverse=False, direct=None):
    """Seconds and rides by origin, moment and destination (by destination if reverse)."""
    schedule = prepare(patterns(feed), reverse=reverse)
    here, there = (egress, access) if reverse else (access, egress)
    return profile_times(
        schedule,
        legs(*here),
        Egress.from_legs(legs(*there), feed.n_stops),
        window=Window(np.array(moments), max_rides, limit),
        rows=slice(None),
        direct_s=direct,
    )


def minutes(feed, origin, destination, start, **options):
    """Minutes of one journey, from stop to stop."""
    seconds, _ = ask(feed, [{origin: 0}], [{destination: 0}], moments=[start * 60], **options)
    return seconds[0, 0, 0] / 60


# ----- references


def plain_raptor(feed, access, egress, moment, max_rides, limit):
    """One departure, round by round, every trip a line of its own: arrival and rides."""
    latest = moment + limit
    ready = {stop: moment + seconds for stop, seconds in access.items()}
    reached = {}
    for ride in range(1, max_rides + 1):
        off: dict[int, int] = {}
        for calls in feed.trips:
            aboard = False
            for call in calls:
                if aboard and call.off and call.arrival <= latest:
                    off[call.stop] = min(off.get(call.stop, NEVER), call.arrival)
                if call.on and ready.get(call.stop, NEVER) <= call.departure:
                    aboard = True
        for stop, time in off.items():
            if (time, ride) < reached.get(stop, (NEVER, 0)):
                reached[stop] = (time, ride)
        ready = {}
        for stop, time in off.items():
            ready[stop] = min(ready.get(stop, NEVER), time + feed.change(stop))
        for start, end, seconds in feed.ways:
            if start in off:
                ready[end] = min(ready.get(end, NEVER), off[start] + seconds)
    return best_of(reached, egress, latest)


def dijkstra(feed, access, egress, moment, max_rides, limit):
    """One departure through the events of the timetable: arrival and rides."""
    latest = moment + limit
    calls_at: dict[int, list[tuple[int, int]]] = {}
    for number, calls in enumerate(feed.trips):
        for place, call in enumerate(calls):
            calls_at.setdefault(call.stop, []).append((number, place))
    ways: dict[int, list[tuple[int, int]]] = {}
    for start, end, seconds in feed.ways:
        ways.setdefault(start, []).append((end, seconds))

    def run(number, call, ride):
        if call + 1 == len(feed.trips[number]):
            return (latest + 1, ride, "end", number, call)
        return (feed.trips[number][call + 1].arrival, ride, "ride", number, call + 1)

    queue = [(moment + s, 0, "ready", stop, 0) for stop, s in access.items()]
    heapq.heapify(queue)
    seen, reached = set(), {}
    while queue:
        event = heapq.heappop(queue)
        if event in seen or event[0] > latest:
            continue
        seen.add(event)
        time, ride, kind, where, place = event
        if kind == "ready" and ride < max_rides:
            for number, call in calls_at.get(where, []):
                if feed.trips[number][call].on and feed.trips[number][call].departure >= time:
                    heapq.heappush(queue, run(number, call, ride + 1))
        elif kind == "ride":
            here = feed.trips[where][place]
            heapq.heappush(queue, run(where, place, ride))
            if here.off:
                heapq.heappush(queue, (time, ride, "off", here.stop, 0))
        elif kind == "off":
            reached[where] = min(reached.get(where, (NEVER, 0)), (time, ride))
            heapq.heappush(queue, (time + feed.change(where), ride, "ready", where, 0))
            for end, seconds in ways.get(where, []):
                heapq.heappush(queue, (time + seconds, ride, "ready", end, 0))
    return best_of(reached, egress, latest)


def best_of(reached, egress, latest):
    """Arrival and rides at each destination, None where there is no journey."""
    out = []
    for point in egress:
        ends = [(reached[s][0] + leg, reached[s][1]) for s, leg in point.items() if s in reached]
        out.append(min(ends) if ends and min(ends)[0] <= latest else None)
    return out


def agree(feed, access, egress, *, moments, max_rides, limit, references=(plain_raptor, dijkstra)):
    """Hold every origin, moment and destination against the references; give the seconds."""
    seconds, rides = ask(feed, access, egress, moments=moments, max_rides=max_rides, limit=limit)
    for reference in references:
        for row, start in enumerate(access):
            for column, moment in enumerate(moments):
                found = reference(feed, start, egress, moment, max_rides, limit)
                expected = [np.nan if end is None else end[0] - moment for end in found]
                np.testing.assert_array_equal(seconds[row, column], expected)
                by_rides = [0 if end is None else end[1] for end in found]
                np.testing.assert_array_equal(
                    rides[row, column], np.where(np.isnan(seconds[row, column]), 0, by_rides)
                )
    return seconds, rides


def random_feed(seed):
    """A dense feed in half minutes: vehicles often meet to the second, and rides compete."""
    rng, half = np.random.default_rng(seed), 30
    n_stops = int(rng.integers(3, 11))
    trips = []
    for _ in range(rng.integers(2, 14)):
        n = int(rng.integers(2, 5))
        stops = rng.integers(0, n_stops, n)
        on, off = rng.random((2, n)) < rng.choice([0.7, 1.0])
        runs, uneven = rng.integers(0, 8, n), rng.random() < 0.4
        for start in rng.integers(-10, 60, rng.integers(1, 7)):
            if uneven:
                runs = rng.integers(0, 8, n)
            arrival = start + np.cumsum(runs)
            arrival[1:] += np.arange(1, n)
            wait = rng.integers(0, 2, n)
            trips.append(
                [
                    Call(int(stops[i]), int(arrival[i] * half), int((arrival[i] + wait[i]) * half),
                         bool(on[i]), bool(off[i]))
                    for i in range(n)
                ]
            )  # fmt: skip
    pairs = {tuple(pair) for pair in rng.integers(0, n_stops, (rng.integers(0, 6), 2)).tolist()}
    ways = [(a, b, half * int(rng.integers(0, 6))) for a, b in sorted(pairs) if a != b]
    few = int(rng.integers(1, 3))
    access, egress = (
        [
            {int(stop): half * int(rng.integers(0, 9)) for stop in rng.choice(n_stops, few)}
            for _ in range(count)
        ]
        for count in (2, 3)
    )
    feed = Feed(
        n_stops,
        trips,
        change_s=half * int(rng.integers(0, 3)),
        ways=ways,
        no_change=tuple(rng.integers(0, n_stops, rng.integers(0, 2)).tolist()),
    )
    return feed, access, egress, int(rng.integers(1, 5)), int(rng.choice([10 * M, 30 * M, 5 * H]))


MOMENTS = [minute * 60 for minute in range(-2, 14)]


@settings(max_examples=FEEDS, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32).map(random_feed))
def test_random_feeds_agree_with_one_search_a_minute(case):
    feed, access, egress, max_rides, limit = case
    options = {"max_rides": max_rides, "limit": limit}
    seconds, rides = agree(feed, access, egress, moments=MOMENTS, **options)
    # One departure at a time gives the same as the whole window
    for number, moment in enumerate(MOMENTS):
        alone = ask(feed, access, egress, moments=[moment], **options)
        np.testing.assert_array_equal(alone[0][:, 0], seconds[:, number])
        np.testing.assert_array_equal(alone[1][:, 0], rides[:, number])
    percentiles_agree(case, seconds)
    arrive_by_agrees(case)
    journeys_agree(case, seconds, rides)


def percentiles_agree(case, seconds):
    feed, access, egress, max_rides, limit = case
    asked = (1, 25, 50, 75, 90, 100)
    found, _ = percentile_times(
        prepare(patterns(feed)),
        legs(*access),
        Egress.from_legs(legs(*egress), feed.n_stops),
        window=Window(np.array(MOMENTS), max_rides, limit),
        percentiles=asked,
        rows=slice(None),
    )
    ordered = np.sort(np.where(np.isnan(seconds), np.inf, seconds), axis=1)
    for number, percentile in enumerate(asked):
        share = ordered[:, -(-percentile * len(MOMENTS) // 100) - 1]
        np.testing.assert_array_equal(found[number], np.where(np.isinf(share), np.nan, share))


def arrive_by_agrees(case):
    """The latest departure, by trying all: a departure later arrives too late."""
    feed, access, egress, max_rides, limit = case
    deadline = 12 * M
    seconds, _ = ask(
        feed, access, egress, moments=[deadline], max_rides=max_rides, limit=limit, reverse=True
    )
    for row in range(len(egress)):
        for column, start in enumerate(access):
            latest = np.nan
            for moment in range(deadline - min(limit, H), deadline + 1, 30):
                end = plain_raptor(feed, start, egress, moment, max_rides, deadline - moment)[row]
                if end is not None and end[0] <= deadline:
                    latest = deadline - moment
            assert np.isnan(latest) or seconds[row, 0, column] == latest
            if np.isnan(latest) and limit <= H:
                assert np.isnan(seconds[row, 0, column])


def journeys_agree(case, seconds, rides):
    feed, access, egress, max_rides, limit = case
    table = patterns(feed)
    ways = {(a, b): s for a, b, s in feed.ways}
    for reverse in (False, True):
        schedule = prepare(table, reverse=reverse)
        for row, start in enumerate(access):
            for column, end in enumerate(egress):
                number = (row + column) % len(MOMENTS)
                found = journey(
                    schedule,
                    (np.array(list(start), dtype=int), np.array(list(start.values()))),
                    (np.array(list(end), dtype=int), np.array(list(end.values()))),
                    moment_s=MOMENTS[number],
                    max_rides=max_rides,
                    limit_s=limit,
                )
                if reverse:
                    expected = ask(
                        feed,
                        access,
                        egress,
                        moments=[MOMENTS[number]],
                        max_rides=max_rides,
                        limit=limit,
                        reverse=True,
                    )
                    took, count = (part[column, 0, row] for part in expected)
                else:
                    took, count = (part[row, number, column] for part in (seconds, rides))
                if found is None:
                    assert np.isnan(took)
                    continue
                if reverse:
                    assert found.departure_s == MOMENTS[number] - took
                    assert found.arrival_s <= MOMENTS[number]
                else:
                    assert found.departure_s == MOMENTS[number]
                    assert found.arrival_s == MOMENTS[number] + took
                assert len(found) == count
                follow(feed, table, found, start, end, ways)


def follow(feed, table, found, start, end, ways):
    """Walk through a journey and find every step of it in the timetable."""
    now, at = found.departure_s, None
    for ride in range(len(found)):
        board, alight = found.board_stop[ride], found.alight_stop[ride]
        walk = found.walk_s[ride]
        if at is None:
            assert walk == start[board]
        elif at == board and (at, board) not in ways:
            assert walk == feed.change(at)
        else:
            assert walk in {ways.get((at, board)), feed.change(at) if at == board else None}
        assert found.wait_s[ride] >= 0
        now += walk + found.wait_s[ride]
        assert now == found.board_s[ride]
        first, last = found.board_call[ride], found.alight_call[ride]
        pattern = found.pattern[ride]
        assert table.pattern_stop_start[pattern] <= first < last
        assert last < table.pattern_stop_start[pattern + 1]
        assert (table.pattern_stop[first], table.pattern_stop[last]) == (board, alight)
        assert table.board_ok[first]
        assert table.alight_ok[last]
        stride = np.diff(table.pattern_stop_start)[pattern]
        row = table.pattern_time_start[pattern] - table.pattern_stop_start[pattern]
        row += (found.trip[ride] - table.pattern_trip_start[pattern]) * stride
        assert table.trip_departure_s[row + first] == found.board_s[ride]
        assert table.trip_arrival_s[row + last] == found.alight_s[ride]
        now, at = found.alight_s[ride], alight
    assert found.walk_s[-1] == end[at]
    assert now + found.walk_s[-1] == found.arrival_s


# ----- cases known in advance


def test_ride_with_the_wait_before_it():
    feed = Feed(2, [trip((0, 10), (1, 25)), trip((0, 40), (1, 55))])
    seconds, rides = ask(feed, [{0: 120}], [{1: 60}], moments=[0, 8 * M, 8 * M + 1, 38 * M])
    # Arrival of the trip that is caught and a minute more, less the departure from the door
    assert seconds[0, :, 0].tolist() == [26 * M, 18 * M, 48 * M - 1, 18 * M]
    assert rides.ravel().tolist() == [1, 1, 1, 1]
    after, none = ask(feed, [{0: 120}], [{1: 60}], moments=[38 * M + 1])
    assert np.isnan(after).all()
    assert not none.any()


@pytest.mark.parametrize(("change_s", "expected"), [(120, 30), (121, 45)])
def test_change_succeeds_to_the_second(change_s, expected):
    feed = Feed(
        3,
        [trip((0, 0), (1, 10)), trip((1, 12), (2, 30)), trip((1, 27), (2, 45))],
        change_s=change_s,
    )
    assert minutes(feed, 0, 2, 0) == expected


def test_change_time_does_not_hold_for_the_first_ride_nor_for_staying_aboard():
    feed = Feed(3, [trip((0, 0), (1, 10), (2, 20))], change_s=600)
    assert minutes(feed, 1, 2, 10) == 10
    assert minutes(feed, 0, 2, 0) == 20


def test_stop_where_changing_is_forbidden():
    feed = Feed(3, [trip((0, 0), (1, 10)), trip((1, 12), (2, 30))], no_change=(1,))
    assert np.isnan(minutes(feed, 0, 2, 0))
    assert minutes(feed, 0, 1, 0) == 10


def test_least_change_holds_where_the_feed_asks_for_less():
    feed = Feed(4, [trip((0, 0), (1, 10)), trip((1, 12), (2, 30))], change_s=60)
    for least, expected in ((120, 1800), (121, np.nan)):
        seconds, _ = profile_times(
            prepare(patterns(feed), least_change_s=least),
            legs({0: 0}),
            Egress.from_legs(legs({2: 0}), 4),
            window=Window(np.array([0]), 4, H),
            rows=slice(None),
        )
        np.testing.assert_array_equal(seconds.ravel(), [expected])


def test_one_way_between_rides_and_no_two():
    feed = Feed(
        5,
        [trip((0, 0), (1, 10)), trip((2, 13), (4, 30)), trip((3, 16), (4, 20))],
        ways=[(1, 2, 180), (2, 3, 60)],
    )
    assert minutes(feed, 0, 4, 0) == 30
    # Nor after the last ride: an egress leg is that walk
    assert np.isnan(minutes(feed, 0, 2, 0))


def test_walks_give_way_to_the_feed_and_to_what_it_forbids():
    feed = Feed(4, [trip((0, 0), (1, 10)), trip((2, 13), (3, 30)), trip((2, 50), (3, 60))])
    walks = (np.array([1, 1]), np.array([2, 0]), np.array([119.5, 10.0]))

    def took(least=0, **changes):
        seconds, _ = profile_times(
            prepare(patterns(feed, **changes), walks=walks, least_change_s=least),
            legs({0: 0}),
            Egress.from_legs(legs({3: 0}), 4),
            window=Window(np.array([0]), 4, 2 * H),
            rows=slice(None),
        )
        return seconds[0, 0, 0] / 60

    assert took() == 30
    assert took(least=60) == 30  # two minutes and one: to the second
    assert took(least=61) == 60
    stated = {"transfer_from": [1], "transfer_to": [2], "transfer_s": [181]}
    assert took(**{name: np.array(values) for name, values in stated.items()}) == 60
    assert np.isnan(took(forbidden_from=np.array([1]), forbidden_to=np.array([2])))


def test_loop_line_calls_twice_at_a_stop():
    feed = Feed(3, [trip((0, 0), (1, 10), (2, 20), (0, 30), (1, 40))])
    assert minutes(feed, 0, 1, 0) == 10
    assert minutes(feed, 2, 1, 15) == 25
    assert minutes(feed, 1, 0, 10) == 20
    # Too late for the first call, in time for the second
    assert minutes(feed, 0, 1, 1) == 39


def test_trip_that_overtakes_is_taken():
    slow, fast = trip((0, 0), (1, 60), (2, 90)), trip((0, 10), (1, 30), (2, 40))
    feed = Feed(3, [slow, fast])
    assert minutes(feed, 0, 2, 0) == 40
    assert minutes(feed, 1, 2, 30) == 10
    assert minutes(feed, 1, 2, 31) == 59
    both = [(calls[1].arrival, calls[1].departure) for calls in (slow, fast)]
    assert both[0] > both[1]
    with pytest.raises(InputError, match="overtakes another in patterns 0;"):
        prepare(SimpleNamespace(**{
            **vars(patterns(Feed(3, [slow]))),
            "pattern_trip_start": np.array([0, 2]),
            "pattern_time_start": np.array([0, 6]),
            "trip_arrival_s": np.array([c.arrival for c in slow + fast], dtype=np.int32),
            "trip_departure_s": np.array([c.departure for c in slow + fast], dtype=np.int32),
        }))  # fmt: skip


def test_trips_of_yesterday_and_tomorrow():
    feed = Feed(
        3,
        [
            trip((0, -20), (1, 35)),
            trip((1, 40), (2, 50)),
            trip((0, 24 * 60 + 5), (2, 24 * 60 + 9)),
        ],
    )
    assert minutes(feed, 0, 1, -30) == 65
    assert minutes(feed, 0, 2, -20) == 70
    assert np.isnan(minutes(feed, 0, 1, -19))
    assert minutes(feed, 1, 2, 30) == 20
    assert minutes(feed, 0, 2, 23 * 60 + 59) == 10


def test_most_rides():
    feed = Feed(
        4,
        [trip((0, 0), (1, 5)), trip((1, 5), (2, 10)), trip((2, 10), (3, 15)),
         trip((1, 6), (3, 40)), trip((0, 1), (3, 90))],
    )  # fmt: skip
    assert [minutes(feed, 0, 3, 0, max_rides=n) for n in (1, 2, 3, 4)] == [90, 40, 15, 15]
    # Later departures are searched first and must not hide a journey of fewer rides
    seconds, rides = ask(feed, [{0: 0}], [{3: 0}], moments=[-M, 0, M], max_rides=2)
    assert seconds.ravel().tolist() == [41 * M, 40 * M, 89 * M]
    assert rides.ravel().tolist() == [2, 2, 1]


def test_later_departure_with_more_rides_hides_no_journey():
    feed = Feed(
        5,
        [trip((0, 0), (2, 30)), trip((0, 10), (1, 15)), trip((1, 16), (2, 25)),
         trip((2, 31), (3, 35)), trip((3, 36), (4, 40))],
    )  # fmt: skip
    for max_rides, expected in ((2, [np.nan] * 2), (3, [40 * M, np.nan]), (4, [40 * M, 30 * M])):
        seconds, _ = ask(feed, [{0: 0}], [{4: 0}], moments=[0, 10 * M], max_rides=max_rides)
        np.testing.assert_array_equal(seconds[0, :, 0], expected)


def test_fewer_rides_among_those_that_arrive_first():
    feed = Feed(3, [trip((0, 0), (1, 5)), trip((1, 6), (2, 20)), trip((0, 2), (2, 20))])
    _, rides = ask(feed, [{0: 0}], [{2: 0}], moments=[0])
    assert rides.ravel().tolist() == [1]


def test_leave_to_get_on_and_off():
    calls = [Call(0, 0, 0), Call(1, 600, 600, on=False), Call(2, 1200, 1200, off=False),
             Call(3, 1800, 1800)]  # fmt: skip
    feed = Feed(4, [calls])
    assert np.isnan(minutes(feed, 1, 3, 0))
    assert np.isnan(minutes(feed, 0, 2, 0))
    assert minutes(feed, 0, 1, 0) == 10
    assert minutes(feed, 2, 3, 0) == 30
    for origin, destination, took in ((1, 3, None), (0, 2, None), (0, 1, 40), (2, 3, 20)):
        found = minutes(feed, origin, destination, 40, reverse=True)
        assert np.isnan(found) if took is None else found == took


def test_arrive_by():
    feed = Feed(
        3,
        [trip((0, 0), (1, 10)), trip((1, 12), (2, 30)), trip((0, 20), (1, 30)),
         trip((1, 31), (2, 45))],
        change_s=120,
    )  # fmt: skip
    options = {"moments": [30 * M, 31 * M, 44 * M, 46 * M], "reverse": True}
    seconds, _ = ask(feed, [{0: 60}], [{2: 60}], **options)
    # One leaves a minute before the first trip and is there by 31; the second does not connect
    np.testing.assert_array_equal(seconds[0, :, 0], [np.nan, 32 * M, 45 * M, 47 * M])
    seconds, _ = ask(replace(feed, change_s=60), [{0: 60}], [{2: 60}], **options)
    np.testing.assert_array_equal(seconds[0, :, 0], [np.nan, 32 * M, 45 * M, 27 * M])


def test_limit_counts_from_the_door_to_the_door():
    feed = Feed(2, [trip((0, 10), (1, 25))])
    for limit, expected in ((26 * M, 26 * M), (26 * M - 1, np.nan)):
        seconds, _ = ask(feed, [{0: 60}], [{1: 60}], moments=[0], limit=limit)
        np.testing.assert_array_equal(seconds.ravel(), [expected])


def test_way_without_any_ride_is_taken_where_faster():
    feed = Feed(2, [trip((0, 10), (1, 25))])
    direct = np.array([[20.5 * M, np.nan]])
    options = {"moments": [0, 6 * M], "direct": direct}
    seconds, rides = ask(feed, [{0: 0}], [{1: 0}, {1: 0}], **options)
    assert seconds[0].tolist() == [[20.5 * M, 25 * M], [19 * M, 19 * M]]
    assert rides[0].tolist() == [[0, 1], [1, 1]]
    found = journey(
        prepare(patterns(feed)), (np.array([0]), np.array([0])), (np.array([1]), np.array([0])),
        moment_s=0, max_rides=4, limit_s=H, direct_s=20.5 * M,
    )  # fmt: skip
    assert found is not None
    assert (len(found), found.arrival_s, found.walk_s.tolist()) == (0, 1230, [1230])


def test_journey_by_two_rides():
    feed = Feed(
        4,
        [trip((0, 5), (1, 15), (3, 60)), trip((2, 20), (3, 30)), trip((2, 40), (3, 50))],
        ways=[(1, 2, 240)],
    )
    schedule, mirror = (prepare(patterns(feed), reverse=reverse) for reverse in (False, True))
    legs_ = (np.array([0]), np.array([120.0])), (np.array([3]), np.array([60.0]))
    found = journey(schedule, *legs_, moment_s=0, max_rides=4, limit_s=2 * H)
    assert found is not None
    assert (found.departure_s, found.arrival_s) == (0, 31 * M)
    assert found.walk_s.tolist() == [120, 240, 60]
    assert found.wait_s.tolist() == [180, 60]
    assert found.board_stop.tolist() == [0, 2]
    assert found.alight_stop.tolist() == [1, 3]
    assert found.board_s.tolist() == [5 * M, 20 * M]
    assert found.alight_s.tolist() == [15 * M, 30 * M]
    back = journey(mirror, *legs_, moment_s=32 * M, max_rides=4, limit_s=2 * H)
    assert back is not None
    assert (back.departure_s, back.arrival_s) == (3 * M, 31 * M)
    assert back.walk_s.tolist() == [120, 240, 60]
    assert back.wait_s.tolist() == [0, 60]
    assert (back.pattern.tolist(), back.trip.tolist()) == (
        found.pattern.tolist(),
        found.trip.tolist(),
    )
    assert journey(schedule, *legs_, moment_s=H, max_rides=4, limit_s=2 * H) is None


# ----- laws


def test_percentiles_are_nearest_ranks():
    assert nearest_ranks([1, 50, 99, 100], 4).tolist() == [0, 1, 3, 3]
    assert nearest_ranks([50], 1).tolist() == [0]
    feed = Feed(2, [trip((0, 10), (1, 20)), trip((0, 30), (1, 40))])
    seconds, rides = percentile_times(
        prepare(patterns(feed)),
        legs({0: 0}),
        Egress.from_legs(legs({1: 0}), 2),
        window=Window(np.arange(0, 40 * M, 10 * M), 4, 25 * M),
        percentiles=[25, 50, 75, 100],
        rows=slice(None),
    )
    # From 0: 20 min; 10: 10; 20: 20; 30: 10. All are reached
    assert (seconds.ravel() / 60).tolist() == [10, 10, 20, 20]
    assert rides.ravel().tolist() == [1, 1, 1, 1]


def test_unreached_departures_come_last():
    feed = Feed(2, [trip((0, 10), (1, 20))])
    seconds, _ = percentile_times(
        prepare(patterns(feed)),
        legs({0: 0}),
        Egress.from_legs(legs({1: 0}), 2),
        window=Window(np.array([0, 5 * M, 11 * M, 12 * M]), 4, H),
        percentiles=[50, 51],
        rows=slice(None),
    )
    np.testing.assert_array_equal(seconds.ravel(), [20 * M, np.nan])


def random_region():
    """A larger feed, with every trip of a line after the other; a smaller one as Python."""
    n_stops, n_lines, n_points = (16, 7, 9) if numba.config.DISABLE_JIT else (60, 25, 40)
    rng = np.random.default_rng(0)
    trips = []
    for _ in range(n_lines):
        stops = rng.choice(n_stops, rng.integers(4, 12), replace=False)
        runs = np.cumsum(rng.integers(60, 400, len(stops)))
        trips += [
            [
                Call(int(stop), int(t) + start, int(t) + start + 15)
                for stop, t in zip(stops, runs, strict=True)
            ]
            for start in range(int(rng.integers(0, 1200)), 3 * H, int(rng.integers(300, 1800)))
        ]
    near = {tuple(sorted(rng.integers(0, n_stops, 2).tolist())) for _ in range(50)}
    ways = [(a, b, 200) for x, y in near if x != y for a, b in ((x, y), (y, x))]
    feed = Feed(n_stops, trips, change_s=60, ways=ways)
    points = [
        {int(s): int(rng.integers(0, 600)) for s in rng.choice(n_stops, 3, replace=False)}
        for _ in range(n_points)
    ]
    return feed, points


def region_percentiles(rows=slice(None)):
    feed, points = random_region()
    return percentile_times(
        prepare(patterns(feed)),
        legs(*points),
        Egress.from_legs(legs(*points), feed.n_stops),
        window=Window(np.arange(H, 2 * H, 60), 4, 2 * H),
        percentiles=[25, 50, 75],
        rows=rows,
    )


def test_threads_and_blocks_give_the_same():
    seconds, rides = region_percentiles()
    assert (~np.isnan(seconds)).mean() > 0.5
    assert rides.max() >= 3
    assert (np.diff(np.where(np.isnan(seconds), np.inf, seconds).clip(0, 1e9), axis=0) >= 0).all()
    before = numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        alone = region_percentiles()
    finally:
        numba.set_num_threads(before)
    parts = [region_percentiles(slice(start, start + 7)) for start in range(0, 40, 7)]
    for number, whole in enumerate((seconds, rides)):
        np.testing.assert_array_equal(alone[number], whole)
        np.testing.assert_array_equal(np.concatenate([p[number] for p in parts], axis=1), whole)


@pytest.mark.long
def test_larger_region_agrees_with_one_search_a_minute():
    feed, points = random_region()
    agree(feed, points[:3], points, moments=list(range(H, 2 * H, 900)), max_rides=4, limit=2 * H)


# ----- real timetables

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "gtfs"


def as_feed(timetable):
    """The trips of a timetable one by one, as the references read them."""
    trips = []
    starts, lasts = timetable.pattern_stop_start[:-1], timetable.pattern_stop_start[1:]
    for pattern, (start, last) in enumerate(zip(starts, lasts, strict=True)):
        first, end = timetable.pattern_time_start[pattern : pattern + 2]
        for row in range(first, end, last - start):
            trips.append(  # noqa: PERF401 - two loops deep
                [
                    Call(
                        int(timetable.pattern_stop[call]),
                        int(timetable.trip_arrival_s[row + call - start]),
                        int(timetable.trip_departure_s[row + call - start]),
                        bool(timetable.board_ok[call]),
                        bool(timetable.alight_ok[call]),
                    )
                    for call in range(start, last)
                ]
            )
    ways = zip(
        *(getattr(timetable, f"transfer_{name}").tolist() for name in ("from", "to", "s")),
        strict=True,
    )
    assert len(set(timetable.min_change_s.tolist())) == 1
    return Feed(timetable.n_stops, trips, change_s=int(timetable.min_change_s[0]), ways=list(ways))


@pytest.mark.shared_data
def test_long_distance_trains_agree_with_one_search_a_minute():
    path = DATA / "db_fernverkehr_2019_region.zip"
    if not path.exists():
        pytest.skip(f"{path.name} of shared/data is not there")
    from grensgeo.gtfs import read_feed, timetable_on

    timetable = timetable_on(read_feed(path), date(2019, 10, 15))
    feed = as_feed(timetable)
    stops = [{stop: 0} for stop in range(timetable.n_stops)]
    # All origins and minutes where the kernels change
    every, step = (1, 60) if FEEDS >= 200 else (15, 15 * 60)
    options = {"max_rides": 4, "limit": 6 * H}
    moments = list(range(9 * H, 10 * H, 60))
    schedule = prepare(timetable)
    window = Window(np.array(moments), options["max_rides"], options["limit"])
    reached = 0
    egress = Egress.from_legs(legs(*stops), timetable.n_stops)
    percentiles, _ = percentile_times(
        schedule, legs(*stops), egress, window=window, percentiles=(25, 50, 75), rows=slice(None)
    )
    for origin in range(0, timetable.n_stops, every):
        seconds, _ = profile_times(
            schedule, legs(*stops), egress, window=window, rows=slice(origin, origin + 1)
        )
        for number in range(0, 60, step // 60):
            for reference in (plain_raptor, dijkstra):
                found = reference(feed, stops[origin], stops, moments[number], *options.values())
                expected = [np.nan if end is None else end[0] - moments[number] for end in found]
                np.testing.assert_array_equal(seconds[0, number], expected)
        ordered = np.sort(np.nan_to_num(seconds[0], nan=np.inf), axis=0)
        for share, place in zip(percentiles[:, origin], (14, 29, 44), strict=True):
            np.testing.assert_array_equal(np.nan_to_num(share, nan=np.inf), ordered[place])
        reached += np.isfinite(ordered).sum()
    assert reached > 0


# ----- faults


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"pattern_stop": np.array([0, 7], dtype=np.int32)}, "calls at stops 7 of 2 stops"),
        ({"trip_arrival_s": np.array([0, -5], dtype=np.int32)}, "backwards in patterns 0"),
        ({"trip_departure_s": np.array([5, 2**25], dtype=np.int32)}, "from midnight"),
        ({"trip_arrival_s": np.array([0], dtype=np.int32)}, "do not belong together; 2 times"),
        ({"pattern_time_start": np.array([0, 4])}, "do not belong together"),
        ({"headways": (1, 2)}, "2 trips at headways have no minute yet; draw"),
        ({"transfer_from": np.array([9]), "transfer_to": np.array([0]),
          "transfer_s": np.array([0])}, "transfers: stops 9 are not among the 2"),
        ({"transfer_from": np.array([1]), "transfer_to": np.array([0]),
          "transfer_s": np.array([-1])}, "transfers: -1 seconds"),
    ],
)  # fmt: skip
def test_timetable_that_cannot_be_is_refused(changes, message):
    with pytest.raises(InputError, match=message):
        prepare(patterns(Feed(2, [trip((0, 0), (1, 10))]), **changes))


def test_walk_of_null_seconds_is_refused():
    walks = (np.array([0]), np.array([1]), np.array([np.nan]))
    with pytest.raises(InputError, match="seconds are null"):
        prepare(patterns(Feed(2, [trip((0, 0), (1, 10))])), walks=walks)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"moments": []}, "moments_s"),
        ({"moments": [60, 0]}, "ascending"),
        ({"moments": [0.5]}, "whole seconds"),
        ({"max_rides": 0}, "max_rides: 0; give 1 to 15"),
        ({"max_rides": 16}, "max_rides: 16"),
        ({"limit": np.nan}, "limit_s: nan"),
        ({"access": [{5: 0}]}, "access: legs to stops 5 of 2 stops"),
        ({"egress": [{0: -1}]}, "egress: legs of -1.0 seconds"),
        ({"access": [{0: np.nan}]}, "access: legs of nan seconds"),
        ({"direct": np.zeros((1, 2))}, r"direct_s: \(1, 2\); give \(1, 1\)"),
        ({"direct": np.array([[-1.0]])}, "0 or more"),
    ],
)
def test_question_that_cannot_be_is_refused(options, message):
    asked = {"access": [{0: 0}], "egress": [{1: 0}], "moments": [0], **options}
    feed = Feed(2, [trip((0, 0), (1, 10))])
    with pytest.raises(InputError, match=message):
        ask(feed, asked.pop("access"), asked.pop("egress"), **asked)


@pytest.mark.parametrize("percentile", [0, -1, 101, np.nan])
def test_percentile_that_cannot_be_is_refused(percentile):
    with pytest.raises(InputError, match="percentiles"):
        nearest_ranks([50, percentile], 10)


def test_place_without_a_stop_and_empty_timetable():
    assert UNREACHED > 0
    feed = Feed(2, [trip((0, 0), (1, 10))])
    seconds, rides = ask(feed, [{}, {0: 0}], [{}, {1: 0}], moments=[0])
    np.testing.assert_array_equal(seconds[:, 0], [[np.nan, np.nan], [np.nan, 600]])
    assert rides[:, 0].tolist() == [[0, 0], [0, 1]]
    seconds, _ = ask(Feed(2, []), [{0: 0}], [{1: 0}], moments=[0])
    assert np.isnan(seconds).all()
