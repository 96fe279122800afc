import io
import re
import zipfile
from pathlib import Path

import pytest
from browser import DESKTOP, PHONE, open_table, pointed, until, visit
from examples import few
from pictures import PICTURES, drawn_text
from shapely import affinity
from textpages import write_offers
from toyregion import toy_base_map, toy_isochrones, toy_reach, toy_region

from grensgeo import maps
from grensgeo.notes import Note, stated
from grensgeo.provenance import Provenance, Source
from grensgeo.words import LANGUAGES

pytestmark = pytest.mark.browser

JOBS = stated(
    "Jobs are modelled.",
    brief={"nl": "Banen geschat", "de": "Stellen geschätzt", "en": "Modelled"},
)
HOSTILE = "</script><img src=x onerror=alert(1)>'\"`${alert(2)}"


COLOURS = """() => {
  const canvas = document.querySelector("#on-paper canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) + (data[i + 1] << 8) + data[i + 2]);
  return [...seen].map((one) => "#" + one.toString(16).padStart(6, "0"));
}"""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Every kind of map, once, in a folder with its gallery."""
    folder = tmp_path_factory.mktemp("maps")
    region = toy_region(provenance=Provenance(notes=(JOBS, "Something else."), schematic=True, sources=(
        Source("toy", "Toy squares", "CC0-1.0", "© Nobody", "2022", "https://example.org/toy"),)))  # fmt: skip
    drawn = {
        "reach": maps.reach_map(region, toy_reach()),
        "border-effect": maps.border_effect_map(region, toy_reach()),
        "isochrones": maps.isochrone_map(region, toy_isochrones(), names={"hall": "Hal"}),
        "scenario": maps.scenario_map(region, toy_reach(), toy_reach(scale=0.8, scenario="plan")),
        "many": maps.Map(region).add(toy_reach()).add(toy_isochrones()),
    }
    for name, drawing in drawn.items():
        drawing.save(folder / f"{name}.html")
    maps.index_page(drawn, folder / "index.html")
    return folder


@pytest.mark.parametrize(
    "name", few(["reach", "border-effect", "isochrones", "scenario", "many", "index"], "many")
)
def test_opens_with_the_network_cut_and_says_nothing(browser, files, name):
    with visit(browser, files / f"{name}.html") as seen:
        for size, language in ((DESKTOP, "de"), (PHONE, "en"), (DESKTOP, "nl")):
            seen.page.set_viewport_size({"width": size[0], "height": size[1]})
            seen.page.locator(f"[data-language={language}]").click()
            assert seen.page.locator("html").get_attribute("lang") == language
            until(seen.page, f"document.documentElement.scrollWidth <= {size[0]}")
            seen.picture(f"toy-{name}-{size[0]}-{language}")
        seen.quiet()


def test_figures_and_words_follow_the_language(browser, files):
    with visit(browser, files / "reach.html", fragment="#de") as seen:
        page = seen.page
        page.get_by_label("Gemeinde suchen").select_option(label="Grenzstadt")
        popup = page.locator(".leaflet-popup-content")
        assert popup.locator(".main").inner_text() == "90.000"
        assert "Niederlande\n30.000" in popup.inner_text()
        assert "Deutschland\n60.000" in popup.inner_text()
        page.locator("[data-language=en]").click()
        assert popup.locator(".main").inner_text() == "90,000"
        assert (
            page.locator("#headline").inner_text()
            == "Reachable jobs within 45 minutes by car, by municipality"
        )
        page.get_by_role("radio", name="Netherlands only").check()
        assert popup.locator(".main").inner_text() == "30,000"
        page.get_by_role("radio", name="walking").check()
        page.get_by_role("radio", name="30 min").check()
        assert popup.locator(".main").inner_text() == "2,000"
        seen.quiet()


def test_small_figures_are_told_and_not_rounded_to_nothing(browser, tmp_path):
    path = maps.reach_map(toy_region(), toy_reach(scale=1e-6)).save(tmp_path / "small.html")
    with visit(browser, path, fragment="#de") as seen:
        seen.page.get_by_label("Gemeinde suchen").select_option(label="Grenzstadt")
        popup = seen.page.locator(".leaflet-popup-content")
        assert popup.locator(".main").inner_text() == "0,09"
        assert "Niederlande\n0,03" in popup.inner_text()
        assert "unter 0\n" not in seen.page.locator("#legend").inner_text() + "\n"


def test_pointing_and_clicking_tell_the_figures(browser, files):
    with visit(browser, files / "reach.html", fragment="#en") as seen:
        page = seen.page
        shape = ".leaflet-figures-pane path", 2
        tooltip = pointed(page, *shape, "document.querySelector('.leaflet-tooltip')?.innerText")
        assert "Westerveld" in tooltip
        assert "50,000" in tooltip
        assert "Germany\n10,000" in tooltip
        popup = "document.querySelector('.leaflet-popup-content')?.innerText"
        assert "Border effect\n25%" in pointed(page, *shape, popup, click=True)
        page.locator(".leaflet-popup-close-button").click()
        until(page, "!document.querySelector('.leaflet-popup')")
        seen.quiet()


def fills(page):
    """Give the colour of each municipality on the map, in the order of codes."""
    return page.locator(".leaflet-figures-pane path").evaluate_all(
        """nodes => nodes.map((node) => node.getAttribute('fill').replace(/var\\((.*)\\)/,
          (_, name) => getComputedStyle(node).getPropertyValue(name)))"""
    )


def test_undefined_and_missing_are_hatched_and_said(browser, files):
    with visit(browser, files / "border-effect.html") as seen:
        page = seen.page
        # Grenzstadt 50 %, Hinterfeld no effect, Westerveld 25 %, Oosterveld undefined
        assert fills(page) == ["#cc4c02", "#ffffff", "#ec7014", "url(#hatch-undefined)"]
        legend = page.locator("#legend").inner_text()
        assert "niet te bepalen" in legend
        assert "alleen bestemmingen in het eigen land tellen mee" in legend
        assert "geen gegevens" not in legend
        page.get_by_label("Zoek een gemeente").select_option(label="Oosterveld")
        assert page.locator(".leaflet-popup-content .main").inner_text() == "niet te bepalen"
        page.get_by_role("radio", name="lopen").check()
        assert fills(page)[1] == "url(#hatch-missing)"
        assert "geen gegevens" in page.locator("#legend").inner_text()
        seen.quiet()


def test_the_page_colours_as_python_does(browser, files):
    from grensgeo.maps import classes
    from grensgeo.maps.reach_views import reach_view

    codes = ["05000001", "05000002", "05000003", "GM0001", "GM0002"]
    view = reach_view(toy_reach(), codes).content
    with visit(browser, files / "reach.html") as seen:
        for place, field in enumerate(["open", "nl", "de", "closed"]):
            seen.page.locator("input[name=destination]").nth(place).check()
            now = next(one for one in view["layers"] if one["key"][:2] == ["car", "45"])
            expected = [
                classes.colour(figure, now["breaks"]["reach"], palette="sequential")
                for figure in now["values"][field]
            ]
            assert fills(seen.page) == expected


def test_losses_are_negative_and_red(browser, files):
    with visit(browser, files / "scenario.html", fragment="#en") as seen:
        page = seen.page
        page.get_by_label("Find a municipality").select_option(label="Grenzstadt")
        assert page.locator(".leaflet-popup-content .main").inner_text() == "\u221218,000"
        assert fills(page)[0] == "#b2182b"
        assert "no change" in page.locator("#legend").inner_text()


def test_isochrones_are_drawn_from_the_largest(browser, files):
    with visit(browser, files / "isochrones.html", fragment="#en") as seen:
        page = seen.page
        page.get_by_role("radio", name="Westerveld").check()
        page.get_by_role("radio", name="car", exact=True).check()
        boxes = page.locator(".leaflet-bands-pane path").evaluate_all(
            "nodes => nodes.map((node) => node.getBBox().width)"
        )
        assert boxes == sorted(boxes, reverse=True)
        assert len(boxes) == 2
        assert "within 15 minutes" in page.locator("#legend").inner_text()
        assert page.locator("#headline").inner_text() == "From Westerveld, by car"


def test_the_map_goes_to_areas_that_nobody_would_see(browser, tmp_path):
    """A walk beside a drive is a dot: the map comes closer, and shows the whole of the next choice."""
    frame = toy_isochrones()
    on_foot = frame["mode"] == "walk"
    frame.loc[on_foot, "geometry"] = [
        affinity.scale(area, 0.05, 0.05) for area in frame.geometry[on_foot]
    ]
    maps.isochrone_map(toy_region(), frame, names={"hall": "Hal"}).save(tmp_path / "map.html")

    def width(page):
        boxes = page.locator(".leaflet-bands-pane path").evaluate_all(
            "nodes => nodes.map((node) => node.getBoundingClientRect().width)"
        )
        return max(boxes)

    with visit(browser, tmp_path / "map.html", fragment="#en") as seen:
        page = seen.page
        page.get_by_role("radio", name="car", exact=True).check()
        driven = width(page)
        page.get_by_role("radio", name="walking", exact=True).check()
        assert width(page) > 300
        page.get_by_role("radio", name="car", exact=True).check()
        assert width(page) == pytest.approx(driven, abs=2)


def test_the_table_holds_what_the_map_shows(browser, files):
    with visit(browser, files / "reach.html", fragment="#en") as seen:
        open_table(seen.page)
        rows = [row.split("\t") for row in seen.page.locator("#table tbody tr").all_inner_texts()]
        assert [row[0] for row in rows] == ["Grenzstadt", "Hinterfeld", "Oosterveld", "Westerveld"]
        assert rows[2] == ["Oosterveld", "NL", "5,000", "0", "undefined", "0", "5,000"]


def test_the_map_and_its_table_leave_the_page(browser, files):
    """Saved are what the map shows, its words and sources, and the table as the language writes it."""
    with visit(browser, files / "border-effect.html", fragment="#de") as seen:
        page = seen.page
        open_table(page)
        rows = page.locator("#table tbody tr")
        shown = [rows.first.locator("th, td").all_inner_texts(), rows.count()]
        kept = {}
        for ending in (*PICTURES, "csv", "xlsx"):
            with page.expect_download() as download:
                page.locator(f"#{ending}").click()
            kept[ending] = Path(download.value.path()).read_bytes()
            assert download.value.suggested_filename.endswith("." + ending)
        headline, legend = (
            page.locator(f"#{name}").inner_text() for name in ("headline", "legend")
        )
        seen.quiet()
    assert all(kept[ending].startswith(beginning) for ending, beginning in PICTURES.items())
    told = drawn_text(kept["svg"])
    assert set(legend.replace("\n", " ").split()) <= set(" ".join(told).split())
    assert set(headline.split()) <= set(" ".join(told).split())
    assert b"url(#hatch-" in kept["svg"]
    assert b"var(--" not in kept["svg"]
    lines = kept["csv"].decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + shown[1]
    assert lines[1].split(";") == [text.replace(".", "") for text in shown[0]]
    with zipfile.ZipFile(io.BytesIO(kept["xlsx"])) as book:
        assert shown[0][0] in book.read("xl/worksheets/sheet1.xml").decode()
        assert headline in book.read("xl/worksheets/sheet2.xml").decode()


#: A title that no picture has room for in one line.
LONG = (
    "Wie viele Arbeitsplätze und Bildungseinrichtungen in den grenznahen Gemeinden beiderseits der "
    "deutsch-niederländischen Grenze mit Rad, Bahn und Auto erreichbar sind, wenn die Regionalbahn "
    "halbstündlich fährt: https://example.org/" + "erreichbarkeit-" * 9
)
#: Texts of a picture that run over its edge.
OVER = """(text) => {
  const sheet = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  document.body.append(sheet);
  return [...sheet.children].filter((one) => one.localName === "text")
    .filter((one) => one.getBBox().x + one.getBBox().width > sheet.width.baseVal.value - 10)
    .map((one) => one.textContent);
}"""


@pytest.mark.long
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_no_word_of_a_picture_runs_over_its_edge(browser, tmp_path, size):
    region = toy_region(provenance=Provenance(notes=(LONG,)))
    path = maps.reach_map(region, toy_reach(), title=LONG).save(tmp_path / "long.html")
    with visit(browser, path, fragment="#de", size=size) as seen:
        with seen.page.expect_download() as download:
            seen.page.evaluate("document.getElementById('svg').click()")
        picture = Path(download.value.path()).read_bytes()
        assert set(LONG.split()[:-1]) <= set(" ".join(drawn_text(picture)).split())
        assert seen.page.evaluate(OVER, picture.decode("utf-8")) == []


def test_the_keyboard_is_enough(browser, files):
    with visit(browser, files / "reach.html", fragment="#en") as seen:
        page = seen.page
        page.locator("input[name=cutoff][value='45']").focus()
        page.keyboard.press("ArrowLeft")
        until(page, "document.getElementById('headline').innerText.includes('within 30 minutes')")
        assert page.evaluate("document.activeElement.value") == "30"
        assert page.locator(".folium-map").get_attribute("tabindex") == "0"


def test_notes_and_sources_stand_on_the_map_in_the_language_shown(browser, files):
    with visit(browser, files / "reach.html", fragment="#de") as seen:
        strip = seen.page.locator("#strip")
        assert "Schematisches Straßennetz" in strip.inner_text()
        assert "© Nobody" in strip.inner_text()
        seen.page.get_by_text("Alle 3 Hinweise").click()
        assert "Something else." in seen.page.locator("#notes").inner_text()


def test_hostile_names_are_shown_and_never_run(browser, tmp_path):
    codes = dict.fromkeys(["GM0001", "05000001"], HOSTILE)
    source = Source(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "javascript:alert(3)")
    region = toy_region(names=codes, provenance=Provenance(sources=(source,), notes=(HOSTILE,)))
    table = toy_reach().assign(opportunity=HOSTILE)
    bands = toy_isochrones()
    drawing = maps.Map(region, title=HOSTILE).add(table).add(bands, names={"hall": HOSTILE})
    drawing.save(tmp_path / "a.html")
    maps.index_page({"a": drawing}, tmp_path / "index.html", title=HOSTILE)
    with visit(browser, tmp_path / "a.html") as seen:
        page = seen.page
        assert page.locator("h1").inner_text() == HOSTILE
        page.locator("#find").select_option(index=1)
        assert HOSTILE in page.locator("#find").inner_text()
        assert page.locator(".leaflet-popup-content strong").inner_text() == HOSTILE
        open_table(page)
        page.locator("#sources-box summary").click()
        assert page.locator("#sources a").count() == 0
        assert HOSTILE in page.locator("#sources").inner_text()
        page.locator("input[name=view][value='1']").check()
        page.locator("[data-language=de]").click()
        assert page.locator("img").count() == 0
        seen.quiet()
    with visit(browser, tmp_path / "index.html") as seen:
        assert seen.page.locator("h1").inner_text() == HOSTILE
        seen.quiet()


def test_pages_keep_language_and_colours_and_nothing_else():
    """Nothing else of a reader outlasts a page; what does is cleared after each test (`browser`)."""
    folder = Path(maps.__file__).parent
    scripts = [*(folder.parents[1] / "js" / "src").rglob("*.js")]
    sources = [*scripts, *(folder / "templates").glob("*.html")]
    assert len(sources) > 60
    kept = re.compile(
        r"\b(localStorage|sessionStorage|indexedDB|serviceWorker|document\.cookie)\b"
    )
    texts = {path.name: path.read_text(encoding="utf-8") for path in sources}
    assert [name for name, text in texts.items() if kept.search(text)] == ["appearance.js"]
    assert set(kept.findall(texts["appearance.js"])) == {"localStorage"}


def test_language_and_colours_are_remembered_from_page_to_page(browser, files):
    with visit(browser, files / "reach.html") as seen:
        seen.page.locator("[data-language=de]").click()
        seen.page.locator("#theme").click()
        for name in ("isochrones", "index"):
            seen.page.goto((files / f"{name}.html").as_uri())
            html = seen.page.locator("html")
            assert html.get_attribute("lang") == "de"
            assert html.get_attribute("data-theme") == "dark"
        seen.quiet()


@pytest.mark.long
def test_a_page_of_offers_is_dark_before_its_data_are_there(browser, tmp_path):
    write_offers(tmp_path / "offers.html")
    text = (tmp_path / "offers.html").read_text(encoding="utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(text.replace('"chunks":["', '"chunks":["!'), encoding="utf-8")
    with visit(browser, broken) as seen:
        seen.page.emulate_media(color_scheme="dark")
        seen.page.reload()
        until(seen.page, "!document.getElementById('headline').innerText.includes('…')")
        assert seen.page.locator("html").get_attribute("data-theme") == "dark"
        assert seen.page.locator("#list li").count() == 0
        seen.page.emulate_media(color_scheme="null")


def test_on_paper_stands_a_picture_of_the_map_and_all_is_light(browser, tmp_path):
    region = toy_region()
    region.base_map = toy_base_map()
    path = maps.reach_map(region, toy_reach()).save(tmp_path / "reach.html")
    with visit(browser, path, fragment="#lang=nl&theme=dark") as seen:
        page = seen.page
        until(page, "document.querySelectorAll('canvas.base-map').length === 1")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("html").get_attribute("data-theme") == "light"
        # a printer waits for no layout and no image: the picture is there at once, roads and figures in it
        colours = set(page.evaluate(COLOURS))
        assert {"#0c2c84", "#c2185b"} <= colours
        assert page.evaluate("""() => {
          const sheet = () => document.querySelector("#on-paper canvas").toDataURL();
          const with_roads = sheet();
          const base = document.querySelector("canvas.base-map");
          const pane = base.parentElement;
          base.remove();
          dispatchEvent(new Event("beforeprint"));
          const without = sheet();
          pane.append(base);
          return with_roads !== without;
        }""")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("#on-paper").count() == 0
        assert page.locator("html").get_attribute("data-theme") == "dark"
        seen.quiet()


def test_without_javascript_the_reader_is_told(browser, files):
    with visit(browser, files / "reach.html", javascript=False) as seen:
        assert "JavaScript" in seen.page.locator("body").inner_text()


def test_on_the_map_stands_what_concerns_the_mode_that_is_shown(browser, tmp_path):
    on_foot = stated("paths lack", brief=dict.fromkeys(LANGUAGES, "paths"), concerns=["walk"])
    notes = (on_foot, JOBS, Note("extract-ends"))
    region = toy_region(provenance=Provenance(notes=notes))
    path = maps.reach_map(region, toy_reach(), language="en").save(tmp_path / "reach.html")
    with visit(browser, path) as seen:
        strip = seen.page.locator("#strip-notes")
        assert JOBS.brief["en"] in strip.inner_text()
        assert Note("extract-ends") in strip.inner_text()
        assert "paths" not in strip.inner_text()
        assert "All 3 notes" in strip.inner_text()
        seen.page.get_by_role("radio", name="walking").check()
        assert "paths" in strip.inner_text()
        seen.quiet()


def test_roads_bear_their_numbers_and_villages_their_names(browser, tmp_path):
    region = toy_region()
    region.base_map = toy_base_map()
    path = maps.reach_map(region, toy_reach()).save(tmp_path / "base.html")
    with visit(browser, path, fragment="#en") as seen:
        page = seen.page
        until(page, "document.querySelector('.shield')")
        shields = page.locator(".shield").all_inner_texts()
        assert {"A7", "N731"} <= set(shields)
        assert page.locator(".shield.motorway").first.inner_text() == "A7"
        names = page.locator(".leaflet-names-pane .place").all_inner_texts()
        assert "Overdinkel" in names
        assert names.count("Oosterveld") == 1
        # something of it lies over the figures, and most of them is left as it was
        share = page.evaluate("""() => {
          const canvas = document.querySelector(".leaflet-base-pane canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((v, i) => i % 4 === 3 && v > 0).length / (data.length / 4);
        }""")
        assert 0.002 < share < 0.3
        assert "© Roadbuilders" in page.locator("#strip").inner_text()
        seen.quiet()
