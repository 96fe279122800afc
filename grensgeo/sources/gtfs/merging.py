"""Feeds of two countries put together: one station, and one train, where there is one.

Stations are brought together by place and name; trains by number or line and by the times at
stations that both feeds know. Stops stay apart and are linked on foot, as the tracks of two
countries may end apart in one station.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Protocol

import numpy as np

from grensgeo.sources.gtfs.calls import straight_m
from grensgeo.sources.gtfs.patterns import concatenate, select
from grensgeo.sources.gtfs.timetable import Merge, Runs
from grensgeo.sources.gtfs.trains import Train, Union, Within, kind_of, label_set, unite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt


@dataclass(frozen=True)
class MergeRules:
    """How near, how alike and how punctual two things are to be one.

    Attributes
    ----------
    station_m
        Metres between stops of one station, straight.
    name_share
        Share of letters that two names have in common (``difflib``), 0 to 1.
    tolerance_s
        Seconds by which times of one train may differ between feeds.
    longest_stand_s
        Seconds that a train stands at most where one feed ends it and the other goes on.
    no_through
        Stations where tracks of the two countries end apart: no train is joined there. At
        Enschede the line from Gronau has had no connection to the Dutch tracks since 2001.
    """

    station_m: float = 500.0
    name_share: float = 0.85
    tolerance_s: int = 120
    longest_stand_s: int = 900
    no_through: tuple[str, ...] = ("Enschede",)


class Stops(Protocol):
    """Stops of all feeds in one table."""

    @property
    def ids(self) -> npt.NDArray[np.object_]:
        """Text ids."""

    @property
    def names(self) -> npt.NDArray[np.object_]:
        """Names."""

    @property
    def lon(self) -> npt.NDArray[np.float64]:
        """Degrees east."""

    @property
    def lat(self) -> npt.NDArray[np.float64]:
        """Degrees north."""

    @property
    def feed(self) -> npt.NDArray[np.int16]:
        """Feed of each stop."""

    @property
    def station(self) -> npt.NDArray[np.int32]:
        """Station of each stop, within its feed."""


#: Words that say what a place is and not which; in Dutch, German and English.
_GENERIC = {
    "bahnhof", "bahnhst", "bf", "bhf", "hbf", "hauptbahnhof", "hp", "haltepunkt", "station", "ns",
    "centraal", "central", "cs", "treinstation", "zob", "busstation", "westf", "westfalen", "nl",
    "de", "d", "nrw", "han", "grenze", "gr",
}  # fmt: skip


def plain_name(name: str) -> str:
    """Bring the name of a stop to what tells it apart.

    Parameters
    ----------
    name
        As in a feed.

    Returns
    -------
    str
        Small letters without accents, brackets and words such as station or Bahnhof; words of
        the latter kind stay where there is nothing else.

    Examples
    --------
    >>> plain_name("Gronau (Westf) Bahnhof")
    'gronau'
    >>> plain_name("Münster Hbf"), plain_name("Station")
    ('munster', 'station')
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    bare = re.sub(r"\([^)]*\)", " ", text)
    words = re.findall(r"\w+", bare) or re.findall(r"\w+", text)
    telling = [word for word in words if word not in _GENERIC]
    return " ".join(telling or words)


def match_stations(
    stops: Stops, feeds: Sequence[str], rules: MergeRules
) -> tuple[npt.NDArray[np.int32], list[Merge]]:
    """Find stations that several feeds have.

    Parameters
    ----------
    stops
        Stops of all feeds.
    feeds
        Their names.
    rules
        How near and how alike.

    Returns
    -------
    ndarray
        int32 (n_stops,): station of each stop, the same number across feeds.
    list of Merge
        One a pair of stations.
    """
    station = stops.station.copy()
    if len(feeds) < 2 or len(stops.ids) == 0:
        return station, []
    names = [plain_name(str(name)) for name in stops.names]
    nearest: dict[tuple[int, int], tuple[float, int, int]] = {}
    for a, b, apart in _near_pairs(stops, rules.station_m):
        if _alike(names[a], names[b], rules.name_share):
            pair = (int(station[a]), int(station[b]))
            nearest[pair] = min(nearest.get(pair, (np.inf, a, b)), (apart, a, b))
    merges = []
    root = np.arange(int(station.max()) + 1)

    def find(i: int) -> int:
        while root[i] != i:
            i = int(root[i])
        return i

    for (one, other), (apart, a, b) in sorted(nearest.items()):
        low, high = sorted((find(one), find(other)))
        root[high] = low
        merges.append(
            Merge(
                kind="station",
                kept=str(stops.ids[a]),
                dropped=str(stops.ids[b]),
                reason=f"{stops.names[a]!r} and {stops.names[b]!r}, {apart:.0f} m apart, are one "
                "station; changing between them is on foot",
            )
        )
    tops = np.array([find(i) for i in range(len(root))])
    _, numbers = np.unique(tops[station], return_inverse=True)
    return numbers.astype(np.int32), merges


