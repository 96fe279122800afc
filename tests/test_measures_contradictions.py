import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reach_tables import measured

from grensgeo.errors import InputError
from grensgeo.measures import check_reach
from grensgeo.measures.contradictions import effect_faults


def table(nl=100.0, de=20.0, country="NL", **change):
    frame = pd.DataFrame(
        {
            "id": ["a"], "country": [country], "cutoff_min": [30.0], "opportunity": ["jobs"],
            "reach_nl": [nl], "reach_de": [de],
        }
    )  # fmt: skip
    return measured(frame).assign(**change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"open": 90.0}, "open is not the sum of all countries: a .90, not 120"),
        ({"open": 90.0}, "open is less than closed: a .90 and 100"),
        ({"unknown_within": -1}, "unknown_within is below zero: a .-1"),
        ({"closed": 120.0}, "closed is not what is reached in the own country: a .120, not 100"),
        ({"border_effect": -0.2}, "border_effect is not what closed and open give: a .-0.2, not"),
        ({"border_effect": 20.0}, "border_effect is not what closed and open give"),
        ({"share_across": 0.5}, "share_across is not what"),
        ({"reach": -1.0}, "reach is below zero: a .-1"),
        ({"cutoff_min": -30.0}, "cutoff_min is below zero"),
        ({"to_country": "XX"}, "no code of ISO 3166: to_country 'XX'"),
        ({"country": "NLD"}, "'NLD' .write NL"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(change, said):
    check_reach(table())
    with pytest.raises(InputError, match=said):
        check_reach(table(**change))


def test_nothing_in_the_own_country_has_no_effect():
    assert np.isnan(check_reach(table(nl=0.0))["border_effect"].iloc[0])
    with pytest.raises(InputError, match="not undefined"):
        check_reach(table(nl=0.0, border_effect=0.0))


@pytest.mark.parametrize(
    ("counts", "near", "far"),
    [
        ((100.0, 20.0), 121.0, 122.0),  # three whole jobs rounded, and 0.2 % of the sum
        ((100.25, 20.5), 121.0, 121.1),  # three hundredths rounded
        ((1000 / 3, 20.0), 1000 / 3 + 20.7, 1000 / 3 + 20.8),  # nothing rounded
    ],
)
def test_a_sum_may_lie_as_far_off_as_rounding_allows(counts, near, far):
    check_reach(table(*counts, open=near))
    with pytest.raises(InputError, match="open is not the sum of all countries"):
        check_reach(table(*counts, open=far))


def test_an_effect_is_never_below_nothing_and_may_be_untold():
    check_reach(table(de=0.0, border_effect=-0.005))
    with pytest.raises(InputError, match=r"border_effect is not .* give: a .-0\.01"):
        check_reach(table(de=0.0, border_effect=-0.01))
    check_reach(table(border_effect=np.nan, share_across=np.nan))
    check_reach(table(nl=0.0, de=0.0))
    with pytest.raises(InputError, match=r"share_across is not .* a .0, not undefined"):
        check_reach(table(nl=0.0, de=0.0, share_across=0.0))


#: Jobs to nine decimals: of 1e-308 of a job the effect is beyond what floats hold.
JOBS = st.floats(0, 1e6).map(lambda jobs: round(jobs, 9))


@pytest.mark.parametrize("decimals", [0, 1, 2])
@given(JOBS, JOBS, st.sampled_from(["NL", "DE"]))
def test_law_a_table_that_was_rounded_is_let_pass(decimals, nl, de, country):
    rounded = table(nl, de, country).round(decimals)
    rounded["border_effect"] = table(nl, de, country)["border_effect"].round(3)
    rounded["share_across"] = table(nl, de, country)["share_across"].round(3)
    if rounded["closed"].iloc[0] > 0 and rounded["open"].iloc[0] > 0:
        check_reach(rounded)


def test_the_region_knows_better():
    with pytest.raises(InputError, match="a says NL and lies in DE"):
        check_reach(table(), known={"a": "DE"})
    check_reach(table(), known={"b": "DE"})


def test_two_faults_are_both_told_and_only_those_who_are_wrong():
    good = table().assign(id="b", to_country=["NL", "DE"])
    bad = table().assign(border_effect=0.9, share_across=0.9)
    with pytest.raises(InputError) as told:
        check_reach(pd.concat([good, bad], ignore_index=True))
    said = str(told.value)
    assert "border_effect is not what closed and open give: a (0.9, not 0.2)" in said
    assert "share_across is not what closed and open give: a (0.9, not 0.1667)" in said
    assert "b (" not in said
    # without the first the second is looked at all the same
    (fault,) = effect_faults(pd.concat([good, bad]).drop(columns="border_effect"))
    assert "share_across is not" in fault


@pytest.mark.parametrize(("nl", "effect", "wrong"), [
    (10.0, 0.206, 0.57), (1.0, 0.2, 3.8), (1000.0, 0.207, 0.218),
])  # fmt: skip
def test_the_fewer_are_in_reach_the_more_rounding_may_make_of_an_effect(nl, effect, wrong):
    frame = table(nl, nl / 5)
    whole = frame.assign(closed=frame["closed"].round(), open=frame["open"].round())
    whole["reach"] = whole["reach"].round()
    check_reach(whole.assign(border_effect=effect, share_across=np.nan))
    with pytest.raises(InputError, match="border_effect is not what"):
        check_reach(whole.assign(border_effect=wrong, share_across=np.nan))


@pytest.mark.parametrize(
    ("nl", "de", "allowed"),
    # three roundings and 0.2 % of the sum, over what is closed, and 0.6 % of the ratio
    [
        (1000.0, 500.0, (1.5 + 3.0) * 1.5 / 1000 + 0.006 * 1.5),
        (10.0, 20.0, (1.5 + 0.06) * 3 / 10 + 0.006 * 3),
        (
            1000.25,
            500.5,
            (0.015 + 3.0015) * 1500.75 / 1000.25 / 1000.25 + 0.006 * 1500.75 / 1000.25,
        ),
    ],
)
def test_a_ratio_may_lie_as_far_off_as_its_counts_allow(nl, de, allowed):
    for sign in (-1, 1):
        check_reach(table(nl, de, border_effect=de / nl + sign * allowed * 0.999))
        with pytest.raises(InputError, match="border_effect is not what"):
            check_reach(table(nl, de, border_effect=de / nl + sign * allowed * 1.001))


def test_an_empty_table_contradicts_nothing():
    assert check_reach(table().iloc[:0]).empty


def test_the_file_is_named():
    with pytest.raises(InputError, match=r"^reach\.csv: "):
        check_reach(table(open=90.0), where="reach.csv")
    with pytest.raises(InputError, match=r"^reach\.csv: "):
        check_reach(table().drop(columns="opportunity"), where="reach.csv")
