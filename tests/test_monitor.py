import csv
import json
import warnings
from dataclasses import replace

import frictionless
import numpy as np
import pandas as pd
import pytest
from reach_tables import measured
from toyfeed import BKG, CBS, LISA, OSM, TRIPS, toy_cells, toy_towns, write_toy

from grensgeo import words
from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.monitor import FeedOptions, FeedTrip
from grensgeo.monitor.indicators import MEASURES
from grensgeo.monitor.levels import levels_of
from grensgeo.provenance import Provenance
from grensgeo.schema import (
    FEED_REGIONS,
    FEED_RUNS,
    FEED_SOURCES,
    INDICATORS,
    OBSERVATIONS,
)

KEY = ["indicator_id", "region_code"]
NORMS = ({"opportunity": "jobs", "cutoff_min": 45.0, "least": 1000},)
TEXT = {"region_code": str, "period": str, "nuts_version": str, "run_id": str}


def read(folder, name="observations"):
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


def values(folder):
    table = pd.read_csv(folder / "observations.csv", dtype=TEXT)
    return table.set_index(KEY)["value"]


def direct(region, reach, level, column="open"):
    """Give the mean over inhabitants from the cells themselves, by code, trip and cutoff."""
    cells = reach.drop_duplicates(["id", "mode", "cutoff_min", "scenario"])
    people = cells["id"].map(region.cells["population"])
    towns = cells["id"].map(region.cells["region_code"])
    group = towns.map(region.municipalities[level])
    keys = [group, cells["mode"], cells["cutoff_min"]]
    return (cells[column] * people).groupby(keys).sum() / people.groupby(keys).sum()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "feed"
    region = toy_towns()
    reach = toy_cells(region, scenarios=("baseline", "plan"))
    titles = {"plan": {"nl": "Plan A", "de": "Plan B", "en": "Plan C"}}
    write_toy(folder, reach, region=region, scenarios=titles, options=FeedOptions(norms=NORMS))
    return folder, region, reach


def test_the_columns_are_those_that_were_asked_for(made):
    head = (made[0] / "observations.csv").read_text(encoding="utf-8").splitlines()[0]
    assert head == (
        "indicator_id,region_code,region_level,nuts_version,period,value,unit,status,lower,upper,"
        "n_origins,population,edge_share,share_without_ride,mode,access,cutoff_min,"
        "departure_window,percentile,opportunity,job_concept,measure,border,scenario_id,"
        "place_definition,source_ids,run_id"
    )


def test_a_figure_by_hand(tmp_path):
    region = toy_towns()
    cells = measured(pd.DataFrame(
        {"id": ["c0-GM0034", "c1-GM0034", "c2-GM0034"], "country": "NL", "cutoff_min": 45.0,
         "opportunity": "jobs", "reach_nl": [10.0, 40.0, 25.0], "reach_de": [0.0, 60.0, 5.0],
         "mode": "car", "scenario": "baseline"}
    ))  # fmt: skip
    write_toy(tmp_path, cells, region=region)
    row = read(tmp_path).set_index(KEY).loc[("jobs_open_car_45min", "GM0034")]
    # 300, 100 and 200 inhabitants reach 10, 100 and 30
    assert float(row["value"]) == pytest.approx((300 * 10 + 100 * 100 + 200 * 30) / 600, abs=1e-9)
    told = {"status": "A", "unit": "jobs", "n_origins": "3", "population": "600", "mode": "car",
            "access": "", "cutoff_min": "45", "percentile": "", "job_concept": "employee_jobs",
            "border": "open", "scenario_id": "baseline", "place_definition": "mean_inhabitant",
            "source_ids": "bkg;cbs;lisa;osm", "region_level": "municipality", "period": "2022",
            "nuts_version": "2021"}  # fmt: skip
    assert {name: row[name] for name in told} == told
    effect = read(tmp_path).set_index(KEY).loc[("jobs_border_effect_car_45min", "GM0034"), "value"]
    closed = (300 * 10 + 100 * 40 + 200 * 25) / 600
    assert float(effect) == pytest.approx((19_000 / 600) / closed - 1, abs=1e-9)


