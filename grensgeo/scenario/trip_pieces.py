"""Trips of a timetable written anew, call by call: cut, joined, with other stops or times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from grensgeo.gtfs.stop_times import Calls

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Longs
    from grensgeo.gtfs import Feed

_Number = TypeVar("_Number", bound=np.generic)

#: Stop, arrival, departure (GTFS seconds), whether one may get on, and off.
Call = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class Piece:
    """A trip to be.

    Attributes
    ----------
    like
        Position of the trip whose line, days and name it has.
    calls
        Its calls: stop, arrival, departure (GTFS seconds), whether one may get on, and off.
    name
        What is added to the id of the trip; empty for the trip itself.
    block
        Whether it stays in the trip's block.
    """

    like: int
    calls: tuple[Call, ...]
    name: str = ""
    block: bool = True


def calls_of_trip(feed: Feed, trip: int) -> list[Call]:
    """Return the calls of a trip: stop, arrival, departure, boarding, alighting."""
    calls = feed.calls
    rows = slice(int(calls.start[trip]), int(calls.start[trip + 1]))
    columns = (calls.stop, calls.arrival_s, calls.departure_s, calls.board_ok, calls.alight_ok)
    return list(zip(*(column[rows].tolist() for column in columns), strict=True))


def moved_calls(calls: Sequence[Call], later_s: int) -> list[Call]:
    """Return calls that come later."""
    return [(stop, a + later_s, d + later_s, on, off) for stop, a, d, on, off in calls]


def with_pieces(feed: Feed, replaced: Flags, pieces: Sequence[Piece]) -> Feed:
    """Return a feed in which some trips are replaced.

    Parameters
    ----------
    feed
        The timetable; it is not changed.
    replaced
        bool (n_trips,): trips that are left out.
    pieces
        Trips in their place, or besides. At headways runs what is like a trip that does.

    Returns
    -------
    Feed
        Trips that stay keep their order; the others follow.
    """
    import pandas as pd

    kept = np.flatnonzero(~replaced)
    like = np.array([piece.like for piece in pieces], dtype=np.int64)
    order = np.concatenate([kept, like]).astype(np.int64)
    calls, n_calls = feed.calls, np.diff(feed.calls.start)
    lengths = np.concatenate([n_calls[kept], [len(piece.calls) for piece in pieces]])
    start = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    rows = np.repeat(~replaced, n_calls)
    added = np.array([call for piece in pieces for call in piece.calls], dtype=np.int64)
    added = added.reshape(-1, 5)
    trips = feed.trips.iloc[order].copy()
    names = trips.index.to_numpy(dtype=object).copy()
    taken = set(names[: len(kept)].tolist())
    for place, piece in enumerate(pieces, start=len(kept)):
        names[place] = _free(f"{names[place]}{piece.name}", taken)
    trips.index = pd.Index(names, dtype="str", name=feed.trips.index.name)
    if "block" in trips:
        block = trips["block"].to_numpy(dtype=object).copy()
        for place, piece in enumerate(pieces, start=len(kept)):
            block[place] = block[place] if piece.block else ""
        trips = trips.assign(block=block)
    return replace(
        feed,
        trips=trips,
        calls=Calls(
            start=start,
            stop=_joined(calls.stop[rows], added[:, 0]),
            arrival_s=_joined(calls.arrival_s[rows], added[:, 1]),
            departure_s=_joined(calls.departure_s[rows], added[:, 2]),
            board_ok=_joined(calls.board_ok[rows], added[:, 3]),
            alight_ok=_joined(calls.alight_ok[rows], added[:, 4]),
        ),
        frequencies=_frequencies(feed, kept, like),
        sha256="",
    )


def _frequencies(feed: Feed, kept: Longs, like: Longs) -> pd.DataFrame:
    """Return the headways of the trips that stay and of those that are like them."""
    import pandas as pd

    frame = feed.frequencies
    trip = frame["trip"].to_numpy(dtype=np.int64)
    position = np.full(len(feed.trips), -1, dtype=np.int64)
    position[kept] = np.arange(len(kept))
    parts = [frame.assign(trip=position[trip])[position[trip] >= 0]]
    for place, source in enumerate(like.tolist(), start=len(kept)):
        own = frame[trip == source]
        if len(own):
            parts.append(own.assign(trip=place))
    result: pd.DataFrame = pd.concat(parts, ignore_index=True).astype(frame.dtypes)
    return result


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no other trip has, and take it."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}~{number}"
    taken.add(free)
    return free


def _joined(old: npt.NDArray[_Number], new: Longs) -> npt.NDArray[_Number]:
    return np.concatenate([old, new.astype(old.dtype)])


def cut_at_border(feed: Feed, mask: Flags) -> Feed:
    """Return a feed whose trips, of some, end at each border and begin anew behind it."""
    country = feed.stops["country"].to_numpy(dtype=object)

    def parted(calls: list[Call]) -> list[list[Call]]:
        parts: list[list[Call]] = []
        last = ""
        for call in calls:
            here = str(country[call[0]])
            if not parts or (here and last and here != last):
                parts.append([call])
            else:
                parts[-1].append(call)
            last = here or last
        return parts

    return cut_trips(feed, mask, parted)


def cut_trips(feed: Feed, mask: Flags, parted: Callable[[list[Call]], list[list[Call]]]) -> Feed:
    """Return a feed whose trips, of some, run in parts.

    Parameters
    ----------
    feed
        The feed.
    mask
        Which trips.
    parted
        Cuts the calls of a trip; a part of one call is left out.
    """
    replaced, pieces = np.zeros(len(mask), dtype=bool), []
    for trip in np.flatnonzero(mask).tolist():
        parts = parted(calls_of_trip(feed, trip))
        if len(parts) > 1:
            replaced[trip] = True
            pieces += [
                Piece(trip, tuple(part), name=f"~{n}", block=False)
                for n, part in enumerate(parts, start=1)
                if len(part) > 1
            ]
    return with_pieces(feed, replaced, pieces)
