import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.border import border_effect
from grensgeo.counts import (
    count_columns,
    hold_numbers,
    kind_fault,
    read_numbers,
    unlike_units,
    unmatched,
)
from grensgeo.errors import InputError
from grensgeo.measures import combine, cumulative, gravity, reach
from grensgeo.measures.decay import exponential
from grensgeo.measures.equity import gini
from grensgeo.region.spreading import spread


def read(*text):
    return read_numbers(pd.Series(list(text), dtype=object), name="jobs")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (["84590", "987"], [84590, 987]),
        (["84.59", "12.5"], [84.59, 12.5]),
        (["84,5", "7"], [84.5, 7]),
        (["12.345", "0.5"], [12.345, 0.5]),  # a decimal elsewhere says what the point means
        (["0.125", "0.250"], [0.125, 0.25]),
        (["1234.567"], [1234.567]),
        (["1e+05", "2.5E3"], [100_000, 2_500]),
        (["", None, "3"], [np.nan, np.nan, 3]),
    ],
)
def test_numbers_that_are_clear_are_read(text, numbers):
    found, faults = read(*text)
    assert faults == []
    np.testing.assert_array_equal(found, numbers)


def test_rows_may_bear_one_name_twice():
    text = pd.Series(["1", "", "x"], index=["a", "a", "b"])
    found, faults = read_numbers(text, name="jobs")
    np.testing.assert_array_equal(found, [1, np.nan, np.nan])
    assert [str(one) for one in faults] == [
        "jobs: no counts: x (row b); write plain numbers, and nothing where a count is not known"
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            ["84.590", "987"],
            r"thousands or decimals\? 84\.590 \(row 0\); write 84590, or 84\.5900",
        ),
        (["84,590", "987"], r"thousands or decimals\? 84,590"),
        (["1.234.567"], "signs between thousands: 1.234.567"),
        (["1.234,5"], "no counts: 1.234,5"),
        (["84 590"], "signs between thousands"),
        (["-5"], "below zero: -5"),
        (["\u22125"], "below zero"),
        (["12%"], "no counts: 12%"),
        (["inf"], "no counts: inf"),
        (["NA"], "no counts: NA"),
        (["True"], "no counts: True"),
        (["mrt-20"], "no counts"),
    ],
)
def test_numbers_that_are_not_clear_are_asked(text, fault):
    _, faults = read(*text)
    assert len(faults) == 1
    with pytest.raises(InputError, match=fault):
        raise InputError.of(faults)


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_law_whole_numbers_are_what_they_say(values):
    found, faults = read(*map(str, values))
    assert faults == []
    assert found.tolist() == values


TIMES = pd.DataFrame({"from_id": ["a", "a"], "to_id": ["b", "c"], "travel_time_min": [5.0, 9.0]})


def given_(values):
    return pd.Series(values, index=["b", "c"], name="jobs")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (pd.to_datetime(["2020-03-01", "2020-03-02"]), "dates, not counts"),
        ([dt.date(2020, 3, 1), 5], "dates, not counts"),
        (pd.to_timedelta([1, 2], unit="h"), "spans of time"),
        ([True, False], "true and false"),
        ([np.True_, 5], "true and false"),
        ([1 + 2j, 3], "complex"),
        (["84.590", "987"], "thousands or decimals"),
        ([float("inf"), 5.0], "infinite"),
        ([-1, 5], "negative"),
    ],
)
def test_no_measure_counts_what_is_no_count(values, said):
    for ask in (
        lambda s: cumulative(TIMES, s, cutoff_min=10),
        lambda s: gravity(TIMES, s, decay=exponential(0.1)),
        lambda s: border_effect(TIMES, s, cutoff_min=10, countries=dict.fromkeys("abc", "NL")),
    ):
        with pytest.raises(InputError, match=said):
            ask(given_(values))


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ([5.0, 2147483647.0], "a to c: 2147483648.*R5 writes"),
        ([5.0, 1e6], "minutes that are none"),
        (pd.to_timedelta([5, 9], unit="min"), "spans of time, not numbers"),
        (pd.to_datetime(["2020-01-01"] * 2), "dates, not numbers"),
        ([True, False], "true and false"),
    ],
)
def test_no_time_is_what_is_none(minutes, said):
    with pytest.raises(InputError, match=said):
        cumulative(TIMES.assign(travel_time_min=minutes), given_([1, 2]), cutoff_min=10)


def test_one_cutoff_may_be_one_number():
    given = {"countries": {"a": "NL", "b": "NL", "c": "DE"}}
    one = reach(TIMES, {"jobs": given_([1, 2])}, cutoffs_min=10, **given)
    pd.testing.assert_frame_equal(
        one, reach(TIMES, {"jobs": given_([1, 2])}, cutoffs_min=[10], **given)
    )
    for wrong in ("10", True, ["10"], [None]):
        with pytest.raises(InputError, match="give a list of minutes"):
            reach(TIMES, {"jobs": given_([1, 2])}, cutoffs_min=wrong, **given)


