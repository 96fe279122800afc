"""Squares are crossed in straight lines, round what stands on them; tunnels join their ends."""

import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from osm_files import ORIGIN, STEP, minutes, osm_xml

from grensgeo.errors import GrensgeoWarning
from grensgeo.network import build_network
from grensgeo.osm.squares import join_rings

STREET = {"highway": "residential"}
SQUARE = {"highway": "pedestrian", "area": "yes"}
#: A square of 200 by 100 m between two streets that meet its corners, and a third at its side.
NODES = {
    1: (-100, 0), 2: (0, 0), 3: (200, 0), 4: (200, 100), 5: (0, 100), 6: (300, 100),
    7: (100, 100), 8: (100, 200), 9: (100, 0),
}  # fmt: skip
RING = [2, 9, 3, 4, 7, 5, 2]
STREETS = [(1, [1, 2], STREET), (2, [4, 6], STREET), (3, [7, 8], STREET)]


def build(folder, nodes, ways, **kwargs):
    (folder / "drawn.osm").write_text(osm_xml(nodes, ways, **kwargs))
    return build_network(folder / "drawn.osm")


def metres(network, start, end, mode="walk", kmh=5):
    return minutes(network, mode, start, [end])[0] * kmh / 60 * 1000


def test_one_crosses_in_a_straight_line(tmp_path):
    network = build(tmp_path, NODES, [*STREETS, (9, RING, SQUARE)])
    assert metres(network, 1, 6) == pytest.approx(200 + np.hypot(200, 100), rel=2e-3)
    assert metres(network, 1, 8) == pytest.approx(200 + np.hypot(100, 100), rel=2e-3)
    # a bicycle is pushed over it, a car does not go there
    assert metres(network, 2, 4, "bicycle") == pytest.approx(np.hypot(200, 100), rel=2e-3)
    assert np.isnan(metres(network, 1, 6, "car"))
    # without the square one does not get there; its ring alone leads round
    assert np.isnan(metres(build(tmp_path, NODES, STREETS), 1, 6))
    ring = build(tmp_path, NODES, [*STREETS, (9, RING, {"highway": "pedestrian"})])
    assert metres(ring, 1, 6) == pytest.approx(200 + 300, rel=2e-3)


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "footway", "area": "yes"},
        {"highway": "pedestrian", "place": "square"},
        {"man_made": "pier"},
        {"railway": "platform", "area": "yes"},
        {"highway": "service", "area": "yes", "oneway": "yes"},
    ],
)
def test_kinds_of_squares(tmp_path, tags):
    network = build(tmp_path, NODES, [*STREETS, (9, RING, tags)])
    assert metres(network, 1, 6) == pytest.approx(200 + np.hypot(200, 100), rel=2e-3)
    if tags.get("highway") == "service":
        assert metres(network, 4, 2, "car", 15) == pytest.approx(np.hypot(200, 100), rel=2e-3)


def test_a_closed_square_is_not_crossed(tmp_path):
    network = build(tmp_path, NODES, [*STREETS, (9, RING, SQUARE | {"access": "private"})])
    assert np.isnan(metres(network, 1, 6))


def test_one_walks_round_the_corner_of_an_l(tmp_path):
    nodes = {1: (0, 0), 2: (100, 0), 3: (100, 60), 4: (60, 60), 5: (60, 100), 6: (0, 100), 7: (160, 60), 8: (60, 160)}  # fmt: skip
    ways = [(1, [3, 7], STREET), (2, [5, 8], STREET), (9, [1, 2, 3, 4, 5, 6, 1], SQUARE)]
    assert metres(build(tmp_path, nodes, ways), 3, 5) == pytest.approx(80, rel=2e-3)
    # the same, entered at the far corners: round the inner corner at (60, 60)
    ways = [(1, [2, 7], STREET), (2, [6, 8], STREET), (9, [1, 2, 3, 4, 5, 6, 1], SQUARE)]
    expected = 2 * np.hypot(60, 40)
    assert metres(build(tmp_path, nodes, ways), 2, 6) == pytest.approx(
        min(expected, np.hypot(100, 100)), rel=2e-3
    )