@pytest.mark.parametrize(
    ("level", "column"), [("nuts3", "nuts3"), ("nuts2", "nuts2"), ("area", "area")]
)
def test_regions_equal_a_computation_from_the_cells(made, level, column):
    folder, region, reach = made
    towns = region.municipalities.assign(nuts2=region.municipalities["nuts3"].str[:4])
    region_with = type("R", (), {"cells": region.cells, "municipalities": towns})
    base = reach[reach["scenario"] == "baseline"]
    found = values(folder)
    held = 0
    for name in ("open", "closed"):
        for (code, mode, cutoff), value in direct(region_with, base, column, name).items():
            key = f"jobs_{name}_{mode.replace('-', '_')}_{cutoff:g}min", code
            if key in found.index:
                assert found[key] == pytest.approx(value, rel=1e-11), (level, key)
                held += 1
    assert held == {"nuts3": 16, "nuts2": 8, "area": 16}[level]


@pytest.mark.long
def test_a_region_of_which_a_part_is_known_is_left_out_and_told(tmp_path):
    region = toy_towns()
    write_toy(tmp_path, toy_cells(region), region=region)
    codes = set(read(tmp_path)["region_code"])
    # DEA3 has eight regions of NUTS 3; NL23 has one, which is there
    assert {"NL23", "NL230", "CR40", "DEA34", "flevoland"} <= codes
    assert not {"DEA3", "DEA37", "ring"} & codes
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert "left out of the feed (1): DEA3." in package["description"]


@pytest.mark.long
def test_half_a_region_of_nuts_3_is_not_published_as_the_whole(tmp_path):
    region = toy_towns()
    reach = toy_cells(region)
    some = reach[~reach["id"].str.endswith(("GM0034", "05554024"))]
    write_toy(tmp_path, some, region=region)
    levels = set(read(tmp_path)["region_level"])
    assert levels == {"municipality"}


@pytest.mark.parametrize(
    ("areas", "known"),
    [
        ({"flevoland": "all", "borken": "all"}, []),
        ({"borken": "flevoland", "ring": "steinfurt"}, ["steinfurt"]),
        ({}, ["borken", "flevoland"]),
    ],
)
def test_an_area_of_two_countries_is_left_out_and_told(areas, known):
    region = toy_towns()
    region.municipalities["area"] = region.municipalities["area"].replace(areas)
    cells = region.cells["population"]
    levels, notes = levels_of(region, list(cells.index), cells)
    found = {level.name: sorted(level.groups.dropna().unique()) for level in levels}
    assert found.get("area", []) == known
    assert found["nuts3"] == ["DEA34", "DEA37", "NL230"]
    told = [str(note) for note in notes if note.code == "feed.region-of-countries"]
    assert len(told) == (0 if not areas else 1)
    assert all("feed (1): " in text for text in told)


def test_what_may_be_summed_sums_exactly_and_the_rest_says_so(made):
    folder, *_ = made
    found, told = values(folder), read(folder, "indicators").set_index("indicator_id")
    summable = told.index[told["summable"] == "true"]
    assert {x.split("_")[0] for x in summable} == {"population", "jobs"}
    for indicator in summable:
        towns = sum(found[indicator, code] for code in ("GM0034", "GM0995", "GM0050"))
        assert towns == found[indicator, "NL230"] == found[indicator, "flevoland"]
    assert found["population", "NL230"] == 713
    means = told["aggregation"].isin(["weighted_mean", "ratio"])
    assert set(told.loc[means, "summable"]) == {"false"}
    assert set(told.loc[told["aggregation"] == "weighted_mean", "weight"]) == {"population"}


def test_norms_count_people_below_them(made):
    folder, region, reach = made
    rows = reach.drop_duplicates(["id", "mode", "cutoff_min", "scenario"])
    rows = rows[(rows["mode"] == "car") & (rows["cutoff_min"] == 45)]
    rows = rows[rows["scenario"] == "baseline"].set_index("id")
    people = region.cells["population"]
    for name, column in (("people_below", "open"), ("people_below_closed", "closed")):
        here = rows.index[(rows[column] < 1000) & rows.index.str.endswith("GM0034")]
        found = values(folder)[f"jobs_{name}_1000_car_45min", "GM0034"]
        assert found == people.loc[here].sum()
    share = values(folder)["jobs_share_below_1000_car_45min", "GM0034"]
    assert share == pytest.approx(
        values(folder)["jobs_people_below_1000_car_45min", "GM0034"] / 600
    )


