from itertools import pairwise
from pathlib import Path

import dijkstra
import numba as nb
import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csgraph, csr_array

from grensgeo.errors import InputError
from grensgeo.routing.streets.ends import Ends
from grensgeo.routing.streets.layout import Layout
from grensgeo.routing.streets.skeletons import customise_layout, prepare_layout
from grensgeo.routing.streets.times import aim, many_to_many

NAN = np.nan
FRACTIONS = st.sampled_from([0.0, 1.0, 0.25, 0.5, 0.9])


class Drawn:
    """Streets by hand: (tail, head, seconds ahead, seconds back), NaN where closed."""

    def __init__(self, n, edges, used=None):
        tail, head, forward, backward = zip(*edges, strict=True) if edges else [()] * 4
        self.n = n
        self.tail, self.head = np.array(tail, dtype=np.int32), np.array(head, dtype=np.int32)
        self.forward = np.array(forward, dtype=float)
        self.backward = np.array(backward, dtype=float)
        self.used = used
        self.timed = self.time(self.prepare())

    def layout(self, factor=1.0):
        return Layout.of_edges(
            self.n,
            self.tail,
            self.head,
            forward_s=self.forward * factor,
            backward_s=self.backward * factor,
            used=self.used,
        )

    def prepare(self, **options):
        return prepare_layout(self.layout(), **options)

    def time(self, skeleton, factor=1.0):
        return customise_layout(skeleton, self.layout(factor))

    def ends(self, *points):
        edge, fraction, offset = (np.array(v) for v in zip(*points, strict=True))
        return Ends.on_edges(
            edge,
            fraction.astype(float),
            offset.astype(float),
            tail=self.tail,
            head=self.head,
            forward_s=self.forward,
            backward_s=self.backward,
        )

    def graph(self):
        """Directed arcs in compressed rows, for the reference."""
        ahead, back = ~np.isnan(self.forward), ~np.isnan(self.backward)
        tails = np.concatenate([self.tail[ahead], self.head[back]])
        heads = np.concatenate([self.head[ahead], self.tail[back]])
        weights = np.concatenate([self.forward[ahead], self.backward[back]])
        by_tail = np.argsort(tails, kind="stable")
        indptr = np.concatenate([[0], np.cumsum(np.bincount(tails, minlength=self.n))])
        return indptr, heads[by_tail], weights[by_tail]

    def reference(self, origins, destinations, **options):
        return dijkstra.many_to_many(*self.graph(), origins, destinations=destinations, **options)


def close(seconds, expected):
    np.testing.assert_allclose(seconds, expected, atol=1e-3, rtol=2e-7)


#  0 --100-- 1 ==one way 60==> 2 --10-- 3, and 4 hangs on 2 so that 2 is a junction
LINE = Drawn(5, [(0, 1, 100, 100), (1, 2, 60, NAN), (2, 3, 10, 10), (2, 4, 1, 1)])


def test_a_point_in_mid_chain_is_exact():
    assert LINE.timed.skeleton.chains.n_core == 4  # vertex 1 lies in a chain
    ends = LINE.ends((0, 0.25, 0), (1, 0.5, 0), (2, 0.5, 7))
    seconds = many_to_many(LINE.timed, ends, destinations=ends)
    expected = [[0, 105, 147], [NAN, 0, 42], [NAN, NAN, 14]]
    np.testing.assert_array_equal(np.delete(seconds, 8), np.delete(expected, 8))
    assert seconds[2, 2] == 14  # both offsets, as many as there are


def test_along_the_chain_or_around_whichever_is_shorter():
    # a slow chain 0-1-2 of 500 + 500 beside a fast edge of 10
    drawn = Drawn(
        4, [(0, 1, 500, 500), (1, 2, 500, 500), (0, 2, 10, 10), (2, 3, 1, 1), (0, 3, 9, 9)]
    )
    assert drawn.timed.skeleton.chains.n_core < 4
    near = drawn.ends((0, 0.9, 0)), drawn.ends((1, 0.1, 0))
    close(many_to_many(drawn.timed, near[0], destinations=near[1]), [[100]])
    far = drawn.ends((0, 0.1, 0)), drawn.ends((1, 0.9, 0))
    close(many_to_many(drawn.timed, far[0], destinations=far[1]), [[110]])


def test_one_ways_that_meet_within_a_chain():
    # both edges lead into vertex 1: nobody passes, but one may arrive
    drawn = Drawn(3, [(0, 1, 10, NAN), (2, 1, 20, NAN)])
    ends = drawn.ends((0, 0.0, 0), (0, 1.0, 0), (1, 0.0, 0))
    close(
        many_to_many(drawn.timed, ends, destinations=ends),
        [[0, 10, NAN], [NAN, 0, NAN], [NAN, 20, 0]],
    )


