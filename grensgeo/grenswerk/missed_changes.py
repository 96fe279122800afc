"""What it costs a student to miss a change, there or on the way home."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import InputError
from grensgeo.schema import MISSED_CHANGES

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.traveltimes import Trip

#: Hours after midnight until which the timetable is looked at: the night belongs to the day.
_HOURS = (-6.0, 30.0)


def missed_changes(
    network: Network,
    home: pd.DataFrame,
    place: pd.DataFrame,
    trip: Trip,
    *,
    day: str,
    start: str = "08:30",
    end: str = "17:00",
) -> pd.DataFrame:
    """Find for each change of a day's trips when one arrives who misses it.

    Parameters
    ----------
    network
        The network.
    home, place
        One row each: ``id``, ``lon``, ``lat``.
    trip
        By public transport, without departure or arrival, with ``max_min``.
    day
        The date, ISO 8601.
    start, end
        Time of day to be there by, and to go home from.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.MISSED_CHANGES`: a row per change of the latest way that is there
        by the start, and of the first way home. Who misses one stands at the stop as the vehicle
        leaves, and goes on by whatever is there first; empty where there is nothing to change.

    Raises
    ------
    InputError
        If the trip is not by public transport or has no ``max_min``; and as
        :func:`grensgeo.journeys`.

    Examples
    --------
    See docs/year.md.
    """
    import pandas as pd

    from grensgeo.grenswerk.day_searches import turned

    if trip.mode != "transit" or trip.max_min is None:
        raise InputError(
            "option-missing", "missed changes: give a trip of mode 'transit' with max_min"
        )
    rows = []
    for way, one, ends, clock in (
        ("there", trip, (home, place), start),
        ("home", turned(trip), (place, home), end),
    ):
        rows += _of_a_way(network, way, one, ends=ends, on=(date.fromisoformat(day), clock))
    columns = [column.name for column in MISSED_CHANGES.columns]
    return MISSED_CHANGES.check(pd.DataFrame(rows, columns=columns))


def _of_a_way(
    network: Network,
    way: str,
    trip: Trip,
    *,
    ends: tuple[pd.DataFrame, pd.DataFrame],
    on: tuple[date, str],
) -> list[dict[str, Any]]:
    """Return the rows of one way."""
    from grensgeo.grenswerk.late_arrivals import DayRides
    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.day_times import on_date
    from grensgeo.traveltimes.departures import Plan, TimetableTimes
    from grensgeo.traveltimes.legs import Places
    from grensgeo.traveltimes.router import network_of

    network, there = network_of(network), way == "there"
    dated = on_date(trip, *on, arrive=there)
    plan = Plan.build(network, dated, hours=_HOURS)
    places = [Places.read(network, frame, where=way) for frame in ends]
    journeys = prepare(network, places[0], places[1], dated, plan=plan)
    rows = []
    for part in journeys.parts:
        if not isinstance(part, TimetableTimes):
            continue
        moment_s = int(plan.moments_s[0])
        last_s = moment_s if there else moment_s + int(part.window.limit)
        rides = DayRides(
            part,
            part.forwards.schedule if there else part.schedule,
            part.schedule if there else None,
        )
        direct_s = float(part.direct_s(slice(0, 1))[0, 0])
        planned = rides.planned((0, 0), moment_s, there=there, direct_s=direct_s)
        if planned is None:
            continue
        for ride, late_s in rides.missed(planned, 0):
            later = np.nan if late_s is None else (late_s - planned.arrival_s) / 60
            table = part.timetable
            rows.append(
                {
                    "date": on[0].isoformat(),
                    "way": way,
                    "change": ride,
                    "stop": str(table.stop_names[planned.board_stop[ride]]),
                    "line": str(table.trip_line[planned.trip[ride]]),
                    "planned": table.clock_at(planned.arrival_s).strftime("%H:%M"),
                    "missed": None if late_s is None else table.clock_at(late_s).strftime("%H:%M"),
                    "later_min": later,
                    "still_possible": late_s is not None and late_s <= last_s,
                }
            )
    return rows
