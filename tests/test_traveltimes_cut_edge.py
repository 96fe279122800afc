"""Networks that were cut: from where their edge is reached, and when."""

from pathlib import Path
from types import SimpleNamespace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from osm_files import ORIGIN, STEP, osm_xml

import grensgeo as gg
from grensgeo.geodata.cut_outline import lies_beyond
from grensgeo.network import build_network
from grensgeo.traveltimes.compute import begin
from grensgeo.traveltimes.cut_edge import edge_minutes

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
    # of those by timetable the way without any ride counts
    begun = begin(cut, near, near, trip)
    by_timetable = [SimpleNamespace(direct=begun.journeys.parts[0])]
    np.testing.assert_array_equal(edge_minutes(cut, by_timetable, slice(1, 3)), times.edge_min[1:])


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
