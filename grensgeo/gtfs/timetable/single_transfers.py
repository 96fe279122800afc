"""Transfers of single trips or routes: such a trip calls at a copy of its stop.

A search knows how one changes from stop to stop, and not from which trip to which. So a trip that
a transfer is about calls at a copy of its stop, one for all trips that the same transfers are
about: at the same place and of the same name, with ways of its own. Whatever searches a timetable
then obeys such transfers without knowing of them, forwards and backwards.

A transfer between two trips is often one that one would make or miss anyhow. Those are left out,
so that no more copies are made than change something.

Source: GTFS reference, transfers.txt, ``from_trip_id`` and the like, and the order in which the
more particular transfer counts before the more general one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.gtfs.timetable.changes import FORBIDDEN, Family, Ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from grensgeo.arrays import Flags
    from grensgeo.gtfs.feed import Feed


_DAY_S = 86_400
#: Nobody waits longer for a trip: half a day.
_LONGEST_S = 43_200

#: How particular a transfer is, by what it names of the trips arriving and departing, in whichever
#: order. Source: GTFS reference, transfers.txt: both trips, a trip and a line, a trip, both lines,
#: a line; those that name stops only come last.
_RANKS = {
    ("trip", "trip"): 5, ("route", "trip"): 4, ("", "trip"): 3, ("route", "route"): 2,
    ("", "route"): 1,
}  # fmt: skip


class _Side(NamedTuple):
    """Where, and on which trips, a transfer begins or ends."""

    places: tuple[int, ...]
    kind: str  # "trip", "route" or "" for all
    name: str

    def fits(self, place: int, trip: str, route: str) -> bool:
        """Return whether a trip at a place is meant."""
        named = {"trip": trip, "route": route, "": self.name}[self.kind]
        return place in self.places and named == self.name


class Rule(NamedTuple):
    """One transfer of single trips or lines."""

    rank: tuple[int, int]
    start: _Side
    end: _Side
    kind: int
    least_s: float


@dataclass(frozen=True, eq=False)
class SplitCalls:
    """The calls of a feed, those that transfers of single trips are about at copies of stops.

    Attributes
    ----------
    stop
        int32 (n_calls,): place of each call; from the number of places on, copies.
    original
        int64 (n_copies,): the place of which each is a copy.
    rules
        Transfers, the most general first.
    starts, ends
        For each of them the copies at which the trips call that it is about; None for a side that
        holds for all trips.
    """

    stop: npt.NDArray[np.int32]
    original: npt.NDArray[np.int64]
    rules: tuple[Rule, ...] = ()
    starts: tuple[tuple[int, ...] | None, ...] = ()
    ends: tuple[tuple[int, ...] | None, ...] = ()


def split_calls(
    feed: Feed,
    running: Flags,
    *,
    stop: npt.NDArray[np.int64],
    family: Family,
    ways: Ways | None,
) -> SplitCalls:
    """Move the calls that transfers of single trips or lines are about to copies of their stops.

    Parameters
    ----------
    feed
        The feed.
    running
        bool (n_trips,): trips that run on the days of the timetable.
    stop
        int64 (n_places,): stop of each place in the timetable, -1 for none.
    family
        Which places are parts of which.
    ways
        How one changes otherwise; without it all transfers are kept, decide they or not.

    Returns
    -------
    SplitCalls
        The calls, as they are where no transfer is about them.
    """
    rules = _rules(feed, family)
    none = SplitCalls(feed.calls.stop, np.zeros(0, dtype=np.int64))
    if not rules:
        return none
    trips = _Trips(feed, running)
    kept = rules if ways is None else _deciding(rules, trips, stop, ways)
    return _at_copies(kept, trips) if kept else none


def add_single_transfers(parted: SplitCalls, stop: npt.NDArray[np.int64], ways: Ways) -> None:
    """Add the transfers of single trips and lines to the ways, the most general first.

    Parameters
    ----------
    parted
        Calls of a feed.
    stop
        int64 (n_places and copies,): stop of each place in the timetable, -1 for none.
    ways
        Ways of all stops, copies among them; they are changed.
    """
    n_places = len(stop) - len(parted.original)
    copies: dict[int, list[int]] = {}
    for number, place in enumerate(parted.original.tolist(), start=n_places):
        copies.setdefault(place, []).append(number)
    # Most general first: what is set later replaces what was set before for the same pair of stops
    for rule, starts, ends in zip(parted.rules, parted.starts, parted.ends, strict=True):
        sides: list[dict[int, list[int]]] = []
        for side, own in ((rule.start, starts), (rule.end, ends)):
            at: dict[int, list[int]] = {}
            # A side that holds for all trips holds at the stop itself and at all of its copies
            if own is None:
                at = {place: [place, *copies.get(place, ())] for place in side.places}
            for copy in own or ():
                at.setdefault(int(parted.original[copy - n_places]), []).append(copy)
            sides.append({place: stop[found].tolist() for place, found in at.items()})
        for a, from_stops in sides[0].items():
            for b, to_stops in sides[1].items():
                if stop[a] >= 0 and stop[b] >= 0:
                    seconds = ways.seconds(int(stop[a]), int(stop[b]), rule.kind, rule.least_s)
                    ways.set_seconds(from_stops, to_stops, seconds)


def _rules(feed: Feed, family: Family) -> list[Rule]:
    """Read the transfers of single lines and trips, the most general first."""
    frame = feed.transfers
    single = (frame[["from_route", "to_route", "from_trip", "to_trip"]] != "").any(axis=1)
    chosen = frame[single.to_numpy() & (frame["transfer_type"] <= 3).to_numpy()]
    rules = []
    for row in chosen.to_dict("records"):
        places = int(row["from_stop"]), int(row["to_stop"])
        start, end = (
            _Side(tuple(family.of(place)), *_named(row[f"{way}_trip"], row[f"{way}_route"]))
            for place, way in zip(places, ("from", "to"), strict=True)
        )
        rank = _RANKS[min(start.kind, end.kind), max(start.kind, end.kind)]
        rules.append(
            Rule(
                (rank, family.exact(*places)),
                start,
                end,
                int(row["transfer_type"]),
                float(row["min_transfer_s"]),
            )
        )
    return sorted(rules, key=lambda rule: rule.rank)


def _named(trip: str, route: str) -> tuple[str, str]:
    """Return the kind and id of what a side of a transfer names; the trip where it names both."""
    if trip:
        return "trip", trip
    return ("route", route) if route else ("", "")


class _Trips:
    """The trips that run, by id and by line."""

    def __init__(self, feed: Feed, running: Flags) -> None:
        self.n_places = len(feed.stops)
        self.calls, self.zone = feed.calls, feed.trips["zone"].to_numpy(dtype=object)
        self.route = feed.trips["route_id"].to_numpy(dtype=object)
        self.name = feed.trips.index.to_numpy(dtype=object)
        self.at_headways = np.zeros(len(feed.trips), dtype=bool)
        self.at_headways[feed.frequencies["trip"].to_numpy()] = True
        self.of: dict[tuple[str, str], list[int]] = {}
        for trip in np.flatnonzero(running).tolist():
            self.of.setdefault(("trip", str(self.name[trip])), []).append(trip)
            self.of.setdefault(("route", str(self.route[trip])), []).append(trip)

    def meant(self, side: _Side) -> list[int]:
        """List the trips that a side names."""
        return self.of.get((side.kind, side.name), [])

    def rows(self, trip: int, *, arriving: bool) -> range:
        """Return the calls at which one may get off, or on."""
        first, last = int(self.calls.start[trip]), int(self.calls.start[trip + 1])
        return range(first + 1, last) if arriving else range(first, last - 1)

    def calling(self, side: _Side, trip: int, *, arriving: bool) -> list[int]:
        """List the calls of a trip at the places of a side."""
        rows = self.rows(trip, arriving=arriving)
        return [row for row in rows if int(self.calls.stop[row]) in side.places]


def _deciding(
    rules: Sequence[Rule], trips: _Trips, stop: npt.NDArray[np.int64], ways: Ways
) -> list[Rule]:
    """Select the transfers between two trips that one would not make or miss without them."""
    # Rules less particular than between two trips, by the places at which they begin
    general: dict[int, list[Rule]] = {}
    for rule in rules:
        if (rule.start.kind, rule.end.kind) != ("trip", "trip"):
            for place in rule.start.places:
                general.setdefault(place, []).append(rule)

    def seconds(rule: Rule, a: int, b: int) -> float:
        return ways.seconds(int(stop[a]), int(stop[b]), rule.kind, rule.least_s)

    def matters(rule: Rule, one: int, other: int) -> bool:
        if trips.at_headways[[one, other]].any() or trips.zone[one] != trips.zone[other]:
            return True
        for arrived, left in _meetings(rule, trips, one, other):
            a, b = int(trips.calls.stop[arrived]), int(trips.calls.stop[left])
            if stop[a] < 0 or stop[b] < 0:
                continue
            # Needed without this rule: the general way, or a less particular rule
            usual = ways.usual(int(stop[a]), int(stop[b]))
            for less in general.get(a, ()):  # the most particular comes last
                if less.start.fits(a, trips.name[one], trips.route[one]) and less.end.fits(
                    b, trips.name[other], trips.route[other]
                ):
                    usual = seconds(less, a, b)
            needed = seconds(rule, a, b)
            gap = int(trips.calls.departure_s[left]) - int(trips.calls.arrival_s[arrived])
            # yesterday's trip and today's may meet too
            gaps = (gap + days * _DAY_S for days in (-2, -1, 0, 1, 2))
            if any(_makes(needed, g) != _makes(usual, g) for g in gaps if 0 <= g <= _LONGEST_S):
                return True
        return False

    both = [rule for rule in rules if (rule.start.kind, rule.end.kind) == ("trip", "trip")]
    deciding = {
        (rule.start.name, rule.end.name)
        for rule in both
        if any(
            matters(rule, one, other)
            for one in trips.meant(rule.start)
            for other in trips.meant(rule.end)
        )
    }
    return [
        rule
        for rule in rules
        if (rule.start.kind, rule.end.kind) != ("trip", "trip")
        or (rule.start.name, rule.end.name) in deciding
    ]


def _meetings(rule: Rule, trips: _Trips, one: int, other: int) -> Iterator[tuple[int, int]]:
    """Find the pairs of calls between which a transfer holds."""
    for arrived in trips.calling(rule.start, one, arriving=True):
        for left in trips.calling(rule.end, other, arriving=False):
            yield arrived, left


def _makes(needed: float | None, gap_s: int) -> bool | None:
    """Return whether one changes in time; None where only streets may lead there."""
    if needed is None:
        return None
    return needed != FORBIDDEN and gap_s >= needed


def _at_copies(rules: Sequence[Rule], trips: _Trips) -> SplitCalls:
    """Build the copies of stops, one for all trips that the same transfers are about."""
    # For each row of the calls: the rules that it can begin (arriving), and end (departing)
    about: dict[int, tuple[list[int], list[int]]] = {}
    for number, rule in enumerate(rules):
        for way, side in enumerate((rule.start, rule.end)):
            for trip in trips.meant(side) if side.kind else ():
                for row in trips.calling(side, trip, arriving=way == 0):
                    about.setdefault(row, ([], []))[way].append(number)
    stop = trips.calls.stop.copy()
    n_places = trips.n_places
    # Calls at one place with the same rules share a copy of its stop
    copies: dict[tuple[int, tuple[int, ...], tuple[int, ...]], int] = {}
    for row, (arriving, departing) in sorted(about.items()):
        key = int(stop[row]), tuple(arriving), tuple(departing)
        copies.setdefault(key, len(copies))
        stop[row] = n_places + copies[key]
    starts: list[list[int]] = [[] for _ in rules]
    ends: list[list[int]] = [[] for _ in rules]
    for (_, *about_it), copy in copies.items():
        for own, numbers in zip((starts, ends), about_it, strict=True):
            for number in numbers:
                own[number].append(n_places + copy)
    return SplitCalls(
        stop,
        np.array([place for place, _, _ in copies], dtype=np.int64),
        tuple(rules),
        tuple(tuple(s) if r.start.kind else None for r, s in zip(rules, starts, strict=True)),
        tuple(tuple(e) if r.end.kind else None for r, e in zip(rules, ends, strict=True)),
    )
