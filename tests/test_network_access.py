"""Who may go where: cases of the OpenStreetMap wiki, one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.network import COUNTRIES, HIGHWAYS, mode_bit
from grensgeo.network.access import barrier_access, way_access

C = mode_bit("car")
B = mode_bit("bicycle") | mode_bit("ebike")
W = mode_bit("walk")
CLASSES = sorted(set(HIGHWAYS) - {"barrier", "local"})


@pytest.mark.parametrize(
    ("highway", "country", "both"),
    [
        ("trunk", "DE", C | B | W), ("trunk", "BE", C), ("primary", "NL", C | B | W),
        ("residential", "", C | B | W), ("service", "DE", C | B | W),
        ("busway", "NL", 0), ("pedestrian", "DE", W), ("track", "DE", B | W),
        ("cycleway", "NL", B | W), ("cycleway", "DE", B), ("footway", "DE", W),
        ("path", "NL", B | W), ("bridleway", "DE", 0), ("steps", "DE", W), ("platform", "", W),
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
        ({"oneway": "yes", "oneway:foot": "yes"}, "footway", W, 0),
        ({"oneway": "yes"}, "footway", W, W),
        ({"oneway:motor_vehicle": "yes"}, "residential", C | B | W, B | W),
        ({"motor_vehicle:backward": "no"}, "residential", C | B | W, B | W),
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
        ({"access": "yes"}, "footway", W),
        ({"access": "yes"}, "track", B | W),
        ({"motor_vehicle": "yes"}, "track", C | B | W),
        ({"motor_vehicle": "agricultural"}, "track", B | W),
        ({"motor_vehicle": "agricultural;forestry"}, "unclassified", B | W),
        ({"vehicle": "no"}, "residential", W),
        ({"vehicle": "no", "bicycle": "yes"}, "residential", B | W),
        ({"motor_vehicle": "destination"}, "residential", C | B | W),
        ({"motor_vehicle": "no"}, "residential", B | W),
        ({"bicycle": "use_sidepath"}, "secondary", C | W),
        ({"foot": "use_sidepath"}, "secondary", C | B | W),
        ({"bicycle": "dismount"}, "footway", W),
        ({"bicycle": "yes"}, "pedestrian", B | W),
        ({"bicycle": "designated", "foot": "designated"}, "cycleway", B | W),
        ({"foot": "no"}, "path", B),
        ({"foot": "yes"}, "bridleway", W),
        ({"bicycle_road": "yes", "vehicle": "destination"}, "residential", C | B | W),
        ({"foot": "yes", "bicycle": "yes"}, "ferry", B | W),
        ({"foot": "yes", "motor_vehicle": "yes"}, "ferry", C | B | W),
        ({"motorcar": "no"}, "ferry", B | W),
        ({"area": "yes"}, "pedestrian", 0),
        ({"access": "who knows"}, "residential", C | B | W),
    ],
)
def test_access_keys(tags, highway, both):
    assert way_access(tags, highway, "DE") == (both, both)


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
        ({"barrier": "something new"}, C | B | W),
        ({"motor_vehicle": "no"}, B | W),
        ({}, C | B | W),
    ],
)
def test_barriers(tags, mask):
    assert barrier_access(tags) == mask


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
