"""Agencies, one or several, and the zones of their times."""

import pytest
from feeds import feed_files, finding_lines, refused, write_feed

from grensgeo.gtfs import read_feed

TRIPS = {
    "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
    "2": "Enschede 9:00, Gronau 9:11-9:12, Muenster 10:10",
}


@pytest.fixture
def files():
    return feed_files(TRIPS)


def test_several_agencies_need_to_be_named(tmp_path, files):
    files["agency.txt"] += "B,Bus,http://x.eu,Europe/Amsterdam\n"
    files["routes.txt"] = files["routes.txt"].replace("R,A,", "R,,")
    path = write_feed(tmp_path / "a.zip", files)
    assert "agency_id: empty, though the feed has several agencies" in refused(path)
    files["routes.txt"] = files["routes.txt"].replace("R,,", "R,B,")
    assert "agencies in several zones" in finding_lines(read_feed(write_feed(path, files)))[0]


def test_agencies_of_one_zone_need_no_naming(tmp_path, files):
    files["agency.txt"] += "B,Bus,http://x.eu,Europe/Berlin\n"
    for route in ("R,,RB64,2", "R,gone,RB64,2"):
        files["routes.txt"] = f"route_id,agency_id,route_short_name,route_type\n{route}\n"
        feed = read_feed(write_feed(tmp_path / "a.zip", files))
        assert feed.zones == ("Europe/Berlin",)
        assert feed.findings[0].severity == "warning"
