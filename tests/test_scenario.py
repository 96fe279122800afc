from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import draw
from feeds import lines_at_headways

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.network import SpeedChange
from grensgeo.scenario import AdjustFrequency, CloseStreet, ModifyStreets, Scenario, read_scenario

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
TITLE = {"nl": "Een", "de": "Eins", "en": "One"}
PLACES = {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "D": (3000, 0)}
#: Around the edge BC alone, in lon/lat; the drawing starts at 7.0 E 52.2 N.
AROUND_BC = [[7.012, 52.19], [7.032, 52.19], [7.032, 52.21], [7.012, 52.21]]


def lines(**more):
    """Two hourly lines from one stop to the other, at minutes that are drawn."""
    stops = {"s1": (7.0, 52.2, "NL"), "s2": (7.04, 52.2, "DE")}
    way = [("s1", 0), ("s2", 11)]
    return lines_at_headways(stops, {"RB51": (60, way), "RB64": (60, way)}, **more)


def headways(net):
    """Minutes from one departure to the next, by line."""
    frame, names = net.feeds[0].frequencies, net.feeds[0].trips["line"].to_numpy()
    return dict(zip(names[frame["trip"]], frame["headway_s"] / 60, strict=True))


def network(**more):
    edges = [
        {"ends": "AB", "highway": "residential", "length_m": 1000.0},
        {"ends": "BC", "highway": "primary", "length_m": 1000.0},
        {"ends": "CD", "highway": "primary", "length_m": 1000.0, "country": "DE"},
    ]
    return draw(PLACES, more.pop("edges", edges), **more)


def scenario(*modifications):
    return Scenario("one", modifications, title=TITLE)


# --- adjust-frequency


def test_a_line_runs_more_often_in_a_copy():
    before = network(feeds=(lines(),))
    after = scenario(AdjustFrequency("RB64", 30)).apply(before)
    assert headways(after) == {"RB51": 60.0, "RB64": 30.0}
    assert headways(before) == {"RB51": 60.0, "RB64": 60.0}
    assert after.streets is before.streets
    assert after.feeds[0].calls is before.feeds[0].calls


def test_modifications_are_applied_in_order():
    twice = scenario(AdjustFrequency("RB64", 30), AdjustFrequency("RB64", 7.5))
    assert headways(twice.apply(network(feeds=(lines(),)))) == {"RB51": 60, "RB64": 7.5}


@pytest.mark.parametrize("headway", [0, -30, np.nan, np.inf, "30", True, 1800 * 60])
def test_headways_that_cannot_be(headway):
    with pytest.raises(InputError, match="headway_min"):
        AdjustFrequency("RB64", headway)


def test_a_line_needs_an_id():
    with pytest.raises(InputError, match="line 64 is not the id of a line"):
        AdjustFrequency(64, 30)


# --- modify-streets


def test_a_factor_by_class():
    before = network()
    after = scenario(ModifyStreets(("primary",), speed_factor=0.5, modes=("bicycle",))).apply(
        before
    )
    for then, now in zip(before.durations_s("bicycle"), after.durations_s("bicycle"), strict=True):
        np.testing.assert_allclose(now / then, [1, 2, 2])
    for mode in ("car", "walk", "ebike"):
        np.testing.assert_array_equal(after.durations_s(mode), before.durations_s(mode))
    assert before.speed_changes == {}


def test_the_routing_graph_carries_the_change():
    before = network()
    after = scenario(ModifyStreets(("primary",), speed_factor=2, modes=("car",))).apply(before)
    then, now = before.graph("car"), after.graph("car")
    edges = then.arc_edge
    np.testing.assert_allclose(now.weights_s / then.weights_s, np.where(edges == 0, 1, 0.5))


def test_a_speed_is_the_speed_travelled():
    after = scenario(ModifyStreets(("primary",), speed_kmh=36, modes=("car",))).apply(network())
    forward, _ = after.durations_s("car")
    np.testing.assert_allclose(forward[1:], 100.0)  # 1 km at 10 m/s


