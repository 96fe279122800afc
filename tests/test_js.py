"""The pages' scripts: the committed bundles are what their sources give, fixtures what the library says."""

import hashlib
import json
import re
from pathlib import Path

import js_fixtures
import numpy as np
import pytest
from test_maps_packing import NASTY, same, unpack

from grensgeo.maps.packing import PackedText
from grensgeo.pages.document import asset

SOURCES = Path(__file__).resolve().parents[1] / "js"
HEAD = re.compile(r"sources (\w{16}): ([\w./ ]+) \*/")
BUNDLES = ("engine", "atlas", "map", "gallery", "pair", "text", "offers")


def parts(name):
    """Return the hash that a bundle names, and its sources."""
    told, files = HEAD.search(asset(f"{name}.js")).groups()
    return told, files.split()


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_is_what_its_sources_give(name):
    told, files = parts(name)
    sources = "".join(f"{file}\n{(SOURCES / file).read_text('utf-8')}\n" for file in files)
    found = hashlib.sha256(sources.encode()).hexdigest()[:16]
    assert found == told, "js/src has changed: run `make js` and commit the bundles"


def test_every_source_is_in_a_bundle():
    bundled = {file for name in BUNDLES for file in parts(name)[1]}
    assert bundled == {str(f.relative_to(SOURCES)) for f in (SOURCES / "src").rglob("*.js")}


@pytest.mark.parametrize("name", ["constants", "numbers", "colours"])
def test_a_fixture_is_what_the_library_says(name):
    told = json.loads(json.dumps(js_fixtures.FIXTURES[name]()))
    assert js_fixtures.stored(name) == told, "run `python tests/js_fixtures.py`"


def test_the_fixture_of_packed_arrays_holds_what_was_packed():
    told = js_fixtures.stored("packed")
    found = unpack(PackedText(told["manifest"], tuple(told["chunks"])))
    for name, values in NASTY.items():
        held = (
            [js_fixtures.written(v) for v in np.asarray(values).tolist()]
            if isinstance(values, np.ndarray)
            else values
        )
        assert told["held"][name] == held
        assert found[name] == values if isinstance(values, list) else same(found[name], values)


def test_the_fixture_of_timetables_is_what_a_raptor_for_each_departure_finds():
    for told in js_fixtures.stored("timetables"):
        assert js_fixtures.again(told) == told["seconds"]


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_the_fixture_of_scenarios_holds_what_the_library_says():
    told, now = js_fixtures.stored("scenarios"), json.loads(json.dumps(js_fixtures.scenarios()))
    assert told["minutes"] == now["minutes"], "run `python tests/js_fixtures.py`"
    meta = told["manifest"]["meta"]
    assert meta["scenarios"] == now["manifest"]["meta"]["scenarios"]
