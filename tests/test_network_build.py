"""From files to a network: hand-computed places first, then real extracts."""

from dataclasses import fields
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from osm_files import ORIGIN, STEP, halves, osm_xml

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network import HIGHWAYS, Streets, build_network, load_network
from grensgeo.osm.extracts import read_osm

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
AACHEN = SHARED / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"
ABSENT = "the extracts of shared/data are not here"


def real(test):
    """Mark a test that needs the real extracts."""
    absent = pytest.mark.skipif(not AACHEN.exists(), reason=ABSENT)
    return pytest.mark.shared_data(absent(test))


NODES = {
    1: (0, 0), 2: (100, 0), 3: (200, 0), 4: (300, 0), 5: (100, 100), 6: (100, -100), 7: (200, 50), 8: (400, 0),
}  # fmt: skip
STREET = {"highway": "residential"}


@pytest.fixture
def build(tmp_path):
    def build(ways, *, nodes=None, node_tags=None, **kwargs):
        file = tmp_path / "drawn.osm"
        file.write_text(osm_xml(NODES if nodes is None else nodes, ways, node_tags=node_tags))
        return build_network(file, **kwargs)

    return build


def ends(streets):
    """Edges as (way, tail node, head node)."""
    tail, head = streets.vertex_id[streets.tail], streets.vertex_id[streets.head]
    return list(zip(streets.way_id.tolist(), tail.tolist(), head.tolist(), strict=True))


def line(streets, edge):
    return streets.coords[streets.coords_start[edge] : streets.coords_start[edge + 1]]


def assert_same_streets(one, other):
    for item in fields(Streets):
        np.testing.assert_array_equal(
            getattr(one, item.name), getattr(other, item.name), err_msg=item.name
        )


def assert_same_junctions(one, other):
    for mine, theirs in (
        (one.turns, other.turns),
        (one.turns.passages, other.turns.passages),
        (one.controls, other.controls),
    ):
        for item in fields(mine):
            if item.name != "passages":
                np.testing.assert_array_equal(getattr(mine, item.name), getattr(theirs, item.name))


def place(x, y):
    return ORIGIN[0] + x * STEP[0], ORIGIN[1] + y * STEP[1]


def square(x0, y0, x1, y1):
    return shapely.box(*place(x0, y0), *place(x1, y1))


def test_vertices_stand_where_ways_meet_and_end(build):
    streets = build([(10, [1, 2, 3, 4], STREET), (11, [5, 2, 6], STREET)]).streets
    assert streets.vertex_id.tolist() == [1, 2, 4, 5, 6]
    assert ends(streets) == [(10, 1, 2), (10, 2, 4), (11, 5, 2), (11, 2, 6)]
    assert len(line(streets, 1)) == 3
    # 100 and 200 m drawn; the drawing's scale is good to 0.2%.
    np.testing.assert_allclose(streets.length_m, [100, 200, 100, 100], rtol=2e-3)
    for edge in range(streets.n_edges):
        for end, at in ((streets.tail, 0), (streets.head, -1)):
            vertex = end[edge]
            assert line(streets, edge)[at].tolist() == [streets.lon[vertex], streets.lat[vertex]]


def test_lengths_are_geodesic(build):
    from pyproj import Geod

    streets = build([(10, [1, 7, 4], STREET)]).streets
    lon, lat = line(streets, 0).T
    assert streets.length_m[0] == pytest.approx(Geod(ellps="WGS84").line_length(lon, lat))


def test_odd_ways_are_handled(build):
    ways = [
        (10, [1, 2, 2, 2, 3], STREET),  # a node said three times in a row
        (11, [5, 2, 7, 3, 5], STREET),  # closed, meets way 10 twice
        (12, [4], STREET),  # one node
        (13, [4, 4], STREET),  # one node, twice
        (14, [6, 7, 4, 6], STREET),  # closed, meets way 11 at 7
    ]
    streets = build(ways).streets
    assert ends(streets) == [
        (10, 1, 2),
        (10, 2, 3),
        (11, 5, 2),
        (11, 2, 7),
        (11, 7, 3),
        (11, 3, 5),
        (14, 6, 7),
        (14, 7, 6),
    ]
    lonely = build([(10, [5, 2, 7, 3, 5], STREET)]).streets
    assert ends(lonely) == [(10, 5, 5)]  # a loop is one edge
    assert lonely.length_m[0] > 300
    eight = build([(10, [1, 2, 5, 7, 2, 6], STREET)]).streets
    assert ends(eight) == [(10, 1, 2), (10, 2, 2), (10, 2, 6)]


