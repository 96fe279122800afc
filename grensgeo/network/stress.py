"""Level of traffic stress: which streets whom a cyclist would dare to ride.

Levels are those of Mekuria, Furth and Nixon 2012, "Low-stress bicycling and network
connectivity" (Mineta Transportation Institute, report 11-19), tables 2 to 4: 1 suits children,
2 most adults, 3 confident cyclists, 4 hardly anybody. OpenStreetMap knows neither the width of
lanes nor the volume of traffic, so these are guessed from the class, as Conveyal's R5 does
(``LevelOfTrafficStressLabeler``). Limits are rounded up from the report's miles per hour: 40, 50
and 60 km/h for 25, 30 and 35.

1. Ways where no car may go, ferries, and streets with a cycle track beside them
   (``cycleway=track`` on the side of the direction): level 1.
2. A cycle lane (``cycleway=lane``, or ``opposite_lane`` against the one-way): 2 up to 50 km/h,
   3 up to 60, 4 above; at least 3 on streets with four lanes for cars or more. (Tables 2 and 3,
   with narrow lanes, as the width is not known.)
3. Mixed traffic (table 4), with up to three lanes for cars or none tagged:

   ============================================  ======  ======  =====
   class                                         to 40   to 50   above
   ============================================  ======  ======  =====
   residential, living and service streets,      1       2       3
   tracks, bicycle roads
   unclassified, tertiary, road                  2       3       3
   others                                        2       3       4
   ============================================  ======  ======  =====

   with four or five lanes 3 up to 40 km/h and 4 above, with six or more 4. That small roads never
   exceed 3 is R5's rule, not the report's: there are few cars on them.
4. A street without a tagged limit has the one behind the speed table (50 km/h in built-up areas,
   30 in residential streets, 60 to 100 outside).

Crossings of busier streets are not rated: R5 gives the arms of an unsignalled junction the
highest level that meets there.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.modes import MODES, mode_bit
from grensgeo.network.observed import read_ways, report_ways
from grensgeo.network.speeds import SpeedTable
from grensgeo.notes import Note
from grensgeo.osm.cycling import LANE, MIXED, TRACK, CycleTags
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.network.contents import Streets

_CALM: Final = frozenset(("residential", "living_street", "service", "track", "pedestrian"))
_SMALL: Final = frozenset(("unclassified", "tertiary", "tertiary_link", "road", "local"))
_FREE: Final = frozenset(("ferry", "barrier"))

#: Upper ends of the classes of limits, km/h: 25, 30 and 35 mph.
_SLOW, _TOWN, _FAST = 40.0, 50.0, 60.0

#: What a street may be like, the plainest first: what it offers, and its lanes.
_PLAINEST: Final = ((MIXED, 0), (LANE, 0), (MIXED, 4), (LANE, 4), (MIXED, 6), (TRACK, 0))


def levels(
    highway: npt.NDArray[np.uint8],
    *,
    limit_kmh: npt.NDArray[np.floating],
    offered: npt.NDArray[np.uint8],
    n_lanes: npt.NDArray[np.uint8],
    bicycle_road: npt.NDArray[np.bool_],
    cars: npt.NDArray[np.bool_],
    bicycles: npt.NDArray[np.bool_],
) -> npt.NDArray[np.uint8]:
    """Rate edges in one direction.

    Parameters
    ----------
    highway
        Classes, as in :data:`grensgeo.network.HIGHWAYS`.
    limit_kmh
        Limits; ``inf`` for none.
    offered
        What :func:`grensgeo.osm.cycling.facility` says.
    n_lanes
        Lanes for cars; 0 where they are not known.
    bicycle_road
        Whether it is a bicycle road.
    cars
        Whether cars may use the edge, in either direction.
    bicycles
        Whether bicycles may use it in this one.

    Returns
    -------
    ndarray
        uint8 of the same length: 1 to 4; 0 where bicycles may not go.

    Source
    ------
    See the module's docstring.
    """
    calm = np.isin(highway, _codes(_CALM)) | bicycle_road
    small = np.isin(highway, _codes(_SMALL))
    speed = np.searchsorted([_SLOW, _TOWN, _FAST], limit_kmh, side="left")  # 0 to 3
    narrow = np.select(
        [calm, small],
        [np.array([1, 2, 3, 3])[speed], np.array([2, 3, 3, 3])[speed]],
        default=np.array([2, 3, 4, 4])[speed],
    )
    wide = np.where((n_lanes >= 6) | (speed > 0), 4, 3)
    mixed = np.where(n_lanes >= 4, wide, narrow)
    lane = np.array([2, 2, 3, 4])[speed]
    lane = np.where(n_lanes >= 4, np.maximum(lane, 3), lane)
    # a lane makes no street worse than it were without
    level = np.where(offered == LANE, np.minimum(lane, mixed), mixed)
    free = (offered == TRACK) | ~cars | np.isin(highway, _codes(_FREE))
    level = np.where(free, 1, level)
    return np.where(bicycles, level, 0).astype(np.uint8)


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


def _check_levels(
    frame: pd.DataFrame, where: str
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    import pandas as pd

    frame = frame.rename(columns={"osm_id": "way_id", "lts": "level"})
    if not {"way_id", "level"} <= set(frame.columns):
        raise InputError(
            f"{where}: needs the columns way_id and level, has {', '.join(map(str, frame))}"
        )
    if frame.empty:
        raise InputError(f"{where}: holds no rows")
    row = np.arange(1, len(frame) + 1)
    ids, level = (
        pd.to_numeric(frame[column], errors="coerce").to_numpy(dtype=np.float64)
        for column in ("way_id", "level")
    )
    odd, wrong = ~np.isfinite(ids) | (ids != np.floor(ids)), ~np.isin(level, (1, 2, 3, 4))
    twice = pd.Series(ids).duplicated().to_numpy() & ~odd
    said = [
        text
        for text, found in (
            (f"way_id that is no whole number in rows {some(row[odd])}", odd),
            (f"level in rows {some(row[wrong])} is not 1, 2, 3 or 4", wrong),
            (f"ways that are given twice: {some(np.unique(ids[twice]).astype(int))}", twice),
        )
        if found.any()
    ]
    if said:
        raise InputError(f"{where}: {'; '.join(said)}")
    return ids.astype(np.int64), level.astype(np.uint8)


def _codes(names: frozenset[str]) -> list[int]:
    return [HIGHWAYS.index(name) for name in sorted(names)]
