import itertools
import pickle
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import ALL, DEGREE_M, draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from grensgeo.errors import InputError
from grensgeo.network import SpeedChange, mode_bit
from grensgeo.network.metric import metric_epsg
from grensgeo.network.snapping import edge_index, part_notes, snap_lonlat, street_pieces
from grensgeo.schema import SNAPPING

ORIGIN = (7.0, 52.2)
K = np.cos(np.radians(ORIGIN[1]))
WALK = mode_bit("walk")
CAR = mode_bit("car")


def lonlat(x, y):
    return ORIGIN[0] + x / (DEGREE_M * K), ORIGIN[1] + y / DEGREE_M


def points(**places):
    xy = [lonlat(*place) for place in places.values()]
    return gpd.GeoDataFrame(
        {"id": list(places)}, geometry=gpd.points_from_xy(*zip(*xy, strict=True)), crs=4326
    )


def line(*xy):
    return gpd.GeoSeries([shapely.LineString([lonlat(*p) for p in xy])], crs=4326)


def box(west, south, east, north):
    return gpd.GeoSeries([shapely.box(*lonlat(west, south), *lonlat(east, north))], crs=4326)


STREET = {"A": (0, 0), "B": (1000, 0), "C": (1000, 400)}


def street(**network):
    return draw(STREET, [{"ends": "AB"}, {"ends": "BC"}], **network)


def test_nearest_edge_not_vertex():
    snapping = street().snap(points(p=(250, 60), q=(1040, 300)), "walk")
    assert list(snapping.ids) == ["p", "q"]
    assert list(snapping.edge) == [0, 1]
    np.testing.assert_allclose(snapping.fraction, [0.25, 0.75], atol=2e-3)
    np.testing.assert_allclose(snapping.distance_m, [60, 40], rtol=5e-3)
    assert list(snapping.status) == [0, 0]
    assert list(snapping.component) == [0, 0]
    SNAPPING.check(snapping.report)


def test_points_at_vertices_and_ties_take_the_lowest_edge():
    snapping = street().snap(points(a=(0, 0), b=(1000, 0), far=(1100, -100)), "walk")
    assert list(snapping.edge) == [0, 0, 0]
    assert list(snapping.fraction) == [0.0, 1.0, 1.0]
    np.testing.assert_allclose(snapping.distance_m, [0, 0, 141.4], atol=0.5)


def test_statuses_and_report():
    network = street(extent=box(-300, -700, 1300, 700))
    snapping = network.snap(
        points(near=(500, 99), far=(500, -600), out=(500, 900)), "walk", max_m=100
    )
    assert list(snapping.status) == [0, 1, 2]
    report = snapping.report
    assert list(report["status"]) == ["snapped", "not_snapped", "outside_data"]
    assert list(report["edge"].isna()) == [False, True, True]
    assert list(report["component"].isna()) == [False, True, True]
    SNAPPING.check(report)
    assert repr(snapping) == "<Snapping: 1 snapped, 1 not_snapped, 1 outside_data>"
    assert np.isnan(snapping.distance_m[1:]).all()


def test_only_edges_of_the_mode():
    places = {"A": (0, 0), "B": (1000, 0), "C": (1000, 100), "D": (0, 100)}
    edges = [
        {"ends": "AB", "forward": WALK, "backward": WALK},
        {"ends": "BC"},
        {"ends": "CD", "forward": CAR, "backward": CAR},
    ]
    here = points(p=(500, 10))
    assert list(draw(places, edges).snap(here, "walk").edge) == [0]
    assert list(draw(places, edges).snap(here, "car").edge) == [2]


def test_only_the_main_strong_component():
    # 3 is a dead-end one-way that leads in and never out; 4 is an island
    places = {
        "A": (0, 0),
        "B": (1000, 0),
        "C": (1000, 900),
        "D": (500, 20),
        "E": (0, 50),
        "F": (900, 50),
    }
    edges = [
        {"ends": "AB"},
        {"ends": "BC"},
        {"ends": "CA"},
        {"ends": "AD", "backward": 0},
        {"ends": "EF"},
    ]
    snapping = draw(places, edges).snap(points(p=(400, 16), q=(600, 50)), "car")
    assert list(snapping.edge) == [0, 0]
    # a one-way in a circle is reachable and leaving
    ring = [
        {"ends": "AB", "backward": 0},
        {"ends": "BC", "backward": 0},
        {"ends": "CA", "backward": 0},
    ]
    assert list(draw(places, ring).snap(points(p=(400, 16)), "car").edge) == [0]


