from dataclasses import replace

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from drawing import ALL, draw
from towns import COUNTRIES, DAY, WINDOW, buses, lonlat, random_points, town

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.network import Network, Services, SpeedChange
from grensgeo.network.turns import Turns
from grensgeo.traveltimes import portable as module
from grensgeo.traveltimes.portable_plans import both_ways

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")

CELLS = random_points(3, 20, name="c")
WALK = {"walk": gg.Trip("walk")}


@pytest.fixture(scope="module")
def network():
    return town(1)


@pytest.fixture(scope="module")
def timed(network, tmp_path_factory):
    feed = buses(tmp_path_factory.mktemp("feed") / "a.zip", 2)
    return gg.with_feeds(network, [feed], countries=COUNTRIES)


def refused(*args, **kwargs):
    with pytest.raises(InputError) as told:
        gg.portable(*args, **kwargs)
    return str(told.value)


def edges_of(portable):
    """Put the edges together again: tail, head, length, seconds ahead and back of a layer."""
    arrays = portable.arrays
    tail = np.repeat(np.arange(portable.meta["n_vertices"]), arrays["edge/count"])
    head = np.empty(len(tail), dtype=np.int64)
    for e, step in enumerate(arrays["edge/head_step"]):
        before = tail[e] if e == 0 or tail[e] != tail[e - 1] else head[e - 1]
        head[e] = before + step
    paces = arrays["class/pace"].reshape(-1, len(arrays["class/country"]))
    return tail, head, arrays["edge/length_m"], paces[:, arrays["edge/class"]]


def test_edges_keep_ends_and_durations(network):
    portable = gg.portable(network, CELLS, {"car": gg.Trip("car")} | WALK)
    tail, head, length, paces = edges_of(portable)
    streets = network.streets
    order = np.lexsort((streets.head, streets.tail))
    assert np.array_equal(tail, streets.tail[order])
    assert np.array_equal(head, streets.head[order])
    assert np.array_equal(length, streets.length_m[order])
    for number, mode in enumerate(("car", "walk")):
        for way, seconds in enumerate(network.durations_s(mode)):
            found = paces[2 * number + way] * length
            np.testing.assert_allclose(found, seconds[order], rtol=1e-11)


def test_points_stand_where_the_network_snaps_them(network):
    # one of the cells stands at a street of the other country
    country = network.streets.country.copy()
    country[network.snap(CELLS, "walk").edge[0]] = 3 - (1 if CELLS["country"][0] == "NL" else 2)
    network = replace(network, streets=replace(network.streets, country=country))
    portable = gg.portable(network, CELLS, WALK)
    snapping = network.snap(CELLS, "walk")
    leg = portable.meta["trips"][0]["legs"]["street"]
    found = {
        name: portable.arrays[f"snap/{leg['snapping']}/{name}"]
        for name in ("status", "at", "distance_m", "fraction")
    }
    assert np.array_equal(found["status"], snapping.status)
    assert np.array_equal(found["distance_m"], np.nan_to_num(snapping.distance_m))
    along = found["at"] == -2
    assert np.array_equal(found["fraction"], snapping.fraction[along])
    assert (found["at"][snapping.status != 0] == -1).all()
    assert leg["own_snapping"] != leg["snapping"]


def test_what_is_the_same_is_carried_once(network):
    trips = {"a": gg.Trip("walk"), "b": gg.Trip("walk", max_min=30), "c": gg.Trip("ebike")}
    portable = gg.portable(network, CELLS, trips, scenarios={"same": network})
    legs = [trip["legs"]["street"] for trip in portable.meta["trips"]]
    assert legs[0]["layers"] == legs[1]["layers"] == [0, 0]
    assert legs[2]["layers"] == [1, 1]
    assert legs[0]["snapping"] == legs[1]["snapping"]
    assert legs[1]["limit_min"] == 30
    assert len(portable.arrays["class/pace"]) == 4 * len(portable.arrays["class/country"])


def test_a_scenario_carries_its_differences_alone(network):
    plain = gg.portable(network, CELLS, WALK)
    half = np.full(network.streets.n_edges, 0.5)
    unset = np.full(network.streets.n_edges, np.nan)
    slower = replace(network, speed_changes={"walk": SpeedChange(unset, half)})
    both = gg.portable(network, CELLS, WALK, scenarios={"slower": slower})
    assert both.meta["scenarios"] == ["baseline", "slower"]
    assert set(both.arrays) == set(plain.arrays)
    paces = both.arrays["class/pace"].reshape(4, -1)
    ratio = (paces[2:] / paces[:2]).round(11)
    assert set(ratio.ravel()) == {1.0, 2.0}  # ferries keep their time


def test_coordinates_that_are_shared_are_told(network):
    portable = gg.portable(network, CELLS, WALK, places=CELLS.iloc[[3]].assign(id="p"))
    pairs = set(
        zip(portable.arrays["twin/point"].tolist(), portable.arrays["twin/cell"].tolist(), strict=True)
    )  # fmt: skip
    assert pairs == {(0, 10), (10, 0), (20, 3)}


