"""The atlas of one country and of three: the own against all others, and no border where there is none."""

import re
from types import SimpleNamespace

import numpy as np
import pytest
from browser import DESKTOP, PHONE, ready, visit
from test_atlas_page import series
from test_maps_atlas import page_data
from toyatlas import TRIPS, toy_atlas

import grensgeo as gg
from grensgeo import maps, words
from grensgeo.countries import all_countries
from grensgeo.maps.page import country_colours, country_texts

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")

#: Belgium lies between the Netherlands and Germany; or all is Polish.
THREE = {"05000001": "BE"}
ONE = dict.fromkeys(("GM0001", "GM0002", "05000001", "05000002", "05000003"), "PL")
ASK = """async (state) => {
  await grensgeoAtlas.set(state);
  const { closed, realised, open, by, sides } = grensgeoAtlas.figures;
  const text = (query) => [...document.querySelectorAll(query)].map((one) => one.innerText.trim());
  return {
    closed, realised, open, by: Object.fromEntries(sides.map((side, i) => [side, by[i]])),
    state: grensgeoAtlas.state, headline: text("#headline")[0], parts: text("#split-parts .row"),
    bands: text("#bands th[scope=col]"), sums: text("#bands .sum td"), key: text("#chart-key")[0],
    areas: document.querySelectorAll("#chart .area").length, legend: text("#legend li"),
    controls: text("#question fieldset:not([hidden]) legend"), border: text("#border-value")[0],
    effect: document.getElementById("effect-box").hidden, csv: grensgeoAtlas.csv().split("\\r\\n"),
    wide: document.documentElement.scrollWidth - innerWidth,
  };
}"""


def made_of(folder, countries):
    """Write an atlas of the five squares with other countries."""
    trips = {"car": TRIPS["car"]}
    atlas, region, network, _ = toy_atlas(language="en", countries=countries, trips=trips)
    return SimpleNamespace(
        path=atlas.save(folder / "atlas.html"), atlas=atlas, region=region, network=network
    )


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    """An atlas of three countries."""
    return made_of(tmp_path_factory.mktemp("three"), THREE)


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    """An atlas of one country."""
    return made_of(tmp_path_factory.mktemp("one"), ONE)


def worked(made, code, cutoff, resistance):
    """Add up jobs by country from the library's times."""
    region = made.region
    times = gg.travel_times(made.network, region.places.loc[[code]], region.cells, gg.Trip("car"))
    minutes, jobs = times.minutes[0], series(region, "jobs").to_numpy()
    country = region.cells["country"].to_numpy()
    by = {name: jobs[(country == name) & (minutes <= cutoff)].sum() for name in set(country)}
    felt = {name: jobs[(country == name) & (minutes + resistance <= cutoff)].sum() for name in by}
    home = region.municipalities["country"][code]
    across = [name for name in by if name != home]
    return {
        "closed": by[home],
        "realised": by[home] + sum(felt[name] for name in across),
        "open": sum(by.values()),
    }, {name.lower(): value for name, value in by.items()}


@pytest.mark.browser
def test_of_three_countries_the_own_stands_against_all_others(browser, three):
    with visit(browser, three.path) as seen:
        ready(seen.page)
        for code, cutoff, border in (
            ("GM0002", 22, "open"), ("05000001", 18, "realised"), ("05000002", 25, "closed"),
        ):  # fmt: skip
            found = seen.page.evaluate(
                ASK,
                {"place": f"place:{code}", "cutoff": cutoff, "border": border, "resistance": 6},
            )
            wanted, by = worked(three, code, cutoff, 6)
            assert {name: found[name] for name in wanted} == pytest.approx(wanted)
            assert found["by"] == pytest.approx(by)
            for name in ("closed", "open"):
                assert f"{wanted[name]:,.0f}" in found["headline"]
            assert [part.split("\n")[0] for part in found["parts"]] == [
                "Netherlands", "Germany", "Belgium",
            ]  # fmt: skip
            parts = [float(part.split("\n")[1].replace(",", "")) for part in found["parts"]]
            assert sum(parts) == pytest.approx(wanted[border], abs=1.5)
            told = dict(
                line[2:].split(": ") for line in found["csv"] if re.match("# [a-z]{2}: ", line)
            )
            assert {side: float(text.split()[0]) for side, text in told.items()} == pytest.approx(
                by, abs=1e-3
            )
        assert found["bands"] == ["Minutes", "Netherlands", "Germany", "Belgium", "together"]
        assert found["areas"] == 3
        assert found["key"].split() == ["own", "country", "Netherlands", "Belgium"]
        rows = [line.split(",")[3] for line in found["csv"] if re.match(r"[\w-]+-\d\d,", line)]
        assert rows == three.region.cells["country"].tolist()
        seen.quiet()


