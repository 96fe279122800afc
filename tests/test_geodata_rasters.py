import geopandas as gpd
import numpy as np
import pytest
import rasterio
import shapely
from rasterio.transform import Affine

from grensgeo.errors import FileError, InputError
from grensgeo.geodata.rasters import RasterWeights, raster_weights

X, Y = 4_100_000.0, 3_200_000.0
VALUES = np.array([[1, 2, 3], [4, -9999, 6], [7, 8, 9]], dtype=np.float32)


def write(path, values=VALUES, *, crs="EPSG:3035", nodata=-9999, transform=None):
    transform = transform or Affine(100, 0, X, 0, -100, Y + 300)
    with rasterio.open(
        path, "w", driver="GTiff", height=3, width=3, count=1, dtype=values.dtype, crs=crs,
        transform=transform, nodata=nodata,
    ) as file:  # fmt: skip
        file.write(values, 1)
    return path


def boxes(*sides):
    made = [shapely.box(X + a, Y + b, X + c, Y + d) for a, b, c, d in sides]
    return gpd.GeoSeries(made, crs=3035)


def test_pixels_count_by_the_part_that_is_covered(tmp_path):
    path = write(tmp_path / "amounts.tif")
    areas = boxes((0, 200, 300, 300), (0, 150, 100, 300), (250, 0, 300, 100))
    # the parts are single precision
    assert raster_weights(areas, RasterWeights(path)) == pytest.approx([6.0, 3.0, 4.5])
    assert raster_weights(areas.to_crs(4326), RasterWeights(path)) == pytest.approx(
        [6.0, 3.0, 4.5], rel=1e-5
    )


def test_no_data_is_not_known_unless_it_is_given_a_weight(tmp_path):
    path = write(tmp_path / "amounts.tif")
    middle, beyond = (0, 100, 300, 200), (200, 200, 400, 300)
    found = raster_weights(boxes(middle, beyond, (0, 0, 100, 100)), RasterWeights(path))
    assert np.isnan(found[:2]).all()
    assert found[2] == 7
    found = raster_weights(boxes(middle, beyond), RasterWeights(path, nodata=0))
    assert found[0] == 10
    assert np.isnan(found[1])  # beyond the edge nothing is known, whatever no data means
    assert raster_weights(boxes(middle), RasterWeights(path, nodata=5)).tolist() == [15.0]


def test_nan_is_no_data_too(tmp_path):
    path = write(tmp_path / "a.tif", np.where(VALUES < 0, np.nan, VALUES), nodata=None)
    assert np.isnan(
        raster_weights(boxes((0, 100, 300, 200), (0, 0, 1, 1)), RasterWeights(path))[0]
    )


def test_classes_of_land_cover(tmp_path):
    path = write(
        tmp_path / "cover.tif", np.array([[1, 1, 2], [2, 2, 2], [3, 3, 3]], np.uint8), nodata=0
    )
    rows = boxes((0, 200, 300, 300), (0, 100, 300, 200), (0, 0, 300, 100))
    cover = RasterWeights(path, classes={1: 10.0, 2: 1.0, 3: 0.0})
    assert raster_weights(rows, cover) == pytest.approx([21.0, 3.0, 0.0])
    with pytest.raises(InputError, match=r"the classes 3 have no weight; name them too"):
        raster_weights(rows, RasterWeights(path, classes={1: 10.0, 2: 1.0}))


def test_negative_markers_need_a_meaning(tmp_path):
    path = write(tmp_path / "people.tif", nodata=None)
    row = boxes((0, 100, 300, 200))
    with pytest.raises(InputError, match=r"holds -9999.0, which are no weights; say what"):
        raster_weights(row, RasterWeights(path))
    assert raster_weights(row, RasterWeights(path, recode={-9999: 0})).tolist() == [10.0]


def test_many_areas_keep_their_order(tmp_path):
    path = write(tmp_path / "amounts.tif")
    areas = boxes(*[(k / 10, 200, k / 10 + 10, 300) for k in range(1100)])
    found = raster_weights(areas, RasterWeights(path))
    assert found == pytest.approx(
        [0.1 + min(max(k / 10 - 90, 0), 10) / 100 for k in range(1100)], rel=1e-6
    )


def test_rasters_that_cannot_be_laid_under_areas(tmp_path):
    area = boxes((0, 0, 100, 100))
    with pytest.raises(FileError, match="no such file"):
        raster_weights(area, RasterWeights(tmp_path / "none.tif"))
    (tmp_path / "text.tif").write_text("no raster")
    with pytest.raises(FileError, match="not a raster that can be read"):
        raster_weights(area, RasterWeights(tmp_path / "text.tif"))
    with pytest.raises(InputError, match="has no CRS"):
        raster_weights(area, RasterWeights(write(tmp_path / "nowhere.tif", crs=None)))
    with pytest.raises(InputError, match="no band 2; it has 1"):
        raster_weights(area, RasterWeights(write(tmp_path / "one.tif"), band=2))
    turned = write(tmp_path / "turned.tif", transform=Affine(100, 5, X, 5, -100, Y + 300))
    with pytest.raises(InputError, match="turned against its CRS"):
        raster_weights(area, RasterWeights(turned))
    with pytest.raises(InputError, match="tells of none of the areas; it covers"):
        raster_weights(boxes((9000, 0, 9100, 100)), RasterWeights(tmp_path / "one.tif"))


@pytest.mark.parametrize(
    "options",
    [{"classes": {}}, {"classes": {1: -1}}, {"recode": {1: float("inf")}}, {"nodata": -1}],
)
def test_weights_are_weights(options):
    with pytest.raises(InputError, match="finite and not negative"):
        RasterWeights("a.tif", **options)
