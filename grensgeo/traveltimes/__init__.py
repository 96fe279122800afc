"""Door-to-door travel times from many origins to many destinations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import InputError
from grensgeo.traveltimes.result import TravelTimes
from grensgeo.traveltimes.router import Router, load_network, load_router
from grensgeo.traveltimes.trip import Trip

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    import pandas as pd

    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes.time_sums import TravelTimeSums

__all__ = [
    "Router",
    "TravelTimes",
    "Trip",
    "journeys",
    "load_network",
    "load_router",
    "travel_time_blocks",
    "travel_time_sums",
    "travel_times",
]


def travel_times(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> TravelTimes:
    """Compute the minutes from every origin to every destination, door to door.

    Parameters
    ----------
    network
        The network, or a :class:`grensgeo.Router` of it.
    origins, destinations
        Places with ids (column or index ``id``, ``cell_id`` or ``region_code``, or a text index)
        and points, or columns ``lon`` and ``lat``; ``country`` is carried along where it is
        there. See :func:`grensgeo.geodata.points.as_points`.
    trip
        Mode, limits and legs.
    speeds
        Speed table; the one that comes with grensgeo if not given.
    progress
        Show a progress bar.

    Returns
    -------
    TravelTimes
        Minutes, float32 (n_origins, n_destinations), in the order given. Every place appears:
        one that is not on the network has NaN throughout, and a status that says why.

    Raises
    ------
    InputError
        With every fault of both tables at once, and where the trip asks for what the network
        does not have.

    Warns
    -----
    GrensgeoWarning
        If places are not snapped or lie outside the network's data.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from grensgeo.network import Network
    >>> from grensgeo.traveltimes import Trip, travel_times
    >>> graph = nx.MultiDiGraph(crs="epsg:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.89, "y": 52.22}), (2, {"x": 6.90, "y": 52.22})])
    >>> street = {"osmid": 1, "highway": "residential", "length": 683.4, "oneway": False}
    >>> _ = graph.add_edge(1, 2, **street), graph.add_edge(2, 1, **street)
    >>> network = Network.from_osmnx(graph)
    >>> places = pd.DataFrame({"id": ["a", "b"], "lon": [6.89, 6.90], "lat": [52.22, 52.22]})
    >>> travel_times(network, places, places, Trip("walk")).minutes.round(1)
    array([[0. , 8.2],
           [8.2, 0. ]], dtype=float32)
    """
    # loaded here, because a Trip is read where nothing is computed, and numba is slow to load
    from grensgeo.traveltimes.compute import compute

    (times,) = compute(network, origins, destinations, trip, speeds=speeds, progress=progress)
    return times


def travel_time_blocks(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    block: int = 1000,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> Iterator[TravelTimes]:
    """Compute the minutes of some origins at a time, where the whole matrix is too large.

    Both ends are snapped once, and places off the network are told of once.

    Parameters
    ----------
    network, origins, destinations, trip, speeds, progress
        As for :func:`travel_times`.
    block
        Origins at a time. For trips with an arrival every block is searched from all
        destinations anew, so large blocks are faster.

    Yields
    ------
    TravelTimes
        The rows that :func:`travel_times` would give, in order, ``block`` at a time.

    Raises
    ------
    InputError
        As :func:`travel_times`, when the first block is asked for, or if ``block`` is below 1.

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
    >>> blocks = travel_time_blocks(
    ...     Network.from_osmnx(graph), places, places, Trip("walk"), block=1
    ... )
    >>> [times.minutes.shape for times in blocks]
    [(1, 2), (1, 2)]
    """
    from grensgeo.traveltimes.compute import compute

    if block < 1:
        raise InputError("out-of-range", f"block is {block}, expected 1 or more origins")
    yield from compute(
        network, origins, destinations, trip, block=block, speeds=speeds, progress=progress
    )


def travel_time_sums(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> TravelTimeSums:
    """Prepare travel times that measures add up while they are computed, without their table.

    For regions whose table of times is too large to hold: the memory is that of the result. The
    times are computed when a measure asks for them, and again for the next one.

    Parameters
    ----------
    network, origins, destinations, trip, speeds, progress
        As for :func:`travel_times`.

    Returns
    -------
    TravelTimeSums
        :func:`grensgeo.reach`, :func:`grensgeo.cumulative`, :func:`grensgeo.gravity` and
        :func:`grensgeo.border_effect` take it in place of travel times. Counts within cutoffs are
        of exactly the same destinations; sums of numbers that are not whole agree within 1e-12 of
        themselves.

    Raises
    ------
    InputError
        As :func:`travel_times`.

    Warns
    -----
    GrensgeoWarning
        If places are not snapped or lie outside the network's data.

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
    >>> times = travel_time_sums(gg.Network.from_osmnx(graph), places, places, Trip("walk"))
    >>> gg.cumulative(times, pd.Series({"a": 100, "b": 50}), cutoff_min=10).to_dict()
    {'a': 150.0, 'b': 150.0}
    """
    from grensgeo.traveltimes.compute import begin
    from grensgeo.traveltimes.time_sums import TravelTimeSums

    begun = begin(network, origins, destinations, trip, speeds=speeds)
    return TravelTimeSums(begun, trip, progress=progress)


def journeys(
    network: Network | Router,
    origin: pd.DataFrame,
    destination: pd.DataFrame,
    trip: Trip,
    *,
    speeds: SpeedTable | None = None,
) -> gpd.GeoDataFrame:
    """Trace how a travel time by timetable comes about, leg by leg.

    Parameters
    ----------
    network
        A network with timetables, or a router of one.
    origin, destination
        One place each, as :func:`grensgeo.travel_times` takes them.
    trip
        A ``transit`` trip with a departure or an arrival.
    speeds
        Speed table; the one that comes with grensgeo if not given.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, a row a leg; schema.JOURNEYS. For each percentile of the trip the journey of
        the first departure (or deadline) that takes exactly that long, so that the table explains
        the number that :func:`grensgeo.travel_times` gives; a percentile that is not reached has
        no rows. Who is there before a deadline waits on the last leg.
        Legs on foot are straight lines; rides run along the shapes of their feed, or straight
        from stop to stop where it has none.

    Raises
    ------
    InputError
        If an end is not one place or not on the network, or the trip is not by timetable.

    Examples
    --------
    >>> from grensgeo.network import load_network
    >>> from grensgeo.region.region import load_region
    >>> network = load_network("data/sample/network")
    >>> places = load_region("data/sample").places.loc[["GM0153", "05554020"]]
    >>> trip = Trip("transit", departure="2023-10-17T08:00", window_min=60)
    >>> legs = journeys(network, places[:1], places[1:], trip)
    >>> legs["mode"].tolist(), legs["line"].dropna().tolist()
    (['walk', 'transit', 'walk'], ['RB64'])
    """
    from grensgeo.traveltimes.itineraries import trace

    return trace(network, origin, destination, trip, speeds=speeds)
