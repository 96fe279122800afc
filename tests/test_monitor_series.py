import re
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest
from heldfeed import five_years, merged
from toyfeed import OSM, TRIPS, toy_cells, toy_towns, write_toy

from grensgeo.cli import main
from grensgeo.cli.file_kinds import describe
from grensgeo.errors import InputError
from grensgeo.monitor import FeedOptions, municipal_changes
from grensgeo.monitor.monitor_feed import MonitorFeed
from grensgeo.monitor.municipal_changes import on_new_map, read_changes, successors
from grensgeo.monitor.series import append, compare_feeds, read_feed
from grensgeo.provenance import Provenance

PAGE = Path(__file__).resolve().parents[1] / "docs" / "monitor.md"
KEY = ["indicator_id", "region_code", "period"]


def one_year(folder, period, *, factor=1.0, **change):
    region = toy_towns()
    reach = toy_cells(region, modes=("car",), factor=factor)
    return write_toy(folder, reach, region=region, period=period, **change)


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """Give a feed of 2021, the same with 2022, and with 2022 revised."""
    folder = tmp_path_factory.mktemp("years")
    one_year(folder / "a", "2021")
    one_year(folder / "b", "2022", factor=1.1, previous=folder / "a")
    one_year(folder / "c", "2022", factor=1.2, previous=folder / "b",
             options=FeedOptions(valid_from="2023-03-01"))  # fmt: skip
    return folder


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def test_a_year_is_appended_and_the_old_stays_as_it_was(years):
    old, new = lines(years / "a" / "observations.csv"), lines(years / "b" / "observations.csv")
    assert new[: len(old)] == old
    assert len(new) == 2 * len(old) - 1
    tables = read_feed(years / "b")
    assert list(tables["runs"]["period"]) == ["2021", "2022"]
    assert len(tables["revisions"]) == 0


def test_a_revision_is_visible_and_what_it_replaces_is_kept(years):
    before, after = read_feed(years / "b"), read_feed(years / "c")
    replaced = before["observations"][before["observations"]["period"] == "2022"]
    assert len(after["revisions"]) == len(replaced)
    assert set(after["revisions"]["run_id"]) == set(replaced["run_id"])
    last = after["runs"].iloc[-1]
    assert (last["period"], last["valid_from"]) == ("2022", "2023-03-01")
    assert last["revises"] == replaced["run_id"].iloc[0]
    kept = after["observations"][after["observations"]["period"] == "2021"]
    same = before["observations"][before["observations"]["period"] == "2021"]
    pd.testing.assert_frame_equal(kept.reset_index(drop=True), same.reset_index(drop=True))


@pytest.mark.long
def test_a_revision_says_from_when_it_holds(years, tmp_path):
    with pytest.raises(InputError, match=r"2022 is in .* already; give valid_from") as error:
        one_year(tmp_path / "d", "2022", factor=1.3, previous=years / "b")
    assert error.value.code == "option-missing"
    assert list(tmp_path.iterdir()) == []


def test_an_indicator_that_means_something_else_is_not_appended(years):
    tables = read_feed(years / "a")
    unit = tables["indicators"]["unit"].replace("jobs", "posts")
    tables["indicators"] = tables["indicators"].assign(unit=unit)
    rest = {"geometry": None, "provenance": Provenance(), "parameters": {}}
    feed = MonitorFeed(**tables, **rest, options=FeedOptions())
    told = r"jobs_across_car_30min \(unit: jobs before, now posts\)"
    with pytest.raises(InputError, match=told) as error:
        append(feed, years / "a")
    assert error.value.codes == ("indicator-changed",)


def test_a_difference_says_what_changed_and_by_how_much(years):
    table = compare_feeds(years / "b", years / "c")
    assert set(table["period"]) == {"2022"}
    open_ = table[table["indicator_id"] == "jobs_open_car_45min"]
    assert open_["relative"].to_numpy() == pytest.approx(1.2 / 1.1 - 1)
    assert not table["outlier"].any()
    assert len(compare_feeds(years / "c", years / "c")) == 0


def test_a_later_year_is_compared_with_the_last_before_it(years, capsys):
    assert main(["monitor", "diff", str(years / "a"), str(years / "b")]) == 0
    said = capsys.readouterr().out
    assert re.search(
        r"^\d+ figures differ: \d+ by a number, 0 are new, 0 are gone; 0 stand out", said
    )
    table = compare_feeds(years / "a", years / "b")
    assert set(table["period_old"]) == {"2021"}
    assert set(table["period"]) == {"2022"}