def test_modifications_of_streets_build_on_each_other():
    faster = ModifyStreets(("primary",), speed_factor=2, modes=("car",))
    fixed = ModifyStreets(("primary",), speed_kmh=36, modes=("car",))
    forward = scenario(fixed, faster).apply(network()).durations_s("car")[0]
    np.testing.assert_allclose(forward[1:], 50.0)
    forward = scenario(faster, fixed).apply(network()).durations_s("car")[0]
    np.testing.assert_allclose(forward[1:], 100.0)
    forward = scenario(faster, faster).apply(network()).durations_s("car")[0]
    np.testing.assert_allclose(forward / network().durations_s("car")[0], [1, 0.25, 0.25])


@pytest.mark.parametrize(
    "polygon",
    [
        AROUND_BC,
        shapely.Polygon(AROUND_BC),
        {"type": "Polygon", "coordinates": [[*AROUND_BC, AROUND_BC[0]]]},
        shapely.MultiPolygon([shapely.Polygon(AROUND_BC)]),
    ],
)
def test_streets_by_polygon(polygon):
    change = ModifyStreets(polygon=polygon, speed_factor=2)
    assert change.edges(network().streets).tolist() == [False, True, False]
    after = scenario(change).apply(network())
    assert set(after.speed_changes) == {"car", "bicycle", "ebike", "walk"}


def test_the_middle_of_a_bent_street_decides():
    bent = network(edges=[{"ends": "AB"}, {"ends": "CD", "line": [(1500, 0), (1600, 0)]}])
    change = ModifyStreets(polygon=AROUND_BC, speed_factor=2)
    assert change.edges(bent.streets).tolist() == [False, True]


def test_streets_by_country_and_class():
    change = ModifyStreets(("primary",), country="DE", speed_factor=2)
    assert change.edges(network().streets).tolist() == [False, False, True]


def test_ferries_and_barriers_stay():
    edges = [
        {"ends": "AB", "highway": "ferry", "fixed_duration_s": 600.0},
        {"ends": "BC", "highway": "barrier", "length_m": 0.0},
        {"ends": "CD"},
    ]
    before = network(edges=edges)
    change = ModifyStreets(country="NL", speed_factor=2)
    assert change.edges(before.streets).tolist() == [False, False, True]
    assert scenario(change).apply(before).durations_s("walk")[0].tolist()[:2] == [600.0, 0.0]
    with pytest.raises(InputError, match="highways: ferry; choose from motorway"):
        ModifyStreets(("ferry",), speed_factor=2)


def ways():
    """Way 7 in two edges, way 8 in one; a ferry has the number 9."""
    edges = [
        {"ends": "AB", "highway": "primary", "length_m": 1000.0, "way_id": 7},
        {"ends": "BC", "highway": "residential", "length_m": 1000.0, "way_id": 7},
        {"ends": "CD", "highway": "residential", "length_m": 1000.0, "way_id": 8},
        {"ends": "DA", "highway": "ferry", "way_id": 9, "fixed_duration_s": 60.0},
    ]
    return network(edges=edges)


@pytest.mark.parametrize(
    ("chosen", "edges"),
    [
        ({"ways": (7,)}, [0, 1]),
        ({"ways": [8, 7, 8]}, [0, 1, 2]),
        ({"ways": (7, 9)}, [0, 1]),  # a ferry lasts as long as it lasts
        ({"ways": (7,), "highways": ("residential",)}, [1]),  # both have to fit
    ],
)
def test_ways_are_meant_by_their_ids(chosen, edges):
    before = ways()
    after = scenario(ModifyStreets(speed_factor=0.5, modes=("car",), **chosen)).apply(before)
    ratio = after.durations_s("car")[0] / before.durations_s("car")[0]
    assert ratio.tolist() == [2.0 if e in edges else 1.0 for e in range(4)]
    limited = scenario(ModifyStreets(limit_kmh=20, **chosen)).apply(before).streets
    assert np.flatnonzero(limited.maxspeed_forward_kmh == 20).tolist() == edges


