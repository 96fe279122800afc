"""A region: municipalities, cells, opportunities and the border, and what they are made from."""

from grensgeo.region.region import Region, load_region

__all__ = ["Region", "load_region"]
