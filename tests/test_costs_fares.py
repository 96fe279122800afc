"""Fares of drawn journeys: which tickets cover them, and laws that hold whatever they are."""

from dataclasses import replace

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.costs.cost_options import Pass, Tariff, Ticket
from grensgeo.costs.fares import FareOffer, fare_of, kilometre_price
from grensgeo.costs.rides import Ride, RideStop

OF = {"source": "drawn", "date": "2026-01-01", "since": "2026-01-01"}
WEST, EAST = "NL", "DE"


def stop(name, country):
    return RideStop(name.lower(), name, country, lon=7.0)


#: A line of four stops, two on either side of a border, a kilometre apart.
STOPS = [stop("Alm", WEST), stop("Bek", WEST), stop("Cor", EAST), stop("Dun", EAST)]
TRAIN = Ride("rail", "RB1", "Bahn", tuple(STOPS), (0.0, 1.0, 2.0, 3.0))


def tariff(name, country, **more):
    return Tariff(name=name, country=country, **{"start": 1.0, "per_km": 1.0, **OF, **more})


DUTCH, GERMAN = tariff("west", WEST), tariff("east", EAST)


def said(fare):
    return [(one.name, one.first.name, one.last.name, one.price_eur) for one in fare.pieces]


def test_both_sides_of_a_seam_are_named_and_what_none_covers_has_no_price():
    fare = fare_of([TRAIN], FareOffer([DUTCH, GERMAN], []))
    assert said(fare) == [
        ("west", "Alm", "Bek", 2.0),
        ("", "Bek", "Cor", None),
        ("east", "Cor", "Dun", 2.0),
    ]
    assert (fare.price_eur, fare.reason) == (None, "no_tariff")
    assert fare.pieces[1].km == 1.0


def test_a_tariff_valid_beyond_the_border_closes_the_seam_on_its_lines_alone():
    to_bek = tariff("east", EAST, beyond=[{"stops": ["bek"], "lines": ["RB*"]}])
    offer = FareOffer([DUTCH, to_bek], [])
    fare = fare_of([TRAIN], offer)
    assert said(fare) == [("west", "Alm", "Bek", 2.0), ("east", "Bek", "Dun", 3.0)]
    assert fare.price_eur == 5.0
    assert fare_of([TRAIN._replace(line="IC")], offer).price_eur is None


def test_a_ticket_across_the_border_holds_between_its_pairs_in_either_direction():
    pair = {"one": ["Bek"], "other": ["Cor"]}
    ticket = Ticket(name="across", price=4.0, pairs=[pair], **OF)
    offer = FareOffer([DUTCH, GERMAN], [ticket])
    assert fare_of([TRAIN], offer).price_eur == 8.0
    back = TRAIN._replace(stops=TRAIN.stops[::-1])
    assert [one[0] for one in said(fare_of([back], offer))] == ["east", "across", "west"]
    whole = Ticket(name="line", price=4.0, lines=["RB1"], **OF)
    assert said(fare_of([TRAIN], FareOffer([DUTCH], [whole]))) == [("line", "Alm", "Dun", 4.0)]


def test_one_start_for_buses_that_follow_each_other_and_two_around_a_train():
    bus = tariff("bus", WEST, vehicles=["bus"])
    train = tariff("train", WEST, vehicles=["rail"], start=0.0)
    first = Ride("bus", "1", "", (STOPS[0], STOPS[1]), (0.0, 1.0))
    offer = FareOffer([bus, train], [])
    assert fare_of([first, first], offer).price_eur == 3.0
    between = first._replace(vehicle="rail")
    assert fare_of([first, between, first], offer).price_eur == 2.0 + 1.0 + 2.0
    assert fare_of([], offer).price_eur == 0.0


def test_a_pass_is_free_where_it_is_held_and_its_price_is_spread_where_it_is_bought():
    held = Pass(name="all", country=EAST, month=30.0, beyond=[{"stops": ["Bek"]}], **OF)
    free = fare_of([TRAIN], FareOffer([DUTCH, GERMAN], [], [held]))
    assert said(free) == [("west", "Alm", "Bek", 2.0), ("all", "Bek", "Dun", 0.0)]
    bought = fare_of([TRAIN], FareOffer([DUTCH, GERMAN], [], [held], trips_per_month=20))
    assert bought.price_eur == 3.5
    assert said(bought)[1] == ("all", "Bek", "Dun", 1.5)
    east = TRAIN._replace(stops=TRAIN.stops[2:], km=(0.0, 1.0))
    few = FareOffer([GERMAN], [], [held], trips_per_month=10)
    assert said(fare_of([east], few)) == [("east", "Cor", "Dun", 2.0)]  # 3.0 would be dearer
    half = Pass(name="half", country=EAST, pays=0.5, **OF)
    assert fare_of([east], FareOffer([GERMAN], [], [half])).price_eur == 1.0


