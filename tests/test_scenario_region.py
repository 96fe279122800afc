"""Modifications of people and opportunities, on a region of three cells."""

import pytest
from test_region import region

from grensgeo.errors import InputError
from grensgeo.scenario import (
    AddHomes,
    AddOpportunities,
    MoveOpportunities,
    ScaleOpportunities,
    Scenario,
    Situation,
)

TITLE = {"nl": "Een", "de": "Eins", "en": "One"}
#: Of the cells a and b of GM0153 and b of 05554020: 100 jobs by 7 and 3 people, and 10.
JOBS = [70.0, 30.0, 10.0]


def applied(*modifications, to=None):
    before = Situation(to or region())
    return Scenario("one", modifications, title=TITLE).apply(before).region


def jobs(of):
    return of.opportunities["jobs"].round(9).tolist()


@pytest.mark.parametrize(
    ("modification", "expected"),
    [
        (AddOpportunities("jobs", 50, place="b-GM0153"), [70, 80, 10]),
        (AddOpportunities("jobs", 50, at=(6.97, 52.05)), [70, 80, 10]),
        (AddOpportunities("jobs", 50, place="GM0153"), [105, 45, 10]),  # as they are shared there
        (AddOpportunities("jobs", 5, place="05554020"), [70, 30, 15]),
        (MoveOpportunities("jobs", "a-GM0153", count=20, to_place="b-05554020"), [50, 30, 30]),
        (MoveOpportunities("jobs", "GM0153", share=0.5, to_at=(6.97, 52.05)), [35, 65, 10]),
        (ScaleOpportunities(2, opportunities=("jobs",), country="DE"), [70, 30, 20]),
        (ScaleOpportunities(0.5, areas=("twente",)), [35, 15, 10]),
        pytest.param(
            ScaleOpportunities(0, municipalities=("GM0153",)),
            [0, 0, 10],
            marks=pytest.mark.filterwarnings("ignore:The factor is 0"),
        ),
        (AddHomes(10, place="b-GM0153"), JOBS),  # new homes move no jobs
    ],
)
def test_counts_change_by_the_known_number(modification, expected):
    before = region()
    after = applied(modification, to=before)
    assert jobs(after) == expected
    assert jobs(before) == JOBS
    assert after.opportunities["places"].isna().tolist() == [True, True, False]
    table = after.opportunity_table.set_index(["region_code", "opportunity"])["count"]
    assert table["GM0153", "jobs"] == pytest.approx(sum(expected[:2]))


def test_homes_are_counted_where_they_are():
    assert applied(AddHomes(10, at=(6.97, 52.05))).cells["population"].tolist() == [7, 13, 3]
    shared = applied(AddHomes(10, place="GM0153"))
    assert shared.cells["population"].tolist() == [14, 6, 3]
    assert shared.municipalities["population"].to_dict() == {"05554020": 3, "GM0153": 20}
    again = applied(AddOpportunities("jobs", 50, place="b-GM0153"), AddHomes(1, place="GM0153"))
    assert jobs(again) == [70, 80, 10]


def test_a_point_beside_the_cells_counts_to_the_nearest_of_its_country():
    # 0.01 degrees north of the cell b of GM0153
    assert jobs(applied(AddOpportunities("jobs", 5, at=(6.97, 52.11)))) == [70, 35, 10]
    with pytest.raises(InputError, match=r"lies near none of its cells; lon and lat are exch"):
        applied(AddOpportunities("jobs", 5, at=(52.05, 6.97)))
    with pytest.raises(InputError, match=r"lies near none of its cells; give a place"):
        applied(AddOpportunities("jobs", 5, at=(8.0, 52.05)))


def test_everything_unknown_is_told_at_once_with_what_is_like_it():
    with pytest.raises(InputError) as told:
        applied(
            AddOpportunities("jbos", 5, place="GM0135"),
            ScaleOpportunities(2, areas=("twent",), country="NI"),
            AddOpportunities("places", 5, place="GM0153"),
            MoveOpportunities("jobs", "05554020", count=11, to_place="GM0153"),
            AddHomes(1, place="nowhere"),
        )
    text = str(told.value)
    for said in (
        "modification 1: unknown place GM0135; nearest is GM0153",
        "modification 1: unknown opportunity jbos; nearest is jobs",
        "modification 2: unknown area twent; nearest is twente",
        "modification 2: unknown country NI; known are",
        "modification 3: places: no figure is known in GM0153",
        "modification 4: count: 11 jobs, and 05554020 has 10",
        "modification 5: unknown place nowhere",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: AddOpportunities("jobs", 5), "give one of place and at"),
        (lambda: AddOpportunities("jobs", 0, place="a"), "count: 0 is not above 0"),
        (lambda: AddOpportunities("jobs", 1, at=(7,)), r"at: \(7,\) is not \[lon, lat\]"),
        (lambda: AddHomes(1.5, place="a"), "inhabitants: 1.5 is no whole number"),
        (lambda: AddHomes(1, at=(7, 99)), "write degrees, lon before lat"),
        (lambda: MoveOpportunities("jobs", "a", to_place="b"), "give one of count and share"),
        (lambda: MoveOpportunities("jobs", "a", count=1), "give one of to_place and to_at"),
        (lambda: ScaleOpportunities(11), "factor: 11 is not from 0 to 10"),
        (lambda: ScaleOpportunities(2, areas="x"), "areas: 'x' is not a list of names"),
    ],
)
def test_modifications_that_cannot_be(make, message):
    with pytest.raises(InputError, match=message):
        make()


def test_what_changes_nothing_is_an_error():
    with pytest.raises(InputError) as told:
        applied(
            ScaleOpportunities(1, country="NL"),
            MoveOpportunities("jobs", "a-GM0153", count=1, to_place="a-GM0153"),
        )
    assert {fault.code for fault in told.value.faults} == {"modification-without-effect"}
    assert len(told.value.faults) == 2


def test_a_scenario_of_people_needs_a_region():
    with pytest.raises(InputError, match="add-homes needs a region; apply the scenario to a Sit"):
        Scenario("one", (AddHomes(1, place="a"),), title=TITLE).apply(Situation())
