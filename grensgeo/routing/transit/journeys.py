"""Join legs to stops, rides between stops and legs from stops to journeys from door to door.

Arrays in, arrays out: the fastest way over every pair of stops, a product in which sums take the
place of products and minima that of sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba as nb
import numpy as np

from grensgeo.errors import InputError

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats


@dataclass(frozen=True, eq=False)
class Legs:
    """The stops that each point can get to, or be reached from, with the seconds it takes.

    Attributes
    ----------
    start
        int64 (n_points + 1,): the legs of point ``p`` are ``start[p]`` up to ``start[p + 1]``.
    stop
        int32 (n_legs,): position of the stop.
    seconds
        float64 (n_legs,).
    """

    start: npt.NDArray[np.int64]
    stop: npt.NDArray[np.int32]
    seconds: Floats

    @classmethod
    def from_pairs(
        cls,
        n_points: int,
        point: npt.NDArray[np.integer],
        stop: npt.NDArray[np.integer],
        seconds: Floats,
    ) -> Legs:
        """Sort legs given in any order by point, then stop.

        Examples
        --------
        >>> Legs.from_pairs(2, np.array([1, 0]), np.array([4, 5]), np.array([60.0, 30.0])).stop
        array([5, 4], dtype=int32)
        """
        order = np.lexsort((stop, point))
        start = np.zeros(n_points + 1, dtype=np.int64)
        np.cumsum(np.bincount(point, minlength=n_points), out=start[1:])
        return cls(start, stop[order].astype(np.int32), seconds[order])

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.start) - 1

    @property
    def served(self) -> npt.NDArray[np.bool_]:
        """Find which points have a leg at all."""
        return np.diff(self.start) > 0


def join(access: Legs, rides_s: Floats, egress: Legs, *, rows: slice) -> Floats:
    """Find the fastest journey for each pair of points.

    Parameters
    ----------
    access
        Legs from origins to stops.
    rides_s
        float64 (n_stops, n_stops): seconds from stop to stop, NaN where there is no ride.
    egress
        Legs from stops to destinations, by destination.
    rows
        The origins to compute, so that the caller bounds the memory.

    Returns
    -------
    ndarray
        float64 (n_rows, n_destinations): seconds; NaN where there is no journey.

    Raises
    ------
    InputError
        If a leg is to a stop that the rides do not know.

    Examples
    --------
    >>> access = Legs.from_pairs(1, np.array([0]), np.array([0]), np.array([60.0]))
    >>> egress = Legs.from_pairs(1, np.array([0]), np.array([1]), np.array([30.0]))
    >>> join(access, np.array([[np.nan, 600.0], [600.0, np.nan]]), egress, rows=slice(0, 1))
    array([[690.]])
    """
    for name, legs in (("access", access), ("egress", egress)):
        if len(legs.stop) and (legs.stop.min() < 0 or legs.stop.max() >= len(rides_s)):
            raise InputError(
                "index-unknown", f"{name}: a leg to a stop that is not among the {len(rides_s)}"
            )
    first, last, _ = rows.indices(len(access))
    out = np.empty((max(last - first, 0), len(egress)))
    rides = np.where(np.isnan(rides_s), np.inf, rides_s)
    _join(
        (access.start[first : last + 1], access.stop, access.seconds),
        rides,
        (egress.start, egress.stop, egress.seconds),
        out,
    )
    return out


@nb.njit(cache=True, parallel=True)
def _join(
    access: tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], Floats],
    rides: Floats,
    egress: tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], Floats],
    out: Floats,
) -> None:
    """Fill a row an origin: first the time at each stop, then at each destination."""
    from_start, from_stop, from_seconds = access
    to_start, to_stop, to_seconds = egress
    n_stops = rides.shape[0]
    for row in nb.prange(out.shape[0]):
        at_stop = np.full(n_stops, np.inf)
        for leg in range(from_start[row], from_start[row + 1]):
            stop = from_stop[leg]
            for other in range(n_stops):
                at_stop[other] = min(at_stop[other], from_seconds[leg] + rides[stop, other])
        for column in range(out.shape[1]):
            best = np.inf
            for leg in range(to_start[column], to_start[column + 1]):
                best = min(best, at_stop[to_stop[leg]] + to_seconds[leg])
            out[row, column] = best if best < np.inf else np.nan
