"""Names that want to be code, in every place of every page where a name can stand."""

import csv
import io
import re
from pathlib import Path
from types import SimpleNamespace

import geopandas as gpd
import pandas as pd
import pytest
from browser import until, visit
from examples import few
from feeds import AGENCY, DAILY, write_feed
from reach_tables import by_rows
from shapely import LineString, Point, box
from toyatlas import STEP, toy_network

import grensgeo as gg
from grensgeo import maps
from grensgeo.grenswerk.placements import Student
from grensgeo.gtfs.findings import Finding
from grensgeo.gtfs.report import FeedReport
from grensgeo.maps.feed_page import write_feed_page
from grensgeo.provenance import Provenance, Source
from grensgeo.region.region import CellOpportunities

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
    pytest.mark.filterwarnings("ignore:Glyph .* missing from font:UserWarning"),
]

RUN = "window.ran=1"
HOSTILE = [
    # markup
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT\n><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</option></select><img src=x onerror={RUN}>",
    f"</text></svg><img src=x onerror={RUN}>",
    f"--><script>{RUN}</script>",
    "<!--",
    "<!--<script>",
    f"]]><script>{RUN}</script>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<template><script>{RUN}</script></template>",
    f"<details open ontoggle={RUN}>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    # what would ask the network
    "<img src=http://evil.example/x.png>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<base href=http://evil.example/>",
    "<form action=http://evil.example/><button>ok</button></form>",
    "<object data=http://evil.example/x></object>",
    'x" style="background:url(http://evil.example/x)',
    # attributes
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f'" onmouseover="{RUN}',
    f"' onfocus='{RUN}' autofocus='",
    f"` onclick=`{RUN}",
    # scripts
    f"`${{{RUN}}}`",
    f"${{{RUN}}}",
    f"{{{{{RUN}}}}}",
    f"<%= {RUN} %>",
    f'";{RUN};//',
    f"';{RUN};//",
    f"\\';{RUN};//",
    "\\u003cscript\\u003ewindow.ran=1\\u003c/script\\u003e",
    f"\u2028{RUN}\u2029",
    # references that someone may have decoded once too often
    f"&lt;img src=x onerror={RUN}&gt;",
    "&#60;script&#62;window.ran=1&#60;/script&#62;",
    "%3Cscript%3Ewindow.ran=1%3C/script%3E",
    # formulas of a picture
    "$\\frac{$ and $x_{",
    # addresses
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"//evil.example/{RUN}",
    # words that mean something to a script
    "__proto__",
    "constructor",
    "{place} {open} {n}",
    # characters
    "\u202egro.elpmaxe",
    "\u2066\u200fabc\u2069",
    "nul\x00nul",
    "bell\x07 escape\x1b[31m",
    "\ufeffbom\u200b",
    "Z\u0351\u036b\u0343alg\u033bo" + "\u0351" * 60,
    "x" * 10_000,
    # spreadsheets
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/","x")',
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "a,=1+1;=2+2",
    'a\r\n=1+1,"=2+2"',
]  # fmt: skip
ACROSS, UP = 10, 7
FORMULA = tuple("=+-@\t\r\n")


def test_there_are_sixty_and_each_but_once():
    assert len(HOSTILE) >= 60
    assert len(set(HOSTILE)) == len(HOSTILE) <= ACROSS * UP


@pytest.fixture(scope="module")
def region():
    """As many municipalities as there are names, each of one square, with one cell each."""
    rows = []
    for number, name in enumerate(HOSTILE):
        i, j = number % ACROSS, number // ACROSS
        west, south = 6.75 + i * STEP, 52.2 + j * STEP
        home = "NL" if i < 3 else "DE"
        code = f"GM{number:04d}" if home == "NL" else f"05{number:06d}"
        rows.append(
            {
                "region_code": code, "name": name, "country": home, "nuts3": f"X{number}",
                "nuts3_name": name, "area": "twente" if home == "NL" else "muensterland",
                "population": 1000 + number, "population_date": "2022-01-01",
                "place_lon": west + STEP / 2, "place_lat": south + STEP / 2,
                "geometry": box(west, south, west + STEP, south + STEP),
            }
        )  # fmt: skip
    towns = gpd.GeoDataFrame(rows, crs=4326).set_index("region_code", drop=False)
    towns.index.name = None
    places = gpd.GeoDataFrame(
        towns[["region_code", "name", "country"]],
        geometry=[Point(x, y) for x, y in zip(towns.place_lon, towns.place_lat, strict=True)],
        crs=4326,
    )
    cells = towns[["region_code", "country", "population", "geometry"]].assign(
        cell_id=[line(name) for name in HOSTILE],
        grid_id=HOSTILE,
        lon=towns["place_lon"],
        lat=towns["place_lat"],
    )
    cells = gpd.GeoDataFrame(cells, crs=4326).set_index("cell_id", drop=False)
    cells.index.name = None
    sources = tuple(Source(name, name, name, name, name, name) for name in HOSTILE)
    table = pd.DataFrame(
        [(code, name, 10.0 + n) for code in towns.index for n, name in enumerate(HOSTILE)],
        columns=["region_code", "opportunity", "count"],
    )
    return SimpleNamespace(
        municipalities=towns,
        places=places,
        cells=cells,
        base_map=None,
        border=gpd.GeoSeries([LineString([(6.9, 52.2), (6.9, 52.55)])], crs=4326),
        opportunity_table=table,
        opportunities=CellOpportunities(table, cells),
        provenance=Provenance(sources=sources, notes=tuple(HOSTILE)),
    )


