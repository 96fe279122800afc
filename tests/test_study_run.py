"""A study run end to end on the sample, and what holds of its reach."""

import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from browser import visit
from consistency import hold
from examples import few
from reach_tables import by_columns

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.errors import InputError
from grensgeo.notes import Note

#: What stands in the folder of a feed.
FEED = (
    "csv-metadata.json", "datapackage.json", "dcat.jsonld", "dcat.ttl", "geometry.gpkg",
    "geometry.parquet", "indicators.csv", "manifest.json", "observations.csv", "observations.de.jsonstat.json",
    "observations.en.jsonstat.json", "observations.nl.jsonstat.json", "observations.parquet",
    "observations.px", "observations.sdmx.csv", "quality.html", "quality.pdf", "regions.csv", "revisions.csv",
    "ro-crate-metadata.json", "runs.csv", "sources.csv", "structure.sdmx.xml", "wide.csv",
    "wide.xlsx",
)  # fmt: skip
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"

#: German municipalities that touch Twente.
ACROSS = (
    "03456001", "03456006", "03456008", "03456011", "03456013", "03456014", "03456015",
    "03456023", "03456024", "05554004", "05554020", "05554068",
)  # fmt: skip
SMALL = f"""
[study]
id = "small"
region = "{SAMPLE}"
period = "2022"
language = "en"
title = {{ nl = "Klein", de = "Klein", en = "Small" }}
[networks]
region = "{SAMPLE / "network"}"
enschede = "{SAMPLE / "enschede"}"
[[trips]]
id = "ebike"
network = "region"
mode = "ebike"
[reach]
areas = ["twente"]
cutoffs_min = [10, 25]
opportunities = ["jobs"]
[[isochrones]]
network = "enschede"
modes = ["walk"]
cutoffs_min = [10]
origins = [{{ id = "market", name = "Enschede <Oude Markt>", lon = 6.8958, lat = 52.2205 }}]
[[scenarios]]
file = "{SAMPLE / "scenarios" / "f35-cycle-highway.toml"}"
trips = ["ebike"]
[monitor]
trips = ["ebike"]
cutoff_min = 25
[atlas]
trips = ["ebike"]
place = "GM0168"
cutoff_min = 25
"""


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Run a small study once, on Twente and what touches it."""
    folder = tmp_path_factory.mktemp("study")
    whole, part = gg.load_region(SAMPLE), tmp_path_factory.mktemp("part")
    towns = whole.municipalities
    whole.select((*towns.index[towns["area"] == "twente"], *ACROSS)).save(part)
    path = folder / "small.toml"
    path.write_text(SMALL.replace(f'region = "{SAMPLE}"', f'region = "{part}"'), encoding="utf-8")
    said = []
    written = gg.run_study(gg.read_study(path), folder / "maps", say=said.append)
    return folder / "maps", written, said


def test_everything_promised_is_there(ran):
    folder, written, said = ran
    names = {str(path.relative_to(folder)) for path in written}
    tables = {name for name in names if name.startswith("tables/")}
    told = {name for name in tables if name.endswith(".manifest.json")}
    assert told == {f"{name}.manifest.json" for name in tables - told}
    assert names - told == {
        "index.html", "atlas.html", "reach.html", "border-effect.html", "isochrones.html", "scenario.html",
        "manifest.json", "tables/reach_cells.parquet", "tables/reach_municipalities.csv",
        "tables/reach_nuts3.csv", "tables/isochrones.parquet",
        *(f"monitor/{name}" for name in FEED),
    }  # fmt: skip
    assert {path.name for path in folder.parent.iterdir()} == {"small.toml", "maps"}
    assert "[3/12] travel times and reach: ebike, f35-cycle-highway" in said


def test_a_table_of_the_study_keeps_its_sources_on_a_map(ran, tmp_path):
    table = ran[0] / "tables" / "reach_municipalities.csv"
    out = tmp_path / "map.html"
    assert main(["map", "reach", str(table), "--region", str(SAMPLE), "-o", str(out)]) == 0
    assert Note("schematic-drawn").brief["de"] in out.read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(
    "name",
    few(
        ["index", "atlas", "reach", "border-effect", "isochrones", "scenario"],
        *("index", "atlas", "isochrones", "scenario"),
    ),
)
def test_the_maps_open_with_the_network_cut(browser, ran, name):
    """What `make maps` writes asks for nothing and complains of nothing, in each language."""
    with visit(browser, ran[0] / f"{name}.html") as seen:
        for language in ("nl", "de", "en"):
            seen.page.locator(f"[data-language={language}]").click()
            assert seen.page.locator("html").get_attribute("lang") == language
        if name == "atlas":
            seen.page.evaluate("window.grensgeoAtlas.ready.then(() => true)")
            assert "Losser" in seen.page.locator("#headline").inner_text()
            assert "Kadaster" in seen.page.locator("#strip").inner_text()
            assert "schematic" in seen.page.locator("#warnings").inner_text().lower()
        elif name != "index":
            assert seen.page.locator("path.leaflet-interactive, canvas").count() > 0
            real = name == "isochrones"  # streets of Enschede; the others rest on schematic roads
            word = "OpenStreetMap" if real else "Kadaster"
            assert word in seen.page.locator("#strip-sources").inner_text()
            notes = seen.page.locator("#strip-notes").inner_text().lower()
            assert ("schematic" in notes) is not real
        seen.picture(f"study-{name}")
        seen.quiet()


@pytest.mark.browser
def test_atlas_map_table_and_feed_give_one_answer(browser, ran):
    """Fourteen municipalities, two cutoffs, three states of the border."""
    assert hold(browser, ran[0], trips=["ebike"], cutoffs=[10, 25], feed=[25]) == 14 * 2 * 3


def test_the_manifest_carries_licences_and_says_schematic(ran):
    manifest = json.loads((ran[0] / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["schematic"] is True
    licences = " ".join(source["licence"] for source in manifest["sources"])
    for licence in ("ODbL", "CC", "dl-de"):
        assert licence.lower() in licences.lower()


def test_closed_never_exceeds_open_and_cutoffs_nest(ran):
    cells = by_columns(pd.read_parquet(ran[0] / "tables" / "reach_cells.parquet"))
    assert (cells["closed"] <= cells["open"]).all()
    wide = cells.pivot_table(index=["id", "scenario"], columns="cutoff_min", values="open")
    assert (wide[10] <= wide[25]).all()


def test_far_from_the_border_closed_is_open(ran):
    """Hellendoorn lies 40 km from Germany: nobody gets there by e-bike in 25 minutes."""
    table = by_columns(
        pd.read_csv(ran[0] / "tables" / "reach_municipalities.csv", dtype={"id": str})
    )
    inland = table[table["id"] == "GM0163"]
    assert len(inland) == 4
    assert (inland["closed"] == inland["open"]).all()
    assert (inland["border_effect"] == 0).all()
    near = table[(table["id"] == "GM0168") & (table["cutoff_min"] == 25)]
    assert (near["border_effect"] > 0).all()


def test_municipalities_are_weighted_by_their_people(ran):
    region = gg.load_region(SAMPLE)
    cells = by_columns(pd.read_parquet(ran[0] / "tables" / "reach_cells.parquet")).query(
        "scenario == 'baseline' and cutoff_min == 25"
    )
    table = by_columns(
        pd.read_csv(ran[0] / "tables" / "reach_municipalities.csv", dtype={"id": str})
    ).query("scenario == 'baseline' and cutoff_min == 25")
    homes = region.cells.loc[cells["id"]]
    mean = {
        code: np.average(
            cells.loc[(homes["region_code"] == code).to_numpy(), "open"],
            weights=homes.loc[homes["region_code"] == code, "population"],
        )
        for code in ("GM0153", "GM0168")
    }
    for code, value in mean.items():
        assert table.set_index("id").loc[code, "open"] == pytest.approx(value, rel=1e-6)


def test_a_faster_corridor_takes_nothing_out_of_reach(ran):
    cells = by_columns(pd.read_parquet(ran[0] / "tables" / "reach_cells.parquet"))
    wide = cells.pivot_table(index=["id", "cutoff_min"], columns="scenario", values="open")
    assert (wide["f35-cycle-highway"] >= wide["baseline"]).all()
    assert (wide["f35-cycle-highway"] > wide["baseline"]).any()


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ('areas = ["twente"]', 'areas = ["tweente"]', "unknown areas tweente"),
        ('["jobs"]', '["vacancies"]', "unknown opportunities vacancies"),
        (
            "cutoffs_min = [10]\n",
            'cutoffs_min = [10]\nplaces = ["GM9999"]\n',
            "unknown places GM9999",
        ),
        (
            'mode = "ebike"\n',
            'mode = "ebike"\nmax_min = 20\n',
            "max_min is shorter than the cutoff 25",
        ),
        (
            'modes = ["walk"]\ncutoffs_min = [10]',
            (
                'modes = ["walk"]\ncutoffs_min = [70]\nplaces = ["GM0153"]\n[[trips]]\nid = "w"\nnetwork = "region"\n'
                'mode = "walk"\nmax_min = 60\n[[isochrones]]\nnetwork = "enschede"\n'
                'modes = ["walk"]\ncutoffs_min = [10]'
            ),
            "walk: cutoff 70 is beyond the trip's max_min 60",
        ),
    ],
)
def test_what_the_region_lacks_is_said_and_nothing_is_written(tmp_path, old, new, word):
    path = tmp_path / "study.toml"
    path.write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=word):
        gg.run_study(gg.read_study(path), tmp_path / "maps")
    assert [p.name for p in tmp_path.iterdir()] == ["study.toml"]


def test_a_scenario_is_refused_with_a_trip_for_which_it_changes_nothing(tmp_path):
    text = SMALL.replace("f35-cycle-highway", "rb64-half-hourly")
    (tmp_path / "idle.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="rb64-half-hourly: changes nothing for ebike, only for"):
        gg.run_study(gg.read_study(tmp_path / "idle.toml"), tmp_path / "maps")
    assert not (tmp_path / "maps").exists()


@pytest.mark.long
def test_pages_count_the_places_whose_reach_touches_the_cut_of_the_network(tmp_path):
    outline = gpd.GeoSeries([shapely.box(6.45, 52.15, 7.3, 52.6)], crs=4326)
    replace(gg.load_network(SAMPLE / "network"), outline=outline).save(tmp_path / "net")
    text = SMALL.split("[[isochrones]]", maxsplit=1)[0].replace(
        f'enschede = "{SAMPLE / "enschede"}"\n', ""
    )
    study = tmp_path / "cut.toml"
    study.write_text(text.replace(str(SAMPLE / "network"), str(tmp_path / "net")))
    gg.run_study(gg.read_study(study), tmp_path / "maps")
    cells = pd.read_parquet(next((tmp_path / "maps").rglob("reach_cells.parquet")))
    touched = cells.loc[cells["edge"].fillna(value=False).astype(bool), "id"].nunique()
    note = Note("network.cut-edge-places", n=touched, all=cells["id"].nunique())
    assert 0 < touched < cells["id"].nunique()
    assert note.text("de") in (tmp_path / "maps" / "reach.html").read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.shared_data
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_validators_take_the_feed_of_a_study(ran, monkeypatch):
    import test_monitor_standards as outside

    outside.hold_feed(ran[0] / "monitor", monkeypatch)
