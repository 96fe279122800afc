"""Turn restrictions are read as they stand and change times by exactly what the way round takes."""

import heapq
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from hypothesis import given
from hypothesis import strategies as st
from osm_files import ORIGIN, STEP, osm_xml

from grensgeo.errors import InputError
from grensgeo.network import Turns, build_network, load_network, mode_bit
from grensgeo.network.graph import TURN, build_graph
from grensgeo.routing.dijkstra import Ends, Ports, many_to_many
from grensgeo.traveltimes import Trip, travel_times

#: A street 1-2-3 with a side street 2-4, and a long way round 3-5-4.
NODES = {1: (0, 0), 2: (300, 0), 3: (400, 0), 4: (300, 300), 5: (400, 600), 6: (0, -1)}
STREET = {"highway": "residential", "maxspeed": "45"}  # cars drive 0.8 of it: 10 m/s
WAYS = [(10, [1, 2]), (11, [2, 3]), (12, [2, 4]), (13, [3, 5, 4])]
LEFT = [("from", "w", 10), ("via", "n", 2), ("to", "w", 12)]


def build(tmp_path, *relations, ways=WAYS, node_tags=None):
    path = tmp_path / "turns.osm"
    listed = [
        (100 + number, members, {"type": "restriction", **tags})
        for number, (members, tags) in enumerate(relations)
    ]
    drawn = [(way, refs, STREET | (more[0] if more else {})) for way, refs, *more in ways]
    path.write_text(osm_xml(NODES, drawn, relations=listed, node_tags=node_tags))
    return build_network(path)


def metres(network, *nodes):
    """Measure a way from node to node; of parallel edges the shortest."""
    streets = network.streets
    at = streets.vertex_id.tolist()
    total = 0.0
    for one, other in pairwise(nodes):
        ends = {at.index(one), at.index(other)}
        total += min(
            streets.length_m[e]
            for e in range(streets.n_edges)
            if {streets.tail[e], streets.head[e]} == ends
        )
    return total


def seconds(network, start, goal, mode="car", **options):
    """Give the time between two nodes or places in metres."""
    streets = network.streets
    at = dict(
        zip(streets.vertex_id.tolist(), zip(streets.lon, streets.lat, strict=True), strict=True)
    )
    rows = []
    for name, spot in (("start", start), ("goal", goal)):
        if isinstance(spot, int):
            lon, lat = at[spot]
        else:
            lon, lat = ORIGIN[0] + spot[0] * STEP[0], ORIGIN[1] + spot[1] * STEP[1]
        rows.append({"id": name, "lon": lon, "lat": lat})
    places = pd.DataFrame(rows)
    trip = Trip(mode, park_min=0, **options)
    return 60 * float(travel_times(network, places, places, trip).minutes[0, 1])


def test_a_forbidden_turn_costs_the_way_round(tmp_path):
    free = build(tmp_path)
    direct = metres(free, 1, 2, 4) / 10
    assert seconds(free, 1, 4) == pytest.approx(direct, abs=1e-3)
    closed = build(tmp_path, (LEFT, {"restriction": "no_left_turn"}))
    # 3 is no junction: a car that has gone straight on goes all the way round
    around = metres(closed, 1, 2, 3, 4) / 10
    assert around - direct == pytest.approx(70, abs=5)
    assert seconds(closed, 1, 4) == pytest.approx(around, abs=1e-3)
    # the way back, and other ways into the side street, are as they were
    assert seconds(closed, 4, 1) == pytest.approx(direct, abs=1e-3)
    assert seconds(closed, 3, 4) == pytest.approx(metres(free, 3, 2, 4) / 10, abs=1e-3)
    # people on foot are not bound, cyclists are, and turn round where they like
    assert seconds(closed, 1, 4, "walk") == pytest.approx(direct * 10 / 5 * 3.6)
    pace = seconds(free, 1, 4, "bicycle") / metres(free, 1, 2, 4)
    assert seconds(closed, 1, 4, "bicycle") == pytest.approx(
        metres(closed, 1, 2, 3, 2, 4) * pace, rel=1e-4
    )