def line(name):
    """Give a name in one line, as ids and the names of stops travel in an atlas."""
    return " ".join(name.split())


def safe(seen):
    """Hold that nothing ran, nothing was asked for or said, and nothing leads where it may not."""
    assert seen.page.evaluate("window.ran") is None
    assert (
        seen.page.evaluate(
            "document.querySelectorAll('iframe, object, base, form[action]').length"
        )
        == 0
    )
    links = seen.page.evaluate("[...document.querySelectorAll('a[href]')].map((a) => a.protocol)")
    assert set(links) <= {"file:", "http:", "https:"}
    seen.quiet()


def texts(page, query):
    return page.evaluate(
        "(query) => [...document.querySelectorAll(query)].map((node) => node.textContent)", query
    )


def told(found, names=HOSTILE):
    """Hold that every name stands as text in one of the texts."""
    missing = [name[:60] for name in names if not any(name in text for text in found)]
    assert missing == []


def reach_of(region, *, many="opportunity", scenario="baseline", scale=1.0):
    """Give reach of every town, with as many opportunities, or modes, as there are names."""
    rows = [
        (code, country, 45.0, 100.0 * scale, 50.0 * scale, own * scale, 150.0 * scale,
         150.0 / own - 1, scenario, name, HOSTILE[1])
        for code, country in region.municipalities["country"].items()
        for own in [100.0 if country == "NL" else 50.0]
        for name in HOSTILE
    ]  # fmt: skip
    other = {"opportunity": "mode", "mode": "opportunity"}[many]
    names = "id country cutoff_min reach_nl reach_de closed open border_effect scenario"
    return by_rows(pd.DataFrame(rows, columns=[*names.split(), many, other]))


def isochrones_of():
    """Give a band around as many origins as there are names."""
    rows = [
        (f"o{n}", 15.0, "walk", Point(7.0 + 0.001 * n, 52.3).buffer(0.02))
        for n in range(len(HOSTILE))
    ]
    columns = ["from_id", "cutoff_min", "mode", "geometry"]
    return gpd.GeoDataFrame(rows, columns=columns, crs=4326)


def open_everything(page):
    """Open whatever is folded, and go through the languages."""
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    for language in ("nl", "de", "en"):
        page.locator(f"[data-language={language}]").click()


@pytest.mark.parametrize(
    "kind",
    few(["reach", "border-effect", "scenario", "isochrones", "flows"], "reach", "isochrones"),
)
def test_maps(browser, region, tmp_path, kind):
    every = " ".join(HOSTILE)
    table = reach_of(region, many="mode" if kind == "border-effect" else "opportunity")
    if kind == "reach":
        drawing = maps.reach_map(region, table, title=every)
    elif kind == "border-effect":
        drawing = maps.border_effect_map(region, table, title=every)
    elif kind == "scenario":
        changed = reach_of(region, scenario=HOSTILE[0], scale=0.8)
        drawing = maps.scenario_map(region, table, changed, title=every)
    elif kind == "isochrones":
        names = {f"o{n}": name for n, name in enumerate(HOSTILE)}
        drawing = maps.isochrone_map(region, isochrones_of(), names=names, title=every)
    else:
        codes = list(region.municipalities.index)
        flows = pd.DataFrame(
            {"from_id": codes, "to_id": codes[1:] + codes[:1], "count": 100.0, "mode": HOSTILE}
        )
        drawing = maps.flow_map(region, flows, title=every)
    with visit(browser, drawing.save(tmp_path / "map.html")) as seen:
        page = seen.page
        open_everything(page)
        told(texts(page, "h1"))
        told(texts(page, "#sources li, #sources"))
        told(texts(page, "#notes li, #notes"))
        if kind in {"reach", "border-effect", "scenario"}:
            told(texts(page, "#find option"))
            told(texts(page, "#table-box"))
            page.locator("#find").select_option(index=3)
        told(texts(page, "body"))
        safe(seen)


