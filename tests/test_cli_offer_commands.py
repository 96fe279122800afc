"""grensgeo offers: from a raw export to a list or a page, in one command."""

import json

import pandas as pd
import pytest
from browser import until, visit
from test_grenswerk_offers import NETWORK, REGION, lon

from grensgeo import cli
from grensgeo.provenance import manifest_of

EXPORT = (
    "Nr;Stage;Bedrijf;Plaats;Niveau;Sector;E-mail\n"
    "1;Lasser;Staal & Zn;Grensdorp;MBO 3/4;Metaal;x@y.nl\n2;Pflege;Klinik;Dorf;Ausbildung;Pflege;\n"
    "3;Jurist;Kantoor;Westdorp;hbo;Recht;\n4;Kok;Hotel;Onbekend;2;Horeca;\n"
)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("offers")
    NETWORK.save(folder / "net")
    REGION.save(folder / "region")
    REGION.base_map.save(folder / "region" / "base_map")
    (folder / "export.csv").write_text(EXPORT, encoding="utf-8")
    return folder


def run(files, output, *more):
    asked = [
        "offers",
        files / "net",
        files / "export.csv",
        "--region",
        files / "region",
        "--modes",
        "bicycle",
    ]
    return cli.main([str(one) for one in (*asked, "-o", files / output, *more)])


def test_a_list_has_minutes_and_no_home(files, capsys):
    at = (str(lon(0)).replace(".", ","), "52.2")
    assert run(files, "list.xlsx", "--home", *at, "--level", "mbo-4", "--language", "en") == 0
    said = capsys.readouterr()
    assert "3 of 4 offers placed" in said.out
    assert "list.xlsx: 2 offers in reach, 1 of them across the border" in said.out
    assert "'E-mail'" in said.err
    assert "left out: 1 ('Onbekend'" in said.err
    table = pd.read_excel(files / "list.xlsx")
    assert table["company"].tolist() == ["Staal & Zn", "Klinik"]
    manifest = json.loads(manifest_of(files / "list.xlsx").read_text(encoding="utf-8"))
    assert manifest["asked"]["level"] == "mbo-4"
    assert str(lon(0))[:7] not in json.dumps(manifest)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ((), "a list needs --home"),
        (("--home", "Grensdrop"), "nearest is grensdorp"),
        (("--home", "Dorp", "--level", "hbo"), "write one level"),
        (("--home", "Dorp", "--sector", "Zrog"), "nearest is zorg"),
        (("--home", "Dorp", "--modes", "car"), "add --drives"),
        (("--home", "Dorp", "--columns", "titel=Stage"), "nearest is title"),
        (("--home", "Dorp", "--columns", "company=E-mail"), "of a person"),
    ],
)
def test_a_mistake_is_one_line(files, more, told, capsys):
    assert run(files, "none.csv", *more) == 2
    (line,) = [one for one in capsys.readouterr().err.splitlines() if "warning" not in one]
    assert told in line
    assert not (files / "none.csv").exists()


@pytest.mark.browser
@pytest.mark.long
def test_a_page_computes_what_the_list_says(files, browser, capsys):
    asked = ("--home", "Dorp", "--level", "4", "--cutoff-min", "90")
    assert run(files, "page.html", *asked) == 0
    assert run(files, "dorp.csv", *asked, "--language", "en") == 0
    listed = pd.read_csv(files / "dorp.csv")
    capsys.readouterr()
    with visit(browser, files / "page.html", fragment="#lang=nl") as seen:
        until(seen.page, "document.querySelectorAll('#list li').length > 0")
        shown = [
            int(text.split()[0]) for text in seen.page.locator("#list .time").all_inner_texts()
        ]
        assert shown == listed["minutes"].tolist()
        assert "zijn 2 van 2 plekken" in seen.page.inner_text("#headline")
        seen.page.check("input[value=closed]")
        until(seen.page, "document.querySelectorAll('#list li').length === 1")
        seen.page.click("button[data-language=de]")
        assert "von 2 Plätzen" in seen.page.inner_text("#headline")
        seen.quiet()
