"""The atlas in a browser with the network cut, held against the library's own answers."""

import csv
import io
import json
import random
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from browser import DESKTOP, PHONE, again, open_table, ready, until, visit
from examples import few
from pictures import PICTURES, drawn_text
from toyatlas import COUNTS, toy_atlas

import grensgeo as gg

pytestmark = pytest.mark.browser

HOSTILE = "</script><img src=x onerror=alert(1)>'\"`${alert(2)}\u202e"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The atlas of five squares as a file, and what it was made from."""
    atlas, region, network, trips = toy_atlas(language="en")
    path = atlas.save(tmp_path_factory.mktemp("atlas") / "atlas.html")
    return path, region, network, trips


@pytest.fixture
def opened(browser, made):
    """The atlas, ready; the test ends with a page that asked for nothing and said nothing."""
    with visit(browser, made[0]) as seen:
        ready(seen.page)
        yield seen
        seen.quiet()


def put(page, **state):
    """Ask for a state and give the figures of the page."""
    return page.evaluate(
        """async (state) => {
          await grensgeoAtlas.set(state);
          const { closed, realised, open, by, sides, missing, status } = grensgeoAtlas.figures;
          const said = (v) => (v === undefined || Number.isNaN(v) ? null : v);
          const known = Object.fromEntries((sides ?? []).map((side, i) => [side, said(by[i])]));
          return { closed: said(closed), realised: said(realised), open: said(open), ...known,
                   missing, status };
        }""",
        state,
    )


def series(region, name):
    """Give counts by cell as a region shares them out: by inhabitants."""
    cells = region.cells
    if name == "population":
        return cells["population"].astype(float)
    place = ("jobs", "apprenticeships").index(name)
    counts = cells["region_code"].map({code: c[place] for code, c in COUNTS.items()}).astype(float)
    people = cells["population"].astype(float)
    return counts * people / people.groupby(cells["region_code"]).transform("sum")


def expected(made, state):
    """Ask the library the same question."""
    _, region, network, trips = made
    cells = region.cells
    kind, _, key = state["place"].partition(":")
    point = (region.places if kind == "place" else cells).loc[[key]]
    trip = trips[state["trip"]]

    def times(trip):
        if state["direction"] == "from":
            return gg.travel_times(network, point, cells, trip).minutes[0]
        return gg.travel_times(network, cells, point, trip).minutes[:, 0]

    minutes = times(trip)
    walled = (
        times(replace(trip, foreign_routing=False)) if state["reading"] == "routing" else minutes
    )
    counts = series(region, state["opportunity"]).to_numpy()
    country = cells["country"].to_numpy()
    home = point["country"].iloc[0]
    within = minutes <= state["cutoff"] * (1 + 4e-7)
    felt = minutes + state["resistance"] <= state["cutoff"] * (1 + 4e-7)
    own = country == home

    def total(members):
        return float(counts[members].sum())

    return {
        "closed": total(own & (walled <= state["cutoff"] * (1 + 4e-7))),
        "realised": total(own & within) + total(~own & felt),
        "open": total(within),
        "nl": total(within & (country == "NL")),
        "de": total(within & (country == "DE")),
    }


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_the_page_answers_as_the_library(opened, made):
    draw = random.Random(7)
    _, region, _, trips = made
    spots = [f"place:{code}" for code in region.places.index]
    spots += [f"cell:{name}" for name in draw.sample(list(region.cells.index), 8)]
    for _ in range(16):
        state = {
            "place": draw.choice(spots),
            "trip": draw.choice(list(trips)),
            "direction": draw.choice(["from", "to"]),
            "cutoff": draw.randint(5, 60),
            "border": draw.choice(["closed", "realised", "open"]),
            "reading": draw.choice(["destinations", "routing"]),
            "resistance": draw.randint(0, 30),
            "opportunity": draw.choice(["jobs", "population"]),
        }
        found = put(opened.page, **state)
        wanted = expected(made, state)
        assert {name: found[name] for name in wanted} == pytest.approx(wanted, rel=1e-9), state
        shown = opened.page.locator("#split-value").inner_text()
        assert float(shown.replace(",", "")) == pytest.approx(wanted[state["border"]], abs=0.51)


def test_a_councillor_reads_one_sentence(opened):
    page = opened.page
    figures = put(page, cutoff=30, place="place:GM0002")
    change = round(100 * (figures["open"] / figures["closed"] - 1))
    assert page.locator("#headline").inner_text() == (
        f"From the main place of Oosterveld one reaches {figures['closed']:,.0f} jobs in the own "
        f"country within 30 minutes by car; with the border open {figures['open']:,.0f} "
        f"(+{change}%)."
    )
    assert page.locator("#headline strong").inner_text() == f"{figures['open']:,.0f}"
    page.get_by_role("radio", name="closed").check()
    assert page.locator("#headline strong").inner_text() == f"{figures['closed']:,.0f}"
    page.locator("[data-language=de]").click()
    assert (
        "Vom Hauptort der Gemeinde Oosterveld aus erreicht man mit dem Auto innerhalb von 30 Min"
        in page.locator("#headline").inner_text()
    )
    assert f"{figures['closed']:,.0f}".replace(",", ".") in page.locator("#headline").inner_text()
    assert page.locator("html").get_attribute("lang") == "de"


def test_missing_is_not_zero(opened):
    page = opened.page
    found = put(page, opportunity="apprenticeships", cutoff=30, place="place:GM0002")
    assert (found["nl"], found["closed"], found["open"]) == (None, None, None)
    assert found["de"] > 0
    known = f"at least {found['de']:,.0f}"
    assert page.locator("#headline").inner_text() == (
        f"From the main place of Oosterveld one reaches {known} apprenticeships within 30 minutes "
        "by car \u2013 Netherlands: no data."
    )
    # the same in the panel, the chart, the table that leaves and beside the ranking
    assert page.locator("#split-value").inner_text() == known
    assert known in page.locator("#chart svg").get_attribute("aria-label")
    assert "Netherlands: no data" in page.locator("#chart-key").inner_text()
    assert f"open: >= {found['de']:g}" in page.evaluate("grensgeoAtlas.csv()")
    assert "NaN" not in page.locator("body").inner_text()
    assert "missing is not zero" in page.locator("#split-warnings").inner_text()
    assert page.locator("#effect-value").inner_text().startswith("undefined")


def test_nothing_at_home_is_undefined_and_not_infinite(opened):
    page = opened.page
    # seen from Ringdorf, of whose apprenticeships nothing is known
    put(page, place="place:05000003", opportunity="apprenticeships", trip="walk", cutoff=5)
    text = page.locator("body").inner_text()
    assert "Infinity" not in text
    assert "NaN" not in text


def part_of_map(page, across, down):
    """Give where a part of the map stands on the screen."""
    box = page.locator(".folium-map").bounding_box()
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def test_click_slider_search_and_keyboard(opened):
    page = opened.page
    again(
        page,
        lambda: page.mouse.click(*part_of_map(page, 0.25, 0.47)),
        "grensgeoAtlas.state.place.startsWith('cell:')",
    )
    page.locator("#c-cutoff").focus()
    page.keyboard.press("ArrowRight")
    until(page, "grensgeoAtlas.state.cutoff === 31")
    assert page.locator("#c-cutoff").get_attribute("aria-valuetext") == "31 minutes"
    page.get_by_role("combobox").fill("grenz")
    assert page.get_by_role("option").count() == 1
    page.keyboard.press("Enter")
    until(page, "grensgeoAtlas.state.place === 'place:05000001'")
    page.get_by_role("combobox").fill("veld")
    assert page.get_by_role("option").count() == 2
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0
    assert page.get_by_role("combobox").input_value() == "Grenzstadt"
    page.locator(".folium-map").focus()
    page.keyboard.press("Enter")
    until(page, "grensgeoAtlas.state.place !== 'place:05000001'")
    open_table(page)
    again(
        page,  # the table is drawn anew soon after the place
        lambda: page.locator("#table").get_by_role("button", name="Westerveld").click(),
        "grensgeoAtlas.state.place === 'place:GM0001'",
    )


def test_the_keyboards_focus_stays_where_the_table_is_drawn_anew(opened):
    page = opened.page
    open_table(page)
    page.locator("#table").get_by_role("button", name="Westerveld").focus()
    page.evaluate("window.drawn = document.querySelector('#table table')")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#table table') !== window.drawn")
    assert page.evaluate("document.activeElement.dataset.key") == "place:GM0001"
    assert page.evaluate("grensgeoAtlas.state.place") == "place:GM0001"


def test_times_are_computed_in_a_worker_and_on_the_page_where_there_may_be_none(
    browser, made, opened, tmp_path
):
    question = {"place": "place:GM0002", "trip": "car", "cutoff": 20, "opportunity": "jobs"}
    assert len(opened.page.workers) == 1
    found = put(opened.page, **question)
    forbidden = made[0].read_text("utf-8").replace("worker-src blob:", "worker-src 'none'")
    path = tmp_path / "forbidden.html"
    path.write_text(forbidden, encoding="utf-8")
    with visit(browser, path) as seen:
        ready(seen.page)
        assert seen.page.workers == []
        assert put(seen.page, **question) == found
    assert all("worker" in message.lower() for message in seen.messages)


def test_small_untruths_are_none(browser, made, opened):
    page = opened.page
    # a name that nothing bears does not stand over another place's figures
    put(page, place="place:GM0002", cutoff=30)
    page.get_by_role("combobox").fill("nowhere at all")
    assert (
        page.locator("#place-hint").inner_text()
        == "Nothing found. The figures are those of Oosterveld."
    )
    page.keyboard.press("Enter")
    assert page.get_by_role("combobox").input_value() == "Oosterveld"
    page.keyboard.press("Escape")
    # a click outside the data says so
    again(
        page,
        lambda: page.mouse.click(*part_of_map(page, 0.02, 0.9)),
        "document.getElementById('toast').textContent.includes('no data here')",
    )
    # the minutes outside the car are told
    assert "with 3 minutes outside the car" in page.locator("#split-said").inner_text()
    # what stands beneath the pointer is the time from the place that is asked about now

    def point():
        page.mouse.move(*part_of_map(page, 0.3, 0.5))
        page.mouse.move(*part_of_map(page, 0.25, 0.47))

    before = again(page, point, "document.getElementById('hover').innerText")
    put(page, place="place:05000002")
    assert page.locator("#hover").inner_text() != before
    # a link to a file is no link for others
    page.locator("#link").click()
    told = "(text => !text.includes('no data here') && text)(document.getElementById('toast').textContent)"
    assert until(page, told) != "Link copied."


@pytest.mark.parametrize(
    ("locale", "language"),
    few([("de-AT", "de"), ("en-US", "en"), ("nl-BE", "nl"), ("pl-PL", "en")], ("nl-BE", "nl")),
)
def test_a_page_opens_in_the_language_of_the_browser(browser, made, locale, language):
    with visit(browser, made[0], locale=locale) as seen:
        ready(seen.page)
        assert seen.page.locator("html").get_attribute("lang") == language


def test_a_link_shows_the_same_again(browser, made, opened):
    page = opened.page
    asked = {
        "place": "cell:GM0001-21", "trip": "walk", "direction": "to", "cutoff": 41,
        "border": "realised", "reading": "routing", "resistance": 7, "opportunity": "population",
        "language": "nl", "theme": "dark",
    }  # fmt: skip
    figures = put(page, **asked)
    until(page, "location.hash.includes('min=41')")
    with visit(browser, made[0], fragment=page.evaluate("location.hash")) as other:
        ready(other.page)
        state = other.page.evaluate("grensgeoAtlas.state")
        assert {name: state[name] for name in asked} == asked
        assert put(other.page) == figures
        assert other.page.locator("html").get_attribute("data-theme") == "dark"
        other.page.evaluate("location.hash = '#min=22&trip=plane&at=place%3Ano%zz&border=open'")
        until(other.page, "grensgeoAtlas.state.cutoff === 22")
        state = other.page.evaluate("grensgeoAtlas.state")
        assert (state["trip"], state["place"], state["border"]) == (
            "walk",
            "cell:GM0001-21",
            "open",
        )
        other.quiet()


def test_the_ranking_agrees_with_every_place(opened, made):
    page = opened.page
    # within 25 minutes every town reaches the outline of the data: none of them is ranked
    put(page, place="place:GM0002", cutoff=25, border="realised", resistance=5)
    until(page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
    assert page.locator("#rank-value").inner_text() == "no rank"
    assert "4 at the edge of the data" in page.locator("#rank-said").inner_text()
    put(page, cutoff=5)
    until(page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
    page.locator("#rank-box summary").click()
    page.locator("#rank-list li").first.wait_for()
    listed = {
        item.locator("button").inner_text(): float(item.locator("b").inner_text().replace(",", ""))
        for item in page.locator("#rank-list li").all()
    }
    names = dict(made[1].municipalities["name"])
    values = {
        names[code]: put(page, place=f"place:{code}")["realised"]
        for code in ("GM0001", "GM0002", "05000001", "05000002")
    }
    assert listed == {name: pytest.approx(value, abs=0.51) for name, value in values.items()}
    assert list(listed) == sorted(values, key=values.get, reverse=True)


def test_the_table_that_leaves_says_where_it_is_from(opened, made):
    page = opened.page
    put(page, place="place:GM0002", cutoff=20, border="realised", resistance=5)
    with page.expect_download() as download:
        page.locator("#csv").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename == "atlas-oosterveld-car-20min-realised.csv"
    remarks = [line for line in text.splitlines() if line.startswith("# ")]
    assert any("travel_time_min in minutes" in line for line in remarks)
    assert any("© Nobody; licence CC0-1.0; 2022" in line for line in remarks)
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    assert len(rows) == len(made[1].cells)
    counted = sum(float(row["jobs"]) for row in rows if row["counted"] == "1")
    assert counted == pytest.approx(page.evaluate("grensgeoAtlas.figures.realised"), rel=1e-4)
    for ending, beginning in PICTURES.items():
        with page.expect_download() as download:
            page.locator(f"#{ending}").click()
        assert download.value.suggested_filename.endswith("realised." + ending)
        picture = Path(download.value.path()).read_bytes()
        assert picture.startswith(beginning)
        if ending == "svg":
            told = drawn_text(picture)
            assert {"Oosterveld", "A7", "NETHERLANDS", "5 km"} <= told
            headline = page.locator("#headline").inner_text().split()
            assert set(headline) <= set(" ".join(told).split())
            assert any("© Nobody" in text for text in told)
            assert picture.count(b"<image ") >= 4


def test_all_ways_stand_beneath_the_sentence_and_leave_as_a_table(opened, tmp_path):
    page = opened.page
    put(
        page,
        language="de",
        place="place:GM0002",
        trip="car",
        cutoff=30,
        border="open",
        whose="place",
    )
    words = "document.getElementById('ways').innerText.replaceAll('\\n', ' ')"
    until(page, f"{words}.includes('(')")
    told = page.evaluate("grensgeoAtlas.figures.open")
    assert (
        f"{round(told):,}".replace(",", ".") in page.locator("#ways [data-key=car]").inner_text()
    )
    page.locator("#ways-title").click()
    until(page, "document.querySelectorAll('#ways-table tbody tr').length >= 6")
    shown = page.locator("#ways-table tbody tr").nth(2).locator("td").all_inner_texts()
    assert shown[0] == "Grenze offen"
    with page.expect_download() as download:
        page.locator("#ways-csv").click()
    download.value.save_as(tmp_path / "table.csv")
    text = (tmp_path / "table.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeffVerkehrsmittel;Grenze;30 Min.")
    assert "Auto;Grenze offen;" + ";".join(one.replace(".", "") for one in shown[1:]) in text
    # figures are those that the same question gives when it is asked by itself
    put(page, trip="walk", cutoff=45)
    own = page.evaluate("grensgeoAtlas.figures.open")
    until(page, f"{words}.includes('zu Fuß {round(own):,}'.replace(',', '.'))")


def test_a_kept_file_opens_with_what_was_chosen(browser, opened, tmp_path):
    page = opened.page
    put(page, language="nl", place="place:GM0001", trip="car", cutoff=25, border="closed")
    with page.expect_download() as download:
        page.locator("#keep").click()
    path = tmp_path / "kept.html"
    download.value.save_as(path)
    said = page.locator("#headline").inner_text()
    with visit(browser, path) as seen:
        ready(seen.page)
        assert seen.page.locator("#headline").inner_text() == said
        assert seen.page.evaluate("grensgeoAtlas.state.border") == "closed"
        seen.quiet()


def test_colours_follow_the_time(opened):
    """What is painted at the middle of a cell is the colour of its band, and of no other."""
    page = opened.page
    put(page, place="place:GM0002", cutoff=30, border="open")
    found = page.evaluate(
        """() => {
          const canvas = document.querySelector(".leaflet-cells-pane canvas");
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const seen = new Set();
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3]) seen.add([data[i], data[i + 1], data[i + 2]].join(","));
          }
          return [...seen].sort();
        }"""
    )
    # two bands, beyond, and the line of the isochrone
    assert found == sorted(["1,70,54", "2,129,138", "233,230,223", "22,24,29"])


def test_roads_lie_over_the_cells_and_beneath_the_border(opened):
    page = opened.page
    put(page, place="place:GM0002", cutoff=30, border="open")
    assert {"A7", "N731"} <= set(page.locator(".place.shield").all_inner_texts())
    names = page.locator(".leaflet-names-pane .place").all_inner_texts()
    assert "Overdinkel" in names
    assert names.count("Oosterveld") == 1
    order = [
        int(
            page.locator(f".leaflet-{name}-pane").evaluate("node => getComputedStyle(node).zIndex")
        )
        for name in ("cells", "base", "lines", "chosen", "names")
    ]
    assert order == sorted(order)
    # at a pixel of a road its colour differs by theme, and without a road there is none
    ink = """() => {
      const canvas = document.querySelector(".leaflet-base-pane canvas");
      return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data
        .reduce((sum, v, i) => sum + (i % 4 === 3 ? Number(v > 0) : 0), 0) / canvas.width / canvas.height;
    }"""
    assert 0.002 < page.evaluate(ink) < 0.4
    assert "© Roadbuilders" in page.locator("#strip").inner_text()


def test_villages_can_be_searched_for(opened):
    """The village is no municipality: its cell is asked about, and the box says so."""
    page = opened.page
    page.locator("#place").fill("overd")
    option = page.locator("#place-list [role=option]").first
    assert option.locator(".name").inner_text() == "Overdinkel"
    assert option.locator(".small").inner_text() == "village or quarter \u00b7 Oosterveld"
    page.keyboard.press("Enter")
    until(page, "grensgeoAtlas.state.place.startsWith('cell:')")
    page.locator("#place").fill("nowhere")
    assert "Nothing found" in page.locator("#place-hint").inner_text()
    page.keyboard.press("Escape")


def test_buttons_zoom_about_the_place_that_is_asked_about(opened):
    page = opened.page
    put(page, place="place:GM0001", cutoff=30, border="open")
    spot = "(() => { const b = document.querySelector('.pin').getBoundingClientRect(); return [b.x, b.y]; })()"
    before, zoom = page.evaluate(spot), page.evaluate("map_atlas.getZoom()")
    page.locator(".leaflet-control-zoom-in").click()
    until(
        page,
        f"map_atlas.getZoom() > {zoom} && !document.querySelector('.pin').hidden"
        " && !document.querySelector('.leaflet-zoom-anim')",
    )
    assert page.evaluate(spot) == pytest.approx(before, abs=2)


def test_a_picture_and_the_small_table_of_a_place_take_five_clicks(browser, made):
    """The answer stands there at once; for another place, in German, a picture and a table leave."""
    with visit(browser, made[0], fragment="#lang=nl") as seen:
        page = seen.page
        ready(page)
        # no click: the place and the trip with which the atlas opens
        headline = page.locator("#headline").inner_text()
        assert headline.startswith("Vanuit de hoofdplaats van Oosterveld bereik je met de auto")
        clicks, kept = 0, []
        for query in ("[data-language=de]", "#place", "#png", "#ways-title", "#ways-csv"):
            if query == "#png":
                page.keyboard.type("Grenzstadt")
                page.keyboard.press("Enter")
                until(page, "grensgeoAtlas.state.place === 'place:05000001'")
                until(page, "!document.querySelector('#headline').hasAttribute('aria-busy')")
                # all of the answer is in sight
                until(page, "map_atlas.getBounds().contains([52.2, 7.0])")
            clicks += 1
            if query.endswith(("png", "csv")):
                if query.endswith("csv"):
                    until(page, "!document.querySelector('#ways-box').hidden")
                with page.expect_download() as download:
                    page.locator(query).click()
                kept.append(Path(download.value.path()).read_bytes())
            else:
                page.locator(query).click()
        assert clicks <= 5
        assert kept[0].startswith(PICTURES["png"])
        assert "Auto;Grenze offen;" in kept[1].decode("utf-8-sig")
        assert "Grenzstadt" in page.locator("#headline").inner_text()
        seen.quiet()


def test_why_a_time_is_as_it_is_and_how_it_compares(opened, made, tmp_path):
    """A second click tells the way; another place, border or trip stands beside the first."""
    page = opened.page
    _, region, network, trips = made
    put(page, place="place:GM0002", cutoff=30, border="open")
    page.get_by_role("button", name="Why this time?").click()
    again(
        page,
        lambda: page.mouse.click(*part_of_map(page, 0.8, 0.47)),
        "grensgeoAtlas.state.target.startsWith('cell:') && grensgeoAtlas.why",
    )
    told = page.evaluate("[grensgeoAtlas.state.target, grensgeoAtlas.why]")
    cell = region.cells.loc[[told[0].removeprefix("cell:")]]
    wanted = gg.travel_times(network, region.places.loc[["GM0002"]], cell, trips["car"])
    assert told[1]["minutes"] == pytest.approx(float(wanted.minutes[0, 0]), abs=0.05)
    assert sum(leg["seconds"] for leg in told[1]["legs"]) / 60 == pytest.approx(told[1]["minutes"])
    assert len(told[1]["legs"][0]["spots"]) > 2
    assert f"{told[1]['minutes']:.1f} minutes" in page.locator("#why .main").inner_text()
    with page.expect_download() as download:
        page.locator("#why-csv").click()
    download.value.save_as(tmp_path / "legs.csv")
    head, *legs = (tmp_path / "legs.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head == "Part of the trip,minutes,kilometres"
    assert len(legs) == len(told[1]["legs"])
    # compared with a place that is searched for: its own figures, in the headline and in a table
    alone = put(page, place="place:05000001")
    first = put(page, place="place:GM0002")
    page.get_by_role("button", name="Compare with").click()
    page.locator("#other").fill("grenz")
    page.keyboard.press("Enter")
    until(page, "grensgeoAtlas.other")
    assert page.evaluate("grensgeoAtlas.other.open") == pytest.approx(alone["open"], rel=1e-12)
    assert f"B: Grenzstadt: {alone['open']:,.0f}" in page.locator("#headline").inner_text()
    last = page.locator("#versus-table tr").last.locator("td").all_inner_texts()
    assert last[:2] == [f"{first['open']:,.0f}", f"{alone['open']:,.0f}"]
    with page.expect_download() as download:
        page.locator("#versus-xlsx").click()
    download.value.save_as(tmp_path / "both.xlsx")
    kept = pd.read_excel(tmp_path / "both.xlsx", sheet_name="1")
    assert kept.iloc[-1, 1:3].tolist() == [round(first["open"]), round(alone["open"])]
    assert (
        page.locator("#chart path.second").count() == page.locator(".pin.second:visible").count()
    )
    # it stands in the address, and follows the cutoff
    until(page, "location.hash.includes('vs=at') && location.hash.includes('why=cell')")
    put(page, cutoff=20)
    page.evaluate("grensgeoAtlas.settled()")
    closer = page.evaluate("grensgeoAtlas.other.open")
    assert put(page, place="place:05000001", versus="")["open"] == pytest.approx(closer, rel=1e-12)
    put(page, place="place:GM0002", versus="border=closed&trip=walk", target="")
    page.evaluate("grensgeoAtlas.settled()")
    closed = put(page, trip="walk", versus="")["closed"]
    assert page.locator("#why").is_hidden()
    put(page, trip="car", versus="border=closed&trip=walk")
    page.evaluate("grensgeoAtlas.settled()")
    assert page.evaluate("grensgeoAtlas.other.closed") == pytest.approx(closed, rel=1e-12)
    assert "B: walking, border closed" in page.locator("#headline").inner_text()


def test_small_large_light_and_dark(browser, made):
    for size in (DESKTOP, PHONE, (900, 700)):
        for theme in ("light", "dark"):
            with visit(
                browser, made[0], size=size, fragment=f"#theme={theme}", touch=size == PHONE
            ) as seen:
                ready(seen.page)
                assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]
                seen.picture(f"toy-atlas-{size[0]}-{theme}")
                seen.quiet()


def test_hostile_names_are_text(browser, tmp_path):
    names = {"GM0002": HOSTILE, "GM0001": "=1+1", "05000001": "x" * 10_000}
    atlas = toy_atlas(names=names, language="en", title=HOSTILE)[0]
    with visit(browser, atlas.save(tmp_path / "hostile.html")) as seen:
        page = seen.page
        ready(page)
        assert HOSTILE in page.locator("#headline").text_content()
        page.get_by_role("combobox").fill("xxx")
        page.keyboard.press("Enter")
        until(page, "grensgeoAtlas.state.place === 'place:05000001'")
        assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP[0]
        text = page.evaluate("grensgeoAtlas.csv()")
        rows = csv.reader(io.StringIO("\n".join(x for x in text.splitlines() if x[:1] != "#")))
        assert {row[2] for row in rows} >= {HOSTILE, "'=1+1", "x" * 10_000}
        assert page.locator("img").count() == 0
        seen.quiet()


def test_without_javascript_it_says_so(browser, made):
    with visit(browser, made[0], javascript=False) as seen:
        assert "JavaScript" in seen.page.locator("noscript").first.inner_text()


@pytest.mark.long
def test_no_violation_of_wcag(browser, made):
    from axe_playwright_python.sync_playwright import Axe

    # within 5 minutes nobody reaches the edge of the data, so that places are ranked
    for fragment in (
        "#min=5",
        "#theme=dark&min=5",
        "#theme=dark&what=apprenticeships",
        "#border=closed&min=5",
    ):
        with visit(browser, made[0], fragment=fragment) as seen:
            ready(seen.page)
            until(seen.page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
            for name in ("table", "notes", "sources"):
                seen.page.locator(f"#{name}-box summary").click()
            if "what" not in fragment:  # without figures there is no ranking
                seen.page.locator("#rank-box summary").click()
            options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
            found = Axe().run(seen.page, options=options).response["violations"]
            told = [(v["id"], [n["html"][:120] for n in v["nodes"]][:4]) for v in found]
            assert told == [], json.dumps(told, indent=1)


def test_the_slider_redraws_without_asking_the_engine_again(opened):
    page = opened.page
    page.evaluate(
        """async () => {
          window.asked = 0;
          const times = grensgeoAtlas.engine.times;
          grensgeoAtlas.engine.times = (...all) => { window.asked += 1; return times(...all); };
          for (let m = 20; m < 60; m++) await grensgeoAtlas.set({ cutoff: m, place: "place:GM0002" });
        }"""
    )
    assert page.evaluate("grensgeoAtlas.redrawMs.length") >= 40
    assert page.evaluate("asked") <= 2


def test_who_comes_to_the_cut_of_the_network_is_told_so(browser, tmp_path):
    whole, region, network, trips = toy_atlas(language="en")
    west, south, east, north = region.cells.total_bounds
    outline = gpd.GeoSeries(
        [shapely.box(west - 1, south - 1, west + 0.6 * (east - west), north + 1)]
    )
    cut, _, network, trips = toy_atlas(language="en", outline=outline.set_crs(4326))
    name = next(iter(trips))
    told = gg.travel_times(network, region.places, region.places[:1], trips[name])
    minutes = dict(zip(told.from_id, told.edge_min, strict=True))
    place, cutoffs = "05000001", (5, 10)
    assert cutoffs[0] < minutes[place] <= cutoffs[1]
    # the page of the whole network tells where the region ends and no more
    found = {}
    for key, atlas in (("whole", whole), ("cut", cut)):
        with visit(browser, atlas.save(tmp_path / f"{key}.html")) as seen:
            ready(seen.page)
            found[key] = [
                seen.page.evaluate(
                    """async (state) => {
                      await grensgeoAtlas.set(state);
                      return grensgeoAtlas.figures.touchesEdge; }""",
                    {"place": f"place:{place}", "trip": name, "cutoff": cutoff, "whose": "place"},
                )
                for cutoff in cutoffs
            ]
            seen.quiet()
    assert found == {"whole": [False, False], "cut": [False, True]}
