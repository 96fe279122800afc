import json
import warnings
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import DEGREE_M, draw
from examples import examples
from feeds import lines_at_headways
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network import SpeedTable, mode_bit
from grensgeo.provenance import Provenance
from grensgeo.schema import TRAVEL_TIMES
from grensgeo.traveltimes import TravelTimes, Trip, travel_time_blocks, travel_times

ORIGIN = (7.0, 52.2)
K = np.cos(np.radians(ORIGIN[1]))
WALK = mode_bit("walk")
WALK_S = 3.6 / 5  # seconds a metre
SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def lonlat(x, y):
    return ORIGIN[0] + x / (DEGREE_M * K), ORIGIN[1] + y / DEGREE_M


def table(places, **columns):
    xy = [lonlat(*place) for place in places.values()]
    lon, lat = zip(*xy, strict=True)
    return pd.DataFrame({"id": list(places), "lon": lon, "lat": lat, **columns})


def box(west, south, east, north):
    return gpd.GeoSeries([shapely.box(*lonlat(west, south), *lonlat(east, north))], crs=4326)


def border(*xy):
    return gpd.GeoSeries([shapely.LineString([lonlat(*p) for p in xy])], crs=4326)


STREET = {"A": (0, 0), "B": (1000, 0), "C": (2000, 0)}


def street(**network):
    return draw(STREET, [{"ends": "AB"}, {"ends": "BC"}], **network)


def test_walk_counts_both_legs_off_the_network():
    here = table({"a": (200, 30), "b": (1500, -60)})
    times = travel_times(street(), here, here, Trip("walk"))
    assert isinstance(times, TravelTimes)
    expected = (30 + 1300 + 60) * WALK_S / 60
    np.testing.assert_allclose(times.minutes, [[0, expected], [expected, 0]], rtol=2e-3)
    assert times.minutes.dtype == np.float32
    assert list(times.from_id) == ["a", "b"]
    assert list(times.to_status) == [0, 0]
    assert times.from_country is None


def test_car_walks_off_the_network_and_parks():
    speed = SpeedTable.default().speed("car", country="NL", highway="residential")
    here = table({"a": (200, 30), "b": (1500, -60), "c": (200, -10)})
    times = travel_times(street(), here.iloc[:1], here, Trip("car"))
    drive = 1300 / (speed / 3.6)
    there = ((30 + 60) * WALK_S + drive) / 60 + 3
    # beside each other, on the same spot of the street: the legs and parking count; the very
    # same coordinates: nobody sets out
    np.testing.assert_allclose(times.minutes, [[0, there, 40 * WALK_S / 60 + 3]], rtol=2e-3)
    free = travel_times(street(), here.iloc[:1], here, Trip("car", park_min=0))
    np.testing.assert_allclose(free.minutes[0, 1], there - 3, rtol=2e-3)
    assert any("3 min outside the vehicle" in note for note in times.provenance.notes)
    assert not any("vehicle" in note for note in free.provenance.notes)


def test_one_way_streets_are_right_both_ways():
    ring = {"A": (0, 0), "B": (1000, 0), "C": (1000, 1000), "D": (0, 1000)}
    edges = [{"ends": e, "backward": WALK} for e in ("AB", "BC", "CD", "DA")]
    here = table({"p": (250, 0), "q": (750, 0)})
    times = travel_times(draw(ring, edges), here, here, Trip("bicycle"))
    speed = SpeedTable.default().speed("bicycle", country="NL", highway="residential") / 3.6
    np.testing.assert_allclose(
        times.minutes, np.array([[0, 500], [3500, 0]]) / speed / 60, rtol=3e-3
    )
    walk = travel_times(draw(ring, edges), here, here, Trip("walk"))
    np.testing.assert_allclose(walk.minutes[1, 0], 500 * WALK_S / 60, rtol=3e-3)