def test_a_scenario_tells_what_it_changes(made):
    folder, _, _ = made
    found = values(folder)
    base, plan = found["jobs_open_car_45min", "NL230"], found["jobs_open_car_45min_plan", "NL230"]
    assert found["jobs_change_car_45min_plan", "NL230"] == pytest.approx(plan - base)
    assert plan - base == pytest.approx(11 * 1.5)
    relative = found["jobs_relative_change_car_45min_plan", "NL230"]
    assert relative == pytest.approx(plan / base - 1)
    told = read(folder, "indicators").set_index("indicator_id")
    assert told.loc["jobs_open_car_45min_plan", "name_nl"] == (
        "Banen binnen 45 min met de auto, aan beide zijden van de grens, scenario Plan A [model] "
        "[scenario]"
    )
    assert told.loc["jobs_open_car_45min_plan", "kind"] == "scenario"


def test_names_descriptions_and_units_in_three_languages(made):
    told = read(made[0], "indicators")
    for what in ("name", "description", "unit"):
        for language in words.LANGUAGES:
            assert (told[f"{what}_{language}"] != "").all()
    assert told["name_nl"].is_unique
    model = told[told["kind"] != "counted"]
    assert model["name_en"].str.contains(r"\[model\]").all()
    assert not told.set_index("indicator_id").loc["population", "name_de"].endswith("]")
    closed = told.set_index("indicator_id").loc["jobs_closed_car_45min"]
    assert closed["name_nl"] == "Banen binnen 45 min met de auto, alleen in het eigen land [model]"
    assert closed["name_en"] == "Jobs within 45 min by car, in the own country only [model]"


def test_ids_are_permanent_names(made):
    told = read(made[0], "indicators")["indicator_id"]
    assert told.str.fullmatch(r"[a-z][a-z0-9_]{0,45}").all()
    assert told.is_unique
    assert set(read(made[0])["indicator_id"]) == set(told)


def test_every_value_has_unit_status_and_sources_that_are_described(made):
    table = read(made[0])
    assert (table[["unit", "status", "source_ids", "run_id"]] != "").all().all()
    assert set(table["unit"]) == {"jobs", "ratio", "people"}
    sources = set(read(made[0], "sources")["source_id"])
    assert {one for ids in table["source_ids"] for one in ids.split(";")} == sources
    assert set(table["run_id"]) == set(read(made[0], "runs")["run_id"])
    regions = read(made[0], "regions")
    assert set(table["region_code"]) == set(regions["region_code"])


@pytest.mark.long
def test_a_figure_names_its_own_sources_alone(tmp_path):
    trips = TRIPS | {"transit-bicycle": FeedTrip("transit", source_ids=("osm", "timetable"))}
    timetable = OSM.__class__("timetable", "GTFS", "CC0-1.0", "A carrier")
    write_toy(tmp_path, trips=trips, provenance=Provenance((OSM, timetable)))
    table = read(tmp_path).set_index(KEY)["source_ids"]
    assert table["jobs_open_car_45min", "GM0034"] == "bkg;cbs;lisa;osm"
    assert table["jobs_open_transit_bicycle_45min", "GM0034"] == "bkg;cbs;lisa;osm;timetable"
    assert table["population", "GM0034"] == "bkg;cbs"


