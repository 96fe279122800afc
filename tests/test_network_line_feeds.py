"""Services files as timetables."""

import hashlib
import json

import geopandas as gpd
import numpy as np
import pytest
from feeds import line_tables
from osm_files import osm_xml
from shapely.geometry import box
from test_lines_services_file import HEAD, STOPS
from test_network_tracks import minutes, place, services

from grensgeo import Trip, travel_times
from grensgeo.errors import InputError
from grensgeo.gtfs import timetable_on
from grensgeo.gtfs.timetable.patterns import draw
from grensgeo.lines.services_file import read_services
from grensgeo.network import build_network, load_network
from grensgeo.network.line_feeds import assumed_hours, line_feed
from grensgeo.notes import Note

NODES = {1: (0, 0), 2: (9000, 0), 3: (0, 50), 4: (100, 50), 5: (9000, 50), 6: (9100, 50)}
WAYS = [
    (10, [1, 2], {"railway": "rail", "usage": "main", "maxspeed": "100"}),
    (12, [3, 4, 5, 6], {"highway": "residential"}),
]
DAYS = 'days = [2026-01-01, 2026-01-31]\nzone = "Europe/Berlin"\n'


@pytest.fixture
def network(tmp_path):
    file = tmp_path / "drawn.osm"
    file.write_text(osm_xml(NODES, WAYS))
    services(tmp_path, {"a": (0, 50), "b": (9000, 50)}, lines='first = "06:00"\nlast = "20:00"\n',
             read=False)  # fmt: skip
    lines = tmp_path / "lines.toml"
    lines.write_text(DAYS + lines.read_text(encoding="utf-8"), encoding="utf-8")
    countries = gpd.GeoDataFrame(
        {"country": ["DE"]}, geometry=[box(6, 51, 8, 53)], crs="EPSG:4326"
    )
    return build_network(file, services=read_services(lines), countries=countries)


def points():
    lon, lat = zip(place(0, 50), place(9000, 50), strict=True)
    return gpd.GeoDataFrame(
        {"id": ["a", "b"]}, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326"
    )


def asked(network, clock, **more):
    trip = Trip("transit", departure=f"2026-01-15T{clock}", max_min=90, **more)
    return travel_times(network, points(), points(), trip)


def test_lines_run_at_their_minutes_from_first_to_last(network, tmp_path):
    network.save(tmp_path / "net")
    ride = minutes((9000, 100))
    for one in (network, load_network(tmp_path / "net")):
        (feed,) = one.feeds
        assert (feed.name, len(feed.trips), feed.zones) == ("lines", 2, ("Europe/Berlin",))
        assert feed.stops["country"].tolist() == ["DE", "DE"]
        # 8:00 and 8:30: from 8:10 one waits for 20 minutes, both ways
        for start, end in (("a", "b"), ("b", "a")):
            times = asked(one, "08:10").to_frame().set_index(["from_id", "to_id"])
            assert times["travel_time_min"][start, end] == pytest.approx(20 + ride, abs=0.05)
        assert np.isnan(asked(one, "20:01").minutes[0, 1])
        assert asked(one, "20:00").minutes[0, 1] == pytest.approx(ride, abs=0.05)
        # Of 30 departures, 8:00 to 8:29, the median waits 14 minutes
        window = asked(one, "08:00", window_min=30, percentiles=(50,))
        assert window.minutes[0, 1] == pytest.approx(14 + ride, abs=0.05)
    # Without a departure it is the first Tuesday of its days, every minute from 8:00 on for an hour
    usual = travel_times(network, points(), points(), Trip("transit", max_min=90))
    assert usual.minutes[0, 1] == pytest.approx(14 + ride, abs=0.05)
    (note,) = [n for n in usual.provenance.notes if n.code == "trip.usual-departure"]
    assert "60 min from 6 January 2026, 08:00 on" in note


