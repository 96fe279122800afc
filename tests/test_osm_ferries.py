"""Ferries: one boarding a crossing, however many ways draw it; durations read or estimated."""

import itertools

import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from osm_files import minutes, osm_xml

from grensgeo.network import build_network
from grensgeo.osm.ferries import FERRY_WAIT_S, read_time_s, sailing_s, wait_s

NAN = float("nan")
STREET = {"highway": "residential"}
FERRY = {"route": "ferry"}


def build(folder, nodes, ways, **kwargs):
    (folder / "drawn.osm").write_text(osm_xml(nodes, ways, **kwargs))
    return build_network(folder / "drawn.osm")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:05", 300), ("01:00:30", 3630), ("5", 300), ("2,5", 150), ("PT1H5M", 3900),
        ("P1DT2H", 93600), ("pt20m", 1200), ("5 min", 300), ("20 minutes", 1200), ("1 h", 3600),
        ("1 h 30 min", 5400), ("10 Minuten", 600), ("2 uur", 7200), ("1.5h", 5400),
        ("soon", NAN), ("", NAN), ("0", NAN), ("00:00", NAN), ("P", NAN), ("-5", NAN),
        ("10-15", NAN), ("00:10;00:20", NAN), ("h", NAN),
    ],
)  # fmt: skip
def test_durations_are_read(text, seconds):
    assert read_time_s(text) == pytest.approx(seconds, nan_ok=True)


@given(st.text(max_size=12))
def test_no_text_upsets_it(text):
    seconds = read_time_s(text)
    assert np.isnan(seconds) or seconds > 0


def test_waits_and_sailings():
    assert wait_s({"interval": "00:30"}) == 900
    assert wait_s({"interval": "on demand"}) == wait_s({}) == FERRY_WAIT_S
    assert sailing_s({"duration": "10"}, 800.0) == 600
    for nothing in ({}, {"duration": "soon"}, {"duration": "0"}):
        assert sailing_s(nothing, 800.0) == pytest.approx(360)  # 800 m at 8 km/h
    # 30 km in 10 min would be 180 km/h
    assert sailing_s({"duration": "10"}, 30_000.0) == pytest.approx(13_500)


#: A street of 100 m, a crossing of 900 m with two nodes at sea, a street of 100 m.
RIVER = {1: (0, 0), 2: (100, 0), 3: (400, 0), 4: (700, 0), 5: (1000, 0), 6: (1100, 0)}
BANKS = [(1, [1, 2], STREET), (2, [5, 6], STREET)]
WHOLE = [[2, 3, 4, 5]]
TWO, THREE = [[2, 3, 4], [4, 5]], [[2, 3], [3, 4], [4, 5]]


@pytest.mark.parametrize("pieces", [WHOLE, TWO, THREE, [[2, 3], [5, 4, 3]]])
@pytest.mark.parametrize(
    ("tags", "aboard_min"),
    [
        ({}, 10 + 0.9 / 8 * 60),
        ({"duration": "00:06"}, 10 + 6),
        ({"duration": "00:06", "interval": "01:00"}, 30 + 6),
        ({"interval": "00:10"}, 5 + 0.9 / 8 * 60),
        ({"duration": "whenever"}, 10 + 0.9 / 8 * 60),
    ],
)
def test_one_boards_once_however_the_crossing_is_drawn(tmp_path, pieces, tags, aboard_min):
    ways = [(10 + n, refs, FERRY | tags) for n, refs in enumerate(pieces)]
    network = build(tmp_path, RIVER, BANKS + ways)
    (walked,) = minutes(network, "walk", 1, [6])
    assert walked == pytest.approx(0.2 / 5 * 60 + aboard_min, rel=2e-3)
    (driven,) = minutes(network, "car", 6, [1])
    assert driven == pytest.approx(0.2 / 24 * 60 + aboard_min, rel=2e-3)


def test_pieces_with_durations_of_their_own_add_up(tmp_path):
    ways = [
        (10, [2, 3], FERRY | {"duration": "3"}),
        (11, [3, 4], FERRY | {"duration": "4"}),
        (12, [4, 5], FERRY | {"duration": "5"}),
    ]
    (walked,) = minutes(build(tmp_path, RIVER, BANKS + ways), "walk", 2, [5])
    assert walked == pytest.approx(10 + 12)


def test_one_stays_aboard_where_the_boat_calls_on_its_way(tmp_path):
    nodes = RIVER | {7: (700, 100)}
    calls = [*BANKS, (3, [4, 7], STREET)]
    for ways in ([[2, 3, 4, 5]], [[2, 3, 4], [4, 5]]):
        legs = [(10 + n, refs, FERRY) for n, refs in enumerate(ways)]
        network = build(tmp_path, nodes, calls + legs)
        across, half = minutes(network, "walk", 2, [5, 4])
        assert across == pytest.approx(10 + 0.9 / 8 * 60, rel=2e-3)
        assert half == pytest.approx(10 + 0.6 / 8 * 60, rel=2e-3)


def test_another_ferry_is_waited_for_anew(tmp_path):
    nodes = RIVER | {7: (700, 100)}
    ways = [
        (10, [2, 4], FERRY | {"duration": "6", "interval": "20"}),
        (11, [4, 5], FERRY | {"duration": "3", "interval": "60"}),
        (3, [4, 7], STREET),
    ]
    (across,) = minutes(build(tmp_path, nodes, BANKS + ways), "walk", 2, [5])
    assert across == pytest.approx((10 + 6) + (30 + 3))


