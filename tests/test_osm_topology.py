"""Ways as vertices and edges."""

import numpy as np

from grensgeo.osm.access import ALL, WALK
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.topology import WayKinds, connect

NONE = np.zeros(0, dtype=np.int64)


def topology(*ways, n_nodes=6, masks=None, stops=(), beside=NONE):
    """Connect ways, each a list of nodes; masks: node -> who may pass."""
    way = np.repeat(np.arange(len(ways)), [len(nodes) for nodes in ways])
    node_mask = np.full(n_nodes, ALL, dtype=np.uint8)
    for node, mask in (masks or {}).items():
        node_mask[node] = mask
    kinds = WayKinds(
        np.full(len(ways), ALL, dtype=np.uint8),
        np.full(len(ways), HIGHWAYS.index("residential")),
        np.full(len(ways), -1),
    )
    return connect(
        way,
        np.concatenate(ways),
        ways=kinds,
        node_mask=node_mask,
        stops=np.isin(np.arange(n_nodes), stops),
        beside=beside,
    )


def ends(found):
    return list(zip(found.tail.tolist(), found.head.tolist(), strict=True))


def test_a_node_within_a_way_is_no_vertex_until_something_meets_it():
    assert ends(topology([0, 1, 2])) == [(0, 1)]
    crossing = topology([0, 1, 2], [3, 1, 4])
    assert crossing.vertex_node.tolist() == [0, 1, 2, 3, 4]
    assert ends(crossing) == [(0, 1), (1, 2), (3, 1), (1, 4)]
    assert ends(topology([0, 1, 2], stops=[1])) == [(0, 1), (1, 2)]


def test_a_way_that_meets_itself_is_cut_there():
    assert len(topology([0, 1, 2, 3, 1]).tail) == 2


def test_a_missing_node_cuts_a_way_in_two():
    found = topology([0, 1, -1, 2, 3])
    assert (found.n_cut, ends(found)) == (1, [(0, 1), (2, 3)])
    assert topology([0, -1, 2, 3]).vertex_node.tolist() == [2, 3]  # a lone node is no street


def test_a_gate_is_an_edge_for_those_whom_it_lets_through():
    found = topology([0, 1, 2], masks={1: WALK})
    assert found.admitted.tolist() == [0, 0, WALK]
    assert found.made.tolist() == [False, False, False, True]
    shut = topology([0, 1, 2], masks={1: 0})
    assert len(shut.tail) == 2
    assert len(shut.vertex_node) == 4
