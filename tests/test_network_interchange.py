"""Graphs of osmnx give the same times as networks, both ways."""

import networkx as nx
import numpy as np
import osmnx as ox
import pytest
from osm_files import osm_xml
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from grensgeo.errors import InputError
from grensgeo.network import HIGHWAYS, MODES, Network, build_network

NODES = {
    1: (0, 0), 2: (200, 0), 3: (400, 30), 4: (400, 300), 5: (0, 300), 6: (200, 150),
    7: (600, 30), 8: (650, 80), 9: (600, 130), 10: (550, 80), 11: (300, 10),
}  # fmt: skip
WAYS = [
    (10, [1, 2, 11, 3], {"highway": "secondary", "maxspeed": "50"}),
    (11, [3, 4], {"highway": "residential", "oneway": "yes"}),
    (12, [4, 5], {"highway": "residential", "maxspeed": "30"}),
    (13, [5, 1], {"highway": "tertiary", "oneway": "-1"}),
    (14, [2, 6, 4], {"highway": "unclassified"}),
    (15, [3, 7], {"highway": "secondary"}),
    (16, [7, 8, 9, 10, 7], {"highway": "secondary", "junction": "roundabout"}),
    (17, [6, 5], {"highway": "residential"}),
]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "town.osm"
    path.write_text(osm_xml(NODES, WAYS))
    return path


def own_times(network, mode):
    """All shortest times by vertex id, by scipy."""
    graph = network.graph(mode)
    tails = np.repeat(np.arange(graph.n_vertices), np.diff(graph.indptr))
    n = graph.n_vertices
    weights = np.full((n, n), np.inf)
    np.minimum.at(weights, (tails, graph.heads), np.maximum(graph.weights_s, 1e-12))
    arcs = np.isfinite(weights)
    times = dijkstra(csr_array((weights[arcs], np.nonzero(arcs)), shape=(n, n)))
    ids = network.streets.vertex_id.tolist()
    return {
        (a, b): times[i, j]
        for i, a in enumerate(ids)
        for j, b in enumerate(ids)
        if np.isfinite(times[i, j])
    }


def graph_times(graph, weight):
    arcs = [(u, v, k) for u, v, k, data in graph.edges(keys=True, data=True) if weight in data]
    usable = graph.edge_subgraph(arcs)
    return {
        (a, b): time
        for a, reached in nx.all_pairs_dijkstra_path_length(usable, weight=weight)
        for b, time in reached.items()
    }


def same(one, other, *, rel=1e-9):
    pairs = {pair for pair in one.keys() | other.keys() if pair[0] != pair[1]}
    assert pairs
    assert {p for p in pairs if p in one} == {p for p in pairs if p in other}
    for pair in pairs:
        assert one[pair] == pytest.approx(other[pair], rel=rel), pair


@pytest.mark.parametrize("mode", MODES)
def test_to_networkx_gives_the_same_times(file, mode):
    network = build_network(file)
    same(own_times(network, mode), graph_times(network.to_networkx(), f"duration_{mode}_s"))


@pytest.mark.parametrize("mode", MODES)
def test_there_and_back_gives_the_same_times(file, mode):
    network = build_network(file)
    again = Network.from_osmnx(network.to_networkx())
    same(own_times(network, mode), own_times(again, mode))


def test_what_osmnx_does_works_on_the_graph(file, tmp_path):
    graph = build_network(file).to_networkx()
    _, edges = ox.graph_to_gdfs(graph)
    assert len(edges) == graph.number_of_edges()
    assert {"osmid", "highway", "oneway", "length", "reversed"} <= set(edges.columns)
    assert ox.shortest_path(graph, 1, 4, weight="length") == [1, 2, 6, 4]
    ox.save_graphml(graph, tmp_path / "g.graphml")
    assert len(ox.load_graphml(tmp_path / "g.graphml")) == len(graph)
    assert ox.project_graph(graph).graph["crs"] != graph.graph["crs"]


def read(file, *, simplify=False, projected=False, bidirectional=False):
    graph = ox.graph_from_xml(
        file, bidirectional=bidirectional, simplify=simplify, retain_all=True
    )
    graph = ox.distance.add_edge_lengths(graph) if not simplify else graph
    return ox.project_graph(graph, to_crs="epsg:32632") if projected else graph


