"""The study file: every fault at once, each with its place."""

import re
from pathlib import Path

import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.study import read_study

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample" / "study.toml"


def changed(tmp_path, *swaps):
    """Write the sample's study with some of its text exchanged."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "study.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_study_is_read():
    study = read_study(SAMPLE)
    assert study.study_id == "twente-muensterland"
    ids = ["car", "transit", "transit-bicycle", "ebike", "bicycle", "walk"]
    assert [trip.trip_id for trip in study.trips] == ids
    assert [trip.trip.access for trip in study.trips[1:3]] == ["walk", "bicycle"]
    assert {trip.trip.max_min for trip in study.trips} == {90}
    assert study.cutoffs_min == (30, 45, 60)
    assert study.region == SAMPLE.parent
    assert study.isochrones[0].origins[0][:2] == ("muenster-hbf", "Münster Hauptbahnhof")


def test_every_fault_is_said_at_once(tmp_path):
    path = changed(
        tmp_path,
        ('id = "walk"', 'id = "car"'),
        ('network = "enschede"', 'network = "hengelo"'),
        ("cutoff_min = 45", "cutoff_min = 40"),
        ('period = "2022"\n', "perid = 2022\n"),
        ('trips = ["transit", "transit-bicycle"]', 'trips = ["tram"]'),
    )
    with pytest.raises(InputError) as caught:
        read_study(path)
    for word in ("id twice: car", "unknown networks hengelo", "cutoff_min is not among", "perid",
                 "nearest is period", "unknown trips tram"):  # fmt: skip
        assert word in str(caught.value)
    assert "missing" not in str(caught.value)  # what is misspelt is there


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("[30, 45, 60]\nopportunities", "[45, 30]\nopportunities", "rising"),
        ("[30, 45, 60]\nopportunities", '["30"]\nopportunities', "rising"),
        ('mode = "ebike"', 'mode = "hovercraft"', "hovercraft"),
        ("max_access_min = 15", 'max_access_min = "15"', "max_access_min is '15', not a number"),
        ('mode = "ebike"', 'mode = "ebike"\nmax_stress = 5', "max_stress is 5"),
        ('mode = "ebike"', 'mode = "ebike"\nmax_stress = true', "max_stress is True, not a whole"),
        ('mode = "ebike"', 'mode = "ebike"\nperiod = 8', "period is 8, not text"),
        (
            'nl = "Bereik over de grens: Twente en Münsterland"\n',
            "",
            "[study.title]: nl is missing",
        ),
        ('language = "nl"', 'language = "fr"', "choose nl, de or en"),
        ("[30, 45, 60]\nopportunities", "[30, true]\nopportunities", "rising"),
        ("[30, 45, 60]\nopportunities", "[30, inf]\nopportunities", "rising"),
        ("[30, 45, 60]\nopportunities", "[nan]\nopportunities", "rising"),
        ('areas = ["twente", "muensterland"]', "areas = []", "areas is empty"),
        (
            'areas = ["twente", "muensterland"]',
            "areas = [1]",
            "areas is [1], not a list of names",
        ),
        ('opportunities = ["jobs", "apprenticeships"]', "opportunities = []", "opportunities is"),
        ('modes = ["walk"]', "modes = []", "modes is empty"),
        ('modes = ["walk"]', 'modes = ["jet"]', "unknown modes jet"),
        (
            '["car", "transit", "transit-bicycle", "ebike"]\ncutoff',
            '[["car"]]\ncutoff',
            "not a list of names",
        ),
        ('period = "2022"', 'period = "2022-13"', "[study]: period '2022-13'"),
        (
            'en = "Reach across the border: Twente and the Münsterland"',
            "en = 5",
            "[study.title]: en is 5",
        ),
    ],
)
def test_a_wrong_value_is_named(tmp_path, old, new, word):
    with pytest.raises(InputError, match=re.escape(word)):
        read_study(changed(tmp_path, (old, new)))


def test_a_fault_names_its_line_and_the_nearest_name(tmp_path):
    path = changed(
        tmp_path,
        ("cutoffs_min = [30, 45, 60]\nopportunities", "cutofs_min = [30, 45, 60]\nopportunities"),
        ('file = "scenarios/rb64-half-hourly.toml"\ntrips = ["transit"',
         'file = "scenarios/rb64-half-hourly.toml"\ntrips = ["trnsit"'),
    )  # fmt: skip
    lines = path.read_text(encoding="utf-8").splitlines()
    with pytest.raises(InputError) as caught:
        read_study(path)
    key = next(n for n, line in enumerate(lines, 1) if line.startswith("cutofs_min"))
    name = next(n for n, line in enumerate(lines, 1) if '"trnsit"' in line)
    assert f"line {key}, [reach]: unknown key cutofs_min; there are areas, " in str(caught.value)
    assert "; nearest is cutoffs_min;" in str(caught.value)
    assert "missing" not in str(caught.value)
    assert f"line {name}, unknown trips trnsit; known are " in str(caught.value)
    assert caught.value.codes == ("key-unknown", "name-unknown")


def test_a_trip_that_cannot_be_is_not_called_unknown_too(tmp_path):
    path = changed(tmp_path, ('mode = "ebike"', 'mode = "ebike"\nmax_rides = 2'))
    with pytest.raises(InputError, match="max_rides: for mode transit only") as caught:
        read_study(path)
    assert "unknown trips" not in str(caught.value)


def test_a_file_that_is_not_toml(tmp_path):
    path = tmp_path / "study.toml"
    path.write_text("[study\n", encoding="utf-8")
    with pytest.raises(FileError, match="not a TOML file"):
        read_study(path)
    with pytest.raises(FileError, match="no such file"):
        read_study(tmp_path / "none.toml")


def test_trips_name_their_period_and_stress(tmp_path):
    path = changed(
        tmp_path,
        ('mode = "car"', 'mode = "car"\nperiod = "morning_peak"'),
        ('mode = "ebike"', 'mode = "ebike"\nmax_stress = 2'),
    )
    trips = {trip.trip_id: trip.trip for trip in read_study(path).trips}
    assert trips["car"].period == "morning_peak"
    assert trips["ebike"].max_stress == 2


def test_the_atlas_offers_trips_at_other_times():
    study = read_study(SAMPLE)
    atlas = study.atlas
    assert atlas.network == "region"
    assert atlas.place == "GM0168"
    assert atlas.trips["car-peak"].period == "morning_peak"
    assert atlas.trips["transit-midday"].departure == "2023-10-17T11:00"
    assert atlas.trips["transit-midday"].percentiles == (25, 50, 75)
    assert atlas.trips["ebike"].percentiles is None
    # what is planned for a trip is planned for it at any time of day
    assert atlas.scenarios == {
        study.scenarios[0].path: ("transit", "transit-bicycle", "transit-midday"),
        study.scenarios[1].path: ("transit-bicycle", "ebike", "bicycle"),
        study.scenarios[2].path: (
            "transit",
            "transit-bicycle",
            "ebike",
            "bicycle",
            "transit-midday",
        ),
    }


@pytest.mark.parametrize(
    ("lines", "limit"),
    [
        ((), 90),  # the atlas asks up to its slider's end
        (("[atlas]", "[[atlas.departures]]"), 60),  # the tables ask up to their cutoffs
    ],
)
def test_a_trip_without_a_limit_ends_with_what_the_study_asks_about(tmp_path, lines, limit):
    text = SAMPLE.read_text(encoding="utf-8").replace("max_min = 90\n", "")
    for _ in lines:
        start = text.find("[atlas]") if "[atlas]" in text else text.find("[[atlas.departures]]")
        if start >= 0:
            end = text.find("\n[", start + 1)
            while text.startswith("\n[[atlas", end):
                end = text.find("\n[", end + 1)
            text = text[:start] + text[end + 1 :]
    path = tmp_path / "study.toml"
    path.write_text(text, encoding="utf-8")
    study = read_study(path)
    assert {trip.trip.max_min for trip in study.trips} == {limit}
    if study.atlas is not None:
        assert {trip.max_min for trip in study.atlas.trips.values()} == {limit}


def test_every_fault_of_the_atlas_is_said_at_once(tmp_path):
    path = changed(
        tmp_path,
        (
            'trips = ["car", "transit", "transit-bicycle", "ebike", "bicycle", "walk"]',
            'trips = ["car", "tram"]',
        ),
        ('place = "GM0168"', 'place = "GM0168"\nscenarios = ["plan.toml"]\ntrip = "boat"'),
        ('id = "car-peak"', 'id = "car"'),
        ('departure = "2023-10-17T11:00"', 'depart = "2023-10-17T11:00"'),
    )
    with pytest.raises(InputError) as caught:
        read_study(path)
    for word in ("unknown trips tram", "plan.toml", "boat", "'car' twice", "depart",
                 "unknown trips transit"):  # fmt: skip
        assert word in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        # a departure by the id of a trip, without anything else, took its place
        ('id = "car-peak"\ntrip = "car"\nperiod = "morning_peak"', 'id = "car"\ntrip = "transit"',
         "'car' twice"),
        ('id = "car-peak"', 'id = "car-peak"\ntitle = { nl = 1 }', "texts for nl, de, en"),
        ('id = "car-peak"', 'id = "car-peak"\ntitle = {}', "texts for nl, de, en"),
        ('place = "GM0168"', 'place = "GM0168"\ncutoff_min = 0', "from 1 to 90"),
        ('place = "GM0168"', 'place = "GM0168"\ncutoff_min = 91', "from 1 to 90"),
        ("percentiles = [25, 50, 75]", "percentiles = [{}]", "whole numbers"),
    ],
)  # fmt: skip
def test_faults_of_the_atlas(tmp_path, old, new, word):
    with pytest.raises(InputError, match=re.escape(word)):
        read_study(changed(tmp_path, (old, new)))


def test_percentiles_of_the_atlas_need_a_timetable_and_hold_for_arrivals(tmp_path):
    trips = 'trips = ["car", "transit", "transit-bicycle", "ebike", "bicycle", "walk"]'
    midday = 'id = "transit-midday"\ntrip = "transit"\ndeparture'
    path = changed(
        tmp_path,
        (trips, 'trips = ["car"]'),
        (f"[[atlas.departures]]\n{midday}", "[x]\ndeparture"),
    )
    with pytest.raises(InputError, match="percentiles are of trips by timetable; there is none"):
        read_study(path)
    path = changed(
        tmp_path,
        ('departure = "2023-10-17T07:30"', 'arrival = "2023-10-17T08:30"'),
        ("[[atlas.departures]]\n" + midday + ' = "2023-10-17T11:00"', ""),
    )
    assert read_study(path).atlas.trips["transit"].percentiles == (25, 50, 75)
