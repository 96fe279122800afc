"""The metric CRS of streets."""

import numpy as np
import pytest
from drawing import draw

from grensgeo.errors import InputError
from grensgeo.network.metric import metric_epsg, to_metres

PLACES, EDGES = {"A": (0, 0), "B": (300, 400)}, [{"ends": "AB"}]


@pytest.mark.parametrize(
    ("origin", "epsg"),
    [
        ((6.9, 52.2), 32632),
        ((5.9, 52.2), 32631),
        ((-51.2, -30.0), 32722),
        ((179.9, -17.0), 32760),
        ((-179.9, 65.0), 32601),
    ],
)
def test_the_zone_of_the_middle(origin, epsg):
    assert metric_epsg(draw(PLACES, EDGES, origin=origin).streets) == epsg


def test_metres_are_those_of_the_ground():
    streets = draw(PLACES, EDGES).streets
    ends = to_metres(streets, np.column_stack([streets.lon, streets.lat]))
    assert np.hypot(*(ends[1] - ends[0])) == pytest.approx(500, rel=2e-3)


def test_a_network_without_streets_has_none():
    with pytest.raises(InputError, match="has no streets"):
        metric_epsg(draw({}, []).streets)
