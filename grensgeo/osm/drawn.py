"""Railways and rivers as they are drawn: lines that nobody routes along by street."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import polylines
from grensgeo.countries import COUNTRIES
from grensgeo.geodata import territories
from grensgeo.osm.elements import RAIL, WATER, OsmExtract
from grensgeo.osm.limits import rail_limit_kmh

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Longs


def series_of(shapes: Sequence[object]) -> gpd.GeoSeries:
    """Return shapes in degrees."""
    import geopandas as gpd

    return gpd.GeoSeries(list(shapes), crs=4326)


@dataclass(frozen=True, eq=False)
class _Lines:
    """Ways of one kind as lines; a way with missing nodes gives one line for each piece."""

    way: Longs
    start: Longs
    coords: Floats

    def shapes(self) -> npt.NDArray[np.object_]:
        import shapely

        owner = np.repeat(np.arange(len(self.way)), np.diff(self.start))
        return np.asarray(shapely.linestrings(self.coords, indices=owner))


def _lines(extract: OsmExtract, kind: int) -> _Lines:
    ways = extract.ways
    rows = np.flatnonzero(ways.kind == kind)
    start, places = polylines.take_lines(ways.start, rows)
    node = extract.positions(ways.nodes[places])
    way = np.repeat(rows, np.diff(start))
    present = node >= 0
    piece = np.cumsum(~present) + way * (len(node) + 1)
    way, node, piece = way[present], node[present], piece[present]
    _, inverse, count = np.unique(piece, return_inverse=True, return_counts=True)
    long = count[inverse] > 1
    way, node, piece = way[long], node[long], piece[long]
    first = np.flatnonzero(np.diff(piece, prepend=-1))
    coords = np.stack([extract.node_x[node], extract.node_y[node]], axis=1)
    return _Lines(way[first], np.append(first, len(node)), coords / polylines.UNITS_PER_DEGREE)


def draw_rail(
    extract: OsmExtract, countries: gpd.GeoDataFrame | None
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the railways and stations of an extract.

    Parameters
    ----------
    extract
        The data.
    countries
        Polygons with a column ``country``; names of countries are empty without them.

    Returns
    -------
    tuple
        Lines ``way_id, railway, maxspeed_kmh, service, usage, length_m, country`` of tracks;
        points ``osm_id, name, railway, country`` of stations.
    """
    import geopandas as gpd

    lines = _lines(extract, RAIL)
    segments = polylines.segment_lengths_m(lines.start, lines.coords)
    middle = polylines.middles(lines.start, lines.coords, segments)
    tags = [extract.tag_sets[extract.ways.tag_set[way]] for way in lines.way]
    tracks = gpd.GeoDataFrame(
        {
            "way_id": extract.ways.id[lines.way],
            "railway": [tag["railway"] for tag in tags],
            "maxspeed_kmh": [rail_limit_kmh(tag) for tag in tags],
            "service": [tag.get("service", "") for tag in tags],
            "usage": [tag.get("usage", "") for tag in tags],
            "length_m": polylines.line_lengths_m(lines.start, segments),
            "country": _names(countries, middle[:, 0], middle[:, 1]),
        },
        geometry=lines.shapes(),
        crs=4326,
    )
    place = np.array([row[1:3] for row in extract.stations], dtype=np.float64).reshape(-1, 2)
    place /= polylines.UNITS_PER_DEGREE
    stations = gpd.GeoDataFrame(
        {
            "osm_id": np.array([row[0] for row in extract.stations], dtype=np.int64),
            "name": [row[3].get("name") for row in extract.stations],
            "railway": [row[3]["railway"] for row in extract.stations],
            "country": _names(countries, place[:, 0], place[:, 1]),
        },
        geometry=gpd.points_from_xy(place[:, 0], place[:, 1]),
        crs=4326,
    )
    return (
        tracks.astype(dict.fromkeys(("railway", "service", "usage", "country"), "str")),
        stations.astype({"name": "str", "railway": "str", "country": "str"}),
    )


def _names(
    countries: gpd.GeoDataFrame | None,
    lon: Floats,
    lat: Floats,
) -> list[str]:
    if countries is None:
        return [""] * len(lon)
    return [COUNTRIES[code] for code in territories.locate(countries, lon, lat)]


def draw_rivers(extract: OsmExtract) -> list[object]:
    """Return rivers and canals, which nobody walks across off the network."""
    return list(_lines(extract, WATER).shapes())
