import base64
import hashlib
import re

import pytest
from markupsafe import Markup

from grensgeo.maps import page
from grensgeo.pages.document import asset, document


def test_leaflet_names_no_other_file():
    script, style = page.leaflet()
    assert "sourceMappingURL" not in script
    assert "url(" not in style
    assert "Leaflet 1.9.4" in script


def test_policy_allows_the_scripts_of_the_file_and_nothing_else():
    text = document(
        head_title="<T>", language="nl", styles=["a{}"], body=Markup(""), scripts=["1;"]
    )
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text).group(1)
    digest = base64.b64encode(hashlib.sha256(b"1;").digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "<title>&lt;T&gt;</title>" in text


def test_folium_draws_without_links_and_without_chance():
    one = page.folium_parts(name="abc", bounds=(52, 6, 53, 7), tiles=None)
    assert one == page.folium_parts(name="abc", bounds=(52, 6, 53, 7), tiles=None)
    assert 'id="map_abc"' in one[0]
    assert "http" not in "".join(one)
    assert "L.map(" in one[1]


@pytest.mark.parametrize(
    "name", ["leaflet.js", "LICENSE-leaflet.txt", "map.js", "engine.js", "page.css"]
)
def test_assets_are_in_the_package(name):
    assert asset(name)
