"""Legs to stops and timetables are made once for a network and the scenarios that leave them."""

import pickle
import warnings
from dataclasses import replace

import numpy as np
import pytest
from towns import COUNTRIES, WINDOW, buses, random_points, town

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning
from grensgeo.scenario import ModifyStreets
from grensgeo.traveltimes import departures, stop_legs

HOMES = random_points(5, 12, name="h")
WORK = random_points(6, 12, name="w")
TRIP = gg.Trip("transit", max_min=60, max_access_min=15, max_egress_min=15, **WINDOW)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    feeds = [buses(folder / "a.zip", 2), replace(buses(folder / "b.zip", 5), name="more")]
    return tuple(gg.with_feeds(town(3), feeds[:n], countries=COUNTRIES) for n in (1, 2))


@pytest.fixture
def made(monkeypatch):
    """What is made anew, as it is made."""
    done = []

    def noted(module, name):
        own = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *a, **k: (done.append(name), own(*a, **k))[1])

    noted(departures, "timetable_on")
    noted(departures, "prepare")
    noted(stop_legs, "reached_pairs")
    return done


def times(network, trip=TRIP, homes=HOMES):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        found = gg.travel_times(network, homes, WORK, trip)
    return found.percentile_minutes.tobytes() + found.rides.tobytes()


def alone(network):
    """Return the network with nothing prepared."""
    return pickle.loads(pickle.dumps(network))


def slower(mode):
    return ModifyStreets(("residential",), speed_factor=0.5, modes=(mode,))


def test_the_same_question_and_another_hour_walk_no_leg_again(served, made):
    network = alone(served[0])
    first = times(network)
    assert made == ["timetable_on", "reached_pairs", "reached_pairs", "reached_pairs", "prepare"]
    made.clear()
    assert times(network) == first
    assert made == []
    times(network, replace(TRIP, departure="2023-10-17T10:00"))
    assert made == ["timetable_on", "prepare"]


def test_a_scenario_that_touches_neither_feeds_nor_legs_makes_nothing(served, made):
    network = alone(served[0])
    before = times(network)
    scenario = gg.Scenario("s", (slower("car"),), title=dict.fromkeys(("nl", "de", "en"), "s"))
    for changed in (slower("car").apply(network), scenario.apply(network)):
        made.clear()
        assert times(changed) == before
        assert made == []
        assert times(alone(changed)) == before


def test_a_scenario_that_was_made_before_anything_was_asked_shares_all_the_same(served, made):
    network = alone(served[0])
    network = replace(network, provenance=network.provenance)  # as one that was read is a copy
    changed = slower("car").apply(replace(network, provenance=network.provenance))
    before = times(network)
    made.clear()
    assert times(changed) == before
    assert made == []


def test_a_scenario_of_other_speeds_on_foot_walks_its_own_legs(served, made):
    network = alone(served[0])
    before = times(network)
    changed = slower("walk").apply(network)
    made.clear()
    after = times(changed)
    # the day stands, legs and the ways between stops do not
    assert made == ["reached_pairs", "reached_pairs", "reached_pairs", "prepare"]
    assert after == times(alone(changed)) != before
    made.clear()
    assert times(network) == before
    assert made == []


def test_other_feeds_are_another_day(served, made):
    network = alone(served[0])
    before = times(network)
    more = replace(network, feeds=served[1].feeds)
    made.clear()
    after = times(more)
    assert made[0] == "timetable_on"
    assert after == times(alone(more)) != before


@pytest.mark.parametrize(
    "trip",
    [
        replace(TRIP, max_access_min=5),
        replace(TRIP, access="bicycle"),
        replace(TRIP, access="car", egress="car"),
        replace(TRIP, foreign_routing=False),
        replace(TRIP, departure=None, arrival="2023-10-17T09:00"),
    ],
    ids=["less access", "by bicycle", "by car", "closed", "arriving"],
)
def test_what_else_is_asked_is_answered_as_by_a_network_of_its_own(served, trip):
    network = alone(served[0])
    times(network)
    assert times(network, trip) == times(alone(network), trip)


def test_other_places_have_legs_of_their_own_and_only_the_last_are_kept(served):
    network = alone(served[0])
    part = network.prepared.part(stop_legs.KeptLegs)
    for n in range(1, 9):
        homes = HOMES.iloc[n:]
        assert times(network, homes=homes) == times(alone(network), homes=homes)
    assert (
        len(part.found) == 10
    )  # those from stops to work, and between stops, are of all questions
    for _ in range(2):
        for n in range(2, 12):
            times(network, replace(TRIP, max_access_min=n))
    assert len(part.found) == 12


def test_what_is_too_large_is_not_kept(served, monkeypatch):
    network = alone(served[0])
    monkeypatch.setattr(stop_legs, "_LEGS", 0)
    first = times(network)
    assert not any(len(legs.stop) for _, legs in network.prepared.part(stop_legs.KeptLegs).found)
    assert times(network) == first


def test_places_off_the_network_are_told_apart(served):
    network = alone(served[0])
    near, far = HOMES.iloc[:2].copy(), HOMES.iloc[:2].copy()
    far["lon"] += np.array([0.0, 0.5])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        found = [gg.travel_times(network, homes, WORK, TRIP).minutes for homes in (near, far)]
    np.testing.assert_array_equal(found[0][0], found[1][0])
    assert np.isnan(found[1][1]).all()
