"""Kilometres over the road: the shortest way, not the quickest.

The shortest way is the quickest one at one speed everywhere. At 60 km/h a kilometre takes a
minute, so that the search for times gives kilometres; ferries count by their length, and what lies
between a place and the street by its straight line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.modes import MODES
from grensgeo.network.contents import SpeedChange
from grensgeo.traveltimes import Trip, travel_times
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH, SCHEMATIC_SNAP_M, SNAP_M

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.network import Network

#: At this speed a kilometre takes a minute.
_KMH = 60.0


def road_distances(
    network: Network,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    *,
    mode: str = "car",
    max_km: float = 50.0,
) -> Floats:
    """Compute the kilometres of the shortest way from every origin to every destination.

    Parameters
    ----------
    network
        The network.
    origins, destinations
        As for :func:`grensgeo.travel_times`.
    mode
        A street mode, whose streets are used: by car no path for bicycles or feet.
    max_km
        Longest way that is looked for.

    Returns
    -------
    ndarray
        float64 (n_origins, n_destinations), km; NaN where there is no way as short, or an end is
        not on the network.

    Raises
    ------
    InputError
        If the mode is none of streets, and as :func:`grensgeo.travel_times`.

    Source
    ------
    CBS, Nabijheidsstatistiek (korte onderzoeksbeschrijving): from an address over the paved road
    to the nearest facility, ferries and, since 2022, one-way streets included.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from grensgeo.network import Network
    >>> graph = nx.MultiDiGraph(crs="epsg:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.89, "y": 52.22}), (2, {"x": 6.90, "y": 52.22})])
    >>> street = {"osmid": 1, "highway": "residential", "length": 683.4, "oneway": False}
    >>> _ = graph.add_edge(1, 2, **street), graph.add_edge(2, 1, **street)
    >>> places = pd.DataFrame({"id": ["a", "b"], "lon": [6.89, 6.90], "lat": [52.22, 52.22]})
    >>> road_distances(Network.from_osmnx(graph), places, places).round(3)
    array([[0.   , 0.683],
           [0.683, 0.   ]])
    """
    if mode not in MODES:
        raise InputError(
            "choice-unknown", f"mode {mode!r} has no streets; choose {', '.join(MODES)}"
        )
    streets = network.streets
    even = SpeedChange(np.full(streets.n_edges, _KMH), np.ones(streets.n_edges))
    if not np.isnan(streets.fixed_duration_s).all():
        nowhere = np.full_like(streets.fixed_duration_s, np.nan)
        streets = replace(streets, fixed_duration_s=nowhere)
    changes = {**network.speed_changes, mode: even}
    plain = replace(network, streets=streets, speed_changes=changes, observed_speeds=None)
    # off the network a kilometre takes 12 minutes
    slow = _KMH / OFF_NETWORK_KMH
    legs_km = 2 * (SCHEMATIC_SNAP_M if network.provenance.schematic else SNAP_M) / 1000.0
    trip = Trip(mode, max_min=max_km + slow * legs_km, park_min=0.0 if mode == "car" else None)
    times = travel_times(plain, origins, destinations, trip)
    km = times.minutes.astype(np.float64)
    if times.from_snapping is not None and times.to_snapping is not None:
        off = times.from_snapping.distance_m[:, None] + times.to_snapping.distance_m[None, :]
        km = np.where(km > 0, km - (slow - 1.0) * off / 1000.0, km)
    found: Floats = np.where(km <= max_km, np.maximum(km, 0.0), np.nan)
    return found
