"""Turn restrictions are read as they stand and change times by exactly what the way round takes."""

import heapq
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from dijkstra import many_to_many
from drawing import draw
from hypothesis import given
from hypothesis import strategies as st
from osm_files import ORIGIN, STEP, osm_xml

from grensgeo.errors import InputError
from grensgeo.network import Turns, build_network, load_network, mode_bit
from grensgeo.network.graph import TURN, build_graph
from grensgeo.network.turns import Passages
from grensgeo.routing.streets.ends import Ends, Ports
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
    said = {note.code: dict(note.values) for note in network.provenance.notes}
    assert said["streets.turns.kept"] == {"n": 2}  # the one over a way too
    unread = {code: values for code, values in said.items() if "example" in values}
    assert unread == {
        "streets.turns.hours": {"n": 1, "example": "103"},
        "streets.turns.incomplete": {"n": 1, "example": "102"},
        "streets.turns.kind": {"n": 1, "example": "105"},
        "streets.turns.nowhere": {"n": 1, "example": "104"},
    }
    assert not any("Turn" in note for note in build(tmp_path).provenance.notes)


def test_a_way_that_runs_on_is_not_guessed_at(tmp_path):
    ways = [(10, [1, 2, 3]), (12, [2, 4]), (13, [3, 5, 4])]
    network = build(tmp_path, (LEFT, {"restriction": "no_left_turn"}), ways=ways)
    assert len(network.turns) == 0
    assert network.provenance.notes[-1].code == "streets.turns.runs-on"
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
    assert len(again.turns.passages) == 0
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


# Rows of ways: two carriageways 1-2-3 and 4-5-6, joined at 2-5 and 3-4, and a way from 6 to 1;
# a street leads far round from 6 by 8 to 3.

TWO = {
    1: (-500, 0),
    2: (0, 0),
    3: (900, 0),
    4: (900, 20),
    5: (0, 20),
    6: (-500, 20),
    7: (0, 10),
    8: (-600, 20),
}
TWO[9] = 0, -3000
ONE_WAY = {"oneway": "yes"}
CARRIAGEWAYS = [
    (21, [1, 2], ONE_WAY),
    (22, [2, 3], ONE_WAY),
    (23, [3, 4]),
    (24, [4, 5], ONE_WAY),
    (25, [5, 6], ONE_WAY),
    (26, [2, 5]),
    (30, [6, 1], ONE_WAY),
    (31, [6, 8]),
    (32, [8, 9, 3]),
]
OVER = [("from", "w", 21), ("via", "w", 26), ("to", "w", 25)]


def two(tmp_path, *relations, ways=CARRIAGEWAYS):
    path = tmp_path / "two.osm"
    listed = [
        (100 + number, members, {"type": "restriction", **tags})
        for number, (members, tags) in enumerate(relations)
    ]
    drawn = [(way, refs, STREET | (more[0] if more else {})) for way, refs, *more in ways]
    path.write_text(osm_xml(TWO, drawn, relations=listed))
    return build_network(path)


def test_turning_back_over_a_way_is_forbidden(tmp_path):
    free, closed = two(tmp_path), two(tmp_path, (OVER, {"restriction": "no_u_turn"}))
    short, long = metres(free, 1, 2, 5, 6) / 10, metres(free, 1, 2, 3, 4, 5, 6) / 10
    assert long > short + 170
    assert seconds(free, 1, 6) == pytest.approx(short, abs=1e-3)
    assert seconds(closed, 1, 6) == pytest.approx(long, abs=1e-3)
    # who comes from the other side, or goes elsewhere, may drive over the way; so may one who
    # sets out at it, or goes to a place on it
    for start, goal in ((4, 2), (1, 5), (2, 6), (1, (0, 10)), ((0, 10), 6)):
        assert seconds(closed, start, goal) == seconds(free, start, goal)
    assert seconds(closed, 1, 6, "walk") == seconds(free, 1, 6, "walk")
    assert closed.turns.bind(1) == 1


@pytest.mark.parametrize(
    ("tags", "bound"),
    [
        ({"restriction": "no_u_turn", "except": "motorcar"}, {"bicycle", "ebike"}),
        ({"restriction:motorcar": "no_u_turn"}, {"car"}),
        ({"restriction:hgv": "no_u_turn"}, set()),
        ({"restriction": "no_left_turn"}, {"car", "bicycle", "ebike"}),
    ],
)
def test_whom_a_ban_over_a_way_binds(tmp_path, tags, bound):
    modes = two(tmp_path, (OVER, tags)).turns.passages.modes
    assert int(np.bitwise_or.reduce(modes, initial=0)) == sum(mode_bit(mode) for mode in bound)


