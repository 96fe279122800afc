"""The whole sample: atlas, map, table and feed give one answer to one question, and others take it."""

import json
import re
from pathlib import Path

import goldens
import pandas as pd
import pytest
import test_monitor_spreadsheets as sheets
import test_monitor_standards as outside
from consistency import hold
from heldfeed import five_years, hold_tables
from heldfindings import digits, hold_rows, known_figures

import grensgeo as gg
from grensgeo.maps.region_findings import region_findings
from grensgeo.maps.trip_names import trip_name
from grensgeo.measures.long_reach import totals
from grensgeo.monitor import FeedTrip
from grensgeo.provenance import provenance_of

STUDY = Path(__file__).resolve().parents[1] / "data" / "sample" / "study.toml"


@pytest.fixture(scope="module")
def maps(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample") / "maps"
    gg.run_study(gg.read_study(STUDY), folder)
    return folder


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_eighty_places_six_trips_three_cutoffs_three_borders(browser, maps):
    trips = [item.trip_id for item in gg.read_study(STUDY).trips]
    held = hold(browser, maps, trips=trips, cutoffs=[30, 45, 60], feed=[45])
    assert held == 80 * len(trips) * 3 * 3


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_no_figure_of_the_sample_moved_that_nobody_accepted(maps):
    table = goldens.moved(goldens.read_golden(), goldens.figures_of(maps))
    assert table.empty, f"{goldens.told(table)}\nmake goldens ACCEPT=NAME accepts what is meant"


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_the_feed_agrees_with_the_tables_on_every_figure_they_share(maps):
    assert hold_tables(maps) > 10_000


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_validators_take_the_feed_of_the_sample(maps, monkeypatch):
    outside.hold_feed(maps / "monitor", monkeypatch)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_the_workbook_of_the_sample_goes_through_libreoffice(maps, tmp_path):
    if sheets.SOFFICE is None:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-calc)")
    sheets.hold_workbook(maps / "monitor", tmp_path, {})


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_five_years_made_up_of_the_sample_come_back_without_loss(maps, tmp_path):
    path = maps / "tables" / "reach_cells.parquet"
    reach = pd.read_parquet(path)
    reach = reach[(reach["mode"] == "car") & (reach["cutoff_min"] == 45)]
    _, held = five_years(
        tmp_path, reach, gg.load_region(STUDY.parent), old=["GM0163", "GM0189"], new="GM9999",
        provenance=provenance_of(path), trips={"car": FeedTrip("car")},
    )  # fmt: skip
    assert held > 4 * 80 * 5


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_every_figure_of_the_findings_page_stands_in_the_tables(maps):
    assert hold_findings(maps) >= 5


def hold_findings(folder):
    """Hold every sentence of a findings page to the tables beside it; give how many there are."""
    study, region = gg.read_study(STUDY), gg.load_region(STUDY.parent)
    towns, parts = (
        pd.read_csv(folder / "tables" / f"reach_{name}.csv", dtype={"id": str})
        for name in ("municipalities", "nuts3")
    )
    plans = {one.name: one.title for one in (gg.read_scenario(x.path) for x in study.scenarios)}
    trips = {item.trip_id: trip_name(item.trip) for item in study.trips}
    found = region_findings(region, towns, parts, trips=trips, scenarios=plans)
    rows = totals(pd.concat([towns, parts], ignore_index=True))
    rows = rows[(rows["cutoff_min"] == 45) & (rows["opportunity"] == "jobs")]
    rows = rows.set_index(["id", "mode", "scenario"])
    page = (folder / "index.html").read_text("utf-8")
    data = re.search(r'id="grensgeo-data">(.*?)</script>', page, re.DOTALL)[1]
    texts = json.loads(data)["texts"]
    assert f"finding-{len(found)}-sentence" not in texts
    for number, one in enumerate(found):
        hold_rows(one, rows)
        for language, said in texts[f"finding-{number}-sentence"].items():
            titles = "|".join(re.escape(title[language]) for title in plans.values())
            told = digits(re.sub(titles, "", said))  # RB64 is no figure
            noise = {"05"} if one.code == "scenario_none" else set()
            assert told <= known_figures(one, language, cutoff_min=45) | noise, (one.code, said)
    return len(found)
