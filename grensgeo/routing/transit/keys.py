"""Times with numbers of rides in one number, and percentiles of them for many destinations.

The time stands first, so that the least of the numbers is the earliest and of those the one with
the fewest rides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    from grensgeo.arrays import Codes, Indices, Longs, Singles


RIDE_BITS = 4
#: Most rides that fit.
MOST_RIDES = (1 << RIDE_BITS) - 1
#: Not reached; within the kernels only.
UNREACHED = np.int32(1 << 30)


def sorting_network(n: int) -> tuple[Indices, Indices]:
    """Return the pairs that, put in order one after the other, sort ``n`` values.

    No pair depends on a value, so that the values of many destinations are sorted side by side.

    Parameters
    ----------
    n
        Number of values.

    Returns
    -------
    first, second : ndarray
        int32 (n_pairs,): places whose values are put in order.

    Source
    ------
    K. E. Batcher (1968), Sorting networks and their applications, AFIPS Spring Joint Computer
    Conference 32, 307-314; for any number as in D. E. Knuth (1998), The Art of Computer
    Programming 3, algorithm 5.2.2M.

    Examples
    --------
    >>> sorting_network(3)
    (array([0, 0, 1], dtype=int32), array([2, 1, 2], dtype=int32))
    """
    pairs: list[tuple[int, int]] = []
    top = 1 << max((n - 1).bit_length() - 1, 0)
    span = top
    while span and n > 1:
        step, rest, apart = top, 0, span
        while True:
            pairs += [(i, i + apart) for i in range(n - apart) if i & span == rest]
            if step == span:
                break
            apart, step, rest = step - span, step >> 1, span
        span >>= 1
    first, second = np.array(pairs, dtype=np.int32).reshape(-1, 2).T.copy()
    return first, second


@kernel
def sort_columns(keys: Indices, first: Indices, second: Indices) -> None:
    """Sort every column.

    Parameters
    ----------
    keys
        int32 (n, n_columns); sorted in place.
    first, second
        From :func:`sorting_network`, for ``n``.
    """
    for pair in range(len(first)):
        low, high = keys[first[pair]], keys[second[pair]]
        for column in range(keys.shape[1]):
            one, other = low[column], high[column]
            low[column] = min(one, other)
            high[column] = max(one, other)


@kernel
def since(at: Indices, moment: int, limit: int, keys: Indices) -> None:
    """Turn times of arrival into times from a departure on.

    Parameters
    ----------
    at
        int32: keys of the time of arrival.
    moment
        Departure, whole seconds.
    limit
        Whole seconds; what takes longer is not reached.
    keys
        int32, of the same length: filled.
    """
    # In 32 bits, so that many are done in one instruction
    start = np.int32(moment << RIDE_BITS)
    most = np.int32((limit << RIDE_BITS) + MOST_RIDES)
    for place in range(len(at)):
        key = np.int32(at[place] - start)
        keys[place] = key if key <= most else UNREACHED


@kernel
def without_rides(direct: Indices, row: int, seconds: Singles, rides: Codes) -> None:
    """Fill the percentiles of one origin with the way without any ride.

    Parameters
    ----------
    direct
        int32 (n_origins, n_destinations): keys; of no origins where there is no such way.
    row
        The origin.
    seconds, rides
        (n_percentiles, n_destinations): filled; NaN and 0 where there is no such way.
    """
    seconds[:] = np.nan
    rides[:] = 0
    if len(direct):
        for column in range(seconds.shape[1]):
            if direct[row, column] != UNREACHED:
                seconds[:, column] = direct[row, column] >> RIDE_BITS


@kernel
def read_off(  # noqa: PLR0917 - numba takes no keyword-only arguments
    keys: Indices,
    order: tuple[Indices, Indices, Longs],
    columns: Longs,
    seconds: Singles,
    rides: Codes,
) -> None:
    """Sort the times of departures and read percentiles off.

    Parameters
    ----------
    keys
        int32 (n_moments, n_columns or more); sorted in place.
    order
        From :func:`sorting_network`, and the place of each percentile.
    columns
        int64 (n_columns,): destinations.
    seconds, rides
        (n_percentiles, n_destinations): filled at those destinations.
    """
    first, second, ranks = order
    sort_columns(keys, first, second)
    for number in range(len(ranks)):
        for place in range(len(columns)):
            key = keys[ranks[number], place]
            time = np.nan if key == UNREACHED else key >> RIDE_BITS
            seconds[number, columns[place]] = time
            rides[number, columns[place]] = key & MOST_RIDES
