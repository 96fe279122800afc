from dataclasses import replace
from importlib import import_module

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from pagesweep import PageStreets
from towns import COUNTRIES, DAY, WINDOW, buses, random_points, town

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.network import Network
from grensgeo.traveltimes.portable_plans import Plans, both_ways
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

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


def test_points_are_snapped_as_the_network_snaps_them(network):
    # one of the cells stands at a street of the other country
    country = network.streets.country.copy()
    country[network.snap(CELLS, "walk").edge[0]] = 3 - (1 if CELLS["country"][0] == "NL" else 2)
    network = replace(network, streets=replace(network.streets, country=country))
    portable = gg.portable(network, CELLS, WALK)
    snapping = network.snap(CELLS, "walk")
    leg = portable.meta["trips"][0]["legs"]["street"]
    page = PageStreets(portable)
    status, leave, enter, offset = page.standing(leg["snapping"][0], 0)
    assert np.array_equal(status, snapping.status)
    assert np.array_equal(leave >= 0, snapping.status == 0)
    assert np.array_equal(leave, enter)
    seconds = np.nan_to_num(snapping.distance_m) * 3.6 / OFF_NETWORK_KMH
    np.testing.assert_allclose(offset, seconds, atol=0.01 + 1e-9)
    assert leg["own_snapping"] != leg["snapping"]
    own = page.standing(leg["own_snapping"][0], 0)
    assert own[1][0] != leave[0] or own[3][0] != offset[0]


def test_what_is_the_same_is_carried_once(network):
    trips = {"a": gg.Trip("walk"), "b": gg.Trip("walk", max_min=30), "c": gg.Trip("ebike")}
    portable = gg.portable(network, CELLS, trips, scenarios={"same": network})
    legs = [trip["legs"]["street"] for trip in portable.meta["trips"]]
    assert legs[0]["layers"] == legs[1]["layers"] == [0, 0]
    assert legs[2]["layers"] == [1, 1]
    assert legs[0]["snapping"] == legs[1]["snapping"]
    assert legs[1]["limit_min"] == 30


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


def test_networks_of_the_same_feeds_share_a_timetable(timed, tmp_path, monkeypatch):
    trip = gg.Trip("transit", max_min=60, **WINDOW)
    other = gg.with_feeds(timed, [buses(tmp_path / "a.zip", 2)], countries=COUNTRIES)
    variants = [timed, replace(timed), other, timed]
    alone = Plans()
    wanted = [alone.lay_out(network, trip) for network in variants]
    plans, asked = Plans(), []

    def lay_out(self, network, trip):
        asked.append(network)
        return one(self, network, trip)

    one = Plans.lay_out
    monkeypatch.setattr(Plans, "lay_out", lay_out)
    assert plans.lay_out_all(variants, trip) == wanted
    assert asked == [timed, other]
    assert plans.members[0].tolist() == alone.members[0].tolist()


def test_a_stop_that_lies_elsewhere_in_a_scenario_needs_an_id_of_its_own(timed):
    (feed,) = timed.feeds
    stops = feed.stops.copy()
    stops.loc["s3", "stop_lon"] += 0.001
    moved = replace(feed, stops=stops)
    other = gg.with_feeds(timed, [moved], countries=COUNTRIES)
    with pytest.raises(InputError, match="stops buses:s3 lie elsewhere in one of the") as error:
        gg.portable(timed, CELLS, {"transit": gg.Trip("transit", **WINDOW)},
                    scenarios={"moved": other})  # fmt: skip
    assert error.value.codes == ("stop-in-two-places",)


def test_both_ways_of_a_trip():
    leaving = gg.Trip("transit", departure="2026-03-10T07:30", window_min=60)
    there = both_ways(leaving)[1]
    assert (there.arrival, there.departure, there.period) == (
        "2026-03-10T08:30", None, "morning_peak",
    )  # fmt: skip
    back, same = both_ways(there)
    assert (back.departure, same) == (leaving.departure, there)
    assert both_ways(gg.Trip("walk")) == (gg.Trip("walk"), gg.Trip("walk"))


def test_every_fault_is_told_at_once(network, timed):
    trips = {name: gg.Trip("transit", departure=f"{DAY}T08:00") for name in ("train", "bus")}
    said = refused(network, CELLS, trips)
    for name in trips:
        assert f"trip '{name}': the network has no public transport" in said
    assert "no trips" in refused(timed, CELLS, {})


def test_a_page_that_is_too_large_is_refused(network, monkeypatch):
    module = import_module("grensgeo.traveltimes.portable")
    monkeypatch.setattr(module, "MOST_MB", 0.001)
    assert "take fewer trips ([atlas] trips" in refused(network, CELLS, WALK)


def test_places_without_a_country_are_refused(network):
    said = refused(network, CELLS.drop(columns="country"), WALK, places=CELLS.assign(country="XX"))
    assert "cells: the country of c0" in said
    assert "places: " in said
    assert "c3 says 'XX'" in said


def test_stops_without_a_country_are_refused(network, tmp_path):
    unknown = gg.with_feeds(network, [buses(tmp_path / "a.zip", 2)])
    said = refused(unknown, CELLS, {"transit": gg.Trip("transit", **WINDOW)})
    assert "the country of each stop" in said


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
