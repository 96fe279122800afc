"""Maximum likelihood of an interaction model: parameters, spread, intervals by profile.

Steps are those of Fisher's scoring. The spread of the negative binomial is that of the greatest
likelihood adjusted for the parameters beside it (Cox and Reid 1987), since balancing takes so many
that the plain one comes out too small. Intervals are those of the profile likelihood, with the
quantile of Student's t for the square root, and are open where the likelihood does not fall.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.flows.count_likelihood import log_likelihood, slope_and_weight
from grensgeo.flows.interaction import gram

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.flows.count_likelihood import Counts
    from grensgeo.flows.interaction import Interaction

#: Steps end when the log-likelihood gains less than this, or after so many.
_GAIN, _STEPS = 1e-9, 100
#: No parameter moves farther than this in one step: logarithms, so by a factor of seven.
_LONGEST = 2.0
#: Rounds in which parameters and spread are brought to each other, and what ends them.
_ROUNDS, _SETTLED = 12, 1e-2
#: Between what the spread is looked for.
_SPREADS = (1e-8, 20.0)
#: Directions in which the information is less than this part of the most are not identified.
_FLAT = 1e-9
#: A border term of this size closes the border, or opens it wide, for every count there is.
FARTHEST = 25.0


@dataclass(frozen=True, eq=False)
class Prior:
    """What is known of some parameters beforehand, as from flows of another table.

    Attributes
    ----------
    where
        Which parameters.
    mean, precision
        float64 (n,) and (n, n). What they are, and the inverse of its covariance.
    """

    where: npt.NDArray[np.intp]
    mean: Floats
    precision: Floats


@dataclass(frozen=True, eq=False)
class Estimate:
    """Parameters of the greatest likelihood.

    Attributes
    ----------
    model, counts, known
        What was fitted to what.
    theta
        float64 (size,). The parameters.
    spread
        Of the negative binomial.
    value
        Log-likelihood, what is known beforehand included.
    covariance
        float64 (size, size). Of the parameters where they are identified.
    flat
        float64 (size, n). Directions in which the likelihood does not move.
    freedom
        Degrees of freedom that are left; at least 1.
    """

    model: Interaction
    counts: Counts
    known: tuple[Prior, ...]
    theta: Floats
    spread: float
    value: float
    covariance: Floats
    flat: Floats
    freedom: int

    def identified(self, contrast: Floats) -> bool:
        """Return whether a sum of parameters is one that the flows tell.

        Parameters
        ----------
        contrast
            float64 (size,). How much of each parameter it takes.
        """
        return not self.flat.size or bool(np.abs(contrast @ self.flat).max() < 1e-5)

    def error(self, contrast: Floats) -> float:
        """Compute the standard error of a sum of parameters."""
        return math.sqrt(max(float(contrast @ self.covariance @ contrast), 0.0))

    def critical(self, level: float) -> float:
        """Return how many standard errors an interval reaches."""
        from scipy.special import stdtrit

        return float(stdtrit(self.freedom, 0.5 + level / 2))


def estimate(
    model: Interaction,
    counts: Counts,
    *,
    start: Floats,
    known: tuple[Prior, ...] = (),
    poisson: bool = False,
) -> Estimate:
    """Fit parameters and spread.

    Parameters
    ----------
    model, counts
        What to fit to what.
    start
        float64 (size,). Where the search begins.
    known
        What is known beforehand.
    poisson
        True to hold the spread at 0.

    Returns
    -------
    Estimate
        Of the greatest likelihood.

    Source
    ------
    Flowerdew and Aitkin (1982), A method of fitting the gravity model based on the Poisson
    distribution; Cox and Reid (1987), Parameter orthogonality and approximate conditional
    inference.
    """
    spread = 0.0 if poisson else 0.5
    theta = _first(model, counts, start, known)
    theta, value = ascend(model, counts, theta, spread=spread, known=known)
    for _ in range(0 if poisson else _ROUNDS):
        before, spread = spread, _best_spread(model, counts, theta, known)
        theta, value = ascend(model, counts, theta, spread=spread, known=known)
        if abs(spread - before) <= _SETTLED * spread + 1e-7:
            break
    information = _information(model, counts, theta, spread=spread, known=known)
    covariance, flat = _inverse(information)
    rank = model.size - flat.shape[1]
    prior = sum(len(one.mean) for one in known)
    freedom = max(len(counts.lower) + prior - rank, 1)
    return Estimate(model, counts, known, theta, spread, value, covariance, flat, freedom)


def ascend(
    model: Interaction,
    counts: Counts,
    theta: Floats,
    *,
    spread: float,
    known: tuple[Prior, ...] = (),
    held: int | None = None,
) -> tuple[Floats, float]:
    """Find the greatest likelihood at a given spread.

    Parameters
    ----------
    model, counts, spread, known
        As :func:`estimate` takes them.
    theta
        float64 (size,). Where to begin.
    held
        A parameter that stays what it is.

    Returns
    -------
    theta, value
        The parameters and their log-likelihood.
    """
    free = np.ones(model.size, dtype=bool)
    if held is not None:
        free[held] = False
    mean, design = model.expected(theta)
    value = _value(counts, mean, theta, spread=spread, known=known)
    for _ in range(_STEPS):
        slope, weight = slope_and_weight(counts, mean, spread)
        rise = design.T @ slope
        information = gram(design, weight)
        for one in known:
            rise[one.where] -= one.precision @ (theta[one.where] - one.mean)
            information[np.ix_(one.where, one.where)] += one.precision
        step = np.zeros(model.size)
        step[free] = _solved(information[np.ix_(free, free)], rise[free])
        step *= min(1.0, _LONGEST / max(np.abs(step).max(), 1e-12))
        for _ in range(30):
            tried = theta + step
            tried[model.borders] = np.clip(tried[model.borders], -FARTHEST, FARTHEST)
            mean_tried, design_tried = model.expected(tried)
            reached = _value(counts, mean_tried, tried, spread=spread, known=known)
            if reached >= value - 1e-12:
                break
            step = step / 2
        else:
            break
        gained = reached - value
        theta, value, mean, design = tried, reached, mean_tried, design_tried
        if gained < _GAIN * (1 + abs(value)):
            break
    return theta, value


def profile_interval(fitted: Estimate, which: int, *, level: float = 0.95) -> tuple[float, float]:
    """Compute between what a parameter lies by the profile of the likelihood.

    Parameters
    ----------
    fitted
        The estimate.
    which
        Place of the parameter.
    level
        Part of made-up tables whose interval holds the true value.

    Returns
    -------
    tuple
        Lower and upper end; infinite where the likelihood does not fall that far.
    """
    contrast = np.eye(fitted.model.size)[which]
    if not fitted.identified(contrast):
        return -np.inf, np.inf
    ends = [_end(fitted, which, sign=sign, level=level) for sign in (-1.0, 1.0)]
    return ends[0], ends[1]


def _end(fitted: Estimate, which: int, *, sign: float, level: float) -> float:
    """Search where the signed root of the deviance meets its limit, from the quadratic guess."""
    limit = fitted.critical(level)
    centre = float(fitted.theta[which])
    error = min(max(fitted.error(np.eye(fitted.model.size)[which]), 1e-4), 5.0)
    # brackets: near where the root is below the limit, far where it is above
    near, far, at_near, at_far = 0.0, np.inf, 0.0, np.inf
    distance, theta = limit * error, fitted.theta
    for _ in range(40):
        if abs(centre + sign * distance) >= FARTHEST:
            distance = FARTHEST - sign * centre
        tried = theta.copy()
        tried[which] = centre + sign * distance
        theta, value = ascend(
            fitted.model, fitted.counts, tried, spread=fitted.spread, known=fitted.known,
            held=which,
        )  # fmt: skip
        root = float(np.sqrt(max(2 * (fitted.value - value), 0.0)))
        if abs(root - limit) < 1e-2 * limit:
            break
        if root < limit:
            near, at_near = distance, root
            if distance >= FARTHEST - sign * centre - 1e-9:
                return sign * np.inf
        else:
            far, at_far = distance, root
        if np.isinf(far):
            distance *= min(max(limit / max(root, 1e-9), 1.3), 4.0)
        else:
            part = (limit - at_near) / (at_far - at_near)
            distance = near + min(max(part, 0.05), 0.95) * (far - near)
    return centre + sign * distance


def _first(model: Interaction, counts: Counts, start: Floats, known: tuple[Prior, ...]) -> Floats:
    """Move the start near by one step of least squares on logarithms."""
    theta = start.copy()
    for one in known:
        theta[one.where] = one.mean
    mean, design = model.expected(theta)
    middle = counts.middle() + 0.5
    weight = middle / (1 + 0.5 * middle)
    inside = model.balancing
    part = design[:, inside]
    if part.shape[1]:
        wrong = np.log(middle / mean)
        left = gram(part, weight)
        theta[inside] += _solved(left, part.T @ (weight * wrong))
    return theta


def _value(
    counts: Counts, mean: Floats, theta: Floats, *, spread: float, known: tuple[Prior, ...]
) -> float:
    """Compute the log-likelihood, less what parameters lie off what is known of them."""
    off = [theta[one.where] - one.mean for one in known]
    prior = sum(float(d @ one.precision @ d) for d, one in zip(off, known, strict=True))
    return float(log_likelihood(counts, mean, spread).sum()) - prior / 2


def _information(
    model: Interaction,
    counts: Counts,
    theta: Floats,
    *,
    spread: float,
    known: tuple[Prior, ...],
) -> Floats:
    """Compute Fisher's information of all parameters."""
    mean, design = model.expected(theta)
    _, weight = slope_and_weight(counts, mean, spread)
    result = gram(design, weight)
    for one in known:
        result[np.ix_(one.where, one.where)] += one.precision
    return result


