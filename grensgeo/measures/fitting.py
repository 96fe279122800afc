"""A decay function fitted to observed flows, such as commuters between municipalities."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.counts import hold_numbers
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.extras import need_package
from grensgeo.measures import caveats as notes
from grensgeo.measures import decay as families
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.impedance import Decay
    from grensgeo.measures.matrix import Matrix, TimesLike

Kind = Literal["exponential", "power", "gaussian", "logistic", "log_logistic"]

#: Balancing stops when no total is off by more than this part, which is far below what any
#: parameter of a decay function feels, or after so many rounds.
_TOLERANCE, _ROUNDS = 1e-10, 5_000

#: Width of the classes of travel time in which a fit is shown, min.
_CLASS_MIN = 5.0


@dataclass(frozen=True, eq=False)
class DecayFit:
    """A fitted decay function and how well it does.

    Attributes
    ----------
    decay
        The function, ready for ``gravity`` and the other measures.
    parameters
        Its parameters by name.
    pairs
        Pairs of places that were fitted.
    flow
        Trips in all on these pairs.
    explained
        Share of the deviance explained, beside a model without any decay: 0 none, 1 all.
    mean_observed_min, mean_fitted_min
        Mean travel time of a trip, min.
    classes
        DataFrame by class of travel time: ``from_min``, ``to_min``, and the share of trips
        ``observed`` and ``fitted``.
    """

    decay: Decay
    parameters: dict[str, float]
    pairs: int
    flow: float
    explained: float
    mean_observed_min: float
    mean_fitted_min: float
    classes: pd.DataFrame

    def plot(self, path: str | Path) -> None:
        """Draw the observed and the fitted trips by travel time, and the curve.

        Parameters
        ----------
        path
            File to write: .png, .svg or .pdf.

        Raises
        ------
        InputError
            If matplotlib is not installed.
        """
        need_package("matplotlib", "a plot")
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(7, 4), layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.subplots()
        middle = (self.classes["from_min"] + self.classes["to_min"]) / 2
        axes.bar(
            middle, self.classes["observed"], width=0.9 * _CLASS_MIN, color="#9aa5b1",
            label="observed",
        )  # fmt: skip
        axes.plot(middle, self.classes["fitted"], color="#b3261e", marker="o", label="fitted")
        axes.set_xlabel("travel time (min)")
        axes.set_ylabel("share of trips")
        curve = axes.twinx()
        minutes = np.linspace(0, float(self.classes["to_min"].max()), 200)
        curve.plot(minutes, self.decay(minutes), color="#1b4f8a", label=f"decay {self.decay}")
        curve.set_ylabel("weight")
        curve.set_ylim(0, 1.05)
        figure.legend(loc="outside upper center", ncols=3)
        figure.savefig(path)


def fit_decay(
    times: TimesLike | pd.DataFrame,
    flows: pd.DataFrame,
    *,
    kind: Kind = "log_logistic",
    intrazonal: bool = False,
) -> DecayFit:
    """Fit a decay function to observed flows.

    Trips depend on how many leave each origin and arrive at each destination, and on the decay.
    The first two are taken as observed (a doubly constrained gravity model), so that the curve
    does not mistake where jobs lie for how far people are willing to go.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    flows
        ``from_id``, ``to_id`` and ``count``, one row a pair. Give flows of the mode that the
        times are of, and times of the pairs that the flows are complete for: a pair with a time
        and without a row counts as no trips.
    kind
        Which family of ``grensgeo.measures.decay``.
    intrazonal
        True to fit trips within one place too. Their time is that from its centre to its centre
        and mostly says little.

    Returns
    -------
    DecayFit
        The function and its fit. There is no confidence interval: places are no random sample.

    Raises
    ------
    InputError
        For a family that is not known, flows that are negative, twice or not a number, ids of
        another kind than those of the times, and flows that do not say where the curve lies.

    Warns
    -----
    GrensgeoWarning
        Where flows lie outside the times, or on pairs without a time, and so are left out.

    Source
    ------
    Wilson (1967), A statistical theory of spatial distribution models; Flowerdew and Aitkin
    (1982), A method of fitting the gravity model based on the Poisson distribution. Balancing by
    Furness (1965), Time function iteration.

    Examples
    --------
    >>> import pandas as pd
    >>> pairs = [(f, t, 10.0 + 20 * abs(i - j))
    ...          for i, f in enumerate("abc") for j, t in enumerate("xyz")]
    >>> times = pd.DataFrame(pairs, columns=["from_id", "to_id", "travel_time_min"])
    >>> from grensgeo import decay
    >>> flows = times[["from_id", "to_id"]].assign(
    ...     count=1000 * decay.exponential(0.07)(times["travel_time_min"]))
    >>> round(fit_decay(times, flows, kind="exponential").parameters["rate"], 6)
    0.07
    """
    if kind not in _FAMILIES:
        raise InputError("choice-unknown", f"kind={kind!r}; choose {', '.join(_FAMILIES)}")
    matrix = dense.as_matrix(times)
    observed, told = _observed(matrix, flows)
    use = np.isfinite(matrix.minutes)
    if not intrazonal:
        use &= matrix.from_id[:, None] != matrix.to_id[None, :]
        observed = np.where(matrix.from_id[:, None] != matrix.to_id[None, :], observed, 0.0)
    told.append(_without_time(matrix, observed, use))
    observed = np.where(use, observed, 0.0)
    rows, columns = observed.sum(axis=1) > 0, observed.sum(axis=0) > 0
    minutes = np.where(use, matrix.minutes, np.nan)[np.ix_(rows, columns)].astype(np.float64)
    observed = observed[np.ix_(rows, columns)]
    pairs = int(np.isfinite(minutes).sum())
    if pairs < observed.shape[0] + observed.shape[1] + len(_FAMILIES[kind][1]):
        raise InputError(
            "flows-too-few",
            f"flows: {pairs} pairs between {observed.shape[0]} origins and {observed.shape[1]} "
            "destinations are too few to tell the decay from the totals; give more places",
        )
    notes.warn(told)
    decay = _best(minutes, observed, kind)
    return _report(decay, minutes, observed, pairs)


def _observed(
    matrix: Matrix, flows: pd.DataFrame
) -> tuple[npt.NDArray[np.float64], list[Fault | None]]:
    """Arrange the flows as the matrix is, and count how many lie outside."""
    import pandas as pd

    missing = [name for name in ("from_id", "to_id", "count") if name not in flows.columns]
    if missing:
        raise InputError(
            "column-missing", f"flows: no column {some(missing)}; give from_id, to_id, count"
        )
    twice = flows.duplicated(["from_id", "to_id"])
    hold_numbers(flows["count"], name="flows: count")
    counts = pd.to_numeric(flows["count"], errors="coerce").to_numpy(dtype=np.float64)
    pairs = flows["from_id"].astype(str) + " to " + flows["to_id"].astype(str)
    faults = Faults()
    if twice.any():
        faults.add("row-twice", f"duplicate pairs {some(pairs[twice])}; add them up first")
    wrong = ~((counts >= 0) & (counts < math.inf))
    if wrong.any():
        faults.add(
            "negative-or-infinite", f"count is negative or not a number for {some(pairs[wrong])}"
        )
    if faults:
        raise InputError.of(faults, where="flows")
    row = pd.Index(matrix.from_id).get_indexer(pd.Index(flows["from_id"]))
    column = pd.Index(matrix.to_id).get_indexer(pd.Index(flows["to_id"]))
    inside = (row >= 0) & (column >= 0)
    if not counts[inside].sum() > 0:
        raise InputError(
            "nothing-in-common",
            f"flows: none lies between the places of the times; flows are of "
            f"{some(flows['from_id'].unique())}, times of {some(matrix.from_id)}",
        )
    result = np.zeros(matrix.minutes.shape)
    result[row[inside], column[inside]] = counts[inside]
    told: list[Fault | None] = []
    if counts[~inside].sum() > 0:
        told.append(
            Fault(
                "flows-left-out",
                f"flows: {counts[~inside].sum():.0f} of {counts.sum():.0f} trips begin or end "
                "outside the places of the times and are left out",
            )
        )
    return result, told


def _without_time(
    matrix: Matrix, observed: npt.NDArray[np.float64], use: npt.NDArray[np.bool_]
) -> Fault | None:
    """Report which flows have no travel time."""
    lost = (observed > 0) & ~use
    if not lost.any():
        return None
    pairs = [f"{matrix.from_id[i]} to {matrix.to_id[j]}" for i, j in np.argwhere(lost)]
    return Fault(
        "flows-left-out",
        f"flows: {observed[lost].sum():.0f} of {observed.sum():.0f} trips run between places "
        f"without a travel time ({some(pairs)}) and are left out",
    )


def _log_logistic(median_min: float, slope: float) -> Decay:
    """Return a log-logistic curve by its median, which is easier to search for than a."""
    return families.log_logistic(-slope * math.log(median_min), slope)


#: Of each family: how it is made of positive numbers, and where the search starts, given the mean
#: travel time of a trip.
_FAMILIES: dict[str, tuple[Callable[..., Decay], tuple[Callable[[float], float], ...]]] = {
    "exponential": (families.exponential, (lambda mean: 1 / mean,)),
    "power": (families.power, (lambda mean: 2.0,)),  # noqa: ARG005  needs no mean
    "gaussian": (families.gaussian, (lambda mean: mean,)),
    "logistic": (families.logistic, (lambda mean: mean, lambda mean: mean / 2)),
    "log_logistic": (_log_logistic, (lambda mean: mean, lambda mean: 3.0)),  # noqa: ARG005  dito
}


def _best(
    minutes: npt.NDArray[np.float64], observed: npt.NDArray[np.float64], kind: Kind
) -> Decay:
    """Search the parameters of the greatest likelihood, on a logarithmic scale."""
    from scipy.optimize import minimize

    make, starts = _FAMILIES[kind]
    mean = float(np.nansum(minutes * observed) / observed.sum())
    start = np.log([begin(mean) for begin in starts])

    def loss(logarithms: npt.NDArray[np.float64]) -> float:
        # Beyond these bounds every curve is a step or flat, and exp would overflow.
        if np.abs(logarithms - start).max() > 8:
            return math.inf
        expected = _balanced(make(*np.exp(logarithms))(minutes), observed)
        return _deviance(observed, expected)

    found = minimize(
        loss, start, method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 2_000, "maxfev": 4_000},
    )  # fmt: skip
    if not math.isfinite(found.fun) or np.abs(found.x - start).max() > 7:
        raise InputError(
            "fit-at-edge",
            f"flows: the best {kind} decay lies at the edge of its family (flat, a step, "
            "or a curve of another kind); choose another kind, and check that the flows fall with "
            "travel time",
        )
    return make(*np.exp(found.x))


def _balanced(
    weights: npt.NDArray[np.float64], observed: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Scale rows and columns of the weights to the observed totals; NaN if they cannot be."""
    leaving, arriving = observed.sum(axis=1), observed.sum(axis=0)
    right = np.ones(len(arriving))
    for _ in range(_ROUNDS):
        reach = weights @ right
        if not (reach > 0).all():
            return np.full(weights.shape, np.nan)
        left = leaving / reach
        inflow = left @ weights
        if not (inflow > 0).all():
            return np.full(weights.shape, np.nan)
        before, right = right, arriving / inflow
        if np.abs(right / before - 1).max() < _TOLERANCE:
            break
    result: npt.NDArray[np.float64] = left[:, None] * weights * right[None, :]
    return result


