"""Runs: trips of vehicles as frozen arrays, selected, shifted, repeated and concatenated."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt


_OF_A_RUN = (
    "trip_id", "line", "headsign", "route_id", "number", "operator", "feed", "route_type",
)  # fmt: skip


_OF_A_CALL = ("stop", "arrival_s", "departure_s", "board_ok", "alight_ok")


@dataclass(frozen=True, eq=False)
class Runs:
    """Trips of vehicles one after the other, each with its calls in order.

    Run ``r`` calls at rows ``start[r]`` up to ``start[r + 1]`` of the arrays of calls.

    Attributes
    ----------
    start
        int64 (n_runs + 1,): first call of each run.
    stop
        int32 (n_calls,): stop of each call.
    arrival_s, departure_s
        int32 (n_calls,): seconds after local midnight; below zero on the day before.
    board_ok, alight_ok
        uint8 (n_calls,): 1 where a passenger may get on, or off.
    trip_id, line, headsign, route_id, number, operator
        object (n_runs,): text. ``line`` is what stands on the vehicle (``RB64``), ``number`` the
        number of the train where the feed has one; any but the first may be empty.
    feed
        int16 (n_runs,): feed that the run is from.
    route_type
        int16 (n_runs,): kind of vehicle as GTFS codes it (2 rail, 3 bus …).
    """

    start: npt.NDArray[np.int64]
    stop: npt.NDArray[np.int32]
    arrival_s: npt.NDArray[np.int32]
    departure_s: npt.NDArray[np.int32]
    board_ok: npt.NDArray[np.uint8]
    alight_ok: npt.NDArray[np.uint8]
    trip_id: npt.NDArray[np.object_]
    line: npt.NDArray[np.object_]
    headsign: npt.NDArray[np.object_]
    route_id: npt.NDArray[np.object_]
    number: npt.NDArray[np.object_]
    operator: npt.NDArray[np.object_]
    feed: npt.NDArray[np.int16]
    route_type: npt.NDArray[np.int16]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    def __len__(self) -> int:
        """Count the runs."""
        return len(self.start) - 1


@dataclass(frozen=True, eq=False)
class Headways:
    """Trips that come every so often at no fixed minute (``exact_times=0``).

    Attributes
    ----------
    runs
        One run a row of ``frequencies.txt``, its times counted from its first departure.
    start_s, end_s
        int32 (n_runs,): first departures lie from ``start_s`` on and before ``end_s``.
    headway_s
        int32 (n_runs,): seconds from one to the next.
    drawn_as
        object (n_runs,): the name of the draw that its first departure comes from: that of a trip
        by itself, or that of another with which it is drawn together.
    later_s
        int64 (n_runs,): seconds after that draw.
    """

    runs: Runs
    start_s: npt.NDArray[np.int32]
    end_s: npt.NDArray[np.int32]
    headway_s: npt.NDArray[np.int32]
    drawn_as: npt.NDArray[np.object_]
    later_s: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for array in (self.start_s, self.end_s, self.headway_s, self.drawn_as, self.later_s):
            array.setflags(write=False)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.headway_s)


def concatenate(pieces: Sequence[Runs]) -> Runs:
    """Concatenate runs.

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
    return Runs(start=starts_of(np.concatenate(lengths)), **arrays)


def select(runs: Runs, chosen: Sequence[int] | npt.NDArray[np.int64]) -> Runs:
    """Select some runs.

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
    rows = call_rows(runs, chosen.tolist())
    calls = {name: getattr(runs, name)[rows] for name in _OF_A_CALL}
    own = {name: getattr(runs, name)[chosen] for name in _OF_A_RUN}
    return Runs(start=starts_of(np.diff(runs.start)[chosen]), **calls, **own)


def shift(runs: Runs, seconds: npt.NDArray[np.int64]) -> Runs:
    """Shift each run by seconds.

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
    """Repeat each trip at its headway.

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


def none_at_headways() -> Headways:
    """Return an empty list of trips at headways."""
    none = np.zeros(0, dtype=np.int32)
    return Headways(
        empty_runs(),
        start_s=none,
        end_s=none.copy(),
        headway_s=none.copy(),
        drawn_as=np.zeros(0, dtype=object),
        later_s=np.zeros(0, dtype=np.int64),
    )


def empty_runs() -> Runs:
    """Return no runs."""
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


def starts_of(lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Compute where each of some pieces starts, and where the last ends."""
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def call_rows(runs: Runs, order: Sequence[int]) -> npt.NDArray[np.int64]:
    """Return the rows of the calls of some runs, one run after the other."""
    chosen = np.asarray(order, dtype=np.int64)
    lengths = runs.start[chosen + 1] - runs.start[chosen]
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    offsets = np.repeat(runs.start[chosen] - ends + lengths, lengths)
    return np.asarray(np.arange(total) + offsets)
