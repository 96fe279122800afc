"""The likelihood of counts that were seen, rounded or hidden: Poisson or negative binomial.

A count that a publisher rounds or hides is known to lie between two numbers only. What it adds to
the likelihood is the probability of that interval; to pretend that it was seen would make every
interval of a parameter too narrow where flows are small, which across a border they are.

The negative binomial has the variance ``mu + spread mu^2``; at a spread of 0 it is the Poisson.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats

#: Below this the negative binomial is the Poisson to nine digits, and its terms lose theirs.
_LEAST_SPREAD = 1e-9
#: A probability below this is not told from none; the nearer end of the interval stands for it.
_LEAST_PROBABILITY = 1e-290
#: Intervals of fewer counts than this are added up one by one, which is quicker and exact.
_NARROW = 32
#: Step in the logarithm of the mean for the curvature of an interval's likelihood.
_STEP = 1e-4


@dataclass(frozen=True, eq=False)
class Counts:
    """Counts as far as they are known.

    Attributes
    ----------
    lower, upper
        float64 (n,). The least and the most that a count can be; infinite where no most is known.
        Where the two are the same the count was seen, and need not be whole: a publisher's
        estimates are not.
    """

    lower: Floats
    upper: Floats

    @property
    def seen(self) -> npt.NDArray[np.bool_]:
        """Which were seen."""
        return np.asarray(self.lower == self.upper)

    def middle(self) -> Floats:
        """Return one number for each: what was seen, else the middle of what it can be."""
        ends = np.where(np.isfinite(self.upper), self.upper, 2 * self.lower + 1)
        return np.asarray((self.lower + ends) / 2, dtype=np.float64)

    def at(self, where: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> Counts:
        """Select some of them."""
        return Counts(self.lower[where], self.upper[where])


def log_likelihood(counts: Counts, mean: Floats, spread: float) -> Floats:
    """Compute the logarithm of the probability of each count.

    Parameters
    ----------
    counts
        What is known of them.
    mean
        float64 (n,), above zero.
    spread
        Of the negative binomial; 0 for the Poisson.

    Returns
    -------
    array
        float64 (n,).
    """
    result = np.empty(len(mean))
    seen = counts.seen
    result[seen] = _log_mass(counts.lower[seen], mean[seen], spread)
    hidden = ~seen
    if hidden.any():
        result[hidden] = _interval(counts.at(hidden), mean[hidden], spread)[0]
    return result


def slope_and_weight(counts: Counts, mean: Floats, spread: float) -> tuple[Floats, Floats]:
    """Compute the slope of the log-likelihood in the logarithm of the mean, and its weight.

    Parameters
    ----------
    counts, mean, spread
        As :func:`log_likelihood` takes them.

    Returns
    -------
    slope, weight
        float64 (n,). The weight is the information on the logarithm of the mean: expected for what
        was seen, as observed for intervals, never below zero.
    """
    expected = mean / (1 + spread * mean)
    slope = (counts.lower - mean) / (1 + spread * mean)
    weight = expected.copy()
    hidden = ~counts.seen
    if hidden.any():
        _, slope[hidden], found = _interval(counts.at(hidden), mean[hidden], spread)
        weight[hidden] = np.maximum(found, 1e-9 * expected[hidden])
    return slope, weight


def quantiles(mean: Floats, spread: Floats, level: float) -> Floats:
    """Return the least count that is exceeded with a probability of at most ``1 - level``.

    Parameters
    ----------
    mean, spread
        float64 (n,).
    level
        Between 0 and 1.

    Returns
    -------
    array
        float64 (n,), whole numbers.
    """
    from scipy.special import nbdtrik

    size = 1 / np.maximum(spread, 1e-6)
    found = np.ceil(nbdtrik(level, size, size / (size + mean)) - 1e-9)
    return np.asarray(np.maximum(np.nan_to_num(found), 0.0), dtype=np.float64)


def deviance(counts: Counts, mean: Floats) -> float:
    """Compute the Poisson deviance of the middles of counts from their means.

    Parameters
    ----------
    counts
        What is known of the counts. A mean within the interval deviates by nothing, one beyond it
        from the nearer end.
    mean
        float64 (n,).

    Returns
    -------
    float
        0 for a perfect fit.
    """
    nearest = np.clip(mean, counts.lower, counts.upper)
    some = nearest > 0
    logs = np.zeros(len(mean))
    logs[some] = nearest[some] * np.log(nearest[some] / mean[some])
    return float(2 * (logs - nearest + mean).sum())


def _log_mass(count: Floats, mean: Floats, spread: float) -> Floats:
    """Compute the logarithm of the probability of one count."""
    from scipy.special import gammaln

    if spread < _LEAST_SPREAD:
        return np.asarray(count * np.log(mean) - mean - gammaln(count + 1), dtype=np.float64)
    size = 1 / spread
    return np.asarray(
        gammaln(count + size) - gammaln(size) - gammaln(count + 1)
        - size * np.log1p(spread * mean) + count * np.log(spread * mean / (1 + spread * mean)),
        dtype=np.float64,
    )  # fmt: skip


def _interval(counts: Counts, mean: Floats, spread: float) -> tuple[Floats, Floats, Floats]:
    """Compute the log-probability of intervals, its slope and weight in log mean."""
    first = np.maximum(np.ceil(counts.lower), 0.0)
    # an interval without a whole number in it stands for the one above
    last = np.maximum(np.floor(counts.upper), first)
    result, slope, weight = np.empty(len(mean)), np.empty(len(mean)), np.empty(len(mean))
    narrow = last - first < _NARROW
    for which, compute in ((narrow, _summed), (~narrow, _wide)):
        if which.any():
            found = compute(first[which], last[which], mean[which], spread)
            result[which], slope[which], weight[which] = found
    return result, slope, weight


def _summed(
    first: Floats, last: Floats, mean: Floats, spread: float
) -> tuple[Floats, Floats, Floats]:
    """Compute the same of few counts each, by adding up their probabilities."""
    count = first[:, None] + np.arange(int((last - first).max()) + 1)
    # p(k + 1) / p(k) = (k + size) / (k + 1) mu / (mu + size)
    odds = np.log(mean / (1 + spread * mean))[:, None]
    rise = odds + np.log1p(spread * count[:, :-1]) - np.log(count[:, 1:])
    logs = np.zeros(count.shape)
    np.cumsum(rise, axis=1, out=logs[:, 1:])
    logs[count > last[:, None]] = -np.inf
    most = logs.max(axis=1, keepdims=True)
    part = np.exp(logs - most)
    whole = part.sum(axis=1, keepdims=True)
    part /= whole
    middle = (part * count).sum(axis=1)
    variance = (part * (count - middle[:, None]) ** 2).sum(axis=1)
    falls = 1 + spread * mean
    result = _log_mass(first, mean, spread) + (most + np.log(whole))[:, 0]
    weight = (1 + spread * middle) * mean / falls**2 - variance / falls**2
    return result, (middle - mean) / falls, weight


def _wide(
    first: Floats, last: Floats, mean: Floats, spread: float
) -> tuple[Floats, Floats, Floats]:
    """Compute the same of any intervals, by what is at most their ends."""
    result, slope = _by_ends(first, last, mean, spread)
    above, below = mean * np.exp(_STEP), mean * np.exp(-_STEP)
    ends = [_by_ends(first, last, at, spread)[1] for at in (below, above)]
    return result, slope, (ends[0] - ends[1]) / (2 * _STEP)


def _by_ends(first: Floats, last: Floats, mean: Floats, spread: float) -> tuple[Floats, Floats]:
    """Compute the log-probability of intervals, and its slope in the logarithm of the mean."""
    # F falls with the mean: dF(k)/dmu = -p(k) (k + size) / (mu + size), -p(k) for the Poisson
    begun, bounded = first > 0, np.isfinite(last)
    ends = np.stack([np.maximum(first - 1, 0.0), np.where(bounded, last, 0.0)])
    at_most, more = _distribution(ends, mean, spread)
    low, low_tail = np.where(begun, at_most[0], 0.0), np.where(begun, more[0], 1.0)
    high, high_tail = np.where(bounded, at_most[1], 1.0), np.where(bounded, more[1], 0.0)
    # of two large probabilities the difference is lost, of their complements it is not
    chance = np.where(mean > last, high - low, low_tail - high_tail)
    falls = _fall(ends, mean, spread)
    slope = np.where(begun, falls[0], 0.0) - np.where(bounded, falls[1], 0.0)
    lost = ~(chance > _LEAST_PROBABILITY)
    result = np.log(np.where(lost, 1.0, chance))
    rise = slope * mean / np.where(lost, 1.0, chance)
    if lost.any():
        nearest = np.clip(mean, first, last)[lost]
        result[lost] = _log_mass(nearest, mean[lost], spread)
        rise[lost] = (nearest - mean[lost]) / (1 + spread * mean[lost])
    return result, rise


def _distribution(count: Floats, mean: Floats, spread: float) -> tuple[Floats, Floats]:
    """Compute the probability of at most a count, and of more."""
    from scipy.special import betainc, betaincc, gammainc, gammaincc

    if spread < _LEAST_SPREAD:
        ends = np.array([gammaincc(count + 1, mean), gammainc(count + 1, mean)], dtype=np.float64)
    else:
        size = 1 / spread
        part = size / (size + mean)
        ends = np.array(
            [betainc(size, count + 1, part), betaincc(size, count + 1, part)], dtype=np.float64
        )
    return ends[0], ends[1]


def _fall(count: Floats, mean: Floats, spread: float) -> Floats:
    """Compute by how much the probability of at most a count falls with the mean."""
    mass = np.exp(_log_mass(count, mean, spread))
    return np.asarray(mass * (1 + spread * count) / (1 + spread * mean), dtype=np.float64)
