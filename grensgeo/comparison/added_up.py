"""What two situations come to, added up by municipality, from which every larger place follows."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.comparison.people_concerned import CLASSES, classes_of_reach, classes_of_times
from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Floats
    from grensgeo.comparison.cell_figures import CellFigures
    from grensgeo.comparison.people_concerned import ChangeLimits
    from grensgeo.comparison.places_compared import ComparedPlaces


@dataclass(frozen=True, eq=False)
class AddedUp:
    """Sums of two situations over the inhabitants of each municipality.

    The last axis of every array is the municipality; of several draws the first is the draw.

    Attributes
    ----------
    opened, opened_after, closed, closed_after
        (n_reach, n_municipalities): reach times inhabitants, over cells where it is known before
        and after.
    weight, weight_after
        (n_reach, n_municipalities): the inhabitants of these cells.
    minutes, minutes_after, travellers
        (n_times, n_municipalities): minutes times inhabitants, and inhabitants, over cells with a
        time before and after.
    people
        (n_reach + n_times, n_classes, n_municipalities): inhabitants by
        :data:`grensgeo.comparison.people_concerned.CLASSES`.
    """

    opened: Floats
    opened_after: Floats
    closed: Floats
    closed_after: Floats
    weight: Floats
    weight_after: Floats
    minutes: Floats
    minutes_after: Floats
    travellers: Floats
    people: Floats

    @classmethod
    def of(
        cls,
        before: CellFigures,
        after: CellFigures,
        places: ComparedPlaces,
        limits: ChangeLimits,
    ) -> AddedUp:
        """Add up the figures of two situations.

        Parameters
        ----------
        before, after
            Figures of the same cells.
        places
            What these belong to, and who lives there.
        limits
            What is much, and what noise.

        Raises
        ------
        InputError
            If the two are of different trips, cutoffs, opportunities or destinations.
        """
        _hold_same(before, after)
        known = ~np.isnan(before.opened + after.opened + before.closed + after.closed)
        at, later = known * places.people, known * places.people_after
        both = ~np.isnan(before.minutes + after.minutes)
        travel = both * places.people
        found = np.concatenate(
            [
                classes_of_reach(before.opened, after.opened, limits),
                classes_of_times(before.minutes, after.minutes, before.lost | after.lost, limits),
            ]
        )
        ours = np.stack([(found == k) * places.people for k in range(len(CLASSES))], axis=1)
        return cls(
            opened=places.sums(np.nan_to_num(before.opened) * at),
            opened_after=places.sums(np.nan_to_num(after.opened) * later),
            closed=places.sums(np.nan_to_num(before.closed) * at),
            closed_after=places.sums(np.nan_to_num(after.closed) * later),
            weight=places.sums(at),
            weight_after=places.sums(later),
            minutes=places.sums(np.nan_to_num(before.minutes) * travel),
            minutes_after=places.sums(np.nan_to_num(after.minutes) * travel),
            travellers=places.sums(travel),
            people=places.sums(ours),
        )

    @classmethod
    def stack(cls, draws: Sequence[AddedUp]) -> AddedUp:
        """Return the sums of several draws, the draw first."""
        return cls(
            **{
                item.name: np.stack([getattr(one, item.name) for one in draws])
                for item in fields(cls)
            }
        )

    def reach(self, members: Floats) -> tuple[Floats, Floats]:
        """Return reach of the mean inhabitant before and after, (…, n_reach, n_places)."""
        return (
            _mean(self.opened, self.weight, members),
            _mean(self.opened_after, self.weight_after, members),
        )

    def effect(self, members: Floats) -> tuple[Floats, Floats]:
        """Return open / closed - 1 of the means before and after; NaN where closed is 0."""
        return (
            _ratio(self.opened @ members.T, self.closed @ members.T) - 1,
            _ratio(self.opened_after @ members.T, self.closed_after @ members.T) - 1,
        )

    def times(self, members: Floats) -> tuple[Floats, Floats]:
        """Return minutes of the mean inhabitant who arrives before and after."""
        return (
            _mean(self.minutes, self.travellers, members),
            _mean(self.minutes_after, self.travellers, members),
        )

    def concerned(self, members: Floats) -> Floats:
        """Return inhabitants by class, (…, n_reach + n_times, n_classes, n_places)."""
        return np.asarray(self.people @ members.T, dtype=np.float64)


def _mean(total: Floats, weight: Floats, members: Floats) -> Floats:
    return _ratio(total @ members.T, weight @ members.T)


def _ratio(above: Floats, below: Floats) -> Floats:
    """Return a quotient, NaN where nothing is below."""
    empty = np.full(above.shape, np.nan)
    return np.asarray(np.divide(above, below, out=empty, where=below > 0), dtype=np.float64)


def _hold_same(before: CellFigures, after: CellFigures) -> None:
    """Raise unless two situations have the same figures."""
    for name in ("reach_keys", "time_keys"):
        first, second = getattr(before, name), getattr(after, name)
        if first != second:
            only = [" ".join(map(str, key)) for key in set(first) ^ set(second)]
            raise InputError(
                "ids-differ",
                f"comparison: not of the same trips, opportunities, cutoffs and destinations on "
                f"both sides: {some(sorted(only)) or 'in another order'}",
            )
