"""Who may go where: cases of the OpenStreetMap wiki, one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.modes import PUSHED
from grensgeo.network import COUNTRIES, HIGHWAYS, mode_bit
from grensgeo.osm.access import unread_access, way_access

C = mode_bit("car")
B = mode_bit("bicycle") | mode_bit("ebike")
W = mode_bit("walk")
P = B | PUSHED  # a bicycle is pushed
CLASSES = sorted(set(HIGHWAYS) - {"barrier", "local"})


@pytest.mark.parametrize(
    ("highway", "country", "both"),
    [
        ("trunk", "DE", C | B | W), ("trunk", "BE", C), ("primary", "NL", C | B | W),
        ("residential", "", C | B | W), ("service", "DE", C | B | W),
        ("busway", "NL", 0), ("pedestrian", "DE", W | P), ("track", "DE", B | W),
        ("cycleway", "NL", B | W), ("cycleway", "DE", B), ("footway", "DE", W | P),
        ("path", "NL", B | W), ("bridleway", "DE", 0), ("steps", "DE", W), ("platform", "", W | P), ("corridor", "NL", W | P),
        ("ferry", "NL", C | B | W),
    ],
)  # fmt: skip
def test_classes_by_default(highway, country, both):
    assert way_access({}, highway, country) == (both, both)


@pytest.mark.parametrize(
    ("tags", "highway", "forward", "backward"),
    [
        ({"motorroad": "yes"}, "trunk", C, C),
        ({}, "motorway", C, 0),
        ({"oneway": "no"}, "motorway", C, C),
        ({"oneway": "yes"}, "residential", C | B | W, W),
        ({"oneway": "-1"}, "residential", W, C | B | W),
        ({"oneway": "true"}, "residential", C | B | W, W),
        ({"oneway": "reversible"}, "residential", W, W),
        ({"oneway": "alternating"}, "residential", C | B | W, C | B | W),
        ({"junction": "roundabout"}, "primary", C | B | W, W),
        ({"junction": "circular", "oneway": "no"}, "primary", C | B | W, C | B | W),
        ({"oneway": "yes", "oneway:bicycle": "no"}, "residential", C | B | W, B | W),
        ({"oneway": "yes", "oneway:bicycle": "-1"}, "residential", C | W, B | W),
        ({"oneway": "yes", "cycleway": "opposite"}, "residential", C | B | W, B | W),
        ({"oneway": "yes", "cycleway:left": "opposite_lane"}, "tertiary", C | B | W, B | W),
        ({"oneway": "yes", "cycleway:left:oneway": "-1"}, "tertiary", C | B | W, B | W),
        ({"oneway": "yes", "cycleway:both": "lane"}, "tertiary", C | B | W, W),
        ({"oneway": "yes", "bicycle:backward": "yes"}, "residential", C | B | W, B | W),
        ({"oneway": "yes", "oneway:foot": "yes"}, "footway", W | P, 0),
        ({"oneway": "yes"}, "footway", W | P, W | P),
        ({"oneway:motor_vehicle": "yes"}, "residential", C | B | W, B | W),
        ({"motor_vehicle:backward": "no"}, "residential", C | B | W, B | W),
        # what is not known opens nothing against the way
        ({"oneway": "sometimes"}, "residential", C | B | W, W),
        ({"oneway": "yes;no"}, "residential", C | B | W, W),
        ({"oneway": "No"}, "residential", C | B | W, C | B | W),
        ({"oneway": "unknown"}, "residential", C | B | W, C | B | W),
        # the key of a vehicle, on either side of "oneway"
        ({"oneway:vehicle": "yes"}, "residential", C | B | W, W),
        ({"oneway:vehicle": "-1", "oneway:bicycle": "no"}, "residential", B | W, C | B | W),
        ({"oneway": "yes", "motor_vehicle:oneway": "no"}, "residential", C | B | W, C | W),
        ({"bicycle:oneway": "yes"}, "residential", C | B | W, C | W),
        ({"oneway": "yes", "vehicle:oneway": "no"}, "service", C | B | W, C | B | W),
        # a lane or track runs as it says, along the way, not along the traffic
        (
            {"oneway": "-1", "cycleway:right": "lane", "cycleway:right:oneway": "-1"},
            "tertiary",
            W,
            C | B | W,
        ),
        (
            {"oneway": "-1", "cycleway:right": "track", "cycleway:right:oneway": "yes"},
            "tertiary",
            B | W,
            C | B | W,
        ),
        (
            {"oneway": "yes", "cycleway": "track", "cycleway:oneway": "no"},
            "tertiary",
            C | B | W,
            B | W,
        ),
        (
            {"oneway": "yes", "cycleway:left": "lane", "cycleway:left:oneway": "yes"},
            "tertiary",
            C | B | W,
            W,
        ),
        # what is not there, or drawn beside, opens nothing
        (
            {"oneway": "yes", "cycleway:left": "no", "cycleway:left:oneway": "-1"},
            "tertiary",
            C | B | W,
            W,
        ),
        (
            {"oneway": "yes", "cycleway:left": "separate", "cycleway:left:oneway": "no"},
            "tertiary",
            C | B | W,
            W,
        ),
        # escalators and moving walkways
        ({"conveying": "forward"}, "steps", W, 0),
        ({"conveying": "backward"}, "footway", 0, W | P),
        ({"conveying": "yes"}, "steps", W, W),
        ({"conveying": "no", "bicycle": "yes"}, "steps", W | P, W | P),
        ({"conveying": "up"}, "steps", 0, 0),
        # pushed as people walk, also against a one-way
        ({"bicycle": "dismount", "oneway": "yes"}, "residential", C | W | P, W | P),
        ({"bicycle:backward": "dismount"}, "path", B | W, W | P),
    ],
)
def test_directions(tags, highway, forward, backward):
    assert way_access(tags, highway, "NL") == (forward, backward)


@pytest.mark.parametrize(
    ("tags", "highway", "both"),
    [
        ({"access": "no"}, "residential", 0),
        ({"access": "private"}, "service", 0),
        ({"access": "destination"}, "residential", C | B | W),
        ({"access": "customers"}, "service", C | B | W),
        ({"access": "permissive"}, "service", C | B | W),
        ({"access": "no", "foot": "yes"}, "residential", W),
        ({"access": "no", "vehicle": "yes"}, "residential", C | B),
        ({"access": "private", "motorcar": "yes"}, "service", C),
        ({"access": "yes"}, "footway", W | P),
        # nothing but an assumption closes a track to cars: a general key opens it
        ({"access": "yes"}, "track", C | B | W),
        ({"access": "destination"}, "track", C | B | W),
        ({"vehicle": "permissive"}, "track", C | B | W),
        ({"vehicle": "yes"}, "pedestrian", C | B | W),
        ({"vehicle": "destination"}, "busway", C | B),
        ({"vehicle": "yes"}, "footway", B | W),
        ({"vehicle": "yes"}, "steps", W),
        ({"access": "yes"}, "bridleway", B | W),
        ({"access": "yes"}, "busway", 0),
        ({"vehicle": "yes", "motorroad": "yes"}, "primary", C),
        ({"motor_vehicle": "yes"}, "track", C | B | W),
        ({"motor_vehicle": "agricultural"}, "track", B | W),
        ({"motor_vehicle": "agricultural;forestry"}, "unclassified", B | W),
        ({"vehicle": "no"}, "residential", W),
        ({"vehicle": "no", "bicycle": "yes"}, "residential", B | W),
        ({"motor_vehicle": "destination"}, "residential", C | B | W),
        ({"motor_vehicle": "no"}, "residential", B | W),
        ({"bicycle": "use_sidepath"}, "secondary", C | W),
        ({"foot": "use_sidepath"}, "secondary", C | B),
        ({"vehicle": "use_sidepath"}, "service", W),
        ({"bicycle": "dismount"}, "footway", W | P),
        ({"bicycle": "dismount"}, "cycleway", 0),  # nobody walks there, so nobody pushes
        ({"bicycle": "dismount", "foot": "yes"}, "cycleway", W | P),
        ({"bicycle": "no"}, "footway", W),
        ({"bicycle": "no"}, "pedestrian", W),
        ({"vehicle": "no"}, "pedestrian", W | P),  # as German sign 250 says: pushing is allowed
        ({"access": "private"}, "pedestrian", 0),
        ({"foot": "no"}, "pedestrian", 0),
        ({"bicycle": "yes"}, "steps", W | P),
        ({"ramp:bicycle": "yes"}, "steps", W | P),
        ({"ramp:bicycle": "no"}, "steps", W),
        ({"bicycle": "no", "ramp:bicycle": "yes"}, "steps", W),
        ({"bicycle": "yes"}, "pedestrian", B | W),
        ({"bicycle": "designated", "foot": "designated"}, "cycleway", B | W),
        ({"foot": "no"}, "path", B),
        ({"foot": "yes"}, "bridleway", W),
        ({"bicycle_road": "yes", "vehicle": "destination"}, "residential", C | B | W),
        ({"foot": "yes", "bicycle": "yes"}, "ferry", B | W),
        ({"foot": "yes", "motor_vehicle": "yes"}, "ferry", C | B | W),
        ({"motorcar": "no"}, "ferry", B | W),
        ({"area": "yes"}, "pedestrian", W | P),  # a square is crossed
        ({"access": "who knows"}, "residential", 0),  # an unknown value never opens a road
        ({"foot": "maybe"}, "residential", C | B),
        ({"motor_vehicle": "Yes"}, "track", C | B | W),
        ({"access": "unknown"}, "residential", C | B | W),  # says that nobody knows
        ({"motorcar": "unknown", "vehicle": "no"}, "residential", W),
        # of a list each value is read on its own
        ({"motor_vehicle": "forestry;destination"}, "track", C | B | W),
        ({"motor_vehicle": "no;destination"}, "residential", C | B | W),
        ({"access": "private; customers"}, "service", C | B | W),
        ({"vehicle": "agricultural;forestry;delivery"}, "track", W),
        ({"vehicle": "bus,taxi"}, "residential", W),
        ({"bicycle": "no;dismount"}, "residential", C | W | P),
        ({"foot": "private;emergency"}, "service", C | B),
        ({"motorcar": "permit;bicycle"}, "residential", B | W),
        # conditions are not modelled
        ({"motor_vehicle:conditional": "no @ (11:00-18:00)"}, "residential", C | B | W),
        ({"service": "emergency_access"}, "service", B | W),
        ({"service": "emergency_access", "motor_vehicle": "yes"}, "service", C | B | W),
        # impassable, in three spellings
        ({"smoothness": "impassable"}, "track", W),
        ({"smoothness": "impassable", "motor_vehicle": "yes"}, "residential", W),
        ({"impassable": "yes"}, "residential", 0),
        ({"status": "impassable"}, "footway", 0),
        ({"smoothness": "horrible", "impassable": "no"}, "path", B | W),
        # ferries that name no car
        ({"foot": "no"}, "ferry", C | B),
        ({"foot": "no", "bicycle": "no"}, "ferry", C),
        ({"bicycle": "no"}, "ferry", W),
        ({"foot": "yes", "hgv": "yes"}, "ferry", C | B | W),
        ({"foot": "yes", "bus": "yes"}, "ferry", C | B | W),
        ({"foot": "yes", "vehicle": "yes"}, "ferry", C | B | W),
        ({"foot": "yes", "access": "yes"}, "ferry", C | B | W),
        ({"foot": "yes", "hgv": "no"}, "ferry", B | W),
        ({"access": "no", "foot": "yes"}, "ferry", W),
    ],
)
def test_access_keys(tags, highway, both):
    assert way_access(tags, highway, "DE") == (both, both)


def test_values_that_are_not_known_are_handed_back():
    assert unread_access({"access": "yes", "motor_vehicle": "agricultural;maybe"}) == (
        "motor_vehicle=maybe",
    )
    assert unread_access({"oneway": "sometimes", "foot": "no"}) == ("oneway=sometimes",)
    assert unread_access({"oneway": "-1"}) == unread_access({}) == ()
    assert unread_access({"foot:forward": "ja", "bicycle": "unknown", "name": "x"}) == (
        "foot:forward=ja",
    )


KEYS = ["access", "vehicle", "motor_vehicle", "bicycle", "foot", "oneway", "junction"]
VALUES = ["yes", "no", "private", "destination", "-1", "roundabout", "permissive"]


@given(
    tags=st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES)),
    highway=st.sampled_from(CLASSES),
    country=st.sampled_from(COUNTRIES),
)
def test_closing_everything_leaves_nothing_open(tags, highway, country):
    """Adding a prohibition never opens a way; reversing a one-way swaps its directions."""
    before = way_access(tags, highway, country)
    for key, bit in (("motorcar", C), ("bicycle", B), ("foot", W)):
        after = way_access({**tags, key: "no"}, highway, country)
        assert all(mask & bit == 0 for mask in after)
        if highway != "ferry":  # a ferry that names its cyclists may lose its cars
            assert all(new & ~old == 0 for new, old in zip(after, before, strict=True))
    there = way_access({**tags, "oneway": "yes"}, highway, country)
    assert way_access({**tags, "oneway": "-1"}, highway, country) == there[::-1]


@given(
    known=st.dictionaries(
        st.sampled_from(KEYS[:5]), st.sampled_from(["yes", "no", "destination"])
    ),
    key=st.sampled_from(KEYS[:5]),
    value=st.text(st.characters(codec="ascii"), min_size=1, max_size=8),
    highway=st.sampled_from(CLASSES),
)
def test_a_value_that_is_not_known_opens_nothing(known, key, value, highway):
    """What it says is at most what the tag would say if it were not there."""
    if not unread_access({key: value}) or any(word in value for word in (";", ",", "|")):
        return
    others = {name: said for name, said in known.items() if name != key}
    ours = way_access({**others, key: value}, highway, "DE")
    closed = way_access({**others, key: "no"}, highway, "DE")
    assert ours == closed
