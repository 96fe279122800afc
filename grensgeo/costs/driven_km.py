"""Kilometres of the quickest way, which is what is driven, and not of the shortest.

The search gives seconds and no way. But let every metre take a little longer, and the time of the
quickest way grows by its metres: the difference of two searches tells them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.modes import MODES
from grensgeo.network.snapping import SNAPPED
from grensgeo.traveltimes.compute import prepare
from grensgeo.traveltimes.legs import ModeStreets, Places, StreetTimes, only, snap_limit_m
from grensgeo.traveltimes.router import network_of

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Router, Trip
    from grensgeo.traveltimes.metrics import StreetMetric

#: Seconds by which a metre takes longer: half a second a kilometre, a hundredth of what a car
#: takes at 70 km/h. So the way is one that takes at most a hundredth longer than the quickest; in
#: single precision the kilometres of an hour's way are good to a few metres.
_MORE_S = 0.0005


def driven_km(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    speeds: SpeedTable | None = None,
) -> Floats:
    """Compute the kilometres of the quickest way from every origin to every destination.

    Parameters
    ----------
    network, origins, destinations, speeds
        As for :func:`grensgeo.travel_times`.
    trip
        A trip along streets.

    Returns
    -------
    ndarray
        float64 (n_origins, n_destinations), km, with the straight lines to the streets at both
        ends; NaN where there is no way. Ferries count for nothing: one does not drive.

    Raises
    ------
    InputError
        If the trip is not along streets, and as :func:`grensgeo.travel_times`.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> import grensgeo as gg
    >>> graph = nx.MultiDiGraph(crs="epsg:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.89, "y": 52.22}), (2, {"x": 6.90, "y": 52.22})])
    >>> street = {"osmid": 1, "highway": "residential", "length": 683.4, "oneway": False}
    >>> _ = graph.add_edge(1, 2, **street), graph.add_edge(2, 1, **street)
    >>> places = pd.DataFrame({"id": ["a", "b"], "lon": [6.89, 6.90], "lat": [52.22, 52.22]})
    >>> network = gg.Network.from_osmnx(graph)
    >>> gg.driven_km(network, places, places, gg.Trip("car")).round(3)
    array([[0.   , 0.683],
           [0.683, 0.   ]])
    """
    if trip.mode not in MODES:
        raise InputError(
            "choice-unknown",
            f"mode {trip.mode!r} is not driven; choose {', '.join(MODES)}",
        )
    network = network_of(network)
    ends = [
        Places.read(network, frame, where=where)
        for frame, where in ((origins, "origins"), (destinations, "destinations"))
    ]
    journeys = prepare(network, ends[0], ends[1], trip, speeds=speeds)
    km = np.full((len(ends[0]), len(ends[1])), np.nan)
    snapped = journeys.from_snapping, journeys.to_snapping
    for part in journeys.parts:
        if not isinstance(part, StreetTimes):
            continue
        seconds = []
        for metric in (part.metric, _longer(network, part.metric)):
            streets = ModeStreets(network, trip.mode, snap_limit_m(network, trip), None, metric)
            kept: list[Flags] = [part.origins.edge >= 0, part.destinations.edge >= 0]
            both = [only(streets.ends(s), on) for s, on in zip(snapped, kept, strict=True)]
            times = streets.times(both[0], both[1], limit_s=np.inf, park_min=0.0)
            seconds.append(times.seconds(slice(0, len(ends[0]))).astype(np.float64))
        km = np.fmin(km, np.maximum(seconds[1] - seconds[0], 0.0) / _MORE_S / 1000.0)
    off = [np.where(one.status == SNAPPED, one.distance_m, np.nan) / 1000.0 for one in snapped]
    found: Floats = km + np.where(km > 0, off[0][:, None] + off[1][None, :], 0.0)
    found[journeys.same] = 0.0
    return found


def _longer(network: Network, metric: StreetMetric) -> StreetMetric:
    """Return streets on which every metre takes a little longer."""
    streets = network.streets
    driven = np.where(np.isnan(streets.fixed_duration_s), streets.length_m, 0.0)
    durations = tuple(seconds + _MORE_S * driven for seconds in metric.durations_s)
    return replace(metric, durations_s=(durations[0], durations[1]), before=None, alike=metric)
