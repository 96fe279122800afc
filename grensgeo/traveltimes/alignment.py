"""Where a vehicle drives between its stops: along the shape that its feed draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.polylines import EARTH_M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Floats
    from grensgeo.gtfs import Feed

    Points = Sequence[tuple[float, float]]

#: A stop may lie so far from its shape, metres; a shape that misses one is not followed.
FURTHEST_M = 150.0
#: Of a shape that comes by twice the first time counts, unless the second is nearer by this.
NEARER_M = 30.0


class Alignments:
    """Shapes of the trips of some feeds.

    Parameters
    ----------
    feeds
        The feeds, in the order in which a timetable numbers them.
    """

    def __init__(self, feeds: Sequence[Feed]) -> None:
        self._feeds = feeds
        self._shapes = [
            {str(name): part for name, part in feed.shapes.groupby("shape_id", observed=True)}
            for feed in feeds
        ]

    def along(
        self, feed: int, trip_id: str, stops: Points, *, board: int
    ) -> list[tuple[float, float]]:
        """Return the way of a ride.

        Parameters
        ----------
        feed
            Number of the feed.
        trip_id
            As in a timetable: that of the feed, followed by ``#`` and a number where it repeats.
        stops
            Lon and lat of the trip's stops from its first to where one gets off.
        board
            Which of them one gets on at.

        Returns
        -------
        list of tuple
            Lon and lat: from stop to stop along the shape, or straight where the feed has none
            that passes all of them.
        """
        straight = list(stops[board:])
        points = self._points(feed, trip_id)
        if points is None:
            return straight
        places = _places(points, np.array(stops, dtype=np.float64))
        if places is None:
            return straight
        (first, start), (last, end) = places[board], places[-1]
        inner = [(float(x), float(y)) for x, y in points[first + 1 : last + 1]]
        return [
            straight[0],
            _on(points, first, start),
            *inner,
            _on(points, last, end),
            straight[-1],
        ]

    def _points(self, feed: int, trip_id: str) -> Floats | None:
        """Return lon and lat of a trip's shape, if it has one."""
        trips = self._feeds[feed].trips
        name = next((n for n in (trip_id, trip_id.rpartition("#")[0]) if n in trips.index), None)
        part = None if name is None else self._shapes[feed].get(str(trips.at[name, "shape_id"]))
        if part is None or len(part) < 2:
            return None
        points: Floats = part[["shape_pt_lon", "shape_pt_lat"]].to_numpy(dtype=np.float64)
        return points


def _on(points: Floats, piece: int, share: float) -> tuple[float, float]:
    """Return the point on a piece of a shape."""
    x, y = points[piece] + share * (points[piece + 1] - points[piece])
    return float(x), float(y)


def _places(points: Floats, stops: Floats) -> list[tuple[int, float]] | None:
    """Place stops on a shape, each no earlier than the one before; None if one is too far off."""
    metre = np.radians(EARTH_M) * np.array([np.cos(np.radians(stops[0, 1])), 1.0])
    line = points * metre
    step = np.diff(line, axis=0)
    square = np.maximum((step**2).sum(axis=1), 1e-12)
    piece, share = 0, 0.0
    result = []
    for stop in stops * metre:
        along = ((stop - line[piece:-1]) * step[piece:]).sum(axis=1) / square[piece:]
        along = np.clip(along, 0.0, 1.0)
        along[0] = max(along[0], share)
        off = np.hypot(*(line[piece:-1] + along[:, None] * step[piece:] - stop).T)
        if off.min() > FURTHEST_M:
            return None
        near = int(np.argmax(off <= off.min() + NEARER_M))
        while near + 1 < len(off) and off[near + 1] < off[near]:
            near += 1
        piece, share = piece + near, float(along[near])
        result.append((piece, share))
    return result
