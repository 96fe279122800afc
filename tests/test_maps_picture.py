import io
import re

import pytest
from matplotlib.colors import to_hex
from matplotlib.image import imread
from reach_tables import by_columns, by_rows
from toyregion import toy_base_map, toy_flows, toy_isochrones, toy_reach, toy_region

from grensgeo import maps, words
from grensgeo.errors import InputError
from grensgeo.maps.legend import area_fill
from grensgeo.maps.picture import draw, map_alone
from grensgeo.maps.sheet import Sheet


def said_on(figure):
    """Give every text of a picture in one string."""
    texts = [*figure.texts, *figure.axes[0].texts]
    return "\n".join(text.get_text() for text in texts)


@pytest.fixture(scope="module")
def drawings():
    region = toy_region()
    return {
        "reach": maps.reach_map(region, toy_reach()),
        "border-effect": maps.border_effect_map(region, toy_reach()),
        "isochrones": maps.isochrone_map(region, toy_isochrones(), names={"hall": "Hal"}),
        "flows": maps.flow_map(region, toy_flows()),
        "scenario": maps.scenario_map(region, toy_reach(), toy_reach(scale=0.8, scenario="plan")),
    }


@pytest.mark.parametrize("name", ["reach", "border-effect", "isochrones", "flows", "scenario"])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_kind_has_heading_legend_border_and_sources(drawings, name, language):
    drawing = drawings[name]
    said = said_on(draw(drawing, language=language)).replace("\n", " ")
    assert drawing.heading()[language] in said
    assert words.text("pages.text.border_line")[language] in said
    assert "© Nobody [2022]" in said
    assert words.text("pages.text.source")[language] in said
    assert "{" not in said


@pytest.mark.parametrize("times", [2, 3, 9])
def test_a_long_title_stays_between_the_margins(times):
    said = "Erreichbarkeitsunterschiede in Grenzgemeinden " * times
    drawing = maps.scenario_map(
        toy_region(), toy_reach(), toy_reach(scale=0.8, scenario="plan"), title=said
    )
    figure = draw(drawing, language="de")
    for text in figure.texts:
        extent = text.get_window_extent()
        assert extent.x1 <= figure.bbox.width
        assert extent.y1 <= figure.bbox.height
    title = figure.texts[0].get_text()
    assert (title == said, "\n" in title, "…" in title) == (times == 2, times > 2, times > 3)


def test_the_picture_says_what_the_page_says(drawings):
    drawing = drawings["reach"]
    view = drawing.content()["views"][0]
    layer = next(one for one in view["layers"] if one["key"][:2] == ["walk", "45"])
    figure = draw(drawing, choose={"mode": "walk", "destination": "nl"}, language="en")
    assert "within 45 minutes on foot" in said_on(figure)
    assert "Reachable jobs in the Netherlands" in said_on(figure)
    for cut in layer["breaks"]["reach"]:
        assert f"{cut:,.0f}" in said_on(figure).replace("\n", " ")


def test_every_area_has_the_colour_of_its_figure_where_it_lies(drawings):
    drawing = drawings["reach"]
    sheet = Sheet.of(drawing, {}, "en")
    field, values, breaks = sheet.field()
    figure = map_alone(sheet, sheet.frame())
    # what lies over the areas, the border and names, is not looked at here
    for one in [*figure.axes[0].lines, *figure.axes[0].texts, *figure.axes[0].collections]:
        one.set_visible(False)
    file = io.BytesIO()
    figure.savefig(file, dpi=60)
    picture = imread(io.BytesIO(file.getvalue()))
    shapes = drawing.region.municipalities.to_crs(4326).set_index("region_code").geometry
    areas = sheet.data["base"]["areas"]
    seen = 0
    for number, value in zip(sheet.words.view["ids"], values, strict=True):
        inside = shapes[areas[number][0]].representative_point()
        x, y = figure.axes[0].transData.transform((inside.x, inside.y)) * 60 / figure.dpi
        spot = picture[picture.shape[0] - 1 - int(y), int(x)]
        assert to_hex(spot[:3]) == area_fill(value, breaks, field["palette"])["facecolor"]
        seen += 1
    assert seen == 4


def test_numbers_are_written_as_in_the_language(drawings):
    def legend(language):
        return said_on(draw(drawings["reach"], language=language))

    assert re.search(r"\d\.000", legend("nl"))
    assert re.search(r"\d\.000", legend("de"))
    assert re.search(r"\d,000", legend("en"))
    assert "%" in said_on(draw(drawings["border-effect"], language="de"))


def test_files_are_written_and_equal_for_equal_maps(drawings, tmp_path):
    for ending in ("png", "svg", "pdf"):
        one = drawings["scenario"].picture(tmp_path / f"one.{ending}")
        other = drawings["scenario"].picture(tmp_path / f"other.{ending}")
        assert one.read_bytes() == other.read_bytes()
    pixels = imread(tmp_path / "one.png")
    assert pixels.shape[:2] == (1110, 1650)
    assert len({tuple(p) for p in pixels[::7, ::7, :3].reshape(-1, 3).round(2)}) > 5


