"""Conversions by name, totals of what is alike, and bounds to the end."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.measures import cumulative, reach
from grensgeo.measures.long_reach import totals
from grensgeo.statistics.concepts import (
    NO_CONVERSION,
    Conversion,
    add_up,
    bounds,
    conversion_at,
    convert,
    intervals,
)
from grensgeo.uncertainty import model_spread

RULE = Conversion("de-svb-to-all", "svb_workplace", "all_jobs", 1.5, source="Münster, 2023")
NAN = math.nan


def facts(*rows):
    columns = ["region_code", "count", "lower", "upper", "job_concept", "reference_date"]
    return pd.DataFrame(list(rows), columns=columns).assign(opportunity="jobs", source_id="s")


MIXED = facts(
    ("GM0153", 80.0, 75.0, 85.0, "all_jobs", "2022"),
    ("05554020", 20.0, 20.0, 20.0, "svb_workplace", "2022"),
    ("05515000", NAN, 1.0, 4.0, "svb_workplace", "2022"),
)


def test_a_conversion_stands_in_the_rows_and_bounds_go_along():
    before = MIXED.copy()
    done = convert(MIXED, RULE)
    pd.testing.assert_frame_equal(MIXED, before)
    assert done["count"].tolist()[:2] == [80, 30]
    assert done.loc[2, ["lower", "upper"]].tolist() == [1.5, 6]
    assert math.isnan(done.loc[2, "count"])
    assert done["conversion"].tolist() == [NO_CONVERSION, "de-svb-to-all", "de-svb-to-all"]
    assert set(done["job_concept"]) == {"all_jobs"}
    assert done["published_concept"].tolist() == ["all_jobs", "svb_workplace", "svb_workplace"]
    assert done["published_count"].tolist()[:2] == [80, 20]


def test_conversions_in_a_row_keep_both_names():
    then = Conversion("all-to-fte", "all_jobs", "fte", 0.8, source="somewhere, 2020")
    done = convert(convert(MIXED, RULE), then)
    assert done["conversion"].tolist()[:2] == ["all-to-fte", "de-svb-to-all + all-to-fte"]
    assert done["count"].tolist()[1] == pytest.approx(24)
    assert done["published_concept"].tolist()[1] == "svb_workplace"


def test_a_conversion_of_nothing_is_refused():
    with pytest.raises(InputError, match="no figure of concept 'fte'; the table holds 'all_jobs'"):
        convert(MIXED, Conversion("x", "fte", "all_jobs", 2, source="s"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": " "}, "give it a name"),
        ({"name": "none"}, "give it a name"),
        ({"source": ""}, "no source"),
        ({"factor": 0}, "give one above 0"),
        ({"factor": math.nan}, "give one above 0"),
        ({"factor": math.inf}, "give one above 0"),
        ({"factor": "1,5"}, "give one above 0"),
        ({"factor": True}, "give one above 0"),
        ({"to_concept": "svb_workplace"}, "to itself"),
    ],
)
def test_conversions_without_a_name_a_source_or_a_factor(change, said):
    fields = {
        "name": "n", "from_concept": "svb_workplace", "to_concept": "all_jobs", "factor": 1.5,
        "source": "s", **change,
    }  # fmt: skip
    with pytest.raises(InputError, match=said):
        Conversion(**fields)


def test_the_note_says_what_was_done():
    assert RULE.note == (
        "conversion de-svb-to-all: svb_workplace to all_jobs, times 1.5 (Münster, 2023)"
    )


def test_the_factor_of_a_region_that_publishes_both():
    both = facts(
        ("05515", 260.0, 260.0, 260.0, "de_all_employed_workplace", "2023"),
        ("05515", 200.0, 195.0, 205.0, "svb_workplace", "2023-06-30"),
        ("05554", 200.0, 195.0, 205.0, "svb_workplace", "2023-06-30"),
        ("05558", 100.0, 100.0, 100.0, "de_all_employed_workplace", "2019"),
        ("05558", 76.0, 76.0, 76.0, "svb_workplace", "2023-06-30"),
    )
    pair = ("svb_workplace", "de_all_employed_workplace")
    found = conversion_at(both, "05515", concepts=pair, name="de-svb-to-all")
    assert found.factor == pytest.approx(1.3)
    assert "05515: 260 de_all_employed_workplace (s, 2023) over 200 svb_workplace" in found.source
    with pytest.raises(InputError, match="0 figures of de_all_employed_workplace in 05554"):
        conversion_at(both, "05554", concepts=pair, name="n")
    with pytest.raises(InputError, match="of different years"):
        conversion_at(both, "05558", concepts=pair, name="n")


def test_unlike_concepts_are_added_by_a_named_conversion_only():
    with pytest.raises(
        InputError, match=r"unlike concepts are not added: all_jobs.*svb_workplace"
    ):
        add_up(MIXED)
    total = add_up(MIXED, conversions=[RULE]).iloc[0]
    assert math.isnan(total["count"])  # one of them is hidden: no total, but bounds
    assert total[["lower", "upper"]].tolist() == [75 + 30 + 1.5, 85 + 30 + 6]
    assert total["conversion"] == "de-svb-to-all + none"
    assert total["job_concept"] == "all_jobs"


def test_unlike_dates_are_added_only_when_it_is_said():
    two = facts(
        ("GM0153", 80.0, 80.0, 80.0, "all_jobs", "2022"),
        ("05554020", 20.0, 20.0, 20.0, "all_jobs", "2023-06-30"),
    )
    with pytest.raises(InputError, match="different dates are not added: 2022, 2023-06-30"):
        add_up(two)
    total = add_up(two, mixed_dates=True).iloc[0]
    assert total["count"] == 100
    assert total["reference_date"] == "2022 + 2023-06-30"


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (("05554", "05554020"), "05554 and 05554020"),
        (("05", "05515"), "05 and 05515"),
        (("GM0153", "NL01"), "GM0153"),
        (("GM0153", "CR12"), "CR12"),
    ],
)
def test_totals_are_not_added_to_their_parts(codes, said):
    rows = [(code, 1.0, 1.0, 1.0, "all_jobs", "2022") for code in codes]
    with pytest.raises(InputError, match=f"totals stand among their parts.*{said}"):
        add_up(facts(*rows))


def test_columns_that_are_not_there_are_named():
    table = MIXED[MIXED["job_concept"] == "svb_workplace"]
    assert len(add_up(table, by="region_code")) == 2  # one name may stand alone
    with pytest.raises(InputError, match="columns country are missing; found region_code"):
        add_up(table, by=("country",))
    with pytest.raises(InputError, match="columns upper, source_id are missing"):
        add_up(table.drop(columns=["source_id", "upper"]))


def test_a_region_is_not_added_twice():
    rows = [("GM0153", 1.0, 1.0, 1.0, "all_jobs", date) for date in ("2021", "2022")]
    with pytest.raises(InputError, match="GM0153 come more than once"):
        add_up(facts(*rows), mixed_dates=True)


def test_totals_by_country_and_without_an_upper_bound():
    table = MIXED.assign(country=["NL", "DE", "DE"], job_concept="all_jobs")
    table.loc[2, "upper"] = NAN
    found = add_up(table, by=["country"]).set_index("country")
    assert found.loc["NL", ["count", "lower", "upper"]].tolist() == [80, 75, 85]
    assert found.loc["DE", "lower"] == 21
    assert math.isnan(found.loc["DE", "upper"])


def test_bounds_reach_through_to_what_is_reached():
    times = pd.DataFrame(
        [("a", code, 10.0) for code in MIXED["region_code"]],
        columns=["from_id", "to_id", "travel_time_min"],
    )
    countries = pd.Series({"a": "NL", "GM0153": "NL", "05554020": "DE", "05515000": "DE"})
    opportunities = bounds(convert(MIXED, RULE), by="region_code", name="jobs")
    assert list(opportunities) == ["jobs", "jobs_lower", "jobs_upper"]
    with pytest.warns(UserWarning, match="lower bound"):
        table = reach(times, opportunities, cutoffs_min=[15], countries=countries)
    opened = totals(table).set_index("opportunity")["open"]
    assert opened["jobs_lower"] == 75 + 30 + 1.5
    assert opened["jobs_upper"] == 85 + 30 + 6
    assert opened["jobs_lower"] <= opened["jobs"] <= opened["jobs_upper"]


def test_intervals_are_what_model_spread_takes():
    times = pd.DataFrame(
        [("a", code, 10.0) for code in MIXED["region_code"]],
        columns=["from_id", "to_id", "travel_time_min"],
    )
    counts = intervals(convert(MIXED, RULE), by="region_code")
    spread = model_spread(lambda t, o: cumulative(t, o, cutoff_min=15), times, counts).table
    assert spread.loc["a", ["lower", "upper"]].tolist() == [106.5, 121]


def test_places_with_several_figures_are_added():
    table = pd.DataFrame({
        "id": ["x", "x", "y"], "count": [1.0, NAN, NAN], "lower": [1.0, 0.0, NAN],
        "upper": [1.0, 2.0, NAN],
    })  # fmt: skip
    found = intervals(table, by="id")
    assert found.loc["x", ["lower", "upper"]].tolist() == [1, 3]
    assert math.isnan(found.loc["x", "count"])
    assert found.loc["y"].isna().all()


def test_intervals_of_unlike_or_unplaced_figures_are_refused():
    with pytest.raises(InputError, match="more than one job_concept"):
        intervals(MIXED, by="region_code")
    with pytest.raises(InputError, match="no column 'lower'"):
        intervals(MIXED.drop(columns="lower"), by="region_code")
    kinds = MIXED.drop(columns="job_concept").assign(opp_type=["job", "job", "startup"])
    with pytest.raises(InputError, match=r"more than one opp_type \(job, startup\)"):
        intervals(kinds, by="region_code")
    nowhere = MIXED.assign(region_code=["a", None, "b"])
    with pytest.raises(InputError, match="region_code is empty in rows 1; place them first"):
        bounds(nowhere, by="region_code", name="jobs")


FIGURES = st.lists(
    st.tuples(st.integers(0, 500), st.integers(0, 9), st.booleans()), min_size=1, max_size=12
)


@given(FIGURES)
def test_a_total_of_true_figures_lies_between_the_bounds(rows):
    table = facts(*[
        (f"GM{i:04d}", NAN if hidden else float(count), max(count - room, 0.0), float(count + room),
         "svb_workplace", "2023")
        for i, (count, room, hidden) in enumerate(rows)
    ])  # fmt: skip
    total = add_up(table, conversions=[RULE]).iloc[0]
    true = 1.5 * sum(count for count, _, _ in rows)
    assert total["lower"] - 1e-9 <= true <= total["upper"] + 1e-9
    if any(hidden for *_, hidden in rows):
        assert math.isnan(total["count"])
    else:
        assert total["count"] == pytest.approx(true)
