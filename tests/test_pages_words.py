"""Every page speaks one language at a time: none of its visible words belongs to another's."""

import re
from functools import cache

import pytest
from browser import visit
from examples import few
from toypages import PAGES, write_pages

from grensgeo import words
from grensgeo.words import LANGUAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]

#: What is not said by the page but by its data: sources in their publishers' words, names of
#: languages, the user's own note of the toy region ("Something else."), and what a user called a
#: trip of placements ("train").
ELSEWHERE = "#sources, #strip-sources, .languages, #find, #strip, .leaflet-control-attribution"
OWN = {"something", "else", "toy", "squares", "nobody", "train"}

VISIBLE = """(elsewhere) => {
  for (const box of document.querySelectorAll("details")) box.open = true;
  const hidden = [...document.querySelectorAll(elsewhere)];
  for (const one of hidden) one.style.display = "none";
  const told = [document.body.innerText, document.title];
  for (const one of document.querySelectorAll("[title], [aria-label], [placeholder]")) {
    if (hidden.some((box) => box.contains(one)) || !one.checkVisibility()) continue;
    for (const name of ["title", "aria-label", "placeholder"]) told.push(one.getAttribute(name) || "");
  }
  for (const one of hidden) one.style.display = "";
  return told.join("\\n");
}"""


def tokens(text):
    """Give the words of a text: letters, four at least, without the places of a template."""
    return set(re.findall(r"[^\W\d_]{4,}", re.sub(r"\{[^}]*\}", " ", text).lower()))


def texts():
    """Find every text that stands in three languages, wherever a file of words holds it."""
    for file in words.names("", "notes"):
        for entry in words.entries(file).values():
            yield entry.text()


@cache
def foreign():
    """Give by language the words that only the others have."""
    known = {language: set() for language in LANGUAGES}
    for text in texts():
        for language, said in text.items():
            known[language] |= tokens(said)
    everything = set().union(*known.values())
    return {language: everything - said - OWN for language, said in known.items()}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return write_pages(tmp_path_factory.mktemp("pages"))


def strangers(page, language):
    return sorted(tokens(page.evaluate(VISIBLE, ELSEWHERE)) & foreign()[language])


@pytest.mark.parametrize("name", few(PAGES, "scenario", "pair"))
def test_a_page_speaks_one_language(browser, files, name):
    found = {}
    with visit(browser, files / f"{name}.html") as seen:
        for language in LANGUAGES:
            seen.page.locator(f"[data-language={language}]").click()
            found[language] = strangers(seen.page, language)
    assert not any(found.values()), found


@pytest.mark.parametrize("language", few(LANGUAGES, "de"))
def test_the_atlas_speaks_one_language(browser, files, language):
    found = []
    for more in ("", "&border=realised&closed=routing&what=apprenticeships", "&way=to&theme=dark"):
        with visit(browser, files / "atlas.html", fragment=f"#lang={language}{more}") as seen:
            seen.page.evaluate("window.grensgeoAtlas.ready.then(() => true)")
            found += strangers(seen.page, language)
    assert found == []


def test_words_of_another_language_are_found():
    only = foreign()
    assert {"banen", "arbeitsplätze"} <= only["en"]
    assert "jobs" not in only["en"]
