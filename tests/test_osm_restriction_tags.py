"""What a restriction of turns says."""

import pytest

from grensgeo.modes import mode_bit
from grensgeo.osm.access import BICYCLE, CAR, WALK
from grensgeo.osm.elements import Restriction
from grensgeo.osm.restriction_tags import RestrictionMembers, restricted_modes


@pytest.mark.parametrize(
    ("tags", "modes"),
    [
        ({"restriction": "no_u_turn"}, {"no_u_turn": CAR | BICYCLE}),
        ({"restriction": "no_left_turn", "except": "bicycle; bus"}, {"no_left_turn": CAR}),
        ({"restriction:foot": "only_straight_on"}, {"only_straight_on": WALK}),
        ({"restriction": "none"}, {}),
        (
            {"restriction": "no_entry", "restriction:bicycle": "no_exit"},
            {"no_entry": CAR, "no_exit": BICYCLE},
        ),
    ],
)
def test_the_modes_that_are_bound(tags, modes):
    assert restricted_modes(tags) == (modes, "")
    assert mode_bit("ebike") & BICYCLE


@pytest.mark.parametrize(
    ("tags", "fault"),
    [
        ({"restriction:conditional": "no_left_turn @ (07:00-09:00)"}, "streets.turns.hours"),
        ({"restriction": "no_left_turn", "hour_on": "07:00"}, "streets.turns.hours"),
        ({"restriction": "give_way"}, "streets.turns.kind"),
        ({"type": "restriction"}, "streets.turns.kind"),
    ],
)
def test_what_cannot_be_read_is_said(tags, fault):
    assert restricted_modes(tags) == ({}, fault)


def test_members_have_roles():
    one, node, other, between = ("from", "w", 1), ("via", "n", 7), ("to", "w", 2), ("via", "w", 3)
    whole = RestrictionMembers.of(Restriction(1, (), (one, node, other)))
    assert (whole.ways_from, whole.via, whole.ways_to, whole.fault) == ((1,), (7,), (2,), "")
    assert RestrictionMembers.of(Restriction(1, (), (one, between, other))).ways_between == (3,)
    for some in ((one, node), (node, other), (one, other), (one, node, ("via", "n", 8), other)):
        assert RestrictionMembers.of(Restriction(1, (), some)).fault == "streets.turns.incomplete"
