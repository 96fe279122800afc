"""Words: three languages each, one name for a thing, none that nobody says, none in the code."""

import ast
import re
from functools import cache

import pytest
from sources import MODULES, PACKAGE, offenders, tree

from grensgeo import words
from grensgeo.maps import page
from grensgeo.maps.offer_page import OF_ATLAS
from grensgeo.words import LANGUAGES

SOURCES = PACKAGE.parent / "js" / "src"
FILES = words.names("", "notes")
SCRIPTS = {
    "pages": [*SOURCES.glob("pages/*.js"), *SOURCES.glob("shared/*.js")],
    "atlas": [*SOURCES.glob("atlas/*.js"), *SOURCES.glob("shared/*.js")],
    "offers": [*SOURCES.glob("offers/*.js"), *SOURCES.glob("shared/*.js")],
}
TERMS = words.read(
    '[thing.job]\nnl = "baan"\nde = "Stelle"\nen = "job"\n', where="terms.toml", terms={}
)


def entry(**told):
    return "[said]\n" + "\n".join(f'{name} = "{text}"' for name, text in told.items())


def script(files):
    return "\n".join(file.read_text("utf-8") for file in files)


def test_every_word_stands_in_every_language():
    wrong = [
        f"{file}.{key}"
        for file in FILES
        for key, entry in words.entries(file).items()
        if set(entry.text()) != set(LANGUAGES) or any(x.strip() != x for x in entry.texts)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("toml", "wrong"),
    [
        (entry(nl="een", de="ein"), "has de, nl; write nl, de, en"),
        (entry(nl="een", de="ein", en="one", fr="un"), "has de, en, fr, nl"),
        (entry(nl="een", de="", en="one"), "write nl, de, en"),
        (entry(nl="{n} een", de="{n} ein", en="one"), "filled in otherwise"),
        (entry(nl="{n:.1f}", de="{m:.1f}", en="{n}"), "filled in otherwise"),
        (entry(nl="{thing.jobs}", de="x", en="x"), "{thing.jobs} is no term"),
        ('nl = "een"\n', "nl stands in no entry"),
    ],
)
def test_faulty_words_are_told(toml, wrong):
    with pytest.raises(KeyError, match=re.escape(wrong)):
        words.read(toml, where="toy.toml", terms=TERMS)


def test_terms_are_filled_in_and_given_capitals():
    toml = entry(nl="{n} {thing.job}", de="{n}, {Thing.job}", en="{Thing.job} {n}")
    (said,) = words.read(toml, where="toy.toml", terms=TERMS).values()
    assert said.texts == ("{n} baan", "{n}, Stelle", "Job {n}")


def test_what_is_asked_for_can_be_changed_and_the_words_stay():
    found = words.texts("terms.mode")
    found["car"]["nl"] = "kar"
    found.pop("walk")
    assert words.text("terms.mode.car")["nl"] == "auto"
    assert "walk" in words.texts("terms.mode")


def test_users_words_take_the_place_of_missing_ones():
    assert words.in_every_language({"nl": "Plan"}) == dict.fromkeys(LANGUAGES, "Plan")
    assert words.in_every_language({"nl": "A", "en": "B"})["de"] == "B"


@pytest.mark.parametrize(
    ("name", "file"), [("pages", "placements"), ("atlas", "atlas"), ("offers", "offers")]
)
def test_every_text_that_a_page_asks_for_exists(name, file):
    asked = set(re.findall(r'\bt\("(\w+)"[,)]', script(SCRIPTS[name])))
    assert len(asked) > 20
    borrowed = {*OF_ATLAS, "place_hint"} if name == "offers" else set()
    assert asked <= set(page.texts(file, countries=())) | borrowed


def test_every_mode_reads_as_a_choice_and_in_a_sentence():
    assert set(words.texts("terms.mode")) == set(words.texts("terms.by"))


# --- one name for a thing


def test_a_thing_has_one_name():
    """What can be reached is called by its term alone, in every text and every language."""
    others = {
        "leerplaats", "leerwerkplek", "leerwerkplaats", "opleidingsplaats", "lehrstelle",
        "ausbildungsstelle", "studieplaats", "studienplatz", "studienplätze", "studentenplaats",
        "student place", "stageplek", "stage place", "praktikumsstelle", "arbeidsplaats",
        "arbeitsstelle", "vestigingsplaats",
    }  # fmt: skip
    files = [*(PACKAGE / "words").rglob("*.toml"), *(PACKAGE.parent / "data").rglob("notes.toml")]
    for file in files:
        text = file.read_text("utf-8").lower()
        text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        assert [name for name in others if name in text] == [], file


