"""Vertices at which turns are forbidden, split."""

import numpy as np
from drawing import draw

from grensgeo.network import Turns, mode_bit
from grensgeo.network.splitting import Bans, SplitEdges, split

#: From A to B, on to C, or aside to D.
FORK = draw(
    {"A": (0, 0), "B": (100, 0), "C": (200, 0), "D": (100, 100)},
    [{"ends": "AB"}, {"ends": "BC"}, {"ends": "BD"}],
).streets
OPEN = np.ones((3, 2), dtype=bool)
BICYCLE = mode_bit("bicycle")


def leads(ports):
    """Which arcs may follow which at the split vertices, as (edge, way) pairs."""
    turns = set(zip(ports.turn_from.tolist(), ports.turn_to.tolist(), strict=True))
    places = [(edge, way) for edge in range(3) for way in range(2)]

    def may(one, other):
        start, end = int(ports.arrive[one]), int(ports.depart[other])
        seen, rest = {start}, [start]
        while rest:
            here = rest.pop()
            fresh = {after for before, after in turns if before == here} - seen
            seen |= fresh
            rest += fresh
        return end in seen

    return {(one, other) for one in places for other in places if may(one, other)}


def bans(*rows, is_open=OPEN, bit=BICYCLE):
    return Bans.of(Turns.of(rows), bit, FORK, is_open)


def test_one_pair_of_arcs_goes_and_all_others_stay():
    free = leads(SplitEdges.whole(FORK))
    cut = leads(split(FORK, bans((1, 0, 2, BICYCLE))))
    assert free - cut == {((0, 0), (2, 0))}
    assert cut <= free


def test_nothing_is_split_for_another_mode_or_on_a_closed_street():
    assert not len(bans((1, 0, 2, mode_bit("car"))).one)
    shut = OPEN.copy()
    shut[2, 0] = False
    ports = split(FORK, bans((1, 0, 2, BICYCLE), is_open=shut))
    assert ports.n_vertices == FORK.n_vertices


def test_streets_keep_their_vertices():
    ports = split(FORK, bans((1, 0, 2, BICYCLE)))
    assert ports.n_vertices > FORK.n_vertices
    assert ports.depart[1, 0] == ports.reached[1] != 1  # who goes on from B may have come from A
    assert ports.reached[[0, 2, 3]].tolist() == [0, 2, 3]
