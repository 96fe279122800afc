"""Extracts cut to an outline: what lies within stays, and streets end where they cross it."""

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from osm_files import ORIGIN, STEP, halves, osm_xml

from grensgeo.cli import main
from grensgeo.errors import InputError
from grensgeo.geodata.cut_outline import lies_beyond
from grensgeo.network import build_network, load_network
from grensgeo.osm.clipping import clip
from grensgeo.osm.elements import AREA, BEYOND, OUTLINE, STREET
from grensgeo.osm.extracts import read_osm

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
AACHEN = SHARED / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"
ROAD = {"highway": "residential"}
SQUARE = {"highway": "pedestrian", "area": "yes"}


def degrees(corners):
    """Give the polygon of corners in metres."""
    return shapely.Polygon(
        [
            (round(ORIGIN[0] + x * STEP[0], 7), round(ORIGIN[1] + y * STEP[1], 7))
            for x, y in corners
        ]
    )


#: The drawn outline: 1000 m by 1000 m.
OUTLINE_KM = degrees([(0, 0), (1000, 0), (1000, 1000), (0, 1000)])
NODES = {
    1: (500, 500), 2: (900, 500), 3: (1100, 500), 4: (1300, 500), 5: (1100, 700), 6: (900, 700),
    7: (1500, 500), 8: (900, 900), 9: (1100, 900), 10: (1100, 1100), 11: (900, 1100),
    12: (1000, 300), 13: (900, 300), 14: (1200, 300),
}  # fmt: skip


@pytest.fixture
def cut(tmp_path):
    def cut(ways, outline=OUTLINE_KM, *, nodes=NODES, **kwargs):
        file = tmp_path / "drawn.osm"
        file.write_text(osm_xml(nodes, ways, **kwargs))
        found = read_osm(file, outline=outline)
        same(found, clip(read_osm(file), outline))
        return found

    return cut


def nodes_of(extract, way):
    row = extract.ways.id.tolist().index(way)
    return extract.ways.nodes[extract.ways.start[row] : extract.ways.start[row + 1]].tolist()


def metres(extract, node):
    at = extract.node_id.tolist().index(node)
    x, y = extract.node_x[at] / 1e7, extract.node_y[at] / 1e7
    return pytest.approx(
        (round((x - ORIGIN[0]) / STEP[0], 1), round((y - ORIGIN[1]) / STEP[1], 1))
    )


def same(one, other):
    for name in ("node_id", "node_x", "node_y"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)
    for name in ("id", "kind", "start", "nodes"):
        np.testing.assert_array_equal(getattr(one.ways, name), getattr(other.ways, name))
    for mine, theirs in zip(one.ways.tag_set, other.ways.tag_set, strict=True):
        assert one.tag_sets[mine] == other.tag_sets[theirs]
    for name in ("node_tags", "stations", "restrictions", "deleted"):
        assert getattr(one, name) == getattr(other, name), name
    assert [(m.id, m.outer, m.inner) for m in one.multipolygons] == [
        (m.id, m.outer, m.inner) for m in other.multipolygons
    ]
    mine, theirs = (vars(item.clipped) for item in (one, other))
    assert mine == theirs


def test_a_street_ends_where_it_crosses_the_outline(cut):
    extract = cut([(10, [1, 2, 3, 4], ROAD), (11, [4, 7], ROAD)])
    assert extract.ways.id.tolist() == [10]
    assert nodes_of(extract, 10) == [1, 2, -1, BEYOND]
    assert metres(extract, -1) == (1000, 500)
    assert extract.node_id.tolist() == [-1, 1, 2]
    clipped = extract.clipped
    assert (clipped.n_outside, clipped.n_cut, clipped.example) == (1, 1, "10")


def test_a_street_that_comes_back_is_two(cut):
    extract = cut([(10, [1, 2, 3, 5, 6], ROAD), (11, [6, 5, 3, 2], ROAD)])
    out, back = nodes_of(extract, 10)[2], nodes_of(extract, 10)[5]
    assert nodes_of(extract, 10) == [1, 2, out, BEYOND, BEYOND, back, 6]
    # where two ways share nodes on either side they share the crossing too
    assert nodes_of(extract, 11) == [6, back, BEYOND, BEYOND, out, 2]
    assert metres(extract, out) == (1000, 500)
    assert metres(extract, back) == (1000, 700)


def test_a_node_on_the_outline_is_the_end_of_its_street(cut):
    extract = cut([(10, [13, 12, 14], ROAD), (11, [12, 14], ROAD)])
    assert extract.ways.id.tolist() == [10]
    within, crossing, beyond = nodes_of(extract, 10)
    assert (within, beyond) == (13, BEYOND)
    assert metres(extract, crossing) == (1000, 300)


def test_a_street_over_a_corner_without_a_node_within_is_left_out(cut):
    nodes = {1: (500, 500), 2: (600, 500), 3: (900, 1050), 4: (1050, 900)}
    extract = cut([(10, [1, 2], ROAD), (11, [3, 4], ROAD)], nodes=nodes)
    assert extract.ways.id.tolist() == [10]
    assert extract.clipped.n_outside == 1


