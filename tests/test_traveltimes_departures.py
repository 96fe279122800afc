import itertools
import json
import warnings
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import towns
from drawing import DEGREE_M, draw
from examples import examples
from feeds import AGENCY, DAILY, write_feed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grensgeo.cli import main
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.gtfs import read_feed
from grensgeo.network import load_network, with_feeds
from grensgeo.routing.transit.keys import MOST_RIDES
from grensgeo.schema import JOURNEYS, TRAVEL_TIMES
from grensgeo.traveltimes import Trip, departures, journeys, travel_time_blocks, travel_times
from grensgeo.traveltimes import trip_options as trips
from grensgeo.traveltimes.compute import prepare
from grensgeo.traveltimes.isochrones import isochrones
from grensgeo.traveltimes.legs import Places

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
ORIGIN = (7.0, 52.2)
K = np.cos(np.radians(ORIGIN[1]))
AT = "2023-10-17T08:00"


def lonlat(x, y=0.0):
    return ORIGIN[0] + x / (DEGREE_M * K), ORIGIN[1] + y / DEGREE_M


def places(**at):
    lon, lat = zip(*(lonlat(*xy) for xy in at.values()), strict=True)
    return pd.DataFrame({"id": list(at), "lon": lon, "lat": lat})


#: Two villages 19 km apart, on one street; the border runs between them at 10 km.
STREETS = (
    {"A": (0, 0), "B": (1000, 0), "M": (10_000, 0), "C": (20_000, 0), "D": (21_000, 0)},
    [
        {"ends": "AB"},
        {"ends": "BM"},
        {"ends": "MC", "country": "DE"},
        {"ends": "CD", "country": "DE"},
    ],
)
COUNTRIES = gpd.GeoDataFrame(
    {"country": ["NL", "DE"]},
    geometry=[
        shapely.box(*lonlat(-5000, -5000), *lonlat(10_000, 5000)),
        shapely.box(*lonlat(10_000, -5000), *lonlat(30_000, 5000)),
    ],
    crs=4326,
)
#: Where one stands who walks 11.4 minutes to a stop at B, or from one at C.
HOME, WORK = (50, 0), (20_950, 0)
ENDS = places(home=HOME), places(work=WORK)


def feed(path, stops, trips, *, zone="Europe/Amsterdam", name="", **files):
    """Write and read a feed: stops {id: (x, y)}, trips {"line/id": "stop 8:20, stop 8:40"}."""
    rows = ["stop_id,stop_name,stop_lon,stop_lat"]
    rows += [f"{s},Stop {s},{lonlat(*xy)[0]},{lonlat(*xy)[1]}" for s, xy in stops.items()]
    lines = dict.fromkeys(trip.partition("/")[0] for trip in trips)
    calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    for trip, text in trips.items():
        for i, word in enumerate(text.split(",")):
            stop, time = word.split()
            calls.append(f"{trip},{time}:00,{time}:00,{stop},{i}")
    content = {
        "agency.txt": AGENCY.format(zone=zone),
        "routes.txt": "route_id,agency_id,route_short_name,route_type\n"
        + "".join(f"{line},A,{line},2\n" for line in lines),
        "calendar.txt": DAILY,
        "stops.txt": "\n".join(rows) + "\n",
        "trips.txt": "route_id,service_id,trip_id,trip_headsign\n"
        + "".join(f"{trip.partition('/')[0]},D,{trip},East\n" for trip in trips),
        "stop_times.txt": "\n".join(calls) + "\n",
    } | files
    return read_feed(write_feed(path, content), name=name)


HALF_HOURLY = {
    f"RB/{h}{m}": f"W {h}:{m}, E {h + (m == 50)}:{(m + 20) % 60:02}"
    for h in range(6, 12)
    for m in (20, 50)
}
WEST_EAST = {"W": (1000, 0), "E": (20_000, 0)}


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    """Trains from B to C at 20 and 50 past, 20 minutes."""
    return feed(tmp_path_factory.mktemp("f") / "rb.zip", WEST_EAST, HALF_HOURLY)


@pytest.fixture(scope="module")
def network(line):
    return with_feeds(draw(*STREETS), [line], countries=COUNTRIES)


