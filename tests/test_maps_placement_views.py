from types import SimpleNamespace

import geopandas as gpd
import pytest
from browser import DESKTOP, PHONE, until, visit
from matplotlib.image import imread
from toyregion import toy_region

from grensgeo import maps, words
from grensgeo.errors import InputError
from grensgeo.grenswerk.placements import Student

HOSTILE = "</script><img src=x onerror=alert(1)>'\"`${alert(2)}"
HOME = Student(6.85, 52.2, country="NL", eqf=4)


def placements(**columns):
    """Two offers at one place of Oosterveld, two in Grenzstadt; one of them tells nothing."""
    told = {"opp_type": "internship", "count": 1.0, "eqf_min": 3, "eqf_max": 4, "language": "nl",
            "sector_nace": "C", "valid_from": None, "valid_to": None, "source_id": "toy",
            "located": "point", "across": False, "unsure": "", "country": "NL"}  # fmt: skip
    across = {"across": True, "country": "DE", "language": "de"}
    rows = [
        (6.82, 4.0, {"id": "a", "mode": "bicycle"}),
        (6.82, 4.0, {"id": "b", "mode": "bicycle", "opp_type": "graduation", "count": 3.0}),
        (7.0, 28.0, {"id": "c", "mode": "train", "located": "main place", **across}),
        (7.02, 44.0, {"id": "d", "mode": "bicycle", "unsure": "level, language", **across,
                      "eqf_min": None, "eqf_max": None, "language": None}),
    ]  # fmt: skip
    frame = gpd.GeoDataFrame(
        [told | more | {"travel_time_min": minutes} | columns for _, minutes, more in rows],
        geometry=gpd.points_from_xy([x for x, *_ in rows], [52.2] * 4, crs=4326),
    )
    frame["travel_time_train_min"] = [None, None, 28.0, 80.0]
    frame["travel_time_bicycle_min"] = [4.0, 4.0, 39.0, 44.0]
    frame[["eqf_min", "eqf_max"]] = frame[["eqf_min", "eqf_max"]].astype("Int64")
    return frame


def view(frame, **options):
    drawing = maps.placements_map(toy_region(), frame, student=HOME, **options)
    return drawing.content()["views"][0]


def layer(found, *key):
    return next(one for one in found["layers"] if one["key"] == list(key))


def test_of_three_countries_each_has_a_side_of_its_own():
    frame = placements()
    frame.loc[3, ["country", "across"]] = ["BE", True]
    found = view(frame, cutoff_min=45)
    (side,) = (one for one in found["controls"] if one["id"] == "side")
    assert side["options"] == ["all", "nl", "de", "be"]
    ids = [offer["id"] for offer in found["offers"]]
    by_side = {
        one: [ids[n] for n, _ in layer(found, "any", one)["rows"]] for one in side["options"]
    }
    assert by_side == {"all": list("abcd"), "nl": list("ab"), "de": ["c"], "be": ["d"]}
    assert layer(found, "any", "be")["said"]["n"] == 1


def test_the_way_home_is_no_trip_to_choose():
    frame = placements().assign(travel_time_home_min=[5.0, 5.0, 30.0, 45.0], home_mode="bicycle")
    (mode,) = (one for one in view(frame, cutoff_min=45)["controls"] if one["id"] == "mode")
    assert mode["options"] == ["any", "train", "bicycle"]


def test_offers_by_trip_and_side_the_nearest_first():
    found = view(placements(), cutoff_min=45)
    assert [end for end, _ in found["bands"]] == [10, 20, 30, 40, 45]
    ids = [offer["id"] for offer in found["offers"]]
    everything = layer(found, "any", "all")
    assert [(ids[n], t) for n, t in everything["rows"]] == [
        ("a", 4), ("b", 4), ("c", 28), ("d", 44)]  # fmt: skip
    assert everything["said"] == {"n": 4, "across": 2, "cutoff": 45}
    assert everything["asides"] == {"placement_unsure": 1, "placement_main_place": 1}
    assert [ids[n] for n, _ in layer(found, "any", "own")["rows"]] == ["a", "b"]
    # what a trip reaches only beyond the cutoff is not in its reach
    assert [ids[n] for n, _ in layer(found, "train", "all")["rows"]] == ["c"]
    assert [ids[n] for n, _ in layer(found, "bicycle", "across")["rows"]] == ["c", "d"]
    assert found["places"] == [[6.82, 52.2, False], [7.0, 52.2, True], [7.02, 52.2, True]]
    assert [offer["level"] for offer in found["offers"]] == ["3 - 4", "3 - 4", "3 - 4", None]


