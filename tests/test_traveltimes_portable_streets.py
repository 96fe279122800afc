"""The streets that a page carries, against the library: every kind of street on drawn towns."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from pagesweep import PageStreets, near
from towns import lonlat, random_points, town

import grensgeo as gg
from grensgeo.network.turns import Turns
from grensgeo.traveltimes import portable_streets

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")

CELLS = random_points(3, 40, name="c")
CODES = {0: None, 1: "NL", 2: "DE"}


def with_turns(network, seed, n=12):
    """Forbid turns at some of the junctions."""
    rng = np.random.default_rng(seed)
    streets, rows = network.streets, []
    for vertex in rng.permutation(streets.n_vertices):
        here = np.flatnonzero((streets.tail == vertex) | (streets.head == vertex))
        if len(here) > 1:
            one, other = (int(edge) for edge in rng.choice(here, 2, replace=False))
            rows.append((int(vertex), one, other, int(rng.choice([1, 2, 15]))))
    return replace(network, turns=Turns.of(rows[:n]))


def agree(network, cells, trips, *, scenario=0, exported=None):
    """Hold every answer of a page against the library, in both directions, border open and closed."""
    page = PageStreets(exported or gg.portable(network, cells, trips))
    reached = 0
    for name, trip in trips.items():
        for code, country in CODES.items():
            own = np.flatnonzero((cells["country"] == country) | (code == 0))
            if not len(own):
                continue
            here, rule = cells.iloc[own], replace(trip, foreign_routing=code == 0)
            there = here if code else cells
            wanted = gg.travel_times(network, here, there, rule).minutes
            back = gg.travel_times(network, there, here, rule).minutes.T
            columns = own if code else np.arange(len(cells))
            for times, reverse in ((wanted, False), (back, True)):
                found = page.times(name, own, code=code, reverse=reverse, scenario=scenario)
                near(found[:, columns], times, limit_min=trip.max_min)
            reached += int((~np.isnan(wanted)).sum())
    return reached


def test_turns_hours_delays_and_borders_are_weights():
    network = with_turns(town(1), 1)
    shared = np.arange(network.streets.n_edges) % 6 == 0
    network = replace(network, streets=replace(network.streets, shared=shared))
    trips = {
        "car": gg.Trip("car"),
        "peak": gg.Trip(
            "car",
            max_min=25,
            delays=True,
            car_speeds="running",
            crossing_time_min=4,
            period="morning_peak",
        ),
        "bicycle": gg.Trip("bicycle", max_min=60),
        "ebike": gg.Trip("ebike"),
        "walk": gg.Trip("walk", max_snap_m=300),
    }
    assert agree(network, CELLS, trips) > 4000


def test_scenarios_are_weights_of_the_same_streets():
    network = with_turns(town(2), 2)
    faster = gg.ModifyStreets(speed_factor=1.4, modes=("bicycle",), country="DE")
    title = dict.fromkeys(("nl", "de", "en"), "faster")
    other = gg.Scenario("faster", (faster,), title=title).apply(network)
    trips = {"bicycle": gg.Trip("bicycle"), "walk": gg.Trip("walk")}
    exported = gg.portable(network, CELLS, trips, scenarios={"faster": other})
    layers = {name: trip["legs"]["street"]["layers"] for name, trip in _trips(exported).items()}
    assert layers["walk"][0] == layers["walk"][1]
    assert layers["bicycle"][0] != layers["bicycle"][1]
    assert agree(other, CELLS, trips, scenario=1, exported=exported) > 1500


def test_what_a_scenario_leaves_is_weighed_once(monkeypatch):
    network = town(2)
    title = dict.fromkeys(("nl", "de", "en"), "a")
    change = gg.ModifyStreets(speed_factor=0.5, modes=("bicycle",), country="DE")
    variants = [network] + [gg.Scenario(n, (change,), title=title).apply(network) for n in "ab"]
    trips = {mode: gg.Trip(mode) for mode in ("bicycle", "walk", "car")}
    asked, one = [], portable_streets.find_metric

    def find(network, key):
        asked.append(key)
        return one(network, key)

    monkeypatch.setattr(portable_streets, "find_metric", find)
    draft = portable_streets.StreetsDraft(
        network, None, CELLS[["lon", "lat"]].to_numpy(), np.ones(40, dtype=np.uint8)
    )
    layers = {
        mode: draft.leg(trip, mode, variants, limit_min=60)["layers"]
        for mode, trip in trips.items()
    }
    assert layers == {"bicycle": [0, 1, 1], "walk": [2, 2, 2], "car": [3, 3, 3]}
    assert [key.mode for key in asked] == ["bicycle", "bicycle", "bicycle", "walk", "car"]


#: Two banks with a bridge far off in the north; the border runs along the river.
BANKS = {
    "A": (0, 0), "B": (0, 900), "C": (0, 1800), "D": (900, 900),
    "a": (2000, 0), "b": (2000, 900), "c": (2000, 1800), "d": (1100, 900),
}  # fmt: skip
STREETS = ["AB", "BC", "BD", "AD", "ab", "bc", "bd", "ad", "Cc"]


def banks(streets=STREETS, places=BANKS, *, turns=(), **more):
    """Draw the banks; lower-case ends lie in Germany."""
    edges = [
        {"ends": ends, "country": "DE" if ends[0].islower() else "NL"} | more.get(ends, {})
        for ends in streets
    ]
    return replace(draw(places, edges), turns=Turns.of(turns))


def bank_points(n, seed=1):
    """Scatter points along both banks, one in the middle of the river."""
    rng = np.random.default_rng(seed)
    xy = rng.uniform((-50, -50), (2050, 1850), (n, 2))
    xy[0] = (1000, 900)
    lon, lat = lonlat(*xy.T)
    country = np.where(xy[:, 0] < 1000, "NL", "DE")
    return pd.DataFrame(
        {"id": [f"p{k}" for k in range(n)], "lon": lon, "lat": lat, "country": country}
    )


def bank_scenarios():
    """Return the banks, and what may become of them."""
    order = {name: BANKS[name] for name in reversed(BANKS)}  # other numbers of the same places
    bridge = banks([*STREETS, "Dd"], order, Dd={"structure": 1})
    half = (450, 900)
    return banks(turns=[(1, 0, 2, 1)]), {
        "bridge": bridge,
        "closed": banks([ends for ends in STREETS if ends not in {"AD", "bc"}]),
        "slow": banks(BD={"maxspeed_kmh": 10.0}, bd={"backward": 15 - 1}, turns=[(1, 0, 2, 1)]),
        "junction": banks(["AB", "BC", "BM", "MD", "MA", *STREETS[3:]], {**BANKS, "M": half}),
    }


@pytest.mark.parametrize("name", ["bridge", "closed", "slow", "junction"])
def test_scenarios_with_other_streets(name):
    network, scenarios = bank_scenarios()
    cells = bank_points(24)
    trips = {"car": gg.Trip("car", max_min=30), "walk": gg.Trip("walk", max_min=60)}
    exported = gg.portable(network, cells, trips, scenarios=scenarios)
    number = 1 + list(scenarios).index(name)
    assert agree(network, cells, trips, exported=exported) > 700
    assert agree(scenarios[name], cells, trips, scenario=number, exported=exported) > 600
    page = PageStreets(exported)
    before, after = (page.times("walk", np.arange(24), scenario=k) for k in (0, number))
    changed = name in {"bridge", "closed", "junction"}
    assert (np.nanmax(np.abs(after - before)) > 1) == changed


def test_streets_that_stay_are_carried_once():
    scenarios = bank_scenarios()[1]
    cells, trips = bank_points(24), {"car": gg.Trip("car")}
    one, both = (
        gg.portable(banks(), cells, trips, scenarios=s)
        for s in ({}, {"bridge": scenarios["bridge"]})
    )
    edges = [exported.meta["streets"]["shapes"][0]["n_edges"] for exported in (one, both)]
    # the bridge, and the point in the river that stands on it
    assert edges[0] < edges[1] <= edges[0] + 6
    leg = _trips(both)["car"]["legs"]["street"]
    first, second = leg["snapping"]
    assert first != second
    differs = both.arrays[f"snap/{second}/offset"] != 0
    assert np.flatnonzero(differs).tolist() == [0]
    assert one.arrays["cell/id"] == both.arrays["cell/id"]


def test_points_stand_elsewhere_where_a_limit_of_stress_closes_streets():
    calm = banks(**{ends: {"stress": 1} for ends in STREETS})
    busy = replace(
        calm,
        streets=replace(
            calm.streets,
            stress_forward=np.where(np.arange(9) == 2, 4, 1).astype(np.uint8),
            stress_backward=np.where(np.arange(9) == 2, 4, 1).astype(np.uint8),
        ),
    )
    cells, trips = bank_points(20), {"bicycle": gg.Trip("bicycle", max_stress=2)}
    exported = gg.portable(calm, cells, trips, scenarios={"busy": busy, "same": replace(calm)})
    leg = _trips(exported)["bicycle"]["legs"]["street"]
    assert leg["snapping"][0] == leg["snapping"][2] != leg["snapping"][1]
    assert leg["layers"][0] == leg["layers"][2] != leg["layers"][1]
    assert agree(busy, cells, trips, scenario=1, exported=exported) > 300


@settings(deadline=None, max_examples=examples(8))
@given(seed=st.integers(0, 10_000), other=st.integers(0, 10_000))
def test_a_scenario_may_be_any_other_network(seed, other):
    network, variant = (with_turns(town(n, size=3), n, n=n % 5) for n in (seed, other))
    cells, trips = random_points(seed, 8, name="c"), {"car": gg.Trip("car", max_min=40)}
    exported = gg.portable(network, cells, trips, scenarios={"other": variant})
    agree(variant, cells, trips, scenario=1, exported=exported)
    agree(network, cells, trips, exported=exported)


def _trips(portable):
    return {trip["id"]: trip for trip in portable.meta["trips"]}


@settings(deadline=None, max_examples=examples(12))
@given(seed=st.integers(0, 10_000), mode=st.sampled_from(["car", "bicycle", "walk"]))
def test_a_page_answers_as_the_library_does(seed, mode):
    network = with_turns(town(seed, size=4), seed, n=seed % 9)
    cells = random_points(seed, 12, name="c")
    agree(network, cells, {mode: gg.Trip(mode, max_min=40)})


CROSSING = {"W": (0, 0), "M": (600, 0), "E": (1200, 0), "N": (600, 500), "S": (600, -500)}


def spots(*places):
    lon, lat = lonlat(*np.array(places, dtype=float).T)
    ids = [f"p{k}" for k in range(len(lon))]
    return pd.DataFrame({"id": ids, "lon": lon, "lat": lat, "country": "NL"})


def crossing(**east):
    edges = [{"ends": "WM"}, {"ends": "ME"} | east, {"ends": "MN"}, {"ends": "MS"}]
    return draw(CROSSING, edges)


def test_a_forbidden_turn_by_hand():
    network = crossing()
    m = int(network.streets.head[0])
    network = replace(network, turns=Turns.of([(m, 0, 2, 1)]))  # from the west not to the north
    cells = spots((300, 0), (600, 250), (900, 0))
    exported = gg.portable(network, cells, {"car": gg.Trip("car")})
    found = PageStreets(exported).times("car", np.arange(3))
    straight = found[0, 2]
    # to the north only by turning round at the end of a street
    assert found[0, 1] > 1.5 * straight
    near(found, gg.travel_times(network, cells, cells, gg.Trip("car")).minutes, limit_min=None)
    # back there is no ban, and nobody turns round where two points stand on one street
    assert found[1, 0] < straight


def test_several_points_on_a_street_that_is_cut():
    network = crossing(backward=15 - 1)  # a one-way street to cars
    m = int(network.streets.head[0])
    network = replace(network, turns=Turns.of([(m, 0, 1, 1), (m, 2, 1, 1)]))
    cells = spots((100, 0), (400, 0), (700, 0), (900, 0), (1100, 0), (600, 250), (700, 0))
    assert agree(network, cells, {"car": gg.Trip("car"), "bicycle": gg.Trip("bicycle")}) > 50


def test_heights_are_weights():
    network = crossing()
    n = network.streets.n_edges
    climb = np.where(np.arange(n) % 2, 30.0, 5.0).astype(np.float32)
    streets = replace(network.streets, climb_m=climb, descent_m=np.full(n, 2.0, np.float32))
    network = replace(network, streets=streets)
    cells = spots((100, 0), (900, 0), (600, 250), (600, -250))
    trips = {"bicycle": gg.Trip("bicycle"), "walk": gg.Trip("walk")}
    assert agree(network, cells, trips) > 16
    found = PageStreets(gg.portable(network, cells, trips)).times("bicycle", np.arange(4))
    assert abs(found[0, 1] - found[1, 0]) > 0.1


def test_a_street_without_length_takes_no_time():
    barrier = {"ends": "BC", "highway": "barrier", "length_m": 0.0}
    network = draw(
        {"A": (0, 0), "B": (500, 0), "C": (500, 0), "D": (900, 0)},
        [{"ends": "AB"}, barrier, {"ends": "CD"}],
    )
    cells = spots((10, 0), (890, 0), (500, 0))
    assert agree(network, cells, {"walk": gg.Trip("walk")}) > 9


def test_modes_on_the_same_streets_share_them():
    trips = {"bicycle": gg.Trip("bicycle"), "ebike": gg.Trip("ebike"), "car": gg.Trip("car")}
    exported = gg.portable(crossing(forward=15 - 1, backward=15 - 1), CELLS[:3], trips)
    shape = {name: _shape(exported, name) for name in trips}
    assert shape["bicycle"] == shape["ebike"] != shape["car"]


def _shape(exported, name):
    layer = _trips(exported)[name]["legs"]["street"]["layers"][0]
    return exported.meta["streets"]["layers"][layer]["shape"]