def test_a_figure_names_the_sources_of_its_countries_and_its_trip(tmp_path):
    of_carrier = replace(OSM, source_id="timetable", bears_on="timetables")
    trips = TRIPS | {"transit-bicycle": FeedTrip("transit", source_ids=("osm", "timetable"))}
    region = toy_towns()
    named = {"GM": "lisa", "05": "ba"}
    jobs = region.opportunity_table
    region = replace(
        region,
        provenance=Provenance(
            (CBS.on("outlines", ["NL"]), BKG.on("outlines", ["DE"]), LISA.on("opportunities"),
             replace(LISA, source_id="ba").on("opportunities", ["DE"]),
             replace(LISA, source_id="wijk").on("opportunities", ["NL"]),
             replace(OSM, source_id="drawn").on("maps"))
        ),
        opportunity_table=jobs.assign(source_id=jobs["region_code"].str[:2].map(named)),
    )  # fmt: skip
    write_toy(tmp_path, region=region, trips=trips, provenance=Provenance((OSM, of_carrier)))
    table = read(tmp_path).set_index(KEY)["source_ids"]
    assert table["population", "GM0034"] == "cbs"
    assert table["population", "05554020"] == "bkg"
    assert table["jobs_closed_car_45min", "GM0034"] == "cbs;lisa;osm;wijk"
    assert table["jobs_closed_car_45min", "05554020"] == "ba;bkg;osm"
    assert table["jobs_across_car_45min", "GM0034"] == "ba;bkg;cbs;osm"
    assert table["jobs_open_car_45min", "GM0034"] == "ba;bkg;cbs;lisa;osm;wijk"
    by_timetable = table["jobs_across_transit_bicycle_45min", "05554020"]
    assert by_timetable == "bkg;cbs;lisa;osm;timetable;wijk"
    assert "drawn" not in set(read(tmp_path, "sources")["source_id"])


