"""What a manifest notes of a table of travel times, and whether the table is still that one."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Fault, Faults, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

_ENDS = ("from_id", "to_id")
#: Times may have been rounded to whole minutes since.
_ROUNDED_MIN = 0.51
#: How far a ratio of 60 may lie off where times were rounded.
_NEAR = 0.02


def summary(frame: pd.DataFrame) -> dict[str, Any]:
    """Return what tells a table of travel times from another.

    Parameters
    ----------
    frame
        ``from_id, to_id, travel_time_min``.

    Returns
    -------
    dict
        ``rows``, a checksum of the ids of either end, and the longest time (min), ready for JSON.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"from_id": ["a"], "to_id": ["b"], "travel_time_min": [12.5]})
    >>> summary(table)["rows"], summary(table)["longest_min"]
    (1, 12.5)
    """
    longest = frame["travel_time_min"].max()
    return {
        "rows": len(frame),
        **{name: _digest(frame[name]) for name in _ENDS},
        "longest_min": None if np.isnan(longest) else round(float(longest), 4),
    }


def _digest(ids: pd.Series) -> str:
    text = "\n".join(sorted(map(str, ids.unique())))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def hold_times(frame: pd.DataFrame, manifest: Mapping[str, Any], path: Path) -> None:
    """Raise on a table that is not the one of which the manifest beside it speaks.

    Parameters
    ----------
    frame
        ``from_id, to_id, travel_time_min``.
    manifest
        What stands in the manifest; empty where there is none.
    path
        The table, for errors.

    Raises
    ------
    InputError
        If the ends were exchanged, rows are gone or came, or times are in another unit.
    """
    trip, noted = manifest.get("trip"), manifest.get("table")
    longest = float(np.nanmax([0.0, *frame["travel_time_min"].to_numpy(dtype=np.float64)]))
    faults = Faults()
    if isinstance(noted, dict):
        found = summary(frame)
        turned = all(found[a] == noted.get(b) for a, b in (_ENDS, _ENDS[::-1]))
        if turned and found["from_id"] != noted.get("from_id"):
            faults.add("manifest-contradicted", "from_id and to_id are exchanged")
        elif any(found[name] != noted.get(name) for name in _ENDS):
            faults.add("manifest-contradicted", "other places stand in it than were computed")
        if found["rows"] != noted.get("rows"):
            faults.add(
                "manifest-contradicted", f"it holds {found['rows']} of {noted.get('rows')} rows"
            )
        faults += _unit_fault(longest, noted.get("longest_min"))
    elif isinstance(trip, dict) and isinstance(trip.get("max_min"), int | float):
        limit = float(trip["max_min"])
        if longest > limit * (1 + _NEAR) + _ROUNDED_MIN:
            faults.add(
                "manifest-contradicted",
                f"its longest time is {longest:g}, beyond the trip's {limit:g} min",
            )
    if faults:
        raise InputError(
            "manifest-contradicted",
            f"{path}: not what its manifest says: {'; '.join(faults)}; compute it again, or, if "
            "that is meant, give it a name of its own, without the manifest",
        )


def _unit_fault(longest: float, noted: object) -> list[Fault]:
    """Report in which unit times seem to be, if not in minutes."""
    if not isinstance(noted, int | float) or abs(longest - noted) <= _ROUNDED_MIN:
        return []
    for factor, unit in ((60.0, "seconds"), (1 / 60.0, "hours")):
        if noted > 0 and abs(longest / noted / factor - 1) < _NEAR:
            return [Fault("manifest-contradicted", f"its times are in {unit}, not in minutes")]
    return [Fault("manifest-contradicted", f"its longest time is {longest:g} min, not {noted:g}")]
