"""The parts that streets fall into."""

import numpy as np
from drawing import draw

from grensgeo.network.parts import cut_off, edge_components, large_parts, notes_on
from grensgeo.network.snapping import street_pieces

#: A street of 12 km, one of 200 m beside it, and one of 200 m five kilometres away.
PLACES = {
    "A": (0, 0), "B": (12_000, 0), "C": (500, 300), "D": (700, 300), "E": (0, 5000), "F": (200, 5000),
}  # fmt: skip
ISLES = draw(PLACES, [{"ends": "AB"}, {"ends": "CD"}, {"ends": "EF"}])


def components(network, **more):
    graph = network.graph("walk", **more)
    country = more.get("country")
    return edge_components(network.streets, graph, network.durations_s("walk"), country)


def test_a_small_part_is_left_out_beside_a_large_one_and_kept_alone():
    component = components(ISLES)
    assert len(set(component.tolist())) == 3
    kept = large_parts(ISLES.streets, street_pieces(ISLES), component)
    assert kept[component].tolist() == [True, False, True]
    assert not kept[-1]
    codes = [
        note.code for note in notes_on(component, kept, ISLES.streets, is_open=component >= 0)
    ]
    assert codes == ["streets.parts.kept", "streets.parts.small"]


def test_a_street_of_no_way_back_is_in_no_part_and_counted():
    lane = draw(PLACES, [{"ends": "AB"}, {"ends": "CD", "backward": 0}])
    component = components(lane)
    assert (component < 0).tolist() == [False, True]
    kept = large_parts(lane.streets, street_pieces(lane), component)
    told = notes_on(component, kept, lane.streets, is_open=np.ones(2, dtype=bool))
    assert [note.code for note in told] == ["streets.parts.one-way"]


def test_edges_of_another_country_are_in_no_part():
    edges = [{"ends": "AB", "country": "DE"}, {"ends": "CD"}]
    assert (components(draw(PLACES, edges), country="NL") < 0).tolist() == [True, False]


def test_a_street_is_cut_off_where_a_gap_is_wide():
    large = np.array([0], dtype=np.int32)
    assert cut_off(ISLES.streets, street_pieces(ISLES), large).tolist() == [1, 2]
    near = draw({**PLACES, "C": (500, 100), "D": (700, 100)}, [{"ends": "AB"}, {"ends": "CD"}])
    assert cut_off(near.streets, street_pieces(near), large).tolist() == []
