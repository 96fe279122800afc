import math

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures.equity import (
    concentration_index,
    fgt,
    gini,
    palma_ratio,
    theil,
    theil_components,
)

NAN = np.nan
IDS = list("abcd")
ACCESS = pd.Series([10.0, 20.0, 30.0, 40.0], index=IDS)
PEOPLE = pd.Series([1.0, 2.0, 3.0, 4.0], index=IDS)
INCOME = pd.Series([40.0, 30.0, 20.0, 10.0], index=IDS)


@st.composite
def societies(draw):
    n = draw(st.integers(2, 9))
    ids = [f"p{i}" for i in range(n)]
    access = draw(st.lists(st.floats(1, 1e5), min_size=n, max_size=n))
    people = draw(st.lists(st.integers(1, 500), min_size=n, max_size=n))
    income = draw(st.lists(st.integers(1, 30), min_size=n, max_size=n))
    groups = draw(st.lists(st.sampled_from(["NL", "DE"]), min_size=n, max_size=n))
    return [pd.Series(column, index=ids) for column in (access, people, income, groups)]


def indices(access, people, income):
    return {
        "gini": gini(access, population=people),
        "theil": theil(access, population=people),
        "palma": palma_ratio(access, population=people, income=income),
        "concentration": concentration_index(access, population=people, income=income),
        "corrected": concentration_index(
            access, population=people, income=income, kind="corrected"
        ),
        "fgt1": fgt(access, population=people, line=0.6 * float(access.max()), order=1),
    }


# --- by the formulas of the R package accessibility, person by person


def persons(*columns):
    """Repeat each place's values for each of its people."""
    return [np.repeat(column.to_numpy(), PEOPLE.astype(int)) for column in columns]


def test_gini_is_half_the_mean_difference_between_two_people():
    (x,) = persons(ACCESS)
    expected = np.abs(x[:, None] - x[None]).mean() / (2 * x.mean())
    assert gini(ACCESS, population=PEOPLE) == pytest.approx(expected, rel=1e-12)


def test_theil_of_every_person():
    (x,) = persons(ACCESS)
    expected = (x / x.mean() * np.log(x / x.mean())).mean()
    assert theil(ACCESS, population=PEOPLE) == pytest.approx(expected, rel=1e-12)
    # A place without any accessibility adds nothing and makes nothing undefined.
    with_zero = ACCESS.where(ACCESS > 10, 0.0)
    (x,) = persons(with_zero)
    ratio = x[x > 0] / x.mean()
    expected = (ratio * np.log(ratio)).sum() / len(x)
    assert theil(with_zero, population=PEOPLE) == pytest.approx(expected, rel=1e-12)


def test_palma_by_hand():
    # Ten people. Hmisc: the 40% quantile lies at person 1 + 9 * 0.4 = 4.6, of income 10 to 20:
    # person 4 has 10, person 5 has 20, so 16; the 90% one at person 9.1: 30 and 40, so 31.
    expected = 10.0 / 40.0
    assert palma_ratio(ACCESS, population=PEOPLE, income=INCOME) == expected
    upside = palma_ratio(ACCESS, population=PEOPLE, income=-INCOME)
    # Turned round the poorest are a, b and c up to the 40% quantile (person 4.6, of c).
    poorest = (10 * 1 + 20 * 2 + 30 * 3) / 6
    assert math.isnan(upside) or upside == pytest.approx(40 / poorest)


def test_concentration_index_by_hand():
    # Ranked by income: d 0.2, c 0.55, b 0.8, a 0.95.
    rank = np.array([0.95, 0.8, 0.55, 0.2])
    weight = PEOPLE / 10
    cov = (weight * (ACCESS - 30) * (rank - 0.5)).sum()
    standard = concentration_index(ACCESS, population=PEOPLE, income=INCOME)
    assert standard == pytest.approx(2 * cov / 30, rel=1e-12)
    corrected = concentration_index(ACCESS, population=PEOPLE, income=INCOME, kind="corrected")
    assert corrected == pytest.approx(8 * cov / (40 - 10), rel=1e-12)
    assert standard < 0


def test_fgt_by_hand():
    assert fgt(ACCESS, population=PEOPLE, line=30) == pytest.approx(0.3)
    gap = fgt(ACCESS, population=PEOPLE, line=30, order=1)
    assert gap == pytest.approx((1 * 2 / 3 + 2 * 1 / 3) / 10)
    severity = fgt(ACCESS, population=PEOPLE, line=30, order=2)
    assert severity == pytest.approx((1 * 4 / 9 + 2 * 1 / 9) / 10)
    assert fgt(ACCESS, population=PEOPLE, line=5) == 0.0
    assert fgt(ACCESS, population=PEOPLE, line=41) == 1.0


