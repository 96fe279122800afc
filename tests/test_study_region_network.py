"""Timetables of a region, cut to it and to its date while they are read."""

from datetime import date

import geopandas as gpd
import numpy as np
import pytest
import shapely
from feeds import feed_files, write_feed
from test_region_builder import draw, spec_text, streets

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.countries import COUNTRIES
from grensgeo.fetch.lock import RawFolder
from grensgeo.geodata.cut_outline import cut_outline
from grensgeo.spec import read_region_file
from grensgeo.study import land_around as land_around_module
from grensgeo.study.land_around import land_around
from grensgeo.study.region_network import build_region_network, feeds_of, municipalities_of

TRIPS = {
    "near": "Enschede 8:00, Gronau 8:12, Muenster 9:00",
    "summer": "Glanerbrug 8:30, Gronau 8:40",
    "margin": "Bad Bentheim 8:00, Rheine 8:20",
    "far": "Rheine 8:00, Osnabrueck 8:40",
}
NAMED = '[[timetables]]\nfile = "nation.zip"\n'


def nation_files():
    """Give the feed of a nation, one trip of which runs in summer only."""
    files = feed_files(TRIPS)
    files["trips.txt"] = files["trips.txt"].replace("R,D,summer", "R,S,summer")
    files["calendar.txt"] += "S,1,1,1,1,1,1,1,20230701,20230831\n"
    return files


def region(folder, *, head="", more=NAMED):
    """Give a region of Enschede and Gronau."""
    write_feed(folder / "nation.zip", nation_files())
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


@pytest.mark.parametrize(
    ("operators", "kept", "said"),
    [
        (
            ["Tram"],
            [["near", "summer"]],
            ("feed.operator-dropped", {"feed": "nation", "operator": "Tram", "n": 1}),
        ),
        (["tram ", "BAHN"], [], ("feed.only-dropped", {"feed": "nation", "n": 3})),
    ],
)
def test_trips_that_another_timetable_has_are_left_out_and_told(tmp_path, operators, kept, said):
    spec = region(tmp_path, more=f"{NAMED}drop_agencies = {operators}\n")
    files = nation_files()
    files["agency.txt"] += "T,Tram,http://x.eu,Europe/Berlin\n"
    files["routes.txt"] += "S,T,1,0\n"
    files["trips.txt"] = files["trips.txt"].replace("R,D,margin", "S,D,margin")
    write_feed(tmp_path / "nation.zip", files)
    feeds, notes = feeds_of(spec, RawFolder.open(tmp_path / "raw"))
    assert [list(feed.trips.index) for feed in feeds] == kept
    assert [(note.code, dict(note.values)) for note in notes] == [said]


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


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")  # beyond all towns
def test_streets_of_the_margin_know_their_country(tmp_path):
    streets(tmp_path)
    text = spec_text(["NL", "DE"], ["GM0001", "05554020"], more="")
    spec = read_region_file(
        draw(
            tmp_path,
            text.replace("year = 2021", "year = 2021\nmargin_km = 12")
            + '[streets]\nfiles = ["streets.osm"]\n',
        )
    )
    raw = RawFolder.open(tmp_path / "raw")
    area = municipalities_of(spec, raw)
    assert list(area["region_code"]) == ["GM0001", "05554020"]
    given = area[["country", "geometry"]].dissolve("country").reset_index()
    nets = [build_region_network(spec, raw, countries=land, area=area) for land in (given, None)]
    for net in nets:
        lon, lat = net.streets.lon, net.streets.lat
        codes = np.array(COUNTRIES)[net.streets.vertex_country]
        # between the two lies a town of neither area, and it is Dutch
        inside = (lat > 52.201) & (lat < 52.299)
        assert set(codes[inside & (lon > 6.801) & (lon < 6.999)]) == {"NL"}
        assert set(codes[inside & (lon > 7.001) & (lon < 7.099)]) == {"DE"}
        assert (inside & (lon > 6.91) & (lon < 6.99)).any()
    # what the region's file does not name is known of no boundaries
    land = land_around(spec, raw, cut_outline(area, buffer_km=12), region=given)
    assert list(land["country"]) == ["DE", "NL"]
    one, other = land.geometry
    assert one.intersection(other).area < 1e-9
    assert one.touches(other)


def test_land_elsewhere_is_that_of_nuts_regions(tmp_path, monkeypatch):
    draw(tmp_path, spec_text(["NL"], ["GM0001"], more=""))
    spec, raw = read_region_file(tmp_path / "region.toml"), RawFolder.open(tmp_path / "raw")
    area = municipalities_of(spec, raw)
    # coarse outlines, over the edge of those of municipalities and short of them
    nuts = gpd.GeoDataFrame(
        {"region_code": ["DEA34", "BE221", "NL213", "SE110"], "name": list("abcd")},
        geometry=[shapely.box(6.999, 52.1, 7.3, 52.3), shapely.box(6.8, 52.1, 6.999, 52.201),
                  shapely.box(6.7, 52.2, 7.0, 52.3), shapely.box(6.8, 52.31, 6.9, 52.4)], crs=4326,
    )  # fmt: skip
    read = land_around_module.read_outlines_of
    monkeypatch.setattr(
        land_around_module, "read_outlines_of", lambda *a: (read(*a)[0], {"nuts3": nuts})
    )
    land = land_around(spec, raw, cut_outline(area, buffer_km=15)).set_index("country").geometry
    assert set(land.index) == {"NL", "DE", "BE"}
    assert land["DE"].contains(shapely.Point(7.05, 52.25))
    assert land["BE"].contains(shapely.Point(6.85, 52.15))
    assert land["NL"].contains(shapely.Point(6.9995, 52.25))
    assert land.union_all().contains(shapely.box(6.81, 52.15, 7.04, 52.25))
