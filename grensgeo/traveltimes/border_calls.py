"""What a border does to a timetable: vehicles are held there, or end there."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.gtfs.runs import Runs
from grensgeo.gtfs.timetable.patterns import gather, ungather
from grensgeo.network.crossings import CrossingTable

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.gtfs import Timetable

_OF_A_CALL = frozenset({"stop", "arrival_s", "departure_s", "board_ok", "alight_ok"})


def held_at_border(
    timetable: Timetable, country: npt.NDArray[np.object_], crossing_s: float
) -> Timetable:
    """Delay each vehicle by so much from each crossing of the border on.

    Parameters
    ----------
    timetable
        The timetable.
    country
        Country of each stop; one that is not known is that of the call before.
    crossing_s
        Seconds a crossing.

    Returns
    -------
    Timetable
        The same patterns with other times.
    """
    codes = np.array([COUNTRIES.index(name) for name in country])[timetable.pattern_stop]
    length = np.diff(timetable.pattern_stop_start)
    crossings = np.zeros(len(codes), dtype=np.int64)
    for first, last in zip(
        timetable.pattern_stop_start[:-1], timetable.pattern_stop_start[1:], strict=True
    ):
        known = first + np.flatnonzero(codes[first:last])
        after = known[1:][np.diff(codes[known]) != 0]
        np.add.at(crossings, after, 1)
        crossings[first:last] = np.cumsum(crossings[first:last])
    pattern = np.repeat(np.arange(len(length)), np.diff(timetable.pattern_trip_start))
    start = np.concatenate([[0], np.cumsum(length[pattern])])
    call = np.arange(start[-1]) - np.repeat(start[:-1], length[pattern])
    call += np.repeat(timetable.pattern_stop_start[:-1][pattern], length[pattern])
    later = np.rint(crossings[call] * crossing_s).astype(np.int32)
    return replace(
        timetable,
        trip_arrival_s=timetable.trip_arrival_s + later,
        trip_departure_s=timetable.trip_departure_s + later,
    )


def held_by(
    timetable: Timetable, country: npt.NDArray[np.object_], crossing: float | CrossingTable
) -> Timetable:
    """Delay each vehicle at each crossing by what that takes, from there on.

    Parameters
    ----------
    timetable
        The timetable, without headways.
    country
        Country of each stop; one that is not known is that of the call before.
    crossing
        Minutes, or what each crossing takes; the hour is that at which the vehicle would arrive
        behind the border.

    Returns
    -------
    Timetable
        With other times.
    """
    if not isinstance(crossing, CrossingTable):
        return held_at_border(timetable, country, 60.0 * crossing)
    held = crossing.of_mode("transit")
    if not held.rules:
        return held_at_border(timetable, country, 60.0 * held.minutes)
    runs = ungather(timetable)
    codes = np.array([COUNTRIES.index(name) for name in country], dtype=np.uint8)[runs.stop]
    run = np.repeat(np.arange(len(runs)), np.diff(runs.start))
    known = np.flatnonzero(codes)
    follows = (np.diff(run[known]) == 0) & (np.diff(codes[known].astype(np.int64)) != 0)
    before, after = known[:-1][follows], known[1:][follows]
    hours = np.array([_hour(timetable, int(s)) for s in runs.arrival_s[after]])
    minutes = np.full(len(after), held.minutes)
    for rule in held.rules:
        fits = rule.between(codes[before], codes[after])
        if rule.line:
            lines = runs.line[run[after]], runs.route_id[run[after]]
            fits &= (lines[0] == rule.line) | (lines[1] == rule.line)
        if rule.hours is not None:
            fits &= np.array([rule.holds_at(hour) for hour in hours], dtype=bool)
        minutes[fits] = rule.minutes
    later = np.zeros(len(codes))
    np.add.at(later, after, 60.0 * minutes)
    later = np.cumsum(later)
    later -= later[runs.start[:-1]][run]  # nothing is lost before the first call of a run
    seconds = np.rint(later).astype(np.int32)
    moved = replace(
        runs, arrival_s=runs.arrival_s + seconds, departure_s=runs.departure_s + seconds
    )
    return replace(timetable, **vars(gather(moved)))


def _hour(timetable: Timetable, second: int) -> float:
    """Return the hour of the day by the clock."""
    moment = timetable.clock_at(second)
    return moment.hour + moment.minute / 60


def within(timetable: Timetable, own: npt.NDArray[np.bool_]) -> Timetable:
    """Cut every trip to the stretches at some of the stops.

    Parameters
    ----------
    timetable
        The timetable, without headways.
    own
        bool (n_stops,): stops that may be called at.

    Returns
    -------
    Timetable
        A trip that leaves those stops and comes back is two; stretches of one call are left out.
    """
    runs = ungather(timetable)
    run = np.repeat(np.arange(len(runs)), np.diff(runs.start))
    kept = own[runs.stop]
    opens = np.diff(run, prepend=-1) != 0
    piece = np.cumsum(opens | ~kept)
    rows = np.flatnonzero(kept)
    _, inverse, count = np.unique(piece[rows], return_inverse=True, return_counts=True)
    rows = rows[count[inverse] > 1]
    first = np.flatnonzero(np.diff(piece[rows], prepend=-1))
    owner = run[rows[first]]
    columns = {
        item.name: getattr(runs, item.name)[rows if item.name in _OF_A_CALL else owner]
        for item in fields(Runs)
        if item.name != "start"
    }
    cut = Runs(start=np.append(first, len(rows)), **columns)
    return replace(timetable, **vars(gather(cut)))