def test_runs_of_several_plans_are_carried_once(timed):
    trips = {
        "early": gg.Trip("transit", max_min=60, **WINDOW),
        "later": gg.Trip("transit", max_min=60, **(WINDOW | {"departure": f"{DAY}T07:50"})),
    }
    portable = gg.portable(timed, CELLS, trips)
    arrays, plans = portable.arrays, [name for name in portable.arrays if name.startswith("plan/")]
    assert len(plans) == 4
    runs = int(arrays["pattern/runs"].sum())
    assert all(len(arrays[name]) == runs for name in plans)
    assert sum(int(arrays[name].sum()) for name in plans) > 1.5 * runs
    assert np.any([arrays[name] for name in plans], axis=0).all()
    assert len(arrays["call/ride_s"]) == (arrays["pattern/calls"] * arrays["pattern/runs"]).sum()
    meta = portable.meta["trips"][0]
    assert meta["departure"] == f"{DAY}T07:30"
    assert meta["arrival"] == f"{DAY}T07:50"
    assert len(meta["timetable"]["to"][0]["moments_s"]) == 20
    assert portable.meta["n_stops"] == 24
    assert set(arrays["stop/id"]) == {f"buses:s{k}" for k in range(24)}
    assert any("frequencies" in note or "drawn" in note for note in portable.provenance.notes)


def test_both_ways_of_a_trip():
    leaving = gg.Trip("transit", departure="2026-03-10T07:30", window_min=60)
    there = both_ways(leaving)[1]
    assert (there.arrival, there.departure, there.period) == (
        "2026-03-10T08:30", None, "morning_peak",
    )  # fmt: skip
    back, same = both_ways(there)
    assert (back.departure, same) == (leaving.departure, there)
    assert both_ways(gg.Trip("walk")) == (gg.Trip("walk"), gg.Trip("walk"))


def test_every_fault_is_told_at_once(network, timed, monkeypatch):
    monkeypatch.setattr(module, "MOST_EDGES", 5)
    said = refused(
        network, CELLS, {"train": gg.Trip("transit", departure=f"{DAY}T08:00")},
        scenarios={"other": town(2)},
    )  # fmt: skip
    for words in ("at most 5", "trip 'train': lines at headways", "scenario 'other'"):
        assert words in said
    assert "no trips" in refused(timed, CELLS, {})


def test_a_scenario_of_headways_is_refused(timed):
    none = pd.DataFrame()
    other = replace(timed, services=Services(none, none, none, none))
    said = refused(timed, CELLS, WALK, scenarios={"headways": other})
    assert "scenario 'headways' changes lines at headways" in said


def test_turns_are_refused_for_the_modes_that_they_bind(network):
    turns = Turns.of([(int(network.streets.head[0]), 0, 0, ALL & 1)])
    bound = replace(network, turns=turns)
    assert "1 turns are forbidden to car" in refused(bound, CELLS, {"car": gg.Trip("car")})
    assert gg.portable(bound, CELLS, WALK).meta["n_edges"] == network.streets.n_edges


def test_edges_along_a_border_are_of_both_countries(network):
    shared = np.arange(network.streets.n_edges) % 7 == 0
    along = replace(network, streets=replace(network.streets, shared=shared))
    arrays = gg.portable(along, CELLS, WALK).arrays
    order = np.lexsort((along.streets.head, along.streets.tail))
    country = arrays["class/country"][arrays["edge/class"]]
    assert np.array_equal(country == 255, shared[order])


def test_places_without_a_country_are_refused(network):
    said = refused(network, CELLS.drop(columns="country"), WALK, places=CELLS.assign(country="XX"))
    assert "cells: the country of c0" in said
    assert "places: " in said
    assert "c3 says 'XX'" in said


def test_stops_without_a_country_are_refused(network, tmp_path):
    unknown = gg.with_feeds(network, [buses(tmp_path / "a.zip", 2)])
    said = refused(unknown, CELLS, {"transit": gg.Trip("transit", **WINDOW)})
    assert "the country of each stop" in said


def test_too_many_speeds_are_refused(network, monkeypatch):
    monkeypatch.setattr(module, "_MOST_CLASSES", 2)
    assert "different speeds" in refused(network, CELLS, {"car": gg.Trip("car")})


def test_an_edge_without_length_takes_no_time():
    barrier = {"ends": "BC", "highway": "barrier", "length_m": 0.0}
    streets = draw({"A": (0, 0), "B": (500, 0), "C": (500, 0), "D": (900, 0)},
                   [{"ends": "AB"}, barrier, {"ends": "CD"}])  # fmt: skip
    lon, lat = lonlat(10, 0)
    spots = pd.DataFrame({"id": ["a"], "lon": [lon], "lat": [lat], "country": ["NL"]})
    portable = gg.portable(streets, spots, WALK)
    _, _, length, paces = edges_of(portable)
    seconds = (paces[0] * length).round(6)
    assert sorted(seconds) == [0.0, 288.0, 360.0]
    assert repr(portable).startswith("<Portable: 1 cells, 0 places, 0 stops, 3 edges")


def test_region_columns_are_carried_along(network):
    more = CELLS.assign(region_code=["B", "A"] * 10, population=range(20))
    spots = CELLS.iloc[:2].assign(name=["one", "two"], id=["p", "q"])
    arrays = gg.portable(network, more, WALK, places=spots).arrays
    assert arrays["municipality/code"] == ["A", "B"]
    assert arrays["cell/municipality"].tolist() == [1, 0] * 10
    assert arrays["cell/population"].tolist() == list(range(20))
    assert arrays["place/name"] == ["one", "two"]


def test_a_network_from_osmnx_travels_too():
    graph = nx.MultiDiGraph(crs="EPSG:4326")
    graph.add_nodes_from([(1, {"x": 6.90, "y": 52.20}), (2, {"x": 6.91, "y": 52.20})])
    graph.add_edge(1, 2, length=684.0, highway="residential", osmid=1)
    graph.add_edge(2, 1, length=684.0, highway="residential", osmid=1)
    spots = pd.DataFrame({"id": ["a"], "lon": [6.9], "lat": [52.2], "country": ["NL"]})
    assert gg.portable(Network.from_osmnx(graph), spots, WALK).meta["n_vertices"] == 2
