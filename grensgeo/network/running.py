"""Speeds of cars between stops, which go with delays at signals and junctions.

The default speeds of cars hold the stops of a journey: delays beside them would count twice.
Traffic engineers call those journey speeds, and what is driven between stops running speeds.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Final

import numpy as np

from grensgeo.modes import MODES
from grensgeo.network.speeds import SpeedTable
from grensgeo.osm.highways import HIGHWAYS

#: What a trip by car may be told to drive.
JOURNEY: Final = "journey"
RUNNING: Final = "running"

_ANY: Final = "*"
_BUILT_UP: Final = ("no", "yes")
_CAR: Final = MODES.index("car")


@cache
def running_speeds() -> SpeedTable:
    """Read the speeds of cars between stops.

    Returns
    -------
    SpeedTable
        The default table, with cars faster by the factors of ``running.csv`` (each with its
        source) where streets have junctions. Always the same object.

    Examples
    --------
    >>> table = running_speeds()
    >>> round(table.speed("car", country="DE", highway="secondary", maxspeed_kmh=50))
    46
    >>> table.speed("walk", country="DE", highway="secondary")
    5.0
    """
    table = SpeedTable.default()
    text = resources.files("grensgeo.network").joinpath("running.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    factor = np.ones((2, len(HIGHWAYS)))
    for row in sorted(rows, key=lambda row: row["highway"] != _ANY):
        name, inside = row["highway"], row["built_up"]
        classes = range(len(HIGHWAYS)) if name == _ANY else [HIGHWAYS.index(name)]
        where = range(2) if inside == _ANY else [_BUILT_UP.index(inside)]
        factor[np.ix_(where, classes)] = float(row["factor"])
    speed, share = table.speed_kmh.copy(), table.share.copy()
    for array in (speed, share):
        array[_CAR] *= factor
    sources = (*table.sources, *dict.fromkeys(row["source"] for row in rows))
    return replace(table, speed_kmh=speed, share=share, sources=sources, name="running.csv")


def holds_stops(table: SpeedTable | None) -> bool:
    """Return whether these are the default speeds of cars, which hold the stops of a journey.

    Examples
    --------
    >>> holds_stops(None), holds_stops(SpeedTable.default()), holds_stops(running_speeds())
    (True, True, False)
    """
    if table is None:
        return True
    return np.array_equal(table.share[_CAR], SpeedTable.default().share[_CAR], equal_nan=True)