def test_nothing_is_dropped_and_every_reason_is_named():
    places = {"A": (0, 0), "B": (1000, 0), "E": (9000, 0), "F": (9100, 0), "G": (1000, 500)}
    network = draw(
        places,
        [{"ends": "AB"}, {"ends": "BG"}, {"ends": "EF"}],
        extent=box(-2000, -2000, 9500, 2000),
    )
    here = table({"a": (10, 0), "b": (990, 0), "far": (500, -1500), "out": (500, 2500)})
    with pytest.warns(GrensgeoWarning) as caught:
        times = travel_times(network, here, here, Trip("walk", max_min=10))
    (warning,) = [str(w.message) for w in caught]
    assert (
        "1 of 4 origins have no walk street within 500 m that leads on to others (far)" in warning
    )
    assert "1 of 4 destinations lie outside the network's data (out)" in warning
    assert "raise max_snap_m" in warning
    assert caught[0].filename == __file__
    frame = times.to_frame().set_index(["from_id", "to_id"])
    assert len(frame) == 16
    assert frame.loc[("a", "a"), "travel_time_min"] == 0
    assert pd.isna(frame.loc[("a", "a"), "reason"])
    assert frame.loc[("a", "b"), "reason"] == "unreached"
    assert frame.loc[("a", "far"), "reason"] == "not_snapped"
    assert frame.loc[("far", "out"), "reason"] == "not_snapped"
    assert frame.loc[("out", "far"), "reason"] == "outside_data"
    assert frame.loc[("far", "far"), "reason"] == "not_snapped"
    assert (frame["travel_time_min"].isna() == frame["reason"].notna()).all()
    TRAVEL_TIMES.check(times.to_frame())
    assert repr(times) == (
        "<TravelTimes: walk, 4 origins x 4 destinations, 12.5% reached, 4 places off the network>"
    )
    report = times.report
    assert list(report.columns) == ["end", "id", "status", "edge", "distance_m", "component"]
    assert list(report["status"]) == ["snapped", "snapped", "not_snapped", "outside_data"] * 2


def test_places_in_every_form_keep_their_ids_and_countries():
    network = street()
    points = {"a": (100, 0), "b": (1900, 0)}
    plain = table(points, country=["NL", "DE"])
    geo = gpd.GeoDataFrame(
        plain[["id"]], geometry=gpd.points_from_xy(plain["lon"], plain["lat"]), crs=4326
    )
    cells = gpd.GeoDataFrame(
        plain.rename(columns={"id": "cell_id"}).assign(region_code="GM0153").set_index("cell_id"),
        geometry=shapely.buffer(geo.geometry.to_numpy(), 0.001),
        crs=4326,
    )
    municipalities = plain.rename(
        columns={"id": "region_code", "lon": "place_lon", "lat": "place_lat"}
    ).set_index("region_code", drop=False)
    expected = travel_times(network, plain, plain, Trip("walk"))
    assert list(expected.from_country) == ["NL", "DE"]
    for frame in (geo, geo.to_crs(32632), cells, municipalities, plain.set_index("id")):
        before = frame.copy()
        times = travel_times(network, frame, frame, Trip("walk"))
        assert list(times.to_id) == ["a", "b"]
        np.testing.assert_allclose(times.minutes, expected.minutes, atol=1e-4)
        pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(before))


@pytest.mark.parametrize("block", [1, 2, 5])
def test_blocks_are_the_rows_of_the_whole_and_warn_once(block):
    network = street()
    places = table({"a": (0, 0), "b": (900, 0), "far": (0, 900)}, country=["NL", "NL", "DE"])
    with pytest.warns(GrensgeoWarning, match="far"):
        whole = travel_times(network, places, places, Trip("walk"))
    with pytest.warns(GrensgeoWarning) as caught:
        parts = list(travel_time_blocks(network, places, places, Trip("walk"), block=block))
    assert len(caught) == 1
    frames = pd.concat([part.to_frame() for part in parts], ignore_index=True)
    pd.testing.assert_frame_equal(frames, whole.to_frame())
    assert [c for part in parts for c in part.from_country] == ["NL", "NL", "DE"]


def test_a_block_holds_an_origin():
    places = table({"a": (0, 0)})
    with pytest.raises(InputError, match="block is 0"):
        next(travel_time_blocks(street(), places, places, Trip("walk"), block=0))


def test_faults_of_both_ends_are_raised_at_once():
    good = table({"a": (0, 0)})
    twice = pd.concat([good, good])
    numbered = good.assign(id=[7])
    with pytest.raises(InputError, match=r"origins: .*duplicate id: a.*destinations: ids are int"):
        travel_times(street(), twice, numbered, Trip("walk"))
    swapped = good.rename(columns={"lon": "lat", "lat": "lon"})
    with pytest.raises(InputError, match=r"destinations: .*swapped"):
        travel_times(street(), good, swapped, Trip("walk"))
    with pytest.raises(InputError, match="'transit' needs public transport"):
        travel_times(street(), good, good, Trip("transit"))
    with pytest.raises(InputError, match="no streets"):
        travel_times(draw({}, []), good, good, Trip("walk"))


