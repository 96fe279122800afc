"""Modifications of a border: minutes at crossings, crossings and borders closed, terms."""

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import examples
from feeds import calls, feed_files, write_feed
from hypothesis import given, settings
from hypothesis import strategies as st

import grensgeo as gg
from grensgeo.border import Match
from grensgeo.errors import InputError
from grensgeo.gtfs import read_feed
from grensgeo.network import CrossingRule, CrossingTable
from grensgeo.scenario import (
    CloseBorder,
    CloseCrossing,
    Scenario,
    SetCrossingTime,
    SetMatching,
    SetResistance,
    Situation,
    situation_key,
)
from grensgeo.traveltimes.departures import Plan

TITLE = {"nl": "Een", "de": "Eins", "en": "One"}
#: Two ways across a border at x = 1000: way 1 and 2 to the south, 3 and 4 a kilometre north.
PLACES = {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "E": (1000, 1000)}
EDGES = [
    {"ends": "AB", "length_m": 1000.0, "country": "NL"},
    {"ends": "BC", "length_m": 1000.0, "country": "DE"},
    {"ends": "AE", "length_m": 1500.0, "country": "NL"},
    {"ends": "EC", "length_m": 1500.0, "country": "DE"},
]
POINTS = pd.DataFrame({"id": ["A", "C"], "lon": [7.0, 0], "lat": [52.2, 52.2]})


def network(**more):
    return draw(PLACES, EDGES, **more)


def minutes(situation, trip="walk", ends=("A", "C")):
    """Minutes there and back between two vertices, by way of edges."""
    net = situation.network
    from_id = pd.DataFrame(
        {
            "id": list(ends),
            "lon": [net.streets.lon[list(PLACES).index(e)] for e in ends],
            "lat": [net.streets.lat[list(PLACES).index(e)] for e in ends],
        }
    )
    times = gg.travel_times(net, from_id, from_id, situation.trips[trip]).minutes
    return times[0, 1], times[1, 0]


def applied(*modifications, net=None, trip=None, border=True):
    before = Situation(
        network=net or network(),
        trips={"walk": trip or gg.Trip("walk")},
        **({} if border else {"border": None}),
    )
    return before, Scenario("one", modifications, title=TITLE).apply(before)


#: On foot at 5 km/h.
SOUTH, NORTH = 24.0, 36.0


@pytest.mark.parametrize(
    ("modification", "there", "back"),
    [
        (SetCrossingTime(5), SOUTH + 5, SOUTH + 5),
        (SetCrossingTime(5, to_country="DE"), SOUTH + 5, SOUTH),
        (SetCrossingTime(5, from_country="DE"), SOUTH, SOUTH + 5),
        (SetCrossingTime(5, ways=(1,)), SOUTH + 5, SOUTH + 5),
        (SetCrossingTime(5, ways=(2,)), SOUTH + 5, SOUTH + 5),
        (SetCrossingTime(60, ways=(2,)), NORTH, NORTH),  # the other crossing takes none
        (SetCrossingTime(60, near=(7.01468, 52.2), within_m=100), NORTH, NORTH),
        (SetCrossingTime(5, modes=("walk",)), SOUTH + 5, SOUTH + 5),
    ],
)
def test_crossings_take_the_known_minutes(modification, there, back):
    before, after = applied(modification)
    assert minutes(before) == pytest.approx((SOUTH, SOUTH), abs=0.01)
    assert minutes(after) == pytest.approx((there, back), abs=0.01)
    assert after.network.streets is before.network.streets


