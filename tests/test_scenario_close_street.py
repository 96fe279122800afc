"""Closed streets: as if they had not been there, on the order that there is."""

import pickle
from dataclasses import replace

import numpy as np
import pytest
from drawing import ALL, draw
from examples import examples
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_traveltimes_metrics import CAR, check, key, street_times, towns

from grensgeo.errors import InputError
from grensgeo.modes import PUSHED, mode_bit
from grensgeo.network import Turns
from grensgeo.routing.streets import hierarchy
from grensgeo.scenario import CloseStreet, Scenario
from grensgeo.traveltimes.metrics import find_metric

PLACES = {"A": (0, 0), "B": (900, 0), "C": (900, 900), "D": (0, 900), "E": (1800, 0)}
RING = [{"ends": ends, "way_id": way} for ends, way in (("AB", 7), ("BC", 8), ("CD", 8),
                                                        ("DA", 9), ("BE", 10))]  # fmt: skip


def no_order(*_):
    msg = "ordered anew"
    raise AssertionError(msg)


def test_who_may_not_go_straight_goes_round():
    network = draw(PLACES, RING)
    closed = CloseStreet((7,), modes=("car",)).apply(network)
    assert np.isnan(closed.durations_s("car")[0]).tolist() == [True, *[False] * 4]
    assert not np.isnan(closed.durations_s("walk")[0]).any()
    assert closed.provenance.notes[-1].code == "scenario.closed"
    times = street_times(closed, np.array([[7.0, 52.2], [7.0132, 52.2]]), CAR)
    whole = street_times(network, np.array([[7.0, 52.2], [7.0132, 52.2]]), CAR)
    assert check(times)[0, 1] > 2 * check(whole)[0, 1]


def test_who_may_not_cycle_does_not_push_either():
    edges = [{"ends": "AB", "forward": ALL | PUSHED, "stress": 2}]
    closed = CloseStreet((1,), modes=("bicycle", "ebike")).apply(draw(PLACES, edges)).streets
    assert closed.access_forward.tolist() == [mode_bit("car") | mode_bit("walk")]
    assert closed.stress_forward.tolist() == [0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"ways": ()}, "there are none"),
        ({"ways": "8"}, "not a list of ids"),
        ({"ways": (8.5,)}, "not a list of ids"),
        ({"ways": (8,), "modes": ("tram", "boat")}, "tram, boat"),
        ({"ways": (8,), "modes": "car"}, "not a list of names"),
    ],
)
def test_what_cannot_be(arguments, message):
    with pytest.raises(InputError, match=message):
        CloseStreet(**arguments)


def test_what_the_network_does_not_have():
    plan = Scenario("one", (CloseStreet((5, 8, 6)),), title=dict.fromkeys(("nl", "de", "en"), "x"))
    with pytest.raises(InputError, match="no way 5, 6"):
        plan.apply(draw(PLACES, RING))
    foot = [{"ends": "AB", "forward": 8, "backward": 8}]
    with pytest.raises(InputError, match="no mode may use"):
        replace(plan, modifications=(CloseStreet((1,), ("car",)),)).apply(draw(PLACES, foot))


def test_only_what_lies_above_a_closed_street_is_customised(monkeypatch):
    network = draw(PLACES, RING)
    core = find_metric(network, key())
    assert core.timed
    monkeypatch.setattr(hierarchy, "contract", no_order)
    closed = find_metric(CloseStreet((8,)).apply(network), key())
    assert closed.timed.skeleton is core.timed.skeleton
    assert closed.before[0] is core
    # the two themselves, and those that come to B, where there is no junction any more
    assert closed.before[1].tolist() == [0, 1, 2, 4]


def test_a_closed_street_at_a_forbidden_turn_keeps_the_order(monkeypatch):
    network = draw(PLACES, RING, turns=Turns.of([(1, 0, 1, ALL)]))
    core = find_metric(network, key())
    assert core.timed
    monkeypatch.setattr(hierarchy, "order", no_order)
    closed = find_metric(CloseStreet((7,)).apply(network), key())
    assert closed.timed.skeleton is not core.timed.skeleton


@given(town=towns(), data=st.data())
@settings(max_examples=examples(40), deadline=None)
def test_answers_are_those_of_a_network_of_its_own(town, data):
    network, lonlat = town
    assume(network.streets.n_edges > 3)
    rows = slice(0, len(lonlat))
    ways = data.draw(st.lists(st.sampled_from(network.streets.way_id.tolist()), min_size=1,
                              max_size=2, unique=True))  # fmt: skip
    street_times(network, lonlat, CAR).seconds(rows)
    changed = CloseStreet(tuple(ways), modes=("car",)).apply(network)
    alone = pickle.loads(pickle.dumps(changed))
    expected = check(street_times(alone, lonlat, CAR))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hierarchy, "order", no_order)
        ours = check(street_times(changed, lonlat, CAR))
    np.testing.assert_array_equal(np.isnan(ours), np.isnan(expected))
    np.testing.assert_allclose(ours, expected, rtol=1e-6, atol=1e-3)


def test_a_new_street_keeps_the_order():
    side = 6
    spots = {(i, j): (200.0 * i, 150.0 * j) for i in range(side) for j in range(side)}
    edges = [{"ends": (spot, (spot[0] + i, spot[1] + j))}
             for spot in spots for i, j in ((1, 0), (0, 1))
             if (spot[0] + i, spot[1] + j) in spots]  # fmt: skip
    names = list(spots)
    town = draw(dict(enumerate(spots.values())),
                [{"ends": [names.index(end) for end in edge["ends"]]} for edge in edges])  # fmt: skip
    bypass = [{"ends": (0, 36)}, {"ends": (36, 35), "length_m": 100.0}]
    larger = draw(
        {**dict(enumerate(spots.values())), 36: (1200.0, -100.0)},
        [*({"ends": [names.index(end) for end in edge["ends"]]} for edge in edges), *bypass],
    )
    core = find_metric(town, key())
    assert core.timed
    lonlat = np.stack([larger.streets.lon, larger.streets.lat], axis=1)
    rows = slice(0, len(lonlat))
    expected = street_times(larger, lonlat, CAR).seconds(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hierarchy, "order", no_order)
        grown = replace(town, streets=replace(larger.streets))
        ours = street_times(grown, lonlat, CAR)
        np.testing.assert_allclose(ours.seconds(rows), expected, rtol=1e-6, atol=1e-3)
    anew = find_metric(larger, key()).shape.laid.skeleton.hierarchy
    kept = ours.metric.shape.laid.skeleton.hierarchy
    assert kept.n_shortcuts < 1.5 * anew.n_shortcuts
