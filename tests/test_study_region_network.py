"""Timetables of a region, cut to it and to its date while they are read."""

from datetime import date

import pytest
from feeds import feed_files, write_feed
from test_region_builder import draw, spec_text, streets

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.fetch.lock import RawFolder
from grensgeo.spec import read_region_file
from grensgeo.study.region_network import feeds_of, municipalities_of

TRIPS = {
    "near": "Enschede 8:00, Gronau 8:12, Muenster 9:00",
    "summer": "Glanerbrug 8:30, Gronau 8:40",
    "margin": "Bad Bentheim 8:00, Rheine 8:20",
    "far": "Rheine 8:00, Osnabrueck 8:40",
}
NAMED = '[[timetables]]\nfile = "nation.zip"\n'


def nation(folder):
    """Write the feed of a nation, one trip of which runs in summer only."""
    files = feed_files(TRIPS)
    files["trips.txt"] = files["trips.txt"].replace("R,D,summer", "R,S,summer")
    files["calendar.txt"] += "S,1,1,1,1,1,1,1,20230701,20230831\n"
    return write_feed(folder / "nation.zip", files)


def region(folder, *, head="", more=NAMED):
    """Give a region of Enschede and Gronau."""
    nation(folder)
    text = spec_text(["NL", "DE"], ["GM0001", "05554020"])
    return read_region_file(
        draw(folder, text.replace("year = 2021", f"year = 2021\n{head}") + more)
    )


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("", ["near", "summer", "margin"]),
        ("margin_km = 1", ["near", "summer"]),
        ('margin_km = 1\ndate = "2023-10-17"', ["near"]),
        ("margin_km = 40", list(TRIPS)),
    ],
)
def test_a_region_cuts_timetables_to_its_margin_and_date(tmp_path, head, kept):
    spec = region(tmp_path, head=head)
    (feed,), notes = feeds_of(spec, RawFolder.open(tmp_path / "raw"))
    assert list(feed.trips.index) == kept
    assert notes == []
    assert (feed.days.first == date(2023, 10, 17)) == ("date" in head)


def test_without_boundaries_timetables_are_cut_to_the_date_only(tmp_path):
    spec = region(tmp_path, head='date = "2023-10-17"')
    layers, _, rest = (tmp_path / "region.toml").read_text(encoding="utf-8").partition("\n")
    assert layers.startswith("boundaries")
    (tmp_path / "region.toml").write_text(rest, encoding="utf-8")
    spec = read_region_file(tmp_path / "region.toml")
    raw = RawFolder.open(tmp_path / "raw")
    assert municipalities_of(spec, raw) is None
    (feed,), _ = feeds_of(spec, raw)
    assert list(feed.trips.index) == ["near", "margin", "far"]


def test_build_cuts_timetables_to_an_area_and_dates(tmp_path, capsys):
    region(tmp_path)
    streets(tmp_path)
    net, feed = tmp_path / "net", tmp_path / "nation.zip"
    build = ["build", str(tmp_path / "streets.osm"), "-o", str(net)]
    cut = ["--area", str(tmp_path / "towns.geojson"), "--buffer-km", "1", "--dates", "2023-10-17"]
    assert main([*build, *cut]) == 2
    assert "are of timetables; give --gtfs" in capsys.readouterr().err
    assert main([*build, "--gtfs", str(feed), *cut, "2023-10-18", "2023-10-19"]) == 2
    assert "the first and the last of several" in capsys.readouterr().err
    assert main(["build", str(tmp_path / "region.toml"), "-o", str(net), *cut]) == 2
    assert "[region] in its file" in capsys.readouterr().err
    assert main([*build, "--gtfs", str(feed), *cut, "2023-10-18"]) == 0
    (kept,) = gg.load_network(net).feeds
    assert list(kept.trips.index) == ["near"]
    assert (kept.days.first, kept.days.last) == (date(2023, 10, 17), date(2023, 10, 18))
    assert (kept.days.before, kept.days.after) == (2, 1)
