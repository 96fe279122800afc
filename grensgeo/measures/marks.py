"""What a figure of reach must say beside itself: how much needs no ride, and whether data end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix

#: Shares of sums that differ by no more than rounding from the whole are the whole.
WHOLE = 1 - 1e-9


def share_without_ride(
    matrix: Matrix,
    rides: npt.NDArray[np.uint8],
    counts: npt.NDArray[np.float64],
    *,
    cutoffs: Sequence[float],
) -> npt.NDArray[np.float64]:
    """Return the share of the opportunities within each cutoff that needs no train or bus.

    Parameters
    ----------
    matrix
        The travel times of a trip by timetable.
    rides
        uint8 (n_from, n_to): vehicles ridden in; 0 on the way without any.
    counts
        float64 (n_to, n_columns), NaN where not known; unknown ones are left out of the share.
    cutoffs
        Minutes.

    Returns
    -------
    array
        float64 (n_cutoffs, n_from, n_columns), 0 to 1: NaN where nothing known is reached, and
        where the origin was not snapped.
    """
    known = np.nan_to_num(counts, nan=0.0)
    on_foot = replace(matrix, minutes=np.where(rides > 0, np.float32(np.nan), matrix.minutes))
    without = dense.sums_within(on_foot, known, cutoffs)
    share = dense.share(without, dense.sums_within(matrix, known, cutoffs))
    share[share >= WHOLE] = 1.0
    share[:, ~matrix.from_known] = np.nan
    return share


def touches_edge(
    matrix: Matrix, edge: pd.Series, *, cutoffs: Sequence[float]
) -> npt.NDArray[np.object_]:
    """Return whether what is reached from each origin touches the edge of the data.

    Parameters
    ----------
    matrix
        The travel times.
    edge
        True by ``to_id`` where the data end at a destination.
    cutoffs
        Minutes.

    Returns
    -------
    array
        True or False (n_cutoffs, n_from); None where the origin was not snapped.

    Raises
    ------
    InputError
        If a destination is not among them, or is there twice.
    """
    import pandas as pd

    if not edge.index.is_unique:
        raise InputError(
            "id-twice", f"edge: duplicate ids {some(edge.index[edge.index.duplicated()])}"
        )
    absent = matrix.to_id[edge.index.get_indexer(pd.Index(matrix.to_id)) < 0]
    if len(absent):
        raise InputError(
            "row-missing", f"edge: no row for the destinations {some(absent)}; write true or false"
        )
    flags = edge.reindex(matrix.to_id).to_numpy(dtype=np.float64)[:, None]
    found = (dense.sums_within(matrix, flags, cutoffs)[:, :, 0] > 0).astype(object)
    found[:, ~matrix.from_known] = None
    return found
