"""Timetables with a line that runs more or less often, or not at all."""

from __future__ import annotations

import difflib
import itertools
import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, GrensgeoWarning, some
from grensgeo.gtfs.merging.rules import MergeRules
from grensgeo.notes import Note
from grensgeo.polylines import straight_m
from grensgeo.scenario.trip_copies import TripCopies, no_copies, with_copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Floats, Longs
    from grensgeo.gtfs.feed import Feed
    from grensgeo.gtfs.stop_times import Calls


#: Routes of one name are one line if they have so many stations in common.
_SHARED_STATIONS = 2


#: Of a headway: what is less than this before a departure is no departure of its own.
_ALMOST = 0.1


@dataclass(frozen=True, eq=False)
class _Route:
    """A route of a feed that has the name that is looked for."""

    feed: int
    shown: str
    lon: Floats
    lat: Floats


def trips_of(feeds: Sequence[Feed], line: str) -> tuple[list[Flags], list[Fault]]:
    """Find the trips of a line.

    Parameters
    ----------
    feeds
        Timetables.
    line
        A ``route_id`` or what stands on the vehicle; with ``feed:`` before it those of one feed.

    Returns
    -------
    list of ndarray
        bool (n_trips,) for each feed.
    list of Fault
        What is wrong: routes of that name that are not one line, having fewer than two stations
        in common.
    """
    masks, routes = [], []
    for number, feed in enumerate(feeds):
        name = line.removeprefix(f"{feed.name}:")
        ids, names = (feed.trips[column].to_numpy(dtype=object) for column in ("route_id", "line"))
        mask = np.asarray((ids == name) | (names == name), dtype=bool)
        masks.append(mask)
        routes += [_route(feeds, number, ids == one) for one in dict.fromkeys(ids[mask])]
    apart = _separate(routes)
    if apart < 2:
        return masks, []
    listed = some([route.shown for route in routes], most=10)
    fault = Fault(
        "line-not-clear",
        f"{line!r} is the name of {apart} lines: {listed}; name one by its route_id, with its "
        "feed and a colon before it where two feeds have it",
    )
    return masks, [fault]


def _route(feeds: Sequence[Feed], number: int, mask: Flags) -> _Route:
    """Describe a route by its ends and its number of trips."""
    feed, calls = feeds[number], feeds[number].calls
    chosen = np.flatnonzero(mask)
    trip = np.repeat(np.arange(len(mask)), np.diff(calls.start))
    stops = np.unique(calls.stop[mask[trip]])
    ends = calls.stop[[calls.start[chosen[0]], calls.start[chosen[0] + 1] - 1]]
    names = feed.stops["stop_name"].to_numpy(dtype=object)[ends]
    route_id = feed.trips["route_id"].iloc[int(chosen[0])]
    shown = f"{feed.name}:{route_id} ({len(chosen)} trips, {names[0]} - {names[1]})"
    place = feed.stops[["stop_lon", "stop_lat"]].to_numpy(dtype=np.float64)[stops]
    return _Route(number, shown, place[:, 0], place[:, 1])


def _separate(routes: Sequence[_Route]) -> int:
    """Count the lines that routes of one name are: those that share stations are one."""
    line = list(range(len(routes)))
    for a, b in itertools.combinations(range(len(routes)), 2):
        if line[a] != line[b] and _shared(routes[a], routes[b]) >= _SHARED_STATIONS:
            line = [line[a] if value == line[b] else value for value in line]
    return len(set(line))


def _shared(one: _Route, other: _Route) -> int:
    """Count the stops of a route that lie at a station of another."""
    near = MergeRules().station_m
    metres = straight_m(one.lon[:, None], one.lat[:, None], other.lon, other.lat)
    return int((metres <= near).any(axis=1).sum())


