"""Interactive HTML maps in one file each, without any server."""

from grensgeo.maps.atlas import Atlas
from grensgeo.maps.canvas import Map
from grensgeo.maps.gallery import index_page, preview
from grensgeo.maps.page import Tiles
from grensgeo.maps.pair import pair_page
from grensgeo.maps.picture import side_by_side
from grensgeo.maps.region_findings import region_findings
from grensgeo.maps.standard_maps import (
    border_effect_map,
    flow_map,
    isochrone_map,
    placements_map,
    reach_map,
    scenario_map,
)

__all__ = [
    "Atlas",
    "Map",
    "Tiles",
    "border_effect_map",
    "flow_map",
    "index_page",
    "isochrone_map",
    "pair_page",
    "placements_map",
    "preview",
    "reach_map",
    "region_findings",
    "scenario_map",
    "side_by_side",
]