def test_by_group():
    groups = pd.Series(["NL", "NL", "DE", "DE"], index=IDS)
    table = gini(ACCESS, population=PEOPLE, groups=groups)
    assert table.index.tolist() == ["DE", "NL"]
    assert table["NL"] == gini(ACCESS[["a", "b"]], population=PEOPLE)
    assert fgt(ACCESS, population=PEOPLE, line=30, groups=groups).to_dict() == {
        "DE": 0.0,
        "NL": 1.0,
    }
    assert palma_ratio(ACCESS, population=PEOPLE, income=INCOME, groups=groups).name == "palma"


# --- laws


@settings(max_examples=examples(30))
@given(societies(), st.floats(0.01, 100))
def test_law_indices_do_not_depend_on_the_scale_or_the_labels(society, scale):
    access, people, income, _ = society
    before = indices(access, people, income)
    scaled = indices(access * scale, people, income)
    order = np.random.default_rng(0).permutation(len(access))
    names = {old: f"q{i}" for i, old in enumerate(access.index)}
    moved = [s.iloc[order].rename(index=names) for s in (access, people, income)]
    renamed = indices(*moved)
    for name, value in before.items():
        assert scaled[name] == pytest.approx(value, rel=1e-7, abs=1e-9, nan_ok=True), name
        assert renamed[name] == pytest.approx(value, rel=1e-7, abs=1e-9, nan_ok=True), name


@settings(max_examples=examples(30))
@given(societies())
def test_law_the_bounds_hold_and_equality_is_zero(society):
    access, people, income, _ = society
    found = indices(access, people, income)
    assert -1e-12 <= found["gini"] <= 1
    assert -1e-12 <= found["theil"] <= np.log(people.sum())
    assert abs(found["concentration"]) <= found["gini"] + 1e-9
    assert 0 <= found["fgt1"] <= 1
    equal = pd.Series(7.0, index=access.index)
    assert gini(equal, population=people) == pytest.approx(0, abs=1e-12)
    assert theil(equal, population=people) == pytest.approx(0, abs=1e-12)
    assert concentration_index(equal, population=people, income=income) == pytest.approx(
        0, abs=1e-12
    )


@settings(max_examples=examples(30))
@given(societies())
def test_law_ranked_by_itself_the_concentration_index_is_the_gini(society):
    access, people, _, _ = society
    own = concentration_index(access, population=people, income=access)
    assert own == pytest.approx(gini(access, population=people), abs=1e-12)


@settings(max_examples=examples(30))
@given(societies())
def test_law_the_parts_of_theil_are_the_whole(society):
    access, people, _, groups = society
    parts = theil_components(access, population=people, groups=groups)
    whole = theil(access, population=people)
    assert parts[["within", "between"]].to_numpy().sum() == pytest.approx(whole, abs=1e-9)
    assert parts["between"].sum() >= -1e-12
    assert parts[["population_share", "access_share"]].sum().tolist() == pytest.approx([1, 1])


@settings(max_examples=examples(30))
@given(societies(), st.integers(2, 9))
def test_law_two_halves_of_a_place_are_the_place(society, factor):
    access, people, _, _ = society
    names = [f"{name} too" for name in access.index]
    twice = pd.concat([access, access.set_axis(names)])
    shared = pd.concat([people, (people * (factor - 1)).set_axis(names)]) / factor
    assert gini(twice, population=shared) == pytest.approx(
        gini(access, population=people), abs=1e-9
    )
    assert theil(twice, population=shared) == pytest.approx(
        theil(access, population=people), abs=1e-9
    )


# --- missing is never zero


def test_places_without_a_value_are_left_out_and_told():
    access = ACCESS.where(ACCESS > 10)
    with pytest.warns(GrensgeoWarning, match="known for 90% of the people; .* those of a"):
        assert gini(access, population=PEOPLE) == gini(ACCESS[["b", "c", "d"]], population=PEOPLE)
    nobody = PEOPLE.where(PEOPLE > 1, 0)
    # Nobody lives in a, so that nothing is known of it does not matter.
    assert gini(access, population=nobody) == gini(ACCESS, population=nobody)


