"""Interactive HTML maps in one file each, without any server."""

from grensgeo.maps.canvas import (
    Map,
    border_effect_map,
    flow_map,
    isochrone_map,
    reach_map,
    scenario_map,
)
from grensgeo.maps.gallery import index_page, preview
from grensgeo.maps.page import Tiles

__all__ = [
    "Map",
    "Tiles",
    "border_effect_map",
    "flow_map",
    "index_page",
    "isochrone_map",
    "preview",
    "reach_map",
    "scenario_map",
]