def test_grenswerk_placements(browser, region, tmp_path):
    words = ("id", "opp_type", "language", "sector_nace", "valid_from", "valid_to", "source_id",
             "mode", "unsure")  # fmt: skip
    frame = gpd.GeoDataFrame(
        [
            {"count": 1.0, "eqf_min": 3, "eqf_max": 4, "located": "point", "across": False,
             "country": "NL", "travel_time_min": 4.0, **dict.fromkeys(words, name),
             "id": f"{n}{name}"}
            for n, name in enumerate(HOSTILE)
        ],
        geometry=[Point(6.8, 52.3)] * len(HOSTILE),
        crs=4326,
    )  # fmt: skip
    frame["travel_time_bicycle_min"] = 4.0
    frame[["eqf_min", "eqf_max"]] = frame[["eqf_min", "eqf_max"]].astype("Int64")
    home = Student(6.85, 52.3, country="NL", eqf=4)
    drawing = maps.placements_map(region, frame, student=home, title=" ".join(HOSTILE))
    with visit(browser, drawing.save(tmp_path / "map.html")) as seen:
        open_everything(seen.page)
        told(texts(seen.page, "#table"))
        seen.page.locator("#table tbody button").first.click()
        told(texts(seen.page, ".leaflet-popup-content"), HOSTILE[:3])
        safe(seen)


@pytest.mark.long
def test_pair_and_gallery(browser, region, tmp_path):
    every = " ".join(HOSTILE)
    drawing = maps.reach_map(region, reach_of(region, many="mode"), title=every)
    with visit(
        browser, maps.pair_page(drawing, drawing, tmp_path / "pair.html", title=every)
    ) as seen:
        open_everything(seen.page)
        told(texts(seen.page, "h1"))
        told(texts(seen.page, "body"))
        safe(seen)
    titled = {f"m{n}": maps.reach_map(region, reach_of(region).head(60), title=name)
              for n, name in enumerate(HOSTILE[::6])}  # fmt: skip
    index = maps.index_page(titled, tmp_path / "index.html", title=every)
    with visit(browser, index) as seen:
        for language in ("nl", "de", "en"):
            seen.page.locator(f"[data-language={language}]").click()
            told(texts(seen.page, "h1"))
            told(texts(seen.page, "main, body"), HOSTILE[::6])
        safe(seen)


def test_report_on_a_feed(browser, tmp_path):
    findings = tuple(
        Finding("error", name, name, None, "", name, name, example=name) for name in HOSTILE
    )
    days = pd.DataFrame(
        {"trips": [3, 0], HOSTILE[3]: [1, 0], HOSTILE[27]: [2, 0]},
        index=pd.date_range("2026-03-01", periods=2, name="date"),
    )
    report = FeedReport(Path(f"feed{HOSTILE[3]}.zip"), None, findings, days)
    with visit(browser, write_feed_page(report, tmp_path / "feed.html")) as seen:
        assert texts(seen.page, "h1") == [f"GTFS feed feed{HOSTILE[3]}.zip"]
        # HTML knows no NUL, and one way to end a line
        names = [name.replace("\x00", "").replace("\r\n", "\n") for name in HOSTILE]
        for column in (2, 4, 5):
            found = texts(seen.page, f".told:not([hidden]) tbody td:nth-child({column})")
            found = [text.replace("\ufffd", "").replace("\r\n", "\n") for text in found]
            assert found == names
        safe(seen)


def hostile_feed(path, region):
    """Write a line between all towns with hostile stops, lines, agencies and headsigns."""

    def table(header, rows):
        text = io.StringIO()
        csv.writer(text).writerows([header.split(","), *rows])
        return text.getvalue()

    # a reader of feeds refuses zero bytes, as those of UTF-16
    names = [name.replace("\x00", "") for name in HOSTILE]
    points = list(zip(region.cells["lon"], region.cells["lat"], strict=True))
    runs = range(len(HOSTILE) - 1)
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Berlin"),
        "calendar.txt": DAILY,
        "stops.txt": table("stop_id,stop_name,stop_lat,stop_lon", [
            (f"s{n}", names[n], y, x) for n, (x, y) in enumerate(points)]),
        "routes.txt": table("route_id,agency_id,route_short_name,route_long_name,route_type", [
            (f"r{n}", "A", names[n], names[n], 3) for n in runs]),
        "trips.txt": table("route_id,service_id,trip_id,trip_headsign", [
            (f"r{n}", "D", f"t{n}", names[n]) for n in runs]),
        "stop_times.txt": table("trip_id,arrival_time,departure_time,stop_id,stop_sequence", [
            (f"t{n}", time, time, f"s{n + k}", k)
            for n in runs for k, time in enumerate(("08:00:00", "08:09:00"))]),
    }  # fmt: skip
    return write_feed(path, files)


