"""Limits, built-up areas, surfaces and ferries from tags."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.osm.limits import (
    built_up,
    limits_kmh,
    parse_maxspeed,
    unpaved,
)

NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("value", "kmh"),
    [
        ("50", 50), (" 50 ", 50), ("50 km/h", 50), ("50km/h", 50), ("50 kmh", 50), ("7.5", 7.5),
        ("5", 5), ("7", 7), ("30 mph", 48.28032), ("30mph", 48.28032), ("10 knots", 18.52),
        ("none", INF), ("walk", 7), ("50;30", 50), ("80|100", 80),
        ("DE:urban", 50), ("DE:rural", 100), ("DE:motorway", INF), ("DE:zone30", 30),
        ("DE:zone:30", 30), ("DE:30", 30), ("zone30", 30), ("DE:living_street", 7),
        ("NL:urban", 50), ("NL:rural", 80), ("NL:trunk", 100), ("NL:motorway", 100),
        ("BE:rural", 70), ("signals", NAN), ("variable", NAN),
        ("fast", None), ("0", None), ("500", None), ("-30", None), ("", None), ("DE:moon", None),
    ],
)  # fmt: skip
def test_limits_are_read(value, kmh):
    read = parse_maxspeed(value)
    assert read is None if kmh is None else read == pytest.approx(kmh, nan_ok=True)


@given(st.text(max_size=20))
def test_no_text_upsets_it(value):
    read = parse_maxspeed(value)
    assert read is None or np.isnan(read) or read > 0


@pytest.mark.parametrize(
    ("tags", "limits"),
    [
        ({}, (NAN, NAN)),
        ({"maxspeed": "80"}, (80, 80)),
        ({"maxspeed": "80", "maxspeed:backward": "50"}, (80, 50)),
        ({"maxspeed:forward": "70"}, (70, NAN)),
        ({"maxspeed:type": "DE:rural"}, (100, 100)),
        ({"source:maxspeed": "NL:urban"}, (50, 50)),
        ({"source:maxspeed": "sign"}, (NAN, NAN)),
        ({"zone:maxspeed": "DE:30"}, (30, 30)),
        ({"maxspeed": "130", "maxspeed:conditional": "100 @ (06:00-19:00)"}, (100, 100)),
        ({"maxspeed": "100", "maxspeed:conditional": "130 @ (19:00-06:00)"}, (100, 100)),
        ({"maxspeed": "120", "maxspeed:conditional": "80 @ wet"}, (120, 120)),
        # limits of cars, from special to general, each by direction
        ({"maxspeed:motorcar": "30"}, (30, 30)),
        ({"maxspeed": "50", "maxspeed:motorcar": "30"}, (30, 30)),
        ({"maxspeed": "50", "maxspeed:motor_vehicle:backward": "20"}, (50, 20)),
        ({"maxspeed:vehicle": "40", "maxspeed:motor_vehicle": "30"}, (30, 30)),
        ({"maxspeed:motorcar:forward": "70", "maxspeed:forward": "50"}, (70, NAN)),
        ({"maxspeed": "80", "maxspeed:motorcar:conditional": "60 @ (06:00-19:00)"}, (60, 60)),
        ({"maxspeed": "80", "maxspeed:motorcar": "signals"}, (80, 80)),
        ({"maxspeed:hgv": "60", "maxspeed": "80"}, (80, 80)),
        ({"maxspeed:type": "DE:rural", "maxspeed:motorcar": "70"}, (70, 70)),
    ],
)
def test_limits_of_a_way(tags, limits):
    *read, unread = limits_kmh(tags)
    assert read == pytest.approx(limits, nan_ok=True)
    assert unread == ()


def test_what_cannot_be_read_is_handed_back():
    assert limits_kmh({"maxspeed": "fast", "maxspeed:backward": "slow"})[2] == ("fast", "slow")


@pytest.mark.parametrize(
    ("tags", "highway", "limit", "inside"),
    [
        ({"maxspeed:type": "DE:urban"}, "secondary", 70, True),
        ({"source:maxspeed": "DE:rural"}, "residential", 100, False),
        ({"maxspeed": "NL:rural"}, "tertiary", 80, False),
        ({"zone:traffic": "DE:urban"}, "primary", NAN, True),
        ({"zone:maxspeed": "DE:30"}, "unclassified", NAN, True),
        ({}, "motorway", 50, False),
        ({}, "secondary", 50, True),
        ({}, "secondary", 60, False),
        ({}, "residential", NAN, True),
        ({}, "living_street", 7, True),
        ({}, "unclassified", NAN, False),
        ({"sidewalk": "both"}, "tertiary", NAN, True),
        ({"lit": "yes"}, "unclassified", NAN, True),
        ({}, "track", 30, False),
    ],
)
def test_built_up(tags, highway, limit, inside):
    assert built_up(tags, highway, limit) is inside


@pytest.mark.parametrize(
    ("tags", "highway", "soft"),
    [
        ({"surface": "gravel"}, "path", True),
        ({"surface": "asphalt"}, "track", False),
        ({"surface": "compacted"}, "path", False),
        ({"surface": "ground;asphalt"}, "path", True),
        ({"surface": "concrete:plates"}, "track", False),
        ({"tracktype": "grade1"}, "track", False),
        ({"tracktype": "grade3"}, "track", True),
        ({}, "track", True),
        ({}, "cycleway", False),
    ],
)
def test_surfaces(tags, highway, soft):
    assert unpaved(tags, highway) is soft