def test_percentiles_of_a_window_known_by_hand(network):
    # Leaving at 8:00 + k one is at the stop 11.4 min later: the train of 8:20 is caught for k to
    # 8 (51.4 - k min in all), that of 8:50 to 38 (81.4 - k), that of 9:20 then (111.4 - k): each
    # of 43.4, 44.4 ... 72.4 comes twice.
    trip = Trip("transit", departure=AT, window_min=60, percentiles=(75, 25, 50), max_min=120)
    times = travel_times(network, *ENDS, trip)
    assert times.percentiles == (25, 50, 75)
    np.testing.assert_allclose(times.percentile_minutes[:, 0, 0], [50.4, 57.4, 65.4], atol=0.1)
    assert times.minutes[0, 0] == times.percentile_minutes[1, 0, 0]
    assert times.rides[0, 0] == 1
    frame = TRAVEL_TIMES.check(times.to_frame())
    assert list(frame.columns) == [
        "from_id", "to_id", "travel_time_min", "travel_time_p25_min", "travel_time_p50_min",
        "travel_time_p75_min", "rides", "reason",
    ]  # fmt: skip
    notes = " ".join(times.provenance.notes)
    assert "timetable of 17 October 2023 (Tuesday)" in notes
    assert "every minute for 60 min from 17 October 2023, 08:00" in notes
    assert "headway" not in notes


def test_one_departure_waits_for_its_train(network):
    times = travel_times(network, *ENDS, Trip("transit", departure=AT))
    np.testing.assert_allclose(times.minutes, [[51.4]], atol=0.1)
    late = travel_times(network, *ENDS, Trip("transit", departure="2023-10-17T08:09"))
    np.testing.assert_allclose(late.minutes, [[72.4]], atol=0.1)
    assert list(late.to_frame().columns) == [
        "from_id", "to_id", "travel_time_min", "rides", "reason",
    ]  # fmt: skip


def test_a_zone_counts_where_one_is_given(network):
    # 07:09 in UTC is 09:09 on the clock in Amsterdam
    times = travel_times(network, *ENDS, Trip("transit", departure="2023-10-17T07:09+00:00"))
    np.testing.assert_allclose(times.minutes, [[72.4]], atol=0.1)


def test_single_percentile_is_what_minutes_are(network):
    trip = Trip("transit", departure=AT, window_min=60, percentiles=(25,))
    times = travel_times(network, *ENDS, trip)
    np.testing.assert_allclose(times.minutes, [[50.4]], atol=0.1)
    assert "travel_time_p25_min" in times.to_frame()
    two = Trip("transit", departure=AT, window_min=60, percentiles=(25, 75))
    assert two.computed_percentiles() == (25, 50, 75)
    (kept,) = replace(trip, percentiles=[25.0]).percentiles  # names a column
    assert str(kept) == "25"


def test_unreached_is_null_and_says_why(network):
    times = travel_times(network, *ENDS, Trip("transit", departure=AT, max_min=40))
    frame = TRAVEL_TIMES.check(times.to_frame())
    assert frame["travel_time_min"].isna().all()
    assert frame["rides"].isna().all()
    assert frame["reason"].tolist() == ["unreached"]
    far = places(between=(10_000, 0))
    frame = travel_times(network, ENDS[0], far, Trip("transit", departure=AT)).to_frame()
    assert frame["reason"].tolist() == ["no_service"]


def test_walking_all_the_way_has_no_ride_and_the_same_place_takes_no_time(network):
    near = places(home=HOME, shop=(650, 0))
    times = travel_times(network, near, near, Trip("transit", departure=AT, window_min=30))
    np.testing.assert_allclose(times.minutes, [[0, 7.2], [7.2, 0]], atol=0.1)
    assert (times.rides == 0).all()


def test_blocks_give_the_same(network):
    trip = Trip("transit", departure=AT, window_min=30, percentiles=(10, 90))
    three = places(a=HOME, b=(400, 0), c=(20_500, 0))
    whole = travel_times(network, three, three, trip)
    parts = list(travel_time_blocks(network, three, three, trip, block=2))
    np.testing.assert_array_equal(
        whole.percentile_minutes, np.concatenate([p.percentile_minutes for p in parts], axis=1)
    )
    np.testing.assert_array_equal(whole.rides, np.concatenate([p.rides for p in parts]))


def test_bicycles_reach_the_stop_sooner(network):
    # 950 m at 15.something km/h: the train of 8:50 is caught by bicycle, not on foot
    leaving = {"departure": "2023-10-17T08:42"}
    foot = travel_times(network, *ENDS, Trip("transit", **leaving))
    bike = travel_times(network, *ENDS, Trip("transit", access="bicycle", **leaving))
    assert foot.minutes[0, 0] - bike.minutes[0, 0] == pytest.approx(30, abs=0.1)


# --- changes on foot


CHANGE = {"W": (1000, 0), "X": (10_000, 0), "Y": (10_300, 0), "E": (20_000, 0)}


