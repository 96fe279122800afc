"""Scenarios of R5, with answers by hand: seconds, factors of time, ids with their feeds."""

import json
import re

import pytest

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.scenario import (
    AdjustDwell,
    AdjustFrequency,
    AdjustSpeed,
    ModifyStreets,
    RemoveLine,
    RemoveStop,
    Reroute,
    read_r5_scenario,
)

SQUARE = [[6.8, 52.2], [7.0, 52.2], [7.0, 52.3], [6.8, 52.3], [6.8, 52.2]]
DAYS = dict.fromkeys(("monday", "tuesday"), True)


def written(folder, *modifications, **more):
    path = folder / "Halbe Stunde.json"
    path.write_text(json.dumps({"modifications": modifications, **more}), encoding="utf-8")
    return path


def read(folder, *modifications, **options):
    return read_r5_scenario(written(folder, *modifications), **options).modifications


def test_what_matches_exactly_is_read_without_a_word(tmp_path):
    """Speeds are factors, and half the speed is twice the time; dwells are seconds."""
    path = written(
        tmp_path,
        {"type": "remove-trips", "routes": ["db:RB51"]},
        {"type": "adjust-dwell-time", "routes": ["db:RB64"], "stops": ["db:1", "db:2"],
         "dwellSecs": 90},
        {"type": "adjust-speed", "routes": ["db:RB64", "ns:1"], "scale": 1.25},
        {"type": "adjust-speed", "routes": ["ns:1"], "scale": 0.5,
         "hops": [["ns:a", "ns:b"], ["ns:b", "ns:a"]]},
        description="Schneller",
    )  # fmt: skip
    scenario = read_r5_scenario(path)
    assert scenario.name == "halbe-stunde"
    assert scenario.title == {"nl": "Schneller", "de": "Schneller", "en": "Schneller"}
    assert scenario.modifications == (  # in R5's order, not that of the file
        AdjustSpeed("db:RB64", speed_factor=1.25),
        AdjustSpeed("ns:1", speed_factor=1.25),
        AdjustSpeed("ns:1", speed_factor=0.5, from_stop="ns:a", to_stop="ns:b"),
        AdjustDwell("db:RB64", 1.5, stop="db:1"),
        AdjustDwell("db:RB64", 1.5, stop="db:2"),
        RemoveLine("db:RB51"),
    )


def test_headways_are_seconds_and_what_r5_does_besides_is_told(tmp_path):
    entry = {"sourceTrip": "db:1", "headwaySecs": 1800, "startTime": 21600, "endTime": 72000}
    with pytest.warns(GrensgeoWarning, match="in the hours and on the days"):
        made = read(
            tmp_path, {"type": "adjust-frequency", "route": "db:RB64", "entries": [entry | DAYS]}
        )
    assert made == (AdjustFrequency("db:RB64", 30),)


def test_stops_that_are_left_out_save_seconds(tmp_path):
    with pytest.warns(GrensgeoWarning, match="how long vehicles stand"):
        made = read(
            tmp_path, {"type": "remove-stops", "routes": ["db:RB64"], "stops": ["db:epe"],
                       "secondsSavedAtEachStop": 45},
        )  # fmt: skip
    assert made == (RemoveStop("db:RB64", "db:epe", 0.75),)


def test_a_new_way_adds_hops_and_dwells_up(tmp_path):
    """Five minutes, a stand of one, four minutes: there after 5 and 10."""
    way = {
        "type": "reroute", "routes": ["db:RB64"], "fromStop": "db:a", "toStop": "db:c",
        "stops": [{"id": "db:b"}], "hopTimes": [300, 240], "dwellTimes": [0, 60, 0],
    }  # fmt: skip
    with pytest.warns(GrensgeoWarning, match="one direction"):
        made = read(tmp_path, way)
    assert made == (Reroute("db:RB64", "db:a", "db:c", minutes=(5.0, 10.0), via=["db:b"]),)


