import doctest
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import JOBS, TWO, Mode, Times, frame, times, worlds
from reach_tables import by_columns, by_rows, measured
from test_measures_marks import ridden

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import check_reach, combine, compare, cumulative, reach
from grensgeo.schema import REACH

DOCS = Path(__file__).resolve().parents[1] / "docs"


# --- cumulative


def test_cumulative_counts_what_lies_within_the_cutoff():
    result = cumulative(times(TWO), JOBS, cutoff_min=10)
    assert result.to_dict() == {"a": 100.0, "b": 40.0}
    assert (result.index.name, result.name) == ("from_id", "jobs")
    assert cumulative(times(TWO), JOBS, cutoff_min=20).to_dict() == {"a": 140.0, "b": 140.0}


def test_single_precision_does_not_put_a_time_beyond_its_cutoff():
    late = np.nextafter(np.float32(30), np.float32(60))  # 0.1 ms
    table = times([[late, 30.001], [30, 10]])
    assert cumulative(table, JOBS, cutoff_min=30).to_dict() == {"a": 100.0, "b": 140.0}


def test_a_cutoff_beyond_the_longest_trip_is_refused():
    short = replace(times(TWO), trip=Mode(max_min=30))
    assert cumulative(short, JOBS, cutoff_min=30).to_dict() == {"a": 140.0, "b": 140.0}
    with pytest.raises(InputError, match=r"end at max_min=30, .* cutoffs 45; compute .*=45"):
        cumulative(short, JOBS, cutoff_min=45)
    with pytest.raises(InputError, match=r"cutoffs 31, 45\.5; compute .* max_min=45\.5 or more"):
        reach(short, {"jobs": JOBS}, cutoffs_min=[10, 31, 45.5])


@pytest.mark.parametrize("cutoff", [15, 45.3, 0.1, np.float64(0.1), np.float32(45.3)])
@pytest.mark.parametrize("form", ["matrix", "frame"])
def test_the_cutoff_is_included_in_every_form(cutoff, form):
    one = times([[cutoff]], from_id="a", to_id="x", from_country="N", to_country="N")
    if form == "frame":
        one = frame([("a", "x", cutoff)])
    assert cumulative(one, JOBS, cutoff_min=cutoff).tolist() == [100.0]
    assert cumulative(one, JOBS, cutoff_min=float(cutoff) * 0.999).tolist() == [0.0]


def test_a_frame_and_a_matrix_say_the_same():
    rows = [("a", "x", 5.0), ("a", "y", 15.0), ("b", "x", None), ("b", "y", 5.0)]
    by_frame = cumulative(frame(rows), JOBS, cutoff_min=15)
    by_matrix = cumulative(times([[5, 15], [np.nan, 5]]), JOBS, cutoff_min=15)
    pd.testing.assert_series_equal(by_frame, by_matrix)
    # r5r leaves out the pairs that were not reached.
    pd.testing.assert_series_equal(
        by_frame, cumulative(frame([rows[0], rows[1], rows[3]]), JOBS, cutoff_min=15)
    )


def test_an_origin_that_was_not_snapped_is_null_and_one_that_reaches_nothing_is_zero():
    nothing = np.full((2, 2), np.nan)
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 origins have no result \(b\)"):
        result = cumulative(times(nothing, from_status=[0, 1]), JOBS, cutoff_min=15)
    assert result["a"] == 0.0
    assert np.isnan(result["b"])


