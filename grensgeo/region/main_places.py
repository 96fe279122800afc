"""The main place of each municipality: its largest town, or the cell with most inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.region.own_tables import read_own_figures
from grensgeo.region.population import GRID_CRS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import pandas as pd

    from grensgeo.spec import TableSpec

#: How far about the point of a town known to the arc minute its cells are looked for: a minute of
#: latitude is 1.85 km, so that the town lies at most 0.93 km north or south of it.
_NEAR_M = 1500.0
#: Part of an arc minute by which a coordinate may miss a whole one.
_MINUTE = 0.001


def main_places(
    municipalities: gpd.GeoDataFrame, cells: gpd.GeoDataFrame, tables: Sequence[TableSpec]
) -> pd.DataFrame:
    """Return the main place of each municipality.

    Parameters
    ----------
    municipalities
        ``region_code`` and outlines, EPSG:4326.
    cells
        As :data:`grensgeo.schema.CELLS`.
    tables
        Towns and villages with their inhabitants, each table with a file.

    Returns
    -------
    DataFrame
        ``place_lon, place_lat`` by ``region_code``: of the town with most inhabitants; one that
        is known to the arc minute only is moved to the cell with most inhabitants near it.
        Without towns the cell with most inhabitants, and without cells the middle.
    """
    import pandas as pd

    middle = municipalities.geometry.representative_point()
    own = pd.DataFrame({"lon": middle.x, "lat": middle.y}).set_axis(municipalities["region_code"])
    dense = _densest(cells)
    towns = [_largest(municipalities, cells, table) for table in tables]
    found = pd.concat([*towns, dense, own])
    found = found[~found.index.duplicated()].reindex(own.index)
    return found.round(6).rename(columns={"lon": "place_lon", "lat": "place_lat"})


def _densest(cells: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the cell with most inhabitants of each municipality."""
    order = cells.sort_values(["population", "cell_id"], ascending=[False, True])
    first = order.drop_duplicates("region_code").set_index("region_code")
    found: pd.DataFrame = first[["lon", "lat"]]
    return found


def _largest(
    municipalities: gpd.GeoDataFrame, cells: gpd.GeoDataFrame, table: TableSpec
) -> pd.DataFrame:
    """Return the town with most inhabitants of each municipality that has one."""
    import geopandas as gpd

    figures = read_own_figures(table)
    points = figures.places().to_crs(4326)
    x, y = points.get_coordinates().to_numpy().round(9).T
    towns = gpd.GeoDataFrame({"count": figures.count, "lon": x, "lat": y}, geometry=points)
    here = municipalities
    if table.country is not None:
        here = here[here["country"] == table.country]
    inside = gpd.sjoin(towns, here[["region_code", "geometry"]], predicate="within")
    inside = inside.sort_values(["count", "lon", "lat"], ascending=[False, True, True])
    known = inside.drop_duplicates("region_code").set_index("region_code")
    coarse = known[_to_the_minute(known["lon"]) & _to_the_minute(known["lat"])]
    metres = gpd.GeoSeries(gpd.points_from_xy(cells["lon"], cells["lat"]), crs=4326)
    metres = metres.to_crs(GRID_CRS).set_axis(cells.index)
    for code, point in coarse.geometry.to_crs(GRID_CRS).items():
        near = cells[(metres.distance(point) < _NEAR_M) & (cells["region_code"] == code)]
        if len(near):
            known.loc[code, ["lon", "lat"]] = _densest(near).iloc[0].to_numpy()
    found: pd.DataFrame = known[["lon", "lat"]]
    return found


def _to_the_minute(degrees: pd.Series) -> pd.Series:
    """Return which coordinates are whole arc minutes, that is known to about a kilometre."""
    minutes = degrees * 60
    return (minutes - minutes.round()).abs() < _MINUTE
