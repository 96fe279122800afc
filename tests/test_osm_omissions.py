"""What of OpenStreetMap's data is left out, counted."""

from osm_files import osm_xml

from grensgeo.osm.extracts import read_osm
from grensgeo.osm.meanings import read_meanings
from grensgeo.osm.omissions import note_ways, noted


def test_a_note_counts_and_names_one():
    (note,) = noted("streets.class-unknown", {12: ("lane",), -3: ("lane",), 7: ("alley",)})
    assert (note.code, dict(note.values)["n"], dict(note.values)["example"]) == (
        "streets.class-unknown",
        3,
        "7",
    )
    assert dict(note.values)["values"] == "alley, lane"
    assert noted("streets.class-unknown", {}) == []


def test_many_values_are_not_all_written_out():
    (note,) = noted("streets.class-unknown", {k: (f"v{k}",) for k in range(9)})
    assert dict(note.values)["values"] == "v0, v1, v2, v3 …"


def test_ways_with_tags_that_nobody_knows(tmp_path):
    path = tmp_path / "odd.osm"
    road = {"highway": "residential"}
    ways = [
        (1, [1, 2], {**road, "access": "perhaps"}),
        (2, [1, 2], {"highway": "towpath"}),
        (3, [1, 2], {"highway": "proposed"}),  # no street yet: nobody misses it
        (4, [1, 2], {**road, "maxspeed": "soon"}),
    ]
    path.write_text(osm_xml({1: (0, 0), 2: (100, 0)}, ways))
    extract = read_osm([path])
    meanings = read_meanings(extract.tag_sets)
    notes = note_ways(extract, highway=meanings.highway, unread_limits=meanings.unread)
    assert {note.code: dict(note.values)["example"] for note in notes} == {
        "streets.access-unread": "1",
        "streets.class-unknown": "2",
        "streets.limits-unread": "4",
    }
