"""The squares that lie around the municipalities whose outlines are at hand."""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from grensgeo.region.region import Region

#: Codes of squares begin so.
PREFIX = "Q"


def are_squares(codes: pd.Series) -> pd.Series:
    """Return which codes are those of squares."""
    return codes.str.startswith(PREFIX)


def tell_squares(region: Region) -> Region:
    """Return the region with its table telling municipalities from squares."""
    table: gpd.GeoDataFrame = region.municipalities
    kind = np.where(are_squares(table["region_code"]), "square", "municipality")
    at = table.columns.get_loc("area") + 1
    table = table.copy()
    table.insert(at, "kind", kind)
    return dataclasses.replace(region, municipalities=table)