def test_several_ways_in_between_stand_in_any_order(tmp_path):
    ways = [*(way for way in CARRIAGEWAYS if way[0] != 26), (27, [2, 7]), (28, [7, 5])]
    over = [OVER[0], ("via", "w", 28), ("via", "w", 27), OVER[2]]
    closed = two(tmp_path, (over, {"restriction": "no_u_turn"}), ways=ways)
    # 7 is no junction, but where a way ends is a vertex
    assert seconds(closed, 1, 6) == pytest.approx(metres(closed, 1, 2, 3, 4, 5, 6) / 10, abs=1e-3)
    assert np.diff(closed.turns.passages.start).tolist() == [4]


def test_only_over_a_way(tmp_path):
    straight = [*CARRIAGEWAYS, (29, [5, 7, 2])]
    only = two(tmp_path, (OVER, {"restriction": "only_u_turn"}), ways=straight)
    free = two(tmp_path, ways=straight)
    # one neither drives straight on nor turns back on the way between, but must turn
    assert seconds(only, 1, 6) == seconds(free, 1, 6)
    around = metres(free, 1, 2, 5, 6, 8, 3) / 10
    assert seconds(only, 1, 3) == pytest.approx(around, abs=1e-2)
    assert seconds(only, 2, 3) == seconds(free, 2, 3) < 100
    assert seconds(free, 1, 3) < 150


def test_a_ban_over_ways_is_kept_and_checked(tmp_path):
    network = two(tmp_path, (OVER, {"restriction": "no_u_turn"}))
    network.save(tmp_path / "n")
    again = load_network(tmp_path / "n").turns.passages
    for name in ("start", "edge", "forward", "modes"):
        assert getattr(again, name).tolist() == getattr(network.turns.passages, name).tolist()
    edges = [{"ends": "AB"}, {"ends": "BC"}, {"ends": "BD"}]
    with pytest.raises(InputError, match=r"rows of edges 0 do not hang together"):
        draw(PLACES, edges, turns=Turns.of((), Passages.of([((0, 4, 2), 1)])))
    with pytest.raises(InputError, match=r"an edge that is not there"):
        draw(PLACES, edges, turns=Turns.of((), Passages.of([((0, 4, 9), 1)])))
    with pytest.raises(InputError, match="has fewer than 3") as error:
        Passages.of([((0, 2, 4), 1), ((0, 4), 1)])
    assert error.value.codes == ("turn-too-short",)


def test_nobody_turns_round_two_junctions_on_to_get_past_a_ban(tmp_path):
    # beyond the ban at 2 come a junction at 3 and a way that ends at 8 and goes on as another
    nodes = NODES | {8: (400, -300), 9: (700, -300), 10: (700, 0), 11: (700, 600)}
    ways = [
        *((way, refs) for way, refs in WAYS[:3]),
        (14, [3, 8]),
        (15, [8, 9, 10]),
        (16, [3, 10]),
        (17, [10, 11, 4]),
    ]
    path = tmp_path / "far.osm"
    listed = [(1, LEFT, {"type": "restriction", "restriction": "no_left_turn"})]
    drawn = [(way, refs, STREET) for way, refs in ways]
    path.write_text(osm_xml(nodes, drawn, relations=listed))
    network = build_network(path)
    # round the block beyond 3 and back, rather than the way round by 11
    block = metres(network, 1, 2, 3, 8, 10, 3, 2, 4)
    assert seconds(network, 1, 4) == pytest.approx(
        min(block, metres(network, 1, 2, 3, 10, 4)) / 10, abs=1e-2
    )
    # at the end of a street one turns round
    blind = [(way, refs, STREET) for way, refs in [*WAYS[:3], (14, [3, 8]), (17, [3, 10, 11, 4])]]
    path.write_text(osm_xml(nodes, blind, relations=listed))
    network = build_network(path)
    assert seconds(network, 1, 4) == pytest.approx(
        metres(network, 1, 2, 3, 8, 3, 2, 4) / 10, abs=1e-2
    )


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


def by_edges(edges, banned, origin, goal, *, rows=(), may_turn_round=True):
    """Search over edges and directions, and what was driven before, as far as a row asks for it."""
    memory = max((len(row) for row in rows), default=2) - 1
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
    heap = [(cost[e, d] * ((1 - f) if d == 0 else f), ((e, d),)) for d in (0, 1) if (e, d) in cost]
    heapq.heapify(heap)
    done = set()
    while heap:
        spent, driven = heapq.heappop(heap)
        if driven in done:
            continue
        done.add(driven)
        arc = driven[-1]
        ways_on = [other for other in cost if begin[other] == end[arc]]
        for other, taken in cost.items():
            if begin[other] != end[arc] or (end[arc], arc[0], other[0]) in banned:
                continue
            back = other == (arc[0], 1 - arc[1])
            if back and not may_turn_round and len(ways_on) > 1:
                continue
            longer = (*driven, other)
            if any(longer[-len(row) :] == row for row in rows):
                continue
            if other[0] == g:
                best = min(best, spent + taken * (h if other[1] == 0 else 1 - h))
            heapq.heappush(heap, (spent + taken, longer[-memory:]))
    return best