def _deviance(observed: npt.NDArray[np.float64], expected: npt.NDArray[np.float64]) -> float:
    """Return the Poisson deviance; infinite where something is observed that cannot be."""
    some_flow = observed > 0
    if not (expected[some_flow] > 0).all():
        return math.inf
    logs = np.log(observed[some_flow] / expected[some_flow])
    return float(2 * (observed[some_flow] @ logs - observed.sum() + expected.sum()))


def _report(
    decay: Decay,
    minutes: npt.NDArray[np.float64],
    observed: npt.NDArray[np.float64],
    pairs: int,
) -> DecayFit:
    """Compare the fitted trips with the observed ones."""
    import pandas as pd

    expected = _balanced(decay(minutes), observed)
    flat = _balanced(np.isfinite(minutes).astype(np.float64), observed)
    whole = float(observed.sum())
    times = np.nan_to_num(minutes)
    edges = np.arange(0.0, float(times.max()) + _CLASS_MIN, _CLASS_MIN)
    shares: Sequence[npt.NDArray[np.float64]] = [
        np.histogram(times, bins=edges, weights=trips)[0] / whole for trips in (observed, expected)
    ]
    return DecayFit(
        decay=decay,
        parameters={name: value for name, value in decay.parameters if isinstance(value, float)},
        pairs=pairs,
        flow=whole,
        explained=1 - _deviance(observed, expected) / _deviance(observed, flat),
        mean_observed_min=float((times * observed).sum() / whole),
        mean_fitted_min=float((times * expected).sum() / expected.sum()),
        classes=pd.DataFrame(
            {
                "from_min": edges[:-1],
                "to_min": edges[1:],
                "observed": shares[0],
                "fitted": shares[1],
            }
        ),
    )