def table(**columns):
    return pd.DataFrame({"id": ["a", "b"], "country": ["NL", "DE"]} | columns)


@pytest.mark.parametrize(
    ("columns", "doubtful"),
    [
        ({"jobs": [1, 2], "year": [2022, 2023]}, "year .by its name"),
        ({"jobs": [1, 2], "pc4": [7511, 48599]}, "pc4 .by its name"),
        ({"jobs": [1, 2], "Postleitzahl": [1, 2]}, "Postleitzahl"),
        ({"jobs": [1, 2], "share_foreign": [0.1, 0.2]}, "share_foreign"),
        ({"jobs": [1, 2], "municipality": ["Enschede", "Gronau"]}, "municipality .holds words"),
        ({"jobs": [1, 2], "place": ["0153", "0168"]}, "place .begins with zeros"),
        ({"jobs": [1, 2], "edition": [2022, 2022]}, "edition .the same year everywhere"),
    ],
)
def test_which_columns_are_counts_is_asked_where_it_is_not_clear(columns, doubtful):
    with pytest.raises(ValueError, match=f"{doubtful}.*--columns jobs"):
        count_columns(table(**columns))
    assert count_columns(table(**columns), ["jobs"]) == ["jobs"]


def test_clear_columns_need_no_question():
    plain = table(jobs=[80, 20], students=["3", ""], lon=[6.9, 7.0], lat=[52.2, 52.2])
    assert count_columns(plain) == ["jobs", "students"]
    assert count_columns(table(seats=[2000, 1950])) == ["seats"]
    with pytest.raises(ValueError, match="no column 'banen'; there are jobs"):
        count_columns(table(jobs=[1, 2]), ["banen"])
    with pytest.raises(ValueError, match="no column of counts"):
        count_columns(table())


def test_thousands_beside_ones_are_seen():
    land = pd.Series(["NL"] * 3 + ["DE"] * 3)
    assert unlike_units(pd.Series([84.6, 7.2, 12.0, 21_000, 17_000, 5_000]), land) == (
        "NL 12, DE 1.7e+04"
    )
    assert unlike_units(pd.Series([84, 7, 12, 21_000, 17_000, 5_000]), land) != ""
    assert unlike_units(pd.Series([80_000, 7_000, 12_000, 900, 400, 300]), land) == ""
    assert unlike_units(pd.Series([1.0, 2.0]), pd.Series(["NL", "NL"])) == ""


def test_ids_that_are_no_place_are_found():
    counts = pd.Series({"a": 5.0, "b": 0.0, "05554": 900.0, "x": np.nan})
    assert unmatched(counts, ["a"]).to_dict() == {"05554": 900.0}


def test_kinds_of_columns_are_told():
    assert kind_fault(pd.Series([1.5, None])) == ""
    assert kind_fault(pd.Series(["a", 1], dtype=object)) == ""


ODD = {
    "dates": pd.to_datetime(["2020-03-01", "2020-03-02"]),
    "spans of time": pd.to_timedelta([1, 2], unit="h"),
    "true and false": [True, False],
    "thousands or decimals": ["84.590", "987"],
    "no counts": ["12%", "3%"],
}


@pytest.mark.parametrize("said", ODD)
def test_people_flows_weights_and_totals_are_held_to_be_numbers(said):
    odd = pd.Series(ODD[said], index=["b", "c"])
    land = {"a": "NL", "b": "NL", "c": "DE"}
    cells = reach(TIMES, {"jobs": given_([1, 2])}, cutoffs_min=10, countries=land)
    two = pd.concat([cells.assign(id="b"), cells.assign(id="c")])
    table = pd.DataFrame({"to_id": ["b", "c"], "count": odd.to_numpy()})
    homes = pd.DataFrame({"cell_id": ["x", "y"], "region_code": ["b", "c"], "population": [1, 2]})
    for ask in (
        lambda: gini(odd, population=given_([1, 2])),
        lambda: gini(given_([1, 2]), population=odd),
        lambda: combine(two, weights=odd, groups=pd.Series({"b": "x", "c": "y"})),
        lambda: border_effect(TIMES, table, cutoff_min=10, countries=dict.fromkeys("abc", "NL")),
        lambda: spread(odd, homes),
    ):
        with pytest.raises(InputError, match=said.replace("?", "")):
            ask()


def test_numbers_pass():
    hold_numbers(pd.Series([1.5, None, 3]), name="people")
    hold_numbers(pd.Series(["1.5", 3], dtype=object), name="people")


@pytest.mark.parametrize("odd", [None, "half", [1], True])
def test_a_matching_or_resistance_of_another_kind_is_told(odd):
    given = {"cutoff_min": 10, "countries": dict.fromkeys("abc", "NL")}
    for name in ("matching", "resistance"):
        with pytest.raises(InputError, match=name):
            border_effect(TIMES, given_([1, 2]), **given, **{name: odd})
