"""Stops of several feeds in one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.timetable.changes import tops

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from grensgeo.gtfs.feed import Feed
    from grensgeo.gtfs.timetable.single_transfers import SplitCalls


@dataclass(frozen=True, eq=False)
class FeedStops:
    """Stops of several feeds in one table.

    Attributes
    ----------
    ids, names, lon, lat, feed
        One value a stop.
    station
        int32: top of the stop's family (platform, station), counted through all feeds.
    of_place
        For each feed, the stop of each place in its table; -1 for stations and entrances.
    """

    ids: npt.NDArray[np.object_]
    names: npt.NDArray[np.object_]
    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]
    feed: npt.NDArray[np.int16]
    station: npt.NDArray[np.int32]
    of_place: list[npt.NDArray[np.int64]]

    def with_copies(self, parted: Sequence[SplitCalls]) -> tuple[FeedStops, npt.NDArray[np.int32]]:
        """Add the copies of each feed at the end; return also the stop that each stands for."""
        original = [np.arange(len(self.ids), dtype=np.int64)]
        of_place, n = [], len(self.ids)
        for own, one in zip(self.of_place, parted, strict=True):
            original.append(own[one.original])
            more = len(one.original)
            of_place.append(np.concatenate([own, n + np.arange(more)]))
            n += more
        copied = np.concatenate(original).astype(np.int32)
        columns = {
            name: getattr(self, name)[copied]
            for name in ("ids", "names", "lon", "lat", "feed", "station")
        }
        return FeedStops(**columns, of_place=of_place), copied


def stops_of(feeds: Sequence[Feed]) -> FeedStops:
    """Build one table of the stops of all feeds.

    Parameters
    ----------
    feeds
        Feeds of different names.

    Returns
    -------
    FeedStops
        Places that are called at, and stops; each feed's stations are its own.
    """
    ids, names, lon, lat, number, station = [], [], [], [], [], []
    of_place = []
    base = places = 0
    for i, feed in enumerate(feeds):
        table = feed.stops
        called = np.zeros(len(table), dtype=bool)
        called[feed.calls.stop] = True
        kept = np.flatnonzero(called | (table["location_type"].to_numpy() == 0))
        place = np.full(len(table), -1, dtype=np.int64)
        place[kept] = base + np.arange(len(kept))
        top = tops(table["parent"].to_numpy())
        prefix = f"{feed.name}:" if len(feeds) > 1 else ""
        ids += [prefix + str(name) for name in table.index[kept]]
        names.append(table["stop_name"].to_numpy(dtype=object)[kept])
        lon.append(table["stop_lon"].to_numpy()[kept])
        lat.append(table["stop_lat"].to_numpy()[kept])
        number.append(np.full(len(kept), i, dtype=np.int16))
        station.append(places + top[kept])
        of_place.append(place)
        base, places = base + len(kept), places + len(table)
    _, station_number = np.unique(np.concatenate(station), return_inverse=True)
    return FeedStops(
        ids=np.array(ids, dtype=object),
        names=np.concatenate(names),
        lon=np.concatenate(lon).astype(np.float64),
        lat=np.concatenate(lat).astype(np.float64),
        feed=np.concatenate(number),
        station=station_number.astype(np.int32),
        of_place=of_place,
    )
