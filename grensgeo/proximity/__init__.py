"""How near facilities are to where people live: by time, over the road, across the border."""

from grensgeo.proximity.facilities import Facilities, read_facilities
from grensgeo.proximity.nearby import Nearby, nearest_facilities
from grensgeo.proximity.road_km import road_distances

__all__ = ["Facilities", "Nearby", "nearest_facilities", "read_facilities", "road_distances"]