def _best_spread(
    model: Interaction, counts: Counts, theta: Floats, known: tuple[Prior, ...]
) -> float:
    """Search the spread of the greatest likelihood adjusted for the parameters."""
    from scipy.optimize import minimize_scalar

    mean, design = model.expected(theta)

    def loss(logarithm: float) -> float:
        spread = float(np.exp(logarithm))
        _, weight = slope_and_weight(counts, mean, spread)
        information = gram(design, weight)
        for one in known:
            information[np.ix_(one.where, one.where)] += one.precision
        size = np.linalg.eigvalsh(information)
        logs = np.log(size[size > _FLAT * size[-1]]).sum()
        return float(logs) / 2 - float(log_likelihood(counts, mean, spread).sum())

    found = minimize_scalar(
        loss, bounds=tuple(np.log(_SPREADS)), method="bounded", options={"xatol": 1e-2}
    )
    return float(np.exp(found.x))


def _scaled(information: Floats) -> tuple[Floats, Floats, Floats]:
    """Return eigenvalues and eigenvectors of the information scaled to ones, and scales."""
    diagonal = np.sqrt(np.maximum(np.diag(information), 0.0))
    scale = np.where(diagonal > 0, diagonal, 1.0)
    values, vectors = np.linalg.eigh(information / scale[:, None] / scale[None, :])
    return values, vectors, scale


def _solved(information: Floats, rise: Floats) -> Floats:
    """Compute a step; of directions in which nothing is told, none is taken."""
    import scipy.linalg as la

    try:
        factor = la.cho_factor(information, check_finite=False)
        step = la.cho_solve(factor, rise, check_finite=False)
        diagonal = np.diag(factor[0])
        if np.isfinite(step).all() and diagonal.min() > 1e-5 * diagonal.max():
            return np.asarray(step, dtype=np.float64)
    except la.LinAlgError:
        pass
    values, vectors, scale = _scaled(information)
    use = values > _FLAT * max(values[-1], 1e-300)
    turned = vectors[:, use].T @ (rise / scale) / values[use]
    return np.asarray(vectors[:, use] @ turned / scale, dtype=np.float64)


def _inverse(information: Floats) -> tuple[Floats, Floats]:
    """Return the covariance where parameters are identified, and the flat directions."""
    values, vectors, scale = _scaled(information)
    use = values > _FLAT * max(values[-1], 1e-300)
    root = vectors[:, use] / np.sqrt(values[use]) / scale[:, None]
    flat = vectors[:, ~use] / scale[:, None]
    size = np.linalg.norm(flat, axis=0)
    return root @ root.T, flat / np.where(size > 0, size, 1.0)
