"""What a feed says beside its times and is not used, and trips that stand in it twice."""

import pytest
from feeds import DAILY, feed_files, write_feed

from grensgeo.gtfs import read_feed
from grensgeo.gtfs.findings import notes_of

TRIPS = {"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 9:00, Gronau 9:11"}


@pytest.fixture
def files():
    return feed_files(TRIPS)


def widened(text, column, values):
    """Put a column beside the others."""
    rows = text.splitlines()
    return "\n".join(f"{row},{value}" for row, value in zip(rows, (column, *values), strict=True))


@pytest.mark.parametrize(
    ("file", "column", "values", "code"),
    [
        ("trips.txt", "bikes_allowed", ["", "1"], "timetables.bicycles"),
        ("trips.txt", "wheelchair_accessible", ["2", ""], "timetables.wheelchairs"),
        ("stops.txt", "wheelchair_boarding", ["1", "2"], "timetables.wheelchairs"),
        ("routes.txt", "continuous_pickup", ["0"], "timetables.between-stops"),
        ("routes.txt", "continuous_drop_off", ["3"], "timetables.between-stops"),
        ("stop_times.txt", "continuous_pickup", ["", "2", "1", ""], "timetables.between-stops"),
    ],
)
def test_what_is_said_and_not_used_is_noted(tmp_path, files, file, column, values, code):
    files[file] = widened(files[file], column, values) + "\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    (finding,) = feed.findings
    assert (finding.severity, finding.code, finding.file) == ("notice", column, file)
    assert "not used" in finding.remedy
    assert [note.code for note in notes_of("a", feed.findings)] == [code]


@pytest.mark.parametrize("value", ["", "0"])
def test_a_column_that_says_nothing_is_not_noted(tmp_path, files, value):
    files["trips.txt"] = widened(files["trips.txt"], "bikes_allowed", [value, value]) + "\n"
    files["routes.txt"] = widened(files["routes.txt"], "continuous_pickup", ["1"]) + "\n"
    assert read_feed(write_feed(tmp_path / "a.zip", files)).findings == ()


@pytest.mark.parametrize("value", ["9", "yes", "-1"])
def test_a_code_that_is_not_known_is_a_warning(tmp_path, files, value):
    files["trips.txt"] = widened(files["trips.txt"], "bikes_allowed", [value, "0"]) + "\n"
    (finding,) = read_feed(write_feed(tmp_path / "a.zip", files)).findings
    assert (finding.severity, finding.remedy) == ("warning", "taken as empty")


@pytest.mark.parametrize(
    ("kind", "told"), [("9", True), ("99", True), ("700", False), ("12", False)]
)
def test_kinds_of_vehicle_that_are_not_known_are_read_and_told(tmp_path, files, kind, told):
    files["routes.txt"] = files["routes.txt"].replace("RB64,2", f"RB64,{kind}")
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.trips["route_type"].tolist() == [int(kind)] * 2
    assert [f.code for f in feed.findings] == ["unexpected_enum_value"] * told


def twins(tmp_path, files):
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    return [f.example for f in feed.findings if f.code == "duplicate_trips"]


def test_one_vehicle_twice(tmp_path):
    trips = {"1": "Enschede 8:00, Gronau 8:11", "1b": "Enschede 8:00, Gronau 8:11"}
    files = feed_files(trips)
    assert twins(tmp_path, files) == ["1b"]
    # on other days they are no twins
    files["calendar.txt"] = (
        DAILY.replace("D,1,1,1,1,1,0,0", "D,1,1,1,1,1,0,0").replace(
            "D,1,1,1,1,1,1,1", "D,1,1,1,1,1,0,0"
        )
        + "E,0,0,0,0,0,1,1,20230101,20231231\n"
    )
    files["trips.txt"] = files["trips.txt"].replace("R,D,1b", "R,E,1b")
    assert twins(tmp_path, files) == []
    files["calendar_dates.txt"] = "service_id,date,exception_type\nE,20231017,1\n"
    assert twins(tmp_path, files) == ["1b"]


@pytest.mark.parametrize(
    "other",
    [
        "Enschede 8:00, Gronau 8:12",
        "Enschede 8:00, Glanerbrug 8:05, Gronau 8:11",
        "Enschede 8:00, Ahaus 8:11",
    ],
)
def test_other_times_or_stops_are_other_vehicles(tmp_path, other):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11", "2": other})
    assert twins(tmp_path, files) == []


def test_two_headways_of_one_line_are_no_twins(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 8:00, Gronau 8:11"})
    files["frequencies.txt"] = (
        "trip_id,start_time,end_time,headway_secs\n1,6:00:00,9:00:00,600\n2,9:00:00,20:00:00,900\n"
    )
    assert twins(tmp_path, files) == []
