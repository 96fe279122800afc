"""New streets: joined at ends and crossings, with all that stands on the streets they meet."""

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

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.modes import mode_bit
from grensgeo.network import Controls, SpeedChange, Turns
from grensgeo.scenario import AddStreets, ModifyStreets, Scenario

TITLE = {"nl": "Een", "de": "Eins", "en": "One"}
K = np.cos(np.radians(52.2))
#: Two parallel streets, 900 m apart, joined far to the west alone.
PLACES = {"A": (0, 0), "B": (3000, 0), "C": (0, 900), "D": (3000, 900)}
EDGES = [
    {"ends": "AB", "way_id": 7, "highway": "residential"},
    {"ends": "CD", "way_id": 8, "highway": "residential"},
    {"ends": "AC", "way_id": 9, "highway": "residential"},
]
WALK = gg.Trip("walk", max_snap_m=200)


def degrees(x, y):
    return 7.0 + x / (DEGREE_M * K), 52.2 + y / DEGREE_M


def file_of(tmp_path, *lines):
    path = tmp_path / "new.geojson"
    shapes = [shapely.LineString([degrees(*point) for point in line]) for line in lines]
    gpd.GeoDataFrame(geometry=shapes, crs=4326).to_file(path)
    return path


def applied(network, *modifications):
    return Scenario("one", modifications, title=TITLE).apply(network)


def minutes(network, *points):
    """Minutes on foot from the first point to the second."""
    lon, lat = np.array([degrees(*point) for point in points]).T
    table = pd.DataFrame({"id": ["a", "b"], "lon": lon, "lat": lat})
    return gg.travel_times(network, table, table, WALK).minutes[0, 1]


def test_a_street_joins_two_others_in_the_middle(tmp_path):
    network = draw(PLACES, EDGES)
    path = file_of(tmp_path, [(2000, 10), (2000, 890)])
    after = applied(network, AddStreets(path, "residential"))
    streets = after.streets
    assert (streets.n_edges, streets.n_vertices) == (6, 6)
    assert streets.tail[:3].tolist() == network.streets.tail.tolist()
    lengths = streets.length_m.round(0).tolist()
    assert lengths == pytest.approx([2000, 2000, 900, 1000, 1000, 900], abs=1)
    # on foot at 5 km/h: 2 km and 900 m and 2 km before, 900 m now
    assert minutes(network, (2000, 0), (2000, 900)) == pytest.approx(58.8, abs=0.1)
    assert minutes(after, (2000, 0), (2000, 900)) == pytest.approx(10.8, abs=0.1)
    assert minutes(after, (0, 0), (3000, 0)) == pytest.approx(36, abs=0.1)
    assert network.streets.n_edges == 3


def test_crossings_are_joined_on_the_ground_alone(tmp_path):
    network = draw(PLACES, EDGES)
    path = file_of(tmp_path, [(2000, -300), (2000, 1200)])
    with pytest.warns(GrensgeoWarning, match="2 ends meet no street"):
        after = applied(network, AddStreets(path, "residential"))
    assert minutes(after, (2000, 0), (2000, 900)) == pytest.approx(10.8, abs=0.1)
    with pytest.raises(InputError, match="its lines meet no street within 25 m"):
        applied(network, AddStreets(path, "residential", bridge=True))
    bridge = file_of(tmp_path, [(1000, 0), (2000, 450), (3000, 900)])
    over = draw(PLACES | {"E": (2000, 200), "F": (2000, 700)}, [*EDGES, {"ends": "EF"}])
    after = applied(over, AddStreets(bridge, "residential", bridge=True))
    # what it passes stays whole
    assert (after.streets.tail[3], after.streets.head[3]) == (4, 5)


def test_new_streets_meet_each_other(tmp_path):
    network = draw(PLACES, EDGES)
    path = file_of(
        tmp_path,
        [(2000, 0), (2000, 450)],
        [(2000, 460), (2000, 900)],  # begins 10 m from where the first ends
        [(2500, 0), (1500, 900)],  # crosses both
    )
    after = applied(network, AddStreets(path, "cycleway", modes=("walk", "bicycle")))
    assert minutes(after, (2000, 0), (2000, 900)) == pytest.approx(10.8, abs=0.2)
    new = after.streets.access_forward[after.streets.way_id < 0]
    assert set(new.tolist()) == {mode_bit("walk") | mode_bit("bicycle")}


