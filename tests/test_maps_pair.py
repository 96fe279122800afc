import pandas as pd
import pytest
from browser import DESKTOP, PHONE, again, visit
from toyregion import toy_reach, toy_region

from grensgeo import maps
from grensgeo.errors import InputError

HOSTILE = "</script><img src=x onerror=alert(1)>'\"`${alert(2)}"


@pytest.fixture
def drawing():
    return maps.reach_map(toy_region(names={"GM0001": HOSTILE}), toy_reach(), title=HOSTILE)


def test_equal_input_gives_equal_files(drawing, tmp_path):
    one = maps.pair_page(drawing, drawing, tmp_path / "one.html")
    other = maps.pair_page(drawing, drawing, tmp_path / "other.html")
    assert one.read_bytes() == other.read_bytes()
    text = one.read_text(encoding="utf-8")
    # no address that is asked for
    for name in ("http-equiv", "http://www.w3.org/2000/svg", "http://schemas.openxmlformats.org"):
        text = text.replace(name, "")
    assert "http" not in text


def test_a_wrong_choice_is_told(drawing, tmp_path):
    with pytest.raises(InputError, match="mode: 'plane' is not there"):
        maps.pair_page(drawing, drawing, tmp_path / "x.html", choose=({}, {"mode": "plane"}))
    with pytest.raises(InputError, match="mode: 'plane' is not there"):
        maps.side_by_side(drawing, drawing, tmp_path / "x.png", choose=({}, {"mode": "plane"}))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_choice_leaves_both_as_they_open(drawing, tmp_path):
    plain = maps.pair_page(drawing, drawing, tmp_path / "plain.html")
    empty = maps.pair_page(drawing, drawing, tmp_path / "empty.html", choose=())
    assert plain.read_bytes() == empty.read_bytes()
    for wrong in (({},), ({}, {}, {}), ({"mode": "car"}, "car"), "ab"):
        for write, name in ((maps.pair_page, "x.html"), (maps.side_by_side, "x.png")):
            with pytest.raises(InputError, match=r"choose: (\d given|give two)"):
                write(drawing, drawing, tmp_path / name, choose=wrong)


@pytest.mark.parametrize("name", ["x.png", "x.pdf", "x"])
def test_a_page_is_not_written_under_the_name_of_a_picture(drawing, tmp_path, name):
    with pytest.raises(InputError, match=r"ends in \.html"):
        maps.pair_page(drawing, drawing, tmp_path / name)
    with pytest.raises(InputError, match=r"ends in \.html"):
        drawing.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_side_by_side_is_one_picture(drawing, tmp_path):
    from matplotlib.image import imread

    path = maps.side_by_side(drawing, drawing, tmp_path / "x.png", dpi=50)
    assert imread(path).shape[:2] == (370, 1100)


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_wiping_and_side_by_side(browser, drawing, tmp_path, size):
    choose = ({"destination": "closed"}, {"destination": "open"})
    path = maps.pair_page(drawing, drawing, tmp_path / "pair.html", choose=choose)
    with visit(browser, path, size=size, fragment="#en") as seen:
        page = seen.page
        top = page.locator("#pair figure").nth(1)
        assert top.evaluate("n => n.style.clipPath") == "inset(0px 0px 0px 50%)"
        page.locator("#edge-at").fill("20")
        assert top.evaluate("n => n.style.clipPath") == "inset(0px 0px 0px 20%)"

        def click():
            box = page.locator("#pair").bounding_box()
            page.mouse.click(box["x"] + 0.8 * box["width"], box["y"] + 20)

        again(page, click, "document.getElementById('edge-at').value === '80'")
        seen.picture(f"toy-pair-{size[0]}")
        with page.expect_download() as download:
            page.locator("#csv").click()
        download.value.save_as(tmp_path / "maps.csv")
        kept = pd.read_csv(tmp_path / "maps.csv", encoding="utf-8-sig", na_values="no data")
        assert kept.columns[:2].tolist() == ["Municipality", "Country"]
        closed, opened = (kept.iloc[:, place].dropna() for place in (2, 3))
        assert len(closed) > 1
        assert (closed <= opened.reindex(closed.index)).all()
        page.get_by_label("side by side").check()
        assert top.evaluate("n => n.style.clipPath") == "none"
        assert not page.locator("#where").is_visible()
        assert "own country" in page.locator("#captions h2").first.inner_text()
        assert page.locator("#map0").get_attribute("alt").endswith("(border closed)")
        page.locator("[data-language=de]").click()
        legends = page.locator(".legend:visible")
        assert legends.count() == 2
        assert "Arbeitsplätze" in legends.first.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        seen.quiet()
