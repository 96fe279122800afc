"""What a timetable made ready for the search keeps, and what it refuses, at the very bounds."""

import numpy as np
import pytest
from test_routing_transit_raptor import Feed, patterns, trip

from grensgeo.errors import InputError
from grensgeo.routing.transit import schedule as module
from grensgeo.routing.transit.schedule import LONGEST_S, prepare

WIDE = {
    "stop_start": "i8", "stop_call": "i4", "stop_trips": "i4", "stop_departure": "i8",
    "departure_s": "i4", "call_stop": "i4", "call_end": "i4", "call_off": "u1",
    "call_arrival": "i8", "call_stride": "i8", "arrival_s": "i4", "way_start": "i8",
    "way_stop": "i4", "way_s": "i4",
}  # fmt: skip


def line_to_all(**ways):
    """Three stops, each with a line onward, so that every way leads somewhere."""
    return Feed(3, [trip((0, 480), (1, 490), (2, 500), (0, 510))], **ways)


@pytest.mark.parametrize("reverse", [False, True])
def test_arrays_are_as_narrow_as_said_whatever_the_timetable_has(reverse):
    table = patterns(line_to_all(ways=[(0, 1, 60)]))
    for name in ("pattern_stop", "alight_ok", "trip_arrival_s", "trip_departure_s"):
        setattr(table, name, getattr(table, name).astype(np.int64))
    lines = prepare(table, reverse=reverse).lines
    assert {name: part.dtype.str[1:] for name, part in lines._asdict().items()} == WIDE
    assert all(part.flags.c_contiguous for part in lines)


def test_one_way_of_each_pair_stands_that_of_the_timetable_before_one_on_foot():
    table = patterns(line_to_all(ways=[(0, 1, 90), (0, 1, 60), (0, 2, 70)], change_s=5))
    on_foot = np.array([0, 1, 1]), np.array([1, 0, 2]), np.array([10.0, 20.0, 30.0])
    lines = prepare(table, walks=on_foot, least_change_s=15).lines
    ways = [
        (stop, int(lines.way_stop[way]), int(lines.way_s[way]))
        for stop in range(3)
        for way in range(lines.way_start[stop], lines.way_start[stop + 1])
    ]
    assert sorted(ways) == [
        (0, 0, 15), (0, 1, 60), (0, 2, 70), (1, 0, 35), (1, 1, 15), (1, 2, 45), (2, 2, 15),
    ]  # fmt: skip


@pytest.mark.parametrize("stop", [-1, 3])
def test_a_way_at_a_stop_just_beyond_the_others_is_refused(stop):
    with pytest.raises(InputError, match="not among the 3"):
        prepare(patterns(line_to_all(ways=[(0, stop, 60)])))


def test_a_way_may_take_the_longest_time_and_no_second_more():
    lines = prepare(patterns(line_to_all(ways=[(0, 1, LONGEST_S)]))).lines
    assert lines.way_s.max() == LONGEST_S
    with pytest.raises(InputError, match="transfers"):
        prepare(patterns(line_to_all(ways=[(0, 1, LONGEST_S + 1)])))


def test_a_pattern_may_have_the_most_trips_and_no_trip_more(monkeypatch):
    monkeypatch.setattr(module, "MOST_TRIPS", 2)
    trips = [trip((0, minute), (1, minute + 5)) for minute in (480, 490, 500)]
    assert prepare(patterns(Feed(2, trips[:2]))).lines.stop_trips.tolist() == [2]
    with pytest.raises(InputError, match="a pattern has 3 trips; at most 2"):
        prepare(patterns(Feed(2, trips)))