def test_a_one_way_costs_the_way_round(tmp_path):
    network = build(tmp_path, ways=[WAYS[0], (11, [2, 3], {"oneway": "yes"}), *WAYS[2:]])
    ids, lengths = network.streets.vertex_id.tolist(), network.streets.length_m.tolist()
    assert ids == [1, 2, 3, 4]  # 5 is a bend
    there, around = lengths[1] / 10, (lengths[2] + lengths[3]) / 10
    assert seconds(network, 2, 3) == pytest.approx(there, abs=1e-3)
    assert seconds(network, 3, 2) == pytest.approx(around, abs=1e-3)
    assert seconds(network, 3, 2, "walk") == pytest.approx(there * 10 / 5 * 3.6, abs=1e-3)


def test_points_within_edges_obey_it_too(tmp_path):
    closed = build(tmp_path, (LEFT, {"restriction": "no_left_turn"}))
    start, goal = (150, 0), (300, 150)
    around = metres(closed, 2, 3, 4) + metres(closed, 1, 2) / 2 + metres(closed, 2, 4) / 2
    assert seconds(closed, start, goal) == pytest.approx(around / 10, abs=0.05)
    # at the vertex itself one comes from nowhere and may go anywhere
    assert seconds(closed, 2, goal) == pytest.approx(15, abs=0.05)
    assert seconds(closed, start, 2) == pytest.approx(15, abs=0.05)


def test_only_one_way_on(tmp_path):
    on = [("from", "w", 10), ("via", "n", 2), ("to", "w", 11)]
    only = build(tmp_path, (on, {"restriction": "only_straight_on"}))
    no = build(tmp_path, (LEFT, {"restriction": "no_left_turn"}))
    assert seconds(only, 1, 4) == seconds(no, 1, 4)
    # turning round is none of the ways on
    via = only.streets.vertex_id.tolist().index(2)
    assert set(zip(only.turns.from_edge.tolist(), only.turns.to_edge.tolist(), strict=True)) == {
        (0, 0),
        (0, 2),
    }
    assert set(only.turns.via.tolist()) == {via}


@pytest.mark.parametrize(
    ("tags", "bound"),
    [
        ({"restriction": "no_left_turn"}, {"car", "bicycle", "ebike"}),
        ({"restriction": "no_left_turn", "except": "bicycle;psv"}, {"car"}),
        ({"restriction": "no_left_turn", "except": "motorcar"}, {"bicycle", "ebike"}),
        ({"restriction:motorcar": "no_left_turn"}, {"car"}),
        ({"restriction:bicycle": "no_left_turn"}, {"bicycle", "ebike"}),
        ({"restriction:foot": "no_left_turn"}, {"walk"}),
        ({"restriction:hgv": "no_left_turn"}, set()),
        ({"restriction": "no_left_turn", "restriction:bicycle": "none"}, {"car"}),
        ({"restriction:conditional": "no_left_turn @ (Mo-Fr 07:00-09:00)"}, set()),
        ({"restriction": "no_left_turn", "hour_on": "7:00", "hour_off": "9:00"}, set()),
        ({"restriction": "give_way"}, set()),
    ],
)
def test_who_is_bound(tmp_path, tags, bound):
    turns = build(tmp_path, (LEFT, tags)).turns
    modes = int(np.bitwise_or.reduce(turns.modes, initial=0))
    assert modes == sum(mode_bit(mode) for mode in bound)


def test_what_is_not_read_is_counted(tmp_path):
    through = [("from", "w", 10), ("via", "w", 11), ("to", "w", 13)]
    network = build(
        tmp_path,
        (LEFT, {"restriction": "no_left_turn"}),
        (through, {"restriction": "no_u_turn"}),
        (LEFT[:2], {"restriction": "no_left_turn"}),
        (LEFT, {"restriction:conditional": "no_left_turn @ (07:00-09:00)"}),
        ([("from", "w", 10), ("via", "n", 2), ("to", "w", 99)], {"restriction": "no_left_turn"}),
        (LEFT, {"restriction": "give_way"}),
        ways=WAYS,
    )
    assert network.provenance.notes[-1] == (
        "Turn restrictions: 1 are kept; not read: 1 at certain hours, 1 incomplete, 1 of an "
        "unknown kind, 1 that bind no junction of these streets, 1 with a way in between (via)."
    )
    assert not any("Turn" in note for note in build(tmp_path).provenance.notes)


