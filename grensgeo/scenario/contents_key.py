"""What names the content of a situation, whatever it was called on the way there.

Two timetables are the same if the same lines call at the same stops at the same times on the same
days: ids of trips and services, the order in which they stand, and stops at which nothing calls do
not matter.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.border.terms import BorderTerms
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network, SpeedChange
    from grensgeo.region.region import Region
    from grensgeo.scenario.situation import Situation

    _Hashes = npt.NDArray[np.uint64]

#: Odd multipliers that mix the columns of a row (the golden ratio and its kin, as splitmix64 has).
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
#: Counts are held to be the same within half of a millionth: they are added up in another order.
_DECIMALS = 6
#: Columns of transfers and of pathways that are numbers of stops.
_STOPS = ("from_stop", "to_stop")


def situation_key(situation: Situation) -> str:
    """Return what names the content of a situation: 16 hexadecimal digits.

    What it rests on (sources and notes) and what was prepared do not count.
    """
    parts = {
        "region": "" if situation.region is None else region_key(situation.region),
        "network": "" if situation.network is None else network_key(situation.network),
        "trips": repr(sorted((name, trip) for name, trip in situation.trips.items())),
        "border": "" if situation.border is None else _terms(situation.border),
    }
    return _digest(parts)


def _terms(border: BorderTerms) -> str:
    """Return what names the terms of a border: where nobody minds it, whoever said so."""
    return str(type(border)()) if border.plain else str(border)


def network_key(network: Network) -> str:
    """Return what names the content of a network: 16 hexadecimal digits."""
    feeds = sorted(feed_key(feed) for feed in network.feeds)
    changes = {mode: _change(network.speed_changes.get(mode)) for mode in network.speed_changes}
    named = {
        name: _arrays(getattr(network, name))
        for name in ("streets", "turns", "controls", "observed_speeds", "refs")
    }
    return _digest({**named, "changes": {k: v for k, v in changes.items() if v}, "feeds": feeds})


def region_key(region: Region) -> str:
    """Return what names the people and opportunities of a region: 16 hexadecimal digits."""
    cells = region.cells
    found: dict[str, object] = {
        "cells": cells["cell_id"].tolist(),
        "people": cells["population"].tolist(),
        "places": region.municipalities[["place_lon", "place_lat"]].to_numpy().tolist(),
    }
    for name in region.opportunities:
        found[name] = (region.opportunities[name].round(_DECIMALS) + 0.0).tolist()
    return _digest(found)


def feed_key(feed: Feed) -> str:
    """Return what names the content of a timetable: 16 hexadecimal digits."""
    stop = _text(feed.stops.index.to_numpy())
    trips = _trip_hashes(feed, stop)
    often = feed.frequencies
    spans = _rows(
        trips[often["trip"].to_numpy(dtype=np.int64)],
        *(often[name].to_numpy() for name in ("start_s", "end_s", "headway_s", "exact")),
    )
    ways: list[_Hashes] = []
    for table in (feed.transfers, feed.pathways):
        places = [_at(stop, table[name].to_numpy(dtype=np.int64)) for name in _STOPS]
        others = [_column(table[name]) for name in table.columns if name not in _STOPS]
        ways.append(_rows(*places, *others))
    at_headways = np.zeros(len(trips), dtype=bool)
    at_headways[often["trip"].to_numpy(dtype=np.int64)] = True
    used = np.zeros(len(stop), dtype=bool)
    for table in (feed.transfers, feed.pathways):
        for name in _STOPS:
            named = table[name].to_numpy(dtype=np.int64)
            used[named[named >= 0]] = True
    used[feed.calls.stop] = True
    where = _rows(stop, *(feed.stops[name].to_numpy() for name in ("stop_lon", "stop_lat")))[used]
    several = (trips[~at_headways], spans, *ways, where)
    return _digest({"name": feed.name, "rows": [np.sort(hashes).tobytes() for hashes in several]})


def unchanged(before: Situation, after: Situation) -> bool:
    """Return whether two situations hold the same; what they share is not looked at."""
    if (before.trips, before.border) != (after.trips, after.border):
        return False
    one, other = before.region, after.region
    if one is not other and (one is None or other is None or region_key(one) != region_key(other)):
        return False
    return before.network is after.network or (
        before.network is not None
        and after.network is not None
        and _same_network(before.network, after.network)
    )


def _same_network(one: Network, other: Network) -> bool:
    """Return whether two networks hold the same, looking at what they do not share."""
    for name in ("streets", "turns", "controls", "observed_speeds", "refs"):
        a, b = getattr(one, name), getattr(other, name)
        if a is not b and not _alike(a, b):
            return False
    for mode in {*one.speed_changes, *other.speed_changes}:
        before, after = one.speed_changes.get(mode), other.speed_changes.get(mode)
        if before is not after and not _same_change(before, after):
            return False
    apart = [feed for feed in one.feeds if not any(feed is kept for kept in other.feeds)]
    added = [feed for feed in other.feeds if not any(feed is kept for kept in one.feeds)]
    return sorted(map(feed_key, apart)) == sorted(map(feed_key, added))


def _trip_hashes(feed: Feed, stop: _Hashes) -> _Hashes:
    """Return a number a trip, of its line, calls, days and vehicle."""
    calls = feed.calls
    n_calls = np.diff(calls.start)
    place = np.arange(len(calls.stop)) - np.repeat(calls.start[:-1], n_calls)
    columns = (calls.arrival_s, calls.departure_s, calls.board_ok, calls.alight_ok)
    row = _rows(stop[calls.stop], place, *columns)
    added = np.zeros(len(n_calls), dtype=np.uint64)
    np.add.at(added, np.repeat(np.arange(len(n_calls)), n_calls), row)
    days = feed.days
    active = np.array(
        [_number(f"{days.first} {days.before} {bits.tobytes().hex()}") for bits in
         np.packbits(days.active, axis=1)], dtype=np.uint64,
    )  # fmt: skip
    trips = feed.trips
    named = [_text(trips[name].to_numpy()) for name in ("line", "route_id")]
    if "block" in trips:
        named.append(_text(trips["block"].to_numpy()))
    return _rows(added, active[trips["service"].to_numpy(dtype=np.int64)], *named)


def _rows(*columns: npt.NDArray[Any]) -> _Hashes:
    """Return a number a row, of all columns."""
    total = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        bits = np.asarray(column)
        if bits.dtype != np.uint64:
            bits = bits.astype(np.float64) + 0.0
            bits = np.where(np.isnan(bits), 1e300, bits).view(np.uint64)
        total = (total ^ bits) * np.uint64(_MIX[0])
        total = (total ^ (total >> np.uint64(30))) * np.uint64(_MIX[1])
        total = (total ^ (total >> np.uint64(27))) * np.uint64(_MIX[2])
    return total


def _text(values: npt.NDArray[Any]) -> _Hashes:
    """Return a number for each text."""
    known: dict[str, int] = {}
    numbers = [known.setdefault(text, _number(text)) for text in map(str, values.tolist())]
    return np.array(numbers, dtype=np.uint64)


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


def _column(values: pd.Series) -> npt.NDArray[Any]:
    """Return a column as numbers."""
    if values.dtype.kind in "iufb":
        return values.to_numpy()
    return _text(values.to_numpy(dtype=object))


def _at(stop: _Hashes, places: npt.NDArray[np.int64]) -> _Hashes:
    """Return the numbers of stops; 0 where there is none."""
    if not len(stop):
        return np.zeros(len(places), dtype=np.uint64)
    return np.where(places >= 0, stop[places], np.uint64(0))


def _change(change: SpeedChange | None) -> str:
    """Return what names a change of speeds; empty where it changes none."""
    return "" if _is_idle(change) else _arrays(change)


def _is_idle(change: SpeedChange | None) -> bool:
    """Return whether a change of speeds changes none."""
    return change is None or bool((change.factor == 1).all() and np.isnan(change.speed_kmh).all())


def _same_change(one: SpeedChange | None, other: SpeedChange | None) -> bool:
    """Return whether two changes of speeds are the same, without reading both to their ends."""
    if one is None or other is None:
        return _is_idle(one) and _is_idle(other)
    return _alike(one, other) or (_is_idle(one) and _is_idle(other))


def _alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - dataclasses of a network
    """Return whether two dataclasses hold the same; arrays that they share are not looked at."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        same = one.dtype == other.dtype and one.shape == other.shape
        return same and (one is other or one.tobytes() == other.tobytes())
    if not is_dataclass(one):
        return bool(one == other)
    parts = [(getattr(one, item.name), getattr(other, item.name)) for item in fields(one)]
    return all(a is b or _alike(a, b) for a, b in parts)


def _arrays(value: Any) -> str:  # noqa: ANN401 - one of the dataclasses of a network
    """Return what names the arrays of a dataclass, and of those in it."""
    if value is None:
        return ""
    found: dict[str, object] = {}
    for item in fields(value):
        part = getattr(value, item.name)
        if isinstance(part, np.ndarray):
            raw = repr(part.tolist()).encode() if part.dtype == object else part.tobytes()
            found[item.name] = hashlib.blake2b(raw, digest_size=16).hexdigest()
        else:
            found[item.name] = _arrays(part)
    return _digest(found)


def _digest(parts: Mapping[str, object]) -> str:
    return hashlib.sha256(repr(sorted(parts.items())).encode()).hexdigest()[:16]