@pytest.mark.parametrize(("leaves", "expected"), [("8:36", 67.4), ("8:35", 67.4), ("8:34", None)])
def test_walk_between_stops_through_the_streets(tmp_path, leaves, expected):
    # off at X 8:30; 300 m are 3.6 min, and 1 min to get on: 8:34:36. On at 8:35 or 8:36.
    ride = {"8:36": "8:56", "8:35": "8:56", "8:34": "8:56"}[leaves]
    one = feed(
        tmp_path / "f.zip", CHANGE, {"a/1": "W 8:20, X 8:30", "b/1": f"Y {leaves}, E {ride}"}
    )
    network = with_feeds(draw(*STREETS), [one])
    trip = Trip("transit", departure=AT)
    times = travel_times(network, *ENDS, trip)
    if expected is None:
        assert np.isnan(times.minutes).all()
        return
    np.testing.assert_allclose(times.minutes, [[expected]], atol=0.1)
    assert times.rides[0, 0] == 2
    short = travel_times(network, *ENDS, Trip("transit", departure=AT, max_change_min=3))
    assert np.isnan(short.minutes).all()
    single = travel_times(network, *ENDS, Trip("transit", departure=AT, max_rides=1))
    assert np.isnan(single.minutes).all()
    table = JOURNEYS.check(journeys(network, *ENDS, trip))
    assert table["mode"].tolist() == ["walk", "transit", "walk", "transit", "walk"]
    assert table["line"].tolist()[1::2] == ["a", "b"]
    assert table["from_stop"].tolist()[1:] == ["W", "X", "Y", "E"]
    assert table["to_name"].tolist()[-1] == "work"
    total = table["wait_min"].sum() + table["duration_min"].sum()
    assert total == pytest.approx(float(times.minutes[0, 0]), abs=1e-4)


# --- the border


def test_crossing_time_holds_the_train_at_the_border(network):
    times = travel_times(network, *ENDS, Trip("transit", departure=AT, crossing_time_min=7))
    np.testing.assert_allclose(times.minutes, [[58.4]], atol=0.1)


def test_without_foreign_routing_a_line_ends_at_the_border(tmp_path):
    stops = {"W": (1000, 0), "V": (9000, 0), "E": (20_000, 0), "F": (20_800, 0)}
    one = feed(tmp_path / "f.zip", stops, {"a/1": "W 8:20, V 8:30, E 8:40, F 8:45"})
    network = with_feeds(draw(*STREETS), [one], countries=COUNTRIES)
    both = places(home=HOME), places(village=(8900, 0), work=WORK)
    closed = Trip("transit", departure=AT, foreign_routing=False)
    times = travel_times(network, *both, closed)
    np.testing.assert_allclose(times.minutes, [[31.2, np.nan]], atol=0.1)
    open_ = travel_times(network, *both, Trip("transit", departure=AT))
    assert open_.minutes[0, 1] < 60
    # on the stretch abroad the line runs for those who live there: 8:33, 6 min to the stop
    east = places(yard=(19_500, 0))
    later = Trip("transit", departure="2023-10-17T08:33", foreign_routing=False)
    back = travel_times(network, east, both[1], later)
    np.testing.assert_allclose(back.minutes, [[np.nan, 13.8]], atol=0.1)
    assert back.rides[0, 1] == 1


def test_country_of_stops_must_be_known_where_it_matters(line):
    network = with_feeds(draw(*STREETS), [line])
    for options in ({"foreign_routing": False}, {"crossing_time_min": 5}):
        with pytest.raises(InputError, match="countries="):
            travel_times(network, *ENDS, Trip("transit", departure=AT, **options))


def test_a_country_without_service_on_the_date_is_told(tmp_path):
    stops = {"W": (1000, 0), "V": (9000, 0), "E": (20_000, 0), "F": (20_900, 0)}
    files = {
        "calendar.txt": DAILY + "S,1,1,1,1,1,1,1,20230101,20231231\n",
        "calendar_dates.txt": "service_id,date,exception_type\nD,20231017,2\n",
        "trips.txt": "route_id,service_id,trip_id\na,S,a/1\nb,D,b/1\n",
    }
    one = feed(
        tmp_path / "f.zip", stops, {"a/1": "W 8:20, V 8:30", "b/1": "E 8:20, F 8:30"}, **files
    )
    network = with_feeds(draw(*STREETS), [one], countries=COUNTRIES)
    with pytest.warns(GrensgeoWarning, match="trips in DE on 17 October 2023: 0"):
        times = travel_times(network, *ENDS, Trip("transit", departure=AT))
    assert any("trips in DE on 17 October 2023: 0" in note for note in times.provenance.notes)


# --- which one is used, and what cannot be