def test_a_way_that_runs_on_is_not_guessed_at(tmp_path):
    ways = [(10, [1, 2, 3]), (12, [2, 4]), (13, [3, 5, 4])]
    network = build(tmp_path, (LEFT, {"restriction": "no_left_turn"}), ways=ways)
    assert len(network.turns) == 0
    assert "1 whose way runs on beyond the node" in network.provenance.notes[-1]
    # where only one part of it leads to the node, that one is meant
    ways[0] = (10, [1, 2, 3], {"oneway": "yes"})
    assert len(build(tmp_path, (LEFT, {"restriction": "no_left_turn"}), ways=ways).turns) == 1


def test_several_from_and_to(tmp_path):
    both = [*LEFT, ("to", "w", 11)]
    turns = build(tmp_path, (both, {"restriction": "no_exit"})).turns
    assert turns.from_edge.tolist() == [0, 0]
    assert turns.to_edge.tolist() == [1, 2]


def test_no_u_turn(tmp_path):
    same = [("from", "w", 11), ("via", "n", 3), ("to", "w", 11)]
    network = build(tmp_path, (same, {"restriction": "no_u_turn"}))
    assert (network.turns.from_edge.tolist(), network.turns.to_edge.tolist()) == ([1], [1])


def test_it_is_kept(tmp_path):
    network = build(tmp_path, (LEFT, {"restriction": "no_left_turn"}))
    network.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    assert again.turns.modes.tolist() == network.turns.modes.tolist() == [7]
    with pytest.raises(ValueError, match="read-only"):
        again.turns.via[0] = 1


PLACES = {"A": (0, 0), "B": (100, 0), "C": (200, 0), "D": (100, 100)}


def test_turns_that_do_not_fit_are_refused():
    edges = [{"ends": "AB"}, {"ends": "BC"}, {"ends": "CD"}]
    with pytest.raises(InputError, match=r"turns 1: their edges do not meet"):
        draw(PLACES, edges, turns=Turns.of([(1, 0, 1, 7), (1, 0, 2, 7)]))
    with pytest.raises(InputError, match=r"turns 0: their edges do not meet"):
        draw(PLACES, edges, turns=Turns.of([(1, 0, 9, 7)]))


def test_only_the_vertex_concerned_is_split():
    edges = [{"ends": "AB"}, {"ends": "BC"}, {"ends": "BD"}]
    network = draw(PLACES, edges, turns=Turns.of([(1, 0, 2, mode_bit("bicycle"))]))
    assert not network.graph("car").is_split
    graph = network.graph("bicycle")
    assert graph.is_split
    # beside B: where all lead, the edge from A coming, and the edge to D going
    assert (graph.n_vertices, graph.depart[:, 0].tolist()) == (7, [0, 4, 6])
    assert graph.arrive[:, 0].tolist() == [5, 2, 3]
    turning = graph.arc_edge == TURN
    assert turning.any()
    assert not graph.weights_s[turning].any()
    assert graph.reached.tolist() == [0, 4, 2, 3]
    assert (graph.component[graph.arrive] == 0).all()
    # a car does not turn round there either, but may at the dead ends
    car = draw(PLACES, edges, turns=Turns.of([(1, 0, 2, mode_bit("car"))])).graph("car")
    assert car.reached.tolist() == [0, 4, 2, 3]
    assert car.n_vertices == 4 + 1 + 3 + 3


def test_a_trap_made_by_restrictions_is_not_snapped_to():
    # the only way on from A's one-way street into B is forbidden: nobody who enters it gets out
    one_way = {"backward": 0}
    edges = [
        {"ends": "BC"},
        {"ends": "CD"},
        {"ends": "BA", "line": [(50, 40)]} | one_way,
        {"ends": "AB"} | one_way,
    ]
    banned = [(1, 3, edge, 1) for edge in (0, 2)]
    spots = pd.DataFrame({"id": ["x"], "lon": [7.0 + 50 / 68_154], "lat": [52.2 - 1e-5]})
    free, closed = draw(PLACES, edges), draw(PLACES, edges, turns=Turns.of(banned))
    assert free.snap(spots, "car").edge.tolist() == [3]
    assert closed.snap(spots, "car").edge.tolist() != [3]
    assert closed.snap(spots, "walk").edge.tolist() == [3]


