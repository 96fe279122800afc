"""Extracts are read whole, united without doubles, and faults are named."""

import bz2
from pathlib import Path

import numpy as np
import pytest
from osm_files import osm_xml

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.sources.osm import RAIL, STREET, WATER, read_osm

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
    ]
    node_tags = {
        2: {"barrier": "bollard", "material": "steel"},
        3: {"highway": "crossing", "bicycle": "no"},
        4: {"motor_vehicle": "no"},
        9: {"railway": "station", "name": "Gronau", "website": "x"},
    }
    extract = read_osm(write(tmp_path / "a.osm", NODES, ways, node_tags=node_tags))
    kinds = dict(zip(extract.ways.id.tolist(), extract.ways.kind.tolist(), strict=True))
    assert kinds == {10: STREET, 11: STREET, 12: RAIL, 14: WATER, 17: STREET, 20: STREET}
    assert extract.node_id.tolist() == [1, 2, 3, 4, 5]
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
