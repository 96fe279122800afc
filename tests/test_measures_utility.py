import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from matrices import JOBS, TWO, times, worlds

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import decay, gravity, logsum

NAN = np.nan


def test_logsum_by_hand():
    result = logsum(times(TWO), JOBS, rate=0.1)
    assert result["a"] == pytest.approx(
        np.log(100 * np.exp(-0.5) + 40 * np.exp(-1.5)) / 0.1, rel=1e-12
    )


def test_far_off_places_do_not_vanish():
    # exp(-1000) is 0 as a float; the answer is not.
    table = times([[1000, 1000]], from_id="a", from_country="N")
    assert logsum(table, pd.Series({"x": 1, "y": 1}), rate=1)["a"] == pytest.approx(
        np.log(2) - 1000
    )


def test_an_origin_that_reaches_nothing_is_null_and_told():
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 origins are null \(a\): no jobs in reach"):
        result = logsum(times([[NAN, NAN], [15, 5]]), JOBS, rate=0.1)
    assert result.isna().tolist() == [True, False]
    with pytest.warns(GrensgeoWarning, match="no jobs in reach"):
        none = logsum(times(TWO), pd.Series({"x": 0, "y": 0}, name="jobs"), rate=0.1)
    assert none.isna().all()


def test_unknown_figures_make_a_lower_bound():
    unknown = pd.Series({"x": NAN, "y": 40.0}, name="jobs")
    with pytest.warns(GrensgeoWarning, match="the result of 2 origins .* lower bound or null"):
        result = logsum(times(TWO), unknown, rate=0.1)
    assert result["b"] == pytest.approx(np.log(40) / 0.1 - 5)


@pytest.mark.parametrize("rate", [0, -1, NAN])
def test_the_rate_is_above_zero(rate):
    with pytest.raises(InputError, match="per minute above zero"):
        logsum(times(TWO), JOBS, rate=rate)


@settings(max_examples=examples(40))
@given(worlds())
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_law_it_is_the_logarithm_of_gravity_and_shifts_with_time(world):
    table, counts = world
    counts = counts.where(counts > 1e-3, 0)
    total = gravity(table, counts, decay=decay.exponential(0.1))
    result = logsum(table, counts, rate=0.1)
    some = total > 0
    np.testing.assert_allclose(result[some], np.log(total[some]) / 0.1, rtol=1e-9, atol=1e-9)
    assert result[~some].isna().all()


def test_each_origin_is_told_by_what_it_reaches_itself():
    with pytest.raises(InputError, match="rate=inf"):
        logsum(times(TWO), JOBS, rate=np.inf)
    table = times([[5, np.nan], [15, 5]])
    with pytest.warns(GrensgeoWarning, match="the result of 1 origins"):
        logsum(table, pd.Series({"x": 5.0, "y": np.nan}), rate=0.1)
