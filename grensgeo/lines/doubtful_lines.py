"""What is possible of the minutes of hand-written lines, and hardly meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo import polylines
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The fastest line in service, the Shanghai maglev, reaches 431 km/h (UIC, "High-Speed Rail
#: Atlas", 2023); the slowest ferries and rack railways are faster than one walks.
_FASTEST_KMH: Final = 450.0
_SLOWEST_KMH: Final = 4.0
#: Between stops minutes are rounded: only over a longer way they make a speed.
_LEAST_KM: Final = 5.0


def line_doubts(data: Mapping[str, Any], *, where: str) -> list[Note]:
    """List lines that run faster than any, or slower than one walks.

    Parameters
    ----------
    data
        What a services file holds, checked; lines whose minutes are modelled are left out.
    where
        What to call the file.

    Returns
    -------
    list of Note
        At most one a line.
    """
    stops = {row["id"]: row for row in data["stops"]}
    notes = []
    for line in data["lines"]:
        if "arrival_min" not in line:
            continue
        called = [stops[name] for name in line["stops"]]
        lonlat = np.array([[row["lon"], row["lat"]] for row in called], dtype=np.float64)
        start = np.array([0, len(called)], dtype=np.int64)
        km = polylines.segment_lengths_m(start, lonlat)[: len(called) - 1] / 1000
        arrives, leaves = (
            np.array(line[x], dtype=np.float64) for x in ("arrival_min", "departure_min")
        )
        hours = (arrives[1:] - leaves[:-1]) / 60
        if hours.min() <= 0:
            continue  # told as a fault
        kmh = np.where(km > _LEAST_KM, km / hours, 0.0)
        fastest = int(kmh.argmax())
        if kmh[fastest] > _FASTEST_KMH:
            ends = {"one": called[fastest]["name"], "other": called[fastest + 1]["name"]}
            speed = float(round(float(kmh[fastest])))
            notes.append(Note("doubts.line-fast", where=where, line=line["id"], kmh=speed, **ends))
        elif km.sum() > _LEAST_KM and km.sum() / hours.sum() < _SLOWEST_KMH:
            speed = round(float(km.sum() / hours.sum()), 1)
            notes.append(Note("doubts.line-slow", where=where, line=line["id"], kmh=speed))
    return notes