def test_lines_that_do_not_say_when_they_run_are_drawn_on_any_day(network, tmp_path):
    lines = tmp_path / "lines.toml"
    text = lines.read_text(encoding="utf-8").replace('first = "06:00"\nlast = "20:00"\n', "")
    for head, code in ((DAYS, False), ("", True)):
        lines.write_text(text.replace(DAYS, head), encoding="utf-8")
        loose = build_network(tmp_path / "drawn.osm", services=read_services(lines))
        (feed,) = loose.feeds
        assert feed.frequencies["exact"].tolist() == [0, 0]
        codes = {note.code for note in loose.provenance.notes if isinstance(note, Note)}
        assert "lines.hours-assumed" in codes
        assert ("lines.days-assumed" in codes) == code
        ride = minutes((9000, 100))
        assert np.isnan(asked(loose, "02:00").minutes[0, 1])
        found = [asked(loose, "08:00", seed=seed).minutes[0, 1] - ride for seed in range(12)]
        assert 0 <= min(found) < 10
        assert 20 < max(found) < 30.1
        window = asked(loose, "08:00", window_min=60, percentiles=(50,))
        assert window.minutes[0, 1] == pytest.approx(14.5 + ride, abs=0.6)
    far = Trip("transit", departure="2031-07-01T08:00", max_min=90)
    assert travel_times(loose, points(), points(), far).minutes[0, 1] < 30.1 + ride


