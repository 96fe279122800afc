"""The notes of the sample, and of its study, are told in three languages on every page."""

import json
import re
from pathlib import Path

import pytest

from grensgeo.notes import read_note
from grensgeo.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
MANIFESTS = sorted((ROOT / "data" / "sample").rglob("manifest.json"))
PAGES = sorted((ROOT / "maps").glob("*.html"))


def notes_within(value):
    """List the notes of a manifest, wherever they stand."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from held if name == "notes" else notes_within(held)
    elif isinstance(value, list):
        for one in value:
            yield from notes_within(one)


def texts_within(value):
    """List what a page tells of notes: words by language."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            yield value
        else:
            for held in value.values():
                yield from texts_within(held)
    elif isinstance(value, list):
        for one in value:
            yield from texts_within(one)


def fallen_back(texts):
    """List the sentences that one language has from another."""
    return [text["en"] for text in texts if len({*text.values()}) < len(LANGUAGES)]


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda p: p.parent.name)
def test_every_note_of_the_sample_is_in_three_languages(path):
    notes = list(notes_within(json.loads(path.read_text("utf-8"))))
    told = [read_note(note) for note in notes]
    texts = [text for note in told for text in (note.texts(), note.brief, note.short)]
    assert fallen_back(texts) == []


def test_the_sample_has_notes():
    found = [x for path in MANIFESTS for x in notes_within(json.loads(path.read_text("utf-8")))]
    assert len(found) > 20


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_no_note_on_a_page_falls_back_to_another_language(path):
    (data,) = re.findall(
        r'<script type="application/json" id="grensgeo-data">(.*?)</script>',
        path.read_text("utf-8"),
        flags=re.DOTALL,
    )
    page = json.loads(data)
    told = {name: page[name] for name in ("strip", "notes", "warnings") if name in page}
    told |= {"texts": page.get("texts", {}).get("notes", {})}
    texts = list(texts_within(told))
    assert texts or path.stem == "index"  # what was found has its caveats, and no notes
    assert fallen_back(texts) == []


def test_a_note_that_falls_back_is_found():
    assert fallen_back([{"nl": "a", "de": "b", "en": "c"}, {"nl": "x", "de": "y", "en": "x"}]) == [
        "x"
    ]