def test_levels_between_zones_and_what_is_not_declared():
    zones = [{"zone": "c", "stops": ["Cor"]}, {"zone": "d", "stops": ["Dun"]}]
    relations = [{"zones": ["d", "c"], "level": "2"}, {"zones": ["c"], "level": "9"}]
    by_level = tariff("levels", EAST, levels={"2": 7.5}, zones=zones, relations=relations)
    offer = FareOffer([by_level], [])
    east = TRAIN._replace(stops=TRAIN.stops[2:], km=(0.0, 1.0))
    assert fare_of([east], offer).price_eur == 7.5
    round_trip = east._replace(stops=(STOPS[2], STOPS[2]))
    assert fare_of([round_trip], offer).reason == "level_unknown"
    far = east._replace(stops=(STOPS[2], stop("Elz", EAST)))
    fare = fare_of([far], offer)
    assert (fare.pieces[0].name, fare.reason) == ("levels", "zone_unknown")


def test_kilometres_straight_and_whole_and_in_bands():
    bands = [{"up_to_km": 10.0, "per_km": 0.5}, {"up_to_km": 20.0, "per_km": 0.2}]
    falling = tariff("t", WEST, start=0.0, per_km=0.1, bands=bands, least=2.0, most=8.0)
    prices = [kilometre_price(falling, km) for km in (1.0, 10.0, 15.0, 30.0, 100.0)]
    assert prices == [2.0, 5.0, 6.0, 8.0, 8.0]
    whole = tariff("t", WEST, whole_km=True)
    assert kilometre_price(whole, 2.01) == 4.0
    ends = (RideStop("a", "a", WEST, lat=52.0), RideStop("b", "b", WEST, lat=52.0, lon=0.1))
    ride = Ride("rail", "", "", ends, (0.0, 50.0))
    straight = fare_of([ride], FareOffer([tariff("t", WEST, straight=True)], []))
    assert straight.price_eur == pytest.approx(1 + 6.845, abs=0.01)


MONEY = st.floats(0.0, 50.0)
TARIFFS = st.builds(
    lambda start, per_km, ends, cap: tariff(
        "t",
        WEST,
        start=start,
        per_km=per_km,
        least=cap[0],
        most=cap[0] + cap[1],
        bands=[{"up_to_km": end, "per_km": rate} for end, rate in sorted(ends)],
    ),
    MONEY,
    MONEY,
    st.lists(st.tuples(st.floats(0.1, 300.0), MONEY), max_size=4),
    st.tuples(MONEY, st.floats(0.0, 1000.0)),
)


@settings(max_examples=examples(100))
@given(TARIFFS, st.floats(0.0, 400.0), st.floats(0.0, 400.0))
def test_a_cost_never_falls_with_kilometres(one, km, more):
    assert kilometre_price(one, km + more) >= kilometre_price(one, km) - 1e-9


@st.composite
def worlds(draw):
    """Draw rides on the line of four stops, tariffs, tickets, and passes."""
    countries = st.sampled_from([WEST, EAST, ""])
    beyond = st.lists(
        st.fixed_dictionaries(
            {"stops": st.lists(st.sampled_from(["Alm", "Bek", "Cor", "Dun"]), min_size=1)}
        ),
        max_size=1,
    )
    vehicles = st.sampled_from([(), ("rail",), ("bus",)])
    rides = []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, 2))
        last = draw(st.integers(first + 1, 3))
        km = tuple(float(n) for n in range(last - first + 1))
        vehicle = draw(st.sampled_from(["rail", "bus"]))
        rides.append(Ride(vehicle, "L", "", tuple(STOPS[first : last + 1]), km))
    scope = {"country": countries, "beyond": beyond, "vehicles": vehicles}

    def several(kind, **more):
        made = st.builds(kind, **scope, **more, **{key: st.just(one) for key, one in OF.items()})
        found = draw(st.lists(made, max_size=3))
        return [replace(one, name=f"{kind.__name__}{n}") for n, one in enumerate(found)]

    tariffs = several(Tariff, name=st.just(""), start=MONEY, per_km=MONEY)
    tickets = several(Ticket, name=st.just(""), price=MONEY)
    passes = several(
        Pass, name=st.just(""), month=st.none() | MONEY, pays=st.sampled_from([0.0, 0.5, 1.0])
    )
    return rides, tariffs, tickets, passes


@settings(max_examples=examples(100))
@given(worlds(), st.none() | st.integers(1, 60))
def test_a_pass_never_raises_a_fare(world, trips):
    rides, tariffs, tickets, passes = world
    without = fare_of(rides, FareOffer(tariffs, tickets, [], trips))
    held = fare_of(rides, FareOffer(tariffs, tickets, passes, trips))
    if without.price_eur is not None:
        assert held.price_eur is not None
        assert held.price_eur <= without.price_eur + 1e-9
    assert sum(one.km for one in held.pieces) == pytest.approx(sum(ride.km[-1] for ride in rides))
    if held.price_eur is not None:
        paid = sum(one.price_eur for one in held.pieces)
        assert paid == pytest.approx(held.price_eur)


@settings(max_examples=examples(100))
@given(worlds(), st.integers(1, 60))
def test_a_cap_that_never_binds_changes_nothing(world, trips):
    rides, tariffs, tickets, passes = world
    plain = fare_of(rides, FareOffer(tariffs, tickets, passes, trips))
    capped = [replace(one, most=1e9, most_month=1e9) for one in tariffs]
    assert fare_of(rides, FareOffer(capped, tickets, passes, trips)) == plain