def test_streets_within_polygons_by_mode(tmp_path):
    """Twice the time is half the speed; both rings are one area; who is not allowed is shut out."""
    beside = [[x + 0.2, y] for x, y in SQUARE]
    with pytest.warns(GrensgeoWarning, match="the middle decides"):
        made = read(
            tmp_path,
            {"type": "modify-streets", "polygons": [SQUARE, beside], "carSpeedKph": 30,
             "walkTimeFactor": 2, "bikeLts": 1, "allowedModes": ["BICYCLE", "WALK"]},
        )  # fmt: skip
    assert all(isinstance(one, ModifyStreets) for one in made)
    assert [(one.modes, one.speed_kmh, one.speed_factor, one.stress, one.closed) for one in made] == [
        (("car",), 30, None, None, False),
        (("walk",), None, 0.5, None, False),
        ((), None, None, 1, False),
        (("car",), None, None, None, True),
    ]  # fmt: skip
    assert made[0].polygon.bounds == pytest.approx((6.8, 52.2, 7.2, 52.3))


def test_feeds_are_renamed(tmp_path):
    made = read(
        tmp_path,
        {"type": "remove-trips", "routes": ["6543ab:de:nwl:RB64"]},
        feeds={"6543ab": "db"},
    )
    assert made == (RemoveLine("db:de:nwl:RB64"),)


WITHOUT = [
    ({"type": "add-trips", "comment": "night bus"}, r"2 \(add-trips, night bus\): write the line"),
    ({"type": "add-streets"}, "write the lines as GeoJSON"),
    ({"type": "road-congestion"}, "its polygons are another file"),
    ({"type": "custom"}, r"2 \(custom\): is not known"),
    ({"type": "remove-trips", "trips": ["db:1"]}, "is for trips"),
    ({"type": "remove-stops", "patterns": ["db:1"], "stops": ["db:a"]}, "is for patterns"),
    ({"type": "adjust-speed", "routes": ["RB64"], "scale": 2}, "has no feed before it"),
    ({"type": "adjust-speed", "routes": ["db:1"], "scale": 2, "hops": [["db:a", "db:b"]]},
     "without its way back"),
    ({"type": "adjust-speed", "routes": ["db:1"], "scale": 2, "scaleDwells": True}, "scaleDwells"),
    ({"type": "adjust-speed", "routes": ["db:1"], "scale": "2"}, "scale: '2' is not a number"),
    ({"type": "adjust-dwell-time", "routes": ["db:1"], "scale": 2}, "set here, not scaled"),
    ({"type": "adjust-frequency", "route": "db:1", "entries": [{"firstDepartures": [1]}]},
     "departures are no headway"),
    ({"type": "adjust-frequency", "route": "db:1",
      "entries": [{"headwaySecs": 600}, {"headwaySecs": 900}]}, "here a line has one"),
    ({"type": "reroute", "routes": ["db:1"], "fromStop": "db:a"}, "has one end"),
    ({"type": "remove-trips", "routes": ["db:1"], "activeInVariants": ["a"]}, "is of a variant"),
    ({"type": "modify-streets", "polygons": [SQUARE], "carSpeedFactor": 99}, "is not above 0"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "said"), WITHOUT)
def test_what_has_no_match_is_told_and_may_be_left_out(tmp_path, values, said):
    path = written(tmp_path, {"type": "remove-trips", "routes": ["db:RB51"]}, values)
    with pytest.raises(InputError, match=said):
        read_r5_scenario(path)
    with pytest.warns(GrensgeoWarning, match=said):
        scenario = read_r5_scenario(path, partly=True)
    assert scenario.modifications == (RemoveLine("db:RB51"),)


def test_all_that_has_no_match_is_told_together(tmp_path):
    with pytest.raises(InputError) as caught:
        read(tmp_path, *(values for values, _ in WITHOUT))
    assert len(caught.value.faults) == len(WITHOUT)
    numbers = [int(re.search(r"modification (\d+)", str(one))[1]) for one in caught.value.faults]
    assert sorted(numbers) == list(range(1, len(WITHOUT) + 1))


def test_another_feed_is_told(tmp_path):
    with pytest.raises(InputError, match="feed 'ns' is not among those given, db"):
        read(tmp_path, {"type": "remove-trips", "routes": ["ns:1"]}, feeds={"db": "rail"})


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("{", FileError, "not a JSON file"),
        ("[]", FileError, "expected a JSON object"),
        ('{"modifications": [1]}', InputError, "no list of modifications"),
    ],
)
def test_files_that_are_none(tmp_path, text, error, said):
    path = tmp_path / "r5.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error, match=said):
        read_r5_scenario(path)
    with pytest.raises(FileError, match="nowhere"):
        read_r5_scenario(tmp_path / "nowhere.json")
