"""Answers on three cells and on a street, and the signs of those of the region's questions."""

from dataclasses import replace

import pandas as pd
import pytest
from test_grenswerk_placements import NETWORK, listings, lonlat
from test_questions_question_file import QUESTIONS, SAMPLE, written
from test_region import region
from test_study_situations import STREETS

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.pages.credits import credit
from grensgeo.questions import answer_question, read_question
from grensgeo.questions.question_file import LinksAsked, ReachAsked


def answered(folder, **changed):
    question = replace(read_question(written(folder)), **changed)
    return answer_question(question, region=region(), network=STREETS)


def test_an_answer_is_a_map_a_table_and_a_sentence(tmp_path):
    """Of 1,000 people 300 reach 10 jobs across, and lose them: see test_study_situations."""
    found = answered(tmp_path)
    (sentence,) = found.sentences
    assert sentence["en"].startswith(
        "Closed (2031; nobody). On foot, the mean inhabitant reaches 3 fewer jobs within 75 "
    )
    assert sentence["de"].startswith("Zu (2031; nobody). ")
    table = found.table[found.table["measure"] == "reach"]
    (row,) = table[table["level"] == "municipality"].to_dict("records")
    assert (row["name"], row["baseline"], row["scenario"]) == ("Enschede", 103.0, 100.0)
    files = {path.name for path in found.save(tmp_path / "out")}
    assert files == {
        "map.html", "table.csv", "table.csv.manifest.json",
        "answer.nl.md", "answer.de.md", "answer.en.md",
    }  # fmt: skip
    page = (tmp_path / "out" / "map.html").read_text(encoding="utf-8")
    assert "Closed (2031; nobody)" in page
    assert "Gezeichnet." in page
    told = (tmp_path / "out" / "answer.nl.md").read_text(encoding="utf-8")
    assert told.startswith("# Dicht? (2031; nobody)\n")
    assert told.endswith("- Getekend.\n")


def test_the_same_question_has_the_same_answer_whatever_else_is_asked(tmp_path):
    alone = answered(tmp_path)
    trips = {"bicycle": gg.Trip("bicycle", max_min=75), "walk": gg.Trip("walk", max_min=75)}
    beside = answered(tmp_path, trips=trips)
    own = beside.table[beside.table["mode"] == "walk"].reset_index(drop=True)
    pd.testing.assert_frame_equal(own, alone.table, check_dtype=False)
    assert beside.sentences[1] == alone.sentences[0]


def test_the_link_that_hurts_most_is_named_and_drawn(tmp_path):
    """Without the crossing nobody of Twente reaches the ten jobs across."""
    with pytest.warns(GrensgeoWarning, match="b-05554020"):  # no street of its own is left
        found = answered(tmp_path, scenarios=(), links=LinksAsked("crossing"))
    assert found.table["rank"].tolist() == [1]
    assert len(found.sentences) == 2
    found.save(tmp_path / "out")
    assert "(2031; nobody)" in (tmp_path / "out" / "map.html").read_text(encoding="utf-8")


def test_a_scenario_without_effect_on_any_trip_is_told(tmp_path):
    idle = gg.Scenario(
        "idle", (gg.ModifyStreets(country="NL", modes=("car",), speed_factor=2),),
        title={"nl": "a", "de": "b", "en": "c"},
    )  # fmt: skip
    with pytest.raises(InputError, match="idle changes nothing for walk, only for car"):
        answered(tmp_path, scenarios=(idle,))


def test_a_student_is_there_by_the_start_and_home_after_the_end(tmp_path):
    """On foot both ways take the same; on the way home 24 minutes are too long by bicycle alone."""
    lon, lat = lonlat(0)
    table = listings((1000, {}), (2000, {}), (6000, {}))
    student = gg.Student(lon, lat, country="NL")
    both = gg.placements_for(
        NETWORK, student, table, trips={"bicycle": gg.Trip("bicycle")}, cutoff_min=30,
        home_trips={"walk": gg.Trip("walk")},
    )  # fmt: skip
    assert list(both["id"]) == ["l0", "l1"]
    assert both["travel_time_home_min"].to_numpy() == pytest.approx([12, 24], rel=1e-3)
    assert list(both["home_mode"]) == ["walk", "walk"]
    there = gg.placements_for(
        NETWORK, student, table, trips={"bicycle": gg.Trip("bicycle")}, cutoff_min=30
    )
    assert list(there["id"]) == ["l0", "l1", "l2"]