def test_a_frame_tells_zero_from_null_by_its_reason():
    table = frame([("a", "x", None), ("b", "x", None), ("c", "x", 3.0)])
    table["reason"] = ["unreached", "not_snapped", None]
    with pytest.warns(GrensgeoWarning, match=r"1 of 3 origins have no result \(b\)"):
        result = cumulative(table, JOBS, cutoff_min=15)
    assert result["a"] == 0.0
    assert np.isnan(result["b"])
    assert result["c"] == 100.0
    with pytest.warns(GrensgeoWarning, match="2 of 3 origins have no result"):
        bare = cumulative(table.drop(columns="reason"), JOBS, cutoff_min=15)
    assert bare.isna().tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        (["because", None], "unknown reason because; use one of not_snapped"),
        ([None, None], "neither a time nor a reason: a to x"),
        (["unreached", "unreached"], "a time and a reason for having none: a to y"),
    ],
)
def test_reasons_that_contradict_the_times_are_refused(reason, message):
    table = frame([("a", "x", None), ("a", "y", 3.0)]).assign(reason=reason)
    with pytest.raises(InputError, match=message):
        cumulative(table, JOBS, cutoff_min=15)


def test_destinations_that_were_not_snapped_are_told():
    table = times([[5, np.nan], [15, np.nan]], to_status=[0, 2])
    with pytest.warns(
        GrensgeoWarning, match=r"1 of 2 destinations were not snapped .*\(y\), so 40 \(28.6%\)"
    ):
        cumulative(table, JOBS, cutoff_min=15)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cumulative(table, pd.Series({"x": 1, "y": 0}), cutoff_min=15)


def test_an_unknown_figure_is_not_zero():
    unknown = pd.Series({"x": 100.0, "y": np.nan}, name="jobs")
    with pytest.warns(GrensgeoWarning, match=r"jobs: the figure of 1 destinations in DE"):
        result = cumulative(times(TWO), unknown, cutoff_min=10)
    assert result["a"] == 100.0
    assert np.isnan(result["b"])  # within 10 min only the unknown one
    with pytest.warns(GrensgeoWarning, match="lower bound"):
        assert cumulative(times(TWO), unknown, cutoff_min=20)["b"] == 100.0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # Nobody reaches the unknown one, so there is nothing to tell.
        assert cumulative(times(TWO), unknown, cutoff_min=1).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({"x": 1}, r"jobs: no row for the destinations y; write 0 .* NaN"),
        ({"X": 1, "Y": 2}, "no row for the destinations x, y"),
        ({1: 1, 2: 2}, "no row for the destinations x, y"),
        ({"x": -1, "y": 2}, r"negative, infinite or not a number \(x: -1\)"),
        ({"x": 1, "y": np.inf}, r"negative, infinite or not a number \(y: inf\)"),
        ({"x": "many", "y": 1}, r"not a number \(x: many\)"),
    ],
)
def test_opportunities_that_cannot_be_are_refused(counts, message):
    with pytest.raises(InputError, match=message):
        cumulative(times(TWO), pd.Series(counts, name="jobs"), cutoff_min=10)


def test_opportunities_twice_or_in_another_shape_are_refused():
    twice = pd.Series([1, 2, 3], index=["x", "x", "y"])
    with pytest.raises(InputError, match="duplicate ids x; add them up first"):
        cumulative(times(TWO), twice, cutoff_min=10)
    with pytest.raises(InputError, match="expected a Series by to_id, found dict"):
        cumulative(times(TWO), {"x": 1, "y": 1}, cutoff_min=10)


def test_opportunities_elsewhere_are_let_through():
    more = pd.concat([JOBS, pd.Series({"z": 7.0})])
    assert cumulative(times(TWO), more, cutoff_min=20)["a"] == 140.0


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("a", "x", -1.0)], r"negative or infinite minutes \(a to x: -1.0\)"),
        ([("a", "x", np.inf)], "infinite in rows 0"),
        ([("a", "x", 1.0), ("a", "x", 2.0)], "duplicate from_id/to_id: a x"),
        ([(1, "x", 1.0)], "holds int values .* read it as text"),
        ([], "empty"),
    ],
)
def test_a_frame_that_cannot_be_is_refused(rows, message):
    with pytest.raises(InputError, match=message):
        cumulative(frame(rows), JOBS, cutoff_min=10)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (times([[5, -1], [1, 1]]), "negative or infinite minutes"),
        (times([[5, np.inf], [1, 1]]), "negative or infinite minutes"),
        (times(TWO, from_id="aa"), "duplicate from_id: a"),
        (times([[1, 2]]), r"minutes has shape \(1, 2\), expected \(2, 2\)"),
        ([[1, 2]], "expected TravelTimes or a table .* found list"),
    ],
)
def test_a_matrix_that_cannot_be_is_refused(table, message):
    with pytest.raises(InputError, match=message):
        cumulative(table, JOBS, cutoff_min=10)


