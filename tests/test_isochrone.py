import itertools
import warnings
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import DEGREE_M, draw
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.isochrone import _nest, isochrones
from grensgeo.network import Services, load_network
from grensgeo.network.snapping import to_metres
from grensgeo.schema import ISOCHRONES
from grensgeo.traveltimes import Trip, travel_times

ORIGIN = (7.0, 52.2)
K = np.cos(np.radians(ORIGIN[1]))
WALK_M_MIN = 5000 / 60
ROOT = Path(__file__).resolve().parents[1]
OSM = ROOT.parent / "shared" / "data" / "osm"
SAMPLE = ROOT / "data" / "sample"


def lonlat(x, y):
    return ORIGIN[0] + x / (DEGREE_M * K), ORIGIN[1] + y / DEGREE_M


def metres(geometry):
    return shapely.transform(geometry, lambda p: (p - ORIGIN) * (DEGREE_M * K, DEGREE_M))


def table(places):
    lon, lat = zip(*(lonlat(*place) for place in places.values()), strict=True)
    return pd.DataFrame({"id": list(places), "lon": lon, "lat": lat})


def lattice(n, step, *, west=0.0, south=0.0, cut=None, **network):
    """Streets in squares; ``cut`` (a y) leaves out those across it."""
    places = {(i, j): (west + i * step, south + j * step) for i in range(n) for j in range(n)}
    edges = []
    for i, j in places:
        for other in ((i + 1, j), (i, j + 1)):
            if other in places:
                ys = places[i, j][1], places[other][1]
                if cut is None or not min(ys) < cut < max(ys):
                    edges.append({"ends": ((i, j), other)})
    return draw(places, edges, **network)


@cache
def town():
    return lattice(31, 100.0, west=-1500, south=-1500)


