import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import frame, times, worlds

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import decay, spatial_availability

NAN = np.nan
F = decay.exponential(0.1)
#: The toy example of Soukhov, Paez, Higgins and Mohamed (2023), PLOS ONE 18(1), as the R package
#: accessibility tests it (tests/testthat/test-spatial_availability.R at 0928c8a).
MINUTES = [[15.0, 30, 100], [30, 15, 100], [100, 100, 15]]
TOY = frame([(a, b, t) for a, row in zip("ABC", MINUTES, strict=True)
             for b, t in zip("123", row, strict=True)])  # fmt: skip
PEOPLE = pd.Series({"A": 50_000.0, "B": 150_000.0, "C": 10_000.0})
JOBS = pd.Series({"1": 100_000.0, "2": 100_000.0, "3": 10_000.0})


def test_published_values_of_soukhov_et_al_2023():
    result = spatial_availability(TOY, JOBS, demand=PEOPLE, decay=F)
    # As printed, to a thousandth (testing_constrained.Rmd at 91fb342).
    np.testing.assert_allclose(result, [66833.466, 133203.363, 9963.171], atol=5e-4)
    # The parts of A, printed to a millionth.
    assert result["A"] == pytest.approx(59900.642536 + 6922.691048 + 10.132187, abs=2e-6)
    # And to 1e-9 by the paper's own steps: proportional allocation by population and by cost.
    f = np.exp(-0.1 * np.array(MINUTES))
    by_cost = f / f.sum(axis=0)
    by_people = (PEOPLE / PEOPLE.sum()).to_numpy()[:, None]
    both = by_cost * by_people / (by_cost * by_people).sum(axis=0)
    np.testing.assert_allclose(result, both @ JOBS.to_numpy(), rtol=1e-9)


def test_published_values_seen_from_the_jobs():
    result = spatial_availability(TOY, PEOPLE, demand=JOBS, decay=F, active=False)
    np.testing.assert_allclose(result, [68261.682, 131775.520, 9962.798], atol=5e-4)
    assert result.index.name == "to_id"


@pytest.mark.parametrize(
    ("exponent", "published"),
    [
        (3, [133.4687, 166.7813, 189.7499]),
        (2, [122.2546, 185.0957, 182.6497]),
        (0.1, [98.84766, 241.87721, 149.27513]),
    ],
)
def test_published_values_of_soukhov_et_al_2025(exponent, published):
    # testing_constrained.Rmd of the R package accessibility, test 2, singly constrained.
    minutes = [[10.0, 30, 15], [30, 10, 25], [15, 25, 10]]
    table = frame([(str(i), str(j), minutes[i][j]) for i in range(3) for j in range(3)])
    result = spatial_availability(
        table, pd.Series({"0": 160.0, "1": 150.0, "2": 180.0}),
        demand=pd.Series({"0": 4.0, "1": 10.0, "2": 6.0}), decay=decay.power(exponent),
    )  # fmt: skip
    np.testing.assert_allclose(result, published, rtol=5e-7)


def test_alpha_is_the_exponent_of_demand():
    table = times([[10], [10]], to_id="x", to_country="N")
    result = spatial_availability(
        table, pd.Series({"x": 10}), demand=pd.Series({"a": 4, "b": 1}), decay=F, alpha=0.5
    )
    assert result.to_dict() == pytest.approx({"a": 20 / 3, "b": 10 / 3})
    with pytest.raises(InputError, match="alpha=0"):
        spatial_availability(
            table, pd.Series({"x": 1}), demand=pd.Series({"a": 1, "b": 1}), decay=F, alpha=0
        )


@settings(max_examples=examples(60))
@given(worlds(), st.integers(0, 99))
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_law_it_sums_to_the_opportunities_that_anybody_reaches(world, seed):
    table, counts = world
    people = pd.Series(
        np.random.default_rng(seed).integers(0, 50, len(table.from_id)), index=table.from_id
    )
    result = spatial_availability(table, counts, demand=people, decay=F)
    reached = ((~np.isnan(table.minutes)) & (people.to_numpy() > 0)[:, None]).any(axis=0)
    np.testing.assert_allclose(result.sum(), counts[reached].sum(), rtol=1e-9, atol=1e-12)
    assert (result >= 0).all()


def test_what_nobody_reaches_is_told():
    table = times([[5, NAN], [15, NAN]])
    with pytest.warns(GrensgeoWarning, match=r"jobs: 7 at 1 destinations \(y\) are shared out to"):
        result = spatial_availability(
            table, pd.Series({"x": 5, "y": 7}, name="jobs"), demand=pd.Series({"a": 1, "b": 1}),
            decay=F,
        )  # fmt: skip
    assert result.sum() == pytest.approx(5)


def test_unknown_demand_has_no_share_and_makes_the_others_an_upper_bound():
    table = times([[5, 15], [15, 5]])
    with pytest.warns(GrensgeoWarning, match="the result of 1 origins is an upper bound") as told:
        result = spatial_availability(
            table, pd.Series({"x": 5, "y": 7}), demand=pd.Series({"a": 1, "b": NAN}), decay=F
        )
    assert "demand: not known at b, whose own share is null" in str(told[0].message)
    assert result["a"] == pytest.approx(12)
    assert np.isnan(result["b"])


def test_unknown_supply_is_left_out_and_told():
    table = times([[5, 15], [NAN, 5]])
    with pytest.warns(GrensgeoWarning, match="the result of 2 origins .* leaves them out or is"):
        result = spatial_availability(
            table, pd.Series({"x": 5, "y": NAN}), demand=pd.Series({"a": 1, "b": 1}), decay=F
        )
    assert result["a"] == pytest.approx(5)
    assert np.isnan(result["b"])


def test_who_competes_unseen_takes_nothing_of_what_is_not_there_or_out_of_reach():
    counts, people = pd.Series({"x": 5.0, "y": 0.0}), pd.Series({"a": 1.0, "b": NAN})
    with pytest.warns(GrensgeoWarning, match="demand: not known at b") as told:
        result = spatial_availability(
            times([[5, 15], [NAN, 5]]), counts, demand=people, decay=F
        )  # b reaches y alone, where there is nothing
    assert "upper bound" not in str(told[0].message)
    assert result["a"] == pytest.approx(5)
    with pytest.raises(InputError, match="alpha=inf"):
        spatial_availability(times([[5, 15], [NAN, 5]]), counts, demand=people, decay=F,
                             alpha=np.inf)  # fmt: skip


def test_less_than_one_place_may_be_shared_out_too():
    half = spatial_availability(
        times([[5, NAN], [5, 5]]), pd.Series({"x": 0.5, "y": 0.25}),
        demand=pd.Series({"a": 1.0, "b": 1.0}), decay=F,
    )  # fmt: skip
    assert half.tolist() == pytest.approx([0.25, 0.5])