def test_missing_nodes_cut_a_way_and_are_told(build):
    nodes = {key: NODES[key] for key in (1, 2, 4, 5, 6)}
    with pytest.warns(
        GrensgeoWarning, match=r"1 of 2 streets are cut where the extract ends.*give"
    ):
        streets = build([(10, [1, 2, 3, 4, 6], STREET), (11, [2, 5], STREET)], nodes=nodes).streets
    assert ends(streets) == [(10, 1, 2), (10, 4, 6), (11, 2, 5)]


def test_a_barrier_parts_those_whom_it_stops(build):
    ways = [(10, [1, 2, 3], STREET), (11, [2, 5], STREET)]
    streets = build(ways, node_tags={2: {"barrier": "bollard"}}).streets
    assert streets.vertex_id.tolist() == [1, 2, 3, 5, -1, -2]
    assert ends(streets)[:3] == [(10, 1, 2), (10, -1, 3), (11, -2, 5)]
    through = streets.highway == HIGHWAYS.index("barrier")
    assert ends(streets)[3:] == [(-1, 2, -1), (-2, 2, -2)]
    assert streets.length_m[through].tolist() == [0, 0]
    assert streets.access_forward[through].tolist() == [14, 14]  # bicycle, e-bike, walk
    network = build(ways, node_tags={2: {"barrier": "bollard"}})
    assert len(set(network.graph("walk").component.tolist())) == 1
    assert len(set(network.graph("car").component.tolist())) == 3


def test_a_barrier_that_stops_none_of_its_ways_is_no_vertex(build):
    path = {"highway": "footway"}
    streets = build([(10, [1, 2, 3], path)], node_tags={2: {"barrier": "bollard"}}).streets
    assert ends(streets) == [(10, 1, 3)]
    streets = build([(10, [1, 2, 3], STREET)], node_tags={2: {"barrier": "gate"}}).streets
    assert ends(streets) == [(10, 1, 3)]
    streets = build([(10, [1, 2, 3], path)], node_tags={2: {"barrier": "wall"}}).streets
    assert ends(streets) == [(10, 1, 2), (10, -1, 3)]  # and no way through


def test_a_barrier_where_a_path_meets_a_street_cuts_no_street(build):
    path, drive = {"highway": "path"}, {"highway": "service", "access": "private"}
    for kind in ({"barrier": "bollard"}, {"barrier": "gate", "motor_vehicle": "private"}):
        for side in (path, {"highway": "cycleway"}, drive):
            # drawn through as one way, and cut there
            for ways in ([(10, [1, 2, 3], STREET)], [(10, [1, 2], STREET), (12, [2, 3], STREET)]):
                network = build([*ways, (11, [2, 5], side)], node_tags={2: kind})
                assert len(set(network.graph("car").component[:3].tolist())) == 1
                (note,) = [
                    n for n in network.provenance.notes if n.code == "streets.barrier-elsewhere"
                ]
                assert dict(note.values)["example"] == "2"


def test_a_barrier_where_a_drive_meets_a_street_closes_the_drive(build):
    ways = [(10, [1, 2, 3], STREET), (11, [2, 5], {"highway": "service"})]
    network = build(ways, node_tags={2: {"barrier": "swing_gate"}})
    assert ends(network.streets)[:3] == [(10, 1, 2), (10, 2, 3), (11, -1, 5)]
    assert len(set(network.graph("walk").component.tolist())) == 1
    by_car = dict(zip(network.streets.vertex_id.tolist(), network.graph("car").component.tolist(), strict=True))  # fmt: skip
    assert by_car[1] == by_car[2] == by_car[3] != by_car[5]


def test_rules_of_a_node_without_a_barrier_close_no_street(build):
    for tags in ({"access": "private"}, {"bicycle": "no", "motor_vehicle": "no"}):
        network = build([(10, [1, 2, 3], STREET)], node_tags={2: tags})
        assert ends(network.streets) == [(10, 1, 3)]
        (note,) = [n for n in network.provenance.notes if n.code == "streets.node-access"]
        assert dict(note.values)["n"] == 1
    far = build([(10, [1, 2, 3], STREET)], node_tags={8: {"access": "private"}})
    assert "streets.node-access" not in [note.code for note in far.provenance.notes]


