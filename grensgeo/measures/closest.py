"""Travel time to what is nearest: to the k-th place, or to a number of opportunities."""

from __future__ import annotations

import math
from numbers import Real
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix, TimesLike

#: Classes of minutes by which counts are first added up.
_CLASSES = 512
#: Origins that are looked at together: few enough to stay in the processor's cache.
_ROWS = 16
#: Share by which a sum may fall short because its parts were added up in another order.
_TRIFLE = 1e-12

_UPPER = "the result of {touched} {rows} that have them nearer by is an upper bound or null"


def nearest(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    k: int = 1,
    active: bool = True,
) -> pd.Series:
    """Return the travel time to the k-th nearest place that has opportunities.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``: a destination counts as one place if it has any. NaN where the
        number is not known.
    k
        Which one, 1 the nearest.
    active
        False for passive accessibility: opportunities by ``from_id``, result by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, minutes. NaN where fewer than k places are reached, or the origin
        was not snapped.

    Raises
    ------
    InputError
        For a k that is not a whole number above zero, ids that do not match or appear twice, and
        times or counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where places with unknown figures lie nearer, which makes the result an upper bound, where
        fewer than k places are reached, and where places were not snapped.

    Source
    ------
    Ingram (1971), The concept of accessibility; with k = 1 ``cost_to_closest(n = 1)`` of the R
    package accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a"] * 3, "to_id": ["b", "c", "d"], "travel_time_min": [5.0, 9.0, 7.0]}
    ... )
    >>> schools = pd.Series({"b": 1, "c": 2, "d": 0})
    >>> nearest(times, schools, k=2).to_dict()
    {'a': 9.0}
    """
    number = not isinstance(k, bool) and isinstance(k, Real)
    if not number or not 1 <= k < math.inf or k != int(k):
        raise InputError("out-of-range", f"k={k!r}; give a whole number of at least 1")
    k = int(k)
    matrix, counts, name = notes.prepared(times, opportunities, active=active)
    held = np.flatnonzero(np.nan_to_num(counts) > 0)
    result = np.full(len(matrix.from_id), np.nan)
    if len(held) >= k:
        for rows, minutes in dense.blocks(matrix, dense.finite_or_infinite):
            found = np.partition(minutes[:, held], k - 1, axis=1)[:, k - 1]
            result[rows] = np.where(np.isfinite(found), found, np.nan)
    return _finish(matrix, counts, result, name=name, wanted=f"{k} places with {name}")


def dual(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    n: float,
    active: bool = True,
) -> pd.Series:
    """Return the travel time within which a number of opportunities is reached.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``; NaN where the number is not known.
    n
        How many opportunities.
    active
        False for passive accessibility: opportunities by ``from_id``, result by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, minutes: the smallest cutoff within which ``cumulative`` is at
        least n. NaN where n are not reached, or the origin was not snapped.

    Raises
    ------
    InputError
        For an n that is not above zero, ids that do not match or appear twice, and times or
        counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures lie nearer, which makes the result an upper bound, where fewer than
        n are reached, and where places were not snapped.

    Source
    ------
    Cui and Levinson (2020), Primal and dual access; ``cost_to_closest(n)`` of the R package
    accessibility.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "a"], "to_id": ["b", "c"], "travel_time_min": [15.0, 45.0]}
    ... )
    >>> dual(times, pd.Series({"b": 100, "c": 50}), n=120).to_dict()
    {'a': 45.0}
    """
    if not 0 < float(n) < math.inf:
        raise InputError("out-of-range", f"n={n!r}; give a number of opportunities above zero")
    matrix, counts, name = notes.prepared(times, opportunities, active=active)
    result = _time_to(matrix, counts, float(n))
    return _finish(matrix, counts, result, name=name, wanted=f"{n:g} {name}")


def _time_to(
    matrix: Matrix, counts: npt.NDArray[np.float64], wanted: float
) -> npt.NDArray[np.float64]:
    """Return the time at which the known counts, from near to far, add up to what is wanted.

    Counts are first added up by classes of minutes; only the class in which the sum is reached
    is put in order, which is many times quicker than to order every row.
    """
    held = np.nan_to_num(counts) > 0
    result = np.full(len(matrix.from_id), np.nan)
    for start in range(0, len(result), _ROWS):
        part = np.ascontiguousarray(matrix.minutes[start : start + _ROWS])
        pair = np.flatnonzero(~np.isnan(part) & held)
        if pair.size == 0:
            continue
        row, column = np.divmod(pair.astype(np.uint32), np.uint32(len(held)))
        found = _times_of_rows(row, part.ravel()[pair], counts[column], wanted)
        result[start : start + len(part)] = found[: len(part)]
    return result


def _times_of_rows(
    row: npt.NDArray[np.uint32],
    minutes: npt.NDArray[np.float32],
    values: npt.NDArray[np.float64],
    wanted: float,
) -> npt.NDArray[np.float64]:
    """Return the time of each row at which its values make up what is wanted: (_ROWS,)."""
    longest = minutes.max()
    scale = np.float32((_CLASSES - 1) / longest if longest > 0 else 0.0)
    classes = (minutes * scale).astype(np.int64)
    flat = row * np.int64(_CLASSES) + classes
    sums = np.bincount(flat, weights=values, minlength=_ROWS * _CLASSES)
    sums = np.cumsum(sums.reshape(_ROWS, _CLASSES), axis=1)
    place, each = np.argmax(sums >= wanted, axis=1), np.arange(_ROWS)
    enough = sums[each, place] >= wanted
    lacking = wanted - np.where(place > 0, sums[each, place - 1], 0.0)
    here = np.flatnonzero(classes == np.where(enough, place, -1)[row])
    here = here[np.lexsort((minutes[here], row[here]))]
    result = np.full(_ROWS, np.nan)
    rows = np.flatnonzero(enough)
    if rows.size:
        so_far = np.cumsum(values[here])
        first = np.searchsorted(row[here], rows)
        last = np.searchsorted(row[here], rows, side="right") - 1
        target = so_far[first] - values[here[first]] + lacking[rows]
        # rounding may leave a trifle lacking at the end of the class in which the sum is reached
        at = np.clip(np.searchsorted(so_far, target * (1 - _TRIFLE)), first, last)
        result[rows] = minutes[here[at]]
    return result


def _finish(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    result: npt.NDArray[np.float64],
    *,
    name: str,
    wanted: str,
) -> pd.Series:
    """Return the Series, blank where not known, and note what is a bound."""
    missing = np.isnan(counts)
    limit = np.where(np.isnan(result), np.inf, result).astype(np.float32)[:, None]
    nearer = (matrix.minutes[:, missing] < limit).sum(axis=1).astype(np.float64)
    result = np.where(matrix.from_known, result, np.nan)
    nearer[~matrix.from_known] = np.nan
    notes.warn(
        [
            dense.unsnapped_warning(matrix, counts, name=name),
            notes.unknown_rows(matrix),
            notes.lower_bounds(nearer, missing, matrix, name=name, told=_UPPER),
            notes.unreached_rows(
                matrix, matrix.from_known & np.isnan(result) & ~(nearer > 0), what=f"not {wanted}"
            ),
        ],
        stacklevel=4,
    )
    return notes.series(matrix, result, name="travel_time_min")