@pytest.mark.parametrize("cutoffs", [[], [-1], [np.nan], [np.inf], [10, 10]])
def test_cutoffs_that_cannot_be_are_refused(cutoffs):
    with pytest.raises(InputError, match="cutoffs_min"):
        reach(times(TWO), {"jobs": JOBS}, cutoffs_min=cutoffs)


# --- reach


def test_reach_by_country_and_cutoff_by_hand():
    table = reach(times(TWO), {"jobs": JOBS}, cutoffs_min=[10, 15])
    wide = pd.DataFrame(
        {
            "id": ["a", "a", "b", "b"],
            "country": ["NL", "NL", "DE", "DE"],
            "cutoff_min": [10.0, 15.0, 10.0, 15.0],
            "opportunity": "jobs",
            "reach_nl": [100.0, 100.0, 0.0, 100.0],
            "reach_de": [0.0, 40.0, 40.0, 40.0],
            "closed": [100.0, 100.0, 40.0, 40.0],
            "open": [100.0, 140.0, 40.0, 140.0],
            "border_effect": [0.0, 0.4, 0.0, 2.5],
            "share_across": [0.0, 40 / 140, 0.0, 100 / 140],
            "unknown_within": 0,
            "mode": "car",
        }
    )
    pd.testing.assert_frame_equal(table, by_rows(wide), check_dtype=False)
    REACH.check(table)


def test_reach_of_several_opportunities_keeps_their_order():
    both = {"students": JOBS * 2, "jobs": JOBS}
    table = by_columns(reach(times(TWO), both, cutoffs_min=[20, 10]))
    assert table["opportunity"].tolist() == ["students", "jobs"] * 4
    assert table["cutoff_min"].tolist() == [20, 20, 10, 10] * 2
    assert table["open"].tolist() == [280, 140, 200, 100, 280, 140, 80, 40]


