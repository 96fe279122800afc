"""Of a network's streets and tracks a map without a base map of its own is drawn."""

import warnings

from osm_files import osm_xml

from grensgeo.network import build_network
from grensgeo.network.map_lines import base_map_of

NODES = {1: (0, 0), 2: (2000, 0), 3: (4000, 0), 4: (0, 900), 5: (2000, 900)}
WAYS = [
    (1, [1, 2], {"highway": "primary"}),
    (2, [2, 3], {"highway": "primary"}),
    (3, [1, 4], {"highway": "residential"}),
    (4, [4, 5], {"highway": "tertiary"}),
    (5, [4, 5], {"railway": "rail", "usage": "branch"}),
    (6, [1, 5], {"railway": "rail", "service": "siding"}),
    (7, [2, 5], {"waterway": "river"}),
]


def test_main_roads_tracks_stations_and_rivers(tmp_path):
    file = tmp_path / "a.osm"
    tags = {5: {"railway": "halt", "name": "Glane"}, 4: {"railway": "halt"}}
    file.write_text(osm_xml(NODES, WAYS, node_tags=tags), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        network = build_network([file])
    found = base_map_of(network)
    rows = found.features[["layer", "rank", "name"]].to_numpy().tolist()
    assert sorted(rows) == [
        ["rail", 2, ""], ["road", 2, ""], ["road", 4, ""], ["station", 1, "Glane"],
        ["waterway", 1, ""],
    ]  # fmt: skip
    assert found.provenance.sources == network.provenance.sources
