"""Operators whose trains another feed has as well: dropped by name, and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.gtfs.stop_times import Calls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Flags
    from grensgeo.gtfs.feed import Feed


def drop_operators(feed: Feed, names: Sequence[str]) -> tuple[Feed, dict[str, int]]:
    """Drop the trips of some operators from a feed, where another feed has them as well.

    Parameters
    ----------
    feed
        The feed.
    names
        Operators as ``agency_name`` has them; capitals do not count. ``sources.lock`` of
        ``grensgeo fetch`` lists under ``drop`` those of the other country.

    Returns
    -------
    tuple of Feed and dict
        The feed without their trips, and how many trips of each name were dropped: 0 for one that
        the feed does not have.

    Raises
    ------
    InputError
        If no trip would be left.
    """
    said = feed.trips["operator"].fillna("").astype(str).str.strip().str.casefold()
    counts = {name: int((said == name.strip().casefold()).sum()) for name in names}
    keep = ~said.isin([name.strip().casefold() for name in names]).to_numpy()
    if keep.all():
        return feed, counts
    if not keep.any():
        raise InputError(
            "no-trips-left", f"{feed.name}: has no other operators than {', '.join(names)}"
        )
    position = np.cumsum(keep) - 1
    gone = set(feed.trips.index[~keep])
    frequencies = feed.frequencies[keep[feed.frequencies["trip"].to_numpy(dtype=np.int64)]].copy()
    frequencies["trip"] = position[frequencies["trip"].to_numpy(dtype=np.int64)]
    transfers = feed.transfers
    of_gone = transfers["from_trip"].isin(gone) | transfers["to_trip"].isin(gone)
    return replace(
        feed,
        trips=feed.trips[keep],
        calls=_calls_of(feed.calls, keep),
        frequencies=frequencies.reset_index(drop=True),
        transfers=transfers[~of_gone].reset_index(drop=True),
    ), counts


def _calls_of(calls: Calls, keep: Flags) -> Calls:
    """Return the calls of the trips that are kept."""
    counts = np.diff(calls.start)
    kept = np.repeat(keep, counts)
    start = np.concatenate([[0], np.cumsum(counts[keep])]).astype(np.int64)
    return Calls(
        start,
        calls.stop[kept],
        calls.arrival_s[kept],
        calls.departure_s[kept],
        calls.board_ok[kept],
        calls.alight_ok[kept],
    )
