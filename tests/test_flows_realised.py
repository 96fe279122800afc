"""Realised reach: today, when the border's term halves, by municipality, mode and group."""

import numpy as np
import pandas as pd
import pytest
from flowworld import world

from grensgeo import InputError
from grensgeo.border import Match, Matching, border_effect
from grensgeo.flows import realised_from_reach, realised_reach, terms_named
from grensgeo.measures import reach
from grensgeo.measures.decay import exponential

TIMES = pd.DataFrame(
    [("e1", "E", 5.0), ("e1", "G", 20.0), ("e2", "E", 10.0), ("e2", "G", 40.0),
     ("g1", "E", 20.0), ("g1", "G", 5.0)],
    columns=["from_id", "to_id", "travel_time_min"],
)  # fmt: skip
COUNTRIES = pd.Series({"e1": "NL", "e2": "NL", "g1": "DE", "E": "NL", "G": "DE"})
JOBS = {"jobs": pd.Series({"E": 80.0, "G": 100.0})}
HOMES = pd.DataFrame(
    {"region_code": ["E", "E", "G"], "population": [300, 100, 50]}, index=["e1", "e2", "g1"]
)
COLUMNS = ["from_country", "to_country", "weight", "weight_lower", "weight_upper", "minutes",
           "minutes_lower", "minutes_upper"]  # fmt: skip
TERMS = pd.DataFrame(
    [("NL", "DE", 0.04, 0.01, 0.09, 50.0, 40.0, 60.0),
     ("DE", "NL", 0.25, 0.0, np.inf, 20.0, -np.inf, np.inf)],
    columns=COLUMNS,
)  # fmt: skip


def found(**options):
    given = {"terms": TERMS, "cutoff_min": 30, "countries": COUNTRIES} | options
    return realised_reach({"car": TIMES}, JOBS, **given).set_index("id")


def test_what_lies_across_counts_with_its_weight_and_with_its_root_when_the_term_halves():
    table = found()
    assert table.loc["e1", ["closed", "today", "halved", "open"]].tolist() == [80, 84, 100, 180]
    assert table.loc["e1", ["today_lower", "today_upper"]].tolist() == [81, 89]
    assert table.loc["e1", ["halved_lower", "halved_upper"]].tolist() == [90, 110]
    assert table.loc["e1", ["across_today", "across_halved", "border_min"]].tolist() == [4, 20, 50]
    # what is not bounded lies between nothing and all
    assert table.loc["g1", ["today_lower", "today", "today_upper"]].tolist() == [100, 120, 180]


def test_order_of_closed_today_halved_and_open_holds():
    table = found(cutoff_min=45)
    for less, more in (("closed", "today"), ("today", "halved"), ("halved", "open")):
        assert (table[less] <= table[more]).all()


def test_a_municipality_is_that_of_its_mean_inhabitant():
    table = found(homes=HOMES)
    assert table.loc["E", "today"] == pytest.approx((3 * 84 + 80) / 4)
    assert table.loc["E", "border_min"] == 50
    assert table.loc["G", "mode"] == "car"


def test_a_direction_that_flows_do_not_tell_has_no_value():
    terms = TERMS.assign(weight=[0.04, np.nan], minutes=[50.0, np.nan])
    table = found(terms=terms)
    assert np.isnan(table.loc["g1", "today"])
    assert table.loc["g1", ["today_lower", "today_upper"]].tolist() == [100, 180]
    assert table.loc["e1", "today"] == 84


def test_fitted_terms_go_by_name():
    assert set(terms_named("commuting-flows-2023")["from_country"]) == {"NL", "DE"}
    for wrong, options in (
        ("choice-unknown", {"terms": "as-it-was"}),
        ("column-missing", {"terms": TERMS.drop(columns="weight")}),
        ("row-missing", {"homes": HOMES.drop(index="e2")}),
    ):
        with pytest.raises(InputError) as caught:
            found(**options)
        assert wrong in caught.value.codes


CASES = {"today": ("weight", 1), "today_upper": ("weight_upper", 1), "halved": ("weight", 0.5)}


@pytest.fixture(scope="module")
def drawn():
    """Draw zones of two countries, of which the jobs of two are not known."""
    zones, times, _ = world()
    jobs = zones["jobs"].copy()
    jobs.loc[["NL3", "DE5"]] = np.nan
    return times, jobs, zones["country"]


@pytest.mark.filterwarnings("ignore::grensgeo.GrensgeoWarning")
@pytest.mark.parametrize("asked", [{"cutoff_min": 40}, {"decay": exponential(rate=0.05)}])
def test_one_pass_gives_what_each_case_by_itself_gives(drawn, asked):
    times, jobs, countries = drawn
    terms = TERMS.assign(weight_upper=[0.09, 1.0])
    table = realised_reach(
        {"car": times}, {"jobs": jobs}, terms=terms, countries=countries, **asked
    )
    for case, (column, power) in CASES.items():
        ways = terms[["from_country", "to_country", column]].itertuples(index=False)
        matching = Matching(
            tuple(Match(w**power, from_country=a, to_country=b) for a, b, w in ways)
        )
        plain = border_effect(times, jobs, countries=countries, matching=matching, **asked)
        np.testing.assert_array_equal(table["id"], plain["id"])
        np.testing.assert_allclose(table[case], plain["realised"], rtol=1e-12)
        np.testing.assert_array_equal(table["open"], plain["open"])


@pytest.mark.filterwarnings("ignore::grensgeo.GrensgeoWarning")
def test_a_table_of_reach_gives_what_times_give(drawn):
    times, jobs, countries = drawn
    homes = pd.DataFrame({"region_code": countries + "x", "population": range(1, 13)})
    given = {"terms": TERMS, "homes": homes}
    told = reach(times, {"jobs": jobs}, cutoffs_min=[25, 40], countries=countries)
    table = realised_from_reach(told, **given)
    for cutoff in (25, 40):
        plain = realised_reach(
            {"car": times}, {"jobs": jobs}, cutoff_min=cutoff, countries=countries, **given
        )
        rows = table[table["cutoff_min"] == cutoff].reset_index(drop=True)
        pd.testing.assert_frame_equal(rows, plain.drop(columns="mode"), check_like=True)


def test_where_nothing_lies_across_the_border_is_worth_no_minutes():
    table = found(cutoff_min=15)
    assert table["border_min"].isna().all()
    assert table.loc["e1", ["closed", "today", "open"]].tolist() == [80, 80, 80]


def test_a_direction_without_terms_is_refused():
    with pytest.raises(InputError) as caught:
        found(terms=TERMS.iloc[:1])
    assert "case-missing" in caught.value.codes
    with pytest.raises(InputError) as caught:
        realised_reach({}, JOBS, terms=TERMS, cutoff_min=30)
    assert "none-given" in caught.value.codes
