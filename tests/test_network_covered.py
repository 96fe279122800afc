"""The area that streets cover."""

import shapely
from drawing import draw

from grensgeo.network.covered import land_area


def test_a_street_covers_the_cells_around_it_and_a_ferry_its_landings():
    places = {"A": (0, 0), "B": (500, 0), "C": (20_000, 0), "D": (20_500, 0)}
    roads = [{"ends": "AB"}, {"ends": "CD"}]
    area = land_area(draw(places, roads).streets)
    assert len(shapely.get_parts(area)) == 2
    sea = [*roads, {"ends": "BC", "highway": "ferry", "fixed_duration_s": 900.0}]
    assert shapely.equals(land_area(draw(places, sea).streets), area)
    bridge = land_area(draw(places, [*roads, {"ends": "BC"}]).streets)
    assert len(shapely.get_parts(bridge)) == 1
    assert shapely.covers(bridge, area)