def alike(line: str, known: Iterable[str]) -> Fault:
    """Return which lines there are, those that are spelt alike first."""
    names = sorted(set(known))
    near = difflib.get_close_matches(line, names, n=3)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    told = f"unknown line {line!r}; {meant}there are {some(names, most=40)}"
    return Fault("name-unknown", told)


def lines_of(feeds: Sequence[Feed]) -> list[str]:
    """Name all lines of timetables."""
    return sorted({str(name) for feed in feeds for name in feed.trips["line"].unique()})


def without(feed: Feed, mask: Flags) -> Feed:
    """Remove trips from a timetable.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    mask
        bool (n_trips,): those that do not run.

    Returns
    -------
    Feed
        The others.
    """
    return with_copies(feed, np.flatnonzero(~mask), no_copies(), feed.days)


@dataclass(frozen=True, eq=False)
class _Direction:
    """Trips of one direction: when each leaves the first stop, and whether it is a short run."""

    trip: Longs
    departure: Longs
    short: Flags

    def at(self, chosen: Flags | Longs) -> _Direction:
        """Return some of the trips."""
        return _Direction(self.trip[chosen], self.departure[chosen], self.short[chosen])


def every(
    feed: Feed, mask: Flags, headway_s: int, *, line: str = ""
) -> tuple[Feed, tuple[Note, ...]]:
    """Change the headway of the trips of a line.

    Trips of ``frequencies.txt`` come at the new headway; where several of one direction run side
    by side they share it as they did. Trips at fixed times are laid anew, direction by direction
    and for each set of services that run on one day, as :func:`departures_every` says, each a copy
    of the trip that was nearest to it, moved as a whole. Where the line comes more often and a
    short run alone fills a gap, it goes the whole way.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    mask
        bool (n_trips,): the trips of the line.
    headway_s
        Seconds from one departure to the next.
    line
        What the line is called in the notes.

    Returns
    -------
    Feed
        A copy of the timetable.
    tuple of Note
        What was done.

    Warns
    -----
    GrensgeoWarning
        If no two trips at fixed times leave in one direction on one day: then nothing changes.
    """
    at_headways = np.zeros(len(feed.trips), dtype=bool)
    at_headways[feed.frequencies["trip"].to_numpy()] = True
    said = []
    if (mask & at_headways).any():
        feed = _shared_headway(feed, mask, headway_s)
        n = int((mask & at_headways).sum())
        said.append(Note("scenario.trips-at-headways", line=line, feed=feed.name, n=n))
    fixed = mask & ~at_headways
    if fixed.any():
        lines = sorted(set(feed.trips["line"].to_numpy(dtype=object)[fixed]))
        feed, kinds, spanned = _laid_anew(feed, fixed, headway_s)
        if not spanned:
            warnings.warn(
                GrensgeoWarning(
                    "headway-without-effect",
                    f"{feed.name}: {some(lines)} leaves once a day at most in either direction, "
                    "so that a headway changes nothing between its first and last departure",
                ),
                stacklevel=4,
            )
        said.append(
            Note(
                "scenario.trips-laid-anew",
                line=line, feed=feed.name, n=int(fixed.sum()), kinds=kinds,
            )
        )  # fmt: skip
    return feed, tuple(said)