def test_below_noise_and_no_change_are_apart_from_each_other(drawings):
    region = toy_region()
    slight = maps.scenario_map(region, toy_reach(), toy_reach(scale=1.001, scenario="plan"))
    assert "smaller than the model can tell" in said_on(draw(slight, language="en"))
    same = maps.scenario_map(region, toy_reach(), toy_reach(scenario="plan"))
    assert "no change" in said_on(draw(same, language="en"))
    assert "model can tell" not in said_on(draw(same, language="en"))
    strict = maps.scenario_map(
        region, toy_reach(), toy_reach(scale=1.001, scenario="plan"), noise=0
    )
    assert "model can tell" not in said_on(draw(strict, language="en"))


def test_hostile_names_are_only_text(tmp_path):
    name = "$\\frac{1}$<script>alert(1)</script>"
    region = toy_region(names={"GM0001": name})
    drawing = maps.reach_map(region, toy_reach(), title=name)
    said = said_on(draw(drawing))
    assert said.count("<script>") == 2
    text = drawing.picture(tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "<script>" not in text


def test_what_cannot_be_drawn_is_told(drawings, tmp_path):
    with pytest.raises(InputError, match=r"colour: this map has no such choice; mode: 'plane'"):
        draw(drawings["reach"], choose={"mode": "plane", "colour": "red"})
    with pytest.raises(InputError, match=r"\.png or \.svg"):
        drawings["reach"].picture(tmp_path / "x.jpg")
    with pytest.raises(InputError, match="the map is empty"):
        draw(maps.Map(toy_region()))
    with pytest.raises(InputError, match="noise is 2"):
        maps.scenario_map(toy_region(), toy_reach(), toy_reach(scenario="plan"), noise=2)


def marked(**columns):
    frame = toy_reach(modes=("walk",))
    for name, values in columns.items():
        frame[name] = frame["id"].map(dict(zip(sorted(set(frame["id"])), values, strict=True)))
    return draw(maps.reach_map(toy_region(), frame), language="en")


def hatches(figure):
    return sorted(str(patch.get_hatch()) for patch in figure.axes[0].patches if patch.get_hatch())


def test_the_edge_of_the_data_and_places_without_a_ride_are_hatched_on_paper():
    # by code: Grenzstadt, Hinterfeld, Westerveld, Oosterveld; 4 % is what the page bears, too
    figure = marked(edge_share=[0.0, 0.4, 0.0, 0.04], share_without_ride=[0.5, 0.5, 1.0, 0.2])
    assert {"//", "\\\\"} <= set(hatches(figure))
    assert not {"//", "\\\\"} & set(hatches(marked()))
    said = said_on(figure).replace("\n", " ")
    assert "touches the edge of the data: more in reality" in said
    assert "no ride takes anyone farther within the time" in said
    plain = said_on(marked()).replace("\n", " ")
    assert "edge of the data: more" not in plain
    assert "no ride takes" not in plain


def test_lower_bounds_are_told_on_paper():
    said = said_on(marked(unknown_within=[3, 0, 0, 1])).replace("\n", " ")
    assert "lower bound (“at least”)" in said
    assert "a figure: 2." in said
    assert "lower bound" not in said_on(marked(unknown_within=[0, 0, 0, 0]))


def test_a_picture_opens_on_the_country_that_has_figures():
    frame = by_columns(toy_reach(modes=("car",)))
    frame = frame.assign(reach_nl=float("nan"), border_effect=float("nan"), open=float("nan"))
    frame = frame.assign(closed=frame["reach_de"].where(frame["country"] == "DE"))
    drawing = maps.reach_map(toy_region(), by_rows(frame))
    assert "Reachable jobs in Germany" in said_on(draw(drawing, language="en"))
    asked = draw(drawing, language="en", choose={"destination": "open"})
    assert "Reachable jobs, both countries" in said_on(asked)


def test_more_reach_is_not_said_to_be_a_greater_effect():
    frame = toy_reach(modes=("car",)).assign(edge_share=0.5)
    said = said_on(draw(maps.border_effect_map(toy_region(), frame), language="en"))
    assert "different in reality" in said.replace("\n", " ")
    assert "more in reality" not in said.replace("\n", " ")


def test_a_picture_shows_roads_by_number_and_villages_and_names_their_source():
    region = toy_region()
    plain = draw(maps.reach_map(region, toy_reach()))
    region.base_map = toy_base_map()
    figure = draw(maps.reach_map(region, toy_reach()))
    said = said_on(figure).split("\n")
    assert {"A7", "Overdinkel", "Oosterveld"} <= set(said)
    assert said.count("Oosterveld") == 1
    assert "N731" not in said  # of the region as a whole the greatest roads are told
    assert "© Roadbuilders [2026]" in said_on(figure)
    assert "A7" not in said_on(plain)