def test_ways_that_are_not_there_are_told_together_with_other_faults():
    plan = scenario(
        ModifyStreets(ways=(7, 5, 6), limit_kmh=30),
        ModifyStreets(("motorway",), limit_kmh=80),
        CloseStreet((4,)),
    )
    with pytest.raises(InputError) as told:
        plan.apply(ways())
    assert [fault.code for fault in told.value.faults] == [
        "way-unknown",
        "no-street-fits",
        "way-unknown",
    ]
    assert "no way 5, 6;" in str(told.value)
    with pytest.raises(InputError, match="no street fits 'limit of 30 km/h on all streets of the"):
        scenario(ModifyStreets(ways=(9,), limit_kmh=30)).apply(ways())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"speed_factor": 2}, "say which streets: give highways, ways, refs, polygon or country"),
        ({"country": "NL"}, "give one of limit_kmh"),
        ({"country": "NL", "speed_factor": 2, "speed_kmh": 30}, "give one of"),
        ({"country": "NL", "speed_factor": 0}, "speed_factor: 0 is not above 0 and at most 10"),
        ({"country": "NL", "speed_factor": 115}, "speed_factor: 115 is not above 0 and at most"),
        ({"country": "NL", "speed_kmh": np.inf}, "speed_kmh: inf"),
        ({"country": "NL", "speed_kmh": "fast"}, "speed_kmh: 'fast' is not a number"),
        ({"country": "UK", "speed_kmh": 30}, "country: 'UK'; choose from NL, DE"),
        ({"highways": "primary", "speed_kmh": 30}, "highways: 'primary' is not a list"),
        ({"highways": ["primry", "b54"], "speed_kmh": 30}, "highways: primry, b54; choose from"),
        ({"country": "NL", "modes": ["train"], "speed_kmh": 30}, "modes: train; choose from car"),
        ({"ways": "8", "speed_kmh": 30, "modes": ["car"]}, "ways: '8' is not a list of ids"),
        ({"ways": [8.5], "limit_kmh": 30}, r"ways: \[8.5\] is not a list of ids"),
        ({"polygon": [[1, 2], [3]], "speed_kmh": 30}, "polygon: not a ring of lon, lat pairs"),
        ({"polygon": [[1, 2], [3, 4]], "speed_kmh": 30}, "polygon: not a ring of lon, lat"),
        ({"polygon": {"type": "Polygn"}, "speed_kmh": 30}, "polygon: not a ring"),
        ({"polygon": shapely.Point(1, 2), "speed_kmh": 30}, "empty or other geometry .Point"),
        (
            {"polygon": [[0, 0], [1, 1], [1, 0], [0, 1]], "speed_kmh": 30},
            "polygon: not valid .Self-intersection",
        ),
        (
            {"polygon": [[52, 190], [52, 191], [53, 190]], "speed_kmh": 30},
            "coordinates out of range; write degrees, lon before lat",
        ),
    ],
)
def test_street_modifications_that_cannot_be(arguments, message):
    with pytest.raises(InputError, match=message):
        ModifyStreets(**arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"speed_kmh": 30}, r"name them \(modes = ..car..\), or give limit_kmh"),
        ({"speed_kmh": 60, "modes": ["car", "bicycle"]}, "60 is more than bicycle travels .45"),
        ({"speed_kmh": 17, "modes": ["walk"]}, "17 is more than walk travels"),
        ({"limit_kmh": 30, "modes": ["car"]}, "a limit holds for all motor vehicles"),
        ({"limit_kmh": 30, "speed_kmh": 30, "modes": ["car"]}, "give one of"),
        ({"limit_kmh": 300}, "limit_kmh: 300 is not above 0 and at most 250"),
        ({"limit_kmh": 3}, "below walking pace"),
    ],
)
def test_limits_and_travelled_speeds_are_two_things(arguments, message):
    with pytest.raises(InputError, match=message):
        ModifyStreets(country="NL", **arguments)


TAGGED = [
    {"ends": "AB", "highway": "residential", "maxspeed_kmh": 50.0},
    {"ends": "BC", "highway": "secondary", "maxspeed_kmh": 50.0},
    {"ends": "CD", "highway": "secondary", "maxspeed_kmh": 80.0},
]


@pytest.mark.parametrize("period", ["free_flow", "morning_peak", "off_peak"])
def test_a_lower_limit_makes_cars_slower_at_every_hour(period):
    before = network(edges=TAGGED)
    after = scenario(ModifyStreets(("residential", "secondary"), limit_kmh=30)).apply(before)
    signed = network(edges=[edge | {"maxspeed_kmh": 30.0} for edge in TAGGED])
    then, now, told = (n.durations_s("car", period=period)[0] for n in (before, after, signed))
    assert (now > then).all()
    np.testing.assert_array_equal(now, told)
    for mode in ("walk", "bicycle"):
        np.testing.assert_array_equal(after.durations_s(mode), before.durations_s(mode))


