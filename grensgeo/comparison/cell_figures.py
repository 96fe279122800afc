"""What the people of each cell reach, and how long they travel: figures that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Floats


class ReachKey(NamedTuple):
    """What reach is of: a trip by its name, an opportunity and a cutoff in minutes."""

    mode: str
    opportunity: str
    cutoff_min: float


class TimeKey(NamedTuple):
    """What a travel time is of: a trip by its name and a destination."""

    mode: str
    to_id: str


@dataclass(frozen=True, eq=False)
class CellFigures:
    """Figures of every cell in one situation.

    Attributes
    ----------
    ids
        Cells, or places, in the order of the last axis of all arrays.
    reach_keys, time_keys
        What the first axes are of.
    opened, closed
        float64 (n_reach, n_cells): reach in all countries, on the terms of the border, and in the
        own country; NaN where it is not known.
    minutes
        float64 (n_times, n_cells): travel time; NaN where there is none.
    lost
        bool (n_times, n_cells): whether it is not known if there is one, as one of the two ends
        is off the network.
    """

    ids: npt.NDArray[np.object_]
    reach_keys: tuple[ReachKey, ...]
    time_keys: tuple[TimeKey, ...]
    opened: Floats
    closed: Floats
    minutes: Floats
    lost: Flags

    @classmethod
    def of(
        cls,
        reach: pd.DataFrame,
        times: tuple[tuple[TimeKey, ...], Floats, Flags] | None = None,
        *,
        ids: npt.NDArray[np.object_],
    ) -> CellFigures:
        """Arrange reach (``schema.REACH``, with ``mode``) and travel times by cell.

        Parameters
        ----------
        reach
            Reach of the cells.
        times
            Keys of travel times, their minutes and which are lost.
        ids
            The cells.
        """
        import pandas as pd

        once = reach.drop_duplicates(["id", "cutoff_min", "opportunity", "mode"])
        place = pd.Index(ids)
        keys, opened, closed = [], [], []
        told = ["mode", "opportunity", "cutoff_min"]
        for mode, name, cutoff in once[told].drop_duplicates().itertuples(index=False):
            keys.append(ReachKey(str(mode), str(name), float(cutoff)))
            this = (once["mode"] == mode) & (once["opportunity"] == name)
            part = once[this & (once["cutoff_min"] == cutoff)]
            row = np.full((2, len(ids)), np.nan)
            at = place.get_indexer(pd.Index(part["id"]))
            row[:, at] = part[["open", "closed"]].to_numpy(dtype=np.float64).T
            opened.append(row[0])
            closed.append(row[1])
        nothing = np.zeros((0, len(ids)))
        time_keys, minutes, lost = times or ((), nothing, nothing.astype(bool))
        return cls(
            ids,
            tuple(keys),
            time_keys,
            np.array(opened).reshape(-1, len(ids)),
            np.array(closed).reshape(-1, len(ids)),
            minutes,
            lost,
        )
