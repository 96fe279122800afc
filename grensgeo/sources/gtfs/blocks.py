"""Trips of one vehicle: passengers stay in their seats from one to the next.

``block_id`` says which trips of a day one vehicle makes. Where the next one begins at the stop at
which the one before ends, passengers ride on: that is no change, takes no time to change and is
one ride. Turning such trips into one long trip would give each vehicle's day a pattern of its own.
So the trips stay as they are, and a run is added for each way to ride on: one gets on during the
first trip and off during the last.

Source: GTFS reference, trips.txt, ``block_id``.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.sources.gtfs.timetable import Runs

if TYPE_CHECKING:
    import numpy.typing as npt

#: Longest stand between two trips of a vehicle, seconds. After a longer one passengers are told to
#: get off at many a terminus, and a change from trip to trip is in time anyhow.
LONGEST_STAND_S = 600
#: Most trips in one seat: on a line that goes round and round nobody rides further.
MOST_TRIPS = 3


def ride_on(runs: Runs, block: npt.NDArray[np.object_]) -> Runs:
    """Give the runs in which one rides on from trip to trip.

    Parameters
    ----------
    runs
        Trips of one service day.
    block
        object (n_runs,): text; empty where a trip is in no block.

    Returns
    -------
    Runs
        A run for each trip and each of those that its vehicle goes on as, beside ``runs``. Ids
        are joined by ``+``, lines by ``/`` where they differ.
    """
    after = _next(runs, block)
    chains = []
    for first in sorted(after):
        chain = [first]
        while chain[-1] in after and len(chain) < MOST_TRIPS:
            chain.append(after[chain[-1]])
            chains.append(tuple(chain))
    return _joined(runs, chains)


def _next(runs: Runs, block: npt.NDArray[np.object_]) -> dict[int, int]:
    """Tell as which trip each goes on: the next of its block, if it begins where this one ends."""
    leaves, ends = runs.departure_s[runs.start[:-1]], runs.arrival_s[runs.start[1:] - 1]
    members: dict[str, list[int]] = {}
    for run in np.flatnonzero(block != "").tolist():
        members.setdefault(str(block[run]), []).append(run)
    after = {}
    for own in members.values():
        own.sort(key=lambda run: (int(leaves[run]), int(ends[run]), run))
        for one, other in itertools.pairwise(own):
            same_stop = runs.stop[runs.start[one + 1] - 1] == runs.stop[runs.start[other]]
            if same_stop and 0 <= leaves[other] - ends[one] <= LONGEST_STAND_S:
                after[one] = other
    return after


def _joined(runs: Runs, chains: list[tuple[int, ...]]) -> Runs:
    """Put the trips of each chain one after the other."""
    parts = [run for chain in chains for run in chain]
    length = np.diff(runs.start)[parts]
    offset = np.cumsum(length) - length
    rows = np.arange(length.sum()) + np.repeat(runs.start[parts] - offset, length)
    opening = np.array([run == chain[0] for chain in chains for run in chain], dtype=bool)
    closing = np.array([run == chain[-1] for chain in chains for run in chain], dtype=bool)
    arrival, departure = runs.arrival_s[rows], runs.departure_s[rows]
    # while it stands between two trips, either may say that it has left or is yet to come
    ends, starts = (offset + length - 1)[~closing], offset[~opening]
    departure[ends], arrival[starts] = arrival[ends], departure[starts]
    calls = [int(np.diff(runs.start)[list(chain)].sum()) for chain in chains]
    first, last = [chain[0] for chain in chains], [chain[-1] for chain in chains]
    return Runs(
        start=np.concatenate([[0], np.cumsum(calls)]).astype(np.int64),
        stop=runs.stop[rows],
        arrival_s=arrival,
        departure_s=departure,
        board_ok=runs.board_ok[rows] * np.repeat(opening, length),
        alight_ok=runs.alight_ok[rows] * np.repeat(closing, length),
        trip_id=_text(runs.trip_id, chains, "+"),
        line=_text(runs.line, chains, "/"),
        headsign=runs.headsign[last],
        route_id=_text(runs.route_id, chains, "/"),
        number=runs.number[first],
        feed=runs.feed[first],
        route_type=runs.route_type[first],
    )


def _text(
    values: npt.NDArray[np.object_], chains: list[tuple[int, ...]], mark: str
) -> npt.NDArray[np.object_]:
    """Join the texts of each chain, each once."""
    result = np.empty(len(chains), dtype=object)
    result[:] = [mark.join(dict.fromkeys(str(values[run]) for run in chain)) for chain in chains]
    return result