def test_terms_are_named_in_one_place():
    """No text holds the words of what can be reached but through their term."""
    files = [PACKAGE / "words" / f"{file}.toml" for file in ("pages", "atlas", "placements")]
    said = "\n".join(file.read_text("utf-8") for file in [*files, PACKAGE / "words/monitor.toml"])
    for name in ("jobs", "apprenticeships", "students", "internships", "startups"):
        for word in words.text(f"terms.opportunity.{name}").values():
            pattern = rf"\b{re.escape(word)}\b"
            lines = [x for x in said.splitlines() if re.search(pattern, x, re.IGNORECASE)]
            assert [x for x in lines if not x.startswith("#") and f".{name}}}" not in x] == []


def test_a_term_has_a_name_of_its_own_in_each_language():
    for section in ("mode", "by", "opportunity", "listing", "sector", "border", "country"):
        for language in LANGUAGES:
            told = [text[language] for text in words.texts(f"terms.{section}").values()]
            assert len(told) == len(set(told)), section


# --- each is said


@cache
def texts_of_code():
    """Return what is quoted in the code, and the beginnings to which something is joined."""
    quoted, stems = set(), set()
    for node in (node for path in MODULES for node in ast.walk(tree(path))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            quoted.add(node.value)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            stems.add(node.values[0].value)
    code = script(SOURCES.rglob("*.js"))
    quoted |= set(re.findall(r'"([\w.]+)"', code))
    stems |= set(re.findall(r'"(\w+_)" \+', code)) | set(re.findall(r"`(\w+_)\$\{", code))
    pages = script((PACKAGE / "maps" / "templates").glob("*.html"))
    quoted |= set(re.findall(r'"([\w.]+)"', pages))
    stems |= set(re.findall(r'"(\w+_)" ~', pages))
    return quoted, {stem for stem in stems if len(stem) > 2}


def unsaid(file):
    """List the words of a file that nobody says."""
    quoted, stems = texts_of_code()
    dead = []
    for key in words.entries(file):
        # what ends in _in_one or _in_many takes the place of the text that is asked for
        key_asked = key.removesuffix("_in_one").removesuffix("_in_many")
        section, _, name = key_asked.rpartition(".")
        paths = {f"{file}.{key_asked}", f"{file}.{key}", f"{file}.{section}"}
        if section == "text":
            # as it is, by its beginning, or by a control or question and what is chosen of it
            said = bool({name, *paths} & quoted)
            said |= any(name.startswith(stem) for stem in stems)
            said |= {*name.partition("_")[::2]} <= quoted
        elif file == "terms" and section in {"border", "say"}:
            said = any(f"{{{section}.{name}}}" in text for text in terms_named())
            said |= f"{file}.{key}" in quoted
        else:
            said = bool(paths & quoted) or any(
                path.startswith(stem) for path in paths for stem in stems if stem.startswith(file)
            )
        if not said:
            dead.append(f"{file}.{key}")
    return dead


def test_every_word_is_said_somewhere():
    assert [key for file in words.names("") for key in unsaid(file)] == []


def terms_named():
    for file in (PACKAGE / "words").glob("*.toml"):
        yield re.sub(r"\{([A-Z])", lambda m: "{" + m[1].lower(), file.read_text("utf-8"))


# --- none in the code


def worded(parsed):
    """List where a dictionary holds words by language."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            held = [v for v in node.values if isinstance(v, ast.Constant | ast.JoinedStr)]
            text = any(isinstance(v, ast.JoinedStr) or isinstance(v.value, str) for v in held)
            if text and len({*keys} & {*LANGUAGES}) > 1:
                yield node.lineno


def test_no_sentence_of_another_language_stands_in_the_code():
    assert offenders(lambda path: list(worded(tree(path)))) == {}


def test_the_search_for_words_in_the_code_finds_them():
    assert list(worded(ast.parse('x = {"nl": "een", "de": f"{n}", "en": "one"}'))) == [1]
    assert list(worded(ast.parse('x = {"nl": 3, "de": table["de"]}'))) == []


def test_the_languages_stand_in_one_place():
    found = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in MODULES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Tuple | ast.List | ast.Set)
        and {x.value for x in node.elts if isinstance(x, ast.Constant)} == {*LANGUAGES}
    ]
    assert [place.partition(":")[0] for place in found] == ["words/__init__.py"]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2027-03-01T07:30", "1. März 2027, 07:30 Uhr"),
        ("2027-03-01T07:30:20", "1. März 2027, 07:30:20 Uhr"),
        ("2027-03-01T07:30+01:00", "1. März 2027, 07:30 Uhr (UTC+01:00)"),
        ("bald", "bald"),
    ],
)
def test_a_moment_is_written_out_with_its_zone_where_it_names_one(at, said):
    assert words.fill("{at:moment}", {"at": at}, "de") == said