def test_reach_of_several_at_several_cutoffs_is_that_of_each_alone():
    edge = pd.Series({"x": False, "y": True, "z": False})
    counts = {
        "jobs": pd.Series({"x": 10.0, "y": np.nan, "z": 5.0}),
        "schools": pd.Series({"x": np.nan, "y": 2.0, "z": 1.0}),
        "beds": pd.Series({"x": 3.0, "y": 7.0, "z": np.nan}),
    }
    table = ridden(
        [[5, 15, 8], [15, 5, np.nan]], [[0, 1, 2], [0, 0, 1]], to_id="xyz", to_country="NDD"
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        whole = reach(table, counts, cutoffs_min=[20, 10], edge=edge)
        assert whole["opportunity"].tolist()[:6] == [n for n in counts for _ in range(2)]
        for name, series in counts.items():
            for cutoff in (20, 10):
                alone = reach(table, {name: series}, cutoffs_min=[cutoff], edge=edge)
                rows = whole[(whole["opportunity"] == name) & (whole["cutoff_min"] == cutoff)]
                pd.testing.assert_frame_equal(rows.reset_index(drop=True), alone)


def test_who_is_not_on_the_network_is_told_of_each_opportunity():
    table = times([[5, np.nan], [15, np.nan]], to_status=[0, 1])
    with pytest.warns(GrensgeoWarning, match=r"jobs.*\(y\)") as told:
        reach(table, {"jobs": JOBS, "beds": JOBS * 2}, cutoffs_min=[10])
    assert "beds" in str(told[0].message)


def test_the_border_effect_is_undefined_where_nothing_is_reached_at_home():
    table = by_columns(reach(times([[50, 5], [50, 5]]), {"jobs": JOBS}, cutoffs_min=[10]))
    assert table["open"].tolist() == [40.0, 40.0]
    assert table["closed"].tolist() == [0.0, 40.0]
    assert np.isnan(table["border_effect"][0])
    assert table["border_effect"][1] == 0.0
    nothing = reach(times(TWO), {"jobs": JOBS}, cutoffs_min=[1])
    assert nothing["share_across"].isna().all()
    assert (nothing["open"] == 0).all()


def test_a_country_without_figures_is_null_never_zero():
    german_only = pd.Series({"x": np.nan, "y": 40.0})
    with pytest.warns(
        GrensgeoWarning, match="apprenticeships: no figure is known for any of the 1 .* in NL"
    ):
        table = by_columns(
            reach(times(TWO), {"apprenticeships": german_only}, cutoffs_min=[1, 20])
        )
    for column in ("reach_nl", "open", "border_effect", "share_across"):
        assert table[column].isna().all(), column
    german = table[table["country"] == "DE"]
    assert german["closed"].tolist() == [0.0, 40.0]
    assert table[table["country"] == "NL"]["closed"].isna().all()
    assert table["unknown_within"].tolist() == [0, 1, 0, 1]


def test_a_figure_that_is_missing_here_and_there_makes_a_lower_bound():
    table = times([[5, 5, 5]], from_id="a", to_id="xyz", from_country="N", to_country="NND")
    counts = pd.Series({"x": 10.0, "y": np.nan, "z": 4.0})
    with pytest.warns(GrensgeoWarning, match="lower bound or null"):
        result = by_columns(reach(table, {"jobs": counts}, cutoffs_min=[10])).iloc[0]
    assert (result["closed"], result["open"], result["unknown_within"]) == (10.0, 14.0, 1)


def test_an_origin_that_was_not_snapped_has_no_reach():
    nan = np.nan
    with pytest.warns(GrensgeoWarning, match="origins have no result"):
        table = reach(
            times([[nan, nan], [1, 1]], from_status=[2, 0]), {"jobs": JOBS}, cutoffs_min=[10]
        )
    table = by_columns(table)
    lost = table.iloc[0]
    assert lost[["reach_nl", "reach_de", "closed", "open", "border_effect"]].isna().all()
    assert pd.isna(lost["unknown_within"])
    assert table.iloc[1]["open"] == 140.0


def test_countries_by_id_for_a_bare_table():
    table = frame([("a", "x", 5.0), ("a", "y", 15.0)])
    with pytest.raises(InputError, match="country of the origins is not known; give countries="):
        reach(table, {"jobs": JOBS}, cutoffs_min=[15])
    countries = pd.Series({"a": "NL", "x": "NL", "y": "DE"})
    result = reach(table, {"jobs": JOBS}, cutoffs_min=[15], countries=countries)
    assert result["border_effect"].tolist() == [0.4] * 2
    assert "mode" not in result.columns
    with pytest.raises(InputError, match="no country for y"):
        reach(table, {"jobs": JOBS}, cutoffs_min=[15], countries=countries.drop("y"))
    twice = pd.concat([countries, pd.Series({"a": "DE"})])
    with pytest.raises(InputError, match="duplicate ids a"):
        reach(table, {"jobs": JOBS}, cutoffs_min=[15], countries=twice)


def test_countries_may_fill_in_but_not_contradict():
    countries = pd.Series({"b": "DE"})
    half = times(TWO, from_country="N?")
    with pytest.raises(InputError, match="no country for b"):
        reach(half, {"jobs": JOBS}, cutoffs_min=[15])
    table = reach(half, {"jobs": JOBS}, cutoffs_min=[15], countries=countries)
    assert table["country"].tolist() == ["NL", "NL", "DE", "DE"]
    with pytest.raises(InputError, match=r"contradict .* a \(NL, DE\)"):
        reach(times(TWO), {"jobs": JOBS}, cutoffs_min=[15], countries=pd.Series({"a": "DE"}))


def test_any_countries_two_three_or_one():
    three = times([[5, 5, 5]], from_id="a", to_id="xyz", from_country="N", to_country="BND")
    counts = {"jobs": pd.Series({"x": 1.0, "y": 2.0, "z": 4.0})}
    table = reach(three, counts, cutoffs_min=[10])
    assert table[["to_country", "reach"]].to_numpy().tolist() == [["NL", 2], ["DE", 4], ["BE", 1]]
    assert table[["closed", "open"]].to_numpy().tolist() == [[2, 7]] * 3
    assert (table["border_effect"] == 2.5).all()
    belgian = times(TWO, from_country="BB", to_country="BB")
    table = reach(belgian, {"jobs": JOBS}, cutoffs_min=[20])
    assert table["to_country"].tolist() == ["BE", "BE"]
    assert (table["closed"] == table["open"]).all()
    assert (table["border_effect"] == 0).all()
    assert (check_reach(table)["share_across"] == 0).all()


def test_a_side_without_destinations_is_told():
    with pytest.warns(GrensgeoWarning, match="no destination lies in DE"):
        table = reach(times(TWO, to_country="NN"), {"jobs": JOBS}, cutoffs_min=[20])
    assert (by_columns(table)["reach_de"] == 0).all()
    with pytest.raises(InputError, match="opportunities: none given"):
        reach(times(TWO), {}, cutoffs_min=[20])


def test_many_origins_are_summed_in_blocks():
    rng = np.random.default_rng(1)
    n, m = 700, 90
    table = Times(
        from_id=np.array([f"o{i}" for i in range(n)]),
        to_id=np.array([f"d{i}" for i in range(m)]),
        minutes=rng.uniform(0, 90, (n, m)).astype(np.float32),
        from_status=np.zeros(n, dtype=np.uint8),
        to_status=np.zeros(m, dtype=np.uint8),
        from_country=rng.choice(["NL", "DE"], n),
        to_country=rng.choice(["NL", "DE"], m),
    )
    counts = pd.Series(rng.integers(0, 1000, m).astype(float), index=table.to_id)
    result = by_columns(reach(table, {"jobs": counts}, cutoffs_min=[30]))
    expected = ((table.minutes <= 30) * counts.to_numpy()).sum(axis=1)
    np.testing.assert_allclose(result["open"], expected, rtol=1e-12)


# --- laws


@settings(max_examples=examples(40))
@given(worlds())
def test_law_closed_is_at_most_open_and_reach_grows_with_the_cutoff(world):
    table, counts = world
    result = reach(table, {"jobs": counts}, cutoffs_min=[10, 30, 60])
    assert (result["closed"] <= result["open"]).all()
    by_cutoff = result.pivot_table(index="id", columns="cutoff_min", values="open")
    assert (by_cutoff.diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)


@settings(max_examples=examples(40))
@given(worlds(), st.integers(0, 6), st.floats(0, 1e5))
def test_law_more_opportunities_never_less_reach(world, where, more):
    table, counts = world
    richer = counts.copy()
    richer.iloc[where % len(counts)] += more
    before = reach(table, {"jobs": counts}, cutoffs_min=[30])["open"]
    after = reach(table, {"jobs": richer}, cutoffs_min=[30])["open"]
    assert (after >= before).all()


@settings(max_examples=examples(40))
@given(worlds())
def test_law_reach_agrees_with_cumulative(world):
    table, counts = world
    by_country = by_columns(reach(table, {"jobs": counts}, cutoffs_min=[30]))["open"]
    whole = cumulative(table, counts, cutoff_min=30)
    np.testing.assert_allclose(by_country, whole, rtol=1e-12)


# --- combine

DRAWN = pd.DataFrame(
    {
        "id": ["c1", "c2", "c3"],
        "country": ["NL", "NL", "DE"],
        "cutoff_min": 30.0,
        "opportunity": "jobs",
        "reach_nl": [100.0, 400.0, 10.0],
        "reach_de": [100.0, 0.0, 90.0],
        "closed": [100.0, 400.0, 90.0],
        "open": [200.0, 400.0, 100.0],
        "border_effect": [1.0, 0.0, 1 / 9],
        "unknown_within": [0, 2, 0],
    }
)
CELLS = by_rows(DRAWN)
PEOPLE = pd.Series({"c1": 300, "c2": 100, "c3": 50})
GROUPS = pd.Series({"c1": "GM1", "c2": "GM1", "c3": "05554020"})


def test_combine_weighs_by_population_and_never_averages_ratios():
    result = by_columns(combine(CELLS, weights=PEOPLE, groups=GROUPS)).set_index("id")
    assert list(result.index) == ["05554020", "GM1"]
    dutch = result.loc["GM1"]
    assert dutch["closed"] == (300 * 100 + 100 * 400) / 400
    assert dutch["open"] == (300 * 200 + 100 * 400) / 400
    assert dutch["border_effect"] == pytest.approx(250 / 175 - 1)
    assert dutch["border_effect"] != pytest.approx(0.75)  # the mean of the ratios
    assert dutch["population_covered"] == 1.0
    assert dutch["unknown_within"] == 2
    assert result.loc["05554020", "border_effect"] == pytest.approx(1 / 9)


def test_combine_leaves_out_unknown_cells_and_says_so():
    cells = DRAWN.copy()
    measures = ["reach_nl", "reach_de", "closed", "open", "border_effect", "unknown_within"]
    cells[measures] = cells[measures].astype(float)
    cells.loc[0, measures] = np.nan
    with pytest.warns(GrensgeoWarning, match=r"less than 95% of the population of GM1 \(25%\)"):
        result = combine(by_rows(cells), weights=PEOPLE, groups=GROUPS)
    result = by_columns(result).set_index("id")
    assert result.loc["GM1", "open"] == 400.0
    assert result.loc["GM1", "population_covered"] == 0.25


def test_combine_counts_the_people_of_cells_that_have_no_row():
    with pytest.warns(GrensgeoWarning, match=r"GM1 \(75%\)"):
        result = combine(by_rows(DRAWN.drop(index=1)), weights=PEOPLE, groups=GROUPS)
    assert by_columns(result).set_index("id").loc["GM1", "population_covered"] == 0.75


def test_combine_keeps_a_country_without_figures_null():
    cells = DRAWN.assign(reach_nl=np.nan, open=np.nan, border_effect=np.nan)
    cells["closed"] = [np.nan, np.nan, 90.0]
    result = by_columns(combine(by_rows(cells), weights=PEOPLE, groups=GROUPS)).set_index("id")
    assert result.loc["05554020", "closed"] == 90.0
    assert np.isnan(result.loc["05554020", "open"])
    assert np.isnan(result.loc["GM1", "closed"])
    assert result.loc["GM1", "reach_de"] == 75.0
    assert (result["population_covered"] == 1.0).all()


def test_combine_of_a_place_where_nobody_lives_is_null():
    result = combine(CELLS, weights=PEOPLE * [1, 1, 0], groups=GROUPS)
    result = by_columns(result).set_index("id")
    assert np.isnan(result.loc["05554020", "open"])
    assert np.isnan(result.loc["05554020", "population_covered"])


def test_combine_keeps_modes_and_scenarios_apart():
    walk = measured(DRAWN.assign(mode="walk", reach_de=0.0))
    both = pd.concat([CELLS.assign(mode="car"), walk])
    result = by_columns(combine(both, weights=PEOPLE, groups=GROUPS))
    assert result["mode"].tolist() == ["car", "walk"] * 2
    assert result.loc[result["mode"] == "walk", "reach_de"].tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weights": PEOPLE.drop("c2")}, "weights: no value for the cells c2"),
        ({"groups": GROUPS.drop("c1")}, "groups: no value for the cells c1"),
        ({"weights": PEOPLE * [1, -1, 1]}, "weights: negative or infinite for the cells c2"),
        ({"groups": GROUPS.replace("05554020", "GM1")}, "cells of two countries in GM1"),
        ({"weights": pd.concat([PEOPLE, PEOPLE])}, "weights: duplicate ids"),
        ({"table": pd.concat([CELLS, CELLS])}, "duplicate rows of c1, c2, c3"),
    ],
)
def test_combine_names_what_does_not_match(change, message):
    given_ = {"table": CELLS, "weights": PEOPLE, "groups": GROUPS} | change
    with pytest.raises(InputError, match=message):
        combine(given_["table"], weights=given_["weights"], groups=given_["groups"])


