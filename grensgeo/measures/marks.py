"""What a figure of reach must say beside itself: how much needs no ride, and whether data end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix

#: Shares of sums that differ by no more than rounding from the whole are the whole.
WHOLE = 1 - 1e-9


def share_without_ride(
    matrix: Matrix, without: npt.NDArray[np.float64], within: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return the share of the opportunities within each cutoff that needs no train or bus.

    Parameters
    ----------
    matrix
        The travel times of a trip by timetable.
    without, within
        float64 (n_cutoffs, n_from, n_columns): known opportunities within each cutoff on a way
        without any ride, and however one gets there.

    Returns
    -------
    array
        The same shape, 0 to 1: NaN where nothing known is reached, and where the origin was not
        snapped.
    """
    share = dense.share(without, within)
    share[share >= WHOLE] = 1.0
    share[:, ~matrix.from_known] = np.nan
    return share


def edge_flags(matrix: Matrix, edge: pd.Series) -> npt.NDArray[np.float64]:
    """Arrange in the order of the destinations where the data end.

    Parameters
    ----------
    matrix
        The travel times.
    edge
        True by ``to_id`` where the data end at a destination.

    Returns
    -------
    array
        float64 (n_to, 1): 1 where they end.

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
    return edge.reindex(matrix.to_id).to_numpy(dtype=np.float64)[:, None]


def touches_edge(
    matrix: Matrix, cutoffs: tuple[float, ...], within: npt.NDArray[np.float64] | None
) -> npt.NDArray[np.object_]:
    """Return whether what is reached from each origin touches the edge of the data.

    Parameters
    ----------
    matrix
        The travel times.
    cutoffs
        Minutes, included: a network that was cut is reached to its end within them, or is not.
    within
        float64 (n_cutoffs, n_from): how many of :func:`edge_flags` lie within each cutoff; None
        if none were given.

    Returns
    -------
    array
        True or False (n_cutoffs, n_from); None where the origin was not snapped.
    """
    touched = np.zeros((len(cutoffs), len(matrix.from_id)), dtype=bool)
    if within is not None:
        touched |= within > 0
    if matrix.edge_min is not None:
        touched |= matrix.edge_min <= np.array(cutoffs, dtype=np.float32)[:, None]
    found = touched.astype(object)
    found[:, ~matrix.from_known] = None
    return found
