"""Stops of a line, found by id or name, and hours of the day as they are written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.declared import TEXT, option
from grensgeo.scenario.checks import unknown_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.arrays import Flags
    from grensgeo.errors import Fault
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
#: A service day may last into the morning after the next: GTFS counts on beyond 24:00.
_LAST_HOUR = 47

#: How a stop is declared.
SAID = "its `stop_id` or name, or that of its station, with `feed:` before the id for one feed"
STOP = option(TEXT, f"the stop: {SAID}")


def clock_s(text: object) -> int | None:
    """Return the seconds of a time such as 07:15, or 24:30 after midnight; None if it is none.

    Examples
    --------
    >>> clock_s("07:15"), clock_s("24:30"), clock_s("7h15")
    (26100, 88200, None)
    """
    found = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    if found is None or int(found[1]) > _LAST_HOUR:
        return None
    return 3600 * int(found[1]) + 60 * int(found[2])


def stops_named(feed: Feed, name: str) -> Flags:
    """Return which stops of a feed have an id or a name, or a station that has it.

    Parameters
    ----------
    feed
        A timetable.
    name
        Id or name.

    Returns
    -------
    ndarray
        bool (n_stops,).
    """
    ids = feed.stops.index.to_numpy(dtype=object)
    names = feed.stops["stop_name"].to_numpy(dtype=object)
    own = np.asarray((ids == name.removeprefix(f"{feed.name}:")) | (names == name), dtype=bool)
    parent = feed.stops["parent"].to_numpy()
    result: Flags = own | ((parent >= 0) & own[np.maximum(parent, 0)])
    return result


def called_at(feed: Feed, mask: Flags) -> Flags:
    """Return which stops some trips of a feed call at."""
    trip = np.repeat(np.arange(len(mask)), np.diff(feed.calls.start))
    result = np.zeros(len(feed.stops), dtype=bool)
    result[feed.calls.stop[mask[trip]]] = True
    return result


def stop_faults(
    feeds: Sequence[Feed], masks: Sequence[Flags], names: Sequence[str], *, line: str
) -> list[Fault]:
    """List the stops that a line does not call at, with those that are like them."""
    known: dict[str, None] = {}
    called = [called_at(feed, mask) for feed, mask in zip(feeds, masks, strict=True)]
    for feed, there in zip(feeds, called, strict=True):
        known |= dict.fromkeys(feed.stops["stop_name"][there].astype(str))
        known |= dict.fromkeys(feed.stops.index[there].astype(str))
    lost = [
        name
        for name in dict.fromkeys(names)
        if not any(
            (stops_named(feed, name) & there).any()
            for feed, there in zip(feeds, called, strict=True)
        )
    ]
    return [unknown_name(name, known, f"stop of line {line}") for name in lost]


def known_stop(network: Network, name: str) -> list[tuple[Feed, int]]:
    """Return where in a network's timetables a stop stands that vehicles call at."""
    found = []
    for feed in network.feeds:
        there = called_at(feed, np.ones(len(feed.trips), dtype=bool))
        found += [(feed, int(place)) for place in np.flatnonzero(stops_named(feed, name) & there)]
    return found


def unknown_stop(network: Network, name: str) -> Fault:
    """Return a fault on a stop that no timetable of a network has."""
    known: dict[str, None] = {}
    for feed in network.feeds:
        known |= dict.fromkeys(feed.stops["stop_name"].astype(str))
        known |= dict.fromkeys(feed.stops.index.astype(str))
    return unknown_name(name, known, "stop")


def with_stop(feed: Feed, stop_id: str, row: Mapping[str, object]) -> tuple[Feed, int]:
    """Return a feed with one stop more, and its position.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    stop_id
        Its id; a number is added where another stop has it.
    row
        ``stop_name``, ``stop_lon``, ``stop_lat`` and, where the feed knows countries,
        ``country``.
    """
    import pandas as pd

    name, number = stop_id, 1
    while name in feed.stops.index:
        number += 1
        name = f"{stop_id}-{number}"
    values = {"location_type": 0, "parent": -1, "platform_code": "", **row}
    more = pd.DataFrame(
        {column: [values.get(column, "")] for column in feed.stops.columns},
        index=pd.Index([name], dtype=feed.stops.index.dtype, name=feed.stops.index.name),
    ).astype(feed.stops.dtypes)
    return replace(feed, stops=pd.concat([feed.stops, more]), sha256=""), len(feed.stops)


def with_stop_of(feed: Feed, other: Feed, place: int) -> tuple[Feed, int]:
    """Return a feed with a stop of another, and its position; both know it as one station."""
    if other is feed:
        return feed, place
    stop = other.stops.iloc[place]
    stop_id = f"{other.name}-{other.stops.index[place]}"
    if stop_id in feed.stops.index:
        return feed, int(np.flatnonzero(feed.stops.index == stop_id)[0])
    names = ("stop_name", "stop_lon", "stop_lat")
    row = {name: stop[name] for name in names} | {"country": stop.get("country", "")}
    return with_stop(feed, stop_id, row)
