"""No figure on a page without what it counts and whose it is."""

import re

import pytest
from browser import ready, until, visit
from examples import few
from toyatlas import atlas_of_means
from toyregion import toy_reach, toy_region

from grensgeo import maps, words

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]

#: What is counted, by language: minutes, shares, jobs, people, places in a ranking.
UNITS = {
    "nl": r"\bmin\b|minuten|%|banen|inwoners|km²|gemeenten",
    "de": r"Min\.|Minuten|%|Arbeitsplätze|Einwohner|km²|Gemeinden",
    "en": r"\bmin\b|minutes|%|jobs|inhabitants|km²|municipalities",
}
MEAN = {
    "nl": "gemiddelde inwoner van {name}",
    "de": "Einwohner von {name} im Mittel",
    "en": "mean inhabitant of {name}",
}
PLACE = {
    "nl": "hoofdplaats van {name}",
    "de": "Hauptort von {name}",
    "en": "main place of {name}",
}
CELL = {"nl": "een plek in {name}", "de": "einer Stelle in {name}", "en": "a spot in {name}"}
#: Who the headline and the legend speak of, in words of their own.
SENTENCE = {
    "mean": {
        "nl": "Vanuit {name} bereikt de gemiddelde inwoner",
        "de": "Von {name} aus erreichen die Einwohner im Mittel",
        "en": "From {name} the mean inhabitant reaches",
    },
    "place": {
        "nl": "hoofdplaats van {name}",
        "de": "Hauptort der Gemeinde {name}",
        "en": "main place of {name}",
    },
    "cell": CELL,
}
#: What a share or a place in a ranking is of stands beside it, too.
OF_JOBS = ("split-box", "effect-box", "plan-box", "rank-box", "chart-box")

TEXTS = """() => {
  for (const box of document.querySelectorAll("details")) box.open = true;
  const shown = (node) => (node && node.checkVisibility() ? node.innerText : "");
  return Object.fromEntries(["headline", "legend-box", "table", "asked",
    ...["split", "effect", "plan", "rank", "chart", "bands"].map((name) => name + "-box")]
    .map((id) => [id, shown(document.getElementById(id))]));
}"""


def faults(text, language, owners, counted=None):
    """Say what a panel that shows figures lacks; one that shows none lacks nothing."""
    if not re.search(r"\d", text):
        return []
    lacks = [] if re.search(counted or UNITS[language], text, re.IGNORECASE) else ["unit"]
    told = text.casefold()
    return lacks + ([] if any(owner.casefold() in told for owner in owners) else ["owner"])


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    return atlas_of_means(plans=["plan"])[0].save(
        tmp_path_factory.mktemp("figures") / "atlas.html"
    )


@pytest.mark.parametrize("language", few(words.LANGUAGES, "nl"))
@pytest.mark.parametrize(
    ("who", "fragment"),
    [
        ("mean", "at=place:GM0002&who=mean"),
        ("place", "at=place:GM0002&who=place&plan=plan"),
        ("cell", "at=cell:GM0002-22"),
    ],
)
def test_the_atlas(browser, atlas, language, who, fragment):
    owner = {"mean": MEAN, "place": PLACE, "cell": CELL}[who][language].format(name="Oosterveld")
    sentence = SENTENCE[who][language].format(name="Oosterveld")
    # on the map and in the table are the times of the point itself
    point = SENTENCE["place" if who == "mean" else who][language].format(name="Oosterveld")
    with visit(browser, atlas, fragment=f"#lang={language}&{fragment}") as seen:
        ready(seen.page)
        until(seen.page, "grensgeoAtlas.rank.done === 0 || grensgeoAtlas.rank.done >= 4")
        texts = seen.page.evaluate(TEXTS)
        texts |= {"table": seen.page.evaluate("document.getElementById('table').innerText")}
        seen.quiet()
    jobs = words.text("terms.opportunity.jobs")[language]
    found = {
        name: faults(text, language, [owner], jobs if name in OF_JOBS else None)
        for name, text in texts.items()
    }
    found["headline"] = faults(texts["headline"], language, [sentence], jobs)
    for name in ("legend-box", "table"):
        found[name] = faults(texts[name], language, [point])
    assert not any(found.values()), (found, texts)
    assert all(re.search(r"\d", texts[name]) for name in ("headline", "split-box", "effect-box",
               "rank-box", "chart-box", "bands-box", "legend-box", "table"))  # fmt: skip
    assert bool(texts["plan-box"]) == ("plan=" in fragment)


def drawn(region):
    mean = {"population_covered": 1.0}
    return {
        "reach": maps.reach_map(region, toy_reach().assign(**mean)),
        "border-effect": maps.border_effect_map(region, toy_reach().assign(**mean)),
        "scenario": maps.scenario_map(
            region,
            toy_reach().assign(**mean),
            toy_reach(scale=0.8, scenario="plan").assign(**mean),
        ),
        "of-places": maps.reach_map(region, toy_reach()),
    }


@pytest.mark.parametrize("language", few(words.LANGUAGES, "de"))
@pytest.mark.parametrize("name", ["reach", "border-effect", "scenario", "of-places"])
def test_maps(browser, tmp_path, name, language):
    path = drawn(toy_region())[name].save(tmp_path / "map.html")
    each = "of_each" if name == "of-places" else "of_mean"
    owner = words.text(f"pages.text.{each}")[language].removeprefix(", ")
    with visit(browser, path, fragment=f"#{language}") as seen:
        page = seen.page
        headline = page.locator("#headline").inner_text()
        assert faults(headline + " 1", language, [owner]) == []
        legend = page.locator("#legend-title").inner_text() + page.locator("#legend").inner_text()
        assert faults(legend, language, [""]) == []  # the headline above says whose
        extremes = page.locator("#extremes").inner_text()
        assert (
            faults(
                extremes,
                language,
                ["feld", "veld", "stad", words.text("pages.text.tied")[language][4:]],
            )
            == []
        )
        page.locator("#find").select_option(label="Oosterveld")
        card = page.locator(".leaflet-popup-content").inner_text()
        assert faults(card, language, ["Oosterveld"]) == []
        if each == "of_mean":
            assert words.text("pages.text.of_mean_here")[language] in card
        page.evaluate("document.getElementById('table-box').open = true")
        page.locator("#table caption").wait_for()
        assert faults(page.locator("#table caption").inner_text() + " 1", language, [owner]) == []


def test_a_figure_without_unit_or_owner_is_found():
    assert faults("Border closed 1,234", "en", ["mean inhabitant of X"]) == ["unit", "owner"]
    assert faults("jobs: 1,234", "en", ["mean inhabitant of X"]) == ["owner"]
    assert faults("no figures", "en", ["mean inhabitant of X"]) == []


CHART = """(factor) => {
  const { curve, ...rest } = grensgeoAtlas.figures;
  const times = (values) => Array.from(values, (v) => v * factor);
  const found = { ...rest, curve: { ...curve, by: curve.by.map(times) } };
  grensgeoAtlas.chart(found);
  return [...document.querySelectorAll("#chart text")].map((one) => [one.textContent, one.getBBox().x]);
}"""


@pytest.mark.parametrize("factor", few([1, 100, 10_000], 10_000))
def test_no_digit_of_the_charts_axis_is_cut_off(browser, atlas, factor):
    with visit(browser, atlas, fragment="#lang=nl") as seen:
        ready(seen.page)
        told = seen.page.evaluate(CHART, factor)
    assert any(len(text) >= len(f"{factor * 10_000:,}") for text, _ in told)
    assert min(x for _, x in told) >= 0, told