def test_empty_tables_give_empty_times():
    good = table({"a": (0, 0)})
    assert travel_times(street(), good.iloc[:0], good, Trip("walk")).minutes.shape == (0, 1)
    times = travel_times(street(), good, good.iloc[:0], Trip("walk"))
    assert times.minutes.shape == (1, 0)
    assert times.to_frame().empty
    assert repr(times) == "<TravelTimes: walk, 1 origins x 0 destinations>"


def test_schematic_networks_reach_further_off_the_street_and_say_so():
    here = table({"a": (200, 2000), "b": (1500, 0)})
    schematic = street(provenance=Provenance(schematic=True))
    times = travel_times(schematic, here, here, Trip("walk"))
    assert not np.isnan(times.minutes).any()
    assert times.provenance.schematic
    assert repr(times).endswith("schematic network>")
    with pytest.warns(GrensgeoWarning, match="within 500 m"):
        travel_times(street(), here, here, Trip("walk"))


def test_river_without_a_bridge_and_border_without_a_crossing():
    places = {"A": (0, 100), "B": (1000, 100), "C": (0, -100), "D": (1000, -100)}
    edges = [{"ends": "AB"}, {"ends": "CD"}]
    line = border((-900, 0), (2000, 0))
    here = table({"north": (500, 20), "south": (500, -20)})
    # without a bridge only one bank has the main component; the other one is not jumped to
    with pytest.warns(GrensgeoWarning, match="no walk street"):
        times = travel_times(draw(places, edges, barriers=line), here, here, Trip("walk"))
    assert np.isnan(times.minutes[0, 1])
    assert np.isnan(times.minutes[1, 0])
    bridge = [*edges, {"ends": "BD"}]
    times = travel_times(draw(places, bridge, barriers=line), here, here, Trip("walk"))
    assert times.minutes[0, 1] == pytest.approx((160 + 500 + 200 + 500) * WALK_S / 60, rel=3e-3)


def test_foreign_routing_forbidden():
    # NL: A-B, DE: C-D; the short way from a1 to a2 leads through Germany
    places = {"A": (0, 100), "B": (4000, 100), "C": (0, -100), "D": (4000, -100)}
    edges = [
        {"ends": "AB", "country": "NL", "length_m": 9000},
        {"ends": "AC", "country": "DE"},
        {"ends": "CD", "country": "DE"},
        {"ends": "DB", "country": "DE"},
    ]
    network = draw(places, edges)
    here = table({"a1": (10, 110), "a2": (3990, 110), "d": (2000, -110)})
    free = travel_times(network, here, here, Trip("walk"))
    shut = travel_times(network, here, here, Trip("walk", foreign_routing=False))
    assert free.minutes[0, 1] == pytest.approx((20 + 2 * 22.6 + 4400) * WALK_S / 60, rel=0.01)
    assert shut.minutes[0, 1] == pytest.approx((20 + 8955) * WALK_S / 60, rel=0.01)
    assert np.isnan(shut.minutes[0, 2])
    assert np.isnan(shut.minutes[2, 0])
    assert shut.minutes[2, 2] == 0
    assert not np.isnan(free.minutes).any()
    reasons = shut.to_frame().set_index(["from_id", "to_id"])["reason"]
    assert reasons["a1", "d"] == "unreached"
    # a country that was given counts before that of the edge
    given = here.assign(country=["NL", "NL", "NL"])
    with pytest.warns(GrensgeoWarning, match=r"0 m"):
        own = travel_times(
            network, given, given, Trip("walk", foreign_routing=False, max_snap_m=100)
        )
    assert list(own.from_status) == [0, 0, 1]
    assert any("country of the origin" in note for note in shut.provenance.notes)


def test_foreign_routing_needs_countries():
    network = draw(STREET, [{"ends": "AB", "country": ""}, {"ends": "BC", "country": ""}])
    here = table({"a": (0, 0)})
    with pytest.raises(InputError, match=r"country of each origin must be known.* a is not"):
        travel_times(network, here, here, Trip("walk", foreign_routing=False))


def lines(headway=20.0, u=(20_000, 0)):
    """A line with stops at both ends of a long street and amid it, 6 minutes each."""
    at = {"s": (0, 0), "t": (10_000, 0), "u": u}
    stops = {
        name: (*lonlat(*xy), country)
        for (name, xy), country in zip(at.items(), ("NL", "NL", "DE"), strict=True)
    }
    return lines_at_headways(stops, {"L": (headway, [("s", 0), ("t", 6, 7), ("u", 13)])})


