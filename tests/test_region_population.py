import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from grensgeo import schema
from grensgeo.errors import FileError, InputError
from grensgeo.region import population as pop

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
    parts = pop.grid_parts(towns_of_two_countries())
    middle = parts[parts["grid_id"] == "1kmN3200E4101"]
    assert sorted(middle["country"]) == ["DE", "NL"]
    assert middle.area.round().tolist() == [500_000, 500_000]
    assert len(parts) == 4


def test_a_border_cell_of_the_census_belongs_to_its_country_alone():
    parts = pop.grid_parts(towns_of_two_countries())
    german = parts[parts["country"] == "DE"]
    grid = pd.DataFrame({"grid_id": ["1kmN3200E4101", "1kmN3200E4102"], "population": [30, 70]})
    assert pop.weights_from_grid(german, grid).tolist() == [30, 70]
    assert pop.outside_grid(german, grid) == []
    assert pop.outside_grid(parts, grid) == ["GM0001"]


def test_areas_are_spread_by_settlement_inside_their_municipality():
    parts = pop.grid_parts(towns_of_two_countries())
    areas = gpd.GeoDataFrame(
        {"region_code": ["GM0001"], "population": [100]}, geometry=[square(0, 0, 2)], crs=3035
    )
    even = pop.weights_from_areas(parts, areas)
    by_part = dict(zip(parts["grid_id"] + parts["country"], even, strict=True))
    assert by_part["1kmN3200E4100NL"] == pytest.approx(100 / 1.5)
    assert by_part["1kmN3200E4101NL"] == pytest.approx(50 / 1.5)
    assert by_part["1kmN3200E4101DE"] == 0
    town = gpd.GeoSeries([square(0, 0, 1)], crs=3035)
    packed = pop.weights_from_areas(parts, areas, towns=town)
    assert packed.sum() == pytest.approx(100)
    # 2,500 on 1 km2 against 40 on half a km2
    assert packed.max() == pytest.approx(100 * 2500 / 2520)


def test_an_inhabited_area_outside_its_municipality_is_named():
    parts = pop.grid_parts(towns_of_two_countries())
    areas = gpd.GeoDataFrame(
        {"region_code": ["GM0001"], "population": [5]}, geometry=[square(9, 9)], crs=3035
    )
    with pytest.raises(InputError, match="outside their municipality: GM0001"):
        pop.weights_from_areas(parts, areas)


def test_inhabitants_that_no_area_holds_lie_on_the_rest_of_the_land():
    towns = towns_of_two_countries()
    areas = gpd.GeoDataFrame(
        {"region_code": ["GM0001"], "population": [60]}, geometry=[square(0, 0)], crs=3035
    )
    rest = pop.uncovered(towns[towns["country"] == "NL"], areas)
    assert rest["population"].tolist() == [40]
    assert rest.area.round().tolist() == [500_000]
    with pytest.raises(InputError, match="more inhabitants than"):
        pop.uncovered(towns[towns["country"] == "NL"], areas.assign(population=101))


def test_cells_keep_the_total_to_the_person_and_hold_their_point():
    towns = towns_of_two_countries()
    parts = pop.grid_parts(towns)
    totals = towns.set_index("region_code")["population"]
    cells = schema.CELLS.check(pop.make_cells(parts, np.arange(1.0, 5.0), totals))
    assert cells.groupby("region_code")["population"].sum().to_dict() == totals.to_dict()
    points = gpd.points_from_xy(cells["lon"], cells["lat"], crs=4326)
    assert cells.geometry.contains(gpd.GeoSeries(points)).all()
    empty = pop.make_cells(parts, np.array([1.0, 0, 0, 1.0]), totals)
    assert len(empty) == 2
    with pytest.raises(InputError, match="no inhabited land is known in GM0001"):
        pop.make_cells(parts, np.array([1.0, 1.0, 0, 0]), totals)


def test_settlements_are_as_large_as_their_inhabitants_need():
    places = gpd.GeoDataFrame(
        {"population": [2500]}, geometry=gpd.points_from_xy([7.0], [52.2]), crs=4326
    )
    assert pop.settlements(places).area.sum() == pytest.approx(1e6, rel=0.01)


def test_census_grid(tmp_path):
    path = tmp_path / "grid.csv"
    head = "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner\n"
    path.write_text(
        head + "CRS3035RES1000mN3144000E4056000;1;1;-1\nCRS3035RES1000mN3144000E4057000;1;1;8\n"
    )
    grid = pop.read_zensus_grid(path)
    assert grid.to_dict("records") == [{"grid_id": "1kmN3144E4057", "population": 8.0}]
    path.write_text(head + "CRS3035RES100mN31440E40560;1;1;8\n")
    with pytest.raises(InputError, match="not of a 1 km grid: CRS3035RES100m"):
        pop.read_zensus_grid(path)
    path.write_text(head + "CRS3035RES1000mN3144000E4056000;1;1;-7\n")
    with pytest.raises(InputError, match="no figure at CRS3035"):
        pop.read_zensus_grid(path)


def test_totals_and_tables(tmp_path):
    path = tmp_path / "totals.csv"
    path.write_text("ags,time,personen\n05515000,2022-05-15,303772\n")
    assert pop.read_zensus_totals(path).iloc[0].tolist() == ["05515000", 303772, "2022-05-15"]
    path.write_text("ags,time,personen\n05515000,2022-05-15,*\n")
    with pytest.raises(InputError, match="without a figure: 05515000"):
        pop.read_zensus_totals(path)
    path.write_text("ags,time,personen\n05515000,2022-05-15,viele\n")
    with pytest.raises(InputError, match="holds viele, not numbers"):
        pop.read_zensus_totals(path)
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="columns ags, time, personen are missing"):
        pop.read_zensus_totals(path)
    path.write_text("")
    with pytest.raises(InputError, match="the file is empty"):
        pop.read_zensus_totals(path)
    with pytest.raises(FileError, match="no such file"):
        pop.read_zensus_totals(tmp_path / "absent.csv")