@pytest.fixture(scope="module")
def atlas(region, tmp_path_factory):
    """An atlas in which whatever has a name has a hostile one."""
    folder = tmp_path_factory.mktemp("hostile")
    feed = hostile_feed(folder / "feed.zip", region)
    land = region.municipalities[["country", "geometry"]].dissolve("country").reset_index()
    network = gg.with_feeds(toy_network(region), [feed], countries=land)
    trips = {name: gg.Trip("car") for name in HOSTILE}
    trips["bus"] = gg.Trip("transit", departure="2023-10-17T07:50", window_min=10)
    plans = [f"p{n}" for n in range(len(HOSTILE))]
    taken = gg.portable(
        network, region.cells, trips, places=region.places, scenarios=dict.fromkeys(plans, network)
    )
    titles = {
        plan: {"nl": name, "de": name, "en": name}
        for plan, name in zip(plans, HOSTILE, strict=True)
    }
    drawing = gg.Atlas(
        region, taken, scenario_titles=titles, title=" ".join(HOSTILE), language="en",
        trip_titles={name: {"nl": name, "de": name, "en": name} for name in HOSTILE},
    )  # fmt: skip
    return drawing.save(folder / "atlas.html"), taken


def test_atlas(browser, region, atlas):
    path, taken = atlas
    with visit(browser, path) as seen:
        page = seen.page
        page.evaluate("window.grensgeoAtlas.ready.then(() => true)")
        # within five minutes nobody inside reaches the edge of the data, where no one is ranked
        page.evaluate("grensgeoAtlas.set({ cutoff: 5 })")
        until(page, "grensgeoAtlas.rank.done === grensgeoAtlas.rank.all")
        open_everything(page)
        told(texts(page, "h1"))
        inside = [n for k, n in enumerate(HOSTILE) if k % ACROSS in range(1, 9) and 10 <= k < 50]
        told(texts(page, "#rank-list button"), inside)
        told(texts(page, "#sources li"))
        told(texts(page, "#notes li"))
        for part in ("opportunity", "scenario", "trip"):
            assert set(texts(page, f"#c-{part} .pill span")) >= set(HOSTILE), part
        until(page, "document.querySelector('#table button')")
        told(texts(page, "#table button"))
        # every third cell, and every stop under the name that the feed's reader let through
        stops = list(zip(taken.arrays["stop/id"], taken.arrays["stop/name"], strict=True))
        assert len(stops) == len(HOSTILE)
        told([name for _, name in stops], [line(n) for n in HOSTILE if "\x00" not in n])
        for key, name in [
            *((f"cell:{cell}", None) for cell in region.cells["cell_id"][::3]),
            *((f"stop:{number}", name) for number, name in stops),
        ]:
            page.evaluate("(place) => grensgeoAtlas.set({ place })", key)
            assert page.evaluate("grensgeoAtlas.state.place") == key
            if name is not None:
                assert name in page.locator("#headline").text_content()
        for name in ("<img", "javascript", "1+1", "x" * 40):
            page.get_by_role("combobox").fill(name)
            assert page.get_by_role("option").count() > 0
        page.keyboard.press("Escape")
        page.evaluate("map_atlas.setZoom(12, { animate: false }) && null")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1400
        safe(seen)


def test_tables_that_leave_are_no_formulas(browser, region, atlas):
    with visit(browser, atlas[0]) as seen:
        seen.page.evaluate("window.grensgeoAtlas.ready.then(() => true)")
        for cell, name in zip(region.cells["cell_id"][::9], HOSTILE[::9], strict=True):
            seen.page.evaluate("(asked) => grensgeoAtlas.set(asked)", {
                "place": f"cell:{cell}", "opportunity": name, "language": "en"})  # fmt: skip
            assert name in texts(seen.page, "#headline")[0]
        text = seen.page.evaluate("grensgeoAtlas.csv()")
        safe(seen)
    # as a spreadsheet reads it, here and where fields end with a semicolon
    for separator in (",", ";", "\t"):
        fields = [
            field
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            for field in row
        ]
        numbers = [
            field for field in fields if field[:1] == "-" and field[1:].replace(".", "").isdigit()
        ]
        assert [f[:80] for f in fields if f.startswith(FORMULA) and f not in numbers] == []
    rows = list(csv.reader(io.StringIO(text, newline="")))
    start = next(n for n, row in enumerate(rows) if row[:1] == ["cell_id"])
    assert all(row[0].startswith("# ") for row in rows[:start])
    for column, names in ((0, region.cells["cell_id"]), (2, HOSTILE)):
        found = [row[column] for row in rows[start + 1 :]]
        assert [text.replace("'", "") for text in found] == [n.replace("'", "") for n in names]
        plain = [name for name in names if not re.search(r"[=+@-]|\s", name)]
        assert len(plain) > 5
        assert set(plain) <= set(found)
