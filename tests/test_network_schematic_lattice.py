"""Cells and municipalities that lie beside each other."""

import geopandas as gpd
import numpy as np
import shapely

from grensgeo.network.schematic_lattice import (
    adjacent_municipalities,
    beside_larger,
    bridges,
    cell_neighbours,
    cell_sizes_m,
)


def test_cells_of_one_country_pair_by_side_corner_and_place():
    ids = ["1kmN3200E4100", "1kmN3201E4101", "1kmN3200E4102", "1kmN3200E4100", "1kmN3205E4100"]
    assert cell_neighbours(ids, [1, 1, 1, 1, 1]).tolist() == [[0, 1], [0, 3], [2, 1], [3, 1]]
    assert cell_neighbours(ids, [1, 2, 1, 2, 1]).tolist() == [[3, 1]]
    assert cell_neighbours([], []).shape == (0, 2)


def test_cells_of_every_size_have_neighbours():
    half = ["500mN31870E41030", "500mN31875E41035", "500mN31880E41030"]
    assert cell_neighbours(half, [1, 1, 1]).tolist() == [[0, 1], [1, 2]]
    two = ["2kmN3200E4100", "2kmN3202E4100", "2kmN3204E4100", "1kmN3201E4100"]
    assert cell_sizes_m(two).tolist() == [2000, 2000, 2000, 1000]
    assert cell_neighbours(two, [1, 1, 1, 1]).tolist() == [[0, 1], [1, 2]]


def test_cells_of_different_sizes_pair_where_they_touch():
    boxes = [shapely.box(0, 0, 5, 5), *(shapely.box(5, y, 6, y + 1) for y in (0, 1, 4, 7))]
    shapes = [
        shapely.transform(box, lambda xy: xy * 1000 + (4_100_000, 3_200_000)) for box in boxes
    ]
    cells = gpd.GeoDataFrame(geometry=shapes, crs=3035).to_crs(4326)
    size_m = np.array([5000, 1000, 1000, 1000, 1000])
    assert beside_larger(cells, size_m, [1, 1, 1, 1, 1]).tolist() == [[0, 1], [0, 2], [0, 3]]
    assert beside_larger(cells, size_m, [1, 1, 2, 1, 1]).tolist() == [[0, 1], [0, 3]]
    assert beside_larger(cells, np.full(5, 1000), [1] * 5).shape == (0, 2)


def test_what_stands_apart_is_joined_where_it_is_nearest():
    xy = np.array([[0.0, 0.0], [1.0, 0.0], [5.0, 0.0], [6.0, 0.0], [7.0, 0.0]])
    found = bridges(np.arange(10, 15), np.array([0, 0, 1, 1, 1]), xy)
    assert found.tolist() == [[11, 12]]


def test_municipalities_that_miss_each_other_by_metres_touch():
    gap = 1e-4
    boxes = [
        shapely.box(7.0, 52.0, 7.1, 52.1),
        shapely.box(7.1 + gap, 52.0, 7.2, 52.1),
        shapely.box(7.2, 52.0, 7.3, 52.1),
        shapely.box(7.5, 52.0, 7.6, 52.1),
    ]
    areas = gpd.GeoDataFrame({"country": ["NL", "NL", "DE", "NL"]}, geometry=boxes, crs=4326)
    assert adjacent_municipalities(areas) == [(0, 1)]
