"""Blocks and linked trips: passengers stay seated in one vehicle from trip to trip.

Trips of a day with the same ``block_id`` are made by one vehicle. Where the next one begins at the
stop at which the one before ends, or at another of its station, passengers stay seated: that is
no change, takes no time and is one ride. Transfers of types 4 and 5 decide for two trips whether
passengers stay seated or must leave, whatever the block: trains that are coupled on the way go on
from two as one, and from one as two. Joining such trips to one long trip would give each
vehicle's day a pattern of its own. So the trips stay as they are, and a run is added for each way
to ride on: one gets on during the first trip and off during the last.

Source: GTFS reference, trips.txt, ``block_id``, and transfers.txt, linked trips.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    import pandas as pd

#: Longest stand between two trips of a vehicle, seconds. After a longer one passengers are told to
#: get off at many a terminus, and a change from trip to trip is in time anyhow.
LONGEST_STAND_S = 600
#: Longest stand where the feed says of two trips that passengers stay seated: half a day, so that
#: it is clear which service day's trip is meant.
LONGEST_LINK_S = 43_200
#: Most trips in one seat: on a line that goes round and round nobody rides further.
MOST_TRIPS = 3

#: Types of transfers.
_SEATED, _LEAVES = 4, 5


@dataclass(frozen=True, eq=False)
class Links:
    """Transfers between the trips of one vehicle (types 4 and 5).

    Attributes
    ----------
    seated
        Trips as which each trip goes on, by id, and the stations at which the one ends and the
        other begins, -1 where it is not given.
    leaves
        Pairs of trips between which passengers must get off and on again.
    """

    seated: dict[str, list[tuple[str, int, int]]]
    leaves: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, transfers: pd.DataFrame, top: npt.NDArray[np.int64]) -> Links:
        """Read the transfers of a feed, with the station above each of its places."""
        seated: dict[str, list[tuple[str, int, int]]] = {}
        leaves = set()
        for row in transfers[transfers["transfer_type"] >= _SEATED].to_dict("records"):
            one, other = str(row["from_trip"]), str(row["to_trip"])
            if row["transfer_type"] == _LEAVES:
                leaves.add((one, other))
            else:
                places = int(row["from_stop"]), int(row["to_stop"])
                end, start = (int(top[place]) if place >= 0 else -1 for place in places)
                seated.setdefault(one, []).append((other, end, start))
        return cls(seated, frozenset(leaves))


def ride_on(
    runs: Runs,
    block: npt.NDArray[np.object_],
    day: npt.NDArray[np.int64],
    *,
    links: Links,
    station: npt.NDArray[np.integer],
) -> Runs:
    """Build the runs in which passengers stay seated from one trip to the next.

    Parameters
    ----------
    runs
        Trips of some service days.
    block
        object (n_runs,): text; empty where a trip is in no block.
    day
        int64 (n_runs,): service day of each, counted from any.
    links
        Transfers between trips of one vehicle.
    station
        int64: station of each stop that the runs name.

    Returns
    -------
    Runs
        A run for each trip and each of those that its vehicle goes on as, beside ``runs``. Ids
        are joined by ``+``, lines by ``/`` where they differ.
    """
    # Station of the first and of the last call of each run
    ends = station[runs.stop[runs.start[:-1]]], station[runs.stop[runs.start[1:] - 1]]
    after = _linked(runs, day, links, ends)
    members: dict[tuple[int, str], list[int]] = {}
    for run in np.flatnonzero(block != "").tolist():
        members.setdefault((int(day[run]), str(block[run])), []).append(run)
    # Transfers count before the order of a block
    for run, onward in _next(runs, members, links, ends):
        after.setdefault(run, [onward])
    chains: list[tuple[int, ...]] = []
    # All chains of two to MOST_TRIPS trips; a coupled train branches, so a trip may begin several
    for first in sorted(after):
        longer: list[tuple[int, ...]] = [(first,)]
        for _ in range(MOST_TRIPS - 1):
            longer = [(*chain, run) for chain in longer for run in after.get(chain[-1], ())]
            chains += longer
    return _joined(runs, chains)


def _next(
    runs: Runs,
    members: dict[tuple[int, str], list[int]],
    links: Links,
    stations: tuple[npt.NDArray[np.integer], npt.NDArray[np.integer]],
) -> Iterator[tuple[int, int]]:
    """Find the next trip of each block, where it begins at the place at which this one ends."""
    begin, end = stations
    leaves, ends = runs.departure_s[runs.start[:-1]], runs.arrival_s[runs.start[1:] - 1]
    for own in members.values():
        own.sort(key=lambda run: (int(leaves[run]), int(ends[run]), run))
        for one, other in itertools.pairwise(own):
            stays = (str(runs.trip_id[one]), str(runs.trip_id[other])) not in links.leaves
            in_time = 0 <= leaves[other] - ends[one] <= LONGEST_STAND_S
            if stays and in_time and end[one] == begin[other]:
                yield one, other


def _linked(
    runs: Runs,
    day: npt.NDArray[np.int64],
    links: Links,
    stations: tuple[npt.NDArray[np.integer], npt.NDArray[np.integer]],
) -> dict[int, list[int]]:
    """Find transfers in which passengers stay seated: on the same service day or the next."""
    if not links.seated:
        return {}
    begin, end = stations
    ids = [str(name) for name in runs.trip_id]
    at = {(name, int(day[run])): run for run, name in enumerate(ids)}
    after: dict[int, list[int]] = {}
    for run, name in enumerate(ids):
        for other, ended, begun in links.seated.get(name, ()):
            if ended not in {-1, int(end[run])} or (name, other) in links.leaves:
                continue
            for later in (0, 1):
                onward = at.get((other, int(day[run]) + later))
                if onward is None or begun not in {-1, int(begin[onward])}:
                    continue
                left = runs.departure_s[runs.start[onward]]
                stand = int(left) - int(runs.arrival_s[runs.start[run + 1] - 1])
                if 0 <= stand <= LONGEST_LINK_S:
                    after.setdefault(run, []).append(onward)
                    break
    return after


def _joined(runs: Runs, chains: list[tuple[int, ...]]) -> Runs:
    """Concatenate the trips of each chain."""
    parts = [run for chain in chains for run in chain]
    # Rows of the calls of each trip of each chain, one after the other
    length = np.diff(runs.start)[parts]
    offset = np.cumsum(length) - length
    rows = np.arange(length.sum()) + np.repeat(runs.start[parts] - offset, length)
    opening = np.array([run == chain[0] for chain in chains for run in chain], dtype=bool)
    closing = np.array([run == chain[-1] for chain in chains for run in chain], dtype=bool)
    arrival, departure = runs.arrival_s[rows], runs.departure_s[rows]
    # between two trips the vehicle stands from the arrival of one to the departure of the other
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
        operator=runs.operator[first],
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
