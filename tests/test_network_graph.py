"""The directed graph of a mode, on hand-drawn streets."""

import numpy as np
import pytest
from drawing import draw
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import InputError

PLACES = {"A": (0, 0), "B": (100, 0), "C": (200, 0), "D": (300, 0), "E": (900, 0)}


def arcs(graph):
    tails = np.repeat(np.arange(graph.n_vertices), np.diff(graph.indptr))
    return list(zip(tails.tolist(), graph.heads.tolist(), graph.arc_edge.tolist(), strict=True))


def test_arcs_follow_the_access_masks():
    network = draw(
        PLACES,
        [
            {"ends": "BA"},
            {"ends": "BC", "backward": 8},
            {"ends": "CD", "forward": 8, "backward": 8},
            {"ends": "AB", "highway": "cycleway", "forward": 6, "backward": 6},
        ],
    )
    car = network.graph("car")
    assert arcs(car) == [(0, 1, 0), (1, 0, 0), (1, 2, 1)]
    assert car.weights_s == pytest.approx(np.array([15, 15, 15]), rel=1e-3)  # 100 m at 24 km/h
    assert arcs(network.graph("bicycle"))[:3] == [(0, 1, 0), (0, 1, 3), (1, 0, 0)]
    assert arcs(network.graph("walk"))[-2:] == [(2, 3, 2), (3, 2, 2)]
    assert (car.indptr.dtype, car.heads.dtype, car.arc_edge.dtype) == (
        np.int64,
        np.int32,
        np.int32,
    )
    assert not car.weights_s.flags.writeable


def test_components_are_strong_and_the_largest_comes_first():
    edges = [{"ends": "AB", "backward": 0}, {"ends": "BC"}, {"ends": "CD"}]
    assert draw(PLACES, edges).graph("car").component.tolist() == [1, 0, 0, 0, 2]


def test_one_country_alone():
    edges = [{"ends": "AB", "country": "NL"}, {"ends": "BC", "country": "DE"}]
    network = draw(PLACES, edges)
    assert arcs(network.graph("walk", country="DE")) == [(1, 2, 1), (2, 1, 1)]
    with pytest.raises(InputError, match="country 'XX' is unknown"):
        network.graph("walk", country="XX")
    with pytest.raises(InputError, match="not a street mode"):
        network.graph("rail")


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 3)), min_size=1))
def test_components_are_those_of_networkx(ends):
    import networkx as nx

    names = "ABCDE"
    drawn = [
        {"ends": names[a] + names[b], "forward": 8 * (m & 1), "backward": 4 * (m & 2)}
        for a, b, m in ends
    ]
    graph = draw(PLACES, drawn).graph("walk")
    known = nx.DiGraph()
    known.add_nodes_from(range(5))
    known.add_edges_from((tail, head) for tail, head, _ in arcs(graph))
    found = {}
    for vertex, component in enumerate(graph.component.tolist()):
        found.setdefault(component, set()).add(vertex)
    assert sorted(map(sorted, found.values())) == sorted(
        map(sorted, nx.strongly_connected_components(known))
    )
    sizes = [len(found[component]) for component in sorted(found)]
    assert sizes == sorted(sizes, reverse=True)
