"""Points on edges: by which vertices they are left and reached, and in how many seconds."""

from dataclasses import replace

import numpy as np
import pytest

from grensgeo.errors import InputError
from grensgeo.routing.streets.ends import Ends, Ports

NAN, INF = np.nan, np.inf
#: Edge 0 from 3 to 5, 10 s there and 20 s back; edge 1 from 5 to 4, one way.
STREETS = {
    "tail": np.array([3, 5]), "head": np.array([5, 4]),
    "forward_s": np.array([10.0, 8.0]), "backward_s": np.array([20.0, NAN]),
}  # fmt: skip
#: The same where turns are forbidden: every way in and out is a vertex of its own.
HUNG = Ports(
    tail=STREETS["tail"].astype(np.int32),
    head=STREETS["head"].astype(np.int32),
    depart=np.array([[10, 11], [12, 13]], dtype=np.int32),
    arrive=np.array([[20, 21], [22, 23]], dtype=np.int32),
    reached=np.arange(30, 36, dtype=np.int32),
    begin_s=np.array([[1.0, 2.0], [0.0, 0.0]]),
    end_s=np.array([[3.0, 4.0], [0.0, 0.0]]),
)


def points(*rows, streets=STREETS, ports=None):
    edge, fraction, offset = (np.array(column) for column in zip(*rows, strict=True))
    return Ends.on_edges(
        edge, fraction.astype(float), offset.astype(float), **streets, ports=ports
    )


def test_seconds_along_an_edge_by_its_tail_and_its_head():
    ends = points((0, 0.25, 5), (1, 0.5, 0))
    assert ends.leave_s().tolist() == [[10.0, 12.5], [INF, 4.0]]
    assert ends.arrive_s().tolist() == [[7.5, 20.0], [4.0, INF]]
    assert ends.leave.tolist() == ends.enter.tolist() == [[3, 5], [5, 4]]


def test_at_a_vertex_a_point_is_the_vertex_even_where_the_edge_is_closed():
    ends = points((0, 0.0, 0), (0, 1.0, 7), (1, 1.0, 0))
    assert ends.leave_s().tolist() == [[0, INF], [INF, 7], [INF, 0]]
    assert ends.arrive_s().tolist() == ends.leave_s().tolist()


def test_where_turns_are_forbidden_the_way_in_and_the_way_out_differ():
    ends = points((0, 0.5, 0), (0, 0.0, 0), (0, 1.0, 0), ports=HUNG)
    # in mid-edge one comes to the tail as those do who drive back, and to the head as those ahead
    assert ends.leave.tolist() == [[21, 20], [3, 20], [21, 5]]
    assert ends.enter.tolist() == [[10, 11], [33, 11], [10, 35]]
    assert ends.leave_lost_s.tolist() == [[4, 3], [0, 3], [4, 0]]
    assert ends.enter_lost_s.tolist() == [[1, 2], [0, 2], [1, 0]]
    assert ends.leave_s().tolist() == [[14, 8], [0, INF], [INF, 0]]
    assert ends.arrive_s().tolist() == [[6, 12], [0, INF], [INF, 0]]


def test_ports_between_whole_vertices_lose_nothing():
    ports = Ports.plain(np.array([0, 2]), np.array([1, 0]))
    assert ports.depart.tolist() == [[0, 1], [2, 0]]
    assert ports.arrive.tolist() == [[1, 0], [0, 2]]
    assert (ports.tail.tolist(), ports.head.tolist()) == ([0, 2], [1, 0])
    assert ports.reached.tolist() == [0, 1, 2]
    assert not ports.begin_s.any()
    assert not ports.end_s.any()
    assert [len(Ports.plain(*np.zeros((2, n), dtype=int)).reached) for n in (0, 1)] == [0, 1]


def test_a_point_that_is_nowhere_is_reached_by_nobody():
    for streets in (STREETS, {name: column[:0] for name, column in STREETS.items()}):
        ends = points((-1, 0.5, 1), (-1, 0.0, 1), streets=streets)
        assert len(ends) == 2
        assert ends.edge.tolist() == [-1, -1]
        assert np.isinf(ends.leave_s()).all()
        assert np.isinf(ends.arrive_s()).all()
        for name in ("fraction", "forward_s", "backward_s", "offset_s"):
            assert np.isnan(getattr(ends, name)).all()


def test_some_of_the_points():
    ends = points((0, 0.25, 5), (1, 0.5, 0), (-1, NAN, NAN))
    part = ends[1:]
    assert len(part) == 2
    np.testing.assert_array_equal(part.leave_s(), ends.leave_s()[1:])


def test_numbers_take_four_bytes_each():
    none = {name: column[:0] for name, column in STREETS.items()}
    for ends in (
        points((0, 0.5, 1)),
        points((0, 0.5, 1), ports=HUNG),
        points((-1, 0, 1), streets=none),
    ):
        kinds = {name: values.dtype.name for name, values in vars(ends).items()}
        whole = {"edge", "tail", "head", "leave", "enter"}
        assert kinds == {name: "int32" if name in whole else "float64" for name in kinds}
    plain = vars(Ports.plain(STREETS["tail"], STREETS["head"]))
    assert {name for name, values in plain.items() if values.dtype == np.int32} == {
        "tail", "head", "depart", "arrive", "reached",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("fraction", [0.0, 1.5], "fraction is 1.5 at points 1"),
        ("fraction", [-0.5, 1.0], "fraction is -0.5 at points 0"),
        ("fraction", [NAN, 1.0], "fraction is nan at points 0"),
        ("offset_s", [0.0, -1.0], "offset_s is -1.0 at points 1"),
        ("offset_s", [INF, 0.0], "offset_s is inf at points 0"),
        ("forward_s", [-1.0, 0.0], "forward_s is -1.0 at points 0"),
        ("forward_s", [NAN, INF], "forward_s is inf at points 1"),
        ("backward_s", [0.0, -3.0], "backward_s is -3.0 at points 1"),
        ("backward_s", [INF, NAN], "backward_s is inf at points 0"),
    ],
)
def test_what_no_point_can_have_is_refused_by_point(name, values, said):
    # a point that is nowhere may have anything
    ends = points((0, 0.0, 0), (0, 1.0, 0), (-1, 0.0, 0))
    with pytest.raises(InputError, match=rf"^ends: {said}$"):
        replace(ends, **{name: np.array([*values, -7.0])})


def test_arrays_of_other_lengths_are_refused():
    ends = points((0, 0.0, 0), (1, 1.0, 0))
    with pytest.raises(InputError, match=r"^ends: tail has 1 rows, expected 2"):
        replace(ends, tail=ends.tail[:1])
