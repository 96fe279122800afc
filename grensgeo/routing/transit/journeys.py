"""Legs from points to stops, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

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

    def followed_by(self, others: Legs) -> Legs:
        """Append the legs of other points.

        Examples
        --------
        >>> one = Legs.from_pairs(1, np.array([0]), np.array([4]), np.array([60.0]))
        >>> one.followed_by(one).start
        array([0, 1, 2])
        """
        return Legs(
            np.append(self.start, self.start[-1] + others.start[1:]),
            np.append(self.stop, others.stop),
            np.append(self.seconds, others.seconds),
        )

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.start) - 1

    @property
    def served(self) -> npt.NDArray[np.bool_]:
        """Find which points have a leg at all."""
        return np.diff(self.start) > 0
