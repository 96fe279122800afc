"""Runs gathered in patterns: the same stops, and no trip that overtakes another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.timetable import Headways, Runs, Timetable
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

_OF_A_RUN = (
    "trip_id", "line", "headsign", "route_id", "number", "operator", "feed", "route_type",
)  # fmt: skip
_OF_A_CALL = ("stop", "arrival_s", "departure_s", "board_ok", "alight_ok")


@dataclass(frozen=True, eq=False)
class Patterns:
    """Arrays of a timetable that come from its runs; see :class:`Timetable`."""

    pattern_stop_start: npt.NDArray[np.int64]
    pattern_stop: npt.NDArray[np.int32]
    board_ok: npt.NDArray[np.uint8]
    alight_ok: npt.NDArray[np.uint8]
    pattern_trip_start: npt.NDArray[np.int64]
    pattern_time_start: npt.NDArray[np.int64]
    trip_arrival_s: npt.NDArray[np.int32]
    trip_departure_s: npt.NDArray[np.int32]
    trip_id: npt.NDArray[np.object_]
    trip_line: npt.NDArray[np.object_]
    trip_headsign: npt.NDArray[np.object_]
    trip_route_id: npt.NDArray[np.object_]
    trip_feed: npt.NDArray[np.int16]
    trip_route_type: npt.NDArray[np.int16]


def gather(runs: Runs) -> Patterns:
    """Gather runs in patterns.

    Parameters
    ----------
    runs
        Runs in any order.

    Returns
    -------
    Patterns
        In the order of their stops' first run; the same for the same runs in the same order.
    """
    groups: dict[bytes, list[int]] = {}
    board, alight = _ends_shut(runs)
    bounds = runs.start.tolist()
    for run in range(len(runs)):
        rows = slice(bounds[run], bounds[run + 1])
        key = runs.stop[rows].tobytes() + board[rows].tobytes() + alight[rows].tobytes()
        groups.setdefault(key, []).append(run)
    chosen: list[list[int]] = []
    for members in groups.values():
        chosen.extend(_without_overtaking(runs, members))
    order = [run for members in chosen for run in members]
    lengths = np.array([bounds[m[0] + 1] - bounds[m[0]] for m in chosen], dtype=np.int64)
    counts = np.array([len(members) for members in chosen], dtype=np.int64)
    heads = _rows(runs, [members[0] for members in chosen])
    every = _rows(runs, order)
    return Patterns(
        pattern_stop_start=_starts(lengths),
        pattern_stop=runs.stop[heads],
        board_ok=board[heads],
        alight_ok=alight[heads],
        pattern_trip_start=_starts(counts),
        pattern_time_start=_starts(lengths * counts),
        trip_arrival_s=runs.arrival_s[every],
        trip_departure_s=runs.departure_s[every],
        trip_id=runs.trip_id[order],
        trip_line=runs.line[order],
        trip_headsign=runs.headsign[order],
        trip_route_id=runs.route_id[order],
        trip_feed=runs.feed[order],
        trip_route_type=runs.route_type[order],
    )


def _ends_shut(runs: Runs) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Let nobody on at the last call nor off at the first, so that no feed's habit splits one."""
    board, alight = runs.board_ok.copy(), runs.alight_ok.copy()
    board[runs.start[1:] - 1] = 0
    alight[runs.start[:-1]] = 0
    return board, alight