def test_only_known_columns_travel():
    page = maps.placements_map(toy_region(), placements(contact="Somebody"), student=HOME).html()
    assert "Somebody" not in page


def test_levels_without_an_end():
    frame = placements()
    frame["eqf_min"], frame["eqf_max"] = [4, None, 6, 5], [4, 4, None, 6]
    frame[["eqf_min", "eqf_max"]] = frame[["eqf_min", "eqf_max"]].astype("Int64")
    assert [offer["level"] for offer in view(frame)["offers"]] == ["4", "≤ 4", "≥ 6", "5 - 6"]


def test_nothing_in_reach_is_a_map_that_says_so(tmp_path):
    found = view(placements().iloc[:0], cutoff_min=30)
    assert layer(found, "any", "all")["said"] == {"n": 0, "across": 0, "cutoff": 30}
    nobody = maps.placements_map(toy_region(), placements().iloc[:0])
    assert nobody.picture(tmp_path / "a.png").exists()


def test_wrong_tables_are_refused():
    with pytest.raises(InputError, match=r"one takes 44 min, more than the cutoff of 30"):
        view(placements(), cutoff_min=30)
    with pytest.raises(InputError, match="no points with a CRS"):
        maps.placements_map(toy_region(), placements().drop(columns="geometry"))
    with pytest.raises(InputError, match="'across'"):
        maps.placements_map(toy_region(), placements().drop(columns="across"))


def test_sectors_and_kinds_are_those_of_listings():
    from grensgeo.listings.listing_checks import OPP_TYPES
    from grensgeo.statistics.frameworks import NACE_SECTIONS

    assert set(words.texts("terms.sector")) == set(NACE_SECTIONS)
    assert set(words.texts("terms.listing")) == set(OPP_TYPES)


def test_the_picture_says_what_the_page_says(tmp_path):
    from grensgeo.maps.picture import draw

    drawing = maps.placements_map(toy_region(), placements(), student=HOME, cutoff_min=45)
    figure = draw(drawing, choose={"side": "across"}, language="en")
    said = "\n".join(text.get_text() for text in figure.texts).replace("\n", " ")
    assert "Internships within 45 minutes by the quickest mode: 2 (2 across" in said
    assert "20 to 30 min (1)" in said
    assert "diamond: across the border" in said
    assert "is told by 1; they are kept" in said
    assert imread(drawing.picture(tmp_path / "a.png")).std() > 0.05


def test_two_choices_beside_each_other(tmp_path):
    drawing = maps.placements_map(toy_region(), placements(), student=HOME)
    choose = ({"mode": "train"}, {"mode": "bicycle"})
    page = maps.pair_page(drawing, drawing, tmp_path / "pair.html", choose=choose).read_text()
    assert "<circle" in page


def alone(frame, **columns):
    """Give the offers of Oosterveld alone, in a region of one country."""
    region = toy_region()
    towns = region.municipalities
    left = {"municipalities": towns[towns["country"] == "NL"], "border": region.border[:0]}
    one = SimpleNamespace(**vars(region) | left)
    return maps.placements_map(one, frame[frame["country"] == "NL"], **columns)


def test_of_one_country_no_side_is_offered_and_no_border_spoken_of():
    from grensgeo.maps.picture import draw

    drawing = alone(placements(), student=HOME, cutoff_min=45)
    found = drawing.content()["views"][0]
    assert {one["id"]: one["options"] for one in found["controls"]} == {
        "mode": ["any", "train", "bicycle"], "side": ["all"],
    }  # fmt: skip
    assert {one["key"][1] for one in found["layers"]} == {"all"}
    figure = draw(drawing, language="en")
    said = "\n".join(text.get_text() for text in figure.texts).replace("\n", " ")
    assert "Internships within 45 minutes by the quickest mode: 2" in said
    assert "border" not in said


def test_a_student_or_an_offer_from_abroad_makes_two_sides():
    abroad = Student(6.85, 52.2, country="BE", eqf=4)
    frame = placements(across=True)
    drawn = [alone(frame, student=abroad), maps.placements_map(toy_region(), frame[:2])]
    for drawing in drawn:
        controls = {one["id"]: one for one in drawing.content()["views"][0]["controls"]}
        assert controls["side"]["options"] == ["all", "own", "across"]