def _alike(one: str, other: str, share: float) -> bool:
    """Tell names that are the same but for spelling; numbers in them must be equal."""
    if one == other:
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return sorted(one.split()) == sorted(other.split()) or (
        SequenceMatcher(None, one, other, autojunk=False).ratio() >= share
    )


def _near_pairs(stops: Stops, most_m: float) -> Iterator[tuple[int, int, float]]:
    """Give pairs of stops of different feeds within a distance, in order."""
    from scipy.spatial import cKDTree

    # Chords of the earth's sphere: right everywhere, and near enough to arcs over 500 m.
    phi, lam = np.radians(stops.lat), np.radians(stops.lon)
    ball = 6_371_008.8 * np.column_stack(
        [np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)]
    )
    pairs = cKDTree(ball).query_pairs(most_m, output_type="ndarray")
    pairs = pairs[stops.feed[pairs[:, 0]] != stops.feed[pairs[:, 1]]]
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    one, other = pairs[:, 0], pairs[:, 1]
    apart = straight_m(stops.lon[one], stops.lat[one], stops.lon[other], stops.lat[other])
    yield from zip(one.tolist(), other.tolist(), apart.tolist(), strict=True)


def merge_runs(
    runs: Runs,
    more: Runs,
    station: npt.NDArray[np.int32],
    *,
    rules: MergeRules,
    stops: Stops,
    feeds: Sequence[str],
) -> tuple[Runs, list[Merge]]:
    """Take the runs of one more feed in; a train that both have runs once.

    Parameters
    ----------
    runs
        Runs so far.
    more
        Runs of another feed.
    station
        Station of each stop.
    rules
        How punctual.
    stops
        Stops of all feeds.
    feeds
        Names of the feeds.

    Returns
    -------
    Runs
        All runs, each train once.
    list of Merge
        What was brought together, and what looked like it and was kept apart.
    """
    if len(runs) == 0 or len(more) == 0:
        return concatenate([runs, more]), []
    merges: dict[tuple[str, str, str], Merge] = {}
    # A train that one feed cuts out of the middle of the other's is joined at both ends: what a
    # round made whole may be joined again in the next.
    for _ in range(4):
        runs, more, found = _round(runs, more, station, _Names(rules, stops, feeds))
        merges |= {(m.kind, m.kept, m.dropped): m for m in found}
        if not any(m.kind != "kept_apart" for m in found):
            break
    return concatenate([runs, more]), list(merges.values())


@dataclass(frozen=True)
class _Names:
    """What merges are written with."""

    rules: MergeRules
    stops: Stops
    feeds: Sequence[str]

    def of(self, train: Train) -> str:
        """Name a train: feed, trip and line."""
        return f"{self.feeds[train.feed]}:{train.trip_id} ({train.line})"