def by_graph(network, graph, durations, origin, goal):
    """Search over the split graph."""
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
            forward_s=durations[0],
            backward_s=durations[1],
            ports=ports,
        )
        for k, f in (origin, goal)
    )
    (found,) = many_to_many(
        graph.indptr, graph.heads, graph.weights_s, start, destinations=end
    ).ravel()
    return np.inf if np.isnan(found) else float(found)


def drawn_network(edges, bit, *, length_m=lambda _: 1.0):
    places = {name: (100 * k, 10 * k * k) for k, name in enumerate("ABCDEF")}
    listed = [
        {
            "ends": "ABCDEF"[a] + "ABCDEF"[b],
            "length_m": length_m(w),
            "forward": bit * (ways & 1),
            "backward": bit * (ways >> 1),
        }
        for a, b, w, ways in edges
    ]
    return draw(places, listed)


def drawn_bans(edges, pairs):
    """Give bans as (vertex, edge, edge)."""
    banned = set()
    for one, other in pairs:
        one, other = one % len(edges), other % len(edges)  # noqa: PLW2901 - folded into range
        shared = set(edges[one][:2]) & set(edges[other][:2])
        banned |= {(v, one, other) for v in shared}
    return banned


def drawn_rows(edges, walks):
    """Give rows of three arcs or more, (edge, direction) each, that hang together."""
    arcs = [(k, d) for k, (*_, ways) in enumerate(edges) for d in (0, 1) if ways & (1 << d)]
    rows = set()
    for first, *choices in walks:
        row = [arcs[first % len(arcs)]]
        for choice in choices:
            edge, way = row[-1]
            on = [arc for arc in arcs if edges[arc[0]][arc[1]] == edges[edge][1 - way]]
            if not on:
                break
            row.append(on[choice % len(on)])
        if len(row) > 2:
            rows.add(tuple(row))
    return rows


@given(maps, st.lists(st.lists(st.integers(0, 20), min_size=3, max_size=5), max_size=4))
def test_times_are_those_of_a_search_from_edge_to_edge(drawn, walks):
    edges, pairs, origin, goal = drawn
    origin, goal = ((k % len(edges), f) for k, f in (origin, goal))
    bit = mode_bit("bicycle")
    network = drawn_network(edges, bit)
    banned, rows = drawn_bans(edges, pairs), drawn_rows(edges, walks)
    seconds_by = np.array([w for _, _, w, _ in edges], dtype=float)
    ways = np.array([ways for *_, ways in edges])
    durations = np.where(ways & 1, seconds_by, np.nan), np.where(ways & 2, seconds_by, np.nan)
    passages = Passages.of(([2 * k + d for k, d in row], bit) for row in rows)
    turns = Turns.of(((*turn, bit) for turn in banned), passages)
    turns.check(network.streets)
    graph = build_graph(network.streets, "bicycle", durations, turns=turns)
    found = by_graph(network, graph, durations, origin, goal)
    assert found == pytest.approx(by_edges(edges, banned, origin, goal, rows=rows))


def legal_way(edges, banned, one, other):
    """Tell whether one comes from an arc to one that must not follow it without turning round."""
    arcs = [(k, d) for k, (*_, ways) in enumerate(edges) for d in (0, 1) if ways & (1 << d)]
    front, done = [one], {one}
    while front:
        arc = front.pop()
        end = edges[arc[0]][1 - arc[1]]
        on = [further for further in arcs if edges[further[0]][further[1]] == end]
        for further in on:
            back = further == (arc[0], 1 - arc[1]) and len(on) > 1
            if back or (end, arc[0], further[0]) in banned:
                continue
            if further == other:
                return True
            if further not in done:
                done.add(further)
                front.append(further)
    return False


@given(maps)
def test_cars_never_turn_round_to_get_past_a_ban(drawn):
    edges, pairs, origin, goal = drawn
    origin, goal = ((k % len(edges), f) for k, f in (origin, goal))
    bit = mode_bit("car")
    network = drawn_network(edges, bit, length_m=lambda w: 10.0 * (w + 1))
    banned = drawn_bans(edges, pairs)
    network = replace(network, turns=Turns.of((*turn, bit) for turn in banned))
    durations = network.durations_s("car")
    takes = np.fmax(*durations).tolist()
    timed = [(a, b, t, ways) for (a, b, _, ways), t in zip(edges, takes, strict=True)]
    found = by_graph(network, network.graph("car"), durations, origin, goal)
    strict = by_edges(timed, banned, origin, goal, may_turn_round=False)
    # where no legal way leads round a ban at all, one turns round behind the next junction
    arcs = [(k, d) for k, (*_, ways) in enumerate(edges) for d in (0, 1) if ways & (1 << d)]
    forced = any(
        (edges[one[0]][1 - one[1]], one[0], other[0]) in banned
        and edges[one[0]][1 - one[1]] == edges[other[0]][other[1]]
        and other != (one[0], 1 - one[1])
        and not legal_way(edges, banned, one, other)
        for one in arcs
        for other in arcs
    )
    if forced:
        assert found <= strict * (1 + 1e-9)
    else:
        assert found == pytest.approx(strict)
