"""A study as one GeoPackage."""

import geopandas as gpd
import pyogrio
import pytest
from drawnstudy import write_drawn_study

from grensgeo.study.study_file import read_study
from grensgeo.study.study_run import run_study

# a small one of its kind is in test_files_geopackages
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packed")
    path = write_drawn_study(folder / "study", atlas=False)
    text = path.read_text(encoding="utf-8")
    text = text.replace('id = "drawn"', 'id = "drawn"\ngeopackage = true', 1)
    text = text.replace("cutoffs_min = [10]", "cutoffs_min = [10, 20]")
    path.write_text(text[: text.index("[[scenarios]]")], encoding="utf-8")
    run_study(read_study(path), folder / "out")
    return folder / "out" / "drawn.gpkg"


def test_it_holds_what_the_study_found(packed):
    names = pyogrio.list_layers(packed)[:, 0].tolist()
    assert names == ["cells", "municipalities", "isochrones_walk", "layer_styles"]
    areas = gpd.read_file(packed, layer="municipalities").set_index("region_code")
    assert {"jobs_walk_60_open", "jobs_walk_60_closed", "jobs_walk_60_border_effect"} <= {
        *areas.columns
    }
    cells = gpd.read_file(packed, layer="cells")
    assert cells["population"].sum() > 0


def test_rings_come_largest_first_and_lie_side_by_side(packed):
    rings = gpd.read_file(packed, layer="isochrones_walk")
    assert rings["area_km2"].is_monotonic_decreasing
    assert sorted(zip(rings["from_min"], rings["cutoff_min"], strict=True)) == [(0, 10), (10, 20)]
    assert rings["name"].unique().tolist() == ["Crossing"]
    outer, inner = (rings[rings["cutoff_min"] == one].geometry.iloc[0] for one in (20, 10))
    assert outer.intersection(inner).area == pytest.approx(0, abs=1e-12)
    assert {"jobs", "inhabitants"} <= {*rings.columns}
