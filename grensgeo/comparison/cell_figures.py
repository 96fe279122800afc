"""What the people of each cell reach, and how long they travel: figures that are compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    @classmethod
    def joined(cls, parts: Sequence[CellFigures]) -> CellFigures:
        """Return the figures of several trips together."""
        return cls(
            parts[0].ids,
            tuple(key for part in parts for key in part.reach_keys),
            tuple(key for part in parts for key in part.time_keys),
            *(
                np.concatenate([getattr(part, name) for part in parts])
                for name in ("opened", "closed", "minutes", "lost")
            ),
        )

    def of_mode(self, mode: str) -> Self:
        """Return the figures of one trip."""
        reach = [k for k, key in enumerate(self.reach_keys) if key.mode == mode]
        times = [k for k, key in enumerate(self.time_keys) if key.mode == mode]
        return replace(
            self,
            reach_keys=tuple(self.reach_keys[k] for k in reach),
            time_keys=tuple(self.time_keys[k] for k in times),
            opened=self.opened[reach],
            closed=self.closed[reach],
            minutes=self.minutes[times],
            lost=self.lost[times],
        )