def _shared_headway(feed: Feed, mask: Flags, headway_s: int) -> Feed:
    """Set the headway of rows of frequencies; those side by side share it by their old ones."""
    import pandas as pd

    frame = feed.frequencies.copy()
    rows = np.flatnonzero(mask[frame["trip"].to_numpy()])
    trip = frame["trip"].to_numpy()[rows]
    start, end, old = (
        frame[name].to_numpy(dtype=np.float64)[rows] for name in ("start_s", "end_s", "headway_s")
    )
    group = np.zeros(len(feed.trips), dtype=np.int64)
    for number, own in enumerate(_directions(feed, np.unique(trip))):
        group[own.trip] = number
    active = feed.days.active[feed.trips["service"].to_numpy()[trip]].astype(np.float64)
    days = active @ active.T / np.maximum(active.sum(axis=1), 1)[:, None]
    together = np.minimum(end[:, None], end) - np.maximum(start[:, None], start)
    share = days * np.clip(together, 0, None) / np.maximum(end - start, 1)[:, None]
    share *= group[trip][:, None] == group[trip]
    np.fill_diagonal(share, 1.0)
    new = headway_s * old * (share / old).sum(axis=1)
    values = frame["headway_s"].to_numpy(copy=True)
    values[rows] = np.maximum(np.rint(new), 1).astype(values.dtype)
    frame = _exactly(frame.assign(headway_s=values), frame, rows)
    if "drawn_as" in frame:  # those that the line drew together get new turns beside the first
        drawn, since = frame["drawn_as"].to_numpy(copy=True), frame["drawn_from_s"]
        again = pd.Series(list(zip(drawn[rows], since.iloc[rows], strict=True))).duplicated()
        drawn[rows[again & (frame["exact"].to_numpy()[rows] == 0)]] = ""
        frame = frame.assign(drawn_as=drawn)
    return replace(feed, frequencies=frame, sha256="")


def _exactly(frame: pd.DataFrame, before: pd.DataFrame, rows: Longs) -> pd.DataFrame:
    """Keep in rows whose minutes are fixed the departures that :func:`departures_every` keeps.

    A row stands for departures at one distance. Where a shorter one does not divide the old one,
    what was there stays and rows beside it fill its gaps; where a longer one would end earlier, a
    row more holds the last departure.
    """
    import pandas as pd

    more = []
    kept = frame["headway_s"].to_numpy(copy=True)
    for row in rows[frame["exact"].to_numpy()[rows] == 1].tolist():
        own = before.iloc[row]
        start, old, new = int(own["start_s"]), int(own["headway_s"]), int(kept[row])
        last = start + (int(own["end_s"]) - 1 - start) // old * old
        if new < old and old % new:
            kept[row] = old
            more += [
                own.to_dict() | {"start_s": start + later, "end_s": last}
                for later in range(new, old, new)
                if start + later < last
            ]
        elif new > old and (last - start) % new:
            more.append(own.to_dict() | {"start_s": last, "end_s": last + 1, "headway_s": new})
    frame = frame.assign(headway_s=kept)
    added = pd.DataFrame(more, columns=frame.columns)
    return pd.concat([frame, added.astype(frame.dtypes)], ignore_index=True) if more else frame


def _laid_anew(feed: Feed, fixed: Flags, headway_s: int) -> tuple[Feed, int, bool]:
    """Arrange trips at fixed times anew; return the kinds of day, and if any has two of them."""
    service = feed.trips["service"].to_numpy()
    own = np.unique(service[fixed])
    kinds, kind_of_day = np.unique(feed.days.active[own], axis=1, return_inverse=True)
    trips: list[Longs] = []
    later: list[Longs] = []
    wholes: list[Longs] = []
    services: list[Longs] = []
    active: list[Flags] = []
    spanned = False
    for kind in np.flatnonzero(kinds.any(axis=0)):
        running = np.flatnonzero(fixed & np.isin(service, own[kinds[:, kind]]))
        for way in _directions(feed, running):
            spanned |= bool(np.ptp(way.departure) > 0)
            copied, moved, whole = _relaid(way, headway_s)
            trips.append(copied)
            later.append(moved)
            wholes.append(whole)
            services.append(np.full(len(copied), len(feed.days.services) + len(active)))
        active.append(np.ravel(kind_of_day) == kind)
    days = replace(
        feed.days,
        services=(*feed.days.services, *new_services(feed.days.services, len(active))),
        active=np.vstack([feed.days.active, *active]),
    )
    copies = TripCopies(*(np.concatenate([*part, no_copies().trip])
                       for part in (trips, later, services, wholes)))  # fmt: skip
    return with_copies(feed, np.flatnonzero(~fixed), copies, days), len(active), spanned


