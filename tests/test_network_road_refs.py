"""Numbers of roads: read, kept with a network, and chosen by a scenario."""

from dataclasses import replace

import numpy as np
import pytest
from drawing import draw

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.network import load_network
from grensgeo.network.road_refs import RoadRefs
from grensgeo.scenario import ModifyStreets, Scenario

TITLE = {"nl": "Een", "de": "Eins", "en": "One"}


def network():
    edges = [
        {"ends": "AB", "highway": "trunk", "way_id": 7, "stress": 4, "stress_back": 0},
        {"ends": "BC", "highway": "trunk", "way_id": 8, "stress": 2},
        {"ends": "CD", "highway": "primary", "way_id": 9, "forward": 1, "backward": 1},
    ]
    places = {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "D": (3000, 0)}
    refs = RoadRefs.of([(7, "N 35"), (8, "N35;A1"), (9, "B54")])
    return draw(places, edges, refs=refs)


def changed(**what):
    return Scenario("one", (ModifyStreets(**what),), title=TITLE).apply(network())


@pytest.mark.parametrize(
    ("refs", "edges"),
    [(("N35",), [0, 1]), (("n 35",), [0, 1]), (("A1", "B54"), [1, 2]), (("B 54",), [2])],
)
def test_roads_are_meant_by_their_number(refs, edges):
    after = changed(refs=refs, limit_kmh=100)
    assert np.flatnonzero(after.streets.maxspeed_forward_kmh == 100).tolist() == edges


def test_numbers_that_no_road_has():
    with pytest.raises(InputError, match="unknown road N53; nearest is N35"):
        changed(refs=("N53",), limit_kmh=100)
    with pytest.raises(InputError, match="refs: 'N35' is not a list of names"):
        ModifyStreets(refs="N35", limit_kmh=100)


def test_roads_are_closed_and_rated_by_their_number():
    closed = changed(refs=("N35",), closed=True, modes=("car",))
    assert np.isnan(closed.durations_s("car")[0]).tolist() == [True, True, False]
    assert not np.isnan(closed.durations_s("walk")[0][:2]).any()
    rated = changed(refs=("N35", "B54"), stress=1).streets
    # where bicycles may ride: both ways on the first two
    assert rated.stress_forward.tolist() == [1, 1, 0]
    assert rated.stress_backward.tolist() == [1, 1, 0]


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ({"closed": True, "limit_kmh": 30}, "give one of limit_kmh"),
        ({"closed": 1}, "closed: 1 is not true or false"),
        ({"stress": 5}, "stress: 5 is not 1, 2, 3 or 4"),
        ({"stress": 1, "modes": ("bicycle",)}, "leave modes out"),
    ],
)
def test_what_cannot_be_done_to_them(what, message):
    with pytest.raises(InputError, match=message):
        ModifyStreets(refs=("N35",), **what)


def test_what_is_so_already_is_an_error():
    signed = network()
    limits = np.full(3, 100, dtype=np.float32)
    streets = replace(signed.streets, maxspeed_forward_kmh=limits, maxspeed_backward_kmh=limits)
    plan = Scenario("one", (ModifyStreets(refs=("N35",), limit_kmh=100),), title=TITLE)
    with pytest.raises(InputError, match="'limit of 100 km/h on all streets of N35' changes not"):
        plan.apply(replace(signed, streets=streets))
    with pytest.raises(InputError, match="changes nothing"):
        changed(refs=("N35",), speed_factor=1)


def test_numbers_are_kept_in_files(tmp_path):
    network().save(tmp_path / "net")
    assert load_network(tmp_path / "net").refs.ref.tolist() == ["N35", "A1", "N35", "B54"]
    replace(network(), refs=RoadRefs.of(())).save(tmp_path / "none")
    assert not (tmp_path / "none" / "refs.parquet").exists()


def test_numbers_of_an_extract(tmp_path):
    path = tmp_path / "x.osm"
    nodes = "".join(
        f'<node id="{n}" version="1" lat="52.{20 + n}" lon="7.0"/>' for n in range(1, 5)
    )
    ways = "".join(
        f'<way id="{n}" version="1"><nd ref="{n}"/><nd ref="{n + 1}"/>'
        f'<tag k="highway" v="primary"/><tag k="ref" v="{ref}"/></way>'
        for n, ref in enumerate(["N 35", "B 54;N35", ""], start=1)
    )
    path.write_text(f'<osm version="0.6">{nodes}{ways}</osm>', encoding="utf-8")
    refs = gg.build_network(osm=[path]).refs
    assert list(zip(refs.way_id.tolist(), refs.ref.tolist(), strict=True)) == [
        (1, "N35"), (2, "B54"), (2, "N35"),
    ]  # fmt: skip