def observed(rows):
    frame = pd.DataFrame(rows, columns=["indicator_id", "region_code", "value", "population"])
    return frame.assign(
        region_level="municipality", period="2017", status="A", source_ids="cbs", lower=np.nan,
        upper=np.nan, edge_share=np.nan, share_without_ride=np.nan, n_origins=1.0,
    )  # fmt: skip


INDICATORS = pd.DataFrame(
    {"indicator_id": ["people", "mean", "above", "rate"],
     "aggregation": ["sum", "weighted_mean", "weighted_mean", "ratio"],
     "numerator": [None, None, None, "above"], "denominator": [None, None, None, "mean"]}
)  # fmt: skip


def test_united_municipalities_are_compared_as_one():
    # Bellingwedde and Vlagtwedde became Westerwolde in 2018
    rows = observed(
        [("people", "GM0007", 10.0, 100.0), ("people", "GM0048", 30.0, 300.0),
         ("mean", "GM0007", 8.0, 100.0), ("mean", "GM0048", 4.0, 300.0),
         ("above", "GM0007", 2.0, 100.0), ("above", "GM0048", 2.0, 300.0),
         ("rate", "GM0007", 0.25, 100.0), ("rate", "GM0048", 0.5, 300.0),
         ("mean", "GM0014", 7.0, 50.0)]
    )  # fmt: skip
    moved, broken = successors(
        ["GM0007", "GM0048", "GM0014"], read_changes(), known=["GM1950", "GM0014"]
    )
    assert (moved, broken) == ({"GM0007": "GM1950", "GM0048": "GM1950"}, set())
    found = on_new_map(rows, INDICATORS, moved, broken).set_index(["indicator_id", "region_code"])
    assert found.loc[("people", "GM1950"), "value"] == 40
    assert found.loc[("mean", "GM1950"), "value"] == pytest.approx((8 * 100 + 4 * 300) / 400)
    assert found.loc[("rate", "GM1950"), "value"] == pytest.approx(2 / 5)
    assert found.loc[("mean", "GM0014"), "value"] == 7
    assert len(found) == 5


def test_a_chain_of_changes_is_followed():
    # Millingen became part of Groesbeek in 2015, which was called Berg en Dal from 2016 on
    assert successors(["GM0265"], read_changes(), known=["GM1945"]) == (
        {"GM0265": "GM1945"},
        set(),
    )
    assert successors(["GM0265"], read_changes(), known=["GM0241"]) == (
        {"GM0265": "GM0241"},
        set(),
    )


def test_what_got_a_part_of_another_is_missing():
    # Winsum was divided between Het Hogeland and Westerkwartier in 2019
    rows = observed([("mean", "GM0053", 8.0, 100.0), ("mean", "GM0005", 4.0, 300.0)])
    known = ["GM1966", "GM1969"]
    moved, broken = successors(["GM0053", "GM0005"], read_changes(), known=known)
    assert (moved, broken) == ({"GM0005": "GM1966"}, {"GM1966", "GM1969"})
    found = on_new_map(rows, INDICATORS, moved, broken).set_index("region_code")
    assert found.loc["GM1966", "status"] == "M"
    assert np.isnan(found.loc["GM1966", "value"])


def test_the_table_of_changes_is_whole():
    table = read_changes()
    assert table["date"].between("2015", "2026").all()
    assert (
        table[["old_code", "new_code"]]
        .map(lambda x: bool(re.fullmatch(r"GM\d{4}", x)))
        .all()
        .all()
    )
    whole = table[table["moved"] == "whole"]
    assert whole["old_code"].is_unique
    assert not set(whole["old_code"]) & set(table.loc[table["moved"] == "part", "old_code"])


def test_the_table_of_changes_leaves_as_many_as_cbs_counts():
    """CBS: 403 municipalities in 2014, and so on; each row names the page that tells it."""
    counted = {2015: 393, 2016: 390, 2017: 388, 2018: 380, 2019: 355, 2020: 355, 2021: 352,
               2022: 345, 2023: 342, 2024: 342}  # fmt: skip
    table, there = read_changes(), 403
    for year, number in counted.items():
        # a change within a year counts on the first of January of the next
        within = table["date"].between(f"{year - 1}-01-02", f"{year}-01-01")
        gone, new = (set(table.loc[within, name]) for name in ("old_code", "new_code"))
        before = set(table.loc[table["date"] < f"{year - 1}-01-02", "new_code"])
        made = {code for code in new if int(code[2:]) >= 1930} - before
        there += len(made) - len(gone)
        assert there == number, year
    file = Path(municipal_changes.__file__).with_name("municipal_changes.csv")
    assert pd.read_csv(file)["source"].str.startswith("http").all()


