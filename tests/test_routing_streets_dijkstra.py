from itertools import pairwise

import numpy as np
import pytest
from dijkstra import check_graph, many_to_many, to_vertices
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from grensgeo.errors import InputError
from grensgeo.routing.streets.ends import Ends

NAN = np.nan


def csr(n, tail, head, *, forward, backward):
    """Directed arcs of undirected edges."""
    arcs = []
    for e, (a, b) in enumerate(zip(tail, head, strict=True)):
        if not np.isnan(forward[e]):
            arcs.append((a, b, forward[e]))
        if not np.isnan(backward[e]):
            arcs.append((b, a, backward[e]))
    arcs.sort(key=lambda arc: arc[0])
    indptr = np.zeros(n + 1, dtype=np.int64)
    for a, _, _ in arcs:
        indptr[a + 1] += 1
    heads = np.array([b for _, b, _ in arcs], dtype=np.int32)
    weights = np.array([w for _, _, w in arcs], dtype=float)
    return np.cumsum(indptr), heads, weights


def close(seconds, expected):
    np.testing.assert_allclose(seconds, expected, atol=1e-9)


class Drawn:
    """A drawn graph with points on its edges."""

    def __init__(self, n, edges):
        tail, head, forward, backward = zip(*edges, strict=True)
        self.tail, self.head = np.array(tail), np.array(head)
        self.forward = np.array(forward, dtype=float)
        self.backward = np.array(backward, dtype=float)
        self.arcs = csr(n, self.tail, self.head, forward=self.forward, backward=self.backward)

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

    def times(self, origins, destinations, **options):
        ends = self.ends(*destinations)
        return many_to_many(*self.arcs, self.ends(*origins), destinations=ends, **options)


#       0 --100-- 1 ==one way 60==> 2 ; 2 --50-- 1 as a second, parallel one-way back
LINE = Drawn(4, [(0, 1, 100, 100), (1, 2, 60, NAN), (2, 1, 50, NAN), (2, 3, 10, 10)])


def test_partial_edges_at_both_ends():
    # from a quarter of edge 0 to half of edge 3: 75 + 60 + 5
    close(LINE.times([(0, 0.25, 0)], [(3, 0.5, 0)]), [[140]])
    # and back, 5 then 50 then 75
    close(LINE.times([(3, 0.5, 0)], [(0, 0.25, 0)]), [[130]])


def test_same_edge_directly_and_around():
    close(LINE.times([(0, 0.2, 0)], [(0, 0.7, 0)]), [[50]])
    close(LINE.times([(0, 0.7, 0)], [(0, 0.2, 0)]), [[50]])
    # along the one-way street 0.5 * 60; against it: 15 to vertex 2, 50 back, 15 again
    close(LINE.times([(1, 0.25, 0)], [(1, 0.75, 0)]), [[30]])
    close(LINE.times([(1, 0.75, 0)], [(1, 0.25, 0)]), [[80]])


def test_around_is_taken_where_it_is_shorter_than_along():
    # a slow edge beside a fast one between the same vertices
    drawn = Drawn(2, [(0, 1, 1000, 1000), (0, 1, 10, 10)])
    close(drawn.times([(0, 0.1, 0)], [(0, 0.9, 0)]), [[210]])


def test_loop_edge():
    drawn = Drawn(2, [(0, 0, 100, 100), (0, 1, 5, 5)])
    close(drawn.times([(0, 0.1, 0)], [(0, 0.9, 0), (1, 1, 0)]), [[20, 15]])


def test_point_at_a_vertex_uses_every_edge_there():
    # at the tail of a one-way street one may also leave by another street
    close(LINE.times([(1, 0.0, 0)], [(0, 0.0, 0)]), [[100]])
    # at the head of a one-way street one may be reached by another street
    close(LINE.times([(3, 0.5, 0)], [(1, 1.0, 0)]), [[5]])


def test_offsets_are_counted_at_both_ends_and_limited():
    close(LINE.times([(0, 0.5, 7)], [(0, 0.5, 3)]), [[10]])
    close(LINE.times([(0, 0, 7)], [(3, 1, 3)]), [[180]])
    close(LINE.times([(0, 0, 7)], [(3, 1, 3)], limit_s=180), [[180]])
    assert np.isnan(LINE.times([(0, 0, 7)], [(3, 1, 3)], limit_s=179.9)).all()


def test_points_off_the_network_and_islands_are_nan():
    drawn = Drawn(4, [(0, 1, 1, 1), (2, 3, 1, 1)])
    times = drawn.times([(0, 0.5, 0), (-1, NAN, NAN)], [(1, 0.5, 0), (-1, NAN, NAN), (0, 1, 0)])
    np.testing.assert_allclose(times, [[NAN, NAN, 0.5], [NAN, NAN, NAN]])