def test_barriers_motorways_and_ferries_are_not_entered():
    places = {"A": (0, 0), "B": (1000, 0), "C": (1000, 200), "D": (0, 200), "E": (1000, 0.0)}
    edges = [
        {"ends": "AB", "highway": "motorway"},
        {"ends": "BC"},
        {"ends": "CD"},
        {"ends": "DA"},
        {"ends": "BE", "length_m": 0.0, "highway": "barrier"},
    ]
    snapping = draw(places, edges).snap(points(p=(500, 10), e=(1000, -5)), "car")
    assert list(snapping.edge) == [2, 1]
    edges[0]["highway"] = "ferry"
    assert list(draw(places, edges).snap(points(p=(500, 10)), "walk").edge) == [2]


def test_river_is_not_crossed():
    # street 0 north of the river is nearer to p than street 1 on its own bank
    places = {"A": (0, 50), "B": (1000, 50), "C": (0, -200), "D": (1000, -200), "E": (2000, -75)}
    edges = [{"ends": "AB"}, {"ends": "CD"}, {"ends": "BE"}, {"ends": "DE"}]
    river = line((-500, 0), (1500, 0))
    here = points(p=(500, -20), q=(500, 20))
    assert list(draw(places, edges).snap(here, "walk").edge) == [0, 0]
    snapping = draw(places, edges, barriers=river).snap(here, "walk")
    assert list(snapping.edge) == [1, 0]
    np.testing.assert_allclose(snapping.distance_m, [180, 30], rtol=5e-3)
    alone = draw(places, edges, barriers=river).snap(here, "walk", max_m=100)
    assert list(alone.status) == [1, 0]


def test_long_barriers_are_cut_without_holes():
    places = {"A": (0, 50), "B": (1000, 50), "C": (0, -60), "D": (1000, -60)}
    edges = [{"ends": "AB"}, {"ends": "CD"}, {"ends": "AC"}, {"ends": "BD"}]
    river = line(*((x, 0) for x in range(-500, 1501, 10)))
    here = points(**{f"p{x}": (x, -5) for x in range(100, 900, 5)})
    assert set(draw(places, edges, barriers=river).snap(here, "walk").edge) == {1}
    area = gpd.GeoSeries([shapely.box(*lonlat(-500, -3), *lonlat(1500, 3))], crs=4326)
    assert set(draw(places, edges, barriers=area).snap(here, "walk").edge) == {1}


def test_street_along_the_border_serves_both_sides():
    network = street(barriers=line((-500, 0), (1500, 0)))
    assert list(network.snap(points(north=(300, 40), south=(300, -40)), "walk").edge) == [0, 0]


def test_country_takes_only_its_edges():
    places = {"A": (0, 0), "B": (1000, 0), "C": (0, 100), "D": (1000, 100)}
    edges = [{"ends": "AB", "country": "NL"}, {"ends": "CD", "country": "DE"}, {"ends": "AC"}]
    here = points(p=(500, 20))
    assert list(draw(places, edges).snap(here, "walk", country="DE").edge) == [1]
    assert list(draw(places, edges).snap(here, "walk").edge) == [0]


def test_distance_is_geodesic():
    geod = Geod(ellps="WGS84")
    # a region 300 km wide, which reaches over the edge of its zone
    places = {"A": (-150_000, 0), "B": (-149_000, 0), "C": (150_000, 0)}
    network = draw(places, [{"ends": "AB"}, {"ends": "BC"}])
    for x, y in ((-150_300, 0), (-150_000, 400), (150_300, 300)):
        lon, lat = lonlat(x, y)
        snapping = snap_lonlat(network, np.array([[lon, lat]]), "walk", max_m=600)
        end = lonlat(-150_000 if x < 0 else 150_000, 0)
        assert snapping.distance_m[0] == pytest.approx(geod.inv(lon, lat, *end)[2], rel=5e-3)
    assert metric_epsg(network.streets) == 32632


