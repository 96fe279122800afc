"""What a network holds of what maps draw beneath figures, for a region without a base map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo import polylines
from grensgeo.geodata.base_features import ROAD_RANKS, BaseMap
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from grensgeo.network.data import NetworkData

    Row = tuple[str, int, str, int | None, BaseGeometry]

_COLUMNS = ["layer", "rank", "name", "population", "geometry"]


def base_map_of(network: NetworkData) -> BaseMap | None:
    """Build a base map of what a network holds.

    Parameters
    ----------
    network
        The network.

    Returns
    -------
    BaseMap or None
        Main roads by their class, without numbers, which a network does not keep; railways,
        stations, rivers. None of a schematic network, whose lines are none, and where there is
        nothing of it.
    """
    import geopandas as gpd
    import pandas as pd

    if network.provenance.schematic:
        return None
    rows = [*_roads(network), *_railways(network)]
    if network.barriers is not None:
        rows += [("waterway", 1, "", None, shape) for shape in network.barriers]
    if not rows:
        return None
    table = gpd.GeoDataFrame(pd.DataFrame(rows, columns=_COLUMNS), geometry="geometry", crs=4326)
    table["population"] = table["population"].astype("Int64")
    return BaseMap(table, Provenance(network.provenance.sources))


def _roads(network: NetworkData) -> list[Row]:
    """Return roads by class, their edges joined."""
    import shapely

    streets = network.streets
    rows: list[Row] = []
    for highway, rank in ROAD_RANKS.items():
        edges = np.flatnonzero(streets.highway == HIGHWAYS.index(highway))
        start, places = polylines.take_lines(streets.coords_start, edges)
        if not len(edges):
            continue
        owner = np.repeat(np.arange(len(edges)), np.diff(start))
        lines = np.array(shapely.linestrings(streets.coords[places], indices=owner), ndmin=1)
        merged = shapely.line_merge(shapely.multilinestrings(lines))
        rows += [("road", rank, "", None, part) for part in shapely.get_parts(merged)]
    return rows


def _railways(network: NetworkData) -> list[Row]:
    """Return tracks that lead on, and stations with a name."""
    if network.rail is None:
        return []
    tracks, stations = network.rail.tracks, network.rail.stations
    tracks = tracks[(tracks["service"] == "") & (tracks["railway"] == "rail")]
    stations = stations[stations["name"].fillna("") != ""]
    ranks = np.where(tracks["usage"] == "main", 1, 2).tolist()
    return [
        *(
            ("rail", rank, "", None, line)
            for rank, line in zip(ranks, tracks.geometry, strict=True)
        ),
        *(
            ("station", 1, name, None, point)
            for name, point in zip(stations["name"], stations.geometry, strict=True)
        ),
    ]
