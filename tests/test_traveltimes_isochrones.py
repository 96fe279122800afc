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
from examples import examples
from feeds import lines_at_headways
from hypothesis import example, given, settings
from hypothesis import strategies as st
from towns import DAY, buses
from towns import town as random_town

from benchmarks.agreement import strays
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network import load_network, with_feeds
from grensgeo.schema import ISOCHRONES
from grensgeo.traveltimes import Trip, journeys, travel_times
from grensgeo.traveltimes.isochrones import isochrones

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
    assert list(frame.columns) == [
        "from_id",
        "cutoff_min",
        "mode",
        "resolution_m",
        "width_m",
        "geometry",
    ]
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
    xy = table({"s": (0, 0), "t": (10_000, 0)}).set_index("id")
    stops = {name: (xy.lon[name], xy.lat[name], "NL") for name in "st"}
    feed = lines_at_headways(stops, {"L": (10, [("s", 0), ("t", 8)])})
    network = draw(places, [{"ends": e} for e in ("AS", "ST", "TU")], feeds=(feed,))
    here = table({"o": (-100, 0)})
    trip = Trip("transit")
    frame = isochrones(network, here, trip, cutoffs_min=[10, 20], resolution_m=50)
    check_laws(frame, here)
    early, late = frame.geometry
    assert early.geom_type == "Polygon"
    assert late.geom_type == "MultiPolygon"
    # 1.2 min to the stop, 5 of waiting and 8 on board leave 5.8 min: 483 m along the street, or
    # up to 83 m less or more, as the draw has it
    east = metres(late).bounds[2]
    assert east == pytest.approx(10_000 + 5.8 * WALK_M_MIN, abs=140)
    assert holds(frame, trip, network, here, 50) >= 0.99


def test_origins_off_the_network():
    here = table({"o": (0, 0), "far": (0, 5000)})
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 origins .* far \(not_snapped\)") as caught:
        frame = isochrones(town(), here, Trip("walk"), cutoffs_min=[5])
    assert caught[0].filename == __file__
    assert list(frame["from_id"]) == ["o"]
    with pytest.raises(InputError, match="no origin is on the network"):
        isochrones(town(), here.iloc[1:], Trip("walk"), cutoffs_min=[5])


#: In a town of two countries, 3 km wide.
SPOTS = table({"a": (500, 500), "b": (1500, 2200), "c": (2600, 900), "d": (3100, 3100)})

#: Trips of every kind: on the streets, with and without foreign routing, by timetable and deadline.
KINDS = {
    "walk": Trip("walk", max_snap_m=1000),
    "car": Trip("car", park_min=1, max_snap_m=1000),
    "closed": Trip("bicycle", foreign_routing=False, max_snap_m=1000),
    "bus": Trip("transit", departure=f"{DAY}T08:00", window_min=10, max_snap_m=1000),
    "deadline": Trip("transit", arrival=f"{DAY}T09:00", window_min=5, max_snap_m=1000),
}