@settings(max_examples=examples(40))
@given(st.lists(st.tuples(st.floats(-200, 1200), st.floats(-200, 600)), min_size=1, max_size=10))
def test_nearest_of_all_edges(xy):
    network = street()
    here = np.array([lonlat(*p) for p in xy])
    snapping = snap_lonlat(network, here, "walk", max_m=1000)
    drawn = [shapely.LineString([STREET[a], STREET[b]]) for a, b in ("AB", "BC")]
    for k, p in enumerate(xy):
        distances = [shapely.Point(p).distance(edge) for edge in drawn]
        assert snapping.distance_m[k] == pytest.approx(min(distances), rel=5e-3, abs=0.5)
        assert distances[snapping.edge[k]] == pytest.approx(min(distances), rel=5e-3, abs=0.5)


def test_faults_are_collected():
    network = street(extent=box(-300, -700, 1300, 700))
    frame = pd.DataFrame(
        {"id": ["a", "a", "b"], "lon": [7.0, np.nan, 52.2], "lat": [52.2, 52.2, 7.0]}
    )
    with pytest.raises(
        InputError, match=r"no coordinates for a; .*swapped for b .*duplicate id: a"
    ):
        network.snap(frame, "walk")
    # without an extent the streets' own box tells
    with pytest.raises(InputError, match="swapped"):
        street().snap(pd.DataFrame({"id": ["b"], "lon": [52.201], "lat": [7.001]}), "walk")
    bare = gpd.GeoDataFrame({"id": ["a"]}, geometry=gpd.points_from_xy([7], [52]))
    with pytest.raises(InputError, match="no CRS"):
        network.snap(bare, "walk")
    with pytest.raises(InputError, match="max_m is nan"):
        network.snap(points(a=(0, 0)), "walk", max_m=np.nan)
    with pytest.raises(InputError, match="not a street mode"):
        network.snap(points(a=(0, 0)), "train")


def test_nothing_is_changed_and_no_points_are_fine():
    frame = points(a=(0, 0))
    before = frame.copy()
    network = street()
    network.snap(frame, "walk")
    pd.testing.assert_frame_equal(frame, before)
    assert len(network.snap(frame.iloc[:0], "walk")) == 0
    nobody = draw(STREET, [{"ends": "AB", "forward": ALL & ~CAR, "backward": ALL & ~CAR}])
    assert list(nobody.snap(frame, "car").status) == [1]


def test_networks_with_the_same_streets_have_their_own_barriers():
    """Scenarios share the streets, and what is looked up once for them."""
    open_land = street()
    spot = points(p=(250, 60))
    river = replace(open_land, barriers=line((-500, 30), (1500, 30)))
    slower = replace(
        open_land,
        speed_changes={"walk": SpeedChange(np.full(2, np.nan), np.full(2, 0.5))},
    )
    for network, distance in ((open_land, 60), (river, np.nan), (slower, 60), (river, np.nan)):
        snapping = network.snap(spot, "walk", max_m=100)
        assert snapping.distance_m == pytest.approx([distance], abs=0.5, nan_ok=True)


def test_modes_that_go_the_same_ways_look_points_up_once():
    both = street()
    spots = points(p=(250, 60), q=(300, 10))
    first = both.snap(spots, "bicycle", max_m=100)
    again = both.snap(spots, "bicycle", max_m=100)
    index = edge_index(both, "bicycle")
    assert index is edge_index(both, "ebike")
    assert len(index.asked.found) == 1
    for one, other in ((first, again), (first, both.snap(spots, "ebike", max_m=100))):
        np.testing.assert_array_equal(one.edge, other.edge)
        np.testing.assert_array_equal(one.distance_m, other.distance_m)
    # other points, or another reach, are another question; the oldest answers go
    assert list(both.snap(spots, "bicycle", max_m=50).status) == [1, 0]
    for far in range(1, 21):
        moved = both.snap(points(p=(250, 60 + far)), "bicycle", max_m=100)
        assert moved.distance_m == pytest.approx([60 + far], abs=0.5)
    assert len(index.asked.found) == 16
    # cars have an index of their own where a street is closed to them
    closed = draw(
        STREET, [{"ends": "AB"}, {"ends": "BC", "forward": ALL & ~CAR, "backward": ALL & ~CAR}]
    )
    assert edge_index(closed, "car") is not edge_index(closed, "walk")


