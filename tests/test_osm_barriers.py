"""Who may pass a barrier, and whose barrier it is where ways meet."""

import numpy as np
import pytest

from grensgeo.network import HIGHWAYS, mode_bit
from grensgeo.osm.barriers import barrier_access, belongs_elsewhere, unknown_barrier

C = mode_bit("car")
B = mode_bit("bicycle") | mode_bit("ebike")
W = mode_bit("walk")
ALL = C | B | W


@pytest.mark.parametrize(
    ("tags", "mask"),
    [
        ({"barrier": "gate"}, C | B | W),
        ({"barrier": "gate", "motor_vehicle": "no"}, B | W),
        ({"barrier": "gate", "access": "private"}, 0),
        ({"barrier": "gate", "access": "no", "foot": "yes", "bicycle": "yes"}, B | W),
        ({"barrier": "bollard"}, B | W),
        ({"barrier": "bollard", "motor_vehicle": "yes"}, C | B | W),
        ({"barrier": "bollard", "bicycle": "no"}, W),
        ({"barrier": "cycle_barrier"}, B | W),
        ({"barrier": "kissing_gate"}, W),
        ({"barrier": "block", "foot": "no"}, B),
        ({"barrier": "wall"}, 0),
        ({"barrier": "entrance"}, C | B | W),
        ({"barrier": "lift_gate"}, C | B | W),
        # a kind that is not known stops cars: an unknown value never opens a road
        ({"barrier": "something new"}, B | W),
        ({"barrier": "gate;bollard"}, B | W),
        ({"barrier": "bollard;wall"}, 0),
        # explicit tags win over the kind
        ({"barrier": "bollard", "access": "yes"}, C | B | W),
        ({"barrier": "bollard", "access": "destination;forestry"}, C | B | W),
        ({"barrier": "swing_gate", "vehicle": "permissive"}, C | B | W),
        ({"barrier": "chain", "motorcar": "yes"}, C | B | W),
        ({"barrier": "wall", "foot": "yes"}, W),
        ({"barrier": "stile", "access": "customers"}, C | B | W),
        ({"barrier": "bollard", "access": "private", "foot": "yes"}, W),
        ({"barrier": "bollard", "foot": "yes", "bicycle": "yes"}, B | W),
        ({"barrier": "lift_gate", "motor_vehicle": "permit"}, B | W),
        ({"barrier": "gate", "access": "perhaps"}, 0),
        ({"barrier": "gate", "access": "unknown"}, C | B | W),
        ({"barrier": "cycle_barrier", "bicycle": "dismount"}, B | W),
        # bollards that sink, gates that are locked
        ({"barrier": "bollard", "bollard": "rising"}, C | B | W),
        ({"barrier": "bollard", "bollard": "rising", "motor_vehicle": "no"}, B | W),
        ({"barrier": "bollard", "bollard": "removable"}, B | W),
        ({"barrier": "gate", "locked": "yes"}, 0),
        ({"barrier": "gate", "locked": "yes", "foot": "yes"}, W),
        ({"barrier": "toll_booth"}, C | B | W),
        ({"barrier": "height_restrictor"}, C | B | W),
        ({"barrier": "fence"}, 0),
        # without a barrier, rules say who may use what stands there
        ({"motor_vehicle": "no"}, C | B | W),
        ({"access": "private"}, C | B | W),
        ({}, C | B | W),
    ],
)
def test_barriers(tags, mask):
    assert barrier_access(tags) == mask


def test_kinds_that_are_not_known_are_handed_back():
    assert unknown_barrier({"barrier": "gate;portcullis"}) == ("portcullis",)
    assert unknown_barrier({"barrier": "Lift_Gate"}) == ()
    assert unknown_barrier({"access": "no"}) == ()


@pytest.mark.parametrize(
    ("ends", "passes", "free", "through"),
    [
        # a street that runs on, and a path: the bollard is the path's
        ([("residential", ALL), ("residential", ALL), ("footway", W | B)], B | W, True, None),
        ([("tertiary", ALL), ("tertiary", ALL), ("track", B | W)], B | W, True, None),
        ([("tertiary", ALL)] * 2 + [("path", B | W)] * 2, B | W, True, None),
        # a drive that nobody may use has its gate there
        ([("residential", ALL), ("residential", ALL), ("service", 0)], 0, True, None),
        # drives and yards that cars use too: they are closed, the street is not
        ([("unclassified", ALL)] * 2 + [("service", ALL)], B | W, False, [True, True, False]),
        ([("residential", ALL)] * 2 + [("track", ALL), ("service", ALL)], 0, False, [True, True, False, False]),
        # the street ends at the barrier, or nothing tells its arms apart
        ([("residential", ALL), ("footway", W | B), ("footway", W | B)], B | W, False, [False] * 3),
        ([("residential", ALL)] * 3, B | W, False, [False] * 3),
        ([("residential", ALL)] * 2, B | W, False, [False] * 2),
        ([("residential", ALL), ("service", ALL), ("service", ALL)], B | W, False, [False] * 3),
    ],
)  # fmt: skip
def test_whose_barrier_it_is(ends, passes, free, through):
    node = np.full(len(ends), 3)
    node_mask = np.full(5, ALL, dtype=np.uint8)
    node_mask[3] = passes
    mask = np.array([mask for _, mask in ends], dtype=np.uint8)
    highway = np.array([HIGHWAYS.index(name) for name, _ in ends])
    for order in (np.arange(len(ends)), np.arange(len(ends))[::-1]):
        found, runs_on = belongs_elsewhere(node, mask[order], highway[order], node_mask=node_mask)
        assert found.tolist() == ([3] if free else [])
        if through is not None:
            assert runs_on.tolist() == np.array(through)[order].tolist()