def test_frictionless_accepts_the_feed(made):
    report = frictionless.validate(str(made[0] / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert len(report.tasks) == 6


@pytest.mark.long
@pytest.mark.parametrize(
    ("old", "new"),
    [(",E,", ",X,"), ("jobs_open_car_45min,GM", "jobs_opened,GM"), (",2022,", ",22,"),
     ("05554020", "5554020"), ("employee_jobs,open,open", "employee_jobs,open,")],
)  # fmt: skip
def test_frictionless_would_notice(tmp_path, old, new):
    write_toy(tmp_path)
    path = tmp_path / "observations.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_the_files_hold_what_the_schema_declares(made):
    tables = {"observations": OBSERVATIONS, "indicators": INDICATORS, "regions": FEED_REGIONS,
              "sources": FEED_SOURCES, "runs": FEED_RUNS, "revisions": OBSERVATIONS}  # fmt: skip
    for name, table in tables.items():
        text = {c.name: str for c in table.columns if c.kind == "string"}
        frame = pd.read_csv(made[0] / f"{name}.csv", dtype=text)
        table.check(frame)
        assert list(frame.columns) == [column.name for column in table.columns]


def test_parquet_holds_the_same_with_types(made):
    text = {c.name: str for c in OBSERVATIONS.columns if c.kind == "string"}
    plain = pd.read_csv(made[0] / "observations.csv", dtype=text)
    typed = pd.read_parquet(made[0] / "observations.parquet")
    for name in plain:
        assert typed[name].isna().equals(plain[name].isna()), name
        known = plain[name].notna()
        assert (typed[name][known] == plain[name][known]).all(), name
    assert (typed["region_code"] == "05554020").any()


def test_regions_have_codes_of_every_kind_and_their_years(made):
    table = read(made[0], "regions").set_index("region_code")
    heek, almere = table.loc["05554020"], table.loc["GM0034"]
    assert (heek["ags"], heek["gm"], heek["lau"], heek["ags_year"]) == (
        "05554020",
        "",
        "05554020",
        "2022",
    )
    assert (almere["gm"], almere["corop"], almere["nuts2"]) == ("GM0034", "CR40", "NL23")
    assert table.loc["CR40", "region_level"] == "corop"
    assert (table["nuts_version"] == "2021").all()


def test_outlines_stand_in_both_files(made):
    import geopandas as gpd

    first = gpd.read_file(made[0] / "geometry.gpkg")
    second = gpd.read_parquet(made[0] / "geometry.parquet")
    codes = read(made[0], "regions")["region_code"]
    assert sorted(first["region_code"]) == sorted(second["region_code"]) == sorted(codes)
    assert first.crs == second.crs == "EPSG:4326"
    both = first.set_index("region_code").geometry.union_all()
    assert second.geometry.union_all().symmetric_difference(both).area < 1e-12


def test_what_is_not_known_is_empty_and_never_zero(tmp_path):
    region = toy_towns()
    reach = toy_cells(region, modes=("car",))
    here = reach["id"].str.endswith("05554020")
    lost = reach.assign(**{
        name: reach[name].mask(here) for name in ("reach", "closed", "open", "border_effect", "share_across")
    })  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        write_toy(tmp_path, lost, region=region)
    table = read(tmp_path)
    rows = table[(table["region_code"] == "05554020") & (table["measure"] != "population")]
    assert set(zip(rows["value"], rows["status"], strict=True)) == {("", "M")}
    # what lies above rests on the rest, and says so
    above = table.set_index(KEY).loc[("jobs_open_car_45min", "DEA34")]
    assert (above["status"], above["population"], above["n_origins"]) == ("E", "100", "3")


@pytest.mark.long
def test_divided_by_nothing_is_missing(tmp_path):
    region = toy_towns()
    reach = toy_cells(region, modes=("car",))
    columns = reach.drop(columns=["to_country", "reach"]).drop_duplicates(["id", "cutoff_min"])
    none = measured(
        columns.drop(columns=["closed", "open", "border_effect", "share_across"]).assign(
            reach_nl=np.where(columns["country"] == "NL", 0.0, 5.0),
            reach_de=np.where(columns["country"] == "DE", 0.0, 5.0),
        )
    )
    write_toy(tmp_path, none, region=region)
    table = read(tmp_path).set_index(KEY)
    assert tuple(table.loc[("jobs_closed_car_45min", "GM0034"), ["value", "status"]]) == ("0", "A")
    assert tuple(table.loc[("jobs_border_effect_car_45min", "GM0034"), ["value", "status"]]) == (
        "",
        "M",
    )


@pytest.mark.long
@pytest.mark.parametrize(
    ("change", "status"),
    [({}, "A"), ({"unknown_within": 2}, "E"), ({"edge": True}, "E"), ({"modelled": True}, "E"),
     ({"schematic": True}, "E")],
)  # fmt: skip
def test_what_is_estimated_says_so(tmp_path, change, status):
    region = toy_towns(modelled=change.pop("modelled", False))
    provenance = Provenance((OSM,), schematic=change.pop("schematic", False))
    reach = toy_cells(region, modes=("car",)).assign(**({"edge": False} | change))
    write_toy(tmp_path, reach, region=region, provenance=provenance)
    table = read(tmp_path).set_index(KEY)["status"]
    assert table["jobs_open_car_45min", "GM0034"] == status
    assert table["population", "GM0034"] == "A"


@pytest.mark.long
def test_what_is_counted_at_home_is_estimated_where_that_is_modelled(tmp_path):
    region = toy_towns()
    jobs = region.opportunity_table
    modelled = jobs["region_code"].str.startswith("05")
    region = replace(region, opportunity_table=jobs.assign(modelled=modelled))
    write_toy(tmp_path, toy_cells(region, modes=("car",)), region=region)
    table = read(tmp_path).set_index(KEY)["status"]
    for code, status in (("GM0034", "A"), ("05554020", "E")):
        assert table["jobs_closed_car_45min", code] == status
        assert table["jobs_open_car_45min", code] == "E"


@pytest.mark.long
def test_bounds_stand_beside_the_figures_they_are_of(tmp_path):
    region = toy_towns(modelled=True)
    reach = toy_cells(region, modes=("car",))
    own, across = reach["closed"], reach["open"] - reach["closed"]
    reach = reach.assign(closed_lower=own / 2, closed_upper=own * 3,
                         open_lower=own / 2, open_upper=own * 3 + across * 2)  # fmt: skip
    bounds = [f"{side}_{end}" for side in ("closed", "open") for end in ("lower", "upper")]
    reach.loc[reach["cutoff_min"] == 30, bounds] = np.nan
    norm = {"opportunity": "jobs", "cutoff_min": 45.0, "least": 1000}
    norms = (norm, norm | {"cutoff_min": 30.0})
    write_toy(tmp_path, reach, region=region, options=FeedOptions(norms=norms))
    table = pd.read_csv(tmp_path / "observations.csv", dtype=TEXT).set_index(KEY)

    def figures(name, code="NL230"):
        return table.loc[(f"jobs_{name}_car_45min", code), ["lower", "value", "upper"]].tolist()

    own, across = figures("closed")[1], figures("across")[1]
    assert figures("closed") == pytest.approx([own / 2, own, own * 3])
    assert figures("across") == pytest.approx([0, across, across * 2])
    assert figures("open") == pytest.approx([own / 2, own + across, own * 3 + across * 2])
    assert figures("border_effect") == pytest.approx([0, across / own, across * 2 / (own / 2)])
    most = across * 2 / (across * 2 + own / 2)
    assert figures("share_across") == pytest.approx([0, across / (own + across), most])
    # fewest are below a norm where there is most: of three cells of 300, 100 and 200 people
    cells = reach[(reach["cutoff_min"] == 45) & reach["id"].str.endswith("GM0034")]
    cells = cells.drop_duplicates("id").set_index("id")
    people = region.cells["population"].reindex(cells.index)
    for number, bound in ((0, "open_upper"), (1, "open"), (2, "open_lower")):
        below = people[cells[bound] < 1000].sum()
        assert figures("people_below_1000", "GM0034")[number] == below
        assert figures("share_below_1000", "GM0034")[number] == pytest.approx(below / 600)
    unbounded = table.loc[("jobs_people_below_1000_car_30min", "GM0034")]
    assert unbounded["value"] >= 0
    assert unbounded[["lower", "upper"]].isna().all()


def test_by_timetable_the_trip_is_told(made):
    table = read(made[0]).set_index(KEY)
    row = table.loc[("jobs_open_transit_bicycle_45min", "GM0034")]
    assert tuple(row[["mode", "access", "departure_window", "percentile", "share_without_ride"]]) == (
        "transit", "bicycle", "2023-10-17T07:30/PT60M", "50", "0.25")  # fmt: skip
    assert table.loc[("jobs_open_car_45min", "GM0034"), "share_without_ride"] == ""
    assert "jobs_share_without_ride_transit_bicycle_45min" in table.index.get_level_values(0)
    assert not table.index.get_level_values(0).str.contains("ride_car").any()


def test_the_same_reach_gives_the_same_bytes(tmp_path):
    region = toy_towns()
    reach = toy_cells(region)
    first = write_toy(tmp_path / "a", reach, region=region)
    second = write_toy(tmp_path / "b", reach.sample(frac=1, random_state=3), region=region)
    assert [path.name for path in first] == [path.name for path in second]
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


@pytest.mark.long
@pytest.mark.parametrize(
    "change",
    [{"period": "2023"}, {"options": FeedOptions(suppress_below=5)}, {"region": toy_towns(scale=2)},
     {"trips": {**TRIPS, "car": FeedTrip("car", percentile=90.0)}}],
)  # fmt: skip
def test_a_changed_parameter_is_another_run(tmp_path, made, change):
    write_toy(tmp_path, **change)
    plain = tmp_path / "plain"
    write_toy(plain)
    runs = {read(folder, "runs")["run_id"].item() for folder in (tmp_path, plain)}
    assert len(runs) == 2


@pytest.mark.long
def test_names_do_not_become_formulas(tmp_path):
    region = toy_towns(names={"GM0034": "=1+1", "05554020": "@SUM(A1)"})
    write_toy(tmp_path, region=region)
    for name in ("regions", "observations", "indicators"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert not [x for row in csv.reader(file) for x in row if x[:1] in tuple("=+@\t")]
    assert "'=1+1" in set(read(tmp_path, "regions")["name_nl"])


@pytest.mark.parametrize(
    ("change", "code", "message"),
    [
        ({"period": "last year"}, "period-wrong", "period 'last year'; write 2022"),
        ({"options": FeedOptions(base_url="here")}, "address-wrong", "base_url 'here'"),
        ({"options": FeedOptions(contact_email="me")}, "address-wrong", "contact_email 'me'"),
        ({"options": FeedOptions(valid_from="May")}, "period-wrong", "valid_from 'May'"),
        (
            {"options": FeedOptions(norms=({"opportunity": "bakers", "cutoff_min": 45.0},))},
            "name-unknown",
            "opportunity 'bakers' is not in the reach; there are jobs",
        ),
    ],
)
def test_what_cannot_be_published_is_refused_and_leaves_nothing(tmp_path, change, code, message):
    with pytest.raises(InputError, match=message) as error:
        write_toy(tmp_path / "feed", **change)
    assert error.value.code == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda t: t.drop(columns="mode"), "does not say its mode"),
        (
            lambda t: t.assign(id="GM9999"),
            "neither all municipalities nor all cells of the region: GM9999",
        ),
        (
            lambda t: t.assign(id="x" + t["id"]),
            "neither all municipalities nor all cells of the region: xc0-",
        ),
        (lambda t: t.assign(scenario="plan"), "no rows of the scenario 'baseline'"),
        (lambda t: pd.concat([t, t]), "twice: c0-GM0034"),
        (lambda t: t.iloc[:0], "there are no rows"),
        (lambda t: t.assign(mode="rocket"), "modes that are none: 'rocket'; write car"),
        (lambda t: t.assign(opportunity="=1"), "opportunities of which no indicator"),
    ],
)
def test_reach_that_cannot_be_published_is_refused(tmp_path, spoil, message):
    region = toy_towns()
    with pytest.raises(InputError, match=message):
        write_toy(tmp_path / "feed", spoil(toy_cells(region)), region=region)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_a_failure_to_write_leaves_the_old_feed_and_nothing_else(tmp_path, monkeypatch):
    folder = tmp_path / "feed"
    before = {path.name: path.read_bytes() for path in write_toy(folder)}

    def full(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(FileError, match=r"cannot be written .No space left on device"):
        write_toy(folder, period="2023")
    assert [path.name for path in tmp_path.iterdir()] == ["feed"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "feed").write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match="is a file; name a folder"):
        write_toy(tmp_path / "feed")


