"""Which kinds of vehicles call where on the date of a trip: what public transport holds there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.traveltimes.departing import departing
from grensgeo.traveltimes.departures import Plan

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.traveltimes.trip import Trip

#: First and last code of each kind. Source: GTFS reference, routes.txt, route_type, and Google's
#: extended route types (developers.google.com/transit/gtfs/reference/extended-route-types).
_KINDS = (
    (0, 0, "tram"), (1, 1, "metro"), (2, 2, "rail"), (3, 3, "bus"), (4, 4, "ferry"),
    (11, 11, "bus"), (12, 12, "rail"), (100, 199, "rail"), (200, 299, "bus"), (300, 399, "rail"),
    (400, 699, "metro"), (700, 899, "bus"), (900, 999, "tram"), (1000, 1099, "ferry"),
    (1200, 1299, "ferry"),
)  # fmt: skip
#: Whatever else calls at stops: cable cars, funiculars, taxis on call.
OTHER = "other"


def kind_of(route_type: int) -> str:
    """Return what a vehicle is: ``rail``, ``bus``, ``tram``, ``metro``, ``ferry`` or ``other``.

    Parameters
    ----------
    route_type
        As GTFS codes it, the extended codes included.

    Returns
    -------
    str
        The kind.

    Examples
    --------
    >>> kind_of(2), kind_of(106), kind_of(3), kind_of(704), kind_of(7)
    ('rail', 'rail', 'bus', 'bus', 'other')
    """
    return next((kind for low, high, kind in _KINDS if low <= route_type <= high), OTHER)


def vehicles(network: Network, trip: Trip) -> pd.DataFrame | None:
    """Return the stops at which each kind of vehicle calls on the date of a trip.

    Parameters
    ----------
    network
        The network with its timetables.
    trip
        The trip; the whole day of its departure or arrival counts, not its window alone.

    Returns
    -------
    DataFrame or None
        ``kind``, ``stop_id``, ``lon``, ``lat`` in degrees, a row per kind and stop; None where
        the trip is not by public transport.
    """
    import pandas as pd

    if trip.mode != "transit":
        return None
    table = Plan.of(network, departing(network, trip)).timetable
    first_trip = table.pattern_trip_start[:-1]
    lengths = np.diff(table.pattern_stop_start)
    kinds = np.array([kind_of(int(code)) for code in table.trip_route_type[first_trip]])
    pairs = pd.DataFrame({"kind": np.repeat(kinds, lengths), "stop": table.pattern_stop})
    pairs = pairs.drop_duplicates().sort_values(["kind", "stop"], ignore_index=True)
    stop = pairs["stop"].to_numpy()
    return pd.DataFrame(
        {
            "kind": pairs["kind"],
            "stop_id": table.stop_ids[stop],
            "lon": table.stop_lon[stop],
            "lat": table.stop_lat[stop],
        }
    )
