"""Trips that stand in a feed twice."""

import pytest
from feeds import DAILY, feed_files, write_feed

from grensgeo.gtfs import read_feed


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
