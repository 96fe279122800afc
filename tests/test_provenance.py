import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import FileError, InputError
from grensgeo.provenance import (
    METADATA,
    Provenance,
    Source,
    provenance_of,
    read_json,
    write_json,
)

CBS = Source("cbs", "Gemeenten", "CC-BY-4.0", "CBS", reference_date="2022")
BKG = Source("bkg", "Gemeinden", "dl-de/by-2-0", "© GeoBasis-DE / BKG")
OSM = Source("osm", "OpenStreetMap", "ODbL-1.0", "© OpenStreetMap contributors")

words = st.text(min_size=1, max_size=5)
sources = st.builds(Source, words, words, words, words)
provenances = st.builds(
    Provenance,
    sources=st.lists(sources, max_size=4, unique=True).map(lambda s: tuple(sorted(s))),
    notes=st.lists(words, max_size=3, unique=True).map(tuple),
    schematic=st.booleans(),
)


def test_uniting_keeps_each_source_and_note_once():
    one = Provenance((OSM, CBS), ("a", "b"))
    two = Provenance((BKG, CBS), ("b", "c"), schematic=True)
    both = one | two
    assert both.sources == (BKG, CBS, OSM)
    assert both.notes == ("a", "b", "c")
    assert both.schematic
    assert not one.schematic


@given(provenances, provenances, provenances)
def test_law_uniting_is_associative_and_loses_nothing(a, b, c):
    assert (a | b) | c == a | (b | c)
    assert a | a == a
    assert a | Provenance() == a
    assert set((a | b).sources) == {*a.sources, *b.sources}
    assert (a | b).schematic == (b | a).schematic


@given(provenances)
def test_law_writing_and_reading_give_the_same(provenance):
    text = json.dumps(provenance.to_dict())
    assert Provenance.from_dict(json.loads(text)) == provenance


def test_attributions_stand_once_in_order():
    twin = Source("cbs-2", "Buurten", "CC-BY-4.0", "CBS")
    assert Provenance((BKG, CBS, twin, OSM)).attributions() == (
        "© GeoBasis-DE / BKG",
        "CBS",
        "© OpenStreetMap contributors",
    )


def test_nothing_is_known_of_nothing():
    assert Provenance.from_dict({}) == Provenance()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            {"source_id": "x"},
            r"source 'x': .*missing fields \['attribution', 'licence', 'title'\]",
        ),
        (CBS.__dict__ | {"license": "y"}, r"source 'cbs': unknown fields \['license'\]"),
        ({}, "missing fields"),
    ],
)
def test_sources_that_lack_a_field_are_refused(source, message):
    with pytest.raises(InputError, match=message):
        Provenance.from_dict({"sources": [source]})


def test_a_manifest_is_the_same_bytes_each_time(tmp_path):
    write_json({"b": 1, "a": "ü"}, tmp_path / "one.json")
    write_json({"a": "ü", "b": 1}, tmp_path / "two.json")
    content = (tmp_path / "one.json").read_bytes()
    assert content == (tmp_path / "two.json").read_bytes()
    assert content == '{\n "a": "ü",\n "b": 1\n}\n'.encode()
    assert read_json(tmp_path / "one.json") == {"a": "ü", "b": 1}


def test_a_manifest_holds_no_nan(tmp_path):
    with pytest.raises(ValueError, match="JSON compliant"):
        write_json({"a": float("nan")}, tmp_path / "x.json")
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "not a JSON file"),
        (b"", "not a JSON file"),
        (b"\xff\xfe", "not a JSON file"),
        (b"[1]", "expected a JSON object, found list"),
    ],
)
def test_a_file_that_is_no_manifest_is_named(tmp_path, content, message):
    path = tmp_path / "manifest.json"
    path.write_bytes(content)
    with pytest.raises(FileError, match=message) as caught:
        read_json(path)
    assert str(path) in str(caught.value)


def test_what_rests_on_a_source_is_united():
    source = Source("s", "S", licence="CC0-1.0", attribution="S")
    streets, lines = (Provenance((source.on(part),)) for part in ("streets", "timetables"))
    both = (streets | lines).sources
    assert [one.bears_on for one in both] == ["streets;timetables"]
    # where one does not know, any figure may rest on it
    assert (Provenance((source,)) | lines).sources == (source,)
    assert source.on("outlines", ["NL"]).on("outlines").bears_on == "outlines"
    assert "bears_on" not in source.to_dict()


def test_what_nothing_rests_on_is_refused():
    told = {"source_id": "s", "title": "S", "licence": "CC0-1.0", "attribution": "S"}
    with pytest.raises(InputError, match=r"bears_on names roads; write outlines"):
        Provenance.from_dict({"sources": [told | {"bears_on": "roads:NL;streets"}]})


def test_a_manifest_that_is_not_there(tmp_path):
    with pytest.raises(FileError, match=r"none\.json: no such file"):
        read_json(tmp_path / "none.json")


@pytest.mark.parametrize("told", [b"{", b"\xff", b'{"a":' * 100_000])
def test_what_a_file_says_of_itself_may_be_damaged(tmp_path, told):
    table = pa.table({"a": [1]}).replace_schema_metadata({METADATA: told})
    pq.write_table(table, tmp_path / "t.parquet")
    with pytest.raises(FileError, match="cannot be read as parquet"):
        provenance_of(tmp_path / "t.parquet")


def test_what_holds_neither_sources_nor_notes_is_no_provenance():
    with pytest.raises(InputError, match="holds error, and neither sources nor notes"):
        Provenance.from_dict({"error": {"code": 404}})
    with pytest.raises(InputError, match="sources is 'cbs', expected a list"):
        Provenance.from_dict({"sources": "cbs"})
    assert Provenance.from_dict({}) == Provenance()
