"""The timetable of one date as frozen arrays: what routing over trains and buses needs.

Every time is in seconds after local midnight of the date in the timetable's own zone, counted as
they pass: on the two days a year when the clock changes, 08:00 on the clock is second 25,200 or
32,400, not 28,800. :meth:`Timetable.seconds_at` and :meth:`Timetable.clock_at` translate.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from grensgeo.errors import InputError

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.gtfs.merging.rules import Merge
    from grensgeo.gtfs.runs import Headways


@dataclass(frozen=True, eq=False)
class Timetable:
    """Trips of one date, gathered in patterns.

    A pattern holds trips that call at the same stops in the same order, with the same leave to
    get on and off, and of which none overtakes another: trip by trip, every arrival and every
    departure is later than or equal to that of the trip before. Trips of yesterday's service day
    that run past midnight are in it, and those of tomorrow's up to :attr:`until_s`.

    Attributes
    ----------
    service_date, zone
        The date, and the IANA zone in which its midnight counts.
    until_s
        Trips that start later than this are left out.
    stop_ids, stop_names
        object (n_stops,): ids as in the feed, with ``feed:`` before them where there are
        several feeds.
    stop_lon, stop_lat
        float64 (n_stops,): degrees, EPSG:4326.
    stop_station
        int32 (n_stops,): station that the stop belongs to; stops of one station, of whichever
        feed, have the same number.
    stop_feed
        int16 (n_stops,): feed that the stop is from.
    stop_original
        int32 (n_stops,): the stop itself. Where a transfer holds for single trips or lines, these
        call at a copy of the stop, of the same id, name and place, and this is the stop.
    min_change_s
        int32 (n_stops,): seconds from getting off to getting on at the same stop.
    change_ok
        uint8 (n_stops,): 0 where the feed forbids changing at the stop.
    pattern_stop_start
        int64 (n_patterns + 1,): pattern ``p`` has the stops ``pattern_stop_start[p]`` up to
        ``pattern_stop_start[p + 1]`` of ``pattern_stop``.
    pattern_stop
        int32: stops in the order of the run; a loop names a stop twice.
    board_ok, alight_ok
        uint8, in the layout of ``pattern_stop``: 1 where a passenger may get on, or off.
    pattern_trip_start
        int64 (n_patterns + 1,): pattern ``p`` has the trips ``pattern_trip_start[p]`` up to
        ``pattern_trip_start[p + 1]``, sorted by departure.
    pattern_time_start
        int64 (n_patterns + 1,): where the times of pattern ``p`` start. Trip ``t`` at the
        pattern's ``i``-th stop of ``n`` stands at ``pattern_time_start[p] +
        (t - pattern_trip_start[p]) * n + i``.
    trip_arrival_s, trip_departure_s
        int32: seconds after local midnight; below zero on the day before.
    trip_id, trip_line, trip_headsign, trip_route_id
        object (n_trips,): text for journeys. A train joined from two feeds has both ids.
    trip_feed, trip_route_type
        int16 (n_trips,): feed, and kind of vehicle as GTFS codes it.
    transfer_from, transfer_to
        int32 (n_transfers,): stops between which the feed, or the station, gives a way; sorted.
    transfer_s
        int32 (n_transfers,): seconds from getting off to being ready to get on. Whole: no
        ``min_change_s`` comes on top of it.
    forbidden_from, forbidden_to
        int32: pairs of stops between which the feed forbids changing. Ways through the streets
        between them must be left out too.
    headways
        Trips at no fixed minute; they are in no pattern until
        :func:`~grensgeo.gtfs.timetable.patterns.draw` gives them one.
    feeds
        Names of the feeds.
    merges
        All that was merged across feeds.
    notes
        What was assumed, in plain English, for the manifest.
    """

    service_date: date
    zone: str
    until_s: int
    stop_ids: npt.NDArray[np.object_]
    stop_names: npt.NDArray[np.object_]
    stop_lon: npt.NDArray[np.float64]
    stop_lat: npt.NDArray[np.float64]
    stop_station: npt.NDArray[np.int32]
    stop_feed: npt.NDArray[np.int16]
    stop_original: npt.NDArray[np.int32]
    min_change_s: npt.NDArray[np.int32]
    change_ok: npt.NDArray[np.uint8]
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
    transfer_from: npt.NDArray[np.int32]
    transfer_to: npt.NDArray[np.int32]
    transfer_s: npt.NDArray[np.int32]
    forbidden_from: npt.NDArray[np.int32]
    forbidden_to: npt.NDArray[np.int32]
    headways: Headways
    feeds: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    notes: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, np.ndarray):
                value.setflags(write=False)

    @property
    def n_stops(self) -> int:
        """Count the stops, with trips or without, and their copies."""
        return len(self.stop_ids)

    @property
    def _n_originals(self) -> int:
        return int((self.stop_original == np.arange(self.n_stops)).sum())

    @property
    def n_patterns(self) -> int:
        """Count the patterns."""
        return len(self.pattern_stop_start) - 1

    @property
    def n_trips(self) -> int:
        """Count the trips at fixed times."""
        return len(self.trip_id)

    def __repr__(self) -> str:
        """Return a line with the date and counts."""
        text = (
            f"<Timetable {self.service_date} {self.zone}: {self._n_originals:,} stops, "
            f"{self.n_patterns:,} patterns, {self.n_trips:,} trips"
        )
        if len(self.headways):
            text += f", {len(self.headways):,} headways"
        return text + (f", {len(self.merges):,} merges>" if self.merges else ">")

    @property
    def midnight(self) -> datetime:
        """The instant from which seconds count, in UTC."""
        return local_midnight(self.service_date, self.zone)

    def seconds_at(self, moment: datetime) -> int:
        """Return the second of a moment.

        Parameters
        ----------
        moment
            With a zone, or else on the clock of the timetable's zone. Where the clock shows a
            time twice the first counts, unless ``fold=1``.

        Returns
        -------
        int
            Whole seconds after local midnight.

        Raises
        ------
        InputError
            If the clock never shows that time, because it was put forward.
        """
        if moment.tzinfo is None:
            aware = moment.replace(tzinfo=ZoneInfo(self.zone))
            back = aware.astimezone(UTC).astimezone(aware.tzinfo)
            if back.replace(tzinfo=None) != moment.replace(fold=0):
                raise InputError(
                    "moment-does-not-exist",
                    f"{moment.isoformat(sep=' ')} is no time in {self.zone}: the clock was put "
                    "forward over it; give a time before or after, or one with a zone",
                )
        else:
            aware = moment
        return int((aware.astimezone(UTC) - self.midnight).total_seconds())

    def clock_at(self, second: int) -> datetime:
        """Return what the clock of the timetable's zone shows at a second.

        Parameters
        ----------
        second
            Seconds after local midnight.

        Returns
        -------
        datetime
            With the zone.
        """
        moment = self.midnight + timedelta(seconds=int(second))
        return moment.astimezone(ZoneInfo(self.zone))


def local_midnight(day: date, zone: str) -> datetime:
    """Return the instant at which a day starts.

    Parameters
    ----------
    day
        The date.
    zone
        IANA zone.

    Returns
    -------
    datetime
        In UTC.

    Examples
    --------
    >>> local_midnight(date(2023, 7, 1), "Europe/Amsterdam").isoformat()
    '2023-06-30T22:00:00+00:00'
    """
    start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    return start.astimezone(UTC)
