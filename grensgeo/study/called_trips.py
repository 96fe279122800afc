"""How the trips of a study are called on its pages and in its feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.maps.base import municipalities
from grensgeo.maps.trip_names import common, served, trip_name
from grensgeo.traveltimes.vehicles import vehicles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.maps.trip_names import TripName
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.study.study_file import Study
    from grensgeo.traveltimes import Trip


def stops_served(region: Region, network: Network, trip: Trip) -> dict[str, dict[str, int]]:
    """Return how many stops each kind of vehicle has in each municipality on a trip's date.

    Parameters
    ----------
    region, network, trip
        Where, and on which date; a trip that is not by timetable has none.

    Returns
    -------
    dict
        As :func:`grensgeo.maps.trip_names.served` gives it.
    """
    found = vehicles(network, trip)
    return {} if found is None else served(municipalities(region), found)


def call_trips(
    study: Study, stops: Mapping[str, Mapping[str, Mapping[str, int]]]
) -> dict[str, TripName]:
    """Return the name of each trip of a study.

    Parameters
    ----------
    study
        The study.
    stops
        What :func:`stops_served` gives of each trip, by its id.

    Returns
    -------
    dict
        Names by the id of the trip.
    """
    return {
        item.trip_id: trip_name(item.trip, common(stops[item.trip_id])) for item in study.trips
    }