def test_a_limit_takes_the_place_of_what_was_travelled_or_observed():
    before = network(edges=TAGGED).with_observed_speeds(
        pd.DataFrame({"way_id": [1, 2, 3], "speed_kmh": [45.0, 45.0, 70.0]})
    )
    travelled = ModifyStreets(("residential",), speed_kmh=49, modes=("car",))
    limit = ModifyStreets(("residential",), limit_kmh=30)
    after = scenario(travelled, limit).apply(before)
    signed = network(edges=[TAGGED[0] | {"maxspeed_kmh": 30.0}, *TAGGED[1:]])
    then, now, told = (n.durations_s("car")[0] for n in (before, after, signed))
    assert now[0] == told[0] > then[0]
    assert now[1:].tolist() == then[1:].tolist()
    codes = [note.code for note in after.provenance.notes]
    assert "scenario.limit" in codes
    assert "scenario.limit-observed" in codes


def test_stress_follows_the_limit():
    before = network(edges=[*TAGGED[:2], TAGGED[2] | {"maxspeed_kmh": 60.0}])
    rated = replace(
        before.streets,
        stress_forward=np.array([2, 3, 3], dtype=np.uint8),
        stress_backward=np.array([2, 3, 0], dtype=np.uint8),
    )
    before = replace(before, streets=rated)
    limit = ModifyStreets(("residential", "secondary"), limit_kmh=30)
    streets = scenario(limit).apply(before).streets
    # the last is a street with a cycle lane, as mixed traffic at 60 km/h would be 4
    assert streets.stress_forward.tolist() == [1, 2, 2]
    assert streets.stress_backward.tolist() == [1, 2, 0]
    faster = scenario(limit, ModifyStreets(("residential",), limit_kmh=60)).apply(before)
    assert faster.streets.stress_forward.tolist() == [3, 2, 2]
    surveyed = replace(rated, stress_forward=np.array([3, 1, 2], dtype=np.uint8))
    after = scenario(limit).apply(replace(before, streets=surveyed)).streets
    # what no street of that limit has was surveyed; a cycle track is 1 at any limit
    assert after.stress_forward.tolist() == [3, 1, 2]


def test_a_limit_that_the_table_does_not_let_cars_drive_is_told():
    edges = [{"ends": "AB", "highway": "motorway", "maxspeed_kmh": 100.0}]
    with pytest.warns(GrensgeoWarning, match=r"keep to 100 km/h by day on 1 of 1 streets"):
        scenario(ModifyStreets(("motorway",), limit_kmh=130)).apply(network(edges=edges))
    walking = [{"ends": "AB", "highway": "footway", "forward": 8, "backward": 8}]
    with pytest.raises(InputError, match="no street fits 'limit of 30 km/h on footway'"):
        scenario(ModifyStreets(("footway",), limit_kmh=30)).apply(network(edges=walking))


def test_speed_changes_are_frozen_and_above_zero():
    change = SpeedChange(np.array([np.nan, 30.0]), np.ones(2))
    with pytest.raises(ValueError, match="read-only"):
        change.factor[0] = 2
    with pytest.raises(InputError, match="factor is not above zero"):
        SpeedChange(np.array([np.nan]), np.zeros(1))


# --- scenario


def test_all_unknown_references_are_told_at_once():
    swapped = [[lat, lon] for lon, lat in AROUND_BC]
    wrong = scenario(
        AdjustFrequency("RB99", 30),
        AdjustFrequency("RB64", 30),
        ModifyStreets(("motorway",), speed_kmh=100, modes=("car",)),
        ModifyStreets(polygon=swapped, speed_factor=2),
    )
    with pytest.raises(InputError) as caught:
        wrong.apply(network(feeds=(lines(),)))
    text = str(caught.value)
    assert "scenario one: modification 1: unknown line 'RB99'; there are RB51, RB64" in text
    assert "modification 2" not in text
    assert "modification 3: no street fits 'car at 100 km/h on motorway'" in text
    assert "modification 4: no street fits" in text
    assert "lon, lat" in text
    with pytest.raises(InputError, match="the network has no public transport"):
        scenario(AdjustFrequency("RB64", 30)).apply(network())


