from pathlib import Path

import pandas as pd
import pytest

from grensgeo.errors import InputError
from grensgeo.region import opportunities as opp

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
HEAD = "code,country,level,jobs,job_concept,reference_date,preferred,note\n"
IDS = {
    name: f"src-{name}"
    for name in (
        "cbs_employee_jobs",
        "lisa_all_jobs",
        "svb_workplace",
        "de_all_employed_workplace",
        "commuters",
    )
}
#: Two gemeenten of Twente and one of the ring; Münster, a Kreis of three, a Kreis without figure.
FACTS = """GM0001,NL,gemeente,1000,cbs_employee_jobs,2015-12 (inferred),1,
GM0002,NL,gemeente,3000,cbs_employee_jobs,2015-12 (inferred),1,
GM0002,NL,gemeente,6730,lisa_all_jobs,2022,0,
GM0009,NL,gemeente,100,cbs_employee_jobs,2015-12 (inferred),1,
05515000,DE,gemeinde,260,de_all_employed_workplace,2023-06-30,1,
05515000,DE,gemeinde,200,svb_workplace,2023-09-30,0,
05515,DE,kreis,200,svb_workplace,2023-09-30,0,
05554,DE,kreis,1000,svb_workplace,2023-09-30,0,
05554001,DE,gemeinde,300,de_all_employed_workplace,2019-06-30,1,
05554002,DE,gemeinde,900,svb_workplace,2009-09-30,1,STALE: 2009
05554003,DE,gemeinde,,,,1,not found
"""
MUNICIPALITIES = pd.DataFrame(
    [
        ("GM0001", "A", "NL", "twente", 10),
        ("GM0002", "B", "NL", "twente", 20),
        ("GM0009", "C", "NL", "ring", 5),
        ("05515000", "M", "DE", "muensterland", 400),
        ("05554001", "X", "DE", "muensterland", 1000),
        ("05554002", "Y", "DE", "muensterland", 600),
        ("05554003", "Z", "DE", "muensterland", 400),
        ("03456001", "Q", "DE", "ring", 600),
        ("03456002", "R", "DE", "ring", 200),
    ],
    columns=["region_code", "name", "country", "area", "population"],
)
BALANCE = pd.Series({"05515": 100.0, "05554": -100.0, "03456": -60.0})


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text(HEAD + FACTS)
    return opp.read_jobs(path)


def test_every_conversion_by_hand(facts):
    table = opp.jobs_table(facts, BALANCE, MUNICIPALITIES, source_ids=IDS).table
    rows = table.set_index("region_code")
    count, name = rows["count"], rows["conversion"]
    assert count["GM0002"] == 6730
    assert name["GM0002"] == "none"
    assert count["GM0001"] == 336_730 - 6730
    assert name["GM0001"] == "nl-employees-2015-to-all-2022-rest-of-twente"
    assert count["GM0009"] == round(100 * 336_730 / 4000)
    # Kreis 05554: 1000 x 260 / 200 = 1300, less 300 known: 1000 over 600 and 400 inhabitants
    assert count[["05554001", "05554002", "05554003"]].tolist() == [300, 600, 400]
    assert name["05554002"] == "de-rest-of-kreis-by-population"
    assert pd.isna(rows["published_count"]["05554002"])
    # insured residents (200 - 100 + 1000 + 100) / 2400 people = 0.5; 800 x 0.5 - 60 = 340;
    # x 1.3 = 442 over 600 and 200 inhabitants
    assert count[["03456001", "03456002"]].tolist() == [332, 110]
    assert rows["source_id"]["03456001"] == "src-commuters"
    assert (rows["modelled"] == (name != "none")).all()
    assert rows["published_count"]["GM0001"] == 1000


def test_stale_figures_are_named_not_used(facts):
    assumed = dict(opp.jobs_table(facts, BALANCE, MUNICIPALITIES, source_ids=IDS).assumed)
    assert assumed["jobs-de-stale"] == {"unused": "Y 900 (2009)"}