def test_what_cannot_be_is_refused(network, line, tmp_path):
    def ask(net, **options):
        travel_times(net, *ENDS, Trip("transit", **options))

    with pytest.raises(InputError, match="outside its days, 2023-01-01 to 2023-12-31"):
        ask(network, departure="2024-03-05T08:00")
    with pytest.raises(InputError, match="needs public transport, and this network has none"):
        ask(draw(*STREETS), departure=AT, percentiles=(50,))
    with pytest.raises(InputError, match="this network has none"):
        ask(draw(*STREETS))
    with pytest.raises(InputError, match="put forward"):
        ask(network, departure="2023-03-26T02:30")
    british = feed(tmp_path / "uk.zip", WEST_EAST, HALF_HOURLY, zone="Europe/London")
    mixed = with_feeds(draw(*STREETS), [line, british])
    with pytest.raises(InputError, match="clocks of the feeds differ"):
        ask(mixed, departure=AT)
    with pytest.raises(InputError, match="feeds of one name: rb"):
        with_feeds(draw(*STREETS), [line, line])
    extent = gpd.GeoSeries([shapely.box(4, 50, 5, 51)], crs=4326)
    with pytest.raises(InputError, match="none of its 2 stops"):
        with_feeds(draw(*STREETS, extent=extent), [line])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"percentiles": (0, 50)}, "1 to 100"),
        ({"percentiles": (50, 50)}, "each once"),
        ({"percentiles": ()}, "1 to 100"),
        ({"percentiles": 50}, "1 to 100"),
        ({"percentiles": (2.5,)}, "1 to 100"),
        ({"percentiles": ({}, {})}, "1 to 100"),
        ({"max_rides": 0}, "from 1 to 15"),
        ({"max_rides": 16}, "from 1 to 15"),
        ({"seed": -1}, "0 or more"),
        ({"max_change_min": -1}, "max_change_min"),
        ({"access": "car", "departure": f"{AT}+02:00"}, "period"),
    ],
)
def test_trips_that_cannot_be(options, said):
    with pytest.raises(InputError, match=said):
        Trip("transit", **({"departure": AT} | options))


def test_percentiles_need_a_departure_by_public_transport():
    for trip in ({"mode": "walk", "departure": AT}, {"mode": "transit"}):
        with pytest.raises(InputError, match="percentiles need"):
            Trip(**trip, percentiles=(50,))
    assert trips.MOST_RIDES == MOST_RIDES


# --- kept in a folder


def test_a_saved_network_gives_the_same_times(network, tmp_path):
    network.save(tmp_path / "net")
    again = load_network(tmp_path / "net")
    assert [feed.name for feed in again.feeds] == ["rb"]
    for name in ("findings", "sha256"):
        assert getattr(again.feeds[0], name) == getattr(network.feeds[0], name)
    assert again.feeds[0].days.first == network.feeds[0].days.first
    for table in ("stops", "trips", "transfers", "frequencies", "pathways"):
        pd.testing.assert_frame_equal(
            getattr(again.feeds[0], table), getattr(network.feeds[0], table), check_dtype=False
        )
    trip = Trip("transit", departure=AT, window_min=60, percentiles=(25, 50, 75))
    times = [travel_times(net, *ENDS, trip) for net in (network, again)]
    np.testing.assert_array_equal(times[0].percentile_minutes, times[1].percentile_minutes)
    assert times[0].provenance == times[1].provenance
    assert any(source.source_id == "gtfs-rb" for source in again.provenance.sources)
    assert "timetables rb" in repr(again)


# --- the command line


def test_the_command_line_builds_computes_and_traces(tmp_path, capsys):
    drawn = draw(*STREETS)
    city = tmp_path / "city.osm"
    street = drawn.streets
    nodes = "".join(
        f'<node id="{i}" lon="{x:.7f}" lat="{y:.7f}"/>'
        for i, x, y in zip(street.vertex_id, street.lon, street.lat, strict=True)
    )
    refs = "".join(f'<nd ref="{i}"/>' for i in street.vertex_id)
    way = f'<way id="1">{refs}<tag k="highway" v="residential"/></way>'
    city.write_text(f'<osm version="0.6">{nodes}{way}</osm>', encoding="utf-8")
    feed(tmp_path / "rb.zip", WEST_EAST, HALF_HOURLY)
    points = pd.concat(ENDS)
    points.to_csv(tmp_path / "points.csv", index=False)
    net = tmp_path / "net"
    assert main(["build", str(city), "--gtfs", str(tmp_path / "rb.zip"), "-o", str(net)]) == 0
    common = [
        str(net), "--mode", "transit", "--departure", AT, "--window-min", "60",
        "--percentiles", "25", "50", "75", "--access", "walk", "--egress", "walk",
        "--max-min", "120",
    ]  # fmt: skip
    out = tmp_path / "times.csv"
    origins = ["--origins", str(tmp_path / "points.csv")]
    assert main(["times", *common, *origins, "-o", str(out)]) == 0
    table = pd.read_csv(out).query("from_id == 'home' and to_id == 'work'")
    found = [table[f"travel_time_p{p}_min"].item() for p in (25, 50, 75)]
    assert found == pytest.approx([50.4, 57.4, 65.4], abs=0.1)
    manifest = json.loads((tmp_path / "times.csv.manifest.json").read_text(encoding="utf-8"))
    assert any("timetable of 17 October 2023" in note["text"] for note in manifest["notes"])
    assert any(source["source_id"] == "gtfs-rb" for source in manifest["sources"])
    legs = tmp_path / "legs.geojson"
    pair = ["--points", str(tmp_path / "points.csv"), "--from", "home", "--to"]
    assert main(["journeys", *common, *pair, "work", "-o", str(legs)]) == 0
    assert len(gpd.read_file(legs)) == 9
    by = [str(net), "--mode", "transit", "--arrival", "2023-10-17T09:00", "--window-min", "60"]
    assert main(["times", *by, *origins, "-o", str(out)]) == 0
    table = pd.read_csv(out).query("from_id == 'home' and to_id == 'work'")
    assert table["travel_time_min"].item() == pytest.approx(57.4, abs=0.1)
    manifest = json.loads((tmp_path / "times.csv.manifest.json").read_text(encoding="utf-8"))
    assert any(
        "to be there by 17 October 2023, 09:00" in note["text"] for note in manifest["notes"]
    )
    assert main(["journeys", *by, *pair, "work", "-o", str(legs)]) == 0
    assert gpd.read_file(legs)["mode"].tolist() == ["walk", "transit", "walk", "wait"]
    assert main(["journeys", *by, "--max-min", "5", *pair, "work", "-o", str(legs)]) == 0
    assert "no journey: both are one place, or nothing leads there" in capsys.readouterr().out
    assert main(["times", *by, "--departure", AT, *origins, "-o", str(out)]) == 2
    assert "either departure or arrival" in capsys.readouterr().err
    assert main(["journeys", *common, *pair, "nowhere", "-o", str(legs)]) == 2
    assert "no place 'nowhere'" in capsys.readouterr().err


