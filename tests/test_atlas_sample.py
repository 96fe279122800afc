"""The sample's atlas, as `grensgeo run` makes it, in a browser with the network cut.

Figures are read from the page and held against the library's own answer to the same question.
"""

import csv
import random
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import shapely
from browser import DESKTOP, PHONE, again, ready, until, visit
from reach_tables import by_columns

import grensgeo as gg
from grensgeo import words
from grensgeo.maps.atlas_cells import at_edge, data_edge
from grensgeo.maps.base import municipalities
from grensgeo.measures import combine
from grensgeo.study.study_atlas import draw_atlas
from grensgeo.traveltimes.portable_plans import both_ways

pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]

STUDY = Path(__file__).resolve().parents[1] / "data" / "sample" / "study.toml"
LOSSER = "place:GM0168"
PLAN = "rb64-and-f35"
#: A page rounds the seconds of streets; its times are at most so far off (`gg.portable`).
OFF_MIN = 0.05
QUESTION = ("trip", "direction", "scenario", "reading")
#: Values of these: each is asked three times, from a municipality,
#: from a cell and from a station.
ASKED = [
    ("car", "from", "baseline", "destinations"),
    ("car", "from", "baseline", "routing"),
    ("car-peak", "to", "baseline", "destinations"),
    ("ebike", "from", "baseline", "routing"),
    ("bicycle", "to", "baseline", "destinations"),
    ("walk", "from", "baseline", "destinations"),
    ("transit", "from", "baseline", "destinations"),
    ("transit", "from", PLAN, "routing"),
    ("transit", "to", "baseline", "destinations"),
    ("transit-midday", "from", PLAN, "destinations"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The atlas as a file, and what it was made from."""
    study = gg.read_study(STUDY)
    region = gg.load_region(study.region)
    network = gg.load_network(study.networks[study.atlas.network], store=False)
    scenarios = {item.path: gg.read_scenario(item.path) for item in study.scenarios}
    atlas = draw_atlas(study, region, {study.atlas.network: network}, scenarios)
    networks = {"baseline": network}
    networks |= {one.name: one.apply(network) for one in scenarios.values()}
    return SimpleNamespace(
        path=atlas.save(tmp_path_factory.mktemp("atlas") / "atlas.html"),
        region=region,
        trips=study.atlas.trips,
        networks=networks,
        study=region.municipalities[region.municipalities["area"].isin(study.areas)],
        stops=pd.DataFrame(
            {name: atlas.portable.arrays[f"stop/{name}"] for name in ("id", "name", "lon", "lat")}
        ),
        stop_country=atlas.portable.arrays["point/country"][
            -len(atlas.portable.arrays["stop/id"]) :
        ],
        sources=atlas.sources(),
    )


@pytest.fixture
def opened(browser, made):
    """The atlas, ready; the test ends with a page that asked for nothing and said nothing."""
    with visit(browser, made.path, fragment="#lang=en") as seen:
        ready(seen.page)
        yield seen
        seen.quiet()


@pytest.fixture(scope="module")
def left_open(browser, made):
    """The atlas, opened once for tests that need no new one, and the state in which it opens."""
    with visit(browser, made.path, fragment="#lang=en") as seen:
        ready(seen.page)
        yield seen, seen.page.evaluate("({ ...grensgeoAtlas.state })")


@pytest.fixture
def asked(left_open):
    """The atlas as it opens; the test ends with a page that asked for nothing and said nothing."""
    seen, first = left_open
    put(seen.page, **first)
    yield seen
    seen.quiet()


# ---- what the page says ----


def parsed(text, language):
    """Read a number as it stands on the page; NaN where it says that there is none."""
    if text in {words.text("pages.text.missing")[language], "\u2026"}:
        return np.nan
    for bound in words.text("pages.text.at_least").values():  # a lower bound is told as one
        text = text.removeprefix(bound.removesuffix("{n}"))
    thousands, decimals = (",", ".") if language == "en" else (".", ",")
    plain = text.replace(thousands, "").replace(decimals, ".").replace("\u2212", "-")
    return float(plain.replace("%", "").replace("\u00a0", "").replace("+", ""))


def shown(page):
    """Read the figures off the page."""
    said = page.evaluate(
        """() => {
          const text = (query) => [...document.querySelectorAll(query)].map((n) => n.textContent);
          return {
            language: document.documentElement.lang, headline: text("#headline")[0],
            bold: text("#headline b, #headline strong"), strong: text("#headline strong"),
            value: text("#split-value")[0], parts: text("#split-parts b"),
            effect: text("#effect-value")[0], borders: text("#effect-rows b"),
            plan: document.getElementById("plan-box").hidden ? [] : text("#plan-rows b"),
            bands: text("#bands tr.sum td"), hidden: document.getElementById("answer-box").hidden,
          };
        }"""
    )
    language = said["language"]
    numbers = {
        name: [parsed(text, language) for text in said[name]]
        for name in ("bold", "strong", "parts", "borders", "plan", "bands")
    }
    return said | numbers | {"value": parsed(said["value"], language)}


def put(page, **state):
    """Ask for a state and read the page."""
    page.evaluate("async (state) => { await grensgeoAtlas.set(state); }", state)
    return shown(page)


def same(found, wanted):
    """Hold that a number on the page is a computed one, rounded as numbers on the page are.

    Two numbers are the least and the most that it can be.
    """
    least, most = np.broadcast_to(wanted, 2)
    assert np.isnan(found) == np.isnan(least) == np.isnan(most), (found, wanted)
    if np.isnan(least):
        return
    rounding = 0.0501 if abs(least) < 9.9 else 0.501
    assert least - rounding - 1e-7 * abs(least) <= found, (found, wanted)
    assert found <= most + rounding + 1e-7 * abs(most), (found, wanted)


# ---- what the library says ----


def point(made, key):
    """Give a place of the page as a table of one point."""
    kind, _, name = key.partition(":")
    if kind == "stop":
        number = made.stops.index[made.stops["id"] == name][0]
        row = made.stops.loc[number]
        country = {1: "NL", 2: "DE"}[int(made.stop_country[number])]
    else:
        row = (made.region.places if kind == "place" else made.region.cells).loc[name]
        country = row["country"]
    return pd.DataFrame(
        {"lon": [row["lon"]], "lat": [row["lat"]], "country": [country]}, index=[key]
    )


def minutes(made, keys, question):
    """Compute times between places and all cells: by place and percentile: minutes by cell."""
    trip, direction, scenario, foreign = question
    there = both_ways(made.trips[trip])[direction == "to"]
    there = replace(there, foreign_routing=foreign)
    ends = pd.concat([point(made, key) for key in keys]), made.region.cells
    times = gg.travel_times(
        made.networks[scenario], *(reversed(ends) if direction == "to" else ends), there
    )
    tables = {50: times.minutes}
    if times.percentiles:
        tables = dict(zip(times.percentiles, times.percentile_minutes, strict=True))
    return {
        (key, percentile): table[:, place] if direction == "to" else table[place]
        for percentile, table in tables.items()
        for place, key in enumerate(keys)
    }


def counts(made, name):
    """Give what is counted by cell."""
    return (
        made.region.cells["population"]
        if name == "population"
        else made.region.opportunities[name]
    )


def figures(made, state, times, walled):
    """Ask for the least and the most that each figure can be, as times on a page are rounded."""

    def moved(minutes):
        both = (
            None if found is None else np.maximum(found + minutes, 0) for found in (times, walled)
        )
        return exact_figures(made, state, *both)

    least, most = moved(OFF_MIN), moved(-OFF_MIN)
    told = {name: least[name] for name in ("whole", "home")}
    return {name: (least[name], most[name]) for name in least} | told


def exact_figures(made, state, times, walled):
    """Ask the library's own indicators about times that the library computed."""
    key = state["place"]
    here = point(made, key)
    cells = made.region.cells

    def table(values):
        return pd.DataFrame({"from_id": key, "to_id": cells.index, "travel_time_min": values})

    countries = pd.concat([cells["country"], here["country"]])
    weights = counts(made, state["opportunity"])
    found = by_columns(
        gg.reach(table(times), {"x": weights}, cutoffs_min=[state["cutoff"]], countries=countries)
    ).iloc[0]
    effect = gg.border_effect(
        table(times), weights, cutoff_min=state["cutoff"], countries=countries,
        closed="destinations" if walled is None else table(walled),
        resistance=state["resistance"],
    ).iloc[0]  # fmt: skip
    later = by_columns(
        gg.reach(
            table(times + state["resistance"]),
            {"x": weights},
            cutoffs_min=[state["cutoff"]],
            countries=countries,
        )
    ).iloc[0]
    home = here["country"].iloc[0]
    own, other = ("reach_nl", "reach_de") if home == "NL" else ("reach_de", "reach_nl")

    def known(*parts):
        """Add up what is known: what one country lacks does not hide what the other has."""
        lost = np.isnan(parts)
        return np.nan if lost.all() or (lost.any() and np.nansum(parts) == 0) else np.nansum(parts)

    whole = not np.isnan(found["open"])
    return {
        "nl": found["reach_nl"],
        "de": found["reach_de"],
        "closed": effect["closed"],
        "realised": effect["realised"] if whole else known(found[own], later[other]),
        "open": known(found["reach_nl"], found["reach_de"]),
        "felt": later[other],
        "whole": whole,
        "home": home,
    }


def holds(page, state, wanted, before=None):
    """Hold every figure on the page against those of the library."""
    for found, name in zip(page["borders"], ("closed", "realised", "open"), strict=True):
        same(found, wanted[name])
    border = wanted[state["border"]]
    same(page["value"], border)
    own, other = ("nl", "de") if wanted["home"] == "NL" else ("de", "nl")
    parts = {own: wanted["closed"] if state["border"] == "closed" else wanted[own]}
    parts[other] = {"closed": (0, 0), "realised": wanted["felt"], "open": wanted[other]}[
        state["border"]
    ]
    same(page["parts"][0], parts["nl"])
    same(page["parts"][1], parts["de"])
    closed, opened = wanted["closed"], wanted["open"]
    if closed[0] > 0 and wanted["whole"]:
        first = parsed(page["effect"].split("%")[0], page["language"])
        same(first, [100 * (opened[n] / closed[1 - n] - 1) for n in (0, 1)])
        for number in (
            page["bold"][:1] if not state.get("trip", "car").startswith("transit") else ()
        ):
            same(number, (closed[0], opened[1]) if closed[1] >= opened[0] else closed)
    if before is not None:
        same(page["plan"][0], before[state["border"]])
        same(page["plan"][1], border)


# ---- tests ----


def drawn_states(made):
    """Draw thirty states: three of each kind of question, near the border where it matters."""
    draw = random.Random(20231017)
    cells = made.region.cells
    border = made.region.border.union_all()

    def near(lon, lat, degrees):
        return shapely.distance(shapely.points(lon, lat), border) < degrees

    towns = made.study[near(made.study["place_lon"], made.study["place_lat"], 0.3)].index
    lived = cells[near(cells["lon"], cells["lat"], 0.15) & (cells["population"] > 200)].index
    stops = made.stops[near(made.stops["lon"], made.stops["lat"], 0.4)]["id"]
    for trip, direction, scenario, reading in ASKED:
        planned = made.trips.get(trip)  # drawn alike, whichever are on the page
        percentiles = planned and both_ways(planned)[direction == "to"].percentiles
        for place in (
            f"place:{draw.choice(list(towns))}",
            f"cell:{draw.choice(list(lived))}",
            f"stop:{draw.choice(list(stops))}",
        ):
            yield {
                "trip": trip,
                "direction": direction,
                "scenario": scenario,
                "reading": reading,
                "place": place,
                "percentile": draw.choice(percentiles) if percentiles else 50,
                "cutoff": draw.randint(20, 75),
                "border": draw.choice(["closed", "realised", "open"]),
                "resistance": draw.randint(0, 25),
                "opportunity": draw.choice(["jobs", "jobs", "population", "apprenticeships"]),
                "language": draw.choice(["nl", "de", "en"]),
            }


def answered(made, states):
    """Ask the library about each state: figures, those of today beside a plan; none if unplaced."""
    for asked in ASKED:
        trip, direction, scenario, reading = asked
        group = [s for s in states if tuple(s[name] for name in QUESTION) == asked]
        if not group:
            continue
        keys = [state["place"] for state in group]
        times = {
            (name, foreign): minutes(made, keys, (trip, direction, name, foreign))
            for name in dict.fromkeys((scenario, "baseline"))
            for foreign in ((True, False) if reading == "routing" else (True,))
        }
        for state in group:
            at = state["place"], state["percentile"]
            if np.isnan(times[scenario, True][at]).all():
                yield state, []
                continue
            yield (
                state,
                [
                    figures(
                        made, state, times[name, True][at], times.get((name, False), {}).get(at)
                    )
                    for name in dict.fromkeys((scenario, "baseline"))
                ],
            )


def test_states_read_from_the_page_are_the_library_s(browser, made):
    # the library first: a page that is left alone begins to rank places
    asked = list(answered(made, drawn_states(made)))
    assert len(asked) == 3 * len(ASKED)
    faults = []
    with visit(browser, made.path) as seen:
        ready(seen.page)
        for state, wanted in asked:
            page = put(seen.page, **state)
            assert page["language"] == state["language"]
            assert page["hidden"] == (not wanted), state
            if not wanted:
                assert not page["bold"], state
                continue
            try:
                holds(page, state, *wanted)
            except AssertionError as error:
                faults.append(f"{error}\n{state}\n{wanted}\n{page}")
        seen.quiet()
    assert not faults, "\n\n".join(faults)
    # the questions were not idle: most places are on the network, and many reach across
    assert sum(not wanted for _, wanted in asked) <= 2
    assert sum(bool(w) and w[0]["open"][0] > w[0]["closed"][1] > 0 for _, w in asked) >= 6


def test_small_quick_and_silent(browser, made):
    assert made.path.stat().st_size < 1.8e6
    with visit(browser, made.path) as seen:
        ready(seen.page)
        assert until(
            seen.page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
        )
        assert shown(seen.page)["value"] > 0
        seen.quiet()


def test_the_slider_redraws_every_cell_at_each_step(asked, made):
    page = asked.page
    put(page, place=LOSSER, trip="car", cutoff=20, border="open")
    until(page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
    assert page.evaluate("grensgeoAtlas.engine.cells.n") == len(made.region.cells) == 29476
    # from the movement of the slider until the browser has had its next frame
    seen = page.evaluate(
        """async () => {
          const slider = document.getElementById("c-cutoff");
          const found = [];
          for (let minute = 21; minute <= 60; minute++) {
            await new Promise((done) => setTimeout(done, 15));
            const started = performance.now();
            slider.value = String(minute);
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
            found.push(performance.now() - started);
          }
          return [found, grensgeoAtlas.redrawMs.slice(-40), grensgeoAtlas.state.cutoff];
        }"""
    )
    to_frame, redraws, cutoff = seen
    assert cutoff == 60
    assert len(redraws) == 40
    assert len(to_frame) == 40
    assert shown(page)["value"] > 0


def spot(page, lon, lat):
    """Give where a point of the map stands on the screen."""
    return page.evaluate(
        """([lon, lat]) => {
          const at = map_atlas.latLngToContainerPoint([lat, lon]);
          const box = map_atlas.getContainer().getBoundingClientRect();
          return [box.left + at.x, box.top + at.y];
        }""",
        [lon, lat],
    )


def click_until(page, point, place, *, zoom=None):
    """Click on a point of the map until the page shows that place.

    With a zoom, the map is set to it before each click: it goes to the answer of a click that
    missed, from where a station cannot be hit.
    """

    def click():
        if zoom:
            page.evaluate(
                "([lon, lat, zoom]) => { map_atlas.setView([lat, lon], zoom, { animate: false }); }",
                [point["lon"], point["lat"], zoom],
            )
        page.mouse.click(*spot(page, point["lon"], point["lat"]))

    again(page, click, f"grensgeoAtlas.state.place === '{place}'")


def one_place(made, key, **more):
    """Ask the library about one place by car, as the atlas opens."""
    state = {"place": key, "cutoff": 45, "resistance": 15, "opportunity": "jobs"} | more
    times = minutes(made, [key], ("car", "from", "baseline", True))[key, 50]
    return state, figures(made, state, times, None)


def test_clicks_on_a_town_a_cell_and_a_station(opened, made):
    page = opened.page
    enschede = made.region.places.loc["GM0153"]
    click_until(page, enschede, "place:GM0153")
    assert "Enschede" in put(page)["headline"]  # set to what it is: once that is answered
    cell = lonely(made)
    click_until(page, cell, f"cell:{cell.name}")
    state, wanted = one_place(made, f"cell:{cell.name}")
    for border in ("closed", "realised", "open"):
        page.locator(f"#c-border .pill:has(input[value={border}])").click()
        for language in ("nl", "de", "en"):
            page.locator(f"[data-language={language}]").click()
            put(page)  # once that is answered, however busy the machine is
            found = shown(page)
            assert found["language"] == language
            holds(found, state | {"border": border}, wanted)
    stop = made.stops[made.stops["id"] == "rail:gronau"].iloc[0]
    click_until(page, stop, f"stop:{stop['id']}", zoom=13)


def lonely(made):
    """Give an inhabited cell near the border, far from the dot of any town."""
    cells, towns = made.region.cells, made.region.places
    some = cells[cells["lon"].between(6.7, 6.95) & cells["lat"].between(52.05, 52.2)]
    far = [
        np.hypot(towns["lon"] - row["lon"], 1.6 * (towns["lat"] - row["lat"])).min()
        for _, row in some.iterrows()
    ]
    return some.iloc[int(np.argmax(far))]


def test_with_the_keyboard_alone(opened, made):
    page = opened.page

    def tab_to(wanted, most=30):
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("(query) => document.activeElement.matches(query)", wanted):
                return
        raise AssertionError(wanted)

    tab_to("#place")
    page.keyboard.type("gronau")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    until(page, "grensgeoAtlas.state.place === 'place:05554020'")
    tab_to("#c-cutoff")
    for _ in range(15):
        page.keyboard.press("ArrowLeft")
    until(page, "grensgeoAtlas.state.cutoff === 30")
    tab_to("#c-border input")
    page.keyboard.press("ArrowLeft")
    until(page, "grensgeoAtlas.state.border === 'realised'")
    tab_to("#c-resistance")
    page.keyboard.press("PageUp")
    until(page, "grensgeoAtlas.state.resistance > 15")
    asked = page.evaluate("grensgeoAtlas.state")
    state, wanted = one_place(
        made, "place:05554020", cutoff=30, border="realised", resistance=asked["resistance"]
    )
    holds(shown(page), state, wanted)
    tab_to(".folium-map")
    page.keyboard.press("Enter")
    until(page, "grensgeoAtlas.state.place !== 'place:05554020'")
    tab_to("#table-box summary", most=60)
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#table button')")

    def choose():
        tab_to("#table button", most=60)
        page.keyboard.press("Enter")

    # the table is drawn anew soon after the place
    again(page, choose, "grensgeoAtlas.state.place.startsWith('place:')")


def test_a_search_finds_a_town_and_a_station(asked, made):
    page = asked.page
    search = page.get_by_role("combobox")
    search.fill("losser")
    page.get_by_role("option").first.click()
    until(page, f"grensgeoAtlas.state.place === '{LOSSER}'")
    state, wanted = one_place(made, LOSSER, border="open")
    holds(shown(page), state, wanted)
    search.fill("gronau")
    found = page.get_by_role("option").all_inner_texts()
    assert "Gronau (Westf.)" in found[0]
    page.get_by_role("option").nth(1).click()
    until(page, "grensgeoAtlas.state.place === 'stop:rail:gronau'")


def test_a_link_gives_the_same_figures_in_a_new_window(browser, asked, made):
    page = asked.page
    before = put(
        page, place="cell:" + lonely(made).name, trip="transit", percentile=75, cutoff=52,
        border="realised", resistance=9, reading="routing", opportunity="population",
        scenario=PLAN, language="de",
    )  # fmt: skip
    until(page, "location.hash.includes('min=52')")
    with visit(browser, made.path, fragment=page.evaluate("location.hash")) as other:
        ready(other.page)
        assert shown(other.page) == before
        other.quiet()


def test_a_scenario_that_changes_nothing_is_greyed_and_says_so(asked, made):
    page = asked.page

    def idle():
        return page.eval_on_selector_all(
            "#c-scenario input:disabled", "all => all.map((one) => one.value)"
        )

    put(page, place=LOSSER, trip="car", language="en", scenario="baseline")
    assert idle() == ["rb64-half-hourly", "f35-cycle-highway", PLAN]
    said = page.locator("#c-scenario .why").inner_text()
    assert said.startswith("Changes nothing on this trip: RB64 every half hour")
    put(page, trip="ebike")
    assert idle() == ["rb64-half-hourly"]
    put(page, trip="transit")  # on foot to the station: a cycle highway helps nobody
    assert idle() == ["f35-cycle-highway"]
    put(page, trip="transit-bicycle")
    assert idle() == []
    assert page.locator("#c-scenario .why").count() == 0


def test_what_leaves_the_page(asked, made):
    page = asked.page
    found = put(page, place=LOSSER, trip="car", cutoff=30, border="realised", resistance=5)
    with page.expect_download() as download:
        page.locator("#csv").click()
    assert download.value.suggested_filename == "atlas-losser-car-30min-realised.csv"
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    remarks = [line for line in text.splitlines() if line.startswith("# ")]
    rows = pd.DataFrame(csv.DictReader(x for x in text.splitlines() if not x.startswith("#")))
    assert rows["cell_id"].tolist() == made.region.cells["cell_id"].tolist()
    counted = rows["counted"] == "1"
    same(found["value"], rows.loc[counted, "jobs"].astype(float).sum())
    within = rows["within_cutoff"] == "1"
    assert rows.loc[within, "travel_time_min"].astype(float).max() <= 30
    same(found["bands"][2], rows.loc[within, "population"].astype(float).sum())
    assert any("travel_time_min in minutes; population in inhabitants" in x for x in remarks)
    said = "\n".join(remarks)
    for source in made.sources.sources:
        for told in (source.title, source.attribution, f"licence {source.licence}"):
            assert told in said
    with page.expect_download() as download:
        page.locator("#png").click()
    picture = Path(download.value.path()).read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width >= 1200
    assert height > 800


def test_the_rank_among_the_eighty_is_the_library_s(opened, made):
    page = opened.page
    put(page, place=LOSSER, trip="car", cutoff=50, border="open", opportunity="jobs")
    until(page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
    towns = made.region.places.loc[made.study.index]
    assert len(towns) == 80
    times = gg.travel_times(made.networks["baseline"], towns, made.region.cells, made.trips["car"])
    jobs = made.region.opportunities["jobs"]
    least, reached, most = (
        gg.cumulative(times, jobs, cutoff_min=50 + off) for off in (-OFF_MIN, 0, OFF_MIN)
    )
    order = reached.sort_values(ascending=False)
    # who reaches the edge of the data is not ranked
    cells = made.region.cells
    there = at_edge(cells, data_edge(municipalities(made.region)))
    inner = ~(times.minutes[:, there] <= 50).any(axis=1)
    order = order[order.index.isin(times.from_id[inner])]
    assert 10 < len(order) < 80
    said = page.locator("#rank-value").inner_text()
    assert said == f"{list(order.index).index('GM0168') + 1} of {len(order)}"
    assert f"{80 - len(order)} at the edge of the data" in page.locator("#rank-said").inner_text()
    page.locator("#rank-box summary").click()
    lines = page.locator("#rank-list").evaluate(
        "(list) => [...list.children].map((n) => [n.children[0].textContent, n.children[1].textContent])"
    )
    assert [name for name, _ in lines] == [made.study["name"][code] for code in order.index]
    for (_, value), code in zip(lines, order.index, strict=True):
        same(parsed(value, "en"), (least[code], most[code]))


def test_who_has_no_figures_has_no_rank(opened, made):
    page = opened.page
    put(page, place=LOSSER, trip="car", cutoff=50, border="closed", opportunity="apprenticeships")
    until(page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
    page.locator("#rank-box summary").click()
    assert page.locator("#rank-value").inner_text() == "no rank"
    german = made.study[made.study["country"] == "DE"]["name"]
    names = page.locator("#rank-list button").all_inner_texts()
    assert names
    assert set(names) < set(german)  # some of them reach the edge of the data
    # with the border open, what is known of the German side is ranked, and told as no more
    put(page, border="open")
    assert "Netherlands: no data" in page.locator("#rank-said").inner_text()
    assert page.locator("#rank-list b").first.inner_text().startswith("at least ")


def test_the_readme_s_picture_tells_the_figures_of_today(made):
    """Those of the mean inhabitant of Losser, as the atlas of the study opens with them."""
    said = (STUDY.parents[2] / "README.md").read_text(encoding="utf-8")
    cells = made.region.cells
    homes = cells[cells["region_code"] == "GM0168"]
    times = gg.travel_times(made.networks["baseline"], homes, cells, made.trips["car"])
    found = gg.reach(times, {"jobs": made.region.opportunities["jobs"]}, cutoffs_min=[45])
    mean = combine(found, weights=cells["population"], groups=cells["region_code"]).iloc[0]
    for number in (mean["closed"], mean["open"]):
        assert f"{number:,.0f}" in said.split("](docs/atlas.png)")[0].rpartition("![")[2]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_for_a_person_to_look_at(browser, made, size, theme):
    with visit(
        browser, made.path, size=size, fragment=f"#theme={theme}&lang=en", touch=size == PHONE
    ) as seen:
        ready(seen.page)
        if size == DESKTOP:  # on a phone the rank stands further down
            until(seen.page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]
        seen.picture(f"atlas-{size[0]}-{theme}")
        seen.quiet()