@pytest.mark.parametrize("simplify", [False, True])
@pytest.mark.parametrize("projected", [False, True])
def test_a_graph_of_osmnx_gives_the_times_of_a_network(file, simplify, projected):
    network = Network.from_osmnx(read(file, simplify=simplify, projected=projected))
    own = own_times(build_network(file), "car")
    taken = own_times(network, "car")
    shared = {pair for pair in own.keys() & taken.keys() if pair[0] != pair[1]}
    assert len(shared) > 20
    for pair in shared:
        # osmnx measures on a sphere: up to 0.6% off the ellipsoid.
        assert taken[pair] == pytest.approx(own[pair], rel=6e-3), pair
    ids = {int(i) for i in network.streets.vertex_id}
    both = ids & {int(i) for i in build_network(file).streets.vertex_id}
    assert {p for p in own if set(p) <= both} == {p for p in taken if set(p) <= both}


def test_opposite_arcs_are_one_edge_and_one_ways_stay_one_way(file):
    streets = Network.from_osmnx(read(file, simplify=True)).streets
    way = streets.way_id.tolist()
    assert way.count(12) == 1
    one_way = way.index(11)
    ends = streets.vertex_id[[streets.tail[one_way], streets.head[one_way]]].tolist()
    assert ends == [3, 4]
    assert (streets.access_forward[one_way], streets.access_backward[one_way]) == (15, 8)
    against = way.index(13)
    ends = streets.vertex_id[[streets.tail[against], streets.head[against]]].tolist()
    assert ends == [1, 5]


def test_lists_of_a_simplified_graph_are_read(file):
    graph = read(file, simplify=True)
    for _, _, data in graph.edges(data=True):
        if data["osmid"] == 12:
            data |= {
                "highway": ["residential", "footway"],
                "maxspeed": ["30", "50"],
                "osmid": [12, 99],
            }
    streets = Network.from_osmnx(graph).streets
    edge = streets.way_id.tolist().index(12)
    assert HIGHWAYS[streets.highway[edge]] == "residential"
    assert streets.access_forward[edge] == 8  # only walkers pass the footway in it
    assert streets.maxspeed_forward_kmh[edge] == 40


def test_a_graph_for_walking_says_that_it_knows_no_one_ways(file):
    network = Network.from_osmnx(read(file, bidirectional=True))
    assert "ignore one-ways" in network.provenance.notes[0]
    one_way = Network.from_osmnx(read(file)).provenance.notes
    assert not any("ignore one-ways" in note for note in one_way)
    assert network.provenance.attributions() == ("© OpenStreetMap contributors",)


def test_an_unfit_graph_is_named():
    with pytest.raises(InputError, match="MultiDiGraph"):
        Network.from_osmnx(nx.Graph(crs="epsg:4326"))
    with pytest.raises(InputError, match="has no CRS"):
        Network.from_osmnx(nx.MultiDiGraph())
    graph = nx.MultiDiGraph(crs="epsg:4326")
    with pytest.raises(InputError, match="no arcs"):
        Network.from_osmnx(graph)
    graph.add_edge(1, 2)
    with pytest.raises(InputError, match="without x and y: 1, 2"):
        Network.from_osmnx(graph)
    graph.add_node("a", x=0, y=0)
    with pytest.raises(InputError, match="no whole numbers: a"):
        Network.from_osmnx(graph)
    far = nx.MultiDiGraph(crs="epsg:4326")
    far.add_node(1, x=250000.0, y=470000.0)
    far.add_node(2, x=250100.0, y=470000.0)
    far.add_edge(1, 2, osmid=1, highway="residential")
    with pytest.raises(InputError, match="do not fit its CRS"):
        Network.from_osmnx(far)


def test_the_argument_is_not_changed(file):
    graph = read(file, simplify=True)
    before = {
        edge: dict(data)
        for *edge, data in graph.edges(keys=True, data=True)
        for edge in [tuple(edge)]
    }
    Network.from_osmnx(graph)
    assert before == {tuple(edge): data for *edge, data in graph.edges(keys=True, data=True)}