#: A square of 100 m with a pond in its middle, drawn by two ways and a hole.
POND = {
    1: (0, 0), 2: (100, 0), 3: (100, 100), 4: (0, 100), 11: (30, 30), 12: (70, 30), 13: (70, 70),
    14: (30, 70), 20: (-50, 0), 21: (150, 100),
}  # fmt: skip
AROUND = [
    (1, [20, 1], STREET),
    (2, [3, 21], STREET),
    (30, [1, 2, 3], {}),
    (31, [1, 4, 3], {"barrier": "kerb"}),
]
HOLE = (32, [11, 12, 13, 14, 11], {"natural": "water"})


def relation(*members, **tags):
    return (7, [(role, "w", way) for role, way in members], {"type": "multipolygon"} | tags)


def test_one_walks_round_a_pond_in_a_square_of_several_ways(tmp_path):
    whole = relation(("outer", 30), ("outer", 31), highway="pedestrian")
    network = build(tmp_path, POND, AROUND, relations=[whole])
    assert metres(network, 1, 3) == pytest.approx(np.hypot(100, 100), rel=2e-3)
    pond = relation(("outer", 30), ("outer", 31), ("inner", 32), highway="pedestrian")
    network = build(tmp_path, POND, [*AROUND, HOLE], relations=[pond])
    assert metres(network, 1, 3) == pytest.approx(2 * np.hypot(30, 70), rel=2e-3)


def test_a_square_whose_outline_does_not_close_is_walked_round_and_told(tmp_path):
    half = relation(("outer", 30), ("outer", 31), ("outer", 99), highway="footway")
    network = build(tmp_path, POND, AROUND, relations=[half])
    assert metres(network, 1, 3) == pytest.approx(200, rel=2e-3)
    (note,) = [n for n in network.provenance.notes if n.code == "streets.squares-outlined"]
    assert dict(note.values) == {"n": 1, "example": "30", "values": ""}


def test_a_square_at_the_edge_of_the_data_keeps_what_is_there(tmp_path):
    nodes = {key: place for key, place in NODES.items() if key != 9}
    with pytest.warns(GrensgeoWarning, match="cut where the extract ends"):
        network = build(tmp_path, nodes, [*STREETS, (9, RING, SQUARE)])
    # round by the north: 100 + 100 + 100, then on along the street
    assert metres(network, 1, 6) == pytest.approx(100 + 100 + 200 + 100, rel=2e-3)
    codes = {note.code: note for note in network.provenance.notes}
    assert dict(codes["streets.cut"].values)["example"] == "9"


def test_two_squares_side_by_side_are_one_way(tmp_path):
    nodes = NODES | {10: (400, 0), 11: (400, 100), 12: (500, 0)}
    ways = [
        (1, [1, 2], STREET),
        (2, [10, 12], STREET),
        (9, RING, SQUARE),
        (8, [3, 10, 11, 4, 3], SQUARE),
    ]
    network = build(tmp_path, nodes, ways)
    assert metres(network, 1, 12) == pytest.approx(600, rel=2e-3)


def test_a_ring_that_crosses_itself_is_no_area(tmp_path):
    ways = [*STREETS, (9, [2, 4, 3, 5, 2], SQUARE)]
    network = build(tmp_path, NODES, ways)
    assert "streets.squares-outlined" in [note.code for note in network.provenance.notes]
    assert metres(network, 2, 4) == pytest.approx(np.hypot(200, 100), rel=2e-3)


def test_rings_are_joined_from_either_end():
    ways = [np.array(way) for way in ([1, 2, 3], [5, 4, 3], [5, 1], [9, 8, 7, 9], [6])]
    rings, pieces = join_rings(ways)
    assert [ring.tolist() for ring in rings] == [[1, 2, 3, 4, 5, 1], [9, 8, 7, 9]]
    assert pieces == []
    rings, pieces = join_rings([np.array([1, -1, 3, 1]), np.array([4, 5, 4])])
    assert rings == []
    assert len(pieces) == 2