def test_what_is_left_out_or_guessed_is_counted_with_an_example(build):
    ways = [
        (10, [1, 2], STREET),
        (11, [2, 3], {"highway": "residential", "access": "perhaps"}),
        (12, [3, 4], {"highway": "residential", "motor_vehicle": "no;ask"}),
        (13, [4, 8], {"highway": "gangway"}),
        (14, [4, 5], {"highway": "construction"}),
        (15, [2, 5], {"highway": "steps", "conveying": "up"}),
        (16, [2, 6], {"highway": "service", "access:conditional": "no @ (22:00-06:00)"}),
        (17, [6, 4], {"highway": "tertiary", "maxspeed:motorcar": "rather slow"}),
    ]
    tags = {2: {"barrier": "portcullis"}, 6: {"barrier": "gate", "access": "knock"}}
    with pytest.warns(GrensgeoWarning, match="rather slow"):
        network = build(ways, node_tags=tags)
    told = {note.code: dict(note.values) for note in network.provenance.notes}
    assert told["streets.access-unread"] == {
        "n": 3, "example": "11", "values": "access=perhaps, conveying=up, motor_vehicle=ask",
    }  # fmt: skip
    assert told["streets.class-unknown"] == {"n": 1, "example": "13", "values": "gangway"}
    assert told["streets.access-by-hour"]["example"] == "16"
    assert told["streets.limits-unread"]["values"] == "rather slow"
    assert told["streets.barrier-unknown"] == {"n": 1, "example": "2", "values": "portcullis"}
    assert told["streets.barrier-access-unread"]["example"] == "6"
    clean = build([(10, [1, 2], STREET)])
    assert [note.code for note in clean.provenance.notes] == [
        "streets.limits", "streets.no-boundaries",
    ]  # fmt: skip


def test_ways_that_are_deleted_are_told(tmp_path):
    text = osm_xml(NODES, [(10, [1, 2], STREET), (11, [2, 3], STREET)])
    file = tmp_path / "josm.osm"
    file.write_text(text.replace('<way id="11"', "<way id='11' action='delete'"))
    network = build_network(file)
    assert network.streets.way_id.tolist() == [10]
    assert "streets.deleted" in [note.code for note in network.provenance.notes]


def test_streets_that_nobody_may_use_are_left_out(build):
    ways = [
        (10, [1, 2, 3], STREET),
        (11, [2, 5], {"highway": "service", "access": "private"}),
        (12, [3, 4], {"highway": "construction"}),
    ]
    assert ends(build(ways).streets) == [(10, 1, 3)]
    with pytest.raises(InputError, match="no street that a car, a bicycle or a person"):
        build(ways[1:])


def test_countries_of_edges_and_vertices(build):
    countries = gpd.GeoDataFrame(
        {"country": ["DE", "NL"]},
        geometry=[square(150, -500, 260, 500), square(-500, -500, 150, 500)],
        crs=4326,
    )
    ways = [(10, [1, 2, 3, 4], STREET), (11, [2, 5], STREET), (12, [3, 7], STREET)]
    with pytest.warns(GrensgeoWarning, match="1 of 7 edges lie in none of the countries"):
        network = build([*ways, (13, [4, 8], STREET)], countries=countries.iloc[::-1])
    streets = network.streets
    named = dict(zip(ends(streets), streets.country.tolist(), strict=True))
    # The edge from 3 to 4 has its middle at 250 m: Germany, though it ends outside.
    assert named[10, 1, 2] == named[11, 2, 5] == 1
    assert named[10, 3, 4] == named[12, 3, 7] == 2
    # the one from 2 to 3 is cut at the border
    assert (named[10, 2, -1], named[10, -1, 3]) == (1, 2)
    assert streets.length_m[streets.way_id == 10].tolist() == pytest.approx(
        [100, 50, 50, 100], rel=2e-3
    )
    assert streets.vertex_country.tolist() == [1, 1, 2, 0, 1, 2, 0, 1]
    assert (len(network.barriers), len(network.borders)) == (0, 1)
    west, _, east, _ = network.borders.total_bounds
    assert west == pytest.approx(place(150, 0)[0])
    assert east == pytest.approx(place(150, 0)[0])