# --- frequencies


def test_trips_at_no_fixed_minute_are_drawn_with_a_seed(tmp_path):
    files = {
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs,exact_times\n"
        "a/1,06:00:00,12:00:00,1800,0\n"
    }
    one = feed(tmp_path / "f.zip", WEST_EAST, {"a/1": "W 8:00, E 8:20"}, **files)
    network = with_feeds(draw(*STREETS), [one])

    def ask(seed):
        return travel_times(network, *ENDS, Trip("transit", departure=AT, seed=seed))

    found = {seed: ask(seed) for seed in range(4)}
    assert len({float(times.minutes[0, 0]) for times in found.values()}) > 1
    assert ask(3).minutes[0, 0] == found[3].minutes[0, 0]
    assert any("drawn with seed 3" in note for note in found[3].provenance.notes)
    for times in found.values():
        assert 42.8 <= times.minutes[0, 0] <= 72.9


# --- journeys, isochrones


def test_journeys_explain_every_percentile(network):
    trip = Trip("transit", departure=AT, window_min=60, percentiles=(25, 75))
    table = journeys(network, *ENDS, trip)
    assert len(JOURNEYS.check(table)) == 6
    assert isinstance(table, gpd.GeoDataFrame)
    times = travel_times(network, *ENDS, trip)
    assert table["percentile"].unique().tolist() == [25, 75]
    for percentile, legs in table.groupby("percentile"):
        expected = times.percentile_minutes[times.percentiles.index(percentile), 0, 0]
        assert legs["travel_time_min"].tolist() == pytest.approx([expected] * 3)
        assert legs["wait_min"].sum() + legs["duration_min"].sum() == pytest.approx(expected)
        assert legs["line"].isna().tolist() == [True, False, True]
        assert legs["line"].dropna().tolist() == ["RB"]
    ride = table[table["mode"] == "transit"].iloc[0]
    assert ride["departure"] == "2023-10-17T08:20:00+02:00"
    assert ride["headsign"] == "East"
    assert ride.geometry.length > 0
    collection = json.loads(table.to_json())
    assert len(collection["features"]) == len(table)


def test_journeys_on_foot_and_of_nothing(network):
    near = places(shop=(650, 0))
    on_foot = journeys(network, ENDS[0], near, Trip("transit", departure=AT))
    assert on_foot["mode"].tolist() == ["walk"]
    none = journeys(network, *ENDS, Trip("transit", departure=AT, max_min=30))
    assert len(JOURNEYS.check(none)) == 0
    with pytest.raises(InputError, match="not by timetable"):
        journeys(network, *ENDS, Trip("walk"))
    with pytest.raises(InputError, match="2 places"):
        journeys(network, places(a=HOME, b=WORK), ENDS[1], Trip("transit", departure=AT))


def test_isochrones_by_timetable_lie_around_both_stops(network):
    areas = isochrones(
        network, ENDS[0], Trip("transit", departure=AT), cutoffs_min=[45], resolution_m=100
    )
    shape = areas.geometry.iloc[0]
    assert shape.contains(shapely.Point(lonlat(20_100)))  # 40 min at the stop, 5 min to walk on
    assert not shape.contains(shapely.Point(lonlat(20_900)))
    assert shape.contains(shapely.Point(lonlat(1000)))