def test_squares_that_reach_across_stay_whole(cut):
    outer = [("outer", "w", 20), ("outer", "w", 21)]
    square = {"type": "multipolygon", "highway": "pedestrian"}
    extract = cut(
        [(10, [1, 2], ROAD), (12, [8, 9, 10, 11, 8], SQUARE), (20, [2, 3, 5], {}), (21, [5, 6, 2], {}),
         (22, [4, 7], {}), (23, [7, 5, 4], {})],
        relations=[(7, outer, square), (8, [("outer", "w", 22), ("outer", "w", 23)], square)],
    )  # fmt: skip
    assert dict(zip(extract.ways.id.tolist(), extract.ways.kind.tolist(), strict=True)) == {
        10: STREET, 12: AREA, 20: OUTLINE, 21: OUTLINE,
    }  # fmt: skip
    assert nodes_of(extract, 12) == [8, 9, 10, 11, 8]
    assert [m.id for m in extract.multipolygons] == [7]
    assert extract.clipped.n_cut == 0


def test_turns_are_kept_where_all_of_them_lies_within(cut):
    turn = {"type": "restriction", "restriction": "no_left_turn"}
    extract = cut(
        [(10, [1, 2], ROAD), (11, [2, 6], ROAD), (12, [2, 3], ROAD), (13, [3, 4], ROAD)],
        relations=[
            (1, [("from", "w", 10), ("via", "n", 2), ("to", "w", 11)], turn),
            (2, [("from", "w", 10), ("via", "n", 2), ("to", "w", 12)], turn),
            (3, [("from", "w", 12), ("via", "n", 3), ("to", "w", 13)], turn),
        ],
    )
    assert [found.id for found in extract.restrictions] == [1, 2]
    assert extract.clipped.n_restrictions == 1


def test_what_stands_on_nodes_goes_with_them(cut):
    tags = {2: {"barrier": "bollard"}, 3: {"barrier": "bollard"}, 9: {"railway": "station"},
            8: {"railway": "station", "name": "Here"}}  # fmt: skip
    extract = cut([(10, [1, 2, 3, 4], ROAD)], node_tags=tags)
    assert extract.node_tags == {2: {"barrier": "bollard"}}
    assert [station[0] for station in extract.stations] == [8]


def test_an_outline_of_two_parts_with_a_hole_between_nodes(cut):
    parts = shapely.union_all(
        [degrees([(x, 0), (x + 400, 0), (x + 400, 400), (x, 400)]) for x in (0, 1000)]
    )
    nodes = {1: (100, 100), 2: (300, 100), 3: (700, 100), 4: (1200, 100), 5: (1300, 100)}
    extract = cut([(10, [1, 2, 3, 4, 5], ROAD), (11, [2, 4], ROAD)], parts, nodes=nodes)
    assert [node for node in nodes_of(extract, 10) if node > 0] == [1, 2, 4, 5]
    assert nodes_of(extract, 10).count(BEYOND) == 1
    # between two nodes within, a street is kept as it is
    assert nodes_of(extract, 11) == [2, 4]


def test_what_lies_outside_is_not_held_neither_are_its_tags(tmp_path):
    far = {100 + k: (5000 + k, 5000) for k in range(60)}
    ways = [(10, [1, 2], ROAD)]
    ways += [(20 + k, [100 + k, 101 + k], ROAD | {"maxspeed": str(20 + k)}) for k in range(59)]
    file = tmp_path / "drawn.osm"
    file.write_text(osm_xml(NODES | far, ways))
    found, whole = read_osm(file, outline=OUTLINE_KM), read_osm(file)
    assert len(whole.tag_sets) == 60
    assert len(found.tag_sets) <= 2  # and the one of ways that draw a square
    assert len(found.node_id) == 2
    assert found.clipped.n_outside == 59


def test_an_area_without_a_street_is_told(tmp_path):
    file = tmp_path / "drawn.osm"
    file.write_text(osm_xml(NODES, [(10, [1, 2], ROAD)]))
    with pytest.raises(InputError, match="no street lies within") as caught:
        read_osm(file, outline=degrees([(5000, 0), (6000, 0), (6000, 1000)]))
    assert caught.value.code == "elsewhere"


def test_extracts_that_overlap_are_cut_as_one(tmp_path):
    one, two, whole = (tmp_path / name for name in ("one.osm", "two.osm", "whole.osm"))
    ways = [(10, [1, 2, 3, 4], ROAD), (11, [4, 7], ROAD), (12, [1, 6], ROAD)]
    whole.write_text(osm_xml(NODES, ways))
    one.write_text(osm_xml({n: NODES[n] for n in (1, 2, 6)}, ways))
    two.write_text(osm_xml({n: NODES[n] for n in (2, 3, 4, 7)}, ways[:2]))
    known = read_osm(whole, outline=OUTLINE_KM)
    for files in ([one, two], [two, one]):
        found = read_osm(files, outline=OUTLINE_KM)
        np.testing.assert_array_equal(found.ways.nodes, known.ways.nodes)
        np.testing.assert_array_equal(found.node_id, known.node_id)


corners = st.tuples(st.integers(-300, 1300), st.integers(-300, 1300))