def _round(
    runs: Runs, more: Runs, station: npt.NDArray[np.int32], names: _Names
) -> tuple[Runs, Runs, list[Merge]]:
    """Bring together what can be in one go; a run takes part once."""
    rules = names.rules
    through = {plain_name(name) for name in rules.no_through}
    shut = {
        int(station[i])
        for i, name in enumerate(names.stops.names)
        if plain_name(str(name)) in through
    }
    found: list[Merge] = []
    offers: list[tuple[int, int, int, int, Union]] = []
    within = Within(rules.tolerance_s, rules.longest_stand_s, frozenset(shut))
    for a, b in sorted(_candidates(runs, more, station, rules)):
        one, other = Train.of(runs, a, station), Train.of(more, b, station)
        union = unite(one, other, within)
        if union.train is None and union.reason:
            place = _place(union.reason_at, station, names.stops)
            reason = union.reason.format(place=place)
            found.append(Merge("kept_apart", names.of(one), names.of(other), reason))
        elif union.train is not None:
            offers.append((-union.shared, union.gap_s, a, b, union))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    whole: list[Runs] = []
    rivals = _rivals(offers)
    for _, _, a, b, union in sorted(offers, key=lambda offer: offer[:4]):
        one, other = Train.of(runs, a, station), Train.of(more, b, station)
        if union.train is None or a in taken_a or b in taken_b:
            continue
        place = _place(union.reason_at, station, names.stops)
        if union.shared == 1 and (a, b) in rivals:
            reason = f"more than one train fits as well at {place}"
            found.append(Merge("kept_apart", names.of(one), names.of(other), reason))
            continue
        taken_a.add(a)
        taken_b.add(b)
        whole.append(union.train.run())
        kind = "joined" if union.joined else "duplicate"
        reason = union.reason.format(place=place)
        found.append(Merge(kind, names.of(one), names.of(other), reason))
    left = [a for a in range(len(runs)) if a not in taken_a]
    rest = [b for b in range(len(more)) if b not in taken_b]
    return concatenate([select(runs, left), *whole]), select(more, rest), found


def _rivals(offers: Sequence[tuple[int, int, int, int, Union]]) -> set[tuple[int, int]]:
    """Find joins of which an end could as well be joined to another train."""
    best: dict[tuple[str, int, int], list[tuple[int, tuple[int, int]]]] = {}
    for shared, gap, a, b, union in offers:
        if shared == -1:
            best.setdefault(("a", a, union.reason_at), []).append((gap, (a, b)))
            best.setdefault(("b", b, union.reason_at), []).append((gap, (a, b)))
    rivals: set[tuple[int, int]] = set()
    for choices in best.values():
        least = min(choices)[0]
        equal = [pair for gap, pair in choices if gap == least]
        if len(equal) > 1:
            rivals.update(equal)
    return rivals


def _place(station_number: int, station: npt.NDArray[np.int32], stops: Stops) -> str:
    """Name a station."""
    at = np.flatnonzero(station == station_number)
    return str(stops.names[at[0]]) if len(at) else ""


def _candidates(
    runs: Runs, more: Runs, station: npt.NDArray[np.int32], rules: MergeRules
) -> set[tuple[int, int]]:
    """Find pairs of runs of one line or number that are in one station at about one time."""
    papers = _papers(runs), _papers(more)
    slack = rules.tolerance_s + rules.longest_stand_s
    ours, theirs = _visits(runs, station), _visits(more, station)
    shared = np.intersect1d(ours[0], theirs[0])
    pairs: set[tuple[int, int]] = set()
    for place in shared.tolist():
        mine = np.flatnonzero(ours[0] == place)
        other = np.flatnonzero(theirs[0] == place)
        other = other[np.argsort(theirs[2][other], kind="stable")]
        times = theirs[2][other]
        low = np.searchsorted(times, ours[2][mine] - slack)
        high = np.searchsorted(times, ours[2][mine] + slack, side="right")
        for i, a, b in zip(mine.tolist(), low.tolist(), high.tolist(), strict=True):
            pairs.update((int(ours[1][i]), int(theirs[1][j])) for j in other[a:b].tolist())
    return {
        (a, b)
        for a, b in pairs
        if papers[0][a][0] == papers[1][b][0] and papers[0][a][1] & papers[1][b][1]
    }


def _papers(runs: Runs) -> list[tuple[str, frozenset[str]]]:
    """Give kind and labels of every run; few are different."""
    known: dict[tuple[int, str, str], tuple[str, frozenset[str]]] = {}
    result = []
    for code, line, number in zip(runs.route_type.tolist(), runs.line, runs.number, strict=True):
        key = (code, str(line), str(number))
        if key not in known:
            known[key] = (kind_of(code), label_set(str(line), str(number)))
        result.append(known[key])
    return result


def _visits(
    runs: Runs, station: npt.NDArray[np.int32]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64], npt.NDArray[np.int32]]:
    """Give station, run and departure of every call."""
    run = np.repeat(np.arange(len(runs)), np.diff(runs.start))
    return station[runs.stop], run, runs.departure_s
