"""Match the trains of several feeds: duplicates count once, trains cut at the border are joined.

Trains are matched by number, or else by line, operator, platform and direction, and by the times
at stations that both feeds know; see ``likeness``. Stops stay apart and are linked on foot, as
the tracks of two countries may end apart in one station.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.gtfs.merging.joining import Tolerances, Train, TrainMatch, unite
from grensgeo.gtfs.merging.likeness import OTHER_KIND, Likeness, RunIdentity, compare, kind_of
from grensgeo.gtfs.merging.rules import Merge
from grensgeo.gtfs.merging.stations import plain_name
from grensgeo.gtfs.runs import Runs, concatenate, select
from grensgeo.notes import Note
from grensgeo.polylines import straight_m

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from grensgeo.gtfs.merging.rules import MergeRules, StopTable


def merge_runs(
    runs: Runs,
    more: Runs,
    station: npt.NDArray[np.int32],
    *,
    rules: MergeRules,
    stops: StopTable,
    feeds: Sequence[str],
) -> tuple[Runs, list[Merge]]:
    """Merge the runs of one more feed into those so far, each train once.

    Parameters
    ----------
    runs
        Runs so far.
    more
        Runs of another feed, of the same date.
    station
        Station of each stop.
    rules
        How punctual, and where.
    stops
        Stops of all feeds.
    feeds
        Names of the feeds.

    Returns
    -------
    Runs
        All runs, each train once.
    list of Merge
        What was merged, and what looked alike and was kept apart.
    """
    if len(runs) == 0 or len(more) == 0:
        return concatenate([runs, more]), []
    through = {plain_name(name) for name in rules.no_through}
    shut = frozenset(
        int(station[i]) for i, name in enumerate(stops.names) if plain_name(str(name)) in through
    )
    matcher = _Matcher(rules, stops, feeds, station, shut)
    merges: dict[tuple[str, str, str], Merge] = {}
    # A train that one feed cuts out of the middle of the other's is joined at both ends: what a
    # round made whole may be joined again in the next.
    for _ in range(4):
        runs, more, found = _round(runs, more, matcher)
        merges |= {(m.kind, m.kept, m.dropped): m for m in found}
        if not any(m.kind != "kept_apart" for m in found):
            break
    # of a train that found its other part it is no matter which it was nearly taken for
    one_train = {
        name
        for merge in merges.values()
        for name in (merge.kept, merge.dropped)
        if merge.kind != "kept_apart"
    }
    listed = [
        merge
        for merge in merges.values()
        if merge.kind != "kept_apart" or not {merge.kept, merge.dropped} & one_train
    ]
    return concatenate([runs, more]), listed


@dataclass(frozen=True)
class _Matcher:
    """Decides whether two runs are one train."""

    rules: MergeRules
    stops: StopTable
    feeds: Sequence[str]
    station: npt.NDArray[np.int32]
    shut: frozenset[int]

    def name(self, train: Train) -> str:
        """Return the name of a train: feed, trip and line."""
        return f"{self.feeds[train.feed]}:{train.trip_id} ({train.line})"

    def merge(
        self, kind: str, one: Train, other: Train, match: TrainMatch, *, why: str = ""
    ) -> Merge:
        """Build the record of what became of two trains, and why."""
        at = np.flatnonzero(self.station == match.at)
        values: dict[str, str | int] = {
            "place": str(self.stops.names[at[0]]) if len(at) else "",
            "seconds": match.gap_s if match.later else 0,
            "stations": match.shared,
            "metres": round(self._apart_m(one, other, match)),
        }
        reason = Note(why or match.why, **values)
        return Merge(kind, self.name(one), self.name(other), reason)

    def unite(self, one: Train, other: Train) -> TrainMatch:
        """Compare two trains by times and stations."""
        rules = self.rules
        return unite(one, other, Tolerances(rules.tolerance_s, rules.longest_stand_s, self.shut))

    def against(
        self, likeness: Likeness | str, one: Train, other: Train, match: TrainMatch
    ) -> str:
        """Return the code of what speaks against one train; empty for nothing."""
        if isinstance(likeness, str):
            return likeness
        if match.train is None:
            return ""
        if match.shared > 1:
            exact = match.gap_s < self.rules.through_s
            return "" if exact or likeness > Likeness.NOTHING_AGAINST else "two-trains.unknown"
        return self._against_joining(likeness, one, other, match)

    def _against_joining(
        self, likeness: Likeness, one: Train, other: Train, match: TrainMatch
    ) -> str:
        rules = self.rules
        numbered = likeness == Likeness.NUMBER
        known = likeness >= Likeness.LINE_AND_OPERATOR
        stand_s = {
            Likeness.NOTHING_AGAINST: rules.through_s - 1,
            Likeness.OPERATOR: rules.short_stand_s,
            Likeness.LINE: rules.short_stand_s,
        }.get(likeness, rules.longest_stand_s)
        rail = kind_of(one.route_type) == "rail"
        if not (numbered and rail) and self._apart_m(one, other, match) > rules.platform_m:
            return "two-trains.far"
        if match.gap_s > stand_s:
            return "two-trains.stands"
        turns = not known and self._turn_deg(one, other, match) > rules.most_turn_deg
        return "two-trains.turns" if turns else ""

    def _apart_m(self, one: Train, other: Train, match: TrainMatch) -> float:
        """Compute the metres between the stops of both at the station that decides."""
        if min(match.calls) < 0:
            return 0.0
        a, b = one.calls[match.calls[0]].stop, other.calls[match.calls[1]].stop
        lon, lat = self.stops.lon, self.stops.lat
        return float(straight_m(lon[[a]], lat[[a]], lon[[b]], lat[[b]])[0])

    def _turn_deg(self, one: Train, other: Train, match: TrainMatch) -> float:
        """Compute by how much a joined train turns at the stop where it is joined."""
        first, second = (one, other) if match.calls[0] else (other, one)
        at = first.calls[-1].stop
        lon, lat = self.stops.lon, self.stops.lat
        shrink = float(np.cos(np.radians(lat[at])))
        ways = [
            complex((lon[b] - lon[a]) * shrink, lat[b] - lat[a])
            for a, b in ((first.calls[-2].stop, at), (at, second.calls[1].stop))
        ]
        if 0 in ways:
            return 0.0
        return float(abs(np.degrees(np.angle(ways[1] / ways[0]))))


class _Offer(NamedTuple):
    """Two runs that may be one train, the best first when sorted."""

    unshared: int
    unlike: int
    gap_s: int
    a: int
    b: int
    match: TrainMatch

    @property
    def rank(self) -> tuple[int, int, int]:
        """What makes it better than another."""
        return self.unshared, self.unlike, self.gap_s


def _round(runs: Runs, more: Runs, matcher: _Matcher) -> tuple[Runs, Runs, list[Merge]]:
    """Match trains once, each run at most to one other."""
    found: list[Merge] = []
    offers: list[_Offer] = []
    ours, theirs = (
        cache(partial(Train.of, those, station=matcher.station)) for those in (runs, more)
    )
    for a, b, likeness, labelled in _candidates(runs, more, matcher):
        one, other = ours(a), theirs(b)
        match = matcher.unite(one, other)
        against = matcher.against(likeness, one, other, match)
        if match.train is not None and isinstance(likeness, Likeness) and not against:
            offers.append(_Offer(-match.shared, -likeness, match.gap_s, a, b, match))
        elif labelled and match.why and (match.train is not None or not against):
            found.append(matcher.merge("kept_apart", one, other, match, why=against))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    whole: list[Runs] = []
    # Best first; a run that has found its other is taken, and a tie between joins is left open
    equal, shut = _rivals(offers)
    for offer in sorted(offers, key=lambda offer: offer[:5]):
        a, b, match = offer.a, offer.b, offer.match
        if match.train is None or a in taken_a or b in taken_b:
            continue
        one, other = ours(a), theirs(b)
        if match.shared == 1 and (a, b) in shut:
            if (a, b) in equal:
                found.append(
                    matcher.merge("kept_apart", one, other, match, why="two-trains.rivals")
                )
            continue
        taken_a.add(a)
        taken_b.add(b)
        whole.append(match.train.run())
        kind = "joined" if match.joined else "duplicate"
        found.append(matcher.merge(kind, one, other, match))
    left = [a for a in range(len(runs)) if a not in taken_a]
    rest = [b for b in range(len(more)) if b not in taken_b]
    return concatenate([select(runs, left), *whole]), select(more, rest), found


def _rivals(offers: Sequence[_Offer]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Find joins of which an end could as well be joined to another train.

    Returns those that are as good as each other, and all those of such an end.
    """
    ends: dict[tuple[str, int, int], list[_Offer]] = {}
    for offer in offers:
        if offer.unshared == -1:
            ends.setdefault(("a", offer.a, offer.match.at), []).append(offer)
            ends.setdefault(("b", offer.b, offer.match.at), []).append(offer)
    equal: set[tuple[int, int]] = set()
    shut: set[tuple[int, int]] = set()
    for choices in ends.values():
        least = min(offer.rank for offer in choices)
        best = [(offer.a, offer.b) for offer in choices if offer.rank == least]
        if len(best) > 1:
            equal.update(best)
            shut.update((offer.a, offer.b) for offer in choices)
    return equal, shut


