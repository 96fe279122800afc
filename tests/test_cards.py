"""How things show themselves in a notebook."""

import re

import geopandas as gpd
import pytest
from drawing import draw

import grensgeo as gg
from grensgeo.cards import card
from grensgeo.provenance import Provenance, Source


@pytest.fixture(scope="module")
def network():
    return draw({"A": (0, 0), "B": (900, 0), "C": (900, 900)}, [{"ends": "AB"}, {"ends": "BC"}])


def plain(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_what_a_card_holds_is_escaped_and_none_is_left_out():
    shown = card("<b>", {"a": "<script>", "b": None, "c": 1234567, "d": True})
    assert "<script>" not in shown
    assert "&lt;b&gt;" in shown
    assert plain(shown) == " &lt;b&gt; a &lt;script&gt; c 1,234,567 d True "


def test_sources_are_named_once_and_folded():
    source = Source("s", "Roads", "ODbL-1.0", "© A & B")
    shown = card("x", {}, provenance=Provenance((source,), ("one", "two", "one")))
    assert "© A &amp; B (ODbL-1.0)" in shown
    assert "Notes (2)" in shown


def test_a_network_and_its_router_say_what_they_hold(network):
    assert "vertices 3" in plain(network._repr_html_())
    assert "prepared" in plain(gg.Router(network)._repr_html_())


def test_a_trip_says_what_was_not_left_out():
    shown = plain(gg.Trip("car", max_min=45)._repr_html_())
    assert "max_min 45" in shown
    assert "seed" not in shown


def test_times_say_how_much_was_reached(network):
    places = gpd.GeoDataFrame(
        {"id": ["a", "b"]},
        geometry=gpd.points_from_xy(network.streets.lon[:2], network.streets.lat[:2]),
        crs=4326,
    )
    shown = plain(gg.travel_times(network, places, places, gg.Trip("walk"))._repr_html_())
    assert "2 origins x 2 destinations" in shown
    assert "reached 100.0%" in shown


def test_a_scenario_lists_its_modifications():
    scenario = gg.Scenario(
        "late", (gg.CloseBorder("routing"),), title=dict.fromkeys(("nl", "de", "en"), "x")
    )
    assert "border" in plain(scenario._repr_html_())
