"""What changes of a situation make of reach, computed for those whom they can touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.modes import MODES
from grensgeo.scenario.touched_origins import StreetPotential

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grensgeo.arrays import Flags, Floats
    from grensgeo.scenario.origin_reach import OriginReach
    from grensgeo.scenario.situation import Situation
    from grensgeo.scenario.touched_origins import StreetDifference

#: So many changes are looked at together where the times to vertices are not kept.
_TOGETHER = 256


class ChangedReach:
    """What origins reach in a situation, and in others that differ from it a little.

    Figures are those of computing anew, to the last digit that single precision tells: only whom
    a change cannot touch (:mod:`grensgeo.scenario.touched_origins`) keeps what was computed
    before.

    Parameters
    ----------
    reach
        The question.
    situation
        The situation before.
    values
        What the origins reach in it, if that is known.

    Attributes
    ----------
    before
        float64 (n_origins,): what they reach in it.
    n_origins_computed
        Of how many origins reach was computed, over all changes.
    """

    def __init__(
        self, reach: OriginReach, situation: Situation, *, values: Floats | None = None
    ) -> None:
        self.reach, self.situation = reach, situation
        self.before = reach.values(situation) if values is None else values
        self.n_origins_computed = 0
        trip = situation.trips[reach.question.trip or ""]
        self._potential: StreetPotential | None = None
        if trip.mode in MODES and trip.foreign_routing and situation.network is not None:
            self._potential = StreetPotential(reach, situation.network, trip)

    def after_each(
        self, makers: Sequence[Callable[[], Situation]]
    ) -> Iterator[tuple[Situation | None, Floats]]:
        """Compute what the origins reach after each of many changes.

        Parameters
        ----------
        makers
            Each returns a situation with one of the changes; called again when it is needed, so
            that not all of them are held at once.

        Yields
        ------
        tuple
            The situation, None where nobody is touched; and float64 (n_origins,).
        """
        together = 1 if self._potential is None or self._potential.is_kept else _TOGETHER
        for first in range(0, len(makers), together):
            some = makers[first : first + together]
            made = [make() for make in some] if together == 1 else None
            differences = [self._difference(each) for each in made or (make() for make in some)]
            for place, touched in enumerate(self._touched(differences)):
                if not touched.any():
                    yield None, self.before
                    continue
                rows = np.flatnonzero(touched)
                self.n_origins_computed += len(rows)
                situation = made[place] if made else some[place]()
                values = self.before.copy()
                values[rows] = self.reach.values(situation, rows)
                yield situation, values

    def _difference(self, situation: Situation) -> StreetDifference | bool:
        """Return in which streets a situation differs, or whether anybody may be touched."""
        here, network = self.situation, situation.network
        same = (
            situation.region is here.region
            and situation.trips == here.trips
            and situation.border == here.border
        )
        if same and network is here.network:
            return False
        if not same or network is None or self._potential is None:
            return True
        found = self._potential.difference(network)
        return True if found is None else found

    def _touched(self, differences: Sequence[StreetDifference | bool]) -> list[Flags]:
        """Return whom each of some changes can touch."""
        told = [one for one in differences if not isinstance(one, bool)]
        of_streets = iter(() if self._potential is None else self._potential.touched(told))
        return [
            np.full(len(self.reach), one) if isinstance(one, bool) else next(of_streets)
            for one in differences
        ]
