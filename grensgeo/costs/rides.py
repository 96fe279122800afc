"""What is ridden of a journey: vehicles, their stops in order, and kilometres; no timetable."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple


class RideStop(NamedTuple):
    """A stop at which a vehicle calls.

    Attributes
    ----------
    id, name
        As in the timetable.
    country
        ISO 3166; empty where it is not known.
    municipality
        Code; empty where it is not known.
    lon, lat
        Degrees.
    """

    id: str
    name: str
    country: str = ""
    municipality: str = ""
    lon: float = 0.0
    lat: float = 0.0


class Ride(NamedTuple):
    """A ride in one vehicle.

    Attributes
    ----------
    vehicle
        ``rail``, ``bus`` and so on.
    line, operator
        As in the timetable; empty where it does not say.
    stops
        From where one gets on to where one gets off, those between included.
    km
        Kilometres ridden up to each of them, from 0.
    """

    vehicle: str
    line: str
    operator: str
    stops: tuple[RideStop, ...]
    km: tuple[float, ...]


@lru_cache(maxsize=65_536)
def matches(text: str, patterns: tuple[str, ...]) -> bool:
    """Return whether a text is as one of some patterns says, whatever its capitals.

    Parameters
    ----------
    text
        The text.
    patterns
        ``*`` stands for anything.

    Examples
    --------
    >>> matches("Enschede, De Eschmarke", ("enschede*",)), matches("RB64", ("RB6",))
    (True, False)
    """
    return any(fnmatchcase(text.casefold(), pattern.casefold()) for pattern in patterns)


def stop_matches(stop: RideStop, patterns: tuple[str, ...]) -> bool:
    """Return whether a stop's name or id is as one of some patterns says."""
    return matches(stop.name, patterns) or matches(stop.id, patterns)