# --- a city


@pytest.mark.shared_data
def test_buses_of_muenster():
    path = SHARED / "gtfs" / "stadtwerke_muenster_2023-08_from_rds.zip"
    if not path.is_file():
        pytest.skip("the shared data are not here")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        network = with_feeds(load_network(SAMPLE / "muenster"), [path], repair=True)
        ends = pd.DataFrame(
            {"id": ["hbf", "gievenbeck"], "lon": [7.6357, 7.5680], "lat": [51.9566, 51.9700]}
        )
        trip = Trip(
            "transit", departure="2023-10-17T08:00", window_min=60, percentiles=(25, 50, 75)
        )
        times = travel_times(network, ends, ends, trip)
        table = JOURNEYS.check(journeys(network, ends.iloc[:1], ends.iloc[1:], trip))
    there = times.percentile_minutes[:, 0, 1]
    assert (np.diff(there) >= 0).all()
    assert 15 <= there[1] <= 45  # 5 km; the timetable has rides of some 20 minutes
    assert times.rides[0, 1] >= 1
    for percentile, legs in table.groupby("percentile"):
        expected = there[times.percentiles.index(percentile)]
        assert legs["wait_min"].sum() + legs["duration_min"].sum() == pytest.approx(
            expected, abs=1e-3
        )


# --- to be there by a time


def test_deadlines_of_a_window_known_by_hand(network):
    # To be there at 9:00 the train that is in at 8:40 is in time, and one left at 8:08.6. It is
    # so for the 9 deadlines from 8:52 on (43.4 to 51.4 min before them), the one before it for
    # 30 (43.4 to 72.4), and the one before that for the first 21, 8:01 to 8:21 (52.4 to 72.4):
    # each of 43.4, 44.4 ... 72.4 comes twice, as from 8:00 on.
    trip = Trip("transit", arrival="2023-10-17T09:00", window_min=60, percentiles=(25, 50, 75))
    times = travel_times(network, *ENDS, trip)
    np.testing.assert_allclose(times.percentile_minutes[:, 0, 0], [50.4, 57.4, 65.4], atol=0.1)
    assert times.rides[0, 0] == 1
    assert "travel_time_p75_min" in TRAVEL_TIMES.check(times.to_frame())
    notes = " ".join(times.provenance.notes)
    assert (
        "to be there by 17 October 2023, 09:00 and every minute of the 60 min before it" in notes
    )
    assert "leaving" not in notes
    once = travel_times(network, *ENDS, Trip("transit", arrival="2023-10-17T09:00"))
    np.testing.assert_allclose(once.minutes, [[51.4]], atol=0.1)
    # 11.4 min from the train at 8:40
    for arrival, expected in (("08:51", 72.4), ("08:52", 43.4)):
        late = travel_times(network, *ENDS, Trip("transit", arrival=f"2023-10-17T{arrival}"))
        np.testing.assert_allclose(late.minutes, [[expected]], atol=0.1)


def test_deadlines_keep_to_limits_borders_and_zones(network):
    def ask(arrival="2023-10-17T09:00", **options):
        times = travel_times(network, *ENDS, Trip("transit", arrival=arrival, **options))
        return times.minutes[0, 0]

    assert np.isnan(ask(max_min=51))
    assert ask(max_min=52) == pytest.approx(51.4, abs=0.1)
    assert np.isnan(ask(max_access_min=11))
    assert np.isnan(ask(max_egress_min=11))
    # held for 9 min at the border, the train of 8:20 is in too late for 9:00
    assert ask(crossing_time_min=8) == pytest.approx(51.4, abs=0.1)
    assert ask(crossing_time_min=9) == pytest.approx(81.4, abs=0.1)
    assert np.isnan(ask(foreign_routing=False))
    assert ask("2023-10-17T07:00+00:00") == ask()
    on_foot = travel_times(
        network, ENDS[0], places(shop=(650, 0)), Trip("transit", arrival=AT, window_min=5)
    )
    np.testing.assert_allclose(on_foot.minutes, [[7.2]], atol=0.1)
    assert on_foot.rides[0, 0] == 0


def test_deadlines_soon_after_midnight_need_the_trains_of_the_evening_before(tmp_path):
    # Two trains that are both in before midnight, and one that leaves before and is in after
    stops = {"W": (1000, 0), "X": (10_000, 0), "E": (20_000, 0)}
    one = feed(
        tmp_path / "f.zip",
        stops,
        {"a/1": "W 22:50, X 23:00", "b/1": "X 23:10, E 23:20", "c/1": "W 23:30, E 24:05"},
    )
    network = with_feeds(draw(*STREETS), [one])
    for arrival, expected in (("00:10", 91.4), ("00:20", 61.4)):
        trip = Trip("transit", arrival=f"2023-10-18T{arrival}", max_min=120)
        times = travel_times(network, *ENDS, trip)
        np.testing.assert_allclose(times.minutes, [[expected]], atol=0.1)
        assert times.rides[0, 0] == (2 if arrival == "00:10" else 1)
    with pytest.warns(GrensgeoWarning, match="feed f says nothing of 2022-12-31: what seems out"):
        first = travel_times(network, *ENDS, Trip("transit", arrival="2023-01-01T00:20"))
    assert np.isnan(first.minutes[0, 0])  # the feed begins that day


