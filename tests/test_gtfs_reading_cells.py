"""Cells of a feed: times, dates, numbers and zones, each fault with place and remedy."""

import pytest
from feeds import DAILY, feed_files, refused, write_feed

from grensgeo.gtfs import read_feed

TRIPS = {
    "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
    "2": "Enschede 9:00, Gronau 9:11-9:12, Muenster 10:10",
}


@pytest.fixture
def files():
    return feed_files(TRIPS)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("calendar.txt", "20231231", "20231331", "end_date: no date: '20231331'; write YYYYMMDD"),
        ("calendar.txt", "D,1", "D,2", "monday: not from 0 to 1: '2'"),
        ("stops.txt", "52.2128", "152.2", "stop_lat: not from -90 to 90: '152.2'"),
        ("stops.txt", "52.2128", "52;2", "stop_lat: no degrees: '52;2'"),
        ("agency.txt", "Europe/Berlin", "Europe/Twente", "no time zone: 'Europe/Twente'"),
        ("trips.txt", "R,D,1", "Q,D,1", "route_id: not in routes.txt: 'Q'"),
        ("stop_times.txt", "Gronau,1", "Gronau,0", "trip_id and stop_sequence stand in it twice"),
        ("stop_times.txt", "Gronau,1", "Gronau,1.5", "stop_sequence: no whole number: '1.5'"),
    ],
)
def test_wrong_values_are_named_with_place_and_remedy(tmp_path, files, file, old, new, said):
    files[file] = files[file].replace(old, new)
    assert said in refused(write_feed(tmp_path / "a.zip", files))


def test_a_number_that_is_none_and_is_not_needed_is_empty(tmp_path, files):
    times = files["stop_times.txt"].replace("\n", ",\n").replace("Gronau,1,", "Gronau,1,4;5")
    files["stop_times.txt"] = times.replace("sequence,", "sequence,shape_dist_traveled")
    (found,) = read_feed(write_feed(tmp_path / "a.zip", files)).findings
    assert (found.severity, found.code) == ("warning", "invalid_number")
    assert "shape_dist_traveled: no number: '4;5' (2 rows); taken as empty" in str(found)


def test_numbers_as_pandas_writes_them(tmp_path, files):
    files["calendar.txt"] = DAILY.replace("20230101", "20230101.0").replace(",1,", ",1.0,")
    files["routes.txt"] = files["routes.txt"].replace("RB64,2", "RB64,+2.0")
    assert read_feed(write_feed(tmp_path / "a.zip", files)).findings == ()
