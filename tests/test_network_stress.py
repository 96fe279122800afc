"""Levels of traffic stress: from tags, by the rules, in routing and snapping."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import DEGREE_M, draw
from osm_files import osm_xml

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network import HIGHWAYS, Network, build_network, load_network

POA = Path(__file__).resolve().parents[1].parent / "shared/data/benchmark/porto_alegre_r5r"
NODES = {1: (0, 0), 2: (300, 0)}


def rate(tmp_path, **tags):
    """Rate one street of two directions."""
    file = tmp_path / "one.osm"
    tags = {key.replace("__", ":"): value for key, value in tags.items()}
    file.write_text(osm_xml(NODES, [(1, [1, 2], tags)]))
    streets = build_network(file).streets
    return int(streets.stress_forward[0]), int(streets.stress_backward[0])


@pytest.mark.parametrize(
    ("tags", "level"),
    [
        ({"highway": "cycleway"}, 1),
        ({"highway": "path"}, 1),
        ({"highway": "primary", "motor_vehicle": "no"}, 1),  # no cars
        ({"highway": "residential"}, 1),  # 30 km/h where untagged
        ({"highway": "residential", "maxspeed": "50"}, 2),
        ({"highway": "residential", "maxspeed": "70"}, 3),
        ({"highway": "living_street"}, 1),
        ({"highway": "service"}, 1),
        ({"highway": "track"}, 1),
        ({"highway": "unclassified", "maxspeed": "30"}, 2),
        ({"highway": "unclassified", "maxspeed": "100"}, 3),  # few cars
        ({"highway": "unclassified", "cyclestreet": "yes", "maxspeed": "30"}, 1),
        ({"highway": "tertiary", "maxspeed": "50"}, 3),
        ({"highway": "tertiary", "maxspeed": "50", "cycleway": "lane"}, 2),
        ({"highway": "secondary", "maxspeed": "30"}, 2),
        ({"highway": "secondary", "maxspeed": "50"}, 3),
        ({"highway": "secondary", "maxspeed": "50", "lanes": "4"}, 4),
        ({"highway": "secondary", "maxspeed": "30", "lanes": "4"}, 3),
        ({"highway": "secondary", "maxspeed": "30", "lanes": "6"}, 4),
        ({"highway": "secondary", "maxspeed": "50", "lanes": "4", "cycleway": "lane"}, 3),
        ({"highway": "secondary", "maxspeed": "60", "cycleway": "lane"}, 3),
        ({"highway": "secondary", "maxspeed": "70", "cycleway": "lane"}, 4),
        ({"highway": "primary", "maxspeed": "70"}, 4),
        ({"highway": "primary", "maxspeed": "70", "cycleway": "track"}, 1),
        ({"highway": "primary", "maxspeed": "none"}, 4),
        ({"highway": "secondary"}, 4),  # 70 km/h where untagged, out of town
        ({"highway": "secondary", "lit": "yes"}, 3),  # 50 in town
        ({"route": "ferry"}, 1),
        ({"highway": "motorway"}, 0),
        ({"highway": "secondary", "bicycle": "use_sidepath"}, 0),
        ({"highway": "footway"}, 1),  # pushed
        ({"highway": "footway", "bicycle": "no"}, 0),
    ],
)
def test_the_rules(tags, level, tmp_path):
    assert rate(tmp_path, **tags) == (level, 0 if "motorway" in tags.values() else level)


def test_each_direction_has_its_side(tmp_path):
    road = {"highway": "secondary", "maxspeed": "50"}
    assert rate(tmp_path, **road, cycleway__right="lane") == (2, 3)
    assert rate(tmp_path, **road, cycleway__left="track") == (3, 1)
    assert rate(tmp_path, **road, cycleway__both="lane") == (2, 2)
    oneway = {**road, "oneway": "yes"}
    assert rate(tmp_path, **oneway, cycleway="opposite_lane") == (3, 2)
    assert rate(tmp_path, **oneway, cycleway="lane") == (2, 0)
    track = {"cycleway__right": "track", "cycleway__right__oneway": "no"}
    assert rate(tmp_path, **road, **track) == (1, 1)


def detour():
    """From A to D straight along a busy road (level 4), or round by B and C (1 and 2)."""
    return draw(
        {"A": (0, 0), "B": (0, 500), "C": (1000, 500), "D": (1000, 0)},
        [
            {"ends": "AD", "highway": "primary", "stress": 4},
            {"ends": "AB", "stress": 1},
            {"ends": "BC", "stress": 2, "stress_back": 3},
            {"ends": "CD", "stress": 1},
        ],
    )


def test_edges_above_the_level_are_closed_by_direction():
    network = detour()
    ahead, back = network.durations_s("bicycle", max_stress=2)
    assert np.isnan(ahead).tolist() == [True, False, False, False]
    assert np.isnan(back).tolist() == [True, False, True, False]
    assert network.graph("ebike", max_stress=2).n_arcs == 5
    assert network.graph("bicycle", max_stress=4).n_arcs == network.graph("bicycle").n_arcs == 8


def test_a_point_snaps_to_an_edge_that_it_may_use():
    network = detour()
    lat = 52.2 + 20 / DEGREE_M
    lon = 7.0 + 500 / (DEGREE_M * np.cos(np.radians(52.2)))
    here = gpd.GeoDataFrame({"id": ["p"]}, geometry=[shapely.Point(lon, lat)], crs=4326)
    assert network.snap(here, "bicycle").edge.tolist() == [0]
    calm = network.snap(here, "bicycle", max_stress=3, max_m=600)
    assert calm.edge.tolist() == [2]
    assert network.snap(here, "bicycle", max_stress=3, max_m=400).edge.tolist() == [-1]


def test_what_cannot_be():
    with pytest.raises(InputError, match="max_stress is for bicycle and ebike, not for walk"):
        detour().graph("walk", max_stress=2)
    with pytest.raises(InputError, match="max_stress is 5, expected 1, 2, 3 or 4"):
        detour().graph("bicycle", max_stress=5)
    unrated = draw({"A": (0, 0), "B": (9, 0)}, [{"ends": "AB"}])
    with pytest.raises(InputError, match=r"has no levels of traffic stress.*build one with"):
        unrated.graph("bicycle", max_stress=2)


def test_levels_travel_with_the_network(tmp_path):
    file = tmp_path / "one.osm"
    tags = {"highway": "secondary", "maxspeed": "50", "cycleway:right": "lane", "bridge": "yes"}
    file.write_text(osm_xml(NODES, [(1, [1, 2], tags)]))
    network = build_network(file)
    network.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    taken = Network.from_osmnx(network.to_networkx())
    for other in (network, again, taken):
        streets = other.streets
        assert (streets.stress_forward[0], streets.stress_backward[0]) == (2, 3)
        assert streets.structure[0] == 1


def test_a_graph_of_osmnx_is_rated_by_its_tags():
    graph = build_graph_of_osmnx(highway="secondary", maxspeed="50")
    network = Network.from_osmnx(graph)
    assert network.streets.stress_forward.tolist() == [3]
    assert any("levels of traffic stress know of no cycle" in n for n in network.provenance.notes)
    network = Network.from_osmnx(build_graph_of_osmnx(highway="secondary", cycleway="track"))
    assert network.streets.stress_forward.tolist() == [1]
    assert not any("traffic stress" in note for note in network.provenance.notes)


def build_graph_of_osmnx(**tags):
    import networkx as nx

    graph = nx.MultiDiGraph(crs="epsg:4326")
    graph.add_node(1, x=7.0, y=52.2)
    graph.add_node(2, x=7.01, y=52.2)
    for a, b in ((1, 2), (2, 1)):
        graph.add_edge(a, b, osmid=5, oneway=False, reversed=a == 2, length=680.0, **tags)
    return graph


def test_levels_that_somebody_gives(tmp_path):
    table = pd.DataFrame({"way_id": [2, 1], "level": [4, 1]})
    table.to_csv(tmp_path / "levels.csv", index=False)
    for told in (table, tmp_path / "levels.csv", table.set_axis(["osm_id", "lts"], axis=1)):
        network = detour().with_stress_levels(told)
        assert network.streets.stress_forward.tolist() == [1, 4, 2, 1]
        assert network.streets.stress_backward.tolist() == [1, 4, 3, 1]
        assert "stress of 2 ways from" in network.provenance.notes[-1]
    some_known = pd.DataFrame({"way_id": [1, 99], "level": [2, 2]})
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 ways are not in the network \(99\)"):
        network = detour().with_stress_levels(some_known)
    assert network.streets.stress_forward.tolist() == [2, 1, 2, 1]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"way_id": [1, 2], "level": [0, 5]}, "level in rows 1, 2 is not 1, 2, 3 or 4"),
        ({"way_id": [1, 1], "level": [2, 2]}, "given twice: 1"),
        ({"way_id": [None], "level": [2]}, "no whole number in rows 1"),
        ({"way_id": [-1e19], "level": [2]}, "no whole number in rows 1"),
        ({"way_id": [1], "level": [None]}, "level in rows 1"),
        ({"way": [1], "level": [2]}, "needs the columns way_id and level, has way, level"),
        ({"way_id": [], "level": []}, "holds no rows"),
        ({"way_id": [77], "level": [1]}, "none of its 1 ways is a street for bicycles"),
    ],
)
def test_levels_that_cannot_be(columns, message):
    with pytest.raises(InputError, match=message):
        detour().with_stress_levels(pd.DataFrame(columns))


@pytest.mark.shared_data
@pytest.mark.long
def test_the_levels_of_porto_alegre():
    if not POA.exists():
        pytest.skip("shared/data is not there")
    network = build_network(POA / "poa_osm.pbf")
    streets = network.streets
    wheels = (streets.access_forward & 6) > 0
    assert ((streets.stress_forward > 0) == wheels).all()

    def shares(name):
        rows = (streets.highway == HIGHWAYS.index(name)) & wheels
        return np.bincount(streets.stress_forward[rows], minlength=5)[1:] / rows.sum()

    assert shares("cycleway")[0] == 1
    assert shares("residential")[0] > 0.98
    assert shares("tertiary")[1] > 0.9  # 40 km/h and two or three lanes
    assert shares("primary")[3] > 0.85
    arcs = [network.graph("bicycle", max_stress=level).n_arcs for level in (1, 2, 3, 4)]
    assert arcs == sorted(arcs)
    assert arcs[3] == network.graph("bicycle").n_arcs
    main = [(network.graph("bicycle", max_stress=k).component == 0).sum() for k in (1, 2, 4)]
    assert main[0] < main[1] < main[2]  # calm islands grow together
    with pytest.warns(GrensgeoWarning, match="bicycles may not go on 8 of 62 ways"):
        planned = network.with_stress_levels(POA / "poa_osm_lts.csv")
    # r5r's table makes 61 ways calm
    assert planned.graph("bicycle", max_stress=1).n_arcs > arcs[0]
