import os

import numba as nb
import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from grensgeo.errors import InputError
from grensgeo.routing.streets import sweep as sweeping
from grensgeo.routing.streets.aiming import Hops, aim, select
from grensgeo.routing.streets.alone import sweep_alone
from grensgeo.routing.streets.customisation import customise
from grensgeo.routing.streets.hierarchy import contract, order
from grensgeo.routing.streets.sweep import by_origin, sweep, workspace

NAN = np.nan
#: ``EXAMPLES=1000 pytest tests/test_routing_streets_sweep.py`` draws as many as a release asks for.
EXAMPLES = int(os.environ.get("EXAMPLES", examples(100)))


class Drawn:
    """A directed graph: edges of (tail, head, seconds ahead, seconds back), NaN where closed."""

    def __init__(self, n, edges, rank=None):
        self.n = n
        columns = zip(*edges, strict=True) if edges else ([], [], [], [])
        tail, head, self.forward, self.backward = (np.array(v, dtype=float) for v in columns)
        self.tail, self.head = tail.astype(np.int32), head.astype(np.int32)
        rank = order(n, self.tail, self.head) if rank is None else rank
        self.hierarchy = contract(rank, self.tail, self.head)
        self.metric = self.time()

    def time(self):
        return customise(
            self.hierarchy, self.forward, self.backward,
            open_forward=~np.isnan(self.forward), open_backward=~np.isnan(self.backward),
        )  # fmt: skip

    def scipy(self, origins):
        """Seconds by scipy; it takes an explicit zero for an arc and needs the least of parallels."""
        ahead, back = ~np.isnan(self.forward), ~np.isnan(self.backward)
        tails = np.concatenate([self.tail[ahead], self.head[back]])
        heads = np.concatenate([self.head[ahead], self.tail[back]])
        weights = np.concatenate([self.forward[ahead], self.backward[back]])
        by = np.lexsort((weights, heads, tails))
        tails, heads, weights = tails[by], heads[by], weights[by]
        least = np.ones(len(tails), dtype=bool)
        least[1:] = (np.diff(tails) != 0) | (np.diff(heads) != 0)
        arcs = weights[least], (tails[least], heads[least])
        seconds = dijkstra(csr_array(arcs, shape=(self.n, self.n)), indices=origins)
        return np.where(np.isinf(seconds), NAN, seconds)

    def sweep(self, origins, destinations, *, limit_s=np.inf, **options):
        aimed = aim(self.hierarchy, self.metric, Hops.at(destinations), **options)
        return sweep(aimed, Hops.at(origins), limit_s=limit_s)


def close(seconds, expected):
    np.testing.assert_allclose(seconds, expected, atol=1e-3, rtol=0)


#  0 --100-- 1 ==one way 60==> 2 ; 3 is alone
LINE = Drawn(4, [(0, 1, 100, 100), (1, 2, 60, NAN)])
ALL = np.arange(4)


def test_times_by_hand():
    expected = [[0, 100, 160, NAN], [100, 0, 60, NAN], [NAN, NAN, 0, NAN], [NAN, NAN, NAN, 0]]
    close(LINE.sweep(ALL, ALL), expected)
    close(LINE.sweep(ALL, ALL, reverse=True), np.transpose(expected))
    close(LINE.sweep(ALL[:2], ALL[2:]), np.array(expected)[:2, 2:])


def test_limit_is_kept():
    close(LINE.sweep([0], ALL, limit_s=100), [[0, 100, NAN, NAN]])
    close(LINE.sweep([0], ALL, limit_s=99.9), [[0, NAN, NAN, NAN]])


def test_hops_at_both_ends():
    near = Hops(np.array([[0, 1], [3, -1]], dtype=np.int32), np.array([[10.0, 95], [5, np.inf]]))
    to = Hops(np.array([[2, 1], [-1, -1]], dtype=np.int32), np.array([[1.0, 0], [np.inf, np.inf]]))
    # 10 + 100 to vertex 1 by 0, or 95; a point that is nowhere is reached by nobody
    close(sweep(aim(LINE.hierarchy, LINE.metric, to), near), [[95, NAN], [NAN, NAN]])
    # an origin whose two hops lead to one vertex
    same = Hops(np.array([[1, 1]], dtype=np.int32), np.array([[9.0, 4]]))
    close(sweep(aim(LINE.hierarchy, LINE.metric, Hops.at(ALL)), same), [[104, 4, 64, NAN]])


def test_a_selection_serves_another_metric():
    part = select(LINE.hierarchy, Hops.at([2, 1]))
    assert part.n_selected <= 3
    close(LINE.sweep([0], [1], selection=part), [[100]])
    with pytest.raises(InputError, match="the selection leaves out destinations"):
        LINE.sweep([0], [3], selection=part)