def test_impossible_totals_are_named(facts):
    more = facts.copy()
    more.loc[more["code"] == "05554001", "jobs"] = 1301.0
    with pytest.raises(InputError, match="Kreis 05554: its Gemeinden have 1 jobs more"):
        opp.jobs_table(more, BALANCE, MUNICIPALITIES, source_ids=IDS)
    with pytest.raises(InputError, match="no employee jobs are known of GM0009"):
        opp.jobs_table(facts[facts["code"] != "GM0009"], BALANCE, MUNICIPALITIES, source_ids=IDS)
    with pytest.raises(InputError, match="no commuters are known of Kreise 03456"):
        opp.jobs_table(facts, BALANCE.drop("03456"), MUNICIPALITIES, source_ids=IDS)
    with pytest.raises(InputError, match="0 figures of svb_workplace in 05515000"):
        opp.jobs_table(facts[facts["code"] != "05515000"], BALANCE, MUNICIPALITIES, source_ids=IDS)


def test_two_preferred_rows_are_named(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text(HEAD + FACTS + "GM0001,NL,gemeente,7,lisa_all_jobs,,1,\n")
    with pytest.raises(InputError, match=r"without a year: GM0001.*two preferred rows: GM0001"):
        opp.read_jobs(path)


def test_apprenticeships_are_missing_not_zero_where_none_are_published(tmp_path):
    path = tmp_path / "bibb.csv"
    path.write_text(
        "aab,kreise,kldb2,angebot_2023\nCoesfeld,05515;05554,ALL,2400\nCoesfeld,05515;05554,11,*\n"
        "Wide,03456;03999,ALL,30\n"
    )
    districts = opp.read_apprenticeships(path)
    table = opp.apprenticeships_table(districts, MUNICIPALITIES, source_id="s")
    count = table.set_index("region_code")["count"]
    assert count["05515000"] == 400
    assert count.sum() == 2400
    assert count[["GM0001", "03456001"]].isna().all()
    path.write_text("aab,kreise,kldb2,angebot_2023\nCoesfeld,05554,ALL,*\n")
    with pytest.raises(InputError, match="twice or suppressed: Coesfeld"):
        opp.read_apprenticeships(path)


def test_only_solid_university_figures_are_taken(tmp_path):
    path = tmp_path / "education.csv"
    path.write_text(
        "code,kind,count,unit,reference_date,confidence\n"
        "GM0001,wo,9921,students,2017/18,high\nGM0002,wo,5,students,2005,low\n"
        "GM0002,wo inflow,4200,new students,2021,high\nCR_X,mbo,19059,students,2017/18,high\n"
    )
    table = opp.students_table(opp.read_students(path), MUNICIPALITIES, source_id="s")
    known = table[table["count"].notna()]
    assert known[["region_code", "count", "source_id"]].to_numpy().tolist() == [
        ["GM0001", 9921.0, "s"]
    ]


def test_commuter_totals_need_both_directions(tmp_path):
    path = tmp_path / "p.csv"
    head = "richtung,rs_a,rs_b,insgesamt\n"
    path.write_text(head + "Einpendler,05554,0,34020\nAuspendler,05554,0,36980\n")
    assert opp.read_commuter_balance(path).to_dict() == {"05554": -2960.0}
    path.write_text(head + "Einpendler,05554,0,34020\n")
    with pytest.raises(InputError, match="one direction only: 05554"):
        opp.read_commuter_balance(path)


@pytest.mark.shared_data
@pytest.mark.skipif(not SHARED.is_dir(), reason="shared/data is not here")
def test_real_files_are_read():
    facts = opp.read_jobs(SHARED / "jobs/jobs_municipality.csv")
    kreise = facts[(facts["level"] == "kreis") & (facts["job_concept"] == "svb_workplace")]
    assert kreise["jobs"].sum() == 703_409
    balance = opp.read_commuter_balance(SHARED / "boundaries/de_ba_pendler_kreise_2023.csv")
    assert balance["05515"] == 93_650 - 34_280
    districts = opp.read_apprenticeships(SHARED / "boundaries/de_ausbildung_bibb_2023.csv")
    assert (districts["places"] % 3 == 0).all()
    assert dict(zip(districts["district"], districts["places"], strict=True))["Rheine"] == 3168