# A law: times on the split graph are those of a search from edge to edge.

arcs = st.tuples(
    st.integers(0, 5), st.integers(0, 5), st.integers(0, 9), st.sampled_from((3, 1, 2))
)
maps = st.tuples(
    st.lists(arcs, min_size=1, max_size=9),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=8),
    st.tuples(st.integers(0, 8), st.sampled_from((0.25, 0.5))),
    st.tuples(st.integers(0, 8), st.sampled_from((0.25, 0.75))),
)


def by_edges(edges, banned, origin, goal):
    """Search over edges and directions."""
    (e, f), (g, h) = origin, goal
    cost = {
        (k, d): w for k, (_, _, w, ways) in enumerate(edges) for d in (0, 1) if ways & (1 << d)
    }
    end = {(k, d): edges[k][1 - d] for k, d in cost}
    begin = {(k, d): edges[k][d] for k, d in cost}
    best = np.inf
    ahead = (h - f) if e == g else None
    if ahead is not None and (ahead == 0 or (e, 0 if ahead > 0 else 1) in cost):
        best = abs(ahead) * edges[e][2]
    heap = [(cost[e, d] * ((1 - f) if d == 0 else f), (e, d)) for d in (0, 1) if (e, d) in cost]
    heapq.heapify(heap)
    done = set()
    while heap:
        spent, arc = heapq.heappop(heap)
        if arc in done:
            continue
        done.add(arc)
        for other, taken in cost.items():
            if begin[other] != end[arc] or (end[arc], arc[0], other[0]) in banned:
                continue
            if other[0] == g:
                best = min(best, spent + taken * (h if other[1] == 0 else 1 - h))
            heapq.heappush(heap, (spent + taken, other))
    return best


@given(maps)
def test_times_are_those_of_a_search_from_edge_to_edge(drawn):
    edges, pairs, origin, goal = drawn
    origin, goal = ((k % len(edges), f) for k, f in (origin, goal))
    places = {name: (100 * k, 10 * k * k) for k, name in enumerate("ABCDEF")}
    bit = mode_bit("bicycle")
    network = draw(
        places,
        [
            {
                "ends": "ABCDEF"[a] + "ABCDEF"[b],
                "length_m": 1.0,
                "forward": bit * (ways & 1),
                "backward": bit * (ways >> 1),
            }
            for a, b, _, ways in edges
        ],
    )
    banned = set()
    for one, other in pairs:
        one, other = one % len(edges), other % len(edges)  # noqa: PLW2901 - folded into range
        shared = set(edges[one][:2]) & set(edges[other][:2])
        banned |= {(v, one, other) for v in shared}
    seconds_by = np.array([w for _, _, w, _ in edges], dtype=float)
    ways = np.array([ways for *_, ways in edges])
    forward = np.where(ways & 1, seconds_by, np.nan)
    backward = np.where(ways & 2, seconds_by, np.nan)
    graph = build_graph(
        network.streets,
        "bicycle",
        (forward, backward),
        turns=Turns.of((*turn, bit) for turn in banned),
    )
    streets = network.streets
    ports = Ports(
        streets.tail,
        streets.head,
        graph.depart,
        graph.arrive,
        reached=graph.reached,
        begin_s=graph.begin_s,
        end_s=graph.end_s,
    )
    start, end = (
        Ends.on_edges(
            np.array([k]),
            np.array([f]),
            np.zeros(1),
            tail=streets.tail,
            head=streets.head,
            forward_s=forward,
            backward_s=backward,
            ports=ports,
        )
        for k, f in (origin, goal)
    )
    (found,) = many_to_many(
        graph.indptr, graph.heads, graph.weights_s, start, destinations=end
    ).ravel()
    known = by_edges(edges, banned, origin, goal)
    assert (np.inf if np.isnan(found) else found) == pytest.approx(known)
