"""The likelihood of counts that were seen, rounded or hidden."""

import numpy as np
import pytest
from scipy.stats import nbinom, poisson

from grensgeo.flows.count_likelihood import (
    Counts,
    deviance,
    log_likelihood,
    quantiles,
    slope_and_weight,
)

KNOWN = Counts(
    np.array([0.0, 5, 10, 825, 3, 0, 7, 42, 400, 0]),
    np.array([9.0, 15, 14, 835, np.inf, 0, 7, 42, 500, 60]),
)
MEAN = np.array([4.0, 30, 12, 700, 2, 1.3, 6, 60, 380, 50])


@pytest.mark.parametrize("spread", [0.0, 0.3])
def test_an_interval_has_the_probability_of_what_lies_in_it(spread):
    size = 1 / max(spread, 1e-12)
    of = poisson(MEAN) if spread == 0 else nbinom(size, size / (size + MEAN))
    upper = np.where(np.isfinite(KNOWN.upper), KNOWN.upper, 1e6)
    chance = of.cdf(upper) - of.cdf(KNOWN.lower - 1)
    np.testing.assert_allclose(log_likelihood(KNOWN, MEAN, spread), np.log(chance), rtol=1e-7)


@pytest.mark.parametrize("spread", [0.0, 0.3])
def test_slope_is_that_of_the_likelihood(spread):
    ends = [log_likelihood(KNOWN, MEAN * np.exp(h), spread) for h in (1e-5, -1e-5)]
    slope, weight = slope_and_weight(KNOWN, MEAN, spread)
    np.testing.assert_allclose(slope, (ends[0] - ends[1]) / 2e-5, rtol=1e-5, atol=1e-7)
    hidden = ~KNOWN.seen
    nearby = [slope_and_weight(KNOWN, MEAN * np.exp(h), spread)[0] for h in (1e-4, -1e-4)]
    curvature = (nearby[1] - nearby[0]) / 2e-4
    np.testing.assert_allclose(weight[hidden], curvature[hidden], rtol=1e-3)


def test_a_mean_far_from_its_interval_still_has_a_slope_towards_it():
    far = Counts(np.array([0.0, 5000.0]), np.array([9.0, 5010.0]))
    slope, _ = slope_and_weight(far, np.array([1e5, 1.0]), 0.0)
    assert slope[0] < 0 < slope[1]


def test_quantiles_are_those_of_the_negative_binomial():
    mean, spread = np.array([0.3, 2, 15, 400]), np.array([0.1, 0.2, 0.3, 0.2])
    for level in (0.05, 0.5, 0.95):
        found = quantiles(mean, spread, level)
        assert found.tolist() == nbinom.ppf(level, 1 / spread, 1 / (1 + spread * mean)).tolist()


def test_what_lies_within_its_bounds_does_not_deviate():
    assert deviance(KNOWN.at(np.array([0, 2])), np.array([4.0, 12.0])) == 0
    # 2 (3 ln(3/2) - 3 + 2)
    assert deviance(Counts(np.array([3.0]), np.array([3.0])), np.array([2.0])) == pytest.approx(
        2 * (3 * np.log(1.5) - 1)
    )
