"""Signals and level crossings stop those who come to them, once at each junction."""

import numpy as np
import pytest
from drawing import draw
from osm_files import osm_xml

from grensgeo.errors import InputError
from grensgeo.network import CONTROLS, Controls, build_network, load_network

SIGNALS = {"highway": "traffic_signals"}
STREET = {"highway": "residential"}


def build(tmp_path, nodes, ways, node_tags):
    path = tmp_path / "controls.osm"
    path.write_text(osm_xml(nodes, [(*way, STREET) for way in ways], node_tags=node_tags))
    return build_network(path)


def stops(network):
    """Give from node, to node and kind of each stop."""
    streets, controls = network.streets, network.controls
    ids = streets.vertex_id
    rows = []
    for edge, forward, kind in zip(controls.edge, controls.forward, controls.kind, strict=True):
        ends = [int(ids[streets.tail[edge]]), int(ids[streets.head[edge]])]
        rows.append((*(ends if forward else ends[::-1]), CONTROLS[kind]))
    return sorted(rows)


def test_a_control_within_a_way_is_a_vertex_and_stops_both_ways(tmp_path):
    nodes = {1: (0, 0), 2: (100, 0), 3: (200, 0), 4: (300, 0), 5: (400, 0)}
    tags = {2: SIGNALS, 4: {"railway": "level_crossing"}, 3: {"highway": "crossing"}}
    network = build(tmp_path, nodes, [(10, [1, 2, 3, 4, 5])], tags)
    assert network.streets.vertex_id.tolist() == [1, 2, 4, 5]
    assert stops(network) == [
        (1, 2, "traffic_signals"),
        (2, 4, "level_crossing"),
        (4, 2, "traffic_signals"),
        (5, 4, "level_crossing"),
    ]
    network.save(tmp_path / "n")
    assert stops(load_network(tmp_path / "n")) == stops(network)


@pytest.mark.parametrize("key", ["traffic_signals:direction", "direction"])
def test_one_that_faces_one_direction_stops_that_alone(tmp_path, key):
    nodes = {1: (0, 0), 2: (100, 0), 3: (200, 0)}
    for word, known in (
        ("forward", [(1, 2)]),
        ("backward", [(3, 2)]),
        ("both", [(1, 2), (3, 2)]),
    ):
        network = build(tmp_path, nodes, [(10, [1, 2, 3])], {2: SIGNALS | {key: word}})
        assert [row[:2] for row in stops(network)] == known
    # where ways meet, forward of which of them is not said: all are stopped
    network = build(tmp_path, nodes, [(10, [1, 2]), (11, [2, 3])], {2: SIGNALS | {key: "forward"}})
    assert [row[:2] for row in stops(network)] == [(1, 2), (3, 2)]


def test_stop_lines_of_one_junction_count_once(tmp_path):
    #        6
    #        5
    #  1--2--3--4--7     3 is the middle; 2, 4, 5 and 8 are stop lines without a direction
    #        8
    #        9
    nodes = {
        1: (-200, 0), 2: (-15, 0), 3: (0, 0), 4: (15, 0), 7: (200, 0),
        6: (0, 200), 5: (0, 15), 8: (0, -15), 9: (0, -200),
    }  # fmt: skip
    ways = [(10, [1, 2, 3, 4, 7]), (11, [6, 5, 3, 8, 9])]
    network = build(tmp_path, nodes, ways, dict.fromkeys((2, 4, 5, 8), SIGNALS))
    assert [row[:2] for row in stops(network)] == [(1, 2), (6, 5), (7, 4), (9, 8)]


def test_two_carriageways_count_once_and_the_next_junction_again(tmp_path):
    nodes = {1: (-200, 0), 2: (0, 0), 3: (20, 0), 4: (300, 0), 5: (400, 0)}
    ways = [(10, [1, 2, 3, 4, 5])]
    network = build(tmp_path, nodes, ways, dict.fromkeys((2, 3, 4), SIGNALS))
    assert [row[:2] for row in stops(network)] == [(1, 2), (3, 4), (4, 3), (5, 4)]


def test_controls_that_do_not_fit_are_refused():
    places = {"A": (0, 0), "B": (100, 0)}
    with pytest.raises(InputError, match=r"controls: edges 3 are not among the 1"):
        draw(places, [{"ends": "AB"}], controls=Controls.of([(3, True, 0)]))
    with pytest.raises(InputError, match="kinds go from 0 to 1"):
        Controls.of([(0, True, 2)])
    with pytest.raises(InputError, match="different lengths"):
        Controls(np.zeros(1, np.int32), np.zeros(2, bool), np.zeros(1, np.uint8))
