"""Nodes that stop traffic."""

import pytest

from grensgeo.osm.signals import is_control


@pytest.mark.parametrize(
    ("tags", "stops"),
    [
        ({"highway": "traffic_signals"}, True),
        ({"railway": "level_crossing"}, True),
        ({"railway": "crossing"}, False),  # on foot
        ({"highway": "level_crossing"}, False),
        ({}, False),
    ],
)
def test_signals_and_level_crossings_stop_one(tags, stops):
    assert is_control(tags) == stops
