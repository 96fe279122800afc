"""Headways of a feed: overlapping, out of order, not to be read."""

import pytest
from feeds import feed_files, write_feed

from grensgeo.errors import GrensgeoWarning
from grensgeo.gtfs import read_feed
from grensgeo.gtfs.findings import notes_of

TRIPS = {"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 9:00, Gronau 9:11"}


@pytest.fixture
def files():
    return feed_files(TRIPS) | {"frequencies.txt": "trip_id,start_time,end_time,headway_secs\n"}


def test_headways_that_overlap_both_count(tmp_path, files):
    files["frequencies.txt"] += "1,8:00:00,10:00:00,1800\n1,9:00:00,11:00:00,3600\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.frequencies["headway_s"].tolist() == [1800, 3600]
    assert notes_of("a", feed.findings)[0].code == "timetables.overlapping-headways"


def test_repair_takes_a_trip_whose_headway_cannot_be_read(tmp_path, files):
    files["frequencies.txt"] += "1,8:00:00,9:00:00,often\n2,8:00:00,9:00:00,600\n"
    with pytest.warns(GrensgeoWarning, match=r"trips\.txt: 1 of 2 rows .*'1'"):
        feed = read_feed(write_feed(tmp_path / "a.zip", files), repair=True)
    assert feed.trips.index.tolist() == ["2"]
    assert feed.frequencies["trip"].tolist() == [0]
    assert notes_of("a", feed.findings)[0].code == "timetables.trips-left-out"
