from drawing import draw

from grensgeo.network import Streets
from grensgeo.scenario import ModifyStreets, edge_boxes
from grensgeo.scenario.edge_boxes import EdgeBoxes

PLACES = {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "D": (1000, 900)}
#: A bent street whose middle lies far from both of its ends, and two straight ones.
EDGES = [{"ends": "AC", "line": [(1000, 500)]}, {"ends": "BD"}, {"ends": "CD"}]


def test_a_box_holds_the_whole_line():
    streets = draw(PLACES, EDGES, origin=(7.0, 52.2)).streets
    boxes = EdgeBoxes.of(streets)
    assert boxes.north[0] == streets.coords[1, 1] > streets.lat[:3].max()
    assert boxes.beside((7.0, 52.203, 7.1, 52.3)).tolist() == [True, True, True]
    assert boxes.beside((7.0, 52.2, 7.001, 52.201)).tolist() == [True, False, False]
    assert boxes.beside((7.016, 52.2001, 7.1, 52.3)).tolist() == [True, False, True]
    assert not boxes.beside((6.0, 51.0, 6.5, 51.5)).any()


def test_no_streets_have_no_boxes():
    streets = draw({"A": (0, 0)}, []).streets
    assert isinstance(streets, Streets)
    assert EdgeBoxes.of(streets).beside((0, 0, 1, 1)).tolist() == []


def test_scenarios_of_the_same_streets_share_their_boxes(monkeypatch):
    made = []

    def counted(streets):
        made.append(streets)
        return original(streets)

    original = EdgeBoxes.of
    monkeypatch.setattr(edge_boxes.EdgeBoxes, "of", counted)
    network = draw(PLACES, EDGES)
    ring = [[7.0, 52.199], [7.1, 52.199], [7.1, 52.3], [7.0, 52.3]]
    slower = ModifyStreets(polygon=ring, speed_factor=0.5)
    for _ in range(2):
        faults = []
        network = slower.changed_network(network, faults)
        assert not faults
    assert len(made) == 1
    assert network.speed_changes["car"].factor.tolist() == [0.25, 0.25, 0.25]