def test_unfit_boundaries_are_named(build):
    box = [square(-500, -500, 500, 500)]
    ways = [(10, [1, 2], STREET)]
    for frame, message in (
        (gpd.GeoDataFrame({"land": ["NL"]}, geometry=box, crs=4326), "no column 'country'"),
        (gpd.GeoDataFrame({"country": ["NL"]}, geometry=box), "no CRS"),
        (gpd.GeoDataFrame({"country": ["XX"]}, geometry=box, crs=4326), "unknown countries XX"),
        (
            gpd.GeoDataFrame({"country": ["NL"]}, geometry=[box[0].exterior], crs=4326),
            "expected polygons",
        ),
    ):
        with pytest.raises(InputError, match=message):
            build(ways, countries=frame)


def test_tags_reach_the_edges(build):
    ways = [
        (10, [1, 2], {"highway": "primary", "maxspeed": "80", "maxspeed:backward": "50"}),
        (11, [2, 3], {"highway": "track", "surface": "gravel"}),
        (12, [3, 4], {"route": "ferry", "duration": "00:10", "interval": "00:20"}),
        (13, [2, 5], {"highway": "residential", "maxspeed": "fast"}),
    ]
    with pytest.warns(GrensgeoWarning, match="speed limits that cannot be read: fast;"):
        streets = build(ways).streets
    assert [HIGHWAYS[code] for code in streets.highway] == [
        "primary", "track", "ferry", "residential", "ferry",
    ]  # fmt: skip
    assert streets.maxspeed_forward_kmh[:1].tolist() == [80]
    assert streets.maxspeed_backward_kmh[:1].tolist() == [50]
    assert streets.surface.tolist() == [0, 1, 0, 0, 0]
    # the sailing, and half the wait on the edge that leads aboard
    assert streets.fixed_duration_s[[2, 4]].tolist() == [600, 300]
    assert (streets.length_m[4], ends(streets)[4]) == (0, (-1, 3, -1))
    assert np.isnan(streets.fixed_duration_s[[0, 1, 3]]).all()
    assert streets.built_up.tolist() == [True, False, False, True, False]


def test_ids_of_an_editor_are_taken(build):
    nodes = {-1: (0, 0), -2: (100, 0), -3: (200, 0), 4: (100, 100)}
    ways = [(-5, [-1, -2, -3], STREET), (-6, [-2, 4], STREET)]
    streets = build(ways, nodes=nodes, node_tags={-2: {"barrier": "bollard"}}).streets
    assert sorted(streets.vertex_id.tolist()) == [-5, -4, -3, -2, -1, 4]
    assert ends(streets) == [(-6, -2, 4), (-5, -1, -4), (-5, -5, -3), (-7, -2, -4), (-8, -2, -5)]


def test_rail_rivers_and_the_area_covered(build):
    ways = [
        (10, [1, 2], STREET),
        (11, [1, 5], {"railway": "rail", "maxspeed": "120"}),
        (12, [6, 4], {"waterway": "river"}),
    ]
    stations = {7: {"railway": "station", "name": "Gronau"}, 8: {"railway": "halt"}}
    network = build(ways, node_tags=stations)
    assert repr(network) == "<Network: 2 vertices, 1 edges, no country, 1 tracks>"
    track = network.rail.tracks.iloc[0]
    assert (track.way_id, track.railway, track.maxspeed_kmh) == (11, "rail", 120)
    assert track.length_m == pytest.approx(141.4, rel=2e-3)
    assert network.rail.stations.name.isna().tolist() == [False, True]
    assert network.rail.stations.name[0] == "Gronau"
    assert (len(network.barriers), network.borders) == (1, None)
    extent = network.extent.iloc[0]
    assert extent.contains(shapely.Point(*place(50, 0)))
    assert not extent.contains(shapely.Point(*place(0, 9000)))


def test_provenance_names_the_files_and_what_is_missing(build):
    network = build([(10, [1, 2], STREET)])
    assert network.provenance.sources[0].title == "OpenStreetMap extract drawn.osm"
    assert "turn restrictions" in network.provenance.notes[0]
    assert "without boundaries" in network.provenance.notes[1]


def test_a_built_network_comes_back_exactly(build, tmp_path):
    network = build([(10, [1, 7, 3], STREET), (11, [5, 2, 6], STREET)])
    network.save(tmp_path / "n")
    assert_same_streets(network.streets, load_network(tmp_path / "n").streets)


@pytest.fixture(scope="module")
def whole():
    return build_network(AACHEN)