def test_arguments_are_never_changed():
    cells, people, groups = CELLS.copy(), PEOPLE.copy(), GROUPS.copy()
    combine(cells, weights=people, groups=groups)
    pd.testing.assert_frame_equal(cells, CELLS)
    pd.testing.assert_series_equal(people, PEOPLE)
    pd.testing.assert_series_equal(groups, GROUPS)


# --- compare


def test_compare_by_hand():
    after = measured(DRAWN.assign(reach_de=DRAWN["reach_de"] + [100.0, 0.0, np.nan]))
    table = compare(CELLS, after)
    assert table["difference"].tolist()[:2] == [100.0, 0.0]
    assert table["relative"].tolist()[:2] == [0.5, 0.0]
    assert table.iloc[2][["scenario", "difference", "relative"]].isna().all()
    there = compare(CELLS, after, measure="reach").set_index("to_country")["difference"]
    assert there["NL"].tolist() == [0.0] * 3
    assert there["DE"].tolist()[:2] == [100.0, 0.0]
    with pytest.raises(InputError, match="choose open, closed, or reach"):
        compare(CELLS, after, measure="reach_nl")


def test_compare_from_nothing_has_no_ratio():
    table = compare(measured(DRAWN.assign(reach_nl=0.0, reach_de=0.0)), CELLS)
    assert table["relative"].isna().all()
    assert table["difference"].tolist() == [200.0, 400.0, 100.0]


