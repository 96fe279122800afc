"""Networks that were cut: from where their edge is reached, and when."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from feeds import AGENCY, DAILY, write_feed
from osm_files import ORIGIN, STEP, osm_xml

import grensgeo as gg
from grensgeo.geodata.cut_outline import lies_beyond
from grensgeo.gtfs import read_feed
from grensgeo.network import build_network

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
AACHEN = SHARED / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"
ROAD = {"highway": "residential"}
pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")


def degrees(x, y):
    return ORIGIN[0] + np.asarray(x) * STEP[0], ORIGIN[1] + np.asarray(y) * STEP[1]


def places(ids, x, y):
    lon, lat = degrees(x, y)
    return pd.DataFrame({"id": ids, "lon": lon, "lat": lat, "country": "NL"})


def built(folder, nodes, ways, *, side_m=None):
    """Build a drawn network, cut to a square from the origin if its side is given."""
    file = folder / "drawn.osm"
    file.write_text(osm_xml(nodes, ways))
    if side_m is None:
        return build_network(file)
    box = shapely.box(*degrees(-50, -50), *degrees(side_m, side_m))
    return build_network(file, area=gpd.GeoSeries([box], crs=4326))


def flags(times):
    jobs = pd.Series(1.0, index=times.to_id)
    table = gg.reach(times, {"jobs": jobs}, cutoffs_min=[2, 5, 7])
    first = table.drop_duplicates(["id", "cutoff_min"])
    return first["edge"].to_numpy().reshape(-1, 3).tolist()


LINE = {1: (500, 500), 2: (900, 500), 3: (1100, 500), 4: (1300, 500), 5: (500, 900)}


def test_origins_are_flagged_whose_reach_touches_the_cut(tmp_path):
    ways = [(10, [5, 1, 2, 3, 4], ROAD)]
    cut = built(tmp_path, LINE, ways, side_m=1000)
    # 100 m, 500 m and 900 m from the edge, on foot at 4 to 5 km/h
    near = places(["near", "off", "over"], [900, 500, 500], [500, 500, 900])
    trip = gg.Trip("walk")
    times = gg.travel_times(cut, near, near, trip)
    assert flags(times) == [[True] * 3, [False, False, True], [False] * 3]
    sums = gg.travel_time_sums(cut, near, near, trip)
    assert flags(sums) == flags(times)
    assert "network.cut-edge" in [getattr(note, "code", "") for note in times.provenance.notes]
    kilometres = times.edge_min / times.edge_min[1] * 0.5
    np.testing.assert_allclose(kilometres, [0.1, 0.5, 0.9], rtol=5e-3)
    # a trip that may not take that long does not come to the edge
    short = gg.travel_times(cut, near, near, gg.Trip("walk", max_min=5))
    assert np.isnan(short.edge_min).tolist() == [False, True, True]


def test_a_network_that_was_not_cut_flags_nobody_and_has_no_column(tmp_path):
    whole = built(tmp_path, LINE, [(10, [5, 1, 2, 3, 4], ROAD)])
    here = places(["a"], [900], [500])
    times = gg.travel_times(whole, here, here, gg.Trip("walk"))
    assert times.edge_min is None
    assert "edge" not in gg.reach(times, {"jobs": pd.Series({"a": 1.0})}, cutoffs_min=[5])


def test_a_street_that_only_leads_in_flags_nobody(tmp_path):
    ways = [(10, [5, 1, 2], ROAD), (11, [4, 3, 2], ROAD | {"oneway": "yes"})]
    cut = built(tmp_path, LINE, ways, side_m=1000)
    here = places(["a"], [500], [500])
    assert np.isnan(gg.travel_times(cut, here, here, gg.Trip("car")).edge_min).all()
    assert np.isfinite(gg.travel_times(cut, here, here, gg.Trip("walk")).edge_min).all()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("mode", ["car", "bicycle"])
def test_the_way_to_the_edge_is_that_to_the_nearest_crossing_of_the_uncut_network(
    tmp_path, mode, seed
):
    draw = np.random.default_rng(seed)
    nodes = {10 * i + j + 1: (200 * i, 200 * j) for i in range(7) for j in range(7)}
    ways, crossings = [], []
    for node, (x, y) in nodes.items():
        for other, step in ((node + 10, (200, 0)), (node + 1, (0, 200))):
            outside = max(x, y) >= 1000
            # beyond the cut all streets are there, so that each that leads out leads on
            if other in nodes and (outside or draw.random() < 0.85):
                oneway = "no" if outside else ("yes", "-1", "no", "no")[draw.integers(4)]
                ways.append((1000 * node + other, [node, other], ROAD | {"oneway": oneway}))
                for at, across in ((x, step[0]), (y, step[1])):
                    if across and at < 900 < at + across and (y if step[0] else x) <= 900:
                        crossings.append((900, y) if step[0] else (x, 900))
    whole, cut = built(tmp_path, nodes, ways), built(tmp_path, nodes, ways, side_m=900)
    x, y = draw.uniform(0, 800, (2, 20))
    some = places([f"o{k}" for k in range(20)], x, np.round(y / 200) * 200)
    edge = places([f"c{k}" for k in range(len(crossings))], *np.array(crossings, float).T)
    trip = gg.Trip(mode, max_snap_m=500)
    found = gg.travel_times(cut, some, some, trip)
    there = gg.travel_times(whole, some, edge, trip)
    # a crossing is put on another street where its own leads nowhere: nobody comes by it first
    own = there.to_snapping.distance_m < 1
    assert own.sum() > 5
    nearest = np.fmin.reduce(there.minutes[:, own], axis=1)
    same = (found.from_snapping.distance_m < 1) & (there.from_snapping.distance_m < 1)
    assert same.sum() > 5
    assert np.isfinite(nearest[same]).any()
    np.testing.assert_allclose(found.edge_min[same], nearest[same], atol=2e-3)


def test_a_network_cut_5_km_past_its_region_flags_whom_the_uncut_one_takes_beyond(tmp_path):
    nodes = {k: (1000 * k - 13_000, 500) for k in range(1, 25)}
    file = tmp_path / "drawn.osm"
    file.write_text(osm_xml(nodes, [(10, list(nodes), ROAD)]))
    region = gpd.GeoSeries([shapely.box(*degrees(-13_000, 0), *degrees(0, 1000))], crs=4326)
    whole, cut = build_network(file), build_network(file, area=region, buffer_km=5)
    some = places(
        [f"o{k}" for k in nodes if k <= 13], *np.array([nodes[k] for k in range(1, 14)]).T
    )
    last = cut.streets.lon.argmax()
    assert cut.streets.lon[last] == pytest.approx(degrees(5_000, 0)[0], abs=2e-3)
    crossing = {"id": ["cut"], "lon": cut.streets.lon[[last]], "lat": cut.streets.lat[[last]]}
    for mode in ("walk", "bicycle", "car"):
        times = gg.travel_times(cut, some, some, gg.Trip(mode))
        table = gg.reach(times, {"jobs": pd.Series(1.0, index=times.to_id)}, cutoffs_min=[45])
        flagged = table.drop_duplicates("id")["edge"].to_numpy(dtype=bool)
        uncut = gg.travel_times(whole, some, pd.DataFrame(crossing), gg.Trip(mode)).minutes[:, 0]
        np.testing.assert_array_equal(flagged, uncut <= 45)
        if mode == "bicycle":  # at some 16 km/h: from 5 to 10 km away, and not from 16 km
            assert flagged[-6:].all()
            assert not flagged[:2].any()
    assert flagged.any()


DAY = "2023-10-17"


def box(side_m):
    return gpd.GeoSeries([shapely.box(*degrees(-50, -50), *degrees(side_m, side_m))], crs=4326)


def write_buses(path, stops, lines):
    """Write a feed of {stop: (x, y)} and [[(stop, minute after midnight), ...], ...]."""
    rows = [
        f"{name},{name},{degrees(*xy)[1]:.7f},{degrees(*xy)[0]:.7f}" for name, xy in stops.items()
    ]
    calls, trips = [], []
    for number, line in enumerate(lines):
        trips.append(f"R,D,T{number}")
        for place, (stop, minute) in enumerate(line):
            clock = f"{minute // 60:02}:{minute % 60:02}:00"
            calls.append(f"T{number},{clock},{clock},{stop},{place}")
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Amsterdam"),
        "routes.txt": "route_id,agency_id,route_short_name,route_type\nR,A,1,3\n",
        "calendar.txt": DAILY,
        "stops.txt": "\n".join(["stop_id,stop_name,stop_lat,stop_lon", *rows]) + "\n",
        "trips.txt": "\n".join(["route_id,service_id,trip_id", *trips]) + "\n",
        "stop_times.txt": "\n".join(
            ["trip_id,arrival_time,departure_time,stop_id,stop_sequence", *calls]
        ) + "\n",
    }  # fmt: skip
    return write_feed(path, files)


STREET = {1: (0, 300), 2: (400, 300), 3: (800, 300), 4: (1200, 300), 5: (1600, 300)}


def on_the_street(tmp_path, *, feed_side_m, side_m):
    """A street of 1.6 km and a bus along it, either of them cut or whole."""
    file = tmp_path / "street.osm"
    file.write_text(osm_xml(STREET, [(10, list(STREET), ROAD)]))
    stops = {f"s{k}": xy for k, xy in STREET.items() if k != 3}
    lines = [[("s1", 480 + m), ("s2", 482 + m), ("s4", 484 + m), ("s5", 486 + m)] for m in (0, 9)]
    feed = read_feed(
        write_buses(tmp_path / "bus.zip", stops, lines),
        area=None if feed_side_m is None else box(feed_side_m),
    )
    return build_network(file, gtfs=[feed], area=None if side_m is None else box(side_m))


BUS = gg.Trip("transit", departure=f"{DAY}T08:00", max_access_min=1, max_egress_min=2, max_min=30)


def test_one_comes_to_the_edge_by_bus_and_then_on_foot(tmp_path):
    here = places(["west"], [0], [300])
    # the bus stops beyond the cut at 900 m, four minutes on, and goes on from there
    cut = on_the_street(tmp_path, feed_side_m=900, side_m=900)
    assert len(cut.feeds[0].trips) == 2
    times = gg.travel_times(cut, here, here, BUS)
    assert times.edge_min[0] == pytest.approx(4)
    assert flags(times) == [[False, True, True]]
    sums = gg.travel_time_sums(cut, here, here, BUS)
    assert flags(sums) == flags(times)
    assert sums.edge_min.tolist() == times.edge_min.tolist()
    # one that has to be there by a time comes by the same bus
    late = replace(BUS, departure=None, arrival=f"{DAY}T08:20")
    np.testing.assert_allclose(gg.travel_times(cut, here, here, late).edge_min, [20 - 9])
    # the cut at 500 m lies 100 m behind the second stop: on foot from there
    near = on_the_street(tmp_path, feed_side_m=900, side_m=500)
    walk = gg.travel_times(near, places(["a"], [400], [300]), here, gg.Trip("walk")).edge_min[0]
    assert gg.travel_times(near, here, here, BUS).edge_min[0] == pytest.approx(2 + walk, abs=0.02)
    # ... as far as the egress leg or a change goes
    slow = replace(BUS, max_egress_min=1, max_change_min=1)
    assert gg.travel_times(near, here, here, slow).edge_min[0] == pytest.approx(4)
    change = replace(BUS, max_egress_min=1, max_change_min=2)
    assert gg.travel_times(near, here, here, change).edge_min[0] == pytest.approx(
        2 + walk, abs=0.02
    )


def test_a_timetable_that_was_cut_alone_flags_trips_by_it_and_no_others(tmp_path):
    here = places(["west"], [0], [300])
    whole = on_the_street(tmp_path, feed_side_m=900, side_m=None)
    times = gg.travel_times(whole, here, here, BUS)
    assert times.edge_min[0] == pytest.approx(4)
    codes = [getattr(note, "code", "") for note in times.provenance.notes]
    assert "timetables.cut-edge" in codes
    assert gg.travel_times(whole, here, here, gg.Trip("walk")).edge_min is None
    # it is kept with the network
    whole.save(tmp_path / "net")
    again = gg.load_network(tmp_path / "net")
    assert gg.travel_times(again, here, here, BUS).edge_min[0] == pytest.approx(4)
    assert gg.travel_time_sums(again, here, here, BUS).edge_min[0] == pytest.approx(4)
    never = on_the_street(tmp_path, feed_side_m=None, side_m=None)
    assert gg.travel_times(never, here, here, BUS).edge_min is None
    assert gg.travel_time_sums(never, here, here, BUS).edge_min is None


def test_who_drives_to_the_stop_comes_to_the_edge_by_car(tmp_path):
    cut = on_the_street(tmp_path, feed_side_m=900, side_m=900)
    here = places(["west"], [0], [300])
    by_car = float(gg.travel_times(cut, here, here, gg.Trip("car")).edge_min[0])
    drive = replace(BUS, departure=f"{DAY}T08:12", access="car", max_access_min=10)
    # the last bus has gone
    assert gg.travel_times(cut, here, here, drive).edge_min[0] == pytest.approx(by_car)
    short = replace(drive, max_access_min=by_car - 0.1)
    assert np.isnan(gg.travel_times(cut, here, here, short).edge_min[0])


def alone(trip, minute):
    """Return a trip at one of the minutes of its window."""
    if trip.arrival is None:
        at = datetime.fromisoformat(trip.departure) + timedelta(minutes=minute)
        return replace(trip, departure=at.isoformat(timespec="minutes"), window_min=1)
    at = datetime.fromisoformat(trip.arrival) - timedelta(minutes=minute)
    return replace(trip, arrival=at.isoformat(timespec="minutes"), window_min=1)


def drawn_buses(path, draw):
    """Write buses that call at nodes of the grid of 7 by 7, at random."""
    grid = {f"s{i}{j}": (200 * i, 200 * j) for i in range(7) for j in range(7)}
    lines = []
    for _ in range(14):
        way = [list(grid)[k] for k in draw.choice(49, int(draw.integers(3, 7)), replace=False)]
        legs = np.cumsum(draw.integers(1, 5, len(way)))
        every, first = int(draw.integers(4, 15)), int(draw.integers(0, 15))
        lines += [
            [(stop, start + int(leg)) for stop, leg in zip(way, legs, strict=True)]
            for start in range(470 + first, 560, every)
        ]
    called = {stop for line in lines for stop, _ in line}
    return write_buses(path, {name: grid[name] for name in grid if name in called}, lines), {
        name: grid[name] for name in sorted(called)
    }


@pytest.mark.parametrize(
    ("seed", "more"),
    [
        (1, {"departure": f"{DAY}T08:00"}),
        pytest.param(2, {"arrival": f"{DAY}T08:30"}, marks=pytest.mark.long),
        pytest.param(
            3, {"departure": f"{DAY}T08:00", "egress": "bicycle"}, marks=pytest.mark.long
        ),
        pytest.param(
            4, {"departure": f"{DAY}T08:00", "max_change_min": 6}, marks=pytest.mark.long
        ),
    ],
)
def test_who_comes_to_the_edge_by_bus_is_who_the_uncut_timetable_takes_beyond(
    tmp_path, seed, more
):
    draw = np.random.default_rng(seed)
    nodes = {10 * i + j + 1: (200 * i, 200 * j) for i in range(7) for j in range(7)}
    ways, crossings = [], []
    for node, (x, y) in nodes.items():
        for other, step in ((node + 10, (200, 0)), (node + 1, (0, 200))):
            if other in nodes and (max(x, y) >= 1000 or draw.random() < 0.85):
                ways.append((1000 * node + other, [node, other], ROAD))
                for at, across in ((x, step[0]), (y, step[1])):
                    if across and at < 900 < at + across and (y if step[0] else x) <= 900:
                        crossings.append((900, y) if step[0] else (x, 900))
    file = tmp_path / "grid.osm"
    file.write_text(osm_xml(nodes, ways))
    feed, stops = drawn_buses(tmp_path / "buses.zip", draw)
    beyond = [xy for xy in stops.values() if max(xy) > 900]
    whole = build_network(file, gtfs=[read_feed(feed)])
    cut = build_network(file, gtfs=[read_feed(feed, area=box(900))], area=box(900))
    assert len(cut.feeds[0].trips) <= len(whole.feeds[0].trips)
    x, y = draw.uniform(0, 800, (2, 30))
    some = places([f"o{k}" for k in range(30)], x, np.round(y / 200) * 200)
    goals = np.array([*crossings, *beyond], float)
    far = places([f"c{k}" for k in range(len(goals))], *goals.T)
    trip = gg.Trip(
        "transit", **({"window_min": 15, "max_access_min": 4, "max_egress_min": 3,
                       "max_change_min": 3, "max_min": 45, "max_snap_m": 500} | more)
    )  # fmt: skip
    found = gg.travel_times(cut, some, some, trip)
    # the cut is one place, which each departure reaches where it is nearest
    single = [alone(trip, minute) for minute in range(int(trip.window_min))]
    uncut = [gg.travel_times(whole, some, far, one) for one in single]
    own = uncut[0].to_snapping.distance_m < 1
    assert own.sum() > 10
    first = [np.fmin.reduce(times.minutes[:, own], axis=1) for times in uncut]
    middle = -(-len(first) // 2) - 1
    nearest = np.sort(np.nan_to_num(first, nan=np.inf), axis=0)[middle]
    same = (found.from_snapping.distance_m < 1) & (uncut[0].from_snapping.distance_m < 1)
    assert same.sum() > 5
    assert (uncut[0].rides[:, own] > 0).any()
    found_min = np.nan_to_num(found.edge_min, nan=np.inf)
    np.testing.assert_allclose(found_min[same], nearest[same], atol=0.02)
    for cutoff in (5, 10, 45):
        clear = same & (np.abs(nearest - cutoff) > 0.05)
        flagged = gg.reach(
            found, {"jobs": pd.Series(1.0, index=found.to_id)}, cutoffs_min=[cutoff]
        ).drop_duplicates("id")["edge"].to_numpy(dtype=object)  # fmt: skip
        np.testing.assert_array_equal(flagged[clear].astype(bool), (nearest <= cutoff)[clear])


@pytest.mark.shared_data
@pytest.mark.long
@pytest.mark.skipif(not AACHEN.exists(), reason="the extracts of shared/data are not here")
def test_a_real_network_that_was_cut_flags_whom_the_uncut_one_takes_beyond():
    region = gpd.GeoSeries([shapely.Point(6.085, 50.77).buffer(0.005)], crs=4326)
    whole, cut = build_network(AACHEN), build_network(AACHEN, area=region, buffer_km=1.2)
    west, south, east, north = region.total_bounds
    lon, lat = np.meshgrid(np.linspace(west, east, 10), np.linspace(south, north, 10))
    ids = [f"o{k}" for k in range(lon.size)]
    some = pd.DataFrame({"id": ids, "lon": lon.ravel(), "lat": lat.ravel()})
    outline, streets = cut.outline.iloc[0], whole.streets
    beyond = lies_beyond(outline, streets.lon, streets.lat)
    assert lies_beyond(outline, cut.streets.lon, cut.streets.lat).sum() > 50
    far = pd.DataFrame(
        {
            "id": np.flatnonzero(beyond).astype(str),
            "lon": streets.lon[beyond],
            "lat": streets.lat[beyond],
        }
    )
    for mode, cutoffs in (("walk", (15, 20, 45)), ("bicycle", (5, 7, 45)), ("car", (4, 6, 45))):
        trip = gg.Trip(mode, max_snap_m=100)
        times = gg.travel_times(cut, some, some, trip)
        uncut = np.fmin.reduce(gg.travel_times(whole, some, far, trip).minutes, axis=1)
        on = times.from_status == 0
        assert on.sum() > 50
        for cutoff in cutoffs:
            flagged, taken = (times.edge_min <= cutoff)[on], (uncut <= cutoff)[on]
            assert not (taken & ~flagged).any()
            # from the crossing on to the next node beyond it takes some moments more
            late = uncut[on][flagged & ~taken] - times.edge_min[on][flagged & ~taken]
            assert (late < 2).all()