def test_what_is_not_defined_is_null():
    nothing = ACCESS * 0
    assert math.isnan(gini(nothing, population=PEOPLE))
    assert math.isnan(theil(nothing, population=PEOPLE))
    assert math.isnan(concentration_index(nothing, population=PEOPLE, income=INCOME))
    assert math.isnan(palma_ratio(nothing, population=PEOPLE, income=INCOME))
    equal = nothing + 1
    assert math.isnan(
        concentration_index(equal, population=PEOPLE, income=INCOME, kind="corrected")
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"access": ACCESS * -1}, r"access: negative, infinite or not a number \(a: -10.0"),
        ({"access": ACCESS.astype(object).where(ACCESS > 10, "far")}, r"no counts: far \(row a\)"),
        ({"access": ACCESS * NAN}, "no place with people has a value"),
        ({"population": PEOPLE.drop("b")}, "population: no row for b"),
        ({"population": PEOPLE.where(PEOPLE > 1)}, "population: not known for a; give 0"),
        ({"population": pd.concat([PEOPLE, PEOPLE])}, "population: duplicate ids"),
        ({"income": INCOME.drop("c")}, "income: no row for c"),
        ({"income": INCOME.where(INCOME > 10)}, "no value for d, where people live"),
        ({"population": PEOPLE.to_dict()}, "expected a Series by id, found dict"),
    ],
)
def test_what_cannot_be_is_refused(change, message):
    given = {"access": ACCESS, "population": PEOPLE, "income": INCOME} | change
    access = given.pop("access")
    with pytest.raises(InputError, match=message):
        concentration_index(access, **given)


def test_parameters_that_cannot_be_are_refused():
    with pytest.raises(InputError, match="choose standard or corrected"):
        concentration_index(ACCESS, population=PEOPLE, income=INCOME, kind="CI")
    with pytest.raises(InputError, match="give a line above zero"):
        fgt(ACCESS, population=PEOPLE, line=0)
    with pytest.raises(InputError, match="an order of 0, 1 or 2"):
        fgt(ACCESS, population=PEOPLE, line=1, order=-1)


def test_palma_of_many_people_lies_between_the_two_nearest():
    # person by person, with the quantile that numpy calls linear
    rng = np.random.default_rng(3)
    for n in (2, 3, 7, 20):
        ids = [f"p{k}" for k in range(n)]
        people = pd.Series(rng.integers(1, 6, n).astype(float), index=ids)
        income = pd.Series(rng.integers(1, 9, n).astype(float), index=ids)
        access = pd.Series(rng.uniform(0, 9, n), index=ids)
        each, rank = (np.repeat(x.to_numpy(), people.astype(int)) for x in (access, income))
        low, high = np.quantile(rank, 0.4), np.quantile(rank, 0.9)
        found = palma_ratio(access, population=people, income=income)
        if (rank > high).any():
            assert found == pytest.approx(each[rank > high].mean() / each[rank <= low].mean())
        else:
            assert np.isnan(found)


def test_places_of_half_a_person_count_and_places_of_nobody_need_no_income():
    half = PEOPLE / 10
    assert gini(ACCESS, population=half) == pytest.approx(gini(ACCESS, population=PEOPLE))
    people, income = PEOPLE.replace(1.0, 0.0), INCOME.replace(40.0, NAN)
    three = ACCESS.iloc[1:]
    assert concentration_index(ACCESS, population=people, income=income) == pytest.approx(
        concentration_index(three, population=people, income=income)
    )
    with pytest.raises(InputError, match="no value for d, where people live"):
        concentration_index(ACCESS, population=half, income=INCOME.replace(10.0, NAN))


def test_just_enough_people_are_known():
    people = pd.Series([5.0, 95.0], index=["a", "b"])
    assert gini(pd.Series([NAN, 5.0], index=["a", "b"]), population=people) == 0
    with pytest.warns(GrensgeoWarning, match=r"known for 95% .* leaves out those of a$"):
        gini(pd.Series([NAN, 5.0, NAN], index=list("abc")),
             population=pd.Series([5.1, 94.9, 0.0], index=list("abc")))  # fmt: skip


@pytest.mark.parametrize("wrong", [{"line": np.inf}, {"line": 5, "order": np.inf}])
def test_a_line_and_an_order_are_finite(wrong):
    with pytest.raises(InputError, match="give a line above zero"):
        fgt(ACCESS, population=PEOPLE, **wrong)