@pytest.mark.browser
def test_of_one_country_the_page_shows_no_choice_of_side(browser, tmp_path):
    path = alone(placements(), student=HOME, language="en").save(tmp_path / "one.html")
    with visit(browser, path) as seen:
        until(seen.page, "() => document.querySelectorAll('#legend li').length > 0")
        text = seen.page.inner_text("body")
        assert "border" not in text
        assert "Which country" not in text
        assert "circle" not in seen.page.inner_text("#legend")
        seen.quiet()


@pytest.mark.browser
def test_of_three_countries_the_page_names_them(browser, tmp_path):
    frame = placements()
    frame.loc[3, ["country", "across"]] = ["BE", True]
    drawing = maps.placements_map(toy_region(), frame, student=HOME, cutoff_min=45)
    with visit(browser, drawing.save(tmp_path / "p.html"), fragment="#en") as seen:
        found = seen.page.locator("#controls").inner_text()
        assert all(name in found for name in ("Netherlands", "Germany", "Belgium"))
        seen.quiet()


@pytest.mark.browser
def test_placements_in_the_browser(browser, tmp_path):
    drawing = maps.Map(toy_region(), language="en").add(placements())
    path = drawing.save(tmp_path / "plain.html")
    with visit(browser, path) as seen:
        assert seen.page.locator(".leaflet-points-pane path").count() == 3
        seen.quiet()
    drawing = maps.placements_map(toy_region(), placements(), student=HOME, cutoff_min=45)
    path = drawing.save(tmp_path / "placements.html")
    with visit(browser, path, fragment="#en") as seen:
        page = seen.page
        marks = page.locator(".leaflet-points-pane path")
        assert marks.count() == 4
        assert page.locator("#headline").inner_text().endswith(": 4 (2 across the border)")
        page.locator("#table tbody tr").first.wait_for()
        rows = page.locator("#table tbody tr").all_inner_texts()
        dash = "\N{EN DASH}"
        assert rows[3].split("\t") == [
            "44 min", "DE ◆", "manufacturing", "bicycle", "Internship", dash, dash,
            "level, language",
        ]  # fmt: skip
        page.locator("#table tbody button").nth(1).click()
        popup = page.locator(".leaflet-popup-content").inner_text()
        assert "4 min" in popup
        assert "Places\n3" in popup
        assert "Dutch" in popup
        page.get_by_role("radio", name="across the border").check()
        assert marks.count() == 3
        page.get_by_role("radio", name="train").check()
        assert marks.count() == 2
        page.locator("[data-language=de]").click()
        assert "jenseits der Grenze" in page.locator("#legend").inner_text()
        for size in (PHONE, DESKTOP):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            until(page, f"document.documentElement.scrollWidth <= {size[0]}")
            seen.picture(f"toy-placements-{size[0]}")
        seen.quiet()


@pytest.mark.browser
def test_hostile_words_are_shown_and_never_run(browser, tmp_path):
    words = dict.fromkeys(("opp_type", "sector_nace", "language", "valid_from", "mode"), HOSTILE)
    frame = placements(unsure=HOSTILE, **words).assign(id=[f"{n}{HOSTILE}" for n in range(4)])
    drawing = maps.placements_map(toy_region(), frame, student=HOME, title=HOSTILE)
    with visit(browser, drawing.save(tmp_path / "a.html")) as seen:
        seen.page.locator("#table tbody button").first.click()
        assert HOSTILE in seen.page.locator(".leaflet-popup-content").inner_text()
        assert HOSTILE in seen.page.locator("#table").inner_text()
        assert seen.page.locator("img").count() == 0
        seen.quiet()


@pytest.mark.browser
@pytest.mark.long  # test_maps_axe asks the like of every kind of map
def test_no_violation_of_wcag(browser, tmp_path):
    from axe_playwright_python.sync_playwright import Axe

    drawing = maps.placements_map(toy_region(), placements(), student=HOME, cutoff_min=45)
    path = drawing.save(tmp_path / "a.html")
    for size in (DESKTOP, PHONE):
        with visit(browser, path, size=size) as seen:
            if size == PHONE:
                seen.page.locator("#table-box summary").click()
            seen.page.locator("#table tbody button").first.click()
            options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
            found = Axe().run(seen.page, options=options).response["violations"]
            assert [(v["id"], [n["html"][:120] for n in v["nodes"]][:4]) for v in found] == []


def test_placements_that_contradict_themselves_are_refused():
    frame = placements()
    with pytest.raises(InputError, match="travel_time_min is below zero"):
        maps.placements_map(toy_region(), frame.assign(travel_time_min=-5.0))
    with pytest.raises(InputError, match="across says otherwise"):
        maps.placements_map(toy_region(), frame.assign(across=~frame["across"]), student=HOME)
