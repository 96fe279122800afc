"""Scenarios of people, jobs and the border in a study, on three cells."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from drawing import draw
from test_region import region

import grensgeo as gg
from grensgeo.scenario import (
    AddHomes,
    AddOpportunities,
    CloseBorder,
    Scenario,
    SetCrossingTime,
    SetResistance,
)
from grensgeo.study.study_checks import idle_faults
from grensgeo.study.study_file import Study, StudyScenario, StudyTrip
from grensgeo.study.study_results import compute
from grensgeo.study.study_situations import is_drawn, notes_of_undrawn

#: Through the points of the three cells, 52.05 N: 3,419 m and 5,470 m apart.
STREETS = draw(
    {"a": (-5470, 0), "b": (-2051, 0), "x": (0, 0), "c": (3419, 0)},
    [{"ends": "ab"}, {"ends": "bx"}, {"ends": "xc", "country": "DE"}],
    origin=(7.0, 52.05),
)


def computed(*modifications):
    """Reach of a study with one scenario: the jobs of each cell, then of each municipality."""
    scenario = Scenario("one", modifications, title={"nl": "a", "de": "b", "en": "c"})
    path = Path("one.toml")
    study = Study(
        "toy", {}, "en", "2023", Path(), {"net": Path()},
        (StudyTrip("walk", "net", gg.Trip("walk", max_min=120)),), ("twente", "muensterland"),
        (60.0, 75.0), ("jobs",), (), (StudyScenario(path, ("walk",)),), (), 0.0,
    )  # fmt: skip
    assert idle_faults(study, study.scenarios[0], scenario) == []
    found = compute(study, region(), {"net": STREETS}, {path: scenario})
    cells, towns = (
        table.drop_duplicates(["id", "cutoff_min", "scenario"])
        .set_index(["scenario", "id", "cutoff_min"])["open"]
        .round(6)
        for table in (found.cells, found.municipalities)
    )
    return cells, towns, found


#: Minutes on foot from b to c: 65.6; from a to b: 41.
def test_the_baseline_stays_what_it_is():
    cells, towns, found = computed(AddOpportunities("jobs", 5, place="b-05554020"))
    assert cells["baseline", "b-GM0153", 60.0] == 100
    assert cells["baseline", "b-GM0153", 75.0] == 110
    assert cells["one", "b-GM0153", 75.0] == 115
    assert towns["baseline", "GM0153", 75.0] == pytest.approx(0.7 * 100 + 0.3 * 110)
    assert towns["one", "GM0153", 75.0] == pytest.approx(0.7 * 100 + 0.3 * 115)
    assert any("5 more jobs" in note for note in found.provenance.notes)


def test_new_homes_weigh():
    _, towns, _ = computed(AddHomes(10, place="b-GM0153"))
    assert towns["one", "GM0153", 75.0] == pytest.approx((7 * 100 + 13 * 110) / 20)
    assert towns["baseline", "GM0153", 75.0] == pytest.approx(103)


@pytest.mark.parametrize(
    "modification",
    [CloseBorder("destinations"), CloseBorder("routing"), SetResistance(15), SetCrossingTime(15)],
)
def test_a_border_keeps_what_lies_across_from_counting(modification):
    cells, _, _ = computed(modification)
    assert cells["baseline", "b-GM0153", 75.0] == 110
    assert cells["one", "b-GM0153", 75.0] == 100
    assert cells["one", "a-GM0153", 75.0] == 100


def test_a_page_carries_scenarios_of_networks_alone():
    title = {"nl": "a", "de": "b", "en": "c"}
    faster = gg.ModifyStreets(country="NL", speed_factor=2)
    assert is_drawn(Scenario("one", (faster,), title=title))
    assert not is_drawn(Scenario("one", (faster, SetResistance(5)), title=title))


def test_a_scenario_that_the_atlas_cannot_carry_is_told():
    title = {"nl": "a", "de": "b", "en": "c"}
    paths = Path("one.toml"), Path("two.toml")
    faster = gg.ModifyStreets(country="NL", speed_factor=2)
    scenarios = {
        paths[0]: Scenario("roads", (faster,), title=title),
        paths[1]: Scenario("hurdle", (SetResistance(5),), title=title),
    }
    asked = SimpleNamespace(atlas=SimpleNamespace(scenarios=paths))
    assert [note.values for note in notes_of_undrawn(asked, scenarios).notes] == [
        (("scenario", "hurdle"),)
    ]
    assert notes_of_undrawn(SimpleNamespace(atlas=None), scenarios).notes == ()
