import re

import pytest
from toyregion import SOURCE, toy_isochrones, toy_reach, toy_region

from grensgeo import maps, words
from grensgeo.errors import FileError, InputError
from grensgeo.notes import Note, stated
from grensgeo.provenance import Provenance
from grensgeo.words import LANGUAGES


def test_a_map_never_changes():
    empty = maps.Map(toy_region())
    full = empty.add(toy_reach()).add(toy_isochrones())
    assert empty.topics == ()
    assert [view.kind for view in full.topics] == ["reach", "isochrones"]
    table = toy_reach()[["id", "country", "cutoff_min", "closed", "open", "border_effect", "mode"]]
    table = table.drop_duplicates()  # what it was by country of destination
    assert empty.add(table).topics[0].kind == "border_effect"


def test_equal_input_gives_equal_bytes(tmp_path):
    first = maps.reach_map(toy_region(), toy_reach()).save(tmp_path / "a.html")
    second = maps.reach_map(toy_region(), toy_reach()).save(tmp_path / "b.html")
    assert first.read_bytes() == second.read_bytes()
    other = toy_reach().sample(frac=1, random_state=1)
    assert maps.reach_map(toy_region(), other).html() == first.read_text(encoding="utf-8")


def test_the_file_links_to_nothing():
    text = maps.reach_map(toy_region(), toy_reach()).html()
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=(?!\"data:,\")", text)
    assert "@import" not in text
    assert "jquery" not in text.lower()


def test_a_schematic_network_is_always_said():
    drawing = maps.reach_map(toy_region(), toy_reach(), provenance=Provenance(schematic=True))
    assert drawing.notes() == [Note("schematic-times")]
    assert Note("schematic-times") in drawing.sources().notes
    own = Provenance(notes=(Note("schematic"),), schematic=True)
    assert maps.reach_map(toy_region(), toy_reach(), provenance=own).notes() == [Note("schematic")]


def test_notes_are_shown_where_they_concern_the_map():
    jobs, bus, students = (
        stated(text, brief=dict.fromkeys(LANGUAGES, text.upper()), concerns=[about])
        for text, about in (("some jobs", "jobs"), ("no bus", "transit"), ("few", "students"))
    )
    found = Provenance(notes=(jobs, bus, students, "Something else."))
    assert maps.reach_map(toy_region(), toy_reach(), provenance=found).notes() == [jobs]
    drawing = maps.reach_map(toy_region(), toy_reach(modes=["transit"]), provenance=found)
    assert drawing.notes() == [jobs, bus]
    assert "Something else." in drawing.html()


def test_sources_of_region_and_table_are_joined():
    drawing = maps.reach_map(toy_region(), toy_reach(), provenance=Provenance(sources=(SOURCE,)))
    assert drawing.sources().sources == (SOURCE,)
    assert "© Nobody" in drawing.html()


def test_titles():
    assert maps.reach_map(toy_region(), toy_reach()).heading() == words.text("pages.title.reach")
    assert maps.Map(toy_region(), title={"nl": "Kaart"}).heading()["de"] == "Kaart"
    asked = maps.isochrone_map(toy_region(), toy_isochrones()).heading()["nl"]
    assert asked == "Hoe ver kom je in 15 of 30 minuten?"


def test_tiles_are_off_unless_asked_for():
    tiles = maps.Tiles("https://tiles.example.org/{z}/{x}/{y}.png", "© Tiles")
    text = maps.reach_map(toy_region(), toy_reach(), tiles=tiles).html()
    assert "img-src data: https://tiles.example.org;" in text
    assert "© Tiles" in text
    assert "img-src data:;" in maps.reach_map(toy_region(), toy_reach()).html()
    with pytest.raises(InputError, match="no address"):
        maps.Map(toy_region(), tiles=maps.Tiles("javascript:alert(1)", ""))


def test_faults_are_named(tmp_path):
    with pytest.raises(InputError, match="the map is empty"):
        maps.Map(toy_region()).html()
    with pytest.raises(InputError, match="language 'fr' is not known; use nl, de, en"):
        maps.Map(toy_region(), language="fr")
    with pytest.raises(InputError, match="columns country, id cannot be put on a map"):
        maps.Map(toy_region()).add(toy_reach()[["id", "country"]])
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="is a file; choose another folder"):
        maps.reach_map(toy_region(), toy_reach()).save(tmp_path / "file" / "a.html")


def test_a_notebook_shows_the_map_in_a_frame():
    shown = maps.reach_map(toy_region(), toy_reach())._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts"')
    assert "<script" not in shown
