"""Times up to a deadline from few origins to a great many destinations: isochrones.

Searching back in time from each destination would take as long as there are destinations. From an
origin the same times come out of one search forwards, for every second at which a vehicle can just
be caught: they tell by when one is at each stop, and with the egress legs by when one has to leave
to be anywhere in time. Rides are not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.raptor import Egress, Window, nearest_ranks, profile_times
from grensgeo.routing.transit.schedule import whole_seconds

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Longs, Singles
    from grensgeo.routing.transit.schedule import Schedule


#: Before any departure.
_NEVER = np.int32(-(1 << 30))

#: Departures searched at a time, which bounds the memory.
_TOGETHER = 512


class Search(NamedTuple):
    """What is searched.

    Attributes
    ----------
    schedule
        The timetable, not its mirror.
    access, egress
        Legs from origins to stops, and from stops to destinations by destination.
    window
        Deadlines.
    """

    schedule: Schedule
    access: Legs
    egress: Legs
    window: Window


def to_stops(search: Search, origin: int) -> tuple[Longs, Floats]:
    """Search from an origin for every departure that just catches a vehicle.

    Parameters
    ----------
    search
        The question.
    origin
        Which origin.

    Returns
    -------
    departures : ndarray
        int64 (n_departures,): seconds, ascending, up to the last deadline.
    seconds : ndarray
        float64 (n_departures, n_stops): from each to getting off at each stop, NaN unreached.
    """
    schedule, window = search.schedule, search.window
    departures = _departures(search, origin)
    every = np.arange(schedule.n_stops)
    here = Egress.from_legs(
        Legs.from_pairs(len(every), every, every, np.zeros(len(every))), len(every)
    )
    parts = [np.zeros((0, len(every)))]
    for first in range(0, len(departures), _TOGETHER):
        asked = Window(departures[first : first + _TOGETHER], window.max_rides, window.limit_s)
        seconds, _ = profile_times(
            schedule, search.access, here, window=asked, rows=slice(origin, origin + 1)
        )
        parts.append(seconds[0].astype(np.float64))
    return departures, np.concatenate(parts)


def _departures(search: Search, origin: int) -> Longs:
    """Return the seconds at which one can leave to board a vehicle as it goes."""
    lines, window = search.schedule.lines, search.window
    found = [np.zeros(0, dtype=np.int64)]
    start = search.access.start
    for leg in range(int(start[origin]), int(start[origin + 1])):
        stop = int(search.access.stop[leg])
        walk = int(whole_seconds(search.access.seconds[leg : leg + 1])[0])
        for place in range(int(lines.stop_start[stop]), int(lines.stop_start[stop + 1])):
            first = int(lines.stop_departure[place])
            times = lines.departure_s[first : first + int(lines.stop_trips[place])]
            found.append(times.astype(np.int64) - walk)
    departures: Longs = np.unique(np.concatenate(found))
    earliest, latest = window.moments_s[0] - window.limit, window.moments_s[-1]
    kept: Longs = departures[(departures >= earliest) & (departures <= latest)]
    return kept


def percentile_seconds(
    search: Search, origin: int, *, percentile: float, direct_s: Floats
) -> Singles:
    """Compute a percentile of the times over the deadlines, from one origin.

    Parameters
    ----------
    search
        The question.
    origin
        Which origin.
    percentile
        Above 0, up to 100.
    direct_s
        (n_destinations,): seconds without any ride, NaN where there is no such way.

    Returns
    -------
    ndarray
        float32 (n_destinations,): seconds, NaN where that share of deadlines is not met. The same
        as :func:`grensgeo.routing.transit.raptor.percentile_times` gives in the mirror.
    """
    deadlines, limit = search.window.moments_s, search.window.limit
    direct = np.full(len(direct_s), np.inf)
    short = direct_s <= limit
    direct[short] = whole_seconds(direct_s[short])
    took = np.tile(direct, (len(deadlines), 1))
    departures, seconds = to_stops(search, origin)
    if len(departures):
        latest, first_s, row_of_stop = _latest(departures, seconds, int(deadlines[-1]))
        egress = search.egress
        rows = row_of_stop[egress.stop]
        kept = rows >= 0
        rows, legs = rows[kept], whole_seconds(egress.seconds[kept])
        owner = np.repeat(np.arange(len(egress)), np.diff(egress.start))[kept]
        opens = np.flatnonzero(np.diff(owner, prepend=-1))
        for number, deadline in enumerate(deadlines.tolist() if len(opens) else []):
            at = deadline - legs - first_s
            leave = np.where(at >= 0, latest[rows, np.maximum(at, 0)], _NEVER)
            best = deadline - np.maximum.reduceat(leave, opens).astype(np.float64)
            best[best > limit] = np.inf
            took[number, owner[opens]] = np.minimum(took[number, owner[opens]], best)
    took.sort(axis=0)
    result: Singles = took[nearest_ranks([percentile], len(deadlines))[0]].astype(np.float32)
    result[np.isinf(result)] = np.nan
    return result


def _latest(
    departures: Longs, seconds: Floats, last_s: int
) -> tuple[Indices, int, npt.NDArray[np.int64]]:
    """Compute by when one has to leave to be at each stop by each second.

    Returns the table (a row a stop that is reached, a column a second), the second of its first
    column, and the row of each stop, -1 for those that are not reached.
    """
    first_s = int(departures[0])
    stops = np.flatnonzero(~np.isnan(seconds).all(axis=0))
    row_of_stop = np.full(seconds.shape[1], -1, dtype=np.int64)
    row_of_stop[stops] = np.arange(len(stops))
    table = np.full((len(stops), last_s - first_s + 1), _NEVER, dtype=np.int32)
    for departure, took in zip(departures.tolist(), seconds[:, stops], strict=True):
        # later departures are written last, and stay
        reached = np.flatnonzero(departure + np.nan_to_num(took, nan=np.inf) <= last_s)
        column = departure - first_s + took[reached].astype(np.int64)
        table[reached, column] = departure
    np.maximum.accumulate(table, axis=1, out=table)
    return table, first_s, row_of_stop