def new_services(taken: Sequence[str], count: int) -> list[str]:
    """Name services that are not there yet."""
    names = (f"scenario-{number}" for number in itertools.count(1))
    return list(itertools.islice((name for name in names if name not in set(taken)), count))


def _relaid(way: _Direction, headway_s: int) -> tuple[Longs, Longs, Longs]:
    """Return the trip to be copied for each new departure, how much later, and its ``whole``."""
    way = way.at(np.argsort(way.departure, kind="stable"))
    departure, members = way.departure, way.trip
    new = departures_every(departure, headway_s)
    more = len(new) > len(departure) and bool(np.isin(departure, new).all())
    if way.short.any() and (more or _shorts_lie_between(way, headway_s)):
        return _made_whole(way, headway_s)
    if more:
        # what runs goes on running as it is, several at one minute too
        added = np.setdiff1d(new, departure)
        nearest = nearest_of(departure, added)
        copied = np.concatenate([members, members[nearest]])
        later = np.concatenate([np.zeros_like(departure), added - departure[nearest]])
        return copied, later, np.full(len(copied), -1)
    nearest = nearest_of(departure, new)
    return members[nearest], new - departure[nearest], np.full(len(new), -1)


def _shorts_lie_between(way: _Direction, headway_s: int) -> bool:
    """Return whether the headway is that of all trips together, short runs among others."""
    whole = way.departure[~way.short]
    gaps = len(way.departure) - 1
    span, most = int(np.ptp(whole)), int(np.ptp(way.departure)) * (1 + _ALMOST)
    return headway_s * (len(whole) - 1) < span and headway_s * gaps <= most


def _made_whole(way: _Direction, headway_s: int) -> tuple[Longs, Longs, Longs]:
    """Keep all trips, run short ones the whole way where only they fill a gap, fill what is left.

    Trips in order; copies, seconds later and ``whole`` as of :func:`_relaid`.
    """
    whole = way.at(~way.short)
    between = (way.departure > whole.departure[0]) & (way.departure < whole.departure[-1])
    made = np.full(len(way.trip), -1)
    last = int(whole.departure[0])
    for k in np.flatnonzero(way.short & between).tolist():
        own = int(way.departure[k])
        at = int(np.searchsorted(whole.departure, own))
        last = max(last, int(whole.departure[at - 1]))
        if own > last and whole.departure[at] - last > headway_s * (1 + _ALMOST):
            made[k] = whole.trip[nearest_of(whole.departure, np.array([own]))[0]]
            last = own
    # beyond the first and the last that run the whole way, short ones are filled up with such
    counted = ~way.short | ~between | (made >= 0)
    added = np.setdiff1d(_filled(np.unique(way.departure[counted]), headway_s), way.departure)
    inside = (added > whole.departure[0]) & (added < whole.departure[-1])
    one, other = nearest_of(whole.departure, added), nearest_of(way.departure, added)
    copied = np.where(inside, whole.trip[one], way.trip[other])
    later = added - np.where(inside, whole.departure[one], way.departure[other])
    return (
        np.concatenate([way.trip, copied]),
        np.concatenate([np.zeros_like(way.departure), later]),
        np.concatenate([made, np.full(len(added), -1)]),
    )


def departures_every(departure: Longs, headway_s: int) -> Longs:
    """Arrange departures at a headway, from the first to the last of those that there are.

    Where they come more often than now, no one may be later for it: every departure stays, and
    gaps that are longer than the headway are filled. Where they come less often, they are laid
    anew from the first one on, and the last one stays.

    Parameters
    ----------
    departure
        Seconds, ascending.
    headway_s
        Seconds from one to the next.

    Returns
    -------
    ndarray
        int64: seconds, ascending, each once; a gap may be a tenth longer than the headway.

    Examples
    --------
    >>> departures_every(np.array([0, 60, 100]), 30).tolist()
    [0, 30, 60, 90, 100]
    >>> departures_every(np.array([0, 60, 120, 180]), 90).tolist()
    [0, 90, 180]
    """
    own = np.unique(departure)
    span = int(own[-1] - own[0])
    if headway_s * (len(own) - 1) < span:
        return _filled(own, headway_s)
    return np.concatenate([np.arange(own[0], own[-1], headway_s), own[-1:]]).astype(np.int64)


