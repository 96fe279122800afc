"""Single journeys at their bounds: the limit to the second, no legs, ties, and the mirror."""

import numpy as np
import pytest
from test_routing_transit_raptor import Feed, patterns, trip

from grensgeo.errors import InputError
from grensgeo.routing.transit.itinerary import JourneyTree, Moment, journey
from grensgeo.routing.transit.schedule import prepare

START, RIDE_S = 8 * 3600, 600
ONE_RIDE = Feed(2, [trip((0, 480), (1, 490))])


def leg(*pairs):
    """Stops and seconds of legs."""
    stop, seconds = np.array(pairs, dtype=float).reshape(-1, 2).T
    return stop.astype(int), seconds


def asked(access, egress, *, limit_s, reverse=False, direct_s=np.nan):
    """The journey from eight o'clock on, or in the mirror until ten past eight."""
    moment_s = START + RIDE_S if reverse else START
    bounds = {"moment_s": moment_s, "max_rides": 2, "limit_s": limit_s, "direct_s": direct_s}
    return journey(prepare(patterns(ONE_RIDE), reverse=reverse), access, egress, **bounds)


@pytest.mark.parametrize("reverse", [False, True])
def test_a_ride_that_takes_the_whole_limit_is_within_it(reverse):
    ends = leg((0, 0)), leg((1, 0))
    found = asked(*ends, limit_s=RIDE_S, reverse=reverse)
    assert (found.departure_s, found.arrival_s, len(found)) == (START, START + RIDE_S, 1)
    assert asked(*ends, limit_s=RIDE_S - 1, reverse=reverse) is None


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("ends", [(leg(), leg()), (leg((0, 0)), leg())])
def test_a_way_without_rides_needs_no_legs_and_may_take_the_whole_limit(reverse, ends):
    found = asked(*ends, limit_s=90, reverse=reverse, direct_s=90)
    arrival_s = START + RIDE_S if reverse else START + 90
    assert (found.departure_s, found.arrival_s) == (arrival_s - 90, arrival_s)
    assert (len(found), found.walk_s.tolist()) == (0, [90])
    assert asked(*ends, limit_s=89, reverse=reverse, direct_s=90) is None
    assert asked(*ends, limit_s=89, reverse=reverse) is None


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("wrong", ["access", "egress"])
@pytest.mark.parametrize(
    ("bad", "told"), [((2, 0), "not among the 2"), ((0, -1), "less than 0 s")]
)
def test_a_leg_that_cannot_be_is_named_by_its_end(reverse, wrong, bad, told):
    ends = {"access": leg((0, 0)), "egress": leg((1, 0)), wrong: leg(bad)}
    with pytest.raises(InputError, match=f"{wrong}: a leg.*{told}"):
        asked(ends["access"], ends["egress"], limit_s=900, reverse=reverse)


def test_of_two_lines_that_arrive_together_the_first_of_the_timetable_stands():
    feed = Feed(3, [trip((0, 480), (2, 485), (1, 490)), trip((0, 481), (1, 490))])
    bounds = {"moment_s": START, "max_rides": 1, "limit_s": 3600}
    found = journey(prepare(patterns(feed)), leg((0, 0)), leg((1, 0)), **bounds)
    assert (found.pattern.tolist(), found.board_s.tolist()) == ([0], [START])


def test_labels_are_a_row_a_round_a_column_a_stop_and_narrow():
    tree = JourneyTree.search(prepare(patterns(ONE_RIDE)), leg((0, 0)), Moment(START, 3, 3600))
    assert [part.shape for part in tree.labels] == [(4, 2), (4, 2), (4, 2, 3), (4, 2)]
    assert {part.dtype for part in tree.labels} == {np.dtype(np.int32)}
