"""Extracts are read whole, united without doubles, and faults are named."""

import bz2
import gzip
import re
from pathlib import Path

import numpy as np
import pytest
from osm_files import osm_xml

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.osm.elements import AREA, OUTLINE, RAIL, STREET, WATER
from grensgeo.osm.extracts import read_osm

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
AACHEN = SHARED / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"

NODES = {1: (0, 0), 2: (100, 0), 3: (200, 0), 4: (300, 0), 5: (100, 100), 9: (50, 50)}
STREETS = [(10, [1, 2, 3], {"highway": "residential"}), (11, [3, 4], {"highway": "service"})]


def write(path, *args, **kwargs):
    path.write_text(osm_xml(*args, **kwargs))
    return path


def nodes_of(extract, way):
    row = int(np.flatnonzero(extract.ways.id == way)[0])
    return extract.ways.nodes[extract.ways.start[row] : extract.ways.start[row + 1]].tolist()


def tags_of(extract, way):
    return extract.tag_sets[extract.ways.tag_set[extract.ways.id.tolist().index(way)]]


def same(one, other):
    for name in ("node_id", "node_x", "node_y"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    for name in ("id", "kind", "start", "nodes"):
        np.testing.assert_array_equal(getattr(one.ways, name), getattr(other.ways, name))
    for way in one.ways.id:
        assert tags_of(one, way) == tags_of(other, way)
    assert one.node_tags == other.node_tags
    assert one.stations == other.stations


def test_what_is_kept_and_what_is_not(tmp_path):
    ways = [
        *STREETS,
        (12, [1, 5], {"railway": "rail", "maxspeed": "120"}),
        (13, [1, 5], {"railway": "abandoned"}),
        (14, [1, 5], {"waterway": "river"}),
        (15, [1, 5], {"waterway": "canal", "tunnel": "culvert"}),
        (16, [1, 5], {"waterway": "ditch"}),
        (17, [1, 5], {"route": "ferry", "duration": "5"}),
        (18, [1, 2, 5, 1], {"highway": "pedestrian", "area": "yes"}),
        (19, [1, 5], {"building": "yes"}),
        (20, [1, 5], {"public_transport": "platform"}),
        (21, [1, 5], {"man_made": "pier"}),
        (22, [1, 2, 5, 1], {"man_made": "pier"}),
        (23, [1, 2, 5, 1], {"highway": "pedestrian"}),  # a ring
        (24, [1, 2, 5, 1], {"highway": "pedestrian", "place": "square", "oneway": "yes"}),
        (25, [1, 2, 5], {"highway": "footway", "area": "yes"}),  # not closed, hence no area
    ]
    node_tags = {
        2: {"barrier": "bollard", "material": "steel"},
        3: {"highway": "crossing", "bicycle": "no"},
        4: {"motor_vehicle": "no"},
        9: {"railway": "station", "name": "Gronau", "website": "x"},
    }
    extract = read_osm(write(tmp_path / "a.osm", NODES, ways, node_tags=node_tags))
    kinds = dict(zip(extract.ways.id.tolist(), extract.ways.kind.tolist(), strict=True))
    assert kinds == {
        10: STREET, 11: STREET, 12: RAIL, 14: WATER, 17: STREET, 18: AREA, 20: STREET,
        21: STREET, 22: AREA, 23: STREET, 24: AREA, 25: STREET,
    }  # fmt: skip
    assert extract.node_id.tolist() == [1, 2, 3, 4, 5]
    assert tags_of(extract, 24) == {"highway": "pedestrian", "place": "square"}
    # A crossing says who crosses, not who drives on; the bollard's material does not matter.
    assert extract.node_tags == {2: {"barrier": "bollard"}, 4: {"motor_vehicle": "no"}}
    assert [(row[0], row[3]) for row in extract.stations] == [
        (9, {"railway": "station", "name": "Gronau"})
    ]
    assert (extract.node_x[0], extract.node_y[0]) == (70000000, 522000000)
    source = extract.sources[0]
    assert (source.licence, source.attribution) == ("ODbL-1.0", "© OpenStreetMap contributors")
    assert len(source.sha256) == 64


def test_formats_give_the_same(tmp_path):
    import osmium

    plain = write(tmp_path / "a.osm", NODES, STREETS)
    packed = tmp_path / "a.osm.bz2"
    packed.write_bytes(bz2.compress(plain.read_bytes()))
    pbf = tmp_path / "a.osm.pbf"
    with osmium.SimpleWriter(str(pbf)) as writer:
        for element in osmium.FileProcessor(str(plain)):
            writer.add(element)
    one = read_osm([plain])
    same(one, read_osm(packed))
    same(one, read_osm(str(pbf)))


def test_the_newest_version_wins_whatever_the_order(tmp_path):
    old = write(tmp_path / "old.osm", NODES, STREETS, version=1)
    moved = {**NODES, 2: (100, 5)}
    ways = [(10, [1, 2], {"highway": "cycleway"}), STREETS[1]]
    new = write(tmp_path / "new.osm", moved, ways, version=2)
    one = read_osm([old, new])
    same(one, read_osm([new, old]))
    assert nodes_of(one, 10) == [1, 2]
    assert tags_of(one, 10) == {"highway": "cycleway"}
    assert one.node_y[one.node_id.tolist().index(2)] == read_osm(new).node_y[1]


def test_a_barrier_that_a_newer_extract_has_lost_is_gone(tmp_path):
    tags = {2: {"barrier": "bollard"}, 9: {"railway": "halt"}, 3: {"barrier": "gate"}}
    old = write(tmp_path / "old.osm", NODES, STREETS, node_tags=tags, version=1)
    new = write(tmp_path / "new.osm", {n: NODES[n] for n in (1, 2, 9)}, STREETS, version=2)
    for files in ([old, new], [new, old]):
        extract = read_osm(files)
        assert extract.node_tags == {3: {"barrier": "gate"}}  # the newer one does not reach it
        assert extract.stations == ()


def test_a_way_cut_by_one_extract_takes_its_nodes_from_the_other(tmp_path):
    west = write(tmp_path / "w.osm", {n: NODES[n] for n in (1, 2)}, STREETS[:1])
    east = write(tmp_path / "e.osm", {n: NODES[n] for n in (2, 3, 4)}, STREETS)
    whole = read_osm(write(tmp_path / "a.osm", NODES, STREETS))
    same(whole, read_osm([west, east]))
    same(whole, read_osm([east, west]))


def test_a_shortened_way_loses_and_a_contradiction_is_told(tmp_path):
    short = [(10, [1, 2], {"highway": "residential"})]
    one = write(tmp_path / "a.osm", NODES, short, version=None)
    other = write(tmp_path / "b.osm", NODES, STREETS, version=None)
    for files in ([one, other], [other, one]):
        with pytest.warns(
            GrensgeoWarning, match="differ between extracts without a version.*: 10;"
        ):
            assert nodes_of(read_osm(files), 10) == [1, 2, 3]
    moved = write(tmp_path / "c.osm", {**NODES, 2: (100, 9)}, STREETS, version=None)
    with pytest.warns(GrensgeoWarning, match="nodes that lie elsewhere .*: 2; the northern"):
        same(read_osm([other, moved]), read_osm(moved))


def test_faults_are_named_with_file_and_remedy(tmp_path):
    with pytest.raises(InputError, match="no OSM file is given"):
        read_osm([])
    with pytest.raises(FileError, match=r"gone\.osm\.pbf: no such file.*; .*two\.osm: no such"):
        read_osm([tmp_path / "gone.osm.pbf", tmp_path / "two.osm"])
    with pytest.raises(FileError, match="is a folder"):
        read_osm(tmp_path)
    (tmp_path / "streets.shp").write_text("x")
    with pytest.raises(FileError, match="not an OSM file by its name"):
        read_osm(tmp_path / "streets.shp")
    (tmp_path / "empty.osm").write_text("")
    with pytest.raises(FileError, match="is empty"):
        read_osm(tmp_path / "empty.osm")
    (tmp_path / "page.osm.pbf").write_text("<html>Not found</html>" * 20)
    with pytest.raises(FileError, match=r"page\.osm\.pbf: truncated, damaged or not OSM data"):
        read_osm(tmp_path / "page.osm.pbf")
    (tmp_path / "page.osm").write_text("<html>Not found</html>")
    with pytest.raises(FileError, match=r"page\.osm: truncated, damaged or not OSM data"):
        read_osm(tmp_path / "page.osm")
    houses = write(tmp_path / "houses.osm", NODES, [(1, [1, 2], {"building": "yes"})])
    with pytest.raises(InputError, match=r"houses\.osm: holds no streets"):
        read_osm(houses)
    rails = write(tmp_path / "rails.osm", NODES, [(1, [1, 2], {"railway": "rail"})])
    with pytest.raises(InputError, match=r"rails\.osm: hold no streets"):
        read_osm(rails)
    whole = osm_xml(NODES, STREETS)
    (tmp_path / "half.osm").write_text(whole[: len(whole) * 2 // 3])
    with pytest.raises(FileError, match=r"half\.osm: truncated"):
        read_osm(tmp_path / "half.osm")
    (tmp_path / "change.osc").write_text(whole)
    with pytest.raises(FileError, match="not an OSM file by its name"):
        read_osm(tmp_path / "change.osc")


@pytest.mark.shared_data
@pytest.mark.skipif(not AACHEN.exists(), reason="the Aachen extract of shared/data is not here")
@pytest.mark.parametrize("share", [0.4, 0.9999])
def test_a_truncated_pbf_is_told(tmp_path, share):
    content = AACHEN.read_bytes()
    part = tmp_path / "part.osm.pbf"
    part.write_bytes(content[: int(len(content) * share)])
    with pytest.raises((FileError, InputError), match=r"part\.osm\.pbf: truncated"):
        read_osm(part)


def test_restrictions_are_read_once_in_their_newest_version(tmp_path):
    turn = [("from", "w", 10), ("via", "n", 3), ("to", "w", 11)]
    no_left = {"type": "restriction", "restriction": "no_left_turn"}
    old = write(
        tmp_path / "old.osm",
        NODES,
        STREETS,
        relations=[
            (7, turn, no_left),
            (8, turn, no_left),
            (9, turn, {"type": "route"}),
        ],
        version=1,
    )
    new = write(
        tmp_path / "new.osm",
        NODES,
        STREETS,
        relations=[(8, turn, {"type": "note"}), (7, turn[:2], no_left), (6, turn, no_left)],
        version=2,
    )
    # 8 is no restriction any longer, and 7 has lost a member
    known = [(6, tuple(turn)), (7, tuple(turn[:2]))]
    for files in ([old, new], [new, old]):
        found = read_osm(files).restrictions
        assert [(r.id, r.members) for r in found] == known
        assert dict(found[0].tags) == no_left
    # of one version the copy that has kept its members is taken
    cut = write(tmp_path / "cut.osm", NODES, STREETS, relations=[(7, turn[:1], no_left)])
    for files in ([old, cut], [cut, old]):
        assert [r.members for r in read_osm(files).restrictions] == [tuple(turn)] * 2


def test_signals_and_level_crossings_are_kept(tmp_path):
    node_tags = {
        1: {"highway": "traffic_signals", "traffic_signals:direction": "forward", "x": "y"},
        2: {"railway": "level_crossing", "crossing:barrier": "full"},
        3: {"highway": "crossing", "crossing": "traffic_signals"},
        4: {"highway": "give_way", "direction": "forward"},
    }
    extract = read_osm(write(tmp_path / "a.osm", NODES, STREETS, node_tags=node_tags))
    assert extract.node_tags == {
        1: {"highway": "traffic_signals", "traffic_signals:direction": "forward"},
        2: {"railway": "level_crossing"},
    }


def moved_to_the_end(text, ids):
    """Put some nodes behind the ways and relations."""
    nodes = re.findall(r"<node .*?</node>\n", text, re.DOTALL)
    late = [node for node in nodes if int(re.search(r'id="(-?\d+)"', node)[1]) in ids]
    for node in late:
        text = text.replace(node, "")
    return text.replace("</osm>", "".join(late) + "</osm>")


@pytest.mark.parametrize("late", [{1, 2, 3, 4, 5, 9}, {2}, {1, 4}])
def test_nodes_may_stand_after_the_ways(tmp_path, late):
    text = osm_xml(NODES, STREETS, node_tags={2: {"barrier": "gate"}})
    (tmp_path / "sorted.osm").write_text(text)
    (tmp_path / "late.osm").write_text(moved_to_the_end(text, late))
    same(read_osm(tmp_path / "sorted.osm"), read_osm(tmp_path / "late.osm"))


def test_nodes_of_an_editor_may_stand_after_the_ways_too(tmp_path):
    nodes = {-1: (0, 0), -2: (100, 0), 3: (200, 0)}
    text = osm_xml(nodes, [(-7, [-1, -2, 3], {"highway": "residential"})])
    (tmp_path / "late.osm").write_text(moved_to_the_end(text, {-2, 3}))
    assert read_osm(tmp_path / "late.osm").node_id.tolist() == [-2, -1, 3]


@pytest.mark.parametrize(
    "name",
    ["A.OSM", "a.osm.xml", "a.OSM.XML.BZ2", "a.osm.gz", "a.Osm.Gz", "B.OSM.PBF", "b.opl", "B.OPL"],
)
def test_files_are_known_by_their_endings_in_capitals_or_not(tmp_path, name):
    import osmium

    plain = write(tmp_path / "plain.osm", NODES, STREETS)
    file = tmp_path / name
    if name[-3:].lower() in {"pbf", "opl"}:
        lower = tmp_path / ("c" + name.lower())
        with osmium.SimpleWriter(str(lower)) as writer:
            for element in osmium.FileProcessor(str(plain)):
                writer.add(element)
        lower.rename(file)
    else:
        pack = {"bz2": bz2.compress, ".gz": gzip.compress}.get(name[-3:].lower(), bytes)
        file.write_bytes(pack(plain.read_bytes()))
    same(read_osm(plain), read_osm(file))


def test_what_is_deleted_is_not_there(tmp_path):
    ways = [*STREETS, (12, [4, 5], {"highway": "service"}), (-3, [1, 5], {"highway": "path"})]
    turn = [("from", "w", 10), ("via", "n", 3), ("to", "w", 11)]
    ban = (7, turn, {"type": "restriction", "restriction": "no_left_turn"})
    node_tags = {2: {"barrier": "bollard"}, 3: {"barrier": "gate"}}
    text = osm_xml(NODES, ways, relations=[ban], node_tags=node_tags)
    for element in ('way id="12"', 'relation id="7"', 'node id="2"', 'way id="-3"'):
        text = text.replace(f"<{element}", f"<{element} action='delete'", 1)
    file = tmp_path / "josm.osm"
    file.write_text(text.replace('<way id="11"', "<way id=\"11\" action='modify'"))
    packed = tmp_path / "josm.osm.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    for extract in (read_osm(file), read_osm(packed)):
        assert extract.ways.id.tolist() == [10, 11]
        assert extract.deleted == (-3, 12)
        assert extract.restrictions == ()
        assert extract.node_tags == {3: {"barrier": "gate"}}
    text = osm_xml(NODES, ways[:3])
    file.write_text(text.replace('<way id="12"', '<way id="12" visible="false"'))
    assert read_osm(file).ways.id.tolist() == [10, 11]
    assert read_osm(file).deleted == (12,)
    # an older extract that still has it brings nothing back
    old = write(tmp_path / "old.osm", NODES, ways[:3], version=1)
    assert read_osm([old, file]).ways.id.tolist() == [10, 11]


def test_squares_drawn_by_several_ways(tmp_path):
    nodes = {1: (0, 0), 2: (100, 0), 3: (100, 100), 4: (0, 100), 5: (-50, 0), 6: (40, 40), 7: (60, 40), 8: (50, 60)}  # fmt: skip
    ways = [
        (10, [5, 1], {"highway": "residential"}),
        (20, [1, 2, 3], {}),
        (21, [3, 4, 1], {"highway": "footway"}),
        (22, [6, 7, 8, 6], {"natural": "water"}),
        (23, [6, 7, 8, 6], {"building": "yes"}),
    ]
    square = [("outer", "w", 20), ("outer", "w", 21), ("inner", "w", 22)]
    tags = {"type": "multipolygon", "highway": "pedestrian", "oneway": "yes", "wikidata": "Q1"}
    house = (8, [("outer", "w", 23)], {"type": "multipolygon", "building": "yes"})
    extract = read_osm(
        write(tmp_path / "a.osm", nodes, ways, relations=[(7, square, tags), house])
    )
    assert dict(zip(extract.ways.id.tolist(), extract.ways.kind.tolist(), strict=True)) == {
        10: STREET, 20: OUTLINE, 21: STREET, 22: OUTLINE,
    }  # fmt: skip
    (found,) = extract.multipolygons
    assert (found.id, found.outer, found.inner) == (7, (20, 21), (22,))
    assert extract.tag_sets[found.tag_set] == {"highway": "pedestrian"}
    assert extract.node_id.tolist() == list(range(1, 9))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.osm", b'id="10"', b'id="10a"'),
        ("a.osm", b'ref="2"', b'ref=""'),
        ("a.osm", b'version="1"', b'version="one"'),
        ("a.osm", b'timestamp="2025-01-01T00:00:00Z"', b'timestamp="yesterday"'),
        ("a.osm", b'id="10"', b'id="99999999999999999999"'),
        ("a.osm", b"residential", b"r\xe9sidentiel"),
        ("a.opl", b"residential", b"r\xe9sidentiel"),
        ("a.opl", b"w10", b"wten"),
        ("a.osm.gz", None, None),
    ],
)
def test_nonsense_in_a_file_is_one_line_with_its_name(tmp_path, name, old, new):
    import osmium

    file = tmp_path / name
    plain = write(tmp_path / "plain.osm", NODES, STREETS)
    if name.endswith("opl"):
        with osmium.SimpleWriter(str(file)) as writer:
            for element in osmium.FileProcessor(str(plain)):
                writer.add(element)
    elif name.endswith("gz"):
        file.write_bytes(gzip.compress(plain.read_bytes())[:-20])
    else:
        file.write_bytes(plain.read_bytes())
    if old:
        file.write_bytes(file.read_bytes().replace(old, new))
    with pytest.raises(FileError, match=r"a\.o.*: truncated, damaged or not OSM data") as told:
        read_osm(file)
    assert "\n" not in str(told.value)