def test_streets_that_none_of_the_modes_may_use_are_an_error():
    edges = [{"ends": "AB", "highway": "motorway", "forward": 1, "backward": 1}]
    cycling = ModifyStreets(("motorway",), speed_factor=2, modes=("bicycle",))
    with pytest.raises(InputError, match="no street fits"):
        scenario(cycling).apply(network(edges=edges))


def test_the_provenance_tells_of_the_scenario():
    after = scenario(AdjustFrequency("RB64", 30)).apply(network(feeds=(lines(),)))
    assert after.provenance.notes == (
        "scenario one: line RB64 every 30 min",
        "line RB64 in lines: 2 trips at headways",
    )
    assert after.provenance.notes[0].text("de") == "Szenario: Eins"


def test_a_scenario_is_frozen():
    one = scenario(AdjustFrequency("RB64", 30))
    with pytest.raises(FrozenInstanceError):
        one.name = "two"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "Half hourly"}, "name: 'Half hourly'; use small letters"),
        ({"name": "../up"}, "name: '../up'"),
        ({"name": "baseline"}, "what a scenario is compared with"),
        ({"modifications": ()}, "modifications: there are none"),
        ({"title": {"nl": "x", "de": " "}}, "title: none in de, en"),
        ({"title": "x"}, "title: none in nl, de, en"),
    ],
)
def test_scenarios_that_cannot_be(change, message):
    given = {"name": "one", "modifications": (AdjustFrequency("a", 1),), "title": TITLE} | change
    with pytest.raises(InputError, match=message):
        Scenario(given["name"], given["modifications"], title=given["title"])


# --- read_scenario

GOOD = """
[scenario]
name = "one"
title = { nl = "Een", de = "Eins", en = "One" }

[[modifications]]
type = "adjust-frequency"
line = "RB64"
headway_min = 30

[[modifications]]
type = "modify-streets"
highways = ["primary"]
polygon = [[7.012, 52.19], [7.032, 52.19], [7.032, 52.21], [7.012, 52.21]]
speed_factor = 1.5
modes = ["bicycle", "ebike"]
"""


def read(tmp_path, text):
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path)


def test_reading_gives_what_python_gives(tmp_path):
    expected = scenario(
        AdjustFrequency("RB64", 30),
        ModifyStreets(("primary",), AROUND_BC, speed_factor=1.5, modes=("bicycle", "ebike")),
    )
    assert read(tmp_path, GOOD) == expected
    assert read_scenario(str(tmp_path / "plan.toml")) == expected
    after = expected.apply(network(feeds=(lines(),)))
    assert list(after.speed_changes) == ["bicycle", "ebike"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("headway_min", "headway_mins", "unknown key headway_mins; there are line, headway_min"),
        ("headway_min", "headway_mins", "modification 1: .*nearest is headway_min"),
        ("headway_min = 30", 'headway_min = "30"', "headway_min is '30', not a number"),
        ("headway_min = 30", "headway_min = true", "headway_min is True, not a number"),
        ("headway_min = 30", "headway_min = -5", "modification 1: headway_min is -5"),
        ("headway_min = 30", "headway_min = nan", "headway_min is nan, expected a number above 0"),
        ('line = "RB64"', "line = 64", "modification 1: line is 64, not text"),
        ('["primary"]', '"primary"', "modification 2: highways is 'primary', not a list"),
        ('["primary"]', '["primry"]', "modification 2: highways: primry; .*; nearest is primary"),
        (
            '"adjust-frequency"',
            '"adjust"',
            "modification 1: type 'adjust'; choose from add-homes, add",
        ),
        ('type = "modify-streets"', "", "modification 2: type is missing; choose from"),
        ('de = "Eins", ', "", r"\[scenario.title\]: de is missing"),
        ('name = "one"', 'name = "one"\nauthor = "x"', r"\[scenario\]: unknown key author"),
        ('name = "one"', "name = 1", r"\[scenario\]: name is 1, not text"),
        ('name = "one"', 'name = "One"', "name: 'One'; use small letters"),
        ("[scenario]", "[scenari]", "the file: unknown key scenari; there are scenario"),
        ("speed_factor = 1.5", "speed_kmh = 0", "speed_kmh is 0, expected a number above 0"),
        ("[[7.012, 52.19], ", "[[7.012], ", "polygon: not a ring of lon, lat pairs"),
    ],
)
def test_a_file_that_cannot_be_names_file_and_key(tmp_path, old, new, message):
    assert old in GOOD
    with pytest.raises(InputError, match=message) as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert "plan.toml: " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    text = GOOD.replace('name = "one"', "name = 1").replace('"primary"', '"primry"')
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert "name is 1" in str(caught.value)
    assert "primry" in str(caught.value)


