"""Decay functions: how much less an opportunity counts the longer it takes to get there.

``decay.exponential(0.1)`` is a function of minutes; measures take it as ``decay=``.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.errors import Faults, InputError, some
from grensgeo.measures.impedance import Decay

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from grensgeo.measures.impedance import Curve


__all__ = [
    "Decay",
    "as_decay",
    "custom",
    "exponential",
    "gaussian",
    "geurs_van_eck_2001",
    "linear",
    "log_logistic",
    "logistic",
    "luo_qi_2009",
    "negative_linear",
    "parse",
    "power",
    "step",
    "stepped",
]

#: Where a function of the user's own is tried out before it is used, min.
_PROBE_MIN = np.concatenate([np.arange(0.0, 60.0, 0.5), np.arange(60.0, 601.0, 10.0)])


def _positive(family: str, **values: float) -> tuple[tuple[str, float], ...]:
    """Return the parameters as floats, or say which is not a finite number above zero."""
    wrong = [
        f"{name}={value!r}" for name, value in values.items() if not 0 < float(value) < math.inf
    ]
    if wrong:
        raise InputError(
            "out-of-range", f"decay.{family}: {some(wrong)}; give finite numbers above zero"
        )
    return tuple((name, float(value)) for name, value in values.items())


def step(cutoff_min: float) -> Decay:
    """Count in full up to a cutoff, and not at all beyond.

    Parameters
    ----------
    cutoff_min
        Minutes, included. Compared as 32-bit floats, as everywhere.

    Returns
    -------
    Decay
        ``f(t) = 1 if t <= cutoff_min else 0``.

    Raises
    ------
    InputError
        If the cutoff is not a finite number of at least zero.

    Source
    ------
    Wachs and Kumagai (1973), Physical accessibility as a social indicator; ``decay_binary`` of
    the R package accessibility.

    Examples
    --------
    >>> step(30)([15, 30, 45]).tolist()
    [1.0, 1.0, 0.0]
    """
    cutoff = float(cutoff_min)
    if not 0 <= cutoff < math.inf:
        raise InputError(
            "out-of-range", f"decay.step: cutoff_min={cutoff_min!r}; give minutes, 0 or more"
        )
    limit = np.float32(cutoff)

    def curve(minutes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return (minutes.astype(np.float32) <= limit).astype(np.float64)

    return Decay("step", (("cutoff_min", cutoff),), curve)


def stepped(
    steps_min: Sequence[float],
    weights: Sequence[float],
    *,
    closed: Literal["left", "right"] = "left",
) -> Decay:
    """Count in full before the first step, and with the weight of each step from there on.

    Parameters
    ----------
    steps_min
        Minutes, rising.
    weights
        Weight from each step on, between 0 and 1, never rising.
    closed
        ``"left"``: a time of exactly a step has the weight of that step already. ``"right"``: it
        has the weight of the interval that ends there.

    Returns
    -------
    Decay
        The weight of the last step that is at most ``t`` (below ``t`` if closed on the right); 1
        before the first.

    Raises
    ------
    InputError
        If steps do not rise, weights rise or lie outside 0 to 1, or their numbers differ.

    Source
    ------
    ``decay_stepped`` of the R package accessibility, whose intervals are open on the right.

    Examples
    --------
    >>> stepped([10, 20, 30, 40], [0.75, 0.5, 0.25, 0])([5, 25, 30, 45]).tolist()
    [1.0, 0.5, 0.25, 0.0]
    """
    steps, values = tuple(map(float, steps_min)), tuple(map(float, weights))
    faults = Faults()
    if not steps or len(steps) != len(values):
        faults.add(
            "lengths-differ", f"{len(steps)} steps and {len(values)} weights; give as many of both"
        )
    if any(not 0 < minutes < math.inf for minutes in steps):
        faults.add("out-of-range", "steps_min are minutes above zero")
    if any(later <= earlier for earlier, later in pairwise(steps)):
        faults.add("not-rising", "steps_min must rise")
    # Written so that NaN, which compares to nothing, is refused too.
    if any(not 0 <= later <= before for before, later in pairwise((1.0, *values))):
        faults.add("decay-rises", "weights lie between 0 and 1 and never rise")
    if closed not in ("left", "right"):
        faults.add("choice-unknown", f"closed={closed!r}; choose left or right")
    if faults:
        raise InputError.of(faults, where="decay.stepped")
    side: Literal["left", "right"] = "right" if closed == "left" else "left"
    limits, levels = np.array(steps, dtype=np.float32), np.array([1.0, *values])

    def curve(minutes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        found: npt.NDArray[np.float64] = levels[
            np.searchsorted(limits, minutes.astype(np.float32), side=side)
        ]
        return np.where(np.isinf(minutes), 0.0, found)

    name = "stepped" if closed == "left" else "stepped, closed right"
    return Decay(name, (("steps_min", steps), ("weights", values)), curve)


def linear(cutoff_min: float) -> Decay:
    """Weigh by a straight line that falls to nothing at a cutoff (negative linear).

    Parameters
    ----------
    cutoff_min
        Minutes at which the weight is 0.

    Returns
    -------
    Decay
        ``f(t) = max(0, 1 - t / cutoff_min)``.

    Raises
    ------
    InputError
        If the cutoff is not a finite number above zero.

    Source
    ------
    ``decay_linear`` of the R package accessibility.

    Examples
    --------
    >>> linear(40)([10, 50]).tolist()
    [0.75, 0.0]
    """
    parameters = _positive("linear", cutoff_min=cutoff_min)
    cutoff = parameters[0][1]
    return Decay("linear", parameters, lambda minutes: np.maximum(1.0 - minutes / cutoff, 0.0))


#: The other name of the same function.
negative_linear = linear


def exponential(rate: float) -> Decay:
    """Weigh by a curve that falls by the same share each minute.

    Parameters
    ----------
    rate
        Per minute: 0.1 halves the weight about every 7 minutes.

    Returns
    -------
    Decay
        ``f(t) = exp(-rate t)``.

    Raises
    ------
    InputError
        If the rate is not a finite number above zero.

    Source
    ------
    Wilson (1971), A family of spatial interaction models; ``decay_exponential`` of the R package
    accessibility.

    Examples
    --------
    >>> exponential(0.1)([0, 10]).round(4).tolist()
    [1.0, 0.3679]
    """
    parameters = _positive("exponential", rate=rate)
    slope = -parameters[0][1]

    def curve(minutes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        minutes *= slope
        return np.exp(minutes, out=minutes)

    return Decay("exponential", parameters, curve)


def power(exponent: float) -> Decay:
    """Weigh by a power of the time.

    Parameters
    ----------
    exponent
        Power, without the minus.

    Returns
    -------
    Decay
        ``f(t) = min(1, t ** -exponent)``, so 1 within the first minute.

    Raises
    ------
    InputError
        If the exponent is not a finite number above zero.

    Source
    ------
    Hansen (1959), How accessibility shapes land use; capped at 1 as ``decay_power`` of the R
    package accessibility does.

    Examples
    --------
    >>> power(2)([0.5, 1, 10]).tolist()
    [1.0, 1.0, 0.01]
    """
    parameters = _positive("power", exponent=exponent)
    minus = -parameters[0][1]
    return Decay("power", parameters, lambda minutes: np.maximum(minutes, 1.0) ** minus)


def gaussian(sd_min: float) -> Decay:
    """Weigh by one half of a bell: falling slowly at first, then fast.

    Parameters
    ----------
    sd_min
        Standard deviation, min; the weight there is 0.607.

    Returns
    -------
    Decay
        ``f(t) = exp(-t^2 / (2 sd_min^2))``.

    Raises
    ------
    InputError
        If the deviation is not a finite number above zero.

    Source
    ------
    Ingram (1971), The concept of accessibility: a search for an operational form.

    Examples
    --------
    >>> gaussian(20)([0, 20, 40]).round(4).tolist()
    [1.0, 0.6065, 0.1353]
    """
    parameters = _positive("gaussian", sd_min=sd_min)
    scale = -0.5 / parameters[0][1] ** 2
    return Decay("gaussian", parameters, lambda minutes: np.exp(scale * minutes * minutes))


def logistic(cutoff_min: float, sd_min: float) -> Decay:
    """Weigh by a logistic curve, adjusted so that the weight at 0 minutes is 1.

    Parameters
    ----------
    cutoff_min
        Minutes of the inflection, where the weight is about one half.
    sd_min
        Standard deviation, min: the nearer to 0, the more like a step.

    Returns
    -------
    Decay
        ``f(t) = g(0) / g(t)`` with ``g(t) = 1 + exp((t - cutoff_min) pi / (sd_min sqrt(3)))``.

    Raises
    ------
    InputError
        If a parameter is not a finite number above zero.

    Source
    ------
    Bauer and Groneberg (2016), Measuring spatial accessibility of health care providers;
    ``decay_logistic`` of the R package accessibility.

    Examples
    --------
    >>> logistic(30, 5)([0, 30, 45, 60]).round(6).tolist()
    [1.0, 0.500009, 0.004315, 1.9e-05]
    """
    parameters = _positive("logistic", cutoff_min=cutoff_min, sd_min=sd_min)
    cutoff, deviation = (value for _, value in parameters)
    slope = math.pi / (deviation * math.sqrt(3))

    def curve(minutes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        weight: npt.NDArray[np.float64] = (1 + np.exp(-cutoff * slope)) / (
            1 + np.exp((minutes - cutoff) * slope)
        )
        return weight

    return Decay("logistic", parameters, curve)


def log_logistic(a: float, b: float) -> Decay:
    """Weigh by a logistic curve of the logarithm of the time.

    Parameters
    ----------
    a, b
        Parameters; the weight is one half at ``exp(-a / b)`` minutes. ``b`` is above zero.

    Returns
    -------
    Decay
        ``f(t) = 1 / (1 + exp(a + b ln t))``, 1 at 0 minutes.

    Raises
    ------
    InputError
        If a parameter is not finite, or b is not above zero.

    Source
    ------
    Geurs and Ritsema van Eck (2001), Accessibility measures: review and applications, RIVM
    report 408505006.

    Examples
    --------
    >>> log_logistic(-6.899, 2.326)([0, 20, 60]).round(3).tolist()
    [1.0, 0.483, 0.068]
    """
    _positive("log_logistic", b=b)
    if not math.isfinite(a):
        raise InputError("out-of-range", f"decay.log_logistic: a={a!r}; give a finite number")
    level, slope = float(a), float(b)

    def curve(minutes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        weight: npt.NDArray[np.float64] = 1 / (1 + np.exp(level + slope * np.log(minutes)))
        return weight

    return Decay("log_logistic", (("a", level), ("b", slope)), curve)


def geurs_van_eck_2001() -> Decay:
    """Return the log-logistic decay of Dutch commuting of Geurs and Ritsema van Eck.

    Returns
    -------
    Decay
        ``log_logistic(-6.899, 2.326)``: one half at 19.4 minutes.

    Source
    ------
    Geurs and Ritsema van Eck (2001), Accessibility measures: review and applications, RIVM
    report 408505006: a = -6.899, b = 2.326.

    Examples
    --------
    >>> str(geurs_van_eck_2001())
    'log_logistic:a=-6.899,b=2.326'
    """
    return log_logistic(-6.899, 2.326)


def luo_qi_2009() -> Decay:
    """Return the three travel time zones of the enhanced two-step floating catchment area.

    Returns
    -------
    Decay
        1 up to 10 minutes, 0.68 up to 20, 0.22 up to 30, and nothing beyond.

    Source
    ------
    Luo and Qi (2009), An enhanced two-step floating catchment area (E2SFCA) method, their first
    set of weights (slow decay).

    Examples
    --------
    >>> luo_qi_2009()([5, 15, 30, 35]).tolist()
    [1.0, 0.68, 0.22, 0.0]
    """
    zones = stepped((10, 20, 30), (0.68, 0.22, 0), closed="right")
    return replace(zones, name="luo_qi_2009", parameters=())


def custom(curve: Curve, *, name: str = "custom") -> Decay:
    """Build a decay function from a function of your own.

    Parameters
    ----------
    curve
        An array of minutes to an array of weights; never asked for what is not reached.
    name
        What to call it in results.

    Returns
    -------
    Decay
        The same function, with weight 0 for what is not reached.

    Raises
    ------
    InputError
        If the weights, tried between 0 and 600 minutes, are not numbers of at least 0, rise, or
        have another shape than the minutes.

    Examples
    --------
    >>> import numpy as np
    >>> custom(lambda minutes: 1 / (1 + minutes))([0, 1, np.nan]).tolist()
    [1.0, 0.5, 0.0]
    """
    tried = np.asarray(curve(_PROBE_MIN.copy()), dtype=np.float64)
    if tried.shape != _PROBE_MIN.shape:
        raise InputError(
            "shape-wrong",
            f"decay {name}: gives an array of shape {tried.shape} for minutes of shape "
            f"{_PROBE_MIN.shape}; give a weight for each",
        )
    # Written so that NaN, which compares to nothing, is refused too.
    wrong = ~((tried >= 0) & (tried < math.inf))
    with np.errstate(invalid="ignore"):  # between two infinite weights
        wrong[1:] |= ~(np.diff(tried) <= 0)
    if wrong.any():
        raise InputError(
            "decay-rises",
            f"decay {name}: negative, infinite, not a number or rising at "
            f"{some(f'{minutes:g}' for minutes in _PROBE_MIN[wrong])} min; a decay never rises",
        )

    def whole(minutes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        reached = np.isfinite(minutes)
        return np.where(reached, curve(np.where(reached, minutes, 0.0)), 0.0)

    return Decay(name, (), whole)


def as_decay(decay: Decay | Curve) -> Decay:
    """Convert to a decay function: one as it is, a function of the user's own by ``custom``.

    Raises
    ------
    InputError
        If it is neither.
    """
    if isinstance(decay, Decay):
        return decay
    if callable(decay):
        return custom(decay, name=getattr(decay, "__name__", "custom").strip("<>"))
    raise InputError(
        "type-wrong",
        f"decay: expected a decay function such as decay.exponential(0.1), found {decay!r}",
    )


_FAMILIES: dict[str, tuple[Callable[..., Decay], tuple[str, ...]]] = {
    "step": (step, ("cutoff_min",)),
    "stepped": (stepped, ("steps_min", "weights")),
    "linear": (linear, ("cutoff_min",)),
    "negative_linear": (linear, ("cutoff_min",)),
    "exponential": (exponential, ("rate",)),
    "power": (power, ("exponent",)),
    "gaussian": (gaussian, ("sd_min",)),
    "logistic": (logistic, ("cutoff_min", "sd_min")),
    "log_logistic": (log_logistic, ("a", "b")),
    "geurs_van_eck_2001": (geurs_van_eck_2001, ()),
    "luo_qi_2009": (luo_qi_2009, ()),
}


def parse(text: str) -> Decay:
    """Read a decay function from text, as the command line takes it.

    Parameters
    ----------
    text
        ``NAME:parameter=value,...``; several values stand with a slash between them.

    Returns
    -------
    Decay
        The function.

    Raises
    ------
    InputError
        For a name or a parameter that is not known, and a value that is not a number.

    Examples
    --------
    >>> str(parse("exponential:rate=0.1"))
    'exponential:rate=0.1'
    >>> parse("stepped:steps_min=10/20,weights=0.5/0")([15]).tolist()
    [0.5]
    """
    name, _, rest = text.strip().partition(":")
    name = name.strip().replace("-", "_")
    if name not in _FAMILIES:
        raise InputError(
            "choice-unknown", f"decay {name!r} is not known; choose {', '.join(_FAMILIES)}"
        )
    family, wanted = _FAMILIES[name]
    given: dict[str, float | list[float]] = {}
    for part in filter(None, (piece.strip() for piece in rest.split(","))):
        key, equals, value = part.partition("=")
        key = key.strip()
        try:
            numbers = [float(number) for number in value.split("/")]
        except ValueError:
            raise InputError(
                "decay-unreadable", f"decay {text!r}: {part!r} is not parameter=number"
            ) from None
        if not equals or key not in wanted or key in given:
            raise InputError(
                "decay-unreadable",
                f"decay {text!r}: {name} takes {', '.join(wanted) or 'none'}, once",
            )
        several = name == "stepped"
        if len(numbers) > 1 and not several:
            raise InputError("decay-unreadable", f"decay {text!r}: {key} takes one number")
        given[key] = numbers if several else numbers[0]
    missing = [key for key in wanted if key not in given]
    if missing:
        raise InputError(
            "decay-unreadable",
            f"decay {text!r}: give {', '.join(missing)}, as {name}:{missing[0]}=1",
        )
    return family(**given)
