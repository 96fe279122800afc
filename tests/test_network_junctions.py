"""Who gives way at a junction without signals, and what that takes."""

import numpy as np
import pytest
from drawing import draw

from grensgeo.network import CONTROLS, Controls, DelayTable, measure_delays
from grensgeo.network.junctions import unsignalled

SIGNAL = CONTROLS.index("traffic_signals")
CROSS = {"W": (0, 0), "M": (500, 0), "E": (1000, 0), "S": (500, -500)}


def crossing(west, east, south, **network):
    """Draw W-M-E with S-M; edges 0, 1 and 2."""
    ends = zip(("WM", "ME", "SM"), (west, east, south), strict=True)
    return draw(CROSS, [{"ends": e, "highway": name} for e, name in ends], **network)


def ends(network, mode="car"):
    give, equal = unsignalled(network.streets, network.controls, mode)
    return [list(zip(*np.nonzero(where), strict=True)) for where in (give, equal)]


def test_the_lower_class_gives_way_and_the_higher_does_not():
    assert ends(crossing("primary", "primary", "residential")) == [[(2, 0)], []]
    assert ends(crossing("secondary", "secondary", "primary")) == [[(0, 0), (1, 1)], []]
    assert ends(crossing("primary", "primary", "primary_link")) == [[(2, 0)], []]


def test_streets_of_one_class_look_to_the_right():
    assert ends(crossing("residential", "unclassified", "living_street")) == [
        [],
        [(0, 0), (1, 1), (2, 0)],
    ]


@pytest.mark.parametrize("south", ["service", "track", "cycleway", "local"])
def test_driveways_paths_and_schematic_roads_make_no_junction(south):
    assert ends(crossing("primary", "primary", south)) == [[], []]


def test_a_bend_is_no_junction():
    assert ends(draw(CROSS, [{"ends": "WM"}, {"ends": "ME", "highway": "primary"}])) == [[], []]


def test_a_junction_with_signals_has_its_wait_already():
    signal = Controls.of([(0, True, SIGNAL), (1, False, SIGNAL)])
    assert ends(crossing("primary", "primary", "residential", controls=signal)) == [[], []]
    # a level crossing is none
    rails = Controls.of([(0, True, CONTROLS.index("level_crossing"))])
    assert ends(crossing("primary", "primary", "tertiary", controls=rails))[0] == [(2, 0)]


def test_its_seconds_are_lost_at_the_end_of_the_edge():
    network = crossing("primary", "primary", "residential")
    delays = measure_delays(network, "car", table=DelayTable.default())
    assert delays.end_s.tolist() == [[0.0, 0.0], [0.0, 0.0], [5.0, 0.0]]
    assert not delays.begin_s.any()
    for mode in ("bicycle", "walk"):
        assert measure_delays(network, mode, table=DelayTable.default()) is None