@settings(max_examples=examples(25))
@given(
    angles=st.lists(st.integers(0, 359), min_size=5, max_size=14, unique=True),
    near=st.sets(st.integers(0, 13), max_size=6),
)
def test_no_way_over_a_square_is_shorter_or_longer_than_over_its_ground(
    tmp_path_factory, angles, near
):
    """Star-shaped squares, every corner an entrance: as short as the visibility graph."""
    import shapely

    angles = sorted(angles)
    if max(np.diff([*angles, angles[0] + 360])) > 150:
        return
    places = [
        (r * np.cos(np.radians(a)), r * np.sin(np.radians(a)))
        for n, a in enumerate(angles)
        for r in (40.0 if n in near else 100.0,)
    ]
    nodes = {n + 1: place for n, place in enumerate(places)}
    nodes |= {n + 101: (1.5 * x, 1.5 * y) for n, (x, y) in enumerate(places)}
    paths = [(n + 1, [n + 1, n + 101], {"highway": "footway"}) for n in range(len(places))]
    ring = [*range(1, len(places) + 1), 1]
    folder = tmp_path_factory.mktemp("star")
    network = build(folder, nodes, [*paths, (900, ring, SQUARE)])
    area = shapely.Polygon(places).buffer(0.05)
    n = len(places)
    apart = np.full((n, n), np.inf)
    for one in range(n):
        for other in range(n):
            if area.covers(shapely.LineString([places[one], places[other]])):
                apart[one, other] = np.hypot(*np.subtract(places[one], places[other]))
    for via in range(n):
        apart = np.minimum(apart, apart[:, [via]] + apart[[via]])
    for start in range(0, n, 3):
        found = np.array(minutes(network, "walk", start + 1, list(range(1, n + 1)))) * 5000 / 60
        np.testing.assert_allclose(found, apart[start], rtol=8e-3, atol=0.5)


def test_a_tunnel_joins_what_it_meets_and_nothing_above(tmp_path):
    """A hill with a tunnel below a street: nobody changes between them where they cross."""
    nodes = {
        1: (0, 0), 2: (100, 0), 3: (500, 0), 4: (600, 0), 5: (300, -200), 6: (300, 200),
        7: (100, -200), 8: (500, -200),
    }  # fmt: skip
    ways = [
        (1, [1, 2], STREET),
        (2, [2, 3], {"highway": "primary", "tunnel": "yes", "layer": "-1", "foot": "no"}),
        (3, [3, 4], STREET),
        (4, [5, 6], STREET),
        (5, [2, 7, 5, 8, 3], {"highway": "footway"}),
    ]
    network = build(tmp_path, nodes, ways)
    # cars through it: 400 m at 53.2 km/h (no limit, no sidewalk) and 200 m at 24
    assert minutes(network, "car", 1, [4])[0] == pytest.approx(0.4 / 53.2 * 60 + 0.5, rel=2e-3)
    # walkers over the hill, by 200 + 400 + 200 m instead of 400
    assert metres(network, 1, 4) == pytest.approx(200 + 800, rel=2e-3)
    assert np.isnan(minutes(network, "car", 1, [6])[0])
    assert metres(network, 1, 6) == pytest.approx(100 + 200 + 200 + 400, rel=2e-3)


def test_houses_on_a_square_are_reached_from_it(tmp_path):
    import geopandas as gpd

    import grensgeo as gg

    network = build(tmp_path, NODES, [*STREETS, (9, RING, SQUARE)])
    spots = {"house": (150, 3), "station": (-100, 0)}
    places = [(ORIGIN[0] + x * STEP[0], ORIGIN[1] + y * STEP[1]) for x, y in spots.values()]
    points = gpd.GeoDataFrame(
        {"id": list(spots)}, geometry=gpd.points_from_xy(*zip(*places, strict=True)), crs=4326
    )
    times = gg.travel_times(network, points, points, gg.Trip("walk"))
    # 250 m along the square's side, and 3 m to the door
    assert times.minutes[0, 1] == pytest.approx(253 / 5000 * 60, abs=0.05)
