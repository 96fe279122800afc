"""Times of the calls of a line's trips, moved trip by trip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats
    from grensgeo.gtfs import Feed


def between_stops(feed: Feed, mask: Flags, one: Flags | None, other: Flags | None) -> Flags:
    """Return which calls are reached within a section, either way; all where no stop is given.

    Parameters
    ----------
    feed
        The timetable.
    mask
        bool (n_trips,): trips that count.
    one, other
        bool (n_stops,): the stops at both ends of the section.

    Returns
    -------
    ndarray
        bool (n_calls,): the run that ends at the call is one of them.
    """
    calls = feed.calls
    trip = np.repeat(np.arange(len(mask)), np.diff(calls.start))
    inside = mask[trip].copy()
    inside[calls.start[:-1][np.diff(calls.start) > 0]] = False  # nothing leads to a first call
    if one is None or other is None:
        return inside
    marks = one[calls.stop].astype(np.int64), other[calls.stop].astype(np.int64)
    both = np.ones(len(mask), dtype=bool)
    for mark in marks:
        both &= np.bincount(trip, weights=mark, minlength=len(mask)) > 0
    passed = np.cumsum(marks[0] | marks[1])
    passed -= (passed - (marks[0] | marks[1]))[calls.start[:-1]][trip]
    before = passed - (marks[0] | marks[1])
    result: Flags = inside & both[trip] & (before == 1)
    return result


def scale_runs(feed: Feed, inside: Flags, factor: float) -> Feed:
    """Return a feed whose runs to some calls take so many times as long; stands stay.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    inside
        bool (n_calls,): calls that are reached by such a run.
    factor
        What the running time is multiplied by.
    """
    calls = feed.calls
    run_s = np.diff(calls.departure_s.astype(np.float64), prepend=0.0)
    run_s[1:] = calls.arrival_s[1:] - calls.departure_s[:-1].astype(np.float64)
    later = np.where(inside, run_s * (factor - 1.0), 0.0)
    return _moved(feed, later, np.zeros(len(later)))


def set_stands(feed: Feed, chosen: Flags, stand_s: int) -> Feed:
    """Return a feed whose trips stand so long at some calls; their runs stay as long.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    chosen
        bool (n_calls,): calls, of which first and last ones do not count.
    stand_s
        Seconds.
    """
    calls = feed.calls
    filled = np.diff(calls.start) > 0
    ends = np.zeros(len(chosen), dtype=bool)
    ends[calls.start[:-1][filled]] = True
    ends[calls.start[1:][filled] - 1] = True
    longer = stand_s - (calls.departure_s - calls.arrival_s).astype(np.float64)
    return _moved(feed, np.zeros(len(longer)), np.where(chosen & ~ends, longer, 0.0))


def _moved(feed: Feed, to_call: Floats, at_call: Floats) -> Feed:
    """Return a feed whose trips lose so many seconds on the way to each call, and at it."""
    calls = feed.calls
    trip = np.repeat(np.arange(len(feed.trips)), np.diff(calls.start))
    total = np.cumsum(to_call + at_call)
    total -= (total - to_call - at_call)[calls.start[:-1]][trip]
    departure = np.rint(total).astype(np.int64)
    arrival = np.rint(total - at_call).astype(np.int64)
    kind = calls.arrival_s.dtype
    moved = replace(
        calls,
        arrival_s=(calls.arrival_s + arrival).astype(kind),
        departure_s=(calls.departure_s + departure).astype(kind),
    )
    return replace(feed, calls=moved, sha256="")