def test_compare_names_rows_that_do_not_match():
    with pytest.raises(InputError, match=r"only in the baseline: c3 30.0 jobs"):
        compare(CELLS, CELLS.iloc[:4])
    with pytest.raises(InputError, match="duplicate rows"):
        compare(pd.concat([CELLS, CELLS]), CELLS)
    with pytest.raises(InputError, match="cannot be compared; choose open"):
        compare(CELLS, CELLS, measure="border_effect")
    order = compare(CELLS, CELLS.iloc[::-1])
    assert order["id"].tolist() == ["c1", "c2", "c3"]
    assert (order["difference"] == 0).all()


# --- the method's page


@pytest.mark.parametrize("page", ["reach.md", "measures.md"])
def test_the_toy_in_the_documentation_is_what_the_code_gives(page):
    results = doctest.testfile(str(DOCS / page), module_relative=False)
    assert results.attempted > 5
    assert results.failed == 0


@pytest.mark.parametrize("cutoffs", ["15", None, ["soon"]])
def test_cutoffs_that_are_no_list_of_minutes(cutoffs):
    times = pd.DataFrame({"from_id": ["a"], "to_id": ["a"], "travel_time_min": [1.0]})
    jobs, countries = pd.Series({"a": 1.0}), pd.Series({"a": "NL"})
    with pytest.raises(InputError, match=r"cutoffs_min is .*; give a list of minutes"):
        reach(times, {"jobs": jobs}, cutoffs_min=cutoffs, countries=countries)
    with pytest.raises(InputError, match="opportunities is a Series; give each a name"):
        reach(times, jobs, cutoffs_min=[15], countries=countries)
