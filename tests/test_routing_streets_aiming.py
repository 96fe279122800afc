"""What a sweep looks at, by hand: a street of five, whose third vertex is contracted last."""

from dataclasses import fields

import numpy as np
import pytest

from grensgeo.errors import InputError
from grensgeo.routing.streets.aiming import Hops, aim, levels_of, select
from grensgeo.routing.streets.customisation import customise
from grensgeo.routing.streets.hierarchy import contract

INF = np.inf
#: 0 --0-- 1 --1-- 2 --2-- 3 --3-- 4, of which street 3 leads from 3 to 4 only.
TAIL, HEAD = np.arange(4, dtype=np.int32), np.arange(1, 5, dtype=np.int32)
HIERARCHY = contract(np.array([0, 1, 4, 3, 2]), TAIL, HEAD)
METRIC = customise(
    HIERARCHY, np.array([1.0, 2, 4, 8]), np.array([10.0, 20, 40, 80]),
    open_backward=np.array([True, True, True, False]),
)  # fmt: skip
NOWHERE = Hops(np.full((3, 2), -1, dtype=np.int32), np.full((3, 2), INF))


def dtypes(kept):
    return {
        item.name: getattr(kept, item.name).dtype.name
        for item in fields(kept)
        if isinstance(getattr(kept, item.name), np.ndarray)
    }


def above(vertex):
    """List the numbers inside the hierarchy on the path from a vertex to the root."""
    at, found = HIERARCHY.level[vertex], []
    while at >= 0:
        found.append(at)
        at = HIERARCHY.parent[at]
    return found


def test_hops_that_are_no_seconds_are_named_and_no_others():
    vertex = np.zeros((4, 2), dtype=np.int32)
    seconds = np.array([[0.0, 0.5], [-3, INF], [0.25, INF], [7, np.nan]])
    with pytest.raises(InputError) as error:
        Hops(vertex, seconds)
    assert "[-3.0, inf], [7.0, nan] at points 1, 3;" in str(error.value)


def test_a_hop_to_a_vertex_that_is_not_there_is_named():
    vertex = np.array([[4, -1], [0, 5], [-1, -1]], dtype=np.int32)
    with pytest.raises(InputError, match="points 1 are next to a vertex not of 5"):
        levels_of(HIERARCHY, Hops(vertex, np.zeros((3, 2))))


def test_who_is_nowhere_has_no_level():
    level = levels_of(HIERARCHY, NOWHERE)
    assert level.dtype == np.int32
    assert level.tolist() == [[-1, -1]] * 3
    one = np.array([[-1, 3]], dtype=np.int32)
    assert levels_of(HIERARCHY, Hops(one, np.zeros((1, 2)))).tolist() == [[-1, HIERARCHY.level[3]]]


@pytest.mark.parametrize("goals", [[], [0], [4], [2], [0, 4], [1, 3], [0, 1, 2, 3, 4]])
def test_selected_are_the_paths_to_the_root_and_their_rows_whole(goals):
    chosen = select(HIERARCHY, Hops.at(np.array(goals, dtype=np.int32)))
    numbers = sorted({at for goal in goals for at in above(goal)})
    assert np.flatnonzero(chosen.place >= 0).tolist() == numbers
    assert chosen.place[numbers].tolist() == list(range(len(numbers)))
    assert chosen.n_selected == len(numbers)
    rows = [range(HIERARCHY.start[at], HIERARCHY.start[at + 1]) for at in numbers]
    assert np.diff(chosen.start).tolist() == [len(row) for row in rows]
    kept = [shortcut for row in rows for shortcut in row]
    assert chosen.shortcut.tolist() == kept
    assert chosen.high.tolist() == chosen.place[HIERARCHY.high[kept]].tolist()
    inside = [sum(at - HIERARCHY.size[at] < other <= at for other in numbers) for at in numbers]
    assert chosen.size.tolist() == inside


def test_a_selection_and_what_is_aimed_are_small_and_frozen():
    aimed = aim(HIERARCHY, METRIC, Hops.at(np.array([0, 4], dtype=np.int32)))
    rows = {"start": "int64", "high": "int32", "shortcut": "int32"}
    assert dtypes(aimed.above) == dtypes(aimed.selection)
    assert dtypes(aimed.above) == {"place": "int32", **rows, "size": "int32"}
    assert dtypes(aimed) == {"down_s": "float32", "place": "int32", "seconds": "float32"}
    assert [array.dtype.name for array in aimed.by_place] == ["int64", "int32", "int32", "float32"]
    assert dtypes(METRIC) == {"up_s": "float32", "down_s": "float32"}
    for kept in (aimed.above, aimed.selection, aimed, METRIC):
        assert not any(getattr(kept, name).flags.writeable for name in dtypes(kept))


@pytest.mark.parametrize("reverse", [False, True])
def test_only_what_leads_down_is_swept(reverse):
    every = Hops.at(np.arange(5, dtype=np.int32))
    aimed = aim(HIERARCHY, METRIC, every, reverse=reverse)
    seconds = METRIC.up_s if reverse else METRIC.down_s
    opened = np.flatnonzero(np.isfinite(seconds))
    assert 0 < len(opened) <= HIERARCHY.n_shortcuts
    assert aimed.selection.shortcut.tolist() == opened.tolist()
    assert aimed.down_s.tolist() == seconds[opened].tolist()
    assert aimed.selection.high.tolist() == HIERARCHY.high[opened].tolist()
    assert aimed.selection.start[-1] == len(opened)


def test_journeys_run_to_where_it_is_aimed_unless_said_otherwise():
    every = Hops.at(np.arange(5, dtype=np.int32))
    aimed = aim(HIERARCHY, METRIC, every)
    assert not aimed.reverse
    assert aimed.down_s.tolist() == aim(HIERARCHY, METRIC, every, reverse=False).down_s.tolist()


def test_destinations_are_listed_by_the_vertices_next_to_them():
    vertex = np.array([[2, 0], [-1, -1], [2, -1], [4, 2]], dtype=np.int32)
    seconds = np.array([[0.5, 3], [INF, INF], [0, INF], [INF, 7]])
    aimed = aim(HIERARCHY, METRIC, Hops(vertex, seconds))
    start, places, goals, hop = aimed.by_place
    listed = {
        at: [(goals[k], hop[k]) for k in range(start[at], start[at + 1])]
        for at in range(aimed.selection.n_selected)
        if start[at] < start[at + 1]
    }
    place = aimed.selection.place[HIERARCHY.level]
    assert listed == {place[2]: [(0, 0.5), (2, 0), (3, 7)], place[0]: [(0, 3)]}
    assert places.tolist() == np.repeat(np.arange(len(start) - 1), np.diff(start)).tolist()
    assert aimed.seconds.tolist() == seconds.tolist()


def test_the_last_place_that_anything_leads_to():
    # three vertices, of which the last is joined with nothing: only 0 and 1 have a shortcut
    hierarchy = contract(np.arange(3), np.array([0]), np.array([1]))
    metric = customise(hierarchy, np.array([5.0]), np.array([5.0]))
    aimed = aim(hierarchy, metric, Hops.at(np.arange(3, dtype=np.int32)))
    rows = np.diff(aimed.above.start)
    assert rows.sum() == 1
    assert aimed.last == np.flatnonzero(rows)[-1] + 1
    assert aim(hierarchy, metric, NOWHERE).last == -1
