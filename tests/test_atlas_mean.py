"""The mean inhabitant in the atlas: looked up, told as such, and the main place by a switch."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from browser import ready, until, visit
from toyatlas import atlas_of_means

from grensgeo.maps.atlas_means import mean_arrays
from grensgeo.measures.long_reach import totals

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]
EN = "#lang=en"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The toy atlas with means of its car trip, and the table of the same reach."""
    atlas, table, means = atlas_of_means()
    path = atlas.save(tmp_path_factory.mktemp("mean") / "atlas.html")
    return path, totals(table).set_index(["id", "cutoff_min", "opportunity"]), means


def ask(page, **state):
    return page.evaluate(
        "async (s) => { await grensgeoAtlas.set(s); const f = grensgeoAtlas.figures; return "
        "{ mean: f.mean === true, closed: f.closed, open: f.open, edge: f.edgeShare,"
        " state: grensgeoAtlas.state } }",
        state,
    )


def said(box, text):
    """Give the condition that a part of the page says something."""
    return f"document.getElementById({box!r}).innerText.includes({text!r})"


def test_the_atlas_opens_with_the_figures_of_the_table(browser, made):
    path, table, _ = made
    with visit(browser, path, fragment=EN) as seen:
        ready(seen.page)
        for code in ("GM0001", "GM0002", "05000001", "05000002"):
            for cutoff in (20, 45):
                found = ask(seen.page, place=f"place:{code}", cutoff=cutoff)
                row = table.loc[code, cutoff, "jobs"]
                assert found["mean"]
                assert [found["closed"], found["open"]] == pytest.approx(
                    [row["closed"], row["open"]], rel=2e-3
                )
                assert found["edge"] == pytest.approx(row["edge_share"], abs=0.006)
        seen.quiet()


def test_bounds_of_modelled_counts_stand_beside_the_figure(browser, tmp_path):
    atlas, table, _ = atlas_of_means()
    rows = table.assign(
        mode="car", scenario="baseline", open_lower=0.9 * table["open"], open_upper=1.25 * table["open"],
        closed_lower=table["closed"], closed_upper=table["closed"],
    )  # fmt: skip
    path = replace(atlas, reach=rows).save(tmp_path / "atlas.html")
    row = totals(rows).set_index(["id", "cutoff_min", "opportunity"]).loc["GM0002", 45, "jobs"]
    told = f"it may be {row['open_lower']:,.0f} to {row['open_upper']:,.0f}."
    with visit(browser, path, fragment=EN) as seen:
        page = seen.page
        ready(page)
        ask(page, place="place:GM0002", cutoff=45)
        assert told in page.locator("#headline").inner_text()
        page.locator("#ways-title").click()
        until(page, said("ways-table", "border open, lower bound"))
        assert f"{row['open_lower']:,.0f}" in page.locator("#ways-table").inner_text()
        # closed is known exactly, and at another cutoff nothing is said
        ask(page, border="closed")
        assert "it may be" not in page.locator("#headline").inner_text()
        ask(page, border="open", cutoff=30)
        assert "it may be" not in page.locator("#headline").inner_text()
        seen.quiet()


def test_every_figure_says_whose_it_is_and_the_main_place_is_a_switch(browser, made):
    with visit(browser, made[0], fragment=EN) as seen:
        page = seen.page
        ready(page)
        assert (
            page.locator("#headline")
            .inner_text()
            .startswith("From Oosterveld the mean inhabitant reaches ")
        )
        for box in ("effect", "rank", "chart", "bands"):
            assert (
                page.locator(f"#{box}-title")
                .inner_text()
                .endswith("mean inhabitant of Oosterveld")
            )
        assert page.locator("#legend-title").inner_text() == (
            "Travel time from the main place of Oosterveld, minutes"
        )
        page.get_by_role("radio", name="main place").check()
        until(page, said("headline", "From the main place of Oosterveld one reaches"))
        until(page, said("effect-title", "jobs · main place of Oosterveld"))
        # a question that no mean was computed for is answered for the main place, and says so
        page.get_by_role("radio", name="mean inhabitant").check()
        until(page, said("headline", "From Oosterveld the mean inhabitant reaches"))
        page.get_by_role("radio", name="on foot").or_(
            page.get_by_role("radio", name="walking")
        ).check()
        until(page, said("headline", "From the main place of Oosterveld"))
        seen.quiet()


def test_minutes_between_two_figures_are_not_made_up(browser, made):
    with visit(browser, made[0], fragment=EN + "&min=43&felt=13&border=realised") as seen:
        ready(seen.page)
        state = ask(seen.page)["state"]
        assert (state["cutoff"], state["resistance"]) == (45, 15)
        assert ask(seen.page, whose="place", cutoff=43)["state"]["cutoff"] == 43
        seen.quiet()


def test_a_scenario_is_what_it_adds_to_the_baseline(made):
    (curves,) = made[2].values()
    arrays, told = mean_arrays({("car", "plan"): curves, ("car", "baseline"): curves})
    assert [(one["scenario"], one["base"]) for one in told["layers"]] == [
        ("baseline", None),
        ("plan", 0),
    ]
    assert not np.nan_to_num(arrays["mean/1/jobs/NL"]).any()
    assert arrays["mean/0/jobs/NL"].any()


def test_the_countries_of_a_mean_add_up_to_the_total_of_the_table():
    # 400,000.4 at home and 258,487.2 across are 658,488 together, which is more than the two
    at_home, across = np.array([[400_000.4, 40.004]]), np.array([[258_487.2, 0.0]])
    curves = SimpleNamespace(
        codes=("GM0001",),
        countries=("DE", "NL"),
        opportunities=("jobs",),
        reach=np.repeat(np.array([[across, at_home]]), 5, axis=3),
        unknown=np.zeros((1, 1, 10)),
        without_ride=None,
        edge_share=np.zeros((1, 10)),
    )
    arrays, _ = mean_arrays({("car", "baseline"): curves})
    far, home = (arrays[f"mean/0/jobs/{country}"] for country in ("DE", "NL"))
    assert [round(value) for value in (far[0], home[0], far[0] + home[0])] == [
        258_487,
        400_000,
        658_488,
    ]
    # small counts have decimals of their own
    assert [far[1], home[1]] == [0.0, 40.0]