def test_who_goes_home_as_they_came_at_the_same_hour_is_told():
    lon, lat = lonlat(0)
    student, trip = gg.Student(lon, lat, country="NL"), gg.Trip("walk")
    timed = gg.Trip("transit", departure="2023-10-17T08:00")
    for trips, home, said in (
        ({"home": trip}, {"walk": trip}, "'home' is the name of the way home"),
        ({"bus": timed}, {"bus": timed}, "bus go home at the time at which they go there"),
    ):
        with pytest.raises(InputError, match=said):
            gg.placements_for(
                NETWORK, student, listings((1000, {})), trips=trips, cutoff_min=30,
                home_trips=home,
            )  # fmt: skip


# --- the questions of the region, on the sample

#: What each scenario may do to the mean inhabitant, by trip: 1 more, -1 fewer, 0 either.
SIGNS = {
    "rb51-half-hourly": 1,
    "rb64-half-hourly": 1,
    "f35-cycle-highway": 1,
    "rb64-electrified": 0,
    "through-train-zwolle-muenster": 0,
    "target-network": 1,
    "f35-gronau-ochtrup": 1,
    "n35-at-100": 1,
    "checks-a30": -1,
    "checks-n35-b54": -1,
    "checks-glanerbrug": -1,
    "checks-5-min": -1,
    "checks-10-min": -1,
    "border-closed-destinations": -1,
    "border-closed-routing": -1,
    "felt-border-23-min": -1,
    "felt-border-46-min": -1,
}


@pytest.fixture(scope="module")
def sample():
    return gg.load_region(SAMPLE), gg.load_network(SAMPLE / "network")


def differences(answer):
    table = answer.table[answer.table["measure"] == "reach"]
    return table.groupby(["change", "mode"])["difference"].agg(["min", "max"])


def hold_signs(answer):
    for (scenario, mode), row in differences(answer).iterrows():
        sign = SIGNS[scenario]
        if sign > 0:
            assert row["max"] > 0, (scenario, mode)
            assert row["min"] > -1e-6, (scenario, mode)  # nobody loses
        if sign < 0:
            assert row["min"] < 0, (scenario, mode)
            # a cell of few jobs may lie at the cutoff itself, a digit to either side of it
            assert row["max"] < 1e-2, (scenario, mode)


@pytest.mark.long
def test_a_felt_border_costs_the_people_of_losser(sample):
    path = next(one for one in QUESTIONS if one.stem == "12-felt-border")
    towns = sample[0].municipalities
    own = towns["area"].where(towns.index != "GM0168", "losser")
    region = replace(sample[0], municipalities=towns.assign(area=own))
    asked = replace(read_question(path), reach=ReachAsked(("losser",), "jobs"))
    answer = answer_question(asked, region=region, network=sample[1])
    hold_signs(answer)
    table = answer.table[answer.table["measure"] == "reach"]
    lost = table[table["level"] == "municipality"].set_index("change")["difference"]
    assert lost["felt-border-46-min"] < lost["felt-border-23-min"]  # more minutes cost more


def digits(value):
    """Write a figure as the docs do: three digits of it, thousands apart."""
    size = abs(value)
    return f"{float(f'{size:.3g}'):,.0f}"


def hold_docs(answer, row):
    """Hold what docs/questions.md says of a question to its answer."""
    if answer.question.links is not None:
        first = answer.table.iloc[0]
        said = [digits(first["loss"]), digits(first["people_affected"]), f"{len(answer.table)} "]
        said.append(first["name"].split()[0])
    elif answer.question.student is not None:
        said = [f"{len(answer.table)} of ", f"{int(answer.table['across'].sum())} across"]
    else:
        table = answer.table[answer.table["measure"] == "reach"]
        of_all = table[table["level"] == "all"]
        share = 100 * of_all["difference"] / of_all["baseline"]
        said = [f"({part:+.1f} %)" for part in share] + [digits(x) for x in of_all["difference"]]
    assert [figure for figure in said if figure not in row] == []


@pytest.mark.long
@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_questions_of_the_region_are_answered_and_have_the_right_sign(path, sample, tmp_path):
    question = read_question(path)
    answer = answer_question(question, region=sample[0], network=sample[1])
    page = (SAMPLE.parents[1] / "docs/questions.md").read_text("utf-8")
    hold_docs(answer, next(line for line in page.splitlines() if f"`{path.stem}`" in line))
    if question.links is not None:
        assert answer.table["loss"].iloc[0] > 0
    elif question.reach is not None:
        hold_signs(answer)
    written = {one.name for one in answer.save(tmp_path)}
    assert {"table.csv", "answer.nl.md", "answer.de.md", "answer.en.md"} < written
    for ending in credit(question.source).values():
        for page in tmp_path.glob("*.html"):
            assert f"({question.year}; {ending})" in page.read_text("utf-8")
    for limit in question.limits:
        assert limit.text("nl") in (tmp_path / "answer.nl.md").read_text("utf-8")
