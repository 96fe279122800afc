"""Laws of scenarios: nothing changes nothing, there and back is nothing, order need not matter."""

import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from test_region import region
from test_scenario_border import network as border_streets
from test_scenario_lines import network as lines_network  # noqa: F401 - a fixture
from towns import random_points, town

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.scenario import Situation, situation_key

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
POINTS = random_points(5, 12, name="p").drop(columns="country")
CAR, WALK = gg.Trip("car"), gg.Trip("walk")


def made(*modifications):
    return gg.Scenario("one", modifications, title=dict.fromkeys(("nl", "de", "en"), "x"))


def street_factor(factor, **where):
    return gg.ModifyStreets(speed_factor=factor, modes=("car", "walk"), **where)


#: Of kinds that can be undone: a change, and what takes it back.
THERE_AND_BACK = {
    "modify-streets": (street_factor(2.0, country="NL"), street_factor(0.5, country="NL")),
    "scale-opportunities": (gg.ScaleOpportunities(2.0), gg.ScaleOpportunities(0.5)),
    "resistance": (gg.SetResistance(5), gg.SetResistance(0)),
    "matching": (gg.SetMatching(0.5), gg.SetMatching(1.0)),
}


def whole(seed=3):
    return Situation(region(), town(seed), {"car": CAR})


@pytest.mark.parametrize("kind", THERE_AND_BACK)
def test_there_and_back_gives_the_key_of_the_baseline(kind):
    there, back = THERE_AND_BACK[kind]
    assert there.kind == kind
    before = whole()
    key = situation_key(before)
    assert situation_key(made(there).apply(before)) != key
    assert situation_key(made(there, back).apply(before)) == key
    assert situation_key(before) == key  # what it was applied to is as it was


def test_the_empty_scenario_changes_nothing():
    before = whole()
    idle = street_factor(1.0, country="NL"), gg.ScaleOpportunities(1.0)
    after = made(*idle).with_all(before, idle=True)
    assert situation_key(after) == situation_key(before)
    found = [gg.travel_times(one.network, POINTS, POINTS, CAR) for one in (before, after)]
    np.testing.assert_array_equal(found[0].minutes, found[1].minutes)
    with pytest.raises(InputError, match="there are none"):
        made()


@settings(max_examples=examples(6), deadline=None)
@given(
    seed=st.integers(0, 400),
    parts=st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from([0.5, 1.25, 2.0]), st.booleans()),
        min_size=2, max_size=4, unique_by=lambda part: part[0],
    ),
    data=st.data(),
)  # fmt: skip
def test_law_changes_of_other_streets_commute(seed, parts, data):
    network = town(seed)
    ways = network.streets.way_id[np.isnan(network.streets.fixed_duration_s)].tolist()
    changes = [
        gg.CloseStreet((ways[way % len(ways)],))
        if closed
        else street_factor(factor, ways=(ways[way % len(ways)],))
        for way, factor, closed in parts
    ]
    shuffled = data.draw(st.permutations(changes))
    keys, times = [], []
    for order in (changes, shuffled):
        after = Situation(network=network)
        for change in order:
            after = made(change).with_all(after, idle=True)
        keys.append(situation_key(after))
        times.append(gg.travel_times(after.network, POINTS, POINTS, WALK).minutes)
    assert keys[0] == keys[1]
    np.testing.assert_array_equal(times[0], times[1])


@settings(max_examples=examples(6), deadline=None)
@given(
    seed=st.integers(0, 400), first=st.integers(0, 20), factor=st.floats(1.01, 5),
    mode=st.sampled_from(["car", "walk"]),
)  # fmt: skip
def test_law_a_faster_street_makes_nobody_slower(seed, first, factor, mode):
    network = town(seed)
    ways = tuple(network.streets.way_id[first::7].tolist())
    faster = gg.ModifyStreets(ways=ways, speed_factor=factor, modes=("car", "walk"))
    before, after = (
        gg.travel_times(one, POINTS, POINTS, gg.Trip(mode)).minutes
        for one in (network, made(faster).apply(network))
    )
    assert (np.isnan(before) == np.isnan(after)).all()
    assert not (after > before * (1 + 1e-6)).any()


@settings(max_examples=examples(6), deadline=None)
@given(seed=st.integers(0, 400), mode=st.sampled_from(["car", "walk"]))
def test_law_an_opened_crossing_makes_nobody_slower(seed, mode):
    network = town(seed)
    shut = gg.CloseCrossing(near=(7.03, 52.22), within_m=20_000)
    try:
        closed = made(shut).apply(network)
    except InputError:  # no street of this town crosses the border
        return
    before, after = (
        gg.travel_times(one, POINTS, POINTS, gg.Trip(mode)).minutes for one in (closed, network)
    )
    assert not (np.isnan(after) & ~np.isnan(before)).any()
    assert not (after > before * (1 + 1e-6)).any()


def test_kinds_of_borders_leave_the_baseline_as_it_was():
    streets = border_streets()
    before = Situation(network=streets, trips={"walk": WALK})
    key = situation_key(before)
    for change in (gg.CloseBorder("routing"), gg.CloseBorder("destinations")):
        assert situation_key(made(change).apply(before)) != key
        assert situation_key(before) == key


@pytest.mark.parametrize("factor", [1.5, 4.0])
def test_a_line_that_stands_longer_leaves_the_baseline_as_it_was(lines_network, factor):  # noqa: F811
    before = Situation(network=lines_network)
    key = situation_key(before)
    assert situation_key(made(gg.AdjustDwell("RB64", factor)).apply(before)) != key
    assert situation_key(before) == key