def holds(frame, trip, network, origins, cell_m, *, n=400, seed=0):
    """The share of points beyond a cell from the edge whose side agrees with the matrix."""
    random = np.random.default_rng(seed)
    box = frame.total_bounds
    points = pd.DataFrame(
        {
            "id": [f"p{k}" for k in range(n)],
            "lon": random.uniform(box[0], box[2], n),
            "lat": random.uniform(box[1], box[3], n),
        }
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        times = travel_times(network, origins, points, trip)
    metric = frame.estimate_utm_crs()
    spots = gpd.GeoSeries.from_xy(points["lon"], points["lat"], crs=4326).to_crs(metric)
    right = total = 0
    for row in frame.to_crs(metric).itertuples():
        minutes = times.minutes[list(times.from_id).index(row.from_id)]
        reached = np.nan_to_num(minutes, nan=np.inf) <= row.cutoff_min
        clear = spots.distance(row.geometry.boundary).to_numpy() > cell_m
        right += (spots.within(row.geometry).to_numpy() == reached)[clear].sum()
        total += clear.sum()
    assert total > n / 2
    return right / total


def check_laws(frame, origins):
    ISOCHRONES.check(frame)
    assert frame.crs.to_epsg() == 4326
    assert frame.is_valid.all()
    assert not frame.is_empty.any()
    for name, rows in frame.groupby("from_id", sort=False):
        place = origins.set_index("id").loc[name]
        assert list(rows["cutoff_min"]) == sorted(rows["cutoff_min"])
        assert rows.contains(shapely.Point(place["lon"], place["lat"])).all()
        for small, large in itertools.pairwise(rows.geometry):
            assert large.covers(small)


def test_walking_a_town_of_squares_gives_a_diamond():
    here = table({"o": (0, 0)})
    frame = isochrones(town(), here, Trip("walk"), cutoffs_min=[12, 6])
    assert list(frame.columns) == ["from_id", "cutoff_min", "mode", "geometry"]
    assert list(frame["cutoff_min"]) == [6, 12]
    assert list(frame["mode"]) == ["walk", "walk"]
    check_laws(frame, here)
    for area, cutoff in zip(frame.geometry, (6, 12), strict=True):
        reach = cutoff * WALK_M_MIN
        diamond = shapely.Polygon([(reach, 0), (0, reach), (-reach, 0), (0, -reach)])
        drawn = metres(area)
        # between the streets one walks off the network, along the same two axes at most
        assert drawn.symmetric_difference(diamond).area < 0.05 * diamond.area
        assert drawn.hausdorff_distance(diamond) < 75  # half a square and a cell


def test_inside_exactly_when_reached():
    here = table({"o": (10, 20), "q": (-700, 333)})
    for trip in (Trip("walk"), Trip("car", park_min=1), Trip("bicycle")):
        frame = isochrones(town(), here, trip, cutoffs_min=[3, 5], resolution_m=25)
        check_laws(frame, here)
        assert holds(frame, trip, town(), here, 25) >= 0.99


def test_river_without_a_bridge_is_not_jumped():
    line = gpd.GeoSeries([shapely.LineString([lonlat(-9e3, 50), lonlat(9e3, 50)])], crs=4326)
    # an odd number of rows lies south of the river, so that the main component is there
    network = lattice(21, 100.0, west=-1000, south=-1000, cut=50, barriers=line)
    here = table({"o": (0, 0)})
    frame = isochrones(network, here, Trip("walk"), cutoffs_min=[5, 10], resolution_m=25)
    check_laws(frame, here)
    assert metres(frame.geometry.iloc[1]).bounds[3] <= 50 + 25
    assert metres(frame.geometry.iloc[1]).bounds[1] < -700
    joined = lattice(21, 100.0, west=-1000, south=-1000)
    frame = isochrones(joined, here, Trip("walk"), cutoffs_min=[10], resolution_m=25)
    assert metres(frame.geometry.iloc[0]).bounds[3] > 700


def test_border_with_one_crossing_is_reached_around():
    line = gpd.GeoSeries([shapely.LineString([lonlat(-9e3, 50), lonlat(9e3, 50)])], crs=4326)
    # one street crosses, 900 m west of the origin
    places, edges = {}, []
    for i, j in itertools.product(range(21), range(21)):
        places[i, j] = (-1000 + 100 * i, -1000 + 100 * j)
    for i, j in places:
        if (i + 1, j) in places:
            edges.append({"ends": ((i, j), (i + 1, j))})
        if (i, j + 1) in places and (j != 10 or i == 1):
            edges.append({"ends": ((i, j), (i, j + 1))})
    network = draw(places, edges, barriers=line)
    here = table({"o": (0, 0)})
    frame = isochrones(network, here, Trip("walk"), cutoffs_min=[10, 15], resolution_m=25)
    check_laws(frame, here)
    near, far = map(metres, frame.geometry)
    assert near.bounds[3] <= 75
    beyond = far.intersection(shapely.box(-2000, 80, 2000, 2000))
    assert beyond.area > 0
    assert beyond.bounds[2] < -600
    assert holds(frame, Trip("walk"), network, here, 25) >= 0.99


def test_without_foreign_routing_the_area_ends_at_the_border():
    places = {(i, j): (-1000 + 100 * i, -1000 + 100 * j) for i in range(21) for j in range(21)}
    edges = [
        {"ends": (a, (a[0] + x, a[1] + y)), "country": "NL" if a[1] < 11 else "DE"}
        for a in places
        for x, y in ((1, 0), (0, 1))
        if (a[0] + x, a[1] + y) in places
    ]
    line = gpd.GeoSeries([shapely.LineString([lonlat(-9e3, 150), lonlat(9e3, 150)])], crs=4326)
    network = draw(places, edges, barriers=line)
    here = table({"o": (0, 0)})
    free = isochrones(network, here, Trip("walk"), cutoffs_min=[8], resolution_m=25)
    trip = Trip("walk", foreign_routing=False)
    shut = isochrones(network, here, trip, cutoffs_min=[8], resolution_m=25)
    assert metres(free.geometry.iloc[0]).bounds[3] > 600
    assert metres(shut.geometry.iloc[0]).bounds[3] <= 175
    assert holds(shut, trip, network, here, 25) >= 0.99


def test_origin_is_inside_even_where_parking_takes_longer():
    here = table({"o": (33, 21)})
    frame = isochrones(town(), here, Trip("car"), cutoffs_min=[2, 4], resolution_m=25)
    check_laws(frame, here)
    assert metres(frame.geometry.iloc[0]).area < 25**2


def test_holes_are_kept():
    # a ring of streets around a field that is further from them than anybody walks
    corners = {"A": (-800, -800), "B": (800, -800), "C": (800, 800), "D": (-800, 800)}
    network = draw(corners, [{"ends": e} for e in ("AB", "BC", "CD", "DA")])
    here = table({"o": (0, -800)})
    trip = Trip("bicycle", max_snap_m=300)
    frame = isochrones(network, here, trip, cutoffs_min=[30], resolution_m=50)
    check_laws(frame, here)
    (area,) = frame.geometry
    assert len(area.interiors) == 1
    assert metres(shapely.Polygon(area.interiors[0])).area == pytest.approx(1000**2, rel=0.1)


def test_transit_reaches_islands_around_stops():
    places = {"A": (-2000, 0), "S": (0, 0), "T": (10_000, 0), "U": (12_000, 0)}
    stops = table({"s": (0, 0), "t": (10_000, 0)}).rename(columns={"id": "stop_id"})
    services = Services(
        stops=stops.assign(name=["S", "T"], country="NL"),
        lines=pd.DataFrame({"line_id": ["L"], "name": ["L"], "operator": ["x"], "headway_min": [10.0], "modelled": [True], "source_id": ["x"]}),
        calls=pd.DataFrame({"line_id": ["L", "L"], "sequence": [1, 2], "stop_id": ["s", "t"], "arrival_min": [0.0, 8.0], "departure_min": [0.0, 8.0]}),
        transfers=pd.DataFrame({"from_stop_id": pd.Series([], dtype=str), "to_stop_id": pd.Series([], dtype=str), "transfer_min": pd.Series([], dtype=float)}),
    )  # fmt: skip
    network = draw(places, [{"ends": e} for e in ("AS", "ST", "TU")], services=services)
    here = table({"o": (-100, 0)})
    trip = Trip("transit")
    frame = isochrones(network, here, trip, cutoffs_min=[10, 20], resolution_m=50)
    check_laws(frame, here)
    early, late = frame.geometry
    assert early.geom_type == "Polygon"
    assert late.geom_type == "MultiPolygon"
    # 1.2 min to the stop, 5 of waiting and 8 on board leave 5.8 min: 483 m along the street
    east = metres(late).bounds[2]
    assert east == pytest.approx(10_000 + 5.8 * WALK_M_MIN, abs=60)
    assert holds(frame, trip, network, here, 50) >= 0.99


def test_origins_off_the_network():
    here = table({"o": (0, 0), "far": (0, 5000)})
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 origins .* far \(not_snapped\)") as caught:
        frame = isochrones(town(), here, Trip("walk"), cutoffs_min=[5])
    assert caught[0].filename == __file__
    assert list(frame["from_id"]) == ["o"]
    with pytest.raises(InputError, match="no origin is on the network"):
        isochrones(town(), here.iloc[1:], Trip("walk"), cutoffs_min=[5])


def test_far_origins_have_grids_of_their_own_and_the_same_areas():
    here = table({"o": (-400, 0), "q": (500, 200)})
    both = isochrones(town(), here, Trip("walk"), cutoffs_min=[3], resolution_m=20)
    for k in range(2):
        alone = isochrones(
            town(), here.iloc[k : k + 1], Trip("walk"), cutoffs_min=[3], resolution_m=20
        )
        assert alone.geometry.iloc[0].equals(both.geometry.iloc[k])


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"cutoffs_min": []}, "cutoffs_min is"),
        ({"cutoffs_min": [0, 10]}, "minutes above 0"),
        ({"cutoffs_min": [np.nan]}, "minutes above 0"),
        ({"cutoffs_min": [10, 10]}, "each once"),
        ({"cutoffs_min": [10], "resolution_m": 0}, "resolution_m is 0"),
        ({"cutoffs_min": [10], "resolution_m": 0.5}, r"grid nodes, more than"),
        ({"cutoffs_min": [50]}, "beyond the trip's max_min 40"),
    ],
)
def test_what_cannot_be_drawn(options, match):
    with pytest.raises(InputError, match=match):
        isochrones(town(), table({"o": (0, 0)}), Trip("walk", max_min=40), **options)


