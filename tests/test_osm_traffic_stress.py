"""The rules of traffic stress; tests of networks hold them by tags."""

import numpy as np
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.osm.cycling import LANE, MIXED, TRACK
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.traffic_stress import levels


def test_the_table_of_mixed_traffic():
    classes = ("residential", "tertiary", "secondary")
    rated = [
        levels(
            np.full(3, HIGHWAYS.index(name), dtype=np.uint8),
            limit_kmh=np.array([40.0, 50.0, 60.0]),
            offered=np.full(3, MIXED, dtype=np.uint8),
            n_lanes=np.zeros(3, dtype=np.uint8),
            bicycle_road=np.zeros(3, dtype=bool),
            cars=np.ones(3, dtype=bool),
            bicycles=np.ones(3, dtype=bool),
        ).tolist()
        for name in classes
    ]
    assert rated == [[1, 2, 3], [2, 3, 3], [2, 3, 4]]


@settings(max_examples=examples(200))
@given(
    st.sampled_from(range(len(HIGHWAYS))),
    st.floats(5, 130),
    st.floats(5, 130),
    st.integers(0, 8),
    st.booleans(),
)
def test_slower_never_stresses_more_and_a_facility_never_does(highway, one, other, lanes, calm):
    def level(limit, offered):
        return int(
            levels(
                np.array([highway], dtype=np.uint8),
                limit_kmh=np.array([limit]),
                offered=np.array([offered], dtype=np.uint8),
                n_lanes=np.array([lanes], dtype=np.uint8),
                bicycle_road=np.array([calm]),
                cars=np.array([True]),
                bicycles=np.array([True]),
            )[0]
        )

    slow, fast = sorted((one, other))
    for offered in (MIXED, LANE, TRACK):
        assert 1 <= level(slow, offered) <= level(fast, offered) <= 4
    assert level(fast, 2) <= level(fast, 1) <= level(fast, 0)
