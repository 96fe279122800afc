"""What a search of the timetable is asked, for one origin at a time or for many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from grensgeo.arrays import Indices, Longs


class Question(NamedTuple):
    """All that a search from one of the origins reads beside the timetable, checked.

    Attributes
    ----------
    from_start, from_stop, from_s
        Legs from the origins: those of origin ``i`` are ``from_start[i]`` up to
        ``from_start[i + 1]``, with stop and whole seconds.
    to_start, to_place, to_s
        Legs from the stops in the same way, with place among the served destinations.
    served
        Positions of the destinations that have a leg, ascending.
    moments
        Whole seconds of departure, ascending.
    max_rides
        Most rides of a journey.
    limit
        Whole seconds of the longest journey.
    """

    from_start: Longs
    from_stop: Indices
    from_s: Indices
    to_start: Longs
    to_place: Indices
    to_s: Indices
    served: Longs
    moments: Longs
    max_rides: int
    limit: int
