"""Notes: a code, values, and words in three languages."""

import copy
import pickle
import string
from pathlib import Path

import pytest

from grensgeo import notes
from grensgeo.errors import InputError, some
from grensgeo.notes import STATED, Note, read_note, stated, wordings
from grensgeo.provenance import Provenance
from grensgeo.words import LANGUAGES, fill

CODES = sorted(set(wordings()) - {STATED})


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def is_whole(wording):
    """Tell whether a note has words in every language, with the same places to fill in."""
    words = wording.words
    return (
        set(words) == set(LANGUAGES)
        and all(text.strip() for text in words.values())
        and len({frozenset(places(text)) for text in words.values()}) == 1
        and all(
            set(told) == set(LANGUAGES) and not any(places(text) for text in told.values())
            for told in (wording.brief, wording.short)
            if told is not None
        )
    )


def test_every_note_has_words_in_every_language_with_the_same_places():
    assert [code for code in CODES if not is_whole(wordings()[code])] == []


def test_every_note_is_said_somewhere():
    root = Path(notes.__file__).parent
    code = "\n".join(file.read_text(encoding="utf-8") for file in root.rglob("*.py"))
    assert [name for name in CODES if f'"{name}"' not in code] == []


def test_a_note_is_its_english_sentence_and_comes_back_from_a_file():
    note = Note("extract-ends")
    assert note.startswith("The data end at the edge")
    for again in (read_note(note.to_dict()), pickle.loads(pickle.dumps(note)), copy.copy(note)):
        assert (again, again.code, again.values) == (note, note.code, note.values)


def test_a_sentence_of_the_users_own_keeps_its_words_and_braces():
    assert stated("no {ferries}").texts() == dict.fromkeys(LANGUAGES, "no {ferries}")
    assert stated({"nl": "zonder pont", "en": "no ferry"}).text("de") == "no ferry"
    assert Provenance(notes=("a", "b")).told()[1].code == STATED
    assert read_note("as older files hold it").text("nl") == "as older files hold it"


def test_a_note_of_another_version_keeps_its_sentence():
    note = read_note({"code": "no-such", "values": {}, "text": "It was so."})
    assert (note.code, note.text("de")) == (STATED, "It was so.")
    with pytest.raises(InputError, match="neither a sentence nor a record"):
        read_note(3)
    with pytest.raises(InputError, match="no code that is known"):
        read_note({"code": "no-such"})


def test_a_code_without_words_is_refused():
    with pytest.raises(KeyError):
        Note("no-such")


def test_a_sentence_of_ones_own_may_say_what_it_concerns():
    short = {"nl": "kort", "de": "kurz", "en": "short"}
    note = read_note(stated("Long.", brief=short, concerns=["jobs"]).to_dict())
    assert (note, note.brief, note.short, note.concerns) == ("Long.", short, short, ("jobs",))
    assert note.on_map
    assert not stated("Long.").on_map
    assert stated("Long.").brief == dict.fromkeys(LANGUAGES, "Long.")


def test_numbers_stand_as_each_language_writes_them():
    values = {"n": 12345, "share": 0.5, "year": "2022"}
    assert fill("{n} {share} {year}", values, "nl") == "12.345 0,5 2022"
    assert fill("{n} {share:.2f} {year}", values, "en") == "12,345 0.50 2022"


def test_a_list_that_was_cut_says_so_in_every_language():
    note = Note("feed.region-partial", n=7, names=some("abcdefg"))
    assert note.text("en").count("(7 in all)") == note.text("de").count("(insgesamt 7)")
    assert "in all" not in note.text("nl")


def test_what_is_counted_is_called_by_its_term():
    note = Note("region.shared-by-inhabitants", what="jobs", n=41)
    assert note.text("nl").startswith("banen: aantallen")
    assert note.text("de").startswith("Arbeitsplätze: ")
    own = Note("region.shared-by-inhabitants", what="harbours", n=41)
    assert own.text("nl").startswith("harbours: ")