@pytest.mark.parametrize(
    ("trip", "told"),
    [
        (Trip("transit", departure="2023-12-31T21:30"), "2024-01-01"),
        (Trip("transit", departure="2023-12-31T22:30", max_min=60), ""),
        (Trip("transit", departure="2023-12-31T22:30", max_min=60, window_min=60), "2024-01-01"),
        (Trip("transit", departure="2023-01-01T01:00"), "2022-12-31"),
        (Trip("transit", arrival="2023-12-31T23:30"), ""),
    ],
)
def test_departures_near_the_end_of_a_feed_are_told_of(network, trip, told):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        times = travel_times(network, *ENDS, trip)
    said = [str(warning.message) for warning in caught]
    assert [f"says nothing of {told}:" in text for text in said] == ([True] if told else [])
    assert set(said) <= set(times.provenance.notes)  # a reader of the table hears of it as well


def test_stops_of_no_known_country_are_told_of_where_borders_matter(line):
    network = with_feeds(draw(*STREETS), [line], countries=COUNTRIES.iloc[[0]])
    for options in ({"foreign_routing": False}, {"crossing_time_min": 5}):
        with pytest.warns(GrensgeoWarning, match="country of stops E is not known"):
            travel_times(network, *ENDS, Trip("transit", departure=AT, **options))
    travel_times(network, *ENDS, Trip("transit", departure=AT))


@pytest.mark.parametrize("day", ["2023-03-26", "2023-10-29"])
def test_deadlines_after_a_night_on_which_the_clock_changes(tmp_path, day):
    one = feed(tmp_path / "f.zip", WEST_EAST, {"a/1": "W 0:30, E 3:30"})
    network = with_feeds(draw(*STREETS), [one])
    times = travel_times(network, *ENDS, Trip("transit", arrival=f"{day}T03:45", max_min=300))
    # service days count from noon less twelve hours: the train is under way for 3 hours
    np.testing.assert_allclose(times.minutes, [[15 + 180 + 11.4]], atol=0.1)


