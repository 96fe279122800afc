import numpy as np
import pandas as pd
import pytest

from grensgeo.border import Match, Matching
from grensgeo.border.matching import as_matching, strata
from grensgeo.errors import InputError

PLACES = np.array(["x", "y"], dtype=object)
COUNTRIES = np.array(["NL", "DE"], dtype=object)
JOBS = pd.DataFrame(
    [("x", "care", 60.0), ("x", "build", 40.0), ("y", "care", 30.0)],
    columns=["to_id", "sector", "count"],
)


def test_the_rule_that_asks_for_most_counts():
    rules = Matching(
        (Match(0.9), Match(0.5, to_country="DE"), Match(0.1, to_country="DE", sector="care"))
    )
    assert rules.weight("NL", "DE", {"sector": "care"}) == 0.1
    assert rules.weight("NL", "DE", {"sector": "build"}) == 0.5
    assert rules.weight("DE", "NL", {"sector": "care"}) == 0.9
    assert rules.weight("DE", "DE", {"sector": "care"}) == 1.0


def test_rules_that_contradict_or_are_missing_are_told():
    rules = Matching((Match(0.5, sector="care"), Match(0.3, to_country="DE")))
    with pytest.raises(InputError, match=r"weights 0.3, 0.5 hold for NL to DE \(sector care\)"):
        rules.weight("NL", "DE", {"sector": "care"})
    with pytest.raises(InputError, match=r"no weight for DE to NL \(sector build\)"):
        rules.weight("DE", "NL", {"sector": "build"})


def test_opportunities_by_kind():
    held = strata(JOBS, PLACES, as_matching(1.0))
    assert held.total().tolist() == [100.0, 30.0]
    rules = Matching((Match(0.5, sector="care"), Match(0.2, sector="build")))
    assert held.matched(rules, "NL", COUNTRIES).tolist() == [100.0, 15.0]
    assert held.matched(rules, "DE", COUNTRIES).tolist() == [38.0, 30.0]


def test_a_table_without_kinds_is_as_a_series():
    counts = pd.Series({"x": 100.0, "y": 30.0})
    table = counts.rename_axis("to_id").rename("count").reset_index()
    for held in (
        strata(table, PLACES, as_matching(1.0)),
        strata(counts, PLACES, as_matching(1.0)),
    ):
        assert held.name == "opportunities"
        assert held.kinds == ({},)
        assert held.counts.tolist() == [[100.0], [30.0]]


def test_an_unknown_kind_is_not_zero_unless_it_does_not_count():
    unknown = JOBS.assign(count=[60.0, np.nan, 30.0])
    held = strata(unknown, PLACES, as_matching(1.0))
    assert np.isnan(held.total()[0])
    rules = Matching((Match(0.5), Match(0.0, sector="build")))
    assert held.matched(rules, "DE", COUNTRIES).tolist() == [30.0, 30.0]
    assert np.isnan(held.matched(as_matching(0.5), "DE", COUNTRIES)[0])


def test_a_table_of_weights():
    table = pd.DataFrame(
        {
            "to_country": ["DE", "DE", None],
            "language": ["de", None, None],
            "weight": [0.3, 0.6, 0.8],
        }
    )
    rules = Matching.from_frame(table, source="a survey")
    assert rules.weight("NL", "DE", {"language": "de"}) == 0.3
    assert rules.weight("NL", "DE", {"language": "en"}) == 0.6
    assert rules.weight("DE", "NL", {}) == 0.8
    assert str(rules) == (
        "matching 0.3 to_country DE language de, 0.6 to_country DE, 0.8 (a survey)"
    )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Match(1.5), "weight 1.5; give a number from 0 to 1"),
        (lambda: Match(float("nan")), "give a number from 0 to 1"),
        (lambda: Match(0.5, from_country="NL", to_country="NL"), "always count in full"),
        (lambda: Match(0.5, to_country="XX"), "matching: country"),
        *(
            (lambda one=one: as_matching(one), f"matching is {one}; give a weight")
            for one in (True, None)
        ),
        (lambda: as_matching("mine"), "matching 'mine' is not known; choose commuting-flows-2023"),
        (lambda: Matching((Match(0.5), Match(0.6))), "two weights for everything"),
        (
            lambda: Matching((Match(0.5, sector="a"), Match(0.6, sector="a"))),
            "two weights for sector=a",
        ),
        (lambda: Matching.from_frame(pd.DataFrame({"trade": ["a"], "weight": [1]})), "trade"),
        (lambda: Matching.from_frame(pd.DataFrame({"weight": [np.nan]})), "without a weight"),
    ],
)
def test_weights_that_cannot_be_are_refused(make, message):
    with pytest.raises(InputError, match=message):
        make()


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (JOBS.drop(columns="count"), "expected a Series by to_id, or a table to_id, count"),
        ([1, 2], "expected a Series by to_id, or a table to_id, count"),
        (pd.concat([JOBS, JOBS[:1]]), "two rows of one kind for x"),
        (JOBS[JOBS["to_id"] == "x"], "no row for the destinations y"),
        (JOBS.assign(sector=[None, "build", "care"]), "sector empty for x"),
        (JOBS.assign(count=-1.0), "negative"),
        (JOBS.assign(count=True), "opportunities: count: true and false, not numbers"),
    ],
)
def test_tables_that_cannot_be_are_refused(table, message):
    with pytest.raises(InputError, match=message):
        strata(table, PLACES, as_matching(1.0))


def test_a_condition_that_the_opportunities_do_not_tell():
    rules = Matching((Match(1.0), Match(0.5, language="de")))
    with pytest.raises(InputError, match="matching asks for language, which the opportunities"):
        strata(JOBS, PLACES, rules)
