"""The made-up region is one network, with ids of its own. Nothing is timed here."""

import numpy as np
import osmium
import pytest

from benchmarks import madeup
from grensgeo.network import build_network


def city(turn):
    """Give a cross of streets, a kilometre each way, with one turn forbidden."""
    east, north = np.array([0.0, 1, 0, -1, 0]), np.array([0.0, 0, 1, 0, -1])
    tags = {"highway": "residential", "name": "Kerkstraat"}
    ways = [(tags, np.array([0, k])) for k in range(1, 5)]
    members = [("from", "w", 0), ("via", "n", 0), ("to", "w", 1)]
    restrictions = [({"type": "restriction", "restriction": turn}, members)]
    signals = {1: {"highway": "traffic_signals"}}
    return madeup.City(east, north, signals, ways, restrictions, np.arange(5))


@pytest.fixture(scope="module")
def extract(tmp_path_factory):
    file = tmp_path_factory.mktemp("region") / "region.osm.pbf"
    turns = ["no_left_turn", "no_right_turn", "no_straight_on", "no_left_turn"]
    tiles, roads = madeup.lay_out([city(turn) for turn in turns], 2)
    with osmium.SimpleWriter(str(file)) as writer:
        madeup.write(writer, tiles, roads)
    return file


def test_ids_rise_and_nothing_is_missing(extract):
    found = {"n": [], "w": [], "r": []}
    used = set()
    for element in osmium.FileProcessor(str(extract)):
        found[element.type_str()].append(element.id)
        if element.is_way():
            used.update(node.ref for node in element.nodes)
    for ids in found.values():
        assert ids == sorted(set(ids))
    assert used <= set(found["n"])
    assert len(found["r"]) == 8
    # five roads for each of ten pairs of neighbours, and four streets in each of eight cities
    assert len(found["w"]) == 10 * 5 + 8 * 4


@pytest.mark.filterwarnings("ignore:.*lie in none of the countries")
def test_all_cities_are_joined_into_one_network(extract):
    network = build_network([extract], countries=madeup.municipalities())
    assert network.graph("walk").component.max() == 0
    assert len(network.controls) >= 8
    assert len(network.turns) == 8
    assert {"NL", "DE"} <= {("", "NL", "DE")[code] for code in set(network.streets.country)}


def test_streets_keep_their_length(extract):
    streets = build_network([extract]).streets
    mine = streets.way_id <= 8 * 4
    assert streets.length_m[mine] == pytest.approx(1000, rel=0.01)