def test_one_way_and_by_the_law_of_a_class(tmp_path):
    network = draw(PLACES, EDGES)
    path = file_of(tmp_path, [(2000, 0), (2000, 900)])
    after = applied(network, AddStreets(path, "motorway", oneway=True, limit_kmh=100)).streets
    own = after.way_id < 0
    assert after.access_forward[own].tolist() == [mode_bit("car")]
    assert after.access_backward[own].tolist() == [0]
    assert after.maxspeed_forward_kmh[own].tolist() == [100.0]
    assert after.country[own].tolist() == network.streets.country[:1].tolist()


def test_what_stands_on_streets_stays_when_they_are_cut(tmp_path):
    edges = [*EDGES, {"ends": "BD", "way_id": 10, "climb_m": 9.0, "descent_m": 0.0}]
    base = draw(PLACES, edges)
    n = base.streets.n_edges
    network = replace(
        base,
        turns=Turns.of([(1, 0, 3, ALL)]),  # from AB into BD at B
        controls=Controls.of([(0, True, 0), (0, False, 1)]),
        speed_changes={"walk": SpeedChange(np.full(n, np.nan), np.array([2.0, 1, 1, 1]))},
    )
    path = file_of(tmp_path, [(2000, 0), (2000, 450), (3000, 450)])
    after = applied(network, AddStreets(path, "residential"))
    streets = after.streets
    # AB is edge 0 up to the cut and edge 4 behind it, BD is 3 and 5
    assert (streets.tail[4], streets.head[4]) == (4, 1)
    assert after.turns.from_edge.tolist() == [4]
    assert after.turns.to_edge.tolist() == [3]
    assert sorted(zip(after.controls.edge.tolist(), after.controls.kind.tolist(), strict=True)) == [
        (0, 1), (4, 0),
    ]  # fmt: skip
    assert after.speed_changes["walk"].factor.tolist()[:5] == [2, 1, 1, 1, 2]
    assert streets.climb_m[[3, 5]].tolist() == pytest.approx([4.5, 4.5], abs=0.01)
    assert minutes(after, (0, 0), (2900, 0)) == pytest.approx(17.4, abs=0.05)
    faster = applied(after, ModifyStreets(ways=(7,), speed_factor=0.5, modes=("walk",)))
    assert minutes(faster, (0, 0), (2900, 0)) == pytest.approx(34.8, abs=0.1)


def test_files_and_values_that_cannot_be(tmp_path):
    path = file_of(tmp_path, [(2000, 0), (2000, 900)])
    for make, message in (
        (lambda: AddStreets(path, "avenue"), "highway: 'avenue'; choose from motorway"),
        (lambda: AddStreets(path, "path", modes=("boat",)), "modes: boat; choose from car"),
        (lambda: AddStreets(path, "path", join_m=0), "join_m: 0 is not above 0"),
    ):
        with pytest.raises(InputError, match=message):
            make()
    square = tmp_path / "square.geojson"
    gpd.GeoDataFrame(geometry=[shapely.box(7, 52, 7.1, 52.1)], crs=4326).to_file(square)
    with pytest.raises(InputError, match="holds Polygon, expected lines"):
        AddStreets(square, "path")


@settings(max_examples=examples(12))
@given(
    st.lists(
        st.tuples(st.integers(100, 2900), st.integers(100, 2900)), min_size=1, max_size=3,
    )
)  # fmt: skip
def test_law_new_streets_make_nobody_slower(tmp_path_factory, ends):
    network = draw(PLACES, EDGES)
    lines = [[(a, 0), (b, 900)] for a, b in ends]
    path = file_of(tmp_path_factory.mktemp("law"), *lines)
    after = applied(network, AddStreets(path, "residential"))
    for points in (((0, 0), (3000, 900)), ((1500, 0), (1500, 900)), ((3000, 0), (0, 900))):
        assert minutes(after, *points) <= minutes(network, *points) + 0.01