@pytest.mark.browser
def test_of_one_country_the_page_says_so_and_asks_for_no_border(browser, one):
    fragment = "#border=closed&closed=routing&felt=20"
    for size in (DESKTOP, PHONE):
        with visit(browser, one.path, size=size, fragment=fragment) as seen:
            ready(seen.page)
            found = seen.page.evaluate(ASK, {"cutoff": 22, "border": "realised"})
            wanted, by = worked(one, "GM0002", 22, 0)
            assert found["open"] == pytest.approx(wanted["open"])
            assert found["by"] == pytest.approx(by)
            assert found["state"]["border"] == "open"
            assert found["headline"] == (
                f"From the main place of Oosterveld one reaches {wanted['open']:,.0f} jobs within "
                "22 minutes by car."
            )
            assert found["effect"]
            assert found["border"].startswith("All of this area lies in one country (Poland)")
            assert not {"Border", "What a closed border means"} & set(found["controls"])
            assert found["bands"] == ["Minutes", "together"]
            assert not any("border" in text for text in found["legend"])
            assert not [line for line in found["csv"] if "closed:" in line or "realised:" in line]
            assert found["wide"] <= 0
            seen.quiet()


def test_the_page_knows_countries_by_number_and_names_no_other(one, three):
    data = page_data(three.path.read_text("utf-8"))
    assert data["countries"] == {"1": "NL", "2": "DE", "3": "BE"}
    assert list(data["sides"]) == ["nl", "de", "be"]
    assert data["title"] == words.text("atlas.title")
    alone = page_data(one.path.read_text("utf-8"))
    assert (alone["countries"], list(alone["sides"])) == ({"9": "PL"}, ["pl"])
    assert alone["labels"]["texts"]["pl"]["en"] == "Poland"
    assert not {"nl", "de"} & set(alone["labels"]["texts"])
    assert alone["title"] == words.text("atlas.title_in_one")
    assert one.atlas.sentence() == words.text("atlas.sentence_in_one")


def test_the_gallery_speaks_of_no_border_where_there_is_none(one, three, tmp_path):
    path = maps.index_page({"atlas": one.atlas}, tmp_path / "index.html", language="de")
    text = path.read_text("utf-8")
    assert words.text("atlas.sentence_in_one")["de"] in text
    assert "Grenze" not in text
    path = maps.index_page({"atlas": three.atlas}, tmp_path / "index.html", language="de")
    assert words.text("atlas.sentence")["de"] in path.read_text("utf-8")


def test_no_text_is_called_as_a_country():
    codes = {country.code.lower() for country in all_countries()} | {"se", "no", "it", "es"}
    for file in ("pages", "atlas", "placements"):
        assert not codes & set(words.texts(f"{file}.text"))
    assert set(country_texts(["SE"])) == {"se", "destination_se", "field_se"}


def test_every_country_has_colours_of_its_own():
    def channels(colour):
        return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])

    for ground in (0, 1):
        shades = [channels(pair[ground]) for pair in
                  country_colours(country.code for country in all_countries()).values()]  # fmt: skip
        apart = [np.abs(a - b).sum() for i, a in enumerate(shades) for b in shades[:i]]
        assert min(apart) > 40
    spare = country_colours(["SE", "NL", "NO"])
    assert list(spare) == ["nl", "no", "se"]
    assert len(set(spare.values())) == 3
