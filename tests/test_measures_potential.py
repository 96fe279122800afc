import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import JOBS, TWO, Mode, frame, times, worlds

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import cumulative, decay, gravity, logsum

NAN = np.nan
#: The toy example of Soukhov et al. (2025), as the R package accessibility tests it
#: (tests/test_rafa/testing_constrained.Rmd at 91fb342).
TOY = frame(
    [
        (str(i + 1), str(j + 1), float(minutes))
        for i, row in enumerate([[10, 30, 15], [30, 10, 25], [15, 25, 10]])
        for j, minutes in enumerate(row)
    ]
)
TOY_JOBS = pd.Series({"1": 160.0, "2": 150.0, "3": 180.0})
TOY_PEOPLE = pd.Series({"1": 4.0, "2": 10.0, "3": 6.0})


@pytest.mark.parametrize(
    ("exponent", "active", "published"),
    [
        (3, True, [172.0653, 131.6267, 186.3080]),
        (2, True, [172.6721, 132.2474, 185.0805]),
        (0.1, True, [164.0802, 160.6921, 165.2277]),
        (3, False, [5.017774, 8.595749, 6.386477]),
        (2, False, [5.446623, 7.986306, 6.567071]),
        (0.1, False, [6.598332, 6.717223, 6.684444]),
    ],
)
def test_published_values_of_the_total_constrained_toy(exponent, active, published):
    # Total constrained accessibility is gravity scaled so that it sums to the opportunities.
    held = TOY_JOBS if active else TOY_PEOPLE
    result = gravity(TOY, held, decay=decay.power(exponent), active=active)
    scaled = result / result.sum() * held.sum()
    np.testing.assert_allclose(scaled, published, rtol=5e-7)
    # The same to 1e-9, by the formula.
    minutes = np.array([[10, 30, 15], [30, 10, 25], [15, 25, 10]], dtype=float)
    raw = minutes**-exponent @ held.to_numpy()
    np.testing.assert_allclose(result, raw, rtol=1e-9)


def test_gravity_by_hand():
    result = gravity(times(TWO), JOBS, decay=decay.exponential(0.1))
    expected = {
        "a": 100 * np.exp(-0.5) + 40 * np.exp(-1.5),
        "b": 100 * np.exp(-1.5) + 40 * np.exp(-0.5),
    }
    assert result.to_dict() == pytest.approx(expected, rel=1e-12)
    assert (result.index.name, result.name) == ("from_id", "jobs")


def test_a_function_of_ones_own():
    result = gravity(times(TWO), JOBS, decay=lambda minutes: 1 / (1 + minutes))
    assert result["a"] == pytest.approx(100 / 6 + 40 / 16)


def test_missing_is_never_zero():
    unknown = pd.Series({"x": NAN, "y": 40.0}, name="jobs")
    table = times([[5, NAN], [NAN, 5], [NAN, NAN]], from_id="abc", from_country="NDN",
                  from_status=[0, 0, 1])  # fmt: skip
    with pytest.warns(GrensgeoWarning, match="1 of 3 origins have no result") as told:
        result = gravity(table, unknown, decay=decay.exponential(0.1))
    assert "the result of 1 origins that reach them is a lower bound or null" in str(
        told[0].message
    )
    assert result.isna().tolist() == [True, False, True]


def test_what_is_no_decay_is_refused():
    with pytest.raises(InputError, match="expected a decay function such as"):
        gravity(times(TWO), JOBS, decay=0.1)


@settings(max_examples=examples(40))
@given(worlds(), st.sampled_from([5.0, 20.0, 45.0]))
def test_law_a_step_is_the_cumulative_measure(world, cutoff):
    table, counts = world
    np.testing.assert_allclose(
        gravity(table, counts, decay=decay.step(cutoff)),
        cumulative(table, counts, cutoff_min=cutoff),
        rtol=1e-12,
    )


@settings(max_examples=examples(40))
@given(worlds(), st.floats(0, 100))
def test_law_more_opportunities_are_more_and_gravity_is_linear(world, more):
    table, counts = world
    before = gravity(table, counts, decay=decay.gaussian(20))
    after = gravity(table, counts + more, decay=decay.gaussian(20))
    assert (after >= before - 1e-9 * before.abs()).all()
    twice = gravity(table, 2 * counts, decay=decay.gaussian(20))
    np.testing.assert_allclose(twice, 2 * before, rtol=1e-12, atol=1e-300)  # denormals round


@settings(max_examples=examples(40))
@given(worlds())
def test_law_nothing_is_more_than_what_is_reached_at_all(world):
    table, counts = world
    everything = cumulative(table, counts, cutoff_min=60)
    assert (gravity(table, counts, decay=decay.linear(60)) <= everything * (1 + 1e-12)).all()


def test_times_that_end_where_the_decay_still_weighs_are_told():
    table = replace(times(TWO), trip=Mode(max_min=30.0))
    with pytest.warns(GrensgeoWarning, match="times end at max_min=30, where the decay still"):
        gravity(table, JOBS, decay=decay.exponential(0.1))
    with pytest.warns(GrensgeoWarning, match="still weighs 0.05"):
        logsum(table, JOBS, rate=0.1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gravity(table, JOBS, decay=decay.step(30))
        gravity(table, JOBS, decay=decay.exponential(0.3))
