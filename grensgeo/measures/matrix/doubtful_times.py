"""What is doubtful in a table of travel times: units, pairs that are missing, times at home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.errors import some
from grensgeo.notes import Note

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.arrays import Flags, Floats

#: Half of the trips of a table that are longer than this are hardly minutes: a working day there.
_LONG_MIN: Final = 300.0
#: No trip between two places that is longer than this: they are hardly minutes.
_SHORT_MIN: Final = 3.0
#: Fewer pairs tell nothing.
_FEW: Final = 6


def time_doubts(frame: pd.DataFrame, *, where: str) -> list[Note]:
    """List what is doubtful in a table of travel times.

    Parameters
    ----------
    frame
        ``from_id, to_id, travel_time_min``, a row a pair.
    where
        What to call it.

    Returns
    -------
    list of Note
        Times that seem to be seconds or hours; places from which it takes longer to themselves
        than to most others; an origin at the end of the table that has fewer pairs than each of
        the others.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"from_id": list("aaabbbccc"), "to_id": list("abcabcabc"),
    ...                       "travel_time_min": [0, 900, 1200, 900, 0, 300, 1200, 300, 0.0]})
    >>> [note.code for note in time_doubts(frame, where="times.csv")]
    ['doubts.times-long']
    """
    minutes = frame["travel_time_min"].to_numpy(dtype=float, na_value=np.nan)
    home = (frame["from_id"] == frame["to_id"]).to_numpy(dtype=bool)
    away = minutes[~home & np.isfinite(minutes)]
    notes = []
    if len(away) >= _FEW:
        if np.median(away) > _LONG_MIN:
            notes.append(Note("doubts.times-long", where=where, hours=round(_LONG_MIN / 60)))
        elif away.max() < _SHORT_MIN:
            notes.append(Note("doubts.times-short", where=where, minutes=round(_SHORT_MIN)))
    notes += _at_home(frame, minutes, home, where)
    return notes + _cut_short(frame, where)


def _at_home(frame: pd.DataFrame, minutes: Floats, home: Flags, where: str) -> list[Note]:
    """List places from which it takes longer to themselves than to most others."""
    if not home.any():
        return []
    middle = frame.loc[~home].assign(m=minutes[~home]).groupby("from_id", sort=False)["m"]
    usual, many = middle.median(), middle.count()
    names = frame["from_id"].to_numpy()[home]
    longer = minutes[home] > usual.reindex(names).to_numpy()
    longer &= many.reindex(names).to_numpy() >= _FEW // 2
    if not longer.any():
        return []
    return [Note("doubts.times-at-home", where=where, listed=some(names[longer]))]


def _cut_short(frame: pd.DataFrame, where: str) -> list[Note]:
    """Compare the pairs of the last origin with those of the others, which have all the same."""
    origins = frame["from_id"].to_numpy()
    if len(origins) < _FEW:
        return []
    starts = np.flatnonzero(np.r_[True, origins[1:] != origins[:-1]])
    sizes = np.diff(np.r_[starts, len(origins)])
    if len(sizes) < 3 or len(set(origins[starts])) < len(starts):
        return []
    n, last = int(sizes[0]), int(sizes[-1])
    if n > 2 and (sizes[:-1] == n).all() and last < n:
        return [
            Note("doubts.times-cut-short", where=where, n=n, last=last, example=str(origins[-1]))
        ]
    return []