def grid(n, *, at=(0, 0), prefix="", step=100):
    """Draw a square of streets: places and edges."""
    places = {
        f"{prefix}{i}_{j}": (at[0] + step * i, at[1] + step * j)
        for i in range(n)
        for j in range(n)
    }
    edges = [
        {"ends": (f"{prefix}{i}_{j}", f"{prefix}{i + a}_{j + b}")}
        for i in range(n)
        for j in range(n)
        for a, b in ((1, 0), (0, 1))
        if i + a < n and j + b < n
    ]
    return places, edges


def test_parts_of_some_size_are_kept_whatever_their_pieces():
    places, edges = grid(12)  # 26.4 km
    island, its_edges = grid(8, at=(5000, 0), prefix="i")  # 11.2 km
    islet, few_edges = grid(7, at=(6600, 0), prefix="s")  # 8.4 km, beside the island
    network = draw(places | island | islet, [*edges, *its_edges, *few_edges])
    here = points(main=(250, 4), island=(5250, 4), islet=(7150, 4))
    snapping = network.snap(here, "walk")
    assert list(snapping.status) == [0, 0, 1]
    assert list(snapping.component) == [0, 1, -1]
    SNAPPING.check(snapping.report)
    notes = {note.code: dict(note.values) for note in part_notes(network, "walk")}
    assert notes["streets.parts.kept"] == {"n": 1, "km": 11}
    assert notes["streets.parts.small"] == {"n": 84, "km": 8.4, "example": "377"}
    assert part_notes(draw(places, edges), "walk") == ()
    # far from all others it is all there is
    far, few_edges = grid(7, at=(9000, 0), prefix="s")
    network = draw(places | island | far, [*edges, *its_edges, *few_edges])
    alone = points(main=(250, 4), island=(5250, 4), islet=(9250, 4))
    assert list(network.snap(alone, "walk").component) == [0, 1, 2]


def test_a_small_network_is_a_network():
    assert list(street().snap(points(p=(250, 60)), "walk").component) == [0]


def test_a_house_on_an_islet_is_not_served_over_the_water():
    places, edges = grid(4)
    islet = {"X": (700, 0), "Y": (700, 100), "Z": (800, 0)}
    its_edges = [{"ends": "XY"}, {"ends": "XZ"}]
    network = draw(places | islet, [*edges, *its_edges])
    here = points(islet=(700, 50), sea=(480, 50), shore=(320, 50))
    assert list(network.snap(here, "walk").status) == [1, 0, 0]
    # with a bridge, a ferry or a path for others it is no islet
    for how in ({}, {"highway": "ferry"}, {"forward": CAR, "backward": CAR}):
        joined = draw(places | islet, [*edges, *its_edges, {"ends": ("3_0", "X")} | how])
        assert list(joined.snap(here, "walk").status) == [0, 0, 0]
    # a loose path beside the street is no islet either: the street is at hand
    loose = draw(places | {"P": (0, -20), "Q": (80, -20)}, [*edges, {"ends": "PQ"}])
    assert list(loose.snap(points(p=(40, -25)), "walk").status) == [0]