def test_crossings_take_minutes_at_their_hours():
    checks = SetCrossingTime(5, hours=[6, 9], modes=["car"])
    for departure, extra in (("2026-03-10T07:30", 5), ("2026-03-10T09:00", 0), (None, 0)):
        trip = gg.Trip("car", departure=departure, period="free_flow")
        before, after = applied(checks, trip=trip)
        (there, back), (then, _) = minutes(after), minutes(before)
        assert there == pytest.approx(back) == pytest.approx(then + extra, abs=0.01)
    night = CrossingRule(1, hours=(22, 5))
    assert [night.holds_at(hour) for hour in (23, 4.9, 5, 12, None)] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_later_minutes_take_the_place_of_earlier_ones():
    _, after = applied(SetCrossingTime(5, ways=(1,)), SetCrossingTime(7, ways=(1,)))
    assert after.trips["walk"].crossing_time_min == CrossingTable((CrossingRule(7, ways=(1,)),))
    _, after = applied(SetCrossingTime(5), SetCrossingTime(3, to_country="NL"))
    assert minutes(after) == pytest.approx((SOUTH + 5, SOUTH + 3), abs=0.01)
    before, after = applied(SetCrossingTime(5), SetCrossingTime(0))
    assert situation_key(after) == situation_key(before)


@pytest.mark.parametrize(
    ("modification", "expected"),
    [
        (CloseCrossing(ways=(1,)), NORTH),
        (CloseCrossing(ways=(4,)), SOUTH),
        (CloseCrossing(near=(7.01468, 52.2), within_m=100), NORTH),
    ],
)
def test_closed_crossings_are_gone_round(modification, expected):
    _, after = applied(modification)
    assert minutes(after) == pytest.approx((expected, expected), abs=0.01)
    # the streets on both sides stay open
    assert minutes(after, ends=("A", "B"))[0] == pytest.approx(12.0, abs=0.01)


def test_a_crossing_closed_to_some_is_open_to_others():
    closed = CloseCrossing(ways=(1,), modes=("car",))
    _, after = applied(closed)
    assert minutes(after)[0] == pytest.approx(SOUTH, abs=0.01)
    assert closed.touches() == ("car",)


@pytest.mark.parametrize(
    ("modification", "message"),
    [
        (SetCrossingTime(5, ways=(1, 9)), "ways: 9 cross no border in this network; ways that do"),
        (SetCrossingTime(5, near=(7.0, 52.3)), r"the nearest crossing is at \[7.0147, 52.209"),
        (SetCrossingTime(5, line="RB64"), "the network has no public transport"),
        (CloseCrossing(ways=(9,)), "ways: 9 cross no border"),
        (SetCrossingTime(0), "changes nothing"),
    ],
)
def test_crossings_that_are_not_there(modification, message):
    with pytest.raises(InputError, match=message):
        applied(modification)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: SetCrossingTime(-1), "minutes: -1 is not from 0 to 240"),
        (lambda: SetCrossingTime(1, hours=[9, 9]), "hours: 9 to 9; give two from 0 to 24"),
        (lambda: SetCrossingTime(1, hours=[9]), r"hours: \[9\] is not two hours"),
        (lambda: SetCrossingTime(1, modes=["train"]), "modes: train; choose"),
        (lambda: SetCrossingTime(1, line="x", ways=(1,)), "no line knows a place on streets"),
        (lambda: SetCrossingTime(1, to_country="XX"), "to_country: 'XX'; choose from"),
        (CloseCrossing, "say which crossings: give ways, near or line"),
        (lambda: CloseBorder("open"), "closed: 'open'; choose destinations or routing"),
        (SetResistance, "give one of minutes and name"),
        (lambda: SetResistance(name="nobody"), "name: 'nobody' is not known"),
        (lambda: SetResistance(5, from_country="NL"), "give both from_country and to_country"),
        (lambda: SetResistance(5, from_country="NL", to_country="NL"), "between two countries"),
        (lambda: SetMatching(2), "weight: 2 is not from 0 to 1"),
        (lambda: SetMatching(0.5, "NL", "NL"), "a weight within NL"),
    ],
)
def test_border_modifications_that_cannot_be(make, message):
    with pytest.raises(InputError, match=message):
        make()


def test_a_closed_border_in_both_readings():
    before, after = applied(CloseBorder("routing"))
    assert not after.trips["walk"].foreign_routing
    assert np.isnan(minutes(after)).all()
    assert after.border == before.border
    before, after = applied(CloseBorder("destinations"))
    assert after.trips == before.trips
    assert after.border.between("NL", "DE") == (0.0, 0.0)
    assert after.border.between("NL", "NL") == (0.0, 1.0)
    with pytest.raises(InputError, match="changes nothing"):
        applied(CloseBorder("routing"), CloseBorder("routing"))


