"""What is prepared is bounded, known again by what it was made from, and handed on to copies."""

import pickle
from dataclasses import replace

import numpy as np
from drawing import draw

from grensgeo.network import prepared as module
from grensgeo.network.prepared import Kept, Part, PointAnswers, Prepared, Same


def counting(answer):
    calls = []

    def make():
        calls.append(answer)
        return answer

    return make, calls


def test_what_was_asked_for_last_stays():
    kept = Kept(2)
    make, calls = counting(None)
    for key in "aabacab":  # a value may be None
        assert kept.get(key, make) is None
    assert len(calls) == 4  # a, b, c and b again
    assert list(kept.held) == ["a", "b"]
    assert len(kept) == 2


def test_objects_are_known_by_themselves():
    one, two = np.zeros(3), np.zeros(3)
    assert Same(one, None) == Same(one, None)
    assert hash(Same(one, None)) == hash(Same(one, None))
    assert Same(one, None) != Same(two, None)
    assert Same(one) != one


def test_points_are_known_by_where_they_are(monkeypatch):
    answers = PointAnswers()
    here = np.array([[7.0, 52.0], [7.1, 52.1]])
    make, calls = counting("found")
    assert answers.get(here, make, within_m=5) == "found"
    assert answers.get(here.copy(), make, within_m=5) == "found"
    assert len(calls) == 1
    for other, metres in ((here, 6), (here[:1], 5), (here + 1e-9, 5)):
        answers.get(other, make, within_m=metres)
    assert len(calls) == 4
    # an array that is changed afterwards is another question
    here[0] = 0
    answers.get(here, make, within_m=5)
    assert len(calls) == 5
    monkeypatch.setattr(module, "_POINTS", 3)
    answers.get(np.zeros((3, 2)), make)
    assert [len(points) for points, *_ in answers.found] == [3]
    answers.get(np.zeros((4, 2)), make)  # too many are not kept
    assert [len(points) for points, *_ in answers.found] == [3]


class Mine(Part):
    pass


class OfStreets(Part):
    def handed_on(self, *, same_streets):
        return self if same_streets else None


def test_a_copy_starts_with_what_does_not_depend_on_the_difference():
    network = draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}])
    mine, shared = network.prepared.part(Mine), network.prepared.part(OfStreets)
    assert network.prepared.part(Mine) is mine
    slower = replace(network, speed_changes={})
    assert slower.prepared.part(OfStreets) is shared
    assert slower.prepared.part(Mine) is not mine
    other = replace(network, streets=replace(network.streets))
    assert other.prepared.part(OfStreets) is not shared
    assert Prepared().streets is None
    again = pickle.loads(pickle.dumps(network))
    assert again.prepared._parts == {}
    assert again.prepared.streets is again.streets


def test_copies_share_what_is_made_after_they_were_made_however_many_they_are():
    network = first = draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}])
    for _ in range(2000):
        network = replace(network, speed_changes={})
    last = network.prepared
    assert last.depth == module._DEPTH
    made = first.prepared.part(OfStreets)
    assert last.part(OfStreets) is made
    assert last.part(Mine) is not first.prepared.part(Mine)