@pytest.mark.parametrize("text", ["", "modifications = 3\nscenario = 4", "[scenario]"])
def test_files_with_little_in_them(tmp_path, text):
    with pytest.raises(InputError, match=r"plan\.toml"):
        read(tmp_path, text)


def test_no_file_and_no_text(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_scenario(tmp_path / "none.toml")
    (tmp_path / "plan.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError, match="not a TOML file"):
        read_scenario(tmp_path / "plan.toml")
    with pytest.raises(FileError, match=r"not a TOML file \(Invalid value \(at line 2"):
        read(tmp_path, "[scenario]\nname = \n")
    with pytest.raises(FileError, match="is a folder"):
        read_scenario(tmp_path)


# --- the sample's own scenario


@pytest.mark.parametrize(
    "path",
    # beside them lie files of lines that scenarios add
    [
        path
        for path in sorted((SAMPLE / "scenarios").glob("*.toml"))
        if path.read_text(encoding="utf-8").partition("[scenario]")[1]
    ],
    ids=lambda p: p.stem,
)
def test_the_scenarios_of_the_sample_can_be_read(path):
    plan = read_scenario(path)
    assert plan.name == path.stem
    assert set(plan.title) == {"nl", "de", "en"}
    assert len(plan.modifications) == path.read_text(encoding="utf-8").count("[[modifications]]")


def test_the_scenario_of_the_sample_fits_its_network():
    from grensgeo.network import load_network

    plan = read_scenario(SAMPLE / "scenarios" / "rb64-and-f35.toml")
    assert plan.modes == {"transit", "bicycle", "ebike"}
    train, path = (
        read_scenario(SAMPLE / "scenarios" / f"{name}.toml")
        for name in ("rb64-half-hourly", "f35-cycle-highway")
    )
    assert (train.modes, path.modes) == ({"transit"}, {"bicycle", "ebike"})
    assert [item.describe() for item in plan.modifications] == [
        item.describe() for one in (train, path) for item in one.modifications
    ]
    before = load_network(SAMPLE / "network")
    after = plan.apply(before)
    assert headways(before) == headways(after)  # RB64 has known minutes, and gets more of them
    then, now = (net.feeds[0].trips["line"].value_counts() for net in (before, after))
    assert 1.4 * then["RB64"] < now["RB64"] < 2 * then["RB64"]
    assert then.drop("RB64").equals(now.reindex(then.index).drop("RB64"))
    for mode in ("bicycle", "ebike"):
        then, now = before.durations_s(mode)[0], after.durations_s(mode)[0]
        assert (now <= then + 1e-9)[~np.isnan(then)].all()
        assert (now < then).any()


@pytest.mark.long
def test_each_measure_of_the_sample_has_its_own_answer():
    """By train with the bicycle to it, Losser gains by the cycleway, not by the train."""
    import grensgeo as gg

    region, before = gg.load_region(SAMPLE), gg.load_network(SAMPLE / "network", store=False)
    homes = region.places.loc[["GM0168", "05566068"]]  # Losser and Ochtrup
    trip = gg.Trip(
        "transit", departure="2023-10-17T07:30", window_min=60, access="bicycle",
        max_access_min=15, max_egress_min=20, max_min=60,
    )  # fmt: skip
    jobs = region.opportunities["jobs"]

    def reached(network):
        times = gg.travel_times(network, homes, region.cells, trip)
        return gg.cumulative(times, jobs, cutoff_min=45).to_numpy()

    now = reached(before)
    gain = {
        name: reached(read_scenario(SAMPLE / "scenarios" / f"{name}.toml").apply(before)) - now
        for name in ("rb64-half-hourly", "f35-cycle-highway", "rb64-and-f35")
    }
    assert gain["rb64-half-hourly"][0] == 0 < gain["f35-cycle-highway"][0]
    assert gain["rb64-half-hourly"][1] > 0 == gain["f35-cycle-highway"][1]
    assert (gain["rb64-and-f35"] >= np.maximum(*list(gain.values())[:2])).all()
