"""Boardings of a span of time, and which changes between vehicles are worth making."""

import numpy as np
from test_routing_transit_raptor import Call, Feed, H, M, patterns, trip

from grensgeo.routing.transit.boardings import list_boardings
from grensgeo.routing.transit.keys import UNREACHED
from grensgeo.routing.transit.schedule import prepare


def changes(feed, *, span=(0, 2 * H)):
    """Changes as (stop and minute of getting off, minute of leaving, stop and minute next)."""
    found = list_boardings(prepare(patterns(feed)), span)
    assert found.backwards
    stop, left_s, departure_s = found.left_stop, found.left_s, found.departure_s
    here = np.repeat(np.arange(len(left_s)), np.diff(found.change_start))
    columns = (stop[here], left_s[here] // M, departure_s[found.change] // M)
    columns += (stop[found.change], left_s[found.change] // M)
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


def test_boardings_stand_from_the_latest_to_the_earliest_with_what_one_stays_for():
    feed = Feed(3, [trip((0, 0), (1, 10), (2, 20)), trip((0, 30), (1, 40), (2, 50))])
    found = list_boardings(prepare(patterns(feed)), (0, 45 * M))
    assert found.departure_s.tolist() == [40 * M, 30 * M, 10 * M, 0]
    assert found.left_s.tolist() == [UNREACHED, 40 * M, 20 * M, 10 * M]  # at 50 it is too late
    assert found.left_stop.tolist() == [2, 1, 2, 1]
    assert found.seated.tolist() == [-1, 0, -1, 2]
    first_call = found.boarding_of[found.call_start[0] + found.call_low[0] :][:2]
    assert first_call.tolist() == [3, 1]
    # Of a span that begins later the first vehicle is boarded at its second call only
    later = list_boardings(prepare(patterns(feed)), (5 * M, 45 * M))
    assert later.departure_s.tolist() == [40 * M, 30 * M, 10 * M]


def test_a_vehicle_that_stops_where_this_one_does_and_later_is_not_changed_to():
    slow = trip((0, 1), (1, 12), (2, 23))
    feed = Feed(4, [trip((0, 0), (1, 10), (2, 20)), slow, trip((2, 25), (3, 30))])
    # To the third line only, and from the first one as from the slower one
    assert changes(feed) == [(2, 20, 25, 3, 30), (2, 23, 25, 3, 30)]


def test_a_change_is_made_once_and_where_it_gets_somewhere_sooner():
    # Both lines call at 0, 1 and 2; the second is overtaken between, and goes on to 3
    feed = Feed(4, [trip((0, 0), (1, 10), (2, 20)), trip((0, 5), (1, 15), (2, 25), (3, 30))])
    assert changes(feed) == [(2, 20, 25, 3, 30)]
    # A quicker one is changed to where it can be met first, and again where that is too late
    quick = trip((0, 5), (1, 11), (2, 13), (3, 15))
    feed = Feed(4, [trip((0, 0), (1, 10), (2, 20)), quick])
    assert changes(feed) == [(1, 10, 11, 2, 13)]


def test_of_two_changes_at_one_call_the_one_that_gets_everywhere_sooner_is_kept():
    # Ways lead from 1 to 2 and to 3, where the same line and a slower one to the same places leave
    ways = [(1, 2, 60), (1, 3, 120)]
    lines = [trip((2, 20), (3, 22), (4, 30)), trip((2, 20), (4, 40))]
    feed = Feed(5, [trip((0, 0), (1, 10)), *lines], ways=ways)
    assert changes(feed) == [(1, 10, 20, 3, 22)]


def test_a_change_that_gets_nowhere_sooner_than_an_earlier_vehicle_of_its_line_is_dropped():
    # The way to 2 is long and the way to 3 is short: the line is caught at 3 by an earlier vehicle
    ways = [(1, 2, 15 * M), (1, 3, 60)]
    line = [trip((2, m), (3, m + 2), (4, m + 10)) for m in (12, 27)]
    feed = Feed(5, [trip((0, 0), (1, 10)), *line], ways=ways)
    # At 2 none of its stops but 3 is reached by the later one alone
    assert changes(feed) == [(1, 10, 14, 4, 22), (1, 10, 27, 3, 29)]


def test_who_may_not_get_off_changes_nowhere_and_who_may_not_get_on_is_not_met():
    out = [Call(0, 0, 0), Call(1, 10 * M, 10 * M, off=False), Call(2, 20 * M, 20 * M)]
    closed = [Call(2, 25 * M, 25 * M, on=False), Call(3, 30 * M, 30 * M), Call(4, 40 * M, 40 * M)]
    feed = Feed(5, [out, closed, trip((1, 15), (4, 18))], ways=[(2, 3, 0)])
    assert changes(feed) == [(2, 20, 30, 4, 40)]


def test_vehicles_and_changes_that_take_no_time_are_told():
    # Round in no time at all: each leads to the other at the very same moment
    feed = Feed(2, [trip((0, 5), (1, 5)), trip((1, 5), (0, 5))])
    assert not list_boardings(prepare(patterns(feed)), (0, H)).backwards


def test_nothing_runs():
    found = list_boardings(prepare(patterns(Feed(2, []))), (0, H))
    assert len(found.departure_s) == 0
    assert found.backwards


def test_who_arrives_at_the_last_second_is_in_time_and_ids_take_32_bits():
    feed = Feed(3, [trip((0, 0), (1, 10)), trip((1, 12), (2, 20))])
    found = list_boardings(prepare(patterns(feed)), (0, 20 * M))
    assert found.left_s.tolist() == [20 * M, 10 * M]
    assert found.change.tolist() == [0]
    kept = (found.boarding_of, found.departure_s, found.left_s, found.left_stop)
    assert {array.dtype.name for array in (*kept, found.seated, found.change)} == {"int32"}
