"""Between what reach lies where counts are known between bounds only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.measures.matrix import Matrix

#: Bounds may miss their count by rounding.
_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Margins:
    """Bounds of counts by destination, a column for each opportunity, bound and country.

    Attributes
    ----------
    names, bounded
        All opportunities, and those with bounds.
    n_sides
        How many countries there are.
    columns
        float64 (n_to, 2 * n_bounded * n_sides): of the first opportunity the least in each
        country, then the most in each; of the next likewise. None if nothing has bounds.
    """

    names: tuple[str, ...]
    bounded: tuple[str, ...]
    n_sides: int
    columns: Floats | None

    @classmethod
    def of(
        cls,
        bounds: Mapping[str, tuple[pd.Series, pd.Series]],
        *,
        names: list[str],
        counts: Floats,
        matrix: Matrix,
        here: Flags,
    ) -> Margins:
        """Return the bounds in the order of the destinations.

        Parameters
        ----------
        bounds
            The least and the most by name, each by ``to_id``.
        names
            The opportunities, in the order of the columns of ``counts``.
        counts
            float64 (n_to, n_names): their counts.
        matrix
            The travel times.
        here
            bool (n_to, n_sides): in which country each destination lies.

        Raises
        ------
        InputError
            If bounds are of no opportunity, lack a destination, or a count does not lie between
            them.
        """
        strange = sorted(set(bounds) - set(names))
        if strange:
            raise InputError(
                "choice-unknown", f"bounds of {some(strange)}; there are {some(names)}"
            )
        columns: list[Floats] = []
        bounded = tuple(name for name in names if name in bounds)
        for name in bounded:
            count = counts[:, names.index(name)]
            pair = [
                dense.counts_at(series, matrix.to_id, name=f"{name} ({which})")
                for series, which in zip(bounds[name], ("lower", "upper"), strict=True)
            ]
            slack = _ROUNDING * np.abs(count)
            wrong = (pair[0] > count + slack) | (pair[1] < count - slack)
            if wrong.any():
                raise InputError(
                    "bounds-crossed",
                    f"{name}: counts that do not lie between their bounds: "
                    f"{some(matrix.to_id[wrong])}",
                )
            columns += [np.where(here, np.nan_to_num(one)[:, None], 0.0) for one in pair]
        whole = np.hstack(columns) if columns else None
        return cls(tuple(names), bounded, here.shape[1], whole)

    def figures(
        self, within: Floats, totals: Floats, own: npt.NDArray[np.int64]
    ) -> dict[str, Floats]:
        """Return the bounds of closed and open, a row for each origin, cutoff and opportunity.

        Parameters
        ----------
        within
            float64 (n_cutoffs, n_from, ...): what lies within each cutoff, the columns first.
        totals
            float64 (n_cutoffs, n_from, n_sides, n_names): the counts themselves, NaN where null.
        own
            int64 (n_from,): country of each origin.
        """
        shape = (*totals.shape[:2], len(self.names))
        rows = np.arange(len(own))
        closed = totals[:, rows, own, :]
        whole = totals.sum(axis=2)
        found = {}
        for position, which in enumerate(("lower", "upper")):
            for kind, counted in (("closed", closed), ("open", whole)):
                figure = np.full(shape, np.nan)
                for number, name in enumerate(self.bounded):
                    first = (2 * number + position) * self.n_sides
                    by_side = within[:, :, first : first + self.n_sides]
                    of = by_side[:, rows, own] if kind == "closed" else by_side.sum(axis=2)
                    column = self.names.index(name)
                    figure[:, :, column] = np.where(np.isnan(counted[:, :, column]), np.nan, of)
                found[f"{kind}_{which}"] = np.moveaxis(figure, 0, 1).reshape(-1)
        return found
