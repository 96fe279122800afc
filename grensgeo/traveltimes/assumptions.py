"""Where results of trips on a network come from, and what they assume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.provenance import Provenance
from grensgeo.traveltimes.departing import departing, departure_notes

if TYPE_CHECKING:
    from grensgeo.network import Network
    from grensgeo.traveltimes.trip import Trip


def trip_provenance(network: Network, *trips: Trip) -> Provenance:
    """Return the sources of a network, and what trips on it assume.

    Parameters
    ----------
    network
        The network.
    trips
        Trips that are made on it.

    Raises
    ------
    InputError
        If the network does not have what a trip asks for.
    """
    notes = dict.fromkeys(
        note
        for trip in trips
        for note in (
            *departing(network, trip).notes(network=network),
            *departure_notes(network, trip),
        )
    )
    return network.provenance | Provenance(notes=tuple(notes))
