"""Jobs of five people on the sample, each driven as its person would, with its clicks counted.

A researcher's six lines are in test_six_lines, QGIS in test_study_geopackage. All with the network
cut.
"""

import re
from pathlib import Path

import pandas as pd
import pytest
from browser import ready, until, visit

from grensgeo import cli

ROOT = Path(__file__).resolve().parents[1]
SAMPLE, PAGES = ROOT / "data" / "sample", ROOT / "maps"
#: Small ones of their kind, on drawn regions, are in test_atlas_page and test_cli_offer_commands.
pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]
EXPORT = (
    "Stage;Bedrijf;Adres;Postcode;Plaats;Niveau;Sector;Contactpersoon\n"
    "Monteur;Techniek Glanerbrug;Straat 1;7534 AA;Glanerbrug;mbo-4;Techniek;A\n"
    "Pflegefachkraft;Klinik Gronau;Weg 1;48599;Gronau (Westf.);Ausbildung;Pflege;B\n"
    "Verpleegkundige;Zorg Hengelo;Markt 2;7551 AA;Hengelo;mbo-4;Zorg;C\n"
    "Verkoper;Winkel Losser;Brink 3;7581 AA;Losser;mbo-2;Handel;D\n"
)


class Clicks:
    """A page of which clicks are counted."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def click(self, query):
        self.count += 1
        self.page.locator(query).click()

    def kept(self, query, path):
        with self.page.expect_download() as download:
            self.click(query)
        download.value.save_as(path)
        return path


def told_number(text):
    """Give a number with Dutch or German marks."""
    return int(re.sub(r"\D", "", text))


def test_a_councillor_reads_the_answer_for_losser_by_car_without_a_click(browser):
    with visit(browser, PAGES / "atlas.html", fragment="#lang=nl") as seen:
        ready(seen.page)
        headline = seen.page.locator("#headline").inner_text()
        assert headline.startswith(
            "Vanuit Losser bereikt de gemiddelde inwoner met de auto binnen 45"
        )
        closed, opened = (
            told_number(one)
            for one in seen.page.locator("#headline strong, #headline b").all_inner_texts()[:2]
        )
        assert 100_000 < closed < opened < 2_000_000
        seen.quiet()


def test_a_kreis_adviser_takes_a_picture_and_the_small_table_for_gronau_in_german(
    browser, tmp_path
):
    with visit(browser, PAGES / "atlas.html", fragment="#lang=nl") as seen:
        page, by = seen.page, Clicks(seen.page)
        ready(page)
        by.click("[data-language=de]")
        by.click("#place")
        page.keyboard.type("Gronau")
        page.keyboard.press("Enter")
        until(page, "grensgeoAtlas.state.place === 'place:05554020'")
        until(page, "!document.querySelector('#headline').hasAttribute('aria-busy')")
        picture = by.kept("#png", tmp_path / "gronau.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        until(page, "!document.querySelector('#ways-box').hidden")
        by.click("#ways-title")
        table = by.kept("#ways-csv", tmp_path / "gronau.csv")
        assert by.count <= 5
        found = pd.read_csv(table, sep=";", decimal=",", encoding="utf-8-sig")
        assert found.columns[:2].tolist() == ["Verkehrsmittel", "Grenze"]
        assert {"Grenze geschlossen", "Grenze offen"} <= {*found["Grenze"]}
        assert "Gronau" in page.locator("#headline").inner_text()
        seen.quiet()


def test_an_mbo_4_student_sees_firms_from_a_raw_export_by_one_command_on_one_page(
    browser, tmp_path
):
    (tmp_path / "export.csv").write_text(EXPORT, encoding="utf-8")
    asked = ["offers", SAMPLE / "network", tmp_path / "export.csv", "--region", SAMPLE,
             "--home", "Enschede", "--level", "mbo-4", "-o", tmp_path / "offers.html"]  # fmt: skip
    assert cli.main([str(one) for one in asked]) == 0
    with visit(browser, tmp_path / "offers.html", fragment="#lang=nl") as seen:
        until(seen.page, "document.querySelectorAll('#list li').length > 0")
        listed = seen.page.locator("#list li").all_inner_texts()
        # no click: level 4 and without a car, the nearest first, on both sides
        assert len(listed) == 3
        assert "Techniek Glanerbrug" in listed[0]
        assert any("Klinik Gronau" in one for one in listed)
        assert not any("Winkel" in one for one in listed)
        assert "met de auto" not in " ".join(listed)
        seen.quiet()
