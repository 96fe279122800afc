"""The innermost part of IKOB: from experienced times to the mean weight of a class of income."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    from grensgeo.arrays import Floats, Longs


@kernel(nogil=True)
def mix_rows(  # noqa: PLR0917 - a kernel takes no keywords
    grown: Floats, decays: Floats, ways: Longs, shares: Floats, least: float, mixed: Floats
) -> None:
    """Add up the weights of some origins over groups, each by its best way.

    Parameters
    ----------
    grown
        (n_times, rows, n): ``exp(alpha t)`` of each means and steepness; NaN where there is
        no way.
    decays
        (n_weights, 4): which of ``grown``, ``exp(-alpha omega)``, scaling, and ``exp(alpha t)``
        of the longest way that weighs anything.
    ways
        (n_mixes, 4): to which of ``mixed`` it is added, and up to three weights of which the
        greatest counts; -1 where there are fewer.
    shares
        (n_mixes, rows): part of the people of each origin whose ways these are.
    least
        Weights below it count as 0.
    mixed
        (n_sets, rows, n), 0 before: filled here.
    """
    n_rows, n = grown.shape[1], grown.shape[2]
    weights = np.empty((len(decays), n))
    best = np.empty(n)
    for row in range(n_rows):
        for k in range(len(decays)):
            times = grown[int(decays[k, 0]), row]
            held, scaling, longest = decays[k, 1], decays[k, 2], decays[k, 3]
            for j in range(n):
                # a way that is not there compares false
                weight = scaling / (1.0 + times[j] * held) if times[j] < longest else 0.0
                weights[k, j] = weight if weight >= least else 0.0
        for k in range(len(ways)):
            share = shares[k, row]
            if share == 0.0:
                continue
            total, one = mixed[ways[k, 0], row], weights[ways[k, 1]]
            if ways[k, 2] < 0:
                for j in range(n):
                    total[j] += share * one[j]
                continue
            other = weights[ways[k, 2]]
            for j in range(n):
                best[j] = max(one[j], other[j])
            if ways[k, 3] >= 0:
                third = weights[ways[k, 3]]
                for j in range(n):
                    best[j] = max(best[j], third[j])
            for j in range(n):
                total[j] += share * best[j]
