"""The departure that a trip has, or that one takes who gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import InputError
from grensgeo.notes import Note

if TYPE_CHECKING:
    from grensgeo.network import Network
    from grensgeo.traveltimes.trip import Trip

#: Departures that count where a trip gives none: every minute of an hour, after which most lines
#: are where they were.
USUAL_WINDOW_MIN = 60.0


def departing(network: Network, trip: Trip) -> Trip:
    """Return a trip with the departure that it has, or that one takes who gives none.

    Parameters
    ----------
    network
        The network.
    trip
        The trip.

    Returns
    -------
    Trip
        The same, but by public transport without departure and arrival: then every minute of
        :data:`USUAL_WINDOW_MIN` from :func:`grensgeo.network.usual_departure.usual_moment` on.

    Raises
    ------
    InputError
        If the trip is by public transport and the network has none.
    """
    if trip.mode != "transit":
        return trip
    if not network.feeds:
        raise InputError(
            "no-public-transport",
            "trip: mode 'transit' needs public transport, and this network has none; give "
            "build_network(..., gtfs=...) or services=... (grensgeo build --gtfs, --services), or "
            "choose another mode",
        )
    if trip.moment is not None:
        return trip
    from grensgeo.network.usual_departure import usual_moment  # with all that reads timetables

    # checked already: made anew it would say again what is implausible
    taken: Trip = object.__new__(type(trip))
    more = {"departure": usual_moment(network), "window_min": USUAL_WINDOW_MIN}
    vars(taken).update(vars(trip) | more)
    return taken


def departure_notes(network: Network, trip: Trip) -> tuple[Note, ...]:
    """Return a note on the departure that a trip takes which gives none."""
    taken = departing(network, trip)
    if taken is trip:
        return ()
    at, minutes = str(taken.departure), USUAL_WINDOW_MIN
    return (Note("trip.usual-departure", at=at.replace("T", " "), minutes=minutes),)