@st.composite
def drawn_maps(draw):
    """Draw streets, squares and turns anywhere, and an outline of any shape."""
    nodes = dict(enumerate(draw(st.lists(corners, min_size=4, max_size=12, unique=True)), 1))
    refs = st.lists(st.sampled_from(sorted(nodes)), min_size=2, max_size=6)
    kinds = st.sampled_from([ROAD, SQUARE, {"railway": "rail"}, {"waterway": "river"}, {}])
    lines = draw(st.lists(st.tuples(refs, kinds, st.booleans()), min_size=1, max_size=6))
    ways = [
        (n, [*line, line[0]] if closed else line, tags)
        for n, (line, tags, closed) in enumerate(lines, 10)
    ]
    ways.append((9, draw(refs), ROAD))
    roles = st.sampled_from(["outer", "inner", "from", "to"])
    members = st.lists(
        st.tuples(roles, st.just("w"), st.sampled_from([way for way, _, _ in ways])), max_size=3
    )
    kind = st.sampled_from(
        [{"type": "multipolygon", "highway": "pedestrian"},
         {"type": "restriction", "restriction": "no_u_turn"}]
    )  # fmt: skip
    via = ("via", "n", draw(st.sampled_from(sorted(nodes))))
    relations = [
        (n, [*found, via], tags)
        for n, (found, tags) in enumerate(draw(st.lists(st.tuples(members, kind), max_size=2)), 1)
    ]
    shape = degrees(draw(st.lists(corners, min_size=3, max_size=7, unique=True)))
    return osm_xml(nodes, ways, relations=relations), shapely.make_valid(shape)


@given(drawn_maps())
def test_cut_while_read_is_read_whole_and_cut(tmp_path_factory, drawn):
    text, shape = drawn
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    if not polygons:
        return
    outline = shapely.union_all(polygons)
    file = tmp_path_factory.mktemp("drawn") / "a.osm"
    file.write_text(text)
    whole = clip(read_osm(file), outline)
    if {STREET, AREA, OUTLINE} & set(whole.ways.kind.tolist()):
        same(read_osm(file, outline=outline), whole)
    else:
        with pytest.raises(InputError, match="no street lies within"):
            read_osm(file, outline=outline)


def test_a_network_ends_on_its_outline_and_knows_it(tmp_path):
    file = tmp_path / "drawn.osm"
    file.write_text(osm_xml(NODES, [(10, [1, 2, 3, 4, 7], ROAD), (11, [2, 6], ROAD)]))
    area = shapely.box(*OUTLINE_KM.bounds)
    import geopandas as gpd

    network = build_network(file, area=gpd.GeoSeries([area], crs=4326), buffer_km=0)
    streets = network.streets
    # 400 m, 100 m to the outline and 200 m; the drawing's scale is good to 0.3%
    np.testing.assert_allclose(np.sort(streets.length_m), [100, 200, 400], rtol=3e-3)
    beyond = lies_beyond(network.outline.iloc[0], streets.lon, streets.lat)
    assert streets.lon[beyond] == pytest.approx([ORIGIN[0] + 1000 * STEP[0]], abs=2e-7)
    codes = [note.code for note in network.provenance.notes]
    assert codes.count("streets.clipped") == 1
    assert "streets.cut" not in codes
    network.save(tmp_path / "net")
    assert load_network(tmp_path / "net").outline.iloc[0].equals(network.outline.iloc[0])
    wider = build_network(file, area=gpd.GeoSeries([area], crs=4326), buffer_km=0.2)
    assert wider.streets.length_m.sum() > streets.length_m.sum() + 150


@pytest.mark.shared_data
@pytest.mark.long
@pytest.mark.skipif(not AACHEN.exists(), reason="the extracts of shared/data are not here")
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_a_real_extract_is_cut_alike_whole_in_halves_and_while_it_is_read(tmp_path):
    shape = shapely.Point(6.05, 50.77).buffer(0.04)
    whole = clip(read_osm(AACHEN), shape)
    same(read_osm(AACHEN, outline=shape), whole)
    two = read_osm(halves(AACHEN, tmp_path, complete_ways=True, seam=(6.04, 6.06)), outline=shape)
    np.testing.assert_array_equal(two.ways.nodes, whole.ways.nodes)
    np.testing.assert_array_equal(two.node_x, whole.node_x)


def test_build_cuts_extracts_to_an_area(tmp_path, capsys):
    import geopandas as gpd

    file, area = tmp_path / "drawn.osm", tmp_path / "area.geojson"
    file.write_text(osm_xml(NODES, [(10, [1, 2, 3, 4, 7], ROAD), (11, [2, 6], ROAD)]))
    gpd.GeoSeries([OUTLINE_KM], crs=4326).to_file(area)
    build = ["build", str(file), "-o", str(tmp_path / "net")]
    assert main([*build, "--buffer-km", "1"]) == 2
    assert "give that too" in capsys.readouterr().err
    assert main([*build, "--area", str(area)]) == 0
    network = load_network(tmp_path / "net")
    assert network.streets.length_m.sum() == pytest.approx(700, rel=3e-3)
    assert network.outline is not None