def _candidates(
    runs: Runs, more: Runs, matcher: _Matcher
) -> Iterator[tuple[int, int, Likeness | str, bool]]:
    """Find pairs of runs that are in one station at about one time and may be one vehicle.

    With each comes what speaks for it or against it, and whether they have a label in common:
    only then is it worth a word that they are two.
    """
    identities = _identities(runs), _identities(more)
    known: dict[tuple[RunIdentity, RunIdentity], Likeness | str] = {}
    for (a, b), (meetings, at_ends) in sorted(_meetings(runs, more, matcher).items()):
        both = identities[0][a], identities[1][b]
        if both not in known:
            known[both] = compare(*both)
        likeness, labelled = known[both], bool(both[0].labels & both[1].labels)
        fits = isinstance(likeness, Likeness) and (meetings > 1 or at_ends)
        if likeness != OTHER_KIND and (labelled or fits):
            yield a, b, likeness, labelled


def _meetings(
    runs: Runs, more: Runs, matcher: _Matcher
) -> dict[tuple[int, int], tuple[int, bool]]:
    """Find pairs of runs that are in one station at about one time.

    Returns how often, and whether one ends and the other begins there.
    """
    slack = matcher.rules.tolerance_s + matcher.rules.longest_stand_s
    ours, theirs = _visits(runs, matcher.station), _visits(more, matcher.station)
    pairs: dict[tuple[int, int], tuple[int, bool]] = {}
    for place in np.intersect1d(ours.station, theirs.station).tolist():
        mine = np.flatnonzero(ours.station == place)
        other = np.flatnonzero(theirs.station == place)
        other = other[np.argsort(theirs.departure_s[other], kind="stable")]
        times = theirs.departure_s[other]
        # Departures of the other feed within the slack around each of ours
        low = np.searchsorted(times, ours.departure_s[mine] - slack)
        high = np.searchsorted(times, ours.departure_s[mine] + slack, side="right")
        for i, a, b in zip(mine.tolist(), low.tolist(), high.tolist(), strict=True):
            for j in other[a:b].tolist():
                pair = int(ours.run[i]), int(theirs.run[j])
                ends = (ours.last[i] and theirs.first[j]) or (ours.first[i] and theirs.last[j])
                before, at_ends = pairs.get(pair, (0, False))
                pairs[pair] = before + 1, at_ends or bool(ends)
    return pairs


def _identities(runs: Runs) -> list[RunIdentity]:
    """Return the identity of every run; few are different."""
    known: dict[tuple[int, str, str, str], RunIdentity] = {}
    result = []
    for code, *texts in zip(
        runs.route_type.tolist(), runs.line, runs.number, runs.operator, strict=True
    ):
        line, number, operator = (str(text) for text in texts)
        key = (code, line, number, operator)
        if key not in known:
            known[key] = RunIdentity.of(*key)
        result.append(known[key])
    return result


class _Visits(NamedTuple):
    """Station, run and departure of every call, and whether it is the run's first or last."""

    station: npt.NDArray[np.int32]
    run: npt.NDArray[np.int64]
    departure_s: npt.NDArray[np.int32]
    first: npt.NDArray[np.bool_]
    last: npt.NDArray[np.bool_]


def _visits(runs: Runs, station: npt.NDArray[np.int32]) -> _Visits:
    """List every call."""
    run = np.repeat(np.arange(len(runs)), np.diff(runs.start))
    first, last = np.zeros(len(run), dtype=bool), np.zeros(len(run), dtype=bool)
    first[runs.start[:-1]], last[runs.start[1:] - 1] = True, True
    return _Visits(station[runs.stop], run, runs.departure_s, first, last)
