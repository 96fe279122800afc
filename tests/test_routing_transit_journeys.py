import numpy as np

from grensgeo.routing.transit.journeys import Legs


def test_legs_are_sorted_by_point_and_stop():
    point, stop = np.array([1, 0, 1]), np.array([2, 1, 0])
    legs = Legs.from_pairs(3, point, stop, np.array([5.0, 6.0, 7.0]))
    assert (legs.start.tolist(), legs.stop.tolist()) == ([0, 1, 3, 3], [1, 0, 2])
    assert legs.seconds.tolist() == [6.0, 7.0, 5.0]
    assert list(legs.served) == [True, True, False]
    assert len(legs) == 3