def test_points_off_the_network_are_nan():
    ends = LINE.ends((0, 0.5, 0), (-1, NAN, NAN))
    close(many_to_many(LINE.timed, ends, destinations=ends), [[0, NAN], [NAN, NAN]])


def test_every_vertex_and_the_way_back():
    ends = LINE.ends((0, 0.5, 5))
    close(many_to_many(LINE.timed, ends, destinations=aim(LINE.timed)), [[55, 55, 115, 125, 116]])
    catchment = many_to_many(LINE.timed, ends, destinations=aim(LINE.timed, reverse=True))
    close(catchment, [[55, 55, NAN, NAN, NAN]])


def test_limit_is_kept():
    ends = LINE.ends((0, 0.5, 0), (2, 1.0, 0))
    assert many_to_many(LINE.timed, ends, destinations=ends, limit_s=120)[0, 1] == 120
    assert np.isnan(many_to_many(LINE.timed, ends, destinations=ends, limit_s=119.9)[0, 1])


def test_edges_of_another_mode():
    # the footpath 1-3 is not the car's; a point may be at its ends, not along it
    used = np.array([True, True, False])
    drawn = Drawn(4, [(0, 1, 10, 10), (1, 2, 20, 20), (1, 3, NAN, NAN)], used=used)
    ends = drawn.ends((2, 0.0, 3), (1, 1.0, 0), (2, 1.0, 0))
    close(
        many_to_many(drawn.timed, ends, destinations=ends),
        [[6, 23, NAN], [23, 0, NAN], [NAN, NAN, 0]],
    )
    drawn.forward[2] = 30.0
    with pytest.raises(InputError, match="points 0 lie along edges 2, which this mode does not"):
        many_to_many(drawn.timed, drawn.ends((2, 0.5, 0)), destinations=ends)


def test_new_durations_on_the_same_skeleton():
    twice = LINE.time(LINE.timed.skeleton, factor=2.0)
    slower = Drawn(5, zip(LINE.tail, LINE.head, LINE.forward * 2, LINE.backward * 2, strict=True))
    ends = slower.ends((0, 0.25, 0), (2, 0.5, 0))
    close(many_to_many(twice, ends, destinations=ends), [[0, 280], [NAN, 0]])
    with pytest.raises(InputError, match="aim the destinations at the same streets and durations"):
        many_to_many(twice, ends, destinations=aim(LINE.timed, ends))


def test_a_kept_rank_gives_the_same():
    rank = LINE.timed.skeleton.hierarchy.level
    again = LINE.prepare(rank=rank)
    np.testing.assert_array_equal(again.hierarchy.high, LINE.timed.skeleton.hierarchy.high)
    with pytest.raises(InputError, match="rank has 1 rows, but the core 4 vertices"):
        LINE.prepare(rank=np.array([0]))


def test_no_points_and_no_edges():
    none = np.empty(0, dtype=np.int32)
    timed = Drawn(3, []).timed
    ends = Ends.on_edges(
        np.array([-1]), np.array([NAN]), np.array([NAN]),
        tail=none, head=none, forward_s=np.empty(0), backward_s=np.empty(0),
    )  # fmt: skip
    assert np.isnan(many_to_many(timed, ends, destinations=ends)).all()
    assert many_to_many(timed, ends, destinations=aim(timed)).shape == (1, 3)
    assert many_to_many(timed, ends[:0], destinations=ends).shape == (0, 1)
    assert many_to_many(LINE.timed, LINE.ends((0, 0, 0)), destinations=ends[:0]).shape == (1, 0)


def test_points_on_edges_that_are_not_there_are_refused():
    other = Drawn(6, [(i, i + 1, 1, 1) for i in range(5)])
    ends = other.ends((4, 0.5, 0))
    with pytest.raises(InputError, match="points 0 are on edges not of the 4"):
        many_to_many(LINE.timed, ends, destinations=ends)


@st.composite
def drawings(draw):
    n = draw(st.integers(2, 14))
    vertex = st.integers(0, n - 1)
    duration = st.one_of(st.sampled_from([0.0, 1.0, 7.0, NAN]), st.floats(0, 90))
    # paths make chains, single edges make junctions, loops and parallel edges
    edges = [
        (a, b, draw(duration), draw(duration))
        for walk in draw(
            st.lists(st.lists(vertex, min_size=2, max_size=8), min_size=1, max_size=4)
        )
        for a, b in pairwise(walk)
    ]
    point = st.tuples(st.integers(-1, len(edges) - 1), FRACTIONS, st.sampled_from([0.0, 3.0]))
    points = draw(st.lists(point, min_size=1, max_size=20))
    return n, edges, points


