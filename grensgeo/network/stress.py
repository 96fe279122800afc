"""Levels of traffic stress of a network's streets; their rules stand in ``osm/traffic_stress``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.errors import Fault, InputError, some
from grensgeo.modes import MODES, mode_bit
from grensgeo.network.observed import ids_of_ways, read_ways, report_ways
from grensgeo.network.speeds import SpeedTable
from grensgeo.notes import Note
from grensgeo.osm.cycling import LANE, MIXED, TRACK, CycleTags
from grensgeo.osm.traffic_stress import levels

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.arrays import Codes, Longs
    from grensgeo.network.contents import Streets

#: What a street may be like, the plainest first: what it offers, and its lanes.
_PLAINEST: Final = ((MIXED, 0), (LANE, 0), (MIXED, 4), (LANE, 4), (MIXED, 6), (TRACK, 0))


def with_stress(streets: Streets, tags: CycleTags) -> Streets:
    """Rate every edge in both directions.

    Parameters
    ----------
    streets
        The streets.
    tags
        What the edges' tags say about cycling.

    Returns
    -------
    Streets
        The same with ``stress_forward`` and ``stress_backward``.
    """
    cars = ((streets.access_forward | streets.access_backward) & mode_bit("car")) > 0
    wheels = mode_bit("bicycle") | mode_bit("ebike")
    table, car = SpeedTable.default(), MODES.index("car")
    where = (streets.country, streets.built_up.astype(np.intp), streets.highway)
    usual = table.speed_kmh[car][where] / table.share[car][where]
    rated = []
    for way, access, limit in (
        (0, streets.access_forward, streets.maxspeed_forward_kmh),
        (1, streets.access_backward, streets.maxspeed_backward_kmh),
    ):
        rated.append(
            levels(
                streets.highway,
                limit_kmh=np.where(np.isnan(limit), usual, limit),
                offered=tags.offered[:, way],
                n_lanes=tags.n_lanes,
                bicycle_road=tags.bicycle_road,
                cars=cars,
                bicycles=(access & wheels) > 0,
            )
        )
    return replace(streets, stress_forward=rated[0], stress_backward=rated[1])


def follow_limits(before: Streets, after: Streets) -> Streets:
    """Rate the stress anew of streets whose limits were changed.

    Of a street only its level is kept, not its lanes and cycle lanes. It is taken for the plainest
    that has its level under the old limit (mixed traffic and few lanes first, then a cycle lane,
    more lanes, a cycle track), and rated anew under the new one. A level that no such street has
    was surveyed, and stays.

    Parameters
    ----------
    before, after
        The streets, alike but for their limits.

    Returns
    -------
    Streets
        ``after`` with other ``stress_forward`` and ``stress_backward``.
    """
    rated = []
    table, car = SpeedTable.default(), MODES.index("car")
    where = (before.country, before.built_up.astype(np.intp), before.highway)
    usual = table.speed_kmh[car][where] / table.share[car][where]
    for way in ("forward", "backward"):
        level = getattr(before, f"stress_{way}")
        old, new = (getattr(one, f"maxspeed_{way}_kmh") for one in (before, after))
        old, new = (np.where(np.isnan(limit), usual, limit) for limit in (old, new))
        result = level.copy()
        open_ = np.flatnonzero((old != new) & (level > 0))
        for offered, n_lanes in _PLAINEST:
            if not len(open_):
                break
            like = {
                "highway": before.highway[open_],
                "offered": np.full(len(open_), offered, dtype=np.uint8),
                "n_lanes": np.full(len(open_), n_lanes, dtype=np.uint8),
                "bicycle_road": np.zeros(len(open_), dtype=bool),
                "cars": np.ones(len(open_), dtype=bool),
                "bicycles": np.ones(len(open_), dtype=bool),
            }
            fits = levels(limit_kmh=old[open_], **like) == level[open_]
            result[open_[fits]] = levels(limit_kmh=new[open_], **like)[fits]
            open_ = open_[~fits]
        rated.append(result)
    return replace(after, stress_forward=rated[0], stress_backward=rated[1])


def with_levels(
    streets: Streets, levels: pd.DataFrame | str | Path, *, name: str | None = None
) -> tuple[Streets, Note]:
    """Set the levels of ways that somebody surveyed, or plans.

    Parameters
    ----------
    streets
        The streets.
    levels
        A table, or a CSV or Parquet file: ``way_id, level`` (or ``osm_id, lts``, as r5r has
        them); a level holds in both directions.
    name
        What it is called in the provenance; the file's name if not given.

    Returns
    -------
    tuple
        The same with these levels, and a note.

    Raises
    ------
    FileError
        If the file is missing or is not what its name says.
    InputError
        With every row that cannot be true at once, or if bicycles use none of the ways.

    Warns
    -----
    GrensgeoWarning
        If some of the ways are not in the network, or no bicycle may go there.
    """
    if isinstance(levels, str | Path):
        called = name or Path(levels).name
        ids, level = _check_levels(read_ways(levels), str(levels))
    else:
        called = name or "a table of levels"
        ids, level = _check_levels(levels, called)
    forward, backward = streets.stress_forward.copy(), streets.stress_backward.copy()
    report_ways(ids, streets, (forward | backward) > 0, where=called, who="bicycles")
    order = np.argsort(ids)
    place = np.minimum(np.searchsorted(ids, streets.way_id, sorter=order), len(ids) - 1)
    hit = ids[order[place]] == streets.way_id
    for column in (forward, backward):
        rows = hit & (column > 0)
        column[rows] = level[order[place[rows]]]
    note = Note("stress-levels", n=len(ids), source=called)
    return replace(streets, stress_forward=forward, stress_backward=backward), note


def _check_levels(frame: pd.DataFrame, where: str) -> tuple[Longs, Codes]:
    import pandas as pd

    frame = frame.rename(columns={"osm_id": "way_id", "lts": "level"})
    if not {"way_id", "level"} <= set(frame.columns):
        raise InputError(
            "column-missing",
            f"{where}: needs the columns way_id and level, has {', '.join(map(str, frame))}",
        )
    if frame.empty:
        raise InputError("table-empty", f"{where}: holds no rows")
    row = np.arange(1, len(frame) + 1)
    ids, odd = ids_of_ways(frame["way_id"])
    level = pd.to_numeric(frame["level"], errors="coerce").to_numpy(dtype=np.float64)
    wrong = ~np.isin(level, (1, 2, 3, 4))
    twice = pd.Series(ids).duplicated().to_numpy() & ~odd
    said = [
        fault
        for fault, found in (
            (
                Fault("id-not-whole", f"way_id that is no whole number in rows {some(row[odd])}"),
                odd,
            ),
            (
                Fault("out-of-range", f"level in rows {some(row[wrong])} is not 1, 2, 3 or 4"),
                wrong,
            ),
            (
                Fault(
                    "row-twice",
                    f"ways that are given twice: {some(np.unique(ids[twice]).astype(int))}",
                ),
                twice,
            ),
        )
        if found.any()
    ]
    if said:
        raise InputError.of(said, where=where)
    return ids.astype(np.int64), level.astype(np.uint8)
