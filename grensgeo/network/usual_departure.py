"""When one leaves by public transport who does not say when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from grensgeo.errors import InputError
from grensgeo.gtfs.service import service_per_day

if TYPE_CHECKING:
    from datetime import date

    from grensgeo.network.data import NetworkData

#: Time of day: within the morning peak, so that what runs then runs. Assumed.
_CLOCK = "08:00"

_TUESDAY = 1


def usual_moment(network: NetworkData) -> str:
    """Return the departure of trips by public transport that give none.

    Parameters
    ----------
    network
        A network with timetables.

    Returns
    -------
    str
        8:00 on the first Tuesday on which all timetables together have at least as many departures
        as on their median Tuesday, of the days that all of them have; of a timetable without
        Tuesdays, on the first such day. It names its zone where the clocks of timetables differ.
        A scenario keeps that of the network that it changes.

    Raises
    ------
    InputError
        If the timetables have no day with service in common.

    Examples
    --------
    >>> from grensgeo.network import load_network
    >>> usual_moment(load_network("data/sample/network"))
    '2023-10-17T08:00'
    """
    if network.usual_departure is not None:
        return network.usual_departure
    feeds = network.feeds
    first, last = max(f.days.first for f in feeds), min(f.days.last for f in feeds)
    counts = np.zeros(max((last - first).days + 1, 0), dtype=np.int64)
    running = np.ones(len(counts), dtype=bool)
    for feed in feeds if len(counts) else ():
        since = (first - feed.days.first).days
        own = service_per_day(feed)["trips"].to_numpy()[since : since + len(counts)]
        counts += own
        running &= own > 0
    days = np.flatnonzero(running)
    tuesdays = days[(first.weekday() + days) % 7 == _TUESDAY]
    asked = tuesdays if len(tuesdays) else days
    if not len(asked):
        spans = ", ".join(f"{f.name} {f.days.first} to {f.days.last}" for f in feeds)
        raise InputError(
            "option-missing",
            f"trip: the timetables have no day with service in common ({spans}); give a departure "
            "or an arrival",
        )
    ordinary = np.sort(counts[asked])[(len(asked) - 1) // 2]
    day = first + timedelta(days=int(asked[counts[asked] >= ordinary][0]))
    return _moment(day, [feed.zones[0] for feed in feeds])


def _moment(day: date, zones: list[str]) -> str:
    """Write the time on a day, with its zone where clocks differ."""
    moment = datetime.fromisoformat(f"{day}T{_CLOCK}")
    there = [moment.replace(tzinfo=ZoneInfo(zone)) for zone in zones]
    alike = len({one.utcoffset() for one in there}) == 1
    return (moment if alike else there[0]).isoformat(timespec="minutes")
