"""When working backwards from all boardings pays, and in which parts it is done."""

from types import SimpleNamespace
from unittest.mock import patch

import numpy as np
import pytest
from test_routing_transit_onward import both
from test_routing_transit_raptor import H, M, random_region

from grensgeo.routing.transit import onward
from grensgeo.routing.transit.raptor import Window


def asked(n_destinations, max_rides):
    return SimpleNamespace(served=range(n_destinations), max_rides=max_rides)


def timetable(n_ways, n_stops):
    return SimpleNamespace(lines=SimpleNamespace(way_stop=range(n_ways)), n_stops=n_stops)


@pytest.mark.parametrize(
    ("schedule", "question", "as_many"),
    [
        # two ways a stop, one pass: 3 x 1,000 compared, and 1,000 to find the changes
        (timetable(6, 3), asked(1000, 8), 400),
        # a pass for each ride where there are few
        (timetable(6, 3), asked(1000, 7), 2200),
        (timetable(6, 3), asked(1000, 3), 1000),
        # no more changes are kept than so many
        (timetable(600, 3), asked(1000, 8), 600),
        (timetable(3, 0), asked(1000, 8), 500),
    ],
)
def test_it_pays_from_so_many_origins_on(schedule, question, as_many):
    costs = {"A_SEARCH": 10, "A_CHANGE": 1000, "MOST_CHANGES": 4, "MANY_RIDES": 8}
    with patch.multiple(onward, **costs):
        assert not onward.pays(schedule, question, as_many)
        assert onward.pays(schedule, question, as_many + 1)


def test_egress_legs_stand_by_block_and_stop():
    to_start = np.array([0, 2, 2, 5])
    to_place = np.array([4, 0, 1, 3, 4])
    to_s = np.array([10, 20, 30, 40, 50])
    question = SimpleNamespace(to_start=to_start, to_place=to_place, to_s=to_s, served=range(5))
    legs = onward._by_block(question, 3, 2)
    assert legs.start.shape == (3, 4)
    found = {
        (block, stop, int(place), int(seconds))
        for block in range(3)
        for stop in range(3)
        for part in [slice(legs.start[block, stop], legs.start[block, stop + 1])]
        for place, seconds in zip(legs.place[part], legs.seconds[part], strict=True)
    }
    assert found == {(2, 0, 0, 10), (0, 0, 0, 20), (0, 2, 1, 30), (1, 2, 1, 40), (2, 2, 0, 50)}
    assert legs.place.dtype == np.int32


@pytest.mark.parametrize(
    "sizes",
    [
        {"FIRST_BYTES": 4},
        {"FIRST_BYTES": 600},
        {"TOGETHER": 4, "LEAST_TOGETHER": 1},
        {"TOGETHER": 8, "LEAST_TOGETHER": 2, "MOST_BYTES": 1},
    ],
)
@pytest.mark.parametrize("max_rides", [2, 8])
def test_sizes_of_parts_change_no_answer(sizes, max_rides):
    feed, points = random_region()
    window = Window(np.arange(H, H + 20 * M, 240), max_rides, 2 * H)
    points = [*points[:5], {}, *points[5:8]]
    with patch.multiple(onward, **sizes):
        seconds, _ = both(feed, points, points, window=window, percentiles=(50, 100))
    assert np.isnan(seconds[:, 5]).all()
    assert not np.isnan(seconds[:, :5, :5]).all()


def test_first_rides_are_the_same_some_origins_at_a_time():
    feed, points = random_region()
    window = Window(np.arange(H, H + 20 * M, 240), 4, 2 * H)
    kept, first_rides = [], onward._first_rides

    def keep(*given):
        kept.append(first_rides(*given))
        return kept[-1]

    for size in (1 << 25, 4, 600):
        with patch.multiple(onward, FIRST_BYTES=size, _first_rides=keep):
            both(feed, points, points, window=window, percentiles=(50,))
    for part in kept[1:]:
        for one, other in zip(kept[0], part, strict=True):
            np.testing.assert_array_equal(one, other)
    start, boarding, until = kept[0]
    assert (start[0], start[-1]) == (0, len(boarding))
    assert (boarding.dtype, until.dtype) == (np.int32, np.int32)
    assert until[:, 0].tolist() == np.diff(start).tolist()
    assert (np.diff(until, axis=1) <= 0).all()
