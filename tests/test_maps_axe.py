"""Every page in axe-core: no violation of WCAG 2.1 A or AA, nor of what is good practice."""

import json
from itertools import product

import pytest
from browser import DESKTOP, PHONE, until, visit
from examples import few
from textpages import OFFERS, TEXTS, TextPages, answered
from toypages import PAGES, write_pages

from grensgeo.words import LANGUAGES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def violations(page):
    """Give what axe-core finds, with the first elements of each kind."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": LEVELS}).response
    assert len(found["passes"]) > 5
    return [
        (
            one["id"],
            [(node["html"][:160], node["failureSummary"][:300]) for node in one["nodes"]][:4],
        )
        for one in found["violations"]
    ]


def clean(page):
    """Hold that axe-core finds nothing, whatever is folded and after it is opened."""
    told = violations(page)
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    # the table is drawn once its box is open
    until(page, "[...document.querySelectorAll('#table')].every((one) => one.childElementCount)")
    told += violations(page)
    assert told == [], json.dumps(told, indent=1, ensure_ascii=False)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Every kind of page, once."""
    return write_pages(tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize("name", few(PAGES, "many", "index"))
def test_maps(browser, files, name):
    with visit(browser, files / f"{name}.html") as seen:
        for size, language in ((DESKTOP, "nl"), (DESKTOP, "de"), (PHONE, "en")):
            seen.page.set_viewport_size({"width": size[0], "height": size[1]})
            seen.page.locator(f"[data-language={language}]").click()
            clean(seen.page)
        if seen.page.locator("#find:visible").count():
            seen.page.locator("#find").select_option(index=1)
            clean(seen.page)


@pytest.fixture(scope="module")
def text_files(tmp_path_factory):
    """Every page of text, each once."""
    return TextPages(tmp_path_factory.mktemp("texts"))


@pytest.mark.parametrize(
    ("name", "theme", "language"),
    few(
        product([*TEXTS, OFFERS], ("light", "dark"), LANGUAGES),
        ("town", "dark", "de"),
        (OFFERS, "light", "nl"),
    ),
)
def test_texts(browser, text_files, name, theme, language):
    for size in (DESKTOP, PHONE):
        fragment = f"#lang={language}&theme={theme}"
        with visit(browser, text_files[name], fragment=fragment, size=size) as seen:
            if name == OFFERS:
                answered(seen.page)
            assert seen.page.evaluate("document.documentElement.lang") == language
            clean(seen.page)
            assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            seen.quiet()


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ("light", "nl"),
        pytest.param("dark", "de", marks=pytest.mark.long),
        *(
            pytest.param(*one, marks=pytest.mark.long)
            for one in (("light", "de"), ("light", "en"), ("dark", "nl"), ("dark", "en"))
        ),
    ],
)
def test_atlas(browser, files, theme, language):
    for size in (DESKTOP, PHONE):
        more = "&border=realised&closed=routing&what=apprenticeships" if size == PHONE else ""
        fragment = f"#theme={theme}&lang={language}{more}"
        with visit(browser, files / "atlas.html", fragment=fragment, size=size) as seen:
            seen.page.evaluate("window.grensgeoAtlas.ready.then(() => true)")
            clean(seen.page)
            seen.page.get_by_role("combobox").fill("veld")
            assert seen.page.get_by_role("option").count() == 2
            assert violations(seen.page) == []