LONG = {"A": (-3000, 0), "S": (0, 0), "T": (10_000, 0), "U": (20_000, 0), "Z": (26_000, 0)}


def railway(**options):
    edges = [
        {"ends": "AS"},
        {"ends": "ST"},
        {"ends": "TU", "country": "DE"},
        {"ends": "UZ", "country": "DE"},
    ]
    return draw(LONG, edges, feeds=(lines(**options),))


def test_transit_from_door_to_door():
    here = table({"a": (500, 0), "b": (9000, 10), "c": (20_500, 0)})
    times = travel_times(railway(), here, here, Trip("transit"))
    walk = np.array([500, 1010, 500]) * WALK_S / 60
    # of the 60 minutes from 8:00 on the median waits for half the headway, then minutes on board
    assert times.minutes[0, 1] == pytest.approx(walk[0] + 10 + 6 + walk[1], abs=1)
    assert times.minutes[0, 2] == pytest.approx(walk[0] + 10 + 13 + walk[2], abs=1)
    assert times.minutes[2, 1] == pytest.approx(walk[2] + 10 + 6 + walk[1], abs=1)
    assert list(np.diag(times.minutes)) == [0, 0, 0]
    assert times.from_served.all()
    notes = {note.code: note for note in times.provenance.notes}
    assert "from 4 January 2000, 08:00 on" in notes["trip.usual-departure"]
    assert "drawn with seed 0" in notes["headways-drawn"]
    at = Trip("transit", departure="2000-01-04T08:00", window_min=60)
    np.testing.assert_array_equal(travel_times(railway(), here, here, at).minutes, times.minutes)


def test_transit_walks_all_the_way_where_that_is_faster():
    here = table({"a": (500, 0), "b": (1500, 0)})
    times = travel_times(railway(), here, here, Trip("transit"))
    assert times.minutes[0, 1] == pytest.approx(1000 * WALK_S / 60, abs=0.05)  # whole seconds


def test_transit_legs_are_limited_and_no_service_is_named():
    # 3000 m are 36 minutes on foot and some 11 by bicycle
    here = table({"a": (-2990, 0), "b": (9900, 0), "z": (25_990, 0)})
    times = travel_times(railway(), here, here, Trip("transit"))
    reasons = times.to_frame().set_index(["from_id", "to_id"])["reason"]
    assert reasons["a", "b"] == "no_service"
    assert reasons["b", "a"] == "no_service"
    assert pd.isna(reasons["a", "a"])
    TRAVEL_TIMES.check(times.to_frame())
    trip = Trip("transit", access="bicycle", egress="walk", max_access_min=15)
    rides = travel_times(railway(), here, here, trip)
    speed = SpeedTable.default().speed("bicycle", country="NL", highway="residential") / 3.6
    expected = (2990 / speed + 600 + 360 + 100 * WALK_S) / 60
    assert rides.minutes[0, 1] == pytest.approx(expected, abs=1)
    assert np.isnan(rides.minutes[1, 0])  # no bicycle waits at the last stop
    short = travel_times(railway(), here, here, Trip("transit", access="bicycle", max_min=20))
    pairs = short.to_frame().set_index(["from_id", "to_id"])["reason"]
    assert pairs["a", "b"] == "unreached"


def test_transit_by_car_to_the_stop_parks_there():
    here = table({"a": (-2990, 0), "b": (9900, 0)})
    car = SpeedTable.default().speed("car", country="NL", highway="residential") / 3.6
    times = travel_times(railway(), here, here, Trip("transit", access="car"))
    assert times.minutes[0, 1] == pytest.approx(
        (2990 / car + 600 + 360 + 100 * WALK_S) / 60 + 3, abs=1.5
    )


def test_transit_without_foreign_routing_ends_at_the_border():
    here = table({"a": (500, 0), "b": (9000, 10), "c": (20_500, 0)})
    times = travel_times(railway(), here, here, Trip("transit", foreign_routing=False))
    assert times.minutes[0, 1] == pytest.approx(
        travel_times(railway(), here, here, Trip("transit")).minutes[0, 1]
    )
    assert np.isnan(times.minutes[0, 2])
    assert np.isnan(times.minutes[2, 0])


