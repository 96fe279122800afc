"""What a study found: sentences whose figures stand in its tables, the strongest first."""

import pandas as pd
import pytest
from browser import PHONE, visit
from heldfindings import digits, hold_rows, known_figures
from reach_tables import measured
from toyregion import toy_reach, toy_region

from grensgeo import maps
from grensgeo.maps.region_findings import region_findings
from grensgeo.maps.trip_names import TripName
from grensgeo.measures.long_reach import totals
from grensgeo.words import LANGUAGES, text

TRIPS = {
    mode: TripName(mode, text(f"terms.mode.{mode}"), text(f"terms.by.{mode}"))
    for mode in ("car", "ebike", "walk")
}
NAMES = {"NL213": "NL", "DEA37": "DE"}


def tables(*, car=(10_000, 15_000), walk=(100, 0)):
    """Give reach of three towns and their regions: at home and, for the borderers, across."""
    rows, towns = [], ("GM0001", "GM0002", "05000001", "NL213", "DEA37")
    for place in towns:
        country = NAMES.get(place) or ("NL" if place.startswith("GM") else "DE")
        for mode, (own, other) in {"car": car, "ebike": (2_000, 300), "walk": walk}.items():
            across = other / 3 if place in {"GM0002", "DEA37"} else other
            sides = (own, across) if country == "NL" else (across, own)
            rows.append((place, country, 45.0, "jobs", mode, "baseline", *sides, 0.0))
            plan = (sides[0] * (1.2 if mode == "ebike" else 1), sides[1])
            rows.append((place, country, 45.0, "jobs", mode, "plan", *plan, 0.0))
    names = "id country cutoff_min opportunity mode scenario reach_nl reach_de edge_share"
    table = measured(pd.DataFrame(rows, columns=names.split()))
    parts = table["id"].isin(NAMES)
    return table[~parts].reset_index(drop=True), table[parts].reset_index(drop=True)


def found(**figures):
    towns, parts = tables(**figures)
    return region_findings(
        toy_region(), towns, parts, trips=TRIPS, scenarios={"plan": {"en": "A plan"}}
    )


def told(findings):
    return {one.code: one.sentence["en"] for one in findings}


def test_a_scenario_that_changes_the_same_as_another_repeats_no_figures():
    towns, parts = tables()
    again = towns[towns["scenario"] == "plan"].assign(scenario="both")
    plans = {"plan": {"en": "A plan"}, "both": {"en": "Both plans"}}
    towns = pd.concat([towns, again], ignore_index=True)
    first, second = (
        one
        for one in region_findings(toy_region(), towns, parts, trips=TRIPS, scenarios=plans)
        if one.code.startswith("scenario")
    )
    assert (first.code, second.code) == ("scenario", "scenario_same")
    assert second.sentence["en"] == (
        "“Both plans” brings as much by e-bike within 45 minutes as “A plan”."
    )
    assert (second.bars, second.page, second.strength) == ((), "scenario-both", first.strength)


def test_what_is_said_by_hand():
    said = told(found())
    # Twente: 10,000 at home and 15,000 across, for its 92,000 people
    assert said["open"] == (
        "With the border open, the people of the Twente region reach 25,000 jobs within 45 "
        "minutes by car on average instead of 10,000: +150%."
    )
    assert said["ways"].endswith("within 45 minutes: by car +150% and by e-bike +15%.")
    assert said["ways"].startswith("In Westerveld ")
    assert said["neighbour"] == (
        "In the Netherlands an open border brings relatively more by car within 45 minutes "
        "than in Germany: Twente (+150%) against Steinfurt (+50%)."
    )
    assert said["places"].startswith("Most is gained by Westerveld (+150%), Grenzstadt (+150%)")
    assert said["scenario"] == (
        "“A plan” brings most to Westerveld: 2,700 jobs by e-bike within 45 minutes, "
        "today 2,300 (+17%)."
    )


def test_every_figure_of_a_sentence_stands_in_the_tables():
    towns, parts = tables()
    rows = totals(pd.concat([towns, parts], ignore_index=True))
    rows = rows.set_index(["id", "mode", "scenario"])
    for one in found():
        hold_rows(one, rows)
        assert one.figures
        for language in LANGUAGES:
            known = known_figures(one, language, cutoff_min=45)
            assert digits(one.sentence[language]) <= known, (one.code, one.sentence[language])


def test_the_strongest_stands_first():
    strengths = [one.strength for one in found()]
    assert strengths == sorted(strengths, reverse=True)
    assert found()[0].code == "open"
    # where the border brings next to nothing, the plan is what there is to say
    assert found(car=(10_000, 10))[0].code == "scenario"


def test_one_country_has_no_border_to_speak_of_and_an_idle_plan_is_said():
    towns, parts = tables(car=(10_000, 0), walk=(100, 0))
    same = towns[towns["scenario"] == "baseline"]
    still = pd.concat([same, same.assign(scenario="plan")], ignore_index=True)
    (only,) = [
        one
        for one in region_findings(
            toy_region(), still, parts, trips=TRIPS, scenarios={"plan": "A plan"}
        )
        if one.code.startswith("scenario")
    ]
    assert only.sentence["nl"] == (
        "„A plan” verandert binnen 45 minuten in geen enkele gemeente meer dan het model kan zien (0,5%)."
    )
    assert region_findings(toy_region(), towns[:0], parts[:0], trips=TRIPS) == []


def test_a_figure_on_modelled_counts_says_its_bounds():
    towns, parts = tables()
    parts = parts.assign(open_lower=parts["open"] * 0.9, open_upper=parts["open"] * 1.2)
    first = region_findings(toy_region(), towns, parts, trips=TRIPS)[0]
    assert first.between["nl"] == "Banen zijn deels geschat: het kunnen er 22.500 tot 30.000 zijn."


@pytest.mark.browser
def test_the_page_leads_from_a_finding_to_the_map_in_that_state(browser, tmp_path):
    region, towns = toy_region(), toy_reach()
    drawing = maps.border_effect_map(region, towns)
    drawing.save(tmp_path / "border-effect.html")
    maps.index_page({"border-effect": drawing}, tmp_path / "index.html", findings=found())
    with visit(browser, tmp_path / "index.html", size=PHONE) as seen:
        page = seen.page
        page.locator("[data-language=de]").click()
        assert page.locator("#findings li p").first.inner_text().startswith("Bei offener Grenze")
        assert page.locator("#findings table").first.locator("tr").count() == 2
        page.locator("#theme").click()
        page.locator(".on-map").first.click()
        page.wait_for_url("**/border-effect.html*")
        assert page.locator("html").get_attribute("lang") == "de"
        assert page.locator("html").get_attribute("data-theme") == "dark"
        assert page.get_by_role("radio", name="in Prozent").is_checked()
        # what is chosen there stands in the address, and opens the same again
        page.get_by_role("radio", name="30 Min.").check()
        assert "cutoff=30" in page.url
        page.reload()
        assert page.get_by_role("radio", name="30 Min.").is_checked()
        seen.quiet()