def test_changes_of_ones_own_are_taken_and_others_refused(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("date,old_code,new_code,moved\n2024-01-01,05554020,05554024,whole\n")
    changes = read_changes(own)
    assert successors(["05554020"], changes, known=["05554024"])[0] == {"05554020": "05554024"}
    own.write_text("date,old_code,new_code,moved\n2024-01-01,05554020,05554024,all\n")
    with pytest.raises(InputError, match="moved is all; write whole or part"):
        read_changes(own)


@pytest.mark.parametrize("number", [0, 1])
def test_the_lines_of_the_page_run(years, monkeypatch, number):
    page = PAGE.read_text(encoding="utf-8")
    block = re.findall(r"```python\n(.*?)```", page[page.index("in five lines") :], re.DOTALL)[
        number
    ]
    written = [line for line in block.splitlines() if line and not line.startswith("import")]
    assert len(written) == 5
    monkeypatch.chdir(years)
    told = {}
    exec(block.replace("feed/", "c/"), {"duckdb": duckdb}, told)
    change = told["change"]
    key = "jobs_open_car_45min"
    if number == 0:
        found = change.loc[key, "2022"]
        names = set(found.index.get_level_values("name_nl"))
    else:
        found = change[(change["indicator_id"] == key) & (change["period"] == "2022")]
        names = set(found["name_nl"])
        found = found["change"]
    # 2022 was revised to 1.2 times 2021; every region once, with its name
    rows = read_feed(years / "c")["observations"]
    rows = rows[(rows["indicator_id"] == key) & (rows["period"] == "2021")]
    assert sorted(found) == pytest.approx(sorted(0.2 * rows["value"]))
    assert {"Almere", "Heek", "Flevoland"} <= names


def test_check_knows_every_file_of_a_feed(years):
    for path in sorted((years / "c").iterdir()):
        assert describe(path), path.name
    assert describe(years / "c").startswith("data package: observations.csv: observations: ")


@pytest.mark.long
def test_a_feed_is_made_again_and_what_differs_is_told(tmp_path, capsys):
    region = toy_towns()
    region.save(tmp_path / "region")
    from grensgeo.files import write_table

    write_table(toy_cells(region, modes=("car",)), tmp_path / "reach.parquet")
    out = tmp_path / "feed"
    assert main(["monitor", str(tmp_path / "reach.parquet"), "--region", str(tmp_path / "region"),
                 "--period", "2022", "-o", str(out)]) == 0  # fmt: skip
    assert main(["reproduce", str(out / "manifest.json")]) == 0
    assert "files made again, the same byte by byte" in capsys.readouterr().out
    write_table(toy_cells(region, modes=("car",), factor=2), tmp_path / "reach.parquet")
    assert main(["reproduce", str(out / "manifest.json")]) == 2


@pytest.mark.long
def test_a_merger_within_a_feed_of_several_years_is_compared_as_one(tmp_path):
    region = toy_towns()
    reach = toy_cells(region, modes=("car",))
    write_toy(tmp_path / "a", reach, region=region, period="2021")
    after = merged(region, ["GM0995", "GM0050"], "GM9999", "United")
    write_toy(tmp_path / "b", reach, region=after, period="2022", previous=tmp_path / "a")
    own = tmp_path / "own.csv"
    own.write_text("date,old_code,new_code,moved\n2022-01-01,GM0995,GM9999,whole\n"
                   "2022-01-01,GM0050,GM9999,whole\n", encoding="utf-8")  # fmt: skip
    table = compare_feeds(tmp_path / "a", tmp_path / "b", changes=own)
    # nothing changed but the map: what differs are ratios of whose parts one is not told
    open_ = table[table["indicator_id"] == "jobs_open_car_45min"]
    assert len(open_) == 0
    assert set(table["region_code"]) <= {"GM9999"}
    plain = compare_feeds(tmp_path / "a", tmp_path / "b")
    gone = plain[plain["status"].isna() & (plain["indicator_id"] == "jobs_open_car_45min")]
    assert set(gone["region_code"]) == {"GM0995", "GM0050"}


@pytest.mark.long
def test_five_years_with_a_merger_and_a_revision_come_back_without_loss(tmp_path):
    region = toy_towns()
    reach = toy_cells(region, modes=("car",), scenarios=("baseline", "plan"))
    last, held = five_years(
        tmp_path, reach, region, old=["GM0995", "GM0050"], new="GM9999",
        provenance=Provenance((OSM,)), trips=TRIPS,
    )  # fmt: skip
    assert held > 1000
    assert (last / "quality.pdf").exists()
