"""The journeys by timetable of all pairs at once: by which vehicles each travel time comes about.

What :func:`grensgeo.journeys` traces of one pair is traced here of many. One search serves all
pairs that have an end and a moment in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.routing.transit.itinerary import JourneyTree, Moment
from grensgeo.routing.transit.raptor import profile_times
from grensgeo.traveltimes.departures import TimetableTimes
from grensgeo.traveltimes.itineraries import first_moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grensgeo.gtfs import Timetable
    from grensgeo.routing.transit.itinerary import Journey, Leg
    from grensgeo.routing.transit.journeys import Legs
    from grensgeo.traveltimes.compute import Journeys


class PairJourney(NamedTuple):
    """The journey of one pair: its row, its column, and the timetable that numbers its rides."""

    row: int
    column: int
    journey: Journey
    timetable: Timetable


def pair_journeys(journeys: Journeys) -> Iterator[PairJourney]:
    """Trace the journeys that the times of all pairs are those of.

    Parameters
    ----------
    journeys
        A trip by timetable, laid out by :func:`grensgeo.traveltimes.compute.prepare`.

    Yields
    ------
    PairJourney
        Of each pair that is reached, the journey of the first moment that takes as long as the
        percentile that measures are computed from; in no order that means anything.
    """
    for part in journeys.parts:
        if isinstance(part, TimetableTimes):
            yield from _of_part(part, (part.percentiles[journeys.middle],))


def _of_part(part: TimetableTimes, percentile: tuple[float, ...]) -> Iterator[PairJourney]:
    window, schedule = part.window, part.schedule
    here, there = (part.egress, part.access) if schedule.reverse else (part.access, part.egress)
    n_origins = len(part.access)
    direct = part.direct_s(slice(0, n_origins))
    direct = direct.T if schedule.reverse else direct
    for row in range(len(here)):
        took, rides = profile_times(
            schedule,
            here,
            part.onward,
            window=window,
            rows=slice(row, row + 1),
            direct_s=direct[row : row + 1],
        )
        columns: dict[int, list[int]] = {}
        for column in np.flatnonzero(~np.isnan(took[0]).all(axis=0)).tolist():
            (at,) = first_moments(took[0, :, column], rides[0, :, column], percentile)
            if at is not None:
                columns.setdefault(at, []).append(column)
        for at, own in columns.items():
            moment = Moment(int(window.moments_s[at]), window.max_rides, window.limit_s)
            tree = JourneyTree.search(schedule, _leg(here, row), moment)
            for column in own:
                found = tree.to(_leg(there, column), direct_s=float(direct[row, column]))
                if found is not None:
                    pair = (column, row) if schedule.reverse else (row, column)
                    yield PairJourney(*pair, found, part.timetable)


def _leg(legs: Legs, point: int) -> Leg:
    """Return the stops of a point, and the seconds to or from them."""
    own = slice(int(legs.start[point]), int(legs.start[point + 1]))
    return legs.stop[own], legs.seconds[own]