@pytest.mark.parametrize("who", [ALL, CAR])
@pytest.mark.parametrize("pieces", [(), (450,), (430, 450, 500)])
@pytest.mark.parametrize(("start", "status"), [(306, 0), (425, 0), (435, 1)])
def test_a_street_that_only_the_map_cuts_off_is_no_islet(who, pieces, start, status):
    # a lane of a block of houses, drawn to within some metres of the street it leaves
    places, edges = grid(4)  # its eastern side is at 300
    along = [start, *(x for x in pieces if x > start), 560]
    lane = {f"L{x}": (x, 150) for x in along}
    its_edges = [
        {"ends": (f"L{a}", f"L{b}"), "forward": who, "backward": who}
        for a, b in itertools.pairwise(along)
    ]
    network = draw(places | lane, [*edges, *its_edges])
    house = network.snap(points(p=(550, 158)), "walk")
    assert list(house.status) == [status]
    if status == 0:
        assert house.distance_m == pytest.approx([250], abs=1)
        assert list(house.component) == [0]


def test_the_near_end_of_a_part_speaks_for_all_of_it():
    places, edges = grid(4)
    # a close of lanes round a corner, of which the first comes near; and an islet far from both
    close = {"A": (310, 150), "B": (500, 150), "C": (500, 350)}
    islet = {"X": (500, -250), "Y": (600, -250)}
    its_edges = [{"ends": "AB"}, {"ends": "BC"}, {"ends": "XY"}]
    network = draw(places | close | islet, [*edges, *its_edges])
    here = points(corner=(505, 345), islet=(520, -245))
    assert list(network.snap(here, "walk").status) == [0, 1]
    # without the lane that comes near, the rest is cut off
    network = draw(places | close | islet, [*edges, *its_edges[1:]])
    assert list(network.snap(here, "walk").status) == [1, 1]


def test_nobody_enters_a_tunnel_from_above():
    places = {"A": (0, 0), "B": (1000, 0), "C": (0, 200), "D": (1000, 200)}
    edges = [{"ends": "AB", "structure": 2}, {"ends": "CD"}, {"ends": "AC"}, {"ends": "BD"}]
    for mode in ("car", "walk"):
        assert list(draw(places, edges).snap(points(p=(500, 10)), mode).edge) == [1]
    edges[0]["structure"] = 1  # houses stand on bridges
    assert list(draw(places, edges).snap(points(p=(500, 10)), "walk").edge) == [0]


SQUARE = {"A": (0, 0), "B": (900, 0), "C": (900, 900), "D": (0, 900)}
ROUND = [
    {"ends": ends, "highway": "residential", "maxspeed_kmh": 50.0}
    for ends in ("AB", "BC", "CD", "DA")
]


@pytest.mark.parametrize(
    "columns",
    [
        ("maxspeed_forward_kmh", "maxspeed_backward_kmh"),
        ("stress_forward", "stress_backward"),
        ("surface",),
    ],
)
def test_streets_of_the_same_lines_are_looked_through_as_before(columns):
    """What is found along lines holds whatever else is said of them, in copies of copies too."""
    before = draw(SQUARE, ROUND)
    spots = np.array([[7.001, 52.2], [7.0, 52.205]])
    known = edge_index(before, "car")
    expected = known.nearest(spots, 500)
    after = before
    for _ in range(2):
        other = {name: getattr(after.streets, name) + 1 for name in columns}
        after = replace(after, streets=replace(after.streets, **other))
    assert street_pieces(after) is street_pieces(before)
    assert edge_index(after, "car") is known
    afresh = pickle.loads(pickle.dumps(after))
    assert edge_index(afresh, "car") is not known
    for one, two in zip(edge_index(afresh, "car").nearest(spots, 500), expected, strict=True):
        np.testing.assert_array_equal(one, two)


def test_streets_that_are_closed_or_lie_elsewhere_are_looked_through_anew():
    before = draw(SQUARE, ROUND)
    known = edge_index(before, "car")
    closed = before.streets.access_forward.copy(), before.streets.access_backward.copy()
    for access in closed:
        access[0] = 0
    columns = dict(zip(("access_forward", "access_backward"), closed, strict=True))
    after = replace(before, streets=replace(before.streets, **columns))
    assert street_pieces(after) is street_pieces(before)
    assert edge_index(after, "car") is not known
    moved = replace(before, streets=replace(before.streets, lon=before.streets.lon + 0.001))
    assert street_pieces(moved) is not street_pieces(before)
