"""A study as one GeoPackage."""

import json
import os
import subprocess

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


#: A Python that has QGIS: Debian's with python3-qgis, or the one that the variable names.
QGIS = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")
DRAWN = """
import json, os, sys
from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize

app = QgsApplication([], False)
app.initQgis()
path, folder = sys.argv[1:]
whole = QgsVectorLayer(path, "all", "ogr")  # held: its provider goes with it
parts = whole.dataProvider().subLayers()
names = [one.split("!!::!!")[1] for one in parts] or ["cells"]
told = {}
for name in names:
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    if not layer.isSpatial():
        continue
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(600, 400))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(f"{folder}/{name}.png")
    colours = {image.pixel(x, y) for x in range(0, 600, 3) for y in range(0, 400, 3)}
    told[name] = {"valid": layer.isValid(), "features": layer.featureCount(), "colours": len(colours),
                  "renderer": layer.renderer().type(),
                  "classes": [item.label() for item in layer.renderer().legendSymbolItems()]}
print(json.dumps(told), flush=True)
os._exit(0)  # QGIS may stumble over what is still held when it ends
"""


def drawn_by_qgis(path, folder):
    """Drag a GeoPackage into QGIS without a screen: each layer as it is drawn at once."""
    try:
        run = subprocess.run(
            [QGIS, "-c", DRAWN, str(path), str(folder)],
            env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        if "No module named 'qgis'" in getattr(error, "stderr", "FileNotFound"):
            pytest.skip("QGIS is not installed (Debian: apt-get install python3-qgis)")
        raise
    return json.loads(run.stdout.splitlines()[-1])


def test_qgis_draws_every_layer_in_its_style(packed, tmp_path):
    told = drawn_by_qgis(packed, tmp_path)
    assert {*told} == {"cells", "municipalities", "isochrones_walk"}
    for name, one in told.items():
        assert one["valid"], name
        assert one["features"] > 0, name
        # a layer without a style of its own has one symbol of one colour at random
        assert one["renderer"] == "graduatedSymbol", name
        assert len(one["classes"]) > 1, name
        assert one["colours"] > 2, name