@pytest.mark.long
def test_of_one_country_the_feed_has_no_figure_of_a_border(tmp_path):
    region = toy_towns().select(country="NL")
    cells = region.cells
    reach = pd.DataFrame({"id": cells["cell_id"].to_numpy(), "country": "NL", "cutoff_min": 45.0,
                          "opportunity": "jobs", "mode": "car", "reach_nl": 100.0})  # fmt: skip
    write_toy(tmp_path, measured(reach), region=region, options=FeedOptions(norms=NORMS))
    told = read(tmp_path, "indicators")
    assert not {m for m in read(tmp_path)["measure"] if MEASURES[m].of_border}
    said = told.set_index("indicator_id").loc["jobs_open_car_45min", "name_en"]
    assert said == "Jobs within 45 min by car, in all [model]"
    assert not told["name_nl"].str.contains("grens").any()


@pytest.mark.long
def test_reach_of_municipalities_is_taken_too(tmp_path):
    region = toy_towns()
    reach = toy_cells(region, modes=("car",))
    towns = reach[reach["id"].str.startswith("c0-")].assign(id=lambda t: t["id"].str[3:])
    write_toy(tmp_path, towns, region=region)
    found = values(tmp_path)
    people = region.municipalities["population"]
    codes = ["GM0034", "GM0995", "GM0050"]
    each = [found["jobs_open_car_45min", code] * people[code] for code in codes]
    whole = found["jobs_open_car_45min", "NL230"]
    assert whole == pytest.approx(sum(each) / people.loc[codes].sum())


def test_the_licences_and_words_of_sources_are_passed_on(made):
    package = json.loads((made[0] / "datapackage.json").read_text(encoding="utf-8"))
    assert {licence["name"] for licence in package["licenses"]} == {
        "CC-BY-4.0", "dl-de-by-2-0", "ODbL-1.0"}  # fmt: skip
    table = read(made[0], "sources").set_index("source_id")
    assert table.loc["bkg", "attribution"] == BKG.attribution
    assert table.loc["cbs", "url"] == CBS.url