def test_a_network_of_before_gets_a_timetable_of_its_lines(network, tmp_path):
    stops = {"a": (7.0, 52.2, "NL"), "b": (7.2, 52.2, "DE")}
    lines = {"x": (60, [("a", 0), ("b", 9)]), "L": (30, [("a", 0), ("b", 9)])}
    tables = line_tables(stops, lines)
    network.save(tmp_path / "old")
    manifest = json.loads((tmp_path / "old" / "manifest.json").read_text())
    for name in ("stops", "lines", "calls", "transfers"):
        file = tmp_path / "old" / f"services_{name}.parquet"
        getattr(tables, name).to_parquet(file)
        manifest["files"][file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    (tmp_path / "old" / "manifest.json").write_text(json.dumps(manifest))
    again = load_network(tmp_path / "old")
    # its timetable has L already
    assert [(feed.name, len(feed.trips)) for feed in again.feeds] == [
        ("lines", 2),
        ("lines-again", 2),
    ]
    assert again.feeds[1].trips["route_id"].unique().tolist() == ["x"]
    assert again.feeds[1].zones == ("Europe/Amsterdam",)
    again.save(tmp_path / "new")
    assert not list((tmp_path / "new").glob("services_*"))
    assert len(load_network(tmp_path / "new").feeds) == 2


def test_headways_under_a_second_are_told_and_not_left_out(network, tmp_path):
    lines = tmp_path / "lines.toml"
    text = lines.read_text(encoding="utf-8")
    assert "headway_min = 30" in text
    lines.write_text(text.replace("headway_min = 30", "headway_min = 0.001"), encoding="utf-8")
    often = build_network(tmp_path / "drawn.osm", services=read_services(lines))
    with pytest.raises(InputError, match="at most 32767 can be searched"):
        asked(often, "08:10")


FACES = """
[[lines.clock_faces]]
minutes = [8]
hours = "7-9"
seen = "8"

[[lines.clock_faces]]
from = "b"
to = "a"
minutes = [0.5]
hours = "0, 24"
stop = "a"
"""


def written(tmp_path, more, head=""):
    """A line from a to b in seven and a half minutes, with more in it."""
    path = tmp_path / "lines.toml"
    path.write_text(
        DAYS + HEAD + STOPS + head + '[[lines]]\nid = "L"\nname = "L"\noperator = "o"\n'
        'source = "s"\nstops = ["a", "b"]\narrival_min = [0, 7.5]\ndeparture_min = [0, 7.5]\n'
        + more,
        encoding="utf-8",
    )  # fmt: skip
    return read_services(path)


def test_lines_with_clock_faces_leave_at_their_minutes(tmp_path):
    tables = written(tmp_path, FACES)
    timetable = line_feed(tables)
    assert timetable.trips.index.tolist() == [
        "L-there-0708", "L-there-0808", "L-there-0908", "L-back-2353", "L-back-2353-b",
    ]  # fmt: skip
    assert timetable.trips["inferred"].tolist() == [True, False, True, False, False]
    assert len(timetable.frequencies) == 0
    first = timetable.calls.departure_s[timetable.calls.start[:-1]].tolist()
    # what sets out before midnight of the day before does so on this day too
    assert first == [25_680, 29_280, 32_880, 86_430 - 450, 86_430 - 450]
    assert assumed_hours(tables) == ()


def departures(timetable, seed, trip=0):
    """Minutes at which vehicles of a trip leave, by a draw."""
    laid = draw(timetable_on([timetable], timetable.days.first, until_h=24), seed)
    found = []
    for pattern in range(laid.n_patterns):
        first, last = laid.pattern_trip_start[pattern : pattern + 2]
        length = np.diff(laid.pattern_stop_start)[pattern]
        for k in range(first, last):
            if str(laid.trip_id[k]).startswith(timetable.trips.index[trip]):
                row = laid.pattern_time_start[pattern] + (k - first) * length
                found.append(int(laid.trip_departure_s[row]) / 60)
    return np.array(sorted(found))


def test_headways_by_the_hour(tmp_path):
    """Hourly, half-hourly from 6 to 8 and at 15 o'clock, every ten minutes at 16."""
    hours = 'headway_min = 60\nby_hour = { "6-7, 15" = 30, "16" = 10 }\n'
    fixed = line_feed(written(tmp_path, hours + 'first = "05:20"\nlast = "17:20"\n'))
    expected = [
        60 * h + m
        for h in range(5, 18)
        for m in range(0, 60, 10)
        if m == 20 or (h in {6, 7, 15} and m == 50) or h == 16
    ]
    assert departures(fixed, 0).tolist() == expected
    loose = line_feed(written(tmp_path, hours))
    for seed in range(4):
        found = departures(loose, seed)
        assert np.histogram(found, bins=60 * np.arange(6, 18))[0].tolist() == [
            2, 2, 1, 1, 1, 1, 1, 1, 1, 2, 6,
        ]  # fmt: skip
        # and those of every hour are among them
        hourly = found[(found >= 480) & (found < 900)]
        assert np.diff(hourly).tolist() == pytest.approx([60] * 6)
        assert np.isin(np.round(hourly[0] + 60 * np.arange(-2, 9), 3), np.round(found, 3)).all()


def test_lines_of_one_section_take_turns_beside_headways_by_the_hour(tmp_path):
    other = (
        '[[lines]]\nid = "M"\nname = "M"\noperator = "o"\nsource = "s"\nheadway_min = 60\n'
        'stops = ["a", "b", "c"]\narrival_min = [0, 7.5, 20]\ndeparture_min = [0, 8, 20]\n'
    )
    text = 'headway_min = 60\nby_hour = { "7-8" = 20 }\n'
    timetable = line_feed(written(tmp_path, text, other))
    trips = {trip: k for k, trip in enumerate(timetable.trips.index)}
    for seed in range(3):
        own, partner = (departures(timetable, seed, trips[f"{line}-there"]) for line in "LM")
        assert (partner[5] - own[own > 600][0]) % 60 == pytest.approx(30, abs=1)
        assert np.diff(own[(own >= 420) & (own < 540)]) == pytest.approx([20] * 5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('by_hour = { "6" = 45 }\n', "has to go into 60 minutes"),
        ('by_hour = { "6" = 60 }\n', "has to go into 60 minutes"),
        ('by_hour = { "6" = 0 }\n', "has to go into 60 minutes"),
        ('by_hour = { "6-8" = 30, "8" = 20 }\n', "each once"),
        ('by_hour = { "early" = 30 }\n', "expected hours"),
        ("by_hour = 30\n", "no table of hours"),
    ],
)
def test_headways_by_the_hour_that_cannot_be(text, words, tmp_path):
    with pytest.raises(InputError) as caught:
        written(tmp_path, "headway_min = 60\n" + text)
    assert words in str(caught.value)
