"""What lies beneath a map's figures is checked, saved and read again."""

import geopandas as gpd
import pytest
from shapely import LineString, Point, box

from grensgeo.errors import FileError, InputError
from grensgeo.geodata.base_features import BaseMap, read_base_map
from grensgeo.provenance import Provenance, Source

SOURCE = Source("lines", "Lines", "ODbL-1.0", "© Somebody")


def features(*rows):
    """Give a table of layer, rank, name, population and shape."""
    columns = ["layer", "rank", "name", "population", "geometry"]
    frame = gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=4326)
    return frame.astype({"population": "Int64"})


ROAD = ("road", 1, "A35", None, LineString([(6.8, 52.2), (6.9, 52.2)]))
POND = ("water", 1, "", None, box(6.8, 52.2, 6.81, 52.21))
VILLAGE = ("place", 3, "Glane", 200, Point(7.0, 52.2))


def test_it_comes_back_as_it_was_saved(tmp_path):
    made = BaseMap(features(ROAD, POND, VILLAGE), Provenance((SOURCE,)))
    made.save(tmp_path / "base_map")
    found = read_base_map(tmp_path / "base_map")
    assert found.provenance == made.provenance
    assert found.features.drop(columns="geometry").equals(made.features.drop(columns="geometry"))
    assert found.features.geometry.geom_equals(made.features.geometry).all()
    first = (tmp_path / "base_map" / "features.parquet").read_bytes()
    found.save(tmp_path / "again")
    assert (tmp_path / "again" / "features.parquet").read_bytes() == first


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("castle", 1, "", None, Point(7, 52)), "unknown layer castle"),
        (("river", 1, "", None, Point(7, 52)), "unknown layer river"),
        (("road", 1, "", None, Point(7, 52)), "road holds Point"),
        (("water", 1, "", None, LineString([(7, 52), (8, 52)])), "water holds LineString"),
        (("road", None, "", None, ROAD[4]), "'rank' is empty"),
    ],
)
def test_what_no_map_could_draw_is_refused(row, said):
    with pytest.raises(InputError, match=said):
        BaseMap(features(ROAD, row))


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(FileError, match="no base map"):
        read_base_map(tmp_path)
    BaseMap(features(ROAD)).save(tmp_path / "one")
    manifest = tmp_path / "one" / "manifest.json"
    text = manifest.read_text()
    (tmp_path / "one" / "features.parquet").write_bytes(b"PAR1")
    with pytest.raises(FileError, match="checksum"):
        read_base_map(tmp_path / "one")
    manifest.write_text(text.replace('"base map"', '"region"'))
    with pytest.raises(FileError, match="is no base map"):
        read_base_map(tmp_path / "one")