def test_no_origins_no_destinations_no_vertices():
    none = np.empty(0, dtype=np.int32)
    assert LINE.sweep(none, ALL).shape == (0, 4)
    assert LINE.sweep(ALL, none).shape == (4, 0)
    assert Drawn(0, []).sweep(none, none).shape == (0, 0)
    nowhere = Hops(np.full((2, 2), -1, dtype=np.int32), np.full((2, 2), np.inf))
    assert np.isnan(sweep(aim(LINE.hierarchy, LINE.metric, nowhere), nowhere)).all()


def test_what_does_not_fit_is_refused():
    with pytest.raises(InputError, match="points 1 are next to a vertex not of 4"):
        LINE.sweep([0, 9], [0])
    with pytest.raises(InputError, match=r"hops: seconds are \[-1.0, 2.0\] at points 0"):
        Hops(np.zeros((1, 2), dtype=np.int32), np.array([[-1.0, 2.0]]))
    with pytest.raises(InputError, match="must both have two columns"):
        Hops(np.zeros(2, dtype=np.int32), np.zeros(2))
    with pytest.raises(InputError, match="belongs to another hierarchy"):
        aim(Drawn(1, []).hierarchy, LINE.metric, Hops.at([0]))


@st.composite
def graphs(draw):
    n = draw(st.integers(1, 40))
    vertex = st.integers(0, n - 1)
    duration = st.one_of(st.sampled_from([0.0, 1.0, 7.0, NAN]), st.floats(0, 100))
    edges = draw(st.lists(st.tuples(vertex, vertex, duration, duration), max_size=80))
    rank = None if draw(st.booleans()) else np.array(draw(st.permutations(range(n))))
    return Drawn(n, edges, rank), draw(st.lists(vertex, min_size=1, max_size=8))


@settings(max_examples=EXAMPLES)
@given(graphs())
def test_random_graphs_give_the_times_of_scipy(graph):
    drawn, some = graph
    everywhere = np.arange(drawn.n)
    expected = drawn.scipy(everywhere)
    close(drawn.sweep(everywhere, everywhere), expected)
    close(drawn.sweep(everywhere, some), expected[:, some])
    close(drawn.sweep(some, everywhere, reverse=True), expected.T[some])


@settings(max_examples=EXAMPLES)
@given(graphs(), st.sampled_from([0.0, 5.0, 60.0, np.inf]), st.booleans())
def test_an_origin_alone_has_the_times_that_it_has_in_company(graph, limit_s, reverse):
    drawn, some = graph
    for goals in (np.arange(drawn.n), np.array(some)):
        aimed = aim(drawn.hierarchy, drawn.metric, Hops.at(goals), reverse=reverse)
        together = sweep(aimed, Hops.at(np.array([*some, *some])), limit_s=limit_s)
        for origin, expected in zip(some, together, strict=False):
            alone = sweep(aimed, Hops.at(np.array([origin])), limit_s=limit_s)
            np.testing.assert_array_equal(alone[0], expected)


def test_beyond_the_limit_nothing_is_looked_at():
    """A line of streets, both ways: what is reached is listed, from above."""
    n = 200
    drawn = Drawn(n, [(k, k + 1, 10, 10) for k in range(n - 1)])
    aimed = aim(drawn.hierarchy, drawn.metric, Hops.at(np.arange(n)))
    seconds, reached = sweep_alone(aimed, Hops.at(np.array([50])), limit_s=30)
    vertices = drawn.hierarchy.vertex[reached]  # all are selected
    assert sorted(vertices.tolist()) == list(range(47, 54))
    assert sorted(seconds[reached].tolist()) == [0, 10, 10, 20, 20, 30, 30]
    assert (np.diff(reached) < 0).all()


