"""What tags say of cycling."""

import numpy as np
import pytest

from grensgeo.osm.cycling import LANE, MIXED, TRACK, CycleTags, facility, is_bicycle_road, lanes


@pytest.mark.parametrize(
    ("tags", "offered"),
    [
        ({}, (MIXED, MIXED)),
        ({"cycleway": "lane"}, (LANE, LANE)),
        ({"cycleway:right": "separate"}, (MIXED, MIXED)),
        ({"cycleway:left": "lane", "cycleway:left:oneway": "-1"}, (MIXED, LANE)),
        ({"cycleway:left": "track", "cycleway:left:oneway": "yes"}, (TRACK, MIXED)),
        ({"cycleway:right": "track", "cycleway:right:oneway": "no"}, (TRACK, TRACK)),
    ],
)
def test_each_direction_has_its_side(tags, offered):
    assert facility(tags) == offered


def test_lanes_that_are_no_number_are_not_known():
    assert [lanes({"lanes": text}) for text in ("2", "two", "1.5", "")] == [2, 0, 0, 0]


def test_a_bicycle_road_has_two_keys():
    assert [is_bicycle_road({key: "yes"}) for key in ("bicycle_road", "cyclestreet")] == [True] * 2
    assert not is_bicycle_road({"bicycle_road": "no"})


def test_tags_are_taken_by_rows():
    tags = CycleTags.read([{}, {"lanes": "4", "bicycle_road": "yes"}]).take(np.array([1, 1, 0]))
    assert tags.n_lanes.tolist() == [4, 4, 0]
    assert tags.bicycle_road.tolist() == [True, True, False]
    assert len(CycleTags.read([]).n_lanes) == 0
