"""Share totals out by weights, so that the parts add up to them exactly."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from grensgeo.errors import InputError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats


def apportion(weights: npt.ArrayLike, total: int) -> npt.NDArray[np.int64]:
    """Share a whole number out in proportion to weights, to the last unit.

    Source: the method of the largest remainder (Hamilton, Hare-Niemeyer). Equal remainders go to
    the earlier place.

    Parameters
    ----------
    weights
        Weights, not negative, not all zero unless ``total`` is zero.
    total
        What is shared out.

    Returns
    -------
    ndarray of int64
        One share per weight; they add up to ``total``, and each lies within one of its exact
        share.

    Raises
    ------
    InputError
        If a weight is negative or not a number, the total is negative, or there is nothing to
        share by.

    Examples
    --------
    >>> apportion([1, 1, 2], 10).tolist()
    [3, 2, 5]
    """
    import numpy as np

    exact = _exact_shares(weights, total)
    whole: npt.NDArray[np.int64] = np.floor(exact).astype(np.int64)
    order = np.lexsort((np.arange(len(exact)), -np.round(exact - whole, 9)))
    left = int(total) - int(whole.sum())
    if left < 0:  # rounding made an exact share jump to the next whole number
        whole[order[left:]] -= 1
    else:
        whole[order[:left]] += 1
    return whole


def share_out(weights: npt.ArrayLike, total: float) -> Floats:
    """Share a number out in proportion to weights.

    Parameters
    ----------
    weights
        Weights, not negative, not all zero unless ``total`` is zero.
    total
        What is shared out.

    Returns
    -------
    ndarray of float64
        One share per weight. Added up without rounding (``math.fsum``) they are ``total`` to its
        last digit: what division rounds off is put to the largest shares.

    Raises
    ------
    InputError
        As :func:`apportion`.

    Examples
    --------
    >>> share_out([1, 1, 2], 10.0).tolist()
    [2.5, 2.5, 5.0]
    """
    import numpy as np

    shares = _exact_shares(weights, total)
    # what a large share is too coarse to take, a smaller one does
    for place in np.argsort(-np.asarray(weights, dtype=np.float64), kind="stable"):
        if math.fsum(shares) == total:
            break
        shares[place] = max(shares[place] + math.fsum([total, *(-shares)]), 0.0)
    return shares


def _exact_shares(weights: npt.ArrayLike, total: float) -> Floats:
    """Compute ``total * weight / sum of weights``."""
    import numpy as np

    shares = np.array(weights, dtype=np.float64)
    if not (np.isfinite(shares) & (shares >= 0)).all() or not 0 <= total < math.inf:
        raise InputError(
            "negative-or-infinite", "weights and total must be numbers that are not negative"
        )
    if total == 0:
        return np.zeros(len(shares))
    if not shares.sum() > 0:
        raise InputError("all-weights-zero", f"{total} cannot be shared out: all weights are zero")
    # first by the largest weight, so that a sum of tiny weights does not lose its digits
    shares = shares / shares.max()
    result: Floats = shares / shares.sum() * total
    return result


def spread_totals(
    totals: pd.Series, regions: pd.Series, weights: Floats, *, whole: bool = False
) -> Floats:
    """Share the total of each region out over its cells.

    Parameters
    ----------
    totals
        Total by region; NaN where it is not known.
    regions
        Region of each cell, in the order of ``weights``.
    weights
        Weight of each cell.
    whole
        Give whole numbers, by the method of the largest remainder.

    Returns
    -------
    ndarray of float64
        One share per cell; NaN in regions whose total is missing.

    Raises
    ------
    InputError
        As :func:`apportion`.
    """
    import numpy as np
    import pandas as pd

    result = np.full(len(weights), np.nan)
    known = totals.dropna().to_dict()
    groups = pd.Series(np.arange(len(weights))).groupby(regions.to_numpy()).indices
    for region, rows in groups.items():
        if region in known:
            total = known[region]
            share = apportion(weights[rows], int(total)) if whole else None
            result[rows] = share_out(weights[rows], float(total)) if share is None else share
    return result
