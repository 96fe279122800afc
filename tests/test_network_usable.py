"""Streets that some mode may use."""

import pytest
from drawing import draw

from grensgeo.errors import InputError
from grensgeo.network.usable import keep_usable

PLACES = {"A": (0, 0), "B": (100, 0), "C": (200, 0), "D": (300, 0)}
SHUT = {"forward": 0, "backward": 0}


def test_edges_go_with_the_vertices_that_they_alone_met():
    streets = draw(PLACES, [{"ends": "AB", **SHUT}, {"ends": "BC"}, {"ends": "CD", "backward": 0}])
    kept = keep_usable(streets.streets)
    assert kept.way_id.tolist() == [2, 3]
    assert kept.vertex_id.tolist() == streets.streets.vertex_id.tolist()[1:]
    assert (kept.tail.tolist(), kept.head.tolist()) == ([0, 1], [1, 2])
    assert kept.coords_start.tolist() == [0, 2, 4]


def test_streets_that_nobody_may_use():
    with pytest.raises(InputError, match="no street may be used by any mode"):
        keep_usable(draw(PLACES, [{"ends": "AB", **SHUT}]).streets)
