"""Codes: every error, warning, fault and finding has one, and the docs list them all."""

import ast
import re
import runpy

import pytest
from sources import ROOT, offenders, tree

from grensgeo.notes import wordings

WRITTEN = runpy.run_path(str(ROOT / "docs" / "write_codes.py"))
CODES = WRITTEN["codes"]()


@pytest.fixture(scope="module")
def sites():
    return WRITTEN["sites"]()


def told(sites):
    return [f"{site.file.relative_to(ROOT)}:{site.line}: {site.text}" for site in sites]


def test_every_place_says_its_code_where_it_says_its_sentence(sites):
    assert len(sites) > 900
    assert told(site for site in sites if site.code == "") == []


def test_codes_are_words_and_findings_those_of_the_validator(sites):
    shapes = {True: r"[a-z0-9]+(_[a-z0-9]+)*", False: r"[a-z0-9]+(-[a-z0-9]+)*"}
    wrong = [
        site
        for site in sites
        if site.code and not re.fullmatch(shapes[site.kind.startswith("finding")], site.code)
    ]
    assert told(wrong) == []


def test_every_code_has_a_meaning_and_every_meaning_is_said(sites):
    said = {site.code for site in sites if site.code and not site.kind.startswith("finding")}
    assert sorted(said - set(CODES)) == []
    assert sorted(set(CODES) - said) == []
    assert set(CODES) & set(wordings()) == set()


def is_one_line(meaning):
    ends = meaning[0].isupper() and meaning.endswith(".")
    return ends and "\n" not in meaning and len(meaning) <= 160


def test_a_meaning_is_one_line_of_whole_sentences():
    assert {code: said for code, said in CODES.items() if not is_one_line(said)} == {}
    for wrong in ("no capital.", "No end", "Two\nlines.", "Long " * 40 + "."):
        assert not is_one_line(wrong)


def test_the_page_is_that_of_the_source(sites):
    """`make docs` writes it."""
    page = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    assert page == WRITTEN["codes_text"](sites)


def bare_warnings(parsed):
    """List the lines on which something else than a warning of ours, made before, is told."""
    return [
        call.lineno
        for call in ast.walk(parsed)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "warn"
        if ast.unparse(call.func) == "warnings.warn"
        if "DeprecationWarning" not in ast.unparse(call)
        if len(call.args) > 1 or "GrensgeoWarning" not in ast.unparse(call.args[0])
    ]


def test_a_warning_is_made_with_its_code():
    assert offenders(lambda file: bare_warnings(tree(file))) == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("warnings.warn(GrensgeoWarning('a-code', f'{n} rows'), stacklevel=2)", []),
        ("warnings.warn('it moved', DeprecationWarning, stacklevel=2)", []),
        ("x = 1\nwarnings.warn('rows are left out', stacklevel=2)", [2]),
        ("warnings.warn('rows are left out', GrensgeoWarning)", [1]),
        ("def f():\n    warnings.warn(UserWarning('rows are left out'))", [2]),
    ],
)
def test_a_warning_without_its_code_is_seen(source, lines):
    assert bare_warnings(ast.parse(source)) == lines