@cache
def random_network(folder):
    """Streets and buses on both sides of a border; buses run by timetable."""
    network = random_town(1, size=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        return with_feeds(network, [buses(folder / "buses.zip", 1)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("feed")


def areas_of(network, origins, trip, cutoffs, **options):
    """Draw isochrones; give each as bytes by origin and cutoff."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        frame = isochrones(network, origins, trip, cutoffs_min=cutoffs, **options)
    return {
        (row.from_id, row.cutoff_min): shapely.to_wkb(row.geometry) for row in frame.itertuples()
    }


@settings(max_examples=examples(3))
@given(
    company=st.lists(st.floats(0.5, 120), min_size=1, max_size=3, unique=True),
    order=st.permutations(range(4)),
    cell_m=st.sampled_from([None, 90]),
)
@pytest.mark.parametrize(
    "kind",
    [
        "walk",
        "bus",
        *(pytest.param(kind, marks=pytest.mark.long) for kind in ("car", "closed", "deadline")),
    ],
)
def test_one_place_and_cutoff_is_one_polygon(folder, kind, company, order, cell_m):
    """The same to the last digit, whatever else is asked, in any order, alone or together."""
    network, trip = random_network(folder), KINDS[kind]
    origins = SPOTS
    alone = areas_of(network, origins.iloc[:1], trip, [10], resolution_m=cell_m)
    together = areas_of(
        network, origins.iloc[list(order)], trip, {*company, 10}, resolution_m=cell_m
    )
    for key, area in alone.items():
        assert together[key] == area
    by_origin = {}
    for (name, cutoff), area in sorted(together.items()):
        by_origin.setdefault(name, []).append((cutoff, shapely.from_wkb(area)))
    for row in by_origin.values():
        for (_, small), (_, large) in itertools.pairwise(row):
            assert large.is_valid
            assert large.covers(small)


@pytest.mark.long
def test_a_crowd_of_origins_changes_nothing(folder):
    """Many origins are searched in another way than few."""
    network = random_network(folder)
    xy = np.random.default_rng(3).uniform(0, 3000, (70, 2))
    crowd = table({f"o{k}": tuple(spot) for k, spot in enumerate(xy)})
    for trip in (KINDS["walk"], KINDS["bus"]):
        few = areas_of(network, crowd.iloc[-1:], trip, [4], resolution_m=400)
        many = areas_of(network, crowd, trip, [4], resolution_m=400)
        assert few.items() <= many.items()


def test_tiny_and_huge_cutoffs():
    here = table({"o": (33, 21)})
    for trip in (Trip("walk"), Trip("car", park_min=0), Trip("car")):
        frame = isochrones(town(), here, trip, cutoffs_min=[1e-6, 0.1, 600, 1e6])
        check_laws(frame, here)
        least, small, large, huge = map(metres, frame.geometry)
        assert least.area < 25
        assert small.area < 800
        # the whole town, and as far off the streets as one is snapped: squares of 4 km
        assert large.area == pytest.approx(3000**2 + 4 * 500 * 3000 + np.pi * 500**2, rel=0.03)
        assert huge.equals(large)


def test_an_island_is_reached_by_its_ferry_alone():
    """Two towns on either side of a strait; the ferry takes 20 min."""
    places, edges = {}, []
    for side, (west, n) in {"a": (-1000, 11), "b": (1000, 5)}.items():
        own = {(side, i, j): (west + 100 * i, 100 * j) for i in range(n) for j in range(n)}
        places |= own
        edges += [
            {"ends": (spot, other)}
            for spot in own
            for other in ((side, spot[1] + 1, spot[2]), (side, spot[1], spot[2] + 1))
            if other in own
        ]
    edges.append(
        {"ends": (("a", 10, 0), ("b", 0, 0)), "highway": "ferry", "fixed_duration_s": 1200.0}
    )
    strait = gpd.GeoSeries([shapely.box(*lonlat(50, -5000), *lonlat(950, 5000))], crs=4326)
    network = draw(places, edges, barriers=strait)
    here = table({"o": (0, 0)})
    frame = isochrones(network, here, Trip("walk"), cutoffs_min=[10, 19, 24, 60])
    check_laws(frame, here)
    near, before, across, whole = map(metres, frame.geometry)
    assert near.bounds[2] < 100  # no step onto the water
    assert before.bounds[2] < 100
    assert across.geom_type == "MultiPolygon"
    land = shapely.box(1000, 0, 1400, 400)
    assert 0.2 * land.area < across.intersection(land).area < 0.5 * land.area  # 4 min: 333 m
    assert whole.buffer(10).covers(land)
    assert whole.intersection(shapely.box(100, -5000, 900, 5000)).area < 900


def test_one_number_is_a_cutoff():
    here = table({"o": (0, 0)})
    one, several = (isochrones(town(), here, Trip("walk"), cutoffs_min=c) for c in (5, [5]))
    assert one.equals(several)


def test_a_finer_grid_changes_little():
    here = table({"o": (40, -30)})
    trip = Trip("car", park_min=1)
    drawn, fine = (
        isochrones(town(), here, trip, cutoffs_min=[2, 3], resolution_m=cell) for cell in (None, 5)
    )
    # where none is asked for nodes are 12.5 m apart
    for ours, theirs in zip(drawn.geometry, fine.geometry, strict=True):
        assert ours.symmetric_difference(theirs).area < 0.05 * theirs.area


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"cutoffs_min": []}, "cutoffs_min is"),
        ({"cutoffs_min": [0, 10]}, "minutes above 0"),
        ({"cutoffs_min": [np.nan]}, "minutes above 0"),
        ({"cutoffs_min": [10, 10]}, "each once"),
        ({"cutoffs_min": [10], "resolution_m": 0}, "resolution_m is 0, expected metres from 0.5"),
        ({"cutoffs_min": "soon"}, "expected minutes such as"),
        ({"cutoffs_min": [10], "resolution_m": 0.5}, r"grid nodes, more than"),
        ({"cutoffs_min": [50]}, "beyond the trip's max_min 40"),
    ],
)
def test_what_cannot_be_drawn(options, match):
    with pytest.raises(InputError, match=match):
        isochrones(town(), table({"o": (0, 0)}), Trip("walk", max_min=40), **options)


@example((336.0, 332.0), [1, 2], 50)  # outlines that were once rounded across each other
@example((0.0, 0.0), [1, 2], None)  # on a node
@settings(max_examples=examples(6))
@given(
    st.tuples(st.floats(-900, 900), st.floats(-900, 900)),
    st.lists(st.floats(0.01, 60), min_size=1, max_size=3, unique=True),
    st.sampled_from([None, 7.5, 50]),
)
def test_laws_hold_anywhere(place, cutoffs, cell_m):
    here = table({"o": place})
    trip = Trip("walk", max_snap_m=100)
    frame = isochrones(town(), here, trip, cutoffs_min=cutoffs, resolution_m=cell_m)
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
    [
        ("walk", (10,)),
        *(
            pytest.param(*one, marks=pytest.mark.long)
            for one in (
                ("walk", (10, 20)),
                ("bicycle", (5, 12)),
                ("ebike", (5, 10)),
                ("car", (6, 9)),
            )
        ),
    ],
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
        pytest.param("muenster", MUENSTER, Trip("bicycle"), (5, 10), 25, marks=pytest.mark.long),
        pytest.param("muenster", MUENSTER, Trip("ebike"), (5, 10), 25, marks=pytest.mark.long),
        pytest.param("muenster", MUENSTER, Trip("car"), (5, 10), 25, marks=pytest.mark.long),
        pytest.param(
            "network",
            TWENTE,
            Trip("transit", access="bicycle", max_access_min=15),
            (30, 60),
            250,
            marks=pytest.mark.long,
        ),
        pytest.param(
            "network",
            TWENTE,
            Trip("car", foreign_routing=False),
            (30, 45),
            250,
            marks=pytest.mark.long,
        ),
    ],
)
def test_the_sample_agrees_with_the_matrix(folder, place, trip, cutoffs, cell_m):
    network = load_network(SAMPLE / folder)
    here = pd.DataFrame({"id": ["o"], "lon": place[:1], "lat": place[1:]})
    frame = isochrones(network, here, trip, cutoffs_min=cutoffs, resolution_m=cell_m)
    check_laws(frame, here)
    assert holds(frame, trip, network, here, cell_m, n=1000) >= 0.99


@pytest.mark.parametrize(
    "kind",
    [
        "walk",
        "closed",
        *(pytest.param(k, marks=pytest.mark.long) for k in ("car", "bus", "deadline")),
    ],
)
def test_beyond_the_width_of_the_edge_every_point_lies_on_its_side(folder, kind):
    network, trip = random_network(folder), KINDS[kind]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        checked, wrong = strays(network, SPOTS[:2], trip, 12, n=500, resolution_m=40)
    assert checked > 2 * 500 / 3
    assert wrong == 0


def test_journeys_agree_with_the_area(folder):
    network, trip = random_network(folder), KINDS["bus"]
    here = SPOTS[:1]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        (area,) = isochrones(network, here, trip, cutoffs_min=30, resolution_m=50).geometry
        sides = set()
        for xy in np.random.default_rng(5).uniform(0, 3000, (12, 2)):
            there = table({"p": xy})
            legs = journeys(network, here, there, trip)
            middle = legs[legs["percentile"] == 50]["travel_time_min"]
            inside = area.contains(shapely.Point(there["lon"][0], there["lat"][0]))
            if metres(area).boundary.distance(shapely.Point(xy)) > 100:
                assert inside == (len(middle) > 0 and middle.iloc[0] <= 30)
                sides.add(inside)
    assert sides == {True, False}


@pytest.mark.long
@pytest.mark.shared_data
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
@pytest.mark.parametrize(("mode", "cutoff"), [("walk", 20), ("bicycle", 8), ("car", 8)])
def test_a_hundred_thousand_points_on_real_streets(mode, cutoff):
    """Next to none are strays: what is not reached and narrower than nodes are apart may be missed."""
    network = aachen()
    streets = network.streets
    at = np.random.default_rng(1).integers(0, streets.n_vertices, 4)
    here = pd.DataFrame({"id": list("abcd"), "lon": streets.lon[at], "lat": streets.lat[at]})
    # some are on no street of the mode: then there are fewer areas, and fewer checks
    assert strays(network, here, Trip(mode), cutoff, n=10_000)[1] <= 1
