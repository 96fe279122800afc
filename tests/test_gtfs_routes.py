"""Names and types of routes."""

import pytest
from feeds import feed_files, write_feed

from grensgeo.gtfs import read_feed

TRIPS = {
    "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
    "2": "Enschede 9:00, Gronau 9:11-9:12, Muenster 10:10",
}


@pytest.fixture
def files():
    return feed_files(TRIPS)


@pytest.mark.parametrize(
    ("kind", "told"), [("9", True), ("99", True), ("700", False), ("12", False)]
)
def test_kinds_of_vehicle_that_are_not_known_are_read_and_told(tmp_path, files, kind, told):
    files["routes.txt"] = files["routes.txt"].replace("RB64,2", f"RB64,{kind}")
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.trips["route_type"].tolist() == [int(kind)] * 2
    assert [f.code for f in feed.findings] == ["unexpected_enum_value"] * told


def test_a_route_without_any_name_shows_its_id(tmp_path, files):
    files["routes.txt"] = "route_id,agency_id,route_short_name,route_type\nR,A,,2\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.trips["line"].tolist() == ["R", "R"]
    assert [f.code for f in feed.findings] == ["route_both_short_and_long_name_missing"]
    files["routes.txt"] = "route_id,agency_id,route_long_name,route_type\nR,A,To Gronau,2\n"
    assert (
        read_feed(write_feed(tmp_path / "b.zip", files)).trips["line"].tolist()
        == ["To Gronau"] * 2
    )
