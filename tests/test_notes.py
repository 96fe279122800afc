"""Notes: a code, values, and words in three languages."""

import copy
import pickle
import string

import pytest

from grensgeo.errors import InputError
from grensgeo.notes import LANGUAGES, STATED, Note, _Numbers, read_note, stated, wordings
from grensgeo.provenance import Provenance

CODES = sorted(set(wordings()) - {STATED})


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_every_note_has_words_in_every_language_with_the_same_places(code):
    words = wordings()[code].words
    assert set(words) == set(LANGUAGES)
    assert all(text.strip() for text in words.values())
    assert len({frozenset(places(text)) for text in words.values()}) == 1, words
    brief = wordings()[code].brief
    if brief is not None:
        assert set(brief) == set(LANGUAGES)
        assert not any(places(text) for text in brief.values())


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


def test_numbers_stand_as_each_language_writes_them():
    assert _written_in("nl", n=12345, share=0.5) == "12.345 0,5"
    assert _written_in("en", n=12345, share=0.5) == "12,345 0.5"


def _written_in(language, **values):
    return _Numbers(language).vformat("{n} {share}", (), values)
