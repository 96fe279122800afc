"""Places of nodes are read from every kind of file alike, block by block."""

import numpy as np
import osmium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import FileError
from grensgeo.osm.extract_files import Extract
from grensgeo.osm.extracts import read_osm
from grensgeo.osm.node_places import _dense, node_places

PLACES = {
    -4: (6.89, 52.22),
    7: (-71.06, 42.36),
    8: (151.2, -33.87),
    2**40: (6.8937001, 52.2299999),
}
KINDS = (
    "pbf",
    "pbf,pbf_dense_nodes=false",
    "pbf,pbf_compression=none",
    "pbf,pbf_compression=none,pbf_dense_nodes=false",
    "pbf,add_metadata=false",
    "xml",
    "opl",
)


def write(path, places, kind="pbf", ways=()):
    with osmium.SimpleWriter(osmium.io.File(str(path), kind)) as writer:
        for node, place in places.items():
            writer.add_node(osmium.osm.mutable.Node(id=node, location=place, version=1))
        for way, refs in ways:
            tags = {"highway": "residential"}
            writer.add_way(osmium.osm.mutable.Way(id=way, nodes=refs, tags=tags, version=1))
    return path


def found(path):
    rows = {}
    for ids, x, y in node_places(Extract.of(path)):
        assert (ids.dtype, x.dtype, y.dtype) == (np.int64, np.int32, np.int32)
        rows |= dict(zip(ids.tolist(), zip(x.tolist(), y.tolist(), strict=True), strict=True))
    return rows


def units(places):
    return {node: (round(x * 1e7), round(y * 1e7)) for node, (x, y) in places.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_gives_the_same_places(tmp_path, kind):
    name = {"xml": "a.osm", "opl": "a.opl"}.get(kind, "a.osm.pbf")
    assert found(write(tmp_path / name, PLACES, kind)) == units(PLACES)


def test_a_file_without_nodes_has_none(tmp_path):
    assert found(write(tmp_path / "a.osm.pbf", {}, ways=[(1, [1, 2])])) == {}


def test_nodes_after_many_that_are_packed_may_be_plain(tmp_path):
    """A file of two parts: the second is written another way, as tools that append do."""
    one, two = tmp_path / "one.osm.pbf", tmp_path / "two.osm.pbf"
    write(one, {1: (7.0, 52.0), 2: (7.1, 52.1)})
    write(two, {3: (7.2, 52.2)}, "pbf,pbf_dense_nodes=false")
    both = tmp_path / "both.osm.pbf"
    both.write_bytes(one.read_bytes() + after_header(two.read_bytes()))
    assert found(both) == units({1: (7.0, 52.0), 2: (7.1, 52.1), 3: (7.2, 52.2)})


def after_header(data):
    """Give what follows the first block; of its header the last byte is the block's size."""
    header = int.from_bytes(data[:4], "big")
    assert data[4 + header - 2] == 0x18, "the size of the block is its last field, of one byte"
    return data[4 + header + data[4 + header - 1] :]


def test_a_deleted_node_has_no_place(tmp_path):
    path = tmp_path / "a.osm.pbf"
    with osmium.SimpleWriter(osmium.io.File(str(path), "pbf")) as writer:
        writer.add_node(osmium.osm.mutable.Node(id=1, location=(7.0, 52.0), version=1))
        writer.add_node(osmium.osm.mutable.Node(id=2, version=3, visible=False))
    assert found(path) == units({1: (7.0, 52.0)})


def test_a_pbf_that_ends_within_a_block_is_named(tmp_path):
    nodes = {n: (7 + n / 1e4, 52 + (n * n % 1000) / 1e4) for n in range(1, 2000)}
    path = write(tmp_path / "a.osm.pbf", nodes, ways=[(1, [1, 2])])
    data = path.read_bytes()
    for share in (0.5, 0.9):
        path.write_bytes(data[: int(share * len(data))])
        with pytest.raises(FileError, match=r"a\.osm\.pbf"):
            read_osm(path)


@given(
    st.dictionaries(
        st.integers(-(2**62), 2**62),
        st.tuples(
            st.integers(-1_800_000_000, 1_800_000_000), st.integers(-(9 * 10**8), 9 * 10**8)
        ),
        max_size=20,
    )
)
def test_any_id_and_place_is_read_as_it_was_written(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("drawn") / "a.osm.pbf"
    write(path, {node: (x / 1e7, y / 1e7) for node, (x, y) in rows.items()})
    assert found(path) == rows


def test_a_block_with_more_ids_than_places_is_damaged():
    def field(number, data):
        return bytes([number << 3 | 2, len(data)]) + data

    nodes = field(1, bytes([2, 2])) + field(8, bytes([2])) + field(9, bytes([2]))
    with pytest.raises(EOFError, match="other numbers of ids than of places"):
        list(_dense(field(2, field(2, nodes))))


def test_a_field_of_another_kind_is_damaged():
    with pytest.raises(EOFError, match="a number in place of a list"):
        list(_dense(bytes([2 << 3, 1])))
    with pytest.raises(EOFError, match="a list in place of a number"):
        list(_dense(bytes([(17 << 3 & 127) | 2 | 128, 1, 0])))
