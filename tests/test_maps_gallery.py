import xml.etree.ElementTree as ET

import pytest
from browser import PHONE, visit
from toyregion import toy_isochrones, toy_reach, toy_region

from grensgeo import maps
from grensgeo.errors import InputError
from grensgeo.maps import classes
from grensgeo.provenance import Provenance, Source


def drawn():
    region = toy_region()
    return {
        "reach": maps.reach_map(region, toy_reach()),
        "border-effect": maps.border_effect_map(region, toy_reach()),
        "isochrones": maps.isochrone_map(region, toy_isochrones()),
        "scenario": maps.scenario_map(
            region, toy_reach(), toy_reach(scale=1.5, scenario="plan"), title="<Plan>"
        ),
    }


def test_previews_are_drawings_with_the_colours_of_the_map():
    for name, drawing in drawn().items():
        root = ET.fromstring(maps.preview(drawing))
        fills = [path.get("fill") for path in root.iter("path")]
        assert len(fills) >= 6, name
        assert all(path.get("d") for path in root.iter("path")), name
    fills = [
        p.get("fill") for p in ET.fromstring(maps.preview(drawn()["border-effect"])).iter("path")
    ]
    # in the order of codes: 50 %, no effect, ring, 25 %, undefined
    assert fills[:5] == [classes.EFFECT[5], "#ffffff", "#f3f1ec", classes.EFFECT[4], "#cfcfcf"]


def test_the_page_leads_to_every_map(tmp_path):
    path = maps.index_page(drawn(), tmp_path / "index.html", language="de")
    text = path.read_text(encoding="utf-8")
    for name in drawn():
        assert f'href="{name}.html"' in text
    assert "&lt;Plan&gt;" in text
    assert '<html lang="de">' in text
    assert text == maps.index_page(drawn(), tmp_path / "b.html", language="de").read_text(
        encoding="utf-8"
    )


def test_faults_are_named(tmp_path):
    with pytest.raises(InputError, match="no maps"):
        maps.index_page({}, tmp_path / "index.html")
    with pytest.raises(InputError, match=r"names of maps: \.\./x"):
        maps.index_page({"../x": drawn()["reach"]}, tmp_path / "index.html")


@pytest.mark.browser
def test_long_addresses_of_sources_stay_within_a_small_page(browser, tmp_path):
    address = "https://example.org/" + "datenquellen_" * 12 + ".pdf"
    source = Source("toy", "Toy squares", "CC0-1.0", f"© Nobody, {address}", "2022", address)
    region = toy_region(provenance=Provenance(sources=(source,)))
    drawing = maps.reach_map(region, toy_reach())
    drawing.save(tmp_path / "reach.html")
    maps.index_page({"reach": drawing}, tmp_path / "index.html")
    for name in ("index", "reach"):
        with visit(browser, tmp_path / f"{name}.html", size=PHONE) as seen:
            boxes = seen.page.evaluate(
                "[...document.querySelectorAll('html, footer, #strip')]"
                ".map((box) => [box.innerText.includes('datenquellen_'), box.scrollWidth, box.clientWidth])"
            )
            assert any(told for told, _, _ in boxes)
            assert all(wide <= room for _, wide, room in boxes), (name, boxes)