def test_stops_that_nobody_can_get_to_are_named():
    lost = railway(u=(20_000, 2200))
    here = table({"a": (500, 0), "b": (9000, 10)})
    with pytest.warns(GrensgeoWarning, match=r"1 of 3 stops have no walk street.*: u;"):
        travel_times(lost, here, here, Trip("transit"))


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"mode": "train"}, "mode 'train' is not known"),
        ({"mode": "walk", "max_min": 0}, "max_min is 0, expected a number above 0"),
        ({"mode": "walk", "max_min": np.nan}, "max_min is nan"),
        ({"mode": "walk", "max_snap_m": -1}, "max_snap_m is -1"),
        ({"mode": "walk", "park_min": "3"}, "park_min is '3'"),
        (
            {"mode": "transit", "access": "transit", "egress": "boat"},
            "access 'transit'.*egress 'boat'",
        ),
        ({"mode": "transit", "max_access_min": None}, "max_access_min is None"),
        ({"mode": "walk", "departure": "tomorrow"}, "departure is 'tomorrow'"),
        ({"mode": "walk", "departure": "2026-03-10"}, "with a time of day"),
        ({"mode": "walk", "departure": "2026-03-10T07:30+01:00"}, "without a time zone"),
        ({"mode": "walk", "window_min": 60}, "window_min needs a departure"),
        ({"mode": "walk", "foreign_routing": "no"}, "foreign_routing is 'no'"),
    ],
)
def test_trips_that_cannot_be(options, match):
    with pytest.raises(InputError, match=match):
        Trip(**options)


def test_trip_is_a_value():
    trip = Trip("transit", departure="2026-03-10T07:30", window_min=60, max_min=90)
    assert trip == Trip("transit", departure="2026-03-10T07:30", window_min=60, max_min=90.0)
    assert Trip("car").park_minutes("car") == 3.0
    assert Trip("bicycle", park_min=1).park_minutes("bicycle") == 1
    assert Trip("transit", access="car", park_min=1).park_minutes("walk") == 0


def test_result_refuses_parts_that_do_not_fit():
    ids = np.array(["a"], dtype=object)
    status = np.zeros(1, dtype=np.uint8)
    with pytest.raises(InputError, match="shape"):
        TravelTimes(ids, ids, np.zeros((2, 1), np.float32), status, status, Trip("walk"))
    made = TravelTimes(ids, ids, np.zeros((1, 1), np.float32), status, status, Trip("walk"))
    with pytest.raises(InputError, match="come from elsewhere"):
        _ = made.report


@settings(max_examples=examples(25))
@given(
    st.lists(
        st.tuples(st.integers(-100, 2100), st.integers(-100, 100)),
        min_size=1,
        max_size=5,
        unique=True,
    ),
    st.floats(1, 40),
)
def test_laws(xy, limit):
    here = table({f"p{k}": p for k, p in enumerate(xy)})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        full = travel_times(street(), here, here, Trip("walk")).minutes
        short = travel_times(street(), here, here, Trip("walk", max_min=limit)).minutes
        car = travel_times(street(), here, here, Trip("car")).minutes
    assert (np.diag(full) == 0).all()
    np.testing.assert_allclose(full, full.T, atol=1e-3)
    np.testing.assert_array_equal(short[~np.isnan(short)], full[~np.isnan(short)])
    assert (full[np.isnan(short)] >= limit * (1 - 1e-6)).all()
    off = ~np.eye(len(xy), dtype=bool)
    assert (car[off] >= 3).all()


@pytest.mark.shared_data
def test_walking_in_aachen_agrees_with_valhalla():
    extract = SHARED / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"
    answers = SHARED / "benchmark" / "valhalla_aachen_matrix.json"
    if not extract.exists() or not answers.exists():
        pytest.skip("shared/data has no Aachen extract or no answers of Valhalla on this machine")
    from grensgeo.network import build_network

    theirs = json.loads(answers.read_text())
    points = pd.DataFrame(theirs["points"]).assign(id=lambda frame: frame["osm_node"].astype(str))
    times = travel_times(build_network([extract]), points, points, Trip("walk"))
    off = ~np.eye(len(points), dtype=bool)
    metres = (times.minutes * 5000 / 60)[off]
    expected = np.array(theirs["matrices"]["pedestrian_shortest"]["distance_m"])[off]
    difference = metres / expected - 1
    assert abs(np.median(difference)) <= 0.005
    assert (np.abs(difference) <= 0.02).mean() >= 0.85
