"""Streets are cut where they cross a border, and are of both countries where they run along it."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from osm_files import ORIGIN, STEP, osm_xml

from grensgeo.network import COUNTRIES, build_network, load_network
from grensgeo.osm.bordering import TOLERANCE_M
from grensgeo.traveltimes import Trip, travel_times

STREET = {"highway": "residential"}
WALK_M_PER_MIN = 5000 / 60


def spot(x, y):
    return ORIGIN[0] + x * STEP[0], ORIGIN[1] + y * STEP[1]


def box(west, south, east, north):
    return shapely.box(*spot(west, south), *spot(east, north))


#: The border runs along y = 0: Germany in the south, the Netherlands in the north.
SIDES = gpd.GeoDataFrame(
    {"country": ["DE", "NL"]},
    geometry=[box(-9000, -9000, 9000, 0), box(-9000, 0, 9000, 9000)],
    crs=4326,
)


@pytest.fixture
def build(tmp_path):
    def make(nodes, ways, *, countries=SIDES):
        path = tmp_path / "border.osm"
        path.write_text(osm_xml(nodes, [(way, refs, STREET) for way, refs in ways]))
        return build_network(path, countries=countries)

    return make


def walk(network, start, goal, **options):
    rows = [
        {"id": name, "lon": lon, "lat": lat}
        for name, (lon, lat) in (("a", spot(*start)), ("b", spot(*goal)))
    ]
    table = pd.DataFrame(rows)
    return float(travel_times(network, table, table, Trip("walk", **options)).minutes[0, 1])


def crossings(network, start, goal):
    """Count how often one waits at the border."""
    free = walk(network, start, goal)
    return round((walk(network, start, goal, crossing_time_min=100) - free) / 100)


def test_a_street_is_cut_where_it_crosses(build):
    network = build({1: (0, 1000), 2: (0, -500)}, [(1, [1, 2])])
    streets = network.streets
    assert [COUNTRIES[code] for code in streets.country] == ["NL", "DE"]
    assert streets.length_m.tolist() == pytest.approx([1000, 500], rel=2e-3)
    assert streets.vertex_id.tolist() == [1, 2, -1]
    assert streets.way_id.tolist() == [1, 1]
    # between two points of one street there is a crossing, and none on one side
    assert crossings(network, (0, 700), (0, -400)) == 1
    assert crossings(network, (0, 700), (0, 100)) == 0
    assert np.isnan(walk(network, (0, 700), (0, -400), foreign_routing=False))
    assert walk(network, (0, 700), (0, 100), foreign_routing=False) == pytest.approx(
        600 / WALK_M_PER_MIN, rel=1e-2
    )


def test_a_dip_abroad_is_two_crossings_and_closed_to_foreign_routing(build):
    dip = {1: (-1500, 300), 2: (-500, -400), 3: (500, -400), 4: (1500, 300)}
    network = build(dip, [(1, [1, 2, 3, 4])])
    assert [COUNTRIES[code] for code in network.streets.country] == ["NL", "DE", "NL"]
    assert crossings(network, (-1500, 300), (1500, 300)) == 2
    # the part in the east is cut off, and a network of its own
    assert np.isnan(walk(network, (-1500, 300), (1500, 300), foreign_routing=False))
    assert walk(network, (1500, 300), (1200, 90), foreign_routing=False) < 6
    # one that stays within the tolerance is none
    bend = {1: (-1500, 300), 2: (-500, -20), 3: (500, -20), 4: (1500, 300)}
    network = build(bend, [(1, [1, 2, 3, 4])])
    assert [COUNTRIES[code] for code in network.streets.country] == ["NL"]
    assert crossings(network, (-1500, 300), (1500, 300)) == 0
    assert not np.isnan(walk(network, (-1500, 300), (1500, 300), foreign_routing=False))


@pytest.mark.parametrize("junctions", [False, True])
def test_a_street_that_zigzags_over_the_border_crosses_it_once_or_never(build, junctions):
    zigzag = {k: (100 * k, 15 * (-1) ** k) for k in range(1, 20)}
    nodes = {50: (0, 900)} | zigzag | {60: (2000, 900), 70: (2000, -900)}
    ways = [(1, [50, *zigzag, 60]), (2, [19, 70])]
    if junctions:  # side streets on the side that most lead to
        nodes |= {100 + k: (100 * k, 300) for k in range(2, 19)}
        ways += [(100 + k, [k, 100 + k]) for k in range(2, 19)]
    network = build(nodes, ways)
    assert crossings(network, (0, 900), (2000, 900)) == 0
    assert crossings(network, (0, 900), (2000, -900)) == 1
    assert crossings(network, (2000, -900), (0, 900)) == 1


def test_a_street_along_the_border_serves_both_sides_and_is_of_both(build):
    # the border as drawn lies 8 m beside the carriageway
    along = {1: (-1000, -8), 2: (1000, -8), 3: (-1000, 500), 4: (1000, 500), 5: (-1000, -500)}
    ways = [(1, [1, 2]), (2, [3, 4]), (3, [3, 1, 5]), (4, [4, 2])]
    network = build(along, ways)
    streets = network.streets
    assert streets.way_id[streets.shared].tolist() == [1]
    # 40 m across the street, most of it between door and carriageway
    assert walk(network, (0, 20), (0, -30)) == pytest.approx(50 / WALK_M_PER_MIN, rel=0.05)
    for country, house in (("NL", (0, 20)), ("DE", (0, -30))):
        table = pd.DataFrame([dict(zip(("id", "lon", "lat"), ("h", *spot(*house)), strict=True))])
        snapping = network.snap(table, "walk", country=country)
        assert streets.way_id[snapping.edge].tolist() == [1]
    # a house further off is served by it too, but not by a street that lies further inland
    assert walk(network, (0, -90), (500, -8)) == pytest.approx(582 / WALK_M_PER_MIN, rel=0.05)
    inland = build({1: (-1000, 60), 2: (1000, 60)}, [(1, [1, 2])])
    table = pd.DataFrame([dict(zip(("id", "lon", "lat"), ("h", *spot(0, -30)), strict=True))])
    assert list(inland.snap(table, "walk").status) == [1]


def test_a_gap_or_an_overlap_between_boundaries_is_one_border(build):
    street = {1: (0, 1000), 2: (0, -1000)}, [(1, [1, 2])]
    for low, high in ((-60, 60), (60, -60), (-6, 6)):
        sides = gpd.GeoDataFrame(
            {"country": ["DE", "NL"]},
            geometry=[box(-9000, -9000, 9000, low), box(-9000, high, 9000, 9000)],
            crs=4326,
        )
        network = build(*street, countries=sides)
        assert len(network.streets.country) == 2
        assert crossings(network, (0, 900), (0, -900)) == 1


def test_borders_and_shared_streets_are_kept(build, tmp_path):
    network = build({1: (-500, 5), 2: (500, 5), 3: (0, 900)}, [(1, [1, 2]), (2, [2, 3])])
    network.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    assert again.streets.shared.tolist() == network.streets.shared.tolist() == [True, False]
    assert again.borders.geom_equals(network.borders).all()


@settings(max_examples=examples(25))
@given(
    st.lists(st.tuples(st.integers(-3000, 3000), st.integers(-1500, 1500)), min_size=2, max_size=7)
)
def test_crossings_are_where_the_line_crosses(tmp_path_factory, bends):
    """Drawn as one street or as many, it crosses as often as its line does."""
    nodes = {k + 1: bend for k, bend in enumerate(dict.fromkeys(bends))}
    if len(nodes) < 2:
        return
    steps = np.arange(len(nodes) * 2001) / 2001
    xy = np.array(list(nodes.values()), dtype=float)
    y = np.interp(steps, np.arange(len(xy)), xy[:, 1])
    if np.abs(np.abs(y) - TOLERANCE_M).min() < 3 and np.abs(y).min() > TOLERANCE_M - 10:
        return  # within a hair of the tolerance
    inside = y[np.abs(y) > TOLERANCE_M + 6]
    known = int((np.diff(np.sign(inside)) != 0).sum())
    path = tmp_path_factory.mktemp("border") / "line.osm"
    ids = list(nodes)
    for ways in ([(1, ids)], [(k, [k, k + 1]) for k in ids[:-1]]):
        path.write_text(osm_xml(nodes, [(way, refs, STREET) for way, refs in ways]))
        streets = build_network(path, countries=SIDES).streets
        order = streets.country[streets.country > 0].astype(int)
        assert int((np.diff(order) != 0).sum()) <= known + (abs(y[0]) <= 31) + (abs(y[-1]) <= 31)
        if min(abs(y[0]), abs(y[-1])) > TOLERANCE_M + 6:
            assert int((np.diff(order) != 0).sum()) >= known - _skimmed(y)


def _skimmed(y):
    """Count how often a line comes out of the tolerance by less than a step, and goes back."""
    return 2 * int(((np.abs(y) > TOLERANCE_M - 3) & (np.abs(y) < TOLERANCE_M + 15)).sum() > 0)
