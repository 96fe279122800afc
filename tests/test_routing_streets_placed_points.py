"""Points on streets, as the chains and the core see them: one small town by hand."""

from types import SimpleNamespace

import numpy as np
import pytest

from grensgeo.errors import InputError
from grensgeo.routing.streets.ends import Ends
from grensgeo.routing.streets.layout import Layout
from grensgeo.routing.streets.placed_points import place_points, place_vertices
from grensgeo.routing.streets.skeletons import customise_layout, prepare_layout

NAN, INF = np.nan, np.inf
#: 1 --0-- 0 --1-- 2 is a chain, whose second street runs against it; 3 and 4 hang on 2 by streets
#: 2 and 3. Street 4 from 0 to 3 is another mode's; 5 and 6 between 3 and 4 are cut.
STREETS = {
    "tail": np.array([1, 2, 2, 2, 0, 3, 3]),
    "head": np.array([0, 0, 3, 4, 3, 4, 4]),
    "forward_s": np.array([10.0, 22.0, 5.0, 7.0, NAN, 100.0, 1.0]),
    "backward_s": np.array([11.0, 20.0, 6.0, 8.0, NAN, NAN, 2.0]),
}
LAYOUT = Layout.of_edges(5, **STREETS, used=np.arange(7) < 4)
TIMED = customise_layout(prepare_layout(LAYOUT), LAYOUT)
CUT = np.array([-1, -1, -1, -1, -1, 0, 1], dtype=np.int32)
#: Street, fraction and offset of each point.
POINTS = (
    (0, 0.25, 0),
    (1, 0.25, 0),  # on the street that runs against the chain
    (2, 0.5, 1),
    (4, 0.0, 2),  # at 0, within the chain, by a street that is not used
    (4, 1.0, 0),  # at 3, in the core
    (5, 0.5, 0),  # on a street that is cut and leads one way
    (6, 0.5, 0),
    (-1, NAN, NAN),
)
CHAINS = [0, 0, 1, 0, -1, -1, -1, -1]
GROUPS = [0, 0, 1, 0, -1, 3, 4, -1]


def place(points=POINTS, *, leaving=True, streets=STREETS):
    edge, fraction, offset = (np.array(column) for column in zip(*points, strict=True))
    ends = Ends.on_edges(edge, fraction.astype(float), offset.astype(float), **streets)
    along = TIMED.along
    named = LAYOUT.edge_of, CUT
    return place_points(TIMED.skeleton.chains, along, ends, named=named, leaving=leaving)


def seen(points):
    """Give the vertices of the core as those of the network, by point, and the seconds to them."""
    core = TIMED.skeleton.chains.core_vertex
    number = np.where(points.hops.vertex >= 0, core[points.hops.vertex], -1)
    return number.tolist(), points.hops.seconds.tolist()


def test_points_from_which_journeys_begin():
    found = place()
    assert found.chain.tolist() == CHAINS
    assert found.group.tolist() == GROUPS
    assert found.hops.vertex[-1].tolist() == [-1, -1]
    assert found.at[:4].tolist() == [[0, 1], [1, 2], [3, 4], [1, 1]]
    assert found.seconds.tolist() == [
        [2.75, 7.5],
        [16.5, 5],
        [4, 3.5],
        [2, INF],
        *4 * [[INF, INF]],
    ]
    vertices, seconds = seen(found)
    ends = [[1, 2], [1, 2], [2, 3], [1, 2], [-1, 3], [-1, 4], [3, 4], [-1, -1]]
    assert vertices == ends
    assert seconds == [
        [2.75, 27.5], [27.5, 5], [4, 3.5], [13, 22], [INF, 0], [INF, 50], [1, 0.5], [INF, INF],
    ]  # fmt: skip


def test_points_at_which_journeys_end():
    found = place(leaving=False)
    assert found.chain.tolist() == CHAINS
    assert found.group.tolist() == GROUPS
    assert found.seconds[:4].tolist() == [[2.5, 8.25], [15, 5.5], [3.5, 4], [2, INF]]
    vertices, seconds = seen(found)
    ends = [[1, 2], [1, 2], [2, 3], [1, 2], [-1, 3], [3, -1], [3, 4], [-1, -1]]
    assert vertices == ends
    assert seconds == [
        [2.5, 30.25], [25, 5.5], [3.5, 4], [12, 24], [INF, 0], [50, INF], [0.5, 1], [INF, INF],
    ]  # fmt: skip


@pytest.mark.parametrize("leaving", [True, False])
def test_the_company_of_other_points_changes_nothing(leaving):
    together = place(leaving=leaving)
    for some in (slice(0, 3), slice(3, 5), slice(5, 8), slice(7, 8)):
        apart = place(POINTS[some], leaving=leaving)
        for name in ("chain", "group", "at", "seconds"):
            np.testing.assert_array_equal(getattr(apart, name), getattr(together, name)[some])
        np.testing.assert_array_equal(apart.hops.vertex, together.hops.vertex[some])
        np.testing.assert_array_equal(apart.hops.seconds, together.hops.seconds[some])


