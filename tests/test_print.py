"""What comes out of a printer: the colours of the map, on every shape of sheet; the screen stays."""

import numpy as np
import pytest
from browser import settled, visit
from examples import few
from textpages import TEXTS, TextPages
from toyatlas import toy_atlas
from toyregion import toy_reach, toy_region

from grensgeo import maps
from grensgeo.maps import classes

pdfium = pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.browser

SHEETS = {"portrait": {}, "landscape": {"landscape": True}}
#: A map fills at least this part of the first sheet with colours of its palette.
PART = 0.01


def share(data, colours):
    """Give the part of a document's first page that has one of the colours."""
    page = pdfium.PdfDocument(data)[0].render(scale=1).to_numpy()[:, :, ::-1].astype(int)
    hit = np.zeros(page.shape[:2], bool)
    for colour in colours:
        rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
        hit |= np.abs(page - rgb).max(axis=2) <= 6
    return hit.mean()


def held(page):
    """Give where the map stands on the screen, once it stands still."""
    return settled(
        page,
        """() => [...document.querySelectorAll(".leaflet-map-pane, .leaflet-tooltip, canvas")]
            .map((one) => [one.style.transform, one.getBoundingClientRect().toJSON()])""",
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("print")
    toy_atlas()[0].save(folder / "atlas.html")
    maps.reach_map(toy_region(), toy_reach()).save(folder / "reach.html")
    return folder


@pytest.mark.parametrize("sheet", few(SHEETS, "landscape"))
def test_times_and_isochrone_of_the_atlas_are_printed(browser, pages, sheet):
    with visit(browser, pages / "atlas.html", fragment="#theme=dark") as seen:
        page = seen.page
        page.evaluate("grensgeoAtlas.ready.then(() => true)")
        before = held(page)
        data = page.pdf(format="A4", print_background=True, **SHEETS[sheet])
        assert share(data, classes.BANDS) > PART
        page.locator("#on-paper").wait_for(state="detached")
        assert held(page) == before
        seen.quiet()


@pytest.mark.parametrize("sheet", few(SHEETS, "portrait"))
def test_classes_of_a_map_are_printed(browser, pages, sheet):
    with visit(browser, pages / "reach.html") as seen:
        data = seen.page.pdf(format="A4", print_background=True, **SHEETS[sheet])
        assert share(data, classes.SEQUENTIAL) > PART
        book = pdfium.PdfDocument(data)
        first, *more = (one.get_textpage().get_text_range() for one in book)
        assert "landsgrens" in first  # the legend lies with its map
        # what is folded on the screen takes no sheet of its own: sources stand beneath the map
        assert "Bronnen en licenties" not in "".join([first, *more])
        seen.quiet()


@pytest.fixture(scope="module")
def text_files(tmp_path_factory):
    """Every page of text, each once."""
    return TextPages(tmp_path_factory.mktemp("texts"))


#: Width between the margins of a sheet, in pixels.
PAPER = {"portrait": 688, "landscape": 1016}


@pytest.mark.parametrize("name", few(TEXTS, "town"))
def test_a_page_of_text_is_printed_whole_and_folded_again(browser, text_files, name):
    with visit(browser, text_files[name], fragment="#lang=de&theme=dark") as seen:
        page = seen.page
        folded = page.locator(".told:visible details:not([open])").count()
        for sheet, options in SHEETS.items():
            book = pdfium.PdfDocument(page.pdf(format="A4", print_background=True, **options))
            width, height = book[0].get_size()
            assert (width > height) == (sheet == "landscape")
            told = "".join(one.get_textpage().get_text_range() for one in book)
            said = page.evaluate("""() => [...document.querySelectorAll(
                ".told:not([hidden]) .lead, .told:not([hidden]) details li")].map((one) => one.textContent)""")
            for text in said:
                assert "".join(text.split())[:60] in "".join(told.split()), text
            page.emulate_media(media="print")
            page.set_viewport_size({"width": PAPER[sheet], "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.evaluate("""() => [...document.querySelectorAll(".told:not([hidden]) .wide")]
                .every((one) => one.scrollWidth <= one.clientWidth)""")
            page.emulate_media(media="screen")
        assert page.locator(".told:visible details:not([open])").count() == folded
