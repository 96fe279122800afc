"""A region: municipalities, cells, opportunities and the border, and what they are made from."""

from grensgeo.region.region import Region, load_region
from grensgeo.region.region_builder import build_region
from grensgeo.region.spreading import spread

__all__ = ["Region", "build_region", "load_region", "spread"]
