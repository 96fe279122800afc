"""Range-RAPTOR at its bounds: the limit to the second, and room no wider than said."""

import numpy as np
import pytest
from test_routing_transit_raptor import Feed, ask, legs, patterns, trip

from grensgeo.errors import InputError
from grensgeo.routing.transit import raptor as module
from grensgeo.routing.transit.raptor import Egress, Window, percentile_times, profile_times
from grensgeo.routing.transit.schedule import prepare

START = 8 * 3600
#: Three rides in a row; with as many allowed the last way between stops is of no use.
CHAIN = Feed(4, [trip((k, 480 + 10 * k), (k + 1, 490 + 10 * k)) for k in range(3)])


@pytest.mark.parametrize(("limit", "seconds"), [(300, 300), (299, np.nan)])
def test_a_way_without_rides_may_take_the_whole_limit(limit, seconds):
    bounds = {"moments": [START], "limit": limit, "direct": np.array([[300.0]])}
    found, rides = ask(CHAIN, [{0: 0}], [{1: 0}], **bounds)
    np.testing.assert_array_equal(found[0, 0], [seconds])
    assert rides[0, 0, 0] == 0


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_stops_are_reached_by_as_many_rides_as_are_allowed_to_the_second(most):
    found, rides = ask(CHAIN, [{0: 0}], [{1: 0}, {2: 0}, {3: 0}], moments=[START], max_rides=most)
    reached = np.arange(1, 4) <= most
    np.testing.assert_array_equal(found[0, 0], np.where(reached, [600, 1200, 1800], np.nan))
    np.testing.assert_array_equal(rides[0, 0], np.where(reached, [1, 2, 3], 0))
    found, _ = ask(
        CHAIN, [{0: 0}], [{1: 0}, {2: 0}, {3: 0}], moments=[START], max_rides=most, limit=1200
    )
    reached[2] = False
    np.testing.assert_array_equal(np.isfinite(found[0, 0]), reached)


def test_legs_from_the_stops_of_another_timetable_are_counted():
    egress = Egress.from_legs(legs({1: 0}), 2)
    told = {"window": Window(np.array([START]), 1, 900), "rows": slice(None)}
    with pytest.raises(InputError, match="egress: legs from 2 stops, and the timetable has 4"):
        profile_times(prepare(patterns(CHAIN)), legs({0: 0}), egress, **told)


def test_times_of_single_departures_take_four_bytes_each(monkeypatch):
    rooms = []
    monkeypatch.setattr(module, "pays", lambda *_: False)
    monkeypatch.setattr(module, "_percentiles", lambda *given: rooms.extend(given[6]))
    monkeypatch.setattr(module, "_profiles", lambda *given: rooms.append(given[3]))
    there = Egress.from_legs(legs({1: 0}), 4)
    told = {"window": Window(np.array([START]), 1, 900), "rows": slice(None)}
    percentile_times(prepare(patterns(CHAIN)), legs({0: 0}), there, percentiles=[50], **told)
    assert len(rooms) == 2
    profile_times(prepare(patterns(CHAIN)), legs({0: 0}), there, **told)
    assert {room.dtype for room in rooms} == {np.dtype(np.int32)}


def test_only_the_origins_that_are_asked_for_are_computed():
    there = Egress.from_legs(legs({3: 0}), 4)
    told = {"window": Window(np.array([START]), 4, 7200), "rows": slice(1, 2)}
    origins = legs({0: 0}, {1: 0}, {2: 0})
    found, _ = profile_times(prepare(patterns(CHAIN)), origins, there, **told)
    np.testing.assert_array_equal(found, [[[1800]]])
