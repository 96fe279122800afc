"""Counting what lies within a cutoff, or within an interval of cutoffs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.errors import Fault, InputError
from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix, TimesLike


def cumulative(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    cutoff_min: float,
    active: bool = True,
) -> pd.Series:
    """Count the opportunities within a travel time of each origin.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``. Every destination needs a row: 0 where there are none, NaN where
        the number is not known.
    cutoff_min
        Minutes, included: a time of exactly the cutoff lies within it.
    active
        False for passive accessibility, seen from the destinations: how many there are, by
        ``from_id``, that can come; the result stands by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, named after the opportunities. NaN where the origin was not
        snapped, or where figures lie within the cutoff of which none is known.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, and for times or counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make a result a lower bound, or destinations were not snapped.

    Source
    ------
    Hansen (1959), How accessibility shapes land use, with a rectangular impedance: the cumulative
    opportunities measure of Wickstrom (1971) and Wachs and Kumagai (1973).

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "a"], "to_id": ["b", "c"], "travel_time_min": [15.0, 45.0]}
    ... )
    >>> cumulative(times, pd.Series({"b": 100, "c": 50}), cutoff_min=45).to_dict()
    {'a': 150.0}
    """
    matrix, counts, name = notes.prepared(times, opportunities, active=active)
    cutoffs = dense.check_cutoffs([cutoff_min])
    total, unknown = _within(matrix, counts, cutoffs)
    notes.warn(_told(matrix, counts, unknown[0], name=name))
    return notes.series(matrix, total[0], name=name)


def cumulative_interval(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    interval_min: tuple[float, float],
    increment_min: float = 1.0,
    summary: Literal["median", "mean"] = "median",
    active: bool = True,
) -> pd.Series:
    """Count the opportunities within each cutoff of an interval, and give their middle.

    A single cutoff is an arbitrary choice, and a place just beyond it makes the result jump; over
    an interval of cutoffs that matters less.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``; NaN where the number is not known.
    interval_min
        First and last cutoff, minutes, both included.
    increment_min
        Minutes from one cutoff to the next.
    summary
        ``"median"`` or ``"mean"`` of the counts.
    active
        False for passive accessibility: opportunities by ``from_id``, result by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``. NaN where the count at one of the cutoffs is not known.

    Raises
    ------
    InputError
        For an interval without a length, an increment that is not above zero, a summary of
        another name, and as ``cumulative`` does.

    Warns
    -----
    GrensgeoWarning
        As ``cumulative`` does.

    Source
    ------
    Tomasiello, Herszenhut, Oliveira, Braga and Pereira (2023), A time interval metric for
    cumulative opportunity accessibility; ``cumulative_interval`` of the R package accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "a"], "to_id": ["b", "c"], "travel_time_min": [30.0, 32.0]}
    ... )
    >>> jobs = pd.Series({"b": 100, "c": 50})
    >>> cumulative_interval(times, jobs, interval_min=(30, 34), summary="mean").to_dict()
    {'a': 130.0}
    """
    first, last = (float(value) for value in interval_min)
    step = float(increment_min)
    if not 0 <= first < last < math.inf or not 0 < step < math.inf:
        raise InputError(
            "cutoffs-wrong",
            f"interval_min={interval_min!r}, increment_min={increment_min!r}; give the first and "
            "a later last cutoff and a step above zero, as (30, 45) and 1",
        )
    if summary not in ("median", "mean"):
        raise InputError("choice-unknown", f"summary={summary!r}; choose median or mean")
    matrix, counts, name = notes.prepared(times, opportunities, active=active)
    # The last cutoff belongs to the interval, also where rounding puts it a trifle beyond.
    number = math.floor((last - first) / step + 1e-9) + 1
    cutoffs = dense.check_cutoffs([min(first + i * step, last) for i in range(number)])
    total, unknown = _within(matrix, counts, cutoffs)
    notes.warn(_told(matrix, counts, unknown[-1], name=name))
    middle = np.median(total, axis=0) if summary == "median" else np.mean(total, axis=0)
    return notes.series(matrix, middle, name=name)


def count_within(
    matrix: Matrix, counts: npt.NDArray[np.float64], cutoff_min: float
) -> npt.NDArray[np.float64]:
    """Count what :func:`cumulative` does of times that are read already, without a warning.

    Parameters
    ----------
    matrix
        The travel times.
    counts
        float64 (n_to,), NaN where not known.
    cutoff_min
        Minutes, included.

    Returns
    -------
    ndarray
        float64 (n_from,).
    """
    total: npt.NDArray[np.float64] = _within(matrix, counts, [cutoff_min])[0][0]
    return total


def _within(
    matrix: Matrix, counts: npt.NDArray[np.float64], cutoffs: Sequence[float]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return what lies within each cutoff and how many figures of it are not known, by row."""
    members = np.ones((len(counts), 1), dtype=bool)
    total, unknown, *_ = dense.reached(matrix, counts[:, None], members, cutoffs=cutoffs)
    return total[:, :, 0], unknown[:, :, 0]


def _told(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    unknown: npt.NDArray[np.float64],
    *,
    name: str,
) -> list[Fault | None]:
    """Report which results are missing and which are lower bounds."""
    return [
        dense.unsnapped_warning(matrix, counts, name=name),
        notes.unknown_rows(matrix),
        notes.lower_bounds(unknown, np.isnan(counts), matrix, name=name),
    ]