def _starts(lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Give where each of some pieces starts, and where the last ends."""
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def _rows(runs: Runs, order: Sequence[int]) -> npt.NDArray[np.int64]:
    """Give the rows of the calls of some runs, one run after the other."""
    chosen = np.asarray(order, dtype=np.int64)
    lengths = runs.start[chosen + 1] - runs.start[chosen]
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    offsets = np.repeat(runs.start[chosen] - ends + lengths, lengths)
    return np.asarray(np.arange(total) + offsets)


def _without_overtaking(runs: Runs, members: list[int]) -> list[list[int]]:
    """Share runs with the same stops out so that in each share they keep their order."""
    first = runs.start[members[0]]
    n = int(runs.start[members[0] + 1] - first)
    rows = _rows(runs, members)
    times = np.concatenate(
        [runs.departure_s[rows].reshape(-1, n), runs.arrival_s[rows].reshape(-1, n)], axis=1
    )
    order = np.lexsort(times.T[::-1])
    times = times[order]
    ordered = [members[i] for i in order]
    if not (np.diff(times, axis=0) < 0).any():
        return [ordered]
    shares: list[list[int]] = []
    latest: list[npt.NDArray[np.int32]] = []
    for run, own in zip(ordered, times, strict=True):
        for share, last in enumerate(latest):
            if (own >= last).all():
                shares[share].append(run)
                latest[share] = own
                break
        else:
            shares.append([run])
            latest.append(own)
    return shares


def concatenate(pieces: Sequence[Runs]) -> Runs:
    """Put runs one after the other.

    Parameters
    ----------
    pieces
        At least one; their stops count in the same table.

    Returns
    -------
    Runs
        All runs in the given order.
    """
    lengths = [np.diff(piece.start) for piece in pieces]
    arrays = {
        name: np.concatenate([getattr(piece, name) for piece in pieces])
        for name in (*_OF_A_CALL, *_OF_A_RUN)
    }
    return Runs(start=_starts(np.concatenate(lengths)), **arrays)


def select(runs: Runs, chosen: Sequence[int] | npt.NDArray[np.int64]) -> Runs:
    """Take some runs.

    Parameters
    ----------
    runs
        Runs.
    chosen
        Which, in the wanted order; one may come more than once.

    Returns
    -------
    Runs
        Those.
    """
    chosen = np.asarray(chosen, dtype=np.int64)
    rows = _rows(runs, chosen.tolist())
    calls = {name: getattr(runs, name)[rows] for name in _OF_A_CALL}
    own = {name: getattr(runs, name)[chosen] for name in _OF_A_RUN}
    return Runs(start=_starts(np.diff(runs.start)[chosen]), **calls, **own)


def shift(runs: Runs, seconds: npt.NDArray[np.int64]) -> Runs:
    """Let each run leave later.

    Parameters
    ----------
    runs
        Runs.
    seconds
        int64 (n_runs,): how much later.

    Returns
    -------
    Runs
        The same runs at other times.
    """
    later = np.repeat(seconds, np.diff(runs.start)).astype(np.int32)
    return replace(runs, arrival_s=runs.arrival_s + later, departure_s=runs.departure_s + later)


def repeat(headways: Headways, offset_s: npt.NDArray[np.int64]) -> Runs:
    """Let trips run every so often.

    Parameters
    ----------
    headways
        Trips with their spans.
    offset_s
        int64 (n_headways,): seconds from the start of the span to the first departure.

    Returns
    -------
    Runs
        Every departure before the end of its span. The id of a trip is followed by its number
        within the span, as in ``id#2``.
    """
    first = headways.start_s.astype(np.int64) + offset_s
    step = headways.headway_s.astype(np.int64)
    count = np.maximum(-(-(headways.end_s - first) // step), 0)
    which = np.repeat(np.arange(len(headways)), count)
    nth = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
    runs = select(headways.runs, which)
    names = [f"{name}#{i + 1}" for name, i in zip(runs.trip_id, nth.tolist(), strict=True)]
    ids = np.array(names, dtype=object) if names else np.zeros(0, dtype=object)
    return replace(shift(runs, first[which] + nth * step[which]), trip_id=ids)


def ungather(timetable: Timetable) -> Runs:
    """Give the trips of a timetable as runs, in their order.

    Parameters
    ----------
    timetable
        The timetable.

    Returns
    -------
    Runs
        Its trips at fixed times; numbers and operators of trains are not kept.
    """
    counts = np.diff(timetable.pattern_trip_start)
    lengths = np.diff(timetable.pattern_stop_start)
    pattern = np.repeat(np.arange(timetable.n_patterns), counts)
    start = _starts(lengths[pattern])
    row = np.arange(int(start[-1])) - np.repeat(start[:-1], lengths[pattern])
    row += np.repeat(timetable.pattern_stop_start[:-1][pattern], lengths[pattern])
    return Runs(
        start=start,
        stop=timetable.pattern_stop[row],
        arrival_s=timetable.trip_arrival_s.copy(),
        departure_s=timetable.trip_departure_s.copy(),
        board_ok=timetable.board_ok[row],
        alight_ok=timetable.alight_ok[row],
        trip_id=timetable.trip_id.copy(),
        line=timetable.trip_line.copy(),
        headsign=timetable.trip_headsign.copy(),
        route_id=timetable.trip_route_id.copy(),
        number=np.full(timetable.n_trips, "", dtype=object),
        operator=np.full(timetable.n_trips, "", dtype=object),
        feed=timetable.trip_feed.copy(),
        route_type=timetable.trip_route_type.copy(),
    )


def draw(timetable: Timetable, seed: int) -> Timetable:
    """Give the trips that run at no fixed minute one, drawn evenly within their headway.

    Each trip draws by itself, from the seed and its id: a line that a scenario adds leaves all
    others as they were, and one that runs twice as often keeps its departures and gets others
    between them. So what differs between two timetables is never the draw.

    Parameters
    ----------
    timetable
        A timetable with headways, or without: then it is given back.
    seed
        Seed of the draw; the same seed gives the same timetable. Put it into the manifest.

    Returns
    -------
    Timetable
        Without headways; their trips are in the patterns.
    """
    if len(timetable.headways) == 0:
        return timetable
    runs = concatenate(
        [ungather(timetable), repeat(timetable.headways, _offsets(timetable, seed))]
    )
    note = Note("headways-drawn", n=len(timetable.headways), seed=str(seed))
    return replace(
        timetable,
        **vars(gather(runs)),
        headways=none_at_headways(),
        notes=(*timetable.notes, note),
    )


def _offsets(timetable: Timetable, seed: int) -> npt.NDArray[np.int64]:
    """Draw the seconds from the start of each span to its first departure.

    The remainder of one large number: that for half a headway is the remainder of that for a
    whole one, which keeps the departures of the latter. Beside 64 bits no headway makes it uneven.
    """
    headways = timetable.headways
    drawn = [
        int.from_bytes(
            blake2b(
                f"{seed}|{timetable.feeds[feed]}|{trip}|{start}".encode(), digest_size=8
            ).digest()
        )
        % every
        for feed, trip, start, every in zip(
            headways.runs.feed.tolist(),
            headways.runs.trip_id.tolist(),
            headways.start_s.tolist(),
            headways.headway_s.tolist(),
            strict=True,
        )
    ]
    return np.array(drawn, dtype=np.int64)


def none_at_headways() -> Headways:
    """Give an empty list of trips at headways."""
    none = np.zeros(0, dtype=np.int32)
    return Headways(empty_runs(), start_s=none, end_s=none.copy(), headway_s=none.copy())


def empty_runs() -> Runs:
    """Give no runs."""
    kinds: dict[str, type[np.generic]] = {
        "stop": np.int32,
        "arrival_s": np.int32,
        "departure_s": np.int32,
        "board_ok": np.uint8,
        "alight_ok": np.uint8,
        "feed": np.int16,
        "route_type": np.int16,
    }
    arrays = {n: np.zeros(0, dtype=kinds.get(n, np.object_)) for n in (*_OF_A_CALL, *_OF_A_RUN)}
    return Runs(start=np.zeros(1, dtype=np.int64), **arrays)
