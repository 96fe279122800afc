"""Maps of one country and of three: what is chosen, said and coloured follows the countries."""

import geopandas as gpd
import pandas as pd
import pytest
from reach_tables import by_rows
from test_maps_atlas import page_data
from toyregion import toy_region

from grensgeo import maps
from grensgeo.maps.gallery import _sentence
from grensgeo.words import in_form

CODES = ("GM0001", "GM0002", "05000001", "05000002")
#: The third lies in a country that the toy region does not know of itself.
LANDS = {
    "one": dict.fromkeys((*CODES, "05000003"), "CZ"),
    "three": {"05000001": "LU"},
    "unknown": {"05000001": "SE"},
}


def region_of(kind):
    """Give the toy region with other countries, and a table of the reach of its people."""
    region = toy_region()
    towns = region.municipalities
    towns["country"] = [LANDS[kind].get(code, own) for code, own in towns["country"].items()]
    if kind == "one":
        region.border = gpd.GeoSeries([], crs=4326)
    lands = sorted(set(towns["country"]))
    rows = []
    for place, code in enumerate(CODES):
        home = towns["country"][code]
        reached = {land: 100.0 * (place + 1) * (n + 1) for n, land in enumerate(lands)}
        both = {"closed": reached[home], "open": sum(reached.values())}
        rows.append(
            {"id": code, "country": home, "cutoff_min": 45.0, "opportunity": "jobs"}
            | {f"reach_{land.lower()}": value for land, value in reached.items()}
            | both
            | {"border_effect": both["open"] / both["closed"] - 1, "mode": "car",
               "scenario": "baseline"}
        )  # fmt: skip
    return region, by_rows(pd.DataFrame(rows))


def shown(drawing):
    """Give what a map's page carries."""
    return page_data(drawing.html())


def options(view):
    return {control["id"]: control["options"] for control in view["controls"]}


@pytest.mark.parametrize(
    ("kind", "sides"), [("three", ["nl", "de", "lu"]), ("unknown", ["nl", "de", "se"])]
)
def test_of_three_countries_each_is_a_choice_and_has_a_colour(kind, sides):
    data = shown(maps.reach_map(*region_of(kind)))
    (view,) = data["views"]
    assert sorted(options(view)["destination"]) == sorted(["open", *sides, "closed"])
    assert sorted(view["bar"]) == sorted(sides)
    assert list(data["sides"]) == sides
    assert len({tuple(pair) for pair in data["sides"].values()}) == 3
    assert data["labels"]["texts"]["destination_open"]["nl"] == "alle landen"
    assert data["title"]["en"] == "What can be reached in the own country and across the border?"
    assert data["labels"]["texts"][sides[-1]]["en"] == {"lu": "Luxembourg", "se": "SE"}[sides[-1]]


def test_of_one_country_there_is_no_choice_of_border():
    data = shown(maps.reach_map(*region_of("one")))
    (view,) = data["views"]
    assert options(view)["destination"] == ["open"]
    assert (view["rows"], view["bar"], "closed" in view) == ([], ["cz"], False)
    assert data["title"]["de"] == "Was ist erreichbar?"
    assert data["labels"]["texts"]["field_open"]["nl"] == "bereikbare {opportunity}"
    assert data["base"]["border"] == []


def test_the_gallery_names_the_countries_and_what_is_counted():
    region, reach = region_of("three")
    drawing = maps.reach_map(region, reach)
    assert _sentence(drawing)["nl"] == (
        "Hoeveel banen de inwoners van elke gemeente bereiken, in Nederland, in Duitsland en in "
        "Luxemburg."
    )
    several = pd.concat([reach, reach.assign(opportunity="apprenticeships")])
    assert _sentence(maps.reach_map(region, several))["de"].startswith(
        "Wie viele Arbeitsplätze und Ausbildungsplätze die"
    )
    assert _sentence(maps.border_effect_map(region, reach))["en"] == (
        "How much more can be reached when the neighbouring countries count too."
    )
    alone = _sentence(maps.reach_map(*region_of("one")))
    assert alone["en"].endswith("of each municipality reach, in Czechia.")


def test_texts_have_the_form_for_their_number_of_countries():
    told = {"a": "both", "a_in_one": "it", "b": "same", "a_in_many": "all"}
    assert in_form(told, 2) == in_form(told, 0) == {"a": "both", "b": "same"}
    assert in_form(told, 1) == {"a": "it", "b": "same"}
    assert in_form(told, 7) == {"a": "all", "b": "same"}


def test_pictures_are_drawn_of_one_country_and_of_three(tmp_path):
    for kind in ("one", "three"):
        path = maps.reach_map(*region_of(kind)).picture(tmp_path / f"{kind}.svg")
        text = path.read_text("utf-8")
        assert ("beide" in text, "over de grens" in text) == (False, kind == "three")
