import geopandas as gpd
import numpy as np
import pytest
import shapely

from grensgeo import schema
from grensgeo.errors import InputError
from grensgeo.region.cell_kinds import lay_cells
from grensgeo.region.population import make_cells
from grensgeo.spec import CellSpec

X, Y = 4_100_000, 3_200_000


def square(x_km, y_km, width_km=1.0, height_km=1.0):
    west, south = X + x_km * 1000, Y + y_km * 1000
    return shapely.box(west, south, west + width_km * 1000, south + height_km * 1000)


def towns_of_two_countries():
    return gpd.GeoDataFrame(
        {"region_code": ["GM0001", "05000001"], "country": ["NL", "DE"], "population": [100, 37]},
        geometry=[square(0, 0, 1.5), square(1.5, 0, 1.5)],
        crs=3035,
    )


def test_parts_split_a_cell_by_country():
    parts = lay_cells(towns_of_two_countries(), CellSpec())
    middle = parts[parts["grid_id"] == "1kmN3200E4101"]
    assert sorted(middle["country"]) == ["DE", "NL"]
    assert middle.area.round().tolist() == [500_000, 500_000]
    assert len(parts) == 4


def test_cells_keep_the_total_to_the_person_and_hold_their_point():
    towns = towns_of_two_countries()
    parts = lay_cells(towns, CellSpec())
    totals = towns.set_index("region_code")["population"]
    cells = schema.CELLS.check(make_cells(parts, np.arange(1.0, 5.0), totals))
    assert cells.groupby("region_code")["population"].sum().to_dict() == totals.to_dict()
    points = gpd.points_from_xy(cells["lon"], cells["lat"], crs=4326)
    assert cells.geometry.contains(gpd.GeoSeries(points)).all()
    empty = make_cells(parts, np.array([1.0, 0, 0, 1.0]), totals)
    assert len(empty) == 2
    with pytest.raises(InputError, match="no inhabited land is known in GM0001"):
        make_cells(parts, np.array([1.0, 1.0, 0, 0]), totals)
