"""Stations that a filter has taken out of a feed, made again from stops of one name."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from feeds import AGENCY, feed_files, finding_lines, refused, write_feed
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.gtfs import read_feed, timetable_on
from grensgeo.gtfs.findings import Findings, notes_of
from grensgeo.gtfs.stops import ONE_STATION_M, with_stations

#: Metres of a degree of latitude on a sphere of 6,371 km.
DEGREE_M = 111_195


def table(*places):
    """Make a table of stops from (name, metres north, parent)."""
    return pd.DataFrame(
        {
            "stop_name": [name for name, _, _ in places],
            "stop_lon": [7.0] * len(places),
            "stop_lat": [52.0 + north / DEGREE_M for _, north, _ in places],
            "location_type": np.zeros(len(places), dtype=np.int8),
            "parent": np.array([parent for _, _, parent in places], dtype=np.int32),
            "platform_code": [""] * len(places),
        },
        index=pd.Index([f"s{i}" for i in range(len(places))], name="stop_id"),
    )


def families(stops):
    """Sets of stops of each station that was made."""
    made = [i for i, name in enumerate(stops.index) if ":station" in name]
    return [stops.index[stops["parent"] == i].tolist() for i in made]


@pytest.mark.parametrize(
    ("places", "made"),
    [
        ([("Epe", 0, -1), ("Epe", 12, -1)], [["s0", "s1"]]),
        ([("Epe", 0, -1), ("Epe", 40, -1), ("Epe", 80, -1)], [["s0", "s1", "s2"]]),  # in steps
        ([("Epe", 0, -1), ("epe ", 12, -1), ("Losser", 12, -1)], [["s0", "s1"]]),
        ([("Epe", 0, -1), ("Epe", ONE_STATION_M + 1, -1)], []),
        ([("Epe", 0, -1), ("Epe Markt", 3, -1), ("", 5, -1), ("", 6, -1)], []),
        ([("Epe", 0, 2), ("Epe", 5, 2), ("Epe", 3, -1)], []),  # two are in a station already
        ([("A", 0, -1), ("B", 1, -1), ("B", 2, -1), ("A", 3, -1)], [["s0", "s3"], ["s1", "s2"]]),
    ],
)
def test_which_stops_are_one_station(places, made):
    findings = Findings()
    stops = with_stations(table(*places), findings)
    assert families(stops) == made
    assert [f.count for f in findings.sorted()] == ([len(made)] if made else [])


@given(st.permutations(range(6)))
def test_the_order_of_the_stops_does_not_matter(order):
    places = [
        ("A", 0, -1),
        ("A", 30, -1),
        ("A", 75, -1),
        ("B", 10, -1),
        ("B", 200, -1),
        ("A", 400, -1),
    ]
    stops = table(*places).iloc[list(order)]
    made = {frozenset(family) for family in families(with_stations(stops, Findings()))}
    assert made == {frozenset({"s0", "s1", "s2"})}


def test_platforms_without_their_station_are_linked_again_and_that_is_noted(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11", "2": "Ahaus 8:13, Muenster 9:00"})
    head = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
    rows = "Enschede,Enschede,52.22,6.89,0,\nMuenster,Münster,51.96,7.63,0,\n"
    platforms = "Gronau,Gronau,52.2128,7.0264,0,{0}\nAhaus,Gronau,52.2129,7.0264,0,{0}\n"
    linked = []
    for parent, more in (("S", "S,Gronau,52.2128,7.0264,1,\n"), ("S", ""), ("", "")):
        files["stops.txt"] = head + rows + platforms.format(parent) + more
        feed = read_feed(write_feed(tmp_path / "a.zip", files))
        timetable = timetable_on(feed, date(2023, 10, 17))
        ids = [str(name) for name in timetable.stop_ids]
        ways = zip(
            timetable.transfer_from, timetable.transfer_to, timetable.transfer_s, strict=True
        )
        linked.append(sorted((ids[a], ids[b], int(s)) for a, b, s in ways))
        codes = [note.code for note in notes_of("a", feed.findings)]
        assert ("timetables.stations-by-name" in codes) == (more == "")
    assert linked[0] == [("Ahaus", "Gronau", 60), ("Gronau", "Ahaus", 60)]
    assert linked[1] == linked[2] == linked[0]


TRIPS = {
    "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
    "2": "Enschede 9:00, Gronau 9:11-9:12, Muenster 10:10",
}


@pytest.fixture
def files():
    return feed_files(TRIPS)


@pytest.mark.parametrize("all_of_them", [True, False])
def test_swapped_coordinates(tmp_path, files, all_of_them):
    rows = files["stops.txt"].splitlines()
    swapped = [rows[0]]
    for i, row in enumerate(rows[1:]):
        stop, name, lat, lon = row.split(",")
        swap = all_of_them or i == 1
        swapped.append(",".join([stop, name, lon, lat] if swap else [stop, name, lat, lon]))
    files["stops.txt"] = "\n".join(swapped) + "\n"
    said = refused(write_feed(tmp_path / "a.zip", files))
    assert "latitude and longitude changed places at stops: " in said
    assert ("'Enschede'" in said) == all_of_them
    assert "'Gronau'" in said


def test_swapped_coordinates_where_the_continent_does_not_tell(tmp_path, files):
    rows = [
        "stop_id,stop_name,stop_lat,stop_lon",
        "Enschede,E,-30.02,-51.2",
        "Gronau,G,-51.2,-30.0",
    ]
    files["stops.txt"] = "\n".join([*rows, "Muenster,M,-30.05,-51.1"]) + "\n"
    files["agency.txt"] = AGENCY.format(zone="America/Sao_Paulo")
    assert "changed places at stops: 'Gronau'" in refused(write_feed(tmp_path / "a.zip", files))


def test_stops_at_null_island_and_without_place(tmp_path, files):
    files["stops.txt"] = files["stops.txt"].replace("52.2128,7.02640", "0.0,0.0")
    assert "near 0° N 0° E, stops: 'Gronau'" in refused(write_feed(tmp_path / "a.zip", files))
    files["stops.txt"] = files["stops.txt"].replace("0.0,0.0", ",")
    assert "no coordinates at stops: 'Gronau'" in refused(write_feed(tmp_path / "a.zip", files))


def test_points_of_the_border_are_no_stations(tmp_path, files):
    files["stops.txt"] = files["stops.txt"].replace('"Gronau"', "Gronau(Gr)")
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.stops.index[feed.calls.stop].tolist() == ["Enschede", "Muenster"] * 2
    assert finding_lines(feed)[0] == (
        "notice: stops.txt, row 3, stop_name: 2 calls at points of the border that are no "
        "stations: 'Gronau(Gr)'; left out: nobody gets on or off there"
    )


def test_stations_without_coordinates_take_those_of_their_stops_and_the_other_way(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11"})
    files["stops.txt"] = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "S,Gronau,0,0,1,\nGronau,Gronau,52.2,7.0,0,S\nE,Enschede,52.3,6.8,1,\n"
        "Enschede,Enschede,,,0,E\n"
    )
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.stops.loc["S", ["stop_lon", "stop_lat"]].tolist() == [7.0, 52.2]
    assert feed.stops.loc["Enschede", ["stop_lon", "stop_lat"]].tolist() == [6.8, 52.3]
    assert "timetables.stops-placed" in [note.code for note in notes_of("a", feed.findings)]
