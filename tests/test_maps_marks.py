"""What a map says beside its figures: where data end, where no ride helps, ties, what is known."""

import numpy as np
import pytest
from browser import open_table, visit
from examples import few
from reach_tables import by_columns, by_rows
from toyregion import toy_reach, toy_region

from grensgeo import maps
from grensgeo.maps.trip_names import trip_name
from grensgeo.traveltimes import Trip

pytestmark = pytest.mark.browser
NAN = np.nan


def marked(**columns):
    """Give the toy reach by one trip within 45 minutes, with these columns by municipality."""
    frame = toy_reach(modes=("car",))
    frame = frame[frame["cutoff_min"] == 45].assign(mode="transit-bicycle")
    frame["population_covered"] = 1.0
    for name, values in columns.items():
        frame[name] = frame["id"].map(dict(zip(sorted(set(frame["id"])), values, strict=True)))
    return frame.reset_index(drop=True)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A map of each kind of mark."""
    folder = tmp_path_factory.mktemp("marks")
    trips = {"transit-bicycle": trip_name(Trip("transit", access="bicycle"), {"rail"})}
    # by code: Grenzstadt, Hinterfeld, Westerveld, Oosterveld
    drawn = {
        "edge": marked(edge_share=[0.0, 0.4, 0.0, 0.04], share_without_ride=[0.5, 0.5, 1.0, 0.2]),
        "ties": marked(reach_nl_drawn=[7.0] * 4, reach_de_drawn=[1.0, 1.0, 1.0, 2.0]),
        "partial": marked(reach_nl_drawn=[NAN] * 4, reach_de_drawn=[90.0, 80.0, 70.0, 0.0]),
    }
    for name, table in drawn.items():
        frame = by_columns(table).reset_index(drop=True)
        if "reach_nl_drawn" in frame:
            frame["reach_nl"], frame["reach_de"] = frame["reach_nl_drawn"], frame["reach_de_drawn"]
            frame = frame.drop(columns=["reach_nl_drawn", "reach_de_drawn"])
        own = np.where(frame["country"] == "NL", frame["reach_nl"], frame["reach_de"])
        total = frame["reach_nl"] + frame["reach_de"]
        frame["closed"], frame["open"] = own, total
        frame["border_effect"] = frame["open"] / frame["closed"].replace(0, NAN) - 1
        for column in {"share_across", "unknown_within"} & set(frame.columns):
            del frame[column]
        drawing = maps.reach_map(toy_region(), by_rows(frame), trips=trips, language="en")
        drawing.save(folder / f"{name}.html")
    return folder


def test_hatched_said_and_left_out_of_the_extremes(browser, saved):
    with visit(browser, saved / "edge.html") as seen:
        page = seen.page
        over = page.locator(".leaflet-lines-pane path[fill^='url(#hatch-']").evaluate_all(
            "nodes => nodes.map((n) => n.getAttribute('fill')).sort()"
        )
        assert over == ["url(#hatch-edge)", "url(#hatch-still)"]
        # the legend is hatched as the map is, on the ground of the page: dark where that is
        swatches = page.locator("#legend .swatch:has(rect)").evaluate_all(
            "nodes => nodes.map((n) => [n.querySelector('rect').getAttribute('fill'),"
            " getComputedStyle(n).backgroundColor])"
        )
        assert swatches == [[fill, "rgba(0, 0, 0, 0)"] for fill in over]
        legend = page.locator("#legend").inner_text()
        assert "touches the edge of the data" in legend
        assert "no ride takes anyone farther" in legend
        extremes = page.locator("#extremes").inner_text()
        assert "Grenzstadt" in extremes
        assert "Not compared: 1 at the edge of the data, 1 where no ride" in extremes
        page.locator("#find").select_option(label="Hinterfeld")
        assert "For 40% of the inhabitants" in page.locator(".leaflet-popup-content").inner_text()
        assert page.locator("#headline").inner_text() == (
            "Reachable jobs within 45 minutes by train (by bicycle to the station), mean "
            "inhabitant of each municipality"
        )
        seen.quiet()


def test_ties_are_told_as_ties(browser, saved):
    with visit(browser, saved / "ties.html", fragment="#nl") as seen:
        lines = seen.page.locator("#extremes > div").all_inner_texts()
        assert len([line for line in lines if "gemeenten" in line]) == 1
        assert any(line.startswith("Laagste: 3 gemeenten 8") for line in lines)
        seen.quiet()


def test_what_one_country_lacks_does_not_hide_what_the_other_has(browser, saved):
    with visit(browser, saved / "partial.html", fragment="#nl") as seen:
        page = seen.page
        # the map opens on the country that has figures
        assert page.get_by_role("radio", name="alleen Duitsland").is_checked()
        page.get_by_role("radio", name="beide landen").check()
        page.locator("#find").select_option(label="Grenzstadt")
        main = page.locator(".leaflet-popup-content .main").inner_text()
        assert main == "ten minste 90 \u2013 Nederland: geen gegevens"
        open_table(page)
        assert "ten minste 90" in page.locator("#table").inner_text()
        # at least nothing is no knowledge
        page.locator("#find").select_option(label="Oosterveld")
        assert page.locator(".leaflet-popup-content .main").inner_text() == "geen gegevens"
        seen.quiet()


@pytest.mark.parametrize(
    ("locale", "language"),
    few([("de-DE", "de"), ("nl-NL", "nl"), ("it-IT", "en")], ("de-DE", "de")),
)
def test_maps_open_in_the_language_of_the_browser(browser, saved, locale, language):
    with visit(browser, saved / "ties.html", locale=locale) as seen:
        assert seen.page.locator("html").get_attribute("lang") == language