@pytest.mark.parametrize("leaving", [True, False])
def test_every_vertex_is_placed_as_a_point_on_it(leaving):
    found = place_vertices(TIMED.skeleton.chains, TIMED.along, leaving=leaving)
    vertices, seconds = seen(found)
    assert vertices == [[1, 2], [1, -1], [2, -1], [3, -1], [4, -1]]
    assert seconds == [[11, 20] if leaving else [10, 22], *4 * [[0, INF]]]
    assert found.chain.tolist() == found.group.tolist() == [0, -1, -1, -1, -1]
    assert found.at.tolist() == [[1, 1], *4 * [[0, 0]]]
    assert found.seconds.tolist() == 5 * [[0, INF]]
    assert found.ends is None


def test_vertices_within_several_chains_are_told_apart():
    # 0 -- 1 -- 2 and 2 -- 3 -- 4 are chains, and 5 hangs on 2
    tail, head = np.array([0, 1, 2, 3, 2]), np.array([1, 2, 3, 4, 5])
    seconds = np.array([1.0, 2, 4, 8, 16])
    layout = Layout.of_edges(6, tail, head, forward_s=seconds, backward_s=seconds * 100)
    timed = customise_layout(prepare_layout(layout), layout)
    found = place_vertices(timed.skeleton.chains, timed.along, leaving=True)
    assert found.chain.tolist() == [-1, 0, -1, 1, -1, -1]
    assert found.at[[1, 3]].tolist() == [[1, 1], [4, 4]]  # of three places each
    assert found.hops.seconds[[1, 3]].tolist() == [[100, 2], [400, 8]]


def test_a_street_between_the_first_vertices_that_is_cut_and_nothing_else():
    street = {name: column[5:6] for name, column in STREETS.items()} | {
        "tail": np.array([0]), "head": np.array([1]),
    }  # fmt: skip
    layout = Layout.of_edges(2, **street, used=np.array([False]))
    timed = customise_layout(prepare_layout(layout), layout)
    ends = Ends.on_edges(np.array([0, 0]), np.array([0.5, 0.0]), np.zeros(2), **street)
    named = layout.edge_of, np.array([0], dtype=np.int32)
    found = place_points(timed.skeleton.chains, timed.along, ends, named=named, leaving=True)
    assert found.hops.vertex.tolist() == [[-1, 1], [0, -1]]
    assert found.hops.seconds.tolist() == [[INF, 50], [0, INF]]
    assert (found.chain.tolist(), found.group.tolist()) == ([-1, -1], [0, 0])


def test_a_town_without_streets_has_no_chains():
    none = {name: column[:0] for name, column in STREETS.items()}
    layout = Layout.of_edges(2, **none)
    timed = customise_layout(prepare_layout(layout), layout)
    found = place_vertices(timed.skeleton.chains, timed.along, leaving=True)
    assert found.hops.vertex.tolist() == [[0, -1], [1, -1]]
    assert found.at.tolist() == [[0, 0], [0, 0]]


def test_numbers_take_four_bytes_each():
    for found in (place(), place_vertices(TIMED.skeleton.chains, TIMED.along, leaving=True)):
        assert found.chain.dtype == found.group.dtype == found.hops.vertex.dtype == np.int32
        assert found.at.dtype == np.int64
        assert found.seconds.dtype == found.hops.seconds.dtype == np.float64


def test_a_point_along_a_street_that_is_not_used_is_refused():
    opened = STREETS | {
        name: np.nan_to_num(STREETS[name], nan=9.0) for name in ("forward_s", "backward_s")
    }
    said = "points 1 lie along edges 4, which this mode does not use; snap them to its own edges"
    with pytest.raises(InputError, match=said):
        place([(4, 0.0, 0), (4, 0.5, 0), (4, 1.0, 0), (0, 0.5, 0)], streets=opened)
    # where it leads out by one end alone, too, be that at vertex 0
    other_way = opened | {"forward_s": STREETS["forward_s"]}
    with pytest.raises(InputError, match=said):
        place([(0, 0.5, 0), (4, 0.5, 0)], streets=other_way)
    one_way = opened | {"backward_s": STREETS["backward_s"]}
    with pytest.raises(InputError, match=said):
        place([(0, 0.5, 0), (4, 0.5, 0)], streets=one_way)


def test_a_point_on_a_street_that_is_not_there_is_refused():
    ends = SimpleNamespace(edge=np.array([6, 7, -1]))
    with pytest.raises(InputError, match="points 1 are on edges not of the 7"):
        place_points(
            TIMED.skeleton.chains, TIMED.along, ends, named=(LAYOUT.edge_of, CUT), leaving=True
        )