@pytest.mark.parametrize("complete_ways", [True, False])
@real
@pytest.mark.long
def test_two_overlapping_halves_give_exactly_the_whole(whole, tmp_path, complete_ways):
    west, east = halves(AACHEN, tmp_path, complete_ways=complete_ways)
    assert len(read_osm(west).ways.id) < 0.8 * len(read_osm(AACHEN).ways.id)
    united = build_network([east, west])
    assert_same_streets(whole.streets, united.streets)
    assert len(whole.turns) > 300
    assert_same_junctions(whole, united)
    assert whole.provenance.notes == united.provenance.notes
    assert whole.rail.tracks.equals(united.rail.tracks)
    assert whole.rail.stations.equals(united.rail.stations)
    assert whole.extent.geom_equals(united.extent).all()


@pytest.mark.long
@real
def test_most_of_it_hangs_together(whole):
    for mode, share in (("car", 0.9), ("bicycle", 0.9), ("walk", 0.95)):
        graph = whole.graph(mode)
        # vertices of a junction that is split may be places to set out from alone: count streets
        is_open = ~np.isnan(np.stack(whole.durations_s(mode), axis=1))
        within = [
            (is_open & (graph.component[ends] == 0)).any(axis=1)
            for ends in (graph.depart, graph.arrive)
        ]
        assert (within[0] & within[1]).sum() > share * is_open.any(axis=1).sum()


@real
def test_it_comes_back_exactly(whole, tmp_path):
    whole.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    assert_same_streets(whole.streets, again.streets)
    assert_same_junctions(whole, again)


@real
def test_walking_distances_agree_with_valhalla(whole):
    import json

    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    known = json.loads((SHARED / "benchmark" / "valhalla_aachen_matrix.json").read_text())
    graph = whole.graph("walk")
    position = {node: row for row, node in enumerate(whole.streets.vertex_id.tolist())}
    rows = [position[point["osm_node"]] for point in known["points"]]
    shape = (graph.n_vertices, graph.n_vertices)
    tails = np.repeat(np.arange(graph.n_vertices), np.diff(graph.indptr))
    # Of parallel arcs the shortest counts; csr_array would add them up.
    order = np.lexsort((graph.weights_s, graph.heads, tails))
    tails, heads = tails[order], graph.heads[order]
    first = (np.diff(tails, prepend=-1) != 0) | (np.diff(heads, prepend=-1) != 0)
    weights = np.maximum(graph.weights_s[order][first], 1e-9)
    matrix = csr_array((weights, (tails[first], heads[first])), shape=shape)
    ours = dijkstra(matrix, indices=rows)[:, rows] * 5 / 3.6
    theirs = np.array(known["matrices"]["pedestrian_shortest"]["distance_m"], dtype=float)
    apart = ~np.eye(len(rows), dtype=bool)
    ratio = ours[apart] / theirs[apart] - 1
    assert abs(np.median(ratio)) <= 0.005
    assert (np.abs(ratio) <= 0.02).mean() >= 0.85


def test_the_middle_of_a_long_street_lies_in_the_data(tmp_path):
    # 30 km without a junction, once straight and once drawn with bends
    ends, bends = {1: (0, 0), 2: (30_000, 0)}, {3: (10_000, 12_000), 4: (20_000, 12_000)}
    path = tmp_path / "long.osm"
    for nodes, way, far in (
        (ends, [1, 2], (15_000, 50)),
        (ends | bends, [1, 3, 4, 2], (15_000, 12_050)),
    ):
        path.write_text(osm_xml(nodes, [(1, way, {"highway": "unclassified"})]))
        network = build_network(path)
        lon, lat = (ORIGIN[k] + far[k] * STEP[k] for k in (0, 1))
        spots = pd.DataFrame({"id": ["on", "off"], "lon": [lon, lon], "lat": [lat, lat + 0.1]})
        assert list(network.snap(spots, "car").status) == [0, 2]


def test_the_middle_of_a_ferry_is_not_in_the_data(tmp_path):
    nodes = {1: (0, 0), 2: (1000, 0), 3: (41_000, 0), 4: (42_000, 0)}
    street = {"highway": "unclassified"}
    ways = [(1, [1, 2], street), (2, [2, 3], {"route": "ferry"}), (3, [3, 4], street)]
    path = tmp_path / "sea.osm"
    path.write_text(osm_xml(nodes, ways))
    lon = [ORIGIN[0] + x * STEP[0] for x in (21_000, 40_500)]
    spots = pd.DataFrame({"id": ["sea", "harbour"], "lon": lon, "lat": [ORIGIN[1]] * 2})
    assert list(build_network(path).snap(spots, "walk").status) == [2, 0]