def test_terms_of_a_border():
    _, after = applied(
        SetResistance(20),
        SetResistance(46, from_country="NL", to_country="DE"),
        SetMatching(0.5),
        SetMatching(0.3, to_country="DE"),
    )
    assert after.border.between("NL", "DE") == (46.0, 0.3)
    assert after.border.between("DE", "NL") == (20.0, 0.5)
    assert after.border.matching.rules == (Match(0.5), Match(0.3, to_country="DE"))
    with pytest.raises(InputError, match="resistance needs terms of a border; apply"):
        applied(SetResistance(20), border=False)


def train(tmp_path):
    """A line from Enschede over Glanerbrug to Gronau and Ahaus, at seven and at nine."""
    trips = {
        str(hour): f"Enschede {hour}:00, Glanerbrug {hour}:10, Gronau {hour}:15, Ahaus {hour}:40"
        for hour in (7, 9)
    }
    feed = read_feed(write_feed(tmp_path / "bahn.zip", feed_files(trips)))
    country = ["NL", "NL", "DE", "DE"]
    return draw(
        {"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}],
        feeds=(_located(feed, country),),
    )  # fmt: skip


def _located(feed, country):
    from dataclasses import replace

    return replace(feed, stops=feed.stops.assign(country=country))


def test_a_line_ends_at_a_closed_crossing(tmp_path):
    net = train(tmp_path)
    after = Scenario("one", (CloseCrossing(line="RB64"),), title=TITLE).apply(net)
    trip = gg.Trip("transit", departure="2023-10-17T06:00", max_min=600)
    found = calls(Plan.build(after, trip).timetable)
    assert [stop for stop, *_ in found["7~1"][0]] == ["Enschede", "Glanerbrug"]
    assert [stop for stop, *_ in found["7~2"][0]] == ["Gronau", "Ahaus"]
    assert len(found) == 4


@pytest.mark.parametrize(
    ("modification", "seven", "nine"),
    [
        (SetCrossingTime(10), 10, 10),
        (SetCrossingTime(10, line="RB64"), 10, 10),
        (SetCrossingTime(10, line="RB64", hours=[6, 8]), 10, 0),
        (SetCrossingTime(10, to_country="DE", hours=[9, 10]), 0, 10),
        (SetCrossingTime(10, modes=["transit"]), 10, 10),
    ],
)
def test_vehicles_are_held_up_from_the_border_on(tmp_path, modification, seven, nine):
    net = train(tmp_path)
    trip = gg.Trip("transit", departure="2023-10-17T06:00", max_min=600)
    before = Situation(network=net, trips={"transit": trip})
    after = Scenario("one", (modification,), title=TITLE).apply(before)
    found = calls(Plan.build(net, after.trips["transit"]).timetable)
    for name, hour, extra in (("7", 7, seven), ("9", 9, nine)):
        arrivals = [arrival / 60 - 60 * hour for _, arrival, _ in found[name][0]]
        assert arrivals == [0, 10, 15 + extra, 40 + extra]


@settings(max_examples=examples(15))
@given(st.lists(st.tuples(st.sampled_from([1, 2, 3, 4]), st.integers(0, 30)), max_size=3))
def test_law_closing_and_checks_make_nobody_faster(chosen):
    before, now = applied(SetCrossingTime(1))
    best = minutes(before)
    made = [SetCrossingTime(1)]
    made += [SetCrossingTime(1 + extra, ways=(way,)) for way, extra in chosen]
    table = CrossingTable(
        tuple(CrossingRule(item.minutes, ways=item.ways) for item in made[1:]), 1.0
    )
    held = Situation(network=now.network, trips={"walk": gg.Trip("walk", crossing_time_min=table)})
    slower = minutes(held)
    assert all(a >= b - 1e-3 for a, b in zip(slower, minutes(now), strict=True))
    assert all(a >= b for a, b in zip(minutes(now), best, strict=True))
