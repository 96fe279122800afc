"""The pages' scripts: whether the committed bundles are what their sources give."""

import hashlib
import re
from pathlib import Path

import pytest

from grensgeo.maps import page

SOURCES = Path(__file__).resolve().parents[1] / "js"
HEAD = re.compile(r"sources (\w{16}): ([\w./ ]+) \*/")
BUNDLES = ("engine", "atlas", "map", "gallery", "pair")


def parts(name):
    """Return the hash that a bundle names, and its sources."""
    told, files = HEAD.search(page.asset(f"{name}.js")).groups()
    return told, files.split()


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_is_what_its_sources_give(name):
    told, files = parts(name)
    sources = "".join(f"{file}\n{(SOURCES / file).read_text('utf-8')}\n" for file in files)
    found = hashlib.sha256(sources.encode()).hexdigest()[:16]
    assert found == told, "js/src has changed: run `make js` and commit grensgeo/maps/assets"


def test_every_source_is_in_a_bundle():
    bundled = {file for name in BUNDLES for file in parts(name)[1]}
    assert bundled == {str(f.relative_to(SOURCES)) for f in (SOURCES / "src").rglob("*.js")}
