"""Graphs of osmnx give the same times as networks, both ways."""

import networkx as nx
import numpy as np
import osmnx as ox
import pandas as pd
import pytest
from osm_files import osm_xml
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from grensgeo.errors import InputError
from grensgeo.modes import PUSHED
from grensgeo.network import HIGHWAYS, MODES, Network, build_network
from grensgeo.osm.ferries import FERRY_WAIT_S

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


@pytest.mark.parametrize("mode", MODES)
def test_ferries_and_pushed_bicycles_come_back(tmp_path, mode):
    nodes = {1: (0, 0), 2: (100, 0), 3: (400, 0), 4: (700, 0), 5: (800, 0), 6: (100, 90)}
    ways = [
        (10, [1, 2], {"highway": "residential"}),
        (11, [2, 3], {"route": "ferry", "interval": "00:30", "duration": "00:08"}),
        (12, [3, 4], {"route": "ferry", "interval": "00:30", "duration": "00:08"}),
        (13, [4, 5], {"highway": "pedestrian", "motor_vehicle": "yes"}),
        (14, [2, 6], {"highway": "steps", "bicycle": "yes"}),
    ]
    (tmp_path / "ferry.osm").write_text(osm_xml(nodes, ways))
    network = build_network(tmp_path / "ferry.osm")
    graph = network.to_networkx()
    same(own_times(network, mode), graph_times(graph, f"duration_{mode}_s"))
    again = Network.from_osmnx(graph)
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
    # only walkers pass the footway in it, and bicycles that are pushed
    assert streets.access_forward[edge] == 8 | 6 | PUSHED
    assert streets.maxspeed_forward_kmh[edge] == 40


def test_a_graph_for_walking_says_that_it_knows_no_one_ways(file):
    network = Network.from_osmnx(read(file, bidirectional=True))
    assert network.provenance.notes[0].code == "streets.osmnx.no-oneway"
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


def drawn_graph(arcs):
    """Give a graph as osmnx makes it: nodes a kilometre apart in a row."""
    graph = nx.MultiDiGraph(crs="epsg:4326")
    for k in range(6):
        graph.add_node(k, x=7 + k * 1000 / 68_154, y=52.2)
    for tail, head, data in arcs:
        graph.add_edge(tail, head, **{"oneway": False, "reversed": tail > head} | data)
    return graph


def both_ways(tail, head, **data):
    data = {"osmid": 10 * tail + head, "highway": "residential", "length": 1000.0} | data
    return [(tail, head, data), (head, tail, data)]


def notes(network):
    return {note.code: dict(note.values) for note in network.provenance.notes}


def test_graphml_gives_the_same_times(tmp_path):
    """Everything that a network knows of its streets comes back from a file, whoever reads it."""
    nodes = NODES | {12: (900, 30), 13: (1900, 30), 14: (2000, 30)}
    more = [
        (20, [7, 12], {"highway": "residential", "surface": "gravel", "tunnel": "yes"}),
        (21, [12, 13], {"route": "ferry", "duration": "00:12"}),
        (22, [13, 14], {"highway": "cycleway", "oneway": "yes"}),
        (23, [14, 13], {"highway": "primary", "maxspeed": "none", "access:lanes": "yes|no"}),
    ]
    path = tmp_path / "town.osm"
    gates = {6: {"barrier": "bollard"}, 11: {"barrier": "gate", "access": "private"}}
    path.write_text(osm_xml(nodes, [*WAYS, *more], node_tags=gates))
    network = build_network(path)
    speeds = pd.DataFrame({"way_id": [12, 10], "speed_kmh": [22.5, None], "factor": [None, 0.5]})
    network = network.with_observed_speeds(speeds)
    file = tmp_path / "town.graphml"
    ox.save_graphml(network.to_networkx(), file)
    plain = nx.read_graphml(file, force_multigraph=True)  # everything is text, even the nodes
    for graph in (ox.load_graphml(file), plain):
        again = Network.from_osmnx(graph)
        for mode in MODES:
            known, found = own_times(network, mode), own_times(again, mode)
            assert set(found) == set(known)
            assert max(abs(found[pair] - known[pair]) for pair in known) < 1e-3
        for name in ("built_up", "surface", "structure", "stress_forward"):
            assert sorted(getattr(again.streets, name).tolist()) == sorted(
                getattr(network.streets, name).tolist()
            )


