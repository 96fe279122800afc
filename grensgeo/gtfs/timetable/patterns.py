"""Patterns: runs with the same stops, of which none overtakes another; headways drawn by seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.runs import (
    Runs,
    call_rows,
    concatenate,
    none_at_headways,
    repeat,
    starts_of,
)
from grensgeo.notes import Note

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.gtfs.timetable.timetable import Timetable


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
    """Group runs in patterns.

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
        # Trips of one pattern call at the same stops and may be boarded and left at the same ones
        key = runs.stop[rows].tobytes() + board[rows].tobytes() + alight[rows].tobytes()
        groups.setdefault(key, []).append(run)
    chosen: list[list[int]] = []
    for members in groups.values():
        chosen.extend(_without_overtaking(runs, members))
    order = [run for members in chosen for run in members]
    lengths = np.array([bounds[m[0] + 1] - bounds[m[0]] for m in chosen], dtype=np.int64)
    counts = np.array([len(members) for members in chosen], dtype=np.int64)
    heads = call_rows(runs, [members[0] for members in chosen])
    every = call_rows(runs, order)
    return Patterns(
        pattern_stop_start=starts_of(lengths),
        pattern_stop=runs.stop[heads],
        board_ok=board[heads],
        alight_ok=alight[heads],
        pattern_trip_start=starts_of(counts),
        pattern_time_start=starts_of(lengths * counts),
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
    """Forbid boarding at the last call and alighting at the first, as feeds differ in this."""
    board, alight = runs.board_ok.copy(), runs.alight_ok.copy()
    board[runs.start[1:] - 1] = 0
    alight[runs.start[:-1]] = 0
    return board, alight


def _without_overtaking(runs: Runs, members: list[int]) -> list[list[int]]:
    """Share runs with the same stops out so that in each share they keep their order."""
    first = runs.start[members[0]]
    n = int(runs.start[members[0] + 1] - first)
    rows = call_rows(runs, members)
    times = np.concatenate(
        [runs.departure_s[rows].reshape(-1, n), runs.arrival_s[rows].reshape(-1, n)], axis=1
    )
    # By the first departure, then the next …: each trip goes to the first share that it follows
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


def ungather(timetable: Timetable) -> Runs:
    """Return the trips of a timetable as runs, in their order.

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
    start = starts_of(lengths[pattern])
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
    """Draw departures for the trips at no fixed minute, evenly within their headway.

    Each trip draws from the seed and its id: a line that a scenario adds leaves all others as they
    were, and one that runs twice as often keeps its departures and gets others between them. So
    what differs between two timetables is never the draw. Lines that share a section and together
    make a regular headway have one draw among them, as
    :func:`grensgeo.gtfs.timetable.interlacing.interlace` lays them.

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
    notes = [Note("headways-drawn", n=len(timetable.headways), seed=str(seed))]
    together = _drawn_together(timetable)
    if together:
        notes.append(Note("headways-drawn-together", n=together))
    return replace(
        timetable,
        **vars(gather(runs)),
        headways=none_at_headways(),
        notes=(*timetable.notes, *notes),
    )


def _drawn_together(timetable: Timetable) -> int:
    """Count the trips at headways that share their draw with others."""
    _, number, count = np.unique(
        timetable.headways.drawn_as.astype(str), return_inverse=True, return_counts=True
    )
    return int((count[number] > 1).sum())


def _offsets(timetable: Timetable, seed: int) -> npt.NDArray[np.int64]:
    """Draw the seconds from the start of each span to its first departure.

    The remainder of one large number: that for half a headway is the remainder of that for a
    whole one, which keeps the departures of the latter. Beside 64 bits no headway makes it uneven.
    """
    headways = timetable.headways
    drawn = [
        int.from_bytes(blake2b(f"{seed}|{name}".encode(), digest_size=8).digest())
        for name in headways.drawn_as.tolist()
    ]
    turns = zip(drawn, headways.later_s.tolist(), headways.headway_s.tolist(), strict=True)
    return np.array([(one + later) % every for one, later, every in turns], dtype=np.int64)
