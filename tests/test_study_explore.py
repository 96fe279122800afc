"""A first look at a network in one line."""

import pytest
from drawing import draw

import grensgeo as gg

CORNERS = {"A": (0, 0), "B": (1500, 0), "C": (1500, 1500), "D": (0, 1500)}
RING = [{"ends": "AB"}, {"ends": "BC"}, {"ends": "CD"}, {"ends": "DA"}]


@pytest.fixture(scope="module")
def network():
    return draw(CORNERS, RING)


def test_a_map_needs_no_region(network, tmp_path):
    streets = network.streets
    place = (float(streets.lon[0]), float(streets.lat[0]))
    seen = gg.explore(network, place, modes=["walk"], cutoffs_min=[3, 6], language="de")
    page = seen.save(tmp_path / "seen.html").read_text(encoding="utf-8")
    assert f"{place[1]:.4f}, {place[0]:.4f}" in page
    assert '<html lang="de"' in page
    assert "<iframe" in seen._repr_html_()


def test_a_place_far_from_every_street_is_refused(network):
    with pytest.raises(gg.InputError, match=r"not on|no origin is on the network"):
        gg.explore(network, (8.9, 50.1), modes=["walk"], cutoffs_min=[3])


def test_what_is_swapped_is_told(network):
    streets = network.streets
    with pytest.raises(gg.InputError, match=r"swapped|on the network"):
        gg.explore(network, (float(streets.lat[0]), float(streets.lon[0])), modes=["walk"])