def test_lines_that_part_at_sea_are_one_boarding(tmp_path):
    nodes = RIVER | {8: (400, 600), 9: (400, 700)}
    ways = [
        (10, [2, 3], FERRY),
        (11, [3, 5], FERRY),
        (12, [3, 8], FERRY),
        (3, [8, 9], STREET),
    ]
    (across,) = minutes(build(tmp_path, nodes, BANKS + ways), "bicycle", 2, [8])
    assert across == pytest.approx(10 + 0.9 / 8 * 60, rel=2e-3)


def test_a_ferry_that_lands_at_a_pier_or_a_barrier_is_reached(tmp_path):
    nodes = RIVER | {7: (150, 0)}
    pier = [(3, [2, 7], {"man_made": "pier"}), (10, [7, 3, 4, 5], FERRY | {"duration": "5"})]
    (walked,) = minutes(build(tmp_path, nodes, BANKS + pier), "walk", 1, [6])
    assert walked == pytest.approx(0.25 / 5 * 60 + 15, rel=2e-3)
    gate = build(
        tmp_path, RIVER, [*BANKS, (10, [2, 3, 4, 5], FERRY)], node_tags={2: {"barrier": "bollard"}}
    )
    assert np.isnan(minutes(gate, "car", 1, [6])[0])
    (walked,) = minutes(gate, "walk", 1, [6])
    assert walked == pytest.approx(0.2 / 5 * 60 + 10 + 0.9 / 8 * 60, rel=2e-3)


def test_what_cannot_be_read_is_counted_and_named(tmp_path):
    ways = [
        (10, [2, 3], FERRY | {"duration": "soon", "foot": "yes"}),
        (11, [3, 4], FERRY | {"interval": "now and then", "motor_vehicle": "no"}),
        (12, [4, 5], FERRY),
    ]
    notes = {note.code: note for note in build(tmp_path, RIVER, BANKS + ways).provenance.notes}
    told = dict(notes["streets.ferry-times"].values)
    assert told == {"n": 2, "example": "10", "values": "now and then, soon"}
    assert dict(notes["streets.ferry-cars"].values)["example"] == "12"
    assert notes["streets.ferry-cars"].concerns == ("car",)
    sound = build(tmp_path, RIVER, [*BANKS, (10, [2, 3, 4, 5], FERRY | {"motorcar": "yes"})])
    assert not [n for n in sound.provenance.notes if n.code.startswith("streets.ferry")]


#: Ways of a small town on a river, each to be cut at any of its inner nodes.
TOWN = {
    1: (0, 0), 2: (100, 0), 3: (220, 10), 4: (300, 0), 5: (420, 0), 6: (500, 0), 7: (600, 0),
    8: (100, 100), 9: (200, 180), 10: (300, 100), 11: (600, 150), 12: (450, 160), 13: (0, 90),
}  # fmt: skip
KINDS = [
    STREET,
    STREET | {"oneway": "yes", "cycleway:left": "lane", "cycleway:left:oneway": "-1"},
    {"highway": "tertiary", "maxspeed": "50", "maxspeed:motorcar:backward": "30"},
    {"highway": "pedestrian"},
    {"highway": "steps", "bicycle": "yes"},
    FERRY | {"duration": "00:07", "interval": "00:30"},
    FERRY | {"duration": "nobody knows"},
    FERRY,
]
LINES = [[1, 2, 3, 4], [2, 8, 9, 10, 4], [4, 5, 6, 7], [10, 12, 11, 7], [1, 13, 8]]


@settings(max_examples=examples(12))
@given(data=st.data())
def test_splitting_any_way_changes_no_time(tmp_path_factory, data):
    check_splitting(tmp_path_factory.mktemp("split"), data)


@pytest.mark.long
@settings(max_examples=examples(150))
@given(data=st.data())
def test_splitting_any_way_changes_no_time_at_length(tmp_path_factory, data):
    check_splitting(tmp_path_factory.mktemp("split"), data)


def check_splitting(folder, data):
    kinds = data.draw(st.lists(st.sampled_from(KINDS), min_size=5, max_size=5))
    # where a ferry lands, its parts are legs with durations of their own
    calls = {2, 8, 10}
    whole = [(n, refs, tags) for n, (refs, tags) in enumerate(zip(LINES, kinds, strict=True), 1)]
    split, number = [], 100
    for _, refs, tags in whole:
        inner = [n for n in range(1, len(refs) - 1) if "route" not in tags or refs[n] not in calls]
        at = data.draw(st.sets(st.sampled_from(inner)))
        bounds = [0, *sorted(at), len(refs) - 1]
        for begin, end in itertools.pairwise(bounds):
            split.append((number, refs[begin : end + 1], tags))
            number += 1
    barriers = {5: {"barrier": "bollard"}, 9: {"barrier": "gate", "motor_vehicle": "private"}}
    one = build(folder, TOWN, whole, node_tags=barriers)
    other = build(folder, TOWN, split, node_tags=barriers)
    ends = [1, 2, 4, 7, 8, 10]
    for mode in ("car", "bicycle", "walk"):
        for start in ends:
            np.testing.assert_allclose(
                minutes(other, mode, start, ends),
                minutes(one, mode, start, ends),
                rtol=1e-6,
                err_msg=f"{mode} from {start}",
            )
