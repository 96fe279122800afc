"""No string of one language stands on another's page."""

import re

import pytest
from browser import ready, settled, until, visit
from examples import few
from textpages import OFFERS, TEXTS, TextPages, answered
from toypages import PAGES, write_pages

from grensgeo import words

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]
FOLDERS = ("", "notes")
#: What is shorter may well be a word of two languages, or part of a name.
LEAST = 9
#: All that a reader sees or a screen reader says, each text by itself; names of languages and what
#: is marked as being in another language apart.
SEEN = """() => {
  document.querySelectorAll("details").forEach((box) => { box.open = true; });
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const box = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (box.closest("script, style, noscript, body [lang], .leaflet-control-attribution, .told[hidden]")) continue;
    if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent);
    else found.push(...["aria-label", "title", "alt"].map((name) => node.getAttribute(name) ?? ""));
  }
  return found.map((text) => text.replace(/\\s+/g, " ").trim()).filter((text) => text);
}"""
#: What is said to a screen reader comes once a reader has stopped asking.
SAID = "document.getElementById('said').textContent === document.getElementById('headline').textContent"


def pieces(text):
    """Give what of a text stands in the page whatever is filled in."""
    return [one.strip(" .,:;()") for one in re.split(r"\{[^}]*\}", text)]


@pytest.fixture(scope="module")
def foreign():
    """Give by language what stands in the texts of another and nowhere in its own."""
    told = {language: set() for language in words.LANGUAGES}
    for file in words.names(*FOLDERS):
        for entry in words.entries(file).values():
            for language, text in entry.text().items():
                told[language].update(one for one in pieces(text) if len(one) >= LEAST)
    own = {language: "\n".join(found) for language, found in told.items()}
    return {
        language: {
            one
            for other, found in told.items()
            if other != language
            for one in found
            if one not in own[language]
        }
        for language in words.LANGUAGES
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Every kind of page, once."""
    return write_pages(tmp_path_factory.mktemp("pages"))


def wrong(texts, foreign):
    """List the texts in which words of another language stand."""
    said = "\n".join(texts)
    return sorted(one for one in foreign if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", said))


def test_words_of_another_language_are_found(foreign):
    assert wrong(["Naar de tabel"], foreign["de"]) == ["Naar de tabel"]
    assert wrong(["Zur Tabelle", "Enschede"], foreign["de"]) == []


@pytest.mark.parametrize("name", few([*PAGES, "atlas"], "index", "atlas"))
def test_a_page_speaks_one_language(browser, files, foreign, name):
    with visit(browser, files / f"{name}.html") as seen:
        if name == "atlas":
            ready(seen.page)
        for language in words.LANGUAGES:
            if name == "atlas":
                seen.page.evaluate("(language) => grensgeoAtlas.set({ language })", language)
                until(seen.page, SAID)
            else:
                seen.page.locator(f"[data-language={language}]").click()
            texts = settled(seen.page, SEEN)
            assert len(texts) > 10
            assert wrong(texts, foreign[language]) == [], language


@pytest.fixture(scope="module")
def text_files(tmp_path_factory):
    """Every page of text, each once."""
    return TextPages(tmp_path_factory.mktemp("texts"))


@pytest.mark.parametrize("name", few([*TEXTS, OFFERS], "town"))
def test_a_page_of_text_speaks_one_language(browser, text_files, foreign, name):
    with visit(browser, text_files[name]) as seen:
        if name == OFFERS:
            answered(seen.page)
        for language in words.LANGUAGES:
            seen.page.locator(f"[data-language={language}]").click()
            texts = settled(seen.page, SEEN)
            assert len(texts) > 10
            assert wrong(texts, foreign[language]) == [], language