def test_graphml_of_osmnx_itself(file, tmp_path):
    graph = read(file, simplify=True)
    ox.save_graphml(graph, tmp_path / "town.graphml")
    known = Network.from_osmnx(graph)
    for again in (
        ox.load_graphml(tmp_path / "town.graphml"),
        nx.read_graphml(tmp_path / "town.graphml", force_multigraph=True),
    ):
        network = Network.from_osmnx(again)
        for mode in MODES:
            assert own_times(network, mode) == pytest.approx(own_times(known, mode), abs=1e-3)
    with pytest.raises(InputError, match="force_multigraph=True"):
        Network.from_osmnx(nx.DiGraph(graph))


def test_ferries_are_taken_over_and_wait_once():
    arcs = [
        *both_ways(0, 1),
        *both_ways(1, 2, osmid=7, highway=None, route="ferry", duration="00:10"),
        *both_ways(2, 3, osmid=7, highway=None, route="ferry", duration="00:10"),
        *both_ways(3, 4),
    ]
    network = Network.from_osmnx(drawn_graph(arcs))
    assert [HIGHWAYS[code] for code in network.streets.highway].count("ferry") == 2
    # ten minutes and one wait, however many pieces
    sailing = np.nansum(network.streets.fixed_duration_s)
    assert sailing == pytest.approx(600 + FERRY_WAIT_S)


def test_speeds_that_were_set_are_driven_and_told():
    arcs = [
        *both_ways(0, 1, speed_kph=60.0),
        *both_ways(1, 2, speed_kph="36"),
        *both_ways(2, 3, speed_kph=[30, 90]),
        *both_ways(3, 4),
        *both_ways(4, 5, maxspeed="50"),
    ]
    network = Network.from_osmnx(drawn_graph(arcs))
    seconds = network.durations_s("car")[0]
    assert seconds[:3].tolist() == pytest.approx([60, 100, 60])
    peak = network.durations_s("car", period="morning_peak")[0]
    assert peak[:3].tolist() == seconds[:3].tolist()
    assert network.durations_s("walk")[0].tolist() == pytest.approx([720] * 5)
    assert notes(network)["streets.osmnx.speeds"] == {"n": 3, "example": "1"}
    none = Network.from_osmnx(drawn_graph(both_ways(0, 1)))
    assert none.observed_speeds is None


def test_what_is_left_out_or_measured_is_told():
    arcs = [
        *both_ways(0, 1, length=None),
        *both_ways(1, 2, length=0.0),
        *both_ways(2, 3, highway=None),
        *both_ways(3, 4, highway="proposed"),
        *both_ways(4, 5, length="1000"),
    ]
    network = Network.from_osmnx(drawn_graph(arcs))
    assert network.streets.length_m.tolist() == pytest.approx([1000] * 3, rel=1e-2)
    said = notes(network)
    assert said["streets.osmnx.left-out"] == {"n": 2, "example": "23"}
    assert said["streets.osmnx.measured"] == {"n": 2, "example": "1"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"length": -5.0}, r"length is -5\.0"),
        ({"length": "long"}, "length is long"),
        ({"speed_kph": 0}, "speed_kph is 0"),
        ({"osmid": "way"}, "osmid is way"),
        ({"reversed": "perhaps"}, "reversed is perhaps"),
        ({"geometry": "LINESTRING (7 52"}, "geometry is LINESTRING"),
        ({"geometry": "POINT (7 52)"}, "geometry is POINT"),
    ],
)
def test_values_that_are_none_are_refused(data, said):
    with pytest.raises(InputError, match=said):
        Network.from_osmnx(drawn_graph([*both_ways(0, 1), *both_ways(1, 2, **data)]))


def test_parallel_streets_of_one_way_keep_the_shorter():
    for long in (300.0, 5000.0):
        arcs = [*both_ways(0, 1), *both_ways(0, 1, length=long)]
        lengths = Network.from_osmnx(drawn_graph(arcs)).streets.length_m.tolist()
        assert sorted(lengths) == sorted([1000.0, long])
