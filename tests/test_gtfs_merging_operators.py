"""Operators that another feed has as well: their trips are dropped and counted."""

import pytest
from feeds import feed_files, write_feed

from grensgeo.errors import InputError
from grensgeo.gtfs import drop_operators, read_feed

TRIPS = {
    "n1": "Zwolle 8:00, Hengelo 8:40",
    "e1": "Hengelo 9:00, Bad Bentheim 9:20, Rheine 9:40",
    "n2": "Hengelo 10:00, Zwolle 10:40",
    "e2": "Rheine 11:00, Hengelo 11:40",
}


@pytest.fixture
def feed(tmp_path):
    files = feed_files(TRIPS)
    files["agency.txt"] += "E,eurobahn,http://y.eu,Europe/Berlin\n"
    files["routes.txt"] += "S,E,RB61,2\n"
    trips = files["trips.txt"].splitlines()
    files["trips.txt"] = "\n".join(
        line.replace("R,", "S,", 1) if ",e" in line else line for line in trips
    )
    files["frequencies.txt"] = (
        "trip_id,start_time,end_time,headway_secs\n"
        "n2,10:00:00,12:00:00,1800\ne2,11:00:00,13:00:00,3600\n"
    )
    files["transfers.txt"] = (
        "from_stop_id,to_stop_id,transfer_type,from_trip_id,to_trip_id\n"
        "Hengelo,Hengelo,1,n1,e1\nHengelo,Hengelo,1,n1,n2\n"
    )
    return read_feed(write_feed(tmp_path / "nl.zip", files))


def test_trips_of_the_other_country_are_dropped_and_counted(feed):
    rest, dropped = drop_operators(feed, ["Eurobahn", "VIAS"])
    assert dropped == {"Eurobahn": 2, "VIAS": 0}
    assert rest.trips.index.tolist() == [t for t in feed.trips.index if t.startswith("n")]
    for position, trip in enumerate(rest.trips.index):
        a, b = rest.calls.start[position : position + 2]
        before = feed.trips.index.get_loc(trip)
        c, d = feed.calls.start[before : before + 2]
        assert rest.calls.departure_s[a:b].tolist() == feed.calls.departure_s[c:d].tolist()
    assert rest.trips.index[rest.frequencies["trip"]].tolist() == ["n2"]
    assert rest.transfers["to_trip"].tolist() == ["n2"]
    assert len(rest.stops) == len(feed.stops)


def test_what_a_feed_does_not_have_changes_nothing(feed):
    rest, dropped = drop_operators(feed, ["VIAS"])
    assert rest is feed
    assert dropped == {"VIAS": 0}


def test_a_feed_of_nothing_else_is_told(feed):
    with pytest.raises(InputError, match="no other operators than BAHN, eurobahn"):
        drop_operators(feed, ["BAHN", "eurobahn"])