@settings(max_examples=examples(150))
@given(drawings())
def test_random_streets_give_the_times_of_dijkstra(drawing):
    n, edges, points = drawing
    drawn = Drawn(n, edges)
    ends = drawn.ends(*points)
    expected = drawn.reference(ends, ends)
    close(many_to_many(drawn.timed, ends, destinations=ends), expected)
    back = many_to_many(drawn.timed, ends, destinations=aim(drawn.timed, ends, reverse=True))
    close(back, expected.T)
    everywhere = dijkstra.to_vertices(*drawn.graph(), ends)
    close(many_to_many(drawn.timed, ends, destinations=aim(drawn.timed)), everywhere)


def test_the_number_of_threads_changes_nothing():
    rng = np.random.default_rng(1)
    n = 400
    edges = [(a, b, *rng.uniform(1, 60, 2)) for a, b in rng.integers(0, n, (700, 2))]
    edges += [(i, i + 1, *rng.uniform(1, 60, 2)) for i in range(n - 1)]
    drawn = Drawn(n, edges)
    ends = drawn.ends(*[(e, f, 1.0) for e, f in zip(range(300), rng.random(300), strict=True)])
    threads = nb.get_num_threads()
    results = []
    for count in {1, threads}:
        nb.set_num_threads(count)
        timed = drawn.time(drawn.prepare())
        results.append(many_to_many(timed, ends, destinations=ends))
    nb.set_num_threads(threads)
    for other in results:
        np.testing.assert_array_equal(other, results[0])
    close(results[0], drawn.reference(ends, ends))


SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
EXTRACTS = [
    "benchmark/porto_2015-06_r5-test.osm.pbf",
    "osm/muenster_city_roads_2025-02_rebuilt.osm.pbf",
    "osm/aachen_nl-de-be_2021-08.osm.pbf",
]


def nodes_apart(extract):
    """Every OSM node of the car's streets a vertex: the longest chains and the shortest edges."""
    osmium = pytest.importorskip("osmium")
    kmh = {"motorway": 110, "primary": 60, "secondary": 50, "tertiary": 40, "residential": 30}
    number, edges, lonlat = {}, [], []
    ways = osmium.FileProcessor(str(extract)).with_locations()
    for way in ways.with_filter(osmium.filter.EntityFilter(osmium.osm.WAY)):
        speed = kmh.get(way.tags.get("highway", "").removesuffix("_link"))
        nodes = [node for node in way.nodes if node.location.valid()]
        if speed is None:
            continue
        for node in nodes:
            if number.setdefault(node.ref, len(number)) == len(lonlat):
                lonlat.append((node.lon, node.lat))
        one_way = way.tags.get("oneway") == "yes" or way.tags.get("junction") == "roundabout"
        edges += [(number[a.ref], number[b.ref], speed, one_way) for a, b in pairwise(nodes)]
    tail, head, speed, one_way = (np.array(values) for values in zip(*edges, strict=True))
    x, y = np.array(lonlat).T * 111_195.0
    x = x * np.cos(np.radians(y.mean() / 111_195.0))
    seconds = np.hypot(x[tail] - x[head], y[tail] - y[head]) * 3.6 / speed
    back = np.where(one_way, NAN, seconds)
    return Drawn(len(number), list(zip(tail, head, seconds, back, strict=True)))


@pytest.mark.shared_data
@pytest.mark.parametrize(
    "name", [pytest.param(EXTRACTS[0], marks=pytest.mark.long), *EXTRACTS[1:]]
)
def test_real_cities_give_the_times_of_scipy(name):
    if not (SHARED / name).exists():
        pytest.skip(f"{name} of shared/data is not here")
    drawn = nodes_apart(SHARED / name)
    assert drawn.timed.skeleton.chains.n_core < drawn.n / 2
    rng = np.random.default_rng(200)
    edges = rng.choice(len(drawn.tail), (2, 200), replace=False)
    # points at vertices: the heads of edges
    origins, destinations = (drawn.ends(*[(e, 1.0, 0.0) for e in row]) for row in edges)
    indptr, heads, weights = drawn.graph()
    # of parallel arcs scipy needs the least alone
    tails = np.repeat(np.arange(drawn.n), np.diff(indptr))
    by = np.lexsort((weights, heads, tails))
    tails, heads, weights = tails[by], heads[by], weights[by]
    least = np.append(True, (np.diff(tails) != 0) | (np.diff(heads) != 0))
    graph = csr_array((weights[least], (tails[least], heads[least])), shape=(drawn.n, drawn.n))
    expected = csgraph.dijkstra(graph, indices=drawn.head[edges[0]])[:, drawn.head[edges[1]]]
    seconds = many_to_many(drawn.timed, origins, destinations=destinations)
    np.testing.assert_array_equal(np.isnan(seconds), np.isinf(expected))
    reached = np.isfinite(expected)
    assert reached.mean() > 0.5
    np.testing.assert_allclose(seconds[reached], expected[reached], atol=1e-3, rtol=0)
