"""Codes: every error, warning, fault and finding has one, and the docs list them all."""

import ast
import re
import runpy
from pathlib import Path

import pytest

from grensgeo.notes import wordings

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = runpy.run_path(str(ROOT / "docs" / "write_codes.py"))
SITES = WRITTEN["sites"]()
CODES = WRITTEN["codes"]()
FILES = sorted((ROOT / "grensgeo").rglob("*.py"))


def told(sites):
    return [f"{site.file.relative_to(ROOT)}:{site.line}: {site.text}" for site in sites]


def test_every_place_says_its_code_where_it_says_its_sentence():
    assert len(SITES) > 900
    assert told(site for site in SITES if site.code == "") == []


def test_codes_are_words_and_findings_those_of_the_validator():
    shapes = {True: r"[a-z0-9]+(_[a-z0-9]+)*", False: r"[a-z0-9]+(-[a-z0-9]+)*"}
    wrong = [
        site
        for site in SITES
        if site.code and not re.fullmatch(shapes[site.kind.startswith("finding")], site.code)
    ]
    assert told(wrong) == []


def test_every_code_has_a_meaning_and_every_meaning_is_said():
    said = {site.code for site in SITES if site.code and not site.kind.startswith("finding")}
    assert sorted(said - set(CODES)) == []
    assert sorted(set(CODES) - said) == []
    assert set(CODES) & set(wordings()) == set()


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_meaning_is_one_line_of_whole_sentences(code):
    meaning = CODES[code]
    assert meaning[0].isupper()
    assert meaning.endswith(".")
    assert "\n" not in meaning
    assert len(meaning) <= 160


def test_the_page_is_that_of_the_source():
    """`make docs` writes it."""
    page = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    assert page == WRITTEN["codes_text"]()


def warned(call):
    return ast.unparse(call.func) == "warnings.warn" and "DeprecationWarning" not in ast.unparse(
        call
    )


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_warning_is_made_with_its_code(file):
    calls = [n for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.Call)]
    bare = [
        call
        for call in calls
        if warned(call) and "GrensgeoWarning" not in ast.unparse(call.args[0])
    ]
    assert [call.lineno for call in bare] == []
    assert [call.lineno for call in calls if warned(call) and len(call.args) > 1] == []
