"""Compare two runs call by call: the same train, two parts of one train, or two trains."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.runs import Runs

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True)
class Call:
    """One call of a train."""

    stop: int
    station: int
    arrival_s: int
    departure_s: int
    board_ok: int
    alight_ok: int


@dataclass(frozen=True)
class Train:
    """One run, call by call."""

    trip_id: str
    line: str
    headsign: str
    route_id: str
    number: str
    operator: str
    feed: int
    route_type: int
    calls: tuple[Call, ...]

    @classmethod
    def of(cls, runs: Runs, which: int, station: npt.NDArray[np.int32]) -> Train:
        """Select one run."""
        rows = slice(int(runs.start[which]), int(runs.start[which + 1]))
        columns = (
            runs.stop[rows].tolist(),
            station[runs.stop[rows]].tolist(),
            runs.arrival_s[rows].tolist(),
            runs.departure_s[rows].tolist(),
            runs.board_ok[rows].tolist(),
            runs.alight_ok[rows].tolist(),
        )
        return cls(
            trip_id=str(runs.trip_id[which]),
            line=str(runs.line[which]),
            headsign=str(runs.headsign[which]),
            route_id=str(runs.route_id[which]),
            number=str(runs.number[which]),
            operator=str(runs.operator[which]),
            feed=int(runs.feed[which]),
            route_type=int(runs.route_type[which]),
            calls=tuple(Call(*values) for values in zip(*columns, strict=True)),
        )

    def run(self) -> Runs:
        """Return the train as runs of one."""
        calls = self.calls

        def text(value: str) -> npt.NDArray[np.object_]:
            return np.array([value], dtype=object)

        return Runs(
            start=np.array([0, len(calls)], dtype=np.int64),
            stop=np.array([call.stop for call in calls], dtype=np.int32),
            arrival_s=np.array([call.arrival_s for call in calls], dtype=np.int32),
            departure_s=np.array([call.departure_s for call in calls], dtype=np.int32),
            board_ok=np.array([call.board_ok for call in calls], dtype=np.uint8),
            alight_ok=np.array([call.alight_ok for call in calls], dtype=np.uint8),
            trip_id=text(self.trip_id),
            line=text(self.line),
            headsign=text(self.headsign),
            route_id=text(self.route_id),
            number=text(self.number),
            operator=text(self.operator),
            feed=np.array([self.feed], dtype=np.int16),
            route_type=np.array([self.route_type], dtype=np.int16),
        )


@dataclass(frozen=True)
class TrainMatch:
    """What two trains are together.

    Attributes
    ----------
    train
        The one train; ``None`` if they are two.
    why
        Code of a note on why; empty if they have nothing to do with each other.
    at
        Number of the station that decided.
    calls
        The calls of both there, by their places in either train.
    shared
        Stations that both call at.
    gap_s
        Seconds by which their times differ at most, or that it stands where they are joined.
    joined
        True if either goes on where the other ends.
    later
        False where it goes on no later than the other ends, by the times of both feeds.
    """

    train: Train | None
    why: str = ""
    at: int = -1
    calls: tuple[int, int] = (-1, -1)
    shared: int = 0
    gap_s: int = 0
    joined: bool = False
    later: bool = True


@dataclass(frozen=True)
class Tolerances:
    """How far two trains may differ to be one.

    Attributes
    ----------
    tolerance_s
        Seconds by which times of one train may differ.
    stand_s
        Seconds that a train stands at most where it is joined.
    shut
        Stations where no train goes through from one feed to the other.
    """

    tolerance_s: int
    stand_s: int
    shut: frozenset[int]


def unite(
    one: Train,
    other: Train,
    within: Tolerances,
) -> TrainMatch:
    """Compare two trains by times and stations, and build the one train that they may be.

    Parameters
    ----------
    one, other
        Trains of two feeds.
    within
        How far they may differ.

    Returns
    -------
    TrainMatch
        The one train, or why there are two.
    """
    pairs = _shared(one, other)
    if not pairs:
        return TrainMatch(None)
    if len(pairs) == 1:
        return _join(one, other, pairs[0], within)
    gaps = [_gap(one, other, pair) for pair in pairs]
    far = [i for i, gap in enumerate(gaps) if gap > within.tolerance_s]
    if far and len(far) == len(gaps):
        return TrainMatch(None)
    if far:
        pair = pairs[far[0]]
        return _apart("two-trains.differs", one, pair, gap_s=gaps[far[0]])
    return _overlap(one, other, pairs, max(gaps))


def _shared(one: Train, other: Train) -> list[tuple[int, int]]:
    """Match the calls of two trains at the same stations, in the order of both."""
    pairs = []
    after = 0
    for i, call in enumerate(one.calls):
        for j in range(after, len(other.calls)):
            if other.calls[j].station == call.station:
                pairs.append((i, j))
                after = j + 1
                break
    return pairs


def _gap(one: Train, other: Train, pair: tuple[int, int]) -> int:
    """Compute by how much the times of a shared call differ, of what both feeds know of it."""
    i, j = pair
    a, b = one.calls[i], other.calls[j]
    gaps = []
    if i > 0 and j > 0:
        gaps.append(abs(a.arrival_s - b.arrival_s))
    if i < len(one.calls) - 1 and j < len(other.calls) - 1:
        gaps.append(abs(a.departure_s - b.departure_s))
    if not gaps:  # one ends where the other starts
        arrival, departure = (a.arrival_s, b.departure_s)
        if i == 0:
            arrival, departure = b.arrival_s, a.departure_s
        gaps.append(abs(departure - arrival))
    return max(gaps)


def _join(
    one: Train,
    other: Train,
    pair: tuple[int, int],
    within: Tolerances,
) -> TrainMatch:
    """Join two trains of which one ends where the other starts."""
    i, j = pair
    if i == len(one.calls) - 1 and j == 0:
        first, second = one, other
    elif i == 0 and j == len(other.calls) - 1:
        first, second = other, one
    else:
        return TrainMatch(None)
    end, start = first.calls[-1], second.calls[0]
    stand = start.departure_s - end.arrival_s
    if not -within.tolerance_s <= stand <= within.stand_s:
        return TrainMatch(None)
    if end.station in within.shut:
        return _apart("two-trains.tracks", one, pair, gap_s=max(stand, 0))
    if {c.station for c in first.calls[:-1]} & {c.station for c in second.calls[1:]}:
        return TrainMatch(None)  # it turns back
    middle = Call(
        end.stop,
        end.station,
        end.arrival_s,
        max(start.departure_s, end.arrival_s),
        start.board_ok,
        end.alight_ok,
    )
    calls = (*first.calls[:-1], middle, *second.calls[1:])
    train = _named(one, other, _in_order(calls), last=second)
    return TrainMatch(
        train, "one-train.goes-on", end.station, pair, 1, abs(stand), joined=True, later=stand > 0
    )


def _overlap(one: Train, other: Train, pairs: list[tuple[int, int]], gap: int) -> TrainMatch:
    """Build one train from two that agree wherever they meet."""
    before = (pairs[0][0] > 0, pairs[0][1] > 0)
    after = (pairs[-1][0] < len(one.calls) - 1, pairs[-1][1] < len(other.calls) - 1)
    # Where both have calls before the first or after the last shared one, they part there
    for both, (i, j) in ((before, pairs[0]), (after, pairs[-1])):
        if all(both):
            return _apart("two-trains.parts", one, (i, j))
    calls = [*one.calls[: pairs[0][0]], *other.calls[: pairs[0][1]]]
    for n, (i, j) in enumerate(pairs):
        calls.append(_both(one, other, i, j))
        if n + 1 == len(pairs):
            break
        # Between two shared calls one feed may know more stops; if both do, they differ
        mine = one.calls[i + 1 : pairs[n + 1][0]]
        theirs = other.calls[j + 1 : pairs[n + 1][1]]
        if mine and theirs:
            return _apart("two-trains.calls", one, (i, j))
        calls += [*mine, *theirs]
    calls += [*one.calls[pairs[-1][0] + 1 :], *other.calls[pairs[-1][1] + 1 :]]
    joined = (len(calls) > len(one.calls)) and (len(calls) > len(other.calls))
    train = _named(one, other, _in_order(tuple(calls)), last=one if after[0] else other)
    place = one.calls[pairs[0][0]].station
    return TrainMatch(
        train, "one-train.same-times", place, pairs[0], len(pairs), gap, joined=joined
    )


def _apart(why: str, one: Train, pair: tuple[int, int], *, gap_s: int = 0) -> TrainMatch:
    """Return that trains are two, and where that shows."""
    return TrainMatch(None, why, one.calls[pair[0]].station, pair, gap_s=gap_s)


def _both(one: Train, other: Train, i: int, j: int) -> Call:
    """Build a call from a shared one: what one feed cuts off, the other knows."""
    a, b = one.calls[i], other.calls[j]
    arrival = b.arrival_s if i == 0 and j > 0 else a.arrival_s
    departure = a.departure_s
    if i == len(one.calls) - 1 and j < len(other.calls) - 1:
        departure = b.departure_s
    ends = (i == len(one.calls) - 1, j == len(other.calls) - 1)
    starts = (i == 0, j == 0)
    board = [c.board_ok for c, end in zip((a, b), ends, strict=True) if not end]
    alight = [c.alight_ok for c, start in zip((a, b), starts, strict=True) if not start]
    return Call(
        a.stop,
        a.station,
        arrival,
        departure,
        max(board, default=a.board_ok),
        max(alight, default=a.alight_ok),
    )


def _in_order(calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """Correct calls that come before the one before, where feeds differ within the tolerance."""
    result: list[Call] = []
    latest = calls[0].arrival_s
    for call in calls:
        arrival = max(call.arrival_s, latest)
        latest = max(call.departure_s, arrival)
        result.append(replace(call, arrival_s=arrival, departure_s=latest))
    return tuple(result)


def _named(one: Train, other: Train, calls: tuple[Call, ...], *, last: Train) -> Train:
    """Return the one train with the line, number and operator of both."""
    return replace(
        one,
        trip_id=f"{one.trip_id}+{other.trip_id}",
        headsign=last.headsign or one.headsign,
        line=one.line or other.line,
        number=one.number or other.number,
        operator=one.operator or other.operator,
        calls=calls,
    )