@example((336.0, 332.0), [1, 2])  # rounded outlines that cross
@settings(max_examples=8)
@given(
    st.tuples(st.floats(-900, 900), st.floats(-900, 900)),
    st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True),
)
def test_laws_hold_anywhere(place, cutoffs):
    here = table({"o": place})
    frame = isochrones(town(), here, Trip("walk"), cutoffs_min=cutoffs, resolution_m=50)
    check_laws(frame, here)
    assert len(frame) == len(cutoffs)


@cache
def aachen():
    path = OSM / "aachen_nl-de-be_2021-08.osm.pbf"
    if not path.exists():
        pytest.skip("shared/data/osm/aachen_nl-de-be_2021-08.osm.pbf is not on this machine")
    from grensgeo.network import build_network

    return build_network([path])


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("mode", "cutoffs"),
    [("walk", (10, 20)), ("bicycle", (5, 12)), ("ebike", (5, 10)), ("car", (6, 9))],
)
def test_real_streets_agree_with_the_matrix(mode, cutoffs):
    network = aachen()
    west, south, east, north = network.extent.total_bounds
    here = pd.DataFrame({"id": ["o"], "lon": [(west + east) / 2], "lat": [(south + north) / 2]})
    frame = isochrones(network, here, Trip(mode), cutoffs_min=cutoffs, resolution_m=25)
    check_laws(frame, here)
    assert holds(frame, Trip(mode), network, here, 25, n=1000) >= 0.99


