"""Which ways are streets, and how they hang together."""

import pytest
from osm_files import osm_xml

from grensgeo.errors import InputError
from grensgeo.osm.connecting import connect_ways
from grensgeo.osm.extracts import read_osm
from grensgeo.osm.meanings import read_meanings

NODES = {1: (0, 0), 2: (100, 0), 3: (200, 0), 4: (100, 100)}


def connect(tmp_path, *ways):
    path = tmp_path / "one.osm"
    path.write_text(osm_xml(NODES, ways))
    extract = read_osm([path])
    return connect_ways(extract, read_meanings(extract.tag_sets))


def test_ways_that_meet_share_a_vertex(tmp_path):
    road, path = {"highway": "residential"}, {"highway": "path"}
    found = connect(tmp_path, (10, [1, 2, 3], road), (11, [2, 4], path))
    assert found.way_id.tolist() == [10, 11]
    assert len(found.topology.vertex_node) == 4
    assert found.way_id[found.topology.way].tolist() == [10, 10, 11]


def test_a_way_that_nobody_may_use_is_none(tmp_path):
    road, shut = {"highway": "residential"}, {"highway": "residential", "access": "no"}
    found = connect(tmp_path, (10, [1, 2, 3], road), (11, [2, 4], shut))
    assert found.way_id.tolist() == [10]
    with pytest.raises(InputError, match="hold no street"):
        connect(tmp_path, (11, [2, 4], shut))


def test_ways_whose_nodes_were_cut_away_are_no_streets(tmp_path):
    road = {"highway": "residential"}
    with pytest.raises(InputError, match=r"none of the streets has two nodes .* cut") as error:
        connect(tmp_path, (10, [1, 98], road), (11, [98, 99], road))
    assert error.value.codes == ("ways-without-nodes",)
