"""What a region is to be: one file with its areas, cells, sources and hubs, held to itself."""

from grensgeo.spec.area_codes import AreaCode, area_code
from grensgeo.spec.region_file import (
    AreaSpec,
    CellSpec,
    HeightSpec,
    HubSpec,
    RegionSpec,
    SourceSpec,
    StreetSpec,
    TableSpec,
    TimetableSpec,
    read_region_file,
)
from grensgeo.spec.region_options import region_record

__all__ = [
    "AreaCode",
    "AreaSpec",
    "CellSpec",
    "HeightSpec",
    "HubSpec",
    "RegionSpec",
    "SourceSpec",
    "StreetSpec",
    "TableSpec",
    "TimetableSpec",
    "area_code",
    "read_region_file",
    "region_record",
]