def test_no_points_and_no_edges():
    empty = np.empty(0, dtype=np.int32)
    nothing = np.empty(0)
    graph = np.zeros(3, dtype=np.int64), empty, nothing
    edges = {"tail": empty, "head": empty, "forward_s": nothing, "backward_s": nothing}
    ends = Ends.on_edges(np.array([-1]), np.array([NAN]), np.array([NAN]), **edges)
    assert np.isnan(many_to_many(*graph, ends, destinations=ends)).all()
    assert many_to_many(*graph, ends[:0], destinations=ends).shape == (0, 1)
    assert np.isnan(to_vertices(*graph, ends)).all()


@pytest.mark.parametrize("bad", [NAN, -1.0, np.inf])
def test_bad_weights_are_refused_by_name(bad):
    with pytest.raises(InputError, match=r"edges 42"):
        check_graph(np.array([0, 1, 1]), np.array([1]), np.array([bad]), np.array([42]))
    drawn = Drawn(2, [(0, 1, 5, 5)])
    indptr, heads, weights = drawn.arcs
    weights[1] = bad
    ends = drawn.ends((0, 0.5, 0))
    with pytest.raises(InputError, match=r"arcs 1;"):
        many_to_many(indptr, heads, weights, ends, destinations=ends)
    with pytest.raises(InputError, match=r"arcs 1;"):
        to_vertices(indptr, heads, weights, ends)


def test_bad_arrays_are_refused_together():
    with pytest.raises(InputError, match=r"2 weights for 1 arcs.*indptr.*not there"):
        check_graph(np.array([0, 0]), np.array([9]), np.array([1.0, 2.0]))
    with pytest.raises(InputError, match="goes down"):
        check_graph(np.array([0, 2, 1]), np.array([0]), np.array([1.0]))
    with pytest.raises(InputError, match=r"fraction is 1.5 at points 1"):
        LINE.ends((0, 0.5, 0), (0, 1.5, 0))
    with pytest.raises(InputError, match=r"expected 1"):
        Ends(*(np.zeros(1) for _ in range(10)), np.zeros(2))


graphs = st.integers(1, 9).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.lists(
            st.tuples(
                st.integers(0, n - 1),
                st.integers(0, n - 1),
                st.one_of(st.just(NAN), st.sampled_from([0.0, 1.0, 2.5]), st.floats(0, 100)),
                st.one_of(st.just(NAN), st.sampled_from([0.0, 1.0, 2.5]), st.floats(0, 100)),
            ),
            min_size=1,
            max_size=25,
        ),
        st.lists(
            st.tuples(
                st.integers(0, 10**6), st.one_of(st.sampled_from([0.0, 1.0]), st.floats(0, 1))
            ),
            min_size=1,
            max_size=6,
        ),
    )
)


def by_scipy(n, edges, points):
    """Split the edges at the points and leave the rest to scipy."""
    best = {}

    def arc(a, b, seconds):
        if not np.isnan(seconds):
            best[a, b] = min(best.get((a, b), np.inf), seconds)

    at = {}
    for number, (edge, fraction) in enumerate(points):
        at.setdefault(edge, []).append((fraction, n + number))
    for e, (a, b, forward, backward) in enumerate(edges):
        stations = [(0.0, a), *sorted(at.get(e, [])), (1.0, b)]
        for (f, u), (g, v) in pairwise(stations):
            if f == g:
                arc(u, v, 0.0)
                arc(v, u, 0.0)
            else:
                arc(u, v, forward * (g - f))
                arc(v, u, backward * (g - f))
    size = n + len(points)
    rows, columns = (np.array([k[i] for k in best], dtype=int) for i in (0, 1))
    # scipy takes an explicit zero for an edge of weight zero only in sparse input: kept as is
    matrix = csr_array((np.array(list(best.values())), (rows, columns)), shape=(size, size))
    return dijkstra(matrix)


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
@given(graphs)
def test_agrees_with_scipy(case):
    n, edges, raw = case
    drawn = Drawn(n, edges)
    points = [(number % len(edges), fraction) for number, fraction in raw]
    expected = by_scipy(n, edges, points)
    expected[np.isinf(expected)] = NAN
    ends = drawn.ends(*((e, f, 0.0) for e, f in points))
    ours = many_to_many(*drawn.arcs, ends, destinations=ends)
    np.testing.assert_allclose(ours, expected[n:, n:], atol=1e-9)
    np.testing.assert_allclose(to_vertices(*drawn.arcs, ends), expected[n:, :n], atol=1e-9)


@settings(max_examples=examples(50), suppress_health_check=[HealthCheck.too_slow])
@given(graphs, st.floats(0, 100))
def test_limit_only_takes_away_and_blocks_change_nothing(case, limit):
    n, edges, raw = case
    drawn = Drawn(n, edges)
    ends = drawn.ends(*((number % len(edges), fraction, 1.0) for number, fraction in raw))
    full = many_to_many(*drawn.arcs, ends, destinations=ends)
    short = many_to_many(*drawn.arcs, ends, destinations=ends, limit_s=limit)
    np.testing.assert_array_equal(short, np.where(full <= limit, full, NAN))
    alone = [
        many_to_many(*drawn.arcs, ends[k : k + 1], destinations=ends) for k in range(len(ends))
    ]
    np.testing.assert_array_equal(np.vstack(alone), full)