def _filled(own: Longs, headway_s: int) -> Longs:
    """Fill gaps between departures that are longer than a headway."""
    # none is added next to one that runs: a gap may be a tenth longer
    parts = [
        np.arange(a, max(b - headway_s * _ALMOST, a + 1), headway_s)
        for a, b in itertools.pairwise(own.tolist())
    ]
    return np.concatenate([*parts, own[-1:]]).astype(np.int64)


def nearest_of(departure: Longs, new: Longs) -> Longs:
    """Return the place of the departure that is nearest to each new one."""
    after = np.clip(np.searchsorted(departure, new), 1, max(len(departure) - 1, 1))
    after = np.minimum(after, len(departure) - 1)
    before = np.maximum(after - 1, 0)
    nearest: Longs = np.where(new - departure[before] <= departure[after] - new, before, after)
    return nearest


def _directions(feed: Feed, trips: Longs) -> list[_Direction]:
    """Share trips out by direction, with when each leaves, or would leave, the first stop.

    Of one direction are trips that call at two stops of its commonest pattern in the same order.
    One that begins further on leaves the first stop as much earlier as the commonest takes to
    where they meet. Short runs call at stops of the commonest alone, and not at one of its ends.
    """
    calls = feed.calls
    patterns: dict[bytes, list[int]] = {}
    for trip in trips.tolist():
        patterns.setdefault(_stops(calls, trip).tobytes(), []).append(trip)
    left = sorted(patterns.values(), key=lambda own: (-len(own), own[0]))
    result = []
    while left:
        leading, rest = left[0], []
        place: dict[int, int] = {}
        for position, stop in enumerate(_stops(calls, leading[0]).tolist()):
            place.setdefault(stop, position)
        first = calls.departure_s[calls.start[leading]]
        members, departures, short = [], [], []
        for pattern in left:
            meeting = _meeting(_stops(calls, pattern[0]).tolist(), place)
            if pattern is leading:
                meeting = 0, 0
            if meeting is None:
                rest.append(pattern)
                continue
            theirs, ours = meeting
            takes = np.median(calls.departure_s[calls.start[leading] + ours] - first)
            members += pattern
            departures.append(calls.departure_s[calls.start[pattern] + theirs] - round(takes))
            short += [_is_short(_stops(calls, pattern[0]), _stops(calls, leading[0]))] * len(
                pattern
            )
        result.append(
            _Direction(
                np.array(members),
                np.concatenate(departures).astype(np.int64),
                np.array(short, dtype=bool),
            )
        )
        left = rest
    return result


def _stops(calls: Calls, trip: int) -> npt.NDArray[np.int32]:
    """Return the stops of a trip."""
    return calls.stop[calls.start[trip] : calls.start[trip + 1]]


def _is_short(stops: npt.NDArray[np.int32], whole: npt.NDArray[np.int32]) -> bool:
    """Return whether a trip runs a part of another's way; neither calls at a stop twice."""
    place = {stop: k for k, stop in enumerate(whole.tolist())}
    own = [place.get(stop, -1) for stop in stops.tolist()]
    ends = (own[0], own[-1]) != (0, len(whole) - 1)
    return ends and len(place) == len(whole) and own[0] >= 0 and own == sorted(set(own))


def _meeting(stops: list[int], place: dict[int, int]) -> tuple[int, int] | None:
    """Find the first stop that both call at before another of both; their place and ours."""
    common = [(theirs, place[stop]) for theirs, stop in enumerate(stops) if stop in place]
    return next((one for one, then in itertools.pairwise(common) if one[1] < then[1]), None)
