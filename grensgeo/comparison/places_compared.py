"""The places of a comparison: cells, the municipalities they lie in, and what these make up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import countries_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.region.region import Region

    _Ids = npt.NDArray[np.object_]

#: The levels of a table, from the smallest places to all of them.
LEVELS = ("municipality", "nuts3", "country", "all")


@dataclass(frozen=True, eq=False)
class Level:
    """Places of one level.

    Attributes
    ----------
    name
        One of :data:`LEVELS`, or ``place``.
    ids, names, countries
        Of the places; names and countries are None where there are none.
    members
        float64 (n_places, n_municipalities): 1 where a municipality belongs to it.
    """

    name: str
    ids: tuple[str, ...]
    names: tuple[str | None, ...]
    countries: tuple[str | None, ...]
    members: Floats


@dataclass(frozen=True, eq=False)
class ComparedPlaces:
    """Cells and the places that they make up.

    Attributes
    ----------
    ids
        Cells.
    part_of
        int64 (n_cells,): number of the municipality of each.
    people, people_after
        float64 (n_cells,): inhabitants of the baseline, who gain or lose, and of the scenario.
    levels
        Places by level.
    counted
        Whether it is known how many people live where; if not, every cell is a place of its own.
    """

    ids: _Ids
    part_of: npt.NDArray[np.int64]
    people: Floats
    people_after: Floats
    levels: tuple[Level, ...]
    counted: bool = True

    @classmethod
    def of_region(cls, region: Region, ids: _Ids, after: Region | None = None) -> ComparedPlaces:
        """Return the places of a region.

        Parameters
        ----------
        region
            The region of the baseline.
        ids
            Cells of it, or municipalities.
        after
            The region of the scenario; as the baseline by default.
        """
        towns = region.municipalities
        of_cells = not set(ids) <= set(towns.index)
        tables = [
            (r.cells if of_cells else r.municipalities).loc[list(ids)]
            for r in (region, after or region)
        ]
        codes = tables[0]["region_code"].to_numpy(dtype=object)
        kept = towns[towns.index.isin(codes)]
        people = [table["population"].to_numpy(dtype=np.float64) for table in tables]
        numbers = kept.index.get_indexer(codes).astype(np.int64)
        return cls(ids, numbers, people[0], people[1], _levels(kept))

    @classmethod
    def of_table(cls, ids: _Ids, countries: Sequence[str], names: pd.Series) -> ComparedPlaces:
        """Return places of which nothing is known but what a table of reach says.

        Parameters
        ----------
        ids, countries
            The places.
        names
            Names by id, as far as there are any.
        """
        n = len(ids)
        told = tuple(names.get(one) for one in ids)
        alone = Level("place", tuple(map(str, ids)), told, tuple(countries), np.eye(n))
        return cls(ids, np.arange(n), np.ones(n), np.ones(n), (alone,), counted=False)

    def sums(self, values: Floats) -> Floats:
        """Add up values of cells, the last axis, by municipality."""
        n = self.levels[0].members.shape[1]
        flat = values.reshape(-1, len(self.ids))
        found = np.zeros((len(flat), n))
        for k, row in enumerate(flat):
            found[k] = np.bincount(self.part_of, row, n)
        return found.reshape(*values.shape[:-1], n)


def _levels(towns: pd.DataFrame) -> tuple[Level, ...]:
    """Return municipalities, NUTS3 regions and countries of some municipalities, and all."""
    n = len(towns)
    ids = tuple(map(str, towns.index))
    countries = tuple(towns["country"])
    nuts = list(dict.fromkeys(towns["nuts3"]))
    first = towns.drop_duplicates("nuts3").set_index("nuts3")
    across = countries_in_order(towns["country"])
    return (
        Level("municipality", ids, tuple(towns["name"]), countries, np.eye(n)),
        Level(
            "nuts3",
            tuple(nuts),
            tuple(first.loc[nuts, "nuts3_name"]),
            tuple(first.loc[nuts, "country"]),
            _members(towns["nuts3"], nuts),
        ),
        Level(
            "country",
            tuple(across),
            (None,) * len(across),
            tuple(across),
            _members(towns["country"], across),
        ),
        Level("all", ("all",), (None,), (None,), np.ones((1, n))),
    )


def _members(labels: pd.Series, groups: Sequence[str]) -> Floats:
    """Return which labels belong to which group."""
    return np.stack([(labels == group).to_numpy(dtype=np.float64) for group in groups])
