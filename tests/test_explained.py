"""What each code means, told by the library and by `grensgeo explain`."""

import re

import pytest
from sources import PACKAGE, text

from grensgeo import cli
from grensgeo.errors import InputError
from grensgeo.explained import explain, meanings
from grensgeo.notes import wordings

#: Kinds of values of which a file may hold one that is none: the code is put together.
WRITTEN_WRONG = {f"invalid_{kind}" for kind in ("time", "date", "whole", "number", "lat", "lon")}


def test_every_finding_that_is_made_has_a_meaning_and_no_other():
    made = set()
    for file in sorted((PACKAGE / "gtfs").rglob("*.py")):
        made |= set(re.findall(r'"([a-z]+(?:_[a-z]+)+)"', text(file)))
    assert sorted(set(meanings("findings")) - made - WRITTEN_WRONG) == []


@pytest.mark.parametrize("kind", ["codes", "findings"])
def test_a_meaning_is_a_line_of_whole_sentences(kind):
    wrong = {
        code: said
        for code, said in meanings(kind).items()
        if not (said[0].isupper() and said.endswith(".") and "\n" not in said and len(said) <= 160)
    }
    assert wrong == {}


def test_a_code_is_explained_as_what_it_is(capsys):
    assert cli.main(["explain", "folder-missing", "swapped_coordinates"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("folder-missing: error or warning: There is no such folder.")
    assert "degrees north in stop_lat" in said[1]


def test_a_note_is_explained_in_the_language_asked_for(capsys):
    code = "extract-ends"
    assert cli.main(["explain", code, "--language", "de"]) == 0
    assert capsys.readouterr().out.strip().endswith(wordings()[code].words["de"])


def test_an_unknown_code_is_told_with_the_nearest():
    with pytest.raises(InputError, match="nearest is folder-missing") as told:
        explain("folder-mising")
    assert told.value.code == "code-unknown"


def test_meanings_cannot_be_changed():
    with pytest.raises(TypeError):
        meanings("codes")["folder-missing"] = "nothing"