MUENSTER, ENSCHEDE, TWENTE = (7.6349, 51.9565), (6.8958, 52.2205), (6.8936, 52.2215)


@pytest.mark.parametrize(
    ("folder", "place", "trip", "cutoffs", "cell_m"),
    [
        ("enschede", ENSCHEDE, Trip("walk"), (10, 20), 25),
        ("muenster", MUENSTER, Trip("bicycle"), (5, 10), 25),
        ("muenster", MUENSTER, Trip("ebike"), (5, 10), 25),
        ("muenster", MUENSTER, Trip("car"), (5, 10), 25),
        ("network", TWENTE, Trip("transit", access="bicycle", max_access_min=15), (30, 60), 250),
        ("network", TWENTE, Trip("car", foreign_routing=False), (30, 45), 250),
    ],
)
def test_the_sample_agrees_with_the_matrix(folder, place, trip, cutoffs, cell_m):
    network = load_network(SAMPLE / folder)
    here = pd.DataFrame({"id": ["o"], "lon": place[:1], "lat": place[1:]})
    frame = isochrones(network, here, trip, cutoffs_min=cutoffs, resolution_m=cell_m)
    check_laws(frame, here)
    assert holds(frame, trip, network, here, cell_m, n=1000) >= 0.99


def test_areas_are_mended_where_outlines_touch_and_cross():
    # the larger has a spike without width and does not quite cover the smaller
    network = draw({"A": (0, 0), "B": (1000, 0)}, [{"ends": "AB"}])
    spike = [(0, 0), (100, 0), (100, 100), (50, 100), (50, 200), (50, 100), (0, 100)]
    x, y = to_metres(network, np.array([[7.0, 52.2]]))[0]
    areas = [
        shapely.MultiPolygon([shapely.Polygon(np.add(ring, (x, y)))])
        for ring in ([(20, 20), (101, 20), (101, 30), (20, 30)], spike)
    ]
    nested = _nest(areas, np.array([x + 50, y + 25]), network, cell_m=25)
    assert all(area.is_valid and "Polygon" in area.geom_type for area in nested)
    assert nested[1].covers(nested[0])