def test_the_number_of_threads_changes_nothing():
    rng = np.random.default_rng(3)
    n = 3000
    ends, seconds = rng.integers(0, n, (n, 2)), rng.uniform(0, 60, (2 * n, 2))
    near = np.stack([np.arange(n), (np.arange(n) + 1) % n], axis=1)
    edges = np.column_stack([np.concatenate([ends // 30 * 30, near]), seconds])
    drawn = Drawn(n, [tuple(edge) for edge in edges])
    everywhere = np.arange(100)
    threads = nb.get_num_threads()
    results = []
    for count in (1, threads, threads):
        nb.set_num_threads(count)
        results.append(drawn.sweep(everywhere, everywhere))
    nb.set_num_threads(threads)
    for other in results[1:]:
        np.testing.assert_array_equal(other, results[0])
    close(results[0], drawn.scipy(everywhere)[:, :100])
    # nor does the company in which an origin is swept
    np.testing.assert_array_equal(drawn.sweep(everywhere[37:40], everywhere), results[0][37:40])


def street(n):
    """Vertices in a row, one way after every third."""
    return Drawn(n, [(k, k + 1, k + 1, NAN if k % 3 == 2 else 2) for k in range(n - 1)])


@pytest.mark.parametrize("n_origins", [2, 15, 16, 17, 33, 50])
def test_sweeps_of_many_blocks_give_the_times_of_scipy(monkeypatch, n_origins):
    monkeypatch.setattr(sweeping, "MOST_LANES", 16)
    drawn = street(8)
    origins = np.resize([7, 0, 3, 5, 1, 4, 2, 6], n_origins)
    expected = drawn.scipy(np.arange(8))
    close(drawn.sweep(origins, np.arange(8)), expected[origins])
    close(drawn.sweep(origins, [6, 2]), expected[origins][:, [6, 2]])
    close(drawn.sweep(origins, [5], reverse=True), expected.T[origins][:, [5]])
    # who is selected but not on an origin's path is not left as the origins before had it
    close(drawn.sweep(origins[::-1], [7, 0], limit_s=9), np.where(
        expected[origins[::-1]][:, [7, 0]] <= 9, expected[origins[::-1]][:, [7, 0]], NAN))  # fmt: skip


def test_few_origins_take_few_lanes_and_many_are_swept_in_turn(monkeypatch):
    monkeypatch.setattr(sweeping, "MOST_LANES", 8)
    monkeypatch.setattr(sweeping, "LANE_STEP", 4)
    lanes = []

    def counted(n_vertices, n_swept, n_lanes):
        lanes.append(n_lanes)
        return workspace(n_vertices, n_swept, n_lanes)

    monkeypatch.setattr(sweeping, "workspace", counted)
    for n_origins, wanted in ((2, 4), (4, 4), (5, 8), (9, 8), (25, 8)):
        lanes.clear()
        close(LINE.sweep(np.zeros(n_origins, int), [2]), np.full((n_origins, 1), 160))
        assert set(lanes) == {wanted}
        assert len(lanes) <= -(-n_origins // 8)  # no worker without a block


@settings(max_examples=examples(30))
@given(st.integers(0, 10_000), st.integers(2, 9))
def test_the_nearer_of_both_hops_counts_at_either_end(seed, n):
    rng = np.random.default_rng(seed)
    ends = rng.integers(0, n, (2 * n, 2))
    drawn = Drawn(
        n, [tuple(edge) for edge in np.column_stack([ends, rng.integers(0, 9, (2 * n, 2))])]
    )
    times = drawn.scipy(np.arange(n))
    leave, enter = (
        Hops(
            rng.integers(-1, n, (4, 2)).astype(np.int32), rng.integers(0, 9, (4, 2)).astype(float)
        )
        for _ in range(2)
    )
    wanted = np.full((4, 4), np.inf)
    for a, b, one, other in np.ndindex(4, 4, 2, 2):
        start, goal = leave.vertex[a, one], enter.vertex[b, other]
        if start >= 0 and goal >= 0 and not np.isnan(times[start, goal]):
            hops = leave.seconds[a, one] + enter.seconds[b, other]
            wanted[a, b] = min(wanted[a, b], hops + times[start, goal])
    found = sweep(aim(drawn.hierarchy, drawn.metric, enter), leave)
    close(found, np.where(np.isinf(wanted), NAN, wanted))


def test_the_origins_of_a_destination_lie_side_by_side():
    for n_origins in (1, 3, 20):
        found = LINE.sweep(np.resize(ALL, n_origins), ALL)
        assert (found.dtype, found.shape) == (np.float32, (n_origins, 4))
        assert found.T.flags.c_contiguous


@pytest.mark.parametrize(
    "shape", [(0, 5), (3, 0), (1, 1), (5, 3), (128, 129), (129, 128), (300, 260)]
)
def test_times_are_arranged_by_origin(shape):
    seconds = np.arange(shape[0] * shape[1], dtype=np.float32).reshape(shape[::-1]).T
    found = by_origin(seconds)
    assert found.flags.c_contiguous
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found, seconds)
    assert by_origin(found) is found


def test_a_thread_takes_no_more_memory_than_is_said():
    # 64 single-precision numbers a selected vertex, and one row for points that are nowhere
    for n_swept in (0, 1, 5):
        best, path, block, met = workspace(7, n_swept, 64)
        assert [array.dtype.name for array in (best, path, block, met)] == [
            "float64", "int32", "float32", "bool",
        ]  # fmt: skip
        assert block.nbytes == 256 * max(n_swept, 1)
        assert (best.shape, path.shape, met.shape) == ((7,), (7,), (n_swept,))
        assert np.isinf(best).all()
        assert np.isinf(block[0]).all()
        assert not met.any()
