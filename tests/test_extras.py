"""The package without what only some jobs need."""

import subprocess
import sys
import tomllib

import pytest
from sources import ROOT

from grensgeo.errors import InputError
from grensgeo.extras import EXTRAS, has_package, need_package, progress_bar

#: Imports every module of grensgeo where the packages of the extras cannot be imported.
_BLOCKED = """
import sys
for name in {blocked!r}:
    sys.modules[name] = None
import importlib, pkgutil
import grensgeo
for found in pkgutil.walk_packages(grensgeo.__path__, "grensgeo."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
from grensgeo.maps.page import folium_parts
assert "map_a" in folium_parts(name="a", bounds=(52, 6, 53, 7), tiles=None)[1]
"""


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_extra_of_the_code_is_one_of_the_package_and_no_dependency():
    extras = project()["optional-dependencies"]
    for package, extra in EXTRAS.items():
        assert any(line.startswith(package) for line in extras[extra])
        assert not any(line.startswith(package) for line in project()["dependencies"])
        assert extra in extras["all"][0]
        assert (extra in extras["notebooks"][0]) == (extra != "distributed")


@pytest.mark.parametrize("name", ["geopandas", "osmnx", "shapely", "folium", "rasterio"])
def test_what_the_field_works_with_stays_in_the_base(name):
    assert any(line.startswith(f"{name}>") for line in project()["dependencies"])


def test_every_module_imports_without_the_extras():
    text = _BLOCKED.format(blocked=sorted(EXTRAS))
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_what_is_missing_is_told_with_what_brings_it(monkeypatch):
    need_package("tqdm", "nothing")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(
        InputError, match=r"a picture needs matplotlib: pip install 'grensgeo\[pictures\]'"
    ):
        need_package("matplotlib", "a picture")


def test_a_bar_is_shown_where_it_can_be(monkeypatch, capsys):
    with progress_bar(2, "times by walk", unit="origin", shown=True) as bar:
        bar.update(2)
    assert "times by walk: 100%" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert not has_package("tqdm")
    with progress_bar(2, "times by walk", shown=True) as bar:
        bar.update()
    assert capsys.readouterr().err == ""
