"""What becomes of a day: possible, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from grensgeo.arrays import Codes, Floats

#: Why a day is lost, the nearer to being possible the later.
REASONS = (
    "no_service", "first_too_late", "too_long", "no_way_home", "last_too_early", "home_too_long",
)  # fmt: skip
POSSIBLE, UNKNOWN_DAY = len(REASONS), len(REASONS) + 1
#: What becomes of a day, by its code.
OUTCOMES = (*REASONS, "possible", "unknown")

_CODE = {name: np.uint8(code) for code, name in enumerate(REASONS)}


def judge(
    there_min: Floats,
    home_min: Floats,
    *,
    first_s: Floats | None,
    last_s: Floats | None,
    hours_s: tuple[int, int],
) -> Codes:
    """Return what becomes of a day for pairs of a home and a place.

    Parameters
    ----------
    there_min, home_min
        (n_homes, n_places): minutes, NaN where not reached within the longest trip.
    first_s, last_s
        Alike: seconds after midnight of the first arrival and the last way home by train or bus,
        NaN for none; None for trips along streets alone, which are possible all day or not.
    hours_s
        Start and end, seconds after midnight of the day of the start.

    Returns
    -------
    ndarray
        uint8, of the same shape: places in :data:`OUTCOMES`.
    """
    start_s, end_s = hours_s
    found = np.full(there_min.shape, POSSIBLE, dtype=np.uint8)
    late = np.isnan(home_min)
    found[late] = _CODE["home_too_long"]
    if last_s is not None:
        found[late & (last_s < end_s)] = _CODE["last_too_early"]
        found[late & np.isnan(last_s)] = _CODE["no_way_home"]
    far = np.isnan(there_min)
    found[far] = _CODE["too_long"]
    if first_s is not None:
        found[far & (first_s > start_s)] = _CODE["first_too_late"]
        found[far & np.isnan(first_s)] = _CODE["no_service"]
    return found


def furthest(outcomes: Sequence[Codes]) -> Codes:
    """Return what becomes of days where any of several trips may be made.

    Parameters
    ----------
    outcomes
        Of each trip, arrays of one shape.

    Returns
    -------
    ndarray
        Possible where one of them is; unknown where none is and one is not known; else the
        reason of the one that comes furthest.
    """
    stacked = np.stack(outcomes)
    found: Codes = np.where(stacked == UNKNOWN_DAY, 0, stacked).max(axis=0).astype(np.uint8)
    found[(stacked == UNKNOWN_DAY).any(axis=0) & (found != POSSIBLE)] = UNKNOWN_DAY
    return found


def weighted_median(values: Floats, weights: npt.NDArray[np.int64]) -> Floats:
    """Return the lower median of values that stand for several days each.

    Parameters
    ----------
    values
        (n_kinds, ...), NaN for none.
    weights
        int64 (n_kinds,): days.

    Returns
    -------
    ndarray
        float64 (...), NaN where there is no value.

    Examples
    --------
    >>> weighted_median(np.array([[3.0], [1.0], [np.nan]]), np.array([5, 2, 9]))
    array([3.])
    """
    order = np.argsort(values, axis=0, kind="stable")  # NaN come last
    shape = (-1,) + (1,) * (values.ndim - 1)
    counts = np.where(np.isnan(values), 0, np.reshape(weights, shape))
    running = np.cumsum(np.take_along_axis(counts, order, axis=0), axis=0)
    total = running[-1]
    at = np.argmax(2 * running >= total, axis=0)[None]
    chosen = np.take_along_axis(order, at, axis=0)
    found: Floats = np.take_along_axis(values, chosen, axis=0)[0].astype(np.float64)
    found[total == 0] = np.nan
    return found
