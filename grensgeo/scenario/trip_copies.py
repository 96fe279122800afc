"""TripCopies of trips at other times, and short runs that go the whole way of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.gtfs.stop_times import Calls

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Longs
    from grensgeo.gtfs.calendar import ServiceDays
    from grensgeo.gtfs.feed import Feed


@dataclass(frozen=True, eq=False)
class TripCopies:
    """Trips that are copied.

    Attributes
    ----------
    trip
        Which.
    later_s
        How many seconds later each runs.
    service
        On which service's days.
    whole
        The trip whose whole way a short run goes; -1 where it goes its own, None if all do.
    """

    trip: Longs
    later_s: Longs
    service: Longs
    whole: Longs | None = None


def no_copies() -> TripCopies:
    """Return copies of no trip."""
    none = np.zeros(0, dtype=np.int64)
    return TripCopies(none, none, none)


def written_out(feed: Feed, mask: Flags) -> Feed:
    """Write trips at exact headways out as trips at fixed times, which is what they are.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    mask
        bool (n_trips,): trips that are written out, as far as all their headways are exact.

    Returns
    -------
    Feed
        Trips that stay keep their order; those that are written out follow.
    """
    frame = feed.frequencies
    trip, exact = (frame[name].to_numpy(dtype=np.int64) for name in ("trip", "exact"))
    chosen = np.zeros(len(mask), dtype=bool)
    chosen[trip] = mask[trip]
    chosen[trip[exact == 0]] = False
    if not chosen.any():
        return feed
    of, later = [], []
    for row in frame[chosen[trip]].to_dict("records"):
        first = int(feed.calls.departure_s[feed.calls.start[row["trip"]]])
        leave = np.arange(row["start_s"], row["end_s"], row["headway_s"], dtype=np.int64)
        of.append(np.full(len(leave), row["trip"], dtype=np.int64))
        later.append(leave - first)
    copied = np.concatenate(of)
    service = feed.trips["service"].to_numpy(dtype=np.int64)[copied]
    copies = TripCopies(copied, np.concatenate(later), service)
    return with_copies(feed, np.flatnonzero(~chosen), copies, feed.days)


def with_copies(feed: Feed, kept: Longs, copies: TripCopies, days: ServiceDays) -> Feed:
    """Keep some trips of a feed and add copies of others at other times.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    kept
        Trips that stay as they are.
    copies
        What is added.
    days
        Services and their days, with those of the copies.

    Returns
    -------
    Feed
        Kept trips first.
    """
    import pandas as pd

    order = np.concatenate([kept, copies.trip])
    later = np.concatenate([np.zeros(len(kept), dtype=np.int64), copies.later_s])
    calls = _copied_calls(feed.calls, order, later)
    trips = feed.trips.iloc[order].copy()
    names = trips.index.to_numpy(dtype=object).copy()
    names[len(kept) :] = [f"{name}~{n}" for n, name in enumerate(names[len(kept) :], start=1)]
    trips.index = pd.Index(names, dtype="str", name=trips.index.name)
    service = trips["service"].to_numpy(copy=True)
    service[len(kept) :] = copies.service
    number = trips["number"].to_numpy(dtype=object, copy=True)
    number[later != 0] = ""  # the number of a train is that of its own time
    whole = np.full(len(copies.trip), -1) if copies.whole is None else copies.whole
    made = np.concatenate([np.full(len(kept), -1), whole])
    if "block" in trips:  # nor is its vehicle free then for what it does next
        trips["block"] = trips["block"].where((later == 0) & (made < 0), "")
    for name in ("headsign", "shape_id"):
        values = trips[name].to_numpy(dtype=object, copy=True)
        values[made >= 0] = feed.trips[name].to_numpy(dtype=object)[made[made >= 0]]
        trips[name] = values
    position = np.full(len(feed.trips), -1, dtype=np.int64)
    position[kept] = np.arange(len(kept))
    frequencies = feed.frequencies.assign(trip=position[feed.frequencies["trip"].to_numpy()])
    return replace(
        feed,
        trips=trips.assign(service=service, number=number),
        calls=_with_whole_ways(calls, feed.calls, made),
        frequencies=frequencies[frequencies["trip"] >= 0].reset_index(drop=True),
        days=days,
        sha256="",
    )


def _copied_calls(calls: Calls, order: Longs, later: Longs) -> Calls:
    """Return the calls of trips in an order, each so many seconds later."""
    length = np.diff(calls.start)[order]
    start = np.concatenate([[0], np.cumsum(length)]).astype(np.int64)
    rows = np.arange(start[-1]) + np.repeat(calls.start[order] - start[:-1], length)
    by_call = np.repeat(later, length).astype(np.int32)
    return Calls(
        start=start,
        stop=calls.stop[rows],
        arrival_s=calls.arrival_s[rows] + by_call,
        departure_s=calls.departure_s[rows] + by_call,
        board_ok=calls.board_ok[rows],
        alight_ok=calls.alight_ok[rows],
    )


def _with_whole_ways(calls: Calls, known: Calls, made: Longs) -> Calls:
    """Widen short runs to the whole way of a trip, which meets them where they begin and end.

    ``calls``: those of the short runs and all others; ``made``: the trip of ``known`` that makes
    each whole, -1 for none.
    """
    if (made < 0).all():
        return calls
    names = ("stop", "arrival_s", "departure_s", "board_ok", "alight_ok")
    parts: dict[str, list[Any]] = {name: [] for name in names}
    lengths = []
    for trip, whole in enumerate(made.tolist()):
        own = {name: getattr(calls, name)[slice(*calls.start[trip : trip + 2])] for name in names}
        if whole >= 0:
            rows = slice(*known.start[whole : whole + 2])
            own = _whole_way(own, {name: getattr(known, name)[rows] for name in names})
        lengths.append(len(own["stop"]))
        for name in names:
            parts[name].append(own[name])
    start = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Calls(start=start, **{name: np.concatenate(part) for name, part in parts.items()})


def _whole_way(own: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Return the calls of a short run with those of another before and after them."""
    stops = whole["stop"].tolist()
    first, last = (stops.index(own["stop"][k]) for k in (0, -1))
    sooner = own["departure_s"][0] - whole["departure_s"][first]
    later = own["arrival_s"][-1] - whole["arrival_s"][last]
    own = {name: values.copy() for name, values in own.items()}
    # where they meet it may be left and boarded as the other, and stands as long
    own["arrival_s"][0], own["alight_ok"][0] = (
        whole["arrival_s"][first] + sooner, whole["alight_ok"][first],
    )  # fmt: skip
    own["departure_s"][-1], own["board_ok"][-1] = (
        whole["departure_s"][last] + later, whole["board_ok"][last],
    )  # fmt: skip
    before = {name: values[:first] for name, values in whole.items()}
    after = {name: values[last + 1 :] for name, values in whole.items()}
    for name in ("arrival_s", "departure_s"):
        before[name], after[name] = before[name] + sooner, after[name] + later
    return {name: np.concatenate([before[name], own[name], after[name]]) for name in own}