SLOW = settings(
    max_examples=examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SLOW
@given(seed=st.integers(0, 10_000))
@pytest.mark.long
def test_deadlines_give_the_latest_departure_that_is_in_time(seed, tmp_path_factory):
    # Each departure is tried forwards: that of the answer is in time, a second later is not
    rng = np.random.default_rng(seed)
    stops = {"W": (1000, 0), "X": (9900, 0), "Y": (10_100, 0), "E": (20_000, 0)}
    trips = {}
    for number in range(int(rng.integers(3, 9))):
        calls = rng.permutation(4)[: rng.integers(2, 5)]
        minutes = 420 + np.cumsum(rng.integers(1, 25, len(calls))) + rng.integers(0, 60)
        words = [f"{'WXYE'[s]} {m // 60}:{m % 60:02}" for s, m in zip(calls, minutes, strict=True)]
        trips[f"{'ab'[number % 2]}/{number}"] = ", ".join(words)
    one = feed(tmp_path_factory.mktemp("r") / "f.zip", stops, trips)
    network = with_feeds(draw(*STREETS), [one], countries=COUNTRIES)
    spots = places(home=HOME, middle=(10_050, 0), work=WORK)
    options = {"max_min": float(rng.choice([60, 120])), "max_rides": int(rng.integers(1, 4))}
    options |= {"crossing_time_min": float(rng.choice([0, 4]))}
    window = {"arrival": "2023-10-17T08:40", "window_min": 3, "percentiles": (1, 50, 100)}
    times = travel_times(network, spots, spots, Trip("transit", **window, **options))
    single = [
        travel_times(
            network, spots, spots, Trip("transit", arrival=f"2023-10-17T08:{minute}", **options)
        ).minutes
        for minute in (38, 39, 40)
    ]
    deadline = pd.Timestamp("2023-10-17T08:40")
    for row, column in itertools.permutations(range(3), 2):
        pair = spots.iloc[[row]], spots.iloc[[column]]
        took = np.rint(single[-1][row, column] * 60)
        leaving = deadline - pd.Timedelta(seconds=60 * options["max_min"] + 1)
        if not np.isnan(took):
            leaving = deadline - pd.Timedelta(seconds=took)
            assert _there(network, pair, leaving, options) <= deadline
        late = leaving + pd.Timedelta(seconds=1)
        assert _there(network, pair, late, options) > deadline
    trip = Trip("transit", **window, **options)
    laid = prepare(network, *(Places.read(network, spots, where="here"),) * 2, trip)
    np.testing.assert_array_equal(laid.minutes(slice(0, 3)), times.minutes)
    ordered = np.sort(np.where(np.isnan(single), np.inf, single), axis=0)
    expected = np.where(np.isinf(ordered), np.nan, ordered)
    np.testing.assert_array_equal(times.percentile_minutes, expected)


def _there(network, pair, leaving, options):
    """When one arrives who leaves then, by the search forwards; never is far off."""
    trip = Trip("transit", departure=leaving.isoformat(), **options)
    took = float(travel_times(network, *pair, trip).minutes[0, 0])
    if np.isnan(took):
        return pd.Timestamp("2100-01-01")
    return leaving + pd.Timedelta(seconds=round(took * 60))


def test_journeys_by_a_deadline_explain_the_times(network):
    trip = Trip("transit", arrival="2023-10-17T09:00", window_min=60, percentiles=(25, 75))
    table = JOURNEYS.check(journeys(network, *ENDS, trip))
    times = travel_times(network, *ENDS, trip)
    for percentile, legs in table.groupby("percentile"):
        expected = times.percentile_minutes[times.percentiles.index(percentile), 0, 0]
        assert legs["mode"].tolist() == ["walk", "transit", "walk", "wait"]
        assert legs["travel_time_min"].tolist() == pytest.approx([expected] * 4)
        assert legs["wait_min"].sum() + legs["duration_min"].sum() == pytest.approx(expected)
        assert legs["wait_min"].sum() == 0  # whoever leaves last waits at the end alone
        assert (legs["from_name"].iloc[-1], legs["to_name"].iloc[-1]) == ("work", "work")
    # 25 %: the first deadline with 50.4 min, 8:29, by the train of 7:50
    first = table[table["percentile"] == 25]
    assert first["arrival"].iloc[-1] == "2023-10-17T08:29:00+02:00"
    assert first["departure"].iloc[1] == "2023-10-17T07:50:00+02:00"


def test_isochrones_up_to_a_deadline(network):
    # by 8:45 one has been at the stop for 5 min, and left 36.4 min before: 3.6 min to walk on
    trip = Trip("transit", arrival="2023-10-17T08:45")
    areas = isochrones(network, ENDS[0], trip, cutoffs_min=[30, 60], resolution_m=100)
    near, far = areas.geometry
    assert not near.contains(shapely.Point(lonlat(20_100)))
    assert far.contains(shapely.Point(lonlat(20_250)))
    assert not far.contains(shapely.Point(lonlat(20_700)))
    assert near.contains(shapely.Point(lonlat(1000)))


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_boardings_are_listed_once_for_a_timetable_and_hours(tmp_path, monkeypatch):
    network = with_feeds(
        towns.town(1), [towns.buses(tmp_path / "a.zip", 2)], countries=towns.COUNTRIES
    )
    points = towns.random_points(3, 40, name="c")
    monkeypatch.setattr("grensgeo.routing.transit.raptor.pays", lambda *_: True)
    count = []
    listed = departures.list_boardings
    monkeypatch.setattr(departures, "list_boardings", lambda *a: (count.append(1), listed(*a))[1])
    trip = Trip("transit", departure=f"{towns.DAY}T08:00", window_min=5, max_min=60)
    travel_times(network, points, points, trip)
    one = travel_times(network, points, points, trip)
    assert sum(count) == 1
    # in the same hours by other rows and rides, and in others
    some = travel_times(network, points[:30], points, trip)
    travel_times(network, points, points, replace(trip, max_rides=2))
    assert sum(count) == 1
    assert np.array_equal(some.minutes, one.minutes[:30], equal_nan=True)
    travel_times(network, points, points, replace(trip, departure=f"{towns.DAY}T08:10"))
    assert sum(count) == 2


@pytest.mark.parametrize("moment", [{"departure": AT}, {"arrival": AT}])
def test_the_cut_of_a_network_is_reached_by_train_too(network, moment):
    outline = gpd.GeoSeries([shapely.box(*lonlat(-5000, -5000), *lonlat(20_500, 5000))], crs=4326)
    cut = replace(network, outline=outline)
    ends = places(west=(0, 0), east=(20_000, 0))
    times = travel_times(cut, ends, ends, Trip("transit", **moment))
    on_foot = travel_times(cut, ends, ends, Trip("walk")).edge_min[1]
    # D, a kilometre on, lies beyond; from the west one is there a train later and a walk: at 8:20
    # and twenty minutes, or a kilometre before the train that leaves forty minutes before the hour
    np.testing.assert_allclose(times.edge_min, [40 + on_foot, on_foot], atol=0.02)
    assert "network.cut-edge" in {getattr(note, "code", "") for note in times.provenance.notes}
