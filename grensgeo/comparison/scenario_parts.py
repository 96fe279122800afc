"""What each of several scenarios contributes to a change of reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.comparison.measuring import Asked, measure, parts_of
from grensgeo.scenario import Scenario, Situation, scenario_shares

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.comparison.places_compared import ComparedPlaces, Level


@dataclass(frozen=True, eq=False)
class Apart:
    """A change in its parts.

    Attributes
    ----------
    before
        The situation without any of them.
    scenarios
        The parts, in the order in which they are applied.
    asked
        What is asked.
    """

    before: Situation
    scenarios: tuple[Scenario, ...]
    asked: Asked

    def shares(self, places: ComparedPlaces, level: Level) -> pd.DataFrame:
        """Compute what each part contributes to reach; see :meth:`Comparison.parts`.

        Parameters
        ----------
        places, level
            Places, and of which level they are told.
        """
        import pandas as pd

        found: list[tuple[str, str, str, float]] = []

        def reach(situation: Situation) -> pd.Series:
            """Return reach of the mean inhabitant of every place, numbered."""
            figures = measure(situation, self.asked, reach_only=True).figures
            people = parts_of(situation)[0].cells.loc[list(places.ids), "population"]
            weight = ~np.isnan(figures.opened) * people.to_numpy(dtype=np.float64)
            total = places.sums(np.nan_to_num(figures.opened) * weight) @ level.members.T
            among = places.sums(weight) @ level.members.T
            mean = np.divide(total, among, out=np.full(total.shape, np.nan), where=among > 0)
            found[:] = [(one, *key) for key in figures.reach_keys for one in level.ids]
            return pd.Series(mean.ravel(), index=pd.Index(range(mean.size)).astype(str))

        table = scenario_shares(self.before, self.scenarios, reach)
        keys = pd.DataFrame(found, columns=["id", "mode", "opportunity", "cutoff_min"])
        told = keys.loc[table["id"].astype(int)].reset_index(drop=True)
        rest = table.drop(columns=["part", "id"])
        return pd.concat([table[["part"]], told, rest], axis=1)
