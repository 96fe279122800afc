"""Where a car would turn round to get past a ban: streets with seconds known by hand.

Vertices 0-1-2 in a row, a side street from 1 to 3 that may not be entered from 0, and a second
street from 2 back to 1. Arc 2 e is street e as it is listed, 2 e + 1 the other way.
"""

import numpy as np
import pytest

from grensgeo.network.rounds import turns_round

STREETS = [(0, 1), (1, 2), (1, 3), (2, 1)]
SECONDS = [10.0, 10.0, 10.0, 30.0]
ALONG, ON, ASIDE = 0, 2, 4


def found(seconds=SECONDS, closed=(), streets=STREETS):
    depart = np.array([end for street in streets for end in street])
    arrive = np.array([end for street in streets for end in street[::-1]])
    spent = np.repeat(seconds, 2)
    spent[list(closed)] = np.nan
    one, other = np.array([ALONG]), np.array([ASIDE])
    arcs = turns_round(
        (one, other, other), (one, other), depart=depart, arrive=arrive, seconds=spent
    )
    return arcs.tolist()


def test_turning_is_forbidden_where_it_beats_the_legal_way():
    # legally 10 s on and 30 s back: 40 s; round at 1 takes 20 s (by the dead end at 0), at 2 too
    assert found() == [ALONG, ON]


@pytest.mark.parametrize(("back_s", "arcs"), [(7.0, [ALONG, ON]), (5.0, [])])
def test_a_quarter_beyond_the_legal_way_counts(back_s, arcs):
    # 17 s and a quarter are 21.25 s, more than 20; 15 s and a quarter are 18.75 s, less. The second
    # street itself would be gone along and back in 14 or 10 s
    assert set(found([10.0, 10.0, 10.0, back_s])) >= set(arcs)
    assert (ALONG in found([10.0, 10.0, 10.0, back_s])) == bool(arcs)


def test_without_a_legal_way_one_turns_where_one_can():
    assert found(closed=[2, 3, 6, 7]) == []


def test_at_a_dead_end_one_may_turn():
    # without the second street the legal way turns at 2, where the street ends: 20 s
    assert found(closed=[6, 7]) == [ALONG]


def test_a_street_that_cannot_be_gone_back_is_none_to_turn_on():
    assert found(closed=[3]) == [ALONG]
